"""What every row of READERS promises."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from quopri import encodestring
from typing import Any

import pytest

from notula.models.source import Line, Source, Table
from notula.pipeline.errors import DocumentError
from notula.pipeline.read import READERS, Reader, read, sniff
from notula.pipeline.read.lines import lines_in
from notula.pipeline.settings import Settings

TEXT = ("Notulen Rapat Koordinasi", "Tempat: Balai Desa", "Rapat menyepakati jadwal panen raya.")


def pdf_of(word: Any, *texts: str) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    data = BytesIO()
    canvas = Canvas(data, invariant=True)
    for count, text in enumerate(texts):
        canvas.drawString(72, 750 - 20 * count, text)
    canvas.showPage()
    canvas.save()
    return data.getvalue()


def docx_of(word: Any, *texts: str) -> bytes:
    return word.build("".join(map(word.p, texts)) or word.p())


def html_of(word: Any, *texts: str) -> bytes:
    return ("<!doctype html><html><body>" + "".join(f"<p>{text}</p>" for text in texts) + "</body></html>").encode()


def mhtml_of(word: Any, *texts: str) -> bytes:
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="batas"\r\n\r\n--batas\r\n'
    part = b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    return head + part + encodestring(html_of(word, *texts)) + b"\r\n--batas--\r\n"


def markdown_of(word: Any, *texts: str) -> bytes:
    return "\n\n".join(f"# {text}" for text in texts).encode() or b"<!-- -->\n"


def text_of(word: Any, *texts: str) -> bytes:
    return "\r\n".join(texts).encode() or b"---\n"


MAKE: dict[str, Callable[..., bytes]] = {
    "pdf": pdf_of, "docx": docx_of, "mhtml": mhtml_of, "html": html_of, "markdown": markdown_of, "text": text_of,
}  # fmt: skip

# These need programs of the system: tested in test_scan_file, test_legacy and test_protected.
ELSEWHERE = {"image", "doc", "rtf", "odt", "protected"}
HERE = [reader for reader in READERS if reader.name not in ELSEWHERE]
each_reader = pytest.mark.parametrize("reader", HERE, ids=[reader.name for reader in HERE])


def read_with(reader: Reader, data: bytes) -> Source:
    return reader.load()(data, Settings())


def test_names_and_suffixes_are_told_apart() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert len({reader.name for reader in READERS}) == len(READERS)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


def test_every_reader_is_under_this_contract() -> None:
    assert set(MAKE) | ELSEWHERE == {reader.name for reader in READERS}


@each_reader
def test_a_file_is_recognised_under_its_own_suffix(word: Any, reader: Reader) -> None:
    for suffix in reader.suffixes:
        assert sniff(MAKE[reader.name](word, *TEXT), f"rapat{suffix.upper()}") is reader


@pytest.mark.parametrize("reader", HERE[:-1], ids=[reader.name for reader in HERE[:-1]])
def test_a_file_is_recognised_under_a_wrong_suffix(word: Any, reader: Reader) -> None:
    """Only plain text is what its name says: Markdown is text, too."""
    for name in ("rapat.txt", "rapat", "rapat.pdf", "rapat.docx"):
        assert sniff(MAKE[reader.name](word, *TEXT), name) is reader


@each_reader
def test_a_file_is_read_whole_and_in_order(word: Any, reader: Reader) -> None:
    source = read_with(reader, MAKE[reader.name](word, *TEXT))
    assert [line.text for line in lines_in(source.content)] == list(TEXT)
    assert source.media_type == reader.media_type


@each_reader
def test_texts_are_clean(word: Any, reader: Reader) -> None:
    source = read_with(reader, MAKE[reader.name](word, "Rapat\u00a0 satu", "dua  tiga"))
    for line in lines_in(source.content):
        assert line.text == line.text.strip() != ""
        assert not set(line.text) & set("\n\r\f\v\u00a0\u00ad\u200b")


@each_reader
def test_a_source_holds_tuples_of_frozen_parts_and_pickles(word: Any, reader: Reader) -> None:
    source = read_with(reader, MAKE[reader.name](word, *TEXT))
    assert isinstance(source.content, tuple)
    assert all(isinstance(part, Line | Table) for part in source.content)
    assert hash(source) == hash(pickle.loads(pickle.dumps(source)))


@each_reader
def test_the_same_bytes_give_the_same_source(word: Any, reader: Reader) -> None:
    data = MAKE[reader.name](word, *TEXT)
    assert read_with(reader, data) == read_with(reader, data)


@each_reader
def test_a_file_without_text_is_empty(word: Any, reader: Reader) -> None:
    with pytest.raises(DocumentError) as caught:
        read_with(reader, MAKE[reader.name](word))
    assert caught.value.code == "empty"


@each_reader
def test_pages_and_boxes_go_together(word: Any, reader: Reader) -> None:
    source = read_with(reader, MAKE[reader.name](word, *TEXT))
    boxes = [line.box is not None for line in lines_in(source.content)]
    assert all(boxes) if source.pages else not any(boxes)


@each_reader
def test_half_a_file_raises_nothing_unforeseen(word: Any, reader: Reader) -> None:
    data = MAKE[reader.name](word, *TEXT)
    for length in range(0, len(data), max(len(data) // 40, 1)):
        try:
            sniff(data[:length], "rapat.bin").load()(data[:length], Settings())
        except DocumentError:
            continue


def test_a_path_is_read_by_its_content(word: Any, tmp_path: Path) -> None:
    path = tmp_path / "rapat.pdf"
    path.write_bytes(docx_of(word, *TEXT))
    assert read(path, Settings()).content[0].text == TEXT[0]


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rapat.txt"
    path.write_text("Rapat " * 100)
    with pytest.raises(DocumentError) as caught:
        read(path, Settings(max_bytes=599))
    assert caught.value.code == "too_large"
    assert read(path, Settings(max_bytes=600)).content


def gone(path: Path) -> None:
    path.unlink()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def locked(path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    path.chmod(0)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize("spoil", [gone, folder, locked, pipe])
def test_what_cannot_be_opened_is_unreadable(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    path = tmp_path / "rapat.txt"
    path.write_text("Rapat")
    spoil(path)
    with pytest.raises(DocumentError) as caught:
        read(path, Settings())
    assert caught.value.code == "unreadable"
    assert caught.value.details["reason"]


def test_the_table_of_readers_loads_no_library() -> None:
    code = (
        "import sys, notula.pipeline.read;"
        "print([n for n in ('lxml', 'docx', 'pypdfium2', 'pdfplumber', 'pdfminer') if n in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
