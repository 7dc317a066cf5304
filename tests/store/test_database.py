"""The store's file: what is decided is on the disk, two may work at once, and what is no store is left alone."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from notula.models.decisions import Accept, Edit, ItemChanges
from notula.models.review_views import ItemFilter
from notula.pipeline.errors import NoInputError, NotulaError, StoreError
from notula.pipeline.store import (
    FILE_NAME,
    StaleError,
    accept_all,
    database,
    decide,
    get_item,
    history,
    migrations,
    open_store,
    progress,
    reviewed_follow_ups,
    store_exists,
    sync,
)

TODOS = [(f"Tugas nomor {number}", "Budi", None) for number in range(12)]


@pytest.fixture
def minutes(desk: Any) -> Any:
    found = desk.minutes(todos=TODOS)
    desk.run(found)
    return found


WORKER = """
import sys
from pathlib import Path
from notula.models.decisions import Accept
from notula.pipeline.store import decide, open_store
with open_store(Path(sys.argv[1])) as store:
    for item_id in sys.argv[2:]:
        decide(store, Accept(item_id=item_id), "Ani")
        print(item_id, flush=True)
"""


def test_what_was_decided_survives_a_killed_process(desk: Any, minutes: Any) -> None:
    ids = [item.id for item in desk.items()]
    command = [sys.executable, "-c", WORKER, desk.folder, *ids]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout
        told = [worker.stdout.readline().strip() for _ in range(4)]
        worker.kill()
        told += worker.stdout.read().split()
    with open_store(desk.folder) as store:
        assert {get_item(store, item_id).state for item_id in told} == {"accepted"}
        assert {entry.item_id for entry in history(store)} >= set(told)
        assert store.rows("PRAGMA integrity_check")[0][0] == "ok"


def test_decisions_wait_for_the_disk(desk: Any) -> None:
    assert desk.store.rows("PRAGMA synchronous")[0][0] == 2  # FULL
    assert desk.store.rows("PRAGMA journal_mode")[0][0] == "wal"


def in_threads(count: int, work: Callable[[int], None]) -> None:
    troubles: list[BaseException] = []

    def guarded(number: int) -> None:
        try:
            work(number)
        except BaseException as trouble:
            troubles.append(trouble)

    threads = [threading.Thread(target=guarded, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not troubles


def test_of_many_who_edit_at_once_one_wins_and_the_others_are_told(desk: Any, minutes: Any) -> None:
    item = desk.item("Tugas nomor 3")
    lost: list[int] = []

    def edit(number: int) -> None:
        changes = ItemChanges(action=f"cara {number}")
        try:
            decide(desk.store, Edit(item_id=item.id, revision=item.revision, changes=changes), f"P{number}")
        except StaleError as refused:
            assert refused.entries[0].new == {"action": refused.current.values.action}
            lost.append(number)

    in_threads(6, edit)
    (entry,) = history(desk.store, item_id=item.id)
    assert len(lost) == 5 and entry.new["action"] == desk.now(item).values.action


def test_edits_of_many_items_at_once_are_all_kept(desk: Any, minutes: Any) -> None:
    items = desk.items()

    def edit(number: int) -> None:
        for item in items[number::4]:
            desk.decide(item, Accept, f"P{number}")

    in_threads(4, edit)
    assert {desk.now(item).state for item in items} == {"accepted"}
    assert len(history(desk.store)) == len(items)


def test_readers_do_not_wait_for_a_writer(desk: Any, minutes: Any) -> None:
    with desk.store.writing() as connection:
        connection.execute("UPDATE meetings SET title = 'setengah jadi'")
        seen: list[Any] = []
        thread = threading.Thread(target=lambda: seen.append(progress(desk.store).meetings))
        thread.start()
        thread.join(5)
        assert seen == [1]


def test_a_stream_shows_what_was_there_when_it_began(desk: Any, minutes: Any) -> None:
    stream = reviewed_follow_ups(desk.store, pending=True)
    first = next(stream)
    accept_all(desk.store, ItemFilter(), 0.0, "Ani")
    assert {follow_up.state for follow_up in (first, *stream)} == {"pending"}


def test_two_stores_of_one_folder_see_each_other(desk: Any, minutes: Any) -> None:
    with open_store(desk.folder) as other:
        desk.decide(desk.item("Tugas nomor 1"), Accept)
        assert progress(other).accepted == 1


def test_a_failed_transaction_leaves_nothing(desk: Any, minutes: Any) -> None:
    before = desk.store.rows("SELECT * FROM counter")[0][0]
    with pytest.raises(KeyError), desk.store.writing() as connection:
        connection.execute("UPDATE counter SET revision = 0")
        raise KeyError
    assert desk.store.rows("SELECT * FROM counter")[0][0] == before


def test_a_store_is_made_only_where_that_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(NoInputError):
        open_store(tmp_path, create=False)
    assert not store_exists(tmp_path)
    open_store(tmp_path).close()
    assert store_exists(tmp_path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoInputError):
        open_store(tmp_path / "tidak-ada")


def no_sqlite(path: Path) -> None:
    path.write_bytes(b"ini bukan basis data" * 100)


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE catatan (isi)")
    connection.close()


def newer(path: Path) -> None:
    open_store(path.parent).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {len(migrations.MIGRATIONS) + 1}")
    connection.close()


def a_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "key"),
    [(no_sqlite, "store.damaged"), (foreign, "store.foreign"), (newer, "store.newer"), (a_folder, "store.trouble")],
    ids=["no database", "another program's", "of a newer version", "a folder"],
)
def test_what_is_no_store_is_told_and_left_as_it_is(tmp_path: Path, make: Callable[[Path], None], key: str) -> None:
    path = tmp_path / FILE_NAME
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StoreError) as refused:
        open_store(tmp_path)
    assert (refused.value.key, refused.value.exit_code) == (key, 4)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_store_in_use_is_told_after_a_while(desk: Any, minutes: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_PATIENCE", 0.01)
    with open_store(desk.folder) as other, desk.store.writing(), pytest.raises(StoreError) as refused:
        decide(other, Accept(item_id="apa saja"), "Budi")
    assert refused.value.key == "store.busy"


def test_a_full_disk_is_told_and_nothing_is_half_written(desk: Any, minutes: Any) -> None:
    pages = desk.store.rows("PRAGMA page_count")[0][0]
    desk.store.rows(f"PRAGMA max_page_count = {pages}")
    item = desk.item("Tugas nomor 1")
    with pytest.raises(StoreError) as refused:
        for number in range(2000):
            decide(desk.store, Edit(item_id=item.id, changes=ItemChanges(action=f"cara {number} " * 50)), "Ani")
    assert "FULL" in refused.value.message("en")
    assert desk.now(item).values.action == history(desk.store, item_id=item.id)[0].new["action"]


def test_migrations_are_taken_once_and_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []

    def later(connection: sqlite3.Connection) -> None:
        taken.append("later")
        connection.execute("CREATE TABLE baru (isi)")

    open_store(tmp_path).close()
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, later))
    for _ in range(2):
        with open_store(tmp_path) as store:
            assert store.rows("PRAGMA user_version")[0][0] == len(migrations.MIGRATIONS)
    assert taken == ["later"]


def test_a_failed_migration_leaves_the_file_as_it_was(desk: Any, minutes: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE log")
        connection.execute("SELECT nothing FROM nowhere")

    desk.decide(desk.item("Tugas nomor 1"), Accept)
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, broken))
        with pytest.raises(StoreError):
            open_store(desk.folder)
    with open_store(desk.folder) as store:
        assert len(history(store)) == 1


def test_errors_of_the_store_are_errors_of_the_program() -> None:
    assert issubclass(StoreError, NotulaError)


def test_a_sync_tells_how_far_it_is(desk: Any) -> None:
    for number in range(45):
        desk.write(desk.minutes(title=f"Rapat {number}", sha256=str(number)), f"rapat-{number}.txt")
    seen: list[tuple[int, int]] = []
    assert sync(desk.store, progress=lambda done, of: seen.append((done, of))).new == 45
    assert seen == [(20, 45), (40, 45), (45, 45)]


def test_two_syncs_at_once_take_each_file_in_once(desk: Any) -> None:
    for number in range(30):
        desk.write(desk.minutes(title=f"Rapat {number}", sha256=str(number), todos=TODOS), f"rapat-{number}.txt")
    in_threads(3, lambda _: sync(desk.store) and None)
    assert (progress(desk.store).meetings, progress(desk.store).items) == (30, 30 * 13)
