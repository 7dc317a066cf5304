"""The rows of a task table: action, owner, deadline and status by its columns."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from notula.models.blocks import Block, Grid, GridCell, Span
from notula.models.minutes import Status
from notula.models.sections import SectionKind
from notula.pipeline.extract.blanks import is_placeholder, is_prompt
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.done import is_dropped, is_struck
from notula.pipeline.extract.duty_columns import crossed_columns, crosses, helping_columns, letter_duties, letter_word
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.task_cells import is_listed, lines_or_points, parts_of, points_of, printed_lines, span_of
from notula.pipeline.extract.task_columns import (
    EMPTY,
    below_groups,
    guess_columns,
    telling_column,
    told_at_length,
    with_action,
    with_owner,
    without_counts,
)
from notula.pipeline.structure.column_cells import names_day
from notula.pipeline.structure.columns import Columns, read_columns
from notula.pipeline.structure.shapes import part
from notula.pipeline.text import fold

_GROUP_MARK = re.compile(r"\s*(?:[A-Z]|[IVX]{1,4}|\d{1,2})[.)]\s+")
_TICK = re.compile(r"\W*[√✓✔☑✅]\W*(?:sudah|sdh|ok)?\W*", re.IGNORECASE)
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SAME = re.compile(
    r"\s*(?:s\.?\s?d\.?\s?a\.?|idem|ditto|sama(?: (?:dengan|dgn|seperti|kayak?) (?:(?:yang|yg) )?(?:di )?atas)?"
    r"|[\"”〃]|-\s?[\"”]\s?-)\s*",
    re.IGNORECASE,
)
# "sdh ada stok": what there is for a task says nothing of how far it is.
_AT_HAND = re.compile(r"\W*(?:sudah|sdh|telah|udah)\s+(?:ada|tersedia|punya|disediakan)\s*,?\s+\w", re.IGNORECASE)
# "sudah dicetak, tinggal dibagikan": a part is still to do.
_REST = re.compile(r"^(?:sudah|sdh|telah|udah|selesai)\b.*\b(?:tinggal|tapi belum|tp blm|belum semua|sebagian)\b")
# "selesai pawai": in a column of deadlines what has to be over before.
_AFTER = re.compile(r"\W*(?:selesai|rampung|tuntas|beres)\s+(?!(?:di|se)\w+|dengan\b)[^\W\d]", re.IGNORECASE)
# "Proses, molor ke 20/9", "belum, target 5 Mei": in a column of statuses a new deadline, or the only one.
_NEW_DAY = re.compile(
    r"\b(?:molor|mundur|di ?undur|(?:di ?|ber)?geser|di ?pindah|(?:di)?jadwal ulang|re-?schedul|postpone|"
    r"di ?perpanjang|(?:revisi )?(?:di)?target)\w*|"
    r"\b(?:tenggat|deadline|paling lambat|selambat\S*|maks\w*|eta|estimasi)\b|\btetap(?=\s+\d)",
    re.IGNORECASE,
)
# "belum, minggu depan", "baru dua unit": in a remark how far a task is.
_UNFINISHED = re.compile(
    r"\W*(?:belum|blm|baru|masih|proses|dalam proses|sedang|on ?going|on ?progress|open|pending|tertunda|ditunda"
    r"|(?:di)?lanjut\w*)\b",
    re.IGNORECASE,
)
# What leads to a day that stands alone in a cell.
_LEADS_TO_DAY = re.compile(
    r"\W*(?:(?:tgl|tanggal|hari|akhir|sebelum|sblm|maks\w*|sampai|s/d|by|target|paling (?:lambat|telat))\b\W*){1,3}",
    re.IGNORECASE,
)


class PartyCell(NamedTuple):
    """A cell that names parties, with what ``TaskRow`` says of the owner's: parts, lines, whether listed or derived."""

    span: Span
    parts: tuple[Span, ...]
    listed: bool
    derived: bool
    lines: tuple[Span, ...] = ()


