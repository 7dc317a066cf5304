"""Taskwarrior itself reads the export."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from notula.models.handover import Batch, MeetingRow, Row, RowOwner
from notula.pipeline.export.interface import ExportOptions
from notula.pipeline.export.table import EXPORTERS
from notula.pipeline.export.taskwarrior import PENDING
from notula.pipeline.export.words import owner_names

Task = Callable[..., str]


@pytest.fixture
def task(tool: Callable[[str], str], tmp_path: Path) -> Task:
    """Runs ``task`` on data of the test's own, in Jakarta's time."""
    program = tool("task")
    (tmp_path / "taskrc").write_text(f"data.location={tmp_path / 'tasks'}\nconfirmation=off\nverbose=nothing\n")
    environment = os.environ | {"TASKRC": str(tmp_path / "taskrc"), "TZ": "Asia/Jakarta", "HOME": str(tmp_path)}

    def run(*arguments: str) -> str:
        done = subprocess.run([program, *arguments], env=environment, capture_output=True, encoding="utf-8", check=True)
        return done.stdout

    return run


def import_into(task: Task, batch: Batch, folder: Path) -> list[dict[str, Any]]:
    """Export, import, and what Taskwarrior holds then."""
    file = folder / "tugas.json"
    EXPORTERS["taskwarrior"].write(batch, str(file), ExportOptions())
    task("import", str(file))
    found: list[dict[str, Any]] = json.loads(task("export"))
    return found


def test_a_second_import_doubles_nothing(task: Task, hostile: Batch, tmp_path: Path) -> None:
    first = import_into(task, hostile, tmp_path)
    second = import_into(task, hostile, tmp_path)
    assert len(first) == len(second) == len(hostile.follow_ups)
    assert {found["uuid"]: comparable(found) for found in first} == {
        found["uuid"]: comparable(found) for found in second
    }
    owners = {row.id: "; ".join(name.replace(";", ",") for name in owner_names(row)) for row in hostile.follow_ups}
    assert {found["uuid"]: found.get("notula_owner", "") for found in second} == owners


def comparable(task: dict[str, Any]) -> dict[str, Any]:
    """A task without what Taskwarrior reckons anew each time."""
    return {name: value for name, value in task.items() if name not in ("id", "modified", "urgency")}


@pytest.mark.parametrize("zone", ["WIB", "WITA", "WIT", None])
def test_a_deadline_is_the_same_day_in_jakarta(
    zone: str | None, task: Task, batch: Callable[..., Batch], row: Callable[..., Row],
    meeting: Callable[..., MeetingRow], tmp_path: Path,
) -> None:  # fmt: skip
    import_into(task, batch(row(due_date="2026-05-05"), meetings=(meeting(zone=zone),)), tmp_path)
    assert task("rc.dateformat=Y-M-D", "_get", "1.due").strip().startswith("2026-05-05")
    assert task("rc.verbose=nothing", "due:2026-05-05", "count").strip() == "1"


def test_changes_reach_the_task_that_is_there(
    task: Task, batch: Callable[..., Batch], row: Callable[..., Row], tmp_path: Path
) -> None:
    import_into(task, batch(row(1), row(2), row(3)), tmp_path)
    changed = (
        row(1, status="done", done_on="2026-03-02", revision=2),
        row(2, status="withdrawn", revision=2),
        row(3, due_date="2026-06-30", owners=(RowOwner(name="Dinas Kesehatan"),), review="pending", revision=2),
    )
    found = {each["uuid"]: each for each in import_into(task, batch(*changed), tmp_path)}
    one, two, three = (found[each.id] for each in changed)
    assert one["status"] == "completed" and one["end"] == "20260302T050000Z"
    assert two["status"] == "deleted"
    assert three["status"] == "pending" and three["due"] == "20260630T165959Z"
    assert three["notula_owner"] == "Dinas Kesehatan" and PENDING in three["tags"]
