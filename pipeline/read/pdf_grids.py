"""Tables from ruling edges: merged edges, their crossings, the cells between, cells as a grid with spans.

The geometry is pdfplumber's (``merge_edges`` to ``cells_to_tables`` in ``pdfplumber.table``, default tolerances), and a
test holds the results to be the same. It is written anew because pdfplumber compares every crossing with every other,
which takes longer than all the rest of reading a page, and because importing it takes as long as reading 30 pages.

* A group of cells in one column is no table: frames, page borders, underlined headings.
* Tables that stand on each other are parted where the rows have no column line in common.
* Shaded areas without an outline make a table only where no lines do.
* A side that is open (no outer border) is closed where the inner rules show how far the table goes.
* Four or more level rules without column lines between them make a table where white columns run through the text.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf
from operator import itemgetter
from typing import TypeVar

from notula.pipeline.read.pdf_page import Edge, Edges, Token

_SNAP = 3.0  # points: edges nearer to each other are one
_SHORTEST = 3.0  # points: a shorter merged edge rules nothing
_NARROWEST = 4.0  # points: no text fits into a narrower column or row
MIDDLE = 0.3  # font sizes from the baseline up to the middle of small letters
_MOST_CROSSINGS = 1_000_000  # pairs of edges to look at

Point = tuple[float, float]
Rect = tuple[float, float, float, float]
_Placed = TypeVar("_Placed", Edge, tuple[float, Edge])
Crossings = dict[Point, tuple[list[int], list[int]]]
"""By point, the upright and the level edges (their numbers) that meet there."""


class TooManyEdgesError(Exception):
    """A page has so many edges that it is a drawing rather than a table."""


@dataclass(slots=True)
class Grid:
    """A ruled table: the positions of its column and row lines, and its cells as (row, column, rows, columns)."""

    xs: list[float]
    ys: list[float]
    cells: list[tuple[int, int, int, int]] = field(default_factory=list)
    slots: dict[tuple[int, int], int] = field(default_factory=dict)
    rect: Rect = (0.0, 0.0, 0.0, 0.0)

    def __post_init__(self) -> None:
        self.rect = self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def cell_rect(self, index: int) -> Rect:
        """A cell's outline."""
        row, column, rows, columns = self.cells[index]
        return self.xs[column], self.ys[row], self.xs[column + columns], self.ys[row + rows]

    def is_within(self, rect: Rect) -> bool:
        """Whether the table stands in a rectangle."""
        x0, top, x1, bottom = self.rect
        return rect[0] <= x0 and rect[1] <= top and x1 <= rect[2] and bottom <= rect[3]

    def take(self, tokens: Iterable[Token], inner: Sequence["Grid"]) -> tuple[dict[int, list[Token]], list[Token]]:
        """The words by the cell they stand in, and those outside of the table; a hole in it becomes a cell.

        ``inner`` are the tables that stand in cells of this one.
        """
        x0, top, x1, bottom = self.rect
        xs, ys, slots = self.xs, self.ys, self.slots
        inside: dict[int, list[Token]] = defaultdict(list)
        outside = []
        for token in tokens:
            x, y = (token[1] + token[2]) / 2, token[0] - MIDDLE * token[3]
            if not (x0 <= x < x1 and top <= y < bottom):
                outside.append(token)
                continue
            slot = bisect_right(ys, y) - 1, bisect_right(xs, x) - 1
            index = slots.get(slot)
            if index is None:
                index = slots[slot] = len(self.cells)
                self.cells.append((*slot, 1, 1))
            inside[index].append(token)
        for index in [index for index in inside if self.cells[index][3] > 1]:
            if not any(grid.is_within(self.cell_rect(index)) for grid in inner):
                self._part(index, inside)
        return inside, outside

    def _part(self, index: int, inside: dict[int, list[Token]]) -> None:
        """Parts a cell over several columns where its words keep to them: the rules of a row may be left out."""
        row, first, rows, columns = self.cells[index]
        tokens, last = inside[index], first + columns
        cuts = [column for column in range(first + 1, last) if _is_parted(tokens, self.xs[column])]
        if not cuts:
            return
        for start, end in pairwise([first, *cuts, last]):
            own = index if start == first else len(self.cells)
            self.cells[own : own + 1] = [(row, start, rows, end - start)]
            x0, x1 = self.xs[start], self.xs[end]
            inside[own] = [token for token in tokens if x0 <= (token.x0 + token.x1) / 2 < x1]


