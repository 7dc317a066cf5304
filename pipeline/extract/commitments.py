"""Whether a sentence commits somebody, only suggests, or just tells.

A decision commits when it names who does something: the subject of an active verb, the doer after "oleh", a label.
A sentence of the discussion commits when

- a modal word binds a party to a verb ("Bappeda akan mengirim", "wali kelas diminta", "OPD agar segera"); a rule with
  "harus" or "wajib" only together with a deadline;
- a party with a plain active verb has a deadline still to come, or a unit has one of the task verbs;
- an owner label, an arrow, "tanggung jawab" or, after a short noun phrase, a bracket or colon names the owner.

Nothing commits that is denied, already done, given as a reason ("karena BPK akan ..."), or only possible or hoped for.
"""

import re
from enum import Enum, auto

from notula.models.minutes import DueKind, PartyKind
from notula.pipeline.extract.appointments import appoints
from notula.pipeline.extract.due import DueMention
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.owned import Owners
from notula.pipeline.extract.owner_agents import is_handled
from notula.pipeline.extract.owner_clauses import bound_passive, hands_over
from notula.pipeline.extract.owners import find_owners, leading
from notula.pipeline.extract.predicates import Clause, predicate_of
from notula.pipeline.extract.scope import Span, word_pattern
from notula.pipeline.language import VerbForm
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.text import fold

_REASON = re.compile(
    r"\b(?:karena|karna|krn|sebab|mengingat|agar pada|sehingga|dimana|di mana|bahwa jika|jika|apabila|bila|kalau|kalo|"
    r"sebelum|setelah|ketika|saat|selama|yang|yg)\s*$",
    re.IGNORECASE,
)
_RULE_WORDS = re.compile(r"\b(?:harus|wajib|diwajibkan)\b", re.IGNORECASE)
_OTHER_FIRM = re.compile(
    r"\b(?:akan|bersedia|siap|diminta|ditugaskan|agar|segera|berkomitmen|menjanjikan|sanggup|mohon|supaya|ditunjuk)\b",
    re.IGNORECASE,
)
_MEETING_ITSELF = re.compile(
    r"^(?:rapat|forum|peserta(?: rapat| musyawarah)?|(?:semua|setiap|seluruh|tiap) (?:pihak|orang|peserta)|"
    r"musyawarah|sidang|pertemuan|pimpinan(?: rapat| sidang)?|"
    r"pemimpin rapat|ketua rapat|moderator|notulis|warga|masyarakat|"
    r"hadirin|kelompok nelayan|narasumber|pemateri)$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"^(?:seksi|tim|divisi|bidang|panitia|sie|koordinator|humas|bendahara|sekretaris|kelompok)\b", re.IGNORECASE
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
    r"[Rr]egulasi|[Pp]utusan|Kepmen\w*|SKB|SE|Surat Edaran|Inpres|Instruksi Presiden|[Jj]uknis|[Jj]uklak|[Pp]edoman)\b"
)
# What somebody will keep doing is no task ("akan terus meningkatkan").
_GOES_ON = re.compile(r"\b(?:terus|tetap|senantiasa|selalu|semakin|sangat)\b", re.IGNORECASE)
# Who asks and cannot order: members of an assembly, the public.
_NO_AUTHORITY = re.compile(
    r"^\W*(?:(?:para|salah satu|seorang|beberapa)\s+)?(?:anggota|fraksi|F-\w+|peserta|warga|penanya|masyarakat|"
    r"perwakilan|hadirin|pedagang)\b|"
    r"\((?:Fraksi\b|F-)[^)]*\)",
    re.IGNORECASE,
)
# Words before "sudah", "telah" with which nothing is told as done.
_NOT_TOLD = re.compile(r"\b(?:yang|yg|setelah|jika|apabila|bila|belum|sampai|target|jadwal|harus|wajib)\s*$")
# What is usual, only heard of, or would come about otherwise.
_NOT_MEANT = re.compile(
    r"\b(?:biasanya|lazimnya|umumnya|kabarnya|konon|katanya)\b|^\W*kalau (?:tidak|enggak|nggak|gak|ndak)\s*,",
    re.IGNORECASE,
)
_ASSIGNING = {"menugaskan", "menugasi", "mengutus", "menyuruh", "nyuruh"}  # asking that is a task itself
_COMING = re.compile(r"\b(?:nanti|ntar|biar)\s+di\w+\s*$", re.IGNORECASE)  # "nanti dibelikan Bang Joko"
_SCHEDULED = re.compile(r"\s+(?:di(?:jadwal|rencana|agenda|laksana|adakan|selenggara)\w*|berlangsung)\b", re.IGNORECASE)
_ASKED_TO = {"menganggarkan", "mengalokasikan", "menerima", "mendukung"}  # states, unless somebody is asked for them
_SUPPORT = {"membantu", "mendukung", "bantu", "dukung", "berkontribusi"}
_STILL_TO_BE = re.compile(r"\s+(?:harus|hrs|mesti|kudu|wajib)\b", re.IGNORECASE)  # "Senin sudah harus jadi"
_FIRST_OF_ALL = re.compile(r"^(?:\S+\s+){2,4}(?:dulu|dl)\b", re.IGNORECASE)  # "Bu Sri coba dulu satu ember"
_SHORT = 14  # words of a note that only gives a job away
_MARKED = 16  # words of one in which a bracket or colon does
_PART_BEGINS = re.compile(r"(?:[,;:→]|\s[-–—=]+>?|\b(?:jadi|maka|sehingga|nanti))\s+$")
_QUESTION = re.compile(r"\?\s*$")
# What people do at a meeting, in the passive.
_AT_THE_MEETING = re.compile(
    r"\bbahwa\b|\byang\b|\bdi(?:sampaikan|paparkan|jelaskan|buka|tutup|pimpin|bacakan|simpulkan|hadiri|ikuti|dampingi|"
    r"bawakan|pandu|moderatori|bahas|tetapkan|setujui|usulkan|tanyakan|jawab)\b",
    re.IGNORECASE,
)


