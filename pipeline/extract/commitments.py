"""Whether a sentence commits somebody, only suggests, or just tells.

A decision commits when it names who does something: the subject of an active verb, the doer after "oleh", a label.
A sentence of the discussion commits when

- a clause binds its subject, as :mod:`notula.pipeline.extract.clause_commitments` tells;
- an owner label, an arrow, "tanggung jawab" or, after a short noun phrase, a bracket or colon names the owner.
"""

import re
from enum import Enum, auto

from notula.models.minutes import DueKind, PartyKind
from notula.pipeline.extract.appointments import appoints
from notula.pipeline.extract.clause_commitments import SHORT, ClauseCommitments, is_usual, takes
from notula.pipeline.extract.due import DueMention, is_ahead
from notula.pipeline.extract.known import Known
from notula.pipeline.extract.modality import NOT_MEANT, Modality, is_rule, promises_nothing
from notula.pipeline.extract.owned import Owners
from notula.pipeline.extract.owner_agents import is_handled
from notula.pipeline.extract.owner_clauses import by_known_first, tells_no_task
from notula.pipeline.extract.owner_clefts import by_cleft
from notula.pipeline.extract.owner_supposed import by_supposed_subject
from notula.pipeline.extract.owners import find_owners
from notula.pipeline.extract.predicates import Clause
from notula.pipeline.extract.scope import word_pattern

_MARKED = 16  # words of a note in which a bracket or colon gives a job away
_MEETING_ITSELF = re.compile(
    r"^(?:rapat|forum|peserta(?: rapat| musyawarah)?(?: sepakat| setuju)?|"
    r"(?:semua|setiap|seluruh|tiap|para) (?:pihak|orang|peserta)|(?:kita )?semua(?:nya)?|"
    r"musyawarah|sidang|pertemuan|pimpinan(?: rapat| sidang)?|"
    r"pemimpin rapat|ketua rapat|moderator|notulis|warga|masyarakat|"
    r"hadirin|kelompok nelayan|narasumber|pemateri)$",
    re.IGNORECASE,
)
_COMING = re.compile(r"\b(?:nanti|ntar|biar)\s+di\w+\s*$", re.IGNORECASE)  # "nanti dibelikan Bang Joko"
_SCHEDULED = re.compile(r"\s+(?:di(?:jadwal|rencana|agenda|laksana|adakan|selenggara)\w*|berlangsung)\b", re.IGNORECASE)
_FIRST_OF_ALL = re.compile(r"^(?:\S+\s+){2,4}(?:dulu|dl)\b", re.IGNORECASE)  # "Bu Sri coba dulu satu ember"
_CALLS = re.compile(r"[^@.:]+(?:@\w+(?:[.-]\w+)*(?:\s*[,&+]\s*|\s+dan\s+|\s+)?)+")
_TALKS_TO = re.compile(  # "Rina ngomong sama ketua pedagang", but nothing of what was said
    r"(?!.*\b(?:kalau|kalo|bahwa|katanya|tadi|kemarin|kemaren|barusan|pernah)\b)(?!.*[,;:])(?:\S+\s+){1,4}?(?:ngomong|ngobrol|bicara|matur)\s+(?:\w+\s+){0,3}?"
    r"(?:sama|ke|dengan|dgn|kpd|kepada)\s+(?!saya|sy|kami|kita|aku)\w",
    re.IGNORECASE,
)
# What people do at a meeting, in the passive.
_AT_THE_MEETING = re.compile(
    r"\bbahwa\b|\byang\b|\bdi(?:sampaikan|paparkan|jelaskan|buka|tutup|pimpin|bacakan|simpulkan|hadiri|ikuti|dampingi|"
    r"bawakan|pandu|moderatori|bahas|tetapkan|setujui|usulkan|tanyakan|jawab|puji|kritik|keluhkan|protes|tegur|alami|"
    r"rasakan|nilai|sukai|huni|kuasai|gunakan|pakai)\b",
    re.IGNORECASE,
)
# What tells more of what is done, between it and its verb ("berkas yang sudah dijilid dikirim oleh ...").
_WHICH = re.compile(r"\b(?:yang|yg)\s+(?:(?:sudah|telah|belum|masih|akan)\s+)?\w+\s+(?=di[a-z]{3,}\b)", re.IGNORECASE)
_JOB = re.compile(r"\W*pe\w{4,}an\b", re.IGNORECASE)  # "Pembuatan Help and Support = Rina" names one party only
_JUST_DONE = re.compile(
    r"(?<!harus )(?<!hrs )(?<!wajib )\b(?:baru|barusan|tadi|kemarin|kemaren|kmrn|sudah|sdh|udah|telah)\s+"
    r"(?:saja\s+)?di\w+\s*$",
    re.IGNORECASE,
)
# What is put off, or goes on for longer, is told of who decides it; the day is none by which to do it.
_PUT_OFF = re.compile(r"\bdi(?:perpanjang|undur(?:kan)?|mundurkan|tunda|berlakukan)\s+(?:oleh\s*)?$", re.IGNORECASE)
_PROMISES = re.compile(
    r"\W*[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*){0,3}\s+(?:juga\s+)?(?:berjanji|berkomitmen|menyanggupi|menjanjikan"
    r"|menyatakan\s+(?:sanggup|bersedia|siap|kesediaan(?:nya)?|kesanggupan(?:nya)?))\s"
)
_PROMISED_BY = re.compile(r"\bdi(?:janjikan|sanggupi)\b", re.IGNORECASE)  # "dijanjikan selesai Jumat oleh Rina"
_BY = re.compile(r"\s+(?:langsung\s+)?oleh\s*$", re.IGNORECASE)
# A thing and its passive verb, and nothing that tells when, whether or by whom it is said.
_THING = re.compile(
    r"(?!(?:\S+\s+)*?(?:yang|yg|bahwa|apakah|karena|krn|kalau|jika|bila|selesai|pernah|selama|usul\w*|me\w{4,}|baru|tadi"
    r"|kemarin|kemaren|kabarnya|belum|doa|acara|rapat|catatan"
    r"|notul\w+|risalah)\s)(?:[^\s,;:]+\s+){1,7}di\w{3,}\s+(?:(?:alih|langsung)\s+)?(?:oleh\s+)?",
    re.IGNORECASE,
)


