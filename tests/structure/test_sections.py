"""Minutes cut into sections at their labels and headings."""

from textwrap import dedent
from typing import Any

import pytest

from notula.models.blocks import Block, Document, PlacedLine
from notula.models.sections import SectionKind
from notula.models.source import Line, Source
from notula.pipeline.structure.leaving import leaves_agenda
from notula.pipeline.structure.open_section import OpenSection
from notula.pipeline.structure.section_kinds import BODY
from notula.pipeline.structure.sections import find_sections
from notula.pipeline.structure.shapes import follows, is_sentence, looks_like_heading, tail

K = SectionKind
HEAD = "NOTULA RAPAT RT 03\nTanggal : 4 Maret 2024\nTempat : Balai Warga\n\n"
FULL = (
    HEAD
    + """Agenda:
1. Iuran
2. Lampu jalan

Peserta:
1. Bagus Prakoso
2. Wulan Sari

Tidak Hadir:
1. Dodi Hartono

Pembahasan
Bendahara melaporkan bahwa iuran bulan ini belum terkumpul.
1. Lampu jalan mati
   a. Kabel putus

Kesimpulan
1. Iuran naik mulai Mei

Tindak Lanjut
1. Wulan Sari menyurati kelurahan

Rapat ditutup pukul 21.00 WIB.

Mengetahui,
Ketua RT
Bagus Prakoso
"""
)


def test_whole_minutes(minutes: Any) -> None:
    assert minutes.outline(FULL) == [
        ("header", ["NOTULA RAPAT RT 03"]),
        ("date", ["4 Maret 2024"]),
        ("place", ["Balai Warga"]),
        ("agenda", ["Iuran", "Lampu jalan"]),
        ("attendees", ["Bagus Prakoso", "Wulan Sari"]),
        ("absent", ["Dodi Hartono"]),
        (
            "discussion",
            ["Bendahara melaporkan bahwa iuran bulan ini belum terkumpul.", "Lampu jalan mati", "Kabel putus"],
        ),
        ("agreements", ["Iuran naik mulai Mei"]),
        ("follow_ups", ["Wulan Sari menyurati kelurahan"]),
        ("closing", ["Rapat ditutup pukul 21.00 WIB."]),
        ("signature", ["Mengetahui,", "Ketua RT", "Bagus Prakoso"]),
    ]


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        pytest.param("Tempat: Aula   Pimpinan: Sekda", {"place": "Aula", "chair": "Sekda"}, id="two-on-a-line"),
        pytest.param(
            "Tanggal: 4/3/2024   Waktu: 09.00 WIB   Tempat: Aula",
            {"date": "4/3/2024", "time": "09.00 WIB", "place": "Aula"},
            id="three-on-a-line",
        ),
        pytest.param("Pimpinan : Dodi ; Notulis : Rani", {"chair": "Dodi", "note_taker": "Rani"}, id="semicolon"),
        pytest.param(
            "Tempat : Aula Kelurahan\n         Lantai 2", {"place": "Aula Kelurahan / Lantai 2"}, id="two-line-value"
        ),
        pytest.param(
            "Tempat :\nAula Kelurahan\nWaktu :\n09.00 WIB", {"place": "Aula Kelurahan", "time": "09.00 WIB"}, id="below"
        ),
        pytest.param(
            "Nomor\nTanggal\nPukul\nTempat\nKetua\nAcara\n\n12/A\n4 Maret 2024\n09.00 WIB\nBalai\nDodi\nIuran",
            {"ignore": "12/A", "date": "4 Maret 2024", "time": "09.00 WIB", "place": "Balai", "chair": "Dodi"},
            id="labels-above-values",
        ),
        pytest.param(
            "Tempat: Balai\nPakaian: batik\nNotulis: Rani",
            {"place": "Balai", "ignore": "batik", "note_taker": "Rani"},
            id="unknown-label",
        ),
        pytest.param("Tempat: Balai\nPemateri/Moderator: Dodi", {"place": "Balai", "chair": "Dodi"}, id="joined"),
        pytest.param("Mimpin: Dodi, nulis: Rani", {"chair": "Dodi", "note_taker": "Rani"}, id="comma-and-small-letter"),
        pytest.param(
            "Tanggal 4/3/2024, Balai. Pimpinan rapat: Dodi. Notulis: Rani.",
            {"date": "4/3/2024, Balai.", "chair": "Dodi.", "note_taker": "Rani."},
            id="labels-in-a-sentence",
        ),
        pytest.param(
            "Moderator\nSekretaris Camat\nNotulis\nKasubag Umum",
            {"chair": "Sekretaris Camat", "note_taker": "Kasubag Umum"},
            id="office-under-a-heading",
        ),
        pytest.param("[TEMPAT] Balai\n[TANGGAL] 4 Maret 2024", {"place": "Balai", "date": "4 Maret 2024"}, id="boxed"),
        pytest.param(
            "Tempat Balai Warga\nPukul 19.30 WIB", {"place": "Balai Warga", "time": "19.30 WIB"}, id="no-colon"
        ),
        pytest.param(
            "**Tanggal:** 4 Maret 2024\n**Tempat:** Balai", {"date": "4 Maret 2024", "place": "Balai"}, id="bold"
        ),
        pytest.param(
            "1. Tanggal : 4 Maret 2024\n2. Tempat : Balai", {"date": "4 Maret 2024", "place": "Balai"}, id="numbered"
        ),
        pytest.param("- Waktu: 09.00\n- Notulis: Rani", {"time": "09.00", "note_taker": "Rani"}, id="bullets"),
        pytest.param(
            "| Tanggal | 4 Maret 2024 |\n|---|---|\n| Tempat | Balai |",
            {"date": "4 Maret 2024", "place": "Balai"},
            id="table",
        ),
        pytest.param(
            "T e m p a t : Balai Warga\nT a n g g a l : 4 Mei 2024",
            {"place": "Balai Warga", "date": "4 Mei 2024"},
            id="spaced",
        ),
        pytest.param("Nama Rapat: Iuran\nHal: Kas RT", {"title": "Iuran", "subject": "Kas RT"}, id="title-subject"),
        pytest.param("tempat -> Balai\nnotulis -> Rani", {"place": "Balai", "note_taker": "Rani"}, id="arrows"),
        pytest.param("pandu: Dodi\ncatat: Rani", {"chair": "Dodi", "note_taker": "Rani"}, id="in-short"),
    ],
)
def test_header_fields(minutes: Any, header: str, fields: dict[str, str]) -> None:
    assert minutes.fields(f"{header}\n\nPembahasan\nIuran dibahas.\n") == fields


def test_labels_after_the_body_has_begun_are_no_header(minutes: Any) -> None:
    text = HEAD + "Pembahasan\nIuran dibahas warga.\nTempat: gudang belakang perlu dibersihkan\n"
    assert minutes.fields(text) == {"date": "4 Maret 2024", "place": "Balai Warga"}


def test_what_an_office_will_do_is_no_label(minutes: Any) -> None:
    text = HEAD + "Pembahasan\n1. Pimpinan RW akan menyurati lurah.\n2. Iuran dibahas.\n"
    assert minutes.texts(text, K.DISCUSSION) == ["Pimpinan RW akan menyurati lurah.", "Iuran dibahas."]


