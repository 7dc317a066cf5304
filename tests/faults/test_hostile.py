"""Hostile files, one run over all of them: each comes back with its code, and good files among them are read."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import hostile
import pytest

from notula.models.manifest import Entry
from notula.pipeline.batch.manifest import read_manifest

SECRET = "kunci-brankas-1234567"
LIMIT = 400  # megabytes
EXPECTED = {
    "zero.pdf": "empty",
    "zeros.docx": "empty",
    "half.pdf": "damaged",
    "half.docx": "damaged",
    "really-pdf.docx": None,
    "really-docx.txt": None,
    "really-png.pdf": "damaged",
    "really-program.docx": "unsupported",
    "user-password.pdf": "encrypted",
    "owner-password.pdf": None,
    "flate-bomb.pdf": "too_large",
    "zip-bomb.docx": "too_large",
    "media-bomb.docx": None,
    "entity-bomb.docx": "damaged",
    "thief.docx": "damaged",
    "nested.docx": "damaged",
    "paragraphs.docx": "too_large",
    "pages.pdf": "too_large",
    "glyphs.pdf": "too_large",
    "script.pdf": None,
    "macro.docm": None,
    "escaping.docx": None,
    "good.pdf": None,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("hostile")
    (place / "secret").write_text(SECRET, "utf-8")
    inputs = place / "in"
    inputs.mkdir()
    for name, make in hostile.FILES.items():
        (inputs / name).write_bytes(make())
    (inputs / "thief.docx").write_bytes(hostile.thief(place / "secret"))
    return place


@pytest.fixture(scope="module")
def run(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "notula.pipeline.cli", "run", "in", "-o", "out", "--memory-limit", str(LIMIT),
               "--workers", "1", "--log-format", "json"]  # fmt: skip
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300
    )


@pytest.fixture(scope="module")
def entries(run: subprocess.CompletedProcess[str], folder: Path) -> dict[str, Entry]:
    return {entry.path: entry for entry in read_manifest(folder / "out")}


def test_the_run_comes_to_its_end(run: subprocess.CompletedProcess[str], entries: dict[str, Entry]) -> None:
    assert run.returncode == 1
    assert entries.keys() == EXPECTED.keys()
    assert [json.loads(line)["event"] for line in run.stderr.splitlines()][-1] == "run_ended"


@pytest.mark.parametrize("name", EXPECTED)
def test_a_hostile_file_has_its_code(entries: dict[str, Entry], name: str) -> None:
    assert entries[name].code == EXPECTED[name]
    if EXPECTED[name] is None:
        assert (entries[name].status, entries[name].follow_ups) == ("ok", 1)


def test_no_hostile_file_ran_into_a_limit_of_time(entries: dict[str, Entry]) -> None:
    assert not [name for name, entry in entries.items() if entry.code in ("timeout", "crashed")]


def test_no_file_of_the_computer_leaks(run: subprocess.CompletedProcess[str], folder: Path) -> None:
    written = b"".join(path.read_bytes() for path in (folder / "out").rglob("*") if path.is_file())
    assert SECRET not in run.stdout + run.stderr and SECRET.encode() not in written


def test_nothing_is_written_outside_of_the_output(run: subprocess.CompletedProcess[str], folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == ["in", "out", "secret"]
    assert sorted(path.name for path in (folder / "in").iterdir()) == sorted(EXPECTED)
    assert not [path for path in folder.rglob("*keluar*")]


def test_the_log_has_no_word_of_a_document(run: subprocess.CompletedProcess[str]) -> None:
    assert "Sumur" not in run.stderr and "Wahyuni" not in run.stderr


# --- names and folders -----------------------------------------------------------------------------------------------

NAMES = (
    "baris\nbaru.txt", " spasi .txt", "-o.txt", "@daftar.txt", "rapat'; rm -rf ~.txt", 'kutip".txt', "会议.txt",
    "emoji \N{MEMO}.txt", "kanan\u202etxt.kiri.txt", "[a-z]*.txt", "CON.txt", "a.b.c.json.txt", "n" * 250 + ".txt",
    "e\u0301.txt", "\u00e9.txt",
)  # fmt: skip


@pytest.fixture
def odd(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "aneh"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        lines = [*hostile.MINUTES, f"Catatan {number}"]
        (folder / name).write_text("\n".join(lines), "utf-8")
    yield folder


def call(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "notula.pipeline.cli", "run", *map(os.fspath, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False, timeout=120)


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be there")
def test_odd_names_are_read_and_found_again(odd: Path, tmp_path: Path) -> None:
    raw = os.fsdecode(b"tak-terbaca-\xff.txt")
    try:
        (odd / raw).write_text("\n".join(hostile.MINUTES), "utf-8")
    except OSError:
        raw = ""
    out = tmp_path / "out"
    assert call(odd, "-o", out, "--lang", "en", cwd=tmp_path).returncode == 0
    entries = read_manifest(out)
    assert [entry.status for entry in entries] == ["ok"] * (len(NAMES) + bool(raw))
    assert {entry.path for entry in entries} >= set(NAMES)
    if raw:
        (entry,) = [entry for entry in entries if entry.raw_path]
        assert entry.path == "tak-terbaca-\ufffd.txt" and bytes.fromhex(entry.raw_path or "").endswith(b"-\xff.txt")
        assert (out / f"{raw}.json").is_file()
    again = call(odd, "-o", out, "--lang", "en", cwd=tmp_path)
    assert f"Unchanged, not read again: {len(entries)}".encode() in again.stdout


@pytest.mark.skipif(os.name != "posix", reason="links and pipes")
def test_links_that_go_round_and_pipes_hold_nobody_up(tmp_path: Path) -> None:
    inputs = tmp_path / "in"
    (inputs / "sub").mkdir(parents=True)
    (inputs / "rapat.txt").write_text("\n".join(hostile.MINUTES), "utf-8")
    (inputs / "sub/up").symlink_to(inputs, target_is_directory=True)
    (inputs / "self.txt").symlink_to(inputs / "self.txt")
    (inputs / "ping.txt").symlink_to(inputs / "pong.txt")
    (inputs / "pong.txt").symlink_to(inputs / "ping.txt")
    os.mkfifo(inputs / "pipe.txt")
    begin = time.monotonic()
    done = call(inputs, inputs / "pipe.txt", Path("/dev/zero"), "-o", tmp_path / "out", cwd=tmp_path)
    assert done.returncode == 1 and time.monotonic() - begin < 60
    codes = {entry.path: entry.code for entry in read_manifest(tmp_path / "out")}
    links = {name: "unreadable" for name in ("self.txt", "ping.txt", "pong.txt")}
    assert codes == {"rapat.txt": None, "pipe.txt": "unreadable", "zero": "unreadable", **links}
