"""A process that is killed (SIGKILL) between the target's file and the ledger."""

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from notula.pipeline.handover.ledger import open_ledger

Kit = Any
# Runs a hand-over whose exporter kills its own process when the file is in its place.
SCRIPT = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from conftest import Kit
from notula.pipeline.handover.ledger import open_ledger

kit = Kit(Path(sys.argv[1]))
write = kit.order().exporter.write

def write_and_die(*arguments):
    write(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)

with open_ledger(kit.folder / "handover.sqlite3") as ledger:
    kit.run(kit.order(sys.argv[3], write=write_and_die), ledger, kit.item(1), kit.item(2))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("mode", ["upsert", "create"])
def test_the_next_run_writes_the_same_file_again(mode: Any, kit: Kit) -> None:
    call = [sys.executable, "-c", SCRIPT, str(kit.folder), str(Path(__file__).parent), mode]
    died = subprocess.run(call, capture_output=True, text=True)
    assert died.returncode == -signal.SIGKILL, died.stderr
    left = (kit.folder / "out.jsonl").read_bytes()
    with open_ledger(kit.folder / "handover.sqlite3") as ledger:
        assert not ledger.entries("test") and not ledger.batches("test")
        done = kit.run(kit.order(mode), ledger, kit.item(1), kit.item(2))
        assert kit.counts(done) == {"create": 2}
        assert (kit.folder / "out.jsonl").read_bytes() == left
        assert kit.counts(kit.run(kit.order(mode), ledger, kit.item(1), kit.item(2))) == {"unchanged": 2}
