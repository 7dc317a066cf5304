"""Tables without ruling lines: labels with colons and values, and rows of three or more aligned columns.

A wrong table is worse than lines with tabs, so only what is sure becomes one:

* At least two rows have a label and a colon at the same place (or values that start at the same place after a colon
  and a tab), and not because the labels are equally long. What starts at the value's place below, or
  between label and colon (a hanging indent), is the value going on, and so is what starts below the label where the
  line before fills the page. Where the colons of the next rows stand elsewhere, the table goes on all the same.
* At least three rows, or one that goes on with the table of the page before, have three columns whose words nowhere
  reach over the white between them and start, end or have their middle below each other. A row goes on below
  where the first column stays empty, or where it is nearer to the row above than rows are to each other.
* A list's number or bullet is part of the text behind it and makes no column of its own beside a colon.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from notula.pipeline.read.pdf_lines import LIST_MARK, Row
from notula.pipeline.read.pdf_page import Token

_SAME = 3.0  # points: starts this near to each other are aligned
_LONGEST_LABEL = 50  # characters
_LOOSE = 0.5  # font sizes: the white before a colon that was put into a column
_NEXT_LABEL = 3.3  # font sizes from one label's baseline to the next
_NEXT_LINE = 2.2  # ... from a value's line to the next
_WRAPPED = 1.6  # ... at most where it starts elsewhere
_TIGHT, _APART = 1.35, 1.5  # ... from a line to the next of one entry at most, to the next entry's at least
_HANGING = 40.0  # points that the second line of a list in a value may be further in
_COLON_WIDTH = 0.28  # font sizes

_MOST_TRIES = 60  # rows of an area that are tried as the first of a table

_HEAD = 2  # rows of a running head above what goes on from the page before

CellRows = list[Row]


@dataclass(slots=True)
class Aligned:
    """A table without rules: its rows, each with the printed lines of its cells."""

    rows: list[list[CellRows]]
    columns: int
    labels: bool = False

    @property
    def lines(self) -> list[Row]:
        """All printed lines in it."""
        return [line for row in self.rows for cell in row for line in cell]


class Colon(NamedTuple):
    """Where a row's first colon after a label stands; ``before``/``after`` are the row's words around it."""

    x: float
    before: list[Token]
    mark: Token
    after: list[Token]
    spread: bool


def find_aligned(rows: Sequence[Row], above: tuple[float, ...] = ()) -> list[Row | Aligned]:
    """The rows, those that make tables put together; ``above`` is where the columns of the last page's table start."""
    found: list[Row | Aligned] = []
    colons = [_colon(row) for row in rows]
    right = max((row.x1 for row in rows), default=0.0)
    at, tries = 0, _MOST_TRIES
    while at < len(rows):
        table, end = _labels_at(rows, colons, at, right) if colons[at] else (None, at)
        if table is None and len(rows[at].cuts) >= 2 and tries:
            table, end = _matrix_at(rows, at, above if at <= _HEAD else ())
            tries -= table is None
        if table is None:
            found.append(rows[at])
            at += 1
        else:
            if table.labels and found and isinstance(last := found[-1], Aligned) and last.labels:
                last.rows += table.rows
            else:
                found.append(table)
            at = end
    return found


def _colon(row: Row) -> Colon | None:
    """The colon of a row that may be a label with its value."""
    length = 0
    for index, token in enumerate(row.tokens):
        if ":" not in token.text:
            length += len(token.text)
            if length > _LONGEST_LABEL:
                return None
            continue
        before, after = row.tokens[:index], row.tokens[index + 1 :]
        width = _COLON_WIDTH * token.size
        if token.text == ":":
            loose = bool(before) and token.x0 - before[-1].x1 > _LOOSE * token.size
            colon = Colon(token.x0, before, token, after, loose or index + 1 in row.cuts)
        elif token.text[0] == ":":
            mark, rest = _split(token, 1, token.x0 + width)
            colon = Colon(token.x0, before, mark, [rest, *after], index in row.cuts)
        elif token.text[-1] == ":":
            rest, mark = _split(token, len(token.text) - 1, token.x1 - width)
            colon = Colon(mark.x0, [*before, rest], mark, after, index + 1 in row.cuts)
        else:
            return None
        return colon if colon.before and _is_label(row, len(colon.before)) else None
    return None


