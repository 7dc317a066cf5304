"""Later minutes of a file that open in a form of their own, and what only looks like that."""

from typing import Any

import pytest

from notula.models.source import Cell, Line, Source, Table

FIRST = """\
NOTULEN RAPAT PENGURUS
Hari/Tanggal : Senin, 4 Maret 2024
Waktu : 09.00 WIB
Tempat : Balai Warga
Hadir : Dodi, Wulan, Ketut

Pembahasan
1. Iuran warga belum lunas
2. Lampu jalan mati

Tindak Lanjut
1. Dodi menagih iuran

"""
SIGNED = "Notulis,\n\nWulan\n\n"
TALK = "Pembahasan\n1. Saluran tersumbat\n2. Warga mengeluh\n\nTindak Lanjut\n1. Ketut membersihkan saluran\n"
PROSE = "Ketut menyampaikan bahwa saluran di tiga titik masih tersumbat sampah.\nWulan akan mendata rumah warga.\n"


@pytest.mark.parametrize("body", [TALK, PROSE])
@pytest.mark.parametrize(
    "head",
    [
        "Rapat lanjutan, Senin 18 Maret 2024, 13.00 WIB, Balai Warga\nHadir: Dodi, Ketut",
        "Rapat Lanjutan, Senin 18 Maret 2024\nPukul 13.00 - 14.30, di balai. Dipimpin Dodi. Hadir: Dodi, Ketut.",
        "Hasil zoom tgl 18 Maret 2024 jam 13.00 – 14.30\nYang ikut: Dodi, Ketut",
        "18/3/24 – bahas saluran (Dodi, Wulan, Ketut)",
        "Notulensi pertemuan susulan dengan warga blok C – 18 Maret 2024",
        "Rapat saluran Senin 18/3 jam 13.00 di balai, dihadiri Dodi dan Ketut.",
        "Pada tanggal 18 Maret 2024 pukul 13.00 di balai dilaksanakan pertemuan soal saluran. Hadir Dodi, Ketut.",
        "RISALAH RAPAT\nMenindaklanjuti undangan Ketua, pada Senin, 18 Maret 2024 di balai diadakan rapat warga.",
    ],
    ids=[
        "went-on", "went-on-below", "outcome", "present-in-brackets", "names-minutes", "sentence", "opening",
        "occasion",
    ],
)
def test_heads_without_labels(head: str, body: str, minutes: Any) -> None:
    assert len(minutes.documents(f"{FIRST}\n{head}\n{body}")) == 2


@pytest.mark.parametrize("end", ["", SIGNED])
@pytest.mark.parametrize(
    "head",
    [
        "Rapat Saluran Air\nTanggal: 18 Maret 2024\nPukul: 13.00 WIB\nTempat: Balai Warga",
        "Kegiatan : Rapat Saluran Air\nWaktu pelaksanaan : Senin, 18 Maret 2024, pukul 13.00 WIB\nLokasi : Balai Warga",
        "Judul Rapat: Rapat Saluran Air\nTanggal Rapat: 18/03/2024\nJam: 13.00 – 14.30 WIB\nMedia: Zoom",
    ],
    ids=["plain-title", "activity", "title-label"],
)
def test_a_day_and_place_below_the_name_of_a_meeting(head: str, end: str, minutes: Any) -> None:
    assert len(minutes.documents(f"{FIRST}{end}\n{head}\n\n{TALK}")) == 2


@pytest.mark.parametrize(
    "head",
    [
        "Lanjutan tgl 18/3/24 – saluran air (di balai, 09.00-10.15), dipimpin Dodi",
        "Senin 18-3-2024 — Rakor lanjutan saluran, via Zoom, 13.00-13.50",
    ],
)
def test_day_and_hour_below_signed_minutes(head: str, minutes: Any) -> None:
    assert len(minutes.documents(f"{FIRST}{SIGNED}\n{head}\n{TALK}")) == 2


def test_a_heading_in_a_box_and_a_header_below_an_announcement(minutes: Any) -> None:
    first = minutes.source(FIRST + "Rapat berikutnya: Kamis, 4 April 2024\n").content
    box = Table((Cell(0, 0, (Line("RAPAT SALURAN – 18 MARET 2024"),)),), 1, 1)
    second = minutes.source(TALK).content
    assert len(minutes.documents(Source("text/plain", (*first, box, *second)))) == 2
    labels = "Acara : Rapat Saluran\nPukul : 13.00 WIB\nTanggal : 18 Maret 2024\nTempat : Balai\nPeserta : terlampir\n"
    below = minutes.source(labels + TALK).content
    assert len(minutes.documents(Source("text/plain", (*first, *below)))) == 2


