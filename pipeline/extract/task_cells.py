"""The cells of a table of tasks: their paragraphs, points and printed lines, as spans of the canonical text."""

import itertools
import re

from notula.models.blocks import GridCell, Span
from notula.pipeline.extract.points import may_name

_LEADS_ON = re.compile(r"(?:[/&+(]|\b(?:dan|serta|dengan|untuk|yang|ke|di|dari|oleh))\s*$", re.IGNORECASE)


def parts_of(cell: GridCell) -> tuple[Span, ...]:
    """The paragraphs of a cell, cut at the line breaks that the writer set, but for one behind a word that leads on."""
    parts: list[Span] = []
    for block in cell.blocks:
        pairs = ((one.line.text, other) for one, other in itertools.pairwise(block.lines) if other.line.continues)
        starts = [block.start, *(placed.start for before, placed in pairs if not _LEADS_ON.search(before))]
        ends = [*(start - 1 for start in starts[1:]), block.end]
        parts += [Span(start, end) for start, end in zip(starts, ends, strict=True) if end > start]
    return tuple(parts)


def printed_lines(cell: GridCell) -> tuple[Span, ...]:
    """The printed lines of a cell, behind the marks of lists; none where no page wrapped it."""
    lines = [
        Span(max(placed.start, block.start), min(placed.end, block.end))
        for block in cell.blocks
        for placed in block.lines
        if placed.line.box is not None
    ]
    return tuple(line for line in lines if line.end > line.start)


def is_listed(cell: GridCell) -> bool:
    """Whether a cell is a list, or has lines that no page wrapped, of what may be a name each."""
    blocks = [block for block in cell.blocks if block.text.strip()]
    items = all(block.kind == "item" for block in blocks)
    if not items and any(placed.line.box for block in blocks for placed in block.lines):
        return False
    apart = len(blocks) == len(parts_of(cell))
    texts = [block.text for block in blocks] if apart else [line.line.text for block in blocks for line in block.lines]
    return len(texts) > 1 and all(map(may_name, texts))


def points_of(cell: GridCell) -> tuple[Span, ...]:
    """The items of a list that fills a cell, each with what hangs under it; empty where something else stands there."""
    starts = [at for at, block in enumerate(cell.blocks) if block.kind == "item" and block.level == 0]
    if not starts or starts[0] or any(block.table is not None for block in cell.blocks):
        return ()
    ends = [*starts[1:], len(cell.blocks)]
    return tuple(
        Span(cell.blocks[at].start, cell.blocks[end - 1].end) for at, end in zip(starts, ends, strict=True)
    )


def span_of(cell: GridCell) -> Span:
    """Where a cell's content stands."""
    return Span(cell.blocks[0].start, cell.blocks[-1].end) if cell.blocks else Span(cell.start, cell.end)


def lines_or_points(cell: GridCell, count: int) -> tuple[Span, ...]:
    """The items of a list that fills a cell where there are so many, else its paragraphs."""
    points = points_of(cell)
    return points if len(points) == count else parts_of(cell)
