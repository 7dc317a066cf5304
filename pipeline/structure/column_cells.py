"""What the cells of a column say below its title: days, words, nothing."""

import re
from collections.abc import Callable
from functools import cache

from notula.models.blocks import Grid
from notula.pipeline.lexicon import Lexicon

MARKS = "vVxX√✓✔☑•●*"
_MARK = re.compile(rf"[{MARKS}–—-]|[A-Z]{{1,2}}(?:\s*[/,&+]\s*[A-Z]{{1,2}})?")


def tells(grid: Grid, index: int, column: int, lexicon: Lexicon) -> bool:
    """Whether the cells of a column say something in words, beside those that say that there is nothing."""
    filled = [text for cell in filled_cells(grid, index, column) if (text := cell.strip(" -–—•*.\n"))]
    day = names_day(lexicon)
    worded = [text for text in filled if text[:1].isalpha() and not day(" ".join(text.split()[:2]))]
    return any(" " in text for text in worded) and len(worded) * 2 > len(filled)


def filled_cells(grid: Grid, index: int, column: int) -> list[str]:
    """What the cells of a column say below the row of titles."""
    return [row[column].text for row in grid.rows[index + 1 :] if row[column].text.strip() and not row[column].derived]


def is_marked(grid: Grid, index: int, column: int) -> bool:
    """Whether the cells of a column hold nothing but a mark or a letter ("v", "x", "✓", "P"), one at least."""
    cells = filled_cells(grid, index, column)
    return bool(cells) and all(_MARK.fullmatch(text.strip()) for text in cells)


def holds_days(grid: Grid, index: int, column: int, lexicon: Lexicon) -> bool:
    """Whether most cells of a column name days."""
    cells = filled_cells(grid, index, column)
    return bool(cells) and sum(map(names_day(lexicon), cells)) * 2 > len(cells)


@cache
def names_day(lexicon: Lexicon) -> Callable[[str], bool]:
    """Says of a cell whether it names a day, a month or a weekday."""
    calendar = lexicon.calendar
    words = [word for names in (*calendar.months.values(), *calendar.weekdays.values()) for word in names]
    spelt = "|".join(re.escape(word).replace("'", "['’]?") for word in words)
    found = re.compile(rf"\bH ?[-+] ?\d|\d[/-]\d|\b(?:{spelt})\b", re.IGNORECASE)
    return lambda text: found.search(text) is not None
