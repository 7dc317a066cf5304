"""Parties that share a head."""

import pytest

from notula.pipeline.extract.shared_heads import headed_units, split_series, split_shared_head
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seksi Acara dan Konsumsi", [("Seksi Acara", None), ("Konsumsi", "Seksi Konsumsi")]),
        (
            "Seksi alat, dokumentasi dan publikasi",
            [("Seksi alat", None), ("dokumentasi", "Seksi dokumentasi"), ("publikasi", "Seksi publikasi")],
        ),
        (
            "Seksi alat, humas dan konsumsi",
            [("Seksi alat", None), ("humas", "Seksi humas"), ("konsumsi", "Seksi konsumsi")],
        ),
        ("Sie acara dan humas", [("Sie acara", None), ("humas", "Sie humas")]),
        ("Kelurahan Ambar dan Humas", []),
        ("Seksi acara dan sekretaris", []),
        ("Desa Ambar & Lesung", [("Desa Ambar", None), ("Lesung", "Desa Lesung")]),
        ("Seksi Acara", []),
        ("Bagian Umum dan Keuangan", []),
        ("Seksi Acara dan Bappeda", []),
    ],
)
def test_split_shared_head(text: str, expected: list[tuple[str, str | None]]) -> None:
    parts = split_shared_head(text, LEXICON)
    assert [(part.text, part.full) for part in parts] == expected
    assert all(text[part.start : part.end] == part.text for part in parts)


def test_headed_units() -> None:
    offices = ["kabid niaga", "kepala seksi acara", "ka. gudang", "kabid", "camat ambar"]
    assert list(headed_units(offices, LEXICON)) == ["bidang niaga", "seksi acara", "gudang"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wakil Dekan I dan II", [("Wakil Dekan I", None), ("II", "Wakil Dekan II")]),
        ("RT 03, 04 dan 05", [("RT 03", None), ("04", "RT 04"), ("05", "RT 05")]),
        ("Ketua RT 01, RT 02", [("Ketua RT 01", None), ("RT 02", "Ketua RT 02")]),
        ("RW 02, RW 03 dan RW 05", [("RW 02", None), ("RW 03", None), ("RW 05", None)]),
        ("Kelompok A & B", [("Kelompok A", None), ("B", "Kelompok B")]),
        ("Wakil Dekan I", []),
        ("Wali Kelas I - V", []),
        ("Dekan dan Wakil Dekan II", []),
        ("Tim 1 dan Rina", []),
    ],
)
def test_split_series(text: str, expected: list[tuple[str, str | None]]) -> None:
    parts = split_series(text)
    assert [(part.text, part.full) for part in parts] == expected
    assert all(text[part.start : part.end] == part.text for part in parts)
