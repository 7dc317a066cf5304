"""Pictures as files: their kinds, frames, resolution, photographs."""

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PIL import Image

from notula.models.source import Source
from notula.pipeline.errors import DocumentError
from notula.pipeline.read import read_data
from notula.pipeline.read.lines import lines_in
from notula.pipeline.settings import Settings


@pytest.fixture(autouse=True)
def engine(tool: Callable[[str], str]) -> str:
    return tool("tesseract")


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    data = io.BytesIO()
    picture.save(data, kind, **options)
    return data.getvalue()


def read(data: bytes) -> Source:
    return read_data(data, "rapat", Settings())


def texts(source: Source) -> list[str]:
    return [line.text.replace("\t", " ") for line in lines_in(source.content)]


@pytest.mark.parametrize(
    ("kind", "options", "media_type"),
    [
        ("PNG", {"dpi": (200, 200)}, "image/png"),
        ("JPEG", {"dpi": (200, 200), "quality": 70}, "image/jpeg"),
        ("TIFF", {"dpi": (200, 200)}, "image/tiff"),
        ("BMP", {}, "image/bmp"),
        ("WEBP", {}, "image/webp"),
    ],
)
def test_pictures_are_read(scans: Any, kind: str, options: dict[str, Any], media_type: str) -> None:
    source = read(saved(scans.worn(scans.page_picture()), kind, **options))
    assert texts(source) == list(scans.LINES)
    assert (source.media_type, source.text_from, source.pages) == (media_type, "ocr", 1)


def test_every_page_of_a_tiff_is_read(scans: Any) -> None:
    pages = [scans.page_picture(lambda canvas, lines=lines: scans.write_lines(canvas, lines))
             for lines in (scans.LINES[:4], scans.LINES[4:])]  # fmt: skip
    data = saved(pages[0].convert("1"), "TIFF", save_all=True, append_images=[pages[1].convert("1")],
                 compression="group4", dpi=(200, 200))  # fmt: skip
    source = read(data)
    assert texts(source) == list(scans.LINES)
    assert [line.box.page for line in lines_in(source.content) if line.box] == [1] * 4 + [2] * 4


def test_a_camera_says_how_it_was_held(scans: Any) -> None:
    turned = scans.page_picture().transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise by a quarter
    assert texts(read(saved(turned, "JPEG", exif=exif))) == list(scans.LINES)


@pytest.mark.parametrize("dpi", [None, (1, 1), (72, 72)], ids=["none", "absurd", "a screen's"])
def test_a_picture_without_a_resolution_is_taken_for_a4(scans: Any, dpi: tuple[int, int] | None) -> None:
    source = read(saved(scans.page_picture(), "PNG", **({"dpi": dpi} if dpi else {})))
    first = next(lines_in(source.content))
    assert first.box and first.size
    assert (first.box.x0, first.size) == (pytest.approx(70, abs=4), pytest.approx(12, abs=2.5))


def test_a_photograph_is_seen_from_above(scans: Any) -> None:
    page = scans.page_picture()
    corners = [(260, 180), (1810, 330), (1930, 2620), (130, 2500)]  # of the page on a dark table of 2100 x 2800
    photo = photographed(page, corners, (2100, 2800))
    source = read(saved(photo, "JPEG", quality=85))
    assert texts(source) == list(scans.LINES)
    assert {"photographed"} <= set(source.page_quality[0].reasons)
    first = next(lines_in(source.content))
    assert first.shown
    at = 11.69 * 72 / 2800  # points of the picture as given: its longer side is taken for A4's
    x, y = first.shown.x0 / at, first.shown.top / at
    assert (x, y) == (pytest.approx(430, abs=40), pytest.approx(420, abs=60))


def photographed(page: Image.Image, corners: list[tuple[int, int]], size: tuple[int, int]) -> Image.Image:
    """The page lying with its corners at these places, dimmer to one side."""
    flat = [(0, 0), (page.width, 0), (page.width, page.height), (0, page.height)]
    rows, values = [], []
    for (u, v), (x, y) in zip(flat, corners, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    lit = np.asarray(page, dtype=np.float32) * np.linspace(1, 0.7, page.width)[None, :]
    paper = Image.fromarray(lit.astype(np.uint8)).convert("RGBA")
    seen = paper.transform(size, Image.Transform.PERSPECTIVE, np.linalg.solve(rows, values).tolist(),
                           Image.Resampling.BICUBIC)  # fmt: skip
    table = Image.new("RGBA", size, (60, 45, 40, 255))
    return Image.alpha_composite(table, seen).convert("RGB")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"\xff\xd8\xff\xe0 dan sampah", "damaged"),
        (b"II*\x00 dan sampah", "damaged"),
        (saved(Image.new("1", (20_000, 20_000)), "PNG"), "too_large"),
        (saved(Image.new("L", (600, 800), 255), "PNG"), "empty"),
    ],
    ids=["PNG", "JPEG", "TIFF", "bomb", "blank"],
)
def test_refused(data: bytes, code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(data)
    assert caught.value.code == code
    assert caught.value.message("id")


def test_a_tiff_that_breaks_off_is_read_up_to_there(scans: Any) -> None:
    page = scans.page_picture()
    data = saved(page, "TIFF", save_all=True, append_images=[page], dpi=(200, 200))
    source = read(data[: len(data) - page.width * page.height // 2])
    assert texts(source)[:8] == list(scans.LINES)
    assert {note.code for note in source.notes} >= {"P004"}


def test_where_ocr_is_off_it_is_said(scans: Any) -> None:
    with pytest.raises(DocumentError) as caught:
        read_data(saved(scans.page_picture(), "PNG"), "rapat.png", Settings(ocr=False))
    assert (caught.value.code, caught.value.details["reason"]) == ("needs_ocr", "reason.ocr_off")
