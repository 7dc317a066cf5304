"""What decisions do to an item, and that nobody overwrites what somebody else decided."""

from typing import Any

import pytest

from notula.models.decisions import (
    Accept,
    Add,
    Edit,
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
from notula.models.review import ItemList, ReviewedDue, ReviewedParty, ReviewedText
from notula.models.review_views import ItemFilter
from notula.pipeline.errors import DecisionError
from notula.pipeline.store import (
    NotFoundError,
    StaleError,
    accept_all,
    decide,
    get_item,
    history,
    meeting_view,
    queue,
    set_status,
)

REPORT = "Menyusun laporan debit"
SURVEY = "Melakukan survei sumur"


@pytest.fixture(autouse=True)
def minutes(desk: Any) -> Any:
    found = desk.minutes(
        todos=[(REPORT, "Ratna Kusuma", "2023-05-05"), (SURVEY, None, None, 0.6)],
        agreements=["Debit dilaporkan tiap bulan"], suggestions=["Pompa cadangan perlu dibeli"],
        attendees=["Ratna Kusuma", "Dinas PUPR"],
    )  # fmt: skip
    desk.run(found)
    return found


@pytest.mark.parametrize(
    ("decision", "state"),
    [(Accept, "accepted"), (Reject, "rejected"), (Skip, "pending"), (Reopen, "pending")],
    ids=["accept", "reject", "skip", "reopen"],
)
def test_a_decision_gives_a_state(desk: Any, decision: Any, state: str) -> None:
    assert desk.decide(desk.item(REPORT), decision).state == state


def test_an_edit_changes_only_the_given_fields(desk: Any) -> None:
    edited = desk.edit(desk.item(REPORT), due=ReviewedDue(date="2023-06-01"))
    assert edited.state == "edited"
    assert edited.values.due.date == "2023-06-01"
    assert [owner.name for owner in edited.values.owners] == ["Ratna Kusuma"]
    assert edited.machine.due.date == "2023-05-05"


def test_a_field_can_be_emptied(desk: Any) -> None:
    assert desk.edit(desk.item(REPORT), due=None).values.due is None


def test_an_edit_back_to_what_the_pipeline_reads_is_an_acceptance(desk: Any) -> None:
    edited = desk.edit(desk.item(REPORT), due=None)
    assert desk.edit(edited, due=edited.machine.due).state == "accepted"


def test_a_correction_of_case_is_an_edit(desk: Any) -> None:
    edited = desk.edit(desk.item(REPORT), text=REPORT.upper())
    assert (edited.state, edited.values.text) == ("edited", REPORT.upper())


def test_accepting_an_edited_item_keeps_it_edited(desk: Any) -> None:
    assert desk.decide(desk.edit(desk.item(REPORT), due=None), Accept).state == "edited"


def test_reopening_shows_what_the_pipeline_reads(desk: Any) -> None:
    reopened = desk.decide(desk.edit(desk.item(REPORT), due=None), Reopen)
    assert (reopened.state, reopened.values) == ("pending", reopened.machine)


def test_header_fields_are_edited_and_show_in_lists(desk: Any) -> None:
    desk.edit(desk.header(), title=ReviewedText(text="Rapat Pompa"), attendees=(ReviewedParty(name="Ratna"),))
    view = meeting_view(desk.store, desk.header().id)
    assert view.summary.title == "Rapat Pompa"
    assert [party.name for party in view.header.values.attendees] == ["Ratna"]
    assert view.header.values.date.start == "2023-05-02"


def test_a_split_gives_pieces_of_which_the_first_keeps_the_id(desk: Any, minutes: Any) -> None:
    item = desk.item(REPORT)
    pieces = (
        Piece(changes=ItemChanges(text="Menyusun laporan")),
        Piece(changes=ItemChanges(text="debit", owners=()), evidence=minutes.evidence("debit")),
    )
    first, second = decide(desk.store, Split(item_id=item.id, pieces=pieces), "Ani").items
    assert (first.id, first.state) == (item.id, "edited")
    assert (first.values.text, first.values.action) == ("Menyusun laporan", "Menyusun laporan")
    assert (second.origin, second.split_from, second.evidence.quote) == ("split", item.id, "debit")
    assert (second.values.due.date, second.values.owners) == ("2023-05-05", ())


def test_pieces_stand_behind_what_they_were_cut_from(desk: Any) -> None:
    pieces = tuple(Piece(changes=ItemChanges(text=text)) for text in ("satu", "dua", "tiga"))
    decide(desk.store, Split(item_id=desk.item(REPORT).id, pieces=pieces), "Ani")
    view = meeting_view(desk.store, desk.header().id)
    assert [item.values.text for item in view.follow_ups] == ["satu", "dua", "tiga", SURVEY]


def test_a_merge_joins_items_into_the_first(desk: Any) -> None:
    item, other = desk.item(REPORT), desk.item(SURVEY)
    kept, gone = decide(desk.store, Merge(item_id=item.id, others=((other.id, other.revision),)), "Ani").items
    assert kept.values.text == f"{REPORT}; {SURVEY}"
    assert (kept.values.due.date, [owner.name for owner in kept.values.owners]) == ("2023-05-05", ["Ratna Kusuma"])
    assert (gone.state, gone.merged_into) == ("rejected", item.id)


def test_a_suggestion_is_promoted_to_a_follow_up(desk: Any) -> None:
    promoted = desk.decide(desk.item("Pompa cadangan perlu dibeli"), Promote)
    assert (promoted.list, promoted.machine_list, promoted.state) == ("follow_ups", "suggestions", "edited")
    assert promoted.values.action == "Pompa cadangan perlu dibeli"


def test_an_added_item_has_its_evidence(desk: Any, minutes: Any) -> None:
    changes = ItemChanges(text="Membeli pompa", owners=(ReviewedParty(name="Dinas PUPR"),))
    evidence = minutes.evidence("Pompa cadangan")
    add = Add(meeting_id=minutes.meeting_id, list=ItemList.FOLLOW_UPS, changes=changes, evidence=evidence)
    (added,) = decide(desk.store, add, "Ani").items
    assert (added.origin, added.state, added.machine) == ("added", "edited", None)
    assert added.evidence.quote == "Pompa cadangan"
    assert added.id in {item.id for item in meeting_view(desk.store, minutes.meeting_id).follow_ups}


def test_a_status_has_its_dates_and_is_no_review(desk: Any) -> None:
    begun = desk.decide(desk.item(REPORT), SetStatus, status="in_progress", on="2023-05-03")
    done = desk.decide(begun, SetStatus, status="done", on="2023-05-09")
    assert (done.values.status, done.state) == ("done", "pending")
    assert (done.started_on, done.done_on) == ("2023-05-03", "2023-05-09")


def test_a_reopened_status_loses_its_dates(desk: Any) -> None:
    done = desk.decide(desk.item(REPORT), SetStatus, status="done", on="2023-05-09")
    open_again = desk.decide(done, SetStatus, status="open", on="2023-05-10")
    assert (open_again.started_on, open_again.done_on, open_again.status_since) == (None, None, "2023-05-10")


def test_a_status_stays_when_the_item_is_accepted(desk: Any) -> None:
    done = desk.decide(desk.item(REPORT), SetStatus, status="done", on="2023-05-09")
    accepted = desk.decide(done, Accept)
    assert (accepted.values.status, accepted.state) == ("done", "accepted")


def test_an_imported_status_is_recorded_once(desk: Any) -> None:
    item = desk.item(REPORT)
    assert set_status(desk.store, item.id, "done", "pelacak", on="2023-05-09")
    assert not set_status(desk.store, item.id, "done", "pelacak", on="2023-05-09")
    assert [(entry.who, entry.new["status"]) for entry in history(desk.store, item_id=item.id)] == [("pelacak", "done")]


def test_a_decision_on_a_changed_item_is_refused_and_says_who_changed_what(desk: Any) -> None:
    seen = desk.item(REPORT)
    desk.edit(seen, "Budi", due=None)
    with pytest.raises(StaleError) as refused:
        desk.edit(seen, "Ani", action="menghitung debit")
    assert [(entry.who, entry.kind) for entry in refused.value.entries] == [("Budi", "edit")]
    assert refused.value.current.values.due is None
    assert desk.now(seen).values.action == REPORT.lower()


def test_a_decision_on_another_item_does_not_stand_in_the_way(desk: Any) -> None:
    report, survey = desk.item(REPORT), desk.item(SURVEY)
    desk.decide(survey, Reject, "Budi")
    assert desk.decide(report, Accept, "Ani").state == "accepted"


def test_the_log_says_who_changed_what_from_what_to_what_and_why(desk: Any) -> None:
    item = desk.item(REPORT)
    decide(desk.store, Edit(item_id=item.id, changes=ItemChanges(action="menghitung"), reason="salah baca"), "Ani")
    (entry,) = history(desk.store, item_id=item.id)
    assert (entry.who, entry.old, entry.new, entry.reason) == (
        "Ani", {"action": REPORT.lower()}, {"action": "menghitung"}, "salah baca")  # fmt: skip


def test_a_skipped_item_goes_to_the_end_of_the_queue_and_comes_back(desk: Any) -> None:
    first, *others = queue(desk.store, ItemFilter())
    skipped = desk.decide(first.entry, Skip)
    assert [one.entry.id for one in queue(desk.store, ItemFilter())] == [*(one.entry.id for one in others), skipped.id]


def test_accepting_all_takes_only_what_is_certain_enough(desk: Any) -> None:
    accept_all(desk.store, ItemFilter(lists=(ItemList.FOLLOW_UPS,)), 0.7, "Ani")
    assert (desk.item(REPORT).state, desk.item(SURVEY).state) == ("accepted", "pending")


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        (ItemChanges(text=" "), "decision.empty"),
        (ItemChanges(kind="decision"), "decision.field"),
        (ItemChanges(due=ReviewedDue(date="1 Mei")), "decision.date"),
        (ItemChanges(owners=(ReviewedParty(name=""),)), "decision.empty"),
    ],
    ids=["empty text", "field of another list", "no date", "owner without a name"],
)
def test_changes_that_make_no_sense_are_refused(desk: Any, changes: ItemChanges, key: str) -> None:
    item = desk.item(REPORT)
    with pytest.raises(DecisionError) as refused:
        decide(desk.store, Edit(item_id=item.id, changes=changes), "Ani")
    assert refused.value.key == key
    assert desk.now(item) == item


