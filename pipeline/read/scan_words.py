"""Recognised words put right by what is known of print: one size for the page's text, bullets, columns, no specks.

* A line's height is measured a little differently each time: near the usual size it is the usual size.
* What starts nearly where several others do starts there: the engine measures ink, and a 1 has white before it.
* Two dots above each other are a colon, whatever they were read as, a semicolon where the lower one has a tail.
* A stroke as high as capitals is an I: a name's initial, a Roman one.
* A number and the word after it run together where the space is narrow: ``2Feb2024``.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median
from typing import Final

from notula.pipeline.read.scan_bullets import with_bullets
from notula.pipeline.read.scan_engine import SeenWord
from notula.pipeline.read.scan_image import Mask, runs
from notula.pipeline.read.scan_weight import with_weight

_SAME_SIZE = 0.17  # of the usual size: what a line's measured height may be off
_SPECK: Final = re.compile(r"[^\w\s]{1,3}")
_SURE_SPECK = 0.6
_SIGNS: Final = frozenset("-–—:;,.()&/%•·→")
_DASHES: Final = frozenset("-–—~")
_DASH = 3.0  # times as wide as high
_DASH_AT: Final = (0.15, 0.5)  # font sizes above the baseline
_REST_OF_RULE: Final = frozenset("|_[]{}~")
_GHOST = 0.3  # confidence of what is no word
_THINNEST = 0.06  # font sizes
_OFF = 0.09  # font sizes that a capital's foot and height may be off
_LIKE_COLON: Final = frozenset("1lI!|it;.,>»*«°·•=+'\"“”‘’")
_WIDE_DOT, _HIGH_DOT, _BETWEEN_DOTS = 0.25, 0.2, 0.12  # font sizes
_TAIL = 0.045  # font sizes that a semicolon goes on below the baseline

_NEW_START, _NEAR_START, _FEWEST_STARTS = 0.4, 0.22, 4  # font sizes before a start and between starts that are one

_TALL: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZbdfhijklt0123456789()[]/|")
_DEEP: Final = frozenset("gjpqy,;()[]/|Q")
_UP, _LOW, _DOWN = 0.71, 0.51, 0.21  # font sizes that tall and small letters rise, and deep ones go down
_FEWEST_SIZES = 2

_RUN_TOGETHER: Final = re.compile(r"(\d{1,2})([A-Z][a-z]{2,8})(\d{4})?\W?|(\d+)([a-z]{3,})\W?")
_SAME_ROW = 0.4  # font sizes
_FEWEST_ROWS, _FEWEST_WORDS = 8, 3
_GUTTER = 0.9  # font sizes


def tidy(words: Iterable[SeenWord], ink: Mask) -> list[SeenWord]:
    """The words in reading order, bullets among them, those that are no print left out.

    ``ink`` is where the picture that they were read from is dark.
    """
    every = list(words)
    if not every:
        return []
    lines = [_measured(list(line)) for _, line in groupby(every, key=lambda word: word.line)]
    every = [word for line in lines for word in line]
    usual = median([word.size for word in every for _ in word.text])
    lines = [[part for word in line for part in _signs(word, ink)] for line in lines]
    found = [_sized(part, usual) for line in lines for word in with_bullets(line, every, ink) for part in _parted(word)]
    found = [_as_letter(word) for word in found]
    printed = [word for word in found if not _is_speck(word, ink) and not _is_nothing(word, ink)]
    return in_columns(aligned(with_weight(printed, ink)))


def _is_speck(word: SeenWord, ink: Mask) -> bool:
    """Whether it is a stain, the rest of a rule, or a stroke of a pen rather than a word."""
    if word.confidence < _GHOST and not word.text.isalnum() and sum(char.isalnum() for char in word.text) < 2:
        return not (word.text in _DASHES and _is_dash(word, ink)) and not (word.text == ":" and _is_colon(word, ink))
    if set(word.text) <= _REST_OF_RULE and len(word.text) <= 2:
        return True
    return bool(_SPECK.fullmatch(word.text)) and word.confidence < _SURE_SPECK and not set(word.text) <= _SIGNS


def _is_dash(word: SeenWord, ink: Mask) -> bool:
    """Whether its ink is as thin as a dash, and as high above the baseline."""
    rows = runs(_ink_of(word, ink).any(axis=1), 0)
    if len(rows) != 1:
        return False
    top, bottom = rows[0]
    above = word.base - max(int(word.top), 0) - (top + bottom) / 2
    return _DASH * (bottom - top) <= word.x1 - word.x0 and _DASH_AT[0] <= above / word.size <= _DASH_AT[1]


def _is_nothing(word: SeenWord, ink: Mask) -> bool:
    """Whether it is a sign where there is no ink: the engine makes some up in wide gaps."""
    if any(char.isalnum() for char in word.text):
        return False
    return not _ink_of(word, ink).any() or word.x1 - word.x0 < _THINNEST * word.size


def _ink_of(word: SeenWord, ink: Mask) -> Mask:
    """The ink of the place that the word stands in."""
    return ink[max(int(word.top), 0) : int(word.bottom) + 1, max(int(word.x0), 0) : int(word.x1) + 1]


def _as_letter(word: SeenWord) -> SeenWord:
    """The word, a capital I where a stroke stands on the baseline and is as high as capitals: rules are longer."""
    if word.text != "|" or abs(word.bottom - word.base) > _OFF * word.size:
        return word
    return word._replace(text="I") if abs((word.base - word.top) / word.size - _UP) <= _OFF else word


def _signs(word: SeenWord, ink: Mask) -> Iterator[SeenWord]:
    """The word, its signs told by their ink: a wave that is a dash, a colon that is something else or stands before."""
    if word.text == "~" and _is_dash(word, ink):
        yield word._replace(text="–")
    elif word.text[-1] == ":" and _has_tail(word, ink):
        yield word._replace(text=f"{word.text[:-1]};")
    elif word.text in _LIKE_COLON and _is_colon(word, ink):
        yield word._replace(text=":")
    elif word.text[0] in _LIKE_COLON and word.text[-1] != ":" and len(word.text) > 1:
        yield from _behind_colon(word, ink)
    else:
        yield word


def _behind_colon(word: SeenWord, ink: Mask) -> Iterator[SeenWord]:
    """The word, apart from the colon that was read as its first letter."""
    columns = runs(_ink_of(word, ink).any(axis=0), 0)
    left = max(int(word.x0), 0)
    first = word._replace(text=":", x1=float(left + columns[0][1])) if len(columns) > 1 else None
    if first is not None and _is_colon(first, ink):
        yield first
        word = word._replace(text=word.text[1:], x0=float(left + columns[1][0]))
    yield word


def _has_tail(word: SeenWord, ink: Mask) -> bool:
    """Whether the last of its ink, two dots above each other, goes on below the baseline."""
    area = _ink_of(word, ink)
    columns = runs(area.any(axis=0), 0)
    dots = runs(area[:, columns[-1][0] : columns[-1][1]].any(axis=1), 0) if columns else []
    return len(dots) == 2 and max(int(word.top), 0) + dots[1][1] - word.base >= _TAIL * word.size


def _is_colon(word: SeenWord, ink: Mask) -> bool:
    """Whether its ink is two dots above each other."""
    dots = runs(_ink_of(word, ink).any(axis=1), 0)
    if len(dots) != 2 or word.x1 - word.x0 > _WIDE_DOT * word.size:
        return False
    high = max(end - start for start, end in dots) / word.size
    apart = (dots[1][0] - dots[0][1]) / word.size
    return high <= _HIGH_DOT and apart >= _BETWEEN_DOTS


def _measured(line: list[SeenWord]) -> list[SeenWord]:
    """The line with the size that its letters show: the engine's is off where they are few, or of two columns."""
    sizes = [size for word in line if (size := _size(word))]
    return [word._replace(size=median(sizes)) for word in line] if len(sizes) >= _FEWEST_SIZES else line


