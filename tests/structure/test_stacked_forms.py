"""Tables that hold headers of minutes beside what is to be done."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from notula.models.sections import SectionKind
from notula.models.source import Line, Source, Table
from notula.pipeline.structure.sections import find_sections

TITLES = ["No", "Tindak Lanjut", "Penanggung Jawab", "Target", "Ket"]
FIRST = ["1", "Mengeruk saluran", "Dinas PU", "20 Mei 2024", ""]
SECOND = ["1", "Mencetak karcis", "Dinas Pasar", "27 Mei 2024", ""]


def spanned(minutes: Any, *rows: Sequence[str]) -> Table:
    """A table of five columns in which a row's last cell spans those that are left."""
    table = minutes.table(*rows)
    last = {row: len(texts) - 1 for row, texts in enumerate(rows)}
    cells = (
        replace(cell, columns=5 - cell.column) if cell.column == last[cell.row] else cell
        for cell in table.cells
        if cell.column <= last[cell.row]
    )
    return replace(table, cells=tuple(cells), columns=5)


def form(day: str, hour: str, place: str) -> list[list[str]]:
    return [["Hari/Tanggal", day], ["Waktu", hour], ["Tempat", place], ["Peserta", "Dinas PU, Dinas Pasar"]]


def starts(minutes: Any, *content: Line | Table) -> list[str]:
    """The first block of each meeting."""
    return [document.text.splitlines()[0] for document in minutes.documents(Source("text/plain", content))]


def test_forms_stacked_in_one_table(minutes: Any) -> None:
    form = [["Hari/Tanggal", "Kamis, 9 Mei 2024"], ["Tempat", "Balai"], ["Pembahasan", "Kas diaudit"]]
    again = [["Hari/Tanggal", "Kamis, 16 Mei 2024"], ["Tempat", "Aula"], ["Pembahasan", "Pompa rusak"]]
    table = minutes.table(["PERTEMUAN KE-1"], *form, ["PERTEMUAN KE-2"], *again)
    wide = {cell: replace(cell, columns=2) for cell in table.cells if cell.row in (0, 4)}
    table = replace(table, cells=tuple(wide.get(cell, cell) for cell in table.cells))
    documents = minutes.documents(Source("text/plain", (Line("RISALAH RAPAT"), table)))
    assert [document.text.splitlines()[0] for document in documents] == ["RISALAH RAPAT", "PERTEMUAN KE-2"]
    assert ["Aula" in document.text for document in documents] == [False, True]


@pytest.mark.parametrize(
    ("day", "hour"),
    [
        pytest.param("Kamis, 16 Mei 2024", "09.00 WIB", id="another-day"),
        pytest.param("Kamis, 9 Mei 2024", "13.00 WIB", id="another-hour"),
    ],
)
@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("RAPAT I: BANJIR", "RAPAT II: PASAR", id="numbered"),
        pytest.param("Rapat Penanganan Banjir", "Rapat Retribusi Pasar", id="named"),
        pytest.param("NOTULA RAPAT\nPenanganan Banjir", "NOTULA RAPAT\nRetribusi Pasar", id="two-lines"),
    ],
)
def test_minutes_one_below_the_other(minutes: Any, one: str, other: str, day: str, hour: str) -> None:
    """Each has its header, the titles of columns and its tasks."""
    above = [[one], *form("Kamis, 9 Mei 2024", "09.00 WIB", "Balai"), TITLES, FIRST]
    table = spanned(minutes, *above, [other], *form(day, hour, "Aula"), TITLES, SECOND)
    documents = minutes.documents(Source("text/plain", (Line("NOTULA"), table)))
    assert [document.text.splitlines()[0] for document in documents] == ["NOTULA", other.split("\n")[0]]
    assert ["Mencetak karcis" in document.text for document in documents] == [False, True]


def test_two_tables_of_minutes(minutes: Any) -> None:
    """Nothing need stand between them where each holds its tasks."""
    tables = [
        spanned(minutes, [f"Rapat {name}"], *form("Kamis, 9 Mei 2024", hour, "Balai"), TITLES, FIRST)
        for name, hour in (("Banjir", "09.00"), ("Pasar", "13.00"))
    ]
    assert starts(minutes, tables[0], Line(" "), tables[1]) == ["Rapat Banjir", "Rapat Pasar"]


def test_a_title_among_the_labels(minutes: Any) -> None:
    """The header begins with the first of its labels."""
    one, other = ([["Nama Rapat", name], *form(day, "09.00", "Balai")] for name, day in (
        ("Rapat Banjir", "9 Mei 2024"), ("Rapat Pasar", "16 Mei 2024")))  # fmt: skip
    documents = minutes.documents(
        Source("text/plain", (spanned(minutes, *one, TITLES, FIRST, *other, TITLES, SECOND),))
    )
    assert ["Rapat Pasar" in document.text for document in documents] == [False, True]


def test_a_header_in_one_cell(minutes: Any) -> None:
    """Its lines stand above the table of tasks, be it one or two."""
    above = ["Rapat {}\nHari/Tanggal: {} Mei 2024\nTempat: Balai\nPeserta: Dinas PU, Dinas Pasar"]
    one, other = ([above[0].format(name, day)] for name, day in (("Banjir", 9), ("Pasar", 16)))
    assert starts(minutes, spanned(minutes, one, TITLES, FIRST)) == ["Rapat Banjir"]
    assert starts(minutes, spanned(minutes, one, TITLES, FIRST, other, TITLES, SECOND)) == [
        "Rapat Banjir",
        "Rapat Pasar",
    ]


