"""The patterns that find deadlines, built once from a lexicon."""

import re
from dataclasses import dataclass
from functools import cache

from notula.pipeline.extract.dates_grammar import (
    DASH,
    DAY,
    ROMAN,
    YEAR,
    DateGrammar,
    alternatives,
    date_grammar,
    pattern,
    squashed,
    words_of,
)
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import Stems, has_odd_letters

CLAUSE = r"(?:[^,;.()\[\]]|[.,](?=\w))+"


@dataclass(frozen=True)
class DueGrammar:
    """Patterns and word sets of deadlines; a ``*_tail`` ends where a deadline begins."""

    lexicon: Lexicon
    dates: DateGrammar
    needs: dict[str, Stems]  # words without which the pattern of that name matches nothing
    units: dict[str, str]
    stops: frozenset[str]
    described: frozenset[str]
    generic: frozenset[str]
    small: frozenset[str]
    scheduled: frozenset[str]
    blank: frozenset[str]
    meetings: frozenset[str]
    following: frozenset[str]
    quick: re.Pattern[str]  # one of the words that tell a time without figures
    # the points in time
    repeated: re.Pattern[str]
    condition: re.Pattern[str]
    no_condition: re.Pattern[str]
    minus: re.Pattern[str]
    span: re.Pattern[str]
    anchor: re.Pattern[str]
    own_meeting: re.Pattern[str]
    any_meeting: re.Pattern[str]
    ahead: re.Pattern[str]
    week_of: re.Pattern[str]
    quarter: re.Pattern[str]
    bare_month: re.Pattern[str]
    period: re.Pattern[str]
    part_tail: re.Pattern[str]
    day_only: re.Pattern[str]
    weekday: re.Pattern[str]
    day_word: re.Pattern[str]
    next_meeting: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    vague: re.Pattern[str]
    not_vague: re.Pattern[str]
    unread_limit: re.Pattern[str]
    attached: re.Pattern[str]
    # what stands around them
    left: re.Pattern[str]
    far_limit: re.Pattern[str]
    limit: re.Pattern[str]
    announce: re.Pattern[str]
    times_tail: re.Pattern[str]
    strict: re.Pattern[str]
    within: re.Pattern[str]
    until: re.Pattern[str]
    before_tail: re.Pattern[str]
    place: re.Pattern[str]
    start_tail: re.Pattern[str]
    since_tail: re.Pattern[str]
    spanned_tail: re.Pattern[str]
    around_tail: re.Pattern[str]
    either_tail: re.Pattern[str]
    past: re.Pattern[str]
    past_lifted: re.Pattern[str]
    reason: re.Pattern[str]
    clock_head: re.Pattern[str]
    done_head: re.Pattern[str]
    must_head: re.Pattern[str]
    finish: re.Pattern[str]
    measured_tail: re.Pattern[str]
    relative_tail: re.Pattern[str]
    number_tail: re.Pattern[str]
    # events
    done_clause: re.Pattern[str]
    scheduled_tail: re.Pattern[str]
    held_tail: re.Pattern[str]
    limit_tail: re.Pattern[str]

    def wanted(self, text: str) -> frozenset[str]:
        """The names of the patterns of :attr:`needs` that can match in a text."""
        if has_odd_letters(text):
            return frozenset(self.needs)
        lowered = text.lower()
        return frozenset([name for name, stems in self.needs.items() if stems.in_lowered(lowered)])


@cache
def due_grammar(lexicon: Lexicon) -> DueGrammar:
    """The grammar of a lexicon's calendar."""
    calendar, dates = lexicon.calendar, date_grammar(lexicon)
    due, words = calendar.due, calendar.words
    units = {squashed(w): unit for unit in ("day", "week", "month", "year", "hour") for w in getattr(words, unit)}
    return DueGrammar(
        lexicon=lexicon,
        dates=dates,
        needs={name: Stems(needed) for name, needed in _needs(lexicon).items()},
        units=units,
        stops=_folded(due.phrase_stops),
        described=_folded(due.described),
        generic=_folded(due.generic),
        small=_folded(due.small),
        scheduled=_folded(due.scheduled),
        blank=frozenset(due.blank),
        meetings=_folded(due.meetings),
        following=_folded((*due.following, *lexicon.calendar.words.next)),
        **_repetitions(lexicon, dates),
        **_spans(lexicon, dates),
        **_periods(lexicon, dates),
        **_days(lexicon, dates),
        **_clauses(lexicon),
        **_left_side(lexicon),
    )


