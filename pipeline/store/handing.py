"""What exports take: reviewed follow-ups one by one, meetings, and what has changed since an earlier revision."""

from collections.abc import Iterator
from typing import Final, Literal

from notula.models.review import Change, ItemList, MeetingView, ReviewedFollowUp, ReviewState
from notula.pipeline.store.database import Row, Store
from notula.pipeline.store.items import WANTED
from notula.pipeline.store.views import FOLLOW_UP, HIDDEN, follow_up_of, view_of

_ORDER: Final = "meetings.date IS NULL, meetings.date, meetings.n, entries.position, entries.n"


def reviewed_follow_ups(
    store: Store, *, pending: bool = False, rejected: bool = False
) -> Iterator[ReviewedFollowUp]:
    """The accepted and edited follow-ups (also the pending, the rejected ones) by meeting and place in the minutes.

    They come one by one, as of the time when the first is asked for.
    """
    states = [*WANTED, *([ReviewState.PENDING] if pending else []), *([ReviewState.REJECTED] if rejected else [])]
    named = ", ".join(f"'{state}'" for state in states)
    where = f"entries.list = '{ItemList.FOLLOW_UPS}' AND NOT entries.gone AND entries.state IN ({named})"
    for row in store.streaming(f"{FOLLOW_UP} WHERE {where} ORDER BY {_ORDER}"):
        yield follow_up_of(row)


def reviewed_meetings(store: Store) -> Iterator[MeetingView]:
    """All meetings with all of their items, by date; they come one by one."""
    sql = f"SELECT n FROM meetings WHERE NOT {HIDDEN} ORDER BY date IS NULL, date, n"
    for row in store.rows(sql):
        with store.reading():
            view = view_of(store.connection(), row["n"])
        yield view


def changes(store: Store, since: int = 0, *, pending: bool = False) -> Iterator[Change]:
    """What has changed after a revision, oldest first: each follow-up once, as it is now.

    A follow-up is ``withdrawn`` where it could be seen before ``since`` and is rejected, moved or gone now. Where it
    could not be seen before, it is ``created``. ``pending`` follow-ups can be seen, too, where that is asked for.
    """
    sql = f"{FOLLOW_UP} WHERE entries.listed IS NOT NULL AND entries.feed > ? ORDER BY entries.feed"
    for row in store.streaming(sql, (since,)):
        known = row["listed"] if pending else row["published"]
        before = known is not None and known <= since
        kind: Literal["created", "updated", "withdrawn"] = "updated" if before else "created"
        if not _seen(row, pending):
            if not before:
                continue
            kind = "withdrawn"
        yield Change(
            revision=row["feed"], kind=kind, id=row["id"], meeting_id=row["meeting_id"], at=row["fed_at"],
            by=row["changed_by"], follow_up=None if kind == "withdrawn" else follow_up_of(row),
        )  # fmt: skip


def _seen(row: Row, pending: bool) -> bool:
    states = (*WANTED, ReviewState.PENDING) if pending else WANTED
    return row["list"] == ItemList.FOLLOW_UPS and not row["gone"] and row["state"] in states
