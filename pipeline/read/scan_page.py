"""A picture of a page -> its words and ruling lines, as the layout wants them, and how well it could be read.

A page that comes out badly is looked at again: a strip of it is read both ways up, and the page is read anew where it
was upside down.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from PIL import Image

from notula.models.quality import PageQuality
from notula.models.source import Box, Line, Table, Word
from notula.pipeline.heartbeat import beat
from notula.pipeline.programs import ProgramError
from notula.pipeline.read.pdf_page import Edge, Edges, Page, Token
from notula.pipeline.read.scan_engine import ONE_BLOCK, Engine, SeenWord, recognise
from notula.pipeline.read.scan_image import (
    Mask,
    Matrix,
    Picture,
    Sheet,
    even_light,
    ink_of,
    is_sideways,
    make_sheet,
    straighten,
    turn_quarters,
)
from notula.pipeline.read.scan_outline import take_page
from notula.pipeline.read.scan_quality import grade, mean_confidence, unreadable
from notula.pipeline.read.scan_rest import passed_over, with_rest
from notula.pipeline.read.scan_rules import take_rules
from notula.pipeline.read.scan_words import tidy

_DOUBTFUL: Final = 0.72  # mean confidence below which a page may stand on its head
_STRIP: Final = 6  # a strip is this part of the page
_BLANK: Final = 0.0004  # of the page is ink: less is dust

Item = Line | Table


@dataclass(frozen=True, slots=True)
class Scan:
    """A page read from its picture; ``back`` leads from points of its frame to points of the picture as given."""

    page: Page
    quality: PageQuality
    back: Matrix
    confidence: dict[tuple[float, float, str], list[tuple[float, float]]]


def read_scan(number: int, picture: Picture, engine: Engine, seconds: float) -> Scan:
    """What can be read of a page's picture.

    Args:
        number: the page's, from 1.
        picture: what it looks like.
        engine: what reads it.
        seconds: how long that may take.
    """
    sheet = even_light(take_page(make_sheet(picture)))
    try:
        sheet, edges, words = _read(sheet, engine, seconds)
    except ProgramError as trouble:
        width, height = (72 * side / picture.dpi for side in picture.image.size)
        page = Page(number, width, height, pictured=1.0)
        return Scan(page, unreadable(number, slow=trouble.timed_out), np.eye(3), {})
    beat()
    quality = grade(number, words, sheet, engine)
    scale = 72 / sheet.dpi
    width, height = sheet.grey.size
    page = Page(number, width * scale, height * scale, pictured=1.0)
    page.edges = Edges(_scaled(edges.level, scale), _scaled(edges.upright, scale))
    page.tokens = [_token(word, order, scale) for order, word in enumerate(words)]
    known = defaultdict(list)
    for token, word in zip(page.tokens, words, strict=True):
        known[token.x0, token.x1, token.text].append((token.base, word.confidence))
    as_given = 72 / picture.dpi
    back = np.diag([as_given, as_given, 1.0]) @ sheet.back @ np.diag([1 / scale, 1 / scale, 1.0])
    return Scan(page, quality, back, dict(known))


def _read(sheet: Sheet, engine: Engine, seconds: float) -> tuple[Sheet, Edges, list[SeenWord]]:
    """The sheet as it was read, its rules and words."""
    if is_sideways(sheet):
        sheet = _better_up(turn_quarters(sheet, 1), engine, seconds)
    sheet, edges, words = _read_upright(sheet, engine, seconds)
    if words and mean_confidence(words) < _DOUBTFUL:
        other = _better_up(sheet, engine, seconds)
        if other is not sheet:
            return _read_upright(other, engine, seconds)
    return sheet, edges, words


def _read_upright(sheet: Sheet, engine: Engine, seconds: float) -> tuple[Sheet, Edges, list[SeenWord]]:
    sheet = straighten(sheet)
    edges, clear = take_rules(sheet)
    ink = ink_of(clear.grey)
    if ink.mean() < _BLANK:
        return sheet, edges, []
    words = recognise(engine, ink, sheet.dpi, seconds)
    rest = passed_over(words, ink)
    if rest is not None:
        words = with_rest(words, recognise(engine, rest, sheet.dpi, seconds, ONE_BLOCK))
    return sheet, edges, tidy(words, ink)


def _better_up(sheet: Sheet, engine: Engine, seconds: float) -> Sheet:
    """The sheet, or the sheet turned upside down where a strip of it reads better so."""
    turned = turn_quarters(sheet, 2)
    scores = []
    for one in (sheet, turned):
        words = recognise(engine, _fullest_strip(take_rules(straighten(one)).sheet.grey), one.dpi, seconds)
        scores.append(sum(word.confidence**2 * len(word.text) for word in words))
    return turned if scores[1] > 1.2 * scores[0] else sheet


def _fullest_strip(grey: Image.Image) -> Mask:
    """The ink of the part of the height that has most of it."""
    ink = ink_of(grey)
    height = max(grey.height // _STRIP, 1)
    top = int(np.argmax(np.convolve(ink.sum(axis=1), np.ones(height), "valid")))
    return ink[top : top + height]


def _scaled(edges: Sequence[Edge], scale: float) -> list[Edge]:
    return [Edge(edge.at * scale, edge.start * scale, edge.end * scale) for edge in edges]


def _token(word: SeenWord, order: int, scale: float) -> Token:
    return Token(word.base * scale, word.x0 * scale, word.x1 * scale, word.size * scale, word.text, word.bold, order)


def place_back(item: Item, scan: Scan) -> Item:
    """The item with where its lines lie on the page that was given, and with their confidence."""
    if isinstance(item, Line):
        return _placed_line(item, scan)
    cells = tuple(replace(cell, content=tuple(place_back(part, scan) for part in cell.content)) for cell in item.cells)
    return replace(item, cells=cells)


def _placed_line(line: Line, scan: Scan) -> Line:
    box = line.box
    if box is None:
        return line
    middle = (box.top + box.bottom) / 2
    sure = [_certainty(word, line, box, scan) for word in line.words]
    sides = [(_point(scan.back, word.x0, middle), _point(scan.back, word.x1, middle)) for word in line.words]
    upright = all(start[0] < end[0] for start, end in sides)  # on a page that was turned they have no sides
    words = tuple(
        word._replace(shown=(start[0], end[0]) if upright else None, certainty=own)
        for word, (start, end), own in zip(line.words, sides, sure, strict=True)
    )
    return line._replace(shown=_placed_box(box, scan.back), words=words, certainty=_mean_certainty(line, sure))


def _certainty(word: Word, line: Line, box: Box, scan: Scan) -> float | None:
    """How sure the engine was of a word; None where it is not known."""
    seen = scan.confidence.get((word.x0, word.x1, line.text[word.start : word.end]))
    return min(seen, key=lambda one: abs(one[0] - box.bottom))[1] if seen else None


def _mean_certainty(line: Line, sure: Sequence[float | None]) -> float | None:
    """The mean confidence of a line's letters; None where none of its words is known."""
    known = [(word.end - word.start, own) for word, own in zip(line.words, sure, strict=True) if own is not None]
    letters = sum(count for count, _ in known)
    return round(sum(count * own for count, own in known) / letters, 3) if letters else None


def _placed_box(box: Box, back: Matrix) -> Box:
    corners = [_point(back, x, y) for x in (box.x0, box.x1) for y in (box.top, box.bottom)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(box.page, min(xs), min(ys), max(xs), max(ys))


def _point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, w = matrix @ np.array([x, y, 1.0])
    return float(a / w), float(b / w)
