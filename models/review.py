"""What the review store tells: the machine's value, the person's, and the reviewed one that the log of decisions gives.

An item keeps the id under which it was first seen, also where a later run of the pipeline calls it otherwise: what was
handed over to other tools under that id stays the same row there.
"""

from enum import StrEnum
from typing import Literal

from pydantic import Field, JsonValue

from notula.models.base import Model
from notula.models.evidence import Evidence
from notula.models.issue import Issue
from notula.models.minutes import AgreementKind, DueKind, Mode, PartyKind, Where
from notula.models.result import SourceInfo


class ReviewState(StrEnum):
    """What persons have said about an item; accepted and edited ones are reviewed and wanted."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


class ItemList(StrEnum):
    """The list an item stands in. A meeting's header and attendance are one item of the list ``meeting``."""

    MEETING = "meeting"
    AGENDA = "agenda"
    AGREEMENTS = "agreements"
    FOLLOW_UPS = "follow_ups"
    SUGGESTIONS = "suggestions"


class FollowUpStatus(StrEnum):
    """How far a follow-up is; unlike in the minutes it can also be cancelled."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"


class Origin(StrEnum):
    """Where an item comes from: the pipeline, a person who selected source text, a person who split an item."""

    MACHINE = "machine"
    ADDED = "added"
    SPLIT = "split"


class ReviewedText(Model):
    """A text; ``confidence`` is None where a person wrote it, ``evidence`` where it stands nowhere in the source."""

    text: str
    confidence: float | None = None
    evidence: Evidence | None = None


class ReviewedDate(Model):
    """A day (ISO ``start``) or several (``end``)."""

    start: str | None
    end: str | None = None
    text: str = ""
    confidence: float | None = None
    evidence: Evidence | None = None


class ReviewedTime(Model):
    """From when to when (``HH:MM``) in which zone."""

    start: str | None
    end: str | None = None
    zone: str | None = None
    text: str = ""
    confidence: float | None = None
    evidence: Evidence | None = None


class ReviewedParty(Model):
    """Somebody who attends, leads, owns or receives; the names are those of ``Party``."""

    name: str
    canonical_name: str | None = None
    aliases: tuple[str, ...] = ()
    kind: PartyKind = PartyKind.PERSON
    honorific: str | None = None
    role: str | None = None
    organization: str | None = None
    confidence: float | None = None
    evidence: Evidence | None = None


class ReviewedDue(Model):
    """A deadline: ``date`` (ISO) is None where the words fix no single day."""

    date: str | None
    text: str = ""
    kind: DueKind = DueKind.ABSOLUTE
    confidence: float | None = None
    evidence: Evidence | None = None


class ItemValues(Model):
    """What an item says. ``kind`` is for agreements, ``action`` and what follows it for follow-ups."""

    text: str
    kind: AgreementKind | None = None
    action: str | None = None
    owners: tuple[ReviewedParty, ...] = ()
    recipients: tuple[ReviewedParty, ...] = ()
    due: ReviewedDue | None = None
    status: FollowUpStatus = FollowUpStatus.OPEN


class HeaderValues(Model):
    """What a meeting's header and attendance say."""

    title: ReviewedText | None = None
    date: ReviewedDate | None = None
    time: ReviewedTime | None = None
    place: ReviewedText | None = None
    mode: Mode | None = None
    chair: tuple[ReviewedParty, ...] = ()
    note_taker: tuple[ReviewedParty, ...] = ()
    attendees: tuple[ReviewedParty, ...] = ()
    absent: tuple[ReviewedParty, ...] = ()


class Conflict(Model):
    """A field that the pipeline reads otherwise than when a person decided on it: ``human`` holds until resolved."""

    field: str
    human: JsonValue
    machine: JsonValue
    machine_before: JsonValue


class Reviewed(Model):
    """What items and headers have in common.

    ``revision`` is what a decision has to name (it changes whenever anything here does); ``changed_at`` (ISO, UTC) and
    ``changed_by`` tell the last decision, None where there is none. ``confidence``, ``review_reasons`` and
    ``evidence`` are the pipeline's; confidence is that of the item as a whole (a follow-up's text, owners and due date
    together), and 1 where a person added it. ``carried_over`` says that the decisions were taken under another id or
    text, ``vanished`` that the pipeline no longer finds the item. ``skipped`` is how often it was put off since the
    last decision. ``judged`` says that a person looked at it, and did not accept everything of all meetings at once.
    """

    id: str
    meeting_id: str
    state: ReviewState = ReviewState.PENDING
    origin: Origin = Origin.MACHINE
    confidence: float
    needs_review: bool = False
    review_reasons: tuple[str, ...] = ()
    revision: int
    changed_at: str | None = None
    changed_by: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    carried_over: bool = False
    vanished: bool = False
    skipped: int = 0
    judged: bool = False


