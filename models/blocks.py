"""What the structure stage makes of a source: a canonical text and the blocks that stand in it.

Frozen dataclasses for the same reason as in :mod:`notula.models.source`.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from notula.models.evidence import Evidence, PageBox
from notula.models.issue import Note
from notula.models.source import Align, Line

BlockKind = Literal["paragraph", "heading", "item", "table"]
FurnitureKind = Literal[
    "header", "footer", "page_number", "letterhead", "watermark", "signature", "footnote", "preamble"
]


class Span(NamedTuple):
    """A stretch of the canonical text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A source line and where its text stands in the canonical text."""

    start: int
    end: int
    line: Line


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table.

    ``text`` is the canonical text from ``start`` to ``end`` with each line break as one space: same length, so an
    offset into it plus ``start`` is an offset into the canonical text. The list marker stands before ``start`` and is
    in ``marker``; ``level`` is the depth in its list (0 for the outermost, -1 outside lists).
    """

    kind: BlockKind
    start: int
    end: int
    text: str
    lines: tuple[PlacedLine, ...] = ()
    marker: str | None = None
    level: int = -1
    outline: int | None = None
    bold: bool = False
    size: float | None = None
    align: Align | None = None
    indent: float = 0.0
    new_page: bool = False
    table: "Grid | None" = None


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid, its own blocks inside.

    Where a merged cell covers several rows or columns it stands at each of them, ``derived`` at all but the first.
    """

    start: int
    end: int
    text: str
    blocks: tuple[Block, ...] = ()
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as a full rectangle: ``rows`` of equally many cells; ``header`` counts the title rows on top."""

    rows: tuple[tuple[GridCell, ...], ...]
    header: int = 0
    ruled: bool = True
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """What was set apart from the body: where it stands in the canonical text and what it was taken for."""

    kind: FurnitureKind
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """One meeting's part of a file: its canonical text and blocks."""

    text: str
    blocks: tuple[Block, ...]
    lines: tuple[PlacedLine, ...]
    furniture: tuple[Furniture, ...] = ()
    pages: int | None = None
    notes: tuple[Note, ...] = ()
    _starts: tuple[int, ...] = field(default=(), repr=False)

    def evidence(self, start: int, end: int, rule: str, *, derived: bool = False) -> Evidence:
        """Evidence for ``text[start:end]``, white space at both ends left out.

        Raises:
            ValueError: nothing but white space stands there.
        """
        raw = self.text[start:end]
        quote = raw.strip()
        if not quote:
            raise ValueError(f"no text at {start}:{end}")
        start += len(raw) - len(raw.lstrip())
        end = start + len(quote)
        covered = self.lines_at(start, end)
        boxes = tuple(box for placed in covered if (box := _box(placed, start, end)))
        first = covered[0].line if covered else None
        page = first.box.page if first and first.box else None
        place = first.place if first else None
        return Evidence(
            page=page, place=place, char_start=start, char_end=end, quote=quote, boxes=boxes, rule=rule, derived=derived
        )

    def lines_at(self, start: int, end: int) -> list[PlacedLine]:
        """The lines that share characters with ``start:end``, in order."""
        starts = self._starts or tuple(placed.start for placed in self.lines)
        first = max(bisect_right(starts, start) - 1, 0)
        return [placed for placed in self.lines[first : bisect_left(starts, end, first)] if placed.end > start]


def _box(placed: PlacedLine, start: int, end: int) -> PageBox | None:
    """The box of the words of a line that fall into ``start:end`` (the line's own where it has no words)."""
    box = placed.line.shown or placed.line.box
    if box is None:
        return None
    x0, x1 = box.x0, box.x1
    if placed.start < start or end < placed.end:
        begin, stop = start - placed.start, end - placed.start
        words = [w for w in placed.line.words if w.start < stop and w.end > begin]
    else:
        words = list(placed.line.words)
    if placed.line.shown:
        sides = [word.shown for word in words if word.shown]
        x0, x1 = min([side[0] for side in sides], default=x0), max([side[1] for side in sides], default=x1)
    elif words:
        x0, x1 = min([w.x0 for w in words]), max([w.x1 for w in words])
    return PageBox(page=box.page, x0=round(x0, 2), top=round(box.top, 2), x1=round(x1, 2), bottom=round(box.bottom, 2))
