"""Which recognised words are bold, by how thick their strokes are.

The engine does not say. The mean length of the level runs of ink in a word, long ones of bars left out, is about its
stems' thickness: a seventh of the font size in bold letters, a tenth or less in others. What is usual on the page
decides, as scanners make all strokes thicker or thinner.
"""

from collections.abc import Sequence
from itertools import groupby
from statistics import median
from typing import Final

import numpy as np

from notula.pipeline.read.scan_engine import SeenWord
from notula.pipeline.read.scan_image import Mask

_BOLD: Final = 1.3  # times the usual thickness
_BAR: Final = 0.3  # font sizes: longer runs are bars
_FEWEST_LETTERS = 3
_FEWEST_WORDS = 12  # on a page, for there to be a usual thickness
_MOST, _FEW = 0.6, 0.3  # of the letters whose weight is known are bold: all of a line, or none


def with_weight(words: Sequence[SeenWord], ink: Mask) -> list[SeenWord]:
    """The words, those with thick strokes as bold."""
    thick = [_thickness(word, ink) for word in words]
    known = [one for one in thick if one is not None]
    if len(known) < _FEWEST_WORDS:
        return list(words)
    limit = _BOLD * median(known)
    marked = [word._replace(bold=one is not None and one > limit) for word, one in zip(words, thick, strict=True)]
    return [word for _, line in groupby(marked, key=lambda word: word.line) for word in _evened(list(line))]


def _thickness(word: SeenWord, ink: Mask) -> float | None:
    """The thickness of a word's stems in font sizes; None where it has too few letters."""
    if not _has_stems(word):
        return None
    area = ink[max(int(word.top), 0) : int(word.bottom), max(int(word.x0), 0) : int(word.x1)]
    steps = np.diff(np.pad(area, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    lengths = np.nonzero(steps == -1)[1] - np.nonzero(steps == 1)[1]
    stems = lengths[lengths < _BAR * word.size]
    return float(stems.mean()) / word.size if len(stems) else None


def _has_stems(word: SeenWord) -> bool:
    """Whether it has enough letters to tell how thick they are."""
    return sum(char.isalpha() for char in word.text) >= _FEWEST_LETTERS


def _evened(line: list[SeenWord]) -> list[SeenWord]:
    """The words of a line, all as most of them are where only few differ."""
    known = [word for word in line if _has_stems(word)] or line
    share = sum(len(word.text) for word in known if word.bold) / sum(len(word.text) for word in known)
    if share >= _MOST or share <= _FEW:
        return [word._replace(bold=share >= _MOST) for word in line]
    return line
