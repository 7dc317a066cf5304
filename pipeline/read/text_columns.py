"""Columns of text side by side in plain text: a head with labels in two columns, or pages set in two.

Three lines or more have parts on both sides of white that all lines between keep free, and the right parts start below
each other. What stands right has labels of its own, or both sides are text of five lines or more.
"""

import re
from collections.abc import Sequence
from statistics import mean
from typing import NamedTuple

from notula.pipeline.read.text_tables import Printed, in_vain, parts

_LABEL = re.compile(r"[^\W\d_][^:\t]{1,30}:(?: |$)")
_GAP = 3  # spaces between the columns
_MOST_BLANK = 1  # blank lines between two lines of a column
_PAIRS, _LINES = 3, 5  # lines with both parts, where the right ones are labels and where they are text
_LEAST = 25  # letters that a line of a column of text has on average


class Columns(NamedTuple):
    """The lines of both columns, the left one's first; ``end`` is the line after them."""

    lines: list[Printed]
    end: int


class ColumnFinder:
    """Finds columns side by side in lines; see ``in_vain``."""

    def __init__(self, lines: Sequence[Printed]) -> None:
        self._lines, self._spare = lines, in_vain(lines)

    def at(self, at: int) -> Columns | None:
        """The columns that start at a line; None where none do."""
        spans = parts(self._lines[at].text)
        if len(spans) != 2 or spans[1][0] - spans[0][1] < _GAP or self._spare <= 0:
            return None
        start, end = spans[1][0], _extent(self._lines, at, spans[1][0])
        block = self._lines[at:end]
        beside = [number for number, line in enumerate(block) if line.text[start:].strip()]
        if _has_labels(block, beside, start):
            block = block[: beside[-1] + 1]
        elif not _is_set_in_two(block, beside, start):
            self._spare -= len(block)
            return None
        return Columns([*_side(block, 0, start), *_side(block, start, None)], at + len(block))


def _has_labels(block: Sequence[Printed], beside: Sequence[int], start: int) -> bool:
    """Whether half of what stands right are labels with their values."""
    pairs = sum(bool(block[at].text[:start].strip()) for at in beside)
    labels = sum(bool(_LABEL.match(block[at].text[start:])) for at in beside)
    return pairs >= _PAIRS and 2 * labels >= max(4, len(beside))


def _is_set_in_two(block: Sequence[Printed], beside: Sequence[int], start: int) -> bool:
    """Whether lines on both sides are as long as those of text."""
    pairs = [line for at in beside if (line := block[at].text)[:start].strip()]
    sides = ([text[:start].strip() for text in pairs], [text[start:] for text in pairs])
    return len(pairs) >= _LINES and all(mean(map(len, side)) >= _LEAST for side in sides)


def _extent(lines: Sequence[Printed], at: int, start: int) -> int:
    """The line after the last that leaves white before the place where the right column starts."""
    end = at + 1
    while end < len(lines):
        line = lines[end]
        if line.blank > _MOST_BLANK or line.new_page or not parts(line.text) or len(parts(line.text)) > 2:
            break
        if line.text[start - 2 : start].strip():
            break
        end += 1
    return end


def _side(lines: Sequence[Printed], left: int, right: int | None) -> list[Printed]:
    """The lines of one column."""
    return [line._replace(text=text.rstrip()) for line in lines if (text := line.text[left:right]).strip()]
