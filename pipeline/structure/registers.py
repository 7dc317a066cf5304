"""Tables of several meetings.

A register has a meeting a row ("Tanggal | Agenda | Peserta | Hasil | Tindak Lanjut | PIC"), each read as minutes:

- It is a register where a column is headed as the date and another as the agenda or those present, and at least two
  rows hold a date in that column; not below a line with the date of the meeting that such a table is a matrix of. Rows
  without one go on with the meeting above them.
- A meeting becomes a form of its header's columns and a small table of what was decided and is to be done; the lines
  above the table go before each.
- Where the cells of that small table hold equally many lines, each line is a row of its own.

Minutes whole may stand side by side in the cells of one row, or a meeting a row with its day in the first cell and what
was said under labels in the others: each cell is read after the other.
"""

import itertools
import re
from collections.abc import Iterator

from notula.models.sections import SectionKind
from notula.models.source import Cell, Line, Table
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.column_titles import title_roles
from notula.pipeline.structure.header_forms import form_fields, is_header_form
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.section_kinds import ROSTER
from notula.pipeline.structure.title_lines import labelled_field
from notula.pipeline.structure.wording import normal
from notula.pipeline.text import fold

Content = Line | Table

DATE = re.compile(
    r"\b\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})\b|\b\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\b|\b\d{4}-\d{2}-\d{2}\b"
)
_DONE = {"decision", "action", "owner", "due", "status"}
_SAID = (SectionKind.DISCUSSION, SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS)
_FEWEST = 2  # meetings
_HEAD = {"time", "place", "chair", "note_taker"}  # what stands below the date in a form
_LABELS = 2  # kinds of sections
_ANNOUNCED, _LONGEST_LINE = 2, 120  # lines above a table, characters of each
_PLANS = re.compile(
    r"\W*(?:[\da-z]{1,4}[.)]\s+)?(?:jadwal|rencana|timeline|linimasa)\b(?! (?:aksi|kerja|tindak))"
    r"|.{0,40}\b(?:rapat|pertemuan|sidang|musyawarah)\b.{0,20}\b(?:berikut(?:nya)?|selanjutnya|mendatang)\b"
)


def split_register(content: tuple[Content, ...], labels: Labels, lexicon: Lexicon) -> tuple[tuple[Content, ...], ...]:
    """The content of each meeting of a register, in order; empty where the content holds none."""
    tables = [(at, piece) for at, piece in enumerate(content) if isinstance(piece, Table)]
    for at, table in tables:
        titles = {cell.column: cell for cell in table.cells if cell.row == 0 and cell.columns == 1}
        date = next((column for column, cell in titles.items() if labels.words.field(cell_text(cell)) == "date"), None)
        meetings = _by_date(filled_rows(table)[1:], date)
        kinds = {labels.words.kind(cell_text(cell)) for cell in titles.values()}
        dated = any(_is_dated(piece, labels) for piece in content[:at])
        if dated or _is_planned(content[max(0, at - _ANNOUNCED) : at]):
            continue
        if len(meetings) >= _FEWEST and kinds & {SectionKind.AGENDA, SectionKind.ATTENDEES}:
            above: tuple[Content, ...] = tuple(piece for piece in content[:at] if isinstance(piece, Line))
            below = content[at + 1 :]
            listed = _listed(titles, labels, lexicon)
            parts: list[tuple[Content, ...]] = [(*above, *_minutes(titles, listed, rows)) for rows in meetings]
            return (*parts[:-1], parts[-1] + below)
    return ()


def _by_date(rows: list[dict[int, Cell]], date: int | None) -> list[list[dict[int, Cell]]]:
    """The rows of each meeting, one with its date and those behind it without; none where a table is no register."""
    meetings: list[list[dict[int, Cell]]] = []
    for row in rows:
        if date in row and DATE.search(cell_text(row[date])):
            meetings.append([row])
        elif date is None or date in row or not meetings:
            return []
        else:
            meetings[-1].append(row)
    return meetings


def _is_dated(piece: Content, labels: Labels) -> bool:
    """Whether a line or a form gives the date of a meeting behind or beside the label for it."""
    if isinstance(piece, Table):
        dated = {row for row, field in form_fields(piece, labels) if field == "date"}
        told = any(cell.row in dated and DATE.search(cell_text(cell)) for cell in piece.cells)
        return told and is_header_form(piece, labels)
    label, colon, value = piece.text.partition(":")
    return bool(colon) and labels.words.field(label.strip()) == "date" and DATE.search(value) is not None


