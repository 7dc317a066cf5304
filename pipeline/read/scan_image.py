"""Pictures of pages made fit for reading: even light, upright, straight.

* Light: the paper's brightness around each place is taken as white, where it is not much the same all over.
* Skew: text lines lie level where the rows' sums of ink differ most from one row to the next (projection profile).
* Every change of the picture is one more factor of ``back``, so that what is found can be shown on the page as it was.
"""

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PIL import Image, ImageFilter

Matrix = NDArray[np.float64]
Mask = NDArray[np.bool_]
_IDENTITY: Final[Matrix] = np.eye(3)

_COARSE = 8  # pixels to one for looking at light
_EVEN = 14  # grey levels between the brightest and darkest paper that need no evening out
_PAPER = 235  # paper this bright is white
_PROFILE_DPI = 100.0  # enough to tell lines of small text apart
_STEPS: Final = ((10.0, 0.5), (0.5, 0.1), (0.1, 0.02))  # degrees to each side, and how finely
_STRAIGHT = 0.04  # degrees that need no turning
_MARGIN = 0.03  # of a side: the edges of a scan are often black
_LONG_RULE = 0.35  # of a side: ink in one row or column that is no text


@dataclass(frozen=True, slots=True)
class Picture:
    """A page's picture as given: ``dpi`` pixels to an inch, ``native`` of which it was scanned with."""

    image: Image.Image
    dpi: float
    native: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's picture: grey levels, resolution, and the way of its points back to the picture as it was given.

    ``native`` is the resolution that it was scanned with. ``skew`` is how many degrees it was turned to be straight,
    ``quarter`` how many clockwise quarter turns it was given, ``shaded`` and ``outlined`` say that its light was uneven
    and that its outline was found on a larger picture.
    """

    grey: Image.Image
    dpi: float
    back: Matrix
    native: float
    skew: float = 0.0
    quarter: int = 0
    shaded: bool = False
    outlined: bool = False

    def with_grey(self, grey: Image.Image) -> "Sheet":
        """The sheet with other grey levels in the same places."""
        return replace(self, grey=grey)


def make_sheet(picture: Picture) -> Sheet:
    """The picture as a sheet, in shades of grey."""
    return Sheet(to_grey(picture.image), picture.dpi, _IDENTITY, picture.native)


def to_grey(picture: Image.Image) -> Image.Image:
    """The picture in 8 bits of grey; 16 bits are scaled, transparent is white."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        whole = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", whole.size, "white"), whole)
    if picture.mode.startswith("I;16") or picture.mode in ("I", "F"):
        levels = np.asarray(picture, dtype=np.float32)
        top = float(levels.max()) if levels.size else 0.0
        scale = 255 / 65535 if top > 255 else 1.0
        return Image.fromarray(np.clip(levels * scale, 0, 255).astype(np.uint8))
    return picture.convert("L")


def even_light(sheet: Sheet) -> Sheet:
    """The sheet with white paper all over."""
    small = sheet.grey.reduce(_COARSE)
    if min(small.size) < 8:
        return sheet
    paper = brightest(small, 4).filter(ImageFilter.GaussianBlur(6))
    levels = np.asarray(paper)
    dark, bright = (float(level) for level in np.percentile(levels, (3, 97)))
    if bright - dark <= _EVEN and dark >= _PAPER:
        return sheet
    whole = np.asarray(paper.resize(sheet.grey.size, Image.Resampling.BILINEAR), dtype=np.float32)
    grey = np.asarray(sheet.grey, dtype=np.float32) * (250 / np.maximum(whole, 40))
    return replace(
        sheet, grey=Image.fromarray(np.minimum(grey, 255).astype(np.uint8)), shaded=bright - dark > 4 * _EVEN
    )


def brightest(grey: Image.Image, reach: int) -> Image.Image:
    """Each pixel as bright as the brightest up to so many pixels away; by steps, which takes a third of the time."""
    for _ in range(reach):
        grey = grey.filter(ImageFilter.MaxFilter(3))
    return grey


def darkest(grey: Image.Image, reach: int) -> Image.Image:
    """Each pixel as dark as the darkest up to so many pixels away."""
    for _ in range(reach):
        grey = grey.filter(ImageFilter.MinFilter(3))
    return grey


def threshold(grey: Image.Image) -> int:
    """The level that parts ink from paper best (Otsu 1979)."""
    counts = np.asarray(grey.histogram()[:256], dtype=np.float64)
    levels = np.arange(256)
    weight = np.cumsum(counts)
    total, mean = weight[-1], np.cumsum(counts * levels)
    with np.errstate(divide="ignore", invalid="ignore"):
        between = (mean[-1] * weight - mean * total) ** 2 / (weight * (total - weight))
    best = np.nan_to_num(between, nan=0.0, posinf=0.0)
    return int(np.argmax(best))


