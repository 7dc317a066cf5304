"""What exports take: follow-ups, meetings and changes."""

from typing import Any

import pytest

from notula.models.decisions import Accept, Add, ItemChanges, Promote, Reject, SetStatus
from notula.models.review import ItemList, ReviewedText
from notula.pipeline.store import changes, decide, reviewed_follow_ups, reviewed_meetings, revision, sync, undo

REPORT, PUMP, SURVEY = "Menyusun laporan debit", "Membeli pompa", "Survei sumur"


@pytest.fixture(autouse=True)
def minutes(desk: Any) -> Any:
    found = desk.minutes(
        attendees=["Dinas Pekerjaan Umum"], agreements=["Debit dilaporkan"], suggestions=["Pompa perlu diganti"],
        todos=[(REPORT, "Ratna Kusuma", "2023-05-05"), (PUMP, "Budi", "2023-05-12"), (SURVEY, None, None)],
    )  # fmt: skip
    desk.run(found)
    return found


def texts(desk: Any, **wanted: bool) -> list[str]:
    return [follow_up.text for follow_up in reviewed_follow_ups(desk.store, **wanted)]


def test_only_what_was_accepted_or_edited_is_handed_over(desk: Any) -> None:
    desk.edit(desk.item(PUMP), due=None)
    desk.decide(desk.item(REPORT), Accept)
    desk.decide(desk.item(SURVEY), Reject)
    assert texts(desk) == [REPORT, PUMP]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [({"pending": True}, [PUMP, SURVEY]), ({"rejected": True}, [REPORT, PUMP]),
     ({"pending": True, "rejected": True}, [REPORT, PUMP, SURVEY])],
    ids=["pending", "rejected", "both"],
)  # fmt: skip
def test_others_where_they_are_asked_for(desk: Any, wanted: dict[str, bool], found: list[str]) -> None:
    desk.decide(desk.item(REPORT), Reject)
    desk.decide(desk.item(PUMP), Accept)
    assert texts(desk, **wanted) == found


def test_a_follow_up_brings_its_meeting_its_source_and_its_evidence(desk: Any, minutes: Any) -> None:
    desk.edit(desk.header(), title=ReviewedText(text="Rapat Pompa"))
    desk.decide(desk.decide(desk.item(PUMP), Accept), SetStatus, status="in_progress", on="2023-05-03")
    (found,) = reviewed_follow_ups(desk.store)
    assert (found.meeting_id, found.meeting_title, found.meeting_date, found.meeting_organization) == (
        minutes.meeting_id, "Rapat Pompa", "2023-05-02", "Dinas Pekerjaan Umum")  # fmt: skip
    assert (found.source.path, found.evidence.quote, found.started_on) == ("rapat.txt", PUMP, "2023-05-03")
    assert ([owner.name for owner in found.owners], found.action) == (["Budi"], PUMP.lower())
    assert found.status == "in_progress"


def test_promoted_and_added_items_are_handed_over(desk: Any, minutes: Any) -> None:
    desk.decide(desk.item("Pompa perlu diganti"), Promote)
    add = Add(meeting_id=minutes.meeting_id, list=ItemList.FOLLOW_UPS, changes=ItemChanges(text="Menunjuk petugas"))
    decide(desk.store, add, "Ani")
    assert {(one.text, one.origin) for one in reviewed_follow_ups(desk.store)} == {
        ("Pompa perlu diganti", "machine"), ("Menunjuk petugas", "added")}  # fmt: skip


def test_the_id_stays_when_the_pipeline_gives_another(desk: Any, minutes: Any) -> None:
    accepted = desk.decide(desk.item(REPORT), Accept)
    desk.run(desk.minutes(title="Rapat Koordinasi Air Bersih", todos=[(f"{REPORT} air", "Ratna Kusuma", "2023-05-05"),
                                                                      (PUMP, "Budi", "2023-05-12")]))  # fmt: skip
    (found,) = reviewed_follow_ups(desk.store)
    assert (found.id, found.meeting_id, found.carried_over) == (accepted.id, minutes.meeting_id, True)


