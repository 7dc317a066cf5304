"""Follow-ups as tasks (VTODO) and meetings as journal entries (VJOURNAL) in iCalendar; deadlines as events on request.

Source of the form: RFC 5545. A component is matched by its UID, which is our id, and a later one has a higher SEQUENCE.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from notula.models.handover import Batch, MeetingRow, Row, RowStatus
from notula.pipeline.export.checks import EMAIL
from notula.pipeline.export.content_lines import component, day_value, parameter, text_value, time_value
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
EVENT = "-due"  # ends the UID of a deadline's event, which may not have that of its task
Lines = Iterator[tuple[str, str]]  # property (with its parameters) and value


def write_calendar(batch: Batch, target: str, options: ExportOptions) -> Report:
    """One calendar: a VTODO per follow-up, a VJOURNAL per meeting, and with ``events`` a VEVENT per deadline."""
    work, path = Work(batch, options), Path(target)
    with replacing(path) as temporary, temporary.open("wb") as file:
        file.write(_HEAD)
        file.writelines(_components(work))
        file.write(_TAIL)
    return work.report((path,), len(batch.follow_ups))


def _components(work: Work) -> Iterator[bytes]:
    agreements = _agreements(work.batch)
    for meeting in work.batch.meetings:
        yield component("VJOURNAL", _journal(meeting, agreements.get(meeting.id, []), work))
    for row in work.batch.follow_ups:
        title, text = title_of(row, _TITLE, work), description(row, work)
        yield component("VTODO", _task(row, title, text, work))
        if work.options.events and (due := day(row.due_date)):
            yield component("VEVENT", _event(row, due, title, text, work))


def _agreements(batch: Batch) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in batch.agreements:
        found.setdefault(each.meeting_id, []).append(one_line(each.text))
    return found


def _task(row: Row, title: str, text: str, work: Work) -> Lines:
    yield from _item(row, row.id, work)
    yield "SUMMARY", text_value(title)
    yield "DESCRIPTION", text_value(text)
    due = day(row.due_date)
    if due:
        yield "DUE;VALUE=DATE", day_value(due)
    yield "STATUS", _STATUS[row.status]
    if row.status == "done":
        yield "PERCENT-COMPLETE", "100"
        yield "COMPLETED", time_value(_completed(row, work.meeting_of(row)))
    if row.status == "in_progress" and (started := day(row.started_on)) and (not due or started < due):
        yield "DTSTART;VALUE=DATE", day_value(started)  # some clients refuse a task that is due the day it starts


def _completed(row: Row, meeting: MeetingRow | None) -> datetime:
    """When a task was done: COMPLETED is a time, so noon of that day in the meeting's zone."""
    done = day(row.done_on)
    return datetime(done.year, done.month, done.day, 12, tzinfo=zone_of(meeting)) if done else moment(row.modified)


def _event(row: Row, due: date, title: str, text: str, work: Work) -> Lines:
    """A deadline as an all-day event."""
    yield from _item(row, row.id + EVENT, work)
    yield "SUMMARY", text_value(f"{say('export.line.due', work.lang)}: {title}")
    yield "DESCRIPTION", text_value(text)
    yield "DTSTART;VALUE=DATE", day_value(due)
    yield "DTEND;VALUE=DATE", day_value(min(due, date.max - timedelta(days=1)) + timedelta(days=1))
    yield "TRANSP", "TRANSPARENT"
    yield "STATUS", "CANCELLED" if row.status == "withdrawn" else "CONFIRMED"


def _item(row: Row, uid: str, work: Work) -> Lines:
    """What tasks and events have in common."""
    modified = time_value(moment(row.modified))
    yield "UID", text_value(uid)
    yield "DTSTAMP", modified
    yield "LAST-MODIFIED", modified
    yield "SEQUENCE", str(row.revision)
    yield "RELATED-TO", text_value(row.meeting_id)
    yield "X-NOTULA-ID", text_value(row.id)
    pending = f",{text_value(say('export.pending', work.lang))}" if row.review == "pending" else ""
    yield "CATEGORIES", f"notula{pending}"
    for name in owner_names(row):
        yield "CONTACT", text_value(name)
    for owner in row.owners:
        if owner.user and EMAIL.fullmatch(owner.user):
            yield f"ATTENDEE;CN={parameter(owner.name)}", f"mailto:{owner.user}"


def _journal(meeting: MeetingRow, agreements: list[str], work: Work) -> Lines:
    yield "UID", text_value(meeting.id)
    yield "DTSTAMP", time_value(moment(work.batch.made_at))
    if held := day(meeting.date):
        yield "DTSTART;VALUE=DATE", day_value(held)
    yield "SUMMARY", text_value(one_line(meeting.title or meeting.filename))
    yield "DESCRIPTION", text_value("\n".join(_journal_lines(meeting, agreements, work)))
    yield "STATUS", "FINAL"
    yield "CATEGORIES", "notula"


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
