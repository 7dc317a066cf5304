"""Finds the events that a document dates, and the one that a deadline refers to ("H-3 penyerahan dokumen").

- an event is the words before its date: "X dilaksanakan tanggal D", "X tgl D", "X (D)", "X berikutnya: D"; or what
  is done on it ("X akan dibongkar oleh Y tanggal D"); a line that only says "rapat berikutnya" has the next line's date
- what there is on a date ("Tanggal D ada X") is one as well; so is a feast with a fixed day, where no document dates it
- its day is the first of a range; a date before the meeting, or told as past, dates nothing to come
- a deadline's words mean an event where all significant words of the shorter of the two stand in the longer, or one is
  the other's initials; where that holds for events on different days, it means none
"""

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from notula.pipeline.extract.dates import DateMention, Parts, find_dates
from notula.pipeline.extract.dates_grammar import squashed
from notula.pipeline.extract.due_grammar import DueGrammar, due_grammar
from notula.pipeline.extract.due_named import MOST_WORDS, read_event
from notula.pipeline.extract.due_reckon import coming_day, day_of, first_day, has_passed, last_day
from notula.pipeline.extract.roots import share_root
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.shapes import ARROW
from notula.pipeline.text import remembered

_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*")
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})-(?=[^\W\d_]{2})")  # "go-live" is "go live"
_BREAK = re.compile(r"[.;:!?](?=\s|$)|[\n\t•|()\[\]]|,(?=\s)|\s[-–—]\s")
_MARK = re.compile(r"\s*[:,]\s*$")
_OPENING, _CLOSING = re.compile(r"[(\[]\s*$"), re.compile(r"\s*[)\]]")
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_OPENS = re.compile(
    r"(?:^|[.;:,(•–—]\s|(?<!\w)(?:karena|krn|bahwa|mengingat|dan)\s)\s*(?:pada\s+|pd\s+)?(?:hari\s+)?(?:tanggal\s*|tgl\.?\s*)?$",
    re.IGNORECASE,
)
_TOPS = re.compile(r"\W*(?:\d{1,2}[.)]\s*)?")  # before the date of a line of a schedule
_COLON = re.compile(r"\s*:\s+(?=[^\W\d])(?=[^:;]{3,60}$)")
_OR_TAIL = re.compile(r"\d\S*(?:\s+[^\W\d]+)?(?:\s+\d{4})?\s+(?:atau|or)\s+$", re.IGNORECASE)
_OR_HEAD = re.compile(r"\s+(?:atau|or)\s+(?:tanggal\s+|tgl\.?\s+)?\d", re.IGNORECASE)
_SETTLED = re.compile(r"jadi\b", re.IGNORECASE)  # "Kunjungan jadi tgl 5"
_AGENT = re.compile(r"(?<=\w)\s+oleh\s", re.IGNORECASE)
_LONGEST_NAME = 200  # characters before a date in which its event's name is looked for
_VERB = re.compile(r"(?:di|me)\w{3,}kan|me[nm]\w{4,}i")
_PASSIVE = re.compile(r"\sdi[a-z]{4}", re.IGNORECASE)
# Which day "H" is: "H-60 dihitung dari hari pelaksanaan pawai".
_COUNTED_FROM = re.compile(
    r"(?<!\w)H(?:\s?-\s?\d+)?\s+(?:di|ter)hitung\s+(?:mundur\s+)?(?:dari|sejak|terhadap|berdasarkan)\s+(?P<what>[^.;,()\n]{3,80})"
)
_COUNTED = re.compile(r"ke[- ]?(?:\d{1,3}|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)")
_DAYS_AFTER = re.compile(r"(?<!\w)H\s?\+\s?\d")
_DAY_H = re.compile(r"(?<!\w)(?:H\s?(?:[-–]|min(?:us)?)\s?\d|hari[\s-]*H(?!\w))", re.IGNORECASE)
_ARRIVES = {"tiba": "datang", "ketibaan": "kedatangan"}  # words of one meaning
_DAYS_TO = re.compile(r"h\s?[-–+]\s?\d{1,3}")  # days before or after an event, itself none
ENDED = "berakhir"  # the last word of an event that is the end of something ("kontrak habis 5 Mei")
NEXT_MEETING = "rapat berikutnya"
MAIN_EVENT = "hari-h"  # the event that the meeting is about


