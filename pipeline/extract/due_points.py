"""Finds the points in time that a sentence names, whether deadlines or not, and reckons their days.

Each rule reads one wording and gives :class:`Point` objects; rules run in the order of ``RULES`` and the first to read
some words keeps them, so that "tgl 5 setiap bulan" is a repetition and not the 5th. What a point needs beside it to be
a deadline is told by ``Needs`` and judged in :mod:`notula.pipeline.extract.due_context`.
"""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace

from notula.models.minutes import DueKind
from notula.pipeline.extract.due_days import (
    day_words,
    days_of_month,
    days_prepared,
    full_dates,
    told_at,
    weekday_meant,
    weekdays,
)
from notula.pipeline.extract.due_frame import LEFT_WIDTH, Frame, Needs, Point
from notula.pipeline.extract.due_named import read_event
from notula.pipeline.extract.due_periods import find_periods
from notula.pipeline.extract.due_reckon import complete, last_day
from notula.pipeline.extract.due_spans import days_from_event, spans
from notula.pipeline.text import Stretches

_SUNDAY = re.compile(r"Minggu (?P<day>[1-5]) (?P<month>[^\W\d]+)")
_YEAR = re.compile(r"(?:(?P<of>[^\W\d]+)\s+)?((?:19|20)\d\d)(?:\s.*)?")
_BEGINS = ("tahun", "thn", "th", "masuk", "memasuki", "awal")  # before a year; "APBD 2024" is a thing
_OPENING, _CLOSING = re.compile(r"(?:\s+[^\W\d]+){0,2}\s*\(\s*"), re.compile(r"\s*\)")
_DATELESS = {"week_of_month", "part_of_period"}
_TOLD = {"week", "relative_month", "end_of_period", "weekday", "day_word"}


def find_points(frame: Frame) -> list[Point]:
    """The points of a text that do not overlap, the earlier rule's first where they would, in order of place."""
    taken: list[Point] = []  # in order of place
    for need, rule in RULES:
        for point in rule(frame) if need is None or need in frame.wanted else ():
            first, end = _overlapped(point, taken)
            if first == end:
                taken.insert(first, point)
    leads: dict[int, int] = {}
    for point in _before_events(frame) if "before" in frame.wanted else ():
        first, end = _overlapped(point, taken)
        near = bisect_right(taken, point.start + LEFT_WIDTH, lo=first, key=lambda other: other.start)
        if not any(_leads_to(point.start, other, frame, leads) for other in taken[first:near]):
            taken[first:end] = [point]
    return _told_twice(taken, frame)


def _overlapped(point: Point, taken: list[Point]) -> tuple[int, int]:
    """Which of the points that do not overlap, in order of place, a point overlaps: from and to which index."""
    first = bisect_right(taken, point.start, key=lambda other: other.end)
    return first, max(first, bisect_left(taken, point.end, key=lambda other: other.start))


def _told_twice(points: list[Point], frame: Frame) -> list[Point]:
    """The points with one told from the meeting and dated right after it as the date ("lusa, yaitu Sabtu 5 Mei").

    Or with one of no single day that a bracket behind it dates ("minggu pertama Advent (3 Desember)").
    """
    kept: list[Point] = []
    for point in points:
        told = kept and kept[-1].rule in _TOLD and point.rule == "date"
        if told and frame.grammar.clauses.attached.fullmatch(frame.text, kept[-1].end, point.start):
            kept[-1] = replace(point, start=kept[-1].start)
        elif kept and point.rule == "date" and (closing := _dating_bracket(point, kept[-1], frame)):
            kept[-1] = replace(point, start=kept[-1].start, end=closing)
        else:
            kept.append(point)
    return kept


def _dating_bracket(date: Point, vague: Point, frame: Frame) -> int:
    """The end of a bracket that holds only a date, behind a point of no single day; 0 where none does."""
    closing = _CLOSING.match(frame.text, date.end)
    opening = _OPENING.fullmatch(frame.text, vague.end, date.start)
    return closing.end() if closing and opening and vague.rule in _DATELESS else 0


