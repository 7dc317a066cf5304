"""Tables whose cells stand below each other as lines, with titles that nobody knows or cells of several lines.

What ``notula.pipeline.structure.stacked_columns`` cannot prove line by line: a title is unknown ("Domain", "Sumber
dana"), is broken over two lines or takes two rows, a row leaves the cell of its group empty, a cell has several lines.

- Titles stand one below the other, one of tasks and one of deadlines or states among them; the rows below prove how
  many and which: ``notula.pipeline.structure.loose_rows`` cuts them.
- The line above the first title may be a heading: of the starts in question, that whose rows are worth most.
- In two rows of titles, the lower one has blank lines below those that take both.
- Where the first cells of a row are empty, those above stand for it too, as merged ones do; not below a title of
  owners, where nobody may be named.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from notula.models.source import Cell, Line, Table
from notula.pipeline.structure.column_titles import written_roles
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.loose_rows import STATE, Cutter, Way
from notula.pipeline.structure.stacked_columns import (
    LONGEST_TITLE,
    MOST_COLUMNS,
    TASKS,
    Content,
    Roles,
    cells_from,
    ends,
    is_plain,
    tell_columns,
)

_FEWEST_COLUMNS: Final = 2
_FEWEST_OF_TASKS: Final = 3  # columns of a table with deadlines
_STARTS: Final = 3  # lines of which one is the first title
_EFFORT: Final = 20_000  # what may be tried in a short text; in the longest four times that
_SENTENCE: Final = re.compile(r"[.:;!?]$|^\W|^(?:\d+|[A-Za-z]|[IVX]+)[.)]\s")

# How likely a start is, beside the worth of its rows.
_PARTED = 1.0  # from what stands above
_VALUE = -3.0  # of a label above, or one title left out
_TWICE = -2.5  # two titles say the same
_UNKNOWN = -0.2

_Lines = tuple[int, ...]  # the cells of a title


class _Titles(NamedTuple):
    """The cells of each title, what it tells, of one deadline only, and where the cells of the first row begin."""

    lines: tuple[_Lines, ...]
    roles: Roles
    end: int


def gather_loose(content: tuple[Content, ...], labels: Labels) -> tuple[Content, ...]:
    """The content with the lines of each such table put together; the line below one stands apart."""
    return tuple(_gathered(content, labels))


def _gathered(content: tuple[Content, ...], labels: Labels) -> Iterator[Content]:
    at, below, spare = 0, False, min(_EFFORT + 100 * len(content), 4 * _EFFORT)
    while at < len(content):
        table, end, best = None, at + 1, 0.0
        starts = range(at, min(at + _STARTS, len(content))) if _may_head(content, at, labels) else ()
        for start in starts if spare > 0 else ():
            search = _Search(content, start, labels)
            worth, found, last = search.table()
            spare -= search.effort
            if found and worth > best:
                best, table, end = worth, found if start == at else None, last if start == at else at + 1
        piece = table or content[at]
        yield piece._replace(spaced=True) if below and isinstance(piece, Line) else piece
        at, below = end if table else at + 1, table is not None


def _may_head(content: tuple[Content, ...], at: int, labels: Labels) -> bool:
    """Whether a line and those below it can be titles of tasks and deadlines or states."""
    first, told = content[at], frozenset[str]()
    for piece in content[at : at + 2 * MOST_COLUMNS]:
        if not isinstance(piece, Line) or not is_plain(piece) or not _is_title(piece.text):
            return False
        told |= _roles(piece.text, labels)
        if {"due", "status"} & told and (TASKS | {"owner"}) & told:
            return isinstance(first, Line) and not _heads_section(first.text, labels)
    return False


def _heads_section(text: str, labels: Labels) -> bool:
    """Whether a line of several words begins something else; "Rencana" alone heads a section as well."""
    return " " in text and not _roles(text, labels) and ends(text, labels)


def _is_title(text: str) -> bool:
    return len(text) <= LONGEST_TITLE and not _SENTENCE.search(text)


def _roles(text: str, labels: Labels) -> frozenset[str]:
    return written_roles(labels.words.lexicon, text) if 0 < len(text) <= LONGEST_TITLE else frozenset()


class _Search:
    """Looks for the table whose titles begin at a line."""

    def __init__(self, content: tuple[Content, ...], at: int, labels: Labels) -> None:
        self._content, self._at, self._labels = content, at, labels
        self._texts, self._places = cells_from(content, at)
        self._cutter = Cutter(self._texts, labels)

    @property
    def effort(self) -> int:
        """How much was tried."""
        return self._cutter.effort

    def table(self) -> tuple[float, Table | None, int]:
        """The table that is worth most, with that, and the line after it; None where the lines make none."""
        ways = [(titles, self._cutter.rows(titles.end, titles.roles)) for titles in self._titles()]
        found = [(way.worth + _likelihood(titles.roles), titles, way) for titles, way in ways if way]
        if not found:
            return 0.0, None, self._at
        worth, titles, way = max(found, key=lambda each: each[0])
        return worth + self._start(frozenset().union(*titles.roles)), *self._made(titles, way)

    def _start(self, told: frozenset[str]) -> float:
        """How likely titles begin here, by what stands above."""
        line, above = self._content[self._at], self._content[self._at - 1] if self._at else None
        if not isinstance(above, Line) or (isinstance(line, Line) and line.spaced):
            return _PARTED
        opening = self._labels.opening(above.text)
        if opening is not None and opening.field is not None and not opening.has_value(above.text):
            return 0.0 if self._role((0,)) else _VALUE
        if not _is_title(above.text):
            return _PARTED
        role = _roles(above.text, self._labels)
        if role and not role <= told:
            return _VALUE
        heads = ends(above.text, self._labels) and (not role or " " in above.text)
        return _PARTED if heads else 0.0

    def _titles(self) -> Iterator[_Titles]:
        """The titles that lines may be: so many in a row, or in two rows of which the lower one tells more."""
        lines: list[_Lines] = []
        for at, text in enumerate(self._texts[: 2 * MOST_COLUMNS]):
            if lines and self._goes_on(lines[-1], at):
                lines[-1] = (*lines[-1], at)
                continue
            if len(lines) >= _FEWEST_COLUMNS and self._are_whole(lines):
                yield from self._told(lines, at)
            if not _is_title(text) or len(lines) == MOST_COLUMNS:
                break
            lines.append((at,) if text else ())
        yield from self._in_two_rows()

    def _goes_on(self, above: _Lines, at: int) -> bool:
        """Whether a title goes on in a line: both are known together, not each by itself."""
        if len(above) != 1 or not self._texts[at] or not self._role((*above, at)):
            return False
        first, second = self._role(above), self._role((at,))
        return not (first and second) or (first == second and self._texts[at][0].islower())  # "Batas", "waktu"

    def _are_whole(self, lines: Sequence[_Lines]) -> bool:
        """Whether no title is blank, or one behind a known one that stands above two columns."""
        gaps = [at for at, line in enumerate(lines) if not line]
        if not gaps:
            return True
        inside = len(gaps) == 1 and 0 < gaps[0] < len(lines) - 1
        return inside and bool(self._role(lines[gaps[0] - 1]) and self._role(lines[gaps[0] + 1]))

    def _in_two_rows(self) -> Iterator[_Titles]:
        texts = self._texts
        blank = next((at for at, text in enumerate(texts[: MOST_COLUMNS + 1]) if not text), 0)
        for upper in range(2, min(blank + 1, MOST_COLUMNS)):
            for width in range(upper + 1, MOST_COLUMNS + 1):
                lower = texts[upper : upper + width]
                gaps = lower.count("")
                split = upper - gaps  # titles of the upper row that the lower one splits
                if gaps and split > 0 and (width - gaps) % split == 0 and all(map(_is_title, texts[: upper + width])):
                    lines = _below(upper, lower, (width - gaps) // split)
                    known = [line[-1:] if self._role(line[-1:]) else line for line in lines]
                    yield from self._told(known, upper + width)

    def _told(self, lines: Sequence[_Lines], end: int) -> Iterator[_Titles]:
        """Titles that tell what is needed; none where the line below them is another title."""
        roles = [self._role(line) for line in lines]
        told = frozenset().union(*roles)
        following = self._role((end,)) if end < len(self._texts) else frozenset()
        if not following <= told:
            return
        days = [at for at, role in enumerate(roles) if role == {"due"}]
        if not days and (TASKS | {"owner"}) & told:
            for state in (at for at, role in enumerate(roles) if "status" in role):
                yield _Titles(tuple(lines), [*roles[:state], STATE, *roles[state + 1 :]], end)
        if len(lines) < _FEWEST_OF_TASKS or not tell_columns(roles) or not TASKS & told:
            return
        for day in days:  # of "Target" and "Tenggat", one tells what there has to be
            sure = [frozenset() if at in days and at != day else role for at, role in enumerate(roles)]
            yield _Titles(tuple(lines), sure, end)

    def _role(self, line: _Lines) -> frozenset[str]:
        return _roles(" ".join(self._texts[at] for at in line), self._labels)

    def _made(self, titles: _Titles, way: Way) -> tuple[Table, int]:
        cells = {(0, x): Cell(0, x, self._lines(line)) for x, line in enumerate(titles.lines)}
        for x in (x for x, line in enumerate(titles.lines) if not line):
            del cells[0, x]
            cells[0, x - 1] = replace(cells[0, x - 1], columns=2)
        grouped = 0 if titles.roles[0] == {"owner"} else max(1, _task(titles.roles))
        start, last = titles.end, 0
        for y, cuts in enumerate(way.rows, start=1):
            empty = y > 1
            for x, end in enumerate(cuts):
                filled = [at for at in range(start, min(end, len(self._texts))) if self._texts[at]]
                empty = empty and not filled and x < grouped
                if empty:
                    above = next(row for row in range(y - 1, 0, -1) if (row, x) in cells)
                    cells[above, x] = replace(cells[above, x], rows=y - above + 1)
                else:
                    cells[y, x] = Cell(y, x, self._lines(filled))
                start, last = end, max([last, *filled])
        return Table(tuple(cells.values()), len(way.rows) + 1, len(titles.lines), ruled=False), self._places[last] + 1

    def _lines(self, cells: Sequence[int]) -> tuple[Line, ...]:
        lines = [self._content[self._places[at]] for at in cells]
        return tuple(line for line in lines if isinstance(line, Line))


def _task(roles: Roles) -> int:
    """The column of what is to be done, else of what was talked about."""
    known = [at for at, told in enumerate(roles) if "action" in told] or [
        at for at, told in enumerate(roles) if told & TASKS
    ]
    return known[0] if known else 0


def _likelihood(roles: Roles) -> float:
    """How likely titles are of which some are unknown or say the same as another."""
    twice = sum(roles.count(told) - 1 for told in set(roles) if "action" in told)
    return _TWICE * twice + _UNKNOWN * roles.count(frozenset())


def _below(upper: int, lower: Sequence[str], parts: int) -> Sequence[_Lines]:
    """Titles of two rows: those of the upper one that take both, and each part below those that are split."""
    titles: list[_Lines] = []
    above, left = 0, 0
    for at, text in enumerate(lower, start=upper):
        if not text:
            titles.append((above,))
            above += 1
            continue
        left = (left or parts) - 1
        titles.append((above, at))
        above += not left
    return titles if above == upper and not left else []