def _split(token: Token, at: int, x: float) -> tuple[Token, Token]:
    return token._replace(x1=x, text=token.text[:at]), token._replace(x0=x, text=token.text[at:])


def _is_label(row: Row, words: int) -> bool:
    """Whether the first words have no tab between them but for one after a list mark."""
    inner = [cut for cut in row.cuts if cut < words]
    return not inner or (inner == [1] and bool(LIST_MARK.match(row.tokens[0].text)))


@dataclass(slots=True)
class _Entry:
    label: CellRows
    mark: CellRows
    value: CellRows

    @property
    def base(self) -> float:
        return max(row.base for row in (*self.label, *self.value))


def _labels_at(
    rows: Sequence[Row], colons: Sequence[Colon | None], at: int, right: float
) -> tuple[Aligned | None, int]:
    """The label table that starts at a row, and the row after it; ``right`` is where the text ends."""
    first = colons[at]
    assert first is not None
    entries, spread = [_entry(rows[at], first)], first.spread
    value_x = first.after[0].x0 if first.after else None
    end = at + 1
    while end < len(rows):
        row, colon = rows[end], colons[end]
        gap = row.base - entries[-1].base
        if centred := _centred(rows, end, gap, first, value_x):
            entries.append(centred[0])
            end = centred[1]
            continue
        if colon and gap <= _NEXT_LABEL * row.size and _agree(first, colon, value_x):
            entries.append(_entry(row, colon))
            spread = spread or colon.spread
            value_x = colon.after[0].x0 if value_x is None and colon.after else value_x
        elif colons[end + 1 : end + 2] and _is_second_line(entries[-1], row, gap, first, colons[end + 1], value_x):
            entries[-1].label.append(row)
        elif not (_wraps(entries[-1], row, gap, right) or _goes_on(entries[-1], row, gap, first, value_x)):
            break
        end += 1
    if len(entries) < 2 or not spread:
        return None, at + 1
    return _in_pairs(entries), end


def _centred(
    rows: Sequence[Row], at: int, gap: float, first: Colon, value_x: float | None
) -> tuple[_Entry, int] | None:
    """The entry that begins at a row of its value, its label halfway down, and the row after it.

    White above and below it, which the lines of a value do not have, keeps it apart from its neighbours.
    """
    size = rows[at].size
    if value_x is None or abs(rows[at].x0 - value_x) > _SAME or not _APART * size <= gap <= _NEXT_LABEL * size:
        return None
    end = at + 1
    while end < len(rows) and 0 <= rows[end].base - rows[end - 1].base <= _TIGHT * size:
        end += 1
    if end < len(rows) and 0 <= rows[end].base - rows[end - 1].base < _APART * size:
        return None
    entry = _Entry([], [], [])
    for row in rows[at:end]:
        for cell, low, high in (
            (entry.label, 0.0, first.x - _SAME),
            (entry.mark, first.x - _SAME, value_x - _SAME),
            (entry.value, value_x - _SAME, float("inf")),
        ):
            tokens = [token for token in row.tokens if low <= token.x0 < high]
            if tokens:
                cell.append(_part(row, tokens))
    marks = [token.text for row in entry.mark for token in row.tokens]
    apart = all(row.tokens[-1].x1 <= first.x + _SAME for row in entry.label)
    return (entry, end) if entry.label and apart and marks == [":"] else None


def _in_pairs(entries: list[_Entry]) -> Aligned:
    """The entries as a table of three columns, or of six where a second label stands beside the value of two rows."""
    rows = [[entry.label, entry.mark, entry.value] for entry in entries]
    found = [_beside(entry) for entry in entries]
    marks = [pair[1].mark[0].x0 for pair in found if pair]
    if len(marks) < 2 or max(marks) - min(marks) > _SAME:
        return Aligned(rows, 3, labels=True)
    for row, pair in zip(rows, found, strict=True):
        if pair:
            row[2] = [pair[0], *row[2][1:]]
        row += [pair[1].label, pair[1].mark, pair[1].value] if pair else [[], [], []]
    return Aligned(rows, 6)


def _beside(entry: _Entry) -> tuple[Row, _Entry] | None:
    """What a value is without a second label behind a tab in it, and that label with its own value."""
    for row in entry.value[:1]:
        for cut in row.cuts:
            rest = _part(row, row.tokens[cut:])
            colon = _colon(rest)
            if colon:
                return _part(row, row.tokens[:cut]), _entry(rest, colon)
    return None


