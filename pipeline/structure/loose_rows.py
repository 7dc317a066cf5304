"""Lines of plain text cut into the rows of a table, by what may stand below its titles.

- A row has as many lines as there are titles, or some more where a cell goes on; an empty cell is a blank line.
- Rows are cut so that as many days as can be stand below the title of the deadline. Half of the rows have to have one.
- Where no title is one of deadlines, words for how far a task is ("selesai", "belum ...") stand below one of states.
- A row says what is to be done, or what was talked about; it begins with no heading and no label with its value.
- Something parts the last row from what follows: lines left over show that the table has another width.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import inf
from typing import Final, NamedTuple

from notula.models.sections import SectionKind
from notula.pipeline.structure.closing import closes, signs
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.stacked_columns import NUMBER, PARTIES, TASKS, Roles, ends, fits, is_when
from notula.pipeline.structure.title_lines import GENRE
from notula.pipeline.text import fold

_FEWEST_ROWS: Final = 2
_FEWEST_OF_UNSURE: Final = 3  # rows where a cell has several lines or a title is unknown
_MOST_MORE: Final = 3  # lines of a row beyond one for each title
_MOST_OF_CELL: Final = 3  # lines
_LONGEST_DAY: Final = 70  # characters of a cell that says when: a sentence that tells a day is none
_LONGEST_EVENT: Final = 40  # characters that may stand for a day, "rapat pleno"
_LONGEST_FIRST: Final = 60  # characters of the first cell of a row, where a sentence ends the table
_KEY: Final = re.compile(r"[A-Za-z]{0,4}[-. ]?\d{1,4}[.)]?")  # "A-01"
_POINT: Final = re.compile(r"[•➢➡✓*]\s|\d{1,2}\.\s+[A-Z][A-Z ,&]{4,60}$")  # points and headings beside the table
_ASIDE: Final = re.compile(r"[A-Z*][\w ]{1,25}:\s")  # "Catatan: ..."
_OPEN: Final = re.compile(r"(?:[,&+/(–-]|\b(?:dan|serta|atau|ke|di|dari|untuk|oleh|yang|dengan|pada))$", re.IGNORECASE)
_FURTHER: Final = re.compile(r"[&+/(]|(?:dan|serta|atau)\b", re.IGNORECASE)
_ITEM: Final = re.compile(r"(?:[-•*]|\w[.)])\s")
_NUMBERED: Final = re.compile(r"(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[.)]\s+")
_NOTHING: Final = "-–— "
_SECTIONS: Final = frozenset(SectionKind) - {SectionKind.HEADER, SectionKind.OTHER}

STATE: Final = frozenset({"state"})  # the role of a title that proves rows in place of a deadline
_LONGEST_STATE: Final = 120  # characters
_DUE: Final = frozenset({"due"})

# What a row, or a cell, is worth; a day below the title of the deadline is worth 1.
_ROW = 0.3
_FAIR = 0.4  # a row of a table at least, on average
_NO_DAY = -0.7
_LISTED = 0.3
_OTHER_LINE = 2.0  # a line that goes on in its cell though nothing shows it
_OTHER_PARTY = 0.9
_GAP = 0.8  # a merged cell keeps the empty lines of those that it is made of


class Way(NamedTuple):
    """A way to cut lines into rows: what it is worth, where the cells of each row end, how many rows have a day."""

    worth: float
    rows: tuple[tuple[int, ...], ...]
    days: int


class Cutter:
    """Cuts lines, blank ones as empty texts, into rows below titles; ``effort`` grows with what it tried."""

    def __init__(self, texts: Sequence[str], labels: Labels) -> None:
        self._texts, self._labels = texts, labels
        self.effort = 1
        cues = labels.words.lexicon.cues
        words = [re.escape(word) for word in (*cues.status_done, *cues.status_open, *cues.status_doing)]
        self._states = re.compile(rf"(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)
        self._worth = lru_cache(maxsize=None)(self._worth_of)

    def rows(self, start: int, roles: Roles) -> Way | None:
        """The best way to cut the lines from a place on into rows; None where they prove no table."""
        ways: dict[int, Way] = {start: Way(0.0, (), 0)}
        ended: list[Way] = []
        for place in range(start, len(self._texts) + 1):
            way = ways.pop(place, None)
            if way is None:
                continue
            self.effort += len(roles)
            if self._is_sure(way, start, roles) and self._is_parted(way, place):
                ended.append(way)
            for end, row in self._row(place, roles).items():
                more = Way(way.worth + row.worth, (*way.rows, *row.rows), way.days + row.days)
                if end not in ways or ways[end].worth < more.worth:
                    ways[end] = more
        return max(ended, default=None)

    def _is_sure(self, way: Way, start: int, roles: Roles) -> bool:
        """Whether rows are enough, most have a line for each title, and half of them have a day."""
        count, places = len(way.rows), [start, *(row[-1] for row in way.rows)]
        longer = sum(below - above > len(roles) for above, below in pairwise(places))
        fewest = _FEWEST_OF_UNSURE if longer or not all(roles) or STATE in roles else _FEWEST_ROWS
        proved = 3 * way.days >= 2 * count and not longer if STATE in roles else 2 * longer <= count <= 2 * way.days
        return count >= fewest and proved and way.worth >= _FAIR * count

    def _is_parted(self, way: Way, place: int) -> bool:
        """Whether what stands below rows is parted from them: a blank line, a sentence, the start of something else."""
        below = self._texts[place] if place < len(self._texts) else ""
        if not below or _ASIDE.match(below) or self._ends(below) or ends(below, self._labels):
            return True
        firsts = [self._texts[row[0] - 1] for row in way.rows]
        if is_when(below, self._labels) and not any(is_when(text, self._labels) for text in firsts):
            return True
        return len(below) > _LONGEST_FIRST >= max(map(len, firsts))

    def _row(self, start: int, roles: Roles) -> dict[int, Way]:
        """The ways to cut one row from a place on, by where it ends."""
        first = next((text for text in self._texts[start : start + len(roles)] if text), "")
        if not first or self._ends(first):
            return {}
        if STATE in roles and (not self._texts[start] or _POINT.match(first) or ends(first, self._labels)):
            return {}  # what stands in the next section may begin so, too
        ways = {start: Way(_ROW, ((),), 0)}
        for column, told in enumerate(roles):
            further: dict[int, Way] = {}
            for at, way in ways.items():
                for end in self._cell_ends(at, column, start + column + 1 + _MOST_MORE):
                    worth = self._worth(at, end, told)
                    days = way.days + (told in (_DUE, STATE) and worth > 0)
                    cell = Way(way.worth + worth, ((*way.rows[0], end),), days)
                    if worth > -inf and (end not in further or further[end].worth < cell.worth):
                        further[end] = cell
            ways = further
        return {end: way for end, way in ways.items() if self._says_what(start, way.rows[0], roles)}

    def _cell_ends(self, at: int, column: int, most: int) -> list[int]:
        """Where a cell may end: after lines that are not blank, in the first column after a gap."""
        found = [at + 1]
        for end in range(at + 2, min(at + _MOST_OF_CELL, most, len(self._texts)) + 1):
            gap = column == 0 and end == at + 2 and self._texts[at]
            if not (all(self._texts[at:end]) or gap):
                break
            found.append(end)
        return found

    def _says_what(self, start: int, cuts: Sequence[int], roles: Roles) -> bool:
        """Whether a row has something to be done, or to talk about, and is more than the end of a paragraph."""
        filled = [" ".join(self._texts[at:end]).strip() for at, end in pairwise([start, *cuts])]
        tasks = [at for at, told in enumerate(roles) if "action" in told]
        given = {at for at, told in enumerate(roles) if told & {"owner", "due"} and not told & TASKS}
        if not tasks or not any(filled[at].strip(_NOTHING) for at in given):
            tasks += [at for at, told in enumerate(roles) if told & TASKS]
        if not tasks or (0 in tasks and not filled[0]):  # the task of the row above, in parts
            tasks += [at for at, told in enumerate(roles) if not told]
        said = [text for text in filled if text]
        return any(filled[at] for at in tasks) and not (len(said) == 1 and said[0].endswith("."))

    def _worth_of(self, start: int, end: int, told: frozenset[str]) -> float:
        """What lines are worth as a cell below a title; ``-inf`` where they cannot stand there."""
        lines = self._texts[start:end]
        text = " ".join(lines).strip()
        if not text:
            return 0.0
        more = sum(_break(above, below) for above, below in pairwise(lines))
        if told == STATE:
            known = self._states.match(text) is not None
            return (1.0 if known else _NO_DAY) - more if len(text) <= _LONGEST_STATE else -inf
        if told == _DUE:
            if more > 1:
                return -inf  # nothing shows that the day goes on
            if is_when(lines[0], self._labels) and len(text) <= _LONGEST_DAY:
                return (1.0 if text.strip(_NOTHING) else 0.0) - more
            return _NO_DAY - more if len(text) <= _LONGEST_EVENT else -inf
        if "number" in told:
            return -more if NUMBER.fullmatch(text) or _KEY.fullmatch(text) else -inf
        if told and told <= PARTIES:
            if text.endswith(",") or (len(text) > 1 and not all(fits(line, told, self._labels) for line in lines)):
                return -inf
            return -min(more, _OTHER_PARTY * (len(lines) - 1)) - self._strange(text)
        begins = max(self._begins(line) for line in lines)
        return -more - begins - (self._strange(text) if told & TASKS else 0.0)

    def _strange(self, text: str) -> float:
        """How strange a text is below a title of tasks or parties: whether it says when and nothing else."""
        says_when = text.strip(_NOTHING) and len(text.split()) <= 3 and is_when(text, self._labels)
        return -_NO_DAY if says_when else 0.0

    def _begins(self, line: str) -> float:
        """How much a line looks as if it began something else than a row: a label, a heading, a point of a list."""
        if len(line) <= _LONGEST_DAY and not line[:1].islower() and self._labels.opening(line) is not None:
            return 1.0
        return _LISTED if _POINT.match(line) else 0.0

    def _ends(self, text: str) -> bool:
        """Whether a line ends the table for sure; one word may name what a row is about ("Acara", a committee's)."""
        if closes(text) or signs(text) or GENRE.match(fold(text)):
            return True
        opening = self._labels.opening(_NUMBERED.sub("", text, count=1))
        if opening is None or (len(text.split()) == 1 and text[-1].isalpha()):
            return False
        return opening.has_value(text) or opening.kind in _SECTIONS


def _break(above: str, below: str) -> float:
    """How strange it is that a cell goes on in the next line."""
    if not below:
        return _GAP
    if not below.strip(_NOTHING) or not above.strip(_NOTHING):
        return inf
    if _OPEN.search(above) or _FURTHER.match(below) or (_ITEM.match(above) and _ITEM.match(below)):
        return 0.2
    return 0.6 if below[0].islower() else _OTHER_LINE
