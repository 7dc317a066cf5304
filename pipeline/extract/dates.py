"""Finds the dates that a text names.

How a date is read:

- each form (named month, numeric, ISO, day/month, month alone) proposes its matches; the leftmost and longest wins
- a weekday before it, or in brackets after it, belongs to it
- two dates joined by a dash or "s.d." are one range; a date repeated in brackets in other words is one mention
- what only looks like a date is refused: numbers of letters and articles, "minggu ke-2 November", day 31 of June
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from notula.pipeline.extract.dates_grammar import DateGrammar, date_grammar, squashed
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import remembered

_MISREAD = re.compile(r"(?<![^\W\dlIOo])[lIOo|]{0,9}\d[\dlIOo|]{0,9}(?![^\W\d])")
_DIGITS = str.maketrans("lI|Oo", "11100")

_DIGIT = re.compile(r"\d")
_FIGURES = re.compile(r"\d\s?[-/.]\s?\d")
_CLOSING = ").,;"  # marks that close a stretch
_NEAR = 40  # characters before a date in which a word for one is looked for
_EVE = re.compile(r"\bmalam\s*$", re.IGNORECASE)


class Parts(NamedTuple):
    """What a date says: None for a part that it leaves out."""

    day: int | None
    month: int | None
    year: int | None

    def date(self) -> dt.date | None:
        """The day; None where a part is missing or there is no such day."""
        if self.day is None or self.month is None or self.year is None:
            return None
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True)
class DateMention:
    """A date, or a range of dates, as written.

    ``start`` and ``end`` span it in the text with its weekday; ``day`` and ``end_day`` are None where a part is missing
    (``parts``, ``end_parts`` say which) or no such day exists. ``weekday_agrees`` is None where there is nothing to
    compare. ``rule`` names the form.
    """

    start: int
    end: int
    text: str
    parts: Parts
    end_parts: Parts | None = None
    weekday: str | None = None
    weekday_agrees: bool | None = None
    rule: str = "named"

    @property
    def day(self) -> dt.date | None:
        """The (first) day."""
        return self.parts.date()

    @property
    def end_day(self) -> dt.date | None:
        """The last day of a range."""
        return self.end_parts.date() if self.end_parts else None

    @property
    def last(self) -> Parts:
        """The parts of the last day: of the only day where it is no range."""
        return self.end_parts or self.parts


@remembered
def find_dates(text: str, lexicon: Lexicon, *, lenient: bool = False, short: bool = False) -> tuple[DateMention, ...]:
    """The dates of a text, in order, none overlapping.

    Args:
        text: one line, cell or paragraph; offsets index it.
        lexicon: the word lists.
        lenient: also read digits that OCR took for letters ("l5 0ktober") and a bare "20 08 07" at the end.
        short: also read day/month ("28/8") in the middle of a sentence.
    """
    grammar = date_grammar(lexicon)
    plain = _mend_digits(text) if lenient else text
    month = grammar.month_word.search(plain) is not None
    if not month and not _DIGIT.search(plain):
        return ()
    skipped = (
        (() if month else _OF_MONTHS) + (() if _FIGURES.search(plain) else _BARE) + (() if lenient else ("loose",))
    )
    found = _pick(_candidates(plain, grammar, skipped, short=short, lenient=lenient))
    found = [whole for mention in found if (whole := _with_weekday(plain, mention, grammar))]
    found = _join(plain, found, grammar)
    return tuple(replace(mention, text=text[mention.start : mention.end]) for mention in found)


def _mend_digits(text: str) -> str:
    """The text, as long as before, with l, I, | and O that stand among digits as digits."""
    return _MISREAD.sub(lambda match: match[0].translate(_DIGITS), text)


def _candidates(
    text: str, grammar: DateGrammar, skipped: tuple[str, ...], *, lenient: bool, short: bool
) -> Iterator[DateMention]:
    for rule, form, build in _RULES:
        if rule in skipped:
            continue
        for match in form(grammar).finditer(text):
            if not lenient and _misread(match, grammar):
                continue
            mention = build(match, grammar)
            if mention and _is_ordinal(text, mention.start, grammar):
                mention = _without_ordinal(match, mention)
            if mention is None:
                continue
            if rule in _BARE and grammar.refused_tail.search(text, max(0, mention.start - 12), mention.start):
                continue
            if rule == "month" and grammar.week_tail.search(text, max(0, mention.start - 40), mention.start):
                continue
            if rule == "short" and not (short or _stands_apart(text, mention, grammar)):
                continue
            yield replace(mention, rule=rule)


def _is_ordinal(text: str, start: int, grammar: DateGrammar) -> bool:
    """Whether "ke" before a numeral counts something ("minggu ke 2") and tells no new day ("molor ke 2/5")."""
    counted = grammar.ordinal_tail.search(text, max(0, start - 12), start)
    return counted is not None and grammar.moved_tail.search(text, max(0, start - 30), start) is None


def _without_ordinal(match: re.Match[str], mention: DateMention) -> DateMention | None:
    """The day behind an ordinal that was taken for the first of a range ("minggu ke-2 – 8 Januari"); None without."""
    if mention.end_parts is None or "d" not in match.re.groupindex:
        return None
    return DateMention(match.start("d"), mention.end, "", mention.end_parts)


def _misread(match: re.Match[str], grammar: DateGrammar) -> bool:
    return any([squashed(value) in grammar.misread for value in match.groups() if value and not value.isdecimal()])


def _pick(candidates: Iterator[DateMention]) -> list[DateMention]:
    """The leftmost, longest candidates that do not overlap."""
    kept: list[DateMention] = []
    for mention in sorted(candidates, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _named(match: re.Match[str], grammar: DateGrammar) -> DateMention | None:
    groups = match.groupdict()
    day = int(groups["d"]) if groups["d"] else grammar.numbers.value(groups["dw"] or "")
    if day is None or not 1 <= day <= 31:
        return None
    year = _year(groups, grammar)
    if groups["dw"] and year is None and not grammar.date_tail.search(match.string, 0, match.start()):
        return None  # "dua Mei": too weak alone
    return _mention(match, Parts(day, grammar.month_number(groups["m"]), year))


def _english(match: re.Match[str], grammar: DateGrammar) -> DateMention | None:
    if not match["y"] and not match["th"] and squashed(match["m"]) not in grammar.english_months:
        return None  # "Mei 12 orang"
    year = int(match["y"]) if match["y"] else None
    return _mention(match, Parts(int(match["d"]), grammar.month_number(match["m"]), year))


def _numeric(match: re.Match[str], grammar: DateGrammar) -> DateMention | None:
    mark = match["s"].strip()
    if match.string[: match.start()].endswith("/") and not _announced(match.string, match.start(), grammar):
        return None  # the end of a letter's number
    if len(match["y"]) == 2 and not _is_sure(match, grammar):
        return None
    parts = Parts(int(match["d"]), int(match["m"]), _full_year(match["y"]))
    if parts.date() is None:
        return None
    if match["sep"] and match["sep"].strip() == mark:
        return None
    return _mention(match, parts)


def _is_sure(match: re.Match[str], grammar: DateGrammar) -> bool:
    """Whether figures with a short year are a date: padded, all of the text, told by a word or set off by marks."""
    text, start = match.string, match.start()
    if text.strip(" .") == match[0] or _announced(text, start, grammar):  # the value of a label ("Tgl : 3/6/24")
        return True
    padded = len(match["d"]) == 2 and len(match["m"]) == 2
    limited = grammar.limit_tail.search(text, max(0, start - _NEAR), start) is not None  # "paling lambat 3/6/24"
    # "Rapat RT, 3/6/24, di pos", "sebelum lomba (3/6/24)"
    apart = _between_marks(text, *match.span()) or _in_bracket(text, *match.span())
    return match["s"].strip() != "." and (padded or limited or apart)


def _iso(match: re.Match[str], grammar: DateGrammar) -> DateMention | None:
    parts = Parts(int(match["d"]), int(match["m"]), int(match["y"]))
    return _mention(match, parts) if parts.date() else None


def _short(match: re.Match[str], grammar: DateGrammar) -> DateMention | None:
    day, month = int(match["d"]), int(match["m"])
    if match[0] == "24/7" or Parts(day, month, 2024).date() is None:  # a leap year: 29/2 is a day
        return None
    return _mention(match, Parts(day, month, None))


def _month(match: re.Match[str], grammar: DateGrammar) -> DateMention | None:
    parts = Parts(None, grammar.month_number(match["m"] or match["m2"]), int(match["y"]) if match["y"] else None)
    mention = _mention(match, parts)
    if not match["m1"]:
        return mention
    first = grammar.month_number(match["m1"])
    year = parts.year - 1 if parts.year and parts.month and first > parts.month else parts.year
    return replace(mention, parts=Parts(None, first, year), end_parts=parts)


def _loose(match: re.Match[str], grammar: DateGrammar) -> DateMention | None:
    parts = Parts(int(match["d"]), int(match["m"]), _full_year(match["y"]))
    return _mention(match, parts) if parts.date() else None


_Form = Callable[[DateGrammar], re.Pattern[str]]
_Build = Callable[[re.Match[str], DateGrammar], DateMention | None]
_RULES: tuple[tuple[str, _Form, _Build], ...] = (
    ("named", lambda grammar: grammar.named, _named),
    ("english", lambda grammar: grammar.english, _english),
    ("numeric", lambda grammar: grammar.numeric, _numeric),
    ("iso", lambda grammar: grammar.iso, _iso),
    ("short", lambda grammar: grammar.short, _short),
    ("month", lambda grammar: grammar.month, _month),
    ("loose", lambda grammar: grammar.loose, _loose),
)
_BARE = ("numeric", "iso", "short")  # no match without a mark between figures
_OF_MONTHS = ("named", "english", "month")  # no match without the name of a month


def _mention(match: re.Match[str], parts: Parts) -> DateMention:
    """The mention of a match; a first day before a dash makes it a range where the order is right."""
    start, end = match.start(), match.start() + len(match[0].rstrip(" ,."))
    first = match.groupdict().get("d1")
    if not first:
        return DateMention(start, end, "", parts)
    if parts.day is not None and int(first) < parts.day:
        return DateMention(start, end, "", parts._replace(day=int(first)), end_parts=parts)
    return DateMention(match.start("d") if match["d"] else start, end, "", parts)


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _year(groups: dict[str, str | None], grammar: DateGrammar) -> int | None:
    for name in ("y", "y1", "y2", "y3"):
        if digits := groups[name]:
            return _full_year(digits)
    value = grammar.numbers.value(groups["yw"]) if groups["yw"] else None
    return value if value and 1900 <= value < 2100 else None


def _announced(text: str, start: int, grammar: DateGrammar) -> bool:
    """Whether "tanggal", "hari" or a weekday stands right before."""
    tail = max(0, start - _NEAR)
    return bool(grammar.date_tail.search(text, tail, start) or grammar.weekday_tail.search(text, tail, start))


def _stands_apart(text: str, mention: DateMention, grammar: DateGrammar) -> bool:
    """Whether a day/month is set off enough to be no fraction: alone, announced, or between marks at an end."""
    before, after = text[: mention.start].rstrip(), text[mention.end :].lstrip()
    if not before and not after:
        return True
    if _announced(text, mention.start, grammar):
        return True
    if before.endswith("(") and mention.parts.day is not None:
        return (not after or after[0] in _CLOSING) and mention.parts.day > 12
    return _between_marks(text, mention.start, mention.end)


def _between_marks(text: str, start: int, end: int) -> bool:
    """Whether a mark that parts stands right before a stretch, and one or nothing behind it."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    return (not after or after[0] in _CLOSING) and before.endswith(("-", "–", "—", ",", ";", ":"))


