"""What a command prints: it has arrived when the call returns, or an error says so."""

import json
import os
import sys
from typing import Any

from notula.pipeline.errors import OutputError, why


def print_json(data: Any) -> None:
    """JSON for programs: UTF-8 with LF, whatever the terminal's own encoding."""
    print_text()
    print_text(binary=(json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))


def print_text(text: str = "", binary: bytes = b"") -> None:
    """Write to standard output and see that it has arrived.

    Raises:
        OutputError: it cannot be written to.
        BrokenPipeError: its reader has gone.
    """
    try:
        sys.stdout.write(text)
        if binary:
            sys.stdout.buffer.write(binary)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as trouble:
        leave_stdout()
        raise OutputError("output.stdout", reason=why(trouble)) from trouble


def leave_stdout() -> None:
    """Forget standard output: what is still buffered must not raise again at exit."""
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123  (open until the process ends)


def make_printable() -> None:
    """Let nothing about the terminal end the run.

    Characters that its encoding lacks (cp1252 on Windows) print as ``?``. What is printed to a stream that was closed
    for this program (``2>&-``) goes nowhere, and no file that is opened later gets its number.
    """
    _fill_streams()
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace")


def _fill_streams() -> None:
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # the lowest number that is free; workers need it
    if sys.stdout is None:
        leave_stdout()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123  (open until the process ends)
