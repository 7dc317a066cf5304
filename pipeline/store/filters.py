"""Filters as conditions of SQL, and what a person types as a query of the full-text index."""

import re
from typing import Any, Final, NamedTuple

from notula.models.review import ItemList
from notula.models.review_views import ItemFilter, MeetingFilter
from notula.pipeline.store.items import COUNTED
from notula.pipeline.store.views import HIDDEN
from notula.pipeline.text import fold

_QUERY: Final = re.compile(r'"([^"]*)"?|(\S+)')
_WORD: Final = re.compile(r"[^\W_]+")
_PROGRESS: Final = {
    "new": "meetings.accepted + meetings.edited + meetings.rejected = 0 AND meetings.pending > 0",
    "begun": "meetings.accepted + meetings.edited + meetings.rejected > 0 "
             "AND (meetings.pending > 0 OR meetings.conflicts > 0)",
    "done": "meetings.pending = 0 AND meetings.conflicts = 0",
}  # fmt: skip
_FLAGS: Final = {
    "low": "meetings.low > 0", "conflict": "meetings.conflicts > 0", "carried_over": "meetings.carried_over > 0",
    "vanished": "(meetings.vanished OR meetings.vanished_items > 0)",
}  # fmt: skip


class Where(NamedTuple):
    """A condition and its values."""

    sql: str
    values: tuple[Any, ...]

    def and_(self, sql: str, *values: Any) -> "Where":
        """Both conditions."""
        return Where(f"{self.sql} AND {sql}", (*self.values, *values))


def meetings_where(wanted: MeetingFilter) -> Where:
    """Which rows of ``meetings``."""
    where = Where(f"NOT {HIDDEN}", ())
    if wanted.progress:
        where = where.and_(_PROGRESS[wanted.progress])
    for name, sql in _FLAGS.items():
        if getattr(wanted, name):
            where = where.and_(sql)
    if wanted.organization:
        sql = "meetings.n IN (SELECT meeting FROM organizations WHERE name = ?)"
        where = where.and_(sql, fold(wanted.organization))
    if wanted.since:
        where = where.and_("coalesce(meetings.date_end, meetings.date) >= ?", wanted.since)
    if wanted.until:
        where = where.and_("meetings.date <= ?", wanted.until)
    if wanted.text.strip():
        where = where.and_(_CONTAINS, *[fts_query(wanted.text)] * 2)
    return where


_CONTAINS: Final = """meetings.n IN (
    SELECT rowid FROM texts_index WHERE texts_index MATCH ?
    UNION SELECT meeting FROM items WHERE n IN (SELECT rowid FROM items_index WHERE items_index MATCH ?)
)"""


def items_where(wanted: ItemFilter) -> Where:
    """Which rows of ``items``, of the lists that need decisions where none are named."""
    lists = wanted.lists or COUNTED
    where = Where(f"items.list IN ({', '.join('?' for _ in lists)})", tuple(str(name) for name in lists))
    if set(lists) == set(ItemList):
        where = Where("1", ())
    if wanted.meeting_id:
        where = where.and_("items.meeting = (SELECT n FROM meetings WHERE id = ?)", wanted.meeting_id)
    if wanted.meetings != MeetingFilter():
        meetings = meetings_where(wanted.meetings)
        where = where.and_(f"items.meeting IN (SELECT n FROM meetings WHERE {meetings.sql})", *meetings.values)
    return where


def fts_query(text: str) -> str:
    """What a person typed as a query: all words, the last one also as the beginning of a longer one, "..." as phrases.

    Without a word it is a query that finds nothing.
    """
    terms: list[tuple[str, bool]] = []
    for phrase, word in _QUERY.findall(text):
        words = _WORD.findall(phrase or word)
        if words:
            terms.append((f'"{" ".join(words)}"', bool(word)))
    if not terms:
        return '""'
    last, open_end = terms[-1]
    whole = [term for term, _ in terms[:-1]]
    return " AND ".join([*whole, f"{last}*" if open_end and not text[-1].isspace() else last])