class Verdict(Enum):
    """What a sentence does."""

    COMMITS = auto()
    SUGGESTS = auto()
    TELLS = auto()


class Commitments:
    """Judges sentences of one meeting."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._modality = Modality(known.lexicon)
        self._clauses = ClauseCommitments(known, self._modality)
        self._commit = word_pattern(known.lexicon.cues.commit)

    def of_decision(self, text: str, due: DueMention | None) -> Verdict:
        """What a decision does."""
        owners = find_owners(text, self._known, section=True, due=due.span if due else None)
        if not owners.named or self._meets_itself(text, owners) or appoints(text, self._known):
            return Verdict.TELLS
        if owners.clause is not None:
            told = self._clauses.only_tells(text, owners.clause, due) or self.is_news(text, owners.clause)
            return Verdict.TELLS if told else Verdict.COMMITS
        marked = owners.rule in ("owner_colon", "owner_colon_first", "owner_dash", "owner_bracket")
        if marked and (len(text.split()) > 25 or takes(text, due, self._known)):
            return Verdict.TELLS
        past = owners.rule.startswith("owner_by") or (owners.rule == "owner_known" and not is_ahead(due))
        idle = owners.rule == "owner_name" or tells_no_task(text, owners, self._known)
        if idle or (past and self._modality.is_past(text)):
            return Verdict.TELLS
        return Verdict.COMMITS

    def of_sentence(self, text: str, due: DueMention | None, *, item: bool, aside: bool = False) -> Verdict:
        """What a sentence outside lists of tasks and decisions does.

        ``item`` says that it stands in a list, where brackets, colons and arrows can name owners; ``aside`` that it
        stands in a section about something else, where only a clause can commit.
        """
        if len(text.split()) < (2 if item and ":" in text else 3) or promises_nothing(text):
            return Verdict.TELLS
        owners = find_owners(text, self._known, section=False, due=due.span if due else None)
        if (
            owners.named
            and (owners.clause or not aside)
            and not self._meets_itself(text, owners)
            and not appoints(text, self._known)
            and (self._known_owners(owners) or is_ahead(due))
            and self._binds(text, owners, due, item=item)
        ):
            return Verdict.COMMITS
        if not owners.named and not aside and self._promises_unknown(text):
            return Verdict.COMMITS
        if self._modality.is_softened(text) and len(text.split()) >= 4:
            return Verdict.SUGGESTS
        return Verdict.TELLS

    def facts(self, text: str, owners: Owners, due: DueMention | None) -> tuple[str, ...]:
        """What the rules look at in a sentence, by name, where it holds."""
        held = {
            "ahead": is_ahead(due),
            "past": self._modality.is_past(text),
            "softened": self._modality.is_softened(text),
            "meeting": bool(owners.named) and self._meets_itself(text, owners),
            "known": bool(owners.named) and self._known_owners(owners),
            "begins": bool(owners.named) and owners.named[0].start <= 3,
            "promise": self._clauses.promises(text),
            "appoints": appoints(text, self._known),
        }
        if owners.clause is not None:
            held |= self._clauses.facts(text, owners.clause, due)
        return tuple(name for name, holds in held.items() if holds)

    def excludes(self, text: str, clause: Clause, due: DueMention | None) -> bool:
        """Whether a clause says itself that nobody is committed."""
        return self._clauses.excludes(text, clause, due)

    def is_custom(self, clause: Clause, due: DueMention | None) -> bool:
        """Whether a noun of doing tells what is done again and again ("Satpol PP patroli setiap malam")."""
        return self._clauses.is_short(clause) and due is not None and due.kind is DueKind.RECURRING

    def is_news(self, text: str, clause: Clause) -> bool:
        """Whether a noun of doing is told with what came of it."""
        return self._clauses.is_news(text, clause)

    def _promises_unknown(self, text: str) -> bool:
        """Whether somebody of whom nothing else tells promises something ("Developer berkomitmen membenahi taman")."""
        return _PROMISES.match(text) is not None and by_supposed_subject(text, self._known) is not None

    def told_as_done(self, text: str, owners: Owners) -> bool:
        """Whether who stands behind a passive verb has just done it, or put it off ("baru dikirim Bappeda")."""
        if not owners.rule.startswith("owner_by") or not owners.named:
            return False
        before = text[: owners.named[0].start]
        put_off = _PUT_OFF.search(before) is not None and self._commit.search(before[before.rfind(";") + 1 :]) is None
        done = _JUST_DONE.search(before) is not None and not re.search(r"\bakan\b", text[owners.named[0].end :])
        return put_off or done

    def _binds(self, text: str, owners: Owners, due: DueMention | None, *, item: bool) -> bool:
        rule = owners.rule
        if owners.clause is not None:
            clauses = (owners.clause,) if rule == "owner_called" else owners.clauses
            return any(
                self._clauses.binds(text, clause, due) or (item and self._clauses.bare_order(text, clause, owners))
                for clause in clauses
                if clause.start <= owners.named[0].start < clause.end
            )
        if rule.startswith("owner_label") or rule in ("owner_duty", "owner_led", "owner_teller"):
            given = rule != "owner_led" or is_ahead(due)  # else only the order of things is told
            return given and not self._modality.is_past(text)
        if rule.startswith("owner_by"):
            return self._agent_binds(text, owners, due, item=item)
        if rule == "owner_arrow":
            sides = re.split(r"→|=>|-+>|\s=\s", text)
            return (
                item
                and not all(self._known.is_party(side.strip(" .")) and not _JOB.match(side) for side in sides)
                and len(text.split()) <= 20
                and not (self._modality.is_past(text) and not (is_ahead(due) and due.start > owners.named[-1].end))
            )
        if rule == "owner_handle":
            day = due.span if due else None
            told = by_cleft(text, self._known) or by_known_first(text, self._known, day, section=False)
            if item and self._is_note(text, _MARKED) and _CALLS.fullmatch(text.rstrip(" .")):
                told_to = self._known.bids(text.split()[0].casefold())  # "cek timbangan @rina @joko"
                return told_to or told is not None
            return told is not None and self._binds(text, told, due, item=item)
        if rule == "owner_cleft":
            first = owners.named[0].start
            return self._is_note(text[max(text.rfind(mark, 0, first) for mark in ";,") + 1 :], 2 * SHORT)
        if rule == "owner_known":
            bound = due is not None if item else is_ahead(due) and due.strength >= 3
            if not self._is_note(text, _MARKED) or is_usual(text):
                return False
            return bound or _FIRST_OF_ALL.search(text) is not None or (item and _TALKS_TO.match(text) is not None)
        if rule in ("owner_bracket", "owner_colon", "owner_colon_unit", "owner_colon_first"):
            limited = is_ahead(due) and due.strength >= 4
            note = self._is_note(text, _MARKED) and not takes(text, due, self._known)
            return (item or limited) and note and not self._heads_report(text, owners)
        if rule in ("owner_dash", "owner_tail"):
            return is_ahead(due) and self._is_note(text, _MARKED)
        return False

    def _heads_report(self, text: str, owners: Owners) -> bool:
        """Whether a line is nothing but a body and, in brackets, who spoke for it ("Bagian Umum (Ibu Rina)")."""
        if owners.rule != "owner_bracket" or owners.frame is None:
            return False
        before = self._known.named(text, 0, owners.frame.start)
        return [each.mention.kind for each in before] == [PartyKind.ORGANIZATION]

    def _is_note(self, text: str, most: int) -> bool:
        """Whether a text of at most so many words is neither told as done nor as only possible."""
        return len(text.split()) <= most and self._modality.is_open(text)

    def _agent_binds(self, text: str, owners: Owners, due: DueMention | None, *, item: bool) -> bool:
        """Whether a passive clause binds its doer: by a modal word, by a day still to come or as a note of a list."""
        agent, rest = text[: owners.named[0].start], text[owners.named[-1].end :]
        if _SCHEDULED.match(rest) or NOT_MEANT.search(agent):
            return False
        own = _WHICH.sub("", agent[agent.rfind(",") + 1 :])
        words = _BY.sub("", agent).casefold().split()
        verb = words[-1] if words else ""
        brief = len(text[len(agent) - len(own) :].split()) <= SHORT and self._modality.is_open(own)
        persons = all(map(self._known.is_person, owners.named))
        if item and brief and is_handled(verb, self._known) and (persons or _BY.search(agent)):
            return True
        after = due is not None and (due.start > owners.named[0].start or due.strength >= 4)
        told = _AT_THE_MEETING.search(own) or self._modality.is_past(text) or self._modality.is_softened(own)
        told = told or self.told_as_done(text, owners)
        if is_ahead(due) and after and not told:
            return True
        if self._is_handed(text, verb, owners):
            return True
        urged = item and len(text.split()) <= SHORT and re.match(r"\s+(?:agar\s+)?segera\b", rest) is not None
        urged = urged or _PROMISED_BY.search(own) is not None
        firm = urged or self._commit.search(own) is not None or _COMING.search(own) is not None
        rule = is_rule(own) and not urged  # "Panduan harus ditandatangani direktur"
        return firm and not rule and self._modality.is_open(own)

    def _is_handed(self, text: str, verb: str, owners: Owners) -> bool:
        """Whether a brief sentence says only to whom a thing is given away ("Penggandaan soal ditangani Bu Rina")."""
        given = is_handled(verb, self._known) and _THING.match(text, 0, owners.named[0].start) is not None
        alone = not text[owners.named[-1].end :].strip(" .)") and text[owners.named[0].start :][:1].isupper()
        return given and alone and len(text.split()) <= SHORT and self._modality.is_open(text)

    def _known_owners(self, owners: Owners) -> bool:
        """Whether more than a given name tells of the owners, a label names them, or a modal word binds them."""
        sure = owners.rule.startswith(("owner_label", "owner_duty", "owner_led", "owner_arrow", "owner_handle"))
        firm = owners.clause is not None and owners.clause.firm
        return sure or firm or not all(map(self._known.is_strange, owners.named))

    def _meets_itself(self, text: str, owners: Owners) -> bool:
        return all(_MEETING_ITSELF.match(text[span.start : span.end].strip()) for span in owners.named)
