"""Clauses: who is said to do what, and how firmly.

A clause is found by its predicate: the first modal word ("akan", "agar", "diminta") or verb after a possible subject.
Rules:

- a subject may begin at the sentence's start, after a comma, a colon, "bahwa", "dan", "agar", "disepakati" and the
  like; the earliest beginning that makes a party wins, so that "Dinas Kelautan dan Perikanan" stays whole;
- a relative clause ("OPD yang belum mengumpulkan ... akan") is stepped over when a modal word follows it;
- in "X meminta Y (untuk) V" the one asked, Y, is the subject of V;
- a subject may go on to commit itself behind another predicate ("Camat menjelaskan X dan bersedia ...");
- a passive verb has its doer after "oleh", else none; "diminta", "ditugaskan" and the like bind their subject.
"""

import re
from collections.abc import Callable, Iterator

from notula.pipeline.extract.asked_forms import told_by_form
from notula.pipeline.extract.clause_words import ADMITTING, FLAGS, MUST, TO_COME, Words, clause_words
from notula.pipeline.extract.noun_acts import find_noun_act
from notula.pipeline.extract.predicates import CALLING, Clause, find_predicate, read_predicate
from notula.pipeline.language import Language, VerbForm
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold

IsParty = Callable[[str], bool]
MayBegin = Callable[[str, int], bool]
_NAMES = re.compile(r"(?:[A-Z][\w.'/-]*,?\s+){1,6}(?=[a-z])")
_DENIED = re.compile(r"\b(?:tidak|tdk|tak|belum|blm|kurang|bukan|enggak|nggak|gak|ga)\s*$", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:bahwa|yang|yg|agar|supaya|karena)\b", re.IGNORECASE)
_BIDDEN = re.compile(r"(?:untuk|utk|u/)\s+(?:segera\s+)?me\w+|to\s+[a-z]{3,}")
_TOLD_TO = re.compile(r"to\s+(?P<verb>[a-z]{3,})")  # "Rina to confirm the venue"
_ASSIGNER = re.compile(r"\s+(?:saya|kami|kita|beliau)$")  # "Linmas saya tugaskan mencatat ..."
_ASSIGNED = re.compile(r"tugas(?:kan|i)|(?:perintah|mandat|amanat)kan|(?:minta|mohon|harap(?:kan)?)\b")
_TO_BE_ASSIGNED = re.compile(  # "Linmas akan kami tugaskan mencatat ..."
    r"(?:akan|segera|nanti)\s+(?:saya|kami|kita|beliau)\s+(?:tugas(?:kan|i)|(?:perintah|mandat|amanat)kan|utus)\s+"
    r"(?:untuk\s+|agar\s+)?(?P<verb>[a-z]{4,})\b"
)
_ASSIGNS = re.compile(
    r"(?:men|t)ugas(?:kan|i)|(?:mem|p)erintahkan|(?:meng)?instruksikan|(?:meng)?utus|(?:meny|ny|s)uruh", re.IGNORECASE
)
_AS_OFFICE = re.compile(r"(?P<who>[^\s,;:.][^,;:.]{1,58}?)\s+(?P<as>sebagai|selaku)\s+\w")
_ASSIGNED_ACT = re.compile(r"(?:untuk|utk)\s+(?P<act>[a-z]{4,})\b")  # "menugasi Rina untuk audiensi"
# Recipients behind which the purpose of what is sent to them stands, before its own verb and doer.
_RECEIVE = re.compile(r"\b(?:kepada|kpd|bagi)\s+[^,.;:]{1,60}\s(?:dan|serta)\s+$", re.IGNORECASE)
_TO_USE = re.compile(r"(?:untuk|utk|guna)\s[^.;:]{3,100}?\sdi[a-z]{3,}\s+oleh\s", re.IGNORECASE)
_GOES = re.compile(r"\s(?P<verb>turun|datang|ikut|berangkat|pindah)\s")  # "meminta Rina turun ke pasar"
_NOT_ASKED = re.compile(r"\b(?:tidak|belum|sudah|telah|udah|sdh|sempat|pernah|di)\s*$")
_PROMISES_TO_ASK = re.compile(  # "pihaknya berjanji menyuruh rekanan": who says so has to do it
    r"\b(?:pihaknya|beliau|ia|dia|saya|kami)\s+(?:\w+\s+)?(?:akan|berjanji|segera|siap|bersedia|sanggup|menyanggupi)\s+$",
    re.IGNORECASE,
)
_COMMISSIONS = re.compile(r"menugas(?:kan|i)|memerintahkan|menginstruksikan")  # whoever says so, the other has to do it
_AND_THEN = re.compile(r"\s(?:dan|serta|lalu|kemudian)\s+$")
_APPOINTED = re.compile(r"\s+[a-z][^A-Z,.;:]*")
_AS_TASK = re.compile(r"untuk\b|utk\b|agar\b|supaya\b|guna\b|me|m[a-z]\b")
_SAYING = re.compile(  # "Pak Joko menyampaikan Dinas Sosial siap menyumbang ..."
    r"\b(?:menyampaikan|menyatakan|mengatakan|memastikan|menginformasikan|bilang)\s+(?=[A-Z])"
)
_FOR_THAT = re.compile(r"untuk (?:itu|keperluan itu|hal itu)\s+", re.IGNORECASE)
_ABOUT_THAT = re.compile(  # "Untuk pendampingan itu Bu Tri ..."
    r"\s*(?:untuk|atas|mengenai|soal|terkait|menanggapi|menjawab|terhadap|setelah|dalam)\s[^,.;:]{3,60}?\s"
    r"(?:itu|ini|tersebut|tsb)\s+(?=(?-i:[A-Z])|(?:\w+\s+){1,3}?(?:akan|berjanji|bersedia|sanggup|menyanggupi)\s)",
    re.IGNORECASE,
)
# When it is done, before a subject without a comma between ("Menjelang Lebaran Dinas Perdagangan menggelar ...").
_WE = re.compile(r"(?:kami|kita)\s+(?:(?:dari|di|selaku|sebagai|atas nama)\s+)?(?=(?-i:[A-Z]))", re.IGNORECASE)
_BY_THEN = re.compile(
    r"\s*(?:menjelang|mulai|sejak|selama|sambil|sembari)\s[^,.;:]{3,40}?\s"
    r"(?=(?-i:[A-Z])[\w.]*\s(?:[\w./-]+\s){0,5}?(?:me[a-z]{4,}|ikut|akan)\b)", re.IGNORECASE
)
_RUN = re.compile(r"\S+")
# Before a verb that goes on with what another does: "mendata ibu hamil dan lansia serta menyerahkan datanya".
_FURTHER_VERB = re.compile(r"\b(?:dan|serta)\s+$")
_RELATIVE = re.compile(r"\s(?:yang|yg|dibantu|ditemani)\b", re.IGNORECASE)  # what tells more of a subject
# What begins a clause of its own: what acts in "gardu B apabila air melewati ..." is the water.
_DASH = re.compile(r"\s[–—]\s")  # "Humas — spanduk jangan terlalu tinggi"
_CONDITION = re.compile(r"\s(?:apabila|bilamana|jika)\s", re.IGNORECASE)
# How the subject does it, behind it; behind one alone "masing-masing" tells whose it is ("Ketua RT masing-masing").
_MANNER = re.compile(
    r",?\s+(?:(?P<each>masing-masing|masing2)|pada\s+(?:prinsip|dasar|umum)nya|secara\s+prinsip|prinsipnya|sendiri|"
    r"(?:secara\s+)?bersama-sama|duduk\s+bersama|dengan\s+(?:senang\s+hati|sukarela|ikhlas)|secara\s+sukarela"
    r"|bergantian|bergiliran|satu2|satu\s+per\s*satu|satu-satu)$", re.IGNORECASE
)
_SAYS = re.compile(  # who says it, between a subject and its predicate ("Humas, kata Pak Joko, akan ...")
    r",\s+(?:kata|ujar|tutur|ucap|menurut)\s[^,;:.]{2,60}$", re.IGNORECASE
)
_SEVERAL = re.compile(r"[,&]|\b(?:dan|serta|bersama)\b", re.IGNORECASE)
_ASKED_OF = re.compile(r"\b(?:agar|supaya|mohon|tolong|tlg|harap|dimohon|diminta)\s+(?:\w+\s+)?$", re.IGNORECASE)
# What somebody only wishes of others ("Beliau menyarankan agar prodi mengikuti ...").
_ADVISED = re.compile(
    r"\b(?:menyarankan|mengusulkan|usul|menganjurkan|berharap|mengharapkan|berpendapat|berpandangan|menginginkan)\s+"
    r"(?:agar|supaya|bahwa)\s+$", re.IGNORECASE
)
_WISHED = re.compile(r"\b(?:menyarankan|berharap|mengharapkan|menginginkan|mengimpikan)\s+$", re.IGNORECASE)
_LATER = re.compile(r"\b(?:nanti|ntar|entar)\s+$", re.IGNORECASE)  # "Nanti Ketua menghadap camat"
_LAST = re.compile(r"\s+(\S+)$")
_MADE_BASE = re.compile(r"[a-z]{3,}(?:kan|in)")
_PARTNER = re.compile(r"\s(?:bersama|beserta)\s")
_MAX_SUBJECT = 12  # words without titles, of each who acts together
_FAR_ON = 300  # characters behind a subject in which it goes on to promise something
_TO_THEM = re.compile(r"\b(?:ke|kepada|kpd)\s+$", re.IGNORECASE)
_ALL = re.compile(r"(?:semua|seluruh|setiap|tiap|segenap)\s", re.IGNORECASE)  # behind "tidak" a reason, and no party
_NOT = re.compile(r"\b(?:tidak|tak|tdk|bukan|belum)\s+$", re.IGNORECASE)
_LEAD = 12  # characters before a subject in which such a word is looked for
_NEAR = 200  # characters before a clause in which words that lead to it are looked for
_FAR_OFF = 120  # characters of a party behind which a noun of doing is looked for
_MAX_SHORT = 6  # words before a verb without prefix


