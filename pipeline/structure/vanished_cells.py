"""Numbered tables whose cells stand below each other as lines, the empty ones gone without a trace.

- The titles are known ones, that of the numbers first; one may be broken over two lines.
- A row starts at its number. Where a blank line parts the titles, it parts the cells, and other lines go on in theirs.
- Which cells of a row are empty, the titles tell: below that of a deadline stand days, below those of parties short
  texts, below that of signatures nothing. What could be a remark as well as a party is none.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import Final

from notula.models.source import Cell, Line, Table
from notula.pipeline.structure.column_titles import written_roles
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.stacked_columns import (
    LONGEST_TITLE,
    MOST_COLUMNS,
    NUMBER,
    PARTIES,
    TASKS,
    Content,
    Roles,
    ends,
    fits,
    is_plain,
    is_when,
    tell_columns,
)

_FEWEST_COLUMNS: Final = 3
_FEWEST_ROWS: Final = 2
_MOST_MORE: Final = 2  # cells of a row beyond one below each title, each the rest of the one above it
_OPEN: Final = re.compile(r"(?:[,&+/(–-]|\b(?:dan|serta|atau|ke|di|dari|untuk|oleh|yang|dengan|pada))$", re.IGNORECASE)
_FURTHER: Final = re.compile(r"[&+/(]|(?:dan|serta|atau)\b", re.IGNORECASE)

Group = tuple[Line, ...]  # the lines of a cell
Row = list[Group]  # the cells below each title
_Way = tuple[float, tuple[int, ...]]  # how strange it is that cells stand below these titles, and the titles


def gather_numbered(content: tuple[Content, ...], labels: Labels) -> tuple[Content, ...]:
    """The content with the lines of each such table put together."""
    return tuple(_gathered(content, labels))


def _gathered(content: tuple[Content, ...], labels: Labels) -> Iterator[Content]:
    at = 0
    while at < len(content):
        table, end = _table(content, at, labels) if _is_key_title(content[at], labels) else (None, at)
        yield table or content[at]
        at = end if table else at + 1


def _is_key_title(piece: Content, labels: Labels) -> bool:
    """Whether a line is the title of a column of numbers."""
    return isinstance(piece, Line) and is_plain(piece) and _roles(piece.text, labels) == {"number"}


def _roles(text: str, labels: Labels) -> frozenset[str]:
    if len(text) > LONGEST_TITLE:
        return frozenset()
    return written_roles(labels.words.lexicon, text)


def _table(content: tuple[Content, ...], at: int, labels: Labels) -> tuple[Table | None, int]:
    """The table whose titles begin at a line, and the line after it; None where they head none for sure."""
    groups = _groups(content, at)
    titled = next((place for place, group in enumerate(groups) if _number(group) == 1), 0)
    titles = _titles(groups[:titled], labels)
    roles = [_roles(_text(title), labels) for title in titles]
    if not _FEWEST_COLUMNS <= len(titles) <= MOST_COLUMNS or not _are_known(roles):
        return None, at
    chunks = _chunks(groups[titled:], len(titles), labels)
    rows = [_row(chunk, roles, labels) for chunk in chunks]
    joined = sum(len(chunk) > sum(map(bool, row)) for chunk, row in zip(chunks, rows, strict=True))
    if len(rows) < _FEWEST_ROWS or not all(rows) or 2 * joined > len(rows):
        return None, at
    cells = [Cell(y, x, lines) for y, row in enumerate([titles, *rows]) for x, lines in enumerate(row)]
    length = sum(len(group) for group in [*groups[:titled], *(group for chunk in chunks for group in chunk)])
    return Table(tuple(cells), len(rows) + 1, len(titles), ruled=False), at + length


def _are_known(roles: Roles) -> bool:
    """Whether titles tell what their columns hold, but for one at most."""
    known = sum(map(bool, roles))
    return known + 1 >= len(roles) and (tell_columns(roles) or known >= _FEWEST_COLUMNS)


def _groups(content: tuple[Content, ...], at: int) -> list[Group]:
    """The lines from the first title on, those in one that blank lines part from others where they part the titles."""
    groups: list[Group] = []
    apart = at + 1 < len(content) and _is_spaced(content[at + 1])
    for piece in content[at:]:
        if not isinstance(piece, Line) or not is_plain(piece):
            break
        if groups and apart and not _is_spaced(piece):
            groups[-1] += (piece,)
        else:
            groups.append((piece,))
    return groups


def _is_spaced(piece: Content) -> bool:
    return isinstance(piece, Line) and piece.spaced


def _text(group: Group) -> str:
    return " ".join(line.text for line in group)


def _number(group: Group) -> int | None:
    """The number of a row that is all that a cell holds."""
    text = _text(group).rstrip(".)")
    return int(text) if text.isdecimal() and len(text) <= 3 else None


def _titles(groups: Sequence[Group], labels: Labels) -> Row:
    """The titles, those of which one is broken over two lines put together."""
    titles: Row = []
    for group in groups:
        if titles and _roles(_text(titles[-1] + group), labels) and _is_broken(titles[-1], group, labels):
            titles[-1] += group
        else:
            titles.append(group)
    return titles


def _is_broken(above: Group, below: Group, labels: Labels) -> bool:
    """Whether two lines that make a title together make none each by itself."""
    known = _roles(_text(above), labels) and _roles(_text(below), labels)
    return not known or _text(below)[:1].islower()


def _chunks(groups: Sequence[Group], width: int, labels: Labels) -> list[Sequence[Group]]:
    """The cells from each number to the next, as long as the numbers follow each other."""
    starts = [0]
    while True:
        first = starts[-1] + 2
        places = range(first, min(first + width + _MOST_MORE, len(groups)))
        below = next((place for place in places if _number(groups[place]) == len(starts) + 1), 0)
        if not below:
            break
        starts.append(below)
    chunks = [groups[start:end] for start, end in pairwise(starts)]
    last = groups[starts[-1] :][: max(map(len, chunks), default=1)]
    spaced = any(line.spaced for chunk in chunks for group in chunk for line in group)
    end = next((at for at, group in enumerate(last) if at > 1 and _is_below(group, spaced, labels)), len(last))
    return [*chunks, last[:end]]


def _is_below(group: Group, spaced: bool, labels: Labels) -> bool:
    """Whether a line stands below the last row: it begins something else, or a blank line parts it as none before."""
    text = _text(group)
    says_when = is_when(text, labels) and len(text.split()) <= 2  # "done" heads a section, too
    return (ends(text, labels) and not says_when) or (not spaced and group[0].spaced)


def _row(chunk: Sequence[Group], roles: Roles, labels: Labels) -> Row:
    """The cells of a row below each title, as fit best; nothing where none do."""
    key, *cells = chunk
    if not cells or len(cells) > len(roles) - 1 + _MOST_MORE:
        return []
    columns, task = range(1, len(roles)), _task(roles)
    ways: dict[int, _Way] = {0: (0.0, ())}
    for above, text in pairwise(["", *map(_text, cells)]):
        strange = {column: _strangeness(text, roles[column], labels) for column in columns}
        rest = {column: inf if strange[column] == inf else _break(above, text) for column in columns}
        ways = {
            column: min(
                (
                    (cost + (rest if left == column else strange)[column], (*path, column))
                    for left, (cost, path) in ways.items()
                    if left <= column and not left < task < column
                ),
                default=(inf, ()),
            )
            for column in columns
        }
    least, best = min(way for column, way in ways.items() if column >= task)
    row: Row = [key, *(() for _ in roles[1:])]
    for group, column in zip(cells, best, strict=False):
        row[column] += group
    return row if least < inf else []


def _task(roles: Roles) -> int:
    """The column that no row leaves empty: that of the task, else of names."""
    known = [at for at, told in enumerate(roles) if "action" in told] or [
        at for at, told in enumerate(roles) if "name" in told or told & TASKS
    ]
    return known[-1]


def _break(above: str, below: str) -> float:
    """How strange it is that a cell goes on in the next line, infinite where this says that a cell is empty."""
    if not below.strip("-–—"):
        return inf
    if _OPEN.search(above) or _FURTHER.match(below):
        return 0.2
    return 0.7 if below[0].islower() else 1.0


def _strangeness(text: str, roles: frozenset[str], labels: Labels) -> float:
    """How strange a text is below a title, infinite where it cannot stand there."""
    if not fits(text, roles, labels):
        return inf
    if not text.strip("-–—") or ("due" in roles and is_when(text, labels)):
        return 0.0
    strange = 1.0 if is_when(text, labels) and len(text.split()) <= 4 else 0.0
    if roles and roles <= {"signature", "attendance"}:
        return 0.0 if NUMBER.fullmatch(text) else 1.5
    if roles & TASKS:
        return strange
    return strange + (0.6 if roles & PARTIES else 0.5)
