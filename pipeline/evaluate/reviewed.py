"""How well the pipeline read the meetings that persons have reviewed: their decisions are the annotations.

- A meeting counts where somebody has decided on its header, and a list of it where somebody has looked at each of its
  items; what was accepted over all meetings at once was not looked at.
- The reviewed values are what is right: rejected items are spurious, added and promoted ones were missed.
- The measure is that of ``notula evaluate``. Beside it stands, field by field, how honest the confidences are.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from pydantic import ValidationError

from notula.models.result import Result
from notula.models.review import FollowUpStatus, ItemList, MeetingView, ReviewedItem, ReviewedParty, ReviewState
from notula.models.review_views import MeetingFilter
from notula.pipeline.errors import NoInputError
from notula.pipeline.evaluate.calibration import Forecast, calibration_error
from notula.pipeline.evaluate.floors import figures_table
from notula.pipeline.evaluate.measure import Evaluation, compare
from notula.pipeline.evaluate.scorer import Json, Mark
from notula.pipeline.messages import Lang, say
from notula.pipeline.store import Store, meeting_page, meeting_view, reviewed_meetings
from notula.pipeline.tables import columns

_LISTS: Final = (ItemList.AGENDA, ItemList.AGREEMENTS, ItemList.FOLLOW_UPS)
_OF_HEADER: Final = ("attendees", "absent")
_CONFIDENCE_OF: Final = {"start_time": "time"}  # a mark's field where the value with its confidence is called otherwise
_PARTS: Final = frozenset({"end_date", "end_time", "timezone"})  # parts of a value that has one confidence


@dataclass(frozen=True, slots=True)
class Calibration:
    """How honest a field's confidences are: values, the mean confidence, the share that is right, and the error.

    ``error`` is the expected calibration error.
    """

    values: int
    promised: float
    right: float
    error: float


@dataclass(frozen=True, slots=True)
class ReviewedEvaluation:
    """The figures of the reviewed meetings; ``lists`` counts the meetings in which each list was wholly reviewed."""

    evaluation: Evaluation
    lists: dict[str, int]
    calibration: dict[str, Calibration]

    def as_json(self) -> str:
        """Everything as JSON."""
        told = json.loads(self.evaluation.as_json())
        told |= {"lists": self.lists, "calibration": {name: asdict(one) for name, one in self.calibration.items()}}
        return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True, slots=True)
class _Case:
    """A reviewed meeting: what is right, and what the pipeline read of that."""

    note: Json
    result: Json
    lists: tuple[str, ...]


def evaluate_reviewed(store: Store, only: str = "", latest: int | None = None) -> ReviewedEvaluation:
    """The results of the store's folder against what persons decided about them.

    Args:
        store: brought up to the results.
        only: leave out documents whose path does not contain this.
        latest: of all meetings only so many, those decided on last.

    Raises:
        NoInputError: no meeting is reviewed.
    """
    views = reviewed_meetings(store) if latest is None else _latest(store, latest)
    cases = [case for view in views if only in view.summary.source.path and (case := _case(store, view))]
    if not cases:
        raise NoInputError("noinput.reviewed", path=str(store.folder))
    evaluation = compare((case.note, case.result) for case in cases)
    lists = {str(name): sum(name in case.lists for case in cases) for name in _LISTS}
    results = {(case.note["doc"], case.note["part"]): case.result for case in cases}
    return ReviewedEvaluation(evaluation, lists, _calibration(evaluation.marks, results))


def _latest(store: Store, count: int) -> Iterator[MeetingView]:
    for meeting in meeting_page(store, MeetingFilter(), order="changed", limit=count).meetings:
        if meeting.changed_at:
            yield meeting_view(store, meeting.id)


def _case(store: Store, view: MeetingView) -> _Case | None:
    """The meeting as a case; None where its header is not reviewed, or its result is not there any more."""
    lists = tuple(str(name) for name in _LISTS if all(_looked_at(item) for item in getattr(view, name)))
    if not view.header.judged or view.header.state == ReviewState.PENDING or view.summary.vanished:
        return None
    try:
        result = Result.model_validate_json((store.folder / view.summary.result).read_bytes()).model_dump(mode="json")
    except (OSError, ValidationError):
        return None
    kept = {name: value for name, value in result.items() if name in (*lists, *_OF_HEADER, "meeting")}
    return _Case(_note(view, lists), kept, lists)


def _looked_at(item: ReviewedItem) -> bool:
    return (item.judged and item.state != ReviewState.PENDING) or item.machine_list is None


def _note(view: MeetingView, lists: Sequence[str]) -> Json:
    """A meeting's reviewed values as an annotation."""
    values = view.header.values
    date, time = values.date, values.time
    meeting: Json = {
        "title": values.title and values.title.text, "place": values.place and values.place.text,
        "date": date and date.start, "end_date": date and date.end,
        "start_time": time and time.start, "end_time": time and time.end, "timezone": time and time.zone,
        "chair": [_spellings(party) for party in values.chair],
        "note_taker": [_spellings(party) for party in values.note_taker],
    }  # fmt: skip
    note: Json = {"doc": view.summary.source.path, "part": view.summary.source.part, "meeting": meeting}
    note["attendees"] = [_attendee(party) for party in values.attendees]
    note["absent"] = [_attendee(party) for party in values.absent]
    for name in lists:
        wanted = [item for item in getattr(view, name) if item.state != ReviewState.REJECTED]
        note[name] = list(_follow_ups(wanted)) if name == ItemList.FOLLOW_UPS else [item.values.text for item in wanted]
    return note


