"""Paragraphs and runs: what stands in a line and how it looks."""

from typing import Any

import pytest

from notula.models.issue import Note
from notula.models.source import Table
from notula.pipeline.errors import DocumentError
from notula.pipeline.read.lines import lines_in, text_in

TAB, BR, PAGE = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", '<w:r><w:br w:type="page"/></w:r>'
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Judul"><w:name w:val="Title"/><w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Judul2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Bagian"><w:name w:val="Bagian"/><w:basedOn w:val="Judul2"/>'
    '<w:pPr><w:ind w:left="400"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Biasa"><w:name w:val="Biasa"/><w:basedOn w:val="Judul2"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="Huruf"><w:name w:val="Huruf"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Tebal"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Rahasia"><w:name w:val="Hid"/><w:rPr><w:vanish/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        pytest.param("<w:r><w:t>Rapat</w:t><w:tab/><w:t>: Senin</w:t></w:r>", "Rapat\t: Senin", id="tab"),
        pytest.param("<w:r><w:t>Rapat</w:t><w:ptab/><w:t>7</w:t></w:r>", "Rapat\t7", id="aligned tab"),
        pytest.param(
            '<w:r><w:t xml:space="preserve">Hari      : Senin</w:t></w:r>', "Hari\t: Senin", id="spaces as gap"
        ),
        pytest.param("<w:r><w:t>Hari\u00a0\u00a0\u00a0: Senin</w:t></w:r>", "Hari\t: Senin", id="no-break spaces"),
        pytest.param('<w:r><w:t xml:space="preserve">dan  lain</w:t></w:r>', "dan lain", id="two spaces"),
        pytest.param("<w:r><w:t>data</w:t><w:noBreakHyphen/><w:t>data</w:t></w:r>", "data-data", id="no-break hyphen"),
        pytest.param("<w:r><w:t>kese</w:t><w:softHyphen/><w:t>pakatan</w:t></w:r>", "kesepakatan", id="soft hyphen"),
        pytest.param('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>hadir</w:t></w:r>', "✓hadir", id="Wingdings"),
        pytest.param('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t></w:r>', "≥5", id="Symbol"),
        pytest.param('<w:r><w:sym w:font="Wingdings" w:char="zz"/><w:t>x</w:t></w:r>', "x", id="broken symbol"),
        pytest.param("<w:r><w:t>\uf0b7 satu</w:t></w:r>", "• satu", id="private code point"),
        pytest.param("<w:r><w:t>satu</w:t><w:t>\n</w:t><w:t>dua\ntiga</w:t></w:r>", "satu dua tiga", id="lines of XML"),
        pytest.param('<w:hyperlink r:id="x"><w:r><w:t>tautan</w:t></w:r></w:hyperlink>', "tautan", id="hyperlink"),
        pytest.param("<w:smartTag><w:r><w:t>Bogor</w:t></w:r></w:smartTag>", "Bogor", id="smart tag"),
        pytest.param(
            "<w:r><w:ruby><w:rubyBase><w:r><w:t>dasar</w:t></w:r></w:rubyBase><w:rt/></w:ruby></w:r>",
            "dasar",
            id="ruby",
        ),
        pytest.param("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b", id="formula"),
        pytest.param('<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>', "3", id="simple field"),
        pytest.param(
            "<w:r><w:t>a</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>b</w:t></w:r>", "ab", id="rendered page"
        ),
        pytest.param(
            "<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:t>satu</w:t></mc:Choice>"
            "<mc:Fallback><w:t>dua</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "satu",
            id="alternative",
        ),
        pytest.param(
            "<w:r><mc:AlternateContent><mc:Choice Requires='x'/><mc:Fallback><w:t>dua</w:t></mc:Fallback>"
            "</mc:AlternateContent></w:r>",
            "dua",
            id="empty choice",
        ),
    ],
)
def test_text_of_runs(word: Any, inner: str, text: str) -> None:
    assert word.line(word.p(inner)).text == text


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r><w:r><w:instrText>CODE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
LIST = (
    '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Pagi"/><w:listEntry w:val="Siang"/></w:ddList>'
    "</w:ffData>"
)


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        pytest.param(FIELD.format(form="", result="<w:r><w:t>12 Mei</w:t></w:r>"), "12 Mei", id="result"),
        pytest.param(
            FIELD.format(form="", result=FIELD.format(form="", result="<w:r><w:t>dalam</w:t></w:r>")),
            "dalam",
            id="field in a result",
        ),
        pytest.param(FIELD.format(form=LIST, result=""), "Siang", id="drop-down list"),
        pytest.param(FIELD.format(form=LIST, result="<w:r><w:t>Siang</w:t></w:r>"), "Siang", id="list with its result"),
        pytest.param(
            FIELD.format(form='<w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>', result=""),
            "☒",
            id="check box",
        ),
    ],
)
def test_fields_show_their_result(word: Any, inner: str, text: str) -> None:
    assert word.line(word.p(word.r("Rapat ") + inner)).text == f"Rapat {text}"


