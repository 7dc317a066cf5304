"""HTML pages."""

from typing import Any

import pytest

from notula.models.issue import Note
from notula.models.source import Line, Source, Table
from notula.pipeline.errors import DocumentError
from notula.pipeline.read.webpage import read_html
from notula.pipeline.settings import Settings


def read(body: str) -> Source:
    return read_html(f"<html><head><title>Judul</title></head><body>{body}</body></html>".encode(), Settings())


def lines(body: str) -> list[Line]:
    found = read(body).content
    assert all(isinstance(part, Line) for part in found)
    return [part for part in found if isinstance(part, Line)]


def texts(body: str) -> list[str]:
    return [line.text for line in lines(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<p>satu</p><p>dua</p>", ["satu", "dua"], id="paragraphs"),
        pytest.param(
            "satu<div>dua<p>tiga</p>empat</div>lima", ["satu", "dua", "tiga", "empat", "lima"], id="text around"
        ),
        pytest.param("<p>N\n a\t m  a : Budi</p>", ["N a m a : Budi"], id="white space collapses"),
        pytest.param("<p>dua <b> kata</b></p>", ["dua kata"], id="white space over tags"),
        pytest.param("<p>Hari&nbsp;&nbsp;&nbsp; : Senin</p>", ["Hari\t: Senin"], id="no-break spaces are a gap"),
        pytest.param("<p>a&nbsp;b</p>", ["a b"], id="one no-break space"),
        pytest.param("<script>x</script><style>y</style><p>z</p><noscript>n</noscript>", ["z"], id="code"),
        pytest.param("<p hidden>x</p><p style='display: none'>y</p><p>z</p>", ["z"], id="hidden"),
        pytest.param("<!-- x --><p>y<!-- z --></p>", ["y"], id="comments"),
        pytest.param("<dl><dt>Tempat</dt><dd>Aula</dd></dl>", ["Tempat", "Aula"], id="definitions"),
        pytest.param("<p>a</p><hr><p>_____</p><p>b</p>", ["a", "b"], id="rules"),
        pytest.param("<p>a &amp; b &mdash; c</p>", ["a & b — c"], id="entities"),
        pytest.param("<pre>satu\n  dua\n</pre>", ["satu", "dua"], id="preformatted"),
        pytest.param("<select><option>x</select><p>y</p>", ["y"], id="form controls"),
        pytest.param("<p>a<o:p></o:p></p>", ["a"], id="foreign tags"),
        pytest.param("<b>a<p>b</b>c", ["a", "bc"], id="tags out of order"),
    ],
)
def test_blocks(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


@pytest.mark.parametrize(
    "around",
    [
        '<div class="breadcrumb">Beranda / Kabar</div>',
        '<div id="komentar"><p>Mantap!</p></div>',
        "<aside>Statistik</aside>",
        "<nav>Beranda</nav>",
        '<div id="mw-navigation"><ul><li>Beranda</li></ul></div>',
        '<div id="toc" class="toc"><h2>Daftar isi</h2></div>',
        '<div id="footer">Terakhir diubah</div>',
        '<div class="printfooter">Diperoleh dari "kopi.example"</div>',
        '<div class="docInfo">rapat.txt - Terakhir diubah oleh rina</div>',
        '<div id="catlinks">Kategori: Rapat</div>',
    ],
)
def test_what_stands_around_the_text_of_a_page(around: str) -> None:
    assert [line.origin == "body" for line in lines(f"{around}<main><p>Notula</p></main>")].count(True) == 1
    inside = '<main><p class="breadcrumb">Beranda</p><p>Notula</p></main>'
    assert [line.text for line in lines(inside) if line.origin == "body"] == ["Notula"]


def test_links_for_editing_are_no_part_of_a_heading() -> None:
    link = '<span class="mw-editsection">[<a href="#">sunting</a>]</span>'
    assert [line.text for line in lines(f"<h2>Rapat 3 Maret{link}</h2>")] == ["Rapat 3 Maret"]


def test_breaks() -> None:
    found = lines("<p>satu<br>dua<br><br>tiga</p>")
    assert [(line.text, line.continues, line.spaced) for line in found] == [
        ("satu", False, False), ("dua", True, False), ("tiga", False, True),
    ]  # fmt: skip


def test_empty_paragraphs_space_the_next_but_wrappers_do_not() -> None:
    found = lines("<p>a</p><div><div><p>b</p></div></div><p>&nbsp;</p><p>c</p>")
    assert [line.spaced for line in found] == [False, False, True]


@pytest.mark.parametrize(
    ("body", "attribute", "value"),
    [
        ("<h1>x</h1>", "outline", 1),
        ("<h6>x</h6>", "outline", 6),
        ("<p>x</p>", "outline", None),
        ("<h2>x</h2>", "bold", True),
        ("<p><b>x</b> :</p>", "bold", True),
        ("<p><b>x</b> y</p>", "bold", False),
        ("<p style='font-weight: 700'>x</p>", "bold", True),
        ("<p class='fs-5 fw-bolder'>x</p>", "bold", True),
        ("<b><span style='font-weight:normal'>x</span></b>", "bold", False),
        ("<p align=center>x</p>", "align", "center"),
        ("<center>x</center>", "align", "center"),
        ("<div style='text-align: right'><p>x</p></div>", "align", "right"),
        ("<p class='lh-1 text-center'>x</p>", "align", "center"),
        ("<p class='text-end'>x</p>", "align", "right"),
        ("<p style='text-align:justify'>x</p>", "align", "justify"),
        ("<p class='text-uppercase'>x</p>", "align", None),
        ("<p style='margin-left: 0.5in; text-indent:-0.25in'>x</p>", "indent", 18.0),
        ("<p style='margin-left:40px'>x</p>", "indent", 30.0),
        ("<blockquote>x</blockquote>", "indent", 30.0),
        ("<p class='m-3'>x</p>", "indent", 12.0),
        ("<p style='margin-left:auto'>x</p>", "indent", 0.0),
        ("<p><s>x</s></p>", "struck", True),
        ("<p style='text-decoration:line-through'>x</p>", "struck", True),
        ("<header>x</header>", "origin", "header"),
        ("<footer>x</footer>", "origin", "footer"),
        ("<article><header>x</header></article>", "origin", "body"),
        ("<div title='footer'>x</div>", "origin", "footer"),
    ],
)
def test_looks(body: str, attribute: str, value: object) -> None:
    (line,) = lines(body)
    assert getattr(line, attribute) == value


def test_struck_words_are_left_out() -> None:
    assert texts("<p>jadi <del>batal</del> besok</p>") == ["jadi besok"]


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        ("<p>a</p><p style='page-break-before: always'>b</p>", [False, True]),
        ("<p style='page-break-after:always'>a</p><p>b</p>", [False, True]),
        ("<p>a</p><div style='break-before:page'></div><p>b</p>", [False, True]),
        ("<p style='page-break-before: avoid'>a</p><p>b</p>", [False, False]),
    ],
)
def test_pages(body: str, pages: list[bool]) -> None:
    assert [line.new_page for line in lines(body)] == pages


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<ol><li>a<li>b</ol>", [("1.", 0), ("2.", 0)], id="numbers"),
        pytest.param("<ol type=a start=3><li>a<li>b</ol>", [("c.", 0), ("d.", 0)], id="letters from the third"),
        pytest.param("<ol style='list-style-type: upper-roman'><li>a<li value=9>b<li>c</ol>",
                     [("I.", 0), ("IX.", 0), ("X.", 0)], id="roman and a value"),
        pytest.param("<ol reversed><li>a<li>b</ol>", [("2.", 0), ("1.", 0)], id="reversed"),
        pytest.param("<ol start=x><li value=y>a</ol>", [("1.", 0)], id="broken numbers"),
        pytest.param("<ul><li>a<ol><li>b</ol><li>c</ul>", [("•", 0), ("1.", 1), ("•", 0)], id="nested"),
        pytest.param("<ol><li><p>a</p><p>b</p></ol>", [("1.", 0), (None, None)], id="two paragraphs"),
        pytest.param("<ol><li>a<br>b</ol>", [("1.", 0), (None, None)], id="soft break"),
        pytest.param("<ul style='list-style:none'><li>a</ul>", [(None, None)], id="no marker"),
        pytest.param("<ul><li><li>b</ul>", [("•", 0)], id="empty item"),
        pytest.param("<ol><li>a</ol><p>x</p>", [("1.", 0), (None, None)], id="after a list"),
        pytest.param("<ol><li></ol><p>x</p>", [(None, None)], id="after an empty item"),
    ],
)  # fmt: skip
def test_lists(body: str, expected: list[tuple[str | None, int | None]]) -> None:
    assert [(line.marker, line.level) for line in lines(body)] == expected


