"""Decisions: checked against what is there, written to the log, the reviewed view brought up to them.

A decision is one transaction: it is on the disk when it returns, or nothing of it is.
"""

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import Any, Final, NamedTuple
from uuid import uuid4

from notula.models.decisions import (
    Accept,
    Add,
    Decision,
    Edit,
    EditHeader,
    Merge,
    Promote,
    Reject,
    Reopen,
    Resolve,
    SetStatus,
    Skip,
    Split,
)
from notula.models.review import FollowUpStatus, ItemList, Origin
from notula.models.review_views import Decided
from notula.pipeline.errors import DecisionError
from notula.pipeline.store.changes import changed_fields, check_day, check_evidence, completed, merged, piece_of
from notula.pipeline.store.database import Row, Store
from notula.pipeline.store.items import insert_item, refold, refresh_meeting
from notula.pipeline.store.log import Author, Line, next_revision, now, write
from notula.pipeline.store.refusals import NotFoundError, StaleError
from notula.pipeline.store.values import Json, pack, unpack, unpack_list, value_of
from notula.pipeline.store.views import entries_since, entry_of, reload

_STEP: Final = 0.01  # pieces of a split stand right behind each other


class Item(NamedTuple):
    """An item's row while a decision on it is taken, and its reviewed values."""

    row: Row
    values: Json

    @property
    def number(self) -> int:
        """Its number in the store."""
        return int(self.row["n"])


def decide(store: Store, decision: Decision, who: str) -> Decided:
    """Take a decision.

    Raises:
        NotFoundError: there is no such item or meeting.
        StaleError: the item has changed since the person saw it.
        DecisionError: the decision makes no sense for this item.
        StoreError: it cannot be written.
    """
    with store.writing() as connection:
        deciding = Deciding(connection, author(connection, who, decision.reason))
        _HANDLERS[type(decision)](deciding, decision)
        return deciding.close()


def set_status(
    store: Store, item_id: str, status: FollowUpStatus, who: str, *, on: str | None = None, reason: str = ""
) -> bool:
    """Record that a follow-up is at ``status`` since the ISO day ``on`` (None: today); False where it was already.

    Raises:
        NotFoundError: there is no such item.
        DecisionError: it is no follow-up, or ``on`` is no day.
        StoreError: it cannot be written.
    """
    with store.writing() as connection:
        deciding = Deciding(connection, author(connection, who, reason))
        item = deciding.load(item_id, None)
        if value_of(item.values, "status") == status and on in (None, item.row["status_since"]):
            return False
        _set_status(deciding, SetStatus(item_id=item_id, status=status, on=on))
        deciding.close()
        return True


def author(connection: sqlite3.Connection, who: str, reason: str = "") -> Author:
    """The author of a new group of log lines.

    Raises:
        DecisionError: nobody is named.
    """
    if not who.strip():
        raise DecisionError("decision.who")
    return Author(who.strip(), now(), next_revision(connection), reason.strip())


