"""Taking decisions back, without limit, and doing them again; both are lines of the log.

- A person takes back what that person decided, the last decision first. A decision on several items (a merge, an
  accept-all) is taken back as a whole; where one item is named, an accept-all only for that one.
- What somebody else decided on the item since then stands in the way.
- Doing again takes the last taking back back, as long as the person has not decided on anything since.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Final

from notula.models.review_views import Decided
from notula.pipeline.store.database import Row, Store
from notula.pipeline.store.deciding import Deciding, author
from notula.pipeline.store.folding import MACHINE_KINDS, TAKING_BACK
from notula.pipeline.store.refusals import NotFoundError, NothingToUndoError, StaleError
from notula.pipeline.store.values import unpack
from notula.pipeline.store.views import entry_of, log_entries

_AT_ONCE: Final = 500  # items in one transaction
_SHOWN: Final = 50
_NOT_DECIDED: Final = ", ".join(f"'{kind}'" for kind in sorted(MACHINE_KINDS | TAKING_BACK))
_STANDING: Final = "NOT EXISTS (SELECT 1 FROM undone WHERE undone.grp = log.grp AND undone.item = log.item)"
_LAST: Final = f"""
SELECT grp FROM log WHERE who = ? AND kind NOT IN ({_NOT_DECIDED}) AND {_STANDING} {{}} ORDER BY revision DESC LIMIT 1
"""
_LINES: Final = f"SELECT * FROM log WHERE grp = ? AND {_STANDING} GROUP BY item ORDER BY revision"


def undo(store: Store, who: str, *, item_id: str | None = None) -> Decided:
    """Take back the last decision of a person (on one item) that still stands.

    Raises:
        NothingToUndoError: there is none.
        StaleError: somebody else has decided on the item since.
        NotFoundError: there is no such item.
    """
    item = _number(store, item_id) if item_id else None
    condition = "AND item = ?" if item else ""
    found = store.row(_LAST.format(condition), (who.strip(), item) if item else (who.strip(),))
    if found is None:
        raise NothingToUndoError("decision.nothing")
    lines = store.rows(_LINES, (found["grp"],))
    if item and any(unpack(line["new"]).get("bulk") for line in lines):
        lines = [line for line in lines if line["item"] == item]
    return _take_back(store, who, "undo", lines)


def redo(store: Store, who: str) -> Decided:
    """Do again what a person took back last.

    Raises:
        NothingToUndoError: there is nothing, or the person has decided on something since.
        StaleError: somebody else has decided on the item since.
    """
    sql = f"SELECT grp FROM log WHERE who = ? AND kind = 'undo' AND {_STANDING} ORDER BY revision DESC LIMIT 1"
    found = store.row(sql, (who.strip(),))
    sql = f"SELECT 1 FROM log WHERE who = ? AND revision > ? AND kind NOT IN ({_NOT_DECIDED})"
    if found is None or store.row(sql, (who.strip(), found["grp"])):
        raise NothingToUndoError("decision.nothing_again")
    return _take_back(store, who, "redo", store.rows(_LINES, (found["grp"],)))


def _number(store: Store, item_id: str) -> int:
    row = store.row("SELECT n FROM items WHERE id = ?", (item_id,))
    if row is None:
        raise NotFoundError(item_id)
    return int(row["n"])


def _take_back(store: Store, who: str, kind: str, lines: Sequence[Row]) -> Decided:
    group = None
    total = 0
    decided: Decided | None = None
    for some in _batches(lines):
        with store.writing() as connection:
            mine = author(connection, who)
            group = group or mine.group
            deciding = Deciding(connection, mine._replace(group=group))
            for line in some:
                _check_others(connection, line, who.strip())
                _take_back_one(deciding, kind, line)
            decided = deciding.close(show=len(lines) <= _SHOWN)
        total += decided.count
    assert decided is not None
    return decided.model_copy(update={"count": total})


def _batches(lines: Sequence[Row]) -> Iterator[Sequence[Row]]:
    for start in range(0, len(lines), _AT_ONCE):
        yield lines[start : start + _AT_ONCE]


def _take_back_one(deciding: Deciding, kind: str, line: Row) -> None:
    connection = deciding.connection
    item = connection.execute("SELECT * FROM entries WHERE n = ?", (line["item"],)).fetchone()
    deciding.write(item, kind, {"kind": line["kind"]}, unpack(line["old"]), undoes=line["grp"])
    connection.execute("INSERT OR IGNORE INTO undone VALUES (?, ?)", (line["grp"], line["item"]))
    if kind == "redo":
        connection.execute("DELETE FROM undone WHERE grp = ? AND item = ?", (line["undoes"], line["item"]))


def _check_others(connection: sqlite3.Connection, line: Row, who: str) -> None:
    """See that nobody else has decided on the item since, and that the line still stands."""
    sql = f"""
        SELECT log.*, meetings.id AS meeting_id, items.id AS item_id, 0 AS undone
        FROM log JOIN meetings ON meetings.n = log.meeting JOIN items ON items.n = log.item
        WHERE log.item = ? AND log.revision > ? AND log.who <> ? AND log.kind NOT IN ({_NOT_DECIDED}) AND {_STANDING}
        ORDER BY log.revision DESC LIMIT 20
    """
    others = connection.execute(sql, (line["item"], line["revision"], who)).fetchall()
    if others:
        row = connection.execute("SELECT * FROM entries WHERE n = ?", (line["item"],)).fetchone()
        raise StaleError(entry_of(row, others[0]["meeting_id"]), log_entries(others))
    standing = f"SELECT 1 FROM log WHERE revision = ? AND {_STANDING}"
    if not connection.execute(standing, (line["revision"],)).fetchone():
        raise NothingToUndoError("decision.nothing")
