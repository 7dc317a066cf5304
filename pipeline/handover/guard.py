"""Files that no output may replace: Notula's own, the sources of the results, and databases.

Looked at before anything is written. What a target's own file may be replaced by is the user's business.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from notula.pipeline.errors import UsageError, writing
from notula.pipeline.handover.ledger import LEDGER
from notula.pipeline.handover.owners import OWNERS
from notula.pipeline.store import FILE_NAME

_STATE, _MANIFEST, _PAGE = ".notula", "manifest.jsonl", "laporan.html"
_BESIDE = ("", "-wal", "-shm", "-journal")  # what SQLite keeps beside a database
_MAGIC = b"SQLite format 3\0"


def check_output(folder: Path, path: Path, *, spared: Iterable[Path] = (), tables: bool = False) -> None:
    """Nothing, where ``path`` may be written for the results in ``folder``.

    Args:
        folder: the results.
        path: what is to be written.
        spared: more files that must stay, such as the list of owners.
        tables: the output goes into tables of an SQLite file, which may be one that holds such tables.

    Raises:
        UsageError: it would replace a file of Notula's, a source, or another database.
        OutputError: the file that stands there cannot be read.
    """
    with writing(path):
        target, out = path.resolve(), folder.resolve()
        if _is_own(out, target) or any(_same(target, each) for each in spared):
            raise UsageError("usage.own_file", path=str(path))
        if not target.is_file():
            return
        if _is_result(out, target):
            raise UsageError("usage.own_file", path=str(path))
        if _is_source(out, target):
            raise UsageError("usage.source_file", path=str(path))
        if _begins(target) == _MAGIC and not (tables and _has_our_tables(target)):
            raise UsageError("usage.other_database", path=str(path))


def check_list(folder: Path, path: Path) -> None:
    """The same for a list of owners, which may be the folder's own."""
    if not _same(path.resolve(), folder / OWNERS):
        check_output(folder, path)


def _is_own(out: Path, target: Path) -> bool:
    """Whether it is the folder itself or one of the files with fixed names in it, there already or not."""
    names = [name + end for name in (FILE_NAME, LEDGER) for end in _BESIDE]
    fixed = [out, *(out / name for name in (*names, _MANIFEST, _PAGE, OWNERS))]
    below = any(_same(parent, out / _STATE) for parent in (target, *target.parents))
    return below or any(_same(target, each) for each in fixed)


def _same(one: Path, other: Path) -> bool:
    """Whether two paths are one file; case does not count, as for Windows."""
    other = other.resolve()
    if str(one).casefold() == str(other).casefold():
        return True
    return one.exists() and other.exists() and one.samefile(other)


def _is_result(out: Path, target: Path) -> bool:
    """Whether it is a result or the text beside one."""
    if out not in target.parents or target.suffix.lower() not in (".json", ".txt"):
        return False
    try:
        data = json.loads(target.with_suffix(".json").read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(data, dict) and {"made_by", "source"} <= data.keys()


def _is_source(out: Path, target: Path) -> bool:
    """Whether a run has read it: by its bytes, by its path in the manifest, or by the result named after it."""
    names = [target.relative_to(folder).as_posix() for folder in _inputs(out) if folder in target.parents]
    if any((out / f"{name}.json").is_file() for name in names):
        return True
    try:
        manifest = (out / _MANIFEST).read_bytes()
    except OSError:
        return False
    with target.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    paths = [f'"path":{json.dumps(name, ensure_ascii=False)}' for name in names]
    return any(each.encode("utf-8", "replace") in manifest for each in (f'"{digest}"', *paths))


def _inputs(out: Path) -> Iterator[Path]:
    """The folders that runs have read from (``.notula/inputs.json``)."""
    try:
        folders = json.loads((out / _STATE / "inputs.json").read_bytes())["folders"]
    except (OSError, ValueError, KeyError, TypeError):
        return
    yield from (Path(each).resolve() for each in folders if isinstance(each, str) and "\0" not in each)


def _begins(target: Path) -> bytes:
    with target.open("rb") as file:
        return file.read(len(_MAGIC))


def _has_our_tables(target: Path) -> bool:
    """Whether an SQLite file is empty, or holds tables of an earlier export under whatever prefix."""
    try:
        with closing(sqlite3.connect(f"{target.as_uri()}?mode=ro", uri=True)) as database:
            names = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error:
        return False
    prefixes = [name.removesuffix("follow_ups") for name in names if name.endswith("follow_ups")]
    return not names or any(prefix + "meetings" in names for prefix in prefixes)
