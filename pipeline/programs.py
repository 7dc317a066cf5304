"""Other programs of the system: where they are, and running them so that they always come back.

Nothing goes through a shell, and no name of a user's file is ever an argument.
"""

import functools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

# Where installers put programs without adding them to PATH (Windows, macOS); the folder of LibreOffice on Linux holds
# the program itself, which PATH only has a script for.
_FOLDERS: Final = (
    "/usr/lib/libreoffice/program", "/usr/lib64/libreoffice/program", "/opt/libreoffice/program",
    "/opt/homebrew/bin", "/usr/local/bin", "/Applications/LibreOffice.app/Contents/MacOS",
    "{ProgramFiles}/Tesseract-OCR", "{ProgramFiles}/LibreOffice/program", "{ProgramFiles(x86)}/LibreOffice/program",
    "{LOCALAPPDATA}/Programs/Tesseract-OCR",
)  # fmt: skip


class ProgramError(Exception):
    """A program could not be started, ended with an error, or took too long (``timed_out``)."""

    def __init__(self, name: str, said: str = "", *, timed_out: bool = False, code: int | None = None) -> None:
        super().__init__(f"{name}: {said or ('too slow' if timed_out else code)}")
        self.said, self.timed_out, self.code = said, timed_out, code


@functools.cache
def find_program(*names: str) -> Path | None:
    """The first of these programs that is installed; None where none is. Asked once a process."""
    folders = [place for folder in _FOLDERS if (place := _expanded(folder))]
    for name in names:
        if found := shutil.which(name) or shutil.which(name, path=os.pathsep.join(folders)):
            return Path(found)
    return None


def _expanded(folder: str) -> str | None:
    """The folder with the names of the environment filled in; None where one of them is not set."""
    try:
        return folder.format_map(os.environ)
    except KeyError:
        return None


def run_program(
    program: Path,
    arguments: Sequence[str],
    *,
    data: bytes = b"",
    seconds: float,
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """What a program writes to its standard output, given ``data`` on its standard input.

    It gets a time limit and, on Windows, no window.

    Raises:
        ProgramError: it cannot be started, fails or is too slow; then it is ended.
    """
    with tempfile.TemporaryFile() as complaints:  # a pipe could fill up, and is kept open by children it leaves
        try:
            done = subprocess.run(
                [str(program), *arguments],
                input=data,
                stdout=subprocess.PIPE,
                stderr=complaints,
                timeout=seconds,
                env={**os.environ, **(environment or {})},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0) if sys.platform == "win32" else 0,
                check=False,
            )
        except subprocess.TimeoutExpired as trouble:
            raise ProgramError(program.stem, timed_out=True) from trouble
        except OSError as trouble:
            raise ProgramError(program.stem, str(trouble)) from trouble
        if done.returncode:
            complaints.seek(0)
            said = complaints.read(2_000).decode("utf-8", "replace").strip()
            raise ProgramError(program.stem, said, code=done.returncode)
        return done.stdout
