"""Charts of a run's report as rectangles and words; the template draws them as SVG and escapes what they say.

Lengths are in the chart's own units; the page scales it to the room there is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

WIDTH: Final = 520
_ROW, _NAME, _VALUE = 26, 200, 64
_TALL, _TOP, _FOOT = 150, 20, 38
_LETTERS = 27  # of a name beside its bar


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: how much, and its look (a class of the style sheet)."""

    size: float
    look: str


@dataclass(frozen=True, slots=True)
class Row:
    """A bar: its name, its parts, the value as it is written beside it, and all of it in words."""

    name: str
    parts: tuple[Part, ...]
    value: str
    said: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``said`` is what it stands for."""

    x: float
    y: float
    width: float
    height: float
    look: str
    said: str


@dataclass(frozen=True, slots=True)
class Label:
    """A text; ``anchor`` is SVG's text-anchor."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    look: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart; ``said`` is all of it in words, for those who do not see it."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    labels: tuple[Label, ...]
    said: str


def bars(rows: Sequence[Row]) -> Chart:
    """A row for each bar, its name on the left and its value at its end."""
    boxes: list[Box] = []
    labels: list[Label] = []
    most = max((_size(row) for row in rows), default=0) or 1
    room = WIDTH - _NAME - _VALUE
    for at, row in enumerate(rows):
        x, y = float(_NAME), at * _ROW
        boxes.append(Box(_NAME, y + 5, room, _ROW - 10, "ground", row.said))
        for part in row.parts:
            if width := round(room * part.size / most, 1):
                boxes.append(Box(round(x, 1), y + 5, max(width, 1), _ROW - 10, part.look, row.said))
                x += width
        labels.append(Label(_NAME - 10, y + 18, shortened(row.name), "end"))
        labels.append(Label(_NAME + room + 8, y + 18, row.value, look="soft"))
    return Chart(WIDTH, _ROW * max(len(rows), 1), tuple(boxes), tuple(labels), _words(rows))


def columns(rows: Sequence[Row], least: int = 10) -> Chart:
    """A column for each row, its value above and its name below; as wide as if there were ``least`` at least."""
    boxes: list[Box] = []
    labels: list[Label] = []
    most = max((_size(row) for row in rows), default=0) or 1
    step = WIDTH / max(len(rows), least)
    floor = float(_TOP + _TALL)
    for at, row in enumerate(rows):
        x, y = round(at * step + step * 0.14, 1), floor
        for part in row.parts:
            if height := round(_TALL * part.size / most, 1):
                height = max(height, 1)
                y = round(y - height, 1)
                boxes.append(Box(x, y, round(step * 0.72, 1), height, part.look, row.said))
        middle = round(at * step + step / 2, 1)
        if _size(row):
            labels.append(Label(middle, y - 5, row.value, "middle", "soft"))
        labels.append(Label(middle, floor + 16, row.name, "middle"))
        labels.append(Label(middle, floor + 31, row.below, "middle", "soft"))
    boxes.append(Box(0, floor, WIDTH, 1, "axis", ""))
    return Chart(WIDTH, _TOP + _TALL + _FOOT, tuple(boxes), tuple(labels), _words(rows))


def strip(parts: Sequence[tuple[float, str, str]]) -> Chart:
    """One bar over the whole width, of sizes with their looks and words."""
    whole = sum(size for size, _, _ in parts) or 1
    boxes: list[Box] = []
    x = 0.0
    for size, look, said in parts:
        if width := WIDTH * size / whole:
            boxes.append(Box(round(x, 1), 0, round(max(width - 1, 0.7), 1), 14, look, said))
            x += width
    return Chart(WIDTH, 14, tuple(boxes), (), ". ".join(said for size, _, said in parts if size))


def shortened(name: str) -> str:
    """A name that fits beside a bar: an over-long one without its middle, for names of files differ at the end."""
    half = (_LETTERS - 1) // 2
    return name if len(name) <= _LETTERS else f"{name[:half].rstrip()}…{name[-half:].lstrip()}"


def _size(row: Row) -> float:
    return sum(part.size for part in row.parts)


def _words(rows: Sequence[Row]) -> str:
    return ". ".join(row.said for row in rows)
