"""Pictures of pages: their size, their pixels, what cannot be drawn."""

import io

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from notula.pipeline.errors import DocumentError
from notula.pipeline.read.pdf_render import LONGEST_SIDE, open_pages


def page(size: tuple[float, float] = (200, 100), turn: int = 0) -> bytes:
    """A page with a red square in its lower left corner (before it is turned)."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    canvas.setPageRotation(turn)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, 20, 20, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def picture(data: bytes, scale: float = 1.0) -> Image.Image:
    with open_pages(data) as pages:
        return Image.open(io.BytesIO(pages.png(1, scale))).convert("RGB")


def test_the_picture_is_as_large_as_the_scale_says() -> None:
    assert picture(page(), 2.0).size == (400, 200)


def test_the_colours_are_those_of_the_page() -> None:
    drawn = picture(page())
    assert drawn.getpixel((5, 95)) == (255, 0, 0)
    assert drawn.getpixel((100, 50)) == (255, 255, 255)


@pytest.mark.parametrize(("turn", "corner"), [(90, (5, 5)), (180, (195, 5)), (270, (195, 95))])
def test_a_turned_page_is_shown_turned(turn: int, corner: tuple[int, int]) -> None:
    data = page(turn=turn)  # of a size that is 200 x 100 as shown
    with open_pages(data) as pages:
        assert pages.sizes() == ((200, 100),)
    assert picture(data).size == (200, 100)
    assert picture(data).getpixel(corner) == (255, 0, 0)


def test_a_poster_is_drawn_smaller() -> None:
    assert max(picture(page((9000, 3000)), 2.0).size) == LONGEST_SIDE


@pytest.mark.parametrize("number", [0, -1, 2])
def test_there_is_no_such_page(number: int) -> None:
    with open_pages(page()) as pages, pytest.raises(DocumentError):
        pages.png(number, 1.0)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(DocumentError), open_pages(b"%PDF-1.7 nothing more"):
        pass
