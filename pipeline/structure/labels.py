"""Labels and headings in a line: what a stretch of text opens, and where the value of a label starts."""

import re
from functools import cache
from typing import NamedTuple

from notula.models.sections import SectionKind
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.bare_labels import bare_pattern
from notula.pipeline.structure.section_kinds import ROSTER
from notula.pipeline.structure.vocabulary import Vocabulary
from notula.pipeline.structure.wording import MEETING_WORDS, normal
from notula.pipeline.text import fold, remembered_method

_LABEL = re.compile(
    r"(?P<label>[^\W\d_](?:[^:=\t\n]|(?<=\w)[ \t]+(?=[:=])){0,80}?)[ \t]*"
    r"(?:(?P<colon>[:=]|-{1,2}>|>>|→)[ \t:]*|(?P<tab>\t)\s*)"
)
# A heading run into its paragraph with a full stop ("Keputusan. Iuran dinaikkan ...").
_STOPPED = re.compile(r"\s*(?P<label>[A-Z][^\W\d_]*(?:[ /-][^\W\d_]+){0,3})\.\s+(?=[A-Z(])")
_TOPICAL = (SectionKind.DISCUSSION, SectionKind.AGREEMENTS, SectionKind.FOLLOW_UPS)
_BOXED = re.compile(r"\s*\[(?P<label>[^\[\]]{3,40})\]\s*:?\s*")
_STARRED = re.compile(r"\s*(?P<star>[*_]{1,2})(?P<label>[^*_:\n]{2,40}?)\s*(?::\s*(?P=star)|(?P=star)\s*:)\s*")
_DASHED = re.compile(r"\s*(?P<label>[^\W\d_][^:=\t\n–-]{2,40}?)\s+[-–]\s+(?=\S)")
_TASKS = re.compile(
    r"\b(?:(?<!gugus )(?<!satuan )(?:di)?tugas\w*|menugas\w*|(?:di|men)?tindak ?lanjut\w*|"
    r"(?<!telah )(?<!sudah )(?<!sdh )dikerja(?:kan|in)|"
    r"kerjaan\w*|PR|backlog|to-? ?do|action|tindakan|follow[- ]?ups?|(?:rencana|agenda|program) (?:aksi|kerja|tl)|rtl|"
    r"next steps?)\b|^\W*next\W*$",
    re.IGNORECASE,
)
_SHORT_HEADING = 6  # words
# What leads from what was said to what has to be done.
_REFERS = re.compile(
    r"(?:menindaklanjuti|sehubungan|berkaitan|berkenaan|berdasarkan|terkait|atas dasar|untuk itu|oleh (?:karena|sebab)"
    r" itu|dengan demikian|mengingat|memperhatikan|selanjutnya)\b",
    re.IGNORECASE,
)
_PARTING = ".,|•·;/\t"  # signs between what a line says and a label
_WHEN = re.compile(r"\b\d{1,2}[.:]\d{2}\b|\b(?:19|20)\d{2}\b")
_FURTHER = re.compile(
    r"(?<=\S)(?P<gap>\s*[\t·|•;]\s*|\s+[/–—]\s+|\s+)"
    r"(?P<label>[^\W\d_][^\W\d_]*(?:[ /][^\W\d_]+){0,3})\s*(?:(?::|\s[-–]\s)\s*(?=\S)|:\s*$)"
)


class Opening(NamedTuple):
    """What a block opens: a section kind, for header fields the field, and where its value starts in the block.

    ``loose`` is true where only a part of the heading's words is known.
    """

    kind: SectionKind
    field: str | None
    value: int
    rule: str
    loose: bool = False

    def has_value(self, text: str) -> bool:
        """Whether a value stands behind the label, in the text of the block."""
        return self.value < len(text.rstrip())


