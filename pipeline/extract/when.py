"""When and where the meeting was: date, time, place, mode.

- A labelled value counts before the title line, that before prose ("pada hari ini ... bertempat di ...").
- A date behind "paling lambat" and the like is a deadline, none of the meeting's.
- A time's end is also taken from a label of its own ("Selesai: 11.30") and from "rapat ditutup pukul ...", unless that
  sentence names another day.
- Where weekday and date disagree the date counts and an issue says so.
- A day without its year gets that of the meeting next to it in the file, or the year that stands alone in the first
  lines (with a weekday: the one year there that agrees), and an issue says so.
"""

import datetime as dt
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from notula.models.blocks import Block
from notula.models.issue import Note
from notula.models.minutes import DateValue, Mode, TextValue, TimeValue
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.dates import DateMention, Parts, find_dates, weekdays_meant
from notula.pipeline.extract.dates_grammar import date_grammar
from notula.pipeline.extract.opening import BEGAN, HELD, OTHER_DAY, first_blocks, gathered, times_after_date
from notula.pipeline.extract.place import find_mode, find_place
from notula.pipeline.extract.scope import UNJUDGED, Scope, Span
from notula.pipeline.extract.times import TimeMention, find_times

_OPENED = re.compile(r"\b(?:di ?buka|di ?mulai|mulai|berlangsung|pukul|pkl|jam)\b", re.IGNORECASE)
# What ends, so that "ditutup" behind it speaks of the meeting.
_MEETING = re.compile(
    r"\b(?:rapat|acara|kumpul\w*|pertemuan|musyawarah|sidang|rakor|forum|diskusi|kegiatan|meeting|pimpinan|ketua|"
    r"moderator"
    r"|pukul|jam|doa)\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\b(?:di ?tutup|(?:menutup|mengakhiri) (?:rapat|acara|pertemuan|musyawarah|sidang|kegiatan|forum|diskusi)"
    r"|selesai pada|(?:rapat|acara|kumpul\w*|pertemuan|musyawarah|sidang|kegiatan|meeting)"
    r" (?:selesai|bubar|rampung|kelar|usai|beres|tutup)|^(?:selesai|bubar|rampung|kelar)|berakhir|diakhiri|bubar)\b",
    re.IGNORECASE,
)
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
_EVENING = re.compile(r"\b(?:malam|mlm)\b[^.;]{0,40}$", re.IGNORECASE)
_EVENING_OVER = re.compile(r"\b(?:pagi|siang|sore|malam|mlm|am|pm)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\s*(?:[-–—]|s/d|s\.d\.?|sd|sampai(?: dengan)?|hingga)\s*(?:pukul|jam|pkl)?\.?\s*$", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()\d]{1,40}\)(?=\s*\S)")  # behind a start: "11.30 (sesudah misa) – 13.00"
_AND_ENDED = re.compile(
    r"\W*(?:dan|lalu|serta)?\s*(?:(?:di)?tutup|selesai|berakhir|diakhiri|bubar|rampung|kelar)\s*(?:pada\s+)?(?:pukul|jam|pkl)?\.?\s*",
    re.IGNORECASE,
)
# A slash that keeps day, date and time apart ("Kamis/11-07-2024/08.00").
_SLASHED = re.compile(r"(?<=[^\W\d_])/(?=\d)|(?<=\d{4})/(?=\d{1,2}[.:]\d\d)")
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
_CLOSED_ALONE = 4  # words that can only say when the meeting ended
_LETTER = re.compile(r"\W*(?:Yth|Kepada Yth|Dari\s*[:\t])", re.IGNORECASE)
_ACTUAL = re.compile(r"\baktual\b|\brealisasi\b", re.IGNORECASE)


Candidate = tuple[Block, DateMention, str]  # a date, its block and the rule that found it


class When(NamedTuple):
    """Date, time, place and mode, and what is to be said about them."""

    date: DateValue | None
    time: TimeValue | None
    place: TextValue | None
    mode: Mode | None
    notes: tuple[Note, ...]


def find_when(scope: Scope, beside: dt.date | None = None) -> When:
    """When and where the meeting was; None for what the minutes do not say.

    ``beside`` is the day of the meeting next to it in the file: a year left out is taken from there, or the whole day
    ("pada hari yang sama").
    """
    date, notes = _date(scope, beside)
    place = find_place(scope, date)
    time = _time(scope, date)
    return When(date, time, place, find_mode(scope, place), tuple(notes))


# date


def _date(scope: Scope, beside: dt.date | None) -> tuple[DateValue | None, list[Note]]:
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


def _same_day(scope: Scope, day: dt.date) -> Candidate | None:
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


def _without_year(scope: Scope, beside: dt.date | None) -> tuple[Candidate | None, dt.date | None]:
    """A day of the meeting that leaves out its year, and which day it is, where the file tells the year."""
    for found in _yearless_candidates(scope):
        if found[1].start >= _DAY_WITHIN and not (beside and found[1].weekday):
            continue
        years = _years(scope, found, beside)
        days = [day for year in years if (day := found[1].parts._replace(year=year).date())]
        if len(days) == 1:
            return found, days[0]
    return None, None


