"""The patterns that find dates, built once from a lexicon."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import any_of
from notula.pipeline.text import fold, remembered

_FLAGS = re.IGNORECASE
DASH = "[-–—‐]"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
YEAR = r"(?:19|20)\d\d(?!\d)"
ROMAN = r"(?:iv|v|i{1,3})"
_NOT_IN_NUMBER = r"(?<!\d)(?<!\d[.,:])"
_FREE = {" ": r"\s+", "-": r"[\s\-–]*", "'": r"\s?['’‘`´]?\s?", ".": r"\.?", "/": r"\s?/\s?"}


def alternatives(words: Iterable[str]) -> str:
    """A group that matches any of the words as written in minutes: free in white space, hyphens, apostrophes, stops."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{any_of([[_FREE.get(c, re.escape(c)) for c in word] for word in longest_first], ignore_case=True)})"


def words_of(words: Iterable[str]) -> str:
    """Any of the words, standing alone."""
    return rf"(?<!\w){alternatives(words)}(?!\w)"


def pattern(source: str) -> re.Pattern[str]:
    """The compiled form, blind to case."""
    return re.compile(source, _FLAGS)


def spellings(table: Mapping[int, Iterable[str]]) -> dict[str, int]:
    """From a squeezed spelling (no apostrophes, stops or spaces) to its number."""
    return {squashed(word): number for number, words in table.items() for word in words}


@remembered
def squashed(word: str) -> str:
    """A word reduced to what distinguishes spellings."""
    return re.sub(r"[^\w]", "", fold(word))


class Numbers:
    """Reads number words: ``source`` matches them, :meth:`value` gives the number."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.calendar.numbers
        self.digits, self.scales, self.teen, self.one = words.digits, words.scales, words.teen, words.one
        scale = alternatives([*words.scales, words.teen])
        digit = alternatives(words.digits)
        one_word = rf"(?:{digit}(?:\s*{scale}(?!\w*n\b))*|{words.one}{scale}(?:\s*ribu)?)"
        one_by_one = r"(?<!satu-)(?!satu-satu(?!\w))"  # "menemui dokter satu-satu minggu ini" counts no week
        self.source = rf"(?<!\w){one_by_one}{one_word}(?:[\s-]*{one_word}){{0,7}}(?!\w)"
        thousand = re.escape(next(word for word, value in words.scales.items() if value == 1000))
        self.year_source = rf"(?<!\w)(?:{digit}\s*|{words.one}){thousand}(?:[\s-]*{one_word}){{0,5}}(?!\w)"
        self._token = pattern("|".join([digit, scale, words.one]))

    def value(self, text: str) -> int | None:
        """The number that the words say; None where they say none."""
        total, current = 0, 0
        tokens = [token.casefold() for token in self._token.findall(text)]
        if not tokens:
            return None
        for token in tokens:
            if token in self.digits:
                current += self.digits[token]
            elif token == self.one:
                current += 1
            elif token == self.teen:
                current += 10
            elif self.scales[token] == 1000:
                total, current = (total + current) * 1000, 0
            else:
                scale = self.scales[token]
                total, current = total + current // 10 * 10 + (current % 10 or 1) * scale, 0
        return total + current


@dataclass(frozen=True)
class DateGrammar:
    """Patterns and tables of dates; a ``*_tail`` ends where a date begins, a ``*_head`` begins where one ends."""

    numbers: Numbers
    months: dict[str, int]
    misread: frozenset[str]
    english_months: frozenset[str]
    weekdays: dict[str, int]
    month_source: str
    weekday_source: str
    month_word: re.Pattern[str]
    named: re.Pattern[str]
    english: re.Pattern[str]
    numeric: re.Pattern[str]
    iso: re.Pattern[str]
    short: re.Pattern[str]
    month: re.Pattern[str]
    loose: re.Pattern[str]
    weekday_tail: re.Pattern[str]
    weekday_head: re.Pattern[str]
    week_tail: re.Pattern[str]
    ordinal_tail: re.Pattern[str]
    moved_tail: re.Pattern[str]
    date_tail: re.Pattern[str]
    refused_tail: re.Pattern[str]
    limit_tail: re.Pattern[str]
    between_range: re.Pattern[str]
    between_same: re.Pattern[str]

    def month_number(self, text: str) -> int:
        """The month (1 to 12) of a spelling."""
        return self.months[squashed(text)]

    def weekday_number(self, text: str) -> int:
        """The ISO weekday (1 to 7) of a spelling."""
        return self.weekdays[squashed(text)]


@cache
def date_grammar(lexicon: Lexicon) -> DateGrammar:
    """The grammar of a lexicon's calendar."""
    calendar = lexicon.calendar
    numbers = Numbers(lexicon)
    months = [word for words in (*calendar.months.values(), *calendar.misread_months.values()) for word in words]
    month = rf"(?<![^\W\d]){alternatives(months)}(?![^\W\d])"
    weekday = rf"(?<!\w){alternatives(calendar.weekday_names)}(?!\w)"
    return DateGrammar(
        numbers=numbers,
        months=spellings(calendar.months) | spellings(calendar.misread_months),
        misread=frozenset(spellings(calendar.misread_months)) - frozenset(spellings(calendar.months)),
        english_months=frozenset(squashed(word) for word in calendar.english_months),
        weekdays=spellings(calendar.weekdays),
        month_source=month,
        weekday_source=weekday,
        month_word=pattern(month),
        **_date_forms(lexicon, numbers, month),
        **_surroundings(lexicon, weekday, numbers),
    )