def test_a_quote_that_does_not_stand_there_is_refused(desk: Any, minutes: Any) -> None:
    wrong = minutes.evidence("Pompa").model_copy(update={"char_start": 0, "char_end": 5})
    add = Add(meeting_id=minutes.meeting_id, list=ItemList.AGENDA, changes=ItemChanges(text="Pompa"), evidence=wrong)
    with pytest.raises(DecisionError, match="quote"):
        decide(desk.store, add, "Ani")
    assert not meeting_view(desk.store, minutes.meeting_id).agenda


@pytest.mark.parametrize("decision", [Reject, Promote], ids=["reject", "promote"])
def test_a_header_can_only_be_accepted_or_edited(desk: Any, decision: Any) -> None:
    with pytest.raises(DecisionError):
        desk.decide(desk.header(), decision)


def test_a_split_needs_two_pieces(desk: Any) -> None:
    with pytest.raises(DecisionError):
        desk.decide(desk.item(REPORT), Split, pieces=(Piece(changes=ItemChanges(text="satu")),))


@pytest.mark.parametrize("others", [0, 1], ids=["none", "itself"])
def test_a_merge_needs_others(desk: Any, others: int) -> None:
    item = desk.item(REPORT)
    with pytest.raises(DecisionError):
        desk.decide(item, Merge, others=((item.id, None),) * others)


def test_an_unknown_item_is_told(desk: Any) -> None:
    with pytest.raises(NotFoundError):
        decide(desk.store, Accept(item_id="tidak-ada"), "Ani")
    with pytest.raises(NotFoundError):
        get_item(desk.store, "tidak-ada")


def test_somebody_has_to_decide(desk: Any) -> None:
    with pytest.raises(DecisionError):
        decide(desk.store, Accept(item_id=desk.item(REPORT).id), "  ")
