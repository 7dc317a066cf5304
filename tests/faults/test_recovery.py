"""Runs that are cut off: the same command goes on where the last one was."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from processes import lives, workers

from notula.pipeline.batch.ledger import Ledger
from notula.pipeline.batch.manifest import read_manifest
from notula.pipeline.batch.run import RunOptions, run_batch
from notula.pipeline.errors import OutputError

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals")
Plant = Callable[..., None]
Start = Callable[..., Any]
TEN = tuple(f"{number}.txt" for number in range(10))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def statuses(out: Path) -> dict[str, tuple[str, str | None]]:
    return {entry.path: (entry.status, entry.code) for entry in read_manifest(out)}


def read_now(running: Any) -> list[str]:
    """The documents that a run has read, rather than found unchanged."""
    return sorted(event["path"] for event in running.events if event["event"] == "document" and not event["unchanged"])


def results(out: Path) -> set[str]:
    return {path.name for path in out.iterdir() if path.suffix == ".json"}


def assert_whole(out: Path) -> None:
    """All ten are there, once each, whole, and nothing that is unfinished."""
    assert results(out) == {f"{name}.json" for name in TEN}
    for path in out.glob("*.json"):
        assert json.loads(path.read_bytes())["source"]["path"] == path.stem
    assert statuses(out) == {name: ("ok", None) for name in TEN}
    assert not list(out.glob(".notula-*"))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_an_interrupted_run_is_gone_on_with(plant: Plant, start: Start, out: Path, number: signal.Signals) -> None:
    plant(*TEN, a="hang")
    first = start("--workers", "1")
    first.until("document", 4)
    first.process.send_signal(number)
    assert first.end() == 130
    done = read_now(first)
    assert first.events[-1]["event"] == "run_ended" and first.events[-1]["interrupted"]
    assert sorted(statuses(out)) == done and 4 <= len(done) < 11
    (out.parent / "in/a.txt").unlink()
    second = start()
    assert second.end() == 0
    assert sorted([*done, *read_now(second)]) == sorted(TEN)
    assert_whole(out)


def test_a_hanging_document_does_not_hold_up_an_interrupt(plant: Plant, start: Start, out: Path) -> None:
    plant("z.txt", a="spin")
    running = start("--workers", "1")
    running.until("run_began")
    while not workers(running.process.pid):
        time.sleep(0.05)
    time.sleep(0.5)
    below = psutil.Process(running.process.pid).children(recursive=True)
    begin = time.monotonic()
    running.process.send_signal(signal.SIGINT)
    assert running.end() == 130
    assert time.monotonic() - begin < 20
    assert wait_for(lambda: not any(lives(each.pid) for each in below))


def test_ctrl_c_while_the_workers_start_is_no_trouble(plant: Plant, folder: Path, out: Path) -> None:
    """As a terminal sends it: to every process of the group."""
    plant(*TEN)
    command = [sys.executable, "-m", "notula.pipeline.cli", "run", str(folder), "-o", str(out)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        assert wait_for(lambda: any("forkserver" in " ".join(cmdline(child)) for child in below(process.pid)))
        time.sleep(0.3)  # it is loading libraries
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)
    finally:
        process.kill()
    assert (process.returncode, err) == (130, "")


def below(pid: int) -> list[psutil.Process]:
    return psutil.Process(pid).children(recursive=True)


def cmdline(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def test_what_an_interrupted_run_has_not_come_to_keeps_its_line(
    plant: Plant, start: Start, out: Path, folder: Path
) -> None:
    plant(*TEN, **{"3a": "hang"})
    (folder / "3a.txt").rename(folder.parent / "hang")
    assert start().end() == 0
    (folder.parent / "hang").rename(folder / "3a.txt")
    anew = start("--force", "--workers", "1")
    anew.until("document", 4)
    anew.process.send_signal(signal.SIGINT)
    assert anew.end() == 130
    assert_whole(out)
    (folder / "3a.txt").unlink()
    assert start().end() == 0
    assert_whole(out)


def test_lines_that_are_only_in_the_manifest_are_kept_too(plant: Plant, start: Start, out: Path) -> None:
    plant(*TEN)
    assert start().end() == 0
    (out / ".notula/ledger.sqlite").unlink()
    plant(**{"3a": "hang"})
    anew = start("--workers", "1")
    anew.until("document", 4)
    anew.process.send_signal(signal.SIGINT)
    assert anew.end() == 130
    assert_whole(out)


def test_a_second_interrupt_ends_it_at_once(plant: Plant, start: Start) -> None:
    plant(a="hang")
    running = start("--workers", "1")
    running.until("run_began")
    time.sleep(1)
    running.process.send_signal(signal.SIGINT)
    time.sleep(0.3)
    running.process.send_signal(signal.SIGINT)
    assert running.end() == 130


def test_a_run_that_was_killed_is_gone_on_with(plant: Plant, start: Start, out: Path) -> None:
    plant(*TEN)
    first = start("--workers", "1")
    first.until("document", 4)
    first.process.kill()
    first.end()
    assert not (out / "manifest.jsonl").exists()
    (out / ".notula-1.tmp").write_bytes(b"half a result")
    second = start()
    assert second.end() == 0
    kept = {event["path"] for event in second.events if event["event"] == "document" and event["unchanged"]}
    assert len(kept) >= 4 and kept | set(read_now(second)) == set(TEN)
    assert_whole(out)


@pytest.mark.parametrize("fault", ["hang", "spin"])
def test_workers_end_with_a_run_that_was_killed(plant: Plant, start: Start, fault: str) -> None:
    plant(a=fault)
    running = start("--workers", "1", "--total-limit", "1", "--stall-limit", "50")
    running.until("run_began")
    assert wait_for(lambda: workers(running.process.pid) != [])
    time.sleep(0.5)
    below = psutil.Process(running.process.pid).children(recursive=True)
    running.process.kill()
    assert wait_for(lambda: not any(lives(each.pid) for each in below))


def wait_for(condition: Callable[[], bool], seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def test_a_document_over_which_runs_die_is_put_aside(plant: Plant, start: Start, out: Path) -> None:
    plant("a.txt", "z.txt", b="hang")
    for others in (1, 2):  # a suspect comes after all others
        running = start("--workers", "1")
        running.until("document", others)
        time.sleep(1.0)  # it goes on to the next
        running.process.kill()
        running.end()
    last = start("--workers", "1")
    assert last.end() == 1
    assert statuses(out) == {"a.txt": ("ok", None), "b.txt": ("failed", "crashed"), "z.txt": ("ok", None)}


def test_runs_killed_before_anything_is_read_put_nothing_aside(plant: Plant, start: Start, out: Path) -> None:
    plant(*TEN)
    for _ in range(3):
        running = start("--workers", "1")
        running.until("run_began")
        running.process.kill()
        running.end()
    assert start().end() == 0
    assert_whole(out)


def test_interrupts_put_nothing_aside(plant: Plant, start: Start, out: Path) -> None:
    plant(a="hang")
    for _ in range(2):  # as often as a suspect is tried
        running = start("--workers", "1")
        running.until("run_began")
        time.sleep(1.0)
        running.process.send_signal(signal.SIGINT)
        assert running.end() == 130
    last = start("--workers", "1", "--stall-limit", "0.5")
    assert last.end() == 1
    assert statuses(out) == {"a.txt": ("failed", "timeout")}


def test_a_second_run_on_the_same_output_is_refused(plant: Plant, start: Start) -> None:
    plant(a="hang")
    first = start("--workers", "1")
    first.until("run_began")
    second = start()
    assert second.end() == 5
    assert second.events[-1]["event"] == "error" and "Another notula" in second.events[-1]["message"]
    first.process.kill()
    first.end()
    third = start("--stall-limit", "0.5")
    assert third.end() == 1


def test_inputs_may_be_relative_to_a_folder_that_is_entered_later(
    plant: Plant, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant("a.txt")
    monkeypatch.chdir(folder.parent)
    assert run_batch([Path(folder.name)], out).exit_code == 0


# --- output trouble --------------------------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MB; tests that need one are skipped where it cannot be made."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root can mount")
    call = [mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    made = subprocess.run(call, capture_output=True, check=False)
    if made.returncode:
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_stops_the_run_and_more_room_lets_it_go_on(
    plant: Plant, start: Start, folder: Path, small_disk: Path
) -> None:
    plant(*TEN)
    filler = small_disk / "filler"
    filler.write_bytes(bytes(600_000))
    place = small_disk / "out"
    for _ in range(2):  # as often as a suspect is tried
        run = start("-o", str(place))
        assert run.end() == 4
        assert run.events[-1]["event"] == "error" and "No space left" in run.events[-1]["message"]
        assert not [event for event in run.events if event["event"] == "document" and event["status"] == "failed"]
    filler.unlink()
    assert start("-o", str(place)).end() == 0
    assert_whole(place)


def test_a_read_only_output_stops_the_run(plant: Plant, start: Start, small_disk: Path) -> None:
    plant("a.txt")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    run = start("-o", str(small_disk / "out"))
    assert run.end() == 4 and "Read-only" in run.events[-1]["message"]


def test_an_output_that_becomes_read_only_stops_the_run(
    plant: Plant, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(*TEN)

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match="Read-only"):
        run_batch([folder], out)
    monkeypatch.undo()
    assert run_batch([folder], out).exit_code == 0
    assert_whole(out)


def test_a_damaged_ledger_is_put_aside(plant: Plant, folder: Path, out: Path) -> None:
    plant(*TEN)
    run_batch([folder], out)
    ledger = out / ".notula/ledger.sqlite"
    ledger.write_bytes(b"not a database, but of some length" * 100)
    batch = run_batch([folder], out, options=RunOptions(workers=1))
    assert (batch.exit_code, batch.tally.unchanged) == (0, 0)
    assert (out / ".notula/damaged-ledger.sqlite").exists()
    assert_whole(out)


def test_the_ledger_of_a_dead_run_is_not_locked(out: Path) -> None:
    ledger = Ledger(out, "recipe")
    ledger.close()
    Ledger(out, "recipe").close()


def test_a_path_that_is_too_long_for_the_output_fails_alone(plant: Plant, folder: Path, out: Path) -> None:
    plant("a.txt")
    deep = folder
    while len(str(deep)) < 3_900:
        deep = deep / ("d" * 100)
    os.makedirs(deep)  # noqa: PTH103  (a path as long as the system takes)
    (deep / "b.txt").write_bytes((folder / "a.txt").read_bytes() + b"lain")
    long_out = out.with_name("o" * 200)
    batch = run_batch([folder], long_out, options=RunOptions(workers=1))
    found = {entry.path[-5:]: entry.code for entry in read_manifest(long_out)}
    assert (batch.exit_code, found) == (1, {"a.txt": None, "b.txt": "unreadable"})
    assert run_batch([folder], long_out).tally.unchanged == 2
