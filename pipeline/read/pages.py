"""Pages -> Source: each page's words and rules as lines and tables in reading order, whichever way they were read."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median_low
from typing import Final

from notula.models.issue import Note
from notula.models.quality import Grade, PageQuality
from notula.models.source import Box, Line, Source, Table
from notula.pipeline.errors import DocumentError
from notula.pipeline.read.lines import lines_in
from notula.pipeline.read.pdf_grids import TooManyEdgesError, find_grids
from notula.pipeline.read.pdf_layout import Layout
from notula.pipeline.read.pdf_lines import Bounds
from notula.pipeline.read.pdf_page import FEW_LETTERS, Page, TurnedToken, turn_back
from notula.pipeline.read.scan_engine import find_engine, why_unread
from notula.pipeline.read.scan_page import Scan, place_back
from notula.pipeline.settings import Settings

_MARGIN: Final = 56.0  # points: the text area of a page too empty to tell
_BLANK, _BLANK_SIZES = 1.75, 2.0  # lines' usual distances, font sizes: what a blank line makes of the next distance
_RULE: Final = re.compile(r"[-=_*~–—]{8,}")

Item = Line | Table
Areas = dict[int, Bounds | None]
"""Where text stood so far, by the width of pages."""


def check_pages(count: int, settings: Settings) -> None:
    """Nothing where a file has no more pages than are to be read.

    Raises:
        DocumentError: it has more (``too_large``).
    """
    if count > settings.max_pages:
        raise DocumentError("too_large", reason="reason.pages", limit=str(settings.max_pages))


class PageGatherer:
    """Puts the pages of a file together, and notes what became of each.

    Notes name the pages that are pictures which were not read (``P001``), that have too many objects to look for
    tables (``P002``), that cannot be read at all (``P003``), that were read by OCR (``P004``), and badly (``P005``).
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._content: list[Item] = []
        self._noted: dict[str, list[int]] = {code: [] for code in ("P001", "P002", "P003", "P004", "P005")}
        self._areas: Areas = {}
        self._qualities: list[PageQuality] = []
        self._letters = self._seen = 0

    def add(self, number: int, page: Page | None) -> None:
        """A page with its own text; None for one that cannot be read."""
        if page is None:
            self._noted["P003"].append(number)
            return
        items = [] if page.garbled else page_items(page, self._areas)
        if page.garbled or page.is_picture:
            self._noted["P001"].append(number)
        else:
            self._letters += page.letters
        self._take(number, page, items)

    def add_own(self, items: Sequence[Item]) -> None:
        """Text that stands on no page: a document's own between its pictures."""
        self._letters += sum(len(line.text) for line in lines_in(items))
        self._content += items

    def add_scan(self, number: int, scan: Scan) -> None:
        """A page that was read from its picture."""
        self._qualities.append(scan.quality)
        self._noted["P004" if scan.quality.read else "P001"].append(number)
        if scan.quality.read and scan.quality.grade is Grade.POOR:
            self._noted["P005"].append(number)
        self._seen += scan.page.letters
        self._take(number, scan.page, [place_back(item, scan) for item in page_items(scan.page, self._areas)])

    def _take(self, number: int, page: Page, items: list[Item]) -> None:
        if page.crowded:
            self._noted["P002"].append(number)
        self._content += _starting(items, number)

    def source(self, media_type: str, count: int, *, sound: bool = True) -> Source:
        """The file of ``count`` pages; ``sound`` says that nothing of it is broken.

        Raises:
            DocumentError: ``needs_ocr`` where pages are pictures and hardly anything else is there, ``damaged``,
                ``empty``.
        """
        if self._noted["P001"] and self._letters + self._seen < FEW_LETTERS:
            raise DocumentError("needs_ocr", reason=why_unread(self._settings))
        if not self._content and (self._noted["P003"] or not sound):
            raise DocumentError("damaged", reason="reason.no_page")
        if not self._content:
            raise DocumentError("empty")
        notes = [Note(code, (("pages", ", ".join(map(str, at))),)) for code, at in self._noted.items() if at]
        engine = find_engine() if self._qualities else None
        return Source(
            media_type,
            tuple(self._content),
            pages=count,
            wrapped=True,
            text_from="text_layer" if not self._seen else "mixed" if self._letters else "ocr",
            notes=tuple(notes),
            page_quality=tuple(self._qualities),
            tools=(("ocr", engine.name),) if engine else (),
        )


def page_items(page: Page, areas: Areas) -> list[Item]:
    """A page's items in reading order, turned text at its end; ``areas`` are brought up to date."""
    grids = []
    try:
        grids = find_grids(page.edges, page.shades, page.tokens)
    except TooManyEdgesError:
        page.crowded = True
    margin = min(_MARGIN, page.width / 8)
    bounds = Bounds(margin, page.width - margin, middle=page.width / 2)
    layout = Layout(page.number, page.width, areas.get(round(page.width)))
    content = _spaced(layout.read(page.tokens, grids, bounds))
    areas[round(page.width)] = layout.area
    content += _turned_lines(page)
    return [turn_back(item, page) for item in content] if page.turn else content


def _spaced(content: list[Item]) -> list[Item]:
    """The items without rules drawn with signs; lines below one, or below white with room for another line, say so."""
    tops = [(above.box.top, below.box.top) for above, below in pairwise(content) if above.box and below.box]
    pitch = median_low([low - high for high, low in tops if low > high] or [0.0])
    found: list[Item] = []
    above, below_rule = None, False
    for item in content:
        is_rule = _is_rule(item)
        if not is_rule:
            found.append(item)
            if isinstance(item, Line) and item.box and above and above.box:
                high = above.box.top if isinstance(above, Line) else above.box.bottom - pitch
                gap, least = item.box.top - high, max(_BLANK * pitch, _BLANK_SIZES * (item.size or 0))
                if below_rule or gap > least > 0:
                    found[-1] = item._replace(spaced=True)
        above, below_rule = item, is_rule
    return found


def _is_rule(item: Item) -> bool:
    """Whether a line is drawn with signs, from side to side."""
    return isinstance(item, Line) and _RULE.fullmatch(item.text.strip()) is not None


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
        return item._replace(new_page=True)
    for at, cell in enumerate(item.cells):
        for place, part in enumerate(cell.content):
            marked = _marked(part)
            if marked is not part:
                content = (*cell.content[:place], marked, *cell.content[place + 1 :])
                cells = (*item.cells[:at], replace(cell, content=content), *item.cells[at + 1 :])
                return replace(item, cells=cells)
    return item
