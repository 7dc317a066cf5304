"""Owners by arrows ("undangan -> Bu Sari") and by brackets at the end of a point."""

import itertools
import re

from notula.models.minutes import PartyKind
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.mentions import Named
from notula.pipeline.extract.owned import BEFORE_DAY, NOTED_OF, Owners
from notula.pipeline.extract.owner_agents import is_handled
from notula.pipeline.extract.owner_colons import people_in_bracket
from notula.pipeline.extract.party_kinds import is_field, kind_of
from notula.pipeline.extract.party_openings import is_office_beyond, is_role
from notula.pipeline.extract.scope import Span
from notula.pipeline.extract.task_words import task_words
from notula.pipeline.text import fold

_ARROW = re.compile(r"\s*(?:→|=>|-{1,2}>|—>)\s*|\s+(?:=|>{1,3})\s+")
_ARROW_SIGNS = ("→", "=", "->", "—>", " >")  # one stands in each
_PART_END = re.compile(r"[,;(\[]")
_MOST_PARTS = 8  # behind an arrow that may be owners
_SHORT_FORM = re.compile(r"[A-Z][A-Z\d]{1,6}")
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_LABEL = re.compile(r"\s*(?:oleh|pic|pj)\b[:.\s]*", re.IGNORECASE)
_UNIT_FIRST = re.compile(r"\W*[A-Z][\w.]*(?:\s[\w.]+){0,2}\s+\((?P<who>[^()]{2,60})\)\s+(?!di[a-z]{3,})[a-z]{3,}\s")
_ASIDE = re.compile(r"\s*[,–—-]\s*(?:[^\s,.;:()]+\s+){0,5}[^\s,.;:()]+\.?")  # a few words set apart behind a name
_DONE_WITH = re.compile(r"\s+(?:(?:akan|segera|harus)\s+)?(?P<verb>di[a-z]{4,})\b")  # "Undangan (Rina) dicetak ..."
_SPOKEN_LEAD = re.compile(r"\s*(?:nanti|ntar|biar|titip|minta tolong|kayaknya|mungkin)\s+", re.IGNORECASE)
_SPOKEN_TAIL = re.compile(r"(?<=\S)\s+(?:ya+h?|aja|saja|dong|deh|lagi|dl|dulu)[.!]?$", re.IGNORECASE)
_NOTE = re.compile(r"\s*,\s+(?=[a-z])")
_THEN = re.compile(r"\s*,?\s*(?:lalu|kemudian|terus|trus|setelah itu|hasilnya)\s")  # "dihitung ulang (Rina) lalu ..."
_MOST_OWNER_WORDS = 6
# Whoever can, or nobody yet, as the last part of a point.
_LABELS = r"(?:PIC|PJ|penanggung ?jawab(?:nya)?|petugas(?:nya)?|pelaksana(?:nya)?|koordinator(?:nya)?)"
_NOBODY = re.compile(
    rf"(?:(?:(?<![\s([,;–-])[\s([,;–-]*\b{_LABELS})?"
    r"(?:\s*[(\[]|\s*:\s+|\s+[–—-]{1,2}\s+|\s*(?:→|->|=>)\s*|,\s+|\.\s+)"
    rf"|[,;.([–-]\s*{_LABELS}\s+(?:masih\s+)?(?=(?:belum|blm|tidak|tdk)\s))"
    r"(?:(?:yang|yg) (?:mau|bisa|sempat|longgar|luang|bersedia|kosong|senggang)"
    r"|(?:(?:tidak|tdk|belum|blm|gak|ga|nggak|ngga)\s+(?:jelas|tahu|tau|ada|pasti|ditentukan|ditunjuk|fix)\s+)?"
    r"(?:siapa|sopo|saha)(?:pun|\s+(?:saja|aja|wae|pun))?(?:\s+(?:yang|yg|sing|nu)(?:\s+\w+){1,3})?"
    r"(?:\s*\((?:siapa|yang|yg)\b[^()]{0,40}\))?"
    r"|(?:belum|blm|tidak|tdk|gak|ga)\s+(?:ada|jelas|tahu|tau|ditentukan|ditunjuk|ditetapkan)"
    r"(?:\s+(?:(?:yang|yg)\s+(?:mau|bisa|sempat|bersedia|ambil|ngambil|pegang|megang)|orangnya|siapa|pic|pj|petugas\w*))?)"
    r"\s*\??\s*[)\]]?\s*\.?\s*$",
    re.IGNORECASE,
)
# Words of what an arrow says comes out or when, and of nobody.
_STATES = frozenset(
    ["tetap", "masih", "sudah", "sdh", "belum", "blm", "jadi", "batal", "lanjut", "setiap", "tiap", "selesai", "ok",
     "oke", "aman", "lancar", "nanti", "besok", "lusa", "cukup", "kurang", "tidak", "senin", "selasa", "rabu", "kamis",
     "jumat", "sabtu", "minggu", "ahad", "pagi", "siang", "sore", "malam"]
)  # fmt: skip
_LAST_MARK = re.compile(r".*(?:[,;:=→+&/]|\s[–—-]|\b(?:dan|oleh))\s+", re.DOTALL)
_RECIPIENT = re.compile(
    r"\b(?:ke|kepada|kpd|dari|dengan|lewat|melalui)\s+(?P<whom>(?:[^\W\d][\w.']*\s+){0,3}[^\W\d][\w.']*)\s*$"
)
_AND_WHO = re.compile(r",\s+(?P<who>[^\s,]+(?:\s+[^\s,]+)?)\s+(?:yang|yg)\s+[a-z]{3,}")
_LEAD = re.compile(
    r"(?P<who>(?:(?:[Pp]ak|[Bb]u|[Mm]as|[Mm]bak|Kang|Teh|Bang)\s+)?[A-Za-z][a-z]+)\s+(?=[a-z]|[A-Z]{2,}\b)"
)


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
        right_end = _before_mark(text, match.end(), due.start)
    whole = _before_mark(text, match.end(), due.start) if due is not None and match.end() < due.start else len(text)
    marks = [mark.start() for mark in _PART_END.finditer(text, match.end(), whole)][:_MOST_PARTS]
    sides = [*((match.end(), end) for end in (whole, *reversed(marks))), (match.end(), right_end), (0, match.start())]
    if doer := _before_task(text, match.end(), known):
        return Owners(doer, "owner_arrow", None, Span(match.start(), doer[-1].end))
    led, doers = _led_by(text, match.end(), known), _people_alone(text, match.start(), known)
    for start, end in sides:
        spans = known.named(text, start, end)
        crowd = not start and led and not any(map(known.is_person, spans))  # "undangan -> Rina ketik"
        crowd = crowd or (start > 0 and doers and not any(map(known.is_person, spans)))  # "Rina -> surat ke kelurahan"
        if spans and not crowd and len(text[start:end].split()) <= 10:
            frame = Span(match.start(), end) if start else Span(start, match.end())
            return Owners(spans, "owner_arrow", None, frame)
    if not led and len(text[: match.start()].split()) <= _MOST_OWNER_WORDS:
        led = people_in_bracket(text, match.start(), known)  # "Konsumsi (Rina) → pesan 40 kotak"
    if led:
        return Owners(led, "owner_arrow", None, Span(min(match.start(), led[0].start), max(match.end(), led[-1].end)))
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


