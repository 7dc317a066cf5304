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
from functools import lru_cache

from notula.models.minutes import PartyKind
from notula.pipeline.extract.party_openings import Opening, opening_of
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import squeeze

_LEAD = re.compile(r"\s*(?:[-–—•*●▪+>]\s*|\(?(?:\d{1,3}|[a-z])[.)]\s+)?")
_SHORT_FORM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z0-9][A-Z0-9&.-]{1,6}")
# A word in capitals that can be spoken: a name in a text of capitals rather than an abbreviation.
_CAPITAL_NAME = re.compile(r"(?=.{5})[AIUEO]?(?:(?:NG|NY|SY|[B-DF-HJ-NP-TV-Z]){1,2}[AIUEO]){2,}[A-Z]?")
_INNER_CAPITAL = re.compile(r"[A-Z]+[a-z]+[A-Z]\w*|[A-Z]{2,}[a-z]+\w*|[a-z]+[A-Z]\w*")
_FACTION = re.compile(r"F[-.][A-Z][\w-]+")  # of a council: "F-Nurani"
_FIELD = re.compile(r"(?=.{8})(?:(?:pe[mnrl]|peng|peny|per|ke)\w+an|\w+(?:asi|logi))", re.IGNORECASE)
# A body by the short form of its name and the region whose it is ("Disperpusip Prov. Ambar").
_OF_REGION = re.compile(r"Dis[a-z]{4,}\s+(?:Prov|Provinsi|Kab|Kabupaten|Kota)\b\.?\s+[A-Z]")
# "Pak RT" is who heads the neighbourhood.
_NEIGHBOURHOOD = re.compile(r"R[TW]\b")


def kind_of(text: str, lexicon: Lexicon) -> PartyKind:
    """What a party is, told by its name as written."""
    return _kind_of(squeeze(text), lexicon)


def is_field(text: str, lexicon: Lexicon) -> bool:
    """Whether a text begins with a field of work ("Keuangan", "Hukum dan Organisasi"), as names of units go on."""
    word = re.search(r"[^\W_]+(?:[/-][^\W_]+)*", text)
    return word is not None and _is_field_word(word.group(), lexicon)


@lru_cache(maxsize=8192)
def _kind_of(text: str, lexicon: Lexicon) -> PartyKind:
    text = text[_LEAD.match(text).end() :]  # type: ignore[union-attr]  # matches the empty text too
    known = patterns(lexicon)
    opening = opening_of(text, lexicon)
    honorific = known.honorific.match(text)
    if honorific and not (opening and opening.kind == "institution"):
        opening = opening_of(text[honorific.end() :], lexicon)
        office = opening is not None and opening.kind in {"role", "function", "collective"}
        office = office or _NEIGHBOURHOOD.match(text, honorific.end()) is not None
        return PartyKind.GROUP if office else PartyKind.PERSON
    if opening is not None:
        return _kind_of_opening(opening, text[opening.end :], lexicon)
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
    if opening.kind == "team":
        rest = rest.strip(" .")
        return PartyKind.ORGANIZATION if rest and names_body(rest, lexicon) else PartyKind.GROUP
    return PartyKind.ORGANIZATION if opening.is_body else PartyKind.GROUP


def _kind_of_shape(text: str, lexicon: Lexicon) -> PartyKind:
    """The kind of a name whose first words the lexicon does not know."""
    words = re.findall(r"[^\s;()]+", re.split(r"[,(]|\s[-–—]\s", text, maxsplit=1)[0])
    if not words:
        return PartyKind.GROUP
    last = words[-1].strip(".").casefold()
    if _OF_REGION.match(text):
        return PartyKind.ORGANIZATION
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
        capitals_tell = any(word.upper() != word for word in words)
        return capitals_tell and len(re.sub(r"\W", "", first)) > 2 and _SHORT_FORM.fullmatch(first) is not None
    if "." in first or _CAPITAL_NAME.fullmatch(first):
        return False
    return any(shape.fullmatch(first) for shape in (_SHORT_FORM, _INNER_CAPITAL, _FACTION))


def names_body(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is the name of a body: known words at its start, or the shape of a short form."""
    opening = opening_of(text, lexicon)
    if opening is not None:
        return opening.is_body
    return not is_field(text, lexicon) and _kind_of_shape(text, lexicon) is PartyKind.ORGANIZATION