def _in_bracket(text: str, start: int, end: int) -> bool:
    """Whether brackets hold a stretch and nothing else."""
    return text[:start].rstrip().endswith(("(", "[")) and text[end:].lstrip().startswith((")", "]"))


def _with_weekday(text: str, mention: DateMention, grammar: DateGrammar) -> DateMention | None:
    """The mention with the weekday beside it; None where "Minggu 2 November" means a week of the month."""
    if mention.parts.day is None:
        return mention
    before = grammar.weekday_tail.search(text, max(0, mention.start - 60), mention.start)
    after = grammar.weekday_head.match(text, mention.end)
    match = before or after
    if not match:
        return mention
    number = grammar.weekday_number(match["w"])
    days = weekdays_meant(number, text, before.start()) if before else {number}
    agrees = mention.day.isoweekday() in days if mention.day else None
    unmarked = before and not before["date"] and not before["mark"].strip()
    if unmarked and number == 7 and mention.parts.day <= 5 and not agrees:
        return None
    start = before.start() if before else mention.start
    end = after.end() if after else mention.end
    return replace(mention, start=start, end=end, weekday=match["w"], weekday_agrees=agrees)


def weekdays_meant(number: int, text: str, start: int) -> set[int]:
    """The weekdays (1 for Monday) that the name of one may mean where it stands: "malam Minggu" is Saturday evening."""
    return {number, (number - 2) % 7 + 1} if _EVE.search(text, 0, start) else {number}


