"""Results onto the disk, so that a reader sees the old or the new one and never half of one.

A job's results are written first; only then go those of an earlier run of the same source that this run did not make
again. A failed job writes and removes nothing.
"""

import contextlib
import hashlib
import json
import os
import threading
import time
from collections.abc import Iterable
from pathlib import Path, PurePath

from notula.pipeline.batch.job import Job
from notula.pipeline.batch.outcome import Outcome
from notula.pipeline.errors import writing
from notula.pipeline.text import encodable

_LONGEST_NAME = 240  # bytes; file systems allow 255, and a suffix follows


def prepare_folder(out: Path) -> None:
    """Make the output folder and see that it can be written to.

    Raises:
        OutputError: it cannot.
    """
    probe = out / f".notula-{os.getpid()}.tmp"
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()


def write_outcome(outcome: Outcome, out: Path) -> tuple[str, ...]:
    """Write an outcome's results; their paths below ``out`` with ``/``, in the order of the meetings.

    Raises:
        OutputError: they cannot be written.
    """
    if outcome.written is not None or not outcome.meetings:
        return outcome.written or ()
    stem = out / _short(outcome.job.relative)
    targets = _targets(stem, len(outcome.meetings))
    with writing(stem):
        stem.parent.mkdir(parents=True, exist_ok=True)
        for target, meeting in zip(targets, outcome.meetings, strict=True):
            write_atomically(target.with_name(target.name + ".txt"), [meeting.text])
            write_atomically(target.with_name(target.name + ".json"), [meeting.json])
        _sync_folder(stem.parent)
        _remove_stale(stem, targets, outcome.job.name)
    return tuple(encodable(target.relative_to(out).as_posix()) + ".json" for target in targets)


def write_atomically(path: Path, data: Iterable[bytes]) -> None:
    """Put pieces of data at ``path`` in one step, on the disk when this returns.

    Raises:
        OSError: it cannot be written; what stood there before stands there still.
    """
    temporary = path.with_name(f".notula-{os.getpid()}-{threading.get_ident()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.writelines(data)
            file.flush()
            os.fsync(file.fileno())
        _replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):  # a disk that went away must not hide why
            temporary.unlink(missing_ok=True)
        raise


def _replace(temporary: Path, path: Path) -> None:
    """Give a finished file its name; on Windows a virus scanner or a viewer may hold the old one for a moment."""
    for pause in (0.05, 0.2, 0.8) if os.name == "nt" else ():
        try:
            temporary.replace(path)
            return
        except PermissionError:
            time.sleep(pause)
    temporary.replace(path)


def sweep(out: Path, suspects: Iterable[bytes]) -> None:
    """Remove the unfinished files of a run that ended suddenly while it was reading the suspects."""
    folders = {out} | {(out / os.fsdecode(key)).parent for key in suspects}
    for folder in folders:
        for left in folder.glob(".notula-*.tmp"):
            with contextlib.suppress(OSError):
                left.unlink()


def results_stand(job: Job, meetings: int, out: Path) -> bool:
    """Whether the results of a job with so many meetings are there, each with its text."""
    targets = _targets(out / _short(job.relative), meetings)
    return all(os.path.exists(f"{target}{suffix}") for target in targets for suffix in (".json", ".txt"))  # noqa: PTH110


def _sync_folder(folder: Path) -> None:
    """See that the new names in a folder are on the disk, where the system has a call for it (not Windows)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _targets(stem: Path, meetings: int) -> list[Path]:
    """The results' paths without ``.json``: the stem, numbered where there are several meetings."""
    if meetings == 1:
        return [stem]
    return [stem.with_name(f"{stem.name}.{part:02d}") for part in range(1, meetings + 1)]


def _remove_stale(stem: Path, written: list[Path], name: str) -> None:
    """Remove earlier results of the source called ``name`` that are not among ``written``, each with its text."""
    if stem not in written:
        _remove(stem, name)
    part = len(written) + 1 if stem not in written else 1
    while _remove(stem.with_name(f"{stem.name}.{part:02d}"), name):
        part += 1


def _remove(target: Path, name: str) -> bool:
    """Remove a result of the source called ``name``; False where there is none."""
    result = target.with_name(target.name + ".json")
    if not _is_of(result, name):
        return False
    target.with_name(target.name + ".txt").unlink(missing_ok=True)
    result.unlink()
    return True


def _is_of(path: Path, name: str) -> bool:
    """Whether a JSON file is a result of the source called ``name``."""
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    source = data.get("source") if isinstance(data, dict) else None
    return isinstance(source, dict) and source.get("path") == name


def _short(relative: PurePath) -> PurePath:
    """The path with a file name that leaves room for suffixes: an over-long one is cut and told apart by a digest."""
    raw = os.fsencode(relative.name)
    if len(raw) <= _LONGEST_NAME:
        return relative
    digest = hashlib.sha256(raw).hexdigest()[:12]
    return relative.with_name(f"{raw[:200].decode('utf-8', 'ignore')}-{digest}{relative.suffix[:20]}")
