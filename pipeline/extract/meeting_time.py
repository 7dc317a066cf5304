"""The time of day of the meeting.

- A labelled value counts before the title line, that before prose.
- A time's end is also taken from a label of its own ("Selesai: 11.30") and from "rapat ditutup pukul ...", "jam 22.00
  baru bubar", unless that sentence names another day; in the log of a chat from when the message was sent.
- Of several beginnings the actual one counts ("Dijadwalkan 09.00, dimulai 09.25").
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from notula.models.blocks import Block
from notula.models.minutes import DateValue, TimeValue
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.agreements import is_log
from notula.pipeline.extract.datelines import datelines
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.meeting_date import SLASHED
from notula.pipeline.extract.opening import BEGAN, HELD, OTHER_DAY, first_blocks, gathered, times_after_date
from notula.pipeline.extract.scope import UNJUDGED, Scope, Span
from notula.pipeline.extract.times import TimeMention, find_times
from notula.pipeline.structure.chat import MESSAGE

_OPENED = re.compile(r"\b(?:di ?buka|di ?mulai|mulai|berlangsung|pukul|pkl|jam)\b", re.IGNORECASE)
# What ends, so that "ditutup" behind it speaks of the meeting.
_MEETING = re.compile(
    r"\b(?:rapat|acara|kumpul\w*|pertemuan|musyawarah|sidang|rakor|forum|diskusi|kegiatan|meeting|pimpinan|ketua|"
    r"moderator|fasilitator|lokakarya|workshop|pleno|rembu[gk]\w*|kelas|obrolan|paruman|sangkep\w*|riungan|sawala"
    r"|gempungan|fgd|briefing|sarasehan|audiensi|paparan|pengarahan|pukul|jam|doa)\b",
    re.IGNORECASE,
)
# Meetings under names that nothing else has; a word or two may tell which ("rapat pra-RAT selesai").
_GATHERING = (
    r"(?:rapat|rpt|pertemuan|musyawarah|sidang|rakor\w*|meeting|forum|fgd|briefing|rembu[gk]\w*|sarasehan|audiensi)"
)
_OVER = r"(?:selesai|bubar|rampung|kelar|usai|beres|tutup|purna|berakhir)"
_NAMING = r"(?: (?!(?:belum|blm|tidak|tak|gak|harus|akan|wajib|bisa|boleh|mesti|yang|yg|lain\w*)\b)[\w-]+){1,2}:?"
_CLOSED = re.compile(
    r"\b(?:di ?tutup|(?:menutup|mengakhiri|menyudahi|tutup|akhiri|sudahi)"
    rf" (?:acara|kegiatan|diskusi|{_GATHERING})|selesai pada|(?:kami|kita|saya|sy) (?:tutup|akhiri|sudahi)"
    rf"|(?:acara|kumpul\w*|kegiatan|diskusi|{_GATHERING}) {_OVER}|{_GATHERING}{_NAMING} {_OVER}"
    rf"|(?:ditutup|berakhir|selesai)nya {_GATHERING}|penutupan {_GATHERING}|^(?:waktu|jam) penutupan|^{_OVER}"
    r"|^end of (?:the )?meeting|(?:closed|ended|adjourned)(?= at\b)"
    r"|berakhir|di(?:akhiri|sudahi)|di(?:rampung|cukup|selesai|bubar)kan|bubar)\b",
    re.IGNORECASE,
)
# "sebentar lagi, ...", "tidak ada pertanyaan lagi, ...": of no other meeting.
_NO_MORE = re.compile(r"\bsebentar lagi\b|\blagi\s*(?=,)", re.IGNORECASE)
_EVENING = re.compile(r"\b(?:malam|mlm)\b[^.;]{0,40}$", re.IGNORECASE)
_EVENING_OVER = re.compile(r"\b(?:pagi|siang|sore|malam|mlm|am|pm)\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"\s*(?:[-–—]|s/d|s\.d\.?|sd|sampai(?: dengan)?|sampe|hingga)\s*(?:(?:sekitar|kira-kira)\s+)?"
    r"(?:pukul|jam|pkl)?\.?\s*$",
    re.IGNORECASE,
)
# Behind a start: "11.30 (sesudah misa) – 13.00".
_ASIDE = re.compile(r"\s*\((?:(?!\d[.:]\d)[^()]){1,40}\)(?=\s*\S)")
_AND_ENDED = re.compile(
    r"\W*(?:dan|lalu|serta)?\s*(?:(?:di)?tutup|selesai|berakhir|diakhiri|bubar|rampung|kelar)\s*(?:pada\s+)?(?:pukul|jam|pkl)?\.?\s*",
    re.IGNORECASE,
)
_ENDS_AT = re.compile(
    r"\b(?:selesai|bubar|rampung|kelar|berakhir|di ?tutup|usai)\s+(?:(?:kira-kira|sekitar|kurang lebih|pada)\s+)?$",
    re.IGNORECASE,
)
# What the parties to a record did, below who they are: "telah melakukan pencocokan dari pukul 09.00 ...".
_DONE_HERE = re.compile(r"\W*telah\s+(?:me|di)[a-z]{5,}\b.{0,200}?\b(?:dari|mulai|sejak|pada) (?:pukul|jam|pkl)\b")
# What a sentence that may tell of the end holds.
_CLOSING = re.compile(
    r"utup|bubar|rampung|kelar|akhir|selesai|usai|beres|purna|cukupkan|sudahi|\bend|closed|adjourned", re.IGNORECASE
)
# Between a time and the word for the end behind it: "Pukul 13.05 rapat ditutup", "jam 22.00 baru bubar".
_THEN_CLOSED = re.compile(
    r"[\s:–—-]*(?:(?:baru|sudah|udah|sdh|akhirnya|rapat|acara|pertemuan|musyawarah|sidang|kegiatan|meeting|forum|diskusi"
    r"|pimpinan|ketua|moderator|pemimpin|beliau|menyatakan)\s+)*",
    re.IGNORECASE,
)
_RIGHT_BEHIND = re.compile(r"\s*(?:(?:kira-kira|sekitar|kurang lebih|pada)\s+)?", re.IGNORECASE)
_SCHEDULED = re.compile(
    r"\b(?:di ?jadwalkan|jadwal(?:nya)?|undangan(?:nya)?|rencana(?:nya)?|semula)\s*:?\s*(?:(?:pukul|jam|pkl)\.?\s*)?$",
    re.IGNORECASE,
)
# What a program that logs a chat writes first and last: "--- Log opened Mon May 05 20:02:11 2014".
_LOGGED = re.compile(
    r"\W*(?:log|session) (?:(?P<opened>opened|start(?:ed)?)|closed?|ended|end)\b\D.*?\s(?=\d{1,2}:\d\d:\d\d\s)",
    re.IGNORECASE,
)
_TOP = 14  # blocks
_CLOSED_ALONE = 4  # words that can only say when the meeting ended
_ACTUAL = re.compile(r"\baktual\b|\brealisasi\b", re.IGNORECASE)


def find_time(scope: Scope, date: DateValue | None) -> TimeValue | None:
    """The time of the meeting on its day, if the minutes give that; None where they tell no time."""
    labelled = _labelled_end(scope)
    closing = _closing_time(scope, date)
    ended = closing[0] + closing[1].char_start if closing else None
    candidates = _time_candidates(scope)
    found = next((each for each in candidates if each[0].start + each[1].char_start != ended), None)
    if found is None:
        told = closing or labelled
        return _only_end(scope, *told) if told else None
    if found[1].start is None:  # "habis asar (15.30 - 17.40)"
        found = next((each for each in _time_candidates(scope) if each[0] is found[0] and each[1].end), found)
    block, mention, rule = found
    start, end = block.start + mention.char_start, block.start + mention.char_end
    until = mention.end or (labelled[1].start if labelled else None)
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
        zone=mention.zone
        or (labelled[1].zone if labelled else None)
        or (last.zone if last and rule == "time_prose" else None),
        text=scope.text(start, end),
        confidence=UNJUDGED,
        evidence=scope.evidence(start, end, rule),
    )


def _labelled_end(scope: Scope) -> tuple[int, TimeMention] | None:
    """The time behind a label of its own for the end ("Selesai: 11.30") and the offset it counts from."""
    for section in scope.field("end_time"):
        for block, mention, _ in _times_of(scope, section, "time_label"):
            return block.start, mention
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
        if until or _AND_ENDED.fullmatch(gap, aside.end() if aside else 0):
            return later
    return None


def _time_candidates(scope: Scope) -> Iterator[tuple[Block, TimeMention, str]]:
    labelled = list(scope.field("time"))
    labelled.sort(key=lambda section: not (section.heading and _ACTUAL.search(section.heading.text)))
    for section in labelled:
        yield from _times_of(scope, section, "time_label")
    for section in scope.field("date", "place"):
        yield from _times_of(scope, section, "time_label")
    first = list(first_blocks(scope, 2 * _TOP, (SectionKind.CLOSING,)))
    top = [block for block in first[:_TOP] if block.table is None]
    for block in top[:1]:
        yield from ((block, mention, "time_title") for mention in _logged(scope, block, opened=True))
    for block in top[:8]:
        if len(block.text) < 200:
            yield from (
                (block, mention, "time_title")
                for mention in find_times(block.text, scope.lexicon)
                if not _OPENED.search(block.text) or find_dates(block.text, scope.lexicon, lenient=True)
            )
    for block in top[:8]:
        yield from ((block, mention, "time_title") for mention in times_after_date(scope, block))
    yield from _dateline_times(scope)
    for at, block in enumerate(first):
        told = at < _TOP and (HELD.search(block.text) or BEGAN.search(block.text))
        if block.table is None and (told or _DONE_HERE.match(block.text)):
            yield from ((block, mention, "time_prose") for mention in find_times(block.text, scope.lexicon))
    for block, start, text in gathered(scope):
        for mention in find_times(text, scope.lexicon):
            begin, end = start + mention.char_start, start + mention.char_end
            yield block, replace(mention, char_start=begin, char_end=end), "time_prose"


def _dateline_times(scope: Scope, *, ends: bool = False) -> Iterator[tuple[Block, TimeMention, str]]:
    """The times of the opening's datelines: those behind a word for the end, or all others."""
    for line in datelines(scope):
        offset = line.span.start - line.block.start
        for mention in find_times(scope.text(*line.span), scope.lexicon, bare=True):
            begin, end = offset + mention.char_start, offset + mention.char_end
            if ends == (_ENDS_AT.search(line.block.text, 0, begin) is not None):
                yield line.block, replace(mention, char_start=begin, char_end=end), "time_title"