@pytest.mark.parametrize(
    ("written", "marker"),
    [
        ("<span style='mso-list:Ignore'>1.<span style='font:7.0pt'>&nbsp;&nbsp;</span></span>", "1."),
        ("<span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span></span>", "•"),
        ("<span style='font-family:Wingdings'><span style='mso-list:Ignore'>§<span>&nbsp;</span></span></span>", "▪"),
        ("<span style='mso-list:Ignore'>o<span>&nbsp; </span></span>", "◦"),
    ],
)
def test_markers_that_word_wrote_out(written: str, marker: str) -> None:
    (line,) = lines(f"<p style='mso-list:l0 level2 lfo1'>{written}isi</p>")
    assert (line.marker, line.level, line.text) == (marker, 1, "isi")


def shape(table: Table) -> list[tuple[int, int, int, int, str]]:
    return [
        (
            cell.row,
            cell.column,
            cell.rows,
            cell.columns,
            "/".join(line.text for line in cell.content if isinstance(line, Line)),
        )
        for cell in table.cells
    ]


def table(body: str) -> Table:
    (found,) = (part for part in read(body).content if isinstance(part, Table))
    return found


def test_a_table_with_spans() -> None:
    found = table("<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e<td>f<td>g</table>")
    assert shape(found) == [
        (0, 0, 2, 1, "a"), (0, 1, 1, 2, "b"), (1, 1, 1, 1, "c"), (1, 2, 1, 1, "d"),
        (2, 0, 1, 1, "e"), (2, 1, 1, 1, "f"), (2, 2, 1, 1, "g"),
    ]  # fmt: skip
    assert (found.rows, found.columns, found.ruled, found.place) == (3, 3, True, None)


