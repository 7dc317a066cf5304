"""Who has to do it: the owners of a follow-up, as spans of its text.

Rules in the order they are tried; the first that names a party wins:

- ``label``     "(PIC: A & B)", "PJ: A", "penanggung jawab A"
- ``tag``       "[A] task", "@a task"
- ``arrow``     "task -> A", "A -> task", "task = A"
- ``asked``     "X meminta A untuk ..."
- ``subject``   "A akan ...", "agar A segera ...", "A bersama B menyusun ..."
- ``by``        "... oleh A"
- ``duty``      "di bawah tanggung jawab A", "A menjadi tanggung jawab ..."
- ``bracket``   "task (A)", also before a trailing deadline
- ``colon``     "task : A", "A: task"
- ``dash``      "task – A – deadline"

A party after "kepada", "untuk", "dengan" is a recipient or the topic, never an owner.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from notula.models.minutes import PartyKind
from notula.pipeline.extract.clauses import Clause, find_clauses
from notula.pipeline.extract.known import Known, Named
from notula.pipeline.extract.organizations import kind_of, opening_of
from notula.pipeline.extract.scope import Span, word_pattern
from notula.pipeline.language import VerbForm
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold


class Owners(NamedTuple):
    """The owners (offsets into the text) and the rule that found them; nothing where nobody is named.

    ``clause`` is the clause whose subject they are, if any; ``frame`` spans what names them with its label and brackets.
    """

    named: tuple[Named, ...] = ()
    rule: str = ""
    clause: Clause | None = None
    frame: Span | None = None
    nobody: bool = False


_ARROW = re.compile(r"\s*(?:→|=>|-{1,2}>|—>)\s*|\s+=\s+")
_BRACKET = re.compile(r"\(([^()]*)\)")
_BY = re.compile(
    r"\boleh\s+|\bdi(?:tangani|kerjakan|kelola|garap|urus)\w*\s+bersama(?:-sama)?\s+dengan\s+", re.IGNORECASE
)
_DASH = re.compile(r"\s+[–—-]{1,2}\s+")
_DUTY_OF = re.compile(
    r"\b(?:di ?bawah|menjadi|merupakan|adalah) tanggung ?jawab(?:nya)?(?: dan wewenang| dan kewenangan)?\s+(?P<who>[^.,;()]+)",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"^(?P<who>[^,;:()]{3,60}?)\s+(?:menjadi|bertanggung ?jawab|memegang|sebagai) (?:tanggung ?jawab|penanggung ?jawab|atas|pic|koordinator)\b",
    re.IGNORECASE,
)
_DUTY_LAST = re.compile(
    r"^[^,;:()]{3,80}?(?<!ber)(?<!penanggung)(?<!sebagai) tanggung ?jawab(?:nya)?\s+(?P<who>[^.,;()]+?)\.?$", re.IGNORECASE
)
_CLEFT = re.compile(r"(?P<who>[^,:;()]{3,60}?)\s+(?:yang|yg)\s+(?:akan\s+)?(?P<verb>[a-z]{3,})\b")
_SHORT_TASK = 8  # words after a colon that say what to do; more are what somebody said
_STOP = re.compile(
    r"\s+(?:untuk|agar|supaya|paling|selambat\S*|sebelum|sampai|pada|dalam|dengan|yang|yg|di|ke|kepada|setelah|secara|secepatnya|segera|maksimal|maks\.?|tanggal|tgl|"
    r"melalui|begitu|terkait|mengenai|tentang|guna|serta akan|dan akan|dan di\w+|dan me\w+|akan|apabila|jika|bila|karena|minimal|hingga|s\.d\.?|s/d|setiap|tiap|H-\d+)\b"
)
_TAG = re.compile(r"\s*(?:\[[ xX]\]\s*)?\[(?P<who>[^\[\]]{2,60})\]\s*[:–-]?\s*(?=\S)")
_HANDLE = re.compile(r"(?<![\w@.])@(?P<who>[^\W\d]\w{1,30}(?:\.\w+)?)")


@cache
def _label(lexicon: Lexicon) -> "re.Pattern[str]":
    sure, office = word_pattern(lexicon.cues.owner_label).pattern, word_pattern(lexicon.cues.owner_office).pattern
    return re.compile(
        rf"(?P<open>[(\[]\s*)?(?:(?:{sure})\s*(?:[:=.-]\s*|\s+(?=(?-i:[A-Z@])))|(?:{office})\s*[:=]\s*|(?<=[(\[])(?:{office})\s+)(?P<who>.+)",
        re.IGNORECASE,
    )


def find_owners(text: str, known: Known, *, section: bool, due: Span | None = None) -> Owners:
    """The owners that a point or sentence names.

    Args:
        text: one point or sentence; offsets index it.
        known: the parties of the minutes.
        section: whether it stands in a list of follow-ups or decisions: there brackets and colons name owners; in
            running text a bracket at the end of a sentence names its speaker.
        due: the deadline's span, if one was found.
    """
    clauses = find_clauses(text, known.lexicon, known.language, known.is_party, after=leading(text, due))
    rules: tuple[Callable[[], Owners | None], ...] = (
        lambda: _by_label(text, known, due),
        lambda: _by_tag(text, known),
        lambda: _by_arrow(text, known, section=section),
        lambda: _by_clause(text, known, clauses, due, section=section),
        lambda: _agent(text, known),
        lambda: _bare_agent(text, known),
        lambda: _by_duty(text, known),
        lambda: _by_cleft(text, known),
        lambda: _by_bracket(text, known, due, section=section),
        lambda: _by_colon(text, known, due) if section else _by_colon_name(text, known, due),
        lambda: _by_dash(text, known, due) if section else None,
    )
    for rule in rules:
        found = rule()
        if found is not None:
            return found
    return Owners()


def leading(text: str, due: Span | None) -> int:
    """Where a deadline ends that a text begins with ("Besok Dinas Perikanan mendata ..."); 0 where none does."""
    return due.end if due is not None and not re.search(r"\w{3}", re.sub(r"\b(?:pada|hari|tanggal)\b", "", text[: due.start], flags=re.IGNORECASE)) else 0


def _split(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """The parties named in a span; empty where it is not made of parties."""
    return known.named(text, start, end)


def _by_tag(text: str, known: Known) -> Owners | None:
    """The parties in square brackets before the task, or those called by an @."""
    tag = _TAG.match(text)
    if tag is not None:
        named = _listed(text, *tag.span("who"), known)
        return Owners(named, "owner_tag", None, Span(*tag.span())) if named else None
    handles = list(_HANDLE.finditer(text))
    named = tuple(each for match in handles for each in known.loosely(text, *match.span("who")))
    return Owners(named, "owner_handle", None, Span(*handles[0].span())) if named else None


def _listed(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """The parties of a list in which a slash may stand between them, taken as they stand where they are not known."""
    found: list[Named] = []
    for part in re.finditer(r"[^/]+", text[start:end]):
        found.extend(known.named(text, start + part.start(), start + part.end(), loose=True))
    return tuple(found)


def _by_label(text: str, known: Known, due: Span | None) -> Owners | None:
    match = next((each for each in _label(known.lexicon).finditer(text) if not _is_acting(each, known)), None)
    if match is None:
        return None
    start, end = match.start("who"), _label_end(text, match, due, known)
    who = text[start:end].strip(" .:;,")
    if fold(who) in known.lexicon.cues.no_owner or not who:
        return Owners((), "owner_label", None, Span(match.start(), end), nobody=True)
    bracket = re.search(r"\(([^()]+)\)\s*$", who)
    if bracket and (inner := _split(text, start + bracket.start(1), start + bracket.end(1), known)):
        if all(known.is_person(each) for each in inner):
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
    bare = re.sub(r"\([^()]*\)", lambda bracket: "_" * len(bracket.group()), text)
    stop = _STOP.search(bare, start, end)
    return stop.start() if stop else end


def _by_arrow(text: str, known: Known, *, section: bool) -> Owners | None:
    match = _ARROW.search(text)
    if match is None or match.start() == 0:
        return None
    right_end = re.search(r"[(,;]|$", text[match.end() :])
    sides = [
        (match.end(), len(text)),
        (match.end(), match.end() + (right_end.start() if right_end else 0)),
        (0, match.start()),
    ]
    for start, end in sides:
        spans = known.named(text, start, end)
        if spans and len(text[start:end].split()) <= 10:
            frame = Span(match.start(), end) if start else Span(start, match.end())
            return Owners(spans, "owner_arrow", None, frame)
    if not section:
        return None
    first = text[: match.start()].strip()
    last = re.sub(r"\s*\(.*", "", text[match.end() :]).strip(" .")
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
    return None


def _by_clause(
    text: str, known: Known, clauses: list[Clause], due: Span | None, *, section: bool
) -> Owners | None:
    """The subject of the firmest clause."""
    for clause in sorted(clauses, key=lambda c: (not c.asked, not c.firm, c.soft or c.done, c.start)):
        if clause.passive and not clause.firm and (joined := _joined_verb(text, clause, known)):
            clause = joined
        if (clause.passive and not clause.firm) or (clause.report and not clause.firm and not section):
            continue
        if clause.passive and clause.firm and _agent(text, known):
            continue
        if clause.passive and clause.verb_start >= 0 and not clause.asked and not bound_passive(text, clause):
            continue
        if not clause.firm and not section and (clause.done or (clause.soft and due is None) or clause.denied):
            continue
        spans = _split(text, clause.start, clause.end, known) or known.loosely(text, clause.start, clause.end)
        spans += _further(text, clause, clauses, known)
        return Owners(spans, "owner_asked" if clause.asked else "owner_subject", clause, Span(clause.start, clause.end))
    return None


def _further(text: str, clause: Clause, clauses: list[Clause], known: Known) -> tuple[Named, ...]:
    """The subjects of clauses joined to a firm one that bind as firmly ("A akan ... dan B akan ...")."""
    found: tuple[Named, ...] = ()
    for other in clauses:
        joined = re.search(r"(?:\b(?:dan|serta|sedangkan|sementara)|[;,])\s+$", text[: other.start]) is not None
        binds = other.firm and not (other.passive or other.soft or other.denied or other.done or other.report)
        if clause.firm and other.start > clause.end and joined and binds:
            found += _split(text, other.start, other.end, known)
    return found


def _joined_verb(text: str, clause: Clause, known: Known) -> Clause | None:
    """The clause with the active verb that "dan" joins to its passive one ("diketuai X dan menyerahkan ...")."""
    match = re.search(r"\b(?:dan|serta)\s+(?:akan\s+)?(me\w{4,})\b", text[clause.verb_start :])
    if match is None or not known.language.is_verb(match.group(1)):
        return None
    return clause._replace(verb=match.group(1).casefold(), verb_start=clause.verb_start + match.start(1), passive=False)


def bound_passive(text: str, clause: Clause) -> bool:
    """Whether a passive predicate puts a duty on its subject ("diminta", "agar ... diinput" does not)."""
    between = fold(text[clause.end : clause.verb_start + len(clause.verb)])
    if re.match(r"(?:semua|seluruh|setiap|masing|para)", fold(text[clause.start : clause.end])) and re.match(
        r"\s*(?:agar|supaya)\b", between
    ):
        return True
    return (
        re.search(
            r"\b(?:diminta|ditugaskan|ditugasi|diwajibkan|dimohon|diinstruksikan|diperintahkan|diarahkan|ditunjuk|diamanatkan|dimandatkan|diharuskan)\b",
            between,
        )
        is not None
    )


def _agent(text: str, known: Known) -> Owners | None:
    """The doer after "oleh"."""
    for match in _BY.finditer(text):
        end = len(text)
        stop = re.search(r"[.;:](?:\s|$)|,\s+(?!(?:\w+ )?(?:dan|serta)\b)", text[match.end() :])
        if stop:
            end = match.end() + stop.start()
        cut = _STOP.search(text, match.end(), end)
        end = cut.start() if cut else end
        bracket = re.match(r"[^()]*\(([^()]+)\)", text[match.end() : end + 1])
        if bracket:
            a, b = match.end() + bracket.start(1), match.end() + bracket.end(1)
            inner = _split(text, a, b, known)
            if inner and all(known.is_person(each) for each in inner):
                return Owners(inner, "owner_by_unit", None, Span(match.start(), b + 1))
        words = list(re.finditer(r"\S+", text[match.end() : end]))
        for count in range(len(words), 0, -1):
            to = match.end() + words[count - 1].end()
            spans = _split(text, match.end(), to, known)
            if spans:
                return Owners(spans, "owner_by", None, Span(match.start(), to))
    return None


def _bare_agent(text: str, known: Known) -> Owners | None:
    """The doer right after a passive verb, at the end of its clause ("dikoordinir OSIS", "dibuat TU, ...")."""
    for match in re.finditer(r"\bdi\w{3,}\s+(?P<who>[A-Z][\w.]*(?:\s+[A-Z][\w.]*){0,3})(?=\s*(?:[,;.)]|$)|\s+(?:lewat|via|di|pada|untuk|dengan|sampai|paling|dan|melalui)\b)", text):
        verb = match.group().split()[0]
        more = text[match.end() : match.end() + 1] == " "
        if verb in known.lexicon.cues.handled if more else known.language.is_verb(verb):
            named = _split(text, *match.span("who"), known)
            if named:
                return Owners(named, "owner_by_bare", None, Span(*match.span("who")))
    return None


def find_partners(text: str, known: Known) -> tuple[Named, ...]:
    """Those who do it together with the owner: "... bersama X", not "berkoordinasi dengan X"."""
    found: list[Named] = []
    for match in re.finditer(r"\b(?:bersama(?:-sama)?|bareng)(?:\s+(?:dengan|sama))?\s+", text):
        stop = _STOP.search(text, match.end())
        mark = re.search(r"[.,;:()]", text[match.end() :])
        end = min([len(text), *([stop.start()] if stop else []), *([match.end() + mark.start()] if mark else [])])
        words = list(re.finditer(r"\S+", text[match.end() : end]))
        for count in range(len(words), 0, -1):
            named = _split(text, match.end(), match.end() + words[count - 1].end(), known)
            if named:
                found.extend(named)
                break
    return tuple(found)


def _by_duty(text: str, known: Known) -> Owners | None:
    for pattern in (_DUTY_OF, _DUTY, _DUTY_LAST):
        match = pattern.search(text)
        if match:
            start, end = match.span("who")
            stop = _STOP.search(text, start, end)
            end = stop.start() if stop else end
            spans = _split(text, start, end, known)
            if spans:
                return Owners(spans, "owner_duty", None, Span(*match.span()))
    return None


def _by_cleft(text: str, known: Known) -> Owners | None:
    """The persons who are said to be the ones doing it ("Bu Sari dan Bu Rina yang mengurus doorprize")."""
    match = _CLEFT.match(text)
    if match is None:
        return None
    named = known.named(text, *match.span("who"))
    verb = match["verb"].casefold()
    acts = known.language.verb_form(verb) is VerbForm.ACTIVE or verb in known.lexicon.cues.bare_task
    if not named or not acts or not all(known.is_person(each) for each in named):
        return None
    return Owners(named, "owner_cleft", None, Span(*match.span("who")))


def _by_bracket(text: str, known: Known, due: Span | None, *, section: bool) -> Owners | None:
    """The parties in a bracket at the end of a point, or before its trailing deadline."""
    for match in reversed(list(_BRACKET.finditer(text))):
        rest = text[match.end() :]
        if due is not None and match.end() <= due.start:
            rest = text[match.end() : due.start]
        if rest.strip(" .,;:–-"):
            continue
        if not section and (
            len(text[: match.start()].split()) > 12 or text[: match.start()].rstrip().endswith((".", "!"))
        ):
            continue
        inner = re.sub(r"^\s*(?:oleh|pic|pj)\b[:.\s]*", "", match.group(1), flags=re.IGNORECASE)
        start = match.start(1) + len(match.group(1)) - len(inner)
        spans = _split(text, start, match.end(1), known)
        if spans:
            return Owners(spans, "owner_bracket", None, Span(match.start(), match.end()))
    return None


def _by_colon(text: str, known: Known, due: Span | None) -> Owners | None:
    match = re.search(r"\s*:\s+", text)
    if match is None:
        return None
    if len(text[: match.start()].split()) <= 8:
        spans = _split(text, 0, match.start(), known)
        if spans and len(text[match.end() :].split()) >= 2:
            return Owners(spans, "owner_colon_first", None, Span(0, match.end()))
    return _names_after_colon(text, match, known, due)


def _by_colon_name(text: str, known: Known, due: Span | None) -> Owners | None:
    """In running text only "object : persons", with nothing else behind."""
    match = re.search(r"\s*:\s+", text)
    if match is None or len(text[: match.start()].split()) > 8 or len(text[match.end() :].split()) > 10:
        return None
    acts = (VerbForm.ACTIVE, VerbForm.PASSIVE)
    if any(word.islower() and known.language.verb_form(word) in acts for word in text[: match.start()].split()):
        return None
    found = _names_after_colon(text, match, known, due)
    if found is None and len(text[match.end() :].split()) <= _SHORT_TASK:
        found = _told_after_colon(text, match, known)
    if found is None or not any(known.is_person(each) for each in found.named):
        return None
    return found


def _told_after_colon(text: str, match: "re.Match[str]", known: Known) -> Owners | None:
    """The persons before a colon, where a verb behind it says what to do ("Pak Joko & Mas Tono: sewa sound system")."""
    rest = text[match.end() :].split()
    verb = rest[0].casefold() if rest else ""
    if verb not in known.lexicon.cues.bare_task and verb not in known.lexicon.cues.task:
        return None
    named = known.named(text, 0, match.start())
    return Owners(named, "owner_colon_first", None, Span(0, match.end())) if named else None


def _names_after_colon(text: str, match: "re.Match[str]", known: Known, due: Span | None) -> Owners | None:
    end = due.start if due is not None and due.start > match.end() else len(text)
    comma = re.search(r",\s+(?=(?:di|paling|H-|sebelum|maks|tgl|tanggal|tiap|setiap|mulai)\w*)", text[match.end() : end])
    end = match.end() + comma.start() if comma else end
    bracket = re.search(r"\(([^()]+)\)\s*[.,]?\s*$", text[match.end() : end])
    if bracket:
        a, b = match.end() + bracket.start(1), match.end() + bracket.end(1)
        inner = _split(text, a, b, known)
        if inner and all(known.is_person(each) for each in inner):
            return Owners(inner, "owner_colon_unit", None, Span(match.start(), end))
    spans = _split(text, match.end(), end, known)
    return Owners(spans, "owner_colon", None, Span(match.start(), end)) if spans else None


def _by_dash(text: str, known: Known, due: Span | None) -> Owners | None:
    """A part of a point cut by dashes that is made of parties, not the first."""
    cuts = list(_DASH.finditer(text))
    ends = [*(cut.start() for cut in cuts[1:]), len(text)]
    for cut, end in zip(cuts, ends, strict=False):
        if due is not None and cut.end() < due.start < end:
            end = due.start
        spans = _split(text, cut.end(), end, known)
        if spans:
            return Owners(spans, "owner_dash", None, Span(cut.start(), end))
    return None
