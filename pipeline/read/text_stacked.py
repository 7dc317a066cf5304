"""Tables whose cells stand below each other in plain text, a line each, as word processors export them.

The titles begin with that of a column of numbers, and their count is the width of the table. Empty cells are blank
lines, so each row has as many lines as there are titles, and the numbers 1, 2, 3 prove it: two rows of three at least
have no other length. Where a row has more lines, one of its cells has several; which one, the other rows tell. Where
a blank line parts each title from the next, it parts each cell from the next too, and an empty cell takes two of them.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import mean

from notula.pipeline.read.text_rows import Piece, Row, is_number
from notula.pipeline.read.text_tables import Printed, TextTable, in_vain

_NUMBERS = re.compile(r"(?:no|nomor|nr)\.?", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,3})[.)]?")
_WIDTHS = range(3, 13)
_LONGEST = 60  # characters of a title
_MOST_LINES = 2_000  # of a table
_EMPTY = 3  # cells at least that a row without a number leaves empty below the last one
_MOST_ROWS = 4  # rows, or their lines, without a number of their own below one

Cells = list[str]


class StackFinder:
    """Finds such tables in lines; see ``in_vain``."""

    def __init__(self, lines: Sequence[Printed]) -> None:
        self._lines, self._spare = lines, in_vain(lines)

    def at(self, at: int) -> TextTable | None:
        """The table that starts at a line with the title of its numbers; None where none does."""
        if not _NUMBERS.fullmatch(self._lines[at].text.strip()) or self._spare <= 0:
            return None
        cells, places = _unfolded(self._lines, at)
        width = next((column for column in _WIDTHS if _is_key(cells, column)), 0)
        if width and all(cells[:width]) and max(map(len, cells[:width])) <= _LONGEST:
            starts = _starts(cells, width)
            end = min(_end(cells, starts[-1], width), len(cells))
            if rows := _table([cells[start:stop] for start, stop in pairwise([*starts, end])], width):
                titles = [[Piece(0, text)] for text in cells[:width]]
                return TextTable([titles, *rows], width, places[max(at for at in range(end) if cells[at])] + 1)
        self._spare -= len(cells)
        return None


def _table(chunks: Sequence[Cells], width: int) -> list[Row]:
    """The rows of the lines from each number to the next; none where too many have another length."""
    known = [chunk for chunk in chunks if len(chunk) == width]
    if any(len(chunk) < width for chunk in chunks[:-1]):
        return []  # which of its cells are gone, the titles tell
    if len(chunks) < 2 or not known or 3 * sum(_is_whole(chunk, width) for chunk in chunks) < 2 * len(chunks):
        return []
    usual = list(zip(*known, strict=True))
    return [[_pieces(cell) for cell in row] for chunk in chunks for row in _rows(chunk, usual)]


def _unfolded(lines: Sequence[Printed], at: int) -> tuple[Cells, list[int]]:
    """The lines from one on, blank ones as empty cells, and which line each is."""
    cells, places = [lines[at].text.strip()], [at]
    apart = lines[at + 1].blank == 1 if at + 1 < len(lines) else False
    for number in range(at + 1, min(at + _MOST_LINES, len(lines))):
        line = lines[number]
        empty = line.blank // 2 if apart else line.blank
        cells += [*[""] * empty, line.text.strip()]
        places += [number] * (empty + 1)
    return cells, places


def _number(cells: Cells, at: int) -> int | None:
    found = _NUMBER.fullmatch(cells[at]) if at < len(cells) else None
    return int(found[1]) if found else None


def _is_key(cells: Cells, at: int) -> bool:
    """Whether a cell holds the number of a row (``1``, ``A``, ``2.3``) and nothing else."""
    return at < len(cells) and " " not in cells[at] and is_number(cells[at])


def _starts(cells: Cells, width: int) -> list[int]:
    """Where the rows with a number start: as many lines on as there are columns, else where the next number stands."""
    starts = [width]
    while True:
        here, number = starts[-1], _number(cells, starts[-1])
        rows = range(here + width, here + _MOST_ROWS * width + 1, width)
        if number:
            places = [*rows, *range(here + 2, here + _MOST_ROWS * width)]
            below = next((at for at in places if _number(cells, at) == number + 1), 0)
        else:
            below = next((at for at in rows if at < len(cells) and cells[at]), 0)
        if not below or not _is_key(cells, below):
            return starts
        starts.append(below)


def _end(cells: Cells, start: int, width: int) -> int:
    """Where the last row ends; rows below it that leave the number and more cells empty are of the table too."""
    end = start + width
    while end + width <= len(cells) and not any(cells[end : end + _EMPTY]) and any(cells[end + _EMPTY : end + width]):
        end += width
    return end


def _is_whole(chunk: Cells, width: int) -> bool:
    """Whether lines are one row, or several of which the first alone has a number."""
    return len(chunk) % width == 0 and not any(chunk[width::width])


def _rows(chunk: Cells, usual: Sequence[Sequence[str]]) -> list[list[Cells]]:
    """The rows of the lines from one number to the next; ``usual`` are the cells of each column in other rows."""
    width, more = len(usual), len(chunk) - len(usual)
    if more < 0 or _is_whole(chunk, width):
        return [[[text] for text in chunk[start : start + width]] for start in range(0, len(chunk), width)]
    tries = [[*chunk[:at], "\n".join(chunk[at : at + more + 1]), *chunk[at + more + 1 :]] for at in range(1, width)]
    best = min(tries, key=lambda row: sum(map(_strangeness, row, usual)))
    return [[cell.split("\n") for cell in best]]


def _strangeness(cell: str, column: Sequence[str]) -> float:
    """How unlike those of other rows the lines of a cell are: by their length and by whether they have digits."""
    filled = [text for text in column if text] or [""]
    usual, digits = mean(map(len, filled)), mean(map(_has_digit, filled))
    lines = cell.split("\n")
    return mean(abs(len(text) - usual) / (len(text) + usual + 1) + abs(_has_digit(text) - digits) for text in lines)


def _has_digit(text: str) -> int:
    return any(map(str.isdigit, text))


def _pieces(cell: Cells) -> list[Piece]:
    return [Piece(0, text) for text in cell if text]
