"""The review store's file: connections, transactions, and what goes wrong with them said in words.

- SQLite in WAL mode: readers never wait for a writer. ``synchronous=FULL``: what was decided is on the disk when the
  transaction ends.
- Each thread has its own connection. A write takes the lock at its start (``BEGIN IMMEDIATE``), so what it has read
  cannot change under it.
"""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from notula.pipeline.errors import NoInputError, StoreError
from notula.pipeline.store.migrations import migrate

FILE_NAME: Final = "notula-review.sqlite"
_PATIENCE: Final = 15.0  # seconds to wait for another writer
_APPLICATION: Final = 0x4E4F5452  # "NOTR": tells our files from other SQLite files

Row = sqlite3.Row
Values = Sequence[Any] | dict[str, Any]


class Store:
    """An open review store; use :func:`open_store`. May be shared by threads; close it, or use it in ``with``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME
        self._local = threading.local()
        self._lock = threading.Lock()
        self._open: list[sqlite3.Connection] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for connection in self._open:
                connection.close()
            self._open.clear()
            self._local = threading.local()

    def connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = self._local.connection = connect(self.path)
            with self._lock:
                self._open.append(found)
        return found

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """All rows of a query.

        Raises:
            StoreError: the file cannot be read.
        """
        with self._explained():
            return self.connection().execute(sql, values).fetchall()

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """The first row of a query, None where there is none.

        Raises:
            StoreError: the file cannot be read.
        """
        with self._explained():
            found: Row | None = self.connection().execute(sql, values).fetchone()
            return found

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All reads in here see the same state of the store.

        Raises:
            StoreError: the file cannot be read.
        """
        connection = self.connection()
        if connection.in_transaction:
            yield
            return
        with self._explained():
            connection.execute("BEGIN")
        try:
            yield
        finally:
            connection.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: on the disk when this ends, gone where it ends with an exception.

        Raises:
            StoreError: the file cannot be written.
        """
        connection = self.connection()
        with self._explained():
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # SQLite itself may have rolled back, on a full disk for one
                    connection.execute("ROLLBACK")
                raise

    def streaming(self, sql: str, values: Values = ()) -> Iterator[Row]:
        """The rows of a query one by one, as of now, however long the reader takes.

        Raises:
            StoreError: the file cannot be read.
        """
        with self._explained():
            connection = connect(self.path)
            try:
                yield from connection.execute(sql, values)
            finally:
                connection.close()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as trouble:
            raise _explain(self.path, trouble) from trouble


def open_store(folder: Path, *, create: bool = True) -> Store:
    """The review store of an output folder, brought to this version's form.

    Raises:
        NoInputError: the folder does not exist, or has no store and ``create`` is false.
        StoreError: the file is no review store, is damaged, of a newer version or cannot be written.
    """
    store = Store(folder)
    if not folder.is_dir():
        raise NoInputError("noinput.missing", path=str(folder))
    if not create and not store.path.exists():
        raise NoInputError("noinput.no_store", path=str(folder))
    connection = store.connection
    try:
        _prepare(connection(), store.path)
    except sqlite3.Error as trouble:
        store.close()
        raise _explain(store.path, trouble) from trouble
    except StoreError:
        store.close()
        raise
    return store


def store_exists(folder: Path) -> bool:
    """Whether an output folder has a review store."""
    return (folder / FILE_NAME).is_file()


def connect(path: Path) -> sqlite3.Connection:
    """A new connection in autocommit mode."""
    try:
        connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    except sqlite3.Error as trouble:
        raise _explain(path, trouble) from trouble
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -20000")
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Tell our file from others, and migrate it."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != _APPLICATION and not empty:
        raise StoreError("store.foreign", path=str(path))
    connection.execute("PRAGMA journal_mode = WAL")
    if application != _APPLICATION:
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    if not migrate(connection):
        raise StoreError("store.newer", path=str(path))


def _explain(path: Path, trouble: sqlite3.Error) -> StoreError:
    """The error for people; SQLite's own name of it is the reason."""
    name = getattr(trouble, "sqlite_errorname", type(trouble).__name__)
    busy = name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
    damaged = name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))
    key = "store.busy" if busy else "store.damaged" if damaged else "store.trouble"
    return StoreError(key, path=str(path), reason=f"{name}: {trouble}")
