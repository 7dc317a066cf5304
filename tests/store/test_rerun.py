"""Decisions survive another run of the pipeline."""

from dataclasses import replace
from typing import Any

import pytest

from notula.models.decisions import Accept, Add, ItemChanges, Reject, Resolve, SetStatus
from notula.models.review import ItemList, ReviewedDue, ReviewedParty
from notula.pipeline.store import decide, history, meeting_view, search, sync

REPORT = "Menyusun laporan debit"
CHANGED = "Menyusun laporan debit air bersih"
SURVEY = "Melakukan survei sumur warga"


@pytest.fixture
def minutes(desk: Any) -> Any:
    found = desk.minutes(todos=[(REPORT, "Ratna Kusuma", "2023-05-05"), (SURVEY, "Ratna Kusuma", None)],
                         suggestions=["Pompa cadangan perlu dibeli"])  # fmt: skip
    desk.run(found)
    return found


def kinds(desk: Any, item: Any) -> list[str]:
    return [entry.kind for entry in reversed(history(desk.store, item_id=item.id)) if entry.who == "notula"]


def test_the_same_results_change_nothing(desk: Any, minutes: Any) -> None:
    accepted = desk.decide(desk.item(REPORT), Accept)
    desk.run(minutes)
    assert desk.now(accepted) == accepted


def test_files_that_have_not_changed_are_not_read(desk: Any, minutes: Any) -> None:
    assert sync(desk.store).changed == 0


@pytest.mark.parametrize("decision", [Accept, Reject], ids=["accepted", "rejected"])
def test_a_similar_text_takes_the_decision_over_and_says_so(desk: Any, minutes: Any, decision: Any) -> None:
    decided = desk.decide(desk.item(REPORT), decision)
    desk.run(replace(minutes, todos=[(CHANGED, "Ratna Kusuma", "2023-05-05"), minutes.todos[1]]))
    carried = desk.now(decided)
    assert (carried.state, carried.carried_over, carried.machine.text) == (decided.state, True, CHANGED)
    assert kinds(desk, decided)[0] == "carried_over"


def test_a_new_id_alone_is_no_change(desk: Any, minutes: Any) -> None:
    accepted = desk.decide(desk.item(REPORT), Accept)
    desk.run(replace(minutes, title="Rapat Koordinasi Air Bersih"))
    assert (desk.now(accepted).state, desk.now(accepted).carried_over) == ("accepted", False)


def test_a_better_title_keeps_the_meeting(desk: Any, minutes: Any) -> None:
    desk.run(replace(minutes, title="Rapat Koordinasi Air Bersih"))
    assert desk.header().id == minutes.meeting_id
    assert desk.header().values.title.text == "Rapat Koordinasi Air Bersih"


def test_a_text_in_the_same_place_takes_the_decision_over(desk: Any, minutes: Any) -> None:
    accepted = desk.decide(desk.item(REPORT), Accept)
    desk.run(replace(minutes, todos=[desk.todo("laporan debit", "Ratna Kusuma", "2023-05-05"), minutes.todos[1]]))
    assert (desk.now(accepted).state, desk.now(accepted).carried_over) == ("accepted", True)


def test_another_text_does_not(desk: Any, minutes: Any) -> None:
    desk.decide(desk.item(REPORT), Accept)
    desk.run(replace(minutes, todos=[("Memanggil kontraktor pompa", "Budi", None), minutes.todos[1]]))
    assert desk.item("Memanggil kontraktor pompa").state == "pending"


def test_another_decision_ends_the_mark(desk: Any, minutes: Any) -> None:
    accepted = desk.decide(desk.item(REPORT), Accept)
    desk.run(replace(minutes, todos=[(CHANGED, "Ratna Kusuma", "2023-05-05")]))
    assert not desk.decide(desk.now(accepted), Accept).carried_over


