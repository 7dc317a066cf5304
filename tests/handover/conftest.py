"""Reviewed follow-ups without a store, a target that takes lines of JSON, and a ledger."""

import contextlib
import json
import socket
import threading
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from notula.models.decisions import Accept, Edit, ItemChanges, Reject
from notula.models.evidence import Evidence
from notula.models.handover import Batch, TargetMode
from notula.models.minutes import DueKind, Party, PartyKind, Where
from notula.models.result import Result, SourceInfo
from notula.models.review import (
    HeaderValues,
    MeetingSummary,
    MeetingView,
    ReviewedDate,
    ReviewedDue,
    ReviewedFollowUp,
    ReviewedHeader,
    ReviewedParty,
    ReviewedText,
    ReviewState,
)
from notula.pipeline import cli
from notula.pipeline.export.interface import Exporter, ExportOptions, Report
from notula.pipeline.handover.deliver import Done, Order, hand_over
from notula.pipeline.handover.ledger import Ledger, open_ledger
from notula.pipeline.handover.plan import Wanted, count
from notula.pipeline.handover.rows import Choice, Source, collect
from notula.pipeline.store import decide, open_store, sync

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
NAMESPACE = uuid.UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
MEETING = str(uuid.uuid5(NAMESPACE, "meeting"))
SOURCE = SourceInfo(path="rapat.pdf", filename="rapat.pdf", sha256="00", media_type="application/pdf")


def write_lines(batch: Batch, target: str, options: ExportOptions) -> Report:
    """The tests' own exporter: each row a line of JSON."""
    Path(target).write_text("".join(json.dumps(asdict(row)) + "\n" for row in batch.follow_ups), "utf-8")
    return Report((target,), len(batch.follow_ups))


@dataclass(frozen=True)
class Kit:
    """What the tests of hand-overs are made with."""

    folder: Path
    now: datetime = NOW

    def id(self, number: int) -> str:
        return str(uuid.uuid5(NAMESPACE, f"item {number}"))

    def party(self, name: str, kind: PartyKind = PartyKind.ORGANIZATION, **more: Any) -> ReviewedParty:
        return ReviewedParty(name=name, kind=kind, confidence=0.9, **more)

    def item(self, number: int = 1, **changes: Any) -> ReviewedFollowUp:
        due = changes.pop("due", "2026-12-01")
        values: dict[str, Any] = {
            "id": self.id(number),
            "meeting_id": MEETING,
            "meeting_title": "Rapat Air Bersih",
            "meeting_date": "2026-11-20",
            "meeting_organization": None,
            "action": f"menyusun laporan {number}",
            "text": f"Dinas PU menyusun laporan {number}",
            "owners": (self.party("Dinas PU"),),
            "due": ReviewedDue(date=due, text="1 Desember 2026", kind=DueKind.ABSOLUTE) if due else None,
            "where": Where.SECTION,
            "state": ReviewState.ACCEPTED,
            "confidence": 0.8,
            "evidence": Evidence(page=1, char_start=0, char_end=3, quote="abc", rule="test"),
            "source": SOURCE,
            "revision": 1,
        }
        return ReviewedFollowUp(**values | changes)

    def view(self, **values: Any) -> MeetingView:
        title, date = ReviewedText(text="Rapat Air Bersih"), ReviewedDate(start="2026-11-20")
        header = HeaderValues(**{"title": title, "date": date} | values)
        return MeetingView(
            summary=MeetingSummary(id=MEETING, source=SOURCE, result="rapat.pdf.json", revision=1),
            header=ReviewedHeader(id=MEETING, meeting_id=MEETING, confidence=0.9, revision=1, values=header),
        )

    def wanted(self, items: Iterable[ReviewedFollowUp], *, later: int = 0, **choice: Any) -> Wanted:
        settings = Choice(**{"target": "test"} | choice)
        return collect(Source(items, [self.view()]), settings, self.now + timedelta(minutes=later))

    def order(self, mode: TargetMode = "upsert", scope: Any = "changed", **more: Any) -> Order:
        settings: dict[str, Any] = {"write": write_lines, "check": lambda row: ()} | more
        exporter = Exporter(name="test", suffix=".jsonl", mode=mode, **settings)
        path = str(self.folder / "out.jsonl")
        return Order(exporter, "test", path, path, scope=scope)

    def run(self, order: Order, ledger: Ledger, *items: ReviewedFollowUp, **choice: Any) -> Done:
        return hand_over(order, self.wanted(items, **choice), ledger)

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.folder / "out.jsonl").read_text("utf-8").splitlines()]

    def ids(self) -> list[str]:
        return [line["id"] for line in self.lines()]

    def counts(self, done: Done) -> dict[str, int]:
        return {verdict.value: number for verdict, number in count(done.plan).items() if number}


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    return Kit(tmp_path)


