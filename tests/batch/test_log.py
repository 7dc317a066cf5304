import json
from io import StringIO
from pathlib import Path, PurePath

import pytest

from notula.models.manifest import Entry
from notula.pipeline.batch.events import DocumentDone, Event, RunBegan, RunEnded
from notula.pipeline.batch.job import Job
from notula.pipeline.batch.log import JsonLog
from notula.pipeline.batch.supervise import Incident
from notula.pipeline.batch.tally import Tally
from notula.pipeline.errors import OutputError

ENTRY = Entry(path="a.pdf", status="failed", code="damaged", message="kata rahasia", seconds={"read": 0.25}, tries=2)


def tally() -> Tally:
    counted = Tally()
    counted.add(ENTRY)
    return counted


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        pytest.param(
            RunBegan(3, 2, "0.1.0"),
            {"event": "run_began", "files": 3, "workers": 2, "version": "0.1.0"},
            id="begin",
        ),
        pytest.param(
            DocumentDone(ENTRY, 1, 3),
            {"event": "document", "path": "a.pdf", "status": "failed", "code": "damaged", "seconds": 0.25, "tries": 2,
             "unchanged": False, "same_as": None, "done": 1, "files": 3},
            id="document",
        ),
        pytest.param(
            Incident(Job(Path("/x/a.pdf"), PurePath("a.pdf")), "died", 1, "SIGSEGV"),
            {"event": "worker_lost", "path": "a.pdf", "trouble": "died", "how": "SIGSEGV", "tries": 1},
            id="worker lost",
        ),
        pytest.param(
            RunEnded(tally(), False, 1),
            {"event": "run_ended", "files": 1, "ok": 0, "partial": 0, "failed": 1, "failed_by_code": {"damaged": 1},
             "unchanged": 0, "interrupted": False, "exit_code": 1},
            id="end",
        ),
    ],
)  # fmt: skip
def test_events_are_objects_a_line(event: Event, expected: dict[str, object]) -> None:
    stream = StringIO()
    JsonLog(stream)(event)
    written = json.loads(stream.getvalue())
    assert written.pop("time").endswith("+00:00")
    if event.__class__ is RunEnded:
        assert written.pop("seconds") >= 0
    assert written == expected
    assert "rahasia" not in stream.getvalue() and stream.getvalue().count("\n") == 1


def test_why_a_run_ended_early() -> None:
    stream = StringIO()
    JsonLog(stream).trouble(OutputError("output.write", path="out", reason="errno.ENOSPC"))
    written = json.loads(stream.getvalue())
    assert (written["event"], written["exit_code"]) == ("error", 4)
    assert written["message"] == "Cannot write out: No space left on the device"
