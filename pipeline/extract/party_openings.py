"""What the first words of a party's name are: an institution, a unit, a team, an office, a collective."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from notula.pipeline.extract.party_patterns import OpeningKind, patterns
from notula.pipeline.language import get_language
from notula.pipeline.lexicon import Lexicon

_FIRST = re.compile(r"[^\W_]+")
# Endings of English words for who does something: "Finance Officer" is an office though "Finance" heads a unit.
_AGENTS = ("er", "or", "ist", "yst", "ant")
_LONGEST_NAME = 200


class Opening(NamedTuple):
    """What the first words of a name are, and where they end."""

    kind: OpeningKind
    end: int

    @property
    def is_body(self) -> bool:
        """Whether they begin the name of an institution or a unit."""
        return self.kind in {"institution", "unit"}

    @property
    def is_office(self) -> bool:
        """Whether they begin an office."""
        return self.kind in {"role", "function"}


def opening_of(text: str, lexicon: Lexicon) -> Opening | None:
    """What the first words of a text are and where they end; None where the lexicon does not know them."""
    return _opening_of(text[:_LONGEST_NAME], lexicon)


def is_role(text: str, lexicon: Lexicon) -> bool:
    """Whether a text begins with an office ("Kepala Bidang Data", "Plt. Camat")."""
    found = opening_of(text, lexicon)
    return found is not None and found.is_office


def is_office_beyond(text: str, label: int, lexicon: Lexicon) -> bool:
    """Whether the first ``label`` characters, a label by themselves, only begin an office here ("PJ UKM")."""
    found = opening_of(text, lexicon)
    return found is not None and found.is_office and found.end > label and not is_role(text[label:], lexicon)


@lru_cache(maxsize=8192)
def _opening_of(text: str, lexicon: Lexicon) -> Opening | None:
    best: Opening | None = None
    for kind, pattern in patterns(lexicon).openings if _may_open(text, lexicon) else ():
        match = pattern.match(text)
        if match and (best is None or match.end() > best.end):
            best = Opening(kind, match.end())
    # The registry holds a name's every word, so it wins ties; it is asked last because it costs most.
    found = get_language(lexicon).organization_at_start(text)
    if found and (best is None or found.end >= best.end):
        best = Opening("institution", found.end)
    return _settled(best, text, lexicon)


def _may_open(text: str, lexicon: Lexicon) -> bool:
    """Whether a text's first letters and digits up to any other sign are those of a known opening."""
    first = _FIRST.match(text)
    return first is None or not first[0].isascii() or first[0].lower() in opening_firsts(lexicon)


@cache
def opening_firsts(lexicon: Lexicon) -> frozenset[str]:
    """The first words of what :func:`opening_of` knows but for the registry, in small letters."""
    titles, bodies = lexicon.titles, lexicon.institutions
    offices = (*titles.acting, *titles.functions, *titles.roles)
    words = (*bodies.heads, *bodies.teams, *offices, *titles.collectives, *titles.crowds)
    firsts = [_FIRST.match(word) for word in words]
    return frozenset(first[0].lower() for first in firsts if first)


def _settled(best: Opening | None, text: str, lexicon: Lexicon) -> Opening | None:
    """The opening; a word that can head a body or a collective ("Satker") is a collective where it stands alone."""
    words = re.split(r"[,(]|\s[-–—]\s", text, maxsplit=1)[0].split()
    tail = words[-1].strip(".").casefold() if 1 < len(words) < 5 else ""
    if tail in patterns(lexicon).role_tails and (best is None or (best.kind == "unit" and tail.endswith(_AGENTS))):
        return Opening("role", len(words[0]))
    if best is None:
        return None
    if best.is_body and best.end == len(text.rstrip(" .")):
        crowd = dict(patterns(lexicon).openings)["collective"].match(text)
        if crowd and crowd.end() >= best.end:
            return Opening("collective", best.end)
    return best
