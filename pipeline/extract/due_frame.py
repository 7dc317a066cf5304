"""What the rules for points in time read (:class:`Frame`) and give (:class:`Point`)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from notula.models.minutes import DueKind
from notula.pipeline.extract.dates import DateMention
from notula.pipeline.extract.dates_grammar import DateGrammar
from notula.pipeline.extract.due_events import (
    MAIN_EVENT,
    NEXT_MEETING,
    is_end,
    meant_event,
    named_event,
    only_event,
    own_day,
)
from notula.pipeline.extract.due_grammar import DueGrammar

LEFT_WIDTH = 90  # characters before a point in which its words of time are looked for


class Needs(IntEnum):
    """What must stand beside a point in time to make it a deadline; each asks for more than the one before."""

    NOTHING = 0  # "besok", "H-3 survei"
    NO_NOUN = 1  # "bulan depan", but not "laporan bulan depan"
    TODAY = 2  # "hari ini": the end of the clause, and no "yang" before it
    MARK = 3  # a date: a preposition, a comma, a bracket or the end of the item
    EDGE = 4  # "Mei 2023": a comma, a dash, a bracket or "pada" before it
    LIMIT = 5  # "10 hari kerja": a limit word


@dataclass(frozen=True)
class Point:
    """A point in time: its span, its day (None where the words fix none) and what it needs to be a deadline.

    ``eve`` is the day before a period begins, which "sebelum" asks for; ``passed`` tells a day without year that lies
    shortly before the meeting; ``weak`` that any dated deadline is to be preferred.
    """

    start: int
    end: int
    day: dt.date | None
    kind: DueKind
    rule: str
    needs: Needs = Needs.NOTHING
    derived: bool = True
    eve: dt.date | None = None
    passed: bool = False
    ranged: bool = False
    weak: bool = False


@dataclass(frozen=True)
class Frame:
    """What the rules read: a text, the dates found in it, the meeting's day, the document's events.

    ``wanted`` names the patterns that can match in the text, as :meth:`DueGrammar.wanted` tells; ``found`` keeps what
    is looked for once.
    """

    text: str
    grammar: DueGrammar
    today: dt.date | None
    mentions: tuple[DateMention, ...]
    events: Sequence[tuple[str, dt.date]]
    wanted: frozenset[str]
    found: dict[str, list["Point"]] = field(default_factory=dict, compare=False)

    @property
    def dates(self) -> DateGrammar:
        """The grammar of dates."""
        return self.grammar.dates

    def event_day(self, phrase: str) -> dt.date | None:
        """The day of the event that a phrase means, as the document or, of a feast, the calendar gives it."""
        return meant_event(phrase, self.events, self.grammar, self.today)

    def main_day(self, *, held: bool = False) -> dt.date | None:
        """The day of the event that the meeting is about; else of the only one that the document dates.

        With ``held`` it is something that the meeting prepares ("H-7 acara"), not the next meeting.
        """
        others = [event for event in self.events if not event[0].startswith(NEXT_MEETING)]
        return self.event_day(MAIN_EVENT) or only_event(others if held else self.events)

    def prepared_day(self) -> dt.date | None:
        """The day of the event that the text names ("flyer bazar, H-7 acara"), else of the main one."""
        others = [event for event in self.events if not (event[0].startswith(NEXT_MEETING) or is_end(event[0]))]
        return named_event(self.text, others, self.grammar) or self.main_day(held=True)

    def only_day(self) -> dt.date | None:
        """The day of the one event that the text itself dates."""
        return own_day(self.text, self.grammar.lexicon, self.today)
