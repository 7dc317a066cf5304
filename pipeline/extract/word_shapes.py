"""What a sentence is built like, whatever it says: common words, stand-ins and, for all others, the form of the word.

"PERSON menyusun draf WHEN" and "PERSON menggambar denah WHEN" are built alike. So the program judges sentences whose
words no annotated document has: by how what somebody does, and when, is told.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from notula.pipeline.language import Language, get_language
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import remembered

_ACTIVE = re.compile(r"me(?:m|n|ng|ny|r|l|w|y)?[a-z]{3}")
_SPOKEN = re.compile(r"(?:ng|ny)[a-z]{3}")  # "ngecek", "nyari"
_PASSIVE = re.compile(r"di[a-z]{3}")
_NOUN = re.compile(r"(?:pe|ke)\w+an")
_SPANS = (2, 3)  # neighbours that are looked at together
_BEGIN, _END = "^", "$"


def shape_features(words: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """The pairs and threes of neighbouring shapes of a sentence, its ends with them.

    ``words`` are those of ``commit_features.words_of``; the lexicon's common words stand for themselves. Neighbours of
    one shape count as one.
    """
    common, language = _common(lexicon), get_language(lexicon)
    told = (word if word in common or not word.islower() else _shape(word, language) for word in words)
    shapes = [_BEGIN, *(shape for shape, _ in itertools.groupby(told)), _END]
    for span in _SPANS:
        yield from (f"s={' '.join(shapes[at : at + span])}" for at in range(len(shapes) - span + 1))


@cache
def _common(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.cues.common)


@remembered
def _shape(word: str, language: Language) -> str:
    """The form of a word in small letters."""
    if language.is_verb(word):
        return "ACTIVE" if _ACTIVE.match(word) else "PASSIVE" if _PASSIVE.match(word) else "VERB"
    if _SPOKEN.match(word):
        return "SPOKEN"
    if word.endswith("nya"):
        return "ITS"
    return "NOUN" if _NOUN.fullmatch(word) else "x"
