"""A sentence with common words in place of its parties and its deadline ("PERSON will send the letter to BODY WHEN").

What is learnt of such a sentence holds for whoever it names: no name of an annotated document becomes a reason.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from notula.models.minutes import PartyKind
from notula.pipeline.extract.due import DueMention
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.owned import Owners

PARTY = {PartyKind.PERSON: "PERSON", PartyKind.ORGANIZATION: "BODY", PartyKind.GROUP: "GROUP"}
DEADLINE = "WHEN"

_NAME = re.compile(r"[^\W\d_][\w'.-]*")


class StandIn(NamedTuple):
    """Where a part of a sentence stands, and the word in its place."""

    start: int
    end: int
    word: str


def find_stand_ins(text: str, owners: Owners, due: DueMention | None, known: Known) -> tuple[StandIn, ...]:
    """What stands in for the parts of a sentence, in order: its deadline, its owners, then whoever else it names."""
    found: list[StandIn] = []
    for each in _candidates(text, owners, due, known):
        if all(each.end <= other.start or other.end <= each.start for other in found):
            found.append(each)
    return tuple(sorted(found))


def _candidates(text: str, owners: Owners, due: DueMention | None, known: Known) -> Iterator[StandIn]:
    if due is not None:
        yield StandIn(due.start, due.end, DEADLINE)
    yield from (StandIn(each.start, each.end, PARTY[each.mention.kind]) for each in owners.named)
    yield from (
        StandIn(each.start, each.end, PARTY[PartyKind.ORGANIZATION]) for each in known.language.organizations(text)
    )
    yield from (StandIn(each.start, each.end, PARTY[PartyKind.PERSON]) for each in known.language.people(text))
    names = known.gazetteer.names
    for word in _NAME.finditer(text):
        if word.group().casefold().strip(".") in names:
            yield StandIn(word.start(), word.end(), PARTY[PartyKind.PERSON])


def masked(text: str, parts: Iterable[StandIn]) -> str:
    """A text in small letters with these parts of it, in order, replaced; neighbours of one kind become one."""
    pieces, at, last = [], 0, ""
    for part in parts:
        between = text[at : part.start].lower()
        pieces.append(between if between.strip() or part.word != last else "")
        if between.strip() or part.word != last:
            pieces.append(f" {part.word} ")
        at, last = part.end, part.word
    return "".join([*pieces, text[at:].lower()])
