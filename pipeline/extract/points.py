"""The points of a section: its list items, each with what hangs under it.

- The outermost items are points; deeper items belong to the point above them.
- An item or paragraph over a list is a group heading, and the items under it are points of that group, when they are
  actions of their own: numbered sentences, or items that name somebody.
- An introduction ("Rapat menyepakati hal-hal sebagai berikut:") is no point.
- Without any item each paragraph is a point.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from notula.models.blocks import Block
from notula.models.sections import Section, SectionKind
from notula.pipeline.structure.frames import left_edge
from notula.pipeline.structure.markers import parse_marker
from notula.pipeline.structure.shapes import ARROW, FIELD, deals_out

_INTRO = re.compile(
    r"\b(?:sebagai berikut|sbb|berikut ini|antara lain|di ?antaranya|yaitu|adalah|menyepakati|menyimpulkan|memutuskan|"
    r"disepakati|(?:me|di)rumuskan)\s*:?\s*$|"
    r"\bhal(?:-hal)? (?:sebagai )?berikut\b|\bbeberapa (?:hal|poin|kesepakatan|keputusan)\b",
    re.IGNORECASE,
)
_LEADS_OVER = re.compile(
    r"\b(?:sebagai berikut|sbb|berikut ini|antara lain|di ?antaranya|yaitu|yakni)\s*[:.;]?\s*$", re.IGNORECASE
)
# How an item ends that points at the list under it.
_POINTS_BELOW = re.compile(
    r"(?::|\b(?:begini|seperti ini|spt ini|sebagai berikut|sbb|berikut(?: ini)?|di ?bawah ini)\W{0,3})$", re.IGNORECASE
)
# How an item ends that counts what it is made up of ("Panduan dibagi menjadi 2 jenis:"): its parts stand under it.
_COUNTS_PARTS = re.compile(
    r"\b(?:menjadi|jadi|atas|dari|dalam|ada)\s+(?:\d{1,2}|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)"
    r"(?:\s+[^\W\d]+){0,2}\s*:$",
    re.IGNORECASE,
)
_DECISIONS = re.compile(
    r"\b(?:menyepakati|disepakati|memutuskan|diputuskan|menyimpulkan|disimpulkan|menyetujui|kesepakatan|keputusan|"
    r"(?:ber)?kesimpulan|hal-hal|beberapa hal|hal sebagai berikut|(?:ber)?sepakat|menetapkan|ditetapkan|simpulan|"
    r"putusan|merekomendasikan|direkomendasikan|rekomendasi|"
    r"kesepahaman|mufakat|bermufakat|memufakati|berketetapan|(?:me|di)rumuskan)\b",
    re.IGNORECASE,
)
# A topic by its number, over what was decided on it ("Mata Acara Kedua :").
_COUNTED_TOPIC = re.compile(
    r"\W*(?:(?:mata )?(?:acara|agenda)|topik|perihal|sesi|sidang|komisi|bab|butir|pokok bahasan|materi)\s+"
    r"(?:rapat\s+)?(?:yang\s+)?(?:ke-?\s?\w+|pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|[ivx]+|[a-h]|\d+)"
    r"\s*[:.]?\s*",
    re.IGNORECASE,
)
_ACTION = re.compile(r"\W*(?:me\w{4,}|di\w{5,}|pe\w{3,}an)\b", re.IGNORECASE)  # a verb or a noun of one
_DOES = re.compile(r"\W*(?!mengenai|menyangkut)(?:me\w{4,}|di\w{5,})\b", re.IGNORECASE)
_TOLD = re.compile(r"[^:–—]{2,40}?(?:\s*:|\s[–—-])\s+\S+\s+\S")  # a name, a mark and what to do
# What ends a line over the duties of the party that it names ("Pihak Kedua berkewajiban untuk:").
_BINDS = re.compile(
    r"\b(?:(?:ber)?kewajiban|wajib|akan|agar|supaya|bersedia|sanggup|menyanggupi|siap|diminta|dimohon|ditugaskan|"
    r"ditugasi|diwajibkan|bertugas|berkomitmen|bertanggung ?jawab)(?:\s+(?:untuk|agar|segera))?\s*:\s*$|"
    r"\b(?:meminta|menugaskan|menugasi|mewajibkan|menginstruksikan|mendesak|mengamanatkan)\b.*\s(?:untuk|agar)\s*:\s*$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w.'’]*(?: (?:(?:br\.?|boru|bin|binti|van|de|al) )?[A-Z][\w.'’]*){0,3}")
_JOINTS = re.compile(r",?\s+(?:dan|serta|&)\s+|,\s*|/")  # between the names of several
_FARTHEST = 24  # sections between a label or a part of a report and what it stands under
_OVER = 6  # words of a heading over labels
_HEAD = 3  # words of an item that only heads a list
_SUBJECT = 6  # words of an item that says what the decisions under it are about
_LONG_ENOUGH = 6  # words of a decision that is a sentence
_NAMING = (SectionKind.HEADER, SectionKind.ATTENDEES, SectionKind.ABSENT)
_SENTENCE = 4  # words of a decision that says what it is about by itself
_NAMES_SOMEBODY = re.compile(
    r"→|->|=>|\b(?:PIC|PJ|penanggung ?jawab|koor\w*)\b|[:=–-]\s*(?:Pak|Bu|Bapak|Ibu|Mas|Mbak|Sdr)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Point:
    """A point: its own block, the blocks under it, and the heading of its group (None outside groups).

    ``names`` are the lines under it that only name who does it, ``over`` is the heading over that of its group.
    """

    block: Block
    under: tuple[Block, ...] = ()
    group: Block | None = None
    names: tuple[Block, ...] = ()
    over: Block | None = None

    def below(self, heading: Block) -> "Point":
        """The point with one more heading over it."""
        return Point(self.block, self.under, self.group or heading, over=heading if self.group else None)

    @property
    def start(self) -> int:
        """Where it starts in the canonical text (behind its marker)."""
        return self.block.start

    @property
    def end(self) -> int:
        """Where it ends, everything under it included."""
        return self.under[-1].end if self.under else self.block.end


def may_name(text: str) -> bool:
    """Whether a line may be a name and nothing else: a few words with capitals."""
    return _NAME.fullmatch(text.strip()) is not None


def find_points(blocks: Sequence[Block], *, groups: bool = True) -> list[Point]:
    """The points of these blocks in order; tables are left out.

    Without ``groups`` (decisions) what stands under a point belongs to it, unless the point only introduces a list or
    says whose duties stand there.
    """
    rows = [block for block in blocks if block.table is None and block.text.strip()]
    if not any(block.kind == "item" for block in rows):
        return _plain_points(rows)
    points: list[Point] = []
    group: Block | None = None
    headed, parted = _all_head(rows), _parted(rows)
    topical = headed and _are_sentences(rows)
    at = 0
    while at < len(rows):
        block = rows[at]
        under = _under(rows, at)
        of_last = bool(points) and FIELD.match(block.text) is not None and not (under or _heads_as_first(rows, at))
        if of_last and not _is_sibling(points[-1].block, block):
            last = points[-1]
            points[-1] = Point(last.block, (*last.under, block), last.group)
            at += 1
        elif groups and _is_heading_over(rows, at):
            group = block
            at += 1
        elif block.kind != "item":
            heads_list = at + 1 < len(rows) and rows[at + 1].kind == "item" and not _is_told(rows, at, points)
            heads_list = heads_list and (groups or not _stands_among(block, rows[at + 1]))
            if heads_list and not groups and not _introduces(block) and not _is_title(block):
                items = _list_after(rows, at)
                points.append(Point(block, tuple(items)))
                at += 1 + len(items)
                continue
            single = heads_list and _heads(block) and (at + 2 == len(rows) or rows[at + 2].kind != "item")
            single = single and not parted and not _NAMES_SOMEBODY.search(rows[at + 1].text)
            if single:
                points.append(Point(block, (rows[at + 1],)))
                at += 1
            elif heads_list or _parts_off(rows, at):
                group = None if is_intro(block) and len(block.text.split()) > 6 else block
            elif points and block.text[:1].islower():
                points[-1] = Point(points[-1].block, (*points[-1].under, block), points[-1].group)
            else:
                points.append(Point(block))
                group = None
            at += 1
        elif under and ((headed or _is_group(block, under)) if groups else (topical or _only_leads(block, under))):
            points.extend(point.below(block) for point in find_points(under, groups=groups))
            at += 1 + len(under)
        else:
            points.append(Point(block, tuple(under), group))
            at += 1 + len(under)
    return points


def heading_over(sections: Sequence[Section], at: int, reports: Callable[[Section], bool]) -> Block | None:
    """The heading or short item that a label with its value stands under ("### Rio", then "Plan: ..."), or None.

    A label over a list ("Tindak lanjut:") stands under one as well, and a part of a report ("Sudah", "Akan") under the
    one that all its parts stand under; another heading of the outline under none.
    """
    label = sections[at].heading
    part = reports(sections[at])
    alone = label is not None and label.text.rstrip().endswith(":") and label.outline is None
    if not (sections[at].inline or alone or part):
        return None
    for section in reversed(sections[max(0, at - _FARTHEST) : at]):
        if section.kind in _NAMING:
            return None  # who was there heads nothing
        if part and reports(section):
            continue
        heading = (section.heading,) if section.heading and not section.inline else ()
        lines: tuple[Block, ...] = (*heading, *section.blocks)
        for block in reversed(lines):
            beside = label is not None and label.kind == block.kind == "item" and block.level >= label.level
            short = len(block.text.split()) <= _OVER and block.table is None and not beside
            if part:
                return block if short else None
            if short and (block.kind == "item" or block.outline is not None or block.bold or _heads(block)):
                return block
    return None


def _is_heading_over(rows: list[Block], at: int) -> bool:
    """Whether an item is a numbered heading of the outline over a list ("### 2. Lomba")."""
    below = rows[at + 1] if at + 1 < len(rows) else None
    return rows[at].kind == "item" and rows[at].outline is not None and below is not None and _is_listed(below)


def _heads_as_first(rows: list[Block], at: int) -> bool:
    """Whether a line that labels who does something, or by when, heads a list, as the first line of all does."""
    pairs = [rows[place : place + 2] for place in (0, at)]
    lists = all(len(pair) > 1 and pair[0].kind != "item" and pair[1].kind == "item" for pair in pairs)
    return lists and all(FIELD.match(pair[0].text) for pair in pairs)


def _is_listed(block: Block) -> bool:
    return block.kind == "item" and block.outline is None


def _is_told(rows: list[Block], at: int, points: list[Point]) -> bool:
    """Whether a line over a list is a task like the lines right before it ("Rina – cetak spanduk"), no heading."""
    before = bool(points) and at > 0 and points[-1].block is rows[at - 1] and rows[at - 1].kind != "item"
    return before and _TOLD.match(rows[at].text) is not None


def _stands_among(line: Block, item: Block) -> bool:
    """Whether a decision told in a sentence stands above an item that is another, and not the first of its list."""
    marker = parse_marker(f"{item.marker} x") if item.marker else None
    counted = marker is not None and marker.value > 1 and not marker.style.startswith("bullet")
    return counted and all(each.text.endswith(".") and len(each.text.split()) >= _LONG_ENOUGH for each in (line, item))


def _is_sibling(before: Block, block: Block) -> bool:
    """Whether a numbered item stands in the same list as a point: then it is one of its own, however it begins."""
    return block.kind == before.kind == "item" and block.level == before.level and (block.marker or "")[-1:] in ".)"


def _introduces(block: Block) -> bool:
    """Whether a block introduces decisions and says nothing itself ("Rapat menyepakati hal-hal sebagai berikut:")."""
    return bool(_DECISIONS.search(block.text)) and block.text.rstrip().endswith(":")


def binds(block: Block | None) -> bool:
    """Whether a line says that what it heads is for the party that it names to do ("Pihak Kedua berkewajiban:")."""
    return block is not None and _BINDS.search(block.text) is not None


def _only_leads(head: Block, under: list[Block]) -> bool:
    """Whether the items under an item are decisions of their own: it introduces them, or lays them on a party."""
    return _introduces(head) or _lays_duties(head, under) or _is_subject(head, under) or deals_out(under)


def _is_subject(head: Block, under: list[Block]) -> bool:
    """Whether an item only says what the decisions under it are about ("Mengenai iuran:", "Jaga diatur begini")."""
    text = head.text.rstrip()
    items = [block for block in under if block.kind == "item"]
    if not _POINTS_BELOW.search(text) or len(text.split()) > _SUBJECT or len(items) < 2 or len(items) < len(under):
        return False
    if _COUNTS_PARTS.search(text):
        return False
    whole = all(len(block.text.split()) >= _SENTENCE and not FIELD.match(block.text) for block in items)
    return whole and _DOES.match(text) is None


def _lays_duties(head: Block, under: list[Block]) -> bool:
    """Whether the items under an item are the duties of the party that it names, told by verbs for the most part."""
    items = [block for block in under if block.kind == "item" and block.level == under[0].level]
    told = sum(_ACTION.match(block.text) is not None for block in items)
    return binds(head) and len(items) > 1 and told * 2 >= len(items)


def _is_title(block: Block) -> bool:
    """Whether a line over a list is only its title: the number of a topic, or set apart, without a colon."""
    if _COUNTED_TOPIC.fullmatch(block.text):
        return True
    apart = block.bold or block.outline is not None or block.text.isupper()
    return apart and not block.text.rstrip().endswith(":")


def _list_after(rows: list[Block], at: int) -> list[Block]:
    """The items right after a block."""
    found: list[Block] = []
    for block in rows[at + 1 :]:
        if block.kind != "item":
            break
        found.append(block)
    return found


def _plain_points(rows: list[Block]) -> list[Point]:
    """The points of paragraphs without marks: a short line with a colon heads those after it or joins the next."""
    points: list[Point] = []
    group: Block | None = None
    for at, block in enumerate(rows):
        if group is rows[at - 1] and at and _alone(rows, at):
            points.append(Point(group, (block,)))
        elif _heads(block) or _parts_off(rows, at):
            group = block
        elif points and FIELD.match(block.text):
            points[-1] = Point(points[-1].block, (*points[-1].under, block), points[-1].group)
        elif not is_intro(block):
            points.append(Point(block, (), group))
    return points


def _heads(block: Block) -> bool:
    return block.text.rstrip().endswith(":") and len(block.text.split()) <= 8


def _parts_off(rows: list[Block], at: int) -> bool:
    """Whether a heading of the outline stands over text of its part, and no labels of a task ("### Orang")."""
    below = rows[at + 1] if at + 1 < len(rows) else None
    headed = rows[at].outline is not None and not rows[at].text.rstrip().endswith(".")
    return headed and below is not None and below.outline is None and not FIELD.match(below.text)


def _alone(rows: list[Block], at: int) -> bool:
    """Whether only one block stands between a heading and the next heading or the end."""
    return not _heads(rows[at]) and (at + 1 == len(rows) or _heads(rows[at + 1]))


def is_intro(block: Block) -> bool:
    """Whether a block only introduces a list; its colon may be a full stop, or lost by OCR."""
    text = block.text.strip()
    if _LEADS_OVER.search(text):
        return True
    return bool(_INTRO.search(text)) and (text.endswith(":") or len(text.split()) <= 12)


def _under(rows: list[Block], at: int) -> list[Block]:
    """The deeper items right after an item, with plain lines between them."""
    found: list[Block] = []
    level = rows[at].level
    if rows[at].kind != "item":
        return found
    for block in rows[at + 1 :]:
        if block.kind == "item" and block.level <= level:
            break
        further_in = _left(block) > rows[at].indent + 6 and (rows[at].bold or not block.bold)
        if block.kind != "item" and not (block.text[:1].islower() or further_in):
            break
        if block.kind != "item" and ARROW.search(block.text) and ARROW.search(rows[at].text):
            break
        found.append(block)
    return found


def _left(block: Block) -> float:
    """Where a block's lines stand: a paragraph whose first line alone is set in stands where the others do."""
    return min([block.indent, *(left_edge(placed.line) for placed in block.lines[1:])])


