"""PDF files as a whole: what is refused, what is noted, pages, the second engine."""

import io
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from notula.models.source import Line, Source, Table
from notula.pipeline.errors import DocumentError
from notula.pipeline.read.pdf import read_pdf
from notula.pipeline.settings import Settings

Draw = Callable[[Canvas], None]


def pdf_of(*pages: Draw, **options) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, **options)
    for draw in pages:
        canvas.setFont("Helvetica", 11)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def text_page(*texts: str) -> Draw:
    def draw(canvas: Canvas) -> None:
        for at, text in enumerate(texts):
            canvas.drawString(60, 760 - 14 * at, text)

    return draw


def scan(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, *A4)


def stamped_scan(canvas: Canvas) -> None:
    scan(canvas)
    canvas.drawString(400, 20, "dipindai dengan ponsel")


def garbled(canvas: Canvas) -> None:
    canvas._code.append("BT /F1 11 Tf 60 700 Td (" + r"\001\002\003\004 \005\006\016\017" * 9 + ") Tj ET")


LONG = text_page("Rapat membahas jadwal ronda bulan depan dan", "pembagian tugas menjaga pos di gang dua dan tiga.")


def lines_in(items) -> Iterator[Line]:
    for item in items:
        if isinstance(item, Line):
            yield item
        else:
            for cell in item.cells:
                yield from lines_in(cell.content)


def test_a_source_says_what_it_is() -> None:
    source = read_pdf(pdf_of(LONG), Settings())
    assert (source.media_type, source.pages, source.wrapped, source.notes) == ("application/pdf", 1, True, ())
    assert source.text_from == "text_layer"


def test_the_same_file_is_read_the_same_way() -> None:
    data = pdf_of(LONG, LONG)
    assert read_pdf(data, Settings()) == read_pdf(data, Settings())


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "damaged"),
        (b"bukan PDF", "damaged"),
        (pdf_of(LONG)[:300], "damaged"),
        (pdf_of(lambda canvas: None), "empty"),
        (pdf_of(lambda canvas: canvas.rect(60, 60, 200, 200)), "empty"),
        (pdf_of(scan), "needs_ocr"),
        (pdf_of(stamped_scan, stamped_scan), "needs_ocr"),
        (pdf_of(scan, lambda canvas: None), "needs_ocr"),
        (pdf_of(garbled), "needs_ocr"),
        (pdf_of(LONG, encrypt=StandardEncryption("rahasia", ownerPassword="pemilik")), "encrypted"),
    ],
    ids=[
        "no_bytes", "no_pdf", "cut_off", "blank", "drawing", "scan", "stamped_scans", "scan_and_blank", "garbled",
        "password",
    ],
)  # fmt: skip
def test_files_without_readable_text_are_refused(data: bytes, code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_pdf(data, Settings(ocr=False))
    assert caught.value.code == code
    assert caught.value.message("id")


def test_an_owner_password_alone_does_not_matter() -> None:
    locked = StandardEncryption("", ownerPassword="pemilik", canCopy=0)
    assert len(read_pdf(pdf_of(LONG, encrypt=locked), Settings()).content) == 2


def test_too_many_pages_are_refused_before_reading() -> None:
    with pytest.raises(DocumentError) as caught:
        read_pdf(pdf_of(LONG, LONG, LONG), Settings(max_pages=2))
    assert caught.value.code == "too_large"
    assert caught.value.details == {"reason": "reason.pages", "limit": "2"}


def test_pages_without_text_are_noted_where_others_have_some() -> None:
    source = read_pdf(pdf_of(LONG, scan, LONG, garbled), Settings(ocr=False))
    assert [(note.code, dict(note.details)) for note in source.notes] == [("P001", {"pages": "2, 4"})]
    assert len(source.content) == 4


@pytest.mark.parametrize("folder", ["samples/docs", "bench/quality/docs"])
def test_no_page_that_was_born_digital_is_taken_for_a_picture_or_garbage(folder: str) -> None:
    files = sorted(Path(__file__).parents[2].joinpath(folder).glob("*.pdf"))
    noted = {file.name: read_pdf(file.read_bytes(), Settings(ocr=False)).notes for file in files}
    assert noted and not [name for name, notes in noted.items() if any(note.code == "P001" for note in notes)]


def test_a_page_with_few_words_and_no_picture_is_read() -> None:
    assert [line.text for line in lines_in(read_pdf(pdf_of(text_page("LAMPIRAN")), Settings()).content)] == ["LAMPIRAN"]


def test_a_page_with_too_many_objects_is_read_without_tables() -> None:
    def table(canvas: Canvas) -> None:
        canvas.grid([60, 200, 340], [700, 680, 660])
        canvas.drawString(66, 686, "Nama")

    data = pdf_of(table)
    assert [type(item) for item in read_pdf(data, Settings()).content] == [Table]
    source = read_pdf(data, Settings(max_objects=3))
    assert [type(item) for item in source.content] == [Line]
    assert [note.code for note in source.notes] == ["P002"]


def test_a_page_of_countless_rules_is_read_without_tables() -> None:
    def drawing(canvas: Canvas) -> None:
        canvas.drawString(60, 820, "Denah kebun")
        for at in range(1100):
            canvas.line(5, 5 + 7 * at, 590, 5 + 7 * at)
            canvas.line(5 + 7 * at, 5, 5 + 7 * at, 800)

    def page(canvas: Canvas) -> None:
        canvas.setPageSize((8000, 8000))
        drawing(canvas)

    assert [note.code for note in read_pdf(pdf_of(page), Settings()).notes] == ["P002"]


def test_the_first_line_of_each_page_but_the_first_says_so() -> None:
    def table(canvas: Canvas) -> None:
        canvas.grid([60, 200, 340], [780, 760, 740])
        canvas.drawString(206, 766, "Waktu")
        canvas.drawString(60, 700, "sesudah tabel")

    source = read_pdf(pdf_of(LONG, LONG, table), Settings())
    marked = [(line.text, line.box.page) for line in lines_in(source.content) if line.new_page]
    assert marked == [("Rapat membahas jadwal ronda bulan depan dan", 2), ("Waktu", 3)]


def refuse(*_: object, **__: object) -> None:
    raise pypdfium2.PdfiumError("Failed to load document", err_code=3)


def test_what_pdfium_refuses_is_read_by_pdfplumber(monkeypatch: pytest.MonkeyPatch) -> None:
    def both(canvas: Canvas) -> None:
        LONG(canvas)
        canvas.setFont("Helvetica-Bold", 11)
        canvas.grid([60, 200, 340], [700, 680, 660])
        canvas.drawString(66, 686, "Nama")
        canvas.drawString(206, 666, "Tugas")

    data = pdf_of(both, scan)
    expected = read_pdf(data, Settings(ocr=False))
    monkeypatch.setattr(pypdfium2, "PdfDocument", refuse)
    found = read_pdf(data, Settings(ocr=False))
    assert shape(found) == shape(expected)
    assert found.notes == expected.notes
    assert [line.bold for line in lines_in(found.content)] == [False, False, True, True]


def shape(source: Source) -> list[object]:
    return [
        item.text if isinstance(item, Line)
        else [(c.row, c.column, c.rows, c.columns, [line.text for line in lines_in(c.content)]) for c in item.cells]
        for item in source.content
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf_of(LONG, encrypt=StandardEncryption("rahasia")), "encrypted"),
        (pdf_of(lambda canvas: None), "damaged"),
        (b"%PDF-1.7 dan sampah", "damaged"),
    ],
    ids=["password", "nothing_found", "garbage"],
)
def test_what_both_engines_refuse_is_named(monkeypatch: pytest.MonkeyPatch, data: bytes, code: str) -> None:
    monkeypatch.setattr(pypdfium2, "PdfDocument", refuse)
    with pytest.raises(DocumentError) as caught:
        read_pdf(data, Settings())
    assert caught.value.code == code


