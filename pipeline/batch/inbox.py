"""Which files of watched folders are to be read now.

Rules:

- A file is ready once its size and time of change have been the same for the settle time, seen with our own eyes: a
  file that is being copied may bear an old time from the beginning.
- A file that was handed out is known from then on, whatever became of it, until its size or time changes.
- A file that another program holds open (Windows) waits; one of unknown kind is known without being read.
- A folder that is gone is told once; what was known of its files holds when it comes back.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from notula.pipeline.batch.inputs import Found, find_inputs
from notula.pipeline.batch.recognise import recognise
from notula.pipeline.batch.run import Glance

Signature = tuple[int | str, int]
_IN_USE = frozenset({32, 33})  # Windows: sharing violation, lock violation


@dataclass(slots=True)
class _Seen:
    """What was last seen of a file, since when, and whether it is done with as it is."""

    signature: Signature
    since: float
    known: bool = False


class Inbox:
    """The files of watched folders.

    Args:
        folders: what is watched.
        out: the output folder, which is never watched.
        settle: seconds that a file has to stay the same.
        recursive: whether to watch what is in the folders' folders.
        on_folder: told of a folder that is gone (False) or back (True).
        clock: seconds that go on whatever the calendar does.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        out: Path,
        settle: float,
        *,
        recursive: bool = True,
        on_folder: Callable[[Path, bool], None] = lambda folder, there: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folders, self._out, self._settle, self._recursive = tuple(folders), out, settle, recursive
        self._on_folder, self._clock = on_folder, clock
        self._seen: dict[Path, dict[str, _Seen]] = {folder: {} for folder in folders}
        self._gone: set[Path] = set()
        self._ready: dict[str, Signature] = {}
        self.came_back = False

    @property
    def present(self) -> list[Path]:
        """The folders that are there."""
        return [folder for folder in self._folders if folder not in self._gone]

    @property
    def waiting(self) -> bool:
        """Whether there are files that are neither known nor ready."""
        return any(
            not seen.known and path not in self._ready
            for folder in self.present
            for path, seen in self._seen[folder].items()
        )

    def look(self) -> int:
        """Look at all folders; how many files are ready."""
        self._ready = {}
        for folder in self._folders:
            seen = self._look_into(folder)
            if not os.path.isdir(folder):  # noqa: PTH112  (gone meanwhile, perhaps: then nothing was seen)
                self._note(folder, there=False)
                continue
            self._note(folder, there=True)
            self._seen[folder] = seen
            self._ready |= {path: each.signature for path, each in seen.items() if self._is_ready(path, each)}
        return len(self._ready)

    def glance(self, path: Path) -> Glance:
        """What a run should do about a file: look at those that are ready only."""
        if str(path) in self._ready:
            return "look"
        known = any((seen := self._seen[folder].get(str(path))) and seen.known for folder in self.present)
        return "known" if known else "wait"

    def done(self) -> None:
        """What was ready has been read: it is known as it was when it was looked at."""
        for folder in self.present:
            for path, seen in self._seen[folder].items():
                seen.known = seen.known or path in self._ready
        self._ready = {}
        self.came_back = False

    def _look_into(self, folder: Path) -> dict[str, _Seen]:
        """What is in a folder now, with what is remembered of it where it is unchanged."""
        if not os.path.isdir(folder):  # noqa: PTH112  (Path.is_dir raises without permission)
            return {}
        now, before = self._clock(), self._seen[folder]
        seen: dict[str, _Seen] = {}
        for path, signature in self._signatures(folder):
            last = before.get(path)
            seen[path] = last if last and last.signature == signature else _Seen(signature, now)
        return seen

    def _signatures(self, folder: Path) -> Iterator[tuple[str, Signature]]:
        for found in find_inputs([folder], self._out, recursive=self._recursive):
            with suppress(FileNotFoundError):
                yield os.path.abspath(found.job.path), _signature(found)  # noqa: PTH100  (as in the plan)

    def _is_ready(self, path: str, seen: _Seen) -> bool:
        if seen.known or self._clock() - seen.since < self._settle or _in_use(path):
            return False
        seen.known = isinstance(seen.signature[0], int) and not recognise(Path(path))
        return not seen.known

    def _note(self, folder: Path, *, there: bool) -> None:
        if there == (folder in self._gone):
            self._gone ^= {folder}
            self.came_back = self.came_back or there
            self._on_folder(folder, there)


def _signature(found: Found) -> Signature:
    """Size and time of change; why there are none where one may not look.

    Raises:
        FileNotFoundError: it is gone.
    """
    if found.job.trouble:
        return found.job.trouble, 0
    try:
        about = found.job.path.stat()
    except FileNotFoundError:
        raise
    except OSError as trouble:
        return str(trouble.errno), 0
    return about.st_size, about.st_mtime_ns


def _in_use(path: str) -> bool:
    """Whether another program holds a file open, as Windows tells by refusing to rename it to its own name."""
    if os.name != "nt":
        return False
    try:
        os.rename(path, path)  # noqa: PTH104  (the same name)
    except OSError as trouble:
        return getattr(trouble, "winerror", None) in _IN_USE
    return False
