"""Tables that plain text sets with spaces: columns with white between them that all of their lines keep free.

A wrong table is worse than lines with gaps, so only what is sure becomes one: it starts at a line of three parts or
more, gaps of two spaces or more between them, and goes on while no line fills one of these gaps in all its width. Three
rows or more have cells in three columns.
"""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise, takewhile, zip_longest
from typing import NamedTuple

from notula.pipeline.read.text_numbers import numbers_apart
from notula.pipeline.read.text_rows import Cells, Piece, Row, in_rows, is_number

_PART = re.compile(r"\S+(?: \S+)*")
NUMBERS = re.compile(r"\s*(?:no|nomor|nr)\b\.?(?:\s|$)", re.IGNORECASE)  # the title of a column of numbers
_FEWEST = 3  # columns, and rows with cells in as many
_MOST_BLANK = 2  # blank lines between two lines of a table
_MOST_LINES = 2_000  # on a page
_MOST_NUMBERED = 300  # lines of a table looked at for the numbers of its rows
_TITLES = 3  # lines of titles at most
_MOST_THIN = 12  # lines of a single part that follow each other

Span = tuple[int, int]


class Printed(NamedTuple):
    """A printed line: its characters as they stand, the blank lines before it, whether a page starts with it."""

    text: str
    blank: int = 0
    new_page: bool = False


class TextTable(NamedTuple):
    """A table: its rows, each with the printed lines of its cells; ``end`` is the line after it."""

    rows: list[Row]
    columns: int
    end: int


class _Found(NamedTuple):
    """What a page has of a table; ``starts`` are the places where its columns start.

    ``rest`` are lines above its rows that belong to the last row of the page before.
    """

    rows: list[Row]
    starts: Sequence[int]
    end: int
    rest: Sequence[Cells] = ()


class TableFinder:
    """Finds the tables in lines; see ``in_vain``."""

    def __init__(self, lines: Sequence[Printed]) -> None:
        self._lines, self._spare = lines, in_vain(lines)

    def at(self, at: int) -> TextTable | None:
        """The table that starts at a line, with what the next pages have of it; None where none starts."""
        found = self._on_page(at) or self._cut_off(at)
        if found is None:
            return None
        table = TextTable(found.rows, len(found.starts), found.end)
        while more := self._continuation(at, table):
            table.rows[-1] = _with_rest(table.rows[-1], more.rest)
            table.rows.extend(more.rows)
            table = table._replace(end=more.end)
        return table

    def _cut_off(self, at: int) -> _Found | None:
        """The few rows of a table at the foot of a page, with its titles again on top of the next; None where not."""
        found = self._on_page(at, 1)
        if found is None or not (top := _top(self._lines, found.end)):
            return None
        return found if _texts(top[0].text) == _texts(self._lines[at].text) else None

    def starts(self, at: int) -> bool:
        """Whether a table starts at a line."""
        return self._on_page(at) is not None

    def _on_page(self, at: int, full: int = _FEWEST) -> _Found | None:
        """The table of one page that starts at a line; ``full`` are the rows at least with cells in three columns."""
        titles = parts(self._lines[at].text)
        numbered = len(titles) >= _FEWEST - 1 and NUMBERS.match(self._lines[at].text)
        # "NO NAMA      HADIR KET": titles closer than columns make three parts only with their numbers apart.
        apart = self._apart(at) if numbered and self._spare > 0 else []
        if len(parts(apart[0].text) if apart else titles) < _FEWEST or self._spare <= 0:
            return None
        block = apart[: _extent(apart, 0)] if apart else self._lines[at : _extent(self._lines, at)]
        starts = _columns([line.text for line in block])
        rows, end = in_rows([_cells(line.text, starts) for line in block], [line.blank for line in block])
        if sum(1 for row in rows if sum(map(bool, row)) >= _FEWEST) < full or _is_list(rows):
            self._spare -= len(block)
            return None
        return _Found(rows, starts, at + end)

    def _apart(self, at: int) -> list[Printed]:
        """The lines from titles on with the numbers of rows parted from the rest; none where they are already."""
        texts = numbers_apart([line.text for line in self._lines[at : at + _MOST_NUMBERED]])
        if texts is None:
            return []
        return [line._replace(text=text) for line, text in zip(self._lines[at:], texts, strict=False)]

    def _continuation(self, start: int, table: TextTable) -> _Found | None:
        """The rows of as many columns on top of the next page, with or without the titles; None where there are none.

        What stands right above the first of them belongs to the last row of the page before.
        """
        titles, top = _texts(self._lines[start].text), _top(self._lines, table.end)
        for above, line in enumerate(top):
            again = _texts(line.text) == titles
            if more := self._on_page(table.end + above, 1 if again else _FEWEST):
                rest = [line.text for line in top[:above]]
                other = _texts(line.text)[0] == titles[0] and not again
                if other or len(more.starts) != table.columns or not _is_free(rest, more.starts):
                    return None
                below = _below(more.rows[0], table.rows[0]) if again else []
                cells = [_cells(text, more.starts) for text in rest]
                return more._replace(rows=more.rows[again:], rest=[*cells, *below])
        return _single_row([line.text for line in top], table) if top else None


