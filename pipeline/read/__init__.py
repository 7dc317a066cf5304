"""File -> Source: the table of readers and the choice among them.

A reader is one file and one row of ``READERS``. Its module is imported when it is first needed, so that ``--help``
loads neither PDFium nor lxml.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from notula.models.source import Source
from notula.pipeline.errors import DocumentError, why
from notula.pipeline.read import signatures
from notula.pipeline.settings import Settings

ReadFunction = Callable[[bytes, Settings], Source]


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of file that can be read.

    ``recognises`` tells it by a file's bytes (and its name, where bytes cannot tell); ``where`` is
    ``module:function``.
    """

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes, str], bool]
    where: str

    @property
    def is_text(self) -> bool:
        """Whether its files are text from end to end, all of which is read."""
        return self.media_type.startswith("text/")

    def load(self) -> ReadFunction:
        """The function that reads such a file, its libraries imported."""
        module, _, function = self.where.partition(":")
        return cast(ReadFunction, getattr(import_module(module), function))


# In the order they are asked: the surest signs first, plain text last.
READERS: tuple[Reader, ...] = (
    Reader("pdf", "application/pdf", (".pdf",), signatures.is_pdf, "notula.pipeline.read.pdf:read_pdf"),
    Reader(
        "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", signatures.DOCX_SUFFIXES,
        signatures.is_docx, "notula.pipeline.read.office:read_docx",
    ),
    Reader(
        "protected", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", (),
        signatures.is_protected, "notula.pipeline.read.protected:read_protected",
    ),
    Reader(
        "image", "image/*", signatures.IMAGE_SUFFIXES, signatures.is_image, "notula.pipeline.read.scan_file:read_image"
    ),
    Reader("doc", "application/msword", (".doc", ".dot"), signatures.is_doc, "notula.pipeline.read.legacy:read_doc"),
    Reader("rtf", "application/rtf", (".rtf",), signatures.is_rtf, "notula.pipeline.read.legacy:read_rtf"),
    Reader(
        "odt", "application/vnd.oasis.opendocument.text", (".odt", ".ott"), signatures.is_odt,
        "notula.pipeline.read.legacy:read_odt",
    ),
    Reader(
        "mhtml", "multipart/related", signatures.ARCHIVE_SUFFIXES, signatures.is_web_archive,
        "notula.pipeline.read.webarchive:read_web_archive",
    ),
    Reader("html", "text/html", signatures.HTML_SUFFIXES, signatures.is_html, "notula.pipeline.read.webpage:read_html"),
    Reader(
        "markdown", "text/markdown", signatures.MARKDOWN_SUFFIXES, signatures.is_markdown,
        "notula.pipeline.read.markdown:read_markdown",
    ),
    Reader("text", "text/plain", signatures.TEXT_SUFFIXES, signatures.is_text, "notula.pipeline.read.plain:read_text"),
)  # fmt: skip


def sniff(data: bytes, filename: str) -> Reader:
    """The reader for a file, told by its bytes; the suffix may be wrong.

    Raises:
        DocumentError: ``empty``; ``unsupported`` with the kind as reason.
    """
    if not data.strip(b"\x00\t\n\f\r "):
        raise DocumentError("empty")
    signatures.refuse_foreign(data)
    for reader in READERS:
        if reader.recognises(data, filename):
            return reader
    raise DocumentError("unsupported", reason=signatures.kind_of(data))


def read(path: Path, settings: Settings) -> Source:
    """What stands in a file.

    Raises:
        DocumentError: ``unreadable`` (no such file, no permission, a folder), ``too_large``, what :func:`sniff` raises,
            or what the reader finds wrong.
    """
    return read_data(read_bytes(path, settings.max_bytes), path.name, settings)


def read_data(data: bytes, filename: str, settings: Settings) -> Source:
    """What stands in a file whose bytes are these; errors as for :func:`read` but ``unreadable``."""
    reader = sniff(data, filename)
    if reader.is_text and len(data) > settings.max_text_bytes:
        raise DocumentError("too_large", reason="reason.bytes", limit=str(settings.max_text_bytes))
    return reader.load()(data, settings)


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of a regular file.

    Raises:
        DocumentError: ``unreadable``, or ``too_large`` where there are more than the limit.
    """
    try:
        if path.exists() and not path.is_file():
            raise DocumentError("unreadable", reason="reason.not_regular")
        with path.open("rb") as file:
            # Only what is there is asked for: room for the limit would be set aside before a byte is read.
            data = b"" if (size := os.fstat(file.fileno()).st_size) > limit else file.read()
    except OSError as trouble:
        raise DocumentError("unreadable", reason=why(trouble)) from trouble
    if max(size, len(data)) > limit:
        raise DocumentError("too_large", reason="reason.bytes", limit=str(limit))
    return data
