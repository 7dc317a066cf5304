"""Posting to one address and no other: no redirects, no proxies, no cookies, and an end to every wait."""

import contextlib
import email.utils
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit, urlunsplit

from notula.pipeline.errors import UsageError

_LONGEST_ANSWER = 65_536  # bytes that are read of an answer's body so that the connection can be used again


@dataclass(frozen=True, slots=True)
class Address:
    """Where to post: ``shown`` is the URL without its query, which may hold a token."""

    url: str
    shown: str
    secure: bool
    host: str
    port: int
    path: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A receiver's answer: its status, and the seconds it asks to wait where it does."""

    status: int
    retry_after: float | None = None


def parse_address(url: str, *, plain: bool = False) -> Address:
    """The address of a URL.

    Raises:
        UsageError: it is no http(s) URL, holds a password, or is not encrypted and leads to another machine while
            ``plain`` does not allow that.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        host.encode("idna" if not host.isascii() else "ascii")
    except ValueError as trouble:  # also what the codecs raise
        raise UsageError("usage.url", url=url) from trouble
    odd = any(char.isspace() or not char.isprintable() for char in url) or not url.isascii()
    if parts.scheme not in ("http", "https") or not host or odd:
        raise UsageError("usage.url", url=url)
    if parts.username is not None or parts.password is not None:
        raise UsageError("usage.url_password")
    secure = parts.scheme == "https"
    if not secure and not plain and not _is_loopback(host):
        raise UsageError("usage.url_plain", host=host)
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    shown = urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))
    return Address(url, shown, secure, host, port or (443 if secure else 80), path)


class Poster:
    """Posts to one address over one connection, which is opened anew when it broke."""

    def __init__(self, address: Address, timeout: float) -> None:
        self._address, self._timeout = address, timeout
        self._connection: http.client.HTTPConnection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def post(self, body: bytes, headers: Mapping[str, str]) -> Answer:
        """The receiver's answer to a body.

        Raises:
            OSError: no connection, it broke, or no whole answer came within the time limit.
            http.client.HTTPException: what came was no HTTP.
        """
        try:
            with self._limited() as connection:
                connection.request("POST", self._address.path, body, dict(headers))
                response = connection.getresponse()
                rest = response.read(_LONGEST_ANSWER)
            if response.will_close or len(rest) == _LONGEST_ANSWER or response.status >= 400:  # idle while we wait
                self._close()
            return Answer(response.status, _seconds(response.getheader("Retry-After")))
        except BaseException:
            self._close()
            raise

    @contextlib.contextmanager
    def _limited(self) -> Iterator[http.client.HTTPConnection]:
        """A connection that is cut when the time is up, however slowly the receiver goes on."""
        connection = self._open()
        late = threading.Event()

        def cut() -> None:
            late.set()
            if connection.sock is not None:
                with contextlib.suppress(OSError):
                    connection.sock.shutdown(socket.SHUT_RDWR)

        timer = threading.Timer(self._timeout, cut)
        timer.daemon = True
        timer.start()
        try:
            yield connection
        except (OSError, http.client.HTTPException) as trouble:
            if late.is_set():
                raise TimeoutError(str(trouble)) from trouble
            raise
        finally:
            timer.cancel()
        if late.is_set():
            raise TimeoutError

    def _open(self) -> http.client.HTTPConnection:
        if self._connection is None:
            own, timeout = self._address, self._timeout
            if own.secure:
                context = ssl.create_default_context()
                self._connection = http.client.HTTPSConnection(own.host, own.port, timeout=timeout, context=context)
            else:
                self._connection = http.client.HTTPConnection(own.host, own.port, timeout=timeout)
        return self._connection

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _seconds(retry_after: str | None) -> float | None:
    """What ``Retry-After`` asks for (RFC 9110 10.2.3: seconds or a date); None where it says nothing readable."""
    if retry_after is None:
        return None
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        when = email.utils.parsedate_to_datetime(text)
        return max(0.0, when.timestamp() - time.time())
    except (ValueError, OverflowError):
        return None
