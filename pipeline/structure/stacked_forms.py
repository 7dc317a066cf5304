"""Headers of minutes inside a table: forms one below the other, a header over the columns of what is to be done.

- Minutes of several meetings may be one table ("Rapat I" over all columns, "Hari/Tanggal", "Tempat", ..., the titles of
  columns and the tasks below them, then "Rapat II" over all columns, ...): it is cut into a table for each meeting, and
  what spans all columns above each becomes lines.
- A header in one cell over all columns ("Hari/Tanggal: ...", "Tempat: ..." as lines) becomes lines above the table.
"""

import itertools
import re
from dataclasses import replace
from functools import partial

from notula.models.sections import SectionKind
from notula.models.source import Cell, Line, Table
from notula.pipeline.structure.days import CLOCK
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.markers import parse_marker
from notula.pipeline.structure.opening_lines import leading_day
from notula.pipeline.structure.registers import cell_field, cell_text, filled_rows
from notula.pipeline.structure.section_kinds import ROSTER
from notula.pipeline.structure.title_lines import DATE, MEETING, announces, headed_field, labelled_field
from notula.pipeline.text import fold

Content = Line | Table
Row = dict[int, Cell]

_FEWEST = 2  # meetings, columns, labels
_LISTED = 3  # cells at least, of a row in a list
_NUMBER = re.compile(r"\s*\d{1,2}[.)]?\s*")
_TIME = re.compile(r"\W*waktu\b", re.IGNORECASE)
_HELD = {"time", "place"}  # what a later meeting of the day tells
_HEAD = {"time", "place", "chair", "note_taker"}  # what stands beside the date in a form
_MOST_CELLS = 4  # in a row of a form: two pairs of label and value
_LONGEST_LABEL = 40  # characters
_MOST_TITLES, _LONGEST_TITLE = 3, 110  # lines over a form, characters of each
_LONGEST_HEADER = 600  # characters of one cell that are looked at
_OF_TALK = (SectionKind.DISCUSSION, SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS)


def split_stacked(table: Table, labels: Labels) -> tuple[Content, ...]:
    """The minutes that stand one below the other in a table, what spans all columns above each as lines.

    So is a header of labels and values in one cell each, above tasks; one with numbers becomes a table of its own. All
    others are left as they are.
    """
    rows = filled_rows(table)
    heads = _heads(table, rows, labels)
    tops = [_top(table, rows, head, labels) for head in heads]
    later = len(heads) >= _FEWEST or (bool(heads) and _lists(rows[: tops[0]]))
    apart = any(_is_of_lines(rows[head.start], table, labels) or _numbered(rows[head.start]) for head in heads)
    if not later and not (apart and any(_lists(rows[head.stop :]) for head in heads)):
        return (table,)
    starts = [0, *(tops if _lists(rows[: tops[0]]) else tops[1:])]
    parts: list[Content] = []
    for top, end in itertools.pairwise([*starts, table.rows]):
        under = next((row for row in range(top, end) if not _is_of_lines(rows[row], table, labels)), end)
        for row in range(top, under):
            parts += itertools.chain.from_iterable(_as_lines(cell, labels) for _, cell in sorted(rows[row].items()))
        inside = (head for head in heads if under <= head.start < end and _numbered(rows[head.start]))
        cuts = [head.stop for head in inside if not _counts_on(rows, head.stop)]
        own = (each for each in itertools.pairwise([under, *cuts, end]) if each[0] < each[1])
        parts += itertools.starmap(partial(_rows_of, table), own)
    return tuple(parts)


def _rows_of(table: Table, first: int, last: int) -> Table:
    cells = tuple(replace(cell, row=cell.row - first) for cell in table.cells if first <= cell.row < last)
    return replace(table, cells=cells, rows=last - first, header_rows=0 if first else table.header_rows)


def _lists(rows: list[Row]) -> bool:
    """Whether rows list something, under titles: several cells in at least two of them."""
    return sum(len(row) >= _LISTED for row in rows) >= _FEWEST


def _as_lines(cell: Cell, labels: Labels) -> tuple[Content, ...]:
    """What a cell says; as bold as titles are where it is short and no label."""
    lines = [piece for piece in cell.content if isinstance(piece, Line)]
    if len(lines) < len(cell.content) or any(headed_field(line, labels) for line in lines[:1]):
        return cell.content
    bold = len(lines) if len(lines) <= _MOST_TITLES else 1
    return tuple(line._replace(bold=True) if at < bold else line for at, line in enumerate(lines))