class TaskRow(NamedTuple):
    """A row's spans; ``owner`` and ``due`` are None where the cell is empty.

    ``owner_cell`` and ``due_cell`` say that there is such a column; ``stated`` says that a status is written;
    ``owner_before`` says that the owner's column stands before the action's: then it may be the one of a whole topic;
    ``owner_listed`` that the writer set the parts of the owner's cell apart, each with words of a name;
    ``owner_lines`` are the printed lines of that cell, which do not tell where a party ends.
    ``new_due`` is the cell of a status or remark that tells a deadline: a new one, or the only one.
    ``parts`` are the paragraphs of the action's cell; ``due_title`` is the title over the deadlines.
    ``helpers`` are the cells of those who help the owner; ``over`` is the cell over the whole table above the row.
    """

    action: Span
    owner: Span | None
    owner_parts: tuple[Span, ...]
    due: Span | None
    status: Status
    owner_derived: bool
    owner_cell: bool
    owner_before: bool
    owner_listed: bool
    stated: bool
    due_cell: bool
    new_due: Span | None = None
    parts: tuple[Span, ...] = ()
    due_title: str = ""
    helpers: tuple[PartyCell, ...] = ()
    over: Block | None = None
    owner_lines: tuple[Span, ...] = ()


def task_rows(
    grid: Grid, scope: Scope, *, guess: bool = False, columns: Columns | None = None
) -> Iterator[TaskRow]:
    """The rows of a task table that hold an action; nothing where its columns are not known.

    With ``guess`` (a table under a follow-up heading) unknown columns are told by what stands in them. ``columns`` are
    those that are known already.
    """
    columns = columns or read_columns(grid, scope.lexicon) or (guess_columns(grid, scope) if guess else None)
    columns = without_counts(columns, grid) if columns else None
    action = columns.at("action") if columns else None
    if columns is not None and action is None and (guess or columns.kind == "follow_ups"):
        columns = with_action(columns, grid)
        action = columns.at("action")
    if columns is None or action is None:
        return
    action = below_groups(columns, grid, told_at_length(columns, grid, action))
    telling = telling_column(columns, grid, scope)
    crossed = crossed_columns(columns, grid, scope)
    columns = columns._replace(roles=columns.roles | dict.fromkeys(crossed, "crossed"))
    columns = columns if crossed else with_owner(columns, grid, action, scope)
    owner, due = columns.at("owner"), columns.at("due")
    others = [at for at in columns.all("owner") if at != owner]
    due_title = grid.rows[columns.header - 1][due].text.strip() if columns.header and due is not None else ""
    last: tuple[GridCell, ...] = ()
    over: Block | None = None
    helping, duties = helping_columns(columns, grid, scope), letter_duties(scope) if crossed else {}
    number, above = columns.at("number"), None  # the cell of the owner of the last numbered row
    for row in _untitled(grid, columns.header):
        over = _across(row) or over
        if owner is not None and number is not None:
            if row[number].text.strip() or row[owner].text.strip():
                above = row[owner]
            elif above is not None and owner < action:  # left blank, it goes on: "1 | Bappeda | ...", " | | ..."
                row = (*row[:owner], replace(above, derived=True), *row[owner + 1 :])
        last = row = _as_above(row, last, (owner, due))
        if _says_nothing(row, action, columns, scope) or (telling is not None and _only_tells(row[telling], scope)):
            continue
        if columns.mixed and not guess and not is_assigned(row, columns, scope):
            continue
        single = _task_row(row, action, columns, scope)._replace(due_title=due_title)
        single = single._replace(helpers=tuple(_helpers(row, helping, scope)), over=over)
        unsaid = owner is None or EMPTY.fullmatch(row[owner].text) is not None  # "?" says that nobody is found yet
        if single.owner is None and unsaid and (told := _told_beside(row, others, scope)):
            single = single._replace(owner=span_of(told), owner_parts=parts_of(told))
        if owner is None and (heads := tuple(span_of(crossed[at]) for at in crossed if crosses(row[at], duties))):
            single = single._replace(owner=heads[0], owner_parts=heads, owner_derived=True, owner_cell=True)
        if columns.at("report") is not None:
            yield from (single._replace(action=task) for task in _planned(row[action], scope))
        else:
            yield from _side_by_side(single, row, action, owner, due)


