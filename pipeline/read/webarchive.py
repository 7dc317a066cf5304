"""A web page in one file (MHTML, RFC 2557: Word's ".mht", many a site's "Word" download), or a mail -> Source."""

from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError

from notula.models.source import Source
from notula.pipeline.errors import DocumentError
from notula.pipeline.read.lines import decode
from notula.pipeline.read.plain import read_text
from notula.pipeline.read.webpage import read_page
from notula.pipeline.settings import Settings

MEDIA_TYPE = "multipart/related"

_KINDS = ("text/html", "application/xhtml+xml", "text/plain")


def read_web_archive(data: bytes, settings: Settings) -> Source:
    """What the first page in it shows, or its first plain text; pictures and other parts are not opened.

    Raises:
        DocumentError: ``empty`` (no text in it), ``too_large``, or ``damaged`` where its parts cannot be told apart.
    """
    try:
        parts = {part.get_content_type(): part for part in reversed(list(message_from_bytes(data).walk()))}
    except (MessageError, RecursionError) as trouble:
        raise DocumentError("damaged", reason="MIME") from trouble
    part = next((parts[kind] for kind in _KINDS if kind in parts), None)
    if part is None:
        raise DocumentError("empty")
    payload = part.get_payload(decode=True)
    text = decode(payload if isinstance(payload, bytes) else b"", part.get_content_charset())
    if len(text) > settings.max_text_bytes:
        raise DocumentError("too_large", reason="reason.bytes", limit=str(settings.max_text_bytes))
    if part.get_content_type() == "text/plain":
        return replace(read_text(text.encode("utf-8"), settings), media_type=MEDIA_TYPE)
    return read_page(text, MEDIA_TYPE)
