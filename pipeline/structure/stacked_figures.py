"""Tables of figures whose cells stand below each other as lines of plain text: targets, results, amounts.

Nobody needs their cells, but as lines they would be taken for names below the list of those present.

- Titles without digits stand one below the other, the cells of a row below them a line each, an empty one blank.
- The first cell of a row is in words; two further columns at least hold figures in all rows, three rows at least.
"""

import re
from collections.abc import Iterator
from typing import Final

from notula.models.source import Cell, Line, Table
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.stacked_columns import LONGEST_TITLE, Content, cells_from, ends, is_plain

_WIDTHS: Final = range(3, 8)
_FEWEST_ROWS: Final = 3
_FEWEST_FIGURES: Final = 2  # columns
_LONGEST_FIRST: Final = 70
_FIGURE: Final = re.compile(
    r"(?:[≤≥<>=±~]|(?:maks?|min|max|rp)\.?)? ?-?\d[\d.,/]*(?: ?(?:[%‰x]|[^\W\d_]{1,8}\.?)){0,2}|[-–—]?",
    re.IGNORECASE,
)


def gather_figures(content: tuple[Content, ...], labels: Labels) -> tuple[Content, ...]:
    """The content with the lines of each such table put together."""
    return tuple(_gathered(content, labels))


def _gathered(content: tuple[Content, ...], labels: Labels) -> Iterator[Content]:
    at, spare = 0, 20 * len(content)
    while at < len(content):
        table, end = None, at + 1
        if spare > 0 and _may_be_first(content[at]) and any(_may_begin(content, at, width) for width in _WIDTHS):
            texts, places = cells_from(content, at)
            spare -= len(texts)
            rows, width = max((_count_rows(texts, each, labels), each) for each in _WIDTHS)
            if rows >= _FEWEST_ROWS:
                cells = range(min(width * (rows + 1), len(texts)))
                lines = {cell: content[places[cell]] for cell in cells if texts[cell]}
                made = (Cell(at // width, at % width, (lines[at],) if at in lines else ()) for at in cells)
                table, end = Table(tuple(made), rows + 1, width, ruled=False), places[max(lines)] + 1
        yield table or content[at]
        at = end if table else at + 1


def _may_be_first(piece: Content) -> bool:
    """Whether a line can be the first title, which most of a text cannot."""
    return isinstance(piece, Line) and is_plain(piece) and _is_title(piece.text)


def _may_begin(content: tuple[Content, ...], at: int, width: int) -> bool:
    """Whether so many titles stand below each other from a line on, the first row of figures below them."""
    lines = content[at : at + width + 2]
    if len(lines) < width + 2 or not all(isinstance(piece, Line) and is_plain(piece) for piece in lines):
        return False
    texts = [piece.text for piece in lines if isinstance(piece, Line)]
    return all(map(_is_title, texts[:width])) and not _is_figure(texts[width]) and _is_figure(texts[width + 1])


def _is_title(text: str) -> bool:
    return len(text) <= LONGEST_TITLE and not text.endswith((":", ";")) and not any(map(str.isdigit, text))


def _is_figure(text: str) -> bool:
    return len(text) <= LONGEST_TITLE and _FIGURE.fullmatch(text) is not None


def _count_rows(texts: list[str], width: int, labels: Labels) -> int:
    """How many rows of a width stand below titles; 0 where they are no table of figures."""
    rows, figures = 0, set(range(1, width))
    filled: set[int] = set()
    if not all(texts[:width]) or not all(map(_is_title, texts[:width])):
        return 0
    for start in range(width, len(texts) - width + 1, width):
        first, *others = texts[start : start + width]
        hold = {at for at, text in enumerate(others, start=1) if _is_figure(text)}
        if not first or len(first) > _LONGEST_FIRST or _is_figure(first) or ends(first, labels):
            break
        if len(figures & hold) < _FEWEST_FIGURES:
            break
        figures &= hold
        filled |= {at for at in figures if others[at - 1].strip("-–—")}
        rows += 1
    return rows if len(figures & filled) >= _FEWEST_FIGURES else 0
