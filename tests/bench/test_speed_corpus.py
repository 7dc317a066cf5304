"""The corpus of the speed bench: about six pages, the same every time, no two alike, and minutes."""

import io
import sys
from pathlib import Path

import pypdfium2
import pytest

from notula.pipeline.run import process

FOLDER = Path(__file__).resolve().parents[2] / "bench" / "speed"


@pytest.fixture(scope="module", autouse=True)
def found() -> None:
    sys.path.insert(0, str(FOLDER))


def made(number: int, form: str) -> bytes:
    from corpus import document

    return document(number, form)


def test_a_number_gives_the_same_document() -> None:
    assert made(3, "pdf") == made(3, "pdf")


def test_a_document_has_about_six_pages() -> None:
    pages = [len(pypdfium2.PdfDocument(io.BytesIO(made(number, "pdf")))) for number in range(6)]
    assert all(4 <= count <= 9 for count in pages)


def test_names_differ_from_document_to_document(tmp_path: Path) -> None:
    texts = []
    for number in (0, 200):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(made(number, "docx"))
        words = " ".join(extraction.text for extraction in process(path).extractions).split()
        texts.append(set(words))
    assert len(texts[0] - texts[1]) > 100


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_it_is_read_as_minutes(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"notula.{form}"
    path.write_bytes(made(1, form))
    assert process(path).results[0].follow_ups
