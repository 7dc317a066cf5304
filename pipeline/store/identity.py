"""Which meeting of the store a result is."""

import sqlite3
from collections.abc import Iterator, Set
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from notula.models.result import Result
from notula.pipeline.store.values import unpack
from notula.pipeline.text import key

_MUCH: Final = 0.5  # share of the points that two versions of the same minutes have in common
_TITLE: Final = 80.0


class Arrival(NamedTuple):
    """A result and the path of its file."""

    path: str
    result: Result


class Found(NamedTuple):
    """The meeting's number (None: a new one), whether this file stands for it, whether its bytes are the old ones."""

    number: int | None
    stands: bool = True
    same_file: bool = False


def find_meeting(
    connection: sqlite3.Connection, arrival: Arrival, before: sqlite3.Row | None, waiting: Set[str]
) -> Found:
    """The meeting that a result belongs to.

    Args:
        connection: in a transaction.
        arrival: the result.
        before: the row of its file as last read, None for a new file.
        waiting: the files that are gone or not read yet: what they held they may no longer hold.
    """
    source = arrival.result.source
    same_id = connection.execute(
        "SELECT * FROM meetings WHERE machine_id = ? ORDER BY vanished, n", (arrival.result.id,)
    ).fetchone()
    if same_id:
        same_file = _source_of(same_id) == source.sha256
        return Found(same_id["n"], _stands(connection, same_id, arrival.path), same_file)
    for meeting in _candidates(connection, arrival, before):
        if _held_elsewhere(connection, meeting["n"], arrival.path, waiting):
            continue
        same_file = _source_of(meeting) == source.sha256
        if same_file or _resembles(connection, meeting, arrival.result):
            return Found(meeting["n"], True, same_file)
    return Found(None)


def _source_of(meeting: sqlite3.Row) -> str:
    return str(unpack(meeting["source"])["sha256"])


def _stands(connection: sqlite3.Connection, meeting: sqlite3.Row, path: str) -> bool:
    """Whether a file stands for its meeting: it did so before, or no other does."""
    if meeting["result"] == path or meeting["vanished"]:
        return True
    sql = "SELECT 1 FROM files WHERE path = ? AND meeting = ?"
    return not connection.execute(sql, (meeting["result"], meeting["n"])).fetchone()


def _candidates(
    connection: sqlite3.Connection, arrival: Arrival, before: sqlite3.Row | None
) -> Iterator[sqlite3.Row]:
    """The meetings that this file held, and those that files of the same bytes hold or held, each once."""
    source = arrival.result.source
    sql = "SELECT meeting FROM files WHERE sha256 = ? AND part = ? ORDER BY path"
    numbers = [row[0] for row in connection.execute(sql, (source.sha256, source.part))]
    sql = (
        "SELECT n FROM meetings WHERE vanished AND json_extract(source, '$.sha256') = ? "
        "AND json_extract(source, '$.part') = ?"
    )
    numbers += [row[0] for row in connection.execute(sql, (source.sha256, source.part))]
    if before and before["meeting"] is not None:
        numbers.insert(0, before["meeting"])
    for number in dict.fromkeys(numbers):
        yield connection.execute("SELECT * FROM meetings WHERE n = ?", (number,)).fetchone()


def _held_elsewhere(connection: sqlite3.Connection, meeting: int, path: str, waiting: Set[str]) -> bool:
    """Whether another file, one that is as it was or was read already, holds the meeting."""
    rows = connection.execute("SELECT path FROM files WHERE meeting = ? AND path <> ?", (meeting, path))
    return any(row[0] not in waiting for row in rows)


def _resembles(connection: sqlite3.Connection, meeting: sqlite3.Row, result: Result) -> bool:
    """Whether a result is a changed version of the meeting: half of their points are the same, or title and date."""
    sql = "SELECT machine FROM entries WHERE meeting = ? AND list <> 'meeting' AND machine_id IS NOT NULL"
    old = {key(unpack(row[0]).get("text", "")) for row in connection.execute(sql, (meeting["n"],))}
    lists = (result.agenda, result.agreements, result.follow_ups, result.suggestions)
    new = {key(item.text) for items in lists for item in items}
    fewer = min(len(old), len(new))
    if fewer > 1:
        return len(old & new) >= _MUCH * fewer
    title, date = result.meeting.title, result.meeting.date
    alike = title is not None and fuzz.ratio(key(title.text), key(meeting["title"] or "")) >= _TITLE
    return alike and date is not None and date.start == meeting["date"]
