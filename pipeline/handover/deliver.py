"""One hand-over: plan, the target's file, the list of changes, the ledger; in this order.

Whoever is killed in between leaves the ledger as it was: the next run makes the same plan and writes the same files
again. Only then does the ledger say that something was sent.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from notula.models.handover import Batch
from notula.models.ledger import Block, Entry, PlanItem, Sent, Verdict
from notula.pipeline.errors import UsageError
from notula.pipeline.export.interface import Exporter, ExportOptions, Report
from notula.pipeline.handover.changes import write_changes
from notula.pipeline.handover.ledger import Ledger
from notula.pipeline.handover.plan import Known, Wanted, count, make_plan

Scope = Literal["changed", "again", "all"]
_SENDS = (Verdict.CREATE, Verdict.UPDATE, Verdict.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: an exporter, its place (a path, for databases perhaps a URL), and how much of it.

    ``ledger_name`` is what the ledger calls the place; ``path`` how the place may be shown and kept (no password).
    """

    exporter: Exporter
    ledger_name: str
    place: str
    path: str
    options: ExportOptions = field(default_factory=ExportOptions)
    scope: Scope = "changed"


@dataclass(frozen=True, slots=True)
class Done:
    """What a hand-over came to; ``number`` is None where nothing was new, ``changes`` lists what a person has to do."""

    plan: tuple[PlanItem, ...]
    report: Report | None = None
    number: int | None = None
    changes: Path | None = None


def plan_order(order: Order, wanted: Wanted, ledger: Ledger) -> tuple[PlanItem, ...]:
    """The plan of an order; nothing is written."""
    name = order.ledger_name
    known = Known(ledger.entries(name), lambda item: ledger.sent(name, item))
    return make_plan(_checked(wanted, order.exporter), known)


def hand_over(order: Order, wanted: Wanted, ledger: Ledger) -> Done:
    """Write what an order asks for and remember it.

    Raises:
        OutputError: the target or the ledger cannot be written; the ledger is as it was.
        UsageError: everything of the last hand-over was asked for, and there was none.
    """
    with ledger.transaction():
        plan = plan_order(order, wanted, ledger)
        counts = count(plan)
        number = None
        if any(counts[verdict] for verdict in _SENDS):
            number = ledger.open_batch(order.ledger_name, order.path, wanted.batch.made_at)
        chosen = _chosen(plan, order, ledger)
        report = order.exporter.write(_batch(wanted.batch, chosen, order), order.place, order.options)
        changes = None
        if by_hand := [item for item in plan if _is_by_hand(item, order.exporter)]:
            changes = write_changes(by_hand, order.path, number or 0, wanted.batch.lang)
        for item in plan:
            if number is not None and item.verdict in _SENDS:
                _remember(item, order.ledger_name, number, ledger)
        if number is not None:
            ledger.close_batch(number, *(counts[verdict] for verdict in _SENDS))
    return Done(plan, report, number, changes)


def _checked(wanted: Wanted, exporter: Exporter) -> Wanted:
    """The same with what the exporter has against rows."""
    blocks = dict(wanted.blocks)
    for row in wanted.batch.follow_ups:
        if codes := exporter.check(row):
            blocks[row.id] = (*blocks.get(row.id, ()), *(Block(code) for code in codes))
    return replace(wanted, blocks=blocks)


def _chosen(plan: Iterable[PlanItem], order: Order, ledger: Ledger) -> list[PlanItem]:
    """What of the plan goes into the target's file.

    - snapshot: all that is wanted; upsert: what is new, changed or withdrawn; create: what is new
    - asked for again: what the last hand-over held, too; asked for all: everything wanted, except what a target that
      cannot update is known to have (its key was learnt)
    """
    exporter, last = order.exporter, 0
    if order.scope == "again":
        last = _last(order, ledger)

    def goes(item: PlanItem) -> bool:
        if item.verdict is Verdict.BLOCKED or _is_by_hand(item, exporter):
            return False
        if exporter.mode == "snapshot":
            return item.verdict is not Verdict.WITHDRAWN
        if item.verdict in _SENDS or order.scope == "all":
            return True
        held = item.entry.first if item.entry and exporter.mode == "create" else item.entry.batch if item.entry else 0
        return bool(last) and held == last

    return [item for item in plan if goes(item)]


def _last(order: Order, ledger: Ledger) -> int:
    batches = ledger.batches(order.ledger_name)
    if order.exporter.mode == "create":
        batches = tuple(batch for batch in batches if batch.created)
    if not batches:
        raise UsageError("usage.nothing_before", target=order.ledger_name)
    return batches[-1].number


def _is_by_hand(item: PlanItem, exporter: Exporter) -> bool:
    """Whether a change has to be made by a person: the target cannot update, or does not say which item it is."""
    if exporter.mode == "snapshot" or item.verdict not in (Verdict.UPDATE, Verdict.WITHDRAWN):
        return False
    return exporter.mode == "create" or (exporter.by_key and item.row.key is None)


def _batch(batch: Batch, chosen: list[PlanItem], order: Order) -> Batch:
    """The batch with the chosen rows, and for a partial one with their meetings only."""
    rows = tuple(item.row for item in chosen)
    if order.exporter.mode == "snapshot" or order.scope == "all":
        return replace(batch, follow_ups=rows)
    meetings = {item.meeting.id: item.meeting for item in chosen}
    return replace(
        batch,
        follow_ups=rows,
        meetings=tuple(meetings.values()),
        agreements=tuple(row for row in batch.agreements if row.meeting_id in meetings),
        attendees=tuple(row for row in batch.attendees if row.meeting_id in meetings),
    )


def _remember(item: PlanItem, target: str, number: int, ledger: Ledger) -> None:
    before = item.entry
    entry = Entry(
        id=item.row.id,
        digest=item.digest,
        key=item.row.key,
        revision=item.row.revision,
        changed=item.row.modified,
        withdrawn=item.verdict is Verdict.WITHDRAWN,
        first=before.first if before else number,
        batch=number,
    )
    ledger.remember(target, entry, None if entry.withdrawn else Sent(item.row, item.meeting))
