"""Whole files put into a DOCX (``w:altChunk``)."""

from typing import Any

import pytest

from notula.models.issue import Note
from notula.models.source import Source
from notula.pipeline.errors import DocumentError
from notula.pipeline.read.lines import lines_in
from notula.pipeline.read.office import read_docx
from notula.pipeline.settings import Settings

CHUNK = '<w:altChunk r:id="{}"/>'
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(target: str, more: str = "") -> bytes:
    row = f'<Relationship Id="chunk" Type="{KINDS}/aFChunk" Target="{target}"{more}/>'
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{row}</Relationships>'.encode()


def read(word: Any, name: str, data: bytes, body: str = "{}", more: str = "") -> Source:
    extra = {"word/_rels/document.xml.rels": relations(name, more), f"word/{name}": data}
    return read_docx(word.build(body.format(CHUNK.format("chunk")), extra=extra), Settings())


def texts(source: Source) -> list[str]:
    return [line.text for line in lines_in(source.content)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("chunk.html", b"<!DOCTYPE html><html><body><p>isi</p></body></html>"),
        ("chunk.mht", b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<html><body>isi</body></html>"),
        ("chunk.txt", b"isi"),
    ],
)
def test_a_file_is_read_where_it_stands(word: Any, name: str, data: bytes) -> None:
    source = read(word, name, data, word.p("atas") + "{}" + word.p("bawah"))
    assert (texts(source), source.notes) == (["atas", "isi", "bawah"], ())


def test_a_file_may_be_all_there_is_and_another_docx(word: Any) -> None:
    assert texts(read(word, "chunk.docx", word.build(word.listed("isi") + word.p("lagi")))) == ["isi", "lagi"]


def test_a_file_in_a_cell(word: Any) -> None:
    table = word.table(word.tr(word.tc(word.p("kiri")), word.tc(word.p() + "{}" + word.p())))
    assert texts(read(word, "chunk.html", b"<html><p>isi</p></html>", table)) == ["kiri", "isi"]


def test_what_is_put_into_a_file_put_in_is_left_out_and_noted(word: Any) -> None:
    extra = {"word/_rels/document.xml.rels": relations("chunk.txt"), "word/chunk.txt": b"dalam"}
    inner = word.build(word.p("isi") + CHUNK.format("chunk"), extra=extra)
    source = read(word, "chunk.docx", inner)
    assert (texts(source), source.notes) == (["isi"], (Note("D007"),))


@pytest.mark.parametrize(
    ("name", "data", "more"),
    [
        ("chunk.pdf", b"%PDF-1.7", ""),
        ("chunk.docx", b"PK\x03\x04[Content_Types].xml", ""),
        ("chunk.html", b"<html><p>isi</p></html>", ' TargetMode="External"'),
    ],
)
def test_a_file_that_cannot_be_read_is_noted(word: Any, name: str, data: bytes, more: str) -> None:
    source = read(word, name, data, word.p("atas") + "{}", more)
    assert (texts(source), source.notes) == (["atas"], (Note("D007"),))


def test_a_file_that_inflates_without_measure_is_not_opened(word: Any) -> None:
    bomb = b"<html><p>" + b"a" * 60_000_000 + b"</p></html>"
    with pytest.raises(DocumentError) as caught:
        read(word, "chunk.html", bomb)
    assert caught.value.code == "unsupported"