def test_a_field_may_span_paragraphs(word: Any) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText></w:r>'
    middle = '<w:r><w:instrText>more</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>' + word.r("isi")
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines = word.lines(word.p(begin + "<w:r><w:t>kode</w:t></w:r>") + word.p(middle) + word.p(end + word.r("akhir")))
    assert [line.text for line in lines] == ["isi", "akhir"]


@pytest.mark.parametrize(
    ("control", "text"),
    [
        pytest.param("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>9 Juni 2021</w:t></w:r></w:sdtContent></w:sdt>",
                     "Tanggal 9 Juni 2021", id="filled"),
        pytest.param("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Klik di sini</w:t></w:r>"
                     "</w:sdtContent></w:sdt>", "Tanggal", id="prompt"),
        pytest.param("<w:sdt><w:sdtContent><w:sdt><w:sdtContent><w:r><w:t>dalam</w:t></w:r></w:sdtContent></w:sdt>"
                     "</w:sdtContent></w:sdt>", "Tanggal dalam", id="nested"),
    ],
)  # fmt: skip
def test_content_controls_in_a_line(word: Any, control: str, text: str) -> None:
    assert word.line(word.p(word.r("Tanggal ") + control)).text == text


def test_content_controls_around_blocks(word: Any) -> None:
    inner = word.p("satu") + word.table(word.tr(word.tc("sel")))
    source = word.read(f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>" + word.p("dua"))
    line, table, after = source.content
    assert (line.place, table.place, after.place) == ("paragraph 1", "table 1", "paragraph 2")


INSERTED, DELETED = "<w:ins><w:r><w:t>{}</w:t></w:r></w:ins>", "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param("<w:r><w:t>tanggal </w:t></w:r>" + DELETED.format(5) + INSERTED.format(6), id="replaced"),
        pytest.param(
            "<w:moveTo><w:r><w:t>tanggal 6</w:t></w:r></w:moveTo><w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom>",
            id="moved",
        ),
    ],
)
def test_tracked_changes_are_accepted_and_told_once(word: Any, inner: str) -> None:
    source = word.read(word.p(inner) + word.p(INSERTED.format("lagi")))
    assert source.content[0].text == "tanggal 6"
    assert source.notes == (Note("D001"),)


def test_a_document_without_changes_has_no_note(word: Any) -> None:
    assert word.read(word.p("teks")).notes == ()


def test_a_paragraph_whose_mark_is_deleted_runs_on(word: Any) -> None:
    body = word.p("Rapat ", "<w:rPr><w:del/></w:rPr>") + word.p("ditutup")
    assert [(line.text, line.place) for line in word.lines(body)] == [("Rapat ditutup", "paragraph 2")]


@pytest.mark.parametrize(
    ("runs", "text", "struck"),
    [
        pytest.param([("Budi menyusun", ""), (" laporan", "<w:strike/>")], "Budi menyusun", False, id="in part"),
        pytest.param([("Budi menyusun", "<w:strike/>"), (" ...", "")], "Budi menyusun ...", True, id="as a whole"),
        pytest.param([("Budi", "<w:dstrike/>")], "Budi", True, id="double"),
        pytest.param([("Budi", '<w:strike w:val="0"/>')], "Budi", False, id="off"),
    ],
)
def test_struck_text(word: Any, runs: list[tuple[str, str]], text: str, struck: bool) -> None:
    line = word.line(word.p("".join(word.r(*run) for run in runs)))
    assert (line.text, line.struck) == (text, struck)


