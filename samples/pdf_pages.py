"""PDF: the pages around the blocks: frames, running lines, page numbers, a watermark, a header in three columns."""

import io
from dataclasses import dataclass

from content import Block
from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

MARGIN = 22 * mm
_GUTTER = 8 * mm
_BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}


@dataclass(frozen=True)
class Look:
    """Fonts and measures of a sample's pages (points)."""

    font: str
    size: float
    width: float
    justify: bool = False

    @property
    def bold(self) -> str:
        """The bold font of the same family."""
        return _BOLD[self.font]

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return self.size * 1.22


def look_of(page: Block) -> Look:
    """The look that a sample's page asks for."""
    width = A4[0] - 2 * MARGIN
    if page.get("columns", 1) == 2:
        width = (width - _GUTTER) / 2
    return Look(page.get("pdf_font", "Helvetica"), page.get("size", 10.5), width, page.get("justify", False))


def render(story: list[Flowable], page: Block, pages: int) -> tuple[bytes, int]:
    """The PDF and its number of pages; ``pages`` is what its page numbers are told."""
    made = io.BytesIO()
    template = BaseDocTemplate(
        made, pagesize=A4, leftMargin=MARGIN, rightMargin=MARGIN, topMargin=MARGIN, bottomMargin=MARGIN,
        title=page.get("title", ""), author="", invariant=1, pageCompression=0,
    )  # fmt: skip

    def on_page(canvas: Canvas, document: BaseDocTemplate) -> None:
        _decorate(canvas, page, document.page, pages)

    template.addPageTemplates(_templates(page, on_page))
    template.build(story)
    return made.getvalue(), template.page


def _templates(page: Block, on_page: object) -> list[PageTemplate]:
    width, height = A4[0] - 2 * MARGIN, A4[1] - 2 * MARGIN
    if page.get("columns", 1) == 1:
        return [PageTemplate("page", [_frame(MARGIN, MARGIN, width, height)], onPage=on_page)]
    top = page["top"] * mm
    half = (width - _GUTTER) / 2
    right = MARGIN + half + _GUTTER
    first = [
        _frame(MARGIN, MARGIN + height - top, width, top),
        _frame(MARGIN, MARGIN, half, height - top),
        _frame(right, MARGIN, half, height - top),
    ]
    later = [_frame(MARGIN, MARGIN, half, height), _frame(right, MARGIN, half, height)]
    return [
        PageTemplate("first", first, onPage=on_page, autoNextPageTemplate="later"),
        PageTemplate("later", later, onPage=on_page),
    ]


def _frame(x: float, y: float, width: float, height: float) -> Frame:
    return Frame(x, y, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


def _decorate(canvas: Canvas, page: Block, number: int, pages: int) -> None:
    canvas.saveState()
    if "watermark" in page:
        _watermark(canvas, page["watermark"])
    canvas.setFont("Helvetica", 8)
    if number > 1 or page.get("header_from", 1) == 1:
        canvas.drawString(MARGIN, A4[1] - 13 * mm, page.get("header", ""))
    footer = page.get("footer", "").replace("{pages}", str(pages)).replace("{page}", str(number))
    canvas.drawRightString(A4[0] - MARGIN, 12 * mm, footer)
    canvas.restoreState()


def _watermark(canvas: Canvas, text: str) -> None:
    canvas.saveState()
    canvas.setFillColor(Color(0.86, 0.86, 0.86))
    canvas.setFont("Helvetica-Bold", 72)
    canvas.translate(A4[0] / 2, A4[1] / 2)
    canvas.rotate(52)
    canvas.drawCentredString(0, 0, text)
    canvas.restoreState()


class Columnar(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A header drawn column by column: all labels, then all colons, then all values."""

    def __init__(self, rows: list[tuple[str, list[str]]], look: Look, label_width: float) -> None:
        super().__init__()
        self._look, self._label_width = look, label_width
        value_width = look.width - label_width - 10
        self._rows = [
            (label, [part for value in values for part in simpleSplit(value, look.font, look.size, value_width)])
            for label, values in rows
        ]

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The space it takes."""
        del available_height
        self._height = sum(len(values) for _, values in self._rows) * self._look.leading + 6
        return available_width, self._height

    def draw(self) -> None:
        """Draw the three columns, one after the other."""
        self.canv.setFont(self._look.font, self._look.size)
        places = self._tops()
        for (label, _), y in zip(self._rows, places, strict=True):
            self.canv.drawString(0, y, label)
        for y in places:
            self.canv.drawString(self._label_width, y, ":")
        for (_, values), y in zip(self._rows, places, strict=True):
            for number, value in enumerate(values):
                self.canv.drawString(self._label_width + 10, y - number * self._look.leading, value)

    def _tops(self) -> list[float]:
        y = self._height - self._look.leading
        places = []
        for _, values in self._rows:
            places.append(y)
            y -= len(values) * self._look.leading
        return places
