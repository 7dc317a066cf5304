"""Those whom each side sent, on lines of the header: "Dari Inspektorat: Rina (Ketua Tim), Joko"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from notula.models.blocks import Block, Span
from notula.models.minutes import PartyKind
from notula.models.sections import SectionKind
from notula.pipeline.extract.parties import parse_parties
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.seen import Seen

_SIDE = re.compile(
    r"\s*(?:dari(?: pihak| unsur)?|pihak|unsur|perwakilan|wakil|utusan|delegasi)\s+"
    r"(?P<side>[^:;.]{2,60}?)\s*:\s+(?=\S)",
    re.IGNORECASE,
)


def sent(scope: Scope) -> list[Seen]:
    """The people whom lines of the header name behind the body that sent them; empty where no line does."""
    sections = scope.sections.of(SectionKind.HEADER)
    lines = (line for section in sections for line in (section.heading, *section.blocks))
    return [seen for line in lines if line is not None and line.table is None for seen in _of_side(line, scope)]


def _of_side(line: Block, scope: Scope) -> Iterator[Seen]:
    match = _SIDE.match(line.text)
    if match is None or opening_of(match["side"], scope.lexicon) is None:
        return
    start = match.start("side")
    named = [each for each in parse_parties(line.text[start:], scope.lexicon) if start + each.start >= match.end()]
    people = [each for each in named if each.kind is PartyKind.PERSON]
    for mention in people if len(people) == len(named) else ():
        span = Span(line.start + start + mention.start, line.start + start + mention.end)
        organization = mention.organization or match["side"].strip()
        yield Seen(span, replace(mention, organization=organization), "attendee_sent")
