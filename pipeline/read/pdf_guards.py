"""PDF files that would unpack to more than any minutes hold, refused before an engine opens them.

An engine unpacks a page's instructions whole: a megabyte can become a gigabyte. Deflate packs at most 1,032 to one, so
only streams that are long enough to become too large are unpacked here for measuring, in small steps; pictures are left
out, since nothing unpacks them. A stream that is packed twice could be of any size; no writer of PDF files does that.
"""

import re
import zlib

from notula.pipeline.errors import DocumentError

MAX_STREAM_BYTES = 100_000_000
_MOST_PACKED = 1_032
_STEP = 1_000_000
_BEFORE = 1_000  # bytes before a stream in which its dictionary stands
_STREAM = re.compile(rb"stream\r?\n")
_FILTER = re.compile(rb"/Filter\s*(\[[^\]]*\]|/\w+)")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")


def check_streams(data: bytes) -> None:
    """Nothing where the streams of a PDF file keep within the limit.

    Raises:
        DocumentError: ``too_large`` where one does not.
    """
    for match in _STREAM.finditer(data):
        if data[match.start() - 3 : match.start()] == b"end":
            continue
        kind = _dictionary(data, match.start())
        filters = _FILTER.search(kind)
        packed = len(_FLATE.findall(filters[1])) if filters else 0
        if packed > 1:
            raise _too_large()
        if packed and not _PICTURE.search(kind):
            end = data.find(b"endstream", match.end())
            _measure(data, match.end(), len(data) if end < 0 else end)


def _dictionary(data: bytes, end: int) -> bytes:
    """What stands between a stream and the object before it."""
    before = data[max(0, end - _BEFORE) : end]
    return before[before.rfind(b" obj") + 1 :]


def _measure(data: bytes, start: int, end: int) -> None:
    if (end - start) * _MOST_PACKED <= MAX_STREAM_BYTES:
        return
    unpacker, size, rest = zlib.decompressobj(), 0, data[start:end]
    try:
        while rest and not unpacker.eof:
            size += len(unpacker.decompress(rest, _STEP))
            if size > MAX_STREAM_BYTES:
                raise _too_large()
            rest = unpacker.unconsumed_tail
    except zlib.error:  # encrypted or broken: the engine's business
        return


def _too_large() -> DocumentError:
    return DocumentError("too_large", reason="reason.unpacked", limit=f"{MAX_STREAM_BYTES // 1_000_000}")
