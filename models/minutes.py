"""The values of a meeting's minutes: the contract's inner models."""

from enum import StrEnum

from notula.models.base import Model
from notula.models.evidence import Evidence


class PartyKind(StrEnum):
    """What a party is: a named human, an institution or unit, or a role or collective."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"


class Party(Model):
    """Somebody who attends, leads, owns or receives.

    ``name`` is as written without honorific; ``canonical_name`` the registry's or the document's own long form, else
    None; ``aliases`` other spellings in this document; ``role`` the jabatan; ``organization`` the instansi or unit.
    """

    name: str
    canonical_name: str | None = None
    aliases: tuple[str, ...] = ()
    kind: PartyKind
    honorific: str | None = None
    role: str | None = None
    organization: str | None = None
    confidence: float
    evidence: Evidence


class TextValue(Model):
    """A text as written, line breaks turned into spaces."""

    text: str
    confidence: float
    evidence: Evidence


class DateValue(Model):
    """A day (ISO ``start``) or several (``end``); ``text`` as written."""

    start: str | None
    end: str | None = None
    text: str
    confidence: float
    evidence: Evidence


class TimeValue(Model):
    """From when to when (``HH:MM``) in which zone (WIB, WITA, WIT); None where not written."""

    start: str | None
    end: str | None = None
    zone: str | None = None
    text: str
    confidence: float
    evidence: Evidence


class Mode(StrEnum):
    """How a meeting was held."""

    ONLINE = "online"
    ONSITE = "onsite"
    HYBRID = "hybrid"


class Meeting(Model):
    """The header of the minutes; a value that the document does not show is None or empty."""

    title: TextValue | None = None
    date: DateValue | None = None
    time: TimeValue | None = None
    place: TextValue | None = None
    mode: Mode | None = None
    chair: tuple[Party, ...] = ()
    note_taker: tuple[Party, ...] = ()


class Item(Model):
    """A point of the minutes."""

    id: str
    text: str
    confidence: float
    evidence: Evidence


class AgreementKind(StrEnum):
    """What an agreement is."""

    DECISION = "decision"
    CONCLUSION = "conclusion"
    RECOMMENDATION = "recommendation"


class Agreement(Item):
    """A point that the meeting agreed on."""

    kind: AgreementKind


class DueKind(StrEnum):
    """How a deadline is expressed."""

    ABSOLUTE = "absolute"
    RELATIVE = "relative"
    RECURRING = "recurring"
    CONDITIONAL = "conditional"
    VAGUE = "vague"


class Due(Model):
    """A deadline: ``date`` (ISO) is None where the words fix no single day."""

    date: str | None
    text: str
    kind: DueKind
    evidence: Evidence
    confidence: float | None = None


class Where(StrEnum):
    """Where in the minutes a follow-up stands."""

    SECTION = "section"
    DECISION = "decision"
    DISCUSSION = "discussion"


class Status(StrEnum):
    """How far a follow-up is, as the minutes say."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"


class FollowUp(Item):
    """An action to be done after the meeting.

    ``action`` is what is to be done, without owner and deadline; ``agreement_id`` ties it to the agreement that it
    also is; ``review_reasons`` (stable words) say why a person should look at it. ``confidence`` is that of the text,
    ``ready`` the probability that text, owners and due date are all right.
    """

    action: str
    owners: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    due: Due | None = None
    where: Where
    status: Status = Status.OPEN
    agreement_id: str | None = None
    ready: float | None = None
    needs_review: bool = False
    review_reasons: tuple[str, ...] = ()


class Discussion(Model):
    """What was said under one heading or by one speaker."""

    speaker: Party | None = None
    text: str
    points: tuple[Item, ...] = ()
    evidence: Evidence
