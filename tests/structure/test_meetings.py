"""Files that hold several meetings."""

from typing import Any

import pytest

from notula.models.source import Cell, Line, Source, Table

BODY = "Pembahasan\n1. Iuran warga belum lunas\n2. Lampu mati\n\nTindak Lanjut\n1. Dodi menagih iuran\n\n"
AUDITED = "- Kas diaudit\n" * 7
HELD = "telah diadakan musyawarah warga di balai desa."


def labelled(date: str, title: str = "NOTULEN RAPAT MINGGUAN") -> str:
    return f"{title}\nTanggal : {date}\nTempat : Balai\n\n{BODY}"


def firsts(minutes: Any, source: Source | str) -> list[str]:
    """The first block of each meeting."""
    return [document.blocks[0].text for document in minutes.documents(source)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(labelled("4 Maret 2024"), 1, id="one"),
        pytest.param(labelled("4 Maret 2024") + labelled("11 Maret 2024"), 2, id="two"),
        pytest.param("".join(labelled(f"{day} Maret 2024") for day in (4, 11, 18)), 3, id="three"),
        pytest.param(labelled("4/3/2024") + labelled("11/3/2024"), 2, id="numeric-dates"),
        pytest.param(
            f"BALAI DESA\nNo. Dok\nF-01\nRISALAH RAPAT\nTgl. terbit\n02/01/2021\nHalaman\n1\n{labelled('4/3/2024')}",
            1,
            id="the-day-of-a-form-below-its-label",
        ),
        pytest.param(
            labelled("4 Maret 2024", "RAPAT PENGURUS") + labelled("4 Maret 2024", "RAPAT PANITIA"), 2, id="same-day"
        ),
        pytest.param(
            "# Notulen Rapat 4 Maret 2024\n\n- Iuran\n- Lampu\n\n# Notulen Rapat 11 Maret 2024\n\n- Pompa\n",
            2,
            id="titles",
        ),
        pytest.param(
            "# Notulen Rapat\n4 Maret 2024\n\n- Iuran\n- Lampu\n\n# Notulen Rapat\n11 Maret 2024\n\n- Pompa\n",
            2,
            id="date-below",
        ),
        pytest.param(
            f"BERITA ACARA\n\nPada hari ini, Senin tanggal 4 Maret 2024 {HELD}\n\nKesepakatan\n1. Iuran naik\n\n"
            f"BERITA ACARA\n\nPada hari ini, Rabu tanggal 6 Maret 2024 {HELD}\n\nKesepakatan\n1. Pompa dibeli\n",
            2,
            id="opening-sentences",
        ),
        pytest.param(
            labelled("4 Maret 2024", "RAPAT PANITIA") + labelled("11 Maret 2024", "RAPAT PANITIA (LANJUTAN)"),
            2,
            id="went-on-another-day",
        ),
        pytest.param(
            "Rapat kader tgl 4-3-2024 pkl 08.00 di balai\n1. Iuran belum lunas\n2. Lampu mati\n\n"
            "Rapat kader tgl 11-3-2024 pkl 08.00 di balai\n1. Iuran lunas\n2. Pompa rusak\n",
            2,
            id="place-behind-the-day",
        ),
        pytest.param(
            "BERITA ACARA SIDANG\nNOMOR : 12/UM.K-19/03/2024\n\nTENTANG\nPENETAPAN IURAN WARGA\n\n"
            f"Pada hari ini, Senin tanggal empat bulan Maret tahun 2024 {HELD}\n\nKesepakatan\n1. Iuran naik\n",
            1,
            id="number-like-a-day",
        ),
        pytest.param(
            "NOTULEN RAPAT TANGGAL 4 MARET 2024\n\nA. RAPAT PENGURUS\n"
            f"Hari, tanggal : Senin, 4 Maret 2024\nPukul : 08.00\nTempat : Balai\nPencatat : Wulan\n\n{BODY}"
            "B. RAPAT KADER\nRapat kader dilaksanakan pada hari yang sama di aula, dimulai pukul 13.00, "
            f"dipimpin oleh Wulan.\n\n{BODY}",
            2,
            id="lettered-names-on-one-day",
        ),
    ],
)
def test_number_of_meetings(minutes: Any, text: str, parts: int) -> None:
    assert len(minutes.documents(text)) == parts


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("Rapat berikutnya dijadwalkan tanggal 11 Maret 2024 di balai warga.\n", id="next-meeting"),
        pytest.param(
            "Demikian notula ini dibuat.\n\nSukamaju, 4 Maret 2024\nNotulis,\nWulan Sari\n", id="signature-date"
        ),
        pytest.param("Dokumentasi\nFoto rapat tanggal 4 Maret 2024\n", id="photo-caption"),
        pytest.param("1. Rapat panitia pada 20 Maret 2024\n2. Kerja bakti 21 Maret 2024\n", id="dates-in-a-list"),
        pytest.param("NEXT MEETING\n11 Maret 2024\n", id="english-next"),
        pytest.param("(PALU DIKETUK, SIDANG DITUTUP)\n\nSukamaju, 5 Maret 2024\nNotulis,\nWulan\n", id="aside"),
        pytest.param("Waktu : 11 Maret 2024 (rapat lanjutan)\nTempat : Aula\n", id="label-of-the-next"),
        pytest.param(f"{AUDITED}Tanggal : 11 Maret 2024\n", id="date-label-alone"),
    ],
)
def test_other_dates_begin_no_meeting(minutes: Any, more: str) -> None:
    assert len(minutes.documents(labelled("4 Maret 2024") + more)) == 1


def test_labels_under_each_other_are_one_meeting(minutes: Any) -> None:
    text = f"NOTULEN RAPAT\nTanggal : 4 Maret 2024\nTempat : Balai\nTanggal Terbit : 5 Maret 2024\n\n{BODY}"
    assert len(minutes.documents(text)) == 1


def test_the_files_title_over_nothing_but_a_day(minutes: Any) -> None:
    first = "# KUMPUL TIM POMPA\n\n4 Maret 2024\n\nJudul yang muncul ada tiga, belum ada yang dipilih oleh tim kami.\n"
    second = "\n# RAPAT 11 MARET 2024\n\nTempat: bengkel\n\n- Rangka dilas oleh Dodi di bengkel\n"
    assert len(minutes.documents(first + second)) == 2


def test_a_form_below_a_title_with_its_day_in_numbers(minutes: Any) -> None:
    head = "# Rapat Divisi Pompa\n\n2024-03-04\n\nRekaman rapat ada di map bersama divisi untuk yang tidak hadir\n\n"
    form = "| Hari, tanggal | Senin, 4 Maret 2024 |\n|---|---|\n| Waktu | 09.00 |\n| Tempat | Balai |\n\n"
    assert len(minutes.documents(head + form + BODY)) == 1


