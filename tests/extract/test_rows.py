"""Rows of task tables."""

from collections.abc import Callable

import pytest

from notula.models.blocks import Grid
from notula.pipeline.extract.rows import TaskRow, decided_rows, guess_columns, task_rows
from notula.pipeline.extract.scope import Scope, Span

ScopeOf = Callable[..., Scope]
HEAD = "# Notulen Rapat Panen\n\nTanggal: 8 Mei 2023\n\n## Tindak Lanjut\n\n"
TALK = HEAD.replace("Tindak Lanjut", "Pembahasan")


def table(*rows: str) -> str:
    first, *rest = (f"| {row} |" for row in rows)
    return "\n".join((first, "|" + "---|" * (first.count("|") - 1), *rest, ""))


def grid_of(scope: Scope) -> Grid:
    return next(block.table for block in scope.document.blocks if block.table is not None)


def rows_of(scope: Scope, *, guess: bool = False) -> list[TaskRow]:
    return list(task_rows(grid_of(scope), scope, guess=guess))


def told(scope: Scope, row: TaskRow) -> tuple[str, str | None, str | None]:
    def say(span: Span | None) -> str | None:
        return scope.text(*span) if span else None

    return scope.text(*row.action), say(row.owner), say(row.due)


@pytest.mark.parametrize(
    ("head", "order"),
    [
        ("No | Kegiatan | Penanggung Jawab | Batas Waktu", "aod"),
        ("No | Tindak Lanjut | PIC | Target Waktu", "aod"),
        ("No | Uraian Tugas | Pelaksana | Tenggat", "aod"),
        ("No | Action Item | Owner | Due Date", "aod"),
        ("No | Rencana Aksi | PJ | Deadline", "aod"),
        ("No | Rencana Tindak Lanjut | Penanggungjawab | Waktu", "aod"),
        ("No | PIC | Tindak Lanjut | Target", "oad"),
        ("No | Deadline | Tugas | PIC", "dao"),
    ],
)
def test_column_titles(head: str, order: str, scope_of: ScopeOf) -> None:
    cells = {"a": "Mencetak spanduk", "o": "Dewi Anjani", "d": "12 Mei 2023"}
    scope = scope_of(HEAD + table(head, "1 | " + " | ".join(cells[key] for key in order)), ".md")
    assert [told(scope, row) for row in rows_of(scope)] == [("Mencetak spanduk", "Dewi Anjani", "12 Mei 2023")]


@pytest.mark.parametrize("empty", ["", "-", "…", "TBD", "belum ditentukan", "belum ditunjuk"])
def test_a_cell_that_names_nobody(empty: str, scope_of: ScopeOf) -> None:
    scope = scope_of(HEAD + table("No | Kegiatan | PIC", f"1 | Mencetak spanduk | {empty}"), ".md")
    (row,) = rows_of(scope)
    assert row.owner is None and row.owner_cell and not row.due_cell


def test_rows_without_an_action_are_left_out(scope_of: ScopeOf) -> None:
    scope = scope_of(HEAD + table("No | Kegiatan | PIC", "1 | - | Dewi Anjani", "2 | Mencetak spanduk | -"), ".md")
    assert [told(scope, row)[0] for row in rows_of(scope)] == ["Mencetak spanduk"]


@pytest.mark.parametrize(
    ("said", "status"),
    [("Selesai", "done"), ("Done", "done"), ("Sudah dikirim", "done"), ("On progress", "in_progress"),
     ("Dalam proses", "in_progress"), ("Belum", "open"), ("Open", "open"), ("Belum selesai", "in_progress"),
     ("Sdh ada kertas", "open"), ("sudah ada, tinggal kirim", "in_progress"), ("", "open")],
)  # fmt: skip
def test_status(said: str, status: str, scope_of: ScopeOf) -> None:
    scope = scope_of(HEAD + table("No | Kegiatan | PIC | Status", f"1 | Mencetak spanduk | Dewi | {said}"), ".md")
    (row,) = rows_of(scope)
    assert row.status.value == status


@pytest.mark.parametrize(
    ("title", "cell", "status"),
    [("√", "√ sudah", "done"), ("√", "", "open"), ("Prio", "Done", "done"), ("Prio", "High", "open")],
)
def test_status_in_a_column_of_another_use(title: str, cell: str, status: str, scope_of: ScopeOf) -> None:
    scope = scope_of(HEAD + table(f"No | Kegiatan | PIC | {title}", f"1 | Mencetak spanduk | Dewi | {cell}"), ".md")
    (row,) = rows_of(scope)
    assert row.status.value == status


def test_other_tables_have_no_task_rows(scope_of: ScopeOf) -> None:
    scope = scope_of(HEAD + table("No | Nama | Jabatan", "1 | Dewi Anjani | Bendahara"), ".md")
    assert rows_of(scope) == []


UNTITLED = table(
    "1 | Mencetak dua lembar spanduk pasar | Dinas Perikanan | 12 Mei 2023",
    "2 | Mendata semua pedagang lapak timur | Kepala Desa | 15 Mei 2023",
)


