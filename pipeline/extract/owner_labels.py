"""Owners by labels ("PIC: ..."), tags ("[Rina] ...", "@rina") and addresses ("Kepada Camat agar ...")."""

import re
from functools import cache

from notula.pipeline.extract.known import Known
from notula.pipeline.extract.mentions import Named
from notula.pipeline.extract.owned import HELPING, STOP, Owners, between
from notula.pipeline.extract.owner_agents import by_bare_agent
from notula.pipeline.extract.party_openings import is_office_beyond, opening_of
from notula.pipeline.extract.party_patterns import patterns
from notula.pipeline.extract.scope import Span, word_pattern
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.patterns import Stems
from notula.pipeline.structure.shapes import NEXT_FIELD
from notula.pipeline.text import fold

_SMALL_LABEL = re.compile(r"(?<![\w.])(?:pj|pic)\s+(?P<who>[a-z][^.,;:()]{1,60}?)[\s.]*$")
_THEN = re.compile(r",\s+(?P<act>[a-z]{3,})(?=\s)")  # "PIC: Karang Taruna, ambil tgl 15"
_NOBODY_YET = re.compile(r"\b(?:(?:belum|blm|tidak|tdk) (?:ada|punya)|tanpa|cari)\s*$", re.IGNORECASE)
_TO_OFFICE = re.compile(r"\b(?:ke|kepada|kpd|dari|dr|menurut|melalui|lewat|via)\s+$", re.IGNORECASE)  # "ke PJ Gizi"
# Words for owners that need no colon behind a comma ("..., pelaksana Humas"); "Pelaksana Tugas" is a title.
_SET_APART = (
    r"(?:pena\w*gung ?jawab|(?:(?:unit|pihak|instansi|opd|tim) )?pelaksana(?! (?:tugas|harian)\b)|eksekutor)(?:nya)?"
)
# A short label with its matter before the name ("PIC penagihan: Bu Rina"), or right before a small word for one of
# several ("Parkir: PIC satpam + Pak Joko").
_OF_MATTER = r"(?<!\w)(?-i:(?:PIC|PJ)\s+[a-z][\w-]{2,20}(?: [a-z][\w-]{2,20}){0,2}\s*[:=]\s*(?=[A-Z@]))"
_OF_SEVERAL = r"(?:(?<=[:(\[])|(?<=[:(\[]\s))(?-i:(?:PIC|PJ)\s+(?=[a-z]\w{2,20}(?: [a-z]\w{2,20})?\s*(?:[+&]|dan\s)))"
_NEAR = 40  # characters before a label or a handle
_NEXT_VALUE = re.compile(
    r"[,;]\s*(?:waktu|batas|target|tenggat|deadline)\b|(?<!pendukung)(?<!dibantu):\s+(?=(?-i:[a-z]))", re.IGNORECASE
)
_HELPED_BY = re.compile(HELPING)
_SMALL_PART = re.compile(r"(?<=\w),\s+(?P<part>(?:\d+ )?[a-z][^,;()]*)")
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
    r"(?:\s*:\s+|\s*,?\s+(?:(?:saya|kami|kita)\s+(?:minta|mohon|harap)|(?:di)?mohon|diminta|diharapkan|agar|supaya|untuk"
    r"|segera|wajib|harus)\b|"
    r",\s+(?=me[mnrl]?\w{4,}))",
    re.IGNORECASE,
)
_RECEIVES = re.compile(  # before a handle that does nothing itself
    r"\b(?:ke|kepada|kpd|sama|dari|dr|untuk|utk|buat|dengan|dgn|cc|tanya|to|from|with)\s*:?\s*$", re.IGNORECASE
)
_DASH = re.compile(r"\s+[–—-]\s+")
_DONE_BY_HANDLE = re.compile(
    r"(?:[,;]|\s(?:dan|lalu|terus|trus))\s+(?:\w+\s+)?di-?\w{3,}\s+(?:oleh\s+)?$", re.IGNORECASE
)
_HANDLE = re.compile(r"(?<![\w@.])@(?P<who>[^\W\d]\w{1,30}(?:[.-]\w+)*)")

