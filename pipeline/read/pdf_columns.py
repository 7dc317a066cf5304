"""Columns of running text on a page: where a white gutter parts them and which side is read first.

Two columns are read one after the other only where they are sure to be columns of text:

* A gutter runs through neighbouring rows, and both sides have at least four rows of several words that fill them.
* The file gives one side before the other; where it does not, both sides have to be long and full.
* Or both sides are lists with the same marks, and the right one goes on where the left one ends.

Labels with their values, columns of a table and signatures are none of these: their rows are read across.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from notula.pipeline.read.pdf_lines import Row
from notula.pipeline.read.pdf_page import Token

_FEWEST_ROWS = 4
_FEWEST_ITEMS = 2  # of a list in its right column
_FEWEST_UNORDERED = 10
_MOST_GUTTERS = 12  # places to try on a page
_MOST_BANDS = 20
_FOOTER_GAP = 2.5  # font sizes of white above rows that are no part of the columns
_BULLET: Final = re.compile(r"^[-–—•▪●○◦*+>✓➢□■]$")
_NUMBER: Final = re.compile(r"^\(?(\d{1,3})[.)]$")


Rect = tuple[float, float, float, float]


class Band(NamedTuple):
    """Rows that stand below each other: as they are, or as the words of each column."""

    rows: list[Row]
    columns: tuple[list[Token], ...] = ()
    gutter: float = 0.0


class Sides(NamedTuple):
    """The parts of some rows left and right of a gutter."""

    left: list[list[Token]]
    right: list[list[Token]]


def split_columns(rows: list[Row], walls: Sequence[Rect] = (), depth: int = 0) -> list[Band]:
    """The rows in bands of one or two columns, from top to bottom; no gutter runs through ``walls`` (tables)."""
    best: tuple[int, int, float, Sides] | None = None
    for gutter in _gutters(rows):
        for start, end in _open_runs(rows, gutter, walls):
            first_list, end_list = _list_rows(rows, start, end, gutter)
            for first, last, test in ((start, end, _are_columns), (first_list, end_list, _is_list_in_two)):
                sides = _sides(rows[first:last], gutter)
                if test(sides) and (best is None or _white(sides, gutter) > _white(best[3], best[2])):
                    best = first, last, gutter, sides
    if best is None or depth > _MOST_BANDS:
        return [Band(rows)] if rows else []
    start, end, gutter, sides = best
    columns = tuple([token for part in side for token in part] for side in sides)
    band = Band(rows[start:end], columns, gutter)
    return [*split_columns(rows[:start], walls, depth + 1), band, *split_columns(rows[end:], walls, depth + 1)]


def _white(sides: Sides, gutter: float) -> float:
    """How wide the gutter is."""
    return gutter - max(part[-1].x1 for part in sides.left)


def _gutters(rows: Sequence[Row]) -> list[float]:
    """Places where several groups of words start, well inside of the text."""
    if len(rows) <= _FEWEST_ITEMS:
        return []
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    least = left + 0.2 * (right - left)
    starts: Counter[int] = Counter()
    for row in rows:
        if row.x0 > least:
            starts[round(row.x0 / 3)] += 1
        for cut in row.cuts:
            if row.tokens[cut].x0 > least:
                starts[round(row.tokens[cut].x0 / 3)] += 1
    common = starts.most_common(_MOST_GUTTERS)
    return sorted(3.0 * at - 2.0 for at, count in common if count + starts[at - 1] >= _FEWEST_ITEMS)


def _open_runs(rows: Sequence[Row], gutter: float, walls: Sequence[Rect]) -> Iterator[tuple[int, int]]:
    """The stretches of rows that no word crosses the gutter in, with words on both sides."""
    start: int | None = None
    across = [(top, bottom) for x0, top, x1, bottom in walls if x0 < gutter < x1]
    for index, row in enumerate(rows):
        crossed = any(part[0].x0 < gutter and part[-1].x1 > gutter - 0.5 * row.size for part in row.segments())
        walled = start is not None and any(rows[index - 1].base < top < row.base for top, _ in across)
        if start is not None and (crossed or walled):
            yield from _trimmed(rows, start, index, gutter)
            start = None
        if not crossed and start is None:
            start = index
    if start is not None:
        yield from _trimmed(rows, start, len(rows), gutter)


def _trimmed(rows: Sequence[Row], start: int, end: int, gutter: float) -> Iterator[tuple[int, int]]:
    """The stretch from where the left side begins, without a footer far below the last row."""
    while start < end and rows[start].x0 > gutter:
        start += 1
    for last in range(max(end - 2, start + 1), end):
        if rows[last].base - rows[last - 1].base > (1 + _FOOTER_GAP) * rows[last].size:
            end = last
            break
    if end - start >= _FEWEST_ROWS - 1:
        yield start, end


def _sides(rows: Iterable[Row], gutter: float) -> Sides:
    sides = Sides([], [])
    for row in rows:
        at = next((index for index, token in enumerate(row.tokens) if token.x0 >= gutter), len(row.tokens))
        if at:
            sides.left.append(row.tokens[:at])
        if at < len(row.tokens):
            sides.right.append(row.tokens[at:])
    return sides


def _are_columns(sides: Sides) -> bool:
    least = min(len(sides.left), len(sides.right))
    if least < _FEWEST_ROWS or not all(_is_text(side, 3, 0.35) for side in sides):
        return False
    if sum(1 for part in sides.right if part[0].text.startswith(":")) >= 0.2 * least:
        return False
    if _turns(sides) <= 2 + 0.1 * least:
        return True
    return least >= _FEWEST_UNORDERED and all(_is_text(side, 4, 0.55) for side in sides)


def _is_text(parts: list[list[Token]], words: int, full: float) -> bool:
    """Whether these look like lines of running text: several words each, many as wide as the column."""
    left, right = min(part[0].x0 for part in parts), max(part[-1].x1 for part in parts)
    filled = sum(1 for part in parts if part[-1].x1 - part[0].x0 >= 0.6 * (right - left))
    lengths = [sum(1 for token in part if len(token.text) > 1) for part in parts]  # letter-spaced labels are no text
    return median(lengths) >= words and filled >= full * len(parts)


def _turns(sides: Sides) -> int:
    """How often the file changes from one side to the other."""
    order = sorted((token.order, right) for right, side in enumerate(sides) for part in side for token in part)
    return sum(1 for one, two in pairwise(order) if one[1] != two[1])


def _list_rows(rows: Sequence[Row], start: int, end: int, gutter: float) -> tuple[int, int]:
    """The rows of a stretch that have something right of the gutter, with those that go on below at the left only."""
    both = [at for at in range(start, end) if rows[at].x0 < gutter < rows[at].x1]
    if not both:
        return start, start
    first, last = both[0], both[-1] + 1
    while last < end and abs(rows[last].x0 - rows[first].x0) <= 6 and _is_mark(rows[last].tokens[0].text):
        last += 1
    return first, last


def _is_mark(text: str) -> bool:
    return bool(_BULLET.match(text) or _NUMBER.match(text))


def _is_list_in_two(sides: Sides) -> bool:
    """Whether a list is set in two columns: the same bullet on both sides, or numbers that go on at the right."""
    left, right = [part[0].text for part in sides.left], [part[0].text for part in sides.right]
    longest = max((len(part) for part in [*sides.left, *sides.right]), default=0)
    if len(left) <= _FEWEST_ITEMS or len(right) < _FEWEST_ITEMS or longest < 2:
        return False
    if all(_BULLET.match(mark) for mark in [*left, *right]):
        return left[0] == right[0]
    numbers = [[int(found[1]) for mark in side if (found := _NUMBER.match(mark))] for side in (left, right)]
    if any(len(found) < 0.6 * len(side) or not found for found, side in zip(numbers, (left, right), strict=True)):
        return False
    return numbers[1][0] == numbers[0][-1] + 1 and numbers[0] == sorted(numbers[0])
