"""Results against annotations: figures by field over all documents."""

import json
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from notula.pipeline.errors import NoInputError, UsageError
from notula.pipeline.evaluate.scorer import Json, Key, Mark, Miss, Scorer, Tally, key_of


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
class Evaluation:
    """The outcome: figures by field, in the order of the result; the marks of all values that were given."""

    meetings: int
    without_result: tuple[str, ...]
    figures: dict[str, Figure]
    misses: tuple[Miss, ...]
    marks: tuple[Mark, ...] = ()

    def as_json(self) -> str:
        """The figures and the misses as JSON."""
        told = asdict(self)
        del told["marks"]
        return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def evaluate(gold_folder: Path, out_folder: Path, only: str = "") -> Evaluation:
    """Compare the results below ``out_folder`` with the annotations in ``gold_folder``.

    Args:
        gold_folder: one annotation per meeting, ``*.json``.
        out_folder: what ``notula run`` wrote, sub-folders included.
        only: leave out documents whose file name does not contain this.

    Raises:
        NoInputError: there is no annotation, or no such folder of results.
    """
    if not out_folder.is_dir():
        raise NoInputError("noinput.missing", path=str(out_folder))
    gold = [note for note in annotations(gold_folder) if only in note["doc"]]
    if not gold:
        raise NoInputError("noinput.gold", path=str(gold_folder))
    results = _results(out_folder)
    annotated = {key_of(note) for note in gold}
    names = {name for name, _ in annotated}
    extra: list[Json] = [{"doc": name, "part": part, "meeting": {}} for name, part in sorted(results)
                         if name in names and (name, part) not in annotated]  # fmt: skip
    found = compare((note, results.get(key_of(note)) or {}) for note in gold + extra)
    absent = tuple(f"{name}#{part}" for name, part in sorted(annotated - results.keys()))
    return replace(found, meetings=len(gold), without_result=absent)


def compare(pairs: Iterable[tuple[Json, Json]]) -> Evaluation:
    """Annotations with the result of each (an empty one where there is none), meetings of a file after each other."""
    files: dict[str, Scorer] = {}
    misses: list[Miss] = []
    marks: list[Mark] = []
    meetings = 0
    for note, result in pairs:
        meetings += 1
        files.setdefault(note["doc"], Scorer(misses, marks)).score(note, result)
    figures = _figures([scorer.tallies for scorer in files.values()])
    return Evaluation(meetings, (), figures, tuple(misses), tuple(marks))


def annotations(folder: Path) -> Iterator[Json]:
    """The annotations of a folder, by their file names.

    Raises:
        UsageError: one cannot be read.
    """
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