def test_meetings_come_with_all_that_is_in_them(desk: Any, minutes: Any) -> None:
    (view,) = reviewed_meetings(desk.store)
    assert view.summary.id == view.header.id == minutes.meeting_id
    assert [party.name for party in view.header.values.attendees] == ["Dinas Pekerjaan Umum"]
    assert [item.values.text for item in view.agreements] == ["Debit dilaporkan"]


def test_while_meetings_stream_the_store_can_be_written(desk: Any) -> None:
    for _ in reviewed_meetings(desk.store):
        desk.decide(desk.item(PUMP), Accept)
    assert texts(desk) == [PUMP]


def kinds(desk: Any, since: int, **wanted: bool) -> list[tuple[str, str | None]]:
    found = list(changes(desk.store, since, **wanted))
    assert [one.revision for one in found] == sorted({one.revision for one in found})
    return [(one.kind, one.follow_up and one.follow_up.text) for one in found]


def test_each_change_is_told_once_as_the_item_is_now(desk: Any) -> None:
    start = revision(desk.store)
    desk.decide(desk.item(REPORT), Accept)
    desk.edit(desk.edit(desk.item(PUMP), due=None), action="beli")
    assert kinds(desk, start) == [("created", REPORT), ("created", PUMP)]
    assert kinds(desk, revision(desk.store)) == []


def test_reading_on_from_the_last_revision_misses_nothing(desk: Any) -> None:
    desk.decide(desk.item(REPORT), Accept)
    desk.decide(desk.item(PUMP), Accept)
    first, second = changes(desk.store)
    assert list(changes(desk.store, first.revision)) == [second]


def test_what_was_seen_before_is_updated_or_withdrawn(desk: Any) -> None:
    report, pump = desk.decide(desk.item(REPORT), Accept), desk.decide(desk.item(PUMP), Accept)
    seen = revision(desk.store)
    desk.edit(report, due=None)
    desk.decide(pump, Reject)
    assert kinds(desk, seen) == [("updated", REPORT), ("withdrawn", None)]


def test_an_undone_acceptance_is_withdrawn(desk: Any) -> None:
    desk.decide(desk.item(REPORT), Accept)
    seen = revision(desk.store)
    undo(desk.store, "Ani")
    assert kinds(desk, seen) == [("withdrawn", None)]


def test_what_was_never_seen_is_not_withdrawn(desk: Any) -> None:
    start = revision(desk.store)
    desk.decide(desk.decide(desk.item(REPORT), Accept), Reject)
    assert kinds(desk, start) == []


def test_a_change_of_the_meeting_is_one_of_its_follow_ups(desk: Any) -> None:
    desk.decide(desk.item(REPORT), Accept)
    seen = revision(desk.store)
    desk.edit(desk.header(), title=ReviewedText(text="Rapat Pompa"))
    (change,) = changes(desk.store, seen)
    assert (change.kind, change.follow_up.meeting_title) == ("updated", "Rapat Pompa")


def test_pending_follow_ups_are_seen_where_that_is_asked_for(desk: Any) -> None:
    assert kinds(desk, 0, pending=True) == [("created", REPORT), ("created", PUMP), ("created", SURVEY)]
    seen = revision(desk.store)
    desk.run(desk.minutes(attendees=["Dinas Pekerjaan Umum"], todos=[(REPORT, "Ratna Kusuma", "2023-05-09")]))
    assert sorted(kinds(desk, seen, pending=True), key=str) == [
        ("updated", REPORT), ("withdrawn", None), ("withdrawn", None)]  # fmt: skip


def test_a_sync_without_changes_tells_none(desk: Any, minutes: Any) -> None:
    desk.decide(desk.item(REPORT), Accept)
    seen = revision(desk.store)
    desk.run(minutes)
    sync(desk.store)
    assert kinds(desk, seen, pending=True) == []