def _follow_ups(items: Sequence[ReviewedItem]) -> Iterator[Json]:
    for item in items:
        if item.machine and item.machine.status == FollowUpStatus.DONE:
            continue  # what the minutes report as done is not asked for
        due = item.values.due
        yield {
            "text": item.values.text, "owners": [_spellings(party) for party in item.values.owners],
            "due_date": due and due.date, "where": item.where and str(item.where),
        }  # fmt: skip


def _spellings(party: ReviewedParty) -> str:
    return "|".join(filter(None, dict.fromkeys((party.name, party.canonical_name, *party.aliases))))


def _attendee(party: ReviewedParty) -> Json:
    return {"name": _spellings(party), "role": party.role, "organization": party.organization}


def _calibration(marks: Sequence[Mark], results: dict[tuple[str, int], Json]) -> dict[str, Calibration]:
    """The honesty of each field's confidences."""
    told: dict[str, list[Forecast]] = {}
    for mark in marks:
        if mark.field not in _PARTS and (confidence := _confidence(results[mark.doc, mark.part], mark)) is not None:
            told.setdefault(_CONFIDENCE_OF.get(mark.field, mark.field), []).append(Forecast(confidence, mark.right))
    return {name: _honesty(forecasts) for name, forecasts in told.items()}


def _honesty(forecasts: Sequence[Forecast]) -> Calibration:
    number = len(forecasts)
    promised = sum(each.probability for each in forecasts) / number
    right = sum(each.right for each in forecasts) / number
    return Calibration(number, round(promised, 4), round(right, 4), calibration_error(forecasts))


def _confidence(result: Json, mark: Mark) -> float | None:
    """The confidence that the result gave for a marked value."""
    if mark.field in ("owners", "due", "ready"):
        follow_up: Any = result["follow_ups"][mark.at[0]]
        if mark.field == "ready":
            return _number(follow_up.get("ready"))
        value = follow_up["owners"][mark.at[1]] if mark.field == "owners" else follow_up["due"]
    else:
        name = _CONFIDENCE_OF.get(mark.field, mark.field)
        value = result[name] if name in result else result["meeting"].get(name)
        for index in mark.at:
            value = value[index]
    return _number(value.get("confidence"))


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def reviewed_table(reviewed: ReviewedEvaluation, lang: Lang = "id") -> str:
    """The figures and the calibration as tables for people."""
    lists = {name: str(count) for name, count in reviewed.lists.items()}
    heads = [say(f"evaluate.{name}", lang) for name in ("field", "values", "promised", "right", "error")]
    rows = [
        [name, str(one.values), f"{one.promised:.3f}", f"{one.right:.3f}", f"{one.error:.3f}"]
        for name, one in reviewed.calibration.items()
    ]
    figures = figures_table(replace(reviewed.evaluation, without_result=()), lang)
    parts = [say("evaluate.reviewed_lists", lang, **lists), figures, say("evaluate.calibration", lang)]
    return "\n\n".join([*parts, columns(rows, heads, right=range(1, 5))])
