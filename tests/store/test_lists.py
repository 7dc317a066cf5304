"""Overview, queue, search, follow-ups and figures over several meetings."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from notula.models.decisions import Accept, Edit, ItemChanges, Reject, SetStatus
from notula.models.review import ItemList, ReviewedDue, ReviewedParty
from notula.models.review_views import FollowUpFilter, ItemFilter, MeetingFilter
from notula.pipeline.store import (
    NotFoundError,
    accept_all,
    decide,
    follow_up_page,
    history,
    known_parties,
    meeting_page,
    month_counts,
    organizations,
    owner_counts,
    progress,
    queue,
    queue_beside,
    queue_length,
    revision,
    search,
    thresholds,
    undo,
)
from notula.pipeline.store.figures import wilson

TODAY = date(2023, 5, 10)


@pytest.fixture(autouse=True)
def meetings(desk: Any) -> None:
    desk.write(desk.minutes(
        title="Rapat Air Bersih", date="2023-05-02", attendees=["Dinas Pekerjaan Umum", "Ratna Kusuma"],
        todos=[("Menyusun laporan debit", "Ratna Kusuma", "2023-05-05"), ("Membeli pompa", "Budi", "2023-05-12"),
               ("Survei sumur", None, None, 0.5)],
    ), "air.txt")  # fmt: skip
    desk.run(desk.minutes(
        title="Rapat Anggaran", date="2023-06-01", attendees=["Dinas Keuangan"],
        todos=[("Menghitung pagu", "Ratna Kusuma", "2023-07-01", 0.95)], agreements=["Pagu tetap"],
    ), "pagu.txt")  # fmt: skip


def titles(desk: Any, order: Any = "date", **wanted: Any) -> list[str | None]:
    return [meeting.title for meeting in meeting_page(desk.store, MeetingFilter(**wanted), order=order).meetings]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["Rapat Anggaran", "Rapat Air Bersih"]),
        ({"since": "2023-05-15"}, ["Rapat Anggaran"]),
        ({"until": "2023-05-02"}, ["Rapat Air Bersih"]),
        ({"organization": "dinas pekerjaan umum"}, ["Rapat Air Bersih"]),
        ({"low": True}, ["Rapat Air Bersih"]),
        ({"conflict": True}, []),
        ({"text": "pagu"}, ["Rapat Anggaran"]),
        ({"text": "pompa budi"}, ["Rapat Air Bersih"]),
        ({"progress": "new"}, ["Rapat Anggaran", "Rapat Air Bersih"]),
        ({"progress": "done"}, []),
    ],
    ids=["all", "since", "until", "organization", "low", "conflict", "text", "words of an item", "new", "done"],
)
def test_meetings_are_filtered(desk: Any, wanted: dict[str, Any], found: list[str]) -> None:
    assert titles(desk, **wanted) == found


@pytest.mark.parametrize(
    ("order", "first"),
    [("least_certain", "Rapat Air Bersih"), ("title", "Rapat Air Bersih"), ("date", "Rapat Anggaran")],
)
def test_meetings_are_ordered(desk: Any, order: str, first: str) -> None:
    assert titles(desk, order)[0] == first


def test_the_meeting_changed_last_comes_first(desk: Any) -> None:
    desk.decide(desk.item("Membeli pompa"), Accept)
    assert titles(desk, "changed") == ["Rapat Air Bersih", "Rapat Anggaran"]


def test_pages_of_a_list_follow_each_other(desk: Any) -> None:
    first = meeting_page(desk.store, MeetingFilter(), order="date", limit=1)
    second = meeting_page(desk.store, MeetingFilter(), order="date", limit=1, offset=1)
    assert (first.total, first.meetings[0].title, second.meetings[0].title) == (2, "Rapat Anggaran", "Rapat Air Bersih")


def test_a_meeting_is_done_when_nothing_is_left_to_decide(desk: Any) -> None:
    accept_all(desk.store, ItemFilter(meetings=MeetingFilter(text="pagu")), 0.0, "Ani")
    assert titles(desk, progress="done") == ["Rapat Anggaran"]
    assert meeting_page(desk.store, MeetingFilter(progress="done")).meetings[0].done
    desk.decide(desk.item("Membeli pompa"), Accept)
    assert titles(desk, progress="begun") == ["Rapat Air Bersih"]


def test_a_summary_counts_its_items(desk: Any) -> None:
    desk.decide(desk.item("Membeli pompa"), Accept)
    desk.decide(desk.item("Survei sumur"), Reject)
    counts = meeting_page(desk.store, MeetingFilter(text="pompa")).meetings[0].counts
    assert (counts.items, counts.pending, counts.accepted, counts.rejected, counts.follow_ups) == (4, 2, 1, 1, 2)


def test_the_queue_begins_with_the_least_certain(desk: Any) -> None:
    found = queue(desk.store, ItemFilter(lists=(ItemList.FOLLOW_UPS,)))
    assert [one.entry.values.text for one in found] == [
        "Survei sumur", "Menyusun laporan debit", "Membeli pompa", "Menghitung pagu"]  # fmt: skip
    assert found[0].entry.review_reasons == ("no_owner",)


def test_conflicts_come_before_everything(desk: Any) -> None:
    desk.edit(desk.item("Menghitung pagu"), due=ReviewedDue(date="2023-07-02"))
    desk.run(desk.minutes(title="Rapat Anggaran", date="2023-06-01",
                          todos=[("Menghitung pagu", "Ratna Kusuma", "2023-07-09", 0.95)]), "pagu.txt")  # fmt: skip
    assert queue(desk.store, ItemFilter())[0].entry.values.text == "Menghitung pagu"


def test_the_queue_is_as_long_as_what_is_left(desk: Any) -> None:
    before = queue_length(desk.store, ItemFilter())
    desk.decide(desk.item("Pagu tetap"), Accept)
    assert queue_length(desk.store, ItemFilter()) == before - 1 == len(queue(desk.store, ItemFilter()))


def test_the_queue_is_walked_from_item_to_item(desk: Any) -> None:
    wanted = ItemFilter(lists=(ItemList.FOLLOW_UPS,))
    ids = [one.entry.id for one in queue(desk.store, wanted)]
    beside = [queue_beside(desk.store, wanted, each) for each in ids]
    assert beside == list(zip([None, *ids[:-1]], [*ids[1:], None], strict=True))
    done = desk.decide(desk.item("Survei sumur"), Accept)
    assert queue_beside(desk.store, wanted, done.id) == (None, ids[1])


def test_the_queue_can_be_of_one_meeting(desk: Any) -> None:
    meeting = desk.item("Pagu tetap").meeting_id
    assert {one.meeting_title for one in queue(desk.store, ItemFilter(meeting_id=meeting))} == {"Rapat Anggaran"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pompa", {"Membeli pompa", None}),
        ("POMPA membeli", {"Membeli pompa", None}),
        ('"membeli pompa"', {"Membeli pompa", None}),
        ('"pompa membeli"', set()),
        ("pom", {"Membeli pompa", None}),
        ("pom ", set()),
        ("pagu kusuma", {"Menghitung pagu"}),
        ("tidak-ada-ini", set()),
        ('" OR * NEAR(', set()),
        ("", set()),
    ],
    ids=["word", "order and case", "phrase", "no phrase", "beginning", "whole word", "owner", "nothing", "operators",
         "empty"],
)  # fmt: skip
def test_search_finds_words_in_minutes_and_items(desk: Any, text: str, found: set[str | None]) -> None:
    hits = search(desk.store, text).hits
    texts = {item.id: item.values.text for item in desk.items()}
    if text == "pagu kusuma":
        hits = tuple(hit for hit in hits if hit.item_id)
    assert {hit.item_id and texts.get(hit.item_id) for hit in hits} == found


def test_search_marks_what_it_found(desk: Any) -> None:
    hit = next(hit for hit in search(desk.store, "pompa").hits if hit.item_id)
    assert hit.snippet == (("Membeli ", False), ("pompa", True))


def test_search_finds_what_persons_wrote(desk: Any) -> None:
    item = desk.edit(desk.item("Membeli pompa"), action="pengadaan", owners=(ReviewedParty(name="Siti Aminah"),))
    assert [hit.item_id for hit in search(desk.store, "siti pengadaan").hits] == [item.id]
    undo(desk.store, "Ani")
    assert search(desk.store, "siti pengadaan").total == 0


def test_search_in_one_meeting(desk: Any) -> None:
    meeting = desk.item("Pagu tetap").meeting_id
    assert search(desk.store, "rapat").total == 4  # two titles, two minutes
    assert {hit.meeting_id for hit in search(desk.store, "rapat", meeting_id=meeting).hits} == {meeting}


def follow_ups(desk: Any, **wanted: Any) -> list[str]:
    page = follow_up_page(desk.store, FollowUpFilter(pending=True, **wanted), today=TODAY)
    return [follow_up.text for follow_up in page.follow_ups]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["Menyusun laporan debit", "Membeli pompa", "Menghitung pagu", "Survei sumur"]),
        ({"due": "overdue"}, ["Menyusun laporan debit"]),
        ({"due": "soon"}, ["Membeli pompa"]),
        ({"due": "2023-07"}, ["Menghitung pagu"]),
        ({"due": "none"}, ["Survei sumur"]),
        ({"owner": "ratna kusuma"}, ["Menyusun laporan debit", "Menghitung pagu"]),
        ({"organization": "Dinas Keuangan"}, ["Menghitung pagu"]),
        ({"text": "pompa"}, ["Membeli pompa"]),
        ({"statuses": ("done",)}, []),
    ],
    ids=["all", "overdue", "soon", "month", "undated", "owner", "organization", "text", "status"],
)
def test_follow_ups_are_filtered_and_the_most_urgent_come_first(
    desk: Any, wanted: dict[str, Any], found: list[str]
) -> None:
    assert follow_ups(desk, **wanted) == found


@pytest.mark.parametrize("owner", ["BAPPEDA", "bappeda", "badan perencanaan", "Bapeda Kab", "rencana"])
def test_an_owner_is_found_by_each_of_its_names_and_a_part(desk: Any, owner: str) -> None:
    long = ReviewedParty(name="Bappeda", canonical_name="Badan Perencanaan Daerah", aliases=("Bapeda Kab.",))
    desk.edit(desk.item("Survei sumur"), owners=(long,))
    assert follow_ups(desk, owner=owner) == ["Survei sumur"]


@pytest.mark.parametrize("owner", ["%", "_", "Bappedax"])
def test_an_owner_is_found_by_characters_as_they_are(desk: Any, owner: str) -> None:
    assert follow_ups(desk, owner=owner) == []


def test_finished_follow_ups_come_last(desk: Any) -> None:
    desk.decide(desk.item("Menyusun laporan debit"), SetStatus, status="done")
    assert follow_ups(desk)[-1] == "Menyusun laporan debit"
    assert follow_ups(desk, due="overdue") == []


def test_only_reviewed_follow_ups_where_pending_ones_are_not_asked_for(desk: Any) -> None:
    accepted = desk.decide(desk.item("Membeli pompa"), Accept)
    page = follow_up_page(desk.store, FollowUpFilter(), today=TODAY)
    assert (page.total, [one.id for one in page.follow_ups]) == (1, [accepted.id])


def test_owners_are_counted(desk: Any) -> None:
    desk.decide(desk.item("Menghitung pagu"), SetStatus, status="done")
    desk.decide(desk.item("Membeli pompa"), Reject)
    counts = {one.owner: (one.open, one.done, one.overdue) for one in owner_counts(desk.store, today=TODAY)}
    assert counts == {"Ratna Kusuma": (1, 1, 1), None: (1, 0, 0)}


def test_a_changed_owner_is_counted(desk: Any) -> None:
    desk.edit(desk.item("Survei sumur"), owners=(ReviewedParty(name="Budi"),))
    assert {one.owner: one.open for one in owner_counts(desk.store, today=TODAY)} == {"Ratna Kusuma": 2, "Budi": 2}


def test_months_are_counted(desk: Any) -> None:
    assert [(one.month, one.open) for one in month_counts(desk.store)] == [("2023-05", 2), ("2023-07", 1), (None, 1)]


def test_progress_is_counted(desk: Any) -> None:
    accept_all(desk.store, ItemFilter(meetings=MeetingFilter(text="pagu")), 0.0, "Ani")
    found = progress(desk.store)
    assert (found.meetings, found.meetings_done, found.meetings_new, found.meetings_begun) == (2, 1, 1, 0)
    assert (found.items, found.pending, found.accepted) == (7, 4, 3)


def test_organizations_are_those_that_take_part(desk: Any) -> None:
    assert set(organizations(desk.store)) == {"Dinas Pekerjaan Umum", "Dinas Keuangan"}


@pytest.mark.parametrize(
    ("text", "first"),
    [("ratan kusma", "Ratna Kusuma"), ("keu", "Dinas Keuangan"), ("dinas pekerjan", "Dinas Pekerjaan Umum")],
    ids=["misspelt", "beginning of a word", "left out letter"],
)  # fmt: skip
def test_parties_are_found_by_nearly_their_name(desk: Any, text: str, first: str) -> None:
    assert known_parties(desk.store, text)[0].name == first


def test_without_text_the_parties_are_those_of_the_meeting(desk: Any) -> None:
    meeting = desk.item("Pagu tetap").meeting_id
    assert {one.name for one in known_parties(desk.store, meeting_id=meeting)} == {"Dinas Keuangan", "Ratna Kusuma"}
    with pytest.raises(NotFoundError):
        known_parties(desk.store, meeting_id="tidak-ada")


def test_a_threshold_says_what_it_would_accept_and_how_right_that_was(desk: Any) -> None:
    desk.decide(desk.item("Menyusun laporan debit"), Accept)
    desk.decide(desk.item("Membeli pompa"), Reject)
    (found,) = thresholds(desk.store, ItemFilter(lists=(ItemList.FOLLOW_UPS,)), (0.8,))
    assert (found.items, found.expected, found.decided, found.observed) == (1, 0.95, 2, 0.5)
    assert found.low is not None and found.high is not None and found.low < 0.5 < found.high


def test_what_was_accepted_all_at_once_is_no_evidence(desk: Any) -> None:
    accept_all(desk.store, ItemFilter(), 0.0, "Ani")
    (found,) = thresholds(desk.store, ItemFilter(), (0.5,))
    assert (found.items, found.decided, found.observed, found.expected) == (0, 0, None, None)


def test_accepting_the_rest_of_a_meeting_is_evidence(desk: Any) -> None:
    accept_all(desk.store, ItemFilter(meeting_id=desk.item("Pagu tetap").meeting_id), 0.0, "Ani")
    (found,) = thresholds(desk.store, ItemFilter(), (0.5,))
    assert (found.decided, found.observed) == (3, 1.0)


def test_the_interval_is_wilsons() -> None:
    low, high = wilson(8, 10)
    assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)  # Wilson 1927, as statistics texts give it


def test_the_revision_grows_with_every_change(desk: Any) -> None:
    seen = [revision(desk.store)]
    desk.decide(desk.item("Pagu tetap"), Accept)
    seen.append(revision(desk.store))
    undo(desk.store, "Ani")
    seen.append(revision(desk.store))
    assert seen[0] < seen[1] < seen[2] == revision(desk.store)


def test_history_is_read_page_by_page(desk: Any) -> None:
    for text in ("Pagu tetap", "Membeli pompa", "Survei sumur"):
        desk.decide(desk.item(text), Accept)
    newest = history(desk.store, limit=2)
    assert [entry.item_id for entry in history(desk.store, before=newest[-1].revision)] == [desk.item("Pagu tetap").id]
    assert len(history(desk.store, meeting_id=desk.item("Membeli pompa").meeting_id)) == 2


def test_a_meeting_without_a_date_is_listed(desk: Any) -> None:
    desk.run(replace(desk.minutes(title="Rapat Tanpa Tanggal"), date=None), "tanpa.txt")
    assert titles(desk)[-1] == "Rapat Tanpa Tanggal"
    assert queue(desk.store, ItemFilter(lists=(ItemList.MEETING,)))[0].entry.review_reasons == ("no_date",)


def test_the_same_edit_by_two_persons_is_in_the_log_of_both(desk: Any) -> None:
    item = desk.item("Membeli pompa")
    for who in ("Ani", "Budi"):
        decide(desk.store, Edit(item_id=item.id, changes=ItemChanges(action=f"beli ({who})")), who)
    assert [(entry.who, entry.old["action"]) for entry in history(desk.store, item_id=item.id)] == [
        ("Budi", "beli (Ani)"), ("Ani", "membeli pompa")]  # fmt: skip
