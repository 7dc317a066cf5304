"""Markdown as it is found."""

import pytest

from notula.models.source import Line, Source, Table
from notula.pipeline.read.markdown import read_markdown
from notula.pipeline.read.markdown_inline import inline
from notula.pipeline.settings import Settings


def read(text: str) -> Source:
    return read_markdown(text.encode(), Settings())


def lines(text: str) -> list[Line]:
    found = read(text).content
    assert all(isinstance(part, Line) for part in found)
    return [part for part in found if isinstance(part, Line)]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("**Tanggal:** 5 Mei", "Tanggal: 5 Mei"),
        ("*miring* dan _miring_", "miring dan miring"),
        ("***tebal miring***", "tebal miring"),
        ("__tebal__", "tebal"),
        ("nama_berkas_baru", "nama_berkas_baru"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("**tak ditutup", "tak ditutup"),
        ("pakai `a*b*c` saja", "pakai a*b*c saja"),
        ("``kode ` di``", "kode ` di"),
        (r"1\. Foo \_x\_", "1. Foo _x_"),
        ("[tautan](http://a.id/b_(c)) x", "tautan x"),
        ('[a](b "judul")', "a"),
        ("[isi][b]", "isi"),
        ("[x][y]", "[x][y]"),
        ("![gambar](x.png) isi", "isi"),
        ("<https://a.id/x_y_z>", "https://a.id/x_y_z"),
        ("https://a.id/x", "https://a.id/x"),
        ("<ketua@desa.id>", "ketua@desa.id"),
        ("<b>tebal</b> <u>x</u>", "tebal x"),
        ("<udin> halo", "<udin> halo"),
        ("a &amp; b&nbsp;c", "a & b c"),
        ("~~batal~~ jadi", "jadi"),
        ("isi[^1].", "isi."),
        ("**a****b**", "ab"),
        ("**tebal *miring***", "tebal miring"),
        ("Nama: ______ ***", "Nama: ______ ***"),
        ("a&#10;b", "a b"),
        ("`&amp;`", "&amp;"),
        ("**a** **b**", "a b"),
        ("\x000\x00", "0"),
        ("[x] selesai", "[x] selesai"),
        ("a   b", "a\tb"),
    ],
)
def test_inline_text(raw: str, text: str) -> None:
    assert inline(raw).text == text


@pytest.mark.parametrize(
    ("raw", "bold"),
    [
        ("**Keputusan**", True),
        ("**Keputusan:**", True),
        ("**Keputusan**:", True),
        ("**a** **b**", True),
        ("**a** b", False),
        ("__a__", True),
        ("*a*", False),
        ("<b>a</b>", True),
        ("<strong>a</strong> b", False),
        ("a", False),
        ("***a***", True),
        ("**a `b`**", True),
        ("**a** `b`", False),
    ],
)
def test_bold_lines(raw: str, bold: bool) -> None:
    assert inline(raw).bold is bold


def test_a_struck_line() -> None:
    assert (inline("~~batal semua~~").text, inline("~~batal semua~~").struck) == ("batal semua", True)


def test_a_very_long_line_is_not_searched_for_marks() -> None:
    assert inline("*" * 50_000 + "a").text.endswith("a")


@pytest.mark.parametrize(
    ("raw", "text", "outline"),
    [
        ("# Notulen", "Notulen", 1), ("### Hasil ###", "Hasil", 3), ("##Kesimpulan", "Kesimpulan", 2),
        ("Notulen\n=======", "Notulen", 1), ("Hasil\n---", "Hasil", 2), ("## **Hasil**", "Hasil", 2),
    ],
)  # fmt: skip
def test_headings(raw: str, text: str, outline: int) -> None:
    (line,) = lines(raw)
    assert (line.text, line.outline, line.marker) == (text, outline, None)


@pytest.mark.parametrize("raw", ["#tagar saja", "isi\nlagi\n---", "- butir\n---"])
def test_no_headings(raw: str) -> None:
    assert all(line.outline is None for line in lines(raw))


