"""What a second run on the same output folder does."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from notula.models.result import Extraction, Processed
from notula.pipeline.batch.events import DocumentDone
from notula.pipeline.batch.ledger import Ledger
from notula.pipeline.batch.manifest import read_manifest
from notula.pipeline.batch.run import Batch, RunOptions, run_batch
from notula.pipeline.errors import BusyError, DocumentError, OutputError, UsageError
from notula.pipeline.settings import Settings


class Pipeline:
    """Stands in for ``run.process``: notes what it reads; fails on files whose text is the code of a failure."""

    def __init__(self, build: Callable[..., Processed]) -> None:
        self._build = build
        self.read: list[str] = []

    def __call__(self, path: Path, settings: Settings, lexicon: Any, *, name: str) -> Processed:
        self.read.append(name)
        if (code := path.read_text("utf-8")) in ("encrypted", "needs_ocr", "empty"):
            raise DocumentError(code)
        (extraction,) = self._build(name).extractions
        source = extraction.result.source.model_copy(update={"sha256": sha256(path.read_bytes()).hexdigest()})
        return Processed((Extraction(extraction.result.model_copy(update={"source": source}), extraction.text),))

    def news(self) -> list[str]:
        """What was read since this was last asked."""
        read, self.read = sorted(self.read), []
        return read


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch, make_processed: Callable[..., Processed], inline: None) -> Pipeline:
    fake = Pipeline(make_processed)
    monkeypatch.setattr("notula.pipeline.run.process", fake)
    return fake


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"text of {name}", "utf-8")
    return folder


@pytest.fixture
def run(pipeline: Pipeline, inputs: Path, tmp_path: Path) -> Callable[..., list[str]]:
    """Runs and gives the names that were read."""

    def again(settings: Settings | None = None, **options: Any) -> list[str]:
        pipeline.news()
        run_batch([inputs], tmp_path / "out", settings, RunOptions(**options))
        return pipeline.news()

    return again


Run = Callable[..., list[str]]
ALL = ["a.txt", "b.txt", "c.txt"]


def test_what_is_unchanged_is_not_read_again(run: Run, tmp_path: Path) -> None:
    assert run() == ALL
    before = (tmp_path / "out/manifest.jsonl").read_bytes()
    assert run() == []
    assert (tmp_path / "out/manifest.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda inputs, out: (inputs / "b.txt").write_text("other", "utf-8"), id="other bytes"),
        pytest.param(lambda inputs, out: (out / "b.txt.json").unlink(), id="no result"),
        pytest.param(lambda inputs, out: (out / "b.txt.txt").unlink(), id="no text"),
    ],
)
def test_what_has_changed_is_read_again(
    run: Run, inputs: Path, tmp_path: Path, change: Callable[[Path, Path], None]
) -> None:
    run()
    change(inputs, tmp_path / "out")
    assert run() == ["b.txt"]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param(Settings(lang="en"), ALL, id="another language"),
        pytest.param(Settings(max_pages=7), ALL, id="another bound"),
        pytest.param(Settings(stall_seconds=7, memory_bytes=300_000_000), [], id="limits of a run do not matter"),
    ],
)
def test_settings_that_matter_have_everything_read_again(run: Run, settings: Settings, expected: list[str]) -> None:
    run()
    assert run(settings) == expected


def test_other_words_have_everything_read_again(run: Run, tmp_path: Path) -> None:
    overlay = tmp_path / "words.toml"
    overlay.write_text("", "utf-8")
    assert run(Settings(lexicon=overlay)) == ALL
    assert run(Settings(lexicon=overlay)) == []
    overlay.write_text("# another fingerprint\n", "utf-8")
    assert run(Settings(lexicon=overlay)) == ALL


def test_another_version_has_everything_read_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    monkeypatch.setattr("notula.pipeline.batch.recipe.version", lambda name: "99")
    assert run() == ALL


def test_everything_is_read_by_force(run: Run) -> None:
    run()
    assert run(force=True) == ALL


def test_failures_are_tried_again_only_on_request(run: Run, inputs: Path, tmp_path: Path) -> None:
    (inputs / "b.txt").write_text("encrypted", "utf-8")
    run()
    assert run() == []
    assert [entry.code for entry in read_manifest(tmp_path / "out")] == [None, "encrypted", None]
    assert run(retry_failed=True) == ["b.txt"]


@pytest.mark.parametrize(("code", "expected"), [("needs_ocr", ["b.txt"]), ("empty", [])])
def test_what_a_program_would_help_is_tried_again_when_it_is_installed(
    run: Run, inputs: Path, monkeypatch: pytest.MonkeyPatch, code: str, expected: list[str]
) -> None:
    monkeypatch.setattr("notula.pipeline.batch.recipe.find_program", lambda *names: None)
    (inputs / "b.txt").write_text(code, "utf-8")
    run()
    assert run() == []
    monkeypatch.setattr("notula.pipeline.batch.recipe.find_program", lambda *names: Path("/usr/bin", names[0]))
    assert run() == expected


def test_a_password_is_tried_on_what_is_protected(run: Run, inputs: Path) -> None:
    (inputs / "b.txt").write_text("encrypted", "utf-8")
    run()
    assert run(Settings(passwords=("buka",))) == ["b.txt"]
    assert run() == []


def test_failures_count_for_the_exit_code_of_the_next_run_too(
    pipeline: Pipeline, inputs: Path, tmp_path: Path
) -> None:
    (inputs / "b.txt").write_text("encrypted", "utf-8")
    assert [run_batch([inputs], tmp_path / "out").exit_code for _ in range(2)] == [1, 1]


def test_a_file_that_could_not_be_opened_is_tried_again(
    run: Run, inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notula.pipeline.batch.intake.digest", lambda path, limit: None)
    run()
    assert run() == ALL


def test_a_file_that_is_gone_is_not_in_the_manifest(run: Run, inputs: Path, tmp_path: Path) -> None:
    run()
    (inputs / "b.txt").unlink()
    run()
    assert [entry.path for entry in read_manifest(tmp_path / "out")] == ["a.txt", "c.txt"]


# --- the same bytes --------------------------------------------------------------------------------------------------


def test_the_same_bytes_are_read_once_and_each_file_has_its_results(run: Run, inputs: Path, tmp_path: Path) -> None:
    (inputs / "sub").mkdir()
    (inputs / "sub/d.txt").write_text("text of a", "utf-8")
    assert run() == ALL
    out = tmp_path / "out"
    copied, read = (json.loads((out / name).read_bytes()) for name in ("sub/d.txt.json", "a.txt.json"))
    assert copied["source"] == read["source"] | {"path": "sub/d.txt", "filename": "d.txt"}
    assert copied | {"source": 0} == read | {"source": 0}
    assert (out / "sub/d.txt.txt").read_bytes() == (out / "a.txt.txt").read_bytes()
    entries = {entry.path: entry for entry in read_manifest(out)}
    assert [entries[name].same_as for name in ("a.txt", "sub/d.txt")] == [None, "a.txt"]
    assert entries["sub/d.txt"].follow_ups == entries["a.txt"].follow_ups == 1
    assert run() == []


def test_a_copied_result_is_the_one_that_reading_gives(run: Run, inputs: Path, tmp_path: Path) -> None:
    (inputs / "d.txt").write_text("text of a", "utf-8")
    run()
    copied = (tmp_path / "out/d.txt.json").read_bytes()
    (inputs / "a.txt").unlink()
    assert "d.txt" in run(force=True)
    assert (tmp_path / "out/d.txt.json").read_bytes() == copied


def test_another_suffix_is_another_kind_of_file(run: Run, inputs: Path) -> None:
    (inputs / "d.md").write_text("text of a", "utf-8")
    assert run() == [*ALL, "d.md"]


def test_the_same_bytes_fail_alike(run: Run, inputs: Path, tmp_path: Path) -> None:
    for name in ("b.txt", "d.txt"):
        (inputs / name).write_text("encrypted", "utf-8")
    assert run() == ALL
    entry = read_manifest(tmp_path / "out")[3]
    assert (entry.path, entry.status, entry.code, entry.same_as) == ("d.txt", "failed", "encrypted", "b.txt")


def test_bytes_whose_results_are_gone_are_read_after_all(
    run: Run, inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (inputs / "d.txt").write_text("text of a", "utf-8")
    monkeypatch.setattr("notula.pipeline.batch.run.copy_of", lambda job, entry, out: None)
    assert run() == [*ALL, "d.txt"]


# --- the ledger ------------------------------------------------------------------------------------------------------


def test_a_second_run_is_refused(run: Run, tmp_path: Path) -> None:
    run()
    held = Ledger(tmp_path / "out", "recipe")
    with pytest.raises(BusyError):
        run()
    held.close()
    assert run() == []


def test_a_ledger_of_a_newer_version_is_left_alone(run: Run, tmp_path: Path) -> None:
    import sqlite3

    run()
    db = sqlite3.connect(tmp_path / "out/.notula/ledger.sqlite")
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(UsageError):
        run()


def test_trouble_with_the_ledger_is_output_trouble(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/.notula").write_text("in the way", "utf-8")
    with pytest.raises(OutputError):
        run()


def test_nothing_is_begun_once_a_stop_is_wished_for(pipeline: Pipeline, inputs: Path, tmp_path: Path) -> None:
    options = RunOptions(on_event=lambda event: options.stop.request())
    batch: Batch = run_batch([inputs], tmp_path / "out", options=options)
    assert (pipeline.news(), batch.exit_code, read_manifest(tmp_path / "out")) == ([], 130, ())


def test_trouble_in_telling_leaves_no_suspects(run: Run, inputs: Path, tmp_path: Path) -> None:
    def refuse(event: object) -> None:
        if isinstance(event, DocumentDone):
            raise BrokenPipeError

    for _ in range(3):
        with pytest.raises(BrokenPipeError):
            run(on_event=refuse)
    run()
    assert [entry.status for entry in read_manifest(tmp_path / "out")] == ["ok"] * 3


# --- where the files came from ---------------------------------------------------------------------------------------


def folders(out: Path) -> list[str]:
    found: list[str] = json.loads((out / ".notula/inputs.json").read_bytes())["folders"]
    return found


def test_the_folders_of_the_inputs_are_remembered(
    pipeline: Pipeline, inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    (other / "deep").mkdir(parents=True)
    (other / "deep/x.txt").write_text("x", "utf-8")
    out = tmp_path / "out"
    monkeypatch.chdir(tmp_path)
    run_batch([Path("in")], out)
    run_batch([other, inputs / "a.txt"], out)
    assert folders(out) == [str(other), str(inputs)]
    for entry in read_manifest(out):
        assert any((Path(folder) / entry.path).is_file() for folder in folders(out))


def test_longer_names_begin_below_the_common_folder(pipeline: Pipeline, inputs: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("another", "utf-8")
    run_batch([inputs / "a.txt", tmp_path / "a.txt"], tmp_path / "out")
    assert folders(tmp_path / "out") == [str(tmp_path)]
