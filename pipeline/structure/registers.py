"""A table with one meeting a row ("Tanggal | Agenda | Peserta | Hasil | Tindak Lanjut | PIC"): each row as minutes.

- It is one where a column is headed as the date and another as the agenda or those present, and at least two rows hold
  a date in that column.
- A row becomes a form of its header's columns and a small table of what was decided and is to be done; the lines above
  the table go before each.
- Where the cells of that small table hold equally many lines, each line is a row of its own.
"""

import re
from collections.abc import Iterator

from notula.models.sections import SectionKind
from notula.models.source import Cell, Line, Table
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.columns import title_roles
from notula.pipeline.structure.labels import ROSTER, Labels, normal

Content = Line | Table

DATE = re.compile(
    r"\b\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})\b|\b\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\b|\b\d{4}-\d{2}-\d{2}\b"
)
_DONE = {"decision", "action", "owner", "due", "status"}
_FEWEST = 2  # meetings


def split_register(content: tuple[Content, ...], labels: Labels, lexicon: Lexicon) -> tuple[tuple[Content, ...], ...]:
    """The content of each meeting of a register, in order; empty where the content holds none."""
    tables = [(at, piece) for at, piece in enumerate(content) if isinstance(piece, Table)]
    for at, table in tables:
        titles = {cell.column: cell for cell in table.cells if cell.row == 0 and cell.columns == 1}
        rows = [_row(table, number) for number in range(1, table.rows)]
        date = next((column for column, cell in titles.items() if labels.field(_text(cell)) == "date"), None)
        dated = [row for row in rows if date is not None and date in row and DATE.search(_text(row[date]))]
        kinds = {labels.kind(_text(cell)) for cell in titles.values()}
        if len(dated) >= _FEWEST and len(dated) == len(rows) and kinds & {SectionKind.AGENDA, SectionKind.ATTENDEES}:
            above: tuple[Content, ...] = tuple(piece for piece in content[:at] if isinstance(piece, Line))
            below = content[at + 1 :]
            listed = _listed(titles, labels, lexicon)
            parts: list[tuple[Content, ...]] = [(*above, *_minutes(titles, listed, row)) for row in dated]
            return (*parts[:-1], parts[-1] + below)
    return ()


def _row(table: Table, number: int) -> dict[int, Cell]:
    """The filled cells of a row by their columns."""
    return {cell.column: cell for cell in table.cells if cell.row == number and _text(cell)}


def _text(cell: Cell) -> str:
    return " ".join(piece.text for piece in cell.content if isinstance(piece, Line)).strip()


def _listed(titles: dict[int, Cell], labels: Labels, lexicon: Lexicon) -> tuple[int, ...]:
    """The columns of what was decided and is to be done; none where there is no column of tasks."""
    roles = {column: title_roles(lexicon, normal(_text(cell))) for column, cell in titles.items()}
    header = {
        column
        for column, cell in titles.items()
        if labels.field(_text(cell)) not in (None, "ignore") or labels.kind(_text(cell)) in ROSTER
    }
    found = tuple(column for column in titles if column not in header and roles[column] & _DONE)
    return found if any("action" in roles[column] for column in found) else ()


def _minutes(titles: dict[int, Cell], listed: tuple[int, ...], row: dict[int, Cell]) -> Iterator[Table]:
    """A row as the form of its header and the table of its decisions and tasks."""
    head = [column for column in titles if column not in listed and column in row and not _text(row[column]).isdigit()]
    yield _table([[titles[column].content, row[column].content] for column in head])
    kept = [column for column in listed if column in row]
    if kept:
        yield _table([[titles[column].content for column in kept], *_lines([row[column].content for column in kept])])


def _lines(cells: "list[tuple[Content, ...]]") -> "list[list[tuple[Content, ...]]]":
    """The cells of a row line by line where several hold equally many lines; single lines stay in the first."""
    most = max(map(len, cells))
    if most == 1 or sum(len(cell) == most for cell in cells) < 2 or any(len(cell) not in (1, most) for cell in cells):
        return [cells]
    return [[cell[at : at + 1] for cell in cells] for at in range(most)]


def _table(rows: "list[list[tuple[Content, ...]]]") -> Table:
    cells = tuple(Cell(at, column, content) for at, row in enumerate(rows) for column, content in enumerate(row))
    return Table(cells, len(rows), max((len(row) for row in rows), default=0))
