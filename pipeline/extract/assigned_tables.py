"""Tables that give work though no title of theirs says so: their cells name who takes part, what to do and by when.

- a column of parties beside one of tasks, with one of days to come or days to come in the tasks;
- parties as titles, each over its own tasks;
- parties in rows of their own, each over its own tasks.

A table of what was said, of who is on duty or of what a programme holds names parties too, so that tasks have to begin
like tasks or to have days to come beside them, and titles of talk, of attendance or of what was done speak against it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from notula.models.blocks import Block, Grid, GridCell
from notula.models.sections import Section, SectionKind, Sections
from notula.pipeline.extract.done import is_done
from notula.pipeline.extract.due import DueMention, find_due, is_ahead
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.rows import TaskRow, task_rows
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.task_columns import EMPTY
from notula.pipeline.extract.task_words import task_words
from notula.pipeline.language import VerbForm
from notula.pipeline.structure.column_cells import names_day
from notula.pipeline.structure.column_titles import as_column, is_of_earlier, title_roles, written_roles
from notula.pipeline.structure.columns import Columns, read_columns, section_kind
from notula.pipeline.structure.report_titles import report_part
from notula.pipeline.text import fold, squeeze

TOLD = "table_cells"
"""The rule of a section of follow-ups that is such a table."""

_PLACES = (
    SectionKind.HEADER,
    SectionKind.ATTENDEES,
    SectionKind.DISCUSSION,
    SectionKind.AGREEMENTS,
    SectionKind.OTHER,
    SectionKind.CLOSING,
)
_FEWEST = 2  # rows, columns and parties that make such a table
_MOST_COLUMNS, _MOST_ROWS = 8, 200
_HALF_A_YEAR = 183  # days
_SHORT = 6  # words of a cell of days or of a party
_WORDS = 2  # of a task, on the average
_ONE_IN = 5  # cells beside parties and days begins as tasks do, at least
_CLOCK = re.compile(r"\W*(?:jam|pukul|pkl)?\W*\d{1,2}[.:]\d{2}\b", re.IGNORECASE)
_NAME = re.compile(r"(?:[a-z]{1,4}\. ?)?[A-Z]\S*(?: \S+){0,4}")
# What a column of days or of tasks tells under such a title lies behind, or was only said.
_OVER = re.compile(
    r"\b(?:mulai|realisasi|lahir|terbit|masuk|kejadian|lapor\w*|selesai pada|hadir|kunjungan|pertemuan|rapat|periode"
    r"|\w*sepakat\w*|\w*putus\w*|simpulan|kesimpulan|pembahasan|diskusi|usul\w*|masukan|saran|pendapat|tanggapan|pertanyaan|jawaban|keluhan|alasan|sebab|pemateri|narasumber|pembicara"
    r"|pendirian|sikap|pandangan|posisi|peng(?:usul|aju|hadir)\w*|pelapor|penyampai|penanya|penyumbang|donatur|peminjam"
    r"|penceramah|imam|khatib|piket|jaga|shift|sesi|acara|materi|tema|judul|honor|iuran|lomba|juara|nilai)\b"
)
# What makes a title one of deadlines, not of days on which something takes place.
_LIMIT = re.compile(r"\b(?:batas|tenggat|deadline|jatuh tempo|selesai|paling (?:lambat|telat)|target|tempo|janji)\b")
_SENTENCES = re.compile(r"\w{3}[.?!]\s+[A-Z]")
_PARTS = re.compile(r"[,;:→]\s+|\s[–—-]\s")


class Assigned(NamedTuple):
    """A table that gives work, with each row's party in a cell of its own, and its columns."""

    grid: Grid
    columns: Columns


def with_assigned_tables(sections: Sections, known: Known) -> Sections:
    """The sections with each table in them that gives work as a section of follow-ups."""
    return replace(sections, sections=tuple(each for one in sections.sections for each in _parted(one, known)))


