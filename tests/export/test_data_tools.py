"""Data tools read the exports: Frictionless, pandas, DuckDB, pyarrow, and validators of JSON Schema."""

import json
import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from notula.models.handover import Batch, Row
from notula.pipeline.export.interface import ExportOptions
from notula.pipeline.export.table import EXPORTERS
from notula.pipeline.export.words import owner_names, plain

Client = Callable[[str], ModuleType]
OPTIONS = ExportOptions()


def days(batch: Batch) -> dict[str, str | None]:
    return {row.id: row.due_date for row in batch.follow_ups}


# --- Data Package ----------------------------------------------------------------------------------------------------


@pytest.fixture
def frictionless(client: Client, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the packages that it needs
        return client("frictionless")


@pytest.mark.parametrize("name", ["paket", "paket.zip"])
def test_frictionless_finds_the_package_valid(
    name: str, frictionless: ModuleType, hostile: Batch, tmp_path: Path
) -> None:
    EXPORTERS["datapackage"].write(hostile, str(tmp_path / name), OPTIONS)
    described = tmp_path / name / "datapackage.json" if name == "paket" else tmp_path / name
    command = [sys.executable, "-W", "ignore", "-m", "frictionless", "validate", "--json", described.name]
    done = subprocess.run(command, cwd=described.parent, capture_output=True, encoding="utf-8")
    report = json.loads(done.stdout)
    assert report["valid"] and done.returncode == 0, report["errors"]
    rows = {task["name"]: task["stats"]["rows"] for task in report["tasks"]}
    assert rows["follow_ups"] == 1_000 and rows["agreements"] == 200 and rows["attendees"] == 400


def test_frictionless_sees_a_table_that_was_changed(
    frictionless: ModuleType, batch: Callable[..., Batch], row: Callable[..., Row], tmp_path: Path
) -> None:
    EXPORTERS["datapackage"].write(batch(row()), str(tmp_path / "paket"), OPTIONS)
    with (tmp_path / "paket" / "owners.csv").open("a") as file:
        file.write("hilang,1,Bappeda,,,\r\n")
    command = [sys.executable, "-W", "ignore", "-m", "frictionless", "validate", "--json", "datapackage.json"]
    done = subprocess.run(command, cwd=tmp_path / "paket", capture_output=True, encoding="utf-8")
    found = {error["type"] for task in json.loads(done.stdout)["tasks"] for error in task["errors"]}
    assert done.returncode == 1 and {"hash-count", "byte-count", "foreign-key"} & found


def test_a_meeting_that_is_not_handed_over_breaks_no_key(
    frictionless: ModuleType, batch: Callable[..., Batch], row: Callable[..., Row], tmp_path: Path
) -> None:
    EXPORTERS["datapackage"].write(batch(row(), meetings=()), str(tmp_path / "paket"), OPTIONS)
    command = [sys.executable, "-W", "ignore", "-m", "frictionless", "validate", "datapackage.json"]
    assert subprocess.run(command, cwd=tmp_path / "paket", capture_output=True).returncode == 0


# --- tables ----------------------------------------------------------------------------------------------------------


def test_pandas_reads_the_csv(client: Client, hostile: Batch, tmp_path: Path) -> None:
    pandas = client("pandas")
    EXPORTERS["csv"].write(hostile, str(tmp_path / "x.csv"), ExportOptions(separator=","))
    frame = pandas.read_csv(
        tmp_path / "x.csv", parse_dates=["Tenggat"], keep_default_na=False, na_values={"Tenggat": [""]}
    )
    found = {own_id: None if pandas.isna(due) else due.date().isoformat()
             for own_id, due in zip(frame["ID Notula"], frame["Tenggat"], strict=True)}  # fmt: skip
    assert found == days(hostile)


def test_pandas_reads_the_parquet_file(client: Client, hostile: Batch, tmp_path: Path) -> None:
    client("pyarrow")
    EXPORTERS["parquet"].write(hostile, str(tmp_path / "x.parquet"), OPTIONS)
    frame = client("pandas").read_parquet(tmp_path / "x.parquet")
    assert dict(zip(frame["id"], frame["action"], strict=True)) == {
        row.id: plain(row.action) for row in hostile.follow_ups
    }


def test_duckdb_joins_the_parquet_tables(client: Client, hostile: Batch, tmp_path: Path) -> None:
    client("pyarrow")
    duckdb = client("duckdb")
    EXPORTERS["parquet"].write(hostile, str(tmp_path / "tabel"), OPTIONS)
    found = duckdb.sql(f"""
        SELECT f.id, f.due_date, list(o.name ORDER BY o.position) FILTER (o.name IS NOT NULL)
        FROM '{tmp_path}/tabel/follow_ups.parquet' f
        JOIN '{tmp_path}/tabel/meetings.parquet' m ON m.id = f.meeting_id
        LEFT JOIN '{tmp_path}/tabel/owners.parquet' o ON o.follow_up_id = f.id
        GROUP BY ALL
    """).fetchall()
    assert {own_id: (str(due) if due else None, owners or []) for own_id, due, owners in found} == {
        row.id: (row.due_date, owner_names(row)) for row in hostile.follow_ups
    }


def test_duckdb_reads_the_csv(client: Client, hostile: Batch, tmp_path: Path) -> None:
    duckdb = client("duckdb")
    EXPORTERS["csv"].write(hostile, str(tmp_path / "x.csv"), OPTIONS)
    query = f"""SELECT "ID Notula", "Tenggat" FROM read_csv('{tmp_path}/x.csv', delim=';', header=true, quote='"',
                escape='"', all_varchar=true)"""
    assert dict(duckdb.sql(query).fetchall()) == days(hostile)


def test_the_parquet_columns_have_types(client: Client, hostile: Batch, tmp_path: Path) -> None:
    client("pyarrow")
    from pyarrow import parquet

    EXPORTERS["parquet"].write(hostile, str(tmp_path / "x.parquet"), OPTIONS)
    types = {field.name: str(field.type) for field in parquet.read_schema(tmp_path / "x.parquet")}
    assert types["due_date"] == types["meeting_date"] == "date32[day]" and types["page"] == "int32"
    assert types["owners"].startswith("list<") and types["withdrawn"] == "bool"


def test_withdrawn_rows_are_in_no_snapshot(
    client: Client, batch: Callable[..., Batch], row: Callable[..., Row], tmp_path: Path
) -> None:
    client("pyarrow")
    two = batch(row(1), row(2, status="withdrawn"))
    for name in ("csv", "xlsx", "datapackage", "parquet", "markdown", "html", "docx"):
        assert EXPORTERS[name].write(two, str(tmp_path / f"x-{name}{EXPORTERS[name].suffix}"), OPTIONS).written == 1, (
            name
        )
    assert EXPORTERS["parquet"].write(two, str(tmp_path / "tabel"), OPTIONS).written == 1


# --- JSON Schema -----------------------------------------------------------------------------------------------------


@pytest.fixture(params=["json", "jsonl"])
def written(request: pytest.FixtureRequest, hostile: Batch, tmp_path: Path) -> tuple[Path, list[Path]]:
    """The schema of an export, and files that each hold one document that it describes."""
    report = EXPORTERS[request.param].write(hostile, str(tmp_path / f"x.{request.param}"), OPTIONS)
    data, schema = map(Path, report.paths)
    if request.param == "json":
        return schema, [data]
    documents = []
    for number, line in enumerate(data.read_text("utf-8").split("\n")[:-1]):
        documents.append(tmp_path / f"baris-{number}.json")
        documents[-1].write_text(line, "utf-8")
    return schema, documents


def test_check_jsonschema_finds_the_export_valid(client: Client, written: tuple[Path, list[Path]]) -> None:
    client("check_jsonschema")
    schema, documents = written
    command = [sys.executable, "-m", "check_jsonschema"]
    meta = subprocess.run([*command, "--check-metaschema", schema], capture_output=True, encoding="utf-8")
    assert meta.returncode == 0, meta.stdout
    done = subprocess.run([*command, "--schemafile", schema, *documents], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout
    broken = documents[0].read_text("utf-8").replace('"follow_ups":', '"tindak_lanjut":', 1)
    documents[0].write_text(broken, "utf-8")
    assert subprocess.run([*command, "--schemafile", schema, documents[0]], capture_output=True).returncode == 1


_AJV = """
const fs = require("fs")
const Ajv = require("ajv/dist/2020")
const ajv = new Ajv({strict: true, allErrors: true})
require("ajv-formats")(ajv)
const [schema, ...documents] = process.argv.slice(1)
const valid = ajv.compile(JSON.parse(fs.readFileSync(schema, "utf8")))
const bad = documents.filter((name) => !valid(JSON.parse(fs.readFileSync(name, "utf8"))))
console.log(JSON.stringify({checked: documents.length, bad: bad.length, errors: valid.errors}))
"""


def test_ajv_finds_the_export_valid(tool: Callable[[str], str], written: tuple[Path, list[Path]]) -> None:
    node = tool("node")
    there = subprocess.run([node, "-e", 'require("ajv/dist/2020"); require("ajv-formats")'], capture_output=True)
    if there.returncode:
        if os.environ.get("NOTULA_ALL_CLIENTS"):
            pytest.fail("ajv is not where NODE_PATH says")
        pytest.skip("ajv is not installed")
    schema, documents = written
    done = subprocess.run([node, "-e", _AJV, schema, *documents], capture_output=True, encoding="utf-8")
    assert json.loads(done.stdout or "{}") == {"checked": len(documents), "bad": 0, "errors": None}, done.stderr


def test_the_contract_takes_its_own_results_back(batch: Callable[..., Batch], hostile: Batch, tmp_path: Path) -> None:
    from notula.models.result import Result

    copied = replace(hostile, results=iter(hostile.results))  # a generator is read once
    EXPORTERS["jsonl"].write(copied, str(tmp_path / "x.jsonl"), OPTIONS)
    lines = (tmp_path / "x.jsonl").read_text("utf-8").split("\n")[:-1]
    assert [Result.model_validate_json(line) for line in lines] == list(hostile.results)
