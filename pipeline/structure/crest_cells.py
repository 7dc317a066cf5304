"""Cells at the side of a form that hold a letterhead or a crest: set above the form, as lines.

Forms of hospitals, schools and quality systems have the institution's name or its crest in a cell of its own that is
merged over the rows of labels. It tells nothing of any of these rows, and would shift their labels by a column.
"""

import itertools
from collections.abc import Iterator
from dataclasses import replace

from notula.models.source import Cell, Line, Table
from notula.pipeline.structure.header_forms import is_header_form
from notula.pipeline.structure.labels import Labels

Content = Line | Table

_FEWEST_ROWS = 3  # of labels and values beside such a cell
_FEWEST_COLUMNS = 3
_MOST_LINES = 6  # in such a cell


def set_crests_above(content: tuple[Content, ...], labels: Labels) -> tuple[Content, ...]:
    """The content with such cells as lines above their forms; what stands in the form below them stays in it."""
    pieces = (_apart(piece, labels) if isinstance(piece, Table) else (piece,) for piece in content)
    return tuple(itertools.chain.from_iterable(pieces))


def _apart(table: Table, labels: Labels) -> tuple[Content, ...]:
    crests = [cell for cell in table.cells if _may_hold_crest(cell, table, labels)]
    if not crests:
        return (table,)
    rows = min(cell.rows for cell in crests)
    form = _without(table, crests, rows)
    if any(cell.rows != rows for cell in crests) or not is_header_form(form, labels):
        return (table,)
    lines = (piece for cell in crests for piece in cell.content if isinstance(piece, Line) and piece.text.strip())
    return (*lines, form, *_below(table, rows))


def _may_hold_crest(cell: Cell, table: Table, labels: Labels) -> bool:
    """Whether a cell at the side of a table spans the first rows of labels and holds lines that label nothing."""
    at_side = cell.column == 0 or cell.column + cell.columns == table.columns
    if cell.row or cell.rows < _FEWEST_ROWS or not at_side or table.columns - cell.columns < _FEWEST_COLUMNS - 1:
        return False
    lines = [piece for piece in cell.content if isinstance(piece, Line)]
    return len(lines) == len(cell.content) <= _MOST_LINES and not any(labels.opening(line.text) for line in lines)


def _without(table: Table, crests: list[Cell], rows: int) -> Table:
    """The first rows of a table without the columns of the cells at its side."""
    left = sum(cell.columns for cell in crests if cell.column == 0)
    gone = sum(cell.columns for cell in crests)
    cells = (cell for cell in table.cells if cell.row < rows and cell not in crests)
    kept = tuple(replace(cell, column=cell.column - left) for cell in cells)
    return replace(table, cells=kept, rows=rows, columns=table.columns - gone)


def _below(table: Table, rows: int) -> Iterator[Table]:
    """What stands in a table below its first rows."""
    cells = tuple(replace(cell, row=cell.row - rows) for cell in table.cells if cell.row >= rows)
    if cells:
        yield replace(table, cells=cells, rows=table.rows - rows, header_rows=0)