def test_note_taker_named_at_the_end(minutes: Any) -> None:
    found = minutes.sections(HEAD + "Pembahasan\n1. Iuran dibahas\n\nNotulis: Wulan Sari\n")
    assert [block.text for each in found.sections if each.field == "note_taker" for block in each.blocks] == [
        "Wulan Sari"
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        pytest.param("Kesimpulan", K.AGREEMENTS, id="plain"),
        pytest.param("KEPUTUSAN RAPAT", K.AGREEMENTS, id="capitals"),
        pytest.param("Kesepakatan :", K.AGREEMENTS, id="colon"),
        pytest.param("## Keputusan", K.AGREEMENTS, id="markdown"),
        pytest.param("**Kesimpulan Rapat**", K.AGREEMENTS, id="bold"),
        pytest.param("**Kesimpulan Iuran**", K.AGREEMENTS, id="bold-with-another-word"),
        pytest.param("Tindak Lanjut", K.FOLLOW_UPS, id="follow-ups"),
        pytest.param("## Rencana Tindak Lanjut (RTL)", K.FOLLOW_UPS, id="rtl"),
        pytest.param("**Tindak Lanjut Perbaikan**", K.FOLLOW_UPS, id="loose-follow-ups"),
        pytest.param("## Action Items", K.FOLLOW_UPS, id="english"),
        pytest.param("## Tindak Lanjut Rapat Sebelumnya", K.PREVIOUS, id="previous"),
        pytest.param("## Dokumentasi Kegiatan", K.OTHER, id="other"),
        pytest.param("Yang udah diputusin:", K.AGREEMENTS, id="decided-in-speech"),
        pytest.param("Yang diputus :", K.AGREEMENTS, id="decided-in-short"),
        pytest.param("Masing2 seksi menyiapkan :", K.FOLLOW_UPS, id="each-of-a-group"),
        pytest.param("Setiap kepala dusun melaksanakan:", K.FOLLOW_UPS, id="each-of-an-office"),
        pytest.param("Menindaklanjuti hal tersebut, perlu dilakukan:", K.FOLLOW_UPS, id="last-clause"),
        pytest.param("Untuk itu, hal-hal yang harus segera disiapkan:", K.FOLLOW_UPS, id="last-clause-of-duty"),
        pytest.param("Cek kerjaan bulan Mei", K.PREVIOUS, id="checked"),
        pytest.param("Sing wis disarujuki", K.AGREEMENTS, id="decided-javanese"),
        pytest.param("Komitmen bersama", K.AGREEMENTS, id="common-commitment"),
        pytest.param("Keputusan / komitmen bersama", K.AGREEMENTS, id="beside-a-common-commitment"),
        pytest.param("Tugas / PR panitia", K.FOLLOW_UPS, id="tasks-of-somebody"),
        pytest.param("Agenda kerja selanjutnya", K.FOLLOW_UPS, id="agenda-of-work"),
        pytest.param("## Keputusan Rapat Sebelumnya", K.PREVIOUS, id="earlier-decisions"),
        pytest.param("Simpulan hari kedua", K.AGREEMENTS, id="of-a-day"),
        pytest.param("Keputusan komisi B", K.AGREEMENTS, id="of-a-part"),
        pytest.param("PR buat minggu depan", K.FOLLOW_UPS, id="for-next-week"),
        pytest.param("Dikerjakan:", K.FOLLOW_UPS, id="one-word-of-work"),
        pytest.param("**Sudah**", K.PREVIOUS, id="report-done"),
        pytest.param("Sedang berjalan:", K.PREVIOUS, id="report-doing"),
        pytest.param("Capaian minggu lalu", K.PREVIOUS, id="report-last-week"),
        pytest.param("**Akan**", K.FOLLOW_UPS, id="report-plan"),
        pytest.param("Kegiatan minggu depan", K.FOLLOW_UPS, id="report-next-week"),
        pytest.param("Pembagian pekerjaan yang disusun panitia:", K.FOLLOW_UPS, id="dealt-out"),
        pytest.param("PR rapat Mei yang belum beres", K.FOLLOW_UPS, id="left-of-a-meeting"),
        pytest.param("Tugas bulan lalu yang masih harus diselesaikan", K.FOLLOW_UPS, id="left-of-a-month"),
        pytest.param("Yang masih perlu disiapkan", K.FOLLOW_UPS, id="still-to-do"),
        pytest.param("Sisa PR minggu ini", K.FOLLOW_UPS, id="left-over"),
        pytest.param("PR s/d Jumat", K.FOLLOW_UPS, id="until-a-day"),
        pytest.param("Setelah acara ini", K.FOLLOW_UPS, id="after-the-event"),
        pytest.param("Yang ditetapkan mengenai kerja bakti:", K.AGREEMENTS, id="decided-about"),
        pytest.param("Jadinya begini:", K.AGREEMENTS, id="so-it-is"),
    ],
)
def test_heading_opens_a_section(minutes: Any, heading: str, kind: SectionKind) -> None:
    text = HEAD + f"Pembahasan\nIuran dibahas warga.\n\n{heading}\n\n- Iuran naik mulai Mei\n"
    assert minutes.texts(text, kind) == ["Iuran naik mulai Mei"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Kesimpulan rapat lalu dibacakan oleh sekretaris di depan warga.", id="sentence"),
        pytest.param("Kesimpulan iuran", id="other-word-without-style"),
        pytest.param("Bagus Prakoso", id="name"),
        pytest.param("Acara (Bagus Prakoso)", id="unit-and-its-head"),
        pytest.param("Pembagian tugas mengajar", id="dealing-out-something-else"),
        pytest.param("Singkatnya, langkah yang perlu dilakukan pembuat kompos adalah:", id="account-of-a-method"),
    ],
)
def test_line_opens_no_section(minutes: Any, line: str) -> None:
    text = HEAD + f"Pembahasan\nIuran dibahas warga.\n\n{line}\n"
    assert minutes.texts(text, K.DISCUSSION) == ["Iuran dibahas warga.", line]


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param("**Tugas seksi konsumsi (Bu Wulan dan ibu-ibu dasawisma RT 02) :**", id="bracket"),
        pytest.param("PR yang belum ada yang pegang 👇", id="points-down"),
        pytest.param("**Next**", id="next"),
    ],
)
def test_headings_of_tasks_over_a_list(minutes: Any, heading: str) -> None:
    text = HEAD + f"Pembahasan\nIuran dibahas warga.\n\n{heading}\n\n- cetak kupon\n- pinjam tenda\n"
    assert minutes.texts(text, K.FOLLOW_UPS) == ["cetak kupon", "pinjam tenda"]


def test_what_was_done_already_heads_no_tasks(minutes: Any) -> None:
    heading = "Catatan atas pagar yang telah dikerjakan:"
    text = HEAD + f"Pembahasan\nIuran dibahas.\n\n{heading}\n- cat luntur\n- pintu macet\n"
    assert minutes.texts(text, K.FOLLOW_UPS) == []


@pytest.mark.parametrize("heading", ["## Rencana Kerja Tahun 2024", "**RENCANA KEGIATAN 2025**"])
def test_a_years_plan_over_talk_heads_no_tasks(minutes: Any, heading: str) -> None:
    text = HEAD + f"Pembahasan\nIuran dibahas warga.\n\n{heading}\n\nKetua memaparkan perbaikan gorong-gorong.\n"
    assert minutes.texts(text, K.FOLLOW_UPS) == []


def test_notes_headed_by_one_word(minutes: Any) -> None:
    text = HEAD + "Hadir: Bagus, Wulan\n\nISI\n* Iuran dibahas warga.\n* Lampu mati.\n"
    assert minutes.texts(text, K.DISCUSSION) == ["Iuran dibahas warga.", "Lampu mati."]


@pytest.mark.parametrize("number", ["1.", "II."])
def test_a_numbered_title_in_bold_stands_above_the_labels_of_the_header(number: str, minutes: Any) -> None:
    labels = ("Tanggal: Senin, 4 Maret 2024", "Tempat: Balai Desa", "Pimpinan: Bagus Prakoso", "Pembahasan", "- Kas")
    lines = (Line("KUMPULAN NOTULA", bold=True), Line(f"{number} Rapat Panitia Panen", bold=True), *map(Line, labels))
    fields = minutes.fields(Source("text/plain", lines))
    assert fields == {"date": "Senin, 4 Maret 2024", "place": "Balai Desa", "chair": "Bagus Prakoso"}


