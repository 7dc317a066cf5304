"""Headers, footers, notes and text boxes."""

from typing import Any

import pytest

from notula.models.source import Line

BOX = "<wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx>"
VML = "<w:pict><v:rect><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:rect></w:pict>"
BOTH = (
    "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>" + BOX + "</w:drawing></mc:Choice>"
    "<mc:Fallback>" + VML + "</mc:Fallback></mc:AlternateContent>"
)


def section(*references: str, more: str = "") -> str:
    """Section properties; a reference is its kind, type and id (``header default header1``)."""
    rows = ""
    for reference in references:
        kind, pages, name = reference.split()
        rows += f'<w:{kind}Reference w:type="{pages}" r:id="{name}"/>'
    return f"<w:sectPr>{rows}{more}</w:sectPr>"


def told(source: Any) -> list[tuple[str, str]]:
    return [(line.origin, line.text) for line in source.content]


def test_headers_come_first_and_footers_last(word: Any) -> None:
    body = word.p("isi") + section("header default header1", "footer default footer1")
    source = word.read(body, header1=word.p("kop"), footer1=word.p("kaki"))
    assert told(source) == [("header", "kop"), ("body", "isi"), ("footer", "kaki")]
    assert [line.place for line in source.content] == ["header", "paragraph 1", "footer"]


def test_the_header_of_a_later_section_stands_over_it(word: Any) -> None:
    first = word.p("satu", section("header default header1"))
    body = first + word.p("dua", section()) + word.p("tiga") + section("header default header2")
    source = word.read(body, header1=word.p("kop"), header2=word.p("kop lain"))
    assert told(source) == [
        ("header", "kop"), ("body", "satu"), ("body", "dua"), ("header", "kop lain"), ("body", "tiga"),
    ]  # fmt: skip


def test_what_a_section_was_like_before_is_none(word: Any) -> None:
    former = "<w:sectPrChange><w:sectPr/></w:sectPrChange>"
    body = word.p("satu", section("header default header1", more=former)) + word.p("dua")
    source = word.read(body + section("header default header2"), header1=word.p("kop"), header2=word.p("kop lain"))
    assert told(source) == [("header", "kop"), ("body", "satu"), ("header", "kop lain"), ("body", "dua")]


def test_the_same_header_in_two_sections_is_given_once(word: Any) -> None:
    body = word.p("isi", section("header default header1")) + section(
        "header default header2", "header default header1"
    )
    source = word.read(body, header1=word.p("kop"), header2=word.p("kop"))
    assert told(source) == [("header", "kop"), ("body", "isi")]


@pytest.mark.parametrize(
    ("kind", "more", "settings", "shown"),
    [
        pytest.param("first", "", "", False, id="first page not set apart"),
        pytest.param("first", "<w:titlePg/>", "", True, id="first page set apart"),
        pytest.param("even", "", "", False, id="even pages not set apart"),
        pytest.param("even", "", "<w:evenAndOddHeaders/>", True, id="even pages set apart"),
    ],
)
def test_headers_that_no_page_shows_are_left_out(word: Any, kind: str, more: str, settings: str, shown: bool) -> None:
    body = word.p("isi") + section(f"header {kind} header1", more=more)
    source = word.read(body, header1=word.p("kop"), settings=settings)
    assert (("header", "kop") in told(source)) is shown


def test_a_header_without_its_part_is_none(word: Any) -> None:
    assert told(word.read(word.p("isi") + section("header default header7"))) == [("body", "isi")]


def test_a_table_in_a_header(word: Any) -> None:
    body = word.p("isi") + section("header default header1")
    table = word.read(body, header1=word.table(word.tr(word.tc("kop")))).content[0]
    line = table.cells[0].content[0]
    assert (table.place, line.place, line.origin) == ("header table 1", "header table 1 row 1 cell 1", "header")


def test_notes_come_after_the_body_in_the_order_referred_to(word: Any) -> None:
    reference = '<w:r><w:{}Reference w:id="{}"/></w:r>'
    body = word.p(
        word.r("isi")
        + reference.format("footnote", 3)
        + reference.format("footnote", 2)
        + reference.format("endnote", 2)
    )
    notes = "".join(f'<w:footnote w:id="{n}">{word.p(f"catatan {n}")}</w:footnote>' for n in (1, 2, 3))
    ends = (
        '<w:endnote w:type="separator" w:id="-1"><w:p/></w:endnote><w:endnote w:id="2">'
        + word.p("akhir")
        + "</w:endnote>"
    )
    source = word.read(body, footnotes=notes, endnotes=ends)
    assert told(source) == [
        ("body", "isi"), ("footnote", "catatan 3"), ("footnote", "catatan 2"), ("footnote", "akhir"),
    ]  # fmt: skip
    assert [line.place for line in source.content[1:]] == ["footnote 3", "footnote 2", "endnote 2"]


def test_a_deleted_reference_takes_its_note_along(word: Any) -> None:
    body = word.p(word.r("isi") + '<w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:del>')
    source = word.read(body, footnotes=f'<w:footnote w:id="2">{word.p("catatan")}</w:footnote>')
    assert told(source) == [("body", "isi")]


@pytest.mark.parametrize(
    "shape", ["<w:drawing>" + BOX + "</w:drawing>", VML, BOTH], ids=["drawing", "VML", "both alternatives"]
)
def test_a_text_box_follows_its_anchor(word: Any, shape: str) -> None:
    inner = word.p("dalam kotak")
    body = word.p(word.r("jangkar") + f"<w:r>{shape.format(inner)}</w:r>") + word.p("sesudah")
    source = word.read(body)
    assert told(source) == [("body", "jangkar"), ("textbox", "dalam kotak"), ("body", "sesudah")]
    assert [line.place for line in source.content] == ["paragraph 1", "paragraph 1 text box 1", "paragraph 2"]


def test_a_text_box_in_a_text_box(word: Any) -> None:
    inner = word.p(word.r("luar") + "<w:r>" + BOTH.format(word.p("dalam")) + "</w:r>")
    body = word.p("<w:r>" + BOTH.format(inner) + "</w:r>")
    assert told(word.read(body)) == [("textbox", "luar"), ("textbox", "dalam")]


def test_a_text_box_in_a_cell_and_a_table_in_a_text_box(word: Any) -> None:
    box = "<w:r>" + VML.format(word.table(word.tr(word.tc("sel")))) + "</w:r>"
    table = word.table_of(word.table(word.tr(word.tc(word.p(word.r("luar") + box)))))
    line, nested = table.cells[0].content
    assert isinstance(line, Line)
    assert nested.place == "table 1 row 1 cell 1 text box 1 table 1"
    assert nested.cells[0].content[0].origin == "textbox"


def test_a_text_box_in_a_header_is_part_of_it(word: Any) -> None:
    header = word.p("<w:r>" + VML.format(word.p("kop")) + "</w:r>")
    source = word.read(word.p("isi") + section("header default header1"), header1=header)
    assert told(source)[0] == ("header", "kop")
