"""Tables that tabs set, a row on each line."""

import pytest

from notula.models.source import Cell, Line, Table
from notula.pipeline.read.plain import read_text
from notula.pipeline.settings import Settings


def rows(text: str) -> list[list[str]]:
    """The cells of the tables of a text, row by row."""
    tables = (part for part in read_text(text.encode(), Settings()).content if isinstance(part, Table))
    return [[_text(cell) for cell in table.cells if cell.row == at] for table in tables for at in range(table.rows)]


def _text(cell: Cell) -> str:
    return " ".join(line.text for line in cell.content if isinstance(line, Line))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "No\tKegiatan\tPetugas\tBatas\n1\tMendata warga\tAnwar\t5 Mei\n2\tDoa\t\tMei\n3\tMembeli pompa\nDemikian.",
            [["1", "Mendata warga", "Anwar", "5 Mei"], ["2", "Doa", "", "Mei"], ["3", "Membeli pompa", "", ""]],
            id="numbered",
        ),
        pytest.param(
            "No | Kegiatan | Petugas | Batas\n1 | Mendata warga | Anwar | 5 Mei\n2 | Doa | - | Mei\nDemikian.",
            [["1", "Mendata warga", "Anwar", "5 Mei"], ["2", "Doa", "-", "Mei"]],
            id="bars",
        ),
        pytest.param(
            "| Kegiatan | Petugas | Batas |\n| Mendata warga | Anwar | 5 Mei |\n| Doa | | Mei |\n",
            [["Mendata warga", "Anwar", "5 Mei"], ["Doa", "", "Mei"]],
            id="bars around",
        ),
        pytest.param(
            "Kegiatan\tPetugas\tBatas\nMendata warga\tAnwar\t5 Mei\nDoa\tLina\tMei\n",
            [["Mendata warga", "Anwar", "5 Mei"], ["Doa", "Lina", "Mei"]],
            id="no-numbers",
        ),
        pytest.param(
            "No\tKegiatan\t\tPetugas\n1\tMendata warga\tAnwar\n2\tDoa\t\t\tLina\n",
            [["1", "Mendata warga", "Anwar"], ["2", "Doa", "Lina"]],
            id="tabs-for-looks",
        ),
    ],
)
def test_a_row_a_line(text: str, expected: list[list[str]]) -> None:
    assert rows(text)[1:] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Hari\t:\tSenin\nTempat\t:\tAula\nPukul\t:\t09.00\n", id="labels"),
        pytest.param("Ketua,\t\tNotulis,\n\n\nAnwar\t\tLina\n", id="signatures"),
        pytest.param("Kegiatan\tPetugas\tBatas\nMendata warga\tAnwar\t5 Mei\nSekian.\n", id="one-row"),
    ],
)
def test_other_lines_with_tabs_stay_lines(text: str) -> None:
    assert rows(text) == []
