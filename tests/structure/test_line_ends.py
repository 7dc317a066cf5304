"""What ends and beginnings of lines tell."""

import pytest

from notula.pipeline.structure.line_ends import is_cut


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("Data pompa disampaikan kepada", "Sekretariat paling lambat Jumat", id="small-word"),
        pytest.param("Narasumber rapat adalah Prof.", "Dr. Laksmi Wardani", id="title"),
        pytest.param("Tokoh masyarakat (Haji Darma", "Putra)", id="in-a-bracket"),
        pytest.param("Rapat pompa di balai desa, Senin 4", "Maret 2024 pukul 09.00", id="day-and-month"),
        pytest.param("Rapat pompa di balai desa, Senin 4 Maret", "2024 pukul 09.00", id="month-and-year"),
    ],
)
def test_a_line_that_breaks_off(before: str, after: str) -> None:
    assert is_cut(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("Data pompa disampaikan.", "Sekretariat menyusun laporan", id="sentence"),
        pytest.param("RAPAT WARGA DAN", "PENGURUS", id="title-in-capitals"),
        pytest.param("Tokoh masyarakat (Haji Darma)", "Kader posyandu (Bu Rini)", id="closed-bracket"),
        pytest.param("Ruang 4", "Marka jalan dicat ulang", id="word-like-a-month"),
    ],
)
def test_a_line_that_may_end(before: str, after: str) -> None:
    assert not is_cut(before, after)


@pytest.mark.parametrize(
    ("before", "after", "cut"),
    [
        ("Rani menyetor iuran paling lambat", "18 Oktober.", True), ("Rani menyetor iuran sebelum", "5 Mei 2024", True),
        ("Rani menyetor iuran", "18 Oktober kerja bakti", False), ("Iuran naik sampai", "25 ribu", False),
    ],
)
def test_a_line_breaks_off_before_the_day_of_a_limit(before: str, after: str, cut: bool) -> None:
    assert is_cut(before, after) is cut
