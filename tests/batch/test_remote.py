"""Inputs and outputs by URL: the same results as with folders of this machine."""

import errno
import ftplib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePath
from typing import Any

import psutil
import pytest

from notula.models.manifest import Entry
from notula.pipeline import cli
from notula.pipeline.addresses import Location, Url
from notula.pipeline.batch import remote, remote_inputs, remote_lock, remote_place, spool
from notula.pipeline.batch.job import Job
from notula.pipeline.batch.remote import Remote, as_os_error, is_outage
from notula.pipeline.batch.run import Batch, RunOptions, run_batch
from notula.pipeline.errors import BusyError, NoInputError, NotulaError, OutputError, UsageError
from notula.pipeline.settings import Settings

pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"),  # fsspec's FTP, where a transfer fails
]
FAULTS = Path(__file__).resolve().parent.parent / "faults"
MINUTES = """NOTULA RAPAT
Rapat Koordinasi Sumur Warga {number}
Hari/Tanggal : Senin, 3 April 2023
Peserta:
1. Sri Wahyuni (Ketua)
Tindak Lanjut:
1. Dinas Pertanian menyusun laporan debit paling lambat 10 April 2023.
"""
NAMES = ("a.txt", "b #1 100%.txt", "deep/er/c.txt", "deep/ñandú.txt", "[d]/e.txt")


@pytest.fixture(autouse=True)
def swift(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, inline: None) -> None:
    """No long pauses before further tries, no processes, and a home of its own for what is remembered."""
    monkeypatch.setattr(remote, "_PAUSES", (0.01, 0.05))
    monkeypatch.setattr(remote_lock, "_SETTLED", 0.01)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def local(tmp_path: Path) -> Path:
    """A folder of good and bad files."""
    folder = tmp_path / "in"
    for number, name in enumerate(NAMES):
        plant(folder, name, MINUTES.format(number=number).encode())
    plant(folder, "sama.txt", (folder / "a.txt").read_bytes())
    plant(folder, "rusak.pdf", b"%PDF-1.4 cut off")
    plant(folder, "tanpa akhiran", b"%PDF-1.4 cut off, too")
    plant(folder, "foto.raw", b"no document")
    plant(folder, ".sembunyi/x.txt", b"hidden")
    plant(folder, "~$a.docx", b"litter")
    return folder


def plant(folder: Path, name: str, data: bytes) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def fill(store: Any, local: Path) -> None:
    for path in local.rglob("*"):
        if path.is_file():
            store.put(f"in/{path.relative_to(local).as_posix()}", path.read_bytes())


def url(store: Any, name: str) -> Url:
    return Url(f"{store.address}/{name}")


def run(inputs: Location, out: Location, **options: Any) -> Batch:
    return run_batch([inputs], out, Settings(lang="en"), RunOptions(**options))


def results(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if not name.startswith((".notula", "manifest", "laporan"))}


