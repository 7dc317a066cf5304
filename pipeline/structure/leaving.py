"""Where the lists of a header end: the agenda, those present, those missing."""

from notula.models.blocks import Block
from notula.models.sections import SectionKind
from notula.pipeline.structure.open_section import OpenSection
from notula.pipeline.structure.shapes import TOPIC, follows, is_sentence, looks_like_heading, restarts, style_of


def leaves_agenda(now: OpenSection, block: Block) -> bool:
    """Whether a block comes after the agenda."""
    first = now.first_item
    if block.kind == "item":
        if first is None:
            return now.inline
        other = block.level == first.level and style_of(block) != style_of(first)
        return block.level < first.level or other or restarts(first, block)
    if first is not None or now.inline:
        return not block.text[:1].islower()
    return is_sentence(block) and bool(now.blocks)


def leaves_list(now: OpenSection, block: Block, following: Block | None) -> bool:
    """Whether a block comes after a list of those present or missing."""
    if not now.blocks:
        return False
    if now.blocks[-1].table is not None:
        return True
    if now.kind is SectionKind.ABSENT and now.inline and now.first_item is None and block.kind != "item":
        return not now.blocks[-1].text.rstrip().endswith((",", ":", ";"))
    if block.kind == "item":
        grouped = bool(now.blocks) and now.blocks[-1].text.rstrip().endswith(":")
        return (now.inline and now.first_item is None and not grouped) or (
            is_sentence(block) and not follows(now.blocks[-1], block)
        )
    if block.outline is not None and not block.text.rstrip().endswith(":"):
        return True
    if now.first_item is not None and following is not None and _other_list(now, block, following):
        return True
    if now.inline and following is not None and following.kind == "item":
        topic = TOPIC.match(block.text) is not None or len(following.text.split()) >= 6
        return topic and not block.text.rstrip().endswith(":")
    if now.first_item is not None and looks_like_heading(block) and not block.text.rstrip().endswith(":"):
        return following is None or following.kind != "item" or is_sentence(following)
    speech = following is not None and following.kind != "item" and len(following.text.split()) >= 25
    return is_sentence(block) or (speech and block.text.rstrip().endswith(":"))


def _other_list(now: OpenSection, block: Block, following: Block) -> bool:
    """Whether a line after a list of absentees begins another list, numbered otherwise (attendees: in groups)."""
    first = now.first_item
    if now.kind is not SectionKind.ABSENT or first is None or following.kind != "item":
        return False
    return style_of(following) not in ("", style_of(first)) and not block.text.rstrip().endswith(":")
