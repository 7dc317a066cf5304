"""How well results agree with annotated minutes (``docs/annotations.md`` says how these are written).

Rules of the measure:

- Gold and result belong together where the annotation's ``doc`` and ``part`` equal the result's ``source.filename`` and
  ``source.part``. An annotation without a result is all missed; a result for a part of an annotated document that
  nobody annotated is all spurious.
- Two texts match from a token F1 of 0.7 on, two names from 0.8, roles and organisations from 0.6; each is used once.
- Precision, recall and F1 count every item once. ``per_doc_f1`` is the mean F1 over the files that have or were given
  such an item (a file's meetings pooled), so that one long file cannot hide the others.
- A follow-up is ready for the tracker where its text, all of its owners and its due date are right.
- A follow-up whose ``status`` is ``done`` is neither asked for nor held against a result.
"""

import json
import math
import statistics
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from notula.pipeline.errors import NoInputError, UsageError
from notula.pipeline.matching import Similarity, best_pairs, party_similarity, text_similarity
from notula.pipeline.messages import Lang, say
from notula.pipeline.tables import columns

TEXT, NAME, LOOSE = 0.7, 0.8, 0.6
MEASURES = ("precision", "recall", "f1", "per_doc_f1")
_WHERE = ("section", "decision", "discussion")
_IN_PLACE = "follow_ups_in_"  # of these only the recall means anything: a result's `where` is not compared

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
class Figure:
    """A field's figures over all documents, to four digits."""

    precision: float
    recall: float
    f1: float
    per_doc_f1: float
    hit: int
    gold: int
    got: int


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


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcome: figures by field, in the order of the result."""

    meetings: int
    without_result: tuple[str, ...]
    figures: dict[str, Figure]
    misses: tuple[Miss, ...]

    def as_json(self) -> str:
        """Everything as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A figure below its floor."""

    name: str
    floor: float
    value: float


def evaluate(gold_folder: Path, out_folder: Path, only: str = "") -> Evaluation:
    """Compare the results below ``out_folder`` with the annotations in ``gold_folder``.

    Args:
        gold_folder: one annotation per meeting, ``*.json``.
        out_folder: what ``notula run`` wrote, sub-folders included.
        only: leave out documents whose file name does not contain this.

    Raises:
        NoInputError: there is no annotation.
    """
    gold = [note for note in _annotations(gold_folder) if only in note["doc"]]
    if not gold:
        raise NoInputError("noinput.gold", path=str(gold_folder))
    results = _results(out_folder)
    annotated = {_key(note) for note in gold}
    names = {name for name, _ in annotated}
    extra: list[Json] = [{"doc": name, "part": part, "meeting": {}} for name, part in sorted(results)
                         if name in names and (name, part) not in annotated]  # fmt: skip
    files: dict[str, _Scorer] = {}
    misses: list[Miss] = []
    for note in gold + extra:
        scorer = files.setdefault(note["doc"], _Scorer(misses))
        scorer.score(note, results.get(_key(note)) or {})
    absent = tuple(f"{name}#{part}" for name, part in sorted(annotated - results.keys()))
    return Evaluation(len(gold), absent, _figures([scorer.tallies for scorer in files.values()]), tuple(misses))


def _annotations(folder: Path) -> Iterator[Json]:
    for path in sorted(folder.glob("*.json")):
        try:
            yield json.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as trouble:
            raise UsageError("usage.gold", path=str(path), reason=str(trouble)) from trouble


def _results(folder: Path) -> dict[Key, Json]:
    """The results below a folder; other JSON files are passed over."""
    found: dict[Key, Json] = {}
    for path in sorted(folder.rglob("*.json")):
        try:
            data = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            continue
        source = data.get("source") if isinstance(data, dict) else None
        if isinstance(source, dict) and source.get("filename"):
            found[source["filename"], source.get("part", 1)] = data
    return found


def _key(note: Json) -> Key:
    return note["doc"], note.get("part", 1)


def _figures(files: Sequence[dict[str, Tally]]) -> dict[str, Figure]:
    totals: dict[str, Tally] = {}
    for tallies in files:
        for name, tally in tallies.items():
            totals.setdefault(name, Tally()).add(tally)
    return {name: _figure(total, [own[name] for own in files if name in own]) for name, total in totals.items()}


def _figure(total: Tally, by_file: Sequence[Tally]) -> Figure:
    scores = [tally.f1 for tally in by_file if tally.gold or tally.got]
    mean = round(statistics.mean(scores), 4) if scores else 1.0
    return Figure(round(total.precision, 4), round(total.recall, 4), total.f1, mean, total.hit, total.gold, total.got)


@dataclass(slots=True)
class _Scorer:
    """Counts one file's meetings into ``tallies`` and notes what is not right in ``misses``."""

    misses: list[Miss]
    tallies: dict[str, Tally] = field(default_factory=dict)
    doc: str = ""

    def score(self, gold: Json, result: Json) -> None:
        self.doc = f"{gold['doc']}#{gold.get('part', 1)}"
        self._header(gold["meeting"], result.get("meeting") or {})
        for name in ("agenda", "agreements"):
            self._list(name, gold.get(name) or [], result.get(name) or [], text_similarity, TEXT)
        self._attendees(gold.get("attendees") or [], result.get("attendees") or [])
        self._list("absent", gold.get("absent") or [], result.get("absent") or [], _named_alike, NAME)
        given = [item for item in result.get("follow_ups") or [] if item.get("status") != "done"]
        self._follow_ups(gold.get("follow_ups") or [], given)

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

    def _follow_ups(self, gold: list[Json], got: list[Json]) -> None:
        pairs = self._list("follow_ups", gold, got, text_similarity, TEXT)
        found = {i for i, _ in pairs}
        for where in _WHERE:
            wanted = [i for i, item in enumerate(gold) if item.get("where") == where]
            self._count(_IN_PLACE + where, sum(i in found for i in wanted), len(wanted), len(wanted))
        owners = dues = ready = 0
        for i, j in pairs:
            owner_hits, owners_right = self._owners(gold[i], got[j])
            due_right = self._due(gold[i], got[j])
            owners += owner_hits
            dues += due_right and bool(gold[i].get("due_date"))
            ready += owners_right and due_right
        self._count("owners", owners, _total(gold, "owners"), _total(got, "owners"))
        self._count("due_dates", dues, _filled(gold, "due_date"), sum(bool(_due_date(item)) for item in got))
        self._count("tracker_ready", ready, len(gold), len(got))

    def _owners(self, gold: Json, got: Json) -> tuple[int, bool]:
        """How many owners are right, and whether these are all that were wanted and given."""
        wanted, given = gold.get("owners") or [], got.get("owners") or []
        hits = len(best_pairs(wanted, given, party_similarity, NAME))
        right = hits == len(wanted) == len(given)
        if not right:
            self._note("wrong", "owners", {"gold": wanted, "got": [_label(o) for o in given], "in": gold["text"]})
        return hits, right

    def _due(self, gold: Json, got: Json) -> bool:
        wanted, given = gold.get("due_date"), _due_date(got)
        if wanted != given:
            self._note("wrong", "due", {"gold": wanted, "got": given, "in": gold["text"]})
        return bool(wanted == given)

    def _value(self, name: str, gold: Any, got: Any, same: Callable[[Any, Any], bool] | None = None) -> None:
        hit = bool(gold and got) and (same(gold, got) if same else gold == got)
        self._count(name, int(hit), int(bool(gold)), int(bool(got)))
        if (gold or got) and not hit:
            kind = "wrong" if gold and got else "missed" if gold else "spurious"
            self._note(kind, name, {"gold": gold, "got": got})

    def _list(
        self, name: str, gold: list[Any], got: list[Any], alike: Similarity, threshold: float
    ) -> list[tuple[int, int]]:
        pairs = best_pairs(gold, got, alike, threshold)
        self._count(name, len(pairs), len(gold), len(got))
        used_gold, used_got = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, item in enumerate(gold):
            if i not in used_gold:
                self._note("missed", name, item)
        for j, item in enumerate(got):
            if j not in used_got:
                self._note("spurious", name, _label(item))
        return pairs

    def _count(self, name: str, hit: int, gold: int, got: int) -> None:
        self.tallies.setdefault(name, Tally()).add(Tally(hit, gold, got))

    def _note(self, kind: str, name: str, value: Any) -> None:
        self.misses.append(Miss(self.doc, kind, name, value))


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


