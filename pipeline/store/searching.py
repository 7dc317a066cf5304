"""Full-text search over the minutes and the reviewed items, and names that are nearly those that a person typed."""

import re
from typing import Final

from rapidfuzz import fuzz, process

from notula.models.review_views import Found, Hit, KnownParty
from notula.pipeline.store.database import Row, Store
from notula.pipeline.store.filters import fts_query
from notula.pipeline.store.views import meeting_number
from notula.pipeline.text import fold

_OPEN, _CLOSE = "\x02", "\x03"  # marks around found words; no text holds them
_WORDS: Final = 24  # of a snippet
_CLOSE_ENOUGH: Final = 60.0
_MOST: Final = 3000  # hits of each kind that are put in order; of more, the order is the store's

_SEARCH: Final = f"""
WITH hits AS (
    SELECT rowid AS item, NULL AS meeting, rank AS score FROM (
        SELECT rowid, rank FROM items_index WHERE items_index MATCH :query {{items}} LIMIT {_MOST})
    UNION ALL SELECT NULL, rowid, rank FROM (
        SELECT rowid, rank FROM texts_index WHERE texts_index MATCH :query {{texts}} LIMIT {_MOST})
)
SELECT hits.item, meetings.n AS meeting, meetings.id AS meeting_id, meetings.title, meetings.date,
    items.id AS item_id, items.list, items.state
FROM hits LEFT JOIN items ON items.n = hits.item JOIN meetings ON meetings.n = coalesce(items.meeting, hits.meeting)
ORDER BY hits.score LIMIT :limit OFFSET :offset
"""
_COUNT: Final = """
SELECT (SELECT count(*) FROM items_index WHERE items_index MATCH :query {items})
    + (SELECT count(*) FROM texts_index WHERE texts_index MATCH :query {texts})
"""
_ONLY_ITEMS: Final = "AND rowid IN (SELECT n FROM items WHERE meeting = (SELECT n FROM meetings WHERE id = :only))"
_ONLY_TEXTS: Final = "AND rowid = (SELECT n FROM meetings WHERE id = :only)"


def search(store: Store, text: str, *, meeting_id: str | None = None, offset: int = 0, limit: int = 20) -> Found:
    """What holds all of the words, in the minutes' text and in items, best first.

    The last word may be the beginning of a longer one, and ``"..."`` finds words in that order. Any text is allowed.
    """
    values = {"query": fts_query(text), "only": meeting_id, "limit": limit, "offset": offset}
    only = {"items": _ONLY_ITEMS, "texts": _ONLY_TEXTS} if meeting_id else {"items": "", "texts": ""}
    with store.reading():
        total = store.rows(_COUNT.format(**only), values)[0][0]
        hits = tuple(_hit(store, row, values["query"]) for row in store.rows(_SEARCH.format(**only), values))
    return Found(total=total, hits=hits)


def _hit(store: Store, row: Row, query: object) -> Hit:
    table, number = ("items_index", row["item"]) if row["item"] else ("texts_index", row["meeting"])
    sql = f"SELECT snippet({table}, -1, ?, ?, '…', {_WORDS}) FROM {table} WHERE {table} MATCH ? AND rowid = ?"
    found = store.row(sql, (_OPEN, _CLOSE, query, number))
    return Hit(
        meeting_id=row["meeting_id"], meeting_title=row["title"], meeting_date=row["date"], item_id=row["item_id"],
        list=row["list"], state=row["state"], snippet=_pieces(found[0] if found else ""),
    )  # fmt: skip


def _pieces(snippet: str) -> tuple[tuple[str, bool], ...]:
    """A snippet in pieces, each with whether it was looked for."""
    parts = re.split(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}", snippet)
    return tuple((part, bool(index % 2)) for index, part in enumerate(parts) if part)


_PARTIES: Final = """
SELECT name, max(label) AS label, max(kind) AS kind, max(organization) AS organization, max(role) AS role,
    count(*) AS count, max(meeting = :meeting) AS here
FROM people {} GROUP BY name ORDER BY here DESC, count DESC
"""


def known_parties(
    store: Store, text: str = "", *, meeting_id: str | None = None, limit: int = 20
) -> tuple[KnownParty, ...]:
    """Names in the store that are like ``text``, typing errors allowed, those of the meeting first.

    Without text these are the meeting's own names (without a meeting, the most frequent ones).

    Raises:
        NotFoundError: there is no such meeting.
    """
    only = "WHERE meeting = :meeting" if meeting_id and not text.strip() else ""
    meeting = meeting_number(store, meeting_id) if meeting_id else None
    rows = store.rows(_PARTIES.format(only), {"meeting": meeting})
    if text.strip():
        rows = _like(rows, fold(text), limit)
    return tuple(
        KnownParty(
            name=row["label"], kind=row["kind"], organization=row["organization"], role=row["role"],
            count=row["count"], in_meeting=bool(row["here"]),
        )
        for row in rows[:limit]
    )  # fmt: skip


def _like(rows: list[Row], text: str, limit: int) -> list[Row]:
    """The rows with names like a text: the most alike first, of equal ones the meeting's."""
    names = [row["name"] for row in rows]
    found = process.extract(text, names, scorer=fuzz.WRatio, limit=limit * 3, score_cutoff=_CLOSE_ENOUGH)
    starts = {index for _, _, index in found if any(word.startswith(text) for word in names[index].split())}

    def order(one: tuple[str, float, int]) -> tuple[bool, int, bool, int]:
        _, score, index = one
        return index not in starts, -round(score / 10), not rows[index]["here"], index

    return [rows[index] for _, _, index in sorted(found, key=order)]