class Deciding:
    """A decision in its transaction: loads items, writes lines, and in the end brings rows up to the log."""

    def __init__(self, connection: sqlite3.Connection, author: Author) -> None:
        self.connection, self.author = connection, author
        self._touched: dict[int, int] = {}

    def load(self, item_id: str, revision: int | None) -> Item:
        """An item as it is now.

        Raises:
            NotFoundError: there is none.
            StaleError: it is no longer at ``revision``.
        """
        row = self.connection.execute(
            "SELECT entries.*, meetings.id AS meeting_id FROM entries JOIN meetings ON meetings.n = meeting "
            "WHERE entries.id = ?", (item_id,)
        ).fetchone()  # fmt: skip
        if row is None or (row["gone"] and row["list"] != ItemList.MEETING):
            raise NotFoundError(item_id)
        if revision is not None and row["revision"] != revision:
            since = entries_since(self.connection, row["n"], revision)
            raise StaleError(entry_of(row, row["meeting_id"]), since)
        return Item(row, unpack(row["shown"] or row["machine"]))

    def write(self, item: Row, kind: str, old: Json, new: Json, *, undoes: int | None = None) -> None:
        """Add a line about an item to the log."""
        line = Line(kind, old, new, unpack(item["machine"]), item["machine_list"], undoes)
        write(self.connection, item["meeting"], item["n"], self.author, line)
        self._touched[item["n"]] = item["meeting"]

    def change(self, item: Item, kind: str, fields: Json) -> None:
        """Write new values of some fields; a status has a line of its own."""
        status = fields.pop("status", None)
        old = {name: item.row["list"] if name == "list" else value_of(item.values, name) for name in fields}
        self.write(item.row, kind, old, fields)
        if status is not None and status != value_of(item.values, "status"):
            new = {"status": status, "on": date.today().isoformat()}
            self.write(item.row, "status", {"status": value_of(item.values, "status")}, new)

    def create(self, meeting: int, origin: Origin, new: Json, split_from: str | None = None) -> None:
        """Add an item of a person."""
        columns = {
            "id": str(uuid4()), "meeting": meeting, "list": new["list"], "position": 0.0, "origin": origin,
            "confidence": 1.0, "evidence": new["evidence"] and pack(new["evidence"]), "split_from": split_from,
            "revision": 0, "feed": 0, "fed_at": self.author.at,
        }  # fmt: skip
        number = insert_item(self.connection, columns)
        row = self.connection.execute("SELECT * FROM entries WHERE n = ?", (number,)).fetchone()
        self.write(row, "add", {}, new)

    def text(self, meeting: int) -> str:
        """A meeting's canonical text."""
        row = self.connection.execute("SELECT text FROM texts WHERE meeting = ?", (meeting,)).fetchone()
        return row[0] if row else ""

    def close(self, *, show: bool = True) -> Decided:
        """Bring the rows up to the log; what was decided."""
        for number in self._touched:
            refold(self.connection, number)
        for meeting in dict.fromkeys(self._touched.values()):
            refresh_meeting(self.connection, meeting)
        items = reload(self.connection, tuple(self._touched)) if show else ()
        revision = self.connection.execute("SELECT revision FROM counter").fetchone()[0]
        return Decided(revision=revision, group=self.author.group, count=len(self._touched), items=items)


def _state(item: Item) -> Json:
    return {"state": item.row["state"]}


def _accept(deciding: Deciding, decision: Accept) -> None:
    item = deciding.load(decision.item_id, decision.revision)
    deciding.write(item.row, "accept", _state(item), {"state": "accepted"})


def _reject(deciding: Deciding, decision: Reject) -> None:
    item = deciding.load(decision.item_id, decision.revision)
    if item.row["list"] == ItemList.MEETING:
        raise DecisionError("decision.header")
    deciding.write(item.row, "reject", _state(item), {"state": "rejected"})


def _skip(deciding: Deciding, decision: Skip) -> None:
    item = deciding.load(decision.item_id, decision.revision)
    deciding.write(item.row, "skip", {}, {})


def _reopen(deciding: Deciding, decision: Reopen) -> None:
    item = deciding.load(decision.item_id, decision.revision)
    deciding.write(item.row, "reopen", _state(item), {"state": "pending"})


def _edit(deciding: Deciding, decision: Edit | EditHeader) -> None:
    item = deciding.load(decision.item_id, decision.revision)
    deciding.change(item, "edit", changed_fields(decision.changes, item.row["list"]))


def _promote(deciding: Deciding, decision: Promote) -> None:
    item = _no_header(deciding.load(decision.item_id, decision.revision))
    if decision.to in (ItemList.MEETING, item.row["list"]):
        raise DecisionError("decision.list")
    given = changed_fields(decision.changes, decision.to)
    full = completed({**item.values, **given}, decision.to)
    fields = {name: value for name, value in full.items() if value != item.values.get(name)}
    deciding.change(item, "promote", {"list": decision.to, **fields, **given})


