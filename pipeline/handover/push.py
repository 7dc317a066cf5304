"""The feed, posted to one receiver: in order, signed, repeated until it is taken, resumed where it ended.

- An event counts as taken when the receiver answers 2xx; only then does the ledger move on to the next.
- 408, 409, 425, 429, 5xx, a broken connection and no answer in time are tried again: after what ``Retry-After`` says,
  at least after a random time below 1, 2, 4, ... seconds (capped), so that senders do not come back all at once.
- Any other answer, a certificate that cannot be trusted, and too many tries end the push; the next one begins with the
  event that was not taken.
- A receiver may get an event twice (the answer to the first was lost): the id is the same, in ``Idempotency-Key`` too.
"""

import hashlib
import http.client
import json
import random
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from notula.pipeline.errors import DeliveryError, why
from notula.pipeline.handover.feed import events_after
from notula.pipeline.handover.http_post import Address, Answer, Poster
from notula.pipeline.handover.ledger import Ledger
from notula.pipeline.handover.signature import sign

_AGAIN = frozenset({408, 409, 425, 429})  # 409: the same key is being worked on (the Idempotency-Key draft, 2.6)


@dataclass(frozen=True, slots=True)
class Patience:
    """How often and how long to try; seconds."""

    tries: int = 6
    timeout: float = 30.0
    first: float = 1.0
    cap: float = 60.0
    longest: float = 600.0  # a receiver that asks to wait longer is left for the next push
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random

    def delay(self, attempt: int, retry_after: float | None) -> float:
        """How long to wait after the nth try, from 0."""
        jitter = self.chance() * min(self.cap, self.first * 2.0**attempt)
        return max(retry_after or 0.0, jitter)


def push(ledger: Ledger, feed: str, address: Address, secret: bytes, patience: Patience) -> int:
    """Post what the receiver has not taken yet; how many events it took.

    Raises:
        DeliveryError: it did not take one.
    """
    taken = 0
    with Poster(address, patience.timeout) as poster:
        for sequence, body in events_after(ledger, feed, position(ledger, feed, address)):
            _deliver(poster, body.encode(), secret, patience, address)
            _move(ledger, feed, address, sequence)
            taken += 1
    return taken


def waiting(ledger: Ledger, feed: str, address: Address) -> int:
    """How many events a receiver has not taken yet."""
    found = ledger.connection.execute(
        "SELECT count(*) FROM event WHERE feed = ? AND seq > ?", (feed, position(ledger, feed, address))
    ).fetchone()
    return int(found[0])


def position(ledger: Ledger, feed: str, address: Address) -> int:
    """The sequence number of the last event that a receiver took; 0 where it took none."""
    found = ledger.connection.execute(
        "SELECT seq FROM receiver WHERE feed = ? AND url = ?", (feed, _name(address))
    ).fetchone()
    return int(found[0]) if found else 0


def _deliver(poster: Poster, body: bytes, secret: bytes, patience: Patience, address: Address) -> None:
    """Post one event until it is taken.

    Raises:
        DeliveryError: it was refused, or not taken in as many tries as there may be.
    """
    event = str(json.loads(body)["id"])
    outcome = "-"
    for attempt in range(patience.tries):
        retry_after = None
        try:
            answer = poster.post(body, _headers(event, body, secret))
        except ssl.SSLCertVerificationError as trouble:
            reason = "reason.certificate"
            raise DeliveryError("delivery.refused", url=address.shown, event=event, reason=reason) from trouble
        except (OSError, http.client.HTTPException) as trouble:
            outcome = _reason(trouble)
        else:
            if 200 <= answer.status < 300:
                return
            outcome, retry_after = f"HTTP {answer.status}", answer.retry_after
            if not _may_retry(answer):
                raise DeliveryError("delivery.refused", url=address.shown, event=event, reason=outcome)
            if (retry_after or 0) > patience.longest:
                seconds = str(round(retry_after or 0))
                raise DeliveryError("delivery.later", url=address.shown, event=event, seconds=seconds)
        if attempt + 1 < patience.tries:
            patience.sleep(patience.delay(attempt, retry_after))
    raise DeliveryError("delivery.gave_up", url=address.shown, event=event, reason=outcome, tries=str(patience.tries))


def _may_retry(answer: Answer) -> bool:
    return answer.status in _AGAIN or answer.status >= 500


def _headers(event: str, body: bytes, secret: bytes) -> dict[str, str]:
    now = int(time.time())
    return {
        "Content-Type": "application/cloudevents+json; charset=utf-8",
        "User-Agent": "notula",
        "Idempotency-Key": event,
        "webhook-id": event,
        "webhook-timestamp": str(now),
        "webhook-signature": sign(secret, event, now, body),
    }


def _reason(trouble: OSError | http.client.HTTPException) -> str:
    """A word for what broke, without the text of the error, which may quote the URL."""
    if isinstance(trouble, TimeoutError):
        return "reason.no_answer"
    if isinstance(trouble, socket.gaierror):
        return "reason.no_host"
    return why(trouble) if isinstance(trouble, OSError) else type(trouble).__name__


def _move(ledger: Ledger, feed: str, address: Address, sequence: int) -> None:
    """Note, on the disk, that the receiver took the events up to a sequence number."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with ledger.transaction():
        ledger.connection.execute(
            "INSERT INTO receiver (feed, url, seq, at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (feed, url) DO UPDATE SET seq = max(seq, excluded.seq), at = excluded.at",
            (feed, _name(address), sequence, now),
        )


def _name(address: Address) -> str:
    """What the ledger calls a receiver: a query, which may hold a token, is kept as a digest."""
    if address.url == address.shown:
        return address.url
    return f"{address.shown}#{hashlib.sha256(address.url.encode()).hexdigest()[:16]}"