def test_meeting_begins_at_its_title(minutes: Any) -> None:
    text = labelled("4 Maret 2024", "NOTULEN RAPAT PENGURUS") + labelled("11 Maret 2024", "NOTULEN RAPAT PANITIA")
    assert firsts(minutes, text) == ["NOTULEN RAPAT PENGURUS", "NOTULEN RAPAT PANITIA"]


@pytest.mark.parametrize(("title", "parts"), [("NOTULEN RAPAT", 2), ("Data rapat", 1)])
def test_form_whose_date_was_left_blank(minutes: Any, title: str, parts: int) -> None:
    first, blank = ("4 Maret 2024", "9.00", "Balai"), ("......", "sore", "Balai")
    lines: list[Line | Table] = []
    for name, values in (("NOTULEN RAPAT", first), (title, blank)):
        form = [[label, value] for label, value in zip(("Hari/Tanggal", "Waktu", "Tempat"), values, strict=True)]
        lines += [Line(name, bold=True), minutes.table(*form), Line("1. Dodi menagih iuran")]
    assert len(minutes.documents(Source("test", tuple(lines)))) == parts


def test_what_stands_before_the_first_meeting_goes_with_it(minutes: Any) -> None:
    text = "RUKUN TETANGGA 03\n\n" + labelled("4 Maret 2024") + labelled("11 Maret 2024")
    assert firsts(minutes, text) == ["RUKUN TETANGGA 03", "NOTULEN RAPAT MINGGUAN"]


def test_meetings_with_form_tables(minutes: Any) -> None:
    def form(date: str) -> tuple[Any, ...]:
        table = minutes.table(["Hari/Tanggal", date], ["Tempat", "Balai"], ["Pimpinan", "Dodi"])
        return Line("NOTULA RAPAT"), table, Line("Pembahasan", outline=1), Line("1. Iuran")

    source = Source("text/plain", (*form("4 Maret 2024"), *form("11 Maret 2024")))
    assert firsts(minutes, source) == ["NOTULA RAPAT", "NOTULA RAPAT"]


def test_no_line_is_lost_by_splitting(minutes: Any) -> None:
    text = labelled("4 Maret 2024") + labelled("11 Maret 2024")
    source = minutes.source(text)
    placed = [placed.line for document in minutes.documents(source) for placed in document.lines]
    assert placed == list(source.content)


def test_letter_that_reports_on_a_meeting(minutes: Any) -> None:
    (document,) = minutes.documents(
        """
        NOTA DINAS
        Kepada  : Kepala Dinas
        Dari    : Kepala Bidang
        Tanggal : 18 Juli 2024
        Nomor   : 600/125/2024
        Hal     : Laporan Hasil Rapat Jembatan

        Disampaikan dengan hormat, bersama ini kami laporkan hasil rapat sebagai berikut:

        I. PELAKSANAAN
           Hari/Tanggal : Rabu, 17 Juli 2024
           Pukul        : 09.30 WIB
           Tempat       : Ruang Rapat Bidang

        II. PEMBAHASAN
           1. Progres fisik pekerjaan sebesar 42,5 persen.
        """
    )
    fields = [section.field for section in minutes.sections(document.text).sections if section.field]
    assert fields == ["date", "ignore", "subject", "date", "time", "place"]


TALK = "Pembahasan\n1. Iuran warga belum lunas\n2. Lampu mati\n\n"

SEVERAL = {
    "went-on": [f"NOTULEN RAPAT LANJUTAN{more}\nTanggal : {day} Maret 2025\nTempat : Balai\n\n{TALK}"
                for more, day in (("", 3), (" KEDUA", 10))],
    "days-without-year": [f"NOTULEN RAPAT\nHari/Tanggal : {day} Maret\nTempat : Balai\n\n{TALK}" for day in (3, 10)],
    "one-day": [f"{name}\nTanggal : 3 Maret 2025\nWaktu : {hour}.00 WIB\nTempat : Balai\n\n{TALK}"
                for name, hour in (("Sesi I", "09"), ("Sesi II", "13"))],
}  # fmt: skip


@pytest.mark.parametrize("parts", SEVERAL.values(), ids=SEVERAL.keys())
def test_several_meetings(minutes: Any, parts: list[str]) -> None:
    assert len(minutes.documents("\n".join(parts))) == len(parts)


ALIKE = {
    "day-below-any-title": "## Forum Warga Blok C\nSabtu, {day} Mei 2024, 19.30, pos ronda\n\n",
    "messenger": "*Hasil kumpul panitia*\nSabtu {day}/5/24 jam 19.30, rumah Wulan\n\n",
    "sync": "# Weekly Sync Tim Data\n{day} Mei 2024, 10:00-10:50, Google Meet\nHadir: Ratna, Dodi\n\n",
    "took-place": "## Rapat Irigasi\nRapat dilaksanakan pada hari Senin tanggal {day} Mei 2024 di balai desa.\n\n",
    "numbered-labels": "NOTULEN\n\nI. Hari/Tanggal : Senin, {day} Mei 2024\nII. Tempat : Balai\nIII. Acara : Iuran\n\n",
}


FRAMED = "[4/3/2024] pompa\ndatang: wulan, dodi\n- pompa macet\n- kabel dicari dodi\n"


@pytest.mark.parametrize(
    ("more", "parts"),
    [
        pytest.param("[11/3/2024] sumur\nhadir: wulan, dodi\n- sumur dikuras\n", 2, id="over-who-was-there"),
        pytest.param("[11 Mar 2024] sumur\nbalai warga, jam 4 sore\n- sumur dikuras\n", 2, id="like-one-that-is"),
        pytest.param("[11/3/2024] dodi: pompa sudah datang\n- pipa dibeli\n", 1, id="a-message"),
        pytest.param("- [11/3/2024] sumur dikuras\n- [18/3/2024] pipa diganti\n", 1, id="points"),
    ],
)
def test_days_in_brackets_before_what_was_held(minutes: Any, more: str, parts: int) -> None:
    assert len(minutes.documents(f"catatan pos ronda\n\n{FRAMED}{more}")) == parts


@pytest.mark.parametrize("head", ALIKE.values(), ids=ALIKE.keys())
def test_minutes_that_open_alike(minutes: Any, head: str) -> None:
    assert len(minutes.documents(head.format(day=4) + BODY + head.format(day=11) + BODY)) == 2


def test_letterhead_goes_with_its_own_meeting(minutes: Any) -> None:
    text = "PERKUMPULAN WARGA\nJalan Melati 8\n" + labelled("{}")
    assert firsts(minutes, text.format("4 Maret 2024") + text.format("11 Maret 2024")) == ["PERKUMPULAN WARGA"] * 2


def test_title_again_without_a_date(minutes: Any) -> None:
    head = "NOTULEN RAPAT\nTanggal : {}\nTempat : Balai\nPimpinan : Ratna\n\n"
    assert len(minutes.documents(head.format("4 Maret 2024") + BODY + head.format("") + BODY)) == 2


