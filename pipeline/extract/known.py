"""The parties of one meeting's minutes: who counts as one, and who is meant by a short name.

A stretch of text is a party when it begins with a word of offices, bodies or collectives of people, with an honorific
or a title, when the registry or the document itself knows it, when it is a name of the attendance list in short, or
when it begins with a given name that is common in Indonesia.
"""

import datetime as dt
import re
from collections.abc import Callable, Hashable, Iterable
from functools import cache
from typing import Any, NamedTuple, TypeVar

from notula.models.minutes import Party, PartyKind
from notula.pipeline.extract.aliases import Aliases
from notula.pipeline.extract.clauses import Clause, find_clauses
from notula.pipeline.extract.due_events import Event
from notula.pipeline.extract.listed_names import names_in_lists
from notula.pipeline.extract.names import bare_name
from notula.pipeline.extract.parties import HEADING_WORDS, LIST_WORDS, names_one, parse_parties
from notula.pipeline.extract.party_kinds import is_field, kind_of
from notula.pipeline.extract.party_openings import opening_firsts, opening_of
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.extract.people import PartyMention, find_people, parse_entry
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.short_names import short_names
from notula.pipeline.language import Language, get_language
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold, squeeze

_Answer = TypeVar("_Answer")
_MAX_WORDS = 14
_LONGEST_NAME = 4  # words
_RANGE = re.compile(r"(?<=\d)\s*(?:s\.?/?d\.?|sampai(?:\s+dengan)?|hingga|[-–])\s*\d+(?!\w)", re.IGNORECASE)
_OFFICE = 3  # words of an office by which its holder is known ("korkab PKH")
_MOST_UNITS = 100  # of one first word
_NAME_RUN = re.compile(r"(?:[A-Z][\w.']*\s+)+(?P<rest>[a-z&].*)")
_BRACKET = re.compile(r"\s*\([^()]*\)")
_WORD = re.compile(r"[^\s,;:()]+")
_PLUS = re.compile(r"\s*\+\s*|\s+/\s+")
_JOIN = re.compile(r"\s+(?:bersama(?:-sama)?(?:\s+dengan)?|beserta|serta|sama|dan|&)\s+")
# Words with nothing between them but spaces, commas and hyphens, and the first of them.
_SIMPLE = re.compile(r"\w[\w']*(?:(?:-|,? )\w[\w']*)*")
_FIRST = re.compile(r"[A-Za-z]+(?=[\s,]|$)")
_LETTERS = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"\b(?!masing|ibu|bapak|sama)(\w{4,})-\1\b", re.IGNORECASE)  # "Ketua-ketua RT"
_TOGETHER = re.compile(r"\bbersama(?:-sama)? dengan\b")
_NO_NAME = re.compile(r"[\d%]|^\W*$")


# Who heads a unit with a joined name, and the unit with what follows.
_HEADED = re.compile(
    r"\b(?:kepala|ketua|koordinator|sekretaris|staf)\s+(?=(?P<unit>\w+ [^.;:()\n]{0,60} dan [^.;:()\n]{3,60}))"
)


class Named(NamedTuple):
    """A party in a text: where it stands and how it was read."""

    start: int
    end: int
    mention: PartyMention


