import zipfile
from pathlib import Path

import pytest

from notula.pipeline.batch.recognise import recognise

PDF = b"%PDF-1.7\n"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        pytest.param("rapat.PDF", b"", True, id="suffix alone, any case"),
        pytest.param("rapat.doc", b"", True, id="old document"),
        pytest.param("rapat", PDF, True, id="PDF without suffix"),
        pytest.param("rapat.bin", PDF, True, id="PDF under a wrong suffix"),
        pytest.param("main.py", b"print()", False, id="text under an unknown suffix"),
        pytest.param("pindai.JPG", b"", True, id="picture"),
        pytest.param("logo.svg", b"<svg/>", False, id="drawing"),
        pytest.param("data.zip", b"PK\x03\x04", False, id="broken package"),
    ],
)
def test_recognise(tmp_path: Path, name: str, data: bytes, expected: bool) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert recognise(path) is expected


@pytest.mark.parametrize(("entry", "expected"), [("word/document.xml", True), ("xl/workbook.xml", False)])
def test_packages_are_told_by_what_they_hold(tmp_path: Path, entry: str, expected: bool) -> None:
    path = tmp_path / "rapat.tmp"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(entry, "<x/>")
    assert recognise(path) is expected


def test_a_file_that_cannot_be_opened_is_not_recognised(tmp_path: Path) -> None:
    assert recognise(tmp_path / "gone.bin") is False
