"""One job, done: whatever a document holds, this comes back with an outcome.

An outcome is plain data, so that a job can be done in another process.
"""

import hashlib
import json
import os
import sys
import traceback
from dataclasses import dataclass

from notula.models.issue import Issue, Level
from notula.models.manifest import JobStatus
from notula.models.result import Extraction, Processed, Result, ResultStatus
from notula.pipeline import run
from notula.pipeline.batch.plan import Job
from notula.pipeline.errors import DocumentError, NotulaError
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.messages import say
from notula.pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class MeetingFiles:
    """A meeting as it is to be written: its JSON, its canonical text, and what the summary counts."""

    json: bytes
    text: bytes
    follow_ups: int
    to_review: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job; ``code`` and ``message`` say why where it is not ``ok``."""

    job: Job
    status: JobStatus
    code: str | None = None
    message: str | None = None
    sha256: str | None = None
    meetings: tuple[MeetingFiles, ...] = ()
    seconds: tuple[tuple[str, float], ...] = ()


def run_job(job: Job, settings: Settings, lexicon: Lexicon | None = None) -> Outcome:
    """The outcome of reading one file. With ``NOTULA_DEBUG`` set the traceback of a crash goes to stderr.

    Raises:
        NotulaError: the program or its call is wrong, not the document.
    """
    try:
        if job.trouble:
            raise DocumentError("unreadable", reason=job.trouble)
        return _read(job, settings, lexicon)
    except DocumentError as trouble:
        if os.environ.get("NOTULA_DEBUG") and trouble.__cause__:
            print(f"{job.path}: {trouble.__cause__!r}", file=sys.stderr)
        return _failed(job, trouble.code, trouble.message(settings.lang))
    except NotulaError:
        raise
    except Exception as trouble:  # a document must not end the run
        if os.environ.get("NOTULA_DEBUG"):
            print(f"{job.path}:", file=sys.stderr)
            traceback.print_exc()
        return _failed(job, "crashed", f"{say('document.crashed', settings.lang)} ({type(trouble).__name__})")


def to_json(result: Result) -> bytes:
    """A result as it is written: UTF-8, the models' field order, two spaces, LF, one at the end."""
    return (json.dumps(result.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _read(job: Job, settings: Settings, lexicon: Lexicon | None) -> Outcome:
    processed: Processed = run.process(job.path, settings, lexicon, name=job.name)
    if not processed.extractions:
        raise DocumentError("empty")
    results = processed.results
    partial = any(result.status is ResultStatus.PARTIAL for result in results)
    issues = [issue for result in results for issue in result.issues if issue.code in run.INCOMPLETE]
    issue = _gravest(issues) if partial else None
    return Outcome(
        job,
        "partial" if partial else "ok",
        code=issue.code if issue else None,
        message=issue.message if issue else None,
        sha256=results[0].source.sha256,
        meetings=tuple(_files(extraction) for extraction in processed.extractions),
        seconds=processed.seconds,
    )


def _files(extraction: Extraction) -> MeetingFiles:
    follow_ups = extraction.result.follow_ups
    to_review = sum(item.needs_review for item in follow_ups)
    return MeetingFiles(to_json(extraction.result), extraction.text.encode("utf-8"), len(follow_ups), to_review)


def _gravest(issues: list[Issue]) -> Issue | None:
    """The first issue of the highest level; None where there are none."""
    order = list(Level)
    return max(issues, key=lambda issue: order.index(issue.level), default=None)


def _failed(job: Job, code: str, message: str) -> Outcome:
    return Outcome(job, "failed", code, message, _sha256(job))


def _sha256(job: Job) -> str | None:
    """The digest of the file's bytes; None where they cannot be read."""
    try:
        with job.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
