"""What a reviewer types, understood as the pipeline would: days relative to the meeting's date, times of day."""

import datetime as dt
from typing import TYPE_CHECKING

from notula.models.minutes import DueKind
from notula.models.review import ReviewedDate, ReviewedDue, ReviewedTime

if TYPE_CHECKING:
    from notula.pipeline.lexicon import Lexicon

_UNTIL = " s.d. "


def typed_due(text: str, lexicon: "Lexicon", meeting_day: dt.date | None) -> ReviewedDue | None:
    """The deadline that is typed; None where nothing is. ``date`` is None where the words fix no single day."""
    text = " ".join(text.split())
    if not text:
        return None
    iso = _iso(text)
    if iso:
        return ReviewedDue(date=iso.isoformat(), text=text, kind=DueKind.ABSOLUTE)
    from notula.pipeline.extract.due import find_due  # loaded when first needed: the first page does not wait for it

    found = find_due(text, lexicon, meeting_day, cell=True)
    if found is None:
        return ReviewedDue(date=None, text=text, kind=DueKind.VAGUE)
    return ReviewedDue(date=found.date.isoformat() if found.date else None, text=text, kind=found.kind)


def typed_date(text: str, lexicon: "Lexicon", meeting_day: dt.date | None) -> ReviewedDate | None:
    """The day or days that are typed, two of them with ``s.d.`` between; None where nothing is.

    ``start`` is None where no day is understood.
    """
    text = " ".join(text.split())
    if not text:
        return None
    days = []
    for part in text.split(_UNTIL)[:2]:
        due = typed_due(part, lexicon, meeting_day)
        days.append(due.date if due else None)
    if None in days:
        return ReviewedDate(start=None, text=text)
    start, end = days[0], days[1] if len(days) > 1 else None
    return ReviewedDate(start=start, end=end, text=text)


def typed_time(text: str, lexicon: "Lexicon") -> ReviewedTime | None:
    """The time of day that is typed; None where nothing is. ``start`` is None where no time is understood."""
    text = " ".join(text.split())
    if not text:
        return None
    from notula.pipeline.extract.times import find_times

    for spelling in (text, f"pukul {text}"):
        for found in find_times(spelling, lexicon):
            return ReviewedTime(start=found.start, end=found.end, zone=found.zone, text=text)
    return ReviewedTime(start=None, text=text)


def _iso(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
