"""PDF files that unpack to too much, and what is never opened in one."""

import io
import zlib

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from notula.pipeline.errors import DocumentError
from notula.pipeline.read import pdf_guards
from notula.pipeline.read.pdf import read_pdf
from notula.pipeline.read.pdf_guards import check_streams
from notula.pipeline.settings import Settings


def stream(content: bytes, kind: bytes = b"/Filter /FlateDecode") -> bytes:
    return b"4 0 obj\n<< /Length 1 " + kind + b" >>\nstream\r\n" + content + b"\nendstream\nendobj\n"


def page_of(letters: int) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for row in range(letters // 50):
        canvas.drawString(60, 800 - row % 70 * 11, "x" * 50)
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_guards, "MAX_STREAM_BYTES", 1_000_000)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(stream(zlib.compress(bytes(2_000_000))), id="bomb"),
        pytest.param(stream(zlib.compress(bytes(2_000_000)), b"/Filter[/ASCII85Decode/Fl]"), id="short name"),
        pytest.param(stream(zlib.compress(b"a")) + stream(zlib.compress(bytes(2_000_000))), id="second stream"),
        pytest.param(stream(b"x", b"/Filter [/FlateDecode /FlateDecode]"), id="packed twice"),
    ],
)  # fmt: skip
def test_a_stream_that_unpacks_to_too_much_is_refused(small: None, data: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        check_streams(data)
    assert caught.value.code == "too_large"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(stream(zlib.compress(bytes(900_000))), id="under the limit"),
        pytest.param(stream(zlib.compress(bytes(2_000_000)), b"/Subtype /Image /Filter /FlateDecode"), id="picture"),
        pytest.param(stream(bytes(2_000), b"/Filter /FlateDecode"), id="broken or encrypted"),
        pytest.param(stream(bytes(2_000_000), b""), id="not packed"),
        pytest.param(stream(zlib.compress(b"a"), b"/Filter [/FlateDecode /DCTDecode]"), id="two filters"),
    ],
)
def test_other_streams_are_left_alone(small: None, data: bytes) -> None:
    check_streams(data)


def test_a_bomb_is_refused_before_an_engine_opens_it(small: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pypdfium2, "PdfDocument", None)
    with pytest.raises(DocumentError, match="unpacks to more than 1 MB"):
        read_pdf(b"%PDF-1.4\n" + stream(zlib.compress(bytes(2_000_000))), Settings())


@pytest.mark.parametrize(("limit", "refused"), [(3_000, True), (30_000, False)])
def test_a_page_of_too_many_characters_is_refused(limit: int, refused: bool) -> None:
    settings = Settings(max_glyphs=limit)
    if not refused:
        assert read_pdf(page_of(5_000), settings).content
        return
    with pytest.raises(DocumentError) as caught:
        read_pdf(page_of(5_000), settings)
    assert (caught.value.code, caught.value.details["limit"]) == ("too_large", "3000")


def test_scripts_and_attachments_are_never_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    document = pypdfium2.PdfDocument(page_of(500))
    attached = document.new_attachment("program.exe")
    attached.set_data(b"MZ")
    buffer = io.BytesIO()
    document.save(buffer)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("opened")

    for name in ("init_forms", "get_attachment", "count_attachments"):
        monkeypatch.setattr(pypdfium2.PdfDocument, name, refuse)
    for name in ("FPDFDoc_GetJavaScriptActionCount", "FPDFDoc_GetAttachment", "FORM_DoDocumentJSAction"):
        monkeypatch.setattr(pypdfium2.raw, name, refuse)
    assert read_pdf(buffer.getvalue(), Settings()).content
