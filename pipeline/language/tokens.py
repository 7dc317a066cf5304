"""Words and marks of Indonesian text: spaCy's tokenizer with rules of our own, each word taken apart once.

spaCy takes a text apart word by word, a word being what stands between white space. So what it makes of a word is kept
and used again, in whatever text the word stands; only words not met before go through spaCy, in a memory zone, so that
its vocabulary does not grow with the number of documents read.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from notula.pipeline.heartbeat import beat
from notula.pipeline.language.spacy_parts import (
    LOWER,
    ORTH,
    BaseDefaults,
    Pipeline,
    Tokenizer,
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
)
from notula.pipeline.lexicon import Lexicon

# Chunks that stay whole: reduplications and other words with hyphens, ranges, dates, decree numbers, amounts, degrees,
# and what has no vowel, so that its dot shortens it ("Gst. Made", "Dg. Tata").
_WHOLE = re.compile(
    r"""(?: [^\W\d_]+(?:['’`][^\W\d_]+)?(?:-[^\W_]+)+
    | \d+(?:[.,:]\d+)*(?:[-–]\d+(?:[.,:]\d+)*)+
    | \d+(?:[.,:]\d+)+
    | \d{1,4}(?:[/-]\d{1,4}){1,2}
    | (?=[^\d\s]*\d)\w[\w.-]*(?:/[\w.-]*\w)+
    | [Rr]p\.?\d[\d.]*(?:,(?:\d+|-+))? | \d[\d.]*,-+
    | (?:[A-Z][A-Za-z]{0,4}\.)+[A-Z][A-Za-z]{0,5}\.?
    | [B-DF-HJ-NP-TV-Z][b-df-hj-np-tv-z]{1,3}\.
    )""",
    re.VERBOSE,
)
_OPEN, _CLOSE = "\"'“‘«([{<", "\"'”’»)]}>"
_PREFIXES = [f"[{re.escape(_OPEN + _CLOSE)}]", r"[,;:•●▪*+=/–—→]", r"-(?=[^\W\d])", r"->"]
_SUFFIXES = [f"[{re.escape(_OPEN + _CLOSE)}]", r"[,;:!?…*+=/–—→-]", r"\.\.+", r"(?<=[\w%)\]\"'’”])\."]
_INFIXES = [r"->|[–—→…]", r"/", r"(?<=\w)[()\[\]](?=\w)", r"(?<=[^\W\d_])[,:](?=\S)", r"(?<=\w);(?=\w)",
            r"(?<=[a-z])\.(?=[A-Z])", r"(?<=\w)[=+](?=\w)", r"(?<=\w\w)&(?=\w\w)"]  # fmt: skip
_LEAD = re.compile(r"\s*")
_WORD = re.compile(r"(\S+)(\s*)")
_MOST_PARTS = 200_000  # kept: some 30 MB
_LONG = 2_000  # characters: a text like that is a whole document, and asked about twice in a row
_LONGEST = 1_000  # characters of a word that spaCy is given in one piece: the time it takes grows with their square


class Token(NamedTuple):
    """A word or mark of a text: ``text[start:end]``."""

    start: int
    end: int
    text: str


class Words:
    """Takes texts apart."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self._parts: dict[str, tuple[tuple[int, int, str], ...]] = {}
        self._room = _MOST_PARTS
        self._last: tuple[str, tuple[Token, ...]] = ("", ())

    def pieces(self, text: str) -> Sequence[Token]:
        """The words and marks of a text as spaCy gives them: white space that is more than one space is a piece too."""
        if len(text) < _LONG:
            return self._pieces(text)
        if self._last[0] != text:
            self._last = text, tuple(self._pieces(text))
        return self._last[1]

    def _pieces(self, text: str) -> list[Token]:
        beat()
        try:
            return self._cut(text)
        except KeyError:
            self._known(text.split())
            return self._cut(text)

    def _cut(self, text: str) -> list[Token]:
        """The pieces of a text all of whose words are known.

        Raises:
            KeyError: one is not.
        """
        known = self._parts
        start = len(_LEAD.match(text)[0])  # type: ignore[index]  # it matches the empty text too
        found, new = [Token(0, start, text[:start])] if start else [], tuple.__new__
        for word, gap in _WORD.findall(text):
            for begin, end, part in known[word]:
                found.append(new(Token, (start + begin, start + end, part)))
            start += len(word) + len(gap)
            if gap not in (" ", ""):
                space = gap.removeprefix(" ")  # one space between words belongs to none
                found.append(Token(start - len(space), start, space))
        return found

    def parts(self, words: list[str]) -> list[str]:
        """What words without white space are made of, one after the other."""
        beat()
        known = self._parts
        try:
            return [part for word in words for _, _, part in known[word]]
        except KeyError:
            known = self._known(words)
            return [part for word in words for _, _, part in known[word]]

    def _known(self, words: list[str]) -> dict[str, tuple[tuple[int, int, str], ...]]:
        """What each of these words is made of."""
        parts = self._parts
        missing = {word for word in words if word not in parts}
        if missing:
            if self._room < 0:
                parts.clear()
                self._room, missing = _MOST_PARTS, set(words)
            plain = {word for word in missing if word.isalnum() and len(word) <= _LONGEST}
            parts.update((word, ((0, len(word), word),)) for word in plain)  # no rule takes letters and digits apart
            self._room -= len(plain)
            if odd := sorted(missing - plain):
                self._take_apart(odd)
        return parts

    def _take_apart(self, words: list[str]) -> None:
        """Ask spaCy for the parts of words; those of one call stand in one text."""
        pieces = [(word, at) for word in words for at in range(0, len(word), _LONGEST)]
        texts = [word[at : at + _LONGEST] for word, at in pieces]
        made: dict[str, list[tuple[int, int, str]]] = {word: [] for word in words}
        with self._pipeline.memory_zone():
            tokens = iter([(token.idx, token.text) for token in self._pipeline.make_doc(" ".join(texts))])
        at, (place, part) = 0, next(tokens)
        for (word, offset), text in zip(pieces, texts, strict=True):
            while place < at + len(text):
                begin = place - at + offset
                made[word].append((begin, begin + len(part), part))
                place, part = next(tokens, (sum(map(len, texts)) + len(texts), ""))
            at += len(text) + 1
        self._parts.update((word, tuple(found)) for word, found in made.items())
        self._room -= sum(map(len, made.values()))


def make_pipeline(lexicon: Lexicon) -> Pipeline:
    """A spaCy pipeline that is only a tokenizer."""
    pipeline = Pipeline(create_tokenizer=lambda pipeline: _make_tokenizer(pipeline, lexicon))
    # Each new word costs one call an attribute; LOWER is the only one that our matchers ask for.
    pipeline.vocab.lex_attr_getters = {LOWER: str.lower}  # type: ignore[attr-defined]  # spaCy's stub lacks it
    return pipeline


def _make_tokenizer(pipeline: Pipeline, lexicon: Lexicon) -> Tokenizer:
    return Tokenizer(
        pipeline.vocab,
        rules=_exceptions(lexicon),
        prefix_search=compile_prefix_regex(_PREFIXES).search,
        suffix_search=compile_suffix_regex(_SUFFIXES).search,
        infix_finditer=compile_infix_regex(_INFIXES).finditer,
        token_match=_WHOLE.fullmatch,
        url_match=BaseDefaults.url_match,
    )


_LONGEST_TITLE = 6  # letters of a title that is written with a dot


def _exceptions(lexicon: Lexicon) -> dict[str, list[dict[int, str]]]:
    """The words that keep their dots and slashes, in each way of writing capitals."""
    spelling = lexicon.titles.language
    short = [title for title in lexicon.titles.titles if len(title) <= _LONGEST_TITLE]  # "Jenderal" takes no dot
    lists = (spelling.abbreviations, spelling.closing_abbreviations, short, lexicon.titles.particles)
    dotted = [f"{word}." for words in lists for word in words]
    words = {form for word in (*dotted, *spelling.slashed) for form in (word, word.lower(), word.upper(), word.title())}
    words |= {f"{chr(code)}." for code in range(ord("A"), ord("Z") + 1)}
    return {word: [{ORTH: word}] for word in sorted(words)}