def _leads_to(start: int, point: Point, frame: Frame, leads: dict[int, int]) -> bool:
    """Whether the words of time before a point, or the point itself, begin at or before ``start``; ``leads`` where."""
    if point.start not in leads:
        left = frame.grammar.context.left.search(frame.text, max(0, point.start - LEFT_WIDTH), point.start)
        leads[point.start] = left.start() if left else point.start
    return leads[point.start] <= start < point.end


def _conditions(frame: Frame) -> Iterator[Point]:
    grammar = frame.grammar
    for match in grammar.clauses.condition.finditer(frame.text):
        on_the_day = grammar.clauses.on_the_day.match(frame.text, match.start())  # "pada saat hari H"
        if not on_the_day and not grammar.clauses.no_condition.match(frame.text, match.start()):
            end = _cut(frame, match.start(), match.end())
            day = _day_meanwhile(frame, match.start(), end)
            kind = DueKind.RELATIVE if day else DueKind.CONDITIONAL
            yield Point(match.start(), end, day, kind, "condition", weak=day is None)


def _day_meanwhile(frame: Frame, start: int, end: int) -> dt.date | None:
    """The day to come with which a clause about an event ends ("ketika loket dibuka 5 Mei"); None without."""
    if not frame.grammar.clauses.meanwhile.match(frame.text, start):
        return None
    last = next((each for each in frame.mentions if start < each.start and each.end == end), None)
    day = last_day(last, frame.today) if last else None
    return day if day and frame.today and day > frame.today else None


def _cut(frame: Frame, start: int, end: int) -> int:
    """The end of a clause: before a limit word, without trailing white space."""
    limit = frame.grammar.context.strict.search(frame.text, start + 1, end)
    if limit and not frame.grammar.context.before_tail.search(frame.text, start, limit.end()):
        end = limit.start()
    return start + len(frame.text[start:end].rstrip(" ,"))


def _repetitions(frame: Frame) -> Iterator[Point]:
    for match in frame.grammar.repeated.finditer(frame.text):
        rule = "rate" if match["rate"] else "repetition"
        yield Point(match.start(), match.end(), None, DueKind.RECURRING, rule, weak=True)


def _weeks_of_month(frame: Frame) -> Iterator[Point]:
    """Weeks of a month ("minggu ke-2 November", "Minggu II Feb"): no single day."""
    for match in frame.grammar.periods.week_of.finditer(frame.text):
        if any(m.weekday and m.start < match.end() and match.start() < m.end for m in frame.mentions):
            continue  # "Minggu 2 November 2025" was a Sunday
        if (sunday := _sunday(frame, match)) is not None:
            yield Point(match.start(), match.end(), sunday, DueKind.ABSOLUTE, "date", Needs.NO_NOUN, derived=True)
            continue
        needs = Needs.NO_NOUN if match["of"] or match["before"] else Needs.EDGE
        yield Point(match.start(), match.end(), None, DueKind.VAGUE, "week_of_month", needs)


def _sunday(frame: Frame, match: "re.Match[str]") -> dt.date | None:
    """The day of "Minggu 2 November" where that is a Sunday to come; else the second week is meant."""
    told = _SUNDAY.fullmatch(frame.text, *match.span())
    month = frame.dates.months.get(told["month"].casefold()) if told else None
    day = complete((int(told["day"]), month, None), frame.today) if told else None
    return day if day is not None and day.isoweekday() == 7 else None


def _clauses_after(frame: Frame) -> Iterator[Point]:
    """What waits for something ("setelah X"), whenever that is."""
    for match in frame.grammar.clauses.after.finditer(frame.text):
        end = _cut(frame, match.start(), match.end())
        yield Point(match.start(), end, None, DueKind.CONDITIONAL, "after", weak=True)


