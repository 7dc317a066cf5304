"""What a party is: an institution or unit, a role or collective, or a person.

How a kind is decided, first rule that holds:

- the words at the start: the longest of an institution of the registry, the head of an organisation's name, a role, a
  collective. A collective or role makes a group, the others an organisation;
- a team is an organisation where a body's name follows ("Tim Bappeda"), else a group ("Tim Penyusun");
- an honorific, a title or a degree makes a person;
- the last words of company and NGO names, short forms in capitals, words with inner capitals and fields of work
  ("Humas", "Keuangan") make an organisation;
- several words in small letters make a group, anything else a person.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from notula.models.blocks import Span
from notula.models.minutes import PartyKind
from notula.pipeline.language import get_language
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import by_first

Opening = Literal["institution", "unit", "team", "role", "function", "collective"]

_LEAD = re.compile(r"\s*(?:[-–—•*●▪+>]\s*|\(?(?:\d{1,3}|[a-z])[.)]\s+)?")
_SHORT_FORM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z0-9][A-Z0-9&.-]{1,6}")
# A word in capitals that can be spoken: a name in a text of capitals rather than an abbreviation.
_CAPITAL_NAME = re.compile(r"(?=.{5})[AIUEO]?(?:(?:NG|NY|SY|[B-DF-HJ-NP-TV-Z]){1,2}[AIUEO]){2,}[A-Z]?")
_INNER_CAPITAL = re.compile(r"[A-Z]+[a-z]+[A-Z]\w*|[A-Z]{2,}[a-z]+\w*|[a-z]+[A-Z]\w*")
_FIELD = re.compile(r"(?=.{8})(?:(?:pe[mnrl]|peng|peny|per|ke)\w+an|\w+(?:asi|logi))", re.IGNORECASE)
_RETIRED = r"(?:\((?:Purn|Ret)\w*\.?\)\s*)?"  # behind a rank
_JOIN = re.compile(r"(?<!\s)(?:\s*,\s*(?:dan|serta|&)\s+|\s*(?:[,&+]|(?<!\bs)/(?!d\b))\s*|\s+(?:dan|serta)\s+)")
_ROLE_JOIN = re.compile(r"(?<!\s)(?:\s*[,;]\s*|\s+[-–—]+\s+|\s+(?:pada|di|dari)\s+)")
_FIRST = re.compile(r"[^\W_]+")
# A company, with what it does before its name, behind an office ("Team Leader Konsultan Pengawas PT Karya").
_COMPANY = re.compile(
    r"(?<=\w) (?=(?:(?:Konsultan|Kontraktor|Penyedia|Vendor)(?: [A-Z][a-z]+)? )?(?:PT|CV|UD)\.? [A-Z])"
    r"|(?<=akademisi) (?=[A-Z])|(?<=dosen) (?=(?:Universitas|Politeknik|Institut|Sekolah Tinggi)\b)"
)
# A body that several places have each ("Dinas Pasar Kab. Ambar dan Melati").
_OF_PLACES = re.compile(
    r"(?:[A-Z][\w.]* ){1,5}(?:Kab\.|Kabupaten|Kota|Kec\.|Kecamatan) "
    r"(?=[A-Z][a-z]+(?:, [A-Z][a-z]+){0,5},? dan (?!Kepulauan)[A-Z][a-z]+\W*$)"
)
_DASHES = frozenset({"-", "–", "—", "--"})
_WORD_END = r"(?![^\W_])(?!-[^\W\d_])\.?"
# "Pak RT" is who heads the neighbourhood.
_NEIGHBOURHOOD = re.compile(r"R[TW]\b")
# Endings of English words for who does something: "Finance Officer" is an office though "Finance" heads a unit.
_AGENTS = ("er", "or", "ist", "yst", "ant")
_SHORTEST_INSENSITIVE = 4
_LONGEST_NAME = 200
_LONGEST_SHORT_FORM, _MOST_WORDS = 20, 16
_SILENT = frozenset(
    {"dan", "serta", "untuk", "bagi", "di", "pada", "dengan", "of", "and", "for", "the", "on", "terhadap"}
)


class RoleParts(NamedTuple):
    """An office and the body it belongs to, as they stand in a text; either may be missing."""

    role: Span | None
    organization: Span | None


class SharedPart(NamedTuple):
    """One of the parties that share a head; ``full`` is its name with the head where the text leaves the head out."""

    start: int
    end: int
    text: str
    full: str | None


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The lexicon's lists as patterns that match at a position."""

    honorific: re.Pattern[str]
    title: re.Pattern[str]
    degree: re.Pattern[str]
    openings: tuple[tuple[Opening, re.Pattern[str]], ...]
    shared_head: re.Pattern[str]
    topics: frozenset[str]
    tails: frozenset[str]
    role_tails: frozenset[str]