def test_next_meeting_at_the_end_hides_no_header(minutes: Any) -> None:
    text = labelled("{} Mei 2024") + "Rapat berikutnya hari Senin.\n\n"
    assert len(minutes.documents(text.format(4) + text.format(11))) == 2


def test_headings_that_name_the_day_share_the_title_above(minutes: Any) -> None:
    days = "".join(f"## Senin {day}/3/2024 (09.15-09.30)\n\nhadir: Ratna, Dodi\n\n- Pompa diuji\n\n" for day in (4, 11))
    assert firsts(minutes, "# Standup Tim Air\n\n" + days) == ["Standup Tim Air"] * 2


def test_the_last_heading_of_a_meeting_stays_with_it(minutes: Any) -> None:
    content: list[Line] = []
    for day in (4, 11):
        content += [Line(f"Pertemuan : Rapat {day}"), Line(f"Waktu : {day} Maret 2024"), Line("Tempat : Balai")]
        content += [Line("1. Kas dihitung"), Line("Pokok pembahasan pagi itu antara lain:", bold=True)]
        content += [Line("Menyelesaikan laporan")]
    assert firsts(minutes, Source("text/plain", tuple(content))) == ["Pertemuan : Rapat 4", "Pertemuan : Rapat 11"]


def test_tasks_on_the_line_of_their_label_are_body(minutes: Any) -> None:
    text = "NOTULEN RAPAT RT\nTanggal: {} Mei 2024\nTempat: Balai\nTindak lanjut: Dodi menagih iuran besok.\n\n"
    assert len(minutes.documents(text.format(4) + text.format(11))) == 2


def test_days_within_one_meeting(minutes: Any) -> None:
    text = labelled("4 Maret 2024") + "## Hari Kedua\nSelasa, 5 Maret 2024, 09.00\n\n- Pompa diuji\n- Kas dihitung\n"
    assert len(minutes.documents(text)) == 1


def test_headings_with_a_date_below(minutes: Any) -> None:
    body = "## Keputusan\n\n- Bazar jadi\n- Laba dibagi\n\n"
    days = (("A", 3), ("B", 24))
    text = "".join(f"# Rapat {name}: Bazar\n\nTanggal: {day} Maret 2025\n\n{body}" for name, day in days)
    assert len(minutes.documents(text)) == 2


def test_numbered_titles_with_their_day(minutes: Any) -> None:
    def title(text: str) -> Line:
        return Line(text, bold=True)

    talk = [Line("Pompa rusak.", marker="-", level=0), Line("Iuran naik.", marker="-", level=0)]
    lines = [title("I. Rapat Persiapan (Senin, 3 Maret 2025)"), Line("Tempat: Aula"), *talk]
    lines += [title("II. Rapat Evaluasi (Senin, 10 Maret 2025)"), Line("Tempat: Aula"), *talk]
    lines += [title("3. Rapat Lanjutan — Senin, 17 Maret 2025"), Line("Tempat: Aula"), *talk]
    assert len(minutes.documents(Source("test", tuple(lines)))) == 3


def test_forms_that_hold_minutes_whole(minutes: Any) -> None:
    forms = [
        minutes.table(["Nama Kegiatan", f"Rapat {name}"], ["Tanggal", f"{day} Maret 2025"], ["Hasil", "Pompa dibeli."])
        for name, day in (("Pagu", 3), ("Aset", 10))
    ]
    assert len(minutes.documents(Source("text/plain", (forms[0], Line(""), forms[1])))) == 2


