"""Words of a PDF page: text, sides, size, weight, line-end hyphens."""

import io

import pdfplumber
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from notula.models.source import Line
from notula.pipeline.read import pdf_words
from notula.pipeline.read.pdf import read_pdf
from notula.pipeline.settings import Settings


def lines_of(draw, **options) -> list[Line]:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, **options)
    canvas.setFont("Helvetica", 12)
    draw(canvas)
    canvas.save()
    return [item for item in read_pdf(buffer.getvalue(), Settings()).content if isinstance(item, Line)]


def write(
    canvas: Canvas, *texts: str, x: float = 72, top: float = 700, pitch: float = 14, font: str = "Helvetica"
) -> None:
    canvas.setFont(font, 12)
    for at, text in enumerate(texts):
        canvas.drawString(x, top - pitch * at, text)


def test_words_stand_where_pdfplumber_finds_them() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    write(canvas, "Rapat evaluasi triwulan dibuka oleh Kepala Bagian", "Umum pada pukul 09.00 WIB.", font="Times-Roman")
    canvas.save()
    lines = read_pdf(buffer.getvalue(), Settings()).content
    with pdfplumber.open(buffer) as pdf:
        expected = pdf.pages[0].extract_words()
    found = [(line.text[w.start : w.end], w.x0, w.x1) for line in lines for w in line.words]
    assert [text for text, _, _ in found] == [word["text"] for word in expected]
    for (_, x0, x1), word in zip(found, expected, strict=True):
        assert x0 == pytest.approx(word["x0"], abs=0.1)
        assert x1 == pytest.approx(word["x1"], abs=0.1)


def test_a_line_has_its_place_size_and_weight() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, "Kesimpulan rapat", font="Helvetica-Bold")
        write(canvas, "isi biasa", top=660)

    heading, body = lines_of(draw)
    assert (heading.bold, heading.size, heading.indent) == (True, 12, 72)
    assert not body.bold
    assert heading.box is not None
    assert heading.box.page == 1
    assert heading.box.top < A4[1] - 700 < heading.box.bottom
    assert heading.box.x0 == 72


def test_one_plain_word_among_bold_ones_leaves_a_line_plain() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.setFont("Helvetica-Bold", 12)
        text.textOut("Tempat ")
        text.setFont("Helvetica", 12)
        text.textOut("Ruang Rapat Lantai Tiga")
        canvas.drawText(text)

    assert [line.bold for line in lines_of(draw)] == [False]


def test_a_makeshift_bold_counts() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(2)
        text.textOut("ditebalkan dengan garis tepi")
        canvas.drawText(text)

    assert lines_of(draw)[0].bold


def test_text_printed_twice_is_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, "Kesepakatan bersama")
        write(canvas, "Kesepakatan bersama", x=72.4)

    assert [line.text for line in lines_of(draw)] == ["Kesepakatan bersama"]


def test_size_counts_the_scale_of_the_text_and_of_forms() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.scale(10, 10)
        canvas.setFont("Helvetica", 1.1)
        canvas.drawString(7, 70, "diperbesar")
        canvas.restoreState()
        canvas.beginForm("blok")
        canvas.setFont("Helvetica", 9)
        canvas.drawString(0, 0, "di dalam formulir")
        canvas.endForm()
        canvas.translate(100, 500)
        canvas.doForm("blok")

    scaled, inside = lines_of(draw)
    assert (scaled.size, scaled.indent) == (11, 70)
    assert (inside.text, inside.size, round(inside.indent)) == ("di dalam formulir", 9, 100)


