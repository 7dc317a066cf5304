import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from notula.models.manifest import Entry
from notula.models.result import Extraction, Result
from notula.pipeline.batch.work import to_json
from notula.pipeline.schema import json_schema

Json = dict[str, Any]


def errors(of: Any, data: Json) -> list[str]:
    validator = jsonschema.Draft202012Validator(json_schema(of))
    return [error.message for error in validator.iter_errors(data)]


@pytest.fixture
def data(make_result: Callable[..., Result]) -> Json:
    return dict(json.loads(to_json(make_result())))


@pytest.mark.parametrize("of", ["result", "manifest"])
def test_the_schema_is_one(of: Any) -> None:
    schema = json_schema(of)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert (schema["$schema"], schema["$id"]) == (
        "https://json-schema.org/draft/2020-12/schema",
        f"urn:notula:schema:{of}:1",
    )


def test_a_result_fits(data: Json) -> None:
    assert errors("result", data) == []


def test_a_manifest_line_fits() -> None:
    entry = Entry(path="a.pdf", status="failed", code="empty", message="-", seconds={"read": 0.1})
    assert errors("manifest", json.loads(entry.model_dump_json())) == []


def test_a_later_version_that_only_grew_fits(data: Json) -> None:
    data["schema_version"] = "1.7"
    data["meeting"]["weather"] = "rain"
    assert errors("result", data) == []


def change(data: Json, path: str, value: Any) -> None:
    *way, last = path.split(".")
    node: Any = data
    for step in way:
        node = node[int(step) if step.isdigit() else step]
    node[last] = value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("schema_version", "2.0"),
        ("status", "fine"),
        ("follow_ups.0.where", "hallway"),
        ("follow_ups.0.confidence", "high"),
        ("follow_ups.0.evidence.char_start", None),
        ("follow_ups.0.owners", "Rina"),
        ("meeting.mode", "radio"),
    ],
)
def test_what_breaks_the_contract_does_not_fit(data: Json, path: str, value: Any) -> None:
    change(data, path, value)
    assert errors("result", data)


def test_what_is_missing_does_not_fit(data: Json) -> None:
    del data["issues"]
    assert errors("result", data) == ["'issues' is a required property"]


def test_every_sample_fits(sample: Path, extractions: Callable[[Path], tuple[Extraction, ...]]) -> None:
    for extraction in extractions(sample):
        assert errors("result", json.loads(to_json(extraction.result))) == []
