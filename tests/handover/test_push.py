"""Pushing to a receiver that fails, hangs, repeats and breaks off."""

import http.client
import json
import random
import socket
import ssl
from collections.abc import Callable
from email.utils import format_datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from notula.pipeline.errors import DeliveryError, UsageError
from notula.pipeline.handover.feed import FEED, renew_feed
from notula.pipeline.handover.http_post import parse_address
from notula.pipeline.handover.ledger import Ledger, open_ledger
from notula.pipeline.handover.push import Patience, push, waiting
from notula.pipeline.handover.signature import load_secret, sign

Kit = Any
Receiver = Any
SECRET = b"a secret of some length"
pytestmark = pytest.mark.enable_socket


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def send(ledger: Ledger, receiver: Receiver, slept: list[float]) -> Callable[..., int]:
    def run(**patience: Any) -> int:
        settings = {"tries": 3, "timeout": 0.5, "sleep": slept.append, "chance": lambda: 1.0} | patience
        return push(ledger, FEED, parse_address(receiver.url), SECRET, Patience(**settings))

    return run


@pytest.fixture
def filled(kit: Kit, ledger: Ledger) -> list[str]:
    """Three events; their subjects."""
    with ledger.transaction():
        renew_feed(FEED, kit.wanted([kit.item(number) for number in (1, 2, 3)]), ledger)
    return [kit.id(number) for number in (1, 2, 3)]


def subjects(receiver: Receiver) -> list[str]:
    """What a receiver that honours the key has, in the order in which it came."""
    return [json.loads(body)["subject"] for body in receiver.kept.values()]


def test_every_event_is_posted_once_and_in_order(send: Any, receiver: Receiver, filled: list[str]) -> None:
    assert send() == 3 and subjects(receiver) == filled and len(receiver.seen) == 3
    assert receiver.connections == 1


def test_a_second_push_posts_only_what_is_new(
    send: Any, receiver: Receiver, filled: list[str], kit: Kit, ledger: Ledger
) -> None:
    send()
    with ledger.transaction():
        renew_feed(FEED, kit.wanted([kit.item(number) for number in (1, 2, 3, 4)], later=1), ledger)
    assert send() == 1 and subjects(receiver) == [*filled, kit.id(4)]


def test_each_receiver_has_a_place_of_its_own(
    receiver: Receiver, filled: list[str], ledger: Ledger, send: Any
) -> None:
    send()
    assert waiting(ledger, FEED, parse_address(receiver.url)) == 0
    assert waiting(ledger, FEED, parse_address(receiver.url + "2")) == 3


@pytest.mark.parametrize("trouble", [500, 503, 429, 408, 409, 425, "break", "drop", "garbage", "hang", "drip"], ids=str)
def test_a_receiver_that_fails_once_has_every_event_once(
    trouble: Any, send: Any, receiver: Receiver, filled: list[str], slept: list[float]
) -> None:
    receiver.script = [204, trouble]
    assert send() == 3
    assert subjects(receiver) == filled and len(receiver.seen) == 4 and len(slept) == 1


def test_a_receiver_that_broke_off_gets_the_same_event_with_the_same_key(
    send: Any, receiver: Receiver, filled: list[str]
) -> None:
    receiver.script = ["break", "break"]
    send()
    posted = [(headers["idempotency-key"], headers["webhook-id"], body) for headers, body in receiver.seen[:3]]
    assert len(set(posted)) == 1 and len(receiver.kept) == 3


@pytest.mark.parametrize("trouble", [503, "hang", "drop"], ids=str)
def test_a_push_that_gave_up_goes_on_where_it_ended(
    trouble: Any, send: Any, receiver: Receiver, filled: list[str]
) -> None:
    receiver.script = [204, trouble, trouble, trouble]
    with pytest.raises(DeliveryError) as told:
        send()
    assert told.value.exit_code == 7 and told.value.key == "delivery.gave_up"
    assert send() == 2 and subjects(receiver) == filled


@pytest.mark.parametrize("status", [301, 307, 400, 401, 404, 410, 422])
def test_a_refusal_is_not_repeated(status: int, send: Any, receiver: Receiver, filled: list[str]) -> None:
    receiver.script = [204, (status, {"Location": receiver.url})]
    with pytest.raises(DeliveryError) as told:
        send()
    assert told.value.key == "delivery.refused" and len(receiver.seen) == 2


def test_what_was_taken_is_noted_before_the_next_is_posted(
    send: Any, receiver: Receiver, filled: list[str], tmp_path: Path
) -> None:
    def look(_: float) -> None:
        with open_ledger(tmp_path / "handover.sqlite3") as other:
            left.append(waiting(other, FEED, parse_address(receiver.url)))

    left: list[int] = []
    receiver.script = [204, 503, 204, 503]
    send(sleep=look)
    assert left == [2, 1]


# --- waiting ----------------------------------------------------------------------------------------------------------


def test_waits_grow_and_are_capped() -> None:
    patience = Patience(first=1.0, cap=5.0, chance=lambda: 1.0)
    assert [patience.delay(attempt, None) for attempt in range(5)] == [1.0, 2.0, 4.0, 5.0, 5.0]


def test_waits_differ_by_chance() -> None:
    chance = random.Random(1)
    delays = [Patience(chance=chance.random).delay(3, None) for _ in range(50)]
    assert len(set(delays)) == 50 and 0 <= min(delays) < 2 and 6 < max(delays) <= 8


def test_the_receivers_wish_is_respected(send: Any, receiver: Receiver, filled: list[str], slept: list[float]) -> None:
    receiver.script = [(503, {"Retry-After": "7"}), (429, {"Retry-After": "nonsense"})]
    send()
    assert slept == [7.0, 2.0]