def _periods(frame: Frame) -> Iterator[Point]:
    """Periods and their parts: "akhir Maret", "TW II 2021", "bulan depan", "minggu ini", "pertengahan November"."""
    for period in find_periods(frame.text, frame.grammar, frame.mentions, frame.today, frame.wanted):
        part = frame.grammar.periods.part_tail.search(frame.text, max(0, period.start - 20), period.start)
        if part is None and period.alone:
            yield Point(
                period.start, period.end, period.due, period.kind, period.rule, period.needs, derived=period.derived,
                eve=period.eve,
            )  # fmt: skip
        elif part and part["end"]:
            span = (part.start(), period.end)
            yield Point(*span, period.last, period.kind, "end_of_period", Needs.NO_NOUN, derived=period.derived)
        elif part and part["closing"] and not _is_dated(period.end, frame):
            span = (part.start(), period.end)
            yield Point(*span, period.last, period.kind, "end_of_period", Needs.LIMIT, derived=period.derived)
        elif part and not part["closing"]:
            yield Point(part.start(), period.end, None, DueKind.VAGUE, "part_of_period", Needs.NO_NOUN)


def _is_dated(end: int, frame: Frame) -> bool:
    """Whether a date belongs to what ends there ("penutupan semester (18 Desember)")."""
    following = next((each.start for each in frame.mentions if each.start >= end), None)
    return following is not None and frame.grammar.clauses.attached.fullmatch(frame.text, end, following) is not None


def _next_meetings(frame: Frame) -> Iterator[Point]:
    for match in frame.grammar.days.next_meeting.finditer(frame.text):
        needs = Needs.NOTHING if match["prep"] else Needs.LIMIT
        weekday = frame.grammar.days.weekday.search(frame.text, match.start("what"), match.end())
        day = frame.event_day(match["what"])
        if day is None and frame.today and weekday:  # "pada rapat staf hari Senin yang akan datang"
            day = weekday_meant(frame.today, frame.dates.weekday_number(weekday["w"]), weekday)
        yield Point(match.start("what"), match.end(), day, DueKind.RELATIVE, "next_meeting", needs)


def _before_events(frame: Frame) -> Iterator[Point]:
    """What must precede an event ("sebelum X"): the day of X where the document dates it."""
    for match in frame.grammar.clauses.before.finditer(frame.text):
        reading = read_event(frame.text, match.end(), frame.grammar, frame.mentions, frame.today)
        if not reading.phrase:
            continue
        year = _YEAR.fullmatch(reading.phrase)
        if year and (frame.today is None or int(year[2]) <= frame.today.year):
            continue  # "arsip sebelum tahun 2010"
        begins = year and (not year["of"] or year["of"].casefold() in _BEGINS)
        eve = dt.date(int(year[2]) - 1, 12, 31) if year and begins else None
        told = told_at(frame, match.end(), reading.end)
        day = eve or (told and told.day) or reading.day or frame.event_day(reading.phrase)
        if day and frame.today and day < frame.today:
            continue  # what was before the meeting
        kind = DueKind.RELATIVE if day else DueKind.CONDITIONAL
        end = max(reading.end, told.end) if told else reading.end
        yield Point(match.start(), end, day, kind, "before_event", weak=day is None)


def _vague(frame: Frame) -> Iterator[Point]:
    told = Stretches(match.span() for match in frame.grammar.clauses.not_vague.finditer(frame.text))
    for match in frame.grammar.clauses.vague.finditer(frame.text):
        if not told.hold(match.start(), match.start() + 1):
            yield Point(match.start(), match.end(), None, DueKind.VAGUE, "vague", weak=True)


# Each with the pattern without which it finds nothing, as the grammar tells which can match in a text.
RULES: tuple[tuple[str | None, Callable[[Frame], Iterator[Point]]], ...] = (
    ("condition", _conditions),
    ("repeated", _repetitions),
    (None, days_from_event),
    ("span", spans),
    ("week_of", _weeks_of_month),
    ("after", _clauses_after),
    ("next_meeting", _next_meetings),
    (None, full_dates),
    ("day_only", days_of_month),
    ("weekday", weekdays),
    ("day_h", days_prepared),
    ("day_word", day_words),
    (None, _periods),
    ("vague", _vague),
)
