"""A result with the probabilities of its values, and with what a person should look at marked."""

from typing import TypeVar

from notula.models.blocks import Document
from notula.models.minutes import Due, FollowUp, Item, Party, Status
from notula.models.result import Result
from notula.pipeline.confidence.certainty import lessen
from notula.pipeline.confidence.features import UNSURE, values_of
from notula.pipeline.confidence.model import ConfidenceModel

_Item = TypeVar("_Item", bound=Item)


def with_confidence(result: Result, model: ConfidenceModel, document: Document) -> Result:
    """The result, each value with the probability that it is right, lower where OCR was not sure of its words.

    A follow-up that is not done needs review where the probability that its text, owners and due date are all right is
    below the model's bound, and where something is known to be open (no owner, a deadline without a day).
    """
    judged = lessen(_judged(result, model), document)
    marked = tuple(_marked(item, model.review_below) for item in judged.follow_ups)
    return judged.model_copy(update={"follow_ups": marked})


def _marked(item: FollowUp, least: float) -> FollowUp:
    """The follow-up, for review where it is open and less probable than ``least``."""
    if item.ready is None or item.ready >= least or item.status is Status.DONE:
        return item
    return item.model_copy(update={"needs_review": True, "review_reasons": (*item.review_reasons, UNSURE)})


def _judged(result: Result, model: ConfidenceModel) -> Result:
    """The result with the probabilities that the model gives."""
    sure = {(value.field, value.at): model.probability(value.field, value.features) for value in values_of(result)}

    def parties(field: str, found: tuple[Party, ...], *at: int) -> tuple[Party, ...]:
        return tuple(
            party.model_copy(update={"confidence": sure[field, (*at, index)]}) for index, party in enumerate(found)
        )

    def items(field: str, found: tuple[_Item, ...]) -> tuple[_Item, ...]:
        return tuple(item.model_copy(update={"confidence": sure[field, (at,)]}) for at, item in enumerate(found))

    def due(at: int, found: Due | None) -> Due | None:
        return found and found.model_copy(update={"confidence": sure["due", (at,)]})

    def follow_up(at: int, item: FollowUp) -> FollowUp:
        changes = {
            "confidence": sure["follow_ups", (at,)],
            "ready": sure["ready", (at,)],
            "owners": parties("owners", item.owners, at),
            "due": due(at, item.due),
        }
        return item.model_copy(update=changes)

    meeting = result.meeting
    singles = {name: getattr(meeting, name) for name in ("title", "date", "time", "place")}
    header = {
        **{name: value and value.model_copy(update={"confidence": sure[name, ()]}) for name, value in singles.items()},
        "chair": parties("chair", meeting.chair),
        "note_taker": parties("note_taker", meeting.note_taker),
    }
    return result.model_copy(
        update={
            "meeting": meeting.model_copy(update=header),
            "attendees": parties("attendees", result.attendees),
            "absent": parties("absent", result.absent),
            "agenda": items("agenda", result.agenda),
            "agreements": items("agreements", result.agreements),
            "follow_ups": tuple(follow_up(at, item) for at, item in enumerate(result.follow_ups)),
        }
    )
