"""Follow-ups for GitLab's CSV import of issues.

Source of the form: GitLab's documentation, "Import issues from CSV". Quick actions in a description are carried out, so
what the minutes say stands in a code block, and only our own ``/assign`` lines outside.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from notula.models.handover import Batch, Row
from notula.pipeline.export.checks import USER
from notula.pipeline.export.fences import fenced
from notula.pipeline.export.files import csv_file, numbered
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.export.marks import id_line
from notula.pipeline.export.words import day, description_lines, title_of

COLUMNS = ("title", "description", "due_date")
TITLE = 255
BYTES = 10_000_000  # GitLab.com takes files of 10 MB


def write_gitlab(batch: Batch, target: str, options: ExportOptions) -> Report:
    """``FILE.csv``, ``FILE-002.csv``, ... of the new follow-ups, none larger than GitLab takes."""
    work, path = Work(batch, options), Path(target)
    paths: list[Path] = []
    written = 0
    for group in _groups(work):
        paths.append(numbered(path, len(paths) + 1))
        with csv_file(paths[-1]) as writer:
            writer.writerow(COLUMNS)
            writer.writerows(group)
        written += len(group)
    return work.report(paths, written)


def _groups(work: Work) -> Iterator[list[tuple[str, str, str]]]:
    """The lines of each file; one empty group where there is nothing new."""
    group: list[tuple[str, str, str]] = []
    room = size = BYTES - 1_000
    first = True
    for row in work.new():
        line = _cells(row, work)
        size = _bytes(line)
        full = len(group) >= (work.options.rows_per_file or len(group) + 1)
        if group and (size > room or full):
            yield group
            group, room, first = [], BYTES - 1_000, False
        group.append(line)
        room -= size
    if group or first:
        yield group


def _bytes(line: tuple[str, str, str]) -> int:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(line)
    return len(buffer.getvalue().encode("utf-8"))


def _cells(row: Row, work: Work) -> tuple[str, str, str]:
    due = day(row.due_date)
    body = [fenced(description_lines(row, work)), "", id_line(row.id), *_assign(row, work)]
    return title_of(row, TITLE, work), "\n".join(body), due.isoformat() if due else ""


def _assign(row: Row, work: Work) -> list[str]:
    """The quick actions that name the owners whom GitLab knows."""
    users = [owner.user for owner in row.owners if owner.user and USER.fullmatch(owner.user)]
    bad = sum(1 for owner in row.owners if owner.user) - len(users)
    if bad:
        work.notes["bad_user"] += bad
    if left := len(row.owners) - len(users):
        work.notes["owner_left_out"] += left
    return [f"/assign @{user}" for user in dict.fromkeys(users)]