def test_numbered_chapters(minutes: Any) -> None:
    text = """
    NOTULA RAPAT KOPERASI

    A. Pembukaan
    Rapat dibuka ketua.
    B. Keputusan
    1. Simpanan wajib naik
       a. Berlaku Mei
    2. Gudang disewa
    C. Tindak Lanjut
    1. Bendahara menyusun surat
    D. Perluasan Gudang
    Gudang kedua ditawar.
    """
    assert [each for each in minutes.outline(text) if each[0] != "header"] == [
        ("discussion", ["Rapat dibuka ketua."]),
        ("agreements", ["Simpanan wajib naik", "Berlaku Mei", "Gudang disewa"]),
        ("follow_ups", ["Bendahara menyusun surat"]),
        ("discussion", ["Perluasan Gudang", "Gudang kedua ditawar."]),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        pytest.param("Agenda: Iuran dan lampu\n\nPembahasan\nIsi.", K.AGENDA, ["Iuran dan lampu"], id="agenda-inline"),
        pytest.param(
            "Agenda:\n- Iuran\n  - Tunggakan\n- Lampu\n\nPembahasan\nIsi.",
            K.AGENDA,
            ["Iuran", "Tunggakan", "Lampu"],
            id="agenda-list",
        ),
        pytest.param(
            "Agenda:\n1. Pembukaan\n2. Pembahasan\n3. Penutup\n\nPembahasan\nIsi.",
            K.AGENDA,
            ["Pembukaan", "Pembahasan", "Penutup"],
            id="agenda-items-that-look-like-headings",
        ),
        pytest.param(
            "Acara:\nPembukaan\nLaporan kas\nDoa\n\nPembahasan:\nIsi.",
            K.AGENDA,
            ["Pembukaan", "Laporan kas", "Doa"],
            id="agenda-lines-that-look-like-headings",
        ),
        pytest.param(
            "Acara rapat:\nI. Pembahasan iuran\nII. Lampu jalan\nIII. Pembukaan kas\nIV. Lain-lain\n\nPembahasan\nIsi.",
            K.AGENDA,
            ["Pembahasan iuran", "Lampu jalan", "Pembukaan kas", "Lain-lain"],
            id="agenda-in-roman-numbers",
        ),
        pytest.param(
            "POKOK ACARA :\n1. Pembukaan\n2. Iuran warga\n3. Penutup\n\nHadir: Dodi, Rani\n\nPembahasan\nIsi.",
            K.AGENDA,
            ["Pembukaan", "Iuran warga", "Penutup"],
            id="agenda-below-a-label-of-subjects",
        ),
        pytest.param("Agenda:\n\nPembahasan\nIuran naik\nLampu mati", K.AGENDA, [], id="agenda-left-empty"),
        pytest.param(
            "Agenda:\n1. Iuran\n\nKetua membuka rapat dan menyampaikan laporan kas selama satu tahun terakhir.",
            K.AGENDA,
            ["Iuran"],
            id="sentence-ends-agenda",
        ),
        pytest.param(
            "Peserta: Dodi, Rani, Wulan\n\nPembahasan\nIsi.", K.ATTENDEES, ["Dodi, Rani, Wulan"], id="attendees-inline"
        ),
        pytest.param(
            "G. Yang Hadir :\n1. Dodi\n2. Rani\nH. Urutan Acara :\n- Doa bersama\n- Tanya jawab\n\nPembahasan\nIsi.",
            K.ATTENDEES,
            ["Dodi", "Rani"],
            id="a-line-over-the-programme-is-nobody",
        ),
        pytest.param(
            "Yang dibahas\na. Air mati\nb. Parkir motor\n\nIsi rembugan\n- Tangki sudah dikuras bulan lalu.\n",
            K.AGENDA,
            ["Air mati", "Parkir motor"],
            id="topics-before-the-talk-in-another-word",
        ),
        pytest.param(
            "Yang nyambung: Dodi, Rani, Wulan, Tegar\n\nPompa yang lama cuma bisa menyedot dua jam sehari\n",
            K.ATTENDEES,
            ["Dodi, Rani, Wulan, Tegar"],
            id="attendees-inline-before-lines-that-tell",
        ),
        pytest.param(
            "Peserta: Dodi, Rani, Wulan, Tegar\nseluruh ketua kelompok tani dan penyuluh se-kecamatan\n",
            K.ATTENDEES,
            ["Dodi, Rani, Wulan, Tegar", "seluruh ketua kelompok tani dan penyuluh se-kecamatan"],
            id="attendees-inline-and-a-group-below",
        ),
        pytest.param("Peserta:\nDodi\nRani\n\nPembahasan\nIsi.", K.ATTENDEES, ["Dodi", "Rani"], id="attendees-lines"),
        pytest.param(
            "Rapat dihadiri oleh:\n1. Dodi\n2. Rani\n\nPembahasan\nIsi.",
            K.ATTENDEES,
            ["Dodi", "Rani"],
            id="attendees-introduced",
        ),
        pytest.param(
            "Telah berlangsung musyawarah kampung yang diikuti oleh :\n1. Dodi\n2. Rani\n\nPembahasan\nIsi.",
            K.ATTENDEES,
            ["Dodi", "Rani"],
            id="attendees-who-took-part",
        ),
        pytest.param(
            "Peserta: Dodi, Rani\nRingkasan:\n- Atap gudang bocor di dua tempat sejak bulan lalu.\n",
            K.ATTENDEES,
            ["Dodi, Rani"],
            id="attendees-before-a-summary",
        ),
        pytest.param(
            "KEHADIRAN\nInti: Dodi (ketua), Rani\nAcara: Wulan (koor), Tegar\nHumas: Sekar\n\nPembahasan\nIsi.",
            K.ATTENDEES,
            ["Inti: Dodi (ketua), Rani", "Acara: Wulan (koor), Tegar", "Humas: Sekar"],
            id="attendees-by-team",
        ),
        pytest.param(
            "Tugas\nHumas\n- Sebar undangan\nAcara\n- Susun jadwal\n",
            K.FOLLOW_UPS,
            ["Humas", "Sebar undangan", "Acara", "Susun jadwal"],
            id="tasks-by-team",
        ),
        pytest.param(
            "Peserta: Dodi, Rani\nbahas atap dulu.\n\nPembahasan\nIsi.",
            K.ATTENDEES,
            ["Dodi, Rani"],
            id="attendees-before-small-letters",
        ),
        pytest.param(
            "Rapat dihadiri oleh:\n- Dodi\n- Rani\nI. KEADAAN ATAP GUDANG\n1. Atap bocor.\n",
            K.ATTENDEES,
            ["Dodi", "Rani"],
            id="attendees-before-a-chapter",
        ),
        pytest.param(
            "Rapat dihadiri oleh:\n- Dodi\n- Rani\nArahan Camat:\na. Panitia agar hemat.\nb. Dodi mendata warga.\n",
            K.ATTENDEES,
            ["Dodi", "Rani"],
            id="attendees-before-orders",
        ),
        pytest.param(
            "Rapat dihadiri oleh:\n- Dodi\n- Rani\nUndangan:\na. Camat\nb. Dinas Sosial\n",
            K.ATTENDEES,
            ["Dodi", "Rani", "Camat", "Dinas Sosial"],
            id="attendees-and-guests",
        ),
        pytest.param(
            "Hadir:\n1. Ketua RT\n2. Notulis\n\nPembahasan\nIsi.",
            K.ATTENDEES,
            ["Ketua RT", "Notulis"],
            id="offices-among-attendees",
        ),
        pytest.param(
            "Pembahasan\nIuran dibahas.\n\nRapat menyepakati hal-hal berikut:\n1. Iuran naik\n2. Kas diaudit",
            K.AGREEMENTS,
            ["Iuran naik", "Kas diaudit"],
            id="agreements-introduced",
        ),
        pytest.param(
            "Hadir:\n1. Dodi\n2. Rani\nSetelah mendengar laporan, rapat memutuskan:\n1. Iuran naik\n2. Kas diaudit",
            K.AGREEMENTS,
            ["Iuran naik", "Kas diaudit"],
            id="agreements-introduced-after-attendees",
        ),
        pytest.param(
            "Hadir: Dodi, Rani. Dodi melaporkan atap bocor. Setelah dibahas diperoleh hasil sbb:\n"
            "1. Iuran naik\n2. Kas diaudit",
            K.AGREEMENTS,
            ["Iuran naik", "Kas diaudit"],
            id="agreements-introduced-in-the-line-of-attendees",
        ),
        pytest.param(
            "Pembahasan\nAtap bocor.\n\nSetelah dimusyawarahkan diperoleh hasil sbb:\n1. Iuran naik\n2. Kas diaudit",
            K.AGREEMENTS,
            ["Iuran naik", "Kas diaudit"],
            id="agreements-as-what-came-of-the-talk",
        ),
        pytest.param(
            "Pembahasan\nAtap bocor.\n\nAkhirnya diambil beberapa keputusan sbb:\n1. Iuran naik\n2. Kas diaudit",
            K.AGREEMENTS,
            ["Iuran naik", "Kas diaudit"],
            id="agreements-that-were-reached",
        ),
        pytest.param(
            "Kesimpulan\n1. Iuran naik\n2. Tindak lanjut oleh bendahara\n3. Kas diaudit",
            K.AGREEMENTS,
            ["Iuran naik", "Tindak lanjut oleh bendahara", "Kas diaudit"],
            id="agreements-with-a-known-word",
        ),
        pytest.param(
            "Tindak Lanjut\nBendahara:\n1. Menagih\n2. Melapor\nSekretaris:\n1. Menyurati",
            K.FOLLOW_UPS,
            ["Bendahara:", "Menagih", "Melapor", "Sekretaris:", "Menyurati"],
            id="owners-over-lists",
        ),
        pytest.param(
            "Tindak Lanjut\nBendahara:\n1. Menagih\n2. Melapor\nLain-lain:\n1. Menyurati camat",
            K.FOLLOW_UPS,
            ["Bendahara:", "Menagih", "Melapor", "Lain-lain:", "Menyurati camat"],
            id="the-rest-behind-owners-over-lists",
        ),
        pytest.param(
            "Tindak Lanjut\nBendahara\n- Menagih\n- Melapor\n\nKetua mengingatkan acara selesai sore. Semua pulang.",
            K.FOLLOW_UPS,
            ["Bendahara", "Menagih", "Melapor"],
            id="talk-after-owners-over-lists",
        ),
        pytest.param(
            "Tindak Lanjut\n1. Menagih\nSekretaris:\n1. Menyurati",
            K.FOLLOW_UPS,
            ["Menagih", "Sekretaris:", "Menyurati"],
            id="owner-over-a-second-list",
        ),
        pytest.param(
            "Tindak Lanjut\n1. Menagih iuran\n      Warga blok A dahulu",
            K.FOLLOW_UPS,
            ["Menagih iuran", "Warga blok A dahulu"],
            id="line-further-in-than-the-list",
        ),
        pytest.param(
            "Tindak Lanjut\n1. Menagih iuran\n\nWarga kemudian berbincang tentang rencana kerja bakti bulan depan.",
            K.FOLLOW_UPS,
            ["Menagih iuran"],
            id="paragraph-ends-follow-ups",
        ),
    ],
)
def test_what_a_section_holds(minutes: Any, text: str, kind: SectionKind, expected: list[str]) -> None:
    assert minutes.texts(HEAD + text, kind) == expected


