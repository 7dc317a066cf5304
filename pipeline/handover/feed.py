"""The feed: the plan's changes as CloudEvents, kept in the ledger, written as JSON Lines.

Each feed is a target of its own in the ledger. Its events are made once, in one transaction with its entries; a file or
a receiver gets the same bytes however often it asks.
"""

import uuid
from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter

from notula.models.feed import EventType, FeedData, FeedEvent
from notula.models.ledger import Entry, PlanItem, Sent, Verdict
from notula.pipeline.export.files import text_file
from notula.pipeline.handover.ledger import Ledger
from notula.pipeline.handover.plan import Known, Wanted, make_plan

FEED, REDACTED_FEED = "feed", "feed-redacted"
_TYPES: dict[Verdict, EventType] = {
    Verdict.CREATE: "notula.follow_up.created",
    Verdict.UPDATE: "notula.follow_up.updated",
    Verdict.WITHDRAWN: "notula.follow_up.withdrawn",
}
_PAGE = 500
_EVENT = TypeAdapter(FeedEvent)


def renew_feed(feed: str, wanted: Wanted, ledger: Ledger) -> int:
    """Add an event for each change since the feed was renewed last; how many.

    To be called within the ledger's transaction.
    """
    known = Known(ledger.entries(feed), lambda item: ledger.sent(feed, item))
    changed = [item for item in make_plan(wanted, known) if item.verdict in _TYPES]
    if not changed:
        return 0
    origin = _origin(ledger)
    number = ledger.open_batch(feed, "", wanted.batch.made_at)
    for sequence, item in enumerate(changed, _last_sequence(ledger) + 1):
        body = _EVENT.dump_json(_event(feed, item, origin, sequence))
        ledger.connection.execute(
            "INSERT INTO event (seq, feed, body) VALUES (?, ?, ?)", (sequence, feed, body.decode())
        )  # fmt: skip
        _remember(feed, item, number, ledger)
    verdicts = [item.verdict for item in changed]
    ledger.close_batch(number, *(verdicts.count(verdict) for verdict in _TYPES))
    return len(changed)


def events_after(ledger: Ledger, feed: str, sequence: int = 0) -> Iterator[tuple[int, str]]:
    """The events of a feed after a sequence number, in order, each as one line of JSON.

    They are read by the page: a query left open would keep others from writing to the ledger.
    """
    while True:
        page = ledger.connection.execute(
            "SELECT seq, body FROM event WHERE feed = ? AND seq > ? ORDER BY seq LIMIT ?", (feed, sequence, _PAGE)
        ).fetchall()
        yield from page
        if len(page) < _PAGE:
            return
        sequence = page[-1][0]


def write_feed(ledger: Ledger, feed: str, path: Path, sequence: int = 0) -> int:
    """Write a feed's events after a sequence number to a file, a line each; how many.

    Raises:
        OutputError: the file cannot be written.
    """
    written = 0
    with text_file(path) as file:
        for _, body in events_after(ledger, feed, sequence):
            file.write(body + "\n")
            written += 1
    return written


def _event(feed: str, item: PlanItem, origin: uuid.UUID, sequence: int) -> FeedEvent:
    row, withdrawn = item.row, item.verdict is Verdict.WITHDRAWN
    return FeedEvent(
        id=str(uuid.uuid5(origin, f"{feed} {row.id} {row.revision}")),
        source=f"urn:uuid:{origin}",
        type=_TYPES[item.verdict],
        subject=row.id,
        time=row.modified,
        sequence=f"{sequence:012d}",
        revision=row.revision,
        data=FeedData(
            id=row.id,
            revision=row.revision,
            withdrawn=withdrawn,
            follow_up=None if withdrawn else row,
            meeting=None if withdrawn else item.meeting,
        ),
    )


def _remember(feed: str, item: PlanItem, number: int, ledger: Ledger) -> None:
    row, withdrawn = item.row, item.verdict is Verdict.WITHDRAWN
    entry = Entry(
        id=row.id,
        digest=item.digest,
        revision=row.revision,
        changed=row.modified,
        withdrawn=withdrawn,
        batch=number,
    )
    ledger.remember(feed, entry, None if withdrawn else Sent(row, item.meeting))


def _origin(ledger: Ledger) -> uuid.UUID:
    """The ledger's own name, made once: events of different ledgers never share an id."""
    found = ledger.connection.execute("SELECT id FROM origin").fetchone()
    if found:
        return uuid.UUID(found[0])
    made = uuid.uuid4()
    ledger.connection.execute("INSERT INTO origin (id) VALUES (?)", (str(made),))
    return made


def _last_sequence(ledger: Ledger) -> int:
    return int(ledger.connection.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()[0])