def _times_of(scope: Scope, section: Section, rule: str) -> Iterator[tuple[Block, TimeMention, str]]:
    for block in section.blocks:
        text = SLASHED.sub(" ", block.text)
        for date in find_dates(text, scope.lexicon) if text != block.text else ():
            text = text[: date.start] + " " * (date.end - date.start) + text[date.end :]
        bare = section.field in ("time", "end_time") and not find_dates(block.text, scope.lexicon)
        found = sorted(find_times(text, scope.lexicon, bare=bare), key=lambda each: _is_scheduled(text, each))
        yield from ((block, mention, rule) for mention in found)
        if section.field == "date":
            yield from ((block, mention, rule) for mention in times_after_date(scope, block))


def _is_scheduled(text: str, mention: TimeMention) -> bool:
    """Whether a time is said to be only when the meeting was meant to begin."""
    return _SCHEDULED.search(text, 0, mention.char_start) is not None


def _logged(scope: Scope, block: Block, *, opened: bool) -> Iterator[TimeMention]:
    """The time at which the log of a chat says that it was opened, or closed."""
    match = _LOGGED.match(block.text)
    if match is not None and opened == (match["opened"] is not None):
        for mention in find_times(block.text[match.end() :], scope.lexicon, bare=True)[:1]:
            begin, end = match.end() + mention.char_start, match.end() + mention.char_end
            yield replace(mention, char_start=begin, char_end=end)