def test_a_meeting_and_its_day_over_all_columns(minutes: Any) -> None:
    one, other = ([f"Rapat {name}, Kamis, {day} Mei 2024, pukul 09.00"] for name, day in (("Banjir", 9), ("Pasar", 16)))
    table = spanned(minutes, one, TITLES, FIRST, other, TITLES, SECOND)
    assert len(starts(minutes, Line("NOTULA RAPAT"), table)) == 2


@pytest.mark.parametrize(
    "header",
    [
        pytest.param([["Hari/Tanggal: {}"], ["Waktu: 09.00"], ["Tempat: Balai"], ["Peserta: Dodi"]], id="a-line-a-row"),
        pytest.param([["Hari/Tanggal: {}", "Waktu: 09.00"], ["Tempat: Balai", "Peserta: Dodi, Rani"]], id="two-a-row"),
        pytest.param([["1", "Tanggal", "{}"], ["2", "Tempat", "Balai"], ["3", "Peserta", "Dodi, Rani"]], id="numbered"),
        pytest.param([["Waktu", "{}, pukul 09.00"], ["Tempat", "Balai"], ["Peserta", "Dodi"]], id="day-with-hour"),
        pytest.param([["Waktu dan Tempat", "{}, pukul 09.00, Balai"], ["Peserta", "Dodi, Rani"]], id="all-in-one"),
    ],
)  # fmt: skip
def test_headers_of_other_forms(minutes: Any, header: list[list[str]]) -> None:
    """Two in one table, one beside minutes of another form, or one alone: its day and tasks are read."""
    one, other = ([[text.format(f"Kamis, {day} Mei 2024") for text in row] for row in header] for day in (9, 16))
    first = spanned(minutes, ["Rapat Banjir"], *one, TITLES, FIRST)
    both = spanned(minutes, ["Rapat Banjir"], *one, TITLES, FIRST, ["Rapat Pasar"], *other, TITLES, SECOND)
    plain = minutes.source(
        "NOTULA RAPAT PASAR\nTanggal : 16 Mei 2024\nTempat : Aula\n\nTindak Lanjut\n1. Dodi mencetak karcis"
    )
    for content in ((first,), (both,), (first, *plain.content)):
        documents = minutes.documents(Source("text/plain", (Line("NOTULA"), *content)))
        assert len(documents) == 1 + (content != (first,))
        found = find_sections(documents[0], minutes.lexicon)
        assert "9 Mei 2024" in " ".join(block.text for each in found.sections[:4] for block in each.blocks)
        assert found.of(SectionKind.FOLLOW_UPS)


def test_a_header_among_the_tasks_of_the_meeting_before(minutes: Any) -> None:
    head = [Line("NOTULA RAPAT BANJIR"), Line("Tanggal : 9 Mei 2024"), Line("Tempat : Balai"), Line("Peserta : Dodi")]
    more = [["Rapat Pasar"], *form("16 Mei 2024", "09.00", "Aula")]
    assert starts(minutes, *head, spanned(minutes, TITLES, FIRST, FIRST, *more, TITLES, SECOND)) == [
        "NOTULA RAPAT BANJIR", "Rapat Pasar",
    ]  # fmt: skip


def test_a_later_meeting_of_the_day_does_not_lose_the_form(minutes: Any) -> None:
    """Its header has no day; the table asks for hour and place twice."""
    one = [["Rapat Banjir"], *form("9 Mei 2024", "09.00", "Balai"), TITLES, FIRST]
    other = [["Rapat Pasar"], *form("", "13.00", "Aula")[1:], TITLES, SECOND]
    documents = minutes.documents(Source("text/plain", (spanned(minutes, *one, *other),)))
    found = (find_sections(document, minutes.lexicon).of(SectionKind.FOLLOW_UPS) for document in documents)
    tasks = [block.text for sections in found for each in sections for block in each.blocks]
    assert ["Mencetak karcis" in text for text in tasks] == [False, True]


@pytest.mark.parametrize(
    "more",
    [
        pytest.param([["Rapat berikutnya"], ["Tanggal", "16 Mei 2024"], ["Tempat", "Aula"]], id="the-next-meeting"),
        pytest.param([["Daerah irigasi"], TITLES, SECOND], id="a-banner-of-tasks"),
        pytest.param([["Menunggu hasil rapat Senin, 6 Mei 2024"], SECOND], id="a-remark"),
        pytest.param([["Tanggal cetak", "16 Mei 2024"]], id="a-label-alone"),
        pytest.param([["Media", "Film diputar 13 Mei 2024", "Dodi"]], id="a-topic-like-a-place"),
    ],
)
def test_one_meeting(minutes: Any, more: list[list[str]]) -> None:
    table = spanned(minutes, ["Rapat Banjir"], *form("9 Mei 2024", "09.00", "Balai"), TITLES, FIRST, *more)
    assert len(starts(minutes, Line("NOTULA"), table)) == 1
