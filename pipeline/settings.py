"""The settings of a run, resolved once before work starts."""

import hashlib
import json
from pathlib import Path
from typing import Final

from pydantic import Field

from notula.models.base import Model
from notula.pipeline.messages import Lang

_NO_MATTER: Final = frozenset({
    "lexicon", "model", "stall_seconds", "total_seconds", "memory_bytes", "recycle_after", "page_seconds",
    "convert_seconds", "passwords",
})  # fmt: skip
"""Settings that no outcome is read anew for: word lists and model have fingerprints of their own, limits of time and
memory only end the reading, and passwords are to leave no trace."""


LEAST_MEMORY: Final = 300_000_000
"""Bytes that a worker takes with its libraries loaded, and a little more."""


class Settings(Model):
    """What a user may set; the defaults are the documented ones.

    ``lang`` is the language of messages and issues. ``lexicon`` is the user's overlay file, ``model`` a confidence
    model of his own (``notula train``). ``max_pages``, ``max_objects`` (path and text objects a page), ``max_glyphs``
    (characters a page), ``max_bytes`` and ``max_text_bytes`` (of plain text, Markdown and HTML) bound what is read of
    one file. ``stall_seconds`` without progress, ``total_seconds`` in all and ``memory_bytes``
    are what one document may take in a run; ``recycle_after`` is the number of documents after which a worker process
    is replaced. ``ocr`` says whether pictures of pages are read, each for at most ``page_seconds``; ``convert_seconds``
    is what another program gets for turning a file into one that can be read: both less than ``stall_seconds``.
    ``passwords`` are tried on protected files.
    """

    lang: Lang = "id"
    lexicon: Path | None = None
    model: Path | None = None
    max_bytes: int = 200_000_000
    max_pages: int = 2_000
    max_objects: int = 200_000
    max_glyphs: int = 200_000
    max_text_bytes: int = 20_000_000
    stall_seconds: float = Field(default=60.0, gt=0)
    total_seconds: float = Field(default=600.0, gt=0)
    memory_bytes: int = Field(default=1_000_000_000, ge=LEAST_MEMORY)
    recycle_after: int = Field(default=1_000, ge=1)
    ocr: bool = True
    page_seconds: float = 50.0
    convert_seconds: float = 55.0
    passwords: tuple[str, ...] = Field(default=(), repr=False)

    def recorded(self) -> dict[str, bool | int | float | str | None]:
        """The settings that can change a result, for ``made_by.settings``."""
        return {"lang": self.lang}

    def fingerprint(self) -> str:
        """A digest of the settings that can change the outcome of a document."""
        mattering = self.model_dump(mode="json", exclude=set(_NO_MATTER))
        return hashlib.sha256(json.dumps(mattering, sort_keys=True).encode("utf-8")).hexdigest()[:16]
