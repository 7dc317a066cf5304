"""The store's tables, as an ordered list of named steps. A step that was released is never changed: add another."""

import sqlite3
from collections.abc import Callable
from typing import Final

_TABLES: Final = """
CREATE TABLE counter (revision INTEGER NOT NULL);
INSERT INTO counter VALUES (0);

-- The result files of the output folder as last read; meeting is null where a JSON file is no result.
CREATE TABLE files (
    path TEXT PRIMARY KEY, modified INTEGER NOT NULL, size INTEGER NOT NULL,
    meeting INTEGER REFERENCES meetings (n), sha256 TEXT, part INTEGER
) WITHOUT ROWID;
CREATE INDEX files_meeting ON files (meeting);
CREATE INDEX files_document ON files (sha256, part);

-- id stays; machine_id is what the pipeline calls the meeting now. Title to changed_by repeat the reviewed header and
-- count the items, for lists.
CREATE TABLE meetings (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, machine_id TEXT NOT NULL,
    result TEXT NOT NULL, source TEXT NOT NULL, partial INTEGER NOT NULL, issues TEXT NOT NULL,
    vanished INTEGER NOT NULL DEFAULT 0,
    title TEXT, date TEXT, date_end TEXT, place TEXT, organization TEXT,
    items INTEGER NOT NULL DEFAULT 0, pending INTEGER NOT NULL DEFAULT 0, accepted INTEGER NOT NULL DEFAULT 0,
    edited INTEGER NOT NULL DEFAULT 0, rejected INTEGER NOT NULL DEFAULT 0, conflicts INTEGER NOT NULL DEFAULT 0,
    carried_over INTEGER NOT NULL DEFAULT 0, vanished_items INTEGER NOT NULL DEFAULT 0, low INTEGER NOT NULL DEFAULT 0,
    follow_ups INTEGER NOT NULL DEFAULT 0, agreements INTEGER NOT NULL DEFAULT 0, least REAL,
    revision INTEGER NOT NULL DEFAULT 0, changed_at TEXT, changed_by TEXT
);
CREATE INDEX meetings_machine ON meetings (machine_id);
CREATE INDEX meetings_vanished ON meetings (n) WHERE vanished;
CREATE INDEX meetings_date ON meetings (date);
CREATE INDEX meetings_least ON meetings (least, n);

CREATE TABLE texts (meeting INTEGER PRIMARY KEY REFERENCES meetings (n), text TEXT NOT NULL);

-- What lists and counts need of an item; the row is kept narrow so that going through all of them is quick.
-- revision: what decisions name; feed: the order in which exports see changes, fed_at the time; listed, published: the
-- feed number at which a follow-up was first there, first reviewed; due_key: unfinished by day, undated, finished;
-- judged: a person looked at it when deciding, and did not accept everything of all meetings at once.
CREATE TABLE items (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, meeting INTEGER NOT NULL REFERENCES meetings (n),
    list TEXT NOT NULL, machine_list TEXT, machine_id TEXT, position REAL NOT NULL, origin TEXT NOT NULL,
    confidence REAL NOT NULL, needs_review INTEGER NOT NULL DEFAULT 0, found_in TEXT, agreement TEXT,
    state TEXT NOT NULL DEFAULT 'pending', conflicts INTEGER NOT NULL DEFAULT 0,
    carried_over INTEGER NOT NULL DEFAULT 0, vanished INTEGER NOT NULL DEFAULT 0, skipped INTEGER NOT NULL DEFAULT 0,
    gone INTEGER NOT NULL DEFAULT 0, judged INTEGER NOT NULL DEFAULT 0, rank REAL, merged_into TEXT, split_from TEXT,
    status_since TEXT, started_on TEXT, done_on TEXT, status TEXT, due TEXT, due_key TEXT,
    owners INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL, feed INTEGER NOT NULL, fed_at TEXT NOT NULL, listed INTEGER, published INTEGER,
    changed_at TEXT, changed_by TEXT
);
CREATE INDEX items_meeting ON items (meeting, list, position);
CREATE INDEX items_rank ON items (rank, n, list, meeting) WHERE rank IS NOT NULL;
CREATE INDEX items_feed ON items (feed) WHERE listed IS NOT NULL;
CREATE INDEX items_due ON items (due_key, n, state, status, due, meeting, owners)
    WHERE list = 'follow_ups' AND NOT gone;
CREATE INDEX items_sure ON items (state, confidence, list, meeting, judged) WHERE NOT gone AND conflicts = 0;

-- What an item says. machine: what the pipeline reads now; shown: the reviewed view where it differs (else null).
CREATE TABLE bodies (
    item INTEGER PRIMARY KEY REFERENCES items (n), machine TEXT, shown TEXT, evidence TEXT,
    reasons TEXT NOT NULL DEFAULT '[]', conflicting TEXT NOT NULL DEFAULT '[]',
    words TEXT NOT NULL DEFAULT '', people TEXT NOT NULL DEFAULT ''
);
CREATE VIEW entries AS SELECT items.*, machine, shown, evidence, reasons, conflicting, words, people
    FROM items JOIN bodies ON bodies.item = items.n;

-- Who stands in the reviewed values: use is owners, recipients, attendees, ...; name is what is counted, label shown.
-- status, due: of a follow-up that is not rejected (else null).
CREATE TABLE people (
    item INTEGER NOT NULL REFERENCES items (n), meeting INTEGER NOT NULL, use TEXT NOT NULL, name TEXT NOT NULL,
    label TEXT NOT NULL, kind TEXT NOT NULL, organization TEXT, role TEXT, status TEXT, due TEXT
);
CREATE INDEX people_item ON people (item, use);
CREATE INDEX people_meeting ON people (meeting);
CREATE INDEX people_owner ON people (name, status, due, label) WHERE use = 'owners' AND status IS NOT NULL;
CREATE INDEX people_name ON people (name, use, item, label, kind, organization, role, meeting);

CREATE TABLE organizations (meeting INTEGER NOT NULL REFERENCES meetings (n), name TEXT NOT NULL, label TEXT NOT NULL);
CREATE INDEX organizations_meeting ON organizations (meeting);
CREATE INDEX organizations_name ON organizations (name, meeting, label);

-- The decisions. old, new: by field; base: the pipeline's values at that time.
CREATE TABLE log (
    revision INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL,
    meeting INTEGER NOT NULL REFERENCES meetings (n), item INTEGER NOT NULL REFERENCES items (n),
    old TEXT NOT NULL, new TEXT NOT NULL, base TEXT NOT NULL, reason TEXT NOT NULL,
    grp INTEGER NOT NULL, undoes INTEGER
);
CREATE INDEX log_item ON log (item, revision);
CREATE INDEX log_meeting ON log (meeting, revision);
CREATE INDEX log_who ON log (who, revision);
CREATE INDEX log_grp ON log (grp);
CREATE TRIGGER log_is_kept BEFORE DELETE ON log BEGIN SELECT raise(ABORT, 'the log is only added to'); END;
CREATE TRIGGER log_is_final BEFORE UPDATE ON log BEGIN SELECT raise(ABORT, 'the log is only added to'); END;

-- Which groups of the log are taken back for which items: follows from the log, kept to find the next to take back.
CREATE TABLE undone (grp INTEGER NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (grp, item)) WITHOUT ROWID;
"""

