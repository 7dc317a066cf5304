"""Finding personal names in a text and putting a mask in their place.

- A whole name is masked in whatever case it is written.
- A part of a name (``Ratna`` of ``Ratna Kusuma``) is masked where it begins with a capital or follows a form of
  address.
- What looks like an e-mail address, an ``@name`` or a civil servant's number (NIP) is masked, whoever it belongs to.
"""

import re
from collections.abc import Iterable, Set
from functools import cache
from itertools import dropwhile

from notula.pipeline.lexicon import load_lexicon

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’`][^\W\d_][^\W_]*)*")
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@])@[A-Za-z][\w.]*\w")
_NIP = re.compile(r"(?<!\d)\d{8} ?\d{6} ?\d ?\d{3}(?!\d)")
_SHORTEST = 3  # letters of a part that is masked on its own


Names = dict[str, list[tuple[str, ...]]]  # the words of each name by its first


def index(names: Iterable[str]) -> Names:
    """Names as a masker looks them up, the longest first; each also without its degrees and titles."""
    found: Names = {}
    for words in dict.fromkeys(form for name in names for form in _forms(name)):
        found.setdefault(words[0], []).append(words)
    for same_first in found.values():
        same_first.sort(key=len, reverse=True)
    return found


def _forms(name: str) -> Iterable[tuple[str, ...]]:
    """The words of a name, of what stands before its degrees, and of that without titles before it.

    What is made of function words alone is nobody's name, nor is a single word of fewer than three letters.
    """
    _, common = _words_of_names()
    without_degrees = _words(name.split(",")[0])
    bare = tuple(dropwhile(common.__contains__, without_degrees))
    return (form for form in (_words(name), without_degrees, bare) if _tells(form))


def _tells(words: tuple[str, ...]) -> bool:
    return not _function_words().issuperset(words) and (len(words) > 1 or len(words[0]) >= _SHORTEST)


class Masker:
    """Masks persons in texts.

    Args:
        whole: the names that are masked whole.
        own: the names whose parts are masked, too.
        mask: what stands in their place.
    """

    def __init__(self, whole: Names, own: Iterable[str], mask: str) -> None:
        self._whole, self._mask = whole, mask
        self._address, common = _words_of_names()
        beside = common | _function_words()
        words = {word for name in own for word in _words(name)} - beside
        self._parts = {word for word in words if len(word) >= _SHORTEST}

    def path(self, text: str) -> str:
        """A file's path with masks: whole names only, for a part of one may be any word there."""
        return self._masked(text, frozenset())

    def is_name(self, text: str) -> bool:
        """Whether a text is somebody's name and nothing else."""
        return self.path(text).strip(" .,") == self._mask

    def __call__(self, text: str) -> str:
        """The text with masks; names side by side get one."""
        return self._masked(text, self._parts)

    def _masked(self, text: str, parts: Set[str]) -> str:
        text = _NIP.sub(self._mask, text)
        if "@" in text:
            text = _CONTACT.sub(self._mask, text)
        words = list(_WORD.finditer(text))
        folded = [match[0].casefold() for match in words]
        if parts.isdisjoint(folded) and self._whole.keys().isdisjoint(folded):
            return text
        pieces: list[str] = []
        at = 0
        for start, end in self._found(words, folded, parts):
            between = text[at:start]
            if not (pieces and not between.strip(" .,_-")):
                pieces += [between, self._mask]
            at = end
        return "".join(pieces) + text[at:]

    def _found(self, words: list[re.Match[str]], folded: list[str], parts: Set[str]) -> Iterable[tuple[int, int]]:
        place = 0
        while place < len(words):
            length = self._length(folded, place, words[place][0], parts)
            if length:
                yield words[place].start(), words[place + length - 1].end()
            place += length or 1

    def _length(self, folded: list[str], place: int, word: str, parts: Set[str]) -> int:
        """How many words from ``place`` on are a name; 0 where it is none."""
        for name in self._whole.get(folded[place], ()):
            if tuple(folded[place : place + len(name)]) == name and (
                len(name) > 1 or self._is_part(folded, place, word)
            ):
                return len(name)
        return 1 if folded[place] in parts and self._is_part(folded, place, word) else 0

    def _is_part(self, folded: list[str], place: int, word: str) -> bool:
        return word[0].isupper() or (place > 0 and folded[place - 1] in self._address)


def _words(name: str) -> tuple[str, ...]:
    return tuple(match[0].casefold() for match in _WORD.finditer(name))


@cache
def _words_of_names() -> tuple[frozenset[str], frozenset[str]]:
    """Forms of address, and all words that stand beside or in names and are no sign of a person on their own."""
    titles = load_lexicon().titles
    address = frozenset(word for phrase in titles.honorifics for word in _words(phrase))
    beside = (titles.titles, titles.particles, titles.degrees, titles.roles, titles.functions, titles.shared_heads)
    return address, address | {word for phrases in beside for phrase in phrases for word in _words(phrase)}


@cache
def _function_words() -> frozenset[str]:
    """Words that stand in any text and name nobody, even where a reading took one for a party."""
    lexicon = load_lexicon()
    titles, cues, due, shared = lexicon.titles, lexicon.cues, lexicon.calendar.due, lexicon.calendar.shared
    lists = (
        titles.collectives, titles.crowds, titles.not_words, titles.from_words, titles.as_words, due.small,
        due.conditions, shared.all, shared.also, cues.meeting, cues.agree_subject, cues.recipient_before,
        cues.with_others, cues.collective, cues.pronouns,
    )  # fmt: skip
    single = {words[0] for phrases in lists for phrase in phrases if len(words := _words(phrase)) == 1}
    return frozenset(single - {word for name in lexicon.names.given for word in _words(name)})
