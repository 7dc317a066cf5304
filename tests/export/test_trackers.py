"""What each tracker does with its file: columns, limits, and texts that it would act on."""

import csv
import json
import os
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from notula.models.handover import Batch, MeetingRow, Row, RowOwner
from notula.pipeline.export import gitlab
from notula.pipeline.export.interface import ExportOptions, Note
from notula.pipeline.export.marks import find_id
from notula.pipeline.export.table import EXPORTERS

Batches, Rows = Callable[..., Batch], Callable[..., Row]
CREATING = [name for name, exporter in EXPORTERS.items() if exporter.mode == "create"]


def lines_of(path: Path | str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def export(name: str, batch: Batch, folder: Path, **options: Any) -> list[dict[str, str]]:
    """The rows of the first file of an export."""
    path = folder / f"x{EXPORTERS[name].suffix}"
    EXPORTERS[name].write(batch, str(path), ExportOptions(**options))
    if path.suffix == ".json":
        found: list[dict[str, str]] = json.loads(path.read_text("utf-8"))
        return found
    return lines_of(path)


def owned(*users: str | None) -> tuple[RowOwner, ...]:
    return tuple(RowOwner(name=f"Pihak {number}", user=user) for number, user in enumerate(users, start=1))


# --- all that can only take new items --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CREATING)
def test_only_new_items_go_in(name: str, batch: Batches, row: Rows, tmp_path: Path) -> None:
    rows = (row(1), row(2, key="7"), row(3, status="withdrawn"))
    report = EXPORTERS[name].write(batch(*rows), str(tmp_path / "x"), ExportOptions())
    text = (tmp_path / "x").read_text("utf-8")
    assert report.written == 1 and row(1).id in text and row(2).id not in text and row(3).id not in text


@pytest.mark.parametrize("name", [name for name, exporter in EXPORTERS.items() if exporter.accounts])
def test_an_owner_whom_nobody_mapped_is_never_guessed(name: str, batch: Batches, row: Rows, tmp_path: Path) -> None:
    rows = (row(1, owners=(RowOwner(name="ratna@contoh.go.id"),)), row(2, owners=()))
    report = EXPORTERS[name].write(batch(*rows), str(tmp_path / "x"), ExportOptions())
    assert Note("owner_left_out", 1) in report.notes
    text = (tmp_path / "x").read_text("utf-8")
    assert text.count("ratna@contoh.go.id") == 1, "named in the description, and nowhere else"


@pytest.mark.parametrize("name", ["jira", "gitlab", "redmine", "github", "todoist"])
def test_an_item_that_nobody_reviewed_says_so(name: str, batch: Batches, row: Rows, tmp_path: Path) -> None:
    titles = {"jira": "Summary", "gitlab": "title", "redmine": "subject", "github": "title", "todoist": "CONTENT"}
    found = [line[titles[name]] for line in export(name, batch(row(review="pending")), tmp_path)]
    assert "[belum ditinjau] menyusun laporan debit air" in found


@pytest.mark.parametrize("name", ["jira", "gitlab", "redmine", "github"])
def test_a_title_has_255_characters_and_the_text_is_whole_below(
    name: str, batch: Batches, row: Rows, tmp_path: Path
) -> None:
    (line,) = export(name, batch(row(action="menyusun " * 100)), tmp_path)
    title, text = (line.get(one) or line.get(other) or line.get(third) for one, other, third in
                   (("title", "Summary", "subject"), ("description", "Description", "body")))  # fmt: skip
    assert title and len(title) <= 255 and title.endswith("…") and text and ("menyusun " * 100).strip() in text


# --- Jira ------------------------------------------------------------------------------------------------------------


def test_jira_gets_files_that_anybody_may_import(batch: Batches, row: Rows, tmp_path: Path) -> None:
    rows = [row(number) for number in range(501)]
    report = EXPORTERS["jira"].write(batch(*rows), str(tmp_path / "x.csv"), ExportOptions(project="NOT"))
    assert [Path(path).name for path in report.paths] == ["x.csv", "x-002.csv", "x-003.csv", "x.mapping.json"]
    assert [len(lines_of(path)) for path in report.paths[:-1]] == [250, 250, 1]
    mapping = json.loads((tmp_path / "x.mapping.json").read_text())
    assert mapping["config.date.format"] == "yyyy-MM-dd" and mapping["config.project"] == {"project.key": "NOT"}
    assert set(mapping["config.field.mappings"]) < set(lines_of(report.paths[0])[0])


def test_jira_has_one_owner_by_address(batch: Batches, row: Rows, tmp_path: Path) -> None:
    owners = owned(None, "bukan alamat", "sari@contoh.go.id", "tono@contoh.go.id")
    (line,) = export("jira", batch(row(owners=owners)), tmp_path)
    assert (
        line["Assignee"] == "sari@contoh.go.id" and line["Due Date"] == "2026-05-05" and line["Notula ID"] == row().id
    )
    assert "Penanggung jawab: Pihak 1; Pihak 2; Pihak 3; Pihak 4" in line["Description"]


# --- GitLab ----------------------------------------------------------------------------------------------------------


def outside_fences(text: str) -> list[str]:
    """The lines of a description that stand in no code block, as CommonMark has it."""
    found, fence = [], ""
    for line in text.split("\n"):
        if fence:
            fence = "" if re.fullmatch(rf" {{0,3}}`{{{len(fence)},}}\s*", line) else fence
        elif opened := re.match(r" {0,3}(`{3,})[^`]*$", line):
            fence = opened[1]
        else:
            found.append(line)
    assert not fence
    return found


def test_gitlab_carries_out_nothing_that_the_minutes_say(hostile: Batch, tmp_path: Path) -> None:
    for line in export("gitlab", hostile, tmp_path):
        own_id = find_id(line["description"])
        assert outside_fences(line["description"]) == ["", f"notula-id: {own_id}"] and "\n" not in line["title"]


def test_gitlab_assigns_the_owners_that_it_knows(batch: Batches, row: Rows, tmp_path: Path) -> None:
    owners = owned("sari.w", "sari.w", None, "root\n/close", "/label", "tono_2")
    path = tmp_path / "x.csv"
    report = EXPORTERS["gitlab"].write(batch(row(owners=owners)), str(path), ExportOptions())
    assert outside_fences(lines_of(path)[0]["description"])[2:] == ["/assign @sari.w", "/assign @tono_2"]
    assert Note("bad_user", 2) in report.notes


def test_gitlab_gets_no_file_that_is_too_large(
    batch: Batches, row: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gitlab, "BYTES", 50_000)
    rows = [row(number, quote="kutipan, " * 500) for number in range(30)]
    report = EXPORTERS["gitlab"].write(batch(*rows), str(tmp_path / "x.csv"), ExportOptions())
    sizes = [Path(path).stat().st_size for path in report.paths]
    assert len(sizes) > 2 and max(sizes) <= 50_000
    assert sum(len(lines_of(path)) for path in report.paths) == report.written == 30


# --- Redmine ---------------------------------------------------------------------------------------------------------


def test_redmine_gets_columns_that_it_maps_by_itself(batch: Batches, row: Rows, tmp_path: Path) -> None:
    owners = owned("Sari Wulandari", "tono")
    (line,) = export("redmine", batch(row(owners=owners, status="done")), tmp_path)
    assert list(line) == ["unique_id", "subject", "description", "assigned_to", "due_date", "done_ratio"]
    assert line["assigned_to"] == "Sari Wulandari" and line["due_date"] == "2026-05-05" and line["done_ratio"] == "100"


# --- Todoist ---------------------------------------------------------------------------------------------------------


def test_todoist_gets_a_section_per_meeting_with_its_tasks_and_notes(
    batch: Batches, row: Rows, meeting: Callable[..., MeetingRow], tmp_path: Path
) -> None:
    rows = (row(1), row(2, meeting_id=meeting(2).id), row(3), row(4, status="done"))
    lines = export("todoist", batch(*rows, meetings=(meeting(1), meeting(2))), tmp_path)
    assert [line["TYPE"] for line in lines] == ["section", "task", "note", "task", "note", "section", "task", "note"]
    assert lines[0]["CONTENT"] == "Rapat Koordinasi 1, 10 Februari 2026"
    assert (lines[1]["DATE"], lines[1]["DATE_LANG"], lines[1]["PRIORITY"]) == ("2026-05-05", "en", "4")
    assert list(lines[0]) == ["TYPE", "CONTENT", "DESCRIPTION", "PRIORITY", "INDENT", "AUTHOR", "RESPONSIBLE", "DATE",
                              "DATE_LANG", "TIMEZONE"]  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "name"),
    [("WIB", "Asia/Jakarta"), ("WITA", "Asia/Makassar"), ("WIT", "Asia/Jayapura"), (None, "Asia/Jakarta")],
)
def test_todoist_has_the_time_zone_of_the_meeting(
    zone: str | None, name: str, batch: Batches, row: Rows, meeting: Callable[..., MeetingRow], tmp_path: Path
) -> None:
    lines = export("todoist", batch(row(due_date="2026-03-10"), meetings=(meeting(zone=zone),)), tmp_path)
    assert [line["TIMEZONE"] for line in lines] == ["", name, ""]


