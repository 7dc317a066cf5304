"""Heads that tell day and hour of a meeting but not who was there, in files that hold several meetings already.

Whoever collects minutes in a file may open later ones in a way of their own: day and hour in one line ("Selasa,
16/3/2021 jam 13.00, Aula") or in a sentence ("Pada hari Selasa ... telah dilaksanakan rapat ..."). Elsewhere such a
line is a schedule, an announcement or what somebody tells of, so it counts only above points and below ``ENOUGH``
meetings or signed minutes, a sentence also where the sections start over. The same holds of labels that give a day and
a place alone, as those of any event do, below the name of a meeting.
"""

import re

from notula.models.sections import SectionKind
from notula.models.source import Line, Table
from notula.pipeline.read.lines import lines_in
from notula.pipeline.structure.closing import closes, signs
from notula.pipeline.structure.header_forms import heads_tasks
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.markers import parse_marker
from notula.pipeline.structure.opening_lines import any_day, is_announced, leading_day, tells_who
from notula.pipeline.structure.section_kinds import BODY
from notula.pipeline.structure.title_lines import (
    GENRE,
    MEETING,
    MOST_TITLE_WORDS,
    announces,
    is_title,
    labelled_field,
    set_apart,
)
from notula.pipeline.text import fold

ENOUGH = 3
"""Meetings that a file has to hold before."""
_CLOCK = re.compile(r"\b(?:jam|pukul|pkl)\b\.?\s*\d{1,2}\b|(?<![\d./])\d{1,2}[.:]\d{2}(?![\d.])")
_WAS_HELD = re.compile(
    r"\b(?:telah|sudah)\s+(?:di(?:laksanakan|adakan|selenggarakan|langsungkan|gelar)|berlangsung|dilakukan)\b"
)
_NOT_HELD = re.compile(
    r"\b(?:akan|rencana\w*|deadline|tenggat|paling|batas|sebelum|sampai|mulai|jadwal\w*|berikut\w*|selanjutnya|depan"
    r"|mendatang|diundur|ditunda|target|undangan|menindaklanjuti|surat|lalu|kemarin|besok|lusa)\b"
)
_WENT_ON = re.compile(r"\W*lanjutan\b")
_HEAD_WORDS = 14  # of a line that is no sentence
_DAY_WITHIN = 160  # characters
_NAME_WORDS = 12  # of a line that names a meeting and its day
_HOUR_WORDS = 6  # of a line below that tells the hour alone
_NAMED_ABOVE = 3  # lines
_ENDS_OR_LEADS = (".", ";", ",", ":")
_END_WITHIN = 6  # lines above what dates another meeting
_BELOW, _POINTS = 10, 2  # lines in which so many points or sentences stand
_SENTENCE = 5  # words
_SECTIONS_WITHIN, _SECTIONS_ABOVE = 40, 500  # lines below and above a head


def day_and_hour(content: tuple[Line | Table, ...], index: int, labels: Labels) -> str | None:
    """The day of a line or sentence that tells when a meeting was held, with its hour; None where it does not."""
    piece = content[index]
    if isinstance(piece, Table) or piece.marker is not None or parse_marker(piece.text) is not None:
        return None
    text = fold(piece.text)
    day, first = any_day(text[:_DAY_WITHIN]), leading_day(text) is not None
    went_on = _WENT_ON.match(text) is not None
    own = text.replace("lanjutan", "") if went_on or first else text
    to_come = announces(own) or is_announced(content, index, labels)
    if day is None or _NOT_HELD.search(text) or to_come or closes(piece.text):
        return None
    if len(text.split()) > _HEAD_WORDS and not went_on:
        opens = _WAS_HELD.search(text) is not None
    else:
        named = labelled_field(piece, labels) in ("date", "time", "place")
        opens = named or went_on or first or MEETING.match(text) is not None
    told = opens and (_CLOCK.search(text) or _CLOCK.match(_hour_below(content, index)))
    return day if told and _over_points(content, index) else None


