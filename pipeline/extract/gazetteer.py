"""The names by which one meeting's minutes know parties: of the attendance list, of the text, of its headings."""

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
    return Gazetteer(frozenset(names), frozenset(map(fold, bodies)), _headed_units(scope.document.text))


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
