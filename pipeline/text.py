"""Text helpers that know no Indonesian."""

import os
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache, update_wrapper
from itertools import accumulate
from typing import Concatenate, ParamSpec, TypeVar

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_ODD = str.maketrans({
    "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u200a": " ", "\u2002": " ", "\u2003": " ",
    "\u2000": " ", "\u2001": " ", "\u2004": " ", "\u2005": " ", "\u2006": " ", "\u2008": " ", "\u205f": " ",
    "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\ufeff": None, "\u2060": None,
    "\u2010": "-", "\u2011": "-",
    "\u0000": None, "\u000b": " ",
    "\u202a": None, "\u202b": None, "\u202c": None, "\u202d": None, "\u202e": None,
    "\u2066": None, "\u2067": None, "\u2068": None, "\u2069": None, "\u200e": None, "\u200f": None,
})  # fmt: skip

_SHORT = 2_000  # characters: longer texts are seldom asked about twice, and keeping them costs memory
_REMEMBERED = 4_096  # answers of a function

Owner = TypeVar("Owner")
Rest = ParamSpec("Rest")
Answer = TypeVar("Answer")


def remembered(ask: Callable[Concatenate[str, Rest], Answer]) -> Callable[Concatenate[str, Rest], Answer]:
    """The same pure function of a text (and more), its last answers about short texts kept.

    Stages ask about the same sentences, items and names again and again.
    """
    kept = lru_cache(maxsize=_REMEMBERED)(ask)

    def answer(text: str, /, *rest: Rest.args, **named: Rest.kwargs) -> Answer:
        return kept(text, *rest, **named) if len(text) <= _SHORT else ask(text, *rest, **named)  # type: ignore[arg-type]

    return update_wrapper(answer, ask)


def remembered_method(
    ask: Callable[Concatenate[Owner, str, Rest], Answer],
) -> Callable[Concatenate[Owner, str, Rest], Answer]:
    """As :func:`remembered`, for a method of an object that lives as long as the process."""
    kept = lru_cache(maxsize=_REMEMBERED)(ask)

    def answer(self: Owner, text: str, /, *rest: Rest.args, **named: Rest.kwargs) -> Answer:
        if len(text) > _SHORT:
            return ask(self, text, *rest, **named)
        return kept(self, text, *rest, **named)  # type: ignore[arg-type]  # lru_cache wants to know that all is hashable

    return update_wrapper(answer, ask)


class Stretches:
    """Stretches of a text, each from its first character up to the one after its last, asked in log time."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = [0, *accumulate((end for _, end in ordered), max)]  # how far the first ones go

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them has all of it."""
        first = bisect_right(self._starts, start)
        return first > 0 and end <= self._reach[first]

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them has a part of it."""
        return start < self._reach[bisect_left(self._starts, end)]


def clean(text: str) -> str:
    """Text as readers give it: special spaces as spaces, soft hyphens and invisible marks gone, ligatures apart."""
    if text.isascii() and "\0" not in text and "\v" not in text:
        return text
    return unicodedata.normalize("NFC", text.translate(_LIGATURES).translate(_ODD))


def squeeze(text: str) -> str:
    """Text with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """Text for comparing: case folded, apostrophes alike, white space squeezed."""
    if not text.isascii():
        text = text.replace("’", "'").replace("‘", "'")
    return " ".join(text.replace("`", "'").split()).casefold()


def encodable(name: str) -> str:
    """A file name fit for UTF-8: bytes that are no text to the file system are shown as U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def printable(name: str) -> str:
    """A name in one line: characters that are not printed (line breaks, direction marks) stand as escapes."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in name)


def key(text: str) -> str:
    """Only the letters and digits of a text, case folded, words apart by one space: what stable ids are made from."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))
