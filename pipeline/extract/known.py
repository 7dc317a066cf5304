"""What one meeting's minutes tell about parties, days and events; whom a stretch of text means."""

import datetime as dt
import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from notula.models.blocks import Document
from notula.models.minutes import PartyKind
from notula.pipeline.extract.aliases import Aliases
from notula.pipeline.extract.clauses import find_clauses
from notula.pipeline.extract.due_events import Event
from notula.pipeline.extract.entries import parse_entry
from notula.pipeline.extract.gazetteer import JOIN, read_gazetteer
from notula.pipeline.extract.mentions import Named, PartyMention
from notula.pipeline.extract.names import bare_name
from notula.pipeline.extract.parties import parse_parties
from notula.pipeline.extract.party_kinds import is_field, kind_of
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.extract.people import find_people
from notula.pipeline.extract.predicates import Clause
from notula.pipeline.extract.recognizer import Recognizer
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.shared_heads import headed_units
from notula.pipeline.extract.short_names import PAPERS
from notula.pipeline.extract.task_words import task_words
from notula.pipeline.language import Language, VerbForm
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold, squeeze

_Answer = TypeVar("_Answer")
ASKING = r"(?:tolong|mohon|silakan|silahkan)"
"""What may stand before a party that is asked."""
_ASKING = re.compile(rf"\s*(?:{ASKING}|baik(?=[^.;:]{{3,100}}\smaupun\s))\s+(?=\w)", re.IGNORECASE)
_SAID = (VerbForm.ACTIVE, VerbForm.PASSIVE)
_LONGEST_LIST = 400  # characters
_LONGEST_BRACKET = 60  # characters of a bracket behind the end of a stretch that would tear it
_PLUS = re.compile(
    r"\s*\+\s*|\s+(?:/|x|×)\s+|,?\s+dibantu\s+(?:oleh\s+)?|,\s+(?:back-?up|support|pendukung)\s+(?=[A-Z])"
    r"|(?<!\b[Ss]ama)(?:\s+bersama(?:-sama)?|\s+berdua)?\s+(?:dengan|dgn)\s+|\s+berdua\s+(?:sama|bareng)\s+"
)
_PLUS_SIGNS = ("+", " / ", " x ", " × ", "dibantu", "dengan", "dgn", "berdua", "back", "support", "pendukung")
_OTHERS = frozenset(("tim", "timnya", "rekan", "kawan-kawan"))  # "Bu Rina & tim": nobody beside her
_OF_COUNT = {"kedua": 2, "dua": 2, "ketiga": 3, "tiga": 3, "keempat": 4, "empat": 4, "kelima": 5, "lima": 5}
_AND = re.compile(r"(?<!\s)\s+(?:dan|serta|&)\s+")
_WHICH = re.compile(r"\s(?:yang|yg)\s")
_GUEST = re.compile(r"(?:narasumber|pemateri|pembicara|penyaji)\b", re.IGNORECASE)
_UNIT_HEAD = r"\b(?:bagian|bag|bidang|bid|seksi|sie|subbag|divisi|div|departemen|dept|biro|unit|direktorat)\.? "
_SHORT_FORM = re.compile(r"[A-Z]{3,8}")
_BY = re.compile(r"\soleh\s")
_NO_NAME = re.compile(r"(?<![A-Z])\d|%|^\W*$")  # but "Ahli K3"


def _parted(document: Document) -> str:
    """The text of minutes, a semicolon for the break before each block and cell: no name goes on in the next one."""
    text, parts, done = document.text, [], 0
    for block in document.blocks:
        cut = text.rfind("\n", done, block.start)
        if cut >= 0:
            parts += [text[done:cut], ";"]
            done = cut + 1
        if block.table is not None:
            parts.append(text[done : block.end].replace("\t", ";").replace("\n", ";"))
            done = block.end
    return "".join([*parts, text[done:]])


