"""Where the header ends and the body begins, and what still belongs to it."""

import re
from collections.abc import Sequence

from notula.models.blocks import Block
from notula.models.sections import SectionKind
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.columns import is_talk
from notula.pipeline.structure.labels import Labels, Opening
from notula.pipeline.structure.open_section import OpenSection
from notula.pipeline.structure.opening_lines import any_day
from notula.pipeline.structure.section_kinds import BODY, POINTS, ROSTER
from notula.pipeline.structure.shapes import follows, is_sentence, is_short_line, looks_like_heading
from notula.pipeline.text import fold

_NAMES = ("title", "subject")  # fields that may go over several lines
WHEN_AND_WHERE = ("date", "time", "place")  # fields of a header
_LEADS_OVER = 8  # words of a sentence at least
_LONG = 25  # words of running text
_LAST_SIGN = 0x2BFF  # behind it stand pictures, before it the signs of lists
# Before the day, the time and the place on one line.
_WHEN_AND_WHERE = re.compile("[📅📆🗓⏰⏱🕐-🕧📍].*[📅📆🗓⏰⏱🕐-🕧📍]", re.DOTALL)
_NOTES = 1  # blocks above a form, at most


def begins_body(sections: Sequence[OpenSection], block: Block, lexicon: Lexicon) -> bool:
    """Whether a block that opens nothing begins the body, below the sections so far."""
    now = sections[-1]
    labelled = any(section.field for section in sections)
    if block.table is not None:
        return labelled and is_talk(block.table, lexicon)
    if now.field is None:
        signed = _is_signed_title(sections, block) or _WHEN_AND_WHERE.match(f"{block.marker} {block.text}")
        listed = block.kind == "item" and not signed
        if listed or len(block.text.split()) >= _LONG:
            return True
        return is_sentence(block) and (labelled or any(any_day(fold(each.text)) for each in now.blocks))
    if now.last_item is not None and follows(now.last_item, block):
        return False
    if now.inline and _leads_to_list(block):
        return True
    if now.inline or now.held:
        return block.kind == "item" or is_sentence(block) or looks_like_heading(block)
    if now.field in _NAMES and now.last is not None and _set_alike(now.last, block):
        return False  # the second line of a name set in capitals
    return bool(now.blocks) and (is_sentence(block) or (block.kind != "item" and looks_like_heading(block)))


def _is_signed_title(sections: Sequence[OpenSection], block: Block) -> bool:
    """Whether a line set apart at the very top has a picture before it ("📝 RAPAT PANITIA"): it is in no list."""
    first = len(sections) == 1 and not sections[0].blocks
    return first and looks_like_heading(block) and ord((block.marker or " ")[0]) > _LAST_SIGN


def _set_alike(before: Block, block: Block) -> bool:
    """Whether a line set apart goes on like the one before it: in weight, place and capitals."""
    looks = [(each.bold, each.align, each.text.isupper(), each.kind == "item") for each in (before, block)]
    return looks[0] == looks[1] and before.text.isupper()


def _leads_to_list(block: Block) -> bool:
    """Whether a line is a sentence over a list ("Bersama ini disampaikan hasil rapat sebagai berikut:")."""
    return block.text.rstrip().endswith(":") and len(block.text.split()) >= _LEADS_OVER


def tells_before(sections: Sequence[OpenSection], block: Block, ahead: Sequence[Block], labels: Labels) -> bool:
    """Whether a sentence stands above the labels of the header: a page's text or a message that brings the minutes."""
    labelled = any(section.field or section.kind is not SectionKind.HEADER for section in sections)
    if labelled or block.kind == "item" or block.table is not None or len(block.text.split()) < _LEADS_OVER:
        return False
    found = [each for each in _labels_in(ahead, labels) if each.kind in (SectionKind.HEADER, *ROSTER)]
    return len(found) > 1 and any(opening.field in WHEN_AND_WHERE or opening.kind in ROSTER for opening in found)


def tops_form(sections: Sequence[OpenSection]) -> bool:
    """Whether nothing but a note or a heading stands above the first row of a form: the header is not over."""
    body = [section for section in sections if section.kind in BODY]
    noted = sum(len(section.blocks) for section in body) <= _NOTES
    return noted and not any(section.field or section.kind in POINTS for section in sections)


def leads_over(block: Block, ahead: Sequence[Block], labels: Labels) -> bool:
    """Whether a sentence between the head of a letter and that of the minutes leads over to them."""
    apart = looks_like_heading(block) and not block.text.rstrip().endswith(":")
    if apart or block.kind == "item" or block.table is not None or len(block.text.split()) < _LEADS_OVER:
        return False
    return any(opening.field in WHEN_AND_WHERE for opening in _labels_in(ahead, labels))


def _labels_in(ahead: Sequence[Block], labels: Labels) -> list[Opening]:
    found = (labels.opening(each.text) for each in ahead)
    return [opening for opening in found if opening and opening.rule == "label"]


def heads_within(now: OpenSection, block: Block, labels: Labels) -> bool:
    """Whether a line set apart further down in the value of a form's row is a heading of the body ("HASIL RAPAT")."""
    if now.rule != "form_row" or now.last is None or block.kind == "item" or not looks_like_heading(block):
        return False
    words = labels.words
    kind = words.kind(block.text) or (words.loose_kind(block.text) if words.coverage(block.text) >= 1 else None)
    return kind in BODY


def is_agenda_line(now: OpenSection, opening: Opening, block: Block, following: Block | None, labels: Labels) -> bool:
    """Whether a line that could be a heading is one of the lines of an agenda ("Lain-lain", "Penutup")."""
    last = now.last
    if block.kind == "item" or opening.has_value(block.text) or block.text.endswith(":"):
        return False
    if last is None:
        return _heads_lines(now, block, following, labels)
    alike = (last.kind, last.bold, last.outline) == (block.kind, block.bold, block.outline)
    return alike and following is not None and labels.opening(following.text) is not None


def _heads_lines(now: OpenSection, block: Block, following: Block | None, labels: Labels) -> bool:
    """Whether a plain line is the first of several right below a label with a colon ("Acara:", "Pembukaan", "Doa")."""
    labelled = now.heading is not None and now.heading.text.rstrip().endswith(":")
    if not labelled or following is None or not (is_short_line(block) and is_short_line(following)):
        return False
    apart = block.bold or block.outline is not None or any(each.line.spaced for each in block.lines)
    return not apart and block.bold == following.bold and labels.opening(following.text) is None
