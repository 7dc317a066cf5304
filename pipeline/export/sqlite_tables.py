"""Tables in an SQLite file, brought up to date by key in one transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from notula.models.handover import Batch
from notula.pipeline.errors import OutputError
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.export.records import TABLES, ColumnType, Table, Value
from notula.pipeline.export.sql import create_table, delete_children, is_list, renewed, upsert

_TYPES: dict[ColumnType, str] = {
    "string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER",
}  # fmt: skip


def write_sqlite(batch: Batch, target: str, options: ExportOptions) -> Report:
    """The rows in the tables of the file; other tables and rows in it stay as they are. Dates are ISO days.

    Raises:
        OutputError: it is no SQLite file, or it cannot be written; it is as it was before.
    """
    work = Work(batch, options)
    with _transaction(Path(target)) as database:
        for table in TABLES:
            database.execute(create_table(table, options.prefix, _TYPES))
            if is_list(table):
                statement = delete_children(table, options.prefix, "?")
                database.executemany(statement, ((own_id,) for own_id in renewed(table, batch)))
            marks = ", ".join("?" * len(table.columns))
            database.executemany(upsert(table, options.prefix, f"VALUES ({marks})"), _rows(table, work))
    return work.report((target,), len(batch.follow_ups))


@contextmanager
def _transaction(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection in one transaction, committed when all went well.

    Raises:
        OutputError: SQLite cannot use the file.
    """
    database: sqlite3.Connection | None = None
    try:
        database = sqlite3.connect(path, isolation_level=None)
        database.execute("BEGIN IMMEDIATE")
        yield database
        database.execute("COMMIT")
    except sqlite3.Error as trouble:
        raise OutputError("output.write", path=str(path), reason=str(trouble)) from trouble
    finally:
        if database is not None:
            database.close()


def _rows(table: Table, work: Work) -> Iterator[tuple[Value, ...]]:
    for row in table.rows(work):
        yield tuple(value.isoformat() if isinstance(value, date) else value for value in row)
