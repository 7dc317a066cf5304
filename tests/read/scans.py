"""Pictures of pages for the tests of OCR: drawn by PDFium from a page that reportlab writes."""

import io
import re
from collections.abc import Callable, Sequence

import numpy as np
import pypdfium2
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

DPI = 200
LINES = (
    "NOTULEN RAPAT KOORDINASI",
    "Hari, tanggal : Senin, 5 Februari 2024",
    "Tempat : Balai Desa Sukamaju",
    "Rapat membahas perbaikan saluran air di dusun utara dan selatan.",
    "Kepala Desa akan menyusun anggaran biaya paling lambat hari Jumat.",
    "Sekretaris mencatat semua usulan warga yang hadir pada rapat ini.",
    "Bendahara melaporkan sisa kas desa sebesar tiga juta rupiah.",
    "Ketua RT menghubungi tukang untuk memperbaiki pintu air yang rusak.",
)
Draw = Callable[[Canvas], None]


def write_lines(canvas: Canvas, lines: Sequence[str] = LINES, left: float = 70) -> None:
    for at, line in enumerate(lines):
        canvas.drawString(left, 760 - 22 * at, line)


def page_picture(draw: Draw = write_lines, dpi: int = DPI) -> Image.Image:
    """A page as a grey picture."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=A4, invariant=True)
    canvas.setFont("Helvetica", 12)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    with pypdfium2.PdfDocument(data.getvalue()) as document:
        return document[0].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")


def worn(picture: Image.Image, skew: float = 0.9, noise: float = 10.0) -> Image.Image:
    """The picture as a scanner gives it."""
    turned = picture.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255)
    grey = np.asarray(turned, dtype=np.float32) + np.random.default_rng(7).normal(0, noise, turned.size[::-1])
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))


def scan_pdf(*pictures: Image.Image, then: Draw | None = None) -> bytes:
    """A PDF of pictures, one a page, and a page with text where one is drawn."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=A4, invariant=True)
    for picture in pictures:
        canvas.drawImage(ImageReader(picture), 0, 0, *A4)
        canvas.showPage()
    if then:
        canvas.setFont("Helvetica", 12)
        then(canvas)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def misnamed_pdf() -> bytes:
    """A page of ``LINES`` in a font whose table says of every letter that it is the next one (ISO 32000-1, 9.10.3)."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=A4, invariant=True, pageCompression=0)
    canvas.setFont("Vera", 12)
    write_lines(canvas)
    canvas.save()
    return re.sub(rb"(?<=begincmap).*?(?=endcmap)", lambda found: re.sub(rb"<([0-9A-F]{4})>(?=\s)", _next, found[0]),
                  data.getvalue(), flags=re.DOTALL)  # fmt: skip


def _next(code: re.Match[bytes]) -> bytes:
    number = int(code[1], 16)
    return b"<%04X>" % (number + 1 if chr(number).isalpha() else number)
