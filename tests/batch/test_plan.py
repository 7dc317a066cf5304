import os
from pathlib import Path
from typing import Any

import pytest

from notula.pipeline.batch.plan import Plan, make_plan
from notula.pipeline.batch.work import run_job
from notula.pipeline.errors import NoInputError, UsageError
from notula.pipeline.settings import Settings


def plant(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")


def plan_of(*inputs: Path, out: Path) -> Plan:
    return make_plan(inputs, out, lambda path: path.suffix in (".txt", ".pdf", ".docx"))


def names(plan: Plan) -> list[str]:
    return [job.name for job in plan.jobs]


def test_folders_are_walked_and_names_are_relative_to_them(tmp_path: Path) -> None:
    plant(tmp_path / "in", "b.pdf", "2020/a.txt", "2020/10/c.docx")
    assert names(plan_of(tmp_path / "in", out=tmp_path / "out")) == ["2020/10/c.docx", "2020/a.txt", "b.pdf"]


@pytest.mark.parametrize(
    "litter",
    ["~$rapat.docx", ".DS_Store", "Thumbs.db", ".git/a.txt", "._rapat.docx", ".~lock.rapat.docx#", "desktop.ini"],
)
def test_litter_is_left_out_silently(tmp_path: Path, litter: str) -> None:
    plant(tmp_path / "in", "a.txt", litter)
    plan = make_plan([tmp_path / "in"], tmp_path / "out", lambda path: True)
    assert (names(plan), plan.skipped) == (["a.txt"], ())


def test_unknown_files_in_folders_are_told_but_named_ones_are_tried(tmp_path: Path) -> None:
    plant(tmp_path / "in", "a.txt", "sub/logo.png")
    assert plan_of(tmp_path / "in", out=tmp_path / "out").skipped == ("sub/logo.png",)
    both = plan_of(tmp_path / "in", tmp_path / "in/sub/logo.png", out=tmp_path / "out")
    assert (names(both), both.skipped) == (["a.txt", "sub/logo.png"], ())


def test_a_file_named_twice_is_one_job(tmp_path: Path) -> None:
    plant(tmp_path, "in/a.txt")
    assert names(plan_of(tmp_path / "in", tmp_path / "in/a.txt", out=tmp_path / "out")) == ["a.txt"]


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    plant(tmp_path, "x/rapat.pdf", "y/rapat.pdf", "y/lain.pdf")
    inputs = [tmp_path / "x/rapat.pdf", tmp_path / "y/rapat.pdf", tmp_path / "y/lain.pdf"]
    assert names(plan_of(*inputs, out=tmp_path / "out")) == ["x/rapat.pdf", "y/lain.pdf", "y/rapat.pdf"]


def test_output_folders_are_no_input(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt", "out/b.pdf.txt", "earlier/c.txt", "earlier/manifest.jsonl", "other/d.txt")
    assert names(plan_of(tmp_path, out=tmp_path / "out")) == ["a.txt", "other/d.txt"]


def test_patterns_that_the_shell_left_are_expanded(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt", "b.txt", "c.pdf")
    assert names(plan_of(tmp_path / "*.txt", out=tmp_path / "out")) == ["a.txt", "b.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    plant(tmp_path, "in/a.txt")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in/dangling.txt").symlink_to(tmp_path / "nowhere")
    assert names(plan_of(tmp_path / "in", out=tmp_path / "out")) == ["a.txt"]


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_name_that_is_not_utf8_can_be_written_down(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"notula-\xff.txt")).write_text("x", "utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert names(plan_of(tmp_path, out=tmp_path / "out")) == ["notula-\ufffd.txt"]


@pytest.mark.parametrize("inputs", [["nowhere"], ["nowhere/*.pdf"], ["empty"], ["only-unknown"]])
def test_nothing_to_read(tmp_path: Path, inputs: list[str]) -> None:
    (tmp_path / "empty").mkdir()
    plant(tmp_path, "only-unknown/x.bin")
    with pytest.raises(NoInputError):
        plan_of(*(tmp_path / name for name in inputs), out=tmp_path / "out")


def test_results_never_fall_among_the_inputs(tmp_path: Path) -> None:
    plant(tmp_path, "a.pdf", "a.pdf.txt")
    with pytest.raises(UsageError):
        plan_of(tmp_path, out=tmp_path)
    with pytest.raises(UsageError):
        plan_of(tmp_path / "a.pdf", tmp_path / "a.pdf.txt", out=tmp_path)
    assert names(plan_of(tmp_path / "a.pdf", out=tmp_path)) == ["a.pdf"]


def test_a_folder_that_cannot_be_listed_is_a_job_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(tmp_path, "in/a.txt", "in/tutup/b.txt")
    real = os.scandir

    def refuse(path: str) -> Any:
        if str(path).endswith("tutup"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    plan = plan_of(tmp_path / "in", out=tmp_path / "out")
    assert [(job.name, job.trouble) for job in plan.jobs] == [("a.txt", None), ("tutup", "errno.EACCES")]
    assert run_job(plan.jobs[1], Settings()).message == "Berkas tidak dapat dibaca: tidak ada izin"


def test_probing_a_closed_folder_does_not_end_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(tmp_path, "in/a.txt", "in/tutup/b.txt")
    real = Path.is_file

    def refuse(self: Path) -> bool:
        if self.parent.name == "tutup":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self)

    monkeypatch.setattr(Path, "is_file", refuse)
    assert names(plan_of(tmp_path / "in", out=tmp_path / "out")) == ["a.txt", "tutup/b.txt"]
