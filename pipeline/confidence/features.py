"""What speaks for and against each value of a result: the names of yes-or-no features.

Only what the result itself says is used, so that features can be computed from a result file as well as in a run. A
value's first feature is the rule that found it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from notula.models.evidence import Evidence
from notula.models.minutes import Due, FollowUp, Item, Party, Where
from notula.models.result import Result
from notula.pipeline.text import key

_FORMATS = {"document": "docx", "plain": "txt", "markdown": "md"}  # the ends of media types
UNSURE = "unsure"  # the review reason that follows from the probability, so it must not tell it
_FEW, _MANY = 3, 15
_LENGTHS = ((3, "1-3"), (8, "4-8"), (20, "9-20"), (40, "21-40"))


class Value(NamedTuple):
    """A value of a result: its field, where it stands in it, and its features.

    ``at`` counts the items of a list and, for owners, the parties of a follow-up; it is empty for header fields that
    hold one value. The field ``ready`` is the whole follow-up: text, owners and due date.
    """

    field: str
    at: tuple[int, ...]
    features: tuple[str, ...]


def values_of(result: Result) -> Iterator[Value]:
    """Every value of a result that has a confidence, with its features."""
    common = tuple(_document(result))
    meeting = result.meeting
    for field in ("title", "date", "time", "place"):
        if (value := getattr(meeting, field)) is not None:
            yield Value(field, (), (*_found(value.evidence), _length(value.text), *common))
    named = {
        "chair": meeting.chair,
        "note_taker": meeting.note_taker,
        "attendees": result.attendees,
        "absent": result.absent,
    }
    for field, parties in named.items():
        for at, party in enumerate(parties):
            yield Value(field, (at,), (*_party(party), _count("parties", len(parties)), *common))
    for field, items in (("agenda", result.agenda), ("agreements", result.agreements)):
        for at, item in enumerate(items):
            yield Value(field, (at,), (*_item(item), _count("items", len(items)), *common))
    parties_there = (*result.attendees, *meeting.chair, *meeting.note_taker)
    present = {word for party in parties_there for word in key(party.name).split()}
    for at, follow_up in enumerate(result.follow_ups):
        yield from _follow_up(at, follow_up, present, common)


def _follow_up(at: int, item: FollowUp, present: set[str], common: tuple[str, ...]) -> Iterator[Value]:
    reasons = (f"reason={reason}" for reason in item.review_reasons if reason != UNSURE)
    own = (*_item(item), f"where={item.where.value}", *reasons)
    owners = tuple(_owner(owner, present) for owner in item.owners)
    due = _due(item.due)
    first = owners[0] if owners else ("owner=none",)
    yield Value("follow_ups", (at,), (*own, *(f"owner {name}" for name in first[:1]), *common))
    for index, owner in enumerate(owners):
        place = (f"where={item.where.value}", _count("owners", len(owners)))
        yield Value("owners", (at, index), (*owner, *place, *common))
    if item.due is not None:
        yield Value("due", (at,), (*due, f"where={item.where.value}", *common))
    told = (*(f"owner {name}" for name in first), *(f"due {name}" for name in due))
    yield Value("ready", (at,), (*own, _count("owners", len(owners)), *told, *common))


def _document(result: Result) -> Iterator[str]:
    """Features that all values of a result share: what kind of minutes these are and how well they were understood."""
    meeting = result.meeting
    kind = result.source.media_type.rsplit("/", 1)[-1].rsplit(".", 1)[-1]
    yield "format=" + _FORMATS.get(kind, kind)
    if result.source.text_from != "text_layer":
        yield "text=ocr"
    if result.source.parts > 1:
        yield "several meetings"
    missing = [name for name in ("title", "date", "place") if getattr(meeting, name) is None]
    yield from (f"no {name}" for name in missing)
    if not result.attendees:
        yield "no attendees"
    if not any(item.where is Where.SECTION for item in result.follow_ups):
        yield "no list of tasks"


def _found(evidence: Evidence) -> tuple[str, ...]:
    return (f"rule={evidence.rule}", *(("derived",) if evidence.derived else ()))


def _item(item: Item) -> tuple[str, ...]:
    ends = ("ends like a sentence",) if item.text.rstrip().endswith(".") else ()
    return (*_found(item.evidence), _length(item.text), *ends)


def _party(party: Party) -> tuple[str, ...]:
    told = [name for name in ("role", "organization", "honorific") if getattr(party, name) is not None]
    return (*_found(party.evidence), f"kind={party.kind.value}", _length(party.name), *(f"has {name}" for name in told))


def _owner(owner: Party, present: set[str]) -> tuple[str, ...]:
    known = ("an attendee",) if set(key(owner.name).split()) <= present else ()
    return (*_party(owner), *known)


def _due(due: Due | None) -> tuple[str, ...]:
    if due is None:
        return ("none",)
    return (*_found(due.evidence), f"expressed={due.kind.value}", *(() if due.date else ("no day",)))


def _length(text: str) -> str:
    words = len(text.split())
    return "words=" + next((name for most, name in _LENGTHS if words <= most), "41-")


def _count(name: str, number: int) -> str:
    return f"{name}=" + ("none" if not number else "1" if number == 1 else "few" if number <= _FEW else
                         "some" if number <= _MANY else "many")  # fmt: skip
