"""Whether what dates a meeting begins another one than what dated the last.

It does below what minutes say, where the day is another one or, on one day, the hour or the name of the meeting is; a
header that stands on every page, or over the list of those who were there, is of the meeting before.
"""

import itertools
import re
from dataclasses import dataclass

from notula.models.source import Line, Table
from notula.pipeline.read.lines import lines_in
from notula.pipeline.structure.anchors import NEAR, Anchor, Content, under_genre
from notula.pipeline.structure.closing import closes, signs
from notula.pipeline.structure.days import CLOCK, day_number, same_day
from notula.pipeline.structure.header_forms import form_fields, holds_tasks, is_header_form
from notula.pipeline.structure.heads import HEADINGS, is_body, starts_page
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.late_heads import sections_in
from notula.pipeline.structure.title_lines import DATE, GENRE, is_title, labelled_field
from notula.pipeline.text import fold

# What heads an appendix to minutes, with the day of the meeting below it once more.
_APPENDIX = re.compile(
    r"\W*(?:lampiran\W+(?:\d+\W+)?)?(?:(?:daftar|rekap\w*) (?:hadir|kehadiran|peserta)|absensi|presensi"
    r"|(?:foto )?dokumentasi)\b[^:]*$"
)
# What heads the sheet on which minutes are signed, or what is added to them, be it with the name of the minutes.
_SHEET = re.compile(
    r"\W*(?:(?:lembar(?:an)?|halaman) (?:pengesahan|persetujuan|penandatanganan|tanda tangan)"
    r"|lampiran (?:notul\w+|risalah|berita acara))\b[^:]*$"
)
_FORMS = ("table", "label")
# The hour of a meeting behind its label or at the beginning of a cell, before its zone or end.
_HOUR = re.compile(
    r"(?:^\W*|\b(?:pukul|pkl|jam|waktu)\b\W{0,9})(?P<begun>\d{1,2}[.:]\d{2})\b"
    r"|\b(?P<zoned>\d{1,2}[.:]\d{2})\s{0,3}(?:wi(?:b|ta|t)\b|[-–]|s[./]?d\b)"
)
_HOUR_WITHIN = 4  # lines of a header from its day on
_FORM_LINES = 24  # of a table in which a header tells the hour
_DIGIT = re.compile(r"\d")
_LINE = 200  # characters
_MINUTES_WITHIN = 40  # lines below a header in which minutes have a section
_SENTENCE = 4  # words
_TITLED_WITHIN = 3  # lines above a day


@dataclass(slots=True)
class Between:
    """What stands between the last meeting's anchor and one place after the other, each piece looked at once."""

    content: tuple[Content, ...]
    labels: Labels
    at: int = 0
    body: bool = False
    titled: bool = False

    def up_to(self, at: int) -> None:
        """Looks on up to a place."""
        for piece in self.content[self.at : at]:
            self.body = self.body or is_body(piece, self.labels)
            self.titled = self.titled or (isinstance(piece, Line) and is_title(piece, self.labels))
        self.at = max(self.at, at)


def is_another(before: Anchor, anchor: Anchor, between: Between) -> bool:
    """Whether an anchor begins another meeting than the one before."""
    between.up_to(anchor.at)
    whole = holds_body(between.content[before.at], between.labels)
    told = whole or between.body or (anchor.alike and anchor.at - before.at > NEAR)
    if not told and (before.kind != "title" or not anchor.date or same_day(before.date, anchor.date)):
        return False
    since = between.content[before.at : anchor.at]
    if len(since) <= 2 and not any(holds_body(piece, between.labels) for piece in since):
        return False
    if anchor.kind in _FORMS and anchor.at - before.at <= NEAR and same_day(before.date, anchor.date):
        both = whole and holds_body(between.content[anchor.at], between.labels)
        if not both and not (told and _is_at_other_hour(before, anchor, between)):
            return False  # the header below a title with the same day
    other = anchor.kind == "account" and between.body and _is_at_other_hour(before, anchor, between)
    same = day_number(anchor.date) == day_number(before.date)
    if anchor.kind in ("told", "account", "signed") and same and not other:
        return False  # the meeting's own day, written in another way
    if _stands_again(before, anchor, between):
        return False
    renamed = bool(anchor.title and before.title and anchor.title != before.title)
    again = between.body and anchor.header not in ("", before.header)  # one that stands on every page says the same
    return not anchor.date or anchor.date != before.date or renamed or between.titled or again or other


def is_minuted(content: tuple[Content, ...], anchor: Anchor, end: int, labels: Labels) -> bool:
    """Whether anything is said below a header up to a place: of an event to come there are the day and place alone."""
    if anchor.kind not in _FORMS or holds_body(content[anchor.at], labels) or under_genre(content, anchor.at, labels):
        return True
    below = content[anchor.at + 1 : end]
    return any(is_body(piece, labels) or _is_said(piece, labels) for piece in below)


def _is_said(piece: Content, labels: Labels) -> bool:
    """Whether a line is a short sentence, none that labels, closes or signs anything."""
    if isinstance(piece, Table) or len(piece.text.split()) < _SENTENCE:
        return False
    return not (closes(piece.text) or signs(piece.text) or labels.opening(piece.text))


