"""The page on a photograph: its outline on a darker ground, and the page seen from straight above.

* The ground shows all around or nearly so, is darker, and the bright area fills a quadrilateral.
* Its corners are the bright places furthest to the upper left, upper right, lower right and lower left.
* A page is taken for A4 (its longer side).
"""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from notula.pipeline.read.scan_image import Matrix, Sheet, brightest, darkest, threshold

_SMALL: Final = 400  # pixels of the longer side: enough for finding corners
_RIM = 0.02  # of the sides
_BRIGHT_RIM = 0.45  # of the rim is bright where there is no ground around the page
_LEAST_AREA, _FILLED, _STRAY = 0.25, 0.9, 0.12  # of the picture; of the outline that is bright; of what is outside
_DARKER = 35  # grey levels that the ground is darker by
_LONG_SIDE: Final = 11.69  # inches
_LEAST, _MOST = 200.0, 300.0  # dots per inch to read at

_FAR_SIDES: Final = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], dtype=np.float64)  # of a corner's pixel

Points = NDArray[np.float64]


def take_page(sheet: Sheet) -> Sheet:
    """The sheet without what lies around the page, seen from above; the sheet itself where no outline shows."""
    corners = find_corners(sheet.grey)
    if corners is None:
        return sheet
    wide = max(_length(corners[0], corners[1]), _length(corners[3], corners[2]))
    high = max(_length(corners[0], corners[3]), _length(corners[1], corners[2]))
    native = max(wide, high) / _LONG_SIDE
    dpi = min(max(native, _LEAST), _MOST)
    size = round(wide * dpi / native), round(high * dpi / native)
    flat = np.array([[0, 0], [size[0], 0], [size[0], size[1]], [0, size[1]]], dtype=np.float64)
    back = _perspective(flat, corners)
    grey = sheet.grey.transform(
        size, Image.Transform.PERSPECTIVE, tuple(back.ravel()[:8]), Image.Resampling.BICUBIC, fillcolor=255
    )
    return replace(sheet, grey=grey, dpi=dpi, native=native, back=sheet.back @ back, outlined=True)


def find_corners(grey: Image.Image) -> Points | None:
    """The corners of a page on a darker ground, clockwise from the upper left; None where no such outline shows."""
    scale = max(grey.size) / _SMALL
    if scale < 1:
        return None
    small = grey.resize((round(grey.width / scale), round(grey.height / scale)), Image.Resampling.BOX)
    closed = darkest(brightest(small, 4), 4)  # letters are part of the paper
    levels = np.asarray(closed)
    bright = levels > threshold(closed)
    rim = max(2, round(_RIM * _SMALL))
    edge = np.concatenate([part.ravel() for part in (bright[:rim], bright[-rim:], bright[:, :rim], bright[:, -rim:])])
    if edge.mean() > _BRIGHT_RIM or not bright.any():
        return None
    y, x = np.nonzero(bright)
    found = [np.argmin(x + y), np.argmax(x - y), np.argmax(x + y), np.argmin(x - y)]
    corners = np.array([[x[at], y[at]] for at in found], dtype=np.float64)
    return (corners + _FAR_SIDES) * scale if _is_page(corners, bright, levels) else None


def _is_page(corners: Points, bright: NDArray[np.bool_], levels: NDArray[np.uint8]) -> bool:
    """Whether the corners are those of a bright page on darker ground."""
    inside = _inside(corners, bright.shape)
    if inside.mean() < _LEAST_AREA or inside.all():
        return False
    filled, stray = bright[inside].mean(), bright[~inside].mean()
    return bool(
        filled >= _FILLED and stray <= _STRAY and levels[inside].mean() - levels[~inside].mean() >= _DARKER
    )


def _inside(corners: Points, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Which pixels are inside of the outline."""
    y, x = np.mgrid[: shape[0], : shape[1]]
    inside = np.ones((shape[0], shape[1]), dtype=bool)
    for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        inside &= (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) >= 0
    return inside


def _length(a: Points, b: Points) -> float:
    return float(np.hypot(*(a - b)))


def _perspective(start: Points, end: Points) -> Matrix:
    """The matrix that leads from four points to four others (the usual eight equations)."""
    rows, values = [], []
    for (x, y), (u, v) in zip(start, end, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    solved = np.linalg.solve(np.array(rows, dtype=np.float64), np.array(values, dtype=np.float64))
    return np.append(solved, 1.0).reshape(3, 3)
