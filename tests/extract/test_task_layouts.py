"""How tasks stand on the page: tables in other layouts, boards, cards, and what in a list is no task any more."""

from collections.abc import Callable

import pytest

from notula.models.minutes import FollowUp, Status
from notula.models.result import Result

Minutes = Callable[..., Result]
TITLED = ("## Tindak Lanjut", "")


def told(follow_up: FollowUp) -> tuple[str, list[str], str | None]:
    due = follow_up.due.date if follow_up.due else None
    return follow_up.text, [owner.name for owner in follow_up.owners], due


def page(*rows: str) -> str:
    """A web page of minutes with a table of tasks of these rows."""
    head = "<h2>Notulen Rapat Panen</h2><p>Tanggal: 14 Maret 2023<br>Tempat: Balai Desa</p><h3>Tindak Lanjut</h3>"
    return f"<html><body>{head}<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table></body></html>"


def cells(*texts: str) -> str:
    return "".join(f"<td>{text}</td>" for text in texts)


UNIT_AND_NAME = (
    "<th rowspan=2>No</th><th rowspan=2>Kegiatan</th><th colspan=2>Pelaksana</th><th colspan=2>Jadwal</th>",
    "<th>Unit</th><th>Nama</th><th>Mulai</th><th>Selesai</th>",
    cells("1", "Mencetak spanduk", "Humas", "Rina Anggraini", "15 Maret 2023", "20 Maret 2023"),
    cells("2", "Menyapu gudang", "Seksi Perlengkapan", "", "16 Maret 2023", "21 Maret 2023"),
)
SECTION_OVER = (
    "<th rowspan=2>Seksi</th><th colspan=2>Penugasan</th><th rowspan=2>Batas</th>",
    "<th>Siapa</th><th>Pekerjaan</th>",
    cells("Acara", "Rina Anggraini", "Mencetak spanduk", "20 Maret 2023"),
    cells("Seksi Perlengkapan", "", "Menyapu gudang", "21 Maret 2023"),
)


@pytest.mark.parametrize("rows", [UNIT_AND_NAME, SECTION_OVER], ids=["unit-and-name", "section-over"])
def test_titles_in_two_rows(rows: tuple[str, ...], minutes: Minutes) -> None:
    assert [told(each) for each in minutes(page(*rows), ".html").follow_ups] == [
        ("Mencetak spanduk", ["Rina Anggraini"], "2023-03-20"),
        ("Menyapu gudang", ["Seksi Perlengkapan"], "2023-03-21"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            ["| No | 1 | 2 |", "|---|---|---|", "| Aktivitas | Mencetak spanduk | Menyapu gudang |",
             "| PIC | Rina | Ketut |", "| Deadline | 20 Maret 2023 | 21 Maret 2023 |"],
            id="numbered",
        ),
        pytest.param(
            ["| Tugas | Mencetak spanduk |", "|---|---|", "| PIC | Rina |", "| Batas waktu | 20 Maret 2023 |", "",
             "| Tugas | Menyapu gudang |", "|---|---|", "| PIC | Ketut |", "| Batas waktu | 21 Maret 2023 |"],
            id="cards",
        ),
    ],
)  # fmt: skip
def test_titles_down_the_first_column(rows: list[str], under: Minutes) -> None:
    assert [told(each) for each in under(*TITLED, *rows, suffix=".md").follow_ups] == [
        ("Mencetak spanduk", ["Rina"], "2023-03-20"),
        ("Menyapu gudang", ["Ketut"], "2023-03-21"),
    ]


def test_numbered_tasks_beside_as_many_days(minutes: Minutes) -> None:
    rows = (
        cells("PIC", "Tugas", "Batas waktu"),
        cells("Ketut", "1. Menyapu gudang<br>2. Meminjam kabel", "1. 20 Maret 2023<br>2. 21 Maret 2023"),
    )
    assert [told(each) for each in minutes(page(*rows), ".html").follow_ups] == [
        ("Menyapu gudang", ["Ketut"], "2023-03-20"),
        ("Meminjam kabel", ["Ketut"], "2023-03-21"),
    ]


def test_paragraphs_of_a_cell_that_each_say_who(minutes: Minutes) -> None:
    rows = (cells("Masalah", "Hasil pembahasan", "Tindak lanjut"),
            cells("Gudang kotor", "Atap bocor sejak hujan pertama turun.",
                  "<p>Dinas Perikanan membersihkan gudang</p><p>Dinas Pertanian memperbaiki atap</p>"))  # fmt: skip
    result = minutes(page(*rows), ".html")
    assert not result.agreements
    assert [told(each)[:2] for each in result.follow_ups] == [
        ("Dinas Perikanan membersihkan gudang", ["Dinas Perikanan"]),
        ("Dinas Pertanian memperbaiki atap", ["Dinas Pertanian"]),
    ]


def test_paragraphs_of_a_cell_that_dashes_part(minutes: Minutes) -> None:
    rows = (cells("Masalah", "Keputusan / arahan", "Tindak lanjut – PIC – target"),
            cells("Gudang kotor", "Gudang dibersihkan dulu.",
                  "<p>Menyapu gudang – Rina – 20 Maret 2023</p><p>Mencetak denah gudang</p>"))  # fmt: skip
    result = minutes(page(*rows), ".html")
    assert [each.text for each in result.agreements] == ["Gudang dibersihkan dulu."]
    assert [told(each) for each in result.follow_ups] == [
        ("Menyapu gudang – Rina – 20 Maret 2023", ["Rina"], "2023-03-20"), ("Mencetak denah gudang", [], None),
    ]  # fmt: skip