class Known:
    """What the minutes tell about parties, days and events."""

    def __init__(
        self,
        scope: Scope,
        people: Iterable[PartyMention],
        aliases: Aliases,
        day: dt.date | None,
        events: tuple[Event, ...],
    ) -> None:
        self._scope, self.aliases, self.day, self.events = scope, aliases, day, events
        self._units = _headed_units(scope.document.text)
        self._names: set[str] = set()
        self._bodies: set[str] = set()  # with joined names, of those who belong to them
        self.people = tuple(dict.fromkeys(each for each in people if each.kind is PartyKind.PERSON))
        mentions = [*people, *find_people(scope.document.text, scope.lexicon)]
        for mention in mentions:
            if mention.kind is PartyKind.PERSON:
                bare = fold(bare_name(mention.name, scope.lexicon))
                self._names |= {bare, *(word for word in bare.split() if len(word) > 2)}
            else:
                self._names.add(fold(mention.name))
            if mention.organization and _JOIN.search(mention.organization):
                self._bodies.add(fold(squeeze(mention.organization)))
            if mention.alias:
                self._names.add(fold(mention.alias))
            if mention.role and len(mention.role.split()) <= _OFFICE:
                self._names.add(fold(mention.role))
        self._names |= names_in_lists(scope) | short_names(scope, mentions) | set(scope.lexicon.cues.told_before)
        cues = scope.lexicon.cues
        self._tellers = frozenset(
            (
                *cues.negative,
                *cues.done,
                *cues.possible,
                "akan",
                "agar",
                "harus",
                "wajib",
                "untuk",
                "utk",
                "yang",
                "yg",
                *cues.tellers,
            )
        )
        self._joints = self._names | set(map(fold, scope.lexicon.titles.particles))
        self._firsts = _first_words(scope.lexicon) | _firsts_of((*self._names, *aliases.names))
        self._no_owner = frozenset(cues.no_owner)
        self._cache: dict[str, bool] = {}
        self._answers: dict[Hashable, Any] = {}  # of the type that the question asks for
        self._clauses: dict[tuple[str, int], tuple[Clause, ...]] = {}

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
        found = self._cache.get(text)
        if found is None:
            found = self._cache[text] = self._is_party(_plain(text))
        return found

    def once(self, question: Hashable, ask: Callable[[], _Answer]) -> _Answer:
        """The answer to a question about this meeting's minutes, asked only the first time."""
        if question not in self._answers:
            self._answers[question] = ask()
        answer: _Answer = self._answers[question]
        return answer

    def clauses(self, text: str, after: int = 0) -> tuple[Clause, ...]:
        """The clauses of a sentence whose subject is a party (see :func:`find_clauses`)."""
        found = self._clauses.get((text, after))
        if found is None:
            may_begin = self._may_begin if self._is_simple(text.rstrip(" .")) else None
            found = tuple(
                find_clauses(text, self.lexicon, self.language, self.is_party, after=after, may_begin=may_begin)
            )
            self._clauses[text, after] = found
        return found

    def is_person(self, named: Named) -> bool:
        """Whether a party is a person the minutes know or honour."""
        return named.mention.kind is PartyKind.PERSON and (
            named.mention.honorific is not None or self.is_party(named.mention.name)
        )

    def is_strange(self, named: Named) -> bool:
        """Whether nothing but a common given name tells that a party is a person."""
        name = squeeze(named.mention.name)
        first = fold(bare_name(name, self.lexicon)).split()[:1]
        listed = bool(first) and (first[0] in self._names or self.aliases.knows(name))
        return named.mention.kind is PartyKind.PERSON and named.mention.honorific is None and not listed

    def named(self, text: str, start: int, end: int, *, loose: bool = False) -> tuple[Named, ...]:
        """The parties that a stretch of text is made of; empty where any part of it is none.

        With ``loose`` (an owner's cell or label) parts that are not known are taken as they stand if they look like
        names, and left out if not.
        """
        piece = text[start:end]
        if not piece.strip(" .,;:-–") or len(piece) > 400:
            return ()
        return self.once(("named", piece, start, loose), lambda: self._made_of(piece, start, loose=loose))

    def _made_of(self, piece: str, start: int, *, loose: bool) -> tuple[Named, ...]:
        found: list[Named] = []
        for at, part in _at_plus(piece):
            parsed = self._parsed(part, start + at, loose=loose)
            if parsed is None:
                return ()
            found.extend(parsed)
        return tuple(found)

    def _parsed(self, piece: str, start: int, *, loose: bool) -> list[Named] | None:
        """The parties of a piece; None where it is not made of parties."""
        if not loose and self._names_nobody(piece):
            return None
        if self._is_one_unit(piece):
            return list(self.loosely(piece, 0, len(piece), at=start))
        found: list[Named] = []
        for mention in parse_parties(piece, self.lexicon):
            whole = piece[mention.start : mention.end]
            if found and piece[: mention.start].rstrip().endswith(",") and self._is_small_word(whole):
                continue
            if (pair := self._joined(piece, start, mention)) is not None:
                found.extend(pair)
            elif self.is_party(whole) or self.is_party(mention.name) or (mention.full and self.is_party(mention.full)):
                found.append(Named(start + mention.start, start + mention.end, mention))
            elif not loose:
                return None
            elif self._may_be_name(mention):
                found.append(Named(start + mention.start, start + mention.end, mention))
        return found

    def _is_small_word(self, text: str) -> bool:
        """Whether a small word names nobody: behind a name and a comma more is told there ("Bu Rina, naik cetak")."""
        if not (text.isalpha() and text.islower()) or text in self._names or text in self.lexicon.names.given:
            return False
        return opening_of(text, self.lexicon) is None and not is_field(text, self.lexicon)

    def _joined(self, piece: str, start: int, mention: PartyMention) -> list[Named] | None:
        """Two parties read as one, where the document knows the second ("Direktorat Pelabuhan bersama LKPT")."""
        for join in _JOIN.finditer(piece[mention.start : mention.end]):
            left = piece[mention.start : mention.start + join.start()]
            right = piece[mention.start + join.end() : mention.end]
            together = join.group().split()[0] in ("bersama", "bersama-sama", "beserta", "sama")
            sure = together or self.aliases.knows(right)
            if sure and self.is_party(left) and self.is_party(right):
                first, second = parse_entry(left, self.lexicon), parse_entry(right, self.lexicon)
                if first and second:
                    at = start + mention.start
                    return [Named(at, at + join.start(), first), Named(at + join.end(), start + mention.end, second)]
        return None

    def _is_one_unit(self, piece: str) -> bool:
        """Whether somebody heads what a joined name names, or is of it: it is one ("Kepala Seksi Sarana dan Aset")."""
        if _JOIN.search(piece) is None:
            return False
        name = fold(squeeze(piece)).strip(" .,;:")
        return name in self._bodies or f"\n{name}" in self._units.get(name.split()[0], "")

    def loosely(self, text: str, start: int, end: int, *, at: int = 0) -> tuple[Named, ...]:
        """One party, taken as it stands; ``at`` is where the text begins."""
        mention = parse_entry(text[start:end], self.lexicon)
        return (Named(at + start, at + end, mention),) if mention else ()

    def spellings(self, party: Party) -> tuple[str, ...]:
        """Other spellings of a party in this document."""
        return tuple(each for each in self.aliases.spellings(party.name) if each != party.name)

    def _may_be_name(self, mention: PartyMention) -> bool:
        name = mention.name
        if _NO_NAME.search(name) or len(name.split()) > 8 or fold(name) in self.lexicon.cues.no_owner:
            return False
        return not (name.isupper() and len(name) < 2)

    def _is_party(self, text: str) -> bool:
        folded = fold(text)
        if not text or len(text.split()) > _MAX_WORDS or folded in self._no_owner:
            return False
        if folded in self._names:
            return True
        if self._names_nobody(text):
            return False
        if self.aliases.knows(text):
            return True
        bare = squeeze(_BRACKET.sub(" ", text)) if "(" in text else text
        if bare != text and "(" not in bare and self._is_party(bare):
            return True
        known = patterns(self.lexicon)
        if self._predicates(text):
            return False
        if known.honorific.match(text) or known.title.match(text):
            return any(word[:1].isupper() for word in text.split()) and not self._runs_on(text)
        opening = opening_of(text, self.lexicon)
        if opening is not None:
            if (
                opening[0] in ("institution", "unit")
                and " " not in text[: opening[1]].strip()
                and self._is_thing(text, text[opening[1] :].strip())
            ):
                return False
            return folded.split()[0] not in self.lexicon.cues.collective or self._of_people(text[opening[1] :])
        if self.language.organization_at_start(text) is not None or self._all_parties(text):
            return True
        return self._is_given_name(text)

    def _names_nobody(self, text: str) -> bool:
        """Whether a simple text surely names no party: nothing that anybody is known by begins as it does."""
        return not self._may_begin(text, 0) and self._is_simple(text)

    def _may_begin(self, text: str, at: int) -> bool:
        """Whether a party may begin at a place of a simple text, told by the first word."""
        first = _FIRST.match(text, at)
        return first is None or first[0].lower() in self._firsts

    def _is_simple(self, text: str) -> bool:
        """Whether only its first word can make a party of a text: no marks, no words that tell of one further on."""
        words = _LETTERS.findall(text.lower())
        return _SIMPLE.fullmatch(text) is not None and _telling(self.lexicon).isdisjoint(words)

    def _is_thing(self, text: str, rest: str) -> bool:
        """Whether a common noun of places only happens to begin a text ("Pasar sepi", "Kantor bocor")."""
        if not rest:
            return fold(text) in self.lexicon.cues.things
        named = is_field(rest, self.lexicon) or opening_of(rest, self.lexicon) is not None or self.aliases.knows(rest)
        return rest[:1].islower() and not named and fold(text.split()[0]) in self.lexicon.cues.things_named

    def _predicates(self, text: str) -> bool:
        """Whether a text says something of its subject: then it is more than a name."""
        words = _WORD.findall(_BRACKET.sub(" ", text) if "(" in text else text)[1:]
        verb_form = self.language.verb_form
        return any(fold(word) in self._tellers or (word.islower() and verb_form(word) is not None) for word in words)

    def _runs_on(self, text: str) -> bool:
        """Whether a name goes on with words of a sentence ("Pak Gunadi negosiasi perpanjangan")."""
        name = _NAME_RUN.match(bare_name(text, self.lexicon))
        rest = name["rest"].split() if name else []
        joins = (*self.lexicon.titles.from_words, *self.lexicon.titles.as_words, *self.lexicon.cues.with_others)
        known = opening_of(" ".join(rest), self.lexicon) is not None
        return bool(rest) and not known and fold(rest[0]) not in (*joins, "di", "&", "sama", "bareng", "atau")

    def _of_people(self, rest: str) -> bool:
        """Whether a collective ("semua ...") is one of people or bodies."""
        words = re.findall(r"[^\s,;()]+", fold(rest))
        if not words:
            return True
        return (
            any(word in self.lexicon.cues.members for word in words[:3])
            or opening_of(rest.strip(), self.lexicon) is not None
        )

    def _is_given_name(self, text: str) -> bool:
        """Whether a text that nothing else is known of begins with a common given name ("Debora Rante")."""
        words = bare_name(text, self.lexicon).split()
        if not 1 <= len(words) <= _LONGEST_NAME or fold(words[0]) not in self.lexicon.names.given:
            return False
        return all(word[:1].isupper() for word in words) and kind_of(text, self.lexicon) is PartyKind.PERSON

    def _all_parties(self, text: str) -> bool:
        """Whether a joined text ("A dan B") is made of parties."""
        mentions = () if names_one(text) else parse_parties(text, self.lexicon)
        if len(mentions) < 2:
            return self._is_known_person(text)
        return all(self.is_party(mention.name) for mention in mentions)

    def _is_known_person(self, text: str) -> bool:
        words = fold(bare_name(text, self.lexicon)).split()
        return (
            bool(words)
            and len(words) <= 4
            and words[0] in self._names
            and kind_of(text, self.lexicon) is PartyKind.PERSON
            and text[:1].isupper()
            and all(word[:1].isupper() or fold(word) in self._joints for word in text.split())
        )


