"""Finds the deadline in a follow-up and reckons its day.

The points in time come from :mod:`due_points`; whether one is a deadline is judged in :mod:`due_context`; the events
that a document dates are found in :mod:`due_events`.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeGuard

from notula.models.minutes import DueKind
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.dates_grammar import squashed
from notula.pipeline.extract.due_context import LIMITED, PLACED, PLAIN, Judged, judge, unread_limit
from notula.pipeline.extract.due_frame import LEFT_WIDTH, Frame
from notula.pipeline.extract.due_grammar import due_grammar
from notula.pipeline.extract.due_points import find_points
from notula.pipeline.extract.scope import Span
from notula.pipeline.extract.times import find_times
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import remembered

_DIGIT = re.compile(r"\d")
_CLOCK_GAP = re.compile(r"\s*,?\s*")
_CLOCK_WIDTH = 45  # characters after a day in which its time of day is looked for


@dataclass(frozen=True)
class DueMention:
    """A deadline as written.

    ``start`` and ``end`` span ``text`` in the searched string. ``date`` is None where the words fix no single day.
    ``derived`` tells that the day was reckoned from the meeting's date or from an event of the document. ``rule`` names
    the wording. ``strength``: 4 after a limit word, 3 plain, 2 by its place, 1 doubtful or without a day.
    """

    start: int
    end: int
    text: str
    date: dt.date | None
    kind: DueKind
    derived: bool
    rule: str
    strength: int

    @property
    def span(self) -> Span:
        """Where it stands in the searched string."""
        return Span(self.start, self.end)


def is_ahead(due: DueMention | None) -> TypeGuard[DueMention]:
    """Whether a deadline is a day still to come."""
    return due is not None and due.kind in (DueKind.ABSOLUTE, DueKind.RELATIVE) and due.strength >= 2


def find_due(
    text: str,
    lexicon: Lexicon,
    meeting_day: dt.date | None,
    events: Iterable[tuple[str, dt.date]] | Mapping[str, dt.date] = (),
    *,
    cell: bool = False,
) -> DueMention | None:
    """The deadline of a follow-up; None where it states none.

    Args:
        text: the follow-up, or with ``cell`` the deadline cell of a table row.
        lexicon: the word lists.
        meeting_day: what relative words and left-out years are reckoned from.
        events: what the document dates, as :func:`find_events` gives it, or a mapping from phrases to days.
        cell: the whole text is the deadline: anything but a placeholder is one.
    """
    found = find_dues(text, lexicon, meeting_day, events, cell=cell)
    return found[0] if found else None


def find_dues(
    text: str,
    lexicon: Lexicon,
    meeting_day: dt.date | None,
    events: Iterable[tuple[str, dt.date]] | Mapping[str, dt.date] = (),
    *,
    cell: bool = False,
) -> tuple[DueMention, ...]:
    """Every deadline that a follow-up may state, the likeliest first; of a cell at most one (see :func:`find_due`)."""
    pairs = tuple(events.items() if isinstance(events, Mapping) else events)
    return _find_dues(text, lexicon, meeting_day, pairs, cell)


def whole_due(
    text: str, lexicon: Lexicon, meeting_day: dt.date | None, events: Iterable[tuple[str, dt.date]] = ()
) -> DueMention | None:
    """The dated deadline of a text that says nothing else ("Senin, 5 Mei", "s.d. akhir Juni"); None for any other."""
    grammar = due_grammar(lexicon)
    dates = find_dates(text, lexicon, short=True)
    frame = Frame(text, grammar, meeting_day, dates, tuple(events), grammar.wanted(text))
    for point in find_points(frame):
        judged = judge(point, frame, cell=True)
        if judged and judged.day and not re.search(r"\w", text[: judged.start] + text[judged.point.end :]):
            return _mention(judged, frame)
    return None


@remembered
def _find_dues(
    text: str, lexicon: Lexicon, meeting_day: dt.date | None, events: tuple[tuple[str, dt.date], ...], cell: bool
) -> tuple[DueMention, ...]:
    grammar = due_grammar(lexicon)
    wanted = grammar.wanted(text)
    if not cell and not (_DIGIT.search(text) or (wanted and grammar.clauses.quick.search(text))):
        return ()
    if not squashed(text) or text.strip().casefold() in grammar.blank:
        return ()
    frame = Frame(text, grammar, meeting_day, find_dates(text, lexicon, short=True), events, wanted)
    found = [judged for point in find_points(frame) if (judged := judge(point, frame, cell=cell))]
    if all(judged.strength < LIMITED for judged in found) and (unread := unread_limit(frame)):
        found = _with_limit(found, unread, frame)
    found = _handed_last(found, frame)
    if cell:
        return (_of_cell(text, sorted(found, key=lambda judged: _order(judged, latest=True))),)
    return tuple(_mention(judged, frame) for judged in sorted(found, key=_order))


def _handed_last(found: list[Judged], frame: Frame) -> list[Judged]:
    """The deadlines, the plain days before the one on which the thing is handed over as less sure ones.

    "Budi membuat draf malam ini, dikirim Kamis": it is due on Thursday.
    """
    tail = frame.grammar.context.handed_tail
    days = [each for each in found if each.day and each.strength <= PLAIN]
    last = next((day for day in days if tail.search(frame.text, max(0, day.start - LEFT_WIDTH), day.start)), None)
    before = [day for day in days if last and last.day and day.start < last.start and day.day and day.day < last.day]
    return [replace(each, strength=PLACED) if each in before or (before and each is last) else each for each in found]


def _with_limit(found: list[Judged], unread: Judged, frame: Frame) -> list[Judged]:
    """The deadlines with a limit further off: it goes to the first day that its clause holds, else stands by itself.

    One that only tells the time goes to the day told elsewhere ("besok, paling telat jam 12").
    """
    days = [judged for judged in found if judged.day]
    if days and _only_tells_time(frame.text[unread.start : unread.point.end], frame):
        return [replace(judged, strength=LIMITED) if judged is days[0] else judged for judged in found]
    inside = [judged for judged in found if unread.start <= judged.start and judged.point.end <= unread.point.end]
    others = [judged for judged in found if judged not in inside]
    dated = next((judged for judged in inside if judged.day), None)
    return [*others, replace(dated, start=unread.start, strength=LIMITED) if dated else unread]


def _only_tells_time(words: str, frame: Frame) -> bool:
    """Whether a limit says no more than a time of day ("paling telat jam 12 siang")."""
    clocks = find_times(words, frame.grammar.lexicon)
    limit = frame.grammar.context.limit.search(words[: clocks[0].char_start]) if clocks else None
    return limit is not None and limit.start() == 0 and not re.search(r"\w", words[clocks[-1].char_end :])


def _order(judged: Judged, *, latest: bool = False) -> tuple[int, bool, int]:
    """The surest first, those with a day before those without; of days told by their place (or in a cell) the last."""
    last = judged.day is not None and (latest or judged.strength < PLAIN)
    return -judged.strength, judged.day is None, -judged.start if last else judged.start


def _mention(judged: Judged, frame: Frame) -> DueMention:
    """The mention of a deadline, with the time of day that follows it."""
    point, end = judged.point, judged.point.end
    rest = frame.text[end : end + _CLOCK_WIDTH]
    for clock in find_times(rest, frame.grammar.lexicon):
        if _CLOCK_GAP.fullmatch(rest, 0, clock.char_start):
            end += clock.char_end
        break
    text = frame.text[judged.start : end]
    derived = point.derived and judged.day is not None
    return DueMention(judged.start, end, text, judged.day, judged.kind, derived, point.rule, judged.strength)


def _of_cell(text: str, found: list[Judged]) -> DueMention:
    """The whole cell as one deadline, with the day of the best that was found in it."""
    start = len(text) - len(text.lstrip())
    whole = text.strip()
    span = (start, start + len(whole), whole)
    if not found:
        return DueMention(*span, None, DueKind.VAGUE, False, "cell", PLAIN)
    best = found[0]
    derived = best.point.derived and best.day is not None
    return DueMention(*span, best.day, best.kind, derived, best.point.rule, best.strength)
