"""``owners.csv``: what a target tool calls the parties of the minutes. Nobody is guessed.

The file has a header and the columns ``party``, ``target`` and ``user`` in any order, separated by comma, semicolon or
tab. ``target`` ``*`` or empty means every target. ``user`` ``-`` says that the tool has nobody for this party: its
items go in without an owner. An empty ``user`` is one still to be filled in.
"""

import csv
import io
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from notula.models.review import ReviewedParty
from notula.pipeline.errors import UsageError, why
from notula.pipeline.text import fold

OWNERS = "owners.csv"
COLUMNS = ("party", "target", "user")
ANY, NOBODY = "*", "-"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would take such a cell for a formula
_SEPARATORS = ";,\t"


class Owners:
    """The lines of an ``owners.csv``; a target's own line goes before one for all."""

    def __init__(self, lines: Iterable[tuple[str, str, str]] = ()) -> None:
        self._users = {(fold(party), target.strip().lower() or ANY): user for party, target, user in lines if user}

    def find(self, party: ReviewedParty, target: str) -> str | None:
        """What the target calls the party (``NOBODY``: it has nobody); None where no line says so."""
        names = (party.name, *([party.canonical_name] if party.canonical_name else []), *party.aliases)
        for own in (target, ANY):
            for name in names:
                if user := self._users.get((fold(name), own)):
                    return user
        return None


def read_owners(path: Path) -> Owners:
    """The owners of a file.

    Raises:
        UsageError: it cannot be read, a column is missing, or two lines name different users.
    """
    lines = read_lines(path)
    seen: dict[tuple[str, str], str] = {}
    for party, target, user in lines:
        place = (fold(party), target.strip().lower() or ANY)
        if user and seen.setdefault(place, user) != user:
            raise UsageError("usage.owner_twice", path=str(path), party=party, target=place[1])
    return Owners(lines)


def read_lines(path: Path) -> list[tuple[str, str, str]]:
    """The lines of a file as party, target and user, in order.

    Raises:
        UsageError: it cannot be read, or a column is missing.
    """
    places, rows = _read(path)
    full = [[*row, *[""] * (max(places) + 1)] for _, row in rows]
    return [(_plain(row[places[0]]), row[places[1]].strip(), _plain(row[places[2]])) for row in full]


@dataclass(frozen=True, slots=True)
class Odd:
    """A line that can have no effect: its ``number`` in the file, and the unknown ``target`` (None: cells lack)."""

    number: int
    target: str | None = None


def odd_lines(path: Path, targets: Container[str]) -> tuple[Odd, ...]:
    """The lines of a file with too few columns, or with a target that there is not; errors as for ``read_lines``."""
    places, rows = _read(path)
    return tuple(_odd(places, rows, targets))


def _odd(places: list[int], rows: list[tuple[int, list[str]]], targets: Container[str]) -> Iterator[Odd]:
    for number, row in rows:
        if len(row) <= max(places):
            yield Odd(number)
        elif (target := row[places[1]].strip()) not in ("", ANY) and target.lower() not in targets:
            yield Odd(number, target)


def _read(path: Path) -> tuple[list[int], list[tuple[int, list[str]]]]:
    """The places of the columns in a file, and its rows with the numbers of the lines they end on."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeError) as trouble:
        raise UsageError("usage.owners", path=str(path), reason=why(trouble)) from trouble
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as trouble:
        raise UsageError("usage.owners", path=str(path), reason=str(trouble)) from trouble
    header = [name.strip().lower() for name in rows[0][1]] if rows else []
    if missing := [name for name in COLUMNS if name not in header]:
        raise UsageError("usage.owners", path=str(path), reason="reason.no_column", column=", ".join(missing))
    return [header.index(name) for name in COLUMNS], [
        (number, row) for number, row in rows[1:] if any(cell.strip() for cell in row)
    ]


def template(lines: Iterable[tuple[str, str, str]]) -> bytes:
    """A file with these lines, as spreadsheets open it (UTF-8 with BOM, semicolons)."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows((_guarded(party), target, _guarded(user)) for party, target, user in lines)
    return made.getvalue().encode("utf-8-sig")


def _separator(text: str) -> str:
    """The separator that the header has most of."""
    header = text.partition("\n")[0]
    return max(_SEPARATORS, key=header.count)


def _guarded(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA) and cell != NOBODY else cell


def _plain(cell: str) -> str:
    """A cell without the guard against formulas and without white space around."""
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
