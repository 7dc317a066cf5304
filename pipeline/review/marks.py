"""What the page's scripts read beside the HTML: where values stand in the source, and what forms begin with."""

import json
from collections.abc import Iterable
from typing import Any

from notula.models.evidence import Evidence
from notula.models.review import HeaderValues, ItemValues, ReviewedHeader, ReviewedItem


def marks(value: Any, look: str) -> list[tuple[str, Evidence]]:
    """The evidence of a value, of each of several, or of none, with the mark's look."""
    values = value if isinstance(value, tuple | list) else (value,)
    return [(look, each.evidence) for each in values if each is not None and each.evidence is not None]


def entry_marks(entry: ReviewedItem | ReviewedHeader) -> list[tuple[str, Evidence]]:
    """The evidence of an entry field by field, the widest first, so that narrower marks lie above."""
    if isinstance(entry, ReviewedHeader):
        return _header_marks(entry.values)
    own = [("action", entry.evidence)] if entry.evidence else []
    return own + _item_marks(entry.values)


def _item_marks(values: ItemValues) -> list[tuple[str, Evidence]]:
    return marks(values.owners, "owner") + marks(values.recipients, "more") + marks(values.due, "due")


def _header_marks(values: HeaderValues) -> list[tuple[str, Evidence]]:
    return (
        marks(values.title, "action")
        + marks(values.place, "more")
        + marks((values.date, values.time), "due")
        + marks((*values.chair, *values.note_taker), "owner")
    )


def marks_json(found: Iterable[tuple[str, Evidence]]) -> str:
    """Marks for the script: look, page, first and last character, boxes as ``[page, x0, top, x1, bottom]``."""
    rows = [
        {
            "m": look,
            "p": each.page,
            "s": each.char_start,
            "e": each.char_end,
            "b": [[box.page, box.x0, box.top, box.x1, box.bottom] for box in each.boxes],
        }
        for look, each in found
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def values_json(entry: ReviewedItem | ReviewedHeader) -> str:
    """An entry's values for the forms: parties by name, deadlines and days as they would be typed."""
    if isinstance(entry, ReviewedHeader):
        return _json(_header_form(entry.values))
    values = entry.values
    due = values.due
    return _json({
        "text": values.text,
        "action": values.action or "",
        "kind": values.kind,
        "owners": [party.name for party in values.owners],
        "recipients": [party.name for party in values.recipients],
        "due": (due.text or due.date or "") if due else "",
        "due_date": due.date if due else None,
        "status": values.status,
    })  # fmt: skip


def _header_form(values: HeaderValues) -> dict[str, Any]:
    date, time = values.date, values.time
    days = " s.d. ".join(each for each in (date.start, date.end) if each) if date else ""
    hours = " - ".join(each.replace(":", ".") for each in (time.start, time.end) if each) if time else ""
    return {
        "title": values.title.text if values.title else "",
        "date": days or (date.text if date else ""),
        "time": f"{hours} {time.zone or ''}".strip() if time else "",
        "place": values.place.text if values.place else "",
        "mode": values.mode or "",
    } | {
        name: [party.name for party in getattr(values, name)] for name in ("chair", "note_taker", "attendees", "absent")
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
