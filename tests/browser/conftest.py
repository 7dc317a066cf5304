"""A review page that runs as a user starts it, and the system's Chromium to use it with."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from notula.pipeline.batch.run import run_batch

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples/docs"
LOCAL = "http://127.0.0.1:"


class Site:
    """A running review page: its address, its folder of results, and how to end it."""

    def __init__(self, out: Path, *options: str, environment: dict[str, str] | None = None) -> None:
        self.out = out
        command = [sys.executable, "-m", "notula.pipeline.cli", "review", str(out), "--port", "0", "--no-open"]
        self._process = subprocess.Popen(
            [*command, *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=out,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"} | (environment or {}),
        )  # fmt: skip
        assert self._process.stdout is not None
        self.said = ""
        for line in self._process.stdout:
            self.said += line
            if found := re.search(r"http://\S+", line):
                self.url = found[0].rstrip("/")
                return
        pytest.fail(f"the page has not started: {self.said}")

    @property
    def pid(self) -> int:
        return self._process.pid

    def wait(self) -> int:
        """Its exit code, once it has ended."""
        return self._process.wait(20)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.kill()
        self._process.wait(10)

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.terminate()
            self._process.wait(10)
        assert self._process.stdout is not None
        self._process.stdout.close()


Start = Callable[..., Site]


@pytest.fixture
def start(socket_enabled: None) -> Iterator[Start]:
    """Starts review pages; they end with the test."""
    started: list[Site] = []

    def begin(out: Path, *options: str, **more: Any) -> Site:
        started.append(Site(out, *options, **more))
        return started[-1]

    yield begin
    for site in started:
        site.close()


@pytest.fixture
def read_samples(tmp_path: Path) -> Callable[..., Path]:
    """Results of samples, their source files noted."""

    def read(*names: str) -> Path:
        out = tmp_path / "outputs"
        run_batch([SAMPLES / name for name in names], out)
        return out

    return read


@pytest.fixture(scope="module")
def chromium(tool: Callable[[str], str]) -> Iterator[Any]:
    """A browser, ended before other tests begin: Playwright's event loop runs in this thread as long as it lives."""
    from playwright.sync_api import sync_playwright

    path = tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"]
        )
        yield browser
        browser.close()


def _is_complaint(said: Any) -> bool:
    """Whether a line of the console is about the page itself; what the server refuses is the tests' business."""
    return said.type == "error" and not said.text.startswith("Failed to load resource")


@pytest.fixture
def visit(socket_enabled: None, chromium: Any) -> Iterator[Callable[..., Any]]:
    """Opens pages of a site as a named reviewer; what a page complains of fails the test."""
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_page(site: Site, path: str = "/", name: str = "Sari", **options: Any) -> Any:
        context = chromium.new_context(locale="id-ID", viewport={"width": 1400, "height": 900}, **options)
        contexts.append(context)
        if name:
            context.add_cookies([{"name": "notula_name", "value": name, "url": site.url}])
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
        page.on("console", lambda said: complaints.append(said.text) if _is_complaint(said) else None)
        page.on("request", lambda asked: asked.url.startswith(LOCAL) or complaints.append(f"outside: {asked.url}"))
        page.goto(site.url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints
