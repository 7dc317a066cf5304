"""An output folder behind a URL.

Rules:

- Stores of objects put a file in one step. Elsewhere it is written under another name and then renamed; where a server
  does not rename over what is there, that goes first, and for a moment there is nothing.
- The ledger lies on this machine, in a folder for this address (``--state``). It is copied to the output at the end of
  a run and every few minutes, so that another machine can go on; what it did not get to know is read again.
"""

import hashlib
import os
import sys
import tempfile
import threading
import time
import uuid
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from notula.pipeline.addresses import Location, Url
from notula.pipeline.batch import remote
from notula.pipeline.batch.places import Folder, Place, short
from notula.pipeline.batch.remote_lock import RemoteLock
from notula.pipeline.errors import BusyError, NotulaError, OutputError, UsageError, why, writing
from notula.pipeline.text import encodable

if TYPE_CHECKING:
    from notula.pipeline.batch.ledger import Ledger

_WHOLE: Final = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "adl", "oss"})
"""Protocols of stores that put a file in one step, and have no folders to make."""
_IN_MEMORY: Final = 8_000_000  # bytes that are put together before they are sent
_RENEWED: Final = 60.0  # seconds between two signs of life
_SAVED: Final = 300.0  # seconds between two copies of the ledger
_LISTED: Final = 64  # folders whose names are remembered


def place_of(where: Location, state: Path | None = None) -> Place:
    """The place at a location; ``state`` is the folder for what the next run has to know of one behind a URL.

    Raises:
        OutputError: it cannot be reached.
        UsageError: what is needed for such URLs is not installed, or the place ends with this process.
    """
    if isinstance(where, Path):
        return Folder(where)
    if where.protocol == "memory":
        raise UsageError("usage.memory", path=str(where))
    return RemotePlace(where, state or state_folder(where))


