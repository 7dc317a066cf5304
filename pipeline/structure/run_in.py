"""Lists run into one line ("... 1. Bappeda ... 2. Dinas ... 3. ..."), as texts copied from chats and web pages have."""

import re
from collections.abc import Iterator
from dataclasses import replace

from notula.models.blocks import Block, BlockKind
from notula.pipeline.structure.markers import parse_marker

_MARK = re.compile(r"(?:(?<=\s)|^)(?P<number>\d{1,2})(?P<sign>[.)])\s+(?=[^\W\d_])")
_FEWEST = 3  # items: two numbers in a sentence happen by chance


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
    ends = [*(mark.start() for mark in marks[1:]), len(block.text)]
    for mark, end in zip(marks, ends, strict=True):
        yield part_of(block, mark.end(), end, "item", mark["number"] + mark["sign"], level)


def _counted(block: Block) -> list["re.Match[str]"]:
    """The numbers that count up in a block, in order; empty where they make no list."""
    if block.table is not None or _MARK.search(block.text) is None:
        return []
    own = parse_marker(block.marker + " x") if block.marker else None
    if block.kind == "item" and (own is None or own.value != 1):
        return []
    wanted, sign = (2, block.marker[-1:] if block.marker else "") if block.kind == "item" else (1, "")
    found: list[re.Match[str]] = []
    for mark in _MARK.finditer(block.text):
        if int(mark["number"]) == wanted and sign in ("", mark["sign"]):
            found.append(mark)
            wanted, sign = wanted + 1, mark["sign"]
    if len(found) + (block.kind == "item") < _FEWEST:
        return []
    ends = [*(mark.start() for mark in found[1:]), len(block.text)]
    parts = [block.text[mark.end() : end] for mark, end in zip(found, ends, strict=True)]
    announced = block.text[: found[0].start()].rstrip().endswith(":")
    return found if announced or all(len(part.split()) >= 2 for part in parts) else []


def part_of(block: Block, start: int, end: int, kind: BlockKind, marker: str | None, level: int) -> Block:
    """A stretch of a block as a block of its own, white space at its end left out."""
    text = block.text[start:end].rstrip()
    begin = block.start + start
    lines = tuple(line for line in block.lines if line.end > begin and line.start < begin + len(text))
    return replace(
        block, kind=kind, start=begin, end=begin + len(text), text=text, lines=lines, marker=marker, level=level
    )