def _size(word: SeenWord) -> float | None:
    """The font size that the height of a word tells; None where it has too few letters."""
    if sum(char.isalnum() for char in word.text) < 3:
        return None
    high = _UP if any(char in _TALL for char in word.text) else _LOW
    return (word.bottom - word.top) / (high + (_DOWN if any(char in _DEEP for char in word.text) else 0.0))


def _sized(word: SeenWord, usual: float) -> SeenWord:
    return word._replace(size=usual) if abs(word.size - usual) <= _SAME_SIZE * usual else word


def aligned(words: Sequence[SeenWord]) -> list[SeenWord]:
    """The words, those that start a line or come after a gap moved to where others near by start."""
    begins = [
        at == 0 or word.line != words[at - 1].line or word.x0 - words[at - 1].x1 > _NEW_START * word.size
        for at, word in enumerate(words)
    ]
    starts = sorted(word.x0 for word, begin in zip(words, begins, strict=True) if begin)
    return [_moved(word, starts) if begin else word for word, begin in zip(words, begins, strict=True)]


def _moved(word: SeenWord, starts: Sequence[float]) -> SeenWord:
    """The word moved to the middle of the starts near by, where they are enough."""
    reach = _NEAR_START * word.size
    near = starts[bisect_left(starts, word.x0 - reach) : bisect_right(starts, word.x0 + reach)]
    return word._replace(x0=min(median(near), word.x1 - 1)) if len(near) >= _FEWEST_STARTS else word


