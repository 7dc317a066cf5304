"""One file, several meetings: where each begins.

- An anchor is what dates a meeting: a title with a date (in it or right below), a date label with other labels near,
  a form table that holds one, or an opening sentence ("Pada hari ini, Senin tanggal ...").
- The minutes of one file open alike, so only the commonest kind of anchor counts, and any kind under a line that names
  minutes ("NOTULENSI RAPAT 2"); an anchor begins a meeting when body
  text (a table, a list, a sentence, a section heading) stands between it and the anchor before, and its date or title
  is another.
- A meeting begins at the title lines above its anchor.
- What announces the next meeting is no anchor. A file with fewer than two anchors is one meeting.
"""

import itertools
import re
from collections import Counter
from typing import NamedTuple

from notula.models.sections import SectionKind
from notula.models.source import Line, Table
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.closing import closes, signs
from notula.pipeline.structure.labels import ROSTER, Labels, get_labels, join_spaced
from notula.pipeline.structure.markers import parse_marker
from notula.pipeline.structure.registers import split_register
from notula.pipeline.text import fold

Content = Line | Table

_GENRE = re.compile(
    r"\b(?:notula|notulen|notulensi|risalah|minutes of meeting|mom|catatan rapat|berita acara|laporan singkat)\b"
)
_MEETING = re.compile(
    r"\b(?:rapat|sidang|pertemuan|musyawarah|wawancara|meeting|presentasi|kumpul\w*|diskusi|konsultasi|rakor)\b"
)
_DATE = re.compile(
    r"\b\d{1,2}\s?(?P<sign>[./-])\s?\d{1,2}\s?(?P=sign)\s?(?:\d{4}|\d{2})\b|"
    r"\b\d{1,2}[\s./-]{1,3}(?:jan|feb|peb|mar|apr|mei|may|jun|jul|ag|aug|sep|okt|oct|nov|nop|des|dec)[a-z]*"
    r"[\s./-]{1,3}(?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b"
)
# A day without its year, which only counts behind a label.
_DAY = re.compile(
    r"\b\d{1,2}\s+(?:jan|feb|peb|mar|apr|mei|jun|jul|ag|sep|okt|nov|nop|des)[a-z]*\b(?![\s./-]*\d{4})"
)
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d{2}\b")
_HELD = re.compile(r"\W*(?:\d+\W+)?(?:pada\s+)?hari\s+(?:ini\b|\w+\W+tanggal\b)")
_NEXT = re.compile(r"\b(?:next|berikut\w*|selanjutnya|lanjutan|mendatang)\b")
_VERB = re.compile(r"\b(?:di|akan|telah|sudah|untuk|pada|dengan|oleh|yang)\b|\bdi[a-z]{4,}")
_HEADINGS = (SectionKind.DISCUSSION, SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS, SectionKind.ATTENDEES)
_LETTER = re.compile(
    r"\W*(?P<label>kepada|dari|yth|nomor|sifat|lampiran|perihal|hal|tembusan)\b\.?\s*[:\t]", re.IGNORECASE
)
_NEAR = 6
_MOST_TITLE_LINES = 6
_MOST_TITLE_WORDS = 9
_LONGEST_LABEL = 40  # characters


class Anchor(NamedTuple):
    """What dates a meeting: where it stands, its kind, its date as written and its title, if it holds one."""

    at: int
    kind: str
    date: str
    title: str


def split_meetings(content: tuple[Content, ...], lexicon: Lexicon) -> tuple[tuple[Content, ...], ...]:
    """The content of each meeting in order; all of it in one part where there is only one meeting."""
    labels = get_labels(lexicon)
    starts = _beginnings(content, labels)
    if len(starts) < 2:
        return split_register(content, labels, lexicon) or (content,)
    cuts = [0, *starts[1:], len(content)]
    return tuple(content[start:end] for start, end in itertools.pairwise(cuts))


def _beginnings(content: tuple[Content, ...], labels: Labels) -> list[int]:
    anchors = [anchor for index in range(len(content)) if (anchor := _anchor(content, index, labels))]
    if len(anchors) < 2:
        return []
    common = Counter(anchor.kind for anchor in anchors).most_common(1)[0][0]
    kept: list[Anchor] = []
    for anchor in anchors:
        counts = anchor.kind == common or _under_genre(content, anchor.at, labels)
        if counts and (not kept or _is_another(content, kept[-1], anchor, labels)):
            kept.append(anchor)
    return [_first_title(content, anchor.at, labels) for anchor in kept]


