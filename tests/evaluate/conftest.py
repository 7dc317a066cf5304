"""A result with an annotation that agrees with it but for an owner."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from notula.models.result import Result

Annotated = Callable[[Path, Result], tuple[Path, Path]]


@pytest.fixture
def result(make_result: Callable[..., Result]) -> Result:
    return make_result()


@pytest.fixture(scope="session")
def annotated() -> Annotated:
    """Writes a result and its annotation; gives their folders, gold first."""

    def write(folder: Path, result: Result) -> tuple[Path, Path]:
        gold, out = folder / "gold", folder / "out"
        gold.mkdir()
        out.mkdir()
        (out / "a.json").write_text(result.model_dump_json(), "utf-8")
        first = result.follow_ups[0]
        note = {
            "doc": result.source.filename,
            "meeting": {"title": result.meeting.title.text if result.meeting.title else None},
            "follow_ups": [{"text": first.text, "owners": ["Orang Lain"], "due_date": first.due and first.due.date}],
        }
        (gold / "a.json").write_text(json.dumps(note), "utf-8")
        return gold, out

    return write