def find_clauses(
    text: str,
    lexicon: Lexicon,
    language: Language,
    is_party: IsParty,
    *,
    after: int = 0,
    may_begin: MayBegin | None = None,
) -> list[Clause]:
    """The clauses of a sentence whose subject is a party, in order of their predicates.

    ``after`` is where a deadline ends that the sentence begins with: a subject may stand right behind it. ``may_begin``
    says, where it is given, whether a party can begin at a place at all.
    """
    words = clause_words(lexicon)
    found: dict[int, Clause] = {}
    for begin in _beginnings(text, words, after):
        if may_begin is not None and not may_begin(text, begin):
            continue
        clause = _clause_at(text, begin, words, language, is_party)
        if clause is not None and not any(_same_predicate(clause, known) for known in found.values()):
            found[clause.start] = clause
    for further in _going_on(text, tuple(found.values()), words, language, is_party):
        found.setdefault(further.start, further)
        if not found[further.start].firm or found[further.start].denied:
            found[further.start] = further
    for asked in _asked(text, words, language, is_party):
        found = {
            start: known
            for start, known in found.items()
            if not known.start <= asked.start < known.end and known.verb_start != asked.verb_start
        }
        found[asked.start] = asked
    return sorted(found.values(), key=lambda clause: clause.start)


