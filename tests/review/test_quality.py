"""The overview shows how well the pipeline reads, by what was decided."""

from typing import Any

from notula.models.decisions import Reject
from notula.models.review_views import ItemFilter
from notula.pipeline.review.desk import Desk
from notula.pipeline.store import accept_all, decide, undo

MEETING, ITEM = "meeting-1", "id-1"


def figures(desk: Desk) -> dict[str, tuple[float, float]]:
    return {row.word: (row.precision, row.recall) for row in desk.quality.rows(wait=30)}


def test_without_a_review_there_is_nothing_to_show(desk: Desk, get: Any) -> None:
    assert figures(desk) == {}
    assert "Mutu pembacaan" not in get("/").text


def test_what_was_accepted_was_right(desk: Desk, get: Any) -> None:
    accept_all(desk.store, ItemFilter(meeting_id=MEETING), 0.0, "Ani")
    assert figures(desk)["list_follow_ups"] == (1.0, 1.0)
    text = get("/").text
    assert "Mutu pembacaan" in text and "Dari 1 rapat" in text


def test_what_was_rejected_was_wrong(desk: Desk, get: Any) -> None:
    decide(desk.store, Reject(item_id=ITEM), "Ani")
    accept_all(desk.store, ItemFilter(meeting_id=MEETING), 0.0, "Ani")
    assert figures(desk)["list_follow_ups"] == (0.0, 1.0)


def test_figures_follow_what_is_decided(desk: Desk, monkeypatch: Any) -> None:
    monkeypatch.setattr("notula.pipeline.review.quality._REST", 0.0)
    accept_all(desk.store, ItemFilter(meeting_id=MEETING), 0.0, "Ani")
    assert figures(desk)
    undo(desk.store, "Ani")
    assert figures(desk) == {}


def test_while_it_rests_the_last_figures_are_shown(desk: Desk, monkeypatch: Any) -> None:
    monkeypatch.setattr("notula.pipeline.review.quality._REST", 1e9)
    accept_all(desk.store, ItemFilter(meeting_id=MEETING), 0.0, "Ani")
    before = figures(desk)
    undo(desk.store, "Ani")
    assert figures(desk) == before != {}
