"""Pages in one file (MHTML) and mails."""

import pytest

from notula.models.source import Line
from notula.pipeline.errors import DocumentError
from notula.pipeline.read import read_data, sniff
from notula.pipeline.settings import Settings

PAGE = "Content-Type: text/html; charset={charset}\r\n\r\n<html><body>{body}</body></html>"
TEXT = "Content-Type: text/plain; charset=utf-8\r\n\r\n{body}"


def message(*parts: str, kind: str = "multipart/related", head: str = "") -> bytes:
    inner = "".join(f"--batas\r\n{part}\r\n" for part in parts)
    text = f'{head}MIME-Version: 1.0\r\nContent-Type: {kind}; boundary="batas"\r\n\r\n{inner}--batas--\r\n'
    return text.encode("cp1252")


def texts(data: bytes, name: str = "rapat.mht") -> list[str]:
    content = read_data(data, name, Settings()).content
    return [line.text for line in content if isinstance(line, Line)]


def test_the_page_is_read_and_what_it_shows_beside_is_not() -> None:
    data = message(PAGE.format(charset="utf-8", body="<p>Rapat dibuka</p>"), TEXT.format(body="logo"))
    assert texts(data) == ["Rapat dibuka"]
    assert texts(data, "rapat.doc") == ["Rapat dibuka"]


def test_the_part_tells_its_charset() -> None:
    assert texts(message(PAGE.format(charset="windows-1252", body="<p>Jum’at</p>"))) == ["Jum’at"]


def test_a_mail_of_plain_text_is_read_as_that() -> None:
    data = message(TEXT.format(body="Notula rapat\r\nTempat: Aula"), kind="multipart/mixed", head="From: a@b.id\r\n")
    assert texts(data, "rapat.eml") == ["Notula rapat", "Tempat: Aula"]


def test_text_that_speaks_of_mime_is_text() -> None:
    assert sniff(b"Catatan\nMIME-Version: 1.0\nContent-Type: text/html\n", "catatan.txt").name == "text"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(message("Content-Type: image/png\r\n\r\nx"), "empty", id="pictures alone"),
        pytest.param(message(PAGE.format(charset="utf-8", body="<p> </p>")), "empty", id="an empty page"),
        pytest.param(
            b"MIME-Version: 1.0\r\n"
            + b"".join(
                b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (at, at) for at in range(3_000)
            ),
            "damaged",
            id="parts without end",
        ),
    ],
)
def test_what_holds_no_page_is_told(data: bytes, code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_data(data, "rapat.mht", Settings())
    assert caught.value.code == code


def test_a_page_over_the_limit_is_refused() -> None:
    data = message(PAGE.format(charset="utf-8", body="<p>" + "kata " * 50 + "</p>"))
    with pytest.raises(DocumentError) as caught:
        read_data(data, "rapat.mht", Settings(max_text_bytes=100))
    assert caught.value.code == "too_large"