@pytest.mark.parametrize(
    ("body", "header"),
    [
        ("<table><thead><tr><td>a<td>b<tbody><tr><td>c<td>d</table>", 1),
        ("<table><tr><th>a<th>b<tr><td>c<td>d</table>", 1),
        ("<table><tr><th>a<td>b<tr><th>c<td>d</table>", 0),
        ("<table><tr><th>a<th>b</table>", 0),
    ],
)
def test_header_rows(body: str, header: int) -> None:
    assert table(body).header_rows == header


@pytest.mark.parametrize(
    "spans", ["colspan=9999999", "colspan=0", "rowspan=0", "rowspan=99999", "colspan=x", "rowspan=-2"],
)  # fmt: skip
def test_absurd_spans_are_bounded(spans: str) -> None:
    found = table(f"<table><tr><td {spans}>a<td>b<tr><td>c<td>d</table>")
    assert found.rows == 2
    assert 2 <= found.columns <= 101
    assert all(cell.row + cell.rows <= 2 for cell in found.cells)


def test_a_foot_comes_last_and_hidden_rows_not_at_all() -> None:
    found = table("<table><tfoot><tr><td>z<td>y</tfoot><tr><td>a<td>b<tr style='display:none'><td>c<td>d</table>")
    assert [text for *_, text in shape(found)] == ["a", "b", "z", "y"]


def test_what_stands_in_a_cell() -> None:
    found = table("<ol><li>x</ol><table><tr><td><p>a</p><ul><li>b</ul><td><table><tr><td>c<td>d</table></table>")
    first, second = found.cells
    assert [(line.text, line.marker) for line in first.content] == [("a", None), ("b", "•")]
    assert isinstance(second.content[0], Table)


def test_a_table_of_one_cell_is_layout() -> None:
    assert texts("<table><tr><td><p>a</p><p>b</p></table>") == ["a", "b"]


def test_what_stands_in_no_cell_goes_before_the_table() -> None:
    content = read("<table>lihat<tr>di<td>a<td>b</tr> <b>balik</b><tr hidden>rahasia<td>c</tr></table>").content
    assert [piece.text for piece in content if isinstance(piece, Line)] == ["lihatdi balik"]
    assert isinstance(content[-1], Table)


def test_a_caption_stands_before_its_table() -> None:
    content = read("<table><caption>Daftar hadir</caption><tr><td>a<td>b</table>").content
    assert content[0].text == "Daftar hadir"
    assert isinstance(content[1], Table)


def test_a_table_without_text_is_left_out() -> None:
    assert texts("<table><tr><td><td></table><p>a</p>") == ["a"]


def test_tables_nested_too_deep_are_left_out_with_a_note() -> None:
    body = "x"
    for _ in range(55):
        body = f"<table><tr><td>{body}<td>y</table>"
    assert read(body).notes == (Note("D004"),)


@pytest.mark.parametrize("depth", [250, 5000])
def test_elements_nested_too_deep_are_refused(depth: int) -> None:
    with pytest.raises(DocumentError) as caught:
        read("<div>" * depth + "x")
    assert caught.value.code == "too_large"


def test_elements_nested_deep_are_read() -> None:
    assert texts("<div>" * 190 + "x") == ["x"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("@extends('a')\n@section('t', 'Judul')\n<p>a</p>\n@endsection\n", ["a"], id="Blade"),
        pytest.param("<p>@ratna hadir</p>\n<p>a {{ $x }}b</p>", ["@ratna hadir", "a b"], id="handles and values"),
        pytest.param("<?php $a = $b->c(); echo '<p>x</p>'; ?><p>a</p>", ["a"], id="PHP"),
        pytest.param("{% if x %}<p>a</p>{% endif %}", ["a"], id="Jinja"),
        pytest.param("<p>a {{ b</p>" + "<p>isi</p>" * 100 + "}}", ["a {{ b"] + ["isi"] * 100 + ["}}"], id="stray sign"),
        pytest.param("<p>{{ a</p>", ["{{ a"], id="open sign"),
    ],
)
def test_template_code_is_left_out(source: str, expected: list[str]) -> None:
    assert [line.text for line in read_html(source.encode(), Settings()).content] == expected


