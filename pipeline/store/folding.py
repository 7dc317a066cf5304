"""The reviewed view of an item: the fold of its log over what the pipeline reads.

- An item without decisions is what the pipeline reads now.
- Accepting or editing freezes it: its values are those that the person saw, changed where they were edited. What the
  pipeline reads later no longer alters them; a field of which it reads something else than it did at the last decision
  on that field, and than the person says, is a conflict.
- Where a value was not edited and the pipeline reads just the same, the pipeline's is shown: its evidence is fresh.
- An entry that was taken back does not count; a taking back can itself be taken back.
- The state follows from the values: whoever edits a value back to what the pipeline reads has accepted it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from notula.models.review import ReviewState
from notula.pipeline.store.values import Json, identical, same, value_of

MACHINE: Final = "notula"
MACHINE_KINDS: Final = frozenset({"carried_over", "conflict", "vanished", "returned"})
JUDGING: Final = frozenset({"accept", "edit", "promote", "split", "merge", "reject", "merged"})
TAKING_BACK: Final = frozenset({"undo", "redo"})


class Entry(NamedTuple):
    """A line of an item's log: ``base`` is what the pipeline read when it was written, in ``base_list``."""

    revision: int
    at: str
    who: str
    kind: str
    new: Json
    base: Json
    base_list: str | None
    group: int
    undoes: int | None = None


@dataclass(slots=True)
class Folded:
    """An item after its log.

    ``values`` is None where no decision has frozen them; ``edited`` are the fields that persons have set; ``status`` is
    one set by a person. ``base`` is what the pipeline read at the last decision on each field. ``exists`` is false for
    an item that a person added where that was taken back; ``evidence`` and ``order`` say where an added one stands.
    ``noted`` says that a vanished item was decided on since, ``judged`` that somebody looked at the item when deciding.
    """

    state: ReviewState = ReviewState.PENDING
    values: Json | None = None
    edited: set[str] = field(default_factory=set)
    base: Json = field(default_factory=dict)
    of_list: str | None = None
    status: str | None = None
    status_since: str | None = None
    started_on: str | None = None
    done_on: str | None = None
    skipped: int = 0
    carried_over: bool = False
    noted: bool = True
    judged: bool = False
    exists: bool = False
    human: bool = False
    evidence: Json | None = None
    order: float = 0.0
    merged_into: str | None = None
    changed_at: str | None = None
    changed_by: str | None = None

    @property
    def touched(self) -> bool:
        """Whether a decision stands that has to be kept."""
        return self.state != ReviewState.PENDING or self.status is not None or self.human

    def shown(self, machine: Json) -> Json:
        """The reviewed values, given what the pipeline reads now."""
        if self.values is None:
            return {**machine, **({"status": self.status} if self.status else {})}
        fresh = {name: machine[name] for name in self.values.keys() & machine.keys() - self.edited
                 if identical(self.values[name], machine[name])}  # fmt: skip
        return {**self.values, **fresh}

    def conflicts(self, machine: Json) -> list[Json]:
        """The fields that the pipeline reads otherwise than before and than the person says."""
        if self.state == ReviewState.REJECTED or self.human:
            return []
        found = []
        values = self.values if self.values is not None else {"status": self.status} if self.status else {}
        names = machine.keys() | self.base.keys() if self.values is not None else values.keys()
        for name in sorted(names):
            now, before, human = value_of(machine, name), value_of(self.base, name), value_of(values, name)
            if not same(name, now, before) and not same(name, now, human):
                found.append({"field": name, "human": human, "machine": now, "machine_before": before})
        return found


def effective(entries: Sequence[Entry]) -> list[Entry]:
    """The entries that count: neither taken back nor a taking back."""
    undone: set[int] = set()
    for entry in reversed(entries):
        if entry.kind in TAKING_BACK and entry.group not in undone and entry.undoes is not None:
            undone.add(entry.undoes)
    return [entry for entry in entries if entry.group not in undone and entry.kind not in TAKING_BACK]


def fold(entries: Sequence[Entry], machine_list: str | None) -> Folded:
    """An item's log, oldest first, as one view; ``machine_list`` is None for items that persons added."""
    folded = Folded(of_list=machine_list, exists=machine_list is not None)
    for entry in effective(entries):
        _STEPS[entry.kind](folded, entry)
        folded.judged |= entry.kind in JUDGING and (not entry.new.get("bulk") or bool(entry.new.get("seen")))
        if entry.kind not in MACHINE_KINDS:
            folded.changed_at, folded.changed_by = entry.at, entry.who
    last = next((entry for entry in reversed(entries) if entry.kind in TAKING_BACK), None)
    if last and (folded.changed_at is None or last.at >= folded.changed_at):
        folded.changed_at, folded.changed_by = last.at, last.who
    return folded


