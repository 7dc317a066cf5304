"""Tables over a page break are one table."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from notula.models.source import Box, Line, Table
from notula.pipeline.structure.tables import join_tables

MakeTable = Callable[..., Table]
TITLES = ["No", "Tugas", "PIC"]


def box(page: int, x0: float = 70, x1: float = 520) -> Box:
    return Box(page, x0, 60, x1, 300)


def texts(table: Table) -> list[list[str]]:
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = " ".join(line.text for line in cell.content if isinstance(line, Line))
    return rows


@pytest.mark.parametrize(
    ("second", "rows"),
    [
        pytest.param([["2", "Beli pipa", "Dodi"]], [["2", "Beli pipa", "Dodi"]], id="same-edges"),
        pytest.param([TITLES, ["2", "Beli pipa", "Dodi"]], [["2", "Beli pipa", "Dodi"]], id="titles-repeated"),
        pytest.param(
            [["NO.", "TUGAS", "PIC"], ["2", "Beli pipa", "Dodi"]], [["2", "Beli pipa", "Dodi"]], id="titles-in-capitals"
        ),
    ],
)
def test_joined(make_table: MakeTable, second: list[list[str]], rows: list[list[str]]) -> None:
    first = [TITLES, ["1", "Cari gudang", "Rani"]]
    (joined,) = join_tables((make_table(*first, box=box(1)), make_table(*second, box=box(2))))
    assert isinstance(joined, Table)
    assert texts(joined) == [*first, *rows]


@pytest.mark.parametrize(
    ("rest", "last"),
    [
        pytest.param(["", "bersama RT", ""], ["1", "Cari gudang bersama RT", "Rani"], id="sentence"),
        pytest.param(["", "Milik RT", ""], ["1", "Cari gudang Milik RT", "Rani"], id="no number"),
        pytest.param(["2", "bersama RT", ""], None, id="a number"),
        pytest.param(["", "Milik RT", "Dodi"], ["1", "Cari gudang Milik RT", "Rani Dodi"], id="two cells"),
    ],
)
def test_a_row_that_the_page_break_cut(make_table: MakeTable, rest: list[str], last: list[str] | None) -> None:
    first = make_table(TITLES, ["1", "Cari gudang", "Rani"], box=box(1))
    (joined,) = join_tables((first, make_table(rest, ["3", "Beli pipa", "Dodi"], box=box(2))))
    assert isinstance(joined, Table)
    assert texts(joined)[1:-1] == ([last] if last else [["1", "Cari gudang", "Rani"], rest])


def test_same_titles_join_at_other_edges(make_table: MakeTable) -> None:
    first = make_table(TITLES, ["1", "Cari gudang", "Rani"], box=box(1))
    second = make_table(TITLES, ["2", "Beli pipa", "Dodi"], box=box(2, 90, 500))
    assert len(join_tables((first, second))) == 1


def placed(table: Table, *starts: float) -> Table:
    """A table without rules whose columns start there."""
    page = table.box.page if table.box else 0
    cells = (
        replace(cell, content=tuple(line._replace(box=box(page, starts[cell.column])) for line in cell.content))
        for cell in table.cells
    )
    return replace(table, cells=tuple(cells), ruled=False)


@pytest.mark.parametrize(
    ("starts", "count"),
    [pytest.param((70, 100, 300), 1, id="same-starts"), pytest.param((70, 100, 340), 2, id="other-starts")],
)
def test_without_rules_it_tells_where_the_columns_start(
    make_table: MakeTable, starts: tuple[float, ...], count: int
) -> None:
    first = placed(make_table(TITLES, ["1", "Cari gudang", "Rani Wulandari"], box=box(1)), 70, 100, 300)
    second = placed(make_table(["2", "Beli pipa", "Dodi"], box=box(2, 70, 400)), *starts)
    assert len(join_tables((first, second))) == count


def test_labels_and_colons_on_the_next_page_are_a_form_of_their_own(make_table: MakeTable) -> None:
    first = placed(make_table(["Hari", ":", "Senin"], ["Tempat", ":", "Balai warga"], box=box(1)), 70, 140, 150)
    second = placed(make_table(["Hari", ":", "Rabu"], box=box(2, 70, 400)), 70, 140, 150)
    assert len(join_tables((first, second))) == 2


def test_over_three_pages(make_table: MakeTable) -> None:
    pages = tuple(make_table(TITLES, [str(n), "Beli pipa", "Dodi"], box=box(n)) for n in (1, 2, 3))
    (joined,) = join_tables(pages)
    assert isinstance(joined, Table)
    assert [row[0] for row in texts(joined)] == ["No", "1", "2", "3"]


@pytest.mark.parametrize(
    ("second", "at"),
    [
        pytest.param([["2", "Beli pipa", "Dodi"]], box(1), id="same-page"),
        pytest.param([["2", "Beli pipa", "Dodi"]], box(3), id="page-between"),
        pytest.param([["2", "Beli pipa"]], box(2), id="other-columns"),
        pytest.param([["2", "Beli pipa", "Dodi"]], box(2, 110, 400), id="other-edges"),
        pytest.param([["2", "Beli pipa", "Dodi"]], None, id="no-page"),
    ],
)
def test_kept_apart(make_table: MakeTable, second: list[list[str]], at: Box | None) -> None:
    content = (make_table(TITLES, ["1", "Cari gudang", "Rani"], box=box(1)), make_table(*second, box=at))
    assert join_tables(content) == content


def test_text_between_keeps_tables_apart(make_table: MakeTable) -> None:
    content = (make_table(TITLES, box=box(1)), Line("Lampiran"), make_table(TITLES, box=box(2)))
    assert join_tables(content) == content


def test_other_fields_of_the_first_are_kept(make_table: MakeTable) -> None:
    first = replace(make_table(TITLES, ["1", "x", "y"], box=box(1)), ruled=False, header_rows=1, place="table 1")
    (joined,) = join_tables((first, make_table(["2", "x", "y"], box=box(2))))
    assert isinstance(joined, Table)
    assert (joined.ruled, joined.header_rows, joined.place, joined.box) == (False, 1, "table 1", box(1))


def test_a_table_within_a_cell_goes_on_too(make_table: MakeTable) -> None:
    def holding(page: int, *rows: list[str]) -> Table:
        inner = make_table(*rows, box=Box(page, 150, 100, 450, 200))
        outer = make_table(["Tugas", ""], box=Box(page, 70, 90, 500, 210))
        return replace(outer, cells=(outer.cells[0], replace(outer.cells[1], content=(inner,))))

    second = holding(2, ["cat", "Dodi"])
    second = replace(second, cells=(replace(second.cells[0], content=()), second.cells[1]))
    (joined,) = join_tables((holding(1, ["Apa", "Siapa"], ["pompa", "Rani"]), second))
    (whole,) = joined.cells[1].content
    assert whole.rows == 3
