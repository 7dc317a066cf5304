"""What kind of file some bytes are, told by the bytes; the name only decides where the bytes cannot."""

import lzma
import re
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePath

from notula.pipeline.errors import DocumentError
from notula.pipeline.read.drawn_tables import has_drawn_table
from notula.pipeline.read.lines import decode, is_pipe_rule
from notula.pipeline.read.wikitext import is_wikitext

ZIP_ERRORS = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, EOFError, ValueError,
    RuntimeError, OverflowError,
)  # fmt: skip
"""What :mod:`zipfile` and the codecs under it raise on broken archives (RuntimeError: encrypted or unknown method)."""

MAX_ENTRIES = 20_000
"""How many entries of an archive are looked at to tell what it is."""
_CENTRAL_HEADER = b"PK\x01\x02"

DOCX_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
HTML_SUFFIXES = (".html", ".htm", ".xhtml")
ARCHIVE_SUFFIXES = (".mht", ".mhtml")
MARKDOWN_SUFFIXES = (".md", ".markdown", ".mkd", ".mdown")
IMAGE_SUFFIXES = (".png", ".jpg", ".jpeg", ".jpe", ".tif", ".tiff", ".bmp", ".webp", ".gif", ".jp2")
TEXT_SUFFIXES = (".txt", ".text", ".log", ".asc")

_OLE2 = bytes.fromhex("d0cf11e0a1b11ae1")
_WORD_MAIN = re.compile(
    rb"wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled\w*\.main"
)
_IMAGES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF87a", "GIF"), (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"), (b"MM\x00*", "TIFF"), (b"\x00\x00\x00\x0cjP  ", "JPEG 2000"),
)  # fmt: skip
_MIME = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*(?:multipart/|text/html)", re.I)
_RTF = re.compile(rb"\s*\{\\rtf")
_FOREIGN = (
    (re.compile(rb"\s*(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}>\s*<\?mso-application[^>]{0,99}Word\.Document"), "Word XML"),
    (re.compile(rb"%!PS"), "PostScript"),
)
_HTML_START = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I)
_HTML_BLOCK = re.compile(r"<(?:p|div|table|tr|td|h[1-6]|ul|ol|li|section|article|br|body)\b[^<>]{0,400}>", re.I)
_HTML_CLOSE = re.compile(r"</(?:p|div|table|tr|td|h[1-6]|ul|ol|li|section|article|body)\s*>", re.I)
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(?:[\w-]+:[^\n]*\n|[ \t]+[^\n]*\n|- [^\n]*\n){1,60}---[ \t]*(?:\r?\n|$)")
_ATX = re.compile(r"^#{1,6}[ \t]+[^\s#][^\n]*$", re.M)


def is_pdf(data: bytes, filename: str) -> bool:
    """Whether a PDF header stands in the first 1,024 bytes (ISO 32000-1, implementation note 13)."""
    return b"%PDF-" in data[:1024]


def is_docx(data: bytes, filename: str) -> bool:
    """Whether it is a WordprocessingML package; a broken ZIP counts where its start or its name says so."""
    if not data.startswith(b"PK"):
        return False
    kind = _zip_kind(data)
    return kind == "DOCX" or (kind is None and (b"[Content_Types].xml" in data[:4096] or _has(filename, DOCX_SUFFIXES)))


def is_html(data: bytes, filename: str) -> bool:
    """Whether it starts as a page does, or its lines mostly are HTML tags."""
    text = _peek(data)
    if _HTML_START.match(_without_comments(text[:4096])):
        return True
    if _has(filename, MARKDOWN_SUFFIXES):
        return False
    if _has(filename, HTML_SUFFIXES):
        return _HTML_BLOCK.search(text) is not None
    lines = [line.lstrip() for line in text.splitlines() if line.strip()]
    tagged = sum(line.startswith("<") for line in lines)
    return 10 * tagged >= 3 * len(lines) > 0 and len(_HTML_CLOSE.findall(text)) >= 2


def is_web_archive(data: bytes, filename: str) -> bool:
    """Whether it is a page in a MIME message, as Word and browsers save one (RFC 2557)."""
    head = data[:4096].lstrip()
    return b"mime-version:" in head.lower() and _MIME.match(head) is not None


def is_markdown(data: bytes, filename: str) -> bool:
    """Whether it is text and its name says so, or it has front matter, a table drawn, two headings, or is of a wiki."""
    if not is_text(data, filename):
        return False
    if _has(filename, MARKDOWN_SUFFIXES):
        return True
    text = _peek(data)
    if _FRONT_MATTER.match(text) or len(_ATX.findall(text)) >= 2 or is_wikitext(text):
        return True
    lines = text.splitlines()
    return any(is_pipe_rule(line) and "--" in line for line in lines) or has_drawn_table(lines)


