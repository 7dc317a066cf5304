"""Tables in a PostgreSQL database, brought up to date by key in one transaction."""

import os
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from notula.models.handover import Batch
from notula.pipeline.errors import OutputError, UsageError
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.export.records import TABLES, ColumnType, Table, Value
from notula.pipeline.export.sql import create_table, delete_children, is_list, quoted, renewed, upsert

_TYPES: dict[ColumnType, str] = {
    "string": "text", "date": "date", "integer": "integer", "number": "double precision", "boolean": "boolean",
}  # fmt: skip
_PORT = 5432
_NULL = "\\N"  # as COPY writes it
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_SSL = {"disable": None, "require": True, "verify-full": True}  # pg8000 checks the server's certificate in both


def write_postgresql(batch: Batch, target: str, options: ExportOptions) -> Report:
    """The rows in the tables of the database that ``target`` names: ``postgresql://user:password@host:port/database``.

    Raises:
        OutputError: the database refuses; it is as it was before.
        UsageError: pg8000 is not installed, or the target is no such address.
    """
    work = Work(batch, options)
    driver, place = _driver(), _address(target)
    try:
        database = driver.Connection(**place)
        try:
            database.run("BEGIN")
            for table in TABLES:
                _write_table(database, table, work)
            database.run("COMMIT")
        finally:
            database.close()
    except (driver.Error, OSError) as trouble:
        raise OutputError("output.write", path=_shown(place), reason=_reason(trouble)) from trouble
    return work.report((_shown(place),), len(batch.follow_ups))


def _write_table(database: Any, table: Table, work: Work) -> None:
    """Copy the rows into a table that is gone at the end, and from there into the lasting one: two trips, not many."""
    prefix, passing = work.options.prefix, quoted(f"{work.options.prefix}incoming_{table.name}")
    lasting = quoted(prefix + table.name)
    database.run(create_table(table, prefix, _TYPES))
    database.run(f"CREATE TEMP TABLE {passing} (LIKE {lasting}) ON COMMIT DROP")
    database.run(f"COPY {passing} FROM STDIN WITH (FORMAT text)", stream=_copy_lines(table, work))
    if is_list(table):
        ids = list(renewed(table, work.batch))
        database.run(delete_children(table, prefix, "ANY(CAST(:ids AS text[]))"), ids=ids)
    database.run(upsert(table, prefix, f"SELECT * FROM {passing}"))


def _copy_lines(table: Table, work: Work) -> Iterator[bytes]:
    """The rows in the text format of ``COPY``."""
    for row in table.rows(work):
        yield ("\t".join(_cell(value) for value in row) + "\n").encode("utf-8")


def _cell(value: Value) -> str:
    if value is None:
        return _NULL
    if isinstance(value, bool):
        return "t" if value else "f"
    return value.isoformat() if isinstance(value, date) else str(value).translate(_ESCAPES)


def _driver() -> Any:
    try:
        from pg8000 import native
    except ImportError as trouble:
        raise UsageError("export.missing_extra", package="pg8000", extra="postgresql") from trouble
    return native


def _address(target: str) -> dict[str, Any]:
    """What pg8000 wants to know of ``postgresql://user:password@host:port/database?sslmode=require``.

    Raises:
        UsageError: it is no such address.
    """
    try:
        parts = urlsplit(target)
        port = parts.port or _PORT
    except ValueError as trouble:
        raise UsageError("export.bad_database") from trouble
    choices, database = dict(parse_qsl(parts.query)), unquote(parts.path.lstrip("/"))
    mode = choices.pop("sslmode", "disable")
    fits = parts.scheme in ("postgresql", "postgres") and parts.username and parts.hostname and database
    if not fits or choices or mode not in _SSL:
        raise UsageError("export.bad_database")
    password = parts.password if parts.password is not None else os.environ.get("PGPASSWORD")
    return {
        "user": unquote(parts.username or ""),
        "password": unquote(password) if parts.password is not None and password else password,
        "host": parts.hostname,
        "port": port,
        "database": database,
        "ssl_context": _SSL[mode],
    }


def _shown(place: dict[str, Any]) -> str:
    """The address without the password."""
    return f"postgresql://{place['user']}@{place['host']}:{place['port']}/{place['database']}"


def _reason(trouble: Exception) -> str:
    """What the server said; pg8000 gives its message as fields by letter (M is the message)."""
    said = trouble.args[0] if trouble.args else ""
    return str(said.get("M", said)) if isinstance(said, dict) else str(said) or type(trouble).__name__
