"""The registry's institutions in a text, and people by their titles."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from notula.pipeline.language.spacy_parts import Doc, Matcher, Pipeline
from notula.pipeline.language.tokens import Token, Words
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.lexicon.schema import Institution

_NAME_WORD = r"^[A-ZÀ-Þ][\w'’-]*\.?$"

Found = dict[tuple[int, int], set[str]]
_Index = dict[str, list[tuple[tuple[str, ...], str]]]  # from a first word to the spellings that begin with it


class Bodies:
    """Finds the spellings of institutions: one look-up a word, in a dictionary of their first words.

    ``firsts`` are these words in small letters.
    """

    def __init__(self, lexicon: Lexicon, words: Words) -> None:
        self._words = words
        self._lowered: _Index = {}
        self._exact: _Index = {}
        for institution in (*lexicon.institutions.registry, *lexicon.institutions.local):
            for spelling in _spellings(institution):
                exact = _needs_case(spelling)
                phrase = tuple(piece.text if exact else piece.text.lower() for piece in words.pieces(spelling))
                index = self._exact if exact else self._lowered
                index.setdefault(phrase[0], []).append((phrase, institution.name))
        self._second_lowered, self._second_exact = _seconds(self._lowered), _seconds(self._exact)
        self.firsts = frozenset((*self._lowered, *(word.lower() for word in self._exact)))

    def may_begin(self, text: str) -> bool:
        """Whether an institution's name can begin where a text does, told by its first two words or marks."""
        runs = text.split(None, 2)[:2]
        if not runs or text[0].isspace() or self._words.parts(runs[:1])[0].lower() not in self.firsts:
            return False
        parts = self._words.parts(runs)
        return self._may_begin(parts, [part.lower() for part in parts[:2]], 0)

    def may_stand_in(self, text: str) -> bool:
        """Whether an institution's name can begin anywhere in a text, told by each two words or marks in a row."""
        parts = self._words.parts(text.split())
        lowered = [part.lower() for part in parts]
        if self.firsts.isdisjoint(lowered):
            return False
        return any(low in self.firsts and self._may_begin(parts, lowered, at) for at, low in enumerate(lowered))

    def _may_begin(self, parts: Sequence[str], lowered: Sequence[str], at: int) -> bool:
        """Whether a name's first two words stand at a place, or its only one."""
        for texts, seconds in ((lowered, self._second_lowered), (parts, self._second_exact)):
            known = seconds.get(texts[at])
            if known and (None in known or (at + 1 < len(texts) and texts[at + 1] in known)):
                return True
        return False

    def find(self, pieces: Sequence[Token]) -> list[tuple[int, int, str | None]]:
        """Where institutions stand (from and to which piece), of overlapping ones the longest; None for several."""
        texts = [piece.text for piece in pieces]
        lowered = [text.lower() for text in texts]
        found: Found = {}
        _collect(found, lowered, self._lowered)
        _collect(found, texts, self._exact)
        kept = []
        for start, end in longest(found):
            names = found[start, end]
            kept.append((start, _with_country(lowered, end), next(iter(names)) if len(names) == 1 else None))
        return kept


def _seconds(index: _Index) -> dict[str, frozenset[str | None]]:
    """The second words of the spellings that begin with a word; None among them where one has no second."""
    return {
        first: frozenset(phrase[1] if len(phrase) > 1 else None for phrase, _ in phrases)
        for first, phrases in index.items()
    }


def _collect(found: Found, texts: list[str], index: _Index) -> None:
    for at in [at for at, text in enumerate(texts) if text in index]:
        for phrase, name in index[texts[at]]:
            if len(phrase) == 1 or tuple(texts[at : at + len(phrase)]) == phrase:
                found.setdefault((at, at + len(phrase)), set()).add(name)


def _with_country(lowered: list[str], end: int) -> int:
    """The end of an institution's name with a following "RI" or "Republik Indonesia"."""
    tail = lowered[end : end + 2]
    if tail[:1] == ["ri"]:
        return end + 1
    return end + 2 if tail == ["republik", "indonesia"] else end


class People:
    """Finds an honorific or a title (or several) with the capitalised words that follow."""

    def __init__(self, lexicon: Lexicon, pipeline: Pipeline, words: Words) -> None:
        self._pipeline, self._words = pipeline, words
        self._honorifics = frozenset(
            form for word in lexicon.titles.honorifics for form in (word.lower(), f"{word.lower()}.")
        )
        self._titles = frozenset(form for word in lexicon.titles.titles for form in (word, f"{word}."))
        self._matcher = _people_matcher(pipeline, sorted(self._honorifics), sorted(self._titles))

    def may_stand_in(self, text: str) -> bool:
        """Whether an honorific or a title stands anywhere in a text."""
        parts = self._words.parts(text.split())
        return not (self._titles.isdisjoint(parts) and self._honorifics.isdisjoint(part.lower() for part in parts))

    def find(self, pieces: Sequence[Token]) -> list[tuple[int, int]]:
        """Where mentions stand, from and to which piece; of overlapping ones the longest."""
        found: list[tuple[int, int]] = []
        begin, marked = 0, False
        for at, piece in enumerate((*pieces, Token(0, 0, ""))):
            mark = piece.text in self._titles or piece.text.lower() in self._honorifics
            if mark or _is_name_word(piece.text):
                marked = marked or mark
                continue
            if marked and at - begin > 1:
                found += [(begin + start, begin + end) for start, end in self._among(pieces[begin:at])]
            begin, marked = at + 1, False
        return longest(found)

    def _among(self, pieces: Sequence[Token]) -> list[tuple[int, int]]:
        """The mentions among pieces that each could be part of one: spaCy's matcher costs too much for whole texts."""
        with self._pipeline.memory_zone():
            doc = Doc(self._pipeline.vocab, words=[piece.text for piece in pieces])
            return [(start, end) for _, start, end in self._matcher(doc)]


@lru_cache(maxsize=8192)
def _is_name_word(text: str) -> bool:
    return re.search(_NAME_WORD, text) is not None


def _people_matcher(pipeline: Pipeline, honorifics: list[str], titles: list[str]) -> Matcher:
    address, title, name = {"LOWER": {"IN": honorifics}}, {"TEXT": {"IN": titles}}, {"TEXT": {"REGEX": _NAME_WORD}}
    matcher = Matcher(pipeline.vocab)
    matcher.add(
        "honorific",
        [[address | {"OP": "{1,3}"}, title | {"OP": "{0,4}"}, name | {"OP": "{1,6}"}]],
    )
    matcher.add("title", [[title | {"OP": "{1,4}"}, name | {"OP": "{1,6}"}]])
    return matcher


def longest(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans without overlap, in order: of overlapping ones the longest, then the first."""
    taken: set[int] = set()
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0] - span[1], span[0])):
        if taken.isdisjoint((start, end - 1)):  # none kept is shorter, so one that overlaps covers an end of this
            taken.update(range(start, end))
            kept.append((start, end))
    return sorted(kept)


def _spellings(institution: Institution) -> set[str]:
    """Each way an institution is written: with and without the comma before "dan", with "&"."""
    written = {institution.name, *institution.abbreviations, *institution.also}
    written |= {spelling.replace(", dan ", " dan ") for spelling in written}
    return written | {spelling.replace(" dan ", " & ") for spelling in written}


def _needs_case(spelling: str) -> bool:
    """Whether a spelling is only found in its own capitals: LAN, BIG and short forms are also ordinary words."""
    return " " not in spelling and (spelling.upper() == spelling or len(spelling) < 5)
