"""A page's words and rules in reading order: ruled tables cell by cell, columns of text one after the other."""

from collections.abc import Sequence
from itertools import pairwise

from notula.models.source import Box, Cell, Line, Table
from notula.pipeline.read.pdf_aligned import Aligned, find_aligned
from notula.pipeline.read.pdf_breaks import join_breaks
from notula.pipeline.read.pdf_columns import Band, split_columns
from notula.pipeline.read.pdf_grids import MIDDLE, Grid
from notula.pipeline.read.pdf_lines import (
    Bounds,
    Row,
    align_rows,
    cut_rows,
    make_line,
    make_rows,
    text_area,
)
from notula.pipeline.read.pdf_page import Token

_DEEPEST = 8  # tables and columns inside each other
_LISTED, _SHORT = 3, 0.75  # lines of a list at least; of the width there is, in lines that end of themselves, at most
_FOOT = 2  # lines at most below the last table of a page
_FEWEST_COLUMNS = 3
_WIDE_CELL = 0.6  # of the page: a cell this wide may hold a page's whole layout

Item = Line | Table


class Layout:
    """Puts the words of one page in order.

    ``area`` is where the text of earlier pages of the same size stood, and that of this page too once it was read: a
    page with a few short lines does not show its margins.
    """

    def __init__(self, page: int, width: float, area: Bounds | None = None) -> None:
        self._page, self._width, self.area = page, width, area
        self._above = area.columns if area else ()  # of the table that the page before ends with

    def read(self, tokens: Sequence[Token], grids: Sequence[Grid], bounds: Bounds, depth: int = 0) -> list[Item]:
        """The lines and tables of an area: the page (``bounds`` are its text's sides), a column, a table cell."""
        outer = _outermost(grids)
        free, tables = tokens, []
        for grid in outer:
            others = [other for other in grids if other is not grid]
            words, free = grid.take(free, others)
            tables.append((grid, self._ruled(grid, words, others, depth)))
        rows = make_rows(free)
        area = bounds
        if not bounds.cell:
            area = text_area(rows, [(grid.xs[0], grid.xs[-1]) for grid in outer], bounds)
        if depth == 0:
            area = self.area = area if self.area is None else _around(area, self.area)
        cut_rows(rows, area)
        bands = split_columns(rows, [grid.rect for grid in outer]) if depth < _DEEPEST else [Band(rows)]
        content: list[Item] = []
        for at, band in enumerate(bands):
            below = bands[at + 1].rows[0].base if at + 1 < len(bands) else float("inf")
            here = [pair for pair in tables if pair[0].ys[0] < below]
            tables = [pair for pair in tables if pair[0].ys[0] >= below]
            if band.columns:
                content += self._columns(band, [grid for grid, _ in here], tokens, depth)
            else:
                content += self._flow(band.rows, here, area)
        content += [table for _, table in tables]
        if depth == 0 and self.area is not None:
            self.area = self.area._replace(columns=_last_columns(content))
        return content

    def _columns(self, band: Band, grids: list[Grid], tokens: Sequence[Token], depth: int) -> list[Item]:
        """The columns of a band one after the other, each with the tables that stand in it."""
        content: list[Item] = []
        for right, words in enumerate(band.columns):
            mine = [grid for grid in grids if (grid.xs[0] > band.gutter - 1) == bool(right)]
            in_grids = [token for token in tokens if any(_is_in(token, grid.rect) for grid in mine)]
            bounds = Bounds(min(token.x0 for token in words), max(token.x1 for token in words))
            content += self.read([*words, *in_grids], mine, bounds, depth + 1)
        return content

    def _flow(self, rows: list[Row], tables: list[tuple[Grid, Table]], area: Bounds) -> list[Item]:
        """Rows read across, with the ruled tables between them."""
        content: list[Item] = []
        pending = sorted(tables, key=lambda pair: pair[0].ys[0])
        run: list[Row] = []
        for row in rows:
            while pending and pending[0][0].ys[0] < row.base:
                content += self._lines(run, area)
                run = []
                content.append(pending.pop(0)[1])
            run.append(row)
        content += self._lines(run, area)
        return content + [table for _, table in pending]

    def _lines(self, rows: list[Row], area: Bounds) -> list[Item]:
        """Rows as lines and tables without rules."""
        if not rows:
            return []
        aligns = dict(zip(map(id, rows), align_rows(rows, area), strict=True))
        content: list[Item] = []
        run: list[Line] = []
        above, self._above = self._above, ()
        for part in find_aligned(rows, above):
            if isinstance(part, Row):
                run.append(make_line(part, self._page, aligns[id(part)]))
            else:
                content += [*join_breaks(run), self._aligned(part, area)]
                run = []
        return content + join_breaks(run)

    def _aligned(self, found: Aligned, area: Bounds) -> Table:
        cells = []
        for at, row in enumerate(found.rows):
            for column, parts in enumerate(row):
                content = join_breaks([make_line(part, self._page, "left") for part in parts])
                listed = found.labels and column == found.columns - 1
                cells.append(Cell(at, column, tuple(content), sides=_sides(parts, area) if listed else None))
        lines = found.lines
        left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
        box = Box(self._page, left, lines[0].top, right, max(line.bottom for line in lines))
        return Table(tuple(cells), len(found.rows), found.columns, ruled=False, box=box)

    def _ruled(self, grid: Grid, words: dict[int, list[Token]], others: list[Grid], depth: int) -> Table:
        """A ruled table with the lines, and the tables, of its cells."""
        cells = []
        for index in sorted(range(len(grid.cells)), key=lambda index: grid.cells[index][:2]):
            content: list[Item] = []
            rect = grid.cell_rect(index)
            if depth < _DEEPEST and index in words:
                content = self._cell(words[index], rect, others, depth)
            row, column, rows, columns = grid.cells[index]
            cells.append(Cell(row, column, tuple(content), rows, columns, (rect[0], rect[2])))
        box = Box(self._page, *grid.rect)
        return Table(tuple(cells), len(grid.ys) - 1, len(grid.xs) - 1, box=box)

    def _cell(
        self, words: list[Token], rect: tuple[float, float, float, float], others: list[Grid], depth: int
    ) -> list[Item]:
        """A cell's content: lines, or all that a page may have where it is as wide or holds a table."""
        bounds = Bounds(rect[0], rect[2], cell=True)
        inner = [other for other in others if other.is_within(rect)] if others else others
        if inner or rect[2] - rect[0] > _WIDE_CELL * self._width:
            return self.read(words, inner, bounds, depth + 1)
        rows = make_rows(words)
        if len(words) > 1:
            cut_rows(rows, bounds)
        lines = [make_line(row, self._page, align) for row, align in zip(rows, align_rows(rows, bounds), strict=True)]
        return list(join_breaks(lines, bounds) if len(lines) > 1 else lines)


