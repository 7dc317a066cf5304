"""The kind of a table and its columns, from the title row."""

from typing import Any

import pytest

from notula.models.sections import SectionKind
from notula.pipeline.lexicon import load_lexicon
from notula.pipeline.structure.column_titles import as_column, title_roles
from notula.pipeline.structure.columns import read_columns, section_kind

ROW = ["1", "a", "b", "c", "d", "e"]


@pytest.mark.parametrize(
    "title", ["Apa yang dibahas", "Yang akan dibicarakan", "Yang perlu diketahui", "Apa yang dicapai"]
)
def test_titles_that_ask_what_was_said_are_no_task(title: str) -> None:
    lexicon = load_lexicon()
    assert "action" not in title_roles(lexicon, as_column(title, lexicon))


@pytest.mark.parametrize(
    ("titles", "roles"),
    [
        pytest.param(["No", "Tugas", "PIC", "Tenggat"], ["number", "action", "owner", "due"], id="tugas-pic-tenggat"),
        pytest.param(
            ["Aspek", "Parameter", "Kondisi awal", "Rencana Aksi", "Penanggung Jawab", "Tenggat", "Bobot", "Bukti"],
            [None, None, None, "action", "owner", "due", None, None],
            id="matrix-of-more-unknown-titles",
        ),
        pytest.param(
            ["No.", "Tindak Lanjut", "Penanggung Jawab", "Batas Waktu", "Status"],
            ["number", "action", "owner", "due", "status"],
            id="tindak-lanjut",
        ),
        pytest.param(
            ["NO", "RENCANA AKSI", "WARNA", "PJ"], ["number", "action", None, "owner"], id="unknown-title-between"
        ),
        pytest.param(["Pekerjaan", "Pemegang", "Janji"], ["action", "owner", "due"], id="held-and-promised"),
        pytest.param(
            ["Pekerjaan", "Siapa yang bersedia?", "Hari apa?"], ["action", "owner", "due"], id="asked-for-and-when"
        ),
        pytest.param(["Action Item", "Owner", "Due Date"], ["action", "owner", "due"], id="english"),
        pytest.param(
            ["No", "Uraian Kegiatan", "Pelaksana", "Target Waktu", "Ket."],
            ["number", "action", "owner", "due", "remark"],
            id="kegiatan-pelaksana",
        ),
        pytest.param(
            ["Rencana Tindak Lanjut", "Unit Kerja", "Deadline"], ["action", "owner", "due"], id="unit-as-owner"
        ),
        pytest.param(
            ["Siapa", "Mengerjakan", "Sampai kapan", "Beres?"], ["owner", "action", "due", "status"], id="asked"
        ),
        pytest.param(
            ["Akar masalah", "Apa yang dibenahi", "Siapa", "Mulai", "Harus selesai"],
            [None, "action", "owner", None, "due"],
            id="asked-with-any-verb",
        ),
        pytest.param(["Hal yang perlu diluruskan", "Siapa", "Kapan"], ["action", "owner", "due"], id="verb-of-duty"),
        pytest.param(["Yang harus ditebus", "Siapa", "Kapan dijemput"], ["action", "owner", "due"], id="asked-when"),
        pytest.param(["Tugas", "Siapa", "Ket"], ["action", "owner", "remark"], id="siapa"),
        pytest.param(["Apa", "Oleh siapa", "Bila"], ["action", "owner", "due"], id="bila"),
        pytest.param(["Jenis pekerjaan", "Yang mengurus", "Target rampung"], ["action", "owner", "due"], id="who-acts"),
        pytest.param(["Perlu tindakan", "Siapa pelakunya", "Janji selesai"], ["action", "owner", "due"], id="promised"),
        pytest.param(["Tugas", "Pihak penanggung jawab", "Tgl komitmen"], ["action", "owner", "due"], id="liable"),
        pytest.param(["Tugas", "PIC", "Target fisik", "Batas"], ["action", "owner", None, "due"], id="no-day"),
        pytest.param(["Tugas", "PIC", "Kapan mulai", "Batas"], ["action", "owner", None, "due"], id="begins"),
        pytest.param(["Topik", "Tindak Lanjut", "PIC"], ["topic", "action", "owner"], id="topic-first"),
        pytest.param(["No", "Tugas/Kegiatan", "PIC"], ["number", "action", "owner"], id="slash"),
        pytest.param(
            ["#", "Task", "Assignee", "ETA", "Priority"], ["number", "action", "owner", "due", "priority"], id="sprint"
        ),
        pytest.param(["Pekerjaan", "Petugas", "Selesai"], ["action", "owner", "due"], id="selesai-is-a-day"),
        pytest.param(
            ["Pekerjaan", "Ditugaskan kepada", "Selesai tanggal"], ["action", "owner", "due"], id="assigned-to"
        ),
        pytest.param(["Pekerjaan", "PIC", "Tenggat Penyelesaian"], ["action", "owner", "due"], id="due-of-two-words"),
        pytest.param(["Tugas", "PIC", "Status per 4 Mei 2024"], ["action", "owner", "status"], id="status-as-of-a-day"),
        pytest.param(["Masalah", "Jalan Keluar", "PIC"], ["topic", "action", "owner"], id="way-out"),
        pytest.param(["Next steps", "PIC", "Tenggat"], ["action", "owner", "due"], id="heading-over-a-column"),
        pytest.param(["No", "Tindak Lanjut (RTL)", "PIC"], ["number", "action", "owner"], id="bracket"),
        pytest.param(["Bahasan", "Tindak lanjut, PJ, tenggat"], ["topic", "action"], id="all-in-one"),
        pytest.param(["Bahasan", "Tindak lanjut – PIC – target"], ["topic", "action"], id="all-in-one-by-dashes"),
        pytest.param(["Bahasan", "Keputusan / arahan", "Tindak lanjut"], ["topic", "decision", "action"], id="decided"),
        pytest.param(
            ["No", "Uraian", "Arahan Direktur", "PIC", "Pelaksanaan"],
            ["number", "action", "action", "owner", "due"],
            id="orders-and-when",
        ),
    ],
)
def test_tables_of_tasks(minutes: Any, titles: list[str], roles: list[str | None]) -> None:
    columns = read_columns(minutes.grid(titles, ROW[: len(titles)]), minutes.lexicon)
    assert columns is not None
    assert columns.kind == "follow_ups"
    assert [columns.roles.get(column) for column in range(len(titles))] == roles
    assert section_kind(columns) is SectionKind.FOLLOW_UPS


