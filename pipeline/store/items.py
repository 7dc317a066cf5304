"""An item's row follows from what the pipeline reads and from its log; a meeting's row from its items' rows."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from notula.models.review import ItemList, Origin, ReviewState
from notula.pipeline.store.folding import Entry, Folded, fold
from notula.pipeline.store.log import entries_of, next_revision, now
from notula.pipeline.store.values import PARTIES, Json, anchored, names_of, pack, party_key, unpack, words_of
from notula.pipeline.text import fold as folded_text

LOW: Final = 0.7  # below it a pending item counts as of low confidence
WANTED: Final = (ReviewState.ACCEPTED, ReviewState.EDITED)
COUNTED: Final = (ItemList.MEETING, ItemList.AGENDA, ItemList.AGREEMENTS, ItemList.FOLLOW_UPS)
BODY: Final = frozenset({"machine", "shown", "evidence", "reasons", "conflicting", "words", "people"})
_ATTENDING: Final = ("chair", "note_taker", "attendees")

Columns = dict[str, Any]


def insert(connection: sqlite3.Connection, table: str, columns: Columns) -> int:
    """Add a row; its number."""
    marks = ", ".join("?" for _ in columns)
    sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"
    number = connection.execute(sql, tuple(columns.values())).lastrowid
    assert number is not None
    return number


def update(connection: sqlite3.Connection, table: str, number: int, columns: Columns, *, key: str = "n") -> None:
    """Change a row's columns."""
    sql = f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in columns)} WHERE {key} = ?"
    connection.execute(sql, (*columns.values(), number))


def insert_item(connection: sqlite3.Connection, columns: Columns) -> int:
    """Add an item's row and body; its number."""
    number = insert(connection, "items", {name: value for name, value in columns.items() if name not in BODY})
    body = {name: value for name, value in columns.items() if name in BODY}
    insert(connection, "bodies", {"item": number, **body})
    return number


def update_item(connection: sqlite3.Connection, number: int, columns: Columns) -> None:
    """Change columns of an item's row and body."""
    row = {name: value for name, value in columns.items() if name not in BODY}
    body = {name: value for name, value in columns.items() if name in BODY}
    if row:
        update(connection, "items", number, row)
    if body:
        update(connection, "bodies", number, body, key="item")


def refold(connection: sqlite3.Connection, item: int, entries: Sequence[Entry] | None = None) -> list[Json]:
    """Bring an item's row up to its log and to what the pipeline reads; its conflicts."""
    row = connection.execute("SELECT * FROM entries WHERE n = ?", (item,)).fetchone()
    found = entries_of(connection, item) if entries is None else entries
    folded = fold(found, row["machine_list"])
    text = _text(connection, row["meeting"]) if found else ""
    columns = derived(dict(row), folded, text)
    revision = next_revision(connection)
    columns |= {"revision": revision, "feed": revision, "fed_at": now(), **_visible(dict(row) | columns, revision)}
    update_item(connection, item, columns)
    write_people(connection, item, dict(row) | columns, unpack(columns["shown"] or row["machine"]))
    conflicts: list[Json] = [] if columns["gone"] else folded.conflicts(unpack(row["machine"]))
    return conflicts


def derived(row: Columns, folded: Folded, text: str) -> Columns:
    """The columns of an item's row that follow from its fold; ``text`` is the canonical text."""
    machine = unpack(row["machine"])
    values = folded.shown(machine)
    if folded.values is not None:
        values = anchored(values, text)
    vanished = bool(row["origin"] == Origin.MACHINE and row["machine_id"] is None)
    columns: Columns = {
        "state": folded.state, "list": folded.of_list or row["list"], "skipped": folded.skipped,
        "shown": None if values == machine else pack(values), "merged_into": folded.merged_into,
        "status_since": folded.status_since, "started_on": folded.started_on, "done_on": folded.done_on,
        "changed_at": folded.changed_at, "changed_by": folded.changed_by,
    }  # fmt: skip
    if folded.human and folded.evidence:
        evidence = anchored(folded.evidence, text)
        start = (evidence or folded.evidence)["char_start"]
        columns |= {"evidence": evidence and pack(evidence), "position": start + folded.order}
        vanished = evidence is None
    gone = not folded.exists or (vanished and not folded.touched)
    conflicts = [] if gone or vanished else folded.conflicts(machine)
    columns |= {
        "vanished": int(vanished), "gone": int(gone), "conflicts": len(conflicts),
        "conflicting": pack(conflicts), "judged": int(folded.judged),
        "carried_over": int(folded.carried_over and folded.touched),
        "rank": _rank(row["confidence"], folded, bool(conflicts), gone),
    }  # fmt: skip
    return columns | searchable(values, gone)


def searchable(values: Json, gone: bool) -> Columns:
    """The columns by which an item is searched and sorted."""
    status, due = values.get("status", "open"), (values.get("due") or {}).get("date")
    finished = status not in ("open", "in_progress")
    return {
        "words": "" if gone else words_of(values), "people": "" if gone else names_of(values),
        "status": status, "due": due, "due_key": f"{int(finished)} {due or '9999'}",
        "owners": len(values.get("owners") or ()),
    }  # fmt: skip


def _rank(confidence: float, folded: Folded, conflict: bool, gone: bool) -> float | None:
    """Where the item stands in the queue, the least first; None where nobody has to look at it."""
    if gone:
        return None
    if conflict or not folded.noted:
        return confidence - 1
    return confidence + 10 * folded.skipped if folded.state == ReviewState.PENDING else None


