"""Where lists end: the agenda, those present, those missing, and what a label under a topic opens."""

import re
from collections.abc import Sequence

from notula.models.blocks import Block
from notula.models.sections import SectionKind
from notula.pipeline.structure.chat import is_message
from notula.pipeline.structure.open_section import OpenSection
from notula.pipeline.structure.shapes import (
    ARROW,
    CHAPTER,
    FIELD,
    TOPIC,
    follows,
    is_sentence,
    looks_alike,
    looks_like_heading,
    restarts,
    style_of,
)
from notula.pipeline.text import fold

_ASSIGNS = re.compile(rf"{ARROW.pattern}|\bPIC\b|\bPJ\b")
_NAMED = re.compile(r"[^\W\d_]\S*(?: \S+){0,4}\s*:\s+\S")  # "Bu Tini: sewa tenda"
_ASSIGNMENT = 15  # words at most
# One to four words, then a verb of those that tell, and a full stop at the end.
_TOLD = re.compile(
    r"[^\s,:;(]+(?: [^\s,:;(]+){0,3} (?:akan|m(?:em|en|eng|eny)(?!wakili|jabat)[a-z]{4,}"
    r"|ber(?!sama|ikut|halangan|asal)[a-z]{4,}) .*\.\s*$",
    re.DOTALL,
)
# What names in a list of those present do not have: "Panitia agar netral", "Ketua RT mendata warga".
_BIDDEN = re.compile(r"\s(?:agar|supaya|akan|harus|wajib|segera|diminta|m(?:em|en|eng|eny)(?!wakili|jabat)[a-z]{4,})\s")
# What a line without a full stop tells with, and what it has where it still tells of those present.
_PREDICATE = re.compile(
    r"(?<!yang)(?<!yg)\s(?:ada|sudah|sdh|udah|belum|blm|masih|bisa|cuma|hanya|sekitar|baru|akan|harus|perlu|tidak|tdk|bukan"
    r"|di(?!nas\b|rektur|visi|klat)[a-z]{4,}|m(?:em|en|eng|eny)(?!wakili|jabat|teri)[a-z]{4,})\s",
    re.IGNORECASE,
)
_OF_PRESENCE = re.compile(
    r"\b(?:hadir\w*|datang|ikut|peserta|undangan|izin|ijin|sakit|absen|berhalangan|menyusul|online|daring|orang)\b"
    r"|\b(?:meng|di)hadiri\b|\bmengikuti\b|\bmewakili\b|\bdiwakili\b|\bbergabung\b",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"([B-H])\.\s+[A-Z]")
_HEADED = re.compile(r"[^:.;]{2,60}?\s*:\s+([A-Z].*)", re.DOTALL)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_SHORTEST = 5  # words
_POINTS = 40  # of an agenda
_ADDRESSED = re.compile(r"\W*(?:pak|bu|bapak|ibu|bp|mas|mbak|sdri?|drs?|hj?|ust\w*|kang|teh|bang)\b", re.IGNORECASE)
_OPENS = re.compile(r"\W*(?:pembukaan|sambutan|di ?buka|rapat di ?buka)\b", re.IGNORECASE)
_OPENED = re.compile(r"\b(?:di|me)m?(?:buka|mulai|pimpin)\b", re.IGNORECASE)
_PROGRAMME = re.compile(r"\W*(?:lain|penutup|doa|sambutan|arahan|pengarahan|tanya|ramah)", re.IGNORECASE)
_PROGRAMME_WORDS = 8  # of a point of a programme
# A line over what was only noted beside the decisions ("Selain itu dicatat hal-hal sebagai berikut:").
_NOTED = re.compile(
    r"(?:(?:selain|di ?samping)\s+(?:itu|hal|keputusan|kesepakatan)\b(?!.*(?:sepakat|putus))"
    r"|\W*(?:beberapa\s+)?hal(?:-hal)?\s+(?:lain\s+)?yang\b).*\b(?:(?:di|ter)catat\w*|disampaikan|mengemuka|berkembang)\b.*:\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:^|(?<=\s))(\d{1,2})[.)]\s+(?=[^\W\d_])")
