"""Pages by pdfplumber, for the files that PDFium cannot open."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from notula.pipeline.errors import DocumentError
from notula.pipeline.read.glyphs import plain_signs
from notula.pipeline.read.pdf_page import DESCENT, THIN, Edge, Edges, Page, Token, TurnedToken
from notula.pipeline.read.sense import is_garbage
from notula.pipeline.settings import Settings
from notula.pipeline.text import clean

BROKEN: Final = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, AssertionError, OSError)
"""What pdfminer raises on broken files."""
_CID: Final = "(cid:"
_BOLD: Final = re.compile("bold|black|heavy|demi", re.IGNORECASE)


@contextmanager
def plumbed(data: bytes, settings: Settings) -> Iterator[tuple[int, Iterator[Page | None]]]:
    """The number of pages and the pages of a PDF, None for one that cannot be read.

    Raises:
        DocumentError: ``encrypted`` or ``damaged``.
    """
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        document = pdfplumber.open(io.BytesIO(data))
        count = len(document.pages)
    except PDFPasswordIncorrect as error:
        raise DocumentError("encrypted", reason="reason.no_password") from error
    except PdfminerException as error:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in error.args):
            raise DocumentError("encrypted", reason="reason.no_password") from error
        raise DocumentError("damaged", reason="reason.pdf") from error
    except BROKEN as error:
        raise DocumentError("damaged", reason="reason.pdf") from error
    with document:
        yield count, _pages(document, settings)


def _pages(document: Any, settings: Settings) -> Iterator[Page | None]:
    from pdfplumber.utils.exceptions import PdfminerException

    for number, source in enumerate(document.pages, 1):
        try:
            page: Page | None = _page(number, source, settings)
        except (PdfminerException, *BROKEN):
            page = None
        source.close()
        yield page


def _page(number: int, source: Any, settings: Settings) -> Page:
    """A page; characters are grouped to words by pdfplumber, turned text is set apart."""
    page = Page(number, float(source.width), float(source.height))
    words = source.extract_words(use_text_flow=True, return_chars=True)
    for word in words:
        first = word["chars"][0]
        font, size = first["fontname"], float(first["size"])
        text = clean(plain_signs(word["text"], font)).strip()
        x0, top, x1, bottom = (float(word[key]) for key in ("x0", "top", "x1", "bottom"))
        if not text:
            continue
        if first["upright"]:
            bold = bool(_BOLD.search(font))
            page.tokens.append(Token(bottom - DESCENT * size, x0, x1, size, text, bold, len(page.tokens)))
        else:
            page.turned.append(TurnedToken(x0, top, x1, bottom, size, text, 90, x0))
    unmapped = sum(_CID in word["text"] for word in words)
    page.garbled = 2 * unmapped > len(words) > 0 or is_garbage(" ".join(word["text"] for word in words))
    drawn = [*source.lines, *source.curves, *source.rects]
    page.crowded = len(drawn) > settings.max_objects
    if not page.crowded:
        page.edges = _edges([thing for thing in drawn if not _is_shade(thing)])
        page.shades = _edges([thing for thing in drawn if _is_shade(thing)])
    area = sum(float(image["width"]) * float(image["height"]) for image in source.images)
    page.pictured = area / (page.width * page.height)
    return page


def _is_shade(thing: dict[str, Any]) -> bool:
    """Whether something drawn is an area that is filled but has no outline."""
    return thing["object_type"] == "rect" and not thing["stroke"] and min(thing["width"], thing["height"]) > THIN


def _edges(things: list[dict[str, Any]]) -> Edges:
    from pdfplumber.utils.geometry import obj_to_edges

    found = [edge for thing in things for edge in obj_to_edges(thing) if edge["width"] + edge["height"] >= 1]
    return Edges(
        [Edge(edge["top"], edge["x0"], edge["x1"]) for edge in found if edge["orientation"] == "h"],
        [Edge(edge["x0"], edge["top"], edge["bottom"]) for edge in found if edge["orientation"] == "v"],
    )