def day_alone(content: tuple[Line | Table, ...], index: int, labels: Labels) -> str | None:
    """The day of a short line that names a meeting held or stands over those present, and tells no hour; else None.

    It is a head only where minutes are signed right above.
    """
    piece = content[index]
    if isinstance(piece, Table) or piece.marker is not None or parse_marker(piece.text) is not None:
        return None
    text = fold(piece.text).lstrip("[(*_=# ")
    day = any_day(text) if len(text.split()) <= _NAME_WORDS else None
    if day is None or _NOT_HELD.search(text) or closes(piece.text) or text.endswith((".", ";", ",")):
        return None
    if announces(text) or is_announced(content, index, labels) or labelled_field(piece, labels):
        return None
    named = MEETING.match(text) or GENRE.match(text)
    told = named or (leading_day(text) is not None and (set_apart(piece) or tells_who(content, index, labels)))
    return day if told and _over_points(content, index) else None


def names_anew(content: tuple[Line | Table, ...], index: int, labels: Labels) -> bool:
    """Whether a line set apart names minutes or a meeting and no day, as the title of undated minutes does."""
    piece = content[index]
    if isinstance(piece, Table) or not index or not set_apart(piece) or not is_title(piece, labels):
        return False
    text = fold(piece.text)
    named = GENRE.match(text) if piece.outline is None else GENRE.match(text) or MEETING.match(text)
    return bool(named) and any_day(text) is None and labels.words.kind(piece.text) is None


def is_set_like(content: tuple[Line | Table, ...], first: int, at: int) -> bool:
    """Whether a title stands at the level of the file's first one and, with the line below, says something else."""
    own, other = content[at], content[first]
    if isinstance(own, Table) or isinstance(other, Table) or own.outline != other.outline:
        return False
    texts = [
        [fold(piece.text) for piece in content[where : where + 2] if isinstance(piece, Line)] for where in (first, at)
    ]
    return texts[0] != texts[1]


def _hour_below(content: tuple[Line | Table, ...], index: int) -> str:
    """The short line below one, where the hour may stand alone."""
    below = content[index + 1] if index + 1 < len(content) else None
    return fold(below.text) if isinstance(below, Line) and len(below.text.split()) <= _HOUR_WORDS else ""


def _over_points(content: tuple[Line | Table, ...], index: int) -> bool:
    """Whether points or sentences stand below, before another day is told."""
    points = 0
    for piece in content[index + 1 : index + 1 + _BELOW]:
        if isinstance(piece, Table):
            return True
        if leading_day(fold(piece.text)):
            break
        marked = piece.marker is not None or parse_marker(piece.text) is not None
        points += marked or len(piece.text.split()) >= _SENTENCE
    return points >= _POINTS


def starts_over(content: tuple[Line | Table, ...], first: int, at: int, labels: Labels) -> bool:
    """Whether a kind of section that stands above a place, behind ``first``, heads what stands below it once more."""
    above = sections_in(content[max(first, at - _SECTIONS_ABOVE) : at], labels)
    return bool(above & sections_in(content[at + 1 : at + 1 + _SECTIONS_WITHIN], labels))


def begins_anew(content: tuple[Line | Table, ...], first: int, at: int, labels: Labels) -> bool:
    """Whether a day and a place below the name of a meeting head minutes: the last ones are over, or start again."""
    above, form = content[max(first + 1, at - _NAMED_ABOVE) : at], content[at]
    lines = [piece for piece in above if isinstance(piece, Line)]
    if isinstance(form, Table):
        lines += [line for line in lines_in((form,)) if labelled_field(line, labels) is None]
    texts = (fold(line.text) for line in lines if len(line.text.split()) <= MOST_TITLE_WORDS)
    named = any(MEETING.search(text) and not announces(text) and not text.endswith(_ENDS_OR_LEADS) for text in texts)
    return named and (starts_over(content, first, at, labels) or is_signed_off(content, first, at))


def is_signed_off(content: tuple[Line | Table, ...], first: int, at: int) -> bool:
    """Whether the minutes dated at a place are signed or closed right above another place."""
    above = content[max(first + 1, at - _END_WITHIN) : at]
    return any(signs(piece.text) or closes(piece.text) for piece in above if isinstance(piece, Line))


def sections_in(content: tuple[Line | Table, ...], labels: Labels) -> set[SectionKind]:
    """The kinds of sections of talk, decisions and tasks that headings and lists of tasks among these stand for."""
    lines = (piece.text for piece in content if isinstance(piece, Line))
    tasks = any(isinstance(piece, Table) and heads_tasks(piece, labels) for piece in content)
    named = {kind for text in lines if (kind := labels.words.kind(text)) in BODY}
    return named | {SectionKind.FOLLOW_UPS} if tasks else named
