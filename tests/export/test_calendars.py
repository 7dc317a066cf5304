"""Calendar programs read the export: todoman, and Radicale as a CalDAV server."""

import base64
import http.client
import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from notula.models.handover import AgreementRow, Batch, MeetingRow, Row, RowOwner
from notula.models.minutes import AgreementKind
from notula.pipeline.export.icalendar_file import EVENT
from notula.pipeline.export.interface import ExportOptions
from notula.pipeline.export.marks import find_id
from notula.pipeline.export.table import EXPORTERS

icalendar = pytest.importorskip("icalendar") if not os.environ.get("NOTULA_ALL_CLIENTS") else __import__("icalendar")
Calendar = icalendar.Calendar
Batches, Rows = Callable[..., Batch], Callable[..., Row]


def export(batch: Batch, folder: Path, *, events: bool = False) -> bytes:
    path = folder / "tindak-lanjut.ics"
    EXPORTERS["icalendar"].write(batch, str(path), ExportOptions(events=events))
    return path.read_bytes()


def only(data: bytes, kind: str) -> Any:
    (found,) = Calendar.from_ical(data).walk(kind)
    return found


# --- the form --------------------------------------------------------------------------------------------------------


def test_lines_are_folded_at_75_octets(hostile: Batch, tmp_path: Path) -> None:
    lines = export(hostile, tmp_path, events=True).split(b"\r\n")
    assert lines.pop() == b"" and max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") for line in lines) and not any(b"\n" in line or b"\r" in line for line in lines)


def test_a_meeting_is_a_journal_with_its_agreements(
    batch: Batches, row: Rows, meeting: Callable[..., MeetingRow], tmp_path: Path
) -> None:
    held = meeting(title="Rapat; koordinasi, air")
    agreed = AgreementRow(id="a", meeting_id=held.id, kind=AgreementKind.DECISION, text="Pipa\ndiganti", quote="-")
    data = export(batch(row(), meetings=(held,), agreements=(agreed,)), tmp_path)
    journal, task = only(data, "VJOURNAL"), only(data, "VTODO")
    assert str(journal["uid"]) == str(task["related-to"]) == held.id
    assert str(journal["summary"]) == "Rapat; koordinasi, air" and journal["dtstart"].dt == date(2026, 2, 10)
    assert "- Pipa diganti" in str(journal["description"])


@pytest.mark.parametrize(
    ("status", "said"),
    [("open", "NEEDS-ACTION"), ("in_progress", "IN-PROCESS"), ("done", "COMPLETED"), ("withdrawn", "CANCELLED")],
)
def test_the_status_is_told(status: str, said: str, batch: Batches, row: Rows, tmp_path: Path) -> None:
    task = only(export(batch(row(status=status, revision=3, done_on="2026-03-02")), tmp_path), "VTODO")
    assert str(task["status"]) == said and task["sequence"] == 3 and find_id(str(task["description"])) == row().id
    assert ("completed" in task) == (status == "done")
    if status == "done":
        assert task["completed"].to_ical() == b"20260302T050000Z"  # noon in Jakarta, so the same day everywhere near


def test_a_task_never_starts_on_the_day_it_is_due(batch: Batches, row: Rows, tmp_path: Path) -> None:
    task = only(export(batch(row(status="in_progress", started_on="2026-05-05")), tmp_path), "VTODO")
    assert "dtstart" not in task and task["due"].dt == date(2026, 5, 5)


def test_an_owner_with_an_address_attends_and_one_without_is_a_contact(
    batch: Batches, row: Rows, tmp_path: Path
) -> None:
    owners = (
        RowOwner(name='Sari "Ayu"\nWulandari', user="sari@contoh.go.id"),
        RowOwner(name="Bappeda", user="bappeda"),
    )
    task = only(export(batch(row(owners=owners)), tmp_path), "VTODO")
    assert [str(name) for name in task["contact"]] == ['Sari "Ayu" Wulandari', "Bappeda"]
    assert str(task["attendee"]) == "mailto:sari@contoh.go.id" and "Sari" in task["attendee"].params["CN"]


def test_a_deadline_becomes_an_all_day_event(batch: Batches, row: Rows, tmp_path: Path) -> None:
    data = export(batch(row(1), row(2, due_date=None)), tmp_path, events=True)
    event = only(data, "VEVENT")
    assert str(event["uid"]) == row(1).id + EVENT and event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)


