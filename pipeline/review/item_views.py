"""The pages on which items are decided: a meeting beside its source, and the queue."""

from typing import TYPE_CHECKING, Any, Final

from starlette.responses import JSONResponse, RedirectResponse, Response

from notula.models.evidence import Evidence
from notula.models.review import ItemList, MeetingView, ReviewedHeader, ReviewedItem
from notula.models.review_views import ItemFilter, Queued
from notula.pipeline.messages import say
from notula.pipeline.review.asking import Asked
from notula.pipeline.review.marks import entry_marks
from notula.pipeline.review.source_view import source_view
from notula.pipeline.store import (
    get_item,
    history,
    known_parties,
    meeting_text,
    meeting_view,
    queue,
    queue_beside,
    queue_length,
    thresholds,
)

if TYPE_CHECKING:
    from notula.pipeline.explain import Explained

_COMING: Final = 6
_LISTS: Final = ("follow_ups", "agreements", "suggestions", "agenda")
Entry = ReviewedItem | ReviewedHeader


def meeting(asked: Asked) -> Response:
    """A meeting: left its source, right what was read."""
    view = meeting_view(asked.desk.store, asked.request.path_params["meeting"])
    chosen = _entry(view, asked.get("item"))
    return asked.page("meeting.html", "meeting", {
        "view": view, "summary": view.summary, "lists": [(name, getattr(view, name)) for name in _LISTS],
        "log": history(asked.desk.store, meeting_id=view.summary.id, limit=30),
        "source": _source(asked, view, entry_marks(chosen) if chosen else []),
    })  # fmt: skip


def queue_page(asked: Asked) -> Response:
    """One item at a time over all meetings, the least certain first; ``item`` asks for a certain one."""
    store, wanted = asked.desk.store, queue_filter(asked)
    waiting = list(queue(store, wanted, limit=_COMING + 1))
    entry: Entry | None
    if asked.get("item"):
        entry = get_item(store, asked.get("item"))
        waiting = [one for one in waiting if one.entry.id != entry.id]
    else:
        entry = waiting.pop(0).entry if waiting else None
    if entry is None:
        return asked.page("queue.html", "queue", {"entry": None})
    before, after = queue_beside(store, wanted, entry.id)
    values = _queue_values(asked, entry, waiting, queue_length(store, wanted))
    return asked.page("queue.html", "queue", values | {"previous": before or "", "next": after or ""})


def _queue_values(asked: Asked, entry: Entry, coming: list[Queued], left: int) -> dict[str, Any]:
    view = meeting_view(asked.desk.store, entry.meeting_id)
    return {
        "entry": entry,
        "kind": entry.list if isinstance(entry, ReviewedItem) else ItemList.MEETING,
        "summary": view.summary,
        "left": left,
        "coming": coming[:_COMING],
        "chosen": {"list": asked.get("list")},
        "source": _source(asked, view, entry_marks(entry)),
    }


def queue_filter(asked: Asked) -> ItemFilter:
    """The queue's filter of the address: one list, one meeting, or nothing."""
    name = asked.get("list")
    lists = (ItemList(name),) if name in set(ItemList) else ()
    return ItemFilter(lists=lists, meeting_id=asked.get("meeting") or None)


def _source(asked: Asked, view: MeetingView, marked: list[tuple[str, Evidence]]) -> Any:
    desk = asked.desk
    text = meeting_text(desk.store, view.summary.id)
    return source_view(view.summary, text, marked, desk, as_text=asked.get("view") == "text")


def _entry(view: MeetingView, item_id: str) -> Entry | None:
    entries: tuple[Entry, ...] = (view.header, *(item for name in _LISTS for item in getattr(view, name)))
    return next((each for each in entries if each.id == item_id), None)


# --- what the script asks for while a form is open -------------------------------------------------------------------


def item_history(asked: Asked) -> Response:
    """The log of an item."""
    log = history(asked.desk.store, item_id=asked.request.path_params["item"], limit=100)
    return Response(asked.fragment("history.html", {"log": log}), media_type="text/html")


def item_reasons(asked: Asked) -> Response:
    """Why the machine found an item: the rules, what speaks for and against, where it stands."""
    from notula.pipeline.explain import (  # loads the whole pipeline
        explain_item,
        feature_text,
        place_text,
        rule_text,
        word_text,
    )

    item = get_item(asked.desk.store, asked.request.path_params["item"])
    summary = meeting_view(asked.desk.store, item.meeting_id).summary
    explained: tuple[Explained, ...] = ()
    if isinstance(item, ReviewedItem) and item.machine and item.machine_list and not summary.vanished:
        path = asked.desk.store.folder / summary.result
        explained = explain_item(path, item.machine_list.value, item.machine.text)
    told = [
        {
            "field": say(f"explain.{each.field}", asked.lang),
            "text": each.text,
            "rule": rule_text(each.evidence.rule, asked.lang) if each.field != "ready" else None,
            "place": place_text(each.evidence, asked.lang),
            "probability": each.probability,
            "reasons": [(reason.weight, feature_text(reason.feature, asked.lang)) for reason in each.reasons],
            "words": [(reason.weight, word_text(reason.feature, asked.lang)) for reason in each.words],
        }
        for each in explained
    ]
    return asked.page("why.html", "why", {"item": item, "summary": summary, "told": told})


def party_choices(asked: Asked) -> Response:
    """Known parties for what is typed, the meeting's own first."""
    found = known_parties(asked.desk.store, asked.get("q")[:200], meeting_id=asked.get("meeting") or None, limit=12)
    return JSONResponse([
        {"name": one.name, "more": one.role or one.organization or "", "here": one.in_meeting} for one in found
    ])  # fmt: skip


def threshold_choices(asked: Asked) -> Response:
    """What accepting everything above a confidence would do, for some confidences."""
    levels = thresholds(asked.desk.store, queue_filter(asked))
    return Response(asked.fragment("thresholds.html", {"levels": levels}), media_type="text/html")


def to_meeting(asked: Asked) -> Response:
    """Leads from an item's id alone to its place in its meeting."""
    entry = get_item(asked.desk.store, asked.request.path_params["item"])
    return RedirectResponse(f"/meetings/{entry.meeting_id}?item={entry.id}#item-{entry.id}", 303)
