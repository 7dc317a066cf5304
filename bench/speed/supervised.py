"""What the supervisor costs: ``python supervised.py < paths``; prints figures as JSON.

Overhead a document with work that does nothing, wall seconds with one and with two workers, memory of all processes.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import psutil

from notula.pipeline.batch.job import Job
from notula.pipeline.batch.outcome import Outcome
from notula.pipeline.batch.supervise import supervise
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.settings import Settings

_IDLE = 5_000  # jobs that do nothing


def nothing(job: Job, settings: Settings, lexicon: Lexicon) -> Outcome:
    """An outcome without any work."""
    return Outcome(job, "ok")


def main(paths: list[Path]) -> dict[str, Any]:
    """All figures."""
    jobs = [Job(path, Path(path.name)) for path in paths]
    idle = [Job(Path(f"{number}"), Path(f"{number}")) for number in range(_IDLE)]
    list(supervise(idle[:200], Settings(), work=nothing))
    begin, own = time.perf_counter(), time.process_time()
    assert sum(1 for _ in supervise(idle, Settings(), work=nothing)) == _IDLE
    figures: dict[str, Any] = {
        "overhead_ms": (time.perf_counter() - begin) / _IDLE * 1e3,
        "overhead_cpu_ms": (time.process_time() - own) / _IDLE * 1e3,
    }
    for workers in (1, 2):
        figures |= _run(jobs, workers)
    return figures


def _run(jobs: list[Job], workers: int) -> dict[str, float]:
    parent, worker, begin = 0.0, 0.0, None
    for done, outcome in enumerate(supervise(jobs, Settings(), workers=workers)):
        assert outcome.status != "failed", outcome
        if begin is None:
            begin = time.perf_counter()  # the workers are up
        if done % 20 == 0:
            own = psutil.Process()
            parent = max(parent, own.memory_info().rss / 1e6)
            worker = max([worker, *(child.memory_info().rss / 1e6 for child in own.children(recursive=True))])
    wall = time.perf_counter() - (begin or 0.0)
    return {f"wall_{workers}": wall, f"parent_mb_{workers}": parent, f"worker_mb_{workers}": worker}


if __name__ == "__main__":
    print(json.dumps(main([Path(line) for line in sys.stdin.read().splitlines()])))
