"""A thousand follow-ups with hostile texts into every file, and the same ids, owners and days out of it again."""

import csv
import json
import re
import shlex
import sqlite3
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import lxml.html
import pytest

from notula.models.handover import Batch
from notula.pipeline.export.delimited import unguarded
from notula.pipeline.export.icalendar_file import EVENT
from notula.pipeline.export.interface import ExportOptions, Report
from notula.pipeline.export.marks import find_id
from notula.pipeline.export.table import EXPORTERS
from notula.pipeline.export.words import one_line, owner_names

Known = tuple[tuple[str, ...], str | None]  # owners, day
Found = dict[str, Known]
MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
          "November", "Desember")  # fmt: skip


def day_of(words: str) -> str | None:
    """The ISO day of ``5 Mei 2026``, whatever follows it."""
    found = re.match(r"(\d{1,2}) (\w+) (\d{4})(?!\d)", words)
    if not found or found[2] not in MONTHS:
        return None
    return date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1])).isoformat()


def names_of(cell: str | None, separator: str = "; ") -> tuple[str, ...]:
    return tuple(cell.split(separator)) if cell else ()


def rows_of(path: str, separator: str = ",") -> Iterable[dict[str, str]]:
    text = Path(path).read_text("utf-8-sig")
    return csv.DictReader(text.splitlines(keepends=True), delimiter=separator, strict=True)


def from_results(results: Iterable[dict[str, Any]]) -> Found:
    return {
        item["id"]: (tuple(one_line(owner["name"]) for owner in item["owners"]), item["due"]["date"])
        for result in results
        for item in result["follow_ups"]
    }


def read_json(report: Report) -> Found:
    return from_results(json.loads(Path(report.paths[0]).read_text("utf-8")))


def read_jsonl(report: Report) -> Found:
    with Path(report.paths[0]).open(encoding="utf-8", newline="\n") as file:
        return from_results(json.loads(line) for line in file)


def read_csv(report: Report) -> Found:
    return {
        row["ID Notula"]: (names_of(unguarded(row["Penanggung Jawab"])), row["Tenggat"] or None)
        for row in rows_of(report.paths[0], ";")
    }


def read_xlsx(report: Report) -> Found:
    import openpyxl

    book = openpyxl.load_workbook(report.paths[0], read_only=True)
    titles, *rows = book["Tindak Lanjut"].iter_rows(values_only=True)
    book.close()
    found = [dict(zip(titles, row, strict=True)) for row in rows]
    assert all(row["Tenggat"] is None or isinstance(row["Tenggat"], datetime) for row in found)
    return {
        row["ID Notula"]: (names_of(row["Penanggung Jawab"]), row["Tenggat"] and row["Tenggat"].date().isoformat())
        for row in found
    }


def read_tables(follow_ups: Iterable[Any], owners: Iterable[Any]) -> Found:
    """Of tables that hang together by ids: (id, day) and (id, position, name)."""
    names: dict[str, list[tuple[int, str]]] = {}
    for own_id, position, name in owners:
        names.setdefault(own_id, []).append((int(position), name))
    return {
        own_id: (tuple(name for _, name in sorted(names.get(own_id, []))), str(due) if due else None)
        for own_id, due in follow_ups
    }


def read_data_package(report: Report) -> Found:
    folder = Path(report.paths[0])
    follow_ups = [(row["id"], row["due_date"]) for row in rows_of(str(folder / "follow_ups.csv"))]
    owners = [(row["follow_up_id"], row["position"], row["name"]) for row in rows_of(str(folder / "owners.csv"))]
    return read_tables(follow_ups, owners)


def read_sqlite(report: Report) -> Found:
    database = sqlite3.connect(report.paths[0])
    try:
        follow_ups = database.execute("SELECT id, due_date FROM notula_follow_ups").fetchall()
        owners = database.execute("SELECT follow_up_id, position, name FROM notula_owners").fetchall()
    finally:
        database.close()
    return read_tables(follow_ups, owners)


def read_parquet(report: Report) -> Found:
    from pyarrow import parquet

    rows = parquet.read_table(report.paths[0], columns=["id", "owners", "due_date"]).to_pylist()
    return {row["id"]: (tuple(row["owners"]), row["due_date"] and row["due_date"].isoformat()) for row in rows}


