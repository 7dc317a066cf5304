import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from notula.pipeline.batch.inputs import _no_file
from notula.pipeline.batch.plan import Plan, make_plan
from notula.pipeline.batch.recognise import recognise_job
from notula.pipeline.batch.stop import Stop
from notula.pipeline.errors import NoInputError, UsageError


def plant(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")


def plan_of(*inputs: Path, out: Path) -> Plan:
    return make_plan(inputs, out, lambda job: job.path.suffix in (".txt", ".pdf", ".docx"))


def left_out(plan: Plan) -> list[str]:
    return list(plan.left_out())


def names(plan: Plan) -> list[str]:
    return [job.name for job in plan.jobs()]


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
    assert (names(plan), left_out(plan)) == (["a.txt"], [])


def test_unknown_files_in_folders_are_told_but_named_ones_are_tried(tmp_path: Path) -> None:
    plant(tmp_path / "in", "a.txt", "sub/logo.png")
    assert left_out(plan_of(tmp_path / "in", out=tmp_path / "out")) == ["sub/logo.png"]
    both = plan_of(tmp_path / "in", tmp_path / "in/sub/logo.png", out=tmp_path / "out")
    assert (names(both), left_out(both)) == (["a.txt", "sub/logo.png"], [])


def test_a_file_named_twice_is_one_job(tmp_path: Path) -> None:
    plant(tmp_path, "in/a.txt")
    assert names(plan_of(tmp_path / "in", tmp_path / "in/a.txt", out=tmp_path / "out")) == ["a.txt"]


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    plant(tmp_path, "x/rapat.pdf", "y/rapat.pdf", "y/lain.pdf")
    inputs = [tmp_path / "x/rapat.pdf", tmp_path / "y/rapat.pdf", tmp_path / "y/lain.pdf"]
    assert names(plan_of(*inputs, out=tmp_path / "out")) == ["x/rapat.pdf", "y/lain.pdf", "y/rapat.pdf"]


def test_output_folders_are_no_input(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt", "out/b.pdf.txt", "earlier/c.txt", "earlier/manifest.jsonl", "other/d.txt")
    plant(tmp_path, "cut-off/e.txt", "cut-off/.notula/ledger.sqlite")
    assert names(plan_of(tmp_path, out=tmp_path / "out")) == ["a.txt", "other/d.txt"]


def test_patterns_that_the_shell_left_are_expanded(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt", "b.txt", "c.pdf")
    assert names(plan_of(tmp_path / "*.txt", out=tmp_path / "out")) == ["a.txt", "b.txt"]


@pytest.mark.skipif(os.name == "nt", reason="no names differ by case alone there")
@pytest.mark.parametrize(
    ("system", "found"), [("linux", ["A.txt", "a.txt"]), ("darwin", ["one/A.txt", "two/a.txt"])]
)
def test_names_that_a_disk_takes_for_the_same_become_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, found: list[str]
) -> None:
    plant(tmp_path, "one/A.txt", "two/a.txt")
    monkeypatch.setattr("notula.pipeline.batch.plan.sys.platform", system)
    assert names(plan_of(tmp_path / "one", tmp_path / "two", out=tmp_path / "out")) == found


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    plant(tmp_path, "in/a.txt")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in", target_is_directory=True)
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
    assert [(job.name, job.trouble) for job in plan.jobs()] == [("a.txt", None), ("tutup", "errno.EACCES")]


def test_a_file_that_may_not_be_looked_at_is_tried() -> None:
    class Closed:
        def is_file(self, *, follow_symlinks: bool = True) -> bool:
            return False

        def stat(self) -> os.stat_result:
            raise PermissionError(13, "Permission denied")

    assert _no_file(Closed()) is None  # type: ignore[arg-type]


def test_folders_of_folders_may_be_left_out(tmp_path: Path) -> None:
    plant(tmp_path, "in/a.txt", "in/2020/b.txt")
    plan = make_plan([tmp_path / "in"], tmp_path / "out", lambda path: True, recursive=False)
    assert names(plan) == ["a.txt"]


def test_a_pattern_may_go_through_any_folders(tmp_path: Path) -> None:
    plant(tmp_path, "in/a.txt", "in/2020/10/b.txt", "in/2020/c.pdf")
    assert names(plan_of(tmp_path / "in/**/*.txt", out=tmp_path / "out")) == ["a.txt", "b.txt"]


def test_a_list_names_files_folders_and_patterns(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt", "in/b.txt", "x1.pdf", "x2.pdf", "tidak.pdf")
    lines = [tmp_path / "a.txt", "", tmp_path / "in", tmp_path / "x*.pdf"]
    (tmp_path / "daftar").write_bytes(b"\xef\xbb\xbf" + "\r\n".join(map(str, lines)).encode())
    plan = plan_of(Path(f"@{tmp_path / 'daftar'}"), out=tmp_path / "out")
    assert names(plan) == ["a.txt", "b.txt", "x1.pdf", "x2.pdf"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_a_list_is_read_in_the_encodings_of_editors_and_shells(tmp_path: Path, encoding: str) -> None:
    plant(tmp_path, "a é.txt", "b.txt", " c.txt")
    text = f'  "{tmp_path / "a é.txt"}" \r\n\r\n{tmp_path / "b.txt"}\t\r\n'
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    (tmp_path / "daftar").write_bytes(mark + text.encode(encoding))
    assert names(plan_of(Path(f"@{tmp_path / 'daftar'}"), out=tmp_path / "out")) == ["a é.txt", "b.txt"]


@pytest.mark.parametrize("data", [b"a\0.txt\n", b"a\0\n\0", b"\xff\xfea"], ids=["nul", "no mark", "cut"])
def test_a_list_that_is_no_text_is_a_wrong_call(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "daftar").write_bytes(data)
    with pytest.raises(UsageError):
        plan_of(Path(f"@{tmp_path / 'daftar'}"), out=tmp_path / "out")


def test_a_file_keeps_its_own_name_beside_a_link_to_it(tmp_path: Path) -> None:
    plant(tmp_path, "in/m.txt")
    (tmp_path / "in/a.txt").symlink_to("m.txt")
    (tmp_path / "in/z.txt").symlink_to("m.txt")
    assert names(plan_of(tmp_path / "in/a.txt", tmp_path / "in", out=tmp_path / "out")) == ["m.txt"]


@pytest.mark.skipif(os.name != "posix", reason="pipes")
def test_what_only_looks_like_a_document_is_a_job_that_fails(tmp_path: Path) -> None:
    plant(tmp_path, "in/a.txt", "far/b.txt")
    for name, target in {"dead.pdf": "gone", "self.pdf": "self.pdf", "dead": "gone", "dir.pdf": "../far"}.items():
        (tmp_path / "in" / name).symlink_to(target)
    for name in ("fifo.pdf", "fifo"):
        os.mkfifo(tmp_path / "in" / name)
    plan = make_plan([tmp_path / "in"], tmp_path / "out", recognise_job)
    assert {job.name: job.trouble for job in plan.jobs()} == {
        "a.txt": None,
        "dead.pdf": "errno.ENOENT",
        "self.pdf": "errno.ELOOP",
        "fifo.pdf": "reason.not_regular",
    }
    assert left_out(plan) == []


def test_a_line_of_a_list_that_stands_for_nothing_is_a_job_that_fails(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt")
    (tmp_path / "daftar").write_text(f"{tmp_path / 'hilang.pdf'}\n{tmp_path / 'a.txt'}\n", "utf-8")
    plan = plan_of(Path(f"@{tmp_path / 'daftar'}"), out=tmp_path / "out")
    assert [(job.name, job.trouble) for job in plan.jobs()] == [("a.txt", None), ("hilang.pdf", "errno.ENOENT")]


def test_lines_that_stand_for_nothing_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    lines = [str(tmp_path / year / "hilang.pdf") for year in ("2020", "2021")]
    (tmp_path / "daftar").write_text("\n".join(lines), "utf-8")
    plan = plan_of(Path(f"@{tmp_path / 'daftar'}"), out=tmp_path / "out")
    assert [(job.name, str(job.path)) for job in plan.jobs()] == [
        ("2020/hilang.pdf", lines[0]),
        ("2021/hilang.pdf", lines[1]),
    ]


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoInputError):
        plan_of(Path(f"@{tmp_path / 'daftar'}"), out=tmp_path / "out")


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_to_a_file_and_the_file_are_one_job(tmp_path: Path) -> None:
    plant(tmp_path, "in/a.txt")
    (tmp_path / "in/b.txt").symlink_to(tmp_path / "in/a.txt")
    assert len(plan_of(tmp_path / "in", out=tmp_path / "out")) == 1


def test_jobs_can_be_put_off(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt", "b.txt")
    plan = plan_of(tmp_path, out=tmp_path / "out")
    for job in plan.jobs():
        plan.put_off(replace(job, sha256="00"))
    assert [(job.name, job.sha256) for job in plan.put_off_jobs()] == [("a.txt", "00"), ("b.txt", "00")]


def test_a_long_search_can_be_stopped(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt")
    stop = Stop()
    stop.request()
    with pytest.raises(KeyboardInterrupt):
        make_plan([tmp_path], tmp_path / "out", lambda path: True, stop=stop)


def test_jobs_have_whole_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(tmp_path, "in/a.txt")
    monkeypatch.chdir(tmp_path)
    assert [job.path for job in plan_of(Path("in"), out=Path("out")).jobs()] == [tmp_path / "in/a.txt"]
