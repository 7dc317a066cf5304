"""The quality benchmark: made by its script, annotated in the right form, and saying what the annotations say."""

import datetime
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import docx
import lxml.html
import pypdfium2
import pytest
from docx.oxml.ns import qn

from notula.pipeline.read.lines import decode

BENCH = Path(__file__).parents[2] / "bench" / "quality"
DOCS, GOLD = BENCH / "docs", BENCH / "gold"
MANIFEST = tomllib.loads((BENCH / "manifest.toml").read_text("utf-8"))
ENTRIES: list[dict[str, Any]] = MANIFEST["document"]
ANNOTATIONS = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(GOLD.glob("*.json"))}
KEYS = {"doc", "meeting", "agenda", "attendees", "absent", "agreements", "follow_ups"}
MEETING_KEYS = {"title", "date", "end_date", "start_time", "end_time", "timezone", "place", "chair", "note_taker"}
PARTY_KEYS = {"name", "kind", "role", "organization"}
FOLLOW_UP_KEYS = {"text", "owners", "due_text", "due_date", "where"}
DAYS = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]

UNSEEN = BENCH.parent / "unseen"
OTHERS = [json.loads(path.read_text("utf-8")) for path in sorted((UNSEEN / "gold").glob("*.json"))]

each_annotation = pytest.mark.parametrize("gold", [pytest.param(g, id=name) for name, g in ANNOTATIONS.items()])


def test_script_reproduces_the_documents(tmp_path: Path) -> None:
    for package, written in MANIFEST["made_with"].items():
        if version(package) != written:
            pytest.skip(f"the files were made with {package} {written}")
    subprocess.run([sys.executable, str(BENCH / "make_bench.py"), "--out", str(tmp_path)], check=True)
    made, kept = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in (tmp_path, DOCS))
    assert made.keys() == kept.keys()
    assert [name for name in made if made[name] != kept[name]] == []


def test_script_reproduces_the_scans(tmp_path: Path) -> None:
    for package, written in MANIFEST["scans_made_with"].items():
        if version(package) != written:
            pytest.skip(f"the scans were made with {package} {written}")
    subprocess.run([sys.executable, str(BENCH / "make_bench.py"), "--scans", "--out", str(tmp_path)], check=True)
    made, kept = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in (tmp_path, BENCH / "scans"))
    assert made.keys() == kept.keys()
    assert [name for name in made if made[name] != kept[name]] == []


def test_scans_are_pictures_of_annotated_documents() -> None:
    files = {path.name: path.read_bytes() for path in (BENCH / "scans").iterdir()}
    assert sorted(files) == sorted(scan["of"] for scan in MANIFEST["scan"])
    assert files.keys() <= {gold["doc"] for gold in ANNOTATIONS.values()}
    for name, data in files.items():
        with pypdfium2.PdfDocument(data) as scan, pypdfium2.PdfDocument(DOCS / name) as document:
            assert len(scan) == len(document)
            assert not any(page.get_textpage().count_chars() for page in scan)


def test_manifest_lists_every_file_and_annotation_once() -> None:
    assert sorted(entry["file"] for entry in ENTRIES) == sorted(path.name for path in DOCS.iterdir())
    assert sorted(name for entry in ENTRIES for name in entry["gold"]) == sorted(path.name for path in GOLD.iterdir())
    for entry in ENTRIES:
        golds = [ANNOTATIONS[Path(name).stem] for name in entry["gold"]]
        assert entry["kind"] and entry["hard"]
        assert all(gold["doc"] == entry["file"] for gold in golds)
        assert [gold.get("part", 1) for gold in golds] == list(range(1, len(golds) + 1))


@each_annotation
def test_annotation_has_the_right_form(gold: dict[str, Any]) -> None:
    meeting, parties = gold["meeting"], gold["attendees"] + gold["absent"]
    assert gold.keys() - {"part"} == KEYS
    assert meeting.keys() == MEETING_KEYS
    assert all(party.keys() == PARTY_KEYS for party in parties)
    assert all(item.keys() == FOLLOW_UP_KEYS for item in gold["follow_ups"])
    assert meeting["timezone"] in ("WIB", "WITA", "WIT", None)
    assert all(re.fullmatch(r"[0-2]\d:[0-5]\d", time) for time in (meeting["start_time"], meeting["end_time"]) if time)
    assert all(party["kind"] in ("person", "organization", "group") for party in parties)


