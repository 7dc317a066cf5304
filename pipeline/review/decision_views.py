"""The requests that change something: decisions, undo, the reviewer's name, the language."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from starlette.responses import JSONResponse, RedirectResponse, Response

from notula.models.evidence import Evidence
from notula.models.review import ReviewedHeader, ReviewedItem
from notula.models.review_views import Decided, ItemFilter
from notula.pipeline.errors import NotulaError
from notula.pipeline.messages import MESSAGES, say
from notula.pipeline.review.asking import Asked, clean_name
from notula.pipeline.review.desk import LANG_COOKIE, NAME_COOKIE
from notula.pipeline.review.forms import FormError, Frame, Selection, decision_of, frame_of
from notula.pipeline.review.item_views import queue_filter
from notula.pipeline.review.source_process import UnavailableError
from notula.pipeline.review.source_questions import RULE
from notula.pipeline.review.source_view import ref_of
from notula.pipeline.review.typed import typed_date, typed_due
from notula.pipeline.review.words import Words
from notula.pipeline.store import StaleError, accept_all, decide, get_item, history, meeting_text, redo, undo

_YEAR = 365 * 24 * 3600


def decide_item(asked: Asked, form: dict[str, Any]) -> Response:
    """Take a decision; 409 where the item has changed since the person saw it, 422 where it makes no sense."""
    words = Words(asked.lang)
    try:
        kind, decided = _decided(asked, form)
    except StaleError as stale:
        seen = {"stale": True, "item": stale.current.id, "revision": stale.current.revision}
        return JSONResponse({"said": _what_changed(stale, words)} | seen, 409)
    except FormError as trouble:
        return JSONResponse({"said": words.t(trouble.key)}, 422)
    except NotulaError as trouble:
        return JSONResponse({"said": _refusal(trouble, words)}, 422)
    count = str(getattr(decided, "count", len(decided.items)))
    said = words.t(f"did_{kind}", count=count)
    return JSONResponse({"said": said, "items": _places(decided.items), "kind": kind})


def _decided(asked: Asked, form: dict[str, Any]) -> tuple[str, Decided]:
    store, who, kind = asked.desk.store, asked.reviewer, form.get("kind")
    if kind == "undo":
        return kind, undo(store, who)
    if kind == "redo":
        return kind, redo(store, who)
    if kind == "accept_all":
        return kind, accept_all(store, _bulk(asked), _share(form.get("at_least")), who)
    frame = frame_of(store, asked.desk.lexicon(), form)
    if kind == "status" and "seen" in form:
        form = _with_revision(asked, form)
    evidence = _evidence(asked, form, frame) if kind == "add" else None
    decision = decision_of(form, frame, evidence)
    return decision.kind, decide(store, decision, who)


def _with_revision(asked: Asked, form: dict[str, Any]) -> dict[str, Any]:
    """A form that names the status that was shown, naming the item's revision instead.

    Raises:
        StaleError: the status is another one by now.
    """
    item = get_item(asked.desk.store, form["item_id"])
    if isinstance(item, ReviewedItem) and item.values.status != form["seen"]:
        raise StaleError(item, history(asked.desk.store, item_id=item.id, limit=1))
    return {key: value for key, value in form.items() if key != "seen"} | {"revision": item.revision}


def _bulk(asked: Asked) -> ItemFilter:
    return queue_filter(asked)


def _share(value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 < value <= 1:
        raise FormError
    return float(value)


def _evidence(asked: Asked, form: dict[str, Any], frame: Frame) -> Evidence:
    """The evidence of selected text, with its boxes where the source file can still be read."""
    try:
        chosen = Selection.model_validate(form.get("selection"))
    except ValueError as trouble:
        raise FormError("select_first") from trouble
    summary = frame.view.summary
    text = meeting_text(asked.desk.store, summary.id)
    start, end = _trimmed(text, chosen.start, chosen.end)
    plain = Evidence(char_start=start, char_end=end, quote=text[start:end], rule=RULE)
    if summary.source.text_from != "text_layer":  # to read it again would be to recognise its letters again
        return plain
    try:
        return asked.desk.process.evidence(ref_of(summary, asked.desk.sources), start, end, text[start:end]) or plain
    except UnavailableError:
        return plain


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends.

    Raises:
        FormError: nothing is left.
    """
    quote_ = text[start:end]
    if not quote_.strip():
        raise FormError("select_first")
    return start + len(quote_) - len(quote_.lstrip()), start + len(quote_.rstrip())


def _refusal(trouble: NotulaError, words: Words) -> str:
    """Why a decision is not taken; a field is named as the page names it."""
    key = f"page.field_{trouble.details.get('field')}"
    named = {"field": say(key, words.lang)} if key in MESSAGES else {}
    return say(trouble.key, words.lang, **trouble.details | named)


def _places(items: Iterable[ReviewedItem | ReviewedHeader]) -> list[dict[str, str]]:
    return [{"id": each.id, "meeting": each.meeting_id} for each in items]


def _what_changed(stale: StaleError, words: Words) -> str:
    """Who has changed the item meanwhile, and what."""
    told = []
    for entry in stale.entries[:3]:
        what = "; ".join(f"{field}: {was} → {now}" for field, was, now in words.changes(entry))
        kind = words.logged(entry.kind)
        told.append(words.t("changed_by", who=entry.who, when=words.moment(entry.at), what=what or kind))
    return " ".join([*told, words.t("changed_meanwhile")])


# --- what is typed, while it is typed ---------------------------------------------------------------------------------


def due_preview(asked: Asked) -> Response:
    """The day that a typed deadline (or with ``as=date`` a meeting's date) means."""
    words = Words(asked.lang)
    frame = frame_of(asked.desk.store, asked.desk.lexicon(), {"meeting_id": asked.get("meeting")})
    text = asked.get("text")[:300]
    if asked.get("as") == "date":
        date = typed_date(text, frame.lexicon, frame.day)
        days, unknown = words.meeting_date(date) if date and date.start else "", "date_unknown"
    else:
        due = typed_due(text, frame.lexicon, frame.day)
        days, unknown = words.day(due.date) if due else "", "due_unknown"
    said = "" if not text else words.t("due_is", day=days) if days else words.t(unknown)
    return JSONResponse({"said": said, "known": bool(days)})


# --- who reviews, and in which language -------------------------------------------------------------------------------


def set_name(asked: Asked, form: dict[str, Any]) -> Response:
    """Remember the reviewer's name in this browser."""
    name = clean_name(str(form.get("name", "")))
    answer = JSONResponse({"name": name or asked.desk.reviewer})
    if name:
        answer.set_cookie(NAME_COOKIE, quote(name), max_age=_YEAR, httponly=True, samesite="strict")
    return answer


def set_language(asked: Asked) -> Response:
    """Remember the language in this browser and go back to where it was asked for."""
    back = asked.get("back")
    local = back.startswith("/") and not back.startswith(("//", "/\\"))
    answer = RedirectResponse(back if local else "/", 303)
    if asked.get("to") in ("id", "en"):
        answer.set_cookie(LANG_COOKIE, asked.get("to"), max_age=_YEAR, httponly=True, samesite="strict")
    return answer
