"""Who is meant: the spellings of one party in one document, and its full name.

Where spellings come from, first found counts:

- the document's own definitions: "Kantor Data Kota (KDK)", "KDK (Kantor Data Kota)", "... selanjutnya disebut KDK";
- the attendance list: a body's name with a short form in brackets, the body inside a team's name, the initials of a
  body's or office's name that the text uses, initials of people ("MR = Maya Ratna"), the office that a person holds;
- the registry, for institutions that the text names;
- short names of listed people ("Bu Maya" for Maya Ratna Dewi), as long as only one of them can be meant.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, Protocol

from notula.models.minutes import PartyKind
from notula.pipeline.extract.abbreviations import abbreviates
from notula.pipeline.extract.names import bare_name, initials_of
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.extract.spellings import Group, Groups, People
from notula.pipeline.language import get_language
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold, squeeze

_BRACKET = re.compile(r"\(([^()]{2,90})\)")
_NAMED = re.compile(r"selanjutnya\s+(?:disebut|disingkat)\s+(?:dengan\s+|sebagai\s+)?[\"“']?([A-Z][\w-]{1,15})")
_WORD = re.compile(r"[^\s,;:()\"“”]+")
_STOP = re.compile(r"[.;:()]\s|\n\s*\n")
_SHORT_FORM = re.compile(r"[A-Z]{2}[A-Z&-]+")
_NUMERAL = re.compile(r"[IVX]+")
_LEVELS = frozenset(["SMP", "SMA", "SMK", "MTS", "SLB", "PAUD"])  # of schools
# Where the initials of who has to do something stand: in a bracket, between dashes, behind an arrow or colon.
_OWNER_SLOT = re.compile(
    r"(?:[(\[]|(?:->|→|=>|[–—]|\s-|:)[ \t]+)(?P<who>[A-Z]{2,4})(?=[ \t]*(?:[)\],;]|[–—-]\s|$))", re.MULTILINE
)
_NO_INITIALS = frozenset(
    ["AC", "AD", "AI", "DL", "DP", "FB", "GM", "HP", "HR", "IG", "IT", "KK", "KM", "LK", "MC", "MOU", "PC", "PIC", "PJ",
     "PM", "PR", "QA", "QC", "RAB", "RT", "RW", "SD", "SE", "SK", "SM", "SMA", "SMP", "TK", "TOR", "TU", "TV", "TW",
     "UU", "WA", "WC", "WIB", "WIT", "WITA"]
)  # fmt: skip
_AFTER_SPACE = re.compile(r"\s+")
_MAX_WORDS = 14
_BEFORE_NAME, _BEHIND_NAME = 8, 20  # characters around a name within which its initials explain themselves


class Named(Protocol):
    """What a party of the attendance list has to tell; both :class:`PartyMention` and :class:`Party` do."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> PartyKind: ...  # noqa: D102
    @property
    def role(self) -> str | None: ...  # noqa: D102
    @property
    def organization(self) -> str | None: ...  # noqa: D102


class _Office(NamedTuple):
    """An office as the text may name it, and the one person who holds it."""

    title: str
    holder: str


