"""How alike two texts or two names are, and which of two lists belong together.

Texts are bags of word tokens and are compared by token F1, so that neither a comma nor the order of two halves decides.
A bag may also come ready-made from an annotation, as ``{"bag": [token hash, ...]}``: annotations of documents whose
words must not be shown.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

Bag = Counter[str]
Similarity = Callable[[Any, Any], float]

# The measure's own lists, kept apart from the lexicon: a word added there must not move the yardstick.
_HONORIFICS = frozenset({
    "bapak", "bpk", "pak", "ibu", "bu", "sdr", "sdri", "saudara", "saudari", "yth", "mas", "mbak", "kak", "bang",
    "abang", "mr", "mrs", "ms", "h", "hj",
})  # fmt: skip
_DEGREES = frozenset({
    "dr", "drs", "dra", "ir", "prof", "se", "sh", "st", "mt", "mm", "msi", "mkom", "skom", "ssos", "sip", "spd",
    "mpd", "map", "mpa", "mh", "mkes", "skm", "ssi", "msc", "phd", "sag", "ma", "mba", "amd", "sstp", "ak", "ca",
    "mpp", "si", "kom", "pd", "sos", "m", "s", "e", "t", "ip", "kes", "ap", "ph", "d", "a", "md", "ag", "sc",
})  # fmt: skip


def text_bag(text: Any) -> Bag:
    """The bag of a text's words; an annotation's own bag as it is."""
    return Counter(text["bag"]) if isinstance(text, dict) else _bag(_words(text))


def name_bag(name: Any) -> Bag:
    """The bag of a name's words without honorifics and degrees (with them where it has nothing else)."""
    if isinstance(name, dict):
        return Counter(name["bag"])
    every = _words(name)
    return _bag([word for word in every if word not in _HONORIFICS and word not in _DEGREES] or every)


def token_f1(one: Bag, other: Bag) -> float:
    """The harmonic mean of the shares of two bags that lie in both; 0 where they share nothing."""
    shared = (one & other).total()
    return 2 * shared / (one.total() + other.total()) if shared else 0.0


def text_similarity(gold: Any, got: Any) -> float:
    """Token F1 of two texts or items with a ``text``."""
    return token_f1(text_bag(_text_of(gold)), text_bag(_text_of(got)))


def party_similarity(gold: Any, got: Any) -> float:
    """The best token F1 of any spelling in ``gold`` (joined by ``|``, or a list) and any name that ``got`` bears."""
    names = [got] if isinstance(got, str) else [got.get("name"), got.get("canonical_name"), *got.get("aliases", [])]
    spellings = gold.split("|") if isinstance(gold, str) else gold
    bags = [name_bag(name) for name in names if name]
    return max((token_f1(name_bag(spelling), bag) for spelling in spellings for bag in bags), default=0.0)


def best_pairs(gold: Sequence[Any], got: Sequence[Any], alike: Similarity, threshold: float) -> list[tuple[int, int]]:
    """One-to-one pairs of indices, the most alike first; of equal ones the later first."""
    scored = [(alike(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(got)]
    used_gold: set[int] = set()
    used_got: set[int] = set()
    pairs = []
    for score, i, j in sorted(scored, reverse=True):
        if score < threshold:
            break
        if i not in used_gold and j not in used_got:
            used_gold.add(i)
            used_got.add(j)
            pairs.append((i, j))
    return pairs


def _words(text: str | None) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text or "").casefold())


def _bag(words: Iterable[str]) -> Bag:
    return Counter(hashlib.sha256(word.encode()).hexdigest()[:8] for word in words)


def _text_of(item: Any) -> Any:
    return item["text"] if isinstance(item, dict) and "text" in item else item
