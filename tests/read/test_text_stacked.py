"""Tables whose cells stand below each other, a line each."""

import pytest

from notula.models.source import Line, Table
from notula.pipeline.read.plain import read_text
from notula.pipeline.settings import Settings

TITLES = "No\nKegiatan\nPetugas\nBatas\n"


def content(text: str) -> list[Line | Table]:
    return list(read_text(text.encode(), Settings()).content)


def rows(text: str) -> list[list[str]]:
    """The cells of the only table of a text, the lines of each apart by a slash."""
    (table,) = (part for part in content(text) if isinstance(part, Table))
    grid = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        grid[cell.row][cell.column] = "/".join(line.text for line in cell.content if isinstance(line, Line))
    return grid


FIRST, SECOND = ["1", "Menyusun daftar warga", "Anwar", "5 Mei 2024"], ["2", "Membeli pompa air", "Lina", "Juni 2024"]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        pytest.param([FIRST, SECOND], [FIRST, SECOND], id="a line each"),
        pytest.param(
            [FIRST, ["2", "Membeli pompa air", "", ""], ["3", "Doa", "", "Mei"]],
            [FIRST, ["2", "Membeli pompa air", "", ""], ["3", "Doa", "", "Mei"]],
            id="blank lines are empty cells",
        ),
        pytest.param(
            [FIRST, ["", "Mencetak daftar warga", "Yusuf", "Mei"], SECOND],
            [FIRST, ["", "Mencetak daftar warga", "Yusuf", "Mei"], SECOND],
            id="a row without a number",
        ),
        pytest.param(
            [FIRST, SECOND, ["3", "Mencetak daftar warga", "Yusuf", "Siti", "9 Mei 2024"], ["4", "Doa", "Lina", "Mei"]],
            [FIRST, SECOND, ["3", "Mencetak daftar warga", "Yusuf/Siti", "9 Mei 2024"], ["4", "Doa", "Lina", "Mei"]],
            id="a cell of two lines",
        ),
        pytest.param(
            [FIRST, SECOND, ["3", "Kirim", "2", "Mei"], ["4", "Doa", "Lina", "Mei"]],
            [FIRST, SECOND, ["3", "Kirim", "2", "Mei"], ["4", "Doa", "Lina", "Mei"]],
            id="numbers in other columns",
        ),
    ],
)
def test_rows_have_as_many_lines_as_there_are_titles(below: list[list[str]], expected: list[list[str]]) -> None:
    text = TITLES + "\n".join("\n".join(row) for row in below)
    assert rows(text) == [TITLES.split("\n")[:-1], *expected]


def test_a_blank_line_may_part_each_cell_from_the_next() -> None:
    below = [FIRST, ["2", "Membeli pompa air", "", ""], ["3", "Doa", "", "Mei"], ["4", "Cat pagar", "Lina", ""]]
    assert rows("\n\n".join([TITLES.rstrip().replace("\n", "\n\n"), *("\n\n".join(row) for row in below)]))[1:] == below


def test_rows_may_be_numbered_by_letters_and_parts() -> None:
    below = [["A", "PROGRES", "", ""], ["A.1", "Pasang jaring", "Anwar", "Mei"], ["B", "BIAYA", "", ""]]
    assert rows(TITLES + "\n".join("\n".join(row) for row in below))[1:] == below


def test_what_follows_the_last_row_is_text() -> None:
    text = TITLES + "\n".join([*FIRST, *SECOND, "", "Rapat ditutup.", "Hormat kami,"])
    found = content(text)
    assert isinstance(found[0], Table)
    assert [line.text for line in found[1:] if isinstance(line, Line)] == ["Rapat ditutup.", "Hormat kami,"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("No\nKegiatan\nPetugas\nMenyusun daftar\nAnwar", id="no numbers"),
        pytest.param(TITLES + "\n".join(FIRST), id="one row"),
        pytest.param(TITLES + "1\nsatu\n2\ndua\ntiga\n3\nempat\nlima\nenam\ntujuh\n4", id="rows of other lengths"),
        pytest.param(f"No\n{'Kegiatan yang panjang ' * 4}\nPetugas\n1\na\nb\n2\nc\nd", id="text between"),
    ],
)
def test_what_is_no_sure_table_stays_lines(text: str) -> None:
    assert not any(isinstance(part, Table) for part in content(text))
