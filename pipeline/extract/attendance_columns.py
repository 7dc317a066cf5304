"""The columns of a table of attendees, told by their titles and by what stands in them; marks of who came."""

import re

from notula.models.blocks import Grid
from notula.pipeline.extract.names import bare_name, initials_of
from notula.pipeline.extract.party_openings import is_role
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.column_titles import as_column, title_roles
from notula.pipeline.structure.columns import Columns
from notula.pipeline.text import squeeze

_PRESENT = re.compile(r"(?:v|√|✓|✔|x?hadir|h|y|ya|yes|present|ok|1)\W*", re.IGNORECASE)
_ABSENT = re.compile(
    r"(?:-|–|x|✗|✘|tidak.*|tdk.*|izin.*|ijin.*|sakit.*|alpa.*|a|i|s|n|no|absen.*|cuti.*|th)\W*", re.IGNORECASE
)
_REASON = re.compile(r"\([^()]*\)")
_INITIALS = re.compile(r"[A-Z]{2,4}")
_ROLES = ("name", "role", "organization", "number", "attendance", "signature", "remark")  # of a list of people


def is_mark_of_absence(said: str) -> bool:
    """Whether a mark of attendance says that somebody was missing."""
    return _ABSENT.fullmatch(said) is not None


def is_mark_of_presence(said: str) -> bool:
    """Whether a mark of attendance says that somebody was there."""
    return _PRESENT.fullmatch(said) is not None


def without_reason(said: str) -> str:
    """A mark of attendance without what a bracket says of it ("I (tugas)")."""
    return _REASON.sub("", said)


def of_people(columns: Columns | None, grid: Grid, lexicon: Lexicon) -> Columns | None:
    """The columns of a table that holds names and remarks only as one of people, not of owners.

    A column of unknown title beside the names tells offices where its cells do ("Nama | Pelayan | Ket."), one of tasks
    what each does ("Nama | Dari | Tugas").
    """
    if columns is not None and columns.kind == "follow_ups" and columns.at("due") is None and columns.header:
        titles = [as_column(cell.text, lexicon) for cell in grid.rows[columns.header - 1]]
        found = {at: _role_of_title(title_roles(lexicon, title)) for at, title in enumerate(titles)}
        return Columns("attendees", columns.header, {at: role for at, role in found.items() if role})
    if columns is None or columns.kind != "other" or not set(columns.roles.values()) <= {"number", "owner", "remark"}:
        return columns
    name = columns.at("owner")
    if name is None:
        return columns
    roles = columns.roles | {name: "name"}
    beside = name + 1
    cells = [row[beside].text for row in grid.rows[columns.header :]] if beside < len(grid.rows[0]) else []
    if beside not in roles and sum(is_role(text, lexicon) for text in cells) * 2 > len(cells):
        roles |= {beside: "role"}
    return columns._replace(roles=roles)


def _role_of_title(roles: frozenset[str]) -> str | None:
    """What a title that may stand for several roles means in a list of people."""
    told = "role" if "action" in roles else None
    return next((role for role in _ROLES if role in roles), told)


def with_marks(columns: Columns, grid: Grid, lexicon: Lexicon) -> Columns:
    """The columns with one of remarks that holds offices, or nothing but marks of who came ("H", "I (tugas)", "A")."""
    remark = columns.at("remark") if columns.at("attendance") is None else None
    if remark is None:
        return columns
    cells = [row[remark].text for row in grid.rows[columns.header :] if row[remark].text.strip()]
    if columns.at("role") is None and sum(is_role(text.strip(), lexicon) for text in cells) * 2 > len(cells):
        return columns._replace(roles=columns.roles | {remark: "role"})  # "Ket.: ketua"
    said = [squeeze(without_reason(row[remark].text)) for row in grid.rows[columns.header :]]
    came = [text for text in said if is_mark_of_presence(text)]
    if not came or not all(is_mark_of_presence(text) or is_mark_of_absence(text) for text in said if text):
        return columns
    return columns._replace(roles=columns.roles | {remark: "attendance"})


def column_of_initials(columns: Columns, grid: Grid, lexicon: Lexicon) -> int | None:
    """The column that holds nothing but short forms, most of them made of the initials of the names in their rows."""
    name, rows = columns.at("name"), grid.rows[columns.header :]
    if name is None:
        return None
    for at in range(len(grid.rows[0])):
        told = [(squeeze(row[at].text), row[name].text) for row in rows if row[at].text.strip() and at != name]
        if len(told) < 2 or not all(_INITIALS.fullmatch(short) for short, _ in told):
            continue
        fitting = [short for short, full in told if _are_of(short, initials_of(bare_name(full, lexicon)))]
        if len(fitting) * 2 > len(told) and len({short for short, _ in told}) == len(told):
            return at
    return None


def _are_of(short: str, initials: str) -> bool:
    """Whether a short form is made of initials, none twice and in their order."""
    rest = iter(initials)
    return all(letter in rest for letter in short)
