"""Whether the text of a page can be what it shows: letters in an order that language has, signs that print has.

A text layer may be garbage: a font without a right table of characters (letters shifted, all of them other letters,
signs, accents), or what an earlier OCR made of a bad scan. Told are

* signs that hardly stand in print, or letters with rare accents, where they are a good part of what is there;
* letters that follow each other as in no language, where there are no words of Indonesian or English between.

Names, abbreviations, figures and other languages in Latin letters follow each other as in language, too. Where there
are few long words nothing is told.
"""

import re
from collections.abc import Iterable
from string import ascii_lowercase
from typing import Final

_PAIRS: Final = (
    "34450245535658050666324040", "82028002622522620442700020", "70307006606500700526500020",
    "81037113800230620440612031", "54464332225667241765143310", "70006600804500720626500030",
    "80017065716204500642700000", "81017200705333610435601030", "64454444036657550666332222",
    "90007000600000620230800000", "81227004512424620465601010", "81047101704522620143600040",
    "87028100602332560030600000", "70465380643204520056510060", "34451454325667550766545120",
    "72028003603512640645600010", "10001000500601000500900000", "84347043735454630266632040",
    "71427004704233541257603040", "81307005713323620654601040", "65354244436667150766001010",
    "70009000820000500002000000", "90007006700105600451500000", "60506000700400080008000000",
    "93106000400202540054603000", "80008000705001700000000000",
)  # fmt: skip
"""How usual it is that a letter follows another, by ``bench/scans/letter_pairs.py``: 5 is as often as by chance."""
_CHANCE: Final = 5
_USUAL: Final = {
    first + second: int(digit) - _CHANCE
    for first, row in zip(ascii_lowercase, _PAIRS, strict=True)
    for second, digit in zip(ascii_lowercase, row, strict=True)
}
_COMMON: Final = frozenset(
    re.findall(
        r"\w+",
        "ada adalah agar akan atas atau bagi bahwa belum berdasarkan bersama dalam dan dapat dari dengan di hari ini "
        "itu juga karena kami ke kepada kita lain maka melalui menjadi oleh para pada perlu rapat sampai sangat saya "
        "sebagai secara sehingga serta sesuai setelah sudah tanggal telah terhadap tersebut tidak untuk yaitu yang "
        "a an and are as at be by for from has have in is it not of on or shall that the this to was we were will with",
    )
)
_MOST_READ: Final = 8_000  # characters: enough to tell
_WORD: Final = re.compile(r"[^\W\d_]+")
_LONG, _LONG_IN_CAPITALS = 4, 7  # letters: what is shorter in capitals may be an abbreviation
_FEWEST = 25  # different long words
_SENSELESS, _FEW_COMMON = 0.0, 0.02  # mean level and share of common words; minutes have 0.8 and more, and 0.03
_ODD_SIGNS: Final = re.compile(r"[\x00-\x08\x0e-\x1f!\"#$&'*+;<>?@\\^`{|}~¡-¿×÷\x80-\x9f]")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
_ODD_LETTERS: Final = re.compile(r"[Ā-ɏʰ-˿]")  # Latin Extended, modifiers
_REPEATED: Final = re.compile(r"(\W)\1+")
_MANY_COMMON = 0.06  # of the words: text beyond doubt
_FEWEST_SIGNS = 100
_MOST_ODD, _MOST_CONTROLS = 0.25, 0.08


def is_garbage(text: str) -> bool:
    """Whether the text of a page cannot be what is printed on it."""
    text = text[:_MOST_READ]
    words = _WORD.findall(text)
    common = sum(map(_COMMON.__contains__, words))  # small letters only: capitals are no proof, and this is fast
    if common >= _MANY_COMMON * len(words) > 0:
        return False
    if _is_odd(text):
        return True
    likely = _likelihood(words)
    if likely is None or likely >= _SENSELESS:
        return False
    return sum(word.casefold() in _COMMON for word in words) < _FEW_COMMON * len(words)


def likelihood(text: str) -> float | None:
    """How much more usual than by chance the letters follow each other (log2, the mean); None where they are few.

    Minutes have 0.8 and more, with one letter in five wrong about 0.4, letters by chance less than 0.
    """
    return _likelihood(_WORD.findall(text[:_MOST_READ]))


def _likelihood(words: Iterable[str]) -> float | None:
    long = {
        word.casefold() for word in words
        if len(word) >= (_LONG_IN_CAPITALS if word.isupper() else _LONG) and word.isascii()
    }  # fmt: skip
    if len(long) < _FEWEST:
        return None
    levels = [_USUAL[word[at : at + 2]] for word in long for at in range(len(word) - 1)]
    return sum(levels) / len(levels)


def _is_odd(text: str) -> bool:
    """Whether signs or accents that are rare make up a good part of what is visible."""
    visible = _REPEATED.sub(r"\1", "".join(text.split()))
    if len(visible) < _FEWEST_SIGNS:
        return False
    odd = len(_ODD_SIGNS.findall(visible)) + len(_ODD_LETTERS.findall(visible))
    return odd > _MOST_ODD * len(visible) or len(_CONTROLS.findall(visible)) > _MOST_CONTROLS * len(visible)
