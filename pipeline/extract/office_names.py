"""Names right behind an office, without a mark between them.

- An office in small letters and a name in capitals: "jurim Juliana".
- An office in capitals only where a common given name follows and the office is whole: one word, or with the short
  form or the number of its body ("Bidan Neneng", "Ketua BPD Markus Rante", "Ketua RT 05 Sugeng"). Behind heads of
  places stands the place: "Camat Batu Sari".
- Behind those who serve a system stands its name, unless it is a common given name: "operator Dapodik".
"""

import re

from notula.models.minutes import PartyKind
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.party_openings import is_role, opening_of
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold

_SMALL_OFFICE = re.compile(r"(?P<office>[a-z]+(?: [a-z]+){0,2}) (?P<name>[A-Z][\w'.]*(?: [A-Z][\w'.]*){0,4})$")
_CAPITALS = re.compile(r"[A-Z][\w'.]*(?: (?:[A-Z][\w'.]*|\d{1,3})){1,6}$")
_OF_PLACES = frozenset((
    "camat", "lurah", "kades", "kadus", "kadis", "kepala", "ketua", "wakil", "bupati", "gubernur", "walikota", "dukuh",
    "keuchik", "geuchik", "kapolsek", "kapolres", "danramil", "dandim", "kajari", "klian", "wali", "penghulu", "raja",
))  # fmt: skip

CLUBS = frozenset(
    ["komunitas", "kelompok", "himpunan", "perkumpulan", "persatuan", "ikatan", "paguyuban", "forum", "koalisi",
     "serikat", "asosiasi", "jaringan", "gerakan", "majelis", "arisan", "barisan", "aliansi"]
)  # fmt: skip
"""What only heads the name of a body: an honorific behind it is part of the name ("Komunitas Ibu Rungkut")."""
_OF_CLANS = ("pucuk ", "tungganai ", "mamak ", "tuo ")  # "pucuk suku Melayu": the clan, no person
_SERVING = frozenset(("operator", "admin", "administrator", "pengelola", "verifikator", "pengguna"))


def name_after_office(text: str, lexicon: Lexicon) -> int | None:
    """Where the name begins that stands right behind an office; None where none does."""
    match = _SMALL_OFFICE.match(text)
    if match and is_role(match["office"], lexicon):
        last = opening_of(match["office"].split()[-1], lexicon)
        named = (last is None or last[0] in {"role", "function"}) and _is_person(match["name"], lexicon)
        named = named and not match["office"].startswith(_OF_CLANS)
        if match["office"].split()[-1] in _SERVING:
            named = named and fold(match["name"].split()[0]) in lexicon.names.given
        return match.start("name") if named else None
    words = text.split() if _CAPITALS.match(text) else []
    at = next((at for at, word in enumerate(words) if at and fold(word) in lexicon.names.given), 0)
    office, name = " ".join(words[:at]), " ".join(words[at:])
    whole = at == 1 and fold(office) not in _OF_PLACES
    bodied = at > 1 and (words[at - 1].isdigit() or words[at - 1].isupper())
    sure = (whole or bodied) and is_role(office, lexicon) and _is_person(name, lexicon)
    return len(office) + 1 if sure else None


def _is_person(name: str, lexicon: Lexicon) -> bool:
    return kind_of(name, lexicon) is PartyKind.PERSON
