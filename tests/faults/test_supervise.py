"""Documents that hang, crash and gorge: each costs itself, and nothing else."""

import multiprocessing
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import Any

import fault_readers
import psutil
import pytest
from processes import lives, workers

from notula.pipeline.batch.crew import Context
from notula.pipeline.batch.job import Job
from notula.pipeline.batch.outcome import Outcome
from notula.pipeline.batch.stop import Stop
from notula.pipeline.batch.supervise import Incident, supervise
from notula.pipeline.errors import WorkerError
from notula.pipeline.settings import Settings

Plant = Callable[..., None]
LIMITS = Settings(lang="en", stall_seconds=2.0, total_seconds=4.0, memory_bytes=400_000_000)


def jobs(folder: Path) -> list[Job]:
    return [Job(path, PurePath(path.name)) for path in sorted(folder.iterdir())]


def outcomes(folder: Path, settings: Settings = LIMITS, **more: Any) -> dict[str, Outcome]:
    found = list(supervise(jobs(folder), settings, work=fault_readers.work, **more))
    assert len({outcome.job.name for outcome in found}) == len(found)
    return {outcome.job.name: outcome for outcome in found}


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [
        pytest.param("hang", "timeout", "no progress for 2 seconds", id="hang"),
        pytest.param("spin", "timeout", "no progress for 2 seconds", id="hang that holds the interpreter"),
        pytest.param("babble", "timeout", "more than 4 seconds", id="signs of life for ever"),
        pytest.param("leak", "too_large", "more than 400 MB of memory", id="leak"),
        pytest.param("gorge", "too_large", "more than 400 MB of memory", id="too much memory at once"),
        pytest.param("abort_full", "too_large", "more than 400 MB of memory", id="abort for want of memory"),
        pytest.param("send SIGABRT", "crashed", "(SIGABRT)", id="abort"),
        pytest.param("send SIGKILL", "crashed", "(SIGKILL)", id="kill -9"),
        pytest.param("segfault", "crashed", "(SIGSEGV)", id="segmentation fault"),
        pytest.param("leave", "crashed", "(exit code 3)", id="exit"),
    ],
)
@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_bad_document_is_tried_twice_and_the_others_are_read(
    plant: Plant, folder: Path, fault: str, code: str, said: str
) -> None:
    plant("a.txt", "z.txt", bad=fault)
    told: list[Incident] = []
    found = outcomes(folder, on_incident=told.append)
    assert (found["bad.txt"].status, found["bad.txt"].code, found["bad.txt"].tries) == ("failed", code, 2)
    assert said in str(found["bad.txt"].message)
    assert [found[name].status for name in ("a.txt", "z.txt")] == ["ok", "ok"]
    assert [(each.job.name, each.tries) for each in told] == [("bad.txt", 1), ("bad.txt", 2)]


def test_a_document_that_only_failed_once_is_read(plant: Plant, folder: Path, tmp_path: Path) -> None:
    plant("a.txt", bad=f"once {tmp_path / 'mark'}")
    found = outcomes(folder)
    assert (found["bad.txt"].code, found["bad.txt"].tries) == ("empty", 2)


def test_many_bad_documents_and_two_workers(plant: Plant, folder: Path) -> None:
    bad = {f"bad{number}": fault for number, fault in enumerate(("leave", "hang", "segfault", "leave", "gorge"))}
    plant(*(f"{number}.txt" for number in range(12)), **bad)
    found = outcomes(folder, workers=2)
    assert [found[f"{number}.txt"].status for number in range(12)] == ["ok"] * 12
    codes = [found[f"bad{number}.txt"].code for number in range(5)]
    assert codes == ["crashed", "timeout", "crashed", "crashed", "too_large"]


