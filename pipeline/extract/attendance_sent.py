"""Those whom each side sent, in the header: "Dari Inspektorat: Rina (Ketua Tim), Joko".

A row of a form that no label explains ("Auditor", "PT Sinar Laut") counts where its value lists people with their
offices; so does a list under "Pihak perusahaan :".
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from notula.models.blocks import Block, Span
from notula.models.minutes import PartyKind
from notula.models.sections import SectionKind
from notula.pipeline.extract.entries import parse_entry
from notula.pipeline.extract.parties import parse_parties
from notula.pipeline.extract.party_heads import office_of_body
from notula.pipeline.extract.party_openings import is_role, opening_of
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.seen import Seen, is_party
from notula.pipeline.text import squeeze

_SIDE = re.compile(
    r"\s*(?:dari(?: pihak| unsur)?|pihak|unsur|perwakilan|wakil|utusan|delegasi)\s+"
    r"(?P<side>[^:;.]{2,60}?)\s*:\s+(?=\S)",
    re.IGNORECASE,
)
# A side by whatever name, or a team: what stands behind it must list parties and nothing else.
_ANY_SIDE = re.compile(r"\s*(?P<side>(?:pihak|tim|unsur)\s+[^\W\d][^:;.]{2,40}?)\s*:\s+(?=\S)", re.IGNORECASE)
_PARTY = re.compile(
    r"\s*(?:dari\s+)?(?:pihak|unsur|perwakilan|wakil|utusan|delegasi)\s+(?P<side>[^:;.]{2,60}?)\s*:\s*", re.IGNORECASE
)
_FROM = re.compile(r"(?:(?:dari|pihak|unsur|perwakilan|wakil|utusan|delegasi|tim)\s+)+", re.IGNORECASE)
_PRESENT = re.compile(r"(?:(?:yang|yg)\s+)?(?:hadir|peserta)\s+dari\s+(?:(?:pihak|unsur)\s+)?", re.IGNORECASE)
_SENTENCE = re.compile(r"\s(?:akan|yang|yg|untuk|agar|adalah)\s|\d{2}")
_FEWEST = 2  # parties of a list


def sent(scope: Scope) -> list[Seen]:
    """The people whom lines of the header name behind the body that sent them; empty where no line does."""
    sections = scope.sections.of(SectionKind.HEADER)
    lines = (line for section in sections for line in (section.heading, *section.blocks))
    told = [seen for line in lines if line is not None and line.table is None for seen in _of_side(line, scope)]
    return told or list(_of_rows(scope)) or list(_of_lists(scope))


def _of_rows(scope: Scope) -> Iterator[Seen]:
    """The parties in rows of the header's form that no label explains."""
    for section in itertools.takewhile(lambda each: each.kind is not SectionKind.DISCUSSION, scope.sections.sections):
        if section.kind is not SectionKind.OTHER or section.field is not None or section.rule != "form_row":
            continue
        lines = [line for line in (section.heading, *section.blocks) if line is not None and line.table is None]
        title = squeeze(lines[0].text).strip(" :") if lines else ""
        if len(lines) > _FEWEST and all(line.kind == "item" for line in lines[1:]):
            yield from _side_row(lines[1:], _FROM.sub("", title), scope)
            continue
        for above, line in itertools.pairwise(lines):
            yield from _people(line, _PRESENT.sub("", squeeze(above.text).strip(" :")), scope)


def _side_row(items: list[Block], side: str, scope: Scope) -> Iterator[Seen]:
    """The people of a row's list, where it is nothing but people with their offices ("Dari Inspektorat": "1. ...")."""
    named = [parse_entry(item.text, scope.lexicon) for item in items]
    people = (each for each in named if each is not None and each.kind is PartyKind.PERSON)
    listed = [each for each in people if is_party(each, scope.lexicon)]
    told = [each for each in listed if each.role or each.organization]
    if len(listed) < len(items) or len(told) * 2 <= len(items) or not all(_is_name(each.name) for each in listed):
        return
    opening = opening_of(side, scope.lexicon)
    body = side if opening is not None and opening.is_body else None
    for item, each in zip(items, listed, strict=True):
        mention = office_of_body(each, scope.lexicon) if body else each
        mention = replace(mention, organization=mention.organization or body)
        yield Seen(Span(item.start + mention.start, item.start + mention.end), mention, "attendee_sent")