class Event(NamedTuple):
    """Something to come: the words that name it, folded, and its (first) day."""

    phrase: str
    day: dt.date


def find_events(text: str, lexicon: Lexicon, meeting_day: dt.date | None) -> tuple[Event, ...]:
    """The events to come that a text dates, in order.

    Args:
        text: the document's text, one paragraph, item or cell a line.
        lexicon: the word lists.
        meeting_day: the day of the meeting, for years left out; without it only full dates count.
    """
    grammar = due_grammar(lexicon)
    events: dict[Event, None] = {}
    above = ""  # the line before, until its words are used
    for line in text.split("\n"):
        for mention in _dates(line, grammar, meeting_day):
            day = first_day(mention, meeting_day)
            if day is None or (meeting_day and day <= meeting_day) or has_passed(mention.parts, meeting_day):
                continue
            if _is_option(line, mention):
                continue
            phrase = (
                _phrase_before(line, mention, grammar)
                or _phrase_behind(line, mention, grammar)
                or _as_heading(above, grammar)
            )
            if phrase and not _DAYS_TO.fullmatch(phrase):
                events[Event(phrase, day)] = None
            above = ""
        if line.strip():
            above = line
    return tuple(events)


def _dates(line: str, grammar: DueGrammar, today: dt.date | None) -> list[DateMention]:
    """The dates of a line, and the days later in the meeting's month that are told by their number ("lomba tgl 19")."""
    found = list(find_dates(line, grammar.lexicon, short=True))
    for match in grammar.days.day_only.finditer(line) if today else ():
        number = int(match["d1"] or match["d"])
        told = match["this"] or match["next"] or match["running"]
        whole = any(mention.start < match.end() and match.start() < mention.end for mention in found)
        if today and not (told or whole) and number > today.day and day_of(today.year, today.month, number):
            found.append(DateMention(*match.span(), match[0], Parts(number, today.month, today.year)))
    return sorted(found, key=lambda mention: mention.start)


def _is_option(line: str, mention: DateMention) -> bool:
    """Whether a date is one of several that are to be chosen from ("12 April atau 19 April")."""
    before = _OR_TAIL.search(line, max(0, mention.start - 20), mention.start)
    return before is not None or _OR_HEAD.match(line, mention.end) is not None


def _as_heading(line: str, grammar: DueGrammar) -> str:
    """The words "rapat berikutnya" where a line says only that; empty where it says more or less."""
    words: list[str] = []
    for match in _WORD.finditer(line):
        if not match[0].isdigit():
            words.append(match[0])
            if len(words) > 5:
                return ""
    said = _next_meeting([squashed(word) for word in words], grammar)
    return NEXT_MEETING if said[:2] == NEXT_MEETING.split() else ""


def _phrase_behind(line: str, mention: DateMention, grammar: DueGrammar) -> str | None:
    """The folded words that name what there is on a date, behind one that opens its clause ("Tanggal 5 Mei ada X").

    In a schedule they stand behind its colon ("Senin, 17 Juni 2024 : kirab dan pentas").
    """
    if _TOPS.fullmatch(line, 0, mention.start) and (colon := _COLON.match(line, mention.end)):
        words = [squashed(match[0]) for match in _WORD.finditer(line, colon.end())]
        return " ".join(words) if 0 < len(words) <= MOST_WORDS else None
    if not _OPENS.search(line, max(0, mention.start - 40), mention.start):
        return None
    link = grammar.events.there_is.match(line, mention.end)
    phrase = read_event(line, link.end(), grammar, (), None).phrase if link else ""
    words = [squashed(match[0]) for match in _WORD.finditer(phrase)]
    return " ".join(words) if 0 < len(words) <= MOST_WORDS else None


