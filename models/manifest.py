"""What a run records about each source file: a line of ``manifest.jsonl``."""

from typing import Literal

from notula.models.base import Model

JobStatus = Literal["ok", "partial", "failed"]


class Entry(Model):
    """A source file's line.

    ``path`` is relative to the input folder and ``results`` to the output folder, both with ``/``. ``code`` and
    ``message`` say why where ``status`` is not ``ok``. ``sha256`` is None where the file could not be read.
    ``seconds`` is by stage, to the millisecond. ``raw_path`` has the bytes of a path that is no text, in hexadecimal
    digits. ``tries`` counts the worker processes that the document took, ``same_as`` is the path of the file with the
    same bytes that was read in its stead.
    """

    path: str
    status: JobStatus
    code: str | None = None
    message: str | None = None
    sha256: str | None = None
    results: tuple[str, ...] = ()
    meetings: int = 0
    follow_ups: int = 0
    to_review: int = 0
    seconds: dict[str, float]
    raw_path: str | None = None
    tries: int = 1
    same_as: str | None = None
