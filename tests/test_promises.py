"""What the contract promises of any document."""

import hashlib
import os
import random
import socket
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import pytest_socket
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from notula.models.result import Extraction, Processed, ResultStatus
from notula.pipeline.batch.manifest import read_manifest
from notula.pipeline.batch.work import to_json
from notula.pipeline.cli import main
from notula.pipeline.errors import DocumentError
from notula.pipeline.run import process
from notula.pipeline.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
Extractions = Callable[[Path], tuple[Extraction, ...]]
Read = Callable[[Path], Processed | DocumentError]

MANIFEST = tomllib.loads((ROOT / "samples/manifest.toml").read_text("utf-8"))
SAMPLES: list[dict[str, Any]] = MANIFEST["sample"]
REFUSED: list[dict[str, Any]] = MANIFEST["refused"]
TWINS = sorted({tuple(sorted((each["file"], each["twin"]))) for each in SAMPLES if "twin" in each})


def evidences(node: Any) -> Iterator[dict[str, Any]]:
    """Every evidence in a dumped result, wherever it hangs."""
    if isinstance(node, dict):
        if "char_start" in node:
            yield node
        for value in node.values():
            yield from evidences(value)
    elif isinstance(node, list):
        for value in node:
            yield from evidences(value)


def check_quotes(extraction: Extraction) -> int:
    """Check that every quote is the slice it names; how many there were."""
    found = list(evidences(extraction.result.model_dump(mode="json")))
    for evidence in found:
        assert extraction.text[evidence["char_start"] : evidence["char_end"]] == evidence["quote"] != ""
    return len(found)


@pytest.mark.parametrize("entry", SAMPLES, ids=[entry["file"] for entry in SAMPLES])
def test_a_sample_gives_a_result_for_each_of_its_meetings(entry: dict[str, Any], read: Read) -> None:
    outcome = read(ROOT / "samples/docs" / entry["file"])
    assert isinstance(outcome, Processed)
    assert len(outcome.extractions) == len(entry["gold"])


@pytest.mark.parametrize("entry", REFUSED, ids=[entry["file"] for entry in REFUSED])
def test_a_paper_that_is_no_minutes_is_refused(entry: dict[str, Any], tmp_path: Path) -> None:
    code = main(["run", str(ROOT / "samples/refused" / entry["file"]), "-o", str(tmp_path), "--quiet"])
    (line,) = read_manifest(tmp_path)
    assert (code, line.status, line.code, line.results) == (1, "failed", entry["code"], ())
    assert sorted(path.name for path in tmp_path.iterdir()) == [".notula", "laporan.html", "manifest.jsonl"]


# --- evidence --------------------------------------------------------------------------------------------------------


def test_quotes_of_samples_are_slices_of_the_text(sample: Path, extractions: Extractions) -> None:
    for extraction in extractions(sample):
        assert check_quotes(extraction)


def test_confidence_is_a_probability(sample: Path, extractions: Extractions) -> None:
    for extraction in extractions(sample):
        result = extraction.result
        items = [*result.agenda, *result.agreements, *result.follow_ups, *result.suggestions, *result.attendees]
        assert all(0 <= item.confidence <= 1 for item in items)


def test_ids_within_a_result_differ(sample: Path, extractions: Extractions) -> None:
    for extraction in extractions(sample):
        result = extraction.result
        ids = [item.id for item in (*result.agenda, *result.agreements, *result.follow_ups, *result.suggestions)]
        assert len(set(ids)) == len(ids)


MINUTES = (
    "NOTULA RAPAT", "Rapat Koordinasi Sumur Warga", "Hari/Tanggal : Senin, 3 April 2023", "Tempat : Aula Barat",
    "Peserta:", "1. Sri Wahyuni (Ketua)", "2. Dinas Pertanian", "Kesimpulan:",
    "1. Disepakati jadwal tanam dimajukan dua minggu.", "Tindak Lanjut:",
    "1. Dinas Pertanian menyusun laporan debit paling lambat 10 April 2023.",
)  # fmt: skip
PICTURE = b"P6 2 2 255 " + bytes(range(12))  # a PPM of four pixels

LINES = st.one_of(
    st.sampled_from([
        "NOTULA RAPAT", "Hari/Tanggal : Senin, 3 April 2023", "Waktu: 09.00 - selesai WIB", "Tempat : Aula Barat",
        "Peserta:", "1. Sri Wahyuni (Ketua)", "2. Dinas Pertanian", "Agenda", "Pembahasan", "Kesimpulan:",
        "a. Disepakati jadwal tanam dimajukan.", "Tindak Lanjut", "- Dinas Pertanian menyusun laporan paling lambat",
        "Jumat depan.", "| No | Kegiatan | PIC |", "|---|---|---|", "| 1 | Mendata sumur | Sri |", "", "\f", "---",
        "Notulis,", "Rapat ditutup pukul 12.00", "\tTerlampir", "Sri Wahyuni: “perlu didata ulang”",
    ]),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=40),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINES, max_size=40))
