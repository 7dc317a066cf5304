"""What a run has to do: one job per file, named once and for all before work starts.

Rules of naming:

- A file below a named folder (or address) is called by its path below that folder; a named file by its file name.
- Where two files would so get the same name, all are called by their path below the deepest folder common to all.

Rules of leaving out, for files found in folders (a named file is always tried):

- hidden files and folders and what offices and systems leave behind (``~$rapat.docx``, ``Thumbs.db``): silently;
- the output folder of the run itself, and that of another run (it holds a ``manifest.jsonl``): silently;
- a file that is not recognised by its suffix or content: told in the summary.

A folder that cannot be listed is a job that fails; so is a dead link or a pipe that is called like a document.

A plan may hold millions of files, so it lies in a temporary database that the system removes with the process.
"""

import json
import os
import sqlite3
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path, PurePath

from notula.pipeline.addresses import Location, Url, is_url
from notula.pipeline.batch.inputs import Found, find_inputs
from notula.pipeline.batch.job import Job
from notula.pipeline.batch.remote import Remote
from notula.pipeline.batch.stop import Stop
from notula.pipeline.errors import NoInputError, OutputError, UsageError, why

Recognise = Callable[[Job], bool]
_INSERT = (
    "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (real) DO UPDATE SET taken = max(taken, excluded.taken), link = min(link, excluded.link), "
    "path = iif(excluded.link < link, excluded.path, path), "
    "relative = iif(excluded.link < link, excluded.relative, relative)"
)  # fmt: skip
_MOST_FOLDERS = 50
_RESULTS = (".json", ".txt")
_HOST = 3  # parts of an address between slashes: protocol, nothing, host


class Plan:
    """The jobs in order of their names, and the names of files left out because they are not recognised.

    ``folders`` are those that the names begin below, as many as are worth remembering.
    """

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None)  # an unnamed file: in memory as long as it is small
        self._db.execute(
            "CREATE TABLE files (real BLOB PRIMARY KEY, path BLOB, relative BLOB, trouble TEXT, taken INTEGER, "
            "link INTEGER, remote TEXT)"
        )
        self.folders: dict[str, None] = {}
        self.remote = False
        """Whether there are files that are reached by URL."""
        self._db.execute("CREATE TABLE twins (relative BLOB PRIMARY KEY, sha256 TEXT)")
        self._db.execute("PRAGMA journal_mode = OFF")  # it is thrown away, never taken back
        self._db.execute("BEGIN")

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM files WHERE taken").fetchone()[0])

    def add(self, found: Found, *, taken: bool) -> None:
        """Put a file in; one that was not ``taken`` is only remembered as left out.

        Of a file and links to it, the file itself is the one that is read, under its own name.
        """
        job = found.job
        if job.remote:
            self.remote, path, link, sep = True, found.real, False, "/"
        else:
            path, sep = os.path.abspath(job.path), os.sep  # noqa: PTH100  (workers may be elsewhere; a million times)
            link = os.path.normcase(path) != found.real and os.path.islink(path)  # noqa: PTH114  (a million times)
        if taken and len(self.folders) < _MOST_FOLDERS:
            self.folders[_shown(path)[: -len(str(job.relative)) - 1] or sep] = None
        values = (os.fsencode(found.real), os.fsencode(path), job.key, job.trouble, taken, link, _packed(job.remote))
        self._db.execute(_INSERT, values)

    def jobs(self) -> Iterator[Job]:
        """The jobs, by name."""
        rows = self._db.execute(
            "SELECT path, relative, trouble, NULL, remote FROM files WHERE taken ORDER BY relative, path"
        )
        for row in rows:
            yield _job(*row)

    def left_out(self) -> Iterator[str]:
        """The names of files that were not recognised."""
        for (relative,) in self._db.execute("SELECT relative FROM files WHERE NOT taken ORDER BY relative"):
            name = PurePath(os.fsdecode(relative))
            yield Job(Path(name), name).name

    def put_off(self, job: Job) -> None:
        """Leave a job for later."""
        self._db.execute("INSERT OR IGNORE INTO twins VALUES (?, ?)", (job.key, job.sha256))

    def put_off_jobs(self) -> Iterator[Job]:
        """The jobs that were left for later, by name."""
        rows = self._db.execute(
            "SELECT path, relative, trouble, twins.sha256, remote FROM twins JOIN files USING (relative) WHERE taken "
            "ORDER BY relative"
        )
        for row in rows:
            yield _job(*row)

    def settle_names(self) -> None:
        """See that names differ: where two are the same, all are longer.

        Raises:
            UsageError: the files lie on two drives, so that there is no longer name.
        """
        self._db.execute("CREATE INDEX names ON files (relative)")
        self._db.create_function("folded", 1, _folded, deterministic=True)
        same = "SELECT path FROM files WHERE taken GROUP BY folded(relative) HAVING count(*) > 1 LIMIT 1"
        if (first := self._db.execute(same).fetchone()) is None:
            return
        common = self._common_folder(os.fsdecode(first[0]))
        self._db.create_function("below", 1, lambda path: _below(path, common))
        self._db.execute("UPDATE files SET relative = below(path) WHERE taken")
        self.folders = {common: None}
        same = same.replace("folded(relative)", "relative")  # addresses may differ in their query alone
        if (first := self._db.execute(same).fetchone()) is not None:
            raise UsageError("usage.same_names", path=_shown(os.fsdecode(first[0])))

    def _common_folder(self, example: str) -> str:
        common: str | None = None
        for (path,) in self._db.execute("SELECT path FROM files WHERE taken"):
            folder = os.path.dirname(_really(os.fsdecode(path)))  # noqa: PTH120  (a million times)
            try:
                common = folder if common is None else _common(common, folder)
            except ValueError as trouble:
                raise UsageError("usage.same_names", path=_shown(example)) from trouble
        return common or os.sep

    def spare_inputs(self, out: Location) -> None:
        """Refuse a run whose results (of a file with one meeting) would overwrite one of its inputs.

        Raises:
            UsageError: they would.
        """
        own, sep = (str(out).rstrip("/"), "/") if isinstance(out, Url) else (_real(out), os.sep)
        low, high = os.fsencode(own + sep), os.fsencode(own + chr(ord(sep) + 1))
        for (real,) in self._db.execute("SELECT real FROM files WHERE taken AND real > ? AND real < ?", (low, high)):
            inner = PurePath(os.fsdecode(real[len(low) :]))
            source = os.fsencode(inner.with_suffix("").as_posix())
            if inner.suffix in _RESULTS and self._has(source):
                raise UsageError("usage.output_over_input", path=_shown(os.fsdecode(real)))

    def _has(self, relative: bytes) -> bool:
        return self._db.execute("SELECT 1 FROM files WHERE relative = ? AND taken", (relative,)).fetchone() is not None


