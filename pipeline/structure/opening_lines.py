"""Lines that open minutes without a form: the meeting's name or its day, over who led, wrote or was there.

Second and later minutes of a file are opened carelessly: no letterhead, the year left out, the day in the heading or in
the first sentence, those present told in passing ("hadir Sekda, BPBD", "rapat dipimpin Camat").
"""

import itertools
import re

from notula.models.sections import SectionKind
from notula.models.source import Line, Table
from notula.pipeline.structure.closing import closes, signs
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.markers import parse_marker
from notula.pipeline.structure.title_lines import (
    DATE,
    GENRE,
    MEETING,
    MONTH,
    announces,
    headed_field,
    is_heading,
    is_title,
    labelled_field,
    set_apart,
)
from notula.pipeline.text import fold

Content = Line | Table

DAY_NAME = r"(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)"
# A day without its year.
DAY = re.compile(rf"\b\d{{1,2}}\s+{MONTH}\b(?![\s./-]*\d{{4}})")
_SHORT_DAY = re.compile(r"(?<![\w/.,-])(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?![\w/])")
_BY_NAME = re.compile(rf"\W*(?:(?:pada\s+)?hari\s+)?{DAY_NAME}\b")
_DIGIT = re.compile(r"\d")
_AT_ONCE = re.compile(r"\W*(?:(?:tanggal|tgl\.?)\s+)?")
# A day in brackets before the name of what was held on it ("[4/3/2024] pompa").
_FRAMED = re.compile(rf"\s*[\[(](?:{DAY_NAME}\s*,?\s+)?(?:{DATE.pattern})[\])]\s+(?=[^\W\d_])")
_FRAMED_WORDS = 9
_FRAMED_LOOKED_AT = 3
_FIRST = 30  # characters of a line within which the day that it begins with ends
_WHO = frozenset({"chair", "note_taker", SectionKind.ATTENDEES.value, SectionKind.ABSENT.value})
_SAID = (SectionKind.DISCUSSION, SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS)
_COUNTED = r"ber(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)"  # how many they were
# Who was there, led or wrote, told in passing.
_CAME = (
    r"(?:hadir|hdr|dihadiri|dihdr|diikuti|datang|dateng|dtg|ikut(?: rapat)?|join|peserta|rawuh|teka|teko|sumping"
    r"|(?:yang|yg|sing|nu) (?:ada|masuk|kumpul|ngumpul|nongol|gabung))"
)
_LED = r"(?:(?:di|me)?mimpin|dipimpin|pimpinan|pemimpin|dipandu|pemandu|moderator|notulis|notulen|pencatat)"
_TOLD = re.compile(
    rf"\b(?:{_CAME}|{_LED}|{_COUNTED}|ada)\s*:"
    r"|,\s+(?:notulis|notulen|moderator)\s+\w"
    rf"|\b(?:lengkap|rapat|kumpul|ketemu|cuma|hanya) {_COUNTED}\b|(?:^|[.;(]\s*)ada \w+(?: \w+)?,"
    rf"|(?:^|[.;,(]\s*|\b(?:yang|yg|sing|rapat|sidang|pertemuan)\s+)"
    r"(?:hadir|hdr|dihadiri|dihdr|diikuti|datang|dtg|ikut|join|(?:me)?mimpin|dipimpin|dipandu|dicatat|ditulis|mencatat"
    r"|nyatet|nyatat)\s+(?!rapat\b|pada\b|di\b|ke\b|dalam\b)\w"
    r"|\b(?:yang|yg|sing)\s+(?:(?:me)?mimpin|(?:me|di)?catat|mencatat|nyatet|nyatat)\b"
)
_TOLD_WITHIN = 240  # characters of a line
_ENDED = re.compile(
    r"\b(?:rapat|musyawarah|pertemuan|sidang|acara|kegiatan|diskusi)\s+(?:\w+\s+)?"
    r"(?:di ?tutup|bubar|diakhiri|selesai|usai|berakhir)\b"
)
_PLANNED = re.compile(r"\b(?:akan|direncanakan|dijadwalkan|diagendakan|rencananya|berikut\w*|selanjutnya|mendatang)\b")
_BY_WHOM = re.compile(r"\b(?:di ?pimpin|memimpin|di ?pandu|di ?hadiri|di ?ikuti|hadir)\b")
HOUR = re.compile(r"\b\d{1,2}[.:]\d{2}\b|\b(?:jam|pukul|pkl)\b")
# A meeting told of below the minutes of another ("Paginya, Rabu, tim bertemu kepala desa dari jam 09.30, hadir ...").
_MET = re.compile(rf"{MEETING.pattern}|\b(?:bertemu|ketemu|ngumpul|bimbingan|dilanjut\w* (?:di|ke|dengan))\b")
_HELD = r"(?:di(?:adakan|laksanakan|gelar|langsungkan|selenggarakan)|berlangsung)"
_TOOK_PLACE = re.compile(
    rf"{MEETING.pattern}(?: \w+){{0,3}} {_HELD}\b|\b{_HELD}(?: (?:lagi|pula|kembali|juga))? {MEETING.pattern}"
)
# "Rapat Koordinasi Jalan Desa dilaksanakan pada Senin, ...": the name of a meeting and that it was held.
_SENTENCE = 400  # characters
_HELD_ON = re.compile(rf"(?:{MEETING.pattern})[^.;:]{{0,120}}?\b{_HELD}(?= (?:pada|hari|tanggal|{DAY_NAME})\b)")
_BEHIND_DAY = re.compile(r"\b(?:pukul|pkl|jam)\b|\b\d{1,2}[.:]\d{2}\b")
_HOUR_BEHIND = 30  # characters
_BEFORE_NOW = re.compile(r"\b(?:lalu|kemarin|sebelumnya|pernah|terdahulu)\b")
_ATTENDED = re.compile(rf"\b(?:{_CAME}|{_LED}|{_COUNTED})\b")
_NOT_NOW = re.compile(
    r"\b(?:lalu|kemarin|kmrn|sebelumnya|pernah|sudah|sdh|telah|setiap|tiap|biasanya|kalau|jika|bila)\b"
)
_GONE_BY = re.compile(r"\b(?:lalu|kemarin|kmrn)\b")
_OUTCOME = re.compile(
    rf"(?:hasil|update|ringkasan|resume|rangkuman|catatan|notes?)\s+(?:\w+\s+)?"
    rf"(?:{MEETING.pattern}|\b(?:zoom|g-?meet|vicon|koordinasi|kunjungan)\b)"
)
_SIGNS = "*_=#~➖ \t"  # of messengers and rulers, before what a line says
_COUNT = re.compile(  # of the meetings in a log: "#31 Senin 3/2/2025", "WPM 13 - Senin 8/7/24", "Catatan 2 September"
    r"^(?:#\s?\d{1,3}\W+|(?:Catatan|Notes?)\s+(?=\d{1,2}\s)|[A-Z][A-Za-z]{1,5}\s?#?\d{1,3}\s+[-–—|]\s+)"
)
# Who was there, told without a word for it ("Senin 3/3/2025 jam 14.00, kantor. Rina, Joko, Bu Sri - soal kapal").
_ROLL = re.compile(
    r"(?:(?<=[.;:(–—-]\s)|(?<=[(\d]))\s*(?:[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}(?:\s\([^()]*\))?,\s+){2,}[A-Z]\w"
)
_ROLL_BEHIND = re.compile(r"\((?:[A-Z][\w. ]{1,30},\s+){2,}[A-Z][\w. ]{1,30}\)\W*$")
_TALKED = re.compile(rf"{MEETING.pattern}|\b(?:bahas|bicara|ngobrol|zoom|koordinasi)\w*")
_CALLED = re.compile(r"\s*\([^()\d]+\)\s*")  # "(rina joko sri)"
_FEWEST_CALLED = 3
_WEEKDAY = re.compile(rf"\b{DAY_NAME}\b")
_NEXT_DAY = re.compile(r"\b(?:pagi|siang|sore|malam|besok|esok|lusa)nya\b|\bkeesokan\b|\bhari (?:yang|yg) sama\b")
# A part of a congress, whose minutes tell the day ("RAPAT KOMISI B", "Pimpinan: ...").
_OF_CONGRESS = re.compile(r"(?:rapat|sidang|pleno|diskusi) (?:komisi|kelompok|pleno)(?: \w{1,5})?")
_DAY_WITHIN, _DAY_TOLD_WITHIN = 60, 110  # characters
_MINUTES_BELOW = 2  # lines at least
# What heads what was held before ("Kilas balik", "Reviu tindak lanjut rapat sebelumnya").
_EARLIER = (
    rf"\b(?:kronolog\w*|riwayat|sejarah|kilas balik)\b"
    rf"|(?:{MEETING.pattern})(?: \w+)? (?:(?:yang|yg) )?(?:sebelumnya|terdahulu|lalu|lampau)\b"
)
_OF_EARLIER = re.compile(_EARLIER)
_ACCOUNT = re.compile(
    rf"{_EARLIER}|\b(?:latar belakang|jadwal\w*|rencana kegiatan|undangan|rekap\w*|perjalanan)\b"
)
_ACCOUNT_WITHIN = 12  # lines
_HEADING_WORDS = 6
_MOST_WORDS = 18  # of a line that opens minutes and is no sentence
_NAMED_WITHIN = 60  # characters of a sentence


