"""Ruling edges of a page by PDFium: the straight, visible sides of its paths. Images are measured on the way.

Sides of areas that are filled but have no outline are kept apart (``shades``): a table's cells are often shaded up to
their borders, but Word shades the text inside of them too.
"""

import ctypes
from typing import Any, Final

import pypdfium2.raw as pdfium_c

from notula.pipeline.read.pdf_calls import address, form_object, object_bounds, object_type, page_object
from notula.pipeline.read.pdf_page import THIN, Edge, Edges, Placement

_SHORTEST = 1.0
_MOST_SEGMENTS = 2_000  # of one path; drawings have more, tables do not
_RECTANGLE = 5  # points of the path that the operator re makes
_DEEPEST = 6  # forms inside forms
_WHITE = 250

Segment = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class TooManyObjectsError(Exception):
    """The page has more objects than may be looked at."""


class RuleReader:
    """Collects the straight segments and the image area of a page, in user space."""

    def __init__(self, limit: int) -> None:
        self._left = limit
        self.segments: list[Segment] = []
        self.shades: list[Segment] = []
        self.image_area = 0.0
        self.paths = 0
        floats = tuple(ctypes.c_float() for _ in range(4))
        self._bounds = floats
        self._bounds_at = tuple(ctypes.addressof(value) for value in floats)
        self._stroke, self._pen = ctypes.c_int(), ctypes.c_float()
        self._pen_ref = ctypes.byref(self._pen)
        self._mode_refs = ctypes.byref(ctypes.c_int()), ctypes.byref(self._stroke)

    def read(self, page: Any) -> None:
        """Walks over the objects of a page.

        Raises:
            TooManyObjectsError: there are more than the limit.
        """
        count = pdfium_c.FPDFPage_CountObjects(page)
        self._spend(count)
        text, path, take_path = pdfium_c.FPDF_PAGEOBJ_TEXT, pdfium_c.FPDF_PAGEOBJ_PATH, self._take_path
        where = address(page)
        for at in range(count):
            item = page_object(where, at)
            kind = object_type(item)
            if kind == path:
                self.paths += 1
                take_path(item, _IDENTITY)
            elif kind != text:
                self._take(item, kind, _IDENTITY, 0)

    def _spend(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise TooManyObjectsError

    def _take(self, item: int, kind: int, outer: Matrix, depth: int) -> None:
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            self._take_path(item, outer)
        elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = self._bounds_of(item, outer)
            self.image_area += (x1 - x0) * (y1 - y0)
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            count = pdfium_c.FPDFFormObj_CountObjects(_typed(item))
            self._spend(count)
            inner = _product(_matrix(item), outer)
            for at in range(count):
                child = form_object(item, at)
                self._take(child, object_type(child), inner, depth + 1)

    def _take_path(self, item: int, outer: Matrix) -> None:
        """Adds the sides of a path: one line where it is narrow, else its straight segments.

        PDFium makes no objects of paths that are not painted. A line's box is as high as its pen and longer by it.
        """
        x0, y0, x1, y1 = self._bounds_of(item, outer)
        wide, high = x1 - x0, y1 - y0
        if wide > THIN < high:
            self._take_outline(item, outer, (x0, y0, x1, y1))
        elif wide > high and wide >= _SHORTEST:
            y = (y0 + y1) / 2
            self.segments.append((x0 + high / 2, y, x1 - high / 2, y))
        elif high >= _SHORTEST:
            x = (x0 + x1) / 2
            self.segments.append((x, y0 + wide / 2, x, y1 - wide / 2))

    def _take_outline(self, item: int, outer: Matrix, bounds: Segment) -> None:
        """Adds the straight sides of a path that is no line; a path of five points is the rectangle around it."""
        path = _typed(item)
        pdfium_c.FPDFPath_GetDrawMode(path, *self._mode_refs)
        stroked = bool(self._stroke.value)
        count = pdfium_c.FPDFPath_CountSegments(path)
        if count > _MOST_SEGMENTS or (not stroked and _is_white(path)):
            return
        self._spend(count)
        found = self.segments if stroked else self.shades
        if count != _RECTANGLE:
            self._follow(path, _product(_matrix(item), outer), count, found)
            return
        x0, y0, x1, y1 = bounds
        if stroked and pdfium_c.FPDFPageObj_GetStrokeWidth(path, self._pen_ref):
            half = self._pen.value / 2
            x0, y0, x1, y1 = x0 + half, y0 + half, x1 - half, y1 - half
        found += [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]

    def _follow(self, item: Any, matrix: Matrix, count: int, found: list[Segment]) -> None:
        """Adds the straight level and upright segments of an outline."""
        x, y = ctypes.c_float(), ctypes.c_float()
        x_ref, y_ref = ctypes.byref(x), ctypes.byref(y)
        start = last = (0.0, 0.0)
        for at in range(count):
            segment = pdfium_c.FPDFPath_GetPathSegment(item, at)
            pdfium_c.FPDFPathSegment_GetPoint(segment, x_ref, y_ref)
            point = _moved(x.value, y.value, matrix)
            kind = pdfium_c.FPDFPathSegment_GetType(segment)
            if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
                start = point
            elif kind == pdfium_c.FPDF_SEGMENT_LINETO:
                _add_straight(found, last, point)
            last = point
            if pdfium_c.FPDFPathSegment_GetClose(segment):
                _add_straight(found, last, start)
                last = start

    def _bounds_of(self, item: int, outer: Matrix) -> Segment:
        if not object_bounds(item, *self._bounds_at):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = self._bounds
        if outer is _IDENTITY:
            return left.value, bottom.value, right.value, top.value
        a, b = _moved(left.value, bottom.value, outer), _moved(right.value, top.value, outer)
        return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def _add_straight(found: list[Segment], a: tuple[float, float], b: tuple[float, float]) -> None:
    wide, high = abs(a[0] - b[0]), abs(a[1] - b[1])
    if min(wide, high) <= 0.5 and max(wide, high) >= _SHORTEST:
        found.append((min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])))


def placed_edges(segments: list[Segment], place: Placement) -> Edges:
    """Segments of user space as edges of the frame, those outside of it left out."""
    width, height = place.size
    right, foot = width + THIN, height + THIN
    level, upright, new = [], [], tuple.__new__
    for segment in segments:
        x0, top, x1, bottom = place.box(*segment)
        if x1 < -THIN or x0 > right or bottom < -THIN or top > foot:
            continue
        if bottom - top > x1 - x0:
            upright.append(new(Edge, ((x0 + x1) / 2, top, bottom)))
        else:
            level.append(new(Edge, ((top + bottom) / 2, x0, x1)))
    return Edges(level, upright)


def _typed(item: int) -> Any:
    """An object's address as pypdfium2 wants it."""
    return ctypes.cast(item, pdfium_c.FPDF_PAGEOBJECT)


def _matrix(item: int) -> Matrix:
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(_typed(item), ctypes.byref(matrix)):
        return _IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _product(m: Matrix, n: Matrix) -> Matrix:
    """First ``m``, then ``n``."""
    if n is _IDENTITY:
        return m
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3], m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3], m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip


def _moved(x: float, y: float, m: Matrix) -> tuple[float, float]:
    return x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]


def _is_white(item: Any) -> bool:
    """Whether a filled path cannot be seen on paper (browsers print such backgrounds)."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium_c.FPDFPageObj_GetFillColor(item, *(ctypes.byref(part) for part in parts)):
        return False
    red, green, blue, alpha = (part.value for part in parts)
    return min(red, green, blue) >= _WHITE or alpha == 0
