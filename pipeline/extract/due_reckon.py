"""Reckons days: the calendar arithmetic of deadlines. Weeks run from Monday to Sunday; holidays are not known."""

import calendar
import datetime as dt

from notula.pipeline.extract.dates import DateMention

_SHORTLY = 183  # days
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """The day; None where there is none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months on, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return min(dt.date(year, month + 1, 1) + dt.timedelta(days=day.day - 1), month_end(year, month + 1))


def add_working_days(day: dt.date, count: int) -> dt.date:
    """So many days from Monday to Friday on (back where negative), the day itself not counted."""
    step = dt.timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= day.isoweekday() <= 5
    return day


def next_weekday(day: dt.date, weekday: int) -> dt.date:
    """The next such weekday strictly after a day."""
    return day + dt.timedelta(days=(weekday - day.isoweekday() - 1) % 7 + 1)


def weekday_of_week(day: dt.date, weekday: int, weeks: int = 0) -> dt.date:
    """That weekday in the day's week, or so many weeks on."""
    return day + dt.timedelta(days=weekday - day.isoweekday() + 7 * weeks)


def coming_day(month: int, day: int, today: dt.date) -> dt.date | None:
    """A day without year: this year's, or next year's where it lies before today."""
    this = day_of(today.year, month, day)
    return this if this is not None and this >= today else day_of(today.year + 1, month, day)


def coming_day_of_month(day: int, today: dt.date) -> dt.date | None:
    """A day without month: this month's, or next month's where it lies before today."""
    ahead = today if day >= today.day else add_months(today.replace(day=1), 1)
    return day_of(ahead.year, ahead.month, day)


def months_of(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a run of months."""
    return dt.date(year, first, 1), month_end(year, last)


def shift(day: dt.date, count: int, unit: str, *, working: bool = False) -> dt.date:
    """So many units on; ``unit`` is day, week, month, year or hour (a day each 24 begun)."""
    if unit == "month" or unit == "year":
        return add_months(day, count * (12 if unit == "year" else 1))
    if unit == "day" and working:
        return add_working_days(day, count)
    days = {"day": count, "week": 7 * count, "hour": -(-count // 24)}[unit]
    return day + dt.timedelta(days=days)


def first_day(mention: DateMention, today: dt.date | None) -> dt.date | None:
    """The first day of a mention, its year inferred where it is left out; None for a month."""
    return complete(mention.parts, today)


def last_day(mention: DateMention, today: dt.date | None) -> dt.date | None:
    """The last day of a mention, its year inferred where it is left out; None for a month."""
    return complete(mention.last, today)


def complete(parts: tuple[int | None, int | None, int | None], today: dt.date | None) -> dt.date | None:
    """The day of a day, month and year, the coming one where the year is left out; None without a day or month."""
    day, month, year = parts
    if day is None or month is None:
        return None
    if year is not None:
        return day_of(year, month, day)
    return coming_day(month, day, today) if today else None


def has_passed(parts: tuple[int | None, int | None, int | None], today: dt.date | None) -> bool:
    """Whether a day without its year lies shortly before the meeting: hardly next year's is meant."""
    day, month, year = parts
    this_year = day_of(today.year, month, day) if today and month and day and year is None else None
    return bool(this_year and today and 0 < (today - this_year).days <= _SHORTLY)
