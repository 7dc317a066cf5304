"""Tasks of a table from which the deadlines of others count ("H-3 pemasangan", "2 hari setelah pemasangan")."""

import datetime as dt
import re
from collections.abc import Iterator

from notula.models.blocks import Grid
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.due_events import Event, first_day, last_day
from notula.pipeline.extract.rows import task_rows
from notula.pipeline.extract.scope import Scope
from notula.pipeline.text import fold

_COUNTS = re.compile(
    r"(?<!\w)(?:(?P<before>H\s?[-–]\s?\d+|sebelum|menjelang)|H\s?\+\s?\d+|setelah|sesudah|sejak)\s+(?P<what>[^\W\d_]{4,})",
    re.IGNORECASE,
)
_NAME = re.compile(r"\s*(?P<first>[^\W\d_]{4,})[^,.;:()]{0,80}")


def task_events(scope: Scope, day: dt.date | None) -> Iterator[Event]:
    """The dated tasks whose first word the deadlines of others count from, as events of the minutes.

    A task of several days is the first to those before it, the last to those behind it, and nothing to both.
    """
    for block in scope.document.blocks:
        if block.table is not None:
            yield from _of_table(block.table, scope, day)


def _of_table(grid: Grid, scope: Scope, day: dt.date | None) -> Iterator[Event]:
    rows = [(scope.text(*row.action), scope.text(*row.due)) for row in task_rows(grid, scope) if row.due]
    marks = [mark for _, cell in rows for mark in _COUNTS.finditer(cell)]
    before, behind = ({fold(mark["what"]) for mark in marks if bool(mark["before"]) is sort} for sort in (True, False))
    for action, cell in rows if marks else ():
        name, dates = _NAME.match(action), find_dates(cell, scope.lexicon, short=True)
        first = fold(name["first"]) if name else ""
        days = {first_day(dates[0], day) if sort else last_day(dates[0], day)
                for sort, words in ((True, before), (False, behind)) if first in words and dates}  # fmt: skip
        when = days.pop() if len(days) == 1 else None
        if name and when:
            yield Event(fold(name[0]), when)
