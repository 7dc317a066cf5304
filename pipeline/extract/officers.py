"""Who led the meeting and who took its notes.

The first rule that finds somebody counts:

- a label's value; for the note-taker also a label of notes ("Notes: Rina") that holds nothing but an attendee;
- prose ("dipimpin oleh ...", "dicatat ..."), for the note-taker at the end of the minutes too; the words for an office
  behind a name ("Pak Galih selaku pemimpin rapat"); an attendee who acts ("Rina mimpin rapat");
- the office in the attendance list ("moderator", "notulis");
- who opened the meeting, where the attendance list calls them the head;
- whom the header calls the head of the body that met ("Ketua Senat : ...");
- the signatures: the name under "Notulis," or "Pimpinan Rapat,", or beside it in the same column.
"""

import re
from dataclasses import replace

from notula.models.blocks import Block
from notula.models.minutes import PartyKind
from notula.models.sections import Section, SectionKind
from notula.pipeline.extract.names import is_surely_name
from notula.pipeline.extract.officers_prose import chair_in_prose, note_taker_at_end, note_taker_in_prose, opened_by
from notula.pipeline.extract.officers_signed import chair_signed, note_taker_signed, secretary_signed
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.extract.scope import Scope, word_pattern
from notula.pipeline.extract.seen import Seen, is_named, key_of, mentions_in, merge_office
from notula.pipeline.lexicon import Lexicon

