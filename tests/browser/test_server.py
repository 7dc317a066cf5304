"""The server as a user starts it, asked without a browser."""

import http.client
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil
import pytest

from notula.pipeline.cli import main

GAPURA = "rapat-rt-gapura.docx"


@pytest.fixture
def site(read_samples: Callable[..., Path], start: Any) -> Any:
    return start(read_samples(GAPURA))


def status(site: Any, method: str, path: str, headers: dict[str, str]) -> int:
    connection = http.client.HTTPConnection(urlsplit(site.url).netloc, timeout=20)
    try:
        connection.request(method, path, b"{}" if method == "POST" else None, headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("method", "headers", "expected"),
    [
        ("GET", {}, 200),
        ("GET", {"Host": "evil.example"}, 400),
        ("POST", {"Sec-Fetch-Site": "cross-site"}, 403),
        ("POST", {"Origin": "https://evil.example"}, 403),
        ("POST", {}, 403),
        ("PUT", {}, 405),
    ],
)
def test_the_server_answers_its_own_page_only(site: Any, method: str, headers: dict[str, str], expected: int) -> None:
    assert status(site, method, "/" if method == "GET" else "/decide", headers) == expected


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_ends_it_with_all_its_processes(site: Any) -> None:
    assert status(site, "GET", "/queue", {}) == 200
    process = psutil.Process(site.pid)
    children = process.children(recursive=True)
    process.send_signal(signal.SIGINT)
    assert site.wait() == 0
    _, alive = psutil.wait_procs(children, timeout=10)
    assert not alive


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["tiada"], 3),
        ([".", "--port", "70000"], 2),
        ([".", "--port", "x"], 2),
        ([".", "--host", "0.0.0.0"], 2),
        ([".", "--host", "0.0.0.0", "--token", "pendek"], 2),
        ([".", "--host", "tiada.invalid", "--token", "a-long-access-token"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_a_wrong_call_is_told(
    options: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any, socket_enabled: None
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NOTULA_TOKEN", raising=False)
    try:
        found = main(["review", *options])
    except SystemExit as end:
        found = int(str(end.code))
    assert found == code
    assert "notula" in capsys.readouterr().err


def test_a_port_that_is_taken_is_told(site: Any, capsys: Any) -> None:
    port = urlsplit(site.url).port
    assert main(["review", str(site.out), "--no-open", "--port", str(port)]) == 2
    assert str(port) in capsys.readouterr().err