def state_folder(url: Url) -> Path:
    """The user's folder for what is remembered of an address, as the system wants it."""
    name = hashlib.sha256(url.identity.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    if os.name == "nt":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library/Application Support"
    else:
        base = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local/state")
    return base / "notula" / "runs" / name


class RemotePlace:
    """A folder that is reached by URL; see the rules above."""

    threads: Final = 16  # each waits for the network most of the time

    def __init__(self, where: Url, home: Path) -> None:
        self.where, self.home = where, home
        with writing(where):
            self._root = remote.root_path(where)
        self._whole = where.protocol in _WHOLE
        self._mark = uuid.uuid4().hex[:8]  # another machine may be writing the same file
        self._made: set[str] = set()
        self._making = threading.Lock()
        self._names: OrderedDict[str, set[str]] = OrderedDict()
        self._lost: NotulaError | None = None

    def prepare(self) -> None:
        """Make the folder of the ledger; the output itself is tried when it is held."""
        with writing(self.home):
            self.home.mkdir(parents=True, exist_ok=True)

    def fit(self, name: PurePath) -> str:
        """A name that is text, without control characters; where it was not, told apart by a digest."""
        fitting = "".join(each if each.isprintable() else "_" for each in encodable(short(name).as_posix()))
        if fitting == short(name).as_posix():
            return fitting
        digest = hashlib.sha256(os.fsencode(name)).hexdigest()[:12]
        path = PurePosixPath(fitting)
        return path.with_name(f"{path.stem}-{digest}{path.suffix}").as_posix()

    def write(self, name: str, data: Iterable[bytes]) -> None:
        """Send a file, whole or not at all."""
        if self._lost:
            raise self._lost
        pieces = iter(data)
        begin = bytearray()
        while len(begin) <= _IN_MEMORY and (piece := next(pieces, None)) is not None:
            begin += piece
        whole = bytes(begin)
        if len(whole) <= _IN_MEMORY:
            self._send(self._path(name), lambda system, target: system.pipe_file(target, whole))
        else:
            self._send_file(name, whole, pieces)
        self._note(name, there=True)

    def _send_file(self, name: str, begin: bytes, rest: Iterable[bytes]) -> None:
        """Send what is too much for the memory by way of a temporary file."""
        with tempfile.TemporaryDirectory(prefix="notula-", ignore_cleanup_errors=True) as folder:
            path = Path(folder, "data")
            with path.open("wb") as file:
                file.write(begin)
                file.writelines(rest)
            self._send(self._path(name), lambda system, target: system.put_file(str(path), target))

    def settle(self, name: str) -> None:
        """Nothing: what a store has taken is its own to keep."""

    def read(self, name: str, most: int = -1) -> bytes:
        """The bytes of a file."""
        data = remote.tried(self.where, lambda system, _: bytes(system.cat_file(self._path(name))))
        return data if most < 0 else data[:most]

    def stands(self, name: str) -> bool:
        """Whether a file is listed in its folder; each folder is listed once."""
        folder, _, own = name.rpartition("/")
        with self._making:
            names = self._names.get(folder)
        if names is None:
            names = self._listed(folder)
            with self._making:
                self._names[folder] = names
                while len(self._names) > _LISTED:
                    self._names.popitem(last=False)
        return own in names

    def remove(self, name: str) -> None:
        """Delete a file."""
        with suppress(FileNotFoundError):
            remote.tried(self.where, lambda system, _: system.rm_file(self._path(name)))
        self._note(name, there=False)

    def sweep(self, folders: Iterable[str]) -> None:
        """Delete what was written under another name and not renamed."""
        if self._whole:
            return
        for folder in folders:
            base = "" if folder == "." else f"{folder}/"
            for left in self._listed(folder.removeprefix(".")):
                if left.startswith(".notula-") and left.endswith(".tmp"):
                    with suppress(OSError):
                        self.remove(base + left)

    @contextmanager
    def held(self, ledger: "Ledger") -> Iterator[None]:
        """Take the lock, fetch a newer ledger, renew and copy meanwhile, and give the lock back."""
        lock = RemoteLock(self, ledger)
        with writing(self.where):
            lock.take()
        ended = threading.Event()
        renewing = threading.Thread(target=self._renew, args=(lock, ended), daemon=True)
        renewing.start()
        try:
            yield
        finally:
            ended.set()
            renewing.join()  # it writes the same files
            if not self._lost:
                trouble = sys.exc_info()[0]
                try:
                    with writing(self.where):
                        lock.save()
                        lock.release()
                except NotulaError:
                    if trouble is None:
                        raise

    def _renew(self, lock: RemoteLock, ended: threading.Event) -> None:
        saved = time.monotonic()
        while not ended.wait(_RENEWED):
            try:
                lock.renew()
                if time.monotonic() - saved > _SAVED:
                    lock.save()
                    saved = time.monotonic()
            except BusyError as trouble:
                self._lost = trouble
                return
            except (OSError, NotulaError):
                continue  # writing results tells, if it lasts

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _listed(self, folder: str) -> set[str]:
        try:
            path = self._path(folder).rstrip("/") if folder else self._root
            return {each.name for each in remote.entries(self.where, path)}
        except FileNotFoundError:
            return set()
        except OSError as trouble:
            raise OutputError("output.write", path=str(self.where), reason=why(trouble)) from trouble

    def _note(self, name: str, *, there: bool) -> None:
        folder, _, own = name.rpartition("/")
        with self._making:
            if (names := self._names.get(folder)) is not None:
                (names.add if there else names.discard)(own)

    def _send(self, path: str, put: Callable[[Any, str], object]) -> None:
        """Have something put at a path, in one step."""
        folder, _, own = path.rpartition("/")
        name = f".notula-{self._mark}-{hashlib.sha256(own.encode()).hexdigest()[:16]}.tmp"
        target = path if self._whole else f"{folder}/{name}"

        def action(system: Any, _: str) -> None:
            if not self._whole:
                self._make(system, folder)
            put(system, target)
            if target != path:
                _rename(system, target, path)

        remote.tried(self.where, action)

    def _make(self, system: Any, folder: str) -> None:
        with self._making:
            if folder not in self._made and folder.strip("/"):
                try:
                    system.makedirs(folder, exist_ok=True)
                except Exception:  # a driver's own; another machine may have made it just now
                    system.invalidate_cache()
                    if not system.exists(folder):
                        raise
                self._made.add(folder)


def _rename(system: Any, source: str, target: str) -> None:
    try:
        system.mv(source, target)
    except Exception:  # a driver's own
        if not system.exists(target):
            raise
        system.rm_file(target)
        system.mv(source, target)
