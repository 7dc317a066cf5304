"""The words of a person's name: where honorific, titles, name and degrees begin and end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from notula.models.blocks import Span
from notula.pipeline.extract.party_kinds import has_degree
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold, remembered

_WORD = re.compile(r"[^\s,;:()\[\]=–—|/]+")
# Where a neighbour lives, behind the name ("Pak Hendri G-09", "Bu Rina Blok C2/7").
_HOUSE = re.compile(
    r"(?:[Bb]lok|[Bb]lk\.?)\s*[A-Z]{1,2}\d?\s?[-/.]?\s?\d{1,3}[A-Za-z]?(?!\w)"
    r"|[A-Z]\d?[-/]\d{1,3}[A-Za-z]?(?!\w|\s+[A-Z][a-z])"
)
_SPACE = re.compile(r"\.?[\s,.]*")
_FULL_NAME, _SHORTEST_OFFICE = 2, 5  # words of a name, letters of an office in small ones
_STOPS = frozenset({
    "dan", "serta", "dari", "selaku", "sebagai", "yang", "mewakili", "perwakilan", "pada", "di", "dkk", "dkk.",
    "-", "&", "+",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameSpans:
    """Where the honorific and the name (titles and degrees included) of a person stand."""

    honorific: Span | None
    name: Span


@remembered
def bare_name(name: str, lexicon: Lexicon) -> str:
    """A person's name without honorific, titles and degrees."""
    known = patterns(lexicon)
    honorific = known.honorific.match(name)
    name = name[honorific.end() :] if honorific else name
    title = known.title.match(name)
    name = name[title.end() :] if title else name
    words: list[str] = []
    for word in _WORD.finditer(name):
        # A comma before the word would have ended the loop unless white space stands between them.
        marked = words and ("." in word[0] or name[: word.start()].rstrip().endswith(","))
        if marked and known.degree.match(name, word.start()):
            break
        words.append(word[0])
        if name[word.end() : word.end() + 1] == ",":
            break
    return " ".join(words)


def name_spans(text: str, start: int, end: int, lexicon: Lexicon, *, prose: bool = False) -> NameSpans | None:
    """The honorific and name that stand at ``start``; None where no word does.

    In ``prose`` a word in small letters ends the name, unless it is a part of names ("bin").
    """
    known = patterns(lexicon)
    honorific = known.honorific.match(text, start, end)
    first = position = honorific.end() if honorific else start
    title = known.title.match(text, position, end)
    position = title.end() if title else position
    last = position if title else first
    degrees = False
    for word, is_degree in _name_words(text, position, end, lexicon):
        particle = word.group().strip(".").casefold() in _particles(lexicon)
        if not is_degree and not particle and (degrees or (prose and word.group()[0].islower())):
            break
        # Words after a title of nobility behind a degree ("S.H. Dt. Rajo Ameh") belong to the name again.
        degrees = is_degree
        last = word.end()
    if last == first:
        return None
    spot = trimmed(text, honorific.start(), honorific.end()) if honorific else None
    return NameSpans(spot, trimmed(text, first, last))


def _name_words(text: str, position: int, end: int, lexicon: Lexicon) -> Iterator[tuple[re.Match[str], bool]]:
    """The words of a name from a position on, each with whether it is a degree."""
    known, first, last, capitals = patterns(lexicon), True, position, 0
    while position < end:
        gap = _SPACE.match(text, position, end)
        after = gap.end() if gap else position
        comma = "," in text[position:after]
        degree = None if first else known.degree.match(text, after, end)
        if degree and (comma or "." in degree.group() or degree.group().isupper()):
            yield degree, True
            position = degree.end()
            continue
        word = None if not first and _HOUSE.match(text, after, end) else _WORD.match(text, after, end)
        if word is None or comma or word.group().casefold() in _STOPS:
            return
        if not first and _begins_office(text[word.start() : end], lexicon) and not _heads_unit(text[last:end], lexicon):
            return
        if capitals >= _FULL_NAME and _is_small_office(text[word.start() : end], lexicon):
            return
        capitals += word.group()[0].isupper()
        yield word, False
        first, position, last = False, word.end(), word.start()


def _is_small_office(text: str, lexicon: Lexicon) -> bool:
    """Whether an office in small letters begins, as it stands behind a full name ("Rina Anggraini bendahara")."""
    found = opening_of(text, lexicon) if text[:1].islower() else None
    return found is not None and found.is_office and found.end >= _SHORTEST_OFFICE


def _begins_office(text: str, lexicon: Lexicon) -> bool:
    """Whether a name is over because an office or a body follows it without a mark."""
    found = opening_of(text, lexicon) if text[:1].isupper() else None
    if found is None or found.kind == "collective":
        return False
    # Short forms need a word behind them: "Naryo SDN Pandan", not "Kim Min".
    short, rest = text[: found.end], text[found.end :].strip(" .,")
    return found.end > 3 or (found.kind == "unit" and short.isupper() and rest != "")


def _heads_unit(text: str, lexicon: Lexicon) -> bool:
    """Whether a word is the head of a unit that the words behind it name ("Pak Seksi Humas")."""
    found = opening_of(text, lexicon)
    return found is not None and found.kind == "unit"


@cache
def _particles(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(particle.casefold() for particle in lexicon.titles.particles)


def trimmed(text: str, start: int, end: int) -> Span:
    """A span without white space, commas, colons and dashes at its ends, nor an open bracket at the last."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(" \t\n,;:"))
    return Span(start, max(start, end - (len(piece) - len(piece.rstrip(" \t\n,;:–—-/|([")))))


def is_house(text: str) -> bool:
    """Whether what stands behind a name is the number of a neighbour's house."""
    return _HOUSE.fullmatch(text) is not None


def initials_of(name: str) -> str:
    """The first letters of a name's words, as capitals."""
    return "".join(word[0] for word in name.split() if word[0].isalpha()).upper()


def is_surely_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a text begins with an honorific, a title or a known given name, or has a degree."""
    marked = patterns(lexicon).address(text) or has_degree(text, lexicon)
    return bool(marked) or any(fold(word.strip(",.")) in lexicon.names.given for word in text.split()[:2])
