"""Bodies told by their short forms alone, by what the minutes say of them."""

import re
from collections.abc import Iterable
from functools import cache

from notula.pipeline.extract.mentions import PartyMention
from notula.pipeline.extract.scope import Scope
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold

_SHORT_FORM = r"(?P<who>[A-Z](?:[/&-]?[A-Z0-9])+)"
_IS_HEADED = re.compile(
    rf"\b(?:Ketua|Kepala|Sekretaris|Bendahara|Koordinator|Pengurus|Perwakilan|Wakil)\s+{_SHORT_FORM}(?!\w)"
)
_ACTING = re.compile(
    rf"(?<![\w/&-]){_SHORT_FORM}\s+(?:(?:akan|wajib|harus|agar|segera|bersedia|siap)\s+){{0,2}}(?P<verb>me[a-z]{{4,}}|n[gy][a-z]{{3,}})(?!\w)"
)
_PAPERS = frozenset(
    ["SK", "SE", "SOP", "RAB", "LPJ", "SPJ", "APBD", "APBN", "RKPD", "RPJMD", "UU", "PP", "BAP", "LHP", "TOR", "KAK",
     "DPA", "RKA", "RTRW", "RDTR", "RUU", "PKS", "KUA", "PPAS", "LKE", "DED", "FS", "MOU"]
)  # fmt: skip
_OF_PAPERS = frozenset(
    ["membuka", "memberikan", "memberi", "mencatat", "menutup", "memastikan", "menyediakan", "menetapkan", "membentuk",
     "menunjuk", "menjaga", "mengisi", "menambah", "menambahkan", "mengganti", "mempercepat"]
)  # fmt: skip


def short_names(scope: Scope, mentions: Iterable[PartyMention]) -> frozenset[str]:
    """The short forms, folded, of bodies that somebody heads ("Ketua P/KB") and of those said to act."""
    headed = (match for each in mentions if each.role and (match := _IS_HEADED.search(each.role)))
    acting = (match for match in _ACTING.finditer(scope.document.text) if match["verb"] in _acts(scope.lexicon))
    return frozenset(fold(match["who"]) for match in (*headed, *acting) if match["who"] not in _PAPERS)


@cache
def _acts(lexicon: Lexicon) -> frozenset[str]:
    """Verbs of what only people and bodies do; papers too are said to set, note and provide for something."""
    spoken = (verb for verb in lexicon.cues.bare_task if verb.startswith(("ng", "ny")))
    return frozenset((*spoken, *(verb for verb in lexicon.cues.task if verb.startswith("me")))) - _OF_PAPERS
