"""Regular expressions made of word lists.

``re`` tries the words of ``a|b|c`` one after the other, at every place of a text. Where the words are grouped by their
first characters (``m(?:aret|ei)`` for ``maret|mei``) it gives up after one look at most places. What matches, and which
of several words is preferred, stays the same: words that begin with different characters never match at the same place.
"""

import re
from collections.abc import Iterable, Sequence

# What re.IGNORECASE takes for these letters besides their capitals.
_ALSO = {"s": "\u017f", "k": "\u212a", "i": "\u0131\u0130"}


def any_word(words: Iterable[str]) -> str:
    """What matches any of these words, the longest first; no group of its own."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def any_of(forms: Iterable[Sequence[str]], *, ignore_case: bool) -> str:
    """A group that matches any of the forms, the earlier first.

    Args:
        forms: each a sequence of pieces of a pattern, a piece for each character of the word it was made from.
        ignore_case: whether the group stands where case is ignored.
    """
    return _grouped([tuple(form) for form in forms], ignore_case)


def _grouped(forms: list[tuple[str, ...]], ignore_case: bool) -> str:
    if len(forms) == 1:
        return "".join(forms[0])
    runs: list[tuple[str | None, list[tuple[str, ...]]]] = []
    places: dict[str, int] = {}
    for form in forms:
        key = _literal(form[0], ignore_case) if form else None
        if key is None:  # what begins with anything but a plain character keeps its place among all others
            places.clear()
            runs.append((None, [form]))
        elif key in places:
            runs[places[key]][1].append(form)
        else:
            places[key] = len(runs)
            runs.append((key, [form]))
    parts = []
    for key, group in runs:
        if key is None:
            parts.append("".join(group[0]))
        else:
            head = _head(key, ignore_case) if len(runs) > 1 else re.escape(key)
            parts.append(head + _grouped([form[1:] for form in group], ignore_case))
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _literal(piece: str, ignore_case: bool) -> str | None:
    """The character that a piece stands for; None where it is more than a character."""
    char = piece[-1]
    if piece not in (char, f"\\{char}") or (piece == char and not (char.isalnum() or char in "_&,;:%'\"/-@!=<>~ ")):
        return None
    if piece != char and char.isalnum():
        return None  # a class such as \d
    return char.lower() if ignore_case and len(char.lower()) == 1 else char


def _head(char: str, ignore_case: bool) -> str:
    """A pattern for a character; as a class whose case counts, ``re`` looks at it before it goes into a branch."""
    if not ignore_case or not char.isalpha() or not char.isascii():
        return re.escape(char)
    return f"(?-i:[{char}{char.upper()}{_ALSO.get(char, '')}])"


def by_first(sources: Iterable[str]) -> str:
    """A group that matches any of these patterns, the earlier first; each begins with a letter, in either case.

    For patterns that differ in whether their case counts (``(?i:Kepala)``, ``PPK``): they are told apart by their first
    letters alone.
    """
    groups: dict[str, list[str]] = {}
    for source in sources:
        first = source.removeprefix("(?i:")[:1]
        groups.setdefault(first.lower() if first.isalpha() and first.isascii() else "", []).append(source)
    if len(groups) < 3 or "" in groups:
        return f"(?:{'|'.join(source for group in groups.values() for source in group)})"
    heads = {first: f"{first}{first.upper()}{_ALSO.get(first, '')}" for first in groups}
    parts = [f"(?=[{heads[first]}])(?:{'|'.join(group)})" for first, group in groups.items()]
    return f"(?=[{''.join(heads.values())}])(?:{'|'.join(parts)})"


class Stems:
    """The pieces of words without one of which a pattern made of these words, blind to case, matches nothing.

    A look for each costs a fraction of what the pattern costs on a text where it finds nothing. ``pieces`` matches what
    such a pattern has as the word has it: runs of letters and digits, as others may be free.
    """

    def __init__(self, words: Iterable[str], pieces: str = r"[a-z0-9]+") -> None:
        runs = {max(re.findall(pieces, word.lower()), key=len, default="") for word in words}
        self._stems = tuple(run for run in sorted(runs) if not any(other != run and other in run for other in runs))

    def in_text(self, text: str) -> bool:
        """Whether a text holds one of them, or a letter that passes for one of theirs."""
        return self.in_lowered(text.lower()) or has_odd_letters(text)

    def in_lowered(self, text: str) -> bool:
        """As :meth:`in_text`, for a text in small letters without such letters."""
        for stem in self._stems:  # noqa: SIM110  # a generator would cost as much as the looks themselves
            if stem in text:
                return True
        return False


def has_odd_letters(text: str) -> bool:
    """Whether a text holds letters that pass for others where case is ignored."""
    return not text.isascii() and any(odd in text for also in _ALSO.values() for odd in also)
