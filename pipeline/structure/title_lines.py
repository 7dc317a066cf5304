"""Whether a line can be the title of minutes, and which field of their header it labels."""

import re

from notula.models.source import Line
from notula.pipeline.structure.closing import closes
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.markers import parse_marker
from notula.pipeline.structure.section_kinds import ROSTER
from notula.pipeline.structure.wording import join_spaced
from notula.pipeline.text import fold

GENRE = re.compile(
    r"\b(?:notula|notulen|notulensi|risalah|minutes of meeting|mom|cat(?:a|e|he)tan (?:rapat|rpt|mtg|meeting)"
    r"|berita acara|laporan singkat)\b"
)
MEETING = re.compile(
    r"\b(?:rapat|rpt|mtg|sidang|pertemuan|musyawarah|wawancara|meeting|presentasi|kumpul\w*|diskusi|konsultasi|rakor|sync|"
    r"stand-?up|briefing|workshop|lokakarya|fgd|rembu[gk]|lokmin|audiensi|retro\w*|kick-?off|weekly|daily|monthly)\b"
)
MONTH = r"(?:jan|feb|peb|mar|apr|mei|may|jun|jul|ag|aug|sep|okt|oct|nov|nop|des|dec)[a-z]*"
DATE = re.compile(
    r"\b\d{1,2}\s?(?P<sign>[./-])\s?\d{1,2}\s?(?P=sign)\s?(?:\d{4}|\d{2})\b|"
    rf"\b\d{{1,2}}[\s./-]{{1,3}}{MONTH}[\s./-]{{1,3}}(?:\d{{4}}|\d{{2}})\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b|"
    rf"\b{MONTH}\.?\s\d{{1,2}},\s\d{{4}}\b"  # "Nov 18, 2025"
)
_NEXT = re.compile(r"\b(?:next|berikut\w*|selanjutnya|lanjutan|mendatang|lagi|maneh|malih|deui|depan|dpn)\b")
_VERB = re.compile(r"\b(?:di|akan|telah|sudah|untuk|pada|dengan|oleh|yang)\b|\bdi[a-z]{4,}")
_JOINING = re.compile(r"\b(?:dengan|untuk|pada)\b")
_WENT_ON = re.compile(r"\(\s*lanjutan\b[^()]*\)")  # behind the name of a meeting that went on on another day
_ASIDE = re.compile(r"\([^()]*\)")  # "(Rapat diskors 15 menit)"
_CAPTION = re.compile(r"\W*(?:gambar|foto|tabel|bagan|grafik)\s+\d", re.IGNORECASE)  # "Gambar 1. Suasana rapat"
_FRAMES = ("*", "=")  # bold in messengers, headings of wikis
MOST_TITLE_WORDS = 9


def is_title(line: Line, labels: Labels) -> bool:
    """Whether a line can be the title of minutes: short, with a word for minutes or a meeting, set apart."""
    if not line.text.strip() or closes(line.text) or _ASIDE.fullmatch(line.text.strip()):
        return False
    if _CAPTION.match(line.text):
        return False
    marker = parse_marker(line.text)
    if line.marker is not None or marker is not None:
        return _is_numbered_title(line, line.text[marker.length if marker else 0 :])
    text = fold(join_spaced(line.text))
    if len(text) > 110 or text.endswith((".", ";", ",", ":")) or len(text.split()) > 16 or announces(text):
        return False
    opening = labels.opening(line.text)
    if opening is None and not GENRE.search(text) and not MEETING.search(text):
        return False
    named = GENRE.match(text) is not None and not _VERB.search(text) and len(text.split()) <= MOST_TITLE_WORDS
    genre = labels.words.is_genre(line.text)
    if not genre and not named and is_heading(line, labels):
        return False
    if opening is not None:
        return opening.field == "title" and opening.value < len(line.text)
    capitals = join_spaced(line.text).isupper()
    apart = genre or named or capitals or line.bold or line.outline is not None or line.align == "center"
    dated = DATE.search(text)
    named_until = dated.start() if dated else len(text)  # behind its day stands where it was: "di ruang rapat"
    named_first = GENRE.match(text) is not None and dated is not None  # "Notulensi pertemuan dengan warga, 3 Mei 2024"
    verb = _VERB.search(_JOINING.sub("", text[:named_until]) if named_first else text[:named_until])
    plain = line.text[:1].isupper() and verb is None
    return apart or ((line.new_page or line.spaced) and plain)


def is_heading(line: Line, labels: Labels) -> bool:
    """Whether a line is hardly more than the name of a section; one with a date in it is the title of minutes."""
    named = labels.words.coverage(line.text) >= 0.6 and labels.words.loose_kind(line.text) is not None
    return named and not DATE.search(fold(line.text))


def _is_numbered_title(line: Line, text: str) -> bool:
    """Whether a numbered line set apart names a meeting and its day ("I. Rapat Persiapan (Senin, 3 Maret 2025)")."""
    named = fold(text)
    return set_apart(line) and MEETING.match(named) is not None and DATE.search(named) is not None


def announces(text: str) -> bool:
    """Whether a line announces another meeting; the title of minutes only says that theirs went on with one."""
    return _NEXT.search(_WENT_ON.sub("", text)) is not None and GENRE.match(text) is None


def set_apart(line: Line) -> bool:
    """Whether a line looks like a heading: bold, centred, in capitals, framed by signs, or of a heading's style."""
    framed = line.text[:1] == line.text[-1:] and line.text[:1] in _FRAMES
    return line.bold or line.align == "center" or line.outline is not None or line.text.isupper() or framed


def labelled_field(line: Line, labels: Labels) -> str | None:
    """The header field that a line labels, but for titles; None where it labels none."""
    return text_field(line.text, labels)


def headed_field(line: Line, labels: Labels) -> str | None:
    """The header field that a line labels, or the kind of list that the header of minutes has as well."""
    opening = labels.opening(line.text) or labels.bare(line.text)
    if opening is not None and opening.kind in ROSTER:
        return opening.kind.value
    return labelled_field(line, labels)


def text_field(text: str, labels: Labels) -> str | None:
    """The header field that a line labels, but for titles; a list mark before the label is nothing to it."""
    marker = parse_marker(text)
    text = text[marker.length :] if marker else text
    opening = labels.opening(text) or labels.bare(text)
    return opening.field if opening and opening.field not in (None, "ignore", "title") else None