def test_what_the_machine_reads_anew_under_an_edit_is_a_conflict_and_the_person_wins(desk: Any, minutes: Any) -> None:
    edited = desk.edit(desk.item(REPORT), due=ReviewedDue(date="2023-06-01"))
    desk.run(replace(minutes, todos=[(REPORT, "Ratna Kusuma", "2023-05-12"), minutes.todos[1]]))
    now = desk.now(edited)
    (conflict,) = now.conflicts
    assert now.values.due.date == "2023-06-01"
    assert (conflict.field, conflict.human["date"], conflict.machine["date"], conflict.machine_before["date"]) == (
        "due", "2023-06-01", "2023-05-12", "2023-05-05")  # fmt: skip
    assert kinds(desk, edited) == ["conflict"]


def test_an_accepted_value_is_kept_against_a_new_one(desk: Any, minutes: Any) -> None:
    accepted = desk.decide(desk.item(REPORT), Accept)
    desk.run(replace(minutes, todos=[(REPORT, "Budi", "2023-05-05"), minutes.todos[1]]))
    now = desk.now(accepted)
    assert [owner.name for owner in now.values.owners] == ["Ratna Kusuma"]
    assert [conflict.field for conflict in now.conflicts] == ["owners"]


def test_a_machine_that_comes_to_agree_is_no_conflict(desk: Any, minutes: Any) -> None:
    edited = desk.edit(desk.item(REPORT), due=ReviewedDue(date="2023-06-01"))
    desk.run(replace(minutes, todos=[(REPORT, "Ratna Kusuma", "2023-06-01"), minutes.todos[1]]))
    assert desk.now(edited).conflicts == ()


def test_a_pending_item_follows_the_machine(desk: Any, minutes: Any) -> None:
    item = desk.item(REPORT)
    desk.run(replace(minutes, todos=[(REPORT, "Ratna Kusuma", "2023-05-12"), minutes.todos[1]]))
    assert (desk.now(item).values.due.date, desk.now(item).conflicts) == ("2023-05-12", ())


@pytest.mark.parametrize(("take", "date"), [("human", "2023-06-01"), ("machine", "2023-05-12")])
def test_a_conflict_is_settled_for_either(desk: Any, minutes: Any, take: str, date: str) -> None:
    edited = desk.edit(desk.item(REPORT), due=ReviewedDue(date="2023-06-01"))
    desk.run(replace(minutes, todos=[(REPORT, "Ratna Kusuma", "2023-05-12"), minutes.todos[1]]))
    settled = desk.decide(desk.now(edited), Resolve, take=take)
    assert (settled.values.due.date, settled.conflicts) == (date, ())


def test_a_settled_conflict_comes_again_only_with_another_value(desk: Any, minutes: Any) -> None:
    edited = desk.edit(desk.item(REPORT), due=ReviewedDue(date="2023-06-01"))
    desk.run(replace(minutes, todos=[(REPORT, "Ratna Kusuma", "2023-05-12"), minutes.todos[1]]))
    desk.decide(desk.now(edited), Accept)
    desk.run(replace(minutes, todos=[(REPORT, "Ratna Kusuma", "2023-05-12")]))
    assert desk.now(edited).conflicts == ()
    desk.run(replace(minutes, todos=[(REPORT, "Ratna Kusuma", "2023-05-20")]))
    assert [conflict.machine["date"] for conflict in desk.now(edited).conflicts] == ["2023-05-20"]


def test_what_vanishes_is_kept_where_somebody_decided_on_it(desk: Any, minutes: Any) -> None:
    accepted = desk.decide(desk.item(REPORT), Accept)
    desk.run(replace(minutes, todos=[minutes.todos[1]]))
    now = desk.now(accepted)
    assert (now.state, now.vanished, now.machine, now.values.text) == ("accepted", True, None, REPORT)
    assert kinds(desk, accepted) == ["vanished"]


def test_what_vanishes_unreviewed_goes(desk: Any, minutes: Any) -> None:
    desk.run(replace(minutes, todos=[minutes.todos[1]]))
    assert REPORT not in {item.values.text for item in desk.items()}