HEAD = "CATATAN RAPAT PENGURUS\nSenin, 4 Maret 2024\nTempat : Balai\nHadir : Wulan, Dodi\n\n"
FIRST = f"{HEAD}Pembahasan\n- Kas diaudit\n\n"
TOLD = "- pompa rusak lagi, Dodi cari bengkel\n- iuran tetap\n\n"


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param("rapat pengurus, senin 11 maret, di rumah wulan\nhadir Wulan, Dodi, Sari\n", id="day-in-the-name"),
        pytest.param("senin 11 mar. evaluasi pompa, di balai\nhadir Wulan, Dodi\n", id="begins-with-its-day"),
        pytest.param("Rapat ke-2 (soal pompa) tgl 11/3, balai\ndtg : wulan, dodi\n", id="day-and-month-in-figures"),
        pytest.param("RAPAT KILAT SOAL POMPA\n(tanggal lupa dicatat)\nhadir: wulan, dodi\n", id="no-day-at-all"),
        pytest.param("RAPAT PENGURUS II (lanjutan)\nSenin, 11 Maret 2024. Pimpinan: Wulan\n", id="went-on"),
        pytest.param("RAPAT KE-2: POMPA\nSenin pekan berikutnya (11/3). Hadir Wulan, Dodi\n", id="numbered"),
        pytest.param(
            "Senin 11 Maret 2024, rapat soal pompa di rumah Wulan. Yang ikut Wulan, Dodi, Sari.\n", id="one-sentence"
        ),
        pytest.param("2. RAPAT POMPA\nBertempat di rumah Wulan, hadir Wulan dan Dodi.\n", id="a-numbered-heading"),
        pytest.param("11/3/2024\nlengkap berlima: wulan, dodi, sari, beni, tono\n", id="how-many-they-were"),
        pytest.param("11/3/2024\nhujan, rapat berdua aja sama dodi\n", id="a-meeting-of-two"),
        pytest.param("#12 Senin 11/3/2024 mulai 10.00\nTopik: pompa\nada: Wulan, Dodi\n", id="numbered-in-a-log"),
        pytest.param("Senin, 11 Maret 2024\nMulai 08.30, tempat pindah. Pimpinan: Wulan.\n", id="weekday-no-town"),
        pytest.param("*RAKOR POSKO #2*\n🗓 Senin 11 Maret\nPimpinan: Wulan\nHadir: Dodi\n", id="of-a-messenger"),
        pytest.param("=== 2. Pertemuan Desa Ambar, Senin 11/3, balai ===\nhadir: Kades, tim\n", id="framed"),
        pytest.param("TAMBAHAN\nSenin, 11 Maret. Pertemuan singkat pengurus dengan bengkel.\n", id="under-a-heading"),
        pytest.param("Senin 11/3/2024 jam 14.00, balai. Wulan, Dodi, Sari — soal pompa\n", id="roll"),
        pytest.param("RKP 13 - Senin 11/3/24 jam 9.10 di balai. Wulan, Dodi, Bu Sari. Beni absen.\n", id="code"),
        pytest.param("Catatan 11 Maret (11 Mar 2024, grup)\nPompa rusak\nYang ikut: Wulan, Dodi.\n", id="notes"),
        pytest.param("rapat dadakan senin sore di rumah wulan\n(wulan dodi sari beni)\n", id="names-in-a-bracket"),
    ],
)
def test_later_minutes_open_carelessly(minutes: Any, opening: str) -> None:
    first = opening.splitlines()[0].lstrip("=2. ").rstrip(" =")
    assert firsts(minutes, FIRST + opening + TOLD) == [FIRST.splitlines()[0], first]


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        pytest.param("Setelah makan siang diadakan rapat tim pompa mulai pukul 13.30, dipimpin Dodi", 2, id="held"),
        pytest.param("Rapat mendadak hari Senin 11 Maret di kantor", 2, id="a-sudden-one"),
        pytest.param("Rapat tim pompa akan diadakan pukul 13.30, dipimpin oleh Dodi", 1, id="planned"),
        pytest.param("Setelah makan siang Dodi memperbaiki pompa mulai pukul 13.30", 1, id="no-meeting"),
    ],
)
def test_a_meeting_told_of_after_the_close(minutes: Any, told: str, parts: int) -> None:
    text = f"{FIRST}Rapat ditutup pukul 11.45.\n\n{told} dan diikuti oleh warga.\n\n{TOLD}"
    assert len(minutes.documents(text)) == parts


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        pytest.param("Esoknya, Selasa, kami bertemu Lurah dari jam 9, hadir Dodi.", 2, id="next-day"),
        pytest.param("Baru tanggal 11 Maret kumpul lagi berempat di rumah Sari, mulai jam 7 malam.", 2, id="day-named"),
        pytest.param(
            "Pada hari Senin tgl 11 Maret diadakan lagi rapat pengurus, hadir Dodi dan Sari.", 2, id="held-again"
        ),
        pytest.param("Rapat pengurus diadakan lagi Senin, 11 Maret, dihadiri Dodi dan Sari.", 2, id="again-held"),
        pytest.param("Rapat pengurus akan diadakan lagi Senin, 11 Maret, dihadiri Dodi.", 1, id="to-be-held"),
        pytest.param("Minggu 11 Maret akan kumpul lagi berempat di rumah Sari, mulai jam 7 malam.", 1, id="planned"),
        pytest.param("Minggu 1 Maret lalu kami kumpul berempat di rumah Sari, mulai jam 7 malam.", 1, id="before"),
        pytest.param("Pagi ini 4 Maret kita kumpul berempat di rumah Sari, mulai jam 7 malam.", 1, id="its-own-day"),
        pytest.param("Minggu 11 Maret pompa dicoba berempat di rumah Sari, mulai jam 7 malam.", 1, id="no-meeting"),
    ],
)
def test_a_meeting_told_of_below_another(minutes: Any, told: str, parts: int) -> None:
    assert len(minutes.documents(f"{FIRST}{told}\n{TOLD}")) == parts


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("Senin, 11 Maret 2024: kerja bakti, semua warga hadir\n", id="an-event"),
        pytest.param("\nJADWAL\n11 Maret rapat RT\n18 Maret rapat RW\n", id="a-schedule"),
        pytest.param("\nKetua Rapat\nWulan\n", id="a-signature"),
        pytest.param("\nSenin 11/3 berangkat naik kapal, tiba subuh.\n", id="a-journey"),
        pytest.param("\n(RAPAT DITUTUP PUKUL 21.00)\nDicatat oleh Dodi\n", id="closed-in-brackets"),
        pytest.param("\nDAFTAR HADIR RAPAT\nHadir : Wulan, Dodi\n", id="a-list-of-those-present"),
        pytest.param(
            "\nKronologi\nSenin 4 Maret 2024 rapat warga, hadir Wulan.\nSelasa 5 Maret 2024 rapat RT, hadir Dodi.\n",
            id="an-account",
        ),
        pytest.param("\nRapat bulan depan tanggal 11 April, semua harap hadir\n", id="announced"),
        pytest.param(
            "\n**Kumpul berikutnya**\n\nSenin 11 Maret 2024 pukul 20.00, moderator Dodi.\n", id="announced-apart"
        ),
    ],
)
def test_what_is_like_an_opening(minutes: Any, more: str) -> None:
    assert len(minutes.documents(FIRST + more)) == 1


def test_the_first_of_a_log_may_have_no_day(minutes: Any) -> None:
    first = f"# Catatan pengurus\n\n## Arah kerja setahun\nYang hadir: Wulan, Dodi\n\n{TOLD}"
    text = f"{first}## Senin, 4 Maret 2024\nHadir: Wulan, Dodi\n\n{TOLD}## Senin, 11 Maret 2024\nHadir: Dodi\n\n{TOLD}"
    assert len(minutes.documents(text)) == 3


def test_a_title_over_all_minutes_of_a_file_dates_none(minutes: Any) -> None:
    text = f"KUMPULAN NOTULA RAPAT RT, 4-11 Maret 2024\n\n{labelled('4 Maret 2024')}{labelled('11 Maret 2024')}"
    assert len(minutes.documents(text)) == 2


@pytest.mark.parametrize(
    ("place", "parts"), [pytest.param("Kantor", 2, id="another-header"), pytest.param("Balai", 1, id="the-same-header")]
)
def test_a_header_of_its_own_on_the_same_day(minutes: Any, place: str, parts: int) -> None:
    def whole(where: str) -> str:
        return f"Tanggal : 4 Maret 2024\nTempat : {where}\nHadir : Wulan, Dodi\n\n{BODY}"

    assert len(minutes.documents(whole("Balai") + whole(place))) == parts


@pytest.mark.parametrize(
    "again",
    [
        pytest.param("NOTULEN RAPAT KERJA\nTanggal : 4 Maret 2024\nWaktu : 09.00\nTempat : Balai\n", id="its-header"),
        pytest.param("NOTULEN RAPAT KERJA\nSenin, 4 Maret 2024\n", id="its-title-and-day"),
        pytest.param("DAFTAR HADIR RAPAT\nTanggal : 4 Maret 2024\nTempat : Balai\n", id="those-present"),
        pytest.param("REKAP KEHADIRAN\nTanggal : 4 Maret 2024\nWaktu : 09.00\nTempat : Aula\n", id="how-many"),
    ],
)
def test_what_a_later_page_says_again_begins_no_meeting(minutes: Any, again: str) -> None:
    head = "NOTULEN RAPAT KERJA\nTanggal : 4 Maret 2024\nWaktu : 09.00\nTempat : Balai\n\n"
    assert len(minutes.documents(f"{head}{BODY}\n{again}\n{BODY}\n{again}\n{BODY}")) == 1


def test_a_list_of_those_present_of_another_day(minutes: Any) -> None:
    first = "NOTULEN RAPAT\nTanggal : 4 Maret 2024\nTempat : Balai\n\n"
    other = "DAFTAR HADIR RAPAT\nTanggal : 11 Maret 2024\nTempat : Balai\n\n"
    assert len(minutes.documents(f"{first}{BODY}\n{other}\n{BODY}")) == 2


def test_headings_of_a_log(minutes: Any) -> None:
    days = ["20 Mei (Senin) - Pompa", "13 Mei", "6 Mei"]
    text = "# Rapat pekanan\n\n" + "".join(f"## {day}\n\nHadir: Wulan, Dodi\n\n- Kas diaudit\n\n" for day in days)
    assert len(minutes.documents(text)) == 3


