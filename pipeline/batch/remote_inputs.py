"""What URLs on the command line stand for: files, folders with what is below them, patterns."""

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePath, PurePosixPath
from typing import Final
from urllib.parse import unquote

from notula.pipeline.addresses import Location, Url
from notula.pipeline.batch import remote
from notula.pipeline.batch.found import Found, is_litter
from notula.pipeline.batch.job import MANIFEST, STATE, Job
from notula.pipeline.batch.remote import Listed, Remote
from notula.pipeline.errors import NoInputError, UsageError, why

_MAGIC: Final = re.compile(r"[*\[]")
_DEEPEST: Final = 40
"""Folders in folders; deeper is a link that leads back, which only the server could tell."""
_WINDOWS: Final = r'[\0-\x1f<>:"|?*\\]|[ .]$|^(?i:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)'
_NO_NAME: Final = re.compile(_WINDOWS if os.name == "nt" else r"\0")


def find_remote(url: Url, out: Location, *, recursive: bool = True) -> Iterator[Found]:
    """The files that a URL stands for; none where it is a pattern that nothing matches.

    Raises:
        NoInputError: there is no such thing, or it cannot be reached.
        UsageError: it is the output folder, or what is needed for such URLs is not installed.
    """
    try:
        for root in _roots(url):
            if root.folder:
                yield from _Walk(url, root, out, recursive=recursive)
            elif root.remote:
                yield _found(url, root.remote, root.name, named=True)
    except OSError as trouble:
        key = "noinput.unreachable" if remote.is_outage(trouble) else "noinput.refused"
        raise NoInputError(key, path=str(url), reason=why(trouble)) from trouble


def _roots(url: Url) -> list[Listed]:
    """The things that a URL names, or matches where it is a pattern."""
    try:
        there = remote.look(url)
    except FileNotFoundError:
        if _MAGIC.search(url.address) and (matched := remote.matches(url)):
            return matched
        raise
    path = remote.root_path(url)
    return [Listed(url.name, there is None, there or Remote(url, path))]


class _Walk:
    """The files below a folder, folder by folder."""

    def __init__(self, url: Url, root: Listed, out: Location, *, recursive: bool) -> None:
        self._url, self._root, self._recursive = url, root.remote or Remote(url, ""), recursive
        self._out = str(out).rstrip("/") if isinstance(out, Url) else None

    def __iter__(self) -> Iterator[Found]:
        if shown(self._root) == self._out:
            raise UsageError("usage.output_is_input", path=str(self._out))
        to_read = [self._root.path]
        while to_read:
            folder = to_read.pop()
            try:
                listed = remote.entries(self._url, folder)
            except OSError as trouble:
                if folder == self._root.path or remote.is_outage(trouble):
                    raise
                yield self._job(Remote(self._url, folder), why(trouble), named=True)
                continue
            if folder != self._root.path and self._is_results(folder, listed):
                continue
            for entry in listed:
                if is_litter(entry.name) or not entry.remote:
                    continue
                if not entry.folder:
                    yield self._job(entry.remote)
                elif not entry.name:
                    yield self._job(entry.remote, "reason.no_name", named=True)
                elif self._recursive and self._depth(entry.remote.path) < _DEEPEST:
                    to_read.append(entry.remote.path)

    def _is_results(self, folder: str, listed: list[Listed]) -> bool:
        """Whether a folder is the output folder of a run."""
        if shown(Remote(self._url, folder)) == self._out:
            return True
        return any(each.name == (STATE if each.folder else MANIFEST) for each in listed)

    def _depth(self, path: str) -> int:
        return self._below(path).count("/")

    def _below(self, path: str) -> str:
        """A path below the root."""
        return path[len(self._root.path.rstrip("/")) :].lstrip("/")

    def _job(self, there: Remote, trouble: str | None = None, *, named: bool = False) -> Found:
        return _found(self._url, there, self._below(there.path), trouble, named=named)


def _found(url: Url, there: Remote, relative: str, trouble: str | None = None, *, named: bool = False) -> Found:
    """A file under the name that its results get; one that no file can have here is trouble."""
    if url.protocol in ("http", "https"):
        relative = unquote(relative)
    name = PurePosixPath(relative)
    if name.is_absolute() or any(_is_no_name(part) for part in relative.split("/")):
        trouble, named = trouble or "reason.no_name", True
        relative = re.sub(r"[^\w.-]|\.\.", "_", relative) or "_"
    job = Job(Path(relative), PurePath(relative), trouble, remote=there)
    return Found(job, identity(there), named)


def _is_no_name(part: str) -> bool:
    """Whether a part of a name on a store is none that a file may have: stores take any text."""
    return part in ("", ".", "..") or _NO_NAME.search(part) is not None


def shown(there: Remote) -> str:
    """The address of a file or folder, without passwords."""
    url, path = str(there.url).rstrip("/"), there.path.rstrip("/")
    own = remote.root_path(there.url)
    if magic := _MAGIC.search(own):
        own = own[: own.rfind("/", 0, magic.start())]
        url = url[: url.rfind("/", 0, _magic_start(url))]
    below = path[len(own) :] if path.startswith(own) else path
    return f"{url}/{below.lstrip('/')}" if below else url


def _magic_start(text: str) -> int:
    found = _MAGIC.search(text)
    return found.start() if found else len(text)


def identity(there: Remote) -> str:
    """What tells a file from all others: its address, and the query where that is part of it, after a null."""
    return f"{shown(there)}\0{there.url.query}" if there.url.query else shown(there)
