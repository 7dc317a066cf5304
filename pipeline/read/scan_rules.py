"""Ruling lines of a picture: found, given as edges, and painted over so that they are not read as letters.

A line is where the mean darkness along a stretch (0.2 inch) is high although it is low a little to both sides of it:
strokes of letters are shorter, rows of letters are not as dark, and bars are thicker. Faint lines show in the mean,
too. Its ends are then taken from the ink itself. An upright line may be as short as a stroke where it leads from one
level line to another: a table's only row on a page.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from notula.pipeline.read.pdf_page import Edge, Edges
from notula.pipeline.read.scan_image import Mask, Sheet, runs, stretches, threshold

_STRETCH: Final = 0.2  # inches that a line is dark along
_BESIDE: Final = 0.035  # inches from a line's middle to where it has to be over
_DARK, _FAINT = 71, 163  # mean grey level along a line that letters touch, and along one that stands alone
_HALF, _ALONE = 127, 219  # ... to the clearer side of it, and to both sides of one that stands alone
_SHORTEST, _SHORTEST_BETWEEN = 0.35, 0.17  # inches, and from one line to another
_SHORTEST_FAINT = 0.55  # inches: stems above each other and the grey between them are shorter
_TOUCHING = 0.03  # inches
_GAP = 0.02  # inches: a line with shorter gaps is one
_UNBROKEN = 0.93  # of a line is ink
_SAME_LINE = 3  # pixels from one row to the next of a line that is not quite level
_THICKEST = 0.05  # inches
_CROSSED = 0.12  # of a line that may be thicker, where strokes cross it
_LIGHT = 0.35  # from the threshold towards white: hairlines are that light
_PAPER, _WHITE = 250, 225  # grey levels of paper, and from which on nothing is printed
_PAINT = 0.008  # inches beside a line that its blurred sides reach

Grey = NDArray[np.uint8]
_Kind = TypeVar("_Kind", bound=np.generic)


class Rules(NamedTuple):
    """The edges in pixels, and the sheet without them."""

    edges: Edges
    sheet: Sheet


def take_rules(sheet: Sheet) -> Rules:
    """The straight level and upright lines of a sheet."""
    grey = np.asarray(sheet.grey)
    turned = np.ascontiguousarray(grey.T)
    limit = threshold(sheet.grey)
    level = _Lines(grey, limit, sheet.dpi)
    upright = _Lines(turned, limit, sheet.dpi, level.edges)
    if not level.edges and not upright.edges:
        return Rules(Edges([], []), sheet)
    painted = _painted(level, sheet.dpi) | _painted(upright, sheet.dpi).T
    blank = np.where(painted | (level.mask & upright.mask.T), np.uint8(255), grey)
    return Rules(Edges(level.edges, upright.edges), sheet.with_grey(Image.fromarray(blank)))


class _Piece(NamedTuple):
    """A stretch of a line in one row of pixels; ``faint`` is what only shows with the rows beside added."""

    row: int
    start: int
    end: int
    faint: bool


class _Lines:
    """The level lines of a picture: ``mask`` of their pixels, and their ``edges``.

    Short ones count where both of their ends are at one of the lines ``across``.
    """

    def __init__(self, grey: Grey, limit: int, dpi: float, across: Sequence[Edge] = ()) -> None:
        joined = _joined(grey)
        light = limit + _LIGHT * (_PAPER - limit)
        self.ink, self._faint, self.dark = grey <= light, joined <= light, grey <= limit
        self.mask = np.zeros_like(self.ink)
        self._thickest = max(4, round(_THICKEST * dpi))
        self.edges: list[Edge] = []
        self._aside, self._gap = max(2, round(_BESIDE * dpi)), max(2, round(_GAP * dpi))
        self._reach, self._shortest = max(4, round(_STRETCH * dpi / 2)), _SHORTEST * dpi
        self._across, self._touching = across, _TOUCHING * dpi
        self._least = _SHORTEST_BETWEEN * dpi if across else self._shortest
        self._least_faint = _SHORTEST_FAINT * dpi
        pieces = self._pieces(grey, joined)
        for start, end in stretches([piece.row for piece in pieces], _SAME_LINE):
            self._follow(pieces[start:end])

    def _pieces(self, grey: Grey, joined: Grey) -> list[_Piece]:
        """Stretches that are lines beyond doubt, from top to bottom."""
        aside = self._aside
        blurred, faint = self._blurred(grey), self._blurred(joined)[aside:-aside]
        level, above, below = blurred[aside:-aside], blurred[: -2 * aside], blurred[2 * aside :]
        alone = np.minimum(above, below) > _ALONE
        seeds = (level <= _DARK) & (np.maximum(above, below) > _HALF) | (level <= _FAINT) & alone
        seeds |= (faint <= _FAINT) & alone & ~_grown(seeds, _SAME_LINE)
        rows = np.flatnonzero(seeds.any(axis=1))
        return [piece for row in rows for piece in self._in_row(int(row) + aside, seeds[row])]

    def _blurred(self, grey: Grey) -> Grey:
        """The mean grey levels along a stretch of each row."""
        return np.asarray(Image.fromarray(grey).filter(ImageFilter.BoxBlur((self._reach, 0))))

    def _in_row(self, row: int, seeds: NDArray[np.bool_]) -> Iterator[_Piece]:
        rows = slice(max(row - 1, 0), row + 2)
        strong, faint = (np.logical_or.reduce(ink[rows], axis=0) for ink in (self.ink, self._faint))
        for start, end in runs(seeds, 2 * self._gap):
            if end - start + 2 * (self._reach + self._gap) < self._least:
                continue  # its ink cannot reach far enough
            for inked, least in ((strong, self._least), (faint, self._least_faint)):
                left, right = _to_ink(inked, start, end, self._reach, self._gap)
                if right - left >= least and self._is_line(row, left, right, inked):
                    yield _Piece(row, left, right, inked is faint)
                    break

    def _is_line(self, row: int, start: int, end: int, inked: NDArray[np.bool_]) -> bool:
        """Whether the ink has no gaps, as rows of letters do, and is thin nearly all along, as stems are not."""
        if inked[start:end].mean() < _UNBROKEN:
            return False
        up = self.dark[max(row - self._thickest, 0) : row, start:end][::-1]
        down = self.dark[row : row + self._thickest, start:end]
        height = np.logical_and.accumulate(up).sum(axis=0) + np.logical_and.accumulate(down).sum(axis=0)
        return float((height >= self._thickest).mean()) <= _CROSSED

    def _follow(self, pieces: list[_Piece]) -> None:
        """Adds a line as far as its ink goes; it may not be quite level, so that its pieces are in several rows."""
        places = sorted((x, piece.row) for piece in pieces for x in (piece.start, piece.end - 1))
        columns = np.arange(self.ink.shape[1])
        rows = np.rint(np.interp(columns, [x for x, _ in places], [row for _, row in places])).astype(np.int64)
        band = np.clip(rows[None, :] + np.arange(-2, 3)[:, None], 0, len(self.ink) - 1)
        inked = self.ink[band, columns]
        seen = self._faint[band, columns] if all(piece.faint for piece in pieces) else inked
        for start, end in runs(seen.any(axis=0), self._gap):
            at = float(rows[start:end].mean()) + 0.5
            if not self._is_long(at, start, end):
                continue
            if any(p.start < end and p.end > start for p in pieces):
                self.mask[band[:, start:end], columns[start:end]] |= inked[:, start:end]
                self.mask[rows[start:end], columns[start:end]] = True  # where it is too light, too
                self.edges.append(Edge(at, float(start), float(end)))

    def _is_long(self, at: float, start: int, end: int) -> bool:
        """Whether a line is long enough, or leads from one of those across to another."""
        if end - start >= self._shortest:
            return True
        near = self._touching
        ends = [edge.at for edge in self._across if edge.start - near <= at <= edge.end + near]
        touched = [any(abs(one - place) <= near for one in ends) for place in (start, end)]
        return end - start >= self._least and all(touched)


def _to_ink(inked: NDArray[np.bool_], start: int, end: int, reach: int, gap: int) -> tuple[int, int]:
    """The ends of a line as its ink has them: further out or in by no more than the stretch that was averaged."""
    low, high = max(start - reach - gap, 0), min(end + reach + gap, len(inked))
    inner = runs(inked[low:high], gap)
    touched = [(low + a, low + b) for a, b in inner if low + b > start and low + a < end]
    if not touched:
        return start, end
    return touched[0][0], touched[-1][1]


def _joined(grey: Grey) -> Grey:
    """Grey levels; to what is not white the darker of the pixels above and below is added.

    A hairline often lies between two rows of pixels.
    """
    rows = grey.astype(np.int16)
    beside = np.full_like(rows, _PAPER)
    beside[1:] = rows[:-1]
    beside[:-1] = np.minimum(beside[:-1], rows[1:])
    return np.where(rows < _WHITE, np.clip(rows + beside - _PAPER, 0, 255), rows).astype(np.uint8)


def _painted(lines: _Lines, dpi: float) -> Mask:
    """What of the lines and their blurred sides is to be painted over: not where a letter's stroke goes on beyond."""
    by = max(1, round(_PAINT * dpi))
    painted = np.zeros_like(lines.mask)
    far = 2 * by + 4  # rows further from a line than this have nothing to do with it
    for start, end in runs(np.logical_or.reduce(lines.mask, axis=1), 2 * far):
        rows = slice(max(start - far, 0), end + far)
        painted[rows] = _painted_rows(lines.mask[rows], lines.dark[rows], by)
    return painted


def _painted_rows(mask: Mask, ink: Mask, by: int) -> Mask:
    beyond, solid = ink & ~_grown(mask, 1), ink | mask
    crossed = np.zeros_like(mask)
    for side in (-1, 1):
        between = np.logical_and.reduce([_shifted(solid, side * step) for step in range(1, by + 2)])
        crossed |= mask & between & _shifted(beyond, side * (by + 2))
    return _grown(mask, by) & ~_grown(crossed, by)


def _grown(mask: Mask, by: int) -> Mask:
    """The pixels and those so many rows above and below."""
    grown = mask.copy()
    for step in range(1, by + 1):
        grown[step:] |= mask[:-step]
        grown[:-step] |= mask[step:]
    return grown


def _shifted(values: NDArray[_Kind], rows: int) -> NDArray[_Kind]:
    """The values moved down by so many rows, zeros at the edge."""
    moved = np.zeros_like(values)
    if rows > 0:
        moved[rows:] = values[:-rows]
    else:
        moved[:rows] = values[-rows:]
    return moved