def in_vain(lines: Sequence[Printed]) -> int:
    """How many lines may be looked at that make no table after all: bounded, so that no text takes very long."""
    return 3 * len(lines) + 1_000


def parts(text: str) -> list[Span]:
    """Where what stands between gaps of two spaces or more starts and ends; a line with a tab has no parts."""
    return [] if "\t" in text else [found.span() for found in _PART.finditer(text)]


def _texts(text: str) -> list[str]:
    return [text[start:end] for start, end in parts(text)]


def _is_list(rows: Sequence[Row]) -> bool:
    """Whether the first column holds the bullets of a list set in columns."""
    return all(len(piece.text) == 1 and not piece.text.isalnum() for row in rows for piece in row[0])


def _extent(lines: Sequence[Printed], at: int) -> int:
    """The line after the last that leaves some of each gap of the first line free.

    A line whose words stand in a gap but for single spaces may be one of text: it counts where it has wide gaps itself
    or a line without such words follows. A blank line ends the table where rows stand without one between them.
    """
    gaps = [dict.fromkeys(range(left[1], right[0]), 0) for left, right in pairwise(parts(lines[at].text))]
    end, thin = at + 1, 0
    packed = not any(line.blank for line in lines[at + 1 : at + 1 + _TITLES])
    for number in range(at + 1, min(at + _MOST_LINES, len(lines))):
        line, spans = lines[number], parts(lines[number].text)
        thin = thin + 1 if len(spans) < 2 else 0
        ended = line.new_page or line.blank > _MOST_BLANK or (line.blank and packed and not is_number(line.text))
        if not spans or ended or thin > _MOST_THIN or NUMBERS.match(line.text):
            break
        packed |= not line.blank and number > at + 1 and _starts_row(line) and _starts_row(lines[number - 1])
        gaps = [_left_free(line.text, gap, len(spans) >= _FEWEST) for gap in gaps]
        if not all(gaps):
            break
        if len(spans) >= _FEWEST or not any(_is_crossed(line.text, gap) for gap in gaps):
            end = number + 1
    return end


def _starts_row(line: Printed) -> bool:
    """Whether a line has parts enough for a row and begins none of them with a small letter."""
    spans = parts(line.text)
    return len(spans) >= _FEWEST and not any(line.text[start].islower() for start, _ in spans)


def _left_free(text: str, gap: dict[int, int], loose: bool) -> dict[int, int]:
    """The places of a gap that a line leaves free, with how many lines were a place out of line there: one at most."""
    found = {}
    for place, off in gap.items():
        if not text[place : place + 1].strip():
            found[place] = off
        elif loose and not off and " " in f"{text} "[place - 1 : place + 2]:
            found[place] = 1
    return found


