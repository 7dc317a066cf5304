"""Tables that lines set with tabs."""

from itertools import accumulate

import pytest

from notula.models.blocks import Block
from notula.pipeline.extract.tabbed import with_tabbed_tables
from notula.pipeline.lexicon import Lexicon

TITLES = "No\tKegiatan\tPelaksana\tWaktu\tKet"


def blocks(*texts: str) -> list[Block]:
    starts = accumulate((len(text) + 1 for text in texts), initial=0)
    return [Block("paragraph", start, start + len(text), text) for start, text in zip(starts, texts, strict=False)]


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        pytest.param(("1\tCetak\tRani\tMei\t-", "2\tSewa\tDodi\tJuni\t-"), [5, 5], id="whole"),
        pytest.param(("1\tCetak\tRani\tMei", "2\tSewa\tDodi"), [5, 5], id="cells-left-out"),
    ],
)
def test_rows_below_titles(rows: tuple[str, ...], cells: list[int], lexicon: Lexicon) -> None:
    (table,) = with_tabbed_tables(blocks(TITLES, *rows), lexicon)
    assert table.table is not None
    assert [len(row) for row in table.table.rows[1:]] == cells
    assert [row[1].text for row in table.table.rows[1:]] == ["Cetak", "Sewa"]


@pytest.mark.parametrize("line", ["Rani\tDodi", "3 orang", "Ditutup pukul 12.00"])
def test_lines_that_are_no_rows(line: str, lexicon: Lexicon) -> None:
    found = with_tabbed_tables(blocks(TITLES, "1\tCetak\tRani\tMei", line), lexicon)
    assert len(found) == 2 and found[1].text == line
