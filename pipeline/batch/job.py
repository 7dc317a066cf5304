"""A file to read, under the name that its results are filed under."""

import os
from dataclasses import dataclass
from pathlib import Path, PurePath

from notula.pipeline.batch.remote import Remote
from notula.pipeline.text import encodable

MANIFEST = "manifest.jsonl"
STATE = ".notula"
"""The folder in the output folder that holds what the next run has to know."""


@dataclass(frozen=True)  # without slots, that it goes from process to process without a look at its fields
class Job:
    """A file to read and the relative path that its results are filed under.

    ``trouble`` says why nothing can be read: the path is a folder that cannot be listed, or is not there. ``sha256`` is
    the digest of its bytes, None where it is not known yet or cannot be. Where it is reached by URL ``remote`` says
    how, and ``path`` is that of a copy on this machine once there is one.
    """

    path: Path
    relative: PurePath
    trouble: str | None = None
    sha256: str | None = None
    remote: Remote | None = None

    @property
    def name(self) -> str:
        """The relative path with ``/``, fit for UTF-8."""
        return encodable(self.relative.as_posix())

    @property
    def key(self) -> bytes:
        """The relative path as the file system has it: two names that are no text may look alike, keys never do."""
        return os.fsencode(self.relative.as_posix())

    @property
    def raw_name(self) -> str | None:
        """The key in hexadecimal digits where the name does not tell it; None where it does."""
        return None if self.name.encode("utf-8") == self.key else self.key.hex()
