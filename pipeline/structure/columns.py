"""What the columns of a table hold, read from its title row."""

import re
from typing import NamedTuple

from notula.models.blocks import Grid
from notula.models.sections import SectionKind
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.column_cells import filled_cells, holds_days, is_marked, tells
from notula.pipeline.structure.column_titles import SURE_WORDS, as_column, heading_kind, is_of_earlier, title_roles
from notula.pipeline.structure.report_titles import Part, report_part
from notula.pipeline.structure.title_rows import lower_titles
from notula.pipeline.structure.wording import normal

# Of the roles that a title may stand for, the first of these is taken.
_TASKS_FIRST = "number action owner support due status remark topic decision role priority"
_PEOPLE_FIRST = "number name role organization attendance signature remark status"
_TALK_FIRST = "number topic decision action owner due status remark name role organization priority"
_TABLE_PREFERENCE = {
    "follow_ups": tuple(_TASKS_FIRST.split()),
    "attendees": tuple(_PEOPLE_FIRST.split()),
    "other": tuple(_TALK_FIRST.split()),
}
_OWNERS = ("organization", "name", "role")  # who a task is for where no column of owners stands beside it
_BESIDE = frozenset(["number", "owner", "due", "remark", "topic", "priority", *_OWNERS])  # a report's other columns
_STILL_TO_DO = ("to do", "todo")  # in whichever order the columns stand
_LONGEST_TITLE = 60  # letters
_LONG_CELL = 8  # words of a cell that reports something
# Titles that make a table one of tasks beside a column of names.
_TASK_TITLES = {
    "tugas",
    "pembagian tugas",
    "uraian tugas",
    "rincian tugas",
    "deskripsi tugas",
    "jobdesk",
    "job desk",
    "task",
    "tasks",
}
# Titles of tasks beside columns of talk and decisions, whoever does them.
_SURE_TASK = {
    "tindak lanjut",
    "rencana tindak lanjut",
    "rtl",
    "rencana aksi",
    "action plan",
    "action item",
    "action items",
    "follow up",
}
# Titles that alone make a table one of tasks when an action column stands beside them.
_SURE_OWNER = {
    "pic",
    "penanggung jawab",
    "pj",
    "penanggungjawab",
    "owner",
    "pelaksana",
    "assignee",
    "person in charge",
    "action by",
    "penerima tugas",
    "eksekutor",
    "yang mengerjakan",
    "yang bertugas",
    "yang melaksanakan",
    "dikerjakan oleh",
    "dilaksanakan oleh",
    "ditugaskan kepada",
    "petugas",
    "by whom",
    "siapa",
}
_DUTIES = {"tugas", "tugas pokok", "pekerjaan", "profesi"}  # beside the names of those who were there
_DAY_TITLES = {"tanggal", "tgl", "hari", "hari tanggal", "hari tgl", "date"}
# "20", "maks 3", "> 85 %", "Rp 4.000.000": what is aimed at in figures.
# When something began or was done, no deadline.
_BEGUN = re.compile(r"\b(?:mulai|start|aktual|realisasi|lahir|terbit|masuk|kejadian|lapor|rapat|pertemuan|surat)\b")
_MEASURE = re.compile(
    r"\W*(?:ma(?:x|ks|ksimal|ksimum)\b\W*|min(?:imal|imum)?\b\W*|rp\W*)?(?!20\d\d\b)\d{1,3}(?:\.?\d{3})*(?:,\d+)?\s*"
    r"(?:%|‰|persen|orang|org|kasus|unit|buah|kali)?\W*",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\W*(?:jam|pukul|pkl)?\W*\d{1,2}[.:]\d{2}\b", re.IGNORECASE)


_FOR_WHOM = ("untuk", "utk", "bagi", "buat", "kepada", "kpd")


class Columns(NamedTuple):
    """A table's kind (``follow_ups``, ``attendees`` or ``other``), its title rows and its columns' roles in order."""

    kind: str
    header: int
    roles: dict[int, str]
    mixed: bool = False
    """Whether the column of actions holds decisions or talk as well ("Keputusan / Tindak Lanjut", "Description")."""

    def at(self, role: str) -> int | None:
        """The column with a role, of several the one whose title names it best; None where there is none."""
        return next((column for column, name in self.roles.items() if name == role), None)

    def all(self, role: str) -> list[int]:
        """Every column with a role, from left to right."""
        return sorted(column for column, name in self.roles.items() if name == role)


def read_columns(grid: Grid, lexicon: Lexicon) -> Columns | None:
    """The columns of a table with a title row, or None where no row looks like titles.

    A title row has at least two known titles that are at least half of its filled cells, those over nothing but marks
    aside, or titles of a task, of who has it and by when, whatever else a matrix says of it.
    """
    for index, row in enumerate(grid.rows[:3]):
        if any(len(cell.text) > _LONGEST_TITLE for cell in row):
            continue
        filled = {
            column: as_column(cell.text.strip(), lexicon)
            for column, cell in enumerate(row)
            if cell.text.strip() and not cell.derived
        }
        if lower := _below_title(grid, index, lexicon):
            index, filled = index + 1, filled | lower
        known = {column: roles for column, title in filled.items() if (roles := title_roles(lexicon, title))}
        known |= _told_by_days(grid, index, filled, known, lexicon)
        known = _without_recipients(filled, _without_measures(grid, index, known))
        found = None
        marked = [at for at in filled if at not in known and is_marked(grid, index, at)]
        if (len(known) >= 2 and len(known) * 2 >= len(filled) - len(marked)) or _assigns(known):
            found = _as_titled(grid, index, filled, known, lexicon)
        if (report := _as_report(grid, index, filled, known, lexicon)) and not _plans(found, report):
            return report
        if found:
            return found
    return None


def _below_title(grid: Grid, index: int, lexicon: Lexicon) -> dict[int, str]:
    """The titles of a second row below one over several columns, or that one where it names the task better.

    An unknown title says what the one over it says, unless a known one beside it does ("Jadwal": "Mulai", "Selesai").
    """
    row = grid.rows[index]
    titles = {at: as_column(written, lexicon) for at, written in lower_titles(grid, index).items()}
    roles = {at: title_roles(lexicon, title) for at, title in titles.items()}
    for at in titles:
        over = as_column(row[at].text.strip(), lexicon)
        said = title_roles(lexicon, over)
        beside = any(said & roles[near] for near in titles if row[near].start == row[at].start)
        if (not roles[at] and not beside) or (said == {"action"} and "action" in roles[at]):
            titles[at] = over
    return titles if any(roles.values()) else {}


def _without_recipients(filled: dict[int, str], known: dict[int, frozenset[str]]) -> dict[int, frozenset[str]]:
    """The titles without one for whom a task is done, where another says who does it ("Oleh siapa", "Untuk siapa")."""
    owners = {at for at, roles in known.items() if "owner" in roles}
    given = {at for at in owners if filled[at].split()[0] in _FOR_WHOM}
    return {at: roles for at, roles in known.items() if at not in given} if owners - given else known


def _assigns(known: dict[int, frozenset[str]]) -> bool:
    """Whether the titles name a task, its owner and its deadline, each in a column of its own."""
    tasks, owners, days = ({at for at, roles in known.items() if role in roles} for role in ("action", "owner", "due"))
    return bool(days - tasks - owners and owners - tasks and tasks - owners)


def _as_titled(
    grid: Grid, index: int, filled: dict[int, str], known: dict[int, frozenset[str]], lexicon: Lexicon
) -> Columns:
    """The columns of a table by the roles that its titles may stand for."""
    kind = "other" if _is_programme(grid, index, known) else _kind(filled, known)
    order = _TABLE_PREFERENCE[kind]
    chosen = {column: role for column, roles in known.items() if (role := _choose(roles, order))}
    chosen = _result_before_task(chosen, known)
    if any(map(is_of_earlier, filled.values())):  # "Keputusan tahun lalu | Hasil": what became of it
        chosen |= {at: "status" for at, roles in known.items() if {"status", "decision"} <= roles}
    chosen = _with_owner(chosen, known) if kind == "follow_ups" else chosen
    duty = next((at for at, title in filled.items() if title in _DUTIES and at not in chosen), None)
    if kind == "attendees" and duty is not None and "role" not in chosen.values():
        chosen[duty] = "role"
    ranked = sorted(chosen, key=lambda column: (_rank(lexicon, filled[column], chosen[column]), column))
    actions = [at for at in ranked if chosen[at] == "action"]
    sure = bool(actions) and _rank(lexicon, filled[actions[0]], "action") < 0
    mixed = any(known[at] & {"decision", "topic"} for at in actions[: 1 if sure else None])
    chosen |= {at: "decision" for at in actions[1:] if sure and "decision" in known[at]}  # "Keputusan / arahan"
    return Columns(kind, index + 1, {column: chosen[column] for column in ranked}, mixed)


def _as_report(
    grid: Grid, index: int, filled: dict[int, str], known: dict[int, frozenset[str]], lexicon: Lexicon
) -> Columns | None:
    """The columns of a report of what is done and what is planned ("Divisi | Sudah | Sedang | Akan"), or None.

    What is planned stands behind what is done, in words: before it, or as numbers and days, it is what was planned.
    """
    parts = {at: part for at, title in filled.items() if (part := report_part(title, lexicon, column=True))}
    done = [at for at, part in parts.items() if part is Part.DONE]
    plans = [
        at
        for at, part in parts.items()
        if part is Part.PLAN and done and (at > done[0] or filled[at] in _STILL_TO_DO)
        if tells(grid, index, at, lexicon)
    ]
    if not plans:
        return None
    order = _TABLE_PREFERENCE["follow_ups"]
    beside = {at: _choose(roles & _BESIDE, order) for at, roles in known.items() if at not in parts}
    named = {at: role for at, role in beside.items() if role}
    named |= dict.fromkeys(parts, "report") | {plans[-1]: "action"}
    first = min(set(range(len(grid.rows[index]))) - {at for at, role in named.items() if role == "number"})
    if first not in filled:
        named[first] = "owner"
    return Columns("follow_ups", index + 1, _with_owner(named, known))


def _plans(titled: Columns | None, report: Columns) -> bool:
    """Whether a table of tasks has its action elsewhere than in what a report tells to be done."""
    action = titled.at("action") if titled is not None and titled.kind == "follow_ups" else None
    return action is not None and report.roles.get(action) != "report"


def _told_by_days(
    grid: Grid, index: int, titles: dict[int, str], known: dict[int, frozenset[str]], lexicon: Lexicon
) -> dict[int, frozenset[str]]:
    """The columns of days and of tasks beside one of owners alone, told by their cells ("Naskah | Petugas | Setor")."""
    sure = [column for column, roles in known.items() if "owner" in roles and titles[column] in _SURE_OWNER]
    free = [column for column in titles if column not in known]
    roles = frozenset().union(*known.values())
    if "owner" in roles and "action" in roles and "due" not in roles:
        dated = [at for at in free if holds_days(grid, index, at, lexicon) and not _BEGUN.search(titles[at])]
        return {dated[0]: frozenset({"due"})} if len(dated) == 1 else {}
    if index or len(sure) != 1 or len(known) > 1 + ("no" in titles.values()) or len(free) < 2:
        return {}
    dated = [at for at in free if holds_days(grid, index, at, lexicon)]
    wordy = max(free, key=lambda at: sum(len(text.split()) for text in filled_cells(grid, index, at)))
    if len(dated) != 1 or wordy in dated:
        return {}
    return {dated[0]: frozenset({"due"}), wordy: frozenset({"action"})}


def _without_measures(
    grid: Grid, index: int, known: dict[int, frozenset[str]]
) -> dict[int, frozenset[str]]:
    """The titles without a deadline whose cells are bare numbers, as the targets of a table of figures are."""
    if any("owner" in roles for roles in known.values()):
        return known

    def measures(at: int) -> bool:
        cells = filled_cells(grid, index, at)
        return bool(cells) and sum(_MEASURE.fullmatch(text) is not None for text in cells) * 2 > len(cells)

    kept = {at: roles - {"due"} if "due" in roles and measures(at) else roles for at, roles in known.items()}
    return {at: roles for at, roles in kept.items() if roles}


def _is_programme(grid: Grid, index: int, known: dict[int, frozenset[str]]) -> bool:
    """Whether the days of a table are hours of the clock: the programme of an event, no list of tasks."""
    cells = [row[at].text for row in grid.rows[index + 1 :] for at, roles in known.items() if "due" in roles]
    filled = [text for text in cells if text.strip()]
    return bool(filled) and sum(_CLOCK.match(text) is not None for text in filled) * 2 > len(filled)


def section_kind(columns: Columns | None) -> SectionKind | None:
    """The section that a table of this kind makes by itself, or None."""
    if columns is None:
        return None
    return {"follow_ups": SectionKind.FOLLOW_UPS, "attendees": SectionKind.ATTENDEES}.get(columns.kind)


def _result_before_task(chosen: dict[int, str], known: dict[int, frozenset[str]]) -> dict[int, str]:
    """The roles with a result that stands left of the task ("Hasil | Tindak Lanjut") as what was decided."""
    action = next((column for column, role in chosen.items() if role == "action"), -1)
    return {
        column: "decision" if role == "status" and "decision" in known[column] and column < action else role
        for column, role in chosen.items()
    }


def _with_owner(chosen: dict[int, str], known: dict[int, frozenset[str]]) -> dict[int, str]:
    """The roles of a table of tasks, with bodies or people as owners where no title names owners ("OPD | Tugas")."""
    if "owner" in chosen.values():
        return chosen
    for role in _OWNERS:
        parties = [column for column, roles in known.items() if role in roles and chosen.get(column) in (None, role)]
        if parties:
            return chosen | {parties[0]: "owner"}
    return chosen


def is_talk(grid: Grid, lexicon: Lexicon) -> bool:
    """Whether a table reports what was said: under known titles of topics, or in cells of running text."""
    columns, long = read_columns(grid, lexicon), _long_cells(grid)
    return (columns is not None and columns.kind == "other" and long >= 1) or long * 2 >= max(len(grid.rows), 2)


def sets_out_talk(grid: Grid, lexicon: Lexicon) -> bool:
    """Whether a table sets out what was said, under a title of topics and none of names, in cells of running text."""
    columns = read_columns(grid, lexicon)
    if columns is None or columns.kind != "other" or columns.at("topic") is None or columns.at("name") is not None:
        return False
    return _long_cells(grid) > 0


def _long_cells(grid: Grid) -> int:
    """How many cells of a table hold running text."""
    return sum(len(cell.text.split()) >= _LONG_CELL for row in grid.rows for cell in row if not cell.derived)


def _kind(titles: dict[int, str], known: dict[int, frozenset[str]]) -> str:
    roles = [role for found in known.values() for role in found]
    sure_owner = any(title in _SURE_OWNER or SURE_WORDS & set(title.split()) for title in titles.values())
    sure_due = any("due" in found and len(found) == 1 for found in known.values())
    if _is_calendar(titles, known):
        return "other"
    if sure_owner and sure_due and not any(role in roles for role in ("attendance", "signature", "decision")):
        return "follow_ups"
    if "decision" in roles and all("topic" in found for found in known.values() if "action" in found):
        return "other"  # "Pokok Bahasan | Uraian | Keputusan | PIC": what was decided is the task
    listing = {role for found in known.values() if "remark" not in found for role in found}  # no "Catatan komisi"
    people = "name" in roles or "koordinator" in titles.values()
    if people and _TASK_TITLES & set(titles.values()) and not {"attendance", "signature"} & set(roles):
        return "follow_ups"
    if "action" in roles and (sure_owner or ("owner" in roles and sure_due) or ("due" in roles and sure_due)):
        return "follow_ups"
    if not people and _SURE_TASK & set(titles.values()) and {"decision", "topic"} & set(roles):
        return "follow_ups"
    if people and {"role", "organization", "attendance", "signature"} & listing:
        return "attendees"
    return "other"


def _is_calendar(titles: dict[int, str], known: dict[int, frozenset[str]]) -> bool:
    """Whether the days stand first and a task, or who has it, is not told: a calendar ("Tanggal | Pos | Petugas")."""
    first = min((at for at, roles in known.items() if "number" not in roles), default=None)
    if first is None or titles[first] not in _DAY_TITLES:
        return False
    return not all(any(role in roles for roles in known.values()) for role in ("action", "owner"))


def _rank(lexicon: Lexicon, title: str, role: str) -> int:
    """How well a title names a role: its place in the lexicon's list, which begins with the surest."""
    if role == "action" and heading_kind(title, lexicon) is SectionKind.FOLLOW_UPS:
        return -1
    words = [normal(word) for word in lexicon.labels.columns[role]]
    return next(
        (at for at, word in enumerate(words) if title == word),
        next((at for at, word in enumerate(words) if title.startswith(word)), len(words)),
    )


def _choose(roles: frozenset[str], order: tuple[str, ...]) -> str | None:
    return next((role for role in order if role in roles), None)
