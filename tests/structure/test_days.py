"""Days as headers write them, compared."""

import pytest

from notula.pipeline.structure.days import day_number, same_day


@pytest.mark.parametrize(
    ("date", "number"),
    [("10 april 2025", "10"), ("2025-04-10", "10"), ("09/04/2025", "9"), ("2025-04-07, 09.00", "7"), ("april", None)],
)
def test_the_number_of_a_day(date: str, number: str | None) -> None:
    assert day_number(date) == number


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("10 april 2025", "10 april 2025 09.00", True),
        ("2025-04-10", "10 april 2025", True),
        ("10 nopember 2025 19.30", "2025-11-10", True),
        ("2025-04-10", "10 mei 2025", False),
        ("2025-04-10", "11 april 2025", False),
        ("10 april 2025", "12 april 2025", False),
        ("2025-04-10", "10/04/2025", False),
    ],
)
def test_the_same_day(one: str, other: str, same: bool) -> None:
    assert same_day(one, other) is same
