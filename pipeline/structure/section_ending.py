"""What ends a section that nothing opened after it: the header, a list, decisions under a topic."""


from notula.models.blocks import Block
from notula.models.sections import SectionKind
from notula.pipeline.structure.columns import read_columns, section_kind, sets_out_talk
from notula.pipeline.structure.header_end import begins_body
from notula.pipeline.structure.leaving import leaves_agenda, leaves_list, leaves_points, next_heading
from notula.pipeline.structure.open_section import Cut
from notula.pipeline.structure.section_kinds import POINTS, ROSTER
from notula.pipeline.structure.section_opening import Openings
from notula.pipeline.structure.shapes import (
    CHAPTER,
    follows,
    is_sentence,
    is_short_line,
    looks_alike,
    looks_like_heading,
    style_of,
)


class Endings:
    """Tells where the open section ends without a new label."""

    def __init__(self, cut: Cut, openings: Openings) -> None:
        self._cut, self._openings = cut, openings

    def header_goes_on(self, block: Block, ahead: list[Block]) -> bool:
        """Whether a plain line before the body is followed by more header labels: then it belongs to the header."""
        listed = block.kind == "item"
        numbered = CHAPTER.match(block.marker or "") is not None or block.bold
        chapter = listed and numbered  # "I. Rapat Evaluasi", then its header
        if self._cut.in_body or is_sentence(block) or (listed and not (self._cut.now.field or chapter)):
            return False
        for each in ahead[: 1 if listed else None]:
            if each.table is not None or is_sentence(each) or (each.kind == "item" and not listed):
                return False
            found = self._cut.labels.opening(each.text) or self._openings.bare(each)
            if found is not None:
                return found.kind is SectionKind.HEADER or (found.kind in ROSTER and found.rule != "heading")
        return False

    def following(self, block: Block, following: Block | None) -> SectionKind | None:
        """The kind of section that a block without an opening begins, or None where it goes on in the open one."""
        now = self._cut.now
        if now.kind is SectionKind.HEADER:
            return SectionKind.DISCUSSION if begins_body(self._cut.sections, block, self._cut.lexicon) else None
        if now.held and now.kind in ROSTER and not self._more_names(block):
            if now.blocks[-1].text.rstrip().endswith(","):
                return None
            return SectionKind.DISCUSSION
        if block.table is not None:
            listed = now.kind in (SectionKind.ATTENDEES, SectionKind.ABSENT)
            return SectionKind.DISCUSSION if listed and sets_out_talk(block.table, self._cut.lexicon) else None
        if next_heading(now, block, following) or self._parts_reports(block, following):
            return SectionKind.DISCUSSION
        if now.kind is SectionKind.AGENDA:
            return SectionKind.DISCUSSION if leaves_agenda(now, block) else None
        if now.kind in (SectionKind.ATTENDEES, SectionKind.ABSENT):
            return SectionKind.DISCUSSION if leaves_list(now, block, following) else None
        if now.kind in POINTS:
            if self._above_heading(block):
                return SectionKind.DISCUSSION
            left = leaves_points(now, block, following, labelled=now.kind in self._cut.repeated)
            return SectionKind.DISCUSSION if left or self._next_topic(block, following) else None
        return None

    def _above_heading(self, block: Block) -> bool:
        """Whether an item stands less deep than the item that heads the open list: it is the next topic."""
        heading, first = self._cut.now.heading, self._cut.now.first_item
        if heading is None or first is None or self._cut.now.inline or heading.kind != "item" or block.kind != "item":
            return False
        return block.level < heading.level < first.level

    def _parts_reports(self, block: Block, following: Block | None) -> bool:
        """Whether a line stands between the parts of two reports: it says whose the next one is ("B. Dinas Sosial")."""
        now, words = self._cut.now, self._cut.labels.words
        if now.heading is None or following is None or not now.blocks or now.kind not in POINTS:
            return False
        below = self._cut.labels.opening(following.text)
        listed = block.kind == "item" and now.first_item is not None and style_of(now.first_item) == style_of(block)
        if below is None or listed or not (looks_like_heading(block) or is_short_line(block) or block.kind == "item"):
            return False
        return None not in (words.report_part(now.heading.text), words.report_part(following.text[: below.value]))

    def _next_topic(self, block: Block, following: Block | None) -> bool:
        """Whether a line under decisions is set apart like the topics before them, and heads no list."""
        if self._cut.now.kind is not SectionKind.AGREEMENTS or not self._cut.now.blocks or block.kind == "item":
            return False
        if not looks_like_heading(block) or (following is not None and following.kind == "item"):
            return False
        heads = [section.heading for section in self._cut.sections[:-1] if section.heading is not None]
        lines = [each for section in self._cut.sections[-3:-1] for each in section.blocks if section.field is None]
        return any(looks_alike(each, block) for each in (*heads, *lines) if looks_like_heading(each))

    def _more_names(self, block: Block) -> bool:
        """Whether a block after a form is a list of people that its last row may have announced, or goes on with it."""
        if block.table is None:
            return self._cut.now.last_item is not None and follows(self._cut.now.last_item, block)
        return section_kind(read_columns(block.table, self._cut.lexicon)) is SectionKind.ATTENDEES
