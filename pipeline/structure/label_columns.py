"""Headers read by column: all labels first, then all values, as text taken from a PDF form often has them.

The labels stand alone, one after the other, and the values follow in the same order. A date among the values shows how
far they are shifted: a label that went into the title leaves its value behind, which then comes first.
"""

from dataclasses import replace

from notula.models.blocks import Block
from notula.models.sections import Section, SectionKind
from notula.pipeline.structure.title_lines import DATE
from notula.pipeline.text import fold

_FEWEST = 4  # labels alone, one after the other: fewer are empty fields of a form
_HEADER = (SectionKind.HEADER, SectionKind.AGENDA, SectionKind.ATTENDEES)


def deal_out(sections: list[Section]) -> list[Section]:
    """The sections with the values of labels that stand in a column of their own dealt out to them."""
    last = next((at for at, section in enumerate(sections) if _is_last(sections, at)), None)
    if last is None:
        return sections
    first = last
    while first > 0 and _is_alone(sections[first - 1]):
        first -= 1
    labels, values = sections[first : last + 1], sections[last].blocks
    dated = next((at for at, section in enumerate(labels) if section.field == "date"), None)
    day = next((at for at, block in enumerate(values) if DATE.search(fold(block.text))), None)
    if dated is None or day is None or not 0 <= day - dated <= 2:
        return sections
    shift = day - dated
    if shift + len(labels) > len(values) or any(block.table is not None for block in values[: shift + len(labels)]):
        return sections
    dealt = [_with(section, values[shift + at : shift + at + 1]) for at, section in enumerate(labels[:-1])]
    return [*sections[:first], *dealt, _with(labels[-1], values[shift + len(labels) - 1 :]), *sections[last + 1 :]]


def _is_last(sections: list[Section], at: int) -> bool:
    """Whether a section is the last of a column of labels and holds the values of all of them."""
    alone = at >= _FEWEST and all(_is_alone(section) for section in sections[at - _FEWEST + 1 : at])
    return alone and sections[at].kind in _HEADER and not sections[at].inline and len(sections[at].blocks) > _FEWEST


def _is_alone(section: Section) -> bool:
    return section.kind in _HEADER and section.heading is not None and not section.blocks


def _with(section: Section, blocks: tuple[Block, ...]) -> Section:
    return replace(section, blocks=blocks)