def test_columns_are_guessed_only_when_asked_for(scope_of: ScopeOf) -> None:
    scope = scope_of(HEAD + UNTITLED, ".md")
    assert rows_of(scope) == []
    assert told(scope, rows_of(scope, guess=True)[-1]) == (
        "Mendata semua pedagang lapak timur", "Kepala Desa", "15 Mei 2023",
    )  # fmt: skip


def test_deadlines_in_words_are_guessed(scope_of: ScopeOf) -> None:
    rows = ("Dinas Perikanan | Mencetak dua lembar spanduk pasar | Jumat ini",
            "Kepala Desa | Mendata semua pedagang lapak timur | sebelum lebaran")  # fmt: skip
    scope = scope_of(HEAD + table(*rows), ".md")
    assert [told(scope, row)[2] for row in rows_of(scope, guess=True)] == ["Jumat ini", "sebelum lebaran"]


def test_people_in_small_letters_are_guessed_by_how_they_are_addressed(scope_of: ScopeOf) -> None:
    rows = ("bu dewi + pak ketut | mengumpulkan data semua lapak", "mas gede | memasang tali jemuran yang baru")
    scope = scope_of(HEAD + table(*rows), ".md")
    assert [told(scope, row)[1] for row in rows_of(scope, guess=True)] == ["bu dewi + pak ketut", "mas gede"]


@pytest.mark.parametrize(("title", "owner"), [("Penulis", "Syaiful Bahri"), ("Penerima", None)])
def test_owners_told_by_what_they_do(title: str, owner: str | None, scope_of: ScopeOf) -> None:
    rows = (f"Tugas | {title} | Tenggat", "Menulis awalan | Syaiful Bahri | 17 Mei", "Menulis isi | Zufri | 18 Mei")
    scope = scope_of(HEAD + table(*rows), suffix=".md")
    assert told(scope, rows_of(scope)[0])[1] == owner


def test_a_table_of_short_words_is_not_guessed(scope_of: ScopeOf) -> None:
    scope = scope_of(HEAD + table("Kopi | 12", "Teh | 13"), ".md")
    assert guess_columns(grid_of(scope), scope) is None


def test_lines_side_by_side_are_rows_of_their_own(scope_of: ScopeOf) -> None:
    cells = "| 1 | Mencetak spanduk<br>Mendata lapak | Dewi<br>Ketut | 12 Mei 2023 |"
    scope = scope_of(f"{HEAD}| No | Kegiatan | PIC | Target |\n|---|---|---|---|\n{cells}\n", ".md")
    assert [told(scope, row) for row in rows_of(scope)] == [
        ("Mencetak spanduk", "Dewi", "12 Mei 2023"),
        ("Mendata lapak", "Ketut", "12 Mei 2023"),
    ]


def test_one_owner_of_several_lines(scope_of: ScopeOf) -> None:
    cells = "| 1 | Mencetak spanduk<br>Mendata lapak | Dewi | 12 Mei 2023 |"
    scope = scope_of(f"{HEAD}| No | Kegiatan | PIC | Target |\n|---|---|---|---|\n{cells}\n", ".md")
    assert [told(scope, row) for row in rows_of(scope)] == [("Mencetak spanduk Mendata lapak", "Dewi", "12 Mei 2023")]


def test_owners_joined_over_a_line_break_are_of_one_task(scope_of: ScopeOf) -> None:
    cells = "| 1 | Mendata lapak<br>sisi timur | Dewi /<br>Ketut | 12 Mei 2023 |"
    scope = scope_of(f"{HEAD}| No | Kegiatan | PIC | Target |\n|---|---|---|---|\n{cells}\n", ".md")
    assert [told(scope, row) for row in rows_of(scope)] == [
        ("Mendata lapak sisi timur", "Dewi / Ketut", "12 Mei 2023")
    ]


def test_what_is_told_at_length_is_the_task(scope_of: ScopeOf) -> None:
    rows = ("1 | Server | Menambah RAM server produksi | Dewi", "2 | Lapak | Mendata semua lapak timur | Ketut")
    scope = scope_of(HEAD + table("No | Item | Keterangan | PIC", *rows), ".md")
    assert [told(scope, row)[0] for row in rows_of(scope)] == [
        "Menambah RAM server produksi",
        "Mendata semua lapak timur",
    ]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("2 | (menunggu surat) |  | ", id="bracketed-remark"),
        pytest.param("2 | Untuk diketahui |  | ", id="for-information"),
        pytest.param("2 | [uraian tugas] | [nama] | [tanggal]", id="what-a-form-asks-for"),
        pytest.param(" | dan dibagikan ke warga |  | ", id="goes-on-from-above"),
        pytest.param("2 | Closed | Ketut | 12 Mei 2023", id="says-only-that-it-is-done"),
    ],
)
def test_rows_that_hold_no_action(row: str, scope_of: ScopeOf) -> None:
    titles, first = "No | Tindak Lanjut | PIC | Target", "1 | Mencetak spanduk | Dewi | 12 Mei 2023"
    scope = scope_of(HEAD + table(titles, first, row), ".md")
    assert [told(scope, each)[0] for each in rows_of(scope)] == ["Mencetak spanduk"]


