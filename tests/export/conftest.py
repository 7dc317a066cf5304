"""Batches of follow-ups for the exporters' tests: a handful, and a thousand with hostile texts."""

import os
import random
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType

import pytest

from notula.models.evidence import Evidence
from notula.models.handover import AgreementRow, AttendeeRow, Batch, MeetingRow, Row, RowOwner, RowStatus
from notula.models.minutes import (
    AgreementKind,
    Due,
    DueKind,
    FollowUp,
    Meeting,
    Mode,
    Party,
    PartyKind,
    Status,
    TextValue,
    Where,
)
from notula.models.result import MadeBy, Result, SourceInfo

HOSTILE = (
    '=HYPERLINK("http://127.0.0.1/";"klik")',
    "+62 812",
    "-menyusun laporan",
    "@SUM(A1:A9)",
    "\tawal tab",
    "'sudah dikutip",
    "＝1+1",
    "kata \"dikutip\" 'dua' kali",
    "baris satu\nbaris dua\r\nbaris tiga\rbaris empat",
    "koma, titik koma; dan | garis",
    "emoji \U0001f9d1\u200d\U0001f33e\U0001f1ee\U0001f1e9 dan \U0001d54f",
    "\u202eterbalik\u202c dan \u05e9\u05dc\u05d5\u05dd \u0639\u0644\u064a\u0643\u0645",
    "nol \x00 lonceng \x07 hapus \x7f",
    "\\N \\n \\t \\ garis miring",
    "</td><script>alert(1)</script>&amp;",
    "]]> <!-- --> --x",
    "`rm -rf` $(whoami) ${HOME} !! `",
    "/close\n/assign @root\n/label ~x",
    "```\n/close\n```",
    "{noformat} [~admin] @all #1",
    "* bintang",
    "@label tugas",
    "%s %d {0} {x}",
    "01/02/2023",
    "1e5",
    "NULL",
    "panjang " * 1_250,
    "spasi   ganda  ",
    "a" * 10_000,
    "BEGIN:VTODO\r\nEND:VCALENDAR",
    "notula-id: 00000000-0000-0000-0000-000000000000",
    "=cmd|' /C calc'!A0",
    "\ufeffBOM di depan",
    "pasangan \ud800 putus",
    "N/A",
    "true",
    "--",
    "1️⃣ keycap",
)
MADE_AT = "2026-03-01T01:02:03+00:00"


def own_id(kind: str, number: int) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:test:{kind}:{number}"))


def make_meeting(number: int = 1, **changes: object) -> MeetingRow:
    fields: dict[str, object] = {
        "id": own_id("meeting", number), "title": f"Rapat Koordinasi {number}", "date": "2026-02-10",
        "time_start": "09:00", "zone": "WIB", "place": "Ruang Rapat", "mode": Mode.ONSITE, "chair": ("Sari Wulandari",),
        "source": f"2026/rapat-{number}.pdf", "filename": f"rapat-{number}.pdf", "sha256": "0" * 64,
    }  # fmt: skip
    return MeetingRow(**(fields | changes))  # type: ignore[arg-type]


def make_row(number: int = 1, **changes: object) -> Row:
    fields: dict[str, object] = {
        "id": own_id("follow-up", number), "meeting_id": own_id("meeting", 1), "action": "menyusun laporan debit air",
        "text": "Ratna Kusuma menyusun laporan debit air – 5 Mei 2026", "owners": (RowOwner(name="Ratna Kusuma"),),
        "due_date": "2026-05-05", "due_text": "5 Mei 2026", "due_kind": DueKind.ABSOLUTE, "where": "section",
        "confidence": 0.9, "page": 2, "quote": "Ratna Kusuma menyusun laporan debit air – 5 Mei 2026",
        "modified": "2026-02-11T03:04:05+00:00",
    }  # fmt: skip
    return Row(**(fields | changes))  # type: ignore[arg-type]


def make_batch(*rows: Row, **changes: object) -> Batch:
    fields: dict[str, object] = {"meetings": (make_meeting(),), "follow_ups": rows, "made_at": MADE_AT}
    return Batch(**(fields | changes))  # type: ignore[arg-type]


def thousand(count: int = 1_000) -> Batch:
    """Follow-ups whose every text may be hostile; the same each time."""
    dice = random.Random(7)
    meetings = tuple(
        make_meeting(n, title=dice.choice(HOSTILE), place=dice.choice(HOSTILE),
                     zone=dice.choice(("WIB", "WITA", "WIT", None)),
                     date=dice.choice(("2026-02-10", None)))
        for n in range(40)
    )  # fmt: skip
    rows = tuple(_hostile_row(n, dice, meetings) for n in range(count))
    agreements = tuple(
        AgreementRow(id=own_id("agreement", n), meeting_id=meetings[n % 40].id, kind=AgreementKind.DECISION,
                     text=dice.choice(HOSTILE), quote=dice.choice(HOSTILE))
        for n in range(200)
    )  # fmt: skip
    attendees = tuple(
        AttendeeRow(meeting_id=meetings[n % 40].id, name=_name(n, dice), role=dice.choice(HOSTILE),
                    kind=PartyKind.PERSON, present=bool(n % 5))
        for n in range(400)
    )  # fmt: skip
    results = [_result(meeting, [row for row in rows if row.meeting_id == meeting.id]) for meeting in meetings]
    return Batch(
        meetings=meetings, follow_ups=rows, agreements=agreements, attendees=attendees, results=results, made_at=MADE_AT
    )


