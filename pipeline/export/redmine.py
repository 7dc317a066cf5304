"""Follow-ups for Redmine's CSV import of issues.

Source of the form: Redmine's ``IssueImport`` and ``Import``: headers that it maps by itself, dates as ``%Y-%m-%d``.
"""

from collections.abc import Iterator
from pathlib import Path

from notula.models.handover import Batch, Row
from notula.pipeline.export.checks import ONE_LINE
from notula.pipeline.export.files import csv_file
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.export.words import day, description, first_user, title_of

COLUMNS = ("unique_id", "subject", "description", "assigned_to", "due_date", "done_ratio")
TITLE = 255


def write_redmine(batch: Batch, target: str, options: ExportOptions) -> Report:
    """A line per new follow-up; tracker and status are chosen in Redmine's own form."""
    work, path, written = Work(batch, options), Path(target), 0
    with csv_file(path) as writer:
        writer.writerow(COLUMNS)
        for row in work.new():
            writer.writerow(_cells(row, work))
            written += 1
    return work.report((path,), written)


def _cells(row: Row, work: Work) -> Iterator[str]:
    due = day(row.due_date)
    yield row.id
    yield title_of(row, TITLE, work)
    yield description(row, work)
    yield first_user(row, work, ONE_LINE)
    yield due.isoformat() if due else ""
    yield "100" if row.status == "done" else "0"
