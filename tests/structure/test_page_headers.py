"""Page headers of Word sections that are the heads of minutes."""

from collections.abc import Sequence

import pytest

from notula.models.source import Cell, Line, Source, Table
from notula.pipeline.lexicon import load_lexicon
from notula.pipeline.structure.documents import build_documents

FORM = ("Notula", "Hari/Tanggal : {day}", "Waktu : 09.00 WIB", "Tempat : Aula")
BODY = ("Peserta:", "Rina", "Tindak Lanjut", "Rina mengirim data.")


def header(*texts: str) -> list[Line | Table]:
    return [Line(text, "header", origin="header") for text in texts]


def header_table(*rows: Sequence[str]) -> list[Line | Table]:
    cells = tuple(
        Cell(row, column, (Line(text, "header table 1", origin="header"),))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    return [Table(cells, len(rows), len(rows[0]), place="header table 1")]


def body(*texts: str) -> list[Line | Table]:
    return [Line(text, f"paragraph {at}") for at, text in enumerate(texts, 1)]


def shown(*content: list[Line | Table]) -> list[str]:
    """The body of each meeting, without what was set apart."""
    documents = build_documents(Source("x", tuple(piece for part in content for piece in part)), load_lexicon())
    return [document.text.split("\f")[0] for document in documents]


def test_labels_in_a_page_header_are_the_head_of_the_minutes() -> None:
    (text,) = shown(header(*[line.format(day="Senin, 3 Maret 2025") for line in FORM]), body(*BODY))
    assert text.startswith("Notula\nHari/Tanggal : Senin, 3 Maret 2025")


def test_each_section_with_such_a_header_is_a_meeting() -> None:
    days = ("Senin, 3 Maret 2025", "Kamis, 6 Maret 2025")
    parts = [part for day in days for part in (header(*[line.format(day=day) for line in FORM]), body(*BODY))]
    assert [day in text for day, text in zip(days, shown(*parts), strict=True)] == [True, True]


def test_forms_in_the_headers_of_sections_are_meetings() -> None:
    days = ("Senin, 3 Maret 2025", "Kamis, 6 Maret 2025")
    parts = [
        part
        for day in days
        for part in (header_table(("Hari/Tanggal", day), ("Waktu", "09.00 WIB"), ("Tempat", "Aula")), body(*BODY))
    ]
    assert [day in text for day, text in zip(days, shown(*parts), strict=True)] == [True, True]


def test_a_title_and_a_day_without_labels_tell_sections_apart() -> None:
    parts = header("Notula Rapat Pupuk", "Senin, 3 Maret 2025"), header("Notula Rapat Benih", "Kamis, 6 Maret 2025")
    texts = shown(parts[0], body(*BODY), parts[1], body(*BODY))
    assert ["Pupuk" in texts[0], "Benih" in texts[1]] == [True, True]


def test_the_title_may_stand_in_the_page_header_alone() -> None:
    labelled = body("Hari/Tanggal : Senin, 3 Maret 2025", "Tempat : Aula", *BODY)
    (text,) = shown(header("NOTULA RAPAT PUPUK"), labelled)
    assert text.startswith("NOTULA RAPAT PUPUK")


@pytest.mark.parametrize(
    "running",
    [
        ("Dinas Pertanian", "Jl. Merdeka No. 1"),
        ("No. Dokumen : FM-01", "Tanggal Terbit : 1 Januari 2024", "Halaman : 1"),
        ("Notula Rapat Pupuk, 3 Maret 2025",),
    ],
)
def test_other_page_headers_are_set_apart(running: tuple[str, ...]) -> None:
    titled = body("NOTULA RAPAT PUPUK", "Hari/Tanggal : Senin, 3 Maret 2025", "Tempat : Aula", *BODY)
    (text,) = shown(header(*running), titled, header("Lampiran notula"), body("Harga pupuk"))
    assert text.startswith("NOTULA RAPAT PUPUK")
    assert not [line for line in (*running, "Lampiran notula") if line in text]


def test_a_table_in_the_header_of_a_later_section_parts_no_list() -> None:
    control = header_table(("RSUD Sukamaju", "No. Dokumen: FM-01"), ("Rapat", "Revisi: 0"))
    titled = body("NOTULA RAPAT PUPUK", "Hari/Tanggal : Senin, 3 Maret 2025", "Tempat : Aula", *BODY)
    (text,) = shown(titled, control, body("Budi mencetak formulir."))
    assert text.splitlines()[-2:] == ["Rina mengirim data.", "Budi mencetak formulir."]


@pytest.mark.parametrize("running", ["Notula No. 4/2025\thal. 2", "Rapat Pupuk – halaman 2 dari 3", "Page 2"])
def test_what_numbers_later_pages_is_set_apart_beside_such_a_header(running: str) -> None:
    form = header(*[line.format(day="Senin, 3 Maret 2025") for line in FORM])
    (text,) = shown(form, header(running), body(*BODY))
    assert running not in text
    assert text.startswith("Notula\nHari/Tanggal : Senin, 3 Maret 2025\nWaktu : 09.00 WIB\nTempat : Aula")


def test_a_day_before_a_number_of_the_page_is_kept() -> None:
    (text,) = shown(header("Notula Rapat Pupuk, 3 Maret 2025, hal. 1"), body("Tempat : Aula", *BODY))
    assert text.startswith("Notula Rapat Pupuk, 3 Maret 2025, hal. 1")


@pytest.mark.parametrize(("day", "meetings"), [("11 Maret 2025", 2), ("3 Maret 2025", 1)])
def test_a_later_section_whose_header_alone_names_its_minutes_and_another_day(day: str, meetings: int) -> None:
    first = body("Notula Rapat Kas", "Hari/Tanggal : Senin, 3 Maret 2025", "Tempat : Aula", *BODY)
    assert len(shown(first, header(f"Notula Rapat Pompa - {day}"), body(*BODY))) == meetings
