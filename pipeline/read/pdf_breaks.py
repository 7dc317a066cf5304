"""Words that the end of a printed line broke, put together again.

- A hyphen at a line's end, the hyphen kept: it may be part of the word.
- A word too long for its cell, which word processors break at any letter ("Kepegawai" / "an"): it fills the cell alone,
  and no more than a few letters go on below; a date likewise, at a stroke too ("24/" / "11/202" / "3").

The rest of a word goes up to the line it began in; its box is that of its first part.
"""

import re
from collections.abc import Sequence
from typing import Final

from notula.models.source import Line
from notula.pipeline.read.pdf_lines import Bounds

_OPEN_WORD: Final = re.compile(r"(?:[^\W\d_]-|\d-)$")
_OPEN_DATE: Final = re.compile(r"^(?:(?:\d{1,2}/)?\d{1,2}/\d{0,3}|[12]\d{0,2})$")
_MARKER: Final = re.compile(r"^(?:[a-z]|[ivx]+|\d{1,2})[.)]$")
_SHORT_WORDS: Final = re.compile(r"dan|di|ke|dr|dg|dgn|yg|tdk|sdh|blm|utk|ini|itu|tgl|jam|pkl|per")
_LETTER = 0.65  # font sizes: the width of most letters, in bold type too
_MOST_LEFT = 3  # letters of a broken word on the next line; of one in capitals one less


def join_breaks(lines: Sequence[Line], cell: Bounds | None = None) -> list[Line]:
    """Lines that follow each other in one paragraph or cell, with broken words whole."""
    padding = min((line.indent - cell.left for line in lines), default=0.0) if cell else 0.0
    right = cell.right - padding if cell else None
    joined: list[Line] = []
    above: Line | None = None
    for line in lines:
        if above and (_at_hyphen(joined[-1], line) or (right is not None and _in_word(above, line, right))):
            tail, rest = _split_first(line)
            joined[-1] = _extended(joined[-1], tail)
            if rest is not None:
                joined.append(rest)
        else:
            joined.append(line)
        above = line
    return joined


def _at_hyphen(line: Line, following: Line) -> bool:
    if not line.text.endswith("-"):
        return False
    tail = _first_word(following)
    if not _OPEN_WORD.search(line.text) or _MARKER.match(tail):
        return False
    near = line.box is None or following.box is None or following.box.bottom - line.box.bottom < 2.6 * (line.size or 12)
    return near and (tail[:1].islower() if line.text[-2].isalpha() else tail[:1].isdigit())


def _in_word(line: Line, following: Line, right: float) -> bool:
    """Whether a word fills a cell up to less than a letter from its right side and a few letters follow below."""
    tail = _first_word(following)
    if line.box is None:
        return False
    if _OPEN_DATE.search(line.text) and tail[:1].isdigit():
        return line.text[-1] == "/" or (right - line.box.x1 < _LETTER * (line.size or 0) and tail.isdecimal())
    if not line.text.isalpha() or not tail.isalpha() or _SHORT_WORDS.fullmatch(tail):
        return False
    most = _MOST_LEFT if tail.islower() else _MOST_LEFT - 1 if tail.isupper() and line.text.isupper() else 0
    return len(tail) <= most and right - line.box.x1 < _LETTER * (line.size or 0)


def _first_word(line: Line) -> str:
    return re.split(r"[ \t]", line.text, maxsplit=1)[0]


def _split_first(line: Line) -> tuple[str, Line | None]:
    """The first word of a line, and the line without it; None where nothing is left."""
    found = re.match(r"(\S+)\s*", line.text)
    if found is None or found.end() == len(line.text):
        return line.text, None
    gone = found.end()
    words = tuple(w._replace(start=w.start - gone, end=w.end - gone) for w in line.words if w.start >= gone)
    return found[1], line._replace(text=line.text[gone:], words=words)


def _extended(line: Line, tail: str) -> Line:
    words = line.words
    if words:
        last = words[-1]
        words = (*words[:-1], last._replace(end=last.end + len(tail)))
    return line._replace(text=line.text + tail, words=words)