def test_a_row_without_an_owner_whose_task_says_who(under: Minutes) -> None:
    rows = ("| Tugas | PIC | Waktu |", "|---|---|---|", "| Dinas Perikanan mendata nelayan | | 20 Maret 2023 |")
    (only,) = under(*TITLED, *rows, suffix=".md").follow_ups
    assert told(only)[1:] == (["Dinas Perikanan"], "2023-03-20")


def test_columns_that_are_crossed(under: Minutes) -> None:
    rows = ("| Tugas | Rina | Ketut | Dewi | Tenggat |", "|---|---|---|---|---|",
            "| Survei pasar | v | | v | 20 Maret 2023 |")  # fmt: skip
    (only,) = under(*TITLED, *rows, suffix=".md").follow_ups
    assert told(only) == ("Survei pasar", ["Rina", "Dewi"], "2023-03-20")


def test_targets_in_figures_are_no_deadlines(under: Minutes) -> None:
    rows = ("| Item | Target | Aktual | Ket |", "|---|---|---|---|", "| Kecelakaan | 0 | 1 | jari terjepit mesin |",
            "| Laporan | max 20 | 11 | tidak ada laporan malam |")  # fmt: skip
    assert not under("## Statistik", "", *rows, suffix=".md").follow_ups


@pytest.mark.parametrize(
    "row",
    ["Grup obrolan dibuat | Semua | - | Info only", "Info only | Semua | - | ", "pertahankan | - | - | ",
     "Tidak perlu tindakan khusus | Rina | - | ", "Mengecat pagar | Rina | 20 Maret 2023 | Batal"],
)  # fmt: skip
def test_rows_without_a_task(row: str, under: Minutes) -> None:
    rows = ("| Tugas | PIC | Waktu | Status |", "|---|---|---|---|", f"| {row} |", "| Menyapu gudang | Ketut | | |")
    found = [each.text for each in under(*TITLED, *rows, suffix=".md").follow_ups]
    assert found[-1] == "Menyapu gudang" and (len(found) == 1 or "Grup" in row)


@pytest.mark.parametrize(
    ("point", "done"),
    [("spanduk sudah jadi", True), ("Sudah: unggah jadwal", True), ("kaos (udah dateng 40 lembar)", True),
     ("iuran Rp50.000 per warga sudah lunas", True), ("cetak plang (sudah beres 2 Maret 2023)", True),
     ("plang dicetak kalau iuran sudah beres", False),
     ("laporan harus sudah diaudit 20 Maret", False), ("cek apakah surat sudah masuk", False)],
)  # fmt: skip
def test_what_a_point_says_is_done(point: str, done: bool, under: Minutes) -> None:
    (only,) = under("Tindak Lanjut", f"- {point}").follow_ups
    assert (only.status is Status.DONE) is done


def test_struck_and_dropped_points(under: Minutes) -> None:
    lines = ("- ~~Memesan tenda (Rina)~~", "- ~~Mencetak kupon~~ done", "- menambah lampu: batal", "- Menyapu gudang")
    found = under("## Tindak Lanjut", *lines, suffix=".md").follow_ups
    assert [(each.text, each.status.value) for each in found] == [
        ("Memesan tenda (Rina)", "done"), ("Menyapu gudang", "open"),
    ]  # fmt: skip


def test_a_row_of_an_earlier_table_that_a_remark_leaves_open(under: Minutes) -> None:
    rows = ("| Kegiatan | PJ | Ket |", "|---|---|---|", "| Perbaikan genset balai desa | Ketut | sudah |",
            "| Pendataan warung empat gang | Rina | baru dua gang, dilanjutkan 20 Maret 2023 |")  # fmt: skip
    (only,) = under("## Evaluasi tindak lanjut rapat lalu", "", *rows, suffix=".md").follow_ups
    assert told(only) == ("Pendataan warung empat gang", ["Rina"], "2023-03-20")


def test_a_remark_left_of_the_task_tells_no_new_deadline(under: Minutes) -> None:
    rows = ("| Topik | Notes | Action item | PIC | Due |", "|---|---|---|---|---|",
            "| Jadwal | Uji coba digeser ke April 2023 | Merevisi jadwal | Rina | 20 Maret 2023 |",
            "| Gudang | Atap bocor | Memperbaiki atap | Ketut | 21 Maret 2023 |")  # fmt: skip
    only, _ = under("## Tindak Lanjut", "", *rows, suffix=".md").follow_ups
    assert told(only)[2] == "2023-03-20"