@pytest.mark.parametrize("hidden", ["<w:vanish/>", '<w:rStyle w:val="Rahasia"/>'], ids=["direct", "style"])
def test_hidden_text_is_left_out(word: Any, hidden: str) -> None:
    assert word.line(word.p(word.r("tampak") + word.r("rahasia", hidden)), styles=STYLES).text == "tampak"


@pytest.mark.parametrize(
    ("style", "outline", "bold", "size", "align"),
    [
        pytest.param("", None, False, 11.0, None, id="default"),
        pytest.param("Judul", 0, True, 16.0, "center", id="title under a localised id"),
        pytest.param("Judul2", 2, True, 11.0, None, id="heading"),
        pytest.param("Bagian", 2, True, 11.0, None, id="based on a heading"),
        pytest.param("Biasa", None, True, 11.0, None, id="body text based on a heading"),
        pytest.param("Heading3", 3, False, 11.0, None, id="heading without its style"),
        pytest.param("A", None, False, 11.0, None, id="styles based on each other"),
    ],
)
def test_styles(word: Any, style: str, outline: int | None, bold: bool, size: float, align: str | None) -> None:
    line = word.line(word.p("teks", style=style), styles=STYLES)
    assert (line.outline, line.bold, line.size, line.align) == (outline, bold, size, align)


@pytest.mark.parametrize(
    ("style", "runs", "bold"),
    [
        pytest.param("", [("Hari", "<w:b/>"), (" :", "")], True, id="signs need not be"),
        pytest.param("", [("Hari", "<w:b/>"), (" x", "")], False, id="one letter is not"),
        pytest.param("", [("Hari", '<w:b w:val="false"/>')], False, id="off"),
        pytest.param("", [("Hari", '<w:rStyle w:val="Tebal"/>')], True, id="character style"),
        pytest.param("Judul2", [("Hari", '<w:rStyle w:val="Tebal"/>')], False, id="styles cancel out"),
        pytest.param("Judul2", [("Hari", '<w:b w:val="0"/>')], False, id="direct over style"),
    ],
)
def test_bold(word: Any, style: str, runs: list[tuple[str, str]], bold: bool) -> None:
    line = word.line(word.p("".join(word.r(*run) for run in runs), style=style), styles=STYLES)
    assert line.bold is bold


def test_the_size_is_that_of_most_of_the_text(word: Any) -> None:
    line = word.line(word.p(word.r("A", '<w:sz w:val="40"/>') + word.r("panjang", '<w:sz w:val="25"/>')))
    assert line.size == 12.5


@pytest.mark.parametrize(
    ("properties", "text", "indent"),
    [
        pytest.param('<w:ind w:left="720"/>', "x", 36.0, id="left"),
        pytest.param('<w:ind w:start="720" w:hanging="360"/>', "x", 18.0, id="hanging"),
        pytest.param('<w:ind w:firstLine="200"/>', "x", 10.0, id="first line"),
        pytest.param("", "    x", 12.0, id="leading spaces"),
        pytest.param('<w:ind w:left="abc"/>', "x", 0.0, id="broken"),
    ],
)
def test_indents(word: Any, properties: str, text: str, indent: float) -> None:
    line = word.line(word.p(text, properties))
    assert (line.text, line.indent) == ("x", indent)


def test_leading_tabs_are_an_indent(word: Any) -> None:
    line = word.line(word.p(TAB + TAB + word.r("x")))
    assert (line.text, line.indent) == ("x", 72.0)


def test_a_style_indent_is_inherited(word: Any) -> None:
    assert word.line(word.p("x", style="Bagian"), styles=STYLES).indent == 20.0


def test_soft_breaks_continue_the_paragraph(word: Any) -> None:
    first, second, third = word.lines(word.p(word.r("satu") + BR + word.r("dua") + BR + BR + word.r("tiga")))
    assert [line.text for line in (first, second, third)] == ["satu", "dua", "tiga"]
    assert [line.continues for line in (first, second, third)] == [False, True, True]
    assert [line.spaced for line in (first, second, third)] == [False, False, True]
    assert {line.place for line in (first, second, third)} == {"paragraph 1"}


