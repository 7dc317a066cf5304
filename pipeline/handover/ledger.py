"""The ledger: what was handed to which target, and what the target calls it. One SQLite file beside the results.

A hand-over is one transaction, open from before the plan is made until the target's file is in its place. So two
hand-overs cannot run at once, and whoever is killed in between has noted nothing: the next run makes the same plan and
writes the same file again.
"""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import TypeAdapter

from notula.models.ledger import Entry, Handed, Sent
from notula.pipeline.errors import BusyError, NotulaError, OutputError, UsageError

LEDGER = "handover.sqlite3"
_PATIENCE = 15.0  # seconds to wait for another hand-over to end

_FIRST = (
    "CREATE TABLE batch (number INTEGER PRIMARY KEY AUTOINCREMENT, target TEXT NOT NULL, path TEXT NOT NULL,"
    " at TEXT NOT NULL, created INTEGER NOT NULL DEFAULT 0, updated INTEGER NOT NULL DEFAULT 0,"
    " withdrawn INTEGER NOT NULL DEFAULT 0)",
    "CREATE TABLE entry (target TEXT NOT NULL, id TEXT NOT NULL, digest TEXT NOT NULL, key TEXT,"
    " revision INTEGER NOT NULL, changed TEXT NOT NULL, withdrawn INTEGER NOT NULL,"
    " batch INTEGER NOT NULL, sent BLOB, PRIMARY KEY (target, id))",  # with a rowid: rows are long
    "CREATE TABLE origin (id TEXT NOT NULL)",
    "CREATE TABLE event (seq INTEGER PRIMARY KEY AUTOINCREMENT, feed TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX event_feed ON event (feed, seq)",
    "CREATE TABLE receiver (feed TEXT NOT NULL, url TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL,"
    " PRIMARY KEY (feed, url)) WITHOUT ROWID",
)
MIGRATIONS: tuple[tuple[str, tuple[str, ...]], ...] = (("first", _FIRST),)  # in order; only ever added to

_COLUMNS = ("id", "digest", "key", "revision", "changed", "withdrawn", "batch")
_REMEMBER = (
    f"INSERT INTO entry (target, {', '.join(_COLUMNS)}, sent) VALUES (?, {', '.join('?' * len(_COLUMNS))}, ?)"
    f" ON CONFLICT (target, id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _COLUMNS[1:])},"
    " sent = coalesce(excluded.sent, sent)"
)
_SENT = TypeAdapter(Sent)


class Ledger:
    """An open ledger. Nothing is kept of what happens outside of ``transaction``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, and nobody else in the meantime.

        Raises:
            BusyError: another hand-over is running.
            OutputError: the ledger cannot be written.
        """
        try:
            self.connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as trouble:
            raise _trouble(trouble) from trouble
        try:
            yield
        except BaseException:
            self._roll_back()
            raise
        try:
            self.connection.execute("COMMIT")
        except sqlite3.OperationalError as trouble:
            self._roll_back()
            raise _trouble(trouble) from trouble

    def _roll_back(self) -> None:
        if self.connection.in_transaction:  # a full disk has ended it already
            self.connection.execute("ROLLBACK")

    def entries(self, target: str) -> dict[str, Entry]:
        """What a target has of us, by our id."""
        rows = self.connection.execute(
            f"SELECT {', '.join(_COLUMNS)} FROM entry WHERE target = ? ORDER BY id", (target,))  # fmt: skip
        entries = (Entry(**dict(zip(_COLUMNS, row, strict=True))) for row in rows)
        return {entry.id: entry for entry in entries}

    def targets(self) -> tuple[str, ...]:
        """The targets that something was handed to, by name."""
        return tuple(row[0] for row in self.connection.execute("SELECT DISTINCT target FROM entry ORDER BY target"))

    def sent(self, target: str, item: str) -> Sent | None:
        """What was sent last; None where only the tool's own export told us that it has the item."""
        found = self.connection.execute("SELECT sent FROM entry WHERE target = ? AND id = ?", (target, item)).fetchone()
        return _SENT.validate_json(zlib.decompress(found[0])) if found and found[0] else None

    def remember(self, target: str, entry: Entry, sent: Sent | None) -> None:
        """Put an entry into the ledger in place of an earlier one; ``sent`` None leaves what was sent as it is."""
        body = zlib.compress(_SENT.dump_json(sent, exclude_defaults=True), 1) if sent else None
        self.connection.execute(_REMEMBER, (target, *(getattr(entry, name) for name in _COLUMNS), body))

    def open_batch(self, target: str, path: str, at: str) -> int:
        """The number of a hand-over that begins."""
        made = self.connection.execute("INSERT INTO batch (target, path, at) VALUES (?, ?, ?)", (target, path, at))
        return int(made.lastrowid or 0)

    def close_batch(self, number: int, created: int, updated: int, withdrawn: int) -> None:
        """Note what a hand-over held."""
        self.connection.execute(
            "UPDATE batch SET created = ?, updated = ?, withdrawn = ? WHERE number = ?",
            (created, updated, withdrawn, number))  # fmt: skip

    def batches(self, target: str) -> tuple[Handed, ...]:
        """The hand-overs to a target, oldest first."""
        rows = self.connection.execute(
            "SELECT number, target, path, at, created, updated, withdrawn FROM batch WHERE target = ? ORDER BY number",
            (target,))  # fmt: skip
        return tuple(Handed(*row) for row in rows)


@contextmanager
def open_ledger(path: Path, *, must_exist: bool = False) -> Iterator[Ledger]:
    """The ledger at ``path``, brought up to this version's form; made on the first transaction where there is none.

    With ``must_exist`` a ledger that is not there reads as an empty one, and no file is made.

    Raises:
        UsageError: it is no ledger, or a newer version's.
        BusyError: another hand-over is running.
        OutputError: it cannot be opened.
    """
    place = ":memory:" if must_exist and not path.exists() else path
    try:
        connection = sqlite3.connect(place, timeout=_PATIENCE, isolation_level=None)
    except sqlite3.Error as trouble:
        raise OutputError("output.write", path=str(path), reason=str(trouble)) from trouble
    try:
        try:
            _migrate(connection)
        except sqlite3.OperationalError as trouble:
            raise _trouble(trouble) from trouble
        except sqlite3.DatabaseError as trouble:
            raise UsageError("usage.ledger", path=str(path), reason=str(trouble)) from trouble
        yield Ledger(connection)
    finally:
        connection.close()


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the ledger up to this version's form, if need be while others wait.

    Raises:
        UsageError: a newer version made it.
    """
    if _version(connection) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    done = _version(connection)
    if done > len(MIGRATIONS):
        raise UsageError("usage.ledger", path=LEDGER, reason="reason.newer")
    for _, statements in MIGRATIONS[done:]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    connection.execute("COMMIT")


def _trouble(trouble: sqlite3.OperationalError) -> NotulaError:
    if trouble.sqlite_errorcode == sqlite3.SQLITE_BUSY:
        return BusyError("output.ledger_busy")
    return OutputError("output.write", path=LEDGER, reason=str(trouble))


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
