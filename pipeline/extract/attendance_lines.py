"""Lines of a list of attendees that stand in columns: "1   Rina Anggraini, S.P.   Bendahara", "Joko ........ izin".

Only spaces or dots part the columns, so a line tells them by what they hold: after a number comes the name, then the
office or body, or a mark of who came. A line of titles ("NO NAMA JABATAN") names nobody.
"""

import re
from dataclasses import replace

from notula.models.blocks import Span
from notula.models.minutes import PartyKind
from notula.pipeline.extract.attendance_columns import is_mark_of_absence, is_mark_of_presence
from notula.pipeline.extract.attendance_tables import with_office
from notula.pipeline.extract.entries import parse_entry
from notula.pipeline.extract.mentions import PartyMention
from notula.pipeline.extract.names import is_surely_name
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.column_titles import title_roles
from notula.pipeline.structure.wording import normal
from notula.pipeline.text import squeeze

_GAP = re.compile(r"\s*(?:\t+|\.{4,}|…{2,}|_{4,})[\s:]*")
_NUMBER = re.compile(r"\W*\d{1,3}\W*")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_ENTRY_MARK = re.compile(r"\W*\d{1,3}[.)]\s")


def is_title_line(text: str, lexicon: Lexicon) -> bool:
    """Whether a line gives the titles of columns."""
    cells = [text[cell.start : cell.end] for cell in _cells(text)]
    return len(cells) > 1 and all(title_roles(lexicon, normal(cell)) for cell in cells)


def read_line(text: str, lexicon: Lexicon) -> PartyMention | None:
    """The person that a line in columns names, ``absent`` where a mark says so; None for any other line."""
    cells = _cells(text)
    if len(cells) > 1 and _NUMBER.fullmatch(text, cells[0].start, cells[0].end):
        cells = cells[1:]
    if len(cells) != 2:  # a name and what is told about it
        return None
    name, said = cells[0], squeeze(text[cells[1].start : cells[1].end])
    said = said[1:-1] if _IN_BRACKETS.fullmatch(said) else said
    mention = parse_entry(text, lexicon, name)
    if mention is None or mention.kind is not PartyKind.PERSON or _ENTRY_MARK.match(said):
        return None
    if is_mark_of_absence(said) or is_mark_of_presence(said):
        return replace(mention, absent=is_mark_of_absence(said))
    told = with_office(mention, said, "", lexicon)
    if opening_of(said, lexicon) is not None:
        return told
    sure = is_surely_name(text[name.start : name.end], lexicon) and not is_surely_name(said, lexicon)
    # Words that nobody knows hardly tell which body sent somebody.
    return replace(told, organization=mention.organization) if sure else None


def _cells(text: str) -> list[Span]:
    """Where the filled columns of a line stand."""
    found, start = [], 0
    for gap in [*_GAP.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            found.append(Span(start, end))
        start = gap.end() if gap else end
    return found
