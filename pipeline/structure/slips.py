"""What OCR takes for something else, put right where only one reading makes sense. Text of the file itself stays.

* Letters for digits in numbers (``l5 Maret``, ``2O24``), digits for letters in months and weekdays (``0ktober``).
* A month or weekday with a wrong letter beside a number, a label with one before its colon.
* Labels whose stroke is a letter (``HaritTanggal``), zones of time (``W IB``), a colon that is a ``1`` after a label.
* A stroke after a word that no sentence ends with (``pukul!``) is the edge of the paper.
* A heading's letter that is there twice (``Cc.``).
* Roman numbers of headings (``Ill.``, ``It.``) and behind a word (``Pokja !!``), a ``g`` that is the ``q`` of a given
  name (``Taufig``), the ``j`` of ``Hz.``, a list's letters in the wrong case (``b.``, ``C.``), floors (``It. 3``).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import Final

from notula.models.source import Cell, Line, Source, Table
from notula.pipeline.lexicon import Lexicon

_DIGITS: Final = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0"})
_LETTERS: Final = (
    str.maketrans({"0": "o", "1": "l", "5": "s", "8": "b", "|": "l"}),
    str.maketrans({"0": "o", "1": "i", "5": "s", "8": "b", "|": "i", "l": "i"}),
)
_SHORTEST_NAME = 5  # letters of a month or weekday that may have a wrong one
_SHORTEST_LABEL = 5

_NUMBER: Final = re.compile(r"(?<![\w.])(?=[\dlIOo|]*\d)[\dlIOo|]{2,4}(?![\w|])")
_ZONE: Final = re.compile(r"(?<=[\d\s])W\s?(?:[Il1|]\s?[B8]|[Il1|]\s?T\s?A|[Il1|]\s?T)\b")
_DAY_DATE: Final = re.compile(r"^(\W*)Hari\s?[tlI1i|f/\\,]?\s?T[ao]n[gq]{2}[ao]l\b")
_ROMAN: Final = re.compile(r"^(I|[Il1|!N]{2,4}|[Il1|]?[VX][Il1|!]{0,3})(?=\.[\s\t])")
_STROKES: Final = re.compile(r"^(?:[Il|][Il1|!tTLi]{0,3}(?=\.\s+[A-Z])|IL(?=\s+[A-Z]{4}))")
_BEHIND: Final = re.compile(r"(?<=[a-z][a-z] )(It|Il|ll|lI|I!|!I|!!|1I|I1)(?=[\s,;).]|$)")
_WITH_G: Final = re.compile(r"\b[A-Z][a-z]*g[a-z]*\b")
_HAJJAH: Final = re.compile(r"\bH[z|}](?=\.\s[A-Z])")
_FLOOR: Final = re.compile(r"\bIt\.(?=\s?\d)")
_PERCENT: Final = re.compile(r"(?<=\d)(\s?)Y[o0](?![\w])")
_QUARTER: Final = re.compile(r"(?:(?<=\bakhir )|(?<=\bawal ))[AGO0]([1-4])(?=\s20\d\d\b)")
_OPEN_ENDED: Final = re.compile(
    r"\b(pukul|jam|tanggal|tgl|hari|dan|atau|dengan|di|ke|dari|yang|untuk|pada|oleh|dalam|sampai|akan|para)[!|](?=\s|$)",
    re.IGNORECASE,
)
_BESIDE_NUMBER: Final = re.compile(r"(?<=\d )[^\W_]{4,10}\b|\b[^\W_]{4,10}(?= ?[,.]? \d)")
_LABEL: Final = re.compile(r"^([^\W\d_][\w /,.]{3,28}?)(?=\s*[:\t])")
_ONE_FOR_COLON: Final = re.compile(r"^([^\W\d_][\w /,]{3,20}?)(\s+)[1!|;.](?=\s+[\dA-Z])")
_DOUBLED_MARK: Final = re.compile(r"^([A-Z])([a-z])(?=[.)][\s\t])")
_LETTER_MARK: Final = re.compile(r"^([A-Za-z])(?=[.)][\s\t])")

Edit = tuple[int, int, str]


def forgive_slips(source: Source, lexicon: Lexicon) -> Source:
    """The source with the slips of OCR put right."""
    if source.text_from == "text_layer":
        return source
    mender = _Mender(lexicon)
    return replace(source, content=tuple(mender.mend(item) for item in source.content))


class _Mender:
    """Goes through lines in reading order and remembers the last letter and Roman number of a list."""

    def __init__(self, lexicon: Lexicon) -> None:
        calendar = lexicon.calendar
        names = [*calendar.months.values(), *calendar.weekdays.values()]
        self._names = frozenset(word for words in names for word in words if word.isalpha())
        self._labels = frozenset(label for labels in lexicon.labels.fields.values() for label in labels)
        self._given_names = lexicon.names.given
        self._letter = self._number = ""

    def mend(self, item: Line | Table) -> Line | Table:
        """The item put right where it was read by OCR."""
        if isinstance(item, Line):
            return item if item.certainty is None else self._line(item)
        return replace(item, cells=tuple(self._cell(cell) for cell in item.cells))

    def _cell(self, cell: Cell) -> Cell:
        return replace(cell, content=tuple(self.mend(part) for part in cell.content))

    def _line(self, line: Line) -> Line:
        rules: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
            (_NUMBER, lambda found: found[0].translate(_DIGITS)),
            (_ZONE, lambda found: _zone(found[0])),
            (_DAY_DATE, lambda found: f"{found[1]}Hari/Tanggal"),
            (_ROMAN, self._roman),
            (_STROKES, self._counted),
            (_FLOOR, lambda found: "lt."),
            (_HAJJAH, lambda found: "Hj"),
            (_BEHIND, _second),
            (_WITH_G, self._given),
            (_PERCENT, lambda found: f"{found[1]}%"),
            (_OPEN_ENDED, lambda found: found[1]),
            (_QUARTER, lambda found: f"Q{found[1]}"),
            (_BESIDE_NUMBER, self._name),
            (_ONE_FOR_COLON, self._colon),
            (_LABEL, self._label),
            (_DOUBLED_MARK, lambda found: found[1] if found[1].lower() == found[2] else found[0]),
            (_LETTER_MARK, self._mark),
        )
        for pattern, mend in rules:
            edits = [(m.start(), m.end(), new) for m in pattern.finditer(line.text) if (new := mend(m)) != m[0]]
            line = edited(line, edits) if edits else line
        return line

    def _name(self, found: re.Match[str]) -> str:
        """A month or weekday with its right letters; the word itself where it is none."""
        word = found[0].casefold()
        if word in self._names:
            return found[0]
        plain = next((name for table in _LETTERS if (name := word.translate(table)) in self._names), None)
        right = plain or _only_near(word, self._names, _SHORTEST_NAME)
        return _in_case(right, found[0]) if right else found[0]

    def _label(self, found: re.Match[str]) -> str:
        folded = " ".join(re.findall(r"\w+", found[1].casefold()))
        if len(folded) < _SHORTEST_LABEL or folded in self._labels or not found[1][0].isupper():
            return found[0]
        right = _only_near(folded, self._labels, _SHORTEST_LABEL)
        return _spelt(right, found[1]) if right else found[0]

    def _colon(self, found: re.Match[str]) -> str:
        label = " ".join(re.findall(r"\w+", found[1].casefold()))
        return f"{found[1]}{found[2]}:" if label in self._labels else found[0]

    def _roman(self, found: re.Match[str]) -> str:
        """A Roman number with its strokes as I; what is no such number stays, and an 11 that follows no I."""
        text = found[0]
        slanting = text in ("INI", "lNI", "INl", "lNl")  # the middle stroke of three
        right = "III" if slanting else re.sub(r"[l1|!]", "I", text)
        if not re.fullmatch(r"I{1,3}|IV|VI{0,3}|IX|XI{0,3}", right):
            return text
        if text.isdigit() and right != self._number + "I":
            return text
        self._number = right
        return right

    def _counted(self, found: re.Match[str]) -> str:
        """The Roman number that is next, where it is nothing but strokes, too."""
        due = self._number + "I" if self._number in ("", "I", "II") else ""
        dotted, off = found.string[found.end()] == ".", abs(len(due) - len(found[0]))
        in_list = found[0] == "l" and self._letter.lower() == "k"
        if found[0] in ("I", "II", "III") or in_list or not due or off > 1 or (off and dotted and due == "I"):
            return found[0]
        self._number = due
        return due if dotted else f"{due}."

    def _given(self, found: re.Match[str]) -> str:
        """A given name with its q; the word itself where it is none, or is one with its g."""
        word = found[0].casefold()
        if word in self._given_names:
            return found[0]
        places = [at for at, char in enumerate(word) if char == "g"]
        right = next((at for at in places if f"{word[:at]}q{word[at + 1:]}" in self._given_names), None)
        return found[0] if right is None else f"{found[0][:right]}q{found[0][right + 1:]}"

    def _mark(self, found: re.Match[str]) -> str:
        """A list's letter, small where the letter before it is that goes before."""
        letter = found[1]
        if self._letter.islower() and ord(letter.lower()) == ord(self._letter) + 1:
            letter = letter.lower()
        self._letter = letter
        return letter


