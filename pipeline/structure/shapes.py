"""What blocks look like, and parts of them: headings, sentences, the text behind a label."""

import re
from collections.abc import Sequence
from dataclasses import replace

from notula.models.blocks import Block
from notula.pipeline.structure.markers import marker_place, marker_style, parse_marker

# Sentences over a list: "... dihadiri oleh:", "... menyepakati hal-hal berikut:".
INTRODUCES_ATTENDEES = re.compile(
    r"\b(?:di ?hadiri|yang hadir|hadir|di ?ikuti (?:(?:pula|juga|langsung) )?oleh|peserta (?:yang )?berasal dari|"
    r"peserta terdiri (?:dari|atas))\b[^.:]{0,80}:\s*$",
    re.IGNORECASE,
)
INTRODUCES_AGREEMENTS = re.compile(
    r"\b(?:menyepakati|memutuskan|disepakati|diputuskan|menghasilkan (?:kesepakatan|keputusan)|menyimpulkan|"
    r"kesepakatan bersama|bersepakat|para pihak (?:sepakat|setuju)|sepakat(?= (?:bahwa|untuk|sebagai))|"
    r"dengan (?:keputusan|kesepakatan|kesimpulan)|"
    r"(?:diperoleh|didapat(?:kan)?|dihasilkan|diambil|ditarik|dicapai|tercapai|mengambil|mencapai|memperoleh)"
    r"(?: beberapa)? (?:kesimpulan|simpulan|kesepakatan|keputusan|kata sepakat|mufakat|"
    r"hasil (?:rapat|musyawarah))|"
    r"(?:(?:di|mem)?baca(?:kan)?|(?:di|me)?rumuskan) (?:\w+ ){0,2}"
    r"(?:kesimpulan|simpulan|keputusan|kesepakatan|hasil)(?:nya)?"
    r"(?: (?:rapat|sidang|musyawarah|pertemuan|kita|bersama|ini))?(?: hari ini)?"
    r"(?! (?:\w+ ){0,2}(?:lalu|lama|sebelumnya|kemarin|terdahulu)\b)(?=,| ?:| sebagai| berikut| adalah| yaitu| yang)|"
    r"(?:di|ber|mem)?(?:bahas|diskusi|musyawarah|rembu[gk]|bicara)\w*[^.:]{0,40} "
    r"(?:diperoleh|didapat(?:kan)?|dihasilkan) hasil)"
    r"\b[^.:]{0,80}:\s*$",
    re.IGNORECASE,
)
INTRODUCES_AGENDA = re.compile(
    r"\b(?:agenda|acara|(?:mem|di)bahas|(?:mem|di)bicarakan|(?:me|di)musyawarahkan|pokok bahasan|materi|topik)\b"
    r"[^.:]{0,80}:\s*$",
    re.IGNORECASE,
)
# A label of up to four words and no verb ("dihadiri oleh:"), a colon and a value.
UNKNOWN_LABEL = re.compile(r"(?!.*\bdi ?\w{4,}.*:)[A-Z][^\W\d]*(?:[ /][^\W\d]+){0,3}\s*:\s+\S")
LAST_SENTENCE = re.compile(r"[.!?;]\s+(?P<last>[A-Z][^.!?;:]{2,60}:)\s*$")
"""A short last sentence with a colon, behind others."""
TOPIC = re.compile(r"\W*(?:soal|tentang|mengenai|perihal|topik|masalah|bahasan)\b", re.IGNORECASE)
CHAPTER = re.compile(r"(?:[IVX]{1,4}|[A-Z])[.)]")
# A line that says who does the point above it, and one that says who, when or how far.
_WHO = (
    r"PIC|PJ|P\.J\.|Pena\w*gung ?jawab|(?:Pihak|Unit|Instansi|OPD|Bidang|Tim) (?:penanggung ?jawab|pelaksana)|Pelaksana"
    r"|Owner|Assignee|Person in charge|In charge|Action by|Siapa|Who|(?:Di(?:kerja|laksana|tugas)kan )?(?:oleh|kepada)"
    r"|Petugas|Penerima tugas|Eksekutor|(?:Yang|Yg) (?:mengerjakan|ngerjain|kerja|bertugas|melaksanakan|menangani"
    r"|mengurus|ngurus|urus|pegang|memegang|garap|menggarap|bertanggung ?jawab)"
)
_WHEN = (
    r"Kapan|When|Tenggat(?: waktu)?|Tenggang waktu|Deadline|Target(?: (?:waktu|selesai|tanggal|penyelesaian|rampung))?"
    r"|Batas(?: (?:waktu|akhir|penyelesaian))?|Waktu(?: (?:pelaksanaan|penyelesaian|pengerjaan))?|Jangka waktu"
    r"|Jatuh tempo|(?:Tanggal|Tgl\.?) (?:selesai|target|pelaksanaan)|Jadwal(?: pelaksanaan)?|Due(?: date)?|Timeline"
    r"|Paling lambat|(?:Rencana|Estimasi|Harus) selesai|Selesai(?=\s*[:=]\D{0,12}\d)"
)
_HOW_FAR = "Status|Keterangan|Ket"
WHO_FIELD = re.compile(rf"\W*(?:{_WHO})\s*[:=]", re.IGNORECASE)
FIELD = re.compile(rf"\W*(?:{_WHO}|{_WHEN}|{_HOW_FAR})\s*[:=]", re.IGNORECASE)
DETAIL = re.compile(
    rf"\W*(?:(?P<who>{_WHO})|(?P<when>{_WHEN})|{_HOW_FAR})\s*(?:[:=\t]\s*|\.{{2,}}\s*)", re.IGNORECASE
)
"""A label for who does a task, for when, or for how far it is."""
DETAIL_WORD = re.compile(rf"\W*(?:{_WHO})\s+(?!(?:tugas|harian)\b)", re.IGNORECASE)
"""Words for who does a task, right before names ("yang urus Rina")."""
WHEN_WORD = re.compile(rf"\W*(?:{_WHEN})\s+(?=\S)", re.IGNORECASE)
"""Words for a deadline, right before a day ("Batas waktu 5 Maret")."""
NEXT_DETAIL = re.compile(
    rf"[\s|;,/(–—-]+(?=(?:{_WHO}|{_WHEN}|{_HOW_FAR})\s*[:=\t])"
    rf"|\s*[|;,/(–—-]\s*(?=(?:{_WHEN})\s)", re.IGNORECASE
)
"""What parts such labels on one line; behind a sign a word for a deadline needs no colon ("PIC: A, deadline 3 Mei")."""
NEXT_FIELD = re.compile(rf"\s(?:{_WHEN}|Selesai|{_HOW_FAR})\s*[:=]", re.IGNORECASE)
ARROWS = "→⇒➜➔➡➝➞⟶👉"
ARROW = re.compile(rf"[{ARROWS}]|[-=]+>|(?<=\s)>>(?=\s)")
# A thing and who gets it, and no more: "Gambar denah = Rina + Joko Susilo", "Sewa tenda -> Pak Dodi, Bu Sri".
_GIVEN_NAME = r"(?:(?i:pak|bu|bapak|ibu|mas|mbak|bang|kang|kak|sdri?\.?)\s)?[A-Z][a-z'’]+(?:\s[A-Z][a-z'’]*\.?){0,2}"
_DEALT = re.compile(
    rf"[^=→>]{{3,80}}?(?<!\s)\s*(?:=|→|-{{1,2}}>|=>)\s*{_GIVEN_NAME}"
    rf"(?:\s*(?:[,+&/]|\bdan\b)\s*{_GIVEN_NAME}){{0,5}}\s*\.?"
)
_NO_NAME = re.compile(
    r"[=→>]\s*(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad|jan|feb|mar|apr|mei|jun|jul|ag|sep|okt|nov|des|rp|ya|tidak"
    r"|ok|oke|sudah|belum|selesai|siap|tetap|setuju|ditunda)(?:uari|et|il|i|ustus|tember|ober|ember)?\b", re.IGNORECASE,
)
_FEWEST_DEALT, _LONGEST_DEALT = 2, 160  # items, characters
_POINTS_DOWN = " 👇🏻🏼🏽🏾🏿⬇↓\ufe0f"  # at the end of a line over a list
_STARRED = re.compile(r"\s*(?P<star>[*_]{1,2})[^*_\n]{2,60}(?P=star)\s*:?\s*")
_NAME = 4  # words of a line that is a name alone
_LINE = 6  # words of a heading that nothing sets apart
_PART = 8  # words of a line that heads a part of a list
_SECOND = re.compile(r"(?<!\w)\(?(?:2|b|ii)[.)]\s")


