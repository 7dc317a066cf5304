"""Follow-ups for Jira's CSV import, cut into files that anybody may import, with a mapping file for the wizard.

Source of the form: Atlassian's help on importing data from a CSV file. One date pattern holds for a whole import, so
it is ISO everywhere and stands in the mapping file.
"""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from notula.models.handover import Batch, Row
from notula.pipeline.export.checks import EMAIL
from notula.pipeline.export.files import csv_file, numbered, text_file
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.export.words import day, description, first_user, title_of

# A header has no punctuation. `Due Date` and `Notula ID` are chosen by hand in the wizard, or by the mapping file.
COLUMNS = ("Summary", "Description", "Assignee", "Due Date", "Notula ID")
ROWS = 250  # who is no administrator may import that many at once
TITLE = 255
DESCRIPTION = 32_767
_FIELDS = {"Summary": "summary", "Description": "description", "Assignee": "assignee", "Due Date": "duedate"}


def write_jira(batch: Batch, target: str, options: ExportOptions) -> Report:
    """``FILE.csv``, ``FILE-002.csv``, ... of at most ``rows_per_file`` new follow-ups, and ``FILE.mapping.json``."""
    work, path = Work(batch, options), Path(target)
    rows, written = iter(work.new()), 0
    paths: list[Path] = []
    while True:
        group = list(islice(rows, options.rows_per_file or ROWS))
        if paths and not group:
            break
        paths.append(numbered(path, len(paths) + 1))
        _write_file(paths[-1], group, work)
        written += len(group)
    mapping = path.with_name(f"{path.stem}.mapping.json")
    with text_file(mapping) as file:
        file.write(json.dumps(_mapping(options), ensure_ascii=False, indent=2) + "\n")
    return work.report((*paths, mapping), written)


def _write_file(path: Path, rows: list[Row], work: Work) -> None:
    with csv_file(path) as writer:
        writer.writerow(COLUMNS)
        for row in rows:
            writer.writerow(_cells(row, work))


def _cells(row: Row, work: Work) -> Iterator[str]:
    due = day(row.due_date)
    yield title_of(row, TITLE, work)
    yield description(row, work)
    yield first_user(row, work, EMAIL)
    yield due.isoformat() if due else ""
    yield row.id


def _mapping(options: ExportOptions) -> dict[str, object]:
    """The settings that the wizard can load; keys as an exported one has them."""
    mapping: dict[str, object] = {
        "config.version": "2.0",
        "config.project.from.csv": "false",
        "config.encoding": "UTF-8",
        "config.delimiter": ",",
        "config.date.format": "yyyy-MM-dd",
        "config.email.suffix": "@",
        "config.field.mappings": {column: {"jira.field": field} for column, field in _FIELDS.items()},
        "config.value.mappings": {},
    }
    if options.project:
        mapping["config.project"] = {"project.key": options.project}
    return mapping
