"""One hand-over after another, and what the tool's file holds then."""

from pathlib import Path
from typing import Any

import pytest

from notula.models.ledger import Verdict
from notula.models.review import FollowUpStatus, ReviewState
from notula.pipeline.errors import BusyError, OutputError, UsageError
from notula.pipeline.handover.learn import learn
from notula.pipeline.handover.ledger import Ledger, open_ledger
from notula.pipeline.messages import MESSAGES

Kit = Any


def test_what_is_new_is_created(kit: Kit, ledger: Ledger) -> None:
    done = kit.run(kit.order(), ledger, kit.item(1), kit.item(2))
    assert kit.counts(done) == {"create": 2}
    assert kit.ids() == [kit.id(1), kit.id(2)]


def test_a_second_run_hands_nothing_over(kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order(), ledger, kit.item(1), kit.item(2))
    done = kit.run(kit.order(), ledger, kit.item(1), kit.item(2), later=5)
    assert kit.counts(done) == {"unchanged": 2} and done.number is None
    assert kit.ids() == []


def test_what_changed_is_updated_with_the_next_revision(kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order(), ledger, kit.item(1), kit.item(2))
    done = kit.run(kit.order(), ledger, kit.item(1), kit.item(2, due="2026-12-24"), later=5)
    assert kit.counts(done) == {"unchanged": 1, "update": 1}
    [line] = kit.lines()
    assert (line["id"], line["due_date"], line["revision"]) == (kit.id(2), "2026-12-24", 2)
    assert line["modified"] == "2026-11-25T03:05:00+00:00"


def test_another_confidence_is_no_change(kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order(), ledger, kit.item(1, confidence=0.5))
    assert kit.counts(kit.run(kit.order(), ledger, kit.item(1, confidence=0.9))) == {"unchanged": 1}


@pytest.mark.parametrize("how", ["gone", "cancelled", "cancelled and not reviewed"])
def test_what_is_no_longer_wanted_is_withdrawn_once(how: str, kit: Kit, ledger: Ledger) -> None:
    state = ReviewState.PENDING if "not reviewed" in how else ReviewState.ACCEPTED
    gone = () if how == "gone" else (kit.item(1, status=FollowUpStatus.CANCELLED, state=state),)
    kit.run(kit.order(), ledger, kit.item(1))
    done = kit.run(kit.order(), ledger, *gone, later=5)
    assert kit.counts(done) == {"withdrawn": 1}
    [line] = kit.lines()
    assert (line["id"], line["status"], line["revision"]) == (kit.id(1), "withdrawn", 2)
    assert kit.run(kit.order(), ledger, *gone, later=9).plan == ()


def test_what_is_wanted_again_is_an_update(kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order(), ledger, kit.item(1))
    kit.run(kit.order(), ledger)
    assert kit.counts(kit.run(kit.order(), ledger, kit.item(1))) == {"update": 1}


def test_what_waits_for_a_person_again_is_left_as_it_is(kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order(), ledger, kit.item(1))
    assert kit.run(kit.order(), ledger, kit.item(1, state=ReviewState.PENDING)).plan == ()


def test_pending_ones_are_left_out_unless_asked_for(kit: Kit, ledger: Ledger) -> None:
    item = kit.item(1, state=ReviewState.PENDING)
    assert kit.run(kit.order(), ledger, item).plan == ()
    assert kit.counts(kit.run(kit.order(), ledger, item, pending=True)) == {"create": 1}
    assert kit.lines()[0]["review"] == "pending"


def test_accepting_what_went_out_as_pending_is_a_change(kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order(), ledger, kit.item(1, state=ReviewState.PENDING), pending=True)
    assert kit.counts(kit.run(kit.order(), ledger, kit.item(1))) == {"update": 1}


# --- the three kinds of targets ---------------------------------------------------------------------------------------


def test_a_snapshot_is_whole_each_time(kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order("snapshot"), ledger, kit.item(1), kit.item(2))
    done = kit.run(kit.order("snapshot"), ledger, kit.item(1), kit.item(3))
    assert kit.counts(done) == {"create": 1, "unchanged": 1, "withdrawn": 1} and done.changes is None
    assert kit.ids() == [kit.id(1), kit.id(3)]


def test_what_cannot_update_gets_new_rows_and_a_list(kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order("create"), ledger, kit.item(1), kit.item(2))
    done = kit.run(kit.order("create"), ledger, kit.item(1, due="2026-12-24"), kit.item(3))
    assert kit.ids() == [kit.id(3)]
    assert done.changes.name == "out.jsonl.perubahan-0002.md"
    text = done.changes.read_text("utf-8")
    assert "tenggat: 2026-12-01 → 2026-12-24" in text and f"notula-id: {kit.id(1)}" in text and "ditarik" in text


def test_a_listed_change_is_not_listed_again(kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order("create"), ledger, kit.item(1))
    kit.run(kit.order("create"), ledger, kit.item(1, due="2026-12-24"))
    done = kit.run(kit.order("create"), ledger, kit.item(1, due="2026-12-24"))
    assert kit.counts(done) == {"unchanged": 1} and done.changes is None


