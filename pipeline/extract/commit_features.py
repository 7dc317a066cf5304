"""What a sentence says of itself, as names of yes-or-no features: from these the program learns which ones commit.

- its words and pairs of words, each number as ``0``, with common words in place of parties and of its deadline
  (``stand_ins.py``);
- what it is built like, whatever its words (``word_shapes.py``);
- what its words may be made of ("menyiapkan" and "disiapkan" have "siap" in common);
- how its owners are named, how firm its clause is, which deadline it has, whether it tells of something done;
- whether it is a point of a list, and whether it stands aside of the discussion; where it stands in its paragraph, and
  whether the rules take the sentence before for a follow-up.

Words count only where annotated minutes of several authors have them.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from notula.pipeline.extract.due import DueMention
from notula.pipeline.extract.owned import Owners
from notula.pipeline.extract.predicates import Clause
from notula.pipeline.extract.roots import roots
from notula.pipeline.extract.stand_ins import StandIn, masked
from notula.pipeline.extract.word_shapes import shape_features
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import remembered

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[A-Z]+|[a-z]+|\d+|[^\w\s]")
_FLAGS = ("passive", "firm", "soft", "weak", "denied", "done", "doing", "report", "asked")
_MOST_OWNERS = 3
_LENGTH_STEP, _LONGEST = 6, 6  # words of a step; steps


class Place(NamedTuple):
    """Where a sentence stands.

    A point of a list, aside of the discussion, the first or last of its paragraph.
    """

    item: bool = False
    aside: bool = False
    first: bool = True
    last: bool = True


class Seen(NamedTuple):
    """What the rules see in a sentence: facts that hold, by name."""

    owners: Owners
    due: DueMention | None
    place: Place
    facts: tuple[str, ...]
    stand_ins: tuple[StandIn, ...]


def words_of(text: str, stand_ins: Iterable[StandIn]) -> tuple[str, ...]:
    """The words of a sentence as features have them: lower case, numbers as ``0``, marks as words of their own."""
    return tuple(_WORD.findall(_DIGITS.sub("0", masked(text, stand_ins))))


def word_features(words: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The features of a sentence's words and of its pairs of words, by the words."""
    pairs = (f"{one} {other}" for one, other in itertools.pairwise(words))
    return {word: _features_of(word) for word in words} | {pair: (f"w={pair}",) for pair in pairs}


@remembered
def _features_of(word: str) -> tuple[str, ...]:
    """The word itself, and what it may be made of."""
    made_of = sorted(roots(word)) if word.isalpha() and word.islower() else ()
    return (f"w={word}", *(f"root={root}" for root in made_of))


def features(text: str, seen: Seen, lexicon: Lexicon) -> frozenset[str]:
    """The features of a sentence."""
    words = words_of(text, seen.stand_ins)
    told = [f"owners={seen.owners.rule}", f"number={min(len(seen.owners.named), _MOST_OWNERS)}", *_due(seen.due)]
    told += [*seen.facts, *_clause(seen.owners.clause), *(f"kind={each.mention.kind}" for each in seen.owners.named)]
    listed = [f"item&{name}" for name in told] if seen.place.item else []
    length = f"length={min(len(words) // _LENGTH_STEP, _LONGEST)}"
    own = itertools.chain.from_iterable(word_features(words).values())
    shapes = shape_features(words, lexicon)
    return frozenset([*own, *shapes, *told, *listed, length, *_place(seen.place)])


def _place(place: Place) -> tuple[str, ...]:
    within = ("within", "last", "first", "only")[2 * place.first + place.last]
    return (f"item={place.item}", f"aside={place.aside}", f"place={within}")


def _due(due: DueMention | None) -> tuple[str, ...]:
    return (f"due={due.kind}", f"strength={due.strength}") if due else ("due=none",)


def _clause(clause: Clause | None) -> tuple[str, ...]:
    if clause is None:
        return ("clause=none",)
    flags = tuple(f"clause={name}" for name in _FLAGS if getattr(clause, name))
    return (*flags, "clause=first" if clause.start <= 2 else "clause=later", f"verb={clause.verb.casefold()}")
