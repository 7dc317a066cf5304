"""One job, done: whatever a document holds, this comes back with an outcome.

Importing this module loads everything that reading needs, so only worker processes do.
"""

import os
import sys
import traceback
from typing import Any

from notula.models.issue import Issue, Level
from notula.models.result import Extraction, Processed, Result, ResultStatus
from notula.pipeline import run
from notula.pipeline.batch.digest import digest
from notula.pipeline.batch.figures import figures_of
from notula.pipeline.batch.job import Job
from notula.pipeline.batch.outcome import MeetingFiles, Outcome, unreadable
from notula.pipeline.batch.twins import as_json
from notula.pipeline.errors import DocumentError, NotulaError
from notula.pipeline.lexicon import Lexicon
from notula.pipeline.messages import say
from notula.pipeline.settings import Settings


def run_job(job: Job, settings: Settings, lexicon: Lexicon | None = None) -> Outcome:
    """The outcome of reading one file. With ``NOTULA_DEBUG`` set the traceback of a crash goes to stderr.

    Raises:
        NotulaError: the program or its call is wrong, not the document.
        MemoryError: the process is at its limit.
    """
    try:
        if job.trouble:
            return unreadable(job, settings)
        return _read(job, settings, lexicon)
    except DocumentError as trouble:
        if os.environ.get("NOTULA_DEBUG") and trouble.__cause__:
            print(f"{job.path}: {trouble.__cause__!r}", file=sys.stderr)
        return _failed(job, trouble.code, trouble.message(settings.lang), settings)
    except (NotulaError, MemoryError):
        raise
    except Exception as trouble:  # a document must not end the run
        if os.environ.get("NOTULA_DEBUG"):
            print(f"{job.path}:", file=sys.stderr)
            traceback.print_exc()
        return _failed(job, "crashed", f"{say('document.crashed', settings.lang)} ({type(trouble).__name__})", settings)


def to_json(result: Result) -> bytes:
    """A result as it is written."""
    return as_json(result.model_dump(mode="json"))


def _read(job: Job, settings: Settings, lexicon: Lexicon | None) -> Outcome:
    processed: Processed = run.process(job.path, settings, lexicon, name=job.name)
    if not processed.extractions:
        raise DocumentError("empty")
    results = processed.results
    partial = any(result.status is ResultStatus.PARTIAL for result in results)
    issues = [issue for result in results for issue in result.issues if issue.code in run.INCOMPLETE]
    issue = _gravest(issues) if partial else None
    written = [result.model_dump(mode="json") for result in results]
    return Outcome(
        job,
        "partial" if partial else "ok",
        code=issue.code if issue else None,
        message=issue.message if issue else None,
        sha256=results[0].source.sha256,
        meetings=tuple(_files(*each) for each in zip(processed.extractions, written, strict=True)),
        seconds=processed.seconds,
        figures=figures_of(written),
    )


def _files(extraction: Extraction, written: dict[str, Any]) -> MeetingFiles:
    follow_ups = extraction.result.follow_ups
    to_review = sum(item.needs_review for item in follow_ups)
    return MeetingFiles(as_json(written), extraction.text.encode("utf-8"), len(follow_ups), to_review)


def _gravest(issues: list[Issue]) -> Issue | None:
    """The first issue of the highest level; None where there are none."""
    order = list(Level)
    return max(issues, key=lambda issue: order.index(issue.level), default=None)


def _failed(job: Job, code: str, message: str, settings: Settings) -> Outcome:
    return Outcome(job, "failed", code, message, job.sha256 or digest(job.path, settings.max_bytes))
