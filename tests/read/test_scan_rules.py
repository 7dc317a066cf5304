"""Ruling lines found in pictures, and painted over."""

from typing import Any

import numpy as np
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from notula.pipeline.read.pdf_grids import find_grids
from notula.pipeline.read.pdf_page import Edges
from notula.pipeline.read.scan_image import Picture, Sheet, ink_of, make_sheet, straighten
from notula.pipeline.read.scan_rules import take_rules

XS, YS = (70, 100, 330, 430, 530), (700, 670, 640, 580)


def table(canvas: Canvas, pen: float = 0.6) -> None:
    canvas.setLineWidth(pen)
    for x in XS:
        canvas.line(x, YS[0], x, YS[-1])
    for y in YS:
        canvas.line(XS[0], y, XS[-1], y)
    canvas.drawString(105, 655, "Menyusun jadwal ronda malam")
    canvas.drawString(335, 655, "Sekretaris")
    canvas.drawString(105, 625, "Membeli alat kebersihan gang")


def sheet_of(scans: Any, draw: Any, *, worn: bool = False) -> Sheet:
    picture = scans.page_picture(draw)
    return straighten(make_sheet(Picture(scans.worn(picture) if worn else picture, scans.DPI, scans.DPI)))


def in_points(edges: Edges, dpi: float) -> Edges:
    return Edges(*[[type(e)(*(72 / dpi * part for part in e)) for e in side] for side in edges])


@pytest.mark.parametrize("pen", [0.4, 0.75, 1.5])
@pytest.mark.parametrize("worn", [False, True], ids=["clean", "worn"])
def test_a_bordered_table_is_a_grid_again(scans: Any, pen: float, worn: bool) -> None:
    rules = take_rules(sheet_of(scans, lambda canvas: table(canvas, pen), worn=worn))
    (grid,) = find_grids(in_points(rules.edges, scans.DPI), Edges([], []), [])
    assert (len(grid.xs) - 1, len(grid.ys) - 1, len(grid.cells)) == (4, 3, 12)
    wide = [b - a for a, b in zip(grid.xs, grid.xs[1:], strict=False)]
    assert wide == pytest.approx([30, 230, 100, 100], abs=1.5)


@pytest.mark.parametrize(
    ("foot", "upright"),
    [pytest.param(18, 3, id="from line to line"), pytest.param(14, 0, id="ending between the lines")],
)
def test_a_row_of_one_line_of_text_is_a_row(scans: Any, foot: float, upright: int) -> None:
    def row(canvas: Canvas) -> None:
        canvas.setLineWidth(0.6)
        for y in (700, 682):
            canvas.line(70, y, 530, y)
        for x in (70, 300, 530):
            canvas.line(x, 700, x, 700 - foot)
        canvas.drawString(75, 687, "Penanggung jawab")

    edges = take_rules(sheet_of(scans, row)).edges
    assert (len(edges.level), len(edges.upright)) == (2, upright)


def test_a_hairline_between_two_rows_of_pixels_is_a_line() -> None:
    rows = np.full((400, 800), 248, dtype=np.uint8)
    rows[200:202, 100:700] = 190
    rules = take_rules(make_sheet(Picture(Image.fromarray(rows), 200, 200)))
    assert [(round(edge.start), round(edge.end)) for edge in rules.edges.level] == [(100, 700)]
    assert np.asarray(rules.sheet.grey).min() >= 248


def test_lines_are_gone_and_letters_stay(scans: Any) -> None:
    def bare(canvas: Canvas) -> None:
        canvas.drawString(105, 655, "Menyusun jadwal ronda malam")
        canvas.drawString(335, 655, "Sekretaris")
        canvas.drawString(105, 625, "Membeli alat kebersihan gang")

    left, wanted = ink_of(take_rules(sheet_of(scans, table)).sheet.grey), ink_of(scans.page_picture(bare))
    assert (left & ~wanted).sum() <= 0.02 * wanted.sum()
    assert (wanted & ~left).sum() <= 0.02 * wanted.sum()


@pytest.mark.parametrize("font", ["Helvetica-Bold", "Times-Bold", "Courier"])
def test_letters_are_no_lines(scans: Any, font: str) -> None:
    def capitals(canvas: Canvas) -> None:
        canvas.setFont(font, 14)
        scans.write_lines(canvas, ["PEMERINTAH KABUPATEN HALIMUN", "SEKRETARIAT DAERAH", "llllllll IIIIIII"])

    sheet = sheet_of(scans, capitals)
    rules = take_rules(sheet)
    assert rules.edges == Edges([], [])
    assert np.array_equal(np.asarray(rules.sheet.grey), np.asarray(sheet.grey))
