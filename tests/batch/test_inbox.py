"""Which files of watched folders are to be read now, on a clock of the test's own."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from notula.pipeline.batch import inbox as module
from notula.pipeline.batch.inbox import Inbox

SETTLE = 5


class Desk:
    """A watched folder, its inbox, and a clock that only goes when it is told."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now = folder / "masuk", 100.0
        self.folder.mkdir()
        self.told: list[tuple[str, bool]] = []
        self.inbox = Inbox(
            [self.folder], folder / "out", SETTLE, clock=lambda: self.now,
            on_folder=lambda path, there: self.told.append((path.name, there)),
        )  # fmt: skip

    def put(self, name: str, text: str = "notula", changed: int = 1_000) -> Path:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        os.utime(path, (changed, changed))
        return path

    def look(self, after: float = 0) -> list[str]:
        """The names of the files that are ready so many seconds later."""
        self.now += after
        self.inbox.look()
        names = sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())
        return [name for name in names if self.inbox.glance(self.folder / name) == "look"]

    def read(self) -> None:
        """Put up with what is there being read."""
        self.look()
        assert self.look(SETTLE)
        self.inbox.done()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_file_is_ready_when_it_has_been_seen_unchanged_for_the_settle_time(desk: Desk) -> None:
    desk.put("a.txt")
    assert [desk.look(), desk.look(SETTLE - 1), desk.look(1)] == [[], [], ["a.txt"]]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda desk: desk.put("a.txt", "notula yang lebih panjang"), id="it grows under an old time"),
        pytest.param(lambda desk: desk.put("a.txt", changed=2_000), id="its time changes"),
    ],
)
def test_a_change_begins_the_wait_anew(desk: Desk, change: Callable[[Desk], None]) -> None:
    desk.put("a.txt")
    desk.look()
    change(desk)
    assert [desk.look(SETTLE), desk.look(SETTLE - 1), desk.look(1)] == [[], [], ["a.txt"]]


def test_what_was_read_is_known_until_it_changes(desk: Desk) -> None:
    path = desk.put("a.txt")
    desk.read()
    assert desk.look(100) == [] and desk.inbox.glance(path) == "known" and not desk.inbox.waiting
    desk.put("a.txt", "lain")
    assert desk.look() == [] and desk.inbox.glance(path) == "wait" and desk.inbox.waiting
    assert desk.look(SETTLE) == ["a.txt"]


def test_a_change_during_the_reading_is_read_later(desk: Desk) -> None:
    desk.put("a.txt")
    desk.look()
    assert desk.look(SETTLE) == ["a.txt"]
    desk.put("a.txt", "berubah sementara dibaca")
    desk.inbox.done()
    desk.look()
    assert desk.look(SETTLE) == ["a.txt"]


def test_a_file_that_is_not_seen_yet_waits(desk: Desk) -> None:
    desk.look()
    assert desk.inbox.glance(desk.put("baru.txt")) == "wait"


def test_a_file_of_unknown_kind_is_never_ready(desk: Desk) -> None:
    desk.put("foto.xyz")
    desk.look()
    assert desk.look(SETTLE) == [] and not desk.inbox.waiting


def test_sub_folders_are_watched_too(desk: Desk) -> None:
    desk.put("2024/a.txt")
    desk.look()
    assert desk.look(SETTLE) == ["2024/a.txt"]


def test_a_folder_that_goes_is_told_once_and_its_files_stay_known(desk: Desk, tmp_path: Path) -> None:
    path = desk.put("a.txt")
    desk.read()
    desk.folder.rename(tmp_path / "away")
    for _ in range(3):
        assert desk.inbox.look() == 0
    assert desk.told == [("masuk", False)] and desk.inbox.present == []
    (tmp_path / "away").rename(desk.folder)
    assert desk.inbox.look() == 0
    assert desk.told == [("masuk", False), ("masuk", True)]
    assert desk.inbox.came_back and desk.inbox.glance(path) == "known"


def test_a_file_that_is_held_open_waits(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    held = {"a.txt"}
    monkeypatch.setattr(module, "_in_use", lambda path: Path(path).name in held)
    for name in ("a.txt", "b.txt"):
        desk.put(name)
    desk.look()
    assert desk.look(SETTLE) == ["b.txt"] and desk.inbox.waiting
    held.clear()
    assert desk.look() == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("system", "number", "expected"),
    [
        pytest.param("nt", 32, True, id="Windows says that it is held"),
        pytest.param("nt", 5, False, id="Windows says no for another reason"),
        pytest.param("nt", None, False, id="Windows lets it"),
        pytest.param("posix", 32, False, id="other systems are not asked"),
    ],
)
def test_who_holds_a_file_open(
    system: str, number: int | None, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rename(path: str, again: str) -> None:
        assert path == again
        if number is not None:
            trouble = PermissionError()
            trouble.winerror = number  # type: ignore[attr-defined,unused-ignore]
            raise trouble

    monkeypatch.setattr(module.os, "name", system)
    monkeypatch.setattr(module.os, "rename", rename)
    held = module._in_use("a.txt")
    monkeypatch.undo()
    assert held is expected