@pytest.mark.parametrize(
    ("titles", "roles"),
    [
        pytest.param(["No", "Nama", "Jabatan"], ["number", "name", "role"], id="name-role"),
        pytest.param(["No", "Nama Guru", "Tugas", "Paraf"], ["number", "name", "role", "signature"], id="duty"),
        pytest.param(
            ["Nama", "Tugas", "Jabatan", "Paraf"], ["name", None, "role", "signature"], id="duty-beside-an-office"
        ),
        pytest.param(["No", "Nama", "Jabatan dalam panitia"], ["number", "name", "role"], id="role-in-something"),
        pytest.param(["No", "Nama", "Posisi di kepengurusan"], ["number", "name", "role"], id="place-in-something"),
        pytest.param(
            ["NO", "NAMA LENGKAP", "INSTANSI", "TANDA TANGAN"],
            ["number", "name", "organization", "signature"],
            id="sign-up-list",
        ),
        pytest.param(
            ["Nama Peserta", "Unit Kerja", "Kehadiran"], ["name", "organization", "attendance"], id="attendance"
        ),
        pytest.param(["No", "Nama", "Asal Instansi", "TTD"], ["number", "name", "organization", "signature"], id="ttd"),
        pytest.param(["Name", "Position", "Company"], ["name", "role", "organization"], id="english"),
        pytest.param(["Nama Orang Tua/Wali", "Jabatan", "TTD"], ["name", "role", "signature"], id="names-of-whom"),
    ],
)
def test_tables_of_attendees(minutes: Any, titles: list[str], roles: list[str]) -> None:
    columns = read_columns(minutes.grid(titles, ROW[: len(titles)]), minutes.lexicon)
    assert columns is not None
    assert columns.kind == "attendees"
    assert [columns.roles.get(column) for column in range(len(titles))] == roles
    assert section_kind(columns) is SectionKind.ATTENDEES


@pytest.mark.parametrize(
    "titles",
    [
        pytest.param(["No", "Pembahasan", "Keputusan"], id="topics-and-decisions"),
        pytest.param(["Topik", "Masalah"], id="topics"),
        pytest.param(["Topik", "Pembahasan", "Putusan / yang kebagian"], id="decisions-and-what-nobody-knows"),
        pytest.param(["No", "Kegiatan", "Keterangan"], id="activities-without-owner"),
        pytest.param(["Nama", "Usulan", "Catatan komisi"], id="who-is-proposed-and-remarks"),
    ],
)
def test_other_tables_make_no_section(minutes: Any, titles: list[str]) -> None:
    columns = read_columns(minutes.grid(titles, ROW[: len(titles)]), minutes.lexicon)
    assert columns is not None
    assert columns.kind == "other"
    assert section_kind(columns) is None


