"""Growth of a whole run over many short files, and of a second one that skips them all.

``notula run`` with one worker as a user starts it: plan, ledger, results, manifest and report on the disk, workers
replaced as usual. Its log tells when a document is done; how long it took and what memory the parent holds is looked
at then.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import psutil
from corpus import SHORT, make_corpus

GROWTH_TITLE = "## A whole run"


@dataclass(frozen=True, slots=True)
class _Mark:
    """A moment of a run: wall and CPU seconds of all its processes so far, memory of the parent in MB."""

    wall: float
    cpu: float
    memory: float


def run_growth(corpus: Path, files: int) -> str:
    """The section about a run over so many files."""
    paths = make_corpus(corpus, files, SHORT)
    with tempfile.TemporaryDirectory(dir=corpus.parent) as folder:
        listed = Path(folder) / "files.txt"
        listed.write_text("\n".join(map(str, paths)), "utf-8")
        read, again = (_run(listed, Path(folder) / "out", files, unchanged=unchanged) for unchanged in (False, True))
    first, last = _tenths(read, files)
    lines = [
        f"{GROWTH_TITLE}: {files} documents of one or two pages", "",
        f"`notula run` with one worker, made by `python bench/speed/run.py --run-growth {files} --write`; notula "
        f"{version('notula')}, load (1 min) {os.getloadavg()[0]:.1f}.", "",
        "| | first tenth | last tenth | ratio |", "|---|---|---|---|",
        f"| wall ms/document | {first.wall:.1f} | {last.wall:.1f} | {last.wall / first.wall:.2f} |",
        f"| CPU ms/document, all processes | {first.cpu:.1f} | {last.cpu:.1f} | {last.cpu / first.cpu:.2f} |", "",
        f"- memory of the parent: {_memory(read)}",
        f"- a second run, all skipped: {again[3].wall / files * 1e3:.2f} ms/document wall; memory {_memory(again)}",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _tenths(marks: list[_Mark], files: int) -> tuple[_Mark, _Mark]:
    """Milliseconds a document in the first and in the last tenth; starting up is not counted."""
    start, first, before, last, _ = marks
    count = files // 10

    def between(begin: _Mark, end: _Mark, documents: int) -> _Mark:
        each = 1e3 / documents
        return _Mark((end.wall - begin.wall) * each, (end.cpu - begin.cpu) * each, end.memory)

    return between(start, first, count - 1), between(before, last, count)


def _memory(marks: list[_Mark]) -> str:
    highest = max(mark.memory for mark in marks[2:])
    return f"{marks[1].memory:.0f} MB after the first tenth, {highest:.0f} MB at the end"


def _run(listed: Path, out: Path, files: int, *, unchanged: bool) -> list[_Mark]:
    """What a run has come to after its first document, the first tenth, all but the last tenth, all, and its report."""
    command = [sys.executable, "-m", "notula.pipeline.cli", "run", f"@{listed}", "-o", str(out), "--workers", "1"]
    begin, marks = time.perf_counter(), []
    moments = (1, files // 10, files - files // 10, files)
    with subprocess.Popen(
        [*command, "--log-format", "json"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        for event in map(json.loads, process.stderr or ()):
            if event["event"] == "document":
                as_wanted = event["status"] != "failed" and not event["same_as"] and event["unchanged"] is unchanged
                assert as_wanted, event
            if event["event"] == "run_ended" or event.get("done") in moments:
                marks.append(_mark(psutil.Process(process.pid), time.perf_counter() - begin))
    assert process.returncode == 0
    return marks


def _mark(parent: psutil.Process, wall: float) -> _Mark:
    """This moment; the CPU time of workers that were replaced stands with who started them."""
    times = [each.cpu_times() for each in (parent, *parent.children(recursive=True))]
    cpu = sum(each.user + each.system + each.children_user + each.children_system for each in times)
    return _Mark(wall, cpu, parent.memory_info().rss / 1e6)