@pytest.mark.parametrize("last", ["Lain-lain", "Doa penutup"])
def test_a_programme_without_numbers_is_the_agenda(minutes: Any, last: str) -> None:
    points = ["Pembukaan", "Laporan bendahara", "Lain-lain", last]
    text = HEAD + "\n".join(["Susunan acara", *points, "Ramah tamah", "", "Jalannya rapat", "Dodi membuka rapat."])
    assert minutes.texts(text, K.AGENDA) == [*points, "Ramah tamah"]


def test_the_opening_told_below_its_heading_is_no_programme(minutes: Any) -> None:
    text = f"{HEAD}Agenda\nPembukaan\nRapat dibuka ketua RT\n\nPembahasan\nPompa rusak lagi.\n"
    assert minutes.texts(text, K.AGENDA) == []


@pytest.mark.parametrize(
    ("first", "below", "present"),
    [
        pytest.param("1. Sambutan", "Lurah melaporkan bahwa pompa air rusak lagi sejak bulan lalu.", 2, id="talk"),
        pytest.param("1. Warga RT 03", "2. Warga RT 04", 4, id="another-list"),
    ],
)
def test_a_first_number_over_talk_ends_the_list_of_who_was_there(
    minutes: Any, first: str, below: str, present: int
) -> None:
    text = f"{HEAD}Dihadiri oleh:\n1. Camat\n2. Lurah\n\n{first}\n{below}\n"
    assert len(minutes.texts(text, K.ATTENDEES)) == present


@pytest.mark.parametrize(
    "titles",
    [
        "Topik | Pembahasan | Keputusan / siapa ngurus",
        "Topik | Diskusi | Putusan",
        "Topik | Pembahasan | Keterangan",
    ],
)
def test_table_of_talk_ends_the_list_of_who_was_missing(minutes: Any, titles: str) -> None:
    row = "| Media | Draf film enam menit ditonton lalu dibahas bersama | Durasi empat menit |\n| Kas | Cukup | Tetap |"
    head = "# Rapat Staf\n\nTanggal: 4 Mei 2024\n\nHadir: Dodi, Rani\n\nIzin: Wulan\n\n"
    text = f"{head}| {titles} |\n|---|---|---|\n{row}\n"
    (section,) = [each for each in minutes.sections(text).sections if any(block.table for block in each.blocks)]
    assert section.kind is K.DISCUSSION


@pytest.mark.parametrize(
    ("titles", "kind"),
    [
        pytest.param("No | Tugas | PIC | Tenggat", K.FOLLOW_UPS, id="tasks"),
        pytest.param("No | Nama | Jabatan | Tanda Tangan", K.ATTENDEES, id="attendees"),
        pytest.param("No | Topik | Pembahasan | Keputusan", K.DISCUSSION, id="topics-stay"),
    ],
)
def test_table_makes_its_own_section(minutes: Any, titles: str, kind: SectionKind) -> None:
    text = (
        "# Rapat RT\n\n## Pembahasan\n\nIuran dibahas warga.\n\n"
        + f"| {titles} |\n|---|---|---|---|\n| 1 | a | b | c |\n"
    )
    (section,) = [each for each in minutes.sections(text).sections if any(block.table for block in each.blocks)]
    assert section.kind is kind


@pytest.mark.parametrize(
    ("body", "first"),
    [
        pytest.param("1. Iuran dibahas\n2. Lampu dibahas", "Iuran dibahas", id="item"),
        pytest.param(
            "Ketua membuka rapat dan menyampaikan laporan kas selama satu tahun terakhir.",
            "Ketua membuka rapat dan menyampaikan laporan kas selama satu tahun terakhir.",
            id="sentence",
        ),
        pytest.param("## Iuran warga\n\nIuran dibahas.", "Iuran warga", id="heading"),
    ],
)
def test_body_without_a_known_heading(minutes: Any, body: str, first: str) -> None:
    assert minutes.texts(HEAD + body, K.DISCUSSION)[0] == first


def test_what_a_page_tells_above_the_labels_is_no_body(minutes: Any) -> None:
    told = "Selamat datang bapak dan ibu anggota, di bawah ini hasil rapat koperasi hari Senin tanggal 4 Maret 2024."
    text = f"Rapat Anggota\n\n{told}\n\nPimpinan: Wulan\nNotulis: Dodi\nHadir tadi: Rani, Joko\n\n1. Iuran dibahas\n"
    found = [kind for kind, _ in minutes.outline(text)]
    assert found == ["header", "chair", "note_taker", "attendees", "discussion"]


@pytest.mark.parametrize(
    ("end", "kinds"),
    [
        pytest.param("Demikian notula ini dibuat.", [K.CLOSING], id="demikian"),
        pytest.param(
            "Rapat ditutup pukul 21.00.\n\nSukamaju, 4 Maret 2024\nNotulis,\nWulan", [K.CLOSING, K.SIGNATURE], id="both"
        ),
        pytest.param("Mengetahui,\n\nWulan Sari", [K.SIGNATURE], id="signature"),
        pytest.param("Penutup\nKetua mengucapkan terima kasih.", [K.CLOSING], id="heading"),
    ],
)
def test_end_of_the_minutes(minutes: Any, end: str, kinds: list[SectionKind]) -> None:
    found = minutes.sections(HEAD + f"Kesimpulan\n1. Iuran naik\n\n{end}\n")
    assert [section.kind for section in found.sections][-len(kinds) :] == kinds
    assert minutes.texts(HEAD + f"Kesimpulan\n1. Iuran naik\n\n{end}\n", K.AGREEMENTS) == ["Iuran naik"]


def test_what_only_begins_like_a_closing_sentence_does_not_end_the_talk(minutes: Any) -> None:
    talk = "".join(f"Warga dari blok {at} bercerita panjang lebar mengenai got dan lampu jalan.\n\n" for at in range(9))
    text = f"{HEAD}Pembahasan\n\nRapat kali ini lanjutan dari rapat Rabu.\n\n{talk}Rapat ditutup pukul 21.00.\n"
    assert not any("blok" in each for each in minutes.texts(text, K.CLOSING))
    assert minutes.texts(text, K.CLOSING) == ["Rapat ditutup pukul 21.00."]


def test_results_after_a_report_of_the_talk_are_agreements(minutes: Any) -> None:
    text = "# Rapat RT\n\n## Pembahasan\n\nIuran dibahas.\n\n## Hasil Rapat\n\n1. Iuran naik\n"
    assert minutes.only(text, K.AGREEMENTS).rule == "heading_results"


