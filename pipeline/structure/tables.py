"""Tables that go on over a page break are joined: a title row said again is left out, a row that was cut is whole."""

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
    broken = _goes_on(before, after, repeated)
    first, shift = (repeated + 1, before.rows - repeated - 1) if broken else (repeated, before.rows - repeated)
    more = tuple(replace(cell, row=cell.row + shift) for cell in after.cells if cell.row >= first)
    own = {cell.column: cell.content for cell in after.cells if cell.row == repeated} if broken else {}
    kept = tuple(
        replace(cell, content=(*cell.content, *own[cell.column]))
        if cell.row == before.rows - 1 and own.get(cell.column)
        else cell
        for cell in before.cells
    )
    return replace(before, cells=kept + more, rows=shift + after.rows)


def _goes_on(before: Table, after: Table, row: int) -> bool:
    """Whether a row of the next page is the rest of the last one here, which the page break cut.

    Then it says something only where the last row does, and either nothing in a first column that is filled everywhere
    else or everything in the middle of a sentence.
    """
    last = {cell.column: _text(cell) for cell in before.cells if cell.row == before.rows - 1}
    rest = {cell.column: text for cell in after.cells if cell.row == row and (text := _text(cell))}
    if not rest or not all(last.get(column) for column in rest):
        return False
    if all(text[0].islower() for text in rest.values()):
        return True
    first = [cell for cell in (*before.cells, *after.cells) if cell.column == 0]
    return 0 not in rest and sum(not _text(cell) for cell in first) == 1


def _text(cell: Cell) -> str:
    return " ".join(line.text for line in _lines(cell)).strip()


def _row_key(table: Table, row: int) -> str:
    return "|".join(key(_text(cell)) for cell in table.cells if cell.row == row)


def _lines(cell: Cell) -> list[Line]:
    return [piece for piece in cell.content if isinstance(piece, Line)]
