"""Owners by what a sentence says: the subject, the persons or the name that it begins with."""

import re
from dataclasses import replace

from notula.models.minutes import PartyKind
from notula.pipeline.extract.asked_forms import SPEAKS
from notula.pipeline.extract.cuts import count_before
from notula.pipeline.extract.known import ASKING, Known
from notula.pipeline.extract.mentions import Named
from notula.pipeline.extract.owned import Owners
from notula.pipeline.extract.owner_agents import by_agent, by_bare_agent, longest_named, with_further
from notula.pipeline.extract.owner_duties import DUTY_OF
from notula.pipeline.extract.owner_joined import doers_before, with_joined
from notula.pipeline.extract.party_kinds import kind_of
from notula.pipeline.extract.party_openings import is_role, opening_of
from notula.pipeline.extract.predicates import Clause, predicate_of
from notula.pipeline.extract.scope import Span
from notula.pipeline.extract.task_words import bare_tasks, task_words
from notula.pipeline.language import VerbForm
from notula.pipeline.text import fold

_NAME_FIRST = re.compile(
    r"\s*(?P<who>[A-Z][\w.']*(?:\s+[A-Z][\w.']*){0,3})\s+(?:(?:akan|segera|agar|untuk)\s+)*(?P<verb>[a-z]{3,})\b"
)
_ENDS_SENTENCE = re.compile(r"\w{3,}\.(?:\s|$)")
_NAMES_FIRST = re.compile(
    r"\s*@?(?P<who>(?:[a-z]{1,4}\s+)?[A-Z][\w.']*"
    r"(?:(?:\s+|(?:,\s+|\s*[&+]\s*|\s+(?:dan|sama|sm|lan|jeung|karo|deng|n)\s+)(?:[a-z]{2,4}\s+)?)[A-Z][\w.']*){0,6}?)"
    r"\s+(?P<next>(?!(?:dan|sama|sm|lan|jeung|karo|deng|n)\s+(?:[a-z]{2,4}\s+)?[A-Z])[a-z]\w+(?:-[a-z]\w+)?)\s+\S"
)
_SMALL_NAMES_FIRST = re.compile(  # in minutes without capitals
    r"\s*@?(?P<who>[a-z]\w+(?:(?:,\s+|\s*[&+]\s*|\s+dan\s+)[a-z]\w+){0,4})\s+(?P<next>[a-z]\w+)\s+\S"
)
_OBJECT_FIRST = re.compile(  # "Keduanya akan ia tagih"
    r"\s*\S+\s+(?:(?:akan|segera|nanti)\s+)?(?:ia|dia|beliau|saya|kami|aku)\s"
)
_BEHIND_DAY = re.compile(r"\s+(?P<next>[a-z]\w+)")
_FIRST_OF_ALL = re.compile(r"\s+(?:dulu|dl)\b")
_TELLS_OF = frozenset(
    ["cuti", "izin", "ijin", "sakit", "libur", "absen", "telat", "setuju", "usul", "tanya", "bilang", "cerita", "tidak",
     "belum", "sudah", "telah", "su", "pengalaman", "berpengalaman", "purna", "pensiun", "nikah",
     "menikah", "melahirkan", "meninggal", "wafat", "wisuda", "umrah", "ultah", "juara", "menang", "kalah"]
)  # fmt: skip
_NO_TASK = _TELLS_OF | frozenset(
    ["ke", "di", "magang", "selesai", "pulang", "datang", "ikut", "dinas", "dan", "serta", "dari", "selaku", "sebagai",
     "yang", "yg", "atau"]
)
NO_NAME = frozenset(
    ["bila", "jika", "apabila", "kalau", "setelah", "sebelum", "untuk", "agar", "pada", "dalam", "dengan", "saat",
     "bersama", "selama", "sambil", "sembari", "seraya", "guna", "demi", "sebagai", "terkait", "sehubungan", "begitu",
     "tolong", "mohon", "minta", "harap", "silakan", "silahkan", "jangan", "ayo", "mari", "yuk"]
)
_RECEIVES = frozenset(["mendapat", "mendapatkan", "menerima", "memperoleh"])
_GIVEN = re.compile(r"[,;]\s+(?!(?:yang|yg)\s)(?:[a-z]+\s+)?di[a-z]{3,}\s+$")
_MEETING = frozenset(["rapat", "forum", "musyawarah", "pertemuan", "sidang"])  # decides, and does nothing
NOUN = re.compile(r"(?:pe|ke)\w{3,}an|\w+(?:si|tas|isme)", re.IGNORECASE)
# "melaporkan kesiapan akhir kepada Sekda pada", up to the deadline
# What is told of a thing that is handed over: "dokumen yang telah diperbaiki".
_AS_IT_IS = r"(?:(?:yang|yg)\s+(?:(?:telah|sudah|sdh)\s+)?di\w+\s+)?"
_HANDED = re.compile(
    r"me\w+\s+(?:(?!(?:bahwa|akan|yang|telah|sudah)\b)[\w/-]+\s+){1,6}?" + _AS_IT_IS
    + r"(?:kepada|ke)\s+(?:[\w/.-]+\s+){1,6}[^\w]*",
    re.IGNORECASE,
)
_HANDED_IN = re.compile(
    r"(?:menyampaikan|melaporkan)\s+(?:(?!(?:bahwa|akan|yang|telah|sudah|harus|wajib|perlu|agar|bisa|dapat|tenggat"
    r"|batas|target|jadwal|deadline|di\w{4,})\b)[\w/-]+\s+){1,6}?" + _AS_IT_IS
    + r"[^\w]*(?=(?:paling|selambat\S*|maksimal|maks|max)\b)",
    re.IGNORECASE,
)
# Who says it, before the one who is asked: "Kades: Tolong Pak Wagiman surati ..."
_CALLED = re.compile(rf"(?:[^:;.]{{2,70}}:\s+(?={ASKING}\s)|\[[^\[\]]{{2,60}}\]\s*(?=\w))", re.IGNORECASE)
# Who speaks, before somebody told by name ("Pak Kadus: Bu Rina pesan tenda").
_SPOKEN_TO = re.compile(r"[^:;.]{2,60}:\s+(?=(?:(?:[Pp]ak|[Bb]u|[Mm]as|[Mm]bak|[Bb]ang|[Kk]ang|[Kk]ak)\s)?[A-Z])")
_SOUGHT = re.compile(r"\bdimintai\b", re.IGNORECASE)  # "X dimintai bantuan oleh Y": Y has to ask
_OF_THEIRS = re.compile(r"\b(?:ke|di|dari|pada|dengan|untuk)\s+(?:[a-z]+\s+){1,3}$")
_EACH = frozenset(["masing-masing", "masing2", "keduanya", "ketiganya", "keempatnya", "semuanya"])
_CROWD = re.compile(r"(?:semua|seluruh|setiap|masing|msg2|para)", re.IGNORECASE)
_EACH_OF = re.compile(r"(?:masing-masing|masing2|msg2)\s+\w", re.IGNORECASE)
_SAME = frozenset(["yang bersangkutan", "ybs"])
_WHICH = re.compile(  # up to the modal word
    r"(?P<which>\s+(?:yang|yg)\s[^,.;:]{3,80}?)\s+(?:agar|supaya|wajib|harus|diminta|dimohon|akan|segera|mohon|harap|untuk)\s"
)
# Who is asked behind a verb of asking, before what they have to do ("meminta perusahaan membuka nomor pengaduan").
_ASKED = re.compile(
    r"\S+\s+(?:(?:agar|supaya|kepada|ke)\s+)*(?P<who>[^\s,.;:()]+(?:\s+(?!(?:untuk|utk|guna|yang|yg|agar|supaya|karena)\s)"
    r"[^\s,.;:()]+){0,5}?)(?:\s+(?:yang|yg)\s[^,.;:()]{3,60}?)?(?:\s+(?:agar|supaya|segera))*\s+me[a-z]{4,}\b"
)
_AND = re.compile(r"(?:dan|serta|atau|maupun|juga)\b")
_AT_ONCE = re.compile(r"\b(?:sekarang|segera|secepatnya|ya)\b", re.IGNORECASE)
_SO_FAR = 80  # characters behind a verb in which such a word is looked for
_SO_THAT = re.compile(r"\w\W+(?:supaya|agar|sehingga)\s+$", re.IGNORECASE)
_LEAD = 20  # characters before a clause in which a word that leads to it is looked for
_LISTED = re.compile(
    r"\((?P<who>[^()]+)\)(?=\s+(?:agar|supaya|segera|harus|wajib|diminta|dimohon|akan|untuk|me[a-z]{4,})\b)"
)
_MADE_UP = re.compile(r",?\s+(?:(?:yang|yg)\s+)?(?:terdiri\s+(?:atas|dari)|beranggotakan)\s+")


