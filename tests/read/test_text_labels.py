"""Labels of plain text that stand away from their values."""

import pytest

from notula.pipeline.read.text_labels import labels_beside
from notula.pipeline.read.text_tables import Printed


def printed(text: str) -> list[Printed]:
    """The lines of a text that hold anything."""
    found, blank = [], 0
    for row in text.splitlines():
        if row.strip():
            found.append(Printed(row, blank, new_page=False))
        blank = 0 if row.strip() else blank + 1
    return found


FORM = ["Hari/Tanggal : Senin, 6 Mei 2024", "Waktu : 09.00 WIB", "Tempat : Balai Tani"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "RAPAT\n\nHari/Tanggal\nWaktu\nTempat\n:\n:\n:\nSenin, 6 Mei 2024\n09.00 WIB\nBalai Tani\n\nDibuka.",
            id="labels, colons, values",
        ),
        pytest.param(
            "RAPAT\n\nHari/Tanggal\nWaktu\nTempat\n\n:\n:\n:\n\nSenin, 6 Mei 2024\n09.00 WIB\nBalai Tani\n\nDibuka.",
            id="blank lines between",
        ),
        pytest.param(
            "RAPAT\n\nHari/Tanggal\nWaktu\nTempat\n: Senin, 6 Mei 2024\n: 09.00 WIB\n: Balai Tani\nDibuka.",
            id="values behind their colons",
        ),
    ],
)
def test_labels_are_joined_with_their_values(text: str) -> None:
    assert [line.text for line in labels_beside(printed(text))] == ["RAPAT", *FORM, "Dibuka."]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Waktu\nTempat\n:\n:\n09.00\nBalai Tani\n\nDibuka.", id="two"),
        pytest.param("Hari\nWaktu\nTempat\n:\n:\n:\nSenin\n09.00\nBalai Tani\nUtara\n\nDibuka.", id="a value wraps"),
        pytest.param("Notulen\nHari\nWaktu\nTempat\n:\n:\n:\nSenin\n09.00\nBalai Tani", id="a line too many above"),
        pytest.param("Hari\nWaktu.\nTempat\n:\n:\n:\nSenin\n09.00\nBalai Tani", id="a sentence above"),
        pytest.param("Hari :\nWaktu :\nTempat :\n: Senin\n: 09.00\n: Balai Tani", id="colons on both sides"),
        pytest.param("Hari : Senin\nWaktu : 09.00\nTempat : Balai Tani", id="beside each other already"),
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert labels_beside(printed(text)) == printed(text)
