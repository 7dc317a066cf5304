"""The rows of a task table: action, owner, deadline and status by its columns."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from notula.models.blocks import Grid, GridCell, Span
from notula.models.minutes import Status
from notula.pipeline.extract.scope import Scope
from notula.pipeline.structure.columns import read_columns
from notula.pipeline.text import fold

_EMPTY = re.compile(r"[\s\-–—.…_]*")


class TaskRow(NamedTuple):
    """A row's spans; ``owner``/``due`` are None where the cell is empty, ``owner_cell``/``due_cell`` say that a column is."""

    action: Span
    owner: Span | None
    owner_parts: tuple[Span, ...]
    due: Span | None
    status: Status
    owner_derived: bool
    owner_cell: bool
    due_cell: bool


def task_rows(grid: Grid, scope: Scope) -> Iterator[TaskRow]:
    """The rows of a task table that hold an action; nothing where its columns are not known."""
    columns = read_columns(grid, scope.lexicon)
    action = columns.at("action") if columns else None
    if columns is None or action is None:
        return
    owner, due, status = columns.at("owner"), columns.at("due"), columns.at("status")
    remark = columns.at("remark")
    for row in grid.rows[columns.header :]:
        if _EMPTY.fullmatch(row[action].text) or row[action].derived:
            continue
        yield TaskRow(
            action=_span(row[action]),
            owner=_filled(row, owner, scope),
            owner_parts=tuple(Span(b.start, b.end) for b in row[owner].blocks) if owner is not None else (),
            due=_filled(row, due, scope),
            status=_status([row[at].text for at in (status, remark) if at is not None], scope),
            owner_derived=owner is not None and row[owner].derived,
            owner_cell=owner is not None,
            due_cell=due is not None,
        )


def _span(cell: GridCell) -> Span:
    return Span(cell.blocks[0].start, cell.blocks[-1].end) if cell.blocks else Span(cell.start, cell.end)


def _filled(row: tuple[GridCell, ...], at: int | None, scope: Scope) -> Span | None:
    if at is None or _EMPTY.fullmatch(row[at].text) or fold(row[at].text) in scope.lexicon.cues.no_owner:
        return None
    return _span(row[at])


def _status(texts: list[str], scope: Scope) -> Status:
    cues = scope.lexicon.cues
    for text in texts:
        said = re.sub(r"[^\w\s%]", " ", fold(text)).strip()
        if any(said == word or said.startswith(word + " ") for word in cues.status_done) and not said.startswith("ok "):
            return Status.DONE
        if any(said == word or said.startswith(word + " ") for word in cues.status_doing):
            return Status.IN_PROGRESS
    return Status.OPEN
