"""Cells at the side of a form that hold a letterhead or a crest."""

import pytest

from notula.models.source import Cell, Line, Source, Table
from notula.pipeline.lexicon import load_lexicon
from notula.pipeline.structure.crest_cells import set_crests_above
from notula.pipeline.structure.documents import build_documents
from notula.pipeline.structure.labels import get_labels

LABELS = get_labels(load_lexicon())
ROWS = (("Hari/Tanggal", "Senin, 3 Maret 2025"), ("Waktu", "09.00 WIB"), ("Tempat", "Aula"))


def cell(row: int, column: int, text: str, rows: int = 1, columns: int = 1) -> Cell:
    return Cell(row, column, tuple(Line(line) for line in text.split("\n") if line), rows, columns)


def cells(rows: tuple[tuple[str, str], ...], column: int = 0, row: int = 0) -> tuple[Cell, ...]:
    return tuple(
        cell(at, column + beside, text) for at, texts in enumerate(rows, row) for beside, text in enumerate(texts)
    )


def table(*parts: Cell) -> Table:
    placed = tuple(sorted(parts, key=lambda each: (each.row, each.column)))
    rows = max(each.row + each.rows for each in placed)
    return Table(placed, rows, max(each.column + each.columns for each in placed))


FORM = table(*cells(ROWS))
CREST = Line("RSUD MELATI")


@pytest.mark.parametrize(
    ("whole", "expected"),
    [
        pytest.param(table(cell(0, 0, CREST.text, 3), *cells(ROWS, 1)), (CREST, FORM), id="left"),
        pytest.param(table(cell(0, 2, CREST.text, 3), *cells(ROWS)), (CREST, FORM), id="right"),
        pytest.param(table(cell(0, 0, "", 3), *cells(ROWS, 1)), (FORM,), id="a-picture"),
        pytest.param(
            table(cell(0, 0, CREST.text, 3), *cells(ROWS, 1), cell(0, 3, "", 3)), (CREST, FORM), id="both-sides"
        ),
        pytest.param(
            table(cell(0, 0, CREST.text, 3), *cells(ROWS, 1), cell(3, 0, "Agenda"), cell(3, 1, "Iuran", columns=2)),
            (CREST, FORM, table(cell(0, 0, "Agenda"), cell(0, 1, "Iuran", columns=2))),
            id="more-below",
        ),
    ],
)
def test_a_letterhead_beside_a_form_stands_above_it(whole: Table, expected: tuple[Line | Table, ...]) -> None:
    assert set_crests_above((whole,), LABELS) == expected


@pytest.mark.parametrize(
    "whole",
    [
        pytest.param(
            table(cell(0, 0, "Peserta", 3), *cells((("Rina", "Ketua"), ("Budi", "Bendahara"), ("Sari", "Warga")), 1)),
            id="a-label",
        ),
        pytest.param(
            table(cell(0, 0, "Humas", 3), *cells((("Cetak brosur", "3 Mei"), ("Undang", "4 Mei"), ("Tata", "")), 1)),
            id="an-owner",
        ),
        pytest.param(table(cell(0, 0, "Waktu dan tempat", 2), *cells(ROWS[1:], 1)), id="two-rows"),
        pytest.param(table(*cells(ROWS)), id="no-such-cell"),
    ],
)
def test_other_merged_cells_stay(whole: Table) -> None:
    assert set_crests_above((whole,), LABELS) == (whole,)


def test_forms_with_a_letterhead_in_the_page_headers_of_sections_are_meetings() -> None:
    def section(day: str) -> tuple[Line | Table, ...]:
        rows = (("Hari/Tanggal", day), *ROWS[1:])
        parts = (cell(0, 0, "RSUD MELATI", 4), cell(0, 1, "NOTULA RAPAT MUTU", columns=2), *cells(rows, 1, 1))
        lines = [
            Cell(
                each.row,
                each.column,
                tuple(
                    line._replace(place="header table 1", origin="header")
                    for line in each.content
                    if isinstance(line, Line)
                ),
                each.rows,
                each.columns,
            )
            for each in parts
        ]
        form = table(*lines)
        header = Table(form.cells, form.rows, form.columns, place="header table 1")
        texts = ("Peserta:", "Rina", "Tindak Lanjut", "Rina mengirim data.")
        return (header, *(Line(text, "paragraph 1") for text in texts))

    days = ("Senin, 3 Maret 2025", "Kamis, 6 Maret 2025")
    documents = build_documents(Source("x", tuple(piece for day in days for piece in section(day))), load_lexicon())
    assert [day in document.text for day, document in zip(days, documents, strict=True)] == [True, True]
