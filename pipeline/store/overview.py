"""Lists over all meetings: the meetings, the queue of what needs a person, the follow-ups."""

from datetime import date, timedelta
from typing import Final

from notula.models.review import ItemList
from notula.models.review_views import (
    FollowUpFilter,
    FollowUpPage,
    ItemFilter,
    MeetingFilter,
    MeetingOrder,
    MeetingPage,
    Queued,
)
from notula.pipeline.store.database import Store
from notula.pipeline.store.filters import Where, fts_query, items_where, meetings_where
from notula.pipeline.store.views import FOLLOW_UP, SUMMARY, entry_of, follow_up_of, summary_of
from notula.pipeline.text import fold

_ORDERS: Final[dict[MeetingOrder, str]] = {
    "least_certain": "meetings.least IS NULL, meetings.least, meetings.n",
    "date": "meetings.date DESC, meetings.n",
    "title": "meetings.title IS NULL, meetings.title COLLATE NOCASE, meetings.n",
    "changed": "meetings.changed_at IS NULL, meetings.changed_at DESC, meetings.n",
}
_LENGTH: Final = "SELECT count(*) FROM items INDEXED BY items_rank WHERE items.rank IS NOT NULL AND {}"
_SOON: Final = timedelta(days=7)
_UNFINISHED: Final = "items.status IN ('open', 'in_progress')"


def revision(store: Store) -> int:
    """A number that grows with every change in the store."""
    row = store.row("SELECT revision FROM counter")
    assert row is not None
    return int(row["revision"])


def meeting_page(
    store: Store, wanted: MeetingFilter, *, order: MeetingOrder = "least_certain", offset: int = 0, limit: int = 50
) -> MeetingPage:
    """Some of the meetings that are wanted, and how many there are."""
    where = meetings_where(wanted)
    with store.reading():
        total = store.rows(f"SELECT count(*) FROM meetings WHERE {where.sql}", where.values)[0][0]
        sql = f"{SUMMARY} WHERE {where.sql} ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?"
        rows = store.rows(sql, (*where.values, limit, offset))
    return MeetingPage(total=total, meetings=tuple(summary_of(row) for row in rows))


def queue(store: Store, wanted: ItemFilter, *, offset: int = 0, limit: int = 20) -> tuple[Queued, ...]:
    """What needs a person: conflicts first, then the pending, the least certain first, then those put off."""
    where = items_where(wanted)
    sql = f"""
        SELECT entries.*, meetings.id AS meeting_id, meetings.title AS meeting_title, meetings.date AS meeting_date
        FROM entries JOIN meetings ON meetings.n = entries.meeting WHERE entries.n IN (
            SELECT items.n FROM items INDEXED BY items_rank WHERE items.rank IS NOT NULL AND {where.sql}
            ORDER BY items.rank, items.n LIMIT ? OFFSET ?
        ) ORDER BY entries.rank, entries.n
    """
    return tuple(
        Queued(
            meeting_id=row["meeting_id"], meeting_title=row["meeting_title"], meeting_date=row["meeting_date"],
            entry=entry_of(row, row["meeting_id"]),
        )
        for row in store.rows(sql, (*where.values, limit, offset))
    )  # fmt: skip


def queue_beside(store: Store, wanted: ItemFilter, item_id: str) -> tuple[str | None, str | None]:
    """The ids of the items before and after one in the queue; an item that needs nobody stands before all of them."""
    where = items_where(wanted)
    here = "(SELECT coalesce(rank, -9), iif(rank IS NULL, 0, n) FROM items WHERE id = ?)"
    found: list[str | None] = []
    for sign, order in (("<", "DESC"), (">", "ASC")):
        sql = f"""
            SELECT items.id FROM items INDEXED BY items_rank WHERE items.rank IS NOT NULL AND {where.sql}
            AND (items.rank, items.n) {sign} {here} ORDER BY items.rank {order}, items.n {order} LIMIT 1
        """
        rows = store.rows(sql, (*where.values, item_id))
        found.append(rows[0][0] if rows else None)
    return found[0], found[1]


def queue_length(store: Store, wanted: ItemFilter) -> int:
    """How much needs a person."""
    where = items_where(wanted)
    rows = store.rows(_LENGTH.format(where.sql), where.values)
    return int(rows[0][0])


def follow_up_page(
    store: Store, wanted: FollowUpFilter, *, today: date, offset: int = 0, limit: int = 50
) -> FollowUpPage:
    """Some of the follow-ups that are wanted: unfinished ones by due date (overdue ones first), undated, finished."""
    where = _follow_ups_where(wanted, today)
    some = f"SELECT items.n FROM items WHERE {where.sql} ORDER BY items.due_key, items.n LIMIT ? OFFSET ?"
    with store.reading():
        total = store.rows(f"SELECT count(*) FROM items WHERE {where.sql}", where.values)[0][0]
        rows = store.rows(
            f"{FOLLOW_UP} WHERE entries.n IN ({some}) ORDER BY entries.due_key, entries.n",
            (*where.values, limit, offset),
        )
    return FollowUpPage(total=total, follow_ups=tuple(follow_up_of(row) for row in rows))


def _follow_ups_where(wanted: FollowUpFilter, today: date) -> Where:
    states = "items.state <> 'rejected'" if wanted.pending else "items.state IN ('accepted', 'edited')"
    where = Where(f"items.list = '{ItemList.FOLLOW_UPS}' AND NOT items.gone AND {states}", ())
    if wanted.owner:
        where = where.and_(_OWNED, *[f"%{_literal(fold(wanted.owner))}%"] * 3)
    if wanted.statuses:
        marks = ", ".join("?" for _ in wanted.statuses)
        where = where.and_(f"items.status IN ({marks})", *(str(status) for status in wanted.statuses))
    if wanted.due:
        where = _due_where(where, wanted.due, today)
    if wanted.organization:
        sql = "items.meeting IN (SELECT meeting FROM organizations WHERE name = ?)"
        where = where.and_(sql, fold(wanted.organization))
    if wanted.meeting_id:
        where = where.and_("items.meeting = (SELECT n FROM meetings WHERE id = ?)", wanted.meeting_id)
    if wanted.text.strip():
        sql = "items.n IN (SELECT rowid FROM items_index WHERE items_index MATCH ?)"
        where = where.and_(sql, fts_query(wanted.text))
    return where


def _literal(text: str) -> str:
    """A text as LIKE finds it, its own signs for any characters escaped."""
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")


# An owner by part of the name that is counted, of the one written in the item, or of another spelling.
_OWNED: Final = """(
    items.n IN (SELECT item FROM people WHERE use = 'owners' AND name LIKE ? ESCAPE '!')
    OR EXISTS (
        SELECT 1 FROM bodies, json_each(coalesce(bodies.shown, bodies.machine), '$.owners') AS owner
        WHERE bodies.item = items.n AND (
            json_extract(owner.value, '$.name') LIKE ? ESCAPE '!'
            OR EXISTS (SELECT 1 FROM json_each(owner.value, '$.aliases') AS alias WHERE alias.value LIKE ? ESCAPE '!')
        )
    )
)"""


def _due_where(where: Where, due: str, today: date) -> Where:
    if due == "overdue":
        return where.and_(f"{_UNFINISHED} AND items.due < ?", today.isoformat())
    if due == "soon":
        until = (today + _SOON).isoformat()
        return where.and_(f"{_UNFINISHED} AND items.due BETWEEN ? AND ?", today.isoformat(), until)
    return where.and_("items.due IS NULL") if due == "none" else where.and_("substr(items.due, 1, 7) = ?", due)


