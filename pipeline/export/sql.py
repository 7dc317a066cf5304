"""The SQL that both databases share: tables made where they are missing, rows put in or brought up to date by key."""

from collections.abc import Iterable

from notula.models.handover import Batch
from notula.pipeline.export.records import OWNERS, ColumnType, Table


def quoted(name: str) -> str:
    """A name as SQL has it between quotes."""
    return '"' + name.replace('"', '""') + '"'


def create_table(table: Table, prefix: str, types: dict[ColumnType, str]) -> str:
    """The statement that makes a table where there is none."""
    columns = [
        f"{quoted(column.name)} {types[column.type]}{' NOT NULL' if column.required else ''}"
        for column in table.columns
    ]
    key = ", ".join(map(quoted, table.key))
    return f"CREATE TABLE IF NOT EXISTS {quoted(prefix + table.name)} ({', '.join(columns)}, PRIMARY KEY ({key}))"


def upsert(table: Table, prefix: str, source: str) -> str:
    """The statement that puts rows in and brings those that are there up to date.

    ``source`` is what the rows come from: ``VALUES (...)`` or ``SELECT ...``.
    """
    names = [quoted(column.name) for column in table.columns]
    key = ", ".join(map(quoted, table.key))
    changes = ", ".join(f"{name} = excluded.{name}" for name in names if name not in map(quoted, table.key))
    into = quoted(prefix + table.name)
    return f"INSERT INTO {into} ({', '.join(names)}) {source} ON CONFLICT ({key}) DO UPDATE SET {changes}"


def delete_children(table: Table, prefix: str, mark: str) -> str:
    """The statement that removes the rows that hang on one id: lists without ids of their own are written anew."""
    assert table.parent is not None
    return f"DELETE FROM {quoted(prefix + table.name)} WHERE {quoted(table.parent[0])} = {mark}"


def is_list(table: Table) -> bool:
    """Whether a table's rows have no id of their own but a position in their parent's list."""
    return "position" in table.key


def renewed(table: Table, batch: Batch) -> Iterable[str]:
    """The ids whose lists the batch writes anew in a table of lists: its follow-ups, or its meetings."""
    return (row.id for row in (batch.follow_ups if table is OWNERS else batch.meetings))
