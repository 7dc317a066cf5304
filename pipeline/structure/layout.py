"""Source content to a document: the canonical text and the blocks that stand in it.

The canonical text has one line per source line (its automatic number before it), a table row's cells apart by a tab,
nested tables in their cells, and what was set apart as furniture at the end, after a form feed.
"""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace

from notula.models.blocks import Block, Document, Furniture, FurnitureKind, Grid, GridCell, PlacedLine
from notula.models.issue import Note
from notula.models.source import Cell, Line, Table
from notula.pipeline.heartbeat import beat
from notula.pipeline.structure.blocks import BlockBuilder
from notula.pipeline.structure.frames import Column, Frame, right_edge
from notula.pipeline.structure.long_blocks import cut_long
from notula.pipeline.structure.markers import Levels
from notula.pipeline.structure.run_in import split_run_in

Content = Line | Table
Opens = Callable[[str], bool]
HeaderRows = Callable[[Table], int]

_FEWEST_COUNTED = 3  # columns


class Layout:
    """Writes the canonical text of one document and builds its blocks on the way."""

    def __init__(self, wrapped: bool, opens: Opens, header_rows: HeaderRows) -> None:
        self._wrapped, self._opens, self._header_rows = wrapped, opens, header_rows
        self._parts: list[str] = []
        self._length = 0
        self._placed: list[PlacedLine] = []
        self._cut = False

    def build(
        self, content: Sequence[Content], furniture: Sequence[tuple[Line, FurnitureKind]], pages: int | None
    ) -> Document:
        """The document of this content; furniture is appended to the text."""
        blocks = self._flow(content, self._wrapped)
        aside = []
        if furniture:
            self._write("\f\n")
            for line, kind in furniture:
                placed = self._place(line)
                self._write("\n")
                aside.append(Furniture(kind, placed.start, placed.end, line.text))
        text = "".join(self._parts)
        starts = tuple(placed.start for placed in self._placed)
        notes = (Note("T001"),) if self._cut else ()
        return Document(text, tuple(blocks), tuple(self._placed), tuple(aside), pages, notes, starts)

    def _write(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _place(self, line: Line) -> PlacedLine:
        if line.marker is not None:
            self._write(line.marker + " ")
        placed = PlacedLine(self._length, self._length + len(line.text), line)
        self._write(line.text)
        self._placed.append(placed)
        return placed

    def _slice(self, start: int, end: int) -> str:
        """``text[start:end]`` of what is written so far; blocks ask for their last lines only."""
        offset, found = self._length, []
        for part in reversed(self._parts):
            offset -= len(part)
            found.append(part)
            if offset <= start:
                break
        joined = "".join(reversed(found))
        return joined[start - offset : end - offset]

    def _flow(self, content: Sequence[Content], wrapped: bool, frame: Frame | None = None) -> list[Block]:
        lines = [piece for piece in content if isinstance(piece, Line)]
        builder = BlockBuilder(self._slice, frame or Frame.of([lines], wrapped), self._opens, Levels())
        for piece in content:
            beat()
            if isinstance(piece, Table):
                builder.flush()
                for block in self._table(piece):
                    builder.add_block(block)
            else:
                if self._parts and not self._parts[-1].endswith(("\n", "\t")):
                    self._write("\n")
                builder.add(self._place(piece))
        builder.flush()
        whole = [part for block in builder.blocks for part in split_run_in(block)]
        blocks = [part for block in whole for part in cut_long(block)]
        self._cut = self._cut or len(blocks) > len(whole)
        return blocks

    def _table(self, table: Table) -> list[Block]:
        """The table as one block; a table of a single cell is a box around ordinary content."""
        if self._parts and not self._parts[-1].endswith(("\n", "\t")):
            self._write("\n")
        if len(table.cells) == 1:
            return self._flow(table.cells[0].content, self._is_wrapped(table))
        start, grid = self._length, self._grid(table)
        if grid is None:
            return []
        text = self._slice(start, self._length).replace("\n", " ")
        return [Block(kind="table", start=start, end=self._length, text=text, table=grid)]

    def _grid(self, table: Table) -> Grid | None:
        rows: list[list[GridCell | None]] = [[None] * table.columns for _ in range(table.rows)]
        frames = self._frames(table)
        for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
            if self._parts and not self._parts[-1].endswith("\n"):
                self._write("\t" if cell.column else "\n")
            filled = self._cell(cell, frames[cell.column, cell.columns])
            for row in range(cell.row, min(cell.row + cell.rows, table.rows)):
                for column in range(cell.column, min(cell.column + cell.columns, table.columns)):
                    own = row == cell.row and column == cell.column
                    rows[row][column] = filled if own else _derived(filled)
        empty = GridCell(self._length, self._length, "")
        full = tuple(tuple(cell or empty for cell in row) for row in rows)
        telling = [any(cell.text.strip() for cell in row) and not _counts_columns(row) for row in full]
        kept = tuple(itertools.compress(full, telling))
        titles = sum(telling[: self._header_rows(table)])
        return Grid(kept, titles, table.ruled, table.place) if kept else None

    def _cell(self, cell: Cell, frame: Frame) -> GridCell:
        start = self._length
        if cell.sides and frame.whole.left > cell.sides[0]:
            # As much white on the right as on the left, as word processors have it.
            right = cell.sides[0] + cell.sides[1] - frame.whole.left
            frame = replace(frame, whole=frame.whole._replace(right=max(frame.whole.right, right)))
        blocks = self._flow(cell.content, frame.wrapped, frame)
        return GridCell(start, self._length, self._slice(start, self._length).replace("\n", " "), tuple(blocks))

    def _frames(self, table: Table) -> dict[tuple[int, int], Frame]:
        """The frame of each column and number of columns spanned from it on: all such cells share a right edge."""
        columns: dict[tuple[int, int], list[list[Line]]] = {}
        for cell in table.cells:
            flows = columns.setdefault((cell.column, cell.columns), [])
            flows.append([piece for piece in cell.content if isinstance(piece, Line)])
        frames = {}
        for column, flows in columns.items():
            frame = Frame.of(flows, self._is_wrapped(table))
            widest = max((right_edge(line) for flow in flows for line in flow), default=0.0)
            frames[column] = Frame(frame.wrapped, Column(frame.whole.left, widest), frame.pitch, {})
        return frames

    def _is_wrapped(self, table: Table) -> bool:
        """Whether lines in a table's cells may break inside a sentence: paragraphs in those of a DOCX do not."""
        return self._wrapped and (table.box is not None or not table.ruled)


def _derived(cell: GridCell) -> GridCell:
    return GridCell(cell.start, cell.end, cell.text, cell.blocks, derived=True)


def _counts_columns(row: tuple[GridCell, ...]) -> bool:
    """Whether a row below the titles only numbers the columns ("1 | 2 | 3 | 4"), as forms of public bodies do."""
    told = [cell.text.strip(" ().") for cell in row if not cell.derived]
    return len(told) >= _FEWEST_COUNTED and told == [str(number) for number in range(1, len(told) + 1)]
