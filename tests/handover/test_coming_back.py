"""Other tools' exports: tables, keys, statuses."""

import json
from pathlib import Path
from typing import Any

import pytest

from notula.models.review import FollowUpStatus
from notula.pipeline.errors import DecisionError, NoInputError, UsageError
from notula.pipeline.handover.import_status import Imported, Items, import_statuses
from notula.pipeline.handover.learn import find_tool, key_of, learn
from notula.pipeline.handover.ledger import Ledger
from notula.pipeline.handover.status_words import read_day, read_status
from notula.pipeline.handover.tables import own_id, read_table

Kit = Any
OPEN, BUSY, DONE, OFF = FollowUpStatus.OPEN, FollowUpStatus.IN_PROGRESS, FollowUpStatus.DONE, FollowUpStatus.CANCELLED


def table(folder: Path, text: str | bytes) -> list[dict[str, str]]:
    path = folder / "export"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_table(path)


# --- tables -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('Issue key,Status,Text\nA-1,Done,"b, ""c""\nd"\n', id="commas and quotes"),
        pytest.param("\ufeffIssue key;Status;Text\r\nA-1;Done;\"b, \"\"c\"\"\nd\"\r\n", id="BOM, semicolons, CRLF"),
        pytest.param('ISSUE KEY\tstatus\tText\nA-1\tDone\t"b, ""c""\nd"\n', id="tabs"),
        pytest.param('[{"Issue key": "A-1", "status": "Done", "text": "b, \\"c\\"\\nd", "x": null}]', id="JSON"),
        pytest.param('{"Issue key": "A-1", "status": "Done", "text": "b, \\"c\\"\\nd"}\n', id="JSON Lines"),
        pytest.param(
            '{"n": 1, "issues": [{"Issue key": "A-1", "status": "Done", "text": "b, \\"c\\"\\nd"}]}',
            id="REST",
        ),
    ],
)
def test_a_table_is_read_by_column(text: str, tmp_path: Path) -> None:
    assert table(tmp_path, text) == [{"issue key": "A-1", "status": "Done", "text": 'b, "c"\nd'}]


def test_columns_of_the_same_name_are_joined(tmp_path: Path) -> None:
    assert table(tmp_path, "Labels,Labels,Key\na,b,1\n") == [{"labels": "a; b", "key": "1"}]


def test_objects_within_objects_have_dots(tmp_path: Path) -> None:
    data = {"id": 1, "status": {"name": "New"}, "labels": [{"name": "a"}, {"name": "b"}], "tags": ["x", "y"]}
    assert table(tmp_path, json.dumps([data])) == [
        {"id": "1", "status.name": "New", "labels": "a; b", "tags": "x; y"}
    ]  # fmt: skip


def test_a_list_of_ids_and_addresses_needs_no_header(kit: Kit, tmp_path: Path) -> None:
    address = "https://github.com/a/b/issues/7"
    assert table(tmp_path, f"{kit.id(1)}\t{address}\n") == [{"id": kit.id(1), "key": address}]


@pytest.mark.parametrize(
    "text", [b"\xff\xfe\x00", "[1, 2]", "{'a': 1}", '{"a": '], ids=["binary", "list", "quotes", "cut"]
)
def test_what_is_no_table_is_told(text: str | bytes, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        table(tmp_path, text)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoInputError):
        read_table(tmp_path / "none.csv")


def test_our_mark_goes_before_other_ids(kit: Kit) -> None:
    row = {"id": kit.id(1), "description": f"Follows {kit.id(2)}\nnotula-id: {kit.id(3).upper()}"}
    assert own_id(row, {kit.id(1), kit.id(2), kit.id(3)}) == kit.id(3)


def test_a_known_id_anywhere_is_ours(kit: Kit) -> None:
    assert own_id({"id": kit.id(9), "summary": f"[{kit.id(2)}] x"}, {kit.id(2)}) == kit.id(2)


# --- keys -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "target", "key"),
    [
        ({"Issue key": "AIR-7", "Issue id": "10007", "Summary": "x"}, "jira", "AIR-7"),
        ({"key": "AIR-7", "id": "10007", "fields": {"summary": "x"}}, "jira", "AIR-7"),
        ({"Title": "x", "Issue ID": "7", "URL": "https://gitlab.example/7"}, "gitlab", "7"),
        ({"id": 100, "iid": 7, "web_url": "https://gitlab.example/7"}, "gitlab", "7"),
        ({"number": 7, "url": "https://github.com/a/b/issues/7", "body": "x"}, "github", "7"),
        ({"#": "7", "Subject": "x", "Status": "New"}, "redmine", "7"),
        ({"id": 7, "tracker": {"name": "Tugas"}, "subject": "x"}, "redmine", "7"),
        ({"uuid": "u", "entry": "20260101T000000Z", "description": "x", "id": 3}, "taskwarrior", "u"),
        ({"id": "8877", "content": "x"}, "todoist", "8877"),
    ],
)
def test_a_tool_is_told_by_its_columns(row: dict[str, Any], target: str, key: str, tmp_path: Path) -> None:
    rows = table(tmp_path, json.dumps([row]))
    tool = find_tool(rows)
    assert tool and tool.target == target and key_of(rows[0], target) == key