def _date_forms(lexicon: Lexicon, numbers: Numbers, month: str) -> dict[str, re.Pattern[str]]:
    words = lexicon.calendar.words
    date, year = alternatives(words.date), alternatives(words.year)
    a_month = rf"(?:(?<!\w){alternatives(words.month)}\.?\s+)?"
    until = rf"(?:\s*{DASH}{{1,2}}\s*|\s*{alternatives(words.until)}\s*)"
    both = rf"(?:{until}|\s*{alternatives(words.also)}\s+)"
    spoken = rf"(?:\s*\(\s*{numbers.source}\s*\))?"
    weekday = alternatives(lexicon.calendar.weekday_names)
    again = rf"(?:{weekday}\s*[,/]?\s*)?(?:{date}\.?\s*)?"
    first = rf"(?:(?P<d1>{DAY})(?P<sep>{both}){again})?"
    start = rf"{_NOT_IN_NUMBER}(?:(?<!\w)|(?<=tgl)|(?<=tanggal))"
    a_year = (
        rf"(?:(?:\s*[,./]\s*|\s*{DASH}\s*|\s*)(?:{year}\.?\s*)?(?:(?P<y>{YEAR})|(?P<yw>{numbers.year_source})){spoken}"
        rf"|\s*['’](?P<y1>\d\d)(?!\d)|[-/](?P<y2>\d\d)(?![\d/.:-])|\s+(?P<y3>\d\d)(?=\s*(?:[),;]|\.?\s*$)))?"
    )
    day = rf"(?:(?P<d>{DAY}){spoken}|(?P<dw>{numbers.source}))"
    return {
        "named": pattern(rf"{start}{first}{day}(?:\s*|[-/])[.,]?\s?{a_month}(?P<m>{month})\.?{a_year}"),
        "english": pattern(
            rf"(?<!\w)(?P<m>{month})\.?\s+(?P<d>{DAY})(?P<th>st|nd|rd|th)?"
            rf"(?:\s*,\s*(?P<y>{YEAR})|(?![\d.:/-]\d|\w|\s*%))"
        ),
        "numeric": pattern(
            rf"(?<!\w)(?<!\d[.,:/-])(?:(?P<d1>{DAY})(?P<sep>{until}))?"
            rf"(?P<d>{DAY})(?P<s>\s?[-/.]\s?)(?P<m>\d{{1,2}})(?P=s)"
            rf"(?P<y>{YEAR}|\d\d(?!\d))(?![/-]\d|[./-]?\w)"
        ),
        "iso": pattern(rf"(?<![\w/-])(?P<y>{YEAR})(?P<s>[-/])(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>{DAY})(?![/-]?\w)"),
        "short": pattern(r"(?<![\w/.,:-])(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\w/%]|[.,:-]\w)"),
        "month": pattern(
            rf"(?:(?P<m1>{month})\.?{both})?(?:{a_month}(?P<m>{month})\.?\s*[,/-]?\s*(?:{year}\.?\s*)?(?P<y>{YEAR})(?!-\d)"
            rf"|(?<!\w){alternatives(words.month)}\.?\s+(?P<m2>{month}))"
        ),
        "loose": pattern(r"(?<!\S)(?P<d>\d\d) (?P<m>\d\d) (?P<y>\d\d)\s*$"),
    }


def _surroundings(lexicon: Lexicon, weekday: str, numbers: Numbers) -> dict[str, re.Pattern[str]]:
    words, due = lexicon.calendar.words, lexicon.calendar.due
    limits = (*due.limit, *due.limit_nouns, *due.ceiling, *due.before, *due.until, *due.announce)
    date = alternatives(words.date)
    day = alternatives(words.day)
    until = rf"(?:{DASH}{{1,2}}|{alternatives(words.until)})"
    ordinal = rf"(?:{ROMAN}|\d|{alternatives(lexicon.calendar.numbers.ordinals)}|{numbers.source})"
    time = lexicon.calendar.time
    part = alternatives([*time.morning, *time.midday, *time.evening])
    return {
        "weekday_tail": pattern(
            rf"(?P<w>{weekday})(?:\s+{part}(?!\w))?(?:\s*(?:{until}|/|{alternatives(words.also)})\s*{weekday})?"
            rf"(?P<mark>\s*[,./:–-]*\s*)(?P<date>\(?\s*{date}\s*\)?\s*[.:]?\s*)?$"
        ),
        "weekday_head": pattern(rf"\s*\(\s*(?P<w>{weekday})\s*\)"),
        "week_tail": pattern(
            rf"(?<!\w){alternatives(words.week)}\s*(?:ke)?[\s-]*{ordinal}\s*(?:(?:di|pada|dari)\s+)?(?:{alternatives(words.month)}\s+)?$"
        ),
        "ordinal_tail": pattern(r"(?<!\w)ke[\s-]*$"),
        "moved_tail": pattern(rf"{words_of(words.moved)}(?:\s+dari\s+[^.;,()]{{2,30}}?)?\s+ke\s+(?:{date}\.?\s*)?$"),
        "date_tail": pattern(rf"(?<!\w)(?:{date}|{day})\.?\s*:?\s*$"),
        "limit_tail": pattern(rf"{words_of(limits)}\s*[:=]?\s*$"),
        "refused_tail": pattern(rf"(?<!\w){alternatives(words.not_date)}\.?\s*:?\s*$"),
        "between_range": pattern(rf"\s*{until}\s*(?:{day}\s+)?(?:{date}\.?\s*)?$"),
        "between_same": pattern(rf"\s*[(\[]\s*(?:{day}\s+)?(?:{date}\.?\s*)?$"),
    }
