"""Finds the points in time that a sentence names, whether deadlines or not, and reckons their days.

Each rule reads one wording and gives :class:`Point` objects; rules run in the order of ``RULES`` and the first to read
some words keeps them, so that "tgl 5 setiap bulan" is a repetition and not the 5th. What a point needs beside it to be
a deadline is told by ``Needs`` and judged in :mod:`notula.pipeline.extract.due_context`.
"""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from notula.models.minutes import DueKind
from notula.pipeline.extract.dates import DateMention
from notula.pipeline.extract.dates_grammar import DateGrammar, squashed
from notula.pipeline.extract.due_events import (
    MAIN_EVENT,
    Reading,
    find_events,
    last_day,
    match_event,
    named_event,
    only_event,
    read_event,
)
from notula.pipeline.extract.due_grammar import DueGrammar, told
from notula.pipeline.extract.due_periods import Needs, find_periods
from notula.pipeline.extract.due_reckon import (
    coming_day_of_month,
    day_of,
    next_weekday,
    shift,
    weekday_of_week,
)
from notula.pipeline.text import Stretches

LEFT_WIDTH = 90  # characters before a point in which its words of time are looked for
# What the event of a meeting is called without its name ("seminggu sebelum hari H").
_MAIN = re.compile(r"\s*(?:hari[\s-]*H|(?:hari )?(?:acara|kegiatan|pelaksanaan)(?!\s+\w))(?!\w)", re.IGNORECASE)
_AMOUNT = re.compile(r"\b(?:ke|menjadi|jadi)\s+$", re.IGNORECASE)
_LONGEST = 3660  # a count beyond is no deadline
_YEAR = re.compile(r"(?:[^\W\d]+\s+)?((?:19|20)\d\d)(?:\s.*)?")
_TOLD = {"week", "relative_month", "end_of_period", "weekday", "day_word"}


@dataclass(frozen=True)
class Point:
    """A point in time: its span, its day (None where the words fix none) and what it needs to be a deadline.

    ``eve`` is the day before a period begins, which "sebelum" asks for; ``passed`` tells a day without year that lies
    shortly before the meeting; ``weak`` that any dated deadline is to be preferred.
    """

    start: int
    end: int
    day: dt.date | None
    kind: DueKind
    rule: str
    needs: Needs = Needs.NOTHING
    derived: bool = True
    eve: dt.date | None = None
    passed: bool = False
    ranged: bool = False
    weak: bool = False


@dataclass(frozen=True)
class Frame:
    """What the rules read: a text, the dates found in it, the meeting's day, the document's events.

    ``wanted`` names the patterns that can match in the text, as :meth:`DueGrammar.wanted` tells.
    """

    text: str
    grammar: DueGrammar
    today: dt.date | None
    mentions: tuple[DateMention, ...]
    events: Sequence[tuple[str, dt.date]]
    wanted: frozenset[str]

    @property
    def dates(self) -> DateGrammar:
        """The grammar of dates."""
        return self.grammar.dates

    def event_day(self, phrase: str) -> dt.date | None:
        """The day of the event that a phrase means, as the document gives it."""
        return match_event(phrase, self.events, self.grammar)

    def main_day(self) -> dt.date | None:
        """The day of the event that the meeting is about; else of the only one that the document dates."""
        return self.event_day(MAIN_EVENT) or only_event(self.events)

    def only_day(self) -> dt.date | None:
        """The day of the one event that the text itself dates."""
        days = {event.day for event in find_events(self.text, self.grammar.lexicon, self.today)}
        return days.pop() if len(days) == 1 else None


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
    """The points with one told from the meeting and dated right after it as the date ("lusa, yaitu Sabtu 5 Mei")."""
    kept: list[Point] = []
    for point in points:
        told = kept and kept[-1].rule in _TOLD and point.rule == "date"
        if told and frame.grammar.attached.fullmatch(frame.text, kept[-1].end, point.start):
            kept[-1] = replace(point, start=kept[-1].start)
        else:
            kept.append(point)
    return kept


def _leads_to(start: int, point: Point, frame: Frame, leads: dict[int, int]) -> bool:
    """Whether the words of time before a point, or the point itself, begin at or before ``start``; ``leads`` where."""
    if point.start not in leads:
        left = frame.grammar.left.search(frame.text, max(0, point.start - LEFT_WIDTH), point.start)
        leads[point.start] = left.start() if left else point.start
    return leads[point.start] <= start < point.end


