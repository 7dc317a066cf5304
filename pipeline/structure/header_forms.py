"""Tables that hold the header of minutes: rows of labels and their values, a day, a time or a title among them."""

import itertools
import re
from collections.abc import Iterator

from notula.models.blocks import Grid
from notula.models.sections import SectionKind
from notula.models.source import Line, Table
from notula.pipeline.read.lines import text_in
from notula.pipeline.structure.column_titles import title_roles
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.opening_lines import leading_day
from notula.pipeline.structure.section_kinds import ROSTER
from notula.pipeline.structure.title_lines import labelled_field
from notula.pipeline.structure.wording import normal
from notula.pipeline.text import fold

_LONGEST_LABEL = 40  # characters
_TITLES_AND_VALUES = 2  # rows
_FEWEST_TITLES = 3
# Titles of which one stands over a meeting's header, as lists of events have none.
_OF_MEETINGS = frozenset(["time", "chair", "note_taker", SectionKind.ATTENDEES.value, SectionKind.ABSENT.value])
_BOX_ROWS = 6  # at most, of a table whose cells hold labels with their values
_BOX_LABELS = 2  # at least
_HOURS = re.compile(
    r"\W*(?:(?:jam|pukul|pkl|waktu)\W{0,3})?\d{1,2}[.:]\d{2}\s*(?:wi(?:b|ta|t)\s*)?(?:[-–—]|s\.?/?d\.?|sampai|hingga)"
    r"\s*(?:\d{1,2}[.:]\d{2}|selesai)\s*(?:wi(?:b|ta|t))?\W*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*(?:\d{1,2}|[a-z])[.)]?\s*")


def is_header_form(table: Table, labels: Labels) -> bool:
    """Whether a table holds header labels, a date, time or title among them, on more than one row."""
    if heads_tasks(table, labels):
        return False
    if _is_turned(table, labels):
        return True
    labelled = form_fields(table, labels)
    fields = {field for _, field in labelled} - {None, "ignore"}
    rows = {row for row, field in labelled if field in fields}  # one row only: titles of columns
    dated = bool(fields & {"date", "title", "time"}) or _gives_day(table)
    return len(rows) >= min(2, table.rows) and len(fields) >= 2 and dated


def _is_turned(table: Table, labels: Labels) -> bool:
    """Whether a table has the labels of a header as titles of its columns, over a row that tells the day."""
    texts = {(cell.row, cell.column): text_in(cell) for cell in table.cells}
    titles = {column: _field_or_roster(text.rstrip(" :"), labels) for (row, column), text in texts.items() if row == 0}
    days = (texts.get((1, column), "") for column, field in titles.items() if field == "date")
    known = {field for field in titles.values() if field is not None}
    told = len(known) >= _FEWEST_TITLES and bool(known & _OF_MEETINGS) and None not in titles.values()
    return told and table.rows == _TITLES_AND_VALUES and any(leading_day(fold(text)) for text in days)


def _gives_day(table: Table) -> bool:
    """Whether a value of a form begins with a day, whatever its label ("Pelaksanaan | Selasa, 22 April 2025")."""
    return any(cell.column and leading_day(fold(text_in(cell)[:_LONGEST_LABEL])) for cell in table.cells)


def heads_tasks(table: Table, labels: Labels) -> bool:
    """Whether the titles of a table's columns are those of a list of tasks ("Kegiatan | PJ | Minggu")."""
    titles = (text_in(cell) for cell in table.cells if cell.row == 0)
    roles = [title_roles(labels.words.lexicon, normal(title)) for title in titles]
    return any("action" in each for each in roles) and any("owner" in each and "action" not in each for each in roles)


def holds_tasks(table: Table, labels: Labels) -> bool:
    """Whether such titles stand in any row of a table, those below the labels of a header too.

    Beside tasks may stand bodies ("Rencana Aksi | Kementerian/Lembaga | Waktu"); next to all of them are known titles.
    """
    for _, cells in itertools.groupby(table.cells, lambda cell: cell.row):
        titles = [text for cell in cells if (text := text_in(cell))]
        if len(titles) < _FEWEST_TITLES or max(map(len, titles)) >= _LONGEST_LABEL:
            continue
        roles = [title_roles(labels.words.lexicon, normal(title)) for title in titles]
        given = any({"owner", "organization"} & each and "action" not in each for each in roles)
        if given and any("action" in each for each in roles) and sum(map(bool, roles)) >= len(roles) - 1:
            return True
    return False


def form_fields(table: Table, labels: Labels) -> set[tuple[int, str | None]]:
    """The rows of a table with the header fields that they label."""
    lines = [(cell, line) for cell in table.cells for line in cell.content if isinstance(line, Line)]
    first = int(_is_numbered(table))
    labelled = {
        (cell.row, _field_or_roster(line.text.rstrip(" :"), labels))
        for cell, line in lines
        if (cell.column - first) % 2 == 0 and len(line.text) < _LONGEST_LABEL
        if cell.column == first or cell.column < table.columns - 1  # with a value beside it
    }
    return labelled | {(cell.row, labelled_field(line, labels)) for cell, line in lines if ":" in line.text}


def _is_numbered(table: Table) -> bool:
    """Whether the first column of a table has numbers only."""
    return all(_NUMBER.fullmatch(text_in(cell)) for cell in table.cells if cell.column == 0)


def _field_or_roster(label: str, labels: Labels) -> str | None:
    """The header field that a label names, or the kind of list that the header of minutes has as well."""
    kind = labels.words.kind(label)
    return labels.words.field(label) or (kind.value if kind in ROSTER else None)


def is_box(grid: Grid, labels: Labels) -> bool:
    """Whether the cells of a table hold labels with their values ("Hari/Tgl: Senin, 6 Mei | Waktu: 09.00").

    The day and the hour may stand there without a label; in a single row nothing else need have one.
    """
    texts = list(_box_texts(grid))
    if len(grid.rows) > _BOX_ROWS or not texts:
        return False
    found = [labels.opening(text) for text in texts]
    known = [
        opening.field or opening.kind
        for opening, text in zip(found, texts, strict=True)
        if opening and opening.has_value(text) and (opening.field or opening.kind in ROSTER)
    ]
    told = [field for text in texts if (field := _told_alone(text))]
    alone = len(grid.rows) == 1 and {"date", "time"} <= {*told}
    enough = len(known) >= _BOX_LABELS or alone
    return enough and 2 * (len(known) + len(told)) >= len(texts) and bool({"date", "time"} & {*known, *told})


def _told_alone(text: str) -> str | None:
    """The field of a header that a cell gives without a label: the day or the hour of a meeting."""
    if leading_day(fold(text[:_LONGEST_LABEL])):
        return "date"
    return "time" if _HOURS.fullmatch(text) else None


def _box_texts(grid: Grid) -> Iterator[str]:
    """What stands in a table's cells block by block, a label that ends with a colon with the value below it."""
    for cell in (cell for row in grid.rows for cell in row if not cell.derived):
        texts = [text for block in cell.blocks if (text := block.text.strip())]
        above = len(texts) == 2 and texts[0].endswith(":") and not texts[1].endswith(":")
        yield from (" ".join(texts),) if above else texts
