"""What stands before the colon of a list of parties, and what it tells of those behind it.

- A label is nobody's office ("Hadir : A, B"); one of absence makes absentees.
- An office or body heads the parties behind it; a body heads its people behind semicolons, too.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from notula.models.blocks import Span
from notula.models.minutes import PartyKind
from notula.pipeline.extract.cuts import SEPARATOR, cut_parties
from notula.pipeline.extract.mentions import PartyMention
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.extract.roles import RoleParts, is_side, split_role
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import any_word

_COLON = re.compile(r":(?![\d/])\s*")
_LISTED = re.compile(
    r"(?<!\s)(?:\s*\b(?:sebanyak|berjumlah|sejumlah)\s+[^:]{0,80}?)?"
    r",?\s*\b(?:yaitu|yakni|terdiri (?:dari|atas)|antara lain)\s*:?\s+"
)
_DASH = re.compile(r"(?<=\w)\s+[-–—]\s+")
_OF_CROWD = re.compile(r"(?:dari\s+)?unsur\s+", re.IGNORECASE)
# What a body is to the others, or an office of it, and its name ("Kontraktor (PT Samudra Jaya)").
_WITH_NAME = re.compile(r"(?P<what>\S[^()]{0,58}[^\s()])\s*\((?P<body>[^()]{2,80})\)\s*")
_COMPANY = re.compile(r"(?:PT|CV|UD|PD|Firma|KSO|Koperasi|Yayasan)\b")
_LONGEST_BODY = 5  # words
_NO_OFFICE = re.compile(r"\s*(?:\d+\s*(?:\(\w+\)\s*)?\w+\s*|(?:yang|yg)\s[^()]*)", re.IGNORECASE)


class Head(NamedTuple):
    """What stands before a colon.

    ``label`` is nobody's office ("Hadir"), ``absent`` lists absentees, ``alone`` says that nobody stands behind it.
    """

    start: int
    end: int
    label: bool
    absent: bool
    alone: bool = True


def headed(text: str, item: Span, lexicon: Lexicon) -> Iterator[tuple[Head | None, Span]]:
    """The parts of an item, each with the head it stands under."""
    cursor, head = item.start, None
    signs = [sign for pattern in (_LISTED, _COLON) for sign in pattern.finditer(text, item.start, item.end)]
    signs += _dash_behind_body(text, item, lexicon)
    for sign in sorted(signs, key=lambda sign: sign.start()):
        if sign.start() < cursor or inside(sign, text):
            continue
        found = _head_before(text, cursor, sign.start(), lexicon)
        if found is None:
            continue
        if found.start > cursor:
            yield head, Span(cursor, found.start)
        head, cursor = found, sign.end()
    yield head, Span(cursor, item.end)


def _dash_behind_body(text: str, item: Span, lexicon: Lexicon) -> list[re.Match[str]]:
    """The dash between a body and its people ("Keuangan - Rosa, Melinda")."""
    dash = _DASH.search(text, item.start, item.end)
    if dash is None or not 0 < len(text[item.start : dash.start()].split()) <= _LONGEST_BODY:
        return []
    parts = cut_parties(text, Span(dash.end(), item.end), lexicon)
    bare = kind_of(text[item.start : dash.start()], lexicon) is PartyKind.ORGANIZATION and len(parts) > 1
    people = all(kind_of(text[part.start : part.end], lexicon) is PartyKind.PERSON for part in parts)
    return [dash] if bare and people else []


def _head_before(text: str, cursor: int, stop: int, lexicon: Lexicon) -> Head | None:
    """The head that ends at a colon: a label, or the words from an office, body or collective on; None for a name."""
    piece = text[cursor:stop]
    for pattern, absent in ((_absent_labels(lexicon), True), (_labels(lexicon), False)):
        label = pattern.search(piece)
        if label:
            return Head(cursor + label.start(), stop, True, absent)
    if not piece.strip() or _NO_OFFICE.fullmatch(piece):
        return Head(cursor, stop, True, False)
    lead = cursor + len(piece) - len(piece.lstrip())
    if kind_of(piece, lexicon) is not PartyKind.PERSON and not _list_before(text, lead, stop, lexicon):
        return Head(lead, stop, False, False)
    last = max(
        (mark.end() for mark in SEPARATOR.finditer(text, cursor, stop) if "/" not in mark.group()), default=cursor
    )
    for word in re.finditer(r"[^\W\d_]\S*", text[last:stop]):
        start = last + word.start()
        if (word.start() or last > cursor) and word.group()[0].isupper() and opening_of(text[start:stop], lexicon):
            return Head(start, stop, False, False)
    return None


def _list_before(text: str, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether more than one party stands before a colon, so that its head begins later."""
    return len(cut_parties(text, Span(start, stop), lexicon)) > 1


