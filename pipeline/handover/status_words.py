"""What other tools say about the state of an item, understood: words and dates, Indonesian and English."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache
from importlib.resources import files

from notula.models.review import FollowUpStatus
from notula.pipeline.handover.tables import Row
from notula.pipeline.text import fold

_JAKARTA = timezone(timedelta(hours=7))  # a time with a zone is a day there
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_BASIC = re.compile(r"(\d{8}T\d{6})Z")  # Taskwarrior, iCalendar
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")  # day first, as in Indonesia
_NAMED = re.compile(r"(\d{1,2})[ /-]([A-Za-z]+)\.?[ /-](\d{4}|\d{2})\b")  # 25 November 2026, Jira's 25/Nov/26
_YEARS_FIRST = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")
_PERCENT = re.compile(r"(\d{1,3})(?:[.,]\d+)? ?%?")


@dataclass(frozen=True, slots=True)
class Told:
    """What a row tells: ``word`` is what was not understood, ``status`` None where nothing was.

    ``on`` is the ISO day of the status where one is told; ``odd_date`` a date that was not understood. ``coarse`` says
    that the tool only tells what is done from what is not: an open item may be in progress.
    """

    status: FollowUpStatus | None
    on: str | None = None
    word: str | None = None
    odd_date: str | None = None
    coarse: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    status: tuple[str, ...]
    coarse: tuple[str, ...]
    percent: tuple[str, ...]
    done_on: tuple[str, ...]
    started_on: tuple[str, ...]
    statuses: dict[str, FollowUpStatus]
    months: dict[str, int]


def read_status(row: Row) -> Told | None:
    """What a row of another tool tells about its item; None where no column is about its state."""
    words = _words()
    status, found = _status(row, words)
    done = _first(row, words.done_on)
    if status is None and found is None:
        if done is None or read_day(done) is None:
            return None
        status = FollowUpStatus.DONE
    if status is None:
        return Told(None, word=found)
    if status is FollowUpStatus.OPEN and row.get("start") and "entry" in row:  # how Taskwarrior says "in progress"
        status = FollowUpStatus.IN_PROGRESS
    coarse = found in words.coarse
    told = done if status is FollowUpStatus.DONE else None
    if status is FollowUpStatus.IN_PROGRESS:
        told = _first(row, words.started_on)
    if told is None or fold(told) in words.statuses:  # no date, or a column that says yes or no
        return Told(status, coarse=coarse)
    day = read_day(told)
    return Told(status, on=day, odd_date=None if day else told, coarse=coarse)


def read_day(text: str) -> str | None:
    """The ISO day that a date or time means in Jakarta; None where it is not understood (``3/15/2026``)."""
    text = text.strip()
    if basic := _BASIC.fullmatch(text):
        text = f"{basic[1]}+00:00"
    try:
        when = datetime.fromisoformat(text)
        return (when.astimezone(_JAKARTA) if when.tzinfo else when).date().isoformat()
    except ValueError:
        return _loose_day(text)


def _loose_day(text: str) -> str | None:
    if found := _ISO.match(text):
        return _day(found[0][:4], found[0][5:7], found[0][8:])
    if found := _YEARS_FIRST.match(text):
        return _day(found[1], found[2], found[3])
    if found := _NUMBERS.match(text):
        return _day(found[3], found[2], found[1])
    if (found := _NAMED.match(text)) and (month := _words().months.get(found[2].lower())):
        return _day(found[3] if len(found[3]) == 4 else f"20{found[3]}", str(month), found[1])
    return None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _status(row: Row, words: _Words) -> tuple[FollowUpStatus | None, str | None]:
    """The status of a row and the column that tells it; or None and the first word that was not understood."""
    odd = None
    for name in words.status:
        if cell := row.get(name):
            if known := words.statuses.get(fold(cell)) or _share(cell, percent=True):
                return known, name
            if read_day(cell) is None:
                odd = odd or cell
    for name in words.percent:
        if (cell := row.get(name)) and (known := _share(cell, percent=False)):
            return known, name
    return None, odd


def _share(cell: str, *, percent: bool) -> FollowUpStatus | None:
    """The status that a share of the work means; with ``percent`` only where the sign is there."""
    found = _PERCENT.fullmatch(cell.strip())
    if not found or (percent and "%" not in cell):
        return None
    share = int(found[1])
    if share >= 100:
        return FollowUpStatus.DONE
    return FollowUpStatus.IN_PROGRESS if share else FollowUpStatus.OPEN


def _first(row: Row, names: Iterable[str]) -> str | None:
    return next((row[name] for name in names if row.get(name)), None)


@cache
def _words() -> _Words:
    data = tomllib.loads(files("notula.pipeline.handover").joinpath("statuses.toml").read_text("utf-8"))
    columns = {name: tuple(listed) for name, listed in data["columns"].items()}
    statuses = {fold(word): FollowUpStatus(status) for status, listed in data["words"].items() for word in listed}
    months = {name: number for number, names in enumerate(data["months"]["names"], 1) for name in names}
    return _Words(**columns, statuses=statuses, months=months)