def rows_of(grid: Grid, rule: str, scope: Scope, known: Known) -> Iterator[TaskRow]:
    """The tasks of a table in a section of follow-ups that came about by a ``rule``."""
    unknown = rule == TOLD or read_columns(grid, scope.lexicon) is None
    if unknown and (assigned := find_assigned(grid, known)):
        return task_rows(assigned.grid, scope, columns=assigned.columns)
    return task_rows(grid, scope, guess=rule != "table_columns")


def _parted(section: Section, known: Known) -> Iterator[Section]:
    """A section cut at its tables that give work; behind them the minutes go on talking."""
    if section.kind not in _PLACES or section.inline or not any(block.table for block in section.blocks):
        yield section
        return
    kind, heading, rule, held = section.kind, section.heading, section.rule, list[Block]()
    for block in section.blocks:
        if not _gives_work(block, known) or (section.kind is SectionKind.ATTENDEES and not held and heading):
            held.append(block)
            continue
        if held or heading is not None:
            yield replace(section, kind=kind, heading=heading, blocks=tuple(held), rule=rule)
        yield Section(SectionKind.FOLLOW_UPS, None, (block,), TOLD)
        kind, heading, rule, held = SectionKind.DISCUSSION, None, "after_follow_ups", []
        section = replace(section, field=None)
    if held:
        yield replace(section, kind=kind, heading=heading, blocks=tuple(held), rule=rule)


def _gives_work(block: Block, known: Known) -> bool:
    if block.table is None or section_kind(read_columns(block.table, known.lexicon)) is not None:
        return False
    return find_assigned(block.table, known) is not None


def find_assigned(grid: Grid, known: Known) -> Assigned | None:
    """A table that gives work by what its cells say, or None."""
    wide = len(grid.rows[0]) if grid.rows else 0
    if not 2 <= wide <= _MOST_COLUMNS or not _FEWEST <= len(grid.rows) <= _MOST_ROWS:
        return None
    return _by_columns(grid, known) or _under_titles(grid, known) or _under_rows(grid, known)


def _by_columns(grid: Grid, known: Known) -> Assigned | None:
    """A table with a column of parties beside their tasks."""
    for header in (0, 1):
        rows = [row for row in grid.rows[header:] if not _is_merged(row)]
        titles = grid.rows[0] if header else ()
        if len(rows) < _FEWEST:
            return None
        owners = [at for at in range(len(rows[0])) if _are_parties([row[at] for row in rows], known)]
        roles = _roles(rows, owners[0], known) if len(owners) == 1 else None
        if roles and _is_titled(grid, roles, known) is bool(header) and _may_give(titles, roles, rows, known):
            return Assigned(replace(grid, rows=(*grid.rows[:header], *rows)), Columns("follow_ups", header, roles))
    return None


def _is_titled(grid: Grid, roles: dict[int, str], known: Known) -> bool:
    """Whether the first row holds titles: no day where the others have days, or nobody where they have parties."""
    first = {role: squeeze(grid.rows[0][at].text) for at, role in roles.items()}
    due = first.get("due", "")
    if not EMPTY.fullmatch(due):
        return not _names_due(due, known)
    titled = _OVER.search(fold(first["owner"])) is not None or bool(written_roles(known.lexicon, first["owner"]))
    return titled or not known.is_party(first["owner"])


def _roles(rows: Sequence[tuple[GridCell, ...]], owner: int, known: Known) -> dict[int, str] | None:
    """The columns of tasks and of days beside that of the parties."""
    free = [at for at in range(len(rows[0])) if at != owner]
    texts = {at: [squeeze(row[at].text) for row in rows] for at in free}
    days = [at for at in free if _are_days(texts[at], known)]
    states = [at for at in free if at not in days and _are_states(texts[at], known)]
    words = {at: sum(len(text.split()) for text in texts[at]) for at in free if at not in (*days, *states)}
    action = max(words, key=lambda at: words[at], default=None)
    if action is None or len(days) > 1 or words[action] < _WORDS * len(rows):
        return None
    if any(row[action].derived for row in rows):
        return None
    return {owner: "owner", action: "action"} | dict.fromkeys(days, "due") | dict.fromkeys(states[:1], "status")