def _entry(row: Row, colon: Colon) -> _Entry:
    value = [_part(row, colon.after)] if colon.after else []
    return _Entry([_part(row, colon.before)], [_part(row, [colon.mark])], value)


def _part(row: Row, tokens: list[Token]) -> Row:
    """Some of a row's words as a row, with the tabs between them."""
    starts = {row.tokens[cut].x0 for cut in row.cuts}
    return Row(tokens, row.base, row.size, [at for at, token in enumerate(tokens) if at and token.x0 in starts])


def _agree(first: Colon, colon: Colon, value_x: float | None) -> bool:
    """Whether two rows have their colons, or what follows them after a tab, at the same place."""
    if not first.before[0].x0 - _SAME <= colon.before[0].x0 <= first.before[0].x0 + _HANGING:
        return False
    if abs(first.x - colon.x) <= _SAME:
        return True
    aligned = value_x is not None and bool(colon.after) and abs(colon.after[0].x0 - value_x) <= _SAME
    return aligned and (first.spread or colon.spread)


def _wraps(entry: _Entry, row: Row, gap: float, right: float) -> bool:
    """Adds a row to the value above where it is its next line, wrapped to below the label; whether it is."""
    if not entry.value or not entry.label or gap > _WRAPPED * row.size or row.cuts:
        return False
    last, first = entry.value[-1], row.tokens[0]
    if abs(row.x0 - entry.label[0].x0) > _SAME or LIST_MARK.match(first.text) or row.tokens[-1].text.endswith(":"):
        return False
    words = [token.text for line in entry.value for token in line.tokens]
    torn = "".join(words).count("(") > "".join(words).count(")")  # "... (Sdr." / "Rina), ..."
    if (last.tokens[-1].text.endswith(".") and not torn) or right - last.x1 > first.x1 - first.x0:
        return False
    listed = any(word.endswith((",", ";")) for word in words)
    if not (torn or listed or first.text[:1].islower()):
        return False  # a sentence or a heading below the labels
    entry.value.append(row)
    return True


def _is_second_line(
    entry: _Entry, row: Row, gap: float, first: Colon, following: Colon | None, value_x: float | None
) -> bool:
    """Whether a row ends the label above, which had no room for it before the colon, over the row of the next label."""
    if not entry.label or row.cuts or gap > _TIGHT * row.size or abs(row.x0 - entry.label[0].x0) > _SAME:
        return False
    word = row.tokens[0].x1 - row.tokens[0].x0
    full = entry.label[-1].x1 + word + 2 * _COLON_WIDTH * row.size > first.x  # a space before it, the colon behind
    return full and row.x1 <= first.x and following is not None and _agree(first, following, value_x)


def _goes_on(entry: _Entry, row: Row, gap: float, first: Colon, value_x: float | None) -> bool:
    """Adds a row to the entry above where it is the rest of its value or label; whether it is."""
    if value_x is None:
        return False
    further = row.x0 - value_x
    aligned = abs(further) <= _SAME
    if gap > (_NEXT_LABEL if aligned else _NEXT_LINE) * row.size:
        return False
    hangs = bool(entry.value) and gap <= _WRAPPED * row.size
    between = further < 0 and bool(entry.label) and row.x0 > entry.label[-1].x1 + row.size and not row.cuts
    if aligned or (hangs and (0 < further <= _HANGING or between)):
        entry.value.append(row)
        return True
    cut = next((cut for cut in row.cuts if abs(row.tokens[cut].x0 - value_x) <= _SAME), None)
    label, value = (row.tokens, []) if cut is None else (row.tokens[:cut], row.tokens[cut:])
    starts_low = label[0].text[:1].islower() and not LIST_MARK.match(label[0].text)
    if label[-1].x1 > first.x or abs(label[0].x0 - entry.label[0].x0) > _HANGING or not (value or starts_low):
        return False
    entry.label.append(_part(row, label))
    if value:
        entry.value.append(_part(row, value))
    return True


