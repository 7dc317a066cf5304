"""Files told apart by their bytes."""

import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from notula.pipeline.errors import DocumentError
from notula.pipeline.read import read_bytes, read_data, sniff
from notula.pipeline.settings import Settings

OLE2 = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def zipped(**entries: str) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/"), content)
    return data.getvalue()


def name_of(data: bytes, filename: str) -> str:
    return sniff(data, filename).name


@pytest.mark.parametrize(
    ("data", "filename", "name"),
    [
        pytest.param(b"junk\n%PDF-1.4\n", "x.txt", "pdf", id="PDF header further down"),
        pytest.param(b"  <!DOCTYPE html><p>x", "x.txt", "html", id="doctype"),
        pytest.param(b"<!-- catatan -->\n<html><p>x", "x.md", "html", id="comment before the page"),
        pytest.param(b'<?xml version="1.0"?>\n<html xmlns="x"><p>x</p></html>', "x", "html", id="XHTML"),
        pytest.param("<html>x".encode("utf-16"), "x", "html", id="page in UTF-16"),
        pytest.param(b"@extends('a')\n<div>\n<p>x</p>\n</div>\n", "x.blade.html", "html", id="template"),
        pytest.param(b"<div>\n<p>x</p>\n<p>y</p>\n</div>", "x", "html", id="fragment"),
        pytest.param(b"Rapat <p>x</p>\nbiasa\nsaja\nteks\n", "x.txt", "text", id="text that mentions tags"),
        pytest.param(b"<udin> halo\n<ani> ya\n", "x.txt", "text", id="chat log"),
        pytest.param(b"<p>x</p>\n<p>y</p>", "x.md", "markdown", id="Markdown with tags"),
        pytest.param(b"# Satu\n\nisi\n\n## Dua\n", "x.txt", "markdown", id="two headings"),
        pytest.param(b"# satu\nisi\n", "x.txt", "text", id="one sign is no heading"),
        pytest.param(b"### Notulen ###\nisi", "x.txt", "text", id="drawn title"),
        pytest.param(b"---\ntitle: x\n---\nisi", "x", "markdown", id="front matter"),
        pytest.param(b"a | b\n---|---\n1 | 2\n", "x", "markdown", id="pipe table"),
        pytest.param("Rapat — selesai".encode("cp1252"), "x", "text", id="Windows-1252"),
        pytest.param("Rapat".encode("utf-16-le"), "x", "text", id="UTF-16 without a mark"),
        pytest.param(b"PK\x03\x04[Content_Types].xml", "x", "docx", id="broken package"),
        pytest.param(b"PK\x03\x04" + bytes(100), "x.docm", "docx", id="broken package by its name"),
        pytest.param(b"PKK mengadakan rapat", "x", "text", id="text that starts as a package does"),
        pytest.param(b"BMKG hadir dalam rapat", "x", "text", id="text that starts as a bitmap does"),
    ],
)
def test_told_by_content(data: bytes, filename: str, name: str) -> None:
    assert name_of(data, filename) == name


@pytest.mark.parametrize(
    "types",
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_word_packages_by_their_content_type(types: str) -> None:
    data = zipped(**{"[Content_Types].xml": f'<Types ContentType="{types}"/>', "isi__utama.xml": "<x/>"})
    assert name_of(data, "x.zip") == "docx"


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        pytest.param(OLE2 + "WordDocument".encode("utf-16-le"), "doc", id="doc"),
        pytest.param(OLE2 + "EncryptedPackage".encode("utf-16-le"), "protected", id="DOCX with a password"),
        pytest.param(b"{\\rtf1 x}", "rtf", id="RTF"),
        pytest.param(zipped(mimetype="application/vnd.oasis.opendocument.text"), "odt", id="ODT"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "image", id="PNG"),
        pytest.param(b"\xff\xd8\xff\xe0", "image", id="JPEG"),
        pytest.param(b"II*\x00", "image", id="TIFF"),
        pytest.param(b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image", id="WebP"),
        pytest.param(b"BM\x36\x00\x00\x00\x00\x00\x00\x00\x36", "image", id="BMP"),
    ],
)
def test_scans_and_old_documents_are_told_under_any_name(data: bytes, reader: str) -> None:
    assert name_of(data, "rapat.docx") == reader


@pytest.mark.parametrize(
    ("data", "code", "reason"),
    [
        pytest.param(b"", "empty", None, id="no bytes"),
        pytest.param(b" \r\n\x00\t", "empty", None, id="white space"),
        pytest.param(OLE2 + "Workbook".encode("utf-16-le"), "unsupported", "OLE2", id="xls"),
        pytest.param(b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>', "unsupported", "Word XML",
                     id="Word XML"),
        pytest.param(b"\x00\x00\x00\x18ftypheic", "unsupported", "HEIF", id="HEIF"),
        pytest.param(zipped(xl__workbook="x"), "unsupported", "XLSX", id="XLSX"),
        pytest.param(zipped(ppt__x="x"), "unsupported", "PPTX", id="PPTX"),
        pytest.param(zipped(isi="x"), "unsupported", "ZIP", id="ZIP"),
        pytest.param(bytes(range(256)) * 4, "unsupported", "reason.binary", id="binary"),
        pytest.param(b"\x1f\x8b\x08\x00\x00\x01\x02\x03" * 9, "unsupported", "reason.binary", id="gzip"),
    ],
)  # fmt: skip
def test_refused(data: bytes, code: str, reason: str | None) -> None:
    with pytest.raises(DocumentError) as caught:
        sniff(data, "rapat.docx" if reason != "ZIP" else "rapat.zip")
    assert caught.value.code == code
    assert caught.value.details.get("reason") == reason


def test_a_real_package_is_told_under_any_name(word: Any) -> None:
    assert name_of(word.build(word.p("x")), "x.odt") == "docx"


@pytest.mark.parametrize("name", ["rapat.txt", "rapat.md", "rapat.html"])
def test_text_over_its_limit_is_refused(name: str) -> None:
    data = b"<html><p>Rapat dibuka.</p></html>" if name.endswith("html") else b"Rapat dibuka.\n" * 3
    with pytest.raises(DocumentError) as caught:
        read_data(data, name, Settings(max_text_bytes=20))
    assert (caught.value.code, caught.value.details["limit"]) == ("too_large", "20")
    assert read_data(data, name, Settings(max_text_bytes=2_000)).content


def test_a_small_file_takes_little_memory_whatever_the_limit(tmp_path: Path) -> None:
    """A worker near its own limit must not fail over a file of a few bytes."""
    path = tmp_path / "rapat.txt"
    path.write_bytes(b"Rapat dibuka.\n" * 100)
    tracemalloc.start()
    try:
        assert len(read_bytes(path, 200_000_000)) == 1_400
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_files_are_read_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "rapat.txt"
    path.write_bytes(b"Rapat")
    assert read_bytes(path, 5) == b"Rapat"
    with pytest.raises(DocumentError) as caught:
        read_bytes(path, 4)
    assert caught.value.code == "too_large"
