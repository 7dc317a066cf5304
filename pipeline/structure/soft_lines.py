"""Lines that a writer kept in one paragraph by breaks without a new one (Shift+Enter, a line feed of a program).

In an agenda, a list of agreements or follow-ups, and in the talk where each ends its sentence, such lines say a thing
of their own each. A sentence may be broken so as well: then the next line begins small, or behind a word that leads on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from notula.models.blocks import Block, PlacedLine
from notula.models.sections import Section, SectionKind
from notula.pipeline.structure.line_ends import leads_on
from notula.pipeline.structure.run_in import part_of
from notula.pipeline.structure.section_kinds import POINTS

_LISTS = (*POINTS, SectionKind.AGENDA)
_TALK = (SectionKind.DISCUSSION, SectionKind.OTHER)
_BEGINS = re.compile(r"[\W\d_]*[A-Z]")
_ENDS = (".", ";", "!", "?")
_SHORTEST = 2  # words of a line that says something


def with_lines_apart(section: Section) -> Section:
    """The section, paragraphs whose lines say a thing each as so many paragraphs."""
    listed = section.kind in _LISTS
    if not (listed or section.kind in _TALK) or section.field is not None:
        return section
    blocks = [part for block in section.blocks for part in _parts(block, listed=listed)]
    return section if len(blocks) == len(section.blocks) else replace(section, blocks=tuple(blocks))


def _parts(block: Block, *, listed: bool) -> Iterator[Block]:
    """The lines of a block as blocks of their own where each says something, else the block."""
    lines = block.lines
    if block.kind != "paragraph" or block.table is not None or len(lines) < 2 or not _are_apart(lines, listed=listed):
        yield block
    else:
        yield from lines_apart(block)


def lines_apart(block: Block) -> Iterator[Block]:
    """The lines of a paragraph as blocks of their own."""
    for placed in block.lines:
        start, end = max(placed.start, block.start) - block.start, min(placed.end, block.end) - block.start
        if block.text[start:end].strip():
            yield part_of(block, start, end, block.kind, None, block.level)


def _are_apart(lines: Sequence[PlacedLine], *, listed: bool) -> bool:
    """Whether all breaks between lines were set by the writer and each line says something by itself."""
    texts = [placed.line.text.strip() for placed in lines]
    if not all(placed.line.continues for placed in lines[1:]) or not all(map(_BEGINS.match, texts[1:])):
        return False
    if all(text.endswith(_ENDS) for text in texts[:-1]):
        return True
    said = sum(len(text.split()) >= _SHORTEST for text in texts)
    return listed and said * 2 > len(texts) and not any(map(leads_on, texts[:-1]))