def test_empty_paragraphs_are_counted_and_space_the_next(word: Any) -> None:
    lines = word.lines(word.p("satu") + word.p() + word.p("_______") + word.p("dua"))
    assert [(line.text, line.place, line.spaced) for line in lines] == [
        ("satu", "paragraph 1", False), ("dua", "paragraph 4", True),
    ]  # fmt: skip


SECTION = '<w:sectPr><w:type w:val="{}"/></w:sectPr>'


@pytest.mark.parametrize(
    ("between", "starts"),
    [
        pytest.param("", False, id="nothing"),
        pytest.param(f"<w:p>{PAGE}</w:p>", True, id="break in an empty paragraph"),
        pytest.param('<w:p><w:r><w:br w:type="column"/></w:r></w:p>', False, id="column break"),
        pytest.param("<w:p><w:pPr>" + SECTION.format("nextPage") + "</w:pPr></w:p>", True, id="section"),
    ],
)
def test_page_breaks_between_paragraphs(word: Any, between: str, starts: bool) -> None:
    lines = word.lines(word.p("satu") + between + word.p("dua") + "<w:sectPr/>")
    assert [line.new_page for line in lines] == [False, starts]


@pytest.mark.parametrize(
    ("kind", "starts"), [("continuous", False), ("nextPage", True), ("oddPage", True)],
)  # fmt: skip
def test_a_section_starts_as_its_own_properties_say(word: Any, kind: str, starts: bool) -> None:
    ended = word.p("satu", SECTION.format("continuous"))
    lines = word.lines(ended + word.p("dua") + SECTION.format(kind))
    assert [line.new_page for line in lines] == [False, starts]


def test_a_page_break_inside_a_paragraph(word: Any) -> None:
    lines = word.lines(word.p(word.r("satu") + PAGE + word.r("dua")))
    assert [(line.text, line.continues, line.new_page) for line in lines] == [
        ("satu", False, False), ("dua", True, True),
    ]  # fmt: skip


def test_page_break_before(word: Any) -> None:
    lines = word.lines(word.p("satu") + word.p("dua", "<w:pageBreakBefore/>"))
    assert [line.new_page for line in lines] == [False, True]


def test_a_page_break_before_a_table_goes_to_its_first_line(word: Any) -> None:
    table = word.table_of(word.p("satu") + f"<w:p>{PAGE}</w:p>" + word.table(word.tr(word.tc("a"), word.tc("b"))))
    assert [cell.content[0].new_page for cell in table.cells] == [True, False]


@pytest.mark.parametrize("body", ["", "<w:p/>", "<w:p><w:r><w:t> - </w:t></w:r></w:p>"])
def test_a_document_without_letters_is_empty(word: Any, body: str) -> None:
    with pytest.raises(DocumentError) as caught:
        word.read(body)
    assert caught.value.code == "empty"


def test_a_document_of_pictures_needs_ocr(word: Any) -> None:
    picture = word.p('<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>')
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    with pytest.raises(DocumentError) as caught:
        word.read(picture + section, header1=word.p("Dinas"))
    assert caught.value.code == "needs_ocr"


def test_a_document_that_is_another_file_inside_is_told(word: Any) -> None:
    with pytest.raises(DocumentError) as caught:
        word.read('<w:altChunk r:id="x"/>')
    assert (caught.value.code, caught.value.details["reason"]) == ("unsupported", "altChunk")


def test_another_file_beside_text_is_noted(word: Any) -> None:
    assert word.read(word.p("Notula rapat") + '<w:altChunk r:id="x"/>').notes == (Note("D007"),)


def test_fields_that_never_end_do_not_hide_the_rest(word: Any) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    ended = begin + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines = word.lines(word.p(begin * 50) + word.p(ended) + word.p("isi"))
    assert [line.text for line in lines] == ["isi"]


def test_a_field_in_the_code_of_a_field_is_code(word: Any) -> None:
    inner = FIELD.format(form="", result=word.r("dalam"))
    outer = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + inner
        + word.r("kode")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + word.r("hasil")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert word.line(word.p(outer + word.r(" akhir"))).text == "hasil akhir"


def test_comments_and_instructions_of_the_xml_do_not_cut_text(word: Any) -> None:
    assert word.line(word.p("<w:r><w:t>satu <!-- x -->dua <?x y?>tiga</w:t></w:r>")).text == "satu dua tiga"