def test_decisions_of_a_table_that_names_who_sees_to_them(scope_of: ScopeOf) -> None:
    titles = "No | Masalah | Keputusan | PIC"
    rows = ["1 | Pagar | Pagar dicat ulang | Dewi Anjani", "2 | Iuran | Iuran tetap | -"]
    scope = scope_of(TALK + table(titles, *rows), ".md")
    found = list(decided_rows(grid_of(scope), scope))
    assert [told(scope, row) for row in found] == [("Pagar dicat ulang", "Dewi Anjani", None)]


def test_decisions_of_a_table_that_says_by_when(scope_of: ScopeOf) -> None:
    titles = "No | Masalah | Keputusan | PIC | Target"
    rows = ["1 | Pagar | Pagar dicat ulang |  | Jumat ini", "2 | Iuran | Iuran tetap | - | -"]
    scope = scope_of(TALK + table(titles, *rows), ".md")
    found = list(decided_rows(grid_of(scope), scope))
    assert [told(scope, row) for row in found] == [("Pagar dicat ulang", None, "Jumat ini")]


def test_an_owner_left_blank_beside_a_blank_number_goes_on(scope_of: ScopeOf) -> None:
    rows = table(
        "No | Instansi | Uraian Kegiatan | Waktu", "1 | Bappeda | Menyusun peta | 9 Mei 2023", " | | Menata data |"
    )
    scope = scope_of(HEAD + rows)
    assert [told(scope, row)[:2] for row in rows_of(scope)] == [
        ("Menyusun peta", "Bappeda"),
        ("Menata data", "Bappeda"),
    ]


def test_coordinators_and_the_details_of_their_tasks(scope_of: ScopeOf) -> None:
    scope = scope_of(HEAD + table("Bidang | Koordinator | Rincian tugas", "Acara | Rudi | menyusun jadwal panen"))
    assert [told(scope, row)[:2] for row in rows_of(scope)] == [("menyusun jadwal panen", "Rudi")]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            ["<td rowspan=2>Gudang</td><td>Mencetak spanduk baru</td><td rowspan=2>Dewi Anjani</td><td>12/5</td>",
             "<td>Menyapu lantai gudang</td><td>13/5</td>"],
            id="merged",
        ),
        pytest.param(
            ["<td>Gudang</td><td>Mencetak spanduk baru</td><td>Dewi Anjani</td><td>12/5</td>",
             "<td></td><td>Menyapu lantai gudang</td><td>Dewi Anjani</td><td>13/5</td>"],
            id="blank",
        ),
    ],
)  # fmt: skip
def test_a_column_that_groups_the_rows(rows: list[str], scope_of: ScopeOf) -> None:
    head = "<tr><th>Kegiatan</th><th>Rincian</th><th>Pelaksana</th><th>Waktu</th></tr>"
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    page = f"<h2>Notulen Rapat Panen</h2><p>Tanggal: 8 Mei 2023</p><h3>Tindak Lanjut</h3><table>{head}{body}</table>"
    scope = scope_of(f"<html><body>{page}</body></html>", ".html")
    assert [told(scope, row) for row in rows_of(scope)] == [
        ("Mencetak spanduk baru", "Dewi Anjani", "12/5"),
        ("Menyapu lantai gudang", "Dewi Anjani", "13/5"),
    ]


def test_a_column_that_tells_the_kind_of_each_row(scope_of: ScopeOf) -> None:
    rows = ("1 | Pagar sudah dicat | Info | - | -", "2 | Mencetak spanduk | Aksi | Dewi Anjani | 12/5",
            "3 | Pintu dikunci malam | Keputusan | Dewi Anjani | -")  # fmt: skip
    scope = scope_of(HEAD + table("No | Uraian | Jenis | Oleh | Tgl", *rows), ".md")
    assert [told(scope, row) for row in rows_of(scope)] == [("Mencetak spanduk", "Dewi Anjani", "12/5")]


def test_what_answers_to_a_problem_is_the_task(scope_of: ScopeOf) -> None:
    rows = ("4.1 | Pagar sisi timur kantor roboh sejak hujan deras hari Minggu lalu | Mencetak spanduk | Dewi | 12 Mei",
            "4.2 | Lampu teras sudah menyala | Diterima, tidak ada tindak lanjut | - | -")  # fmt: skip
    scope = scope_of(HEAD + table("Butir | Uraian masalah | Tanggapan / keputusan | Oleh | Batas", *rows), ".md")
    assert [told(scope, row) for row in rows_of(scope)] == [("Mencetak spanduk", "Dewi", "12 Mei")]


def test_what_is_still_missing_is_the_task(scope_of: ScopeOf) -> None:
    head = "Kelompok | Hasil | Yang masih kurang | Penanggung jawab"
    scope = scope_of(HEAD + table(head, "A | Enam langkah, sudah runtut | Melengkapi dasar hukum | Dewi Anjani"), ".md")
    assert [told(scope, row)[:2] for row in rows_of(scope)] == [("Melengkapi dasar hukum", "Dewi Anjani")]
