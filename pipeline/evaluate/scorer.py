"""One file's meetings against their annotations: what is right, what is missed, spurious or wrong."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

from notula.pipeline.matching import Similarity, best_pairs, party_similarity, text_similarity

TEXT, NAME, LOOSE = 0.7, 0.8, 0.6
IN_PLACE = "follow_ups_in_"  # of these only the recall means anything: a result's `where` is not compared
_WHERE = ("section", "decision", "discussion")

Json = dict[str, Any]
Key = tuple[str, int]


@dataclass(slots=True)
class Tally:
    """How many were right, wanted and given."""

    hit: int = 0
    gold: int = 0
    got: int = 0

    def add(self, other: "Tally") -> None:
        """Count another tally in."""
        self.hit, self.gold, self.got = self.hit + other.hit, self.gold + other.gold, self.got + other.got

    @property
    def precision(self) -> float:
        """The share of the given that is right; 1 where nothing was wanted or given."""
        return self.hit / self.got if self.got else float(not self.gold)

    @property
    def recall(self) -> float:
        """The share of the wanted that was given; 1 where nothing was wanted."""
        return self.hit / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, to four digits."""
        both = self.precision + self.recall
        return round(2 * self.precision * self.recall / both, 4) if both else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """Something ``missed``, ``spurious`` or ``wrong``; ``doc`` is the file name, ``#`` and the part."""

    doc: str
    kind: str
    field: str
    value: Any

    def as_json(self) -> str:
        """The miss on one line."""
        return json.dumps(asdict(self), ensure_ascii=False)


class Mark(NamedTuple):
    """Whether a value of a result is right: its document, its field and where it stands in the result.

    ``at`` counts the items of a list (of ``owners`` the follow-up, then the owner); it is empty for header fields of
    one value. The field ``ready`` is a follow-up with its owners and its due date.
    """

    doc: str
    part: int
    field: str
    at: tuple[int, ...]
    right: bool


