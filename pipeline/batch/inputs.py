"""What the words of the command line stand for: files, folders, patterns and lists of them.

- ``rapat.pdf``, ``notula/``: the file, the folder with all that is below it;
- ``2020/*.pdf``, ``arsip/**/*.docx``: a pattern that the shell did not expand (Windows), ``**`` for any folders;
- ``@daftar.txt``: a list, a path or pattern a line; ``@-`` is standard input. A file of that name is ``./@daftar.txt``;
- ``s3://arsip/2020/``, ``ftp://kantor/notula/*.pdf``: the same by URL, here and in lists.
"""

import codecs
import glob
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path, PurePath
from typing import BinaryIO

from notula.pipeline.addresses import Location, Url, location
from notula.pipeline.batch.found import Found, is_litter
from notula.pipeline.batch.job import MANIFEST, STATE, Job
from notula.pipeline.batch.remote import Remote
from notula.pipeline.batch.remote_inputs import find_remote
from notula.pipeline.errors import NoInputError, UsageError, why

__all__ = ["Found", "find_inputs"]


def find_inputs(inputs: Sequence[Location], out: Location, *, recursive: bool = True) -> Iterator[Found]:
    """The files that the inputs stand for, some perhaps more than once.

    Raises:
        NoInputError: an input does not exist, or cannot be reached.
        UsageError: an input is the output folder, or what its URL needs is not installed.
    """
    for given in inputs:
        if isinstance(given, Path) and str(given).startswith("@"):
            yield from _listed(str(given)[1:], out, recursive=recursive)
        else:
            found = _standing_for(given, out, recursive=recursive)
            if found is None:
                raise NoInputError("noinput.missing", path=str(given))
            yield from found


def _standing_for(given: Location, out: Location, *, recursive: bool) -> Iterator[Found] | None:
    """The files that an input stands for; None where there is no such thing."""
    if isinstance(given, Url):
        return find_remote(given, out, recursive=recursive)
    roots = _expand(given)
    first = next(roots, None)
    if first is None:
        return None
    return (found for root in chain((first,), roots) for found in _below(root, out, recursive=recursive))


def _listed(name: str, out: Location, *, recursive: bool) -> Iterator[Found]:
    """What the lines of a list stand for; one that stands for nothing is a job that fails."""
    for line in _lines(name):
        given = location(line)
        try:
            found = _standing_for(given, out, recursive=recursive)
            yield from found or (_missing(given),)
        except NoInputError as trouble:
            if trouble.key != "noinput.refused":
                raise
            yield _missing(given, trouble.details["reason"])


def _missing(given: Location, reason: str = "errno.ENOENT") -> Found:
    name = PurePath(given.name)
    if isinstance(given, Url):
        return Found(Job(Path(name), name, reason, remote=Remote(given, "")), str(given), named=True)
    return Found(Job(given, name, reason), _real(given), named=True)


def _lines(name: str) -> Iterator[str]:
    """The lines of a list that hold something, without the blanks and quotes around them."""
    try:
        with open(sys.stdin.fileno() if name == "-" else name, "rb", closefd=name != "-") as file:
            for text in _decoded(file):
                if "\0" in text:
                    raise UsageError("usage.list", path=name)
                if line := _bare(text.rstrip("\r\n")):
                    yield line
    except OSError as trouble:
        raise NoInputError("noinput.list", path=name, reason=why(trouble)) from trouble
    except UnicodeError as trouble:
        raise UsageError("usage.list", path=name) from trouble


def _decoded(file: BinaryIO) -> Iterator[str]:
    """The lines as text: in UTF-16 where it says so (``>`` of Windows PowerShell), else as file names are written."""
    first = file.readline()
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield from (first + file.read()).decode("utf-16").splitlines()
        return
    yield os.fsdecode(first.removeprefix(codecs.BOM_UTF8))
    yield from map(os.fsdecode, file)


