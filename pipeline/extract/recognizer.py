"""Which stretches of text name parties of one meeting's minutes, and nothing else.

A stretch of text is a party when it begins with a word of offices, bodies or collectives of people, with an honorific
or a title, when the registry or the document itself knows it, when it is a name of the attendance list in short, or
when it begins with a given name that is common in Indonesia.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from functools import cache

from notula.models.minutes import PartyKind
from notula.pipeline.extract.aliases import Aliases
from notula.pipeline.extract.clause_words import CONCERNED
from notula.pipeline.extract.mentions import PartyMention
from notula.pipeline.extract.names import bare_name
from notula.pipeline.extract.parties import HEADING_WORDS, LIST_WORDS, names_one, parse_parties
from notula.pipeline.extract.party_kinds import is_field, kind_of
from notula.pipeline.extract.party_openings import Opening, opening_firsts, opening_of
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.extract.task_words import bare_tasks
from notula.pipeline.language import get_language
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import any_word
from notula.pipeline.text import fold, squeeze

_MAX_WORDS = 14
_LONGEST_NAME = 4  # words
_WHEN = re.compile(
    r"(?:paling|plg|selambat|sebelum|sblm|maks|hari|tgl|tanggal|besok|lusa|minggu|pekan|bulan|akhir|awal|mulai|setelah"
    r"|pada|dalam)"
)
_SMALL_BEHIND_COMMA = re.compile(r",\s+(?P<more>[a-z].*)$")
_RANGE = re.compile(r"(?<=\d)\s*(?:s\.?/?d\.?|sampai(?:\s+dengan)?|hingga|[-–])\s*\d+(?!\w)", re.IGNORECASE)
_NAME_RUN = re.compile(r"(?:[A-Z][\w.']*\s+)+(?P<rest>[a-z&].*)")
_BRACKET = re.compile(r"\s*\([^()]*\)")
_WORD = re.compile(r"[^\s,;:()]+")
_SPOKEN = re.compile(r"n[gy].*|.*in", re.DOTALL)  # verbs that are no nouns as well
_FIELDS_OF_WORK = frozenset(["data", "survei", "survey", "desain", "riset"])  # which units have in their names as well
_DAY_BEHIND = re.compile(  # a crowd and when: "pemuda Minggu", but "Kelurahan pasar Minggu"
    r"(?:[^,]*\s)?(?!pasar|sekolah|kelas|guru)[a-z]{3,}\s(?:Senin|Selasa|Rabu|Kamis|Jum'?at|Sabtu|Minggu)", re.DOTALL
)
# Words with nothing between them but spaces, commas and hyphens, and the first of them.
_SIMPLE = re.compile(r"\w[\w']*(?:(?:-|,? )\w[\w']*)*")
_FIRST = re.compile(r"[A-Za-z]+(?=[\s,]|$)")
_LETTERS = re.compile(r"[^\W_]+")
# "Ketua-ketua RT"; but for crowds the doubled word is the usual one ("anak-anak karang taruna").
_DOUBLED = re.compile(r"\b(?!masing|ibu|bapak|sama|anak|teman|temen|kawan|konco)(\w{4,})-\1\b", re.IGNORECASE)
_TOGETHER = re.compile(r"(?<!\bsama )\b(?:bersama(?:-sama)? )?(?:dengan|dgn)\b")  # no "Bidang Kerja Sama dengan Mitra"
_TWO = re.compile(r"\sberdua (?:bersama|sama|bareng)\s")
_BOTH = re.compile(r"baik\s+(?=.+\smaupun\s)", re.IGNORECASE)  # "Baik Rina maupun Joko"
_AND_TEAM = re.compile(r"(?<=\w)\s(?:dan|serta|beserta|&)\stim(?:nya)?$")
_OF_SOMEBODY = frozenset(  # name nobody by themselves
    ["kedua", "ketiga", "keempat", "kelima", "setiap", "tiap", "tiap-tiap", "seluruh", "segenap", "para", "anak-anak",
     "anak2", "teman-teman", "teman2", "temen-temen", "temen2", "kawan-kawan", "kawan2", "konco-konco"]
)  # fmt: skip
_ONE_NAME = re.compile(r"[A-Z][a-z]{2,}")
_AND_ONE = re.compile(r"\s(?:dan|&|sama|serta|bareng|karo)\s+$")
# Begin what is said of a subject, or what is begged of one.
_JOINS = ("&", "sama", "sm", "bareng", "lan", "jeung", "sareng", "karo", "deng", "jo", "n")
_SENT_TO = re.compile(r"(?:delegasi|utusan|wakil|perwakilan|rombongan|kontingen|tim)\b", re.IGNORECASE)
_SAYING = ("akan", "agar", "harus", "wajib", "untuk", "utk", "yang", "yg", "tolong", "tlg", "mohon", "harap")


class Recognizer:
    """Tells parties by the lexicon, the registry and the names that the minutes know (folded)."""

    def __init__(self, lexicon: Lexicon, names: frozenset[str], aliases: Aliases) -> None:
        self.lexicon, self.language = lexicon, get_language(lexicon)
        self._names, self._aliases = names, aliases
        cues = lexicon.cues
        self._tellers = frozenset((*cues.negative, *cues.done, *cues.possible, *_SAYING, *cues.tellers))
        self._spoken = frozenset(filter(_SPOKEN.fullmatch, cues.bare_task))
        self._bidden = bare_tasks(lexicon)
        self._joints = names | set(map(fold, lexicon.titles.particles))
        self._firsts = _first_words(lexicon) | _firsts_of((*names, *aliases.names))
        self._leading = frozenset(cues.recipient_before) - names - set(CONCERNED)  # "DJA pada akhirnya ..."
        self._no_owner = frozenset(cues.no_owner)
        self._weekdays = frozenset(map(fold, lexicon.calendar.weekday_names)) - names
        self._cache: dict[str, bool] = {}

    def is_party(self, text: str) -> bool:
        """Whether a stretch of text names one or more parties and nothing else."""
        found = self._cache.get(text)
        if found is None:
            found = self._cache[text] = self._is_party(_plain(text))
        return found

    def _is_party(self, text: str) -> bool:
        folded = fold(text)
        if not text or len(text.split()) > _MAX_WORDS or folded in self._no_owner or folded in self._weekdays:
            return False
        if folded in self._names:
            return True
        if self.names_nobody(text) or text.split()[-1] in self._leading:
            return False
        if self._aliases.knows(text):
            return True
        bare = squeeze(_BRACKET.sub(" ", text)) if "(" in text else text
        if bare != text and "(" not in bare and self._is_party(bare):
            return True
        if self._predicates(text):
            return False
        if patterns(self.lexicon).address(text):
            return any(word[:1].isupper() for word in text.split()) and not self._runs_on(text)
        if _DAY_BEHIND.fullmatch(text):
            return False
        opening = opening_of(text, self.lexicon)
        if opening is not None:
            return self._is_opened_party(text, opening)
        if self.language.organization_at_start(text) is not None or self._all_parties(text):
            return True
        return self._is_given_name(text) or self._is_sent(text)

    def _is_sent(self, text: str) -> bool:
        """Whether a text is a known person and whose they are ("Rina dari Humas")."""
        sent = _sent(self.lexicon).fullmatch(text)
        body = sent is not None and (opening_of(sent["body"], self.lexicon) or self._aliases.knows(sent["body"]))
        return sent is not None and bool(body) and self._is_known_person(sent["who"])

    def _is_opened_party(self, text: str, opening: Opening) -> bool:
        """Whether a text that begins with a word for an office, a body or a collective names one."""
        words, rest = text[: opening.end].strip(), text[opening.end :]
        if (more := _SMALL_BEHIND_COMMA.search(rest)) and not self._goes_on(more["more"]):
            return False  # "Kasubbag, ttd Kepala"
        if opening.is_body and " " not in words and self._is_thing(text, rest.strip()):
            return False
        first = fold(text.split()[0])
        if first in _OF_SOMEBODY and len(text.split()) == 1:
            return False
        return first == "para" or first not in self.lexicon.cues.collective or self._of_people(rest)

    def _goes_on(self, more: str) -> bool:
        """Whether words in small letters behind a comma go on with a name or a list of parties."""
        first = re.split(r"[\s,]+", more)[0]
        if _WHEN.match(more):
            return True  # "Camat, paling lambat Jumat, mengirim ..."
        return is_field(first.capitalize(), self.lexicon) or first in LIST_WORDS or self._is_party(more)

    def names_nobody(self, text: str) -> bool:
        """Whether a simple text surely names no party: nothing that anybody is known by begins as it does."""
        return not self.may_begin(text, 0) and self.is_simple(text)

    def may_begin(self, text: str, at: int) -> bool:
        """Whether a party may begin at a place of a simple text, told by the first word."""
        first = _FIRST.match(text, at)
        return first is None or first[0].lower() in self._firsts

    def is_simple(self, text: str) -> bool:
        """Whether only its first word can make a party of a text: no marks, no words that tell of one further on."""
        words = _LETTERS.findall(text.lower())
        return _SIMPLE.fullmatch(text) is not None and _telling(self.lexicon).isdisjoint(words)

    def _is_thing(self, text: str, rest: str) -> bool:
        """Whether a common noun of places only happens to begin a text ("Pasar sepi", "Kantor bocor")."""
        if not rest:
            return fold(text) in self.lexicon.cues.things
        named = is_field(rest, self.lexicon) or opening_of(rest, self.lexicon) is not None or self._aliases.knows(rest)
        return rest[:1].islower() and not named and fold(text.split()[0]) in self.lexicon.cues.things_named

    def _predicates(self, text: str) -> bool:
        """Whether a text says something of its subject: then it is more than a name."""
        words = _WORD.findall(_BRACKET.sub(" ", text) if "(" in text else text)[1:]
        words = words[:-1] if words and words[-1] in CONCERNED else words
        if "ke" in words and _SENT_TO.match(text) is None:
            return True  # "Humas antar ke balai"
        verb_form = self.language.verb_form
        named = not text.isupper()  # "Lurah Pasar Baru": a capital makes a word part of the name
        return self._is_bidden(words) or any(
            (fold(word) in self._tellers and not (named and word[:1].isupper()))
            or (word.islower() and (verb_form(word) is not None or word in self._spoken))
            for word in words
        )

    def _is_bidden(self, words: Sequence[str]) -> bool:
        """Whether a bare verb and more stand behind a name in capitals ("Deputi Mutasi pantau instansi")."""
        behind = (word for before, word in itertools.pairwise(words[:-1]) if before[:1].isupper())
        return any(word in self._bidden for word in behind if word.islower() and word not in _FIELDS_OF_WORK)

    def _runs_on(self, text: str) -> bool:
        """Whether a name goes on with words of a sentence ("Pak Gunadi negosiasi perpanjangan")."""
        name = _NAME_RUN.match(bare_name(text, self.lexicon))
        rest = name["rest"].split() if name else []
        joins = (*self.lexicon.titles.from_words, *self.lexicon.titles.as_words, *self.lexicon.cues.with_others)
        known = opening_of(" ".join(rest), self.lexicon) is not None
        return bool(rest) and not known and fold(rest[0]) not in (*joins, *_JOINS, "di", "atau")

    def _of_people(self, rest: str) -> bool:
        """Whether a collective ("semua ...") is one of people or bodies."""
        words = re.findall(r"[^\s,;()]+", fold(rest))
        if not words:
            return True
        return (
            words[0] in self.lexicon.cues.persons
            or any(word in self.lexicon.cues.members for word in words[:3])
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
        person = self._is_known_person(mentions[0].name)
        return all(self.is_party(each.name) or (person and self.goes_with_person(text, each)) for each in mentions)

    def goes_with_person(self, text: str, mention: PartyMention) -> bool:
        """Whether a word with a capital that a text joins to a person names another ("Rina dan Putri")."""
        name = mention.name
        if _ONE_NAME.fullmatch(name) is None or _AND_ONE.search(text, 0, mention.start) is None:
            return False
        cues, word = self.lexicon.cues, name.lower()
        said = word in cues.task or word in self._bidden or word in self._leading or word in self._tellers
        thing = said or word in cues.things or word in cues.handed_in or is_field(name, self.lexicon)
        return not thing and fold(name) not in self._weekdays and self.language.verb_form(word) is None

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


def _plain(text: str) -> str:
    """A name without what only says that it stands for several ("Ketua-ketua RT", "Ketua RT 1 sampai dengan 6")."""
    name = squeeze(text).strip(" .,;:")
    name = _TOGETHER.sub("bersama", name) if "dengan" in name or "dgn" in name else name
    name = _TWO.sub(" bersama ", name) if "berdua" in name else name
    name = _BOTH.sub("", name) if "maupun" in name else name
    name = _AND_TEAM.sub("", name) if name.endswith(("tim", "timnya")) else name
    name = _DOUBLED.sub(r"\1", name) if "-" in name else name
    return _RANGE.sub("", name) if any(map(str.isdigit, name)) else name


def _firsts_of(names: Iterable[str]) -> frozenset[str]:
    """The first letters of names up to any other sign, in small letters."""
    firsts = (_LETTERS.match(name) for name in names)
    return frozenset(first[0].lower() for first in firsts if first)


@cache
def _sent(lexicon: Lexicon) -> "re.Pattern[str]":
    """A name, a word for whose somebody is, and a few words more."""
    ties = any_word(lexicon.titles.from_words)
    return re.compile(rf"(?P<who>[A-Z][\w.']*(?: [A-Z][\w.']*){{0,3}}) (?:{ties}) (?P<body>[A-Z]\w*(?: \w+){{0,4}})")


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