def test_results_alone_are_a_report_of_the_talk(minutes: Any) -> None:
    assert minutes.texts("# Rapat RT\n\n## Hasil Rapat\n\n1. Iuran naik\n", K.DISCUSSION) == ["Iuran naik"]


@pytest.mark.parametrize(
    ("text", "offset", "rest"),
    [
        pytest.param("Tempat : Aula", 7, "Aula", id="colon-left-out"),
        pytest.param("Tempat", 0, "Tempat", id="whole"),
        pytest.param("Tempat :  ", 6, None, id="nothing-left"),
    ],
)
def test_tail(text: str, offset: int, rest: str | None) -> None:
    found = tail(Block("paragraph", 10, 10 + len(text), text), offset)
    assert (found.text if found else None) == rest
    if found is not None:
        assert found.start == 10 + text.index(found.text)


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param(Block("paragraph", 0, 0, "Iuran warga", bold=True), True, id="bold"),
        pytest.param(Block("heading", 0, 0, "Iuran warga", outline=1), True, id="style"),
        pytest.param(Block("paragraph", 0, 0, "IURAN WARGA"), True, id="capitals"),
        pytest.param(Block("item", 0, 0, "Iuran warga", marker="II."), True, id="chapter"),
        pytest.param(Block("paragraph", 0, 0, "Iuran warga:"), True, id="colon"),
        pytest.param(Block("paragraph", 0, 0, "Iuran warga"), False, id="plain"),
        pytest.param(Block("paragraph", 0, 0, "Iuran naik.", bold=True), False, id="full-stop"),
        pytest.param(Block("item", 0, 0, "Iuran warga", marker="2."), False, id="item"),
        pytest.param(Block("paragraph", 0, 0, "iuran " * 15, bold=True), False, id="long"),
        pytest.param(Block("paragraph", 0, 0, "  ", bold=True), False, id="blank"),
    ],
)
def test_looks_like_heading(block: Block, expected: bool) -> None:
    assert looks_like_heading(block) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ketua membuka rapat dan menyampaikan laporan kas tahun ini.", True, id="full-stop"),
        pytest.param("kata " * 16, True, id="long"),
        pytest.param("Ketua membuka rapat dan menyampaikan laporan kas tahun ini", False, id="no-full-stop"),
        pytest.param("Rapat dibuka.", False, id="short"),
    ],
)
def test_sentence(text: str, expected: bool) -> None:
    assert is_sentence(Block("paragraph", 0, len(text), text)) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("1.", "2.", True, id="numbers"),
        pytest.param("a)", "b)", True, id="letters"),
        pytest.param("1.", "3.", False, id="one-skipped"),
        pytest.param("1.", "2)", False, id="other-bracket"),
        pytest.param(None, "2.", False, id="no-marker"),
    ],
)
def test_follows(before: str | None, after: str, expected: bool) -> None:
    assert follows(Block("item", 0, 1, "x", marker=before), Block("item", 0, 1, "x", marker=after)) is expected


def test_the_next_chapter_ends_a_table_of_tasks(minutes: Any) -> None:
    table = "| Tindakan | PIC | Tenggat |\n|---|---|---|\n| Cetak | Rina | 3 Mei 2024 |\n"
    text = f"{HEAD}3. Pembahasan\n\nBaik.\n\n4. Action plan\n\n{table}\n5. Jadwal inspeksi\n\nSenin di blok A.\n"
    (tasks,) = minutes.sections(text).of(SectionKind.FOLLOW_UPS)
    assert [block.table is not None for block in tasks.blocks] == [True]


def test_the_next_topic_ends_a_bare_table_of_tasks(minutes: Any) -> None:
    table = "| Tindakan | PIC | Tenggat |\n|---|---|---|\n| Cetak | Rina | 3 Mei 2024 |\n"
    talk = "".join(f"**{number}. Blok {number}**\n\nWarga bercerita.\n\n{table}\n" for number in (1, 2, 3))
    tasks = minutes.sections(f"{HEAD}Pembahasan\n\n{talk}").of(SectionKind.FOLLOW_UPS)
    assert [[block.table is not None for block in section.blocks] for section in tasks] == [[True]] * 3


def test_a_heading_of_the_outline_over_talk_ends_decisions_without_one(minutes: Any) -> None:
    text = "# Notula Rapat RT 03\n\nTanggal : 4 Maret 2024\n\n## A. Seksi Satu\n\nWarga membahas kas.\n\nKeputusan:\n"
    text += "a) Kas dilaporkan tiap bulan\nb) Iuran naik\n\n## B. Seksi Dua\n\nWarga membahas ronda panjang lebar.\n"
    assert minutes.texts(text, K.AGREEMENTS) == ["Kas dilaporkan tiap bulan", "Iuran naik"]


def test_done_and_doing_are_no_tasks(minutes: Any) -> None:
    text = "# Weekly\n\n## Done\n- Rani: artikel\n\n## Doing\n- Dodi: video\n\n## Plan minggu ini\n- Rani: poster\n"
    assert minutes.texts(text, K.PREVIOUS) == ["Rani: artikel", "Dodi: video"]
    assert minutes.texts(text, K.FOLLOW_UPS) == ["Rani: poster"]


def test_first_item_beside_its_label_is_of_the_list_below(minutes: Any) -> None:
    text = HEAD + "I. UMUM\n   Peserta : 1. Lurah;\n             2. Camat;\n             3. Kapolsek.\n"
    assert {block.level for block in minutes.only(text, K.ATTENDEES).blocks} == {1}


def test_table_of_talk_ends_the_header(minutes: Any) -> None:
    table = "| Pembicara | Uraian |\n|---|---|\n| Lurah | Lampu jalan yang mati sudah dilaporkan ke PLN. |\n"
    assert minutes.sections(HEAD.replace("\n", "\n\n") + table).sections[-1].kind is K.DISCUSSION


TOPICS = """
    1. Lampu
    Lampu gang mati sejak Rabu.
    Keputusan: lampu diganti LED.
    TL: Bendahara membeli lampu
    Warga gang dua menanyakan biayanya.

    2. Pagar
    Pagar lapangan roboh.
    Keputusan: pagar diperbaiki.
    TL: Ketua mencari tukang
    Sekretaris lalu bercerita tentang pagar lama.
"""


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        pytest.param(K.AGREEMENTS, ["lampu diganti LED.", "pagar diperbaiki."], id="decisions"),
        pytest.param(K.FOLLOW_UPS, ["Bendahara membeli lampu", "Ketua mencari tukang"], id="tasks"),
    ],
)
def test_a_label_under_each_topic_holds_its_own_line(minutes: Any, kind: SectionKind, expected: list[str]) -> None:
    sections = minutes.sections(HEAD + dedent(TOPICS))
    assert [block.text for section in sections.of(kind) for block in section.blocks] == expected


def test_the_next_numbered_topic_ends_what_a_label_opened(minutes: Any) -> None:
    sections = minutes.sections(HEAD + "1. Lampu\nKeputusan:\n- ganti LED\n- pasang sakelar\n2. Pagar\n3. Got\n")
    assert [block.text for section in sections.of(K.AGREEMENTS) for block in section.blocks] == [
        "ganti LED",
        "pasang sakelar",
    ]


def test_a_heading_like_those_of_the_topics_ends_the_decisions(minutes: Any) -> None:
    text = """# Notula Rapat RT 03

Tanggal : 4 Maret 2024

**ACARA PERTAMA**

Bendahara melaporkan kas.

Keputusan:

Kas dilaporkan tiap bulan.

**ACARA KEDUA**

Warga membahas ronda.
"""
    sections = minutes.sections(text)
    assert [block.text for section in sections.of(K.AGREEMENTS) for block in section.blocks] == [
        "Kas dilaporkan tiap bulan."
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        pytest.param("Tugas selanjutnya untuk setiap seksi:", K.FOLLOW_UPS, id="tasks-of-each"),
        pytest.param("Keputusan rapat pleno:", K.AGREEMENTS, id="decisions"),
        pytest.param("TUGAS PENGURUS TERPILIH", K.FOLLOW_UPS, id="tasks-in-capitals"),
    ],
)
def test_heading_over_a_list_in_parts(minutes: Any, heading: str, kind: SectionKind) -> None:
    text = f"{HEAD}Pembahasan\nKas cukup.\n{heading}\nSeksi Acara:\n- susun jadwal\n- cari pembicara\n"
    assert [block.text for section in minutes.sections(text).of(kind) for block in section.blocks] == [
        "Seksi Acara:",
        "susun jadwal",
        "cari pembicara",
    ]