def _conditions(frame: Frame) -> Iterator[Point]:
    grammar = frame.grammar
    for match in grammar.condition.finditer(frame.text):
        if not grammar.no_condition.match(frame.text, match.start()):
            end = _cut(frame, match.start(), match.end())
            yield Point(match.start(), end, None, DueKind.CONDITIONAL, "condition", weak=True)


def _cut(frame: Frame, start: int, end: int) -> int:
    """The end of a clause: before a limit word, without trailing white space."""
    limit = frame.grammar.strict.search(frame.text, start + 1, end)
    if limit and not frame.grammar.before_tail.search(frame.text, start, limit.end()):
        end = limit.start()
    return start + len(frame.text[start:end].rstrip(" ,"))


def _repetitions(frame: Frame) -> Iterator[Point]:
    for match in frame.grammar.repeated.finditer(frame.text):
        yield Point(match.start(), match.end(), None, DueKind.RECURRING, "repetition", weak=True)


def _days_from_event(frame: Frame) -> Iterator[Point]:
    """Days before or after an event: "H-3 X", "H-7 X (30 Juni)", "H-2" where the sentence dates one event, "T+5"."""
    for match in frame.grammar.minus.finditer(frame.text):
        reading = read_event(frame.text, match.end(), frame.grammar, frame.mentions, frame.today)
        day, end = reading.day, reading.end
        if day is None and reading.phrase:
            day = frame.event_day(reading.phrase)
        later = match["sign"].strip() in ("+", "plus")
        if match["now"]:
            day = frame.today  # "T+5": days after this one
        if day is None and _MAIN.fullmatch(reading.phrase):
            day = frame.main_day() or named_event(reading.phrase, frame.events, frame.grammar)
        if day is None and later and frame.grammar.any_meeting.fullmatch(frame.text, match.end(), end):
            day = frame.today  # "H+3 rapat": of this meeting
        if day is None and not reading.phrase:
            day = frame.only_day() or named_event(frame.text, frame.events, frame.grammar) or frame.main_day()
        count = int(match["n"]) * (1 if later else -1)
        working = squashed(match[0]).endswith(tuple(frame.grammar.lexicon.calendar.words.working))
        if day is not None:
            day = shift(day, count, "day", working=working)
        yield Point(match.start(), end, day, DueKind.RELATIVE, "days_from_event")


def _spans(frame: Frame) -> Iterator[Point]:
    """Spans of time: "5 hari kerja", "2 minggu lagi", "14 hari setelah rapat", "7 hari sebelum X"."""
    for match in frame.grammar.span.finditer(frame.text):
        count = _span_count(match, frame)
        unit = frame.grammar.units[squashed(match["unit"])] if match["unit"] else "hour"
        if not count or count > _LONGEST:
            continue
        before = max(0, match.start() - 12), match.start()
        if frame.dates.date_tail.search(frame.text, *before) or _AMOUNT.search(frame.text, *before):
            continue  # "tanggal 5 bulan depan" is no five months, "menjadi 30 hari" no deadline
        working = bool(match["working"] or match["working_first"])
        if anchor := frame.grammar.anchor.match(frame.text, match.end()):
            yield from _anchored(frame, match, anchor, (count, unit, working))
            continue
        ahead = frame.grammar.ahead.match(frame.text, match.end())
        known = frame.today and (unit != "hour" or count >= 24)
        day = shift(frame.today, count, unit, working=working) if frame.today and known else None
        end = ahead.end() if ahead else match.end()
        needs = Needs.NOTHING if ahead else Needs.EDGE if working else Needs.LIMIT
        yield Point(match.start(), end, day, DueKind.RELATIVE, "working_days" if working else "span", needs)


def _span_count(match: re.Match[str], frame: Frame) -> int | None:
    if match["times"]:
        return int(match["times"]) * int(match["hours"])
    if match["one"]:
        return 1
    return int(match["n"]) if match["n"] else frame.dates.numbers.value(match["nw"])


