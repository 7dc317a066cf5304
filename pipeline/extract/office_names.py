"""The person or body that an entry names behind an office, or a person behind a body.

Behind a colon or a dash, in brackets, or at an honorific or a title; else without any mark between them:

- An office in small letters and a name in capitals: "jurim Juliana".
- An office in capitals only where a common given name follows and the office is whole: one word, or with the short
  form or the number of its body ("Bidan Neneng", "Ketua BPD Markus Rante", "Ketua RT 05 Sugeng"). Behind heads of
  places stands the place: "Camat Batu Sari".
- Behind those who serve a system stands its name, unless it is a common given name: "operator Dapodik".
"""

import itertools
import re
from collections.abc import Iterator
from functools import cache

from notula.models.blocks import Span
from notula.models.minutes import PartyKind
from notula.pipeline.extract.abbreviations import abbreviates
from notula.pipeline.extract.names import trimmed
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.party_openings import is_role, opening_of
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.extract.remarks import is_remark
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import any_word
from notula.pipeline.text import fold

BREAK = re.compile(r"(?::(?!\d)|(?<=\s)[–—-]+\s|=|\||\t)\s*")
"""A mark between a name and what it is: a colon, a dash, an equals sign, a column."""
_LETTER = re.compile(r"[^\W\d_]")
_COUNT = re.compile(r"\W*(?:[IVX]+(?:\s?[A-Z])?|[A-Z])\W*")  # "Wali Kelas I - V", "... VII A - VII F"
_SMALL_OFFICE = re.compile(r"(?P<office>[a-z]+(?: [a-z]+){0,2}) (?P<name>[A-Z][\w'.]*(?: [A-Z][\w'.]*){0,4})$")
_OFFICE_IN_BODY = re.compile(  # a body that goes without a name of its own: "Bendahara panitia Joko Susilo"
    r"(?P<office>[A-Z][a-z]+(?: [a-z]+)? (?:panitia|pelaksana|pengurus|komite|harian|umum|rapat|sidang))"
    r" (?P<name>[A-Z][\w'.]*(?: [A-Z][\w'.]*){0,4})$"
)
_CAPITALS = re.compile(r"[A-Z][\w'.]*(?: (?:[A-Z][\w'.]*|\d{1,3})){1,6}$")
_OF_PLACES = frozenset((
    "camat", "lurah", "kades", "kadus", "kadis", "kepala", "ketua", "wakil", "bupati", "gubernur", "walikota", "dukuh",
    "keuchik", "geuchik", "kapolsek", "kapolres", "danramil", "dandim", "kajari", "klian", "wali", "penghulu", "raja",
))  # fmt: skip
# What only heads the name of a body: an honorific behind it is part of the name ("Komunitas Ibu Rungkut").
_CLUBS = frozenset(
    ["komunitas", "kelompok", "himpunan", "perkumpulan", "persatuan", "ikatan", "paguyuban", "forum", "koalisi",
     "serikat", "asosiasi", "jaringan", "gerakan", "majelis", "arisan", "barisan", "aliansi"]
)  # fmt: skip
_OF_CLANS = ("pucuk ", "tungganai ", "mamak ", "tuo ")  # "pucuk suku Melayu": the clan, no person
_MOST_MARKS = 40  # in one entry; a longer one is no office with its holder
_SERVING = frozenset(("operator", "admin", "administrator", "pengelola", "verifikator", "pengguna"))


def person_behind(text: str, place: Span, lexicon: Lexicon) -> tuple[Span, Span] | None:
    """The office or body in an entry and the person named behind it; None where no person is."""
    for left, right in _sides(text, place, BREAK):
        name = text[right.start : right.end]
        if _LETTER.search(name) and not _COUNT.fullmatch(name) and _is_person(name, lexicon):
            return left, right
    if bracketed := _person_in_bracket(text, place, lexicon):
        return bracketed
    for left, right in _sides(text, place, _signs(lexicon)):
        before = text[left.start : left.end]
        if fold(before) in _CLUBS or before.count("(") > before.count(")"):
            continue
        if left.start < left.end and _is_person(text[right.start : right.end], lexicon):
            return left, right
    honorific = patterns(lexicon).honorific.match(text, place.start, place.end)
    start = honorific.end() if honorific else place.start  # "Bu Bidan Neneng"
    cut = _name_after_office(text[start : place.end], lexicon)
    return (Span(start, start + cut - 1), Span(start + cut, place.end)) if cut else None


