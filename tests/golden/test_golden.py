"""The samples' results, kept as files: a change of any of them is seen in the diff and wanted, or a bug.

``pytest tests/golden --regenerate-golden`` writes them anew. ``made_by`` is left out: it changes with every word list.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from notula.models.result import Processed
from notula.pipeline.errors import DocumentError

EXPECTED = Path(__file__).resolve().parent.parent.parent / "samples" / "expected"
POINTS = 0.6  # how far a box may be off, in PDF points: versions of PDFium round differently
Outcome = Processed | DocumentError


def golden(name: str, outcome: Outcome) -> dict[str, Any]:
    """What the golden files of a sample hold, by file name: its results, or the code it is refused with."""
    if isinstance(outcome, DocumentError):
        return {f"{name}.json": {"refused": outcome.code}}
    several = len(outcome.results) > 1
    return {
        f"{name}.{part:02d}.json" if several else f"{name}.json": result.model_dump(mode="json", exclude={"made_by"})
        for part, result in enumerate(outcome.results, start=1)
    }


def differences(expected: Any, found: Any, where: str = "") -> Iterator[str]:
    """Where two JSON values differ; coordinates may do so a little."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for name in sorted(expected.keys() | found.keys()):
            yield from differences(expected.get(name), found.get(name), f"{where}.{name}")
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for i, (one, other) in enumerate(zip(expected, found, strict=True)):
            yield from differences(one, other, f"{where}[{i}]")
    elif expected != found and not _close(expected, found, where):
        yield f"{where}: expected {expected!r}, found {found!r}"


def _close(expected: Any, found: Any, where: str) -> bool:
    return ".boxes[" in where and isinstance(expected, float) and abs(expected - found) <= POINTS


def test_sample_is_read_as_before(
    sample: Path, read: Callable[[Path], Outcome], request: pytest.FixtureRequest
) -> None:
    files = golden(sample.name, read(sample))
    if request.config.getoption("--regenerate-golden"):
        EXPECTED.mkdir(exist_ok=True)
        for name, data in files.items():
            (EXPECTED / name).write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")
    for name, data in files.items():
        assert (EXPECTED / name).is_file(), "run pytest tests/golden --regenerate-golden and look at what it wrote"
        found = list(differences(json.loads((EXPECTED / name).read_text("utf-8")), data))
        assert not found, "\n".join([name, *found[:20]])


def test_no_golden_file_is_left_over(
    samples: list[Path], read: Callable[[Path], Outcome], request: pytest.FixtureRequest
) -> None:
    known = {name for path in samples for name in golden(path.name, read(path))}
    left_over = [path for path in sorted(EXPECTED.iterdir()) if path.name not in known]
    if request.config.getoption("--regenerate-golden"):
        for path in left_over:
            path.unlink()
        left_over = []
    assert known and not left_over


@pytest.mark.parametrize(
    ("expected", "found", "told"),
    [
        pytest.param({"a": [1, 2]}, {"a": [1, 2]}, [], id="same"),
        pytest.param({"a": 1}, {"b": 1}, [".a: expected 1, found None", ".b: expected None, found 1"], id="fields"),
        pytest.param({"a": [1]}, {"a": [1, 2]}, [".a: expected [1], found [1, 2]"], id="length"),
        pytest.param({"boxes": [{"x0": 1.0}]}, {"boxes": [{"x0": 1.5}]}, [], id="box a little off"),
        pytest.param({"boxes": [{"x0": 1.0}]}, {"boxes": [{"x0": 3.0}]},
                     [".boxes[0].x0: expected 1.0, found 3.0"], id="box far off"),
        pytest.param({"confidence": 0.5}, {"confidence": 0.6}, [".confidence: expected 0.5, found 0.6"], id="number"),
    ],
)  # fmt: skip
def test_differences(expected: Any, found: Any, told: list[str]) -> None:
    assert list(differences(expected, found)) == told
