"""Who has to do it: the owners of a follow-up, as spans of its text.

Rules in the order they are tried; the first that names a party wins:

- ``label``     "(PIC: A & B)", "PJ: A", "penanggung jawab A"
- ``confirmer`` "task (TBC A ke B)"
- ``tag``       "[A] task", "@a task"
- ``arrow``     "task -> A", "A -> task", "task = A"
- ``address``   "Kepada A agar ...", "Untuk A: ..."
- ``asked``     "X meminta A untuk ..."
- ``teller``    "Disampaikan A akan dilakukan ..."
- ``subject``   "A akan ...", "agar A segera ...", "A bersama B menyusun ..."
- ``called``    "A, kuncinya tolong dikembalikan"
- ``begged``    "task, tolong A ya", "task, tolong A dicek", "A please send it"
- ``by``        "... oleh A"
- ``agent``     "disiapkan A": a passive verb and who acts, without "oleh"
- ``duty``      "di bawah tanggung jawab A", "A menjadi tanggung jawab ..."
- ``cleft``     "A dan B yang mengurus ..."
- ``bracket``   "task (A)", also before a trailing deadline
- ``colon``     "task : A", "A: task"
- ``leader``    "task ........ A"
- ``dash``      "task – A – deadline"
- ``tail``      "task, A", "task. A"
- ``awaited``   "draft from A by Friday"
- ``bracket``   "unit (A) task": the people of the unit that a task begins with
- ``known``     "A visit to B on Saturday": persons whom the minutes know, then a task
- ``name``      "A mengurus ...": a name that nothing else tells of, in a section of tasks

A party after "kepada", "untuk", "dengan" is a recipient or the topic, never an owner.
"""

import re
from collections.abc import Callable

from notula.pipeline.extract.known import Known
from notula.pipeline.extract.owned import Owners, with_lead
from notula.pipeline.extract.owner_agents import by_agent, by_bare_agent, by_unknown_agent
from notula.pipeline.extract.owner_awaited import by_awaited
from notula.pipeline.extract.owner_begged import by_begged
from notula.pipeline.extract.owner_clauses import by_called, by_clause, by_known_first, by_name
from notula.pipeline.extract.owner_clefts import by_cleft
from notula.pipeline.extract.owner_colons import by_colon, by_colon_name, by_told
from notula.pipeline.extract.owner_duties import by_duty, by_teller
from notula.pipeline.extract.owner_ends import by_dash, by_leader, by_noted, by_tail
from notula.pipeline.extract.owner_joined import with_coordinators, with_earlier, with_joined
from notula.pipeline.extract.owner_labels import by_address, by_confirmer, by_label, by_tag
from notula.pipeline.extract.owner_marks import by_arrow, by_bracket, by_nobody, by_unit_first
from notula.pipeline.extract.predicates import Clause
from notula.pipeline.extract.scope import Span
from notula.pipeline.text import fold

_PART = re.compile(r"[,;]\s+(?:(?:dan|lalu|kemudian|sedangkan|sementara)\s+)?")
_SPEAKS = re.compile(r"^[^:]{2,60}:\s+")


def find_owners(text: str, known: Known, *, section: bool, due: Span | None = None) -> Owners:
    """The owners that a point or sentence names.

    Args:
        text: one point or sentence; offsets index it.
        known: the parties of the minutes.
        section: whether it stands in a list of follow-ups or decisions: there brackets and colons name owners; in
            running text a bracket at the end of a sentence names its speaker.
        due: the deadline's span, if one was found.
    """
    due = with_lead(text, due) if section else due
    return known.once(("owners", text, section, due), lambda: _find_owners(text, known, section=section, due=due))


