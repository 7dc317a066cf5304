import sqlite3
from pathlib import Path
from typing import Any

import pytest

from notula.models.ledger import Entry
from notula.pipeline.errors import BusyError, OutputError, UsageError
from notula.pipeline.handover.ledger import MIGRATIONS, Ledger, open_ledger

Kit = Any


def test_reading_a_ledger_that_is_not_there_makes_none(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "none.sqlite3", must_exist=True) as ledger:
        assert ledger.targets() == () and ledger.entries("test") == {}
    assert not (tmp_path / "none.sqlite3").exists()


@pytest.mark.parametrize(
    "content", [b"Ini bukan basis data. " * 200, b"SQLite format 3\0garbage" * 50], ids=["text", "cut"]
)
def test_what_is_no_ledger_is_told(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "handover.sqlite3"
    path.write_bytes(content)
    with pytest.raises(UsageError), open_ledger(path):
        pass
    assert path.read_bytes() == content


def test_a_newer_versions_ledger_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "handover.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(UsageError) as told, open_ledger(path):
        pass
    assert "versi yang lebih baru" in told.value.message("id")


def test_one_that_is_being_made_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notula.pipeline.handover.ledger._PATIENCE", 0.05)
    path = tmp_path / "handover.sqlite3"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(BusyError), open_ledger(path):
        pass
    other.close()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError), open_ledger(tmp_path / "none" / "handover.sqlite3"):
        pass


def test_learning_a_key_keeps_what_was_sent(kit: Kit, ledger: Ledger) -> None:
    kit.run(kit.order(), ledger, kit.item(1))
    with ledger.transaction():
        before = ledger.entries("test")[kit.id(1)]
        ledger.remember("test", Entry(id=before.id, digest=before.digest, key="AIR-7", changed=before.changed), None)
    sent = ledger.sent("test", kit.id(1))
    assert ledger.entries("test")[kit.id(1)].key == "AIR-7"
    assert sent and sent.row.action == "menyusun laporan 1" and sent.meeting.title == "Rapat Air Bersih"


def test_what_fails_in_a_transaction_leaves_nothing(kit: Kit, ledger: Ledger) -> None:
    with pytest.raises(ZeroDivisionError), ledger.transaction():
        ledger.remember("test", Entry(id=kit.id(1), digest="x", changed="2026"), None)
        raise ZeroDivisionError
    assert ledger.entries("test") == {}
