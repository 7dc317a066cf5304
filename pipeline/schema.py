"""The JSON Schemas (draft 2020-12) of what a run writes, made from the models."""

from typing import Any, Literal

from notula.models.base import Model
from notula.models.feed import FeedEvent
from notula.models.manifest import Entry
from notula.models.result import Result

Of = Literal["result", "manifest", "feed"]
_MODELS: dict[Of, type[Model]] = {"result": Result, "manifest": Entry, "feed": FeedEvent}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(of: Of = "result") -> dict[str, Any]:
    """The schema of a result file, or of one line of the manifest or the feed.

    It describes every version of the contract that begins with the same number: such versions only add fields, so a
    field that this one does not know is allowed, and ``schema_version`` may go on counting after the dot. What is
    written always holds every field, empty ones too, so all are required.
    """
    schema = _MODELS[of].model_json_schema(mode="serialization")
    if of == "result":
        schema["properties"]["schema_version"] = {"type": "string", "pattern": r"^1\.\d+$"}
    _open(schema)
    return {"$schema": _DIALECT, "$id": f"urn:notula:schema:{of}:1", **schema}


def _open(node: Any) -> None:
    """Allow unknown fields in every object of a schema and require the known ones."""
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict) and node.get("type") == "object":
            node.pop("additionalProperties", None)
            node["required"] = list(node["properties"])
        for value in node.values():
            _open(value)
    elif isinstance(node, list):
        for value in node:
            _open(value)
