"""The contract itself: reviewed results as one JSON array or as JSON Lines, with their JSON Schema beside them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from notula.models.handover import Batch
from notula.models.result import Result
from notula.pipeline.export.files import text_file
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.schema import json_schema

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def write_json(batch: Batch, target: str, options: ExportOptions) -> Report:
    """One array of results, and ``<stem>.schema.json``, which describes the whole array."""
    work, path, written = Work(batch, options), Path(target), 0
    with text_file(path) as file:
        file.write("[")
        for number, result in enumerate(batch.results):
            file.write(("," if number else "") + "\n" + result.model_dump_json())
            written += len(result.follow_ups)
        file.write("\n]\n")
    return work.report((path, _schema_beside(path, array_schema())), written)


def write_jsonl(batch: Batch, target: str, options: ExportOptions) -> Report:
    """A result a line, and ``<stem>.schema.json``, which describes one line."""
    work, path, written = Work(batch, options), Path(target), 0
    with text_file(path) as file:
        for line, follow_ups in _lines(batch):
            file.write(line + "\n")
            written += follow_ups
    return work.report((path, _schema_beside(path, json_schema("result"))), written)


def array_schema() -> dict[str, Any]:
    """The JSON Schema of an array of results: that of one result, its definitions moved to the top."""
    one = json_schema("result")
    definitions = one.pop("$defs") | {"Result": {key: value for key, value in one.items() if not key.startswith("$")}}
    items = {"$ref": "#/$defs/Result"}
    return {"$schema": _DIALECT, "$id": "urn:notula:schema:results:1", "type": "array", "items": items,
            "$defs": definitions}  # fmt: skip


def _lines(batch: Batch) -> Iterator[tuple[str, int]]:
    result: Result
    for result in batch.results:
        yield result.model_dump_json(), len(result.follow_ups)


def _schema_beside(path: Path, schema: dict[str, Any]) -> Path:
    beside = path.with_name(f"{path.stem}.schema.json")
    with text_file(beside) as file:
        file.write(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
    return beside
