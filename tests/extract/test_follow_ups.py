"""What is to be done after the meeting, by whom and by when."""

from collections.abc import Callable

import pytest

from notula.models.minutes import FollowUp, Status
from notula.models.result import Result

Minutes = Callable[..., Result]


def owners(follow_up: FollowUp) -> list[str]:
    return [owner.name for owner in follow_up.owners]


def due(follow_up: FollowUp) -> str | None:
    return follow_up.due.date if follow_up.due else None


# --- points of a section ---------------------------------------------------------------------------------------------

POINTS = {
    "label in brackets": ("Mencetak spanduk (PIC: Rina Anggraini)", ["Rina Anggraini"], None),
    "label behind": ("Mencetak spanduk. PIC: Rina Anggraini", ["Rina Anggraini"], None),
    "label and deadline": ("Mencetak spanduk (PIC: Rina Anggraini, 20 Maret 2023)", ["Rina Anggraini"], "2023-03-20"),
    "bracket": ("Mencetak spanduk (Rina Anggraini)", ["Rina Anggraini"], None),
    "bracket, then deadline": ("Mencetak spanduk (Rina Anggraini) paling lambat 20 Maret 2023",
                               ["Rina Anggraini"], "2023-03-20"),
    "bracket with a span": ("Mencetak spanduk (Rina Anggraini, tiga bulan)", ["Rina Anggraini"], "2023-06-14"),
    "bracket with a day": ("Mencetak spanduk (Rina Anggraini, tgl 20)", ["Rina Anggraini"], "2023-03-20"),
    "dash": ("Mencetak spanduk - Rina Anggraini", ["Rina Anggraini"], None),
    "dashes": ("Mencetak spanduk – Rina Anggraini – 20 Maret 2023", ["Rina Anggraini"], "2023-03-20"),
    "colon": ("Rina Anggraini: mencetak spanduk sebelum 20 Maret 2023", ["Rina Anggraini"], "2023-03-20"),
    "by": ("Spanduk dicetak oleh Rina Anggraini paling lambat tanggal 20 Maret 2023",
           ["Rina Anggraini"], "2023-03-20"),
    "subject": ("Dinas Perikanan akan mengirimkan data nelayan", ["Dinas Perikanan"], None),
    "several in a bracket": ("Mencetak spanduk (Rina Anggraini, Ketut Darma)", ["Rina Anggraini", "Ketut Darma"],
                             None),
    "with a partner": ("Mendata nelayan bersama Dinas Perikanan (Ketut Darma)", ["Ketut Darma", "Dinas Perikanan"],
                       None),
    "nobody": ("Mengundang camat", [], None),
    "nobody, deadline": ("Mengundang camat paling lambat 17 Maret 2023", [], "2023-03-17"),
    "recipient": ("Mengirim undangan kepada Dinas Perikanan", [], None),
    "label says nobody": ("Mengundang camat (PIC: belum ditentukan)", [], None),
    "office": ("Sekretaris Desa menghubungi camat minggu depan", ["Sekretaris Desa"], "2023-03-21"),
    "deadline first": ("Sebelum 20 Maret 2023, Rina Anggraini mencetak spanduk", ["Rina Anggraini"], "2023-03-20"),
    "collective": ("Seluruh Ketua RT mendata warga", ["Seluruh Ketua RT"], None),
    "coordinates with": ("Dinas Perikanan berkoordinasi dengan Sekretaris Desa", ["Dinas Perikanan"], None),
    "short name": ("Mencetak spanduk (Pak Ketut)", ["Ketut"], None),
}  # fmt: skip


@pytest.mark.parametrize(("point", "who", "when"), POINTS.values(), ids=POINTS.keys())
def test_a_point(point: str, who: list[str], when: str | None, under: Minutes) -> None:
    first, second = under("Tindak Lanjut", f"1. {point}", "2. Membersihkan gudang").follow_ups
    assert (first.text, first.where.value) == (point, "section")
    assert (sorted(owners(first)), due(first)) == (sorted(who), when)
    assert owners(second) == []


@pytest.mark.parametrize(
    ("words", "date", "kind"),
    [
        ("paling lambat 20 Maret 2023", "2023-03-20", "absolute"),
        ("maksimal tanggal 20 Maret", "2023-03-20", "absolute"),
        ("sebelum 20 Maret 2023", "2023-03-20", "absolute"),
        ("paling lambat 10 Januari", "2024-01-10", "absolute"),
        ("besok", "2023-03-15", "relative"),
        ("minggu depan", "2023-03-21", "relative"),
        ("paling lambat Jumat depan", "2023-03-17", "relative"),
        ("paling lambat akhir bulan", "2023-03-31", "relative"),
        ("dalam 7 hari kerja", "2023-03-23", "relative"),
        ("paling lambat akhir tahun 2023", "2023-12-31", "absolute"),
        ("segera", None, "vague"),
        ("secepatnya", None, "vague"),
        ("setiap Jumat", None, "recurring"),
    ],
)
def test_deadline(words: str, date: str | None, kind: str, under: Minutes) -> None:
    (follow_up,) = under("Tindak Lanjut", f"1. Ketut Darma mendata pedagang {words}").follow_ups
    assert follow_up.due is not None and (follow_up.due.date, follow_up.due.kind.value) == (date, kind)
    assert follow_up.due.text in follow_up.text and follow_up.due.evidence.quote == follow_up.due.text


def test_a_relative_deadline_without_the_day_of_the_meeting_has_no_date(minutes: Minutes) -> None:
    text = "NOTULA RAPAT\nRapat Pasar\n\nTempat: Aula\n\nTindak Lanjut\n1. Mendata pedagang minggu depan\n"
    (follow_up,) = minutes(text).follow_ups
    assert follow_up.due is not None and (follow_up.due.date, follow_up.due.text) == (None, "minggu depan")
    assert "due_not_resolved" in follow_up.review_reasons and follow_up.needs_review


@pytest.mark.parametrize(
    "heading",
    ["Tindak Lanjut", "Rencana Tindak Lanjut", "RENCANA TINDAK LANJUT (RTL)", "Action Items", "Rencana Aksi",
     "Tindak lanjut:"],
)  # fmt: skip
def test_headings(heading: str, under: Minutes) -> None:
    found = under(heading, "1. Mencetak spanduk", "2. Mendata pedagang").follow_ups
    assert [(each.text, each.where.value) for each in found] == [
        ("Mencetak spanduk", "section"),
        ("Mendata pedagang", "section"),
    ]


@pytest.mark.parametrize(
    "heading",
    ["Butir-butir tindak lanjut", "To do list minggu ini", "Rencana TL", "Sebelum rapat berikutnya:", "Pending"],
)
def test_headings_in_plain_lines(heading: str, under: Minutes) -> None:
    found = under("Pembahasan", "Lapak dibahas.", "", heading, "1. Mencetak spanduk", "2. Mendata pedagang").follow_ups
    assert [each.where.value for each in found] == ["section"] * 2


def test_a_sentence_over_a_list_is_no_heading(under: Minutes) -> None:
    lines = ["Ketut menyinggung tugas lapak, lalu iuran", "1. Lapak sepi", "2. Iuran naik"]
    assert under("Pembahasan", "Lapak dibahas.", *lines).follow_ups == ()


def test_an_owner_over_a_list_owns_each_of_its_points(under: Minutes) -> None:
    first = ["1. Dinas Perikanan:", "   a. Mendata nelayan di dua desa", "   b. Mengirim timbangan ke kota"]
    second = ["2. Rina Anggraini:", "   a. Mencetak dua lembar spanduk", "   b. Menyusun jadwal petugas lapak"]
    found = under("Tindak Lanjut", *first, *second).follow_ups
    assert [owners(each) for each in found] == [["Dinas Perikanan"]] * 2 + [["Rina Anggraini"]] * 2
    assert all(each.owners[0].evidence.derived and "owner_inferred" in each.review_reasons for each in found)


def test_a_name_over_a_list_owns_each_of_its_points(under: Minutes) -> None:
    lines = ["Rina Anggraini", "- mencetak spanduk pasar", "- menyusun jadwal petugas", "Ketut Darma",
             "- mendata pedagang"]  # fmt: skip
    found = under("Tindak Lanjut", *lines).follow_ups
    assert [(each.text, owners(each)) for each in found] == [
        ("mencetak spanduk pasar", ["Rina Anggraini"]),
        ("menyusun jadwal petugas", ["Rina Anggraini"]),
        ("mendata pedagang", ["Ketut Darma"]),
    ]


@pytest.mark.parametrize("heading", ["Tugas Tiap Divisi", "Tindak Lanjut"])
def test_unknown_units_over_lists_own_them(heading: str, under: Minutes) -> None:
    lines = ["**Humas**", "", "- sebar undangan", "", "**Kreatif**", "", "- cetak spanduk", "", "**Bendahara**", "",
             "- catat uang kas"]  # fmt: skip
    found = under(f"## {heading}", "", *lines, suffix=".md").follow_ups
    assert [owners(each) for each in found] == [["Humas"], ["Kreatif"], ["Bendahara"]]


def test_a_task_force_heads_its_tasks(under: Minutes) -> None:
    lines = ["**Sekretariat Gugus Tugas Air**", "", "a. cetak daftar", "", "**Dinas Perikanan**", "", "a. kirim rekap",
             "", "**Satuan Tugas Banjir**", "", "a. beli perahu"]  # fmt: skip
    found = under("## Tindak Lanjut menurut Lembaga", "", *lines, suffix=".md").follow_ups
    expected = [["Sekretariat Gugus Tugas Air"], ["Dinas Perikanan"], ["Satuan Tugas Banjir"]]
    assert [owners(each) for each in found] == expected


def test_the_parties_in_the_bracket_of_a_heading_own_what_is_under_it(under: Minutes) -> None:
    lines = ["**PPID Utama**", "", "- cetak daftar", "", "**PPID Pembantu (Dinas Perikanan, BPPT)**", "",
             "- kirim rekap", "", "**Lainnya**", "", "- perbaiki formulir"]  # fmt: skip
    found = under("## Tindak Lanjut", "", *lines, suffix=".md").follow_ups
    assert [owners(each) for each in found] == [["PPID Utama"], ["Dinas Perikanan", "BPPT"], []]


def test_a_note_below_tasks_is_none(under: Minutes) -> None:
    note = "NB: putaran keempat kira-kira pekan kedua Mei. Pedagang yang telat mendaftar akan kehilangan lapak."
    found = under("Tindak Lanjut", "- Dinas Perikanan mendata pedagang", "- Rina mencetak spanduk", "", note).follow_ups
    assert [each.text for each in found] == ["Dinas Perikanan mendata pedagang", "Rina mencetak spanduk"]
    told = under("Tindak Lanjut", "- Rina mencetak spanduk", "", "NB: Dinas Perikanan akan mendata lapak.").follow_ups
    assert [each.text for each in told][1:] == ["Dinas Perikanan akan mendata lapak."]


