"""What a run has to do: one job per file, named once and for all before work starts.

Rules of naming:

- A file below a named folder is called by its path below that folder; a named file by its file name.
- Where two files would so get the same name, all are called by their path below the deepest folder common to all.

Rules of leaving out, for files found in folders (a named file is always tried):

- hidden files and folders and what offices and systems leave behind (``~$rapat.docx``, ``Thumbs.db``): silently;
- the output folder of the run itself, and that of another run (it holds a ``manifest.jsonl``): silently;
- a file that is not recognised by its suffix or content: told in the summary.

A folder that cannot be listed is a job that fails; so is a dead link or a pipe that is called like a document.

A plan may hold millions of files, so it lies in a temporary database that the system removes with the process.
"""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath

from notula.pipeline.batch.inputs import Found, find_inputs
from notula.pipeline.batch.job import Job
from notula.pipeline.batch.stop import Stop
from notula.pipeline.errors import NoInputError, OutputError, UsageError

Recognise = Callable[[Path], bool]
_INSERT = (
    "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (real) DO UPDATE SET taken = max(taken, excluded.taken), link = min(link, excluded.link), "
    "path = iif(excluded.link < link, excluded.path, path), "
    "relative = iif(excluded.link < link, excluded.relative, relative)"
)  # fmt: skip
_MOST_FOLDERS = 50
_RESULTS = (".json", ".txt")


class Plan:
    """The jobs in order of their names, and the names of files left out because they are not recognised.

    ``folders`` are those that the names begin below, as many as are worth remembering.
    """

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None)  # an unnamed file: in memory as long as it is small
        self._db.execute(
            "CREATE TABLE files (real BLOB PRIMARY KEY, path BLOB, relative BLOB, trouble TEXT, taken INTEGER, "
            "link INTEGER)"
        )
        self.folders: dict[str, None] = {}
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
        path = os.path.abspath(job.path)  # noqa: PTH100  (workers may be elsewhere; a million times)
        if taken and len(self.folders) < _MOST_FOLDERS:
            self.folders[path[: -len(str(job.relative)) - 1] or os.sep] = None
        link = os.path.normcase(path) != found.real and os.path.islink(path)  # noqa: PTH114  (a million times)
        values = (os.fsencode(found.real), os.fsencode(path), job.key, job.trouble, taken, link)
        self._db.execute(_INSERT, values)

    def jobs(self) -> Iterator[Job]:
        """The jobs, by name."""
        rows = self._db.execute(
            "SELECT path, relative, trouble FROM files WHERE taken ORDER BY relative, path"
        )
        for path, relative, trouble in rows:
            yield Job(Path(os.fsdecode(path)), PurePath(os.fsdecode(relative)), trouble)

    def left_out(self) -> Iterator[str]:
        """The names of files that were not recognised."""
        for path, relative in self._db.execute("SELECT path, relative FROM files WHERE NOT taken ORDER BY relative"):
            yield Job(Path(os.fsdecode(path)), PurePath(os.fsdecode(relative))).name

    def put_off(self, job: Job) -> None:
        """Leave a job for later."""
        self._db.execute("INSERT OR IGNORE INTO twins VALUES (?, ?)", (job.key, job.sha256))

    def put_off_jobs(self) -> Iterator[Job]:
        """The jobs that were left for later, by name."""
        rows = self._db.execute(
            "SELECT path, relative, trouble, twins.sha256 FROM twins JOIN files USING (relative) WHERE taken "
            "ORDER BY relative"
        )
        for path, relative, trouble, sha256 in rows:
            yield Job(Path(os.fsdecode(path)), PurePath(os.fsdecode(relative)), trouble, sha256)

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
        common = self._common_folder(Path(os.fsdecode(first[0])))
        self._db.create_function("below", 1, lambda path: _below(path, common))
        self._db.execute("UPDATE files SET relative = below(path) WHERE taken")
        self.folders = {common: None}

    def _common_folder(self, example: Path) -> str:
        common: str | None = None
        for (path,) in self._db.execute("SELECT path FROM files WHERE taken"):
            folder = os.path.dirname(os.path.realpath(os.fsdecode(path)))  # noqa: PTH120  (a million times)
            try:
                common = folder if common is None else os.path.commonpath((common, folder))
            except ValueError as trouble:
                raise UsageError("usage.same_names", path=str(example)) from trouble
        return common or os.sep

    def spare_inputs(self, out: Path) -> None:
        """Refuse a run whose results (of a file with one meeting) would overwrite one of its inputs.

        Raises:
            UsageError: they would.
        """
        root = os.path.normcase(os.path.realpath(out)) + os.sep
        low, high = os.fsencode(root), os.fsencode(root[:-1] + chr(ord(os.sep) + 1))
        for (real,) in self._db.execute("SELECT real FROM files WHERE taken AND real > ? AND real < ?", (low, high)):
            inner = PurePath(os.fsdecode(real[len(low) :]))
            source = os.fsencode(inner.with_suffix("").as_posix())
            if inner.suffix in _RESULTS and self._has(source):
                raise UsageError("usage.output_over_input", path=os.fsdecode(real))

    def _has(self, relative: bytes) -> bool:
        return self._db.execute("SELECT 1 FROM files WHERE relative = ? AND taken", (relative,)).fetchone() is not None


def make_plan(
    inputs: Sequence[Path], out: Path, recognise: Recognise, *, recursive: bool = True, stop: Stop | None = None
) -> Plan:
    """The plan for these files, folders, patterns and lists.

    Raises:
        NoInputError: an input does not exist, or none of them holds a file to read.
        UsageError: the results would fall among the input files.
        OutputError: there is no room for the plan in the folder for temporary files.
        KeyboardInterrupt: ``stop`` was requested meanwhile.
    """
    plan = Plan()
    try:
        for found in find_inputs(inputs, out, recursive=recursive):
            if stop and stop.requested:
                raise KeyboardInterrupt
            taken = found.named or recognise(found.job.path)
            if taken or not found.job.trouble:  # a pipe that is called like no document is nobody's concern
                plan.add(found, taken=taken)
        if not len(plan):
            raise NoInputError("noinput.nothing", path=", ".join(str(path) for path in inputs))
        plan.settle_names()
        plan.spare_inputs(out)
    except sqlite3.OperationalError as trouble:
        raise OutputError("output.write", path=tempfile.gettempdir(), reason=str(trouble)) from trouble
    return plan


def _folded(name: bytes) -> bytes:
    """A name as the system compares names."""
    return os.fsencode(os.path.normcase(os.fsdecode(name)))


def _below(path: bytes, folder: str) -> bytes:
    """A path's name below a folder."""
    return os.fsencode(PurePath(os.path.realpath(os.fsdecode(path))).relative_to(folder).as_posix())