def _second(found: re.Match[str]) -> str:
    """A Roman two behind a word with a capital ("Pokja !!"); what stands there otherwise."""
    return "II" if found.string[: found.start()].split()[-1][0].isupper() else found[0]


def edited(line: Line, edits: Iterable[Edit]) -> Line:
    """The line with stretches of its text replaced; its words stand where their letters now are."""
    text, last = "", 0
    places: list[tuple[int, int, int, int]] = []  # from where to where in the old text, and in the new
    for start, end, new in edits:
        text += line.text[last:start]
        places.append((start, end, len(text), len(text) + len(new)))
        text += new
        last = end
    text += line.text[last:]

    def moved(at: int, *, is_end: bool) -> int:
        shift = 0
        for start, end, new_start, new_end in places:
            if start < at < end:
                return new_end if is_end else new_start
            if end <= at:
                shift = new_end - end
        return at + shift

    words = tuple(
        word._replace(start=moved(word.start, is_end=False), end=moved(word.end, is_end=True)) for word in line.words
    )
    return line._replace(text=text, words=words)


def _zone(text: str) -> str:
    letters = re.sub(r"\s", "", text)
    if letters[-1] in "B8":
        return "WIB"
    return "WITA" if letters.endswith("A") else "WIT"


@cache
def _only_near(word: str, names: frozenset[str], shortest: int) -> str | None:
    """The only name that differs from the word by one letter; None where there is none, or several."""
    if len(word) < shortest:
        return None
    alike = [name for name in names if abs(len(name) - len(word)) <= 1 and len(name) >= shortest]
    near = [name for name in alike if _is_near(word, name)]
    return near[0] if len(near) == 1 else None


