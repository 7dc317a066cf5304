"""What dates a meeting: a title with its day, labels, a form, an opening sentence, or the file's own title again."""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from notula.models.sections import SectionKind
from notula.models.source import Line, Table
from notula.pipeline.structure.closing import closes, signs
from notula.pipeline.structure.days import CLOCK
from notula.pipeline.structure.header_forms import form_fields, is_header_form
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.late_heads import sections_in
from notula.pipeline.structure.letters import addresses, is_invited_to, is_of_letter
from notula.pipeline.structure.markers import parse_marker
from notula.pipeline.structure.opening_lines import (
    DAY,
    DAY_NAME,
    HOUR,
    any_day,
    counts_on,
    has_ended,
    is_announced,
    leading_day,
    met_meanwhile,
    opens_by_name,
    opens_minutes,
    over_header,
    plans,
)
from notula.pipeline.structure.registers import cell_field, cell_text
from notula.pipeline.structure.section_kinds import ROSTER
from notula.pipeline.structure.shapes import WHO_FIELD
from notula.pipeline.structure.title_lines import (
    DATE,
    GENRE,
    MEETING,
    MOST_TITLE_WORDS,
    announces,
    headed_field,
    is_heading,
    is_title,
    labelled_field,
    set_apart,
    text_field,
)  # fmt: skip
from notula.pipeline.structure.wording import join_spaced
from notula.pipeline.text import fold

Content = Line | Table

_HELD = re.compile(r"\W*(?:\d+\W+)?(?:pada\s+)?hari\s+(?:ini\b|\w+\W+tanggal\b)")
_WEEKDAY = re.compile(rf"\W*(?:(?:pada\s+)?hari\s+|malam\s+)?{DAY_NAME}\b")
_TOOK_PLACE = re.compile(
    r"(?:rapat|pertemuan|musyawarah|kegiatan|acara|sidang|diskusi)\b.{0,60}"
    r"\b(?:dilaksanakan|diadakan|diselenggarakan|dimulai|digelar|berlangsung)\b.{0,30}"
    rf"\b(?:hari|tanggal|{DAY_NAME})\b"
)
_TOOK_PLACE_ON = re.compile(
    rf"pada\s+(?:(?:hari|malam)\s+)?(?:{DAY_NAME}|tanggal)\b.{{0,120}}"
    rf"\b(?:dilaksanakan|diadakan|diselenggarakan|digelar|berlangsung)\b.{{0,20}}(?:{MEETING.pattern})"
)
# What led to the meeting, before its day.
_OCCASION = re.compile(
    r"(?:menindaklanjuti|sehubungan dengan|berdasarkan|dalam rangka|sesuai|merujuk|memenuhi|menunjuk)\b"
    r"[^.;]{0,200}?,\s*(?:maka\s+)?(?=pada\b)"
)
_SESSION = re.compile(
    r"(?P<name>sesi|sidang|rapat|pertemuan)\s+(?:ke[-\s]?)?(?P<number>\d{1,2}|[ivx]{1,4}|pertama|ke\w+)\W*(?:$|\s[:–-]\s)"
)
# What the title over all minutes of a file begins with.
_COLLECTED = re.compile(r"\W*(?:kumpulan|himpunan|kompilasi|bundel|arsip|buku|rekap\w*|rangkuman)\b")
# A label that is none of a header's: "Tgl. Terbit : 2 Januari 2020" dates the form, not the meeting.
_OTHER_LABEL = re.compile(r"[^\W\d_][^:\d]{1,30}:\s")
# What the header of minutes tells beside day, time and place.
_OF_MEETINGS = frozenset(["chair", "note_taker", *(kind.value for kind in ROSTER)])
_READ_OUT = re.compile(r"\b(?:(?:mem|di)baca\w*|(?:meng|di)kutip|kutipan)\b", re.IGNORECASE)
_READ_WITHIN = 3  # lines
_PRESENT = frozenset({"note_taker", SectionKind.ATTENDEES.value})
_WENT_ON = "lanjutan"  # a title may say that its meeting went on with another
NEAR = 6  # lines
MOST_TITLE_LINES = 6
# "nomor : 041/SN-19/09/2024", "per 31 Desember 2024"
_REFERENCE = re.compile(rf"\b(?:nomor|no)\b\W*\S+|\bper\s(?:{DATE.pattern})")
_LATEST_DATE = 40  # characters before the date of a line that dates the title above it
_WHOLE = 3  # fields of a header
_SEQUEL_WORDS = 16  # of a line that names a meeting that went on, its day and its place
# A heading over what became of an earlier meeting's tasks ("Evaluasi tindak lanjut rapat 5 Mei 2023").
_OF_EARLIER = re.compile(
    r"(?:(?:evaluasi|pemantauan|monitoring|pembahasan|review|reviu|status|progres\w*|perkembangan|laporan)\s+)*"
    rf"tindak lanjut\s+(?:(?:dari|atas|hasil|keputusan|kesepakatan|risalah)\s+)*(?:{MEETING.pattern})"
)
_HOUR_WITHIN = 40  # characters of the line below it
_TELLS_PRESENT = re.compile(r"\b(?:(?:di)?hadir(?:i|in)?|peserta|dicatat|notulis|pencatat)\b(?! ke)")  # in a sentence
_SEVERAL_DAYS = 3  # in a line: a schedule, no title
_MINUTES_WITHIN = 15  # lines below a header