def test_what_is_awaited_from_whom(under: Minutes) -> None:
    lines = ("- dari Dinas Perikanan: data nelayan terbaru", "- dari Rina Anggraini: foto lokasi")
    found = under("Yang masih ditunggu", *lines).follow_ups
    assert [told(each)[1] for each in found] == [["Dinas Perikanan"], ["Rina Anggraini"]]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Rina, staf gudang", ["Rina", "staf gudang"]),
        ("Rina, perawat UPT", ["Rina", "perawat UPT"]),
        ("Ketut, IPCLN", ["Ketut", "IPCLN"]),
        ("Pak Slamet, Kepala Gudang", ["Slamet"]),
        ("Dep. Sosial Masyarakat", ["Dep. Sosial Masyarakat"]),
    ],
    ids=["staff", "staff of a body", "short form", "an office of one", "an abbreviated unit"],
)
def test_an_office_that_many_hold_stands_beside_a_person(cell: str, expected: list[str], under: Minutes) -> None:
    rows = ("| Tugas | PIC |", "|---|---|", f"| Mengecat pagar | {cell} |")
    (found,) = under("## Tugas", "", *rows, suffix=".md").follow_ups
    assert [owner.name for owner in found.owners] == expected


def test_a_heading_of_tasks_of_each_names_nobody(under: Minutes) -> None:
    (only,) = under("PR masing2", "* fotokopi juknis 3 rangkap").follow_ups
    assert not only.owners


def test_parts_headed_by_units_with_long_names_and_unknown_ones(under: Minutes) -> None:
    unit = "Subbagian Umum, Perlengkapan, dan Tata Usaha Pasar"
    parts = ("**Kesiswaan**", "", "- Menyapu gudang", "- Mengecat pintu", "", f"**{unit}**", "", "- Mencetak spanduk",
             "", "**Tambahan**", "", "- Mengganti lampu")  # fmt: skip
    found = under("## Tindak lanjut per bagian", "", *parts, suffix=".md").follow_ups
    assert [told(each)[1] for each in found] == [["Kesiswaan"], ["Kesiswaan"], [unit], []]


def test_who_is_asked_for_is_nobody_of_the_unit_beside(under: Minutes) -> None:
    rows = ("| Seksi | Tugas | Penanggung jawab | Batas waktu |", "|---|---|---|---|",
            "| Perkap | Sewa tenda | Ketut | 20 Maret 2023 |", "| Humas | Cetak baliho | ? | - |")  # fmt: skip
    found = under("## Pembagian tugas", "", *rows, suffix=".md").follow_ups
    assert [told(each)[1] for each in found] == [["Ketut"], []]


def test_a_question_behind_so_heads_no_decisions(under: Minutes) -> None:
    result = under("Jadi, siapa mengerjakan apa", "1. Cat pagar timur (Rina)", "2. Papan nama diganti")
    assert not result.agreements
    assert [told(each)[:2] for each in result.follow_ups] == [
        ("Cat pagar timur (Rina)", ["Rina"]), ("Papan nama diganti", []),
    ]  # fmt: skip


def test_tasks_behind_the_last_sentence_of_a_topic(under: Minutes) -> None:
    lines = ("1. Iuran warga. Disepakati:", "- tiap rumah 20 ribu", "2. Kerja bakti hari Minggu. Bagi tugas:",
             "- cangkul: Ketut", "- terpal (Rina)", "3. Lampu jalan mati sejak Senin.")  # fmt: skip
    result = under("Pembahasan", *lines)
    assert [each.text for each in result.agreements] == ["tiap rumah 20 ribu"]
    assert [told(each)[:2] for each in result.follow_ups] == [
        ("cangkul: Ketut", ["Ketut"]), ("terpal (Rina)", ["Rina"]),
    ]  # fmt: skip


def test_talk_behind_a_task_on_the_line_of_its_label(under: Minutes) -> None:
    lines = (
        "Follow up: Rina menyurvei lapangan.",
        "",
        "Ketut bercerita soal pagar. Satpam hanya dua. Dana habis. Hujan.",
        "",
        "## 2. Lapak",
        "",
        "Tenda bocor.",
    )
    assert [each.text for each in under("## 1. Parkir", "", *lines, suffix=".md").follow_ups] == [
        "Rina menyurvei lapangan."
    ]


def test_a_body_named_like_a_label(minutes: Minutes) -> None:
    head = "CATATAN RAPAT FORUM AIR\nSenin, 13 Maret 2023\n\nPeserta:\nRencana Kupang (Ina)\nSahabat Air (Melki)\n\n"
    talk = "LAPORAN\nSahabat: melatih enam desa.\nRencana: membangun 23 kakus.\n\nPETA\nMelki menjelaskan peta.\n"
    assert "Melki menjelaskan peta." not in [each.text for each in minutes(head + talk).follow_ups]


def test_the_next_letter_behind_a_table_of_tasks_ends_it(under: Minutes) -> None:
    rows = ("| Tugas | PIC |", "|---|---|", "| Mengecat pagar | Rina |", "| Mengganti lampu | Ketut |")
    lines = ("A. Pembukaan", "", "B. Tindak lanjut", "", *rows, "", "C. Kunjungan Sabtu", "", "Cuaca cerah.")
    found = under("", *lines, suffix=".md").follow_ups
    assert [each.text for each in found] == ["Mengecat pagar", "Mengganti lampu"]


def test_a_line_over_groups_of_tasks_is_none(under: Minutes) -> None:
    lines = ("Untuk itu masing-masing seksi bertugas:", "", "**Seksi Acara**", "", "- menyusun jadwal lomba", "",
             "**Seksi Umum**", "", "- menyewa tenda besar", "", "**Lain-lain**", "", "- foto panen diunggah besok", "")
    found = under("## Pembagian Tugas", "", *lines, suffix=".md").follow_ups
    assert [each.text for each in found] == [
        "menyusun jadwal lomba", "menyewa tenda besar", "foto panen diunggah besok",
    ]  # fmt: skip