@pytest.mark.parametrize(
    ("action", "content"),
    [("undang @budi segera", "undang @ budi segera"), ("surel a@b.id", "surel a@b.id"), ("* catatan", "\\* catatan")],
)
def test_todoist_sees_no_label_and_no_heading(
    action: str, content: str, batch: Batches, row: Rows, tmp_path: Path
) -> None:
    assert export("todoist", batch(row(action=action)), tmp_path)[1]["CONTENT"] == content


def test_todoist_has_one_owner_by_name_and_number(batch: Batches, row: Rows, tmp_path: Path) -> None:
    owners = owned("tanpa nomor", "Sari W (12345678)")
    assert export("todoist", batch(row(owners=owners)), tmp_path)[1]["RESPONSIBLE"] == "Sari W (12345678)"


# --- GitHub ----------------------------------------------------------------------------------------------------------

_GH = """#!/bin/sh
{ printf '%s\\0' "$@"; case "$*" in *--body-file=-*) cat; printf '\\0' ;; esac; printf '\\0\\0'; } >>"$GH_LOG"
[ -z "$GH_FAILS" ] || [ "$GH_FAILS" != "$(grep -c . "$0.count")" ] || exit 1
echo x >>"$0.count"
echo "https://github.example/o/r/issues/$(grep -c . "$0.count")"
"""