@each_annotation
def test_follow_ups_hang_together(gold: dict[str, Any]) -> None:
    for item in gold["follow_ups"]:
        assert item["where"] in ("section", "decision", "discussion")
        assert (item["text"] in gold["agreements"]) == (item["where"] == "decision"), item["text"]
        assert item["due_text"] or not item["due_date"], item["text"]
        if item["due_text"] and item["where"] != "section":
            assert item["due_text"] in item["text"]
        if item["due_date"]:
            assert datetime.date.fromisoformat(item["due_date"]) >= datetime.date.fromisoformat(gold["meeting"]["date"])


@each_annotation
def test_weekday_of_a_deadline_is_that_of_its_date(gold: dict[str, Any]) -> None:
    for item in gold["follow_ups"]:
        named = [day for day in DAYS[:6] if re.search(rf"\b{day}\b", (item["due_text"] or "").lower())]
        if item["due_date"] and len(named) == 1:
            when = datetime.date.fromisoformat(item["due_date"])
            assert DAYS[when.weekday()] == named[0] or "ahad" in item["due_text"].lower(), item["text"]


# The annotated texts stand in the documents


def docx_text(path: Path) -> str:
    return " ".join(node.text or "" for node in docx.Document(str(path)).element.body.iter(qn("w:t")))


def pdf_text(path: Path) -> str:
    """The text of all pages without the running lines, which would stand between the halves of a sentence."""
    contents = BENCH / "contents" / f"{path.stem}.toml"
    page = tomllib.loads(contents.read_text("utf-8"))["page"] if contents.exists() else {}
    shapes = [re.escape(page[key]) for key in ("header", "footer") if key in page]
    running = re.compile("|".join(re.sub(r"\\\{pages?\\\}", r"\\d+", shape) for shape in shapes) or r"(?!)")
    with pypdfium2.PdfDocument(path) as document:
        texts = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    return "\n".join(line for text in texts for line in text.splitlines() if not running.fullmatch(line.strip()))


def document_text(path: Path) -> str:
    if path.suffix == ".docx":
        return docx_text(path)
    if path.suffix == ".pdf":
        return pdf_text(path)
    text = decode(path.read_bytes())
    return str(lxml.html.document_fromstring(text.encode()).text_content()) if path.suffix == ".html" else text


def squeezed(text: str) -> str:
    """Without white space, hyphens (PDFium gives U+FFFE for one at a line end) and Markdown's marks in a line."""
    return re.sub(r"[\s\-*`\ufffe]", "", text)


def annotated_texts(gold: dict[str, Any]) -> list[str]:
    meeting, items = gold["meeting"], gold["follow_ups"]
    names = [*meeting["chair"], *meeting["note_taker"], *(owner for item in items for owner in item["owners"])]
    found = [meeting["title"], meeting["place"], meeting["timezone"], *gold["agenda"], *gold["agreements"]]
    found += [text for name in names for text in name.split("|")]
    parties = gold["attendees"] + gold["absent"]
    told = [party[key] for party in parties for key in ("name", "role", "organization") if party[key]]
    found += [text for value in told for text in value.split("|")]
    found += [item[key] for item in items for key in ("text", "due_text")]
    return [text for text in found if text is not None]


@each_annotation
def test_every_annotated_text_stands_in_its_document(gold: dict[str, Any]) -> None:
    text = squeezed(document_text(DOCS / gold["doc"]))
    assert [value for value in annotated_texts(gold) if squeezed(value) not in text] == []


# Minutes of other authors, as they came


def test_minutes_of_others_are_all_annotated() -> None:
    assert {gold["doc"] for gold in OTHERS} == {path.name for path in (UNSEEN / "docs").iterdir()}
    assert all(gold.keys() - {"part"} == KEYS and gold["meeting"].keys() == MEETING_KEYS for gold in OTHERS)
    assert {item["where"] for gold in OTHERS for item in gold["follow_ups"]} == {"section", "decision", "discussion"}


def test_annotated_texts_stand_in_the_minutes_of_others() -> None:
    missing = []
    for gold in OTHERS:
        text = squeezed(document_text(UNSEEN / "docs" / gold["doc"]))
        written = [squeezed(value) for value in annotated_texts(gold)]
        missing += [value for value in written if value not in text and value.lower() not in text]  # "wita" is WITA
    # Of 64,000: owners that share a noun ("RW 03 dan RW 05"), sentences over a page's end, titles over several lines,
    # cells of tables that were read line by line when their text was taken out.
    assert len(missing) < 210, missing