def _phrase_before(line: str, mention: DateMention, grammar: DueGrammar) -> str | None:
    """The folded words that name what happens on a date; None where they tell a deadline or the past."""
    end = mention.start
    if ARROW.search(line, 0, end):
        return None  # "Sari -> pesan spanduk (7 Mei)": the day of a task
    if moved := grammar.dates.moved_tail.search(line, max(0, end - 40), end):
        end = moved.start()  # "Peresmian molor ke 20/9", but not "proses, molor ke 20/9"
        if not re.search(r"\w\s+$", line[max(0, end - 10) : end]):
            return None
    return _named_before(line, mention, end, grammar)


def _named_before(line: str, mention: DateMention, end: int, grammar: DueGrammar) -> str | None:
    """The same for the words that end there."""
    opening = _OPENING.search(line, max(0, end - 20), end)
    bracketed = opening is not None and _CLOSING.match(line, mention.end) is not None
    if opening and bracketed:
        weekday = grammar.dates.weekday_tail.search(line, max(0, opening.start() - 20), opening.start())
        bracketed = weekday is None  # "Jumat (20/6)" is the day of what stands before it
        end = weekday.start() if weekday else opening.start()
    if begun := grammar.events.begun_tail.search(line, max(0, end - 80), end):
        end = begun.start()
    while True:
        scheduled = grammar.events.scheduled_tail.search(line, max(0, end - 80), end)
        if scheduled:
            end = scheduled.start()
        elif not bracketed and (mark := _MARK.search(line, max(0, end - 20), end)):
            end = mark.start()
        elif aside := _ASIDE.search(line, max(0, end - 80), end):
            end = aside.start()
        else:
            break
    if along := grammar.events.along_with.search(line, max(0, end - 80), end):
        end = along.start()  # "Peluncuran bertepatan dengan hari jadi 5 Mei"
    far = max(0, end - _LONGEST_NAME)
    start = max((m.end() for m in _BREAK.finditer(line, far, end)), default=far)
    if over := grammar.events.over_tail.search(line, max(start, end - 40), end):
        words = _name_words(line[start : over.start()], grammar)
        return " ".join([*words, ENDED]) if words else None
    limit = grammar.events.limit_tail.search(line, max(0, end - 40), end)
    if limit and not (_SETTLED.match(line, limit.start()) and grammar.events.happening.match(line, start)):
        return None
    end = limit.start() if limit else end
    name = line[start:end]
    if grammar.context.past.search(name) and not grammar.context.past_lifted.search(name):
        return None
    done = _done_words(name, grammar)
    if agent := _AGENT.search(name):
        name = name[: agent.start()]  # "Penilaian oleh tim kabupaten dilaksanakan ..."
    words = done or _name_words(name, grammar)
    return " ".join(words) if words else None


def _done_words(name: str, grammar: DueGrammar) -> list[str]:
    """What is done to what ("gudang lama dibongkar"), without who does it or gets it, or who comes; else empty."""
    told = _PASSIVE.search(name) or grammar.events.comes.search(name)
    clause = grammar.events.done_clause.search(name.strip()) if told else None
    subject = _name_words(clause["what"], grammar) if clause else []
    return [*subject, squashed(clause["verb"])] if clause and subject else []


def _name_words(name: str, grammar: DueGrammar) -> list[str]:
    """The words of an event's name: those after the last word that only links it to the sentence."""
    held = grammar.events.held_tail.search(name)
    if held and grammar.clauses.before.search(name, held.end()):
        held = None  # "Rapat diadakan untuk menata kas sebelum RAT pada 5 Mei"
    words = [match[0] for match in _WORD.finditer(name[: held.start()] if held else name)]
    for i in range(len(words) - 1, -1, -1):
        if squashed(words[i]) in grammar.stops or _VERB.fullmatch(words[i].casefold()):
            words = words[i + 1 :]
            break
    words = _next_meeting([squashed(w) if w.isalpha() else w.casefold() for w in words], grammar)
    return words if 0 < len(words) <= MOST_WORDS else []


