"""Who has to do what a sentence gives to do as well: subjects of joined clauses, doers of passive verbs before.

"A menyusun daftar, B mencetaknya", "A akan meninjau ..., kemudian B menyurati ...", "A yang ..., B yang ...".
"""

import re

from notula.pipeline.extract.known import Known
from notula.pipeline.extract.mentions import Named
from notula.pipeline.extract.owned import Owners
from notula.pipeline.extract.owner_agents import by_agent, by_bare_agent, longest_named
from notula.pipeline.extract.predicates import Clause, predicate_of
from notula.pipeline.extract.scope import Span
from notula.pipeline.extract.task_words import bare_tasks
from notula.pipeline.language import VerbForm
from notula.pipeline.text import fold

_LED = re.compile(r"\bdi(?:ketuai|pimpin|pandu|wakili)\s+oleh\s", re.IGNORECASE)  # to be at the head is no task
# What joins two clauses; ``apart`` what also tells two tasks apart.
_JOIN = re.compile(
    r"(?:[;,]\s+)?(?:\b(?P<and>dan|serta)|\b(?P<apart>sedangkan|sementara|kemudian|lalu|selanjutnya|terus|trus)|(?<=[;,]\s))"
    r"\s*(?:(?:nanti|ntar|biar|terus|trus|lalu)\s+)?$"
)
_PURPOSE = re.compile(r"\b(?:untuk|utk|guna)\b", re.IGNORECASE)  # "mendatangi A dan B untuk menjajaki ..."
_TOPIC = re.compile(r"\W*(?:untuk|utk|soal|mengenai|perihal|terkait|khusus|adapun)\s[^,;.:]{2,60},\s+", re.IGNORECASE)
# What is done next by whom, behind those who do something first ("Spanduk dicetak A, dipasang oleh B").
_NEXT_DONE = re.compile(r"\s*[,;]\s+(?:(?:dan|lalu|kemudian|serta)\s+)?(?:(?:akan|nanti)\s+)?(?P<verb>di[a-z]{3,})\s+$")
_COORDINATED = re.compile(
    r"[,;]\s+(?:(?:dan|serta)\s+)?(?:akan\s+)?dikoordin(?:asi(?:kan)?|ir)\s+(?:oleh\s+)?(?!dengan\s|bersama\s)(?=\w)"
)
_SO_THAT = re.compile(r"\b(?:agar|supaya)\s")
_NAME_END = re.compile(r"[,;(]|\.(?:\s|$)")
_LEAD = 1  # words before the first clause ("Jadi Rina bikin ..., Joko yang ...")
_NEAR = 200  # characters before a clause in which what joins it is looked for


def doers_before(text: str, clause: Clause, known: Known) -> tuple[Named, ...]:
    """The doers of a passive verb that "dan" joins to a subject ("Surat ditulis A, dan B menyiapkan lampirannya")."""
    join = _joined_at(text, clause.start)
    if join is None or clause.asked or _LED.search(text, 0, join.start()):
        return ()
    found = by_agent(text[: join.start()], known) or by_bare_agent(text[: join.start()].rstrip(), known, None)
    return found.named if found else ()


def with_earlier(found: Owners | None, text: str, known: Known) -> Owners | None:
    """Those behind "oleh", with the doers of a passive verb right before; who only signs what they make is none."""
    if found is None or found.frame is None:
        return found
    start = max(0, found.frame.start - _NEAR)
    join = _NEXT_DONE.search(text, start, found.frame.start)
    first = by_bare_agent(text[: join.start()], known, None) if join else None
    if join is None or first is None or first.frame is None or first.frame.end < join.start():
        return found
    if _SO_THAT.search(text, 0, first.frame.start):
        return found  # "..., agar ditanyakan pemiliknya, dikirim oleh A"
    signed = join["verb"] in known.lexicon.cues.sign
    return first if signed else _with_others(found._replace(named=first.named), found.named)


def with_coordinators(found: Owners, text: str, known: Known) -> Owners:
    """Those who act, with who is said behind them to coordinate it ("A menyusun panduan, dikoordinasikan oleh B")."""
    if found.frame is None or found.rule not in ("owner_subject", "owner_asked", "owner_by_bare"):
        return found
    mark = _COORDINATED.search(text, found.frame.end)
    end = _NAME_END.search(text, mark.end(), mark.end() + _NEAR) if mark else None
    if mark is None:
        return found
    to = end.start() if end else min(len(text), mark.end() + _NEAR)
    return _with_others(found, longest_named(text, mark.end(), to, known)[0])


def _with_others(found: Owners, others: tuple[Named, ...]) -> Owners:
    """Owners, with those of others who are not among them."""
    told = {fold(each.mention.name) for each in found.named}
    return found._replace(named=(*found.named, *(each for each in others if fold(each.mention.name) not in told)))


def with_joined(found: Owners, text: str, clauses: tuple[Clause, ...], known: Known) -> Owners:
    """Owners together with the subjects of the other clauses of their sentence that say what is to be done as well."""
    if not found.named or found.frame is None:
        return found
    told = {fold(each.mention.name) for each in found.named}
    more: list[Named] = []
    for other in clauses:
        named = _beside(text, other, found.frame, found.clause, known)
        more += (each for each in named if fold(each.mention.name) not in told)
    return found._replace(named=(*found.named, *more)) if more else found


def _beside(text: str, other: Clause, frame: Span, clause: Clause | None, known: Known) -> tuple[Named, ...]:
    """The subject of another clause, before or behind those who are named at ``frame``, if it has its own task."""
    idle = other.passive or other.soft or other.denied or other.done or other.report or other.verb_start < 0
    before = 0 <= other.verb_start < frame.start
    join = _joined_at(text, frame.start if before else other.start)
    idle = idle or fold(text[other.start : other.end]) in known.lexicon.cues.told_before
    idle = idle or (not other.firm and other.verb in known.lexicon.cues.sign)
    idle = idle or (not other.firm and _PURPOSE.search(predicate_of(text, other)) is not None)
    first = text[: other.start].count(" ") <= _LEAD or _TOPIC.fullmatch(text, 0, other.start) is not None
    apart = first if before else other.start > frame.end
    if idle or join is None or not apart:
        return ()
    named = known.named(text, other.start, other.end)
    persons = all(map(known.is_person, named))
    task = other.verb in known.lexicon.cues.task or (persons and other.verb in bare_tasks(known.lexicon))
    sure = task and not before and known.language.verb_form(other.verb) is VerbForm.ACTIVE
    free = join["apart"] or join["and"] or persons or not (clause and clause.firm) or sure
    acts = task or (not before and _acts(other, known))
    return named if (other.firm and not before) or (free and acts) else ()


def _joined_at(text: str, at: int) -> "re.Match[str] | None":
    """What joins a clause to the one before it, where one begins at a place."""
    return _JOIN.search(text, max(0, at - _NEAR), at)


def _acts(clause: Clause, known: Known) -> bool:
    """Whether a verb right behind its subject says what to do ("sedangkan Dinas Sosial menyiapkan ...")."""
    return clause.verb not in known.lexicon.cues.state and known.language.is_verb(clause.verb)
