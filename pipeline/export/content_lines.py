"""The lines of iCalendar (RFC 5545): values escaped, lines folded.

Written here and not with a library: the one that is kept takes a written backslash and N for a line break, and is ten
times as slow. The tests read what comes out with that library, and with programs that are built on others.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_QUOTED = str.maketrans({'"': "'", **{chr(code): " " for code in (*range(32), 127)}})
_OCTETS = 75  # of a line, without its end


def component(kind: str, lines: Iterable[tuple[str, str]]) -> bytes:
    """A component of properties, each with its value as it stands in the file."""
    pieces = [f"BEGIN:{kind}\r\n".encode()]
    pieces += [_folded(f"{name}:{value}") for name, value in lines]
    pieces.append(f"END:{kind}\r\n".encode())
    return b"".join(pieces)


def text_value(text: str) -> str:
    """A text (section 3.3.11)."""
    return text.translate(_ESCAPES)


def day_value(value: date) -> str:
    """A day (section 3.3.4)."""
    return f"{value.year:04}{value.month:02}{value.day:02}"


def time_value(value: datetime) -> str:
    """A time in UTC (section 3.3.5)."""
    value = value.astimezone(UTC)
    return f"{day_value(value)}T{value:%H%M%S}Z"


def parameter(text: str) -> str:
    """A parameter's value between quotation marks; there is no way to write one, nor a line break, inside (3.2)."""
    return f'"{text.translate(_QUOTED)}"'


def _folded(line: str) -> bytes:
    """A line cut at 75 octets, never inside a character (section 3.1)."""
    data = line.encode("utf-8")
    if len(data) <= _OCTETS:
        return data + b"\r\n"
    pieces, start, room = [], 0, _OCTETS
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        pieces.append(data[start:end])
        start, room = end, _OCTETS - 1
    pieces.append(data[start:])
    return b"\r\n ".join(pieces) + b"\r\n"
