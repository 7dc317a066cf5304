import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from notula.models.result import Processed, ResultStatus
from notula.pipeline.batch.manifest import read_manifest
from notula.pipeline.batch.places import extended
from notula.pipeline.batch.report import summary
from notula.pipeline.batch.run import RunOptions, default_workers, run_batch
from notula.pipeline.errors import DocumentError, OutputError
from notula.pipeline.settings import Settings

Process = Callable[..., Processed]


class Pipeline:
    """Stands in for ``run.process``: by file name the number of meetings, or what is raised."""

    def __init__(self, build: Process) -> None:
        self.build = build
        self.plan: dict[str, Any] = {}

    def __call__(self, path: Path, settings: Settings, lexicon: Any, *, name: str) -> Processed:
        planned = self.plan.get(path.name, 1)
        if isinstance(planned, BaseException):
            raise planned
        return planned if isinstance(planned, Processed) else self.build(name, planned)


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch, make_processed: Process, inline: None) -> Pipeline:
    fake = Pipeline(make_processed)
    monkeypatch.setattr("notula.pipeline.run.process", fake)
    return fake


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "2020").mkdir(parents=True)
    for name in ("a.txt", "2020/b.pdf", "c.docx"):
        (folder / name).write_bytes(b"abc")
    return folder


def files(folder: Path) -> list[str]:
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in names if not name.startswith(".notula/"))


def test_results_lie_as_the_sources_do(pipeline: Pipeline, inputs: Path, tmp_path: Path) -> None:
    pipeline.plan = {"c.docx": 2}
    batch = run_batch([inputs], tmp_path / "out")
    assert batch.exit_code == 0
    assert files(tmp_path / "out") == [
        "2020/b.pdf.json", "2020/b.pdf.txt", "a.txt.json", "a.txt.txt",
        "c.docx.01.json", "c.docx.01.txt", "c.docx.02.json", "c.docx.02.txt", "manifest.jsonl",
    ]  # fmt: skip


def test_a_result_is_utf8_indented_and_ends_with_one_line_feed(
    pipeline: Pipeline, inputs: Path, tmp_path: Path
) -> None:
    run_batch([inputs], tmp_path / "out")
    raw = (tmp_path / "out/a.txt.json").read_bytes()
    data = json.loads(raw)
    assert raw.startswith(b'{\n  "schema_version": "1.0",\n  "id": ')
    assert raw.endswith(b"\n}\n") and b"\r" not in raw and "–".encode() in raw
    evidence = data["follow_ups"][0]["evidence"]
    text = (tmp_path / "out/a.txt.txt").read_bytes().decode("utf-8")
    assert text[evidence["char_start"] : evidence["char_end"]] == evidence["quote"]


def test_the_manifest_has_a_line_per_source_in_order(pipeline: Pipeline, inputs: Path, tmp_path: Path) -> None:
    pipeline.plan = {"a.txt": DocumentError("empty"), "c.docx": 2}
    run_batch([inputs], tmp_path / "out", Settings(lang="en"))
    lines = [json.loads(line) for line in (tmp_path / "out/manifest.jsonl").read_text("utf-8").splitlines()]
    assert [(line["path"], line["status"], line["code"]) for line in lines] == [
        ("2020/b.pdf", "ok", None), ("a.txt", "failed", "empty"), ("c.docx", "ok", None),
    ]  # fmt: skip
    assert lines[1]["message"] == "The document holds no text."
    assert lines[1]["sha256"] == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert lines[2]["results"] == ["c.docx.01.json", "c.docx.02.json"]
    assert (lines[2]["meetings"], lines[2]["follow_ups"], lines[2]["to_review"]) == (2, 2, 2)
    assert lines[0]["seconds"] == {"read": 0.012}


def test_a_crash_is_one_documents_failure(pipeline: Pipeline, inputs: Path, tmp_path: Path) -> None:
    pipeline.plan = {"b.pdf": ZeroDivisionError("secret words of the document")}
    batch = run_batch([inputs], tmp_path / "out")
    crashed, *others = read_manifest(tmp_path / "out")
    assert (crashed.status, crashed.code, batch.exit_code) == ("failed", "crashed", 1)
    assert "ZeroDivisionError" in str(crashed.message) and "secret" not in str(crashed.message)
    assert [entry.status for entry in others] == ["ok", "ok"]