def local_files(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def manifest(files: dict[str, bytes]) -> list[Entry]:
    """The lines of a manifest without what differs from one run to the next."""
    entries = map(Entry.model_validate_json, files["manifest.jsonl"].splitlines())
    return [entry.model_copy(update={"seconds": {}}) for entry in entries]


def test_results_and_manifest_are_those_of_a_local_run(store: Any, local: Path, tmp_path: Path) -> None:
    fill(store, local)
    expected = run(local, tmp_path / "out")
    found = run(url(store, "in/"), url(store, "out"), page=url(store, "out/laporan.html"))
    here, there = local_files(tmp_path / "out"), store.files("out")
    assert len(results(here)) == 2 * 6
    assert results(there) == results(here)
    assert manifest(there) == manifest(here)
    assert (found.tally.statuses, found.skipped, found.exit_code) == (expected.tally.statuses, expected.skipped, 1)
    assert b"<!doctype html>" in there["laporan.html"]
    assert json.loads(there[".notula/inputs.json"])["folders"] == [f"{store.shown}/in"]


@pytest.mark.parametrize("remote_side", ["inputs", "outputs"])
def test_one_side_may_be_on_this_machine(store: Any, local: Path, tmp_path: Path, remote_side: str) -> None:
    fill(store, local)
    run(local, tmp_path / "out")
    if remote_side == "inputs":
        run(url(store, "in"), tmp_path / "mixed")
        mixed = local_files(tmp_path / "mixed")
    else:
        run(local, url(store, "mixed"))
        mixed = store.files("mixed")
    here = local_files(tmp_path / "out")
    assert (results(mixed), manifest(mixed)) == (results(here), manifest(here))


def test_what_is_unchanged_is_not_read_again(store: Any, local: Path) -> None:
    fill(store, local)
    run(url(store, "in"), url(store, "out"))
    before = store.files("out")
    again = run(url(store, "in"), url(store, "out"))
    assert (again.tally.files, again.tally.unchanged) == (8, 8)
    assert manifest(store.files("out")) == manifest(before)
    store.put("in/a.txt", MINUTES.format(number=99).encode())
    changed = run(url(store, "in"), url(store, "out"))
    assert (changed.tally.files, changed.tally.unchanged) == (8, 7)


def test_what_the_store_says_is_unchanged_is_not_even_fetched(
    s3: Any, local: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(s3, local)
    run(url(s3, "in"), url(s3, "out"))
    fetched: list[str] = []
    fetch = remote.fetch
    monkeypatch.setattr(spool, "fetch", lambda there, *rest: fetched.append(there.path) or fetch(there, *rest))
    run(url(s3, "in"), url(s3, "out"))
    assert fetched == []
    s3.put("in/a.txt", MINUTES.format(number=99).encode())
    run(url(s3, "in"), url(s3, "out"))
    assert fetched == ["arsip/in/a.txt"]


def test_a_result_that_is_gone_is_written_anew(store: Any, local: Path, tmp_path: Path) -> None:
    fill(store, local)
    run(url(store, "in"), url(store, "out"))
    before = results(store.files("out"))
    place = remote_place.place_of(url(store, "out"))
    place.remove("a.txt.json")
    assert set(before) - set(store.files("out")) == {"a.txt.json"}
    assert run(url(store, "in"), url(store, "out")).tally.unchanged == 7
    assert results(store.files("out")) == before


def test_another_machine_goes_on_with_the_ledger_of_the_first(store: Any, local: Path, tmp_path: Path) -> None:
    fill(store, local)
    run(url(store, "in"), url(store, "out"), state=tmp_path / "one")
    assert run(url(store, "in"), url(store, "out"), state=tmp_path / "two").tally.unchanged == 8
    store.put("in/new.txt", MINUTES.format(number=99).encode())
    run(url(store, "in"), url(store, "out"), state=tmp_path / "two")
    assert run(url(store, "in"), url(store, "out"), state=tmp_path / "one").tally.unchanged == 9


@pytest.mark.parametrize("ledger", [b"torn", b""], ids=["torn", "empty"])
def test_a_damaged_copy_of_a_ledger_does_no_harm(ftp: Any, local: Path, tmp_path: Path, ledger: bytes) -> None:
    fill(ftp, local)
    run(url(ftp, "in"), url(ftp, "out"), state=tmp_path / "one")
    before = results(ftp.files("out"))
    ftp.put("out/.notula/ledger.sqlite", ledger)
    batch = run(url(ftp, "in"), url(ftp, "out"), state=tmp_path / "two")
    assert (batch.tally.files, batch.tally.unchanged) == (8, 0)
    assert results(ftp.files("out")) == before


def test_results_that_a_source_no_longer_has_go(store: Any, tmp_path: Path) -> None:
    """As where it held two meetings and now holds one."""
    two = (Path(__file__).parents[2] / "samples/docs/mingguan-aset-dua-rapat.docx").read_bytes()
    store.put("in/x.docx", two)
    run(url(store, "in"), url(store, "out"))
    assert {"x.docx.01.json", "x.docx.02.txt"} <= set(store.files("out"))
    one = (Path(__file__).parents[2] / "samples/docs/rapat-rt-gapura.docx").read_bytes()
    store.put("in/x.docx", one)
    run(url(store, "in"), url(store, "out"))
    assert set(results(store.files("out"))) == {"x.docx.json", "x.docx.txt"}


def test_a_password_is_written_down_nowhere(ftp: Any, local: Path, tmp_path: Path, capsys: Any) -> None:
    fill(ftp, local)
    code = cli.main(["run", f"{ftp.address}/in", "-o", f"{ftp.address}/out", "--log-format", "json"])
    printed = "".join(capsys.readouterr())
    assert code == 1 and f"{ftp.shown}/out" in printed
    kept = {**ftp.files("out"), **local_files(tmp_path / "state"), "printed": printed.encode()}
    assert [name for name, data in kept.items() if b"sandi-rahasia" in data or b"kantor" in data] == []


def test_patterns_and_lists_of_urls(store: Any, local: Path, tmp_path: Path) -> None:
    fill(store, local)
    run(url(store, "in/deep/er/*.txt"), tmp_path / "pattern")
    assert [entry.path for entry in manifest(local_files(tmp_path / "pattern"))] == ["c.txt"]
    lines = [*(f"{store.address}/in/{name}" for name in ("a.txt", "deep", "gone.txt")), str(local / "sama.txt")]
    (tmp_path / "list").write_text("\n".join(lines), "utf-8")
    run(Path(f"@{tmp_path / 'list'}"), tmp_path / "list.out")
    found = {entry.path: entry.code for entry in manifest(local_files(tmp_path / "list.out"))}
    assert found == {"a.txt": None, "er/c.txt": None, "ñandú.txt": None, "gone.txt": "unreadable", "sama.txt": None}


def test_an_output_below_the_inputs_is_no_input(store: Any, local: Path) -> None:
    fill(store, local)
    first = run(url(store, "in"), url(store, "in/out"))
    assert (first.tally.files, run(url(store, "in"), url(store, "in/out")).tally.files) == (8, 8)
    assert run(url(store, "in"), url(store, "other")).tally.files == 8  # nor one of another run
    with pytest.raises(UsageError):
        run(url(store, "in"), url(store, "in"))


def test_folders_of_folders_may_be_left_alone(store: Any, local: Path, tmp_path: Path) -> None:
    fill(store, local)
    assert run(url(store, "in"), tmp_path / "out", recursive=False).tally.files == 5


def test_names_that_two_urls_share_become_longer(store: Any, tmp_path: Path) -> None:
    for year in ("2020", "2021"):
        store.put(f"in/{year}/a.txt", MINUTES.format(number=year).encode())
    run_batch([url(store, "in/2020"), url(store, "in/2021/a.txt")], tmp_path / "out")
    assert [entry.path for entry in manifest(local_files(tmp_path / "out"))] == ["2020/a.txt", "2021/a.txt"]


def test_a_name_that_no_store_takes_is_changed(ftp: Any, tmp_path: Path) -> None:
    plant(tmp_path / "in", "baris\nbaru.txt", MINUTES.encode())
    batch = run(tmp_path / "in", url(ftp, "out"))
    (name,) = [name for name in results(ftp.files("out")) if name.endswith(".json")]
    assert batch.exit_code == 0 and name.startswith("baris_baru-") and name.endswith(".txt.json")
    assert run(tmp_path / "in", url(ftp, "out")).tally.unchanged == 1


@pytest.mark.parametrize("name", ["../../x.txt", "a//b.txt", "/x.txt", "./x.txt", ""])
def test_a_name_that_leads_out_of_the_output_is_refused(name: str) -> None:
    there = Url("memory://in")
    found = remote_inputs._found(there, Remote(there, f"/in/{name}"), name)
    assert found.job.trouble == "reason.no_name"
    assert not {"..", ""} & set(PurePath(found.job.relative).parts) and not found.job.relative.is_absolute()


@pytest.fixture
def web(tmp_path: Path) -> Iterator[str]:
    """The address of a folder served by HTTP."""
    (tmp_path / "web").mkdir()
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path / "web"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_folders_and_files_of_a_web_server(web: str, tmp_path: Path) -> None:
    for name in ("a.txt", "sub/b c.txt"):
        plant(tmp_path / "web/in", name, MINUTES.encode() + name.encode())
    run(tmp_path / "web/in", tmp_path / "local")
    run(Url(f"{web}/in/"), tmp_path / "out")
    assert manifest(local_files(tmp_path / "out")) == manifest(local_files(tmp_path / "local"))
    assert results(local_files(tmp_path / "out")) == results(local_files(tmp_path / "local"))
    run(Url(f"{web}/in/a.txt?signed=rahasia"), tmp_path / "one")
    files = local_files(tmp_path / "one")
    assert set(results(files)) == {"a.txt.json", "a.txt.txt"}
    assert not [name for name, data in files.items() if b"rahasia" in data]


# --- trouble ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "code", "said"),
    [
        pytest.param("xyz://a/b", 2, "Protokol xyz:// tidak dikenal", id="unknown protocol"),
        pytest.param("gs://a/b", 2, "pip install gcsfs", id="no driver"),
        pytest.param("ftp://127.0.0.1:1/in", 3, "tidak dapat dijangkau: sambungan ditolak", id="nobody there"),
        pytest.param("http://127.0.0.1:1/a.pdf", 3, "sambungan ditolak", id="nobody there, http"),
        pytest.param("ftp://", 3, "nama atau alamat tidak sah", id="no host"),
        pytest.param("{shown}/in", 3, "tidak ada izin", id="no password"),
        pytest.param("{address}/none", 3, "tidak ada berkas atau folder itu", id="no folder"),
    ],
)
def test_inputs_that_cannot_be_had(
    ftp: Any, tmp_path: Path, address: str, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ftp.put("in/a.txt", MINUTES.encode())
    assert cli.main(["run", address.format(**vars(ftp)), "-o", str(tmp_path / "out")]) == code
    told = capsys.readouterr().err
    assert said in told and "sandi-rahasia" not in told and len(told.splitlines()) == 1
    assert not (tmp_path / "out/manifest.jsonl").exists()


@pytest.mark.parametrize(
    ("address", "code", "said"),
    [
        pytest.param("ftp://127.0.0.1:1/out", 4, "sambungan ditolak", id="nobody there"),
        pytest.param("{shown}/out", 4, "tidak ada izin", id="no password"),
        pytest.param("xyz://a/b", 2, "tidak dikenal", id="unknown protocol"),
        pytest.param("memory://out", 2, "hilang begitu program selesai", id="in memory"),
    ],
)
def test_outputs_that_cannot_be_written(
    ftp: Any, local: Path, address: str, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["run", str(local), "-o", address.format(**vars(ftp))]) == code
    assert said in capsys.readouterr().err


def test_a_store_without_the_bucket_is_output_trouble(s3: Any, local: Path) -> None:
    with pytest.raises(OutputError, match="No such file or folder"):
        run(local, Url("s3://lain/out"))


def test_a_missing_fsspec_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(UsageError, match=r"notula\[remote\]"):
        run(Url("memory://x"), tmp_path / "out")


@pytest.mark.parametrize("command", [["review"], ["export", "csv", "--from"], ["evaluate"], ["watch"], ["show"]])
def test_other_commands_say_that_they_need_a_copy(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*command, "s3://arsip/hasil"]) == 2
    assert "salin dulu" in capsys.readouterr().err


def test_what_a_store_refuses_is_that_documents_trouble(ftp: Any, local: Path, tmp_path: Path) -> None:
    fill(ftp, local)
    found = list(remote_inputs.find_remote(url(ftp, "in"), tmp_path / "out"))
    (there,) = [each.job.remote for each in found if each.job.name == "a.txt"]
    copies = spool.Spool(tmp_path / "copies", limit=300)
    job = next(each.job for each in found if each.job.name == "a.txt")
    (ftp.folder / "in/a.txt").unlink()
    assert copies.fetched(job).trouble == "errno.ENOENT"
    assert there and list((tmp_path / "copies").rglob("*.txt")) == []


def test_a_file_that_is_too_large_is_not_fetched(store: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.put("in/a.txt", MINUTES.encode())
    store.put("in/besar.txt", b"x" * 5_000)
    batch = run_batch([url(store, "in")], tmp_path / "out", Settings(max_bytes=4_000))
    found = {entry.path: entry.code for entry in manifest(local_files(tmp_path / "out"))}
    assert (batch.exit_code, found) == (1, {"a.txt": None, "besar.txt": "too_large"})
    plant(tmp_path / "local", "besar.txt", b"x" * 5_000)
    run_batch([tmp_path / "local"], tmp_path / "out2", Settings(max_bytes=4_000))
    (here,), (_, there) = (manifest(local_files(tmp_path / name)) for name in ("out2", "out"))
    assert here == there


def test_copies_are_gone_after_the_run(ftp: Any, local: Path, tmp_path: Path) -> None:
    fill(ftp, local)
    run(url(ftp, "in"), tmp_path / "out")
    assert not (tmp_path / "out/.notula/copies").exists()


def test_an_outage_ends_the_run_and_blames_no_document(ftp: Any, tmp_path: Path) -> None:
    for number in range(40):
        ftp.put(f"in/{number:02d}.txt", MINUTES.format(number=number).encode())
    told: list[str] = []

    def end_soon(event: Any) -> None:
        told.append(type(event).__name__)
        if told.count("DocumentDone") == 5:
            ftp.end()

    with pytest.raises(NoInputError, match="cannot be reached"):
        run(url(ftp, "in"), tmp_path / "out", on_event=end_soon, workers=1)
    entries = manifest(local_files(tmp_path / "out"))
    assert 5 <= len(entries) < 40 and {entry.status for entry in entries} == {"ok"}
    back = type(ftp)(ftp.folder, ftp.port)
    try:
        assert run(url(back, "in"), tmp_path / "out").tally.statuses == {"ok": 40}
    finally:
        back.end()


def test_an_outage_of_the_output_is_output_trouble(ftp: Any, tmp_path: Path) -> None:
    for number in range(40):
        plant(tmp_path / "in", f"{number:02d}.txt", MINUTES.format(number=number).encode())
    told: list[str] = []

    def end_soon(event: Any) -> None:
        told.append(type(event).__name__)
        if told.count("DocumentDone") == 5:
            ftp.end()

    with pytest.raises(OutputError):
        run(tmp_path / "in", url(ftp, "out"), on_event=end_soon, workers=1)
    back = type(ftp)(ftp.folder, ftp.port)
    try:
        batch = run(tmp_path / "in", url(back, "out"))
        assert (batch.tally.statuses, batch.tally.unchanged >= 5) == ({"ok": 40}, True)
        assert len(results(back.files("out"))) == 80
    finally:
        back.end()


def test_a_connection_that_was_lost_is_made_anew(ftp: Any, local: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(ftp, local)
    there = url(ftp, "in")
    assert len(remote.entries(there, "/in")) > 3
    system, _ = remote._filesystem(there)
    system.ftp.sock.shutdown(socket.SHUT_RDWR)
    assert len(remote.entries(there, "/in")) > 3
    assert remote._filesystem(there)[0] is not system


def test_a_copy_that_was_cut_off_is_fetched_again(ftp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ftp.put("in/a.txt", b"x" * 1000)
    (entry,) = remote.entries(url(ftp, "in"), "/in")
    cut = []

    def get_file(self: Any, path: str, to: str) -> None:
        cut.append(path)
        Path(to).write_bytes(b"x" * (1000 if len(cut) > 1 else 10))

    monkeypatch.setattr("fsspec.implementations.ftp.FTPFileSystem.get_file", get_file)
    assert entry.remote
    remote.fetch(entry.remote, tmp_path / "copy", 5_000)
    assert len(cut) == 2 and (tmp_path / "copy").stat().st_size == 1000


@pytest.fixture
def deaf() -> Iterator[str]:
    """The address of a server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"ftp://127.0.0.1:{server.getsockname()[1]}/in"


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_store_that_never_answers_does_not_hold_up_an_interrupt(deaf: str, tmp_path: Path) -> None:
    call = [sys.executable, "-m", "notula.pipeline.cli", "run", deaf, "-o", str(tmp_path / "out")]
    with subprocess.Popen(call, stderr=subprocess.PIPE, text=True) as running:
        while not psutil.Process(running.pid).net_connections("tcp"):
            assert running.poll() is None
            time.sleep(0.05)
        begin = time.monotonic()
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (130, "") and time.monotonic() - begin < 20


@pytest.mark.parametrize(
    ("trouble", "number", "outage"),
    [
        (FileNotFoundError("x"), errno.ENOENT, False),
        (PermissionError("x"), errno.EACCES, False),
        (ftplib.error_perm("550 No such file or directory."), errno.ENOENT, False),
        (ftplib.error_perm("550 Permission denied."), errno.EACCES, False),
        (ftplib.error_perm("530 Login incorrect."), errno.EACCES, False),
        (ftplib.error_perm("552 Exceeded storage allocation."), errno.ENOSPC, False),
        (ftplib.error_temp("421 Timeout."), errno.EIO, True),
        (EOFError(), errno.ECONNRESET, True),
        (TimeoutError(), errno.ETIMEDOUT, True),
        (ConnectionRefusedError(errno.ECONNREFUSED, "x"), errno.ECONNREFUSED, True),
        (NotImplementedError(), errno.EROFS, False),
        (OSError(errno.EIO, "503"), errno.EIO, True),
    ],
    ids=repr,
)
def test_what_drivers_raise_is_a_system_error(trouble: BaseException, number: int, outage: bool) -> None:
    told = as_os_error(trouble)
    assert (told.errno, is_outage(told)) == (number, outage)


# --- a run that was killed, two runs ---------------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_run_that_was_killed_is_gone_on_with(store: Any, tmp_path: Path) -> None:
    for number in range(30):
        store.put(f"in/{number:02d}.txt", f"rapat {number}".encode())
    call = [sys.executable, str(FAULTS / "run_faulty.py"), "run", f"{store.address}/in", "-o", f"{store.address}/out",
            "--log-format", "json", "--lang", "en", "--workers", "1"]  # fmt: skip
    with subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr
        said = ""
        while said.count('"document"') < 6:
            line = running.stderr.readline()
            assert line, said
            said += line
        running.kill()
    done = subprocess.run(call, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    events = [json.loads(line) for line in done.stderr.splitlines()]
    assert done.returncode == 0, done.stderr
    assert sum(event["event"] == "document" and event["unchanged"] for event in events) >= 4
    found = store.files("out")
    assert len(results(found)) == 60 and len(manifest(found)) == 30
    assert [name for name in found if name.endswith(".tmp")] == []
    assert not list((tmp_path / "state").rglob("copies"))


@pytest.fixture
def lock(ftp: Any) -> Callable[..., None]:
    """Puts a lock into the output folder ``out``."""

    def put(**details: Any) -> None:
        known = {"holder": "another", "host": "kantor-2", "run": 1, "seen": time.time()}
        ftp.put("out/.notula/lock.json", json.dumps(known | details).encode())

    return put


def test_an_output_that_another_machine_uses_is_refused(ftp: Any, local: Path, lock: Callable[..., None]) -> None:
    lock()
    with pytest.raises(BusyError, match="kantor-2"):
        run(local, url(ftp, "out"))
    assert results(ftp.files("out")) == {}


@pytest.mark.parametrize(
    "details", [{"seen": None}, {"seen": time.time() - 400}, {"seen": "soon"}], ids=["given back", "dead", "nonsense"]
)
def test_a_lock_that_nobody_holds_is_taken(
    ftp: Any, local: Path, lock: Callable[..., None], details: dict[str, Any]
) -> None:
    lock(**details)
    assert run(local, url(ftp, "out")).tally.files == 8
    assert json.loads(ftp.files("out")[".notula/lock.json"])["seen"] is None


def test_another_machine_may_make_the_same_folder(ftp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def makedirs(self: Any, path: str, exist_ok: bool = False) -> None:
        (ftp.folder / path.strip("/")).mkdir(parents=True)  # it was a moment faster
        raise ftplib.error_perm("550 File exists.")

    monkeypatch.setattr("fsspec.implementations.ftp.FTPFileSystem.makedirs", makedirs)
    remote_place.place_of(url(ftp, "out")).write("deep/a.json", [b"1", b"2"])
    assert ftp.files("out") == {"deep/a.json": b"12"}


def test_two_places_write_the_same_file_by_different_ways(ftp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    rename = remote_place._rename
    monkeypatch.setattr(remote_place, "_rename", lambda system, a, b: sent.append(a) or rename(system, a, b))
    for data in (b"1", b"2"):
        remote_place.place_of(url(ftp, "out")).write("a.json", [data])
    assert len(set(sent)) == 2 and ftp.files("out") == {"a.json": b"2"}


def test_what_does_not_fit_into_the_memory_goes_by_way_of_the_disk(
    store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote_place, "_IN_MEMORY", 1_000)
    place = remote_place.place_of(url(store, "out"))
    place.write("a.json", (b"%03d" % number for number in range(1_000)))
    assert place.read("a.json") == b"".join(b"%03d" % number for number in range(1_000))


def test_a_server_that_does_not_rename_over_a_file(ftp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from fsspec.implementations.ftp import FTPFileSystem

    move = FTPFileSystem.mv

    def mv(self: Any, source: str, target: str, **rest: Any) -> None:
        if (ftp.folder / target.strip("/")).exists():
            raise ftplib.error_perm("553 Could not rename file.")
        move(self, source, target, **rest)

    monkeypatch.setattr(FTPFileSystem, "mv", mv)
    place = remote_place.place_of(url(ftp, "out"))
    for data in (b"1", b"2"):
        place.write("a.json", [data])
    assert ftp.files("out") == {"a.json": b"2"}


@pytest.mark.parametrize(
    ("number", "raised"),
    [
        pytest.param(errno.ENOSPC, OutputError, id="no room for copies"),
        pytest.param(errno.ETIMEDOUT, NoInputError, id="no answer"),
        pytest.param(errno.EACCES, None, id="refused"),
    ],
)
def test_who_is_to_blame_for_a_copy_that_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, raised: type[NotulaError] | None
) -> None:
    def fetch(there: Remote, to: Path, limit: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(spool, "fetch", fetch)
    job = Job(Path("a.txt"), PurePath("a.txt"), remote=Remote(Url("ftp://host/in"), "/in/a.txt"))
    copies = spool.Spool(tmp_path / "copies", 1_000)
    if raised:
        with pytest.raises(raised):
            list(copies.ahead(iter([job])))
    else:
        assert [each.trouble for each in copies.ahead(iter([job])) if each] == ["errno.EACCES"]
    copies.close()
    assert not (tmp_path / "copies").exists()


def test_copies_are_fetched_only_a_little_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = Remote(Url("ftp://host/in"), "/in/a.txt")
    monkeypatch.setattr(spool, "fetch", lambda remote, to, limit: to.write_bytes(b"x"))
    names = [f"{number:02d}.txt" for number in range(50)]
    copies = spool.Spool(tmp_path / "copies", 1_000)
    came = []
    for job in copies.ahead(Job(Path(name), PurePath(name), remote=there) for name in names):
        if job:
            assert len(list((tmp_path / "copies").glob("*/*"))) <= spool.AHEAD + 2
            assert copies.has(job) and job.path.read_bytes() == b"x"
            came.append(copies.drop(job).name)
            assert not job.path.exists()
    copies.close()
    assert came == names


def test_a_run_whose_lock_was_taken_stops(
    ftp: Any, local: Path, lock: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote_place, "_RENEWED", 0.02)

    def told(event: Any) -> None:
        lock()
        time.sleep(0.2)

    with pytest.raises(BusyError):
        run(local, url(ftp, "out"), on_event=told)
    assert json.loads(ftp.files("out")[".notula/lock.json"])["holder"] == "another"


def test_a_second_run_of_this_machine_is_refused(ftp: Any, local: Path) -> None:
    def second(event: Any) -> None:
        if refused:
            return
        with pytest.raises(BusyError):
            run(local, url(ftp, "out"))
        refused.append(event)

    refused: list[Any] = []
    run(local, url(ftp, "out"), on_event=second)
    assert refused


def test_the_ledger_is_copied_while_a_run_lives(ftp: Any, local: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_place, "_RENEWED", 0.02)
    monkeypatch.setattr(remote_place, "_SAVED", 0.0)
    there: list[bool] = []

    def told(event: Any) -> None:
        time.sleep(0.1)
        there.append((ftp.folder / "out/.notula/ledger.sqlite").exists())  # not read: files come and go

    run(local, url(ftp, "out"), on_event=told)
    assert there[-2]


def test_nothing_is_renewed_any_more_when_the_lock_is_given_back(
    ftp: Any, local: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote_place, "_RENEWED", 0.02)
    renewing, beside = threading.Event(), []
    renew, release = remote_lock.RemoteLock.renew, remote_lock.RemoteLock.release

    def renewed(lock: remote_lock.RemoteLock) -> None:
        renewing.set()
        time.sleep(0.3)
        renew(lock)
        renewing.clear()

    def released(lock: remote_lock.RemoteLock) -> None:
        beside.append(renewing.is_set())
        release(lock)

    monkeypatch.setattr(remote_lock.RemoteLock, "renew", renewed)
    monkeypatch.setattr(remote_lock.RemoteLock, "release", released)
    run(local, url(ftp, "out"), on_event=lambda event: renewing.wait(5))
    assert beside == [False]
    assert json.loads(ftp.files("out")[".notula/lock.json"])["seen"] is None


def test_caches_and_archives_may_stand_before_an_address(ftp: Any, local: Path, tmp_path: Path) -> None:
    import shutil

    fill(ftp, local)
    ftp.put("arsip.zip", Path(shutil.make_archive(str(tmp_path / "arsip"), "zip", local)).read_bytes())
    run(local, tmp_path / "out")
    expected = results(local_files(tmp_path / "out"))
    run(Url(f"zip://::{ftp.address}/arsip.zip"), tmp_path / "zip")
    assert results(local_files(tmp_path / "zip")) == expected
    run(Url(f"simplecache::{ftp.address}/in"), tmp_path / "cache")
    assert results(local_files(tmp_path / "cache")) == expected


@pytest.mark.parametrize("name", ["con.txt", "LPT1", "a:b.txt", "a?.pdf", "x ", "x.", "a\tb.txt", "a\\b.txt"])
def test_names_that_windows_does_not_take(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not remote_inputs._is_no_name(name)
    monkeypatch.setattr(remote_inputs, "_NO_NAME", re.compile(remote_inputs._WINDOWS))
    assert remote_inputs._is_no_name(name) and not remote_inputs._is_no_name("console rapat.txt")
