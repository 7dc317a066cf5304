"""Rows of tables, and tasks with lines of details, as follow-ups."""

from dataclasses import replace

from notula.models.minutes import Status, Where
from notula.pipeline.extract.done import is_done
from notula.pipeline.extract.drafts import DueRef, FollowUpDraft, names_its_own
from notula.pipeline.extract.due import DueMention, is_ahead
from notula.pipeline.extract.earlier import was_finished
from notula.pipeline.extract.groups import cell_owners, parted_cell
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.reading import Reading, shift
from notula.pipeline.extract.rows import TaskRow

_HALF_A_YEAR = 183  # days


def row_draft(row: TaskRow, reading: Reading, known: Known) -> FollowUpDraft:
    """A row as a follow-up: what its cells say, and what its action says itself where there is no cell for it."""
    row, due = parted_cell(row, reading.text, lambda cell: reading.due(cell, cell=True)), None
    if row.due is not None:
        mention = reading.due(row.due, cell=True, task=row.action, title=row.due_title)
        due = DueRef(shift(mention.span, row.due.start), mention) if mention else None
    told = reading.due(row.new_due) if row.new_due is not None else None
    if row.new_due is not None and is_ahead(told) and _is_later(told, due, known):
        due = DueRef(shift(told.span, row.new_due.start), told)
    nobody = row.owner_cell and row.owner is None
    owners = cell_owners(row, reading.text, known)
    done = is_done(reading.text(row.action)) or was_finished(row.due_title, due, known.day)
    status = Status.DONE if done else row.status
    draft = FollowUpDraft(row.action, Where.SECTION, "follow_up_row", owners, due, status, nobody=nobody)
    complete = (owners or row.owner_cell) and (due or row.due_cell)
    if complete and not (row.owner_before or nobody):
        return draft
    read = read_row(row, reading)
    if (row.owner_before or nobody) and names_its_own(read):
        owners, draft = read.owners, replace(draft, nobody=False)
    if complete:
        return replace(draft, owners=owners)
    return replace(
        draft,
        owners=owners or (() if row.owner_cell else read.owners),
        due=due or (None if row.due_cell else read.due),
        frames=read.frames,
    )


def read_row(row: TaskRow, reading: Reading) -> FollowUpDraft:
    """What the action of a row says itself."""
    return reading.draft(row.action, Where.SECTION, "follow_up_row", section=True)


def _is_later(told: DueMention, due: DueRef | None, known: Known) -> bool:
    """Whether a deadline told beside the column of deadlines lies behind the one in there, if there is any."""
    before = due.mention.date if due else None
    if due is None or before is None or told.date is None:
        return due is None or before is None
    passed = due.mention.derived and known.day is not None and (before - known.day).days > _HALF_A_YEAR
    return passed or told.date > before  # passed: "30 Jun" said in July