# Who has to get something confirmed, and from whom ("daftar juri (TBC Rina ke Pak Joko)").
_CONFIRMS = re.compile(r"\bTBC:?\s+(?P<who>[^\s,;()][^,;()]{1,40}?)\s+(?:ke|kepada|kpd|sama|dengan|dgn|untuk|utk)\s+\S")


@cache
def _label(lexicon: Lexicon) -> "re.Pattern[str]":
    sure, office = word_pattern(lexicon.cues.owner_label).pattern, word_pattern(lexicon.cues.owner_office).pattern
    return re.compile(
        rf"(?P<open>[(\[]\s*)?(?:(?:{sure})(?!-?nya\b)\s*(?:[:=.-]\s*|\s+(?=(?-i:[A-Z@])))|(?:{office})\s*[:=]\s*|"
        rf"(?<=[(\[])(?:{office})\s+|(?<=[,;.–-]\s){_SET_APART}\s+(?=(?-i:[A-Z]))|{_OF_MATTER}|{_OF_SEVERAL})"
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
    marked = "[" in text or "(" in text
    tag, called = (_TAG.match(text), _CALLED.match(text)) if marked else (None, None)
    if found := tag or called:
        named = _listed(text, *found.span("who"), known)
        return Owners(named, "owner_tag" if tag else "owner_label", None, Span(*found.span())) if named else None
    bare = _CALLED_BARE.match(text)
    if bare is not None and not _names(text, bare.end(), known) and (named := known.named(text, *bare.span("who"))):
        return Owners(named, "owner_label", None, Span(*bare.span()))
    at = _HANDLE.finditer(text) if "@" in text else ()
    handles = [match for match in at if not _RECEIVES.search(text, max(0, match.start() - _NEAR), match.start())]
    named = tuple(each for match in handles for each in known.loosely(text, *match.span("who")))
    before = _doers_before(text, handles[0].start(), known) if named else ()
    return Owners(before + named, "owner_handle", None, Span(*handles[0].span())) if named else None


def _doers_before(text: str, at: int, known: Known) -> tuple[Named, ...]:
    """The doers of what is done first, where a handle stands behind a further passive verb ("ditulis A, dicek @b")."""
    further = _DONE_BY_HANDLE.search(text, max(0, at - _NEAR), at)
    found = by_bare_agent(text[: further.start()], known, None) if further else None
    return found.named if found else ()


def _names(text: str, start: int, known: Known) -> bool:
    """Whether a text goes on with nothing but parties up to a dash ("follow up Bu Rina – Ketut – besok")."""
    dash = _DASH.search(text, start)
    return bool(_HANDLE.match(text, start) or known.named(text, start, dash.start() if dash else len(text)))


def by_address(text: str, known: Known) -> Owners | None:
    """The parties that a point turns to before it says what they have to do ("Kepada Camat agar ...")."""
    match = _TURNS_TO.match(text)
    named = _crowd(text, *match.span("who"), known) if match else ()
    return Owners(named, "owner_address", None, Span(*match.span())) if match and named else None


def _crowd(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """The parties of a stretch, or the crowd of which it tells who is meant ("kader yang belum mengumpulkan foto")."""
    named = known.loosely if known.is_crowd(text, start, end) else known.named
    return named(text, start, end)


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
        return _by_small_label(text, known)
    if _NOBODY_YET.search(text, max(0, match.start() - _NEAR), match.start()):
        return Owners((), "owner_label", None, Span(match.start(), match.start("who")), nobody=True)
    start, end = match.start("who"), _label_end(text, match, due, known)
    who = text[start:end].strip(" .:;,")
    if fold(who) in known.lexicon.cues.no_owner or not who:
        return Owners((), "owner_label", None, Span(match.start(), end), nobody=True)
    bracket = re.search(r"\(([^()]+)\)\s*$", who)
    inner = known.named(text, start + bracket.start(1), start + bracket.end(1)) if bracket else ()
    said = bracket.group(1).lstrip() if bracket else ""
    alone = said[:1].isupper() or who.islower() or patterns(known.lexicon).honorific.match(said) is not None
    if inner and alone and all(known.is_person(each) for each in inner):
        return Owners(inner, "owner_label_unit", None, Span(match.start(), end))
    spans = _with_helpers(text, start, end, known)
    if not spans:
        return None
    return Owners(spans, "owner_label", None, Span(match.start(), _past_bracket(text, match, end)))


def _with_helpers(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """The parties behind a label, with those whom a further one tells to help them ("PJ: Rina, pendukung: Humas")."""
    parts = between(_HELPED_BY.finditer(text, start, end), start, end)
    return tuple(each for part in parts for each in known.named(text, *part, loose=True))


def _by_small_label(text: str, known: Known) -> Owners | None:
    """The people whom minutes without capitals name behind a short label at the end ("gaple pj wawan")."""
    match = _SMALL_LABEL.search(text)
    named = known.named(text, *match.span("who")) if match else ()
    if match is None or not named or not all(map(known.is_person, named)):
        return None
    return Owners(named, "owner_label", None, Span(*match.span()))


def _past_bracket(text: str, match: "re.Match[str]", end: int) -> int:
    """The end of the names, or of the bracket that the label opened where only punctuation stands before it."""
    closing = re.match(r"[\s,;.]*[)\]]", text[end:]) if match["open"] else None
    return end + closing.end() if closing else end


def _is_acting(match: "re.Match[str]", known: Known) -> bool:
    """Whether what looks like a label is part of an office ("PJ UKM", "ke PJ Gizi") or a title ("Pj. Wali Kota")."""
    label = match.group()[: match.start("who") - match.start()].lstrip("([ ")
    if patterns(known.lexicon).honorific.match(match["who"]):
        return False  # "PJ Pak Kadus"
    if label.strip().isalpha() and _TO_OFFICE.search(match.string, max(0, match.start() - _NEAR), match.start()):
        return True
    if is_office_beyond(label + match["who"], len(label), known.lexicon):
        return True
    return label.strip(" .([") == "Pj" and opening_of(match["who"], known.lexicon) is not None


def _goes_on(text: str, at: int, known: Known) -> bool:
    """Whether what stands between a semicolon and the next one, or a label, is one more party."""
    part = re.match(r"[^;:.]+", text[at + 1 :])
    if part is None:
        return False
    words = part.group().split()
    return any(known.is_party(" ".join(words[:count])) for count in range(1, min(len(words), 8) + 1))


def _label_end(text: str, match: "re.Match[str]", due: Span | None, known: Known) -> int:
    """Where the names after an owner label end: its bracket, a semicolon, the deadline, a full stop, the next act."""
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
    stops = [STOP.search(bare, start, end), NEXT_FIELD.search(bare, start, end), _NEXT_VALUE.search(bare, start, end)]
    stops.append(_due_label(known.lexicon).search(text, start, end))
    things = (comma for comma in _SMALL_PART.finditer(bare, start, end) if _is_thing(text, comma, known))
    stops.append(next(things, None))
    stops.append(next((comma for comma in _THEN.finditer(bare, start, end) if known.bids(comma["act"])), None))
    return min((stop.start() for stop in stops if stop), default=end)


def _is_thing(text: str, comma: "re.Match[str]", known: Known) -> bool:
    """Whether a part in small letters behind names is what they bring along: none of the parties, no office."""
    if _HELPED_BY.match(text, comma.start()) or known.named(text, *comma.span("part")):
        return False
    return opening_of(comma["part"].strip(), known.lexicon) is None


def by_confirmer(text: str, known: Known) -> Owners | None:
    """The people who have to get a thing confirmed that is "to be confirmed" ("(TBC Rina ke Pak Joko)")."""
    matches = list(_CONFIRMS.finditer(text)) if "TBC" in text else []
    named = tuple(each for match in matches for each in known.named(text, *match.span("who")))
    if not named or not all(map(known.is_person, named)):
        return None
    return Owners(named, "owner_label", None, Span(matches[0].start(), matches[-1].end("who")))
