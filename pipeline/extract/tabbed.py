"""Tables that lines set with tabs or wide gaps: of as many cells each under a line of known titles.

Where the lines are numbered, cells may be left out at their ends.
"""

import re
from collections.abc import Iterator, Sequence

from notula.models.blocks import Block, Grid, GridCell
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.columns import read_columns

_GAP = re.compile(r"\s*\t\s*| {3,}")
_NUMBER = re.compile(r"\s*\d{1,3}[.)]?\s*")
_FEWEST, _FEWEST_NUMBERED = 3, 2  # cells of a line


def with_tabbed_tables(blocks: Sequence[Block], lexicon: Lexicon) -> list[Block]:
    """The blocks with each run of tabbed lines under known titles as one table."""
    found: list[Block] = []
    run: list[tuple[Block, tuple[GridCell, ...]]] = []
    for block in blocks:
        cells = tuple(_cells(block))
        left_out = len(run[0][1]) - len(cells) if run and len(cells) >= _FEWEST_NUMBERED else 0
        if left_out > 0 and _NUMBER.fullmatch(cells[0].text):
            cells = (*cells, *[GridCell(block.end, block.end, "")] * left_out)
        if run and len(cells) != len(run[0][1]):
            found.extend(_as_table(run, lexicon))
            run = []
        if len(cells) >= _FEWEST:
            run.append((block, cells))
        else:
            found.append(block)
    return found + _as_table(run, lexicon)


def _as_table(run: list[tuple[Block, tuple[GridCell, ...]]], lexicon: Lexicon) -> list[Block]:
    """A run of lines as a table where its first line holds titles, else the lines as they are."""
    lines = [block for block, _ in run]
    if len(run) < 2:
        return lines
    grid = Grid(tuple(cells for _, cells in run), header=1, ruled=False)
    columns = read_columns(grid, lexicon)
    if columns is None or columns.header != 1:
        return lines
    text = " ".join(block.text for block in lines)
    return [Block(kind="table", start=lines[0].start, end=lines[-1].end, text=text, table=grid)]


def _cells(block: Block) -> Iterator[GridCell]:
    """The cells of a line, the number that marks it first."""
    if block.table is not None:
        return
    if block.kind == "item":
        yield GridCell(block.start, block.start, block.marker or "")
    gaps = list(_GAP.finditer(block.text))
    starts, ends = [0, *(gap.end() for gap in gaps)], [*(gap.start() for gap in gaps), len(block.text)]
    for start, end in zip(starts, ends, strict=True):
        yield GridCell(block.start + start, block.start + end, block.text[start:end])
