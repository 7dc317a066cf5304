"""Tables with one meeting a row."""

from typing import Any

import pytest

from notula.models.sections import SectionKind
from notula.models.source import Line, Source
from notula.pipeline.structure.sections import find_sections

TITLES = ["No", "Tanggal", "Agenda", "Peserta", "Hasil", "Tindak Lanjut", "PIC"]
FIRST = ["1", "6 Januari 2025", "Rencana kerja", "Rani, Dodi", "Dua desa dipilih", "Menyusun KAK", "Dodi"]
SECOND = [
    "2",
    "13 Januari 2025",
    "Kuesioner",
    "Rani, Bagus",
    "Memakai Kobo",
    "Uji coba\nCari enumerator",
    "Rani\nBagus",
]


def test_each_row_is_a_meeting(minutes: Any) -> None:
    documents = minutes.documents(Source("text/plain", (Line("REKAP"), minutes.table(TITLES, FIRST, SECOND))))
    assert len(documents) == 2
    assert [document.blocks[0].text for document in documents] == ["REKAP", "REKAP"]


def test_a_row_becomes_header_and_tasks(minutes: Any) -> None:
    source = Source("text/plain", (Line("REKAP"), minutes.table(TITLES, FIRST, SECOND)))
    document = minutes.documents(source)[1]
    kinds = [
        (each.field or each.kind.value) for each in find_sections(document, minutes.lexicon).sections if each.blocks
    ]
    assert kinds == ["header", "date", "agenda", "attendees", "follow_ups"]
    (tasks,) = find_sections(document, minutes.lexicon).of(SectionKind.FOLLOW_UPS)
    assert tasks.blocks[0].table is not None
    assert [[cell.text for cell in row] for row in tasks.blocks[0].table.rows] == [
        ["Hasil", "Tindak Lanjut", "PIC"],
        ["Memakai Kobo", "Uji coba", "Rani"],
        ["", "Cari enumerator", "Bagus"],
    ]


def test_rows_without_a_date_go_on_with_the_meeting_above(minutes: Any) -> None:
    more = ["", "", "", "", "", "Menyewa gedung", "Rani"]
    documents = minutes.documents(Source("text/plain", (Line("REKAP"), minutes.table(TITLES, FIRST, more, SECOND))))
    tasks = [find_sections(document, minutes.lexicon).of(SectionKind.FOLLOW_UPS)[0] for document in documents]
    assert [[row[1].text for row in each.blocks[0].table.rows[1:]] for each in tasks] == [
        ["Menyusun KAK", "Menyewa gedung"],
        ["Uji coba", "Cari enumerator"],
    ]


def test_a_meeting_a_row_with_its_labels_in_a_cell(minutes: Any) -> None:
    rows = [
        ["Pertemuan", "Catatan"],
        ["Pertemuan 1\n6 Januari 2025", "Hadir: Rani\nPembahasan: gudang penuh.\nTindak lanjut: Dodi mencari gudang"],
        ["Pertemuan 2\n13 Januari 2025", "Hadir: Rani\nPembahasan: pipa bocor.\nTindak lanjut: Rani membeli pipa"],
    ]  # fmt: skip
    assert len(minutes.documents(Source("text/plain", (Line("Catatan rapat"), minutes.table(*rows))))) == 2
    plain = [rows[0], *(["6 Januari 2025", "Pembahasan: gudang penuh"] for _ in range(2))]
    assert len(minutes.documents(Source("text/plain", (Line("Catatan rapat"), minutes.table(*plain))))) == 1


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([TITLES, FIRST], id="one-row"),
        pytest.param([["No", "Tugas", "PIC", "Tanggal"], ["1", "Cari gudang", "Dodi", "6 Januari 2025"],
                      ["2", "Beli pipa", "Rani", "7 Januari 2025"]], id="tasks-with-dates"),
        pytest.param([TITLES, FIRST, ["2", "menyusul", *SECOND[2:]]], id="a-row-without-date"),
    ],
)  # fmt: skip
def test_no_register(minutes: Any, rows: list[list[str]]) -> None:
    assert len(minutes.documents(Source("text/plain", (Line("REKAP"), minutes.table(*rows))))) == 1


def test_a_matrix_of_a_dated_meeting_is_no_register(minutes: Any) -> None:
    head = Line("Hari/Tanggal : Senin, 20 Januari 2025")
    assert len(minutes.documents(Source("text/plain", (head, minutes.table(TITLES, FIRST, SECOND))))) == 1


def test_minutes_side_by_side_in_a_table(minutes: Any) -> None:
    """Each cell of the row holds a meeting, its follow-ups in lines of its own."""
    left = "RAPAT KEBUN\nTanggal: 6 Januari 2025\nTempat: Balai RW\nKeputusan\n1. Pagar diganti."
    right = "RAPAT PAWAI\nTanggal: 9 Januari 2025\nTempat: Aula SD\nKeputusan\n1. Rute dipendekkan."
    first, second = minutes.documents(Source("text/plain", (minutes.table([left, right]),)))
    assert [block.text for block in first.blocks] == left.replace("1. ", "").split("\n")
    assert [block.text for block in second.blocks] == right.replace("1. ", "").split("\n")


def test_the_halves_of_a_header_side_by_side_are_one(minutes: Any) -> None:
    left = "Tanggal: 6 Januari 2025\nTempat: Balai RW"
    right = "Tanggal cetak: 9 Januari 2025\nNotulis: Rani"
    lines = (Line("Keputusan"), Line("1. Pagar diganti."))
    assert len(minutes.documents(Source("text/plain", (minutes.table([left, right]), *lines)))) == 1


PLANNED = [
    ["Rapat", "Tanggal", "Tempat", "Agenda"],
    ["II", "6 Mei 2025", "Balai", "Pompa"],
    ["III", "9 Mei 2025", "Balai", "Kas"],
]


@pytest.mark.parametrize(
    "heading",
    ["Jadwal rapat", "Rencana pertemuan", "Rapat selanjutnya", "4. Agenda rapat mendatang", "Pertemuan berikutnya"],
)
def test_meetings_to_come_are_no_register(minutes: Any, heading: str) -> None:
    lines = (Line("NOTULEN RAPAT"), Line("1. Pompa rusak"), Line(heading))
    assert len(minutes.documents(Source("text/plain", (*lines, minutes.table(*PLANNED))))) == 1


def test_a_table_below_the_form_of_a_dated_meeting_is_no_register(minutes: Any) -> None:
    form = minutes.table(["Hari/Tanggal", "Senin, 6 Januari 2025"], ["Tempat", "Balai"], ["Notulis", "Rani"])
    source = Source("text/plain", (Line("NOTULEN RAPAT"), form, Line("Kegiatan"), minutes.table(*PLANNED)))
    assert len(minutes.documents(source)) == 1


def test_a_register_of_plans_of_work_stays_one(minutes: Any) -> None:
    source = Source("text/plain", (Line("Rencana kerja dan hasil rapat"), minutes.table(TITLES, FIRST, SECOND)))
    assert len(minutes.documents(source)) == 2
