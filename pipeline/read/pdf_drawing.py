"""A PDF page drawn as a picture, for reading by OCR."""

from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from notula.pipeline.read.scan_image import Picture

_LEAST, _MOST = 200.0, 300.0  # dots per inch: small print needs 200, more than 300 only costs time
_LARGEST = 40_000_000  # pixels of a drawn page: 400 dpi on A3
_DEEPEST = 3  # forms inside forms


def draw(page: Any) -> Picture:
    """The page in grey, as finely as the picture on it was scanned."""
    width, height = page.get_size()
    native = _resolution(page)
    dpi = min(max(native or _LEAST, _LEAST), _MOST)
    dpi = min(dpi, 72 * (_LARGEST / (width * height)) ** 0.5)
    image = page.render(scale=dpi / 72, grayscale=True, may_draw_forms=False).to_pil()
    return Picture(image, 72 * image.width / width, native or dpi)


def _resolution(page: Any) -> float | None:
    """The dots per inch of the largest image; None where there is none."""
    largest, dots = 0.0, None
    for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST):
        try:
            left, bottom, right, top = item.get_bounds()
            wide, high = item.get_px_size()
        except pdfium.PdfiumError:
            continue
        area = (right - left) * (top - bottom)
        if area > largest and area > 0:
            largest, dots = area, 72 * (wide * high / area) ** 0.5
    return dots
