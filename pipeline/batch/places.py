"""Where results go: a folder of this machine, or one behind a URL. What writes and reads results knows only this.

Names are relative, with ``/``. ``home`` is a folder of this machine in which the ledger lies: the output folder itself,
or one in its stead (:mod:`~notula.pipeline.batch.remote_place`).
"""

import contextlib
import hashlib
import os
import threading
import time
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final, Protocol

from notula.pipeline.errors import writing

if TYPE_CHECKING:
    from notula.pipeline.addresses import Location
    from notula.pipeline.batch.ledger import Ledger

_LONGEST_NAME = 240  # bytes; file systems allow 255, and a suffix follows


class Place(Protocol):
    """An output folder."""

    @property
    def where(self) -> "Location":
        """Where it is."""

    @property
    def home(self) -> Path:
        """The folder of this machine that the ledger lies in."""

    @property
    def threads(self) -> int:
        """How many results are best written at once."""

    def prepare(self) -> None:
        """Make the folder and see that it can be written to.

        Raises:
            OutputError: it cannot.
        """

    def held(self, ledger: "Ledger") -> AbstractContextManager[None]:
        """Keep the place for the run whose ledger this is, as far as the ledger's own lock does not.

        Raises:
            BusyError: another run has it.
            OutputError: it cannot be written to.
        """

    def fit(self, name: PurePath) -> str:
        """A name, changed as little as makes it possible here, with room for suffixes."""

    def write(self, name: str, data: Iterable[bytes]) -> None:
        """Put pieces of data under a name, whole or not at all; its folder is made where there is none.

        Raises:
            OSError: it cannot be written; what stood there before stands there still.
        """

    def settle(self, name: str) -> None:
        """See that what was written beside a name stays, whatever happens to the machine now.

        Raises:
            OSError: it cannot be seen to.
        """

    def read(self, name: str, most: int = -1) -> bytes:
        """What stands under a name; its first bytes alone where ``most`` says how many are enough.

        Raises:
            OSError: there is nothing, or it cannot be read.
        """

    def stands(self, name: str) -> bool:
        """Whether there is something under a name."""

    def remove(self, name: str) -> None:
        """Take away what stands under a name, if anything does.

        Raises:
            OSError: it cannot be taken away.
        """

    def sweep(self, folders: Iterable[str]) -> None:
        """Remove what a run that ended suddenly has left unfinished in folders."""


class Folder:
    """A folder of this machine."""

    threads: Final = 4  # file systems bring what several wait for to the disk in one go

    def __init__(self, root: Path) -> None:
        self.where = self.home = root
        self._root = Path(extended(os.path.abspath(root))) if os.name == "nt" else root  # noqa: PTH100  (links stay)

    def prepare(self) -> None:
        """Make it and see that it can be written to."""
        probe = self.home / f".notula-{os.getpid()}.tmp"
        with writing(self.home):
            self.home.mkdir(parents=True, exist_ok=True)
            probe.write_bytes(b"")
            probe.unlink()

    def held(self, ledger: "Ledger") -> AbstractContextManager[None]:
        """Nothing: the ledger is locked, and lies here."""
        return nullcontext()

    def fit(self, name: PurePath) -> str:
        """A name with an over-long last part cut and told apart by a digest."""
        return short(name).as_posix()

    def write(self, name: str, data: Iterable[bytes]) -> None:
        """Write a temporary file beside it, bring it to the disk and give it its name."""
        path = self._root / name
        try:
            write_atomically(path, data)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, data)

    def settle(self, name: str) -> None:
        """Bring the names of its folder to the disk, where the system has a call for it (not Windows)."""
        if os.name != "posix":
            return
        descriptor = os.open((self._root / name).parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def read(self, name: str, most: int = -1) -> bytes:
        """The bytes of a file."""
        with (self._root / name).open("rb") as file:
            return file.read(most)

    def stands(self, name: str) -> bool:
        """Whether the file exists."""
        own = name.replace("/", os.sep)  # an extended path knows no other
        return os.path.exists(f"{self._root}{os.sep}{own}")  # noqa: PTH110  (two million times)

    def remove(self, name: str) -> None:
        """Unlink it."""
        (self._root / name).unlink(missing_ok=True)

    def sweep(self, folders: Iterable[str]) -> None:
        """Remove temporary files."""
        for folder in folders:
            for left in (self._root / folder).glob(".notula-*.tmp"):
                with contextlib.suppress(OSError):
                    left.unlink()


def extended(path: str) -> str:
    """A whole path of Windows in the form that may be longer than 260 letters."""
    if path.startswith("\\\\?\\"):
        return path
    return f"\\\\?\\UNC\\{path[2:]}" if path.startswith("\\\\") else f"\\\\?\\{path}"


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


def short(relative: PurePath) -> PurePath:
    """The path with a file name that leaves room for suffixes: an over-long one is cut and told apart by a digest."""
    raw = os.fsencode(relative.name)
    if len(raw) <= _LONGEST_NAME:
        return relative
    digest = hashlib.sha256(raw).hexdigest()[:12]
    return relative.with_name(f"{raw[:200].decode('utf-8', 'ignore')}-{digest}{relative.suffix[:20]}")