_MODERATOR = re.compile(r"\W*moderator\b", re.IGNORECASE)  # leads beside whoever opens and closes
_NAME_LABEL = re.compile(r"\s*(?:N\s*a\s*m\s*a|Name)\s*:\s*", re.IGNORECASE)
_SELF = re.compile(r"\s*(?:saya|sy|aku)(?:\s+sendiri)?\s*[(,:]\s*(?=[A-Z])", re.IGNORECASE)  # "saya (Rina)"
_FORM_NUMBER = re.compile(r"\W*(?:no|nomor|form|formulir|rev|hal|halaman)\b\s*[.:]", re.IGNORECASE)
_OFFICE_LABEL = re.compile(r"\s*(?:J\s*a\s*b\s*a\s*t\s*a\s*n|Position)\s*:\s*", re.IGNORECASE)
_CHAIR_ROLE = re.compile(
    r"\b(?:fasilitator|moderator|(?:pimpinan|pemimpin|ketua) (?:rapat|sidang)|pemandu|chair|(?:me)?[mp]impin"
    r"(?: rapat)?)\b",
    re.IGNORECASE,
)
_NOTE_ROLE = re.compile(r"\b(?:notulis|notulen|pencatat|note ?taker|(?:me)?(?:n?catat|nyatat|nyatet))\b", re.IGNORECASE)
# Another office on the line of a label ("Pimpinan rapat Pak Sukardi, notulis Bu Ratna").
_OTHER_OFFICE = re.compile(
    r"(?:[,;]\s*(?:dan\s+)?|\s+(?:dan|serta)\s+)(?:notulis|notulen|pencatat|sekretaris rapat|moderator"
    r"|pimpinan rapat)\s*:?\s+(?=[A-Z])|,?\s+(?:yang|yg|sing)\s+(?:(?:me)?(?:ncatat|nulis|mimpin|mandu)|catat|tulis"
    r"|nyatat|nyatet|pimpin|hadir|datang)\b"
    r"|,\s+(?:di(?:ikuti|hadiri|catat)|hadir)\s|\s+[/|]\s+(?=[^\W\d]\w+(?: \w+)?\s*:)",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s*,?\s+di(?:dampingi|bantu|temani)\s", re.IGNORECASE)  # "Camat didampingi Sekcam": one leads
_NUMBERED, _NEXT_NUMBER = re.compile(r"1[.)]"), re.compile(r"\w\s+2[.)]\s+(?=[A-Z])")
_PICTURE = re.compile(r"[\u2600-\u27bf\U0001f300-\U0001faff]")  # in chats it marks a field ("🎤 Host: Rina")
_NOTED_SHORT = re.compile(r"\W*(?:cat|ctt)\.?\s*:\s*(?=[A-Z])", re.IGNORECASE)  # "Cat: Rina"
_HEADS = re.compile(r"\W*ketua(?:\s+[^\W\d]\w+){1,3}\s*:\s*(?=\S)", re.IGNORECASE)
_SPEECH = 6  # words of a sentence that a label of an office begins in a record of the talk
_FIRST_SECTIONS, _FIRST_LINES = 6, 5  # where a labelled line still belongs to the header
_OVER = re.compile(r"(?<=\w{3})\.\s+(?=[a-z]{3}|[A-Z][a-z]+ [a-z]{2})")  # "ayu. disalin dari grup", "Camat. Yang hadir"


def find_chair(scope: Scope, present: list[Seen]) -> list[Seen]:
    """Who led the meeting; empty where the minutes do not say."""
    return (
        _labelled(scope, "chair")
        or _in_lines(scope, "chair")
        or chair_in_prose(scope, present)
        or _of_form(scope, "chair")
        or _by_role(present, _CHAIR_ROLE, "chair_role")
        or opened_by(scope, present)
        or _who_heads(scope)
        or chair_signed(scope, present)
    )


def find_note_taker(scope: Scope, present: list[Seen]) -> list[Seen]:
    """Who took the notes; empty where the minutes do not say."""
    return (
        _labelled(scope, "note_taker")
        or _in_lines(scope, "note_taker")
        or _noted_label(scope, present)
        or note_taker_in_prose(scope, present)
        or _of_form(scope, "note_taker")
        or _by_role(present, _NOTE_ROLE, "note_taker_role")
        or note_taker_signed(scope, present)
        or note_taker_at_end(scope, present)
        or secretary_signed(scope, present)
    )


def _who_heads(scope: Scope) -> list[Seen]:
    """The person whom a line of the header calls the head of the body that met ("Ketua Senat : Prof. Rina")."""
    unknown = [each for each in scope.sections.of(SectionKind.HEADER) if each.rule == "label_unknown"]
    lines = (line for each in unknown for line in (each.heading, *each.blocks) if line is not None)
    told = [(line, match) for line in lines if (match := _HEADS.match(line.text))]
    if len(told) != 1:
        return []
    line, match = told[0]
    found = list(mentions_in(scope, line.start + match.end(), line.end, "chair_label"))
    return found if len(found) == 1 and found[0].mention.kind is PartyKind.PERSON else []


def _labelled(scope: Scope, field: str) -> list[Seen]:
    return _of_labels(scope, sorted(scope.field(field), key=_is_secretary), field)


def _of_form(scope: Scope, field: str) -> list[Seen]:
    """The value of a row of a form that stands behind the beginning of the talk."""
    rows = [each for each in scope.sections.of(SectionKind.OTHER) if each.field == field and each.rule == "form_row"]
    return [] if len(rows) != 1 else _of_labels(scope, rows, field)


def _in_lines(scope: Scope, field: str) -> list[Seen]:
    """The value of a labelled line among the first paragraphs, where the header has ended ("Pimpinan: Pak Camat")."""
    for section in scope.sections.sections[:_FIRST_SECTIONS]:
        for block in section.blocks[:_FIRST_LINES]:
            plain = block.kind != "item" or _PICTURE.match(block.marker or "") is not None
            opening = scope.labels.valued(block.text) if block.table is None and plain else None
            if opening and opening.field == field and opening.rule == "label":
                value = replace(block, start=block.start + opening.value, text=block.text[opening.value :])
                found = _of_labels(scope, [replace(section, blocks=(value,))], field)
                if named := [seen for seen in found if is_named(seen)]:
                    return named[:1]
    return []


def _of_labels(scope: Scope, sections: list[Section], field: str) -> list[Seen]:
    found: list[Seen] = []
    for section in sections:
        if found and not (section.heading and _MODERATOR.match(section.heading.text)):
            continue
        blocks = [block for block in section.blocks if block.table is None and not _OFFICE_LABEL.match(block.text)]
        if not blocks:
            continue
        block = blocks[0]
        if word_pattern(scope.lexicon.cues.meeting).match(block.text) or _FORM_NUMBER.match(block.text):
            continue  # "Notulen: Rapat Warga Blok C", "NOTULEN RAPAT    No. Dok: 12"
        label = _NAME_LABEL.match(block.text)
        start = label.end() if label else -_marker_before(block)
        if _is_speech(block.text[start:], scope.lexicon):
            continue
        if himself := _SELF.match(block.text, start):
            start = himself.end()
        office = re.search(r"(?:,?\s+menjabat)?\s+(?:selaku|sebagai)\s", block.text)
        other = _OTHER_OFFICE.search(block.text, start)
        over, beside = _OVER.search(block.text, start), _BESIDE.search(block.text, start)
        cuts = [match.start() for match in (office, other, over, beside) if match]
        end = block.start + min(cuts, default=len(block.text))
        found += merge_office(list(mentions_in(scope, block.start + start, end, f"{field}_label"))[:3])
        for more in blocks[1:3] if block.kind == "item" else ():
            found += merge_office(list(mentions_in(scope, more.start, more.end, f"{field}_label"))[:1])
    return found


def _marker_before(block: Block) -> int:
    """How many characters before an item its number begins, where the line goes on with the next ones ("1. A 2. B")."""
    goes_on = block.kind == "item" and block.marker is not None and _NUMBERED.match(block.marker)
    return len(block.marker or "") + 1 if goes_on and _NEXT_NUMBER.search(block.text) else 0


def _is_speech(text: str, lexicon: Lexicon) -> bool:
    """Whether what stands behind a label is what its bearer says ("Ketua: Ada dua usulan yang masuk ...")."""
    words = text.split()
    if len(words) < _SPEECH or not words[1].isalpha() or not words[1].islower():
        return False
    addressed = patterns(lexicon).address(text) is not None
    named = addressed or opening_of(text, lexicon) is not None or is_surely_name(" ".join(words[:2]), lexicon)
    return words[0][:1].isupper() and not named and words[1] not in lexicon.titles.particles


def _is_secretary(section: Section) -> bool:
    """Whether a label names the secretary, who counts only where no other label names who wrote."""
    return section.heading is not None and re.match(r"\W*sekretaris\b", section.heading.text, re.IGNORECASE) is not None


def _noted_label(scope: Scope, present: list[Seen]) -> list[Seen]:
    """The attendee who alone stands behind a label for notes ("Notes: Rina")."""
    known = {key_of(seen, scope.lexicon) for seen in present if seen.mention.kind is PartyKind.PERSON}
    for section in scope.sections.sections[:12]:
        line = section.heading if section.rule == "label_unknown" else None
        if line is not None and (short := _NOTED_SHORT.match(line.text)):
            found = list(mentions_in(scope, line.start + short.end(), line.end, "note_taker_label"))
            if len(found) == 1 and _is_among(key_of(found[0], scope.lexicon), known):
                return found
        if not section.inline or section.kind is not SectionKind.DISCUSSION or len(section.blocks) != 1:
            continue
        block = section.blocks[0]
        found = list(mentions_in(scope, block.start, block.end, "note_taker_label"))
        if len(found) == 1 and _is_among(key_of(found[0], scope.lexicon), known):
            return found
    return []


def _is_among(name: str, known: set[str]) -> bool:
    """Whether one of the known people has this name, or one alone has it as a part of theirs."""
    words = set(name.split())
    return name in known or sum(words <= set(each.split()) for each in known) == 1


def _by_role(present: list[Seen], role: "re.Pattern[str]", rule: str) -> list[Seen]:
    told = ((seen, f"{seen.mention.role or ''} ; {seen.mention.remark or ''}") for seen in present)
    return [replace(seen, rule=rule) for seen, said in told if role.search(said)][:1]
