"""Folders that are watched: what is put into them is read as soon as it is whole, by one run after another.

Between the runs the output folder is free, so that another run may use it, and the ledger remembers everything: a watch
that was ended goes on where it was.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from notula.pipeline.batch.inbox import Inbox
from notula.pipeline.batch.run import INTERRUPTED, Batch, RunOptions, default_workers, run_batch
from notula.pipeline.errors import BusyError, NoInputError
from notula.pipeline.settings import Settings

_SHARE = 10  # a look may take this share of the time: folders of a hundred thousand files are looked at less often


@dataclass(frozen=True, slots=True)
class WatchOptions:
    """How to watch: seconds between two looks, seconds that a file has to stay the same.

    ``until_idle`` ends the watch once all that lies there is read. ``on_began`` is called once it is known that the
    folders are there. ``on_folder`` is told of a folder that is gone
    (False) or back (True), ``on_busy`` once that another run has the output folder.
    """

    every: float = 2.0
    settle: float = 5.0
    until_idle: bool = False
    on_began: Callable[[], None] = lambda: None
    on_folder: Callable[[Path, bool], None] = lambda folder, there: None
    on_busy: Callable[[BusyError], None] = lambda trouble: None


def watch(
    folders: Sequence[Path], out: Path, settings: Settings, options: RunOptions, how: WatchOptions | None = None
) -> int:
    """Read what comes into the folders until ``options.stop`` is requested; the exit code.

    Raises:
        NoInputError: a folder is not there at the beginning.
        BusyError: another run is using the output folder at the beginning.
        UsageError, OutputError, WorkerError: as :func:`~notula.pipeline.batch.run.run_batch`.
    """
    how = how or WatchOptions()
    for folder in folders:
        if not folder.is_dir():
            raise NoInputError("noinput.no_folder" if folder.exists() else "noinput.missing", path=str(folder))
    how.on_began()
    inbox = Inbox(folders, out, how.settle, recursive=options.recursive, on_folder=how.on_folder)
    return _Watch(inbox, out, settings, options, how).go_on()


class _Watch:
    """A watch on its way."""

    def __init__(self, inbox: Inbox, out: Path, settings: Settings, options: RunOptions, how: WatchOptions) -> None:
        self._inbox, self._out = inbox, out
        self._settings, self._options, self._how = settings, options, how
        self._ran = self._busy = False
        self._code = 0

    def go_on(self) -> int:
        stop, inbox = self._options.stop, self._inbox
        while not stop.requested:
            begin = time.monotonic()
            ready = inbox.look()
            took = time.monotonic() - begin
            if ready or (inbox.came_back and self._ran):
                self._round(ready)
            elif self._how.until_idle and not inbox.waiting:
                return self._code
            stop.wait(max(self._how.every, took * _SHARE))
        return INTERRUPTED

    def _round(self, ready: int) -> None:
        """Read what is ready; later where another run has the output folder."""
        workers = self._options.workers or default_workers(ready, self._settings)
        options = replace(self._options, workers=workers, glance=self._inbox.glance)
        try:
            with suppress(NoInputError):  # gone since it was looked at
                self._note(run_batch(self._inbox.present, self._out, self._settings, options))
        except BusyError as trouble:
            if not self._ran or self._how.until_idle:
                raise
            if not self._busy:
                self._how.on_busy(trouble)
            self._busy = True
            return
        self._busy = False
        self._inbox.done()

    def _note(self, batch: Batch) -> None:
        self._ran = True
        self._code = batch.exit_code
