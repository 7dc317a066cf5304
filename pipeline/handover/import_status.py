"""Statuses of another tool into the store, by our id or by the key that the ledger knows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from notula.models.review import FollowUpStatus
from notula.pipeline.errors import NotulaError
from notula.pipeline.handover.learn import key_of
from notula.pipeline.handover.status_words import Told, read_status
from notula.pipeline.handover.tables import Row, own_id

# Sets a follow-up's status as of an ISO day (None: today); whether that was new.
SetStatus = Callable[[str, FollowUpStatus, str | None], bool]
_State = tuple[FollowUpStatus, str | None]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: ids ``changed`` with their status, how many were ``same``.

    ``unknown`` are ids or keys that are not ours, ``words`` states that were not understood (id, word), ``dates`` days
    that were not (id, text; the status was taken), ``disagreeing`` ids whose rows tell different states (none was
    taken), ``refused`` what the store would not take (id, message); ``without`` counts rows without an id.
    """

    changed: tuple[tuple[str, FollowUpStatus], ...] = ()
    same: int = 0
    unknown: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    disagreeing: tuple[str, ...] = ()
    refused: tuple[tuple[str, NotulaError], ...] = ()
    without: int = 0

    @property
    def whole(self) -> bool:
        """Whether all that was told about our items was taken."""
        return not (self.unknown or self.words or self.dates or self.disagreeing or self.refused)


@dataclass(frozen=True, slots=True)
class Items:
    """What we know: the statuses of our follow-ups by id, and their ids by the keys of the rows' tool."""

    statuses: Mapping[str, FollowUpStatus]
    by_key: Mapping[str, str]
    target: str = ""


def import_statuses(rows: Iterable[Row], items: Items, set_status: SetStatus) -> Imported:
    """Take over what ``rows`` tell; telling it again changes nothing."""
    told: dict[str, set[_State]] = {}
    unknown: dict[str, None] = {}
    words, dates, without = [], [], 0
    for row in rows:
        item, state = _item(row, items), read_status(row)
        if item is None or state is None:
            without += 1
        elif item not in items.statuses:
            unknown[item] = None
        elif state.status is None:
            words.append((item, state.word or ""))
        else:
            told.setdefault(item, set()).add((_fine(state, state.status, items.statuses[item]), state.on))
            if state.odd_date:
                dates.append((item, state.odd_date))
    found = Imported(unknown=tuple(unknown), words=tuple(words), dates=tuple(dates), without=without)
    return _take(told, found, set_status)


def _fine(state: Told, told: FollowUpStatus, now: FollowUpStatus) -> FollowUpStatus:
    """The status told; what is in progress stays so for a tool that only knows that it is not done."""
    unfinished = state.coarse and told is FollowUpStatus.OPEN
    return now if unfinished and now is FollowUpStatus.IN_PROGRESS else told


def _item(row: Row, items: Items) -> str | None:
    """The id of a row's item: ours, or the one whose key the row has; the tool's key where neither is known to us.

    A row of the tool's other items (no mark of ours, a key that the ledger does not know) is nobody's: None.
    """
    found = own_id(row, items.statuses)
    if found in items.statuses:
        return found
    key = key_of(row, items.target) if items.by_key else None
    return items.by_key.get(key, found) if key else found


def _take(told: Mapping[str, set[_State]], found: Imported, set_status: SetStatus) -> Imported:
    changed, refused, disagreeing, same = [], [], [], 0
    for item, states in told.items():
        if len({status for status, _ in states}) > 1:
            disagreeing.append(item)
            continue
        status, on = max(states, key=lambda state: state[1] or "")
        try:
            new = set_status(item, status, on)
        except NotulaError as trouble:
            refused.append((item, trouble))
            continue
        if new:
            changed.append((item, status))
        else:
            same += 1
    return replace(
        found, changed=tuple(changed), same=same, disagreeing=tuple(disagreeing), refused=tuple(refused)
    )  # fmt: skip