@pytest.mark.parametrize(
    ("sentence", "tasks"),
    [
        pytest.param("Dinas Perikanan akan mencermati draf tarif paling lambat 20 Maret 2023.", 1, id="promised"),
        pytest.param("Dinas Perikanan mencermati kebiasaan menunggak pada bulan Desember.", 0, id="observed"),
        pytest.param("Dinas Perikanan menyapa hadirin sebelum pemeriksaan lapak.", 0, id="greets"),
    ],
)
def test_what_a_party_observes_is_no_task(sentence: str, tasks: int, under: Minutes) -> None:
    assert len(under("Pembahasan", f"1. {sentence}").follow_ups) == tasks


def test_topics_over_lists_own_nothing(under: Minutes) -> None:
    lines = ["**Kebersihan lapak**", "", "- cuci lapak", "", "**Humas**", "", "- sebar undangan", "",
             "**Perbaikan atap**", "", "- beli seng"]  # fmt: skip
    found = under("## Tindak Lanjut", "", *lines, suffix=".md").follow_ups
    assert [owners(each) for each in found] == [[], ["Humas"], []]


def test_a_unit_named_like_a_section_heads_its_tasks(under: Minutes) -> None:
    lines = ["### Seksi Acara (Pak Ketut)", "- mencari pembawa acara", "- menyusun rundown",
             "### Seksi Konsumsi (Bu Rina)", "- memesan nasi kotak"]  # fmt: skip
    found = under("## Bagi Tugas", *lines, suffix=".md").follow_ups
    assert [owners(each) for each in found] == [["Ketut"], ["Ketut"], ["Rina"]]


def test_a_name_in_the_label_of_a_task_owns_it(under: Minutes) -> None:
    task = "**TODO** (Rina & Togar): cetak dua lembar."
    found = under("### Spanduk", "Warnanya biru.", "", task, suffix=".md").follow_ups
    assert [owners(each) for each in found] == [["Rina", "Togar"]]


def test_what_is_under_a_heading_of_done_things_is_no_task(under: Minutes) -> None:
    assert under("## Yang sudah beres", "- spanduk dicetak (Rina Anggraini)", suffix=".md").follow_ups == ()


def test_field_lines_belong_to_the_point_above(under: Minutes) -> None:
    lines = ["- Mencetak spanduk", "  PIC: Rina Anggraini", "  Tenggat: 20 Maret 2023", "- Mendata pedagang",
             "  PIC: Ketut Darma"]  # fmt: skip
    found = under("Tindak Lanjut", *lines).follow_ups
    assert [owners(each) for each in found] == [["Rina Anggraini"], ["Ketut Darma"]]
    assert [due(each) for each in found] == ["2023-03-20", None]


def test_two_sentences_with_two_owners_are_two_follow_ups(under: Minutes) -> None:
    point = "1. Rina Anggraini akan mencetak spanduk. Ketut Darma akan mendata pedagang."
    assert [owners(each) for each in under("Tindak Lanjut", point).follow_ups] == [["Rina Anggraini"], ["Ketut Darma"]]


@pytest.mark.parametrize(
    ("point", "status"),
    [
        ("Mencetak spanduk (selesai)", "done"),
        ("[Rina] Cetak spanduk → done", "done"),
        ("Rina: cetak spanduk => sudah", "done"),
        ("Spanduk sudah dicetak oleh Rina Anggraini", "done"),
        ("Mencetak spanduk, selesai per 31 Maret", "open"),
        ("Mencetak spanduk - on progress", "in_progress"),
        ("Mencetak spanduk", "open"),
    ],
)
def test_status(point: str, status: str, under: Minutes) -> None:
    (follow_up,) = under("Tindak Lanjut", f"1. {point}").follow_ups
    assert follow_up.status.value == status


# --- tables ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    ["Kegiatan | Penanggung Jawab | Batas Waktu", "Tindak Lanjut | PIC | Target", "Uraian | Pelaksana | Tenggat Waktu",
     "Rencana Aksi | PJ | Deadline", "Action Item | Owner | Due Date", "Tugas | Penanggungjawab | Waktu"],
)  # fmt: skip
def test_a_table(head: str, under: Minutes) -> None:
    table = ["", f"| No | {head} |", "|---|---|---|---|", "| 1 | Mencetak spanduk | Rina Anggraini | 20 Maret 2023 |",
             "| 2 | Mendata pedagang | Ketut dan Gede | akhir bulan |", "| 3 | Menyapu gudang | - | - |"]  # fmt: skip
    found = under("## Tindak Lanjut", *table, suffix=".md").follow_ups
    assert [(each.text, owners(each), due(each)) for each in found] == [
        ("Mencetak spanduk", ["Rina Anggraini"], "2023-03-20"),
        ("Mendata pedagang", ["Ketut", "Gede"], "2023-03-31"),
        ("Menyapu gudang", [], None),
    ]
    assert all(each.where.value == "section" for each in found)


@pytest.mark.parametrize(
    ("cell", "who"),
    [
        ("Rina / Ketut", ["Rina", "Ketut"]),
        ("Dinas Perikanan, Rina Anggraini", ["Dinas Perikanan", "Rina Anggraini"]),
        ("Seksi Acara (Rina)", ["Rina"]),
        ("Setiap RT, dikoordinasikan Dinas Perikanan", ["Setiap RT"]),
        ("Ketut, dibantu oleh Rina", ["Ketut", "Rina"]),
        ("Dinas Pasar bersama Dinas Perikanan", ["Dinas Pasar", "Dinas Perikanan"]),
        ("Humas (dibantu Dinas Perikanan)", ["Humas", "Dinas Perikanan"]),
        ("Ahli K3 & HRD", ["Ahli K3", "HRD"]),
        ("Togar", ["Togar"]),
        ("Semua peserta", ["Semua peserta"]),
        ("Gudang, Bendahara Pembantu", ["Gudang", "Bendahara Pembantu"]),
        ("Semua desa yang belum menyetor", ["Semua desa yang belum menyetor"]),
        ("Seluruh dinas provinsi yang membidangi pangan", ["Seluruh dinas provinsi yang membidangi pangan"]),
        ("Rina + anak magang", ["Rina", "anak magang"]),
        ("kontrak yang ditandatangani", []),
        ("TBD", []),
        ("belum", []),
        ("KON", ["KON"]),
    ],
)
def test_an_owner_cell(cell: str, who: list[str], under: Minutes) -> None:
    table = ["", "| No | Tindak Lanjut | PIC |", "|---|---|---|", f"| 1 | Mencetak spanduk | {cell} |"]
    (follow_up,) = under("## Tindak Lanjut", *table, suffix=".md").follow_ups
    assert owners(follow_up) == who


@pytest.mark.parametrize(
    ("cell", "date"),
    [("20/03/2023", "2023-03-20"), ("Maret 2023", "2023-03-31"), ("TW I 2023", "2023-03-31"), ("minggu ke-4", None),
     ("-", None)],
)  # fmt: skip
def test_a_deadline_cell(cell: str, date: str | None, under: Minutes) -> None:
    table = ["", "| Tindak Lanjut | PIC | Tenggat |", "|---|---|---|", f"| Mencetak spanduk | Rina | {cell} |"]
    (follow_up,) = under("## Tindak Lanjut", *table, suffix=".md").follow_ups
    assert due(follow_up) == date


@pytest.mark.parametrize("head", ["Perangkat Daerah", "Kementerian/Lembaga", "Bidang", "Satker", "Nama"])
def test_a_column_of_bodies_or_people_holds_the_owners_where_no_other_does(head: str, under: Minutes) -> None:
    table = ["", f"| {head} | Temuan | Tindak Lanjut | Batas Waktu |", "|---|---|---|---|",
             "| Dinas Perikanan | Kas kurang | Menyetor sisa kas kepada camat | 20 Maret 2023 |",
             "| Rina Anggraini | Buku hilang | Membuat buku baru | 21 Maret 2023 |",
             "| Ketut Darma | Nota ganda | Reviu ulang nota oleh Sekretaris Desa | - |",
             "| Gede Mahardika | Sisa dana | Nihil (tuntas) | - |"]  # fmt: skip
    found = under("## Pemantauan", *table, suffix=".md").follow_ups
    assert [owners(each) for each in found] == [["Dinas Perikanan"], ["Rina Anggraini"], ["Sekretaris Desa"]]