def test_a_rule_spaces_the_next_line() -> None:
    assert [(line.text, line.spaced) for line in lines("a\n\n* * *\nb\nc")] == [("a", False), ("b", True), ("c", False)]


def outline(text: str) -> list[tuple[str | None, int | None, str]]:
    return [(line.marker, line.level, line.text) for line in lines(text)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("- a\n* b\n+ c", [("-", 0, "a"), ("•", 0, "b"), ("•", 0, "c")], id="bullets"),
        pytest.param("1. a\n2) b\n10. c", [("1.", 0, "a"), ("2)", 0, "b"), ("10.", 0, "c")], id="numbers"),
        pytest.param("1.Pembukaan", [("1.", 0, "Pembukaan")], id="number without a space"),
        pytest.param("10.00 WIB", [(None, None, "10.00 WIB")], id="time"),
        pytest.param("2020. Tahun", [(None, None, "2020. Tahun")], id="year"),
        pytest.param("H. Amin\na. Budi", [(None, None, "H. Amin"), (None, None, "a. Budi")], id="initials"),
        pytest.param(
            "- a\n  - b\n    - c\n- d", [("-", 0, "a"), ("-", 1, "b"), ("-", 2, "c"), ("-", 0, "d")], id="nested"
        ),
        pytest.param("1. a\n   - b\n2. c", [("1.", 0, "a"), ("-", 1, "b"), ("2.", 0, "c")], id="bullet under a number"),
        pytest.param(
            "  1. a\n    a. b\n    b. c\n2. d",
            [("1.", 0, "a"), ("a.", 1, "b"), ("b.", 1, "c"), ("2.", 0, "d")],
            id="letters by indentation",
        ),
        pytest.param(
            "   1. a\n          o b\n                # c\n          o d",
            [("1.", 0, "a"), ("•", 1, "b"), ("•", 2, "c"), ("•", 1, "d")],
            id="hollow bullets and hashes",
        ),
        pytest.param("- MC:\n 1. a", [("-", 0, "MC:"), ("1.", 0, "a")], id="one column is no level"),
        pytest.param("- a\n\n  - b", [("-", 0, "a"), ("-", 1, "b")], id="blank line inside a list"),
        pytest.param(
            "- a\n\nparagraf\n\n  - b",
            [("-", 0, "a"), (None, None, "paragraf"), ("-", 0, "b")],
            id="a paragraph ends a list",
        ),
        pytest.param("- a\n## b\n  - c", [("-", 0, "a"), (None, None, "b"), ("-", 0, "c")], id="a heading ends a list"),
        pytest.param("- [x] a\n- [ ] b", [("-", 0, "[x] a"), ("-", 0, "[ ] b")], id="check boxes"),
        pytest.param("•satu", [("•", 0, "satu")], id="printed bullet"),
        pytest.param("> - a", [("-", 0, "a")], id="quotation"),
        pytest.param("-5 derajat", [(None, None, "-5 derajat")], id="minus"),
    ],
)
def test_lists(raw: str, expected: list[tuple[str | None, int | None, str]]) -> None:
    assert outline(raw) == expected


@pytest.mark.parametrize(
    ("raw", "continues"),
    [
        pytest.param("- a\n  b", [False, True], id="indented under an item"),
        pytest.param("- a\nb", [False, False], id="at the margin"),
        pytest.param("- a\n\n  b", [False, False], id="after a blank line"),
        pytest.param("a\nb", [False, False], id="labels under each other"),
        pytest.param("- a\n# b\n  c", [False, False, False], id="indented under a heading"),
        pytest.param("- a\n```\nb\n```\n  c", [False, False, False], id="indented under code"),
        pytest.param("a  \nb\\\nc", [False, False, False], id="hard breaks"),
        pytest.param("a<br>b<br/>c", [False, True, True], id="HTML breaks"),
    ],
)
def test_lines_that_continue(raw: str, continues: list[bool]) -> None:
    found = lines(raw)
    assert [line.text for line in found] == ["a", "b", "c"][: len(found)]
    assert [line.continues for line in found] == continues