def _beginnings(text: str, words: Words, after: int) -> list[int]:
    lead = words.lead_in.match(text)
    first = lead.end() if lead else len(text) - len(text.lstrip())
    starts = [0, first] if lead else [first]
    starts += [match.end() for match in words.begin.finditer(text)]
    said = [start for start in starts if text[:start].rstrip().endswith(":")]  # "Wali Kota: kalau begitu Satpol PP ..."
    starts += [lead.end() for start in said if (lead := words.lead_in.match(text, start))]
    starts += [lead.end() for start in starts if (lead := _FOR_THAT.match(text, start))]
    starts += [lead.end() for form in (_ABOUT_THAT, _BY_THEN, _WE) if (lead := form.match(text))]
    starts += [said.end() for said in _SAYING.finditer(text)]
    if after:
        starts.append(after + len(text[after:]) - len(text[after:].lstrip(" ,")))
    return sorted(set(starts))


def _same_predicate(one: Clause, other: Clause) -> bool:
    """Whether two readings share their predicate: then the one with the longer subject, found first, stands."""
    return (other.start <= one.start and one.end <= other.end) or (
        one.verb_start == other.verb_start >= 0 and one.end == other.end
    )


def _clause_at(text: str, begin: int, words: Words, language: Language, is_party: IsParty) -> Clause | None:
    """The clause whose subject begins at ``begin``, or None."""
    at = find_predicate(text, begin, words)
    base = _base_verb(text, begin, at, words, language, is_party)
    at = at if base is None else base
    stop = min(len(text) if at is None else at, begin + _FAR_OFF)
    act = find_noun_act(text, begin, stop, words, language)
    if act is not None and _can_act(who := text[begin : act.start()].rstrip(), is_party):
        flags = dict.fromkeys(FLAGS, False)
        return Clause(begin, begin + len(who), act.start(), fold(act.group()), False, **flags, report=False)
    if at is None:
        return None
    if _FURTHER_VERB.search(text, max(begin, at - _NEAR), at):
        return None
    if _TO_USE.match(text, at) and _RECEIVE.search(text, max(0, begin - _NEAR), begin):
        return None
    subject = _trimmed(text[begin:at].rstrip(" ,"), words)
    relative = _RELATIVE.search(subject)
    if _ASSIGNED.match(text, at):
        subject = _ASSIGNER.sub("", subject)
    if relative:
        subject = subject[: relative.start()]
    torn = subject.count("(") < subject.count(")")  # begun inside a bracket
    torn = torn or _is_thing_said(subject, is_party) or _CONDITION.search(subject) is not None
    torn = torn or (_DASH.search(subject) is not None and not all(map(is_party, _DASH.split(subject))))
    torn = torn or (_ALL.match(subject) is not None and _NOT.search(text, max(0, begin - _LEAD), begin) is not None)
    if not subject or torn or not _can_act(subject, is_party):
        return None
    clause = read_predicate(text, begin, begin + len(subject), at, words, language)
    if clause is not None and not clause.firm and _TO_THEM.search(text, max(0, begin - _LEAD), begin):
        return None  # "Rina mengirim undangan ke semua RT, Jumat sudah dicetak"
    if clause is None and (sent := _TO_BE_ASSIGNED.match(text, at)):
        return _bidden((begin, begin + len(subject)), sent.start("verb"), sent["verb"])
    if clause is None and not text[:begin].strip() and (told := _TOLD_TO.match(text, at)):
        flags = dict.fromkeys(FLAGS, False) | {"firm": True}
        return Clause(begin, begin + len(subject), told.start("verb"), told["verb"], False, **flags, report=False)
    return clause if clause is None or clause.passive else _as_led(clause, text, begin, at, words)