def test_the_list_names_the_tools_own_key(kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order("create"), ledger, kit.item(1))
    with ledger.transaction():
        learn([{"issue key": "AIR-7", "description": kit.id(1)}], ledger, ("jira", "test"), (), kit.now)
    done = kit.run(kit.order("create"), ledger, kit.item(1, action="menyusun rencana"))
    assert "`AIR-7`" in done.changes.read_text("utf-8")


def test_what_the_tool_has_but_was_not_sent_from_here_is_compared_not_doubled(kit: Kit, ledger: Ledger) -> None:
    with ledger.transaction():
        learn([{"issue key": "AIR-7", "description": kit.id(1)}], ledger, ("jira", "test"), {kit.id(1)}, kit.now)
    done = kit.run(kit.order("create"), ledger, kit.item(1))
    assert kit.counts(done) == {"update": 1} and kit.ids() == []
    assert "bandingkan" in done.changes.read_text("utf-8")


def test_an_update_without_the_key_that_it_needs_goes_into_the_list(kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order(by_key=True), ledger, kit.item(1))
    done = kit.run(kit.order(by_key=True), ledger, kit.item(1, due="2026-12-24"))
    assert kit.ids() == [] and done.changes


# --- again, all -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["create", "upsert"])
def test_again_holds_what_the_last_hand_over_held(mode: str, kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order(mode), ledger, kit.item(1))
    kit.run(kit.order(mode), ledger, kit.item(1), kit.item(2))
    kit.run(kit.order(mode, "again"), ledger, kit.item(1), kit.item(2), kit.item(3))
    assert kit.ids() == [kit.id(2), kit.id(3)]


def test_again_holds_what_changed_as_it_is_now(kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order("create"), ledger, kit.item(1))
    done = kit.run(kit.order("create", "again"), ledger, kit.item(1, due="2026-12-24"))
    assert [line["due_date"] for line in kit.lines()] == ["2026-12-24"] and done.changes is None


def test_again_does_not_double_what_the_tool_is_known_to_have(kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order("create"), ledger, kit.item(1))
    with ledger.transaction():
        learn([{"issue key": "AIR-7", "description": kit.id(1)}], ledger, ("jira", "test"), (), kit.now)
    done = kit.run(kit.order("create", "again"), ledger, kit.item(1, due="2026-12-24"))
    assert kit.ids() == [] and done.changes


def test_all_holds_everything(kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order(), ledger, kit.item(1))
    kit.run(kit.order(scope="all"), ledger, kit.item(1), kit.item(2))
    assert kit.ids() == [kit.id(1), kit.id(2)]


def test_there_is_no_again_before_the_first(kit: Kit, ledger: Ledger) -> None:
    with pytest.raises(UsageError):
        kit.run(kit.order(scope="again"), ledger, kit.item(1))


# --- blocked ----------------------------------------------------------------------------------------------------------


def test_what_the_target_cannot_take_is_blocked_with_all_its_reasons(kit: Kit, ledger: Ledger) -> None:
    order = kit.order(check=lambda row: ("too_long",) if row.action.endswith("2") else ())
    done = kit.run(order, ledger, kit.item(1), kit.item(2, due=None), needs_account=True, needs_due=True)
    blocks = {item.row.id: [(block.code, block.about) for block in item.blocks] for item in done.plan}
    assert blocks == {
        kit.id(1): [("owner_not_mapped", "Dinas PU")],
        kit.id(2): [("owner_not_mapped", "Dinas PU"), ("no_due_date", ""), ("too_long", "")],
    }
    assert kit.ids() == [] and not ledger.entries("test")


def test_what_is_blocked_later_is_not_withdrawn(kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order(), ledger, kit.item(1))
    assert kit.counts(kit.run(kit.order(), ledger, kit.item(1), needs_account=True)) == {"blocked": 1}
    assert kit.counts(kit.run(kit.order(), ledger, kit.item(1))) == {"unchanged": 1}


# --- trouble ----------------------------------------------------------------------------------------------------------


def test_a_target_that_fails_leaves_the_ledger_as_it_was(kit: Kit, ledger: Ledger) -> None:
    def fail(*_: Any) -> Any:
        raise OutputError("output.write", path="x")

    with pytest.raises(OutputError):
        kit.run(kit.order(write=fail), ledger, kit.item(1))
    assert not ledger.entries("test") and not ledger.batches("test")
    assert kit.counts(kit.run(kit.order(), ledger, kit.item(1))) == {"create": 1}


def test_two_hand_overs_do_not_run_at_once(
    kit: Kit, ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notula.pipeline.handover.ledger._PATIENCE", 0.05)
    with open_ledger(tmp_path / "handover.sqlite3") as other, ledger.transaction(), pytest.raises(BusyError):
        kit.run(kit.order(), other, kit.item(1))


def test_the_verdicts_have_words() -> None:
    assert {f"handover.{verdict}" for verdict in Verdict} <= MESSAGES.keys()