def by_clause(
    text: str, known: Known, clauses: tuple[Clause, ...], due: Span | None, *, section: bool
) -> Owners | None:
    """The subject of the firmest clause; who is told to ask others comes before those to be asked."""
    told = [clause for clause in clauses if clause.firm and not clause.asked and clause.verb in known.lexicon.cues.ask]
    averted = {clause for clause in clauses if _is_averted(text, clause)}
    for clause in sorted(
        clauses, key=lambda c: (c not in told, c in averted, not c.asked, not c.firm, c.soft or c.done, c.start)
    ):
        if clause.passive and not clause.firm and (joined := _joined_verb(text, clause, known)):
            clause = joined
        if _is_no_doer(text, clause):
            continue
        only_tells = clause.report and not (clause.firm or section or hands_over(text, clause, due))
        if (clause.passive and not clause.firm) or only_tells:
            continue
        if (clause.passive or _SOUGHT.search(predicate_of(text, clause))) and clause.firm and by_agent(text, known):
            continue
        asks = clause.verb in known.lexicon.cues.ask and not (clause.firm or clause.asked)
        if asks and (by_agent(text, known) or by_bare_agent(text, known, due)):
            continue  # "Direktur meminta laporan diserahkan komite"
        if other := _asked_party(text, clause, known) if asks else _given_by(text, clause, known):
            return other
        if clause.passive and clause.verb_start >= 0 and not clause.asked and not bound_passive(text, clause):
            continue
        if not clause.firm and not section and (clause.done or (clause.soft and due is None) or clause.denied):
            continue
        called = _CALLED.match(text, clause.start, clause.end)
        subject = called.end() if called else clause.start, len(text[: clause.end].rstrip(" :"))
        if not section and (spoken := _SPOKEN_TO.match(text, subject[0], subject[1])):
            subject = spoken.end(), subject[1]
        if due is not None and clause.start < due.start < clause.end:  # "Camat, paling lambat Jumat, mengirim ..."
            subject = clause.start, clause.start + len(text[clause.start : due.start].rstrip(" ,(–-"))
        spans = _told_before(text, clause, clauses, known) or known.named(text, *subject)
        spans = spans or _called_first(known.named(text, *subject, loose=True), known) or known.loosely(text, *subject)
        spans = _members(text, clause, known) or _with_relative(text, clause, _apposed(spans, text, known))
        spans = doers_before(text, clause, known) + spans
        spans = with_further(spans, text, max(clause.verb_start, clause.end), known)
        rule, frame = "owner_asked" if clause.asked else "owner_subject", Span(clause.start, clause.end)
        return with_joined(Owners(spans, rule, clause, frame), text, clauses, known)
    return None