class Aliases:
    """The spellings of a document's parties; get one from :func:`build_aliases`.

    ``names`` are all that the document knows, folded; of people each word of their names.
    """

    def __init__(
        self, text: str, lexicon: Lexicon, groups: Iterable[Group], people: Iterable[str], offices: Iterable[_Office]
    ) -> None:
        self._text, self._folded, self._lexicon = text, fold(text), lexicon
        self._groups: dict[str, Group] = {}
        for group in groups:
            for spelling in group.spellings:
                self._groups.setdefault(fold(spelling), group)
        self._people = People(people, lexicon)
        self._offices = tuple(offices)
        self._holders = {fold(office.title): office.holder for office in self._offices}
        self.names = (*self._groups, *self._holders, *self._people.words)
        self._persons: dict[str, str | None] = {}
        self._known: dict[str, bool] = {}

    def canonical(self, name: str) -> str | None:
        """The full name of the party that is meant, None where it is not known or the name is full already.

        For a body that is the document's own long form or the registry's, for a person the name on the attendance list.
        """
        name = squeeze(name)
        group = self._group(name)
        full = (group and group.canonical) or self.person(name) or self._registered(name)
        return full if full and fold(full) != fold(name) else None

    def spellings(self, name: str) -> tuple[str, ...]:
        """The other names that this document has for a party: short and long forms, initials, the office it holds."""
        full, holder = self.person(name), self.holder(name)
        found = [holder] if holder else []
        for key in (name, full):
            group = self._group(key) if key else None
            found += group.spellings if group else []
        if full:
            offices = [office.title for office in self._offices if office.holder == full]
            found += [full, *offices, *self._short_names(full)]
        own = fold(name)
        others = {fold(each): each for each in reversed(found) if fold(each) != own and fold(each) in self._folded}
        return tuple(reversed(list(others.values())))

    def person(self, name: str) -> str | None:
        """The listed person that a name or short name can only mean, as the list writes it; None where that is open."""
        if name not in self._persons:
            self._persons[name] = self._person(name)
        return self._persons[name]

    def _person(self, name: str) -> str | None:
        if name in self._people:
            return name
        group = self._group(name)
        if group and group.canonical in self._people:
            return group.canonical
        words = fold(bare_name(squeeze(name), self._lexicon)).split() if self._people else []
        for found in self._people.meant(words):
            if len(found) > 1:
                found = [full for full in found if self._title(name) and self._title(full) == self._title(name)]
                return found[0] if len(found) == 1 else None
            if found:
                return found[0]
        return None

    def holder(self, role: str) -> str | None:
        """The person that holds an office, as the attendance list says; None where none or several do."""
        return self._holders.get(fold(role))

    def knows(self, name: str) -> bool:
        """Whether a name is that of a party of this document: defined in it, listed as attendee, or in the registry."""
        if name not in self._known:
            group = self._group(name)
            self._known[name] = (
                bool(group and group.party)
                or self.person(name) is not None
                or self.holder(name) is not None
                or self._is_registered(name)
            )
        return self._known[name]

    def _group(self, name: str) -> Group | None:
        name = squeeze(name)
        found = self._groups.get(fold(name))
        if found is None:
            honorific = patterns(self._lexicon).honorific.match(name)
            found = self._groups.get(fold(name[honorific.end() :])) if honorific else None
        return found

    def _title(self, name: str) -> str:
        """The titles before a name ("dr."), which tell two people of one short name apart."""
        known = patterns(self._lexicon)
        honorific = known.honorific.match(name)
        title = known.title.match(name, honorific.end() if honorific else 0)
        return title.group().strip() if title else ""

    def _is_registered(self, name: str) -> bool:
        language, bare = get_language(self._lexicon), name.strip()
        if language.organization_at_start(bare) is None:
            return False
        found = language.organizations(name)
        return len(found) == 1 and found[0].text == bare

    def _registered(self, name: str) -> str | None:
        return get_language(self._lexicon).organizations(name)[0].name if self._is_registered(name) else None

    def _short_names(self, full: str) -> Iterator[str]:
        """The beginnings of a listed person's name that the text also uses alone."""
        words = bare_name(full, self._lexicon).split()
        for count in range(len(words) - 1, 0, -1):
            short = " ".join(words[:count])
            if len(short) > 2 and self.person(short) == full and _stands_in(self._text, short, words[count]):
                yield short


def build_aliases(text: str, lexicon: Lexicon, parties: Iterable[Named] = ()) -> Aliases:
    """The aliases of a document, its attendees, chair and note-taker given as far as they are known."""
    parties = tuple(parties)
    groups = Groups()
    for long, short in _definitions(text, lexicon):
        groups.add([long, short], _canonical(long, lexicon), party=_is_body(long, lexicon))
    people = list(dict.fromkeys(squeeze(party.name) for party in parties if party.kind is PartyKind.PERSON))
    by_initials, leads = _people_by_initials(people, text, lexicon), _leading_forms(parties)
    for party in parties:
        alias = getattr(party, "alias", None) or _explained_initials(party, text, lexicon)
        alias = alias or by_initials.get(squeeze(party.name))
        if party.kind is PartyKind.PERSON and alias:
            groups.add([alias], squeeze(party.name), party=True)
        if party.kind is PartyKind.GROUP and (initials := _initials(squeeze(party.name), text)):
            groups.add([squeeze(party.name), initials], squeeze(party.name), party=True)
        bodies = (party.name if party.kind is PartyKind.ORGANIZATION else None, party.organization)
        for body in filter(None, bodies):
            names = list(_names_of_body(squeeze(body), text, lexicon))
            names += (lead for lead in leads.get(squeeze(body), ()) if _stands_in(text, lead, body.split()[1]))
            groups.add(names, _canonical(body, lexicon), party=True)
    _add_registered(groups, text, lexicon)
    return Aliases(text, lexicon, groups.all, people, _offices(parties, text))