def _count(subject: str) -> int:
    """How many words a subject has, titles and degrees not among them ("Prof. Dr. Rina Sari, S.H., M.Kn.")."""
    return sum(not word.rstrip(",").endswith(".") for word in subject.split())


def _can_act(subject: str, is_party: IsParty) -> bool:
    """Whether a subject is a party of not too many words, or long names of several who act together."""
    parts = _PARTNER.split(subject)
    if any(_count(part) > _MAX_SUBJECT for part in parts):
        return False
    return is_party(subject) or (len(parts) > 1 and all(map(is_party, parts)))


def _is_thing_said(subject: str, is_party: IsParty) -> bool:
    """Whether behind who speaks stands the thing that it is said of ("Bu Sri: Pentas wayang akan ...")."""
    _, colon, said = subject.rpartition(": ")
    return bool(colon) and said[:1].isupper() and " " in said and not is_party(said)


def _as_led(clause: Clause, text: str, begin: int, at: int, words: Words) -> Clause:
    """A clause, made firm or soft by the words before it ("agar", "Nanti ...", "Beliau menyarankan agar ...")."""
    if clause.firm and _WISHED.search(text, max(0, begin - _NEAR), begin):
        return clause._replace(firm=False, soft=True)
    if _LATER.search(text, max(0, begin - _NEAR), begin):
        return clause._replace(firm=True)
    if not (_ASKED_OF.search(text, max(0, begin - _NEAR), begin) or _is_bidden(text, begin, at)):
        return clause
    if _ADVISED.search(text, max(0, begin - _NEAR), begin):
        return clause._replace(firm=False, soft=True)
    return clause._replace(firm=True)