def _parted(word: SeenWord) -> Iterator[SeenWord]:
    """The word, or the number and the words that it runs together."""
    word = word._replace(text=word.text.replace("—", "–"))  # the engine knows one dash only
    match = _RUN_TOGETHER.fullmatch(word.text)
    cuts = [match.start(group) for group in (2, 3, 5) if match.start(group) > 0] if match else []
    wide = (word.x1 - word.x0) / max(len(word.text), 1)
    for start, end in zip([0, *cuts], [*cuts, len(word.text)], strict=True):
        left, right = word.x0 + start * wide, word.x0 + end * wide
        yield word._replace(text=word.text[start:end], x0=left, x1=right)


# --- columns ---------------------------------------------------------------------------------------------------------


def in_columns(words: list[SeenWord]) -> list[SeenWord]:
    """The words in the order that a file would have them: where a white gutter parts long text, left side first."""
    rows = _rows(words)
    if len(rows) < _FEWEST_ROWS:
        return words
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    starts = sorted({word.x0 for row in rows for word in row if 0.35 < (word.x0 - left) / (right - left) < 0.65})
    best: tuple[int, int, float] = (0, 0, 0.0)
    for gutter in starts[:: max(1, len(starts) // 60)]:
        start, end = _open_rows(rows, gutter)
        if end - start > best[1] - best[0]:
            best = start, end, gutter
    start, end, gutter = best
    if end - start < _FEWEST_ROWS:
        return words
    inside = [word for row in rows[start:end] for word in row]
    sides = [[word for word in inside if (word.x0 >= gutter) == right] for right in (False, True)]
    before, after = ([word for row in part for word in row] for part in (rows[:start], rows[end:]))
    return [*before, *sides[0], *sides[1], *after]


def _rows(words: Sequence[SeenWord]) -> list[list[SeenWord]]:
    rows: list[list[SeenWord]] = []
    for word in sorted(words, key=lambda word: word.base):
        if rows and word.base - rows[-1][0].base <= _SAME_ROW * word.size:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.x0) for row in rows]


def _open_rows(rows: Sequence[Sequence[SeenWord]], gutter: float) -> tuple[int, int]:
    """The longest stretch of rows that leave the gutter white and have enough words on both sides."""
    best, start = (0, 0), 0
    for at in range(len(rows) + 1):
        if at == len(rows) or not _is_open(rows[at], gutter):
            sides = [_full_rows(rows[start:at], gutter, right) for right in (False, True)]
            if min(sides) >= _FEWEST_ROWS and at - start > best[1] - best[0]:
                best = start, at
            start = at + 1
    return best


def _is_open(row: Sequence[SeenWord], gutter: float) -> bool:
    at = bisect_right([word.x0 for word in row], gutter - 1)
    return at == 0 or gutter - row[at - 1].x1 >= _GUTTER * row[at - 1].size


def _full_rows(rows: Sequence[Sequence[SeenWord]], gutter: float, right: bool) -> int:
    return sum(sum((word.x0 >= gutter - 1) == right for word in row) >= _FEWEST_WORDS for row in rows)
