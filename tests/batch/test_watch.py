"""Folders that are watched, through whole runs."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from notula.models.result import Extraction, Processed
from notula.pipeline.batch.events import DocumentDone, Event
from notula.pipeline.batch.ledger import Ledger
from notula.pipeline.batch.manifest import read_manifest
from notula.pipeline.batch.run import Batch, RunOptions, run_batch
from notula.pipeline.batch.stop import Stop
from notula.pipeline.batch.watch import WatchOptions, watch
from notula.pipeline.errors import BusyError, DocumentError, NoInputError, OutputError
from notula.pipeline.settings import Settings

QUICK = WatchOptions(every=0.01, settle=0.02)


class Office:
    """A watched folder whose files are read by a stand-in; ``acts`` are done one at a time, each when all is quiet."""

    def __init__(self, root: Path, build: Callable[..., Processed]) -> None:
        self.folder, self.out = root / "masuk", root / "out"
        self.folder.mkdir()
        self.folders = [self.folder]
        self.read: list[str] = []
        self.events: list[Event] = []
        self.told: list[str] = []
        self._build = build

    def process(self, path: Path, settings: Settings, lexicon: Any, *, name: str) -> Processed:
        self.read.append(name)
        if path.read_text("utf-8") == "rusak":
            raise DocumentError("damaged")
        (extraction,) = self._build(name).extractions
        source = extraction.result.source.model_copy(update={"sha256": sha256(path.read_bytes()).hexdigest()})
        return Processed((Extraction(extraction.result.model_copy(update={"source": source}), extraction.text),))

    def put(self, name: str, text: str = "notula") -> None:
        (self.folder / name).write_text(text, "utf-8")

    def watch(self, *acts: Callable[[], None], **how: Any) -> int:
        """Watch; the exit code. The watch is ended after the last of the acts."""
        left = list(acts)
        office = self

        class Scripted(Stop):
            def __init__(self) -> None:
                super().__init__()
                self.quiet = 0

            def wait(self, seconds: float) -> bool:
                before = len(office.events)
                time.sleep(0.03)
                self.quiet = self.quiet + 1 if len(office.events) == before else 0
                if self.quiet > 3 and left:
                    self.quiet = 0
                    left.pop(0)()
                elif self.quiet > 3 and acts:
                    self.request()
                return self.requested

        options = RunOptions(stop=Scripted(), on_event=self.events.append, workers=1)
        settings = WatchOptions(
            every=QUICK.every, settle=QUICK.settle, until_idle=not acts,
            on_folder=lambda folder, there: self.told.append(f"{folder.name} {there}"),
            on_busy=lambda trouble: self.told.append("busy"), **how,
        )  # fmt: skip
        return watch(self.folders, self.out, Settings(), options, settings)

    def manifest(self) -> dict[str, str]:
        return {entry.path: entry.status for entry in read_manifest(self.out)}


@pytest.fixture
def office(
    tmp_path: Path, make_processed: Callable[..., Processed], inline: None, monkeypatch: pytest.MonkeyPatch
) -> Office:
    made = Office(tmp_path, make_processed)
    monkeypatch.setattr("notula.pipeline.run.process", made.process)
    return made


def test_what_comes_in_is_read_once_and_all_of_it_is_in_the_manifest(office: Office) -> None:
    office.put("a.txt")
    code = office.watch(lambda: office.put("b.txt", "lain"), lambda: office.put("c.txt", "lagi"))
    assert (code, office.read) == (130, ["a.txt", "b.txt", "c.txt"])
    assert office.manifest() == {"a.txt": "ok", "b.txt": "ok", "c.txt": "ok"}
    assert (office.out / "c.txt.json").exists()


def test_a_changed_file_is_read_again_and_nothing_else(office: Office) -> None:
    office.put("a.txt")
    office.put("b.txt", "lain")
    office.watch(lambda: office.put("a.txt", "diubah"))
    assert office.read == ["a.txt", "b.txt", "a.txt"]


def test_a_failure_is_tried_again_only_when_the_file_changes(office: Office) -> None:
    office.put("a.txt", "rusak")
    seen: list[dict[str, str]] = []

    def other() -> None:
        seen.append(office.manifest())
        office.put("b.txt")

    office.watch(other, lambda: office.put("a.txt", "utuh"))
    assert seen == [{"a.txt": "failed"}]
    assert office.read == ["a.txt", "b.txt", "a.txt"]
    assert office.manifest() == {"a.txt": "ok", "b.txt": "ok"}


@pytest.mark.parametrize(("text", "code"), [("notula", 0), ("rusak", 1)], ids=["all well", "one failed"])
def test_a_bounded_watch_ends_when_all_is_read(office: Office, text: str, code: int) -> None:
    office.put("a.txt", text)
    assert office.watch() == code
    assert office.read == ["a.txt"]


def test_nothing_is_written_where_nothing_comes(office: Office) -> None:
    assert office.watch() == 0
    assert not office.out.exists() and not office.events


def test_a_second_watch_reads_nothing_again(office: Office) -> None:
    office.put("a.txt")
    office.watch()
    office.watch()
    assert office.read == ["a.txt"]
    assert [event.unchanged for event in office.events if isinstance(event, DocumentDone)] == [False, True]


def test_a_folder_that_goes_is_waited_for(office: Office, tmp_path: Path) -> None:
    office.put("a.txt")

    def back() -> None:
        (tmp_path / "away").rename(office.folder)
        office.put("b.txt", "lain")

    office.watch(lambda: office.folder.rename(tmp_path / "away") and None, back)
    assert office.told == ["masuk False", "masuk True"]
    assert office.read == ["a.txt", "b.txt"] and office.manifest() == {"a.txt": "ok", "b.txt": "ok"}


def test_a_name_that_comes_twice_loses_no_file(office: Office, tmp_path: Path) -> None:
    other = tmp_path / "lain"
    other.mkdir()
    office.folders.append(other)
    office.put("a.txt")
    office.watch(lambda: (other / "a.txt").write_text("lain", "utf-8") and None)
    assert office.manifest() == {"masuk/a.txt": "ok", "lain/a.txt": "ok"}


def test_a_file_that_goes_before_it_is_read_does_no_harm(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.put("a.txt")
    whole = run_batch

    def late(*given: Any) -> Batch:
        (office.folder / "a.txt").unlink(missing_ok=True)
        return whole(*given)

    monkeypatch.setattr("notula.pipeline.batch.watch.run_batch", late)
    assert office.watch() == 0 and office.read == []


def test_output_trouble_ends_the_watch(office: Office) -> None:
    office.put("a.txt")
    office.out.write_text("no folder", "utf-8")
    with pytest.raises(OutputError):
        office.watch()


def test_another_run_on_the_output_folder_is_told_once_and_waited_for(office: Office) -> None:
    office.put("a.txt")
    held: list[Ledger] = []

    def hold() -> None:
        held.append(Ledger(office.out, "another run"))
        office.put("b.txt", "lain")

    office.watch(hold, lambda: held[0].close())
    assert office.told == ["busy"] and office.read == ["a.txt", "b.txt"]


def test_another_run_at_the_beginning_is_an_error(office: Office) -> None:
    office.put("a.txt")
    ledger = Ledger(office.out, "another run")
    with pytest.raises(BusyError):
        office.watch()
    ledger.close()


@pytest.mark.parametrize(
    ("name", "key"), [("tiada", "noinput.missing"), ("berkas.txt", "noinput.no_folder")], ids=["missing", "a file"]
)
def test_what_is_no_folder_is_refused(office: Office, tmp_path: Path, name: str, key: str) -> None:
    (tmp_path / "berkas.txt").touch()
    began: list[bool] = []
    with pytest.raises(NoInputError) as refusal:
        how = WatchOptions(on_began=lambda: began.append(True))
        watch([tmp_path / name], office.out, Settings(), RunOptions(), how)
    assert refusal.value.key == key and not began


def test_the_report_is_kept_up(office: Office, tmp_path: Path) -> None:
    office.put("a.txt")
    page = office.out / "laporan.html"
    watch([office.folder], office.out, Settings(), RunOptions(page=page, workers=1),
          WatchOptions(every=0.01, settle=0.02, until_idle=True))  # fmt: skip
    assert "a.txt" in page.read_text("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "end"])
def test_the_command_reads_what_comes_and_ends_when_told(tmp_path: Path, number: signal.Signals) -> None:
    folder, out = tmp_path / "masuk", tmp_path / "out"
    folder.mkdir()
    call = [sys.executable, "-m", "notula.pipeline.cli", "watch", str(folder), "-o", str(out),
            "--settle", "0.1", "--every", "0.05", "--lang", "en"]  # fmt: skip
    with subprocess.Popen(call, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline().startswith("Watching")
        (folder / "rapat.txt").write_text("Notula Rapat\nHadir: Ratna Kusuma\n1. Laporan disusun.\n", "utf-8")
        line = process.stdout.readline()
        process.send_signal(number)
        rest, errors = process.communicate(timeout=60)
    assert "rapat.txt: ok, 1 meetings" in line and (rest, errors) == ("", "")
    assert process.returncode == 130
    assert [json.loads(each)["path"] for each in (out / "manifest.jsonl").read_text("utf-8").splitlines()] == [
        "rapat.txt"
    ]
