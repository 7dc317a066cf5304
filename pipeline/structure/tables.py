"""Tables that go on over a page break are joined: a title row said again is left out, a row that was cut is whole."""

from dataclasses import dataclass, field, replace

from notula.models.source import Cell, Line, Table
from notula.pipeline.read.lines import lines_in, text_in
from notula.pipeline.text import key

Content = Line | Table
_SAME = 6.0  # points
_FEWEST_COLUMNS = 3


def join_tables(content: tuple[Content, ...]) -> tuple[Content, ...]:
    """The content with each table that continues on the next page in one piece.

    A table continues when nothing but a page break stands between it and one of as many columns at the same edges
    (6 points), or of the same title row; without rules it is where the columns start that tells.
    """
    joined: list[Line | _Long] = []
    for piece in content:
        before = joined[-1] if joined else None
        if isinstance(piece, Line):
            joined.append(piece)
        elif isinstance(before, _Long) and before.continues_in(piece):
            before.add(piece)
        else:
            joined.append(_Long.of(piece))
    return tuple(piece.whole() if isinstance(piece, _Long) else piece for piece in joined)


@dataclass(slots=True)
class _Long:
    """A table and what later pages add to it.

    ``page`` is the last it stands on, ``blank`` how many cells of its first column are empty, ``last`` where in
    ``cells`` those of its last row are, by column.
    """

    first: Table
    cells: list[Cell]
    rows: int
    page: int
    blank: int = 0
    last: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, table: Table) -> "_Long":
        """The table of a page."""
        long = cls(table, [], 0, table.box.page if table.box else 0)
        long._take(table, 0)
        return long

    def continues_in(self, after: Table) -> bool:
        """Whether a table is the next page's part of this one."""
        box = self.first.box
        if box is None or after.box is None or self.first.columns != after.columns or after.box.page != self.page + 1:
            return False
        same_edges = abs(box.x0 - after.box.x0) <= 6 and abs(box.x1 - after.box.x1) <= 6
        same_edges = same_edges or (not (self.first.ruled or after.ruled) and _start_alike(self.first, after))
        return same_edges or _row_key(self.first, 0) == _row_key(after, 0)

    def add(self, after: Table) -> None:
        """Puts the rows of the next page below these."""
        title = _row_key(self.first, 0)
        repeated = 1 if title and title == _row_key(after, 0) else 0
        broken = self._goes_on(after, repeated)
        for cell in after.cells if broken else ():
            if cell.row == repeated and cell.content and cell.column in self.last:
                at = self.last[cell.column]
                self.cells[at] = replace(self.cells[at], content=(*self.cells[at].content, *cell.content))
        self._take(after, repeated + broken)

    def whole(self) -> Table:
        """The table with all that was added."""
        cells = (
            replace(cell, content=join_tables(cell.content)) if len(cell.content) > 1 else cell for cell in self.cells
        )
        return replace(self.first, cells=tuple(cells), rows=self.rows)

    def _take(self, table: Table, first: int) -> None:
        """Adds the rows of a table from one on."""
        shift, self.rows = self.rows - first, self.rows + table.rows - first
        lines = (line for cell in table.cells for line in lines_in(cell.content))
        self.page = max([self.page, *(line.box.page for line in lines if line.box)])
        if table.rows > first:
            self.last = {}
        for cell in table.cells:
            if cell.row >= first:
                self.blank += cell.column == 0 and not text_in(cell)
                if cell.row == table.rows - 1:
                    self.last[cell.column] = len(self.cells)
                self.cells.append(replace(cell, row=cell.row + shift) if shift else cell)

    def _goes_on(self, after: Table, row: int) -> bool:
        """Whether a row of the next page is the rest of the last one here, which the page break cut.

        Then it says something only where the last row does, and either nothing in a first column that is filled
        everywhere else or everything in the middle of a sentence.
        """
        rest = {cell.column: text for cell in after.cells if cell.row == row and (text := text_in(cell))}
        if not rest or not all(column in self.last and text_in(self.cells[self.last[column]]) for column in rest):
            return False
        if all(text[0].islower() for text in rest.values()):
            return True
        return 0 not in rest and self.blank + sum(not text_in(cell) for cell in after.cells if cell.column == 0) == 1


def _start_alike(one: Table, two: Table) -> bool:
    """Whether three columns at least start at the same places in two tables, none of them of colons."""
    starts, others = _starts(one), _starts(two)
    alike = starts.keys() == others.keys() and all(abs(starts[at] - others[at]) <= _SAME for at in starts)
    return alike and len(starts) >= _FEWEST_COLUMNS and not any(text_in(cell) == ":" for cell in one.cells)


def _starts(table: Table) -> dict[int, float]:
    """Where the columns that hold anything start, in points."""
    found: dict[int, float] = {}
    for cell in table.cells:
        for line in lines_in(cell.content):
            if line.box is not None:
                found[cell.column] = min(line.box.x0, found.get(cell.column, line.box.x0))
    return found


def _row_key(table: Table, row: int) -> str:
    return "|".join(key(text_in(cell)) for cell in table.cells if cell.row == row)

