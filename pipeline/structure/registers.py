"""Tables of several meetings.

A register has a meeting a row ("Tanggal | Agenda | Peserta | Hasil | Tindak Lanjut | PIC"), each read as minutes:

- It is a register where a column is headed as the date and another as the agenda or those present, and at least two
  rows hold a date in that column; not below a line with the date of the meeting that such a table is a matrix of.
- A row becomes a form of its header's columns and a small table of what was decided and is to be done; the lines above
  the table go before each.
- Where the cells of that small table hold equally many lines, each line is a row of its own.

Minutes whole may stand side by side in the cells of one row: each cell is read after the other.

Forms of several meetings may be stacked in one table ("Pertemuan ke-1" over all columns, "Hari/Tanggal", "Tempat", ...,
"Pertemuan ke-2", ...): it is cut into a table for each.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from notula.models.sections import SectionKind
from notula.models.source import Cell, Line, Table
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.column_titles import title_roles
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.section_kinds import ROSTER
from notula.pipeline.structure.title_lines import labelled_field
from notula.pipeline.structure.wording import normal

Content = Line | Table

DATE = re.compile(
    r"\b\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})\b|\b\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\b|\b\d{4}-\d{2}-\d{2}\b"
)
_DONE = {"decision", "action", "owner", "due", "status"}
_SAID = (SectionKind.DISCUSSION, SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS)
_FEWEST = 2  # meetings
_HEAD = {"time", "place", "chair", "note_taker"}  # what stands below the date in a form
_MOST_COLUMNS = 4  # of a form: two pairs of label and value


def split_register(content: tuple[Content, ...], labels: Labels, lexicon: Lexicon) -> tuple[tuple[Content, ...], ...]:
    """The content of each meeting of a register, in order; empty where the content holds none."""
    tables = [(at, piece) for at, piece in enumerate(content) if isinstance(piece, Table)]
    for at, table in tables:
        titles = {cell.column: cell for cell in table.cells if cell.row == 0 and cell.columns == 1}
        rows = _rows(table)[1:]
        date = next((column for column, cell in titles.items() if labels.words.field(cell_text(cell)) == "date"), None)
        dated = [row for row in rows if date is not None and date in row and DATE.search(cell_text(row[date]))]
        kinds = {labels.words.kind(cell_text(cell)) for cell in titles.values()}
        if any(_is_dated(piece, labels) for piece in content[:at]):
            continue
        if len(dated) >= _FEWEST and len(dated) == len(rows) and kinds & {SectionKind.AGENDA, SectionKind.ATTENDEES}:
            above: tuple[Content, ...] = tuple(piece for piece in content[:at] if isinstance(piece, Line))
            below = content[at + 1 :]
            listed = _listed(titles, labels, lexicon)
            parts: list[tuple[Content, ...]] = [(*above, *_minutes(titles, listed, row)) for row in dated]
            return (*parts[:-1], parts[-1] + below)
    return ()


def _is_dated(piece: Content, labels: Labels) -> bool:
    """Whether a line gives the date of a meeting behind the label for it."""
    label, colon, value = piece.text.partition(":") if isinstance(piece, Line) else ("", "", "")
    return bool(colon) and labels.words.field(label.strip()) == "date" and DATE.search(value) is not None


def split_stacked(table: Table, labels: Labels) -> tuple[Content, ...]:
    """The forms that stand one below the other in a table, a title over all columns as lines; else the table itself."""
    first = {cell.row: cell for cell in table.cells if cell.column == 0}
    fields = {row: cell_field(cell, labels) for row, cell in first.items()}
    starts = [row for row in fields if fields[row] == "date" and {fields.get(row + 1), fields.get(row + 2)} & _HEAD]
    if len(starts) < _FEWEST or table.columns > _MOST_COLUMNS:
        return (table,)
    alone = {row for row, cell in first.items() if cell.columns == table.columns and cell_text(cell)}
    tops = [next(top for top in range(row, -1, -1) if top - 1 not in alone) for row in starts]
    parts: list[Content] = []
    for top, end in itertools.pairwise([0, *tops[1:], table.rows]):
        under = next(row for row in range(top, end) if row not in alone)
        for row in range(top, under):
            parts += [piece._replace(bold=True) for piece in first[row].content if isinstance(piece, Line)]
        cells = tuple(replace(cell, row=cell.row - under) for cell in table.cells if under <= cell.row < end)
        parts.append(replace(table, cells=cells, rows=end - under))
    return tuple(parts)


def split_beside(table: Table, labels: Labels) -> tuple[Content, ...]:
    """What minutes side by side in the cells of one row say, one after the other; else the table itself."""
    cells = [cell for cell in table.cells if cell.content]
    if table.rows != 1 or len(cells) < _FEWEST or not all(_holds_minutes(cell, labels) for cell in cells):
        return (table,)
    return tuple(itertools.chain.from_iterable(_as_own_page(cell.content) for cell in cells))


def _as_own_page(content: tuple[Content, ...]) -> tuple[Content, ...]:
    """The content of a cell, its first line set apart as one that begins a page."""
    first, *others = content
    return (first._replace(new_page=True, spaced=True), *others) if isinstance(first, Line) else content


def _holds_minutes(cell: Cell, labels: Labels) -> bool:
    """Whether a cell holds the header of a meeting with its day and, below, a section of what was said or agreed."""
    lines = [piece for piece in cell.content if isinstance(piece, Line)]
    fields = {labelled_field(line, labels) for line in lines}
    return "date" in fields and bool(fields & _HEAD) and any(labels.words.kind(line.text) in _SAID for line in lines)


def _rows(table: Table) -> list[dict[int, Cell]]:
    """The filled cells of each row by their columns."""
    rows: list[dict[int, Cell]] = [{} for _ in range(table.rows)]
    for cell in table.cells:
        if cell_text(cell):
            rows[cell.row][cell.column] = cell
    return rows


def cell_text(cell: Cell) -> str:
    """The lines of a cell in one."""
    return " ".join(piece.text for piece in cell.content if isinstance(piece, Line)).strip()


def cell_field(cell: Cell, labels: Labels) -> str | None:
    """The header field that a cell labels, with or without a colon."""
    return labels.words.field(cell_text(cell).rstrip(" :"))


def _listed(titles: dict[int, Cell], labels: Labels, lexicon: Lexicon) -> tuple[int, ...]:
    """The columns of what was decided and is to be done; none where there is no column of tasks."""
    roles = {column: title_roles(lexicon, normal(cell_text(cell))) for column, cell in titles.items()}
    header = {
        column
        for column, cell in titles.items()
        if labels.words.field(cell_text(cell)) not in (None, "ignore") or labels.words.kind(cell_text(cell)) in ROSTER
    }
    found = tuple(column for column in titles if column not in header and roles[column] & _DONE)
    return found if any("action" in roles[column] for column in found) else ()


def _minutes(titles: dict[int, Cell], listed: tuple[int, ...], row: dict[int, Cell]) -> Iterator[Table]:
    """A row as the form of its header and the table of its decisions and tasks."""
    kept = [column for column in titles if column in row]
    head = [column for column in kept if column not in listed and not cell_text(row[column]).isdigit()]
    yield _table([[titles[column].content, row[column].content] for column in head])
    if tasks := [column for column in listed if column in row]:
        yield _table([[titles[column].content for column in tasks], *_lines([row[column].content for column in tasks])])


def _lines(cells: "list[tuple[Content, ...]]") -> "list[list[tuple[Content, ...]]]":
    """The cells of a row line by line where several hold equally many lines; single lines stay in the first."""
    most = max(map(len, cells))
    if most == 1 or sum(len(cell) == most for cell in cells) < 2 or any(len(cell) not in (1, most) for cell in cells):
        return [cells]
    return [[cell[at : at + 1] for cell in cells] for at in range(most)]


def _table(rows: "list[list[tuple[Content, ...]]]") -> Table:
    cells = tuple(Cell(at, column, content) for at, row in enumerate(rows) for column, content in enumerate(row))
    return Table(cells, len(rows), max((len(row) for row in rows), default=0))
