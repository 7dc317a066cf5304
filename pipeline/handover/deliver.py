"""One hand-over: plan, the target's file, the list of changes, the ledger; in this order.

Whoever is killed in between leaves the ledger as it was: the next run makes the same plan and writes the same files
again. Only then does the ledger say that something was sent.
"""

from collections.abc import Iterable, Set
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
    """What a hand-over came to; ``number`` is None where nothing was new.

    ``changes`` is the list of what a person has to do, and ``by_hand`` how many follow-ups it has.
    """

    plan: tuple[PlanItem, ...]
    report: Report | None = None
    number: int | None = None
    changes: Path | None = None
    by_hand: int = 0


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
        chosen, by_hand = _split(plan, order, ledger)
        counts = count(plan)
        number = None
        if any(counts[verdict] for verdict in _SENDS):
            number = ledger.open_batch(order.ledger_name, order.path, wanted.batch.made_at)
        report = order.exporter.write(_batch(wanted.batch, chosen, order), order.place, order.options)
        changes = None
        if by_hand:
            changes = write_changes(by_hand, order.path, number or 0, wanted.batch.lang)
        if number is not None:
            _remember_all(plan, {item.row.id for item in chosen}, order, number, ledger)
            ledger.close_batch(number, *(counts[verdict] for verdict in _SENDS))
    return Done(plan, report, number, changes, len(by_hand))


def _checked(wanted: Wanted, exporter: Exporter) -> Wanted:
    """The same with what the exporter has against rows."""
    blocks = dict(wanted.blocks)
    for row in wanted.batch.follow_ups:
        if codes := exporter.check(row):
            blocks[row.id] = (*blocks.get(row.id, ()), *(Block(code) for code in codes))
    return replace(wanted, blocks=blocks)


def _split(plan: Iterable[PlanItem], order: Order, ledger: Ledger) -> tuple[list[PlanItem], list[PlanItem]]:
    """What of the plan goes into the target's file, and what a person has to do.

    - snapshot: all that is wanted; upsert: what is new, changed or withdrawn; create: what is new
    - asked for again: what the file of the last hand-over held, too; asked for all: everything wanted
    - a change is a person's to make where the target cannot update, or does not say which item it is; but not where the
      item is asked for anew, and goes into the file as it is now
    """
    last = _last(order, ledger) if order.scope == "again" else None
    chosen: list[PlanItem] = []
    by_hand: list[PlanItem] = []
    for item in plan:
        anew = order.scope == "all" or (last is not None and item.entry is not None and item.entry.batch == last)
        if item.verdict is Verdict.BLOCKED:
            continue
        if order.exporter.mode == "snapshot":
            chosen += [item] if item.verdict is not Verdict.WITHDRAWN else []
        elif _needs_person(item, order.exporter, anew):
            by_hand.append(item)
        elif item.verdict in _SENDS or anew:
            chosen.append(item)
    return chosen, by_hand


def _needs_person(item: PlanItem, exporter: Exporter, anew: bool) -> bool:
    if exporter.mode == "create":
        changes = item.verdict is Verdict.WITHDRAWN or (item.verdict is Verdict.UPDATE and not anew)
        return changes or (item.verdict is Verdict.UPDATE and item.row.key is not None)
    changes = item.verdict in (Verdict.UPDATE, Verdict.WITHDRAWN)
    return exporter.by_key and changes and item.row.key is None


def _last(order: Order, ledger: Ledger) -> int:
    batches = ledger.batches(order.ledger_name)
    if order.exporter.mode == "create":
        batches = tuple(batch for batch in batches if batch.created)
    if not batches:
        raise UsageError("usage.nothing_before", target=order.ledger_name)
    return batches[-1].number


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


def _remember_all(
    plan: Iterable[PlanItem], in_file: Set[str], order: Order, number: int, ledger: Ledger
) -> None:  # fmt: skip
    """Note what was sent, listed for a person, or put into the file once more."""
    for item in plan:
        if item.verdict in _SENDS:
            _remember(item, order.ledger_name, number if item.row.id in in_file else 0, ledger)
        elif item.entry and item.row.id in in_file and order.exporter.mode != "snapshot":
            ledger.remember(order.ledger_name, replace(item.entry, batch=number), None)


def _remember(item: PlanItem, target: str, number: int, ledger: Ledger) -> None:
    """Note what was sent in hand-over ``number`` (0: in none, a person was told)."""
    entry = Entry(
        id=item.row.id,
        digest=item.digest,
        key=item.row.key,
        revision=item.row.revision,
        changed=item.row.modified,
        withdrawn=item.verdict is Verdict.WITHDRAWN,
        batch=number or (item.entry.batch if item.entry else 0),
    )
    ledger.remember(target, entry, None if entry.withdrawn else Sent(item.row, item.meeting))
