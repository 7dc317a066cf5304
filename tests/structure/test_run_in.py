"""Lists that a copy has run into one line."""

from typing import Any

import pytest

from notula.pipeline.structure.run_in import split_run_in


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Rapat staf 1. Pompa rusak 2. Pagar baru 3. Iuran tetap",
         [(None, "Rapat staf"), ("1.", "Pompa rusak"), ("2.", "Pagar baru"), ("3.", "Iuran tetap")]),
        ("Agenda: 1) Pembukaan 2) Laporan 3) Penutup",
         [(None, "Agenda:"), ("1)", "Pembukaan"), ("2)", "Laporan"), ("3)", "Penutup")]),
        ("1. Pompa rusak 2. Pagar baru 3. Iuran tetap",
         [("1.", "Pompa rusak"), ("2.", "Pagar baru"), ("3.", "Iuran tetap")]),
        ("Harga naik 1. Pompa rusak 2. Pagar baru", [(None, "Harga naik 1. Pompa rusak 2. Pagar baru")]),
        ("Kelas 1. A 2. B 3. C", [(None, "Kelas 1. A 2. B 3. C")]),
        ("Rapat 2. Pompa rusak 3. Pagar baru 4. Iuran tetap",
         [(None, "Rapat 2. Pompa rusak 3. Pagar baru 4. Iuran tetap")]),
        ("a. Pompa diganti. b. Pagar dicat.", [("a.", "Pompa diganti."), ("b.", "Pagar dicat.")]),
        ("Putusan. (a) Pompa diganti. (b) Pagar dicat.",
         [(None, "Putusan."), ("(a)", "Pompa diganti."), ("(b)", "Pagar dicat.")]),
        ("Agenda: (1) Pompa rusak; (2) Pagar baru; dan (3) Iuran tetap",
         [(None, "Agenda:"), ("(1)", "Pompa rusak"), ("(2)", "Pagar baru"), ("(3)", "Iuran tetap")]),
        ("Untuk dibeli: a) pompa air; b) cat pagar; c) lampu taman.",
         [(None, "Untuk dibeli:"), ("a)", "pompa air"), ("b)", "cat pagar"), ("c)", "lampu taman.")]),
        ("Untuk dibeli: a) pompa air; b) cat pagar.", [(None, "Untuk dibeli: a) pompa air; b) cat pagar.")]),
        ("Beli (1) Pompa air, (2) Pagar, dan (3) Cat.", [(None, "Beli (1) Pompa air, (2) Pagar, dan (3) Cat.")]),
        ("Pompa dari blok a. Pagar dari blok b. Semua rusak.",
         [(None, "Pompa dari blok a. Pagar dari blok b. Semua rusak.")]),
    ],
    ids=["in-a-line", "announced", "from-an-item", "only-two", "single-words", "not-from-one", "letters",
         "in-brackets", "behind-and", "small-between-semicolons", "small-only-two", "inside-a-sentence",
         "letters-that-end-sentences"],
)  # fmt: skip
def test_split(text: str, parts: list[tuple[str | None, str]], minutes: Any) -> None:
    (line,) = minutes.source(text).content
    blocks = minutes.blocks(text)
    assert [(block.marker, block.text) for block in blocks] == parts
    assert [part for block in blocks for part in split_run_in(block)] == list(blocks)
    assert line.text
