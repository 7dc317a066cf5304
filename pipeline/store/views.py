"""Rows of the store as the models that callers see, and the views of one meeting and one item."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, Final

from notula.models.result import SourceInfo
from notula.models.review import (
    Counts,
    FollowUpStatus,
    ItemList,
    LogEntry,
    MeetingSummary,
    MeetingView,
    ReviewedFollowUp,
    ReviewedHeader,
    ReviewedItem,
)
from notula.pipeline.store.database import Row, Store
from notula.pipeline.store.refusals import NotFoundError
from notula.pipeline.store.values import Json, unpack, unpack_list

_COUNTED: Final = ("items", "pending", "accepted", "edited", "rejected", "conflicts", "carried_over", "low",
                   "follow_ups", "agreements")  # fmt: skip
_MORE: Final = """
    (SELECT json_group_array(label) FROM organizations WHERE meeting = meetings.n) AS organizations,
    (SELECT json_group_array(path) FROM files WHERE meeting = meetings.n AND path <> meetings.result) AS others
"""
SUMMARY: Final = f"SELECT meetings.*, {_MORE} FROM meetings"
_ITEM: Final = "SELECT entries.*, meetings.id AS meeting_id FROM entries JOIN meetings ON meetings.n = meeting"
HIDDEN: Final = "(meetings.vanished AND meetings.items = 0)"


def meeting_number(store: Store, meeting_id: str) -> int:
    """A meeting's number in the store.

    Raises:
        NotFoundError: there is no such meeting.
    """
    row = store.row("SELECT n FROM meetings WHERE id = ?", (meeting_id,))
    if row is None:
        raise NotFoundError(meeting_id)
    return int(row["n"])


def meeting_view(store: Store, meeting_id: str) -> MeetingView:
    """All of a meeting as it is reviewed now.

    Raises:
        NotFoundError: there is no such meeting.
    """
    with store.reading():
        return view_of(store.connection(), meeting_number(store, meeting_id))


def view_of(connection: sqlite3.Connection, number: int) -> MeetingView:
    """All of the meeting with this number."""
    row = connection.execute(f"{SUMMARY} WHERE n = ?", (number,)).fetchone()
    sql = "SELECT * FROM entries WHERE meeting = ? AND (NOT gone OR list = 'meeting') ORDER BY position, n"
    items = connection.execute(sql, (number,)).fetchall()
    by_list: dict[str, list[ReviewedItem]] = {name: [] for name in ItemList}
    for item in items:
        if item["list"] != ItemList.MEETING:
            by_list[item["list"]].append(item_of(item, row["id"]))
    header = next(header_of(item, row["id"]) for item in items if item["list"] == ItemList.MEETING)
    lists = {str(name): tuple(found) for name, found in by_list.items() if name != ItemList.MEETING}
    return MeetingView.model_validate(
        {"summary": summary_of(row), "header": header, "issues": unpack_list(row["issues"]), **lists}
    )


def meeting_text(store: Store, meeting_id: str) -> str:
    """The canonical text of a meeting, which evidence points into, as of the last sync.

    Raises:
        NotFoundError: there is no such meeting.
    """
    row = store.row("SELECT text FROM texts WHERE meeting = ?", (meeting_number(store, meeting_id),))
    return str(row["text"]) if row else ""


def get_item(store: Store, item_id: str) -> ReviewedItem | ReviewedHeader:
    """An item, or a meeting's header, as it is reviewed now.

    Raises:
        NotFoundError: there is no such item.
    """
    row = store.row(f"{_ITEM} WHERE entries.id = ?", (item_id,))
    if row is None or row["gone"]:
        raise NotFoundError(item_id)
    return entry_of(row, row["meeting_id"])


def entry_of(row: Row, meeting_id: str) -> ReviewedItem | ReviewedHeader:
    """An item's row as the model of its list."""
    return header_of(row, meeting_id) if row["list"] == ItemList.MEETING else item_of(row, meeting_id)


def _common(row: Row, meeting_id: str) -> Json:
    machine = None if row["machine"] is None or row["vanished"] else unpack(row["machine"])
    return {
        "id": row["id"], "meeting_id": meeting_id, "state": row["state"], "origin": row["origin"],
        "confidence": row["confidence"], "needs_review": bool(row["needs_review"]),
        "review_reasons": unpack_list(row["reasons"]), "revision": row["revision"], "changed_at": row["changed_at"],
        "changed_by": row["changed_by"], "conflicts": unpack_list(row["conflicting"]),
        "carried_over": bool(row["carried_over"]), "vanished": bool(row["vanished"]), "skipped": row["skipped"],
        "judged": bool(row["judged"]),
        "values": unpack(row["shown"] or row["machine"]), "machine": machine,
    }  # fmt: skip


def header_of(row: Row, meeting_id: str) -> ReviewedHeader:
    """A header's row as a model."""
    return ReviewedHeader.model_validate(_common(row, meeting_id))