def _heads(table: Table, rows: list[Row], labels: Labels) -> list[range]:
    """The rows of each header in a table: labels one below the other, a day and an hour or place among them."""
    told = [_told(row, table, labels) for row in rows]
    heads: list[range] = []
    at = 0
    while at < len(rows):
        end = next((row for row in range(at, len(rows)) if not told[row]), len(rows))
        fields = set().union(*told[at:end])
        given = end - at >= _FEWEST or (end > at and _is_of_lines(rows[at], table, labels))
        dated = "date" in fields and bool(fields & _HEAD)
        if (dated or (heads and fields >= _HELD)) and given and not _is_announced(rows, at):
            heads.append(range(at, end))
        at = max(end, at + 1)
    return heads


def _told(row: Row, table: Table, labels: Labels) -> set[str]:
    """What a row tells of a meeting by the labels in it."""
    if 0 not in row or table.columns < _FEWEST or len(row) > _MOST_CELLS:
        return set()
    if not _is_alone(row, table):
        cells = [cell for _, cell in sorted(row.items())][int(_numbered(row)) :]
        fields = _labelled(cells, labels)
    else:
        fields = _told_over(row[0], labels)
    timed = "time" in fields or _TIME.match(cell_text(row[0])) is not None
    dated = timed and any(leading_day(fold(cell_text(cell)[:_LONGEST_TITLE])) for cell in row.values())
    return fields | {"time", "date"} if dated else fields  # "Waktu | Kamis, 9 Mei 2024, pukul 09.00"


def _labelled(cells: list[Cell], labels: Labels) -> set[str]:
    """The fields of a row that begins with a label, or whose cells hold a label and its value each."""
    own = cell_text(cells[0]).rstrip(" :")
    if len(own) > _LONGEST_LABEL:
        return _valued(cells, labels)
    opening, kind = labels.opening(f"{own} :"), labels.words.kind(own)
    field = labels.words.field(own) or (opening.field if opening else None) or (kind.value if kind in ROSTER else None)
    if field is None:
        return _valued(cells, labels)
    if field == "ignore" and len(cells) >= _LISTED:
        return set()  # "No | Tindak Lanjut | PIC"
    beside = (cell for cell in cells if len(cell_text(cell)) <= _LONGEST_LABEL)
    return {field} | {found for cell in beside if (found := cell_field(cell, labels))}


def _valued(cells: list[Cell], labels: Labels) -> set[str]:
    """The fields of cells that hold a label and its value each ("Tempat: Aula"); none where one holds anything else."""
    lines = [next((piece for piece in cell.content if isinstance(piece, Line)), None) for cell in cells]
    fields = [headed_field(line, labels) if line is not None and ":" in line.text else None for line in lines]
    return {field for field in fields if field} if all(fields) else set()


def _numbered(row: Row) -> bool:
    """Whether the first of several cells in a row is a number."""
    return len(row) >= _LISTED and 0 in row and _NUMBER.fullmatch(cell_text(row[0])) is not None


def _counts_on(rows: list[Row], at: int) -> bool:
    """Whether the number of a row is the next one after that of the row above: one form, whatever the row labels."""
    numbers = [cell_text(row[0]).strip(" .)") if 0 in row else "" for row in rows[at - 1 : at + 1]]
    return len(numbers) == _FEWEST and all(map(str.isdecimal, numbers)) and int(numbers[1]) == int(numbers[0]) + 1


def _told_over(cell: Cell, labels: Labels) -> set[str]:
    """What a cell over all columns tells: labels before its lines, or a meeting with day and hour in one line."""
    lines = [piece for piece in cell.content if isinstance(piece, Line)]
    fields = {field for line in lines if (field := labelled_field(line, labels))}
    if "date" in fields and len(fields) >= _FEWEST:
        return fields
    text = fold(cell_text(cell)[:_LONGEST_HEADER])
    named = len(lines) == 1 and MEETING.match(text) and DATE.search(text) and CLOCK.search(DATE.sub("", text))
    return {"date", "time"} if named else _valued([cell], labels)


def _is_of_lines(row: Row, table: Table, labels: Labels) -> bool:
    """Whether a row is as good as lines: one cell over all columns, or labels with their values."""
    return _is_alone(row, table) or (bool(row) and bool(_valued([cell for _, cell in sorted(row.items())], labels)))


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
