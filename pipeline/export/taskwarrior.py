"""Follow-ups for ``task import``: a JSON object a line, matched by ``uuid``, which is our id.

Source of the form: Taskwarrior's task(1) and its task data format. Times are in UTC; values have no line breaks.
"""

import json
import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from notula.models.handover import Batch, MeetingRow, Row, RowStatus
from notula.pipeline.export.files import text_file
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.export.words import (
    day,
    joined,
    moment,
    one_line,
    owner_names,
    source_words,
    title_of,
    zone_of,
)

_STATUS: dict[RowStatus, str] = {
    "open": "pending", "in_progress": "pending", "done": "completed", "withdrawn": "deleted",
}  # fmt: skip
_TITLE = 10_000
_END_OF_DAY = time(23, 59, 59)  # a task that is due on a day is not late before that day is over
_PROJECT = re.compile(r"[^\w.-]+")
PENDING = "belum_ditinjau"


def write_taskwarrior(batch: Batch, target: str, options: ExportOptions) -> Report:
    """A line per follow-up; withdrawn ones as deleted."""
    work, path = Work(batch, options), Path(target)
    with text_file(path) as file:
        for row in batch.follow_ups:
            file.write(json.dumps(_task(row, work), ensure_ascii=False) + "\n")
    return work.report((path,), len(batch.follow_ups))


def _task(row: Row, work: Work) -> dict[str, Any]:
    meeting = work.meeting_of(row)
    task: dict[str, Any] = {
        "uuid": row.id,
        "status": _STATUS[row.status],
        "entry": _stamp(_entry(row, meeting)),
        "modified": _stamp(moment(row.modified)),
        "description": title_of(row, _TITLE, work),
        "project": _PROJECT.sub("_", work.options.project or "notula"),
        "tags": ["notula", *([PENDING] if row.review == "pending" else [])],
    }
    if due := day(row.due_date):
        task["due"] = _stamp(datetime.combine(due, _END_OF_DAY, zone_of(meeting)))
    task |= _progress(row, meeting) | _own_fields(row, meeting, work)
    task["annotations"] = _annotations(row, meeting, work)
    return task


def _progress(row: Row, meeting: MeetingRow | None) -> dict[str, str]:
    if row.status == "in_progress":
        return {"start": _stamp(_noon(day(row.started_on), row, meeting))}
    if row.status in ("done", "withdrawn"):
        return {"end": _stamp(_noon(day(row.done_on), row, meeting))}
    return {}


def _own_fields(row: Row, meeting: MeetingRow | None, work: Work) -> dict[str, str]:
    """Attributes of ours; Taskwarrior keeps those it does not know."""
    fields = {
        "notula_id": row.id,
        "notula_meeting": row.meeting_id,
        "notula_owner": joined(owner_names(row)),
        "notula_due": one_line(row.due_text or ""),
        "notula_source": source_words(row, meeting, work.lang),
    }
    return {name: text for name, text in fields.items() if text}


def _annotations(row: Row, meeting: MeetingRow | None, work: Work) -> list[dict[str, str]]:
    """The source and the words of the minutes; Taskwarrior tells notes apart by their second."""
    entry = _entry(row, meeting)
    texts = [text for text in (source_words(row, meeting, work.lang), one_line(row.quote)) if text]
    return [
        {"entry": _stamp(entry + timedelta(seconds=second)), "description": text}
        for second, text in enumerate(texts, start=1)
    ]


def _entry(row: Row, meeting: MeetingRow | None) -> datetime:
    """When the task came up: noon of the meeting's day, the same at each export."""
    return _noon(day(meeting.date) if meeting else None, row, meeting)


def _noon(found: date | None, row: Row, meeting: MeetingRow | None) -> datetime:
    if found is None:
        return moment(row.modified)
    return datetime.combine(found, time(12), zone_of(meeting)).astimezone(UTC)


def _stamp(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