@pytest.fixture
def run_script(tmp_path: Path) -> Callable[..., list[list[str]]]:
    """Runs an exported script with a ``gh`` that notes what it is called with; the calls so far, bodies last."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "gh").write_text(_GH)
    (folder / "gh").chmod(0o755)
    log = tmp_path / "log"

    def run(script: Path, *, fails_after: int | None = None, ok: bool = True) -> list[list[str]]:
        environment = {"PATH": f"{folder}:/usr/bin:/bin", "GH_LOG": str(log), "GH_FAILS": str(fails_after or "")}
        done = subprocess.run(["/bin/sh", script], env=environment, capture_output=True, encoding="utf-8")
        assert (done.returncode == 0) == ok, done.stderr
        calls = log.read_bytes().decode("utf-8").split("\0\0\0")[:-1] if log.exists() else []
        return [call.split("\0") for call in calls]

    return run


def test_the_script_hands_every_text_over_as_it_is(
    run_script: Callable[..., list[list[str]]], hostile: Batch, tmp_path: Path
) -> None:
    some = replace(hostile, follow_ups=hostile.follow_ups[:150])
    EXPORTERS["github-script"].write(some, str(tmp_path / "isu.sh"), ExportOptions())
    issues = export("github", some, tmp_path)
    calls = run_script(tmp_path / "isu.sh")
    assert [call[:2] for call in calls] == [["issue", "create"]] * 150
    assert [(call[2], call[-1]) for call in calls] == [(f"--title={issue['title']}", issue["body"]) for issue in issues]


def test_a_script_that_fails_goes_on_where_it_stopped(
    run_script: Callable[..., list[list[str]]], batch: Batches, row: Rows, tmp_path: Path
) -> None:
    rows = [row(number) for number in range(5)]
    script = tmp_path / "isu.sh"
    EXPORTERS["github-script"].write(batch(*rows), str(script), ExportOptions())
    assert len(run_script(script, fails_after=3, ok=False)) == 4
    calls = run_script(script)
    made = [line.split("\t") for line in Path(f"{script}.created.tsv").read_text().splitlines()]
    assert [own_id for own_id, _ in made] == [each.id for each in rows] and len({url for _, url in made}) == 5
    assert len(calls) == 6 and len(run_script(script)) == 6, "a third run makes nothing"


def test_the_script_edits_and_closes_what_github_has(
    run_script: Callable[..., list[list[str]]], batch: Batches, row: Rows, tmp_path: Path
) -> None:
    rows = (
        row(1, key="12", owners=owned("sari-w")),
        row(2, key="https://github.example/o/r/issues/3", status="withdrawn"),
        row(3, status="withdrawn"),
        row(4, key="--repo=lain/lain"),
    )
    report = EXPORTERS["github-script"].write(batch(*rows), str(tmp_path / "isu.sh"), ExportOptions())
    edit, close = run_script(tmp_path / "isu.sh")
    assert edit[:3] == ["issue", "edit", "12"] and "--add-assignee=sari-w" in edit
    assert close == ["issue", "close", "https://github.example/o/r/issues/3"]
    assert report.written == 2 and Note("bad_key", 1) in report.notes


@pytest.mark.parametrize(
    ("command", "options"),
    [("create", ("--title", "--body-file", "--assignee")), ("edit", ("--title", "--body-file", "--add-assignee")),
     ("close", ())],
)  # fmt: skip
def test_gh_itself_knows_the_options(command: str, options: tuple[str, ...], tool: Callable[[str], str]) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent"}
    done = subprocess.run(
        [tool("gh"), "issue", command, "--help"], env=environment, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0 and all(re.search(rf"{option}\b", done.stdout) for option in options)


def test_no_name_in_the_minutes_is_called_on_github(hostile: Batch, tmp_path: Path) -> None:
    for issue in export("github", hostile, tmp_path):
        assert outside_fences(issue["body"]) == ["", f"notula-id: {issue['notula_id']}"]


# --- what keeps a row out --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "changes", "codes"),
    [
        ("csv", {}, ()),
        ("csv", {"due_date": "besok"}, ("bad_date",)),
        ("taskwarrior", {"id": "x"}, ("bad_id",)),
        ("gitlab", {"owners": owned("a b")}, ("bad_user",)),
        ("gitlab", {"owners": owned("sari.w")}, ()),
        ("jira", {"owners": owned("sari")}, ("bad_user",)),
        ("jira", {"quote": "x" * 40_000}, ("too_long",)),
        ("github", {"quote": "x" * 70_000}, ("too_long",)),
        ("todoist", {"owners": owned("Sari (12)")}, ()),
        ("redmine", {"owners": owned("Sari\nWulandari")}, ("bad_user",)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_keeps_a_row_out_is_told(name: str, changes: dict[str, Any], codes: tuple[str, ...], row: Rows) -> None:
    assert EXPORTERS[name].check(row(**changes)) == codes
