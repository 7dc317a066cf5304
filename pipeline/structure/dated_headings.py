"""Headings that tell a day each: those of a log's meetings, below a title that tells none.

Whoever keeps minutes in one file may head each meeting with its day alone ("3 Maret 2025") or beside what it was about
("Pompa air (3 Maret 2025)"). They count where another heading of their level begins a meeting anyway, or where all of
one level, two at least, tell days of their own and neither the file's title nor anything else dates a meeting.
"""

import re

from notula.models.source import Line, Table
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.opening_lines import DAY_NAME, any_day, is_of_earlier, leading_day
from notula.pipeline.structure.title_lines import DATE, GENRE, MEETING, announces, labelled_field
from notula.pipeline.text import fold

Content = Line | Table

_DAY_WORDS = re.compile(rf"\([^()]*\)|\b(?:{DAY_NAME}|hari|tanggal|tgl)\b|\b\d{{4}}\b")
_WORD = re.compile(r"[^\W\d_]{2}")
_FEWEST = 2  # meetings
_MOST_WORDS = 14
# Days of one event, and days of what is no meeting held.
_NO_MEETING = re.compile(
    r"\bhari\s+(?:ke\b|pertama|kedua|ketiga|[ivx\d]+\b)|\b(?:per|sampai|sebelum|hingga|paling|jadwal|rencana|target|deadline"
    r"|tenggat|batas|undangan|lampiran|periode|minggu ke|tahap|termin|kontrak|pembayaran|pencairan|serah terima"
    r"|pelaksanaan|pendaftaran)\b|\bhari\W?h\b|\bh\W?\d{1,2}\b"
)
# Days of what was only planned there, in titles and headings that tell more than a day.
_OF_PLANS = re.compile(r"\b(?:persiapan|rencana|perencanaan|jadwal|timeline|agenda kegiatan|program kerja)\b")


def tells_no_meeting(text: str) -> bool:
    """Whether the day in a folded line is a limit, a step of a plan or one day of an event."""
    return _NO_MEETING.search(text) is not None


def heads_plan(text: str) -> bool:
    """Whether a folded heading is over days to come ("Jadwal kegiatan")."""
    return _OF_PLANS.search(text) is not None


def is_bare_day(piece: Content) -> bool:
    """Whether a line says nothing but a day."""
    if isinstance(piece, Table):
        return False
    text = fold(piece.text)
    day = leading_day(text)
    return day is not None and not _WORD.search(_DAY_WORDS.sub("", text.replace(day, "")))


def headings_of_a_log(content: tuple[Content, ...], labels: Labels) -> dict[int, str]:
    """Where all headings of one level tell a day of their own, each with its day; empty where there is none."""
    title = content[0] if content else None
    if not isinstance(title, Line) or title.outline is None or DATE.search(fold(title.text)):
        return {}
    if not GENRE.search(text := fold(title.text)) and not MEETING.search(text):
        return {}
    levels: dict[int, dict[int, str | None]] = {}
    for at, piece in enumerate(content[1:], start=1):
        if isinstance(piece, Line) and piece.outline is not None:
            levels.setdefault(piece.outline, {})[at] = _day_of(content, at, piece, labels)
    for level, days in sorted(levels.items()):
        told = {at: day for at, day in days.items() if day is not None}
        if heads_plan(text) and not all(is_bare_day(content[at]) for at in told):
            continue  # "Rapat persiapan qurban": "Pembagian (8 Juni)"
        apart = len(told) == len(days) >= _FEWEST and len(set(told.values())) == len(told)
        if apart and level >= title.outline:
            return told
    return {}


def _day_of(content: tuple[Content, ...], at: int, heading: Line, labels: Labels) -> str | None:
    """The day that a heading of a log tells, over something said."""
    text = fold(heading.text)
    below = content[at + 1] if at + 1 < len(content) else None
    if len(text.split()) > _MOST_WORDS or below is None or labelled_field(heading, labels) is not None:
        return None
    if announces(text) or tells_no_meeting(text) or is_of_earlier(content, at, labels):
        return None
    return found.group() if (found := DATE.search(text)) else any_day(text) if leading_day(text) else None