def _matrix_at(rows: Sequence[Row], at: int, above: tuple[float, ...] = ()) -> tuple[Aligned | None, int]:
    """The table of three or more columns that starts at a row, and the row after it."""
    spans = [(part[0].x0, part[-1].x1) for part in rows[at].segments()]
    end, full = at + 1, 1
    for row in rows[at + 1 :]:
        wider = _widened(spans, row) if row.base - rows[end - 1].base <= _NEXT_LABEL * row.size else None
        if wider is None:
            break
        spans = wider
        full += len(row.cuts) >= 2
        end += 1
    tight = _tight(rows[at:end])
    while end > at and not rows[end - 1].cuts and abs(rows[end - 1].x0 - spans[0][0]) <= _SAME:
        if end > at + 1 and rows[end - 1].base - rows[end - 2].base < tight:
            break
        end -= 1  # what only fills the first column below the table is text that follows it
    starts = _filled(rows[at:end], [start for start, _ in spans])
    lines = [_in_columns(row, starts) for row in rows[at:end]]
    goes_on = any(len(row.cuts) >= 2 for row in rows[end : end + 2])
    begun = end - at - sum(after.base - before.base < tight for before, after in pairwise(rows[at:end]))
    fewest = 1 if _go_on(starts, above) else 3
    if full < fewest or len(starts) < 3 or 2 * full < begun or goes_on:
        return None, at + 1
    if not all(_is_straight(column) for column in zip(*lines, strict=True)):
        return None, at + 1
    return Aligned(_grouped(lines, rows[at:end]), len(starts)), end


def _go_on(starts: Sequence[float], above: Sequence[float]) -> bool:
    """Whether columns start where those of the table above a page break do."""
    return len(starts) == len(above) and all(abs(one - two) <= _SAME for one, two in zip(starts, above, strict=True))


def _tight(rows: Sequence[Row]) -> float:
    """Below which distance, in points, a row goes on the one above; 0 where all stand equally far apart."""
    gaps = [after.base - before.base for before, after in pairwise(rows)]
    return 1.1 * min(gaps) if gaps and max(gaps) > 1.25 * min(gaps) else 0.0


def _widened(spans: list[tuple[float, float]], row: Row) -> list[tuple[float, float]] | None:
    """The columns with the words of one more row; None where these reach from one column into another."""
    white = 0.5 * row.size
    spans = list(spans)
    for part in row.segments():
        x0, x1 = part[0].x0, part[-1].x1
        touched = [span for span in spans if x0 < span[1] + white and x1 > span[0] - white]
        if len(touched) > 1:
            return None
        if touched:
            spans.remove(touched[0])
            x0, x1 = min(x0, touched[0][0]), max(x1, touched[0][1])
            if any(x0 < span[1] + white and x1 > span[0] - white for span in spans):
                return None
        spans.append((x0, x1))
    return sorted(spans)


def _is_straight(column: Sequence[Row | None]) -> bool:
    """Whether most of a column's parts start, end or have their middle at one place."""
    parts = [part for part in column if part]
    places = ([part.x0 for part in parts], [part.x1 for part in parts], [(part.x0 + part.x1) / 2 for part in parts])
    most = max(sum(1 for x in xs if abs(x - place) <= _SAME) for xs in places for place in xs)
    return 3 * most >= 2 * len(parts)


def _filled(rows: Sequence[Row], starts: list[float]) -> list[float]:
    """Where the columns start that hold anything: the text below a table may have been alone in its own."""
    columns = zip(*(_in_columns(row, starts) for row in rows), strict=True)
    return [start for start, column in zip(starts, columns, strict=True) if any(column)]


def _in_columns(row: Row, starts: list[float]) -> list[Row | None]:
    parts: list[list[Token]] = [[] for _ in starts]
    for token in row.tokens:
        column = max((at for at, start in enumerate(starts) if start <= token.x0 + 0.5), default=0)
        parts[column].append(token)
    return [_part(row, part) if part else None for part in parts]


def _grouped(lines: list[list[Row | None]], rows: Sequence[Row]) -> list[list[CellRows]]:
    """Printed lines as table rows: a line goes on the row above where its first column is empty or it stands close."""
    tight = _tight(rows)
    table: list[list[CellRows]] = []
    for at, line in enumerate(lines):
        close = at > 0 and rows[at].base - rows[at - 1].base < tight
        few = sum(1 for part in line if part) < 0.5 * len(line) + 1
        if table and (line[0] is None or (close and few)):
            for cell, part in zip(table[-1], line, strict=True):
                if part:
                    cell.append(part)
        else:
            table.append([[part] if part else [] for part in line])
    return table