@pytest.mark.parametrize(
    "more",
    [
        "Kerja Bakti\nTanggal: 18 Maret 2024\nPukul: 07.00 WIB\nTempat: Balai Warga\n1. Bawa cangkul\n2. Bawa karung\n",
        "Rapat selanjutnya\nTanggal: 18 Maret 2024\nPukul: 13.00 WIB\nTempat: Balai Warga\n",
        "Lomba tgl 12 Maret, temu teknis 10 Maret, meeting panitia 20 Maret 2024\n1. Bawa cangkul\n2. Bawa karung\n",
        "Hasil rapat tgl 4 Maret sudah dibagikan.\n1. Bawa cangkul\n2. Bawa karung\n",
        "18/3/24 – cat pagar (Dodi, Wulan, Ketut)\n20/3/24 – cat gapura (Dodi, Wulan, Ketut)\n",
    ],
    ids=["event", "announced", "schedule", "told-of", "tasks-with-a-day"],
)
def test_what_begins_no_minutes(more: str, minutes: Any) -> None:
    assert len(minutes.documents(f"{FIRST}\n{more}")) == 1


def test_prose_below_a_line_with_the_day_is_no_header(minutes: Any) -> None:
    kinds = [kind for kind, _ in minutes.outline(f"18/3/24 – bahas saluran (Dodi, Wulan, Ketut)\n\n{PROSE}")]
    assert kinds == ["header", "discussion"]


def test_a_form_with_those_present_and_parts_of_the_talk(minutes: Any) -> None:
    rows = [("Peserta", "Dodi, Wulan"), ("Laporan", "Saluran tersumbat."), ("Catatan", "Ketut mendata rumah.")]
    cells = tuple(Cell(at, x, (Line(text),)) for at, row in enumerate(rows) for x, text in enumerate(row))
    found = minutes.outline(Source("text/plain", (Line("Rapat 18 Maret 2024"), Table(cells, 3, 2))))
    assert [kind for kind, _ in found] == ["header", "attendees", "discussion", "discussion"]


@pytest.mark.parametrize(("title", "count"), [("NOTULEN RAPAT", 2), ("NOTA DINAS", 1)])
def test_minutes_have_a_number_and_a_subject_as_letters_do(title: str, count: int, minutes: Any) -> None:
    labels = "Nomor : 02/NR/III/2024\nPerihal : Rapat Saluran\nTanggal : 18 Maret 2024\nTempat : Balai Warga\n"
    pages = Line("YAYASAN MEKAR"), Line(title, bold=True)
    head = tuple(Line(text) for text in labels.splitlines())
    body = minutes.source(FIRST).content, minutes.source(TALK).content
    assert len(minutes.documents(Source("text/plain", (*body[0], *pages, *head, *body[1])))) == count


def test_what_stands_below_the_words_for_the_next_meeting_begins_none(minutes: Any) -> None:
    coming = "pertemuan berikutnya\nbahasan : saluran\nhari : Senin 18 Maret 2024 jam 4 sore\ndi : balai\n\n"
    assert len(minutes.documents(f"{FIRST}{coming}Disimpulkan\n1. Iuran naik\n2. Lampu diganti\n")) == 1


ROLL = "Daftar Hadir\nPeserta : Dodi, Wulan, Ketut\n1. Dodi (Ketua RT)\n2. Wulan (Notulis)\n"
PLACED = "Sukamaju, 5 Maret 2024\n"
CLOSED = "Demikian notulen ini dibuat.\nWulan\nDodi\n"


@pytest.mark.parametrize(
    "last",
    [
        f"Sidang usai pukul 11.00 WIB. Sidang lanjutan diagendakan Kamis, 4 April 2024.\n{PLACED}{ROLL}",
        f"Rapat lanjutan akan digelar Kamis, 4 April 2024 pukul 09.00.\n{ROLL}",
        f"Rapat ke-5 diadakan Kamis, 4 April 2024 jam 13.00. Doa dipimpin Ketut.\n{PLACED}Notulis,\nWulan\n",
        f"Rapat ke-5 digelar Kamis, 4 April 2024 jam 13.00, dipimpin Ketut.\n{CLOSED}",
    ],
    ids=["ended", "planned", "signed", "closed"],
)
def test_what_tells_of_the_next_meeting_above_signatures_begins_none(last: str, minutes: Any) -> None:
    assert len(minutes.documents(f"{FIRST}{last}")) == 1
    met = f"Paginya, Rabu, 6 Maret 2024, tim bertemu kepala desa dari jam 09.30, hadir Ketut dan Dodi.\n{PROSE}"
    assert len(minutes.documents(f"{FIRST}{met}{SIGNED}")) == 2