def _is_no_doer(text: str, clause: Clause) -> bool:
    """Whether a subject only is somebody's duty ("Undangan menjadi urusan Rina") or says whose a thing is.

    "... ke rekening masing-masing mulai Mei".
    """
    duty = clause.verb == "menjadi" and DUTY_OF.match(text, clause.verb_start) is not None
    each = fold(text[clause.start : clause.end]) in _EACH
    return duty or (each and _OF_THEIRS.search(text, 0, clause.start) is not None)


def _given_by(text: str, clause: Clause, known: Known) -> Owners | None:
    """Who hands over what a clause says somebody gets ("RT 02 menerima bibit, diantar oleh Bu Rina")."""
    given = by_agent(text, known) if clause.verb in _RECEIVES else None
    if given is None or given.frame is None or given.frame.start < clause.verb_start:
        return None
    return given if _GIVEN.search(text, clause.verb_start, given.frame.start) else None


def by_called(text: str, clauses: tuple[Clause, ...], known: Known, due: Span | None) -> Owners | None:
    """The person called on before what is to be done with a thing ("Bu Rina, kuncinya tolong dikembalikan").

    Told by a word that asks, by "sekarang" and the like, or by a deadline behind the verb.
    """
    for clause in clauses:
        spoken = SPEAKS.match(text, 0, clause.end)
        start = spoken.end() if spoken else 0
        comma = text.find(", ", start, clause.end)
        thing = text[comma + 2 : clause.end].strip()
        idle = not clause.passive or clause.done or clause.denied or clause.soft or clause.start > start
        if idle or comma < 0 or not thing[:1].islower() or _AND.match(thing):
            continue
        behind = clause.verb_start + len(clause.verb)
        urged = clause.firm or _AT_ONCE.search(text, behind, behind + _SO_FAR) or (due and due.start >= behind)
        named = known.named(text, start, comma)
        one = len(named) == 1 and (known.is_person(named[0]) or is_role(named[0].mention.name, known.lexicon))
        party = known.is_party(thing) and not thing.startswith("undangan ")  # letters, here
        if urged and one and not party and not bound_passive(text, clause):
            return Owners(named, "owner_called", clause._replace(asked=True, firm=True), Span(start, comma))
    return None