def test_a_wish_may_be_a_date(send: Any, receiver: Receiver, filled: list[str], slept: list[float], kit: Kit) -> None:
    receiver.script = [(503, {"Retry-After": format_datetime(kit.now, usegmt=True)})]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("notula.pipeline.handover.http_post.time.time", lambda: kit.now.timestamp() - 90)
        send()
    assert slept == [90.0]


def test_too_long_a_wish_ends_the_push(send: Any, receiver: Receiver, filled: list[str], slept: list[float]) -> None:
    receiver.script = [(503, {"Retry-After": "86400"})]
    with pytest.raises(DeliveryError) as told:
        send()
    assert told.value.key == "delivery.later" and "86400" in told.value.message("id") and slept == []


def test_nobody_there_is_told_without_the_query(filled: list[str], ledger: Ledger, slept: list[float]) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = parse_address(f"http://127.0.0.1:{closed.getsockname()[1]}/feed?token=rahasia-sekali")
        with pytest.raises(DeliveryError) as told:
            push(ledger, FEED, address, SECRET, Patience(tries=2, sleep=slept.append))
    assert "ditolak" in told.value.message("id") and "rahasia" not in told.value.message("id") and len(slept) == 1


def test_the_ledger_keeps_no_query(send: Any, filled: list[str], tmp_path: Path) -> None:
    send()
    assert b"rahasia" not in (tmp_path / "handover.sqlite3").read_bytes()


# --- the address ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("ftp://x.id/", "usage.url"),
        ("x.id/feed", "usage.url"),
        ("https://", "usage.url"),
        ("https://x.id:99999/", "usage.url"),
        ("https://x.id/a\r\nHost: y", "usage.url"),
        ("https://user:pass@x.id/", "usage.url_password"),
        ("http://x.id/feed", "usage.url_plain"),
        ("http://10.0.0.5/feed", "usage.url_plain"),
    ],
)
def test_addresses_that_are_refused(url: str, key: str) -> None:
    with pytest.raises(UsageError) as told:
        parse_address(url)
    assert told.value.key == key and "pass" not in told.value.message("en").replace("password", "")


@pytest.mark.parametrize("url", ["https://x.id/", "http://127.0.0.1:8000/", "http://localhost/", "http://[::1]:80/x"])
def test_addresses_that_are_taken(url: str) -> None:
    assert parse_address(url).url == url


def test_http_to_another_machine_has_to_be_allowed() -> None:
    assert parse_address("http://10.0.0.5/feed", plain=True).host == "10.0.0.5"


def test_proxies_of_the_environment_are_not_used(
    send: Any, receiver: Receiver, filled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    assert send() == 3


# --- the signature ----------------------------------------------------------------------------------------------------


def test_a_webhook_library_verifies_the_signature(
    send: Any, receiver: Receiver, filled: list[str], client: Callable[[str], ModuleType]
) -> None:
    webhooks = client("standardwebhooks")
    send()
    for headers, body in receiver.seen:
        assert webhooks.Webhook(SECRET).verify(body, headers)["subject"] in filled
        with pytest.raises(webhooks.WebhookVerificationError):
            webhooks.Webhook(SECRET).verify(body + b" ", headers)


def test_the_signature_is_the_one_of_the_specification() -> None:
    # The example of the Standard Webhooks libraries.
    secret = load_secret(None, {"NOTULA_PUSH_SECRET": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    made = sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}')
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_the_documented_receiver_verifies_the_signature(send: Any, receiver: Receiver, filled: list[str]) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "handover.md").read_text("utf-8")
    names: dict[str, Any] = {}
    exec(page.split("```python\n")[1].split("```")[0], names)
    send()
    headers, body = receiver.seen[0]
    assert names["verified"](SECRET, headers, body)
    assert not names["verified"](SECRET, headers, body + b" ")
    assert not names["verified"](SECRET, headers | {"webhook-timestamp": "1700000000"}, body)


@pytest.mark.parametrize(
    ("value", "key"),
    [("", "usage.no_secret"), ("short", "usage.short_secret"), ("whsec_%%%", "usage.secret_base64")],
)
def test_secrets_that_are_no_good(value: str, key: str) -> None:
    with pytest.raises(UsageError) as told:
        load_secret(None, {"NOTULA_PUSH_SECRET": value})
    assert told.value.key == key


def test_a_secret_in_a_file_goes_before_the_environment(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("the secret of the file\n", "utf-8")
    assert load_secret(path, {"NOTULA_PUSH_SECRET": "the secret of the environment"}) == b"the secret of the file"


def test_a_certificate_that_cannot_be_trusted_ends_the_push(
    ledger: Ledger, filled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> Any:
        raise ssl.SSLCertVerificationError("self-signed certificate")

    monkeypatch.setattr("notula.pipeline.handover.http_post.Poster.post", fail)
    with pytest.raises(DeliveryError) as told:
        push(ledger, FEED, parse_address("https://x.id/"), SECRET, Patience())
    assert "sertifikatnya" in told.value.message("id")


def test_errors_of_http_are_told_without_their_text(
    ledger: Ledger, filled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> Any:
        raise http.client.BadStatusLine("token=rahasia")

    monkeypatch.setattr("notula.pipeline.handover.http_post.Poster.post", fail)
    with pytest.raises(DeliveryError) as told:
        push(ledger, FEED, parse_address("https://x.id/"), SECRET, Patience(tries=1))
    assert "BadStatusLine" in told.value.message("en") and "rahasia" not in told.value.message("en")