def _is_parted(tokens: Sequence[Token], x: float) -> bool:
    """Whether words stand on both sides of a column line, on one line of text at least, and none near it."""
    lines: dict[int, list[Token]] = defaultdict(list)
    for token in tokens:
        if token.x0 < x - 1 and token.x1 > x + 1:
            return False
        lines[round(token.base)].append(token)
    gaps = []
    for line in lines.values():
        before, after = [token for token in line if token.x1 <= x + 1], [token for token in line if token.x0 >= x - 1]
        if before and after:
            gaps.append(min(token.x0 for token in after) - max(token.x1 for token in before) > line[0].size)
    return bool(gaps) and all(gaps)


def find_grids(edges: Edges, shades: Edges, tokens: Sequence[Token]) -> list[Grid]:
    """The ruled tables of a page; ``shades``, the sides of filled areas, count where no drawn table stands.

    Raises:
        TooManyEdgesError: there are too many edges.
    """
    grids = _grids(edges, tokens)
    if shades.level:
        outside = _outside(shades, grids)
        if outside.level:
            free = _outside(edges, grids)
            grids += _grids(Edges(outside.level + free.level, outside.upright + free.upright), tokens)
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _outside(edges: Edges, grids: list[Grid]) -> Edges:
    """The edges whose middles are in none of the tables."""
    rects = [(x0 - _SNAP, y0 - _SNAP, x1 + _SNAP, y1 + _SNAP) for x0, y0, x1, y1 in (grid.rect for grid in grids)]
    level, upright = edges
    for x0, y0, x1, y1 in rects:
        level = [e for e in level if not (y0 <= e.at <= y1 and x0 <= (e.start + e.end) / 2 <= x1)]
        upright = [e for e in upright if not (x0 <= e.at <= x1 and y0 <= (e.start + e.end) / 2 <= y1)]
    return Edges(level, upright)


def _grids(edges: Edges, tokens: Sequence[Token]) -> list[Grid]:
    if not edges.level or len(edges.level) + len(edges.upright) < 4:
        return []
    level, upright = merge_edges(edges.level), merge_edges(edges.upright)
    if len(upright) * len(level) > _MOST_CROSSINGS:
        raise TooManyEdgesError
    _close_sides(level, upright)
    level += _cut_off(level, upright)
    upright += _gutter_edges(level, upright, tokens)
    groups = group_cells(find_cells(find_crossings(Edges(level, upright))))
    return [grid for group in groups for table in _unstacked(group) if (grid := make_grid(table))]


def _unstacked(cells: list[Rect]) -> Iterator[list[Rect]]:
    """The tables that stand on each other without a gap: parted where rows have no column line in common."""
    above: defaultdict[float, set[float]] = defaultdict(set)
    below: defaultdict[float, set[float]] = defaultdict(set)
    for x0, top, x1, bottom in cells:
        above[bottom] |= {x0, x1}
        below[top] |= {x0, x1}
    seams = [y for y in above if _is_seam(above[y], below[y])]
    cuts = [y for y in seams if not any(top < y < bottom for _, top, _, bottom in cells)]
    bounds = [-inf, *sorted(cuts), inf]
    for first, last in pairwise(bounds):
        yield [cell for cell in cells if first <= cell[1] < last]


def _is_seam(above: set[float], below: set[float]) -> bool:
    """Whether the cells above and below a rule have inner sides, and none of them at the same place."""
    inner = [sides - {min(sides), max(sides)} for sides in (above, below) if sides]
    return len(inner) == 2 and all(inner) and inner[0].isdisjoint(inner[1])


def merge_edges(edges: Iterable[Edge]) -> list[Edge]:
    """Edges of one direction with those near to each other on one line, and those that touch on it joined."""
    return [edge for line in _near(sorted(edges)) for edge in _joined(line)]


def _near(placed: Iterable[_Placed]) -> Iterator[list[_Placed]]:
    """What is sorted by its place, the first thing in it, in groups of neighbours near to each other."""
    group: list[_Placed] = []
    for each in placed:
        if group and each[0] > group[-1][0] + _SNAP:
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _joined(line: list[Edge]) -> list[Edge]:
    """The edges of one line, its place the mean of theirs."""
    if line[0].at == line[-1].at:
        at = line[0].at
    else:
        at = sum([edge.at for edge in line]) / len(line)
        line.sort(key=itemgetter(1))
    found = []
    _, start, end = line[0]
    for _, first, last in line:
        if first > end + _SNAP:
            found.append(Edge(at, start, end))
            start, end = first, last
        elif last > end:
            end = last
    found.append(Edge(at, start, end))
    return [edge for edge in found if edge.end - edge.start >= _SHORTEST]


