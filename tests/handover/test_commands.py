"""The commands over a folder of results and its review store, through the command line."""

import csv
import json
import os
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from notula.models.result import Result
from notula.models.review import FollowUpStatus, ReviewedDue
from notula.pipeline import cli
from notula.pipeline.store import get_item, open_store, reviewed_follow_ups

Kit = Any
Capture = pytest.CaptureFixture[str]


def rows(path: Path, separator: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=separator))


def ids(path: Path) -> list[str]:
    return [json.loads(line)["uuid"] for line in path.read_text("utf-8").splitlines() if line.startswith("{")]


# --- export -----------------------------------------------------------------------------------------------------------


def test_only_what_was_reviewed_is_handed_over(notula: Any, review: Any, kit: Kit, tmp_path: Path) -> None:
    review(1)
    review(2, due=ReviewedDue(date="2026-12-24"))
    assert notula("export", "taskwarrior", "-o", str(tmp_path / "t.json")) == 0
    found = {task["uuid"]: task for task in tasks(tmp_path / "t.json")}
    assert found.keys() == {kit.id(1), kit.id(2)}
    assert found[kit.id(2)]["due"] == "20261224T165959Z"


def tasks(path: Path) -> list[dict[str, Any]]:
    text = path.read_text("utf-8")
    return list(json.loads(text)) if text.startswith("[") else [json.loads(line) for line in text.splitlines()]


def test_a_second_run_hands_over_only_what_changed(notula: Any, review: Any, kit: Kit, tmp_path: Path) -> None:
    out = tmp_path / "t.json"
    review(1, 2)
    notula("export", "taskwarrior", "-o", str(out))
    notula("export", "taskwarrior", "-o", str(out))
    assert tasks(out) == []
    review(1, action="menyusun rencana")
    review(2, reject=True)
    notula("export", "taskwarrior", "-o", str(out))
    found = {task["uuid"]: task["status"] for task in tasks(out)}
    assert found == {kit.id(1): "pending", kit.id(2): "deleted"}


def test_a_dry_run_tells_the_plan_and_writes_nothing(
    notula: Any, review: Any, folder: Path, tmp_path: Path, capsys: Capture
) -> None:
    review(1, 2)
    assert notula("export", "jira", "-o", str(tmp_path / "j.csv"), "--dry-run") == 1
    told = capsys.readouterr()
    assert "2 tertahan" in told.out and "penanggung jawab belum dipetakan: Dinas PU" in told.out
    assert "notula owners jira" in told.err
    assert not (tmp_path / "j.csv").exists() and not (folder / "handover.sqlite3").exists()


def test_the_plan_for_programs(notula: Any, review: Any, kit: Kit, capsys: Capture) -> None:
    review(1, 3)
    assert notula("export", "jira", "--dry-run", "--json", "--require-due", "--lang", "en") == 1
    plan = json.loads(capsys.readouterr().out)
    reasons = {item["id"]: [reason["code"] for reason in item["reasons"]] for item in plan["items"]}
    assert reasons == {kit.id(1): ["owner_not_mapped"], kit.id(3): ["no_due_date"]} and plan["counts"]["blocked"] == 2


def test_a_field_that_is_too_long_blocks(notula: Any, review: Any, tmp_path: Path, capsys: Capture) -> None:
    review(1)
    review(2, action="x" * 40_000)
    assert notula("export", "jira", "-o", str(tmp_path / "j.csv"), "--unassigned") == 1
    assert "1 baru" in (told := capsys.readouterr().out) and "lebih panjang daripada" in told
    assert len(rows(tmp_path / "j.csv")) == 1


def test_owners_are_mapped_by_the_list(notula: Any, review: Any, folder: Path, tmp_path: Path, capsys: Capture) -> None:
    review(1, 2)
    assert notula("owners", "jira") == 0
    assert rows(folder / "owners.csv", ";") == [
        {"party": "Dinas PU", "target": "jira", "user": ""}, {"party": "Ratna Kusuma", "target": "jira", "user": ""},
    ]  # fmt: skip
    (folder / "owners.csv").write_text("party,target,user\nDinas PU,jira,pu@x.id\nRatna Kusuma,*,-\n", "utf-8")
    assert notula("export", "jira", "-o", str(tmp_path / "j.csv")) == 0
    assert [row["Assignee"] for row in rows(tmp_path / "j.csv")] == ["", "pu@x.id"]
    capsys.readouterr()
    assert notula("owners", "jira") == 0 and "Semua penanggung jawab" in capsys.readouterr().out


