"""Finds the times of day that a text names.

- "09.30", "09:30" or "09,30" is a time only beside a word for it (pukul, jam), a zone, AM/PM, or as one end of a range;
  elsewhere it may be a sum, a version or a section, and counts only where the caller knows better (``bare``)
- "jam 9", "pukul sembilan" and "9 AM" are full hours; a part of the day ("jam 3 sore") moves them into 24 hours
- "setengah 8" is half an hour before eight, "jam 10 lewat 20" twenty minutes past ten; a part of the day behind it
  ("malam") holds for it too
- "selesai" as an end leaves the end open; a zone after the end also holds for the start
"""

import re
from dataclasses import dataclass
from functools import cache

from notula.pipeline.extract.dates_grammar import DASH, Numbers, alternatives, pattern, squashed
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import remembered

_CLOCK = r"(?:2[0-4]|[01]?\d)\s?[.:,]\s?[0-5]\d(?::[0-5]\d)?(?!\d)(?![.,:]\d)"
_HOUR = r"(?:2[0-4]|[01]?\d)(?!\d)(?!\s?[.,:/]\d)"
_PARTS = ("morning", "midday", "evening", "am", "pm")
_SAME_TIME = re.compile(r"\s*[(,/±]\s*(?:±|sekitar|kira-kira)?\s*", re.IGNORECASE)  # "ba'da Isya (20.00)"
_YEAR = re.compile(r"\b(?:19|20)\d\d\s+$")  # of a day, before its hours
_COUNTED = re.compile(r"(?<![\d/.-])\d{1,2}\s*$")
_WIDTH = 30  # characters looked at before and after a number


@dataclass(frozen=True)
class TimeMention:
    """A time of day, or a span of it, as written.

    ``start`` and ``end`` are "HH:MM" ("00:00" for 24.00); ``end`` is None for one time and for "selesai", ``start`` is
    None where only a prayer is named. ``zone`` is WIB, WITA, WIT or None. ``char_start`` and ``char_end`` span it.
    """

    start: str | None
    end: str | None
    zone: str | None
    text: str
    char_start: int
    char_end: int


@dataclass(frozen=True)
class _Grammar:
    span: re.Pattern[str]
    prayer: re.Pattern[str]
    quick: re.Pattern[str]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]
    not_hour: re.Pattern[str]
    loose_words: frozenset[str]
    zones: dict[str, str]
    parts: dict[str, str]
    numbers: Numbers


@cache
def _grammar(lexicon: Lexicon) -> _Grammar:
    words, numbers = lexicon.calendar.time, Numbers(lexicon)
    zones = {squashed(spelling): zone for zone, names in lexicon.calendar.zones.items() for spelling in names}
    parts = {squashed(w): p for p in _PARTS for w in getattr(words, p)}
    names = [s for spellings in lexicon.calendar.zones.values() for s in spellings]
    spaced = sorted((" ?".join(name) for name in lexicon.calendar.zones), key=len, reverse=True)  # "W I B", "WI B"
    zone = f"(?:{alternatives(names)}|{'|'.join(spaced)})"
    part = alternatives(w for p in _PARTS for w in getattr(words, p))
    half, past, minute = alternatives(words.half), alternatives(words.past_hour), alternatives(words.minute)
    word, opened = alternatives(words.words), alternatives(words.open_end)
    upto = alternatives(lexicon.calendar.words.until)
    until = rf"\)?(?:\s*{DASH}{{1,2}}\s*|\s*{upto}\s*|\s*[,/-]?\s*selesai\s+(?=\d))"
    tail = rf"\s*['’′`]?(?:\s*(?P<part{{n}}>{part})(?!\w))?(?:\s*\(?(?P<zone{{n}}>{zone})(?!\w))?"
    hour = rf"(?:{_HOUR}|{numbers.source}(?!\w))"
    end_hour = rf"{hour}(?=\s*(?:{zone}(?!\w)|{part}(?!\w)|$|[),;]|\.\s|\.$))"
    refused = [*words.not_before, *lexicon.calendar.words.date]
    return _Grammar(
        span=pattern(
            rf"(?:(?<!\w)(?P<word>{word})\s*[.:]?\s*)?(?<![\w.,/])(?<!\d[-:–])(?:(?P<t1>{_CLOCK})|(?P<half>{half}\s+)?(?P<h1>{hour})(?:\s+{past}\s+(?P<past>[0-5]?\d)(?![\d.,:/])"
            rf"(?:\s*{minute}(?!\w))?)?){tail.format(n=1)}"
            rf"(?:(?P<until>{until})(?:(?:kira-kira|sekitar|kurang lebih|±)\s*)?"
            rf"(?:(?:{word})\s*[.:]?\s*)?(?:(?P<open>{opened})(?!\w)(?:\s*\(?(?P<zone3>{zone})(?!\w))?"
            rf"|(?:(?P<t2>{_CLOCK})|(?P<h2>{end_hour})){tail.format(n=2)}))?"
        ),
        prayer=pattern(
            rf"(?<!\w){alternatives([*words.prayer_after, *words.prayer_before])}\s*"
            rf"(?:{alternatives(words.prayer)}\s+)?{alternatives(words.prayers)}(?!\w)"
        ),
        quick=pattern(rf"\d|{alternatives((*words.prayers, *set(words.words) - set(words.loose_words)))}"),
        not_before=pattern(rf"(?<!\w){alternatives(refused)}\.?\s*:?\s*$|[$€]\s*$|\d\s+$"),
        not_after=pattern(rf"\s*(?:%|{alternatives(words.not_after)}(?!\w)|,-|x\d)"),
        not_hour=pattern(rf"\s*{alternatives([*words.not_after, *words.not_hour])}(?!\w)"),
        loose_words=frozenset(words.loose_words),
        zones=zones | {squashed(name): name for name in lexicon.calendar.zones},
        parts=parts,
        numbers=numbers,
    )