# What tells more of what is done, between it and its verb ("berkas yang sudah dijilid dikirim oleh ...").
_WHICH = re.compile(r"\b(?:yang|yg)\s+(?:(?:sudah|telah|belum|masih|akan)\s+)?\w+\s+(?=di[a-z]{3,}\b)", re.IGNORECASE)


class Verdict(Enum):
    """What a sentence does."""

    COMMITS = auto()
    SUGGESTS = auto()
    TELLS = auto()


class Commitments:
    """Judges sentences of one meeting."""

    def __init__(self, lexicon: Lexicon, known: Known) -> None:
        self._known = known
        cues = lexicon.cues
        self._soft = word_pattern(cues.possible, cues.hope, cues.weak)
        self._done = word_pattern(cues.done)
        self._commit = word_pattern(cues.commit)
        self._promise = word_pattern(cues.promise)
        self._state = frozenset(cues.state)
        self._task = frozenset(cues.task)
        self._bare_task = frozenset(cues.bare_task)
        self._pleas = frozenset(cues.ask) - self._task - _ASSIGNING

    def of_decision(self, text: str, due: DueMention | None) -> Verdict:
        """What a decision does."""
        owners = find_owners(text, self._known, section=True, due=_span(due))
        if not owners.named or self._meets_itself(text, owners) or appoints(text, self._known):
            return Verdict.TELLS
        clause = owners.clause
        if clause is not None:
            idle = clause.verb_start < 0 or clause.verb in self._state or clause.denied or clause.done
            passive = clause.passive and not clause.firm
            tells = clause.report and clause.verb not in self._task and not clause.firm
            if idle or passive or tells or (clause.soft and not due):
                return Verdict.TELLS
            return Verdict.COMMITS
        if (
            owners.rule in ("owner_colon", "owner_colon_first", "owner_dash", "owner_bracket")
            and len(text.split()) > 25
        ):
            return Verdict.TELLS
        if owners.rule == "owner_name" or (owners.rule.startswith("owner_by") and self._past(text)):
            return Verdict.TELLS
        return Verdict.COMMITS

    def of_sentence(self, text: str, due: DueMention | None, *, item: bool, aside: bool = False) -> Verdict:
        """What a sentence outside lists of tasks and decisions does.

        ``item`` says that it stands in a list, where brackets, colons and arrows can name owners; ``aside`` that it
        stands in a section about something else, where only a clause can commit.
        """
        if len(text.split()) < (2 if item and ":" in text else 3) or is_question(text):
            return Verdict.TELLS
        owners = find_owners(text, self._known, section=False, due=_span(due))
        if (
            owners.named
            and (owners.clause or not aside)
            and not self._meets_itself(text, owners)
            and not appoints(text, self._known)
            and (self._known_owners(owners) or _ahead(due))
            and self._binds(text, owners, due, item=item)
        ):
            return Verdict.COMMITS
        if self._soft.search(text) and len(text.split()) >= 4:
            return Verdict.SUGGESTS
        return Verdict.TELLS

    def facts(self, text: str, owners: Owners, due: DueMention | None) -> tuple[str, ...]:
        """What the rules look at in a sentence, by name, where it holds."""
        clause = owners.clause
        held = {
            "ahead": _ahead(due),
            "past": self._past(text),
            "softened": self._softened(text),
            "meeting": bool(owners.named) and self._meets_itself(text, owners),
            "known": bool(owners.named) and self._known_owners(owners),
            "begins": bool(owners.named) and owners.named[0].start <= 3,
            "limited": clause is not None and _is_limited(text, clause, due),
            "state": clause is not None and clause.verb in self._state,
            "task": clause is not None and clause.verb in self._task,
            "bare": clause is not None and self._is_bare(clause.verb),
            "promise": self._promise.search(text) is not None,
            "appoints": appoints(text, self._known),
        }
        return tuple(name for name, holds in held.items() if holds)

    def _is_bare(self, verb: str) -> bool:
        """Whether a verb without prefix tells somebody what to do, as in short notes."""
        return verb in self._bare_task or self._known.language.verb_form(verb) is VerbForm.BASE

    def _binds(self, text: str, owners: Owners, due: DueMention | None, *, item: bool) -> bool:
        rule = owners.rule
        if owners.clause is not None:
            return any(
                self._clause_binds(text, clause, due) or (item and self._bare_order(text, clause, owners))
                for clause in owners.clauses
                if clause.start <= owners.named[0].start < clause.end
            )
        if rule.startswith("owner_label") or rule == "owner_duty":
            return not self._past(text)
        if rule.startswith("owner_by"):
            return self._agent_binds(text, owners, due, item=item)
        if rule == "owner_arrow":
            sides = re.split(r"→|=>|-+>|\s=\s", text)
            return (
                item
                and not all(self._known.is_party(side.strip(" .")) for side in sides)
                and len(text.split()) <= 20
                and not (self._past(text) and not (_ahead(due) and due and due.start > owners.named[-1].end))
            )
        if rule == "owner_cleft":
            return self._is_note(text[text.rfind(";", 0, owners.named[0].start) + 1 :], 2 * _SHORT)
        if rule == "owner_known":
            bound = due is not None if item else _ahead(due) and due is not None and due.strength >= 3
            return (bound or _FIRST_OF_ALL.search(text) is not None) and self._is_note(text, _MARKED)
        if rule in ("owner_bracket", "owner_colon", "owner_colon_unit", "owner_colon_first"):
            limited = _ahead(due) and due is not None and due.strength >= 4
            return (item or limited) and self._is_note(text, _MARKED)
        if rule in ("owner_dash", "owner_tail"):
            return _ahead(due) and self._is_note(text, _MARKED)
        return False

    def _is_note(self, text: str, most: int) -> bool:
        """Whether a text of at most so many words is neither told as done nor as only possible."""
        return len(text.split()) <= most and not self._past(text) and not self._softened(text)

    def _agent_binds(self, text: str, owners: Owners, due: DueMention | None, *, item: bool) -> bool:
        """Whether a passive clause binds its doer: by a modal word, by a day still to come or as a note of a list."""
        agent, rest = text[: owners.named[0].start], text[owners.named[-1].end :]
        if _SCHEDULED.match(rest) or _NOT_MEANT.search(agent):
            return False
        own = _WHICH.sub("", agent[agent.rfind(",") + 1 :])
        words = re.sub(r"\s+oleh\s*$", "", agent, flags=re.IGNORECASE).casefold().split()
        verb = words[-1] if words else ""
        brief = len(text[len(agent) - len(own) :].split()) <= _SHORT and not self._past(own) and not self._softened(own)
        if item and brief and is_handled(verb, self._known) and self._are_persons(owners):
            return True
        after = due is not None and (due.start > owners.named[0].start or due.strength >= 4)
        if _ahead(due) and after and not (self._past(text) or _AT_THE_MEETING.search(own) or self._softened(own)):
            return True
        told = item and len(text.split()) <= _SHORT and re.match(r"\s+(?:agar\s+)?segera\b", rest) is not None
        firm = told or self._commit.search(own) is not None or _COMING.search(own) is not None
        rule = _is_rule(own) and not told  # "Panduan harus ditandatangani direktur"
        return firm and not rule and not self._past(own) and not self._softened(own)

    def _clause_binds(self, text: str, clause: Clause, due: DueMention | None) -> bool:
        """Whether a clause commits its subject."""
        if clause.verb_start < 0 or _REASON.search(text[: clause.start]) or self.excludes(text, clause, due):
            return False
        limited = _is_limited(text, clause, due)
        promised = self._promise.search(predicate_of(text, clause)) is not None
        if clause.soft and not limited and not promised:
            return False
        if clause.passive and not promised and not clause.asked and not bound_passive(text, clause):
            return False
        if clause.asked:
            return clause.verb not in self._state - _ASKED_TO
        if clause.firm:
            if _is_rule(predicate_of(text, clause)):
                return _ahead(due)
            return limited or clause.verb not in self._state or (promised and due is not None)
        if clause.soft or clause.weak:
            return limited and clause.verb not in self._state
        return self._plain_binds(text, clause, due, limited=limited)

    def excludes(self, text: str, clause: Clause, due: DueMention | None) -> bool:
        """Whether a clause says that nobody is committed: denied or done, the law, nothing new, no say in it."""
        if clause.denied or clause.done or self._pleads(text, clause):
            return True
        if _NOT_MEANT.search(text, 0, max(clause.end, clause.verb_start)):
            return True
        before, said = text[: clause.start], predicate_of(text, clause)
        if clause.asked:
            return _LAW.match(text) is not None or _NO_AUTHORITY.search(before) is not None
        if not clause.firm:
            return False
        if _LAW.search(before) and _is_rule(said):
            return True
        # "akan terus meningkatkan"; "siap membantu" without a word of what
        helps = clause.verb in _SUPPORT and not text[clause.verb_start :].strip(" .").count(" ")
        return (_GOES_ON.search(said) is not None or helps) and not _is_limited(text, clause, due)

    def _plain_binds(self, text: str, clause: Clause, due: DueMention | None, *, limited: bool) -> bool:
        """Whether a clause without modal words commits: by a deadline still to come, or as a task of a unit."""
        if due is not None and due.kind is DueKind.CONDITIONAL and due.end <= clause.start and text[:1].isupper():
            return due.start <= 2 and clause.verb in self._task - _TELLING
        if self._pleads(text, clause):
            return False
        handed = _ahead(due) and hands_over(text, clause, _span(due))
        if clause.verb in self._state or (clause.report and not ((limited or handed) and clause.verb in self._task)):
            return False
        first = clause.start <= max(2, leading(text, _span(due)) + 2) or (limited and _begins_part(text, clause.start))
        if _ahead(due) and first and not self._past(text):
            return clause.verb in self._task or self._known.language.is_verb(clause.verb)
        unit = _UNIT.match(text[clause.start : clause.end].strip()) is not None
        return (
            unit
            and (clause.start <= 2 or _begins_part(text, clause.start))
            and clause.verb in self._task - _TELLING
            and not self._past(text)
        )

    def _pleads(self, text: str, clause: Clause) -> bool:
        """Whether a clause only asks for something ("meminta dua tenda"), of nobody who is to do anything."""
        asks = clause.verb in self._pleas and not (clause.asked or clause.firm)
        return asks and re.search(r"\sme[a-z]{4,}", text[clause.verb_start :]) is None

    def _can_be_told(self, text: str, owners: Owners) -> bool:
        """Whether owners are persons the minutes know, or bodies of which no figures are reported, and no crowd."""
        kinds = {each.mention.kind for each in owners.named}
        return self._are_persons(owners) or (kinds == {PartyKind.ORGANIZATION} and not re.search(r"\d", text))

    def _known_owners(self, owners: Owners) -> bool:
        """Whether more than a given name tells of the owners, a label names them, or a modal word binds them."""
        sure = owners.rule.startswith(("owner_label", "owner_duty", "owner_arrow", "owner_handle"))
        firm = owners.clause is not None and owners.clause.firm
        return sure or firm or not all(map(self._known.is_strange, owners.named))

    def _are_persons(self, owners: Owners) -> bool:
        return all(self._known.is_person(each) for each in owners.named)

    def _bare_order(self, text: str, clause: Clause, owners: Owners) -> bool:
        """Whether a point of a list tells a party what to do with a bare verb ("Satpol PP tertibkan pedagang")."""
        bare = self._known.language.verb_form(clause.verb) is VerbForm.BASE and clause.verb.endswith(("kan", "i"))
        brief = len(text.split()) <= _SHORT and clause.verb in self._task - _TELLING
        person = brief and self._can_be_told(text, owners)
        if text[clause.end : clause.verb_start].strip(" ,") not in ("", "segera", "nanti", "besok"):
            return False
        return (
            (bare or clause.verb in self._bare_task or person)
            and (clause.start <= 2 or _begins_part(text, clause.start))
            and not (clause.denied or clause.done or clause.soft or self._past(text) or text.rstrip().endswith(":"))
        )

    def _past(self, text: str) -> bool:
        """Whether the main verb is told as done: "sudah", "telah", not inside a relative clause."""
        for match in self._done.finditer(text):
            before = fold(text[max(0, match.start() - 14) : match.start()])
            if (
                not _NOT_TOLD.search(before)
                and not _STILL_TO_BE.match(text, match.end())
                and match.group().casefold() != "selesai"
            ):
                return True
        return False

    def _softened(self, text: str) -> bool:
        return self._soft.search(text) is not None

    def _meets_itself(self, text: str, owners: Owners) -> bool:
        return all(_MEETING_ITSELF.match(text[span.start : span.end].strip()) for span in owners.named)