def _explained_initials(party: Named, text: str, lexicon: Lexicon) -> str | None:
    """The initials of a listed person that stand right before or behind the name, in a column of the list say."""
    initials = initials_of(bare_name(party.name, lexicon)) if party.kind is PartyKind.PERSON else ""
    at = text.find(party.name) if len(initials) > 1 else -1
    if at < 0:
        return None
    behind = at + len(party.name)
    around = f"{text[max(0, at - _BEFORE_NAME) : at]} {text[behind : behind + _BEHIND_NAME]}"
    return initials if _stands_in(around, initials) else None


def _people_by_initials(people: Iterable[str], text: str, lexicon: Lexicon) -> dict[str, str]:
    """The initials, by name, by which the text names listed people where owners stand ("(MR)", "- MR - 3 Mei")."""
    slots = {match["who"] for match in _OWNER_SLOT.finditer(text)} - _NO_INITIALS
    found: dict[str, list[str]] = {}
    for name in people if slots else ():
        initials = initials_of(bare_name(name, lexicon))
        if initials in slots and not get_language(lexicon).organizations(initials):
            found.setdefault(initials, []).append(name)
    return {names[0]: initials for initials, names in found.items() if len(names) == 1}


def _leading_forms(parties: Iterable[Named]) -> dict[str, tuple[str, ...]]:
    """The short forms that names of listed bodies begin with, each of one body only ("KWT" of "KWT Melati")."""
    bodies = (party.name if party.kind is PartyKind.ORGANIZATION else party.organization for party in parties)
    found: dict[str, set[str]] = {}
    for body in map(squeeze, filter(None, bodies)):
        first, _, rest = body.partition(" ")
        named = rest[:1].isupper() and _SHORT_FORM.fullmatch(first)  # no "PKD se-Kecamatan"
        if named and not _NUMERAL.fullmatch(first) and first not in _LEVELS:
            found.setdefault(first, set()).add(body)
    return {body: (first,) for first, named in found.items() if len(named) == 1 for body in named}


def _offices(parties: Iterable[Named], text: str) -> Iterator[_Office]:
    """The offices of the attendance list that one person holds."""
    holders: dict[str, tuple[str, set[str]]] = {}
    for party in parties:
        if party.kind is PartyKind.PERSON and party.role:
            for title in _titles_of(squeeze(party.role), party.organization, text):
                holders.setdefault(fold(title), (title, set()))[1].add(squeeze(party.name))
    for title, names in holders.values():
        if len(names) == 1:
            yield _Office(title, next(iter(names)))


def _titles_of(role: str, organization: str | None, text: str) -> Iterator[str]:
    """An office as the text may name it: with its body, without the bracket, by the short form in it, its initials."""
    short = _BRACKET.search(role)
    bare = squeeze(_BRACKET.sub(" ", role))
    for title in (role, bare, short.group(1) if short else None, _initials(role, text)):
        if title:
            yield title
            if organization:
                yield f"{title} {squeeze(organization)}"


def _add_registered(groups: Groups, text: str, lexicon: Lexicon) -> None:
    """Adds the institutions of the registry that the text names, unless the document gives a short form a meaning."""
    own = {fold(spelling) for group in groups.all for spelling in group.spellings if group.canonical}
    found: dict[str, list[str]] = {}
    for match in get_language(lexicon).organizations(text):
        spelling = squeeze(match.text)
        if match.name and (fold(spelling) not in own or _owner(groups, spelling) == match.name):
            found.setdefault(match.name, []).append(spelling)
    full = {group.canonical: at for at, group in reversed(list(enumerate(groups.all)))}
    for name, spellings in found.items():
        if (same := full.get(name)) is not None:
            groups.extend(same, dict.fromkeys(spellings))
        else:
            groups.append(Group(list(dict.fromkeys(spellings)), name))


def _owner(groups: Groups, spelling: str) -> str | None:
    at = groups.first([spelling])
    return groups.all[at].canonical if at is not None else None