def test_sessions_of_one_day(minutes: Any) -> None:
    head = "LAPORAN SINGKAT\nRapat Komisi\nSelasa, 14 Mei 2024\n\n"
    session = "SESI {}\nWaktu : 09.00\nTempat : Ruang {}\n\nPembahasan\n- Kas diaudit\n- Pompa rusak\n\n"
    assert len(minutes.documents(head + session.format("I", 1) + session.format("II", 2))) == 2
    named = "SESI {} : RAPAT {}\nWaktu : 09.00\nPencatat : Dodi\n\nPembahasan\n- Kas diaudit\n- Pompa rusak\n\n"
    second = minutes.documents(head + named.format("I", "INTERNAL") + named.format("II", "GABUNGAN"))[1]
    assert "14 Mei 2024" in second.text  # both were on the day at the top
    speech = "SESI {}\nNarasumber : Dodi\n\n- Kas diaudit\n- Pompa rusak\n\n"
    assert len(minutes.documents(head + speech.format("I") + speech.format("II"))) == 1


@pytest.mark.parametrize(
    "form",
    [
        pytest.param([["Hari/Tgl: {} Mei 2024", "Waktu: 09.00"], ["Tempat: Balai", "Ketua: Wulan"]], id="four-cells"),
        pytest.param([["RAPAT PANITIA", "No: {}\nTgl: {} Mei 2024\nJam: 09.00"]], id="a-box"),
    ],
)
def test_forms_with_labels_and_values_in_one_cell(minutes: Any, form: list[list[str]]) -> None:
    pieces: list[Any] = []
    for day in (9, 16):
        table = minutes.table(*([cell.format(day, day) for cell in row] for row in form))
        pieces += [table, Line("Pembahasan", bold=True), Line("Kas diaudit", marker="-"), Line("Pompa", marker="-")]
    assert len(minutes.documents(Source("text/plain", tuple(pieces)))) == 2


@pytest.mark.parametrize(
    ("titles", "values", "count"),
    [
        pytest.param(("Hari/Tanggal", "Waktu", "Tempat"), ("{} Mei 2024", "09.00", "Balai"), 2, id="header"),
        pytest.param(("Kegiatan", "Tanggal", "Tempat"), ("Bimtek", "{} Mei 2024", "Balai"), 1, id="event"),
        pytest.param(("Hari/Tanggal", "Waktu", "Tamu"), ("{} Mei 2024", "09.00", "Camat"), 1, id="visits"),
    ],
)
def test_forms_with_labels_as_titles_of_columns(
    minutes: Any, titles: list[str], values: list[str], count: int
) -> None:
    pieces: list[Any] = []
    for day in (9, 16):
        form = minutes.table(titles, [value.format(day) for value in values])
        pieces += [Line(f"Rapat Panitia {day}", bold=True), form, Line("Pembahasan", bold=True)]
        pieces += [Line("Kas diaudit", marker="-"), Line("Pompa", marker="-")]
    assert len(minutes.documents(Source("text/plain", tuple(pieces)))) == count


def test_a_title_over_a_form_is_not_dated_by_what_stands_below_it(minutes: Any) -> None:
    form = minutes.table(["Hari/Tanggal", "9 Mei 2024"], ["Tempat", "Balai"], ["Pembahasan", "Kas diaudit."])
    later = Line("Notulen Rapat Panitia 16/05/2024", bold=True), Line("Jam : 09.00"), Line("Tempat : Balai")
    talk = Line("Pembahasan", bold=True), Line("Kas diaudit", marker="-"), Line("Pompa", marker="-")
    content = (Line("NOTULEN RAPAT"), form, *later, *talk)
    assert len(minutes.documents(Source("text/plain", content))) == 2


def test_what_is_about_the_whole_file_is_set_aside(minutes: Any) -> None:
    day = "## Senin, {} Mei 2024 - {}\n\nHadir: Wulan\n\n- Kas\n\n"
    days = day.format(13, "Pompa") + day.format(6, "Kas")
    first, second = minutes.documents(f"# Catatan rapat\n\nYang terbaru di atas.\n\n{days}")
    assert [(each.kind, each.text) for each in first.furniture] == [
        ("preamble", "Catatan rapat"),
        ("preamble", "Yang terbaru di atas."),
    ]
    assert (first.blocks[0].text, second.furniture) == ("Senin, 13 Mei 2024 - Pompa", ())


def test_a_form_below_the_title_of_the_first_minutes(minutes: Any) -> None:
    title, form = Line("NOTULEN RAPAT", bold=True), minutes.table(["Tanggal", "6 Mei 2024"], ["Notulis", "Wulan"])
    later = Line("Rapat 13 Mei 2024", outline=2, spaced=True)
    told = (Line("Kas diaudit", marker="-"), Line("Pompa rusak", marker="-"))
    content = (title, Line("Evaluasi panen", bold=True), form, *told, later, Line("Hadir: Wulan"), *told)
    first, second = minutes.documents(Source("text/plain", content))
    assert (first.blocks[0].text, second.blocks[0].text) == ("NOTULEN RAPAT", "Rapat 13 Mei 2024")


def test_what_stands_above_a_heading_with_its_day_is_set_aside(minutes: Any) -> None:
    first = "## 13 Mei 2024 | Pompa\n\nHadir: Wulan\n\n- Kas diaudit\n- Iuran\n\n"
    second = "## Rapat panen\n\n| Tanggal | 6 Mei 2024 |\n|---|---|\n| Hadir | Wulan |\n\n- Kas\n- Pupuk\n"
    documents = minutes.documents(f"# Catatan rapat\n\n(yang terbaru di atas)\n\n{first}{second}")
    assert [each.blocks[0].text for each in documents] == ["13 Mei 2024 | Pompa", "Rapat panen"]


def test_form_with_a_day_without_year(minutes: Any) -> None:
    form = [["Tempat", "Balai"], ["Peserta", "Wulan"], ["Pembahasan", "Kas diaudit"]]
    tables = [minutes.table(["Hari/Tanggal", day], *form) for day in ("Kamis, 9 Mei 2024", "16 Mei")]
    pieces = (Line("LOGBOOK RAPAT", bold=True), tables[0], Line("FORM RAPAT", bold=True), tables[1])
    assert len(minutes.documents(Source("text/plain", pieces))) == 2


def test_who_signed_stays_with_the_minutes_before(minutes: Any) -> None:
    signed = "Ketua: Wulan\nSekretaris: Dodi\n\n"
    head = "RAPAT PENGURUS {}\nSenin, {} Maret 2024. Hadir Wulan, Dodi.\n\n- Kas diaudit\n- Pompa rusak\n\n"
    assert firsts(minutes, head.format("I", 4) + signed + head.format("II", 11))[1] == "RAPAT PENGURUS II"