def read_icalendar(report: Report) -> Found:
    text = Path(report.paths[0]).read_bytes().decode("utf-8").replace("\r\n ", "")
    found: Found = {}
    for task in re.findall(r"BEGIN:VTODO\r\n(.*?)END:VTODO\r\n", text, re.S):
        lines = [line.split(":", 1) for line in task.split("\r\n")]
        owners = tuple(re.sub(r"\\(.)", r"\1", line[1]) for line in lines if line[0] == "CONTACT")
        values = {line[0]: line[1] for line in lines if len(line) == 2}
        due = values.get("DUE;VALUE=DATE")
        found[values["UID"]] = (owners, due and f"{due[:4]}-{due[4:6]}-{due[6:]}")
    return found


def read_taskwarrior(report: Report) -> Found:
    found: Found = {}
    for line in Path(report.paths[0]).read_text("utf-8").split("\n")[:-1]:
        task = json.loads(line)
        # The meetings are in three zones; whichever it is, the deadline is the last second of a day there.
        due = datetime.strptime(task["due"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC) if "due" in task else None
        ends = [due.astimezone(timezone(timedelta(hours=hours))) for hours in (7, 8, 9)] if due else []
        days = [end.date().isoformat() for end in ends if end.strftime("%H%M%S") == "235959"]
        found[task["uuid"]] = (names_of(task.get("notula_owner")), days[0] if due else None)
    return found


def from_description(text: str) -> tuple[str, tuple[str, ...], str | None]:
    """Our id, the owners and the day that a description tells."""
    lines = text.split("\n")
    owners = next((line.split(": ", 1)[1] for line in lines if line.startswith("Penanggung jawab: ")), "")
    due = next((line.split(": ", 1)[1] for line in lines if line.startswith("Tenggat: ")), "")
    own_id = find_id(text)
    assert own_id
    return own_id, names_of(owners), day_of(due)


def read_tracker(report: Report, text: str, due: str) -> Found:
    found: Found = {}
    for path in report.paths:
        for row in rows_of(path) if path.endswith(".csv") else ():
            own_id, owners, _ = from_description(row[text])
            found[own_id] = (owners, row[due] or None)
    return found


def read_todoist(report: Report) -> Found:
    found: Found = {}
    own_id, due = "", None
    for row in rows_of(report.paths[0]):
        if row["TYPE"] == "task":
            own_id, due = find_id(row["DESCRIPTION"]) or "", row["DATE"] or None
        elif row["TYPE"] == "note":
            _, owners, _ = from_description(row["CONTENT"] + f"\nnotula-id: {own_id}")
            found[own_id] = (owners, due)
    return found


def read_github(report: Report) -> Found:
    issues = json.loads(Path(report.paths[0]).read_text("utf-8"))
    return {own_id: (owners, due) for own_id, owners, due in (from_description(issue["body"]) for issue in issues)}


def read_github_script(report: Report) -> Found:
    text = Path(report.paths[0]).read_text("utf-8")
    words = shlex.split(text[text.index("\ncreate '") if "\ncreate '" in text else text.index("\ncreate ") :])
    bodies = [words[place + 3] for place, word in enumerate(words) if word == "create"]
    return {own_id: (owners, due) for own_id, owners, due in map(from_description, bodies)}


def read_markdown(report: Report) -> Found:
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    page = lxml.html.fromstring(markdown.render(Path(report.paths[0]).read_text("utf-8")))
    found: Found = {}
    for row in page.iterfind(".//tbody/tr"):
        cells = row.findall("td")
        for line_break in row.iterfind(".//br"):
            line_break.tail = "\n" + (line_break.tail or "")
        (comment,) = cells[1].xpath("./comment()")
        owners, due = cells[2].text_content(), cells[3].text_content()
        found[find_id(comment.text)] = (names_of(owners if owners != "-" else "", "\n"), day_of(due))
    return found


def read_html(report: Report) -> Found:
    page = lxml.html.fromstring(Path(report.paths[0]).read_text("utf-8"))
    found: Found = {}
    for row in page.iterfind(".//tbody/tr"):
        cells = [cell.text_content() for cell in row.iterfind("td")]
        found[row.get("id")] = (names_of(cells[2] if cells[2] != "-" else "", "\n"), day_of(cells[3]))
    return found


def read_docx(report: Report) -> Found:
    body = docx.Document(report.paths[0]).element.body
    space = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    found: Found = {}
    for row in body.iterfind(".//w:tr", space):
        mark = row.find(".//w:bookmarkStart", space)
        if mark is not None:
            plain = mark.get(f"{{{space['w']}}}name").removeprefix("notula_")
            own_id = "-".join((plain[:8], plain[8:12], plain[12:16], plain[16:20], plain[20:]))
            cells = [[text.text for text in cell.iterfind(".//w:t", space)] for cell in row.iterfind("w:tc", space)]
            found[own_id] = (tuple(cells[2]) if cells[2] != ["-"] else (), day_of(cells[3][0]))
    return found


READERS: dict[str, Callable[[Report], Found]] = {
    "json": read_json,
    "jsonl": read_jsonl,
    "csv": read_csv,
    "xlsx": read_xlsx,
    "datapackage": read_data_package,
    "parquet": read_parquet,
    "sqlite": read_sqlite,
    "icalendar": read_icalendar,
    "taskwarrior": read_taskwarrior,
    "todoist": read_todoist,
    "jira": lambda report: read_tracker(report, "Description", "Due Date"),
    "gitlab": lambda report: read_tracker(report, "description", "due_date"),
    "github": read_github,
    "github-script": read_github_script,
    "redmine": lambda report: read_tracker(report, "description", "due_date"),
    "markdown": read_markdown,
    "html": read_html,
    "docx": read_docx,
}
NEEDS = {"xlsx": "openpyxl", "parquet": "pyarrow", "markdown": "markdown_it"}
IN_ONE_CELL = {"csv", "xlsx", "taskwarrior", "todoist", "jira", "gitlab", "github", "github-script", "redmine"}


def expected(name: str, batch: Batch) -> Found:
    rows = [row for row in batch.follow_ups if name != "todoist" or row.status != "done"]
    found: Found = {}
    for row in rows:
        names = owner_names(row)
        if name in IN_ONE_CELL:  # names stand in one cell, with semicolons between them
            names = [owner.replace(";", ",") for owner in names]
        if name in ("json", "jsonl"):  # half a pair of code units cannot get into a result in the first place
            names = [owner.encode("utf-8", "replace").decode() for owner in map(restored, row.owners)]
        found[row.id] = (tuple(names), row.due_date)
    return found


def restored(owner: Any) -> str:
    return one_line(owner.name.encode("utf-8", "replace").decode("utf-8"))


@pytest.mark.parametrize("name", READERS)
def test_the_same_ids_owners_and_days_come_back(
    name: str, hostile: Batch, tmp_path: Path, client: Callable[[str], object]
) -> None:
    if name in NEEDS:
        client(NEEDS[name])
    exporter = EXPORTERS[name]
    report = exporter.write(hostile, str(tmp_path / f"hasil{exporter.suffix}"), ExportOptions())
    assert READERS[name](report) == expected(name, hostile)


def test_every_exporter_is_read_back() -> None:
    assert READERS.keys() == EXPORTERS.keys() - {"postgresql"}, "PostgreSQL is read back in test_databases"


def test_an_event_has_an_id_of_its_own(hostile: Batch, tmp_path: Path, client: Callable[[str], Any]) -> None:
    report = EXPORTERS["icalendar"].write(hostile, str(tmp_path / "x.ics"), ExportOptions(events=True))
    calendar = client("icalendar").Calendar.from_ical(Path(report.paths[0]).read_bytes())
    found = {str(event["uid"]): event["dtstart"].dt.isoformat() for event in calendar.walk("VEVENT")}
    assert found == {row.id + EVENT: row.due_date for row in hostile.follow_ups if row.due_date}


@pytest.mark.parametrize("name", READERS)
def test_the_same_rows_give_the_same_bytes(
    name: str, hostile: Batch, tmp_path: Path, client: Callable[[str], object]
) -> None:
    if name == "parquet":
        client("pyarrow")
    exporter = EXPORTERS[name]
    written = []
    for folder in ("satu", "dua"):
        (tmp_path / folder).mkdir()
        report = exporter.write(hostile, str(tmp_path / folder / f"hasil{exporter.suffix}"), ExportOptions())
        files = [path for top in map(Path, report.paths) for path in (sorted(top.iterdir()) if top.is_dir() else [top])]
        written.append({path.name: contents(path, name) for path in files})
    assert written[0] == written[1]


def contents(path: Path, name: str) -> object:
    """What a file holds; of a database its rows, as SQLite counts its changes."""
    if name == "sqlite":
        database = sqlite3.connect(path)
        lines = list(database.iterdump())
        database.close()
        return lines
    if path.suffix in (".xlsx", ".docx"):
        with ZipFile(path) as archive:
            return {entry: archive.read(entry) for entry in archive.namelist()}
    return path.read_bytes()