def test_debugging_shows_the_traceback(
    pipeline: Pipeline,
    inputs: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("NOTULA_DEBUG", "1")
    pipeline.plan = {"b.pdf": ZeroDivisionError("why")}
    run_batch([inputs], tmp_path / "out")
    assert "ZeroDivisionError: why" in capsys.readouterr().err


def test_a_result_without_meetings_is_a_failure(pipeline: Pipeline, inputs: Path, tmp_path: Path) -> None:
    pipeline.plan = {"a.txt": Processed(())}
    run_batch([inputs / "a.txt"], tmp_path / "out")
    (entry,) = read_manifest(tmp_path / "out")
    assert (entry.status, entry.code) == ("failed", "empty")


def test_a_partial_result_is_partial_in_the_manifest(
    pipeline: Pipeline, inputs: Path, tmp_path: Path, make_processed: Process
) -> None:
    whole = make_processed("a.txt")
    extraction = whole.extractions[0]
    partial = extraction.result.model_copy(update={"status": ResultStatus.PARTIAL})
    pipeline.plan = {"a.txt": Processed((type(extraction)(partial, extraction.text),))}
    batch = run_batch([inputs / "a.txt"], tmp_path / "out")
    assert (read_manifest(tmp_path / "out")[0].status, batch.exit_code) == ("partial", 0)


def test_an_earlier_result_outlives_a_failure(pipeline: Pipeline, inputs: Path, tmp_path: Path) -> None:
    run_batch([inputs], tmp_path / "out")
    before = (tmp_path / "out/a.txt.json").read_bytes()
    pipeline.plan = {"a.txt": DocumentError("damaged")}
    run_batch([inputs], tmp_path / "out", options=RunOptions(force=True))
    assert (tmp_path / "out/a.txt.json").read_bytes() == before


@pytest.mark.parametrize(
    ("first", "then", "left"),
    [
        pytest.param(3, 1, [".json", ".txt"], id="several to one"),
        pytest.param(1, 2, [".01.json", ".01.txt", ".02.json", ".02.txt"], id="one to several"),
        pytest.param(4, 2, [".01.json", ".01.txt", ".02.json", ".02.txt"], id="fewer"),
    ],
)
def test_stale_results_of_the_same_source_go(
    pipeline: Pipeline, inputs: Path, tmp_path: Path, first: int, then: int, left: list[str]
) -> None:
    out = tmp_path / "out"
    for meetings in (first, then):
        pipeline.plan = {"a.txt": meetings}
        run_batch([inputs / "a.txt"], out, options=RunOptions(force=True))
    assert files(out) == [*("a.txt" + suffix for suffix in left), "manifest.jsonl"]


def test_files_that_are_no_results_of_the_source_stay(pipeline: Pipeline, inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.txt.01.json").write_text('{"source": {"path": "another.txt"}}', "utf-8")
    (out / "a.txt.02.json").write_text("no json", "utf-8")
    run_batch([inputs / "a.txt"], out)
    assert {"a.txt.01.json", "a.txt.02.json"} <= set(files(out))


def test_two_runs_write_the_same_bytes(pipeline: Pipeline, inputs: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run_batch([inputs], tmp_path / name)
    for name in files(tmp_path / "one"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_an_over_long_name_is_cut(pipeline: Pipeline, inputs: Path, tmp_path: Path) -> None:
    long = inputs / ("n" * 245 + ".txt")
    long.write_bytes(b"abc")
    run_batch([long], tmp_path / "out")
    (result,) = read_manifest(tmp_path / "out")[0].results
    assert len(result) < 255 and (tmp_path / "out" / result).is_file()


def test_an_output_that_cannot_be_written_ends_the_run(
    pipeline: Pipeline, inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def full(self: Path, target: Path) -> Path:
        if str(target).endswith("a.txt.json"):
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="No space left"):
        run_batch([inputs], tmp_path / "out")
    assert "a.txt" not in [entry.path for entry in read_manifest(tmp_path / "out")]
    assert not [name for name in files(tmp_path / "out") if name.endswith(".tmp")]


def test_an_output_folder_that_is_a_file(pipeline: Pipeline, inputs: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way", "utf-8")
    with pytest.raises(OutputError):
        run_batch([inputs], tmp_path / "out")


def test_an_interrupted_run_keeps_what_was_done(pipeline: Pipeline, inputs: Path, tmp_path: Path) -> None:
    pipeline.plan = {"a.txt": KeyboardInterrupt()}
    batch = run_batch([inputs], tmp_path / "out")
    assert (batch.exit_code, [entry.path for entry in read_manifest(tmp_path / "out")]) == (130, ["2020/b.pdf"])
    assert "Interrupted" in summary(batch, tmp_path / "out", "en")


@pytest.mark.parametrize(
    ("processors", "memory", "documents", "expected"),
    [
        pytest.param(8, 32, 1_000_000, 8, id="as many as processors"),
        pytest.param(8, 4, 1_000_000, 4, id="as many as fit into the memory"),
        pytest.param(8, 32, 10, 2, id="as many as are worth starting"),
        pytest.param(1, 0.5, 1, 1, id="at least one"),
    ],
)
def test_how_many_are_read_at_once(
    monkeypatch: pytest.MonkeyPatch, processors: int, memory: float, documents: int, expected: int
) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda pid: set(range(processors)), raising=False)
    monkeypatch.setattr("psutil.virtual_memory", lambda: SimpleNamespace(total=memory * 1e9))
    assert default_workers(documents, Settings(memory_bytes=1_000_000_000)) == expected


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("C:\\arsip\\hasil", "\\\\?\\C:\\arsip\\hasil"),
        ("\\\\kantor\\arsip", "\\\\?\\UNC\\kantor\\arsip"),
        ("\\\\?\\C:\\arsip", "\\\\?\\C:\\arsip"),
    ],
)
def test_paths_of_windows_that_may_be_long(path: str, found: str) -> None:
    assert extended(path) == found
