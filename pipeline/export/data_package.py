"""A Frictionless Data Package: a CSV per table, and ``datapackage.json`` with their types, keys and digests.

Source of the form: the Data Package, Data Resource, Table Schema and CSV Dialect specifications (Frictionless Data).
"""

import csv
import hashlib
import json
import tempfile
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

from notula.models.handover import Batch
from notula.pipeline.export.files import filling, replacing, text_file
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.export.records import OWNERS, TABLES, Column, Table, Value
from notula.pipeline.messages import say

DESCRIPTION = "datapackage.json"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first day that ZIP knows; the same bytes for the same rows


def write_data_package(batch: Batch, target: str, options: ExportOptions) -> Report:
    """A folder, or one ``.zip`` where the target ends so; withdrawn follow-ups are left out."""
    work, path = Work(batch, options), Path(target)
    if path.suffix.lower() == ".zip":
        with replacing(path) as temporary, tempfile.TemporaryDirectory(dir=path.parent, prefix=".notula-") as folder:
            written = _write_folder(Path(folder), work)
            _pack(Path(folder), temporary)
    else:
        with filling(path, last=DESCRIPTION) as fresh:
            written = _write_folder(fresh, work)
    return work.report((path,), written)


def _write_folder(folder: Path, work: Work) -> int:
    """Write the tables, and last what describes them; the number of follow-ups."""
    resources, counts = [], {}
    kept = work.snapshot()
    for table in TABLES:
        path = folder / f"{table.name}.csv"
        counts[table.name] = _write_table(path, table, kept)
        resources.append(_resource(path, table, kept))
    package = {
        "profile": "tabular-data-package",
        "name": "notula",
        "title": say("export.package", work.lang),
        "created": work.batch.made_at,
        "resources": resources,
    }
    with text_file(folder / DESCRIPTION) as file:
        file.write(json.dumps(package, ensure_ascii=False, indent=2) + "\n")
    return counts["follow_ups"]


def _write_table(path: Path, table: Table, work: Work) -> int:
    count = 0
    with text_file(path, newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([column.name for column in table.columns])
        for row in table.rows(work):
            writer.writerow([_cell(value) for value in row])
            count += 1
    return count


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def _resource(path: Path, table: Table, work: Work) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, work) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.parent and _has_parents(table, work):
        column, parent = table.parent
        schema["foreignKeys"] = [{"fields": [column], "reference": {"resource": parent, "fields": ["id"]}}]
    return {
        "name": table.name,
        "path": path.name,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "doubleQuote": True, "lineTerminator": "\r\n", "header": True},
        "bytes": path.stat().st_size,
        "hash": f"sha256:{_digest(path)}",
        "schema": schema,
    }


def _field(column: Column, work: Work) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "title": say(f"column.{column.name}", work.lang)}
    if column.required:
        field["constraints"] = {"required": True}
    return field


def _has_parents(table: Table, work: Work) -> bool:
    """Whether every row's meeting is in the batch: a foreign key that does not hold would make the package invalid."""
    known = work.meetings.keys()
    if table is OWNERS:
        return True
    place = [column.name for column in table.columns].index("meeting_id")
    return all(cells[place] in known for cells in table.rows(work))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _pack(folder: Path, target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(path.name, _EARLIEST)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as sink:
                while piece := source.read(1 << 20):
                    sink.write(piece)