def kind_of(text: str, lexicon: Lexicon) -> PartyKind:
    """What a party is, told by its name as written."""
    return _kind_of(" ".join(text.split()), lexicon)


def is_organization(text: str, lexicon: Lexicon) -> bool:
    """Whether a name is that of an institution, a unit or a company."""
    return kind_of(text, lexicon) is PartyKind.ORGANIZATION


def is_role(text: str, lexicon: Lexicon) -> bool:
    """Whether a text begins with an office ("Kepala Bidang Data", "Plt. Camat")."""
    found = opening_of(text, lexicon)
    return found is not None and found[0] in {"role", "function"}


def opening_of(text: str, lexicon: Lexicon) -> tuple[Opening, int] | None:
    """What the first words of a text are and where they end; None where the lexicon does not know them."""
    return _opening_of(text[:_LONGEST_NAME], lexicon)


def is_field(text: str, lexicon: Lexicon) -> bool:
    """Whether a text begins with a field of work ("Keuangan", "Hukum dan Organisasi"), as names of units go on."""
    word = re.search(r"[^\W_]+(?:[/-][^\W_]+)*", text)
    return word is not None and _is_field_word(word.group(), lexicon)


def split_role(text: str, lexicon: Lexicon) -> RoleParts:
    """The office and the body in a text such as "Kepala Pusat, Kemensos" or "PPK Dinas Perhubungan"."""
    whole = _trimmed(text, 0, len(text))
    for join in _ROLE_JOIN.finditer(text):
        left, right = _trimmed(text, 0, join.start()), _trimmed(text, join.end(), len(text))
        if left.start == left.end or right.start == right.end or _inside_institution(text, join.start(), lexicon):
            continue
        before, after = (_names_body(text[side.start : side.end], lexicon) for side in (left, right))
        if before and "," not in join.group() and (not after or join.group().strip() in _DASHES):
            return RoleParts(right, left)
        if after and not before:
            return RoleParts(left, right)
    opening = opening_of(text, lexicon)
    if opening and opening[0] in {"function", "role", "collective"} and (company := _COMPANY.search(text)):
        return RoleParts(_trimmed(text, 0, company.start()), _trimmed(text, company.start(), len(text)))
    if opening and opening[0] == "function":
        rest = _trimmed(text, opening[1], len(text))
        if rest.start < rest.end and _is_known_body(text[rest.start : rest.end], lexicon):
            return RoleParts(_trimmed(text, 0, opening[1]), rest)
    if kind_of(text, lexicon) is PartyKind.ORGANIZATION:
        return RoleParts(None, whole)
    return RoleParts(whole, None)


def split_shared_head(text: str, lexicon: Lexicon) -> tuple[SharedPart, ...]:
    """The parties that share a head: "Seksi Acara dan Konsumsi" gives "Seksi Acara" and "Konsumsi" ("Seksi Konsumsi").

    Empty where the text has no such head or names one party only.
    """
    placed = _OF_PLACES.match(text) if not is_field(text.rpartition(" ")[2], lexicon) else None
    head = placed or patterns(lexicon).shared_head.match(text)
    joins = list(_JOIN.finditer(text, head.end())) if head else []
    if head is None or not joins:
        return ()
    starts, ends = [0, *(join.end() for join in joins)], [*(join.start() for join in joins), len(text.rstrip())]
    parts = []
    for start, end in zip(starts, ends, strict=True):
        piece = text[start:end]
        own = start > 0 and (opening_of(piece, lexicon) is not None or patterns(lexicon).honorific.match(piece))
        if not piece.strip() or own or len(piece.split()) > (6 if start == 0 else 3):
            return ()
        parts.append(SharedPart(start, end, piece, f"{head.group().strip()} {piece}" if start else None))
    return tuple(parts)