def under(head: Head | None, mentions: Iterable[PartyMention], text: str, lexicon: Lexicon) -> Iterator[PartyMention]:
    """The parties with the office or body that heads them."""
    if head is None or (head.label and not head.absent):
        yield from mentions
        return
    if text.startswith("anggota ", head.start):  # "dihadiri oleh anggota jaringan: ...": no office of theirs
        yield from mentions
        return
    if crowd := _OF_CROWD.match(text, head.start, head.end):  # "Unsur kecamatan: ..." is no office
        head = head._replace(start=crowd.end())
    said = text[head.start : head.end]
    parts = _named_in_brackets(said, lexicon) or split_role(said, lexicon)
    if crowd:
        body = text[head.start : head.end].strip()
        opening = opening_of(body, lexicon)
        only_kind = " " not in body and opening is not None and opening.kind != "institution"  # "Desa"
        whole = kind_of(body, lexicon) is PartyKind.ORGANIZATION and not only_kind
        parts = parts._replace(role=None, organization=Span(0, head.end - head.start) if whole else None)
    for each in mentions:
        mention = office_of_body(each, lexicon) if parts.organization else each
        changes: dict[str, object] = {"absent": True} if head.absent else {}
        # Behind the semicolons that go on with a body stand only its people.
        headed_by = not head.label and (head.alone or mention.kind is PartyKind.PERSON)
        own_name = mention.kind is PartyKind.ORGANIZATION and is_side(said)  # "Kontraktor: PT Karya Wira"
        told = parts._replace(role=parts.organization) if own_name else parts
        for key, span in (("role", told.role), ("organization", told.organization)) if headed_by else ():
            own = getattr(mention, key) is None and not (
                key == "organization" and mention.kind is PartyKind.ORGANIZATION
            )
            if span is not None and own:
                place = Span(head.start + span.start, head.start + span.end)
                changes |= {key: text[place.start : place.end], f"{key}_at": place}
        yield replace(mention, **changes)  # type: ignore[arg-type]  # keys and values pair up


def office_of_body(mention: PartyMention, lexicon: Lexicon) -> PartyMention:
    """A person listed under a body: an unknown word in brackets behind them tells their office, no second body."""
    said = mention.organization
    known = said is not None and opening_of(said, lexicon) is not None
    if mention.kind is not PartyKind.PERSON or said is None or known or mention.role is not None:
        return mention
    return replace(mention, organization=None, organization_at=None, role=said, role_at=mention.organization_at)


def is_body(head: Head, text: str, lexicon: Lexicon) -> bool:
    """Whether a head is a body, whose people go on behind semicolons."""
    said = text[head.start : head.end]
    named = _named_in_brackets(said, lexicon)
    whole = named.role is None if named else kind_of(said, lexicon) is PartyKind.ORGANIZATION
    return whole and not head.label


def _named_in_brackets(text: str, lexicon: Lexicon) -> RoleParts | None:
    """The body that a bracket names behind an office, or behind what a company is to the others, which is no office."""
    found = _WITH_NAME.fullmatch(text)
    opening = opening_of(found["what"], lexicon) if found else None
    if found is None or opening is None or opening.is_body:
        return None
    if kind_of(found["body"], lexicon) is not PartyKind.ORGANIZATION:
        return None
    held = opening.is_office and (opening.kind == "role" or not _COMPANY.match(found["body"]))  # "PPK (Dinas PU)"
    return RoleParts(Span(*found.span("what")) if held else None, Span(*found.span("body")))


def inside(match: re.Match[str], text: str) -> bool:
    """Whether a match stands inside a pair of brackets."""
    before = text[: match.start()]
    return before.count("(") > before.count(")") and ")" in text[match.end() :]


@cache
def _labels(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^\s*|(?<=[\s,;.]))(?:{any_word(lexicon.titles.list_labels)})"
        rf"(?:\s+(?:lewat|via|melalui)\s+\w+(?:\s\w+)?)?\s*(?:\([^()]*\)\s*)?$",
        re.IGNORECASE,
    )


@cache
def absent_words(lexicon: Lexicon) -> re.Pattern[str]:
    """A pattern for what says that somebody was not there ("tidak bisa hadir", "berhalangan")."""
    titles = lexicon.titles
    able, there = any_word(titles.able_words), any_word(titles.present_words)
    return re.compile(
        rf"(?<!\w)(?:(?:{any_word(titles.not_words)})\s+(?:(?:{able})\s+)?(?:{there})|berhalangan)(?!\w)", re.IGNORECASE
    )


@cache
def _absent_labels(lexicon: Lexicon) -> re.Pattern[str]:
    words = rf"{any_word(lexicon.titles.absent_labels)}|{absent_words(lexicon).pattern}"
    return re.compile(rf"(?:^\s*|(?<=[\s,;.]))(?:(?:peserta|anggota|yang|yg)\s+)*(?:{words})\s*$", re.IGNORECASE)