def test_front_matter_is_a_header() -> None:
    found = lines('---\ntitle: "Rapat: Desa"\ndate: 2021-05-03\npeserta:\n  - Ratna\n---\n\n# Notulen\n')
    assert [(line.origin, line.text) for line in found] == [
        ("header", "title: Rapat: Desa"), ("header", "date: 2021-05-03"), ("header", "Ratna"), ("body", "Notulen"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "title"),
    [("## Hadir\n", Line("Panen kopi", outline=1)), ("# Panen\n", Line("title: Panen kopi", origin="header"))],
    ids=["no other title", "a title of its own"],
)
def test_front_matter_may_give_the_title(body: str, title: Line) -> None:
    assert lines(f"---\ntitle: 'Panen kopi'\n---\n\n{body}")[0] == title


@pytest.mark.parametrize("raw", ["---\nIni kalimat biasa.\n---\n", "---\nisi: a\n"])
def test_rules_around_prose_are_no_front_matter(raw: str) -> None:
    assert all(line.origin == "body" for line in lines(raw))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("a <!-- x -->b\n<!--\nc\n-->\nd", ["a b", "d"], id="in a line and over lines"),
        pytest.param("a<!-- x -->\nb <!-- c", ["a", "b <!-- c"], id="one that never ends"),
    ],
)
def test_comments_are_left_out(raw: str, expected: list[str]) -> None:
    assert [line.text for line in lines(raw)] == expected


def test_fenced_lines_are_kept_as_they_are() -> None:
    found = lines("```log\n[22:41] <udin> **siap**\n  # bukan judul\n```\n# Judul")
    assert [(line.text, line.outline) for line in found] == [
        ("[22:41] <udin> **siap**", None), ("# bukan judul", None), ("Judul", 1),
    ]  # fmt: skip


def table(text: str) -> Table:
    (found,) = (part for part in read(text).content if isinstance(part, Table))
    return found


@pytest.mark.parametrize(
    ("raw", "header", "cells"),
    [
        pytest.param("| a | b |\n|---|:-:|\n| c | **d** |", 1, [["a", "b"], ["c", "d"]], id="pipes around"),
        pytest.param("a | b\n--- | ---\nc | d", 1, [["a", "b"], ["c", "d"]], id="pipes between"),
        pytest.param("| a | b |\n| c | d |", 0, [["a", "b"], ["c", "d"]], id="without a rule"),
        pytest.param("| a | b |\n|---|---|\n| c \\| d |  |", 1, [["a", "b"], ["c | d", ""]], id="escaped pipe"),
        pytest.param("| a | b |\n|---|---|\n| c<br>d | e |", 1, [["a", "b"], ["c/d", "e"]], id="break in a cell"),
    ],
)
def test_tables(raw: str, header: int, cells: list[list[str]]) -> None:
    found = table(f"sebelum\n\n{raw}\n\nsesudah")
    rows = [
        ["/".join(line.text for line in cell.content) for cell in found.cells if cell.row == row]
        for row in range(found.rows)
    ]
    assert (found.header_rows, rows, found.columns) == (header, cells, 2)


def test_paragraphs_may_be_wrapped_beside_items_that_are_not() -> None:
    told = "Warga RT 03 berkumpul di balai untuk membahas pompa air yang\nsudah tiga kali rusak sejak musim hujan, dan "
    told += "memilih\nsiapa yang mengurus pembelian pompa baru beserta pipa untuk\nsumur warga."
    item = "- Bendahara melaporkan bahwa iuran warga sampai bulan ini cukup untuk membeli pompa yang baru, pipa, dan"
    items = "\n".join(f"{item} kabel {letter}." for letter in "ABCDEFGH")
    assert read(f"{told}\n\n{items}\n").wrapped
    assert not read(f"{told.replace(chr(10), ' ')}\n\n{items}\n").wrapped