def make_plan(
    inputs: Sequence[Location], out: Location, recognise: Recognise, *, recursive: bool = True, stop: Stop | None = None
) -> Plan:
    """The plan for these files, folders, patterns and lists.

    Raises:
        NoInputError: an input does not exist, cannot be reached, or none of them holds a file to read.
        UsageError: the results would fall among the input files.
        OutputError: there is no room for the plan in the folder for temporary files.
        KeyboardInterrupt: ``stop`` was requested meanwhile.
    """
    plan = Plan()
    stop = stop or Stop()
    try:
        stop.at_once = True  # a store may take its time to answer
        for found in find_inputs(inputs, out, recursive=recursive):
            if stop.requested:
                raise KeyboardInterrupt
            taken = found.named or recognise(found.job)
            if taken or not found.job.trouble:  # a pipe that is called like no document is nobody's concern
                plan.add(found, taken=taken)
        stop.at_once = False
        if not len(plan):
            raise NoInputError("noinput.nothing", path=", ".join(str(path) for path in inputs))
        plan.settle_names()
        plan.spare_inputs(out)
    except sqlite3.OperationalError as trouble:
        raise OutputError("output.write", path=tempfile.gettempdir(), reason=str(trouble)) from trouble
    except OSError as trouble:
        raise NoInputError("noinput.unreachable", path=", ".join(map(str, inputs)), reason=why(trouble)) from trouble
    finally:
        stop.at_once = False
    return plan


def _job(path: bytes, relative: bytes, trouble: str | None, sha256: str | None, remote: str | None) -> Job:
    name = PurePath(os.fsdecode(relative))
    there = _unpacked(remote)
    return Job(Path(name) if there else Path(os.fsdecode(path)), name, trouble, sha256, there)


def _packed(remote: Remote | None) -> str | None:
    return json.dumps((remote.url.address, remote.path, remote.size, remote.stamp)) if remote else None


def _unpacked(packed: str | None) -> Remote | None:
    if packed is None:
        return None
    address, path, size, stamp = json.loads(packed)
    return Remote(Url(address), path, size, stamp)


def _folded(name: bytes) -> bytes:
    """A name as the system compares names: on macOS, too, most disks take ``A`` for ``a``, and decomposed letters."""
    text = os.path.normcase(os.fsdecode(name))
    return os.fsencode(unicodedata.normalize("NFD", text).casefold() if sys.platform == "darwin" else text)


def _below(path: bytes, folder: str) -> bytes:
    """A path's name below a folder."""
    name = _really(os.fsdecode(path))
    if is_url(name):
        return os.fsencode(name[len(folder) :].lstrip("/"))
    return os.fsencode(PurePath(name).relative_to(folder).as_posix())


def _really(path: str) -> str:
    """Where a path leads; of an address what may be shown."""
    return _shown(path) if is_url(path) else os.path.realpath(path)


def _shown(path: str) -> str:
    """A path, or an address without its query."""
    return path.partition("\0")[0]


def _real(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path)).rstrip(os.sep)


def _common(one: str, other: str) -> str:
    """The deepest folder common to two.

    Raises:
        ValueError: there is none.
    """
    if not is_url(one) and not is_url(other):
        return os.path.commonpath((one, other))
    same = list(takewhile(lambda pair: pair[0] == pair[1], zip(one.split("/"), other.split("/"), strict=False)))
    if len(same) < _HOST:
        raise ValueError(one)
    return "/".join(mine for mine, _ in same)
