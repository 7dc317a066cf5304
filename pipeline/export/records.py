"""The tables that data tools get: columns with their types, and the rows of a batch.

``TABLES`` hang together by ids (Data Package, SQL, Parquet). ``SHEETS`` are the same for people (CSV, XLSX): the
meeting's title and day beside each item, owners in one cell. Values are str, date, int, float, bool or None.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from notula.models.handover import MeetingRow
from notula.pipeline.export.interface import Work
from notula.pipeline.export.words import day, joined, one_line, owner_names, plain
from notula.pipeline.messages import say

ColumnType = Literal["string", "date", "integer", "number", "boolean"]
Value = str | date | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``words`` where its values are codes that people get in words (``export.<words>.<value>``)."""

    name: str
    type: ColumnType = "string"
    required: bool = False
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, its primary key, the column that names a row of another table, and its rows."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Work], Iterator[tuple[Value, ...]]]
    parent: tuple[str, str] | None = None


def _text(value: str | None) -> str | None:
    return None if value is None else plain(value)


# --- tables that hang together by ids ---------------------------------------------------------------------------------

_ID, _MEETING = Column("id", required=True), Column("meeting_id", required=True)
_MEETINGS = (
    _ID, Column("title"), Column("date", "date"), Column("date_end", "date"), Column("time_start"), Column("time_end"),
    Column("zone"), Column("place"), Column("mode"), Column("chair"), Column("note_taker"),
    Column("source", required=True), Column("filename", required=True), Column("sha256", required=True),
)  # fmt: skip
_FOLLOW_UPS = (
    _ID, _MEETING, Column("agreement_id"), Column("action", required=True), Column("text", required=True),
    Column("due_date", "date"), Column("due_text"), Column("due_kind"), Column("status", required=True),
    Column("started_on", "date"), Column("done_on", "date"), Column("review", required=True), Column("recipients"),
    Column("where", required=True), Column("page", "integer"), Column("place_in_file"), Column("quote", required=True),
    Column("confidence", "number", required=True), Column("revision", "integer", required=True),
    Column("modified", required=True), Column("withdrawn", "boolean", required=True),
)  # fmt: skip
_OWNERS = (
    Column("follow_up_id", required=True), Column("position", "integer", required=True), Column("name", required=True),
    Column("kind"), Column("organization"), Column("user"),
)  # fmt: skip
_AGREEMENTS = (
    _ID, _MEETING, Column("kind", required=True), Column("text", required=True), Column("review", required=True),
    Column("page", "integer"), Column("quote", required=True),
)  # fmt: skip
_ATTENDEES = (
    _MEETING, Column("position", "integer", required=True), Column("name", required=True), Column("role"),
    Column("organization"), Column("kind", required=True), Column("present", "boolean", required=True),
)  # fmt: skip


def _meetings(work: Work) -> Iterator[tuple[Value, ...]]:
    for each in work.batch.meetings:
        yield (
            each.id, _text(each.title), day(each.date), day(each.date_end), each.time_start, each.time_end, each.zone,
            _text(each.place), each.mode and each.mode.value, joined([one_line(name) for name in each.chair]),
            joined([one_line(name) for name in each.note_taker]), plain(each.source), plain(each.filename), each.sha256,
        )  # fmt: skip


def _follow_ups(work: Work) -> Iterator[tuple[Value, ...]]:
    for row in work.batch.follow_ups:
        yield (
            row.id, row.meeting_id, row.agreement_id, plain(row.action), plain(row.text), day(row.due_date),
            _text(row.due_text), row.due_kind and row.due_kind.value, row.status, day(row.started_on), day(row.done_on),
            row.review, joined([one_line(name) for name in row.recipients]), row.where, row.page, _text(row.place),
            plain(row.quote), row.confidence, row.revision, row.modified, row.status == "withdrawn",
        )  # fmt: skip


def _owners(work: Work) -> Iterator[tuple[Value, ...]]:
    for row in work.batch.follow_ups:
        for position, owner in enumerate(row.owners, start=1):
            kind = owner.kind and owner.kind.value
            yield row.id, position, one_line(owner.name), kind, _text(owner.organization), _text(owner.user)


def _agreements(work: Work) -> Iterator[tuple[Value, ...]]:
    for each in work.batch.agreements:
        yield each.id, each.meeting_id, each.kind.value, plain(each.text), each.review, each.page, plain(each.quote)


def _attendees(work: Work) -> Iterator[tuple[Value, ...]]:
    counts: dict[str, int] = {}
    for each in work.batch.attendees:
        counts[each.meeting_id] = position = counts.get(each.meeting_id, 0) + 1
        yield (
            each.meeting_id, position, one_line(each.name), _text(each.role), _text(each.organization),
            each.kind.value, each.present,
        )  # fmt: skip


