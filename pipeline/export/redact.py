"""Personal names taken out before anything is written: of owners and attendees, and wherever a text names them.

A person is known by being a party of the minutes: an owner, attendee, chair, note-taker, recipient or speaker that is
no institution and no group. Roles and institutions stay. A person whom minutes only mention is not known, and stays.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from notula.models.handover import AgreementRow, AttendeeRow, Batch, MeetingRow, Row, RowOwner
from notula.models.minutes import PartyKind
from notula.models.result import Result
from notula.pipeline.export.masks import Masker, index
from notula.pipeline.messages import Lang, say

# The fields of the contract that hold words of the minutes, or were made of them.
_TEXTS = frozenset({"text", "action", "quote", "role", "organization", "message"})
_PATHS = frozenset({"path", "filename"})
_NO_PERSON = (PartyKind.ORGANIZATION, PartyKind.GROUP)


def redact_persons(batch: Batch) -> Batch:
    """The batch without personal names; users and e-mail addresses of persons are gone, too."""
    people = _People(batch)
    return replace(
        batch,
        meetings=tuple(people.meeting(each) for each in batch.meetings),
        follow_ups=tuple(people.row(each) for each in batch.follow_ups),
        agreements=tuple(people.agreement(each) for each in batch.agreements),
        attendees=tuple(people.attendee(each) for each in batch.attendees),
        results=redact_results(batch.results, batch.lang),
    )


def redact_results(results: Iterable[Result], lang: Lang) -> Iterator[Result]:
    """The contract's results without personal names, one by one; a quote no longer is its slice of the text."""
    mask = say("export.masked", lang)
    for result in results:
        data = result.model_dump()
        names = set(_persons_of(data))
        masker = Masker(index(names), names, mask)
        yield Result.model_validate(_masked(data, masker, mask))


def _persons_of(node: Any) -> Iterator[str]:
    """The names and spellings of all persons in a dumped result."""
    if isinstance(node, dict):
        if node.get("kind") == PartyKind.PERSON and "name" in node:
            yield from (name for name in (node["name"], node["canonical_name"], *node["aliases"]) if name)
        for value in node.values():
            yield from _persons_of(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from _persons_of(value)


def _masked(node: Any, masker: Masker, mask: str) -> Any:
    if isinstance(node, list | tuple):
        return tuple(_masked(value, masker, mask) for value in node)
    if not isinstance(node, dict):
        return node
    found = {key: _value(key, value, masker, mask) for key, value in node.items()}
    if node.get("kind") == PartyKind.PERSON and "name" in node:
        found |= {"name": mask, "canonical_name": None, "aliases": ()}
    elif "canonical_name" in node and "aliases" in node:
        found |= _body(node, masker, mask)
    return found


def _value(key: str, value: Any, masker: Masker, mask: str) -> Any:
    if not isinstance(value, str):
        return _masked(value, masker, mask)
    if key in _PATHS:
        return masker.path(value)
    return masker(value) if key in _TEXTS else value


def _body(node: dict[str, Any], masker: Masker, mask: str) -> dict[str, Any]:
    """The names of an institution, group or office without a person's: an initial's, or its holder's.

    One whose long name is a person's is that person, whatever a reading took it for.
    """
    name, long = node["name"], node["canonical_name"]
    known = long is not None and masker.is_name(long)
    return {
        "name": mask if known or masker.is_name(name) else name,
        "canonical_name": None if known else long and masker(long),
        "aliases": tuple(alias for alias in node["aliases"] if masker(alias) == alias),
    }


class _People:
    """The persons of a batch, by meeting, and rows without them."""

    def __init__(self, batch: Batch) -> None:
        self._mask = say("export.masked", batch.lang)
        owners = [(row.meeting_id, owner.name, owner.kind) for row in batch.follow_ups for owner in row.owners]
        attendees = [(each.meeting_id, each.name, each.kind) for each in batch.attendees]
        persons = {name for _, name, kind in owners + attendees if kind not in _NO_PERSON}
        self._bodies = {name for _, name, kind in owners + attendees if kind in _NO_PERSON} - persons
        self._names: dict[str, set[str]] = {}
        for meeting_id, name, kind in owners + attendees:
            if kind not in _NO_PERSON:
                self._names.setdefault(meeting_id, set()).add(name)
        for meeting in batch.meetings:
            self._names.setdefault(meeting.id, set()).update(self._unknown(meeting.chair + meeting.note_taker))
        for row in batch.follow_ups:
            self._names.setdefault(row.meeting_id, set()).update(self._unknown(row.recipients))
        self._all = index(name for names in self._names.values() for name in names)
        self._current: tuple[str, Masker] | None = None

    def _unknown(self, names: Iterable[str]) -> list[str]:
        """Those of the names that are not known to be an institution's or a group's."""
        return [name for name in names if name not in self._bodies]

    def meeting(self, meeting: MeetingRow) -> MeetingRow:
        """The meeting, its officers masked."""
        masked = self._masker(meeting.id)
        return replace(
            meeting,
            title=meeting.title and masked(meeting.title),
            place=meeting.place and masked(meeting.place),
            chair=self._each(meeting.chair),
            note_taker=self._each(meeting.note_taker),
            source=masked.path(meeting.source),
            filename=masked.path(meeting.filename),
        )

    def row(self, row: Row) -> Row:
        """The follow-up, its persons masked."""
        masked = self._masker(row.meeting_id)
        return replace(
            row,
            action=masked(row.action),
            text=masked(row.text),
            quote=masked(row.quote),
            due_text=row.due_text and masked(row.due_text),
            owners=tuple(self._owner(owner, masked) for owner in row.owners),
            recipients=self._each(row.recipients),
        )

    def agreement(self, agreement: AgreementRow) -> AgreementRow:
        """The agreement, its persons masked."""
        masked = self._masker(agreement.meeting_id)
        return replace(agreement, text=masked(agreement.text), quote=masked(agreement.quote))

    def attendee(self, attendee: AttendeeRow) -> AttendeeRow:
        """The attendee without a name where it is a person."""
        masked = self._masker(attendee.meeting_id)
        return replace(
            attendee,
            name=attendee.name if attendee.name in self._bodies else self._mask,
            role=attendee.role and masked(attendee.role),
            organization=attendee.organization and masked(attendee.organization),
        )

    def _owner(self, owner: RowOwner, masked: Masker) -> RowOwner:
        if owner.name in self._bodies:
            return owner
        return replace(
            owner, name=self._mask, user=None, organization=owner.organization and masked(owner.organization)
        )

    def _each(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name if name in self._bodies else self._mask for name in names)

    def _masker(self, meeting_id: str) -> Masker:
        """The masker for a meeting's texts: whole names of all meetings, parts of names of its own people."""
        if self._current is None or self._current[0] != meeting_id:
            self._current = (meeting_id, Masker(self._all, self._names.get(meeting_id, ()), self._mask))
        return self._current[1]
