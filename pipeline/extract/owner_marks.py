"""Owners by the marks of lists: labels, tags, arrows, brackets and colons."""

import re
from functools import cache

from notula.models.minutes import PartyKind
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.listed_names import task_words
from notula.pipeline.extract.mentions import Named
from notula.pipeline.extract.owned import NOTED_OF, STOP, Owners
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.party_openings import opening_of
from notula.pipeline.extract.scope import Span, word_pattern
from notula.pipeline.language import VerbForm
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import Stems
from notula.pipeline.text import fold

_ARROW = re.compile(r"\s*(?:→|=>|-{1,2}>|—>)\s*|\s+(?:=|>{1,3})\s+")
_ARROW_SIGNS = ("→", "=", "->", "—>", " >")  # one stands in each
_PART_END = re.compile(r"[,;(\[]")
_MOST_PARTS = 8  # behind an arrow that may be owners
_SHORT_FORM = re.compile(r"[A-Z]{2,6}\d?")
_BEFORE_DAY = re.compile(
    r"[\s,;/–-]*(?:\b(?:tgl|tanggal|hari|paling|maks\w*|sebelum|target|due)\b\W*)*$", re.IGNORECASE
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_ASIDE = re.compile(r"\s*[,–—-]\s*(?:[^\s,.;:()]+\s+){0,5}[^\s,.;:()]+\.?")  # a few words set apart behind a name
_NOBODY_YET = re.compile(r"\b(?:(?:belum|blm|tidak|tdk) (?:ada|punya)|tanpa|cari)\s*$", re.IGNORECASE)
_NEAR = 20  # characters before a label
_NEXT_FIELD = re.compile(
    r"\s(?:kapan|when|waktu|status|ket\w*)\s*:|[,;]\s*(?:waktu|batas|target|tenggat|deadline)\b|:\s+(?=(?-i:[a-z]))",
    re.IGNORECASE,
)
_MOST_OWNER_WORDS = 6
_MOST_BEHIND, _MOST_NAMING = 16, 10  # words after a colon, and of those that name somebody
_SHORT_TASK = 8  # words after a colon that say what to do; more are what somebody said
_LEAD = re.compile(r"(?P<who>(?:(?:Pak|Bu|Mas|Mbak|Kang|Teh|Bang)\s+)?[A-Z][a-z]+)\s+(?=[a-z]|[A-Z]{2,}\b)")
_TAG = re.compile(r"\s*(?:\[[ xX]\]\s*)?\[(?P<who>[^\[\]]{2,60})\]\s*[:–-]?\s*(?=\S)")
_CALLED = re.compile(  # "TODO (Rina): ...", "Action [A, B] - ..."
    r"\s*(?:to-? ?do|action(?: (?:item|point))?|ai|ap|task|tugas|pr|tl|rtl|tindak ?lanjut|follow[- ]?up|next(?: step)?)"
    r"\s*[(\[](?P<who>[^()\[\]]{2,60})[)\]]\s*[:–—-]?\s*(?=\S)",
    re.IGNORECASE,
)
_CALLED_BARE = re.compile(  # "Tugas Rina: ...", "AP untuk Rina - ..."
    r"\s*(?i:to-? ?do|action(?: (?:item|point))?|ai|ap|task|tugas|pr|tl|rtl|tindak ?lanjut|follow[- ]?up)\s+"
    r"(?:(?i:untuk|utk|for|oleh|by)\s+)?(?P<who>[^:–—]{2,60}?)\s*(?::\s|\s[–—-]\s)\s*(?=\S)"
)
# Whom a point turns to: "Kepada A agar ...", "Untuk A: ...", "Bagi A, supaya ...".
_TURNS_TO = re.compile(
    r"\W*(?:agar\s+)?(?:kepada|untuk|utk|bagi|khusus(?:\s+(?:untuk|kepada|bagi))?|teruntuk)\s+(?P<who>[^:;]{3,80}?)"
    r"(?:\s*:\s+|\s*,?\s+(?:(?:di)?mohon|diminta|diharapkan|agar|supaya|untuk|segera|wajib|harus)\b|"
    r",\s+(?=me[mnrl]?\w{4,}))",
    re.IGNORECASE,
)
_RECEIVES = re.compile(  # before a handle that does nothing itself
    r"\b(?:ke|kepada|kpd|sama|dari|dr|untuk|utk|buat|dengan|dgn|cc|tanya|to|from|with)\s*:?\s*$", re.IGNORECASE
)
_HANDLE = re.compile(r"(?<![\w@.])@(?P<who>[^\W\d]\w{1,30}(?:\.\w+)?)")


@cache
def _label(lexicon: Lexicon) -> "re.Pattern[str]":
    sure, office = word_pattern(lexicon.cues.owner_label).pattern, word_pattern(lexicon.cues.owner_office).pattern
    return re.compile(
        rf"(?P<open>[(\[]\s*)?(?:(?:{sure})(?!-?nya\b)\s*(?:[:=.-]\s*|\s+(?=(?-i:[A-Z@])))|(?:{office})\s*[:=]\s*|"
        rf"(?<=[(\[])(?:{office})\s+|(?<=[,;–-]\s)pena\w*gung ?jawab(?:nya)?\s+(?=(?-i:[A-Z])))"
        r"(?P<who>.+)",
        re.IGNORECASE,
    )


@cache
def _due_label(lexicon: Lexicon) -> "re.Pattern[str]":
    """A label for a deadline behind the names of owners ("PIC: Rina, deadline 3 Mei")."""
    due = lexicon.calendar.due
    return re.compile(rf"[\s,;(–-]+(?:{word_pattern(due.limit_nouns, due.announce).pattern})", re.IGNORECASE)


@cache
def _label_stems(lexicon: Lexicon) -> Stems:
    return Stems((*lexicon.cues.owner_label, *lexicon.cues.owner_office, "pena"), pieces=r"\S+")


def by_tag(text: str, known: Known) -> Owners | None:
    """The parties in brackets before the task, alone or behind a word for one, or those called by an @."""
    tag = _TAG.match(text) or _CALLED.match(text) if "[" in text or "(" in text else None
    if tag is not None:
        named = _listed(text, *tag.span("who"), known)
        return Owners(named, "owner_tag", None, Span(*tag.span())) if named else None
    bare = _CALLED_BARE.match(text)
    if bare is not None and (named := known.named(text, *bare.span("who"))):
        return Owners(named, "owner_tag", None, Span(*bare.span()))
    called = _HANDLE.finditer(text) if "@" in text else ()
    handles = [match for match in called if not _RECEIVES.search(text, max(0, match.start() - _NEAR), match.start())]
    named = tuple(each for match in handles for each in known.loosely(text, *match.span("who")))
    return Owners(named, "owner_handle", None, Span(*handles[0].span())) if named else None


def by_address(text: str, known: Known) -> Owners | None:
    """The parties that a point turns to before it says what they have to do ("Kepada Camat agar ...")."""
    match = _TURNS_TO.match(text)
    named = known.named(text, *match.span("who")) if match else ()
    return Owners(named, "owner_address", None, Span(*match.span())) if match and named else None


def _listed(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """The parties of a list in which a slash may stand between them, taken as they stand where they are not known."""
    found: list[Named] = []
    for part in re.finditer(r"[^/]+", text[start:end]):
        found.extend(known.named(text, start + part.start(), start + part.end(), loose=True))
    return tuple(found)


def by_label(text: str, known: Known, due: Span | None) -> Owners | None:
    """The parties after an owner label ("PIC: Bappeda"); nobody where the label says so."""
    labels = _label(known.lexicon).finditer(text) if _label_stems(known.lexicon).in_text(text) else ()
    match = next((each for each in labels if not _is_acting(each, known)), None)
    if match is None:
        return None
    if _NOBODY_YET.search(text, max(0, match.start() - _NEAR), match.start()):
        return Owners((), "owner_label", None, Span(match.start(), match.start("who")), nobody=True)
    start, end = match.start("who"), _label_end(text, match, due, known)
    who = text[start:end].strip(" .:;,")
    if fold(who) in known.lexicon.cues.no_owner or not who:
        return Owners((), "owner_label", None, Span(match.start(), end), nobody=True)
    bracket = re.search(r"\(([^()]+)\)\s*$", who)
    inner = known.named(text, start + bracket.start(1), start + bracket.end(1)) if bracket else ()
    if inner and all(known.is_person(each) for each in inner):
        return Owners(inner, "owner_label_unit", None, Span(match.start(), end))
    spans = known.named(text, start, end, loose=True)
    if not spans:
        return None
    return Owners(spans, "owner_label", None, Span(match.start(), _past_bracket(text, match, end)))


def _past_bracket(text: str, match: "re.Match[str]", end: int) -> int:
    """The end of the names, or of the bracket that the label opened where only punctuation stands before it."""
    closing = re.match(r"[\s,;.]*[)\]]", text[end:]) if match["open"] else None
    return end + closing.end() if closing else end


def _is_acting(match: "re.Match[str]", known: Known) -> bool:
    """Whether "Pj." is the title of somebody acting in an office ("Pj. Wali Kota"), not an owner label."""
    short = match.group()[: match.start("who") - match.start()].strip(" .([")
    return short == "Pj" and opening_of(match["who"], known.lexicon) is not None


def _goes_on(text: str, at: int, known: Known) -> bool:
    """Whether what stands between a semicolon and the next one, or a label, is one more party."""
    part = re.match(r"[^;:.]+", text[at + 1 :])
    if part is None:
        return False
    words = part.group().split()
    return any(known.is_party(" ".join(words[:count])) for count in range(1, min(len(words), 8) + 1))


def _label_end(text: str, match: "re.Match[str]", due: Span | None, known: Known) -> int:
    """Where the names after an owner label end: its bracket, a semicolon, the deadline, a full stop."""
    start = match.start("who")
    depth, end = (1 if match["open"] else 0), len(text)
    for at in range(start, len(text)):
        char = text[at]
        if char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
            if depth < (1 if match["open"] else 0):
                end = at
                break
        elif (char == ";" and not _goes_on(text, at, known)) or (
            char == "." and depth <= 0 and re.match(r"\.\s+[A-Z]", text[at:]) and len(text[start:at].split()[-1]) > 3
        ):
            end = at
            break
    if due is not None and start < due.start < end:
        end = due.start
    bare = text[:start] + re.sub(r"\([^()]*\)", lambda bracket: "_" * len(bracket.group()), text[start:])
    stops = [STOP.search(bare, start, end), _NEXT_FIELD.search(bare, start, end)]
    stops.append(_due_label(known.lexicon).search(text, start, end))
    return min((stop.start() for stop in stops if stop), default=end)


def by_arrow(text: str, known: Known, due: Span | None, *, section: bool) -> Owners | None:
    """The parties on one side of an arrow ("undangan -> Bu Sari"); in a section of tasks unknown persons too."""
    match = _ARROW.search(text) if any(sign in text for sign in _ARROW_SIGNS) else None
    if match is None or match.start() == 0:
        return None
    if fold(text[match.end() :].strip(" .()")) in known.lexicon.cues.no_owner:
        return Owners((), "owner_arrow", None, Span(match.start(), len(text)), nobody=True)
    cut = re.search(r"[(\[,;]|$", text[match.end() :])
    right_end = match.end() + (cut.start() if cut else 0)
    if due is not None and match.end() <= due.start < right_end:
        right_end = due.start
    whole = due.start if due is not None and match.end() < due.start else len(text)
    marks = [mark.start() for mark in _PART_END.finditer(text, match.end(), whole)][:_MOST_PARTS]
    sides = [*((match.end(), end) for end in (whole, *reversed(marks))), (match.end(), right_end), (0, match.start())]
    for start, end in sides:
        spans = known.named(text, start, end)
        if spans and len(text[start:end].split()) <= 10:
            frame = Span(match.start(), end) if start else Span(start, match.end())
            return Owners(spans, "owner_arrow", None, frame)
    if led := _led_by(text, match.end(), known):
        return Owners(led, "owner_arrow", None, Span(match.start(), led[-1].end))
    if not section:
        return None
    first = text[: match.start()].strip()
    last = text[match.end() : right_end].strip(" .")
    for start, side in (
        (match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip()), last),
        (text.index(first) if first else 0, first),
    ):
        if (
            re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]*\.?){0,2}", side)
            and kind_of(side, known.lexicon) is PartyKind.PERSON
        ):
            return Owners(
                known.loosely(text, start, start + len(side)), "owner_arrow", None, Span(start, start + len(side))
            )
    target = _target(text, match.end(), right_end, known) if match.group().strip() != "=" else ()
    return Owners(target, "owner_arrow", None, Span(match.start(), right_end)) if target else None


