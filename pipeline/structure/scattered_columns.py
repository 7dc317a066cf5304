"""Tables read column by column, as text taken out of a page has them: a title, the cells below it, the next title.

Which cells make a row nothing tells for sure. So the cells are neither decisions nor tasks, but for those of the column
of tasks that heads the section, above the next title, where they are more than a few words.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from notula.models.blocks import Block
from notula.models.sections import Section, SectionKind
from notula.pipeline.structure.column_titles import written_roles
from notula.pipeline.structure.labels import Labels

_KINDS: Final = (SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS)
_BESIDE: Final = frozenset({"number", "owner", "due", "status", "remark"})  # columns beside that of tasks
_SHORT: Final = 3  # words of most cells
_TASK: Final = 5  # words of a cell that tells a task by itself


def settle_scattered(sections: Sequence[Section], labels: Labels) -> tuple[Section, ...]:
    """The sections, those that hold such a table without its loose cells."""
    return tuple(part for section in sections for part in _settled(section, labels))


def _settled(section: Section, labels: Labels) -> list[Section]:
    if section.kind not in _KINDS or section.heading is None or not _roles(section.heading, labels):
        return [section]
    if not _is_scattered(section.blocks, labels):
        return [section]
    first = takewhile(lambda block: not _is_title(block, labels), section.blocks)
    tasks = [block for block in first if len(block.text.split()) >= _TASK]
    kept = tuple(tasks) if section.kind is SectionKind.FOLLOW_UPS else ()
    loose = tuple(block for block in section.blocks if block not in kept)
    return [
        replace(section, blocks=kept, rule="scattered_columns"),
        Section(SectionKind.OTHER, None, loose, "after_scattered"),
    ]


def _is_scattered(blocks: Sequence[Block], labels: Labels) -> bool:
    """Whether blocks are lines, most of them short, with the title of another column alone among them."""
    plain = all(block.kind == "paragraph" and block.table is None for block in blocks)
    titled = any(
        _is_title(here, labels) and not _roles(over, labels) and not _is_title(below, labels)
        for over, here, below in zip(blocks, blocks[1:], blocks[2:], strict=False)
    )
    short = sum(len(block.text.split()) <= _SHORT for block in blocks)
    return plain and titled and 2 * short >= len(blocks)


def _is_title(block: Block, labels: Labels) -> bool:
    """Whether a line is the title of a column beside that of tasks, and nothing else."""
    roles = _roles(block, labels)
    return bool(roles) and roles <= _BESIDE


def _roles(block: Block, labels: Labels) -> frozenset[str]:
    text = block.text.strip()
    return frozenset() if text.endswith(":") else written_roles(labels.words.lexicon, text)
