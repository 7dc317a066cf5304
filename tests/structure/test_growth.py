"""Long files: what structure does grows with their pages, not with their square. Work is counted as in calls."""

import sys
from collections.abc import Callable

import pytest

from notula.models.source import Box, Line, Table
from notula.pipeline.lexicon import load_lexicon
from notula.pipeline.structure.labels import get_labels
from notula.pipeline.structure.loose_columns import gather_loose
from notula.pipeline.structure.meetings import split_meetings
from notula.pipeline.structure.stacked_figures import gather_figures
from notula.pipeline.structure.tables import join_tables

MakeTable = Callable[..., Table]


def calls(work: Callable[[], object]) -> int:
    """How many calls of functions work takes."""
    count = 0

    def note(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_a_table_over_many_pages(make_table: MakeTable) -> None:
    def pages(number: int) -> int:
        rows = [[str(row), "Beli pompa", "Dodi"] for row in range(3)]
        tables = tuple(make_table(*rows, box=Box(page, 70, 100, 520, 200)) for page in range(1, number + 1))
        return calls(lambda: join_tables(tables))

    assert pages(80) < 7 * pages(20)


def test_heads_that_repeat_on_many_pages() -> None:
    lexicon = load_lexicon()
    texts = ("Hari/Tanggal : Senin, 5 Februari 2024", "Tempat : Aula", "Pembahasan", "Isi rapat")

    def pages(number: int) -> int:
        lines = tuple(
            Line(text, box=Box(page, 70, 100 + 14 * at, 520, 110 + 14 * at), new_page=not at)
            for page in range(1, number + 1)
            for at, text in enumerate(texts)
        )
        return calls(lambda: split_meetings(lines, lexicon))

    pages(20)
    assert pages(80) < 7 * pages(20)


@pytest.mark.parametrize("gather", [gather_loose, gather_figures])
@pytest.mark.parametrize(
    "texts",
    [("Tugas", "PIC", "Tenggat"), ("Uraian", "Harga", "Jumlah", "Pompa", "7"), ("Rina",), ("7",), ("Tugas", "Status")],
    ids=["titles", "figures", "names", "numbers", "states"],
)
def test_short_lines_that_may_be_cells(gather: Callable[..., object], texts: tuple[str, ...]) -> None:
    labels = get_labels(load_lexicon())

    def lines(number: int) -> int:
        content = tuple(Line(texts[at % len(texts)]) for at in range(number))
        return calls(lambda: gather(content, labels))

    lines(100)
    assert lines(1_600) < 7 * lines(400)
