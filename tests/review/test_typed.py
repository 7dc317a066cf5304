"""What a reviewer types, reckoned from the meeting's day."""

import datetime as dt

import pytest

from notula.pipeline.lexicon import load_lexicon
from notula.pipeline.review.typed import typed_date, typed_due, typed_time

FRIDAY = dt.date(2023, 5, 12)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("akhir bulan", "2023-05-31"),
        ("15/6", "2023-06-15"),
        ("15/3", "2024-03-15"),
        ("besok", "2023-05-13"),
        ("2 minggu", "2023-05-26"),
        ("Jumat depan", "2023-05-19"),
        ("31 Mei", "2023-05-31"),
        ("  31   Mei 2024 ", "2024-05-31"),
        ("2023-06-01", "2023-06-01"),
        ("2023-13-01", None),
        ("segera", None),
        ("entah", None),
    ],
)
def test_a_deadline(text: str, day: str | None) -> None:
    due = typed_due(text, load_lexicon(None), FRIDAY)
    assert due is not None and (due.date, due.text) == (day, " ".join(text.split()))


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_typed_is_no_deadline_no_day_and_no_time(text: str) -> None:
    lexicon = load_lexicon(None)
    assert typed_due(text, lexicon, FRIDAY) is typed_date(text, lexicon, FRIDAY) is typed_time(text, lexicon) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12 Mei 2023", ("2023-05-12", None)),
        ("2023-05-12 s.d. 2023-05-14", ("2023-05-12", "2023-05-14")),
        ("entah kapan", (None, None)),
        ("12 Mei 2023 s.d. entah", (None, None)),
    ],
)
def test_a_meetings_days(text: str, days: tuple[str | None, str | None]) -> None:
    date = typed_date(text, load_lexicon(None), None)
    assert date is not None and (date.start, date.end) == days


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("09.00 - 11.30 WIB", ("09:00", "11:30", "WIB")),
        ("pukul 9 WITA", ("09:00", None, "WITA")),
        ("13.15", ("13:15", None, None)),
        ("entah", (None, None, None)),
    ],
)
def test_a_time_of_day(text: str, time: tuple[str | None, ...]) -> None:
    found = typed_time(text, load_lexicon(None))
    assert found is not None and (found.start, found.end, found.zone) == time
