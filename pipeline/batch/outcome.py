"""What became of a job, as plain data that goes from one process to another; importing it loads no reader."""

from collections.abc import Callable
from dataclasses import dataclass

from notula.models.manifest import JobStatus
from notula.pipeline.batch.job import Job
from notula.pipeline.errors import DocumentError
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.messages import Lang
from notula.pipeline.settings import Settings


@dataclass(frozen=True)
class MeetingFiles:
    """A meeting as it is to be written: its JSON, its canonical text, and what the summary counts."""

    json: bytes
    text: bytes
    follow_ups: int
    to_review: int


@dataclass(frozen=True)
class Outcome:
    """What became of a job; ``code`` and ``message`` say why where it is not ``ok``.

    ``tries`` counts the workers it took. ``written`` has the paths of the results where another machine has written
    them already; there are no ``meetings`` then but their counts stand in ``counts`` (meetings, follow-ups, to review).
    ``figures`` is what the report counts (:mod:`~notula.pipeline.batch.figures`); where it is None,
    the report reads the results.
    """

    job: Job
    status: JobStatus
    code: str | None = None
    message: str | None = None
    sha256: str | None = None
    meetings: tuple[MeetingFiles, ...] = ()
    seconds: tuple[tuple[str, float], ...] = ()
    tries: int = 1
    same_as: str | None = None
    written: tuple[str, ...] | None = None
    counts: tuple[int, int, int] | None = None
    figures: str | None = None

    def totals(self) -> tuple[int, int, int]:
        """How many meetings, follow-ups, and follow-ups to review."""
        if self.counts is not None:
            return self.counts
        meetings = self.meetings
        return len(meetings), sum(each.follow_ups for each in meetings), sum(each.to_review for each in meetings)


Work = Callable[[Job, Settings, Lexicon], Outcome]
"""How a job is done in a worker: a function that other processes can import by its name."""


def unreadable(job: Job, settings: Settings) -> Outcome:
    """The outcome of a job whose file cannot even be opened: its ``trouble`` says why."""
    if job.trouble == "errno.EFBIG":
        trouble = DocumentError("too_large", reason="reason.bytes", limit=str(settings.max_bytes))
    else:
        trouble = DocumentError("unreadable", reason=job.trouble or "-")
    return refused(job, trouble, settings.lang)


def refused(job: Job, trouble: DocumentError, lang: Lang, tries: int = 1) -> Outcome:
    """The outcome of a job whose document cannot be read."""
    return Outcome(job, "failed", trouble.code, trouble.message(lang), job.sha256, tries=tries)
