"""Where sentences end.

- at ``.``, ``!``, ``?`` or a closing abbreviation (``dll.``) followed by a capital, a digit, a quote, a bracket, a star
  or a user's name ("@rina"); in a text that begins with a small letter by a small letter as well;
- never after a title, a degree, an initial or another abbreviation, unless a word follows that only begins sentences
  ("Ia", "Namun") or the letter tells things apart ("opsi B."); never inside a pair of brackets;
- never after a list mark (``1.``, ``b.``, ``IV.``), which begins its sentence or follows a colon or semicolon;
- at every blank line.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from notula.models.blocks import Span
from notula.pipeline.language.tokens import Token
from notula.pipeline.lexicon import Lexicon

_OPEN, _CLOSE = "\"'“‘«([{<", "\"'”’»)]}>"
_LIST_MARK = re.compile(r"\d{1,3}|[A-Za-z]|[IVXLivxl]{1,5}")
# Titles written small before a name.
_TITLES = frozenset(("dr.", "drg.", "drh.", "apt.", "ns.", "sdr.", "sdri.", "bpk.", "ust."))
_LONGEST_SHORT_FORM = 3  # letters
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_HANDLE = re.compile(r"@[A-Za-z]")  # a user's name, before which a stop is one ("selesai. @rina mengecek")
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,5}\.){2,4}")
_ACTS = re.compile(r"akan|harus|wajib|(?:di|me|ber)[a-z]{4,}")
_SUBJECT = 9  # words, behind a degree
_CLOSING_MARK = re.compile(r"[.!?…]")


class Sentences:
    """Divides texts into sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        spelling = lexicon.titles.language
        self._closing = frozenset(f"{word}.".casefold() for word in spelling.closing_abbreviations)
        self._openers = frozenset(spelling.sentence_openers)
        self._numbered = frozenset(word.casefold() for word in spelling.numbered)
        self._lettered = frozenset(spelling.lettered)

    def is_one(self, text: str) -> bool:
        """Whether a text is surely one sentence, told without its words: no closing mark but its last character."""
        last = len(text.rstrip()) - 1
        return last >= 0 and _CLOSING_MARK.search(text, 0, last) is None and _BLANK_LINE.search(text) is None

    def find(self, text: str, tokens: Sequence[Token]) -> tuple[Span, ...]:
        """Where each sentence of a text with these words and marks stands, white space around it left out."""
        if not tokens:
            return ()
        depths, stops = _depths(tokens), _stops(tokens)
        blank = _BLANK_LINE.search(text) is not None
        spans, first = [], 0
        for index in range(len(tokens) - 1):
            if (stops[index] is not None or blank) and self._ends(
                text, tokens, index, first, stops[index], depths[index]
            ):
                spans.append(Span(tokens[first].start, tokens[index].end))
                first = index + 1
        spans.append(Span(tokens[first].start, tokens[-1].end))
        return tuple(spans)

    def _ends(self, text: str, tokens: Sequence[Token], index: int, first: int, stop: int | None, depth: int) -> bool:
        """Whether a sentence that began with token ``first`` ends after token ``index``, its closing mark ``stop``."""
        here, after = tokens[index], tokens[index + 1]
        gap = text[here.end : after.start]
        if _BLANK_LINE.search(gap):
            return True
        if stop is None or depth or (after.text[0] in _CLOSE and not gap):
            return False
        if not (gap or (after.text[0].isupper() and stop > first and _is_whole(tokens[stop - 1]))):
            return False  # "Sp.OG(K)"
        mark = tokens[stop].text
        informal = text[:1].islower() and after.text.isalpha() and stop > first and _is_whole(tokens[stop - 1])
        handle = _HANDLE.match(text, after.start) is not None
        if not (_begins_sentence(after) or _is_list_mark(tokens, index + 1) or informal or handle):
            return False
        if mark[0] in "!?…":
            return True
        if here.text in ")]" and any(token.text in "([" for token in tokens[max(index - 3, 0) : stop]):
            return False  # "Letkol (Purn.) Sutrisno": one short word in its bracket
        if mark.strip("."):
            letter = len(mark) == 2 and stop > first and tokens[stop - 1].text in self._lettered
            closing = mark.casefold() in self._closing or after.text in self._openers
            return letter or closing or _told_behind_degree(tokens, first, stop)
        return not self._is_mark(tokens, first, stop, after)

    def _is_mark(self, tokens: Sequence[Token], first: int, stop: int, after: Token) -> bool:
        """Whether the dot at ``stop`` belongs to a list mark or to a word before a number (``hal. 5``)."""
        if stop == first:
            return True
        before = tokens[stop - 1].text
        if after.text[0].isdigit() and before.casefold() in self._numbered:
            return True
        begins = stop - 1 == first or tokens[stop - 2].text in {":", ";"}
        return begins and _LIST_MARK.fullmatch(before) is not None


def _told_behind_degree(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a degree at ``stop`` ends what is told of its bearer, and somebody else acts behind it.

    "Rapat memilih Budi, M.Si. Ketua diminta ..."; not "Dibuka oleh Budi, M.Si. Kepala Dinas ...".
    """
    if stop <= first or tokens[stop - 1].text != "," or _DEGREE.fullmatch(tokens[stop].text) is None:
        return False
    # The few words behind it first, and the nearest of those before it: a list of degrees is not gone through for each.
    if not _acts_behind(tokens[stop + 2 : stop + _SUBJECT]):
        return False
    return any(_ACTS.fullmatch(tokens[at].text) for at in range(stop - 1, first, -1))


def _acts_behind(tokens: Sequence[Token]) -> bool:
    """Whether the first of these that is no word of a subject tells what it does."""
    for token in tokens:
        if _ACTS.fullmatch(token.text):
            return True
        if not (token.text.isalnum() or token.text in "&-") or token.text in ("yang", "yg"):
            return False
    return False


def _depths(tokens: Sequence[Token]) -> list[int]:
    """How many pairs of brackets each token stands in; brackets without a partner do not count."""
    steps, opened = [0] * len(tokens), []
    for index, token in enumerate(tokens):
        if token.text in "([":
            opened.append(index)
        elif token.text in ")]" and opened:
            steps[opened.pop()] += 1
            steps[index] -= 1
    return list(accumulate(steps))


def _stops(tokens: Sequence[Token]) -> list[int | None]:
    """For each token the closing mark at or before it, only closing quotes and brackets in between; None for none."""
    stops: list[int | None] = []
    last = 0
    for index, token in enumerate(tokens):
        if token.text not in _CLOSE:
            last = index
        mark = tokens[last].text
        stops.append(last if mark[0] in "!?…" or mark.endswith(".") else None)
    return stops


def _is_whole(token: Token) -> bool:
    """Whether a token is no abbreviation: a word too long for one, a closing bracket, a share."""
    return token.text[-1] in ")%" or (len(token.text) > _LONGEST_SHORT_FORM and token.text.isalpha())


def _begins_sentence(token: Token) -> bool:
    first = token.text[0]
    return first.isupper() or token.text in _TITLES or first.isdigit() or first in _OPEN + "•●▪*"


def _is_list_mark(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number or letter with a dot or bracket stands at ``index``."""
    closed = index + 2 < len(tokens) and tokens[index + 1].text in {".", ")"}
    return closed and _LIST_MARK.fullmatch(tokens[index].text) is not None