def test_raised_figures_stay_in_their_line() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.textOut("lahan 20 m")
        text.setFont("Helvetica", 7)
        text.setRise(5)
        text.textOut("2 ")
        text.setRise(0)
        text.setFont("Helvetica", 12)
        text.textOut("untuk kebun")
        canvas.drawText(text)

    assert [line.text for line in lines_of(draw)] == ["lahan 20 m2 untuk kebun"]


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        ("laporan selambat-", "lambatnya hari Jumat", ["laporan selambat-lambatnya", "hari Jumat"]),
        ("tahun anggaran 2031-", "2032 disetujui", ["tahun anggaran 2031-2032", "disetujui"]),
        ("bahan dari masing-", "masing.", ["bahan dari masing-masing."]),
        ("Badan Pengawas-", "Kantor Pusat", ["Badan Pengawas-", "Kantor Pusat"]),
        ("dengan rincian-", "a. honor", ["dengan rincian-", "a. honor"]),
        ("sisanya 20 -", "termasuk pajak", ["sisanya 20 -", "termasuk pajak"]),
    ],
    ids=["reduplication", "years", "nothing_left", "capital", "list_letter", "dash"],
)
def test_a_word_broken_at_a_hyphen_is_joined_with_the_hyphen_kept(upper: str, lower: str, expected: list[str]) -> None:
    assert [line.text for line in lines_of(lambda canvas: write(canvas, upper, lower))] == expected


def test_the_rest_of_a_broken_word_counts_to_the_first_parts_box() -> None:
    first, second = lines_of(lambda canvas: write(canvas, "ditetapkan undang-", "undang dan peraturan"))
    last = first.words[-1]
    assert first.text[last.start : last.end] == "undang-undang"
    assert [second.text[w.start : w.end] for w in second.words] == ["dan", "peraturan"]
    assert second.indent == 72


def test_a_hyphen_is_not_joined_over_a_gap() -> None:
    lines = lines_of(lambda canvas: write(canvas, "Catatan rapat-", "tambahan", pitch=60))
    assert [line.text for line in lines] == ["Catatan rapat-", "tambahan"]


def test_glyphs_without_a_value_are_left_out_and_do_not_shift_the_others() -> None:
    def draw(canvas: Canvas) -> None:
        canvas._code.append(r"BT /F1 12 Tf 72 700 Td (satu \001\001 dua tiga) Tj ET")
        write(canvas, "empat", top=680)

    first, second = lines_of(draw)
    assert (first.text.split(), second.text) == (["satu", "dua", "tiga"], "empat")
    assert second.indent == 72
    assert first.words[0].x0 == 72


def test_a_glyph_without_a_value_at_the_start_of_a_line_is_a_bullet() -> None:
    def draw(canvas: Canvas) -> None:
        canvas._code.append(r"BT /F1 12 Tf 72 700 Td (\001 kursi tambahan) Tj 0 -14 Td (\001 meja panjang) Tj ET")

    assert [line.text for line in lines_of(draw)] == ["• kursi tambahan", "• meja panjang"]


@pytest.mark.parametrize(
    ("word", "font", "expected"),
    [
        ("\uf0b7", None, "•"),
        ("\uf0a7", "wingdings", "▪"),
        ("\uf0fc", None, "✓"),
        ("ü", "Wingdings", "✓"),
        ("•", "Symbol", "•"),
        ("e\ufb03sien", None, "effisien"),
        ("pem\u00adbahasan", None, "pembahasan"),
        ("undang\ufffe", None, "undang-"),
        ("a\x02b", None, "ab"),
        ("\u200b", None, ""),
    ],
    ids=[
        "bullet",
        "square",
        "tick",
        "tick_by_letter",
        "mapped",
        "ligature",
        "soft_hyphen",
        "line_end",
        "control",
        "none",
    ],
)
def test_words_are_cleaned(word: str, font: str | None, expected: str) -> None:
    assert pdf_words._readable(word, font) == expected


def test_ligatures_keep_the_words_in_step_with_the_text() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, "daftar nama peserta rapat koordinasi")

    for line in lines_of(draw):
        assert " ".join(line.text[w.start : w.end] for w in line.words) == line.text


def test_text_beside_the_page_is_not_printed() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, "terlihat")
        write(canvas, "di luar", x=-200)
        write(canvas, "di bawah", top=-50)

    assert [line.text for line in lines_of(draw)] == ["terlihat"]


def test_a_run_that_jumps_back_is_taken_apart() -> None:
    def draw(canvas: Canvas) -> None:
        canvas._code.append("BT /F1 12 Tf 400 700 Td [(kanan) 20000 (kiri)] TJ ET")

    assert [line.text for line in lines_of(draw)] == ["kiri\tkanan"]
