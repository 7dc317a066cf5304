"""Words broken at the end of a printed line of a cell."""

import pytest

from notula.models.source import Box, Line
from notula.pipeline.read.pdf_breaks import join_breaks
from notula.pipeline.read.pdf_lines import Bounds

CELL = Bounds(100, 162, cell=True)  # with five points of padding on each side
LETTER = 5.5


def in_cell(*texts: str, wide: float = 50) -> list[str]:
    """The cell's lines, the first so many points wide."""
    lines = []
    for at, text in enumerate(texts):
        x1 = 105 + (wide if at == 0 else len(text) * LETTER)
        lines.append(Line(text, box=Box(1, 105, 100 + 13 * at, x1, 111 + 13 * at), size=10, indent=105))
    return [line.text for line in join_breaks(lines, CELL)]


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        pytest.param(("Kepegawai", "an"), ["Kepegawaian"], id="rest of a word"),
        pytest.param(("Penertiba", "n Reklame"), ["Penertiban", "Reklame"], id="and more words"),
        pytest.param(("KETERANGA", "N"), ["KETERANGAN"], id="capitals"),
        pytest.param(("Perhubung", "dan Dishub"), ["Perhubung", "dan Dishub"], id="a short word"),
        pytest.param(("Kelurahan", "desa"), ["Kelurahan", "desa"], id="a whole word"),
        pytest.param(("SATPOL KOT", "A"), ["SATPOL KOT", "A"], id="words before it"),
        pytest.param(("Kecamatan", "II"), ["Kecamatan", "II"], id="a number"),
        pytest.param(("24/", "11/", "202", "3"), ["24/11/202", "3"], id="a date at its strokes"),
        pytest.param(("15/05/2", "015"), ["15/05/2015"], id="a year"),
        pytest.param(("pukul 2", "015"), ["pukul 2", "015"], id="a number behind words"),
    ],
)
def test_a_word_that_fills_its_cell(texts: tuple[str, ...], joined: list[str]) -> None:
    assert in_cell(*texts) == joined


def test_a_word_with_room_behind_it_is_whole() -> None:
    assert in_cell("Kepegawai", "an", wide=40) == ["Kepegawai", "an"]


def test_lines_without_boxes_join_too() -> None:
    joined = join_breaks([Line("bekerja sama-"), Line("sama warga"), Line("selesai")])
    assert [line.text for line in joined] == ["bekerja sama-sama", "warga", "selesai"]
