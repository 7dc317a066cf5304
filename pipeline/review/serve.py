"""The server: its address, its start and its end."""

import getpass
import ipaddress
import os
import socket
import threading
import time
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

import psutil
import uvicorn

from notula.pipeline.errors import NoInputError, UsageError, why
from notula.pipeline.messages import Lang
from notula.pipeline.review.app import build_app
from notula.pipeline.review.desk import Desk, Figures, Loading
from notula.pipeline.review.security import Guard
from notula.pipeline.review.source_process import SourceProcess
from notula.pipeline.review.sources import Sources, source_folders
from notula.pipeline.review.typed import typed_due
from notula.pipeline.store import open_store, store_exists

LOCAL: Final = "127.0.0.1"
FIRST_PORT: Final = 8765
_PORTS: Final = 20  # tried one after the other where none is asked for
_TOKEN: Final = 16  # characters at least
_SETTLING: Final = 1.0  # seconds between the start and what is only needed later
_QUICK: Final = 0.5  # seconds to wait for a small folder to be loaded the first time, so that the first page is whole


@dataclass(frozen=True)
class ReviewOptions:
    """How the page is served: ``port`` None takes the first free one, ``token`` is for addresses others reach."""

    lang: Lang = "id"
    host: str = LOCAL
    port: int | None = None
    token: str | None = None
    browser: bool = True
    sources: tuple[Path, ...] = ()


def serve(out: Path, options: ReviewOptions, on_ready: Callable[[str], None]) -> None:
    """Serve the review page of an output folder until Ctrl-C.

    Args:
        out: the folder of results.
        options: where and how.
        on_ready: called with the page's address once it answers.

    Raises:
        NoInputError: there is no such folder.
        UsageError: the address cannot be used, or is one that others reach and has no token.
        StoreError: the review store cannot be opened.
    """
    if not out.is_dir():
        raise NoInputError("noinput.results", path=str(out))
    check_address(options)
    listening = _listen(options)
    try:
        port = listening.getsockname()[1]
        guard = Guard(allowed_hosts(options.host, port), options.token if not _is_local(options.host) else None)
        url = address(options, port)
        fresh = not store_exists(out)
        with open_store(out) as store:
            user = system_user()
            sources = Sources(source_folders(out, options.sources))
            desk = Desk(store, sources, SourceProcess(), Loading(store), Figures(store), guard, options.lang, user)
            desk.loading.start()
            if fresh:
                desk.loading.wait(_QUICK)
            try:
                _Server(desk, lambda: _ready(desk, url, options, on_ready)).run(sockets=[listening])
            finally:
                desk.process.close()
    finally:
        listening.close()


class _Server(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(self, desk: Desk, on_ready: Callable[[], None]) -> None:
        level = "error" if os.environ.get("NOTULA_DEBUG") else "critical"  # the page itself tells what went wrong
        config = uvicorn.Config(
            build_app(desk), log_level=level, access_log=False, lifespan="off", ws="none", server_header=False,
            http="h11", loop="asyncio", timeout_graceful_shutdown=2,
        )  # fmt: skip
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, then say so."""
        await super().startup(sockets)
        self._on_ready()


def _ready(desk: Desk, url: str, options: ReviewOptions, on_ready: Callable[[str], None]) -> None:
    on_ready(url)
    if options.browser:
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
    threading.Thread(target=_warm_up, args=(desk,), daemon=True).start()


def _warm_up(desk: Desk) -> None:
    """What the first click would else wait for; after the first page, which needs none of it."""
    time.sleep(_SETTLING)
    desk.process.start()
    typed_due("besok", desk.lexicon(), desk.today())


def check_address(options: ReviewOptions) -> None:
    """Raise ``UsageError`` where others can reach the address and there is no token to keep them out."""
    if not _is_local(options.host) and len(options.token or "") < _TOKEN:
        raise UsageError("usage.review_token", host=options.host)


def _is_local(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def allowed_hosts(host: str, port: int) -> frozenset[str]:
    """The values of ``Host`` that are answered; beyond this machine its names and addresses, too."""
    names = {"127.0.0.1", "localhost"} if _is_local(host) else {host}
    if _is_wildcard(host):
        names = {"127.0.0.1", "localhost", socket.gethostname().lower(), socket.getfqdn().lower(), *_own_addresses()}
    bare = {f"[{name}]" if ":" in name else name for name in names}
    return frozenset(f"{name}:{port}" for name in bare) | (bare if port == 80 else frozenset())


def _is_wildcard(host: str) -> bool:
    """Whether the address stands for all of the machine's own."""
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


def _own_addresses() -> list[str]:
    """The addresses of the machine's network interfaces, without their zones."""
    found = [one for addresses in psutil.net_if_addrs().values() for one in addresses]
    return [one.address.split("%")[0] for one in found if one.family in (socket.AF_INET, socket.AF_INET6)]


def _reachable(host: str) -> str:
    """A name or address that a browser of another machine can open; ``host`` itself where it is one."""
    if not _is_wildcard(host):
        return host
    found = [ipaddress.ip_address(each) for each in _own_addresses()]
    outside = [each for each in found if not each.is_loopback and not each.is_link_local]
    wanted = [each for each in outside if each.version == 4] or (outside if ":" in host else [])
    return str(wanted[0]) if wanted else LOCAL if ":" not in host else "localhost"


def _listen(options: ReviewOptions) -> socket.socket:
    """A socket that listens on the port that is asked for, else on the first free one."""
    if options.port is not None:
        return _bound(options.host, options.port)
    for port in range(FIRST_PORT, FIRST_PORT + _PORTS):
        try:
            return _bound(options.host, port)
        except UsageError:
            continue
    return _bound(options.host, 0)


def _bound(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError) as trouble:
        raise UsageError("usage.review_host", host=host, reason=str(trouble)) from trouble
    found = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":  # on Windows it would let two programs have the same port
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6 and _is_wildcard(host) and socket.has_dualstack_ipv6():
            found.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)  # IPv4, too: on Windows it would not be
        found.bind(place)
        found.listen(128)
    except (OSError, OverflowError) as trouble:
        found.close()
        reason = why(trouble) if isinstance(trouble, OSError) else str(trouble)
        raise UsageError("usage.review_port", port=str(port), reason=reason) from trouble
    return found


def address(options: ReviewOptions, port: int) -> str:
    """The page's address as a person opens it; with the access token where one is needed."""
    name = _reachable(options.host)
    host = f"[{name}]" if ":" in name else name
    access = "" if _is_local(options.host) else f"?token={quote(options.token or '')}"
    return f"http://{host}:{port}/{access}"


def system_user() -> str:
    """The name of the system's user; ``notula`` where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "peninjau"