def _is_averted(text: str, clause: Clause) -> bool:
    """Whether a clause only says what is to be kept from happening ("..., supaya warga tidak menunggu")."""
    return clause.denied and _SO_THAT.search(text, max(0, clause.start - _LEAD), clause.start) is not None


def _asked_party(text: str, clause: Clause, known: Known) -> Owners | None:
    """The body, office or crowd that a clause asks to do something, though nothing else tells of it.

    "Ketua meminta perusahaan membuka loket", "Ketua meminta 8 kios yang menunggak melunasi iuran".
    """
    match = _ASKED.match(text, clause.verb_start)
    if match is None or (match["who"][:1].islower() and _AND.match(match["who"].split()[-1])):
        return None  # "Kepala Sekolah menunjuk seorang petugas dan melaporkannya"
    start, end = match.span("who")
    who = match["who"][count_before(match["who"], known.lexicon) :]
    if opening_of(who, known.lexicon) is None and fold(who.split()[0]) not in known.lexicon.cues.members:
        return None
    named = known.loosely(text, start, end)
    return Owners(named, "owner_asked", clause._replace(asked=True), Span(start, end)) if named else None


def _members(text: str, clause: Clause, known: Known) -> tuple[Named, ...]:
    """The people of whom a subject is said to be made up ("tim kecil yang terdiri atas Rina dan Pak Joko akan ...").

    Or the parties in a bracket right behind a crowd ("OPD yang belum melapor (Dishub, Dinkes) segera melapor").
    """
    bracket = _LISTED.search(text, clause.start)
    inside = bracket is not None and bracket.end() <= max(clause.verb_start, clause.end)
    listed = known.named(text, *bracket.span("who")) if bracket and inside else ()
    if len(listed) > 1 and not any(map(known.is_person, listed)):
        return listed
    made_up = _MADE_UP.match(text, clause.end)
    named = longest_named(text, made_up.end(), clause.verb_start, known)[0] if made_up else ()
    return named if all(map(known.is_person, named)) else ()