def test_the_list_of_owners_keeps_what_it_holds(notula: Any, review: Any, folder: Path) -> None:
    review(1, 2)
    (folder / "owners.csv").write_text("party,target,user\nDinas PU,jira,pu@x.id\n", "utf-8")
    notula("owners", "jira")
    notula("owners", "jira")
    assert [(row["party"], row["user"]) for row in rows(folder / "owners.csv", ";")] == [
        ("Dinas PU", "pu@x.id"), ("Ratna Kusuma", ""),
    ]  # fmt: skip


def test_unassigned_ones_go_in_where_that_is_asked_for(notula: Any, review: Any, tmp_path: Path) -> None:
    review(1, 2)
    assert notula("export", "jira", "-o", str(tmp_path / "j.csv"), "--unassigned") == 0
    assert [row["Assignee"] for row in rows(tmp_path / "j.csv")] == ["", ""]


def test_pending_ones_go_in_marked(notula: Any, kit: Kit, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "r.csv"
    assert notula("export", "csv", "-o", str(out)) == 0
    assert "3 tindak lanjut menunggu" in capsys.readouterr().err
    assert notula("export", "csv", "-o", str(out), "--include-pending", "--lang", "en") == 0
    assert [row["Review"] for row in rows(out, ";")] == ["not reviewed"] * 3


@pytest.mark.parametrize("target", ["csv", "json", "taskwarrior", "markdown", "icalendar"])
def test_personal_names_are_left_out(target: str, notula: Any, review: Any, folder: Path, tmp_path: Path) -> None:
    review(1, 2)
    out = tmp_path / "out"
    assert notula("export", target, "-o", str(out), "--redact", "persons") == 0
    text = out.read_text("utf-8")
    assert "Ratna" not in text and "Kusuma" not in text and "Dinas PU" in text
    with sqlite3.connect(folder / "handover.sqlite3") as ledger:
        [sent] = ledger.execute("SELECT count(*) FROM entry").fetchone()
    ledger.close()
    assert sent == 2 and b"Kusuma" not in b"".join(sent_bytes(folder))


def sent_bytes(folder: Path) -> list[bytes]:
    import zlib

    ledger = sqlite3.connect(folder / "handover.sqlite3")
    found = [zlib.decompress(row[0]) for row in ledger.execute("SELECT sent FROM entry WHERE sent IS NOT NULL")]
    ledger.close()
    return found


def test_a_database_that_is_gone_is_filled_again(notula: Any, review: Any, tmp_path: Path) -> None:
    out = tmp_path / "t.sqlite"
    review(1, 2)
    notula("export", "sqlite", "-o", str(out))
    out.unlink()
    assert notula("export", "sqlite", "-o", str(out)) == 0
    database = sqlite3.connect(out)
    assert database.execute("SELECT count(*) FROM notula_follow_ups").fetchone() == (2,)
    database.close()


def test_databases_have_ledgers_of_their_own(notula: Any, review: Any, tmp_path: Path, capsys: Capture) -> None:
    review(1)
    notula("export", "sqlite", "-o", str(tmp_path / "a.sqlite"))
    (tmp_path / "b.sqlite").touch()
    capsys.readouterr()
    notula("export", "sqlite", "-o", str(tmp_path / "b.sqlite"))
    assert "1 baru" in capsys.readouterr().out


def test_a_file_that_is_replaced_before_its_import_is_told(
    notula: Any, review: Any, tmp_path: Path, capsys: Capture
) -> None:
    out = str(tmp_path / "j.csv")
    review(1)
    notula("export", "jira", "-o", out, "--unassigned")
    review(2)
    capsys.readouterr()
    notula("export", "jira", "-o", out, "--unassigned")
    assert "--scope again" in capsys.readouterr().err
    notula("export", "jira", "-o", out, "--unassigned", "--scope", "again")
    assert len(rows(tmp_path / "j.csv")) == 1
    notula("export", "jira", "-o", out, "--unassigned", "--scope", "all")
    assert len(rows(tmp_path / "j.csv")) == 2


def test_what_was_reviewed_and_is_gone_from_the_minutes_stays(
    notula: Any, review: Any, folder: Path, tmp_path: Path
) -> None:
    review(1, 2)
    notula("export", "taskwarrior", "-o", str(tmp_path / "t.json"))
    path = folder / "rapat.txt.json"
    result = Result.model_validate_json(path.read_bytes())
    path.write_text(result.model_copy(update={"follow_ups": result.follow_ups[:1]}).model_dump_json(), "utf-8")
    os.utime(folder / "rapat.txt.json", (1, 1))
    notula("export", "taskwarrior", "-o", str(tmp_path / "t.json"))
    assert tasks(tmp_path / "t.json") == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param(["export"], 2, "--list", id="no target"),
        pytest.param(["export", "excel", "-o", "x"], 2, "tujuan tidak dikenal: excel", id="unknown target"),
        pytest.param(["export", "csv"], 2, "-o", id="no file"),
        pytest.param(["export", "csv", "-o", "x", "--prefix", "1; DROP"], 2, "--prefix", id="prefix"),
        pytest.param(["export", "csv", "-o", "x", "--owners", "none.csv"], 2, "none.csv", id="no list"),
        pytest.param(["export", "csv", "-o", "/none/x.csv"], 4, "/none/x.csv", id="no folder"),
        pytest.param(["owners", "excel"], 2, "excel", id="owners of an unknown target"),
        pytest.param(["ledger", "learn"], 2, "--from", id="learn from nothing"),
        pytest.param(["push", "--to", "http://x.id/"], 2, "--allow-http", id="not encrypted"),
        pytest.param(["push", "--to", "https://x.id/"], 2, "NOTULA_PUSH_SECRET", id="no secret"),
        pytest.param(["import-status", "none.csv"], 3, "none.csv", id="no file to import"),
    ],
)
def test_wrong_calls_are_explained(
    arguments: list[str], code: int, said: str, notula: Any, review: Any, capsys: Capture
) -> None:
    review(1)
    assert notula(*arguments) == code
    assert said in capsys.readouterr().err