def _is_bidden(text: str, begin: int, at: int) -> bool:
    """Whether the party a text begins with is told what "untuk" says ("Inspektorat untuk mendampingi ...")."""
    return _BIDDEN.match(text, at) is not None and not text[:begin].strip()


def _trimmed(subject: str, words: Words) -> str:
    """A subject without the words after it that only tell when or how ("Pak Edi besok", "A dan B masing-masing")."""
    subject = _SAYS.sub("", subject)
    manner = _MANNER.search(subject)
    if manner and (not manner["each"] or _SEVERAL.search(subject, 0, manner.start())):
        subject = subject[: manner.start()]
    while (cut := _LAST.search(subject)) and cut.group(1) in words.tellers:
        subject = subject[: cut.start()]
    return subject


def _base_verb(
    text: str, begin: int, at: int | None, words: Words, language: Language, is_party: IsParty
) -> int | None:
    """Where a verb without prefix follows a party in short notes ("Pak Topo perpanjang pajak"), or None."""
    small = begin == 0 and text[:1].islower()  # in minutes without capitals
    if not (small or text[begin : begin + 1].isupper()):
        return None
    for count, match in enumerate(_RUN.finditer(text[begin:at])):
        word = match.group()
        if count > _MAX_SHORT:
            return None
        if (
            count
            and word.isalpha()
            and word.islower()
            and (word in words.bare_task or (language.verb_form(word) is VerbForm.BASE and not small))
            and not CALLING.match(text, begin + match.start())
        ):
            subject = text[begin : begin + match.start()].rstrip()
            named = is_party(subject) and (small or subject.split()[-1][:1].isupper())
            return begin + match.start() if named else None
    return None


def _going_on(
    text: str, found: tuple[Clause, ...], words: Words, language: Language, is_party: IsParty
) -> Iterator[Clause]:
    """What a subject promises behind another predicate ("... menceritakan X, dan bersedia ...", "... dan akan ...")."""
    if words.goes_on.search(text) is None:
        return
    free = [each for each in found if each.denied or not (each.firm or (each.passive and each.report))]
    subjects = [(each.start, each.end, each.report and each.verb not in ADMITTING) for each in free]
    name = _NAMES.match(text)
    if name and not found and is_party(name.group().rstrip(" ,")):
        subjects = [(0, len(name.group().rstrip(" ,")), False)]
    for start, end, tells in subjects[-1:]:
        for match in words.goes_on.finditer(text, end, end + _FAR_ON):
            clause = read_predicate(text, start, end, match.start("said"), words, language)
            own = _is_own(text[end : match.start()], match, tells=tells)
            if own and clause is not None and clause.firm and not clause.passive and _acts(clause, match, language):
                yield clause
                return


def _acts(clause: Clause, match: "re.Match[str]", language: Language) -> bool:
    """Whether a promise names an act, or a thing where its verb takes one ("menyanggupi dua pintu")."""
    return language.is_verb(clause.verb) or match["said"].casefold().startswith("me")


def _is_own(between: str, match: "re.Match[str]", *, tells: bool) -> bool:
    """Whether the subject before a stretch is the one who promises behind it, and nobody of whom it is told there."""
    joined, parted = match["join"].strip(" ,") != "", "," in match["join"]
    others = _OTHERS.search(between) is not None
    if _DENIED.search(between):
        return False
    if joined and not match["but"] and tells and " " not in between.strip():
        return True  # "Ketua mengangguk dan berjanji ...": nobody else is told of
    if fold(match["said"]) in (*TO_COME, *MUST):
        return joined and not match["but"] and (parted or not (others or tells))
    if joined:
        return parted or not (others or tells)
    return "," not in between and (not between.strip(" ").count(" ") or between.lstrip().startswith("mewakili"))


