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
_STAFF = (
    r"(?i:supervisor|spv|officer|manager|manajer|engineer|staff|staf|lead|head|coordinator|koordinator|support|analyst)"
)
_OF_UNIT = re.compile(
    rf"{_SHORT_FORM}\s+{_STAFF}"
    rf"|(?:Staf|Staff|Manajer|Manager|Supervisor|Spv|Admin)\s+{_SHORT_FORM.replace('who', 'of')}"
)
_HEADED_UNIT = re.compile(
    r"(?:Ketua|Kepala|Koordinator|Sekretaris|Bendahara)\s+(?P<who>(?!(?:Umum|Jenderal|Harian|Pelaksana|Utama|Bidang|Satu|Dua)\b)"
    r"[A-Z]\w+(?:\s+[A-Z]\w+){1,3})"
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
    """The names, folded, of bodies that somebody heads or is of ("Ketua P/KB", "GA Supervisor"), and of those that act.

    Of units that are headed ("Ketua Wadah Pemuda") the whole names, of others short forms.
    """
    headed = (match for each in mentions if each.role and (match := _IS_HEADED.search(each.role)))
    acting = (match for match in _ACTING.finditer(scope.document.text) if match["verb"] in _acts(scope.lexicon))
    roles = [each.role for each in mentions if each.role]
    units = {match["who"] or match["of"] for role in roles if (match := _OF_UNIT.fullmatch(role))}
    units |= {match["who"] for role in roles if (match := _HEADED_UNIT.fullmatch(role))}
    return frozenset(map(fold, {*(match["who"] for match in (*headed, *acting)), *units} - _PAPERS))


@cache
def _acts(lexicon: Lexicon) -> frozenset[str]:
    """Verbs of what only people and bodies do; papers too are said to set, note and provide for something."""
    spoken = (verb for verb in lexicon.cues.bare_task if verb.startswith(("ng", "ny")))
    return frozenset((*spoken, *(verb for verb in lexicon.cues.task if verb.startswith("me")))) - _OF_PAPERS