# --- todoman ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def todoman(tool: Callable[[str], str], tmp_path: Path) -> Callable[..., list[dict[str, Any]]]:
    """Puts a calendar's tasks into a folder, a file each, as synchronisers do, and lists them with todoman."""
    program = tool("todoman")
    lists = tmp_path / "lists" / "rapat"
    lists.mkdir(parents=True)
    (tmp_path / "todoman.py").write_text(
        f'path = "{tmp_path}/lists/*"\ntime_format = ""\ndate_format = "%Y-%m-%d"\ndefault_list = "rapat"\n'
        f'cache_path = "{tmp_path}/cache.sqlite3"\n'
    )

    def run(data: bytes) -> list[dict[str, Any]]:
        for task in Calendar.from_ical(data).walk("VTODO"):
            one = Calendar()
            one.add("version", "2.0")
            one.add("prodid", "test")
            one.add_component(task)
            (lists / f"{task['uid']}.ics").write_bytes(one.to_ical())
        command = [program, "-c", tmp_path / "todoman.py", "--porcelain", "list", "--status", "ANY"]
        environment = {"PATH": "/usr/bin:/bin", "TZ": "Asia/Jakarta", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
        found: list[dict[str, Any]] = json.loads(done.stdout)
        return found

    return run


def test_todoman_lists_the_tasks_and_their_days(
    todoman: Callable[[bytes], list[dict[str, Any]]], batch: Batches, row: Rows, tmp_path: Path
) -> None:
    rows = (row(1, action="=SUM(A1); rapat, air\nbersih 🧑‍🌾"), row(2, due_date="2027-01-31"), row(3, due_date=None))
    data = export(batch(*rows), tmp_path)
    found = sorted(todoman(data), key=lambda task: str(task["due"]))
    assert found == sorted(todoman(data), key=lambda task: str(task["due"])), "a second import doubles nothing"
    assert len(found) == 3 and {task["summary"] for task in found} >= {"=SUM(A1); rapat, air bersih 🧑‍🌾"}
    days = sorted(time.strftime("%Y-%m-%d", time.gmtime(task["due"] + 7 * 3600)) for task in found if task["due"])
    assert days == ["2026-05-05", "2027-01-31"]


# --- Radicale --------------------------------------------------------------------------------------------------------


class Server:
    """A CalDAV server on the loopback."""

    def __init__(self, port: int) -> None:
        self._port = port

    def request(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        login = base64.b64encode(b"penguji:x").decode()
        try:
            connection.request(method, path, body, {"Authorization": f"Basic {login}"} | headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def tasks(self) -> dict[str, Any]:
        """The tasks that the server has, by their UID."""
        status, body = self.request("GET", "/penguji/rapat/")
        assert status == 200
        return {str(task["uid"]): task for task in Calendar.from_ical(body).walk("VTODO")}


@pytest.fixture
def radicale(
    tool: Callable[[str], str], free_port: Callable[[], int], tmp_path: Path, socket_enabled: None
) -> Iterator[Server]:
    port = free_port()
    command = [tool("radicale"), "--server-hosts", f"127.0.0.1:{port}", "--auth-type", "none", "--config", "",
               "--storage-filesystem-folder", tmp_path / "collections"]  # fmt: skip
    with (tmp_path / "radicale.log").open("wb") as log, subprocess.Popen(command, stderr=log) as process:
        server = Server(port)
        try:
            for _ in range(300):
                try:
                    server.request("GET", "/")
                    break
                except OSError:
                    assert process.poll() is None, (tmp_path / "radicale.log").read_text()
                    time.sleep(0.1)
            yield server
        finally:
            process.terminate()


def test_a_server_takes_a_whole_calendar_twice_without_doubles(
    radicale: Server, batch: Batches, row: Rows, tmp_path: Path
) -> None:
    rows = [row(number, action=f"tugas {number}; koma, garis \\N\nbaris") for number in range(50)]
    data = export(batch(*rows), tmp_path, events=True)
    for _ in range(2):
        status, body = radicale.request("PUT", "/penguji/rapat/", data, **{"Content-Type": "text/calendar"})
        assert status == 201, body
        assert radicale.tasks().keys() == {each.id for each in rows}
    assert all(task["due"].dt == date(2026, 5, 5) for task in radicale.tasks().values())


def test_a_later_export_brings_a_task_on_the_server_up_to_date(
    radicale: Server, batch: Batches, row: Rows, tmp_path: Path
) -> None:
    for each in (row(1), row(1, status="done", done_on="2026-03-02", revision=2)):
        calendar = Calendar.from_ical(export(batch(each, meetings=()), tmp_path))
        if each.revision == 1:
            radicale.request("MKCALENDAR", "/penguji/rapat/")
        path = f"/penguji/rapat/{each.id}.ics"
        status, body = radicale.request("PUT", path, calendar.to_ical(), **{"Content-Type": "text/calendar"})
        assert status in (201, 204), body
    (task,) = radicale.tasks().values()
    assert str(task["status"]) == "COMPLETED" and task["sequence"] == 2