def test_what_comes_back_is_no_longer_flagged(desk: Any, minutes: Any) -> None:
    accepted = desk.decide(desk.item(REPORT), Accept)
    desk.run(replace(minutes, todos=[minutes.todos[1]]))
    desk.run(minutes)
    assert (desk.now(accepted).vanished, desk.now(accepted).state) == (False, "accepted")
    assert kinds(desk, accepted) == ["vanished", "returned"]


def test_an_unreviewed_item_that_comes_back_has_its_old_id(desk: Any, minutes: Any) -> None:
    before = desk.item(REPORT)
    desk.run(replace(minutes, todos=[minutes.todos[1]]))
    desk.run(minutes)
    assert desk.item(REPORT).id == before.id


def test_a_status_is_kept_with_its_item(desk: Any, minutes: Any) -> None:
    done = desk.decide(desk.item(REPORT), SetStatus, status="done", on="2023-05-09")
    desk.run(replace(minutes, todos=[(CHANGED, "Ratna Kusuma", "2023-05-05"), minutes.todos[1]]))
    now = desk.now(done)
    assert (now.values.status, now.values.text, now.state) == ("done", CHANGED, "pending")


def test_a_suggestion_that_becomes_a_follow_up_keeps_its_rejection(desk: Any, minutes: Any) -> None:
    rejected = desk.decide(desk.item("Pompa cadangan perlu dibeli"), Reject)
    desk.run(replace(minutes, suggestions=[], todos=[*minutes.todos, ("Pompa cadangan perlu dibeli", None, None)]))
    now = desk.now(rejected)
    assert (now.state, now.machine_list, now.list) == ("rejected", "follow_ups", "follow_ups")


def test_the_evidence_of_an_added_item_moves_with_its_words(desk: Any, minutes: Any) -> None:
    changes = ItemChanges(text="Membeli pompa", owners=(ReviewedParty(name="Budi"),))
    evidence = minutes.evidence("Pompa")
    add = Add(meeting_id=minutes.meeting_id, list=ItemList.FOLLOW_UPS, changes=changes, evidence=evidence)
    (added,) = decide(desk.store, add, "Ani").items
    newer = replace(minutes, agenda=["Pembukaan"])
    desk.run(newer)
    assert desk.now(added).evidence.char_start == newer.text.index("Pompa") != added.evidence.char_start


def test_an_added_item_whose_words_are_gone_is_flagged(desk: Any, minutes: Any) -> None:
    add = Add(meeting_id=minutes.meeting_id, list=ItemList.FOLLOW_UPS, changes=ItemChanges(text="Membeli"),
              evidence=minutes.evidence("Pompa"))  # fmt: skip
    (added,) = decide(desk.store, add, "Ani").items
    desk.run(replace(minutes, suggestions=[]))
    now = desk.now(added)
    assert (now.vanished, now.evidence, now.values.text) == (True, None, "Membeli")


def test_a_meeting_whose_file_goes_is_kept_with_what_was_decided(desk: Any, minutes: Any) -> None:
    accepted = desk.decide(desk.item(REPORT), Accept)
    desk.remove()
    view = meeting_view(desk.store, minutes.meeting_id)
    assert view.summary.vanished
    assert [item.id for item in view.follow_ups] == [accepted.id]


def test_the_same_meeting_from_two_files_is_one(desk: Any, minutes: Any) -> None:
    desk.run(replace(minutes, sha256="bb"), "rapat.pdf")
    summary = meeting_view(desk.store, minutes.meeting_id).summary
    assert (summary.result, summary.other_results) == ("rapat.txt.json", ("rapat.pdf.json",))


def test_another_file_takes_the_place_of_the_one_that_goes(desk: Any, minutes: Any) -> None:
    accepted = desk.decide(desk.item(REPORT), Accept)
    desk.run(replace(minutes, sha256="bb"), "rapat.pdf")
    desk.remove("rapat.txt")
    summary = meeting_view(desk.store, minutes.meeting_id).summary
    assert (summary.result, summary.vanished, desk.now(accepted).state) == ("rapat.pdf.json", False, "accepted")