HEADS = {
    "turned to": "Kepada Dinas Perikanan agar:",
    "for": "Untuk Dinas Perikanan:",
    "a line that is only a party": "Dinas Perikanan",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_who_a_line_over_tasks_turns_to(head: str, under: Minutes) -> None:
    found = under("Tindak Lanjut", head, "- mendata nelayan di dua desa", "- mengirim timbangan ke kota").follow_ups
    assert [owners(each) for each in found] == [["Dinas Perikanan"]] * 2


def test_an_item_that_is_only_a_party_owns_what_stands_under_it(under: Minutes) -> None:
    lines = ["1. Dinas Perikanan", "   Mendata nelayan di dua desa.", "2. Sekretaris Desa", "   - menyusun jadwal"]
    found = under("Tindak Lanjut", *lines).follow_ups
    assert [(each.text, owners(each)) for each in found] == [
        ("Mendata nelayan di dua desa.", ["Dinas Perikanan"]),
        ("menyusun jadwal", ["Sekretaris Desa"]),
    ]


def test_a_field_of_work_over_tasks_is_no_agenda(under: Minutes) -> None:
    lines = ["Acara:", "- cari pembawa acara", "- susun rundown", "Humas:", "- sebar poster"]
    found = under("Pembahasan", "Lapak dibahas.", "", "Tugas tiap divisi", *lines).follow_ups
    assert [owners(each) for each in found] == [["Acara"], ["Acara"], ["Humas"]]


def test_a_task_after_tasks_is_no_heading_of_the_list_below(under: Minutes) -> None:
    lines = ["", "Rina: cetak dua spanduk", "", "Ketut – cat semua lapak", "", "- beli cat"]
    found = under("## Tindak Lanjut", *lines, suffix=".md").follow_ups
    assert [owners(each) for each in found] == [["Rina"], ["Ketut"], []]


def test_paragraphs_under_a_line_that_is_only_a_party(under: Minutes) -> None:
    lines = ["", "Bu Rina", "", "Cetak spanduk.", "", "Pesan nasi.", "", "Pak Ketut", "", "Cat lapak."]
    found = under("## Tugas", *lines, suffix=".md").follow_ups
    assert [owners(each) for each in found] == [["Rina"], ["Rina"], ["Ketut"]]


@pytest.mark.parametrize(
    ("heading", "who"),
    [
        ("Yang dikerjakan tukang (Pak Togar) :", ["Togar"]),
        ("Yang disiapkan Sekretaris Desa:", ["Sekretaris Desa"]),
        ("Yang harus dikerjakan oleh Rina:", ["Rina"]),
        ("Yang harus dikerjakan sebelum kunjungan Camat:", []),
    ],
)
def test_lines_without_marks_under_who_does_them(heading: str, who: list[str], under: Minutes) -> None:
    found = under("Pembahasan", "Lapak dibahas.", "", heading, "Ganti pipa pompa", "Pasang saringan air").follow_ups
    assert [(each.text, owners(each)) for each in found] == [("Ganti pipa pompa", who), ("Pasang saringan air", who)]


def test_who_holds_a_list_inside_a_topic(under: Minutes) -> None:
    lines = ("- Konsumsi", "  - Mama Sela yang pegang:", "    - pesan nasi kotak", "    - beli pisang", "- Alat",
             "  - Sound kecil")  # fmt: skip
    found = under("## Pembahasan", *lines, suffix=".md").follow_ups
    assert [(each.text, owners(each)) for each in found] == [("pesan nasi kotak", ["Sela"]), ("beli pisang", ["Sela"])]


@pytest.mark.parametrize("head", ["Hak akses tiap akun :", "Persetujuan pinjaman :"])
def test_rights_and_contacts_of_people_are_no_tasks(head: str, under: Minutes) -> None:
    lines = (head, "Kasir -> Bu Rina", "Gudang -> Pak Ketut", "", "Cat lapak -> Pak Ketut")
    assert [each.text for each in under("Pembahasan", *lines).follow_ups] == ["Cat lapak -> Pak Ketut"]


@pytest.mark.parametrize("line", ["Demo berikutnya menunggu kabar lurah", "Next weekly: Senin, jam sama"])
def test_the_next_gathering_is_no_task(line: str, under: Minutes) -> None:
    found = under("Tindak Lanjut", "- Mencetak spanduk", f"- {line}").follow_ups
    assert [each.text for each in found] == ["Mencetak spanduk"]


@pytest.mark.parametrize("heading", ["Tugas Sekretaris Desa:", "Yang harus disiapkan oleh Sekretaris Desa:"])
def test_a_heading_says_whose_tasks_it_heads(heading: str, under: Minutes) -> None:
    found = under("Pembahasan", "Lapak dibahas.", heading, "1. menyusun jadwal", "2. mencetak spanduk").follow_ups
    assert [owners(each) for each in found] == [["Sekretaris Desa"]] * 2


def test_a_heading_names_a_person_and_a_group_in_brackets(under: Minutes) -> None:
    lines = ("Lapak dibahas.", "Tugas seksi dapur (Bu Rina & ibu-ibu PKK):", "1. menyusun menu", "2. meminjam panci")
    found = under("Pembahasan", *lines).follow_ups
    assert [[owner.name for owner in each.owners] for each in found] == [["Rina", "ibu-ibu PKK"]] * 2


def test_numbered_headings_over_lists_are_no_tasks(under: Minutes) -> None:
    lines = ["### 1. Lapak", "- Dinas Perikanan mendata lapak", "- Nihil", "### 2. Spanduk", "- cetak spanduk (Rina)"]
    found = under("## Tindak Lanjut", *lines, suffix=".md").follow_ups
    assert [owners(each) for each in found] == [["Dinas Perikanan"], ["Rina"]]


def test_a_unit_over_a_numbered_list_is_no_task(under: Minutes) -> None:
    lines = ["A. Bidang Pemasaran", "   1. Mendata lapak", "   2. Mencetak spanduk", "B. Bidang Sarana",
             "   1. Mengecat lapak", "   2. Membeli timbangan"]  # fmt: skip
    found = under("Tindak Lanjut", *lines).follow_ups
    assert [owners(each) for each in found] == [["Bidang Pemasaran"]] * 2 + [["Bidang Sarana"]] * 2


def test_a_table_of_the_talk_whose_titles_are_all_labels(under: Minutes) -> None:
    table = ["", "| Agenda | Pembahasan | Kesimpulan | Tindak Lanjut |", "|---|---|---|---|",
             "| Acara | Lapak sepi. | Ditunda. | Dinas Perikanan mendata lapak |",
             "| Data | Kurang. | Dilengkapi. | - |"]  # fmt: skip
    found = under("## Pembahasan", *table, suffix=".md")
    assert [(each.text, owners(each)) for each in found.follow_ups] == [
        ("Dinas Perikanan mendata lapak", ["Dinas Perikanan"])
    ]
    assert [each.text for each in found.agreements] == ["Ditunda.", "Dilengkapi."]


def test_a_column_of_parties_under_an_unknown_title(under: Minutes) -> None:
    table = ["", "| Uraian | Titipan | Selesai |", "|---|---|---|",
             "| Mencetak spanduk | Bidang Sarana | 20 Maret 2023 |",
             "| Mendata pedagang | Dinas Perikanan | 21 Maret 2023 |"]  # fmt: skip
    found = under("## Tindak Lanjut", *table, suffix=".md").follow_ups
    assert [owners(each) for each in found] == [["Bidang Sarana"], ["Dinas Perikanan"]]


def test_a_label_that_nobody_bears_yet(under: Minutes) -> None:
    (found,) = under("Tindak Lanjut", "1. Belum ada PIC: perbaikan pagar").follow_ups
    assert found.owners == ()


def test_marks_under_the_names_of_parties_say_whose_row_it_is(under: Minutes) -> None:
    table = ["", "| No | Tindak Lanjut | Dinas Perikanan | Bappeda | Batas |", "|---|---|---|---|---|",
             "| 1 | Mendata nelayan | v | | 20 Maret 2023 |", "| 2 | Menyusun draf | v | v | - |"]  # fmt: skip
    found = under("## Tindak Lanjut", *table, suffix=".md").follow_ups
    assert [owners(each) for each in found] == [["Dinas Perikanan"], ["Dinas Perikanan", "Bappeda"]]


TABBED = {"bare numbers": ("1", "2"), "numbers with dots": ("1.", "2.")}


@pytest.mark.parametrize("numbers", TABBED.values(), ids=TABBED)
def test_lines_with_wide_gaps_under_titles_are_a_table(numbers: tuple[str, str], under: Minutes) -> None:
    lines = ["No    Kegiatan               Penanggung Jawab     Waktu",
             f"{numbers[0]}     Mencetak spanduk       Rina Anggraini       20 Maret 2023",
             f"{numbers[1]}     Mendata nelayan        Dinas Perikanan      setiap bulan"]  # fmt: skip
    found = under("Pembahasan", "Lapak sepi.", "", "Tindak Lanjut", *lines).follow_ups
    assert [(each.text, owners(each), due(each)) for each in found] == [
        ("Mencetak spanduk", ["Rina Anggraini"], "2023-03-20"),
        ("Mendata nelayan", ["Dinas Perikanan"], None),
    ]


def test_lines_with_wide_gaps_without_titles_are_points(under: Minutes) -> None:
    lines = ["1. Mencetak spanduk      Rina Anggraini", "2. Mendata nelayan      Ketut"]
    found = under("Tindak Lanjut", *lines).follow_ups
    assert [owners(each) for each in found] == [["Rina Anggraini"], ["Ketut"]]


def test_rows_that_only_tell_or_decide_give_nobody_work(under: Minutes) -> None:
    table = ["", "| No | Uraian | PIC | Target |", "|---|---|---|---|", "| 1 | Lapak timur sepi. | Info | - |",
             "| 2 | Retribusi tetap. | Kesepakatan | - |", "| 3 | Mencetak spanduk | Rina | 20/03/2023 |"]  # fmt: skip
    result = under("## Tindak Lanjut", *table, suffix=".md")
    assert [each.text for each in result.follow_ups] == ["Mencetak spanduk"]
    assert [each.text for each in result.agreements] == ["Retribusi tetap."]


def test_an_open_row_is_a_task_whoever_does_it(under: Minutes) -> None:
    table = ["", "| No | Pembahasan / Tindak Lanjut | PIC | Target | Status |", "|---|---|---|---|---|",
             "| 1 | Lapak timur sepi. | | | |", "| 2 | Uji coba lampu lapak | TBA | | Open |",
             "| 3 | Mencetak spanduk | Rina | 20/03/2023 | Open |"]  # fmt: skip
    found = under("## Pembahasan", *table, suffix=".md").follow_ups
    assert [(each.text, owners(each)) for each in found] == [
        ("Uji coba lampu lapak", []),
        ("Mencetak spanduk", ["Rina"]),
    ]


def test_a_heading_without_text_at_the_end_is_no_task(under: Minutes) -> None:
    lines = ("1. Mencetak spanduk (Rina)", "", "III. DOKUMENTASI")
    assert [each.text for each in under("II. TINDAK LANJUT", *lines).follow_ups] == ["Mencetak spanduk (Rina)"]


def test_a_list_in_a_cell_is_a_task_each(under: Minutes) -> None:
    tasks = "a. Rina Anggraini mencetak spanduk, 20 Maret 2023. b. Dinas Perikanan memasang spanduk."
    table = ["", "| Isu | Kesimpulan | Tindak Lanjut |", "|---|---|---|", f"| Spanduk | Warnanya biru. | {tasks} |"]
    found = [(owners(each), due(each)) for each in under("## Matriks", *table, suffix=".md").follow_ups]
    assert found == [(["Rina Anggraini"], "2023-03-20"), (["Dinas Perikanan"], None)]


def test_a_row_without_owner_column_tells_its_owner_itself(under: Minutes) -> None:
    table = ["", "| No | Tindak Lanjut | Keterangan |", "|---|---|---|",
             "| 1 | Dinas Perikanan mendata nelayan paling lambat 20 Maret 2023 | |"]  # fmt: skip
    (follow_up,) = under("## Tindak Lanjut", *table, suffix=".md").follow_ups
    assert (owners(follow_up), due(follow_up)) == (["Dinas Perikanan"], "2023-03-20")


# --- the discussion --------------------------------------------------------------------------------------------------

TALK = {
    "subject": ("Dinas Perikanan akan mengirimkan data nelayan paling lambat 20 Maret 2023.", ["Dinas Perikanan"]),
    "instruction": ("Kepala Desa diminta melengkapi berkas izin.", ["Kepala Desa"]),
    "asked": ("Ketua rapat meminta Rina Anggraini mencetak spanduk.", ["Rina Anggraini"]),
    "two owners": ("Rina Anggraini dan Ketut Darma akan mencetak spanduk.", ["Rina Anggraini", "Ketut Darma"]),
    "instead of another act": (
        "Ketua rapat meminta Rina Anggraini tidak mencari kain, tetapi mencetak spanduk kertas.", ["Rina Anggraini"],
    ),
    "a report still to be made": (
        "Rina Anggraini melaporkan keadaan lapak kepada Sekretaris Desa pada 20 Maret 2023.", ["Rina Anggraini"],
    ),
    "what is told of a thing": (
        "Daftar yang sudah diperiksa dicetak oleh Rina Anggraini pada 20 Maret 2023.", ["Rina Anggraini"],
    ),
    "second sentence": ("Spanduk lama rusak. Rina Anggraini akan mencetak spanduk.", ["Rina Anggraini"]),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "who"), TALK.values(), ids=TALK.keys())
