"""Which months a chart shows where there are more than it has room for."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

ROOM: Final = 18


@dataclass(frozen=True, slots=True)
class Window:
    """Months in a row with their counts, those with none among them, and what lies before and after."""

    months: tuple[tuple[str, int], ...] = ()
    before: int = 0
    after: int = 0


def fullest(counts: Mapping[str, int], room: int = ROOM) -> Window:
    """All months from first to last where they fit into ``room``, else the ``room`` months in a row that hold most.

    Args:
        counts: by month, as ``2023-05``.
        room: months to show at most.
    """
    if not counts:
        return Window()
    numbered = sorted((_number(month), count) for month, count in counts.items())
    months = [number for number, _ in numbered]
    sums = [0, *accumulate(count for _, count in numbered)]
    ends = [bisect_left(months, first + room) for first in months]
    start = max(range(len(months)), key=lambda at: (sums[ends[at]] - sums[at], months[at]))
    end = ends[start]
    shown = dict(numbered[start:end])
    row = range(months[start], months[end - 1] + 1)
    return Window(tuple((_name(number), shown.get(number, 0)) for number in row), sums[start], sums[-1] - sums[end])


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _name(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