_JOINING = frozenset({"dan", "serta", "beserta", "di", "para", "/", "dst", "dst.", "dll", "dll.", "dkk", "dkk."})
# What heads the notes of a talk behind a list of names ("Catatan wawancara :").
_OF_TALK = re.compile(r"\W*(?:catatan|hasil|isi|ringkasan|rangkuman)\b", re.IGNORECASE)
_SEVERAL, _FEW = 2, 3  # commas of a whole list, words of a heading
_SENTENCE = 6  # words of an item that tells something
_NEXT_SENTENCE = re.compile(r"[\w)\"”][.!?]?[\"”]?(?<=[.!?\"”])\s+(?=[A-Z@“\"])")
_TALK, _TALK_BEHIND_DECISION = 3, 2  # sentences behind the first of a paragraph that reports
_FIRST_NUMBER = re.compile(r"\(?[1AaI][.)]")
_ENUMERATED = re.compile(r"(?:(?:[IVX]{1,4}|[A-Z]|\d{1,2})[.)])\s*$")

_AND_SO_ON = re.compile(r",\s+(?:(?:dan|serta)\s+)?(?:dst|dkk|dll|dsb)\.\s*$", re.IGNORECASE)


def leaves_agenda(now: OpenSection, block: Block) -> bool:
    """Whether a block comes after the agenda."""
    first = now.first_item
    if block.kind == "item":
        if first is None:
            lines = now.blocks and not any(
                each.bold for each in now.blocks
            )  # below the lines or the table of a programme
            return now.inline or bool(block.bold and lines)
        other = block.level == first.level and style_of(block) != style_of(first)
        apart = block.bold and style_of(block) != style_of(first) and not any(each.bold for each in now.blocks)
        return block.level < first.level or other or apart or restarts(first, block)
    if first is not None or now.inline:
        return not block.text[:1].islower() or _takes_up(now, block)
    return is_sentence(block) and bool(now.blocks)


def goes_on_programme(now: OpenSection, block: Block, following: Block | None) -> bool:
    """Whether a line that heads a section elsewhere is a point of a programme whose numbers are lost.

    Such a programme begins with the opening ("Susunan acara", "Pembukaan"), and another short line follows.
    """
    if now.kind is not SectionKind.AGENDA or now.heading is None or now.inline or now.first_item is not None:
        return False
    plain = block.kind == "paragraph" and block.outline is None and len(block.text.split()) <= _FEW
    first = now.blocks[0] if now.blocks else block
    known = _OPENS.match(first.text) and (first is block or _PROGRAMME.match(block.text))
    if not plain or not known or following is None or following.kind != "paragraph":
        return False
    told = is_sentence(following) or any(map(str.isdigit, following.text)) or following.text[-1:] in ".:"
    return not told and len(following.text.split()) <= _PROGRAMME_WORDS and not _OPENED.search(following.text)


def _takes_up(now: OpenSection, block: Block) -> bool:
    """Whether a line below the agenda is one of its points again: it heads what was said about it."""
    text = fold(block.text).strip(" .:;")
    return any(fold(each.text).strip(" .:;") == text for each in now.blocks[:_POINTS])


def next_heading(now: OpenSection, block: Block, following: Block | None) -> bool:
    """Whether a block is a heading like the open section's own (IV. after III.), or a topic behind a bare table.

    Or the topic behind lines without a mark below an item ("2. Pembagian tugas", "Rina -> konsumsi", "3. Iuran").
    """
    heading = now.heading
    if heading is not None and heading.kind == "item" and now.kind is SectionKind.FOLLOW_UPS:
        bare = now.first_item is None and bool(now.blocks) and not now.inline
        if bare and block.kind == "item" and block.level == heading.level and follows(heading, block):
            return True
    tabled = now.first_item is None and bool(now.blocks) and now.blocks[-1].table is not None
    if heading is not None and tabled and block.kind == "item" and follows(heading, block):
        return True
    if not looks_like_heading(block):
        return False
    if heading is None:
        return tabled and block.kind == "item"
    over_prose = block.kind == "item" and following is not None and following.kind != "item"
    if over_prose and _outlined(block) and now.first_item is not None and not _outlined(heading, now.first_item):
        return True
    if block.outline is not None and (heading.outline is not None or now.inline):
        return heading.outline is None or block.outline <= heading.outline
    if block.marker and heading.marker and block.level <= max(heading.level, 0) and _ENUMERATED.match(block.marker):
        return style_of(block) == style_of(heading) and now.first_item is not None
    return False


def _outlined(*blocks: Block) -> bool:
    """Whether any of these blocks is a heading of the outline."""
    return any(block.outline is not None for block in blocks)


