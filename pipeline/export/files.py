"""Files that appear whole or not at all."""

import csv
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from notula.pipeline.errors import OutputError, why, writing


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path beside ``target`` to write to; it takes the target's place, on the disk, when all went well.

    Raises:
        OutputError: it cannot be written; what stood there before stands there still.
    """
    temporary: Path | None = None
    try:
        target = target.resolve()  # what a symbolic link points to is replaced, not the link
        if target.exists() and not target.is_file():  # a folder, a device, a pipe
            raise OutputError("output.write", path=str(target), reason="reason.not_regular")
        handle, name = tempfile.mkstemp(prefix=".notula-", suffix=".tmp", dir=target.parent)
        os.close(handle)
        temporary = Path(name)
        yield temporary
        _settle(temporary, target)
    except OSError as trouble:
        raise OutputError("output.write", path=str(target), reason=why(trouble)) from trouble
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


@contextmanager
def text_file(target: Path, *, encoding: str = "utf-8", newline: str = "\n") -> Iterator[IO[str]]:
    """A text file that takes the target's place when all was written; errors as for ``replacing``."""
    with replacing(target) as temporary, temporary.open("w", encoding=encoding, newline=newline) as file:
        yield file


@contextmanager
def csv_file(target: Path, *, separator: str = ",", bom: bool = False) -> Iterator[Any]:
    """A ``csv.writer`` over a file that takes the target's place (RFC 4180: CRLF, quotes where needed)."""
    with text_file(target, encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
        yield csv.writer(file, delimiter=separator, lineterminator="\r\n")


@contextmanager
def filling(folder: Path, last: str = "") -> Iterator[Path]:
    """A folder to write files to that are put into ``folder`` when all of them are whole, the one named ``last`` last.

    Raises:
        OutputError: they cannot be written.
    """
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".notula-", suffix=".tmp", dir=folder) as temporary:
            yield Path(temporary)
            for path in sorted(Path(temporary).iterdir(), key=lambda path: (path.name == last, path.name)):
                path.replace(folder / path.name)


def numbered(target: Path, number: int) -> Path:
    """The path of the nth file of an export: the target's own for the first, then ``name-002.csv``, ..."""
    return target if number == 1 else target.with_name(f"{target.stem}-{number:03d}{target.suffix}")


def _settle(temporary: Path, target: Path) -> None:
    """Put the written file on the disk and in its place, with the permissions that any new file gets."""
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
    temporary.replace(target)