def body_behind(text: str, place: Span, lexicon: Lexicon) -> tuple[Span, Span] | None:
    """The office in an entry and the body that holds it: "Konsultan Perencana : PT Karya Abadi"."""
    for left, right in _sides(text, place, BREAK):
        body = text[right.start : right.end]
        if (
            body
            and is_role(text[left.start : left.end], lexicon)
            and kind_of(body, lexicon) is PartyKind.ORGANIZATION
        ):
            return left, right
    return None


def _sides(text: str, place: Span, mark: re.Pattern[str]) -> Iterator[tuple[Span, Span]]:
    """The two sides of each mark in a place of a text."""
    for cut in itertools.islice(mark.finditer(text[place.start : place.end]), _MOST_MARKS):
        left = trimmed(text, place.start, place.start + cut.start())
        yield left, trimmed(text, place.start + cut.end(), place.end)


def _person_in_bracket(text: str, place: Span, lexicon: Lexicon) -> tuple[Span, Span] | None:
    """An office or body and the person in the bracket at its end: "Asisten (H. Mansur)"."""
    bracket = re.search(r"\(([^()]*)\)[\s.]*$", text[place.start : place.end])
    if bracket is None:
        return None
    inner = Span(place.start + bracket.start(1), place.start + bracket.end(1))
    head = trimmed(text, place.start, place.start + bracket.start())
    name, words = text[inner.start : inner.end], text[head.start : head.end].split()
    if not name[:1].isalpha() or is_remark(name, lexicon) or abbreviates(name, words):
        return None
    capital = name[:1].isupper() or patterns(lexicon).title.match(name) is not None
    return (head, inner) if capital and _is_person(name, lexicon) else None


@cache
def _signs(lexicon: Lexicon) -> re.Pattern[str]:
    """Where inside an entry a person begins: an honorific, a title with a dot or a long one, a capital behind it."""
    honorifics = any_word(word for word in lexicon.titles.honorifics if len(word) > 1)
    titles = any_word(lexicon.titles.titles)
    long = (title for title in lexicon.titles.titles if len(title) > 3 and title.istitle())
    ranks = (title for title in lexicon.titles.titles if len(title) > 2 and title.isalpha() and title.isupper())
    whole = any_word((*(title for title in long if title != "Jenderal"), *ranks))  # "Direktorat Jenderal Pajak"
    begins = rf"(?:{honorifics})(?:\.\s*|\s+)|(?:{titles})\.\s*|(?:{whole})\s+"
    return re.compile(rf"(?<!\s)(?:\s*,\s*|\s+)(?=(?:{begins})[A-Zda])")


def _name_after_office(text: str, lexicon: Lexicon) -> int | None:
    """Where the name begins that stands right behind an office; None where none does."""
    match = _SMALL_OFFICE.match(text)
    if match and is_role(match["office"], lexicon):
        last = opening_of(match["office"].split()[-1], lexicon)
        named = (last is None or last.is_office) and _is_person(match["name"], lexicon)
        named = named and not match["office"].startswith(_OF_CLANS) and not _COUNT.fullmatch(match["name"])
        if match["office"].split()[-1] in _SERVING:
            named = named and fold(match["name"].split()[0]) in lexicon.names.given
        return match.start("name") if named else None
    match = _OFFICE_IN_BODY.match(text)
    if match and is_role(match["office"], lexicon):
        given = fold(match["name"].split()[0]) in lexicon.names.given
        return match.start("name") if given and _is_person(match["name"], lexicon) else None
    words = text.split() if _CAPITALS.match(text) else []
    at = next((at for at, word in enumerate(words) if at and fold(word) in lexicon.names.given), 0)
    office, name = " ".join(words[:at]), " ".join(words[at:])
    whole = at == 1 and fold(office) not in _OF_PLACES
    bodied = at > 1 and (words[at - 1].isdigit() or words[at - 1].isupper())
    sure = (whole or bodied) and is_role(office, lexicon) and _is_person(name, lexicon)
    return len(office) + 1 if sure else None


def _is_person(name: str, lexicon: Lexicon) -> bool:
    return kind_of(name, lexicon) is PartyKind.PERSON
