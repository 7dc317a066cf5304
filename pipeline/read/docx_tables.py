"""The grid of a DOCX table: spans, vertical and horizontal merges, rows and cells inside content controls."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from notula.models.source import Cell, Line, Table
from notula.pipeline.read.docx_package import Element
from notula.pipeline.read.docx_runs import INSERTIONS, filled_content
from notula.pipeline.read.docx_styles import VAL, W, is_on, number
from notula.pipeline.read.lines import check_grid

ReadCell = Callable[[Element, str], tuple[Line | Table, ...]]

_MOST_COLUMNS = 63  # what Word allows
_WRAPPERS = {f"{W}customXml", f"{W}smartTag", *INSERTIONS}


@dataclass(slots=True)
class _Draft:
    """A cell whose spans still grow."""

    row: int
    column: int
    columns: int
    content: tuple[Line | Table, ...]
    rows: int = 1

    def cell(self) -> Cell:
        return Cell(self.row, self.column, self.content, self.rows, self.columns)


@dataclass(slots=True)
class _Layout:
    """The cells of a table placed so far; ``merging`` are those that the next row may continue, by column."""

    place: str
    read_cell: ReadCell
    drafts: list[_Draft]
    merging: dict[int, _Draft]

    def add_row(self, at: int, row: Element) -> None:
        """Places the cells of a row."""
        column = min(_number(row, "trPr", "gridBefore") or 0, _MOST_COLUMNS)
        continued: dict[int, _Draft] = {}
        last: _Draft | None = None
        for count, cell in enumerate(_children(row, f"{W}tc"), 1):
            span = min(max(_number(cell, "tcPr", "gridSpan") or 1, 1), _MOST_COLUMNS)
            if last is not None and _merge(cell, "hMerge") == "continue":
                last.columns += span if last.row == at else 0
            else:
                last = self._add_cell(cell, at, count, column, span, continued)
            column += span
        self.merging = continued

    def _add_cell(
        self, cell: Element, at: int, count: int, column: int, span: int, continued: dict[int, _Draft]
    ) -> _Draft:
        """The cell placed, or the one above that it continues."""
        merge = _merge(cell, "vMerge")
        above = self.merging.get(column)
        if merge == "continue" and above is not None:
            above.rows = at - above.row + 1
            draft = above
        else:
            content = self.read_cell(cell, f"{self.place} row {at + 1} cell {count}")
            draft = _Draft(at, column, span, content)
            self.drafts.append(draft)
        if merge is not None:
            continued[column] = draft
        return draft


def read_table(node: Element, place: str, read_cell: ReadCell) -> Table | None:
    """A table, its cells read by ``read_cell(cell, place)``; None where no cell holds anything."""
    layout = _Layout(place, read_cell, [], {})
    rows = header = 0
    for row in _children(node, f"{W}tr"):
        if row.find(f"{W}trPr/{W}del") is not None:
            continue
        layout.add_row(rows, row)
        mark = row.find(f"{W}trPr/{W}tblHeader")
        if header == rows and mark is not None and is_on(mark.get(VAL)):
            header += 1
        rows += 1
    if not any(draft.content for draft in layout.drafts):
        return None
    columns = max(draft.column + draft.columns for draft in layout.drafts)
    check_grid(rows, columns)
    return Table(tuple(draft.cell() for draft in layout.drafts), rows, columns, header_rows=header, place=place)


def _children(node: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls included."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag == f"{W}sdt":
            content = filled_content(child)
            if content is not None:
                yield from _children(content, tag)
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)


def _merge(cell: Element, kind: str) -> str | None:
    """``restart`` or ``continue``, None where the cell is not merged this way."""
    mark = cell.find(f"{W}tcPr/{W}{kind}")
    return None if mark is None else ("restart" if mark.get(VAL) == "restart" else "continue")


def _number(node: Element, group: str, name: str) -> int | None:
    found = node.find(f"{W}{group}/{W}{name}")
    return None if found is None else number(found.get(VAL))
