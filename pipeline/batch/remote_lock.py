"""Who is at work on an output folder behind a URL, and the copy of the ledger that other machines go on from.

``.notula/lock.json`` says which machine is at work and is renewed every minute. A run that finds the lock of another
machine, renewed within five minutes, is refused. Stores know no lock that ends with its process: two runs that begin
within the same second, clocks that differ by minutes, or a machine that stood still can slip through. Results are the
same bytes whoever writes them; of two manifests the last one stands.
"""

import datetime as dt
import json
import platform
import tempfile
import time
import uuid
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from notula.pipeline.batch.job import STATE
from notula.pipeline.batch.ledger import Ledger
from notula.pipeline.batch.places import Place
from notula.pipeline.errors import BusyError, writing

_LOCK: Final = f"{STATE}/lock.json"
_LEDGER: Final = f"{STATE}/ledger.sqlite"
_DEAD: Final = 300.0  # seconds without a sign of life
_SETTLED: Final = 1.0  # seconds in which another run that began with this one has shown
_PIECE: Final = 1 << 20  # bytes


class RemoteLock:
    """The lock of a place, and the ledger's copy there."""

    def __init__(self, place: Place, ledger: Ledger) -> None:
        self._place, self._ledger = place, ledger
        self._holder = _own_id(place.home)

    def take(self) -> None:
        """Take it, and the ledger of another machine that was here since.

        Raises:
            BusyError: another machine has it.
        """
        last = self._read()
        self._refuse(last)
        if last.get("holder") not in (None, self._holder) and int(last.get("run") or 0) >= self._ledger.run - 1:
            self._fetch()
        self._write(alive=True)
        if last.get("holder") != self._holder:
            time.sleep(_SETTLED)
            self._refuse(self._read())

    def renew(self) -> None:
        """Show that this run lives.

        Raises:
            BusyError: another machine has taken it.
        """
        self._refuse(self._read())
        self._write(alive=True)

    def release(self) -> None:
        """Give it back."""
        self._write(alive=False)

    def save(self) -> None:
        """Copy the ledger to the output."""
        with tempfile.TemporaryDirectory(prefix="notula-", ignore_cleanup_errors=True) as folder:
            copy = Path(folder, "ledger.sqlite")
            self._ledger.copy_to(copy)
            with copy.open("rb") as file:
                self._place.write(_LEDGER, iter(lambda: file.read(_PIECE), b""))

    def _fetch(self) -> None:
        with tempfile.TemporaryDirectory(prefix="notula-", ignore_cleanup_errors=True) as folder:
            copy = Path(folder, "ledger.sqlite")
            try:
                copy.write_bytes(self._place.read(_LEDGER))
            except FileNotFoundError:
                return
            self._ledger.replace_by(copy)

    def _read(self) -> dict[str, Any]:
        try:
            lock = json.loads(self._place.read(_LOCK))
        except (FileNotFoundError, ValueError):
            return {}
        return lock if isinstance(lock, dict) else {}

    def _refuse(self, lock: dict[str, Any]) -> None:
        seen = lock.get("seen")
        if lock.get("holder") == self._holder or not isinstance(seen, int | float):
            return
        if abs(time.time() - seen) < _DEAD:
            since = dt.datetime.fromtimestamp(seen).astimezone().strftime("%H:%M:%S")
            host, path = str(lock.get("host")), str(self._place.where / _LOCK)
            raise BusyError("busy.remote", path=str(self._place.where), host=host, since=since, lock=path)

    def _write(self, *, alive: bool) -> None:
        seen = round(time.time(), 1) if alive else None
        lock = {"holder": self._holder, "host": platform.node(), "run": self._ledger.run, "seen": seen}
        self._place.write(_LOCK, [json.dumps(lock).encode("utf-8")])


def _own_id(home: Path) -> str:
    """What tells this state folder from those of other machines."""
    path = home / STATE / "holder"
    with suppress(OSError):
        return path.read_text("ascii")
    made = uuid.uuid4().hex
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, "ascii")
    return made
