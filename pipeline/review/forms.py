"""What the page's script sends, turned into a decision of the store.

The script sends what a person chose and typed: names, words of a deadline, offsets of selected text. Here they become
parties, days and evidence.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from notula.models.decisions import Decision, HeaderChanges, ItemChanges
from notula.models.evidence import Evidence
from notula.models.minutes import PartyKind
from notula.models.review import MeetingView, ReviewedHeader, ReviewedItem, ReviewedParty, ReviewedText
from notula.pipeline.review.typed import typed_date, typed_due, typed_time
from notula.pipeline.store import Store, get_item, known_parties, meeting_view

if TYPE_CHECKING:
    from notula.pipeline.lexicon import Lexicon

_DECISION: TypeAdapter[Decision] = TypeAdapter(Decision)
_PARTIES = frozenset({"owners", "recipients", "chair", "note_taker", "attendees", "absent"})
_PLAIN = frozenset({"text", "action", "kind", "status", "mode"})


class FormError(Exception):
    """The request is not one that the page sends; or a date or time in it is not understood (``key`` says which)."""

    def __init__(self, key: str = "bad_request") -> None:
        super().__init__(key)
        self.key = key


class Selection(BaseModel):
    """Selected source text: characters of the meeting's canonical text."""

    model_config = ConfigDict(extra="forbid")
    start: int = Field(ge=0)
    end: int = Field(ge=0)


@dataclass(frozen=True)
class Frame:
    """What a form is understood against: the store, the meeting, and the word lists."""

    store: Store
    view: MeetingView
    lexicon: "Lexicon"

    @property
    def day(self) -> dt.date | None:
        """The meeting's day."""
        date = self.view.summary.date
        try:
            return dt.date.fromisoformat(date) if date else None
        except ValueError:
            return None


def frame_of(store: Store, lexicon: "Lexicon", form: dict[str, Any]) -> Frame:
    """The frame of a form: the meeting that it names or whose item it names.

    Raises:
        FormError: it names neither.
        NotFoundError: there is no such meeting or item.
    """
    meeting = form.get("meeting_id")
    if not isinstance(meeting, str):
        if not isinstance(form.get("item_id"), str):
            raise FormError
        meeting = get_item(store, form["item_id"]).meeting_id
    return Frame(store, meeting_view(store, meeting), lexicon)


def decision_of(form: dict[str, Any], frame: Frame, evidence: Evidence | None = None) -> Decision:
    """The decision that a form asks for; ``evidence`` is that of an item to be added.

    Raises:
        FormError: there is no such decision, or a date or time in it is not understood.
    """
    fields = {key: value for key, value in form.items() if key not in ("selection", "meeting_id")}
    if "changes" in fields:
        fields["changes"] = _changes(fields["changes"], frame, header=form.get("kind") == "edit_header")
    if "pieces" in fields:
        fields["pieces"] = [{"changes": _changes(each, frame)} for each in _rows(fields["pieces"])]
    if form.get("kind") == "add":
        fields |= {"meeting_id": frame.view.summary.id, "evidence": evidence}
    try:
        return _DECISION.validate_python(fields)
    except ValueError as trouble:
        raise FormError from trouble


def _rows(value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise FormError
    return value


def _changes(given: Any, frame: Frame, *, header: bool = False) -> ItemChanges | HeaderChanges:
    """The fields that are given, each as the store takes it."""
    if not isinstance(given, dict):
        raise FormError
    found: dict[str, Any] = {}
    for name, value in given.items():
        found[name] = _field(name, value, frame)
    try:
        return HeaderChanges(**found) if header else ItemChanges(**found)
    except (TypeError, ValueError) as trouble:
        raise FormError from trouble


def _field(name: str, value: Any, frame: Frame) -> Any:
    if name in _PARTIES:
        if not isinstance(value, list):
            raise FormError
        return parties_of([str(each) for each in value], frame)
    if not isinstance(value, str):
        raise FormError
    if name in _PLAIN:
        return value.strip() or None
    if name in ("title", "place"):
        return ReviewedText(text=" ".join(value.split())) if value.strip() else None
    if name == "due":
        return typed_due(value, frame.lexicon, frame.day)
    if name == "date":
        return _understood(typed_date(value, frame.lexicon, frame.day), "date_unknown")
    if name == "time":
        return _understood(typed_time(value, frame.lexicon), "time_unknown")
    raise FormError


def _understood(value: Any, key: str) -> Any:
    if value is not None and value.start is None:
        raise FormError(key)
    return value


def parties_of(names: Iterable[str], frame: Frame) -> tuple[ReviewedParty, ...]:
    """The parties of these names: as the meeting already has them, else as other meetings do, else a new person."""
    own = _own_parties(frame.view)
    found: dict[str, ReviewedParty] = {}
    for name in (" ".join(each.split()) for each in names):
        if name:
            key = name.casefold()
            found.setdefault(key, own.get(key) or _known(name, frame))
    return tuple(found.values())


def _known(name: str, frame: Frame) -> ReviewedParty:
    for known in known_parties(frame.store, name, meeting_id=frame.view.summary.id, limit=5):
        if known.name.casefold() == name.casefold():
            kind = PartyKind(known.kind) if known.kind in set(PartyKind) else PartyKind.PERSON
            return ReviewedParty(name=known.name, kind=kind, organization=known.organization, role=known.role)
    return ReviewedParty(name=name)


def _own_parties(view: MeetingView) -> dict[str, ReviewedParty]:
    """The meeting's parties by name; where one stands in several places, the fullest."""
    found: dict[str, ReviewedParty] = {}
    for party in _everybody(view):
        key = party.name.casefold()
        if key not in found or ((party.role or party.organization) and not found[key].role):
            found[key] = party
    return found


def _everybody(view: MeetingView) -> Iterable[ReviewedParty]:
    entries: list[ReviewedItem | ReviewedHeader] = [view.header, *view.follow_ups, *view.agreements, *view.suggestions]
    for entry in entries:
        for values in (entry.values, entry.machine):
            for name in _PARTIES:
                yield from getattr(values, name, ())