def item_of(row: Row, meeting_id: str) -> ReviewedItem:
    """An item's row as a model."""
    own = {
        "list": row["list"], "machine_list": row["machine_list"], "position": row["position"],
        "evidence": row["evidence"] and unpack(row["evidence"]), "where": row["found_in"],
        "agreement_id": row["agreement"], "merged_into": row["merged_into"], "split_from": row["split_from"],
        "status_since": row["status_since"], "started_on": row["started_on"], "done_on": row["done_on"],
    }  # fmt: skip
    return ReviewedItem.model_validate(_common(row, meeting_id) | own)


def summary_of(row: Row) -> MeetingSummary:
    """A meeting's row (of ``SUMMARY``) as a model."""
    counts = {name: row[name] for name in _COUNTED} | {"vanished": row["vanished_items"]}
    names = ("id", "title", "date", "date_end", "place", "organization", "result", "revision", "changed_at",
             "changed_by")  # fmt: skip
    return MeetingSummary(
        **{name: row[name] for name in names},
        organizations=tuple(unpack_list(row["organizations"])),
        source=SourceInfo.model_validate_json(row["source"]),
        other_results=tuple(unpack_list(row["others"])),
        partial=bool(row["partial"]),
        vanished=bool(row["vanished"]),
        counts=Counts(**counts),
    )


FOLLOW_UP: Final = """
SELECT entries.*, meetings.id AS meeting_id, meetings.title AS meeting_title, meetings.date AS meeting_date,
    meetings.organization AS meeting_organization, meetings.source AS source
FROM entries JOIN meetings ON meetings.n = entries.meeting
"""


def follow_up_of(row: Row) -> ReviewedFollowUp:
    """A row of ``FOLLOW_UP`` as a model."""
    values = unpack(row["shown"] or row["machine"])
    names = ("id", "meeting_id", "meeting_title", "meeting_date", "meeting_organization", "status_since", "started_on",
             "done_on", "state", "origin", "confidence", "changed_at", "changed_by")  # fmt: skip
    return ReviewedFollowUp.model_validate({
        **{name: row[name] for name in names},
        "action": values.get("action") or values["text"], "text": values["text"],
        "owners": values.get("owners", ()), "recipients": values.get("recipients", ()), "due": values.get("due"),
        "status": values.get("status", FollowUpStatus.OPEN), "where": row["found_in"],
        "agreement_id": row["agreement"], "needs_review": bool(row["needs_review"]),
        "review_reasons": unpack_list(row["reasons"]), "evidence": row["evidence"] and unpack(row["evidence"]),
        "source": unpack(row["source"]), "revision": row["feed"], "conflict": row["conflicts"] > 0,
        "carried_over": bool(row["carried_over"]), "vanished": bool(row["vanished"]),
    })  # fmt: skip


_LOG: Final = """
SELECT log.*, meetings.id AS meeting_id, items.id AS item_id,
    EXISTS (SELECT 1 FROM undone WHERE undone.grp = log.grp AND undone.item = log.item) AS undone
FROM log JOIN meetings ON meetings.n = log.meeting JOIN items ON items.n = log.item
"""


def history(
    store: Store, *, meeting_id: str | None = None, item_id: str | None = None, limit: int = 100,
    before: int | None = None,
) -> tuple[LogEntry, ...]:  # fmt: skip
    """The log, newest first: of all, of a meeting or of an item; ``before`` a revision, to read on."""
    conditions: list[str] = []
    values: list[Any] = []
    for column, value in (("meetings.id = ?", meeting_id), ("items.id = ?", item_id), ("log.revision < ?", before)):
        if value is not None:
            conditions.append(column)
            values.append(value)
    where = f"WHERE {' AND '.join(conditions)} " if conditions else ""
    rows = store.rows(f"{_LOG} {where} ORDER BY log.revision DESC LIMIT ?", (*values, limit))
    return log_entries(rows)


def entries_since(connection: sqlite3.Connection, item: int, revision: int) -> tuple[LogEntry, ...]:
    """What was done to an item after a revision, newest first."""
    sql = f"{_LOG} WHERE log.item = ? AND log.revision > ? ORDER BY log.revision DESC LIMIT 20"
    return log_entries(connection.execute(sql, (item, revision)).fetchall())


def log_entries(rows: Iterable[Row]) -> tuple[LogEntry, ...]:
    """Rows of the log as models."""
    return tuple(
        LogEntry(
            revision=row["revision"], at=row["at"], who=row["who"], kind=row["kind"], meeting_id=row["meeting_id"],
            item_id=row["item_id"], old=unpack(row["old"]), new=unpack(row["new"]), reason=row["reason"],
            group=row["grp"], undoes=row["undoes"], undone=bool(row["undone"]),
        )
        for row in rows
    )  # fmt: skip


def reload(connection: sqlite3.Connection, items: Sequence[int]) -> tuple[ReviewedItem | ReviewedHeader, ...]:
    """The items with these numbers as they are now; those that are no longer there are left out."""
    rows = [connection.execute(f"{_ITEM} WHERE entries.n = ?", (item,)).fetchone() for item in items]
    return tuple(entry_of(row, row["meeting_id"]) for row in rows if not row["gone"])