@cache
def patterns(lexicon: Lexicon) -> _Patterns:
    """The lexicon's words as compiled patterns."""
    titles, bodies = lexicon.titles, lexicon.institutions
    acting = _words(titles.acting)
    return _Patterns(
        honorific=re.compile(rf"(?:{_address(titles.honorifics)}\s*(?=[^\W_]))+"),
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
    )


@lru_cache(maxsize=8192)
def _kind_of(text: str, lexicon: Lexicon) -> PartyKind:
    text = text[_LEAD.match(text).end() :]  # type: ignore[union-attr]  # matches the empty text too
    known = patterns(lexicon)
    opening = opening_of(text, lexicon)
    honorific = known.honorific.match(text)
    if honorific and not (opening and opening[0] == "institution"):
        opening = opening_of(text[honorific.end() :], lexicon)
        office = opening is not None and opening[0] in {"role", "function", "collective"}
        office = office or _NEIGHBOURHOOD.match(text, honorific.end()) is not None
        return PartyKind.GROUP if office else PartyKind.PERSON
    if opening is not None:
        return _kind_of_opening(opening[0], text[opening[1] :], lexicon)
    if known.title.match(text) or has_degree(text, lexicon):
        return PartyKind.PERSON
    return _kind_of_shape(text, lexicon)


def has_degree(text: str, lexicon: Lexicon) -> bool:
    """Whether an academic degree stands after a comma, or one with a dot after a space; brackets tell of another."""
    degree = patterns(lexicon).degree
    text = text.split(" (", 1)[0]
    marks = re.finditer(r"(?<=[^\W\d_])(?:\.?,\s*|\.?\s+(?=[A-Z]\w*\.))", text)
    return any(degree.match(text, mark.end()) for mark in marks)


def _kind_of_opening(opening: Opening, rest: str, lexicon: Lexicon) -> PartyKind:
    if opening == "team":
        rest = rest.strip(" .")
        return PartyKind.ORGANIZATION if rest and _names_body(rest, lexicon) else PartyKind.GROUP
    return PartyKind.ORGANIZATION if opening in {"institution", "unit"} else PartyKind.GROUP


def _kind_of_shape(text: str, lexicon: Lexicon) -> PartyKind:
    """The kind of a name whose first words the lexicon does not know."""
    words = re.findall(r"[^\s;()]+", re.split(r"[,(]|\s[-–—]\s", text, maxsplit=1)[0])
    if not words:
        return PartyKind.GROUP
    last = words[-1].strip(".").casefold()
    if _is_unit(words, lexicon) or _is_short_form(words) or (len(words) > 1 and last in patterns(lexicon).tails):
        return PartyKind.ORGANIZATION
    small = len(words) > 1 and not any(word[0].isupper() for word in words)
    return PartyKind.GROUP if small or len(words) > 7 else PartyKind.PERSON


def _is_field_word(word: str, lexicon: Lexicon) -> bool:
    return word.casefold() in patterns(lexicon).topics or _FIELD.fullmatch(word) is not None


def _is_unit(words: list[str], lexicon: Lexicon) -> bool:
    """Whether words name a unit by its field of work: "Humas", "Layanan Pelanggan", "Farmasi RSUD"."""
    if not _is_field_word(words[0], lexicon):
        return False
    if len(words) == 1 or words[1].isupper() or words[1].islower() or _is_field_word(words[1], lexicon):
        return True
    return opening_of(words[1], lexicon) is not None


def _is_short_form(words: list[str]) -> bool:
    """Whether a name is or begins with an abbreviation; three letters at least where a name follows ("W.S. Rendra")."""
    first = words[0].strip("\"'“”")
    if len(words) > 1:
        return len(re.sub(r"\W", "", first)) > 2 and bool(_SHORT_FORM.fullmatch(first)) and not text_is_upper(words)
    if "." in first or _CAPITAL_NAME.fullmatch(first):
        return False
    return bool(_SHORT_FORM.fullmatch(first) or _INNER_CAPITAL.fullmatch(first))


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