def leaves_points(now: OpenSection, block: Block, following: Block | None, *, labelled: bool) -> bool:
    """Whether a paragraph comes after a list of agreements or follow-ups.

    ``labelled`` says that such lists stand under each topic behind their label: then a paragraph behind the label's own
    is no part of them.
    """
    if block.kind == "item" or not now.blocks:
        return False
    if now.kind is SectionKind.FOLLOW_UPS and FIELD.match(block.text) and not block.lines[0].line.spaced:
        return False  # "Pelaksana: ...", right below its task
    if now.kind is SectionKind.FOLLOW_UPS and _over_given(block, following):
        return False  # "Bagian acara :" over "Rina => spanduk"
    if labelled and now.inline and now.first_item is None:
        return not (_belongs(block) or FIELD.match(block.text))
    whole = now.kind is SectionKind.AGREEMENTS and now.blocks[-1].text.rstrip().endswith(".")
    talk = len(_NEXT_SENTENCE.findall(block.text)) >= (_TALK_BEHIND_DECISION if whole else _TALK)
    if now.inline and now.first_item is None and talk:
        return True  # "Tindak lanjut: ...", then what was said on another matter
    tasks = now.kind is not SectionKind.AGREEMENTS and now.first_item is not None  # their groups have headings
    if not (tasks or now.blocks[0].kind == "item" or now.blocks[-1].table is not None):
        return False
    over_list = following is not None and following.kind == "item" and len(block.text) < 80
    if over_list and now.kind is SectionKind.AGREEMENTS and now.heading and looks_alike(now.heading, block):
        return True
    if over_list and now.kind is SectionKind.AGREEMENTS and _NOTED.match(block.text):
        return True
    parted = now.kind is not SectionKind.AGREEMENTS and any(each.kind != "item" for each in now.blocks)
    belongs = _belongs(block) and not _stands_apart(now, block)
    return not (over_list or belongs or (parted and _NAMED.match(block.text)))


def _over_given(block: Block, following: Block | None) -> bool:
    """Whether a few words before a colon are over a task that an arrow gives to somebody."""
    few = block.text.rstrip().endswith(":") and len(block.text.split()) <= _FEW + 1
    return few and following is not None and ARROW.search(following.text) is not None


def heads_part(now: OpenSection, block: Block, following: Block | None) -> bool:
    """Whether a line below the heading of decisions or tasks heads a part of them, whatever its words mean elsewhere.

    It is deeper in the outline than that heading ("## Keputusan", "### Jadwal"), or nothing stands between and a task
    that an arrow gives to somebody is below ("Pembagian kerja", "Laporan:", "Rina -> bab 1").
    """
    heading = now.heading
    if heading is None or now.inline or block.kind == "item":
        return False
    if block.outline is not None and heading.outline is not None:
        parted = not now.blocks or any(each.outline == block.outline for each in now.blocks)
        return parted and block.outline > heading.outline
    return not now.blocks and _over_given(block, following)


def _belongs(block: Block) -> bool:
    """Whether a paragraph belongs to the point above it: it starts small, or only says who does it."""
    return block.text[:1].islower() or (len(block.text.split()) <= _ASSIGNMENT and bool(_ASSIGNS.search(block.text)))


def _stands_apart(now: OpenSection, block: Block) -> bool:
    """Whether a small letter joins a paragraph to nothing: a blank line parts it from items that begin small too."""
    last = now.last_item
    spaced = bool(block.lines) and block.lines[0].line.spaced
    return spaced and last is not None and last.text[:1].islower() and block.indent <= last.indent


def leaves_topic(now: OpenSection, topic: Block, block: Block) -> bool:
    """Whether an item is the topic after the one that the open section's label stands under, not its own next point.

    An item that is a label with its value ("- Rencana: ...") holds no more than itself.
    """
    if topic is now.heading:
        return block.kind == "item" and block.level <= topic.level and not FIELD.match(block.text)
    if block.kind != "item" or not now.blocks or _is_next_of(now, block):
        return False
    if now.inline and now.first_item is None and block.level < topic.level:
        return True  # "2. Atap" after the bullets of "1. Lantai" and their "TL: ..."
    bullets = now.inline and now.first_item is None and not now.blocks[-1].text.rstrip().endswith(":")
    alike = style_of(block) == style_of(topic) and block.level == topic.level
    return follows(topic, block) or (bullets and alike and style_of(topic).startswith("bullet"))


def _is_next_of(now: OpenSection, block: Block) -> bool:
    """Whether an item counts on the last one of the open section, or the last of its own depth there."""
    level = [each for each in now.blocks if each.kind == "item" and each.level == block.level]
    return any(each is not None and follows(each, block) for each in (now.last_item, *level[-1:]))


