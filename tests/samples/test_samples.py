"""The sample minutes: made by their script, annotated in the right form, and saying what the annotations say."""

import datetime
import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

SAMPLES = Path(__file__).parents[2] / "samples"
DOCS, GOLD = SAMPLES / "docs", SAMPLES / "gold"
FOLDERS = (DOCS, SAMPLES / "refused")
MANIFEST = tomllib.loads((SAMPLES / "manifest.toml").read_text("utf-8"))
ENTRIES: list[dict[str, Any]] = MANIFEST["sample"]
REFUSED: list[dict[str, Any]] = MANIFEST["refused"]
ANNOTATIONS: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text("utf-8")) for path in sorted(GOLD.glob("*.json"))
}
MONTHS = [
    "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november",
    "desember",
]  # fmt: skip
SIZE_LIMIT = 1_500_000

each_annotation = pytest.mark.parametrize("gold", [pytest.param(g, id=name) for name, g in ANNOTATIONS.items()])
each_entry = pytest.mark.parametrize("entry", [pytest.param(e, id=e["file"]) for e in ENTRIES])
DOCUMENTS = [path for folder in FOLDERS for path in sorted(folder.iterdir())]


def make(folder: Path, **environment: str) -> dict[str, bytes]:
    command = [sys.executable, str(SAMPLES / "make_samples.py"), "--out", str(folder)]
    subprocess.run(command, check=True, env=os.environ | environment)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return make(tmp_path_factory.mktemp("first"))


def test_script_reproduces_the_committed_files(made: dict[str, bytes]) -> None:
    for package, written in MANIFEST["made_with"].items():
        if version(package) != written:
            pytest.skip(f"the files were made with {package} {written}")
    committed = {path.relative_to(SAMPLES).as_posix(): path.read_bytes() for path in DOCUMENTS}
    assert made.keys() == committed.keys()
    assert [name for name in made if made[name] != committed[name]] == []


def test_another_run_gives_the_same_bytes(made: dict[str, bytes], tmp_path: Path) -> None:
    again = make(tmp_path / "second", PYTHONHASHSEED="7", TZ="Asia/Jayapura")
    assert [name for name in made if made[name] != again[name]] == []


def test_manifest_lists_every_file_once() -> None:
    for entries, folder in zip((ENTRIES, REFUSED), FOLDERS, strict=True):
        assert sorted(entry["file"] for entry in entries) == sorted(path.name for path in folder.iterdir())
    assert sorted(name for entry in ENTRIES for name in entry["gold"]) == sorted(p.name for p in GOLD.iterdir())


def test_documents_stay_small() -> None:
    assert sum(path.stat().st_size for path in DOCUMENTS) < SIZE_LIMIT


def test_half_of_the_documents_are_docx_and_half_pdf() -> None:
    suffixes = [path.suffix for path in DOCUMENTS]
    assert suffixes.count(".docx") == suffixes.count(".pdf") == len(suffixes) / 2


@each_entry
def test_entry_says_what_it_exercises_and_has_its_annotations(entry: dict[str, Any]) -> None:
    golds = [ANNOTATIONS[Path(name).stem] for name in entry["gold"]]
    assert entry["exercises"] and entry["kind"] and golds
    assert all(gold["doc"] == entry["file"] for gold in golds)
    assert [gold.get("part", 1) for gold in golds] == list(range(1, len(golds) + 1))


def test_twins_are_annotated_alike() -> None:
    by_file = {entry["file"]: entry for entry in ENTRIES}
    twins = [entry for entry in ENTRIES if "twin" in entry]
    assert len(twins) == 4
    for entry in twins:
        other = by_file[entry["twin"]]
        assert other["twin"] == entry["file"]
        first, second = (ANNOTATIONS[Path(e["gold"][0]).stem] for e in (entry, other))
        assert first | {"doc": ""} == second | {"doc": ""}


# The annotations' form

ENTRY_KEYS = {"doc", "meeting", "agenda", "attendees", "absent", "agreements", "follow_ups"}
MEETING_KEYS = {"title", "date", "end_date", "start_time", "end_time", "timezone", "place", "chair", "note_taker"}
PARTY_KEYS = {"name", "kind", "role", "organization"}
FOLLOW_UP_KEYS = {"text", "owners", "due_text", "due_date", "where"}


