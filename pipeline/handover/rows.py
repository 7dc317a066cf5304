"""The reviewed view of the store as rows to hand over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from notula.models.handover import AgreementRow, AttendeeRow, Batch, MeetingRow, Review, Row, RowOwner, RowStatus
from notula.models.ledger import Block
from notula.models.minutes import AgreementKind, PartyKind
from notula.models.result import Result
from notula.models.review import (
    FollowUpStatus,
    MeetingView,
    ReviewedFollowUp,
    ReviewedItem,
    ReviewedParty,
    ReviewState,
)
from notula.pipeline.handover.owners import NOBODY, Owners
from notula.pipeline.handover.plan import Wanted
from notula.pipeline.messages import Lang

_REVIEWED = (ReviewState.ACCEPTED, ReviewState.EDITED)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which follow-ups, and in which form.

    ``target`` is the target's name in ``owners``. ``needs_account`` says that owners have to have an account there:
    one that ``owners`` does not name blocks. ``needs_due`` that a follow-up without a day is of no use. ``anonymous``
    looks up no persons, because their names are to be left out.
    """

    target: str
    owners: Owners = field(default_factory=Owners)
    pending: bool = False
    needs_account: bool = False
    needs_due: bool = False
    anonymous: bool = False
    lang: Lang = "id"


@dataclass(frozen=True, slots=True)
class Source:
    """What is read of the store: all follow-ups that are not rejected, the meetings, and their results (read once)."""

    follow_ups: Iterable[ReviewedFollowUp]
    meetings: Iterable[MeetingView]
    results: Iterable[Result] = ()


def collect(source: Source, choice: Choice, now: datetime) -> Wanted:
    """What could be handed over at ``now`` (an aware time), and what keeps some of it from it."""
    rows: list[Row] = []
    blocks: dict[str, tuple[Block, ...]] = {}
    held: set[str] = set()
    bare: dict[str, MeetingRow] = {}  # what follow-ups tell of meetings that the store does not list (any more)
    made_at = now.isoformat(timespec="seconds")
    for item in source.follow_ups:
        if item.status is FollowUpStatus.CANCELLED:
            continue
        if item.state not in _REVIEWED and not choice.pending:
            held.add(item.id)
        else:
            rows.append(_row(item, choice, made_at))
            bare.setdefault(item.meeting_id, _bare_meeting(item))
            if found := tuple(_blocks(item, choice)):
                blocks[item.id] = found
    header = _headers(source.meetings, choice)
    batch = Batch(
        meetings=tuple((bare | header.meetings).values()),
        follow_ups=tuple(rows),
        agreements=tuple(header.agreements),
        attendees=tuple(header.attendees),
        results=source.results,
        made_at=made_at,
        lang=choice.lang,
    )
    return Wanted(batch, blocks, frozenset(held))


@dataclass(frozen=True, slots=True)
class _Headers:
    """What of meetings is handed over, gathered without keeping the meetings themselves."""

    meetings: dict[str, MeetingRow] = field(default_factory=dict)
    agreements: list[AgreementRow] = field(default_factory=list)
    attendees: list[AttendeeRow] = field(default_factory=list)


def _headers(views: Iterable[MeetingView], choice: Choice) -> _Headers:
    gathered = _Headers()
    for view in views:
        gathered.meetings[view.summary.id] = meeting_row(view)
        gathered.agreements.extend(_agreements(view, choice.pending))
        gathered.attendees.extend(_attendees(view))
    return gathered


def _bare_meeting(item: ReviewedFollowUp) -> MeetingRow:
    """What a follow-up itself tells of its meeting."""
    source = item.source
    return MeetingRow(
        id=item.meeting_id, title=item.meeting_title, date=item.meeting_date,
        source=source.path, filename=source.filename, sha256=source.sha256,
    )  # fmt: skip