def is_text(data: bytes, filename: str) -> bool:
    """Whether it decodes to characters with hardly a control code among them."""
    text = _peek(data)
    odd = sum(char < " " and char not in "\t\n\r\f\v\x1b\x1a" for char in text)
    return "\x00" not in text.rstrip("\x00") and 200 * odd <= len(text)


def refuse_foreign(data: bytes) -> None:
    """Nothing where the file may be one that a reader knows.

    Raises:
        DocumentError: it is a known kind that no reader reads, with the kind as reason.
    """
    if data.startswith(_OLE2):
        _refuse_ole2(data)
    if image_kind(data) == "HEIF":
        raise DocumentError("unsupported", reason="HEIF")
    for pattern, kind in _FOREIGN:
        if pattern.match(data[:1024]):
            raise DocumentError("unsupported", reason=kind)


def kind_of(data: bytes) -> str:
    """The name of a kind of file that no reader knows, for the message."""
    if data.startswith(b"PK"):
        return _zip_kind(data) or "ZIP"
    return "reason.binary"


def _refuse_ole2(data: bytes) -> None:
    """Tells apart what Office keeps in OLE2 containers by the names of their streams."""
    if not any(_stream(name) in data for name in ("EncryptedPackage", "WordDocument")):
        raise DocumentError("unsupported", reason="OLE2")


def is_image(data: bytes, filename: str) -> bool:
    """Whether it is a picture of a kind that can be read."""
    return image_kind(data) not in (None, "HEIF")


def is_doc(data: bytes, filename: str) -> bool:
    """Whether it is a Word 97-2003 document: an OLE2 container with the stream of one."""
    return data.startswith(_OLE2) and _stream("WordDocument") in data


def is_protected(data: bytes, filename: str) -> bool:
    """Whether it is an Office document of today in an encrypted container ([MS-OFFCRYPTO] 2.3.4.4)."""
    return data.startswith(_OLE2) and _stream("EncryptedPackage") in data


def is_rtf(data: bytes, filename: str) -> bool:
    """Whether it is Rich Text Format."""
    return _RTF.match(data[:1024]) is not None


def is_odt(data: bytes, filename: str) -> bool:
    """Whether it is an OpenDocument text."""
    return data.startswith(b"PK") and _zip_kind(data) == "ODT"


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def image_kind(data: bytes) -> str | None:
    """The name of a kind of picture; None where it is none."""
    for magic, kind in _IMAGES:
        if data.startswith(magic):
            return kind
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"avif"):
        return "HEIF"
    if data.startswith(b"BM") and data[6:10] == b"\x00\x00\x00\x00":
        return "BMP"
    return None


def _zip_kind(data: bytes) -> str | None:
    """What a ZIP holds (``DOCX``, ``ODT``, ``XLSX``, ``PPTX``, ``ZIP``); None where it is broken."""
    if data.count(_CENTRAL_HEADER) > MAX_ENTRIES:  # reading the directory alone would take gigabytes
        raise DocumentError("too_large", reason="reason.entries", limit=str(MAX_ENTRIES))
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return "DOCX"
            types = _first_bytes(archive, "[Content_Types].xml") if "[Content_Types].xml" in names else b""
            mimetype = _first_bytes(archive, "mimetype") if "mimetype" in names else b""
    except ZIP_ERRORS:
        return None
    if _WORD_MAIN.search(types):
        return "DOCX"
    if b"opendocument.text" in mimetype:
        return "ODT"
    if b"opendocument" in mimetype:
        return "OpenDocument"
    for folder, kind in (("xl/", "XLSX"), ("ppt/", "PPTX")):
        if any(name.startswith(folder) for name in names):
            return kind
    return "ZIP"


def _first_bytes(archive: zipfile.ZipFile, name: str) -> bytes:
    """The first bytes of an entry, few enough for any bomb; none where it cannot be inflated."""
    try:
        with archive.open(name) as entry:
            return entry.read(200_000)
    except ZIP_ERRORS:
        return b""


def _peek(data: bytes) -> str:
    """The characters of a file's first 64 KB."""
    return decode(data[:65_536]).rstrip("\ufffd")


def _without_comments(text: str) -> str:
    return re.sub(r"<!--.*?-->", "", text, flags=re.S)


def _has(filename: str, suffixes: tuple[str, ...]) -> bool:
    return PurePath(filename).suffix.lower() in suffixes