def test_a_commitment_in_the_discussion(sentence: str, who: list[str], under: Minutes) -> None:
    (follow_up,) = under("Pembahasan", f"1. {sentence}", "2. Pasar sepi sejak Januari.").follow_ups
    assert (owners(follow_up), follow_up.where.value) == (who, "discussion")
    assert "from_discussion" in follow_up.review_reasons and follow_up.text == sentence.split("rusak. ")[-1]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dinas Perikanan tidak akan mengirimkan data nelayan.",
        "Rina Anggraini sudah mencetak spanduk.",
        "Rina Anggraini menyampaikan bahwa pedagang mengeluh.",
        "Program ini berjalan sejak tahun 2019.",
        "Semoga lapak baru dapat ramai.",
        "Lapak timur perlu diberi atap.",
        "Rapat berikutnya akan diadakan pada 4 April 2023.",
        "Dinas Perikanan bersidang lagi pada hari Selasa, 4 April 2023.",
        "Sisik jangan dibuang ke kali, nanti ditegur Dinas Perikanan.",
        "Apakah Dinas Perikanan akan mengirim petugas?",
        "Putusan pengadilan mewajibkan Dinas Perikanan membayar ganti rugi.",
        "Beliau menyarankan agar Dinas Perikanan mengikuti aturan lama.",
        "Rina Anggraini merasa itu tugas Ketut Darma, bukan pasar.",
        "Sesudah adu pendapat, Ketut Darma membuat ringkasan:",
    ],
    ids=[
        "negated", "done", "report", "history", "hope", "to nobody", "next meeting", "meets again", "warning",
        "question", "law", "advice", "opinion", "leads to a list",
    ],
)
def test_no_commitment(sentence: str, under: Minutes) -> None:
    assert under("Pembahasan", f"1. {sentence}", "2. Gudang penuh.").follow_ups == ()


@pytest.mark.parametrize("sentence", ["Semoga lapak baru dapat ramai.", "Lapak timur perlu diberi atap."])
def test_hopes_and_advice_are_suggestions(sentence: str, under: Minutes) -> None:
    assert [item.text for item in under("Pembahasan", f"1. {sentence}", "2. Gudang penuh.").suggestions] == [sentence]


def test_an_action_said_twice_is_one_follow_up(under: Minutes) -> None:
    sentence = "Rina Anggraini akan mencetak dua lembar spanduk pasar."
    result = under("Pembahasan", f"1. {sentence}", "2. Gudang penuh.", "", "Tindak Lanjut", f"1. {sentence}")
    assert [each.where.value for each in result.follow_ups] == ["section"]


# --- evidence --------------------------------------------------------------------------------------------------------


def test_who_is_named_twice_in_a_task_owns_it_once(under: Minutes) -> None:
    task = "1. Undangan disiapkan Pak Ketut, dan Pak Ketut juga akan membuka balai."
    (only,) = under("Tindak Lanjut:", task).follow_ups
    assert owners(only) == ["Ketut"]


@pytest.mark.parametrize(("when", "found"), [("", 0), (" paling lambat 30 Maret", 1)])
def test_what_is_coordinated_by_whom_is_a_task_with_a_day_only(when: str, found: int, under: Minutes) -> None:
    told = under("Pembahasan:", f"Lelang lapak berada di bawah koordinasi Dinas Perikanan{when}.").follow_ups
    assert len(told) == found


@pytest.mark.parametrize(
    ("heading", "who"),
    [
        ("Seksi Acara (Yayasan Melati)", ["Yayasan Melati"]),
        ("Tim Aset (Dinas Perikanan)", ["Tim Aset"]),
    ],
)
def test_the_body_that_does_the_work_of_a_section(heading: str, who: list[str], under: Minutes) -> None:
    found = under("Tindak Lanjut:", heading, "- menyewa tenda", "- mencetak undangan").follow_ups
    assert [owners(each) for each in found] == [who, who]


@pytest.mark.parametrize(
    ("point", "status"),
    [
        ("bayar sewa balai - sdh (Rina)", "done"),
        ("ambil kotak suara - sudah beres", "done"),
        ("ambil kotak suara - yang sudah dicat", "open"),
        ("urus izin - sudah ditagih dua kali, Rina", "done"),
    ],
)
def test_said_to_be_done_behind_a_dash(point: str, status: str, under: Minutes) -> None:
    told = under("Tindak Lanjut:", f"- {point}", "- mencetak undangan").follow_ups
    assert told[0].status == status


def test_owner_and_deadline_quote_their_source(under: Minutes) -> None:
    (follow_up,) = under("Tindak Lanjut", "1. Mencetak spanduk (Rina Anggraini) paling lambat 20 Maret 2023").follow_ups
    assert follow_up.owners[0].evidence.quote == "Rina Anggraini"
    assert follow_up.due is not None and follow_up.due.evidence.quote == "paling lambat 20 Maret 2023"
    assert follow_up.evidence.quote == follow_up.text


def test_who_is_named_under_a_heading_of_orders_has_to_do_it(under: Minutes) -> None:
    orders = ("Arahan Kepala Desa", "1. Sekretaris Desa menyampaikan surat kepada camat", "2. Cuaca makin panas")
    found = under("Pembahasan", "Stok solar dibahas.", *orders)
    assert [(each.text, owners(each), each.where.value) for each in found.follow_ups] == [
        ("Sekretaris Desa menyampaikan surat kepada camat", ["Sekretaris Desa"], "discussion")
    ]


def test_a_slash_that_stands_apart_divides_an_owner_cell(minutes: Minutes) -> None:
    head = "| Tindak Lanjut | PIC | Tenggat |\n|---|---|---|\n"
    table = f"{head}| Memeriksa depot air | Sanitarian / Promkes | 20 Maret |"
    (found,) = minutes(f"# Notula Rapat\n\nTanggal: 14 Maret 2023\n\n{table}\n", suffix=".md").follow_ups
    assert owners(found) == ["Sanitarian", "Promkes"]


def test_an_action_column_that_only_counts_the_rows_is_none(minutes: Minutes) -> None:
    head = "| Item | Description | Action by | Due |\n|---|---|---|---|\n"
    rows = "| 17.3 | Memasang pagar | Bu Lastri | 20 Maret |\n| 17.5 | Menguji pompa | @ani @budi | 21 Maret |"
    found = minutes(f"# Notula Rapat\n\nTanggal: 14 Maret 2023\n\n{head}{rows}\n", suffix=".md").follow_ups
    assert [each.text for each in found] == ["Memasang pagar", "Menguji pompa"]
    assert len(found[1].owners) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Dinas Perikanan menyatakan siap membantu.", id="help without a word of what"),
        pytest.param("Dinas Perikanan hendaknya membina nelayan.", id="an opinion"),
        pytest.param("Ibu Rina (Dinas Perikanan) berbagi pengalaman lapangan:", id="what somebody tells"),
        pytest.param("Pak Ketut memperkenalkan diri sebagai ketua baru.", id="an introduction"),
    ],
)
def test_goodwill_is_no_task(sentence: str, under: Minutes) -> None:
    assert under("Pembahasan", "Stok solar dibahas.", sentence).follow_ups == ()


def test_an_arrow_to_nobody(under: Minutes) -> None:
    (found,) = under("Tindak Lanjut", "1. undangan tokoh desa -> belum ditentukan").follow_ups
    assert found.owners == ()


def test_a_label_under_a_persons_heading_is_theirs(under: Minutes) -> None:
    found = under("Pembahasan", "Rina Anggraini:", "Plan: mencetak spanduk", "", "Ketut Darma:", "Plan: sewa tenda")
    assert [(each.text, owners(each)) for each in found.follow_ups] == [
        ("mencetak spanduk", ["Rina Anggraini"]),
        ("sewa tenda", ["Ketut Darma"]),
    ]


def test_who_acts_in_a_later_sentence_of_a_point_owns_it(under: Minutes) -> None:
    (found,) = under("Tindak Lanjut", "1. Arsip. Rak sudah penuh. Dinas Perikanan membeli rak baru.").follow_ups
    assert owners(found) == ["Dinas Perikanan"]


def test_a_small_letter_behind_a_blank_line_does_not_join_items_in_small_letters(under: Minutes) -> None:
    lines = ["1) surat ke camat (Rina)", "2) cek ulang lapak kosong", "", "rapat lapak menyusul, tanggal belum ada."]
    found = under("Tindak Lanjut", *lines).follow_ups
    assert [each.text for each in found] == ["surat ke camat (Rina)", "cek ulang lapak kosong"]


def test_how_soon_a_task_is_finished_does_not_make_it_done(under: Minutes) -> None:
    (found,) = under("Tindak Lanjut", "1. Dinas Perikanan mendata nelayan, selesai dalam 10 hari kerja").follow_ups
    assert found.status is Status.OPEN


def test_the_day_by_which_a_task_is_finished_does_not_make_it_done(under: Minutes) -> None:
    (found,) = under("Tindak Lanjut", "1. Mencetak spanduk, selesai Jumat").follow_ups
    assert found.status.value == "open"


@pytest.mark.parametrize(
    ("cell", "status"), [("selesai pawai", "open"), ("Selesai", "done"), ("selesai dilaksanakan", "done")]
)
def test_a_deadline_cell_that_says_after_what_is_not_done(cell: str, status: str, under: Minutes) -> None:
    table = ["", "| Tugas | PIC | Waktu |", "|---|---|---|", f"| Menyapu jalan | Rina | {cell} |"]
    found = under("## Tindak Lanjut", *table, suffix=".md").follow_ups
    assert [each.status.value for each in found] == [status]


def test_short_names_of_offices_that_look_like_verbs_head_their_tasks(under: Minutes) -> None:
    lines = ["Disporapar", "- juknis lomba sampan", "Dishub & Satpol PP", "- survei rute", "Togar Ali", "- sewa tenda"]
    found = under("Masing-masing dinas menyiapkan :", *lines).follow_ups
    assert [owners(each)[:1] for each in found] == [["Disporapar"], ["Dishub"], ["Togar Ali"]]


def test_what_who_and_when_on_lines_of_their_own(under: Minutes) -> None:
    lines = ("1. Apa: cetak spanduk", "   Siapa: Rina Anggraini", "   Kapan: 20 Maret 2023", "2. Apa: sewa tenda")
    first, second = under("Action Plan", *lines, "   Siapa: Ketut Darma", "   Kapan: 21 Maret 2023").follow_ups
    assert (owners(first), due(first)) == (["Rina Anggraini"], "2023-03-20")
    assert (owners(second), due(second)) == (["Ketut Darma"], "2023-03-21")


