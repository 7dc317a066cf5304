"""What the engine passed over on lines that it read."""

import numpy as np
import pytest

from notula.pipeline.read.scan_engine import SeenWord
from notula.pipeline.read.scan_rest import passed_over, with_rest

SIZE = 30.0
Blob = tuple[int, int, int, int]


def word(text: str, x0: float, x1: float, *, base: float = 100.0, line: int = 0) -> SeenWord:
    return SeenWord(base, x0, x1, base - 21, base, SIZE, text, 0.9, line)


def page(*blobs: Blob) -> np.ndarray:
    """Ink: rectangles as x0, top, x1, bottom."""
    ink = np.zeros((300, 800), dtype=bool)
    for x0, top, x1, bottom in blobs:
        ink[top:bottom, x0:x1] = True
    return ink


NUMBER, READ = (100, 79, 112, 100), (150, 79, 250, 100)


def test_a_number_before_a_line_is_found_with_the_word_beside_it() -> None:
    found = passed_over([word("Membeli", 150, 250)], page(NUMBER, READ))
    assert found is not None
    assert (found == page(NUMBER, READ)).all()


@pytest.mark.parametrize(
    "blob",
    [
        pytest.param((100, 88, 110, 96), id="bullet"),
        pytest.param((100, 60, 112, 130), id="stroke of a pen"),
        pytest.param((100, 79, 102, 100), id="rest of a rule"),
        pytest.param((100, 150, 112, 171), id="between lines"),
        pytest.param((100, 76, 112, 92), id="off the baseline"),
        pytest.param((246, 79, 252, 100), id="edge of a word"),
    ],
)
def test_what_is_no_letter_on_a_line_is_left(blob: Blob) -> None:
    assert passed_over([word("Membeli", 150, 250)], page(READ, blob)) is None


def texts(words: list[SeenWord]) -> list[tuple[str, int]]:
    return [(each.text, each.line) for each in words]


def test_words_found_go_into_their_lines() -> None:
    words = [word("Membeli", 150, 250), word("cat", 260, 300), word("Mengecat", 150, 260, base=140, line=1)]
    rest = [word("1.", 100, 118), word("Membeli", 150, 250), word("2.", 100, 118, base=141, line=1)]
    assert texts(with_rest(words, rest)) == [("1.", 0), ("Membeli", 0), ("cat", 0), ("2.", 1), ("Mengecat", 1)]


def test_a_letter_takes_its_full_stop_back() -> None:
    words = [word(".", 113, 117), word("KEHADIRAN", 140, 300)]
    assert texts(with_rest(words, [word("A.", 98, 118)])) == [("A.", 0), ("KEHADIRAN", 0)]


@pytest.mark.parametrize(
    "found",
    [pytest.param(word("‘", 100, 104), id="no letter"), pytest.param(word("7", 100, 112, base=220), id="on no line")],
)
def test_what_fits_no_line_is_left_out(found: SeenWord) -> None:
    assert texts(with_rest([word("Membeli", 150, 250)], [found])) == [("Membeli", 0)]