def test_another_table_tells_no_tool() -> None:
    assert find_tool([{"name": "x", "state": "y"}]) is None


def keys(kit: Kit, *pairs: tuple[int, str]) -> list[dict[str, str]]:
    return [{"issue key": key, "description": f"notula-id: {kit.id(number)}"} for number, key in pairs]


def test_keys_are_learnt_once(kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order("create"), ledger, kit.item(1), kit.item(2))
    rows = [*keys(kit, (1, "A-1"), (2, "A-2")), {"issue key": "A-3", "description": "somebody else's"}]
    with ledger.transaction():
        first = learn(rows, ledger, ("jira", "test"), (), kit.now)
        again = learn(rows, ledger, ("jira", "test"), (), kit.now)
    assert set(first.new) == {(kit.id(1), "A-1"), (kit.id(2), "A-2")} and (first.same, first.without) == (0, 1)
    assert again.new == () and again.same == 2


def test_an_item_that_moved_has_a_new_key(kit: Kit, ledger: Ledger) -> None:
    with ledger.transaction():
        learn(keys(kit, (1, "A-1")), ledger, ("jira", "test"), {kit.id(1)}, kit.now)
        moved = learn(keys(kit, (1, "B-1")), ledger, ("jira", "test"), {kit.id(1)}, kit.now)
    assert moved.changed == ((kit.id(1), "B-1"),) and ledger.entries("test")[kit.id(1)].key == "B-1"


def test_doubles_in_the_tool_are_told_and_the_known_key_stays(kit: Kit, ledger: Ledger) -> None:
    with ledger.transaction():
        learn(keys(kit, (1, "A-2")), ledger, ("jira", "test"), {kit.id(1)}, kit.now)
        found = learn(keys(kit, (1, "A-1"), (1, "A-2")), ledger, ("jira", "test"), (), kit.now)
    assert found.doubled == ((kit.id(1), ("A-1", "A-2")),) and ledger.entries("test")[kit.id(1)].key == "A-2"


def test_ids_that_are_not_ours_are_told_and_not_kept(kit: Kit, ledger: Ledger) -> None:
    with ledger.transaction():
        found = learn(keys(kit, (9, "A-9")), ledger, ("jira", "test"), {kit.id(1)}, kit.now)
    assert found.unknown == ((kit.id(9), "A-9"),) and ledger.entries("test") == {}


# --- statuses ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "status", "on"),
    [
        ({"status": "Done"}, DONE, None),
        ({"status": "Selesai", "tanggal selesai": "24/11/2026"}, DONE, "2026-11-24"),
        ({"status": "SUDAH  SELESAI", "tgl selesai": "24 Nopember 2026"}, DONE, "2026-11-24"),
        ({"status": "tuntas"}, DONE, None),
        ({"status": "Dalam proses", "tanggal mulai": "2026-11-20"}, BUSY, "2026-11-20"),
        ({"status": "In Progress"}, BUSY, None),
        ({"status": "50%"}, BUSY, None),
        ({"kemajuan": "100 %"}, DONE, None),
        ({"status": "Belum"}, OPEN, None),
        ({"status": "Dibatalkan"}, OFF, None),
        ({"status": "Won't Do"}, OFF, None),
        ({"state": "CLOSED", "closedat": "2026-11-24T18:00:00Z"}, DONE, "2026-11-25"),
        ({"state": "Closed", "closed at (utc)": "2026-11-24 03:00:00"}, DONE, "2026-11-24"),
        ({"status": "Done", "resolved": "24/Nov/26 3:04 PM"}, DONE, "2026-11-24"),
        ({"status": "completed", "end": "20261124T170000Z"}, DONE, "2026-11-25"),
        ({"status.name": "Closed", "closed_on": "2026-11-24T01:00:00Z", "done_ratio": "100"}, DONE, "2026-11-24"),
        ({"status": "Menunggu atasan", "% done": "40"}, BUSY, None),
        ({"checked": "true"}, DONE, None),
        ({"completed": "2026-11-24"}, DONE, "2026-11-24"),
        ({"selesai": "ya"}, DONE, None),
        ({"selesai": "belum"}, OPEN, None),
        ({"uuid": "u", "entry": "20261101T000000Z", "status": "pending", "start": "20261120T010000Z"}, BUSY,
         "2026-11-20"),
    ],
    ids=str,
)
def test_states_are_understood(row: dict[str, str], status: FollowUpStatus, on: str | None) -> None:
    told = read_status(row)
    assert told and (told.status, told.on, told.word, told.odd_date) == (status, on, None, None)