def test_quotes_of_any_text_are_slices_of_the_text(tmp_path: Path, lines: list[str]) -> None:
    path = tmp_path / "rapat.txt"
    path.write_text("\n".join(lines), "utf-8")
    try:
        outcome = process(path)
    except DocumentError:
        return
    for extraction in outcome.extractions:
        check_quotes(extraction)
        to_json(extraction.result)
        extraction.text.encode("utf-8")


# --- files that are read in part, and odd names ----------------------------------------------------------------------


def test_a_file_with_a_page_that_is_a_picture_is_partial(tmp_path: Path) -> None:
    path = tmp_path / "rapat.pdf"
    page = canvas.Canvas(str(path), pagesize=(595, 842))
    for row, line in enumerate(MINUTES):
        page.drawString(72, 770 - 16 * row, line)
    page.showPage()
    page.drawImage(ImageReader(BytesIO(PICTURE)), 0, 0, 595, 842)
    page.save()
    assert main(["run", str(path), "-o", str(tmp_path / "out"), "--quiet", "--no-ocr"]) == 0
    (line,) = read_manifest(tmp_path / "out")
    assert (line.status, line.code, line.meetings) == ("partial", "P001", 1)
    assert process(path, Settings(ocr=False)).results[0].status is ResultStatus.PARTIAL


def test_a_file_that_is_read_whole_is_not_partial(tmp_path: Path) -> None:
    path = tmp_path / "rapat.txt"
    path.write_text("\n".join(MINUTES), "utf-8")
    assert [result.status for result in process(path).results] == [ResultStatus.OK]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")
def test_a_name_that_is_no_text_can_be_written(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path / "rapat-") + b"\xff.txt"))
    path.write_text("\n".join(MINUTES), "utf-8")
    (result,) = process(path).results
    assert (result.source.path, result.source.filename) == ("rapat-\ufffd.txt",) * 2
    assert to_json(result)


# --- the same in, the same out ---------------------------------------------------------------------------------------


def run_samples(out: Path, seed: str) -> dict[str, str]:
    """Run all samples in a process of its own; digests of what it wrote but for the manifest, which has times."""
    command = [sys.executable, "-m", "notula.pipeline.cli", "run", str(ROOT / "samples/docs"), "-o", str(out)]
    done = subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    files = sorted(path for path in out.rglob("*") if path.is_file() and path.suffix in (".json", ".txt"))
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    one = run_samples(tmp_path / "one", "1")
    assert one and one == run_samples(tmp_path / "two", "2")


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_the_same_minutes_in_two_formats_have_the_same_ids(one: str, other: str, extractions: Extractions) -> None:
    first, second = (extractions(ROOT / "samples/docs" / name) for name in (one, other))
    assert [each.result.id for each in first] == [each.result.id for each in second]
    for a, b in zip(first, second, strict=True):
        for name in ("agenda", "agreements", "follow_ups"):
            ids = [[item.id for item in getattr(each.result, name)] for each in (a, b)]
            assert ids[0] == ids[1], name


def test_another_name_gives_the_same_ids(sample: Path, extractions: Extractions, tmp_path: Path) -> None:
    found = extractions(sample)
    if found:
        copy = tmp_path / f"salinan{sample.suffix}"
        copy.write_bytes(sample.read_bytes())
        again = process(copy, name="lain/" + copy.name)
        assert [result.id for result in again.results] == [each.result.id for each in found]


# --- broken files ----------------------------------------------------------------------------------------------------


def zeroed(data: bytes) -> bytes:
    third = len(data) // 3
    return data[:third] + bytes(third) + data[2 * third :]


def garbled(data: bytes) -> bytes:
    chance = random.Random(len(data))
    changed = bytearray(data)
    for _ in range(max(len(data) // 200, 20)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "head": lambda data: data[:100],
    "half": lambda data: data[: len(data) // 2],
    "tail cut": lambda data: data[:-30],
    "zeroed": zeroed,
    "garbled": garbled,
    "twice": lambda data: data + data,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_broken_file_is_refused_or_read(sample: Path, damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path = tmp_path / sample.name
    path.write_bytes(damage(sample.read_bytes()))
    try:
        outcome: Processed = process(path)
    except DocumentError as refusal:
        assert refusal.code != "crashed"
        return
    for extraction in outcome.extractions:
        check_quotes(extraction)


# --- no network ------------------------------------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_the_tests_run_without_a_network() -> None:
    with pytest.raises(pytest_socket.SocketBlockedError):
        socket.socket(socket.AF_INET)