def _find_owners(text: str, known: Known, *, section: bool, due: Span | None) -> Owners:
    clauses = known.clauses(text, leading(text, due))
    rules: tuple[Callable[[], Owners | None], ...] = (
        lambda: by_nobody(text) if section else None,
        lambda: by_label(text, known, due),
        lambda: by_confirmer(text, known),
        lambda: by_tag(text, known) if section or not _speaks_of(text, clauses, known) else None,
        lambda: by_arrow(text, known, due, section=section),
        lambda: by_address(text, known) if section else None,
        lambda: None if any(clause.firm for clause in clauses) else by_cleft(text, known, due),
        lambda: by_told(text, known) if section and not any(clause.firm for clause in clauses) else None,
        lambda: by_teller(text, known),
        lambda: by_clause(text, known, clauses, due, section=section),
        lambda: by_called(text, clauses, known, due),
        lambda: by_begged(text, known, due) if section else None,
        lambda: with_earlier(by_agent(text, known), text, known),
        lambda: by_bare_agent(text, known, due),
        lambda: by_duty(text, known),
        lambda: by_cleft(text, known, due),
        lambda: by_bracket(text, known, due, section=section),
        lambda: by_colon(text, known, due) if section else by_colon_name(text, known, due),
        lambda: by_leader(text, known, due) if section else None,
        lambda: by_dash(text, known, due) if section else None,
        lambda: by_tail(text, known, due) if section else by_noted(text, known, due),
        lambda: by_awaited(text, known, due) if section else None,
        lambda: by_unit_first(text, known) if section else None,
        lambda: by_known_first(text, known, due, section=section),
        lambda: by_name(text, known) if section else None,
        lambda: by_unknown_agent(text, known, due) if section else None,
    )
    for rule in rules:
        found = rule()
        if found is not None:
            found = _people_of(found, text, known, due) if section else found
            if found.rule == "owner_cleft":
                found = with_joined(_with_agent(found, text, known), text, clauses, known)
            found = with_coordinators(_with_cleft(found, text, known, due), text, known)
            return found._replace(clauses=clauses)
    return Owners(clauses=clauses)


def _people_of(found: Owners, text: str, known: Known, due: Span | None) -> Owners:
    """The people whom a bracket at the end names for the unit that acts ("Pengurus mengundang vendor (Pak Joko)")."""
    if found.rule != "owner_subject" or len(found.named) != 1 or known.is_person(found.named[0]):
        return found
    told = by_bracket(text, known, due, section=True)
    return found._replace(named=told.named) if told and all(map(known.is_person, told.named)) else found


def _with_agent(found: Owners, text: str, known: Known) -> Owners:
    """Those who are the ones for something, behind who does the rest ("dicat oleh Humas, Pak Joko yang mengecek")."""
    before = text[: found.frame.start].rstrip() if found.frame is not None else ""
    agent = by_agent(before, known) if before.endswith((",", ";")) else None
    if agent is None:
        return found
    told = {fold(each.mention.name) for each in found.named}
    return found._replace(named=(*(each for each in agent.named if fold(each.mention.name) not in told), *found.named))


def _with_cleft(found: Owners, text: str, known: Known, due: Span | None) -> Owners:
    """The subject, with the people who are said behind it to be the ones for something else.

    "Pak Joko sanggup mengecat sendiri; Bu Rina yang membelikan catnya."
    """
    if found.rule != "owner_subject" or found.clause is None or not found.clause.firm or not found.named:
        return found
    start = next((mark.end() for mark in _PART.finditer(text, found.clause.end)), len(text))
    later = Span(due.start - start, due.end - start) if due is not None and due.start >= start else None
    cleft = by_cleft(text[start:], known, later)
    if cleft is None:
        return found
    told = {fold(each.mention.name) for each in found.named}
    moved = (each._replace(start=each.start + start, end=each.end + start) for each in cleft.named)
    more = (each for each in moved if known.is_person(each) and fold(each.mention.name) not in told)
    return found._replace(named=(*found.named, *more))


def _speaks_of(text: str, clauses: tuple[Clause, ...], known: Known) -> bool:
    """Whether who stands in brackets before a sentence says it of somebody else ("[Rina] Tono garap tabelnya")."""
    head = text.find("]") + 1 if text.startswith("[") else 0
    told = (clause for clause in clauses if head and not clause.report and clause.end > head)
    return any(each.start >= head or known.is_party(text[head : each.end].strip()) for each in told)


def leading(text: str, due: Span | None) -> int:
    """Where a deadline ends that a text, or what somebody says in it, begins with; 0 where none does.

    "Besok Dinas Perikanan mendata ...", "Pak Joko: Sebelum Jumat Humas akan menyusun ..."
    """
    if due is None:
        return 0
    before = _SPEAKS.sub("", text[: due.start])
    before = re.sub(r"\b(?:pada|hari|tanggal)\b", "", before, flags=re.IGNORECASE)
    return 0 if re.search(r"\w{3}", before) else due.end


def by_later_sentence(text: str, known: Known) -> Owners:
    """Who acts in a sentence behind the first ("Arsip. Rak penuh. Bagian Umum membeli rak baru.")."""
    for start, end in known.language.sentences(text)[1:]:
        found = by_clause(text[start:end], known, known.clauses(text[start:end]), None, section=True)
        if found is not None and found.named and found.frame is not None:
            named = tuple(each._replace(start=each.start + start, end=each.end + start) for each in found.named)
            frame = Span(found.frame.start + start, found.frame.end + start)
            return Owners(named, found.rule, None, frame)
    return Owners()
