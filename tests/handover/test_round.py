"""The whole round with a real tool: Taskwarrior imports, the review goes on, the tool's statuses come back."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from notula.models.review import FollowUpStatus
from notula.pipeline.store import open_store, reviewed_follow_ups

Kit = Any
Task = Callable[..., str]


@pytest.fixture
def task(tool: Callable[[str], str], tmp_path: Path) -> Task:
    """Taskwarrior with data of its own."""
    program = tool("task")
    (tmp_path / "taskrc").write_text(f"data.location={tmp_path / 'tasks'}\nconfirmation=off\n", "utf-8")
    environment = os.environ | {"TASKRC": str(tmp_path / "taskrc"), "TZ": "Asia/Jakarta", "HOME": str(tmp_path)}

    def run(*arguments: str) -> str:
        call = [program, "rc.verbose=nothing", *arguments]
        return subprocess.run(call, env=environment, capture_output=True, text=True, check=True).stdout

    return run


def known(task: Task) -> dict[str, dict[str, Any]]:
    listed = json.loads(task("export"))
    assert len(listed) == len({entry["uuid"] for entry in listed})
    return {entry["uuid"]: entry for entry in listed}


def test_taskwarrior_has_each_follow_up_once_and_tells_when_it_is_done(
    task: Task, notula: Any, review: Any, folder: Path, kit: Kit, tmp_path: Path
) -> None:
    out = str(tmp_path / "tasks.json")

    def hand_over() -> None:
        assert notula("export", "taskwarrior", "-o", out) == 0
        task("import", out)

    review(1, 2, 3)
    hand_over()
    hand_over()  # nothing new
    assert {entry["status"] for entry in known(task).values()} == {"pending"} and len(known(task)) == 3
    review(1, action="menyusun rencana")
    review(2, reject=True)
    hand_over()
    found = known(task)
    assert found[kit.id(1)]["description"] == "menyusun rencana" and found[kit.id(2)]["status"] == "deleted"

    task(kit.id(3), "done")
    export = tmp_path / "from-task.json"
    export.write_text(task("export"), "utf-8")
    assert notula("import-status", str(export)) == 0
    with open_store(folder) as store:
        statuses = {item.id: item.status for item in reviewed_follow_ups(store)}
    assert statuses == {kit.id(1): FollowUpStatus.OPEN, kit.id(3): FollowUpStatus.DONE}
    hand_over()  # what came back is no change for the tool
    assert known(task)[kit.id(3)]["status"] == "completed" and len(known(task)) == 3
