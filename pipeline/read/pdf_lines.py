r"""Words to printed lines: rows by baseline, gaps as spaces or tabs, bold, size, alignment, line-end hyphens.

A gap is a tab where it is clearly wider than the row's word space:

* In a row of text the word space is the median gap; where most gaps are alike it may be as wide as it likes (justified
  or letter-spaced text), else at most a usual one.
* The gap after a list's number or bullet is one where it is clearly wider than the others.
* A justified row of two or three words has no median worth the name: its gaps are alike, it reaches both margins and
  another row follows under it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter
from statistics import median_low
from typing import Final, NamedTuple

from notula.models.source import Align, Box, Line, Word
from notula.pipeline.read.pdf_page import ASCENT, DESCENT, Token

_SAME_BASE = 0.4  # of the font size: super- and subscripts stay in their row
_WIDEST_SPACE = 4.0  # font sizes: no justified line outside a cell parts its words further
_LEAST_TAB = 0.8  # of the font size: no narrower gap is a tab
_SPACED_GAP = 2.5  # of the font size: what may part letter-spaced words
_USUAL_SPACE = 0.36  # of the font size
_WIDE_SPACE = 0.65  # of the font size: in justified text
_MARGIN = 2.5  # points: a row this near to a margin reaches it
_ALL_BOLD = 0.9  # of the letters
_NO_STARTS: Final[Counter[int]] = Counter()
LIST_MARK: Final = re.compile(r"^(?:[-–—•▪●○◦*✓➢]|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]+)[.)])$")
"""A list's number, letter or bullet."""


class Bounds(NamedTuple):
    """The sides of the text area that lines are aligned in, and the page's ``middle``, which counts for centring too.

    ``cell`` says that they are a table cell's outline; ``columns`` where those of the table without rules start that a
    page ends with.
    """

    left: float
    right: float
    cell: bool = False
    middle: float | None = None
    columns: tuple[float, ...] = ()


