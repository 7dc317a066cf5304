"""The grid of a DOCX table: spans, vertical and horizontal merges, rows and cells inside content controls."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from notula.models.source import Cell, Line, Table
from notula.pipeline.read.docx_package import Element
from notula.pipeline.read.docx_runs import INSERTIONS, filled_content
from notula.pipeline.read.docx_styles import VAL, W, first_child, is_on, named_children, number, value_of
from notula.pipeline.read.lines import check_grid

ReadCell = Callable[[Element, str], tuple[Line | Table, ...]]

_TC, _TC_PR, _TR, _TR_PR, _SPAN = (f"{W}{name}" for name in ("tc", "tcPr", "tr", "trPr", "gridSpan"))
_ACROSS, _DOWN, _BEFORE = f"{W}hMerge", f"{W}vMerge", f"{W}gridBefore"
_DELETED, _HEADER = f"{W}del", f"{W}tblHeader"
_MOST_COLUMNS = 63  # what Word allows
_WRAPPERS = {f"{W}customXml", f"{W}smartTag", *INSERTIONS}


@dataclass(slots=True)
class _Draft:
    """A cell whose spans still grow."""

    row: int
    column: int
    columns: int
    content: tuple[Line | Table, ...] = ()
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

    def add_row(self, at: int, row: Element, own: dict[str, Element]) -> None:
        """Places the cells of a row; ``own`` are its properties."""
        column = min(number(value_of(own.get(_BEFORE))) or 0, _MOST_COLUMNS)
        continued: dict[int, _Draft] = {}
        last: _Draft | None = None
        for count, cell in enumerate(_children(row, _TC), 1):
            props = _properties(cell, _TC_PR)
            span = min(max(number(value_of(props.get(_SPAN))) or 1, 1), _MOST_COLUMNS)
            if last is not None and _merge(props.get(_ACROSS)) == "continue":
                last.columns += span if last.row == at else 0
            else:
                place = f"{self.place} row {at + 1} cell {count}"
                draft = _Draft(at, column, span)
                last = self._add_cell(cell, place, draft, _merge(props.get(_DOWN)), continued)
            column += span
        self.merging = continued

    def _add_cell(
        self, cell: Element, place: str, draft: _Draft, merge: str | None, continued: dict[int, _Draft]
    ) -> _Draft:
        """The cell placed, or the one above that it continues."""
        column, above = draft.column, self.merging.get(draft.column)
        if merge == "continue" and above is not None:
            above.rows = draft.row - above.row + 1
            draft = above
        else:
            draft.content = self.read_cell(cell, place)
            self.drafts.append(draft)
        if merge is not None:
            continued[column] = draft
        return draft


def read_table(node: Element, place: str, read_cell: ReadCell) -> Table | None:
    """A table, its cells read by ``read_cell(cell, place)``; None where no cell holds anything."""
    layout = _Layout(place, read_cell, [], {})
    rows = header = 0
    for row in _children(node, _TR):
        own = _properties(row, _TR_PR)
        if _DELETED in own:
            continue
        layout.add_row(rows, row, own)
        mark = own.get(_HEADER)
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


def _properties(node: Element, tag: str) -> dict[str, Element]:
    """The properties of a row or cell by their names."""
    own = first_child(node, tag)
    return {} if own is None else named_children(own)


def _merge(mark: Element | None) -> str | None:
    """``restart`` or ``continue``, None where a cell is not merged this way."""
    return None if mark is None else ("restart" if mark.get(VAL) == "restart" else "continue")