@pytest.mark.parametrize("end", ["", "  "])
def test_rows_without_outer_pipes_may_be_broken_at_a_margin(end: str) -> None:
    top = f"No| Tugas| Siapa| Kapan{end}\n---|---|---|---{end}\n"
    below = f"1| Cari gudang| Rani| 3 Mei\n2024{end}\n2| Beli pipa| |{end}\n3| Cat pagar| Dodi dan\nBeni| H-3{end}\n"
    found = table(f"{top}{below}\nRapat ditutup.")
    grid = [[""] * found.columns for _ in range(found.rows)]
    for cell in found.cells:
        grid[cell.row][cell.column] = " ".join(line.text for line in cell.content)
    assert grid[1:] == [
        ["1", "Cari gudang", "Rani", "3 Mei 2024"],
        ["2", "Beli pipa", "", ""],
        ["3", "Cat pagar", "Dodi dan Beni", "H-3"],
    ]  # fmt: skip


def test_tables_and_lists_in_html() -> None:
    inner = "<table><tr><td>a</td><td>b</td></tr></table>"
    table = f"<table><tr><th>Tugas</th><th>PIC</th></tr>\n<tr><td>Beli {inner}</td><td>Dodi</td></tr></table>"
    found = read(f"# Rapat\n\n{table}\n\n<ol start=3>\n<li>Pompa</li>\n</ol>\n- Lampu\n").content
    assert [type(part) for part in found] == [Line, Table, Line, Line]
    assert [(part.marker, part.text) for part in found if isinstance(part, Line)] == [
        (None, "Rapat"), ("3.", "Pompa"), ("-", "Lampu"),
    ]  # fmt: skip


def test_html_that_never_ends_goes_to_the_next_blank_line() -> None:
    rows = "<table><tr><td>Tugas</td><td>PIC</td></tr>\n<tr><td>Beli pompa</td><td>Dodi</td></tr>"
    table, *rest = read(f"{rows}\n\n## Penutup\n\n1. Selesai\n").content
    assert isinstance(table, Table)
    assert (table.rows, table.columns) == (2, 2)
    assert [part.text for part in rest if isinstance(part, Line)] == ["Penutup", "Selesai"]


@pytest.mark.parametrize("tag", ["<table", '<table style="x', "<ul class='a"])
def test_a_tag_that_never_ends_takes_no_text_with_it(tag: str) -> None:
    assert [line.text for line in lines(f"Rapat\n\n{tag}\nBeli pompa\n\nSewa tenda\n")] == [
        "Rapat", tag, "Beli pompa", "Sewa tenda",
    ]  # fmt: skip


def test_html_that_shows_nothing() -> None:
    empty = "<table>\n<tr><td></td></tr>\n</table>"
    assert [line.text for line in lines(f"Rapat\n\n{empty}\n\nSelesai\n")] == ["Rapat", "Selesai"]


def test_footnotes_and_definitions() -> None:
    found = lines("isi[^1]\n\n[^1]: catatan\n[a]: http://b.id\n")
    assert [(line.origin, line.text) for line in found] == [("body", "isi"), ("footnote", "catatan")]


WRAPPED = (
    "Rapat membahas penyusunan jadwal panen raya yang akan dilaksanakan\noleh kelompok tani bersama masing-\n"
    "masing penyuluh lapangan pada akhir musim tanam ini dan pembagian\nair irigasi yang belum merata.\n"
)


def test_wrapped_prose_is_told_and_mended() -> None:
    source = read(WRAPPED)
    assert source.wrapped
    assert source.content[1].text == "oleh kelompok tani bersama masing-masing"


def test_code_does_not_make_a_file_wrapped() -> None:
    assert not read(f"# Rapat\n\n```\n{WRAPPED}```\n").wrapped


def test_the_indent_is_in_points() -> None:
    assert [line.indent for line in lines("    a\n\tb")] == [24.0, 48.0]
