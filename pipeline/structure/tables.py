"""Tables that go on over a page break are joined; a repeated title row is left out the second time."""

from dataclasses import replace

from notula.models.source import Cell, Line, Table
from notula.pipeline.text import key

Content = Line | Table


def join_tables(content: tuple[Content, ...]) -> tuple[Content, ...]:
    """The content with each table that continues on the next page in one piece.

    A table continues when nothing but a page break stands between it and one of as many columns at the same edges
    (6 points), or of the same title row.
    """
    joined: list[Content] = []
    for piece in content:
        before = joined[-1] if joined else None
        if isinstance(piece, Table) and isinstance(before, Table) and _continues(before, piece):
            joined[-1] = _join(before, piece)
        else:
            joined.append(piece)
    return tuple(joined)


def _continues(before: Table, after: Table) -> bool:
    if before.box is None or after.box is None or before.columns != after.columns:
        return False
    last = max((line.box.page for cell in before.cells for line in _lines(cell) if line.box), default=before.box.page)
    if after.box.page != last + 1:
        return False
    same_edges = abs(before.box.x0 - after.box.x0) <= 6 and abs(before.box.x1 - after.box.x1) <= 6
    return same_edges or _row_key(before, 0) == _row_key(after, 0)


def _join(before: Table, after: Table) -> Table:
    repeated = 1 if _row_key(before, 0) and _row_key(before, 0) == _row_key(after, 0) else 0
    shift = before.rows - repeated
    more = tuple(replace(cell, row=cell.row + shift) for cell in after.cells if cell.row >= repeated)
    return replace(before, cells=before.cells + more, rows=before.rows + after.rows - repeated)


def _row_key(table: Table, row: int) -> str:
    return "|".join(key(" ".join(line.text for line in _lines(cell))) for cell in table.cells if cell.row == row)


def _lines(cell: Cell) -> list[Line]:
    return [piece for piece in cell.content if isinstance(piece, Line)]
