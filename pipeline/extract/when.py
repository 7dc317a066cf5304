"""When and where the meeting was: date, time, place, mode.

- A labelled value counts before the title line, that before prose ("pada hari ini ... bertempat di ...").
- A time's end is also taken from "rapat ditutup pukul ...", unless that sentence names another day.
- Where weekday and date disagree the date counts and an issue says so.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from notula.models.blocks import Block
from notula.models.issue import Note
from notula.models.minutes import DateValue, Mode, TextValue, TimeValue
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.dates import DateMention, find_dates
from notula.pipeline.extract.seen import sentence_end
from notula.pipeline.extract.scope import Scope, Span, word_pattern
from notula.pipeline.extract.times import TimeMention, find_times

_HELD = re.compile(
    r"\b(?:pada hari|hari ini|hari/tanggal|pada tanggal|hari\b.{0,20}\btanggal|bertempat|dilaksanakan|diselenggarakan)",
    re.IGNORECASE,
)
_OPENED = re.compile(r"\b(?:di ?buka|di ?mulai|mulai|berlangsung|pukul|pkl|jam)\b", re.IGNORECASE)
_MEETING = re.compile(
    r"\b(?:rapat|acara|kumpul\w*|pertemuan|musyawarah|sidang|rakor|forum|diskusi|kegiatan|meeting|pimpinan|ketua|moderator|pukul|jam|doa)\b",
    re.IGNORECASE,
)
_BEGAN = re.compile(r"\b(?:di ?buka|di ?mulai|berlangsung)\b", re.IGNORECASE)
_CLOSED = re.compile(
    r"\b(?:di ?tutup|selesai pada|(?:rapat|acara|kumpul\w*|pertemuan|musyawarah|sidang) (?:selesai|bubar)|^selesai"
    r"|berakhir|diakhiri|bubar)\b",
    re.IGNORECASE,
)
_GATHERED = re.compile(
    r"\b(?:di ?pimpin|di ?hadiri|di ?ikuti|diadakan|digelar|dilangsungkan|berkumpul|kumpul|(?:yang|yg) (?:hadir|datang))\b",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(
    r"\b(?:berikutnya|selanjutnya|mendatang|besok|lusa|kemarin|lalu|akan|depan|lagi|deadline|paling lambat)\b", re.IGNORECASE
)
_LIMIT = re.compile(
    r"\b(?:paling (?:lambat|lama|telat)|selambat\S*|sebelum|sblm|sampai(?: dengan)?|hingga|maks\w*\.?|deadline|tenggat|target|per|sejak"
    r"|mulai|berikutnya|selanjutnya|plg lambat)\s+(?:hari\s+)?(?:tanggal\s+|tgl\.?\s+)?$",
    re.IGNORECASE,
)
_STARTS = re.compile(r"[\s,:–—-]*(?:(?:di)?mulai|start)?[\s,:–—-]*", re.IGNORECASE)
_UNTIL = re.compile(r"\s*(?:[-–—]|s/d|s\.d\.?|sd|sampai(?: dengan)?|hingga)\s*(?:pukul|jam|pkl)?\.?\s*$", re.IGNORECASE)
_AT = re.compile(
    r"\b(?:bertempat(?:\s+di)?|berlokasi\s+di|bertempatan\s+di|dilaksanakan\s+(?:di|melalui|via|secara)|diselenggarakan\s+(?:di|melalui|via))\s+",
    re.IGNORECASE,
)
_AT_END = re.compile(
    r"(?:,\s*|\s+)(?:(?:telah|sudah|akan|dengan|dimulai|pada\s+(?:hari|tanggal|pukul)|pukul|jam|(?:yang|yg)\s+(?:hadir|datang|ikut)|hadir|di ?pandu|di ?catat|di ?ikuti|dari\s+(?:jam|pukul)|mulai|yang\s+di|dihadiri|dipimpin|"
    r"diselenggarakan|dilaksanakan|kami|maka|untuk|guna|dalam rangka)\b|[.;]\s*$|;\s)",
    re.IGNORECASE,
)
_IN = re.compile(r"\s+di\s+")
_BEHIND = re.compile(r"\s*(?:[|/]|,?\s*(?:bertempat\s+)?di\b|,?\s*via\b|[-–—])\s*", re.IGNORECASE)
_LISTED = re.compile(r"\s*,\s*")
_LINK = re.compile(
    r"\s*(?:[-–—:|,(]\s*)*(?:https?://\S+|www\.\S+|\(?\s*(?:meeting\s*id|id\s*(?:rapat|meeting|zoom)|passcode|password|kata sandi|link|tautan)\b.*)",
    re.IGNORECASE,
)
_LONGEST_LINE = 160
_ACTUAL = re.compile(r"\baktual\b|\brealisasi\b", re.IGNORECASE)


class When(NamedTuple):
    """Date, time, place and mode, and what is to be said about them."""

    date: DateValue | None
    time: TimeValue | None
    place: TextValue | None
    mode: Mode | None
    notes: tuple[Note, ...]


def find_when(scope: Scope) -> When:
    """When and where the meeting was; None for what the minutes do not say."""
    date, notes = _date(scope)
    place = _place(scope)
    time = _time(scope, date)
    return When(date, time, place, _mode(scope, place), tuple(notes))


# date


def _date(scope: Scope) -> tuple[DateValue | None, list[Note]]:
    for block, mention, rule in _date_candidates(scope):
        if mention.day is None:
            continue
        start, end = block.start + mention.start, block.start + mention.end
        notes = []
        if mention.weekday_agrees is False:
            notes.append(Note("H001", (("text", mention.text),), start, end))
        value = DateValue(
            start=mention.day.isoformat(),
            end=mention.end_day.isoformat() if mention.end_day else None,
            text=scope.text(start, end),
            confidence=0.97 if rule == "date_label" else 0.9,
            evidence=scope.evidence(start, end, rule),
        )
        return value, notes
    return None, []


def _date_candidates(scope: Scope) -> Iterator[tuple[Block, DateMention, str]]:
    for section in scope.field("date", "time", "place"):
        for block in section.blocks:
            yield from ((block, mention, "date_label") for mention in find_dates(block.text, scope.lexicon))
    for at, block in enumerate(_first_blocks(scope, 12)):
        if block.table is not None:
            continue
        short = at < 8 and len(block.text) < 200
        found = find_dates(block.text, scope.lexicon, lenient=short and len(block.text) < 100)
        held = _HELD.search(block.text)
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


def _is_deadline(text: str, mention: DateMention) -> bool:
    """Whether the words before a date make it a limit or another day rather than the day of the meeting."""
    return _LIMIT.search(text, 0, mention.start) is not None


def _first_blocks(scope: Scope, count: int) -> Iterator[Block]:
    """The first blocks of the minutes in reading order, headings included, without labelled fields."""
    for section in scope.sections.sections:
        if section.kind is SectionKind.HEADER and section.field is not None:
            continue
        for block in ([section.heading] if section.heading else []) + list(section.blocks):
            if count == 0:
                return
            count -= 1
            yield block


# time


def _time(scope: Scope, date: DateValue | None) -> TimeValue | None:
    found = next(_time_candidates(scope), None)
    closing = _closing_time(scope, date)
    if found is None:
        return _only_end(scope, *closing) if closing else None
    block, mention, rule = found
    start, end = block.start + mention.char_start, block.start + mention.char_end
    until = mention.end
    if until is None and mention.start is None and (later := _end_behind(scope, block, mention)):
        until, end = later.start, block.start + later.char_end
    last = closing[1] if closing else None
    if until is None and last is not None and last.start and last.start > (mention.start or ""):
        until = last.start
    return TimeValue(
        start=mention.start,
        end=until,
        zone=mention.zone or (last.zone if last and rule == "time_prose" else None),
        text=scope.text(start, end),
        confidence=0.96 if rule == "time_label" else 0.85,
        evidence=scope.evidence(start, end, rule),
    )


def _only_end(scope: Scope, offset: int, mention: TimeMention) -> TimeValue:
    """The time of minutes that tell only when the meeting ended."""
    start, end = offset + mention.char_start, offset + mention.char_end
    evidence = scope.evidence(start, end, "time_closing")
    return TimeValue(
        start=None, end=mention.start, zone=mention.zone, text=scope.text(start, end), confidence=0.8, evidence=evidence
    )


def _end_behind(scope: Scope, block: Block, mention: TimeMention) -> TimeMention | None:
    """The time up to which a meeting lasted that began after a prayer ("ba'da Isya s.d. 22.15")."""
    for later in find_times(block.text, scope.lexicon, bare=True):
        if later.char_start >= mention.char_end and _UNTIL.fullmatch(block.text[mention.char_end : later.char_start]):
            return later
    return None


def _time_candidates(scope: Scope) -> Iterator[tuple[Block, TimeMention, str]]:
    labelled = list(scope.field("time"))
    labelled.sort(key=lambda section: not (section.heading and _ACTUAL.search(section.heading.text)))
    for section in labelled:
        yield from _times_of(scope, section, "time_label")
    for section in scope.field("date", "place"):
        yield from _times_of(scope, section, "time_label")
    top = [block for block in _first_blocks(scope, 14) if block.table is None]
    for block in top[:8]:
        if len(block.text) < 200:
            yield from (
                (block, mention, "time_title")
                for mention in find_times(block.text, scope.lexicon)
                if not _OPENED.search(block.text) or find_dates(block.text, scope.lexicon, lenient=True)
            )
    for block in top[:8]:
        yield from ((block, mention, "time_title") for mention in _after_date(scope, block))
    for block in top:
        if _HELD.search(block.text) or _BEGAN.search(block.text):
            yield from ((block, mention, "time_prose") for mention in find_times(block.text, scope.lexicon))
    for block, start, text in _gathered(scope):
        for mention in find_times(text, scope.lexicon):
            begin, end = start + mention.char_start, start + mention.char_end
            yield block, replace(mention, char_start=begin, char_end=end), "time_prose"


def _after_date(scope: Scope, block: Block) -> Iterator[TimeMention]:
    """The time that follows the date on a line without a word for it ("Sabtu, 20 Juli, mulai 20.00")."""
    if len(block.text) >= _LONGEST_LINE:
        return
    for date in find_dates(block.text, scope.lexicon, lenient=True):
        gap = _STARTS.match(block.text, date.end)
        at = gap.end() if gap else date.end
        for mention in find_times(block.text, scope.lexicon, bare=True):
            if at > date.end and mention.char_start == at:
                yield mention


def _gathered(scope: Scope) -> Iterator[tuple[Block, int, str]]:
    """The first sentences that tell of this meeting ("Rapat dipimpin oleh ..."), each with its offset in the block."""
    for block in list(_first_blocks(scope, 14))[:6]:
        for span in scope.sentences(block) if block.table is None and block.kind != "item" else ():
            start, end = span.start - block.start, span.end - block.start
            text = block.text[start:end]
            if (_GATHERED.search(text) or _BEGAN.search(text) or _HELD.search(text)) and not _OTHER_DAY.search(text):
                yield block, start, text


def _times_of(scope: Scope, section: Section, rule: str) -> Iterator[tuple[Block, TimeMention, str]]:
    for block in section.blocks:
        bare = section.field == "time" and not find_dates(block.text, scope.lexicon)
        yield from ((block, mention, rule) for mention in find_times(block.text, scope.lexicon, bare=bare))


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
    if closed and closed.start() and not _MEETING.search(text, 0, closed.start()):
        return None
    if closed is None or _OTHER_DAY.search(text, 0, closed.start()):
        return None
    days = {mention.day.isoformat() for mention in find_dates(text, scope.lexicon) if mention.day}
    if days and (date is None or date.start not in days):
        return None
    return next((each for each in find_times(text, scope.lexicon) if each.char_end > closed.start()), None)


# place


def _place(scope: Scope) -> TextValue | None:
    for span, rule, confidence in _place_candidates(scope):
        text = scope.text(*span)
        if text and any(ch.isalnum() for ch in text):
            return TextValue(text=text, confidence=confidence, evidence=scope.evidence(*span, rule))
    return None


def _place_candidates(scope: Scope) -> Iterator[tuple[Span, str, float]]:
    for section in scope.field("place"):
        if section.blocks and (span := _place_value(scope, section)):
            yield span, "place_label", 0.95
    for section in scope.field("date", "time"):
        for block in section.blocks:
            yield from ((span, "place_with_date", 0.8) for span in _after_when(scope, block))
    head = word_pattern(scope.lexicon.cues.place_head)
    for block in _first_blocks(scope, 14):
        if block.table is not None:
            continue
        if match := _AT.search(block.text):
            yield _place_from(scope, block, match.end()), "place_prose", 0.85
        if len(block.text) < _LONGEST_LINE:
            yield from ((span, "place_with_date", 0.8) for span in _after_when(scope, block))
        if len(block.text.split()) <= 10 and head.match(block.text) and block.kind != "item":
            yield Span(block.start, block.end), "place_line", 0.75
    for block, start, text in _gathered(scope):
        for match in _IN.finditer(text):
            timed = any(each.char_end == match.start() for each in find_times(text, scope.lexicon))
            if timed or head.match(text, match.end()):
                yield _place_from(scope, block, start + match.end()), "place_prose", 0.8


def _place_from(scope: Scope, block: Block, start: int) -> Span:
    """A place that starts at an offset of a block, up to the words that begin something else."""
    last = sentence_end(scope, block, start)
    end = _AT_END.search(block.text, start, last)
    text = block.text[start : end.start() if end else last].rstrip(" .,")
    return Span(block.start + start, block.start + start + len(text))


def _place_value(scope: Scope, section: Section) -> Span | None:
    """The value of a place label: its blocks up to a link, a meeting ID or a password."""
    start, end = section.blocks[0].start, section.blocks[min(len(section.blocks), 3) - 1].end
    text = scope.document.text[start:end].replace("\n", " ")
    link = _LINK.search(text)
    stop = link.start() if link else len(text)
    kept = text[:stop].rstrip(" ,;(|-–—\t")
    return Span(start, start + len(kept)) if kept.strip() else None


def _after_when(scope: Scope, block: Block) -> Iterator[Span]:
    """What follows date and time on a line, behind a bar or a dash or "di"; a place's first word needs but a comma."""
    dates = find_dates(block.text, scope.lexicon)
    bare = list(_after_date(scope, block))
    ends = [mention.end for mention in dates]
    ends += [mention.char_end for mention in (*find_times(block.text, scope.lexicon), *bare)]
    if len(ends) < 1:
        return
    rest = block.text[max(ends) :]
    match = _BEHIND.match(rest) or (_LISTED.match(rest) if dates else None)
    if match is None:
        return
    head = word_pattern(scope.lexicon.cues.place_head)
    if match.re is _LISTED and not head.match(rest, match.end()):
        return
    start = max(ends) + match.end()
    last = rest.find("|", match.end())
    found = _place_from(scope, block, start)
    end = min(found.end, block.start + max(ends) + last) if last >= 0 else found.end
    text = scope.document.text[found.start : end].rstrip(" .,")
    if len(text) > 2:
        yield Span(found.start, found.start + len(text))


def _mode(scope: Scope, place: TextValue | None) -> Mode | None:
    """Online, onsite or both, by the words of the place (and of the attendance)."""
    if place is None:
        return None
    text = place.text
    online = word_pattern(scope.lexicon.cues.online).search(text) is not None
    onsite = word_pattern(scope.lexicon.cues.onsite).search(text) is not None
    attendance = " ".join(
        section.heading.text for section in scope.sections.of(SectionKind.ATTENDEES) if section.heading
    )
    online_too = re.search(r"\b(?:daring|online|zoom|virtual)\b", attendance, re.IGNORECASE) is not None
    if (online or online_too) and onsite:
        return Mode.HYBRID
    if online:
        return Mode.ONLINE
    return Mode.ONSITE if onsite else None
