"""PDFs whose pages are pictures, read by OCR."""

from collections.abc import Callable, Sequence
from typing import Any

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from notula.models.quality import Grade
from notula.models.source import Line, Source, Table
from notula.pipeline.errors import DocumentError
from notula.pipeline.read import scan_engine
from notula.pipeline.read.lines import lines_in
from notula.pipeline.read.pdf import read_pdf
from notula.pipeline.settings import Settings


@pytest.fixture(autouse=True)
def engine(tool: Callable[[str], str]) -> str:
    return tool("tesseract")


def read(data: bytes) -> Source:
    return read_pdf(data, Settings())


def texts(source: Source) -> list[str]:
    return [line.text.replace("\t", " ") for line in lines_in(source.content)]


def codes(source: Source) -> dict[str, str]:
    return {note.code: dict(note.details)["pages"] for note in source.notes}


def test_a_scan_gives_its_lines_with_places_and_certainty(scans: Any) -> None:
    source = read(scans.scan_pdf(scans.worn(scans.page_picture())))
    assert texts(source) == list(scans.LINES)
    assert (source.text_from, codes(source)) == ("ocr", {"P004": "1"})
    assert source.page_quality[0].grade is Grade.GOOD
    first = next(lines_in(source.content))
    assert first.certainty and 0.5 < first.certainty <= 1
    assert first.shown and first.shown.page == 1
    assert (first.shown.x0, first.shown.bottom) == pytest.approx((70, 842 - 757), abs=12)
    assert source.tools[0][0] == "ocr" and source.tools[0][1].startswith("tesseract ")


def test_lines_of_a_crooked_page_are_aligned_and_shown_where_they_are(scans: Any) -> None:
    picture = scans.page_picture()
    level, crooked = (list(lines_in(read(scans.scan_pdf(one)).content)) for one in (picture, scans.worn(picture, 4.0)))
    assert [line.text for line in crooked] == [line.text for line in level]
    lefts = [line.box.x0 for line in crooked if line.box]
    assert max(lefts) - min(lefts) < 2
    shown = [line.shown.x0 for line in crooked if line.shown]
    assert shown[-1] - shown[0] > 5  # seven lines of 22 points further down
    assert all(word.shown and word.shown[0] < word.shown[1] for line in crooked for word in line.words)


def test_a_table_of_a_scan_stays_a_table(scans: Any) -> None:
    def table(canvas: Canvas) -> None:
        canvas.grid([70, 110, 380, 530], [700, 670, 640])
        for x, y, text in ((75, 680, "No"), (115, 680, "Tugas"), (385, 680, "Penanggung"), (75, 650, "1"),
                           (115, 650, "Menyusun jadwal ronda malam"), (385, 650, "Sekretaris")):  # fmt: skip
            canvas.drawString(x, y, text)

    (found,) = read(scans.scan_pdf(scans.worn(scans.page_picture(table)))).content
    assert isinstance(found, Table) and found.ruled
    cells = [[part.text for part in cell.content if isinstance(part, Line)] for cell in found.cells]
    assert cells == [["No"], ["Tugas"], ["Penanggung"], ["1"], ["Menyusun jadwal ronda malam"], ["Sekretaris"]]


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_that_lies_wrong_is_turned(scans: Any, quarters: int) -> None:
    source = read(scans.scan_pdf(scans.page_picture().rotate(90 * quarters, expand=True)))
    assert texts(source) == list(scans.LINES)
    assert "turned" in source.page_quality[0].reasons


def test_pages_with_text_keep_it(scans: Any) -> None:
    source = read(scans.scan_pdf(scans.page_picture(), then=scans.write_lines))
    assert texts(source) == list(scans.LINES) * 2
    assert (source.text_from, codes(source)) == ("mixed", {"P004": "1"})
    assert [line.certainty is None for line in lines_in(source.content)] == [False] * 8 + [True] * 8


def test_a_signature_note_over_a_scan_is_no_text_of_the_page(scans: Any) -> None:
    def stamped(canvas: Canvas) -> None:
        canvas.drawInlineImage(scans.page_picture(), 0, 0, *canvas._pagesize)
        canvas.drawString(60, 20, "Dokumen ini telah ditandatangani secara elektronik memakai sertifikat elektronik")

    assert "Tempat : Balai Desa Sukamaju" in texts(read(scans.scan_pdf(then=stamped)))


def test_a_picture_without_words_is_no_missing_text(scans: Any) -> None:
    source = read(scans.scan_pdf(scans.page_picture(lambda canvas: None), then=scans.write_lines))
    assert texts(source) == list(scans.LINES)
    assert source.page_quality[0].reasons == ("no_words",)


def test_where_ocr_is_off_pages_are_told_missing(scans: Any) -> None:
    source = read_pdf(scans.scan_pdf(scans.page_picture(), then=scans.write_lines), Settings(ocr=False))
    assert (source.text_from, codes(source)) == ("text_layer", {"P001": "1"})


