"""The frame of lines that wrap: the edges of their column, and how far they stand below each other."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from notula.models.source import Line

CHARACTER = 6.0  # points: the width of a character in plain text, see notula.models.source.Line.indent
_EVEN, _BEYOND = 0.85, 1.3  # of where most lines end
_FEWEST_EVEN, _MOST_EVEN = 8, 0.35  # lines that end alike, their share


class Column(NamedTuple):
    """A column of text on a page: its edges, in points."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Frame:
    """What the lines of one flow have in common: its edges, usual line pitch and whether lines wrap.

    ``halves`` has the two columns of each page that is set in two.
    """

    wrapped: bool
    whole: Column
    pitch: float
    halves: dict[int, tuple[Column, Column]]

    @classmethod
    def of(cls, flows: Iterable[Iterable[Line]], wrapped: bool) -> "Frame":
        """The frame of these lines, of cells those of each (points; plain text counts characters as 6 points)."""
        told = [[line for line in flow if line.text.strip()] for flow in flows]
        rows = [line for flow in told for line in flow]
        edges = sorted(right_edge(line) for line in rows)
        right = _right_edge_of_most(edges, plain=not any(line.box for line in rows)) if edges else 0.0
        gaps = [
            after.box.top - before.box.top
            for flow in told
            for before, after in itertools.pairwise(flow)
            if before.box and after.box and before.box.page == after.box.page and after.box.top > before.box.top
        ]
        left = min((left_edge(line) for line in rows), default=0.0)
        return cls(wrapped, Column(left, right), median(gaps) if gaps else 0.0, _two_columns(rows))

    def column(self, line: Line) -> Column:
        """The column that a line stands in."""
        halves = self.halves.get(line.box.page) if line.box else None
        if halves is None:
            return self.whole
        first, second = halves
        if left_edge(line) >= second.left - 2:
            return second
        return first if right_edge(line) < second.left else self.whole


def _right_edge_of_most(edges: Sequence[float], *, plain: bool) -> float:
    """Where full lines end, of sorted right edges; in plain text a few lines may run on beyond where the others do."""
    widest = edges[min(len(edges) - 1, int(len(edges) * 0.97))]
    usual = edges[int(len(edges) * 0.85)]
    even = sum(_EVEN * usual <= edge <= usual for edge in edges) >= max(_FEWEST_EVEN, _MOST_EVEN * len(edges))
    return usual if plain and even and widest > _BEYOND * usual else widest


def _two_columns(lines: list[Line]) -> dict[int, tuple[Column, Column]]:
    """The columns of pages where five lines or more have another beside them."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        if line.box is not None:
            pages.setdefault(line.box.page, []).append(line)
    found = {}
    for page, rows in pages.items():
        beside = _beside(rows)
        if len(beside) < 5:
            continue
        split = min(left_edge(line) for line in beside)
        left = [line for line in rows if right_edge(line) < split]
        right = [line for line in rows if left_edge(line) >= split - 2]
        if len(left) >= 5:
            found[page] = (
                Column(min(map(left_edge, left)), max(map(right_edge, left))),
                Column(split, max(map(right_edge, right))),
            )
    return found


def _beside(rows: list[Line]) -> list[Line]:
    """The lines that stand right of another at the same height."""
    placed = sorted(((line.box, line) for line in rows if line.box), key=lambda pair: pair[0].top)
    if not placed:
        return []
    tops = [box.top for box, _ in placed]
    tallest = max(box.bottom - box.top for box, _ in placed)
    first_end = min(box.x1 for box, _ in placed)
    found = []
    for line in rows:
        if line.box is None or line.box.x0 <= first_end:
            continue
        near = placed[bisect_left(tops, line.box.top - tallest) : bisect_right(tops, line.box.bottom)]
        if any(_is_left_of(other, line) for _, other in near):
            found.append(line)
    return found


def _is_left_of(one: Line, other: Line) -> bool:
    """Whether a line stands left of another at the same height."""
    a, b = one.box, other.box
    return (
        a is not None
        and b is not None
        and a.x1 < b.x0
        and min(a.bottom, b.bottom) - max(a.top, b.top) > 0.5 * (b.bottom - b.top)
    )


def right_edge(line: Line) -> float:
    """Where a line ends, in points."""
    return line.box.x1 if line.box else line.indent + len(line.text.rstrip()) * CHARACTER


def left_edge(line: Line) -> float:
    """Where a line starts, in points."""
    return line.box.x0 if line.box else line.indent