@dataclass(slots=True)
class Row:
    """Words on one baseline from left to right; ``cuts`` are the indices of words that a tab stands before."""

    tokens: list[Token]
    base: float
    size: float
    cuts: list[int] = field(default_factory=list)

    @property
    def x0(self) -> float:
        """Where it starts."""
        return self.tokens[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.tokens[-1].x1

    @property
    def top(self) -> float:
        """The top of its letters."""
        return self.base - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The foot of its letters."""
        return self.base + DESCENT * self.size

    def segments(self) -> list[list[Token]]:
        """Its words in the groups that tabs part."""
        ends = [*self.cuts, len(self.tokens)]
        return [self.tokens[start:end] for start, end in zip([0, *self.cuts], ends, strict=True)]


def make_rows(tokens: Sequence[Token]) -> list[Row]:
    """The words in rows from top to bottom; words are in one row where their baselines nearly agree."""
    if len(tokens) == 1:
        return [Row(list(tokens), tokens[0].base, tokens[0].size)]
    rows: list[Row] = []
    group: list[Token] = []
    base = size = 0.0
    for token in sorted(tokens):
        if group and token.base - base > _SAME_BASE * (token.size if token.size > size else size):
            rows.append(_row(group, base, size))
            group, size = [], 0.0
        group.append(token)
        if token.size > size:
            base, size = token.base, token.size
    if group:
        rows.append(_row(group, base, size))
    return rows


def _row(group: list[Token], base: float, size: float) -> Row:
    if len(group) > 1:
        group.sort(key=itemgetter(1))
        group = _undoubled(group)
    return Row(group, base, size)


def _undoubled(tokens: list[Token]) -> list[Token]:
    """Words from left to right, one of each two that were printed over each other (a shadow, a makeshift bold)."""
    kept = [tokens[0]]
    for token in tokens[1:]:
        last = kept[-1]
        if token.x0 - last.x0 < 0.15 * token.size and token.text == last.text:
            kept[-1] = last._replace(bold=True)
        else:
            kept.append(token)
    return kept


def cut_rows(rows: Sequence[Row], bounds: Bounds) -> None:
    """Finds the tabs of each row."""
    for index, row in enumerate(rows):
        tokens = row.tokens
        if len(tokens) < 2:
            continue
        limit = _LEAST_TAB * row.size
        gaps = [after.x0 - before.x1 for before, after in pairwise(tokens)]
        if max(gaps) <= limit:
            continue
        followed = index + 1 < len(rows) and rows[index + 1].base - row.base < 2.5 * row.size
        first = None
        if LIST_MARK.match(tokens[0].text):
            first = max(limit, 1.3 * min(median_low(gaps[1:] or [0.0]), _WIDE_SPACE * row.size))
        limit = max(limit, _tab_limit(row, gaps, bounds, followed))
        row.cuts = [at for at, gap in enumerate(gaps, 1) if gap > (first if first and at == 1 else limit)]
        if row.cuts:
            row.cuts = [at for at in row.cuts if not _is_spaced(tokens, at, gaps[at - 1])]


def _tab_limit(row: Row, gaps: list[float], bounds: Bounds, followed: bool) -> float:
    """The widest gap that is still a space between the words of a row."""
    size = row.size
    space = median_low(gaps)
    alike = sum(1 for gap in gaps if abs(gap - space) <= 0.12 * space + 0.3)
    reaches = _reaches(row, bounds)
    if len(gaps) >= 3 and alike >= 0.6 * len(gaps) and (space < 1.2 * size or reaches):
        return max(2.2 * space, space + 0.6 * size)
    even = max(gaps) - min(gaps) <= 0.3 + 0.1 * max(gaps)
    if reaches and followed and even and (bounds.cell or max(gaps) <= _WIDEST_SPACE * size):
        return max(gaps)
    return 2.5 * min(space, _USUAL_SPACE * size)


def _is_spaced(tokens: Sequence[Token], at: int, gap: float) -> bool:
    """Whether a gap is one between two letter-spaced words."""
    around = tokens[max(at - 2, 0) : at + 2]
    return gap < _SPACED_GAP * tokens[at].size and len(around) == 4 and all(len(token.text) == 1 for token in around)


def _reaches(row: Row, bounds: Bounds) -> bool:
    """Whether a row fills its text area from side to side; a cell's is its outline less an equal padding."""
    if bounds.cell:
        padding = row.x0 - bounds.left
        return padding < 12 and abs(bounds.right - row.x1 - padding) <= _MARGIN
    return bounds.right - row.x1 <= _MARGIN


def make_line(row: Row, page: int, align: Align | None = None) -> Line:
    """The row as a line: its words apart by one space or tab."""
    tokens, cuts, new = row.tokens, row.cuts, tuple.__new__
    texts = [token[4] for token in tokens]
    words, at = [], 0
    for token, text in zip(tokens, texts, strict=True):
        end = at + len(text)
        words.append(new(Word, (at, end, token[1], token[2], None, None)))
        at = end + 1
    if cuts:
        text = "\t".join([" ".join(texts[start:end]) for start, end in zip([0, *cuts], [*cuts, None], strict=True)])
    else:
        text = " ".join(texts)
    size, bold = _look(tokens)
    box = Box(page, tokens[0].x0, row.top, max([token[2] for token in tokens]), row.bottom)
    return Line(text, None, box, tuple(words), size, bold, align, tokens[0].x0)


def _look(tokens: list[Token]) -> tuple[float, bool]:
    """The size of most letters, and whether nearly all of them are bold."""
    _, _, _, size, _, weight, _ = tokens[0]
    if all([token[3] == size and token[5] == weight for token in tokens]):
        return round(size, 2), weight
    sizes: Counter[float] = Counter()
    bold = 0
    for token in tokens:
        sizes[round(token.size, 2)] += len(token.text)
        bold += len(token.text) if token.bold else 0
    return max(sizes, key=sizes.__getitem__), bold >= _ALL_BOLD * sum(sizes.values())


def text_area(rows: Sequence[Row], others: Iterable[tuple[float, float]], outer: Bounds) -> Bounds:
    """The sides of the text: the outermost that at least two rows (or tables, ``others``) share.

    ``outer`` is the answer where there are too few rows to tell, and its sides where no two rows share one.
    """
    sides = [(row.x0, row.x1) for row in rows] + [side for side in others for _ in range(2)]
    if len(sides) < 4:
        return outer
    starts, ends = sorted(x0 for x0, _ in sides), sorted((x1 for _, x1 in sides), reverse=True)
    left, right = _shared(starts), _shared(ends)
    left = min(starts[0], outer.left) if left is None else left
    right = max(ends[0], outer.right) if right is None else right
    return Bounds(left, right, middle=outer.middle) if right > left else outer


def _shared(sides: list[float]) -> float | None:
    """The first of the sides that the next one agrees with."""
    return next((one for one, two in pairwise(sides) if abs(one - two) <= _MARGIN), None)


def align_rows(rows: Sequence[Row], bounds: Bounds) -> list[Align]:
    """How each row stands in the text area.

    A row is centred where both sides leave the same space; not where several rows start at that same place. It is
    centred, too, where it has its middle but not its start in common with a neighbour (a letterhead beside a logo), but
    never where it goes on below a list mark's text.
    """
    if len(rows) == 1:
        return [_align(rows[0], bounds, _NO_STARTS)]
    starts = Counter([round(row.x0) for row in rows]) if len(rows) > 2 else _NO_STARTS
    aligns = [_align(row, bounds, starts) for row in rows]
    for at, (one, two) in enumerate(pairwise(rows)):
        inside = "center" in aligns[at : at + 2] or min(one.x0, two.x0) - bounds.left > one.size
        if inside and _are_centred(one, two, bounds, starts):
            aligns[at] = aligns[at + 1] = "center"
    for at, (one, two) in enumerate(pairwise(rows), start=1):
        if _hangs(one, two):
            aligns[at] = "left"
    return aligns


def _hangs(one: Row, two: Row) -> bool:
    """Whether a row starts right below the text behind a list mark: it goes on there, wherever its middle is."""
    marked = len(one.tokens) > 1 and LIST_MARK.match(one.tokens[0].text) is not None
    return marked and abs(one.tokens[1].x0 - two.x0) <= _MARGIN and two.base - one.base < 3.5 * two.size


def _are_centred(one: Row, two: Row, bounds: Bounds, starts: Counter[int]) -> bool:
    """Whether neighbours have the same middle, and start apart from each other and from all other rows."""
    if abs(one.x0 + one.x1 - two.x0 - two.x1) > _MARGIN:
        return False
    apart = abs(one.x0 - two.x0) > 0.5 * one.size and two.base - one.base < 3.5 * two.size
    alone = max(starts[round(one.x0)], starts[round(two.x0)]) < 3
    return apart and alone and min(one.x0, two.x0) - bounds.left > _MARGIN and not one.cuts and not two.cuts


def _align(row: Row, bounds: Bounds, starts: Counter[int]) -> Align:
    before, after = row.x0 - bounds.left, bounds.right - row.x1
    width = bounds.right - bounds.left
    least, edge = (8.0, 8.0) if bounds.cell else (max(row.size, 0.04 * width), _MARGIN)
    mark = row.tokens[0].text
    if before <= least or row.cuts or starts[round(row.x0)] >= 3 or (LIST_MARK.match(mark) and not mark[0].isupper()):
        return "left"
    off = abs(before - after)
    if bounds.middle is not None:
        off = min(off, abs(row.x0 + row.x1 - 2 * bounds.middle))
    if off <= (4.0 if bounds.cell else max(2.0, 0.02 * width)):
        return "center"
    return "right" if abs(after) <= edge and before > 0.3 * width else "left"
