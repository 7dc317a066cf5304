"""Where a title can stand: the blocks before the first labelled field."""

import itertools
import re

from notula.models.blocks import Block
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.names import is_surely_name
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.title_ends import names_meeting
from notula.pipeline.structure.shapes import looks_like_heading
from notula.pipeline.structure.wording import join_spaced
from notula.pipeline.text import fold

_ADMIN = re.compile(
    r"\b(?:dokumen|dok(?=\W)|tgl\.? terbit|formulir|form|rev(?:isi)?|fm-\S+|no\.? ?dok\w*)\b", re.IGNORECASE
)
_MOST_NAME_WORDS = 4
_WORD = re.compile(r"[^\W\d_]+")
_BOOK = re.compile(
    r"[\W\d]*(?:buku|kumpulan|himpunan|bundel)\s+(?:catatan\s+)?(?:rapat|notul\w*|risalah|musyawarah|sidang|pertemuan)\b",
    re.IGNORECASE,
)


def names_book(block: Block) -> bool:
    """Whether a line is the cover of a book of minutes, which names no meeting ("BUKU NOTULEN RAPAT GURU")."""
    return block.table is None and _BOOK.match(join_spaced(block.text)) is not None


def top_blocks(scope: Scope) -> list[Block]:
    """The blocks before the first labelled field, headings of the document included.

    What stands below the number or the address of a letterhead belongs to them, too.
    """
    found: list[Block] = []
    for section in scope.sections.sections:
        if section.field == "ignore" and section.inline:
            found.extend(section.blocks[1:])
            continue
        if section.rule == "after_header" and any(scope.field("ignore")):
            found.extend(itertools.takewhile(looks_like_heading, section.blocks[:3]))
        if section.kind is not SectionKind.HEADER or section.field is not None:
            if section.heading is not None and _names_meeting(scope, section):
                found.append(section.heading)
                continue
            if section.heading is not None and _is_genre_heading(scope, section):
                found.extend([section.heading, *section.blocks])
                continue
            break
        found.extend(([section.heading] if section.heading else []) + list(section.blocks))
    return _flatten(scope, found)


def _flatten(scope: Scope, blocks: list[Block]) -> list[Block]:
    """The blocks with those of layout tables (a letterhead beside the word for minutes) in place of the tables."""
    flat: list[Block] = []
    labels = scope.labels

    def is_ignored(text: str) -> bool:
        opening = labels.opening(text)
        return opening is not None and opening.field == "ignore"

    for block in blocks:
        if block.table is None:
            flat.append(block)
        else:
            flat.extend(
                each
                for row in block.table.rows
                for cell in row
                if not cell.derived
                for each in cell.blocks
                if not _ADMIN.search(each.text) and not is_ignored(each.text)
            )
    return flat


def _names_meeting(scope: Scope, section: Section) -> bool:
    """Whether a heading over nothing, taken for that of a part by one of its words, ends with a word for a meeting."""
    if section.rule != "heading_words" or section.blocks or section.heading is None:
        return False
    words = _WORD.findall(section.heading.text)
    return bool(words) and names_meeting(scope, words[-1])


def _is_genre_heading(scope: Scope, section: Section) -> bool:
    """Whether a heading that opened a section is the word for minutes at the very top ("NOTULENSI")."""
    assert section.heading is not None
    text = fold(join_spaced(section.heading.text))
    if section.field == "note_taker" and section.inline and section.blocks:
        value = section.blocks[0].text
        if len(value.split()) <= _MOST_NAME_WORDS and is_surely_name(value, scope.lexicon):
            return False  # "Notulen: Bu Rina"
    within = section.heading.text[:1].islower()  # cut from a line: "Dipimpin Rina, notulen: Joko"
    return not within and section is scope.sections.sections[1 if len(scope.sections.sections) > 1 else 0] and any(
        text.startswith(word) for word in scope.lexicon.cues.genre
    )
