"""The feed of changes: CloudEvents 1.0 in JSON, one for each change of a follow-up."""

from typing import Literal

from notula.models.base import Model
from notula.models.handover import MeetingRow, Row

EventType = Literal["notula.follow_up.created", "notula.follow_up.updated", "notula.follow_up.withdrawn"]


class FeedData(Model):
    """What an event tells: the follow-up as it is now and its meeting; of a withdrawn one only its id is left."""

    id: str
    revision: int
    withdrawn: bool = False
    follow_up: Row | None = None
    meeting: MeetingRow | None = None


class FeedEvent(Model):
    """A CloudEvent in structured JSON form.

    ``source`` names the ledger that the event comes from and ``id`` is unique for all sources; the same change always
    has the same id. ``subject`` is the follow-up's id, ``sequence`` orders the events of a source as text does, and
    ``revision`` counts those of a subject from 1.
    """

    specversion: Literal["1.0"] = "1.0"
    id: str
    source: str
    type: EventType
    subject: str
    time: str
    datacontenttype: Literal["application/json"] = "application/json"
    dataschema: Literal["urn:notula:schema:feed:1"] = "urn:notula:schema:feed:1"
    sequence: str
    revision: int
    data: FeedData
