"""Where a file opens again as it began: its first lines once more, for another day.

Running notes of a group often name no minutes and nobody who was there; but each meeting is headed as the first one is.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notula.models.source import Line, Table
from notula.pipeline.structure.dated_headings import heads_plan, tells_no_meeting
from notula.pipeline.structure.opening_lines import DAY_NAME, any_day
from notula.pipeline.structure.title_lines import DATE, announces
from notula.pipeline.text import fold

Content = Line | Table

_HEAD_LINES = 12  # within which a file gives its first day
_ABOVE = 4  # lines between a title and its day
_LATEST_DAY = 80  # characters before a day: one further on stands in a sentence
_TOLD_BELOW = 2  # pieces at least that follow the head of a meeting
_TITLE_WORDS = 2  # at least: less is a label
_FEWEST_TITLES = 2
_CHANGES = re.compile(rf"\b{DAY_NAME}\b|\b(?:hari|tanggal|tgl)\b|[\W\d_]+")  # from one meeting to the next


class Opening(NamedTuple):
    """A line with the day of a meeting: where it stands, the day as written, what it says before that."""

    at: int
    day: str
    before: str


def repeated_openings(content: tuple[Content, ...]) -> dict[int, str]:
    """Where the day of the file's first lines stands and where others are told alike, each with its day.

    Nothing where the file opens once. What changes from meeting to meeting (numbers, days) is nothing to the likeness:
    the words before the day, and a line of two words at least, this one or one close above, are the same.
    """
    first = next(_openings(content[:_HEAD_LINES]), None)
    if first is None:
        return {}
    named = len(first.before.split()) >= _TITLE_WORDS
    above = {up: _words(content, first.at - up) for up in range(1, _ABOVE + 1)}
    titles = {up: words for up, words in above.items() if len(words.split()) >= _TITLE_WORDS}
    found, days = {first.at: first.day}, {first.day}
    for each in _openings(content[: len(content) - _TOLD_BELOW], first.at + 1):
        if each.before != first.before or each.day in days or _is_announced(content, each.at, first.at):
            continue
        if named or any(_words(content, each.at - up) == words for up, words in titles.items()):
            found[each.at] = each.day
            days.add(each.day)
    return found if len(found) > 1 else {}


def titles_alike(content: tuple[Content, ...], known: Sequence[int]) -> dict[int, str]:
    """Where lines in capitals end in a day as the titles at some places do, two at least; each with its day.

    In a log "SURVEI KE PASAR 15 MEI 2017" begins a meeting where "RAPAT TANGGAL 18 MEI 2017" does.
    """
    titles = {at: day for at in known if (day := _day_behind_capitals(content[at]))}
    if len(titles) < _FEWEST_TITLES:
        return {}
    days = set(titles.values())
    found: dict[int, str] = {}
    planned = False  # below "JADWAL KEGIATAN BULAN MEI"
    for at, piece in enumerate(content[: len(content) - _TOLD_BELOW]):
        day = _day_behind_capitals(piece)
        planned = (planned and at not in titles) or _heads_plan(piece)
        if planned or (day and tells_no_meeting(fold(piece.text if isinstance(piece, Line) else ""))):
            continue
        if at not in titles and day and day not in days and not _is_announced(content, at, at):
            found[at] = day
            days.add(day)
    return found


def _heads_plan(piece: Content) -> bool:
    """Whether a line of capitals, or one that ends in a colon, is over days to come."""
    if isinstance(piece, Table) or len(piece.text) > _LATEST_DAY:
        return False
    return (piece.text.isupper() or piece.text.rstrip().endswith(":")) and heads_plan(fold(piece.text))


def _day_behind_capitals(piece: Content) -> str | None:
    """The day that a short line of capitals ends in."""
    if isinstance(piece, Table) or len(piece.text) > _LATEST_DAY or not piece.text[:1].isupper():
        return None
    text = fold(piece.text)
    found = DATE.search(text)
    before = text[: found.start()] if found else ""
    if found is None or found.end() < len(text.rstrip()) or announces(text) or ":" in before:
        return None
    words = _CHANGES.sub(" ", re.sub(r"\([^()]*\)", " ", piece.text[: len(before)])).split()
    return found.group() if words and all(word.isupper() for word in words) else None


def _openings(content: tuple[Content, ...], start: int = 0) -> Iterator[Opening]:
    """The lines that give a day early on and announce none."""
    for at, piece in enumerate(content[start:], start=start):
        if isinstance(piece, Table) or not re.search(r"\d", piece.text[:_LATEST_DAY]):
            continue
        text = fold(piece.text)
        day = any_day(text[:_LATEST_DAY])
        if day and not announces(text[:_LATEST_DAY]):
            yield Opening(at, day, _bare(text[: text.index(day)]))


def _is_announced(content: tuple[Content, ...], at: int, lines: int) -> bool:
    """Whether one of so many lines above a day says that it is that of another meeting."""
    above = content[at - min(lines, _ABOVE) : at]
    return any(isinstance(piece, Line) and announces(fold(piece.text)[:_LATEST_DAY]) for piece in above)


def _words(content: tuple[Content, ...], at: int) -> str:
    """What a line says, but for what changes; nothing for a table and above the first line."""
    piece = content[at] if at >= 0 else None
    return _bare(fold(piece.text)) if isinstance(piece, Line) else ""


def _bare(folded: str) -> str:
    return _CHANGES.sub(" ", folded).strip()
