"""Pictures of PDF pages, through PDFium.

PDFium must not be used from two threads at once, and a hostile file may end the process: the review page calls this in
a process of its own.
"""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pypdfium2 as pdfium

from notula.pipeline.errors import DocumentError

LONGEST_SIDE: Final = 4_000  # pixels; a poster is drawn smaller
_COMPRESSION: Final = 4  # of zlib: a page takes a tenth of the time of level 9 and little more room


class Pages:
    """The pages of an open PDF, numbered from 1."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Width and height of each page in points, as shown (turned pages turned)."""
        found = []
        for at in range(len(self._document)):
            width, height = self._document.get_page_size(at)
            found.append((round(width, 2), round(height, 2)))
        return tuple(found)

    def png(self, number: int, scale: float) -> bytes:
        """A page as PNG, ``scale`` pixels a point (fewer where the page would be larger than ``LONGEST_SIDE``).

        Raises:
            DocumentError: ``damaged``: there is no such page, or it cannot be drawn.
        """
        if not 1 <= number <= len(self._document):
            raise DocumentError("damaged", reason="reason.no_page")
        try:
            page = self._document[number - 1]
        except pdfium.PdfiumError as trouble:
            raise DocumentError("damaged", reason="reason.no_page") from trouble
        try:
            longest = max(*page.get_size(), 1.0)
            bitmap = page.render(scale=min(scale, LONGEST_SIDE / longest), rev_byteorder=True, may_draw_forms=False)
            try:
                return _png(bitmap)
            finally:
                bitmap.close()
        except pdfium.PdfiumError as trouble:
            raise DocumentError("damaged", reason="reason.no_page") from trouble
        finally:
            page.close()


@contextmanager
def open_pages(data: bytes) -> Iterator[Pages]:
    """The pages of a PDF, as long as ``with`` lasts.

    Raises:
        DocumentError: ``damaged``: PDFium cannot open it (a password, too).
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as trouble:
        raise DocumentError("damaged", reason="reason.pdf") from trouble
    try:
        yield Pages(document)
    finally:
        document.close()


def _png(bitmap: Any) -> bytes:
    """An RGB bitmap as PNG (RFC 2083): 8 bits a channel, no filter, one IDAT chunk."""
    width, height, stride, channels = bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels
    pixels = bytes(bitmap.buffer)
    used = width * channels
    rows = b"".join(b"\0" + pixels[at : at + used] for at in range(0, stride * height, stride))
    colour = {1: 0, 3: 2, 4: 6}[channels]
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", head), (b"IDAT", zlib.compress(rows, _COMPRESSION)), (b"IEND", b""))
    )
