"""A progress bar of one line, for terminals only."""

import shutil
from typing import TextIO

_BAR = 24


class Progress:
    """Shows how many of the files are done and which is being read; silent where ``stream`` is no terminal."""

    def __init__(self, stream: TextIO, *, quiet: bool = False) -> None:
        self._stream = stream
        self._shown = not quiet and stream.isatty()

    def __call__(self, done: int, total: int, name: str) -> None:
        """Show that ``done`` of ``total`` files are read and ``name`` is next."""
        if not self._shown:
            return
        full = _BAR * done // total if total else _BAR
        head = f"[{'#' * full}{'.' * (_BAR - full)}] {done}/{total} "
        room = max(shutil.get_terminal_size().columns - len(head) - 1, 0)
        shown = name if len(name) <= room else name[len(name) - room :]
        self._write("\r\x1b[K" + head + shown)

    def close(self) -> None:
        """Take the bar away."""
        if self._shown:
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        safe = text.encode(self._stream.encoding or "utf-8", "replace").decode(self._stream.encoding or "utf-8")
        self._stream.write(safe)
        self._stream.flush()
