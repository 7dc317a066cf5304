"""A result into the store: its items matched with known ones, decisions kept, what changed under them noted."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from notula.models.minutes import FollowUp, Item
from notula.models.result import Result
from notula.models.review import ItemList, Origin
from notula.pipeline.store.carrying import Fresh, Known, Match, match_items
from notula.pipeline.store.folding import Entry, Folded, fold
from notula.pipeline.store.items import (
    Columns,
    derived,
    insert_item,
    refold,
    refresh_meeting,
    update_item,
    write_people,
)
from notula.pipeline.store.log import Line, entries_by_item, machine_author, next_revision, now, write
from notula.pipeline.store.values import Json, header_values, item_values, pack, unpack, unpack_list

_AGAIN: Final = uuid5(NAMESPACE_URL, "urn:notula:again")  # ids for items whose own is taken
_LISTS: Final = (ItemList.AGENDA, ItemList.AGREEMENTS, ItemList.FOLLOW_UPS, ItemList.SUGGESTIONS)
_NEEDED: Final = {"title": "no_title", "date": "no_date"}
_UNKNOWN: Final = 0.3  # the confidence of a header that lacks one of these
_STEP: Final = 1e-4  # keeps the order of items that start at the same character

# What of a row the pipeline decides; where nothing of it changes, the row stays as it is.
_READ: Final = ("machine_id", "machine_list", "position", "confidence", "needs_review", "reasons", "evidence",
                "found_in", "agreement", "machine")  # fmt: skip


class Read(NamedTuple):
    """An item (or the header) as read: for the match, and as columns of its row."""

    fresh: Fresh
    columns: Columns


@dataclass(slots=True)
class Tally:
    """What happened to items."""

    new: int = 0
    carried_over: int = 0
    conflicts: int = 0
    vanished: int = 0

    def add(self, other: "Tally") -> None:
        """Count another tally in."""
        self.new, self.carried_over = self.new + other.new, self.carried_over + other.carried_over
        self.conflicts, self.vanished = self.conflicts + other.conflicts, self.vanished + other.vanished


def take_in(connection: sqlite3.Connection, meeting: int, result: Result, text: str, *, same_file: bool) -> Tally:
    """Bring a meeting's items up to a result; ``same_file`` says that it comes from the bytes of the one before."""
    intake = _Intake(connection, meeting)
    intake.set_text(text)
    intake.match(list(_read(result)), same_file)
    refresh_meeting(connection, meeting)
    return intake.tally


def take_out(connection: sqlite3.Connection, meeting: int) -> Tally:
    """No result holds the meeting any more: hide its items but for those that persons decided on."""
    intake = _Intake(connection, meeting)
    intake.match([], False)
    refresh_meeting(connection, meeting)
    return intake.tally


