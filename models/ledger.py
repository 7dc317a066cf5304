"""What is remembered of a hand-over to another tool, and what the next one plans to do."""

from dataclasses import dataclass
from enum import StrEnum

from notula.models.handover import MeetingRow, Row


@dataclass(frozen=True, slots=True)
class Sent:
    """A follow-up as it was handed over last."""

    row: Row
    meeting: MeetingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the ledger without what was sent: ``digest`` is empty where only the tool's ``key`` is known.

    ``revision`` counts what was handed over, from 1 (0 where it was only learnt); ``changed`` is the time of the last
    (ISO, UTC). ``batch`` numbers the hand-over whose file held it last (0: none).
    """

    id: str
    digest: str
    key: str | None = None
    revision: int = 1
    changed: str
    withdrawn: bool = False
    batch: int = 0


class Verdict(StrEnum):
    """What a hand-over does with a follow-up."""

    CREATE = "create"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    WITHDRAWN = "withdrawn"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Block:
    """Why a follow-up cannot be handed over: a stable code, and whom or what it is about."""

    code: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A field that differs from what was sent; None where there was or is no value."""

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class PlanItem:
    """The plan for one follow-up; ``entry`` is what the ledger has of it, None where nothing.

    ``row`` has the revision, time and key that are to be sent; a withdrawn one is as it was sent last.
    """

    verdict: Verdict
    row: Row
    meeting: MeetingRow
    digest: str
    entry: Entry | None = None
    blocks: tuple[Block, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Handed:
    """A hand-over that took place: its number in the ledger, where to and what."""

    number: int
    target: str
    path: str
    at: str
    created: int
    updated: int
    withdrawn: int
