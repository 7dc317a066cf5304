"""Files with a password: PDF and DOCX."""

import io
import random
from typing import Any

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from notula.pipeline.errors import DocumentError
from notula.pipeline.read import read_data
from notula.pipeline.read.lines import lines_in
from notula.pipeline.settings import Settings

TEXT = "Rapat membahas jadwal ronda"


def locked_pdf(word: Any) -> bytes:
    data = io.BytesIO()
    canvas = Canvas(data, encrypt=StandardEncryption("rahasia", ownerPassword="pemilik"))
    canvas.drawString(70, 700, TEXT)
    canvas.save()
    return data.getvalue()


def locked_docx(word: Any) -> bytes:
    from msoffcrypto.format.ooxml import OOXMLFile

    data = io.BytesIO()
    picture = {"word/media/x.bin": random.Random(1).randbytes(9_000)}  # the encryption needs more than 4 KB
    OOXMLFile(io.BytesIO(word.build(word.p(TEXT), extra=picture))).encrypt("rahasia", data)
    return data.getvalue()


each_kind = pytest.mark.parametrize("lock", [locked_pdf, locked_docx], ids=["pdf", "docx"])


@each_kind
def test_the_password_that_fits_opens_it(word: Any, lock: Any) -> None:
    source = read_data(lock(word), "rapat.bin", Settings(passwords=("salah", "rahasia")))
    assert [line.text for line in lines_in(source.content)] == [TEXT]


@each_kind
@pytest.mark.parametrize(
    ("passwords", "reason"), [((), "reason.no_password"), (("salah", "keliru"), "reason.wrong_password")]
)
def test_without_one_it_is_encrypted(word: Any, lock: Any, passwords: tuple[str, ...], reason: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_data(lock(word), "rapat.bin", Settings(passwords=passwords))
    assert (caught.value.code, caught.value.details["reason"]) == ("encrypted", reason)


def test_passwords_leave_no_trace() -> None:
    settings = Settings(passwords=("rahasia",))
    assert "rahasia" not in repr(settings)
    assert "rahasia" not in str(settings.recorded())
    assert settings.fingerprint() == Settings().fingerprint()


def test_a_broken_container_is_damaged(word: Any) -> None:
    data = locked_docx(word)
    with pytest.raises(DocumentError) as caught:
        read_data(data[:2000], "rapat.docx", Settings(passwords=("rahasia",)))
    assert caught.value.code in ("damaged", "unsupported", "encrypted")