def _apposed(named: tuple[Named, ...], text: str, known: Known) -> tuple[Named, ...]:
    """The person whom commas set behind an office as the one who holds it ("Kepala Bidang Data, Rina, akan ...")."""
    if len(named) != 2 or not known.is_person(named[1]) or not is_role(text[named[0].start :], known.lexicon):
        return named
    between, behind = text[named[0].end : named[1].start], text[named[1].end : named[1].end + 1]
    return named[1:] if between.strip() == "," and behind == "," else named


def _called_first(named: tuple[Named, ...], known: Known) -> tuple[Named, ...]:
    """Those who are called on, of parties taken as they stand: not the thing behind them ("Rina, surat izin ...")."""
    sure = [known.is_party(each.mention.name) for each in named]
    told = (each.mention.name[:1].islower() and not certain for each, certain in zip(named, sure, strict=True))
    return tuple(each for each, thing in zip(named, told, strict=True) if not (thing and sure[0]))


def _with_relative(text: str, clause: Clause, named: tuple[Named, ...]) -> tuple[Named, ...]:
    """A crowd with the words that tell which of it are meant ("OPD yang belum melapor agar melapor")."""
    relative = _WHICH.match(text, clause.end)
    if relative is None or len(named) != 1 or named[0].mention.kind is PartyKind.PERSON or named[0].end != clause.end:
        return named
    mention, end = named[0].mention, relative.end("which")
    if relative.end() > max(clause.verb_start, clause.end) or text[named[0].start : clause.end] != mention.name:
        return named
    start = mention.name_at.start
    whole = replace(mention, name=text[named[0].start : end], name_at=Span(start, start + end - named[0].start),
                    end=mention.end + end - named[0].end)  # fmt: skip
    return (Named(named[0].start, end, whole),)


def hands_over(text: str, clause: Clause, due: Span | None) -> bool:
    """Whether a verb of telling stands before something, to whom and by when: a report that is still to be made."""
    if due is None:
        return False
    said = text, max(clause.verb_start, 0)
    limited = (limit := _HANDED_IN.match(*said)) is not None and limit.end() == due.start
    return limited or _HANDED.fullmatch(*said, due.start) is not None


def _told_before(text: str, clause: Clause, clauses: tuple[Clause, ...], known: Known) -> tuple[Named, ...]:
    """The parties before a subject that only says "each of them" or "the same".

    Right there, or the subjects of what stands before.

    "BPS, Bappeda: masing-masing mengirim ...", "BPS dan Bappeda belum melapor; keduanya diminta ...".
    """
    subject = fold(text[clause.start : clause.end])
    if not clause.start or subject not in _EACH | _SAME:
        return ()
    if subject in _SAME:
        earlier = (known.named(text, each.start, each.end) for each in reversed(clauses) if each.end <= clause.start)
        return next((named for named in earlier if len(named) == 1), ())
    if near := known.named(text, 0, len(text[: clause.start].rstrip(" ,:;–-"))):
        return near
    before = (known.named(text, each.start, each.end) for each in reversed(clauses) if each.end <= clause.start)
    return next((named for named in before if len(named) > 1), ())


def _joined_verb(text: str, clause: Clause, known: Known) -> Clause | None:
    """The clause with the active verb that "dan" joins to its passive one ("diketuai X dan menyerahkan ...")."""
    match = re.search(r"\b(?:dan|serta)\s+(?:akan\s+)?(me\w{4,})\b", text[clause.verb_start :])
    if match is None or not known.language.is_verb(match.group(1)):
        return None
    return clause._replace(verb=match.group(1).casefold(), verb_start=clause.verb_start + match.start(1), passive=False)


