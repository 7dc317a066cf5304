"""What a run has to do: one job per file, named once and for all before work starts.

Rules of naming:

- A file below a named folder is called by its path below that folder; a named file by its file name.
- Where two files would so get the same name, all are called by their path below the deepest folder common to all.

Rules of leaving out, for files found in folders (a named file is always tried):

- hidden files and folders and what offices and systems leave behind (``~$rapat.docx``, ``Thumbs.db``): silently;
- the output folder of the run itself, and that of another run (it holds a ``manifest.jsonl``): silently;
- a file that is not recognised by its suffix or content: told in the summary.

A folder that cannot be listed is a job that fails.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from notula.pipeline.errors import NoInputError, UsageError, why
from notula.pipeline.text import encodable

MANIFEST = "manifest.jsonl"
_LITTER = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})
Recognise = Callable[[Path], bool]


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read and the relative path that its results are filed under.

    ``trouble`` says why nothing can be read: the path is a folder that cannot be listed.
    """

    path: Path
    relative: PurePath
    trouble: str | None = None

    @property
    def name(self) -> str:
        """The relative path with ``/``, fit for UTF-8."""
        return encodable(self.relative.as_posix())


@dataclass(frozen=True, slots=True)
class Plan:
    """The jobs in order of their names, and the names of files left out because they are not recognised."""

    jobs: tuple[Job, ...]
    skipped: tuple[str, ...] = ()


def make_plan(inputs: Sequence[Path], out: Path, recognise: Recognise) -> Plan:
    """The plan for these files and folders.

    Raises:
        NoInputError: an input does not exist, or none of them holds a file to read.
        UsageError: the results would fall among the input files.
    """
    roots = [root for given in inputs for root in _expand(given)]
    found = _unique([job for root in roots for job in _jobs(root, out)])
    named = {root for root in roots if not os.path.isdir(root)}  # noqa: PTH112  (Path.is_dir raises without permission)
    jobs = [job for job in found if job.trouble or job.path in named or recognise(job.path)]
    if not jobs:
        raise NoInputError("noinput.nothing", path=", ".join(str(path) for path in inputs))
    kept = {job.path for job in jobs}
    skipped = sorted(job.name for job in found if job.path not in kept)
    jobs = sorted(_apart(jobs), key=lambda job: (job.name, str(job.path)))
    _spare_inputs(jobs, out)
    return Plan(tuple(jobs), tuple(skipped))


def _expand(given: Path) -> list[Path]:
    """The input itself; the files it stands for where it is a pattern that the shell did not expand (Windows)."""
    if _exists(given):
        return [given]
    matches = sorted(given.parent.glob(given.name)) if given.name else []
    if not matches:
        raise NoInputError("noinput.missing", path=str(given))
    return matches


def _exists(path: Path) -> bool:
    """Whether there is such a path; one that may not be looked at counts, so that trying it tells why."""
    try:
        path.stat()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return True


def _jobs(root: Path, out: Path) -> Iterator[Job]:
    if not os.path.isdir(root):  # noqa: PTH112
        yield Job(root, PurePath(root.name))
        return
    if out.resolve() == root.resolve():
        raise UsageError("usage.output_is_input", path=str(out))
    shut: list[OSError] = []
    for path in _walk(root, out.resolve(), shut):
        yield Job(path, path.relative_to(root))
    for trouble in shut:
        folder = Path(trouble.filename or root)
        yield Job(folder, PurePath(root.name) if folder == root else folder.relative_to(root), why(trouble))


def _walk(root: Path, out: Path, shut: list[OSError]) -> Iterator[Path]:
    """The files below a folder, links to folders not followed; why folders cannot be listed is added to ``shut``."""
    for folder, folders, files in os.walk(root, onerror=shut.append):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_output(here / name, out))
        for name in sorted(files):
            if not _is_litter(name) and _may_be_file(here / name):
                yield here / name


def _is_output(folder: Path, out: Path) -> bool:
    return folder.resolve() == out or os.path.isfile(folder / MANIFEST)  # noqa: PTH113


def _may_be_file(path: Path) -> bool:
    """Whether it is a regular file, as far as one may look."""
    try:
        return path.is_file()
    except OSError:
        return True


def _is_litter(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in _LITTER


def _unique(jobs: Sequence[Job]) -> list[Job]:
    """The jobs, a file that is named twice (or lies in a named folder) only once."""
    return list({job.path.resolve(): job for job in reversed(jobs)}.values())[::-1]


def _apart(jobs: Sequence[Job]) -> list[Job]:
    """The jobs under names that differ."""
    if max(Counter(job.relative for job in jobs).values()) == 1:
        return list(jobs)
    full = [job.path.resolve() for job in jobs]
    try:
        common = os.path.commonpath([path.parent for path in full])
    except ValueError as trouble:  # on two drives
        raise UsageError("usage.same_names", path=str(jobs[0].path)) from trouble
    return [replace(job, relative=path.relative_to(common)) for job, path in zip(jobs, full, strict=True)]


def _spare_inputs(jobs: Sequence[Job], out: Path) -> None:
    """Refuse a run whose results (of a file with one meeting) would overwrite one of its inputs."""
    inputs = {job.path.resolve() for job in jobs}
    for job in jobs:
        for suffix in (".json", ".txt"):
            target = out / f"{job.relative}{suffix}"
            if target.resolve() in inputs:
                raise UsageError("usage.output_over_input", path=str(target))