def leaves_list(now: OpenSection, block: Block, following: Block | None) -> bool:
    """Whether a block comes after a list of those present or missing."""
    if not now.blocks:
        return False
    if now.blocks[-1].table is not None or is_message(block.text):
        return True
    if now.kind is SectionKind.ABSENT and now.inline and now.first_item is None and block.kind != "item":
        return not now.blocks[-1].text.rstrip().endswith((",", ":", ";"))
    if block.kind == "item":
        if _next_chapter(now, block) or _over_talk(now, block, following):
            return True
        grouped = bool(now.blocks) and now.blocks[-1].text.rstrip().endswith(":")
        grouped = grouped or _counts_on(now.blocks[-1], block)
        return (now.inline and now.first_item is None and not grouped) or (
            is_sentence(block) and not follows(now.blocks[-1], block)
        )
    if block.outline is not None and not block.text.rstrip().endswith(":"):
        return True
    if now.kind is SectionKind.ATTENDEES and (_next_group(now, block) or same_list(now, block)):
        return False
    if now.inline and now.first_item is None and block.text[:1].islower() and block.text.endswith("."):
        return not now.blocks[-1].text.rstrip().endswith((",", ";", ":"))
    if now.first_item is not None and following is not None and _other_list(now, block, following):
        return True
    if now.inline and following is not None and following.kind == "item":
        return _repeats(now, block) or _heads_topic(block, following) or _heads_report(block, following)
    if now.first_item is not None and looks_like_heading(block) and not block.text.rstrip().endswith(":"):
        return following is None or following.kind != "item" or is_sentence(following)
    speech = following is not None and following.kind != "item" and len(following.text.split()) >= 25
    names = _AND_SO_ON.search(block.text) is not None  # "Pengurus: Rina, Joko, Tuti, Budi, dst."
    told = is_sentence(block) and not names
    told = told or _tells(block) or _heads_prose(now, block, following) or _goes_over(now, block)
    return told or (speech and block.text.rstrip().endswith(":"))


def _counts_on(line: Block, block: Block) -> bool:
    """Whether an item goes on with the numbers inside the line before it ("1. Camat 2. Lurah", then "3. ...")."""
    counted = [int(number) for number in _COUNTED.findall(line.text)]
    own = re.match(r"\W*(\d{1,2})", block.marker or "")
    return counted[:1] == [1] and own is not None and int(own[1]) == counted[-1] + 1


def _repeats(now: OpenSection, block: Block) -> bool:
    """Whether a line over a list is a name that stands in the list before already: then it heads what they said."""
    name = block.text.strip(" :")
    listed = now.blocks[0].text
    return len(name) > 2 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", listed, re.IGNORECASE) is not None


def _heads_prose(now: OpenSection, block: Block, following: Block | None) -> bool:
    """Whether a word or two behind a list on one line head what is told below them ("Kas", then "Saldo kas ...")."""
    whole = now.inline and now.first_item is None and now.blocks[0].text.count(",") >= _SEVERAL
    apart = now.heading is None or block.indent <= now.heading.indent + 6
    if not (whole and apart) or "," in block.text:
        return False
    few = len(block.text.split()) <= _FEW and not _ADDRESSED.match(block.text)
    told = following is not None and following.kind != "item" and len(following.text.split()) >= _SENTENCE
    return (few and told) or _OPENS.match(block.text) is not None


def _goes_over(now: OpenSection, block: Block) -> bool:
    """Whether a line without a full stop behind a list on one line tells of something else than who was there."""
    whole = now.inline and now.first_item is None and now.blocks[0].text.count(",") >= _SEVERAL
    if not whole or ":" in block.text or len(block.text.split()) < _SENTENCE or _OF_PRESENCE.search(block.text):
        return False
    return _PREDICATE.search(_BRACKETS.sub("", block.text)) is not None and not _ADDRESSED.match(block.text)


def _heads_topic(block: Block, following: Block) -> bool:
    """Whether a line over a list behind a list on one line heads talk: it is numbered, or sentences stand under it.

    Behind a colon, which groups of people have too, the first of them has to tell something.
    """
    if not block.text.rstrip().endswith(":"):
        return TOPIC.match(block.text) is not None or len(following.text.split()) >= _SENTENCE
    below = _BRACKETS.sub("", following.text)
    told = _PREDICATE.search(below) is not None and not _OF_PRESENCE.search(below) and not _ADDRESSED.match(below)
    return told and len(below.split()) > _FEW