def _split(deciding: Deciding, decision: Split) -> None:
    item = _no_header(deciding.load(decision.item_id, decision.revision))
    if len(decision.pieces) < 2:
        raise DecisionError("decision.pieces")
    of_list, meeting = item.row["list"], item.row["meeting"]
    first, *others = [changed_fields(piece.changes, of_list) for piece in decision.pieces]
    own = piece_of(item.values, first, of_list)
    deciding.change(item, "split", {name: own[name] for name in own if own[name] != item.values.get(name)} | first)
    text = deciding.text(meeting)
    for index, (given, piece) in enumerate(zip(others, decision.pieces[1:], strict=True), start=1):
        evidence = check_evidence(piece.evidence, text)
        new: Json = {"list": of_list, "values": piece_of(item.values, given, of_list), "order": 0.0}
        new["evidence"] = evidence
        if evidence is None:
            new |= {"evidence": item.row["evidence"] and unpack(item.row["evidence"]), "order": index * _STEP}
        deciding.create(meeting, Origin.SPLIT, new, item.row["id"])


def _merge(deciding: Deciding, decision: Merge) -> None:
    item = _no_header(deciding.load(decision.item_id, decision.revision))
    others = [_no_header(deciding.load(item_id, revision)) for item_id, revision in decision.others]
    numbers = {item.number, *(other.number for other in others)}
    if not others or len(numbers) <= len(others) or {other.row["meeting"] for other in others} != {item.row["meeting"]}:
        raise DecisionError("decision.others")
    of_list = item.row["list"]
    together = merged([item.values, *(other.values for other in others)], of_list)
    fields = {name: value for name, value in together.items() if value != value_of(item.values, name)}
    deciding.change(item, "merge", fields | changed_fields(decision.changes, of_list))
    for other in others:
        new = {"state": "rejected", "merged_into": item.row["id"]}
        deciding.write(other.row, "merged", _state(other), new)


def _add(deciding: Deciding, decision: Add) -> None:
    meeting = deciding.connection.execute("SELECT n FROM meetings WHERE id = ?", (decision.meeting_id,)).fetchone()
    if meeting is None:
        raise NotFoundError(decision.meeting_id)
    if decision.list == ItemList.MEETING:
        raise DecisionError("decision.list")
    given = changed_fields(decision.changes, decision.list)
    if "text" not in given:
        raise DecisionError("decision.empty", field="text")
    evidence = check_evidence(decision.evidence, deciding.text(meeting["n"]))
    new = {"list": decision.list, "values": completed(given, decision.list), "evidence": evidence}
    deciding.create(meeting["n"], Origin.ADDED, new)


def _set_status(deciding: Deciding, decision: SetStatus) -> None:
    item = deciding.load(decision.item_id, decision.revision)
    if item.row["list"] != ItemList.FOLLOW_UPS:
        raise DecisionError("decision.no_follow_up")
    on = decision.on or date.today().isoformat()
    check_day(on)
    old = {"status": value_of(item.values, "status"), "on": item.row["status_since"]}
    deciding.write(item.row, "status", old, {"status": decision.status, "on": on})


def _resolve(deciding: Deciding, decision: Resolve) -> None:
    item = deciding.load(decision.item_id, decision.revision)
    conflicts = {conflict["field"]: conflict for conflict in unpack_list(item.row["conflicting"])}
    fields = [name for name in conflicts if not decision.fields or name in decision.fields]
    if not fields:
        raise DecisionError("decision.no_conflict")
    old: dict[str, Any] = {name: conflicts[name]["human"] for name in fields}
    deciding.write(item.row, "resolve", old, {"take": decision.take, "fields": fields})


def _no_header(item: Item) -> Item:
    if item.row["list"] == ItemList.MEETING:
        raise DecisionError("decision.header")
    return item


_HANDLERS: Final[dict[type, Callable[[Deciding, Any], None]]] = {
    Accept: _accept, Reject: _reject, Skip: _skip, Reopen: _reopen, Edit: _edit, EditHeader: _edit,
    Promote: _promote, Split: _split, Merge: _merge, Add: _add, SetStatus: _set_status, Resolve: _resolve,
}  # fmt: skip
