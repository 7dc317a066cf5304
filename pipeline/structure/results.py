"""What stands under "Hasil Rapat": decisions, or a report of the talk.

It is decisions where the minutes have no other list of decisions, and the points are a list of short sentences of which
few tell what somebody said or how things stand, and not only some say outright that they were agreed; a heading among
them ends the list. A list right below a title that shares out tasks is
follow-ups.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from notula.models.blocks import Block
from notula.models.sections import Section, SectionKind
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.labels import Labels
from notula.pipeline.structure.shapes import deals_out, looks_like_heading
from notula.pipeline.text import fold

INNER_TASKS = "inner_tasks"
"""The rule of a list of tasks under a decision: its points are decisions as well."""
_FEWEST = 2  # points
_TITLE = 2  # blocks
_TOPIC_WORDS = 4  # of a point that only names what those below it are about
_SHARES = re.compile(r"\b(?:pem)?bagi(?:an)?[- ](?:bagi )?(?:tugas|kerja|job\w*)\b|\bpenugasan\b")
_LINE_WORDS = 16  # of a decision on a line of its own
_WORDS = 28  # of a point, on the average: reports of talk are longer
_OUTRIGHT = ("disepakati", "diputuskan", "menyepakati", "memutuskan")
_TOLD_FIRST = re.compile(  # what a point that begins with it reports: "Disampaikan Camat bahwa ..."
    r"\W*di(?:sampaik|lapork|jelask|papark|informasik|terangk|tanyak|tambahk|kemukak|keluhk|ungkapk|cerita(?:k)?)an\b"
)
_TELLING = ("memberi", "memberikan", "menetapkan", "menyepakati", "menyetujui", "memutuskan", "menyimpulkan", "menjadi")


def settle_results(sections: Sequence[Section], labels: Labels, lexicon: Lexicon) -> tuple[Section, ...]:
    """The sections, those headed as results turned into agreements where their points are decisions."""
    if any(section.kind is SectionKind.AGREEMENTS for section in sections):
        return tuple(sections)
    headed = [_is_headed(section, labels) for section in sections]
    told = any(
        section.kind is SectionKind.DISCUSSION and section.heading is not None and section.blocks and not result
        for section, result in zip(sections, headed, strict=True)
    )
    return tuple(
        part
        for section, result in zip(sections, headed, strict=True)
        for part in (_as_tasks(section, labels) or _settled(section, lexicon, told=told) if result else [section])
    )


def _as_tasks(section: Section, labels: Labels) -> list[Section]:
    """Results as follow-ups where the line over their list calls them so ("Hasil rapat: rencana aksi bersama")."""
    over = section.blocks[0] if len(section.blocks) > _FEWEST else None
    if over is None or over.kind == "item" or section.blocks[1].kind != "item" or len(over.text.split()) > _TOPIC_WORDS:
        return []
    if labels.words.loose_kind(over.text) is not SectionKind.FOLLOW_UPS:
        return []
    return [Section(SectionKind.FOLLOW_UPS, over, section.blocks[1:], "results_tasks")]


def settle_shares(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, the list right below a title that shares out tasks as follow-ups ("RAPAT PEMBAGIAN TUGAS ...")."""
    title = " ".join(fold(block.text) for block in sections[0].blocks[:_TITLE]) if sections else ""
    if any(section.kind is SectionKind.FOLLOW_UPS for section in sections) or not _SHARES.search(title):
        return tuple(sections)
    found: list[Section] = []
    for section in sections:
        if section.rule != "after_header" or not section.blocks or section.blocks[0].kind != "item":
            found.append(section)
            continue
        end = max(at for at, block in enumerate(section.blocks) if block.kind == "item") + 1
        over = found[-1].blocks[-1:] if found and len(found[-1].blocks) > 1 else ()
        if over and (any(map(str.isdigit, over[0].text)) or over[0].kind == "item"):
            over = ()  # a day: nobody's name over the first list
        if over:
            found[-1] = replace(found[-1], blocks=found[-1].blocks[:-1])
        blocks = (*over, *section.blocks[:end])
        found.append(replace(section, kind=SectionKind.FOLLOW_UPS, rule="title_shares", blocks=blocks))
        if section.blocks[end:]:
            found.append(Section(SectionKind.DISCUSSION, None, section.blocks[end:], "after_shares"))
    return tuple(found)


def settle_inner_tasks(sections: Sequence[Section], labels: Labels) -> tuple[Section, ...]:
    """The sections, lists under a decision that only names them ("3. Pembagian tugas:") as follow-ups."""
    return tuple(part for section in sections for part in _without_inner_tasks(section, labels))


def _without_inner_tasks(section: Section, labels: Labels) -> list[Section]:
    if section.kind is not SectionKind.AGREEMENTS:
        return [section]
    found: list[Section] = []
    blocks, begin, at = section.blocks, 0, 0
    while at < len(blocks):
        end = _inner_end(blocks, at, labels)
        if end is None:
            at += 1
            continue
        if at > begin:
            found.append(replace(section, blocks=blocks[begin:at]))
        found.append(Section(SectionKind.FOLLOW_UPS, blocks[at], blocks[at + 1 : end], INNER_TASKS))
        begin = at = end
    return [*found, replace(section, blocks=blocks[begin:])] if begin < len(blocks) or not found else found