def _heads_report(block: Block, following: Block) -> bool:
    """Whether a few words over a list are over what is told, not over names ("Sie Acara :", "- rundown sudah jadi")."""
    few = len(block.text.split()) <= _FEW + 1 and "," not in block.text and block.kind != "item"
    begun = following.text[:1].islower() and not _OF_PRESENCE.search(following.text)
    return few and begun and _PREDICATE.search(_BRACKETS.sub("", following.text)) is not None


def _over_talk(now: OpenSection, block: Block, following: Block | None) -> bool:
    """Whether a first number is over plain lines behind names on one line, or over talk behind a list: a topic.

    "Rina, Joko, Sari", then "1. Kas"; "1. Camat", "2. Lurah", then "1. Sambutan" over a sentence.
    """
    first = _FIRST_NUMBER.match(block.marker or "") is not None and "," not in block.text
    if not first or following is None or following.kind == "item":
        return False
    whole = len(now.blocks) == 1 and now.blocks[0].kind != "item" and now.blocks[0].text.count(",") >= _SEVERAL
    listed = now.last_item is not None and now.last_item.level == block.level
    return whole or (listed and is_sentence(following))


def _next_chapter(now: OpenSection, block: Block) -> bool:
    """Whether a heading numbered as a chapter ("I. HAL YANG MENGEMUKA") stands behind a list marked otherwise."""
    chapter = CHAPTER.match(block.marker or "") and (block.bold or block.text.isupper())
    first = now.first_item.marker if now.first_item else None
    return bool(chapter) and looks_like_heading(block) and first is not None and not CHAPTER.match(first)


def _next_group(now: OpenSection, block: Block) -> bool:
    """Whether a line heads the group after one that a letter marks ("B. Undangan" behind "A. Anggota")."""
    letter = _LETTERED.match(block.text)
    return letter is not None and any(
        (each.marker or each.text).lstrip("( ").startswith(chr(ord(letter[1]) - 1) + ".") for each in now.blocks
    )


def same_list(now: OpenSection, block: Block) -> bool:
    """Whether a line heads names like the line before it does ("Bagian Umum : Rina, Joko (staf)")."""
    return bool(now.blocks) and heads_names(now.blocks[-1]) and heads_names(block)


def heads_names(block: Block) -> bool:
    """Whether a line is a head and names behind a colon, remarks in brackets beside them."""
    names = _HEADED.fullmatch(_BRACKETS.sub("", block.text))
    return names is not None and not any(word.islower() for word in names[1].split() if word not in _JOINING)


def heads_group(ahead: Sequence[Block]) -> bool:
    """Whether the first of these blocks heads the list under it as a group of people do ("Anggota Komisi:")."""
    if len(ahead) < 2 or ahead[0].kind == "item" or ahead[1].kind != "item":
        return False
    return ahead[0].text.rstrip().endswith(":") and len(ahead[0].text.split()) <= _SENTENCE


def _tells(block: Block) -> bool:
    """Whether a short paragraph tells what somebody did ("Rina mengusulkan tanggal lain.")."""
    return len(block.text.split()) >= _SHORTEST and _TOLD.match(block.text) is not None


def _over_told(now: OpenSection, block: Block, following: Block) -> bool:
    """Whether a short line behind a list of names is over a list of what was said ("Suara warga", "1. Jalan ...")."""
    begins = following.kind == "item" and now.last_item is not None and not follows(now.last_item, following)
    if not begins or ":" in block.text or "," in block.text or len(block.text.split()) > _FEW + 1:
        return False
    told = is_sentence(following) or _PREDICATE.search(_BRACKETS.sub("", following.text)) is not None
    return told and len(following.text.split()) > 3 and not _OF_PRESENCE.search(following.text)


def _other_list(now: OpenSection, block: Block, following: Block) -> bool:
    """Whether a line after a list of names begins another list, numbered otherwise.

    Behind those present, and behind a colon, it may be another group of names: then only one that says what is to be
    done ("Arahan Camat:") is another list.
    """
    first = now.first_item
    if _over_told(now, block, following):
        return True
    if first is None or following.kind != "item" or style_of(following) in ("", style_of(first)):
        return False
    if block.text.rstrip().endswith(":"):
        talk = _OF_TALK.match(block.text) is not None and not _OF_PRESENCE.search(f"{block.text} {following.text}")
        return talk or _BIDDEN.search(following.text) is not None
    return now.kind is SectionKind.ABSENT
