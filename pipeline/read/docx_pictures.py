"""Pictures of a DOCX that are as large as its pages: scans pasted into Word, read by OCR in the order they stand in."""

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from notula.models.source import Line, Source, Table
from notula.pipeline.heartbeat import beat
from notula.pipeline.read.docx_package import MEDIA_TYPE, Element, Package
from notula.pipeline.read.docx_runs import ALTERNATE, DELETIONS, PICTURES, chosen_branch
from notula.pipeline.read.docx_styles import W, number
from notula.pipeline.read.pages import PageGatherer, check_pages
from notula.pipeline.read.pdf_page import Page
from notula.pipeline.read.scan_engine import usable_engine
from notula.pipeline.read.scan_file import open_picture
from notula.pipeline.read.scan_page import read_scan
from notula.pipeline.settings import Settings

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SHAPE: Final = "{urn:schemas-microsoft-com:vml}shape"
_VML_SIZE: Final = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)(pt|in|cm|mm|px)?")
_POINTS: Final = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "": 0.75}
_EMU: Final = 12_700  # of a point
_TWIPS: Final = 20
_A4: Final = (595.3, 841.9)
_PAGE, _PART_OF_PAGE = 0.4, 0.1  # shares of a page's area: a page pasted between margins; a page pasted small
FEW_OWN_LETTERS: Final = 300
"""A document with fewer, and pictures as large as pages, is those pictures."""


class PastedPicture(NamedTuple):
    """A picture in the body: its part, and the share of the page that it covers (1 where that is not known)."""

    part: str
    share: float

    @property
    def is_page(self) -> bool:
        """Whether it is as large as a page between its margins."""
        return self.share >= _PAGE


class Part(NamedTuple):
    """A block of the document as text, and the pictures in it."""

    items: list[Line | Table]
    pictures: list[PastedPicture]


def pictures_in(block: Element, package: Package, area: float) -> list[PastedPicture]:
    """The pictures of a block in order; ``area`` is that of the document's pages in square points."""
    found = []
    for node in _drawn(block):
        relation = package.relations.get(node.get(f"{_R}embed") or node.get(f"{_R}id") or "")
        if relation and relation.kind == "image":
            size = _size_of(node)
            found.append(PastedPicture(relation.target, math.prod(size) / area if size else 1.0))
    return found


def page_area(body: Element) -> float:
    """The area of the document's pages in square points: its first section's, A4 where that does not say."""
    size = next(body.iter(f"{W}pgSz"), None)
    wide, high = (number(size.get(f"{W}{side}")) if size is not None else None for side in ("w", "h"))
    return wide * high / _TWIPS**2 if wide and high else math.prod(_A4)


def read_pasted(parts: Sequence[Part], package: Package, letters: int, settings: Settings) -> Source | None:
    """The document as its pictures say, its own text between them; None where they cannot be read or are not pages.

    They are where there is hardly any text of its own and where they are as large as pages; where there is no text at
    all smaller ones are read, too. Each is a page.

    Raises:
        DocumentError: ``too_large``, ``empty``.
    """
    least = _PAGE if letters else _PART_OF_PAGE
    count = sum(picture.share >= least for part in parts for picture in part.pictures)
    if not count or letters >= FEW_OWN_LETTERS:
        return None
    engine = usable_engine(settings)
    if engine is None:
        return None
    check_pages(count, settings)
    pages, numbers = PageGatherer(settings), itertools.count(1)
    for part in parts:
        pages.add_own(part.items)
        for picture, at in zip([one for one in part.pictures if one.share >= least], numbers, strict=False):
            beat()
            image = open_picture(package.picture(picture.part))
            if image is None:
                pages.add(at, Page(at, *_A4, pictured=1.0))
            else:
                pages.add_scan(at, read_scan(at, image, engine, settings.page_seconds))
    return pages.source(MEDIA_TYPE, count)


def _drawn(block: Element) -> Iterator[Element]:
    """The references to pictures in a block, one branch of each alternative, none of what is deleted."""
    waiting = [block]
    while waiting:
        at = waiting.pop()
        if at.tag in PICTURES:
            yield at
        elif at.tag == ALTERNATE:
            waiting.extend(reversed(chosen_branch(at)))
        elif at.tag not in DELETIONS:
            waiting.extend(reversed(at))


def _size_of(node: Element) -> tuple[float, float] | None:
    """Width and height in points that a picture is shown with; None where nothing around it says so."""
    for around in node.iterancestors():
        extent = around.find(f"{_PIC}spPr/{_A}xfrm/{_A}ext") if around.tag == f"{_PIC}pic" else None
        if around.tag in (f"{_WP}inline", f"{_WP}anchor"):
            extent = around.find(f"{_WP}extent")
        if extent is not None:
            wide, high = number(extent.get("cx")), number(extent.get("cy"))
            return (wide / _EMU, high / _EMU) if wide and high else None
        if around.tag == _SHAPE:
            style = _VML_SIZE.findall(around.get("style", ""))
            sides = {side: float(value) * _POINTS[unit] for side, value, unit in style}
            return (sides["width"], sides["height"]) if len(sides) == 2 else None
    return None