@pytest.mark.parametrize("titles", [["No", "Nama paket", "Nilai", "Posisi"], ["Nama barang", "Jumlah", "Posisi"]])
def test_names_of_things_list_nobody(minutes: Any, titles: list[str]) -> None:
    columns = read_columns(minutes.grid(titles, ROW[: len(titles)]), minutes.lexicon)
    assert columns is None or "name" not in columns.roles.values()


@pytest.mark.parametrize(
    ("titles", "role"),
    [
        pytest.param(["No", "Keputusan bulan lalu", "Pelaksana", "Hasil"], "status", id="of-decisions"),
        pytest.param(["Kesepakatan rapat terdahulu", "Hasil", "Keterangan"], "status", id="of-another-meeting"),
        pytest.param(["No", "Masalah", "Pembahasan", "Hasil"], "decision", id="of-talk"),
        pytest.param(["No", "Keputusan", "Pelaksana", "Hasil"], "decision", id="of-this-meeting"),
    ],
)
def test_a_result_beside_what_was_decided_earlier_is_what_became_of_it(
    minutes: Any, titles: list[str], role: str
) -> None:
    columns = read_columns(minutes.grid(titles, ROW[: len(titles)]), minutes.lexicon)
    assert columns is not None
    assert columns.roles[titles.index("Hasil")] == role


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["1", "Cari gudang", "Dodi"], ["2", "Beli pipa", "Rani"]], id="no-titles"),
        pytest.param([["Tugas", "Bagus", "Dodi"], ["a", "b", "c"]], id="one-known-title"),
        pytest.param([["Tugas", "PIC", "Bagus", "Dodi", "Rani"], list("abcde")], id="known-are-less-than-half"),
        pytest.param([["Tugas", "PIC", "catatan panjang sekali " * 4], list("abc")], id="cell-too-long"),
        pytest.param([["a", "b"], ["c", "d"], ["e", "f"], ["Tugas", "PIC"]], id="titles-too-far-down"),
    ],
)
def test_no_title_row(minutes: Any, rows: list[list[str]]) -> None:
    columns = read_columns(minutes.grid(*rows), minutes.lexicon)
    assert columns is None
    assert section_kind(columns) is None


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        pytest.param([["Tugas", "PIC"], ["Cari gudang", "Dodi"]], 1, id="first-row"),
        pytest.param([["Rencana bulan Mei", ""], ["Tugas", "PIC"], ["Cari gudang", "Dodi"]], 2, id="caption-above"),
    ],
)
def test_title_rows_are_counted(minutes: Any, rows: list[list[str]], header: int) -> None:
    columns = read_columns(minutes.grid(*rows), minutes.lexicon)
    assert columns is not None
    assert columns.header == header


def test_column_of_a_role(minutes: Any) -> None:
    grid = minutes.grid(["No", "Uraian", "Tindak Lanjut", "PIC"], ["1", "a", "b", "c"])
    columns = read_columns(grid, minutes.lexicon)
    assert columns is not None
    assert columns.at("action") == 2
    assert columns.all("action") == [1, 2]
    assert columns.at("due") is None
    assert columns.all("due") == []


def test_decisions_are_the_task_beside_an_account(minutes: Any) -> None:
    columns = read_columns(
        minutes.grid(["Pokok Bahasan", "Uraian", "Keputusan", "PIC", "Deadline"], ROW[:5]), minutes.lexicon
    )
    assert columns is not None and columns.kind == "other" and columns.at("decision") == 2


def test_a_column_of_days_beside_tasks_is_their_deadline(minutes: Any) -> None:
    rows = [["Tugas", "PIC", "Kelarnya"], ["Ganti genteng", "Bagas", "13 Juni 2025"], ["Beli kran", "Rina", "Senin"]]
    columns = read_columns(minutes.grid(*rows), minutes.lexicon)
    assert columns is not None and columns.at("due") == 2
    rows[0][1:] = ["Divisi", "Sprint"]
    columns = read_columns(minutes.grid(*rows), minutes.lexicon)
    assert columns is not None and columns.at("due") == 2
    rows[0][2] = "Lahir"
    columns = read_columns(minutes.grid(*rows), minutes.lexicon)
    assert columns is not None and columns.at("due") is None


