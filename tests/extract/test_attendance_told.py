"""Attendance, absence and the chair where careless sentences tell them."""

from collections.abc import Callable

import pytest

from notula.models.minutes import Party
from notula.models.result import Result

Minutes = Callable[..., Result]

TITLE = "Rapat Warga Blok Anggrek\n\nSabtu, 4 Mei 2024 jam 20.00 di pos ronda. "
TALK = "\n\nPembahasan\n1. Selokan depan pos mampet.\n2. Lampu taman mati sejak kemarin.\n"


def names(parties: tuple[Party, ...]) -> list[str]:
    return [party.name for party in parties]


PRESENT = {
    "counted first": "Hadir 12 dari 20 rumah, di antaranya Pak Wiryo, Bu Sekar, Mas Tegar.",
    "only so many": "Yang ada cuma bertiga: Pak Wiryo, Bu Sekar, Mas Tegar.",
    "the writer among them": "Ada saya, Pak Wiryo, Bu Sekar, Mas Tegar",
    "complete": "Lengkap berempat: saya, Pak Wiryo, Bu Sekar, ditambah Mas Tegar (warga baru)",
    "together with": "Rapat berempat aja sama Pak Wiryo, Bu Sekar dan Mas Tegar",
    "what they did": "Dihadiri Pak Wiryo, Bu Sekar, dan Mas Tegar, membahas surat kelurahan.",
    "who gathered": "Yg kumpul: saya, Pak Wiryo, Bu Sekar, Mas Tegar. jam 8 malam di pos",
    "in brackets": "\nHadir: bertiga (Wiryo, Sekar, Tegar)",
}


@pytest.mark.parametrize("sentence", PRESENT.values(), ids=PRESENT.keys())
def test_who_came(sentence: str, minutes: Minutes) -> None:
    assert names(minutes(TITLE + sentence + TALK).attendees) == ["Wiryo", "Sekar", "Tegar"]


MISSING = {
    "did not come in": "Pak Tono ga masuk.",
    "greetings sent": "Pak Tono titip pesan lewat WA karena di luar kota.",
    "the word before the name": "Tidak hadir Pak Tono (sakit).",
    "without": "\nMinus Pak Tono (bendahara), hajatan.",
    "could not join": "Pak Tono tidak bisa ikut, sinyal.",
    "in brackets of another": "\nHadir: Pak Wiryo, Bu Sekar (Pak Tono tidak datang, anaknya sakit)",
}


@pytest.mark.parametrize("sentence", MISSING.values(), ids=MISSING.keys())
def test_who_was_missing(sentence: str, minutes: Minutes) -> None:
    result = minutes(f"{TITLE}\nHadir: Pak Wiryo, Bu Sekar. {sentence}{TALK}")
    assert (names(result.attendees), names(result.absent)) == (["Wiryo", "Sekar"], ["Tono"])


@pytest.mark.parametrize(
    "sentence",
    ["Semua pengurus hadir kecuali Bu Rina.", "\nHadir: semua pengurus kecuali Bu Rina (ada acara keluarga)"],
    ids=["sentence", "label"],
)
def test_all_but_one(sentence: str, minutes: Minutes) -> None:
    result = minutes(TITLE + sentence + TALK)
    assert [name.lower() for name in names(result.attendees)] == ["semua pengurus"]
    assert names(result.absent) == ["Rina"]


def test_what_often_happens_is_no_absence(minutes: Minutes) -> None:
    assert minutes(f"{TITLE}\nHadir: Pak Wiryo\n\nBu Sekar (wali kelas): Tono sering tidak masuk.{TALK}").absent == ()


@pytest.mark.parametrize(
    "sentence",
    ["Pertemuan difasilitasi oleh Wiryo Santoso (Balai Warga).", "Moderator Wiryo Santoso (Kasi Umum)."],
    ids=["facilitated", "office first"],
)
def test_chair(sentence: str, minutes: Minutes) -> None:
    assert names(minutes(TITLE + sentence + TALK).meeting.chair) == ["Wiryo Santoso"]


def test_value_of_a_label_ends_with_its_sentence(minutes: Minutes) -> None:
    text = f"{TITLE}\nPimpinan: Lurah Melati. Warga berkurang, yang hadir Wiryo Santoso, Sekar Arum.{TALK}"
    assert names(minutes(text).meeting.chair) == ["Lurah Melati"]


def test_two_note_takers(minutes: Minutes) -> None:
    text = f"{TITLE}\nHadir: Wiryo, Sekar, Tegar{TALK}\nDicatat oleh Sekar Arum & Tegar Budi\n"
    assert names(minutes(text).meeting.note_taker) == ["Sekar Arum", "Tegar Budi"]


def test_speakers_whose_office_stands_first(minutes: Minutes) -> None:
    said = (
        "Kepala Madrasah (Wiryo Santoso, S.Ag.): Terima kasih sudah datang.\n"
        "Waka Humas (Sekar Arum, S.Pd.): Undangan dicetak besok.\nKepala Madrasah: Cukup sekian.\n"
    )
    result = minutes(f"Rapat Dewan Guru\n\nSabtu, 4 Mei 2024\n\nPembahasan\n{said}")
    assert [(party.name, party.role) for party in result.attendees] == [
        ("Wiryo Santoso, S.Ag.", "Kepala Madrasah"), ("Sekar Arum, S.Pd.", "Waka Humas"),
    ]  # fmt: skip


def test_table_of_names_and_marks(minutes: Minutes) -> None:
    rows = (
        "## Kehadiran\n\n| No | Nama | Pelayan | Ket. |\n|---|---|---|---|\n"
        "| 1 | Wiryo Santoso | Ketua Majelis | hadir |\n"
        "| 2 | Sekar Arum | Bendahara | izin |\n\n## Pembahasan\n\n1. Atap bocor.\n"
    )
    result = minutes(f"# Rapat Majelis\n\nSabtu, 4 Mei 2024\n\n{rows}", suffix=".md")
    assert [(party.name, party.role) for party in result.attendees] == [("Wiryo Santoso", "Ketua Majelis")]
    assert names(result.absent) == ["Sekar Arum"]