@pytest.mark.parametrize(
    ("languages", "words"),
    [
        pytest.param(None, "apt install tesseract-ocr tesseract-ocr-ind", id="no tesseract"),
        pytest.param((), "winget install", id="no language"),
    ],
)
def test_where_tesseract_is_missing_it_is_said_how_to_get_it(
    scans: Any, monkeypatch: pytest.MonkeyPatch, languages: tuple[str, ...] | None, words: str
) -> None:
    found = scan_engine.find_engine()
    assert found is not None
    engine = None if languages is None else scan_engine.Engine(found.program, "5", languages)
    for module in ("pages", "scan_engine"):
        monkeypatch.setattr(f"notula.pipeline.read.{module}.find_engine", lambda: engine)
    with pytest.raises(DocumentError) as caught:
        read(scans.scan_pdf(scans.page_picture()))
    assert caught.value.code == "needs_ocr"
    assert words in caught.value.message("id") and words in caught.value.message("en")


def test_a_page_that_takes_too_long_is_given_up(scans: Any) -> None:
    data = scans.scan_pdf(scans.page_picture(), then=scans.write_lines)
    source = read_pdf(data, Settings(page_seconds=0.01))
    assert codes(source) == {"P001": "1"}
    assert source.page_quality[0].reasons == ("too_slow",)


# --- text layers that are not what the page shows --------------------------------------------------------------------


def layered(scans: Any, *words: str, visible: bool = False, places: Sequence[float] = ()) -> bytes:
    """A page whose picture is ``scans.LINES``, with other words as its text, at some heights from the top."""

    def draw(canvas: Canvas) -> None:
        canvas.drawInlineImage(scans.page_picture(), 0, 0, *canvas._pagesize)
        height = canvas._pagesize[1]
        for at, text in enumerate(words):
            where = places[at] if places else 100 + 20 * at
            line = canvas.beginText(70, height - where)
            line.setTextRenderMode(0 if visible else 3)
            line.textLine(text)
            canvas.drawText(line)

    return scans.scan_pdf(then=draw)


WRONG = (
    "NQTUIEM RAPAF KQCRDIMASl", "Hati, fanggel : Senln, 5 Fcbruarl Z0Z4", "Tcmpaf : Balal Dcsa Sukamaju",
    "Rapzf mcmhzhzs pcrhzikzn szlurzn zir di dusun ufzrz dzn sclzfzn.",
    "Kcpzlz Dcsz zkzn mcnyusun znggzrzn hizyz pzling lzmhzf hzri Jumzf.",
    "Sckrcfzris mcnczfzf scmuz usulzn wzrgz yzng hzdir pzdz rzpzf ini.",
    "Bcndzhzrz mclzporkzn siszz kzs dcsz schcszr figz jufz rupizh.",
    "Kcfuz RT mcnghuhungi fukzng unfuk mcmpcrhziki pinfu zir yzng ruszk.",
)  # fmt: skip
HEADER = (
    "PEMERINTAH KABUPATEN CONTOH SEKRETARIAT DAERAH BAGIAN UMUM", "Jalan Merdeka Nomor 1", "Halaman 1 dari 4",
)  # fmt: skip
SIGNED = (
    "Ditandatangani secara elektronik oleh Kepala Badan Contoh pada hari Senin", "memakai sertifikat elektronik",
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "places"),
    [
        pytest.param(WRONG, (), id="what a bad OCR left"),
        pytest.param(HEADER, (60, 80, 820), id="header and page number"),
        pytest.param(("SALINAN SESUAI ASLINYA",) * 9, tuple(range(100, 820, 80)), id="watermark all over"),
        pytest.param(SIGNED, (560, 575), id="note of a signature in the page"),
    ],
)
def test_a_layer_that_is_not_the_text_of_the_picture_gives_way(
    scans: Any, words: tuple[str, ...], places: tuple[float, ...]
) -> None:
    source = read(layered(scans, *words, places=places))
    assert texts(source) == list(scans.LINES)
    assert (source.text_from, codes(source)) == ("ocr", {"P004": "1"})


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(lambda lines: lines, id="what is printed"),
        pytest.param(lambda lines: [line.replace("gal", "ga1").replace("rapat", "ra at") for line in lines], id="slip"),
    ],
)
def test_a_layer_that_says_what_the_picture_shows_stays(
    scans: Any, words: Callable[[Sequence[str]], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notula.pipeline.read.pdf.read_scan", lambda *_: pytest.fail("read by OCR for nothing"))
    own = words(scans.LINES)
    source = read(layered(scans, *own, places=tuple(range(100, 820, 90))))
    assert (texts(source), source.text_from) == (list(own), "text_layer")


def test_own_text_stays_where_ocr_sees_no_more(scans: Any) -> None:
    def cover(canvas: Canvas) -> None:
        canvas.drawInlineImage(scans.page_picture(lambda canvas: None), 0, 0, *canvas._pagesize)
        for at, line in enumerate(scans.LINES[:3]):
            canvas.drawString(70, 60 - 15 * at, line)

    source = read(scans.scan_pdf(then=cover))
    assert texts(source) == list(scans.LINES[:3])
    assert (source.text_from, source.notes) == ("text_layer", ())


def test_a_font_with_the_wrong_table_is_read_from_what_it_shows(scans: Any) -> None:
    data = scans.misnamed_pdf()
    with pypdfium2.PdfDocument(data) as document:
        assert "Rapat" not in document[0].get_textpage().get_text_bounded()
    assert "Rapat membahas perbaikan saluran air di dusun utara dan selatan." in texts(read(data))


def test_a_picture_under_a_header_is_told_missing_where_ocr_is_off(scans: Any) -> None:
    with pytest.raises(DocumentError) as caught:
        read_pdf(layered(scans, *HEADER, places=(60, 80, 820)), Settings(ocr=False))
    assert caught.value.code == "needs_ocr"