def _yearless_candidates(scope: Scope) -> Iterator[Candidate]:
    """The days without a year behind the labels of a date and in the first lines."""
    blocks = [block for section in scope.field("date") for block in section.blocks]
    titles = [block for block in first_blocks(scope, _YEARLESS_WITHIN) if block.table is None and block.kind != "item"]
    for block, rule in [(block, "date_label") for block in blocks] + [(block, "date_title") for block in titles]:
        for mention in find_dates(block.text, scope.lexicon, short=True):
            yearless = mention.parts.day and mention.parts.month and not mention.parts.year
            if yearless and mention.start < _DAY_TOLD_WITHIN and not _is_deadline(block.text, mention):
                yield block, mention, rule


def _years(scope: Scope, found: Candidate, beside: dt.date | None) -> list[int]:
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
    if not mention.weekday:
        return years
    number = date_grammar(scope.lexicon).weekday_number(mention.weekday)
    meant = weekdays_meant(number, block.text, mention.start)
    dated = ((year, mention.parts._replace(year=year).date()) for year in years)
    return [year for year, day in dated if day and day.isoweekday() in meant]


def _date_candidates(scope: Scope) -> Iterator[Candidate]:
    yield from _reported_dates(scope)
    for section in sorted(scope.field("date", "time", "place"), key=_is_plain):
        for block in section.blocks:
            text = _SLASHED.sub(" ", block.text)
            yield from ((block, mention, "date_label") for mention in find_dates(text, scope.lexicon))
    for at, block in enumerate(first_blocks(scope, 12)):
        if block.table is not None:
            continue
        short = at < 8 and len(block.text) < 200
        found = find_dates(block.text, scope.lexicon, lenient=short and len(block.text) < 100)
        held = HELD.search(block.text)
        for mention in found:
            if _is_deadline(block.text, mention):
                continue
            if short and block.kind != "item":
                yield block, mention, "date_title"
            elif held or mention.weekday:
                yield block, mention, "date_prose"
    for furniture in scope.document.furniture:
        if furniture.kind == "header":
            block = Block("paragraph", furniture.start, furniture.end, furniture.text)
            yield from ((block, mention, "date_running_head") for mention in find_dates(furniture.text, scope.lexicon))


def _reported_dates(scope: Scope) -> Iterator[Candidate]:
    """The dates in sentences of a letter that tell of a meeting: the letter's own day is another one."""
    header = (section for section in scope.sections.of(SectionKind.HEADER))
    heads = (block for section in header for block in (section.heading, *section.blocks) if block)
    if any(_LETTER.match(block.text) for block in itertools.chain(first_blocks(scope, 12), heads)):
        for block in first_blocks(scope, 14):
            if block.table is None and HELD.search(block.text):
                yield from ((block, mention, "date_prose") for mention in find_dates(block.text, scope.lexicon))


def _is_plain(section: Section) -> bool:
    """Whether a date's label has no word for the day: "Tanggal" of a letter comes after "Hari/Tanggal" of a meeting."""
    day = section.heading is not None and re.match(r"\W*(?:hari|day)\b", section.heading.text, re.IGNORECASE)
    return section.field != "date" or not day


def _is_deadline(text: str, mention: DateMention) -> bool:
    """Whether the words before a date make it a limit or another day rather than the day of the meeting."""
    return any(other.search(text, 0, mention.start) is not None for other in (_LIMIT, _STAMP))


# time


def _time(scope: Scope, date: DateValue | None) -> TimeValue | None:
    closing = _closing_time(scope, date)
    ended = closing[0] + closing[1].char_start if closing else None
    candidates = _time_candidates(scope)
    found = next((each for each in candidates if each[0].start + each[1].char_start != ended), None)
    if found is None:
        return _only_end(scope, *closing) if closing else None
    if found[1].start is None:  # "habis asar (15.30 - 17.40)"
        found = next((each for each in _time_candidates(scope) if each[0] is found[0] and each[1].end), found)
    block, mention, rule = found
    start, end = block.start + mention.char_start, block.start + mention.char_end
    until = mention.end or _labelled_end(scope)
    if until is None and (later := _end_behind(scope, block, mention)):
        until, end = later.start, block.start + later.char_end
        mention = replace(mention, zone=mention.zone or later.zone)
    mention = _in_evening(block.text, mention)
    last = closing[1] if closing else None
    if until is None and last is not None and last.start and last.start > (mention.start or ""):
        until = last.start
    return TimeValue(
        start=mention.start,
        end=until,
        zone=mention.zone or (last.zone if last and rule == "time_prose" else None),
        text=scope.text(start, end),
        confidence=UNJUDGED,
        evidence=scope.evidence(start, end, rule),
    )


