import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest

from notula.pipeline.handover.feed import FEED, REDACTED_FEED, events_after, renew_feed, write_feed
from notula.pipeline.handover.ledger import Ledger, open_ledger
from notula.pipeline.schema import json_schema

Kit = Any


def renew(kit: Kit, ledger: Ledger, *items: Any, feed: str = FEED, later: int = 0) -> int:
    with ledger.transaction():
        return renew_feed(feed, kit.wanted(items, later=later), ledger)


def events(ledger: Ledger, feed: str = FEED, after: int = 0) -> list[dict[str, Any]]:
    return [json.loads(body) for _, body in events_after(ledger, feed, after)]


def test_each_change_is_an_event_with_the_next_revision(kit: Kit, ledger: Ledger) -> None:
    renew(kit, ledger, kit.item(1))
    renew(kit, ledger, kit.item(1, due="2026-12-24"), later=1)
    renew(kit, ledger, later=2)
    renew(kit, ledger, kit.item(1), later=3)
    told = [(event["type"].rpartition(".")[2], event["revision"], event["time"]) for event in events(ledger)]
    assert told == [
        ("created", 1, "2026-11-25T03:00:00+00:00"),
        ("updated", 2, "2026-11-25T03:01:00+00:00"),
        ("withdrawn", 3, "2026-11-25T03:02:00+00:00"),
        ("updated", 4, "2026-11-25T03:03:00+00:00"),
    ]
    assert {event["subject"] for event in events(ledger)} == {kit.id(1)}


def test_nothing_new_is_no_event(kit: Kit, ledger: Ledger) -> None:
    assert renew(kit, ledger, kit.item(1)) == 1
    assert renew(kit, ledger, kit.item(1), later=1) == 0
    assert len(events(ledger)) == 1


def test_an_event_tells_the_follow_up_as_it_is_now(kit: Kit, ledger: Ledger) -> None:
    renew(kit, ledger, kit.item(1))
    data = events(ledger)[0]["data"]
    assert data["follow_up"]["due_date"] == "2026-12-01" and data["follow_up"]["owners"][0]["name"] == "Dinas PU"
    assert data["meeting"]["title"] == "Rapat Air Bersih"


def test_a_tombstone_has_nothing_but_ids(kit: Kit, ledger: Ledger) -> None:
    renew(kit, ledger, kit.item(1))
    renew(kit, ledger)
    assert events(ledger)[1]["data"] == {
        "id": kit.id(1), "revision": 2, "withdrawn": True, "follow_up": None, "meeting": None,
    }  # fmt: skip


def test_ids_are_unique_over_ledgers_and_the_same_each_time(kit: Kit, ledger: Ledger, tmp_path: Path) -> None:
    renew(kit, ledger, kit.item(1), kit.item(2))
    first, again = events(ledger), events(ledger)
    with open_ledger(tmp_path / "other.sqlite3") as other:
        renew(kit, other, kit.item(1), kit.item(2))
        others = events(other)
    assert first == again and first[0]["source"] != others[0]["source"]
    assert len({event["id"] for event in [*first, *others]}) == 4


def test_more_events_than_a_page_come_in_order(kit: Kit, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notula.pipeline.handover.feed._PAGE", 2)
    renew(kit, ledger, *(kit.item(number) for number in range(5)))
    found = [event["sequence"] for event in events(ledger)]
    assert len(found) == 5 and found == sorted(found)
    assert [event["sequence"] for event in events(ledger, after=3)] == found[3:]


def test_feeds_do_not_mix(kit: Kit, ledger: Ledger) -> None:
    renew(kit, ledger, kit.item(1))
    renew(kit, ledger, kit.item(2), feed=REDACTED_FEED)
    assert [event["subject"] for event in events(ledger, REDACTED_FEED)] == [kit.id(2)]
    assert len({event["id"] for event in events(ledger) + events(ledger, REDACTED_FEED)}) == 2


def test_a_file_holds_every_event_of_its_schema(kit: Kit, ledger: Ledger, tmp_path: Path) -> None:
    hostile = kit.item(1, action="a\nb\u2028c \U0001f4a7 \u202e", text="x" * 10_000)
    renew(kit, ledger, hostile, kit.item(2, due=None, evidence=None))
    path = tmp_path / "feed.jsonl"
    assert write_feed(ledger, FEED, path) == 2
    lines = path.read_bytes().split(b"\n")
    assert lines[-1] == b"" and len(lines) == 3
    schema = json_schema("feed")
    for line in lines[:-1]:
        jsonschema.validate(json.loads(line), schema)


def test_a_cloudevents_sdk_reads_the_feed(kit: Kit, ledger: Ledger, client: Callable[[str], ModuleType]) -> None:
    client("cloudevents.core")
    from cloudevents.core.bindings.http import HTTPMessage, from_structured_event

    renew(kit, ledger, kit.item(1))
    renew(kit, ledger)
    headers = {"content-type": "application/cloudevents+json; charset=utf-8"}
    for revision, (_, body) in enumerate(events_after(ledger, FEED), 1):
        event = from_structured_event(HTTPMessage(headers, body.encode()))
        assert event.get_specversion() == "1.0" and event.get_subject() == kit.id(1)
        assert event.get_time() == kit.now and event.get_extension("revision") == revision
        assert event.get_data()["id"] == kit.id(1)