def _needs(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """For patterns that often find nothing: the words one of which stands in whatever they match."""
    calendar = lexicon.calendar
    words, due = calendar.words, calendar.due
    months = (*calendar.months.values(), *calendar.misread_months.values())
    return {
        "repeated": (*due.every, *due.once, *due.rates),
        "span": (*words.day, *words.week, *words.month, *words.year, *words.hour),
        "week_of": words.week,
        "quarter": (*words.quarter, *words.semester),
        "bare_month": tuple(word for names in months for word in names),
        "period": (*words.week, *words.month, *words.year),
        "day_only": words.date,
        "weekday": tuple(word for names in calendar.weekdays.values() for word in names),
        "day_word": (*words.day_after, *words.tomorrow, *words.today, *words.today_end, *words.today_later),
        "next_meeting": (*due.following, *words.next, *words.before_next),
        "condition": due.conditions,
        "after": due.after,
        "before": due.before,
        "vague": due.vague,
        "unread_limit": due.limit,
    }


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(squashed(word) for word in words)


def _count(dates: DateGrammar) -> str:
    """A count: "3", "3 (tiga)", "tiga"."""
    return rf"(?:(?P<n>\d{{1,3}})(?:\s*\(\s*{dates.numbers.source}\s*\))?|(?P<nw>{dates.numbers.source}))"


def _repetitions(lexicon: Lexicon, dates: DateGrammar) -> dict[str, re.Pattern[str]]:
    words, due, time = lexicon.calendar.words, lexicon.calendar.due, lexicon.calendar.time
    date, number = alternatives(words.date), dates.numbers.source
    periods = (words.day, words.week, words.month, words.year, words.quarter, words.semester, words.hour)
    unit = alternatives(w for names in periods for w in names)
    more = alternatives([*words.also, *words.either])
    until = rf"{DASH}|{alternatives((*words.until, *words.also))}"
    several = rf"{dates.weekday_source}(?:\s*(?:,|/|{more})\s*{dates.weekday_source})*"
    part_of_day = alternatives([*time.morning, *time.midday, *time.evening])
    part = alternatives([*words.begin, *words.middle, *words.end])
    what = (
        rf"(?:(?:{alternatives((*words.day, *words.eve))}\s+)?{several}(?:\s+{part_of_day})?"
        rf"|{date}\.?\s*\d{{1,2}}(?:\s+{unit}\w*)?"
        rf"|(?:{part}\s+)?(?:(?:\d+|{number})\s+)?{unit}(?:nya)?(?!\w)(?:\s*ke[\s-]*\d)?)"
    )
    once = rf"(?:(?:\d+|{number})\s*|{lexicon.calendar.numbers.one}){unit}\s+{alternatives(due.once)}"
    return {
        "repeated": pattern(
            rf"(?:(?<!\w){date}\.?\s*\d{{1,2}}(?:\s*(?:{until})\s*\d{{1,2}})?\s*,?\s+)?(?<!\w){alternatives(due.every)}\s+{what}"
            rf"|(?<!\w){once}(?!\w)|{words_of(due.rates)}"
        )
    }


def _spans(lexicon: Lexicon, dates: DateGrammar) -> dict[str, re.Pattern[str]]:
    """Counts of days, and days counted from an event."""
    words, due = lexicon.calendar.words, lexicon.calendar.due
    unit = alternatives([*words.day, *words.week, *words.month, *words.year, *words.hour])
    kind = alternatives(words.working)
    working = rf"(?:\s*(?:(?P<working>{kind})|{alternatives(words.calendar)})(?!\w))?"
    one, meeting = lexicon.calendar.numbers.one, alternatives(due.meetings)
    closing = alternatives(due.closing)
    gathering = alternatives((*lexicon.cues.meeting, *due.meetings))
    return {
        "minus": pattern(
            rf"(?<!\w)(?:H|(?P<now>T)(?=\s?\+))\s?(?P<sign>[-–+]|min(?:us)?\s|plus\s)\s?(?P<n>\d{{1,2}})(?!\d)"
            rf"(?:\s*{alternatives(words.day)}(?:\s*{alternatives(words.working)})?(?!\w))?"
            rf"(?:\s+(?:{alternatives(due.before)}|dari|dr|pelaksanaan)(?!\w))?"
        ),
        "span": pattern(
            rf"(?<![\w.,/-])(?<!the )(?:\d{{1,3}}\s*(?:{DASH}|{alternatives(words.until)})\s*)?"
            rf"(?:(?P<times>\d)\s*[x×]\s*(?P<hours>24|48|72)|{_count(dates)}|(?P<one>{one})(?={unit}(?!\w)))"
            rf"\s*(?:(?P<working_first>{kind})\s+)?(?P<unit>{unit}){working}(?!\w)(?!\s+{alternatives(due.once)})"
        ),
        "anchor": pattern(
            rf"\s+(?:(?P<before>{alternatives(due.before)})|(?P<after>{alternatives(due.since_event)}))(?!\w)\s+"
        ),
        "own_meeting": pattern(
            rf"(?:(?:the|{alternatives(words.before_this)})\s+)?"
            rf"(?:{meeting}(?:\s+{closing})?|{gathering}\s+{alternatives(due.closing_this)}|{alternatives(due.now)})(?!\w)"
            rf"(?=\s*(?:$|[,;.()\]]|(?:{alternatives((*due.phrase_stops, *due.place))})(?!\w)))"
        ),
        "any_meeting": pattern(rf"\s*{gathering}(?:\s+{alternatives(due.closing_this)})?"),
        "ahead": pattern(rf"\s+{alternatives(due.ahead)}(?!\w)"),
    }


def _periods(lexicon: Lexicon, dates: DateGrammar) -> dict[str, re.Pattern[str]]:
    words = lexicon.calendar.words
    ordinal = rf"(?:{ROMAN}|\d|{alternatives(lexicon.calendar.numbers.ordinals)}|{dates.numbers.source})"
    in_month = rf"(?:(?:di|pada|dari)\s+)?(?:(?P<mw>{alternatives(words.month)})\.?\s+)?"
    which = rf"(?:(?P<this>{alternatives(words.this)})|(?P<next>{alternatives(words.next)}))"
    told = _told_before(lexicon)
    a_year = rf"(?:\s*,?\s*(?:{alternatives([*words.year, *words.budget_year])}\.?\s*)?(?P<y>{YEAR}))?"
    return {
        "week_of": pattern(
            rf"(?P<before>{dates.month_source}(?:\s+{YEAR})?\s*,?\s+)?"
            rf"(?<!\w){alternatives(words.week)}\s*(?:ke)?[\s-]*{ordinal}(?!\w)"
            rf"(?:\s*(?:{DASH}|,|{alternatives((*words.also, *words.until, *words.either))})"
            rf"\s*(?:ke)?[\s-]*{ordinal}(?!\w))*"
            rf"(?P<of>\s+{in_month}(?:{dates.month_source}(?:\s+{YEAR})?"
            rf"|(?<=\s){alternatives((*words.this, *words.next))}(?!\w)))?"
        ),
        "quarter": pattern(
            rf"(?<!\w){told}(?:(?P<quarter>{alternatives(words.quarter)})|(?P<semester>{alternatives(words.semester)}))"
            rf"(?:\s*-?\s*(?:ke-?\s*)?(?P<n>i{{1,3}}|iv|[1-4])(?!\w){a_year}|\s+{which}(?!\w)|(?!\w))"
        ),
        "bare_month": pattern(rf"(?P<bulan>(?<!\w){alternatives(words.month)}\.?\s+)?(?P<m>{dates.month_source})"),
        "period": pattern(
            rf"(?<!\w){told}(?:(?P<week>{alternatives(words.week)})|(?P<month>{alternatives(words.month)})"
            rf"|(?P<year>{alternatives(words.year)}))(?!\w)"
            rf"(?:\.?\s+(?:{which}(?!\w)|(?P<y>{YEAR})))?"
        ),
        "part_tail": pattern(
            rf"(?<!\w)(?:(?P<end>{alternatives(words.end)})|{alternatives([*words.begin, *words.middle])})[\s-]+$"
        ),
    }


def _told_before(lexicon: Lexicon) -> str:
    """What tells a period or weekday from before it, as English does ("next week")."""
    words = lexicon.calendar.words
    this, following = alternatives(words.before_this), alternatives(words.before_next)
    return rf"(?:(?:(?P<this_first>{this})|(?P<next_first>{following}))\s+)?"


def told(match: re.Match[str], which: str) -> bool:
    """Whether a period or weekday is told by "this" or "next", before or after it."""
    return bool(match[which] or match[f"{which}_first"])


def _days(lexicon: Lexicon, dates: DateGrammar) -> dict[str, re.Pattern[str]]:
    words, time, due = lexicon.calendar.words, lexicon.calendar.time, lexicon.calendar.due
    date, week = alternatives(words.date), alternatives(words.week)
    part = alternatives([*time.morning, *time.midday, *time.evening])
    this, following, tomorrow = alternatives(words.this), alternatives(words.next), alternatives(words.tomorrow)
    return {
        "day_only": pattern(
            rf"(?:(?:(?<!\w){alternatives(words.day)}\s+)?{dates.weekday_source}\s*,?\s*)?"
            rf"(?<!\w){date}\.?\s*"
            rf"(?:(?P<d1>{DAY})\s*(?:{DASH}|{alternatives((*words.until, *words.also))})\s*)?(?P<d>{DAY})"
            rf"(?!\s?[/.:-]\s?\d)(?!\s*%)(?:\s+{alternatives(words.month)}\s+"
            rf"(?:(?P<this>{this})|(?P<next>{following})|(?P<running>{alternatives(due.running)}))(?!\w))?"
        ),
        "weekday": pattern(
            rf"(?:(?<!\w){week}\s+(?:(?P<week_this>{this})|(?P<week_next>{following}))\s*,?\s+)?"
            rf"(?:(?P<ahead>(?<!\w){tomorrow})\s+)?(?<!\w){_told_before(lexicon)}(?:(?P<hari>(?<!\w){alternatives(words.day)})\s+)?"
            rf"(?P<eve>(?<!\w){alternatives(words.eve)}\s+)?(?P<w>{dates.weekday_source})"
            rf"(?P<more>\s*(?:/|{alternatives(words.either)})\s*{dates.weekday_source})?"
            rf"(?:\s*(?:{DASH}|{alternatives(words.until)})\s*(?P<last>{dates.weekday_source}))?(?:\s+(?P<part>{part})(?!\w))?"
            rf"(?:\s+(?:(?:(?P<week>{week})\s+)?(?:(?P<this>{this})|(?P<next>{following}))|(?P<tomorrow>{tomorrow}))(?!\w))?"
        ),
        "day_word": pattern(
            rf"(?<!\w)(?:(?P<two>{alternatives(words.day_after)})|(?P<one>{tomorrow})"
            rf"|(?P<zero>{alternatives(words.today)}|{alternatives(words.today_end)}(?=\s*(?:$|[).,;])))|(?P<later>{alternatives(words.today_later)}))(?!\w)"
            rf"(?:\s+{part}(?!\w))?(?P<emphasis>\s+{alternatives(words.emphasis)}(?!\w))?"
        ),
        "next_meeting": pattern(
            rf"(?<!\w)(?P<prep>{alternatives([*due.place, *due.before, *due.within, 'ke', 'di'])}\s+(?:saat\s+)?)?"
            rf"(?P<what>{alternatives(due.meetings)}(?:\s+[\w/-]+){{0,4}}?\s+{alternatives(due.following)}"
            rf"|{alternatives(due.meetings)}\s+{alternatives(words.next)}"
            rf"|{alternatives(words.before_next)}\s+(?:[\w/-]+\s+){{0,2}}?{alternatives(due.meetings)})(?!\w)"
        ),
    }


def _clauses(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    due = lexicon.calendar.due
    vague = alternatives(due.vague)
    openers = (
        due.limit, due.limit_nouns, due.ceiling, due.announce, due.every, due.vague, due.conditions, due.after,
        due.before, due.rates,
    )  # fmt: skip
    opening = alternatives(w for words in openers for w in words)
    return {
        "condition": pattern(rf"(?<!\w){alternatives(due.conditions)}\s+{CLAUSE}"),
        "no_condition": pattern(rf"{alternatives(due.not_conditions)}(?!\w)|sepanjang\s+(?:±|kurang lebih\s)?\s*\d"),
        "after": pattern(rf"(?<!\w){alternatives(due.after)}\s+{CLAUSE}"),
        "before": pattern(rf"(?<!\w){alternatives(due.before)}\s+(?=\w)"),
        "vague": pattern(rf"(?<!\w){vague}(?!\w)"),
        "not_vague": pattern(alternatives(due.not_vague)),
        "unread_limit": pattern(rf"(?<!\w){alternatives(due.limit)}(?!\w)\s*[:=]?\s*(?!\d){CLAUSE}"),
        "attached": pattern(rf"\s*(?:(?:[(\[,]|{words_of(due.attached)})\s*)*"),
        "quick": pattern(rf"(?<!\w){opening}(?!\w)|{_time_words(lexicon)}"),
    }


def _time_words(lexicon: Lexicon) -> str:
    """Any word that can open a point in time."""
    calendar = lexicon.calendar
    words = calendar.words
    months = [w for names in calendar.months.values() for w in names]
    weekdays = [w for names in calendar.weekdays.values() for w in names]
    units = [*words.date, *words.day, *words.week, *words.month, *words.year, *words.quarter, *words.semester]
    days = [*words.tomorrow, *words.day_after, *words.today, *words.today_later, *words.today_end]
    relative = [*days, *calendar.due.meetings]
    return rf"(?<!\w)(?:{alternatives([*months, *weekdays, *units, *relative])})(?!\w)|{alternatives(units)}(?!\w)"


def _left_side(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    due, words = lexicon.calendar.due, lexicon.calendar.words
    limits = (*due.limit, *due.limit_nouns, *due.ceiling)
    quiet = alternatives([*due.announce, *due.finish])
    loud = alternatives([*limits, *due.before, *due.until, *due.within, *due.soft])
    zones = alternatives(lexicon.calendar.zones)
    time = lexicon.calendar.time
    clock = (
        rf"(?:{alternatives(time.words)}\.?\s*\d{{1,2}}(?:[.:]\d\d)?(?:\s*{zones})?|{alternatives(time.prayers)}"
        rf"|\d{{1,2}}(?:[.:]\d\d)?\s*{alternatives([*time.am, *time.pm])})"
    )
    handed = rf"di(?:{'|'.join(due.handing)})[a-z]*"
    never = alternatives([*limits, *due.before, *due.until, *due.announce, *due.since, *due.finish])
    return {
        "left": pattern(
            rf"(?<!\w)(?P<quiet>(?:{quiet}(?!\w)\s*[:=]?\s*)*)(?P<loud>(?:(?:{loud}|{clock})(?!\w)\s*[.:=]?\s*)*)$"
        ),
        "far_limit": pattern(rf"(?<!\w)(?P<limit>{alternatives(limits)})(?!\w)(?:\s+[^\W\d]+){{1,4}}\s+$"),
        "limit": pattern(words_of([*limits, *due.before])),
        "announce": pattern(words_of(due.announce)),
        "times_tail": pattern(rf"{words_of(due.times)}\s*$"),
        "strict": pattern(words_of([*limits, *due.before, *due.announce])),
        "within": pattern(words_of(due.within)),
        "until": pattern(words_of(due.until)),
        "before_tail": pattern(rf"{words_of(due.before)}\s*(?:{alternatives(due.soft)}\s*)*$"),
        "place": pattern(words_of(due.place)),
        "start_tail": pattern(rf"{words_of(due.start)}\s*[:=]?\s*$"),
        "spanned_tail": pattern(rf"{words_of(due.spanned)}\s*$"),
        "since_tail": pattern(rf"{words_of(due.since)}\s*$"),
        "around_tail": pattern(rf"{words_of(words.around)}\s*$"),
        "either_tail": pattern(rf"\d\s*(?:/|{alternatives(words.either)})\s*$|(?<!\w){alternatives(words.either)}\s*$"),
        "past": pattern(words_of(due.past)),
        "past_lifted": pattern(words_of(due.past_lifted)),
        "reason": pattern(words_of(due.reasons)),
        "clock_head": pattern(
            rf"\s*,?\s*(?:{alternatives(due.before)}\s+)?{alternatives(lexicon.calendar.time.words)}\.?\s*\d"
        ),
        "finish": pattern(words_of(due.finish)),
        "done_head": pattern(
            rf"\s+(?:{alternatives(due.past)}\s+)?{alternatives(due.finish)}(?!\w)\s*(?:$|[).,;])"
            rf"|\s+{handed}(?!\w)"
        ),
        "must_head": pattern(
            rf"\s+(?:{alternatives([*due.past, *due.must])}\s+)+"
            rf"(?:{alternatives([*due.finish, *due.there])}(?!\w)|{handed})"
        ),
        "measured_tail": pattern(rf"{words_of(due.measured)}(?:\s+[^\W\d]+){{0,3}}\s+$"),
        "relative_tail": pattern(rf"{words_of(due.relative)}(?:\s+[\w/-]+){{0,3}}\s+$"),
        "number_tail": pattern(r"(?<!\w)(?:nomor|no)(?:[\s.:]+|(?=\d))\S+\s*$"),
        "done_clause": pattern(
            rf"(?P<what>[^\W\d_].*?)(?:\s+{alternatives(due.scheduled)})*\s+(?P<verb>di[a-z]{{4,}})"
            rf"(?:\s+(?:{alternatives(due.towards)})\s.*|(?<=kan)(?:\s+[\w/]+){{1,2}})?$"
        ),
        "scheduled_tail": pattern(rf"(?<!\w)(?:{alternatives([*due.scheduled, *due.soft])}\s*[:,]?\s*)+$"),
        "held_tail": pattern(rf"(?<=\w)\s+(?:(?:akan|kembali|tetap)\s+)*{alternatives(due.held)}(?!\w)"),
        "limit_tail": pattern(rf"(?<!\w){never}(?!\w)\s*$"),
    }
