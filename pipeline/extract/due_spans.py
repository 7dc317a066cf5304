"""Points in time that are counted from a day: "5 hari kerja", "2 minggu setelah rapat", "H-3 survei"."""

import datetime as dt
import re
from collections.abc import Iterator

from notula.models.minutes import DueKind
from notula.pipeline.extract.dates_grammar import squashed
from notula.pipeline.extract.due_days import told_at
from notula.pipeline.extract.due_events import named_event
from notula.pipeline.extract.due_frame import Frame, Needs, Point
from notula.pipeline.extract.due_named import Reading, read_event
from notula.pipeline.extract.due_reckon import shift
from notula.pipeline.structure.opening_lines import DAY_NAME

# What the event of a meeting is called without its name ("seminggu sebelum hari H").
_MAIN = re.compile(r"\s*(?:hari[\s-]*H|(?:hari )?(?:acara|kegiatan|pelaksanaan)(?!\s+\w))(?!\w)", re.IGNORECASE)
_NUMBERED = re.compile(  # what a number may end: a name, the part of a thing
    r"(?<=[\s(])(?:[A-Z]\w+|versi|edisi|tahap|seri|jilid|bab|modul|draf|volume|gelombang|angkatan|kelas|blok)\s+$"
)
_WHICH = re.compile(r"\s+(?:depan|ini|dpn)\b")
_WEEKDAY = re.compile(rf"\s+{DAY_NAME}\b", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:setiap|tiap|tiap-tiap|saben)\s+$", re.IGNORECASE)
_AMOUNT = re.compile(r"\b(?:ke|menjadi|jadi)\s+$", re.IGNORECASE)
_APART = re.compile(r"\s*[,/]\s*")
_LONGEST = 3660  # a count beyond is no deadline


def days_from_event(frame: Frame) -> Iterator[Point]:
    """Days before or after an event: "H-3 X", "H-7 X (30 Juni)", "H-2" where the sentence dates one event, "T+5"."""
    for match in frame.grammar.spans.minus.finditer(frame.text):
        reading = read_event(frame.text, match.end(), frame.grammar, frame.mentions, frame.today)
        day, end = _event_day(frame, match.end(), reading)
        later = match["sign"].strip() in ("+", "plus")
        if match["now"]:
            day = frame.today  # "T+5": days after this one
        if day is None and _MAIN.fullmatch(reading.phrase):
            day = frame.prepared_day()
        if day is None and later and frame.grammar.spans.any_meeting.fullmatch(frame.text, match.end(), end):
            day = frame.today  # "H+3 rapat": of this meeting
        implied = day is None and not reading.phrase
        if implied:
            day = frame.only_day() or named_event(frame.text, frame.events, frame.grammar) or frame.main_day()
        count = int(match["n"]) * (1 if later else -1)
        working = bool(match["working"] or match["worked"])
        said = reading.day is not None and not reading.phrase
        bases = list(_own_days(frame, reading)) if reading.day is not None else []
        if any(shift(each, count, "day", working=working) == day for each in bases):
            count = 0  # "H-1 (17 Mei)", "H-1 pawai (17 Mei)" of what is on the 18th: the day itself
        elif said and day not in bases and _APART.match(frame.text, match.end()):
            count = 0  # "H-1, 17 Mei" of what no day is told of
        if day is not None:
            day = shift(day, count, "day", working=working)
        if implied and day is not None and frame.today is not None and day < frame.today:
            day = None  # another event is meant
        every = _EVERY.search(frame.text, 0, match.start())  # "setiap H-1" repeats
        start, day = (every.start(), None) if every else (match.start(), day)
        yield Point(start, end, day, DueKind.RELATIVE, "days_from_event")


def _event_day(frame: Frame, start: int, reading: Reading) -> tuple[dt.date | None, int]:
    """The day of the event that a deadline counts from, as it stands with its name or elsewhere; and where it ends."""
    day = reading.day or (frame.event_day(reading.phrase) if reading.phrase else None)
    told = told_at(frame, start, reading.end) if reading.phrase and reading.day is None else None
    return (day, reading.end) if told is None else (day or told.day, told.end)


