"""A meeting's result with the reviewed values put in: the contract, as if the pipeline had read it so.

What a person wrote stands nowhere in the source. It gets the evidence of the item it belongs to (``derived``, and the
rule ``review.edited``); an item that a person added without a place gets an empty span.
"""

from collections.abc import Iterable

from notula.models.evidence import Evidence
from notula.models.minutes import (
    Agreement,
    AgreementKind,
    DateValue,
    Due,
    FollowUp,
    Item,
    Meeting,
    Party,
    Status,
    TextValue,
    TimeValue,
    Where,
)
from notula.models.result import Result
from notula.models.review import (
    FollowUpStatus,
    HeaderValues,
    MeetingView,
    ReviewedDate,
    ReviewedDue,
    ReviewedItem,
    ReviewedParty,
    ReviewedText,
    ReviewedTime,
    ReviewState,
)

_NOWHERE = Evidence(char_start=0, char_end=0, quote="", rule="review.edited", derived=True)
_CERTAIN = 1.0  # what a person wrote


def reviewed_result(result: Result, view: MeetingView, *, pending: bool = False) -> Result:
    """The result with the reviewed header and lists; items not looked at yet only with ``pending``."""
    read = {item.id: item for item in result.follow_ups}
    states = {ReviewState.ACCEPTED, ReviewState.EDITED} | ({ReviewState.PENDING} if pending else set())
    values = view.header.values

    def kept(items: Iterable[ReviewedItem]) -> list[ReviewedItem]:
        return [item for item in items if item.state in states]

    return result.model_copy(
        update={
            "id": view.summary.id,
            "meeting": _meeting(values),
            "attendees": _parties(values.attendees, _NOWHERE),
            "absent": _parties(values.absent, _NOWHERE),
            "agenda": tuple(_item(item) for item in kept(view.agenda)),
            "agreements": tuple(_agreement(item) for item in kept(view.agreements)),
            "follow_ups": tuple(
                _follow_up(item, read.get(item.id))
                for item in kept(view.follow_ups)
                if item.values.status is not FollowUpStatus.CANCELLED
            ),
            "suggestions": tuple(_item(item) for item in kept(view.suggestions)),
        }
    )


def _meeting(values: HeaderValues) -> Meeting:
    return Meeting(
        title=_text(values.title),
        date=_date(values.date) if values.date else None,
        time=_time(values.time) if values.time else None,
        place=_text(values.place),
        mode=values.mode,
        chair=_parties(values.chair, _NOWHERE),
        note_taker=_parties(values.note_taker, _NOWHERE),
    )


def _date(date: ReviewedDate) -> DateValue:
    sure, evidence = _sure(date.confidence), date.evidence or _NOWHERE
    return DateValue(start=date.start, end=date.end, text=date.text, confidence=sure, evidence=evidence)


def _time(time: ReviewedTime) -> TimeValue:
    sure, evidence = _sure(time.confidence), time.evidence or _NOWHERE
    return TimeValue(
        start=time.start, end=time.end, zone=time.zone, text=time.text, confidence=sure, evidence=evidence
    )  # fmt: skip


def _text(value: ReviewedText | None) -> TextValue | None:
    if value is None:
        return None
    return TextValue(text=value.text, confidence=_sure(value.confidence), evidence=value.evidence or _NOWHERE)


def _sure(confidence: float | None) -> float:
    return _CERTAIN if confidence is None else confidence


def _parties(parties: Iterable[ReviewedParty], near: Evidence) -> tuple[Party, ...]:
    return tuple(_party(party, near) for party in parties)


def _party(party: ReviewedParty, near: Evidence) -> Party:
    return Party(
        name=party.name, canonical_name=party.canonical_name, aliases=party.aliases, kind=party.kind,
        honorific=party.honorific, role=party.role, organization=party.organization,
        confidence=_sure(party.confidence), evidence=party.evidence or _edited(near),
    )  # fmt: skip


def _edited(near: Evidence) -> Evidence:
    return near.model_copy(update={"rule": "review.edited", "derived": True})


def _item(item: ReviewedItem) -> Item:
    return Item(id=item.id, text=item.values.text, confidence=item.confidence, evidence=item.evidence or _NOWHERE)


def _agreement(item: ReviewedItem) -> Agreement:
    kind = item.values.kind or AgreementKind.DECISION
    return Agreement(**_item(item).model_dump(exclude={"evidence"}), evidence=item.evidence or _NOWHERE, kind=kind)


def _follow_up(item: ReviewedItem, read: FollowUp | None) -> FollowUp:
    """A follow-up with its reviewed values; ``read`` is what the pipeline made of it, under the same id.

    The store knows how sure an item is as a whole only; the text's own confidence is that of ``read``, where there is.
    """
    values, near = item.values, item.evidence or _NOWHERE
    return FollowUp(
        id=item.id,
        text=values.text,
        confidence=read.confidence if read else item.confidence,
        ready=item.confidence,
        evidence=near,
        action=values.action or values.text,
        owners=_parties(values.owners, near),
        recipients=_parties(values.recipients, near),
        due=_due(values.due, near),
        where=item.where or Where.SECTION,
        status=Status(values.status.value),
        agreement_id=item.agreement_id,
        needs_review=item.state is ReviewState.PENDING and item.needs_review,
        review_reasons=item.review_reasons if item.state is ReviewState.PENDING else (),
    )


def _due(due: ReviewedDue | None, near: Evidence) -> Due | None:
    if due is None:
        return None
    evidence = due.evidence or _edited(near)
    return Due(date=due.date, text=due.text, kind=due.kind, confidence=due.confidence, evidence=evidence)