class Labels:
    """Finds the labels and headings of a lexicon in lines; ``words`` tells what they mean."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.words = Vocabulary(lexicon)
        self._offices = tuple(fold(word) + " " for word in lexicon.labels.offices)
        self._bare = bare_pattern(lexicon)

    @remembered_method
    def opening(self, text: str) -> Opening | None:
        """What a labelled text or a whole heading opens, by known wordings only."""
        boxed = _BOXED.match(text) or _STARRED.match(text)
        if boxed and (found := self._of(boxed["label"], boxed.end(), "label")):
            return found
        match = _LABEL.match(text)
        if match and len(match["label"].split()) <= 9:
            found = self._of(match["label"], match.end(), "label" if match["colon"] else "label_tab")
            if found and (match["colon"] or match.end() < len(text.rstrip()) or found.field is None):
                return found
        stopped = _STOPPED.match(text)
        if stopped and (found := self._of(stopped["label"], stopped.end(), "label_stop")) and found.kind in _TOPICAL:
            return found
        if len(text) <= 90 and (not self.words.is_genre(text) or self.words.is_result(text)):
            return self._of(text, len(text), "heading")
        return None

    def valued(self, text: str) -> Opening | None:
        """What a label with its value behind it opens, or None."""
        found = self.opening(text)
        return found if found and found.has_value(text) else None

    def labels_in(self, text: str, value: int | None) -> list[int]:
        """Where further labels start in a line with its first value at ``value`` ("Tempat: Aula   Pimpinan: Sekda").

        Where the line begins with no label (None) they need a colon, and a full stop or a sign before them, or one
        another beside them, or a day or an hour.
        """
        found, unsigned = [], 0
        for match in _FURTHER.finditer(text, value or 0):
            sign = match["gap"].strip() or text[match.start("gap") - 1]
            colon = ":" in text[match.end("label") : match.end()]
            over = match.end() == len(text)  # what stands below: "Notulis: Rani Peserta:"
            if (value is None and (over or not colon)) or (over and not match["label"][:1].isupper()):
                continue
            words = list(re.finditer(r"[^\s/]+", match["label"]))
            for count, word in enumerate(words):
                label, start = match["label"][word.start() :], match.start("label") + word.start()
                known = self.words.field(label) not in (None, "ignore") or self.words.kind(label) in ROSTER
                known = known or self._notes(label)
                apart = not count and (match["gap"].strip(" ") or len(match["gap"]) > 1 or sign == ",")
                if known and (apart or (label[:1].isupper() and len(label.split()) <= 2)):
                    found.append(start)
                    unsigned += value is None and sign not in _PARTING
                    break
        sure = not unsigned or len(found) > 1 or _WHEN.search(text, 0, found[0]) is not None
        return found if sure else []

    def _notes(self, label: str) -> bool:
        """Whether a label heads notes, behind which a header names who took them ("Catatan: Rina")."""
        return normal(label) in ("catatan", "notes", "note")

    def tasks(self, text: str, *, set_apart: bool) -> Opening | None:
        """What a short line over a list opens when a word for tasks stands in it ("Bagi tugasnya begini:")."""
        bare = text.strip()
        shared = self.words.shares_out(bare) or self._concludes(bare)
        if not (set_apart or bare.endswith(":")) or not (shared or _TASKS.search(bare)):
            return None
        words = [word for word in normal(bare).split() if word[0].isalnum()]
        if not (shared or len(words) <= _SHORT_HEADING or self.leading(bare)):
            return None
        kind = self.words.shifted(SectionKind.FOLLOW_UPS, normal(bare))
        return Opening(kind, None, len(text), "heading_tasks", loose=True)

    def _concludes(self, text: str) -> bool:
        """Whether the last clause of a line heads tasks ("Sehubungan dengan hal tersebut, perlu dilakukan:")."""
        before, comma, clause = text.rpartition(",")
        refers = comma and text.endswith(":") and _REFERS.match(before)
        return bool(refers) and self.words.kind(clause) is SectionKind.FOLLOW_UPS

    def leading(self, text: str) -> Opening | None:
        """What an item over a list opens when it begins with words for follow-ups ("Pembagian tugas tiap divisi")."""
        words = self.words.plain(text)
        if words.startswith(self.words.task_heads) and len(words.split()) <= 20:
            kind = self.words.shifted(SectionKind.FOLLOW_UPS, words)
            return Opening(kind, None, len(text), "heading_item", loose=True)
        return None

    @remembered_method
    def bare(self, text: str, *, first: bool = False) -> Opening | None:
        """What a label without a separator opens ("Tempat Zoom Meeting"); only asked for in the header.

        ``first`` says that no field stands above it: then a word that may be an office ("Sekretaris Daerah") is none.
        """
        words = fold(text).split()[1:2]
        if first and fold(text).startswith(self._offices) and MEETING_WORDS.isdisjoint(words):
            return None
        dashed = _DASHED.match(text)
        if dashed and (found := self._of(dashed["label"], dashed.end(), "label_dash")):
            return found
        match = self._bare.match(text)
        if match is None:
            return None
        name = next(field for field, value in match.groupdict().items() if value)
        kinds = {"agenda": SectionKind.AGENDA, "attendees": SectionKind.ATTENDEES, "absent": SectionKind.ABSENT}
        if name in kinds:
            return Opening(kinds[name], None, match.end(), "label_bare")
        return Opening(SectionKind.HEADER, name, match.end(), "label_bare")

    def _of(self, label: str, value: int, rule: str) -> Opening | None:
        if not re.search(r"[^\W\d_]", label) or (rule == "heading" and normal(label) in self.words.valued):
            return None
        kind = self.words.kind(label)
        whole = rule == "heading"
        field = self.words.field(label) or (self.words.part_field(label) if kind is None and not whole else None)
        if kind is not None and (field is None or field == "ignore" or (whole and kind is not SectionKind.OTHER)):
            return Opening(kind, None, value, rule)
        if field is not None:
            return Opening(SectionKind.HEADER, field, value, rule)
        return None


@cache
def get_labels(lexicon: Lexicon) -> Labels:
    """The labels of a lexicon, built once."""
    return Labels(lexicon)
