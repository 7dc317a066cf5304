"""A deadline said once for several tasks."""

from collections.abc import Callable

import pytest

from notula.models.result import Result

Under = Callable[..., Result]
ROAD = "Kepala Dusun mendata jalan rusak."
CASH = "Bendahara menyusun laporan kas."
POND = "Ketua RT 02 menguras embung."
OWN = "Bendahara menyusun laporan kas, paling lambat 17 Maret 2023."
TASKS = (f"1. {ROAD}", f"2. {CASH}", f"3. {POND}")
DAY, TOLD = "2023-03-28", "paling lambat 28 Maret 2023"

# The lines under "Tindak Lanjut", and the days of the three tasks.
ROWS = {
    "all": ((*TASKS, "", f"Seluruh tindak lanjut di atas diselesaikan {TOLD}."), (DAY, DAY, DAY)),
    "one has its own": (
        (f"1. {ROAD}", f"2. {OWN}", f"3. {POND}", "", f"Semua butir selesai {TOLD}."), (DAY, "2023-03-17", DAY),
    ),
    "a range of numbers": ((*TASKS, "", f"Langkah 1 s.d. 2 dituntaskan {TOLD}."), (DAY, DAY, None)),
    "single numbers": ((*TASKS, "", f"Nomor 1 dan 3 {TOLD}."), (DAY, None, DAY)),
    "all but those with their own": (
        (f"Semua tugas berikut selesai {TOLD}, kecuali yang sudah disebutkan tanggalnya.", f"1. {ROAD}", f"2. {OWN}"),
        (DAY, "2023-03-17"),
    ),
    "one after the other": (
        (*TASKS, "", f"Butir 1 dan 2 diselesaikan {TOLD}, sedangkan butir 3 menunggu hujan reda."), (DAY, DAY, None),
    ),
    "labelled by numbers": ((*TASKS, "", "Batas waktu butir 1 dan 3: 28 Maret 2023."), (DAY, None, DAY)),
    "those not dated": (
        (f"1. {ROAD}", f"2. {OWN}", "", f"Semua tugas yang belum bertanggal selesai {TOLD}."), (DAY, "2023-03-17"),
    ),
    "one alone": ((*TASKS, "", "Khusus nomor 2, batas waktunya 28 Maret 2023."), (None, DAY, None)),
    "letters": (
        (f"a. {ROAD}", f"b. {CASH}", f"c. {POND}", "", f"Huruf b hingga c selesai {TOLD}."), (None, DAY, DAY),
    ),
    "those without": (
        (*TASKS, f"4. Tugas yang belum ada tenggatnya diselesaikan {TOLD}."), (DAY, DAY, DAY),
    ),
    "the others": ((f"1. {ROAD}", f"2. {OWN}", f"3. {POND}", f"Selebihnya {TOLD}."), (DAY, "2023-03-17", DAY)),
    "in brackets before": ((f"(semua {TOLD})", *TASKS), (DAY, DAY, DAY)),
    "a line over the list": (("Yang harus selesai sebelum 28 Maret 2023:", *TASKS), (DAY, DAY, DAY)),
    "two groups": (
        (f"Tahap satu ({TOLD}):", f"- {ROAD}", f"- {CASH}", "Tahap dua (s.d. 30 April 2023):", f"- {POND}"),
        (DAY, DAY, "2023-04-30"),
    ),
    "a bare line at the end": ((*TASKS, "", "Batas waktu: 28 Maret 2023"), (DAY, DAY, DAY)),
    "a bare line, but others have theirs": (
        (f"1. {ROAD}", f"2. {OWN}", f"3. {POND}", "", "Batas waktu: 28 Maret 2023"), (None, "2023-03-17", None),
    ),
    "days over their tasks": (
        ("Besok", f"- {ROAD}", "s.d. akhir Maret", f"- {CASH}", f"- {POND}"),
        ("2023-03-15", "2023-03-31", "2023-03-31"),
    ),
    "a day before the meeting over tasks": (("1 Maret 2023", f"- {ROAD}", f"- {CASH}"), (None, None)),
    "days below their tasks": ((f"- {ROAD}", "28 Maret 2023", f"- {CASH}", "30 Maret 2023"), (None, None)),
    "counted from the meeting": ((*TASKS, "", "Semua tugas tuntas paling lambat 3 hari kerja."), ("2023-03-17",) * 3),
    "English": ((*TASKS, "", "All action items must be completed by 28 March 2023."), (DAY, DAY, DAY)),
    "a sentence between others": (
        (*TASKS, "", f"Ketua berterima kasih. Semua tugas di atas dituntaskan {TOLD}. Rapat ditutup."), (DAY, DAY, DAY),
    ),
    "a task of its own": (
        (f"1. {ROAD}", f"2. Seluruh ketua RT mengumpulkan KTP {TOLD}.", f"3. {POND}"), (None, DAY, None),
    ),
    "the limit as a verb": (
        (*TASKS, "", "Semua pekerjaan di atas ditenggat 3 hari kerja sesudah rapat."), ("2023-03-17",) * 3,
    ),
    "handed in together": ((*TASKS, "", f"Semua dikumpulkan di grup {TOLD}. Yang terlambat didenda."), (DAY,) * 3),
    "handed in, the results": ((*TASKS, "", f"Seluruh hasilnya sudah harus dikirim {TOLD}."), (DAY,) * 3),
    "something else handed in": (
        (*TASKS, f"4. Semua usulan warga dikirim ke Bappeda {TOLD}."), (None, None, None, DAY),
    ),
    "each by its word": (
        ("1. Bab 1 ditulis oleh Rina.", "2. Bab 2 ditulis oleh Ketut.", f"3. {ROAD}", f"4. Tiap bab selesai {TOLD}."),
        (DAY, DAY, None),
    ),
    "each task": ((*TASKS, "", f"Setiap tugas diselesaikan {TOLD}."), (DAY, DAY, DAY)),
    "each of those who do it": ((f"1. {ROAD}", f"2. Tiap warga selesai {TOLD}."), (None, DAY)),
    "a day that has passed": ((*TASKS, "", "Semua tugas selesai sebelum 1 Maret 2023."), (None, None, None)),
    "the next meeting": ((*TASKS, "", "Rapat berikutnya: 28 Maret 2023"), (None, None, None)),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "days"), ROWS.values(), ids=ROWS)
