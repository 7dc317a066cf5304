"""An application is asked without a server: a request in, an answer out."""

import asyncio
import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from notula.models.result import Result
from notula.pipeline.review.app import build_app
from notula.pipeline.review.desk import Desk, Figures, Loading
from notula.pipeline.review.security import Guard
from notula.pipeline.review.source_process import SourceProcess
from notula.pipeline.review.sources import Sources
from notula.pipeline.store import open_store

HOST = "127.0.0.1:8765"
TEXT = """NOTULA RAPAT
Rapat Koordinasi Air Bersih
Hadir: Ratna Kusuma
1. Ratna Kusuma menyusun laporan debit – 5 Mei 2023"""  # what the result of tests/conftest.py points into


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.body)


Ask = Callable[..., Answer]


@pytest.fixture
def ask(socket_enabled: None) -> Ask:  # an event loop makes a pair of sockets
    return asked


def asked(
    app: Any, path: str, method: str = "GET", body: bytes = b"", headers: Mapping[str, str] | None = None
) -> Answer:
    """What an ASGI application answers; ``Host`` is ``HOST`` where ``headers`` do not say otherwise."""
    raw, _, query = path.partition("?")
    given = {"host": HOST} | {name.lower(): value for name, value in (headers or {}).items()}
    scope: dict[str, Any] = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
        "path": raw, "raw_path": raw.encode(), "query_string": query.encode(), "root_path": "",
        "server": ("127.0.0.1", 8765), "client": ("127.0.0.1", 50000),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in given.items() if value],
    }  # fmt: skip
    pieces = [body[at : at + 65536] for at in range(0, len(body), 65536)] or [b""]
    messages: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        if not pieces:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": pieces.pop(0), "more_body": bool(pieces)}

    async def send(message: dict[str, Any]) -> None:
        messages.append(message)

    asyncio.run(app(scope, receive, send))
    start = messages[0]
    found = {name.decode().lower(): value.decode("latin-1") for name, value in start["headers"]}
    return Answer(start["status"], found, b"".join(m.get("body", b"") for m in messages[1:]))


@pytest.fixture
def folder(tmp_path: Path, make_result: Callable[..., Result]) -> Path:
    """Results of one meeting, as a run leaves them."""
    out, masuk = tmp_path / "outputs", tmp_path / "masuk"
    out.mkdir()
    masuk.mkdir()
    source = masuk / "rapat.txt"
    source.write_text(TEXT, "utf-8")
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    result = make_result()
    result = result.model_copy(update={"source": result.source.model_copy(update={"sha256": digest})})
    (out / "rapat.txt.json").write_text(result.model_dump_json(), "utf-8")
    (out / "rapat.txt.txt").write_text(TEXT, "utf-8")
    (out / "manifest.jsonl").write_text("", "utf-8")
    return out


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    with open_store(folder) as store:
        process = SourceProcess()
        guard = Guard(frozenset({HOST}), token="per-start")
        sources = Sources([folder.parent / "masuk"])
        loading, figures = Loading(store), Figures(store)
        made = Desk(store, sources, process, loading, figures, guard, "id", "pejabat", lambda: dt.date(2023, 5, 10))
        made.loading.start()
        made.loading.wait(30)
        yield made
        process.close()


@pytest.fixture
def get(ask: Ask, desk: Desk) -> Ask:
    """Asks the review page."""
    app = build_app(desk)
    return lambda path, **headers: ask(app, path, headers=headers)


@pytest.fixture
def send(ask: Ask, desk: Desk) -> Ask:
    """Sends the page a form as its script does."""
    app = build_app(desk)
    own = {"X-Notula-Token": "per-start", "Sec-Fetch-Site": "same-origin"}

    def sending(form: Any, path: str = "/decide", **headers: str) -> Answer:
        body = form if isinstance(form, bytes) else json.dumps(form).encode()
        return ask(app, path, "POST", body, own | headers)

    return sending
