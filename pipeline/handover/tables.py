"""Other tools' exports as rows of text by column: CSV (comma, semicolon, tab), JSON, JSON Lines.

A JSON object within an object gives columns with dots (``fields.status.name``); lists are joined by ``; ``.
"""

import csv
import io
import json
import re
from collections.abc import Collection, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from notula.pipeline.errors import NoInputError, UsageError, why
from notula.pipeline.export.marks import find_id

Row = dict[str, str]
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_SEPARATORS = ",;\t"
_LISTS = ("issues", "items", "tasks", "data", "work_packages", "results", "nodes")  # where tools put their rows
_ID_COLUMNS = (
    "id notula", "notula id", "notula_id", "notula-id", "id", "uuid", "uid", "external id", "external_id", "subject",
)  # fmt: skip
_LARGEST_CELL = 10_000_000


def read_table(path: Path) -> list[Row]:
    """The rows of a file, column names folded to lower case and cells stripped.

    Raises:
        NoInputError: there is no such file.
        UsageError: it cannot be read as a table.
    """
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError as trouble:
        raise NoInputError("noinput.missing", path=str(path)) from trouble
    except (OSError, UnicodeError) as trouble:
        raise UsageError("usage.table", path=str(path), reason=why(trouble)) from trouble
    try:
        rows = list(_json_rows(text) if text.lstrip()[:1] in ("{", "[") else _csv_rows(text))
    except (ValueError, RecursionError, csv.Error) as trouble:
        raise UsageError("usage.table", path=str(path), reason=str(trouble)[:200]) from trouble
    return rows


def find_uuid(text: str) -> str | None:
    """The first UUID of a text, in lower case."""
    found = _UUID.search(text)
    return found[0].lower() if found else None


def own_id(row: Row, known: Collection[str]) -> str | None:
    """Our id in a row: where our mark says so, else a UUID that is ``known``, else a UUID in a column for ids.

    None where there is none. What is found by its mark or column may be unknown.
    """
    for cell in row.values():
        if marked := find_id(cell):
            return marked.lower()
    for cell in row.values():
        for found in _UUID.findall(cell):
            if found.lower() in known:
                return str(found.lower())
    if "entry" in row and "notula_id" not in row:  # somebody's own task: Taskwarrior gives every task a UUID
        return None
    return next((found for name in _ID_COLUMNS if (found := find_uuid(row.get(name, "")))), None)


def _csv_rows(text: str) -> Iterator[Row]:
    csv.field_size_limit(_LARGEST_CELL)
    header = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=header.count)
    lines: Iterator[list[str]] = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    first = next(lines, [])
    if any(find_uuid(cell) for cell in first):  # no header: what a script of ours notes, our id and the tool's address
        lines, first = chain([first], lines), ["id", "key"]
    names = [name.strip().lower() for name in first]
    for cells in lines:
        row: Row = {}
        for name, cell in zip(names, cells, strict=False):
            if cell.strip():  # a column may stand several times (Jira's labels)
                row[name] = f"{row[name]}; {cell.strip()}" if name in row else cell.strip()
        if row:
            yield row


def _json_rows(text: str) -> Iterator[Row]:
    try:
        data = json.loads(text)
    except ValueError:  # JSON Lines, or not JSON at all
        data = [json.loads(line) for line in text.splitlines() if line.strip()]
    for found in _objects(data):
        yield {name.lower(): value for name, value in _flat(found, "") if value}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """The objects that are rows: of a list, or of the list in an object; an object alone is one row."""
    if isinstance(data, dict):
        inner = next((data[name] for name in _LISTS if isinstance(data.get(name), list)), None)
        data = [data] if inner is None else inner
    if not isinstance(data, list):
        raise ValueError("not a list of objects")
    for found in data:
        if not isinstance(found, dict):
            raise ValueError("not a list of objects")
        yield found


def _flat(value: Any, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list):
        parts = [";".join(text for _, text in _flat(inner, "")) for inner in value]
        yield name, "; ".join(part for part in parts if part)
    elif value is not None:
        yield name, str(value).strip()
