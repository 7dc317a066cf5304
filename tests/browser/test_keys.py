"""Keys beyond accept and reject: split, merge, promote, skip, thresholds, status, history; the queue."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from notula.pipeline.store import Store, get_item, meeting_view, open_store

GAPURA, KOPI = "rapat-rt-gapura.docx", "konsorsium-kopi.pdf"
Visit = Callable[..., Any]


@pytest.fixture
def out(read_samples: Callable[..., Path]) -> Path:
    return read_samples(GAPURA)


@pytest.fixture
def meeting(out: Path) -> str:
    return str(json.loads((out / f"{GAPURA}.json").read_text("utf-8"))["id"])


@pytest.fixture
def page(out: Path, meeting: str, start: Any, visit: Visit) -> Any:
    return visit(start(out), f"/meetings/{meeting}")


@pytest.fixture
def store(out: Path, page: Any) -> Any:
    with open_store(out) as store:
        yield store


def press(page: Any, *keys: str) -> str:
    """Press keys; what the page says in the end."""
    for key in keys:
        page.keyboard.press(key)
    toast = page.locator("#toast:not(:empty)")
    toast.wait_for()
    text = str(toast.inner_text())
    page.evaluate("document.getElementById('toast').replaceChildren()")
    return text


def choose(page: Any, wanted: str) -> str:
    """Go to the first card of a list with the keyboard; its item's id."""
    card = page.locator('.card[aria-current="true"]')
    while card.get_attribute("data-list") != wanted:
        page.keyboard.press("j")
    return str(card.get_attribute("data-item"))


def test_an_item_is_split_at_a_line_and_merged_again(page: Any, store: Store) -> None:
    item = choose(page, "follow_ups")
    whole = get_item(store, item).values.action
    page.keyboard.press("b")
    page.keyboard.type("lapor ketua RT")
    page.keyboard.press("Enter")
    page.get_by_text("Menjadi 2 butir.").wait_for()
    assert press(page, "Control+Enter") == "Butir dibagi."
    first, second = get_item(store, item), meeting_view(store, get_item(store, item).meeting_id).follow_ups[1]
    assert (first.values.action, second.values.action, second.split_from) == ("lapor ketua RT", whole, item)

    assert press(page, "m") == "Butir digabung."
    assert get_item(store, second.id).merged_into == item
    assert whole in get_item(store, item).values.action
    assert press(page, "u") == "Diurungkan."
    assert press(page, "u") == "Diurungkan."
    assert get_item(store, item).values.action == whole
    assert press(page, "U") == "Diulangi."
    assert get_item(store, item).values.action == "lapor ketua RT"


def test_marked_items_are_merged(page: Any, store: Store) -> None:
    first = choose(page, "follow_ups")
    page.keyboard.press("j")
    page.keyboard.press("j")
    third = page.locator('.card[aria-current="true"]').get_attribute("data-item")
    page.keyboard.press("v")
    page.locator(".card.marked").get_by_text("ditandai").wait_for()
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert press(page, "m") == "Butir digabung."
    assert get_item(store, third).merged_into == first


def test_a_suggestion_becomes_a_follow_up(page: Any, store: Store) -> None:
    item = choose(page, "suggestions")
    assert press(page, "p") == "Dijadikan tindak lanjut."
    assert get_item(store, item).list == "follow_ups"
    assert page.locator(f"#list-follow_ups #item-{item}").count() == 1


def test_a_status_is_changed_and_its_history_shown(page: Any, store: Store) -> None:
    item = choose(page, "follow_ups")
    page.keyboard.press("t")
    page.locator("#status-value").select_option("done")
    page.locator("#status-on").fill("2023-08-01")
    page.locator("#status-reason").fill("lapor di grup")
    assert press(page, "Control+Enter") == "Status disimpan."
    assert (get_item(store, item).values.status, get_item(store, item).done_on) == ("done", "2023-08-01")
    page.keyboard.press("h")
    history = page.locator("#history-dialog[open]")
    history.get_by_text("terbuka").wait_for()
    told = history.inner_text()
    assert "selesai" in told and "lapor di grup" in told and "Sari" in told