def test_an_office_that_begins_like_the_label_of_an_owner(under: Minutes) -> None:
    lines = ("1. Pasar", "   - Dinas Perikanan akan mendata semua lapak.", "   - Koordinator Kebersihan akan menyusun"
             " contoh jadwal sapu lapak.")  # fmt: skip
    assert [each.text for each in under("Pembahasan", *lines).follow_ups] == [
        "Dinas Perikanan akan mendata semua lapak.",
        "Koordinator Kebersihan akan menyusun contoh jadwal sapu lapak.",
    ]


def test_indicators_in_a_table_of_tasks_begin_no_meeting(minutes: Minutes) -> None:
    form = cells("Tanggal", "14 Maret 2023"), cells("Tempat", "Balai Desa"), cells("Notulis", "Rina")
    tasks = (cells("Masalah", "Rencana perbaikan", "Waktu", "Pelaksana", "Indikator"),
             cells("Gudang kotor", "Menyapu gudang", "20/03/2023", "Ketut", "daftar hadir"))  # fmt: skip
    tables = (f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>" for rows in (form, tasks))
    text = "<h2>Notulen Rapat Panen</h2>{}<h3>Pembahasan</h3><p>Gudang kotor sekali.</p><h3>Tindak lanjut</h3>{}"
    (only,) = minutes(f"<html><body>{text.format(*tables)}</body></html>", ".html").follow_ups
    assert told(only) == ("Menyapu gudang", ["Ketut"], "2023-03-20")


@pytest.mark.parametrize(
    ("cell", "owners"),
    [("Seksi Acara<br>(Rina Anggraini)", ["Rina Anggraini"]), ("BKPSDM/ Diskominfo", ["BKPSDM", "Diskominfo"]),
     ("Man. Keuangan & Man. Produksi", ["Man. Keuangan", "Man. Produksi"])],
)  # fmt: skip
def test_owners_of_a_cell(cell: str, owners: list[str], minutes: Minutes) -> None:
    head = "<th>Kegiatan</th><th>PIC</th><th>Batas</th>"
    (row,) = minutes(page(head, cells("Mencetak spanduk", cell, "20 Maret 2023")), ".html").follow_ups
    assert told(row) == ("Mencetak spanduk", owners, "2023-03-20")


def test_what_a_cell_says_of_the_one_above(minutes: Minutes) -> None:
    head = "<th>Kegiatan</th><th>PIC</th><th>Batas waktu</th>"
    rows = [cells("Mencetak spanduk", "Rina", "20 Maret 2023"), cells("Menyapu gudang", "Ketut", "sama"),
            cells("Mengecat pagar", "Ketut", "sama")]  # fmt: skip
    dues = [told(each)[2] for each in minutes(page(head, *rows), ".html").follow_ups]
    assert dues == ["2023-03-20", "2023-03-20", "2023-03-20"]


def test_days_told_by_their_number(minutes: Minutes) -> None:
    head = "<th>Tgl</th><th>Kegiatan</th><th>Pelaksana</th>"
    rows = [cells("18", "Mencetak spanduk", "Rina"), cells("20-22", "Menyapu gudang", "Ketut")]
    dues = [told(each)[2] for each in minutes(page(head, *rows), ".html").follow_ups]
    assert dues == ["2023-03-18", "2023-03-22"]


def test_a_remark_that_is_a_day(under: Minutes) -> None:
    table = ["| Nama | Tugas | Keterangan |", "|---|---|---|", "| Rina Anggraini | Mencetak spanduk | 20 Maret |",
             "| Ketut Suardana | Menyapu gudang | tahun 2022 dua kali |"]  # fmt: skip
    assert [told(each)[2] for each in under(*TITLED, *table).follow_ups] == ["2023-03-20", None]


@pytest.mark.parametrize("head", ["Tanggal | Pos | Petugas", "Tanggal | Kegiatan"])
def test_a_calendar_is_no_list_of_tasks(head: str, under: Minutes) -> None:
    row = " | ".join(["20 Maret 2023", "Kebun sisi timur", "Rina Anggraini"][: head.count("|") + 1])
    rule = "|" + "---|" * (head.count("|") + 1)
    assert under("## Lampiran", "", f"| {head} |", rule, f"| {row} |").follow_ups == ()


@pytest.mark.parametrize(("day", "count"), [("8 Februari 2023", 0), ("14 Maret 2023", 2)])
def test_tasks_of_a_meeting_that_the_heading_dates(day: str, count: int, minutes: Minutes) -> None:
    head = "# Notulen Rapat Panen\n\nTanggal: 14 Maret 2023\n\nTempat: Balai Desa\n\n"
    tasks = f"## Tindak Lanjut Rapat {day}\n\n- Rina mencetak spanduk\n- Ketut menyapu gudang\n"
    assert len(minutes(head + tasks, ".md").follow_ups) == count


def test_days_on_which_tasks_were_finished(minutes: Minutes) -> None:
    head = "<th>Temuan</th><th>Tindakan</th><th>Selesai tgl</th>"
    rows = [cells("Genset mati", "Menyervis genset", "30 Januari 2023"), cells("Pintu", "Mengecat pintu", "2 Mei 2023")]
    found = minutes(page(head, *rows), ".html").follow_ups
    assert [each.status for each in found] == [Status.DONE, Status.OPEN]


@pytest.mark.parametrize(
    ("cell", "owners"),
    [("Rina Anggraini, Kepala Desa", ["Rina Anggraini", "Kepala Desa"]),
     ("Rina Anggraini, Bendahara", ["Rina Anggraini"]), ("Ketut Suardana, Bendahara", ["Ketut Suardana"]),
     ("Wayan Arta, Bendahara", ["Wayan Arta", "Bendahara"])],
)  # fmt: skip
def test_a_person_and_an_office_that_is_not_theirs(cell: str, owners: list[str], under: Minutes) -> None:
    people = ("| Nama | Jabatan |", "|---|---|", "| Rina Anggraini | Bendahara |", "| Wayan Arta | |")
    present = ("## Peserta", "", *people, "")
    table = ("| Kegiatan | PIC |", "|---|---|", f"| Mencetak spanduk | {cell} |")
    (found,) = under(*present, *TITLED, *table).follow_ups
    assert told(found)[1] == owners


def test_tasks_below_the_heading_of_a_topic_count_from_its_event(minutes: Minutes) -> None:
    head = "NOTULEN RAPAT PANEN\nTanggal : 14 Maret 2023\nTempat : Balai Desa\n\n1. Kas\n- Saldo tetap dua juta.\n\n"
    topics = "2. Persiapan lomba (penilaian 27 Maret)\n\nPembagian tugas:\n- Rina mencetak spanduk, H-7\n"
    last = "- Ketut menyapu gudang\n\n3. Info\n- Apel bersama 20 April di lapangan.\n"
    assert [told(each)[2] for each in minutes(head + topics + last, ".txt").follow_ups] == ["2023-03-20", None]


HELPED = (
    "| Deadline | Jobdesc | PJ | Bantuin |",
    "|---|---|---|---|",
    "| 20 Maret 2023 | Menyapu gudang | Rina | Ketut |",
)
CHAPTERS = ("| Bab | Ketua | Anggota | Berkas yang harus dilengkapi | Batas |", "|---|---|---|---|---|",
            "| 1 | Rina | Ketut | Menyapu gudang | 20 Maret 2023 |")  # fmt: skip
LABELLED = (
    "| Apa | Siapa | Bilamana |",
    "|---|---|---|",
    "| Menyapu gudang | PJ: Rina<br>Pendukung: Ketut | 20 Maret 2023 |",
)
BRACKETED = ("| What | PIC | By when |", "|---|---|---|", "| Menyapu gudang | Rina (support: Ketut) | 20 Maret 2023 |")


@pytest.mark.parametrize(
    "rows", [HELPED, CHAPTERS, LABELLED, BRACKETED], ids=["column", "members", "labels", "bracket"]
)
def test_who_helps_the_owner(rows: tuple[str, ...], under: Minutes) -> None:
    (only,) = under("## Daftar kerja", "", *rows, suffix=".md").follow_ups
    assert told(only) == ("Menyapu gudang", ["Rina", "Ketut"], "2023-03-20")


def test_two_owners_under_one_title(minutes: Minutes) -> None:
    rows = ("<th>Masalah</th><th>Tindak lanjut</th><th colspan=2>PIC</th><th>Deadline</th>",
            cells("Gudang kotor", "Menyapu gudang", "Rina", "Ketut", "20 Maret 2023"))  # fmt: skip
    (only,) = minutes(page(*rows), ".html").follow_ups
    assert told(only) == ("Menyapu gudang", ["Rina", "Ketut"], "2023-03-20")


DUTIES = (
    cells("Kegiatan", "OPD Pengampu", "OPD Terkait", "Waktu"),
    cells("Menyapu gudang", "Dinas Perikanan", "Dinas Sosial, Dinas Pertanian", "20 Maret 2023"),
    cells("Mendata lapak", "Dinas Sosial", "-", "21 Maret 2023"),
)
LEADERS = (
    "<th rowspan=2>Kegiatan</th><th colspan=2>Pihak yang bertanggung jawab</th><th rowspan=2>Waktu</th>",
    "<th>Leading sector</th><th>Pelaksana</th>",
    cells("Menyapu gudang", "Dinas Perikanan", "Dinas Perikanan, Dinas Sosial / Dinas Pertanian", "20 Maret 2023"),
    cells("Mendata lapak", "Dinas Sosial", "", "21 Maret 2023"),
)
LINES = (
    cells("Kegiatan", "Penanggung Jawab", "K/L dan Mitra Pendukung", "Waktu"),
    cells("Menyapu gudang", "Dinas Perikanan", "<p>Dinas Sosial</p><p>Dinas Pertanian</p>", "20 Maret 2023"),
    cells("Mendata lapak", "", "Dinas Sosial", "21 Maret 2023"),
)


@pytest.mark.parametrize("rows", [DUTIES, LEADERS, LINES], ids=["beside", "two-rows", "line-by-line"])
def test_columns_of_who_leads_and_of_who_helps(rows: tuple[str, ...], minutes: Minutes) -> None:
    assert [told(each) for each in minutes(page(*rows), ".html").follow_ups] == [
        ("Menyapu gudang", ["Dinas Perikanan", "Dinas Sosial", "Dinas Pertanian"], "2023-03-20"),
        ("Mendata lapak", ["Dinas Sosial"], "2023-03-21"),
    ]


def test_a_unit_beside_its_person_is_no_helper(minutes: Minutes) -> None:
    rows = (cells("Kegiatan", "Unit", "PIC", "Waktu"), cells("Menyapu gudang", "Humas", "Rina", "20 Maret 2023"))
    (only,) = minutes(page(*rows), ".html").follow_ups
    assert told(only)[1] == ["Rina"]


def test_ticks_in_columns_of_parties_do_not_say_that_a_task_is_done(minutes: Minutes) -> None:
    rows = (cells("Tugas", "Dinas Perikanan", "Bendahara", "Batas waktu"),
            cells("Menyapu gudang", "√", "", "20 Maret 2023"),
            cells("Mendata lapak", "√", "√", "21 Maret 2023"))  # fmt: skip
    found = minutes(page(*rows), ".html").follow_ups
    assert [(told(each)[1], each.status) for each in found] == [
        (["Dinas Perikanan"], Status.OPEN), (["Dinas Perikanan", "Bendahara"], Status.OPEN),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("legend", "owners"),
    [("P = penanggung jawab, B = membantu", ["Dinas Perikanan", "Dinas Sosial"]),
     ("P = penanggung jawab, B = mendapat informasi", ["Dinas Perikanan"]), ("", [])],
)  # fmt: skip
def test_letters_in_columns_of_parties(legend: str, owners: list[str], minutes: Minutes) -> None:
    rows = (cells("No", "Uraian tugas", "Dinas Perikanan", "Dinas Sosial", "Selesai"),
            cells("1", "Menyapu gudang", "P", "B", "20 Maret 2023"),
            cells("2", "Mendata lapak", "B", "P", "21 Maret 2023"))  # fmt: skip
    first, second = minutes(page(*rows).replace("<table>", f"<p>{legend}</p><table>"), ".html").follow_ups
    assert told(first)[1] == owners and len(told(second)[1]) == len(owners)


def test_letters_in_a_column_of_statuses(minutes: Minutes) -> None:
    rows = (cells("Kegiatan", "PIC", "Batas waktu", "St."), cells("Menyapu gudang", "Rina", "20 Maret 2023", "S"),
            cells("Mendata lapak", "Rina", "21 Maret 2023", "P"), cells("Mencetak peta", "Rina", "22 Maret 2023", "B"))
    legend = "<p>Keterangan: S = selesai, P = dalam proses, B = belum.</p><table>"
    found = minutes(page(*rows).replace("<table>", legend), ".html").follow_ups
    assert [each.status for each in found] == [Status.DONE, Status.IN_PROGRESS, Status.OPEN]


def test_rows_under_a_party_across_the_table(minutes: Minutes) -> None:
    rows = (
        cells("No", "Kegiatan", "Sasaran", "Waktu"), "<td colspan=4>A. DINAS PERIKANAN</td>",
        cells("1", "Menyapu gudang", "2 gudang", "20 Maret 2023"), "<td colspan=4>B. PEMERINTAH DESA DAN KADER</td>",
        cells("1", "Mendata lapak", "semua lapak", "21 Maret 2023"), "<td colspan=4>C. LAIN-LAIN</td>",
        cells("1", "Mencetak spanduk", "10 lembar", "22 Maret 2023"),
    )  # fmt: skip
    assert [told(each)[:2] for each in minutes(page(*rows), ".html").follow_ups] == [
        ("Menyapu gudang", ["DINAS PERIKANAN"]), ("Mendata lapak", ["PEMERINTAH DESA", "KADER"]),
        ("Mencetak spanduk", []),
    ]  # fmt: skip


def test_tasks_with_owners_in_one_column_beside_talk(minutes: Minutes) -> None:
    rows = (
        cells("Topik", "Uraian", "Tindak lanjut, PIC, target"),
        cells("Lapak", "Masih 4 lapak kosong, sewanya naik.", "Menyapu gudang – Rina – 20 Maret 2023"),
        cells("Gudang", "Kunci hilang dua kali tahun ini.", "Mengganti kunci – Ketut – 21 Maret 2023"),
    )
    assert [told(each)[:2] for each in minutes(page(*rows), ".html").follow_ups] == [
        ("Menyapu gudang – Rina – 20 Maret 2023", ["Rina"]), ("Mengganti kunci – Ketut – 21 Maret 2023", ["Ketut"]),
    ]  # fmt: skip


def test_a_row_of_absentees_is_no_heading_of_a_table(minutes: Minutes) -> None:
    rows = (cells("Tindak lanjut", "Batas waktu"), cells("Menyapu gudang", "20 Maret 2023"))
    text = page(*rows).replace("<table>", "<p>Tidak hadir: Ketut Darma (sakit)</p><table>")
    (only,) = minutes(text, ".html").follow_ups
    assert told(only)[1] == []


DASHED = ("Menyapu gudang – Rina – 20 Maret 2023", "Mendata lapak – Ketut – 21 Maret 2023")


@pytest.mark.parametrize(
    ("points", "third"),
    [
        ([*DASHED, "Simulasi kebakaran – K4PS, Satpam – 22 Maret 2023"], ["K4PS", "Satpam"]),
        ([*DASHED, "Simulasi kebakaran – Sarana – minggu kedua April"], ["Sarana"]),
        ([*DASHED, "Simulasi kebakaran – lewat radio – 22 Maret 2023"], []),
        (["Menyapu gudang (Rina)", "Mendata lapak (Ketut)", "Simulasi kebakaran (Sarana)"], ["Sarana"]),
        (["Menyapu gudang (Rina)", "Mendata lapak", "Simulasi kebakaran (Sarana)"], []),
    ],
    ids=["dashes", "unit", "no-name", "brackets", "few"],
)
def test_owners_told_by_their_place(points: list[str], third: list[str], under: Minutes) -> None:
    *_, last = under("Tindak Lanjut", *(f"- {each}" for each in points)).follow_ups
    assert [owner.name for owner in last.owners] == third


@pytest.mark.parametrize(
    ("said", "due"), [("tgl 20 Maret", "2023-03-20"), ("akhir Mei", "2023-05-31"), ("rutin", None)]
)
def test_a_day_among_the_remarks_of_a_table_without_deadlines(said: str, due: str | None, under: Minutes) -> None:
    rows = ("| Tugas | PJ | Ket |", "|---|---|---|", f"| Mencetak spanduk | Rina Anggraini | {said} |")
    (found,) = under(*TITLED, *rows, suffix=".md").follow_ups
    assert told(found) == ("Mencetak spanduk", ["Rina Anggraini"], due)


def test_bodies_that_work_together_in_a_cell_of_owners(minutes: Minutes) -> None:
    rows = (cells("Tugas", "PIC"), cells("Menyapu gudang", "Dinas Pasar bekerja sama dengan Dinas Sosial"))
    (only,) = minutes(page(*rows), ".html").follow_ups
    assert told(only)[1] == ["Dinas Pasar", "Dinas Sosial"]


def test_tasks_go_on_behind_what_is_told_of_one_though_the_talk_was_numbered_as_far(under: Minutes) -> None:
    talk = ("1. Atap gudang bocor sejak bulan lalu.", "2. Lapak kosong bertambah dua.", "")
    tasks = (("1. Menyapu gudang", "Rina"), ("2. Mencetak spanduk", "-"), ("3. Mendata lapak", "Ketut"))
    lines = (line for task, who in tasks for line in (task, f"   - Penanggung jawab: {who}"))
    found = under("PEMBAHASAN", *talk, "TUGAS DAN PENANGGUNG JAWAB", *lines).follow_ups
    assert [told(each)[1] for each in found] == [["Rina"], [], ["Ketut"]]


def test_several_names_head_a_list_of_their_tasks(under: Minutes) -> None:
    tasks = ("   a. Menyapu gudang (20 Maret)", "   b. Mencetak spanduk (21 Maret)")
    found = under("Tindak Lanjut", "1. Rina Anggraini, Pak Wayan Sudarta, dan Ketut Darma", *tasks).follow_ups
    assert [told(each)[1] for each in found] == [["Rina Anggraini", "Wayan Sudarta", "Ketut Darma"]] * 2


def test_a_name_ends_with_its_cell(minutes: Minutes) -> None:
    rows = (cells("PIC", "Tugas"), cells("Bu Rina", "Memperbarui data lapak"), cells("-", "Memperbarui data kios"))
    found = minutes(page(*rows), ".html").follow_ups
    assert [told(each)[1] for each in found] == [["Rina"], []]


def test_points_below_one_that_only_labels_who_does_them(under: Minutes) -> None:
    lines = ["- PJ: Rina Anggraini", "  - bikin daftar giliran lapak", "  - pesan tenda ke kelurahan (Ketut Darma)",
             "- Cuaca cerah sejak pagi."]  # fmt: skip
    found = [told(each)[:2] for each in under("## Pembahasan", "", *lines, suffix=".md").follow_ups]
    assert found == [
        ("bikin daftar giliran lapak", ["Rina Anggraini"]),
        ("pesan tenda ke kelurahan (Ketut Darma)", ["Ketut Darma"]),
    ]


@pytest.mark.parametrize(
    ("point", "who"),
    [
        pytest.param("Genset: PJ Pak Kadus.", ["Kadus"], id="office-addressed"),
        pytest.param("Doa: PJ Mbah Sastro", ["Sastro"], id="unknown"),
        pytest.param("Rina (PJ lapak) melaporkan iuran belum masuk", [], id="who-speaks"),
    ],
)
def test_a_label_at_the_end_of_a_point_of_the_talk(point: str, who: list[str], under: Minutes) -> None:
    lines = ["- Tikar: PJ Rina Anggraini", f"- {point}"]
    found = under("## Pembahasan", "", *lines, suffix=".md").follow_ups
    assert [told(each)[1] for each in found[1:]] == ([who] if who else [])


FORM = (
    cells("Hari/Tanggal", "Senin, 13 Maret 2023"),
    cells("Tempat", "Balai Desa"),
    cells("Peserta", "Rina Anggraini, Ketut"),
)
SPANNED = tuple(row.replace("<td>", "<td colspan=3>").replace("<td colspan=3>", "<td>", 1) for row in FORM)
BESIDE = "<td rowspan=2>Tindak Lanjut</td>"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            (*SPANNED, BESIDE + cells("Mencetak spanduk", "Rina Anggraini", "20 Maret 2023"),
             cells("Menyapu gudang", "Ketut", "21 Maret 2023")),
            id="beside",
        ),
        pytest.param(
            (*SPANNED, BESIDE.replace("2", "3") + cells("Kegiatan", "PIC", "Batas waktu"),
             cells("Mencetak spanduk", "Rina Anggraini", "20 Maret 2023"),
             cells("Menyapu gudang", "Ketut", "21 Maret 2023")),
            id="beside-with-titles",
        ),
        pytest.param(
            (*(cells(str(at)) + row for at, row in enumerate(FORM, 1)), cells("4", "Tindak Lanjut", ""),
             cells("4.1", "Rina Anggraini", "Mencetak spanduk, 20 Maret 2023"),
             cells("4.2", "Ketut", "Menyapu gudang, 21 Maret 2023"), cells("5", "Penutup", "Doa bersama")),
            id="below",
        ),
    ],
)  # fmt: skip
def test_tasks_in_rows_beside_or_below_their_label_in_a_form(rows: tuple[str, ...], minutes: Minutes) -> None:
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    html = f"<html><body><h2>Notulen Rapat Panen</h2><table>{table}</table></body></html>"
    found = [told(each) for each in minutes(html, ".html").follow_ups]
    assert [(text.split(",")[0], owners, due) for text, owners, due in found] == [
        ("Mencetak spanduk", ["Rina Anggraini"], "2023-03-20"),
        ("Menyapu gudang", ["Ketut"], "2023-03-21"),
    ]