def test_headings_of_meetings_below_that_of_the_file(minutes: Any) -> None:
    day = "## Rapat {}\n\nTanggal: {} Maret 2024\n\nTempat: Balai\n\nHadir: Wulan, Dodi\n\n- Kas\n- Pompa\n\n"
    text = "# Kumpulan notulen\n\n" + day.format("Awal Tahun", 4) + day.format("Evaluasi", 11)
    assert firsts(minutes, text) == ["Rapat Awal Tahun", "Rapat Evaluasi"]


def test_a_title_that_reads_like_a_heading_stays_above_the_labels(minutes: Any) -> None:
    text = "NOTULA\nPembahasan Pola Tanam\n" + labelled("{} Maret 2024", "").lstrip()
    assert firsts(minutes, text.format(4) + text.format(11))[0] == "NOTULA"


UNDATED = "NOTULEN RAPAT WARGA\n\n" + "- Iuran kebersihan naik mulai bulan depan nanti\n" * 3


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        pytest.param(
            f"{UNDATED}\fNOTULEN\nRapat Pemuda\nTanggal : 4 Maret 2024\nTempat : Balai\nHadir : Dodi, Rina\n{BODY}",
            "NOTULEN",
            id="undated-before",
        ),
        pytest.param(
            "NOTULEN RAPAT PENGURUS\n4 Maret 2024\n\n- Iuran naik\n- Lampu mati\n\n"
            "\fKELURAHAN SUKAMAJU\nJl. Melati 5\nBERITA ACARA\nMUSYAWARAH WARGA\n"
            f"Pada hari ini, Senin tanggal sebelas bulan Maret tahun dua ribu dua puluh empat {HELD}\n\n- Pompa mati\n",
            "KELURAHAN SUKAMAJU",
            id="head-of-a-page",
        ),
        pytest.param(
            "NOTULEN RAPAT PENGURUS\n4 Maret 2024\n\n- Iuran naik\n- Lampu mati\n\n"
            "\fNOTULA\nPembahasan Usulan\nI. Pelaksanaan\nTanggal : 11 Maret 2024\nPukul : 09.30\nTempat : Balai\n"
            f"{BODY}",
            "NOTULA",
            id="numbered-head",
        ),
    ],
)
def test_minutes_from_elsewhere_begin_with_their_head(minutes: Any, text: str, begins: str) -> None:
    assert firsts(minutes, text)[1:] == [begins]


def test_a_form_below_minutes_that_a_line_dates(minutes: Any) -> None:
    head = ("NOTULEN", "Rapat Warga tentang Kenaikan Iuran", "RT 5 Sukamaju", "Kamis, 29 Februari 2024",
            "Pukul 10.00 - 11.30 WIB", "Tempat : Balai", "Yang hadir :", "1. Rina", "2. Dodi")  # fmt: skip
    talk = tuple(f"- Iuran kebersihan blok {block} naik mulai bulan depan nanti" for block in "ABCD")
    form = minutes.table(
        ["Judul rapat", "Rapat Pemuda: Pompa"], ["Hari/tanggal", "Senin, 4 Maret 2024"], ["Jam", "13.00 - 14.50 WIB"],
        ["Tempat", "Aula"], ["Ketua", "Dodi"], ["Notulis", "Rina"],
    )  # fmt: skip
    lines = (*map(Line, (*head, "Pembahasan", *talk)), Line("NOTULEN RAPAT PEMUDA", bold=True), form)
    documents = minutes.documents(Source("text/plain", (*lines, Line("- Pompa mati"), Line("- Pompa dibeli"))))
    assert [each.blocks[0].text for each in documents] == ["NOTULEN", "NOTULEN RAPAT PEMUDA"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "RAPAT WARGA\nIsi halaman ini boleh ditambah siapa saja.\n- Rapat 1\n- Rapat 2\n- Jadwal\n\n"
            + labelled("4 Maret 2024"),
            id="contents",
        ),
        pytest.param(f"{labelled('4 Maret 2024')}\n(RAPAT DITUTUP PUKUL 12.40)\nSolo, 6 Maret 2024\nttd.", id="end"),
    ],
)
def test_what_is_no_head_begins_no_meeting(minutes: Any, text: str) -> None:
    assert len(minutes.documents(text)) == 1


HEADER = "NOTULEN RAPAT PANITIA\nTanggal : 8 Mei 2025\nTempat : Balai\nPimpinan : Budi\nNotulis : Sari\n\n"


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("1. Undangan dicetak.\n\nGladi bersih\nTanggal : 23 Mei 2025\nTempat : Aula\n", id="event"),
        pytest.param("1. Survei vila\n   Tanggal: 22 Mei 2025\n   Tempat: Cisarua\n", id="under-a-point"),
        pytest.param(
            'Sekretaris menjelaskan:\n\n"NOTULEN RAPAT ANGGOTA 2023\nTanggal: 27 Januari 2024\n'
            'Tempat: Aula\nHadir: Rani\nKeputusan: SHU dibagi."\n',
            id="quoted",
        ),
        pytest.param(
            "Sekretaris membacakan notulen lama:\nNOTULEN RAPAT ANGGOTA\nTanggal: 27 Januari 2024\nTempat: Aula\n",
            id="read-out",
        ),
    ],
)
def test_what_is_told_of_within_minutes_begins_none(minutes: Any, told: str) -> None:
    text = f"{HEADER}Pembahasan\n{told}\nTindak Lanjut\n1. Sari mencetak undangan\n"
    assert len(minutes.documents(text)) == 1


def test_a_day_and_place_alone_begin_minutes_where_all_do(minutes: Any) -> None:
    text = "".join(f"Tanggal : {day} Mei 2025\nTempat : Balai\n\n1. Iuran naik\n2. Lampu mati\n\n" for day in (8, 15))
    assert len(minutes.documents(text)) == 2


def test_a_section_about_an_earlier_meeting_begins_none(minutes: Any) -> None:
    text = (
        "# Notulen Rapat Tim\nTanggal: 7 April 2025\nTempat: Balai\nHadir: Rani, Dodi\n\n## Pembahasan\n- Iuran\n\n"
        "## Notulen rapat 24 Maret 2025\nRapat dipimpin Dodi. Iuran naik.\n\n## Keputusan\n1. Kas diaudit\n"
    )
    assert len(minutes.documents(text)) == 1


def test_a_title_said_twice_with_its_day_begins_one_meeting(minutes: Any) -> None:
    text = (
        "# MoM - Rapat Teknis Pompa\n2025-04-07\n\n# Notulen Rapat - Rapat Teknis Pompa Desa\nTanggal: 2025-04-07\n"
        "Waktu: 09.00\nTempat: Balai\n\n## Peserta\nRani, Dodi\n\n## Keputusan\n1. Kas diaudit\n"
    )
    assert len(minutes.documents(text)) == 1