class Anchor(NamedTuple):
    """What dates a meeting: where it stands, its kind, its date as written and its title, if it holds one.

    ``header`` is the header it stands in, folded, where that has two more fields at least, as minutes have one.
    ``full`` is false for a label or form that gives a day and a place alone, as those of any event do. ``alike`` is
    true where the file's first lines stand once more.
    """

    at: int
    kind: str
    date: str
    title: str
    header: str = ""
    full: bool = True
    alike: bool = False


def find_anchor(content: tuple[Content, ...], index: int, labels: Labels) -> Anchor | None:
    """What dates a meeting at a place of the content, if anything does."""
    piece = content[index]
    if _is_quoted(content, index):
        return None
    if isinstance(piece, Table):
        return _table_anchor(content, piece, index, labels)
    text = fold(join_spaced(piece.text))
    if (met := met_meanwhile(content, index)) is not None:
        return Anchor(index, "told", met, "")
    sequel = _is_of_sequel(content, index, labels)
    if not text or ((closes(piece.text) or _announces(text[:80])) and not sequel):
        return None
    if piece.new_page and counts_on(content[index + 1 : index + 2]):
        return None  # the head of a page
    if sentence := _sentence_anchor(content, index, piece, labels):
        return sentence
    field = labelled_field(piece, labels)
    if field in ("date", "time"):
        other = _is_of_task(content, index) or has_ended(text)
        return None if other else _label_anchor(content, index, labels)
    if sequel or is_title(piece, labels):
        days = {*DAY.findall(text), *DATE.findall(text)}
        if _COLLECTED.match(text) or _OF_EARLIER.match(text) or len(days) >= _SEVERAL_DAYS:
            return None
        below = [
            fold(each.text)
            for above, each in itertools.pairwise((piece, *_up_to_heading(content[index + 1 : index + 3])))
            if isinstance(above, Line) and isinstance(each, Line)
            if labelled_field(each, labels) is None
            if not _OTHER_LABEL.match(each.text) and not _labels_form(above, labels)
        ]
        texts = (_REFERENCE.sub("", each) for each in (text, *(each[:_LATEST_DATE] for each in below)))
        dated = next((found for each in texts if (found := DATE.search(each))), None)
        if dated:
            return Anchor(index, "title", dated.group(), text)
    elif dateline := _dateline_anchor(content, index, labels):
        return dateline
    day = opens_minutes(content, index, labels)
    return None if day is None else Anchor(index, "opening", day, "")


def _up_to_heading(content: tuple[Content, ...]) -> Iterator[Content]:
    """What stands above the next heading of a heading's style."""
    return itertools.takewhile(lambda piece: isinstance(piece, Table) or piece.outline is None, content)


def _labels_form(piece: Content, labels: Labels) -> bool:
    """Whether a line is the label of what stands below it and is no matter of the meeting: "Tgl. terbit"."""
    opening = labels.opening(piece.text) if isinstance(piece, Line) else None
    return opening is not None and opening.field == "ignore"