def test_a_moved_file_is_the_same_meeting(desk: Any, minutes: Any) -> None:
    accepted = desk.decide(desk.item(REPORT), Accept)
    desk.write(minutes, "arsip.txt")
    desk.remove("rapat.txt")
    assert desk.now(accepted).state == "accepted"
    assert meeting_view(desk.store, minutes.meeting_id).summary.result == "arsip.txt.json"


def test_other_minutes_under_the_same_file_name_are_another_meeting(desk: Any, minutes: Any) -> None:
    accepted = desk.decide(desk.item(REPORT), Accept)
    other = desk.minutes(title="Rapat Anggaran", date="2024-01-09", sha256="cc",
                         todos=[("Menghitung pagu", "Budi", None), ("Mengirim undangan", "Sari", None)])  # fmt: skip
    desk.run(other)
    assert desk.item("Menghitung pagu").state == "pending"
    assert (desk.now(accepted).vanished, desk.now(accepted).meeting_id) == (True, minutes.meeting_id)


def test_corrected_minutes_with_another_title_are_the_same_meeting(desk: Any, minutes: Any) -> None:
    accepted = desk.decide(desk.item(REPORT), Accept)
    desk.run(replace(minutes, title="Rapat Koordinasi Air", sha256="dd"))
    assert (desk.now(accepted).vanished, desk.header().id) == (False, minutes.meeting_id)


@pytest.mark.parametrize(
    ("content", "told"), [('{"a": 1}', ()), ("{", ()), ('{"schema_version": "1.0", "meeting": 5}', ("x.json",))],
    ids=["other JSON", "no JSON", "broken result"],
)  # fmt: skip
def test_files_that_are_no_results_do_no_harm(desk: Any, minutes: Any, content: str, told: tuple[str, ...]) -> None:
    (desk.folder / "x.json").write_text(content)
    assert sync(desk.store).unreadable == told
    assert desk.item(REPORT)


def test_a_result_that_can_no_longer_be_read_stays_as_it_was(desk: Any, minutes: Any) -> None:
    accepted = desk.decide(desk.item(REPORT), Accept)
    (desk.folder / "rapat.txt.json").write_text('{"schema_version": "1.0", "meeting": ')
    assert sync(desk.store).unreadable == ("rapat.txt.json",)
    assert desk.now(accepted) == accepted


def test_items_of_the_same_id_are_kept_apart(desk: Any, minutes: Any) -> None:
    twins = [desk.todo(text, "Budi", None, id="kembar") for text in ("Membeli pompa", "Menjual pompa", "Menyewa pompa")]
    desk.run(desk.minutes(title="Rapat Kembar", sha256="ee", todos=twins), "kembar.txt")
    desk.run(desk.minutes(title="Rapat Lain", sha256="ff", todos=twins), "lain.txt")
    desk.run(desk.minutes(title="Rapat Kembar", sha256="ee", todos=twins[:1]), "kembar.txt")
    desk.run(desk.minutes(title="Rapat Kembar", sha256="ee", todos=twins), "kembar.txt")
    found = [item.id for item in desk.items() if "pompa" in item.values.text and item.list == ItemList.FOLLOW_UPS]
    assert len(set(found)) == len(found) == 6


def test_a_result_with_odd_characters_is_taken_in(desk: Any) -> None:
    odd = "Membeli \x00pompa \x02dan\x03 \u202etali <b> 😀 " + "a" * 20_000
    desk.run(desk.minutes(title="Rapat Aneh", sha256="ee", todos=[(odd, "Budi", None)]))
    assert desk.item(odd).values.text == odd
    assert search(desk.store, "tali").total == 2


def test_what_a_person_accepted_does_not_change_with_a_later_run(desk: Any, minutes: Any) -> None:
    accepted = desk.decide(desk.item(REPORT), Accept)
    desk.run(replace(minutes, todos=[(REPORT.upper(), "Ratna Kusuma", "2023-05-05"), minutes.todos[1]]))
    now = desk.now(accepted)
    assert (now.values.text, now.machine.text, now.conflicts) == (REPORT, REPORT.upper(), ())
