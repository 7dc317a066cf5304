"""Judges whether a point in time is a deadline, by the words beside it.

- after a limit word ("paling lambat", "sebelum", "target") it is the deadline
- wordings that can hardly be anything else ("besok", "minggu depan", "H-3 survei") need nothing beside them
- a plain date needs a place where deadlines stand: after "tanggal", "pada", a comma or a dash, in a bracket, at the end
- "laporan bulan Maret", "SK tanggal 1 Maret", "sudah dibagikan tanggal 8", "sejak 2012" describe and are no deadline
- a date in a reason ("karena tgl 14 ...") is none, and after a limit word only if there is no other
- a start ("mulai 1 Juli"), a repetition, a condition and a vague word have no day
"""

import datetime as dt
import re
from dataclasses import dataclass, replace

from notula.models.minutes import DueKind
from notula.pipeline.extract.dates_grammar import squashed
from notula.pipeline.extract.due_frame import LEFT_WIDTH, Frame, Needs, Point
from notula.pipeline.extract.due_reckon import weekday_of_week

LIMITED, PLAIN, PLACED, DOUBTFUL = 4, 3, 2, 1  # how surely a point is the deadline
_SO_NEAR = 8  # characters before a word in which "sudah" stands right before it
_SENTENCE = 400  # characters before a point in which the rest of its sentence is looked for
_CLOSED = re.compile(r"[\s\"”'’*]*(?:$|[)\].,;:(|]|[-–—]\s)")
_MARKED = re.compile(r"(?:[,;:(\[=|>]|(?:^|\s)[-–—→]+|\s/(?=\s))\s*[*\"“]*(?:(?<=[,;(]\s)jangka waktu\s+)?$")
_THROUGHOUT = re.compile(r"(?<!\w)(?:selama|sepanjang)\s+$", re.IGNORECASE)
_BRACKETED = re.compile(r"([^\W_]+)\s*\([^()]*\)\s+$")  # "Cat pagar (Seksi Sarana) bulan Juli"
_THEREFORE = re.compile(r"\s+(?:itu|tersebut|hal (?:itu|tersebut))\b", re.IGNORECASE)  # "oleh karena itu": no reason
_CLAUSE_START = re.compile(r"[.;(](?=\s|$|\w)|[,:–—](?=\s)")
_LAST_WORD = re.compile(r"([^\W_]+)\s+$")
_PASSIVE = re.compile(r"(?<!\w)di[a-z]{4,}\s+$", re.IGNORECASE)  # "dikirim Januari 2021"
_BY_WHICH_WAY = re.compile(r"\s+(?:via|lewat|by)\s+[^\W\d]", re.IGNORECASE)  # "kirim Jumat via email"
_THEN = re.compile(r"^\s*(?:lalu|kemudian)\s", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:yang|yg)\s+(?:sudah|telah|sdh|tlh|udah|pernah)\b", re.IGNORECASE)
_DONE_BY = re.compile(r"\s+(?:di[a-z]{4,}|sudah|udah|sdh)\b", re.IGNORECASE)  # "Selasa dikembalikan"
_EVERY = re.compile(r"\b(?:setiap|tiap|saben)\b", re.IGNORECASE)
_OFTEN = re.compile(r"\b(?:(?:se)?tiap|saben|sekali|rutin|kali)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"antara", re.IGNORECASE)  # "antara tanggal 1 sampai 5 Juli"
_NEARING = re.compile(r"\b(?:menjelang|jelang|menuju|setelah|sesudah)\s+$", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SOON, _LATELY = 60, 183  # days
_AFTERWARDS = re.compile(  # "hari ini sesudah rapat"
    r"\s+(?:sesudah|setelah|seusai|selepas|usai|sehabis|habis)\s+\w+(?:\s+\w+)?\s*(?:[.,;)]|$)", re.IGNORECASE
)
_LAST_WEEKS = re.compile(
    r"(?:\d{1,2}|satu|dua|tiga|empat)\s*(?:(?:minggu|pekan|mgg)\s*[.)]*|(?:hari|bulan|bln)\s*\)[.;]?)\s*$"
    r"|se(?:minggu\s*[.)]*|bulan\s*\)[.;]?)\s*$"
    r"|\d\s*[x×]\s*(?:24|48|72)\s*jam\s*[.);]*\s*$|\d{1,3}(?:\s*\([^()]{2,20}\))?\s*hari\s+kalender\s*[.);]*\s*$",
    re.IGNORECASE,
)
_CLAUSES = {"condition", "after", "before_event"}
_PERIODS = {"month", "quarter", "relative_month", "week"}


@dataclass(frozen=True)
class Judged:
    """A point that is a deadline: where its words begin, its day and kind, how surely it is one (4 to 1)."""

    start: int
    point: Point
    day: dt.date | None
    kind: DueKind
    strength: int


@dataclass(frozen=True)
class _Left:
    """The words of time that lead to a point: where they begin, where those of the deadline itself do, all of them."""

    begin: int
    start: int
    words: str

    @property
    def empty(self) -> bool:
        return not self.words


def judge(point: Point, frame: Frame, *, cell: bool) -> Judged | None:
    """The deadline that a point is; None where it is none. In a deadline ``cell`` nearly every point is one."""
    if point.rule == "rate" and not cell:
        return None  # "bersidang dua kali setahun" tells of a custom
    context = frame.grammar.context
    left = _left_of(point, frame)
    before = frame.text[max(0, left.begin - LEFT_WIDTH) : left.begin]
    if point.day is None and (point.rule in _CLAUSES or point.weak):
        return _undated(point, frame, left)
    limited = context.limit.search(left.words) is not None  # "yang belum bertanggal selesai paling lambat X"
    since = context.since_tail.search(before)
    if not point.ranged and not limited and since and not _out_by(point, frame, before[: since.start()]):
        return None
    if point.ranged and context.spanned_tail.search(before):
        return None
    starting = context.start_tail.search(before) or (context.begun_tail.search(before) if left.empty else None)
    if not point.ranged and starting:
        return Judged(left.begin - len(before) + starting.start(), point, None, DueKind.VAGUE, DOUBTFUL)
    strength = _strength(point, frame, left, cell=cell)
    if not strength:
        return None
    start = left.start
    point = _with_limit_behind(point, frame)
    near = context.limit.search(left.words)
    if strength == LIMITED and not near and (far := _far_limit(frame, left)):
        start = far.start()
    around = context.around_tail.search(before)
    if around and not (point.ranged and _BETWEEN.match(around[0])):
        return Judged(left.begin - len(before) + around.start(), point, None, DueKind.VAGUE, strength)
    if context.either_tail.search(before) and not near:  # but "hari ini atau paling lambat besok"
        return Judged(start, point, None, DueKind.VAGUE, strength)
    if cell and point.rule in _PERIODS and left.empty and _LAST_WORD.search(before):
        return Judged(start, point, None, DueKind.VAGUE, strength)  # "Posyandu bulan depan": which day is not said
    if point.rule in _PERIODS and context.before_tail.search(left.words):
        return _before_period(start, point, strength, frame)
    return Judged(start, point, point.day, point.kind, strength)


def _with_limit_behind(point: Point, frame: Frame) -> Point:
    """A point with the limit word that stands behind it at the end of its clause ("Sabtu paling lambat")."""
    behind = frame.grammar.context.limit_head.match(frame.text, point.end)
    return replace(point, end=point.end + len(behind[0].rstrip(").,;! "))) if behind else point


def _out_by(point: Point, frame: Frame, before: str) -> bool:
    """Whether a day to come is one by which something is to be out ("laporannya sudah terbit akhir Juni 2023")."""
    if frame.grammar.context.finish_tail.search(before):  # "selesai per 31 Maret"
        return point.day is not None and frame.today is not None and point.day > frame.today
    told = frame.grammar.context.past.search(before, max(0, len(before) - _SO_NEAR))
    return told is not None and _is_near(point, frame)


def _before_period(start: int, point: Point, strength: int, frame: Frame) -> Judged:
    """What must be done before a period: the day before it; where it is said to end, its last day."""
    over = frame.grammar.context.over_head.match(frame.text, point.end)
    if over is None:
        return Judged(start, point, point.eve, point.kind, strength)
    day = weekday_of_week(point.day, 7) if point.day and point.rule == "week" else point.day
    return Judged(start, replace(point, end=over.end()), day, point.kind, strength)


def _left_of(point: Point, frame: Frame) -> _Left:
    match = frame.grammar.context.left.search(frame.text, max(0, point.start - LEFT_WIDTH), point.start)
    if not match:
        return _Left(point.start, point.start, "")
    return _Left(match.start(), match.start("loud"), match[0])


def _undated(point: Point, frame: Frame, left: _Left) -> Judged | None:
    """A condition, a repetition or a vague word, unless it heads a topic ("Doa sebelum makan: Pak Haji")."""
    after = frame.text[point.end :].lstrip(" )]*")
    if point.rule in _CLAUSES and after.startswith(":"):
        return None
    hard = bool(frame.grammar.context.strict.search(left.words))
    return Judged(left.start, point, None, point.kind, LIMITED if hard else DOUBTFUL)


def _strength(point: Point, frame: Frame, left: _Left, *, cell: bool) -> int | None:
    context = frame.grammar.context
    gone = bool(frame.today and point.day and point.day < frame.today) or point.passed
    reason = _in_reason(frame, left)
    closed = _closed(point, frame)
    told = context.limit.search(left.words) or context.limit_head.match(frame.text, point.end)
    if told or _far_limit(frame, left):
        return PLACED if reason else LIMITED
    if context.announce.search(left.words) and (closed or point.rule not in _PERIODS):
        return PLACED if reason else LIMITED  # but not "target TW III sebesar 80%"
    if context.until.search(left.words):
        if gone or reason or _so_far(point, frame, left):
            return None
        before = (frame.text, max(0, left.begin - LEFT_WIDTH), left.begin)
        if point.rule in _PERIODS and context.month_tail.search(*before):
            return PLACED  # "rekaman bulan April sampai Juni" may say what is handed over
        thing = context.relative_tail.search(*before)
        return LIMITED if not thing else None if point.rule in _PERIODS else PLACED  # "pegawai yang pensiun s/d Juni"
    if cell:
        return PLAIN
    told_past = point.needs > Needs.NO_NOUN and not _is_near(point, frame) and _is_past(frame, left)
    if reason or told_past or context.number_tail.search(frame.text, max(0, left.begin - LEFT_WIDTH), left.begin):
        return None
    if context.times_tail.search(frame.text, max(0, left.begin - LEFT_WIDTH), left.begin):
        return None  # "dua kali dalam sehari"
    if context.within.search(left.words) and point.needs is not Needs.MARK and not gone:
        return LIMITED
    return _by_place(point, frame, left, gone=gone)


def _by_place(point: Point, frame: Frame, left: _Left, *, gone: bool) -> int | None:
    """How surely a point without limit word is a deadline, by what it needs beside it."""
    context = frame.grammar.context
    before = frame.text[max(0, left.begin - LEFT_WIDTH) : left.begin]
    marked, closed = bool(_MARKED.search(before[-25:])), _closed(point, frame)
    place = bool(context.place.search(left.words))
    finish = bool(left.words and context.finish.search(left.words))  # "laporan selesai bulan depan"
    described = not place and not finish and _after_noun(before, frame)
    if point.needs is Needs.NOTHING:
        return PLAIN
    if point.rule == "weekday" and not gone and (sure := _sure_weekday(point, frame, before, marked=marked)):
        return sure
    if point.needs is Needs.TODAY:
        about = described or context.relative_tail.search(before)
        closed = closed or _AFTERWARDS.match(frame.text, point.end) is not None
        return PLACED if closed and before.strip() and not about else None
    if point.needs is Needs.NO_NOUN:
        inside = point.rule == "end_of_period" and left.empty and not (closed or marked) and before.strip()
        if described and closed and point.rule == "week" and context.meeting_tail.search(before):
            return PLACED  # "hasilnya dibawa ke rapat minggu depan"
        return None if described else PLAIN if point.day and not inside else PLACED  # "kas akhir tahun oleh X, Senin"
    if gone:
        return None
    if point.needs is Needs.MARK:
        told = not left.empty or point.rule in ("day_of_month", "weekday")
        told = told or (point.ranged and context.start_tail.search(before) is not None)  # "mulai 21 s.d. 27 Maret"
        if (described and not (closed and point.day)) or (left.empty and _is_about(before, frame)):
            return None
        return PLACED if told or marked or closed or not before.strip() else None
    occasion = closed and _on_occasion(point, frame, before, described=described)
    whole = point.rule == "month" and closed and _THROUGHOUT.search(before) is not None  # "sepanjang Februari"
    place = place or (whole and not _OFTEN.search(before))
    if point.rule in _PERIODS and (place or (closed and finish) or _PASSIVE.search(before) or occasion):
        return PLACED
    bracketed = _BRACKETED.search(before)
    marked = marked or (bracketed is not None and squashed(bracketed[1]) not in frame.grammar.described)
    if point.rule == "day_h":
        return PLACED if closed and not described and not _NEARING.search(before) else None
    told = marked or (place and point.rule == "weekday" and not described)
    weeks = _LAST_WEEKS.match(frame.text, point.start) is not None  # "cari tukang, 1 minggu"
    if told and closed and (point.rule != "span" or weeks):
        return PLACED
    alone = point.rule == "weekday" and closed and point.day is not None and before.strip()
    return DOUBTFUL if alone and not described and not _EVERY.search(before) else None


def _sure_weekday(point: Point, frame: Frame, before: str, *, marked: bool) -> int | None:
    """How surely a weekday is a deadline where a verb beside it tells so ("Senin harus selesai", "dikirim Rabu")."""
    context = frame.grammar.context
    if context.must_head.match(frame.text, point.end):
        return PLAIN
    if marked and _DONE_BY.match(frame.text, point.end):
        return PLACED
    by_then = _PASSIVE.search(before) or context.at_hand_tail.search(before)
    return PLACED if by_then and _closed(point, frame) else None


def _on_occasion(point: Point, frame: Frame, before: str, *, described: bool) -> bool:
    """Whether a month tells when something takes place on which the task is done.

    "pada pemutakhiran bulan Mei", "dalam rapat bulan Mei"; of a meeting it must not be long until then.
    """
    if point.rule != "month":
        return False
    named = frame.grammar.periods.bare_month.match(frame.text, point.start)
    month = named is not None and named["bulan"] is not None
    met = frame.grammar.context.meeting_tail.search(before)
    if met or described:  # but not "rapat April", of which only is said that it is the next one
        return met is not None and (month or met["which"] is not None) and _is_lately(point, frame)
    return month and frame.grammar.context.occasion_tail.search(before) is not None


def _is_lately(point: Point, frame: Frame) -> bool:
    return point.day is not None and frame.today is not None and (point.day - frame.today).days <= _LATELY


def _so_far(point: Point, frame: Frame, left: _Left) -> bool:
    """Whether "until" tells how far things are ("sampai hari ini") or what an amount covers ("kebutuhan s.d. Juni")."""
    context = frame.grammar.context
    if point.needs is Needs.TODAY:
        return not context.clock_head.match(frame.text, point.end)
    return bool(context.measured_tail.search(frame.text, max(0, left.begin - LEFT_WIDTH), left.begin))


def _closed(point: Point, frame: Frame) -> bool:
    """Whether a point ends its clause, or only its time of day or "sudah selesai" follows."""
    context = frame.grammar.context
    heads = (_CLOSED, _BY_WHICH_WAY, context.clock_head, context.done_head, context.closing_head)
    return any(head.match(frame.text, point.end) for head in heads)


def _far_limit(frame: Frame, left: _Left) -> re.Match[str] | None:
    """A limit word with a verb between it and the point ("maksimal diserahkan tanggal 17 Juli")."""
    return frame.grammar.context.far_limit.search(frame.text, max(0, left.begin - LEFT_WIDTH), left.begin)


def _after_noun(before: str, frame: Frame) -> bool:
    """Whether the last word is a noun that a date or period describes."""
    last = _LAST_WORD.search(before)
    return last is not None and squashed(last[1]) in frame.grammar.described


def _is_about(before: str, frame: Frame) -> bool:
    """Whether words say what a letter or a talk is about: an event ("menyurati camat mengenai lomba 5 Mei")."""
    last = max((mark.end() for mark in _CLAUSE_START.finditer(before)), default=0)
    about = frame.grammar.context.about.search(before, last) is not None
    return about and (_after_noun(before, frame) or frame.grammar.context.happening_tail.search(before) is not None)


def _is_near(point: Point, frame: Frame) -> bool:
    """Whether a point is a date soon to come, or one with its year: what is told as done is to be done by then."""
    if point.day is None or frame.today is None:
        return False
    if point.day > frame.today and _YEAR.search(frame.text, point.start, point.end):
        return True  # "sudah terbit akhir Oktober 2023"
    if point.rule == "weekday":  # "sudah di meja camat Kamis"
        before = frame.text[max(0, point.start - LEFT_WIDTH) : point.start]
        return frame.grammar.context.at_hand_tail.search(before) is not None
    if point.rule == "day_of_month":  # "sudah terisi tanggal 18" said before the 18th
        return point.day > frame.today and (point.day.year, point.day.month) == (frame.today.year, frame.today.month)
    if point.rule != "date":
        return False
    return 0 < (point.day - frame.today).days <= _SOON


def _is_past(frame: Frame, left: _Left) -> bool:
    """Whether the clause up to a point tells what has been done, not only in words about a thing ("yang sudah ...")."""
    context = frame.grammar.context
    far = max(0, left.begin - _SENTENCE)
    start = max((m.end() for m in _CLAUSE_START.finditer(frame.text, far, left.begin)), default=far)
    clause = _RELATIVE.sub(" ", _THEN.sub("", frame.text[start : left.begin]))
    return bool(context.past.search(clause)) and not context.past_lifted.search(clause)


def _in_reason(frame: Frame, left: _Left) -> bool:
    """Whether a reason ("karena") stands before, with no comma or full stop since."""
    for match in frame.grammar.context.reason.finditer(frame.text, max(0, left.begin - _SENTENCE), left.begin):
        reason = frame.text[match.end() : left.begin]
        if not re.search(r"[,.;](?=\s)", reason) and not _THEREFORE.match(reason):
            return True
    return False


def unread_limit(frame: Frame) -> Judged | None:
    """A limit whose words name no point in time that is understood ("paling lambat saat serah terima")."""
    match = frame.grammar.clauses.unread_limit.search(frame.text) if "unread_limit" in frame.wanted else None
    if not match:
        return None
    end = match.start() + len(match[0].rstrip())
    point = Point(match.start(), end, None, DueKind.VAGUE, "unread_limit")
    return Judged(match.start(), point, None, DueKind.VAGUE, LIMITED)
