"""Measure the review store over a folder of results: ``python bench/review/measure_store.py OUT [--decisions N]``.

Prints the seconds of the first sync and of one without changes, the size of the store, and for each query that the
review page makes the milliseconds of the processor (median of seven) and of the clock (median, worst), first without
and then with decisions. On a machine with other work the clock says little.
"""

import argparse
import itertools
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from notula.models.decisions import Accept, Edit, ItemChanges, Reject
from notula.models.review import FollowUpStatus, ItemList, ReviewedDue, ReviewedItem
from notula.models.review_views import FollowUpFilter, ItemFilter, MeetingFilter
from notula.pipeline import store as api
from notula.pipeline.store import FILE_NAME, Store, open_store, sync

_TODAY = date(2024, 1, 15)
_REPEATS = 7


def queries(store: Store) -> dict[str, Callable[[], object]]:
    """What the page asks, by name."""
    some = api.meeting_page(store, MeetingFilter()).meetings[0].id
    office = api.organizations(store)[0]
    page, queue, search = api.meeting_page, api.queue, api.search
    owned = FollowUpFilter(pending=True)
    return {
        "overview, least certain first": lambda: page(store, MeetingFilter()),
        "overview, by date, page 100": lambda: page(store, MeetingFilter(), order="date", offset=5000),
        "overview, by title": lambda: page(store, MeetingFilter(), order="title"),
        "overview of an organization": lambda: page(store, MeetingFilter(organization=office)),
        "overview of a month": lambda: page(store, MeetingFilter(since="2020-03-01", until="2020-03-31")),
        "overview, begun": lambda: page(store, MeetingFilter(progress="begun")),
        "overview, low confidence": lambda: page(store, MeetingFilter(low=True)),
        "overview with a rare word": lambda: page(store, MeetingFilter(text="ke-777")),
        "overview with a word of all": lambda: page(store, MeetingFilter(text="rapat")),
        "progress": lambda: api.progress(store),
        "chart by owner": lambda: api.owner_counts(store, today=_TODAY),
        "chart by month": lambda: api.month_counts(store),
        "organizations": lambda: api.organizations(store),
        "meeting": lambda: api.meeting_view(store, some),
        "queue": lambda: queue(store, ItemFilter()),
        "queue, page 500": lambda: queue(store, ItemFilter(), offset=10_000),
        "queue length": lambda: api.queue_length(store, ItemFilter()),
        "queue of follow-ups of an organization": lambda: queue(
            store, ItemFilter(lists=(ItemList.FOLLOW_UPS,), meetings=MeetingFilter(organization=office))
        ),
        "search, rare": lambda: search(store, "tahap 377 zona"),
        "search, common word": lambda: search(store, "laporan"),
        "search, word of all minutes": lambda: search(store, "rapat"),
        "search, one letter": lambda: search(store, "m"),
        "search in a meeting": lambda: search(store, "laporan", meeting_id=some),
        "follow-ups by due date": lambda: api.follow_up_page(store, owned, today=_TODAY),
        "follow-ups overdue": lambda: api.follow_up_page(
            store, owned.model_copy(update={"due": "overdue", "statuses": (FollowUpStatus.OPEN,)}), today=_TODAY
        ),
        "follow-ups of an owner": lambda: api.follow_up_page(
            store, owned.model_copy(update={"owner": office}), today=_TODAY
        ),
        "known parties, misspelt": lambda: api.known_parties(store, "ratan kusma", meeting_id=some),
        "thresholds": lambda: api.thresholds(store, ItemFilter()),
        "history": lambda: api.history(store),
    }


def decide_some(store: Store, count: int) -> float:
    """Decide on the first so many items of the queue; seconds for each."""
    entries = [queued.entry for queued in api.queue(store, ItemFilter(lists=(ItemList.FOLLOW_UPS,)), limit=count)]
    started = time.perf_counter()
    for entry, kind in zip(entries, itertools.cycle((Accept, Accept, Edit, Reject))):
        assert isinstance(entry, ReviewedItem)
        changes = {"changes": ItemChanges(due=ReviewedDue(date="2024-02-01"))} if kind is Edit else {}
        api.decide(store, kind(item_id=entry.id, revision=entry.revision, **changes), "Ani")
    return (time.perf_counter() - started) / max(len(entries), 1)


def report(store: Store) -> None:
    """Print the milliseconds of each query."""
    for name, ask in queries(store).items():
        taken = [_timed(ask) for _ in range(_REPEATS)]
        processor, clock = (sorted(one[index] for one in taken) for index in (0, 1))
        middle = _REPEATS // 2
        print(f"{name:42} {processor[middle]:8.1f} ms   clock {clock[middle]:8.1f} ms, at worst {clock[-1]:8.1f} ms")


def _timed(ask: Callable[[], object]) -> tuple[float, float]:
    """The milliseconds of the processor and of the clock."""
    processor, clock = time.process_time(), time.perf_counter()
    ask()
    return 1000 * (time.process_time() - processor), 1000 * (time.perf_counter() - clock)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--decisions", type=int, default=2000, metavar="N")
    options = parser.parse_args(arguments)
    with open_store(options.out) as store:
        for name in ("first sync", "sync without changes"):
            started, processor = time.perf_counter(), time.process_time()
            done = sync(store)
            seconds = f"{time.process_time() - processor:8.2f} s    clock {time.perf_counter() - started:8.2f} s"
            print(f"{name:42} {seconds}    {done.changed} files, {done.new} items")
        print(f"{'size of the store':42} {(options.out / FILE_NAME).stat().st_size / 1e6:8.0f} MB")
        report(store)
        print(f"{'a decision':42} {1000 * decide_some(store, options.decisions):8.1f} ms")
        started = time.perf_counter()
        accepted = api.accept_all(store, ItemFilter(), 0.9, "Ani").count
        print(f"{'accepting all from 0.9 on':42} {time.perf_counter() - started:8.1f} s    {accepted} items")
        report(store)
        started = time.perf_counter()
        number = sum(1 for _ in api.reviewed_follow_ups(store, pending=True))
        print(f"{'all follow-ups, one by one':42} {time.perf_counter() - started:8.1f} s    {number}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