def _next_meeting(words: list[str], grammar: DueGrammar) -> list[str]:
    """The words with any wording of "the next meeting" as "rapat berikutnya"."""
    meeting = any(word in grammar.meetings for word in words)
    following = any(word in grammar.following for word in words)
    if meeting and words[0] in grammar.meetings and _COUNTED.fullmatch(" ".join(words[1:])):
        return NEXT_MEETING.split()  # "rapat ke-4", which is to come
    if not (meeting and following):
        return words
    kept = [w for w in words if w not in grammar.meetings and w not in grammar.following and w not in grammar.small]
    return [*NEXT_MEETING.split(), *kept][:MOST_WORDS]


def match_event(phrase: str, events: Iterable[tuple[str, dt.date]], grammar: DueGrammar) -> dt.date | None:
    """The day of the one event that a phrase means; None where there is none, or several on different days."""
    wanted = _significant(phrase, grammar)
    if not wanted or all(word in grammar.generic for word in wanted):
        return None
    named = [(_significant(name, grammar), day) for name, day in events]
    named = [(name, day) for name, day in named if ENDED in wanted or ENDED not in name]
    days = {day for name, day in named if _same_event(wanted, name, grammar)}
    if len(days) > 1:  # "visitasi" is not "simulasi visitasi"
        days = {day for name, day in named if set(name) == set(wanted)}
    return days.pop() if len(days) == 1 else None


def meant_event(
    phrase: str, events: Iterable[tuple[str, dt.date]], grammar: DueGrammar, today: dt.date | None
) -> dt.date | None:
    """The same; of the name of a feast ("Natal", "HUT RI") the day of an event so called, else the calendar's."""
    feast = grammar.events.feast.fullmatch(phrase)
    if feast is None:
        return match_event(phrase, events, grammar)
    words = set(_significant(feast["name"], grammar))
    days = {day for name, day in events if words <= set(_significant(name, grammar))}
    if days or not (feast["year"] or today):
        return days.pop() if len(days) == 1 else None
    month, day = next(day for day, names in grammar.feasts.items() if squashed(feast["name"]) in names)
    return day_of(int(feast["year"]), month, day) if feast["year"] else coming_day(month, day, today or dt.date.min)


def named_event(text: str, events: Iterable[tuple[str, dt.date]], grammar: DueGrammar) -> dt.date | None:
    """The day of the one event whose first telling word a text holds, of several the one with the most words there.

    None where there is none, or several on different days have as many.
    """
    words = {squashed(match[0]) for match in _WORD.finditer(text)}
    days: dict[int, set[dt.date]] = {}
    for name, day in events:
        telling = [word for word in _significant(name, grammar) if word not in grammar.generic]
        held = sum(word in words for word in telling)
        if held > 1 or (telling and telling[0] in words):
            days.setdefault(held, set()).add(day)
    best = days[max(days)] if days else set()
    return best.pop() if len(best) == 1 else None


def with_main(
    events: tuple[Event, ...], title: str, text: str, lexicon: Lexicon, meeting_day: dt.date | None = None
) -> tuple[Event, ...]:
    """The events with the main one a second time as such.

    It is the one that the day "H" is said to be, else that the meeting's title names, else that is called the main one
    ("acara puncak", "hari H"). Where days only after "H" are counted and nothing is to come, it is the meeting itself.

    Args:
        events: what the document dates.
        title: the meeting's title.
        text: the document's text.
        lexicon: the word lists.
        meeting_day: the day of the meeting.
    """
    grammar = due_grammar(lexicon)
    counted = _COUNTED_FROM.search(text)
    day = match_event(counted["what"], events, grammar) if counted else None
    others = (each for each in events if not (_is_next_meeting(each, grammar) or is_end(each.phrase)))
    day = day or named_event(title, others, grammar)
    for called in (grammar.events.main, grammar.events.plain):
        mains = {event.day for event in events if called.fullmatch(event.phrase)}
        day = day or (mains.pop() if len(mains) == 1 else None)
    if not day and not events and _DAYS_AFTER.search(text) and not _DAY_H.search(text):
        day = meeting_day
    return (*events, Event(MAIN_EVENT, day)) if day else events