def test_an_item_that_is_a_label_with_its_value_holds_no_more(minutes: Any) -> None:
    text = f"{HEAD}Pembahasan\nBagus\n- Kemarin: cat pagar\n- Plan: pasang lampu\n- Kendala: hujan\n- Warga setuju\n"
    assert [block.text for block in minutes.sections(text).of(K.FOLLOW_UPS)[0].blocks] == ["pasang lampu"]


def test_a_line_in_the_stars_of_a_chat_is_a_heading(minutes: Any) -> None:
    text = f"{HEAD}*Kesepakatan*\n1. Iuran naik\n2. Ronda tetap\n📌 *Tugas koordinator*\n▫️ Bagus tagih iuran\n"
    sections = minutes.sections(text)
    assert [block.text for block in sections.of(K.AGREEMENTS)[0].blocks] == ["Iuran naik", "Ronda tetap"]
    assert [block.text for block in sections.of(K.FOLLOW_UPS)[0].blocks] == ["Bagus tagih iuran"]


def test_an_owner_with_a_task_on_the_line_goes_on_in_a_list_of_owners(minutes: Any) -> None:
    text = f"{HEAD}Pembahasan\nKas cukup.\nTugas:\nBagus\n- kirim surat\n- ukur jalan\nWulan: sewa tenda\n"
    assert [block.text for block in minutes.sections(text).of(K.FOLLOW_UPS)[0].blocks][-1] == "Wulan: sewa tenda"


def test_groups_and_their_tasks_are_points(minutes: Any) -> None:
    sections = minutes.sections("Rapat RT\n4 Maret 2024\n\nPenugasan\nacara: Ari - naskah\nhumas: Budi - spanduk\n")
    assert [block.text for block in sections.of(SectionKind.FOLLOW_UPS)[0].blocks] == [
        "acara: Ari - naskah",
        "humas: Budi - spanduk",
    ]


def test_the_next_topic_ends_a_label_behind_the_bullets_of_a_topic(minutes: Any) -> None:
    text = HEAD + "1. Atap\n   - Bocor\n   TL: Rudi menambal\n2. Lantai\n   - Retak\n   TL: Tono mengecor\n"
    assert minutes.texts(text, K.FOLLOW_UPS) == ["Rudi menambal", "Tono mengecor"]


def test_lists_below_a_title_that_shares_out_tasks_are_tasks(minutes: Any) -> None:
    title = "Rapat Pembagian Tugas Bazar\n4 Maret 2024\n\n"
    text = title + "Sie Acara\n- naskah\n- musik\nSie Umum\n- kursi\n\nBazar: 9 Mei 2024\n"
    assert minutes.texts(text, K.FOLLOW_UPS) == ["Sie Acara", "naskah", "musik", "Sie Umum", "kursi"]


@pytest.mark.parametrize(("bold", "leaves"), [(True, True), (False, False)], ids=["heading", "deeper item"])
def test_a_bold_line_marked_otherwise_ends_the_agenda(bold: bool, leaves: bool) -> None:
    agenda = OpenSection(K.AGENDA)
    for text in ("Iuran", "Lampu"):
        agenda.add(Block("item", 0, 0, text, marker="1)", level=0))
    assert leaves_agenda(agenda, Block("item", 0, 0, "Laporan kas", marker="1.", level=1, bold=bold)) is leaves


def test_a_chapter_below_a_table_of_tasks_ends_them(minutes: Any) -> None:
    tasks = minutes.table(["Uraian", "PIC", "Target"], ["Cari gudang", "Dodi", "Jumat"])
    below = (Line("B. PROGRES", bold=True), Line("Atap gudang sudah selesai dipasang minggu lalu."))
    found = minutes.sections(Source("text/plain", (Line("NOTULA RAPAT"), Line("Tempat: Aula"), tasks, *below)))
    assert [section.kind for section in found.sections if section.blocks][-2:] == [K.FOLLOW_UPS, K.DISCUSSION]


def test_an_answered_mail_below_tasks_is_none_of_them(minutes: Any) -> None:
    lines = ("Tindak Lanjut:", "- Dodi mencari gudang", "> On Tue, May 7, 2024 at 9:12 AM Rani wrote:", "> sudah dicek")
    assert minutes.texts("NOTULA RAPAT\n\n" + "\n".join(lines), K.FOLLOW_UPS) == ["Dodi mencari gudang"]


def test_a_theme_that_is_talked_of_below_the_attendees_is_no_title(minutes: Any) -> None:
    text = """
        NOTULA RAPAT PANITIA
        Tempat: Aula

        Hadir: Dodi, Rani

        Tema

        Tema panen dipakai lagi tahun ini, spanduknya menyusul dari Rani.
    """
    assert "title" not in minutes.fields(text)


def test_topics_run_into_the_line_of_their_label_are_the_agenda(minutes: Any) -> None:
    text = "NOTULA RAPAT\nTempat: Aula\nBahasan: a. iuran warga; b. pompa air; c. pagar makam"
    assert minutes.texts(text, K.AGENDA) == ["iuran warga", "pompa air", "pagar makam"]


def test_a_table_of_signatures_ends_a_list_of_tasks(minutes: Any) -> None:
    tasks = minutes.table(["Kegiatan", "PIC", "Target"], ["Cari gudang", "Dodi", "Jumat"])
    signed = minutes.table(["Notulis", "Diperiksa", "Disetujui"], ["Wulan Sari", "Bagus Prakoso", "Rani Utami"])
    found = minutes.sections(Source("text/plain", (Line("TINDAK LANJUT:"), tasks, signed)))
    assert [section.kind for section in found.sections][-2:] == [K.FOLLOW_UPS, K.SIGNATURE]


def test_a_table_of_who_signs_for_what_behind_the_talk(minutes: Any) -> None:
    signed = minutes.table(["Disetujui, Ketua Koperasi", "Dibuat oleh, Notulis"], ["Bagus Prakoso", "Wulan Sari"])
    talk = minutes.table(["Disetujui", "Ditolak"], ["Iuran naik", "Sewa gudang"])
    lines = (Line("PEMBAHASAN:"), Line("Atap gudang bocor dan belum sempat ditambal."))
    for table, kind in ((signed, K.SIGNATURE), (talk, K.DISCUSSION)):
        found = minutes.sections(Source("text/plain", (*lines, table)))
        assert found.sections[-1].kind is kind


def test_a_signature_far_in_under_a_list_ends_it(minutes: Any) -> None:
    office, name = "Mengetahui Ketua Komite,", "Made Sudana, S.P."
    texts = ("Tindak lanjut", "Rudi menambal atap", f"{office}\n{name}")
    text, starts = "\n".join(texts), [0, 14, 33]
    each = zip((0, 14, 33, 58), text.split("\n"), strict=True)
    lines = [PlacedLine(at, at + len(words), Line(words)) for at, words in each]
    blocks = (
        Block("paragraph", starts[0], 13, texts[0], tuple(lines[:1])),
        Block("item", starts[1], 32, texts[1], tuple(lines[1:2]), marker="1.", level=0),
        Block("paragraph", starts[2], len(text), texts[2].replace("\n", " "), tuple(lines[2:]), indent=300.0),
    )
    found = find_sections(Document(text, blocks, tuple(lines)), minutes.lexicon)
    assert [block.text for section in found.of(K.FOLLOW_UPS) for block in section.blocks] == ["Rudi menambal atap"]


@pytest.mark.parametrize(
    "title",
    [
        "Rapat Pembahasan Rencana Aksi",
        "Rapat Tindak Lanjut",
        "Evaluasi Tindak Lanjut",
        "Tindak Lanjut Hasil Rapat",
        "Rapat Penutupan",
    ],
)
@pytest.mark.parametrize("above", ["", "Nomor : 12/BA/2023\n", "TENTANG\n"])
@pytest.mark.parametrize(
    "header",
    [
        "Hari/Tanggal : Senin, 5 Juni 2023\nTempat : Aula\nPeserta : Rina, Joko\n",
        "Senin, 5 Juni 2023, pukul 09.00 WIB, Aula\nPeserta : Rina, Joko\n",
        "Rapat dilaksanakan pada hari Senin, 5 Juni 2023 di Aula, dihadiri oleh Rina dan Joko.\n",
    ],
)
def test_a_title_of_words_for_sections_heads_none(minutes: Any, title: str, header: str, above: str) -> None:
    body = "Pembahasan\nKas desa dibahas.\n\nTindak Lanjut\n1. Rina lapor\n"
    found = minutes.sections(f"NOTULA\n{above}{title}\n{header}\n{body}")
    headed = [section.kind for section in found.sections if section.heading is not None]
    assert [kind for kind in headed if kind in BODY] == ["discussion", "follow_ups"]


