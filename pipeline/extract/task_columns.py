"""The columns of a table of tasks told by what stands in them, where its titles do not tell enough."""

import itertools
import re

from notula.models.blocks import Grid
from notula.models.sections import SectionKind
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.due import find_due
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.extract.scope import Scope
from notula.pipeline.structure.columns import Columns
from notula.pipeline.text import fold, squeeze

BLANK = " -–—.\n"
_NAME = 8  # words of a cell that names a party
_TOPIC = 2  # words of a cell that names a topic, on the average
_COUNT = re.compile(r"[A-Z]?\d{1,3}(?:\.\d{1,2})*[.)]?")
_ROW_KINDS = (SectionKind.FOLLOW_UPS, SectionKind.AGREEMENTS)  # that a cell can say a row is
# Whoever does something, by what they do ("Penulis"), but not who gets, has or only says something.
_WHO_ACTS = re.compile(
    r"(?:nama )?pe(?!serta|nerima|milik|lapor|ngusul|ngaju|nanya|minjam|nyumbang|mohon|kerja|megang saham)"
    r"(?:n|m|ng|ny|r|l)?[a-z]{3,}(?<!an)"
)
_NAMES = re.compile(r"(?:[a-z]{1,4}\.? )?[A-Z][\w.'’]*(?:(?:,? |, ?| ?[&/+] ?| (?:dan|serta) )[A-Z][\w.'’]*)*\.?")
EMPTY = re.compile(r"[\s\-–—.…_]*")
"""What a cell holds that says nothing."""


def guess_columns(grid: Grid, scope: Scope) -> Columns | None:
    """Columns by their contents: the longest text is the action; parties make an owner, dates a deadline."""
    width = len(grid.rows[0]) if grid.rows else 0
    if width < 2 or len(grid.rows) < 2:
        return None
    columns = [[squeeze(row[at].text) for row in grid.rows if not row[at].derived] for at in range(width)]
    words = [sum(len(text.split()) for text in column) / max(len(column), 1) for column in columns]
    action = max(range(width), key=lambda at: words[at])
    if words[action] < _TOPIC:
        return None
    roles = {action: "action"}
    for at in range(width):
        filled = [text for text in columns[at] if text and not EMPTY.fullmatch(text)]
        if at == action or not filled:
            continue
        if sum(text.strip(".").isdigit() for text in filled) * 2 > len(filled):
            roles[at] = "number"
        elif sum(_is_deadline(text, scope) for text in filled) * 2 > len(filled):
            roles[at] = "due"
        elif "owner" not in roles.values() and sum(may_own(text, scope) for text in filled) * 2 > len(filled):
            roles[at] = "owner"
    if words[action] < _TOPIC + 1 and "owner" not in roles.values():
        return None
    titles = all(len(cell.text.split()) <= 4 for cell in grid.rows[0]) and words[action] > 4
    return Columns("follow_ups", 1 if titles else 0, roles)


def told_at_length(columns: Columns, grid: Grid, action: int) -> int:
    """The column that tells what is to be done: not one of topics beside one that tells more ("Item | Keterangan")."""

    def words(at: int) -> float:
        cells = [row[at].text.split() for row in grid.rows[columns.header :] if row[at].text.strip(" -–—.")]
        return sum(map(len, cells)) / len(cells) if cells else 0.0

    others = [at for at, role in columns.roles.items() if role in ("remark", "topic") and at > action]
    best = max(others, key=words, default=action)
    return best if words(action) <= _TOPIC and words(best) >= 2 * _TOPIC else action


def below_groups(columns: Columns, grid: Grid, action: int) -> int:
    """The column that tells each row's own task where the one of actions only groups rows ("Kegiatan | Rincian").

    A group's cell is merged over its rows, or stands in the first of them alone; the tasks are told in every row.
    """
    rows = [row for row in grid.rows[columns.header :] if len({cell.start for cell in row}) > 1]
    merged = any(one[action].start == other[action].start for one, other in itertools.pairwise(rows))
    blank = any(not row[action].text.strip() for row in rows)
    beside = range(action + 1, len(grid.rows[0]) if merged else min(action + 2, len(grid.rows[0])))
    for at in beside if merged or blank else ():
        cells = [row[at].text.strip(BLANK).split() for row in rows]
        own = all(cells) and len({row[at].start for row in rows}) == len(rows)
        free = columns.roles.get(at) in (None, "action", "topic", "remark")
        if free and own and sum(map(len, cells)) >= _TOPIC * len(rows):
            return at
    return action


