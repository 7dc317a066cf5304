"""The day of the meeting.

- A labelled value counts before the title line, that before prose ("pada hari ini ... bertempat di ...").
- A date behind "paling lambat" and the like is a deadline, none of the meeting's.
- Where weekday and date disagree the date counts and an issue says so.
- A day without its year gets that of the meeting next to it in the file, or the year that stands alone in the first
  lines (with a weekday: the one year there that agrees), and an issue says so.
"""

import datetime as dt
import itertools
import re
from collections.abc import Iterator

from notula.models.blocks import Block
from notula.models.issue import Note
from notula.models.minutes import DateValue
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.dates import DateMention, Parts, find_dates, weekdays_meant
from notula.pipeline.extract.dates_grammar import date_grammar
from notula.pipeline.extract.opening import HELD, first_blocks
from notula.pipeline.extract.scope import UNJUDGED, Scope
from notula.pipeline.structure.chat import SENT_ON

# A slash that keeps day, date and time apart ("Kamis/11-07-2024/08.00").
SLASHED = re.compile(r"(?<=[^\W\d_])/(?=\d)|(?<=\d{4})/(?=\d{1,2}[.:]\d\d)")
_LIMIT = re.compile(
    r"\b(?:paling (?:lambat|lama|telat)|plg lambat|selambat\S*|sebelum|sblm|sampai(?: dengan)?|hingga|maks\w*\.?"
    r"|deadline|tenggat|target|per|sejak|mulai|berikutnya|selanjutnya)\s+(?:hari\s+)?(?:tanggal\s+|tgl\.?\s+)?$",
    re.IGNORECASE,
)
# When the page of the minutes was changed or printed.
_STAMP = re.compile(
    r"\b(?:(?:terakhir|last)\s+(?:di\w+|edited|modified|updated|changed|saved)|di(?:sunting|ubah|edit|perbarui|mutakhirkan"
    r"|cetak|unggah|unduh)|printed|exported|revised)\b[^;|\d]{0,60}$",
    re.IGNORECASE,
)
# The line of a web page that says when and by whom it was put up: the meeting was before.
_POSTED = re.compile(
    r"\b(?:di ?(?:posting|publikasi|terbit|tayang)\w*|posted|published)\b|\b(?:dibaca|dilihat|hits|views?)\W*\d"
    r"|\d\s*(?:kali\s+(?:dibaca|dilihat)|views?|komentar|comments?)\b",
    re.IGNORECASE,
)
# An earlier meeting or a letter that led to this one ("Menindaklanjuti musyawarah tanggal ...").
_LED_HERE = re.compile(
    r"\b(?:menindaklanjuti|menindak lanjuti|melanjutkan|menyambung|merujuk|menunjuk|lanjutan dari|surat|undangan)\b"
    r"(?:(?!\s[-–—|]\s|,\s*pada\b|\b(?:pada hari|hari ini|maka|di ?laksanakan|di ?adakan|di ?selenggarakan)\b)"
    r"[^;\n]){0,80}$",
    re.IGNORECASE,
)
_FORM_LABEL = re.compile(r"\W*(?:(?:no|nomor)\b\.?\s*)?(?:revisi|rev|dok|dokumen|form|formulir|edisi)\b", re.IGNORECASE)
_CALENDAR = re.compile(r"\W*[📅🗓📆]")  # the sign before the day in a message
_YEAR = re.compile(r"(?<![\d/.-])(?P<year>20\d\d)(?![\d])")
_YEAR_ALONE = re.compile(r"^\W*(?:tahun|year|thn\.?)?\s*:?\s*(?P<year>20\d\d)\W*$", re.IGNORECASE)
_THAT_DAY = re.compile(
    r"\b(?:hari yang sama|(?:siang|sore|malam)nya|(?:siang|sore|malam) harinya"
    r"|(?:setelah|sesudah|seusai|usai|habis|selepas) (?:istirahat|makan siang|ishoma|rehat|s(?:h?a|o)lat \w+))\b",
    re.IGNORECASE,
)
_YEARLESS_WITHIN = 6  # blocks from the top
_DAY_WITHIN = 80  # characters of a line
_DAY_TOLD_WITHIN = 300  # ... of a sentence that tells of a later meeting of the file, with its weekday
_MESSAGES, _CENTURY = 3, 100  # that tell the day; years below are of this century
_LETTER = re.compile(r"\W*(?:Yth|Kepada Yth|Dari\s*[:\t])", re.IGNORECASE)