def _people_alone(text: str, end: int, known: Known) -> bool:
    """Whether people whom something tells of stand before an arrow, and nothing else."""
    named = known.named(text, 0, end)
    if not named or not all(known.is_person(each) and not known.is_strange(each) for each in named):
        return False
    starts, ends = [0, *(each.end for each in named)], [*(each.start for each in named), end]
    rest = " ".join(text[start:stop] for start, stop in zip(starts, ends, strict=True))
    return len(rest.split()) <= len(named)  # an address or "dan" before each


def _before_mark(text: str, start: int, end: int) -> int:
    """Where a stretch ends without the mark that sets apart what follows it ("-> Rina -> 3 Mei")."""
    return start + len(text[start:end].rstrip(" \t–—-=>→"))


def by_nobody(text: str) -> Owners | None:
    """That behind the last mark of a point stands that nobody has it yet ("cek gudang (siapa aja yg sempat)")."""
    match = _NOBODY.search(text)
    return Owners((), "owner_nobody", None, Span(*match.span()), nobody=True) if match else None


def _target(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """What an arrow points to, taken as parties where it is short and says nothing of an action."""
    words = text[start:end].split()
    if any(fold(word).strip(".,") in _STATES for word in words):
        return ()  # "kelas rutin -> tetap Ahad malam"
    acts = any(word.islower() and known.language.verb_form(word) is not None for word in words)
    bare = words[0].casefold() in task_words(known.lexicon) if words else True
    goes = any(word in ("ke", "kepada", "kpd", "dari") for word in words)
    if acts or bare or goes or len(words) > _MOST_OWNER_WORDS or any(map(str.isdigit, text[start:end])):
        return ()
    return known.named(text, start, end, loose=True)


def _led_by(text: str, start: int, known: Known) -> tuple[Named, ...]:
    """The known people who each do their part behind an arrow ("tenda -> Kevin DP ke vendor, Rina yg nagih")."""
    lead = _LEAD.match(text, start)
    named = known.named(text, *lead.span("who")) if lead else ()
    if not named or not all(map(known.is_person, named)):
        return ()
    others = (each for match in _AND_WHO.finditer(text, start) for each in known.named(text, *match.span("who")))
    return (*named, *filter(known.is_person, others))


def _before_task(text: str, start: int, known: Known) -> tuple[Named, ...]:
    """The body behind an arrow before a verb that says what it does ("-> Bidang Aset cek fisik")."""
    words = itertools.islice(re.finditer(r"\S+", text[start:]), 1, _MOST_OWNER_WORDS)
    verb = next((word for word in words if word.group() in task_words(known.lexicon)), None)
    named = known.named(text, start, start + verb.start()) if verb else ()
    return () if any(map(known.is_person, named)) else named


def by_bracket(text: str, known: Known, due: Span | None, *, section: bool) -> Owners | None:
    """The parties in a bracket at the end of a point, or before its trailing deadline."""
    for match in reversed(list(_BRACKET.finditer(text))):
        rest = text[match.end() :]
        if due is not None and match.end() <= due.start:
            rest = BEFORE_DAY.sub("", text[match.end() : due.start])
        aside = (section and _is_aside(text[match.end() :], rest, known)) or _THEN.match(rest) is not None
        if rest.strip(" .,;:–—-=>→") and not aside:
            continue
        if not section and (
            len(text[: match.start()].split()) > 12 or text[: match.start()].rstrip().endswith((".", "!"))
        ):
            continue
        label = _LABEL.match(match.group(1))
        if label and is_office_beyond(match.group(1), label.end(), known.lexicon):
            label = None
        inner = match.group(1)[label.end() :] if label else match.group(1)
        start, end = match.start(1) + len(match.group(1)) - len(inner), match.end(1)
        if due is not None and start < due.start < end:  # "(Rina, tgl 30)"
            end = start + len(BEFORE_DAY.sub("", text[start : due.start]))
        spans = known.named(text, start, end)
        if section:
            readings = (_told_of, _with_known, _before_verb, _spoken)
            spans = spans or next((told for read in readings if (told := read(text, start, end, known))), ())
        more = not any(map(known.is_person, spans)) and _tells_more(match, spans, known)
        one = all(known.is_person(each) or is_role(each.mention.name, known.lexicon) for each in spans)
        if spans and not more and (not aside or one):
            return Owners(spans, "owner_bracket", None, Span(match.start(), match.end()))
    return None


def by_unit_first(text: str, known: Known) -> Owners | None:
    """The people in a bracket behind the unit that a point begins with ("Acara (Rina) gladi bersama Humas, Jumat")."""
    match = _UNIT_FIRST.match(text)
    named = known.named(text, *match.span("who")) if match else ()
    sure = named and all(known.is_person(each) and not known.is_strange(each) for each in named)
    return Owners(named, "owner_bracket", None, Span(*match.span("who"))) if match and sure else None


def _is_aside(behind: str, rest: str, known: Known) -> bool:
    """Whether a few words set apart stand behind a bracket, or what is done with the thing before it."""
    done = _DONE_WITH.match(behind)
    return _ASIDE.fullmatch(rest) is not None or (done is not None and is_handled(done["verb"], known))


def _tells_more(bracket: re.Match[str], spans: tuple[Named, ...], known: Known) -> bool:
    """Whether a bracket tells of the party before it: whose they are ("- Bu Narti (RT 02)"), how many ("(12 desa)").

    Or in which office: "diserahkan ke Bu Narti (sekretaris)".
    """
    text = bracket.string[: bracket.start()]
    recipient = _RECIPIENT.search(text)
    if recipient and len(spans) == 1 and spans[0].mention.kind is PartyKind.GROUP:
        whom = known.named(text, *recipient.span("whom"))
        return bool(whom) and all(map(known.is_person, whom))
    mark = _LAST_MARK.search(text)
    named = known.named(text, mark.end(), len(text.rstrip())) if mark else ()
    return bool(named) and (bracket.group(1).lstrip()[:1].isdigit() or all(map(known.is_person, named)))


def _told_of(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """The party of a bracket that then tells more of it ("(Seksi Acara, nanti dikabari Rina)")."""
    cut = NOTED_OF.search(text, start, end)
    if cut:
        return known.named(text, start, cut.start())
    comma = _NOTE.search(text, start, end)  # "(Rina + Joko, rekening bersama)"
    named = known.named(text, start, comma.start()) if comma else ()
    return named if all(known.is_person(each) and not known.is_strange(each) for each in named) else ()


def _with_known(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """The parties of a bracket in which a known one stands beside short forms that nothing tells of ("TPK, Camat")."""
    named = known.named(text, start, end, loose=True)
    told = [known.is_party(each.mention.name) for each in named]
    names = [each.mention.name for each in named]
    fields = [name.isalpha() and name[:1].isupper() and is_field(name, known.lexicon) for name in names]  # "Acara"
    short = [_SHORT_FORM.fullmatch(name) is not None for name in names]
    alike = all(map(any, zip(told, fields, short, strict=True)))
    return named if len(named) > 1 and any(told) and alike else ()


def _spoken(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """The persons of a bracket with words of speech around them ("(nanti Pak Joko ya)")."""
    lead, tail = _SPOKEN_LEAD.match(text, start, end), _SPOKEN_TAIL.search(text, start, end)
    named = known.named(text, lead.end() if lead else start, tail.start() if tail else end) if lead or tail else ()
    return named if all(map(known.is_person, named)) else ()


def _before_verb(text: str, start: int, end: int, known: Known) -> tuple[Named, ...]:
    """The persons of a bracket before the verb that says what they do ("(Pak Joko & Rina cari, sebelum audit)")."""
    last = re.search(r"\s+(?P<verb>[a-z]+)[\s,]*$", text[start:end])
    if last is None or last["verb"] not in task_words(known.lexicon):
        return ()
    named = known.named(text, start, start + last.start())
    return named if all(map(known.is_person, named)) else ()
