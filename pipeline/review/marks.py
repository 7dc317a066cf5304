"""What the page's scripts read beside the HTML: where values stand in the source, and what forms begin with."""

import json
from collections.abc import Iterable
from typing import Any, Final

from notula.models.evidence import Evidence
from notula.models.review import HeaderValues, ReviewedHeader, ReviewedItem

_ITEM: Final = {"owners": "owner", "recipients": "more", "due": "due"}  # field -> look of its marks
_HEADER: Final = {"title": "action", "place": "more", "date": "due", "time": "due", "chair": "owner",
                  "note_taker": "owner"}  # fmt: skip


def marks(value: Any, look: str) -> list[tuple[str, Evidence]]:
    """The evidence of a value, of each of several, or of none, with the mark's look."""
    values = value if isinstance(value, tuple | list) else (value,)
    return [(look, each.evidence) for each in values if each is not None and each.evidence is not None]


def entry_marks(entry: ReviewedItem | ReviewedHeader) -> list[tuple[str, Evidence]]:
    """The evidence of an entry field by field, the widest first, so that narrower marks lie above."""
    found = [("action", entry.evidence)] if isinstance(entry, ReviewedItem) and entry.evidence else []
    fields = _ITEM if isinstance(entry, ReviewedItem) else _HEADER
    return found + [mark for name in fields for mark in field_marks(entry, name)]


def field_marks(entry: ReviewedItem | ReviewedHeader, name: str) -> list[tuple[str, Evidence]]:
    """The evidence of one field; where a person has given it another value, that of what the pipeline read."""
    looks = _ITEM if isinstance(entry, ReviewedItem) else _HEADER
    for values in (entry.values, entry.machine):
        if values is not None and (found := marks(getattr(values, name), looks[name])):
            return found
    return []


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