_Candidate = tuple[Block, DateMention, str]  # a date, its block and the rule that found it


def find_date(scope: Scope, beside: dt.date | None) -> tuple[DateValue | None, list[Note]]:
    """The date with its year, or before one that stands further down and has no label, a day whose year is known."""
    whole = next((found for found in _date_candidates(scope) if found[1].day), None)
    opening, day, code = None, None, "H005"
    if whole is None or whole[2] != "date_label":
        opening, day = _without_year(scope, beside)
        if opening is None and beside and (opening := _same_day(scope, beside)):
            day, code = beside, "H006"
    if opening and day and (whole is None or opening[0].start < whole[0].start):
        return _noted(scope, *opening, day, code)
    if whole and whole[1].day:
        return _noted(scope, *whole, whole[1].day, "H001" if whole[1].weekday_agrees is False else None)
    return None, []


def _same_day(scope: Scope, day: dt.date) -> _Candidate | None:
    """Where the first lines say that the meeting was held on the day of the one before."""
    for block in first_blocks(scope, 3):
        if block.table is None and (told := _THAT_DAY.search(block.text, 0, _DAY_WITHIN)):
            parts = Parts(day.day, day.month, day.year)
            return block, DateMention(*told.span(), told.group(), parts), "date_same_day"
    return None


def _noted(
    scope: Scope, block: Block, mention: DateMention, rule: str, day: dt.date, code: str | None
) -> tuple[DateValue, list[Note]]:
    """A date as a value, and the issue that says what is odd about it."""
    start, end = block.start + mention.start, block.start + mention.end
    notes = [Note(code, (("text", mention.text),), start, end)] if code else []
    value = DateValue(
        start=day.isoformat(),
        end=mention.end_day.isoformat() if mention.end_day else None,
        text=scope.text(start, end),
        confidence=UNJUDGED,
        evidence=scope.evidence(start, end, rule),
    )
    return value, notes


def _without_year(scope: Scope, beside: dt.date | None) -> tuple[_Candidate | None, dt.date | None]:
    """A day of the meeting that leaves out its year, and which day it is, where the file tells the year."""
    for found in _yearless_candidates(scope):
        if found[1].start >= _DAY_WITHIN and not (beside and found[1].weekday):
            continue
        years = _years(scope, found, beside)
        days = [day for year in years if (day := found[1].parts._replace(year=year).date())]
        if len(days) == 1:
            return found, days[0]
    return None, None


def _yearless_candidates(scope: Scope) -> Iterator[_Candidate]:
    """The days without a year behind the labels of a date and in the first lines."""
    blocks = [block for section in scope.field("date") for block in section.blocks]
    titles = [block for block in first_blocks(scope, _YEARLESS_WITHIN) if block.table is None and block.kind != "item"]
    for block, rule in [(block, "date_label") for block in blocks] + [(block, "date_title") for block in titles]:
        for mention in find_dates(block.text, scope.lexicon, short=True):
            yearless = mention.parts.day and mention.parts.month and not mention.parts.year
            if yearless and mention.start < _DAY_TOLD_WITHIN and not _is_deadline(block.text, mention):
                yield block, mention, rule


def _years(scope: Scope, found: _Candidate, beside: dt.date | None) -> list[int]:
    """The years that a day without its year may have: by the meeting next to it in the file, or by the first lines.

    A weekday written beside the day must agree.
    """
    block, mention, _ = found
    if beside is not None:
        days = [day for add in (-1, 0, 1) if (day := mention.parts._replace(year=beside.year + add).date())]
        years = [min(days, key=lambda day: abs(day - beside)).year] if days else []
    else:
        heads = [block.text for block in first_blocks(scope, 12) if block.table is None and len(block.text) < 200]
        heads += [line.text for line in scope.document.furniture if line.kind in ("header", "preamble")]
        form = _YEAR if mention.weekday else _YEAR_ALONE
        years = sorted({int(match["year"]) for text in heads for match in form.finditer(text)})
        years = years or _years_of_file(scope)
    if not mention.weekday:
        return years
    number = date_grammar(scope.lexicon).weekday_number(mention.weekday)
    meant = weekdays_meant(number, block.text, mention.start)
    dated = ((year, mention.parts._replace(year=year).date()) for year in years)
    return [year for year, day in dated if day and day.isoweekday() in meant]