def over_header(content: tuple[Content, ...], index: int, labels: Labels) -> bool:
    """Whether a line stands right above who led, who took notes or who was there."""
    below = itertools.takewhile(lambda piece: not _opens_another(piece), content[index + 1 : index + 5])
    return bool({headed_field(piece, labels) for piece in below if isinstance(piece, Line)} & _WHO)


def _opens_another(piece: Content) -> bool:
    """Whether a line names a meeting and its day: whoever is told below was there."""
    if isinstance(piece, Table):
        return False
    text, _ = _unmarked(fold(piece.text))
    return _is_named(text) and any_day(text) is not None


def _unmarked(text: str) -> tuple[str, bool]:
    """A text without the signs and the marker before it, and whether it has such a marker."""
    text = _COUNT.sub("", text).lstrip(_SIGNS)
    marker = None if text[:1].isalpha() else parse_marker(text)
    return text[marker.length if marker else 0 :], marker is not None


def leading_day(text: str) -> str | None:
    """The day that a folded text begins with, with or without its year; its weekday may stand before it."""
    if _DIGIT.search(text, 0, _FIRST) is None:
        return None
    days = (DATE.search(text[: _FIRST + 10]), DAY.search(text[:_FIRST]), _SHORT_DAY.search(text[:_FIRST]))
    by_name = _BY_NAME.match(text) is not None
    return next((day.group() for day in days if day and (by_name or _AT_ONCE.fullmatch(text, 0, day.start()))), None)


