"""Which of the files that lie in a folder are worth a try."""

import os
from pathlib import Path

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
    if path.suffix.lower() in _SUFFIXES:
        return True
    try:
        if not path.is_file():
            return False  # to open a pipe might never end
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if is_pdf(head, path.name):
                return True
            if not head.startswith(b"PK"):
                return False
            size = file.seek(0, os.SEEK_END)
            file.seek(max(size - _TAIL, 0))
            return _WORD_PART in head or _WORD_PART in file.read(_TAIL)
    except OSError:
        return False