def test_a_labelled_item_is_of_the_party_over_its_list(under: Minutes) -> None:
    first = ("1. Dinas Perikanan", "   a. Data siap.", "   b. RTL: cetak peta")
    found = under("Pembahasan", *first, "2. Sekretaris Desa", "   a. RTL: sewa tenda").follow_ups
    assert [(each.text, owners(each)) for each in found] == [
        ("cetak peta", ["Dinas Perikanan"]),
        ("sewa tenda", ["Sekretaris Desa"]),
    ]


def test_who_is_charged_in_a_list(under: Minutes) -> None:
    found = under("Pembahasan", "Kas cukup.", "Selanjutnya ditugaskan kepada:", "1. Rina Anggraini untuk mencetak peta")
    assert [(each.where.value, owners(each)) for each in found.follow_ups] == [("section", ["Rina Anggraini"])]


@pytest.mark.parametrize(
    ("remark", "status"),
    [
        ("(sudah dicetak)", "done"),
        ("(naskahnya sudah ditulis Ketut)", "open"),
        (", selesai", "done"),
        (", selesai Juni 2023", "open"),
        (", rampung sepuluh hari lagi", "open"),
        (", selesai Januari 2023", "done"),
        (", Jumat sudah ditandatangani", "open"),
    ],
)
def test_what_a_bracket_says_is_done(remark: str, status: str, under: Minutes) -> None:
    (found,) = under("Tindak Lanjut", f"1. Mencetak spanduk {remark}").follow_ups
    assert found.status.value == status


def test_talk_that_commits_somebody_is_open_whatever_it_says_is_done(under: Minutes) -> None:
    text = "Peta sudah selesai dicetak, Rina Anggraini akan mengirimnya ke bank 20 Maret 2023."
    (found,) = under("Pembahasan", text).follow_ups
    assert found.status.value == "open"


@pytest.mark.parametrize(
    "point",
    [
        pytest.param("Rina Anggraini sudah mengirim surat ke bank.", id="active"),
        pytest.param("Rina Anggraini membeli proyektor. Sudah selesai.", id="sentence-behind"),
    ],
)
def test_points_that_tell_of_something_done(point: str, under: Minutes) -> None:
    (only,) = under("Tindak Lanjut", f"1. {point}").follow_ups
    assert only.status is Status.DONE


def test_what_has_to_be_done_by_then_is_open(under: Minutes) -> None:
    (only,) = under("Tindak Lanjut", "1. Rina Anggraini harus sudah mengirim surat 20 Maret 2023.").follow_ups
    assert only.status is Status.OPEN


def test_labels_of_the_deadline_do_not_stay_in_the_action(under: Minutes) -> None:
    lines = ("1. Membeli tinta (PIC: Rina, deadline: 11 Mei 2023)", "2. Membeli kertas, PIC Rina, target 10 Mei 2023.")
    assert [each.action for each in under("Tindak Lanjut", *lines).follow_ups] == ["Membeli tinta", "Membeli kertas"]


def test_the_day_of_another_task_is_no_event(under: Minutes) -> None:
    lines = ("- Rina -> pesan spanduk (20 Maret 2023)", "- Ketut -> hadiah lomba, H-3")
    assert [each.due and each.due.date for each in under("Tindak Lanjut", *lines).follow_ups] == ["2023-03-20", None]


def test_a_paragraph_of_tasks_is_a_task_each_sentence(under: Minutes) -> None:
    text = "Rina mencetak spanduk. Pak Gede menyewa tenda, Jumat. Cari pinjaman kursi."
    found = under("Tindak Lanjut", text).follow_ups
    assert [each.text.split()[0] for each in found] == ["Rina", "Pak", "Cari"]
    assert [[owner.name for owner in each.owners] for each in found] == [["Rina"], ["Gede"], []]


def test_a_paragraph_that_tells_more_of_its_task_is_one(under: Minutes) -> None:
    assert len(under("Tindak Lanjut", "Rina mencetak spanduk. Ukurannya tiga kali satu meter.").follow_ups) == 1


BOTH = {
    "what is told before": ("Keduanya diminta mengirimkannya paling lambat 20 Maret 2023.", True),
    "what is told here": ("Keduanya diminta mencetak spanduk paling lambat 20 Maret 2023.", False),
}


@pytest.mark.parametrize(("sentence", "whole"), BOTH.values(), ids=BOTH)
def test_both_are_those_of_the_sentence_before(sentence: str, whole: bool, under: Minutes) -> None:
    before = "Daftar dari Dinas Perikanan dan Bendahara belum masuk."
    (follow_up,) = under("Pembahasan", f"{before} {sentence}").follow_ups
    assert owners(follow_up) == ["Dinas Perikanan", "Bendahara"]
    assert follow_up.text == (f"{before} {sentence}" if whole else sentence)


def test_whom_the_sentence_before_commits_is_meant_by_he(under: Minutes) -> None:
    text = "Pak Ketut ditugaskan mencetak spanduk. Beliau juga akan menyiapkan papan nama lusa."
    first, second = under("Pembahasan", text).follow_ups
    assert (owners(first), owners(second), due(second)) == (["Ketut"], ["Ketut"], "2023-03-16")


def test_a_cell_that_says_the_same_is_the_one_above(under: Minutes) -> None:
    table = ["", "| No | Tindak Lanjut | PIC | Target |", "|---|---|---|---|",
             "| 1 | Mencetak spanduk | Rina | 20/03/2023 |", "| 2 | Memasang spanduk | sda | s.d.a |"]  # fmt: skip
    found = under("## Tindak Lanjut", *table, suffix=".md").follow_ups
    assert [(owners(each), due(each)) for each in found] == [(["Rina"], "2023-03-20")] * 2


def test_those_concerned_own_what_they_are_asked_for(under: Minutes) -> None:
    text = "Pelatihan: tiga pedagang belum ikut, yang bersangkutan dimohon mendaftar sebelum 20 Maret 2023."
    (follow_up,) = under("Pembahasan", f"- {text}").follow_ups
    assert (owners(follow_up), due(follow_up)) == (["yang bersangkutan"], "2023-03-20")


def test_whom_the_point_before_reports_is_meant_by_he(under: Minutes) -> None:
    lines = ["- Pak Ketut mengingatkan jadwal pompa.", "- Beliau menyanggupi mengirim tukang besok."]
    (follow_up,) = under("Pembahasan", *lines).follow_ups
    assert [owner.name for owner in follow_up.owners] == ["Ketut"]
    lines.insert(1, "- Pompa kedua rusak.")
    assert [owner.name for each in under("Pembahasan", *lines).follow_ups for owner in each.owners] != ["Ketut"]


@pytest.mark.parametrize(
    ("cell", "who", "when"),
    [
        pytest.param("Rina / 20 Maret 2023", ["Rina"], "2023-03-20", id="slash"),
        pytest.param("Rina, Ketut / besok", ["Rina", "Ketut"], "2023-03-15", id="several"),
        pytest.param("Dinas Perikanan (akhir Maret)", ["Dinas Perikanan"], "2023-03-31", id="bracket"),
        pytest.param("Rina / Bendahara", ["Rina", "Bendahara"], None, id="no-day"),
    ],
)
def test_a_deadline_behind_the_name_in_its_cell(cell: str, who: list[str], when: str | None, under: Minutes) -> None:
    table = ("| No | Tindak Lanjut | PIC / Due |", "|---|---|---|", f"| 1 | Mencetak spanduk lomba | {cell} |")
    (only,) = under("## Tindak Lanjut", "", *table, suffix=".md").follow_ups
    assert (owners(only), due(only)) == (who, when)


def test_a_short_date_behind_the_name(under: Minutes) -> None:
    rows = ("| 1 | Mencetak spanduk | Rina / H-3 lomba |", "| 2 | Menyewa tenda | Ketut / 20/3 |")
    table = ("| No | Tindak Lanjut | PIC / Due |", "|---|---|---|", *rows, "", "Lomba dilaksanakan 30 Maret 2023.")
    assert [due(each) for each in under("## Tindak Lanjut", "", *table, suffix=".md").follow_ups] == [
        "2023-03-27", "2023-03-20",
    ]  # fmt: skip


def test_a_deadline_in_the_last_cell_of_a_line(under: Minutes) -> None:
    lines = ("- [ ] sampul baru, 2 pilihan\tRina\t2 minggu", "- [ ] undang peninjau\tKetut\takhir Maret")
    assert [due(each) for each in under("Tindak Lanjut", *lines).follow_ups] == ["2023-03-28", "2023-03-31"]


def test_of_two_deadlines_the_one_of_the_owner(under: Minutes) -> None:
    text = "Izin lapak diperpanjang sampai 30 Juni 2023; Rina menyampaikan berkas kepada camat sebelum 20 Maret 2023."
    (only,) = under("Tindak Lanjut", f"1. {text}").follow_ups
    assert (owners(only), due(only)) == (["Rina"], "2023-03-20")


def test_days_before_the_event_are_not_counted_from_the_next_meeting(under: Minutes) -> None:
    lines = ("- Pasar malam dilaksanakan 30 Maret 2023", "- Rina pesan tenda, H-3", "", "Kumpul lagi 21 Maret 2023.")
    assert [due(each) for each in under("Pembahasan", *lines).follow_ups] == ["2023-03-27"]


def test_a_list_below_a_label_under_the_heading_of_a_unit(under: Minutes) -> None:
    lines = ("### Divisi Humas", "Kendala: sponsor belum merespons.", "Tindak lanjut:", "- cari sponsor lain")
    (only,) = under("## Laporan", "", *lines, suffix=".md").follow_ups
    assert owners(only) == ["Divisi Humas"]


def test_what_a_speaker_says_he_will_do_with_a_bare_verb(under: Minutes) -> None:
    (only,) = under("Pembahasan", "Pak Ketut:", "- akan ganti pompa minggu ini").follow_ups
    assert owners(only) == ["Ketut"]


