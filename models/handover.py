"""What is handed over to other tools: reviewed follow-ups as rows, and what a target tool can take.

A row carries the reviewed values (the person's where there is one, else the machine's); who reads it needs neither
the store nor the ledger. These are plain frozen dataclasses, not pydantic models: an export holds a hundred thousand.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from notula.models.minutes import AgreementKind, DueKind, Mode, PartyKind
from notula.models.result import Result

RowStatus = Literal["open", "in_progress", "done", "withdrawn"]
Review = Literal["accepted", "edited", "pending"]
TargetMode = Literal["snapshot", "upsert", "create"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOwner:
    """Who has to do it: ``name`` as the minutes know them, ``user`` what the target tool calls them (None: unknown)."""

    name: str
    kind: PartyKind | None = None
    organization: str | None = None
    user: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One follow-up as exporters see it.

    Dates are ISO days; ``modified`` is an ISO time in UTC (the last change that is known), ``revision`` counts the
    changes handed over so far from 1, ``key`` is what the target tool calls the item where the ledger knows it. A row
    with the status ``withdrawn`` is one that was handed over before and is no longer wanted.
    """

    id: str
    meeting_id: str
    action: str
    text: str
    owners: tuple[RowOwner, ...] = ()
    recipients: tuple[str, ...] = ()
    due_date: str | None = None
    due_text: str | None = None
    due_kind: DueKind | None = None
    status: RowStatus = "open"
    started_on: str | None = None
    done_on: str | None = None
    review: Review = "accepted"
    where: str
    agreement_id: str | None = None
    confidence: float
    page: int | None = None
    place: str | None = None
    quote: str
    revision: int = 1
    modified: str
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """The meeting that follow-ups come from; ``source`` is the file's path below the input folder."""

    id: str
    title: str | None = None
    date: str | None = None
    date_end: str | None = None
    time_start: str | None = None
    time_end: str | None = None
    zone: str | None = None
    place: str | None = None
    mode: Mode | None = None
    chair: tuple[str, ...] = ()
    note_taker: tuple[str, ...] = ()
    source: str
    filename: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """One agreement of a meeting."""

    id: str
    meeting_id: str
    kind: AgreementKind
    text: str
    review: Review = "accepted"
    page: int | None = None
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendeeRow:
    """Somebody who was invited; ``present`` is false for those who sent word."""

    meeting_id: str
    name: str
    role: str | None = None
    organization: str | None = None
    kind: PartyKind
    present: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What one export hands over: ``made_at`` is an ISO time in UTC, the only clock exporters know.

    ``results`` are the same meetings as the contract has them, reviewed values put in; they are read once, so a
    generator will do, and only the exporters of the contract itself read them.
    """

    meetings: tuple[MeetingRow, ...] = ()
    follow_ups: tuple[Row, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()
    attendees: tuple[AttendeeRow, ...] = ()
    results: Iterable[Result] = ()
    made_at: str
    lang: Literal["id", "en"] = "id"
