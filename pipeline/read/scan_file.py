"""Pictures (PNG, JPEG, TIFF with several pages and others) -> Source: each frame is a page.

A picture that does not say how fine it is, or says so of a page no printer could make, is taken for A4.
"""

import io
import warnings
from collections.abc import Iterator
from typing import Final

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from notula.models.source import Source
from notula.pipeline.errors import DocumentError
from notula.pipeline.heartbeat import beat
from notula.pipeline.read.pages import PageGatherer, check_pages
from notula.pipeline.read.scan_engine import usable_engine, why_unread
from notula.pipeline.read.scan_image import Picture, to_grey
from notula.pipeline.read.scan_page import read_scan
from notula.pipeline.settings import Settings

_KINDS: Final = {
    "PNG": "image/png", "JPEG": "image/jpeg", "MPO": "image/jpeg", "TIFF": "image/tiff", "BMP": "image/bmp",
    "GIF": "image/gif", "WEBP": "image/webp", "JPEG2000": "image/jp2",
}  # fmt: skip
_TRIED: Final = [kind for kind in _KINDS if kind != "MPO"]  # what a JPEG with several pictures turns out to be
_MOST_PIXELS: Final = 150_000_000  # A3 at 600 dpi, or a camera of 150 megapixels
_SHORTEST, _LONGEST = 3.0, 25.0  # inches of a page's longer side
_A4_LONG: Final = 11.69
_LEAST, _MOST = 200.0, 300.0  # dots per inch to read at
_BROKEN: Final = (OSError, ValueError, SyntaxError, EOFError, OverflowError, Image.DecompressionBombError)


def read_image(data: bytes, settings: Settings) -> Source:
    """What stands in a picture.

    Raises:
        DocumentError: ``needs_ocr`` where Tesseract is not there, ``damaged``, ``too_large``, ``empty``.
    """
    engine = usable_engine(settings)
    if engine is None:
        raise DocumentError("needs_ocr", reason=why_unread(settings))
    image = _opened(data)
    count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1  # others have thumbnails or move
    check_pages(count, settings)
    pages = PageGatherer(settings)
    for number, frame in enumerate(_frames(image, count), 1):
        beat()
        if frame is None:
            pages.add(number, None)
        else:
            pages.add_scan(number, read_scan(number, _picture(frame), engine, settings.page_seconds))
    return pages.source(_KINDS[image.format or "PNG"], count)


def open_picture(data: bytes) -> Picture | None:
    """The picture of a page, its first where it has several; None where it cannot be read."""
    try:
        frame = next(_frames(_opened(data), 1))
    except DocumentError:
        return None
    return None if frame is None else _picture(frame)


def _opened(data: bytes) -> Image.Image:
    """The picture, its pixels not yet unpacked."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of pictures with many pixels: their number is looked at here
            image = Image.open(io.BytesIO(data), formats=_TRIED)
    except Image.DecompressionBombError as trouble:
        raise DocumentError("too_large", reason="reason.pixels", limit=str(_MOST_PIXELS)) from trouble
    except (UnidentifiedImageError, *_BROKEN) as trouble:
        raise DocumentError("damaged", reason="reason.picture") from trouble
    if image.width * image.height > _MOST_PIXELS:
        raise DocumentError("too_large", reason="reason.pixels", limit=str(_MOST_PIXELS))
    return image


def _frames(image: Image.Image, count: int) -> Iterator[Image.Image | None]:
    """The pages of a picture, turned as the camera says; None for one that is broken, and for all after it."""
    done = 0
    try:
        for frame in ImageSequence.Iterator(image):
            if frame.width * frame.height > _MOST_PIXELS:
                raise ValueError("too many pixels")
            frame.load()
            yield ImageOps.exif_transpose(frame) or frame
            done += 1
            if done == count:
                return
    except _BROKEN as trouble:
        if not done:
            raise DocumentError("damaged", reason="reason.picture") from trouble
    yield from [None] * (count - done)


def _picture(frame: Image.Image) -> Picture:
    """The frame with its resolution, as fine as it is best read at."""
    native = _resolution(frame) or max(frame.size) / _A4_LONG
    dpi = min(max(native, _LEAST), _MOST)
    grey = to_grey(frame)
    if abs(dpi / native - 1) > 0.05:
        size = (max(round(side * dpi / native), 1) for side in frame.size)
        return Picture(grey.resize((next(size), next(size)), Image.Resampling.LANCZOS), dpi, native)
    return Picture(grey, native, native)


def _resolution(frame: Image.Image) -> float | None:
    """Pixels to an inch as the picture says; None where it does not, or cannot be right."""
    try:
        across, down = (float(value) for value in frame.info.get("dpi", (0, 0)))
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    if across <= 0 or not 0.8 < down / across < 1.25:
        return None
    return across if _SHORTEST <= max(frame.size) / across <= _LONGEST and across > 80 else None
