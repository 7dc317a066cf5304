"""The result files of the output folder into the store: only those that are new or have changed are read.

- Files are told apart by their time and size. They are taken in a few at a time, each few in one transaction, so that
  people can read and decide meanwhile.
- Which meeting a result is: the one that the pipeline calls by its id; else the one that this file, or a file of the
  same bytes, held before, where no other file holds it still and it is the same document or much like it.
- Where several files hold the same meeting, the first by path that was seen stands for it; another takes its place when
  it goes.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from pydantic import ValidationError

from notula.models.result import Result, ResultStatus
from notula.models.review_views import Synced
from notula.pipeline.errors import StoreError, why
from notula.pipeline.store.database import Store
from notula.pipeline.store.identity import Arrival, find_meeting
from notula.pipeline.store.intake import Tally, take_in, take_out
from notula.pipeline.store.items import insert, update
from notula.pipeline.store.values import pack
from notula.pipeline.text import encodable

_AT_ONCE: Final = 20  # files in one transaction: some tens of milliseconds

Progress = Callable[[int, int], None]


class _Stat(NamedTuple):
    modified: int
    size: int


@dataclass(slots=True)
class _Sync:
    """One round: what is on the disk, and what has happened so far; ``waiting`` files are gone or not read yet."""

    store: Store
    there: dict[str, _Stat]
    changed: list[str]
    waiting: set[str]
    tally: Tally = field(default_factory=Tally)
    unreadable: list[str] = field(default_factory=list)


def sync(store: Store, *, progress: Progress | None = None) -> Synced:
    """Bring the store up to the result files of its folder.

    Args:
        store: the open store.
        progress: called with how many of the changed files are done, and how many there are.

    Raises:
        StoreError: the folder cannot be listed or the store cannot be written.
    """
    there = _result_files(store.folder)
    known = {row["path"]: _Stat(row["modified"], row["size"]) for row in store.rows("SELECT * FROM files")}
    changed = sorted(path for path, stat in there.items() if known.get(path) != stat)
    round_ = _Sync(store, there, changed, waiting={*changed, *(known.keys() - there.keys())})
    for start in range(0, len(round_.changed), _AT_ONCE):
        _take_in_some(round_, round_.changed[start : start + _AT_ONCE])
        if progress:
            progress(min(start + _AT_ONCE, len(round_.changed)), len(round_.changed))
    removed = sorted(known.keys() - there.keys())
    if removed:
        _forget(round_, removed)
    _replace_lost(round_)
    return Synced(
        files=len(there), changed=len(round_.changed), removed=len(removed), unreadable=tuple(round_.unreadable),
        new=round_.tally.new, carried_over=round_.tally.carried_over, conflicts=round_.tally.conflicts,
        vanished=round_.tally.vanished,
    )  # fmt: skip


def _result_files(folder: Path) -> dict[str, _Stat]:
    """The JSON files below a folder by their relative path with ``/``; hidden ones and links to folders left out."""
    try:
        return dict(_walk(folder, ""))
    except OSError as trouble:
        raise StoreError("store.trouble", path=str(folder), reason=why(trouble)) from trouble


def _walk(folder: Path, prefix: str) -> Iterator[tuple[str, _Stat]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(Path(entry.path), f"{prefix}{entry.name}/")
            elif entry.name.endswith(".json") and entry.is_file() and encodable(entry.name) == entry.name:
                stat = entry.stat()
                yield prefix + entry.name, _Stat(stat.st_mtime_ns, stat.st_size)


class _Loaded(NamedTuple):
    """A file as read: ``result`` is None where it is no result; ``text`` the canonical text beside it."""

    path: str
    stat: _Stat
    result: Result | None
    text: str


def _take_in_some(round_: _Sync, paths: Sequence[str]) -> None:
    loaded = [found for path in paths if (found := _load(round_, path))]
    with round_.store.writing() as connection:
        for one in loaded:
            before = connection.execute("SELECT * FROM files WHERE path = ?", (one.path,)).fetchone()
            if before and (before["modified"], before["size"]) == one.stat:
                continue  # another process was faster
            _take_in_one(round_, connection, one, before)
            round_.waiting.discard(one.path)


def _load(round_: _Sync, path: str) -> _Loaded | None:
    """A file's result and text; None for one that cannot be read, whose meeting stays as it was."""
    file = round_.store.folder / path
    try:
        raw = file.read_bytes()
        result = Result.model_validate_json(raw)
        text_file = file.with_suffix(".txt")
        text = text_file.read_bytes().decode("utf-8") if text_file.exists() else ""
    except ValidationError:
        if not (b'"schema_version"' in raw[:100] and b'"meeting"' in raw):
            return _Loaded(path, round_.there[path], None, "")
        round_.unreadable.append(path)
        return None
    except (OSError, ValueError):
        round_.unreadable.append(path)
        return None
    return _Loaded(path, round_.there[path], result, text)


def _take_in_one(
    round_: _Sync, connection: sqlite3.Connection, one: _Loaded, before: sqlite3.Row | None
) -> None:
    meeting: int | None = None
    sha256 = part = None
    if one.result is not None:
        sha256, part = one.result.source.sha256, one.result.source.part
        found = find_meeting(connection, Arrival(one.path, one.result), before, round_.waiting)
        meeting = found.number
        if found.number is None:
            meeting = _new_meeting(connection, one.path, one.result)
        elif found.stands:
            _describe(connection, found.number, one.path, one.result)
        if found.number is None or found.stands:
            assert meeting is not None
            round_.tally.add(take_in(connection, meeting, one.result, one.text, same_file=found.same_file))
    connection.execute(
        "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", (one.path, *one.stat, meeting, sha256, part)
    )


def _new_meeting(connection: sqlite3.Connection, path: str, result: Result) -> int:
    taken = connection.execute("SELECT 1 FROM meetings WHERE id = ?", (result.id,)).fetchone()
    columns = {"id": f"{result.id}-{result.source.sha256[:8]}" if taken else result.id, **_description(path, result)}
    return insert(connection, "meetings", columns)


def _describe(connection: sqlite3.Connection, meeting: int, path: str, result: Result) -> None:
    update(connection, "meetings", meeting, _description(path, result))


def _description(path: str, result: Result) -> dict[str, object]:
    return {
        "machine_id": result.id, "result": path, "source": result.source.model_dump_json(), "vanished": 0,
        "partial": int(result.status == ResultStatus.PARTIAL),
        "issues": pack([issue.model_dump(mode="json") for issue in result.issues]),
    }  # fmt: skip


def _forget(round_: _Sync, paths: Sequence[str]) -> None:
    with round_.store.writing() as connection:
        connection.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in paths])


_LOST: Final = """
SELECT n, (SELECT min(path) FROM files WHERE files.meeting = meetings.n) AS other FROM meetings
WHERE NOT vanished AND NOT EXISTS (SELECT 1 FROM files WHERE path = meetings.result AND files.meeting = meetings.n)
"""


def _replace_lost(round_: _Sync) -> None:
    """Give meetings whose file is gone, or holds another meeting now, their next file; those without one vanish."""
    for row in round_.store.rows(_LOST):
        if row["other"] is None:
            with round_.store.writing() as connection:
                connection.execute("UPDATE meetings SET vanished = 1 WHERE n = ?", (row["n"],))
                round_.tally.add(take_out(connection, row["n"]))
        elif (loaded := _load(round_, row["other"])) and loaded.result:
            with round_.store.writing() as connection:
                _describe(connection, row["n"], loaded.path, loaded.result)
                round_.tally.add(take_in(connection, row["n"], loaded.result, loaded.text, same_file=False))