@pytest.mark.parametrize(
    ("target", "status", "day"),
    [
        pytest.param("20 Maret 2023", "proses, molor ke 27/3", "2023-03-27", id="moved-on"),
        pytest.param("", "belum, target 27 Maret", "2023-03-27", id="the-only-one"),
        pytest.param("20 Maret 2023", "target 60%", "2023-03-20", id="no-day"),
        pytest.param("10 Maret", "Open, cat habis. Target baru 29 Maret", "2023-03-29", id="passed-no-year"),
        pytest.param("20 Maret 2023", "Open, reschedule 24 Mar", "2023-03-24", id="rescheduled"),
        pytest.param("", "jalan 60%, tetap 24 Maret", "2023-03-24", id="as-before"),
        pytest.param("20 Maret 2023", "menunggu lomba 30 Maret, lalu geser jadwal", "2023-03-20", id="before-the-word"),
        pytest.param("20 Maret 2023", "proses, surat dikirim 27/3", "2023-03-20", id="another-day"),
    ],
)
def test_a_deadline_told_with_the_status(target: str, status: str, day: str, under: Minutes) -> None:
    table = ("| Tindak Lanjut | PIC | Target | Status |", "|---|---|---|---|")
    row = f"| Mencetak peta | Rina | {target} | {status} |"
    (only,) = under("## Tindak Lanjut", "", *table, row, suffix=".md").follow_ups
    assert due(only) == day


def test_days_counted_from_what_the_row_says_ends(under: Minutes) -> None:
    table = ("| Tindak Lanjut | PIC | Target |", "|---|---|---|", "| Perpanjang sewa (habis 30 Maret) | Rina | H-7 |")
    (only,) = under("## Tindak Lanjut", "", *table, suffix=".md").follow_ups
    assert due(only) == "2023-03-23"


def test_days_counted_from_what_a_topic_is_called(under: Minutes) -> None:
    talk = ("", "### Kunjungan tamu", "", "Dua orang dari provinsi datang 27 Maret. Mereka makan di balai.", "")
    found = under("## Pembahasan", *talk, "## Tugas", "", "- Rina menata kursi, H-2 kunjungan", suffix=".md").follow_ups
    assert [due(each) for each in found] == ["2023-03-25"]


def test_days_counted_from_a_topic_that_only_they_call_an_event(under: Minutes) -> None:
    talk = ("", "### Selametan", "", "Balai dipinjamkan untuk itu tgl 27 Maret. Tikar cukup.", "")
    found = under("## Pembahasan", *talk, "## Tugas", "", "- Rina menata tikar, H-2 selametan", suffix=".md").follow_ups
    assert [due(each) for each in found] == ["2023-03-25"]


def test_decisions_in_a_table_of_tasks_are_none(under: Minutes) -> None:
    table = ("| No | Kesepakatan | Siapa | Bila |", "|---|---|---|---|", "| 1 | Menata kursi | Rina | besok |",
             "| 2 | Loket tutup pukul 15.00 | | |")  # fmt: skip
    found = under("## Kesepakatan dan Tindak Lanjut", "", *table, suffix=".md").follow_ups
    assert [(each.text, due(each)) for each in found] == [("Menata kursi", "2023-03-15")]


def test_the_open_tasks_of_an_earlier_meeting_by_owner_and_status(under: Minutes) -> None:
    table = ("| Rencana | PJ | Status |", "|---|---|---|", "| Mengganti label obat | Rina | proses 60% |",
             "| Memasang lampu | Ketut | selesai 2/3 |")  # fmt: skip
    found = under("## Tindak lanjut rapat bulan lalu", "", *table, suffix=".md").follow_ups
    assert [(each.text, owners(each)) for each in found] == [("Mengganti label obat", ["Rina"])]


@pytest.mark.parametrize("action", ["Mencetak spanduk – done", "Selesai saat cek", "Tuntas pada saat kunjungan"])
def test_a_row_that_says_it_is_done(action: str, under: Minutes) -> None:
    table = ("| No | Tindak Lanjut | PIC |", "|---|---|---|", f"| 1 | {action} | Rina |")
    (only,) = under("## Tindak Lanjut", "", *table, suffix=".md").follow_ups
    assert only.status is Status.DONE


REPORT = """| Bidang | Sudah | Lagi jalan | Akan |
|---|---|---|---|
| Humas | poster dicetak | mencari radio | menempel poster<br>menulis siaran pers, Kamis |
| Perlengkapan | - | - | Nihil |
"""


def test_a_table_of_what_is_done_and_planned(under: Minutes) -> None:
    found = under("Laporan bidang", REPORT).follow_ups
    assert [(each.text, owners(each), due(each)) for each in found] == [
        ("menempel poster", ["Humas"], None),
        ("menulis siaran pers, Kamis", ["Humas"], "2023-03-16"),
    ]


def test_the_line_over_a_table_owns_its_plans(under: Minutes) -> None:
    table = "| Telah dilaksanakan | Rencana pekan depan |\n|---|---|\n| lelang ikan | menimbang ikan asin |\n"
    found = under("Laporan", f"**Dinas Perikanan**\n\n{table}\n**Sekretaris Desa**\n\n{table}").follow_ups
    assert [(each.text, owners(each)) for each in found] == [
        ("menimbang ikan asin", ["Dinas Perikanan"]),
        ("menimbang ikan asin", ["Sekretaris Desa"]),
    ]


def test_lists_of_what_is_done_and_planned_under_their_units(under: Minutes) -> None:
    report = "### {}\n\n**Sudah**\n\n- Lelang ikan\n\n**Akan**\n\n- {}\n"
    text = report.format("A. Dinas Perikanan", "Timbang ikan") + report.format("B. Sekretaris Desa", "Cetak karcis")
    found = under("Laporan unit", text).follow_ups
    assert [(each.text, owners(each)) for each in found] == [
        ("Timbang ikan", ["Dinas Perikanan"]),
        ("Cetak karcis", ["Sekretaris Desa"]),
    ]


def test_tasks_of_a_line_that_each_name_their_owners_in_brackets(under: Minutes) -> None:
    line = "- Surat ke Camat (Rina Anggraini), pinjam timbangan ikan (Ketut Darma & Dinas Perikanan)"
    found = under("Pembagian tugas", line).follow_ups
    assert [(each.text, owners(each)) for each in found] == [
        ("Surat ke Camat (Rina Anggraini)", ["Rina Anggraini"]),
        ("pinjam timbangan ikan (Ketut Darma & Dinas Perikanan)", ["Ketut Darma", "Dinas Perikanan"]),
    ]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        pytest.param("Cat kios (Rina Anggraini) dan pasang lampu (Ketut Darma).", 2, id="verbs"),
        pytest.param("Tagih kios blok A (Rina Anggraini) dan blok B (Ketut Darma)", 1, id="one-verb"),
        pytest.param("Tagih kios lama (blok A), kios baru (Ketut Darma)", 1, id="no-owner"),
    ],
)
def test_brackets_of_one_task(line: str, count: int, under: Minutes) -> None:
    assert len(under("Pembagian tugas", f"- {line}").follow_ups) == count


@pytest.mark.parametrize("heading", ["Pembahasan", "Tindak Lanjut"])
def test_each_party_of_a_list_that_is_called_on(heading: str, under: Minutes) -> None:
    lead = "Dinas berikut agar menyerahkan data nelayan kepada panitia paling lambat tanggal 20 Maret 2023:"
    found = under(heading, lead, "- Dinas Perikanan (jumlah perahu)", "- Dinas Sosial").follow_ups
    assert [(each.text, owners(each), due(each)) for each in found] == [
        ("Dinas Perikanan (jumlah perahu)", ["Dinas Perikanan"], "2023-03-20"),
        ("Dinas Sosial", ["Dinas Sosial"], "2023-03-20"),
    ]


def test_a_list_of_those_whom_somebody_has_to_invite_calls_on_none_of_them(under: Minutes) -> None:
    lines = ("Sekretaris Desa diminta mengundang pihak berikut:", "- Dinas Perikanan", "- Dinas Sosial")
    found = under("Pembahasan", *lines).follow_ups
    assert "Dinas Sosial" not in [each.text for each in found]


@pytest.mark.parametrize(
    "point",
    [
        "cek gudang (siapa aja yg sempat)",
        "cek gudang, tidak jelas siapa",
        "cek gudang - belum ada yang mau",
        "cek gudang (PIC: belum ditunjuk)",
        "cek gudang: siapa saja",
    ],
)
def test_whoever_can_is_nobody(point: str, under: Minutes) -> None:
    (found,) = under("Tindak Lanjut", f"- {point}").follow_ups
    assert owners(found) == []
    assert found.action == "cek gudang"


def test_a_list_of_the_talk_that_shares_out_work(under: Minutes) -> None:
    lead = "Pasar dibuka lagi 1 April. Pembagian kekurangan kios:"
    lines = ("- Ketut Darma: papan nama", "- Mengecat pintu – Rina Anggraini", "- Denah, Dinas Perikanan, 20 Maret")
    found = under("Pembahasan", lead, *lines).follow_ups
    assert [(owners(each), each.where.value) for each in found] == [
        (["Ketut Darma"], "discussion"),
        (["Rina Anggraini"], "discussion"),
        (["Dinas Perikanan"], "discussion"),
    ]


LABELLED = {
    "who and when": "1. Struk tidak tercetak.\n   Dikerjakan oleh: Rina Anggraini\n   Jatuh tempo: 20 Maret 2023\n",
    "short labels": "1. Membeli tinta\n   PJ : Rina Anggraini\n   Selesai : 20 Maret 2023\n",
}


@pytest.mark.parametrize("heading", ["Pembahasan", "Tindak Lanjut"])
@pytest.mark.parametrize("point", LABELLED.values(), ids=LABELLED.keys())
def test_labels_under_a_point_say_who_and_when(heading: str, point: str, minutes: Minutes) -> None:
    found = minutes(f"NOTULEN RAPAT\nTanggal: 6 Maret 2023\nTempat: Balai\n\n{heading}\n{point}").follow_ups
    assert [(owners(each), due(each)) for each in found] == [(["Rina Anggraini"], "2023-03-20")]


@pytest.mark.parametrize(("head", "what", "who", "when"), [
    ("", "Uraian", "Penanggung jawab", "Tenggat"),
    ("", "Kegiatan", "Pelaksana", "Waktu"),
    ("Tugas {}", "Deskripsi", "PIC", "Deadline"),
    ("", "{}. Tindakan", "Petugas", "Batas waktu"),
])  # fmt: skip
def test_tasks_told_in_lines_with_labels(head: str, what: str, who: str, when: str, under: Minutes) -> None:
    lines = [
        line.format(number)
        for number, task in enumerate(("Mencetak spanduk", "Menyewa tenda"), start=1)
        for line in (head, f"{what}: {task}", f"{who}: Rina Anggraini", f"{when}: 20 Maret 2023")
        if line
    ]
    first, second = under("Tindak Lanjut", *lines).follow_ups
    assert (first.text, second.text) == ("Mencetak spanduk", "Menyewa tenda")
    assert owners(first) == owners(second) == ["Rina Anggraini"]
    assert due(first) == due(second) == "2023-03-20"