@dataclass(slots=True)
class Scorer:
    """Counts one file's meetings into ``tallies``, notes what is not right in ``misses``, marks each given value."""

    misses: list[Miss]
    marks: list[Mark]
    tallies: dict[str, Tally] = field(default_factory=dict)
    doc: str = ""
    name: str = ""
    part: int = 1

    def score(self, gold: Json, result: Json) -> None:
        """Count a meeting in; ``result`` is empty where there is none."""
        self.name, self.part = key_of(gold)
        self.doc = f"{self.name}#{self.part}"
        self._header(gold["meeting"], result.get("meeting") or {})
        for name in ("agenda", "agreements"):
            self._list(name, gold.get(name) or [], result.get(name) or [], text_similarity, TEXT)
        self._attendees(gold.get("attendees") or [], result.get("attendees") or [])
        self._list("absent", gold.get("absent") or [], result.get("absent") or [], _named_alike, NAME)
        self._follow_ups(gold.get("follow_ups") or [], result.get("follow_ups") or [])

    def _header(self, gold: Json, got: Json) -> None:
        date, time = got.get("date") or {}, got.get("time") or {}
        self._value("date", gold.get("date"), date.get("start"))
        self._value("end_date", gold.get("end_date"), date.get("end"))
        self._value("start_time", gold.get("start_time"), time.get("start"))
        self._value("end_time", gold.get("end_time"), time.get("end"))
        self._value("timezone", gold.get("timezone"), time.get("zone"))
        for name in ("title", "place"):
            self._value(name, gold.get(name), (got.get(name) or {}).get("text"), _same_text)
        for name in ("chair", "note_taker"):
            self._list(name, gold.get(name) or [], got.get(name) or [], party_similarity, NAME)

    def _attendees(self, gold: list[Json], got: list[Json]) -> None:
        pairs = self._list("attendees", gold, got, _named_alike, NAME)
        for name in ("role", "organization"):
            both = [(gold[i].get(name), got[j].get(name)) for i, j in pairs]
            hit = sum(bool(a and b) and text_similarity(a, b) >= LOOSE for a, b in both)
            self._count(f"attendee_{name}", hit, _filled(gold, name), _filled(got, name))

    def _follow_ups(self, gold: list[Json], every: list[Json]) -> None:
        numbers = [number for number, item in enumerate(every) if item.get("status") != "done"]
        got = [every[number] for number in numbers]
        pairs = self._list("follow_ups", gold, got, text_similarity, TEXT, numbers)
        partner = {j: i for i, j in pairs}
        found = {i for i, _ in pairs}
        for where in _WHERE:
            wanted = [i for i, item in enumerate(gold) if item.get("where") == where]
            self._count(IN_PLACE + where, sum(i in found for i in wanted), len(wanted), len(wanted))
        owners = dues = ready = 0
        for j, number in enumerate(numbers):
            twin = gold[partner[j]] if j in partner else None
            owner_hits, owners_right = self._owners(twin, got[j], number)
            due_right = self._due(twin, got[j], number)
            owners += owner_hits
            dues += due_right and twin is not None and bool(twin.get("due_date"))
            ready += owners_right and due_right
            self._mark("ready", (number,), owners_right and due_right)
        self._count("owners", owners, _total(gold, "owners"), _total(got, "owners"))
        self._count("due_dates", dues, _filled(gold, "due_date"), sum(bool(_due_date(item)) for item in got))
        self._count("tracker_ready", ready, len(gold), len(got))

    def _owners(self, gold: Json | None, got: Json, number: int) -> tuple[int, bool]:
        """How many owners are right, and whether these are all that were wanted and given."""
        wanted, given = (gold or {}).get("owners") or [], got.get("owners") or []
        pairs = best_pairs(wanted, given, party_similarity, NAME)
        found = {j for _, j in pairs}
        for j in range(len(given)):
            self._mark("owners", (number, j), j in found)
        right = gold is not None and len(pairs) == len(wanted) == len(given)
        if gold is not None and not right:
            self._note("wrong", "owners", {"gold": wanted, "got": [_label(o) for o in given], "in": gold["text"]})
        return len(pairs), right

    def _due(self, gold: Json | None, got: Json, number: int) -> bool:
        wanted, given = (gold or {}).get("due_date"), _due_date(got)
        right = gold is not None and bool(wanted == given)
        if got.get("due"):
            self._mark("due", (number,), right)
        if gold is not None and not right:
            self._note("wrong", "due", {"gold": wanted, "got": given, "in": gold["text"]})
        return right

    def _value(self, name: str, gold: Any, got: Any, same: Callable[[Any, Any], bool] | None = None) -> None:
        hit = bool(gold and got) and (same(gold, got) if same else gold == got)
        self._count(name, int(hit), int(bool(gold)), int(bool(got)))
        if got:
            self._mark(name, (), hit)
        if (gold or got) and not hit:
            kind = "wrong" if gold and got else "missed" if gold else "spurious"
            self._note(kind, name, {"gold": gold, "got": got})

    def _list(
        self,
        name: str,
        gold: list[Any],
        got: list[Any],
        alike: Similarity,
        threshold: float,
        numbers: Sequence[int] | None = None,
    ) -> list[tuple[int, int]]:
        pairs = best_pairs(gold, got, alike, threshold)
        self._count(name, len(pairs), len(gold), len(got))
        used_gold, used_got = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, item in enumerate(gold):
            if i not in used_gold:
                self._note("missed", name, item)
        for j, item in enumerate(got):
            self._mark(name, (numbers[j] if numbers else j,), j in used_got)
            if j not in used_got:
                self._note("spurious", name, _label(item))
        return pairs

    def _count(self, name: str, hit: int, gold: int, got: int) -> None:
        self.tallies.setdefault(name, Tally()).add(Tally(hit, gold, got))

    def _mark(self, field: str, at: tuple[int, ...], right: bool) -> None:
        self.marks.append(Mark(self.name, self.part, field, at, right))

    def _note(self, kind: str, name: str, value: Any) -> None:
        self.misses.append(Miss(self.doc, kind, name, value))


def key_of(note: Json) -> Key:
    """The document and the part of an annotation."""
    return note["doc"], note.get("part", 1)


def _named_alike(gold: Json, got: Any) -> float:
    return party_similarity(gold["name"], got)


def _same_text(gold: Any, got: Any) -> bool:
    return text_similarity(gold, got) >= TEXT


def _label(item: Any) -> Any:
    return item if isinstance(item, str) else item.get("text") or item.get("name")


def _due_date(item: Json) -> Any:
    return (item.get("due") or {}).get("date")


def _filled(items: Sequence[Json], name: str) -> int:
    return sum(bool(item.get(name)) for item in items)


def _total(items: Sequence[Json], name: str) -> int:
    return sum(len(item.get(name) or []) for item in items)