class _Intake:
    """The items of one meeting while a result is taken in."""

    def __init__(self, connection: sqlite3.Connection, meeting: int) -> None:
        self.connection, self.meeting = connection, meeting
        self.logs = entries_by_item(connection, meeting)
        rows = connection.execute("SELECT * FROM entries WHERE meeting = ?", (meeting,)).fetchall()
        self.rows = {row["n"]: dict(row) for row in rows}
        self.tally = Tally()
        self.text, self.text_changed = "", False
        self.taken: set[str] = set()
        self.revisions: Iterator[int] = iter(())

    def set_text(self, text: str) -> None:
        found = self.connection.execute("SELECT text FROM texts WHERE meeting = ?", (self.meeting,)).fetchone()
        self.text, self.text_changed = text, found is None or found[0] != text
        if found is None:
            self.connection.execute("INSERT INTO texts VALUES (?, ?)", (self.meeting, text))
        elif self.text_changed:
            self.connection.execute("UPDATE texts SET text = ? WHERE meeting = ?", (text, self.meeting))

    def match(self, read: Sequence[Read], same_file: bool) -> None:
        known = [_known(row, self._touched(row)) for row in self.rows.values() if row["origin"] == Origin.MACHINE]
        matches = match_items(known, [item.fresh for item in read], same_file=same_file)
        ids = {read[index].fresh.machine_id: self.rows[match.number]["id"] for index, match in matches.items()}
        self._prepare([item for index, item in enumerate(read) if index not in matches])
        for index, item in enumerate(read):
            item.columns["agreement"] = ids.get(item.columns["agreement"], item.columns["agreement"])
            if index in matches:
                self._renew(matches[index], item)
            else:
                self._insert(item)
        for number in self.rows.keys() - {match.number for match in matches.values()}:
            self._leave(self.rows[number])

    def _touched(self, row: Json) -> bool:
        entries = self.logs.get(row["n"])
        return bool(entries) and fold(entries or (), row["machine_list"]).touched

    def _prepare(self, new: Sequence[Read]) -> None:
        """See which ids are taken, and set aside revisions: once for all new items."""
        if new:
            wanted = pack([item.fresh.machine_id for item in new])
            sql = "SELECT id FROM items WHERE id IN (SELECT value FROM json_each(?))"
            self.taken = {row[0] for row in self.connection.execute(sql, (wanted,))}
            first = next_revision(self.connection, len(new))
            self.revisions = iter(range(first, first + len(new)))

    def _insert(self, item: Read) -> None:
        item_id = item.fresh.machine_id
        if item.fresh.list == ItemList.MEETING:
            item_id = self.connection.execute("SELECT id FROM meetings WHERE n = ?", (self.meeting,)).fetchone()[0]
        while item_id in self.taken:  # another meeting or item has it: the next of a row of ids
            item_id = str(uuid5(_AGAIN, f"{self.meeting}|{item_id}"))
            if self.connection.execute("SELECT 1 FROM items WHERE id = ?", (item_id,)).fetchone():
                self.taken.add(item_id)
        self.taken.add(item_id)
        columns: Columns = {"id": item_id, "meeting": self.meeting, "list": item.fresh.list, "origin": Origin.MACHINE}
        columns |= item.columns
        folded = Folded(of_list=item.fresh.list, exists=True)
        columns |= derived(columns, folded, self.text)
        revision = next(self.revisions)
        listed = revision if item.fresh.list == ItemList.FOLLOW_UPS else None
        columns |= {"revision": revision, "feed": revision, "fed_at": now(), "listed": listed}
        number = insert_item(self.connection, columns)
        write_people(self.connection, number, columns, unpack(columns["machine"]), new=True)
        self.tally.new += 1

    def _renew(self, match: Match, item: Read) -> None:
        row = self.rows[match.number]
        touched = self._touched(row)
        changed = any(row[name] != item.columns[name] for name in _READ)
        if changed:
            update_item(self.connection, match.number, item.columns)
        if touched and match.changed:
            self._note(row, "carried_over", _text_of(row), {"text": unpack(item.columns["machine"]).get("text")})
            self.tally.carried_over += 1
        if touched and row["vanished"]:
            self._note(row, "returned", {}, {})
        if changed or row["gone"] or (self.text_changed and match.number in self.logs):
            self._refold(row, unpack(item.columns["machine"]))

    def _leave(self, row: Json) -> None:
        """An item that the pipeline no longer finds, or one that a person added."""
        if row["origin"] != Origin.MACHINE:
            if self.text_changed:
                self._refold(row, {})
        elif row["machine_id"] is not None:
            update_item(self.connection, row["n"], {"machine_id": None})
            if self._touched(row):
                self._note(row, "vanished", _text_of(row), {})
                self.tally.vanished += 1
            self._refold(row, unpack(row["machine"]))

    def _refold(self, row: Json, machine: Json) -> None:
        """Bring the row up to date, and note conflicts that were not there before."""
        before = {conflict["field"]: conflict for conflict in unpack_list(row["conflicting"])}
        found = refold(self.connection, row["n"], self.logs.get(row["n"], ()))
        anew = [one for one in found if before.get(one["field"], {}).get("machine") != one["machine"]]
        if anew:
            old = {one["field"]: one["machine_before"] for one in anew}
            self._note(row, "conflict", old, {one["field"]: one["machine"] for one in anew}, machine)
            self.tally.conflicts += 1

    def _note(self, row: Json, kind: str, old: Json, new: Json, machine: Json | None = None) -> None:
        base = unpack(row["machine"]) if machine is None else machine
        author = machine_author(self.connection)
        line = Line(kind, old, new, base, row["machine_list"])
        revision = write(self.connection, self.meeting, row["n"], author, line)
        entry = Entry(revision, author.at, author.who, kind, new, base, row["machine_list"], author.group)
        self.logs.setdefault(row["n"], []).append(entry)


def _text_of(row: Json) -> Json:
    return {"text": unpack(row["machine"]).get("text")}


def _known(row: Json, reviewed: bool) -> Known:
    evidence = unpack(row["evidence"])
    text = unpack(row["machine"]).get("text") or ""
    start, end = evidence.get("char_start", 0), evidence.get("char_end", 0)
    return Known(row["n"], row["machine_id"] or row["id"], row["machine_list"], text, start, end,
                 evidence.get("place"), reviewed, bool(row["gone"]))  # fmt: skip


def _read(result: Result) -> Iterator[Read]:
    yield _read_header(result)
    for name in _LISTS:
        for index, item in enumerate(getattr(result, name)):
            yield _read_item(item, name, index)


def _read_header(result: Result) -> Read:
    values = header_values(result)
    reasons = [reason for field, reason in _NEEDED.items() if field not in values]
    least = min((values[field]["confidence"] for field in ("title", "date", "time", "place") if field in values),
                default=_UNKNOWN)  # fmt: skip
    columns = {
        "machine_id": result.id, "machine_list": ItemList.MEETING, "position": 0.0,
        "confidence": min(least, _UNKNOWN) if reasons else least, "needs_review": int(bool(reasons)),
        "reasons": pack(reasons), "evidence": None, "found_in": None, "agreement": None, "machine": pack(values),
    }  # fmt: skip
    return Read(Fresh(result.id, ItemList.MEETING, "", 0, 0, None), columns)


def _read_item(item: Item, of_list: str, index: int) -> Read:
    evidence = item.evidence
    columns: Columns = {
        "machine_id": item.id, "machine_list": of_list, "position": evidence.char_start + index * _STEP,
        "confidence": item.confidence, "needs_review": 0, "reasons": "[]",
        "evidence": pack(evidence.model_dump(mode="json")), "found_in": None, "agreement": None,
        "machine": pack(item_values(item, of_list)),
    }  # fmt: skip
    if isinstance(item, FollowUp):
        columns["confidence"] = item.confidence if item.ready is None else item.ready
        columns |= {"needs_review": int(item.needs_review), "reasons": pack(list(item.review_reasons)),
                    "found_in": item.where, "agreement": item.agreement_id}  # fmt: skip
    fresh = Fresh(item.id, of_list, item.text, evidence.char_start, evidence.char_end, evidence.place)
    return Read(fresh, columns)