def _is_crossed(text: str, gap: Collection[int]) -> bool:
    """Whether a line leaves no more of a gap than single spaces between its words."""
    return not any("  " in f" {text}  "[place : place + 3] or place >= len(text) for place in gap)


def _columns(texts: Sequence[str]) -> list[int]:
    """Where the columns start, with the white before them; a line in eight may be a place out of line."""
    width = max(map(len, texts)) + 1
    padded = [f" {text.ljust(width)} " for text in texts]
    filled = [sum(text[place] != " " for text in padded) for place in range(1, width + 1)]
    white = [not count for count in filled]
    for place in range(1, width - 1):
        alone = not any(filled[at] == 0 for at in (place - 1, place, place + 1))
        if alone and filled[place] <= len(texts) // 8:
            white[place] = all(" " in text[place : place + 3] for text in padded)
    edges = [place for place in range(1, width - 1) if white[place] and not white[place - 1]]
    starts = [0]
    for start, end in pairwise([*edges, width]):
        if _parts_columns(texts, starts[-1], start, end):
            starts.append(start)
    return starts


def _parts_columns(texts: Sequence[str], left: int, start: int, right: int) -> bool:
    """Whether the white at ``start`` parts two columns: lines fill both, and the gap is wide in one of four of them."""
    both = wide = 0
    for text in texts:
        _, before, after, _ = _slices(f" {text}", (left, start + 1, right + 1))
        if before.strip() and after.strip():
            both += 1
            wide += len(before) - len(before.rstrip()) + len(after) - len(after.lstrip()) > 1
    return both > 0 and 4 * wide >= both


def _slices(text: str, starts: Sequence[int]) -> list[str]:
    """A line cut where columns start, or at the white beside that."""
    cuts = [
        next((at for at in (start, start + 1, start - 1) if not text[at : at + 1].strip()), start) for start in starts
    ]
    return [text[left:right] for left, right in pairwise([0, *cuts, len(text)])]


def _cells(text: str, starts: Sequence[int]) -> list[Piece | None]:
    """What a line holds in each column."""
    inside = _slices(text, starts[1:])
    return [Piece(len(cell) - len(cell.lstrip()), cell.strip()) if cell.strip() else None for cell in inside]


def _top(lines: Sequence[Printed], at: int) -> list[Printed]:
    """The lines on top of the page that starts at a line, up to the first blank one; none where none starts."""
    if at >= len(lines) or not lines[at].new_page:
        return []
    below = takewhile(lambda line: not line.blank and not line.new_page, lines[at + 1 : at + _MOST_THIN])
    return [lines[at], *below]


def _single_row(texts: Sequence[str], table: TextTable) -> _Found | None:
    """The lines as a row of a part in each column; None where they are none."""
    starts = [0, *(start - 1 for start, _ in parts(texts[0])[1:])]
    if len(parts(texts[0])) != table.columns or not _is_free(texts, starts):
        return None
    columns = zip(*(_cells(text, starts) for text in texts), strict=True)
    return _Found([[[piece for piece in column if piece] for column in columns]], starts, table.end + len(texts))


def _is_free(texts: Sequence[str], starts: Sequence[int]) -> bool:
    """Whether lines leave the places free that columns start at."""
    return not any(text[start : start + 1].strip() for text in texts for start in starts[1:])


def _below(titles: Row, known: Row) -> list[Cells]:
    """What stands in a row of titles below the lines that the titles are known to have."""
    more = [cell[len(lines) :] for cell, lines in zip(titles, known, strict=True)]
    return list(zip_longest(*more))


def _with_rest(row: Row, rest: Sequence[Cells]) -> Row:
    """A row with the lines that belong to it."""
    return [[*cell, *filter(None, more)] for cell, *more in zip(row, *rest, strict=True)]