@pytest.mark.parametrize(
    "data",
    [
        pytest.param('<meta charset="utf-8"><p>Jum’at</p>'.encode(), id="declared UTF-8"),
        pytest.param('<meta http-equiv="x" content="text/html; charset=iso-8859-1"><p>Jum’at</p>'.encode("cp1252"),
                     id="declared Latin-1"),
        pytest.param(b'<meta charset="iso-8859-9"><p>Jum&rsquo;at</p>', id="another one"),
        pytest.param("<p>Jum’at</p>".encode("utf-16"), id="UTF-16"),
        pytest.param('<?xml version="1.0" encoding="utf-8"?><html><p>Jum’at</p></html>'.encode(), id="XHTML"),
        pytest.param("<p>Jum’at</p>".encode("cp1252"), id="by trial"),
        pytest.param('<meta charset="utf-8"><p>Jum’at</p>'.encode("cp1252"), id="declared wrongly"),
    ],
)  # fmt: skip
def test_charsets(data: bytes) -> None:
    assert [line.text for line in read_html(data, Settings()).content] == ["Jum’at"]


@pytest.mark.parametrize("data", [b"<html></html>", b"<!doctype html>", b"<p>---</p>", b"<title>x</title>"])
def test_a_page_without_text_is_empty(data: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        read_html(data, Settings())
    assert caught.value.code == "empty"


def test_too_many_elements_are_refused(monkeypatch: Any) -> None:
    monkeypatch.setattr("notula.pipeline.read.webpage.MAX_ELEMENTS", 10)
    with pytest.raises(DocumentError) as caught:
        read("<p>x</p>" * 20)
    assert caught.value.code == "too_large"


MENU = "".join(f"<a href='#'>{name}</a><br>" for name in ("Beranda", "Profil sekolah", "Galeri"))
PAGE = f"""<table><tr><td colspan=2>KOPERASI TANI</td></tr>
<tr><td>MENU<br>{MENU}</td><td><p>Rapat Panen</p><p>Hadir: Dodi, Rani</p><ul><li>Pompa dibeli</li></ul></td></tr>
<tr><td colspan=2>Pengunjung ke 12</td></tr></table>"""


def test_table_with_a_menu_beside_the_text_lays_out_the_page() -> None:
    found = [(line.text, line.origin) for line in lines(PAGE)]
    assert found[0] == ("KOPERASI TANI", "body")
    assert {origin for text, origin in found if text in ("MENU", "Beranda", "Profil sekolah", "Galeri")} == {"header"}
    body = [text for text, origin in found if origin == "body"]
    assert body[1:] == ["Rapat Panen", "Hadir: Dodi, Rani", "Pompa dibeli"]
    assert found[-1] == ("Pengunjung ke 12", "footer")


NEWS = "<td><h2>Rapat panen</h2><p>Balai Tani, Senin</p><p>Dodi meminjam traktor ke dinas.</p><p>Selesai</p></td>"
WIDGETS = "<td><h3>Pengunjung</h3><p>Hari ini: 7</p><h3>Galeri</h3></td>"


@pytest.mark.parametrize("row", [pytest.param(NEWS + WIDGETS, id="right"), pytest.param(WIDGETS + NEWS, id="left")])
def test_row_of_headed_cells_is_a_page_with_its_text_first(row: str) -> None:
    found = [line.text for line in lines(f"<table><tr>{row}</tr></table>")]
    assert found[0] == "Rapat panen"
    assert found[4:] == ["Pengunjung", "Hari ini: 7", "Galeri"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(f"<tr>{NEWS}<td><p>Sekretaris</p></td></tr>", id="nothing headed beside"),
        pytest.param(f"<tr>{NEWS}{WIDGETS}</tr><tr><td>Ketua</td><td>Rani</td></tr>", id="more rows"),
        pytest.param(f"<tr>{NEWS}{NEWS}</tr>", id="as much on both sides"),
    ],
)
def test_other_rows_with_headings_are_a_table(rows: str) -> None:
    (table,) = read(f"<table>{rows}</table>").content
    assert isinstance(table, Table)


def test_a_ticker_is_no_text_of_the_page() -> None:
    found = lines("<marquee>Kantor buka pukul 08.00</marquee><p>Rapat dibuka pukul 19.30</p>")
    assert [line.origin for line in found] == ["header", "body"]


def test_table_without_a_menu_is_a_table() -> None:
    (table,) = read("<table><tr><td>Hasil</td><td><p>a</p><p>b</p><p>c</p></td></tr></table>").content
    assert isinstance(table, Table)