def _years_of_file(scope: Scope) -> list[int]:
    """The years in the lines above the first of several meetings ("Notulen mingguan 2025")."""
    lines = [line.text for line in scope.document.furniture if line.kind == "preamble"]
    return sorted({int(match["year"]) for text in lines for match in _YEAR.finditer(text)})


def _date_candidates(scope: Scope) -> Iterator[_Candidate]:
    yield from _reported_dates(scope)
    of_form = _form_dates(scope)
    dated = sorted(scope.field("date", "time", "place"), key=lambda each: (each in of_form, _is_plain(each)))
    for section in dated:
        for block in section.blocks:
            text = SLASHED.sub(" ", block.text)
            yield from ((block, mention, "date_label") for mention in find_dates(text, scope.lexicon))
    posted: list[_Candidate] = []
    for at, block in enumerate(first_blocks(scope, 12)):
        if block.table is not None:
            continue
        if len(block.text) < _DAY_WITHIN and _POSTED.search(block.text):
            posted += [(block, mention, "date_title") for mention in find_dates(block.text, scope.lexicon)]
            continue
        short = at < 8 and len(block.text) < 200
        found = find_dates(block.text, scope.lexicon, lenient=short and len(block.text) < 100)
        held = HELD.search(block.text)
        for mention in found:
            if _is_deadline(block.text, mention):
                continue
            if short and (block.kind != "item" or _CALENDAR.match(block.marker or "")):
                yield block, mention, "date_title"
            elif held or mention.weekday or scope.teaches:
                yield block, mention, "date_prose"
    yield from posted
    for furniture in scope.document.furniture:
        if furniture.kind == "header":
            block = Block("paragraph", furniture.start, furniture.end, furniture.text)
            yield from ((block, mention, "date_running_head") for mention in find_dates(furniture.text, scope.lexicon))
    yield from _sent(scope)


def _sent(scope: Scope) -> Iterator[_Candidate]:
    """The day on which all messages of a chat were sent, where there are several and nothing else tells the day."""
    heads = ((block, SENT_ON.match(block.text)) for block in scope.document.blocks if block.table is None)
    sent = [(block, head, head.lastgroup or "day") for block, head in heads if head]
    days = {tuple(map(int, re.split("[./]", head[name]))) for _, head, name in sent}
    if len(sent) < _MESSAGES or len(days) > 1:
        return
    (day, month, year), (block, head, name) = days.pop(), sent[0]
    parts = Parts(day, month, year if year > _CENTURY else 2000 + year)
    yield block, DateMention(*head.span(name), head[name], parts), "date_sent"


def _reported_dates(scope: Scope) -> Iterator[_Candidate]:
    """The dates in sentences of a letter that tell of a meeting: the letter's own day is another one."""
    header = (section for section in scope.sections.of(SectionKind.HEADER))
    heads = (block for section in header for block in (section.heading, *section.blocks) if block)
    if any(_LETTER.match(block.text) for block in itertools.chain(first_blocks(scope, 12), heads)):
        for block in first_blocks(scope, 14):
            if block.table is None and HELD.search(block.text):
                yield from ((block, mention, "date_prose") for mention in find_dates(block.text, scope.lexicon))


def _form_dates(scope: Scope) -> list[Section]:
    """The dates beside the number or revision of the form on which the minutes are written: it was issued then."""
    pairs = itertools.pairwise(scope.sections.of(SectionKind.HEADER))
    return [each for before, each in pairs if before.heading and _FORM_LABEL.match(before.heading.text)]


def _is_plain(section: Section) -> bool:
    """Whether a date's label has no word for the day: "Tanggal" of a letter comes after "Hari/Tanggal" of a meeting."""
    day = section.heading is not None and re.match(r"\W*(?:hari|day)\b", section.heading.text, re.IGNORECASE)
    return section.field != "date" or not day


def _is_deadline(text: str, mention: DateMention) -> bool:
    """Whether the words before a date make it a limit or another day rather than the day of the meeting."""
    return any(other.search(text, 0, mention.start) is not None for other in (_LIMIT, _STAMP, _LED_HERE))