@pytest.mark.parametrize("seed", range(12))
def test_scattered_words_keep_their_text_and_are_never_lost(seed: int) -> None:
    chance = random.Random(seed)
    words = [f"kata{at}" for at in range(120)]
    places = chance.sample([(x, y) for x in range(8, 560, 61) for y in range(40, 800, 15)], len(words))

    def scatter(canvas: Canvas) -> None:
        canvas.grid([150, 300, 420], [600, 500, 400])
        for word, (x, y) in zip(words, places, strict=True):
            canvas.setFont("Helvetica", chance.choice([7, 9, 11]))
            canvas.drawString(x, y, word)

    lines = list(lines_in(read_pdf(pdf_of(scatter), Settings()).content))
    assert sorted(" ".join(line.text for line in lines).split()) == sorted(words)
    for line in lines:
        assert [line.text[w.start : w.end] for w in line.words] == line.text.split()
        assert line.box is not None
        assert line.box.x0 == line.words[0].x0


def test_a_broken_page_is_noted_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf_of(LONG, LONG, LONG)
    whole = pypdfium2.PdfDocument.get_page

    def get_page(self: pypdfium2.PdfDocument, index: int) -> pypdfium2.PdfPage:
        if index != 2:
            refuse()
        return whole(self, index)

    monkeypatch.setattr(pypdfium2.PdfDocument, "get_page", get_page)
    source = read_pdf(data, Settings())
    assert [(note.code, dict(note.details)) for note in source.notes] == [("P003", {"pages": "1, 2"})]
    assert [line.box.page for line in lines_in(source.content)] == [3, 3]


def test_margins_of_earlier_pages_tell_how_a_short_page_is_aligned() -> None:
    text = "Warga bergotong royong membersihkan saluran air dan halaman balai pertemuan gang dua."
    full = text_page(*[text] * 6)

    def short(canvas: Canvas) -> None:
        for at in range(4):
            canvas.drawString(60, 700 - 14 * at, "Sekian catatan ini.")
        canvas.drawCentredString(60 + canvas.stringWidth(text, "Helvetica", 11) / 2, 760, "LAMPIRAN FOTO KEGIATAN")

    def aligned(*pages: Draw) -> str | None:
        lines = lines_in(read_pdf(pdf_of(*pages), Settings()).content)
        return next(line.align for line in lines if line.text.startswith("LAMPIRAN"))

    assert aligned(full, short) == "center"
    assert aligned(short) == "left"


def test_pdfplumber_is_not_loaded_for_what_pdfium_reads(tmp_path: Path) -> None:
    def table(canvas: Canvas) -> None:
        canvas.grid([60, 200, 340], [700, 680, 660])
        canvas.drawString(66, 686, "Nama")

    path = tmp_path / "rapat.pdf"
    path.write_bytes(pdf_of(table))
    code = (
        "import sys, pathlib\n"
        "from notula.pipeline.read.pdf import read_pdf\n"
        "from notula.pipeline.settings import Settings\n"
        "read_pdf(pathlib.Path(sys.argv[1]).read_bytes(), Settings())\n"
        "print([name for name in ('pdfplumber', 'pdfminer') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
