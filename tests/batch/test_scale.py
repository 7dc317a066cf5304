"""What a run keeps in memory does not grow with the number of its files."""

from collections.abc import Iterator
from pathlib import Path, PurePath

import psutil
import pytest

from notula.models.manifest import Entry
from notula.pipeline.batch import plan as planning
from notula.pipeline.batch.inputs import Found
from notula.pipeline.batch.job import Job
from notula.pipeline.batch.ledger import Ledger
from notula.pipeline.batch.manifest import iter_manifest, write_manifest
from notula.pipeline.batch.outcome import Outcome
from notula.pipeline.batch.places import Folder
from notula.pipeline.batch.plan import make_plan
from notula.pipeline.batch.tally import Tally

MANY = 100_000
ROOM = 30_000_000  # bytes; the names alone are more


def memory() -> int:
    return int(psutil.Process().memory_info().rss)


def found(count: int) -> Iterator[Found]:
    for number in range(count):
        relative = f"bidang-{number % 97}/rapat koordinasi nomor {number}, notula yang ditandatangani.pdf"
        yield Found(Job(Path("/arsip", relative), PurePath(relative)), f"/arsip/{relative}")


def test_a_plan_of_many_files_lies_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "find_inputs", lambda *_, **__: found(MANY))
    before = memory()
    plan = make_plan([tmp_path], tmp_path / "out", lambda path: True)
    jobs = plan.jobs()
    first = next(jobs).name
    last, count = first, 1
    for job in jobs:
        assert job.name > last
        last, count = job.name, count + 1
    assert count == len(plan) == MANY
    assert memory() - before < ROOM


def test_the_manifest_of_many_files_passes_through(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, "recipe")
    tally = Tally()
    before = memory()
    for each in found(30_000):
        entry = Entry(path=each.job.name, status="failed", code="empty", message="x" * 300, seconds={"read": 0.001})
        ledger.finish(Outcome(each.job, "failed"), entry.model_dump_json())
        tally.add(entry)
    write_manifest(ledger.lines(), Folder(tmp_path))
    assert sum(1 for _ in iter_manifest(tmp_path)) == tally.files == 30_000
    assert memory() - before < ROOM
    ledger.close()
