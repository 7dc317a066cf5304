"""Files that are reached by URL: listed, fetched, written. The only module that knows :mod:`fsspec`.

Rules:

- Drivers raise what they like. Whatever comes is raised here as the ``OSError`` that a disk would raise, by its number:
  ``ENOENT``, ``EACCES``, ``ENOSPC``, ``EROFS`` are final, all others are trouble on the way.
- Trouble on the way is met by a new connection, a few times; what then still fails is :func:`is_outage`.
- Connections are shared between threads only where the driver is made for it (those that are asynchronous inside).
"""

import errno
import os
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from notula.pipeline.addresses import Url
from notula.pipeline.errors import UsageError

_PAUSES: Final = (0.3, 1.0, 3.0)
"""Seconds before each further try."""
_FINAL: Final = frozenset({
    errno.ENOENT, errno.EACCES, errno.EPERM, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EISDIR, errno.ENOTDIR,
    errno.EINVAL, errno.ENAMETOOLONG, errno.EFBIG, errno.ENOTEMPTY,
})  # fmt: skip
_BY_STATUS: Final = {401: errno.EACCES, 403: errno.EACCES, 404: errno.ENOENT, 405: errno.EROFS, 410: errno.ENOENT,
                     413: errno.EFBIG, 507: errno.ENOSPC}  # fmt: skip
_BY_NAME: Final = {"NoCredentialsError": errno.EACCES, "PartialCredentialsError": errno.EACCES,
                   "AuthenticationException": errno.EACCES, "ParamValidationError": errno.EINVAL,
                   "FSTimeoutError": errno.ETIMEDOUT, "ReadTimeoutError": errno.ETIMEDOUT}  # fmt: skip
_BY_KIND: Final = ((FileNotFoundError, errno.ENOENT), (PermissionError, errno.EACCES), (TimeoutError, errno.ETIMEDOUT),
                   (IsADirectoryError, errno.EISDIR), (NotADirectoryError, errno.ENOTDIR),
                   (NotImplementedError, errno.EROFS), (EOFError, errno.ECONNRESET),
                   (ConnectionError, errno.ECONNRESET), ((ValueError, TypeError), errno.EINVAL))  # fmt: skip
_NO_HOST: Final = re.compile(r"(?:ftp|ftps|sftp|ssh|smb|https?|webdav|dav)://(?:/|$)", re.IGNORECASE)
_FTP_PERMANENT: Final = re.compile(r"(?P<code>5\d\d)[ -]")
_DENIED: Final = re.compile(r"permission|denied|not allowed|not enough privileges|login|not logged", re.IGNORECASE)
_PACKAGES: Final = {
    "s3": "s3fs", "s3a": "s3fs", "gs": "gcsfs", "gcs": "gcsfs", "az": "adlfs", "abfs": "adlfs", "abfss": "adlfs",
    "http": "aiohttp", "https": "aiohttp", "sftp": "paramiko", "ssh": "paramiko", "smb": "smbprotocol",
    "webdav": "webdav4", "hdfs": "pyarrow", "dav": "webdav4", "oss": "ossfs",
}  # fmt: skip
_STAMPS: Final = ("ETag", "etag", "md5Hash", "content_hash")
_CHUNK: Final = 1 << 20
_Answer = TypeVar("_Answer")
_own = threading.local()
_shared: dict[str, tuple[Any, str]] = {}
_connecting = threading.Lock()


@dataclass(frozen=True, slots=True)
class Remote:
    """A file reached by URL: ``path`` is what the file system behind ``url`` calls it.

    ``size`` is in bytes, None where it is not told beforehand. ``stamp`` is what the store tells contents apart by,
    None where it has nothing that is sure to change with them.
    """

    url: Url
    path: str
    size: int | None = None
    stamp: str | None = None


class Listed(NamedTuple):
    """An entry of a folder: its name and whether it is one itself; no remote where it is neither file nor folder.

    The name is empty where a store has a slash behind another: drivers cannot go there.
    """

    name: str
    folder: bool
    remote: Remote | None


def tried(url: Url, action: Callable[[Any, str], _Answer]) -> _Answer:
    """What an action on a URL's file system and its path there gives.

    Raises:
        OSError: it cannot be done.
        UsageError: what is needed for such URLs is not installed.
    """
    for pause in (*_PAUSES, None):
        try:
            return action(*_filesystem(url))
        except UsageError:
            raise
        except Exception as trouble:  # a driver's own
            told = as_os_error(trouble)
            slow = told.errno == errno.ETIMEDOUT and pause != _PAUSES[0]  # drivers wait for half a minute or more
            if told.errno in _FINAL or pause is None or slow:
                raise told from trouble
            _forget(url)
            time.sleep(pause)
    raise AssertionError


def is_outage(trouble: OSError) -> bool:
    """Whether the way to a place has failed rather than the place refused."""
    return trouble.errno not in _FINAL


def as_os_error(trouble: BaseException) -> OSError:
    """Whatever a driver raises, as the system error that it means."""
    if isinstance(trouble, FileNotFoundError) and isinstance(trouble.__cause__, OSError):
        trouble = trouble.__cause__  # so says a driver of all that goes wrong on the way
    status = getattr(trouble, "status", None) or getattr(trouble, "code", None)
    number = _BY_NAME.get(type(trouble).__name__)
    if number is None and isinstance(trouble, OSError) and type(trouble).__name__ != "gaierror":
        number = trouble.errno if (trouble.errno or 0) > 0 else None
    if number is None and type(trouble).__name__ == "error_perm":
        number = _ftp_error(str(trouble))
    if number is None and isinstance(status, int):
        number = _BY_STATUS.get(status)
    if number is None:
        number = next((number for kind, number in _BY_KIND if isinstance(trouble, kind)), None)
    if number is None:
        number = errno.EHOSTUNREACH if "Connect" in type(trouble).__name__ or "gaierror" in repr(trouble) else errno.EIO
    return OSError(number, os.strerror(number))


