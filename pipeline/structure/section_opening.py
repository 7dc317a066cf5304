"""What opens a section where it stands: a label, a heading, a table's columns, a closing sentence."""

import re

from notula.models.blocks import Block, Grid
from notula.models.sections import SectionKind
from notula.pipeline.structure.agenda_start import begins_agenda
from notula.pipeline.structure.closing import closes, is_of_signatures, is_signed_for, signs
from notula.pipeline.structure.column_titles import lists_people
from notula.pipeline.structure.columns import Columns, read_columns, section_kind
from notula.pipeline.structure.header_end import is_agenda_line
from notula.pipeline.structure.header_labels import guessed
from notula.pipeline.structure.labels import Opening
from notula.pipeline.structure.leaving import heads_part
from notula.pipeline.structure.led_lists import over_parties
from notula.pipeline.structure.open_section import Cut
from notula.pipeline.structure.opening_lines import any_day, leading_day
from notula.pipeline.structure.section_kinds import BODY, POINTS, ROSTER
from notula.pipeline.structure.shapes import (
    CHAPTER,
    FIELD,
    UNKNOWN_LABEL,
    follows,
    heads_list,
    is_sentence,
    is_short_line,
    is_starred,
    looks_alike,
    looks_like_heading,
    style_of,
    unjoined,
)
from notula.pipeline.structure.title_lines import MEETING
from notula.pipeline.structure.wording import join_spaced
from notula.pipeline.text import fold

_LISTS = (*POINTS, *ROSTER)
_IN_TITLES = (*BODY, SectionKind.AGENDA, SectionKind.CLOSING, SectionKind.OTHER)
_LISTED = (SectionKind.FOLLOW_UPS, SectionKind.PREVIOUS)
_WHEN_AND_WHERE = ("date", "time", "place")
_LONGEST_HEADING = 9  # words
_QUOTED = ">"  # before each line of a mail that is answered
_SEVERAL = 2  # headings of groups
_DAY_WITHIN = 160  # characters
_MOST_TOPIC_WORDS = 15  # of a value that names the topics, less than
_TOLD = re.compile(r"\s(?:akan|segera|agar|diminta|m(?:em|en|eng|eny)[a-z]{4,})\s")  # of whom a sentence tells
# A year's plan that the meeting talks of, where no list follows: "III. Rencana Kerja Tahun 2019".
_OF_YEAR = re.compile(r"\b(?:rencana|program)\s+(?:kerja|kegiatan|anggaran)\b.*\b20\d\d\b", re.IGNORECASE)
_SENTENCES = re.compile(r"\w{3}\.\s+[A-Z].*\.\s*$")  # two at least
# A label whose value is an hour of the clock, whatever the label's language ("Galah : 09.00 Wita - puput").
_HOURS = re.compile(
    r"[^:\d]{2,40}:\s+(?:(?:pukul|jam|pkl\.?)\s+)?(?=\d{1,2}[.:]\d{2}\s*(?:wi(?:b|ta|t)\b|[-–—]|s\.?/?d\b|sampai|hingga|$))",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"^\W{0,3}1[).] .*\W2[).] ")  # "(1) evaluasi; (2) rencana"