def _untitled(grid: Grid, header: int) -> list[tuple[GridCell, ...]]:
    """The rows of a table without its titles, those too that stand in it again further down."""
    said = [tuple(fold(cell.text).strip(" .:") for cell in row) for row in grid.rows]
    return [row for row, words in zip(grid.rows, said, strict=True) if words not in said[:header]]


def decided_rows(grid: Grid, scope: Scope) -> Iterator[TaskRow]:
    """The rows of a table of decisions without tasks of their own that say who sees to what was decided, or by when."""
    columns = read_columns(grid, scope.lexicon)
    decision = columns.at("decision") if columns else None
    if columns is None or decision is None or columns.at("action") is not None:
        return
    for row in grid.rows[columns.header :]:
        single = _task_row(row, decision, columns, scope)
        assigned = single.owner or (single.due and names_day(scope.lexicon)(scope.text(*single.due)))
        if assigned and not row[decision].derived and not EMPTY.fullmatch(row[decision].text):
            yield single


def _task_row(row: tuple[GridCell, ...], action: int, columns: Columns, scope: Scope) -> TaskRow:
    owner, due, status = (columns.at(role) for role in ("owner", "due", "status"))
    return TaskRow(
        action=span_of(row[action]),
        owner=_filled(row, owner, scope),
        owner_parts=parts_of(row[owner]) if owner is not None else (),
        due=_filled(row, due, scope),
        status=_status(row, columns, scope) if not _is_struck(row[action]) else Status.DONE,
        owner_derived=owner is not None and row[owner].derived,
        owner_cell=owner is not None,
        stated=any(_is_stated(cell.text, at == status) for at, cell in _remarks(row, action, columns)),
        owner_before=owner is not None and owner < action,
        owner_listed=owner is not None and is_listed(row[owner]),
        due_cell=due is not None,
        new_due=_new_due(row, action, columns, scope),
        parts=parts_of(row[action]),
        owner_lines=printed_lines(row[owner]) if owner is not None else (),
    )


def _is_struck(cell: GridCell) -> bool:
    return bool(cell.blocks) and all(map(is_struck, cell.blocks))


def _told_beside(row: tuple[GridCell, ...], owners: list[int], scope: Scope) -> GridCell | None:
    """The cell that names who does it in a further column of owners ("Seksi" beside "Siapa"), or None."""
    return next((row[at] for at in owners if _filled(row, at, scope) and not row[at].derived), None)


def _across(row: tuple[GridCell, ...]) -> Block | None:
    """The line of a cell over a whole row, as heads the rows below it ("B. SEKSI KONSUMSI"), or None."""
    if len({cell.start for cell in row}) > 1 or len(row) < 2 or len(row[0].blocks) != 1:
        return None
    line = row[0].blocks[0]
    mark = _GROUP_MARK.match(line.text)
    return part(line, mark.end(), len(line.text)) if mark else line


def _helpers(row: tuple[GridCell, ...], at: list[int], scope: Scope) -> Iterator[PartyCell]:
    """The filled cells of those who help the owner."""
    for cell, span in ((row[each], _filled(row, each, scope)) for each in at):
        if span is not None:
            yield PartyCell(span, parts_of(cell), is_listed(cell), cell.derived)


def _remarks(row: tuple[GridCell, ...], action: int, columns: Columns) -> Iterator[tuple[int, GridCell]]:
    """The cells that say how far a row's task is: of a status, of remarks and of no known use behind the action."""
    free = (at for at in range(action + 1, len(row)) if columns.roles.get(at) in (None, "remark"))
    status = columns.at("status")
    yield from ((at, row[at]) for at in (status, *free) if at is not None and not row[at].derived)