def test_the_task_is_where_a_title_says_so(minutes: Any) -> None:
    columns = read_columns(minutes.grid(["Komitmen", "Progres", "RTL", "PIC"], ROW[:4]), minutes.lexicon)
    assert columns is not None and columns.at("action") == 2


def test_orders_are_the_task_and_no_account_beside_them(minutes: Any) -> None:
    grid = minutes.grid(["Uraian", "Arahan Direktur", "PIC"], ["Gudang bocor sejak Mei", "Perbaiki atap", "Umum"])
    columns = read_columns(grid, minutes.lexicon)
    assert columns is not None
    assert columns.at("action") == 1


@pytest.mark.parametrize(
    ("days", "kind"),
    [
        pytest.param(["Rabu", "9 Mei"], "follow_ups", id="days"),
        pytest.param(["H-3", "akhir Juni"], "follow_ups", id="before-an-event"),
        pytest.param(["satu", "dua"], None, id="no-days"),
    ],
)
def test_unknown_titles_beside_an_owner_are_told_by_their_cells(
    minutes: Any, days: list[str], kind: str | None
) -> None:
    rows = [["Panen raya di lereng utara", "Dodi", days[0]], ["Harga pupuk naik lagi", "Rani", days[1]]]
    columns = read_columns(minutes.grid(["Naskah", "Petugas", "Masuk meja"], *rows), minutes.lexicon)
    assert (columns and columns.kind) == kind
    if columns:
        assert columns.roles == {0: "action", 1: "owner", 2: "due"}


def test_a_programme_by_the_clock_is_no_list_of_tasks(minutes: Any) -> None:
    rows = [["08.00-08.30", "Pembukaan", "Bagus"], ["08.30-09.00", "Sambutan", "Rani"]]
    columns = read_columns(minutes.grid(["Waktu", "Kegiatan", "PJ"], *rows), minutes.lexicon)
    assert columns is not None
    assert section_kind(columns) is None


def test_tasks_beside_decisions_need_no_owner(minutes: Any) -> None:
    grid = minutes.grid(["Agenda", "Kesimpulan", "Tindak Lanjut"], ["Pompa", "Pompa dibeli", "Minta tiga penawaran"])
    assert section_kind(read_columns(grid, minutes.lexicon)) is SectionKind.FOLLOW_UPS


@pytest.mark.parametrize(
    "titles",
    [
        pytest.param(["Seksi", "Sudah", "Sedang", "Akan"], id="one-word"),
        pytest.param(["Seksi", "Udah", "Lagi jalan", "Next"], id="spoken"),
        pytest.param(["Seksi", "Telah dikerjakan", "Sedang dikerjakan", "Akan dikerjakan"], id="worked-on"),
        pytest.param(["Seksi", "Capaian Minggu Lalu", "Kendala", "Rencana Minggu Depan"], id="weeks"),
        pytest.param(["Seksi", "Done", "On going", "Plan"], id="english"),
        pytest.param(["Seksi", "Progres", "Kegiatan pekan ini", "Target pekan depan"], id="progress"),
        pytest.param(["", "Realisasi bulan ini", "Masalah", "Rencana bulan depan"], id="title-left-blank"),
    ],
)
def test_what_a_report_plans_is_its_action(minutes: Any, titles: list[str]) -> None:
    cells = ["Kandang", "pagar dicat", "atap dibongkar", "pasang atap baru"]
    columns = read_columns(minutes.grid(titles, cells), minutes.lexicon)
    assert columns is not None
    assert (columns.kind, columns.at("owner"), columns.at("action")) == ("follow_ups", 0, 3)


@pytest.mark.parametrize(
    ("titles", "cells"),
    [
        pytest.param(["Seksi", "Rencana", "Realisasi"], ["Kandang", "cat pagar depan", "sudah dicat"], id="then"),
        pytest.param(["Seksi", "Capaian", "Target"], ["Kandang", "70%", "80%"], id="numbers"),
        pytest.param(["Seksi", "Realisasi", "Target"], ["Kandang", "Mei 2024", "Juni 2024"], id="days"),
        pytest.param(["Seksi", "Kemarin", "Hari ini"], ["Kandang", "cat pagar", "cat pintu belakang"], id="in-hand"),
    ],
)
def test_what_was_planned_before_is_no_action(minutes: Any, titles: list[str], cells: list[str]) -> None:
    assert section_kind(read_columns(minutes.grid(titles, cells), minutes.lexicon)) is None