def _parted(rows: list[Block]) -> bool:
    """Whether lines with a colon divide the list in parts, one of them of several items: then each item is a point."""
    heads = [at for at, block in enumerate(rows[:-1]) if block.kind != "item" and _heads(block)]
    return len(heads) > 1 and any(len(_list_after(rows, at)) > 1 for at in heads)


def _all_head(rows: list[Block]) -> bool:
    """Whether every outermost item is a word or two over a list of its own ("Backend", "Frontend", "QA")."""
    top = min((block.level for block in rows if block.kind == "item"), default=0)
    heads = [at for at, block in enumerate(rows) if block.kind == "item" and block.level == top]
    named = all(len(rows[at].text.split()) <= _HEAD for at in heads)
    lists = [[block for block in _under(rows, at) if block.kind == "item"] for at in heads]
    fields = any(FIELD.match(block.text) for items in lists for block in items)
    return len(heads) > 1 and named and all(lists) and max(map(len, lists)) > 1 and not fields


def _are_sentences(rows: list[Block]) -> bool:
    """Whether most items below the outermost ones say something by themselves, as decisions under topics do."""
    top = min(block.level for block in rows if block.kind == "item")
    deeper = [block for block in rows if block.kind == "item" and block.level > top]
    return 4 * sum(len(block.text.split()) >= _SENTENCE for block in deeper) >= 3 * len(deeper)


def _is_group(head: Block, under: list[Block]) -> bool:
    """Whether the items under an item are points of their own."""
    text = re.sub(r"\s*\([^()]*\)\s*$", "", head.text.strip())
    items = [block for block in under if block.kind == "item"]
    if any(FIELD.match(block.text) for block in items):
        return False
    if len(items) < 2 or len(text.split()) > 16:
        return False
    if sum(1 for block in items if _NAMES_SOMEBODY.search(block.text)) * 2 >= len(items):
        return True
    if is_intro(head) and len(text.split()) <= 8:
        return True
    least = 2 if text.endswith(":") else 4
    long = sum(1 for block in items if len(block.text.split()) >= least)
    heading = text.endswith(":") or len(text.split()) <= 6 or all(map(_NAME.fullmatch, _JOINTS.split(text)))
    names = _ACTION.match(text) is None and all(_ACTION.match(block.text) for block in items)
    return heading and (names or long * 2 > len(items)) and not text.endswith(".")
