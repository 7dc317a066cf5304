"""Tokens, sentences, institutions, people and verb forms of Indonesian text; the only module that imports spaCy.

spaCy's own Indonesian tokenizer carries 15,000 reduplications as exceptions and takes over a second to build. This one
takes its rules from the lexicon instead and is built in milliseconds. Every call runs in a memory zone, so that the
vocabulary does not grow with the number of documents read.

How sentences end:

- at ``.``, ``!``, ``?`` or a closing abbreviation (``dll.``) followed by a capital, a digit, a quote or a bracket;
- never after a title, a degree, an initial or another abbreviation, never inside a pair of brackets;
- never after a list mark (``1.``, ``b.``, ``IV.``), which begins its sentence or follows a colon or semicolon;
- at every blank line.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from spacy.language import BaseDefaults
from spacy.language import Language as Pipeline
from spacy.matcher import Matcher, PhraseMatcher
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from notula.models.blocks import Span
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.lexicon.schema import Institution
from notula.pipeline.text import fold

# Chunks that stay whole: reduplications and other words with hyphens, ranges, dates, decree numbers, amounts, degrees.
_WHOLE = re.compile(
    r"""(?: [^\W\d_]+(?:['’`][^\W\d_]+)?(?:-[^\W_]+)+
    | \d+(?:[.,:]\d+)*(?:[-–]\d+(?:[.,:]\d+)*)+
    | \d+(?:[.,:]\d+)+
    | \d{1,4}(?:[/-]\d{1,4}){1,2}
    | (?=[^\d\s]*\d)\w[\w.-]*(?:/[\w.-]*\w)+
    | [Rr]p\.?\d[\d.]*(?:,(?:\d+|-+))? | \d[\d.]*,-+
    | (?:[A-Z][A-Za-z]{0,4}\.)+[A-Z][A-Za-z]{0,5}\.?
    )""",
    re.VERBOSE,
)
_OPEN, _CLOSE = "\"'“‘«([{<", "\"'”’»)]}>"
_PREFIXES = [f"[{re.escape(_OPEN + _CLOSE)}]", r"[,;:•●▪*+=/–—→]", r"-(?=[^\W\d])", r"->"]
_SUFFIXES = [f"[{re.escape(_OPEN + _CLOSE)}]", r"[,;:!?…*+=/–—→-]", r"\.\.+", r"(?<=[\w%)\]\"'’”])\."]
_INFIXES = [r"->|[–—→…]", r"/", r"(?<=\w)[()\[\]](?=\w)", r"(?<=[^\W\d_])[,:](?=\S)", r"(?<=\w);(?=\w)",
            r"(?<=[a-z])\.(?=[A-Z])", r"(?<=\w)[=+](?=\w)", r"(?<=\w\w)&(?=\w\w)"]  # fmt: skip
_LIST_MARK = re.compile(r"\d{1,3}|[A-Za-z]|[IVXLivxl]{1,5}")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_NAME_WORD = r"^[A-ZÀ-Þ][\w'’-]*\.?$"


class Token(NamedTuple):
    """A word or mark of a text: ``text[start:end]``."""

    start: int
    end: int
    text: str


class OrganizationMatch(NamedTuple):
    """An institution of the registry as it stands in a text; ``name`` is its full name, None where several share it."""

    start: int
    end: int
    text: str
    name: str | None


class VerbForm(StrEnum):
    """How a verb is built."""

    ACTIVE = "active"  # me-
    MIDDLE = "middle"  # ber-
    PASSIVE = "passive"  # di-
    RESULTANT = "resultant"  # ter-
    BASE = "base"  # base with -kan or -i: an order, or passive after its actor


class Language:
    """What the extraction stages ask about Indonesian text; get one from :func:`get_language`."""

    def __init__(self, lexicon: Lexicon) -> None:
        spelling = lexicon.titles.language
        self._pipeline = _pipeline(lexicon)
        self._closing = frozenset(f"{word}.".casefold() for word in spelling.closing_abbreviations)
        self._numbered = frozenset(word.casefold() for word in spelling.numbered)
        self._verbs = _VerbRules(lexicon)
        self._names = PhraseMatcher(self._pipeline.vocab, attr="LOWER")
        self._capitals = PhraseMatcher(self._pipeline.vocab, attr="ORTH")
        self._people = _people_matcher(self._pipeline, lexicon)
        for institution in (*lexicon.institutions.registry, *lexicon.institutions.local):
            self._register(institution)

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The words and marks of a text, white space left out."""
        with self._pipeline.memory_zone():
            return tuple(_tokens(self._pipeline.make_doc(text)))

    def sentences(self, text: str) -> tuple[Span, ...]:
        """Where each sentence of a text stands, white space around it left out."""
        tokens = self.tokens(text)
        depths = _depths(tokens)
        spans, first = [], 0
        for index in range(len(tokens)):
            if index + 1 == len(tokens) or self._ends(text, tokens, depths, first, index):
                spans.append(Span(tokens[first].start, tokens[index].end))
                first = index + 1
        return tuple(spans)

    def organizations(self, text: str) -> tuple[OrganizationMatch, ...]:
        """The registry's institutions in a text, in order; of overlapping ones the longest."""
        with self._pipeline.memory_zone():
            doc = self._pipeline.make_doc(text)
            found: dict[tuple[int, int], set[str]] = {}
            for matcher in (self._names, self._capitals):
                for label, start, end in matcher(doc):
                    found.setdefault((start, end), set()).add(self._pipeline.vocab.strings[label])
            kept = []
            for start, end in _longest(found):
                names = found[start, end]
                span = doc[start : _with_country(doc, end)]
                only = next(iter(names)) if len(names) == 1 else None
                kept.append(OrganizationMatch(span.start_char, span.end_char, span.text, only))
        return tuple(kept)

    def people(self, text: str) -> tuple[Span, ...]:
        """Where an honorific or a title and the capitalised words after it stand: mentions of people or of offices."""
        with self._pipeline.memory_zone():
            doc = self._pipeline.make_doc(text)
            found = [(start, end) for _, start, end in self._people(doc)]
            return tuple(Span(doc[start:end].start_char, doc[start:end].end_char) for start, end in _longest(found))

    def verb_form(self, word: str) -> VerbForm | None:
        """How a verb is built, None for a word that is no verb (a noun in ``pe-``/``ke-``, a name, ``Menteri``)."""
        return self._verbs.form(word)

    def is_verb(self, token: str | Token) -> bool:
        """Whether a word has the form of a verb."""
        return self.verb_form(token.text if isinstance(token, Token) else token) is not None

    def _register(self, institution: Institution) -> None:
        by_case: dict[bool, list[Doc]] = {True: [], False: []}
        for spelling in _spellings(institution):
            by_case[_needs_case(spelling)].append(self._pipeline.make_doc(spelling))
        if by_case[False]:
            self._names.add(institution.name, by_case[False])
        if by_case[True]:
            self._capitals.add(institution.name, by_case[True])

    def _ends(self, text: str, tokens: tuple[Token, ...], depths: list[int], first: int, index: int) -> bool:
        """Whether a sentence that began with token ``first`` ends after token ``index``."""
        here, after = tokens[index], tokens[index + 1]
        gap = text[here.end : after.start]
        if _BLANK_LINE.search(gap):
            return True
        stop = _stop_before(tokens, index)
        if stop is None or depths[index] or (after.text[0] in _CLOSE and not gap):
            return False
        if not (gap or (after.text[0].isupper() and stop > first and tokens[stop - 1].text[-1].islower())):
            return False
        mark = tokens[stop].text
        if not (_begins_sentence(after) or _is_list_mark(tokens, index + 1)):
            return False
        if mark[0] in "!?…":
            return True
        if mark.strip("."):
            return mark.casefold() in self._closing
        return not self._is_mark(tokens, first, stop, after)

    def _is_mark(self, tokens: tuple[Token, ...], first: int, stop: int, after: Token) -> bool:
        """Whether the dot at ``stop`` belongs to a list mark or to a word before a number (``hal. 5``)."""
        if stop == first:
            return True
        before = tokens[stop - 1].text
        if after.text[0].isdigit() and before.casefold() in self._numbered:
            return True
        begins = stop - 1 == first or tokens[stop - 2].text in {":", ";"}
        return begins and _LIST_MARK.fullmatch(before) is not None


@cache
def get_language(lexicon: Lexicon) -> Language:
    """The language of a lexicon, built once per process."""
    return Language(lexicon)


def _pipeline(lexicon: Lexicon) -> Pipeline:
    """A spaCy pipeline that is only a tokenizer."""
    pipeline = Pipeline()
    pipeline.tokenizer = Tokenizer(
        pipeline.vocab,
        rules=_exceptions(lexicon),
        prefix_search=compile_prefix_regex(_PREFIXES).search,
        suffix_search=compile_suffix_regex(_SUFFIXES).search,
        infix_finditer=compile_infix_regex(_INFIXES).finditer,
        token_match=_WHOLE.fullmatch,
        url_match=BaseDefaults.url_match,
    )
    return pipeline


def _exceptions(lexicon: Lexicon) -> dict[str, list[dict[int, str]]]:
    """The words that keep their dots and slashes, in each way of writing capitals."""
    spelling = lexicon.titles.language
    lists = (spelling.abbreviations, spelling.closing_abbreviations, lexicon.titles.titles, lexicon.titles.particles)
    dotted = [f"{word}." for words in lists for word in words]
    words = {form for word in (*dotted, *spelling.slashed) for form in (word, word.lower(), word.upper(), word.title())}
    words |= {f"{chr(code)}." for code in range(ord("A"), ord("Z") + 1)}
    return {word: [{ORTH: word}] for word in sorted(words)}


def _spellings(institution: Institution) -> set[str]:
    """Each way an institution is written: with and without the comma before "dan", with "&"."""
    written = {institution.name, *institution.abbreviations, *institution.also}
    written |= {spelling.replace(", dan ", " dan ") for spelling in written}
    return written | {spelling.replace(" dan ", " & ") for spelling in written}


def _needs_case(spelling: str) -> bool:
    """Whether a spelling is only found in its own capitals: LAN, BIG and short forms are also ordinary words."""
    return " " not in spelling and (spelling.upper() == spelling or len(spelling) < 5)


def _people_matcher(pipeline: Pipeline, lexicon: Lexicon) -> Matcher:
    """Finds an honorific or a title (or several) with the capitalised words that follow."""
    honorifics = [form for word in lexicon.titles.honorifics for form in (word.lower(), f"{word.lower()}.")]
    titles = [form for word in lexicon.titles.titles for form in (word, f"{word}.")]
    address, title, name = {"LOWER": {"IN": honorifics}}, {"TEXT": {"IN": titles}}, {"TEXT": {"REGEX": _NAME_WORD}}
    matcher = Matcher(pipeline.vocab)
    matcher.add(
        "honorific",
        [[address | {"OP": "{1,3}"}, title | {"OP": "{0,4}"}, name | {"OP": "{1,6}"}]],
    )
    matcher.add("title", [[title | {"OP": "{1,4}"}, name | {"OP": "{1,6}"}]])
    return matcher


def _tokens(doc: Doc) -> Iterator[Token]:
    for token in doc:
        if not token.is_space:
            yield Token(token.idx, token.idx + len(token.text), token.text)


def _longest(spans: "dict[tuple[int, int], set[str]] | list[tuple[int, int]]") -> list[tuple[int, int]]:
    """Spans without overlap, in order: of overlapping ones the longest, then the first."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if all(end <= other[0] or start >= other[1] for other in kept):
            kept.append((start, end))
    return sorted(kept)


def _with_country(doc: Doc, end: int) -> int:
    """The end of an institution's name with a following "RI" or "Republik Indonesia"."""
    tail = [token.lower_ for token in doc[end : end + 2]]
    if tail[:1] == ["ri"]:
        return end + 1
    return end + 2 if tail == ["republik", "indonesia"] else end


def _depths(tokens: tuple[Token, ...]) -> list[int]:
    """How many pairs of brackets each token stands in; brackets without a partner do not count."""
    depths, opened = [0] * len(tokens), []
    for index, token in enumerate(tokens):
        if token.text in "([":
            opened.append(index)
        elif token.text in ")]" and opened:
            for inner in range(opened.pop(), index):
                depths[inner] += 1
    return depths


def _begins_sentence(token: Token) -> bool:
    return token.text[0].isupper() or token.text[0].isdigit() or token.text[0] in _OPEN + "•●▪"


def _is_list_mark(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a number or letter with a dot or bracket stands at ``index``."""
    closed = index + 2 < len(tokens) and tokens[index + 1].text in {".", ")"}
    return closed and _LIST_MARK.fullmatch(tokens[index].text) is not None


def _stop_before(tokens: tuple[Token, ...], index: int) -> int | None:
    """The index of the closing mark at or before ``index``, only closing quotes and brackets in between."""
    while index > 0 and tokens[index].text in _CLOSE:
        index -= 1
    mark = tokens[index].text
    return index if mark[0] in "!?…" or mark.endswith(".") else None


class _VerbRules:
    """Tells verbs by their affixes; the sounds a prefix asks for rule out most other words."""

    _forms = (
        (
            VerbForm.ACTIVE,
            re.compile(r"me(?:m[bfpvaeiou]|n[cdjstyzaeiou]|ng[aeioughkx]|ny[aeiou]|[lrwy]|m[aeiou]|n[aeiou])\w+"),
        ),
        (VerbForm.PASSIVE, re.compile(r"di[a-z]\w{2,}")),
        (VerbForm.MIDDLE, re.compile(r"ber[a-z]\w{2,}|be(?:kerja|lajar)\w*")),
        (VerbForm.RESULTANT, re.compile(r"ter[a-z]\w{2,}")),
    )
    _noun = re.compile(r"(?:pe[mnr]|peng|peny|ke|per)\w+an")
    _base = re.compile(r"\w{3,}kan")
    _enclitic = re.compile(r"(?<=\w{3})(?:nya|lah|kah|pun|ku|mu)$")

    def __init__(self, lexicon: Lexicon) -> None:
        spelling = lexicon.titles.language
        bodies = {fold(abbreviation) for body in (*lexicon.institutions.registry, *lexicon.institutions.local)
                  for abbreviation in body.abbreviations}  # fmt: skip
        self._not_verbs = frozenset(spelling.not_verbs) | bodies
        self._in_i = frozenset(spelling.verbs_in_i)
        self._not_in_kan = frozenset(spelling.not_in_kan)

    def form(self, word: str) -> VerbForm | None:
        """How a verb is built, None for a word that is no verb."""
        plain = fold(word).strip(".,;:()")
        if word.isupper() and len(word) < 6:
            return None
        for written in (plain, self._enclitic.sub("", plain)):
            if written in self._not_verbs:
                return None
            for form, pattern in self._forms:
                if pattern.fullmatch(written):
                    return form
        if plain in self._in_i or self._is_base_in_kan(plain):
            return VerbForm.BASE
        return None

    def _is_base_in_kan(self, word: str) -> bool:
        return bool(self._base.fullmatch(word)) and word not in self._not_in_kan and not self._noun.fullmatch(word)
