"""Bodies told by their short forms alone, by what the minutes say of them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from notula.pipeline.extract.mentions import PartyMention
from notula.pipeline.extract.party_openings import opening_of
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
_JOINED = r"(?:\s*,\s+|\s+)(?:(?:dan|serta|bersama(?:-sama)?|beserta|&)\s+(?:dengan\s+)?)?"
# Who stands beside a body that acts ("KPHK serta Dinas Kehutanan akan memasang"), or that something is to be done by.
_BESIDE = re.compile(
    rf"(?:\b(?P<by>oleh)\s+|(?P<slot>:\s+))?(?<![\w/&-]){_SHORT_FORM}"
    rf"(?=(?P<join>{_JOINED})(?P<next>[A-Z][\w&/-]{{0,30}}(?:{_JOINED}[A-Z][\w&/-]{{0,30}}){{0,7}})"
    r"(?P<end>\s*(?:[.;)\n]|$))?"
    r"(?P<acts>(?:\s+(?:akan|wajib|harus|agar|supaya|untuk|segera|bersedia|siap|diminta|ditugaskan|dimohon|sepakat)){0,3}"
    r"\s+(?P<verb>me[a-z]{4,}|n[gy][a-z]{3,})(?!\w))?)"
)
_NEAR = 40  # characters before a short form in which a name that it belongs to is looked for
_JOIN = re.compile(r"\s*,\s+|\s+(?:dan|serta|bersama(?:-sama)?|beserta|&)\s+")
_IN_NAME = re.compile(r"(?:^|\W)[A-Z][\w./-]{0,30}[ \t]+$")  # before a short form that ends a name ("Wakil Dekan II")
PAPERS = frozenset(
    ["SK", "SE", "SOP", "RAB", "LPJ", "SPJ", "APBD", "APBN", "RKPD", "RPJMD", "UU", "PP", "BAP", "LHP", "TOR", "KAK",
     "DPA", "RKA", "RTRW", "RDTR", "RUU", "PKS", "KUA", "PPAS", "LKE", "DED", "FS", "MOU",
     "MoU", "RPJM", "RPJP", "RKP", "LKPJ", "LKJ", "SPM", "PKH", "BPNT", "BLT", "DAK", "DAU", "PAD", "KTP", "KK", "NIK"]
)  # fmt: skip
"""Short forms of papers, plans and funds, which name nobody."""
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
    names = {*(match["who"] for match in (*headed, *acting)), *units, *_beside_bodies(scope)}
    return frozenset(map(fold, names - PAPERS))


def _beside_bodies(scope: Scope) -> Iterator[str]:
    """The short forms that a text joins to a body or office that has to do something."""
    for match in _BESIDE.finditer(scope.document.text):
        acts = match["acts"] is not None and match["verb"] in _acts(scope.lexicon)
        placed = match["by"] is not None or (match["slot"] is not None and match["end"] is not None)
        joined = _JOIN.fullmatch(match["join"]) is not None
        others = _JOIN.split(match["next"])
        text, at = scope.document.text, match.start("who")
        joined = joined and _IN_NAME.search(text, max(0, at - _NEAR), at) is None
        if joined and (acts or placed) and any(_is_body(name, scope.lexicon) for name in others):
            yield match["who"]
            yield from filter(re.compile(_SHORT_FORM).fullmatch, others)


def _is_body(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is one of a body or office by its first words."""
    opening = opening_of(name, lexicon)
    return opening is not None and (opening.is_body or opening.is_office)


@cache
def _acts(lexicon: Lexicon) -> frozenset[str]:
    """Verbs of what only people and bodies do; papers too are said to set, note and provide for something."""
    spoken = (verb for verb in lexicon.cues.bare_task if verb.startswith(("ng", "ny")))
    return frozenset((*spoken, *(verb for verb in lexicon.cues.task if verb.startswith("me")))) - _OF_PAPERS
