"""The names by which one meeting's minutes know parties: of the attendance list, of the text, of its headings."""

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from notula.models.minutes import PartyKind
from notula.pipeline.extract.listed_names import names_in_lists
from notula.pipeline.extract.mentions import PartyMention
from notula.pipeline.extract.names import bare_name
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.short_names import short_names
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold

JOIN = re.compile(r"\s+(?:bersama(?:-sama)?(?:\s+dengan)?|beserta|serta|sama|sm|bareng|dan|maupun|&)\s+")
"""Words between two parties that may also stand inside the name of one."""
_OFFICE = 3  # words of an office by which its holder is known ("korkab PKH")
_MOST_UNITS = 100  # of one first word
# Who heads a unit with a joined name, and the unit with what follows.
_HEADED = re.compile(
    r"\b(?:kepala|ketua|koordinator|sekretaris|staf)\s+(?=(?P<unit>\w+ [^.;:()\n]{0,60} dan [^.;:()\n]{3,60}))"
)
# A unit with a joined name that stands alone: a heading, an entry of a list, a cell, before a bracket or colon.
_STANDING = re.compile(
    r"(?:^|[\t|])[ \t]{0,8}(?:[-*•▪#]+[ ]+|\*{2}|(?:\d{1,2}|[A-Za-z])[.)][ ]+)?"
    r"(?P<unit>(?P<head>Seksi|Sie|Sekbid|Divisi|Div|Bidang|Departemen)\.? +"
    r"(?P<first>\w+(?: \w+){0,2}(?:, \w+(?: \w+){0,2}){0,2}?),? (?:dan|&) (?P<last>\w+(?: \w+){0,2}))\*{0,2}"
    r"[ ]*(?=$|[\t|:(])",
    re.IGNORECASE | re.MULTILINE,
)
_HEADS = r"(?:seksi|sie|sekbid|divisi|div|bidang|departemen|koordinator|koor|ketua|ka\.?|kadiv|kabid|kasi|staf)\.?"


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The names that minutes give to parties, folded.

    Attributes:
        names: of people, whole and word by word, of bodies and of offices.
        bodies: with joined names, of those who belong to them.
        units: with joined names that somebody heads, each on a line with what follows it; by their first words.
    """

    names: frozenset[str]
    bodies: frozenset[str]
    units: dict[str, str]

    def is_one_unit(self, text: str) -> bool:
        """Whether somebody heads what a joined name names, or is of it: it is one ("Kepala Seksi Sarana dan Aset")."""
        if JOIN.search(text) is None:
            return False
        name = fold(text).strip(" .,;:")
        return name in self.bodies or f"\n{name}" in self.units.get(name.split()[0], "")


def read_gazetteer(scope: Scope, mentions: Iterable[PartyMention]) -> Gazetteer:
    """The names of these mentions of parties, with what else the minutes tell of names."""
    mentions = tuple(mentions)
    names = {name for mention in mentions for name in _names_of(mention, scope.lexicon)}
    names |= names_in_lists(scope) | short_names(scope, mentions) | set(scope.lexicon.cues.told_before)
    bodies = {each.organization for each in mentions if each.organization and JOIN.search(each.organization)}
    parts = {each.role for each in mentions if each.role and JOIN.search(each.role)}  # "Sie Acara & Humas"
    bodies |= {part for part in parts if kind_of(part, scope.lexicon) is PartyKind.ORGANIZATION}
    text = scope.document.text
    return Gazetteer(frozenset(names), frozenset(map(fold, bodies)) | _standing_units(text), _headed_units(text))


def _names_of(mention: PartyMention, lexicon: Lexicon) -> set[str]:
    if mention.kind is PartyKind.PERSON:
        bare = fold(bare_name(mention.name, lexicon))
        names = {bare, *(word for word in bare.split() if len(word) > 2)}
    else:
        names = {fold(mention.name)}
    if mention.alias:
        names.add(fold(mention.alias))
    if mention.role and len(mention.role.split()) <= _OFFICE:
        names.add(fold(mention.role))
    return names


def _headed_units(text: str) -> dict[str, str]:
    """The units with joined names that somebody heads, with what follows them, folded; by their first words."""
    found: dict[str, dict[str, None]] = {}
    for match in _HEADED.finditer(fold(text)):
        units = found.setdefault(match["unit"].split()[0], {})
        if len(units) < _MOST_UNITS:
            units[match["unit"]] = None
    return {first: "\n".join(("", *units)) for first, units in found.items()}


def _standing_units(text: str) -> frozenset[str]:
    """The units with joined names, folded, that stand alone somewhere, no part of the name being a unit by itself."""
    whole, found = fold(text), set()
    for match in itertools.islice(_STANDING.finditer(text), _MOST_UNITS):
        first, last = fold(match["first"]).split(", ")[0], fold(match["last"])
        apart = rf"\b{_HEADS} (?:{re.escape(first)}(?!,? (?:dan|&) |, )|{re.escape(last)})(?!\w)"
        own = match["last"].isupper() or re.match(rf"{_HEADS}\s", last)  # "Divisi Acara & Divisi Humas"
        if not own and re.search(apart, whole) is None:
            found.add(fold(match["unit"]))
    return frozenset(found)