def _headed_units(text: str) -> dict[str, str]:
    """The units with joined names that somebody heads, with what follows them, folded; by their first words."""
    found: dict[str, dict[str, None]] = {}
    for match in _HEADED.finditer(fold(text)):
        units = found.setdefault(match["unit"].split()[0], {})
        if len(units) < _MOST_UNITS:
            units[match["unit"]] = None
    return {first: "\n".join(("", *units)) for first, units in found.items()}


def _plain(text: str) -> str:
    """A name without what only says that it stands for several ("Ketua-ketua RT", "Ketua RT 1 sampai dengan 6")."""
    name = _TOGETHER.sub("bersama", squeeze(text).strip(" .,;:")) if "dengan" in text else squeeze(text).strip(" .,;:")
    name = _DOUBLED.sub(r"\1", name) if "-" in name else name
    return _RANGE.sub("", name) if any(map(str.isdigit, name)) else name


def _firsts_of(names: Iterable[str]) -> frozenset[str]:
    """The first letters of names up to any other sign, in small letters."""
    firsts = (_LETTERS.match(name) for name in names)
    return frozenset(first[0].lower() for first in firsts if first)


@cache
def _first_words(lexicon: Lexicon) -> frozenset[str]:
    """The first words, in small letters, of what the lexicon knows at the beginning of a party or of a list of them."""
    titles = lexicon.titles
    words = (*titles.honorifics, *titles.titles, *titles.shared_heads, *titles.list_labels, *titles.fillers)
    bodies = get_language(lexicon).organization_firsts
    return _firsts_of((*words, *LIST_WORDS, *lexicon.names.given, *bodies)) | opening_firsts(lexicon)


@cache
def _telling(lexicon: Lexicon) -> frozenset[str]:
    """Words, in small letters, that tell of a party further on in a text, or that an office ends with."""
    address = (*lexicon.titles.honorifics, *lexicon.titles.titles)
    return frozenset(each for word in address for each in _LETTERS.findall(word.lower())) | {
        *HEADING_WORDS, "selain", *patterns(lexicon).role_tails,
    }  # fmt: skip


def _at_plus(text: str) -> list[tuple[int, str]]:
    """The parts of a list joined by "+" or by a slash that stands apart, with where each starts."""
    marks = list(_PLUS.finditer(text)) if "+" in text or " / " in text else []
    cuts, ends = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(text)]
    return [(start, text[start:end]) for start, end in zip(cuts, ends, strict=True) if text[start:end].strip()]