def _may_give(
    titles: Sequence[GridCell], roles: dict[int, str], rows: Sequence[tuple[GridCell, ...]], known: Known
) -> bool:
    """Whether titles, if there are any, and cells allow that the parties have to do what stands beside them."""
    action, due = (next((at for at, role in roles.items() if role == name), None) for name in ("action", "due"))
    if action is None:
        return False
    said = {at: as_column(cell.text.strip(), known.lexicon) for at, cell in enumerate(titles) if cell.text.strip()}
    told = {at: title_roles(known.lexicon, title) for at, title in said.items()}
    if any(_OVER.search(title) or is_of_earlier(title) for at, title in said.items() if at in roles):
        return False
    if any(report_part(title, known.lexicon, column=True) for title in said.values()):
        return False
    if any({"attendance", "signature", "decision"} & found for at, found in told.items() if roles.get(at) != "status"):
        return False
    limited = due is not None and _LIMIT.search(said.get(due, "")) is not None
    sure = limited or (due is not None and told.get(action, frozenset()) == frozenset({"action"}))
    dated = due is not None or "status" in roles.values()
    return _are_tasks([squeeze(row[action].text) for row in rows], known, dated=dated, sure=sure)


def _under_titles(grid: Grid, known: Known) -> Assigned | None:
    """A table whose titles are parties, or stand over a row of parties, each over its own tasks."""
    for index in (0, 1):
        heads, below = grid.rows[index], grid.rows[index + 1 :]
        if not below or _is_across(heads) or not _are_parties(heads, known, alike=False):
            continue
        pairs = [
            (replace(head, derived=True), row[at])
            for at, head in enumerate(heads)
            for row in below
            if row[at].text.strip() and not row[at].derived
        ]
        return _paired(grid, [(head, (task,)) for head, task in pairs], known)
    return None


def _under_rows(grid: Grid, known: Known) -> Assigned | None:
    """A table with parties in cells over whole rows, each over its own tasks."""
    heads = [row[0] for row in grid.rows if _is_across(row)]
    if len(heads) < _FEWEST or not _is_across(grid.rows[0]) or not _are_parties(heads, known):
        return None
    found: list[tuple[GridCell, tuple[GridCell, ...]]] = []
    head = heads[0]
    for row in grid.rows:
        if _is_across(row):
            head = row[0]
        else:
            found.append((replace(head, derived=True), row))
    return _paired(grid, found, known)


def _paired(grid: Grid, pairs: Sequence[tuple[GridCell, tuple[GridCell, ...]]], known: Known) -> Assigned | None:
    """A table with a row for each party and what stands under it."""
    rows = [(head, *cells) for head, cells in pairs]
    if len(rows) < _FEWEST or (roles := _roles(rows, 0, known)) is None or not _may_give((), roles, rows, known):
        return None
    return Assigned(replace(grid, rows=tuple(rows), header=0), Columns("follow_ups", 0, roles))


def _is_merged(row: Sequence[GridCell]) -> bool:
    """Whether a cell goes over several columns: that of a topic over the rows below it."""
    return len({cell.start for cell in row}) < len(row)


def _is_across(row: Sequence[GridCell]) -> bool:
    """Whether one cell goes over a whole row."""
    return len({cell.start for cell in row}) == 1


def _are_parties(cells: Sequence[GridCell], known: Known, *, alike: bool = True) -> bool:
    """Whether cells name parties, most of them known to take part; with ``alike`` some may be left blank or unknown."""
    texts = [squeeze(cell.text) for cell in cells]
    filled = [text for text in texts if not EMPTY.fullmatch(text)]
    if len(filled) < _FEWEST or len(filled) * 2 <= len(texts) or (not alike and len(filled) < len(texts)):
        return False
    names = [text for text in filled if len(text.split()) <= 2 * _SHORT and not names_day(known.lexicon)(text)]
    if len(names) < len(filled):
        return False
    sure = [text for text in filled if _is_present(text, known)]
    told = [text for text in filled if text not in sure and known.named(text, 0, len(text))]
    rest = [text for text in filled if text not in sure and text not in told]
    if len(sure) * 2 < len(filled) or not all(map(_NAME.fullmatch, rest)):
        return False
    return len(rest) * 3 <= len(filled)