def test_all_above_a_threshold_are_accepted_at_once(page: Any, store: Store, meeting: str) -> None:
    before = meeting_view(store, meeting).summary.counts.accepted
    page.get_by_role("button", name="Terima semua di atas").click()
    row = page.locator("#threshold-body tr", has_text="≥ 50%")
    count = int(row.locator("td").nth(1).inner_text())
    row.locator("input").check()
    assert press(page, "Control+Enter") == f"{count} butir diterima."
    assert count > 5 and meeting_view(store, meeting).summary.counts.accepted >= before + count - 1
    assert press(page, "u") == "Diurungkan."
    assert meeting_view(store, meeting).summary.counts.accepted == before


def test_left_and_right_light_one_field_alone(page: Any) -> None:
    choose(page, "follow_ups")
    every = page.locator("#paper .lit").count()
    page.keyboard.press("ArrowRight")
    assert page.locator("#paper .lit.owner").count() == page.locator("#paper .lit").count() >= 1
    page.keyboard.press("ArrowLeft")
    assert page.locator("#paper .lit").count() == every > 1


def test_fast_typing_loses_nothing(page: Any, store: Store, meeting: str) -> None:
    for _ in range(6):
        page.keyboard.press("a")
    page.locator(".card.accepted").nth(5).wait_for()
    assert meeting_view(store, meeting).summary.counts.accepted >= 5


def test_the_queue_goes_on_with_the_next_least_certain_item(out: Path, start: Any, visit: Visit) -> None:
    page = visit(start(out), "/queue?list=follow_ups")
    card = page.locator('.card[aria-current="true"]')
    seen = []
    for key in ("a", "s", "x"):
        card.wait_for()
        seen.append(card.get_attribute("data-item"))
        press(page, key)
    assert len(set(seen)) == 3
    assert press(page, "u") == "Diurungkan."
    assert card.get_attribute("data-item") == seen[2]
    with open_store(out) as store:
        states = [get_item(store, item).state for item in seen]
    assert states == ["accepted", "pending", "pending"]


def test_the_queue_ends_with_what_was_skipped(out: Path, start: Any, visit: Visit) -> None:
    page = visit(start(out), "/queue?list=agreements")
    card = page.locator('.card[aria-current="true"]')
    card.wait_for()
    skipped = card.get_attribute("data-item")
    press(page, "s")
    while card.get_attribute("data-item") != skipped:
        press(page, "a")
    assert "dilewati" in card.inner_text()
    press(page, "a")
    page.get_by_text("Antrean kosong").wait_for()


def test_a_status_is_changed_in_the_list_of_all_follow_ups(out: Path, start: Any, visit: Visit) -> None:
    page = visit(start(out), "/follow-ups")
    box = page.locator("select[data-status]").first
    item = box.get_attribute("data-status")
    box.select_option("in_progress")
    page.get_by_text("Status disimpan.").wait_for()
    with open_store(out) as store:
        assert get_item(store, item).values.status == "in_progress"


def test_text_of_a_page_is_selected_with_the_mouse(read_samples: Any, start: Any, visit: Visit) -> None:
    out = read_samples(KOPI)
    meeting = json.loads((out / f"{KOPI}.json").read_text("utf-8"))["id"]
    page = visit(start(out), f"/meetings/{meeting}")
    page.locator("#source[data-ready]").wait_for()
    line = page.locator("#source text", has_text="Field updates").first
    line.scroll_into_view_if_needed()
    box = line.bounding_box()
    page.mouse.move(box["x"] + 1, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 1, box["y"] + box["height"] / 2, steps=8)
    page.mouse.up()
    page.keyboard.press("n")
    page.locator("#edit-list").select_option("agenda")
    assert press(page, "Control+Enter") == "Butir ditambahkan."
    with open_store(out) as store:
        added = [one for one in meeting_view(store, meeting).agenda if one.origin == "added"]
    assert added[0].values.text in ("Field updates", "Field update") and added[0].evidence.boxes
