"""A folder's feed, renewed from its store."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from notula.pipeline.export.redact import redact_persons
from notula.pipeline.handover.feed import FEED, REDACTED_FEED, renew_feed
from notula.pipeline.handover.ledger import LEDGER, Ledger, open_ledger
from notula.pipeline.handover.reading import check_results, open_reviewed, read_source
from notula.pipeline.handover.rows import Choice, collect
from notula.pipeline.messages import Lang


@dataclass(frozen=True, slots=True)
class Feed:
    """A renewed feed: how many events are ``new``, how many follow-ups are ``waiting`` for a person."""

    ledger: Ledger
    name: str
    new: int
    waiting: int
    unreadable: tuple[str, ...]


@contextmanager
def open_feed(
    folder: Path, now: datetime, *, pending: bool = False, redact: bool = False, lang: Lang = "id"
) -> Iterator[Feed]:
    """The feed of a folder of results as of ``now`` (an aware time).

    One without personal names is another feed: its events never held any.

    Raises:
        NoInputError: there is no such folder, or nothing in it; no ledger is made then.
        UsageError: the ledger cannot be used.
        OutputError: the ledger or the store cannot be written.
    """
    name = REDACTED_FEED if redact else FEED
    choice = Choice(target=name, pending=pending, anonymous=redact, lang=lang)
    check_results(folder)
    with open_ledger(folder / LEDGER) as ledger:
        with open_reviewed(folder) as (store, unreadable), ledger.transaction():
            wanted = collect(read_source(store, pending=pending), choice, now)
            if redact:
                wanted = replace(wanted, batch=redact_persons(wanted.batch))
            new = renew_feed(name, wanted, ledger)
        yield Feed(ledger, name, new, len(wanted.held), unreadable)
