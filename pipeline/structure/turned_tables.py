"""Tables of tasks whose titles stand down the first column, each task in a column of its own: they are turned."""

from dataclasses import replace

from notula.models.source import Line, Table
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.read.lines import text_in
from notula.pipeline.structure.column_titles import written_roles
from notula.pipeline.structure.labels import get_labels

Content = Line | Table

_CARD = 2  # columns of a table of one task: a label and its value beside each other
_FEWEST_ROWS = 3  # of such a table
_MOST_TITLES = 9
_LONGEST_TITLE = 40  # characters


def turn_tables(content: tuple[Content, ...], lexicon: Lexicon) -> tuple[Content, ...]:
    """The content with such tables turned ("Tugas | ...", "PIC | ...", "Batas waktu | ...")."""
    return tuple(
        _turned(piece) if isinstance(piece, Table) and _is_lying(piece, lexicon) else piece for piece in content
    )


def _turned(table: Table) -> Table:
    cells = (replace(cell, row=cell.column, column=cell.row, sides=None) for cell in table.cells)
    placed = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    return replace(table, cells=placed, rows=table.columns, columns=table.rows, header_rows=0)


def _is_lying(table: Table, lexicon: Lexicon) -> bool:
    """Whether the first cells of a table's rows are the titles of tasks, and no other cell is one."""
    card = table.columns == _CARD
    if table.columns < _CARD or not (_FEWEST_ROWS if card else 2) <= table.rows <= _MOST_TITLES:
        return False
    if any(cell.rows > 1 or cell.columns > 1 for cell in table.cells):
        return False
    texts = {(cell.row, cell.column): text_in(cell) for cell in table.cells}
    titles = [texts.get((row, 0), "") for row in range(table.rows)]
    if not all(0 < len(title) <= _LONGEST_TITLE for title in titles):
        return False
    roles = [written_roles(lexicon, title) for title in titles]
    tasks = {at for at, found in enumerate(roles) if "action" in found}
    others = {at for at, found in enumerate(roles) if found & {"owner", "due"}} - tasks
    beside = [text for (_, column), text in texts.items() if column and text]
    titled = any(written_roles(lexicon, text) or text.endswith(":") for text in beside)
    blank = any(not texts.get((row, 1), "").strip(" :") for row in tasks)
    known = sum(map(bool, roles))
    if card and (known < len(titles) or not all(any(role in found for found in roles) for role in ("owner", "due"))):
        return False
    words = get_labels(lexicon).words
    header = card and any(words.field(title) for title in titles)  # of minutes: "Kegiatan", "Tanggal", "Tempat"
    return bool(tasks and others) and known * 2 > len(titles) and not (titled or blank or header)
