"""Bullets before recognised lines: lost, or read as letters; the ink tells them.

A bullet is a low blob at the start of a line, or of what a wide gap parts from the rest of it, apart from what follows.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np

from notula.pipeline.read.scan_engine import SeenWord
from notula.pipeline.read.scan_image import Mask

_LONE_SIGNS: Final = frozenset("*°·»«¢©®#+.“”›>")  # what a bullet is read as, apart from letters
_MISREAD: Final = re.compile(r"[eosaEOS*°.•·»«¢©®#@+“”\"'‘’—–-]{1,2}|[^\w:]{1,2}")
_REACH, _APART = 4.0, 0.4  # font sizes before a line in which a bullet stands, and between it and the line
_NARROWEST, _WIDEST, _HIGHEST = 0.12, 0.6, 0.46  # font sizes of a bullet or dash
_DASH = 1.7  # times as wide as high
_BAND: Final = (0.8, 0.12)  # font sizes above and below the baseline
_NEW_START = 1.1  # font sizes of white before what may start a line of its own


class _Blob(NamedTuple):
    x0: int
    x1: int
    high: int


def with_bullets(line: Sequence[SeenWord], every: Sequence[SeenWord], ink: Mask) -> Iterator[SeenWord]:
    """The line with the bullets in it; ``every`` has all words of the page."""
    starts = [at for at, word in enumerate(line) if at == 0 or word.x0 - line[at - 1].x1 > _NEW_START * word.size]
    for start, end in zip(starts, [*starts[1:], len(line)], strict=True):
        following = line[end] if end < len(line) and end - start == 1 else None
        yield from _bulleted(list(line[start:end]), following, every, ink)


def _bulleted(
    line: list[SeenWord], following: SeenWord | None, every: Sequence[SeenWord], ink: Mask
) -> list[SeenWord]:
    """A stretch of words with the bullet that it starts with; ``following`` comes after where it is one word."""
    first = line[0]
    second = line[1] if len(line) > 1 else following
    if any(_is_before(word, first) and first.x0 - word.x1 < _APART * first.size for word in every):
        return line  # the full stop after a list's letter that was read on a line of its own
    if second and first.text in _LONE_SIGNS and second.text[0].isalnum():
        return [first._replace(text="•", confidence=0.8), *line[1:]]
    if second and _MISREAD.fullmatch(first.text) and second.x0 - first.x1 > _APART * first.size:
        sign = _sign(_last_blob(first, first.x0 - 2, first.x1 + 2, ink), first)
        return [first._replace(text=sign, confidence=0.9), *line[1:]] if sign else line
    if not any(char.isalnum() for char in first.text):
        return line
    left = max([first.x0 - _REACH * first.size, *(word.x1 for word in every if _is_before(word, first))])
    blob = _last_blob(first, left, first.x0 - 2, ink)
    sign = _sign(blob, first)
    if blob is None or not sign or first.x0 - blob.x1 < _APART * first.size:
        return line
    return [first._replace(text=sign, x0=float(blob.x0), x1=float(blob.x1), confidence=0.9), *line]


def _is_before(word: SeenWord, first: SeenWord) -> bool:
    return word.x1 <= first.x0 and abs(word.base - first.base) < first.size and word is not first


def _last_blob(word: SeenWord, left: float, right: float, ink: Mask) -> _Blob | None:
    """The ink furthest right between two places on a word's line."""
    top, foot = int(word.base - _BAND[0] * word.size), int(word.base + _BAND[1] * word.size)
    area = ink[max(top, 0) : max(foot, 0), max(int(left), 0) : max(int(right), 0)]
    columns = np.flatnonzero(area.any(axis=0)) if area.size else np.zeros(0, dtype=np.int64)
    if not len(columns):
        return None
    gaps = np.flatnonzero(np.diff(columns) > 2)
    start, end = int(columns[gaps[-1] + 1]) if len(gaps) else int(columns[0]), int(columns[-1]) + 1
    rows = np.flatnonzero(area[:, start:end].any(axis=1))
    offset = max(int(left), 0)
    return _Blob(offset + start, offset + end, int(rows[-1] - rows[0]) + 1)


def _sign(blob: _Blob | None, word: SeenWord) -> str:
    """What a blob is before a line: a bullet, a dash, or nothing of the kind."""
    if blob is None:
        return ""
    wide, size = blob.x1 - blob.x0, word.size
    if not _NARROWEST * size <= wide <= _WIDEST * size or not 2 < blob.high <= _HIGHEST * size:
        return ""
    if wide >= _DASH * blob.high:
        return "-"
    return "•" if blob.high >= _NARROWEST * size else ""
