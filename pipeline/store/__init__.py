"""The review store: what persons decide about results, kept beside them. ``docs/review-store.md`` explains it."""

from notula.pipeline.store.bulk import accept_all
from notula.pipeline.store.database import FILE_NAME, Store, open_store, store_exists
from notula.pipeline.store.deciding import decide, set_status
from notula.pipeline.store.figures import month_counts, organizations, owner_counts, progress, thresholds
from notula.pipeline.store.handing import changes, reviewed_follow_ups, reviewed_meetings
from notula.pipeline.store.overview import (
    follow_up_page,
    meeting_page,
    queue,
    queue_beside,
    queue_length,
    revision,
)
from notula.pipeline.store.refusals import NotFoundError, NothingToUndoError, StaleError
from notula.pipeline.store.searching import known_parties, search
from notula.pipeline.store.syncing import sync
from notula.pipeline.store.undoing import redo, undo
from notula.pipeline.store.views import get_item, history, meeting_text, meeting_view

__all__ = [
    "FILE_NAME",
    "NotFoundError",
    "NothingToUndoError",
    "StaleError",
    "Store",
    "accept_all",
    "changes",
    "decide",
    "follow_up_page",
    "get_item",
    "history",
    "known_parties",
    "meeting_page",
    "meeting_text",
    "meeting_view",
    "month_counts",
    "open_store",
    "organizations",
    "owner_counts",
    "progress",
    "queue",
    "queue_beside",
    "queue_length",
    "redo",
    "reviewed_follow_ups",
    "reviewed_meetings",
    "revision",
    "search",
    "set_status",
    "store_exists",
    "sync",
    "thresholds",
    "undo",
]