def _is_stated(text: str, status: bool) -> bool:
    """Whether a cell says how far a task is: anything does in a column for that."""
    return not EMPTY.fullmatch(text) if status else _UNFINISHED.match(text) is not None


def _new_due(row: tuple[GridCell, ...], action: int, columns: Columns, scope: Scope) -> Span | None:
    """What a status or a remark says of a deadline, from the word on that tells a new one, or the only one."""
    told = [cell for _, cell in _remarks(row, action, columns)]
    later = [Span(cell.start + mark.start(), cell.end) for cell in told if (mark := _NEW_DAY.search(cell.text))]
    due = columns.at("due")
    if due is None or EMPTY.fullmatch(row[due].text):
        later += [span_of(cell) for cell in told if _UNFINISHED.match(cell.text)]  # "belum, minggu depan"
    remark = columns.at("remark")
    if due is None and remark is not None and _is_day(row[remark].text, scope):
        later.append(span_of(row[remark]))
    return later[0] if later else None


def _is_day(text: str, scope: Scope) -> bool:
    """Whether a cell is a date and nothing else but words that lead to it ("tgl 16 Feb", "akhir Mei")."""
    lead = _LEADS_TO_DAY.match(text)
    day = text[lead.end() :].strip() if lead else text
    dates = find_dates(day, scope.lexicon, short=True)
    if lead and not dates:
        return day.isalpha() and names_day(scope.lexicon)(day)
    return len(dates) == 1 and not re.search(r"\w", day[: dates[0].start] + day[dates[0].end :])


def _says_nothing(row: tuple[GridCell, ...], action: int, columns: Columns, scope: Scope) -> bool:
    """Whether a row holds no action: none is written, only a remark is, or the cell of the row above goes on in it."""
    text, owner = row[action].text.strip(), columns.at("owner")
    if row[action].derived or (owner is not None and _only_tells(row[owner], scope)):
        return True
    if any(is_dropped(cell.text) for _, cell in _remarks(row, action, columns)):
        return True
    said, cues = fold(text).rstrip(" .!"), scope.lexicon.cues
    if is_placeholder(text) or said in (*cues.no_owner, *cues.no_task, *cues.status_done):
        return True
    others = [cell for at, cell in enumerate(row) if at != action]
    told = [row[at].text.strip() for at in (owner, columns.at("due")) if at is not None]
    dashes = len(told) > 1 and all(told) and not any(text.strip("-–—") for text in told)
    if dashes and " " not in text:
        return True  # "pertahankan": for nobody, at no time
    if any(not EMPTY.fullmatch(cell.text) for at, cell in enumerate(row) if columns.roles.get(at) in ("owner", "due")):
        return False
    goes_on = text[:1].islower() and all(not cell.text.strip() for cell in others)
    return _BRACKETED.fullmatch(text) is not None or (goes_on and columns.at("number") is not None)


def _as_above(
    row: tuple[GridCell, ...], last: tuple[GridCell, ...], at: tuple[int | None, ...]
) -> tuple[GridCell, ...]:
    """A row with the cells of the one above where its own say "the same" ("sda", "idem")."""
    same = [each for each in at if each is not None and last and _SAME.fullmatch(row[each].text)]
    return tuple(replace(last[each], derived=True) if each in same else cell for each, cell in enumerate(row))


def _only_tells(cell: GridCell, scope: Scope) -> bool:
    """Whether a cell says of its row that it tells or decides something ("Info", "Kesepakatan")."""
    told = fold(cell.text).strip(" .") in scope.lexicon.cues.no_task
    return told or scope.labels.words.kind(cell.text) is SectionKind.AGREEMENTS