def _asked(text: str, words: Words, language: Language, is_party: IsParty) -> Iterator[Clause]:
    """The clauses of those who are asked: "Direktur meminta bagian arsip memindai ..."."""
    if told := told_by_form(text, words, is_party, language):
        yield _bidden(*told)
    for match in words.ask.finditer(text):
        before = fold(text[max(0, match.start() - 25) : match.start()])
        to_ask = _COMMISSIONS.match(fold(match.group())) is None and _PROMISES_TO_ASK.search(text, 0, match.start())
        if _NOT_ASKED.search(before) or to_ask:
            continue
        begin = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
        lead = re.match(r"(?:kepada|ke|agar|supaya|untuk)\s+", text[begin:], re.IGNORECASE)
        begin += lead.end() if lead else 0
        appoints = match.group().casefold() == "menunjuk"
        asked = None if appoints else _asked_for_base(text, begin, words, language, is_party)
        if asked := asked or _assigned_as(text, begin, match.group(), is_party):
            yield asked
            continue
        at = find_predicate(text, begin, words)
        appointed = at and _APPOINTED.fullmatch(text, match.end(), at) and not _AS_TASK.match(text, at)
        if appoints and at and (appointed or (text[begin:][:1].islower() and _AND_THEN.search(text, begin, at))):
            continue  # "Camat menunjuk petugas di tiap desa", "... petugas dan melaporkannya": the Camat has to
        goes = _GOES.search(text, begin, at if at is not None else len(text))
        if goes and is_party(text[begin : goes.start()]):
            yield _bidden((begin, goes.start()), goes.start("verb"), goes["verb"])
            continue
        if at is None:
            linker = re.search(r"\s(?:untuk|agar|supaya|guna)\s", text[begin:])
            at = begin + linker.start() + 1 if linker else None
        if at is None or text.startswith("diberi", at):
            continue  # "Rina minta pengawas diberi waktu": what is asked for others
        subject = re.sub(r"\s*(?:\b(?:untuk|agar|supaya|guna|segera)\b\s*)+$", "", text[begin:at].rstrip(" ,"))
        subject = _trimmed(re.split(r"\s(?:untuk|agar|supaya|guna|yang|yg)\s", subject)[0], words)
        if not subject or not is_party(subject):
            continue
        clause = read_predicate(text, begin, begin + len(subject), at, words, language)
        if clause is not None and clause.verb_start >= 0 and not clause.passive:
            yield clause._replace(asked=True, firm=True, report=False)
        elif clause is None and (act := _ASSIGNED_ACT.match(text, at)) and _ASSIGNS.fullmatch(match.group().split()[0]):
            yield _bidden((begin, begin + len(subject)), act.start("act"), act["act"])


def _assigned_as(text: str, begin: int, verb: str, is_party: IsParty) -> Clause | None:
    """The clause of a party that is told what it is to be ("menugaskan Rina sebagai narahubung"), or None."""
    office = _AS_OFFICE.match(text, begin) if _ASSIGNS.fullmatch(verb) else None
    told = office is not None and is_party(office["who"])
    return _bidden(office.span("who"), office.start("as"), office["as"]) if office and told else None


def _asked_for_base(text: str, begin: int, words: Words, language: Language, is_party: IsParty) -> Clause | None:
    """The clause of a party that is asked to do what a verb without prefix says ("minta Rina cek kas"), or None."""
    for count, match in enumerate(_RUN.finditer(text, begin)):
        word = match.group().rstrip(",.")
        if count > _MAX_SHORT or not word.isalpha() or word in words.tellers:
            return None
        made = _MADE_BASE.fullmatch(word) is not None and language.verb_form(word) is VerbForm.BASE
        base = word in words.bare_task or made
        if count and base and word.islower():
            end = begin + len(text[begin : match.start()].rstrip())
            rest = text[match.end() :].strip(" .,;")
            return _bidden((begin, end), match.start(), word) if rest and is_party(text[begin:end]) else None
    return None


def _bidden(who: tuple[int, int], verb_start: int, verb: str) -> Clause:
    """The clause of somebody who is told to do something."""
    flags = dict.fromkeys(FLAGS, False) | {"firm": True}
    return Clause(*who, verb_start, verb, False, **flags, report=False, asked=True)
