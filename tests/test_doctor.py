"""``notula doctor``: what is there, what is missing, and how to get it."""

import json
import re
from collections.abc import Callable

import pytest

from notula.pipeline import doctor
from notula.pipeline.cli import main


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any of the programs."""
    monkeypatch.setattr(doctor, "find_program", lambda *names: None)
    monkeypatch.setattr(doctor, "find_engine", lambda: None)
    monkeypatch.setattr(doctor, "_package", lambda name: None)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_is_missing_is_told_with_its_install_line(
    bare: None, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    assert main(["doctor", "--lang", lang]) == 1
    said = capsys.readouterr().out
    for line in ("sudo apt install tesseract-ocr tesseract-ocr-ind", "winget install UB-Mannheim.TesseractOCR",
                 "brew install tesseract tesseract-lang", "sudo apt install libreoffice-writer-nogui"):  # fmt: skip
        assert line in said
    assert ("TIDAK ADA" if lang == "id" else "MISSING") in said


def test_the_answer_as_json(bare: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json", "--lang", "en"]) == 1
    found = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert found["LibreOffice"]["found"] is False and "apt install" in found["LibreOffice"]["install"]
    assert found["catdoc"]["install"] is None  # a substitute


def test_what_is_there_is_told_with_its_version(
    tool: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("tesseract", "soffice", "catdoc", "antiword"):
        tool(name)
    assert main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert "TIDAK ADA" not in said
    assert len([line for line in said.splitlines() if line.startswith("ada ")]) == 6
    assert re.search(r"Tesseract OCR +\d+\.\d+", said) and re.search(r"LibreOffice +\d+\.\d+", said)