def test_a_folder_without_results_stays_empty(tmp_path: Path, capsys: Capture) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert cli.main(["export", "csv", "-o", str(tmp_path / "x"), "--from", str(empty)]) == 3
    assert "notula run" in capsys.readouterr().err and not list(empty.iterdir())


@pytest.mark.parametrize("name", ["none", "empty"])
@pytest.mark.parametrize("command", [["feed", "-o", "x"], ["push", "--to", "https://contoh.go.id"], ["owners", "jira"]])
def test_a_folder_without_results_is_no_input_and_stays_as_it_is(
    command: list[str], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOTULA_PUSH_SECRET", "rahasia-enam-belas")
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    assert cli.main([*command, "--from", name]) == 3
    assert list(tmp_path.rglob("*")) == [tmp_path / "empty"]


def test_the_ledger_of_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert cli.main(["ledger", "show", "--results", str(tmp_path / "none")]) == 3


def test_the_list_of_targets(capsys: Capture) -> None:
    assert cli.main(["export", "--list"]) == 0
    assert "taskwarrior" in capsys.readouterr().out


# --- ledger -----------------------------------------------------------------------------------------------------------


def test_keys_learnt_from_the_tool_stand_in_the_list_of_changes(
    notula: Any, review: Any, kit: Kit, tmp_path: Path, capsys: Capture
) -> None:
    out, export = tmp_path / "j.csv", tmp_path / "from-jira.csv"
    review(1, 2)
    notula("export", "jira", "-o", str(out), "--unassigned", "--project", "AIR")
    described = [row["Description"] for row in rows(out)]
    with export.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([["Issue key", "Summary", "Description"], *(["AIR-7", "x", text] for text in described[:1])])
    assert notula("ledger", "learn", "--from", str(export)) == 0
    assert "jira:AIR: 1 kunci baru" in capsys.readouterr().out
    review(1, reject=True)
    notula("export", "jira", "-o", str(out), "--unassigned", "--project", "AIR")
    [changes] = tmp_path.glob("j.csv.perubahan-*.md")
    assert "`AIR-7`" in changes.read_text("utf-8")
    capsys.readouterr()
    notula("ledger", "show")
    shown = capsys.readouterr().out
    assert "jira:AIR: 2 butir, 1 dengan kunci, 1 ditarik" in shown and str(out) in shown and "AIR-7" not in shown
    notula("ledger", "show", "--target", "jira")
    assert f"{kit.id(1)}  AIR-7  r2" in capsys.readouterr().out


def test_the_ledger_for_programs(notula: Any, review: Any, kit: Kit, tmp_path: Path, capsys: Capture) -> None:
    review(1)
    notula("export", "csv", "-o", str(tmp_path / "x.csv"))
    capsys.readouterr()
    assert notula("ledger", "show", "--target", "csv", "--json") == 0
    [entry] = json.loads(capsys.readouterr().out)["csv"]["entries"]
    assert entry["id"] == kit.id(1) and entry["revision"] == 1 and len(entry["sha256"]) == 64


def test_an_empty_ledger_says_so(notula: Any, folder: Path, capsys: Capture) -> None:
    assert notula("ledger", "show") == 0
    assert "Belum ada" in capsys.readouterr().out and not (folder / "handover.sqlite3").exists()


def test_a_table_of_an_unknown_tool_needs_its_name(notula: Any, kit: Kit, tmp_path: Path, capsys: Capture) -> None:
    export = tmp_path / "x.csv"
    export.write_text(f"ref,text\nX-1,{kit.id(1)}\n", "utf-8")
    assert notula("ledger", "learn", "--from", str(export)) == 2
    call = ("--target", "jira", "--key-column", "Ref", "--json")
    assert notula("ledger", "learn", "--from", str(export), *call) == 0
    assert json.loads(capsys.readouterr().out)["new"] == [[kit.id(1), "X-1"]]


# --- feed, push -------------------------------------------------------------------------------------------------------


def test_the_feed_grows_with_decisions(notula: Any, review: Any, kit: Kit, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "feed.jsonl"
    review(1, 2)
    assert notula("feed", "-o", str(out)) == 0
    first = out.read_text("utf-8")
    review(2, reject=True)
    notula("feed", "-o", str(out))
    grown = out.read_text("utf-8")
    assert grown.startswith(first) and "3 peristiwa" in capsys.readouterr().out
    assert [json.loads(line)["type"].rpartition(".")[2] for line in grown.splitlines()] == [
        "created", "created", "withdrawn",
    ]  # fmt: skip
    notula("feed", "-o", str(out), "--after", "2")
    assert len(out.read_text("utf-8").splitlines()) == 1


def test_a_feed_without_names_never_had_any(notula: Any, review: Any, tmp_path: Path) -> None:
    out = tmp_path / "feed.jsonl"
    review(1, 2)
    notula("feed", "-o", str(out))
    assert "Kusuma" in out.read_text("utf-8")
    notula("feed", "-o", str(out), "--redact", "persons")
    assert "Kusuma" not in out.read_text("utf-8") and len(out.read_text("utf-8").splitlines()) == 2


@pytest.mark.enable_socket
def test_the_feed_is_pushed_and_resumed(
    notula: Any, review: Any, kit: Kit, receiver: Any, tmp_path: Path, capsys: Capture
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("a secret of some length", "utf-8")
    to = ("--to", receiver.url, "--secret-file", str(secret), "--tries", "1")
    review(1, 2)
    assert notula("push", *to, "--dry-run") == 0 and not receiver.seen
    receiver.script = [204, 500]
    assert notula("push", *to) == 7
    assert notula("push", *to) == 0
    assert [json.loads(body)["subject"] for body in receiver.kept.values()] == [kit.id(1), kit.id(2)]
    told = capsys.readouterr()
    assert "rahasia" not in told.out + told.err and "secret of" not in told.out + told.err


# --- statuses ---------------------------------------------------------------------------------------------------------


def test_statuses_come_back_into_the_store(
    notula: Any, review: Any, folder: Path, kit: Kit, tmp_path: Path, capsys: Capture
) -> None:
    export = tmp_path / "status.csv"
    stranger = "9f1c0000-0000-5000-8000-000000000009"
    lines = [f"{kit.id(1)};Selesai;24/11/2026", f"{kit.id(2)};Dalam proses;", f"{stranger};Selesai;"]
    export.write_text("\n".join(["ID;Status;Tanggal Selesai", *lines]), "utf-8")
    review(1)
    assert notula("import-status", str(export), "--dry-run") == 1
    assert "2 status akan berubah" in capsys.readouterr().out
    assert notula("import-status", str(export)) == 1
    told = capsys.readouterr().out
    assert "2 status berubah" in told and f"Id tidak dikenal: {stranger}" in told
    with open_store(folder) as store:
        found = {item.id: (item.status, item.done_on) for item in reviewed_follow_ups(store, pending=True)}
        assert found[kit.id(1)] == (FollowUpStatus.DONE, "2026-11-24")
        assert found[kit.id(2)][0] is FollowUpStatus.IN_PROGRESS
        assert get_item(store, kit.id(2)).state == "pending"
    assert notula("import-status", str(export)) == 1
    assert "0 status berubah, 2 sama" in capsys.readouterr().out


def test_statuses_come_back_by_the_tools_key(notula: Any, review: Any, folder: Path, kit: Kit, tmp_path: Path) -> None:
    review(1)
    notula("export", "redmine", "-o", str(tmp_path / "r.csv"), "--unassigned")
    export = tmp_path / "from-redmine.csv"
    export.write_text(f"#,Subject,Status,Description\n12,x,New,notula-id: {kit.id(1)}\n", "utf-8")
    notula("ledger", "learn", "--from", str(export))
    export.write_text("#,Subject,Status,Closed\n12,x,Closed,2026-11-24\n13,y,Closed,2026-11-24\n", "utf-8")
    assert notula("import-status", str(export)) == 0
    with open_store(folder) as store:
        assert get_item(store, kit.id(1)).done_on == "2026-11-24"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_spreadsheet_of_ours_comes_back_with_its_statuses(
    lang: str, notula: Any, review: Any, folder: Path, kit: Kit, tmp_path: Path
) -> None:
    out = tmp_path / "matrix.csv"
    review(1, 2)
    notula("export", "csv", "-o", str(out), "--lang", lang)
    filled = rows(out, ";")
    for row, status in zip(filled, ["selesai", "berjalan"] if lang == "id" else ["Done", "In progress"], strict=True):
        row["Status"] = status
    with out.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(filled[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(filled)
    assert notula("import-status", str(out)) == 0
    with open_store(folder) as store:
        found = {item.id: item.status.value for item in reviewed_follow_ups(store)}
    assert found == {kit.id(1): "done", kit.id(2): "in_progress"}


def test_tasks_come_back_with_their_statuses(notula: Any, review: Any, folder: Path, kit: Kit, tmp_path: Path) -> None:
    out = tmp_path / "t.json"
    review(1, 2)
    notula("export", "taskwarrior", "-o", str(out))
    done = [task | {"status": "completed", "end": "20261124T180000Z"} for task in tasks(out)]
    out.write_text(json.dumps(done), "utf-8")
    assert notula("import-status", str(out)) == 0
    with open_store(folder) as store:
        assert [item.done_on for item in reviewed_follow_ups(store)] == ["2026-11-25"] * 2


def test_a_status_without_a_day_is_of_today(notula: Any, review: Any, folder: Path, kit: Kit, tmp_path: Path) -> None:
    export = tmp_path / "status.json"
    export.write_text(json.dumps([{"uuid": kit.id(1), "status": "done"}]), "utf-8")
    review(1)
    assert notula("import-status", str(export)) == 0
    with open_store(folder) as store:
        found = get_item(store, kit.id(1)).done_on
    assert found and abs((date.fromisoformat(found) - date.today()).days) <= 1


def test_a_changed_status_is_told_in_words(notula: Any, review: Any, tmp_path: Path, capsys: Capture) -> None:
    review(1)
    notula("export", "jira", "-o", str(tmp_path / "j.csv"), "--unassigned")
    review(1, status=FollowUpStatus.IN_PROGRESS, action="menyusun *rencana* [a]")
    capsys.readouterr()
    notula("export", "jira", "-o", str(tmp_path / "j.csv"), "--unassigned")
    told = capsys.readouterr().out
    [changes] = tmp_path.glob("j.csv.perubahan-*.md")
    listed = changes.read_text("utf-8")
    assert "belum → berjalan" in told and "belum → berjalan" in listed
    assert "→ menyusun *rencana* [a]" in told and "→ menyusun \\*rencana\\* \\[a\\]" in listed


def test_lines_of_the_owners_that_have_no_effect_are_named(
    notula: Any, review: Any, folder: Path, tmp_path: Path, capsys: Capture
) -> None:
    review(2)
    lines = "party,target,user\nDinas PU,jirra,pu@x.id\nDinas PU,jira\nDinas PU,JIRA,pu@x.id\n"
    (folder / "owners.csv").write_text(lines, "utf-8")
    assert notula("export", "jira", "-o", str(tmp_path / "j.csv")) == 0
    told = capsys.readouterr().err
    assert "baris 2: tujuan tidak dikenal: jirra" in told and "baris 3: kolomnya kurang" in told
    assert "baris 4" not in told
    notula("owners", "jira")
    assert "baris 2" in capsys.readouterr().err