def bound_passive(text: str, clause: Clause) -> bool:
    """Whether a passive predicate puts a duty on its subject ("diminta", "agar ... diinput" does not)."""
    between = fold(predicate_of(text, clause))
    if _CROWD.match(text, clause.start, clause.end) and re.match(r"\s*(?:agar|supaya)\b", between):
        return True
    if _EACH_OF.match(text, clause.start, clause.end) and re.match(r"\s*(?:segera|ha?rus|wajib)\b", between):
        return True  # "SPJ masing-masing bidang segera diselesaikan"
    return (
        re.search(
            r"\b(?:diminta|ditugaskan|ditugasi|diwajibkan|dimohon|diinstruksikan|diperintahkan|diarahkan|ditunjuk|"
            r"diamanatkan|dimandatkan|diharuskan)\b",
            between,
        )
        is not None
    )


def by_known_first(text: str, known: Known, due: Span | None, *, section: bool) -> Owners | None:
    """The persons whom the minutes know that a task begins with ("Hilda eskalasi akses VPN").

    Outside a ``section`` of tasks only before words that tell nothing ("Bu Tini & Bu Sri kunjungan rumah, Sabtu"), or
    that say what is to be done first ("Bu Sri coba dulu satu ember").
    """
    match = _NAMES_FIRST.match(text) or _SMALL_NAMES_FIRST.match(text)
    named = known.named(text, *match.span("who")) if match else ()
    if match is None or not named or fold(match["who"]) in known.lexicon.cues.agree or _OBJECT_FIRST.match(text):
        return None
    if not all(known.is_person(each) for each in named):
        return None
    behind = _BEHIND_DAY.match(text, due.end) if due is not None and due.start == match.start("next") else None
    act = (behind or match)["next"]  # "Rina besok mampir ke percetakan"
    if known.language.verb_form(act) is VerbForm.PASSIVE or fold(act) in known.lexicon.cues.state:
        return None
    cues = known.lexicon.cues
    if NOUN.fullmatch(act) and all(map(known.is_strange, named)):
        return None  # "Titik pengungsian": a word that is a name as well
    tells = act in (*cues.tellers, *cues.report, *_NO_TASK)
    verb = known.language.is_verb(act) and not _FIRST_OF_ALL.match(text, match.end("next"))
    if (tells or verb) and not section:
        return None
    return Owners(named, "owner_known", None, Span(*match.span("who")))


def tells_no_task(text: str, found: Owners, known: Known) -> bool:
    """Whether behind the persons whom a note begins with stands what they say, or why they are not there."""
    if found.rule != "owner_known" or found.frame is None:
        return False
    behind = _BEHIND_DAY.match(text, found.frame.end)
    return behind is not None and behind["next"] in (*known.lexicon.cues.report, *_TELLS_OF)


def by_name(text: str, known: Known) -> Owners | None:
    """The name that a task begins with, before its verb, though nothing else tells of it ("Muh. Arif mengurus ...")."""
    match = _NAME_FIRST.match(text)
    if match is None or _ENDS_SENTENCE.search(match["who"]):
        return None  # "Spanduk HUT. Yang ..."
    who, verb = match["who"], match["verb"]
    first = who.split()[0]
    cues = known.lexicon.cues
    no_name = NO_NAME | _MEETING
    acts = acts_by(verb, known) and verb not in cues.state and first.casefold() not in no_name
    acts = acts and first.casefold() not in (*cues.agree, *cues.agree_first)
    task = first.casefold() in task_words(known.lexicon)
    task = task or first.casefold() in cues.handed_in  # "Hasil survei"
    noun = task or NOUN.fullmatch(first) is not None or known.language.verb_form(first.casefold()) is not None
    if not acts or noun or kind_of(who, known.lexicon) is not PartyKind.PERSON:
        return None
    named = known.loosely(text, *match.span("who"))
    return Owners(named, "owner_name", None, Span(*match.span("who"))) if named else None


def acts_by(verb: str, known: Known) -> bool:
    """Whether a verb says what somebody does: an active one, or a bare one of short notes."""
    return known.language.verb_form(verb) is VerbForm.ACTIVE or verb in bare_tasks(known.lexicon)
