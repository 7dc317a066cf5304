"""SQLite and PostgreSQL tables: put in twice without doubles, brought up to date, and whole or not at all."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

import pytest

from notula.models.handover import Batch, Row, RowOwner
from notula.pipeline.errors import OutputError, UsageError
from notula.pipeline.export.interface import ExportOptions
from notula.pipeline.export.table import EXPORTERS
from notula.pipeline.export.words import owner_names, plain

OPTIONS = ExportOptions()


class Database(Protocol):
    """A database that exports go into."""

    name: str
    target: str

    def query(self, statement: str) -> list[tuple[Any, ...]]:
        """The rows that a statement gives."""


class Sqlite:
    name = "sqlite"

    def __init__(self, path: Path) -> None:
        self.target = str(path)

    def query(self, statement: str) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(self.target)
        try:
            found = connection.execute(statement).fetchall()
            connection.commit()
        finally:
            connection.close()
        return found


class Postgresql:
    name = "postgresql"

    def __init__(self, target: str) -> None:
        self.target = target

    @contextmanager
    def _connection(self) -> Iterator[Any]:
        from pg8000.native import Connection

        parts = urlsplit(self.target)
        connection = Connection(
            parts.username,
            host=parts.hostname,
            port=parts.port,
            database="postgres",
            password=unquote(parts.password or ""),
        )
        try:
            yield connection
        finally:
            connection.close()

    def query(self, statement: str) -> list[tuple[Any, ...]]:
        with self._connection() as connection:
            return [tuple(row) for row in connection.run(statement) or []]


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        yield Sqlite(tmp_path / "notula.sqlite")
        return
    request.getfixturevalue("socket_enabled")
    own = Postgresql(request.getfixturevalue("postgresql"))
    own.query("DROP SCHEMA public CASCADE")
    own.query("CREATE SCHEMA public")
    yield own


def put(database: Database, batch: Batch, options: ExportOptions = OPTIONS) -> None:
    EXPORTERS[database.name].write(batch, database.target, options)


def count(database: Database, table: str) -> int:
    return int(database.query(f"SELECT count(*) FROM notula_{table}")[0][0])


TABLES = ("meetings", "follow_ups", "owners", "agreements", "attendees")


def test_a_second_export_doubles_nothing(database: Database, hostile: Batch) -> None:
    put(database, hostile)
    first = {table: database.query(f"SELECT * FROM notula_{table} ORDER BY 1, 2") for table in TABLES}
    put(database, hostile)
    assert {table: database.query(f"SELECT * FROM notula_{table} ORDER BY 1, 2") for table in TABLES} == first
    assert count(database, "follow_ups") == 1_000 and count(database, "attendees") == 400


def test_texts_owners_and_days_are_those_of_the_rows(database: Database, hostile: Batch) -> None:
    put(database, hostile)
    found = {row[0]: (row[1], row[2], str(row[3]) if row[3] else None)
             for row in database.query("SELECT id, action, quote, due_date FROM notula_follow_ups")}  # fmt: skip
    assert found == {row.id: (plain(row.action), plain(row.quote), row.due_date) for row in hostile.follow_ups}
    owners = database.query("SELECT follow_up_id, name FROM notula_owners ORDER BY follow_up_id, position")
    assert owners == [
        (row.id, name) for row in sorted(hostile.follow_ups, key=lambda each: each.id) for name in owner_names(row)
    ]


def test_a_change_reaches_the_row_that_is_there(
    database: Database, batch: Callable[..., Batch], row: Callable[..., Row]
) -> None:
    two = (RowOwner(name="Bappeda"), RowOwner(name="Dinas Sosial"))
    put(database, batch(row(1, owners=two), row(2)))
    put(database, batch(row(1, owners=two[1:], due_date=None, revision=2), row(2, status="withdrawn", revision=2)))
    rows = database.query("SELECT revision, due_date, withdrawn, status FROM notula_follow_ups ORDER BY withdrawn")
    assert [tuple(map(str, each)) for each in rows] == [
        ("2", "None", str(rows[0][2]), "open"), ("2", "2026-05-05", str(rows[1][2]), "withdrawn")
    ]  # fmt: skip
    assert bool(rows[1][2]) and not rows[0][2]
    names = database.query(f"SELECT name FROM notula_owners WHERE follow_up_id = '{row(1).id}'")
    assert names == [("Dinas Sosial",)]


def test_what_else_is_in_the_database_stays(
    database: Database, batch: Callable[..., Batch], row: Callable[..., Row]
) -> None:
    put(database, batch(row(1)))
    put(database, batch(row(2)))
    put(database, batch(row(3)), ExportOptions(prefix="lain_"))
    assert count(database, "follow_ups") == 2
    assert database.query("SELECT count(*) FROM lain_follow_ups") == [(1,)]


def test_an_export_that_fails_changes_nothing(
    database: Database, batch: Callable[..., Batch], row: Callable[..., Row]
) -> None:
    put(database, batch(row(1)))
    broken = replace(row(2), modified=None)  # a column that may not be empty
    with pytest.raises(OutputError):
        put(database, batch(row(1, action="diubah"), broken))
    assert database.query("SELECT action FROM notula_follow_ups") == [(row(1).action,)]


def test_a_file_that_is_no_database_is_told(
    batch: Callable[..., Batch], row: Callable[..., Row], tmp_path: Path
) -> None:
    path = tmp_path / "x.sqlite"
    path.write_bytes(b"bukan basis data, " * 100)
    with pytest.raises(OutputError):
        EXPORTERS["sqlite"].write(batch(row()), str(path), OPTIONS)
    assert path.read_bytes() == b"bukan basis data, " * 100


@pytest.mark.parametrize(
    "target",
    ["", "x.sqlite", "mysql://a@b/c", "postgresql://b/c", "postgresql://a@b", "postgresql://a@b:port/c",
     "postgresql://a@b/c?sslmode=prefer", "postgresql://a@b/c?options=x"],
)  # fmt: skip
def test_an_address_that_is_none_is_told(
    target: str, batch: Callable[..., Batch], client: Callable[[str], object]
) -> None:
    client("pg8000")
    with pytest.raises(UsageError):
        EXPORTERS["postgresql"].write(batch(), target, OPTIONS)


def test_a_wrong_password_is_told_and_never_shown(
    postgresql: str, socket_enabled: None, batch: Callable[..., Batch], monkeypatch: pytest.MonkeyPatch
) -> None:
    target = postgresql.replace("kata%20sandi%3A%2F%40", "rahasia")
    with pytest.raises(OutputError) as told:
        EXPORTERS["postgresql"].write(batch(), target, OPTIONS)
    assert "rahasia" not in told.value.message("id") and "penguji@127.0.0.1" in told.value.message("id")
    monkeypatch.setenv("PGPASSWORD", "kata sandi:/@")
    report = EXPORTERS["postgresql"].write(batch(), target.replace(":rahasia", ""), OPTIONS)
    assert report.paths[0].startswith("postgresql://penguji@127.0.0.1:")


def test_a_server_that_is_not_there_is_told(
    socket_enabled: None, free_port: Callable[[], int], batch: Callable[..., Batch], client: Callable[[str], object]
) -> None:
    client("pg8000")
    with pytest.raises(OutputError):
        EXPORTERS["postgresql"].write(batch(), f"postgresql://a:b@127.0.0.1:{free_port()}/c", OPTIONS)