def _anchored(
    frame: Frame, match: re.Match[str], anchor: re.Match[str], span: tuple[int, str, bool]
) -> Iterator[Point]:
    count, unit, working = span
    if own := frame.grammar.own_meeting.match(frame.text, anchor.end()):
        ahead = bool(anchor["after"])  # "2 hari sebelum rapat" means another meeting, which one is not said
        day = shift(frame.today, count, unit, working=working) if frame.today and ahead else None
        yield Point(match.start(), own.end(), day, DueKind.RELATIVE, "span_from_meeting", weak=not ahead)
        return
    reading = read_event(frame.text, anchor.end(), frame.grammar, frame.mentions, frame.today)
    base = reading.day or frame.event_day(reading.phrase)
    if base is None and anchor["after"] and frame.grammar.any_meeting.fullmatch(frame.text, anchor.end(), reading.end):
        base = frame.today  # "3 hari setelah forum": this one
    if base is None and (main := _MAIN.match(frame.text, anchor.end())):
        reading, base = Reading(main.end(), "", None), frame.main_day()
    signed = count if anchor["after"] else -count
    day = shift(base, signed, unit, working=working) if base else None
    kind = DueKind.RELATIVE if day else DueKind.CONDITIONAL
    end = max(reading.end, anchor.start())
    yield Point(match.start(), end, day, kind, "span_from_event")


def _weeks_of_month(frame: Frame) -> Iterator[Point]:
    """Weeks of a month ("minggu ke-2 November", "Minggu II Feb"): no single day."""
    for match in frame.grammar.week_of.finditer(frame.text):
        if any(m.weekday and m.start < match.end() and match.start() < m.end for m in frame.mentions):
            continue  # "Minggu 2 November 2025" was a Sunday
        needs = Needs.NO_NOUN if match["of"] or match["before"] else Needs.EDGE
        yield Point(match.start(), match.end(), None, DueKind.VAGUE, "week_of_month", needs)


def _clauses_after(frame: Frame) -> Iterator[Point]:
    """What waits for something ("setelah X"), whenever that is."""
    for match in frame.grammar.after.finditer(frame.text):
        end = _cut(frame, match.start(), match.end())
        yield Point(match.start(), end, None, DueKind.CONDITIONAL, "after", weak=True)


def _dates(frame: Frame) -> Iterator[Point]:
    for mention in frame.mentions:
        if mention.last.day is None:
            continue
        day = last_day(mention, frame.today)
        derived = mention.last.year is None
        passed = False
        if derived and day and frame.today and day.year > frame.today.year and mention.last.month:
            this_year = day_of(frame.today.year, mention.last.month, mention.last.day)
            passed = this_year is not None and (frame.today - this_year).days <= 183
        yield Point(
            mention.start, mention.end, day, DueKind.ABSOLUTE, "date", Needs.MARK, derived=derived, passed=passed,
            ranged=mention.end_parts is not None,
        )  # fmt: skip


def _days_of_month(frame: Frame) -> Iterator[Point]:
    """Days without a month: "tgl 19", "tanggal 5 bulan depan"."""
    for match in frame.grammar.day_only.finditer(frame.text):
        number, day = int(match["d"]), None
        if match["running"]:  # "tanggal 10 bulan berikutnya": of each month
            yield Point(match.start(), match.end(), None, DueKind.RECURRING, "day_of_month", weak=True)
            continue
        if frame.today and match["next"]:
            following = shift(frame.today.replace(day=1), 1, "month")
            day = day_of(following.year, following.month, number)
        elif frame.today and match["this"]:
            day = day_of(frame.today.year, frame.today.month, number)
        elif frame.today:
            day = coming_day_of_month(number, frame.today)
        ranged = bool(match["d1"])
        yield Point(match.start(), match.end(), day, DueKind.ABSOLUTE, "day_of_month", Needs.MARK, ranged=ranged)


def _weekdays(frame: Frame) -> Iterator[Point]:
    """Weekdays: "Senin depan", "Jumat pekan ini", "Kamis besok", "hari Rabu", "Senin"."""
    for match in frame.grammar.weekday.finditer(frame.text):
        number = frame.dates.weekday_number(match["w"])
        is_week = number == 7 and squashed(match["w"]) in frame.grammar.units
        if is_week and not any(match[name] for name in ("hari", "part", "ahead", "eve")):
            continue
        fixed = any(match[name] for name in ("ahead", "tomorrow", "week_this", "week_next"))
        fixed = fixed or told(match, "this") or told(match, "next")
        marked = any(match[name] for name in ("hari", "part", "eve"))
        needs = Needs.NOTHING if fixed else Needs.MARK if marked else Needs.LIMIT
        day = None if match["more"] or not frame.today else _weekday(frame.today, number, match)
        if day and match["last"]:
            day = next_weekday(day, frame.dates.weekday_number(match["last"]))
        if day and match["eve"]:
            day -= dt.timedelta(days=1)
        kind = DueKind.VAGUE if match["more"] else DueKind.RELATIVE
        yield Point(match.start(), match.end(), day, kind, "weekday", needs)


