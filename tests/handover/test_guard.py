"""What an output may not replace: each refusal leaves every file as it was."""

import json
import shutil
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from notula.pipeline.store import FILE_NAME

Capture = pytest.CaptureFixture[str]

OWN = (
    FILE_NAME, "handover.sqlite3", "manifest.jsonl", "laporan.html", "owners.csv", "rapat.txt.json", "rapat.txt.txt",
    ".notula/inputs.json", ".notula/new.csv", f"{FILE_NAME}-wal",
)  # fmt: skip


@pytest.fixture
def used(folder: Path, review: Any, notula: Any, tmp_path: Path) -> Path:
    """The folder of results after a run, a review and a hand-over; its sources are in ``sources``."""
    sources = tmp_path / "sources"
    sources.mkdir()
    for name in ("rapat.txt", "gagal.pdf", "isi.txt"):
        (sources / name).write_text(f"NOTULA {name}", "utf-8")
    digest = sha256((sources / "isi.txt").read_bytes()).hexdigest()
    lines = '{"path":"gagal.pdf","sha256":null}\n' + json.dumps({"path": "x/isi.txt", "sha256": digest}) + "\n"
    (folder / "manifest.jsonl").write_text(lines, "utf-8")
    (folder / "laporan.html").write_text("<p>", "utf-8")
    (folder / "owners.csv").write_text("party,target,user\n", "utf-8")
    (folder / ".notula").mkdir(exist_ok=True)
    (folder / ".notula" / "inputs.json").write_text(json.dumps({"folders": [str(sources)]}), "utf-8")
    review(1, 2)
    assert notula("export", "csv", "-o", str(tmp_path / "first.csv")) == 0
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE mine (x)")
    return folder


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "call",
    [("export", "csv"), ("export", "sqlite"), ("feed",), ("owners", "jira")],
    ids=["csv", "sqlite", "feed", "owners"],
)
def test_nothing_of_ours_no_source_and_no_database_is_replaced(
    call: tuple[str, ...], used: Path, notula: Any, tmp_path: Path, capsys: Capture
) -> None:
    paths = [used / name for name in OWN if call[0] != "owners" or name != "owners.csv"]
    paths += [tmp_path / "sources" / name for name in ("rapat.txt", "gagal.pdf", "isi.txt")]
    paths += [tmp_path / "other.db"]
    before = contents(tmp_path)
    codes = {str(path.relative_to(tmp_path)): notula(*call, "-o", str(path)) for path in paths}
    assert codes == dict.fromkeys(codes, 2)
    assert capsys.readouterr().err.count("tidak ditimpa") == len(paths)
    assert contents(tmp_path) == before


def test_a_link_to_our_file_is_our_file(used: Path, notula: Any, tmp_path: Path) -> None:
    (tmp_path / "link.csv").hardlink_to(used / FILE_NAME)
    assert notula("export", "csv", "-o", str(tmp_path / "link.csv")) == 2


def test_what_was_exported_before_is_replaced(used: Path, notula: Any, tmp_path: Path) -> None:
    for target, name in (("csv", "first.csv"), ("jsonl", "outputs/mine.jsonl"), ("sqlite", "t.sqlite")):
        assert [notula("export", target, "-o", str(tmp_path / name)) for _ in range(2)] == [0, 0]
    shutil.copy(tmp_path / "t.sqlite", tmp_path / "copy.csv")
    assert notula("export", "csv", "-o", str(tmp_path / "copy.csv")) == 2
