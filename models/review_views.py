"""What the review store is asked, and the figures it answers with."""

from typing import Literal

from notula.models.base import Model
from notula.models.review import (
    FollowUpStatus,
    ItemList,
    MeetingSummary,
    ReviewedFollowUp,
    ReviewedHeader,
    ReviewedItem,
    ReviewState,
)

MeetingOrder = Literal["least_certain", "date", "title", "changed"]


class MeetingFilter(Model):
    """Which meetings; what is not given does not limit.

    ``progress``: ``new`` has no decision, ``begun`` some, ``done`` nothing left to decide. ``organization`` takes part
    or owns something. ``since``/``until`` are ISO days, both included. ``low`` has a pending item of low confidence.
    ``text`` stands in the minutes or the items (see ``search``).
    """

    progress: Literal["new", "begun", "done"] | None = None
    organization: str | None = None
    since: str | None = None
    until: str | None = None
    low: bool = False
    conflict: bool = False
    carried_over: bool = False
    vanished: bool = False
    text: str = ""


class ItemFilter(Model):
    """Which items of the queue or of a bulk decision; what is not given does not limit."""

    meeting_id: str | None = None
    lists: tuple[ItemList, ...] = ()
    meetings: MeetingFilter = MeetingFilter()


class FollowUpFilter(Model):
    """Which follow-ups; ``pending`` takes unreviewed ones, too.

    ``owner`` is a part of an owner's name or alias, ``statuses`` () means all, ``due`` one of the words or a month
    (``2023-05``).
    """

    owner: str | None = None
    statuses: tuple[FollowUpStatus, ...] = ()
    due: Literal["overdue", "soon", "none"] | str | None = None
    organization: str | None = None
    meeting_id: str | None = None
    text: str = ""
    pending: bool = False


class MeetingPage(Model):
    """Some meetings of a list, and how many it has."""

    total: int
    meetings: tuple[MeetingSummary, ...]


class Queued(Model):
    """An item of the queue (or a header) and where it comes from."""

    meeting_id: str
    meeting_title: str | None
    meeting_date: str | None
    entry: ReviewedItem | ReviewedHeader


class Hit(Model):
    """What a search found: in the minutes' text (``item_id`` None) or in an item.

    ``snippet`` are pieces of text, each with whether it is a word that was looked for.
    """

    meeting_id: str
    meeting_title: str | None
    meeting_date: str | None
    item_id: str | None = None
    list: ItemList | None = None
    state: ReviewState | None = None
    snippet: tuple[tuple[str, bool], ...]


class Found(Model):
    """The hits of a search, best first, and how many there are."""

    total: int
    hits: tuple[Hit, ...]


class KnownParty(Model):
    """A name that stands in the store and how often."""

    name: str
    kind: str
    organization: str | None = None
    role: str | None = None
    count: int
    in_meeting: bool = False


class OwnerCount(Model):
    """An owner's follow-ups that are not rejected; None has no owner."""

    owner: str | None
    open: int = 0
    in_progress: int = 0
    done: int = 0
    cancelled: int = 0
    overdue: int = 0


class MonthCount(Model):
    """The follow-ups due in a month (``2023-05``); None has no date."""

    month: str | None
    open: int = 0
    in_progress: int = 0
    done: int = 0
    cancelled: int = 0


class Progress(Model):
    """How far the review of all meetings is."""

    meetings: int = 0
    meetings_new: int = 0
    meetings_begun: int = 0
    meetings_done: int = 0
    items: int = 0
    pending: int = 0
    accepted: int = 0
    edited: int = 0
    rejected: int = 0
    conflicts: int = 0
    low: int = 0


class Threshold(Model):
    """What accepting everything from a confidence on would do.

    ``items`` pending ones would be accepted; ``expected`` is the share of them that their confidences promise to be
    right. Of ``decided`` items of that confidence on which persons decided one by one, the share ``observed`` was right
    (accepted, or edited in nothing but the status); ``low`` and ``high`` are its 95 % interval. None: nothing to tell
    from.
    """

    confidence: float
    items: int
    expected: float | None
    decided: int
    observed: float | None
    low: float | None
    high: float | None


class FollowUpPage(Model):
    """Some follow-ups of a list, and how many it has."""

    total: int
    follow_ups: tuple[ReviewedFollowUp, ...]


class Decided(Model):
    """A decision that is on the disk: the items it changed as they are now (none for bulk decisions), and how many."""

    revision: int
    group: int
    count: int
    items: tuple[ReviewedItem | ReviewedHeader, ...] = ()


class Synced(Model):
    """What bringing the store up to the result files did.

    ``files`` are there, ``changed`` of them were read, ``removed`` are gone, ``unreadable`` are results that could not
    be taken in. The rest counts items: ``new`` ones, and reviewed ones that were ``carried_over`` to another text, have
    ``conflicts`` or ``vanished``.
    """

    files: int
    changed: int
    removed: int
    unreadable: tuple[str, ...] = ()
    new: int = 0
    carried_over: int = 0
    conflicts: int = 0
    vanished: int = 0
