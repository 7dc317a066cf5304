"""Finds the periods that a sentence names (a month, a quarter, "minggu depan") and their first and last days."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notula.models.minutes import DueKind
from notula.pipeline.extract.dates import DateMention
from notula.pipeline.extract.due_frame import Needs
from notula.pipeline.extract.due_grammar import DueGrammar
from notula.pipeline.extract.due_point_patterns import told
from notula.pipeline.extract.due_reckon import QUARTERS, add_months, month_end, months_of, weekday_of_week
from notula.pipeline.text import Stretches

_ABBREVIATED = 3  # letters of a month in short


@dataclass(frozen=True)
class Period:
    """A period as written.

    ``due`` is the day that it means as a deadline, ``last`` its last day, ``eve`` the day before it begins; all None
    where the meeting's day is not known and needed. ``alone`` is False for a bare "bulan" or "tahun 2021", which is a
    deadline only as "akhir bulan", "akhir tahun 2021".
    """

    start: int
    end: int
    due: dt.date | None
    last: dt.date | None
    eve: dt.date | None
    kind: DueKind
    rule: str
    needs: Needs
    derived: bool = True
    alone: bool = True


def find_periods(
    text: str, grammar: DueGrammar, mentions: Sequence[DateMention], today: dt.date | None, wanted: frozenset[str]
) -> Iterator[Period]:
    """The periods of a text, by wording; some may overlap. ``wanted``: see :meth:`DueGrammar.wanted`."""
    if "quarter" in wanted:
        yield from _quarters(text, grammar, today)
    if mentions or "bare_month" in wanted:
        yield from _months(text, grammar, mentions, today)
    if "period" in wanted:
        yield from _relative(text, grammar, today)
    if "ending" in wanted:
        yield from _endings(text, grammar, today)


def _months(text: str, grammar: DueGrammar, mentions: Sequence[DateMention], today: dt.date | None) -> Iterator[Period]:
    taken = []
    for mention in mentions:
        day, month, year = mention.last.day, mention.last.month, mention.last.year
        if day is not None or month is not None:
            taken.append((mention.start, mention.end))
        if day is None and month is not None:
            this = grammar.periods.bare_month.match(text, mention.start)  # "bulan Maret ini"
            yield _month((mention.start, max(mention.end, this.end() if this else 0)), month, year, today, Needs.EDGE)
    dated = Stretches(taken)
    for match in grammar.periods.bare_month.finditer(text):
        short_form = match["m"].isupper() and len(match["m"]) <= _ABBREVIATED and not text.isupper()
        if not dated.touch(*match.span()) and not short_form:  # "Bella (FEB)" is of a faculty
            needs = Needs.EDGE if match["bulan"] else Needs.LIMIT
            yield _month(match.span(), grammar.dates.month_number(match["m"]), None, today, needs)


def _month(span: tuple[int, int], month: int, year: int | None, today: dt.date | None, needs: Needs) -> Period:
    last = eve = None
    if year is not None:
        last, eve = month_end(year, month), dt.date(year, month, 1) - dt.timedelta(days=1)
    elif today is not None:
        last = month_end(today.year + (month < today.month), month)
        if month != today.month:  # "sebelum Juli" said in July: no telling
            eve = dt.date(last.year, month, 1) - dt.timedelta(days=1)
    return Period(*span, last, last, eve, DueKind.ABSOLUTE, "month", needs, derived=year is None)


def _quarters(text: str, grammar: DueGrammar, today: dt.date | None) -> Iterator[Period]:
    for match in grammar.periods.quarter.finditer(text):
        length = 3 if match["quarter"] else 6
        number = _number(match, length, today)
        if number is None or number * length > 12:
            continue
        year = int(match["y"]) if match["y"] else None
        first = last = None
        if year is not None or today is not None:
            first, last = _quarter_days(number, length, year, today)
        if first and told(match, "next"):
            first = add_months(first, length)
            last = month_end(first.year, first.month + length - 1)
        eve = first - dt.timedelta(days=1) if first else None
        kind = DueKind.ABSOLUTE if match["n"] else DueKind.RELATIVE
        alone = bool(match["n"]) or told(match, "this") or told(match, "next")
        yield Period(*match.span(), last, last, eve, kind, "quarter", Needs.EDGE, derived=year is None, alone=alone)


def _number(match: re.Match[str], length: int, today: dt.date | None) -> int | None:
    if match["n"]:
        return QUARTERS.get(match["n"].casefold()) or int(match["n"])
    return (today.month - 1) // length + 1 if today else None


def _quarter_days(number: int, length: int, year: int | None, today: dt.date | None) -> tuple[dt.date, dt.date]:
    base = year if year is not None else today.year if today else 1
    first, last = months_of(base, (number - 1) * length + 1, number * length)
    if year is None and today and last < today:
        return months_of(base + 1, (number - 1) * length + 1, number * length)
    return first, last


def _relative(text: str, grammar: DueGrammar, today: dt.date | None) -> Iterator[Period]:
    """Periods told from the meeting ("bulan ini", "minggu depan"), and the bare words that "akhir" stands before."""
    for match in grammar.periods.period.finditer(text):
        following = told(match, "next")
        alone = following or told(match, "this")
        needs = Needs.NO_NOUN if alone else Needs.LIMIT
        if (match["week"] or match["weekend"]) and not match["y"]:
            due, last = _week(today, following=following)
            due = last if match["weekend"] else due
            yield Period(*match.span(), due, last, None, DueKind.RELATIVE, "week", needs, alone=alone)
        elif match["month"] and not match["y"]:
            last = eve = None
            if today:
                first = add_months(today.replace(day=1), int(following))
                last, eve = month_end(first.year, first.month), first - dt.timedelta(days=1)
            yield Period(*match.span(), last, last, eve, DueKind.RELATIVE, "relative_month", needs, alone=alone)
        elif match["year"]:
            yield _year(match, today, following=following)


def _endings(text: str, grammar: DueGrammar, today: dt.date | None) -> Iterator[Period]:
    """The last day of the week, month or year that runs, in short ("EOM")."""
    for match in grammar.periods.ending.finditer(text):
        last = None
        if today:
            year_end = dt.date(today.year, 12, 31)
            month_or_year = month_end(today.year, today.month) if match["month"] else year_end
            last = weekday_of_week(today, 7) if match["week"] else month_or_year
        yield Period(*match.span(), last, last, None, DueKind.RELATIVE, "ending", Needs.NO_NOUN)


def _week(today: dt.date | None, *, following: bool) -> tuple[dt.date | None, dt.date | None]:
    """The day that "minggu ini" (its Sunday) or "minggu depan" (seven days on) means, and the week's last day."""
    if today is None:
        return None, None
    sunday = weekday_of_week(today, 7, int(following))
    return (today + dt.timedelta(days=7) if following else sunday), sunday


def _year(match: re.Match[str], today: dt.date | None, *, following: bool) -> Period:
    year = int(match["y"]) if match["y"] else today.year + following if today else None
    last = dt.date(year, 12, 31) if year else None
    kind = DueKind.ABSOLUTE if match["y"] else DueKind.RELATIVE
    return Period(
        *match.span(), None, last, None, kind, "year", Needs.LIMIT, derived=not match["y"], alone=False,
    )  # fmt: skip