def _is_quoted(content: tuple[Content, ...], index: int) -> bool:
    """Whether a place stands in what is read out of earlier minutes: behind an open quotation mark or a line for it."""
    above = content[max(0, index - NEAR) : index + 1]
    texts = [piece.text.strip() for piece in above if isinstance(piece, Line)]
    opened = next((at for at, text in enumerate(texts) if text[:1] in ("“", '"')), None)
    if opened is not None and not any(mark in text[1:] for text in texts[opened:] for mark in ("”", '"')):
        return True
    over = texts[-_READ_WITHIN - 1 : -1] if isinstance(content[index], Line) else texts[-_READ_WITHIN:]
    return any(text.endswith(":") and _READ_OUT.search(text) for text in over)


def _is_of_sequel(content: tuple[Content, ...], index: int, labels: Labels) -> bool:
    """Whether a line names a meeting that went on with another, over its day and a header with who was there."""
    piece, below = content[index], content[index + 1 : index + 1 + _MINUTES_WITHIN]
    if isinstance(piece, Table) or not below or isinstance(below[0], Table):
        return False
    text = fold(piece.text)
    named = MEETING.match(text) is not None and _WENT_ON in text and not announces(text.replace(_WENT_ON, ""))
    under = fold(below[0].text)
    dated = (DATE.search(text) and HOUR.search(f"{text} {under[:_HOUR_WITHIN]}")) or _leading_day(under)
    if not named or not dated or len(text.split()) > _SEQUEL_WORDS or has_ended(text) or plans(text):
        return False
    fields = {headed_field(each, labels) for each in below[:NEAR] if isinstance(each, Line)}
    present = bool(fields & _PRESENT) or _TELLS_PRESENT.search(under) is not None
    return present and any(isinstance(each, Table) or _is_said(each, labels) for each in below)


def _announces(text: str) -> bool:
    """Whether a folded text announces another meeting; a title may say that its own went on with one."""
    marker = parse_marker(text)
    text = text[marker.length :] if marker else text
    named = announces(text) and (MEETING.match(text) or leading_day(text))
    return announces(text.replace(_WENT_ON, "") if named else text)


def _is_of_task(content: tuple[Content, ...], index: int) -> bool:
    """Whether a label with a day stands right below one that says who does it ("Siapa: ...", "Kapan: ...")."""
    above = content[index - 1] if index else None
    return isinstance(above, Line) and WHO_FIELD.match(above.text) is not None


def under_genre(content: tuple[Content, ...], index: int, labels: Labels, within: int = MOST_TITLE_LINES) -> bool:
    """Whether a title with a word for minutes stands close above an anchor, at most so many lines."""
    above = content[max(0, index - within) : index]
    return any(
        isinstance(piece, Line) and is_title(piece, labels) and GENRE.search(fold(join_spaced(piece.text)))
        for piece in above
    )


def _opens_in_prose(content: tuple[Content, ...], index: int, labels: Labels) -> bool:
    """Whether a sentence tells on which day the meeting was held, as the opening of minutes does."""
    piece = content[index]
    if isinstance(piece, Table):
        return False
    if len(piece.text.split()) < 8:
        return False
    marker = parse_marker(piece.text)
    own = piece.text[marker.length if marker else 0 :].lstrip()
    text = fold(own)
    if not own[:1].isupper() or len(text.split()) < 8 or not ("tanggal" in text or DATE.search(text)):
        return False
    text = text[occasion.end() :] if (occasion := _OCCASION.match(text)) else text
    if _HELD.match(text):
        return True
    above = content[index - 1] if index else None
    if not isinstance(above, Line) or not set_apart(above):
        return False
    titled = not is_heading(above, labels) or GENRE.match(fold(above.text)) is not None
    return titled and bool(_TOOK_PLACE.match(text) or _TOOK_PLACE_ON.match(text))


def _sentence_anchor(content: tuple[Content, ...], index: int, piece: Line, labels: Labels) -> Anchor | None:
    """A sentence that tells on which day the meeting was held."""
    if _opens_in_prose(content, index, labels):
        return Anchor(index, "prose", fold(join_spaced(piece.text))[:160], "")
    day = opens_by_name(content, index, labels)
    return None if day is None else Anchor(index, "account", day, "")


