"""The patterns of points in time, made from the words of a lexicon."""

import re

from notula.pipeline.extract.dates_grammar import DASH, DAY, ROMAN, YEAR, DateGrammar, alternatives, pattern, words_of
from notula.pipeline.lexicon import Lexicon

_CLAUSE = r"(?:[^,;.()\[\]]|[.,](?=\w))+"


def _count(dates: DateGrammar) -> str:
    """A count: "3", "3 (tiga)", "tiga"."""
    return rf"(?:(?P<n>\d{{1,3}})(?:\s*\(\s*{dates.numbers.source}\s*\))?|(?P<nw>{dates.numbers.source}))"


def repeated_pattern(lexicon: Lexicon, dates: DateGrammar) -> re.Pattern[str]:
    """What repeats: "setiap Senin", "tgl 5 setiap bulan", "2 minggu sekali", "2x sebulan"."""
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
        rf"|(?:{alternatives([*time.prayer_after, *time.prayer_before])}\s+)?{alternatives(time.prayers)}(?!\w)"
        rf"|(?:{part}\s+)?(?:(?:\d+|{number})\s+)?{unit}(?:nya)?(?!\w)(?:\s*ke[\s-]*\d)?)"
    )
    once = rf"(?:(?:\d+|{number})\s*|{lexicon.calendar.numbers.one}){unit}\s+{alternatives(due.once)}"
    times = rf"(?<!\w)(?:\d+|{number})\s*{alternatives(due.times)}\s*(?:(?:{alternatives(due.within)}|per|/)\s*)?"
    rate = rf"{times}(?:{lexicon.calendar.numbers.one})?{unit}(?!\w)"  # "2x sebulan", "dua kali per minggu"
    return pattern(
        rf"(?:(?<!\w){date}\.?\s*\d{{1,2}}(?:\s*(?:{until})\s*\d{{1,2}})?\s*,?\s+)?(?<!\w){alternatives(due.every)}\s+{what}"
        rf"(?:\s+{date}\.?\s*\d{{1,2}}(?:\s*(?:{until})\s*\d{{1,2}})?(?!\d))?"
        rf"|(?<!\w){once}(?!\w)|(?P<rate>{rate})|{words_of(due.rates)}"
    )


