"""The whole round of a reviewer, with the keyboard, in a real browser."""

import csv
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from notula.pipeline.cli import main
from notula.pipeline.store import history, meeting_text, meeting_view, open_store

KOPI, GAPURA = "konsorsium-kopi.pdf", "rapat-rt-gapura.docx"
SOURCES = ("--source", str(Path(__file__).resolve().parents[2] / "samples/docs"))
Visit = Callable[..., Any]


def meeting_id(out: Path, name: str = KOPI) -> str:
    return str(json.loads((out / f"{name}.json").read_text("utf-8"))["id"])


def chosen(page: Any) -> Any:
    return page.locator('.card[aria-current="true"]')


def decided(page: Any, key: str) -> str:
    """Press a key that decides; what the page says of it."""
    page.keyboard.press(key)
    return said(page)


def said(page: Any) -> str:
    toast = page.locator("#toast:not(:empty)")
    toast.wait_for()
    text = str(toast.inner_text())
    page.evaluate("document.getElementById('toast').replaceChildren()")
    return text


def settle(page: Any) -> None:
    page.wait_for_load_state("networkidle")


def states(out: Path, meeting: str) -> dict[str, str]:
    with open_store(out) as store:
        view = meeting_view(store, meeting)
    return {item.id: str(item.state) for item in (*view.follow_ups, *view.agreements, *view.suggestions)}


def test_a_meeting_is_reviewed_with_keys_alone(read_samples: Any, start: Any, visit: Visit) -> None:
    out = read_samples(KOPI)
    site, meeting = start(out, *SOURCES), meeting_id(out)
    page = visit(site, f"/meetings/{meeting}")
    settle(page)

    assert chosen(page).get_attribute("data-list") == "meeting"
    assert decided(page, "a") == "Diterima."
    settle(page)
    first = chosen(page).get_attribute("data-item")
    assert chosen(page).get_attribute("data-list") == "follow_ups"

    assert decided(page, "x") == "Ditolak."
    settle(page)
    assert states(out, meeting)[first] == "rejected"
    assert chosen(page).get_attribute("data-item") != first
    assert decided(page, "u") == "Diurungkan."
    settle(page)
    assert chosen(page).get_attribute("data-item") == first
    assert states(out, meeting)[first] == "pending"

    page.keyboard.press("o")
    page.keyboard.press("Control+a")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    page.keyboard.type("Bonifasius", delay=10)
    page.locator("#choices-owners li[aria-selected=true]").wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Enter")
    assert said(page) == "Perubahan disimpan."
    settle(page)

    page.keyboard.press("d")
    page.keyboard.type("akhir bulan", delay=10)
    page.get_by_text("= 31 Mei 2023").wait_for()
    page.keyboard.press("Control+Enter")
    assert said(page) == "Perubahan disimpan."
    with open_store(out) as store:
        item = next(each for each in meeting_view(store, meeting).follow_ups if each.id == first)
    assert [owner.name for owner in item.values.owners] == ["Bonefasius Jehaluk"]
    assert item.values.due is not None and item.values.due.date == "2023-05-31"
    assert (item.state, item.changed_by) == ("edited", "Sari")

    file = out.parent / "tindak-lanjut.csv"
    assert main(["export", "csv", "--from", str(out), "-o", str(file)]) == 0
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    assert len(rows) == 1, "only what was decided is handed over"
    assert (rows[0]["Penanggung Jawab"], rows[0]["Tenggat"]) == ("Bonefasius Jehaluk", "2023-05-31")


def select(page: Any, text: str) -> None:
    """Select a text of the source as dragging the mouse over it does."""
    found = page.evaluate(
        """(wanted) => {
          for (const piece of document.querySelectorAll('#source [data-s]')) {
            const at = piece.textContent.indexOf(wanted);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(piece.firstChild, at);
            range.setEnd(piece.firstChild, at + wanted.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return true;
          }
          return false;
        }""",
        text,
    )
    assert found, f"the source does not show {text!r}"


def add_selected(page: Any) -> str:
    page.keyboard.press("n")
    page.locator("#edit-dialog[open]").wait_for()
    page.keyboard.press("Control+Enter")
    return said(page)


