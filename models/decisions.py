"""What persons decide about items: the only way in which reviewed values change.

Each decision names the ``revision`` of the item that the person saw; where the item has changed since, the store
refuses it. None (for scripts) takes the item as it is. A meeting's header and attendance are the item whose id is the
meeting's.
"""

from typing import Annotated, Literal

from pydantic import Field

from notula.models.base import Model
from notula.models.evidence import Evidence
from notula.models.minutes import AgreementKind
from notula.models.review import (
    FollowUpStatus,
    HeaderValues,
    ItemList,
    ReviewedDue,
    ReviewedParty,
)


class ItemChanges(Model):
    """New values of an item: only the fields that are given change, ``due=None`` takes a deadline away."""

    text: str | None = None
    kind: AgreementKind | None = None
    action: str | None = None
    owners: tuple[ReviewedParty, ...] = ()
    recipients: tuple[ReviewedParty, ...] = ()
    due: ReviewedDue | None = None
    status: FollowUpStatus = FollowUpStatus.OPEN


class HeaderChanges(HeaderValues):
    """New values of a meeting's header: only the fields that are given change; lists of parties are given whole."""


class _OnItem(Model):
    item_id: str
    revision: int | None = None
    reason: str = ""


class Accept(_OnItem):
    """The item is right as it is shown; conflicts are settled for the shown values."""

    kind: Literal["accept"] = "accept"


class Reject(_OnItem):
    """There is no such item."""

    kind: Literal["reject"] = "reject"


class Skip(_OnItem):
    """Later: the item goes to the end of the queue and comes back."""

    kind: Literal["skip"] = "skip"


class Reopen(_OnItem):
    """The item is to be reviewed anew: earlier decisions no longer count, the pipeline's values show again."""

    kind: Literal["reopen"] = "reopen"


class Edit(_OnItem):
    """Some fields of an item are otherwise; the other fields are right as shown."""

    kind: Literal["edit"] = "edit"
    changes: ItemChanges


class EditHeader(_OnItem):
    """Some fields of a meeting's header are otherwise; ``item_id`` is the meeting's id."""

    kind: Literal["edit_header"] = "edit_header"
    changes: HeaderChanges


class Promote(_OnItem):
    """The item belongs into another list: a suggestion is a follow-up after all."""

    kind: Literal["promote"] = "promote"
    to: ItemList = ItemList.FOLLOW_UPS
    changes: ItemChanges = ItemChanges()


class Piece(Model):
    """A part of a split item: fields that are not given are the item's own, the evidence too."""

    changes: ItemChanges
    evidence: Evidence | None = None


class Split(_OnItem):
    """The item is several: the first piece keeps its id, the others become new items after it."""

    kind: Literal["split"] = "split"
    pieces: tuple[Piece, ...]


class Merge(_OnItem):
    """Other items of the same meeting belong to this one, which stays; they show as rejected with ``merged_into``.

    Fields that are not given: texts and actions joined by ``; ``, all owners and recipients, the first deadline.
    ``others`` are ids with the revisions that were seen.
    """

    kind: Literal["merge"] = "merge"
    others: tuple[tuple[str, int | None], ...]
    changes: ItemChanges = ItemChanges()


class Add(Model):
    """The pipeline missed an item: ``changes.text`` at least, and where in the source it stands."""

    kind: Literal["add"] = "add"
    meeting_id: str
    list: ItemList
    changes: ItemChanges
    evidence: Evidence | None = None
    reason: str = ""


class SetStatus(_OnItem):
    """A follow-up is at ``status`` since the ISO day ``on`` (None: today). It does not count as reviewed by that."""

    kind: Literal["status"] = "status"
    status: FollowUpStatus
    on: str | None = None


class Resolve(_OnItem):
    """Conflicts of some fields (none named: all) are settled: the person's values stay, or the pipeline's are taken."""

    kind: Literal["resolve"] = "resolve"
    take: Literal["human", "machine"]
    fields: tuple[str, ...] = ()


Decision = Annotated[
    Accept | Reject | Skip | Reopen | Edit | EditHeader | Promote | Split | Merge | Add | SetStatus | Resolve,
    Field(discriminator="kind"),
]