def _name(number: int, dice: random.Random) -> str:
    return f"Pihak {number % 50} {dice.choice(HOSTILE)[:200]}"


def _hostile_row(number: int, dice: random.Random, meetings: tuple[MeetingRow, ...]) -> Row:
    status: RowStatus = dice.choice(("open", "open", "in_progress", "done"))
    due = date(2026, 1, 1) + timedelta(days=dice.randrange(3_000))
    owners = tuple(
        RowOwner(name=_name(dice.randrange(1_000), dice), kind=PartyKind.PERSON) for _ in range(dice.randrange(4))
    )
    return make_row(
        number,
        meeting_id=dice.choice(meetings).id,
        action=dice.choice(HOSTILE),
        text=dice.choice(HOSTILE),
        quote=dice.choice(HOSTILE),
        owners=owners,
        due_date=due.isoformat() if dice.random() < 0.8 else None,
        due_text=dice.choice(HOSTILE),
        status=status,
        review=dice.choice(("accepted", "edited", "pending")),
        done_on="2026-02-20" if status == "done" else None,
        recipients=(dice.choice(HOSTILE),),
    )


def _encodable(text: str) -> str:
    """The text as results can hold it: the program never lets half a pair of code units in."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _result(meeting: MeetingRow, rows: list[Row]) -> Result:
    evidence = Evidence(char_start=0, char_end=1, quote="x", rule="test.rule")
    follow_ups = []
    for row in rows:
        owners = tuple(
            Party(name=_encodable(owner.name), kind=PartyKind.PERSON, confidence=0.9, evidence=evidence)
            for owner in row.owners
        )
        due = Due(date=row.due_date, text=_encodable(row.due_text or ""), kind=DueKind.ABSOLUTE, evidence=evidence)
        status = Status.OPEN if row.status == "withdrawn" else Status(row.status)
        follow_ups.append(FollowUp(
            id=row.id, text=_encodable(row.text), action=_encodable(row.action), confidence=row.confidence,
            evidence=evidence.model_copy(update={"quote": _encodable(row.quote)}), owners=owners, due=due,
            where=Where.SECTION, status=status,
        ))  # fmt: skip
    title = TextValue(text=_encodable(meeting.title or ""), confidence=0.9, evidence=evidence)
    return Result(
        id=meeting.id,
        source=SourceInfo(
            path=meeting.source, filename=meeting.filename, sha256=meeting.sha256, media_type="application/pdf"
        ),
        made_by=MadeBy(version="0", lexicon="sha256:0", settings={}),
        meeting=Meeting(title=title),
        follow_ups=tuple(follow_ups),
    )


@pytest.fixture(scope="session")
def hostile() -> Batch:
    return thousand()


@pytest.fixture
def row() -> Callable[..., Row]:
    return make_row


@pytest.fixture
def meeting() -> Callable[..., MeetingRow]:
    return make_meeting


@pytest.fixture
def batch() -> Callable[..., Batch]:
    return make_batch


def _free_port() -> int:
    """A port of the loopback that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def free_port() -> Callable[[], int]:
    return _free_port


@pytest.fixture(scope="session")
def postgresql(tool: Callable[[str], str], client: Callable[[str], ModuleType]) -> Iterator[str]:
    """The address of a PostgreSQL server of this session's own, its password in it."""
    client("pg8000")
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))  # Debian keeps them off the path
    found = shutil.which("initdb", path=os.pathsep.join(map(str, programs)) or None)
    initdb = Path(found or tool("initdb")).resolve()
    folder = Path(tempfile.mkdtemp(prefix="notula-postgresql-"))
    user = []
    if os.geteuid() == 0:  # the server refuses to run as root
        user = ["runuser", "-u", "postgres", "--"]
        shutil.chown(folder, "postgres")
    (folder / "password").write_text("kata sandi:/@")
    (folder / "password").chmod(0o644)
    data, listening = folder / "data", _free_port()
    make = [initdb, "-D", data, "-U", "penguji", "-A", "scram-sha-256", f"--pwfile={folder / 'password'}", "-E", "UTF8"]
    settings = f"-c listen_addresses=127.0.0.1 -c port={listening} -c unix_socket_directories= -c fsync=off"
    control = [*user, initdb.with_name("pg_ctl"), "-D", data, "-w"]
    subprocess.run([*user, *make, "--locale=C"], check=True, capture_output=True, cwd="/")
    subprocess.run(
        [*control, "-l", folder / "log", "-o", settings, "start"], check=True, stdout=subprocess.DEVNULL, cwd="/"
    )
    try:
        yield f"postgresql://penguji:kata%20sandi%3A%2F%40@127.0.0.1:{listening}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=True, stdout=subprocess.DEVNULL, cwd="/")
        shutil.rmtree(folder)
