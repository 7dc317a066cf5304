"""Tables of figures whose cells stand below each other as lines of plain text."""

from typing import Any

import pytest

from tests.structure.test_stacked_columns import rows

TITLES = "Indikator\nStandar\nCapaian\nKet.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{TITLES}Cuci tangan\n≥ 85%\n88%\nnaik\nTunggu\n≤ 2 hari\n1,7 hari\nturun\nGelang\n100%\n-\nhabis\n\n",
            [["Indikator", "Standar", "Capaian", "Ket."], ["Cuci tangan", "≥ 85%", "88%", "naik"],
             ["Tunggu", "≤ 2 hari", "1,7 hari", "turun"], ["Gelang", "100%", "-", "habis"]],
            id="targets-and-results",
        ),
        pytest.param(
            "Program\nSasaran\nHasil\nKas masuk\n38\n31\nKas keluar\nmaks 3\n4\nIuran\nRp 1.870\n1.402\n",
            [["Program", "Sasaran", "Hasil"], ["Kas masuk", "38", "31"], ["Kas keluar", "maks 3", "4"],
             ["Iuran", "Rp 1.870", "1.402"]],
            id="amounts",
        ),
    ],
)  # fmt: skip
def test_figures_in_every_row_make_a_table(minutes: Any, text: str, expected: list[list[str]]) -> None:
    assert rows(minutes, f"NOTULEN RAPAT WARGA\n\nPeserta: 18 orang\n{text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Barang\nHarga\nTenda\n100.000\nSound\n250.000\nKursi\n80.000\n", id="one-column-of-figures"),
        pytest.param(f"{TITLES}Cuci tangan\n85%\n88%\ntercapai\nGelang\n100%\n96%\nhabis\n", id="two-rows"),
        pytest.param("Nama\nPeran\nRani\nAnalis\nDodi\nLurah\nWulan\nPenulis\n", id="no-figures"),
    ],
)
def test_less_stays_lines(minutes: Any, text: str) -> None:
    assert not any("%" in " ".join(row) or "000" in " ".join(row) for row in rows(minutes, f"NOTULEN RAPAT\n\n{text}"))