def ink_of(grey: Image.Image) -> Mask:
    """Where there is ink."""
    return np.asarray(grey) <= threshold(grey)


def runs(flags: ArrayLike, gap: int) -> list[tuple[int, int]]:
    """Where flags are set, from start to end, gaps no longer than ``gap`` closed."""
    at = np.flatnonzero(flags)
    return [(int(at[start]), int(at[end - 1]) + 1) for start, end in stretches(at, gap + 1)]


def stretches(places: ArrayLike, step: float) -> list[tuple[int, int]]:
    """The stretches, from and to which index, of rising numbers none of which is more than ``step`` from the last."""
    at = np.asarray(places, dtype=np.int64)
    breaks = np.flatnonzero(np.diff(at) > step) + 1
    return list(pairwise([0, *breaks.tolist(), len(at)])) if len(at) else []


def turn_quarters(sheet: Sheet, quarters: int) -> Sheet:
    """The sheet turned clockwise by quarters."""
    quarters %= 4
    if not quarters:
        return sheet
    turns = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}
    width, height = sheet.grey.size
    matrices = {
        1: [[0, 1, 0], [-1, 0, height], [0, 0, 1]],
        2: [[-1, 0, width], [0, -1, height], [0, 0, 1]],
        3: [[0, -1, width], [1, 0, 0], [0, 0, 1]],
    }
    back = sheet.back @ np.array(matrices[quarters], dtype=np.float64)
    grey = sheet.grey.transpose(turns[quarters])
    return replace(sheet, grey=grey, back=back, quarter=(sheet.quarter + quarters) % 4)


def straighten(sheet: Sheet) -> Sheet:
    """The sheet turned so that its text lines are level."""
    angle = find_skew(sheet)
    if abs(angle) < _STRAIGHT:
        return sheet
    width, height = sheet.grey.size
    radians = math.radians(angle)
    cos, sin = math.cos(radians), math.sin(radians)
    x, y = width / 2, height / 2
    # a point of the turned sheet is this one of the sheet before
    back = np.array([[cos, -sin, x - cos * x + sin * y], [sin, cos, y - sin * x - cos * y], [0, 0, 1]])
    grey = sheet.grey.transform(
        sheet.grey.size, Image.Transform.AFFINE, tuple(back[:2].ravel()), Image.Resampling.BICUBIC, fillcolor=255
    )
    return replace(sheet, grey=grey, back=sheet.back @ back, skew=angle)


def find_skew(sheet: Sheet) -> float:
    """By how many degrees text lines fall to the right (rise where negative)."""
    points = _text_points(sheet)
    angle = 0.0
    for reach, step in _STEPS:
        tries = angle + np.arange(-reach, reach + step / 2, step)
        scores = [_sharpness(points, float(one)) for one in tries]
        angle = float(tries[int(np.argmax(scores))])
    return angle


def is_sideways(sheet: Sheet) -> bool:
    """Whether text lines run up or down the sheet."""
    level = _text_points(sheet)
    upright = level[:, ::-1]
    angles = np.arange(-3, 3.1, 0.5)
    return max(_sharpness(upright, float(a)) for a in angles) > 1.5 * max(_sharpness(level, float(a)) for a in angles)


def _text_points(sheet: Sheet) -> NDArray[np.float64]:
    """Where there is ink on a small copy, as x and y; without edges and rows or columns that are rules."""
    grey = sheet.grey.reduce(max(1, round(sheet.dpi / _PROFILE_DPI)))
    ink = ink_of(grey)
    height, width = ink.shape
    above, beside = int(_MARGIN * height), int(_MARGIN * width)
    ink = ink[above : height - above, beside : width - beside]
    if not ink.size:
        return np.zeros((0, 2))
    ink = ink & (ink.mean(axis=1) < _LONG_RULE)[:, None] & (ink.mean(axis=0) < _LONG_RULE)[None, :]
    y, x = np.nonzero(ink)
    return np.column_stack((x, y)).astype(np.float64)


def _sharpness(points: NDArray[np.float64], degrees: float) -> float:
    """How much the rows differ from each other when looked at along lines of this slope."""
    if len(points) < 50:
        return -abs(degrees)  # too little to tell: as it is
    radians = math.radians(degrees)
    rows = points[:, 1] * math.cos(radians) - points[:, 0] * math.sin(radians)
    counts = np.bincount((rows - rows.min()).astype(np.int64)).astype(np.float64)
    return float(np.sum(np.diff(counts) ** 2))