def _inner_end(blocks: Sequence[Block], at: int, labels: Labels) -> int | None:
    """Where the deeper list ends that an item heads as tasks; None where it heads none."""
    head = blocks[at]
    if head.kind != "item" or labels.words.kind(head.text.strip(" :")) is not SectionKind.FOLLOW_UPS:
        return None
    end = at + 1
    while end < len(blocks) and blocks[end].kind == "item" and blocks[end].level > head.level:
        end += 1
    return end if end > at + 1 else None


def _settled(section: Section, lexicon: Lexicon, *, told: bool) -> list[Section]:
    """The section as agreements where its points are decisions, up to a heading among them; else as it is.

    Where the talk is ``told`` under a heading of its own, lines without marks are points as well.
    """
    if told and _decides_in_lines(section, lexicon):
        return [replace(section, kind=SectionKind.AGREEMENTS, rule="results_decided")]
    end = next((at for at, block in enumerate(section.blocks) if at and _heads_more(block)), len(section.blocks))
    end = _behind_list(section.blocks, end)
    decided = replace(section, kind=SectionKind.AGREEMENTS, rule="results_decided", blocks=section.blocks[:end])
    points = [block for block in decided.blocks if block.kind == "item"]
    if not _decides(decided, lexicon) or (end < len(section.blocks) and len(points) <= _FEWEST):
        return [section]
    rest = Section(SectionKind.DISCUSSION, None, section.blocks[end:], "after_results")
    return [decided, rest] if rest.blocks else [decided]


def _behind_list(blocks: Sequence[Block], end: int) -> int:
    """Where the list ends up to which a section is looked at: a sentence behind its last point is told after it."""
    last = max((at for at, block in enumerate(blocks[:end]) if block.kind == "item"), default=end - 1)
    told = last + 1 < end and blocks[last + 1].table is None and blocks[last + 1].text[:1].isupper()
    return last + 1 if told else end


def _heads_more(block: Block) -> bool:
    """Whether a line below results begins something else ("Susunan panitia:")."""
    return block.kind != "item" and looks_like_heading(block)


def _is_headed(section: Section, labels: Labels) -> bool:
    heading = section.heading
    return section.kind is SectionKind.DISCUSSION and heading is not None and labels.words.names_result(heading.text)


def _decides(section: Section, lexicon: Lexicon) -> bool:
    """Whether a section is one list of short points that do not tell who said what."""
    if any(block.table is not None or block.outline is not None for block in section.blocks):
        return False
    items = _below_topics([block for block in section.blocks if block.kind == "item"])
    points = [block for block in items if block.level <= items[0].level]
    plain = [block for block in section.blocks if block.kind != "item"]
    deeper = [block for block in items if block.level > items[0].level]
    nested = len(items) > 2 * len(points) and not deals_out(deeper)
    if len(points) < _FEWEST or nested or len(plain) > 1:
        return False
    words = sum(len(block.text.split()) for block in points) / len(points)
    telling = sum(_tells(block, lexicon) for block in points)
    return words <= _WORDS and telling * 4 <= len(points) and not _reports(items, lexicon)


def _reports(points: Sequence[Block], lexicon: Lexicon) -> bool:
    """Whether points report: a third of them how things stand ("Berkas sudah masuk"), or but some what was agreed."""
    worded = [_words(block) for block in points]
    stands = sum(bool(words & {*lexicon.cues.done, *lexicon.cues.doing}) for words in worded)
    agreed = sum(bool(words & set(_OUTRIGHT)) for words in worded)
    return (stands > 1 and stands * 3 >= len(points)) or 0 < agreed <= len(points) / 2


def _below_topics(items: Sequence[Block]) -> Sequence[Block]:
    """The items below those of the first level where each of these is but the name of a topic ("A. IURAN")."""
    tops = [at for at, item in enumerate(items) if item.level <= items[0].level]
    named = all(at + 1 < len(items) and items[at + 1].level > items[at].level for at in tops)
    short = all(len(items[at].text.split()) <= _TOPIC_WORDS and items[at].text[-1:].isalnum() for at in tops)
    if len(tops) < _FEWEST or not named or not short:
        return items
    return [item for item in items if item.level > items[0].level]


def _decides_in_lines(section: Section, lexicon: Lexicon) -> bool:
    """Whether a section is nothing but short lines that do not tell who said what."""
    if not section.blocks or any(block.table is not None or block.kind != "paragraph" for block in section.blocks):
        return False
    short = all(len(block.text.split()) <= _LINE_WORDS for block in section.blocks)
    return short and not any(_tells(block, lexicon) or _heads_more(block) for block in section.blocks)


def _tells(block: Block, lexicon: Lexicon) -> bool:
    """Whether a point tells what somebody said or did at the meeting, or asks."""
    report = set(lexicon.cues.report) - set(lexicon.cues.state) - set(_TELLING)
    told = _words(block) & report or _TOLD_FIRST.match(fold(block.text))
    return bool(told) or block.text.rstrip().endswith("?")


def _words(block: Block) -> set[str]:
    return {word.strip(".,;:()") for word in fold(block.text).split()}