@remembered
def find_times(text: str, lexicon: Lexicon, *, bare: bool = False) -> tuple[TimeMention, ...]:
    """The times of a text, in order.

    Args:
        text: one line, cell or paragraph; offsets index it.
        lexicon: the word lists.
        bare: the text is known to hold a time (the value of "Waktu"): "12.30" alone counts.
    """
    grammar = _grammar(lexicon)
    if not grammar.quick.search(text):
        return ()
    found = []
    for match in grammar.span.finditer(text):
        if mention := _mention(match, grammar, bare=bare):
            found.append(mention)
    for match in grammar.prayer.finditer(text):
        told = any(_SAME_TIME.fullmatch(text[match.end() : m.char_start]) for m in found)
        if not told and not any(m.char_start < match.end() and match.start() < m.char_end for m in found):
            found.append(TimeMention(None, None, None, match[0], match.start(), match.end()))
    return tuple(sorted(found, key=lambda m: m.char_start))


def _mention(match: re.Match[str], grammar: _Grammar, *, bare: bool) -> TimeMention | None:
    if not _is_time(match, grammar, bare=bare):
        return None
    start = _clock(match["t1"] or match["h1"], match["part1"] or (match["part2"] if match["h1"] else None), grammar)
    if start is not None and match["half"]:
        start = f"{(int(start[:2]) - 1) % 24:02d}:30"
    if start is not None and match["past"]:
        start = f"{start[:2]}:{int(match['past']):02d}"
    second = match["t2"] or match["h2"]
    end = _clock(second, match["part2"], grammar) if second else None
    if start and end and match["part1"] and not match["part2"] and end < start < (later := _half_day_on(end)):
        end = later  # "jam 8 malam s/d 10.15"
    zone = match["zone2"] or match["zone3"] or match["zone1"]
    begin = match.start("word") if match["word"] else match.start("t1") if match["t1"] else match.start("h1")
    finish = begin + len(match.string[begin : match.end()].rstrip())
    if start is None:
        return None
    return TimeMention(
        start, end, grammar.zones[squashed(zone)] if zone else None, match.string[begin:finish], begin, finish
    )


def _is_time(match: re.Match[str], grammar: _Grammar, *, bare: bool) -> bool:
    """Whether enough speaks for a time of day and nothing against it."""
    text, begin = match.string, match.start("t1") if match["t1"] else match.start("h1")
    zoned = bool(match["zone1"] or match["zone2"] or match["zone3"])
    # "2 jam 30 menit" is a duration; "2024 jam 19.45" and "18/9/24 jam 13.30" are a date and a time.
    counted = _COUNTED.search(text, 0, match.start("word")) if match["word"] and match["h1"] else None
    worded = bool(match["word"]) and counted is None
    parts = (grammar.parts[squashed(match[name])] for name in ("part1", "part2") if match[name])
    halved = bool(match["half"] and match["part1"]) or any(part in ("am", "pm") for part in parts)
    dated = bool(zoned and match["until"]) and _YEAR.search(text, max(0, begin - _WIDTH), begin)
    if not worded and not dated and grammar.not_before.search(text, max(0, begin - _WIDTH), begin):
        return False
    if not zoned and grammar.not_after.match(text, match.end()):
        return False
    if match["h1"]:
        if not match["h1"][0].isdigit() and (not match["word"] or match["word"].casefold() in grammar.loose_words):
            return False
        told = halved or (bare and match["part1"] is not None)  # "9 pagi" behind the label of the time
        return _hour_counts(match, grammar, worded=worded, zoned=zoned, halved=told)
    if "," in (match["t1"] + (match["t2"] or "")):
        return zoned or worded
    wide = match["t2"] is not None and len(match["t2"]) >= 5 and all(match[n][-1] in "05" for n in ("t1", "t2"))
    return bare or zoned or worded or halved or wide or match["open"] is not None


def _hour_counts(match: re.Match[str], grammar: _Grammar, *, worded: bool, zoned: bool, halved: bool) -> bool:
    """Whether a number without minutes is an hour."""
    if worded:
        duration = grammar.not_hour.match(match.string, match.end())
        return zoned or not (duration or match["word"].casefold() in grammar.loose_words)
    return halved or zoned


def _half_day_on(clock: str) -> str:
    """Twelve hours after a time of the first half of the day."""
    return f"{int(clock[:2]) + 12:02d}{clock[2:]}"


def _clock(text: str, part: str | None, grammar: _Grammar) -> str | None:
    """``HH:MM`` in the 24-hour clock; None for an hour past 24."""
    numbers = re.findall(r"\d+", text)
    hour = int(numbers[0]) if numbers else grammar.numbers.value(text) or 25
    minute = int(numbers[1]) if len(numbers) > 1 else 0
    if hour > 24 or (hour == 24 and minute):
        return None
    hour %= 24
    name = grammar.parts[squashed(part)] if part else None
    if name in ("morning", "am", "evening") and hour == 12:
        hour = 0
    elif (name in ("evening", "pm") and 1 <= hour < 12) or (name == "midday" and 1 <= hour <= 4):
        hour += 12
    return f"{hour:02d}:{minute:02d}"
