"""Tables whose cells stand below each other as lines, as text taken out of a word processor's file has them.

- Their titles are known ones and stand one below the other: of tasks with owners or days, of names with offices.
- A row has as many lines as there are titles; an empty cell is a blank line. What the titles promise proves it: days
  below that of a deadline, numbers below that of a number, short texts below those of parties. Tables that number
  their rows in the first column are found by the numbers alone, see ``notula.pipeline.read.text_stacked``.
- Two columns are names and tasks by turns: three at least, and parted from what stands below.
- The table ends with what is no such row: a heading, a label with its value, the close of the minutes.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from notula.models.source import Cell, Line, Table
from notula.pipeline.structure.closing import closes, signs
from notula.pipeline.structure.column_cells import names_day
from notula.pipeline.structure.column_titles import written_roles
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.title_lines import GENRE
from notula.pipeline.text import fold

Content = Line | Table

LONGEST_TITLE: Final = 40  # characters
_LONGEST_PARTY: Final = 70
_MOST_IN_CAPITALS: Final = 5  # words of a party; more are a heading
_FEWEST_COLUMNS: Final = 2
_FEWEST_OF_TWO: Final = 3  # rows of two columns: less is as often a list
MOST_COLUMNS: Final = 8
_MOST_LINES: Final = 600  # of a table
TASKS: Final = frozenset({"action", "topic", "decision"})
PARTIES: Final = frozenset({"owner", "name", "organization", "role"})
_OFFICES: Final = frozenset({"role", "organization", "attendance", "signature"})
NUMBER: Final = re.compile(r"(?:\d{1,3}[-.])?\d{1,20}[.)]?|[A-Za-z][.)]?")
_DEGREE: Final = re.compile(r"\.\w{1,5}\.$|\b[A-Z]\w{0,3}\.$")  # "S.E.", "Kom.", at the end of a name
_NAME: Final = re.compile(r"(?:[A-Z][\w.'’-]*|[Pp]ak|[Bb]u)(?:,? [A-Z][\w.'’-]*){0,5}")
# What stands for a deadline beside a day.
_WHEN: Final = re.compile(
    r"[-–—]|.*\b(?:segera|secepatnya|secepat mungkin|asap"
    r"|akhir|awal|pertengahan|tiap|setiap|minggu|pekan|bulan|bln|tahun|triwulan|tw|besok|lusa|hari"
    r"|rutin|berkala|selesai|done|sebelum|setelah|sesudah|saat|h|tbc|tba|menyusul|eom|eow|q[1-4]|jam|pukul|kondisional"
    r"|insidentil|berkelanjutan|ongoing)\b.*",
    re.IGNORECASE,
)

Roles = list[frozenset[str]]


class _Cells(NamedTuple):
    """The lines from one on as cells, blank ones as empty texts; ``places`` are the indexes of the lines."""

    texts: list[str]
    places: list[int]


def gather_columns(content: tuple[Content, ...], labels: Labels) -> tuple[Content, ...]:
    """The content with the lines of each such table put together."""
    return tuple(_gathered(content, labels))


def _gathered(content: tuple[Content, ...], labels: Labels) -> Iterator[Content]:
    at, spare = 0, 20 * len(content)
    while at < len(content):
        titles = _titles(content, at, labels) if spare > 0 else []
        table, end = None, at + 1
        if len(titles) >= _FEWEST_COLUMNS:
            cells = cells_from(content, at)
            spare -= len(cells.texts)
            table, end = _table(content, cells, titles, labels)
        yield table or content[at]
        at = end if table else at + 1


def _titles(content: tuple[Content, ...], at: int, labels: Labels) -> Roles:
    """The roles of the titles that stand below each other from a line on; one unknown may stand between known ones."""
    found: Roles = []
    for piece in content[at : at + MOST_COLUMNS]:
        if not isinstance(piece, Line) or not is_plain(piece):
            break
        if (found and piece.spaced) or len(piece.text) > LONGEST_TITLE:
            break
        roles = written_roles(labels.words.lexicon, piece.text)
        if not roles and (not found or not found[-1]):
            break
        found.append(roles)
    while found and not found[-1]:
        found.pop()
    return found


def is_plain(piece: Content) -> bool:
    """Whether a line is one of plain text, without a place on a page, a marker or the look of a heading."""
    return isinstance(piece, Line) and piece.box is None and piece.marker is None and piece.outline is None


def cells_from(content: tuple[Content, ...], at: int) -> _Cells:
    """The lines of plain text from one on, as cells."""
    texts, places = [], []
    for index, piece in enumerate(content[at : at + _MOST_LINES], start=at):
        if not is_plain(piece):
            break
        assert isinstance(piece, Line)
        blank = max(piece.blank, piece.spaced) if index > at else 0
        texts += [*[""] * blank, piece.text]
        places += [index] * (blank + 1)
    return _Cells(texts, places)


def _table(
    content: tuple[Content, ...], cells: _Cells, titles: Roles, labels: Labels
) -> tuple[Table | None, int]:
    """The table with the most rows that some of the titles make, and where it ends."""
    best, rows = 0, 0
    for width in range(_FEWEST_COLUMNS, len(titles) + 1):
        told, following = frozenset().union(*titles[:width]), titles[width] if width < len(titles) else frozenset()
        whole = following <= told and tell_columns(titles[:width])
        count = _count_rows(cells.texts, titles[:width], labels) if whole else 0
        if count * width > best * rows:
            best, rows = width, count
    if not best:
        return None, 0
    last = min(best * (rows + 1), len(cells.texts)) - 1
    while not cells.texts[last]:
        last -= 1
    made = []
    for place in range(last + 1):
        line = content[cells.places[place]]
        assert isinstance(line, Line)
        made.append(Cell(place // best, place % best, (line,) if cells.texts[place] else ()))
    made += [Cell(place // best, place % best) for place in range(last + 1, best * (rows + 1))]
    return Table(tuple(made), rows + 1, best, ruled=False), cells.places[last] + 1


def tell_columns(titles: Roles) -> bool:
    """Whether titles are those of tasks with owners or days, or of names with offices."""
    known = frozenset().union(*titles)
    tasks = bool(TASKS & known) and bool({"owner", "due"} & known)
    named = any("name" in roles for roles in titles) and bool(_OFFICES & known)
    return sum(map(bool, titles)) >= 2 and (tasks or named)


def _count_rows(texts: list[str], titles: Roles, labels: Labels) -> int:
    """How many rows below the titles hold what these promise; 0 where it is too little to be sure."""
    width, rows, proved = len(titles), 0, 0
    for start in range(width, len(texts) - width + 2, width):
        row = texts[start : start + width]
        row += [""] * (width - len(row))  # the last cells of a text are blank lines at its end
        first = next((text for text in row if text), "")
        if not first or ends(first, labels) or not all(map(fits, row, titles, [labels] * width)):
            break
        rows += 1
        proved += any(_proves(text, roles, labels) for text, roles in zip(row, titles, strict=True))
    end = texts[width * (rows + 1) :]
    paired = rows >= _FEWEST_OF_TWO and _parted(end, labels) and _pairs(texts, titles, rows)
    if width == _FEWEST_COLUMNS and not paired:
        return 0
    sure = proved * 2 >= rows if any("due" in roles for roles in titles) else rows > 1 and _parted(end, labels)
    return rows if rows and sure else 0


def _pairs(texts: list[str], titles: Roles, rows: int) -> bool:
    """Whether the cells of two columns are by turns names and what is no name."""
    who = next((at for at, roles in enumerate(titles) if "action" not in roles and roles & PARTIES), None)
    if who is None or not any("action" in roles for roles in titles):
        return False
    cells = texts[2 : 2 * (rows + 1)]
    named = [bool(_NAME.fullmatch(text)) for text in cells]
    return all(named[who::2]) and 2 * sum(named[1 - who :: 2]) <= rows


def _parted(below: list[str], labels: Labels) -> bool:
    """Whether what stands below a table is parted from it: nothing, a blank line, the beginning of something else."""
    return not below or not below[0] or ends(below[0], labels)


def ends(text: str, labels: Labels) -> bool:
    """Whether a line begins something else than a row."""
    labelled = labels.valued(text) is not None or GENRE.match(fold(text)) is not None
    return labelled or labels.words.kind(text) is not None or closes(text) or signs(text)


def fits(text: str, roles: frozenset[str], labels: Labels) -> bool:
    """Whether a cell may stand below a title."""
    if "number" in roles:
        return not text or NUMBER.fullmatch(text) is not None
    if roles == {"due"}:
        return not text or is_when(text, labels)
    if roles and roles <= PARTIES:
        heading = text.isupper() and len(text.split()) > _MOST_IN_CAPITALS
        sentence = text.endswith((".", ":")) and not _DEGREE.search(text)
        return len(text) <= _LONGEST_PARTY and not heading and not sentence
    if TASKS & roles:
        return bool(text)
    return True


def is_when(text: str, labels: Labels) -> bool:
    """Whether a cell says when: it names a day or stands for one; the label of a meeting's day does not."""
    valued = labels.valued(text)
    if valued is not None and valued.field is not None:
        return False
    return names_day(labels.words.lexicon)(text) or _WHEN.fullmatch(text) is not None


def _proves(text: str, roles: frozenset[str], labels: Labels) -> bool:
    """Whether a cell says what only its title promises."""
    return bool(text) and ("due" in roles or "number" in roles) and fits(text, roles, labels)
