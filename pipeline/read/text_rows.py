"""The printed lines of a table in plain text put together to its rows.

Where blank lines part the rows, they do so for good. Else a row starts at its number (or as far above it as it goes on
below, where cells are centred); where there are no numbers, at each line that fills the first column.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_NUMBER = re.compile(r"[(\[]?(?:\d{1,3}|[A-Z]|[ivxIVX]{1,4})(?:\.\d{1,3})*[.)\]]?(?=\s|$)")
_TITLES = 3  # printed lines of a title row at most


class Piece(NamedTuple):
    """What a printed line holds in a column, and how far in it starts, white before the column included."""

    indent: int
    text: str


Cells = Sequence[Piece | None]
Row = list[list[Piece]]


def in_rows(lines: Sequence[Cells], blanks: Sequence[int]) -> tuple[list[Row], int]:
    """The rows of a table and how many of the lines are in it; ``blanks`` are the blank lines before each line."""
    numbers = _numbers(lines)
    starts = _spaced(lines, blanks)
    if starts:
        end = _last_row(lines, starts, numbers)
    else:
        end = _unbroken(lines, blanks, numbers)
        numbers = [at for at in numbers if at < end]
        starts = _centred(lines[:end], numbers)
        if not starts:
            starts = _at_their_first_line(lines[:end], numbers)
            if _hang(lines[:end], starts[1:]):
                return [], 0
    starts = [start for start in starts if start < end]
    return [_row(lines[start:stop]) for start, stop in pairwise([*starts, end])], end


def _row(lines: Sequence[Cells]) -> Row:
    return [[piece for piece in column if piece] for column in zip(*lines, strict=True)]


def is_number(text: str) -> bool:
    """Whether a line or cell begins with the number of a row."""
    return _NUMBER.match(text.lstrip()) is not None


def _is_number(piece: Piece | None) -> bool:
    return piece is not None and is_number(piece.text)


def _numbers(lines: Sequence[Cells]) -> list[int]:
    """The lines below the titles with a number in the first column; none where it holds much else."""
    filled = [at for at, cells in enumerate(lines) if at and cells[0]]
    found = [at for at in filled if _is_number(lines[at][0])]
    return found if len(found) >= 2 and 2 * len(found) >= len(filled) else []


def _spaced(lines: Sequence[Cells], blanks: Sequence[int]) -> list[int]:
    """The lines where rows start that blank lines part; none where several rows stand between two blank lines."""
    starts = [at for at in range(len(lines)) if not at or blanks[at]]
    rows = [lines[start:end] for start, end in pairwise([*starts, len(lines)])]
    several = any(sum(map(_is_whole, row)) > 1 or sum(_is_number(cells[0]) for cells in row) > 1 for row in rows)
    return [] if several or len(rows) < 3 else starts


def _is_whole(cells: Cells) -> bool:
    """Whether a line fills the first column and all others but one, and goes on nowhere with a small letter."""
    filled = [piece for piece in cells if piece]
    return bool(cells[0]) and len(filled) >= len(cells) - 1 and not any(piece.text[0].islower() for piece in filled)


def _last_row(lines: Sequence[Cells], starts: Sequence[int], numbers: Sequence[int]) -> int:
    """The line after the last row that is one: it has its number where rows have one, else more than a first cell."""
    end = len(lines)
    for start in reversed(starts):
        row = lines[start:end]
        if any(start <= at for at in numbers) if numbers else any(any(cells[1:]) for cells in row):
            break
        end = start
    return end


def _unbroken(lines: Sequence[Cells], blanks: Sequence[int], numbers: Sequence[int]) -> int:
    """The line after the last that no blank line parts from the rows above, but for one right below the titles."""
    titled = next((at for at in range(1, len(lines)) if _is_whole(lines[at])), len(lines))
    end = 1
    while end < len(lines) and (not blanks[end] or end <= titled or end in numbers):
        end += 1
    while end > 1 and not any(lines[end - 1][1:]) and not _goes_on(lines, end - 1):
        end -= 1
    return end


def _centred(lines: Sequence[Cells], numbers: Sequence[int]) -> list[int]:
    """The lines where rows start that go as far above their number as below it; none where they do not."""
    for titles in range(1, min(_TITLES, numbers[0]) + 1 if numbers else 1):
        starts = [titles]
        for number in numbers:
            starts.append(2 * number - starts[-1] + 1)
        above = [number - start for start, number in zip(starts, numbers, strict=False)]
        if starts[-1] == len(lines) and min(above) >= 0 and (min(above) or _hang(lines, numbers)):
            return [0, *starts[:-1]]
    return []


def _hang(lines: Sequence[Cells], starts: Sequence[int]) -> bool:
    """Whether cells begin below the first line of rows that would start at these lines, in more than one of four."""
    rows = [lines[start:end] for start, end in pairwise([*starts, len(lines)])]
    late = sum(any(any(column) and not column[0] for column in zip(*row, strict=True)) for row in rows)
    return 4 * late > len(rows)


def _at_their_first_line(lines: Sequence[Cells], numbers: Sequence[int]) -> list[int]:
    """The lines where rows start whose cells all begin at the top."""
    starts = [0]
    for at in range(1, len(lines)):
        begins = at in numbers if numbers else _opens(lines, at)
        if begins or _resumes(lines[starts[-1] : at], lines[at]):
            starts.append(at)
    return starts


def _opens(lines: Sequence[Cells], at: int) -> bool:
    """Whether a line begins a row of a table without numbers: it fills the first column, or all the others."""
    cells = lines[at]
    if cells[0]:
        return not _goes_on(lines, at)
    rest = [piece for piece in cells if piece]
    return len(rest) == len(cells) - 1 and all(piece.text[0].isupper() for piece in rest)


def _goes_on(lines: Sequence[Cells], at: int) -> bool:
    """Whether the first cell of a line goes on from the line above, where it is full or the word begins small."""
    first, above = lines[at][0], lines[at - 1][0]
    if first is None or above is None or 2 * sum(map(bool, lines[at])) > len(lines[at]) + 1:
        return False
    right = max(cells[0].indent + len(cells[0].text) for cells in lines if cells[0])
    room = right - above.indent - len(above.text)
    return first.text[0].islower() or room <= len(first.text.split(maxsplit=1)[0])


def _resumes(row: Sequence[Cells], cells: Cells) -> bool:
    """Whether a column whose text ended lines ago begins anew: a row below, whose other cells are those above."""
    if not any(piece and piece.text[0].isupper() for piece in cells[1:]):
        return False
    above = [[bool(piece) for piece in column] for column in zip(*row, strict=True)]
    return any(piece and any(filled) and not filled[-1] for piece, filled in zip(cells[1:], above[1:], strict=True))
