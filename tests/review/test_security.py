"""What the guard refuses, and what it adds to every answer."""

import socket
from collections.abc import Mapping
from typing import Any, NamedTuple

import psutil
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse

from notula.pipeline.errors import UsageError
from notula.pipeline.review.security import BODY_LIMIT, Guard, SecurityMiddleware
from notula.pipeline.review.serve import ReviewOptions, address, allowed_hosts, check_address

TOKEN = {"X-Notula-Token": "per-start"}
SAME = {"Sec-Fetch-Site": "same-origin"}
PASS = "a-long-access-token"


async def echo(scope: Any, receive: Any, send: Any) -> None:
    body = await Request(scope, receive).body()
    await PlainTextResponse(f"{len(body)} bytes")(scope, receive, send)


def guarded(access: str | None = None) -> SecurityMiddleware:
    return SecurityMiddleware(echo, Guard(allowed_hosts("127.0.0.1", 8765), access, "per-start"))


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8765", 200),
        ("localhost:8765", 200),
        ("LOCALHOST:8765", 200),
        ("evil.example:8765", 400),
        ("evil.example", 400),
        ("127.0.0.1", 400),
        ("127.0.0.1:80", 400),
        ("127.0.0.1:8765@evil.example", 400),
        ("localhost:8765, evil.example", 400),
        ("", 400),
    ],
)
def test_only_the_own_host_is_answered(ask: Any, host: str, status: int) -> None:
    assert ask(guarded(), "/", headers={"Host": host}).status == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param(TOKEN | SAME, 200, id="the page itself"),
        pytest.param(TOKEN | {"Sec-Fetch-Site": "none"}, 200, id="typed by the user"),
        pytest.param(TOKEN | {"Origin": "http://127.0.0.1:8765"}, 200, id="old browser, same origin"),
        pytest.param(TOKEN | {"Sec-Fetch-Site": "cross-site"}, 403, id="another site"),
        pytest.param(TOKEN | {"Sec-Fetch-Site": "same-site"}, 403, id="another port of this machine"),
        pytest.param(TOKEN | {"Origin": "http://evil.example"}, 403, id="old browser, other origin"),
        pytest.param(TOKEN | {"Origin": "null"}, 403, id="sandboxed frame"),
        pytest.param(TOKEN | {"Origin": "http://127.0.0.1:9999"}, 403, id="old browser, other port"),
        pytest.param(SAME, 403, id="no token"),
        pytest.param(SAME | {"X-Notula-Token": "of another start"}, 403, id="another start's token"),
    ],
)
def test_only_the_page_itself_may_change_something(ask: Any, headers: Mapping[str, str], status: int) -> None:
    assert ask(guarded(), "/decide", "POST", b"{}", headers).status == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(ask: Any, method: str) -> None:
    assert ask(guarded(), "/", method, headers=TOKEN | SAME).status == 405


@pytest.mark.parametrize("headers", [{"Content-Length": str(BODY_LIMIT + 1)}, {}, {"Content-Length": "5"}])
def test_a_body_over_the_limit_is_refused_whatever_its_length_says(ask: Any, headers: Mapping[str, str]) -> None:
    body = b"x" * (BODY_LIMIT + 1)
    assert ask(guarded(), "/decide", "POST", body, TOKEN | SAME | headers).status == 413


def test_a_body_of_the_limit_passes(ask: Any) -> None:
    answer = ask(guarded(), "/decide", "POST", b"x" * BODY_LIMIT, TOKEN | SAME)
    assert (answer.status, answer.text) == (200, f"{BODY_LIMIT} bytes")


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "evil.example"])
def test_every_answer_carries_the_headers(ask: Any, host: str) -> None:
    headers = ask(guarded(), "/", headers={"Host": host}).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"


# --- beyond this machine ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "kantor.example"])
def test_another_address_demands_a_token(host: str) -> None:
    with pytest.raises(UsageError):
        check_address(ReviewOptions(host=host))
    with pytest.raises(UsageError):
        check_address(ReviewOptions(host=host, token="short"))
    check_address(ReviewOptions(host=host, token=PASS))


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.5", "::1", "localhost"])
def test_this_machine_needs_no_token(host: str) -> None:
    check_address(ReviewOptions(host=host))


@pytest.mark.parametrize("path", ["/", "/?token=wrong-token-of-length", "/meetings/1"])
def test_without_the_access_token_nothing_is_shown(ask: Any, path: str) -> None:
    assert ask(guarded(PASS), path).status == 401


def test_the_access_token_moves_from_the_address_into_a_cookie(ask: Any) -> None:
    answer = ask(guarded(PASS), f"/?token={PASS}")
    assert (answer.status, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie
    assert ask(guarded(PASS), "/", headers={"Cookie": cookie.split(";")[0]}).status == 200


def test_the_address_that_is_shown_has_the_token_only_where_it_is_needed() -> None:
    assert address(ReviewOptions(token=PASS), 8765) == "http://127.0.0.1:8765/"
    assert address(ReviewOptions(host="192.168.1.5", token=PASS), 80) == f"http://192.168.1.5:80/?token={PASS}"


class Card(NamedTuple):
    family: int
    address: str


CARDS = {
    "lo": [Card(socket.AF_INET, "127.0.0.1"), Card(socket.AF_INET6, "::1")],
    "eth0": [Card(-1, "02:42:ac:11:00:02"), Card(socket.AF_INET6, "fe80::1%eth0"), Card(socket.AF_INET, "192.168.7.5"),
             Card(socket.AF_INET6, "fd00::5")],
}  # fmt: skip


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_a_wildcard_address_answers_to_the_machines_own_and_shows_one(
    ask: Any, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(psutil, "net_if_addrs", lambda: CARDS)
    app = SecurityMiddleware(echo, Guard(allowed_hosts(host, 8765), None, "per-start"))
    own = ("127.0.0.1:8765", "192.168.7.5:8765", "[fd00::5]:8765", "[fe80::1]:8765", f"{socket.gethostname()}:8765")
    assert {name: ask(app, "/", headers={"Host": name}).status for name in own} == dict.fromkeys(own, 200)
    assert ask(app, "/", headers={"Host": "evil.example:8765"}).status == 400
    assert address(ReviewOptions(host=host, token=PASS), 8765) == f"http://192.168.7.5:8765/?token={PASS}"
