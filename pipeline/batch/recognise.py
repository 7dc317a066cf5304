"""Which of the files that lie in a folder are worth a try."""

from pathlib import Path

from notula.pipeline.read.signatures import (
    DOCX_SUFFIXES,
    HTML_SUFFIXES,
    MARKDOWN_SUFFIXES,
    TEXT_SUFFIXES,
    is_docx,
    is_pdf,
)

# The last are not read yet: trying them puts them among the failures, where passing over would hide them.
_SUFFIXES = frozenset(
    (".pdf", *DOCX_SUFFIXES, *HTML_SUFFIXES, *MARKDOWN_SUFFIXES, *TEXT_SUFFIXES, ".doc", ".odt", ".rtf")
)
_HEAD = 4096
_LARGEST_PACKAGE = 200_000_000


def recognise(path: Path) -> bool:
    """Whether a file's suffix is that of a document, or its content is PDF or DOCX whatever its name.

    Plain text under an unknown suffix is not: everything from source code to mail would be minutes.
    """
    if path.suffix.lower() in _SUFFIXES:
        return True
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if is_pdf(head, path.name):
            return True
        package = head.startswith(b"PK") and path.stat().st_size <= _LARGEST_PACKAGE
        return package and is_docx(path.read_bytes(), path.name)
    except OSError:
        return False
