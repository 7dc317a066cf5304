"""A source's meetings as documents: what is set apart goes with its pages."""

from collections.abc import Callable
from typing import Any

import pytest

from notula.models.source import Box, Line, Source

MakePage = Callable[..., list[Line]]


def meeting(date: str, group: str) -> list[str]:
    """The lines of one meeting's minutes, none of them on another's page."""
    return [
        f"NOTULEN RAPAT {group}", f"Tanggal : {date}", f"Tempat : Balai {group}", "Pembahasan",
        f"1. Iuran {group}", f"2. Lampu {group}", f"3. Arisan {group}",
    ]  # fmt: skip


MEETINGS = (("4 Maret 2024", "PENGURUS"), ("11 Maret 2024", "PANITIA"))


def two_meetings(make_page: MakePage) -> Source:
    pages = [make_page(at, *meeting(*each), str(at)) for at, each in enumerate(MEETINGS, start=1)]
    return Source("application/pdf", tuple(line for page in pages for line in page), pages=2, wrapped=True)


def test_page_numbers_go_with_the_meeting_on_their_page(minutes: Any, make_page: MakePage) -> None:
    first, second = minutes.documents(two_meetings(make_page))
    assert [(each.kind, each.text) for each in first.furniture] == [("page_number", "1")]
    assert [(each.kind, each.text) for each in second.furniture] == [("page_number", "2")]


def test_offsets_begin_anew_in_each_document(minutes: Any, make_page: MakePage) -> None:
    for document in minutes.documents(two_meetings(make_page)):
        assert document.lines[0].start == 0
        assert document.pages == 2
        for block in document.blocks:
            assert document.text[block.start : block.end].replace("\n", " ") == block.text


@pytest.mark.parametrize("origin", ["header", "footer", "footnote"])
def test_furniture_without_a_page_goes_with_the_first(minutes: Any, origin: str) -> None:
    lines = [Line(text) for each in MEETINGS for text in meeting(*each)]
    aside = Line("Dokumen internal", origin=origin)  # type: ignore[arg-type]
    first, second = minutes.documents(Source("text/plain", (*lines, aside)))
    assert [each.text for each in first.furniture] == ["Dokumen internal"]
    assert second.furniture == ()


def test_furniture_is_in_no_block(minutes: Any, make_page: MakePage) -> None:
    for document in minutes.documents(two_meetings(make_page)):
        ends = min(each.start for each in document.furniture)
        assert all(block.end <= ends for block in document.blocks)


def test_table_over_a_page_break_is_one_block(minutes: Any, make_table: Callable[..., Any]) -> None:
    titles = ["No", "Tugas", "PIC"]
    pages = [make_table(titles, [str(n), "Menagih", "Dodi"], box=Box(n, 70, 60, 520, 300)) for n in (1, 2)]
    (block,) = minutes.blocks(Source("application/pdf", tuple(pages), pages=2))
    assert [[cell.text for cell in row] for row in block.table.rows] == [
        titles, ["1", "Menagih", "Dodi"], ["2", "Menagih", "Dodi"],
    ]  # fmt: skip


def test_empty_source_is_an_empty_document(minutes: Any) -> None:
    document = minutes.document(Source("text/plain", ()))
    assert (document.text, document.blocks, document.furniture) == ("", (), ())


def test_evidence_quotes_the_canonical_text(minutes: Any) -> None:
    document = minutes.document("NOTULEN RAPAT\n1. Iuran naik\n")
    block = document.blocks[-1]
    evidence = document.evidence(block.start, block.end, "test.rule")
    assert (evidence.quote, evidence.char_start, evidence.char_end) == ("Iuran naik", block.start, block.end)
    assert document.text[evidence.char_start : evidence.char_end] == evidence.quote