def _decided(folded: Folded) -> None:
    """A person has looked at the item."""
    folded.skipped, folded.carried_over, folded.noted = 0, False, True


def _freeze(folded: Folded, entry: Entry) -> None:
    if folded.values is None:
        folded.values = folded.shown(entry.base)
        folded.base = dict(entry.base)


def _judge(folded: Folded, entry: Entry) -> None:
    """Accepted or edited, by what differs from what the pipeline read."""
    values = folded.values or {}
    edited = folded.human or folded.of_list != entry.base_list
    for name in (values.keys() | entry.base.keys()) - {"status"}:
        one, other = value_of(values, name), value_of(entry.base, name)
        edited = edited or not (identical(one, other) if name in folded.edited else same(name, one, other))
    folded.state = ReviewState.EDITED if edited else ReviewState.ACCEPTED
    folded.merged_into = None


def _accept(folded: Folded, entry: Entry) -> None:
    _decided(folded)
    _freeze(folded, entry)
    folded.base = dict(entry.base)
    _judge(folded, entry)


def _edit(folded: Folded, entry: Entry) -> None:
    _decided(folded)
    _freeze(folded, entry)
    folded.of_list = entry.new.get("list", folded.of_list)
    fields = {name: value for name, value in entry.new.items() if name != "list"}
    folded.values = {**(folded.values or {}), **fields}
    folded.edited.update(fields)
    _settle(folded, entry, fields)
    _judge(folded, entry)


def _settle(folded: Folded, entry: Entry, fields: Iterable[str]) -> None:
    for name in fields:
        folded.base[name] = value_of(entry.base, name)


def _reject(folded: Folded, entry: Entry) -> None:
    _decided(folded)
    _freeze(folded, entry)
    folded.base = dict(entry.base)
    folded.state = ReviewState.REJECTED
    folded.merged_into = entry.new.get("merged_into")


def _skip(folded: Folded, entry: Entry) -> None:
    folded.skipped += 1


def _reopen(folded: Folded, entry: Entry) -> None:
    _decided(folded)
    folded.state, folded.merged_into = ReviewState.PENDING, None
    if not folded.human:
        folded.values, folded.base, folded.of_list = None, {}, entry.base_list
        folded.edited.clear()


def _status(folded: Folded, entry: Entry) -> None:
    status, on = entry.new["status"], entry.new.get("on")
    folded.status, folded.status_since = status, on
    if folded.values is not None:
        folded.values = {**folded.values, "status": status}
    _settle(folded, entry, ("status",))
    if status == "open":
        folded.started_on = None
    if status == "in_progress":
        folded.started_on = on
    folded.done_on = on if status == "done" else None


def _add(folded: Folded, entry: Entry) -> None:
    folded.exists = folded.human = True
    folded.of_list = entry.new["list"]
    folded.evidence, folded.order = entry.new.get("evidence"), entry.new.get("order", 0.0)
    folded.values = dict(entry.new["values"])
    folded.state = ReviewState.EDITED


def _resolve(folded: Folded, entry: Entry) -> None:
    _decided(folded)
    fields = entry.new["fields"]
    if entry.new["take"] == "machine" and folded.values is None:
        folded.status = None  # nothing else can be in conflict on an item that is not frozen
    elif entry.new["take"] == "machine":
        taken = {name: value_of(entry.base, name) for name in fields}
        folded.values = {**(folded.values or {}), **taken}
        folded.edited.difference_update(fields)
    _settle(folded, entry, fields)
    if folded.values is not None and folded.state != ReviewState.REJECTED:
        _judge(folded, entry)


def _carried_over(folded: Folded, entry: Entry) -> None:
    folded.carried_over = True


def _vanished(folded: Folded, entry: Entry) -> None:
    folded.noted = False


def _returned(folded: Folded, entry: Entry) -> None:
    folded.noted = True


def _told(folded: Folded, entry: Entry) -> None:
    """An entry that only tells."""


_STEPS: Final[dict[str, Callable[[Folded, Entry], None]]] = {
    "accept": _accept, "edit": _edit, "promote": _edit, "split": _edit, "merge": _edit, "reject": _reject,
    "merged": _reject, "skip": _skip, "reopen": _reopen, "status": _status, "add": _add, "resolve": _resolve,
    "carried_over": _carried_over, "conflict": _told, "vanished": _vanished, "returned": _returned,
}  # fmt: skip