def _closing_time(scope: Scope, date: DateValue | None) -> tuple[int, TimeMention] | None:
    """The time of "rapat ditutup pukul ..." and the offset it counts from, where no other day is spoken of."""
    for section in reversed(scope.sections.sections):
        for block in reversed(section.blocks):
            if logged := next(_logged(scope, block, opened=False), None):
                return block.start, logged
            if block.table is not None or not _CLOSING.search(block.text):
                continue
            for span in scope.sentences(block):
                sent = None if is_log(section) else _sent_at(scope, block, span)
                if found := _closed_at(scope, span, date) or sent:
                    return span.start, found
    return next(((block.start, mention) for block, mention, _ in _dateline_times(scope, ends=True)), None)


def _closed_at(scope: Scope, span: Span, date: DateValue | None) -> TimeMention | None:
    """The time at which a sentence says that the meeting ended."""
    text = scope.document.text[span.start : span.end].replace("\n", " ")
    closed = _CLOSED.search(text)
    if closed and closed.start() and not _MEETING.search(text, 0, closed.end()):
        return None
    if closed is None or OTHER_DAY.search(_NO_MORE.sub("", text[: closed.start()])):
        return None
    days = {mention.day.isoformat() for mention in find_dates(text, scope.lexicon) if mention.day}
    if days and (date is None or date.start not in days):
        return None
    alone = len(text.split()) <= _CLOSED_ALONE  # "selesai 09.40"
    sure = find_times(text, scope.lexicon)
    for each in find_times(text, scope.lexicon, bare=True):
        told = alone or each in sure or not text[: each.char_start].strip()
        if each.char_end > closed.start():
            if told or _RIGHT_BEHIND.fullmatch(text, closed.end(), each.char_start):
                return each
        elif told and _THEN_CLOSED.fullmatch(text, each.char_end, closed.start()):
            return each
    return None


def _sent_at(scope: Scope, block: Block, span: Span) -> TimeMention | None:
    """When the message of a chat was sent that says that the meeting is over."""
    head = MESSAGE.match(block.text)
    if head is None or head["at"] is None:
        return None
    closed = _CLOSED.search(block.text, span.start - block.start, span.end - block.start)
    times = find_times(head["at"], scope.lexicon, bare=True) if closed else ()
    begin, end = (block.start - span.start + at for at in head.span("at"))
    return replace(times[0], char_start=begin, char_end=end) if times else None
