"""Wrapped lines as paragraphs, before there are blocks."""

from collections.abc import Callable

from notula.models.source import Box, Cell, Line, Table
from notula.pipeline.structure.paragraphs import join_wrapped

MakePage = Callable[..., list[Line]]
WIDE = "Pada hari ini, Senin tanggal 4 Maret 2024, bertempat di balai desa dan dihadiri"


def nothing(text: str) -> bool:
    """No line opens anything."""
    return False


def wide(text: str, top: float, x1: float) -> Line:
    return Line(text, box=Box(1, 72, top, x1, top + 11), size=11)


def test_a_sentence_on_two_lines_is_one_paragraph_at_its_first_line() -> None:
    lines = (wide(WIDE, 100, 500), wide("kepala desa, rapat dimulai.", 114, 220), wide("Iuran dibahas.", 128, 160))
    found = join_wrapped(lines, nothing)
    assert [paragraph.at for paragraph in found] == [0, 2]
    assert isinstance(found[0].piece, Line)
    assert found[0].piece.text == f"{WIDE} kepala desa, rapat dimulai."


def test_a_cell_holds_paragraphs_and_the_table_keeps_its_place() -> None:
    cell = Cell(0, 0, (wide("Senin, 12 Februari", 100, 160), wide("2024", 114, 96)))
    other = Cell(0, 1, (wide("Balai desa", 100, 400),))
    found = join_wrapped((wide("Rapat warga", 80, 140), Table((cell, other), 1, 2)), nothing)
    table = found[1].piece
    assert found[1].at == 1 and isinstance(table, Table)
    assert [[line.text for line in cell.content if isinstance(line, Line)] for cell in table.cells] == [
        ["Senin, 12 Februari 2024"],
        ["Balai desa"],
    ]


def test_empty_lines_stay() -> None:
    lines = (wide("Rapat warga.", 100, 140), Line(""), wide("Balai desa", 128, 400))
    assert [(each.at, each.piece) for each in join_wrapped(lines, nothing)] == list(enumerate(lines))