def test_an_agenda_that_tells_what_was_said_of_each_point_is_the_talk(minutes: Any) -> None:
    points = "".join(
        f"{at}. {topic}. Bendahara memaparkan saldo {topic.lower()} per Juni yang naik dari bulan lalu. "
        "Ketua mengingatkan agar kuitansi disimpan rapi. Warga setuju.\n"
        for at, topic in enumerate(("Kas", "Iuran", "Arisan"), start=1)
    )
    found = minutes.sections(f"NOTULEN\nTanggal : 4 Maret 2024\n\nPokok-pokok rapat\n{points}")
    assert [section.kind for section in found.sections][-1] == "discussion"


def test_what_was_said_on_a_point_of_the_agenda_called_by_its_number_is_talk(minutes: Any) -> None:
    told = "Bendahara memaparkan saldo yang naik dari bulan lalu. Ketua mengingatkan agar kuitansi disimpan rapi. "
    told += "Warga menanyakan harga lampu jalan yang baru."
    text = f"{HEAD}Agenda\n1. Kas\n2. Iuran\n\nPembahasan\nAgenda 1. Kas. {told}\n\nAgenda 2: Iuran. {told}\n"
    assert minutes.texts(text, K.AGENDA) == ["Kas", "Iuran"]
    assert len(minutes.texts(text, K.DISCUSSION)) == 2


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("Tindak lanjut pertemuan bulan lalu", ["attendees", "previous"]),
        ("Matriks tindak lanjut", ["attendees", "follow_ups"]),
    ],
)
def test_a_plain_line_below_those_present_heads_the_table_of_tasks_under_it(
    minutes: Any, heading: str, kinds: list[str]
) -> None:
    table = "No   Tugas         PIC    Status\n1    Kuras bak     Rani   Selesai\n2    Cat pagar     Dodi   Selesai\n"
    text = f"NOTULEN\nTanggal : 4 Maret 2024\n\nPeserta\n1. Rani\n2. Dodi\n\n{heading}\n{table}"
    assert [section.kind for section in minutes.sections(text).sections][-2:] == kinds
    assert minutes.texts(text, SectionKind.ATTENDEES) == ["Rani", "Dodi"]


@pytest.mark.parametrize(
    ("over", "kind"), [("Lampiran : Susunan Panitia", "other"), ("Lampiran 1 : Daftar Hadir", "attendees")]
)
def test_people_in_an_appendix_were_there_where_it_says_so(minutes: Any, over: str, kind: str) -> None:
    people = minutes.table(["No", "Nama", "Jabatan"], ["1", "Rina", "Ketua"], ["2", "Dodi", "Bendahara"])
    lines = [Line(text) for text in (*FULL.splitlines(), "", over)]
    found = [section.kind.value for section in minutes.sections(Source("text/plain", (*lines, people))).sections]
    assert found[-1] == kind


@pytest.mark.parametrize(
    ("day", "apart"),
    [
        pytest.param("Selasa, 5 Maret 2024, pukul 13.30 WIB, Aula", True, id="weekday"),
        pytest.param("5 Maret 2024, 13.30 WIB, Aula", True, id="hour"),
        pytest.param("Hari Selasa 5/3/2024 di Aula", True, id="day-of-the-week"),
        pytest.param("02/01/2021", False, id="the-day-of-the-form"),
        pytest.param("Revisi 2 tanggal 5 Maret 2024 pukul 10.00", False, id="a-revision"),
    ],
)
def test_a_day_below_the_number_of_the_minutes(minutes: Any, day: str, apart: bool) -> None:
    """The number is one line long: what tells the day of the meeting below it is no part of it."""
    sections = minutes.sections(f"NOTULA RAPAT\nNomor: BA-12/2024\nRapat Iuran\n{day}\nAgenda: Iuran\n")
    own = [each for each in sections.sections if any(day in block.text for block in each.blocks)]
    assert [each.field is None for each in own] == [apart]


PRESENT = "Hadir : Rani, Pak Dodi (bendahara), Seksi Dapur, Karang Taruna\n\nPembahasan\nKas tinggal sedikit.\n\n"


@pytest.mark.parametrize(
    ("heading", "lines", "tasks"),
    [
        ("Ayo gerak", "Rani - cetak spanduk, 3 Mei\nPak Dodi - tagih iuran", 2),
        ("Supaya tidak lupa", "Rani: cetak spanduk\nDodi: tagih iuran paling telat Jumat\nSeksi Dapur: gas, besok", 3),
        ("Nah begini ya:", "Seksi Dapur\n- beli gas\n- cuci panci, 3/5\nKarang Taruna\n- pasang tenda", 3),
        ("Ayo gerak", "Rani - spanduk masih di gudang\nPak Dodi - iuran seret", 0),
        ("Laporan", "Rani - cetak spanduk, 3 Mei\nPak Dodi - tagih iuran, 4 Mei", 0),
        ("Kabar dari dapur", "Seksi Dapur\n- beli gas, 3 Mei\nKarang Taruna\n- pasang tenda, 4 Mei", 0),
        ("Ayo gerak", "Tenda - sewa di kota, 3 Mei\nKursi - pinjam balai, 4 Mei", 0),
        ("Ayo gerak", "Rani - spanduk sudah dicetak, 3 Mei\nPak Dodi - iuran sudah masuk, 4 Mei", 0),
    ],
    ids=["dash", "colon", "lists", "no days", "report", "news", "things", "done"],
)
def test_lists_led_by_those_present(heading: str, lines: str, tasks: int, minutes: Any) -> None:
    found = minutes.texts(HEAD + PRESENT + f"{heading}\n{lines}\n", K.FOLLOW_UPS)
    names = ("Seksi Dapur", "Karang Taruna")
    assert len([text for text in found if text not in names]) == tasks


@pytest.mark.parametrize("heading", ["Pembagian tugas malam keakraban", "Rencana tindak lanjut gampong", "Tugas kebun"])
def test_a_plain_line_below_those_present_heads_the_list_of_tasks_under_it(minutes: Any, heading: str) -> None:
    text = f"NOTULEN\nTanggal : 4 Maret 2024\n\nPeserta\n1. Rani\n2. Dodi\n{heading}\n1. Rani kuras bak\n2. Cat pagar\n"
    assert minutes.texts(text, K.FOLLOW_UPS) == ["Rani kuras bak", "Cat pagar"]
    assert minutes.texts(text, K.ATTENDEES) == ["Rani", "Dodi"]


def test_a_line_between_those_present_is_one_of_them(minutes: Any) -> None:
    text = "NOTULEN\nTanggal : 4 Maret 2024\n\nPeserta\n1. Rani\n2. Dodi\nTim tugas malam\n3. Wati\n"
    assert minutes.texts(text, K.ATTENDEES) == ["Rani", "Dodi", "Tim tugas malam", "Wati"]


def test_labels_of_the_header_told_by_their_words(minutes: Any) -> None:
    header = HEAD.rstrip() + "\nPimpinan rembug : Bagus\nPenyuluh hadir : Wulan, Dodi\n"
    text = f"{header}\nPembahasan\nPenyuluh hadir : besok pagi.\n"
    told = [(each.kind, each.field) for each in minutes.sections(text).sections]
    assert told[-3:] == [(K.HEADER, "chair"), (K.ATTENDEES, None), (K.DISCUSSION, None)]


def test_topics_that_are_counted_on_are_no_lists_of_people(minutes: Any) -> None:
    head = "NOTULEN\nTanggal : 4 Maret 2024\nHadir : Rani, Dodi\nIzin : Wati\n\n"
    talk = "1) KEBUN\nBibit sudah datang.\n\n2) IZIN\nIzin kios habis bulan Juni.\n\n3) KAS\nKas tinggal sedikit.\n"
    assert minutes.texts(head + talk, K.ABSENT) == ["Wati"]


def test_offices_side_by_side_end_a_list(minutes: Any) -> None:
    head = "NOTULEN\nTanggal : 4 Maret 2024\n\n"
    text = f"{head}Tindak lanjut\n1. Rani kuras bak\n2. Cat pagar\nKetua RT\tNotulis\nRani\tDodi\n"
    assert minutes.texts(text, K.FOLLOW_UPS) == ["Rani kuras bak", "Cat pagar"]


