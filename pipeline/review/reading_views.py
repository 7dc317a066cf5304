"""The pages that are only read: overview, follow-ups, search; changing nothing, they need no script."""

import re
from typing import Any, cast

from starlette.responses import Response

from notula.models.review import FollowUpStatus
from notula.models.review_views import FollowUpFilter, MeetingFilter, MeetingOrder, MonthCount, OwnerCount
from notula.pipeline.review.asking import Asked, paging
from notula.pipeline.review.charts import month_chart, owner_chart, progress_chart
from notula.pipeline.review.words import Words
from notula.pipeline.store import (
    follow_up_page,
    meeting_page,
    month_counts,
    organizations,
    owner_counts,
    progress,
    search,
)

_ROWS = 50
_OWNERS = 8  # rows of the chart, beside that of nobody
_ORDERS: tuple[MeetingOrder, ...] = ("least_certain", "date", "title", "changed")
_MONTH = re.compile(r"\d{4}-\d{2}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def overview(asked: Asked) -> Response:
    """All meetings, how far their review is, and charts."""
    store, words, today = asked.desk.store, Words(asked.lang), asked.desk.today()
    wanted, page = _meeting_filter(asked), asked.number("page")
    order = cast(MeetingOrder, asked.get("order")) if asked.get("order") in _ORDERS else _ORDERS[0]
    found = meeting_page(store, wanted, order=order, offset=(page - 1) * _ROWS, limit=_ROWS)
    state = progress(store)
    overdue = follow_up_page(store, FollowUpFilter(due="overdue", pending=True), today=today, limit=1).total
    charts = (
        owner_chart(_most(_owners(asked)), words),
        month_chart(_months(asked), words, f"{today:%Y-%m}"),
        progress_chart(state, words),
    )
    return asked.page("overview.html", "overview", {
        "found": found, "state": state, "overdue": overdue, "charts": charts, "wanted": wanted.model_dump(),
        "order": order, "filtered": wanted != MeetingFilter(), "organizations": _organizations(asked),
        "paging": paging(asked, page, found.total, _ROWS), "quality": asked.desk.quality.rows(),
        "quality_meetings": asked.desk.quality.meetings,
    })  # fmt: skip


def follow_ups(asked: Asked) -> Response:
    """The follow-ups of all meetings, what is overdue or soon first."""
    store, today, page = asked.desk.store, asked.desk.today(), asked.number("page")
    wanted = _follow_up_filter(asked)
    found = follow_up_page(store, wanted, today=today, offset=(page - 1) * _ROWS, limit=_ROWS)
    return asked.page("follow_ups.html", "follow_ups", {
        "found": found, "wanted": wanted, "today": today, "owners": _owners(asked),
        "months": [one.month for one in _months(asked) if one.month], "filtered": bool(asked.request.url.query),
        "status": wanted.statuses[0] if wanted.statuses else "", "paging": paging(asked, page, found.total, _ROWS),
    })  # fmt: skip


def search_page(asked: Asked) -> Response:
    """What is found in minutes and items."""
    query, page = asked.get("q")[:300], asked.number("page")
    found = search(asked.desk.store, query, offset=(page - 1) * _ROWS, limit=_ROWS)
    where = paging(asked, page, found.total, _ROWS)
    return asked.page("search.html", "search", {"found": found, "query": query, "paging": where})


def _owners(asked: Asked) -> tuple[OwnerCount, ...]:
    """The owners of most follow-ups; who has none comes last."""
    desk, today = asked.desk, asked.desk.today()
    return desk.figures.get("owners", today, lambda: owner_counts(desk.store, today=today, limit=200))


def _most(owners: tuple[OwnerCount, ...]) -> list[OwnerCount]:
    return [one for one in owners if one.owner][:_OWNERS] + [one for one in owners if not one.owner]


def _months(asked: Asked) -> tuple[MonthCount, ...]:
    desk = asked.desk
    return desk.figures.get("months", desk.today(), lambda: month_counts(desk.store))


def _organizations(asked: Asked) -> tuple[str, ...]:
    desk = asked.desk
    return desk.figures.get("organizations", desk.today(), lambda: organizations(desk.store))


def _meeting_filter(asked: Asked) -> MeetingFilter:
    """The filter of the address; what is not of its form does not limit."""
    values: dict[str, Any] = {"text": asked.get("text")[:300], "organization": asked.get("organization") or None}
    if asked.get("progress") in ("new", "begun", "done"):
        values["progress"] = asked.get("progress")
    for name in ("since", "until"):
        if _DAY.fullmatch(asked.get(name)):
            values[name] = asked.get(name)
    for name in ("low", "conflict", "carried_over", "vanished"):
        values[name] = asked.get(name) == "1"
    return MeetingFilter(**values)


def _follow_up_filter(asked: Asked) -> FollowUpFilter:
    due, status = asked.get("due"), asked.get("status")
    return FollowUpFilter(
        owner=asked.get("owner") or None,
        statuses=(FollowUpStatus(status),) if status in set(FollowUpStatus) else (),
        due=due if due in ("overdue", "soon", "none") or _MONTH.fullmatch(due) else None,
        text=asked.get("text")[:300],
        pending=asked.get("reviewed") != "1",
    )