class Openings:
    """Tells what a block opens behind what is cut so far."""

    def __init__(self, cut: Cut) -> None:
        self._cut, self._labels = cut, cut.labels

    def of_table(self, block: Block) -> Opening | None:
        """What a table opens by its columns, or None."""
        assert block.table is not None
        signed = self._cut.now.kind in POINTS and is_of_signatures(block.table)
        if signed or (self._cut.in_body and is_signed_for(block.table)):
            return Opening(SectionKind.SIGNATURE, None, 0, "signature")
        columns = read_columns(block.table, self._cut.lexicon)
        kind = section_kind(columns)
        if kind is SectionKind.FOLLOW_UPS and columns is not None and self._reviews(block.table, columns):
            kind = SectionKind.PREVIOUS
        heading, now = self._cut.now.heading, self._cut.now.kind
        if kind is None or kind is now or (kind is SectionKind.FOLLOW_UPS and now is SectionKind.PREVIOUS):
            return None
        if now is SectionKind.ATTENDEES and heading is not None and not self._cut.now.blocks:
            titles = [cell.text for cell in block.table.rows[columns.header - 1]] if columns and columns.header else []
            if lists_people(titles, self._cut.lexicon):
                return None  # "Nama | Dari | Tugas" under "Yang hadir"
        if kind is SectionKind.ATTENDEES and (now is SectionKind.ABSENT or self._labels.words.composes(heading)):
            return None
        return Opening(kind, None, 0, "table_columns")

    def _reviews(self, grid: Grid, columns: Columns) -> bool:
        """Whether the title over the tasks of a table says that they are those of an earlier meeting."""
        action = columns.at("action")
        title = grid.rows[columns.header - 1][action].text if columns.header and action is not None else ""
        words = self._labels.words
        return SectionKind.PREVIOUS in (words.kind(title), words.loose_kind(title))

    def of_line(self, block: Block, ahead: list[Block]) -> Opening | None:
        """What a block of text opens, by its own wording and the blocks ``ahead``; None where it opens nothing."""
        following = ahead[0] if ahead else None
        text = join_spaced(block.text) if block.kind != "item" else block.text
        spaced = len(text) != len(block.text)
        found = self._labels.opening(block.text)
        if found is None and spaced and (joined := self._labels.opening(text)):
            found = joined._replace(value=unjoined(block.text, text, joined.value))
        if found is None and not self._cut.in_body:
            found = self.bare(block)
        over_list = heads_list(ahead)
        over_tasks = self._is_over_tasks(block, following)
        if found is None and (over_tasks or looks_like_heading(block)) and len(block.text.split()) <= _LONGEST_HEADING:
            found = self._loose(block, over_list=over_list or over_tasks)
        outlined = block.outline and len(self._cut.sections) > 1
        headed = self._cut.in_body or block.text.rstrip().endswith(":") or outlined or self._ends_roll(block, following)
        if found is None and over_list and headed:
            found = self._labels.tasks(block.text, set_apart=looks_like_heading(block) or is_short_line(block))
        if found is None and block.kind == "item" and following is not None and following.level > block.level:
            found = self._labels.leading(block.text)
        if found is None and self._cut.now.kind not in _LISTED and over_parties(self._cut, block, ahead):
            return Opening(SectionKind.FOLLOW_UPS, None, len(block.text), "heading_parties", loose=True)
        found = found or self._told_field(block)
        if found is None and self._is_unknown_field(block):
            found = self._unknown_field(block)
        if found is None or self._calls_one_present(found, block):
            return self._by_pattern(block)
        announced = over_list and block.text.rstrip().endswith(":")
        if found.kind is SectionKind.DISCUSSION and self._in_title(block) and not announced:
            return None
        found = self._meant(found, block, following)
        if self._allowed(found, block, following):
            return found
        signed = self._cut.now.kind is SectionKind.SIGNATURE
        return self._by_pattern(block) if block.text.rstrip().endswith(",") and not signed else None

    def _ends_roll(self, block: Block, following: Block | None) -> bool:
        """Whether an unmarked line stands between the last of those present and a list that begins anew."""
        now = self._cut.now
        if now.kind not in ROSTER or block.kind == "item" or following is None or now.last_item is not now.last:
            return False
        return now.last_item is not None and not follows(now.last_item, following)

    def _meant(self, found: Opening, block: Block, following: Block | None) -> Opening:
        """An opening as what stands before and below it says: results of the talk, topics of it, a sheet of names."""
        listed = following is not None and following.kind == "item" and style_of(block) != style_of(following)
        if found.field == "subject" and listed and not found.has_value(block.text):
            return found._replace(kind=SectionKind.AGENDA, field=None)  # "Perihal:", then its points
        if found.kind is SectionKind.DISCUSSION and self._labels.words.is_result(block.text) and self._talked():
            found = found._replace(kind=SectionKind.AGREEMENTS, rule="heading_results")
        under_topics = found.kind in self._cut.repeated and not found.has_value(block.text)
        if under_topics and found.kind in POINTS and self._labels.words.names_talk(block.text):
            found = found._replace(kind=SectionKind.DISCUSSION)  # "Keputusan: ..." stands below each topic
        if found.kind is SectionKind.ABSENT and self._is_signed(block, following):
            found = found._replace(kind=SectionKind.ATTENDEES)
        topical = "bahas" in block.text[: found.value].casefold()
        if found.kind is SectionKind.DISCUSSION and not self._talked() and topical:
            value = block.text[found.value :]
            brief = 0 < len(value.split()) < _MOST_TOPIC_WORDS and not _SENTENCES.search(value)
            short = brief or _COUNTED.search(value) is not None
            short = short or (not value.strip() and _names_topic(following, block))
            found = found._replace(kind=SectionKind.AGENDA) if short else found
        return found

    def _is_signed(self, block: Block, following: Block | None) -> bool:
        """Whether a word for absence ("Absen") stands over a sheet with signatures: that of those present."""
        if following is None or following.table is None or "hadir" in fold(block.text):
            return False
        columns = read_columns(following.table, self._cut.lexicon)
        return columns is not None and columns.at("signature") is not None

    def _calls_one_present(self, found: Opening, block: Block) -> bool:
        """Whether the word before a colon names who was there: a body may be called as a label is ("Plan: ...")."""
        word = block.text[: found.value].strip(" \t:=*_")
        labelled = found.rule == "label" and found.has_value(block.text)
        if found.kind not in POINTS or not labelled or " " in word or not word[:1].isupper():
            return False
        name = re.compile(rf"(?:^|[,;]\s*){re.escape(word)}(?:\s+[A-Z(]|\s*[,;(]|\s*$)")
        present = (section.blocks for section in self._cut.sections if section.kind is SectionKind.ATTENDEES)
        return any(name.search(each.text) for blocks in present for each in blocks)

    def _is_unknown_field(self, block: Block) -> bool:
        """Whether a line in the header has a label that is not known and a value ("Pakaian: batik")."""
        now = self._cut.now
        valued = now.field is not None and bool(now.blocks) and (now.inline or now.held)
        return not self._cut.in_body and valued and UNKNOWN_LABEL.match(block.text) is not None

    def _told_field(self, block: Block) -> Opening | None:
        """What a label of the header that is not known opens by the words it is made of ("Dosen yang hadir: ...")."""
        in_body = self._cut.in_body or self._cut.now.kind in BODY
        listed = block.kind == "item" and not CHAPTER.match(block.marker or "")
        if listed or in_body or not any(section.field for section in self._cut.sections):
            return None
        told = guessed(block.text)
        return Opening(*told, "label") if told else None

    def _unknown_field(self, block: Block) -> Opening:
        """What an unknown label of the header opens: the time where its value begins with an hour of the clock."""
        timed = _HOURS.match(block.text) if not any(each.field == "time" for each in self._cut.sections) else None
        if timed is None:
            return Opening(SectionKind.HEADER, "ignore", len(block.text), "label_unknown")
        return Opening(SectionKind.HEADER, "time", timed.end(), "label_unknown")

    def bare(self, block: Block) -> Opening | None:
        """What a label without a separator opens in the header, or None."""
        now = self._cut.now
        if now.field in ("chair", "note_taker") and now.rule == "heading" and not now.blocks:
            return None  # the value under "Moderator" may be an office: "Sekretaris Camat"
        found = self._labels.bare(block.text, first=not any(section.field for section in self._cut.sections))
        if found is not None and found.field == "subject" and block.text.isupper():
            return None  # a line of the title: "PERIHAL PANEN RAYA"
        if found is None or found.field not in ("chair", "note_taker"):
            return found
        told = is_sentence(block) or _TOLD.search(block.text, found.value) is not None
        return None if told else found  # "Sekretaris Desa menyampaikan panjang jalan."

    def _loose(self, block: Block, *, over_list: bool) -> Opening | None:
        kind = self._labels.words.loose_kind(block.text)
        if kind is None or kind is SectionKind.OTHER or (over_list and self._is_group(block, kind)):
            return None
        if kind is SectionKind.FOLLOW_UPS and not over_list and _OF_YEAR.search(block.text):
            kind = SectionKind.DISCUSSION
        coverage = self._labels.words.coverage(block.text)
        strong = (
            block.outline is not None
            or block.bold
            or is_starred(block)
            or block.text.isupper()
            or bool(CHAPTER.match(block.marker or ""))
        ) or (over_list and "," not in block.text and (kind in POINTS or self._labels.words.names_result(block.text)))
        titles = self._on_top()
        if coverage < 1 and (kind is SectionKind.CLOSING or (kind is SectionKind.AGENDA and self._cut.in_body)):
            return None  # topics of the talk: "PENUTUPAN REKENING", "TUJUAN 13 - IKLIM"
        if coverage < (0.5 if strong and not titles else 1):
            return None
        return Opening(kind, None, len(block.text), "heading_words", loose=True)

    def _is_over_tasks(self, block: Block, following: Block | None) -> bool:
        """Whether an unmarked line that is no sentence stands right over a table of tasks."""
        if block.table is not None or block.kind == "item" or following is None or following.table is None:
            return False
        tasks = section_kind(read_columns(following.table, self._cut.lexicon)) is SectionKind.FOLLOW_UPS
        return tasks and block.text.rstrip()[-1:] not in ".,;"

    def _is_group(self, block: Block, kind: SectionKind) -> bool:
        """Whether a heading below that of a list of tasks, with a list of its own, names a group ("Seksi Acara")."""
        above = self._cut.now.heading
        below = above is not None and (above.outline or 9) < (block.outline or 0)
        return below and self._cut.now.kind is SectionKind.FOLLOW_UPS and kind not in POINTS

    def _talked(self) -> bool:
        """Whether a headed report of the talk came before: then "Hasil Rapat" heads what came out of it."""
        talks = (section for section in self._cut.sections if section.kind is SectionKind.DISCUSSION)
        return any(talk.heading and talk.blocks for talk in talks)

    def _in_title(self, block: Block) -> bool:
        """Whether a block before the first label starts with the word for minutes ("Notulensi Rapat")."""
        labelled = self._cut.in_body or len(self._cut.sections) > 1
        text = join_spaced(block.text)
        starts = (text, re.split(r"[\s/]", text, maxsplit=1)[0], text.split(":")[0])  # "Notulensi/2023-03-04"
        return not labelled and any(self._labels.words.is_genre(start) for start in starts)

    def _names_meeting(self, found: Opening, block: Block, following: Block | None) -> bool:
        """Whether a block is a meeting's name of words for sections ("Rapat Rencana Aksi", over a day "Tindak Lanjut").

        Such a name stands before the first label and over no list.
        """
        titled = found.kind in _IN_TITLES and not found.has_value(block.text) and block.kind != "item"
        listed = following is not None and following.kind == "item"
        if not titled or listed or not self._on_top():
            return False
        return MEETING.match(fold(join_spaced(block.text))) is not None or self._is_of_header(following)

    def _on_top(self) -> bool:
        """Whether nothing but the number of the minutes and "tentang" stands between their first lines and here."""
        labelled = self._cut.sections[1:]
        numbers = (each.field == "ignore" or (each.field == "subject" and not each.blocks) for each in labelled)
        return not self._cut.in_body and all(numbers)

    def _is_of_header(self, block: Block | None) -> bool:
        """Whether a block tells when or where a meeting was: a label, a form, a day, a sentence with its day."""
        if block is None:
            return False
        if block.table is not None:
            return self._labels.words.field(block.table.rows[0][0].text.strip(" :")) in _WHEN_AND_WHERE
        opening = self._labels.opening(block.text)
        if opening is not None and opening.field is not None:
            return opening.field in _WHEN_AND_WHERE
        told = fold(block.text[:_DAY_WITHIN])
        return leading_day(told) is not None or (MEETING.match(told) is not None and any_day(told) is not None)

    def _by_pattern(self, block: Block) -> Opening | None:
        if not self._cut.in_body or (block.kind == "item" and block.marker != _QUOTED):
            return None
        if signs(block.text):
            return Opening(SectionKind.SIGNATURE, None, 0, "signature")
        if self._cut.now.kind is not SectionKind.SIGNATURE and closes(block.text):
            return Opening(SectionKind.CLOSING, None, 0, "closing_sentence")
        return None

    def _tells_no_title(self, opening: Opening, block: Block, following: Block | None) -> bool:
        """Whether a label of a title belongs to an officer's name, or is below a list and over what was said of it."""
        now = self._cut.now
        if now.field in ("chair", "note_taker") and not now.inline:
            return True
        told = following is not None and is_sentence(following) and following.text.rstrip().endswith(".")
        return now.kind in ROSTER and told and not opening.has_value(block.text)  # "Tema", "Tema dipakai lagi."

    def _allowed(self, opening: Opening, block: Block, following: Block | None) -> bool:
        now = self._cut.now
        grouped = opening.kind in (SectionKind.DISCUSSION, SectionKind.OTHER) and self._heads_group(block, following)
        if grouped or self._names_meeting(opening, block, following) or self._is_of_task(opening, block, following):
            return False
        entry = opening.kind is SectionKind.OTHER and self._is_entry(opening, block, following)
        if entry or self._goes_on(block) or self._cut.goes_on_topics(opening.kind, block):
            return False
        if opening.kind is SectionKind.HEADER:
            if opening.field == "ignore" and now.kind in (SectionKind.ATTENDEES, SectionKind.ABSENT):
                return now.inline and bool(now.blocks) and opening.has_value(block.text)  # "Status: Done"
            if opening.field == "ignore" and now.kind is SectionKind.AGENDA and not opening.has_value(block.text):
                return False  # "Doa"
            if opening.field == "title" and self._tells_no_title(opening, block, following):
                return False
            if self._cut.in_body and opening.field in ("chair", "note_taker"):
                return self._late_office(opening, block)
            speech = following is not None and following.kind != "item" and len(following.text.split()) >= 25
            return not self._cut.in_body and not (speech and not opening.has_value(block.text))
        if now.kind in POINTS and block.kind == "item" and opening.has_value(block.text):
            topic = self._cut.topic
            return topic is not None and topic is now.heading and block.level <= topic.level
        if opening.kind is SectionKind.AGENDA and (self._cut.in_body or now.kind is not SectionKind.AGENDA):
            return begins_agenda(self._cut.sections, opening, block, following, self._labels)
        if now.kind is SectionKind.AGENDA and is_agenda_line(now, opening, block, following, self._labels):
            return False
        if opening.kind is SectionKind.DISCUSSION and now.kind is SectionKind.DISCUSSION:
            return block.kind != "item" or block.level <= 0
        counted_on = now.heading is not None and follows(now.heading, block)  # "II. TINDAK LANJUT", "III. DOKUMENTASI"
        lower = now.first_item is None or block.level >= now.first_item.level
        inner = block.kind == "item" and lower and not counted_on
        return not (opening.kind is SectionKind.OTHER and now.kind in POINTS and inner)

    def _is_of_task(self, opening: Opening, block: Block, following: Block | None) -> bool:
        """Whether a label is that of a task told in several lines ("Uraian: ...", then who does it)."""
        tasks = self._cut.now.kind is SectionKind.FOLLOW_UPS and opening.has_value(block.text)
        return tasks and following is not None and FIELD.match(following.text) is not None

    def _late_office(self, opening: Opening, block: Block) -> bool:
        """Whether the chair or the note-taker has a line at the end or below those present ("Pencatat: Ade")."""
        value = len(block.text[opening.value :].split())
        place = self._cut.near_end or self._cut.now.rule == "introduced"
        return place and block.kind != "item" and 0 < value <= 8 and opening.rule == "label"

    def _is_entry(self, opening: Opening, block: Block, following: Block | None) -> bool:
        """Whether an item is one of the list it stands in: with a word and its value ("- Dokumen: Rina") or first."""
        last = self._cut.now.last
        alike = last is not None and last.kind == "item" and style_of(last) == style_of(block)
        valued = block.kind == "item" and alike and opening.has_value(block.text)
        return valued or self._is_first_topic(block, following)

    def _is_first_topic(self, block: Block, following: Block | None) -> bool:
        """Whether an item right below a heading is the first of its list of topics, not set apart from the next."""
        now = self._cut.now
        if now.heading is None or now.inline or now.blocks or following is None or block.kind != "item":
            return False
        alike = (block.kind, block.level, block.bold, style_of(block)) == (
            following.kind, following.level, following.bold, style_of(following),
        )  # fmt: skip
        return alike and self._labels.opening(following.text) is None

    def _heads_group(self, block: Block, following: Block | None) -> bool:
        """Whether a line heads a part of a list of points, like lines before it and not like its heading ("Lain:")."""
        now = self._cut.now
        if now.kind not in POINTS or now.heading is None or block.kind == "item":
            return False
        listed = following is not None and following.kind == "item" and not looks_alike(now.heading, block)
        alike = [each for each in now.blocks if each.kind != "item" and looks_alike(each, block)]
        set_apart = (looks_like_heading(block) and len(alike) >= _SEVERAL) or block.text.rstrip().endswith(":")
        return (listed and bool(alike) and set_apart) or heads_part(now, block, following)

    def _goes_on(self, block: Block) -> bool:
        """Whether an item goes on in the list of the section it would leave."""
        first, chapter = self._cut.now.first_item, bool(CHAPTER.match(block.marker or ""))
        if self._cut.now.kind not in _LISTS or block.kind != "item" or is_starred(block):
            return False
        last = self._cut.now.last_item
        if self._cut.now.held and not (last is not None and follows(last, block)):
            return False  # the list stands in a row of a form, which is over
        if first is None:
            return not self._cut.now.blocks and (not chapter or self._announced(block))
        if CHAPTER.match(block.marker or "") and not CHAPTER.match(first.marker or ""):
            return False
        if first.level != block.level:
            return block.level > first.level
        return style_of(first) == style_of(block) and not (
            self._cut.now.heading and style_of(self._cut.now.heading) == style_of(block)
        )

    def _announced(self, block: Block) -> bool:
        """Whether a label with a colon stands right over a plain item: it is the list's, numbered as it may be."""
        heading = self._cut.now.heading
        over = heading is not None and heading.marker is None and heading.text.rstrip().endswith(":")
        return over and not (block.bold or block.text.isupper())


def _names_topic(item: Block | None, label: Block) -> bool:
    """Whether a block is a short item of a list that is run into the line of its label ("Bahasan: a. iuran; ...")."""
    if item is None or item.kind != "item" or item.lines[:1] != label.lines[-1:]:
        return False
    return len(item.text.split()) < _MOST_TOPIC_WORDS
