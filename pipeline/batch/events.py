"""What happens in a run, as it is told to whoever shows or logs it."""

from collections.abc import Callable
from dataclasses import dataclass

from notula.models.manifest import Entry
from notula.pipeline.batch.supervise import Incident
from notula.pipeline.batch.tally import Tally


@dataclass(frozen=True, slots=True)
class RunBegan:
    """A run begins: how many files there are to see to, and how many are read at once."""

    total: int
    workers: int
    version: str


@dataclass(frozen=True, slots=True)
class DocumentDone:
    """A file is seen to; ``unchanged`` where its last outcome still holds and it was not read."""

    entry: Entry
    done: int
    total: int
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class RunEnded:
    """A run has come to its end, or was interrupted."""

    tally: Tally
    interrupted: bool
    exit_code: int


Event = RunBegan | DocumentDone | Incident | RunEnded
OnEvent = Callable[[Event], None]