def _weekday(today: dt.date, number: int, match: re.Match[str]) -> dt.date | None:
    if (match["week"] and match["next"]) or match["week_next"]:
        return weekday_of_week(today, number, 1)
    if told(match, "this") or match["week_this"]:
        this = weekday_of_week(today, number)
        if match["week"] or match["week_this"]:
            return this if this >= today else None
        return this if this >= today else next_weekday(today, number)
    return next_weekday(today, number)


def _day_words(frame: Frame) -> Iterator[Point]:
    """Days told from the meeting: "besok", "lusa", "hari ini juga"."""
    for match in frame.grammar.day_word.finditer(frame.text):
        if any(0 <= mention.start - match.end() <= 2 for mention in frame.mentions):
            continue  # "besok Senin, 12 Mei": the date says it
        days = 2 if match["two"] else 1 if match["one"] else 0
        day = frame.today + dt.timedelta(days=days) if frame.today else None
        needs = Needs.NOTHING if days or match["emphasis"] else Needs.NO_NOUN if match["later"] else Needs.TODAY
        yield Point(match.start(), match.end(), day, DueKind.RELATIVE, "day_word", needs)


def _periods(frame: Frame) -> Iterator[Point]:
    """Periods and their parts: "akhir Maret", "TW II 2021", "bulan depan", "minggu ini", "pertengahan November"."""
    for period in find_periods(frame.text, frame.grammar, frame.mentions, frame.today, frame.wanted):
        part = frame.grammar.part_tail.search(frame.text, max(0, period.start - 20), period.start)
        if part is None and period.alone:
            yield Point(
                period.start, period.end, period.due, period.kind, period.rule, period.needs, derived=period.derived,
                eve=period.eve,
            )  # fmt: skip
        elif part and part["end"]:
            span = (part.start(), period.end)
            yield Point(*span, period.last, period.kind, "end_of_period", Needs.NO_NOUN, derived=period.derived)
        elif part:
            yield Point(part.start(), period.end, None, DueKind.VAGUE, "part_of_period", Needs.NO_NOUN)


def _next_meetings(frame: Frame) -> Iterator[Point]:
    for match in frame.grammar.next_meeting.finditer(frame.text):
        needs = Needs.NOTHING if match["prep"] else Needs.LIMIT
        weekday = frame.grammar.weekday.search(frame.text, match.start("what"), match.end())
        day = frame.event_day(match["what"])
        if day is None and frame.today and weekday:  # "pada rapat staf hari Senin yang akan datang"
            day = _weekday(frame.today, frame.dates.weekday_number(weekday["w"]), weekday)
        yield Point(match.start("what"), match.end(), day, DueKind.RELATIVE, "next_meeting", needs)


def _before_events(frame: Frame) -> Iterator[Point]:
    """What must precede an event ("sebelum X"): the day of X where the document dates it."""
    for match in frame.grammar.before.finditer(frame.text):
        reading = read_event(frame.text, match.end(), frame.grammar, frame.mentions, frame.today)
        if not reading.phrase:
            continue
        year = _YEAR.fullmatch(reading.phrase)
        if year and (frame.today is None or int(year[1]) <= frame.today.year):
            continue  # "arsip sebelum tahun 2010"
        eve = dt.date(int(year[1]) - 1, 12, 31) if year else None
        day = eve or reading.day or frame.event_day(reading.phrase)
        if day and frame.today and day < frame.today:
            continue  # what was before the meeting
        kind = DueKind.RELATIVE if day else DueKind.CONDITIONAL
        yield Point(match.start(), reading.end, day, kind, "before_event", weak=day is None)


def _vague(frame: Frame) -> Iterator[Point]:
    told = Stretches(match.span() for match in frame.grammar.not_vague.finditer(frame.text))
    for match in frame.grammar.vague.finditer(frame.text):
        if not told.hold(match.start(), match.start() + 1):
            yield Point(match.start(), match.end(), None, DueKind.VAGUE, "vague", weak=True)


# Each with the pattern without which it finds nothing, as the grammar tells which can match in a text.
RULES: tuple[tuple[str | None, Callable[[Frame], Iterator[Point]]], ...] = (
    ("condition", _conditions),
    ("repeated", _repetitions),
    (None, _days_from_event),
    ("span", _spans),
    ("week_of", _weeks_of_month),
    ("after", _clauses_after),
    ("next_meeting", _next_meetings),
    (None, _dates),
    ("day_only", _days_of_month),
    ("weekday", _weekdays),
    ("day_word", _day_words),
    (None, _periods),
    ("vague", _vague),
)