@pytest.mark.parametrize(
    ("line", "who"),
    [
        pytest.param("- OPD terkait agar mendata pedagang.", ["OPD terkait"], id="those-concerned"),
        pytest.param("- Instansi terkait segera melengkapi berkas.", ["Instansi terkait"], id="bodies-concerned"),
        pytest.param("- Camat agar menganggarkan dana pendamping.", ["Camat"], id="ordered-to-budget"),
        pytest.param("- TODO Rina Anggraini: mengetes paket", ["Rina Anggraini"], id="todo-of-somebody"),
        pytest.param("- [ ] Rina Anggraini cek paket", ["Rina Anggraini"], id="box-before-a-name"),
        pytest.param("- [ ] kirim log (Rina Anggraini)", ["Rina Anggraini"], id="box-and-bracket"),
        pytest.param("- Konsumsi disiapkan oleh Karang Taruna", ["Karang Taruna"], id="by-a-body"),
        pytest.param("- ukur gudang @rina @ketut", ["rina", "ketut"], id="handles-behind-a-task"),
        pytest.param("- gudang bocor @rina", None, id="handle-behind-a-complaint"),
        pytest.param("- kirim denah ke @rina", None, id="handle-of-a-recipient"),
        pytest.param("- yang ngepel aula Pak Ketut, teras Bu Rina", ["Ketut", "Rina"], id="each-for-a-thing"),
        pytest.param("- yang ngepel aula Pak Ketut, usul dari Bu Rina", ["Ketut"], id="who-suggested-it"),
        pytest.param("- yang ngepel aula Pak Ketut, bukan Bu Rina", ["Ketut"], id="and-not-another"),
        pytest.param("- jemputnya Bu Rina dibantu Pak Ketut tgl 9 Maret", ["Rina", "Ketut"], id="noun-of-a-job"),
        pytest.param("- kiosnya Bu Rina tgl 9 Maret", None, id="noun-of-a-thing"),
        pytest.param("- buku tamu – tugas Rina Anggraini, juga 9 Maret", ["Rina Anggraini"], id="duty-behind-a-dash"),
        pytest.param("- buku tamu – tugas bersama, juga 9 Maret", None, id="duty-of-nobody"),
        pytest.param("- ukur gudang (Rina, backup Ketut)", ["Rina", "Ketut"], id="backup"),
        pytest.param("- Rina negosiasi tarif aula sama pengelolanya", ["Rina"], id="negotiates"),
        pytest.param("- Rina ngobrol dulu sama pemilik aula", ["Rina"], id="talks-to-somebody"),
        pytest.param("- Rina kemarin ngobrol sama pemilik aula", None, id="talked-yesterday"),
        pytest.param("- kunci aula di laci; Rina memesankan gandanya", ["Rina"], id="does-behind-a-semicolon"),
        pytest.param("- Selamat datang buat tetangga baru, Rina, mulai 9 April", None, id="since-when"),
        pytest.param("- [x] kirim log (Rina Anggraini)", None, id="ticked-box"),
        pytest.param("- [ ] Notifikasi, vendor ganti sistem", None, id="box-before-a-topic"),
        pytest.param("- Laporan terkait aset sudah diterima.", None, id="concerning-a-thing"),
    ],
)
def test_points_of_the_talk(line: str, who: list[str] | None, minutes: Minutes) -> None:
    header = "# Notulen Rapat\nTanggal: 6 Maret 2023\nTempat: Balai\nHadir: Rina Anggraini, Ketut Darma\n"
    found = [each for each in minutes(f"{header}\n## Pembahasan\n{line}\n").follow_ups if each.status is Status.OPEN]
    assert [owners(each) for each in found] == ([who] if who else [])


@pytest.mark.parametrize("arrow", ["→", "⇒", "➜", "➡️", "👉", "=>"])
def test_arrows_are_alike(arrow: str, minutes: Minutes) -> None:
    text = f"# Notulen Rapat\nTanggal: 6 Maret 2023\nTempat: Balai\n\n## Tindak lanjut\n- bus {arrow} Rina Anggraini\n"
    assert [owners(each) for each in minutes(text).follow_ups] == [["Rina Anggraini"]]


def test_boxes_without_an_owner_beside_others(minutes: Minutes) -> None:
    header = "# Notulen Rapat\nTanggal: 6 Maret 2023\nTempat: Balai\nHadir: Rina Anggraini, Ketut Darma\n"
    lines = "- [ ] cek paket (Rina Anggraini)\n- [ ] umumkan jadwal di milis\n- [x] sewa tenda\n- [ ] lainnya\n"
    found = minutes(f"{header}\n## Pembahasan\n{lines}").follow_ups
    assert [(each.text, owners(each)) for each in found] == [
        ("cek paket (Rina Anggraini)", ["Rina Anggraini"]),
        ("umumkan jadwal di milis", []),
    ]


def test_a_box_before_the_name_over_a_list(minutes: Minutes) -> None:
    tasks = "- [ ] Rina Anggraini\n    - [ ] kirim naskah\n    - [ ] kirim log\n"
    found = minutes(f"# Notulen Rapat\nTanggal: 6 Maret 2023\nTempat: Balai\n\n## Tindak lanjut\n{tasks}").follow_ups
    assert [(each.text, owners(each)) for each in found] == [
        ("kirim naskah", ["Rina Anggraini"]),
        ("kirim log", ["Rina Anggraini"]),
    ]


NOTES = "Lampu taman mati lagi sejak sabtu kemarin\nKas tinggal 300 ribu, belum dipotong konsumsi\n"


@pytest.mark.parametrize(
    ("lines", "who"),
    [
        ("Bambu -> Ketut nebang di kebun sebelah\n", [["Ketut"]]),
        ("Ketut bikin umpan dari sisa ikan pasar\n", [["Ketut"]]),
        ("**Konsumsi dan perlengkapan panggung besar (Ketut)**\n", []),
    ],
    ids=["an arrow", "a bare verb", "a heading"],
)
def test_notes_without_marks(lines: str, who: list[list[str]], under: Minutes) -> None:
    found = under("Pembahasan", NOTES + lines + NOTES).follow_ups
    assert [owners(each) for each in found] == who


def test_days_before_the_event_of_the_topic(under: Minutes) -> None:
    topics = (
        "Lomba Memancing dilaksanakan 20 April 2023. Pasar Murah dilaksanakan 27 April 2023.", "",
        "II. LOMBA MEMANCING", "Rina Anggraini akan mencetak spanduk H-7.", "",
        "III. PASAR MURAH", "Ketut Darma akan memasang lapak H-7.",
    )  # fmt: skip
    assert [due(each) for each in under("I. PEMBAHASAN", *topics).follow_ups] == ["2023-04-13", "2023-04-20"]
@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("Dinas Perikanan berkewajiban:", "Dinas Perikanan"),
        ("Sekretaris Desa bersedia untuk:", "Sekretaris Desa"),
        ("Kepada Dinas Perikanan agar :", "Dinas Perikanan"),
        ("Rapat menugaskan Rina Anggraini untuk:", "Rina Anggraini"),
    ],
)
def test_duties_under_a_decision_are_decisions_of_their_own(head: str, who: str, under: Minutes) -> None:
    duties = ("   a. mendata nelayan paling lambat 20 Maret 2023;", "   b. bersama Ketut Darma menata lapak.")
    result = under("Keputusan", "1. Retribusi tetap.", f"2. {head}", *duties)
    assert [each.text for each in result.agreements][1:] == [duty[6:] for duty in duties]
    assert [(owners(each), due(each)) for each in result.follow_ups] == [
        ([who], "2023-03-20"),
        ([who, "Ketut Darma"], None),
    ]


@pytest.mark.parametrize(
    ("decision", "who"),
    [
        pytest.param("BPX Lintong memetakan lapak dalam waktu dua minggu.", ["BPX Lintong"], id="unknown-unit"),
        pytest.param("Setiap lapak memasang bendera tanggal 1 April 2023.", ["Setiap lapak"], id="each-of-a-kind"),
        pytest.param("Seragam hari Kamis memakai batik.", None, id="thing"),
        pytest.param("Ketua panitia Pak Ketut, sekretaris Bu Rina.", None, id="offices-and-names"),
    ],
)
def test_decisions_with_a_day_and_a_subject_that_nothing_else_tells_of(
    decision: str, who: list[str] | None, under: Minutes
) -> None:
    result = under("Keputusan", "1. Retribusi tetap.", f"2. {decision}")
    assert [owners(each) for each in result.follow_ups] == ([who] if who else [])


def test_a_table_of_an_earlier_meeting_gives_what_is_still_open(under: Minutes) -> None:
    table = (
        "| No | Tindak lanjut | Penanggung jawab | Status per 14 Maret 2023 |", "|---|---|---|---|",
        "| 1 | Mendata lapak | Rina Anggraini | Selesai 2 Maret 2023 |",
        "| 2 | Menguras kolam | Ketut Darma | Belum selesai, batas waktu baru 20 Maret 2023 |",
        "| 3 | Surat ke kecamatan | Rina Anggraini | Terkirim 1 Maret 2023 |",
    )  # fmt: skip
    result = under("## Evaluasi tindak lanjut rapat tanggal 15 Januari 2023", "", *table, suffix=".md")
    open_ones = [(each.text, owners(each), due(each)) for each in result.follow_ups if each.status is not Status.DONE]
    assert open_ones == [("Menguras kolam", ["Ketut Darma"], "2023-03-20")]


def test_a_table_whose_title_reviews_earlier_tasks_gives_what_is_still_open(under: Minutes) -> None:
    table = (
        "| Tindak lanjut rapat sebelumnya | Penanggung jawab | Status |", "|---|---|---|",
        "| Mendata lapak | Rina Anggraini | Selesai |",
        "| Menguras kolam | Ketut Darma | Belum |",
        "| Surat ke kecamatan | Rina Anggraini | ✅ |",
    )  # fmt: skip
    result = under("## Pembahasan", "Kas cukup.", "", *table, suffix=".md")
    open_ones = [(each.text, owners(each)) for each in result.follow_ups if each.status is not Status.DONE]
    assert open_ones == [("Menguras kolam", ["Ketut Darma"])]


def test_decisions_of_an_earlier_meeting_are_none_of_this_one(under: Minutes) -> None:
    table = ("| No | Keputusan | Keadaan |", "|---|---|---|", "| 1 | Pendataan lapak | Selesai 2 Maret |")
    assert not under("## Tindak lanjut rapat 15 Januari 2023", "", *table, suffix=".md").agreements


def test_what_a_thing_must_have_is_one_decision(under: Minutes) -> None:
    result = under("Keputusan", "1. Lapak wajib memiliki:", "   a. atap seng", "   b. saluran air")
    assert len(result.agreements) == 1 and not result.follow_ups


def test_the_number_of_the_next_meeting_is_no_task(under: Minutes) -> None:
    found = under("Tindak Lanjut", "1. Menyapu gudang", "2. Rapat II insya Allah Ahad 2 April 2023").follow_ups
    assert [each.text for each in found] == ["Menyapu gudang"]


