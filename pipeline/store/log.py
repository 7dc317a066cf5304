"""The log: the one table that decisions are written to, and everything else follows from."""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from notula.pipeline.store.folding import MACHINE, Entry
from notula.pipeline.store.values import Json, pack, unpack, without_boxes


class Line(NamedTuple):
    """What is to be written about an item: ``base`` is what the pipeline reads of it."""

    kind: str
    old: Json
    new: Json
    base: Json
    base_list: str | None
    undoes: int | None = None


class Author(NamedTuple):
    """Who decides, when and why; ``group`` is shared by all lines of one decision."""

    who: str
    at: str
    group: int
    reason: str = ""


def now() -> str:
    """The time, ISO in UTC with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def next_revision(connection: sqlite3.Connection, count: int = 1) -> int:
    """The first of ``count`` new revision numbers."""
    last = connection.execute("UPDATE counter SET revision = revision + ? RETURNING revision", (count,)).fetchone()[0]
    return int(last) - count + 1


def machine_author(connection: sqlite3.Connection) -> Author:
    """The pipeline as author of what a new run did to reviewed items."""
    return Author(MACHINE, now(), next_revision(connection))


def write(connection: sqlite3.Connection, meeting: int, item: int, author: Author, line: Line) -> int:
    """Add a line to the log; its revision."""
    revision = next_revision(connection)
    base = pack({"list": line.base_list, "values": without_boxes(line.base)})
    connection.execute(
        "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (revision, author.at, author.who, line.kind, meeting, item, pack(line.old), pack(line.new), base,
         author.reason, author.group, line.undoes),
    )  # fmt: skip
    return revision


def entries_of(connection: sqlite3.Connection, item: int) -> list[Entry]:
    """An item's log, oldest first."""
    rows = connection.execute("SELECT * FROM log WHERE item = ? ORDER BY revision", (item,))
    return [_entry(row) for row in rows]


def entries_by_item(connection: sqlite3.Connection, meeting: int) -> dict[int, list[Entry]]:
    """The logs of a meeting's items, each oldest first."""
    found: dict[int, list[Entry]] = {}
    for row in connection.execute("SELECT * FROM log WHERE meeting = ? ORDER BY revision", (meeting,)):
        found.setdefault(row["item"], []).append(_entry(row))
    return found


def last_revision(entries: Sequence[Entry]) -> int:
    """The revision of the last entry, 0 where there is none."""
    return entries[-1].revision if entries else 0


def _entry(row: sqlite3.Row) -> Entry:
    base = unpack(row["base"])
    return Entry(row["revision"], row["at"], row["who"], row["kind"], unpack(row["new"]), base["values"],
                 base["list"], row["grp"], row["undoes"])  # fmt: skip