def _is_present(text: str, known: Known) -> bool:
    """Whether a cell names parties that the minutes list, or that are bodies or offices by their names."""
    named = known.named(text, 0, len(text))
    return bool(named) and all(known.is_listed(each) or known.recognizer.is_party(each.mention.name) for each in named)


def _are_days(texts: Sequence[str], known: Known) -> bool:
    """Whether most cells name days or deadlines and none an hour; most days lie not before the meeting."""
    filled = [text for text in texts if not EMPTY.fullmatch(text)]
    days = [text for text in filled if len(text.split()) <= _SHORT and _names_due(text, known)]
    if not filled or len(days) * 2 <= len(filled) or any(map(_CLOCK.match, filled)):
        return False
    dues = [due for text in days if (due := _due(text, known, cell=True)) and due.date]
    return sum(_is_past(due, known) for due in dues) * 2 <= len(dues)


def _is_past(due: DueMention, known: Known) -> bool:
    """Whether a day lies before the meeting, or would but for the year that is not written ("12 April" in May)."""
    if due.date is None or known.day is None:
        return False
    return due.date < known.day or (due.derived and (due.date - known.day).days > _HALF_A_YEAR)


def _names_due(text: str, known: Known) -> bool:
    due = _due(text, known)
    return names_day(known.lexicon)(" ".join(text.split()[:2])) or (due is not None and due.start == 0)


def _due(text: str, known: Known, *, cell: bool = False) -> DueMention | None:
    return find_due(text, known.lexicon, known.day, known.events, cell=cell)


def _are_states(texts: Sequence[str], known: Known) -> bool:
    """Whether cells say how far something is, and of one at least that it is still to do."""
    filled = [fold(text) for text in texts if not EMPTY.fullmatch(text)]
    cues = known.lexicon.cues
    states = (*cues.status_done, *cues.status_open, *cues.status_doing)
    told = [text for text in filled if any(re.match(rf"{re.escape(word)}\b", text) for word in states)]
    still = [text for text in told if not any(re.match(rf"{re.escape(word)}\b", text) for word in cues.status_done)]
    return bool(still) and len(told) * 3 > len(filled) * 2


def _are_tasks(texts: Sequence[str], known: Known, *, dated: bool, sure: bool) -> bool:
    """Whether some cells tell what to do as tasks do, and where no column has days half of them name days to come."""
    filled = [text for text in texts if not EMPTY.fullmatch(text)]
    cues = known.lexicon.cues
    reported = [text for text in filled if fold(text).split()[0] in (*cues.report, *cues.negative)]
    if len(filled) < _FEWEST or max(sum(map(is_done, filled)), len(reported)) * 2 > len(filled):
        return False
    if not dated:
        told = any(_SENTENCES.search(text) for text in filled)  # of a speaker
        if told or sum(_is_ahead(text, known) for text in filled) * 2 < len(filled):
            return False
    return sure or sum(_is_task(text, known) for text in filled) * _ONE_IN >= len(filled)


def _is_ahead(text: str, known: Known) -> bool:
    due = _due(text, known)
    return is_ahead(due) and not _is_past(due, known)


def _is_task(text: str, known: Known) -> bool:
    """Whether a part of a cell begins with what to do, or says that something is done to a thing ("Tenda dicek")."""
    if any(known.language.verb_form(fold(word)) is VerbForm.PASSIVE for word in re.findall(r"\w+", text)):
        return True
    firsts = [fold(word[0]) for part in _PARTS.split(text) if (word := re.search(r"\w+", part))]
    return any(
        known.language.verb_form(word) in (VerbForm.ACTIVE, VerbForm.BASE) or word in task_words(known.lexicon)
        for word in firsts
    )
