"""Which of the files that lie in a folder are worth a try."""

import os
from collections.abc import Callable
from pathlib import Path, PurePath

from notula.pipeline.batch.job import Job
from notula.pipeline.batch.remote import is_outage, part
from notula.pipeline.read import READERS
from notula.pipeline.read.signatures import is_pdf

_SUFFIXES = frozenset(suffix for reader in READERS for suffix in reader.suffixes)
_HEAD = 4096
_TAIL = 1_000_000  # bytes: the directory of a package, at its end
_WORD_PART = b"word/document.xml"


def recognise(path: Path) -> bool:
    """Whether a file's suffix is that of a document, or its content looks like PDF or DOCX whatever its name.

    Plain text under an unknown suffix is not: everything from source code to mail would be minutes. A package is only
    searched for the name of the part that every DOCX has: nothing of it is taken apart outside of worker processes.
    """
    if _has_suffix(path):
        return True
    try:
        if not path.is_file():
            return False  # to open a pipe might never end
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)

            def read(begin: int, end: int) -> bytes:
                file.seek(begin)
                return file.read(end - begin)

            return _looks_like_one(path.name, size, read)
    except OSError:
        return False


def recognise_job(job: Job) -> bool:
    """The same of a job's file, wherever it is.

    Raises:
        OSError: the way to it has failed.
    """
    there = job.remote
    if there is None:
        return recognise(job.path)
    if _has_suffix(job.relative):
        return True
    try:
        return there.size is not None and _looks_like_one(
            job.relative.name, there.size, lambda begin, end: part(there, begin, end)
        )
    except OSError as trouble:
        if is_outage(trouble):
            raise
        return False


def _has_suffix(path: PurePath) -> bool:
    return path.suffix.lower() in _SUFFIXES


def _looks_like_one(name: str, size: int, read: Callable[[int, int], bytes]) -> bool:
    """Whether bytes look like PDF or DOCX; ``read`` gives those from one place to another."""
    head = read(0, _HEAD)
    if is_pdf(head, name):
        return True
    if not head.startswith(b"PK"):
        return False
    return _WORD_PART in head or _WORD_PART in read(max(size - _TAIL, 0), size)
