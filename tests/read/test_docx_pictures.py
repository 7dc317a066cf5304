"""Scans pasted into DOCX: read as pages where they are all that there is, else noted."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from notula.models.source import Source
from notula.pipeline.errors import DocumentError
from notula.pipeline.read.lines import lines_in
from notula.pipeline.read.office import read_docx
from notula.pipeline.settings import Settings

NAMESPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
PAGE, PHOTO, LOGO = (16.0, 22.6), (12.0, 9.0), (2.0, 2.0)  # centimetres
MINUTES = "Rapat membahas jadwal ronda dan pembagian tugas menjaga pos di gang dua. " * 6


def drawing(name: str, size: tuple[float, float]) -> str:
    """A picture in a run, as Word writes it."""
    wide, high = (round(side * 360_000) for side in size)
    return (
        f'<w:r><w:drawing><wp:inline {NAMESPACES}><wp:extent cx="{wide}" cy="{high}"/><a:graphic><a:graphicData>'
        f'<pic:pic><pic:blipFill><a:blip r:embed="{name}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def old_drawing(name: str, size: tuple[float, float]) -> str:
    """A picture in a run, as old versions of Word write it."""
    style = f"width:{size[0] / 2.54 * 72:.1f}pt;height:{size[1] / 2.54 * 72:.1f}pt"
    return f'<w:r><w:pict><v:shape style="{style}"><v:imagedata r:id="{name}"/></v:shape></w:pict></w:r>'


def png(picture: Image.Image) -> bytes:
    data = io.BytesIO()
    picture.save(data, "PNG")
    return data.getvalue()


@pytest.fixture
def read(word: Any) -> Callable[..., Source]:
    """Reads a DOCX of a body and pictures by name."""

    def build(body: str, settings: Settings | None = None, **pictures: bytes) -> Source:
        rows = "".join(f'<Relationship Id="{name}" Type="{IMAGE}" Target="media/{name}.png"/>' for name in pictures)
        extra = {f"word/media/{name}.png": data for name, data in pictures.items()}
        relations = f'<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'.encode()
        data = word.build(body, extra={"word/_rels/document.xml.rels": relations, **extra})
        return read_docx(data, settings or Settings())

    return build


@pytest.fixture(scope="module")
def pages(scans: Any) -> tuple[bytes, bytes]:
    """Two pages of four lines each."""
    halves = (scans.LINES[:4], scans.LINES[4:])
    return tuple(png(scans.page_picture(lambda canvas, own=own: scans.write_lines(canvas, own))) for own in halves)


def texts(source: Source) -> list[str]:
    return [line.text.replace("\t", " ") for line in lines_in(source.content)]


def notes(source: Source) -> dict[str, str]:
    return {note.code: dict(note.details).popitem()[1] for note in source.notes if note.details}


@pytest.mark.parametrize("draw", [pytest.param(drawing, id="DrawingML"), pytest.param(old_drawing, id="VML")])
def test_pasted_pages_are_read_in_order(
    read: Callable[..., Source], word: Any, scans: Any, pages: tuple[bytes, bytes], tool: Callable[[str], str],
    draw: Callable[[str, tuple[float, float]], str],
) -> None:  # fmt: skip
    tool("tesseract")
    body = word.p(draw("b", PAGE)) + word.p("Lampiran") + word.p(draw("a", PAGE))
    source = read(body, a=pages[0], b=pages[1])
    assert texts(source) == [*scans.LINES[4:], "Lampiran", *scans.LINES[:4]]
    assert (source.text_from, source.pages, notes(source)) == ("mixed", 2, {"P004": "1, 2"})
    placed = [line.box.page if line.box else None for line in lines_in(source.content)]
    assert placed == [1] * 4 + [None] + [2] * 4


def test_a_document_of_one_small_picture_is_that_picture(
    read: Callable[..., Source], word: Any, scans: Any, pages: tuple[bytes, bytes], tool: Callable[[str], str]
) -> None:
    tool("tesseract")
    source = read(word.p(drawing("a", PHOTO) + drawing("logo", LOGO)), a=pages[0], logo=pages[1])
    assert (texts(source), source.text_from) == (list(scans.LINES[:4]), "ocr")


@pytest.mark.parametrize(
    ("size", "expected"), [pytest.param(PAGE, {"P006": "1"}, id="page"), pytest.param(PHOTO, {}, id="photograph")]
)
def test_pictures_beside_text_are_not_read(
    read: Callable[..., Source], word: Any, pages: tuple[bytes, bytes], size: tuple[float, float],
    expected: dict[str, str],
) -> None:  # fmt: skip
    source = read(word.p(MINUTES) + word.p(drawing("a", size)), a=pages[0])
    assert texts(source) == [MINUTES.strip()]
    assert (source.text_from, notes(source)) == ("text_layer", expected)


def test_a_deleted_picture_is_none(read: Callable[..., Source], word: Any, pages: tuple[bytes, bytes]) -> None:
    source = read(word.p(MINUTES) + word.p(f"<w:del>{drawing('a', PAGE)}</w:del>"), a=pages[0])
    assert [note.code for note in source.notes] == ["D001"]


@pytest.mark.parametrize(
    ("own", "expected"), [pytest.param("", None, id="no text"), pytest.param("Notula", {"P006": "1"}, id="title")]
)
def test_pasted_pages_where_ocr_is_off(
    read: Callable[..., Source], word: Any, pages: tuple[bytes, bytes], own: str, expected: dict[str, str] | None
) -> None:
    body = word.p(own) + word.p(drawing("a", PAGE))
    if expected is not None:
        assert notes(read(body, Settings(ocr=False), a=pages[0])) == expected
        return
    with pytest.raises(DocumentError) as caught:
        read(body, Settings(ocr=False), a=pages[0])
    assert caught.value.code == "needs_ocr"


def test_a_picture_that_cannot_be_read_is_told_missing(
    read: Callable[..., Source], word: Any, scans: Any, pages: tuple[bytes, bytes], tool: Callable[[str], str]
) -> None:
    tool("tesseract")
    source = read(word.p(drawing("a", PAGE) + drawing("b", PAGE)), a=b"no picture", b=pages[1])
    assert (texts(source), notes(source)) == (list(scans.LINES[4:]), {"P001": "1", "P004": "2"})


def test_more_pasted_pages_than_allowed(
    read: Callable[..., Source], word: Any, pages: tuple[bytes, bytes], tool: Callable[[str], str]
) -> None:
    tool("tesseract")
    with pytest.raises(DocumentError) as caught:
        read(word.p(drawing("a", PAGE) * 3), Settings(max_pages=2), a=pages[0])
    assert caught.value.code == "too_large"
