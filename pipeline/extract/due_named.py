"""Reads the name of the event from which a deadline counts ("H-3 penyerahan dokumen", "sebelum pawai (5 Mei)")."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from notula.pipeline.extract.dates import DateMention
from notula.pipeline.extract.dates_grammar import squashed
from notula.pipeline.extract.due_grammar import DueGrammar
from notula.pipeline.extract.due_reckon import first_day, has_passed
from notula.pipeline.structure.opening_lines import DAY_NAME

_WORD = re.compile(r"[^\W_]")
_TOKEN = re.compile(r"\s*([^\s,;:()\[\]]+)")
_BRACKET = re.compile(r"\s*[(\[](?=\s*[^\W\d])")  # "H-3 (pawai 5 Mei)"
_SAYS_WHEN = re.compile(r"(?:deadline|tenggat|batas|target|selesai|jadi|mulai|yaitu|yakni)\b", re.IGNORECASE)
_CLOSING = re.compile(r"\s*[)\]]")
# "hari pemungutan suara" is an event's name, "hari Senin", "hari ini" and "hari H" are none.
_DAY_OF = re.compile(rf"hari\s+(?!{DAY_NAME}\b|ini\b|h\b|itu\b|yang\b|tersebut\b|kerja\b)[a-z]{{3}}", re.IGNORECASE)
MOST_WORDS = 9
"""Of an event's name: what is longer is a sentence."""


class Reading(NamedTuple):
    """The event that a deadline names: where its words end, the words, the day that stands with them."""

    end: int
    phrase: str
    day: dt.date | None


def read_event(
    text: str, start: int, grammar: DueGrammar, mentions: Iterable[DateMention], today: dt.date | None
) -> Reading:
    """The event's name that begins at ``start``, up to punctuation, a linking word or a date; and that date's day.

    A name that stands with its date in brackets counts as well ("H-3 (pawai 5 Mei)").
    """
    bracket = _BRACKET.match(text, start)
    inner = _read_event(text, bracket.end(), grammar, mentions, today) if bracket else None
    if inner and inner.phrase and inner.day and not _SAYS_WHEN.match(inner.phrase):
        closing = _CLOSING.match(text, inner.end)
        return inner._replace(end=closing.end() if closing else inner.end)
    return _read_event(text, start, grammar, mentions, today)


def _read_event(
    text: str, start: int, grammar: DueGrammar, mentions: Iterable[DateMention], today: dt.date | None
) -> Reading:
    following = next((m for m in mentions if m.start >= start and m.parts.day is not None), None)
    limit = following.start if following else len(text)
    end, words = start, list[str]()
    for match in _TOKEN.finditer(text, start, limit):
        word = match[1]
        if match.start() != end or len(words) == MOST_WORDS:
            break
        if not _WORD.search(word):
            break
        named = not words and (grammar.events.feast.match(text, match.start(1)) or _DAY_OF.match(text, match.start(1)))
        if squashed(word) in grammar.stops and not named:
            break
        words.append(word.rstrip("."))
        end = match.end() - (len(word) - len(word.rstrip(".")))
        if word.endswith(".") and text[match.end() :].strip()[:1].isupper() and len(word) > 4:
            break
    phrase = " ".join(words)
    if following and grammar.clauses.attached.fullmatch(text, _past_same(text, end, phrase), following.start):
        day = first_day(following, today)
        if today and has_passed(following.parts, today):
            day = following.parts._replace(year=today.year).date()  # "14 hari setelah kejadian (3 Juni)"
        finish = following.end
        if "(" in text[end : following.start] and text[finish:].lstrip().startswith(")"):
            finish = text.index(")", finish) + 1
        return Reading(finish, phrase, day)
    return Reading(end, phrase, None)


def _past_same(text: str, at: int, phrase: str) -> int:
    """Where a bracket goes on that says an event's name again ("H-3 sidang (sidang tanggal 10 Juni)"), else ``at``."""
    inner = at + len(text[at:]) - len(text[at:].lstrip(" ("))
    again = phrase and "(" in text[at:inner] and text[inner:].casefold().startswith(f"{phrase.casefold()} ")
    return inner + len(phrase) if again else at
