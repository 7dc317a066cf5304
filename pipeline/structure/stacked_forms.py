"""Headers of minutes inside a table: forms one below the other, a header over the columns of what is to be done.

- Minutes of several meetings may be one table ("Rapat I" over all columns, "Hari/Tanggal", "Tempat", ..., the titles of
  columns and the tasks below them, then "Rapat II" over all columns, ...): it is cut into a table for each meeting, and
  what spans all columns above each becomes lines.
- A header in one cell over all columns ("Hari/Tanggal: ...", "Tempat: ..." as lines) becomes lines above the table.
"""

import itertools
from dataclasses import replace

from notula.models.sections import SectionKind
from notula.models.source import Cell, Line, Table
from notula.pipeline.structure.days import CLOCK
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.markers import parse_marker
from notula.pipeline.structure.opening_lines import any_day
from notula.pipeline.structure.registers import cell_field, cell_text, filled_rows
from notula.pipeline.structure.section_kinds import ROSTER
from notula.pipeline.structure.title_lines import DATE, MEETING, announces, labelled_field
from notula.pipeline.text import fold

Content = Line | Table
Row = dict[int, Cell]

_FEWEST = 2  # meetings, columns, labels
_HEAD = {"time", "place", "chair", "note_taker"}  # what stands beside the date in a form
_MOST_CELLS = 4  # in a row of a form: two pairs of label and value
_LONGEST_LABEL = 40  # characters
_MOST_TITLES, _LONGEST_TITLE = 3, 110  # lines over a form, characters of each
_LONGEST_HEADER = 600  # characters of one cell that are looked at
_OF_TALK = (SectionKind.DISCUSSION, SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS)


def split_stacked(table: Table, labels: Labels) -> tuple[Content, ...]:
    """The minutes that stand one below the other in a table, what spans all columns above each as lines.

    So is a header in one cell over all columns; else the table itself.
    """
    rows = filled_rows(table)
    heads = _heads(table, rows, labels)
    if len(heads) < _FEWEST and not any(_is_alone(rows[head.start], table) for head in heads):
        return (table,)
    tops = [_top(table, rows, head, labels) for head in heads]
    parts: list[Content] = []
    for top, end in itertools.pairwise([0, *tops[1:], table.rows]):
        under = next((row for row in range(top, end) if not _is_alone(rows[row], table)), end)
        for row in range(top, under):
            parts += _as_lines(rows[row][0])
        cells = tuple(replace(cell, row=cell.row - under) for cell in table.cells if under <= cell.row < end)
        if cells:
            header = table.header_rows if under == 0 else 0
            parts.append(replace(table, cells=cells, rows=end - under, header_rows=header))
    return tuple(parts)


def _as_lines(cell: Cell) -> tuple[Content, ...]:
    """What stands over all columns, as bold as titles are where it is short."""
    lines = [piece for piece in cell.content if isinstance(piece, Line)]
    if len(lines) > _MOST_TITLES or len(lines) < len(cell.content):
        return (*(line._replace(bold=True) for line in lines[:1]), *cell.content[1:]) if lines else cell.content
    return tuple(line._replace(bold=True) for line in lines)


def _heads(table: Table, rows: list[Row], labels: Labels) -> list[range]:
    """The rows of each header in a table: labels one below the other, a day and an hour or place among them."""
    told = [_told(row, table, labels) for row in rows]
    heads: list[range] = []
    at = 0
    while at < len(rows):
        end = next((row for row in range(at, len(rows)) if not told[row]), len(rows))
        fields = set().union(*told[at:end])
        given = end - at >= _FEWEST or any(any_day(fold(cell_text(cell))) for cell in rows[at].values())
        if "date" in fields and fields & _HEAD and given and not _is_announced(rows, at):
            heads.append(range(at, end))
        at = max(end, at + 1)
    return heads


def _told(row: Row, table: Table, labels: Labels) -> set[str]:
    """What a row tells of a meeting by the labels in it."""
    if 0 not in row or table.columns < _FEWEST:
        return set()
    if _is_alone(row, table):
        return _told_over(row[0], labels)
    own = cell_text(row[0]).rstrip(" :")
    if len(own) > _LONGEST_LABEL or len(row) > _MOST_CELLS:
        return set()
    kind = labels.words.kind(own)
    field = labels.words.field(own) or (kind.value if kind in ROSTER else None)
    beside = (cell for cell in row.values() if len(cell_text(cell)) <= _LONGEST_LABEL)
    return {field} | {found for cell in beside if (found := cell_field(cell, labels))} if field else set()


def _told_over(cell: Cell, labels: Labels) -> set[str]:
    """What a cell over all columns tells: labels before its lines, or a meeting with day and hour in one line."""
    lines = [piece for piece in cell.content if isinstance(piece, Line)]
    fields = {field for line in lines if (field := labelled_field(line, labels))}
    if "date" in fields and len(fields) >= _FEWEST:
        return fields
    text = fold(cell_text(cell)[:_LONGEST_HEADER])
    named = len(lines) == 1 and MEETING.match(text) and DATE.search(text) and CLOCK.search(DATE.sub("", text))
    return {"date", "time"} if named else set()


def _is_announced(rows: list[Row], at: int) -> bool:
    """Whether the row above a header says that it is that of the next meeting."""
    above = " ".join(map(cell_text, rows[at - 1].values())) if at else ""
    return len(above) < _LONGEST_TITLE and announces(fold(above))


def _is_alone(row: Row, table: Table) -> bool:
    """Whether the one cell of a row stands over all columns."""
    return len(row) == 1 and 0 in row and row[0].columns == table.columns >= _FEWEST


def _top(table: Table, rows: list[Row], head: range, labels: Labels) -> int:
    """Where a header begins with the titles above it."""
    return next(top for top in range(head.start, -1, -1) if not top or not _is_title(rows[top - 1], table, labels))


def _is_title(row: Row, table: Table, labels: Labels) -> bool:
    """Whether a row holds short lines over all columns and no heading of what was said."""
    if not _is_alone(row, table):
        return False
    texts = [text for piece in row[0].content if isinstance(piece, Line) if (text := piece.text.strip())]
    short = all(len(text) < _LONGEST_TITLE and not text.endswith((".", ";", ":")) for text in texts)
    said = any(labels.words.kind(text) in _OF_TALK for text in texts) or any(map(parse_marker, texts[1:]))
    return 0 < len(texts) <= _MOST_TITLES and short and not said