@pytest.mark.parametrize(
    ("name", "text"),
    [(KOPI, "GH mengusulkan beli drone."), (GAPURA, "kalau hujan lomba bisa pindah ke garasi Pak Haji")],
)
def test_an_item_is_added_from_selected_source_text(
    read_samples: Any, start: Any, visit: Visit, name: str, text: str
) -> None:
    out = read_samples(name)
    site, meeting = start(out, *SOURCES), meeting_id(out, name)
    page = visit(site, f"/meetings/{meeting}")
    page.locator("#source[data-ready], #paper").first.wait_for()
    select(page, text)
    assert add_selected(page) == "Butir ditambahkan."
    with open_store(out) as store:
        item = next(each for each in meeting_view(store, meeting).follow_ups if each.origin == "added")
        canonical = meeting_text(store, meeting)
    assert item.values.text == text and item.evidence is not None
    assert canonical[item.evidence.char_start : item.evidence.char_end] == item.evidence.quote == text
    assert bool(item.evidence.boxes) == name.endswith(".pdf")
    settle(page)
    assert chosen(page).get_attribute("data-item") == item.id
    assert page.locator("#source .lit").count() >= 1


def test_nothing_is_added_where_nothing_is_selected(read_samples: Any, start: Any, visit: Visit) -> None:
    out = read_samples(GAPURA)
    page = visit(start(out, *SOURCES), f"/meetings/{meeting_id(out, GAPURA)}")
    assert decided(page, "n") == "Pilih dulu teks di sumber."


def reread(out: Path, name: str, due: str) -> str:
    """Write a result as a newer version would that reads the first deadline otherwise; the item's id."""
    path = out / f"{name}.json"
    result = json.loads(path.read_text("utf-8"))
    item = next(each for each in result["follow_ups"] if each["due"] and each["due"]["date"])
    item["due"]["date"] = due
    path.write_text(json.dumps(result), "utf-8")
    os.utime(out / "manifest.jsonl")
    return str(item["id"])


def test_a_new_run_keeps_decisions_and_shows_what_it_reads_otherwise(
    read_samples: Any, start: Any, visit: Visit
) -> None:
    out = read_samples(KOPI)
    site, meeting = start(out, *SOURCES), meeting_id(out)
    item = reread(out, KOPI, "2023-05-17")  # tells the item; the same day as before
    page = visit(site, f"/meetings/{meeting}?item={item}")
    settle(page)
    page.keyboard.press("d")
    page.keyboard.type("20 Mei 2023")
    page.keyboard.press("Control+Enter")
    assert said(page) == "Perubahan disimpan."

    reread(out, KOPI, "2023-06-30")
    page.goto(f"{site.url}/")
    page.get_by_text("konflik 1").wait_for()
    page.goto(f"{site.url}/meetings/{meeting}?item={item}")
    assert "20 Mei 2023" in chosen(page).inner_text() and "30 Jun 2023" in chosen(page).inner_text()
    chosen(page).get_by_role("button", name="Pertahankan nilai saya").click()
    assert said(page) == "Konflik diselesaikan."
    with open_store(out) as store:
        kept = next(each for each in meeting_view(store, meeting).follow_ups if each.id == item)
    assert kept.values.due is not None and (kept.values.due.date, kept.conflicts) == ("2023-05-20", ())


def test_two_people_do_not_overwrite_each_other(read_samples: Any, start: Any, visit: Visit) -> None:
    out = read_samples(KOPI)
    site, meeting = start(out, *SOURCES), meeting_id(out)
    sari, budi = (visit(site, f"/meetings/{meeting}", name) for name in ("Sari", "Budi"))
    for page in (sari, budi):
        settle(page)
        page.keyboard.press("j")
        page.keyboard.press("e")
    sari.keyboard.type("menyerahkan nota")
    sari.keyboard.press("Control+Enter")
    assert said(sari) == "Perubahan disimpan."
    budi.keyboard.type("mengirim nota")
    budi.keyboard.press("Control+Enter")
    assert "Sari" in said(budi)
    budi.locator("#edit-clash").get_by_text("menyerahkan nota").wait_for()
    assert budi.locator("#edit-action").input_value() == "mengirim nota"

    budi.keyboard.press("Control+Enter")
    assert said(budi) == "Perubahan disimpan."
    with open_store(out) as store:
        item = meeting_view(store, meeting).follow_ups[0]
        log = history(store, item_id=item.id)
    assert item.values.action == "mengirim nota"
    assert [entry.who for entry in log if entry.kind == "edit"] == ["Budi", "Sari"]


def test_what_is_decided_survives_a_kill(read_samples: Any, start: Any, visit: Visit) -> None:
    out = read_samples(KOPI)
    site, meeting = start(out, *SOURCES), meeting_id(out)
    page = visit(site, f"/meetings/{meeting}")
    settle(page)
    for _ in range(4):
        assert decided(page, "a") == "Diterima."
        settle(page)
    site.kill()
    page.keyboard.press("a")
    assert "belum tersimpan" in said(page)
    with open_store(out) as store:
        assert sum(entry.kind == "accept" for entry in history(store, meeting_id=meeting)) == 4
    page.goto(f"{start(out, *SOURCES).url}/meetings/{meeting}")
    assert page.locator(".card.accepted").count() == 4
