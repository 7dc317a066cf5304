"""Whether a sentence only gives somebody an office ("Ketua panitia ditetapkan Pak Dadang"): that is no task.

- somebody is chosen "sebagai" or "menjadi" an office, and nothing is said that the office does;
- an office, "dijabat", "dipegang", "adalah" or a colon, and who holds it;
- a list of offices behind "susunan panitia", "kepanitiaan" and the like;
- offices and the names of those who get them, and nothing else ("Ketua Pak Dadang, sekretaris Bu Rina").
"""

import re

from notula.pipeline.extract.known import Known
from notula.pipeline.extract.party_openings import is_role
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.patterns import Stems

_CHOSEN = re.compile(
    r"\b(?:(?:di|ter)(?:tetapkan|tunjuk|pilih|angkat|percaya|daulat)|dipercayakan|diamanahi|menunjuk|menetapkan|memilih"
    r"|mengangkat)\b[^.;]*?\b(?:sebagai|menjadi|jadi|selaku)\s+(?P<office>[^.;]+)",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\W*(?P<office>[^.;:]{4,50}?)(?:\s+(?:terpilih|yang baru))?\s*"
    r"(?::|\b(?:ditetapkan|dijabat|dipegang|adalah|yaitu|yakni|terpilih|ditunjuk)\b)\s*(?P<who>.+)",
    re.IGNORECASE,
)
# One stands in what _HELD matches, as a colon does.
_HOLDS = Stems(("ditetapkan", "dijabat", "dipegang", "adalah", "yaitu", "yakni", "terpilih", "ditunjuk"))
_COMMITTEE = re.compile(
    r"\b(?:susunan(?:\s+(?:panitia|pengurus|tim))?|kepanitiaan|kepengurusan)\b[^.;]*:"
    r"|^\W*(?:panitia|pengurus|tim|pokja|kelompok kerja)\b[^.;:]{0,60}:\s*(?:ketua|koordinator)\b[^:]*,\s*"
    r"(?:wakil|sekretaris|bendahara)",
    re.IGNORECASE,
)
_HEADED = re.compile(r"\b(?:diketuai|dijabat)\b", re.IGNORECASE)
_ACTS = re.compile(r"\b(?:akan|segera|agar|untuk|dan\s+me\w{4,}|bertugas|paling lambat|sebelum)\b", re.IGNORECASE)
_PARTS = re.compile(r"[,;]\s+(?:(?:dan|serta)\s+)?")
_OFFICE_AND_NAME = 8  # words


def appoints(text: str, known: Known) -> bool:
    """Whether a sentence gives offices and says nothing that is to be done."""
    if _ACTS.search(text):
        return False
    chosen = _CHOSEN.search(text)
    if chosen is not None and is_role(chosen["office"].strip(), known.lexicon):
        return True
    if _COMMITTEE.search(text) or _HEADED.search(text):
        return True
    parts = _PARTS.split(text)
    if len(parts) > 1 and all(_is_named_office(part.strip(" ."), known) for part in parts):
        return True
    return any(_is_held(part, known) for part in (text, *parts))


def _is_named_office(text: str, known: Known) -> bool:
    """Whether a text is an office and a name with a form of address, and no more ("sekretaris Bu Rina")."""
    words = list(re.finditer(r"\S+", text))[:_OFFICE_AND_NAME]
    names = (word.start() for word in words[1:] if patterns(known.lexicon).address(text, word.start()))
    at = next(names, None)
    return at is not None and is_role(text[:at], known.lexicon) and not any(map(str.islower, text[at:].split()[1:]))


def _is_held(text: str, known: Known) -> bool:
    """Whether a text is an office and who holds it."""
    held = _HELD.match(text) if ":" in text or _HOLDS.in_text(text) else None
    if held is None or not is_role(held["office"].strip(), known.lexicon):
        return False
    who = held["who"].strip(" .")
    return known.is_party(who) or known.is_party(who.split(",")[0])