def _under_genre(content: tuple[Content, ...], index: int, labels: Labels) -> bool:
    """Whether a title with a word for minutes stands close above an anchor."""
    above = content[max(0, index - _MOST_TITLE_LINES) : index]
    return any(
        isinstance(piece, Line) and _is_title(piece, labels) and _GENRE.search(fold(join_spaced(piece.text)))
        for piece in above
    )


def _anchor(content: tuple[Content, ...], index: int, labels: Labels) -> Anchor | None:
    piece = content[index]
    if isinstance(piece, Table):
        return _table_anchor(piece, index, labels)
    text = fold(join_spaced(piece.text))
    if not text or _announces(text[:80]) or closes(piece.text):
        return None
    date = _DATE.search(text)
    opening = piece.text.lstrip()[:1].isupper() and len(text.split()) >= 8
    if opening and _HELD.match(text) and (date or "tanggal" in text):
        return Anchor(index, "prose", text[:160], "")
    field = _labelled(piece, labels)
    if field in ("date", "time"):
        return _label_anchor(content, index, labels)
    if _is_title(piece, labels):
        below = [
            fold(each.text) for each in content[index + 1 : index + 3] if isinstance(each, Line) and len(each.text) < 60
        ]
        dated = date or next(
            (found for each in below if (found := _DATE.search(each)) and _labelled_text(each, labels) is None), None
        )
        return Anchor(index, "title", dated.group(), text) if dated else None
    return None


def _label_anchor(content: tuple[Content, ...], index: int, labels: Labels) -> Anchor | None:
    """A date label with its date and another header label near it."""
    near = [piece for piece in content[max(0, index - _NEAR) : index + _NEAR + 1] if isinstance(piece, Line)]
    own = content[index]
    if _of_letter(near):
        return None
    after = content[index + 1] if index + 1 < len(content) else None
    texts = [own.text] if isinstance(own, Line) else []
    if isinstance(after, Line) and len(after.text) < 60:
        texts.append(after.text)
    above = [fold(piece.text) for piece in content[max(0, index - 3) : index] if isinstance(piece, Line)]
    if any(len(text) < 60 and _announces(text) and (_MEETING.search(text) or "agenda" in text) for text in above):
        return None
    date = next((found for text in texts if (found := _DATE.search(fold(text)) or _DAY.search(fold(text)))), None)
    fields = {_heads(piece, labels) for piece in near} - {None}
    before = content[index - 1] if index else None
    titled = isinstance(before, Line) and _set_apart(before) and _is_title(before, labels)
    if date is None or (len(fields) < 2 and not titled):
        return None
    return Anchor(index, "label", date.group() + _time_below(content, index, labels), "")


def _time_below(content: tuple[Content, ...], index: int, labels: Labels) -> str:
    """The time of day that a label right below a date's gives: two meetings may be held on one day."""
    below = [piece.text for piece in content[index + 1 : index + 3] if isinstance(piece, Line)]
    times = (_CLOCK.search(text) for text in below if _labelled_text(text, labels) == "time")
    return next((f" {found.group()}" for found in times if found), "")


def _of_letter(lines: list[Line]) -> bool:
    """Whether the lines near a date are the head of a letter that reports on a meeting ("Kepada", "Dari", "Hal")."""
    return len({found["label"].casefold() for line in lines if (found := _LETTER.match(line.text))}) >= 2


def _table_anchor(table: Table, index: int, labels: Labels) -> Anchor | None:
    """A form table with a date or a title among its labels."""
    lines = [line for cell in table.cells for line in cell.content if isinstance(line, Line)]
    labelled = {
        (cell.row, labels.field(line.text.rstrip(" :")))
        for cell in table.cells
        for line in cell.content
        if cell.column % 2 == 0 and isinstance(line, Line) and len(line.text) < _LONGEST_LABEL
    }
    fields = {field for _, field in labelled} - {None, "ignore"}
    if len({row for row, field in labelled if field in fields}) < min(2, table.rows):
        return None  # titles of columns
    date = next((found for line in lines if (found := _DATE.search(fold(line.text)))), None)
    if date is None or len(fields) < 2 or not fields & {"date", "title", "time"}:
        return None
    return Anchor(index, "table", date.group(), fold(" ".join(line.text for line in lines[:4])))