def _canonical(name: str, lexicon: Lexicon) -> str:
    """The registry's full name of a body, else the name as the document has it, without a short form at its end."""
    name = squeeze(name)
    bare = squeeze(re.sub(r"\s*\([^()]*\)\s*$", "", name))
    found = get_language(lexicon).organizations(bare)
    return found[0].name if found and found[0].text == bare and found[0].name else bare


def _is_body(name: str, lexicon: Lexicon) -> bool:
    return opening_of(name, lexicon) is not None or kind_of(name, lexicon) is PartyKind.ORGANIZATION


def _names_of_body(name: str, text: str, lexicon: Lexicon) -> Iterator[str]:
    """The names of a listed body: with and without bracket, the short form in it or behind its head, its initials."""
    yield name
    bracket = _BRACKET.search(name)
    if bracket:
        yield squeeze(name[: bracket.start()] + name[bracket.end() :])
        yield name[: bracket.start()].strip()
        yield bracket.group(1)
    opening = opening_of(name, lexicon)
    if opening and (opening.kind == "team" or fold(name[: opening.end]).strip(" .") in _forms(lexicon)):
        yield squeeze(_BRACKET.sub(" ", name[opening.end :]))
    if opening and _SHORT_FORM.fullmatch(short := name[opening.end :].strip()) and not _NUMERAL.fullmatch(short):
        yield short  # "Instalasi SIMRS"
    formal = opening is not None and fold(name[: opening.end]).strip(" .") in _forms(lexicon)
    for form in (name, name[opening.end :] if opening and formal else ""):  # "PT Karya Tani Utama" is "KTU" as well
        if initials := _initials(form.strip(), text):
            yield initials


def _initials(name: str, text: str) -> str | None:
    """The initials of a body's or office's name where the text uses them; None where it does not."""
    initials = "".join(word[0] for word in _WORD.findall(_BRACKET.sub("", name)) if word[0].isupper())
    return initials if len(initials) > 2 and " " in name and _stands_in(text, initials) else None


@cache
def _forms(lexicon: Lexicon) -> frozenset[str]:
    """The legal forms, folded, that a body is often named without."""
    return frozenset(map(fold, lexicon.institutions.forms))


def _definitions(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The long and short forms that the text sets side by side."""
    for bracket in _BRACKET.finditer(text):
        inner = squeeze(bracket.group(1))
        if len(inner.split()) <= 3 and any(letter.isupper() for letter in inner):
            long = _long_before(text, bracket.start(), inner, lexicon)
            if long:
                yield long, inner
                continue
        before = _WORD.findall(text[max(0, bracket.start() - 20) : bracket.start()])
        words = inner.split()
        if before and len(words) > 1 and before[-1][:1].isupper() and abbreviates(before[-1], words):
            yield inner, before[-1]
    for named in _NAMED.finditer(text):
        long = _long_before(text, named.start(), named.group(1), lexicon)
        if long:
            yield long, named.group(1)


def _long_before(text: str, end: int, short: str, lexicon: Lexicon) -> str | None:
    """The words before a place that a short form abbreviates; from the head of a body on where there is one."""
    start = max(0, end - 200)
    stops = [stop.end() for stop in _STOP.finditer(text, start, end)]
    words = list(_WORD.finditer(text, stops[-1] if stops else start, end))[-_MAX_WORDS:]
    while words and words[-1].group().casefold() in {"yang", "atau"}:
        words.pop()
    fitting = [
        word.start()
        for at, word in enumerate(words)
        if word.group()[:1].isupper()
        and len(words) - at > 1
        and abbreviates(short, [each.group() for each in words[at:]])
    ]
    bodies = [place for place in fitting if opening_of(text[place:end], lexicon)]
    place = max(bodies or fitting, default=None)
    return squeeze(text[place : words[-1].end()]) if place is not None else None


def _stands_in(text: str, words: str, not_before: str | None = None) -> bool:
    """Whether words stand in a text by themselves, at least once without ``not_before`` right after them.

    A compiled pattern for each name of a long list would cost more than everything else.
    """
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not _in_word(text[at - 1 : at]) and not _in_word(text[end : end + 1]):
            follow = _AFTER_SPACE.match(text, end)
            if not_before is None or follow is None or not text.startswith(not_before, follow.end()):
                return True
        at = text.find(words, at + 1)
    return False


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