@each_annotation
def test_annotation_has_exactly_the_fields(gold: dict[str, Any]) -> None:
    assert gold.keys() - {"part"} == ENTRY_KEYS
    assert gold["meeting"].keys() == MEETING_KEYS
    assert all(party.keys() == PARTY_KEYS for party in gold["attendees"] + gold["absent"])
    assert all(item.keys() == FOLLOW_UP_KEYS for item in gold["follow_ups"])


@each_annotation
def test_annotation_values_have_their_types(gold: dict[str, Any]) -> None:
    meeting = gold["meeting"]
    assert meeting["timezone"] in ("WIB", "WITA", "WIT", None)
    for time in (meeting["start_time"], meeting["end_time"]):
        assert time is None or re.fullmatch(r"[0-2]\d:[0-5]\d", time)
    days = [meeting["date"], meeting["end_date"], *(item["due_date"] for item in gold["follow_ups"])]
    assert all(datetime.date.fromisoformat(day) for day in days if day is not None)
    assert all(p["kind"] in ("person", "organization", "group") for p in gold["attendees"] + gold["absent"])


@each_annotation
def test_follow_ups_hang_together(gold: dict[str, Any]) -> None:
    for item in gold["follow_ups"]:
        assert item["where"] in ("section", "decision", "discussion")
        assert (item["text"] in gold["agreements"]) == (item["where"] == "decision"), item["text"]
        assert item["due_text"] or not item["due_date"], item["text"]
        assert not item["due_date"] or item["due_date"] >= gold["meeting"]["date"], item["text"]


@each_annotation
def test_written_out_deadline_is_the_iso_day(gold: dict[str, Any]) -> None:
    for item in gold["follow_ups"]:
        written = re.findall(rf"(?<!ke-)\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})", (item["due_text"] or "").lower())
        if written and "h-" not in item["due_text"].lower() and "mulai" not in item["due_text"]:
            day, month, year = written[-1]
            assert item["due_date"] == f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}", item["text"]


# The annotated texts stand in the documents


def docx_text(path: Path) -> str:
    """All text in document order: tables, boxes, inserted text; deleted text is no ``w:t``."""
    return " ".join(node.text or "" for node in docx.Document(str(path)).element.body.iter(qn("w:t")))


def pdf_text(path: Path) -> str:
    """The text of all pages without the running lines, which would stand between the halves of a sentence."""
    page = tomllib.loads((SAMPLES / "contents" / f"{path.stem}.toml").read_text("utf-8"))["page"]
    shapes = [re.escape(page.get(key, "")) for key in ("header", "footer", "watermark")]
    running = re.compile("|".join(re.sub(r"\\\{pages?\\\}", r"\\d+", shape) for shape in shapes if shape) or r"(?!)")
    with pypdfium2.PdfDocument(path) as document:
        texts = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    return "\n".join(line for text in texts for line in text.splitlines() if not running.fullmatch(line.strip()))


def squeezed(text: str) -> str:
    """Without white space and hyphens: PDFium gives U+FFFE for a hyphen at a line end."""
    return re.sub(r"[\s\-\u00ad\ufffe\u0002]", "", text)


def annotated_texts(gold: dict[str, Any]) -> list[str]:
    meeting = gold["meeting"]
    found = [meeting["title"], meeting["place"], meeting["timezone"], *gold["agenda"], *gold["agreements"]]
    found += [text for names in (meeting["chair"], meeting["note_taker"]) for name in names for text in name.split("|")]
    for party in gold["attendees"] + gold["absent"]:
        found += [party["name"], party["role"], party["organization"]]
    for item in gold["follow_ups"]:
        found += [item["text"], item["due_text"], *(text for owner in item["owners"] for text in owner.split("|"))]
    return [text for text in found if text is not None]


@each_annotation
def test_every_annotated_text_stands_in_its_document(gold: dict[str, Any]) -> None:
    path = DOCS / gold["doc"]
    text = squeezed(docx_text(path) if path.suffix == ".docx" else pdf_text(path))
    assert [value for value in annotated_texts(gold) if squeezed(value) not in text] == []


@each_annotation
def test_deadline_stands_in_its_follow_up_or_its_table_row(gold: dict[str, Any]) -> None:
    """A deadline outside its sentence may only come from a table's cell, hence from a section."""
    for item in gold["follow_ups"]:
        if item["due_text"] and item["where"] != "section":
            assert item["due_text"] in item["text"]
