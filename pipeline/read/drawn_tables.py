"""Tables that a text draws with rules and bars, as rows of a Markdown pipe table.

They are drawn with signs of the keyboard, as programs print them (``+---+---+`` over ``| a | b |``; with ``=`` under
the titles the "grid tables" of Pandoc and reStructuredText), or with those made for it (``├───┼───┤``).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

_RULE = re.compile(r"\s*[+├╠┌╔└╚╟╞][-=─═━+┬╦┴╩┼╬╤╧╪╫╥╨]{2,}[+┤╣┐╗┘╝╢╡]\s*")
_BARS = re.compile(r"[|│║]")
_ROW = re.compile(r"\s*[|│║].*[|│║]\s*")
_ITEM = re.compile(r"(?:\d{1,2}[.)]|[a-z][.)]|[-*•])\s+\S")
_FEWEST_LIKE = 3  # rows in pipes that make a table without a rule

Group = list[list[str]]  # the cells of the lines between two rules


def is_drawn_rule(text: str) -> bool:
    """Whether a line is a rule between the rows of a drawn table, with its corners."""
    return _RULE.fullmatch(text) is not None


def has_drawn_table(lines: Sequence[str]) -> bool:
    """Whether a drawn table stands in a text, or rows in pipes under each other without rules."""
    for at, line in enumerate(lines):
        if is_drawn_rule(line) and at + 1 < len(lines) and _ROW.fullmatch(lines[at + 1]):
            return True
        if line.lstrip().startswith("|") and _ROW.fullmatch(line):
            below = takewhile(_ROW.fullmatch, lines[at : at + _FEWEST_LIKE])
            if [row.count("|") for row in below] == [max(line.count("|"), 3)] * _FEWEST_LIKE:
                return True
    return False


def as_pipes(lines: Sequence[str]) -> list[str]:
    """The lines, drawn tables as pipe tables: a row each, with ``<br>`` before an item inside a cell."""
    found, at = list[str](), 0
    while at < len(lines):
        end = at + 1
        while is_drawn_rule(lines[at]) and end < len(lines) and _is_part(lines[end]):
            end += 1
        found.extend(_pipes(lines[at:end]) if end > at + 1 else lines[at:end])
        at = end
    return found


def _is_part(line: str) -> bool:
    return is_drawn_rule(line) or _ROW.fullmatch(line) is not None


def _pipes(rows: Sequence[str]) -> Iterator[str]:
    """The rows of a pipe table with the titles first; as they are where they have different numbers of cells."""
    groups = list(_groups(rows))
    if len({len(cells) for group in groups for cells in group}) != 1:
        yield from rows
        return
    # With no rule between the rows below the titles, one begins where the first cell holds something.
    split = [[group] if len(groups) > 2 else list(_by_first_cell(group)) for group in groups[1:]]
    body = [group for parts in split for group in parts]
    for at, group in enumerate([groups[0], *body] if body else _by_first_cell(groups[0])):
        yield f"| {' | '.join(map(_joined, zip(*group, strict=True)))} |"
        if at == 0:
            yield "|---" * len(groups[0][0]) + "|"


def _groups(rows: Sequence[str]) -> Iterator[Group]:
    """The lines between two rules, cut into cells."""
    group: Group = []
    for row in (*rows, None):
        if row is not None and not is_drawn_rule(row):
            group.append([cell.strip() for cell in _BARS.split(row.strip()[1:-1])])
        elif group:
            yield group
            group = []


def _by_first_cell(group: Group) -> Iterator[Group]:
    """A group cut before each line whose first cell holds something."""
    row: Group = []
    for cells in group:
        if row and cells[0]:
            yield row
            row = []
        row.append(cells)
    if row:
        yield row


def _joined(lines: Sequence[str]) -> str:
    """The lines of a cell in one."""
    text = ""
    for line in filter(None, lines):
        text += f"{'<br>' if _ITEM.match(line) else ' '}{line}" if text else line
    return text