def load_floor(path: Path, section: str | None = None) -> dict[str, float]:
    """The floors of a TOML file (of one of its tables) by ``field.measure``.

    Raises:
        UsageError: the file cannot be read, has no such table or holds something that is no figure.
    """
    try:
        data: Any = tomllib.loads(path.read_text("utf-8"))
        table = data[section] if section else data
        return {f"{name}.{measure}": float(value) for name, own in table.items() for measure, value in own.items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as trouble:
        raise UsageError("usage.floor", path=str(path), reason=f"{type(trouble).__name__}: {trouble}") from trouble


def shortfalls(evaluation: Evaluation, floor: dict[str, float]) -> tuple[Shortfall, ...]:
    """The figures that lie below their floor.

    Raises:
        UsageError: the floor names a figure that does not exist.
    """
    found = []
    for name, least in floor.items():
        label, _, measure = name.rpartition(".")
        if label not in evaluation.figures or measure not in MEASURES:
            raise UsageError("usage.floor", path=name, reason="no such figure")
        value = getattr(evaluation.figures[label], measure)
        if value < least:
            found.append(Shortfall(name, least, value))
    return tuple(found)


def floor_toml(evaluation: Evaluation, section: str | None = None, margin: float = 0.0) -> str:
    """The figures less a margin as a floor file: rounded down to three digits, fields without annotations left out."""
    lines = [f"[{section}]"] if section else []
    for name, figure in evaluation.figures.items():
        measures = ("recall",) if name.startswith(_IN_PLACE) else ("f1", "per_doc_f1")
        if figure.gold:
            lines += [f"{name}.{m} = {_floor(getattr(figure, m) - margin)}" for m in measures]
    return "\n".join(lines) + "\n"


def _floor(value: float) -> float:
    return math.floor(max(value, 0.0) * 1000 + 1e-6) / 1000


def figures_table(evaluation: Evaluation, lang: Lang = "id") -> str:
    """The figures as a table for people."""
    heads = ("field", "precision", "recall", "f1", "per_doc", "gold", "got")
    rows = [_row(name, figure) for name, figure in evaluation.figures.items()]
    head = say("evaluate.counts", lang, meetings=str(evaluation.meetings), absent=str(len(evaluation.without_result)))
    return head + "\n\n" + columns(rows, [say(f"evaluate.{name}", lang) for name in heads], right=range(1, 7))


def _row(name: str, figure: Figure) -> list[str]:
    if name.startswith(_IN_PLACE):
        return [name, "", f"{figure.recall:.3f}", "", "", str(figure.gold), ""]
    shown = [f"{getattr(figure, measure):.3f}" for measure in MEASURES]
    return [name, *shown, str(figure.gold), str(figure.got)]
