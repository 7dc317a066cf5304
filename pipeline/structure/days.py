"""Days as headers write them, folded, compared without reading a calendar: "10 april 2025", "2025-04-10, 09.00"."""

import re

from notula.pipeline.structure.title_lines import MONTH

CLOCK = re.compile(r"\b\d{1,2}[.:]\d{2}\b")
"""An hour as digits, as it may stand beside a day."""

_ISO = re.compile(r"\s*\d{4}-(?P<month>\d\d)-(?P<day>\d\d)\b")
_NUMBER = re.compile(r"\b[0-3]?\d(?!\d)")
_MONTH = re.compile(rf"\b{MONTH}")
_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_SPELT = {"peb": "feb", "nop": "nov", "may": "mei", "oct": "okt", "dec": "des", "aug": "agu", "ags": "agu"}


def day_number(date: str) -> str | None:
    """The day of the month in a date, as a number without a leading zero."""
    iso = _ISO.match(date)
    found = _NUMBER.search(date) if iso is None else None
    number = iso["day"] if iso else found.group() if found else None
    return number.lstrip("0") if number else None


def same_day(one: str, other: str) -> bool:
    """Whether two dates are of the same day, whatever their hours; one may be written with numbers from the year on."""
    one, other = (CLOCK.sub("", date).strip() for date in (one, other))
    if _ISO.match(one) is None:
        one, other = other, one
    iso, spelt = _ISO.match(one), _MONTH.search(other)
    if one == other or iso is None or spelt is None:
        return one == other
    name = _SPELT.get(spelt.group()[:3], spelt.group()[:3])
    return day_number(one) == day_number(other) and _MONTHS[(int(iso["month"]) - 1) % 12] == name
