"""Tables under a heading of decisions whose column of decisions no known title tells.

- The last column whose title would head a section of decisions ("Putusan majelis", "Apa yang disepakati") holds them;
- else the one that says something, where all others hold numbers, names of topics, of people and the like.
"""

import re
from collections.abc import Iterator

from notula.models.blocks import Block, Grid, GridCell
from notula.models.sections import SectionKind
from notula.pipeline.extract.blanks import is_placeholder
from notula.pipeline.extract.scope import Scope
from notula.pipeline.structure.column_titles import title_roles
from notula.pipeline.structure.columns import Columns, read_columns
from notula.pipeline.structure.wording import normal

_NUMBER = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]{0,2})?\s*", re.IGNORECASE)
_TITLE = 6  # words of a title, at most
_BESIDE, _TOLD = 3.0, 4.0  # words of a cell beside the decisions, at most, and of a decision, at least, on average
_NO_DECISION = ("number", "remark", "name", "owner", "due", "priority", "attendance", "signature")


def decided_cells(grid: Grid, scope: Scope) -> Iterator[Block]:
    """What the rows of such a table say; nothing of a table whose columns are known."""
    columns = read_columns(grid, scope.lexicon)
    if columns and (columns.kind != "other" or columns.mixed or columns.at("decision") is not None):
        return
    column, header = _titled(grid, scope), 1
    if column is None:
        header = columns.header if columns else int(grid.header > 0 or _has_titles(grid))
        column = _telling(grid.rows[header:], columns)
    for row in grid.rows[header:]:
        if column is not None and not row[column].derived:
            yield from (block for block in row[column].blocks if not is_placeholder(block.text))


def _titled(grid: Grid, scope: Scope) -> int | None:
    """The last column whose title names decisions."""
    titles = [cell.text.strip() if not cell.derived else "" for cell in grid.rows[0]]
    named = [
        at
        for at, title in enumerate(titles)
        if 0 < len(title.split()) <= _TITLE
        if "decision" in title_roles(scope.lexicon, normal(title))
        or scope.labels.words.kind(title) is SectionKind.AGREEMENTS
    ]
    return named[-1] if named and len(grid.rows) > 1 else None


def _has_titles(grid: Grid) -> bool:
    """Whether the first row has the looks of titles: all short, over a longer text."""
    first, *below = grid.rows
    short = all(0 < len(cell.text.split()) <= _TITLE and not cell.text.rstrip().endswith(".") for cell in first)
    return short and any(len(cell.text.split()) > _TITLE for row in below for cell in row)


def _telling(rows: tuple[tuple[GridCell, ...], ...], columns: Columns | None) -> int | None:
    """The column that says something beside others that only name or number it."""
    words = [sum(len(cell.text.split()) for cell in cells) / len(rows) for cells in zip(*rows, strict=True)]
    roles = columns.roles if columns else {}
    free = [at for at in range(len(words)) if roles.get(at) not in _NO_DECISION]
    told = max(free, key=lambda at: words[at], default=None)
    if told is None:
        return None
    if all(_NUMBER.fullmatch(cell.text) for row in rows for at, cell in enumerate(row) if at != told):
        return told
    beside = (count for at, count in enumerate(words) if at in free and at != told)
    return told if words[told] >= _TOLD and all(count <= _BESIDE for count in beside) else None