def _stands_again(before: Anchor, anchor: Anchor, between: Between) -> bool:
    """Whether an anchor is of the meeting before: its header on a later page, or the list of those who were there."""
    content, times = between.content, {*CLOCK.findall(before.date)} ^ {*CLOCK.findall(anchor.date)}
    if not same_day(before.date, anchor.date):
        return False
    if _heads_appendix(content, anchor.at):
        return not _is_over_minutes(content, anchor, between.labels)
    head = anchor.title or _text_above(content, anchor.at)
    if not head or head != (before.title or _text_above(content, before.at)):
        return False
    if anchor.kind == "title":
        below = content[anchor.at + 1 : anchor.at + NEAR]
        labelled = any(isinstance(each, Line) and labelled_field(each, between.labels) for each in below)
        return not labelled and not _is_at_other_hour(before, anchor, between)
    return not times and anchor.header != "" and anchor.header == before.header


def _heads_appendix(content: tuple[Content, ...], index: int) -> bool:
    """Whether right above a day stands the head of what is added to minutes: those present, photographs, signatures."""
    own, above = content[index], reversed(content[max(0, index - 3) : index])
    lines = itertools.takewhile(lambda piece: isinstance(piece, Line), above)
    texts = [fold(line.text[:_LINE]) for line in lines_in(lines)]
    if any(map(_SHEET.match, texts)):
        return True
    if isinstance(own, Line) and GENRE.match(fold(own.text[:_LINE])):
        return False
    return any(map(_APPENDIX.match, itertools.takewhile(lambda text: not GENRE.search(text), texts)))


def _is_over_minutes(content: tuple[Content, ...], anchor: Anchor, labels: Labels) -> bool:
    """Whether the name of a meeting and its day stand over minutes, be it below the photographs of the last meeting."""
    above, piece = content[max(0, anchor.at - _TITLED_WITHIN) : anchor.at], content[anchor.at]
    named = anchor.kind in ("title", "dateline", "account") or any(_names(each, labels) for each in above)
    named = named or (isinstance(piece, Table) and any(field == "title" for _, field in form_fields(piece, labels)))
    at = anchor.at + 1
    if anchor.kind == "title" and at < len(content) and _begins_other(content[at], labels):
        at += 1  # a title of two lines
    head = itertools.takewhile(lambda each: not _begins_other(each, labels), content[at:][:_HOUR_WITHIN])
    below = itertools.takewhile(lambda each: not _names(each, labels), content[at + _HOUR_WITHIN :][:_MINUTES_WITHIN])
    whole = (own := tuple(head)) == content[at:][:_HOUR_WITHIN]
    return named and bool(sections_in((piece, *own, *(below if whole else ())), labels))


def _begins_other(piece: Content, labels: Labels) -> bool:
    """Whether a line close below a day is the title of the next minutes, no "Pukul 13.30, Ruang Rapat Melati"."""
    return starts_page(piece) or (isinstance(piece, Line) and _names(piece, labels) and not _DIGIT.search(piece.text))


def _names(piece: Content, labels: Labels) -> bool:
    """Whether a line is the title of minutes, or labels the name of a meeting."""
    if isinstance(piece, Table):
        return False
    opening = labels.opening(piece.text)
    return is_title(piece, labels) or (opening is not None and opening.field == "title")


def _is_at_other_hour(before: Anchor, anchor: Anchor, between: Between) -> bool:
    """Whether the headers around two anchors tell different hours: two meetings may be held on one day."""
    one, other = (_hour(between.content, each.at, between.labels) for each in (before, anchor))
    return one is not None and other is not None and one != other


def _hour(content: tuple[Content, ...], at: int, labels: Labels) -> str | None:
    """The first hour that a header tells."""
    head = [content[at], *itertools.takewhile(lambda each: _is_of_head(each, labels), content[at + 1 :][:_HOUR_WITHIN])]
    texts = (DATE.sub(" ", fold(line.text[:_LINE])) for line in itertools.islice(lines_in(head), _FORM_LINES))
    found = next((hour for text in texts if (hour := _HOUR.search(text))), None)
    return (found["begun"] or found["zoned"]).replace(":", ".").lstrip("0") if found else None


def _is_of_head(piece: Content, labels: Labels) -> bool:
    return is_header_form(piece, labels) if isinstance(piece, Table) else not is_body(piece, labels)


def _text_above(content: tuple[Content, ...], at: int) -> str:
    above = content[at - 1] if at else None
    return fold(above.text) if isinstance(above, Line) else ""


def holds_body(piece: Content, labels: Labels) -> bool:
    """Whether a form holds minutes whole: what was said, agreed or is to be done beside or below date and title."""
    if isinstance(piece, Line):
        return False
    if holds_tasks(piece, labels):
        return True
    first = [line.text for cell in piece.cells if cell.column == 0 for line in cell.content if isinstance(line, Line)]
    return any(labels.words.kind(text) in HEADINGS[:3] for text in first)
