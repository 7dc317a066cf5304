"""Where the source files of results are: found by their recorded path, taken only with the recorded bytes.

Folders are tried in order: those that the user names, those that runs have noted in ``.notula/inputs.json`` of the
output folder, the working folder.
"""

import hashlib
import json
import threading
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from notula.models.result import SourceInfo
from notula.pipeline.review.source_process import UnavailableError

INPUTS: Final = ".notula/inputs.json"


class Sources:
    """The source files of one output folder; safe to use from several threads."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(dict.fromkeys(folder.absolute() for folder in folders))
        self._digests: dict[tuple[Path, int, int], str] = {}
        self._lock = threading.Lock()

    def find(self, source: SourceInfo) -> Path:
        """The file that a result was made from.

        Raises:
            UnavailableError: ``missing``, or ``changed`` where a file of that name has other bytes.
        """
        found_other = False
        for path in self._candidates(source):
            try:
                if self._digest(path) == source.sha256:
                    return path
                found_other = True
            except OSError:
                continue
        raise UnavailableError("changed" if found_other else "missing")

    def _candidates(self, source: SourceInfo) -> list[Path]:
        relative = PurePosixPath(source.path)
        if relative.is_absolute() or ".." in relative.parts or "\0" in source.path:
            return []
        names = dict.fromkeys((source.path, source.filename))
        paths = [folder / name for folder in self._folders for name in names if name and "\0" not in name]
        return [path for path in paths if _is_file(path)]

    def _digest(self, path: Path) -> str:
        stat = path.stat()
        key = (path, stat.st_mtime_ns, stat.st_size)
        with self._lock:
            if key not in self._digests:
                with path.open("rb") as file:
                    self._digests[key] = hashlib.file_digest(file, "sha256").hexdigest()
            return self._digests[key]


def source_folders(out: Path, named: Sequence[Path]) -> list[Path]:
    """The folders in which source files are looked for."""
    return [*named, *_noted(out), Path.cwd()]


def _noted(out: Path) -> list[Path]:
    """The input folders that runs have noted; none where the note is missing or not of this form."""
    try:
        data = json.loads((out / INPUTS).read_text("utf-8"))
    except (OSError, ValueError):
        return []
    folders = data.get("folders") if isinstance(data, dict) else None
    return [Path(each) for each in folders if isinstance(each, str)] if isinstance(folders, list) else []


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
