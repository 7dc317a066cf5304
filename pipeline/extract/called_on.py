"""Parties called on by a line over a list of them: "Dinas berikut agar mengirim data paling lambat 5 Mei:".

Each item is a party, with what it brings or has to do behind it, and a task of its own; the line above is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from notula.models.blocks import Block
from notula.models.minutes import Where
from notula.pipeline.extract.drafts import DueRef, FollowUpDraft, OwnerRef, owner_refs
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.reading import Reading, shift
from notula.pipeline.extract.scope import Span

_BIDS = re.compile(  # of those whom the list names, not of somebody who is to do something with them
    r"(?:^\W*(?:bagi |kepada |untuk )?(?:yang|yg)\b|\b(?:berikut|(?:di ?)?bawah ini|sbb)\b)[^:]*?"
    r"\b(?:agar|supaya|diminta|dimohon|diharapkan|diharap|mohon|minta|wajib|diwajibkan|harus|segera|ditugaskan|ditugasi|"
    r"dipersilakan|ditunggu)\b",
    re.IGNORECASE,
)
_FEWEST = 4  # words of a line that says what is asked
_TOLD = re.compile(r"\s*(?:\(|:\s|\s[–—-]\s|,\s|;?\s*$)")  # behind the party of an item


class Called(NamedTuple):
    """Who an item says is called on, and the deadline of the line above it."""

    owners: tuple[OwnerRef, ...]
    due: DueRef | None

    def draft(self, item: Span, where: Where, reading: Reading) -> FollowUpDraft:
        """The item as a follow-up, with the deadline of the line above where it has none of its own."""
        own = reading.draft(item, where, "follow_up_called_on", section=False)
        return replace(own, owners=self.owners, due=own.due or self.due)


def called_on(blocks: Sequence[Block], reading: Reading, known: Known) -> dict[int, Called | None]:
    """The items of such lists by where they start, and the lines over them, which call on nobody else (None)."""
    found: dict[int, Called | None] = {}
    for at, block in enumerate(blocks):
        asks = block.table is None and block.text.rstrip().endswith(":") and _BIDS.search(block.text)
        if not asks or len(block.text.split()) < _FEWEST:
            continue
        items = list(_items(blocks, at))
        owners = [_party(item, known) for item in items]
        if len(items) < 2 or not all(owners):
            continue
        lead = Span(block.start, block.end)
        mention = reading.due(lead)
        due = DueRef(shift(mention.span, lead.start), mention) if mention else None
        found |= {item.start: Called(refs, due) for item, refs in zip(items, owners, strict=True)}
        found[block.start] = None
    return found


def _items(blocks: Sequence[Block], at: int) -> Iterator[Block]:
    """The items right under a line, of an item the deeper ones."""
    head = blocks[at]
    for block in blocks[at + 1 :]:
        if block.kind != "item" or (head.kind == "item" and block.level <= head.level):
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
