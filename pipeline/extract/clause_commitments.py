"""Whether a clause commits its subject.

- a modal word binds a party to a verb; a rule with "harus" or "wajib" only together with a deadline;
- a party with a plain active verb has a deadline still to come, or a unit has one of the task verbs.

Nothing commits that is denied, already done, given as a reason ("karena BPK akan ..."), or only possible or hoped for.
"""

import re

from notula.models.minutes import DueKind, PartyKind
from notula.pipeline.extract.due import DueMention, is_ahead
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.modality import NOT_MEANT, Modality, gives_time, is_rule
from notula.pipeline.extract.noun_acts import tells_result
from notula.pipeline.extract.owned import Owners
from notula.pipeline.extract.owner_clauses import bound_passive, hands_over
from notula.pipeline.extract.owners import leading
from notula.pipeline.extract.predicates import Clause, predicate_of
from notula.pipeline.extract.scope import word_pattern
from notula.pipeline.extract.task_words import bare_tasks
from notula.pipeline.language import VerbForm

SHORT = 14  # words of a note that only gives a job away
_AND_TASK = re.compile(r"menjadi\s[^.,;:]{3,60}?\s(?:dan|serta|sekaligus)\s+(?P<verb>me\w{4,})\b", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:karena|karna|krn|sebab|mengingat|agar pada|sehingga|dimana|di mana|bahwa jika|jika|apabila|bila|kalau|kalo|"
    r"sebelum|setelah|ketika|saat|selama|yang|yg)\s*$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"^(?:(?:masing-masing|masing2|tiap-tiap|setiap|tiap)\s+(?:seksi|tim|divisi|bidang|sie|koordinator|kelompok|komisariat|"
    r"cabang|ranting|unit|wilayah|rayon|regu|pokja)|seksi|tim|divisi|bidang|panitia|sie|koordinator|humas|bendahara"
    r"|sekretaris|kelompok)\b",
    re.IGNORECASE
)
_TELLING = {
    "melaporkan",
    "menyampaikan",
    "mengusulkan",
    "membagikan",
    "mengevaluasi",
    "melakukan",
    "menambahkan",
    "menjadwalkan",
    "melanjutkan",
    "mengadakan",
    "menetapkan",
    "mengundang",
    "memastikan",
    "memantau",
    "mengecek",
}
# What the law lays down is no task of the meeting.
_LAW = re.compile(
    r"\b(?:UU|Undang-[Uu]ndang|PP|Perpres|Permen\w*|Perda|Perbup|Perwali|Pergub|PMK|[Pp]eraturan|[Kk]etentuan|"
    r"[Rr]egulasi|[Pp]utusan|Kepmen\w*|Per[a-z]{2,8}(?= (?:(?:No\.?|Nomor) ?)?\d+ )|SKB|SE|Surat Edaran|Inpres"
    r"|Instruksi Presiden|[Pp]asal(?= \d)|[Jj]uknis|[Jj]uklak|[Pp]edoman)\b"
)
# What somebody will keep doing is no task ("akan terus meningkatkan").
_GOES_ON = re.compile(r"\b(?:terus|tetap|senantiasa|selalu|semakin|sangat)\b", re.IGNORECASE)
_ALWAYS = re.compile(r"\b(?:selalu|senantiasa|terus|tetap)\b", re.IGNORECASE)
# Who asks and cannot order: members of an assembly, the public.
_NO_AUTHORITY = re.compile(
    r"^\W*(?:(?:para|salah satu|seorang|beberapa)\s+)?(?:anggota|fraksi|F-\w+|peserta|warga|penanya|masyarakat|"
    r"perwakilan|hadirin|pedagang)\b|"
    r"\((?:Fraksi\b|F-)[^)]*\)",
    re.IGNORECASE,
)
_ASSIGNING = {"menugaskan", "menugasi", "mengutus", "menyuruh", "nyuruh"}  # asking that is a task itself
_ASKED_TO = {"menganggarkan", "mengalokasikan", "menerima", "mendukung"}  # states, unless somebody is asked for them
_ORDER = re.compile(r"\b(?:agar|supaya|wajib|harus|diminta|dimohon)\b", re.IGNORECASE)
_BEFORE_ORDERED = re.compile(r"\b(?:agar|supaya)\s+$", re.IGNORECASE)
_ORDERED = {"menganggarkan", "mengalokasikan"}  # states, unless somebody is ordered to
_SUPPORT = {"membantu", "mendukung", "bantu", "dukung", "berkontribusi"}
_WANTS = re.compile(r"\bmau\b", re.IGNORECASE)
# What leads to a subject: "Atas permintaan Ketua Rapat, ...", "Selama menunggu, ...".
_LED_TO = re.compile(
    r"\W*(?:atas|menanggapi|menjawab|terkait|sehubungan|untuk|guna|demi|sesuai|selama|sambil|sembari|agar|supaya|mengenai"
    r"|soal|dalam rangka)\s[^,;.:]{3,80},\s+",
    re.IGNORECASE,
)
# "Sekda memberi arahan: Dinas ..."
_ORDERS = re.compile(r"\b(?:arahan|instruksi|perintah|penugasan|petunjuk|pesan|permintaan)(?:nya)?\s*:\s+$", re.I)
_NEAR = 60  # characters before a clause in which such a word is looked for
# What a meeting or its members give in it ("memberi pertimbangan positif"), where somebody has their place.
_GIVES = re.compile(
    r"memberi(?:kan)?\s+(?:pertimbangan|persetujuan|masukan|apresiasi|tanggapan|saran|penghargaan|selamat|restu|penjelasan"
    r"|sambutan|arahan|kesempatan)\b|(?:share|sharing|berbagi)\s+(?:pengalaman|cerita|kisah|ilmu|tips)\b|ber(?:tempat|lokasi|kedudukan|domisili|markas)\b",
    re.IGNORECASE,
)
# "Pak Joko bersedia, minta dijemput": to what is not said.
_ONLY_AGREES = re.compile(r"\s+(?:\w+\s+){0,2}(?:bersedia|siap|sanggup|setuju|berkenan)\s*[,.;]", re.IGNORECASE)
_SINCE = re.compile(r"[\s,(]*(?:ter)?mulai\s+(?:tgl\.?|tanggal)?\s*\d{1,2}\s+[A-Z]")  # "..., Rina, mulai 2 Mei"
# Those of other places, who do what they do whatever a meeting says ("Desa tetangga akan ...").
_OTHERS = re.compile(
    r"(?:\w+\s+){0,2}(?:daerah|wilayah|sekolah|kampus|desa|kelurahan|kecamatan|kabupaten|kota|provinsi|negara|dusun|RT|RW)"
    r"\s+(?:lain(?:nya)?|tetangga|sebelah)\b",
    re.IGNORECASE,
)
_STATE = re.compile(r"(?:pemerintah(?: pusat)?|negara|kementerian|pusat|provinsi)", re.IGNORECASE)
# Of whom something is told that is so elsewhere ("Di sana setiap kepala dinas ...").
_ELSEWHERE = re.compile(
    r"\W*di\s?(?:sana|(?:tempat|daerah|wilayah|instansi|sekolah|kampus|desa|kelurahan|kecamatan|kabupaten|kota|provinsi|negara"
    r"|RT|RW|unit|dinas|perusahaan)\s+(?:lain(?:nya)?|tetangga|sebelah|tersebut|itu))\b",
    re.IGNORECASE,
)
# Who opens the meeting and asks for what is told there ("Ketua membuka rapat dan meminta Rina melaporkan kas").
_OPENS_MEETING = re.compile(
    r"\b(?:membuka|mengawali|memulai)\s+(?:\w+\s+){0,2}(?:rapat|acara|sidang|musyawarah|pertemuan|forum|diskusi|sesi|lokakarya)\b",
    re.IGNORECASE,
)
_TOLD_THERE = frozenset(
    ["melaporkan", "menyampaikan", "memaparkan", "menjelaskan", "membacakan", "memimpin", "memandu", "memberikan",
     "memberi", "menguraikan", "mempresentasikan", "memperkenalkan"]
)  # fmt: skip
_SAYS_THAT = re.compile(r"\s+(?:bahwa|bhw)\b", re.IGNORECASE)
# What is only proposed to the meeting: something to be done, and nobody to whom the proposal goes.
_PROPOSES = re.compile(
    r"(?:meng)?usul(?:kan)?\s+(?:(?:agar|supaya)\b|(?:(?!kepada|ke|kpd)[\w/-]+\s+){1,5}?di[a-z]{4,}\b)(?!.{0,120}\bkepada\b)",
    re.IGNORECASE,
)
# What a thing takes, whoever says so ("Rina: izin usaha harus ke provinsi"); not what is to be done with it.
_TAKES = re.compile(
    r"[^:]{2,60}:\s+(?P<what>(?:[^\s,;:.]+\s+){1,5}?)(?<!:\s)(?:harus|wajib|kudu|mesti)\s+"
    r"(?!(?:sudah |sdh |segera |juga )?(?:di\w{4,}|jadi|selesai|beres|kelar|siap|ada|masuk)\b)",
    re.IGNORECASE,
)
# Until when something only goes on ("Kapal sedang diperbaiki sampai Mei").
_UNTIL = re.compile(r"[^,;]{0,120}?\b(?:sampai|hingga|s\.?/?d\.?)\s", re.IGNORECASE)
_USUALLY = re.compile(r"(?<!seperti )(?<!sebagaimana )\b(?:biasanya|lazimnya|umumnya)\b", re.IGNORECASE)
_PART_BEGINS = re.compile(r"(?:[,;:→]|\s[-–—=]+>?|\b(?:jadi|maka|sehingga|nanti))\s+$")


class ClauseCommitments:
    """Judges the clauses of one meeting's sentences."""

    def __init__(self, known: Known, modality: Modality) -> None:
        self._known, self._modality = known, modality
        cues = known.lexicon.cues
        self._promise = word_pattern(cues.promise)
        self._state = frozenset(cues.state)
        self._task = frozenset(cues.task)
        self._bare_task = bare_tasks(known.lexicon)
        self._noun_act = frozenset(known.lexicon.cues.noun_act)
        self._pleas = frozenset(cues.ask) - self._task - _ASSIGNING

    def binds(self, text: str, clause: Clause, due: DueMention | None) -> bool:
        """Whether a clause commits its subject."""
        if clause.verb_start < 0 or _REASON.search(text[: clause.start]) or self.excludes(text, clause, due):
            return False
        if gives_time(predicate_of(text, clause)) and not is_ahead(due):
            return False
        limited = _is_limited(text, clause, due)
        promised = self.promises(predicate_of(text, clause))
        if clause.soft and not limited and not promised:
            return False
        if clause.passive and not promised and not clause.asked and not bound_passive(text, clause):
            return False
        if clause.asked:
            return clause.verb not in self._state - _ASKED_TO
        if clause.firm:
            if is_rule(predicate_of(text, clause)):
                return is_ahead(due)
            ordered = _ORDER.search(predicate_of(text, clause)) or _BEFORE_ORDERED.search(text[: clause.start])
            state = self._state - _ORDERED if ordered else self._state
            promised = promised and (due is not None or clause.verb != "menjadi")  # "bersedia menjadi ketua"
            return limited or promised or clause.verb not in state
        if clause.soft or clause.weak:
            return (limited and clause.verb not in self._state) or self._wants(text, clause)
        return self._plain_binds(text, clause, due, limited=limited)

    def excludes(self, text: str, clause: Clause, due: DueMention | None) -> bool:
        """Whether a clause says that nobody is committed: denied or done, the law, nothing new, no say in it."""
        if clause.denied or clause.done or self._pleads(text, clause) or self.is_news(text, clause):
            return True
        if clause.verb_start < 0 and (_ONLY_AGREES.match(text, clause.end) or _SINCE.match(text, clause.end)):
            return True
        if NOT_MEANT.search(text, 0, max(clause.end, clause.verb_start)):
            return True
        if due is None and not clause.firm and (clause.doing or only_gives(text, clause)):
            return True
        if clause.doing and not clause.firm and due is not None and _UNTIL.match(text, clause.end, due.end):
            return True
        before, said = text[: clause.start], predicate_of(text, clause)
        if clause.asked:
            usual = _ALWAYS.search(text, clause.start, clause.verb_start) is not None
            law = _LAW.match(text) is not None
            if due is None and clause.verb in _TOLD_THERE and _OPENS_MEETING.search(before):
                return True
            return law or _NO_AUTHORITY.search(before) is not None or (usual and not _is_limited(text, clause, due))
        if _OTHERS.match(text, clause.start, clause.end) or self._is_of_state(text, clause):
            return True
        if not clause.firm:
            return (not is_ahead(due) and is_usual(text[clause.end :])) or _ELSEWHERE.match(text) is not None
        if _LAW.search(before) and is_rule(said):
            return True
        # "akan terus meningkatkan"; "siap membantu" without a word of what
        helps = clause.verb in _SUPPORT and not text[clause.verb_start :].strip(" .").count(" ")
        return (_GOES_ON.search(said) is not None or helps) and not _is_limited(text, clause, due)

    def _is_of_state(self, text: str, clause: Clause) -> bool:
        """Whether the subject is the state at large, of which no one sits at the table ("pemerintah akan ...")."""
        if not _STATE.fullmatch(text, clause.start, clause.end):
            return False
        return not any(map(self._known.is_listed, self._known.named(text, clause.start, clause.end)))

    def only_tells(self, text: str, clause: Clause, due: DueMention | None) -> bool:
        """Whether a clause of a decision binds nobody: idle, a report, a passive, or softened without a deadline."""
        promised = due is not None and self.promises(predicate_of(text, clause))
        besides = self._acts_besides(text, clause)
        state = clause.verb in self._state and not promised and not besides
        idle = clause.verb_start < 0 or state or clause.denied or clause.done
        passive = clause.passive and not clause.firm
        tells = clause.report and clause.verb not in self._task and not clause.firm and not besides
        tells = tells or (due is None and only_says(text, clause))
        gives = due is None and not clause.firm and only_gives(text, clause)
        return idle or passive or tells or gives or (clause.soft and not due)

    def _acts_besides(self, text: str, clause: Clause) -> bool:
        """Whether somebody becomes something and does a task besides ("menjadi sekretariat dan membuat grup")."""
        further = _AND_TASK.match(text, clause.verb_start) if clause.verb == "menjadi" else None
        return further is not None and further["verb"].casefold() in self._task

    def facts(self, text: str, clause: Clause, due: DueMention | None) -> dict[str, bool]:
        """What the rules look at in a clause, by name."""
        return {
            "limited": _is_limited(text, clause, due),
            "state": clause.verb in self._state,
            "task": clause.verb in self._task,
            "bare": clause.verb in self._bare_task or self._known.language.verb_form(clause.verb) is VerbForm.BASE,
        }

    def is_short(self, clause: Clause) -> bool:
        """Whether a noun of doing stands where a verb would ("Satpol PP sosialisasi jam buka")."""
        return clause.verb in self._noun_act and not clause.firm

    def is_news(self, text: str, clause: Clause) -> bool:
        """Whether such a noun is told with what came of it ("PDAM perbaikan pipa, air sudah mengalir")."""
        return self.is_short(clause) and tells_result(text, clause.verb_start)

    def promises(self, said: str) -> bool:
        """Whether a word of promise stands in what is said."""
        return self._promise.search(said) is not None

    def _plain_binds(self, text: str, clause: Clause, due: DueMention | None, *, limited: bool) -> bool:
        """Whether a clause without modal words commits: by a deadline still to come, or as a task of a unit."""
        if due is not None and due.kind is DueKind.CONDITIONAL and due.end <= clause.start and text[:1].isupper():
            leads = text.rstrip().endswith(":")  # to a list
            return due.start <= 2 and clause.verb in self._task - _TELLING and not leads
        if self._pleads(text, clause):
            return False
        handed = is_ahead(due) and hands_over(text, clause, due.span)
        if clause.verb in self._state or (clause.report and not ((limited or handed) and clause.verb in self._task)):
            return False
        lead = leading(text, due.span if due else None)
        led = _LED_TO.fullmatch(text, 0, clause.start) is not None or _ordered(text, clause.start)
        first = clause.start <= max(2, lead + 2) or led or (limited and _begins_part(text, clause.start))
        if is_ahead(due) and first and not self._modality.is_past(_without_result(text, clause, due)):
            does = clause.verb in self._task or clause.verb in self._noun_act
            return does or self._known.language.is_verb(clause.verb)
        unit = _UNIT.match(text[clause.start : clause.end].strip()) is not None
        return (
            unit
            and (clause.start <= 2 or _begins_part(text, clause.start))
            and clause.verb in self._task - _TELLING
            and not self._modality.is_past(text)
        )

    def _wants(self, text: str, clause: Clause) -> bool:
        """Whether a clause of everyday speech tells what persons are going to do ("Rina mau bikin daftar")."""
        wants = not clause.soft and _WANTS.search(predicate_of(text, clause)) and clause.verb in self._bare_task
        named = self._known.named(text, clause.start, clause.end) if wants else ()
        return bool(named) and all(map(self._known.is_person, named))

    def _pleads(self, text: str, clause: Clause) -> bool:
        """Whether a clause only asks for something ("meminta dua tenda"), of nobody who is to do anything."""
        asks = clause.verb in self._pleas and not (clause.asked or clause.firm)
        return asks and re.search(r"\sme[a-z]{4,}", text[clause.verb_start :]) is None

    def bare_order(self, text: str, clause: Clause, owners: Owners) -> bool:
        """Whether a point of a list tells a party what to do with a bare verb ("Satpol PP tertibkan pedagang")."""
        bare = self._known.language.verb_form(clause.verb) is VerbForm.BASE and clause.verb.endswith(("kan", "i"))
        brief = len(text.split()) <= SHORT and clause.verb in self._task - _TELLING
        person = brief and self._can_be_told(text, owners)
        if text[clause.end : clause.verb_start].strip(" ,") not in ("", "segera", "nanti", "besok"):
            return False
        if NOT_MEANT.search(text, 0, max(clause.end, clause.verb_start)) or only_gives(text, clause):
            return False
        if takes(text, None, self._known) or is_usual(text):
            return False
        return (
            (bare or clause.verb in self._bare_task or person)
            and (clause.start <= 2 or _begins_part(text, clause.start))
            and not (clause.denied or clause.done or clause.soft or text.rstrip().endswith(":"))
            and not self._modality.is_past(text)
        )

    def _can_be_told(self, text: str, owners: Owners) -> bool:
        """Whether owners are persons the minutes know, or bodies of which no figures are reported, and no crowd."""
        kinds = {each.mention.kind for each in owners.named}
        persons = all(map(self._known.is_person, owners.named))
        return persons or (kinds == {PartyKind.ORGANIZATION} and not re.search(r"\d", text))


def is_usual(text: str) -> bool:
    """Whether a text tells what somebody usually does; "seperti biasanya" only tells how."""
    return _USUALLY.search(text) is not None


def takes(text: str, due: DueMention | None, known: Known) -> bool:
    """Whether somebody says what a thing takes, which gives nobody work ("Rina: izin usaha harus ke provinsi")."""
    thing = None if is_ahead(due) else _TAKES.match(text)
    return thing is not None and not any(clause.start >= thing.start("what") for clause in known.clauses(text))


def only_gives(text: str, clause: Clause) -> bool:
    """Whether a verb and its object tell what a meeting or its members give in it, or where somebody is placed."""
    return _GIVES.match(text, max(clause.verb_start, 0)) is not None


def only_says(text: str, clause: Clause) -> bool:
    """Whether a clause tells what somebody said at the meeting or proposed to it ("menambahkan bahwa ...")."""
    if clause.firm or clause.verb_start < 0:
        return False
    said = _SAYS_THAT.match(text, clause.verb_start + len(clause.verb)) is not None
    return (said and clause.report) or _PROPOSES.match(text, clause.verb_start) is not None


def _ordered(text: str, at: int) -> bool:
    """Whether a word for an order and a colon stand right before a place."""
    return _ORDERS.search(text, max(0, at - _NEAR), at) is not None


def _without_result(text: str, clause: Clause, due: DueMention) -> str:
    """A text without what is to have come of it by its deadline ("..., hasilnya sudah terbit 5 Mei")."""
    comma = text.rfind(",", clause.verb_start, due.start)
    return text[:comma] + text[due.end :] if comma > 0 else text


def _begins_part(text: str, at: int) -> bool:
    """Whether a part of a short note begins at a place ("Genset rusak, Pak Yanto panggil tukang")."""
    short, named = len(text.split()) <= 2 * SHORT, text[at : at + 1].isupper()
    return short and named and _PART_BEGINS.search(text[:at]) is not None


def _is_limited(text: str, clause: Clause, due: DueMention | None) -> bool:
    """Whether a day limits a clause; with a modal word that takes it back, not the day of what is only described."""
    if due is None or due.date is None or due.strength < 4:
        return False
    return not (clause.soft and re.search(r"\b(?:yang|yg)\b", text[clause.verb_start : due.start]))
