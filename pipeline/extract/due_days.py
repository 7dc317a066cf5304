"""Points in time that name their day: dates, days of a month, weekdays, "besok"."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator

from notula.models.minutes import DueKind
from notula.pipeline.extract.dates_grammar import squashed
from notula.pipeline.extract.due_frame import Frame, Needs, Point
from notula.pipeline.extract.due_point_patterns import told
from notula.pipeline.extract.due_reckon import (
    coming_day_of_month,
    day_of,
    has_passed,
    last_day,
    next_weekday,
    shift,
    weekday_of_week,
)

_ENDS = re.compile(r"\s*(?:$|[.,;)])")


def full_dates(frame: Frame) -> Iterator[Point]:
    """Dates with a day; of several days the last."""
    for mention in frame.mentions:
        if mention.last.day is None:
            continue
        day = last_day(mention, frame.today)
        derived, passed = mention.last.year is None, has_passed(mention.last, frame.today)
        yield Point(
            mention.start, mention.end, day, DueKind.ABSOLUTE, "date", Needs.MARK, derived=derived, passed=passed,
            ranged=mention.end_parts is not None,
        )  # fmt: skip


def days_of_month(frame: Frame) -> Iterator[Point]:
    """Days without a month: "tgl 19", "tanggal 5 bulan depan"."""
    for match in frame.grammar.days.day_only.finditer(frame.text):
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


def weekdays(frame: Frame) -> Iterator[Point]:
    """Weekdays: "Senin depan", "Jumat pekan ini", "Kamis besok", "hari Rabu", "Senin"."""
    for match in frame.grammar.days.weekday.finditer(frame.text):
        number = frame.dates.weekday_number(match["w"])
        is_week = number == 7 and squashed(match["w"]) in frame.grammar.units
        told_day = any(match[name] for name in ("hari", "part", "ahead", "eve"))
        if is_week and not told_day and not _is_sunday(match, frame):
            continue
        fixed = any(match[name] for name in ("ahead", "tomorrow", "week_this", "week_next"))
        fixed = fixed or told(match, "this") or told(match, "next") or bool(match["this_week"] or match["next_week"])
        marked = any(match[name] for name in ("hari", "part", "eve"))
        needs = Needs.NOTHING if fixed else Needs.MARK if marked else Needs.LIMIT
        day = None if match["more"] or not frame.today else weekday_meant(frame.today, number, match)
        if day and match["last"]:
            day = next_weekday(day, frame.dates.weekday_number(match["last"]))
        if day and match["eve"]:
            day -= dt.timedelta(days=1)
        kind = DueKind.VAGUE if match["more"] else DueKind.RELATIVE
        yield Point(match.start(), match.end(), day, kind, "weekday", needs)


def _is_sunday(match: re.Match[str], frame: Frame) -> bool:
    """Whether the bare word for Sunday and a week ends a limit ("sampai Minggu.", "paling lambat Minggu")."""
    if match.span() != match.span("w") or not _ENDS.match(frame.text, match.end()):
        return False
    return frame.grammar.context.limited_tail.search(frame.text, max(0, match.start() - 30), match.start()) is not None


def days_prepared(frame: Frame) -> Iterator[Point]:
    """The day of what the meeting prepares ("hari H"), where the minutes date it."""
    for match in frame.grammar.days.day_h.finditer(frame.text):
        day = frame.prepared_day()
        kind = DueKind.RELATIVE if day else DueKind.VAGUE
        yield Point(match.start(), match.end(), day, kind, "day_h", Needs.EDGE, weak=day is None)


def weekday_meant(today: dt.date, number: int, match: re.Match[str]) -> dt.date | None:
    """The day of a weekday by the words at it, counted from ``today``; None where its week has gone past it."""
    if (match["week"] and match["next"]) or match["week_next"] or match["next_week"]:
        return weekday_of_week(today, number, 1)
    if told(match, "this") or match["week_this"] or match["this_week"]:
        this = weekday_of_week(today, number)
        if match["week"] or match["week_this"] or match["this_week"]:
            return this if this >= today else None
        return this if this >= today else next_weekday(today, number)
    return next_weekday(today, number)


def told_at(frame: Frame, start: int, end: int) -> Point | None:
    """The day with which an event's name from ``start`` to ``end`` ends, or that stands right behind it.

    "rapat besok", "pertemuan hari Jumat", "lomba tanggal 8".
    """
    points = _told_points(frame)
    for at in range(bisect_right(points, start, key=_start), len(points)):
        if points[at].start > end + 1:
            return None
        if points[at].end >= end:
            return points[at]
    return None


def _told_points(frame: Frame) -> list[Point]:
    """The days that a text tells without a month's name, in order; looked for once."""
    if "told" not in frame.found:
        rules = {"weekday": weekdays, "day_word": day_words, "day_only": days_of_month}
        points = (each for name, rule in rules.items() if name in frame.wanted for each in rule(frame))
        frame.found["told"] = sorted((each for each in points if each.day is not None), key=_start)
    return frame.found["told"]


def _start(point: Point) -> int:
    return point.start


def day_words(frame: Frame) -> Iterator[Point]:
    """Days told from the meeting: "besok", "lusa", "hari ini juga"."""
    for match in frame.grammar.days.day_word.finditer(frame.text):
        if any(0 <= mention.start - match.end() <= 2 for mention in frame.mentions):
            continue  # "besok Senin, 12 Mei": the date says it
        days = 2 if match["two"] else 1 if match["one"] else 0
        day = frame.today + dt.timedelta(days=days) if frame.today else None
        needs = Needs.NOTHING if days or match["emphasis"] else Needs.NO_NOUN if match["later"] else Needs.TODAY
        yield Point(match.start(), match.end(), day, DueKind.RELATIVE, "day_word", needs)