class Known:
    """What the minutes tell about parties, days and events.

    ``gazetteer`` has their names, ``recognizer`` says whether a text names any.
    """

    def __init__(
        self,
        scope: Scope,
        people: Sequence[PartyMention],
        aliases: Aliases,
        day: dt.date | None,
        events: tuple[Event, ...],
    ) -> None:
        self._scope, self.aliases, self.day, self.events = scope, aliases, day, events
        self.people = tuple(dict.fromkeys(each for each in people if each.kind is PartyKind.PERSON))
        guests = [each for each in dict.fromkeys(people) if _GUEST.match(each.role or each.name)]
        self.guest = guests[0] if len(guests) == 1 else None  # the only one who came to speak
        self.gazetteer = read_gazetteer(scope, [*people, *find_people(_parted(scope.document), scope.lexicon)])
        offices = (each.role for each in self.people if each.role)
        listed = self.gazetteer.names | {fold(office) for office in offices}
        self._listed = listed | set(headed_units(listed, scope.lexicon))
        self.recognizer = Recognizer(scope.lexicon, self.gazetteer.names, aliases)
        self._answers: dict[Hashable, Any] = {}  # of the type that the question asks for

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon."""
        return self._scope.lexicon

    @property
    def language(self) -> Language:
        """The language layer."""
        return self._scope.language

    def is_party(self, text: str) -> bool:
        """Whether a stretch of text names one or more parties and nothing else."""
        if _BY.search(text):
            return False  # "semua ruang oleh Rina": who does it stands behind
        return self.recognizer.is_party(text) or self._shares_head(text)

    def _shares_head(self, text: str) -> bool:
        """Whether two offices or bodies that the minutes list stand under one head ("Kasi Gizi dan Ternak")."""
        join = _AND.search(text)
        return join is not None and self._headed_as(text[: join.start()], text[join.end() :]) is not None

    def once(self, question: Hashable, ask: Callable[[], _Answer]) -> _Answer:
        """The answer to a question about this meeting's minutes, asked only the first time."""
        if question not in self._answers:
            self._answers[question] = ask()
        answer: _Answer = self._answers[question]
        return answer

    def clauses(self, text: str, after: int = 0) -> tuple[Clause, ...]:
        """The clauses of a sentence whose subject is a party (see :func:`find_clauses`)."""
        return self.once(("clauses", text, after), lambda: self._find_clauses(text, after))

    def _find_clauses(self, text: str, after: int) -> tuple[Clause, ...]:
        may_begin = self.recognizer.may_begin if self.recognizer.is_simple(text.rstrip(" .")) else None
        return tuple(find_clauses(text, self.lexicon, self.language, self.is_party, after=after, may_begin=may_begin))

    def is_person(self, named: Named) -> bool:
        """Whether a party is a person the minutes know or honour."""
        name, person = named.mention.name, named.mention.kind is PartyKind.PERSON
        initials = not person and name.isupper() and self.aliases.person(name) is not None
        return initials or (person and (named.mention.honorific is not None or self.is_party(name)))

    def bids(self, word: str) -> bool:
        """Whether a word in small letters tells somebody to do something, as a note of what to do begins."""
        return word in task_words(self.lexicon) or self.language.verb_form(word) is VerbForm.BASE

    def is_listed(self, named: Named) -> bool:
        """Whether a party stands in a list of those who take part, or is the office or body of one who does."""
        return fold(named.mention.name) in self._listed

    def is_strange(self, named: Named) -> bool:
        """Whether nothing but a common given name tells that a party is a person."""
        name = squeeze(named.mention.name)
        first = fold(bare_name(name, self.lexicon)).split()[:1]
        listed = bool(first) and (first[0] in self.gazetteer.names or self.aliases.knows(name))
        return named.mention.kind is PartyKind.PERSON and named.mention.honorific is None and not listed

    def named(self, text: str, start: int, end: int, *, loose: bool = False) -> tuple[Named, ...]:
        """The parties that a stretch of text is made of; empty where any part of it is none.

        With ``loose`` (an owner's cell or label) parts that are not known are taken as they stand if they look like
        names, and left out if not.
        """
        lead = _ASKING.match(text, start, end)
        start = lead.end() if lead else start
        end = self._bracket_end(text, start, end)
        piece = text[start:end]
        if not piece.strip(" .,;:-–") or len(piece) > _LONGEST_LIST:
            return ()
        return self.once(("named", piece, start, loose), lambda: self._made_of(piece, start, loose=loose))

    def _bracket_end(self, text: str, start: int, end: int) -> int:
        """The end of a stretch, behind a bracket that it would tear ("bendahara (Pak Joko" and ")")."""
        opened = text.rfind("(", start, end)
        closing = text.find(")", opened, end + _LONGEST_BRACKET) if opened >= 0 else -1
        before = text[start:opened].strip()
        if closing < end or "(" in text[end:closing] or (before and not self.is_party(before)):
            return end
        return closing + 1 if self.named(text, opened + 1, closing) else end

    def _made_of(self, piece: str, start: int, *, loose: bool) -> tuple[Named, ...]:
        found: list[Named] = []
        for at, part in _at_plus(piece):
            parsed = self._parsed(part, start + at, loose=loose)
            if parsed is None:
                return ()
            found.extend(parsed)
        return tuple(found[1:] if _counts(found) else found)

    def _parsed(self, piece: str, start: int, *, loose: bool) -> list[Named] | None:
        """The parties of a piece; None where it is not made of parties."""
        if not loose and self.recognizer.names_nobody(piece):
            return None
        if self.gazetteer.is_one_unit(piece):
            return list(self.loosely(piece, 0, len(piece), at=start))
        found: list[Named] = []
        for mention in parse_parties(piece, self.lexicon):
            whole = piece[mention.start : mention.end]
            if found and (fold(whole) in _OTHERS or self._is_told_behind_comma(piece, mention)):
                continue
            if pair := self._joined(piece, start, mention) or self._slashed(piece, start, mention):
                found.extend(pair)
            elif self.is_party(whole) or self.is_party(mention.name) or (mention.full and self.is_party(mention.full)):
                found.append(Named(start + mention.start, start + mention.end, mention))
            elif found and (full := self._headed_as(found[-1].mention.name, whole)):
                found.append(Named(start + mention.start, start + mention.end, replace(mention, full=full)))
            elif found and self._goes_with(found[-1], mention, piece):
                found.append(Named(start + mention.start, start + mention.end, mention))
            elif not loose:
                return None
            elif self._may_be_name(mention) or self.is_crowd(whole, 0, len(whole)):
                found.append(Named(start + mention.start, start + mention.end, mention))
        return found

    def _goes_with(self, before: Named, mention: PartyMention, piece: str) -> bool:
        """Whether what nothing tells of is a party by the one before: a name by a person, a short form by a body."""
        if self.is_person(before):
            return self.recognizer.goes_with_person(piece, mention)
        return _is_short_form(mention.name) and before.mention.kind is PartyKind.ORGANIZATION

    def is_crowd(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch names a crowd and tells which of it is meant ("semua desa yang belum melapor")."""
        which = _WHICH.search(text, start, end)
        named = self.named(text, start, which.start()) if which else ()
        return len(named) == 1 and not self.is_person(named[0])

    def _is_told_behind_comma(self, piece: str, mention: PartyMention) -> bool:
        """Whether a small word behind a comma names nobody but goes on telling."""
        behind = piece[: mention.start].rstrip().endswith(",")
        return behind and self._is_small_word(piece[mention.start : mention.end])

    def _is_small_word(self, text: str) -> bool:
        """Whether a small word names nobody: behind a name and a comma more is told there ("Bu Rina, naik cetak")."""
        if not (text.isalpha() and text.islower()) or text in self.gazetteer.names or text in self.lexicon.names.given:
            return False
        return opening_of(text, self.lexicon) is None and not is_field(text, self.lexicon)

    def _joined(self, piece: str, start: int, mention: PartyMention) -> list[Named] | None:
        """Two parties read as one, where the document knows the second ("Direktorat Pelabuhan bersama LKPT")."""
        for join in JOIN.finditer(piece[mention.start : mention.end]):
            left = piece[mention.start : mention.start + join.start()]
            right = piece[mention.start + join.end() : mention.end]
            full = self._headed_as(left, right) or self._headed_apart(left, join.group().strip(), right)
            together = join.group().split()[0] in ("bersama", "bersama-sama", "beserta", "sama", "sm", "bareng")
            listed = right.isupper() and fold(left) in self._listed  # "Direktur Umum dan SPI", he being present
            sure = together or self.aliases.knows(right)
            apart = join.group().strip() == "&" and self._are_two_units(mention.name, left, right)
            if listed or full or apart or (sure and self.is_party(left) and self.is_party(right)):
                first, second = parse_entry(left, self.lexicon), parse_entry(right, self.lexicon)
                if first and second:
                    second = replace(second, full=full, kind=kind_of(full, self.lexicon)) if full else second
                    at = start + mention.start
                    return [Named(at, at + join.start(), first), Named(at + join.end(), start + mention.end, second)]
        return None

    def _are_two_units(self, whole: str, left: str, right: str) -> bool:
        """Whether two units without heads are joined ("Humas & Acara"), and no one unit has both names."""
        head = opening_of(left, self.lexicon)
        if head is None or head.kind != "unit" or head.end < len(left) or " " in left:
            return False
        one = fold(whole) in self._listed or self.once(("unit", whole), lambda: self._is_headed_unit(whole))
        short = right.isupper() and right.isalpha() and right not in PAPERS
        return not one and (short or (" " not in right and right[:1].isupper() and is_field(right, self.lexicon)))

    def _is_headed_unit(self, name: str) -> bool:
        """Whether the text names a unit with a head by a joined name."""
        return re.search(rf"{_UNIT_HEAD}{re.escape(fold(name))}(?!\w)", fold(self._scope.document.text)) is not None

    def _slashed(self, piece: str, start: int, mention: PartyMention) -> list[Named] | None:
        """Two parties on both sides of a slash, both known to the minutes or told apart by their names.

        "Camat/Damang", both present, "Seksi Umum/Seksi Haji"; but "Kementerian ATR/BPN", "Desa/Kelurahan".
        """
        whole = piece[mention.start : mention.end]
        left, slash, right = whole.partition("/")
        if not slash or "/" in right or fold(whole) in self._listed or self.aliases.knows(whole):
            return None
        if not left[:1].isupper() or not self._stands_apart(left) or not self._stands_apart(right):
            return None
        if any(match.start < len(left) < match.end for match in self.language.organizations(whole)):
            return None  # "Biro Humas Kementerian ATR/BPN"
        first, second = parse_entry(left, self.lexicon), parse_entry(right, self.lexicon)
        if first is None or second is None:
            return None
        at, middle = start + mention.start, start + mention.start + len(left)
        return [Named(at, middle, first), Named(middle + 1, start + mention.end, second)]

    def _stands_apart(self, side: str) -> bool:
        """Whether a side of a slash is a party in itself: a known one, or a body or office with a name of its own."""
        opening = opening_of(side, self.lexicon)
        proper = opening is not None and side[opening.end :].lstrip()[:1].isupper()
        whole = opening is not None and opening.kind == "unit" and opening.end == len(side)
        place = fold(side) in self.lexicon.cues.members  # "Dinas Pasar Kabupaten/Kota"
        proper = proper or (whole and not place and is_field(side, self.lexicon))  # "Diklat"
        if proper or (side[:1].isupper() and (fold(side) in self._listed or self.aliases.knows(side))):
            return True
        office = opening is not None and opening.is_office and side[:1].isupper()
        return office and any(name.startswith(f"{fold(side)} ") for name in self._listed)  # "Camat Tirta"

    def _headed_as(self, left: str, right: str) -> str | None:
        """The right side of a join with the head of the left one, where the minutes list both offices or bodies so.

        "Ketua Departemen Gizi dan Pangan", with "Ketua Departemen Gizi" and "Ketua Departemen Pangan" present, "Bidang
        Gizi dan Pangan" with "Kabid Gizi" and "Kabid Pangan".
        """
        words = left.split()
        if fold(left) not in self._listed:
            return None
        fulls = (f"{' '.join(words[:count])} {right.strip(' .,;')}" for count in range(len(words) - 1, 0, -1))
        return next((full for full in fulls if fold(full) in self._listed), None)

    def _headed_apart(self, left: str, join: str, right: str) -> str | None:
        """The same for one word behind "serta", which no office has in its name ("Kasi Acara serta Perlengkapan")."""
        head, word = opening_of(left, self.lexicon), right.strip(" .,;")
        one = join == "serta" and word.istitle() and word.isalpha() and not self.is_party(word)
        return f"{left[: head.end].strip()} {word}" if one and head is not None and head.is_office else None

    def loosely(self, text: str, start: int, end: int, *, at: int = 0) -> tuple[Named, ...]:
        """One party, taken as it stands; ``at`` is where the text begins."""
        mention = parse_entry(text[start:end], self.lexicon)
        return (Named(at + start, at + end, mention),) if mention else ()

    def _may_be_name(self, mention: PartyMention) -> bool:
        name = mention.name
        if _NO_NAME.search(name) or len(name.split()) > 8 or fold(name) in self.lexicon.cues.no_owner:
            return False
        if any(word.islower() and self.language.verb_form(word) in _SAID for word in name.split()[1:]):
            return False  # "kontrak ditandatangani"
        return not (name.isupper() and len(name) < 2)


def _is_short_form(name: str) -> bool:
    """Whether a name is nothing but capitals, as bodies are cut short; beside one it is another."""
    return _SHORT_FORM.fullmatch(name) is not None and name not in PAPERS


def _counts(found: list[Named]) -> bool:
    """Whether the first of these only counts the others ("kedua koordinator, Rina dan Ketut")."""
    count = _OF_COUNT.get(fold(found[0].mention.name).split()[0]) if len(found) > 2 else None
    return count == len(found) - 1


def _at_plus(text: str) -> list[tuple[int, str]]:
    """The parts of a list joined by "+", a slash or cross that stands apart, "dibantu", "dengan", with their places.

    What a slash joins inside brackets stays together.
    """
    marks = list(_PLUS.finditer(text)) if any(mark in text for mark in _PLUS_SIGNS) else []
    marks = [mark for mark in marks if "/" not in mark.group() or not _is_bracketed(text, mark.start())]
    cuts, ends = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(text)]
    return [(start, text[start:end]) for start, end in zip(cuts, ends, strict=True) if text[start:end].strip()]


def _is_bracketed(text: str, at: int) -> bool:
    """Whether a place stands inside brackets."""
    return text.count("(", 0, at) > text.count(")", 0, at)