def _is_near(one: str, two: str) -> bool:
    """Whether one letter changed, added or left out makes one the other; ``rn`` and ``m`` are one letter, too."""
    if one.replace("rn", "m") == two.replace("rn", "m"):
        return True
    start = 0
    while start < min(len(one), len(two)) and one[start] == two[start]:
        start += 1
    if len(one) == len(two):
        return one[start + 1 :] == two[start + 1 :]
    longer, shorter = (one, two) if len(one) > len(two) else (two, one)
    return longer[start + 1 :] == shorter[start:]


def _spelt(right: str, text: str) -> str:
    """The text with the letters that are right, its strokes and blanks where they were if there are as many letters."""
    letters, places = right.replace(" ", ""), [at for at, char in enumerate(text) if char.isalnum()]
    if len(letters) != len(places):
        return _in_case(right, text) if re.fullmatch(r"[\w ]+", text) else text
    spelt = list(text)
    for at, char in zip(places, letters, strict=True):
        spelt[at] = char.upper() if text[at].isupper() or (text[at].isdigit() and at == 0) else char
    return "".join(spelt)


def _in_case(word: str, pattern: str) -> str:
    """The word in capitals, with a capital, or small as the pattern is."""
    letters = [char for char in pattern if char.isalpha()]
    if letters and sum(char.isupper() for char in letters) > 0.6 * len(letters) and len(letters) > 1:
        return word.upper()
    return word.capitalize() if pattern[:1].isupper() or pattern[:1].isdigit() else word
