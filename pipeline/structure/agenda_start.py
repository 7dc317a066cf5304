"""Where an agenda begins among those present or in the body: "Acara" and the like are names of teams there, too."""

from collections.abc import Sequence

from notula.models.blocks import Block
from notula.models.sections import SectionKind
from notula.pipeline.structure.labels import Labels, Opening
from notula.pipeline.structure.leaving import heads_names, same_list
from notula.pipeline.structure.open_section import OpenSection
from notula.pipeline.structure.section_kinds import BODY
from notula.pipeline.structure.shapes import is_sentence


def begins_agenda(
    sections: Sequence[OpenSection], opening: Opening, block: Block, following: Block | None, labels: Labels
) -> bool:
    """Whether a label or heading of an agenda opens one, below the sections so far."""
    now, inline = sections[-1], opening.has_value(block.text)
    if now.kind is SectionKind.ATTENDEES and following is not None and same_list(now, block):
        # "Humas: Rina" before it and "Perkap: Joko" behind it
        return not heads_names(following) or labels.opening(following.text) is not None
    points = now.kind in BODY and now.kind is not SectionKind.DISCUSSION
    if points and ((now.heading and inline) or labels.words.is_field_of_work(block.text)):
        return False  # a team and its tasks ("acara: Hana - rundown")
    if not any(section.kind in BODY and section.blocks for section in sections):
        return True
    if block.kind == "item" and following is not None and is_sentence(following):
        return False  # a topic of the talk, headed "3. Acara"
    known = any(section.kind is SectionKind.AGENDA for section in sections)
    return not known and (not inline or now.kind not in BODY or now.rule.startswith("after_"))