class SpanPatterns:
    """Counts of days, and days counted from an event."""

    def __init__(self, lexicon: Lexicon, dates: DateGrammar) -> None:
        words, due = lexicon.calendar.words, lexicon.calendar.due
        unit = alternatives([*words.day, *words.week, *words.month, *words.year, *words.hour])
        kind = alternatives(words.working)
        english = alternatives(("day", "week", "month", "year"))
        working = rf"(?:\s*(?:(?P<working>{kind})|{alternatives(words.calendar)})(?!\w))?"
        one, meeting = lexicon.calendar.numbers.one, alternatives(due.meetings)
        closing = alternatives(due.closing)
        signing = alternatives(due.signing)
        record = rf"(?:{signing}\s+)?{alternatives(due.records)}\s+ini(?:\s+{signing})?"
        linked = alternatives((*due.before, *due.since_event))
        time = lexicon.calendar.time
        part_of_day = alternatives([*time.morning, *time.midday, *time.evening])
        ending = alternatives(due.ending)
        gathering = alternatives((*lexicon.cues.meeting, *due.meetings, *due.sessions))
        self.minus = pattern(
            rf"(?<!\w)(?:H|(?P<now>T)(?=\s?\+))\s?(?P<sign>[-–+]|min(?:us)?\s|plus\s)\s?(?P<n>\d{{1,2}})(?!\d)"
            rf"(?:\s*{alternatives(words.day)}(?:\s*(?P<working>{kind}))?(?!\w)"
            rf"|\s*(?P<worked>{kind})(?=\s*(?:$|[,;.)]|{linked}(?!\w)))"  # but not "H-1 kerja bakti"
            rf"|\s+{part_of_day}(?=\s*(?:$|[,;.()])))?"
            rf"(?:\s+(?:{linked}|dr|pelaksanaan)(?!\w))?"
        )
        self.span = pattern(
            rf"(?<![\w.,/-])(?<!the )(?:\d{{1,3}}\s*(?:{DASH}|{alternatives(words.until)})\s*)?"
            rf"(?:(?P<times>\d)\s*[x×]\s*(?P<hours>24|48|72)|{_count(dates)}|(?P<one>{one}(?={unit}(?!\w))|an?\s(?={english}(?!\w))))"
            rf"\s*(?:(?P<working_first>{kind})\s+)?(?P<unit>{unit}){working}(?!\w)(?!\s+{alternatives(due.once)})"
        )
        self.anchor = pattern(
            rf"\s+(?:(?P<before>{alternatives(due.before)})|(?P<after>{alternatives(due.since_event)}))(?!\w)\s+"
        )
        self.own_meeting = pattern(
            rf"(?:(?:the|{alternatives(words.before_this)})\s+)?"
            rf"(?:{meeting}(?:\s+{closing}){{0,2}}"
            rf"|(?:{gathering}|{alternatives(due.assemblies)})\s+{alternatives(due.closing_this)}(?:\s+{closing})?"
            rf"|(?:{ending}\s+){{1,2}}{gathering}(?:\s+{closing}){{0,2}}|(?:{ending}\s+)?{alternatives(due.now)}"
            rf"|(?:{ending}\s+)?{record})(?!\w)"
            rf"(?=\s*(?:$|[,;.()\]]|(?:{alternatives((*due.phrase_stops, *due.place))})(?!\w)))"
        )
        self.any_meeting = pattern(rf"\s*{gathering}(?:\s+{alternatives(due.closing_this)})?")
        self.ahead = pattern(rf"\s+{alternatives(due.ahead)}(?!\w)")


class PeriodPatterns:
    """Weeks, months, quarters, years and their parts."""

    def __init__(self, lexicon: Lexicon, dates: DateGrammar) -> None:
        words = lexicon.calendar.words
        ordinal = rf"(?:{ROMAN}|\d|{alternatives(lexicon.calendar.numbers.ordinals)}|{dates.numbers.source})"
        in_month = rf"(?:(?:di|pada|dari)\s+)?(?:(?P<mw>{alternatives(words.month)})\.?\s+)?"
        which = rf"(?:(?P<this>{alternatives(words.this)})|(?P<next>{alternatives(words.next)}))"
        told = _told_before(lexicon)
        a_year = rf"(?:\s*,?\s*(?:{alternatives([*words.year, *words.budget_year])}\.?\s*)?(?P<y>{YEAR}))?"
        self.week_of = pattern(
            rf"(?P<before>{dates.month_source}(?:\s+{YEAR})?\s*,?\s+)?"
            rf"(?<!\w){alternatives(words.week)}\s*(?:ke)?[\s-]*{ordinal}(?!\w)"
            rf"(?:\s*(?:{DASH}|,|{alternatives((*words.also, *words.until, *words.either))})"
            rf"\s*(?:ke)?[\s-]*{ordinal}(?!\w))*"
            rf"(?P<of>\s+{in_month}(?:{dates.month_source}(?:\s+{YEAR})?"
            rf"|(?<=\s){alternatives((*words.this, *words.next))}(?!\w)))?"
        )
        self.quarter = pattern(
            rf"(?<!\w){told}(?:(?P<quarter>{alternatives(words.quarter)})|(?P<semester>{alternatives(words.semester)}))"
            rf"(?:\s*-?\s*(?:ke-?\s*)?(?P<n>i{{1,3}}|iv|[1-4])(?!\w){a_year}|\s+{which}(?!\w)|(?!\w))"
        )
        self.bare_month = pattern(
            rf"(?P<bulan>(?<!\w){alternatives(words.month)}\.?\s+)?(?P<m>{dates.month_source})"
            rf"(?:\s+{alternatives(words.this)}(?!\w))?"
        )
        self.period = pattern(
            rf"(?<!\w){told}(?:(?P<week>{alternatives(words.week)})|(?P<weekend>{alternatives(words.weekend)})|(?P<month>{alternatives(words.month)})"
            rf"|(?P<year>{alternatives(words.year)}))(?!\w)"
            rf"(?:\.?\s+(?:{which}(?!\w)|(?P<y>{YEAR})))?"
        )
        self.ending = pattern(
            rf"(?<!\w)(?:(?P<week>{alternatives(words.week_end)})|(?P<month>{alternatives(words.month_end)})"
            rf"|(?P<year>{alternatives(words.year_end)}))(?!\w)"
        )
        self.part_tail = pattern(
            rf"(?<!\w)(?:(?P<end>{alternatives(words.end)})|(?P<closing>{alternatives(words.closing)})"
            rf"|{alternatives([*words.begin, *words.middle])})[\s-]+$"
        )