def _ftp_error(said: str) -> int:
    """What a server of FTP means by a refusal: it has one code for most of them."""
    found = _FTP_PERMANENT.match(said)
    code = found["code"] if found else ""
    if code == "552":
        return errno.ENOSPC
    return errno.EACCES if code in ("530", "532", "553") or _DENIED.search(said) else errno.ENOENT


def look(url: Url) -> Remote | None:
    """What is at a URL: a file, or None for a folder.

    Raises:
        OSError: there is nothing, or it cannot be reached.
        UsageError: see :func:`tried`.
    """
    if url.address.endswith("/"):
        return None

    def action(system: Any, path: str) -> Remote | None:
        about = system.info(path)
        return None if about["type"] == "directory" else _remote(url, about)

    return tried(url, action)


def matches(url: Url) -> list[Listed]:
    """The files and folders that a pattern stands for, by name."""

    def action(system: Any, path: str) -> list[Listed]:
        found: dict[str, dict[str, Any]] = system.glob(path, detail=True)
        return sorted(_listed(url, about) for about in found.values())

    return tried(url, action)


def root_path(url: Url) -> str:
    """What the file system behind a URL calls it."""
    return tried(url, lambda system, path: path).rstrip("/")


def entries(url: Url, folder: str) -> list[Listed]:
    """What lies in a folder of a URL's file system, by name.

    Raises:
        OSError: it cannot be listed.
    """

    def action(system: Any, _: str) -> list[Listed]:
        system.invalidate_cache()  # neither old nor kept: a million files are listed
        try:
            listed = system.ls(folder, detail=True)
        finally:
            system.invalidate_cache()
        own = folder.strip("/")
        # A folder may be listed in itself as an empty file; as a folder, it is one without a name.
        itself = [about for about in listed if about["name"].strip("/") == own]
        nameless = [Listed("", True, Remote(url, folder)) for about in itself if about["type"] == "directory"]
        return sorted(_listed(url, about) for about in listed if about not in itself) + nameless

    return tried(url, action)


def _listed(url: Url, about: dict[str, Any]) -> Listed:
    name = about["name"].rstrip("/").rpartition("/")[2]
    if about["type"] == "directory":
        return Listed(name, True, Remote(url, about["name"]))
    return Listed(name, False, _remote(url, about) if about["type"] == "file" else None)


def _remote(url: Url, about: dict[str, Any]) -> Remote:
    size = about.get("size")
    stamp = next((str(about[name]) for name in _STAMPS if about.get(name)), None)
    sure = stamp and not stamp.startswith("W/") and size is not None
    return Remote(url, about["name"], size, f"{stamp} {size}" if sure else None)


def fetch(remote: Remote, to: Path, limit: int) -> None:
    """Put a file's bytes at a path of this machine.

    Raises:
        OSError: it cannot be reached or written; ``EFBIG`` where it has more bytes than the limit.
    """

    def action(system: Any, _: str) -> None:
        size = remote.size
        if size is None:
            with system.open(remote.path, "rb") as source, to.open("wb") as target:
                while chunk := source.read(_CHUNK):
                    target.write(chunk)
                    if target.tell() > limit:
                        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
            return
        if size > limit:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        system.get_file(remote.path, str(to))
        if to.stat().st_size != size:
            system.invalidate_cache()
            if to.stat().st_size != system.info(remote.path)["size"]:  # else it was changed since it was listed
                raise OSError(errno.ECONNRESET, "cut off")

    tried(remote.url, action)


def part(remote: Remote, begin: int, end: int) -> bytes:
    """Some bytes of a file, fewer where it ends.

    Raises:
        OSError: it cannot be reached.
    """
    if remote.size is not None:
        end = min(end, remote.size)
    if begin >= end:
        return b""
    return tried(remote.url, lambda system, _: bytes(system.cat_file(remote.path, start=begin, end=end)))


def _filesystem(url: Url) -> tuple[Any, str]:
    """The file system behind a URL and the path there, connected to once."""
    systems = _own_systems()
    known = _shared.get(url.address) or systems.get(url.address)
    if known is None:
        with _connecting:
            known = _shared.get(url.address) or _connect(url)
            kept = _shared if getattr(known[0], "async_impl", False) else systems
            kept[url.address] = known
    return known


def _forget(url: Url) -> None:
    """See that the next call connects anew."""
    _shared.pop(url.address, None)
    _own_systems().pop(url.address, None)


def _own_systems() -> dict[str, tuple[Any, str]]:
    """The file systems that this thread alone is connected to, by address."""
    if not hasattr(_own, "systems"):
        _own.systems = {}
    found: dict[str, tuple[Any, str]] = _own.systems
    return found


def _connect(url: Url) -> tuple[Any, str]:
    try:
        import fsspec
    except ImportError as trouble:
        raise UsageError("usage.remote", path=str(url)) from trouble
    if _NO_HOST.match(url.address):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))  # drivers come to grief
    try:
        # A connection of its own: what is kept by fsspec may be one that was lost.
        system, path = fsspec.core.url_to_fs(url.address, skip_instance_cache=True)
    except ImportError as trouble:
        package = _PACKAGES.get(url.protocol) or getattr(trouble, "name", None) or str(trouble)
        raise UsageError("usage.driver", path=str(url), package=package) from trouble
    except ValueError as trouble:
        if "not known" not in str(trouble):
            raise
        raise UsageError("usage.protocol", path=str(url), protocol=url.protocol) from trouble
    return system, str(path)
