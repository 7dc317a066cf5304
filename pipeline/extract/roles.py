"""An office told apart from the body it belongs to ("Kepala Pusat, Kemensos", "PPK Dinas Perhubungan")."""

import re
from typing import NamedTuple

from notula.models.blocks import Span
from notula.models.minutes import PartyKind
from notula.pipeline.extract.party_kinds import kind_of, names_body
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.language import get_language
from notula.pipeline.lexicon import Lexicon

_ROLE_JOIN = re.compile(r"(?<!\s)(?:\s*[,;]\s*|\s+[-–—]+\s+|\s+/\s+(?=Fraksi\b)|\s+(?:pada|di|dari)\s+)")
# A company, with what it does before its name, behind an office ("Team Leader Konsultan Pengawas PT Karya").
_COMPANY = re.compile(
    r"(?<=\w) (?=(?:(?:Konsultan|Kontraktor|Penyedia|Vendor)(?: [A-Z][a-z]+)? )?(?:PT|CV|UD)\.? [A-Z])"
    r"|(?<=akademisi) (?=[A-Z])|(?<=dosen) (?=(?:Universitas|Politeknik|Institut|Sekolah Tinggi)\b)"
)
# The sides of a project, each a body though no name is told ("Kontraktor", "Konsultan Supervisi", "Owner / TSP").
_SIDE = re.compile(
    r"\s*(?:(?:Sub-?)?[Kk]ontraktor|KONTRAKTOR|Konsultan|KONSULTAN|Penyedia|Vendor|VENDOR|Owner|OWNER|Rekanan)"
    r"(?:\s+[A-Z]\w+){0,2}(?:\s*/\s*[A-Z]{2,6})?\s*"
)
# Those of whom somebody is one ("Tim Program", "remaja masjid"), and the part that somebody has in a committee.
_CIRCLE = re.compile(r"\s*(?:tim\s+\w|remaja (?:masjid|musala|musholla|gereja)\b|remas\b)", re.IGNORECASE)
_SECTION = re.compile(r"\s*(?:seksi|sie)\.?\s", re.IGNORECASE)
_DASHES = frozenset({"-", "–", "—", "--"})


class RoleParts(NamedTuple):
    """An office and the body it belongs to, as they stand in a text; either may be missing."""

    role: Span | None
    organization: Span | None


def split_role(text: str, lexicon: Lexicon) -> RoleParts:
    """The office and the body in a text such as "Kepala Pusat, Kemensos" or "PPK Dinas Perhubungan"."""
    whole = _trimmed(text, 0, len(text))
    for join in _ROLE_JOIN.finditer(text):
        left, right = _trimmed(text, 0, join.start()), _trimmed(text, join.end(), len(text))
        if left.start == left.end or right.start == right.end or _inside_institution(text, join.start(), lexicon):
            continue
        before, after = (names_body(text[side.start : side.end], lexicon) for side in (left, right))
        if before and "," not in join.group() and (not after or join.group().strip() in _DASHES):
            return RoleParts(right, left)
        if after and not before:
            return RoleParts(left, right)
    opening = opening_of(text, lexicon)
    if opening and opening.kind in {"function", "role", "collective"} and (company := _COMPANY.search(text)):
        return RoleParts(_trimmed(text, 0, company.start()), _trimmed(text, company.start(), len(text)))
    if opening and opening.kind == "function":
        rest = _trimmed(text, opening.end, len(text))
        if rest.start < rest.end and _is_known_body(text[rest.start : rest.end], lexicon):
            return RoleParts(_trimmed(text, 0, opening.end), rest)
    if is_side(text) or _CIRCLE.match(text):
        return RoleParts(None, whole)
    if kind_of(text, lexicon) is PartyKind.ORGANIZATION and not _SECTION.match(text):
        return RoleParts(None, whole)
    return RoleParts(whole, None)


def is_side(text: str) -> bool:
    """Whether a text only says which side of a project somebody is, or is of."""
    return _SIDE.fullmatch(text) is not None


def _is_known_body(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is surely the name of a body: more than a word that can also end an office ("Pendamping Desa")."""
    opening = opening_of(text, lexicon)
    if opening is None or not opening.is_body:
        return False
    return opening.kind == "institution" or opening.end < len(text) or text.isupper()


def _inside_institution(text: str, position: int, lexicon: Lexicon) -> bool:
    found = get_language(lexicon).organizations(text)
    return any(match.start < position < match.end for match in found)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip(" ,;:.-–—\t\n"))
    return Span(start + lead, max(start + lead, end - (len(piece) - len(piece.rstrip(" ,;:-–—\t\n")))))