def find_crossings(edges: Edges) -> Crossings:
    """Where upright edges meet level ones, or nearly do."""
    level = sorted(edges.level)
    heights = [edge.at for edge in level]
    found: Crossings = {}
    for number, (x, top, bottom) in enumerate(sorted(edges.upright)):
        first, last = bisect_left(heights, top - _SNAP), bisect_right(heights, bottom + _SNAP)
        for other in range(first, last):
            y, start, end = level[other]
            if start - _SNAP <= x <= end + _SNAP:
                point = found.setdefault((x, y), ([], []))
                point[0].append(number)
                point[1].append(other)
    return found


def find_cells(crossings: Crossings) -> list[Rect]:
    """The smallest rectangle right below each crossing whose four sides are edges."""
    columns: dict[float, list[float]] = defaultdict(list)
    rows: dict[float, list[float]] = defaultdict(list)
    points = sorted(crossings)
    for x, y in points:
        columns[x].append(y)
        rows[y].append(x)
    cells = []
    for x, y in points:
        below = columns[x][bisect_right(columns[x], y) :]
        right = rows[y][bisect_right(rows[y], x) :]
        corner = _corner((x, y), below, right, crossings)
        if corner:
            cells.append((x, y, *corner))
    return cells


def _corner(start: Point, below: list[float], right: list[float], crossings: Crossings) -> Point | None:
    """The lower right corner of a cell: the nearest that edges lead to both by way of the side below and beside."""
    x, y = start
    upright, level = crossings[start]
    for low in below:
        foot = crossings[x, low]
        if not _share(upright, foot[0]):
            continue
        for far in right:
            side, corner = crossings[far, y], crossings.get((far, low))
            if corner and _share(level, side[1]) and _share(corner[0], side[0]) and _share(corner[1], foot[1]):
                return far, low
    return None


def _share(one: list[int], two: list[int]) -> bool:
    return one[0] == two[0] or not set(one).isdisjoint(two)


def group_cells(cells: list[Rect]) -> list[list[Rect]]:
    """Cells in groups that hang together by common corners, those of a single cell left out."""
    owner: dict[Point, int] = {}
    groups: dict[int, list[Rect]] = {}
    for number, cell in enumerate(cells):
        x0, top, x1, bottom = cell
        corners = ((x0, top), (x0, bottom), (x1, top), (x1, bottom))
        met = {owner[corner] for corner in corners if corner in owner}
        home = min(met, default=number)
        group = groups.setdefault(home, [])
        group.append(cell)
        for corner in corners:
            owner[corner] = home
        for other in met - {home}:
            moved = groups.pop(other)
            group += moved
            for a, b, c, d in moved:
                owner[a, b] = owner[a, d] = owner[c, b] = owner[c, d] = home
    return [group for group in groups.values() if len(group) > 1]


def make_grid(rects: list[Rect]) -> Grid | None:
    """The cells of a table by row and column; None where there is but one column."""
    rects = [rect for rect in rects if rect[2] - rect[0] >= _NARROWEST and rect[3] - rect[1] >= _NARROWEST]
    xs = sorted({rect[0] for rect in rects} | {rect[2] for rect in rects})
    ys = sorted({rect[1] for rect in rects} | {rect[3] for rect in rects})
    if len(xs) < 3 or len(ys) < 2 or len(rects) < 2:
        return None
    column_of = {x: index for index, x in enumerate(xs)}
    row_of = {y: index for index, y in enumerate(ys)}
    grid = Grid(xs, ys)
    for x0, top, x1, bottom in sorted(rects, key=itemgetter(1, 0)):
        row, column, row_end, column_end = row_of[top], column_of[x0], row_of[bottom], column_of[x1]
        for slot in [(r, c) for r in range(row, row_end) for c in range(column, column_end)]:
            grid.slots[slot] = len(grid.cells)
        grid.cells.append((row, column, row_end - row, column_end - column))
    return grid


