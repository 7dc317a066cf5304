"""Where an agenda begins.

Among those present or in the body, where "Acara" and the like are names of teams, too; below a sentence; under a
heading of the talk whose points are taken up one by one.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from notula.models.blocks import Block
from notula.models.sections import Section, SectionKind
from notula.pipeline.structure.labels import Labels, Opening
from notula.pipeline.structure.leaving import heads_names, same_list
from notula.pipeline.structure.open_section import OpenSection
from notula.pipeline.structure.section_kinds import BODY
from notula.pipeline.structure.shapes import INTRODUCES_AGENDA, follows, is_sentence, style_of
from notula.pipeline.text import fold

_ABOUT = re.compile(
    r"bahas|topi[kc]|obrol|omong|bi[cn]cang|bicara|pokok|materi|musyawarah|rembu|runding", re.IGNORECASE
)
_TALKED_OF = (
    r"di(?:bahas|bicarakan|bicara|rembu[gk]\w*|obrol\w*|omong\w*"
    r"|bincang\w*|perbincangkan|diskusikan|rapatkan|musyawarahkan|rundingkan)"
)
# A heading that names what was talked of, not the talk: its points are topics where the talk is told further down.
_NAMES_TOPICS = re.compile(
    rf"\W*(?:bahasan|(?:hal(?:\Whal)?\s+)?(?:(?:yang|yg)\s+)?{_TALKED_OF})\b(?:\s+\w+){{0,4}}\W*"
)
# A line over a list that says what was talked of, not what was to be ("Hal-hal yang telah dibahas antara lain:").
_WAS_TALKED_OF = re.compile(
    rf"\W*(?:adapun\s+)?(?:(?:beberapa\s+)?(?:hal(?:\Whal)?|poin|soal|masalah)\s+)?(?:yang|yg)\s+"
    rf"(?:(?:telah|sudah|sdh|udah)\s+)?{_TALKED_OF}\b(?:\s+\w+){{0,6}}\s*:\W*",
    re.IGNORECASE,
)
# A heading over what was said, not over what is left to say ("Lain-lain").
_REPORTS = re.compile(
    r"\W*(?:\w+\s+)?(?:jalan|urai|isi|hasil|catatan|rincian|ringkas|rangkum|diskusi|pembahasan|pembicaraan|notulensi)"
)
_TELLS = re.compile(
    r"\b(?:sudah|telah|belum|tidak|akan|masih|sedang|harus|perlu|bisa|ingin|sdh|blm|tdk|menyampaikan|melaporkan)\b",
    re.IGNORECASE,
)
# What a heading over topics begins with that is none of a report of the talk.
_ANNOUNCED = re.compile(r"\W*(?:(?:hal(?:-hal)? )?(?:yang|yg) akan dibahas|pokok|materi|topik|tema)\b")
_POINT = 14  # words of a point that a sentence introduces, at most
_ACCOUNT = 20  # words of an account of what was said, more than that
_SENTENCE_END = re.compile(r"[a-z)]\.(?=\s+[A-Z]|\s*$)")
_NUMBERED = re.compile(r"\W*(?:agenda|acara|topik)\s*(?:ke\W?\s*)?(?:\d{1,2}|[IVX]{1,4}|[A-H])\b", re.IGNORECASE)
_TOPIC, _NAME = 10, 5  # words of a topic, of one that is hardly more than a name
_FEWEST, _MOST = 2, 30  # topics
_ABRIDGED = 2  # words of a topic at least, where it is taken up in less of them
# A team whose work the words of an agenda name ("Seksi Acara :", "Laporan divisi materi:").
_TEAM = re.compile(
    r"\b(?:sub)?(?:seksi|sie|sekbid|divisi|div|bidang|bid|bagian|tim|regu|pokja|koordinator|koor|departemen|panitia)"
    r"\.?\s+(?:acara|materi)\b[^.:]{0,40}:?\W*$",
    re.IGNORECASE,
)
_OF_EACH = re.compile(r"\b(?:(?:se|tiap\W)?tiap|per|masing\W?masing|masing2|semua|seluruh)\b", re.IGNORECASE)
_LED_BY = re.compile(r"\([A-Z][a-z]+[^()]*\)\s*:?\s*$")  # a unit and who heads it


def begins_agenda(
    sections: Sequence[OpenSection], opening: Opening, block: Block, following: Block | None, labels: Labels
) -> bool:
    """Whether a label or heading of an agenda opens one, below the sections so far."""
    now, inline = sections[-1], opening.has_value(block.text)
    if now.kind is SectionKind.CLOSING:
        return False  # that of the next meeting
    if _NUMBERED.match(block.text) and _is_account(block.text[opening.value :]):
        return False  # "Agenda 2. Iuran. Bendahara melaporkan ...": what was said on it
    if now.kind is SectionKind.ATTENDEES and following is not None and same_list(now, block):
        # "Humas: Rina" before it and "Perkap: Joko" behind it
        return not heads_names(following) or labels.opening(following.text) is not None
    team = labels.words.is_field_of_work(block.text)
    if team and (_LED_BY.search(block.text) or _stands_below(block, now.last or now.heading)):
        return False  # "Acara (Rina)", or a team's part of what is told of all: "Progress tiap divisi", "Acara"
    of_each = now.heading is not None and _OF_EACH.search(now.heading.text) is not None
    if of_each and now.kind is SectionKind.DISCUSSION and labels.words.is_field_of_work(block.text[: opening.value]):
        return False  # "Laporan tiap divisi", then "Acara: rundown 90%"
    points = now.kind in BODY and now.kind is not SectionKind.DISCUSSION
    if points and ((now.heading and inline) or team):
        return False  # a team and its tasks ("acara: Hana - rundown")
    if not any(section.kind in BODY and section.blocks for section in sections):
        return True
    if block.kind == "item" and following is not None and is_sentence(following):
        return False  # a topic of the talk, headed "3. Acara"
    known = any(section.kind is SectionKind.AGENDA for section in sections)
    return not known and (not inline or now.kind not in BODY or now.rule.startswith("after_"))


def _stands_below(block: Block, above: Block | None) -> bool:
    """Whether a heading is the first part of the one right above."""
    if above is None or block.outline is None or above.outline is None:
        return False
    return block.outline > above.outline


def introduces_agenda(sections: Sequence[OpenSection], block: Block, ahead: Sequence[Block], labels: Labels) -> bool:
    """Whether a sentence of the opening leads over to the points of the agenda ("... dengan agenda:")."""
    if INTRODUCES_AGENDA.search(block.text) is None or not ahead or ahead[0].kind != "item":
        return False
    if labels.words.kind(ahead[0].text) is not None:
        return False  # a heading: "A. Materi"
    if any(section.kind is SectionKind.AGENDA or _is_headed(section) for section in sections):
        return False
    if _TEAM.search(block.text):
        return False
    points = [each for each in ahead if each.kind == "item" and each.level == ahead[0].level]
    return all(len(each.text.split()) <= _POINT for each in points)


def introduces_talk(sections: Sequence[OpenSection], block: Block) -> bool:
    """Whether a line over a list heads the talk ("Hal yang dibicarakan dalam pertemuan:"), above any of it."""
    above = block.kind == "paragraph" and not any(map(_is_headed, sections))
    return above and _WAS_TALKED_OF.fullmatch(block.text) is not None


def _is_headed(section: OpenSection) -> bool:
    return section.kind in BODY and section.heading is not None


def settle_agenda(sections: Sequence[Section], labels: Labels) -> tuple[Section, ...]:
    """The sections, a list of topics under a heading of the talk as the agenda where they are taken up behind it.

    A headed agenda that tells of each point what was said is the talk, and so is what the team "Acara" reports.
    """
    sections = [
        replace(each, kind=SectionKind.DISCUSSION)
        if _tells_of_each(each) or _is_of_team(each, sections[at + 1 : at + 2], labels)
        else each
        for at, each in enumerate(sections)
    ]
    if any(section.kind is SectionKind.AGENDA and section.blocks for section in sections):
        return tuple(sections)
    at = next((at for at, section in enumerate(sections) if _topics(section)), None)
    if at is None:
        return tuple(sections)
    topics, rest = _topics(sections[at]), replace(sections[at], heading=None, rule="after_agenda", inline=False)
    rest = replace(rest, blocks=sections[at].blocks[len(topics) :])
    behind = [each for each in (rest, *sections[at + 1 :]) if each.blocks or each.heading]
    heading = sections[at].heading
    announced = heading is not None and _ANNOUNCED.match(fold(heading.text)) is not None
    announced = announced and any(_heads_talk(sections, place) for place in range(at + 1, len(sections)))
    announced = announced and (len(topics) >= _FEWEST or not rest.blocks)  # one alone: where nothing else is said there
    announced = announced or _names_topics(sections, at, topics)
    if not (_taken_up(topics, behind) or announced or _over_results(topics, behind)):
        return tuple(sections)
    last = behind[0].heading  # "4. Lain-lain", which heads sections elsewhere
    if last is not None and not behind[0].blocks and follows(topics[-1], last):
        topics, behind = (*topics, last), behind[1:]
    return (*sections[:at], replace(sections[at], kind=SectionKind.AGENDA, rule="taken_up", blocks=topics), *behind)


def _names_topics(sections: Sequence[Section], at: int, topics: Sequence[Block]) -> bool:
    """Whether a section holds nothing but topics, by its heading too, and the talk is reported further down."""
    heading = sections[at].heading
    label = fold(heading.text.split(":")[0]) if heading is not None else ""
    if len(topics) < len(sections[at].blocks) or not _NAMES_TOPICS.fullmatch(label):
        return False
    if 3 * sum(_TELLS.search(topic.text) is not None for topic in topics) > len(topics):
        return False  # "Pupuk belum datang": what was said
    told = (sections[place].heading for place in range(at + 1, len(sections)) if _heads_talk(sections, place))
    return any(each is not None and _REPORTS.match(fold(each.text)) for each in told)


def _tells_of_each(section: Section) -> bool:
    """Whether the points of an agenda are accounts of several sentences each ("1. Iuran. Bendahara melaporkan ...")."""
    if section.kind is not SectionKind.AGENDA or section.heading is None or len(section.blocks) < _FEWEST:
        return False
    told = [block for block in section.blocks if _is_account(block.text)]
    return len(told) * 2 > len(section.blocks)


def _is_of_team(section: Section, behind: Sequence[Section], labels: Labels) -> bool:
    """Whether "Acara" heads what a team of that name says: more than topics, and another team's part right behind."""
    if section.kind is not SectionKind.AGENDA or section.heading is None or section.inline:
        return False
    levels = {block.level for block in section.blocks if block.kind == "item"}
    told = len(levels) > 1 or any(_TELLS.search(block.text) for block in section.blocks)
    if not told or not labels.words.is_field_of_work(section.heading.text):
        return False
    lines = [line for each in behind for line in (each.heading, *each.blocks) if line is not None]
    first = lines[0] if lines and lines[0].table is None and lines[0].kind == section.heading.kind else None
    return first is not None and labels.words.is_field_of_work(first.text)