def _visible(row: Columns, revision: int) -> Columns:
    """Since when exports can see a follow-up: all of them, and the reviewed ones."""
    there = row["list"] == ItemList.FOLLOW_UPS and not row["gone"] and row["state"] != ReviewState.REJECTED
    return {
        "listed": row["listed"] or (revision if there else None),
        "published": row["published"] or (revision if there and row["state"] in WANTED else None),
    }


def write_people(connection: sqlite3.Connection, item: int, row: Columns, values: Json, *, new: bool = False) -> None:
    """Record who stands in an item's values."""
    if not new:
        connection.execute("DELETE FROM people WHERE item = ?", (item,))
    if row["gone"]:
        return
    live = row["list"] == ItemList.FOLLOW_UPS and row["state"] != ReviewState.REJECTED
    status, due = (row["status"], row["due"]) if live else (None, None)
    found = [
        (item, row["meeting"], use, party_key(party), party.get("canonical_name") or party["name"], party["kind"],
         party.get("organization"), party.get("role"), status, due)
        for use in PARTIES for party in values.get(use) or ()
    ]  # fmt: skip
    connection.executemany("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", found)


def _text(connection: sqlite3.Connection, meeting: int) -> str:
    row = connection.execute("SELECT text FROM texts WHERE meeting = ?", (meeting,)).fetchone()
    return row[0] if row else ""


_COUNTS: Final = f"""
SELECT count(*) AS items, coalesce(sum(state = 'pending'), 0) AS pending,
    coalesce(sum(state = 'accepted'), 0) AS accepted, coalesce(sum(state = 'edited'), 0) AS edited,
    coalesce(sum(state = 'rejected'), 0) AS rejected, coalesce(sum(conflicts > 0), 0) AS conflicts,
    coalesce(sum(carried_over), 0) AS carried_over, coalesce(sum(vanished), 0) AS vanished_items,
    coalesce(sum(state = 'pending' AND confidence < {LOW}), 0) AS low,
    coalesce(sum(list = 'follow_ups' AND state <> 'rejected'), 0) AS follow_ups,
    coalesce(sum(list = 'agreements' AND state <> 'rejected'), 0) AS agreements,
    min(rank) AS least, max(revision) AS revision
FROM items WHERE meeting = ? AND NOT gone AND list IN ({", ".join(f"'{name}'" for name in COUNTED)})
"""


def refresh_meeting(connection: sqlite3.Connection, meeting: int) -> None:
    """Bring a meeting's row up to its items; where its title or date changed, its follow-ups count as changed."""
    before = connection.execute("SELECT * FROM meetings WHERE n = ?", (meeting,)).fetchone()
    header = connection.execute(
        "SELECT coalesce(shown, machine) FROM entries WHERE meeting = ? AND list = 'meeting'", (meeting,)
    ).fetchone()
    counts = dict(connection.execute(_COUNTS, (meeting,)).fetchone())
    counts["revision"] = max(counts["revision"] or 0, before["revision"])
    columns = counts | _heading(unpack(header[0]))
    own = _organizations(connection, meeting)
    columns["organization"] = next(iter(own.values()), None)
    columns |= _last_change(connection, meeting)
    update(connection, "meetings", meeting, columns)
    connection.execute("DELETE FROM organizations WHERE meeting = ?", (meeting,))
    connection.executemany("INSERT INTO organizations VALUES (?, ?, ?)", [(meeting, k, v) for k, v in own.items()])
    if any(before[name] != columns[name] for name in ("title", "date", "organization")):
        _announce(connection, meeting)


def _heading(values: Json) -> Columns:
    date = values.get("date") or {}
    return {
        "title": (values.get("title") or {}).get("text"), "place": (values.get("place") or {}).get("text"),
        "date": date.get("start"), "date_end": date.get("end"),
    }  # fmt: skip


def _last_change(connection: sqlite3.Connection, meeting: int) -> Columns:
    row = connection.execute(
        "SELECT changed_at, changed_by FROM items WHERE meeting = ? AND changed_at IS NOT NULL "
        "ORDER BY changed_at DESC, revision DESC LIMIT 1", (meeting,)
    ).fetchone()  # fmt: skip
    return dict(row) if row else {"changed_at": None, "changed_by": None}


def _organizations(connection: sqlite3.Connection, meeting: int) -> dict[str, str]:
    """The organizations of a meeting by what they are counted as, the one that held it first.

    That is the chair's, else the note-taker's, else the one that most attendees are of.
    """
    rows = connection.execute(
        "SELECT use, label, kind, organization FROM people JOIN items ON items.n = people.item "
        "WHERE items.meeting = ? AND NOT items.gone AND items.state <> 'rejected' ORDER BY people.rowid", (meeting,)
    )  # fmt: skip
    by_use: dict[str, list[str]] = {}
    for use, label, kind, organization in rows:
        if name := label if kind == "organization" else organization:
            by_use.setdefault(use, []).append(name)
    named = [name for use in _ATTENDING for name, _ in Counter(by_use.pop(use, [])).most_common()]
    named += [name for others in by_use.values() for name in others]
    found: dict[str, str] = {}
    for name in named:
        found.setdefault(folded_text(name), name)
    return found


def _announce(connection: sqlite3.Connection, meeting: int) -> None:
    """Give a meeting's follow-ups new places in the feed."""
    sql = "SELECT n FROM items WHERE meeting = ? AND listed IS NOT NULL AND NOT gone ORDER BY feed"
    for (item,) in connection.execute(sql, (meeting,)).fetchall():
        update_item(connection, item, {"feed": next_revision(connection), "fed_at": now()})