def _close_sides(level: list[Edge], upright: list[Edge]) -> None:
    """Adds the missing outer sides of tables: of those open left and right, then of those open above and below."""
    upright += _closing(level, upright)
    level += _closing(upright, level)


def _closing(lines: Sequence[Edge], across: Sequence[Edge]) -> list[Edge]:
    """Edges at both ends of at least three equally long parallel lines that inner edges across tie together."""
    added = []
    for group in _alike(lines, least=3):
        first, last = group[0].start, group[0].end
        ties = [edge for edge in across if first - _SNAP <= edge.at <= last + _SNAP]
        inner = [edge for edge in ties if first + _SNAP < edge.at < last - _SNAP]
        if len(ties) - len(inner) < 2 and inner:
            for low, high in _tied(group, inner):
                for side in (first, last):
                    if all(abs(edge.at - side) > _SNAP or edge.start >= high or edge.end <= low for edge in ties):
                        added.append(Edge(side, low, high))
    return added


def _tied(lines: list[Edge], ties: list[Edge]) -> list[tuple[float, float]]:
    """From where to where at least three neighbouring lines are tied together, each to the next."""
    runs = [[lines[0].at]]
    for line in lines[1:]:
        low, high = runs[-1][-1], line.at
        if any(tie.start <= low + _SNAP and tie.end >= high - _SNAP for tie in ties):
            runs[-1].append(high)
        else:
            runs.append([high])
    return [(run[0], run[-1]) for run in runs if len(run) >= 3]


def _alike(lines: Sequence[Edge], least: int) -> list[list[Edge]]:
    """Lines with the same ends, in order across, where there are enough of them."""
    groups: list[list[Edge]] = []
    for line in sorted(lines, key=itemgetter(1, 2)) if len(lines) >= least else ():
        last = groups[-1][0] if groups else None
        if last and abs(last.start - line.start) + abs(last.end - line.end) <= _SNAP:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [sorted(group) for group in groups if len(group) >= least]


def _cut_off(level: Sequence[Edge], upright: Sequence[Edge]) -> list[Edge]:
    """The sides that a page break took from a row: where column lines end alike, beyond the last rule across them."""
    added = []
    for ends, sign in (([(edge.end, edge) for edge in upright], 1), ([(-edge.start, edge) for edge in upright], -1)):
        for group in _near(sorted(ends, key=itemgetter(0))):
            at, xs = sign * group[0][0], [edge.at for _, edge in group]
            across = [
                line.at
                for line in level
                if line.start <= min(xs) + _SNAP and line.end >= max(xs) - _SNAP
                and all(edge.start - _SNAP <= line.at <= edge.end + _SNAP for _, edge in group)
            ]  # fmt: skip
            nearest = min((abs(at - line) for line in across), default=0.0)
            if max(xs) - min(xs) > _NARROWEST and nearest > _NARROWEST:
                added.append(Edge(at, min(xs), max(xs)))
    return added


def _gutter_edges(level: Sequence[Edge], upright: Sequence[Edge], tokens: Sequence[Token]) -> list[Edge]:
    """Column lines for tables without any inside: down the white between the words of all rows."""
    added: list[Edge] = []
    for group in _alike(level, least=4):
        x0, x1, top, bottom = group[0].start, group[0].end, group[0].at, group[-1].at
        sides = [e.at for e in upright if e.start < bottom and e.end > top and x0 - _SNAP <= e.at <= x1 + _SNAP]
        if any(x0 + _SNAP < at < x1 - _SNAP for at in sides):
            continue
        inside = [token for token in tokens if top < token.base < bottom and x0 - 1 <= (token.x0 + token.x1) / 2 <= x1]
        rows = {bisect_right([line.at for line in group], token.base) for token in inside}
        whites = _whites(inside, x0)
        if len(rows) == len(group) - 1 and whites:
            open_sides = (x for x in (x0, x1) if all(abs(x - at) > _SNAP for at in sides))
            added += [Edge(x, top, bottom) for x in (*open_sides, *whites)]
    return added


def _whites(tokens: Sequence[Token], x0: float) -> list[float]:
    """The middles of the stretches that no word touches, each wider than a word space."""
    found, reached = [], x0
    for token in sorted(tokens, key=itemgetter(1)):
        if token.x0 - reached > token.size and reached > x0:
            found.append((reached + token.x0) / 2)
        reached = max(reached, token.x1)
    return found
