"""Parties that share a head."""

import pytest

from notula.pipeline.extract.shared_heads import split_shared_head
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
