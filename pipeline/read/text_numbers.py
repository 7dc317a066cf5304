"""Numbers of rows that a single space parts from what follows them, in tables that plain text sets with spaces.

``pdftotext -layout`` sets ``1 Rapat kerja`` below ``No        Kegiatan``: the column of the numbers is as wide as they
are, so no gap is left between it and the next one. Two spaces more in every line of the table part them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

_NUMBERED: Final = re.compile(r"\s*(\d{1,3})[.)]?( +)(?=\S)")
_FEWEST: Final = 2  # rows
_MOST_LINES: Final = 300


def numbers_apart(texts: Sequence[str]) -> list[str] | None:
    """The lines of a table with its numbers parted from the rest; None where they are already, or where it has none.

    Args:
        texts: lines from that of the titles on; those below the table end it where they fit in no more.
    """
    title = len(texts[0]) - len(texts[0].lstrip()) + len(texts[0].split()[0])
    numbered = (_NUMBERED.match(text) for text in texts[1:_MOST_LINES])
    rows = [found for found in numbered if found and found.start(1) < title]
    if len(rows) < _FEWEST or all(len(found[2]) > 1 for found in rows[:_FEWEST]):
        return None
    (edge, _), *_ = Counter(found.end() for found in rows).most_common(1)
    if texts[0][edge : edge + 1].strip() and texts[0][edge - 1 : edge].strip():
        return None  # a title stands across it
    apart, last = [_parted(texts[0], edge)], 0
    for text in texts[1:_MOST_LINES]:
        found = _NUMBERED.match(text)
        number = int(found[1]) if found and found.end() == edge else 0
        if text[:edge].strip() and number != last + 1 and (last or not number):
            break
        last = number or last
        apart.append(_parted(text, edge))
    return apart if sum(_NUMBERED.match(text) is not None for text in apart) >= _FEWEST else None


def _parted(text: str, edge: int) -> str:
    return f"{text[:edge]}  {text[edge:]}" if len(text) > edge else text
