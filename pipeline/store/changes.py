"""What a decision wants to change, as JSON by field, checked against the list that the item stands in."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from notula.models.base import Model
from notula.models.evidence import Evidence
from notula.models.minutes import AgreementKind
from notula.models.review import ItemList
from notula.pipeline.errors import DecisionError
from notula.pipeline.store.values import FIELDS, Json, party_key, value_of

_NEEDED: Final = ("text", "action", "kind", "status")


def changed_fields(changes: Model, of_list: str) -> Json:
    """The fields that are given, as JSON.

    Raises:
        DecisionError: the list's items have no such field, a needed one is empty, or a date is none.
    """
    given = {name: value for name, value in changes.model_dump(mode="json").items() if name in changes.model_fields_set}
    for name, value in given.items():
        if name not in FIELDS[of_list]:
            raise DecisionError("decision.field", field=name)
        if name in _NEEDED and not (value or "").strip():
            raise DecisionError("decision.empty", field=name)
        _check_dates(value)
        _check_names(name, value)
    return given


def check_day(value: str) -> None:
    """See that a text is an ISO day.

    Raises:
        DecisionError: it is not.
    """
    try:
        good = date.fromisoformat(value).isoformat() == value
    except ValueError:
        good = False
    if not good:
        raise DecisionError("decision.date", value=value)


def check_evidence(evidence: Evidence | None, text: str) -> Json | None:
    """Evidence as JSON; None for none.

    Raises:
        DecisionError: its quote is not what stands there.
    """
    if evidence is None:
        return None
    if not evidence.quote or text[evidence.char_start : evidence.char_end] != evidence.quote:
        raise DecisionError("decision.evidence")
    return evidence.model_dump(mode="json")


def completed(values: Json, of_list: str) -> Json:
    """Values with what items of a list cannot be without: a follow-up's action, an agreement's kind."""
    if of_list == ItemList.FOLLOW_UPS and not values.get("action"):
        return {**values, "action": values["text"]}
    if of_list == ItemList.AGREEMENTS and not values.get("kind"):
        return {**values, "kind": AgreementKind.DECISION}
    return values


def piece_of(values: Json, given: Json, of_list: str) -> Json:
    """The values of a part of an item: what is not given is the whole's, but a new text brings its own action."""
    if of_list == ItemList.FOLLOW_UPS and "text" in given and "action" not in given:
        given = {**given, "action": given["text"]}
    return {**values, **given}


def merged(items: Sequence[Json], of_list: str) -> Json:
    """The values that several items have together, the first one's leading."""
    found: Json = {}
    for name in FIELDS[of_list]:
        given = [value for item in items if (value := value_of(item, name)) not in (None, [])]
        if name in ("text", "action"):
            texts = given if name == "text" else [item.get("action") or item["text"] for item in items]
            found[name] = "; ".join(dict.fromkeys(text.strip().rstrip(".;") for text in texts))
        elif name in ("owners", "recipients"):
            parties = {party_key(party): party for parties in reversed(given) for party in reversed(parties)}
            found[name] = list(reversed(parties.values()))
        elif name != "status" and given:
            found[name] = given[0]
    return found


def _check_dates(value: Any) -> None:
    if isinstance(value, dict):
        for name in ("date", "start", "end"):
            day = value.get(name)
            if isinstance(day, str) and "zone" not in value:
                check_day(day)


def _check_names(name: str, value: Any) -> None:
    """Parties have names, and titles and places have words."""
    parties = value if isinstance(value, list) else ()
    empty = any(not party["name"].strip() for party in parties)
    if name in ("title", "place") and value is not None:
        empty = not value["text"].strip()
    if empty:
        raise DecisionError("decision.empty", field=name)
