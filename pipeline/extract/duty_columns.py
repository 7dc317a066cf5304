"""Columns of parties beside that of the owners: a party's own, marked where a row is theirs, and those of helpers.

What letters in them and in a column of statuses stand for, a legend in the minutes tells.
"""

import re

from notula.models.blocks import Grid, GridCell
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.task_columns import BLANK, may_own
from notula.pipeline.structure.column_cells import MARKS
from notula.pipeline.structure.columns import Columns
from notula.pipeline.text import fold

_MARKED = re.compile(rf"[{MARKS}]")
_LETTERS = re.compile(r"[A-Z]{1,2}(?:\s*[/,&+]\s*[A-Z]{1,2})*")
_LETTER = re.compile(r"[A-Z]{1,2}")
_WORD = re.compile(r"\w+")
_DUTIES = {"R": True, "A": True, "C": False, "I": False}  # responsible, accountable, consulted, informed
_LEGEND = re.compile(r"\b([A-Z]{1,2})\s*[=:]\s*([^=:;,()\n]+)")
_FEWEST = 2  # columns of parties with letters that are a matrix


def helping_columns(columns: Columns, grid: Grid, scope: Scope) -> list[int]:
    """The columns of those who help the owner: those for them, those beside the owner's whose titles say so, in order.

    So does a second one under the owners' title, and who carries out beside who leads ("Koordinator | Pelaksana").
    """
    titles, owner = grid.rows[columns.header - 1] if columns.header else (), columns.at("owner")
    helping = set(columns.all("support"))
    if owner is not None and titles:
        lead = titles[owner]
        helping |= {at for at, title in enumerate(titles) if title.start == lead.start or _helps(title, lead, scope)}
        free = (None, "support", "owner", "organization", "name", "role")
        helping = {at for at in helping if at != owner and columns.roles.get(at) in free}
    return sorted(helping)


def _helps(title: GridCell, lead: GridCell, scope: Scope) -> bool:
    """Whether a title is one of helpers beside that of the owners, or one is of who leads, the other of who does it."""
    duties = scope.lexicon.labels.duties
    own, other = ({name for name, words in duties.items() if _words(cell) & set(words)} for cell in (title, lead))
    if "help" in own or "help" in other:
        return "help" in own and "help" not in other
    return ("do" in own and "lead" in other) or ("lead" in own and "do" in other)


def _words(cell: GridCell) -> set[str]:
    return set(_WORD.findall(fold(cell.text)))


def crossed_columns(columns: Columns, grid: Grid, scope: Scope) -> dict[int, GridCell]:
    """The titles of the columns of parties in which a mark says that the row is theirs ("Bappeda": v).

    Letters are marks in a matrix of several such columns where it is known which tell who does it ("P" told to be
    "penanggung jawab").
    """
    titles = grid.rows[columns.header - 1] if columns.header else ()
    marked: dict[int, GridCell] = {}
    lettered: dict[int, GridCell] = {}
    for at, title in enumerate(titles):
        cells = [text for row in grid.rows[columns.header :] if (text := row[at].text.strip(BLANK))]
        if not cells or not may_own(title.text, scope):
            continue
        if all(map(_MARKED.fullmatch, cells)):
            marked[at] = title
        elif all(map(_LETTERS.fullmatch, cells)):
            lettered[at] = title
    if len(lettered) < _FEWEST:
        return marked
    letters = {each for row in grid.rows[columns.header :] for at in lettered for each in _LETTER.findall(row[at].text)}
    return marked | lettered if letters <= set(letter_duties(scope)) else marked


def crosses(cell: GridCell, duties: dict[str, bool]) -> bool:
    """Whether what stands in a party's column says that the row is theirs: a mark, or a letter of who does it."""
    mark = cell.text.strip(BLANK)
    return _MARKED.fullmatch(mark) is not None or any(duties.get(letter) for letter in _LETTER.findall(mark))


def letter_duties(scope: Scope) -> dict[str, bool]:
    """Whether a letter in a matrix is to do something: of those known and those that the minutes tell."""
    informed = set(scope.lexicon.labels.duties["know"])
    return _DUTIES | {letter: not informed & set(_WORD.findall(fold(told))) for letter, told in _legend(scope)}


def letter_word(text: str, scope: Scope) -> str:
    """What the minutes say that a letter in a cell stands for ("C = closed"); any other text as it is."""
    letter = text.strip(BLANK)
    told = _legend(scope) if _LETTER.fullmatch(letter) else []
    return next((word for each, word in told if each == letter), text)


def _legend(scope: Scope) -> list[tuple[str, str]]:
    """The letters that the minutes explain, each with its words."""
    return _LEGEND.findall(scope.document.text)