def is_question(text: str) -> bool:
    """Whether a sentence asks something."""
    return _QUESTION.search(text) is not None


def _is_rule(said: str) -> bool:
    """Whether a predicate only says what must be ("harus", "wajib")."""
    return _RULE_WORDS.search(said) is not None and _OTHER_FIRM.search(said) is None


def _begins_part(text: str, at: int) -> bool:
    """Whether a part of a short note begins at a place ("Genset rusak, Pak Yanto panggil tukang")."""
    short, named = len(text.split()) <= 2 * _SHORT, text[at : at + 1].isupper()
    return short and named and _PART_BEGINS.search(text[:at]) is not None


def _is_limited(text: str, clause: Clause, due: DueMention | None) -> bool:
    """Whether a day limits a clause; with a modal word that takes it back, not the day of what is only described."""
    if due is None or due.date is None or due.strength < 4:
        return False
    return not (clause.soft and re.search(r"\b(?:yang|yg)\b", text[clause.verb_start : due.start]))


def _ahead(due: DueMention | None) -> bool:
    """Whether a deadline is a day still to come."""
    return due is not None and due.kind in (DueKind.ABSOLUTE, DueKind.RELATIVE) and due.strength >= 2


def _span(due: DueMention | None) -> Span | None:
    return Span(due.start, due.end) if due else None
