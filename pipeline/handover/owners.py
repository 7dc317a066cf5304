"""``owners.csv``: what a target tool calls the parties of the minutes. Nobody is guessed.

The file has a header and the columns ``party``, ``target`` and ``user`` in any order, separated by comma, semicolon or
tab. ``target`` ``*`` or empty means every target. ``user`` ``-`` says that the tool has nobody for this party: its
items go in without an owner. An empty ``user`` is one still to be filled in.
"""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from notula.models.review import ReviewedParty
from notula.pipeline.errors import UsageError, why
from notula.pipeline.text import fold

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
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeError) as trouble:
        raise UsageError("usage.owners", path=str(path), reason=why(trouble)) from trouble
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True))
    except csv.Error as trouble:
        raise UsageError("usage.owners", path=str(path), reason=str(trouble)) from trouble
    header = [name.strip().lower() for name in rows[0]] if rows else []
    if missing := [name for name in COLUMNS if name not in header]:
        raise UsageError("usage.owners", path=str(path), reason="reason.no_column", column=", ".join(missing))
    places = [header.index(name) for name in COLUMNS]
    full = [[*row, *[""] * len(header)] for row in rows[1:] if any(cell.strip() for cell in row)]
    return [(_plain(row[places[0]]), row[places[1]].strip(), _plain(row[places[2]])) for row in full]


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
