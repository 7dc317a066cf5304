"""Tables of DOCX files: the grid and what stands in it."""

from typing import Any

import pytest

from notula.models.issue import Note
from notula.models.source import Line, Table

SPAN2, RESTART, CONTINUE = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def shape(table: Table) -> list[tuple[int, int, int, int, str]]:
    """The cells as (row, column, rows, columns, text)."""
    return [
        (
            cell.row,
            cell.column,
            cell.rows,
            cell.columns,
            "/".join(part.text for part in cell.content if isinstance(part, Line)),
        )
        for cell in table.cells
    ]


def test_a_plain_grid(word: Any) -> None:
    table = word.table_of(word.table(word.tr(word.tc("a"), word.tc("b")), word.tr(word.tc("c"), word.tc("d"))))
    assert (table.rows, table.columns, table.ruled, table.place) == (2, 2, True, "table 1")
    assert shape(table) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d")]


def test_columns_merged(word: Any) -> None:
    table = word.table_of(word.table(word.tr(word.tc("a", SPAN2), word.tc("b")), word.tr(*map(word.tc, "cde"))))
    assert shape(table)[:3] == [(0, 0, 1, 2, "a"), (0, 2, 1, 1, "b"), (1, 0, 1, 1, "c")]
    assert table.columns == 3


def test_rows_merged(word: Any) -> None:
    table = word.table_of(word.table(
        word.tr(word.tc("a", RESTART), word.tc("b")),
        word.tr(word.tc("", CONTINUE), word.tc("c")),
        word.tr(word.tc("d", RESTART), word.tc("e")),
        word.tr(word.tc("", CONTINUE), word.tc("f")),
    ))  # fmt: skip
    assert shape(table) == [
        (0, 0, 2, 1, "a"), (0, 1, 1, 1, "b"), (1, 1, 1, 1, "c"),
        (2, 0, 2, 1, "d"), (2, 1, 1, 1, "e"), (3, 1, 1, 1, "f"),
    ]  # fmt: skip


def test_a_merge_that_continues_nothing_is_a_cell(word: Any) -> None:
    table = word.table_of(word.table(word.tr(word.tc("a", CONTINUE), word.tc("b"))))
    assert shape(table) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b")]


def test_cells_merged_the_old_way(word: Any) -> None:
    first, second = '<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'
    table = word.table_of(word.table(word.tr(word.tc("a", first), word.tc("", second), word.tc("b"))))
    assert shape(table) == [(0, 0, 1, 2, "a"), (0, 2, 1, 1, "b")]


def test_a_row_may_start_further_right(word: Any) -> None:
    late = word.tr(word.tc("c"), properties='<w:gridBefore w:val="1"/>')
    table = word.table_of(word.table(word.tr(word.tc("a"), word.tc("b")), late))
    assert shape(table)[-1] == (1, 1, 1, 1, "c")


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([True, True, False], 2), ([False, True, False], 0), ([False, False, False], 0),
    ],
)  # fmt: skip
def test_header_rows(word: Any, marks: list[bool], expected: int) -> None:
    rows = [word.tr(word.tc("x"), properties="<w:tblHeader/>" if mark else "") for mark in marks]
    assert word.table_of(word.table(*rows)).header_rows == expected


def test_places(word: Any) -> None:
    body = word.table(word.tr(word.tc("a"), word.tc("b", SPAN2), word.tc("c")))
    table = word.table_of(body)
    assert [cell.content[0].place for cell in table.cells] == [f"table 1 row 1 cell {n}" for n in (1, 2, 3)]


def test_tables_inside_cells_stand_in_order(word: Any) -> None:
    inner = word.table(word.tr(word.tc("dalam")))
    cell = word.tc(word.p("sebelum") + inner + word.p("sesudah"))
    table = word.table_of(word.table(word.tr(word.tc("kiri"), cell)))
    before, nested, after = table.cells[1].content
    assert (before.text, after.text, nested.place) == ("sebelum", "sesudah", "table 1 row 1 cell 2 table 1")
    assert nested.cells[0].content[0].place == "table 1 row 1 cell 2 table 1 row 1 cell 1"


def test_rows_and_cells_in_content_controls(word: Any) -> None:
    cell = f"<w:sdt><w:sdtPr/><w:sdtContent>{word.tc('b')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtPr/><w:sdtContent>{word.tr(word.tc('c'), word.tc('d'))}</w:sdtContent></w:sdt>"
    table = word.table_of(word.table(word.tr(word.tc("a"), cell), row))
    assert [text for *_, text in shape(table)] == ["a", "b", "c", "d"]


def test_deleted_rows_are_left_out(word: Any) -> None:
    source = word.read(word.table(word.tr(word.tc("a")), word.tr(word.tc("b"), properties="<w:del/>")))
    assert [text for *_, text in shape(source.content[0])] == ["a"]
    assert source.notes == (Note("D001"),)


def test_an_empty_table_is_counted_but_not_given(word: Any) -> None:
    table = word.table_of(word.table(word.tr(word.tc(""))) + word.table(word.tr(word.tc("a"))))
    assert table.place == "table 2"


def test_numbering_runs_through_cells(word: Any) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    row = word.tr(word.tc(word.listed("a")), word.tc(word.listed("b")))
    table = word.table_of(word.table(row), numbering=numbering)
    assert [cell.content[0].marker for cell in table.cells] == ["1.", "2."]


@pytest.mark.parametrize("value", ["999999999", "-3", "x"])
def test_absurd_spans_are_bounded(word: Any, value: str) -> None:
    table = word.table_of(word.table(word.tr(word.tc("a", f'<w:gridSpan w:val="{value}"/>'), word.tc("b"))))
    assert 2 <= table.columns <= 64


def nested_table(word: Any, depth: int) -> str:
    body = word.p("dasar")
    for _ in range(depth):
        body = word.table(word.tr(word.tc(body + word.p("x"))))
    return body


def test_tables_nested_too_deep_are_left_out_with_a_note(word: Any) -> None:
    assert word.read(nested_table(word, 60)).notes == (Note("D004"),)


def test_tables_nested_as_deep_as_allowed_are_read(word: Any) -> None:
    source = word.read(nested_table(word, 50))
    part = source.content[0]
    for _ in range(50):
        part = part.cells[0].content[0]
    assert part.text == "dasar"
    assert source.notes == ()
