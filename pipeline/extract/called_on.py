"""Lists of the talk whose items are tasks, as the line above them says.

- It calls on the parties that they are: "Dinas berikut agar mengirim data paling lambat 5 Mei:". Each is a party, with
  what it brings or has to do behind it; the line is no task itself.
- It shares out work: "Pembagian tugas:", and most of them name who does it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from notula.models.blocks import Block
from notula.models.minutes import Where
from notula.pipeline.extract.drafts import DueRef, FollowUpDraft, OwnerRef, owner_refs
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.reading import Reading
from notula.pipeline.extract.scope import Span
from notula.pipeline.extract.unit_talk import MARKS
from notula.pipeline.structure.shapes import style_of

_BIDS = re.compile(  # of those whom the list names, not of somebody who is to do something with them
    r"(?:^\W*(?:bagi |kepada |untuk )?(?:yang|yg)\b|\b(?:berikut|(?:di ?)?bawah ini|sbb)\b)[^:]*?"
    r"\b(?:agar|supaya|diminta|dimohon|diharapkan|diharap|mohon|minta|wajib|diwajibkan|harus|segera|ditugaskan|ditugasi|"
    r"dipersilakan|ditunggu)\b",
    re.IGNORECASE,
)
_SHARES = re.compile(  # as the last sentence of a line
    r"(?:^|[.!?;]\s+)[^.:;]*\b(?:pembagian\w*|(?:di|ber|ter)?bagi(?:-bagi)?|bagi2|pekerjaan|tugas\w*)\b[^.:;]*:\s*$",
    re.IGNORECASE,
)
_BY_MARKS = MARKS | {"owner_colon_first"}
_LONGEST = 20  # words of an item that is a task
_FEWEST = 4  # words of a line that says what is asked
_TOLD = re.compile(r"\s*(?:\(|:\s|\s[–—-]\s|,\s|;?\s*$)")  # behind the party of an item


class Called(NamedTuple):
    """Who an item says is called on, if the line above it calls on parties, and that line's deadline."""

    owners: tuple[OwnerRef, ...]
    due: DueRef | None

    def draft(self, item: Span, where: Where, reading: Reading) -> FollowUpDraft:
        """The item as a follow-up, with the deadline of the line above where it has none of its own."""
        own = reading.draft(item, where, "follow_up_called_on", section=not self.owners)
        return replace(own, owners=self.owners or own.owners, due=own.due or self.due)


def called_on(blocks: Sequence[Block], reading: Reading, known: Known) -> dict[int, Called | None]:
    """The items of such lists by where they start, and the lines over them that call on nobody else (None)."""
    found: dict[int, Called | None] = {}
    for at, block in enumerate(blocks):
        if block.table is not None or not block.text.rstrip().endswith(":"):
            continue
        items = list(_items(blocks, at))
        if len(items) < 2:
            continue
        owners = [_party(item, known) for item in items] if _asks(block) else [()]
        if all(owners):
            due = reading.due_ref(Span(block.start, block.end))
            found |= {item.start: Called(refs, due) for item, refs in zip(items, owners, strict=True)}
            found[block.start] = None
        elif _SHARES.search(block.text) and _are_shared(items, reading):
            found |= {item.start: Called((), None) for item in items}
    return found


def _asks(block: Block) -> bool:
    return len(block.text.split()) >= _FEWEST and _BIDS.search(block.text) is not None


def _are_shared(items: Sequence[Block], reading: Reading) -> bool:
    """Whether the items are short and most name by a mark who does them."""
    if any(len(item.text.split()) > _LONGEST for item in items):
        return False
    told = [reading.owners(Span(item.start, item.end), section=True) for item in items]
    return sum(bool(each.named) and each.rule in _BY_MARKS for each in told) * 2 > len(items)


def _items(blocks: Sequence[Block], at: int) -> Iterator[Block]:
    """The items of one list right under a line, of an item the deeper ones."""
    head, first = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    for block in blocks[at + 1 :]:
        if first is None or block.kind != "item" or (head.kind == "item" and block.level <= head.level):
            return
        if block.outline is not None or (block.level, style_of(block)) != (first.level, style_of(first)):
            return
        yield block


def _party(item: Block, known: Known) -> tuple[OwnerRef, ...]:
    """The parties that an item begins with, or is."""
    for mark in _TOLD.finditer(item.text):
        if named := known.named(item.text, 0, mark.start()):
            return owner_refs(named, item.start, "owner_called_on")
        if mark.group().strip(" ,"):
            break
    return ()
