"""The dashes that fill the lines of a deed."""

from typing import Any

DEED = (
    "BERITA ACARA RAPAT -----\n\n-Hadir dalam rapat : ---------\n\n1. Tuan WIRYO; ------\n\n-------\n\n"
    "-Rapat ditutup. ----\n"
)


def test_fillings_of_a_deed_are_no_text(minutes: Any) -> None:
    assert [block.text for block in minutes.blocks(DEED)] == [
        "BERITA ACARA RAPAT", "Hadir dalam rapat :", "Tuan WIRYO;", "Rapat ditutup.",
    ]  # fmt: skip


def test_few_dashes_make_no_deed(minutes: Any) -> None:
    assert minutes.blocks("Iuran bulan Mei ---\n\nLampu taman mati.\n")[0].text.endswith("---")