def _sides(parts: Sequence[Row], area: Bounds) -> tuple[float, float] | None:
    """Between which sides a value beside a label is wrapped: those of the text where it is a list of short lines."""
    if len(parts) < _LISTED or any("," in token.text for part in parts for token in part.tokens):
        return None
    left, right = min(part.x0 for part in parts), max(part.x1 for part in parts)
    short = right - left < _SHORT * (area.right - left)
    loose = sum(right - one.x1 > two.tokens[0].x1 - two.x0 + one.size for one, two in pairwise(parts))
    capital = not any(part.tokens[0].text[:1].islower() for part in parts)
    return (left - 1, area.right + 1) if short or (capital and 2 * loose >= len(parts) - 1) else None


def _last_columns(content: Sequence[Item]) -> tuple[float, ...]:
    """Where the columns start of a table without rules that a page ends with, but for its foot; empty without one."""
    table = next((item for item in content[: -_FOOT - 2 : -1] if isinstance(item, Table)), None)
    if table is None or table.ruled or table.columns < _FEWEST_COLUMNS:
        return ()
    starts: dict[int, float] = {}
    for cell in table.cells:
        boxes = [line.box.x0 for line in cell.content if isinstance(line, Line) and line.box is not None]
        starts[cell.column] = min([*boxes, starts.get(cell.column, float("inf"))])
    return tuple(start for _, start in sorted(starts.items()))


def _around(one: Bounds, two: Bounds) -> Bounds:
    return one._replace(left=min(one.left, two.left), right=max(one.right, two.right))


def _is_in(token: Token, rect: tuple[float, float, float, float]) -> bool:
    return rect[0] <= (token.x0 + token.x1) / 2 < rect[2] and rect[1] <= token.base - MIDDLE * token.size < rect[3]


def _outermost(grids: Sequence[Grid]) -> list[Grid]:
    """The tables that do not stand in a cell of another."""
    if len(grids) < 2:
        return list(grids)
    return [
        grid for grid in grids
        if not any(
            grid.is_within(other.cell_rect(index))
            for other in grids if other is not grid and grid.is_within(other.rect)
            for index in range(len(other.cells))
        )
    ]  # fmt: skip