def _is_planned(above: tuple[Content, ...]) -> bool:
    """Whether lines right above a table say that its meetings are still to come ("Jadwal rapat berikutnya")."""
    return any(isinstance(piece, Line) and _PLANS.match(fold(piece.text[:_LONGEST_LINE])) for piece in above)


def split_beside(table: Table, labels: Labels) -> tuple[Content, ...]:
    """What minutes side by side in the cells of one row, or a row each, say one after the other; else the table."""
    cells = [cell for cell in table.cells if cell.content]
    if table.rows == 1 and len(cells) >= _FEWEST and all(_holds_minutes(cell, labels) for cell in cells):
        return tuple(itertools.chain.from_iterable(_as_own_page(cell.content) for cell in cells))
    rows = [row for row in filled_rows(table) if row]
    rows = rows[1:] if rows and not any(DATE.search(cell_text(cell)) for cell in rows[0].values()) else rows
    if len(rows) < _FEWEST or not all(_is_minutes(row, labels) for row in rows):
        return (table,)
    lines = (itertools.chain.from_iterable(cell.content for _, cell in sorted(row.items())) for row in rows)
    return tuple(itertools.chain.from_iterable(_as_own_page(tuple(row)) for row in lines))


def _is_minutes(row: dict[int, Cell], labels: Labels) -> bool:
    """Whether a row tells the day of a meeting in its first cell and, behind labels in another, what was said there."""
    (_, first), *others = sorted(row.items())
    lines = [piece for _, cell in others for piece in cell.content if isinstance(piece, Line)]
    labelled = [found for line in lines if (found := labels.opening(line.text)) is not None and found.value]
    return DATE.search(cell_text(first)) is not None and len({each.kind for each in labelled} & set(_SAID)) >= _LABELS


def _as_own_page(content: tuple[Content, ...]) -> tuple[Content, ...]:
    """The content of a cell, its first line set apart as one that begins a page."""
    first, *others = content
    return (first._replace(new_page=True, spaced=True), *others) if isinstance(first, Line) else content


def _holds_minutes(cell: Cell, labels: Labels) -> bool:
    """Whether a cell holds the header of a meeting with its day and, below, a section of what was said or agreed."""
    lines = [piece for piece in cell.content if isinstance(piece, Line)]
    fields = {labelled_field(line, labels) for line in lines}
    return "date" in fields and bool(fields & _HEAD) and any(labels.words.kind(line.text) in _SAID for line in lines)


def filled_rows(table: Table) -> list[dict[int, Cell]]:
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


def _minutes(titles: dict[int, Cell], listed: tuple[int, ...], rows: list[dict[int, Cell]]) -> Iterator[Table]:
    """The rows of a meeting as the form of its header and the table of its decisions and tasks."""
    told = {column: [row[column] for row in rows if column in row] for column in titles}
    header = (column for column, cells in told.items() if cells and not cell_text(cells[0]).isdigit())
    head = [column for column in header if column not in listed]
    yield _table([[titles[at].content, tuple(itertools.chain(*(cell.content for cell in told[at])))] for at in head])
    if tasks := [column for column in listed if told[column]]:
        filled = (row for row in rows if any(column in row for column in tasks))
        cells = [[row[column].content if column in row else () for column in tasks] for row in filled]
        yield _table([[titles[column].content for column in tasks], *itertools.chain(*map(_lines, cells))])


def _lines(cells: "list[tuple[Content, ...]]") -> "list[list[tuple[Content, ...]]]":
    """The cells of a row line by line where several hold equally many lines; single lines stay in the first."""
    most = max(map(len, cells))
    if most == 1 or sum(len(cell) == most for cell in cells) < 2 or any(len(cell) not in (1, most) for cell in cells):
        return [cells]
    return [[cell[at : at + 1] for cell in cells] for at in range(most)]


def _table(rows: "list[list[tuple[Content, ...]]]") -> Table:
    cells = tuple(Cell(at, column, content) for at, row in enumerate(rows) for column, content in enumerate(row))
    return Table(cells, len(rows), max((len(row) for row in rows), default=0))
