"""Results that a run has written since: loaded beside the pages, which say when they show less than all there is."""

import os
import threading
from collections.abc import Callable
from typing import Any

import pytest

from notula.pipeline.errors import StoreError
from notula.pipeline.review import desk as desks
from notula.pipeline.review import reading_views
from notula.pipeline.review.desk import Desk
from notula.pipeline.store import Store

BANNER = "data-reload"


@pytest.fixture
def a_run_ends(desk: Desk) -> Callable[[], None]:
    """Notes the end of one more run in the folder of results."""
    manifest = desk.store.folder / desks.MANIFEST

    def note() -> None:
        manifest.write_text(manifest.read_text("utf-8") + "{}\n", "utf-8")

    return note


def test_a_page_made_while_results_are_loading_says_so_though_they_have_come_by_its_end(
    desk: Desk, get: Any, a_run_ends: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end = threading.Event()
    sync, meeting_page = desks.sync, reading_views.meeting_page

    def slow_sync(store: Store, **more: Any) -> Any:
        may_end.wait(20)
        return sync(store, **more)

    def seen_before_it_ends(*asked: Any, **more: Any) -> Any:
        seen = meeting_page(*asked, **more)
        may_end.set()
        desk.loading.wait(20)
        return seen

    monkeypatch.setattr(desks, "sync", slow_sync)
    monkeypatch.setattr(reading_views, "meeting_page", seen_before_it_ends)
    a_run_ends()
    assert BANNER in get("/").text
    assert BANNER not in get("/").text


def test_what_keeps_results_from_loading_is_told_and_tried_again(
    desk: Desk, get: Any, a_run_ends: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = desks.sync

    def fails(*_: Any, **__: Any) -> None:
        raise StoreError("store.trouble", path=os.devnull, reason="rusak")

    monkeypatch.setattr(desks, "sync", fails)
    a_run_ends()
    get("/")
    desk.loading.wait(20)
    assert "rusak" in get("/").text
    monkeypatch.setattr(desks, "sync", sync)
    get("/")
    desk.loading.wait(20)
    assert "rusak" not in get("/").text
