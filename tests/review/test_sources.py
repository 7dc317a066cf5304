"""Source files are found where runs noted them, and taken only with the recorded bytes."""

import hashlib
import json
from pathlib import Path

import pytest

from notula.models.result import SourceInfo
from notula.pipeline.review.source_process import UnavailableError
from notula.pipeline.review.sources import INPUTS, Sources, source_folders

DATA = b"notula"


def info(path: str, data: bytes = DATA) -> SourceInfo:
    digest = hashlib.sha256(data).hexdigest()
    return SourceInfo(path=path, filename=path.rsplit("/", 1)[-1], sha256=digest, media_type="text/plain")


def placed(path: Path, data: bytes = DATA) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_file_lies_below_a_folder(tmp_path: Path) -> None:
    path = placed(tmp_path / "masuk/2023/rapat.txt")
    assert Sources([tmp_path / "lain", tmp_path / "masuk"]).find(info("2023/rapat.txt")) == path


def test_of_several_files_the_one_with_the_recorded_bytes_is_taken(tmp_path: Path) -> None:
    placed(tmp_path / "a/rapat.txt", b"another")
    right = placed(tmp_path / "b/rapat.txt")
    assert Sources([tmp_path / "a", tmp_path / "b"]).find(info("rapat.txt")) == right


def test_a_file_right_in_the_named_folder_is_found_too(tmp_path: Path) -> None:
    path = placed(tmp_path / "rapat.txt")
    assert Sources([tmp_path]).find(info("2023/rapat.txt")) == path


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("rapat.txt", "changed"),
        ("lain.txt", "missing"),
        ("../rahasia.txt", "missing"),
        ("/etc/hostname", "missing"),
        ("folder", "missing"),
        ("a\0b", "missing"),
        ("x" * 5000, "missing"),
    ],
    ids=lambda value: value[:20].encode("unicode_escape").decode(),
)
def test_no_other_file_is_taken(tmp_path: Path, name: str, reason: str) -> None:
    placed(tmp_path / "masuk/rapat.txt", b"another")
    placed(tmp_path / "rahasia.txt")
    (tmp_path / "masuk/folder").mkdir()
    with pytest.raises(UnavailableError) as caught:
        Sources([tmp_path / "masuk"]).find(info(name))
    assert caught.value.reason == reason


def test_a_file_that_changes_while_the_page_runs_is_noticed(tmp_path: Path) -> None:
    path, sources = placed(tmp_path / "rapat.txt"), Sources([tmp_path])
    assert sources.find(info("rapat.txt")) == path
    placed(path, b"longer than before")
    with pytest.raises(UnavailableError):
        sources.find(info("rapat.txt"))


def test_folders_that_runs_have_noted_come_after_named_ones(tmp_path: Path) -> None:
    placed(tmp_path / INPUTS, json.dumps({"folders": ["/a", "/b"]}).encode())
    assert source_folders(tmp_path, [Path("/named")])[:3] == [Path("/named"), Path("/a"), Path("/b")]


@pytest.mark.parametrize("note", [b"", b"{", b"[]", b'{"folders": "x"}', b"\xff"])
def test_a_note_of_another_form_is_passed_over(tmp_path: Path, note: bytes) -> None:
    placed(tmp_path / INPUTS, note)
    assert source_folders(tmp_path, []) == [Path.cwd()]