def _side_by_side(
    single: TaskRow, row: tuple[GridCell, ...], action: int, owner: int | None, due: int | None
) -> Iterator[TaskRow]:
    """A row whose cells hold several lines side by side, as a row for each line; else the row as it is."""
    tasks = points_of(row[action])
    cells = [row[at] for at, told in ((owner, single.owner), (due, single.due)) if at is not None and told]
    if len(tasks) < 2 or not any(len(points_of(cell)) == len(tasks) for cell in cells):
        tasks = parts_of(row[action])
    owners = lines_or_points(row[owner], len(tasks)) if owner is not None and single.owner else ()
    dues = lines_or_points(row[due], len(tasks)) if due is not None and single.due else ()
    same = len(owners) in (0, 1) and len(dues) == len(tasks) and bool(points_of(row[action]))
    paired = (len(owners) == len(tasks) and len(dues) in (0, 1, len(tasks))) or same
    if not paired and len(points := points_of(row[action])) > 1:
        yield from (single._replace(action=point) for point in points)
        return
    if len(tasks) < 2 or not paired or any(row[at].derived for at in (owner, due) if at is not None):
        yield single
        return
    for at, task in enumerate(tasks):
        day = dues[at] if len(dues) == len(tasks) else single.due
        if len(owners) == len(tasks):
            yield single._replace(action=task, owner=owners[at], owner_parts=(owners[at],), due=day)
        else:
            yield single._replace(action=task, due=day)


def is_assigned(row: tuple[GridCell, ...], columns: Columns, scope: Scope) -> bool:
    """Whether a row names an owner or a deadline or is open: in a column of decisions and tasks only such are tasks."""
    action, owner, due = columns.at("action"), columns.at("owner"), columns.at("due")
    if action is not None and owner is not None and row[owner].derived and row[owner].text == row[action].text:
        return False  # one cell over the whole row is the heading of a group
    status = columns.at("status")
    if status is not None and fold(row[status].text).strip(" .") in scope.lexicon.cues.status_open:
        return True
    return _filled(row, owner, scope) is not None or (due is not None and not EMPTY.fullmatch(row[due].text))


def _planned(cell: GridCell, scope: Scope) -> Iterator[Span]:
    """What a cell of a report says is planned: its items or lines, one each, but none that says there is nothing."""
    for task in points_of(cell) or parts_of(cell):
        if not is_placeholder(scope.text(*task)):
            yield task


def _filled(row: tuple[GridCell, ...], at: int | None, scope: Scope) -> Span | None:
    if at is None or EMPTY.fullmatch(row[at].text) or is_prompt(row[at].text):
        return None
    if fold(row[at].text) in scope.lexicon.cues.no_owner:
        return None
    return span_of(row[at])


def _status(row: tuple[GridCell, ...], columns: Columns, scope: Scope) -> Status:
    """How far a row's task is, by its column for that, what else is said of it, or a cell with no other use."""
    cues = scope.lexicon.cues
    columned = [row[at].text for role in ("status", "remark", "due") if (at := columns.at(role)) is not None]
    told = [letter_word(text, scope) for text in columned]
    timed = [row[at].text for at in columns.all("due")]
    free = [cell for at, cell in enumerate(row) if columns.roles.get(at) in (None, "priority", "owner")]
    beside = [cell.text for cell in free if not cell.derived]
    if any(fold(text).strip(" .!") in cues.status_done or _TICK.fullmatch(text) for text in beside):
        return Status.DONE
    if (at := columns.at("status")) is not None and _TICK.fullmatch(row[at].text.strip()):
        return Status.DONE
    for text in told:
        said = re.sub(r"[^\w\s%]", " ", fold(text)).strip()
        if _REST.search(said):
            return Status.IN_PROGRESS
        if _AT_HAND.match(text) or (text in timed and _AFTER.match(text) and not find_dates(text, scope.lexicon)):
            continue
        if any(said == word or said.startswith(word + " ") for word in cues.status_done) and not said.startswith("ok "):
            return Status.DONE
        if any(said == word or said.startswith(word + " ") for word in cues.status_doing):
            return Status.IN_PROGRESS
    return Status.OPEN
