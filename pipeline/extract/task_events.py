"""Events that no sentence names beside their day: tasks of a table, and topics of the talk.

- from a task the deadlines of others count ("H-3 pemasangan", "2 hari setelah pemasangan")
- a topic that is called so, or from which a deadline counts ("H-3 mapathon"), is an event where what is said under its
  heading dates one event alone ("Kunjungan donor": "Dua tamu datang 5 Mei"), and the minutes date none of its name
"""

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence

from notula.models.blocks import Block, Grid
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.due_events import Event, find_events, match_event
from notula.pipeline.extract.due_grammar import due_grammar
from notula.pipeline.extract.due_reckon import first_day, last_day
from notula.pipeline.extract.rows import task_rows
from notula.pipeline.extract.scope import Scope
from notula.pipeline.text import fold

_COUNTS = re.compile(
    r"(?<!\w)(?:(?P<before>H\s?[-–]\s?\d+|sebelum|menjelang)|H\s?\+\s?\d+|setelah|sesudah|sejak)\s+(?P<what>[^\W\d_]{4,})",
    re.IGNORECASE,
)
_HEADING_WORDS = 8
_NAME = re.compile(r"\s*(?P<first>[^\W\d_]{4,})[^,.;:()]{0,80}")


def task_events(scope: Scope, day: dt.date | None) -> Iterator[Event]:
    """The dated tasks whose first word the deadlines of others count from, as events of the minutes.

    A task of several days is the first to those before it, the last to those behind it, and nothing to both.
    """
    for table in scope.tables:
        yield from _of_table(table, scope, day)


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


def topics(section: Section, above: Section | None = None) -> Iterator[tuple[int, str]]:
    """Where the topics of a section begin, each with its heading; empty where it has none.

    Tasks under a label right below the heading of a topic, the last line of the section ``above``, are of that topic.
    """
    blocks, talk = section.blocks, section.kind is SectionKind.DISCUSSION
    last = above.blocks[-1] if above is not None and above.kind is SectionKind.DISCUSSION and above.blocks else None
    if blocks:
        headed = talk and section.heading is not None and not section.inline
        below_topic = last is not None and not talk and section.rule == "label" and _may_head(last, item=True)
        head = section.heading if headed else last if below_topic else None
        yield blocks[0].start, head.text if head is not None else ""
    for block, below in itertools.pairwise(blocks) if talk else ():
        if _may_head(block, item=below.kind != "item" or below.level > block.level):
            yield block.start, block.text


def _may_head(block: Block, *, item: bool) -> bool:
    """Whether a line is short and set apart, or with ``item`` an item: then it can be the heading of a topic."""
    apart = block.bold or block.outline is not None or block.text.isupper() or (item and block.kind == "item")
    return block.table is None and apart and len(block.text.split()) <= _HEADING_WORDS


def topic_events(scope: Scope, day: dt.date | None, dated: Sequence[Event]) -> Iterator[Event]:
    """The topics that take place, each on the one day of an event told under its heading; none that is ``dated``."""
    grammar = due_grammar(scope.lexicon)
    counted_from = {fold(mark["what"]) for mark in _COUNTS.finditer(scope.document.text) if mark[0][0] in "Hh"}
    for section in scope.sections.sections:
        starts = list(topics(section))
        ends = [*(start for start, _ in starts[1:]), section.blocks[-1].end if section.blocks else 0]
        for (start, heading), end in zip(starts, ends, strict=True) if any(name for _, name in starts) else ():
            counted = any(fold(word) in counted_from for word in re.findall(r"\w{4,}", heading))
            takes_place = heading and (counted or grammar.events.happening.match(heading))
            told = find_events(scope.text(start, end), scope.lexicon, day) if takes_place else ()
            days = {event.day for event in told}
            if len(days) == 1 and match_event(heading, dated, grammar) is None:
                yield Event(fold(heading), days.pop())