def _of_lists(scope: Scope) -> Iterator[Seen]:
    """The people of lists under the names of both sides ("Pihak perusahaan :")."""
    first = next(iter(scope.sections.of(SectionKind.DISCUSSION)), None)
    side: str | None = None
    for line in first.blocks if first is not None and first.heading is None else ():
        if line.kind != "item":
            match = _PARTY.fullmatch(line.text)
            side = match["side"] if match else None
            if side is None:
                return
        elif side is None:
            return
        else:
            mention = parse_entry(line.text, scope.lexicon)
            if mention is None or mention.kind is not PartyKind.PERSON or not is_party(mention, scope.lexicon):
                return
            mention = replace(mention, role=mention.role or mention.organization, organization=side)
            yield Seen(Span(line.start + mention.start, line.start + mention.end), mention, "attendee_sent")


def _people(line: Block, title: str, scope: Scope) -> Iterator[Seen]:
    """The parties of a value that is nothing but a list of them, offices told with most of its people."""
    listed = parse_parties(line.text, scope.lexicon)
    told = [each for each in listed if each.role or each.organization or each.kind is not PartyKind.PERSON]
    people = [each for each in listed if each.kind is PartyKind.PERSON]
    if len(listed) < _FEWEST or len(told) * 2 <= len(listed) or not any(each.role for each in people):
        return
    if not all(is_party(each, scope.lexicon) and _is_name(each.name) for each in listed):
        return
    body = title if " " in title and title[:1].isupper() and not is_role(title, scope.lexicon) else None
    for each in listed:
        mention = office_of_body(each, scope.lexicon) if body else each
        if body and mention.kind is PartyKind.PERSON and mention.organization is None:
            mention = replace(mention, organization=body)
        yield Seen(Span(line.start + mention.start, line.start + mention.end), mention, "attendee_sent")


def _is_name(name: str) -> bool:
    """Whether a name begins like one: with a capital, and goes on without a sentence's words."""
    return name[:1].isupper() and not _SENTENCE.search(name)


def _of_side(line: Block, scope: Scope) -> Iterator[Seen]:
    match = _SIDE.match(line.text)
    if match is None or opening_of(match["side"], scope.lexicon) is None:
        yield from _of_any_side(line, scope)
        return
    start = match.start("side")
    named = [each for each in parse_parties(line.text[start:], scope.lexicon) if start + each.start >= match.end()]
    people = [each for each in named if each.kind is PartyKind.PERSON]
    for mention in people if len(people) == len(named) else ():
        span = Span(line.start + start + mention.start, line.start + start + mention.end)
        organization = mention.organization or match["side"].strip()
        yield Seen(span, replace(mention, organization=organization), "attendee_sent")


def _of_any_side(line: Block, scope: Scope) -> Iterator[Seen]:
    """The parties behind a side or team that nothing else tells of ("Tim reviu: Rina, Joko")."""
    match = _ANY_SIDE.match(line.text)
    if match is None:
        return
    start, side = match.end(), match["side"].strip()
    named = parse_parties(line.text[start:], scope.lexicon)
    if len(named) < _FEWEST or not all(is_party(each, scope.lexicon) and _is_name(each.name) for each in named):
        return
    team = side[:4].casefold() == "tim "
    for each in named:
        mention = office_of_body(each, scope.lexicon)
        if team and mention.kind is PartyKind.PERSON and mention.organization is None:
            mention = replace(mention, organization=side)
        yield Seen(Span(line.start + start + each.start, line.start + start + each.end), mention, "attendee_sent")
