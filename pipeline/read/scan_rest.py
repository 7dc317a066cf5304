"""What the engine passed over although it stands on a line that it read: a list's numbers, a column of labels.

Its page layout drops narrow columns now and then. Ink as high as letters that stands on a line's baseline, in no word,
is read once more, together with the word beside it (a lone 1 is taken for a 4), all such places of a page in one go.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median
from typing import Final

import numpy as np

from notula.pipeline.read.scan_engine import SeenWord
from notula.pipeline.read.scan_image import Mask, stretches

_BAND: Final = (0.85, 0.3)  # font sizes above and below the baseline
_BEYOND = 0.25  # font sizes above and below the band that have to be white: strokes of pens go on
_LOWEST, _NARROWEST, _WIDEST = 0.48, 0.14, 12.0  # font sizes of what may be letters
_ON_LINE, _SAME_LINE = 0.16, 0.32  # font sizes that the foot of letters, and their baseline, may be off a line's
_APART = 0.5  # font sizes of white between what is read on its own and what is not
_BESIDE = 0.12  # font sizes around a word that are its own


def passed_over(words: Sequence[SeenWord], ink: Mask) -> Mask | None:
    """The ink of what was passed over and of the words beside it; None where nothing was."""
    free = ink.copy()
    for word in words:
        pad = _BESIDE * word.size
        free[_within(word.top - pad, word.bottom + pad), _within(word.x0 - pad, word.x1 + pad)] = False
    found = np.zeros_like(ink)
    for line in _lines(words):
        for rows, columns in _places(line, free):
            found[rows, columns] = free[rows, columns]
            beside = min(line, key=lambda word: max(word.x0 - columns.stop, columns.start - word.x1))
            own = _within(beside.top, beside.bottom), _within(beside.x0, beside.x1)
            found[own] = ink[own]
    return found if found.any() else None


def with_rest(words: Sequence[SeenWord], rest: Sequence[SeenWord]) -> list[SeenWord]:
    """The words with those that were passed over in their lines."""
    lines = _lines(words)
    for word in rest:
        near = [line for line in lines if abs(_base_at(line, word.x0) - word.base) <= _SAME_LINE * line[0].size]
        if near and any(char.isalnum() for char in word.text) and not any(_cover(line, word) for line in near):
            line = min(near, key=lambda one: min(abs(each.x0 - word.x1) for each in one))
            number = line[0].line
            line[:] = [each for each in line if not word.x0 <= (each.x0 + each.x1) / 2 <= word.x1]  # its full stop
            line.append(word._replace(line=number))
    return [word for line in lines for word in sorted(line, key=lambda one: one.x0)]


def _lines(words: Sequence[SeenWord]) -> list[list[SeenWord]]:
    return [list(line) for _, line in groupby(words, key=lambda word: word.line)]


def _cover(line: Sequence[SeenWord], word: SeenWord) -> bool:
    """Whether the line has a word with letters or digits in the same place."""
    middle = (word.x0 + word.x1) / 2
    return any(
        (each.x0 <= middle <= each.x1 or word.x0 <= (each.x0 + each.x1) / 2 <= word.x1)
        and any(char.isalnum() for char in each.text)
        for each in line
    )


def _places(line: Sequence[SeenWord], free: Mask) -> Iterator[tuple[slice, slice]]:
    """Rows and columns of what stands on a line but in no word."""
    size = median(word.size for word in line)
    base = median(word.base for word in line)
    rows = _within(base - _BAND[0] * size, base + _BAND[1] * size)
    columns = np.flatnonzero(free[rows].any(axis=0))
    for start, end in stretches(columns, _APART * size):
        across = slice(int(columns[start]), int(columns[end - 1]) + 1)
        high = np.flatnonzero(free[rows, across].any(axis=1))
        foot = rows.start + int(high[-1]) + 1
        wide, tall = across.stop - across.start, int(high[-1] - high[0]) + 1
        above = free[_within(rows.start - _BEYOND * size, rows.start), across]
        below = free[_within(rows.stop, rows.stop + _BEYOND * size), across]
        if above.any() or below.any() or tall < _LOWEST * size:
            continue
        if _NARROWEST * size <= wide <= _WIDEST * size and foot >= base - _ON_LINE * size:
            yield rows, across


def _base_at(line: Sequence[SeenWord], x: float) -> float:
    """The baseline of the word of a line that is nearest."""
    return min(line, key=lambda word: abs(word.x0 - x)).base


def _within(start: float, end: float) -> slice:
    return slice(max(int(start), 0), max(int(end) + 1, 0))
