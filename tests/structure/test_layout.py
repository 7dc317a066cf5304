"""The canonical text, and that every block, line and cell says where in it it stands."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notula.models.blocks import Block, Document, GridCell
from notula.models.source import Box, Cell, Line, Source, Table
from notula.pipeline.structure.markers import parse_marker

PLAIN = "text/plain"


def cells_in(blocks: tuple[Block, ...]) -> Iterator[GridCell]:
    for block in blocks:
        for row in block.table.rows if block.table else ():
            for cell in row:
                yield cell
                if not cell.derived:
                    yield from cells_in(cell.blocks)


def blocks_in(blocks: tuple[Block, ...]) -> Iterator[Block]:
    yield from blocks
    for cell in cells_in(blocks):
        yield from cell.blocks


def check_offsets(document: Document) -> None:
    """Every piece of a document is the slice of its text that it says it is."""
    pieces: list[Block | GridCell] = [*blocks_in(document.blocks), *cells_in(document.blocks)]
    for piece in pieces:
        assert document.text[piece.start : piece.end].replace("\n", " ") == piece.text
    for placed in document.lines:
        assert document.text[placed.start : placed.end] == placed.line.text
    for aside in document.furniture:
        assert document.text[aside.start : aside.end] == aside.text
    assert [block.start for block in document.blocks] == sorted(block.start for block in document.blocks)
    assert all(one.end <= other.start for one, other in zip(document.blocks, document.blocks[1:], strict=False))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param((Line("Rapat"), Line("Desa")), "Rapat\nDesa", id="a-line-each"),
        pytest.param(
            (Line("Buka", marker="1."), Line("Tutup", marker="2.")), "1. Buka\n2. Tutup", id="automatic-numbers"
        ),
        pytest.param((Line("1. Buka"),), "1. Buka", id="written-number"),
        pytest.param((Line("a\tb"),), "a\tb", id="tab"),
    ],
)
def test_canonical_text_of_lines(minutes: Any, content: tuple[Line, ...], text: str) -> None:
    assert minutes.document(Source(PLAIN, content)).text == text


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        pytest.param([["a", "b"], ["c", "d"]], "a\tb\nc\td", id="rows-and-cells"),
        pytest.param([["a\nb", "c"]], "a\nb\tc", id="two-lines-in-a-cell"),
    ],
)
def test_canonical_text_of_a_table(minutes: Any, rows: list[list[str]], text: str) -> None:
    assert minutes.document(Source(PLAIN, (minutes.table(*rows),))).text == text


def test_table_between_lines(minutes: Any) -> None:
    document = minutes.document(Source(PLAIN, (Line("atas"), minutes.table(["a", "b"]), Line("bawah"))))
    assert document.text == "atas\na\tb\nbawah"
    assert [block.kind for block in document.blocks] == ["paragraph", "table", "paragraph"]
    check_offsets(document)


def test_table_of_a_single_cell_is_a_box(minutes: Any) -> None:
    blocks = minutes.blocks(Source(PLAIN, (minutes.table(["Pembahasan\n1. Pompa"]),)))
    assert [(block.kind, block.text) for block in blocks] == [("paragraph", "Pembahasan"), ("item", "Pompa")]


def test_merged_cell_stands_at_each_place(minutes: Any) -> None:
    cells = (Cell(0, 0, (Line("Rani"),), rows=2), Cell(0, 1, (Line("pompa"),)), Cell(1, 1, (Line("pipa"),)))
    document = minutes.document(Source(PLAIN, (Table(cells, 2, 2),)))
    assert document.blocks[0].table is not None
    rows = document.blocks[0].table.rows
    assert [[(cell.text, cell.derived) for cell in row] for row in rows] == [
        [("Rani", False), ("pompa", False)],
        [("Rani", True), ("pipa", False)],
    ]
    assert document.text.count("Rani") == 1


def test_a_cell_over_several_columns_does_not_widen_the_first(minutes: Any) -> None:
    def line(text: str, x0: float, top: float) -> Line:
        return Line(text, box=Box(1, x0, top, x0 + 6 * len(text), top + 11), indent=x0)

    cells = (
        Cell(0, 0, (line("Laporan kemajuan pekerjaan perbaikan pompa dan pipa", 70, 60),), columns=2, sides=(65, 400)),
        Cell(1, 0, (line("Kamis, 5 Oktober", 70, 80), line("2023", 70, 93)), sides=(65, 175)),
        Cell(1, 1, (line("Balai", 180, 80),), sides=(175, 400)),
    )
    source = Source("application/pdf", (Table(cells, 2, 2, box=Box(1, 65, 55, 400, 110)),), pages=1, wrapped=True)
    (block,) = minutes.blocks(source)
    assert [each.text for each in block.table.rows[1][0].blocks] == ["Kamis, 5 Oktober 2023"]


def test_empty_rows_are_left_out(minutes: Any) -> None:
    assert [[cell.text for cell in row] for row in minutes.grid(["a", "b"], ["", ""], ["c", ""]).rows] == [
        ["a", "b"],
        ["c", ""],
    ]


def test_a_row_that_numbers_the_columns_is_left_out(minutes: Any) -> None:
    titles, counted, task = ["No", "Tugas", "PIC"], ["1", "(2)", "3."], ["1", "Kas", "Rani"]
    assert [[cell.text for cell in row] for row in minutes.grid(titles, counted, task).rows] == [titles, task]
    assert len(minutes.grid(titles, ["1", "2", "4"], task).rows) == 3
    assert len(minutes.grid(["No", "PIC"], ["1", "2"]).rows) == 2


def test_table_without_text_is_no_block(minutes: Any) -> None:
    assert [b.kind for b in minutes.blocks(Source(PLAIN, (Line("atas"), minutes.table(["", ""]))))] == ["paragraph"]


def test_list_in_a_cell(minutes: Any) -> None:
    ((cell, _),) = minutes.grid(["1. Buka\n2. Tutup", "Rani"]).rows
    assert [(block.marker, block.text) for block in cell.blocks] == [("1.", "Buka"), ("2.", "Tutup")]


def test_nested_table(minutes: Any) -> None:
    inner = minutes.table(["x", "y"])
    outer = Table((Cell(0, 0, (Line("luar"), inner)), Cell(0, 1, (Line("kanan"),))), 1, 2)
    document = minutes.document(Source(PLAIN, (outer,)))
    check_offsets(document)
    assert document.blocks[0].table is not None
    assert [block.kind for block in document.blocks[0].table.rows[0][0].blocks] == ["paragraph", "table"]


def test_marked_header_rows_are_kept(minutes: Any) -> None:
    table = Table(
        (Cell(0, 0, (Line("a"),)), Cell(1, 0, (Line("b"),))), 2, 1, ruled=False, header_rows=1, place="table 1"
    )
    (block,) = minutes.blocks(Source(PLAIN, (table,)))
    assert block.table is not None
    assert (block.table.header, block.table.ruled, block.table.place) == (1, False, "table 1")


words = st.text(alphabet="abcMNO 12.:;,-•\t()", max_size=60)
texts = st.one_of(words, st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=60))
looks = st.fixed_dictionaries({
    "text": texts,
    "bold": st.booleans(),
    "indent": st.sampled_from([0.0, 18.0, 36.0]),
    "marker": st.sampled_from([None, None, "1.", "a)", "•", "iv."]),
    "level": st.sampled_from([None, 0, 1]),
    "outline": st.sampled_from([None, None, None, 1]),
    "continues": st.booleans(),
    "spaced": st.booleans(),
})
lines = looks.map(lambda own: Line(**own))
tables = st.lists(st.lists(texts, min_size=2, max_size=3), min_size=1, max_size=3)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(content=st.lists(st.one_of(lines, tables), max_size=12), wrapped=st.booleans())
def test_any_content_is_laid_out(minutes: Any, content: list[Line | list[list[str]]], wrapped: bool) -> None:
    pieces = tuple(piece if isinstance(piece, Line) else minutes.table(*piece) for piece in content)
    for document in minutes.documents(Source(PLAIN, pieces, wrapped=wrapped)):
        check_offsets(document)


@settings(deadline=None, max_examples=40)
@given(content=st.lists(lines, max_size=15), wrapped=st.booleans())
def test_every_line_is_in_one_block(minutes: Any, content: list[Line], wrapped: bool) -> None:
    for document in minutes.documents(Source(PLAIN, tuple(content), wrapped=wrapped)):
        held = [placed for block in document.blocks for placed in block.lines]
        assert len({id(placed) for placed in held}) == len(held)
        for placed in document.lines:
            text = placed.line.text.lstrip(" :")  # the colon of a form may stand before a number: ":1."
            marker = parse_marker(text)
            bare = marker is not None and marker.length == len(text)
            assert placed in held or bare or not placed.line.text.strip()


def test_paragraphs_in_cells_stay_apart_where_the_text_around_them_is_wrapped(minutes: Any) -> None:
    names = Cell(0, 0, (Line("Kepala Dinas Pertanian dan"), Line("camat yang hadir")))
    table = Table((names, Cell(0, 1, (Line("hadir"),))), 1, 2)
    (block,) = minutes.blocks(Source(PLAIN, (table,), wrapped=True))
    assert [each.text for each in block.table.rows[0][0].blocks] == ["Kepala Dinas Pertanian dan", "camat yang hadir"]