def test_titles_that_stand_in_a_table_again(minutes: Minutes) -> None:
    titles = cells("No", "Kegiatan", "PIC", "Batas waktu")
    rows = (
        titles,
        cells("1", "Mencetak spanduk", "Rina", "20 Maret 2023"),
        titles,
        cells("2", "Menyapu gudang", "Ketut", "21 Maret 2023"),
    )
    assert [told(each) for each in minutes(page(*rows), ".html").follow_ups] == [
        ("Mencetak spanduk", ["Rina"], "2023-03-20"),
        ("Menyapu gudang", ["Ketut"], "2023-03-21"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            ("Kegiatan                      Penanggung Jawab", "Mencetak spanduk, 20 Maret    Rina Anggraini",
             "Menyapu gudang, 21 Maret      Ketut"),
            id="task-first",
        ),
        pytest.param(
            ("Siapa             Apa", "Rina Anggraini    Mencetak spanduk, 20 Maret",
             "Ketut             Menyapu gudang, 21 Maret"),
            id="owner-first",
        ),
    ],
)  # fmt: skip
def test_two_columns_under_titles(lines: tuple[str, ...], under: Minutes) -> None:
    found = under("Hadir : Rina Anggraini, Ketut", "", "Tindak Lanjut", "", *lines).follow_ups
    assert [told(each) for each in found] == [
        ("Mencetak spanduk, 20 Maret", ["Rina Anggraini"], "2023-03-20"),
        ("Menyapu gudang, 21 Maret", ["Ketut"], "2023-03-21"),
    ]


