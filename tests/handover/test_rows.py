from pathlib import Path
from typing import Any

import pytest

from notula.models.minutes import AgreementKind, PartyKind
from notula.models.result import Result
from notula.models.review import FollowUpStatus, ItemList, ItemValues, ReviewedDue, ReviewedItem, ReviewState
from notula.pipeline.handover.contract import reviewed_result
from notula.pipeline.handover.rows import Choice, Source, collect

Kit = Any


def reviewed(view: Any, state: ReviewState, list_: ItemList, **values: Any) -> ReviewedItem:
    return ReviewedItem(
        id=f"{list_}-{state}", meeting_id=view.summary.id, state=state, confidence=0.7, revision=1, list=list_,
        position=1, values=ItemValues(**{"text": f"text {state}"} | values),
    )  # fmt: skip


def of_all_states(view: Any, list_: ItemList, **values: Any) -> tuple[ReviewedItem, ...]:
    return tuple(reviewed(view, state, list_, **values) for state in ReviewState)


def test_a_row_carries_the_reviewed_values(kit: Kit) -> None:
    item = kit.item(1, status=FollowUpStatus.DONE, done_on="2026-11-24", recipients=(kit.party("Bupati"),))
    [row] = kit.wanted([item]).batch.follow_ups
    assert (row.id, row.action, row.due_date, row.status, row.done_on, row.recipients, row.page, row.quote) == (
        kit.id(1), "menyusun laporan 1", "2026-12-01", "done", "2026-11-24", ("Bupati",), 1, "abc",
    )  # fmt: skip


def test_an_item_without_a_place_in_the_source_is_a_row_too(kit: Kit) -> None:
    [row] = kit.wanted([kit.item(1, evidence=None, where=None, due=None)]).batch.follow_ups
    assert (row.quote, row.page, row.where, row.due_date) == ("", None, "", None)


@pytest.mark.parametrize(
    ("pending", "states"), [(False, ["accepted", "edited"]), (True, ["pending", "accepted", "edited"])]
)
def test_agreements_go_with_the_follow_ups(pending: bool, states: list[str], kit: Kit) -> None:
    view = kit.view()
    view = view.model_copy(update={"agreements": of_all_states(view, ItemList.AGREEMENTS)})
    wanted = collect(Source([], [view]), Choice(target="test", pending=pending), kit.now)
    assert [row.review for row in wanted.batch.agreements] == states
    assert wanted.batch.agreements[0].kind is AgreementKind.DECISION


def test_those_who_were_absent_are_told_from_those_who_came(kit: Kit) -> None:
    view = kit.view(attendees=(kit.party("Dinas PU"),), absent=(kit.party("Budi", PartyKind.PERSON, role="Camat"),))
    attendees = collect(Source([], [view]), Choice(target="test"), kit.now).batch.attendees
    found = [(row.name, row.role, row.present) for row in attendees]
    assert found == [("Dinas PU", None, True), ("Budi", "Camat", False)]


# --- the contract with reviewed values --------------------------------------------------------------------------------


def test_a_reviewed_result_has_what_persons_decided(kit: Kit, make_result: Any) -> None:
    view = kit.view()
    due = ReviewedDue(date="2026-12-24", text="")
    lists = {
        "agenda": of_all_states(view, ItemList.AGENDA),
        "follow_ups": of_all_states(view, ItemList.FOLLOW_UPS, due=due, owners=(kit.party("Dinas PU"),)),
    }
    result = reviewed_result(make_result(), view.model_copy(update=lists))
    assert result.id == view.summary.id and result.meeting.title and result.meeting.title.text == "Rapat Air Bersih"
    assert [item.id for item in result.agenda] == ["agenda-accepted", "agenda-edited"]
    assert [item.id for item in result.follow_ups] == ["follow_ups-accepted", "follow_ups-edited"]
    first = result.follow_ups[0]
    assert first.due and first.due.date == "2026-12-24" and first.owners[0].name == "Dinas PU"
    assert first.action == "text accepted" and not first.needs_review


def test_a_reviewed_result_is_of_the_contract(kit: Kit, make_result: Any, tmp_path: Path) -> None:
    view = kit.view()
    view = view.model_copy(update={"follow_ups": of_all_states(view, ItemList.FOLLOW_UPS)})
    result = reviewed_result(make_result(), view, pending=True)
    assert Result.model_validate_json(result.model_dump_json()) == result


def test_what_was_cancelled_is_in_no_result(kit: Kit, make_result: Any) -> None:
    view = kit.view()
    lists = {"follow_ups": of_all_states(view, ItemList.FOLLOW_UPS, status=FollowUpStatus.CANCELLED)}
    assert reviewed_result(make_result(), view.model_copy(update=lists)).follow_ups == ()