def test_who_speaks_behind_a_colon_inside_a_paragraph_is_meant_by_he(under: Minutes) -> None:
    talk = "Gede Mahardika melaporkan lapak penuh. Rina Anggraini: sewa belum lunas. Beliau akan menagih pedagang."
    assert [owners(each) for each in under("Pembahasan", talk).follow_ups] == [["Rina Anggraini"]]


def test_joined_offices_that_are_listed_apart_are_two(minutes: Minutes) -> None:
    head = "NOTULA RAPAT\nRapat Pasar\n\nTanggal: 14 Maret 2023\nTempat: Aula\n\n"
    head += "Peserta:\n1. Rina (Ketua Jurusan Ilmu Gizi)\n2. Ketut (Ketua Jurusan Teknologi Pangan)\n\n"
    head += "Tindak Lanjut\n1. Menyapu gudang\n"
    found = minutes(head + "2. Ketua Jurusan Ilmu Gizi dan Teknologi Pangan menyusun jadwal\n").follow_ups
    assert owners(found[1]) == ["Ketua Jurusan Ilmu Gizi", "Teknologi Pangan"]


def test_a_label_parts_the_task_of_a_point_from_its_matter(under: Minutes) -> None:
    lines = ("1. Pedagang menolak pindah.", "   Tindak lanjut: Ketut Darma bersama Dinas Perikanan mendata lapak lusa.")
    (found,) = under("Permasalahan dan Tindak Lanjut", *lines).follow_ups
    assert found.text == "Ketut Darma bersama Dinas Perikanan mendata lapak lusa."
    assert (owners(found), due(found)) == (["Ketut Darma", "Dinas Perikanan"], "2023-03-16")


def test_days_before_the_event_that_the_sentence_before_dates(under: Minutes) -> None:
    talk = "1. Bazar tanggal 29 April 2023. Undangan akan dicetak Rina Anggraini, H-14 sudah beredar."
    (found,) = under("Pembahasan", talk, "2. Rapat anggota tanggal 6 Mei 2023.").follow_ups
    assert (owners(found), due(found)) == (["Rina Anggraini"], "2023-04-15")


HEAD = "# Notulen Rapat\nTanggal: 6 Maret 2023\nTempat: Balai\n\n## Tindak lanjut\n"


@pytest.mark.parametrize(
    ("cell", "who"),
    [
        pytest.param("Tirza<br>Galih<br>Wening", ["Tirza", "Galih", "Wening"], id="names-below-each-other"),
        pytest.param("Dinas<br>Kesehatan", ["Dinas Kesehatan"], id="one-name-broken"),
    ],
)
def test_names_that_the_writer_set_apart_in_a_cell(cell: str, who: list[str], minutes: Minutes) -> None:
    table = f"| Tugas | PIC | Waktu |\n|---|---|---|\n| Cetak undangan | {cell} | 9 Maret 2023 |\n"
    assert [owners(each) for each in minutes(HEAD + table).follow_ups] == [who]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("- Cetak undangan\n  - Rina\n  - Ketut\n", [("Cetak undangan", ["Rina", "Ketut"])], id="item"),
        pytest.param(
            "Cetak undangan\n- Rina\n- Ketut\n\nSewa tenda\n- Ketut\n- Galih\n",
            [("Cetak undangan", ["Rina", "Ketut"]), ("Sewa tenda", ["Ketut", "Galih"])],
            id="line",
        ),
        pytest.param("- Konsumsi\n  - Tenda\n  - Kursi\n", [("Konsumsi - Tenda - Kursi", [])], id="things"),
    ],
)
def test_people_listed_under_a_task(text: str, expected: list[tuple[str, list[str]]], minutes: Minutes) -> None:
    found = minutes(HEAD.replace("## Tindak", "Hadir: Rina, Ketut\n\n## Tindak") + text).follow_ups
    assert [(each.text, owners(each)) for each in found] == expected


@pytest.mark.parametrize(
    ("point", "who"),
    [
        pytest.param("Konsumsi : Bu Sri, Bu Tuti, Bu Narti (RT 02)", ["Sri", "Tuti", "Narti"], id="whose-she-is"),
        pytest.param("Cetak undangan - Bu Rina (Humas)", ["Rina"], id="behind-a-dash"),
        pytest.param("Menghubungi Pak Lurah (Seksi Humas)", ["Seksi Humas"], id="who-does-it"),
    ],
)
def test_a_bracket_behind_a_person_says_whose_they_are(point: str, who: list[str], minutes: Minutes) -> None:
    assert [owners(each) for each in minutes(f"{HEAD}- {point}\n").follow_ups] == [who]


def test_those_whom_a_sentence_that_commits_begins_with(under: Minutes) -> None:
    told = "Karang Taruna bersama Dinas Perikanan membuka posko aduan di balai desa pada hari Kamis, 16 Maret 2023."
    (found,) = under("Pembahasan", f"Lapak ikan sering banjir. {told}").follow_ups
    assert (found.text, owners(found)) == (told, ["Karang Taruna", "Dinas Perikanan"])


@pytest.mark.parametrize(
    ("point", "tasks"),
    [
        ("Next meet: Selasa 21 Maret, tempat sama", 0),
        ("next rapat tgl 21 Maret", 0),
        ("next sync 21 Maret jam biasa", 0),
        ("Meet selanjutnya tanggal 21 Maret 2023", 0),
        ("Meeting minggu depan di balai", 0),
        ("Mencetak spanduk sebelum next meet", 1),
        ("Meet dengan Dinas Perikanan soal lapak", 1),
    ],
)
def test_what_announces_the_next_meeting_is_no_task(point: str, tasks: int, under: Minutes) -> None:
    assert len(under("Tindak Lanjut", f"- {point}", "- Mengecat lapak").follow_ups) == tasks + 1


@pytest.mark.parametrize(
    ("decision", "part"),
    [
        ("Kas pasar dipisah dari kas desa. Bendahara membuat buku kas sendiri.", "Bendahara membuat buku kas sendiri."),
        ("Lapak timur ditutup. Atapnya bocor. Dinas Perikanan memasang terpal.", "Dinas Perikanan memasang terpal."),
        ("Iuran tetap. Lapak timur dibuka setiap Minggu.", None),
    ],
)
def test_the_sentence_of_a_decision_that_gives_work(decision: str, part: str | None, under: Minutes) -> None:
    result = under("Keputusan", f"1. {decision}", "2. Lapak barat tetap buka.")
    assert [each.text for each in result.follow_ups] == ([part] if part else [])
    assert result.agreements[0].text == decision


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- BBKPP dan Dinas Perikanan menyusun modul timbang", ["BBKPP", "Dinas Perikanan"]),
        ("- LPKSN bersama Dinas Perikanan akan memasang plang", ["LPKSN", "Dinas Perikanan"]),
        ("- Surat izin dibuat oleh GMKN dan Dinas Perikanan", ["GMKN", "Dinas Perikanan"]),
        ("- PPLK, LSMN dan Dinas Perikanan memantau air", ["PPLK", "LSMN", "Dinas Perikanan"]),
        ("- RAB dan Dinas Perikanan menyiapkan lampirannya", ["Dinas Perikanan"]),
        ("- Kepala Pasar II dan Dinas Perikanan memasang plang", ["Kepala Pasar II", "Dinas Perikanan"]),
    ],
    ids=["and", "together", "by", "list", "paper", "numeral"],
)
def test_a_short_form_beside_a_body_that_acts_is_one(line: str, expected: list[str], under: Minutes) -> None:
    found = under("Tindak Lanjut", line, "- Mengecat pagar").follow_ups[0]
    assert [owner.name for owner in found.owners] == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Seksi Lapak dan Dekorasi", ["Seksi Lapak dan Dekorasi"]),
        ("Seksi Humas, Lapak dan Dekorasi", ["Seksi Lapak", "Dekorasi"]),
        ("Seksi Dekorasi", ["Seksi Lapak", "Dekorasi"]),
        ("Seksi Lapak dan Seksi Dekorasi", ["Seksi Lapak", "Dekorasi"]),
    ],
    ids=["so listed", "another", "a part by itself", "two heads"],
)
def test_a_unit_that_stands_alone_with_a_joined_name_is_one(entry: str, expected: list[str], under: Minutes) -> None:
    found = under("Panitia", f"- {entry}", "", "Tindak Lanjut", "- Seksi Lapak dan Dekorasi mengecat pagar").follow_ups
    assert [owner.name for owner in found[0].owners] == expected


def test_a_unit_of_several_fields_of_work_is_one(under: Minutes) -> None:
    (only,) = under("Tindak Lanjut", "- Biro Hukum, Kerja Sama dan Humas menyusun naskah lapak").follow_ups
    assert [owner.name for owner in only.owners] == ["Biro Hukum, Kerja Sama dan Humas"]


def test_what_an_announced_talk_teaches_gives_nobody_work(minutes: Minutes) -> None:
    told = "Besok malam, 4 Maret 2024 jam 19.30, kita adakan kulwap di grup WA ini, temanya pupuk, moderator mbak Rina."
    taught = "Dinas Pertanian akan mengirimkan contoh tanah ke laboratorium. Setiap petani wajib mencatat panen."
    steps = "## Secara ringkas, langkah yang perlu dilakukan adalah:\n1. Petani menimbang pupuk\n"
    text = f"# Pupuk Kandang\n\n## Pengumuman\nHalo, {told} Pemateri mas Ketut.\n\n## Isi\n{taught}\n{steps}"
    result = minutes(text, ".md")
    meeting = result.meeting
    assert result.follow_ups == ()
    assert [chair.name for chair in meeting.chair] == ["Rina"]
    assert [each.name for each in result.attendees] == ["Ketut"]
    assert meeting.date and meeting.time and meeting.place
    assert (meeting.date.start, meeting.time.start, meeting.place.text) == ("2024-03-04", "19:30", "grup WA")


def test_minutes_that_tell_of_a_talk_to_come_give_work(minutes: Minutes) -> None:
    told = "Besok malam kita adakan kulwap di grup WA, temanya pupuk. Rina akan memesan kopi."
    header = "NOTULEN\nTanggal : 4 Maret 2024\nPeserta : Rina, Ketut\n\nPembahasan\n"
    assert [owners(each) for each in minutes(f"{header}{told}\n").follow_ups] == [["Rina"]]


def test_people_in_brackets_of_a_unit_head_its_tasks(under: Minutes) -> None:
    lines = ("1. Gladi bersih", "2. Pembagian jaga hari H", "   - Tamu (Koor : Rina)", "     Buku tamu, seminar kit",
             "   - Dokumentasi (Koor : Ketut)", "     Foto, video pendek")  # fmt: skip
    found = under("Hal yang dibicarakan :", *lines).follow_ups
    assert [owners(each) for each in found] == [["Rina"], ["Ketut"]]
