"""Follow-ups as tasks (VTODO) and meetings as journal entries (VJOURNAL) in iCalendar; deadlines as events on request.

Source of the form: RFC 5545. A component is matched by its UID, which is our id, and a later one has a higher SEQUENCE.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from icalendar import Event, Journal, Todo
from icalendar.prop import vText

from notula.models.handover import Batch, MeetingRow, Row, RowStatus
from notula.pipeline.export.checks import EMAIL
from notula.pipeline.export.files import replacing
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.export.words import (
    day,
    description,
    long_date,
    moment,
    one_line,
    owner_names,
    plain,
    title_of,
    zone_of,
)
from notula.pipeline.messages import say

_HEAD = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Notula//Notula//ID\r\nCALSCALE:GREGORIAN\r\n"
_TAIL = b"END:VCALENDAR\r\n"
_STATUS: dict[RowStatus, str] = {
    "open": "NEEDS-ACTION", "in_progress": "IN-PROCESS", "done": "COMPLETED", "withdrawn": "CANCELLED",
}  # fmt: skip
_TITLE = 1_000  # characters of a SUMMARY: no limit of the form, but clients show one line
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_OCTETS = 75  # of a line
EVENT = "-due"  # ends the UID of a deadline's event, which may not have that of its task


class _Text(vText):
    """A text whose every character is kept: the library takes a written backslash and N for a line break."""

    def to_ical(self) -> bytes:
        """The text as RFC 5545 has it (section 3.3.11)."""
        return self.translate(_ESCAPES).encode("utf-8")


def write_calendar(batch: Batch, target: str, options: ExportOptions) -> Report:
    """One calendar: a VTODO per follow-up, a VJOURNAL per meeting, and with ``events`` a VEVENT per deadline."""
    work, path = Work(batch, options), Path(target)
    with replacing(path) as temporary, temporary.open("wb") as file:
        file.write(_HEAD)
        for component in _components(work):
            file.writelines(_folded(line) for line in component.content_lines() if line)
        file.write(_TAIL)
    return work.report((path,), len(batch.follow_ups))


def _folded(line: str) -> bytes:
    """A content line, folded at 75 octets and never inside a character (RFC 5545, section 3.1).

    The library's own folding looks at each character of a line that has others than ASCII; this is most of its time.
    """
    data, pieces = line.encode("utf-8"), []
    room = _OCTETS
    while len(data) > room:
        cut = room
        while data[cut] & 0xC0 == 0x80:  # inside a character
            cut -= 1
        pieces.append(data[:cut])
        data, room = data[cut:], _OCTETS - 1
    return b"\r\n ".join([*pieces, data]) + b"\r\n"


def _components(work: Work) -> Iterator[Any]:
    made_at = moment(work.batch.made_at)
    agreements = _agreements(work.batch)
    for meeting in work.batch.meetings:
        yield _journal(meeting, agreements.get(meeting.id, []), made_at, work)
    for row in work.batch.follow_ups:
        yield _task(row, work)
        if work.options.events and day(row.due_date):
            yield _event(row, work)


def _agreements(batch: Batch) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in batch.agreements:
        found.setdefault(each.meeting_id, []).append(one_line(each.text))
    return found


def _task(row: Row, work: Work) -> Any:
    meeting = work.meeting_of(row)
    task = _item(Todo(), row, row.id, work)
    if due := day(row.due_date):
        task.add("due", due)
    task.add("status", _STATUS[row.status])
    if row.status == "done":
        _complete(task, row, meeting)
    if row.status == "in_progress" and (started := day(row.started_on)) and (not due or started < due):
        task.add("dtstart", started)  # some clients refuse a task that is due the day it starts
    return task


def _complete(task: Any, row: Row, meeting: MeetingRow | None) -> None:
    """Say that a task is done: COMPLETED is a time, so noon of the day it was done, in the meeting's zone."""
    task.add("percent-complete", 100)
    done = day(row.done_on)
    when = datetime(done.year, done.month, done.day, 12, tzinfo=zone_of(meeting)) if done else moment(row.modified)
    task.add("completed", moment(when.isoformat()))


def _event(row: Row, work: Work) -> Any:
    """A deadline as an all-day event."""
    due = day(row.due_date)
    assert due is not None
    event = _item(Event(), row, row.id + EVENT, work)
    event["summary"] = _Text(f"{say('export.line.due', work.lang)}: {event['summary']}")
    event.add("dtstart", due)
    event.add("dtend", min(due, date.max - timedelta(days=1)) + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if row.status == "withdrawn" else "CONFIRMED")
    return event


def _item(item: Any, row: Row, uid: str, work: Work) -> Any:
    """What tasks and events have in common."""
    modified = moment(row.modified)
    item.add("uid", uid)
    item.add("dtstamp", modified)
    item.add("last-modified", modified)
    item.add("sequence", row.revision)
    item.add("summary", _Text(title_of(row, _TITLE, work)))
    item.add("description", _Text(description(row, work)))
    item.add("related-to", _Text(row.meeting_id))
    item.add("x-notula-id", _Text(row.id))
    categories = ["notula"] + ([say("export.pending", work.lang)] if row.review == "pending" else [])
    item.add("categories", categories)
    for name in owner_names(row):
        item.add("contact", _Text(name))
    for owner in row.owners:
        if owner.user and EMAIL.fullmatch(owner.user):
            item.add("attendee", f"mailto:{owner.user}", parameters={"CN": _parameter(owner.name)})
    return item


def _parameter(text: str) -> str:
    """A text as a parameter's value: RFC 5545 has no way to write a quotation mark or a line break there."""
    return one_line(text).replace('"', "'")


def _journal(meeting: MeetingRow, agreements: list[str], made_at: datetime, work: Work) -> Any:
    journal = Journal()
    journal.add("uid", meeting.id)
    journal.add("dtstamp", made_at)
    journal.add("summary", _Text(one_line(meeting.title or meeting.filename)))
    if held := day(meeting.date):
        journal.add("dtstart", held)
    journal.add("status", "FINAL")
    journal.add("categories", ["notula"])
    journal.add("description", _Text("\n".join(_journal_lines(meeting, agreements, work))))
    return journal


def _journal_lines(meeting: MeetingRow, agreements: list[str], work: Work) -> list[str]:
    times = " - ".join(time for time in (meeting.time_start, meeting.time_end) if time)
    fields = (
        ("date", long_date(meeting.date, work.lang)),
        ("time", f"{times} {meeting.zone or ''}".strip()),
        ("place", one_line(meeting.place or "")),
        ("chair", "; ".join(map(one_line, meeting.chair))),
        ("note_taker", "; ".join(map(one_line, meeting.note_taker))),
        ("filename", plain(meeting.filename)),
    )
    lines = [f"{say(f'column.{name}', work.lang)}: {text}" for name, text in fields if text]
    if agreements:
        lines += ["", say("sheet.agreements", work.lang) + ":", *(f"- {text}" for text in agreements)]
    return lines
