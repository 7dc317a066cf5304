"""Lists whose lines belong to those who were there: the words over them need not say that they are tasks.

Either each line begins with one of those present and a mark ("Rina - cetak spanduk, 3 Mei"), or they stand as headings
over what each does ("Humas", then its items). Some of what stands there has to end with a day: what people said or
reported has none there.
"""

import itertools
import re
from collections.abc import Sequence
from functools import cache

from notula.models.blocks import Block
from notula.models.sections import SectionKind
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.open_section import Cut
from notula.pipeline.structure.wording import normal

_LED = re.compile(r"\s*(?P<who>[^:>=→–—\n]{2,60}?)\s*(?::|[-=]{1,2}>|>>|→|\s[-–—])\s*(?=\S)")
_BETWEEN = re.compile(r"\s*(?:[,;/&+\n\t|]|\bdan\b|\bserta\b|\bsama\b)\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LONGEST_NAME = 6  # words
_LONGEST_HEADING = 10
_FEWEST_LED = 2
_MOST_LINES = 300  # of a list of those present
_OFFICERS = ("chair", "note_taker")
# What is over reports and words said, not over tasks; and what tells of work that is done.
_REPORTED = re.compile(
    r"\b(?:lapor\w*|progres\w*|capaian|update|masukan|tanggapan|usul\w*|sambutan|keluhan|pendapat|saran|tanya\w*|kabar"
    r"|cerita|evaluasi|kemarin|hadir|diskusi|jawab\w*|pertanyaan|pandangan|pembahasan|kendala|masalah|jadwal|agenda)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:done|doing|to-?do|wip|in progress|blocker|sudah|sdh|udah|telah|selesai|beres|kemarin|tadi|lalu)\b",
    re.IGNORECASE,
)


def over_parties(cut: Cut, heading: Block, ahead: Sequence[Block]) -> bool:
    """Whether what stands right below a short line is what each of several of those present has to do."""
    text = heading.text.strip()
    fits = heading.table is None and len(text.split()) <= _LONGEST_HEADING and text[-1:] not in ".?!;,"
    told = list(itertools.takewhile(lambda block: block.table is None, ahead)) if fits else []
    if len(told) < _FEWEST_LED or _REPORTED.search(text):
        return False
    listed = len(told[0].text.split()) <= _LONGEST_NAME and told[1].kind == "item" != told[0].kind
    if not listed and not (_LED.match(told[0].text) and _LED.match(told[1].text)):
        return False
    present = _present(cut)
    if not present or _names(text, present, cut.lexicon):
        return False
    return (_are_groups if listed else _are_led)(told, present, cut.lexicon)


def _present(cut: Cut) -> frozenset[str]:
    """The names, in the normal form without honorifics, of those who were there, led or wrote."""
    told = (each for each in cut.sections if each.kind is SectionKind.ATTENDEES or each.field in _OFFICERS)
    texts: list[str] = []
    for block in (block for section in told for block in section.blocks[:_MOST_LINES]):
        cells = [cell.text for row in block.table.rows for cell in row] if block.table else [block.text]
        texts += [part for text in cells for part in _BETWEEN.split(_BRACKETS.sub(" ", text))]
    names = (_bare(text, cut.lexicon) for text in texts)
    return frozenset(name for name in names if name and len(name.split()) <= _LONGEST_NAME)


def _are_led(lines: Sequence[Block], present: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether lines begin with one of those present each, and half of them end with a day."""
    led = list(itertools.takewhile(lambda line: _leads(line.text, present, lexicon), lines))
    dated = sum(_ends_with_day(line.text, lexicon) for line in led)
    return len(led) >= _FEWEST_LED and dated * 2 >= len(led) and not any(_DONE.search(line.text) for line in led)


def _are_groups(lines: Sequence[Block], present: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether those present stand over lists, two of them at least, and one of the items ends with a day."""
    heads = [line.kind != "item" and _names(line.text, present, lexicon) for line in lines]
    items = [line.text for line, head in zip(lines, heads, strict=True) if not head]
    listed = all(line.kind == "item" for line, head in zip(lines, heads, strict=True) if not head)
    if heads[:1] != [True] or sum(heads) < _FEWEST_LED or not listed or any(map(all, itertools.pairwise(heads))):
        return False
    return any(_ends_with_day(text, lexicon) for text in items) and not any(map(_DONE.search, items))


def _leads(text: str, present: frozenset[str], lexicon: Lexicon) -> bool:
    match = _LED.match(text)
    return match is not None and _names(match["who"], present, lexicon)


def _names(text: str, present: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a text is nothing but parties that are present."""
    if len(text.split()) > 2 * _LONGEST_NAME:
        return False
    whole = text.strip().strip(":()[]")
    return _bare(whole, lexicon) in present or all(_bare(part, lexicon) in present for part in _BETWEEN.split(whole))


def _bare(text: str, lexicon: Lexicon) -> str:
    """A name in the normal form, without an honorific before it."""
    words = normal(text).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in _honorifics(lexicon) else words)


@cache
def _honorifics(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(normal(word) for word in lexicon.titles.honorifics)


def _ends_with_day(text: str, lexicon: Lexicon) -> bool:
    return _day(lexicon).search(text[-60:]) is not None


@cache
def _day(lexicon: Lexicon) -> "re.Pattern[str]":
    """A day at the end of a line: a date, a weekday, or one reckoned from the meeting's."""
    calendar = lexicon.calendar
    months, weekdays = (
        "|".join(re.escape(word).replace("'", "['’]?") for word in itertools.chain(*words.values()))
        for words in (calendar.months, calendar.weekdays)
    )
    return re.compile(
        rf"(?<!\w)(?:(?:\d{{1,2}}\s?[-–]\s?)?\d{{1,2}}\s+(?:{months})\.?(?:\s+\d{{4}})?|\d{{1,2}}[/-]\d{{1,2}}(?:[/-]\d{{2,4}})?"
        rf"|(?:{weekdays})(?:\s+(?:depan|besok|ini))?|besok(?:\s+\w+)?|lusa|(?:minggu|pekan|bulan)\s+depan"
        r"|akhir\s+(?:minggu|pekan|bulan|tahun)(?:\s+\w+)?)[\s.;)]*$",
        re.IGNORECASE,
    )
