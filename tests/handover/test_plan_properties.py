"""Whatever persons decide and whenever a run is killed: the tool ends up with what is wanted, each item once."""

import json
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notula.models.handover import Batch
from notula.models.review import FollowUpStatus, ReviewState
from notula.pipeline.export.interface import ExportOptions, Report
from notula.pipeline.handover.feed import FEED, events_after, renew_feed
from notula.pipeline.handover.ledger import open_ledger

Kit = Any
ITEMS = st.integers(1, 4)
DECISIONS = st.fixed_dictionaries({
    "state": st.sampled_from([ReviewState.ACCEPTED, ReviewState.EDITED, ReviewState.PENDING]),
    "status": st.sampled_from(list(FollowUpStatus)),
    "due": st.sampled_from([None, "2026-12-01", "2026-12-24"]),
    "action": st.sampled_from(["menyusun laporan", "=1+1", "مرحبا\n- \U0001f4a7", "x" * 10_000]),
})  # fmt: skip
WORLDS = st.dictionaries(ITEMS, DECISIONS, max_size=4)
STEPS = st.lists(st.tuples(WORLDS, st.booleans()), min_size=1, max_size=6)


class Killed(BaseException):
    """Stands for a process that ends between the file and the ledger."""


def follow_ups(kit: Kit, world: dict[int, dict[str, Any]]) -> list[Any]:
    return [kit.item(number, **decision) for number, decision in sorted(world.items())]


def wanted(items: Iterable[Any]) -> dict[str, str]:
    kept = (item for item in items if item.state is not ReviewState.PENDING)
    return {item.id: item.action for item in kept if item.status is not FollowUpStatus.CANCELLED}


def held(items: Iterable[Any]) -> set[str]:
    waiting = (item for item in items if item.state is ReviewState.PENDING)
    return {item.id for item in waiting if item.status is not FollowUpStatus.CANCELLED}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_a_tool_that_updates_by_id_has_what_is_wanted(kit_of: type[Kit], steps: list[Any]) -> None:
    folder = Path(tempfile.mkdtemp())
    kit, tool = kit_of(folder), {}
    try:
        for world, killed in steps:
            items = follow_ups(kit, world)
            if killed:
                run_killed(kit, items)
            with open_ledger(folder / "handover.sqlite3") as ledger:
                kit.run(kit.order(), ledger, *items)
            for line in kit.lines():
                tool[line["id"]] = line
            present = {item: line["action"] for item, line in tool.items() if line["status"] != "withdrawn"}
            kept = {item: action for item, action in present.items() if item not in held(items)}
            assert kept == wanted(items)
            with open_ledger(folder / "handover.sqlite3") as ledger:
                again = kit.run(kit.order(), ledger, *items)
            assert set(kit.counts(again)) <= {"unchanged"} and kit.lines() == []
    finally:
        shutil.rmtree(folder)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_a_tool_that_only_takes_new_rows_never_gets_one_twice(kit_of: type[Kit], steps: list[Any]) -> None:
    folder = Path(tempfile.mkdtemp())
    kit, rows = kit_of(folder), []
    try:
        for world, killed in steps:
            items = follow_ups(kit, world)
            if killed:
                run_killed(kit, items, "create")
            with open_ledger(folder / "handover.sqlite3") as ledger:
                kit.run(kit.order("create"), ledger, *items)
            rows += kit.ids()
            assert len(rows) == len(set(rows)) and wanted(items).keys() <= set(rows)
    finally:
        shutil.rmtree(folder)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS, st.randoms(use_true_random=False))
def test_a_consumer_of_the_feed_has_what_is_wanted_whatever_comes_twice(
    kit_of: type[Kit], steps: list[Any], chance: Any
) -> None:
    folder = Path(tempfile.mkdtemp())
    kit, latest = kit_of(folder), {}
    try:
        with open_ledger(folder / "handover.sqlite3") as ledger:
            for world, _ in steps:
                items = follow_ups(kit, world)
                with ledger.transaction():
                    renew_feed(FEED, kit.wanted(items), ledger)
            events = [json.loads(body) for _, body in events_after(ledger, FEED)]
        told = [*events, *chance.choices(events, k=5)] if events else []
        chance.shuffle(told)  # a consumer that keeps the highest revision of each subject
        for event in told:
            if event["revision"] > latest.get(event["subject"], event | {"revision": 0})["revision"]:
                latest[event["subject"]] = event
        present = {item: event["data"]["follow_up"]["action"] for item, event in latest.items()
                   if not event["data"]["withdrawn"]}  # fmt: skip
        assert {item: action for item, action in present.items() if item not in held(items)} == wanted(items)
        assert len({event["id"] for event in events}) == len(events)
    finally:
        shutil.rmtree(folder)


def run_killed(kit: Kit, items: list[Any], mode: str = "upsert") -> None:
    """A run that ends after the file is in its place and before the ledger knows; nobody imports its file."""

    def write_and_die(batch: Batch, target: str, options: ExportOptions) -> Report:
        kit.order().exporter.write(batch, target, options)
        raise Killed

    with open_ledger(kit.folder / "handover.sqlite3") as ledger:
        try:
            kit.run(kit.order(mode, write=write_and_die), ledger, *items)
        except Killed:
            return
    raise AssertionError("it was not killed")