def test_tasks_without_a_deadline_get_that_of_the_list(
    under: Under, lines: tuple[str, ...], days: tuple[str | None, ...]
) -> None:
    found = under("Tindak Lanjut", *lines).follow_ups
    assert [follow_up.due.date if follow_up.due else None for follow_up in found] == list(days)


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        pytest.param("Tugas minggu ini", "2023-03-19", id="of-this-week"),
        pytest.param("PR bulan depan", "2023-04-30", id="of-the-next-month"),
    ],
)
def test_a_heading_of_tasks_that_names_a_time(heading: str, day: str | None, under: Under) -> None:
    found = under(heading, *TASKS).follow_ups
    assert [follow_up.due.date if follow_up.due else None for follow_up in found] == [day] * 3


def test_it_is_shown_where_it_stands(under: Under) -> None:
    due = under("Tindak Lanjut", *TASKS, "", f"Seluruh tugas diselesaikan {TOLD}.").follow_ups[0].due
    assert due and (due.text, due.evidence.quote, due.evidence.rule) == (TOLD, TOLD, "due_shared_date")
    assert due.evidence.derived


def test_the_heading_of_the_section_may_tell_it(under: Under) -> None:
    found = under(f"Tindak Lanjut ({TOLD})", f"1. {ROAD}", f"2. {OWN}").follow_ups
    assert [follow_up.due and follow_up.due.date for follow_up in found] == [DAY, "2023-03-17"]


def test_decisions_that_give_work_get_it_too(under: Under) -> None:
    found = under(
        "Kesimpulan", "1. Bendahara akan menyusun laporan kas.", "2. Iuran tetap Rp10.000.", "",
        f"Semua keputusan dilaksanakan {TOLD}.",
    ).follow_ups  # fmt: skip
    assert [(follow_up.text, follow_up.due and follow_up.due.date) for follow_up in found] == [
        ("Bendahara akan menyusun laporan kas.", DAY)
    ]


def test_the_title_of_a_column_fills_its_empty_cells(under: Under) -> None:
    table = (
        "| No | Uraian | PIC | Target: April 2023 |",
        "|---|---|---|---|",
        "| 1 | Mendata jalan rusak di dusun | Rina | |",
        "| 2 | Menyusun laporan kas desa | Bendahara | 17 Maret 2023 |",
    )
    first, second = under("# Tindak Lanjut", "", *table, suffix=".md").follow_ups
    assert first.due and first.due.date == "2023-04-30"
    assert second.due is None or second.due.date == "2023-03-17"


def test_what_is_done_gets_none(under: Under) -> None:
    lines = (f"1. {ROAD}", "2. Undangan sudah dikirim.", "", f"Semua tugas selesai {TOLD}.")
    assert [bool(follow_up.due) for follow_up in under("Tindak Lanjut", *lines).follow_ups] == [True, False]
