"""The page's answers: what is shown, what a decision does, what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from notula.pipeline.review import item_views
from notula.pipeline.review.desk import Desk
from notula.pipeline.store import get_item, history, meeting_view

MEETING, ITEM = "meeting-1", "id-1"


def revision(desk: Desk, item: str = ITEM) -> int:
    return get_item(desk.store, item).revision


def decision(desk: Desk, kind: str, item: str = ITEM, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "item_id": item, "revision": revision(desk, item), **more}


# --- pages -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/", "Rapat Koordinasi Air Bersih"),
        ("/?text=debit", "1 rapat"),
        ("/?text=tiada", "Tidak ada rapat yang cocok."),
        ("/?page=99999999999999&since=kemarin&order=x&progress=x", "Rapat"),
        ("/queue", "butir menunggu"),
        ("/queue?list=follow_ups", "menyusun laporan debit"),
        ("/queue?list=tiada", "butir menunggu"),
        ("/follow-ups", "menyusun laporan debit"),
        ("/follow-ups?due=overdue", "menyusun laporan debit"),
        ("/follow-ups?status=done", "Tidak ada."),
        ("/follow-ups?status=x&due=x&page=-3", "menyusun laporan debit"),
        ("/search?q=debit", "<mark>debit</mark>"),
        ("/search?q=%22%27*(", "0 temuan"),
        (f"/meetings/{MEETING}", "Ratna Kusuma"),
        (f"/meetings/{MEETING}?item={ITEM}", 'class="lit action"'),
        (f"/meetings/{MEETING}?item=tiada&view=pages", "Ratna Kusuma"),
        (f"/items/{ITEM}/history", "Belum ada keputusan."),
        (f"/items/{ITEM}/why", "Peluang benar"),
        (f"/items/{ITEM}/why", "aturan test.rule"),
        ("/thresholds", "50%"),
    ],
)
def test_a_page_shows(get: Any, path: str, shown: str) -> None:
    answer = get(path)
    assert answer.status == 200 and shown in answer.text


@pytest.mark.parametrize(
    "path",
    ["/tiada", "/meetings/tiada", "/meetings/tiada/source", "/meetings/tiada/lines", "/items/tiada", "/static/tiada.js",
     "/queue?item=tiada", "/meetings/tiada/pages/1.png", f"/meetings/{MEETING}/pages/1.png", "/static/../app.py",
     "/static/%2e%2e/app.py"],
)  # fmt: skip
def test_there_is_no_such_page(get: Any, path: str) -> None:
    assert get(path).status == 404


def test_what_is_missing_is_told_in_the_readers_language(get: Any) -> None:
    assert "Tidak ditemukan" in get("/meetings/tiada").text
    assert "Not found" in get("/meetings/tiada", Cookie="notula_lang=en").text
    assert get("/meetings/tiada", Accept="application/json").json["said"]


def test_a_fault_of_the_program_is_told_without_its_insides(get: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("sesuatu")

    monkeypatch.setattr(item_views, "meeting_view", broken)
    with pytest.raises(RuntimeError):  # the server's log gets it; the reader gets what is sent before
        get(f"/meetings/{MEETING}")


def test_a_source_file_is_saved_and_never_shown(get: Any, folder: Path) -> None:
    answer = get(f"/meetings/{MEETING}/source")
    assert answer.body == (folder.parent / "masuk/rapat.txt").read_bytes()
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith('attachment; filename="rapat.txt"')


def test_a_source_file_that_has_changed_is_not_given(get: Any, folder: Path) -> None:
    (folder.parent / "masuk/rapat.txt").write_text("lain", "utf-8")
    assert get(f"/meetings/{MEETING}/source").status == 404
    assert "sudah berubah" in get(f"/meetings/{MEETING}").text


# --- decisions -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "more", "state"),
    [
        ("accept", {}, "accepted"),
        ("reject", {}, "rejected"),
        ("skip", {}, "pending"),
        ("edit", {"changes": {"action": "menghitung debit"}}, "edited"),
    ],
)
def test_a_decision_is_taken(send: Any, desk: Desk, kind: str, more: dict[str, Any], state: str) -> None:
    answer = send(decision(desk, kind, **more), Cookie="notula_name=Sari%20Dewi")
    assert (answer.status, answer.json["kind"]) == (200, kind)
    assert get_item(desk.store, ITEM).state == state
    assert history(desk.store, item_id=ITEM)[0].who == "Sari Dewi"


def test_without_a_name_the_systems_user_decides(send: Any, desk: Desk) -> None:
    send(decision(desk, "accept"))
    assert history(desk.store, item_id=ITEM)[0].who == "pejabat"


def test_undo_and_redo(send: Any, desk: Desk) -> None:
    send(decision(desk, "reject"))
    assert send({"kind": "undo"}).json["items"] == [{"id": ITEM, "meeting": MEETING}]
    assert get_item(desk.store, ITEM).state == "pending"
    send({"kind": "redo"})
    assert get_item(desk.store, ITEM).state == "rejected"


def test_there_is_nothing_to_undo(send: Any) -> None:
    assert send({"kind": "undo"}).status == 422


def test_who_comes_second_is_told_who_changed_what(send: Any, desk: Desk) -> None:
    seen = decision(desk, "edit", changes={"action": "menyalin"})
    send(decision(desk, "edit", changes={"action": "menghitung"}), Cookie="notula_name=Budi")
    answer = send(seen)
    assert answer.status == 409 and answer.json["item"] == ITEM
    assert "Budi" in answer.json["said"] and "menghitung" in answer.json["said"]


def test_a_status_is_changed_from_the_one_that_was_shown(send: Any, desk: Desk) -> None:
    form = {"kind": "status", "item_id": ITEM, "status": "done", "seen": "open"}
    assert send(form, Cookie="notula_name=Budi").status == 200
    late = send(form | {"status": "cancelled"})
    assert late.status == 409 and "Budi" in late.json["said"]


def test_owners_and_deadline_are_understood_as_typed(send: Any, desk: Desk) -> None:
    changes = {"owners": ["ratna kusuma", "Tim Debit", ""], "due": "6 Juni 2023"}
    assert send(decision(desk, "edit", changes=changes)).status == 200
    values = get_item(desk.store, ITEM).values
    assert [owner.name for owner in values.owners] == ["Ratna Kusuma", "Tim Debit"]
    assert values.owners[0].evidence is not None, "a known party keeps its place in the source"
    assert values.due.date == "2023-06-06"


def test_an_empty_deadline_is_taken_away(send: Any, desk: Desk) -> None:
    assert send(decision(desk, "edit", changes={"due": ""})).status == 200
    assert get_item(desk.store, ITEM).values.due is None


def test_the_header_is_edited(send: Any, desk: Desk) -> None:
    changes = {"title": "Rapat Air", "date": "2023-05-02 s.d. 2023-05-03", "time": "09.00 - 11.30 WIB",
               "mode": "online", "chair": ["Ratna Kusuma"]}  # fmt: skip
    assert send(decision(desk, "edit_header", MEETING, changes=changes)).status == 200
    values = meeting_view(desk.store, MEETING).header.values
    assert values.title is not None and values.title.text == "Rapat Air"
    assert values.date is not None and (values.date.start, values.date.end) == ("2023-05-02", "2023-05-03")
    assert values.time is not None and (values.time.start, values.time.zone) == ("09:00", "WIB")
    assert [party.name for party in values.chair] == ["Ratna Kusuma"]


def test_an_item_is_added_from_selected_characters(send: Any, desk: Desk) -> None:
    form = {"kind": "add", "meeting_id": MEETING, "list": "follow_ups", "changes": {"text": "Hadir", "action": "Hadir"},
            "selection": {"start": 40, "end": 47}}  # fmt: skip
    answer = send(form)
    assert answer.status == 200
    added = get_item(desk.store, answer.json["items"][0]["id"])
    assert added.evidence.quote == "Hadir:" and added.evidence.char_start == 41


def test_an_item_is_split_and_merged_again(send: Any, get: Any, desk: Desk) -> None:
    pieces = [{"text": "menyusun laporan"}, {"text": "mengirim laporan"}]
    answer = send(decision(desk, "split", pieces=pieces))
    first, second = (each["id"] for each in answer.json["items"])
    assert first == ITEM
    answer = send(decision(desk, "merge", others=[[second, revision(desk, second)]]))
    assert answer.status == 200
    assert get_item(desk.store, second).merged_into == ITEM
    assert "sudah digabung" in get(f"/meetings/{MEETING}").text


def test_all_above_a_threshold_are_accepted_and_one_undo_takes_it_back(send: Any, desk: Desk) -> None:
    answer = send({"kind": "accept_all", "at_least": 0.75})
    assert answer.json["said"] == "1 butir diterima."
    assert get_item(desk.store, ITEM).state == "accepted"
    send({"kind": "undo"})
    assert get_item(desk.store, ITEM).state == "pending"


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"kind": "accept"},
        {"kind": "accept", "item_id": 7},
        {"kind": "accept", "item_id": "tiada", "revision": 1},
        {"kind": "hapus", "item_id": ITEM},
        {"kind": "edit", "item_id": ITEM, "changes": []},
        {"kind": "edit", "item_id": ITEM, "changes": {"tiada": "x"}},
        {"kind": "edit", "item_id": ITEM, "changes": {"owners": "Ratna"}},
        {"kind": "edit", "item_id": ITEM, "changes": {"action": {"x": 1}}},
        {"kind": "edit", "item_id": ITEM, "changes": {"action": ""}},
        {"kind": "edit_header", "item_id": MEETING, "changes": {"date": "entah kapan"}},
        {"kind": "edit_header", "item_id": MEETING, "changes": {"time": "entah"}},
        {"kind": "split", "item_id": ITEM, "pieces": ["a", "b"]},
        {"kind": "split", "item_id": ITEM, "pieces": [{"text": "satu"}]},
        {"kind": "merge", "item_id": ITEM, "others": []},
        {"kind": "status", "item_id": ITEM, "status": "entah", "seen": "open"},
        {"kind": "add", "meeting_id": MEETING, "list": "follow_ups", "changes": {"text": "x"}},
        {"kind": "add", "meeting_id": MEETING, "list": "follow_ups", "changes": {"text": "x"},
         "selection": {"start": 9000, "end": 9001}},
        {"kind": "add", "meeting_id": MEETING, "list": "follow_ups", "changes": {"text": "x"},
         "selection": {"start": -5, "end": 3}},
        {"kind": "accept_all", "at_least": 0},
        {"kind": "accept_all", "at_least": "0.5"},
        {"kind": "accept_all", "at_least": True},
    ],
    ids=lambda form: json.dumps(form)[:70],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_told(send: Any, desk: Desk, form: dict[str, Any]) -> None:
    answer = send(form)
    assert answer.status == 422 and answer.json["said"]
    assert not history(desk.store, meeting_id=MEETING)


@pytest.mark.parametrize(
    ("lang", "said"), [("id", "Isian `Teks` tidak boleh kosong."), ("en", "The field `Text` must not be empty.")]
)
def test_a_field_that_is_empty_is_named_as_the_page_names_it(send: Any, desk: Desk, lang: str, said: str) -> None:
    answer = send(decision(desk, "edit", changes={"text": ""}), Cookie=f"notula_lang={lang}")
    assert (answer.status, answer.json["said"]) == (422, said)


def test_a_page_of_an_earlier_start_is_refused_and_knows_what_to_say(send: Any, get: Any, desk: Desk) -> None:
    old = {"X-Notula-Token": "of another start"}
    assert send(decision(desk, "accept"), **old).status == 403, "static/api.js tells data-restarted then"
    assert 'data-restarted="Server sudah dimulai ulang; keputusan belum tersimpan.' in get("/").text
    assert 'data-restarted="The server was restarted;' in get("/", Cookie="notula_lang=en").text


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'"x"'])
def test_a_body_that_is_no_object_is_refused(send: Any, body: bytes) -> None:
    assert send(body).status == 400


def test_a_new_run_is_taken_in_by_itself(get: Any, folder: Path) -> None:
    path = folder / "rapat.txt.json"
    result = json.loads(path.read_text("utf-8"))
    result["follow_ups"][0]["due"]["date"] = "2023-07-08"
    path.write_text(json.dumps(result), "utf-8")
    assert "8 Jul 2023" not in get("/follow-ups").text
    (folder / "manifest.jsonl").write_text("\n", "utf-8")
    assert "8 Jul 2023" in get("/follow-ups").text


# --- what is typed, who types ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "said", "known"),
    [
        ("text=6+Juni+2023", "= 6 Jun 2023", True),
        ("text=2023-06-06", "= 6 Jun 2023", True),
        ("text=segera", "Tanggalnya tidak dapat dipastikan; dicatat sebagai tulisan.", False),
        ("text=", "", False),
        ("text=6+Juni+2023&as=date", "= 6 Jun 2023", True),
        ("text=entah&as=date", "Tanggal tidak dikenali.", False),
    ],
)
def test_a_typed_day_is_shown_before_it_is_saved(get: Any, query: str, said: str, known: bool) -> None:
    assert get(f"/due?meeting={MEETING}&{query}").json == {"said": said, "known": known}


def test_names_are_offered_as_they_are_typed(get: Any) -> None:
    assert [one["name"] for one in get(f"/parties?meeting={MEETING}&q=ratan").json] == ["Ratna Kusuma"]


def test_a_name_is_kept_in_the_browser(send: Any, get: Any) -> None:
    answer = send({"name": "  Wahyu\u202e \n Ningsih "}, "/name")
    assert answer.json == {"name": "Wahyu Ningsih"}
    assert "Wahyu Ningsih" in get("/", Cookie=answer.headers["set-cookie"].split(";")[0]).text


@pytest.mark.parametrize(
    ("back", "location"),
    [("/queue?list=agenda", "/queue?list=agenda"), ("//evil.example", "/"), ("https://evil.example", "/"), ("", "/"),
     ("/\\evil.example", "/")],
)  # fmt: skip
def test_the_language_leads_back_to_this_site_only(get: Any, back: str, location: str) -> None:
    answer = get(f"/language?to=en&back={back}")
    assert (answer.status, answer.headers["location"]) == (303, location)
    assert answer.headers["set-cookie"].startswith("notula_lang=en")
