"""Whether a short form is made of the beginnings of words."""

import pytest

from notula.pipeline.extract.abbreviations import abbreviates


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("YCK", "Yayasan Cahaya Kota", True), ("KoDW", "Koalisi Data Warga", True), ("Pusdatin",
         "Pusat Data dan Informasi", True),
        ("Dit. TAW", "Direktorat Tata Air Wilayah", True), ("BKKBN",
         "Badan Kependudukan dan Keluarga Berencana Nasional", True),
        ("YCK", "Yayasan Kota", False), ("ABC", "Yayasan Cahaya Kota", False), ("izin", "Dinas Sosial", False), ("",
         "Dinas", False),
    ],
)  # fmt: skip
def test_abbreviates(short: str, long: str, expected: bool) -> None:
    assert abbreviates(short, long.split()) is expected
