"""What every request has to pass and every answer carries.

- ``Host`` must be one that the server was started for (else 400): a page of another name that resolves to this machine
  (DNS rebinding) reaches nothing.
- A request that changes something must come from the page itself: ``Sec-Fetch-Site`` says same-origin, or where a
  browser does not send it ``Origin`` equals the host (else 403); and it carries the token of this start (else 403).
- Where the server listens beyond this machine, every request has to show the access token, once in the address, then
  in a cookie (else 401).
- A body is at most 1 MB (else 413).
- Answers forbid scripts, styles, frames and connections from elsewhere, guessing of types, referrers and keeping.
"""

import hmac
import secrets
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_LIMIT: Final = 1_000_000  # bytes
TOKEN_HEADER: Final = b"x-notula-token"
ACCESS_COOKIE: Final = "notula_access"
_SAFE: Final = frozenset({"GET", "HEAD"})
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True)
class Guard:
    """Who may ask: the allowed values of ``Host``, the token of this start, and the access token where there is one."""

    hosts: frozenset[str]
    access: str | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))


class SecurityMiddleware:
    """Refuses what the module's rules refuse and adds the headers to every answer."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self._app, self._guard = app, guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            return  # neither web sockets nor a lifespan: there are none
        refusal = self._refusal(scope)

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if refusal is not None:
            await refusal(scope, receive, send_safely)
            return
        limited = _Limited(receive)
        try:
            await self._app(scope, limited.receive, send_safely)
        except _TooLargeError:
            await _plain(413)(scope, receive, send_safely)

    def _refusal(self, scope: Scope) -> Response | None:
        """Why the request is refused; None where it may pass."""
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        hosts = [value.decode("latin-1").lower() for name, value in headers if name == b"host"]
        if len(hosts) != 1 or hosts[0] not in self._guard.hosts:
            return _plain(400)
        if self._guard.access is not None and (answer := self._without_access(scope, self._guard.access)):
            return answer
        if scope["method"] in _SAFE:
            return None
        if scope["method"] != "POST":
            return _plain(405)
        found = dict(headers)
        if not _same_origin(found, hosts[0]) or not self._has_token(found):
            return _plain(403)
        length = found.get(b"content-length", b"0")
        return _plain(413) if not length.isdigit() or int(length) > BODY_LIMIT else None

    def _has_token(self, headers: dict[bytes, bytes]) -> bool:
        return hmac.compare_digest(headers.get(TOKEN_HEADER, b""), self._guard.token.encode())

    def _without_access(self, scope: Scope, access: str) -> Response | None:
        """The answer to a request that does not show the access token in its cookie; None where it does."""
        if hmac.compare_digest(HTTPConnection(scope).cookies.get(ACCESS_COOKIE, "").encode(), access.encode()):
            return None
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if scope["method"] == "GET" and hmac.compare_digest(given.encode(), access.encode()):
            answer = RedirectResponse("/", 303)  # the token does not stay in the address bar
            answer.set_cookie(ACCESS_COOKIE, access, httponly=True, samesite="strict")
            return answer
        return _plain(401)


def _same_origin(headers: dict[bytes, bytes], host: str) -> bool:
    """Whether the request comes from the page itself (as Go's CrossOriginProtection tells it)."""
    site = headers.get(b"sec-fetch-site")
    if site is not None:
        return site in (b"same-origin", b"none")
    origin = headers.get(b"origin")
    return origin is None or urlsplit(origin.decode("latin-1")).netloc.lower() == host


_SAID: Final = {
    400: "Host tidak dikenal. / Unknown host.",
    401: "Perlu token: buka alamat yang ditampilkan di terminal. / A token is needed: open the address shown in the "
    "terminal.",
    403: "Permintaan dari situs lain ditolak. / A request from another site is refused.",
    405: "Metode tidak didukung. / The method is not supported.",
    413: "Permintaan terlalu besar. / The request is too large.",
}


def _plain(status: int) -> Response:
    return PlainTextResponse(_SAID[status], status)


class _TooLargeError(Exception):
    pass


class _Limited:
    """Passes a body on until it is too large, whatever its ``Content-Length`` said."""

    def __init__(self, receive: Receive) -> None:
        self._receive, self._seen = receive, 0

    async def receive(self) -> Message:
        message = await self._receive()
        self._seen += len(message.get("body", b""))
        if self._seen > BODY_LIMIT:
            raise _TooLargeError
        return message
