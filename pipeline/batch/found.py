"""What inputs stand for, and what is never meant by a folder."""

from dataclasses import dataclass

from notula.pipeline.batch.job import Job

_LITTER = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Found:
    """A file that an input stands for: ``real`` is where it really lies, ``named`` that it was named itself.

    A job with trouble that was not named is a thing in a folder that cannot be read: no regular file, a dead link.
    """

    job: Job
    real: str
    named: bool = False


def is_litter(name: str) -> bool:
    """Whether what has this name is hidden, or what offices and systems leave behind."""
    return name.startswith((".", "~$")) or name.casefold() in _LITTER
