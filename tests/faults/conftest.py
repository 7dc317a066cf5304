"""Folders with good and bad documents, and runs over them in processes of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))  # worker processes import `fault_readers` by its name, with the path of this process
MINUTES = """NOTULA RAPAT
Rapat Koordinasi Sumur Warga {number}
Hari/Tanggal : Senin, 3 April 2023
Tempat : Aula Barat
Peserta:
1. Sri Wahyuni (Ketua)
2. Dinas Pertanian
Kesimpulan:
1. Disepakati jadwal tanam dimajukan dua minggu.
Tindak Lanjut:
1. Dinas Pertanian menyusun laporan debit paling lambat 10 April 2023.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inputs = tmp_path / "in"
    inputs.mkdir()
    return inputs


@pytest.fixture
def plant(folder: Path) -> Callable[..., None]:
    """Writes minutes under the given names; ``name=fault`` writes a file that its reader fails on."""

    def write(*good: str, **bad: str) -> None:
        for number, name in enumerate(good):
            (folder / name).write_text(MINUTES.format(number=number), "utf-8")
        for name, fault in bad.items():
            (folder / f"{name}.txt").write_text(f"FAULT {fault}", "utf-8")

    return write


class Running:
    """A run in a process of its own, whose events can be waited for."""

    def __init__(self, arguments: list[str]) -> None:
        environment = os.environ | {"PYTHONPATH": str(HERE), "NOTULA_LANG": "en"}
        self.process = subprocess.Popen(
            [sys.executable, str(HERE / "run_faulty.py"), "run", *arguments, "--log-format", "json"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment,
        )  # fmt: skip
        self.events: list[dict[str, Any]] = []

    def until(self, event: str, count: int = 1) -> dict[str, Any]:
        """Read on until there were so many events of that name; the last."""
        assert self.process.stderr
        while sum(each["event"] == event for each in self.events) < count:
            line = self.process.stderr.readline()
            assert line, self.events
            self.events.append(json.loads(line))
        return self.events[-1]

    def end(self) -> int:
        """Read all that is left; the exit code."""
        assert self.process.stderr and self.process.stdout
        err = self.process.stderr.read()  # not communicate(), which knows nothing of what was read ahead
        self.process.stdout.read()
        self.process.wait(60)
        if self.process.returncode >= 0:  # what a killed one leaves may be cut off
            self.events += [json.loads(line) for line in err.splitlines()]
        return self.process.returncode


@pytest.fixture
def start(folder: Path, tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Starts a run over the folder with the readers that fail."""
    started: list[Running] = []

    def begin(*options: str) -> Running:
        started.append(Running([str(folder), "-o", str(tmp_path / "out"), *options]))
        return started[-1]

    yield begin
    for each in started:
        if each.process.poll() is None:
            each.process.kill()
        each.process.communicate()