def _is_account(text: str) -> bool:
    """Whether a text tells in several sentences what was said."""
    return len(_SENTENCE_END.findall(text)) > 1 and len(text.split()) > _ACCOUNT


def _topics(section: Section) -> tuple[Block, ...]:
    """The list of topics that a section headed "Yang dibahas" or the like begins with; empty where it does not."""
    heading = section.heading
    if section.kind is not SectionKind.DISCUSSION or heading is None or not _ABOUT.search(heading.text):
        return ()
    if section.inline and len(section.blocks) == 1 and (only := section.blocks[0]).kind != "item":
        return (only,) if _is_topic(only) else ()  # "Yang dibahas : iuran dan pompa"
    style = style_of(section.blocks[0]) if section.blocks else ""
    topics = tuple(itertools.takewhile(lambda block: block.kind == "item" and style_of(block) == style, section.blocks))
    short = all(map(_is_topic, topics))
    return topics if short and len(topics) <= _MOST else ()


def _is_topic(block: Block) -> bool:
    """Whether a point is as short as a topic and leads over to nothing."""
    return len(block.text.split()) <= _TOPIC and not block.text.endswith(":")


def _over_results(topics: Sequence[Block], behind: Sequence[Section]) -> bool:
    """Whether what came of a few topics stands right behind them ("Yang dibahas", "Hasil rapat")."""
    heading = behind[0].heading if behind else None
    results = heading is not None and fold(heading.text).startswith("hasil")
    few = len(topics) >= _FEWEST and all(len(topic.text.split()) <= _NAME for topic in topics)
    return few and results and behind[0].kind is SectionKind.AGREEMENTS


def _heads_talk(sections: Sequence[Section], at: int) -> bool:
    """Whether a section further down is headed as the talk, so that the list above it is what was to be talked of.

    Of the talk a label may take the first part ("Catatan", "Tugas minggu lalu: sudah beres").
    """
    section, below = sections[at], sections[at + 1 : at + 2]
    headed = section.kind is SectionKind.DISCUSSION and section.heading is not None
    return headed and (bool(section.blocks) or any(each.inline and each.blocks for each in below))


def _taken_up(topics: Sequence[Block], behind: Sequence[Section]) -> bool:
    """Whether most topics are headings or beginnings of what stands behind them, whole or abridged."""
    texts = [
        fold(each.text)
        for section in behind
        for each in ((section.heading,) if section.heading else ()) + section.blocks
    ]
    known = [fold(topic.text).strip(" .;:") for topic in topics]
    short = {text for text in texts if len(text.split()) >= _ABRIDGED}
    taken = sum(any(text.startswith(topic) for text in texts) or any(map(topic.startswith, short)) for topic in known)
    return taken >= _FEWEST and taken * 2 > len(known)