def any_day(text: str) -> str | None:
    """The first day that a folded text names, with or without its year."""
    found = DATE.search(text) or DAY.search(text) or _SHORT_DAY.search(text)
    return found.group() if found else None


def opens_minutes(content: tuple[Content, ...], index: int, labels: Labels) -> str | None:
    """The day (empty where it is not told) of a line that opens minutes; None where it opens none.

    The line begins with a day or with the name of a meeting, and it or the next ones say who was there; behind a day in
    brackets it suffices that another such line is over those who were.
    """
    piece = content[index]
    if isinstance(piece, Table) or index + 1 == len(content):
        return None  # nothing is told below
    said, marked = _unmarked(piece.text)
    text = fold(said)
    above = content[index - 1] if index else None
    if isinstance(above, Line) and set_apart(above) and announces(fold(above.text)):
        return None
    if above is not None and _met_again(above, text):
        return any_day(text) or ""
    day, named = leading_day(text), _is_named(text)
    if day and _GONE_BY.search(text[:_FIRST]):
        return None
    if not (day or named) or ((piece.marker or marked) and not set_apart(piece)):
        return None
    heading = (is_heading(piece, labels) or _OF_CONGRESS.fullmatch(text)) and not _COUNT.match(piece.text)
    if heading or closes(piece.text) or signs(piece.text) or labelled_field(piece, labels):
        return None
    framed = _is_framed(piece.text)
    begins = piece.spaced or piece.new_page or set_apart(piece) or framed
    short = len(text.split()) <= _MOST_WORDS
    if day:
        titled = _is_titled(content, index, labels)
        if titled and MEETING.search(text[:_NAMED_WITHIN]):
            return day
        listed = HOUR.search(text[:_DAY_WITHIN]) is not None and _ROLL.search(said[:_TOLD_WITHIN]) is not None
        talked = _TALKED.search(text) is not None and _ROLL_BEHIND.search(said) is not None
        if begins and (listed or talked) and not _is_told_of(content, index):
            return day
        counts = titled or (begins and short) or MEETING.search(text[:_TOLD_WITHIN]) is not None
    else:
        day = any_day(text) or ""
        if begins and _is_called_over(content, index, text):
            return day
        several = len(text.split()) > 1  # "Lokakarya" alone is a topic
        counts = short and several and not text.endswith((".", ";", ":")) and (begins or day != "")
    if not counts or _is_told_of(content, index):
        return None
    told = tells_who(content, index, labels) or (framed and _is_told_over(content, labels))
    return day if told else None


