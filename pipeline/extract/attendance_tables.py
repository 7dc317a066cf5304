"""Tables of attendees: one row is one party, or one body with several people.

- columns are told by their titles; a table of tasks or topics is none of attendees, nor is a wide one without titles;
- a cell with several paragraphs, or with as many lines as the cell of offices beside it, names several people, unless
  the rows are numbered; a merged row names the body of the rows under it;
- a mark of absence in the attendance column makes an absentee, as does a tick in a column of those missing;
- a column of the initials of the names beside it tells how the minutes write these people in short;
- columns headed as those present and those missing name both, of the body that their row begins with.
"""

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from notula.models.blocks import Block, Grid, GridCell, Span
from notula.models.minutes import PartyKind
from notula.models.sections import SectionKind
from notula.pipeline.extract.attendance_columns import (
    column_of_initials,
    is_mark_of_absence,
    is_mark_of_presence,
    of_people,
    with_marks,
    without_reason,
)
from notula.pipeline.extract.entries import parse_entry
from notula.pipeline.extract.mentions import PartyMention
from notula.pipeline.extract.names import bare_name, is_surely_name
from notula.pipeline.extract.parties import parse_parties
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.party_openings import is_role
from notula.pipeline.extract.remarks import is_remark
from notula.pipeline.extract.roles import split_role
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.seen import Seen, is_party
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.columns import Columns, read_columns
from notula.pipeline.text import fold, squeeze

_EXCUSED = re.compile(r"\b(?:izin|ijin|sakit|alpa|cuti)\b")
# What stands in place of a signature.
_UNSIGNED = re.compile(
    r"\W*\b(?:izin|ijin|sakit|alpa|cuti|absen|(?:tidak|tdk) hadir|berhalangan|dinas luar"
    r"|(?:tidak|tdk) (?:mengirim|mengutus)(?:kan)? (?:wakil|utusan|perwakilan|peserta))\b"
)
_NOT_THERE = frozenset(("tidak", "tdk", "tak", "i", "s", "a", "th", "tk", "alfa"))  # titles beside that of who came
_NUMBER_BELOW = re.compile(r"(?<=\S)\s+(?:NIP\W*)?\d{8} ?\d{6} ?\d ?\d{3}\s*$")  # an official's, under the name
_ONLY_NUMBER = re.compile(r"\s*\d+\s*\.?\s*")
_NUMBERED = re.compile(r"\s*\d{1,3}[.)]\s*[^\W\d_]")
_COMPANY = re.compile(r"(?:PT|CV|UD)\b")
_OTHER_ROLES = frozenset({"action", "owner", "due", "topic", "decision"})
_MOST_PLAIN_COLUMNS = 4
_BODY_AND_PEOPLE = 2  # columns

Row = tuple[GridCell, ...]


