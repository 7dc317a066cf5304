"""PDF to lines and tables: PDFium first, pdfplumber for what PDFium cannot open.

PDFium must not be used from two threads at once. Scripts, forms and attachments of a file are never touched.
"""

from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from typing import Any, Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from notula.models.source import Source
from notula.pipeline.errors import DocumentError
from notula.pipeline.heartbeat import beat
from notula.pipeline.read.pages import PageGatherer, check_pages
from notula.pipeline.read.pdf_drawing import draw
from notula.pipeline.read.pdf_fallback import plumbed
from notula.pipeline.read.pdf_guards import check_streams
from notula.pipeline.read.pdf_page import Page
from notula.pipeline.read.pdf_rules import RuleReader, TooManyObjectsError, placed_edges
from notula.pipeline.read.pdf_words import WordReader
from notula.pipeline.read.scan_engine import usable_engine
from notula.pipeline.read.scan_page import Scan, read_scan
from notula.pipeline.read.sense import likelihood
from notula.pipeline.settings import Settings

MEDIA_TYPE: Final = "application/pdf"
_MORE = 1.2  # times the letters of a page's own text that OCR has to see

Found = Page | Scan | None
"""A page by its own text or by OCR; None where it cannot be read."""


def read_pdf(data: bytes, settings: Settings) -> Source:
    """The lines and tables of a PDF; pages without usable text are read by OCR where it is there.

    Raises:
        DocumentError: ``needs_ocr`` where all pages are pictures, ``empty``, ``encrypted``, ``damaged``, ``too_large``.
    """
    pages = PageGatherer(settings)
    with _opened(data, settings) as (sound, count, found):
        check_pages(count, settings)
        for number, page in enumerate(found, 1):
            beat()
            if isinstance(page, Scan):
                pages.add_scan(number, page)
            else:
                pages.add(number, page)
    return pages.source(MEDIA_TYPE, count, sound=sound)


@contextmanager
def _opened(data: bytes, settings: Settings) -> Iterator[tuple[bool, int, Iterator[Found]]]:
    """Whether PDFium opens the file, the number of pages, and the pages (None: one that cannot be read).

    Raises:
        DocumentError: ``encrypted``, ``damaged`` or ``too_large``.
    """
    check_streams(data)
    document = _unlocked(data, settings)
    if document is None:
        with plumbed(data, settings) as (count, plumbed_pages):
            yield False, count, plumbed_pages
        return
    with closing(document), closing(_pages(document, settings)) as pages:
        yield True, len(document), pages


def _unlocked(data: bytes, settings: Settings) -> Any:
    """The file opened, with the first of the passwords that fits; None where PDFium cannot read it at all.

    Raises:
        DocumentError: ``encrypted`` where none fits.
    """
    for password in (None, *settings.passwords):
        try:
            return pdfium.PdfDocument(data, password=password)
        except pdfium.PdfiumError as error:
            if error.err_code != pdfium_c.FPDF_ERR_PASSWORD:
                return None
    reason = "reason.wrong_password" if settings.passwords else "reason.no_password"
    raise DocumentError("encrypted", reason=reason)


def _pages(document: Any, settings: Settings) -> Generator[Found, None, None]:
    engine = usable_engine(settings)
    for at in range(len(document)):
        try:
            source = document[at]
        except pdfium.PdfiumError:
            yield None
            continue
        with closing(source):
            page = _page(at + 1, source, settings)
            if engine and page and not page.readable:
                yield _better(page, read_scan(at + 1, draw(source), engine, settings.page_seconds))
            else:
                yield page


def _page(number: int, source: Any, settings: Settings) -> Page | None:
    """The words and edges of a page; None where PDFium cannot read its text."""
    rotation = source.get_rotation() // 90
    text_page = pdfium_c.FPDFText_LoadPage(source.raw)
    if not text_page:
        return None
    try:
        if pdfium_c.FPDFText_CountChars(text_page) > settings.max_glyphs:
            raise DocumentError("too_large", reason="reason.glyphs", limit=str(settings.max_glyphs))
        words = WordReader(text_page)
        page = Page(number, 0.0, 0.0, garbled=words.garbled())
        place = words.read(page, source.get_bbox(), rotation)
    finally:
        pdfium_c.FPDFText_ClosePage(text_page)
    page.width, page.height = width, height = place.size
    page.turn = (rotation - place.quarter) % 4
    page.tokens = [t for t in page.tokens if t.x1 > 0 and t.x0 < width and 0 < t.base < height + t.size]
    rules = RuleReader(settings.max_objects)
    try:
        rules.read(source.raw)
    except TooManyObjectsError:
        page.crowded = True
    else:
        page.edges = placed_edges(rules.segments, place)
        page.shades = placed_edges(rules.shades, place)
    page.pictured, page.drawings = rules.image_area / (page.width * page.height), rules.paths
    return page


def _better(page: Page, scan: Scan) -> Page | Scan:
    """The page as OCR read it where that says more, or makes more sense, than its own text."""
    if page.garbled or not page.letters:
        return scan
    if not scan.quality.read:
        return page
    if page.is_doubtful:
        seen, own = likelihood(scan.page.text), likelihood(page.text)
        page.settled = seen is None or own is None or seen <= own
    else:
        page.settled = scan.page.letters < _MORE * page.letters
    return page if page.settled else scan
