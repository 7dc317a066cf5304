"""Accepting everything of a confidence at once: many items, one group of the log, one undo."""

from typing import Final

from notula.models.review_views import Decided, ItemFilter
from notula.pipeline.store.database import Store
from notula.pipeline.store.deciding import Deciding, author
from notula.pipeline.store.filters import items_where
from notula.pipeline.store.overview import revision

_AT_ONCE: Final = 500  # items in one transaction, so that others can decide meanwhile
_STILL: Final = "state = 'pending' AND conflicts = 0 AND NOT gone"


def accept_all(store: Store, wanted: ItemFilter, at_least: float, who: str, *, reason: str = "") -> Decided:
    """Accept the pending items of a confidence of at least ``at_least`` that have no conflict.

    Raises:
        DecisionError: nobody is named.
        StoreError: it cannot be written.
    """
    where = items_where(wanted).and_(f"{_STILL} AND items.confidence >= ?", at_least)
    numbers = [row["n"] for row in store.rows(f"SELECT n FROM items WHERE {where.sql}", where.values)]
    total, group = 0, 0
    seen = wanted.meeting_id is not None  # who accepts the rest of a meeting has it on the screen
    for start in range(0, len(numbers), _AT_ONCE):
        with store.writing() as connection:
            mine = author(connection, who, reason)
            group = group or mine.group
            deciding = Deciding(connection, mine._replace(group=group))
            for number in numbers[start : start + _AT_ONCE]:
                sql = f"SELECT * FROM entries WHERE n = ? AND {_STILL}"  # somebody may have decided on it meanwhile
                if row := connection.execute(sql, (number,)).fetchone():
                    new = {"state": "accepted", "bulk": True, "seen": seen}
                    deciding.write(row, "accept", {"state": "pending"}, new)
            total += deciding.close(show=False).count
    return Decided(revision=revision(store), group=group, count=total)
