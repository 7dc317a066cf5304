"""The wording of labels and headings: the form in which they are compared, and headings told by how they are put."""

import re
from collections.abc import Iterable

from notula.pipeline.lexicon.schema import Headings
from notula.pipeline.text import fold, remembered

MEETING_WORDS = frozenset(
    ["rapat", "rpt", "mtg", "sidang", "pertemuan", "meeting", "musyawarah", "rakor", "raker", "rapim", "pleno",
     "lokmin", "musdes", "musdesus", "musdus", "muskel", "musrenbang", "musrenbangdes", "rembug", "rdp"]
)  # fmt: skip
_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_][ \t]{1,3}){2,}[^\W\d_](?![^\W_])")
_LETTER_ALONE = re.compile(r"[ \t][^\W\d_][ \t]")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PUNCTUATION = re.compile(r"[\s/,.&:;*_\-–—=|\"“”'()\[\]#]+")
_SHORT = {
    "yg": "yang",
    "dg": "dengan",
    "dgn": "dengan",
    "utk": "untuk",
    "dlm": "dalam",
    "pd": "pada",
    "tdk": "tidak",
    "blm": "belum",
    "dtg": "datang",
    "hdr": "hadir",
    "wkt": "waktu",
}
_ACCENTS = str.maketrans("éèê", "eee")  # Javanese and Sundanese are written with and without them


def join_spaced(text: str) -> str:
    """The text with letter-spaced words (``T A N G G A L``) joined."""
    if not _LETTER_ALONE.search(text):
        return text
    return _SPACED.sub(lambda match: re.sub(r"\s", "", match.group()), text)


@remembered
def normal(text: str) -> str:
    """A label or heading in the form that the lexicon has."""
    plain = _BRACKETS.sub(" ", join_spaced(text))
    words = (_SHORT.get(word, word) for word in _PUNCTUATION.split(fold(plain).translate(_ACCENTS)))
    return " ".join(word for word in words if word and word not in ("dan", "and", "serta"))


def is_spaced(text: str) -> bool:
    """Whether words of a text are letter-spaced."""
    return _SPACED.search(text) is not None


def chores_pattern(headings: Headings) -> "re.Pattern[str]":
    """A pattern of headings in the normal form that say what must be done ("yang harus segera dikerjakan"), or is."""
    relative, must, settled, work = map(
        options, (headings.relative, headings.must, headings.settled, headings.work)
    )
    duty = rf"(?:(?P<must>{must})|(?:{settled}))"
    return re.compile(rf"(?:(?:{relative}) ){{0,3}}(?:masih )?{duty} (?:\w+ )?(?:{work})(?: \w+){{0,4}}")


def left_pattern(headings: Headings) -> "re.Pattern[str]":
    """A pattern of headings in the normal form over what is left of earlier tasks ("PR rapat Mei yang belum beres")."""
    chores, relative, must, work = map(options, (headings.chores, headings.relative, headings.must, headings.work))
    return re.compile(rf"(?:{chores})(?: \w+){{0,4}} (?:{relative}) (?:masih )?(?:{must}) (?:\w+ )?(?:{work})")


def shares_pattern(headings: Headings) -> "re.Pattern[str]":
    """A pattern of headings in the normal form that say what each of a group does ("tiap dinas menyiapkan")."""
    each, acts = map(options, (headings.each, headings.acts))
    return re.compile(rf"(?:{each}) (?:\w+ ){{1,4}}(?:{acts})(?: hal)?(?: (?:sebagai )?berikut)?")


def dealt_pattern(headings: Headings) -> "re.Pattern[str]":
    """A pattern of headings in the normal form that say whose work is whose, left or until when ("tugas s d Senin")."""
    dealt, chores, behind, until = map(
        options, (headings.dealt, headings.chores, headings.dealt_behind, headings.dealt_until)
    )
    whose = rf"(?:{dealt}) (?:{chores})(?: (?:{behind})(?: \w+){{0,5}})?"
    return re.compile(rf"{whose}|(?:{chores})(?: (?:{behind}))? (?:{until})(?: \w+){{1,5}}")


def gathered_pattern(headings: Headings) -> "re.Pattern[str]":
    """A pattern of headings in the normal form over decisions gathered ("butir butir kesepakatan rapat")."""
    gathered, decisions, behind = map(
        options, (headings.gathered, headings.decisions, headings.decisions_behind)
    )
    return re.compile(rf"(?:{gathered}) (?:{decisions})(?: (?:{behind}))?|(?:{decisions}) (?:{behind})")


def options(words: Iterable[str]) -> str:
    """The alternatives of a pattern of the normal form, longer ones first."""
    return "|".join(sorted({re.escape(normal(word)) for word in words}, key=lambda word: (-len(word), word)))


def decided_pattern(headings: Headings) -> "re.Pattern[str]":
    """A pattern of headings in the normal form that say what was decided ("yang udah diputusin")."""
    relative, settled, decided = map(options, (headings.relative, headings.settled, headings.decided))
    return re.compile(
        rf"(?:(?:{relative}) ){{1,3}}(?:(?:{settled}) )?(?:{decided})(?: (?:bersama|tadi|semua))?"
        rf"(?: (?:mengenai|soal|tentang|terkait|untuk|perihal|adalah|yaitu|malam ini|hari ini)(?: \w+){{0,5}})?"
    )