def unjoined(written: str, joined: str, offset: int) -> int:
    """The offset in spaced letters ("T e m p a t : Aula") of an offset in the text without their gaps."""
    letters = len("".join(joined[:offset].split()))
    for at, char in enumerate(written):
        if not char.isspace():
            if not letters:
                return at
            letters -= 1
    return len(written)


def tail(block: Block, offset: int) -> Block | None:
    """The block from an offset on, without the colons and blanks there; None where nothing is left."""
    rest = block.text[offset:]
    skip = offset + len(rest) - len(rest.lstrip(" \t:=\n"))
    if skip == 0:
        return block
    if skip >= len(block.text):
        return None
    start = block.start + skip
    lines = tuple(line for line in block.lines if line.end > start)
    marker = parse_marker(block.text[skip:]) if offset else None
    bullet = marker is not None and marker.style.startswith("bullet")
    if marker is not None and not bullet and (marker.value != 1 or _SECOND.search(block.text, skip)):
        marker = None
    kind = block.kind if not offset else "item" if marker else "paragraph"
    begin = skip + (marker.length if marker else 0)
    return replace(
        block,
        kind=kind,
        start=block.start + begin,
        text=block.text[begin:],
        lines=lines,
        marker=marker.text if marker else (block.marker if not offset else None),
        level=0 if marker else (block.level if not offset else -1),
        outline=None if offset else block.outline,
    )


