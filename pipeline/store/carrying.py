"""Which items of a new run are those that the store already knows.

In this order, each item used once:

1. the same id;
2. the same words in the same list (the meeting's id changed, so all of its items' ids did);
3. similar text in the same list, the most similar first;
4. the same place in the same list: their quotes overlap (where the source is the same file) and one text is nearly a
   part of the other, or the place has the same name and the texts are not wholly different;
5. for items that persons decided on: nearly the same text in another list.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from notula.pipeline.text import key

_SIMILAR: Final = 65.0  # of 100: a changed deadline, a name written out
_RELATED: Final = 35.0  # for items in the same place
_ELSEWHERE: Final = 85.0
_PART: Final = 60.0  # for one that is a part of the other
_SHARED: Final = 0.5  # of the shorter quote


class Known(NamedTuple):
    """An item of the store as the pipeline last read it; ``gone`` are those that nobody decided on and are hidden."""

    number: int
    machine_id: str | None
    list: str
    text: str
    start: int
    end: int
    place: str | None
    reviewed: bool
    gone: bool


class Fresh(NamedTuple):
    """An item of a new run."""

    machine_id: str
    list: str
    text: str
    start: int
    end: int
    place: str | None


class Match(NamedTuple):
    """A known item's number, and whether its text is another than before."""

    number: int
    changed: bool


Score = Callable[[Known, Fresh], float]


def match_items(known: Sequence[Known], fresh: Sequence[Fresh], *, same_file: bool) -> dict[int, Match]:
    """The known item of each new one that has one, by the new one's index."""
    found: dict[int, Match] = {}
    left = {item.number: item for item in known}
    _match_exactly(found, left, fresh, lambda item: item.machine_id)
    _match_exactly(found, left, fresh, lambda item: (item.list, key(item.text)))
    visible = {number: item for number, item in left.items() if not item.gone}
    for score in (_similar, _placed_within if same_file else _placed, _elsewhere):
        _match_best(found, visible, fresh, score)
    return found


def _match_exactly(
    found: dict[int, Match], left: dict[int, Known], fresh: Sequence[Fresh], what: Callable[[Known | Fresh], object]
) -> None:
    by_key: dict[object, list[Known]] = {}
    for item in left.values():
        by_key.setdefault(what(item), []).append(item)
    for index, new in enumerate(fresh):
        if index not in found and (same := by_key.get(what(new))):
            item = same.pop(0)
            found[index] = Match(item.number, changed=False)
            del left[item.number]


def _match_best(found: dict[int, Match], left: dict[int, Known], fresh: Sequence[Fresh], score: Score) -> None:
    free = [(index, new) for index, new in enumerate(fresh) if index not in found]
    pairs = list(_scored(left, free, score))
    for _, number, index in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if number in left and index not in found:
            found[index] = Match(number, changed=key(left.pop(number).text) != key(fresh[index].text))


def _scored(
    left: dict[int, Known], free: Sequence[tuple[int, Fresh]], score: Score
) -> Iterator[tuple[float, int, int]]:
    for item in left.values():
        for index, new in free:
            if (value := score(item, new)) > 0:
                yield value, item.number, index


def _similar(item: Known, new: Fresh) -> float:
    return _alike(item, new, _SIMILAR) if item.list == new.list else 0.0


def _placed(item: Known, new: Fresh) -> float:
    same_place = item.place is not None and item.place == new.place
    return _alike(item, new, _RELATED) if same_place and item.list == new.list else 0.0


def _placed_within(item: Known, new: Fresh) -> float:
    """By the characters that two quotes of the same text share; a new version may lay the text out anew."""
    shared = min(item.end, new.end) - max(item.start, new.start)
    shorter = min(item.end - item.start, new.end - new.start)
    enough = item.list == new.list and shorter > 0 and shared >= _SHARED * shorter
    return float(fuzz.partial_ratio(key(item.text), key(new.text), score_cutoff=_PART)) if enough else 0.0


def _elsewhere(item: Known, new: Fresh) -> float:
    return _alike(item, new, _ELSEWHERE) if item.reviewed and item.list != new.list else 0.0


def _alike(item: Known, new: Fresh, least: float) -> float:
    """The similarity of two texts, 0 below ``least``."""
    return float(fuzz.ratio(key(item.text), key(new.text), score_cutoff=least))