def _join(text: str, mentions: list[DateMention], grammar: DateGrammar) -> list[DateMention]:
    """The mentions with ranges and repetitions made one."""
    joined: list[DateMention] = []
    for mention in mentions:
        previous = joined[-1] if joined else None
        pair = previous and (_as_range(text, previous, mention, grammar) or _as_same(text, previous, mention, grammar))
        if pair:
            joined[-1] = pair
        else:
            joined.append(mention)
    return joined


def _as_range(text: str, first: DateMention, last: DateMention, grammar: DateGrammar) -> DateMention | None:
    if not grammar.between_range.fullmatch(text, first.end, last.start) or first.end_parts or last.end_parts:
        return None
    begin, end = first.parts, last.parts
    if begin.year is None and end.year is not None and begin.month and end.month:
        begin = begin._replace(year=end.year - (begin.month > end.month))
    if (begin.day is None) != (end.day is None):
        return None
    first_day, last_day = begin.date(), end.date()
    if first_day and last_day and first_day > last_day:
        return None
    agrees = first_day.isoweekday() == grammar.weekday_number(first.weekday) if first.weekday and first_day else None
    return replace(first, end=last.end, parts=begin, end_parts=end, weekday_agrees=agrees)


def _as_same(text: str, first: DateMention, second: DateMention, grammar: DateGrammar) -> DateMention | None:
    """One mention of a day said twice, the second time in brackets."""
    closing = re.compile(r"\s*[)\]]").match(text, second.end)
    if not closing or not grammar.between_same.fullmatch(text, first.end, second.start):
        return None
    if first.parts != second.parts or first.end_parts != second.end_parts:
        return None
    weekday = first.weekday or second.weekday
    agrees = first.weekday_agrees if first.weekday else second.weekday_agrees
    return replace(first, end=closing.end(), weekday=weekday, weekday_agrees=agrees)