def unmapped(follow_ups: Iterable[ReviewedFollowUp], owners: Owners, target: str) -> dict[str, int]:
    """The owners that ``owners`` does not name for a target, by name, and of how many follow-ups they are."""
    counts: dict[str, int] = {}
    for item in follow_ups:
        for party in item.owners:
            if owners.find(party, target) is None:
                counts[_long_name(party)] = counts.get(_long_name(party), 0) + 1
    return dict(sorted(counts.items()))


def _row(item: ReviewedFollowUp, choice: Choice, made_at: str) -> Row:
    evidence = item.evidence
    return Row(
        id=item.id,
        meeting_id=item.meeting_id,
        action=item.action,
        text=item.text,
        owners=tuple(_owner(party, choice) for party in item.owners),
        recipients=tuple(party.name for party in item.recipients),
        due_date=item.due.date if item.due else None,
        due_text=item.due.text or None if item.due else None,
        due_kind=item.due.kind if item.due else None,
        status=cast(RowStatus, item.status.value),
        started_on=item.started_on,
        done_on=item.done_on,
        review=cast(Review, item.state.value),
        where=item.where.value if item.where else "",
        agreement_id=item.agreement_id,
        confidence=item.confidence,
        page=evidence.page if evidence else None,
        place=evidence.place if evidence else None,
        quote=evidence.quote if evidence else "",
        modified=made_at,
    )


def _owner(party: ReviewedParty, choice: Choice) -> RowOwner:
    user = None if _hidden(party, choice) else choice.owners.find(party, choice.target)
    known = None if user == NOBODY else user
    return RowOwner(name=party.name, kind=party.kind, organization=party.organization, user=known)


def _blocks(item: ReviewedFollowUp, choice: Choice) -> Iterator[Block]:
    if choice.needs_account:
        for party in item.owners:
            if not _hidden(party, choice) and choice.owners.find(party, choice.target) is None:
                yield Block("owner_not_mapped", _long_name(party))
    if choice.needs_due and not (item.due and item.due.date):
        yield Block("no_due_date")


def _hidden(party: ReviewedParty, choice: Choice) -> bool:
    return choice.anonymous and party.kind is PartyKind.PERSON


def _long_name(party: ReviewedParty) -> str:
    return party.canonical_name or party.name


def meeting_row(view: MeetingView) -> MeetingRow:
    """A meeting's header as a row."""
    values, source = view.header.values, view.summary.source
    date, time = values.date, values.time
    return MeetingRow(
        id=view.summary.id,
        title=values.title.text if values.title else None,
        date=date.start if date else None,
        date_end=date.end if date else None,
        time_start=time.start if time else None,
        time_end=time.end if time else None,
        zone=time.zone if time else None,
        place=values.place.text if values.place else None,
        mode=values.mode,
        chair=tuple(party.name for party in values.chair),
        note_taker=tuple(party.name for party in values.note_taker),
        source=source.path,
        filename=source.filename,
        sha256=source.sha256,
    )


def _agreements(view: MeetingView, pending: bool) -> Iterator[AgreementRow]:
    for item in view.agreements:
        if item.state in _REVIEWED or (pending and item.state is ReviewState.PENDING):
            yield _agreement(item)


def _agreement(item: ReviewedItem) -> AgreementRow:
    return AgreementRow(
        id=item.id,
        meeting_id=item.meeting_id,
        kind=item.values.kind or AgreementKind.DECISION,
        text=item.values.text,
        review=cast(Review, item.state.value),
        page=item.evidence.page if item.evidence else None,
        quote=item.evidence.quote if item.evidence else "",
    )


def _attendees(view: MeetingView) -> Iterator[AttendeeRow]:
    values = view.header.values
    for present, parties in ((True, values.attendees), (False, values.absent)):
        for party in parties:
            yield AttendeeRow(
                meeting_id=view.summary.id,
                name=party.name,
                role=party.role,
                organization=party.organization,
                kind=party.kind,
                present=present,
            )
