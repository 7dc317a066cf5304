"""Lists run into one line ("... 1. Bappeda ... 2. Dinas ... 3. ..."), as texts copied from chats and web pages have.

Letters and marks in brackets ("a. ... b. ...", "(1) ... (2) ...") count only where each begins a sentence: inside one
they part what it lists.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from notula.models.blocks import Block, BlockKind
from notula.pipeline.structure.markers import parse_marker

_MARK = re.compile(r"(?:(?<=\s)|^)(?P<open>\(?)(?P<number>\d{1,2}|[a-j])(?P<sign>[.)])\s+(?=[^\W\d_])")
_ENDED = re.compile(r"(?:^|[.;:?!])\s*$")
_LAST = re.compile(r"(?<=[;,])\s+(?:dan|serta)\s*$", re.IGNORECASE)  # before the last of a list
_NEAR = 10  # characters before a mark
_FEWEST = 3  # items: two numbers in a sentence happen by chance
_FEWEST_APART = 2  # items that each begin a sentence


def split_run_in(block: Block) -> Iterator[Block]:
    """The block cut where numbers that count up from 1 stand in it, or from the number of the item that it is.

    A block with fewer than three such items stays whole, as does one with an item of a single word among them, unless
    a colon announces the list.
    """
    marks = _counted(block)
    if not marks:
        yield block
        return
    first = marks[0].start()
    if block.text[:first].strip():
        yield part_of(block, 0, first, block.kind, block.marker, block.level)
    level = block.level if block.kind == "item" else 0
    ends = [*(_LAST.sub("", block.text[: mark.start()]).rstrip(" ;") for mark in marks[1:]), block.text]
    for mark, end in zip(marks, map(len, ends), strict=True):
        yield part_of(block, mark.end(), end, "item", mark["open"] + mark["number"] + mark["sign"], level)


def _counted(block: Block) -> list["re.Match[str]"]:
    """The marks that count up in a block, in order; empty where they make no list."""
    if block.table is not None or _MARK.search(block.text) is None:
        return []
    own = parse_marker(block.marker + " x") if block.marker else None
    if block.kind == "item" and (own is None or own.value != 1):
        return []
    form = _form(_MARK.match(f"{block.marker} x")) if block.kind == "item" else None
    wanted, found = (2 if block.kind == "item" else 1), list[re.Match[str]]()
    for mark in _MARK.finditer(block.text):
        if _value(mark) == wanted and form in (None, _form(mark)) and _may_begin(block.text, mark):
            found.append(mark)
            wanted, form = wanted + 1, _form(mark)
    big = all(block.text[mark.end()].isupper() for mark in found)
    fewest = _FEWEST_APART if found and _is_apart(found[0]) and big else _FEWEST
    if len(found) + (block.kind == "item") < fewest:
        return []
    ends = [*(mark.start() for mark in found[1:]), len(block.text)]
    parts = [block.text[mark.end() : end] for mark, end in zip(found, ends, strict=True)]
    announced = block.text[: found[0].start()].rstrip().endswith(":")
    return found if announced or all(len(part.split()) >= 2 for part in parts) else []


def _value(mark: "re.Match[str]") -> int:
    number = mark["number"]
    return int(number) if number.isdigit() else ord(number) - ord("a") + 1


def _form(mark: "re.Match[str] | None") -> tuple[str, bool, str] | None:
    """What the marks of one list have in common: bracket, numbers or letters, sign."""
    return (mark["open"], mark["number"].isdigit(), mark["sign"]) if mark else None


def _is_apart(mark: "re.Match[str]") -> bool:
    """Whether a mark is one that also stands inside sentences: a letter, or between brackets."""
    return bool(mark["open"]) or not mark["number"].isdigit()


def _may_begin(text: str, mark: "re.Match[str]") -> bool:
    """Whether an item can begin at a mark: those that stand in sentences as well begin one."""
    if not _is_apart(mark):
        return True
    before = _LAST.sub("", text[max(0, mark.start() - _NEAR) : mark.start()])
    begins = text[mark.end()].isupper() or before.rstrip().endswith((":", ";"))
    return begins and _ENDED.search(before) is not None


def part_of(block: Block, start: int, end: int, kind: BlockKind, marker: str | None, level: int) -> Block:
    """A stretch of a block as a block of its own, white space at its end left out."""
    text = block.text[start:end].rstrip()
    begin = block.start + start
    lines = tuple(line for line in block.lines if line.end > begin and line.start < begin + len(text))
    return replace(
        block, kind=kind, start=begin, end=begin + len(text), text=text, lines=lines, marker=marker, level=level
    )