def _target(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """What an arrow points to, taken as parties where it is short and says nothing of an action."""
    words = text[start:end].split()
    acts = any(word.islower() and known.language.verb_form(word) is not None for word in words)
    bare = words[0].casefold() in task_words(known.lexicon) if words else True
    if acts or bare or len(words) > _MOST_OWNER_WORDS or any(map(str.isdigit, text[start:end])):
        return ()
    return known.named(text, start, end, loose=True)


def _led_by(text: str, start: int, known: Known) -> tuple[Named, ...]:
    """The known person that what stands behind an arrow begins with ("tenda belum DP -> Kevin DP ke vendor")."""
    lead = _LEAD.match(text, start)
    named = known.named(text, *lead.span("who")) if lead else ()
    return named if named and all(known.is_person(each) for each in named) else ()


def by_bracket(text: str, known: Known, due: Span | None, *, section: bool) -> Owners | None:
    """The parties in a bracket at the end of a point, or before its trailing deadline."""
    for match in reversed(list(_BRACKET.finditer(text))):
        rest = text[match.end() :]
        if due is not None and match.end() <= due.start:
            rest = text[match.end() : due.start]
        aside = section and _ASIDE.fullmatch(rest) is not None
        if rest.strip(" .,;:–-") and not aside:
            continue
        if not section and (
            len(text[: match.start()].split()) > 12 or text[: match.start()].rstrip().endswith((".", "!"))
        ):
            continue
        inner = re.sub(r"^\s*(?:oleh|pic|pj)\b[:.\s]*", "", match.group(1), flags=re.IGNORECASE)
        start, end = match.start(1) + len(match.group(1)) - len(inner), match.end(1)
        if due is not None and start < due.start < end:  # "(Rina, tgl 30)"
            end = start + len(_BEFORE_DAY.sub("", text[start : due.start]))
        spans = known.named(text, start, end)
        if section:
            readings = (_told_of, _with_known, _before_verb)
            spans = spans or next((told for read in readings if (told := read(text, start, end, known))), ())
        if spans and (not aside or all(known.is_person(each) for each in spans)):
            return Owners(spans, "owner_bracket", None, Span(match.start(), match.end()))
    return None


def _told_of(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """The party of a bracket that then tells more of it ("(Seksi Acara, nanti dikabari Rina)")."""
    cut = NOTED_OF.search(text, start, end)
    return known.named(text, start, cut.start()) if cut else ()


def _with_known(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """The parties of a bracket in which a known one stands beside short forms that nothing tells of ("TPK, Camat")."""
    named = known.named(text, start, end, loose=True)
    told = [known.is_party(each.mention.name) for each in named]
    short = all(sure or _SHORT_FORM.fullmatch(each.mention.name) for sure, each in zip(told, named, strict=True))
    return named if len(named) > 1 and any(told) and short else ()


def _before_verb(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """The persons of a bracket before the verb that says what they do ("(Pak Joko & Rina cari, sebelum audit)")."""
    last = re.search(r"\s+(?P<verb>[a-z]+)[\s,]*$", text[start:end])
    if last is None or last["verb"] not in task_words(known.lexicon):
        return ()
    named = known.named(text, start, start + last.start())
    return named if all(map(known.is_person, named)) else ()


def by_colon(text: str, known: Known, due: Span | None) -> Owners | None:
    """The parties before a colon, else those behind it."""
    match = re.search(r"\s*:\s+", text)
    if match is None:
        return None
    if len(text[: match.start()].split()) <= 8:
        spans = known.named(text, 0, match.start())
        behind = _names_after_colon(text, match, known, due)
        if behind and all(map(known.is_person, behind.named)) and not all(map(known.is_person, spans)):
            return behind
        if behind and due is not None and behind.named[-1].end <= due.start and not _says(text, behind, due):
            return behind
        if spans and len(text[match.end() :].split()) >= 2:
            return Owners(spans, "owner_colon_first", None, Span(0, match.end()))
    return _names_after_colon(text, match, known, due)


def _says(text: str, behind: Owners, due: Span) -> bool:
    """Whether more stands behind a colon than parties and a deadline."""
    rest = _BEFORE_DAY.sub("", text[behind.named[-1].end : due.start]) + text[due.end :]
    return re.search(r"\w", rest) is not None


def by_colon_name(text: str, known: Known, due: Span | None) -> Owners | None:
    """In running text only "object : persons", with nothing else behind."""
    match = re.search(r"\s*:\s+", text)
    if match is None or len(text[: match.start()].split()) > 8 or len(text[match.end() :].split()) > _MOST_BEHIND:
        return None
    acts = (VerbForm.ACTIVE, VerbForm.PASSIVE)
    if any(word.islower() and known.language.verb_form(word) in acts for word in text[: match.start()].split()):
        return None
    found = _names_after_colon(text, match, known, due)
    if found and found.frame and len(text[match.end() : found.frame.end].split()) > _MOST_NAMING:
        return None
    if found is None and len(text[match.end() :].split()) <= _SHORT_TASK:
        found = _told_after_colon(text, match, known)
    if found is None or not any(known.is_person(each) for each in found.named):
        return None
    return found


def by_told(text: str, known: Known) -> Owners | None:
    """The parties before a colon that a verb follows ("semua: unggah foto masing-masing")."""
    match = re.match(r"[^:]{2,60}?(?=\s*:\s)", text)
    mark = re.compile(r"\s*:\s+").match(text, match.end()) if match else None
    return _told_after_colon(text, mark, known) if mark else None


def _told_after_colon(text: str, match: "re.Match[str]", known: Known) -> Owners | None:
    """The persons before a colon, where a verb behind it says what to do ("Pak Joko & Mas Tono: sewa sound system")."""
    rest = text[match.end() :].split()
    verb = rest[0].casefold() if rest else ""
    if verb not in task_words(known.lexicon):
        return None
    named = known.named(text, 0, match.start())
    return Owners(named, "owner_colon_first", None, Span(0, match.end())) if named else None


def _names_after_colon(text: str, match: "re.Match[str]", known: Known, due: Span | None) -> Owners | None:
    end = due.start if due is not None and due.start > match.end() else len(text)
    comma = re.search(
        r",\s+(?=(?:di|paling|H-|sebelum|maks|tgl|tanggal|tiap|setiap|mulai)\w*)", text[match.end() : end]
    )
    end = match.end() + comma.start() if comma else end
    for word in re.finditer(r",\s+(?P<verb>[a-z]+)\s", text[match.end() : end]):
        if word["verb"] in task_words(known.lexicon):  # "Video: Mas Tono, kumpulin foto"
            end = match.end() + word.start()
            break
    bracket = re.search(r"\(([^()]+)\)\s*[.,]?\s*$", text[match.end() : end])
    if bracket:
        a, b = match.end() + bracket.start(1), match.end() + bracket.end(1)
        inner = known.named(text, a, b)
        if inner and all(known.is_person(each) for each in inner):
            return Owners(inner, "owner_colon_unit", None, Span(match.start(), end))
    spans = known.named(text, match.end(), end)
    return Owners(spans, "owner_colon", None, Span(match.start(), end)) if spans else None
