"""Tables that plain text sets with tabs or upright bars, a row on each line, as spreadsheets and people write them.

The first line has three titles or more. A row has no more cells than there are titles; those left out at its end are
empty. Where tabs set columns below each other, several of them part two cells, and all rows have as many cells, as they
have between bars. A line without a tab or bar ends the table. Two rows prove it, or one behind the title of a column of
numbers.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from notula.pipeline.read.text_rows import Piece, Row, is_number
from notula.pipeline.read.text_tables import NUMBERS, Printed, TextTable

_TAB, _TABS, _BAR = re.compile(r"\t"), re.compile(r"\t+"), re.compile(r"\|")
_FEWEST = 3  # columns
_LONGEST = 60  # characters of a title
_NO_TITLE = re.compile(r".*[:,;?!]$|.*\d{2}|\W*$")  # labels, offices of those who sign, values
_MOST_BLANK = 1  # blank lines between two rows


def tabbed_table(lines: Sequence[Printed], at: int) -> TextTable | None:
    """The table that starts at a line of titles with tabs or bars between them; None where none does."""
    text = lines[at].text
    for gap in (_TAB, _TABS, _BAR) if "\t" in text or "|" in text else ():
        titles = _cells(lines[at], gap)
        if len(titles) < _FEWEST or not all(map(_is_title, titles)):
            continue
        numbered = NUMBERS.match(titles[0]) is not None
        below = (lines[place] for place in range(at + 1, len(lines)))
        rows = list(_rows(below, gap, len(titles), numbered))
        if len(rows) > (not numbered):
            return TextTable([_row(titles), *map(_row, rows)], len(titles), at + 1 + len(rows))
    return None


def _rows(lines: Iterable[Printed], gap: re.Pattern[str], width: int, numbered: bool) -> Iterator[list[str]]:
    """The cells of each row of a table as wide as that, up to the first line that is none."""
    for line in lines:
        cells = _cells(line, gap)
        if len(cells) < 2 or line.blank > _MOST_BLANK or line.new_page:
            return
        if len(cells) > width or (gap is not _TAB and len(cells) < width) or (numbered and not _is_numbered(cells)):
            return
        yield [*cells, *[""] * (width - len(cells))]


def _is_numbered(cells: Sequence[str]) -> bool:
    """Whether a row has its number, or an empty cell for it."""
    return not cells[0] or is_number(cells[0])


def _cells(line: Printed, gap: re.Pattern[str]) -> list[str]:
    text = line.text.strip().strip("|") if gap is _BAR else line.text
    return [cell.strip() for cell in gap.split(text)]


def _is_title(cell: str) -> bool:
    return len(cell) <= _LONGEST and _NO_TITLE.match(cell) is None


def _row(cells: Sequence[str]) -> Row:
    return [[Piece(0, cell)] if cell else [] for cell in cells]