def test_a_word_that_is_not_understood_is_told() -> None:
    told = read_status({"status": "Mangkrak"})
    assert told and (told.status, told.word) == (None, "Mangkrak")


def test_a_date_that_is_not_understood_is_told_and_the_status_taken() -> None:
    told = read_status({"status": "Selesai", "tanggal selesai": "minggu lalu"})
    assert told and (told.status, told.on, told.odd_date) == (DONE, None, "minggu lalu")


def test_a_row_about_something_else_tells_nothing() -> None:
    assert read_status({"title": "selesai", "assignee": "done"}) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-24", "2026-11-24"), ("2026-11-24T23:30:00+07:00", "2026-11-24"),
        ("2026-11-24T23:30:00Z", "2026-11-25"), ("2026-11-24 10:00", "2026-11-24"), ("24-11-2026", "2026-11-24"),
        ("24.11.2026", "2026-11-24"), ("2026/11/24", "2026-11-24"), ("4 Agustus 2026", "2026-08-04"),
        ("11/24/2026", None), ("31/02/2026", None), ("besok", None), ("", None),
    ],
)  # fmt: skip
def test_days(text: str, day: str | None) -> None:
    assert read_day(text) == day


class Store:
    """What an import may do to the store."""

    def __init__(self, *ids: str) -> None:
        self.now = dict.fromkeys(ids, OPEN)
        self.days: dict[str, str | None] = {}

    def take(self, rows: list[dict[str, str]], by_key: dict[str, str] | None = None) -> Imported:
        return import_statuses(rows, Items(self.now, by_key or {}, "jira"), self.set)

    def set(self, item: str, status: FollowUpStatus, on: str | None) -> bool:
        new = self.now[item] is not status
        self.now[item], self.days[item] = status, on
        return new


def test_statuses_are_taken_once(kit: Kit) -> None:
    store = Store(kit.id(1), kit.id(2))
    rows = [{"uuid": kit.id(1), "status": "selesai"}, {"uuid": kit.id(2), "status": "belum"}]
    assert store.take(rows).changed == ((kit.id(1), DONE),)
    again = store.take(rows)
    assert (again.changed, again.same, again.whole) == ((), 2, True)


@pytest.mark.parametrize(("column", "status"), [("state", BUSY), ("checked", BUSY), ("status", OPEN)])
def test_what_is_in_progress_stays_so_for_a_tool_that_only_knows_open_and_closed(
    column: str, status: FollowUpStatus, kit: Kit
) -> None:
    store = Store(kit.id(1))
    store.now[kit.id(1)] = BUSY
    store.take([{"uuid": kit.id(1), column: "false" if column == "checked" else "open"}])
    assert store.now[kit.id(1)] is status


def test_somebodys_own_tasks_are_only_counted(kit: Kit) -> None:
    own = {"uuid": kit.id(9), "entry": "20261101T000000Z", "status": "completed"}
    found = Store(kit.id(1)).take([own, own | {"notula_id": kit.id(8), "uuid": kit.id(8)}])
    assert (found.without, found.unknown) == (1, (kit.id(8),))


def test_items_are_found_by_the_tools_key(kit: Kit) -> None:
    store = Store(kit.id(1))
    found = store.take([{"issue key": "A-1", "status": "Done"}], {"A-1": kit.id(1)})
    assert found.changed == ((kit.id(1), DONE),)


def test_what_is_not_taken_is_told(kit: Kit) -> None:
    store = Store(kit.id(1), kit.id(2), kit.id(3))
    found = store.take([
        {"uuid": kit.id(9), "status": "Done"},
        {"uuid": kit.id(1), "status": "Mangkrak"},
        {"uuid": kit.id(2), "status": "Done"},
        {"uuid": kit.id(2), "status": "Open"},
        {"uuid": kit.id(3), "status": "Done", "end": "kemarin"},
        {"issue key": "X-1", "status": "Done"},
    ])  # fmt: skip
    assert found == Imported(
        changed=((kit.id(3), DONE),), unknown=(kit.id(9),), words=((kit.id(1), "Mangkrak"),),
        dates=((kit.id(3), "kemarin"),), disagreeing=(kit.id(2),), without=1,
    )  # fmt: skip
    assert not found.whole and store.now[kit.id(2)] is OPEN


def test_what_the_store_refuses_is_told(kit: Kit) -> None:
    def refuse(*_: Any) -> bool:
        raise DecisionError("decision.nothing")

    found = import_statuses([{"uuid": kit.id(1), "status": "Done"}], Items({kit.id(1): OPEN}, {}), refuse)
    assert [item for item, _ in found.refused] == [kit.id(1)]


def test_the_later_of_two_days_is_taken(kit: Kit) -> None:
    store = Store(kit.id(1))
    days = ("2026-11-20", "2026-11-24")
    store.take([{"uuid": kit.id(1), "status": "Done", "end": day} for day in days])
    assert store.days[kit.id(1)] == "2026-11-24"