def _labelled_end(scope: Scope) -> str | None:
    """The time behind a label of its own for the end ("Selesai: 11.30")."""
    for section in scope.field("end_time"):
        for _, mention, _ in _times_of(scope, section, "time_label"):
            return mention.start
    return None


def _in_evening(text: str, mention: TimeMention) -> TimeMention:
    """The time, moved to the evening where the day is told as one ("Jumat malam jam setengah 8")."""
    hour = re.search(r"\d+", mention.text)
    whole = hour is not None and not re.match(r"\s?[.:,]\d", mention.text[hour.end() :])
    if mention.start is None or not whole or not "06:00" <= mention.start < "12:00":
        return mention
    if not _EVENING.search(text, 0, mention.char_start) or _EVENING_OVER.search(mention.text):
        return mention
    return replace(mention, start=f"{int(mention.start[:2]) + 12:02d}{mention.start[2:]}")


def _only_end(scope: Scope, offset: int, mention: TimeMention) -> TimeValue:
    """The time of minutes that tell only when the meeting ended."""
    start, end = offset + mention.char_start, offset + mention.char_end
    evidence = scope.evidence(start, end, "time_closing")
    return TimeValue(
        start=None,
        end=mention.start,
        zone=mention.zone,
        text=scope.text(start, end),
        confidence=UNJUDGED,
        evidence=evidence,
    )


def _end_behind(scope: Scope, block: Block, mention: TimeMention) -> TimeMention | None:
    """The end behind a start: "dan selesai pukul 11.30"; behind a prayer also "s.d. 22.15"."""
    for later in find_times(block.text, scope.lexicon, bare=True):
        number = re.search(r"\d", later.text)
        first = later.char_start + (number.start() if number else 0)
        gap = block.text[mention.char_end : first] if later.char_start >= mention.char_end else ""
        aside = _ASIDE.match(gap)
        until = _UNTIL.fullmatch(gap, aside.end() if aside else 0) and (aside or mention.start is None)
        if until or _AND_ENDED.fullmatch(gap):
            return later
    return None


def _time_candidates(scope: Scope) -> Iterator[tuple[Block, TimeMention, str]]:
    labelled = list(scope.field("time"))
    labelled.sort(key=lambda section: not (section.heading and _ACTUAL.search(section.heading.text)))
    for section in labelled:
        yield from _times_of(scope, section, "time_label")
    for section in scope.field("date", "place"):
        yield from _times_of(scope, section, "time_label")
    top = [block for block in first_blocks(scope, 14) if block.table is None]
    for block in top[:8]:
        if len(block.text) < 200:
            yield from (
                (block, mention, "time_title")
                for mention in find_times(block.text, scope.lexicon)
                if not _OPENED.search(block.text) or find_dates(block.text, scope.lexicon, lenient=True)
            )
    for block in top[:8]:
        yield from ((block, mention, "time_title") for mention in times_after_date(scope, block))
    for block in top:
        if HELD.search(block.text) or BEGAN.search(block.text):
            yield from ((block, mention, "time_prose") for mention in find_times(block.text, scope.lexicon))
    for block, start, text in gathered(scope):
        for mention in find_times(text, scope.lexicon):
            begin, end = start + mention.char_start, start + mention.char_end
            yield block, replace(mention, char_start=begin, char_end=end), "time_prose"


def _times_of(scope: Scope, section: Section, rule: str) -> Iterator[tuple[Block, TimeMention, str]]:
    for block in section.blocks:
        text = _SLASHED.sub(" ", block.text)
        for date in find_dates(text, scope.lexicon) if text != block.text else ():
            text = text[: date.start] + " " * (date.end - date.start) + text[date.end :]
        bare = section.field in ("time", "end_time") and not find_dates(block.text, scope.lexicon)
        yield from ((block, mention, rule) for mention in find_times(text, scope.lexicon, bare=bare))


def _closing_time(scope: Scope, date: DateValue | None) -> tuple[int, TimeMention] | None:
    """The time of "rapat ditutup pukul ..." and the offset it counts from, where no other day is spoken of."""
    for section in reversed(scope.sections.sections):
        for block in reversed(section.blocks):
            if block.table is not None or not _CLOSED.search(block.text):
                continue
            for span in scope.sentences(block):
                if found := _closed_at(scope, span, date):
                    return span.start, found
    return None


def _closed_at(scope: Scope, span: Span, date: DateValue | None) -> TimeMention | None:
    """The time at which a sentence says that the meeting ended."""
    text = scope.document.text[span.start : span.end].replace("\n", " ")
    closed = _CLOSED.search(text)
    if closed and closed.start() and not _MEETING.search(text, 0, closed.end()):
        return None
    if closed is None or OTHER_DAY.search(text, 0, closed.start()):
        return None
    days = {mention.day.isoformat() for mention in find_dates(text, scope.lexicon) if mention.day}
    if days and (date is None or date.start not in days):
        return None
    alone = len(text.split()) <= _CLOSED_ALONE  # "selesai 09.40"
    return next((each for each in find_times(text, scope.lexicon, bare=alone) if each.char_end > closed.start()), None)
