"""Deadlines that a task takes from the sentence behind it, and from other tasks of its table."""

from collections.abc import Callable

import pytest

from notula.models.result import Result
from notula.pipeline.extract.roots import share_root

Under = Callable[..., Result]

TASK = "Dinas Perikanan akan menyusun daftar lapak."
LATER = {
    "the same word": "Daftar ditunggu paling lambat 20 Maret 2023.",
    "a noun of its verb": "Penyusunan selesai paling lambat 20 Maret 2023.",
    "this": "Daftar itu diedarkan tanggal 20 Maret 2023.",
    "its result": "Hasilnya dipaparkan tanggal 20 Maret 2023.",
    "this work": "Pekerjaan ini harus rampung 20 Maret 2023.",
    "the time alone": "Batas waktunya 20 Maret 2023.",
    "both of them": "Kedua-duanya tuntas sebelum 20 Maret 2023.",
    "a limit alone": "Paling lambat 20 Maret 2023.",
    "what has to be there": "Papan nama sudah harus berada di pasar tanggal 20 Maret 2023.",
}


@pytest.mark.parametrize("sentence", LATER.values(), ids=LATER)
def test_the_next_sentence_tells_by_when(sentence: str, under: Under) -> None:
    (found,) = under("Pembahasan", f"{TASK} {sentence}").follow_ups
    assert found.due and found.due.date == "2023-03-20"
    assert found.text == f"{TASK} {sentence}"
    assert [owner.name for owner in found.owners] == ["Dinas Perikanan"]


OTHER = {
    "an event": "Lomba itu dilaksanakan tanggal 20 Maret 2023.",
    "somebody else acts": "Rina Anggraini akan mencetak daftar itu paling lambat 20 Maret 2023.",
    "somebody else does it": "Daftar itu akan dicetak oleh Rina Anggraini paling lambat 20 Maret 2023.",
    "somebody else right behind the verb": "Suratnya diurus Rina Anggraini, sudah jadi 20 Maret 2023.",
    "another thing beside it": "Daftar lama ada tiga; lomba perahu tanggal 20 Maret 2023.",
    "another thing": "Kapal penyuluhan singgah tanggal 20 Maret 2023.",
}


@pytest.mark.parametrize("sentence", OTHER.values(), ids=OTHER)
def test_the_next_sentence_tells_of_something_else(sentence: str, under: Under) -> None:
    found = under("Pembahasan", f"{TASK} {sentence}").follow_ups
    assert (found[0].text, found[0].due) == (TASK, None)


def test_a_day_in_the_next_sentence_makes_a_plain_verb_a_task(under: Under) -> None:
    (found,) = under("Pembahasan", "Rina Anggraini menata lapak. Penataan ini harus selesai lusa.").follow_ups
    assert found.due and found.due.date == "2023-03-16"


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        pytest.param("H-3 pengecatan", "2023-03-17", id="days before"),
        pytest.param("sebelum pengecatan", "2023-03-20", id="before"),
        pytest.param("2 hari setelah pengecatan", "2023-03-24", id="days behind the last day"),
        pytest.param("H-3 pelantikan", None, id="of something else"),
    ],
)
def test_a_task_counts_from_another_of_the_table(cell: str, day: str | None, under: Under) -> None:
    table = (
        "| Tindak Lanjut | PIC | Target |", "|---|---|---|", f"| Membeli kuas | Rina Anggraini | {cell} |",
        "| Pengecatan lapak ikan | Ketut Darma | 20 - 22 Maret 2023 |",
    )  # fmt: skip
    first, _ = under("Tindak Lanjut", *table).follow_ups
    assert first.due and (first.due.text, first.due.date) == (cell, day)


@pytest.mark.parametrize(
    ("one", "other"),
    [("penutupan", "ditutup"), ("pemetaan", "memetakan"), ("pengisian", "mengisi"), ("penyusunan", "menyusun"),
     ("laporannya", "laporan"), ("pengiriman", "dikirim")],
)  # fmt: skip
def test_forms_of_one_word(one: str, other: str) -> None:
    assert share_root(one, other)


@pytest.mark.parametrize(("one", "other"), [("pembukaan", "penutupan"), ("rapat", "surat"), ("daftar", "kapal")])
def test_forms_of_two_words(one: str, other: str) -> None:
    assert not share_root(one, other)