def _told_before(lexicon: Lexicon) -> str:
    """What tells a period or weekday from before it, as English does ("next week")."""
    words = lexicon.calendar.words
    this, following = alternatives(words.before_this), alternatives(words.before_next)
    return rf"(?:(?:(?P<this_first>{this})|(?P<next_first>{following}))\s+)?"


def told(match: re.Match[str], which: str) -> bool:
    """Whether a period or weekday is told by "this" or "next", before or after it."""
    return bool(match[which] or match[f"{which}_first"])


class DayPatterns:
    """Days of a month, weekdays, words for a day, the next meeting."""

    def __init__(self, lexicon: Lexicon, dates: DateGrammar) -> None:
        words, time, due = lexicon.calendar.words, lexicon.calendar.time, lexicon.calendar.due
        date, week = alternatives(words.date), alternatives(words.week)
        part = alternatives([*time.morning, *time.midday, *time.evening])
        this, following = alternatives(words.this), alternatives(words.next)
        tomorrow, later = alternatives(words.tomorrow), alternatives((*words.tomorrow, *words.later))
        self.day_only = pattern(
            rf"(?:(?:(?<!\w){alternatives(words.day)}\s+)?{dates.weekday_source}\s*,?\s*)?"
            rf"(?<!\w){date}\.?\s*"
            rf"(?:(?P<d1>{DAY})\s*(?:{DASH}|{alternatives((*words.until, *words.also))})\s*)?(?P<d>{DAY})"
            rf"(?!\s?[/.:-]\s?\d)(?!\s*%)(?:\s+{alternatives(words.month)}\s+"
            rf"(?:(?P<this>{this})|(?P<next>{following})|(?P<running>{alternatives(due.running)}))(?!\w))?"
        )
        self.weekday = pattern(
            rf"(?:(?<!\w){week}\s+(?:(?P<week_this>{this})|(?P<week_next>{following}))\s*,?\s+)?"
            rf"(?:(?P<ahead>(?<!\w){tomorrow})\s+)?(?<!\w){_told_before(lexicon)}(?:(?P<hari>(?<!\w){alternatives(words.day)})\s+)?"
            rf"(?P<eve>(?<!\w){alternatives(words.eve)}\s+)?(?P<w>{dates.weekday_source})"
            rf"(?P<more>\s*(?:/|{alternatives(words.either)})\s*{dates.weekday_source})?"
            rf"(?:\s*(?:{DASH}|{alternatives(words.until)})\s*(?P<last>{dates.weekday_source}))?(?:\s+(?P<part>{part})(?!\w))?"
            rf"(?:\s+(?:(?:(?P<week>{week})\s+)?(?:(?P<this>{this})|(?P<next>{following}))|(?P<tomorrow>{later})"
            rf"|(?:(?P<this_week>{alternatives(words.before_this)})|(?P<next_week>{alternatives(words.before_next)}))"
            rf"\s+{week})(?!\w))?"
        )
        self.day_word = pattern(
            rf"(?<!\w)(?:(?P<two>{alternatives(words.day_after)})|(?P<one>{tomorrow})"
            rf"|(?P<zero>{alternatives(words.today)}|{alternatives(words.today_end)}(?=\s*(?:$|[).,;])))|(?P<later>{alternatives(words.today_later)}))(?!\w)"
            rf"(?:\s+{part}(?!\w))?(?P<emphasis>\s+{alternatives(words.emphasis)}(?!\w))?"
        )
        self.day_h = pattern(rf"(?<!\w){alternatives(due.day_h)}(?!\w)")
        leads = alternatives([*due.place, *due.before, *due.within, *due.shown, "ke", "di"])
        self.next_meeting = pattern(
            rf"(?<!\w)(?P<prep>{leads}\s+(?:saat\s+)?)?"
            rf"(?P<what>{alternatives(due.meetings)}(?:\s+[\w/-]+){{0,4}}?\s+{alternatives(due.following)}"
            rf"|{alternatives(due.meetings)}\s+{alternatives(words.next)}"
            rf"|{alternatives(words.before_next)}\s+(?:[\w/-]+\s+){{0,2}}?{alternatives(due.meetings)})(?!\w)"
        )