def counts_on(below: tuple[Content, ...]) -> bool:
    """Whether the first number below a line that a page begins with goes on with a list: that line heads the page."""
    numbers = (parse_marker(piece.text) for piece in below if isinstance(piece, Line))
    first = next((number for number in numbers if number is not None and number.style.startswith("digit")), None)
    return first is not None and first.value > 1


def _is_called_over(content: tuple[Content, ...], index: int, text: str) -> bool:
    """Whether a line with a weekday stands over a bracket with those who were there and nothing else."""
    below = content[index + 1] if index + 1 < len(content) else None
    named = isinstance(below, Line) and len(below.text.split()) >= _FEWEST_CALLED and _CALLED.fullmatch(below.text)
    return bool(named) and _WEEKDAY.search(text[:_DAY_WITHIN]) is not None


def _is_framed(text: str) -> bool:
    """Whether a short line begins with a day in brackets and names what was held on it."""
    return len(text.split()) <= _FRAMED_WORDS and ":" not in text and _FRAMED.match(fold(text)) is not None


def _is_told_over(content: tuple[Content, ...], labels: Labels) -> bool:
    """Whether any of the first lines that begin with a day in brackets stands over those who were there."""
    framed = (at for at, piece in enumerate(content) if isinstance(piece, Line) and _is_framed(piece.text))
    return any(tells_who(content, at, labels) for at in itertools.islice(framed, _FRAMED_LOOKED_AT))


def _met_again(above: Content, text: str) -> bool:
    """Whether a folded text tells of a meeting held after the one that the line above closes."""
    first = text[:_TOLD_WITHIN]
    if isinstance(above, Table) or not MEETING.search(first) or plans(first):
        return False
    if not _BY_WHOM.search(text) and not (MEETING.match(text) and any_day(text[:_DAY_WITHIN])):
        return False
    dated = HOUR.search(text) is not None or any_day(text) is not None
    return dated and has_ended(fold(above.text)[-_TOLD_WITHIN:])


def met_meanwhile(content: tuple[Content, ...], index: int) -> str | None:
    """The day (empty: the next one) of a meeting that a sentence below other minutes tells of.

    It tells when the meeting was, who came and that they met, above what was said; None where it does not.
    """
    piece, below = content[index], content[index + 1 : index + 1 + _MINUTES_BELOW]
    over = len(below) == _MINUTES_BELOW or any(isinstance(each, Table) for each in below)
    if isinstance(piece, Table) or not index or not over or _is_last(below):
        return None
    text = fold(piece.text)[:_TOLD_WITHIN]
    day = any_day(text[:_DAY_TOLD_WITHIN])
    if day is None and not _NEXT_DAY.search(text[:_DAY_WITHIN]):
        return None
    if not _ATTENDED.search(text) or not (_TOOK_PLACE.search(text) or (HOUR.search(text) and _MET.search(text))):
        return None
    if plans(text) or _NOT_NOW.search(text) or has_ended(text) or _is_told_of(content, index):
        return None
    return day or ""


def opens_by_name(content: tuple[Content, ...], index: int, labels: Labels) -> str | None:
    """The day of a sentence that begins with the name of a meeting and tells when it was held, over who was there."""
    piece = content[index]
    text = fold(piece.text[:_SENTENCE]) if isinstance(piece, Line) and piece.text[:1].isupper() else ""
    held = _HELD_ON.match(text)
    if held is None or plans(text) or _BEFORE_NOW.search(text):
        return None
    day = DATE.search(text, held.end())
    told = day is not None and _BEHIND_DAY.search(text, day.end(), day.end() + _HOUR_BEHIND) is not None
    return day.group() if day and told and tells_who(content, index, labels) else None


