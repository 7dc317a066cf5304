"""A progress bar of one line, for terminals only."""

import shutil
import time
from typing import TextIO

from notula.pipeline.batch.events import DocumentDone, Event, RunBegan
from notula.pipeline.messages import Lang, say
from notula.pipeline.text import printable

_BAR = 24
_REDRAW = 0.1  # seconds between two pictures


class Progress:
    """Shows how many files are done, how fast it goes and how long it will take; silent where there is no terminal."""

    def __init__(self, stream: TextIO, lang: Lang = "id", *, quiet: bool = False) -> None:
        self._stream, self._lang = stream, lang
        self._shown = not quiet and stream.isatty()
        self._begin = time.monotonic()
        self._drawn = 0.0
        self._read = self._width = 0

    def __call__(self, event: Event) -> None:
        """Show where the run stands after an event."""
        if not self._shown:
            return
        if isinstance(event, RunBegan):
            self._begin = time.monotonic()
            self._draw(0, event.total, "")
        elif isinstance(event, DocumentDone):
            self._read += not event.unchanged
            if event.done == event.total or time.monotonic() - self._drawn >= _REDRAW:
                self._draw(event.done, event.total, printable(event.entry.path))

    def close(self) -> None:
        """Take the bar away."""
        if self._shown:
            self._write(f"\r{' ' * self._width}\r")

    def _draw(self, done: int, total: int, name: str) -> None:
        self._drawn = time.monotonic()
        full = _BAR * done // total if total else _BAR
        head = f"[{'#' * full}{'.' * (_BAR - full)}] {done}/{total} {self._pace(total - done)}"
        room = max(shutil.get_terminal_size().columns - len(head) - 1, 0)
        shown = name if len(name) <= room else name[len(name) - room :]
        # Blanks over what stood there: consoles of Windows may print the sequences that clear a line.
        self._write("\r" + (head + shown).ljust(self._width))
        self._width = len(head) + len(shown)

    def _pace(self, left: int) -> str:
        """Files read a second and the time that the rest will take at that rate; nothing before it can be told."""
        seconds = time.monotonic() - self._begin
        if not self._read or seconds < 1:
            return ""
        rate = self._read / seconds
        return say("progress.pace", self._lang, rate=f"{rate:.1f}", left=duration(left / rate)) + " "

    def _write(self, text: str) -> None:
        safe = text.encode(self._stream.encoding or "utf-8", "replace").decode(self._stream.encoding or "utf-8")
        self._stream.write(safe)
        self._stream.flush()


def duration(seconds: float) -> str:
    """A time span as ``h:mm:ss`` or ``m:ss``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