def is_end(name: str) -> bool:
    """Whether an event is the end of something, from which only its own deadlines count."""
    return name.endswith(f" {ENDED}")


def _is_next_meeting(event: Event, grammar: DueGrammar) -> bool:
    return not grammar.following.isdisjoint(event.phrase.split())


def with_topic(events: tuple[Event, ...], heading: str, lexicon: Lexicon) -> tuple[Event, ...]:
    """The events, with the one that the heading of a topic names as the main one below it; as they are without one."""
    day = named_event(heading, (each for each in events if each.phrase != MAIN_EVENT), due_grammar(lexicon))
    if day is None:
        return events
    return (*(each for each in events if each.phrase != MAIN_EVENT), Event(MAIN_EVENT, day))


def only_event(events: Iterable[tuple[str, dt.date]]) -> dt.date | None:
    """The day of the only event that a document dates, from which "H-1" alone reckons; None where there are more.

    The next meeting is one only where nothing else is.
    """
    dated = list(events)
    dated = [event for event in dated if not is_end(event[0])]
    days = {day for name, day in dated if not name.startswith(NEXT_MEETING)} or {day for _, day in dated}
    return days.pop() if len(days) == 1 else None


def own_day(text: str, lexicon: Lexicon, today: dt.date | None) -> dt.date | None:
    """The day of the one event that a text itself dates, else of what it says ends ("izin habis 4 Mei"), or None."""
    days = {event.day for event in find_events(text, lexicon, today)}
    if not days:
        tail = due_grammar(lexicon).events.ended_tail
        dates = find_dates(text, lexicon, short=True)
        ends = (each for each in dates if tail.search(text, max(0, each.start - 40), each.start))
        days = {day for each in ends if (day := last_day(each, today))}
    return days.pop() if len(days) == 1 else None


def _significant(phrase: str, grammar: DueGrammar) -> tuple[str, ...]:
    return _significant_of(phrase, grammar.lexicon)


@remembered
def _significant_of(phrase: str, lexicon: Lexicon) -> tuple[str, ...]:
    grammar = due_grammar(lexicon)
    parts = (squashed(match[0]) for match in _WORD.finditer(_HYPHEN.sub(" ", phrase)))
    words = _next_meeting(list(parts), grammar)
    words = [ENDED if grammar.events.over.fullmatch(word) else _ARRIVES.get(word, word) for word in words]
    return tuple(word for word in words if word not in grammar.small and word not in grammar.scheduled)


def _same_event(wanted: tuple[str, ...], name: tuple[str, ...], grammar: DueGrammar) -> bool:
    shorter, longer = sorted((wanted, name), key=len)
    telling = [word for word in shorter if word not in grammar.generic or NEXT_MEETING.startswith(word)]
    if telling and all(word in longer for word in shorter) and any(word not in grammar.generic for word in shorter):
        return True
    return _initials(wanted, name) or _initials(name, wanted) or _other_forms(telling, longer)


def _other_forms(telling: list[str], name: tuple[str, ...]) -> bool:
    """Whether a name holds words in other forms, and one of them as it is ("penutupan loket": "loket ditutup")."""
    others = [word for word in telling if word not in name]
    return len(others) < len(telling) and all(any(share_root(word, each) for each in name) for word in others)


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a short name's first word is the initials of the first words of the long one."""
    word = short[0] if short else ""
    return 3 <= len(word) <= len(long) and "".join(w[0] for w in long[: len(word)]) == word
