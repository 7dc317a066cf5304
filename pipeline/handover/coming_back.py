"""What other tools' exports tell, taken into the ledger and the store of a folder of results."""

from datetime import datetime
from pathlib import Path

from notula.models.review import FollowUpStatus
from notula.pipeline.errors import UsageError
from notula.pipeline.handover.import_status import Imported, Items, import_statuses
from notula.pipeline.handover.learn import Learnt, Tool, find_tool, learn
from notula.pipeline.handover.ledger import LEDGER, Ledger, open_ledger
from notula.pipeline.handover.reading import open_reviewed
from notula.pipeline.handover.tables import Row, read_table
from notula.pipeline.messages import Lang, say
from notula.pipeline.store import Store, reviewed_follow_ups, set_status


def learn_from(
    folder: Path, file: Path, now: datetime, *, target: str | None = None, destination: str | None = None,
    column: str | None = None,
) -> tuple[str, Learnt]:  # fmt: skip
    """Take the keys of a tool's export into the ledger; what the ledger calls the place, and what was learnt.

    Raises:
        NoInputError: there is no such file or folder.
        UsageError: the file is no table, or does not tell which tool it comes from.
        OutputError: the ledger cannot be written.
    """
    rows = read_table(file)
    target = target or _told(rows, file).target
    with open_reviewed(folder) as (store, _), open_ledger(folder / LEDGER) as ledger, ledger.transaction():
        name = f"{target}:{destination}" if destination else _only_place(ledger, target)
        return name, learn(rows, ledger, (target, name), _ids(store), now, column)


def import_from(
    folder: Path, file: Path, *, target: str | None = None, dry_run: bool = False, lang: Lang = "id"
) -> Imported:
    """Take the statuses of a tool's export into the store; in a dry run only tell what would change.

    Raises:
        NoInputError: there is no such file or folder.
        UsageError: the file is no table.
        OutputError: the store cannot be written.
    """
    rows = read_table(file)
    tool = find_tool(rows)
    target = target or (tool.target if tool else "")
    who = say("import-status.by", lang, name=target or file.name)
    with open_reviewed(folder) as (store, _), open_ledger(folder / LEDGER, must_exist=True) as ledger:
        statuses = {item.id: item.status for item in reviewed_follow_ups(store, pending=True, rejected=True)}

        def take(item: str, status: FollowUpStatus, on: str | None) -> bool:
            if dry_run:
                return statuses[item] is not status
            return set_status(store, item, status, who, on=on, reason=file.name)

        return import_statuses(rows, Items(statuses, _by_key(ledger, target), target), take)


def _told(rows: list[Row], file: Path) -> Tool:
    tool = find_tool(rows)
    if tool is None:
        raise UsageError("usage.tool_unknown", path=str(file))
    return tool


def _only_place(ledger: Ledger, target: str) -> str:
    """What the ledger calls the one place of this kind that something was handed to; the target where there is none."""
    places = [name for name in ledger.targets() if name.partition(":")[0] == target]
    if len(places) > 1:
        raise UsageError("usage.several_places", target=target, known=", ".join(places))
    return places[0] if places else target


def _ids(store: Store) -> frozenset[str]:
    return frozenset(item.id for item in reviewed_follow_ups(store, pending=True, rejected=True))


def _by_key(ledger: Ledger, target: str) -> dict[str, str]:
    """Our ids by a tool's keys; a key that several places of the tool use for different items tells nothing."""
    found: dict[str, set[str]] = {}
    for name in ledger.targets():
        if target and name.partition(":")[0] == target:
            for entry in ledger.entries(name).values():
                if entry.key:
                    found.setdefault(entry.key, set()).add(entry.id)
    return {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}
