"""Short forms of names: whether one is made of the beginnings of these words ("BPS", "Bappeda", "KoDT")."""

import re
from collections.abc import Sequence
from functools import lru_cache

_LONGEST_SHORT_FORM, _MOST_WORDS = 20, 16
_SILENT = frozenset(
    {"dan", "serta", "untuk", "bagi", "di", "pada", "dengan", "of", "and", "for", "the", "on", "terhadap"}
)


def abbreviates(short: str, words: Sequence[str]) -> bool:
    """Whether a short form is made of the beginnings of these words: "BPS", "Bappeda", "KoDT".

    Every word gives its first letter and perhaps more; "dan" and the like may give none, and so may one word in four.
    """
    letters = re.sub(r"[\W_]", "", short).casefold()
    parts = [re.sub(r"[\W_]", "", word).casefold() for word in words]
    parts = [part for part in parts if part]
    if not 2 <= len(letters) <= _LONGEST_SHORT_FORM or not 1 <= len(parts) <= _MOST_WORDS:
        return False
    if parts[0][0] != letters[0]:
        return False
    return _consumes(letters, tuple(parts), len(parts) // 4)


def abbreviates_end(short: str, words: Sequence[str]) -> bool:
    """Whether a short form is made of the beginnings of the last of these words, however many."""
    last = words[-_MOST_WORDS:]
    return any(abbreviates(short, last[start:]) for start in range(len(last)))


@lru_cache(maxsize=1024)
def _consumes(letters: str, words: tuple[str, ...], silent: int) -> bool:
    if not words:
        return not letters
    word, others = words[0], words[1:]
    if letters and word[0] == letters[0]:
        place = 0
        for count in range(1, len(letters) + 1):
            place = word.find(letters[count - 1], place) + 1
            if not place:
                break
            if _consumes(letters[count:], others, silent):
                return True
    if word in _SILENT:
        return _consumes(letters, others, silent)
    return silent > 0 and _consumes(letters, others, silent - 1)