class ClausePatterns:
    """Points told by a clause or a vague word, and what can open any point."""

    def __init__(self, lexicon: Lexicon) -> None:
        due = lexicon.calendar.due
        vague = alternatives(due.vague)
        month = alternatives(name for names in lexicon.calendar.months.values() for name in names)
        months = rf"(?:{alternatives(lexicon.calendar.words.month)}\.?\s+)?{month}(?!\w)"  # "sepanjang Februari"
        openers = (
            due.limit, due.limit_nouns, due.ceiling, due.announce, due.every, due.vague, due.conditions, due.after,
            due.before, due.rates, due.day_h,
        )  # fmt: skip
        opening = alternatives(w for words in openers for w in words)
        self.condition = pattern(rf"(?<!\w){alternatives(due.conditions)}\s+{_CLAUSE}")
        self.meanwhile = pattern(rf"{alternatives(due.meanwhile)}(?!\w)")
        self.on_the_day = pattern(rf"{alternatives(due.meanwhile)}\s+{alternatives(due.day_h)}(?!\w)")
        self.no_condition = pattern(
            rf"{alternatives(due.not_conditions)}(?!\w)|sepanjang\s+(?:(?:±|kurang lebih\s)?\s*\d|{months})"
        )
        self.after = pattern(rf"(?<!\w){alternatives(due.after)}\s+{_CLAUSE}")
        self.before = pattern(rf"(?<!\w){alternatives(due.before)}\s+(?=\w)")
        self.vague = pattern(rf"(?<!\w){vague}(?!\w)")
        self.not_vague = pattern(alternatives(due.not_vague))
        self.unread_limit = pattern(rf"(?<!\w){alternatives(due.limit)}(?!\w)\s*[:=]?\s*(?!\d){_CLAUSE}")
        self.attached = pattern(rf"\s*(?:(?:[(\[,]|{words_of(due.attached)})\s*)*")
        self.quick = pattern(rf"(?<!\w){opening}(?!\w)|{_time_words(lexicon)}")


def _time_words(lexicon: Lexicon) -> str:
    """Any word that can open a point in time."""
    calendar = lexicon.calendar
    words = calendar.words
    months = [w for names in calendar.months.values() for w in names]
    weeks = [*words.week, *words.weekend]
    units = [*words.date, *words.day, *weeks, *words.month, *words.year, *words.quarter, *words.semester]
    days = [*words.tomorrow, *words.day_after, *words.today, *words.today_later, *words.today_end]
    days += [*words.week_end, *words.month_end, *words.year_end]
    opening = [*months, *calendar.weekday_names, *units, *days, *calendar.due.meetings]
    return rf"(?<!\w)(?:{alternatives(opening)})(?!\w)|{alternatives(units)}(?!\w)"
