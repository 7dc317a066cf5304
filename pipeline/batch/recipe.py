"""What, with the same bytes, gives the same outcome: so long as it is the same, nothing is read again."""

import hashlib
from collections.abc import Iterable
from functools import cached_property
from importlib.metadata import version
from importlib.util import find_spec
from typing import Final

from notula.models.manifest import Entry
from notula.pipeline import lexicon
from notula.pipeline.confidence import model
from notula.pipeline.programs import find_program
from notula.pipeline.settings import Settings

_BY_TOOLS: Final = frozenset({"needs_ocr", "needs_converter", "encrypted", "P001"})
"""Codes of documents that may be read, or read better, once something is installed."""
_PROGRAMS: Final = (("tesseract",), ("soffice.bin", "soffice", "libreoffice"), ("catdoc",), ("antiword",))


class Recipe:
    """The version, the words, the model and the settings of a run, as one short text: ``text``.

    Raises:
        UsageError: the word lists or the confidence model cannot be used.
    """

    def __init__(self, settings: Settings) -> None:
        self._passwords = bool(settings.passwords)
        words, weights = lexicon.fingerprint_of(settings.lexicon), model.fingerprint_of(settings.model)
        self.text = _digest((version("notula"), words, weights, settings.fingerprint()))

    def of(self, entry: Entry) -> str:
        """The recipe that an outcome hangs on: with what is installed, too, where it would have helped."""
        return f"{self.text}+{self._tools}" if entry.code in _BY_TOOLS else self.text

    def holds(self, recipe: str, entry: Entry) -> bool:
        """Whether an outcome that came from a recipe would be the same with this one.

        A protected document is tried again whenever passwords are given: they are written down nowhere, so nobody
        can say whether they are the same.
        """
        return recipe == self.of(entry) and not (entry.code == "encrypted" and self._passwords)

    @cached_property
    def _tools(self) -> str:
        programs = [str(find_program(*names) or "") for names in _PROGRAMS]
        return _digest([*programs, str(find_spec("msoffcrypto") is not None)])


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]