def text_is_upper(words: Iterable[str]) -> bool:
    """Whether words are written in capitals throughout, so that capitals say nothing."""
    return all(word.upper() == word for word in words)


def _names_body(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is the name of a body: known words at its start, or the shape of a short form."""
    opening = opening_of(text, lexicon)
    if opening is not None:
        return opening[0] in {"institution", "unit"}
    return not is_field(text, lexicon) and _kind_of_shape(text, lexicon) is PartyKind.ORGANIZATION


def _is_known_body(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is surely the name of a body: more than a word that can also end an office ("Pendamping Desa")."""
    opening = opening_of(text, lexicon)
    if opening is None or opening[0] not in {"institution", "unit"}:
        return False
    return opening[0] == "institution" or opening[1] < len(text) or text.isupper()


def _inside_institution(text: str, position: int, lexicon: Lexicon) -> bool:
    found = get_language(lexicon).organizations(text)
    return any(match.start < position < match.end for match in found)


@lru_cache(maxsize=8192)
def _opening_of(text: str, lexicon: Lexicon) -> tuple[Opening, int] | None:
    best: tuple[Opening, int] | None = None
    for kind, pattern in patterns(lexicon).openings if _may_open(text, lexicon) else ():
        match = pattern.match(text)
        if match and (best is None or match.end() > best[1]):
            best = (kind, match.end())
    # The registry holds a name's every word, so it wins ties; it is asked last because it costs most.
    found = get_language(lexicon).organization_at_start(text)
    if found and (best is None or found.end >= best[1]):
        best = ("institution", found.end)
    return _settled(best, text, lexicon)


def _may_open(text: str, lexicon: Lexicon) -> bool:
    """Whether a text's first letters and digits up to any other sign are those of a known opening."""
    first = _FIRST.match(text)
    return first is None or not first[0].isascii() or first[0].lower() in opening_firsts(lexicon)


@cache
def opening_firsts(lexicon: Lexicon) -> frozenset[str]:
    """The first words of what :func:`opening_of` knows but for the registry, in small letters."""
    titles, bodies = lexicon.titles, lexicon.institutions
    offices = (*titles.acting, *titles.functions, *titles.roles)
    words = (*bodies.heads, *bodies.teams, *offices, *titles.collectives, *titles.crowds)
    firsts = [_FIRST.match(word) for word in words]
    return frozenset(first[0].lower() for first in firsts if first)


def _settled(best: tuple[Opening, int] | None, text: str, lexicon: Lexicon) -> tuple[Opening, int] | None:
    """The opening; a word that can head a body or a collective ("Satker") is a collective where it stands alone."""
    words = re.split(r"[,(]|\s[-–—]\s", text, maxsplit=1)[0].split()
    tail = words[-1].strip(".").casefold() if 1 < len(words) < 5 else ""
    if tail in patterns(lexicon).role_tails and (best is None or (best[0] == "unit" and tail.endswith(_AGENTS))):
        return "role", len(words[0])
    if best is None:
        return None
    if best[0] in {"unit", "institution"} and best[1] == len(text.rstrip(" .")):
        crowd = dict(patterns(lexicon).openings)["collective"].match(text)
        if crowd and crowd.end() >= best[1]:
            return "collective", best[1]
    return best


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip(" ,;:.-–—\t\n"))
    return Span(start + lead, max(start + lead, end - (len(piece) - len(piece.rstrip(" ,;:-–—\t\n")))))


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


def _exact(words: Iterable[str]) -> str:
    return by_first(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _degrees(degrees: Iterable[str]) -> str:
    """A pattern for any degree, its dots and spaces as they come; without any dot only as the list writes it."""
    forms = set()
    for degree in degrees:
        first, *rest = (re.escape(part) for part in re.split(r"[.\s]+", degree) if part)
        if rest:
            others = r"\.?\s?".join(rest)
            forms.add(rf"{first}\.\s?(?i:{others})")
        forms |= {first + "".join(rest), (first + "".join(rest)).upper()}
    return rf"{by_first(sorted(forms, key=len, reverse=True))}(?![^\W_])\.?"