def test_a_second_try_gets_a_worker_that_did_nothing_else(folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text("leave", "utf-8")
    (folder / "b.txt").write_text("stay", "utf-8")
    list(supervise(jobs(folder) * 3, LIMITS, work=fault_readers.tell_process))
    seen = [line.split() for line in (folder / "seen").read_text("utf-8").splitlines()]
    tries = [int(served) for name, _, served in seen if name == "a.txt"]
    assert len(tries) == 6 and tries[1::2] == [1, 1, 1]


def test_workers_are_recycled(folder: Path) -> None:
    (folder / "b.txt").write_text("stay", "utf-8")
    found = list(supervise(jobs(folder) * 7, Settings(recycle_after=3), work=fault_readers.tell_process))
    seen = [line.split()[1] for line in (folder / "seen").read_text("utf-8").splitlines()]
    assert len(found) == 7 and [seen.count(pid) for pid in dict.fromkeys(seen)] == [3, 3, 1]


def test_workers_know_the_words_that_were_loaded_beforehand(plant: Plant, folder: Path) -> None:
    """Equal ones would do, but are compared word by word wherever something is kept for them."""
    plant("a.txt")
    (found,) = supervise(jobs(folder), LIMITS, work=fault_readers.tell_words)
    assert found.message == "True"


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux alone")
def test_every_worker_has_the_same_room(plant: Plant, folder: Path) -> None:
    """What is too large for one worker must not be read by the next."""
    plant("a.txt")
    settings = LIMITS.model_copy(update={"recycle_after": 1})
    found = supervise(jobs(folder) * 20, settings, workers=2, work=fault_readers.tell_room)
    rooms = [int(each.message or 0) for each in found]
    assert len(rooms) == 20 and max(rooms) - min(rooms) < 40 and min(rooms) > 200


def test_jobs_are_taken_only_when_a_worker_is_free(plant: Plant, folder: Path) -> None:
    plant(*(f"{number}.txt" for number in range(6)))
    taken = [0]

    def counted() -> Iterator[Job]:
        for job in jobs(folder):
            taken[0] += 1
            yield job

    for done, _ in enumerate(supervise(counted(), LIMITS, workers=2, work=fault_readers.pretend), 1):
        assert taken[0] <= done + 2


def test_a_wish_to_stop_ends_it_soon(plant: Plant, folder: Path) -> None:
    plant("a.txt", "z.txt", b="hang")
    stop = Stop()
    patient = Settings(stall_seconds=60)
    begin = time.monotonic()
    found = []
    for outcome in supervise(jobs(folder), patient, work=fault_readers.pretend, stop=stop):
        found.append(outcome.job.name)
        threading.Timer(0.3, stop.request).start()
    assert found == ["a.txt"]
    assert time.monotonic() - begin < 30  # a limit of 60 seconds was not waited for
    assert not workers()


def test_leaving_the_outcomes_ends_the_workers(plant: Plant, folder: Path) -> None:
    plant("a.txt", b="hang")
    running = supervise(jobs(folder), Settings(), work=fault_readers.pretend, workers=2)
    next(running)
    assert workers()
    running.close()
    assert not workers()


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_worker_killed_from_outside_costs_one_retry(plant: Plant, folder: Path) -> None:
    plant(*(f"{number}.txt" for number in range(8)))
    killed = False
    found = []
    for outcome in supervise(jobs(folder), LIMITS, work=fault_readers.pretend):
        found.append((outcome.job.name, outcome.status))
        if not killed:
            killed = True
            workers()[0].kill()
    assert sorted(found) == [(f"{number}.txt", "ok") for number in range(8)]


@pytest.mark.skipif(os.name != "posix", reason="there is no fork server")
def test_a_fork_server_killed_from_outside_is_started_again(plant: Plant, folder: Path) -> None:
    plant(*(f"{number}.txt" for number in range(4)), bad="hang")
    found = []
    before: list[int] = []
    for outcome in supervise(jobs(folder), LIMITS, work=fault_readers.pretend):
        if not before:
            (worker,) = workers()
            before = [worker.pid, worker.ppid()]
            psutil.Process(worker.ppid()).kill()
        found.append((outcome.job.name, outcome.code))
    assert sorted(found) == [*((f"{number}.txt", None) for number in range(4)), ("bad.txt", "timeout")]
    assert not any(lives(pid) for pid in before)


def test_a_worker_whose_start_went_wrong_is_started_again(
    plant: Plant, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant("a.txt")
    start, failed = Context._started, []

    def begin(self: Context, *rest: Any) -> Any:
        if len(failed) < 2:
            failed.append(EOFError())
            raise failed[-1]
        return start(self, *rest)

    monkeypatch.setattr(Context, "_started", begin)
    assert outcomes(folder)["a.txt"].code is None and len(failed) == 2


@pytest.mark.parametrize(("system", "way"), [("darwin", "spawn"), ("win32", "spawn"), ("linux", "forkserver")])
def test_how_processes_are_made(monkeypatch: pytest.MonkeyPatch, system: str, way: str) -> None:
    monkeypatch.setattr("notula.pipeline.batch.crew.sys.platform", system)
    methods = ["spawn"] if system == "win32" else ["fork", "spawn", "forkserver"]
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: methods)
    assert Context(preload=()).method == way


def test_programs_that_a_worker_started_end_with_it(plant: Plant, folder: Path, tmp_path: Path) -> None:
    mark = tmp_path / "child"
    plant(bad=f"mother {mark}")
    assert outcomes(folder)["bad.txt"].code == "timeout"
    assert not lives(int(mark.read_text("utf-8")))


def test_workers_that_never_come_to_life_end_the_run(plant: Plant, folder: Path) -> None:
    plant("a.txt")
    with pytest.raises(WorkerError):
        list(supervise(jobs(folder), LIMITS, work=fault_readers.Unloadable()))


def test_the_way_of_windows_and_macos(plant: Plant, folder: Path) -> None:
    plant("a.txt", "z.txt", bad="leave", slow="hang")
    found = list(supervise(jobs(folder), LIMITS, work=fault_readers.pretend, context=Context("spawn")))
    assert sorted((each.job.name, each.code) for each in found) == [
        ("a.txt", None), ("bad.txt", "crashed"), ("slow.txt", "timeout"), ("z.txt", None)
    ]  # fmt: skip


def test_the_real_readers_work_in_workers_made_from_nothing(plant: Plant, folder: Path) -> None:
    plant("a.txt")
    (found,) = supervise(jobs(folder), Settings(), context=Context("spawn"))
    assert (found.status, found.meetings[0].follow_ups) == ("ok", 1)


def test_a_daemon_may_supervise(plant: Plant, folder: Path) -> None:
    """A Dask worker below its nanny is a daemonic process."""
    plant("a.txt")
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    arguments = (jobs(folder), LIMITS, theirs)
    process = multiprocessing.get_context("spawn").Process(
        target=fault_readers.supervise_in, args=arguments, daemon=True
    )
    process.start()
    assert ours.poll(60) and ours.recv() == [("a.txt", "ok")]
    process.join(10)


def test_no_word_of_a_document_is_printed(
    plant: Plant, folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NOTULA_DEBUG", raising=False)
    plant(a="chatter")
    assert outcomes(folder)["a.txt"].code == "empty"
    assert capfd.readouterr() == ("", "")


def test_the_caller_loads_no_reader(plant: Plant, folder: Path, tmp_path: Path) -> None:
    """What parses documents has no business in the process that must not die."""
    plant("a.txt", b="not minutes at all")
    (folder / "unknown.bin").write_bytes(b"PK\x03\x04")
    code = (
        "import sys; from notula.pipeline.cli import main\n"
        f"if __name__ == '__main__':\n    main(['run', {str(folder)!r}, '-o', {str(tmp_path / 'out')!r}, '--quiet'])\n"
        "    print([name for name in ('pypdfium2', 'pdfplumber', 'lxml', 'docx', 'spacy') if name in sys.modules])"
    )
    script = tmp_path / "caller.py"
    script.write_text(code, "utf-8")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
    assert (tmp_path / "out/a.txt.json").exists()
