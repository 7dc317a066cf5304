"""What can go wrong, as a tree, each branch with its exit code.

::

    NotulaError             exit code, message in both languages
    ├── UsageError          2   the call is wrong
    ├── NoInputError        3   nothing to read
    ├── OutputError         4   results cannot be written
    ├── StoreError          4   the review store cannot be opened, read or written
    ├── DecisionError       2   a decision about an item cannot be taken
    ├── BusyError           5   another run is using the output folder
    ├── WorkerError         6   no process can be started to read documents in
    ├── DeliveryError       7   a receiver did not take what was posted to it
    └── DocumentError       1   one document cannot be read; the code goes into the manifest
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from notula.pipeline.messages import REASONS, Lang, say

DocumentCode = Literal[
    "needs_ocr", "encrypted", "damaged", "unsupported", "empty", "too_large", "timeout", "crashed", "not_minutes",
    "unreadable", "needs_converter",
]  # fmt: skip


class NotulaError(Exception):
    """The base of all errors of this program.

    Args:
        key: the message's key in :mod:`notula.pipeline.messages`.
        details: the words to put into the message.
    """

    exit_code = 1

    def __init__(self, key: str, **details: str) -> None:
        super().__init__(key, details)
        self.key, self.details = key, details

    def message(self, lang: Lang = "id") -> str:
        """The message for a person."""
        return say(self.key, lang, **self.details)

    def __str__(self) -> str:
        return self.message("en")


class UsageError(NotulaError):
    """The call is wrong: an option, a value, a path."""

    exit_code = 2


class NoInputError(NotulaError):
    """There is nothing to read."""

    exit_code = 3


class OutputError(NotulaError):
    """Results cannot be written; documents are not to blame."""

    exit_code = 4


class StoreError(NotulaError):
    """The review store cannot be opened, read or written."""

    exit_code = 4


class DecisionError(NotulaError):
    """A decision about an item cannot be taken: it makes no sense, or the item is not what the person saw."""

    exit_code = 2


class BusyError(NotulaError):
    """Another run is using the output folder."""

    exit_code = 5


class WorkerError(NotulaError):
    """The processes that documents are read in cannot be started or reached; documents are not to blame."""

    exit_code = 6


class DeliveryError(NotulaError):
    """A receiver did not take what was posted to it; the next push goes on there."""

    exit_code = 7


class DocumentError(NotulaError):
    """One document cannot be read or is no minutes; other documents are not affected."""

    def __init__(self, code: DocumentCode, **details: str) -> None:
        super().__init__(f"document.{code}", **details)
        self.code = code

    def __reduce__(self) -> tuple[object, ...]:
        return _document_error, (self.code, self.details)


def why(trouble: OSError | UnicodeError) -> str:
    """The reason of a system error, for ``details``: a key where there are words for it, else a name of few letters."""
    if isinstance(trouble, UnicodeError):
        return "reason.not_utf8"
    name = errno.errorcode.get(trouble.errno or 0, type(trouble).__name__)
    return f"errno.{name}" if f"errno.{name}" in REASONS else name


@contextmanager
def writing(path: object) -> Iterator[None]:
    """Write at ``path``: a system error in the block is raised as what it is to the user.

    Raises:
        OutputError: it cannot be written.
    """
    try:
        yield
    except OSError as trouble:
        raise OutputError("output.write", path=str(path), reason=why(trouble)) from trouble


def _document_error(code: DocumentCode, details: dict[str, str]) -> DocumentError:
    return DocumentError(code, **details)
