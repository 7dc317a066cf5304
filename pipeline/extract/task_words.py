"""Verbs that say what to do though they have no prefix of written language, in their spoken forms too ("nyetorin")."""

import re
from collections.abc import Iterable
from functools import cache

from notula.pipeline.extract.roots import roots
from notula.pipeline.lexicon import Lexicon

_SPOKEN = re.compile(r"(?P<nasal>nge|ng|ny|n|m)?(?P<rest>[a-z]{2,}?)(?P<ending>in|kan|i|ke|no|keun)?")
_LOST = {"ng": ("k", ""), "ny": ("s", "c"), "n": ("t",), "m": ("p",), "nge": ("",)}  # swallowed: "nyetor" is "setor"
_KEPT = {"ng": "ghk", "ny": "", "n": "cdj", "m": "b", "nge": "bcdfghjklmnprstwyz"}  # what they stand before: "ndata"
_NO_TASKS = frozenset((
    "nunjukin", "nunjukkin", "nyampein", "nyampaiin", "nanya", "nanyak", "nemu", "nyaman", "nyerah", "nyangkut",
    "ngusul", "ngusulin", "ngusulkan",
))  # fmt: skip
_SHORTEST = 4  # letters of a spoken verb


class TaskWords:
    """A collection of verbs in small letters; ``in`` tells their spoken forms, too."""

    def __init__(self, words: Iterable[str], roots_of: Iterable[str], others: frozenset[str]) -> None:
        self._words = frozenset(words)
        self._roots = frozenset(root for word in roots_of for root in roots(word) if len(root) >= _SHORTEST) - others
        self._others = others
        self._spoken: dict[str, bool] = {}

    def __contains__(self, word: object) -> bool:
        if word in self._words:
            return True
        if not isinstance(word, str) or not word.isalpha() or not word.islower() or word in self._others:
            return False
        if word not in self._spoken:
            self._spoken[word] = self._is_spoken(word)
        return self._spoken[word]

    def _is_spoken(self, word: str) -> bool:
        """Whether a word is made of a known verb's root by a beginning or an ending of speech."""
        match = _SPOKEN.fullmatch(word)
        if match is None or len(word) < _SHORTEST:
            return False
        nasal, rest, ending = match["nasal"], match["rest"], match["ending"]
        if nasal is None:
            return ending == "in" and not rest.startswith("di") and rest in self._roots
        vowel = rest[0] in "aeiou"
        begun = {first + rest for first in _LOST[nasal]} if vowel else set()
        if not vowel and rest[0] in _KEPT[nasal]:
            begun.add(rest)
        return not begun.isdisjoint(self._roots)


@cache
def bare_tasks(lexicon: Lexicon) -> TaskWords:
    """Verbs without prefix that tell somebody to do something in short notes ("follow up", "nyetorin")."""
    return _words(lexicon.cues.bare_task, lexicon)


@cache
def task_words(lexicon: Lexicon) -> TaskWords:
    """Words that say what to do though they have no prefix of a verb, or that call it a task."""
    return _words((*lexicon.cues.bare_task, *lexicon.cues.task), lexicon)


def _words(words: Iterable[str], lexicon: Lexicon) -> TaskWords:
    cues = lexicon.cues
    others = (*cues.report, *cues.state, *cues.ask, *cues.commit, *cues.tellers, *cues.members, *cues.done, *_NO_TASKS)
    return TaskWords(words, (*cues.bare_task, *cues.task, *cues.handled), frozenset(others))