class AttendanceTable:
    """Reads one table; ``present`` and ``missing`` hold what it names."""

    def __init__(self, scope: Scope, grid: Grid, read_block: Callable[[Block], None], *, absent: bool) -> None:
        """Takes a table; ``read_block`` reads the lists in cells that stand alone in their row."""
        self._scope, self._grid, self._read_block, self._absent = scope, grid, read_block, absent
        self.present: list[Seen] = []
        self.missing: list[Seen] = []
        self._missed: list[int] = []
        self._initials: int | None = None  # the column of initials

    def read(self) -> None:
        """Fills ``present`` and ``missing``."""
        if came := self._columns_of_came():
            self._read_came(came)
            return
        columns = of_people(read_columns(self._grid, self._scope.lexicon), self._grid, self._scope.lexicon)
        if columns is None or columns.at("name") is None:
            if columns is None or not _OTHER_ROLES & set(columns.roles.values()):
                self._read_plain()
            return
        columns = self._told_apart(with_marks(columns, self._grid, self._scope.lexicon))
        self._initials = column_of_initials(columns, self._grid, self._scope.lexicon)
        group: str | None = None
        for row in self._grid.rows[columns.header :]:
            if (heading := self._group_of(row)) is not None:
                group = heading
                continue
            for name in columns.all("name"):
                self._read_row(row, name, columns, group)

    def _columns_of_came(self) -> dict[int, bool]:
        """The columns that name who was there (True) and who was not ("Divisi | Hadir | Izin"); none without both."""
        kinds = [self._scope.labels.words.kind(squeeze(cell.text)) for cell in self._grid.rows[0]]
        came = {
            column: kind is SectionKind.ATTENDEES
            for column, kind in enumerate(kinds)
            if column and kind in (SectionKind.ATTENDEES, SectionKind.ABSENT)
        }
        said = [text for row in self._grid.rows[1:] for column in came if (text := squeeze(row[column].text))]
        named = [text for text in said if not (is_mark_of_presence(text) or is_mark_of_absence(text))]
        named = [text for text in named if re.search(r"[^\W\d_]{3}", text)]
        return came if set(came.values()) == {True, False} and len(named) * 2 >= len(said) and named else {}

    def _told_apart(self, columns: Columns) -> Columns:
        """The columns without those of the missing, to be ticked ("Hadir | Absen"); a lone "Absen" is the roll."""
        kind, titles = self._scope.labels.words.kind, self._grid.rows[: columns.header]
        missed = [at for row in titles for at, cell in enumerate(row) if kind(squeeze(cell.text)) is SectionKind.ABSENT]
        if columns.at("attendance") is not None:  # "Hadir | Tidak"
            cells = ((at, fold(cell.text).strip(" .:")) for row in titles for at, cell in enumerate(row))
            missed += [at for at, title in cells if title in _NOT_THERE and at not in missed]
        self._missed = [] if missed == columns.all("attendance") else missed
        roles = {at: role for at, role in columns.roles.items() if role != "attendance" or at not in self._missed}
        return columns._replace(roles=roles)

    def _read_came(self, came: dict[int, bool]) -> None:
        """Takes in whom the cells of a row name, all of the body that the row begins with."""
        lexicon = self._scope.lexicon
        first = min(came)
        for row in self._grid.rows[1:]:
            titles = [squeeze(cell.text) for cell in row[:first]]
            body = next((text for text in reversed(titles) if re.search(r"[^\W\d_]", text)), "")
            for column, present in came.items():
                cell = row[column]
                for mention in () if cell.derived else parse_parties(cell.text.replace("\n", ";"), lexicon):
                    if is_party(mention, lexicon):
                        span = Span(cell.start + mention.start, cell.start + mention.end)
                        seen = Seen(span, with_office(mention, "", body, lexicon), "attendee_table")
                        (self.present if present and not mention.absent else self.missing).append(seen)

    def _group_of(self, row: Row) -> str | None:
        """The organisation that a row of one merged cell names over the rows under it."""
        filled = [cell for cell in row if cell.text.strip() and not cell.derived]
        if len(filled) != 1 or sum(cell.derived for cell in row) < len(row) - 1 or len(row) < 2:
            return None
        text = re.sub(r"^\W*(?:[A-Z]|[IVX]+|\d+)[.)]\s*", "", squeeze(filled[0].text)).strip(" :")
        return text if kind_of(text, self._scope.lexicon) is not PartyKind.PERSON else None

    def _read_plain(self) -> None:
        """A table without titles: each row is one entry, or a list where it has one cell only."""
        if len(self._grid.rows[0]) > _MOST_PLAIN_COLUMNS:
            return
        if self._lists_beside_bodies():
            for row in self._grid.rows:
                self._read_sent(row[-2], row[-1])
            return
        if self._names_in_every_column():
            for cell in (cell for row in self._grid.rows for cell in row if cell.text.strip() and not cell.derived):
                self._entries(cell, None, None, None, self._absent)
            return
        group: str | None = None
        for row, following in itertools.pairwise([*self._grid.rows, ()]):
            heading = self._group_of(row)
            if heading is not None and following and self._group_of(following) is None:
                group = heading
                continue
            cells = [
                cell
                for cell in row
                if cell.text.strip(" :\t.") and not cell.derived and not _ONLY_NUMBER.fullmatch(cell.text)
            ]
            if not cells or not cells[0].blocks:
                continue
            if group is not None and len(cells) == 1:
                self._entries(cells[0], None, None, group, self._absent)
            elif len(cells) == 1 or all(_NUMBERED.match(cell.text) for cell in cells):
                for block in (block for cell in cells for block in cell.blocks):
                    self._read_block(block)
            else:
                self._entries(cells[0], cells[1], None, group, self._absent)

    def _lists_beside_bodies(self) -> bool:
        """Whether rows of two cells list people beside the body that sent them ("Vendor | Rina, Dodi (PT Samudra)")."""
        lexicon, rows = self._scope.lexicon, [row for row in self._grid.rows if row[-1].text.strip()]
        if len(self._grid.rows[0]) - self._is_numbered() != _BODY_AND_PEOPLE or not rows:
            return False
        if any(not row[-2].text.strip() or is_surely_name(row[-2].text.strip(), lexicon) for row in rows):
            return False
        listed = [parse_parties(row[-1].text.replace("\n", ";"), lexicon) for row in rows]
        people = [each.kind is PartyKind.PERSON for row in listed for each in row]
        return all(people) and sum(len(row) > 1 for row in listed) * 2 > len(rows)

    def _names_in_every_column(self) -> bool:
        """Whether people stand side by side as well as below each other, with nothing told of them."""
        lexicon, rows = self._scope.lexicon, self._grid.rows
        if len(rows) < 2 or len(rows[0]) < 2:
            return False
        columns = [[text for row in rows if (text := squeeze(row[at].text))] for at in range(len(rows[0]))]
        sure = [[text for text in column if is_surely_name(text, lexicon)] for column in columns]
        pairs = zip(sure, columns, strict=True)
        most = sum(map(len, sure)) * 2 > sum(map(len, columns))
        return most and all(named and len(named) * 2 >= len(column) for named, column in pairs)

    def _is_numbered(self) -> bool:
        """Whether the first column only numbers the rows."""
        return all(_ONLY_NUMBER.fullmatch(row[0].text) for row in self._grid.rows)

    def _read_sent(self, body: GridCell, listed: GridCell) -> None:
        """Takes in the people that a cell lists, those without a body of their own as of the one beside it."""
        lexicon = self._scope.lexicon
        for mention in parse_parties(listed.text.replace("\n", ";"), lexicon):
            span = Span(listed.start + mention.start, listed.start + mention.end)
            told = mention if mention.organization else with_office(mention, "", body.text, lexicon)
            seen = Seen(span, told, "attendee_table")
            (self.missing if self._absent or mention.absent else self.present).append(seen)

    def _read_row(self, row: Row, name: int, columns: Columns, group: str | None) -> None:
        if row[name].derived:
            return
        nexts = [other for other in columns.all("name") if other > name]
        stop = nexts[0] if nexts else len(row)
        at = {
            role: row[column]
            for column, role in columns.roles.items()
            if name < column < stop or (column < name and not nexts and len(columns.all("name")) == 1)
        }
        if not re.search(r"[^\W\d_]{2}", without_reason(row[name].text)) or _UNSIGNED.match(fold(row[name].text)):
            self._read_missing(row, at)
            return
        absent = self._is_absent(row, row[name], at)
        seen = self.missing if absent else self.present
        before = len(seen)
        self._entries(row[name], at.get("role"), at.get("organization"), group, absent, at.get("number"))
        short = squeeze(row[self._initials].text) if self._initials is not None else ""
        if short and len(seen) == before + 1 and seen[-1].mention.alias is None:
            seen[-1] = replace(seen[-1], mention=replace(seen[-1].mention, alias=short))

    def _read_missing(self, row: Row, at: dict[str, GridCell]) -> None:
        """A row that names nobody but says that the office or body was not there ("- | Kodim (tidak hadir)")."""
        if not any(_UNSIGNED.search(fold(cell.text)) for cell in row):
            return
        cell = at.get("role") or at.get("organization")
        mention = parse_entry(cell.text, self._scope.lexicon) if cell is not None else None
        if cell is not None and mention is not None and is_party(mention, self._scope.lexicon):
            span = Span(cell.start + mention.start, cell.start + mention.end)
            self.missing.append(Seen(span, mention, "attendee_table"))

    def _is_absent(self, row: Row, name: GridCell, at: dict[str, GridCell]) -> bool:
        if any(is_mark_of_presence(squeeze(row[column].text)) for column in self._missed):
            return True
        if (attendance := at.get("attendance")) is None:
            told = [at[role] for role in ("signature", "remark", "role") if role in at]
            return self._absent or any(_UNSIGNED.match(fold(cell.text)) for cell in told)
        said, remark = squeeze(without_reason(attendance.text)), at.get("remark")
        if is_mark_of_absence(said) or (not said and remark is not None and _EXCUSED.search(fold(remark.text))):
            return True
        marked = not said and any(is_mark_of_presence(squeeze(cell.text)) for cell in row if cell is not name)
        return self._absent and not marked

    def _entries(
        self,
        name: GridCell,
        role: GridCell | None,
        organization: GridCell | None,
        group: str | None,
        absent: bool,
        number: GridCell | None = None,
    ) -> None:
        """The parties of a row, each with office and body."""
        people = list(self._people(name, role, number, sent=organization is not None))
        roles = _lines(self._scope, role) if role is not None and len(people) > 1 else []
        for index, (start, mention) in enumerate(people):
            own = roles[index][1] if len(roles) == len(people) else role.text if role is not None else ""
            body = organization.text if organization is not None else ""
            mention = with_office(mention, own, body, self._scope.lexicon)
            if group is not None and mention.organization is None:
                mention = replace(mention, organization=group)
            seen = Seen(Span(start + mention.start, start + mention.end), mention, "attendee_table")
            (self.missing if absent or mention.absent else self.present).append(seen)

    def _people(
        self, name: GridCell, role: GridCell | None, number: GridCell | None, *, sent: bool
    ) -> Iterator[tuple[int, PartyMention]]:
        """The parties of a cell with where their stretch starts; those that a body ``sent`` may be offices as well."""
        lexicon = self._scope.lexicon
        for start, text in self._stretches(name, role, number):
            listed = parse_parties(text, lexicon)
            people = [each for each in listed if each.kind is PartyKind.PERSON]
            full = all(_is_full(bare_name(each.name, lexicon)) for each in people)
            if len(listed) > 1 and full and (len(people) == len(listed) or (sent and people and role is None)):
                yield from ((start, each) for each in listed)
            elif (mention := parse_entry(text, lexicon)) is not None and is_party(mention, lexicon):
                yield start, mention

    def _stretches(self, name: GridCell, role: GridCell | None, number: GridCell | None) -> list[tuple[int, str]]:
        """The name cell whole, or cut into the lines that name one party each."""
        lines, whole = _lines(self._scope, name), [(name.start, _NUMBER_BELOW.sub("", name.text))]
        if len(lines) < 2 or (number is not None and len(_lines(self._scope, number)) != len(lines)):
            return whole
        lexicon = self._scope.lexicon
        bare = [bare_name(text, lexicon) for _, text in lines]
        if any(kind_of(text, lexicon) is not PartyKind.PERSON or re.search(r"\d", text) for _, text in lines):
            return whole
        paired = role is not None and len(_lines(self._scope, role)) == len(lines)
        if len(name.blocks) == len(lines) or (paired and all(" " in each for each in bare)):
            return lines
        return whole


