"""Tables in plain characters, for terminals and text files."""

import textwrap
from collections.abc import Collection, Sequence

_GAP = "  "
_LEAST = (14, 10, 7, 4)  # widths that a column gives way to, the first that leaves room for all


def columns(rows: Sequence[Sequence[str]], header: Sequence[str], right: Collection[int] = ()) -> str:
    """Aligned columns under a ruled header; the columns in ``right`` are flush right."""
    every = [header, *rows]
    widths = [max(len(row[i]) for row in every) for i in range(len(header))]

    def line(cells: Sequence[str]) -> str:
        padded = [c.rjust(w) if i in right else c.ljust(w) for i, (c, w) in enumerate(zip(cells, widths, strict=True))]
        return _GAP.join(padded).rstrip()

    rule = _GAP.join("-" * width for width in widths)
    return "\n".join([line(header), rule, *(line(row) for row in rows)])


def grid(rows: Sequence[Sequence[str]], width: int = 100, header: int = 0) -> str:
    """A ruled grid at most ``width`` characters wide (more where it has very many columns), cells wrapped.

    Args:
        rows: the cells, equally many in each row; a cell may hold several lines.
        width: of the whole grid.
        header: after this many rows the rule is double.
    """
    if not rows or not rows[0]:
        return ""
    widths = _fit([max(_longest(row[i]) for row in rows) for i in range(len(rows[0]))], width)
    rule = "+" + "+".join("-" * (w + 2) for w in widths) + "+"
    lines = [rule]
    for number, row in enumerate(rows, start=1):
        wrapped = [_wrap(cell, w) for cell, w in zip(row, widths, strict=True)]
        for i in range(max(len(cell) for cell in wrapped)):
            parts = [(cell[i] if i < len(cell) else "").ljust(w) for cell, w in zip(wrapped, widths, strict=True)]
            lines.append("| " + " | ".join(parts) + " |")
        lines.append(rule.replace("-", "=") if number == header else rule)
    return "\n".join(lines)


def _longest(cell: str) -> int:
    return max((len(line) for line in cell.splitlines()), default=0)


def _fit(wanted: list[int], width: int) -> list[int]:
    """Column widths that fill at most ``width``: what exceeds a readable width is shared out in proportion."""
    spare = width - 3 * len(wanted) - 1
    if sum(wanted) <= spare:
        return [max(w, 1) for w in wanted]
    least = next((own for limit in _LEAST if sum(own := [max(min(w, limit), 1) for w in wanted]) <= spare), None)
    if least is None:
        return [max(min(w, _LEAST[-1]), 1) for w in wanted]
    over = [max(w - given, 0) for w, given in zip(wanted, least, strict=True)]
    room = spare - sum(least)
    return [given + room * more // sum(over) for given, more in zip(least, over, strict=True)]


def _wrap(cell: str, width: int) -> list[str]:
    lines = [part for line in cell.splitlines() for part in textwrap.wrap(line, width) or [""]]
    return lines or [""]