@pytest.fixture(scope="session")
def kit_of() -> type[Kit]:
    """For tests that need a folder for each of their examples."""
    return Kit


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "handover.sqlite3") as opened:
        yield opened


# --- a folder of results, its review store, and the command line -----------------------------------------------------


@pytest.fixture
def folder(kit: Kit, tmp_path: Path, make_result: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Results of a meeting with three follow-ups: of Ratna Kusuma (a person), of Dinas PU, and of nobody."""
    monkeypatch.delenv("NOTULA_LANG", raising=False)
    monkeypatch.delenv("NOTULA_PUSH_SECRET", raising=False)
    out = tmp_path / "outputs"
    out.mkdir()
    write_result(out, result_of_three(kit, make_result()))
    return out


def result_of_three(kit: Kit, result: Result) -> Result:
    person, first = result.attendees[0], result.follow_ups[0]
    office = Party(name="Dinas PU", kind=PartyKind.ORGANIZATION, confidence=0.9, evidence=person.evidence)
    three = tuple(
        first.model_copy(update={
            "id": kit.id(number), "owners": owners, "action": f"menyusun laporan {number}",
            "text": f"{first.text} {number}", "due": first.due if number < 3 else None,
        })
        for number, owners in ((1, (person,)), (2, (office,)), (3, ()))
    )  # fmt: skip
    return result.model_copy(update={"id": MEETING, "follow_ups": three})


def write_result(out: Path, result: Result) -> None:
    (out / "rapat.txt.json").write_text(result.model_dump_json(), "utf-8")
    (out / "rapat.txt.txt").write_text("NOTULA RAPAT", "utf-8")


@pytest.fixture
def review(folder: Path, kit: Kit) -> Callable[..., None]:
    """Takes decisions on the follow-ups with these numbers."""

    def run(*numbers: int, reject: bool = False, **changes: Any) -> None:
        with open_store(folder) as store:
            sync(store)
            for number in numbers:
                item = kit.id(number)
                if changes:
                    decide(store, Edit(item_id=item, changes=ItemChanges(**changes)), "Budi")
                else:
                    decide(store, Reject(item_id=item) if reject else Accept(item_id=item), "Budi")

    return run


@pytest.fixture
def notula(folder: Path, tmp_path: Path) -> Callable[..., int]:
    def run(command: str, *arguments: str) -> int:
        option = "--results" if command == "ledger" else "--from"
        return cli.main([command, *arguments, option, str(folder)])

    return run


# --- a receiver on loopback that does what each test tells it, request by request ------------------------------------


@dataclass
class Receiver:
    """``script`` are the next answers, after them all is well; ``seen`` is every request, ``kept`` by idempotency key.

    An answer is a status, or a pair of it and headers, or ``hang`` (until the test ends), ``drip`` (a byte now and
    then), ``break`` (the event is kept and the connection cut), ``drop`` (it is not kept), ``garbage`` (no HTTP).
    """

    port: int = 0
    script: list[Any] = field(default_factory=list)
    seen: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    kept: dict[str, bytes] = field(default_factory=dict)
    over: threading.Event = field(default_factory=threading.Event)
    connections: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/feed?token=rahasia-sekali"


class Handler(BaseHTTPRequestHandler):
    """Answers as its server's ``receiver`` says."""

    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        super().setup()
        self.receiver: Receiver = self.server.receiver  # type: ignore[attr-defined]
        self.receiver.connections += 1

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.receiver.seen.append((headers, body))
        answer = self.receiver.script.pop(0) if self.receiver.script else 204
        status, more = answer if isinstance(answer, tuple) else (answer, {})
        if status in ("break", 200, 202, 204):
            self.receiver.kept.setdefault(headers["idempotency-key"], body)
        if isinstance(status, str):
            self.misbehave(status)
        else:
            self.answer(status, more)

    def answer(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def misbehave(self, how: str) -> None:
        self.close_connection = True
        if how == "hang":
            self.receiver.over.wait()
        elif how == "garbage":
            self.wfile.write(b"SSH-2.0-nothing\r\n\r\n")
        elif how == "drip":
            self.drip()
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def drip(self) -> None:
        with contextlib.suppress(OSError):
            for char in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 1000:
                self.wfile.write(bytes([char]))
                if self.receiver.over.wait(0.05):
                    return

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def receiving() -> Iterator[Receiver]:
    receiver = Receiver()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.receiver = receiver  # type: ignore[attr-defined]
    server.daemon_threads = True
    receiver.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        receiver.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as running:
        yield running
