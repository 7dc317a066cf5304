"""What items say, as JSON objects by field, and when two values of a field say the same.

In the store a value is the JSON of its model. Which fields an item has depends on its list; a field that is left out
has its empty value.
"""

import json
from collections.abc import Callable
from typing import Any, Final

from notula.models.minutes import Item
from notula.models.result import Result
from notula.models.review import HeaderValues, ItemList, ItemValues
from notula.pipeline.text import fold, key

Json = dict[str, Any]

_HEADER: Final = ("title", "date", "time", "place", "mode", "chair", "note_taker", "attendees", "absent")
_FOLLOW_UP: Final = ("text", "action", "owners", "recipients", "due", "status")
FIELDS: Final[dict[str, tuple[str, ...]]] = {
    ItemList.MEETING: _HEADER,
    ItemList.AGENDA: ("text",),
    ItemList.AGREEMENTS: ("text", "kind"),
    ItemList.FOLLOW_UPS: _FOLLOW_UP,
    ItemList.SUGGESTIONS: ("text",),
}
PARTIES: Final = ("owners", "recipients", "chair", "note_taker", "attendees", "absent")


def item_values(item: Item, of_list: str) -> Json:
    """What the pipeline read for an item, without empty fields."""
    return _filled(item.model_dump(mode="json", include=set(FIELDS[of_list])))


def header_values(result: Result) -> Json:
    """What the pipeline read for a meeting's header and attendance, without empty fields."""
    dumped = result.model_dump(mode="json", include={"meeting", "attendees", "absent"})
    return _filled({**dumped["meeting"], "attendees": dumped["attendees"], "absent": dumped["absent"]})


_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def empty_value(field: str) -> Any:
    """The value of a field that says nothing."""
    return [] if field in PARTIES else "open" if field == "status" else None


def value_of(values: Json | None, field: str) -> Any:
    """A field's value, its empty one where it is left out."""
    return (values or {}).get(field, empty_value(field))


def pack(value: Any) -> str:
    """JSON as it stands in the store."""
    return _ENCODE(value)


def unpack(text: str | None) -> Json:
    """The object that ``pack`` wrote; an empty one for None."""
    found: Json = json.loads(text) if text else {}
    return found


def unpack_list(text: str) -> list[Any]:
    """The list that ``pack`` wrote."""
    found: list[Any] = json.loads(text)
    return found


def same(field: str, one: Any, other: Any) -> bool:
    """Whether two values of a field say the same: evidence, confidence, punctuation and case do not matter.

    Parties are the same where they share a spelling; a role or organization that only one of them has does not matter.
    """
    if one == other:
        return True
    if field in PARTIES:
        return _same_parties(one or [], other or [])
    return bool(_ESSENCE[field](one) == _ESSENCE[field](other))


def identical(one: Any, other: Any) -> bool:
    """Whether two values are written alike, whatever their evidence and confidence."""
    return bool(_bare(one) == _bare(other))


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _bare(part) for name, part in value.items()
                if name not in ("evidence", "confidence") and part not in (None, [], "")}  # fmt: skip
    return [_bare(part) for part in value] if isinstance(value, list) else value


def without_boxes(value: Any) -> Any:
    """A value whose evidence has no boxes: what is kept in the log."""
    if isinstance(value, dict):
        return {name: [] if name == "boxes" else without_boxes(part) for name, part in value.items()}
    return [without_boxes(part) for part in value] if isinstance(value, list) else value


def anchored(value: Any, text: str) -> Any:
    """A value whose evidence holds in ``text``: moved to where its quote stands now (without boxes), else None."""
    if isinstance(value, list):
        return [anchored(part, text) for part in value]
    if not isinstance(value, dict):
        return value
    if "quote" in value and "char_start" in value:
        return _moved(value, text)
    return {name: anchored(part, text) for name, part in value.items()}


def _moved(evidence: Json, text: str) -> Json | None:
    """The evidence where its quote stands nearest to its old place; None where it stands nowhere."""
    quote, start = evidence["quote"], evidence["char_start"]
    if text[start : evidence["char_end"]] == quote:
        return evidence
    places = [text.find(quote, start), text.rfind(quote, 0, start + len(quote))]
    found = [place for place in places if place >= 0]
    if not found or not quote:
        return None
    place = min(found, key=lambda at: abs(at - start))
    return {**evidence, "char_start": place, "char_end": place + len(quote), "boxes": [], "page": None, "place": None}


def party_key(party: Json) -> str:
    """The name under which a party is counted."""
    return fold(party.get("canonical_name") or party["name"])


def words_of(values: Json) -> str:
    """What full-text search finds an item by."""
    text, action = values.get("text"), values.get("action")
    if text is None:  # a header
        named = [(values.get(name) or {}).get("text") for name in ("title", "place")]
        return " · ".join(filter(None, named))
    return f"{text} · {action}" if action and key(action) not in key(text) else str(text)


def names_of(values: Json) -> str:
    """The names that full-text search finds an item by."""
    found: dict[str, None] = {}
    for field in PARTIES:
        for party in values.get(field) or ():
            found.update({name: None for name in (party["name"], party.get("canonical_name")) if name})
    return ", ".join(found)


def with_defaults(values: Json, of_list: str) -> Json:
    """The values as the model of an item (or a header) takes them."""
    return values if of_list == ItemList.MEETING else {"text": "", **values}


def model_of(values: Json, of_list: str) -> ItemValues | HeaderValues:
    """The values as a model."""
    model = HeaderValues if of_list == ItemList.MEETING else ItemValues
    return model.model_validate(values)


def _filled(values: Json) -> Json:
    return {name: value for name, value in values.items() if value != empty_value(name)}


def _text(value: Any) -> Any:
    return key(value) if value else None


def _written(value: Any) -> Any:
    return key(value["text"]) if value else None


def _due(value: Any) -> Any:
    return (value["date"] or key(value["text"])) if value else None


def _date(value: Any) -> Any:
    return (value["start"], value.get("end")) if value else None


def _time(value: Any) -> Any:
    return (value["start"], value.get("end"), value.get("zone")) if value else None


def _same_parties(one: list[Json], other: list[Json]) -> bool:
    left = list(other)
    for party in one:
        twin = next((index for index, another in enumerate(left) if _same_party(party, another)), None)
        if twin is None:
            return False
        del left[twin]
    return not left


def _same_party(one: Json, other: Json) -> bool:
    if not _spellings(one) & _spellings(other):
        return False
    return all(not one.get(part) or not other.get(part) or key(one[part]) == key(other[part])
               for part in ("role", "organization"))  # fmt: skip


def _spellings(party: Json) -> set[str]:
    names = (party["name"], party.get("canonical_name"), *(party.get("aliases") or ()))
    return {key(name) for name in names if name}


def _plain(value: Any) -> Any:
    return value


_ESSENCE: Final[dict[str, Callable[[Any], Any]]] = {
    "text": _text, "action": _text, "kind": _plain, "status": _plain, "mode": _plain, "due": _due,
    "title": _written, "place": _written, "date": _date, "time": _time,
}  # fmt: skip
