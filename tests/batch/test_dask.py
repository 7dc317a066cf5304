"""Runs on a real Dask cluster: a scheduler and worker processes on this machine, some of them killed in the middle."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any

import psutil
import pytest

pytest.importorskip("distributed")
FAULTS = Path(__file__).resolve().parent.parent / "faults"
sys.path.insert(0, str(FAULTS))  # as in tests/faults: workers import `fault_readers` by its name

import fault_readers  # noqa: E402

from notula.models.manifest import Entry  # noqa: E402
from notula.pipeline import cli  # noqa: E402
from notula.pipeline.addresses import Url  # noqa: E402
from notula.pipeline.batch import dask_engine, dask_task  # noqa: E402
from notula.pipeline.batch.dask_engine import DaskEngine  # noqa: E402
from notula.pipeline.batch.events import DocumentDone, Event  # noqa: E402
from notula.pipeline.batch.job import Job  # noqa: E402
from notula.pipeline.batch.ledger import Ledger  # noqa: E402
from notula.pipeline.batch.manifest import read_manifest  # noqa: E402
from notula.pipeline.batch.outcome import Outcome  # noqa: E402
from notula.pipeline.batch.remote import Remote  # noqa: E402
from notula.pipeline.batch.run import Batch, RunOptions, run_batch  # noqa: E402
from notula.pipeline.batch.stop import Stop  # noqa: E402
from notula.pipeline.errors import WorkerError  # noqa: E402
from notula.pipeline.settings import Settings  # noqa: E402

pytestmark = pytest.mark.enable_socket
SAMPLES = ("rapat-rt-gapura.docx", "data-cuaca-maritim.pdf")


class Cluster:
    """A scheduler and its workers, each a process of its own with one thread."""

    def __init__(self, folder: Path, workers: int = 2) -> None:
        self._file = folder / "scheduler.json"
        self._environment = os.environ | {"PYTHONPATH": str(FAULTS), "DASK_TEMPORARY_DIRECTORY": str(folder)}
        self.scheduler = self._start("scheduler", "--port", "0")
        deadline = time.monotonic() + 30
        while not self._file.exists() or not self._file.read_text("utf-8").endswith("}"):
            assert time.monotonic() < deadline and self.scheduler.poll() is None
            time.sleep(0.05)
        self.address = json.loads(self._file.read_text("utf-8"))["address"].removeprefix("tcp://")
        self.workers = [self.add_worker() for _ in range(workers)]

    def _start(self, program: str, *options: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", program, "--host", "127.0.0.1", "--no-dashboard",
             "--scheduler-file", str(self._file), *options],
            env=self._environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def add_worker(self) -> subprocess.Popen[bytes]:
        return self._start("worker", "--nthreads", "1", "--no-nanny")

    def engine(self, work: Any = None) -> DaskEngine:
        """A connection, once all workers that live are there."""
        engine = DaskEngine(self.address, work=work)
        engine._client.wait_for_workers(sum(worker.poll() is None for worker in self.workers), timeout=30)
        return engine

    def kill_busy_worker(self, engine: DaskEngine) -> None:
        """Kill a worker, by its process id, that has something to do."""
        pids = {address: info for address, info in engine._client.run(os.getpid).items()}
        busy = next(address for address, keys in engine._client.processing().items() if keys)
        (victim,) = [worker for worker in self.workers if worker.pid == pids[busy]]
        victim.send_signal(signal.SIGKILL)
        victim.wait()

    def reading(self) -> list[psutil.Process]:
        """The processes below the workers that read documents: the children of their fork servers."""
        below = [psutil.Process(each.pid).children(recursive=True) for each in self.workers if each.poll() is None]
        found = []
        for children in below:
            pids = {each.pid for each in children}
            for child in children:
                with contextlib.suppress(psutil.NoSuchProcess):  # it may have ended meanwhile
                    found += [child] if child.ppid() in pids else []
        return found

    def end(self) -> None:
        for process in (*self.workers, self.scheduler):
            if process.poll() is None:
                process.kill()
            process.wait()


@pytest.fixture(scope="module")
def clusters() -> Iterator[list[Cluster]]:
    started: list[Cluster] = []
    yield started
    for each in started:
        each.end()


@pytest.fixture
def cluster(clusters: list[Cluster], tmp_path_factory: pytest.TempPathFactory) -> Cluster:
    """Two workers; tests share them, unless one has done away with the scheduler."""
    if not clusters or clusters[-1].scheduler.poll() is not None:
        clusters.append(Cluster(tmp_path_factory.mktemp("cluster")))
    return clusters[-1]


@pytest.fixture
def short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask_engine, "_CONNECT", 1.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Thirty short documents, no two of them the same."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02d}.txt").write_text(f"rapat {number}", "utf-8")
    return folder


def read(folder: Path, out: Path, engine: DaskEngine, told: Callable[[Event], None] = lambda event: None) -> Batch:
    return run_batch([folder], out, Settings(lang="en"), RunOptions(execute=engine.execute, on_event=told))


def results(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*") if path.suffix in (".json", ".txt") and ".notula" not in path.parts
    }  # fmt: skip


def timeless(out: Path) -> list[Entry]:
    """The manifest without what differs from one run to the next."""
    return [entry.model_copy(update={"seconds": {}}) for entry in read_manifest(out)]


def test_results_and_manifest_are_those_of_a_local_run(cluster: Cluster, tmp_path: Path, samples: list[Path]) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[institutions]\nheads = ["Paguyuban"]\n', "utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    for sample in samples:
        if sample.name in SAMPLES:
            (folder / sample.name).write_bytes(sample.read_bytes())
    (folder / "sama.docx").write_bytes((folder / SAMPLES[0]).read_bytes())
    (folder / "rusak.pdf").write_bytes(b"%PDF-1.4 cut off")
    settings = Settings(lang="en", lexicon=own)
    run_batch([folder], tmp_path / "local", settings)
    with cluster.engine() as engine:
        batch = run_batch([folder], tmp_path / "dask", settings, RunOptions(execute=engine.execute))
    assert batch.exit_code == 1 and len(results(tmp_path / "dask")) >= 2 * 3
    assert results(tmp_path / "dask") == results(tmp_path / "local")
    assert timeless(tmp_path / "dask") == timeless(tmp_path / "local")


def test_inputs_and_outputs_by_url_give_the_same(
    cluster: Cluster, ftp: Any, tmp_path: Path, samples: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    for sample in samples:
        if sample.name in SAMPLES:
            ftp.put(f"in/{sample.name}", sample.read_bytes())
            ftp.put(f"in/lagi/{sample.name}", sample.read_bytes())
    ftp.put("in/rusak.pdf", b"%PDF-1.4 cut off")
    for number in range(20):
        ftp.put(f"in/{number:02d}.txt", f"NOTULA RAPAT\nRapat Sumur {number}\nHadir: Sri Wahyuni".encode())
    settings = Settings(lang="en")
    run_batch([ftp.folder / "in"], tmp_path / "local", settings)
    with cluster.engine() as engine:
        where = Url(f"{ftp.address}/in"), Url(f"{ftp.address}/out")
        batch = run_batch([where[0]], where[1], settings, RunOptions(execute=engine.execute))
        again = run_batch([where[0]], where[1], settings, RunOptions(execute=engine.execute))
    assert (batch.exit_code, again.tally.unchanged) == (1, 25)
    assert results(ftp.folder / "out") == results(tmp_path / "local")
    assert timeless(ftp.folder / "out") == timeless(tmp_path / "local")


def test_a_worker_that_cannot_reach_an_input_ends_the_run(
    cluster: Cluster, ftp: Any, tmp_path: Path
) -> None:
    there = Remote(Url("ftp://127.0.0.1:1/in"), "/in/a.txt", 10)
    job = Job(Path("a.txt"), PurePath("a.txt"), sha256="00", remote=there)
    with cluster.engine() as engine, pytest.raises(WorkerError, match="cannot be reached: Connection refused"):
        list(engine.execute([job], Settings(), 1, Stop(), lambda event: None))


def test_a_worker_killed_in_the_middle_costs_nothing(cluster: Cluster, folder: Path, tmp_path: Path) -> None:
    events: list[DocumentDone] = []

    def told(event: Event) -> None:
        if isinstance(event, DocumentDone):
            events.append(event)
            if len(events) == 1:
                cluster.kill_busy_worker(engine)

    with cluster.engine(fault_readers.dawdle) as engine:
        batch = read(folder, tmp_path / "out", engine, told)
    cluster.workers.append(cluster.add_worker())
    assert sum(worker.poll() is not None for worker in cluster.workers) == 1
    assert (batch.exit_code, batch.tally.statuses["ok"], len(events)) == (0, 30, 30)
    assert all(entry.tries == 1 for entry in read_manifest(tmp_path / "out"))
    assert len(results(tmp_path / "out")) == 60


def test_a_run_goes_on_where_the_last_one_was(cluster: Cluster, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with cluster.engine(fault_readers.pretend) as engine:
        read(folder, out, engine)
        for number in range(3):
            (folder / f"new-{number}.txt").write_text(f"rapat baru {number}", "utf-8")
        batch = read(folder, out, engine)
    assert (batch.tally.files, batch.tally.unchanged) == (33, 30)
    assert run_batch([folder], out, Settings(lang="en")).tally.unchanged == 33  # for a local run, too


def test_a_document_that_hangs_or_crashes_is_put_aside(cluster: Cluster, folder: Path, tmp_path: Path) -> None:
    (folder / "bad.txt").write_text("FAULT send SIGKILL", "utf-8")
    (folder / "hung.txt").write_text("FAULT hang", "utf-8")
    lost: list[str] = []
    settings = Settings(lang="en", stall_seconds=1.0)
    with cluster.engine(fault_readers.pretend) as engine:
        options = RunOptions(execute=engine.execute, on_event=lambda event: lost.append(type(event).__name__))
        batch = run_batch([folder], tmp_path / "out", settings, options)
    failed = {entry.path: (entry.code, entry.tries) for entry in read_manifest(tmp_path / "out") if entry.code}
    assert failed == {"bad.txt": ("crashed", 2), "hung.txt": ("timeout", 2)}
    assert batch.tally.statuses["ok"] == 30 and lost.count("Incident") == 4


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_an_interrupted_run_is_gone_on_with(cluster: Cluster, folder: Path, tmp_path: Path) -> None:
    call = [sys.executable, "-m", "notula.pipeline.cli", "run", str(folder), "-o", str(tmp_path / "out"),
            "--engine", f"dask://{cluster.address}", "--log-format", "json", "--lang", "en"]  # fmt: skip
    with subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr
        while '"document"' not in running.stderr.readline():
            assert running.poll() is None
        running.send_signal(signal.SIGINT)
        said = running.stderr.read()
        assert running.wait(30) == 130 and "Traceback" not in said
    done = len(read_manifest(tmp_path / "out"))
    assert 0 < done < 30
    with cluster.engine() as engine:
        batch = read(folder, tmp_path / "out", engine)
    assert (batch.tally.files, batch.tally.unchanged) == (30, done)


def test_when_a_run_is_stopped_the_cluster_stops_reading(cluster: Cluster, folder: Path, tmp_path: Path) -> None:
    for name in ("00", "01", "02", "03"):  # in the first parcels of both workers, or in one of them
        (folder / f"{name}.txt").write_text(f"FAULT hang {name}", "utf-8")
    stop = Stop()

    def told(event: Event) -> None:
        if isinstance(event, DocumentDone):
            stop.request()

    with cluster.engine(fault_readers.pretend) as engine:
        options = RunOptions(execute=engine.execute, stop=stop, on_event=told)
        assert run_batch([folder], tmp_path / "out", Settings(), options).exit_code == 130
    deadline = time.monotonic() + 30  # a document that hangs would keep a worker for a minute
    while cluster.reading():
        assert time.monotonic() < deadline, "the cluster reads on"
        time.sleep(0.1)


def test_a_scheduler_that_does_not_answer(
    folder: Path, tmp_path: Path, short_patience: None, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["run", str(folder), "-o", str(tmp_path / "out"), "--engine", "dask://127.0.0.1:1"]
    assert cli.main(call) == 6
    assert capsys.readouterr().err == "notula: Scheduler Dask di 127.0.0.1:1 tidak menjawab\n"
    assert cli.main([*call, "--lang", "en"]) == 6
    assert capsys.readouterr().err == "notula: The Dask scheduler at 127.0.0.1:1 does not answer\n"
    assert not (tmp_path / "out").exists()


def test_a_cluster_without_workers(tmp_path: Path, short_patience: None) -> None:
    cluster = Cluster(tmp_path, workers=0)
    try:
        with pytest.raises(WorkerError, match="has no worker"):
            DaskEngine(cluster.address)
    finally:
        cluster.end()


def gone(tmp_path: Path) -> list[Job]:
    return [Job(tmp_path / "gone.txt", PurePath("gone.txt"), sha256="00")]


def test_a_file_that_went_away_meanwhile_is_unreadable(cluster: Cluster, tmp_path: Path) -> None:
    with cluster.engine() as engine:
        (outcome,) = engine.execute(gone(tmp_path), Settings(), 1, Stop(), lambda event: None)
    assert (outcome.status, outcome.code) == ("failed", "unreadable")


def test_files_that_only_the_caller_sees_end_the_run(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "exists", lambda self: True)  # here; the workers look for themselves
    with cluster.engine() as engine, pytest.raises(WorkerError, match=r"do not see .*gone\.txt"):
        list(engine.execute(gone(tmp_path), Settings(), 1, Stop(), lambda event: None))


def test_workers_of_another_version_end_the_run(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dask_task, "version", lambda name: "0.0.1")
    with cluster.engine() as engine, pytest.raises(WorkerError, match=r"have notula .*, here it is 0\.0\.1"):
        list(engine.execute(gone(tmp_path), Settings(), 1, Stop(), lambda event: None))


def test_a_caller_that_is_killed_again_and_again_blames_no_document(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end_suddenly(jobs: Iterable[Job], *_: Any) -> Iterator[Outcome]:
        yield from (Outcome(job, "ok") for job in jobs if not job)  # all are begun, none comes back
        raise RuntimeError("the end")

    monkeypatch.setattr(Ledger, "release", lambda self: None)  # as when nobody is left to do it
    for _ in range(3):
        with pytest.raises(RuntimeError):
            run_batch([folder], tmp_path / "out", options=RunOptions(execute=end_suddenly))
    again: list[Job] = []

    def take(jobs: Iterable[Job], *_: Any) -> Iterator[Outcome]:
        again.extend(jobs)
        yield from (Outcome(job, "ok", sha256=job.sha256) for job in again)

    batch = run_batch([folder], tmp_path / "out", options=RunOptions(execute=take))
    assert (len(again), batch.tally.statuses["ok"]) == (30, 30)


@pytest.mark.parametrize("engine", ["dask://", "dask://host", "dask://host:99999", "tcp://host:8786", "ray"])
def test_an_engine_that_is_none(engine: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["run", "x", "--engine", engine])
    assert left.value.code == 2 and "nilai salah" in capsys.readouterr().err


def test_what_dask_gives_up_is_sent_again_and_a_lost_scheduler_ends_the_run(
    cluster: Cluster, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dask_engine, "LARGEST", 4)
    given_up: list[int] = []
    give_up = dask_engine._Errand._given_up

    def told(event: Event) -> None:
        done.append(isinstance(event, DocumentDone))
        if sum(done) == 1 and done[-1]:
            cluster.kill_busy_worker(engine)
        elif sum(done) == 12:
            cluster.scheduler.kill()

    def noted(errand: Any, jobs: tuple[Job, ...], trouble: BaseException) -> Iterator[Any]:
        given_up.append(len(jobs))
        yield from give_up(errand, jobs, trouble)

    done: list[bool] = []
    monkeypatch.setattr(dask_engine._Errand, "_given_up", noted)
    with cluster.engine(fault_readers.dawdle) as engine:
        engine._client.run_on_scheduler(lambda dask_scheduler: setattr(dask_scheduler, "allowed_failures", 0))
        with pytest.raises(WorkerError, match="cluster is gone"):
            read(folder, tmp_path / "out", engine, told)
    entries = read_manifest(tmp_path / "out")
    assert given_up[0] == 4 and 12 <= len(entries) < 30 and all(entry.status == "ok" for entry in entries)
    assert {f"{entry.path}.json" for entry in entries} <= set(results(tmp_path / "out"))
