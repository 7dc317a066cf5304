"""PDF to lines and tables: PDFium first, pdfplumber for what PDFium cannot open.

PDFium must not be used from two threads at once. Scripts, forms and attachments of a file are never touched.
"""

from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import Any, Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from notula.models.issue import Note
from notula.models.source import Box, Line, Source, Table
from notula.pipeline.errors import DocumentError
from notula.pipeline.heartbeat import beat
from notula.pipeline.read.pdf_fallback import plumbed
from notula.pipeline.read.pdf_grids import TooManyEdgesError, find_grids
from notula.pipeline.read.pdf_guards import check_streams
from notula.pipeline.read.pdf_layout import Layout
from notula.pipeline.read.pdf_lines import Bounds
from notula.pipeline.read.pdf_page import PICTURE, Page, TurnedToken, turn_back
from notula.pipeline.read.pdf_rules import RuleReader, TooManyObjectsError, placed_edges
from notula.pipeline.read.pdf_words import WordReader
from notula.pipeline.settings import Settings

MEDIA_TYPE: Final = "application/pdf"
_FEW_LETTERS = 60  # on a page that is a picture: a scanner's stamp, not text
_MARGIN = 56.0  # points: the text area of a page too empty to tell

Item = Line | Table


def read_pdf(data: bytes, settings: Settings) -> Source:
    """The lines and tables of a PDF.

    Notes name the pages that are pictures without text (``P001``), that have too many objects to look for tables
    (``P002``), and that cannot be read at all (``P003``).

    Raises:
        DocumentError: ``needs_ocr`` where all pages are pictures, ``empty``, ``encrypted``, ``damaged``, ``too_large``.
    """
    content: list[Item] = []
    pages: dict[str, list[int]] = {"P001": [], "P002": [], "P003": []}
    letters = 0
    areas: dict[int, Bounds | None] = {}
    with _opened(data, settings) as (sound, count, found):
        if count > settings.max_pages:
            raise DocumentError("too_large", reason=f"{count} pages, limit {settings.max_pages}")
        for number, page in enumerate(found, 1):
            beat()
            if page is None:
                pages["P003"].append(number)
                continue
            items = [] if page.garbled else _read_page(page, areas)
            if page.garbled or (page.pictured and page.letters < _FEW_LETTERS):
                pages["P001"].append(number)
            else:
                letters += page.letters
            if page.crowded:
                pages["P002"].append(number)
            content += _starting(items, number)
    if pages["P001"] and letters < _FEW_LETTERS:
        raise DocumentError("needs_ocr")
    if not content and (pages["P003"] or not sound):
        raise DocumentError("damaged", reason="reason.no_page")
    if not content:
        raise DocumentError("empty")
    notes = tuple(Note(code, (("pages", ", ".join(map(str, at))),)) for code, at in pages.items() if at)
    return Source(MEDIA_TYPE, tuple(content), pages=count, wrapped=True, notes=notes)


def _read_page(page: Page, areas: dict[int, Bounds | None]) -> list[Item]:
    """A page's items in reading order, turned text at its end; ``areas`` has the text areas by page width so far."""
    grids = []
    try:
        grids = find_grids(page.edges, page.shades, page.tokens)
    except TooManyEdgesError:
        page.crowded = True
    margin = min(_MARGIN, page.width / 8)
    bounds = Bounds(margin, page.width - margin, middle=page.width / 2)
    layout = Layout(page.number, page.width, areas.get(round(page.width)))
    content = layout.read(page.tokens, grids, bounds)
    areas[round(page.width)] = layout.area
    content += _turned_lines(page)
    return [turn_back(item, page) for item in content] if page.turn else content


def _turned_lines(page: Page) -> list[Item]:
    """Text printed at an angle, such as watermarks: a line for each baseline."""
    lines: list[list[TurnedToken]] = []
    for token in page.turned:
        last = lines[-1][-1] if lines else None
        if last and last.angle == token.angle and abs(last.across - token.across) < 0.5 * token.size:
            lines[-1].append(token)
        else:
            lines.append([token])
    found: list[Item] = []
    for words in lines:
        box = Box(page.number, min(w.x0 for w in words), min(w.top for w in words), max(w.x1 for w in words),
                  max(w.bottom for w in words))  # fmt: skip
        text = " ".join(word.text for word in words)
        found.append(Line(text, box=box, size=round(words[0].size, 2), indent=box.x0, origin="textbox"))
    return found


def _starting(content: list[Item], page: int) -> list[Item]:
    """A page's items; the first line of every page but the first says so."""
    if page == 1:
        return content
    for at, item in enumerate(content):
        marked = _marked(item)
        if marked is not item:
            return [*content[:at], marked, *content[at + 1 :]]
    return content


def _marked(item: Item) -> Item:
    """The item with its first line marked as the first of a page; the item itself where it has no line."""
    if isinstance(item, Line):
        return replace(item, new_page=True)
    for at, cell in enumerate(item.cells):
        for place, part in enumerate(cell.content):
            marked = _marked(part)
            if marked is not part:
                content = (*cell.content[:place], marked, *cell.content[place + 1 :])
                cells = (*item.cells[:at], replace(cell, content=content), *item.cells[at + 1 :])
                return replace(item, cells=cells)
    return item


@contextmanager
def _opened(data: bytes, settings: Settings) -> Iterator[tuple[bool, int, Iterator[Page | None]]]:
    """Whether PDFium opens the file, the number of pages, and the pages (None: one that cannot be read).

    Raises:
        DocumentError: ``encrypted``, ``damaged`` or ``too_large``.
    """
    check_streams(data)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == pdfium_c.FPDF_ERR_PASSWORD:
            raise DocumentError("encrypted") from error
        with plumbed(data, settings) as (count, plumbed_pages):
            yield False, count, plumbed_pages
        return
    with closing(document), closing(_pages(document, settings)) as pages:
        yield True, len(document), pages


def _pages(document: Any, settings: Settings) -> Generator[Page | None, None, None]:
    for at in range(len(document)):
        try:
            source = document[at]
        except pdfium.PdfiumError:
            yield None
            continue
        with closing(source):
            yield _page(at + 1, source, settings)


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
    page.width, page.height = place.size
    page.turn = (rotation - place.quarter) % 4
    page.tokens = [t for t in page.tokens if t.x1 > 0 and t.x0 < page.width and 0 < t.base < page.height + t.size]
    rules = RuleReader(settings.max_objects)
    try:
        rules.read(source.raw)
    except TooManyObjectsError:
        page.crowded = True
    else:
        page.edges = placed_edges(rules.segments, place)
        page.shades = placed_edges(rules.shades, place)
    page.pictured = rules.image_area > PICTURE * page.width * page.height
    return page