def follows(before: Block, block: Block) -> bool:
    """Whether a numbered item is the next one after another."""
    first = marker_place(before.marker) if before.marker else None
    second = marker_place(block.marker, dict([first])) if first and block.marker else None
    return first is not None and second == (first[0], first[1] + 1)


def part(block: Block, start: int, end: int) -> Block:
    """The stretch of a block from one offset to another, white space at its end left out."""
    text = block.text[start:end].rstrip(" \t·|•;,")
    lines = tuple(line for line in block.lines if line.end > block.start + start and line.start < block.start + end)
    return replace(
        block,
        kind="paragraph",
        start=block.start + start,
        end=block.start + start + len(text),
        text=text,
        lines=lines,
        marker=None,
        level=-1,
    )


def looks_like_heading(block: Block) -> bool:
    """Whether a block looks like a heading: short, no full stop, set apart by style, weight, capitals or numbering."""
    text = block.text.strip()
    if not text or block.table is not None or len(text.split()) > 14 or text.endswith((".", ";", ",")):
        return False
    if block.outline is not None or block.bold or is_starred(block):
        return True
    letters = [ch for ch in text if ch.isalpha()]
    if letters and all(ch.isupper() for ch in letters) and len(letters) > 3:
        return True
    if CHAPTER.match(block.marker or ""):
        return True
    return text.endswith(":") and len(text.split()) <= 8


def is_short_line(block: Block) -> bool:
    """Whether a line can be a heading that nothing sets apart: a few words, the first with a capital, and no sign."""
    text = block.text.strip().rstrip(_POINTS_DOWN)
    short = block.kind == "paragraph" and block.table is None and len(block.lines) <= 1 and len(text.split()) <= _LINE
    return short and text[:1].isupper() and not re.search(r"[,;:.!?]", text)


def is_starred(block: Block) -> bool:
    """Whether all of a line stands between the stars that chats print bold for ("*Tugas Panitia*")."""
    return _STARRED.fullmatch(block.text) is not None


def heads_list(ahead: Sequence[Block]) -> bool:
    """Whether a list begins right after a block, or after one more line that heads a part of it (an owner, a topic)."""
    if not ahead or ahead[0].kind == "item":
        return bool(ahead)
    head = ahead[0].text.rstrip()
    apart = ahead[0].bold or head.endswith(":") or (len(head.split()) <= _NAME and head[-1:].isalnum())
    return apart and len(head.split()) <= _PART and len(ahead) > 1 and ahead[1].kind == "item"


def looks_alike(heading: Block, block: Block) -> bool:
    """Whether a line looks just like a heading: weight, outline level, alignment, capitals, colon, a marker."""

    def look(each: Block) -> tuple[object, ...]:
        text = each.text.strip()
        return each.bold, each.outline, each.align, text.isupper(), text.endswith(":"), each.marker is None

    return look(heading) == look(block)


def is_sentence(block: Block) -> bool:
    """Whether a block is running text rather than a name, a label or a title."""
    words = block.text.split()
    return len(words) >= 9 and (block.text.rstrip().endswith(".") or len(words) >= 16)


def style_of(block: Block) -> str:
    """How a block is numbered, without its ordinal."""
    if block.marker is None:
        return ""
    return marker_style(block.marker) or re.sub(r"\w+", "1", block.marker)


def restarts(first: Block, block: Block) -> bool:
    """Whether another list of numbers begins with a blank line before it ("1) ... 2) ..." and then "1. ...")."""
    marks, other = style_of(first), style_of(block)
    apart = bool(block.lines) and block.lines[0].line.spaced
    return apart and marks != other and marks.startswith("digit") and other.startswith("digit")


def broken_off(block: Block, most: int) -> int:
    """Where the first line of a block ends that its writer broke off behind ``most`` words; 0 where there is none."""
    if len(block.lines) < 2 or not block.lines[1].line.continues:
        return 0
    end = len(block.text[: block.lines[1].start - block.start].rstrip(" :\n"))
    begins = block.text[end:].lstrip(" :\n")[:1].isupper()
    return end if begins and len(block.text[:end].split()) <= most else 0


def deals_out(items: Sequence[Block]) -> bool:
    """Whether items each give a thing to people by a sign ("Denah = Rina + Joko"), as where work is shared out."""
    short = len(items) >= _FEWEST_DEALT and all(len(item.text) <= _LONGEST_DEALT for item in items)
    return short and all(_DEALT.fullmatch(item.text) and not _NO_NAME.search(item.text) for item in items)