def _bare(line: str) -> str:
    """A line without the blanks and the quotes around it, unless there is a path with them."""
    bare = line.strip()
    if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'":
        bare = bare[1:-1]
    return line if bare and bare != line and _exists(Path(line)) else bare


def _expand(given: Path) -> Iterator[Path]:
    """The input itself; what it matches where it is a pattern; nothing where there is no such thing."""
    if _exists(given):
        yield given
    elif glob.has_magic(str(given)):
        yield from (Path(match) for match in glob.iglob(str(given), recursive=True))  # noqa: PTH207  (whole patterns)


def _exists(path: Path) -> bool:
    """Whether there is such a path; one that may not be looked at counts, so that trying it tells why."""
    try:
        path.stat()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return True


def _below(root: Path, out: Location, *, recursive: bool) -> Iterator[Found]:
    if not os.path.isdir(root):  # noqa: PTH112  (Path.is_dir raises without permission)
        yield Found(Job(root, PurePath(root.name)), _real(root), named=True)
        return
    own = out.resolve() if isinstance(out, Path) else None
    if own == root.resolve():
        raise UsageError("usage.output_is_input", path=str(out))
    shut: list[OSError] = []
    for path, real, trouble in _walk(root, own, shut.append, recursive=recursive):
        yield Found(Job(path, path.relative_to(root), trouble), real)
    for error in shut:
        folder = Path(error.filename or root)
        relative = PurePath(root.name) if folder == root else folder.relative_to(root)
        yield Found(Job(folder, relative, why(error)), _real(folder), named=True)


def _walk(
    root: Path, out: Path | None, on_shut: Callable[[OSError], None], *, recursive: bool
) -> Iterator[tuple[Path, str, str | None]]:
    """The files below a folder, where they really lie and what is wrong with them, folder by folder.

    Links to folders are not followed, and a folder that was seen already (mounted twice, a junction) is not entered.
    """
    seen: set[tuple[int, int]] = set()
    to_read = [root]
    while to_read:
        folder = to_read.pop()
        real = _real(folder)
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if is_litter(entry.name):
                        continue
                    path = folder / entry.name
                    if entry.is_dir(follow_symlinks=False):
                        if recursive and _to_enter(path, out, seen):
                            to_read.append(path)
                    elif trouble := _no_file(entry):
                        yield path, _join(real, entry.name), trouble
                    elif not (entry.is_symlink() and os.path.isdir(path)):  # noqa: PTH112  (raises without permission)
                        yield path, _real(path) if entry.is_symlink() else _join(real, entry.name), None
        except OSError as trouble:
            trouble.filename = str(folder)
            on_shut(trouble)


def _to_enter(folder: Path, out: Path | None, seen: set[tuple[int, int]]) -> bool:
    """Whether a folder is to be read: not the output folder of a run, nor one that was entered before."""
    try:
        about = folder.stat()
        if folder.resolve() == out or (folder / MANIFEST).is_file() or (folder / STATE).is_dir():
            return False
    except OSError:
        return True  # listing it will tell why
    known = (about.st_dev, about.st_ino)
    if known in seen:
        return False
    if about.st_ino:
        seen.add(known)
    return True


def _no_file(entry: "os.DirEntry[str]") -> str | None:
    """Why it is neither a regular file nor a folder; None where it is, or where one may not look.

    Links that lead nowhere or round in a circle are none, nor are pipes and devices: to open one might never end.
    """
    try:
        if entry.is_file(follow_symlinks=False):
            return None  # the listing tells, without a look at each
        mode = entry.stat().st_mode
    except PermissionError:
        return None
    except OSError as trouble:
        return why(trouble)
    return None if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else "reason.not_regular"


def _real(path: Path | str) -> str:
    """Where a path really leads, in the one spelling that the system compares by."""
    return os.path.normcase(os.path.realpath(path))


def _join(folder: str, name: str) -> str:
    return os.path.normcase(os.path.join(folder, name))  # noqa: PTH118  (a million times)