def telling_column(columns: Columns, grid: Grid, scope: Scope) -> int | None:
    """The column that says of each row whether it tells or gives work ("Jenis": "Info", "Aksi"); None without one."""
    rows = [row for row in grid.rows[columns.header :] if len({cell.start for cell in row}) > 1]
    for at in range(len(grid.rows[0])):
        said = {fold(row[at].text).strip(" .") for row in rows} - {""}
        tells = said & frozenset(scope.lexicon.cues.no_task)
        rest = [scope.labels.words.kind(text) for text in said - tells]
        if columns.roles.get(at) is None and tells and all(kind in _ROW_KINDS for kind in rest):
            return at
    return None


def with_owner(columns: Columns, grid: Grid, action: int, scope: Scope) -> Columns:
    """The columns with one of no known use that holds parties as the owners, where no title names them."""
    free = [at for at in range(len(grid.rows[0])) if columns.roles.get(at) is None and at != action]
    for at in free if columns.at("owner") is None else ():
        cells = [row[at].text.strip() for row in grid.rows[columns.header :] if not row[at].derived]
        filled = [text for text in cells if not EMPTY.fullmatch(text)]
        title = fold(grid.rows[columns.header - 1][at].text).strip(" :") if columns.header else ""
        acts = _WHO_ACTS.fullmatch(title) is not None
        if filled and sum(may_own(text, scope) or (acts and _is_named(text)) for text in filled) * 2 > len(filled):
            return columns._replace(roles=columns.roles | {at: "owner"})
    return columns


def _is_named(text: str) -> bool:
    """Whether a cell looks like names: a few words with capitals, no figures."""
    return len(text.split()) <= _NAME and _NAMES.fullmatch(text) is not None


def with_action(columns: Columns, grid: Grid) -> Columns:
    """The columns with the wordiest one of no other use as the action, or what answers to another before the owner."""
    free = [
        at
        for at in range(len(grid.rows[0]))
        if columns.roles.get(at) in (None, "topic", "remark", "decision", "role", "name")
    ]
    if not free:
        return columns
    owner = columns.at("owner")
    words = {at: sum(len(row[at].text.split()) for row in grid.rows[columns.header :]) for at in free}
    said = [at for at in free if columns.roles.get(at) in ("topic", "decision")]  # "Masalah | Tanggapan | Oleh"
    answers = len(said) > 1 and said[-1] + 1 == owner and words[said[-1]] >= _TOPIC * len(grid.rows[columns.header :])
    best = said[-1] if answers else max(free, key=lambda at: words[at])
    mixed = columns.roles.get(best) in ("topic", "decision")
    return Columns(columns.kind, columns.header, columns.roles | {best: "action"}, mixed)


def without_counts(columns: Columns, grid: Grid) -> Columns:
    """The columns without an action that only counts the rows ("Item": 17.3, 17.5)."""
    action = columns.at("action")
    cells = [row[action].text.strip() for row in grid.rows[columns.header :]] if action is not None else []
    counted = sum(_COUNT.fullmatch(text) is not None for text in cells)
    if action is None or counted * 2 <= len(cells):
        return columns
    return columns._replace(roles={at: role for at, role in columns.roles.items() if at != action})


def _is_deadline(text: str, scope: Scope) -> bool:
    """Whether a cell holds a date, or begins with a deadline and says little more ("sebelum lebaran", "Jumat ini")."""
    due = find_due(text, scope.lexicon, None) if len(text.split()) <= _NAME else None
    return bool(find_dates(text, scope.lexicon)) or (due is not None and due.start == 0)


def may_own(text: str, scope: Scope) -> bool:
    """Whether a cell can name a party: its first words are known of bodies, offices or people, or address somebody."""
    words = text.split()
    given = text[:1].isupper() and words[0].strip(",.").casefold() in scope.lexicon.names.given
    addressed = patterns(scope.lexicon).honorific.match(text) is not None
    return len(words) <= _NAME and (given or addressed or opening_of(text, scope.lexicon) is not None)
