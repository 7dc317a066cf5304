"""Who a sentence that commits somebody says will do it, where nothing else tells of that party.

Only for sentences that are known to commit: elsewhere whatever a verb follows would be a party.
"""

import re

from notula.pipeline.extract.clauses import find_clauses
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.mentions import Named
from notula.pipeline.extract.owned import Owners, between
from notula.pipeline.extract.owner_clauses import NO_NAME, NOUN
from notula.pipeline.extract.predicates import predicate_of
from notula.pipeline.extract.scope import Span, word_pattern
from notula.pipeline.language import VerbForm
from notula.pipeline.structure.opening_lines import DAY_NAME
from notula.pipeline.text import fold

_THINGS = frozenset(
    ["kegiatan", "acara", "program", "rapat", "laporan", "dokumen", "data", "hasil", "dana", "anggaran", "hal", "ini",
     "itu", "kita", "kami", "saya", "yang", "untuk", "semua", "masing-masing", "jadwal", "surat", "lomba"]
)  # fmt: skip
_DAY = re.compile(rf"{DAY_NAME}\b", re.IGNORECASE)
_FROM = re.compile(r"(?:dari|dr)\s+(?=[A-Z])", re.IGNORECASE)  # "Dari BWS menyampaikan ..., akan menurunkan alat"
_LED_TO = re.compile(r"[^,;.:]{3,60},\s+")  # "Selama menunggu, ..."
_TOGETHER = re.compile(r"\s+(?:bersama(?:-sama)?(?:\s+dengan)?|beserta|serta)\s+(?=[A-Z])")
_POINTS_BACK = frozenset(["itu", "ini", "tersebut"])
_MOST_WORDS = 5


def by_supposed_subject(text: str, known: Known) -> Owners | None:
    """The subject of a modal word that commits ("Pengembang akan membenahi taman")."""
    for clause in find_clauses(text, known.lexicon, known.language, _may_act):
        promised = word_pattern(known.lexicon.cues.promise).search(predicate_of(text, clause)) is not None
        told = clause.report and not (promised and clause.verb in known.lexicon.cues.task)  # "berjanji membuka loket"
        acts = clause.verb_start >= 0 and not clause.passive and not (clause.denied or clause.done or told)
        if clause.firm and acts and clause.verb not in known.lexicon.cues.state:
            start = led.end() if (led := _FROM.match(text, clause.start, clause.end)) else clause.start
            named = _all_of(text, start, clause.end, known)
            return Owners(named, "owner_supposed", clause, Span(start, clause.end)) if named else None
    return None


def by_dated_subject(text: str, known: Known) -> Owners | None:
    """The party that a sentence with a day begins with, before its active verb ("Humas menyusun ... besok").

    What leads to the subject may stand before it ("Selama menunggu, ...").
    """
    cues = known.lexicon.cues
    for clause in find_clauses(text, known.lexicon, known.language, _may_act):
        told = clause.report and clause.verb not in cues.task
        idle = clause.passive or clause.soft or clause.denied or clause.done or told or clause.verb in cues.state
        first = clause.start <= 2 or _LED_TO.fullmatch(text, 0, clause.start) is not None
        start = text.rfind(", ", 0, clause.end) + 2 if ", " in text[: clause.end] else clause.start
        begins = fold(text[start : clause.end].split()[0])
        named = begins not in cues.commit and known.language.verb_form(begins) is None
        if first and named and not idle and known.language.verb_form(clause.verb) is VerbForm.ACTIVE:
            start = led.end() if (led := _FROM.match(text, start, clause.end)) else start
            who = _all_of(text, start, clause.end, known)
            return Owners(who, "owner_supposed", clause, Span(start, clause.end)) if who else None
    return None


def _all_of(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """The parties of a subject taken as they stand, those who act together each for itself ("Pokja bersama Humas")."""
    parts = between(_TOGETHER.finditer(text, start, end), start, end)
    return tuple(each for part in parts for each in known.loosely(text, *part))


def _may_act(text: str) -> bool:
    """Whether a stretch can be somebody who acts: a few words, the first with a capital, and no name of an action."""
    words = text.split()
    thing = NOUN.fullmatch(words[0]) is not None or fold(words[0]) in _THINGS | NO_NAME if words else True
    thing = thing or _DAY.match(text) is not None
    thing = thing or any(fold(word) in _POINTS_BACK for word in words)  # "Menanggapi itu Pak Tono"
    return not thing and len(words) <= _MOST_WORDS and text[:1].isupper() and not any(map(str.isdigit, text))