def _own_days(frame: Frame, reading: Reading) -> Iterator[dt.date]:
    """The days that the minutes give the event elsewhere, one told without a name being any of them."""
    of_name = reading.phrase.split()[:1]
    yield from (day for name, day in frame.events if not of_name or of_name[0] in name.split())


def spans(frame: Frame) -> Iterator[Point]:
    """Spans of time: "5 hari kerja", "2 minggu lagi", "14 hari setelah rapat", "7 hari sebelum X"."""
    for match in frame.grammar.spans.span.finditer(frame.text):
        count = _span_count(match, frame)
        unit = frame.grammar.units[squashed(match["unit"])] if match["unit"] else "hour"
        if not count or count > _LONGEST:
            continue
        before = max(0, match.start() - 12), match.start()
        if frame.dates.date_tail.search(frame.text, *before) or _AMOUNT.search(frame.text, *before):
            continue  # "tanggal 5 bulan depan" is no five months, "menjadi 30 hari" no deadline
        if _NUMBERED.search(frame.text, *before) and _WHICH.match(frame.text, match.end()) and _names(match["nw"]):
            continue  # "di Kompi Dua pekan depan", "RT 3 minggu depan"
        if unit == "day" and _WEEKDAY.match(frame.text, match.end()):
            continue  # "versi 2 hari Jumat"
        working = bool(match["working"] or match["working_first"])
        if anchor := frame.grammar.spans.anchor.match(frame.text, match.end()):
            yield from _anchored(frame, match, anchor, (count, unit, working))
            continue
        ahead = frame.grammar.spans.ahead.match(frame.text, match.end())
        known = frame.today and (unit != "hour" or count >= 24)
        day = shift(frame.today, count, unit, working=working) if frame.today and known else None
        end = ahead.end() if ahead else match.end()
        needs = Needs.NOTHING if ahead else Needs.EDGE if working else Needs.LIMIT
        yield Point(match.start(), end, day, DueKind.RELATIVE, "working_days" if working else "span", needs)


def _names(word: str | None) -> bool:
    """Whether a number can belong to a name before it: in figures, or a word with a capital."""
    return word is None or word[:1].isupper()


def _span_count(match: re.Match[str], frame: Frame) -> int | None:
    if match["times"]:
        return int(match["times"]) * int(match["hours"])
    if match["one"]:
        return 1
    return int(match["n"]) if match["n"] else frame.dates.numbers.value(match["nw"])


def _anchored(
    frame: Frame, match: re.Match[str], anchor: re.Match[str], span: tuple[int, str, bool]
) -> Iterator[Point]:
    (count, unit, working), meetings = span, frame.grammar.spans
    if own := meetings.own_meeting.match(frame.text, anchor.end()):
        ahead = bool(anchor["after"])  # "2 hari sebelum rapat" means another meeting
        base = frame.today if ahead else frame.event_day(frame.text[anchor.end() : own.end()])
        day = shift(base, count if ahead else -count, unit, working=working) if base else None
        yield Point(match.start(), own.end(), day, DueKind.RELATIVE, "span_from_meeting", weak=not ahead)
        return
    reading = read_event(frame.text, anchor.end(), frame.grammar, frame.mentions, frame.today)
    base, end = _event_day(frame, anchor.end(), reading)
    if base is None and anchor["after"] and meetings.any_meeting.fullmatch(frame.text, anchor.end(), reading.end):
        base = frame.today  # "3 hari setelah forum": this one
    if base is None and (main := _MAIN.match(frame.text, anchor.end())):
        base, end = frame.prepared_day(), main.end()
    signed = count if anchor["after"] else -count
    day = shift(base, signed, unit, working=working) if base else None
    if day and frame.today and day < frame.today and not anchor["after"]:
        day = None  # another event is meant
    kind = DueKind.RELATIVE if day else DueKind.CONDITIONAL
    yield Point(match.start(), max(end, anchor.start()), day, kind, "span_from_event")
