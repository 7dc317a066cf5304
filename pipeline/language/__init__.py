"""Tokens, sentences, institutions, people and verb forms of Indonesian text; the only package that imports spaCy.

spaCy's own Indonesian tokenizer carries 15,000 reduplications as exceptions and takes over a second to build. This one
takes its rules from the lexicon instead and is built in milliseconds. What a short text holds is remembered for a
while: the stages ask about the same sentences, items and names again and again.
"""

from functools import cache
from typing import NamedTuple

from notula.models.blocks import Span
from notula.pipeline.language.bodies import Bodies, People
from notula.pipeline.language.sentences import Sentences
from notula.pipeline.language.tokens import Token, Words, make_pipeline
from notula.pipeline.language.verbs import VerbForm, VerbRules
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import remembered

__all__ = ["Language", "OrganizationMatch", "Token", "VerbForm", "get_language"]

_AT_ONCE = 2_000  # words
_LONG = 2_000  # characters: some institution and some title stand in nearly every text like that


class OrganizationMatch(NamedTuple):
    """An institution of the registry as it stands in a text; ``name`` is its full name, None where several share it."""

    start: int
    end: int
    text: str
    name: str | None


class Language:
    """What the extraction stages ask about Indonesian text; get one from :func:`get_language`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._pipeline = make_pipeline(lexicon)
        self._words = Words(self._pipeline)
        self._sentence_rules = Sentences(lexicon)
        self._bodies = Bodies(lexicon, self._words)
        self._titled = People(lexicon, self._pipeline, self._words)
        self.tokens = remembered(self._tokens)
        self.sentences = remembered(self._sentences)
        self.organizations = remembered(self._organizations)
        self.people = remembered(self._people)
        self.verb_form = remembered(VerbRules(lexicon).form)

    def learn(self, text: str) -> None:
        """Take apart the words of a text, many in one go: cheaper than a few at a time when they are asked about."""
        words = text.split()
        for at in range(0, len(words), _AT_ONCE):
            self._words.parts(words[at : at + _AT_ONCE])

    def organization_at_start(self, text: str) -> OrganizationMatch | None:
        """The registry's institution that a text begins with."""
        if not self._bodies.may_begin(text):
            return None
        found = self.organizations(text)
        return found[0] if found and found[0].start == 0 else None

    @property
    def organization_firsts(self) -> frozenset[str]:
        """The words that the registry's institutions begin with, in small letters."""
        return self._bodies.firsts

    def is_verb(self, token: str | Token) -> bool:
        """Whether a word has the form of a verb."""
        return self.verb_form(token.text if isinstance(token, Token) else token) is not None

    def _tokens(self, text: str) -> tuple[Token, ...]:
        """The words and marks of a text, white space left out."""
        return tuple(piece for piece in self._words.pieces(text) if not piece.text.isspace())

    def _sentences(self, text: str) -> tuple[Span, ...]:
        """Where each sentence of a text stands, white space around it left out."""
        if self._sentence_rules.is_one(text):
            return (Span(len(text) - len(text.lstrip()), len(text.rstrip())),)
        return self._sentence_rules.find(text, self._tokens(text))

    def _organizations(self, text: str) -> tuple[OrganizationMatch, ...]:
        """The registry's institutions in a text, in order; of overlapping ones the longest."""
        if len(text) < _LONG and not self._bodies.may_stand_in(text):
            return ()
        pieces = self._words.pieces(text)
        found = []
        for first, last, name in self._bodies.find(pieces):
            start, end = pieces[first].start, pieces[last - 1].end
            found.append(OrganizationMatch(start, end, text[start:end], name))
        return tuple(found)

    def _people(self, text: str) -> tuple[Span, ...]:
        """Where an honorific or a title and the capitalised words after it stand: mentions of people or of offices."""
        if len(text) < _LONG and not self._titled.may_stand_in(text):
            return ()
        pieces = self._words.pieces(text)
        return tuple(Span(pieces[first].start, pieces[last - 1].end) for first, last in self._titled.find(pieces))


@cache
def get_language(lexicon: Lexicon) -> Language:
    """The language of a lexicon, built once per process."""
    return Language(lexicon)
