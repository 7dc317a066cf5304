"""Decisions are taken back without limit, each person's own, and done again."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notula.models.decisions import (
    Accept,
    Add,
    ItemChanges,
    Merge,
    Piece,
    Promote,
    Reject,
    Reopen,
    SetStatus,
    Skip,
    Split,
)
from notula.models.review import ItemList, ReviewedDue
from notula.models.review_views import ItemFilter
from notula.pipeline.errors import StoreError
from notula.pipeline.store import (
    NothingToUndoError,
    StaleError,
    accept_all,
    decide,
    history,
    meeting_view,
    open_store,
    progress,
    redo,
    sync,
    undo,
)

REPORT = "Menyusun laporan debit"
SURVEY = "Melakukan survei sumur"


@pytest.fixture(autouse=True)
def minutes(desk: Any) -> Any:
    found = desk.minutes(todos=[(REPORT, "Ratna Kusuma", "2023-05-05"), (SURVEY, None, None)])
    desk.run(found)
    return found


def test_undo_shows_what_was_there_before(desk: Any) -> None:
    item = desk.item(REPORT)
    desk.edit(item, due=None)
    (back,) = undo(desk.store, "Ani").items
    assert (back.state, back.values) == ("pending", item.values)


def test_undo_goes_back_step_by_step(desk: Any) -> None:
    item = desk.edit(desk.item(REPORT), due=ReviewedDue(date="2023-06-01"))
    item = desk.edit(item, due=ReviewedDue(date="2023-06-02"))
    desk.decide(item, Reject)
    seen = [undo(desk.store, "Ani").items[0] for _ in range(3)]
    assert [(item.state, item.values.due.date) for item in seen] == [
        ("edited", "2023-06-02"), ("edited", "2023-06-01"), ("pending", "2023-05-05")]  # fmt: skip
    with pytest.raises(NothingToUndoError):
        undo(desk.store, "Ani")


def test_undo_is_written_to_the_log_and_takes_nothing_from_it(desk: Any) -> None:
    item = desk.decide(desk.item(REPORT), Accept)
    undo(desk.store, "Ani")
    taken_back, accepted = history(desk.store, item_id=item.id)
    assert (taken_back.kind, taken_back.undoes, accepted.undone) == ("undo", accepted.group, True)


def test_redo_does_it_again(desk: Any) -> None:
    edited = desk.edit(desk.item(REPORT), due=None)
    undo(desk.store, "Ani")
    (again,) = redo(desk.store, "Ani").items
    assert (again.state, again.values) == (edited.state, edited.values)


def test_undo_and_redo_can_be_repeated(desk: Any) -> None:
    desk.decide(desk.item(REPORT), Accept)
    for _ in range(3):
        assert undo(desk.store, "Ani").items[0].state == "pending"
        assert redo(desk.store, "Ani").items[0].state == "accepted"


def test_a_new_decision_ends_what_can_be_done_again(desk: Any) -> None:
    desk.decide(desk.item(REPORT), Accept)
    undo(desk.store, "Ani")
    desk.decide(desk.item(SURVEY), Accept)
    with pytest.raises(NothingToUndoError):
        redo(desk.store, "Ani")


def test_each_person_takes_back_their_own(desk: Any) -> None:
    desk.decide(desk.item(REPORT), Accept, "Ani")
    desk.decide(desk.item(SURVEY), Accept, "Budi")
    assert undo(desk.store, "Ani").items[0].values.text == REPORT
    assert desk.item(SURVEY).state == "accepted"


def test_what_somebody_else_decided_since_stands_in_the_way(desk: Any) -> None:
    desk.decide(desk.item(REPORT), Accept, "Ani")
    desk.edit(desk.item(REPORT), "Budi", due=None)
    with pytest.raises(StaleError) as refused:
        undo(desk.store, "Ani")
    assert [entry.who for entry in refused.value.entries] == ["Budi"]
    assert desk.item(REPORT).values.due is None


def test_one_item_can_be_named(desk: Any) -> None:
    report = desk.decide(desk.item(REPORT), Accept)
    desk.decide(desk.item(SURVEY), Accept)
    undo(desk.store, "Ani", item_id=report.id)
    assert (desk.item(REPORT).state, desk.item(SURVEY).state) == ("pending", "accepted")


def test_accepting_all_is_taken_back_at_once(desk: Any) -> None:
    done = accept_all(desk.store, ItemFilter(), 0.0, "Ani")
    assert (done.count, progress(desk.store).pending) == (3, 0)
    assert undo(desk.store, "Ani").count == 3
    assert progress(desk.store).pending == 3


def test_of_accepting_all_one_item_can_be_taken_back(desk: Any) -> None:
    accept_all(desk.store, ItemFilter(), 0.0, "Ani")
    undo(desk.store, "Ani", item_id=desk.item(REPORT).id)
    assert (desk.item(REPORT).state, desk.item(SURVEY).state) == ("pending", "accepted")


def test_a_merge_is_taken_back_as_a_whole(desk: Any) -> None:
    item, other = desk.item(REPORT), desk.item(SURVEY)
    decide(desk.store, Merge(item_id=item.id, others=((other.id, None),)), "Ani")
    undo(desk.store, "Ani", item_id=other.id)
    assert [(desk.now(one).state, desk.now(one).values.text) for one in (item, other)] == [
        ("pending", REPORT), ("pending", SURVEY)]  # fmt: skip


def test_the_pieces_of_a_split_go_and_come_with_it(desk: Any) -> None:
    pieces = tuple(Piece(changes=ItemChanges(text=text)) for text in ("satu", "dua"))
    decide(desk.store, Split(item_id=desk.item(REPORT).id, pieces=pieces), "Ani")
    undo(desk.store, "Ani")
    assert [item.values.text for item in desk.items()] == [REPORT, SURVEY]
    redo(desk.store, "Ani")
    assert [item.values.text for item in desk.items()] == ["satu", "dua", SURVEY]


def test_an_undone_status_is_as_before(desk: Any) -> None:
    desk.decide(desk.item(REPORT), SetStatus, status="done", on="2023-05-09")
    (back,) = undo(desk.store, "Ani").items
    assert (back.values.status, back.done_on) == ("open", None)


def test_a_decision_on_what_vanished_is_kept_only_as_long_as_it_stands(desk: Any, minutes: Any) -> None:
    desk.decide(desk.item(REPORT), Accept)
    desk.run(desk.minutes(todos=[minutes.todos[1]]))
    undo(desk.store, "Ani")
    assert [item.values.text for item in desk.items()] == [SURVEY]


@pytest.mark.parametrize("sql", ["DELETE FROM log", "UPDATE log SET who = 'Budi'"], ids=["delete", "change"])
def test_the_log_is_only_added_to(desk: Any, sql: str) -> None:
    desk.decide(desk.item(REPORT), Accept)
    with pytest.raises(StoreError), desk.store.writing() as connection:
        connection.execute(sql)
    assert [entry.who for entry in history(desk.store)] == ["Ani"]


STEPS = {
    "accept": lambda item: Accept(item_id=item.id),
    "reject": lambda item: Reject(item_id=item.id),
    "skip": lambda item: Skip(item_id=item.id),
    "reopen": lambda item: Reopen(item_id=item.id),
    "promote": lambda item: Promote(
        item_id=item.id, to=ItemList.FOLLOW_UPS if item.list == ItemList.AGENDA else ItemList.AGENDA
    ),
    "status": lambda item: SetStatus(item_id=item.id, status="done", on="2023-05-09"),
    "split": lambda item: Split(
        item_id=item.id, pieces=(Piece(changes=ItemChanges(text="satu")), Piece(changes=ItemChanges(text="dua")))
    ),
    "add": lambda item: Add(meeting_id=item.meeting_id, list=ItemList.FOLLOW_UPS, changes=ItemChanges(text="baru")),
}


def state(desk: Any) -> list[Any]:
    volatile = {"revision", "changed_at", "changed_by"}
    return [item.model_dump(exclude=volatile) for item in desk.items()]


@given(st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 9)), max_size=8))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_decided_can_be_taken_back_to_the_beginning_and_done_again(
    tmp_path_factory: pytest.TempPathFactory, desk: Any, minutes: Any, steps: list[tuple[str, int]]
) -> None:
    own = type(desk)(tmp_path_factory.mktemp("desk"))
    own.run(minutes)
    states = [state(own)]
    for name, index in steps:
        items = own.items()
        item = items[index % len(items)]
        if name == "status" and item.list != ItemList.FOLLOW_UPS:
            name = "skip"
        decide(own.store, STEPS[name](item), "Ani")
        states.append(state(own))
    for before in reversed(states[:-1]):
        undo(own.store, "Ani")
        assert state(own) == before
    for after in states[1:]:
        redo(own.store, "Ani")
        assert state(own) == after
    own.store.close()


def test_everything_is_there_after_opening_again(desk: Any, minutes: Any) -> None:
    edited = desk.edit(desk.item(REPORT), due=None)
    desk.store.close()
    with open_store(desk.folder) as store:
        sync(store)
        assert meeting_view(store, minutes.meeting_id).follow_ups[0] == edited