def _dateline_anchor(content: tuple[Content, ...], index: int, labels: Labels) -> Anchor | None:
    """A line set apart with a line below that begins with its day ("Senin, 3 Maret 2025, 09.00, Aula")."""
    title, below = content[index], content[index + 1] if index + 1 < len(content) else None
    if isinstance(title, Table) or not isinstance(below, Line) or below.outline is not None:
        return None
    if not (set_apart(title) or title.new_page) or len(title.text.split()) > MOST_TITLE_WORDS:
        return None
    text = fold(title.text)
    if text.endswith((".", ";", ",")) or signs(title.text):
        return None
    if parse_marker(title.text) or labels.words.kind(title.text) or labelled_field(title, labels):
        return None
    if (date := _leading_day(text)) and over_header(content, index, labels):
        return Anchor(index, "day", date, "")
    under = fold(below.text)
    alone = DATE.fullmatch(under.strip(" .,()")) if index == 0 else None  # below the file's own title
    date = alone.group() if alone else _leading_day(under)
    return Anchor(index, "dateline", date, text) if date else None


def _leading_day(text: str) -> str | None:
    """The date that a folded text begins with, with its weekday before it or its hour behind it."""
    date = DATE.search(text[:_LATEST_DATE])
    if date is None or not (_WEEKDAY.match(text) or (date.start() <= 2 and HOUR.search(text))):
        return None
    return date.group()


def _label_anchor(content: tuple[Content, ...], index: int, labels: Labels) -> Anchor | None:
    """A date label with its date and another header label near it."""
    near, own = _near(content, index, labels), content[index]
    if is_of_letter(near) and not under_genre(content, index, labels):
        return None
    if is_invited_to(content, index, labels):
        return None
    after = content[index + 1] if index + 1 < len(content) else None
    texts = [own.text] if isinstance(own, Line) else []
    if any(text.count("\t") > 1 and not re.search(r"\d", text) for text in texts):
        return None  # the titles of columns: "Tanggal", "Kegiatan", "Tempat"
    if isinstance(after, Line) and len(after.text) < 60:
        texts.append(after.text)
    fields = {headed_field(piece, labels) for piece in near} - {None}
    if _is_to_come(content, index, fields, labels):
        return None
    date = next((found for text in texts if (found := DATE.search(fold(text)) or DAY.search(fold(text)))), None)
    before = content[index - 1] if index else None
    titled = isinstance(before, Line) and set_apart(before) and is_title(before, labels)
    if date is None:  # left blank or unreadable: minutes begin where their name stands above the labels
        headed = len(fields) >= 3 and under_genre(content, index, labels)
        return Anchor(index, "label", "", "") if headed else None
    if len(fields) < 2 and not titled:
        return None
    below = [each for each in content[index : index + NEAR] if isinstance(each, Line) and headed_field(each, labels)]
    header = fold(" ".join(each.text for each in below)) if len(below) >= _WHOLE else ""
    full = titled or bool(fields & _OF_MEETINGS)
    return Anchor(index, "label", date.group() + _time_below(content, index, labels), "", header, full)


def _is_to_come(content: tuple[Content, ...], index: int, fields: set[str | None], labels: Labels) -> bool:
    """Whether a header with these fields is said to be that of the next meeting, below which nothing is minuted."""
    behind = content[index + 1 : index + 1 + _MINUTES_WITHIN]
    told = sections_in(behind, labels) or any(isinstance(piece, Table) for piece in behind)
    return is_announced(content, index, labels, went_on=bool(fields & _PRESENT and told))


def _near(content: tuple[Content, ...], index: int, labels: Labels) -> list[Line]:
    """The lines around a label up to what somebody said or a heading over that."""
    over, under = reversed(content[max(0, index - NEAR) : index]), content[index + 1 : index + NEAR + 1]
    above, below = (itertools.takewhile(lambda piece: not _is_said(piece, labels), side) for side in (over, under))
    pieces = (*reversed(tuple(above)), content[index], *below)
    return [piece for piece in pieces if isinstance(piece, Line)]