def test_a_schedule_in_two_columns_is_no_table_of_tasks(under: Minutes) -> None:
    lines = ("Waktu           Kegiatan", "08.00-09.00     Senam bersama", "09.00-10.00     Lomba makan kerupuk")
    assert under("Susunan Acara", "", *lines).follow_ups == ()


def test_for_whom_a_task_is_done_stands_beside_who_does_it(minutes: Minutes) -> None:
    rows = (
        cells("Kapan", "Langkah", "Oleh siapa", "Untuk siapa"),
        cells("20 Maret 2023", "Mencetak spanduk", "Rina Anggraini", "Panitia"),
        cells("21 Maret 2023", "Menyapu gudang", "Ketut", "Warga RT 02"),
    )
    assert [told(each) for each in minutes(page(*rows), ".html").follow_ups] == [
        ("Mencetak spanduk", ["Rina Anggraini"], "2023-03-20"),
        ("Menyapu gudang", ["Ketut"], "2023-03-21"),
    ]


@pytest.mark.parametrize(
    ("head", "who"),
    [
        pytest.param("Spanduk: Bu Rina & Pak Ketut:", ["Rina", "Ketut"], id="people"),
        pytest.param("Usulan: Bu Rina & Pak Ketut:", None, id="what-they-said"),
        pytest.param("Spanduk: warna hijau muda:", None, id="a-thing"),
    ],
)
def test_points_of_the_talk_below_a_topic_and_its_people(head: str, who: list[str] | None, under: Minutes) -> None:
    lines = ["- Bazar", f"  - {head}", "    - cat ulang tiang", "    - sewa tangga dua hari"]
    found = [told(each)[:2] for each in under("## Pembahasan", "", *lines, suffix=".md").follow_ups]
    below = [each for each in found if each[0] in ("cat ulang tiang", "sewa tangga dua hari")]
    assert below == ([("cat ulang tiang", who), ("sewa tangga dua hari", who)] if who else [])