def test_a_day_of_posting_above_the_header_is_in_the_same_minutes(minutes: Any) -> None:
    text = (
        "Beranda | Kabar | Notulen\n\n# Notulen Rapat Warga Blok Melati\n\nDiunggah oleh admin, 11 September 2023\n\n"
        "| Hari/tanggal | Sabtu, 9 September 2023 |\n|---|---|\n| Tempat | Balai |\n| Hadir | Rani, Dodi |\n\n"
        "## Keputusan\n1. Kas diaudit\n"
    )
    assert [len(document.blocks) > 1 for document in minutes.documents(text)] == [True]


def test_a_heading_on_a_new_page_begins_none(minutes: Any) -> None:
    text = f"{HEADER}Hadir : Rani, Dodi\n\fCatatan\n- Iuran naik\n\nKeputusan\n1. Kas diaudit tanggal 4 Juni 2025.\n"
    assert len(minutes.documents(text)) == 1


@pytest.mark.parametrize(("number", "meetings"), [(4, 1), (1, 2)], ids=["goes-on", "begins"])
def test_the_name_of_the_meeting_on_a_new_page_heads_that_page_where_numbers_go_on(
    minutes: Any, number: int, meetings: int
) -> None:
    first = "NOTULEN RAPAT\nHari : Rabu, 7 Mei 2025\nTempat : Balai\nHadir : Rani, Dodi\n1. Iuran naik\n2. Lampu mati\n"
    page = f"\fNotulen Rapat Warga\n\n{number}. Pos ronda bocor sejak 2 Mei 2025.\nHadir : Rani, Dodi\n"
    assert len(minutes.documents(first + page)) == meetings


def test_who_signed_below_the_closing_belongs_to_the_minutes_before(minutes: Any) -> None:
    first = f"{HEADER}1. Iuran naik\n2. Lampu mati\n\nRapat ditutup pukul 12.30.\nNotulis : Rani\n\n"
    opening = "Pada hari Kamis tanggal 15 Mei 2025 diadakan lagi rapat panitia di balai, hadir Dodi dan Rani."
    assert firsts(minutes, f"{first}{opening}\n- Pompa mati\n- Kas diaudit\n")[1:] == [opening]


WEEKS = "".join(f"Tanggal : {day} Mei 2025\nHadir : Rani, Dodi\n\n{BODY}" for day in (8, 15, 22))
AFTER = "- Pompa rusak lagi\n- Dodi mencari bengkel\n"


@pytest.mark.parametrize(
    ("head", "parts"),
    [
        ("Jumat 30 Mei 2025 13.00 WIB, balai desa", 4),
        ("30/05/2025 jam 13.00 WIB di balai", 4),
        ("30 Mei 2025\nPukul 13.00 WIB", 4),
        ("Pada hari Jumat tanggal 30 Mei 2025 pukul 13.00 telah dilaksanakan rapat panitia di balai desa.", 4),
        ("Rapat panitia berikutnya Jumat 30 Mei 2025 13.00 WIB, balai desa", 3),
        ("Jadwal servis pompa Jumat 30 Mei 2025 jam 13.00", 3),
        ("Jumat 30 Mei 2025 di balai desa", 3),
    ],
)
def test_day_and_hour_begin_another_below_several_meetings(minutes: Any, head: str, parts: int) -> None:
    assert len(minutes.documents(f"{WEEKS}\n{head}\n\n{AFTER}")) == parts


def test_a_sentence_with_day_and_hour_where_sections_start_over(minutes: Any) -> None:
    told = "Pada hari Jumat tanggal 16 Mei 2025 pukul 13.00 telah dilaksanakan rapat panitia di balai desa.\n\n"
    first = f"{labelled('15 Mei 2025')}{BODY}"
    assert len(minutes.documents(f"{first}Pertemuan panitia\n{told}{BODY}")) == 2
    assert len(minutes.documents(f"{first}Pertemuan panitia\n{told}- Kas diaudit\n")) == 1


def test_a_meeting_that_went_on_under_that_title(minutes: Any) -> None:
    more = "RAPAT LANJUTAN\nHari/Tanggal : Jumat, 16 Mei 2025\nTempat : Balai\nPeserta : Rani, Dodi\n\n"
    assert len(minutes.documents(f"{labelled('15 Mei 2025')}{BODY}{more}{BODY}")) == 2
    assert len(minutes.documents(f"{labelled('15 Mei 2025')}{BODY}{more}")) == 1


def test_a_meeting_that_went_on_over_its_day(minutes: Any) -> None:
    first = "Rapat Kelompok Tani\nSenin, 5 Mei 2025 jam 20.00\nNotulis : Rani\nHadir : Rani, Dodi\n\n"
    more = "Rapat lanjutan kelompok tani\nJumat, 16 Mei 2025 jam 19.00, balai\nNotulis : Dodi\nHadir : Rani, Dodi\n\n"
    assert len(minutes.documents(f"{first}{BODY}{more}{BODY}")) == 2
    assert len(minutes.documents(f"{first}{BODY}{more}")) == 1


def test_forms_that_hold_their_title_stand_one_below_the_other(minutes: Any) -> None:
    def form(day: str, name: str) -> Table:
        rows = [f"NOTULA RAPAT {name}"], ["Hari/Tanggal", day], ["Tempat", "Aula"], ["Pembahasan", "Kas desa dibahas."]
        cells = [
            Cell(at, column, (Line(text),), columns=2 if len(row) == 1 else 1)
            for at, row in enumerate(rows)
            for column, text in enumerate(row)
        ]
        return Table(tuple(cells), len(rows), 2)

    forms = form("Senin, 5 Mei 2025", "SATU"), form("Rabu, 7 Mei 2025", "DUA")
    assert len(minutes.documents(Source("text/plain", forms))) == 2


MORNING = (
    "{}\nHari/Tanggal : Kamis, 9 Mei 2024\nWaktu : 09.00 WIB\nTempat : Balai\nPeserta : Dodi, Rani\n\nTindak Lanjut\n"
)
TASKS = "1. Dodi menagih iuran\n2. Rani membeli pompa\n\n"
PHOTOS = "Dokumentasi\nGambar 1. Suasana rapat\n\n"


@pytest.mark.parametrize(
    ("between", "hour", "parts"),
    [
        pytest.param("", "13.30 WIB", 2, id="another-hour"),
        pytest.param(PHOTOS, "13.30 WIB", 2, id="below-photographs"),
        pytest.param("Rapat selanjutnya akan dijadwalkan kemudian.\n\n", "13.30 WIB", 2, id="below-an-announcement"),
        pytest.param("", "09.00 WIB", 1, id="the-same-header-again"),
    ],
)
def test_two_meetings_of_one_day(minutes: Any, between: str, hour: str, parts: int) -> None:
    """Same title, same place; a header that says the same once more is of a later page."""
    one = MORNING.format("RAPAT IURAN") + TASKS
    assert len(minutes.documents(one + between + one.replace("09.00 WIB", hour))) == parts


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(
            "DAFTAR HADIR\nRAPAT IURAN\nHari/Tanggal : Kamis, 9 Mei 2024\nTempat : Balai\n1. Dodi\n2. Rani", id="list"
        ),
        pytest.param("Dokumentasi\nRAPAT IURAN\nKamis, 9 Mei 2024\nGambar 1. Suasana rapat", id="photographs"),
    ],
)  # fmt: skip
def test_appendices_of_the_one_meeting(minutes: Any, below: str) -> None:
    assert len(minutes.documents(MORNING.format("RAPAT IURAN") + TASKS + below)) == 1


