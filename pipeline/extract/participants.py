"""Everybody whom the minutes name as taking part."""

from dataclasses import dataclass

from notula.pipeline.extract.attendance import read_attendance
from notula.pipeline.extract.officers import find_chair, find_note_taker
from notula.pipeline.extract.scope import Scope
from notula.pipeline.extract.seen import Seen


@dataclass(frozen=True, slots=True)
class Participants:
    """Everybody the minutes name as taking part."""

    chair: tuple[Seen, ...]
    note_taker: tuple[Seen, ...]
    attendees: tuple[Seen, ...]
    absent: tuple[Seen, ...]


def find_participants(scope: Scope) -> Participants:
    """The chair, the note-taker, the attendees and the absentees."""
    present, missing = read_attendance(scope)
    chair, notes = find_chair(scope, present), find_note_taker(scope, present)
    return Participants(tuple(chair), tuple(notes), tuple(present), tuple(missing))
