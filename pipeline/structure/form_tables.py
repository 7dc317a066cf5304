"""Tables among the rows of forms: under their own titles, of those present, beside or below a label of tasks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from notula.models.blocks import Block, Grid, GridCell
from notula.models.sections import SectionKind
from notula.pipeline.structure.columns import read_columns, section_kind
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.section_kinds import ROSTER
from notula.pipeline.structure.wording import MEETING_WORDS, normal
from notula.pipeline.text import fold

NUMBERS = ("no", "nomor")
"""Titles of a column."""
_TASK_COLUMNS = 3  # at least, of a table of tasks inside a form
_BESIDE = 2  # columns at least, of tasks beside or below their label
_NUMBER = re.compile(r"\s*\d{1,2}[.)]?\s*")
_NUMBERED_BELOW = re.compile(r"\s*(?P<whole>\d{1,2})\.\d{1,2}\.?\s*")  # "9.1", a part of row 9


class Inner(NamedTuple):
    """The rows of a table inside a form, its first ``column``, and the cell that labels it, if any.

    ``over`` tells that the label stands in a row of its own, the first.
    """

    rows: range
    column: int = 0
    label: GridCell | None = None
    over: bool = False


def inner_tables(grid: Grid, labels: Labels) -> Iterator[Inner]:
    """The tables beside or below a label of tasks, and those whose cells begin in other columns than the row above."""
    labelled = [*_beside_labels(grid, labels), *_below_labels(grid, labels)]
    taken = {at for inner in labelled for at in inner.rows}
    others = (rows for rows in _titled_tables(grid, labels) if taken.isdisjoint(rows))
    yield from sorted([*labelled, *map(Inner, others)], key=lambda inner: inner.rows.start)


def _titled_tables(grid: Grid, labels: Labels) -> Iterator[range]:
    """The rows of tables below those of a form: their cells begin in other columns than those of the row above."""
    own = [_columns(row) for row in grid.rows]
    first = 1
    while first < len(own):
        last = next((at for at in range(first, len(own)) if own[at] != own[first]), len(own))
        above, rows = grid.rows[first - 1], narrowed(replace(grid, rows=grid.rows[first:last], header=0))
        apart = own[first] != own[first - 1] and last - first > 1
        if apart and (_is_of_tasks(rows, labels) or (len(own[first - 1]) == 1 and _is_roster(above, rows, labels))):
            yield range(first, last)
        first = last


def _beside_labels(grid: Grid, labels: Labels) -> Iterator[Inner]:
    """The rows of several cells beside one that goes down over them and labels tasks."""
    for first, row in enumerate(grid.rows):
        at = 1 if _NUMBER.fullmatch(row[0].text) else 0
        label = row[at] if len(row) > at + _BESIDE else None
        if label is None or label.derived or not _is_label_of_tasks(label, labels):
            continue
        last = _run([_goes_down(each[at], label) for each in grid.rows], first + 1)
        rows = grid.rows[first:last]
        if len(rows) > 1 and all(sum(own > at for own in _columns(each)) >= _BESIDE for each in rows):
            yield Inner(range(first, last), at + 1, label)


def _below_labels(grid: Grid, labels: Labels) -> Iterator[Inner]:
    """The rows that are numbered as parts of one with a label of tasks and nothing else ("9", then "9.1", "9.2")."""
    for first, row in enumerate(grid.rows[:-1]):
        number = row[0].text.strip(" .")
        if len(row) < _BESIDE + 1 or not number.isdecimal() or not _is_label_of_tasks(row[1], labels):
            continue
        last = _run([_is_part_of(number, each[0]) for each in grid.rows], first + 1)
        blank = not any(cell.text.strip() for cell in row[2:] if not cell.derived)
        if blank and last > first + 1:
            yield Inner(range(first, last), 1, row[1], over=True)


def _run(told: list[bool], start: int) -> int:
    """Where the run of what is so ends that begins at a place."""
    return next((at for at in range(start, len(told)) if not told[at]), len(told))


def _goes_down(cell: GridCell, label: GridCell) -> bool:
    return cell.derived and cell.start == label.start


def _is_part_of(number: str, cell: GridCell) -> bool:
    part = _NUMBERED_BELOW.fullmatch(cell.text)
    return part is not None and part["whole"] == number


def _is_label_of_tasks(cell: GridCell, labels: Labels) -> bool:
    opening = labels.opening(cell_words(cell) + " :") if label_blocks(cell, labels) else None
    return opening is not None and opening.kind is SectionKind.FOLLOW_UPS


def _is_of_tasks(rows: Grid, labels: Labels) -> bool:
    """Whether the first of rows titles columns of tasks, or of topics and of what was decided about them."""
    if len(rows.rows[0]) < _TASK_COLUMNS:
        return False
    columns = read_columns(rows, labels.words.lexicon)
    if columns is None or columns.header != 1:
        return False
    return section_kind(columns) is SectionKind.FOLLOW_UPS or {"topic", "decision"} <= {*columns.roles.values()}


def _is_roster(above: tuple[GridCell, ...], rows: Grid, labels: Labels) -> bool:
    """Whether rows of which none begins with a known label stand under one that heads those present or missing."""
    opening = labels.opening(cell_words(above[0]) + " :") if label_blocks(above[0], labels) else None
    below = rows.rows[fold(rows.rows[0][0].text).strip(" .") in NUMBERS :]  # the titles of a list aside
    listed = len(rows.rows[0]) > 1 and not any(label_blocks(row[0], labels) for row in below)
    return opening is not None and opening.kind in ROSTER and listed


def _columns(row: tuple[GridCell, ...]) -> list[int]:
    """The columns in which the cells of a row begin, whether or not they go on from the row above."""
    return [at for at, cell in enumerate(row) if not (at and cell.derived and cell.start == row[at - 1].start)]


def narrowed(grid: Grid) -> Grid:
    """A table without the columns that its cells all span."""
    kept = _columns(grid.rows[0])
    return replace(grid, rows=tuple(tuple(row[at] for at in kept) for row in grid.rows))


def cell_words(cell: GridCell) -> str:
    """What a cell says, without the marks of lists ("a. Hari/tanggal") and the colon at its end."""
    return " ".join(block.text for block in cell.blocks if block.text.strip()).strip().rstrip(":")


def label_blocks(cell: GridCell, labels: Labels) -> list[Block]:
    """The blocks of a cell that are known labels, if all of them are."""
    blocks = [block for block in cell.blocks if block.text.strip()]
    if not blocks or cell.derived or len(cell.text) > 60 * len(blocks):
        return []
    words = cell_words(cell)
    broken = normal(blocks[-1].text) in MEETING_WORDS and labels.words.field(words) is not None  # "Pimpinan", "Rapat"
    if len(blocks) > 1 and not broken and all(labels.words.field(block.text.strip(" :")) for block in blocks):
        return blocks
    whole = labels.opening(words + " :")
    if whole and whole.value >= len(words):
        return blocks[:1]
    known = [block for block in blocks if labels.opening(block.text.rstrip().rstrip(":") + " :")]
    return known if len(known) == len(blocks) > 1 else []
