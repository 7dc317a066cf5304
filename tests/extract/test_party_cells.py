"""Cells of owners on printed pages: their lines do not tell where a party or the deadline begins."""

import pytest

from notula.models.minutes import Status
from notula.pipeline.extract.due import DueMention, find_due
from notula.pipeline.extract.groups import cell_owners, parted_cell
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.rows import TaskRow
from notula.pipeline.extract.scope import Span


def row_of(text: str) -> TaskRow:
    """A row whose owner's cell is one paragraph of these printed lines."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Span(start, start + len(line)))
        start += len(line) + 1
    whole = Span(0, len(text))
    return TaskRow(
        whole, whole, (whole,), None, Status.OPEN, owner_derived=False, owner_cell=True, owner_before=False,
        owner_listed=False, stated=False, due_cell=False, owner_lines=tuple(lines),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        pytest.param("Dinas Perikanan\nRina Anggraini", ["Dinas Perikanan", "Rina Anggraini"], id="a-line-each"),
        pytest.param("Rina\nAnggraini\nKetut Darma", ["Rina Anggraini", "Ketut Darma"], id="a-name-on-two-lines"),
        pytest.param("Dinas\nPerikanan\nKetut\nDarma", ["Dinas Perikanan", "Ketut Darma"], id="each-on-two-lines"),
        pytest.param("Dinas\nPerikanan", ["Dinas Perikanan"], id="one-on-two-lines"),
        pytest.param("Seluruh kepala\ndusun", ["Seluruh kepala dusun"], id="a-group-on-two-lines"),
    ],
)
def test_parties_on_printed_lines(text: str, owners: list[str], known: Known) -> None:
    found = cell_owners(row_of(text), lambda span: text[span.start : span.end].replace("\n", " "), known)
    assert [ref.mention.name for ref in found] == owners


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        pytest.param("Rina Anggraini\n20 Maret 2023", "Rina Anggraini", "20 Maret 2023", id="day-on-a-line"),
        pytest.param("Rina Anggraini\nakhir\nMaret", "Rina Anggraini", "akhir Maret", id="day-on-two-lines"),
        pytest.param("Dinas\nPerikanan", "Dinas Perikanan", None, id="no-day"),
    ],
)
def test_a_deadline_below_the_owner(text: str, owner: str, due: str | None, known: Known) -> None:
    def text_of(span: Span) -> str:
        return text[span.start : span.end].replace("\n", " ")

    def due_of(span: Span) -> DueMention | None:
        return find_due(text_of(span), known.lexicon, known.day)

    row = parted_cell(row_of(text), text_of, due_of)
    assert row.owner is not None and text_of(row.owner) == owner
    assert (text_of(row.due) if row.due else None) == due
