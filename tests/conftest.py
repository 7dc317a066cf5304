"""What all tests share: the samples, a result to play with, and the flags that write expected files anew."""

import importlib
import os
import shutil
import signal
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from notula.models.evidence import Evidence
from notula.models.minutes import Due, DueKind, FollowUp, Item, Meeting, Party, PartyKind, TextValue, Where
from notula.models.result import Extraction, MadeBy, Processed, Result, SourceInfo
from notula.pipeline.batch.job import Job
from notula.pipeline.batch.outcome import Outcome
from notula.pipeline.errors import DocumentError
from notula.pipeline.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
TEXT = """NOTULA RAPAT
Rapat Koordinasi Air Bersih
Hadir: Ratna Kusuma
1. Ratna Kusuma menyusun laporan debit – 5 Mei 2023"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate-golden", action="store_true", help="write samples/expected anew from what is found")
    parser.addoption("--regenerate-floors", action="store_true", help="write tests/quality_floor.toml anew")


def pytest_configure() -> None:
    """What a shell starts in the background ignores Ctrl-C or hanging up, and so would the programs under test."""
    for name in ("SIGINT", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "sample" in metafunc.fixturenames:
        found = sample_files()
        metafunc.parametrize("sample", found, ids=[path.name for path in found])


def sample_files() -> list[Path]:
    return sorted(path for path in (ROOT / "samples" / "docs").iterdir() if not path.name.startswith("."))


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """The path of a program of the system; its test is skipped where there is none.

    With ``NOTULA_ALL_TOOLS`` set (``.ci/run`` does, having installed ``.ci/packages.txt``) a missing one is a failure.
    """

    def path(name: str) -> str:
        found = shutil.which(name)
        if found is None and os.environ.get("NOTULA_ALL_TOOLS"):
            pytest.fail(f"{name} is not installed")
        return found or pytest.skip(f"{name} is not installed")

    return path


@pytest.fixture(scope="session")
def client() -> Callable[[str], ModuleType]:
    """A Python package that reads what is handed over (the extra ``clients``); its test is skipped where it is missing.

    With ``NOTULA_ALL_CLIENTS`` set (``.ci/run`` does) a missing one is a failure.
    """

    def module(name: str) -> ModuleType:
        try:
            return importlib.import_module(name)
        except ImportError:
            if os.environ.get("NOTULA_ALL_CLIENTS"):
                pytest.fail(f"{name} is not installed")
            pytest.skip(f"{name} is not installed")

    return module


@pytest.fixture(scope="session")
def samples() -> list[Path]:
    return sample_files()


@pytest.fixture(scope="session")
def read() -> Callable[[Path], Processed | DocumentError]:
    """Reads a file as ``notula run`` would, each only once a session; a refusal is a value, too."""
    from notula.pipeline.run import process

    @cache
    def outcome(path: Path) -> Processed | DocumentError:
        try:
            return process(path, name=path.name)
        except DocumentError as refusal:
            return refusal

    return outcome


@pytest.fixture(scope="session")
def extractions(read: Callable[[Path], Processed | DocumentError]) -> Callable[[Path], tuple[Extraction, ...]]:
    """The meetings of a file; none where it is refused."""

    def found(path: Path) -> tuple[Extraction, ...]:
        outcome = read(path)
        return () if isinstance(outcome, DocumentError) else outcome.extractions

    return found


@pytest.fixture
def inline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets runs read in this process, so that what a test stands in for the pipeline is what reads."""
    from notula.pipeline.batch.work import run_job

    def here(jobs: Iterable[Job | None], settings: Settings, **_: Any) -> Iterator[Outcome]:
        return (run_job(job, settings) for job in jobs if job)

    monkeypatch.setattr("notula.pipeline.batch.run.supervise", here)


@pytest.fixture
def make_result() -> Callable[..., Result]:
    return result_of


@pytest.fixture
def make_processed() -> Callable[..., Processed]:
    def build(name: str = "rapat.txt", parts: int = 1) -> Processed:
        results = [result_of(name, part, parts) for part in range(1, parts + 1)]
        return Processed(tuple(Extraction(result, TEXT) for result in results), seconds=(("read", 0.01234),))

    return build


def evidence_of(quote: str) -> Evidence:
    start = TEXT.index(quote)
    return Evidence(char_start=start, char_end=start + len(quote), quote=quote, rule="test.rule")


def result_of(name: str = "rapat.txt", part: int = 1, parts: int = 1, due: str | None = "2023-05-05") -> Result:
    owner = Party(name="Ratna Kusuma", kind=PartyKind.PERSON, confidence=0.9, evidence=evidence_of("Ratna Kusuma"))
    action = evidence_of("Ratna Kusuma menyusun laporan debit – 5 Mei 2023")
    title = evidence_of("Rapat Koordinasi Air Bersih")
    follow_up = FollowUp(
        id=f"id-{part}",
        text=action.quote,
        action="menyusun laporan debit",
        confidence=0.8,
        evidence=action,
        owners=(owner,),
        due=Due(date=due, text="5 Mei 2023", kind=DueKind.ABSOLUTE, evidence=evidence_of("5 Mei 2023")),
        where=Where.SECTION,
        needs_review=True,
        review_reasons=("owner_unknown",),
    )
    return Result(
        id=f"meeting-{part}",
        source=SourceInfo(
            path=name, filename=name.rsplit("/", 1)[-1], sha256="00", media_type="text/plain", part=part, parts=parts
        ),
        made_by=MadeBy(version="0", lexicon="sha256:0", settings={}),
        meeting=Meeting(title=TextValue(text=title.quote, confidence=0.9, evidence=title)),
        attendees=(owner,),
        agenda=(Item(id="agenda", text=title.quote, confidence=0.5, evidence=title),),
        follow_ups=(follow_up,),
    )
