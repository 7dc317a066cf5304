"""When and where the meeting was: date, time, place, mode."""

import datetime as dt
from typing import NamedTuple

from notula.models.issue import Note
from notula.models.minutes import DateValue, Mode, TextValue, TimeValue
from notula.pipeline.extract.meeting_date import find_date
from notula.pipeline.extract.meeting_time import find_time
from notula.pipeline.extract.place import find_mode, find_place
from notula.pipeline.extract.scope import Scope


class When(NamedTuple):
    """Date, time, place and mode, and what is to be said about them."""

    date: DateValue | None
    time: TimeValue | None
    place: TextValue | None
    mode: Mode | None
    notes: tuple[Note, ...]


def find_when(scope: Scope, beside: dt.date | None = None) -> When:
    """When and where the meeting was; None for what the minutes do not say.

    ``beside`` is the day of the meeting next to it in the file: a year left out is taken from there, or the whole day
    ("pada hari yang sama").
    """
    date, notes = find_date(scope, beside)
    place = find_place(scope, date)
    time = find_time(scope, date)
    return When(date, time, place, find_mode(scope, place), tuple(notes))
