"""Follow-ups for Todoist's CSV import: a section per meeting, a task per follow-up, a note with its source.

Source of the form: Todoist's help page on its CSV template. It has no ids, so a second import doubles everything.
"""

import re
from itertools import groupby
from pathlib import Path

from notula.models.handover import Batch, Row
from notula.pipeline.export.checks import NAME_ID
from notula.pipeline.export.files import csv_file
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.export.marks import id_line
from notula.pipeline.export.words import day, description_lines, first_user, long_date, one_line, title_of, zone_name
from notula.pipeline.messages import say

COLUMNS = ("TYPE", "CONTENT", "DESCRIPTION", "PRIORITY", "INDENT", "AUTHOR", "RESPONSIBLE", "DATE", "DATE_LANG",
           "TIMEZONE")  # fmt: skip
_TITLE = 500  # Todoist's own limit is not told; this is what one reads in a list
_LOWEST = "4"  # p4: minutes give no priorities
# "@word" is a label and "* " at the start a task that cannot be ticked off; a blank takes the meaning away.
_LABEL = re.compile(r"(?<!\S)@(?=\S)")
_UNTICKABLE = re.compile(r"^\*(?=\s)")


def write_todoist(batch: Batch, target: str, options: ExportOptions) -> Report:
    """The new follow-ups that are to be done; those that are done are left out and noted."""
    work, path, written = Work(batch, options), Path(target), 0
    with csv_file(path) as writer:
        writer.writerow(COLUMNS)
        for meeting_id, rows in groupby(_open(work), key=lambda row: row.meeting_id):
            writer.writerow(_section(meeting_id, work))
            for row in rows:
                writer.writerow(_task(row, work))
                writer.writerow(_line("note", "\n".join(description_lines(row, work))))
                written += 1
    return work.report((path,), written)


def _open(work: Work) -> list[Row]:
    rows = list(work.new())
    order = {meeting_id: place for place, meeting_id in enumerate(work.meetings)}
    todo = [row for row in rows if row.status != "done"]
    todo.sort(key=lambda row: order.get(row.meeting_id, len(order)))
    if done := len(rows) - len(todo):
        work.notes["done_left_out"] += done
    return todo


def _line(kind: str, content: str, description: str = "", priority: str = "", indent: str = "", owner: str = "",
          due: str = "", zone: str = "") -> tuple[str, ...]:  # fmt: skip
    language = ("en", zone) if due else ("", "")
    return kind, content, description, priority, indent, "", owner, due, *language


def _section(meeting_id: str, work: Work) -> tuple[str, ...]:
    meeting = work.meetings.get(meeting_id)
    parts = (one_line(meeting.title or meeting.filename), long_date(meeting.date, work.lang)) if meeting else ()
    return _line("section", _content(", ".join(filter(None, parts))[:_TITLE] or say("sheet.follow_ups", work.lang)))


def _task(row: Row, work: Work) -> tuple[str, ...]:
    due = day(row.due_date)
    return _line(
        "task",
        _content(title_of(row, _TITLE, work)),
        id_line(row.id),
        _LOWEST,
        "1",
        first_user(row, work, NAME_ID),
        due.isoformat() if due else "",
        zone_name(work.meetings.get(row.meeting_id)),
    )


def _content(text: str) -> str:
    return _UNTICKABLE.sub("\\\\*", _LABEL.sub("@ ", text))