class ReviewedItem(Reviewed):
    """A point of the minutes: ``values`` is the reviewed view, ``machine`` what the pipeline reads now (None: nothing).

    ``list`` is where it stands now, ``machine_list`` where the pipeline put it. ``position`` orders a list.
    ``merged_into`` is the id of the item that took this one in, ``split_from`` of the one it was cut from.
    ``status_since`` (ISO day), ``started_on`` and ``done_on`` date the status.
    """

    list: ItemList
    machine_list: ItemList | None = None
    position: float
    values: ItemValues
    machine: ItemValues | None = None
    evidence: Evidence | None = None
    where: Where | None = None
    agreement_id: str | None = None
    merged_into: str | None = None
    split_from: str | None = None
    status_since: str | None = None
    started_on: str | None = None
    done_on: str | None = None


class ReviewedHeader(Reviewed):
    """A meeting's header and attendance; its id is the meeting's."""

    values: HeaderValues
    machine: HeaderValues | None = None


class Counts(Model):
    """A meeting's items by state; ``low`` counts pending ones of low confidence, ``follow_ups`` those not rejected."""

    items: int = 0
    pending: int = 0
    accepted: int = 0
    edited: int = 0
    rejected: int = 0
    conflicts: int = 0
    carried_over: int = 0
    vanished: int = 0
    low: int = 0
    follow_ups: int = 0
    agreements: int = 0

    @property
    def decided(self) -> int:
        """How many are no longer pending."""
        return self.items - self.pending


class MeetingSummary(Model):
    """A meeting as lists show it: reviewed title and date, and how far its review is.

    ``organization`` is the chair's, the note-taker's or the one most attendees are of; ``organizations`` are all that
    attend or own. ``result`` is the JSON file's path below the output folder, ``other_results`` the same meeting's
    from other files. ``vanished`` says that no result file holds it any more.
    """

    id: str
    title: str | None = None
    date: str | None = None
    date_end: str | None = None
    place: str | None = None
    organization: str | None = None
    organizations: tuple[str, ...] = ()
    source: SourceInfo
    result: str
    other_results: tuple[str, ...] = ()
    partial: bool = False
    vanished: bool = False
    counts: Counts = Counts()
    revision: int
    changed_at: str | None = None
    changed_by: str | None = None

    @property
    def done(self) -> bool:
        """Whether a person has decided on all of it (suggestions need no decision)."""
        return not self.counts.pending and not self.counts.conflicts


class MeetingView(Model):
    """All of a meeting: every item of its lists in order, rejected ones too."""

    summary: MeetingSummary
    header: ReviewedHeader
    agenda: tuple[ReviewedItem, ...] = ()
    agreements: tuple[ReviewedItem, ...] = ()
    follow_ups: tuple[ReviewedItem, ...] = ()
    suggestions: tuple[ReviewedItem, ...] = ()
    issues: tuple[Issue, ...] = ()


class ReviewedFollowUp(Model):
    """A follow-up with its meeting, as exports take it.

    ``revision`` grows with every change of anything here, of the meeting's title and date too. ``evidence`` is None
    only where the source no longer shows the item. ``agreement_id`` is the store's id of an agreement.
    """

    id: str
    meeting_id: str
    meeting_title: str | None
    meeting_date: str | None
    meeting_organization: str | None
    action: str
    text: str
    owners: tuple[ReviewedParty, ...] = ()
    recipients: tuple[ReviewedParty, ...] = ()
    due: ReviewedDue | None = None
    status: FollowUpStatus = FollowUpStatus.OPEN
    status_since: str | None = None
    started_on: str | None = None
    done_on: str | None = None
    where: Where | None = None
    agreement_id: str | None = None
    state: ReviewState
    origin: Origin = Origin.MACHINE
    confidence: float
    needs_review: bool = False
    review_reasons: tuple[str, ...] = ()
    evidence: Evidence | None = None
    source: SourceInfo
    revision: int
    changed_at: str | None = None
    changed_by: str | None = None
    conflict: bool = False
    carried_over: bool = False
    vanished: bool = False


class Change(Model):
    """What happened to a follow-up since an earlier revision; ``follow_up`` is None where it was withdrawn."""

    revision: int
    kind: Literal["created", "updated", "withdrawn"]
    id: str
    meeting_id: str
    at: str
    by: str | None = None
    follow_up: ReviewedFollowUp | None = None


class LogEntry(Model):
    """One line of the log: who changed what from what to what, and why.

    ``old`` and ``new`` are by field. ``group`` is shared by entries of one decision (a merge, an accept-all), which an
    undo takes back together. ``undoes`` is the group that an ``undo`` takes back; ``undone`` says that this one is.
    Entries by ``notula`` (``carried_over``, ``conflict``, ``vanished``, ``returned``) say what a run did to a reviewed
    item.
    """

    revision: int
    at: str
    who: str
    kind: str
    meeting_id: str
    item_id: str
    old: dict[str, JsonValue] = Field(default_factory=dict)
    new: dict[str, JsonValue] = Field(default_factory=dict)
    reason: str = ""
    group: int
    undoes: int | None = None
    undone: bool = False