@pytest.mark.parametrize("title", ["NOTULA\nRAPAT POMPA", "RAPAT POMPA"])
def test_photographs_right_above_the_next_minutes(minutes: Any, title: str) -> None:
    """The name of the meeting and its day below them is no meeting of its own."""
    photos = "DOKUMENTASI\nRAPAT IURAN\nKamis, 9 Mei 2024\n\n"
    other = MORNING.format(title).replace("Kamis, 9", "Kamis, 16") + TASKS
    assert len(minutes.documents(MORNING.format("RAPAT IURAN") + TASKS + photos + other)) == 2


def told(name: str, day: str, hour: str, held: str = "dilaksanakan pada") -> str:
    return f"{name} {held} {day} pukul {hour} WIB di Balai. Agenda rapat adalah iuran.\nPeserta:\n- Dodi\n- Rani\n\n"


@pytest.mark.parametrize(
    ("opening", "parts"),
    [
        pytest.param(told("Rapat Pengurus Pasar", "Senin, 13 Mei 2024", "10.00"), 2, id="another-day"),
        pytest.param(told("Musyawarah Pedagang", "hari Kamis tanggal 9 Mei 2024", "13.30"), 2, id="another-hour"),
        pytest.param(told("Pertemuan Juru Parkir", "13 Mei 2024", "10.00", "diselenggarakan"), 1, id="no-day-told-of"),
        pytest.param(told("Rapat Pengurus Pasar", "6 Mei 2024", "10.00", "pernah diadakan pada"), 1, id="before"),
        pytest.param(told("Rapat Pengurus Pasar", "13 Mei 2024", "10.00", "akan diadakan pada"), 1, id="to-come"),
        pytest.param(told("Rapat Pengurus Pasar", "Kamis, 9 Mei 2024", "09.00"), 1, id="the-same-meeting"),
    ],
)  # fmt: skip
def test_sentences_that_begin_with_the_name_of_a_meeting(minutes: Any, opening: str, parts: int) -> None:
    first = told("Rapat Pengurus Desa", "Kamis, 9 Mei 2024", "09.00")
    assert len(minutes.documents(f"{first}Tindak Lanjut\n{TASKS}{opening}Tindak Lanjut\n{TASKS}")) == parts


def test_a_meeting_told_of_in_the_talk_begins_none(minutes: Any) -> None:
    """Its sections do not start over."""
    text = MORNING.format("RAPAT IURAN").replace("Tindak Lanjut", "Pembahasan\n1. Iuran belum lunas")
    other = told("Rapat Pedagang", "Senin, 6 Mei 2024", "10.00")
    assert len(minutes.documents(f"{text}{other}Tindak Lanjut\n{TASKS}")) == 1


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param("LEMBAR PENGESAHAN\nHASIL RAPAT WARGA\n", id="approved"),
        pytest.param("LEMBARAN PERSETUJUAN\n", id="agreed"),
        pytest.param("HALAMAN TANDA TANGAN\nNOTULEN RAPAT MINGGUAN\n", id="signed-under-the-name-of-the-minutes"),
        pytest.param("LAMPIRAN NOTULEN RAPAT\n", id="added-to-the-minutes"),
    ],
)
def test_a_sheet_with_the_day_of_the_minutes_belongs_to_them(minutes: Any, sheet: str) -> None:
    text = f"{labelled('4 Maret 2024')}{sheet}Tanggal : 4 Maret 2024\nTempat : Balai\n\nDisahkan oleh para pihak\n"
    assert len(minutes.documents(text)) == 1


def test_minutes_of_another_day_below_a_sheet_are_another_meeting(minutes: Any) -> None:
    text = f"{labelled('4 Maret 2024')}LEMBAR PENGESAHAN\n\n{labelled('11 Maret 2024')}"
    assert len(minutes.documents(text)) == 2


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        pytest.param("Kilas balik pertemuan terdahulu", 1, id="look-back"),
        pytest.param("Riwayat pembahasan", 1, id="history"),
        pytest.param("Evaluasi rapat sebelumnya", 1, id="last-meeting"),
        pytest.param("Pembahasan", 1, id="a-section"),
    ],
)
def test_dated_headings_in_a_section_on_earlier_meetings(minutes: Any, heading: str, parts: int) -> None:
    held = "### Pertemuan Senin, {} Januari 2024\n\nTempat: Balai. Dihadiri 20 orang. Warga meminta pompa baru.\n\n"
    text = f"# Notulen Rapat Warga\n\nTanggal: 4 Maret 2024\nTempat: Balai\n\n## {heading}\n\n{held.format(8)}"
    assert len(minutes.documents(f"{text}{held.format(15)}## Keputusan\n\n- Pompa dibeli\n")) == parts


def test_the_last_meeting_told_of_below_its_heading(minutes: Any) -> None:
    told = "REVIU TINDAK LANJUT RAPAT SEBELUMNYA\nRapat Warga Senin, 8 Januari 2024, pukul 09.00, dipimpin Wulan.\n"
    assert len(minutes.documents(labelled("4 Maret 2024").replace("Pembahasan\n", told))) == 1


@pytest.mark.parametrize("announced", ["Agenda rapat selanjutnya", "Rapat berikutnya", "Pertemuan mendatang:"])
def test_a_form_of_the_next_meeting(minutes: Any, announced: str) -> None:
    form = minutes.table(["Hari/Tanggal", "Senin, 11 Maret 2024"], ["Waktu", "09.00"], ["Tempat", "Balai"])
    above = minutes.source(labelled("4 Maret 2024")).content
    assert len(minutes.documents(Source("test", (*above, Line(announced, bold=True), form)))) == 1


@pytest.mark.parametrize(
    ("titles", "parts"),
    [
        pytest.param(["Tanggal", "Tempat", "Pimpinan", "Notulis"], 2, id="who-led"),
        pytest.param(["Tanggal", "Tempat", "Peserta", "Waktu"], 2, id="who-was-there"),
        pytest.param(["Tanggal", "Tempat", "Jumlah", "Keterangan"], 1, id="an-event"),
    ],
)
def test_a_header_in_two_rows_without_its_hour(minutes: Any, titles: list[str], parts: int) -> None:
    def own(day: int) -> tuple[Line | Table, ...]:
        form = minutes.table(titles, [f"{day} Maret 2024", "Balai", "Wulan", "Dodi"])
        return Line("RAPAT WARGA", bold=True), form, Line("Pembahasan", bold=True), Line("1. Pompa rusak")

    assert len(minutes.documents(Source("test", (*own(4), *own(11))))) == parts
