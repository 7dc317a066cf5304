"""The ledger of an output folder: what was begun and what became of it, so that the next run goes on from there.

An SQLite file below ``.notula`` in the output folder. Rules:

- A row says ``started`` before its document is given out, and ``done`` once its results are on the disk. So after a
  sudden end (power, ``kill -9``) the rows that say ``started`` name the suspects. Each is tried once more, after all
  other documents; one found started twice is put aside as ``crashed``. An orderly end takes the mark back.
- A row that is done is good as long as bytes, version, word lists, settings and the result files are the same.
- The file is locked as long as a run has it open, by the system, so that the lock ends with the process. With that lock
  the write-ahead log needs no shared memory, so the folder may also lie on a network drive.
- Of files that are reached by URL it knows what their store tells contents apart by, so that the unchanged need not be
  fetched.
- A ledger that is damaged is put aside and begun anew: documents are then read again, to the same results.
"""

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Final

from notula.pipeline.batch.job import STATE, Job
from notula.pipeline.batch.outcome import Outcome
from notula.pipeline.errors import BusyError, OutputError, UsageError, why

_VERSION: Final = 3
_SCHEMA: Final = (
    "CREATE TABLE documents (key BLOB PRIMARY KEY, run INTEGER NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL, "
    "sha256 TEXT, suffix TEXT, recipe TEXT NOT NULL, entry TEXT)",
    "CREATE INDEX same_bytes ON documents (sha256, suffix, run)",
    "CREATE TABLE runs (run INTEGER PRIMARY KEY, recipe TEXT NOT NULL)",
)
_STEPS: Final = (
    _SCHEMA,
    ("ALTER TABLE documents ADD COLUMN figures TEXT",),
    ("CREATE TABLE IF NOT EXISTS stamps (key BLOB PRIMARY KEY, stamp TEXT NOT NULL, sha256 TEXT NOT NULL)",),
)
"""What makes a ledger of each version one of the next; a new one has version 0."""
_START: Final = (
    "INSERT INTO documents (key, run, state, tries, sha256, suffix, recipe) VALUES (?, ?, 'started', ?, ?, ?, ?) "
    "ON CONFLICT (key) DO UPDATE SET run = excluded.run, state = 'started', tries = excluded.tries, "
    "sha256 = excluded.sha256, suffix = excluded.suffix, recipe = excluded.recipe"
)
_ADOPT: Final = (
    "INSERT INTO documents (key, run, state, tries, suffix, recipe, entry) VALUES (?, ?, 'open', 0, ?, '', ?) "
    "ON CONFLICT (key) DO UPDATE SET entry = excluded.entry WHERE entry IS NULL"
)
_BALLAST = 256 * 1024  # bytes kept free for the last words of a run whose disk is full
_REASONS = {"SQLITE_FULL": "errno.ENOSPC", "SQLITE_READONLY": "errno.EROFS", "SQLITE_IOERR": "errno.EIO",
            "SQLITE_CANTOPEN": "errno.EACCES", "SQLITE_PERM": "errno.EACCES"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """What the ledger knows of a document: ``entry`` is its last line of the manifest, None where it never had one.

    It is good as it is where ``state`` is ``done``; else the document has to be read again.
    """

    state: str
    tries: int
    sha256: str | None
    recipe: str
    entry: str | None
    figures: str | None = None

    @property
    def suspect(self) -> bool:
        """Whether a run ended suddenly while it was being read."""
        return self.state == "started"


class Ledger:
    """The ledger of one output folder, locked for one run with one recipe (version, word lists, settings).

    It may be used from several threads.

    Raises:
        BusyError: another run has it.
        OutputError: it cannot be written.
        UsageError: a newer version of this program has written it.
    """

    def __init__(self, out: Path, recipe: str) -> None:
        self._path = out / STATE / "ledger.sqlite"
        self._ballast = out / STATE / "ballast"
        self._recipe = recipe
        self._lock = threading.RLock()
        with self._guarded():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._db = self._opened()
            self._ballast.write_bytes(bytes(_BALLAST))
            self.run = self._begin()

    def close(self) -> None:
        """Write it out and unlock it."""
        with contextlib.suppress(sqlite3.Error):
            self._db.close()
        with contextlib.suppress(OSError):
            self._ballast.unlink(missing_ok=True)

    def find(self, job: Job) -> Row | None:
        """What is known of a job's document."""
        with self._guarded():
            found = self._db.execute(
                "SELECT state, tries, sha256, recipe, entry, figures FROM documents WHERE key = ?", (job.key,)
            ).fetchone()
        return Row(*found) if found else None

    def twin(self, job: Job) -> Row | None:
        """The row of another document of this run with the same bytes and suffix, be it done or begun."""
        if job.sha256 is None:
            return None
        with self._guarded():
            found = self._db.execute(
                "SELECT state, tries, sha256, recipe, entry, figures FROM documents "
                "WHERE sha256 = ? AND suffix = ? AND run = ? AND key <> ? ORDER BY key LIMIT 1",
                (job.sha256, _suffix(job), self.run, job.key),
            ).fetchone()
        return Row(*found) if found else None

    def start(self, job: Job, tries: int) -> None:
        """Note that a job is being given out for the ``tries``-th time without a word of its end; its line stands."""
        with self._guarded():
            self._db.execute(_START, (job.key, self.run, tries, job.sha256, _suffix(job), self._recipe))

    def finish(self, outcome: Outcome, entry: str, recipe: str | None = None) -> None:
        """Note an outcome: its line of the manifest, and what else than the run's recipe it hangs on."""
        job = outcome.job
        values = ("done", 0, outcome.sha256, _suffix(job), recipe or self._recipe, entry, outcome.figures)
        self._put(job, values)

    def keep(self, job: Job) -> None:
        """Note that a job's last outcome still holds in this run."""
        with self._guarded():
            self._db.execute("UPDATE documents SET run = ? WHERE key = ?", (self.run, job.key))

    def release(self) -> None:
        """Take back the marks of what this run has begun and not finished: it ends in order."""
        with self._guarded():
            self._db.execute(
                "UPDATE documents SET state = 'open', tries = tries - 1 WHERE run = ? AND state = 'started'",
                (self.run,),
            )

    def keep_earlier(self, jobs: Iterable[Job], manifest: dict[bytes, str]) -> None:
        """Let jobs that this run has not come to keep their earlier line: that on record here, else the manifest's."""
        with self._guarded():
            self._db.execute("BEGIN")
            for job in jobs:
                if (entry := manifest.get(job.key)) is not None:
                    self._db.execute(_ADOPT, (job.key, self.run, _suffix(job), entry))
                self._db.execute("UPDATE documents SET run = ? WHERE key = ?", (self.run, job.key))
            self._db.execute("COMMIT")

    def lines(self) -> Iterator[str]:
        """The manifest's lines of this run, in order of their names."""
        with self._guarded():
            yield from (
                row[0]
                for row in self._db.execute(
                    "SELECT entry FROM documents WHERE run = ? AND entry IS NOT NULL ORDER BY key", (self.run,)
                )
            )

    def ask(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The answers to a query of what this run has on record; ``:run`` is the run in it."""
        with self._guarded():
            yield from self._db.execute(query, {"run": self.run})

    def complete(self, figures: Callable[[str], str]) -> None:
        """Let the figures of this run's documents that have none be made from their lines of the manifest."""
        missing = "SELECT key, entry FROM documents WHERE run = ? AND entry IS NOT NULL AND figures IS NULL"
        with self._guarded():
            while some := self._db.execute(f"{missing} LIMIT 1000", (self.run,)).fetchall():
                made = [(figures(entry), key) for key, entry in some]
                self._db.execute("BEGIN")
                self._db.executemany("UPDATE documents SET figures = ? WHERE key = ?", made)
                self._db.execute("COMMIT")

    def digest_of(self, job: Job) -> str | None:
        """The digest of a file that its store says is unchanged; None where nothing is known, or nobody says."""
        if job.remote is None or job.remote.stamp is None:
            return None
        with self._guarded():
            found = self._db.execute(
                "SELECT sha256 FROM stamps WHERE key = ? AND stamp = ?", (job.key, job.remote.stamp)
            ).fetchone()
        return found[0] if found else None

    def remember(self, job: Job) -> None:
        """Note the digest of a file with what its store tells its contents apart by."""
        if job.remote and job.remote.stamp and job.sha256:
            with self._guarded():
                self._db.execute(
                    "INSERT OR REPLACE INTO stamps VALUES (?, ?, ?)", (job.key, job.remote.stamp, job.sha256)
                )

    def copy_to(self, path: Path) -> None:
        """Write a copy of it to a path where there is nothing yet."""
        with self._guarded():
            self._db.execute("VACUUM INTO ?", (str(path),))

    def replace_by(self, path: Path) -> None:
        """Take over what another machine's copy knows; one that is damaged is left alone.

        Raises:
            UsageError: a newer version of this program has written it.
        """
        with self._guarded(), contextlib.suppress(sqlite3.DatabaseError):
            with contextlib.closing(sqlite3.connect(path)) as other:
                if other.execute("PRAGMA quick_check").fetchone() != ("ok",):
                    return
                _migrate(other, path)
                other.commit()
                other.backup(self._db)
            self.run = self._begin()

    def _begin(self) -> int:
        return self._db.execute("INSERT INTO runs (recipe) VALUES (?)", (self._recipe,)).lastrowid or 0

    def suspects(self) -> Iterator[bytes]:
        """The keys of what a run that ended suddenly was reading."""
        with self._guarded():
            yield from (row[0] for row in self._db.execute("SELECT key FROM documents WHERE state = 'started'"))

    def make_room(self) -> None:
        """Give up the space that was kept for the last words."""
        with contextlib.suppress(OSError):
            self._ballast.unlink(missing_ok=True)

    def _put(self, job: Job, values: tuple[str | int | None, ...]) -> None:
        with self._guarded():
            self._db.execute(
                "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (job.key, self.run, *values)
            )

    def _opened(self) -> sqlite3.Connection:
        try:
            return self._connected()
        except sqlite3.DatabaseError as trouble:
            if _name(trouble) not in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
                raise
        for suffix in ("", "-wal", "-shm"):
            damaged = self._path.with_name(self._path.name + suffix)
            if damaged.exists():
                damaged.replace(damaged.with_name(f"damaged-{damaged.name}"))
        return self._connected()

    def _connected(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path, isolation_level=None, timeout=1.0, check_same_thread=False)
        try:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute("BEGIN EXCLUSIVE")
            _migrate(db, self._path)
            db.execute("COMMIT")
        except BaseException:
            db.close()
            raise
        return db

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """One thread at a time; trouble with the file is said as what it is."""
        try:
            with self._lock:
                yield
        except sqlite3.Error as trouble:
            name = _name(trouble)
            if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise BusyError("busy.output", path=str(self._path.parent.parent)) from trouble
            reason = next((said for code, said in _REASONS.items() if name.startswith(code)), name)
            raise OutputError("output.write", path=str(self._path), reason=reason) from trouble
        except OSError as trouble:
            raise OutputError("output.write", path=str(self._path), reason=why(trouble)) from trouble


def _migrate(db: sqlite3.Connection, path: Path) -> None:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > _VERSION:
        raise UsageError("usage.newer_ledger", path=str(path))
    if version < _VERSION:
        for statement in chain(*_STEPS[version:]):
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {_VERSION}")


def _name(trouble: sqlite3.Error) -> str:
    return getattr(trouble, "sqlite_errorname", None) or type(trouble).__name__


def _suffix(job: Job) -> str:
    """The suffix as far as it can decide how a file is read."""
    return job.path.suffix.lower()