_SEARCH: Final = """
CREATE VIRTUAL TABLE texts_index USING fts5 (
    text, content='texts', content_rowid='meeting', tokenize="unicode61 remove_diacritics 2", prefix='2 3'
);
CREATE TRIGGER texts_in AFTER INSERT ON texts BEGIN
    INSERT INTO texts_index (rowid, text) VALUES (new.meeting, new.text);
END;
CREATE TRIGGER texts_out AFTER DELETE ON texts BEGIN
    INSERT INTO texts_index (texts_index, rowid, text) VALUES ('delete', old.meeting, old.text);
END;
CREATE TRIGGER texts_anew AFTER UPDATE OF text ON texts BEGIN
    INSERT INTO texts_index (texts_index, rowid, text) VALUES ('delete', old.meeting, old.text);
    INSERT INTO texts_index (rowid, text) VALUES (new.meeting, new.text);
END;

CREATE VIRTUAL TABLE items_index USING fts5 (
    words, people, content='bodies', content_rowid='item', tokenize="unicode61 remove_diacritics 2", prefix='2 3'
);
CREATE TRIGGER bodies_in AFTER INSERT ON bodies BEGIN
    INSERT INTO items_index (rowid, words, people) VALUES (new.item, new.words, new.people);
END;
CREATE TRIGGER bodies_out AFTER DELETE ON bodies BEGIN
    INSERT INTO items_index (items_index, rowid, words, people) VALUES ('delete', old.item, old.words, old.people);
END;
CREATE TRIGGER bodies_anew AFTER UPDATE OF words, people ON bodies
WHEN old.words IS NOT new.words OR old.people IS NOT new.people BEGIN
    INSERT INTO items_index (items_index, rowid, words, people) VALUES ('delete', old.item, old.words, old.people);
    INSERT INTO items_index (rowid, words, people) VALUES (new.item, new.words, new.people);
END;
"""


def create_tables(connection: sqlite3.Connection) -> None:
    """Files, meetings, items, the log of decisions, and who stands in them."""
    _script(connection, _TABLES)


def index_words(connection: sqlite3.Connection) -> None:
    """Full-text search over minutes and items."""
    _script(connection, _SEARCH)


MIGRATIONS: Final[tuple[Callable[[sqlite3.Connection], None], ...]] = (create_tables, index_words)


def migrate(connection: sqlite3.Connection) -> bool:
    """Take the steps that the file has not had yet, each in its own transaction; False where it is of a newer version.

    Raises:
        sqlite3.Error: a step failed; the file is as it was before that step.
    """
    if _version(connection) > len(MIGRATIONS):
        return False
    while _version(connection) < len(MIGRATIONS):
        connection.execute("BEGIN IMMEDIATE")
        try:
            done = _version(connection)  # another process may have taken the step while this one waited
            if done < len(MIGRATIONS):
                MIGRATIONS[done](connection)
                connection.execute(f"PRAGMA user_version = {done + 1}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    return True


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _script(connection: sqlite3.Connection, script: str) -> None:
    """Run statements inside the open transaction (``executescript`` would commit it)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
