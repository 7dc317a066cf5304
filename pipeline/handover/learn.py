"""What a tool calls our items, read from the tool's own export into the ledger."""

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from notula.models.ledger import Entry
from notula.pipeline.handover.ledger import Ledger
from notula.pipeline.handover.tables import Row, own_id

# A tool is told by columns that only its export has; its key stands in the first of ``keys`` that is filled.
# Jira: issue navigator's CSV, REST search; GitLab: issue list's CSV, REST; GitHub: `gh issue list --json`, REST;
# Redmine: issue list's CSV, REST; Taskwarrior: `task export`; Todoist: REST.


@dataclass(frozen=True, slots=True)
class Tool:
    """How to read a tool's export: ``marks`` are sets of columns (lower case) of which one has to be there whole."""

    target: str
    marks: tuple[frozenset[str], ...]
    keys: tuple[str, ...]


def _columns(*sets: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(names.split(", ")) for names in sets)


TOOLS: tuple[Tool, ...] = (
    Tool("jira", _columns("issue key", "key, fields.summary", "kunci isu"), ("issue key", "key", "kunci isu")),
    Tool("github-script", _columns("id, key"), ("key",)),
    Tool("github", _columns("number, body", "number, url"), ("number",)),
    Tool("gitlab", _columns("issue id, url", "iid, web_url"), ("issue id", "iid")),
    Tool("redmine", _columns("#, subject", "#, subjek", "id, tracker.name"), ("#", "id")),
    Tool("taskwarrior", _columns("uuid, entry"), ("uuid",)),
    Tool("todoist", _columns("id, content"), ("id",)),
)
_ANY_KEYS = ("issue key", "key", "iid", "number", "#", "issue id", "id", "url", "web_url", "html_url")


@dataclass(frozen=True, slots=True)
class Learnt:
    """What an export told: keys that are ``new`` or ``changed`` (id, key), how many the ledger had so already.

    ``doubled`` are ids that the tool has several times, with all their keys; ``unknown`` ids that are not ours (any
    more); ``without`` counts the rows that hold no id of ours: the tool's other items.
    """

    new: tuple[tuple[str, str], ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    same: int = 0
    doubled: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()
    without: int = 0

    def data(self) -> dict[str, Any]:
        """The same for programs."""
        return asdict(self)


def find_tool(rows: Iterable[Row]) -> Tool | None:
    """The tool that an export comes from; None where its columns do not tell."""
    columns = {name for row in rows for name in row}
    return next((tool for tool in TOOLS if any(mark <= columns for mark in tool.marks)), None)


def key_of(row: Row, target: str, column: str | None = None) -> str | None:
    """What the tool calls the item of a row; None where it does not say."""
    own = next((tool.keys for tool in TOOLS if tool.target == target), ())
    names = (column.lower(),) if column else (*own, *_ANY_KEYS)
    return next((row[name] for name in names if row.get(name)), None)


def learn(
    rows: Iterable[Row], ledger: Ledger, place: tuple[str, str], known: Collection[str], now: datetime,
    column: str | None = None,
) -> Learnt:  # fmt: skip
    """Put the keys that ``rows`` tell into the ledger; ``place`` is the target and what the ledger calls it.

    ``known`` are the ids of our follow-ups. To be called within the ledger's transaction.
    """
    target, name = place
    entries = ledger.entries(name)
    ours = entries.keys() | set(known)
    keys, without = _keys(rows, ours, target, column)
    new: list[tuple[str, str]] = []
    changed: list[tuple[str, str]] = []
    for item in keys.keys() & ours:
        entry, found = entries.get(item), keys[item]
        key = entry.key if entry and entry.key in found else found[0]
        if entry is None or entry.key != key:
            (changed if entry and entry.key else new).append((item, key))
            ledger.remember(name, _entry(entry, item, key, now), None)
    return Learnt(
        new=tuple(sorted(new)),
        changed=tuple(sorted(changed)),
        same=len(keys.keys() & ours) - len(new) - len(changed),
        doubled=tuple((item, tuple(found)) for item, found in keys.items() if len(found) > 1 and item in ours),
        unknown=tuple((item, found[0]) for item, found in keys.items() if item not in ours),
        without=without,
    )


def _keys(
    rows: Iterable[Row], ours: Collection[str], target: str, column: str | None
) -> tuple[dict[str, list[str]], int]:
    """The keys of each id, first seen first, and how many rows have none of ours."""
    keys: dict[str, list[str]] = {}
    without = 0
    for row in rows:
        item, key = own_id(row, ours), key_of(row, target, column)
        if item is None or key is None:
            without += 1
        elif key not in keys.setdefault(item, []):
            keys[item].append(key)
    return keys, without


def _entry(entry: Entry | None, item: str, key: str, now: datetime) -> Entry:
    """An entry with the tool's key; one that we did not hand over ourselves has no digest, so it will be compared."""
    if entry:
        return replace(entry, key=key)
    return Entry(id=item, digest="", key=key, revision=0, changed=now.isoformat(timespec="seconds"))