def with_office(mention: PartyMention, role: str, organization: str, lexicon: Lexicon) -> PartyMention:
    """A mention with the office and body that stand beside it; a remark ("daring") is neither."""
    if (said := squeeze(role).strip(" :-")) and said not in mention.name and not is_remark(said, lexicon):
        parts = split_role(said, lexicon)
        mention = replace(
            mention,
            role=said[slice(*parts.role)] if parts.role else mention.role,
            organization=said[slice(*parts.organization)] if parts.organization else mention.organization,
        )
    if (said := squeeze(organization).strip(" :-")) and not is_remark(said, lexicon):
        mention = _of_body(mention, said, lexicon)
    return mention


def _of_body(mention: PartyMention, said: str, lexicon: Lexicon) -> PartyMention:
    """A mention with what its row gives as the body: an office where it is one ("Unit: Ketua Komite").

    Of two bodies a company behind the name stays, and the row tells who they came as ("Alumni | Rina (PT Samudra)");
    any other behind the name is what they do in that of the row ("Joko (HSE) | PT Samudra").
    """
    own = mention.organization
    if mention.role is None and own is None and is_role(said, lexicon):
        return replace(mention, role=said)
    if mention.role is not None or own is None or said in own or own in said:
        return replace(mention, organization=said)
    if _COMPANY.match(own):
        return replace(mention, organization=said) if _COMPANY.match(said) else replace(mention, role=said)
    return replace(mention, organization=said, role=None if re.search(r"\d", own) else own)


def _is_full(name: str) -> bool:
    """Whether a name has a word that is neither an initial nor a degree the lexicon does not know."""
    return any(len(word) > 2 and "." not in word for word in name.split())


def _lines(scope: Scope, cell: GridCell) -> list[tuple[int, str]]:
    """The lines of a cell that hold a text, with where they start."""
    found, start = [], cell.start
    for line in scope.document.text[cell.start : cell.end].split("\n"):
        if line.strip():
            found.append((start, line))
        start += len(line) + 1
    return found