def _is_another(content: tuple[Content, ...], before: Anchor, anchor: Anchor, labels: Labels) -> bool:
    """Whether an anchor begins another meeting than the one before."""
    between = content[before.at + 1 : anchor.at]
    whole = _holds_body(content[before.at], labels)
    if not whole and not any(_is_body(piece, labels) for piece in between) and before.kind != "title":
        return False
    if anchor.at - before.at <= 2 and not whole:
        return False
    retitled = any(isinstance(piece, Line) and _is_title(piece, labels) for piece in between)
    renamed = bool(anchor.title and before.title and anchor.title != before.title)
    return anchor.date != before.date or renamed or retitled


def _holds_body(piece: Content, labels: Labels) -> bool:
    """Whether a form holds minutes whole: what was said, agreed or is to be done beside date and title."""
    if isinstance(piece, Line):
        return False
    first = [line.text for cell in piece.cells if cell.column == 0 for line in cell.content if isinstance(line, Line)]
    return any(labels.kind(text) in _HEADINGS[:3] for text in first)


def _is_body(piece: Content, labels: Labels) -> bool:
    if isinstance(piece, Table):
        return True
    if _labelled(piece, labels) is not None:
        return False
    if piece.marker is not None or parse_marker(piece.text) is not None or len(piece.text.split()) >= 12:
        return True
    return labels.kind(piece.text) in _HEADINGS


def _is_title(line: Line, labels: Labels) -> bool:
    """Whether a line can be the title of minutes: short, with a word for minutes or a meeting, set apart."""
    if not line.text.strip() or closes(line.text):
        return False
    marker = parse_marker(line.text)
    if line.marker is not None or marker is not None:
        return _is_numbered_title(line, line.text[marker.length if marker else 0 :])
    text = fold(join_spaced(line.text))
    if len(text) > 110 or text.endswith((".", ";", ",", ":")) or len(text.split()) > 16 or _announces(text):
        return False
    named = _GENRE.match(text) is not None and not _VERB.search(text) and len(text.split()) <= _MOST_TITLE_WORDS
    genre = labels.is_genre(line.text)
    if not genre and not named and labels.coverage(line.text) >= 0.6 and labels.loose_kind(line.text):
        return False
    opening = labels.opening(line.text)
    if opening is not None:
        return opening.field == "title" and opening.value < len(line.text)
    if not _GENRE.search(text) and not _MEETING.search(text):
        return False
    capitals = join_spaced(line.text).isupper()
    apart = genre or named or capitals or line.bold or line.outline is not None or line.align == "center"
    return apart or ((line.new_page or line.spaced) and not _VERB.search(text))


def _is_numbered_title(line: Line, text: str) -> bool:
    """Whether a numbered line set apart names a meeting and its day ("I. Rapat Persiapan (Senin, 3 Maret 2025)")."""
    named = fold(text)
    return _set_apart(line) and _MEETING.match(named) is not None and _DATE.search(named) is not None


def _announces(text: str) -> bool:
    """Whether a line announces another meeting; the title of minutes only says that theirs went on with one."""
    return _NEXT.search(text) is not None and _GENRE.match(text) is None


def _first_title(content: tuple[Content, ...], index: int, labels: Labels) -> int:
    """Where the title lines above an anchor begin; labels and other short lines between them are stepped over."""
    first = at = index
    while at > 0 and index - at < _MOST_TITLE_LINES:
        here, above = content[at], content[at - 1]
        if isinstance(above, Table) or (isinstance(here, Line) and here.new_page):
            break
        text = above.text.strip()
        if _is_body(above, labels) or text.endswith((".", ";")) or signs(text) or closes(text):
            break
        at -= 1
        if _is_title(above, labels) or _labelled(above, labels) or _set_apart(above):
            first = at
    return first


def _set_apart(line: Line) -> bool:
    return line.bold or line.align == "center" or line.outline is not None or line.text.isupper()


def _labelled(line: Line, labels: Labels) -> str | None:
    return _labelled_text(line.text, labels)


def _heads(line: Line, labels: Labels) -> str | None:
    """The header field that a line labels, or the kind of list that the header of minutes has as well."""
    opening = labels.opening(line.text) or labels.bare(line.text)
    if opening is not None and opening.kind in ROSTER:
        return opening.kind.value
    return _labelled(line, labels)


def _labelled_text(text: str, labels: Labels) -> str | None:
    """The header field that a line labels, but for titles."""
    opening = labels.opening(text) or labels.bare(text)
    return opening.field if opening and opening.field not in (None, "ignore", "title") else None
