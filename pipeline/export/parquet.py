"""Follow-ups as Parquet with real types: one file, or a folder with a file for each table."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from notula.models.handover import Batch, Row
from notula.pipeline.errors import UsageError
from notula.pipeline.export.files import filling, replacing
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.export.records import FOLLOW_UPS, MEETINGS, TABLES, Table, Value
from notula.pipeline.export.words import one_line

_ROWS = 2_000  # rows of a group, all that is held in memory


def write_parquet(batch: Batch, target: str, options: ExportOptions) -> Report:
    """``FILE.parquet``: the follow-ups, each with its owners as a list and its meeting's columns beside it.

    Another target is a folder that gets a file per table.

    Raises:
        UsageError: pyarrow is not installed.
    """
    work, path = Work(batch, options).snapshot(), Path(target)
    arrow = _arrow()
    if path.suffix.lower() == ".parquet":
        written = _write(path, _wide_schema(arrow), _wide_rows(work), arrow)
        return work.report((path,), written)
    counts = {}
    with filling(path) as fresh:
        for table in TABLES:
            file = fresh / f"{table.name}.parquet"
            counts[table.name] = _write(file, _schema(table, arrow), table.rows(work), arrow)
    return work.report((path / f"{table.name}.parquet" for table in TABLES), counts["follow_ups"])


def _arrow() -> Any:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as trouble:
        raise UsageError("export.missing_extra", package="pyarrow", extra="parquet") from trouble
    return pyarrow


def _types(arrow: Any) -> dict[str, Any]:
    return {"string": arrow.string(), "date": arrow.date32(), "integer": arrow.int32(), "number": arrow.float64(),
            "boolean": arrow.bool_()}  # fmt: skip


def _schema(table: Table, arrow: Any) -> Any:
    types = _types(arrow)
    return arrow.schema([
        arrow.field(column.name, types[column.type], nullable=not column.required) for column in table.columns
    ])  # fmt: skip


def _wide_schema(arrow: Any) -> Any:
    """The columns of the follow-ups, their owners, and the columns of the meeting under ``meeting_``."""
    types = _types(arrow)
    names = arrow.list_(arrow.string())
    meeting = [arrow.field(f"meeting_{column.name}", types[column.type]) for column in MEETINGS.columns[1:]]
    return arrow.schema([*_schema(FOLLOW_UPS, arrow), arrow.field("owners", names), arrow.field("owner_users", names),
                         *meeting])  # fmt: skip


def _wide_rows(work: Work) -> Iterator[tuple[Any, ...]]:
    meetings = {cells[0]: cells[1:] for cells in MEETINGS.rows(work)}
    nothing = (None,) * (len(MEETINGS.columns) - 1)
    for row, cells in zip(work.batch.follow_ups, FOLLOW_UPS.rows(work), strict=True):
        yield *cells, *_owner_lists(row), *meetings.get(row.meeting_id, nothing)


def _owner_lists(row: Row) -> tuple[list[str], list[str | None]]:
    return [one_line(owner.name) for owner in row.owners], [owner.user for owner in row.owners]


def _write(path: Path, schema: Any, rows: Iterator[tuple[Value, ...]], arrow: Any) -> int:
    written = 0
    with replacing(path) as temporary, arrow.parquet.ParquetWriter(str(temporary), schema) as writer:
        while group := list(islice(rows, _ROWS)):
            columns = zip(*group, strict=True)
            arrays = [arrow.array(values, kind) for values, kind in zip(columns, schema.types, strict=True)]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))
            written += len(group)
    return written