def _is_said(piece: Content, labels: Labels) -> bool:
    """Whether a piece is none of a header: a section's heading, a point or a sentence without a label."""
    if isinstance(piece, Table):
        return False
    if headed_field(piece, labels) is not None or is_title(piece, labels):
        return False
    marked = piece.marker is not None or parse_marker(piece.text) is not None
    return marked or labels.words.kind(piece.text) is not None or len(piece.text.split()) > MOST_TITLE_WORDS


def _time_below(content: tuple[Content, ...], index: int, labels: Labels) -> str:
    """The time of day that a label right below a date's gives: two meetings may be held on one day."""
    below = [piece.text for piece in content[index + 1 : index + 3] if isinstance(piece, Line)]
    times = (CLOCK.search(text) for text in below if text_field(text, labels) == "time")
    return next((f" {found.group()}" for found in times if found), "")


def _table_anchor(content: tuple[Content, ...], table: Table, index: int, labels: Labels) -> Anchor | None:
    """A form table with a date or a title among its labels; one whose date was left blank under the name of minutes."""
    lines = [line for cell in table.cells for line in cell.content if isinstance(line, Line)]
    found = (found for line in lines if (found := DATE.search(fold(line.text))))
    date = next((each.group() for each in found), None) or _labelled_day(table, labels)
    if (date is None and not under_genre(content, index, labels, within=1)) or not is_header_form(table, labels):
        return None
    if addresses(table) or is_invited_to(content, index, labels):
        return None  # the head of a letter that reports on a meeting, an invitation
    fields = {field for _, field in form_fields(table, labels)}
    if _is_to_come(content, index, fields, labels):
        return None
    if date is None:
        return Anchor(index, "again", "", "")
    words = fold(" ".join(line.text for line in lines))
    titled = any(isinstance(piece, Line) and is_title(piece, labels) for piece in content[max(0, index - 3) : index])
    titled = titled or under_genre(content, index, labels)
    full = titled or bool({"title", *_OF_MEETINGS} & fields)
    return Anchor(index, "table", date, words, words if table.rows >= _WHOLE else "", full)


def _labelled_day(table: Table, labels: Labels) -> str | None:
    """The day without its year that stands beside a label for the date."""
    texts = {(cell.row, cell.column): text for cell in table.cells if (text := cell_text(cell).strip(" :"))}
    dated = [cell for cell in table.cells if cell_field(cell, labels) == "date"]
    beside = (texts.get((each.row, each.column + at), "") for each in dated for at in (1, 2))
    return next((day for text in beside if (day := any_day(fold(text)))), None)


def opens_again(content: tuple[Content, ...], index: int, title: Line, labels: Labels) -> bool:
    """Whether the file's own title stands again, over labels of a header or a form."""
    line = content[index]
    if isinstance(line, Table) or line is title or fold(line.text) != fold(title.text):
        return False
    below = content[index + 1 : index + 1 + NEAR]
    if below and isinstance(below[0], Table):
        return is_header_form(below[0], labels)
    return len({headed_field(piece, labels) for piece in below if isinstance(piece, Line)} - {None}) >= 3


def sessions(content: tuple[Content, ...], labels: Labels) -> list[int]:
    """Where the sessions of a file begin ("SESI I", "SESI II"): numbered lines set apart, each over its own header.

    The speakers' sessions of one meeting have no place, and nobody who was there or took notes of their own.
    """
    found = [
        (at, match["name"], match["number"])
        for at, piece in enumerate(content)
        if isinstance(piece, Line) and set_apart(piece) and (match := _SESSION.match(fold(piece.text)))
        if "place" in (fields := _fields_below(content, at, labels)) or ("time" in fields and fields & _PRESENT)
    ]
    alike = [(name, number) for _, name, number in found]
    return [at for at, _, _ in found] if len({name for name, _ in alike}) == 1 and len(set(alike)) > 1 else []


def _fields_below(content: tuple[Content, ...], index: int, labels: Labels) -> set[str | None]:
    """The header fields that the lines and forms right below a line label."""
    below = content[index + 1 : index + 5]
    lines = {headed_field(piece, labels) for piece in below if isinstance(piece, Line)}
    cells = [cell for piece in below if isinstance(piece, Table) for cell in piece.cells if cell.column == 0]
    return lines | {cell_field(cell, labels) for cell in cells}
