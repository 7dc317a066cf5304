"""The lexicon's words that tell what a party is, as patterns that match at a position."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import by_first

OpeningKind = Literal["institution", "unit", "team", "role", "function", "collective"]
_RETIRED = r"(?:\((?:Purn|Ret)\w*\.?\)\s*)?"  # behind a rank
_WORD_END = r"(?![^\W_])(?!-[^\W\d_])\.?"
_SHORTEST_INSENSITIVE = 4


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The lexicon's lists as patterns that match at a position."""

    honorific: re.Pattern[str]
    title: re.Pattern[str]
    degree: re.Pattern[str]
    openings: tuple[tuple[OpeningKind, re.Pattern[str]], ...]
    shared_head: re.Pattern[str]
    topics: frozenset[str]
    tails: frozenset[str]
    role_tails: frozenset[str]
    shortened: frozenset[str]

    def address(self, text: str, at: int = 0) -> "re.Match[str] | None":
        """The honorific or title that stands at a position, as people are addressed by."""
        return self.honorific.match(text, at) or self.title.match(text, at)


@cache
def patterns(lexicon: Lexicon) -> _Patterns:
    """The lexicon's words as compiled patterns."""
    titles, bodies = lexicon.titles, lexicon.institutions
    acting = _words(titles.acting)
    return _Patterns(
        honorific=re.compile(rf"(?:{_address(titles.honorifics)}\s*(?=[^\W_]))+|{_father(lexicon.names.given)}"),
        title=re.compile(rf"(?:(?:{_exact(titles.titles)})(?:\.\s*|\s+){_RETIRED}(?=[A-Z]|[a-z]+\.)|[HR]\.\s*(?=[A-Z]))+"),
        degree=re.compile(_degrees(titles.degrees)),
        openings=(
            ("unit", re.compile(_words(bodies.heads))),
            ("team", re.compile(_words(bodies.teams))),
            ("function", re.compile(rf"(?:{acting}\s*)*{_words(titles.functions)}")),
            ("role", re.compile(rf"(?:{acting}\s*)*{_words(titles.roles)}")),
            ("collective", re.compile(_words((*titles.collectives, *titles.crowds)))),
        ),
        shared_head=re.compile(rf"{_words(titles.shared_heads)}\s+"),
        topics=frozenset(word.casefold() for word in bodies.topics),
        tails=frozenset(word.casefold() for word in bodies.tails),
        role_tails=frozenset(word.casefold() for word in titles.role_tails),
        shortened=frozenset(word.casefold() for word in titles.language.abbreviations),
    )


def belongs_to_address(text: str, stop: int, lexicon: Lexicon) -> bool:
    """Whether a full stop belongs to what a name is addressed by ("bertanya ke Ust. Hasan"), and parts nothing.

    So does one behind a word cut short that a name goes on from ("oleh Bid. Sarpras").
    """
    if text[stop] != ".":
        return False
    word = text.rfind(" ", 0, stop) + 1
    words, behind = patterns(lexicon), text[stop + 1 : stop + 3].strip()
    if text[word:stop].casefold() in words.shortened and behind.isupper():
        return True
    address = words.address(text, word)
    return address is not None and address.end() > stop


def _words(words: Iterable[str]) -> str:
    """A pattern for any of these words, longest first; short forms in capitals only as written, others in any case."""
    forms = []
    for word in sorted(words, key=len, reverse=True):
        exact = word.upper() == word and len(word) < _SHORTEST_INSENSITIVE
        spaced = r"\s+".join(re.escape(part) for part in word.split())
        forms.append(spaced if exact else f"(?i:{spaced})")
    return by_first(forms) + _WORD_END


def _address(honorifics: Iterable[str]) -> str:
    """A pattern for any honorific; the shortest not in capitals, where they are abbreviations ("PA", "BP").

    One letter alone only before a word: else it marks an item of a list.
    """
    words = sorted(honorifics, key=len, reverse=True)
    short = [form for word in words if len(word) == 2 for form in (word, word.lower())]
    letters = "".join(word for word in words if len(word) == 1)
    said = rf"(?:(?i:{_exact(word for word in words if len(word) > 2)})|{_exact(short)}){_WORD_END}"
    return rf"(?:{said}|[{letters}](?= [^\W\d_]{{3}}))" if letters else said


def _father(given: Iterable[str]) -> str:
    """A pattern for "P." before a common given name alone ("P. Joko"), which elsewhere is an initial."""
    names = _exact({name.capitalize() for name in given})
    return rf"P\.\s?(?={names}(?![\w.])(?!\s+[A-Z][a-z]{{2}}))"


def _exact(words: Iterable[str]) -> str:
    return by_first(re.escape(word) for word in sorted(words, key=len, reverse=True))


# Physicians' fields keep growing: "Sp.FK", "Sp.PD-KEMD", "Sp.B(K)Onk".
_SPECIALIST = r"Sp\.\s?[A-Z][A-Za-z]{0,4}(?:[.-][A-Z][A-Za-z]{0,3}|\([A-Z]\)(?:[A-Z][a-z]{1,3})?){0,3}"


# Deeds spell degrees out: "Sarjana Hukum", "Magister Kenotariatan".
_SPELT_OUT = r"(?:Sarjana|Magister|Ahli Madya)(?: [A-Z][a-z]+){1,2}"


_PHARMACIST = r"Apt(?!\.?\s+[A-Z][a-z])"  # before a name it is a title


def _degrees(degrees: Iterable[str]) -> str:
    """A pattern for any degree, its dots and spaces as they come; without any dot only as the list writes it."""
    forms = {_SPECIALIST, _SPELT_OUT, _PHARMACIST}
    for degree in degrees:
        first, *rest = (re.escape(part) for part in re.split(r"[.\s]+", degree) if part)
        if rest:
            others = r"\.?\s?".join(rest)
            forms.add(rf"{first}\.\s?(?i:{others})")
        forms |= {first + "".join(rest), (first + "".join(rest)).upper()}
    return rf"{by_first(sorted(forms, key=len, reverse=True))}(?![^\W_])\.?"
