"""Counts for charts, and what accepting everything above a confidence would do."""

import math
from collections.abc import Sequence
from datetime import date
from typing import Final

from notula.models.review_views import ItemFilter, MonthCount, OwnerCount, Progress, Threshold
from notula.pipeline.store.database import Row, Store
from notula.pipeline.store.filters import items_where
from notula.pipeline.store.views import HIDDEN

_BY_STATUS: Final = ", ".join(
    f"sum(status = '{status}') AS {status}" for status in ("open", "in_progress", "done", "cancelled")
)
_FOLLOW_UPS: Final = "items.list = 'follow_ups' AND NOT items.gone AND items.state <> 'rejected'"
_LEVELS: Final = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_Z: Final = 1.96  # of a 95 % interval


def owner_counts(store: Store, *, today: date, limit: int = 20) -> tuple[OwnerCount, ...]:
    """The owners with most unfinished follow-ups, and those without an owner at the end."""
    overdue = "sum(status IN ('open', 'in_progress') AND coalesce(due < ?, 0)) AS overdue"
    named = f"""
        SELECT max(label) AS owner, {_BY_STATUS}, {overdue} FROM people
        WHERE use = 'owners' AND status IS NOT NULL
        GROUP BY name ORDER BY open + in_progress DESC, owner LIMIT ?
    """
    nobody = f"SELECT NULL AS owner, {_BY_STATUS}, {overdue} FROM items WHERE {_FOLLOW_UPS} AND owners = 0"
    with store.reading():
        rows = store.rows(named, (today.isoformat(), limit)) + store.rows(nobody, (today.isoformat(),))
    return tuple(OwnerCount(**dict(row)) for row in rows if row["open"] is not None)


def month_counts(store: Store, *, since: str | None = None, until: str | None = None) -> tuple[MonthCount, ...]:
    """The follow-ups by the month in which they are due, between two months (``2023-05``); undated ones last."""
    sql = f"""
        SELECT substr(items.due, 1, 7) AS month, {_BY_STATUS} FROM items WHERE {_FOLLOW_UPS}
        AND (items.due IS NULL OR substr(items.due, 1, 7) BETWEEN ? AND ?) GROUP BY month ORDER BY month IS NULL, month
    """
    return tuple(MonthCount(**dict(row)) for row in store.rows(sql, (since or "0000", until or "9999-99")))


def progress(store: Store) -> Progress:
    """How far the review of all meetings is."""
    names = ("items", "pending", "accepted", "edited", "rejected", "conflicts", "low")
    sums = ", ".join(f"coalesce(sum({name}), 0) AS {name}" for name in names)
    sql = f"""
        SELECT count(*) AS meetings, {sums}, coalesce(sum(pending = 0 AND conflicts = 0), 0) AS meetings_done,
            coalesce(sum(accepted + edited + rejected = 0 AND pending > 0), 0) AS meetings_new
        FROM meetings WHERE NOT {HIDDEN}
    """
    found = dict(store.rows(sql)[0])
    begun = found["meetings"] - found["meetings_done"] - found["meetings_new"]
    return Progress(**found, meetings_begun=begun)


def organizations(store: Store, *, limit: int = 200) -> tuple[str, ...]:
    """The organizations that take part in meetings, those of most meetings first."""
    sql = "SELECT max(label) AS label FROM organizations GROUP BY name ORDER BY count(*) DESC, name LIMIT ?"
    return tuple(row["label"] for row in store.rows(sql, (limit,)))


def thresholds(store: Store, wanted: ItemFilter, levels: Sequence[float] = _LEVELS) -> tuple[Threshold, ...]:
    """For each confidence: what accepting everything from there on would do, and how right such items were so far."""
    where, lists = items_where(wanted), items_where(ItemFilter(lists=wanted.lists))
    with store.reading():
        pending = store.rows(_PENDING.format(where.sql), where.values)
        decided = store.rows(_DECIDED.format(lists.sql), lists.values)
    return tuple(
        _threshold(level, *[[row for row in rows if row["confidence"] >= level] for rows in (pending, decided)])
        for level in levels
    )


_PENDING: Final = """
SELECT items.confidence AS confidence, count(*) AS items FROM items
WHERE items.state = 'pending' AND NOT items.gone AND items.conflicts = 0 AND {} GROUP BY 1
"""
_DECIDED: Final = """
SELECT items.confidence AS confidence, count(*) AS items, sum(items.state = 'accepted') AS accepted FROM items
WHERE items.state <> 'pending' AND items.judged AND items.origin = 'machine' AND NOT items.gone AND {} GROUP BY 1
"""


def _threshold(level: float, pending: Sequence[Row], decided: Sequence[Row]) -> Threshold:
    items, number = sum(row["items"] for row in pending), sum(row["items"] for row in decided)
    right = sum(row["accepted"] for row in decided)
    expected = sum(row["items"] * row["confidence"] for row in pending) / items if items else None
    observed = right / number if number else None
    low, high = wilson(right, number) if number else (None, None)
    return Threshold(
        confidence=level, items=items, expected=expected, decided=number, observed=observed, low=low, high=high
    )


def wilson(right: float, number: int) -> tuple[float, float]:
    """The 95 % interval (Wilson's) of a share of which ``right`` of ``number`` were seen."""
    share, z2 = right / number, _Z * _Z
    middle = (share + z2 / (2 * number)) / (1 + z2 / number)
    half = _Z / (1 + z2 / number) * math.sqrt(share * (1 - share) / number + z2 / (4 * number * number))
    return max(middle - half, 0.0), min(middle + half, 1.0)