def _is_last(below: tuple[Content, ...]) -> bool:
    """Whether what stands below a line closes the minutes above it or is signed: nothing was said on another day."""
    lines = [piece.text for piece in below if isinstance(piece, Line)]
    return any(map(signs, lines)) or any(map(closes, lines[:1]))


def has_ended(text: str) -> bool:
    """Whether a folded text says that a meeting was closed."""
    return _ENDED.search(text) is not None


def plans(text: str) -> bool:
    """Whether a folded text says that something is planned for a day to come."""
    return _PLANNED.search(text) is not None


def _is_told_of(content: tuple[Content, ...], index: int) -> bool:
    """Whether a line stands in a list or an account of other meetings ("Kronologi", "Jadwal", "Undangan")."""
    if isinstance(piece := content[index], Line) and set_apart(piece):
        return False
    for above in reversed(content[max(0, index - _ACCOUNT_WITHIN) : index]):
        if isinstance(above, Table):
            continue
        short = len(above.text.split()) <= _HEADING_WORDS
        if short and _ACCOUNT.search(fold(above.text)) and (set_apart(above) or parse_marker(above.text) is None):
            return True
        if set_apart(above):
            return False
    return False


def is_of_earlier(content: tuple[Content, ...], index: int, labels: Labels) -> bool:
    """Whether a heading stands in a section on meetings held before, or deeper than one of what was said and agreed.

    That is below such a heading and over no header of its own.
    """
    own = content[index]
    if isinstance(own, Table) or not set_apart(own) or own.new_page or over_header(content, index, labels):
        return False
    for above in reversed(content[max(0, index - _ACCOUNT_WITHIN) : index]):
        if isinstance(above, Table) or not set_apart(above):
            continue
        text, level = fold(above.text), above.outline
        if (DATE.search(text) if own.outline is None or level is None else level >= own.outline):
            continue  # another meeting of that section
        if level is not None and own.outline is not None and labels.words.kind(above.text) in _SAID:
            return True
        return len(text.split()) <= _HEADING_WORDS and _OF_EARLIER.search(text) is not None
    return False


def _is_named(text: str) -> bool:
    """Whether a folded line begins with a word for a meeting or for minutes, or says what came of one and its day."""
    if MEETING.match(text) is not None or GENRE.match(text) is not None:
        return True
    return _OUTCOME.match(text) is not None and any_day(text) is not None


def _is_titled(content: tuple[Content, ...], index: int, labels: Labels) -> bool:
    """Whether the line above is set apart, and no heading of a section."""
    above = content[index - 1] if index else None
    return isinstance(above, Line) and set_apart(above) and not is_heading(above, labels)


def tells_who(content: tuple[Content, ...], index: int, labels: Labels) -> bool:
    """Whether a line or those right below say who led, wrote or was there."""
    if over_header(content, index, labels):
        return True
    for piece in content[index : index + 4]:
        later = piece is not content[index]
        if (
            isinstance(piece, Table)
            or (later and _opens_another(piece))
            or (later and labels.words.kind(piece.text) is not None)
        ):
            return False
        if _TOLD.search(fold(piece.text)[:_TOLD_WITHIN]):
            return True
    return False


def is_announced(content: tuple[Content, ...], index: int, labels: Labels, *, went_on: bool = False) -> bool:
    """Whether the lines right above a date say that it is that of another meeting; a title between them ends that."""
    for piece in reversed(content[max(0, index - 3) : index]):
        if isinstance(piece, Table) or (set_apart(piece) and is_title(piece, labels)):
            return False
        text = fold(piece.text)
        if went_on and (any_day(text) or text.endswith(".")):
            continue  # "Rapat berikutnya: 12 Juni", and below it the header of other minutes
        text = text.replace("lanjutan", "") if went_on else text
        if len(text) < 60 and announces(text) and (MEETING.search(text) or "agenda" in text):
            return True
    return False
