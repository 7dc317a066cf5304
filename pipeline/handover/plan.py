"""What a hand-over would do with each follow-up, by comparing it with what the target was given last.

- not in the ledger: create; in it, but with another digest, or withdrawn before: update; the same digest: unchanged
- in the ledger, and no longer wanted (rejected, cancelled, gone from the minutes): withdrawn, once
- in the ledger, and only not looked at yet: left as it is
- what cannot go in is blocked with all its reasons, whether the target has it or not
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from notula.models.handover import Batch, MeetingRow, Row
from notula.models.ledger import Block, Change, Entry, PlanItem, Sent, Verdict

# The fields that a person sees in the other tool. Confidence and the place in the document are not among them: a newer
# version of the program may move them without a change for anybody.
_SEEN: tuple[tuple[str, Callable[[Row, MeetingRow], str | None]], ...] = (
    ("action", lambda row, _: row.action),
    ("text", lambda row, _: row.text),
    ("owners", lambda row, _: "; ".join(_owner(owner.name, owner.user) for owner in row.owners) or None),
    ("recipients", lambda row, _: "; ".join(row.recipients) or None),
    ("due", lambda row, _: row.due_date),
    ("due_text", lambda row, _: row.due_text),
    ("due_kind", lambda row, _: row.due_kind),
    ("status", lambda row, _: row.status),
    ("started_on", lambda row, _: row.started_on),
    ("done_on", lambda row, _: row.done_on),
    ("review", lambda row, _: "pending" if row.review == "pending" else None),
    ("where", lambda row, _: row.where),
    ("agreement", lambda row, _: row.agreement_id),
    ("quote", lambda row, _: row.quote),
    ("meeting", lambda _, meeting: meeting.title),
    ("meeting_date", lambda _, meeting: meeting.date),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What could be handed over: the rows of ``batch``; ``blocks`` by id; ``held`` are ids that wait for a person."""

    batch: Batch
    blocks: Mapping[str, tuple[Block, ...]]
    held: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger knows of a target: its entries, and how to look up what was sent."""

    entries: Mapping[str, Entry]
    sent: Callable[[str], Sent | None]


def make_plan(wanted: Wanted, known: Known) -> tuple[PlanItem, ...]:
    """The plan, in the order of the rows; what is withdrawn comes last."""
    meetings = {meeting.id: meeting for meeting in wanted.batch.meetings}
    rows = wanted.batch.follow_ups
    now = wanted.batch.made_at
    planned = [_plan_row(row, meetings[row.meeting_id], wanted.blocks.get(row.id, ()), known, now) for row in rows]
    gone = known.entries.keys() - {row.id for row in rows} - wanted.held
    return (*planned, *_withdrawals(sorted(gone), known, now))


def count(plan: Iterable[PlanItem]) -> dict[Verdict, int]:
    """How many follow-ups of each verdict, those that have none too."""
    counts = dict.fromkeys(Verdict, 0)
    for item in plan:
        counts[item.verdict] += 1
    return counts


def digest_of(row: Row, meeting: MeetingRow) -> str:
    """A digest of what a person sees of a follow-up in another tool (SHA-256, hexadecimal)."""
    seen = [look(row, meeting) for _, look in _SEEN]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()


def _plan_row(row: Row, meeting: MeetingRow, blocks: tuple[Block, ...], known: Known, now: str) -> PlanItem:
    digest = digest_of(row, meeting)
    entry = known.entries.get(row.id)
    verdict = _verdict(entry, digest, blocks)
    if entry:
        fresh = verdict is Verdict.UPDATE
        modified = now if fresh else entry.changed
        row = replace(row, revision=entry.revision + fresh, modified=modified, key=entry.key)
    before = known.sent(row.id) if verdict is Verdict.UPDATE else None
    changes = changes_between(before, Sent(row, meeting)) if before else ()
    return PlanItem(verdict, row, meeting, digest, entry, blocks, changes)


def _verdict(entry: Entry | None, digest: str, blocks: tuple[Block, ...]) -> Verdict:
    if blocks:
        return Verdict.BLOCKED
    if entry is None:
        return Verdict.CREATE
    return Verdict.UNCHANGED if entry.digest == digest and not entry.withdrawn else Verdict.UPDATE


def _withdrawals(gone: Iterable[str], known: Known, now: str) -> Iterator[PlanItem]:
    """What the target has and should no longer have; what was only learnt from its own export is not ours to take."""
    for item in gone:
        entry = known.entries[item]
        sent = None if entry.withdrawn else known.sent(item)
        if sent:
            revision = entry.revision + 1
            row = replace(sent.row, status="withdrawn", revision=revision, modified=now, key=entry.key)
            yield PlanItem(Verdict.WITHDRAWN, row, sent.meeting, entry.digest, entry)


def changes_between(old: Sent, new: Sent) -> tuple[Change, ...]:
    """The fields in which a follow-up differs for a person."""
    pairs = ((field, look(old.row, old.meeting), look(new.row, new.meeting)) for field, look in _SEEN)
    return tuple(Change(field, was, becomes) for field, was, becomes in pairs if was != becomes)


def _owner(name: str, user: str | None) -> str:
    return f"{name} ({user})" if user else name
