"""The patterns that find deadlines, built once from a lexicon."""

import re
from dataclasses import dataclass
from functools import cache

from notula.pipeline.extract.dates_grammar import DateGrammar, date_grammar, squashed
from notula.pipeline.extract.due_context_patterns import ContextPatterns, EventPatterns
from notula.pipeline.extract.due_point_patterns import (
    ClausePatterns,
    DayPatterns,
    PeriodPatterns,
    SpanPatterns,
    repeated_pattern,
)
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import Stems, has_odd_letters


@dataclass(frozen=True)
class DueGrammar:
    """Patterns and word sets of deadlines."""

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
    feasts: dict[tuple[int, int], frozenset[str]]  # by month and day
    repeated: re.Pattern[str]
    spans: SpanPatterns
    periods: PeriodPatterns
    days: DayPatterns
    clauses: ClausePatterns
    context: ContextPatterns
    events: EventPatterns

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
        feasts={_month_and_day(day): _folded(names) for day, names in calendar.feasts.items()},
        repeated=repeated_pattern(lexicon, dates),
        spans=SpanPatterns(lexicon, dates),
        periods=PeriodPatterns(lexicon, dates),
        days=DayPatterns(lexicon, dates),
        clauses=ClausePatterns(lexicon),
        context=ContextPatterns(lexicon),
        events=EventPatterns(lexicon),
    )


def _needs(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """For patterns that often find nothing: the words one of which stands in whatever they match."""
    calendar = lexicon.calendar
    words, due = calendar.words, calendar.due
    months = (*calendar.months.values(), *calendar.misread_months.values())
    return {
        "repeated": (*due.every, *due.once, *due.rates, *due.times),
        "span": (*words.day, *words.week, *words.month, *words.year, *words.hour),
        "week_of": words.week,
        "quarter": (*words.quarter, *words.semester),
        "bare_month": tuple(word for names in months for word in names),
        "period": (*words.week, *words.weekend, *words.month, *words.year),
        "ending": (*words.week_end, *words.month_end, *words.year_end),
        "day_only": words.date,
        "weekday": calendar.weekday_names,
        "day_word": (*words.day_after, *words.tomorrow, *words.today, *words.today_end, *words.today_later),
        "day_h": due.day_h,
        "next_meeting": (*due.following, *words.next, *words.before_next),
        "condition": due.conditions,
        "after": due.after,
        "before": due.before,
        "vague": due.vague,
        "unread_limit": due.limit,
    }


def _month_and_day(day: str) -> tuple[int, int]:
    month, number = day.split("-")
    return int(month), int(number)


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(squashed(word) for word in words)
