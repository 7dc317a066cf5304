"""Trouble with a document: what the reader of a result has to know."""

from enum import StrEnum
from typing import NamedTuple

from notula.models.base import Model
from notula.models.evidence import Evidence


class Level(StrEnum):
    """How much an issue matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Issue(Model):
    """One finding about a document, with a stable code (``docs/issues.md`` lists them)."""

    code: str
    level: Level
    message: str
    evidence: Evidence | None = None


class Note(NamedTuple):
    """An issue as a stage reports it, before evidence and wording: ``start``/``end`` index the canonical text."""

    code: str
    details: tuple[tuple[str, str], ...] = ()
    start: int | None = None
    end: int | None = None
