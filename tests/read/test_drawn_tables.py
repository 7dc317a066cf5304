"""Tables drawn with rules and bars in plain text and Markdown."""

import pytest

from notula.models.source import Table
from notula.pipeline.read import read_data
from notula.pipeline.read.drawn_tables import as_pipes, has_drawn_table
from notula.pipeline.read.lines import text_in
from notula.pipeline.settings import Settings

_GRID = """\
+----+------------------+-------------+
| No | Kegiatan         | PJ          |
+====+==================+=============+
| 1  | Mengecat pagar   | Seksi       |
|    | dan gapura       | Sarana      |
+----+------------------+-------------+
| 2  | Membeli bibit    | Bu Wartini  |
+----+------------------+-------------+
"""
_BOXED = """\
┌────┬──────────────────┬─────────────┐
│ No │ Kegiatan         │ PJ          │
├────┼──────────────────┼─────────────┤
│ 1  │ Mengecat pagar   │ Seksi       │
│    │ dan gapura       │ Sarana      │
│ 2  │ Membeli bibit    │ Bu Wartini  │
└────┴──────────────────┴─────────────┘
"""
_CELLS = [
    ["No", "Kegiatan", "PJ"],
    ["1", "Mengecat pagar dan gapura", "Seksi Sarana"],
    ["2", "Membeli bibit", "Bu Wartini"],
]


@pytest.mark.parametrize("name", ["rapat.txt", "rapat.md"])
@pytest.mark.parametrize("drawn", [_GRID, _BOXED])
def test_a_row_goes_from_rule_to_rule_or_from_number_to_number(drawn: str, name: str) -> None:
    content = read_data(f"Notulen\n\n{drawn}\nPenutup\n".encode(), name, Settings()).content
    table = content[1]
    assert isinstance(table, Table)
    assert table.header_rows == 1
    texts = {(cell.row, cell.column): text_in(cell) for cell in table.cells}
    assert [[texts[row, column] for column in range(3)] for row in range(3)] == _CELLS


def test_items_in_a_cell_stay_lines_of_their_own() -> None:
    rows = ["+---+---+", "| a | b |", "+---+---+", "| x | 1. satu |", "|   | dua |", "|   | 2. tiga |", "+---+---+"]
    assert as_pipes(rows)[2] == "| x | 1. satu dua<br>2. tiga |"


@pytest.mark.parametrize(
    "lines",
    [
        ["+---+---+", "| a | b |", "| c |", "+---+---+"],  # rows of different lengths
        ["+------+", "Catatan", "+------+"],
        ["+6281234", "| a | b |"],
    ],
)
def test_what_is_no_table_stays_as_it_is(lines: list[str]) -> None:
    assert as_pipes(lines) == lines


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("| a | b |\n| c | d |\n| e | f |", True),
        ("| a | b |\n| c | d |", False),  # two lines may be so by chance
        ("| a | b |\n| c | d | e |\n| f | g |", False),
        ("+--+--+\n| a | b |", True),
        ("----\n| a | b |", False),
    ],
)
def test_text_with_a_drawn_table(text: str, drawn: bool) -> None:
    assert has_drawn_table(text.splitlines()) is drawn
