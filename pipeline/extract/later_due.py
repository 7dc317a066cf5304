"""Deadlines told in the sentence after the one that says what is to be done.

Such a sentence speaks of the same thing ("Catatan itu", "Simulasi ditunggu", "Hasilnya", "Pengisian ditutup"), or of
the time alone ("Batas waktunya"), lets nobody else act, and has a day; when an event takes place ("Rapat itu
dilaksanakan tanggal 5") is no deadline.
"""

import re

from notula.models.minutes import DueKind
from notula.pipeline.extract.dates_grammar import pattern, words_of
from notula.pipeline.extract.due import DueMention
from notula.pipeline.extract.due_context import LIMITED
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.owner_agents import by_agent, by_bare_agent
from notula.pipeline.extract.predicates import Clause
from notula.pipeline.extract.roots import roots

_REFERS = re.compile(
    r"(?:(?:adapun|untuk|hasil|khusus)\s+)*(?:\w+\s+){1,3}?(?:ini|itu|tersebut|tsb|dimaksud|mereka)\b"
    r"|(?:\w+[\s-])?\w{3,}nya\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_MUST = re.compile(r"\b(?:harus sudah|sudah harus|ditunggu|dinanti)\b", re.IGNORECASE)


def tells_when(text: str, due: DueMention, before: str, known: Known) -> bool:
    """Whether a sentence says by when what the sentence ``before`` tells of has to be there."""
    if due.date is None or due.kind not in (DueKind.ABSOLUTE, DueKind.RELATIVE) or due.strength < 2:
        return False
    lead = text[text.rfind(";", 0, due.start) + 1 : due.start].strip(" ,:")
    if by_agent(text, known) or by_bare_agent(text, known, due.span) or any(map(_acts, known.clauses(text))):
        return False
    if not lead:
        return due.strength >= LIMITED  # "Paling lambat Jumat."
    scheduled = pattern(words_of(known.lexicon.calendar.due.scheduled)).search(lead)
    if scheduled and due.strength < LIMITED:
        return False
    return bool(_REFERS.match(lead) or _MUST.search(lead) or _same_thing(lead, before))


def _acts(clause: Clause) -> bool:
    return clause.verb_start >= 0 and not (clause.passive or clause.report)


def _same_thing(lead: str, before: str) -> bool:
    """Whether a sentence begins with a word of the one before, in whatever form ("memetakan": "Hasil pemetaan")."""
    first = [root for word in _WORD.findall(lead)[:2] for root in roots(word)]
    return any(not roots(word).isdisjoint(first) for word in _WORD.findall(before))