def test_one_alternative_of_whole_paragraphs_is_read(word: Any) -> None:
    choice = f'<mc:Choice Requires="x">{word.p("satu")}</mc:Choice><mc:Fallback>{word.p("dua")}</mc:Fallback>'
    body = f"<mc:AlternateContent>{choice}</mc:AlternateContent>" + word.p("tiga")
    assert [line.text for line in word.lines(body)] == ["satu", "tiga"]


PASTED = (
    "Ketua kelompok tani menyampaikan hasil panen raya kepada dinas dan",
    "meminta agar pupuk dikirim sebelum musim tanam. Kepala dinas selambat-",
    "lambatnya menjawab akhir bulan, lalu bendahara menyusun laporan dana",
    "desa untuk camat.",
)


TYPED = (
    "NOTULEN RAPAT KARANG TARUNA",
    "Hari     : Sabtu, 3 Mei 2025",
    "Tempat   : Balai RW",
    "",
    "Pembagian tugas",
    "No   Tugas                    Siapa      Kapan",
    "1    Pinjam tenda             Ujang      10 Mei 2025",
    "2    Cetak spanduk            Lilis      12 Mei 2025",
    "3    Sewa pengeras suara      Asep       12 Mei 2025",
    "",
    "Rapat ditutup pukul 21.00 WIB.",
)


BULLETS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def test_a_document_of_printed_lines_is_wrapped_and_its_words_are_put_together(word: Any) -> None:
    source = word.read("".join(map(word.p, PASTED)))
    assert source.wrapped
    assert [line.text for line in source.content][1].endswith("Kepala dinas selambat-lambatnya")


def test_a_text_file_in_a_document_is_read_as_text(word: Any) -> None:
    source = word.read("".join(map(word.p, TYPED)))
    (table,) = (piece for piece in source.content if isinstance(piece, Table))
    assert [text_in(cell) for cell in table.cells if cell.row == 1] == ["1", "Pinjam tenda", "Ujang", "10 Mei 2025"]
    assert source.media_type.endswith("wordprocessingml.document")


def test_lines_read_as_text_stand_in_their_paragraphs(word: Any) -> None:
    texts = (*TYPED, "Catatan: konsumsi untuk rapat anggota ditang-", "gung bersama.", "Selesai", "", "Selesai")
    lines = list(lines_in(word.read("".join(map(word.p, texts))).content))
    own = {f"paragraph {number}": text for number, text in enumerate(texts, 1)}
    assert all(line.place in own for line in lines)
    for line in lines:
        inside = all(piece in own[line.place] for piece in line.text.split("\t"))
        assert inside or line.text.startswith(own[line.place].removesuffix("-"))
    assert [line.place for line in lines if line.text == "Selesai"] == ["paragraph 14", "paragraph 16"]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda word, body: word.p(word.r("NOTULEN", "<w:b/>")) + body, id="a bold title"),
        pytest.param(lambda word, body: word.p("NOTULEN", '<w:jc w:val="center"/>') + body, id="a centred title"),
        pytest.param(lambda word, body: body + word.p("Catatan", '<w:ind w:left="720"/>'), id="an indent"),
        pytest.param(lambda word, body: body + word.p("Catatan", LISTED), id="a list"),
        pytest.param(lambda word, body: body + word.p("Lampiran", "<w:pageBreakBefore/>"), id="a new page"),
    ],
)
def test_a_document_with_formats_of_its_own_is_none_of_text(word: Any, changed: Any) -> None:
    source = word.read(changed(word, "".join(map(word.p, TYPED))), numbering=BULLETS)
    assert not any(isinstance(piece, Table) for piece in source.content)


@pytest.mark.parametrize(
    ("texts", "properties"),
    [
        pytest.param(tuple(f"{text.capitalize()}." for text in PASTED), "", id="sentences"),
        pytest.param(tuple(map(str.lower, PASTED)), LISTED, id="list items"),
        pytest.param((" ".join(PASTED), *PASTED[1:], " ".join(PASTED)), "", id="beside whole paragraphs"),
    ],
)
def test_paragraphs_of_a_document_are_whole(word: Any, texts: tuple[str, ...], properties: str) -> None:
    assert not word.read("".join(word.p(text, properties) for text in texts), numbering=BULLETS).wrapped