@pytest.mark.parametrize(
    "heading", ["Butir-butir kesepakatan", "Ringkasan keputusan", "Poin2 kesimpulan rapat", "Kesimpulan akhir"]
)
def test_headings_of_decisions_gathered(minutes: Any, heading: str) -> None:
    text = f"{HEAD}\nPembahasan\nKas dibahas.\n\n{heading}\n1. Iuran naik.\n2. Bak dikuras.\n"
    assert minutes.texts(text, K.AGREEMENTS) == ["Iuran naik.", "Bak dikuras."]


def test_what_announces_decisions_over_two_lines_is_no_heading(minutes: Any) -> None:
    text = f"{HEAD}\nPembahasan\nRapat mengambil\nkesimpulan sebagai berikut:\n1. Iuran naik.\n"
    assert minutes.texts(text, K.AGREEMENTS) == ["Iuran naik."]


def test_a_heading_of_talk_and_decisions_over_topics_with_their_own_decisions_is_over_talk(minutes: Any) -> None:
    talk = "1. Kas\nKas dibahas.\nKeputusan: Iuran naik.\n2. Bak\nRani akan menguras bak.\nKeputusan: Bak dicat.\n"
    text = f"{HEAD}\nPembahasan dan keputusan\n{talk}"
    assert minutes.texts(text, K.AGREEMENTS) == ["Iuran naik.", "Bak dicat."]
    assert "Rani akan menguras bak." in minutes.texts(text, K.DISCUSSION)


@pytest.mark.parametrize(
    ("line", "items", "present"),
    [
        ("Suara warga", ["Jalan kampung belum diaspal.", "Lampu mati."], 2),
        ("Masukan dari peserta", ["Jalan kampung belum diaspal.", "Lampu mati."], 2),
        ("Unsur pemuda", ["Dodi Pratama, ketua karang taruna", "Sari"], 4),
    ],
)
def test_a_line_below_those_present_over_what_was_said(minutes: Any, line: str, items: list[str], present: int) -> None:
    below = "".join(f"{at}. {item}\n" for at, item in enumerate(items, 1))
    found = minutes.texts(f"NOTULEN\nTanggal : 4 Maret 2024\n\nPeserta\n1. Rani\n2. Wati\n{line}\n{below}", K.ATTENDEES)
    assert sum(name not in (line,) for name in found) == present


def test_notes_below_those_present_under_their_heading(minutes: Any) -> None:
    notes = "Catatan kunjungan :\n1. Alur\n   - Tulis tangan\n"
    text = f"NOTULEN\nTanggal : 4 Maret 2024\n\nYang datang :\n- Rani\n- Wati\n{notes}"
    assert minutes.texts(text, K.ATTENDEES) == ["Rani", "Wati"]


def test_a_unit_with_its_leader_in_brackets_is_no_heading(minutes: Any) -> None:
    assert minutes.labels.words.kind("Dokumentasi (Koor : Rani)") is None
    assert minutes.labels.words.kind("Dokumentasi") is K.OTHER


def test_the_agenda_in_a_form_of_another_day_is_none_of_the_meeting(minutes: Any) -> None:
    head = minutes.table(["Hari/Tanggal", "Senin, 4 Maret 2024"], ["Waktu", "09.00"], ["Tempat", "Balai"])
    called = minutes.table(["Hari/Tanggal", "Senin, 11 Maret 2024"], ["Tempat", "Balai"], ["Acara", "Pompa"])
    talk = (Line("NOTULEN RAPAT"), head, Line("Pembahasan", bold=True), Line("1. Iuran naik"), Line("Kami mengundang:"))
    sections = minutes.sections(Source("text/plain", (*talk, called))).sections
    assert not [section for section in sections if section.kind is SectionKind.AGENDA]


def test_the_topic_behind_tasks_without_a_mark_is_none(minutes: Any) -> None:
    text = f"{HEAD}Pembahasan\n1. Kas\n2. Pembagian proker\nRina -> taman baca\nDodi -> pos\n3. Air\n- pompa mati\n"
    assert minutes.texts(text, K.FOLLOW_UPS) == ["Rina -> taman baca", "Dodi -> pos"]


@pytest.mark.parametrize(
    "heading", ["Laporan tiap sie", "Progres dari masing-masing divisi", "Kesiapan tiap bidang panitia:"]
)
def test_what_each_group_reports_is_the_talk(minutes: Any, heading: str) -> None:
    text = f"{HEAD}Peserta : seluruh panitia\n\n{heading}\n\nSie Dapur :\n- panci dua\n- beras cukup\n"
    assert minutes.texts(text, K.ATTENDEES) == ["seluruh panitia"]
    assert minutes.texts(text, K.DISCUSSION) == ["Sie Dapur :", "panci dua", "beras cukup"]


def test_a_team_that_reports_as_each_does_has_no_agenda(minutes: Any) -> None:
    text = f"{HEAD}Laporan tiap divisi\n\nAcara: naskah sudah jadi. Ratna bakal cari juri.\n\nHumas: poster dicetak.\n"
    assert minutes.texts(text, K.AGENDA) == []


@pytest.mark.parametrize(
    ("first", "present"),
    [
        pytest.param("naskah sudah jadi", ["seluruh panitia"], id="told"),
        pytest.param("ratna (koordinator)", ["seluruh panitia", "Sie Acara :", "ratna (koordinator)"], id="name"),
        pytest.param("ratna tidak hadir sejak awal", None, id="attendance"),
    ],
)
def test_a_team_over_what_is_told_of_its_work_leaves_those_present(
    minutes: Any, first: str, present: list[str] | None
) -> None:
    found = minutes.texts(f"{HEAD}Peserta : seluruh panitia\n\nSie Acara :\n- {first}\n", K.ATTENDEES)
    assert found == present if present else len(found) == 3


@pytest.mark.parametrize(
    ("lines", "present"),
    [
        (["Yang diceritakan oleh warga RT :", "1. Jalan kampung masih berlubang", "2. Lampu mati"], 1),
        (["Yang diundang dari warga RT :", "1. Pak Sardi (belum datang)", "2. Bu Tuti"], 4),
    ],
    ids=["over-talk", "over-guests"],
)
def test_a_long_line_with_a_colon_behind_those_present(minutes: Any, lines: list[str], present: int) -> None:
    text = "\n".join(("NOTULEN", "Tanggal : 4 Maret 2024", "Peserta : Rani, Wati, Dodi", "", *lines, ""))
    assert len(minutes.texts(text, K.ATTENDEES)) == present


def test_headings_deeper_than_that_of_decisions_part_them(minutes: Any) -> None:
    parts = "### Jadwal\n- Kerja bakti hari Minggu\n\n### Orang\nSari menjadi bendahara.\n"
    head = "# Notulen\n\nTanggal: 4 Maret 2024\n\n## Pembahasan\nKas dibahas.\n\n"
    text = f"{head}## Keputusan\n{parts}\n## Jadwal\nMinggu\n"
    found = minutes.texts(text, K.AGREEMENTS)
    assert [line for line in found if line in ("Kerja bakti hari Minggu", "Sari menjadi bendahara.")] == [
        "Kerja bakti hari Minggu", "Sari menjadi bendahara.",
    ]  # fmt: skip
    assert "Minggu" not in found


@pytest.mark.parametrize(
    ("lines", "kind"),
    [("Rani -> bab satu\nWati -> bab dua", K.FOLLOW_UPS), ("Bab satu dan dua sudah dicetak.", K.DISCUSSION)],
    ids=["over-tasks", "over-talk"],
)
def test_a_word_for_talk_right_below_the_heading_of_tasks(minutes: Any, lines: str, kind: SectionKind) -> None:
    assert lines.split("\n")[0] in minutes.texts(f"{HEAD}\nPembagian tugas\nLaporan :\n{lines}\n", kind)


def test_an_office_over_people_with_their_tasks_heads_a_group(minutes: Any) -> None:
    text = f"{HEAD}\nPembahasan\nKas dibahas.\n\nPembagian Tugas\nPenyusun :\nRani -> bab 1\nDodi -> bab 2\n"
    assert minutes.texts(text, K.FOLLOW_UPS)[-2:] == ["Rani -> bab 1", "Dodi -> bab 2"]