MEETINGS = Table("meetings", _MEETINGS, ("id",), _meetings)
FOLLOW_UPS = Table("follow_ups", _FOLLOW_UPS, ("id",), _follow_ups, ("meeting_id", "meetings"))
OWNERS = Table("owners", _OWNERS, ("follow_up_id", "position"), _owners, ("follow_up_id", "follow_ups"))
AGREEMENTS = Table("agreements", _AGREEMENTS, ("id",), _agreements, ("meeting_id", "meetings"))
ATTENDEES = Table("attendees", _ATTENDEES, ("meeting_id", "position"), _attendees, ("meeting_id", "meetings"))
TABLES = (MEETINGS, FOLLOW_UPS, OWNERS, AGREEMENTS, ATTENDEES)

# --- sheets for people -----------------------------------------------------------------------------------------------

_OF_MEETING = (Column("meeting_title"), Column("meeting_date", "date"))
_FOLLOW_UP_SHEET = (
    Column("number", "integer"), Column("action"), Column("owners"), Column("due_date", "date"), Column("due_text"),
    Column("status", words="status"), Column("review", words="review"), *_OF_MEETING, Column("recipients"),
    Column("page", "integer"), Column("quote"), Column("filename"), Column("started_on", "date"),
    Column("done_on", "date"), Column("confidence", "number"), Column("id"), Column("meeting_id"),
    Column("agreement_id"),
)  # fmt: skip
_AGREEMENT_SHEET = (
    Column("number", "integer"), Column("text"), Column("kind", words="kind"), Column("review", words="review"),
    *_OF_MEETING, Column("page", "integer"), Column("quote"), Column("id"), Column("meeting_id"),
)  # fmt: skip
_MEETING_SHEET = (
    Column("number", "integer"), Column("title"), Column("date", "date"), Column("date_end", "date"),
    Column("time_start"), Column("time_end"), Column("zone"), Column("place"), Column("mode", words="mode"),
    Column("chair"), Column("note_taker"), Column("filename"), Column("id"),
)  # fmt: skip
_ATTENDEE_SHEET = (
    Column("number", "integer"), Column("name"), Column("role"), Column("organization"), Column("kind", words="kind"),
    Column("present", "boolean"), *_OF_MEETING, Column("meeting_id"),
)  # fmt: skip


def _meeting_cells(meeting: MeetingRow | None) -> tuple[Value, Value]:
    return (_text(meeting.title or meeting.filename), day(meeting.date)) if meeting else (None, None)


def _follow_up_sheet(work: Work) -> Iterator[tuple[Value, ...]]:
    for number, row in enumerate(work.wanted(), start=1):
        meeting = work.meeting_of(row)
        yield (
            number, plain(row.action), joined(owner_names(row)), day(row.due_date), _text(row.due_text), row.status,
            row.review, *_meeting_cells(meeting), joined([one_line(name) for name in row.recipients]), row.page,
            plain(row.quote), plain(meeting.filename) if meeting else None, day(row.started_on), day(row.done_on),
            row.confidence, row.id, row.meeting_id, row.agreement_id,
        )  # fmt: skip


def _agreement_sheet(work: Work) -> Iterator[tuple[Value, ...]]:
    for number, each in enumerate(work.batch.agreements, start=1):
        cells = _meeting_cells(work.meetings.get(each.meeting_id))
        yield (
            number, plain(each.text), each.kind.value, each.review, *cells, each.page, plain(each.quote), each.id,
            each.meeting_id,
        )  # fmt: skip


def _meeting_sheet(work: Work) -> Iterator[tuple[Value, ...]]:
    for number, cells in enumerate(_meetings(work), start=1):
        yield number, *cells[1:11], cells[12], cells[0]


def _attendee_sheet(work: Work) -> Iterator[tuple[Value, ...]]:
    for number, each in enumerate(work.batch.attendees, start=1):
        yield (
            number, one_line(each.name), _text(each.role), _text(each.organization), each.kind.value, each.present,
            *_meeting_cells(work.meetings.get(each.meeting_id)), each.meeting_id,
        )  # fmt: skip


FOLLOW_UP_SHEET = Table("follow_ups", _FOLLOW_UP_SHEET, ("id",), _follow_up_sheet)
SHEETS = (
    FOLLOW_UP_SHEET,
    Table("agreements", _AGREEMENT_SHEET, ("id",), _agreement_sheet),
    Table("meetings", _MEETING_SHEET, ("id",), _meeting_sheet),
    Table("attendees", _ATTENDEE_SHEET, ("number",), _attendee_sheet),
)


def headers(table: Table, work: Work) -> list[str]:
    """The titles of a sheet's columns, in the user's language."""
    return [say(f"column.{column.name}", work.lang) for column in table.columns]


def in_words(table: Table, row: tuple[Value, ...], work: Work) -> list[Value]:
    """A sheet's row with codes and truth values in words."""
    return [_worded(column, value, work) for column, value in zip(table.columns, row, strict=True)]


def _worded(column: Column, value: Value, work: Work) -> Value:
    if value is None:
        return None
    if column.type == "boolean":
        return say("export.yes" if value else "export.no", work.lang)
    return say(f"export.{column.words}.{value}", work.lang) if column.words else value
