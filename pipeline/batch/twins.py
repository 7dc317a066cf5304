"""Files with the same bytes: read once, and the others get results of their own under their own names."""

import json
from pathlib import Path

from notula.models.manifest import Entry
from notula.pipeline.batch.job import Job
from notula.pipeline.batch.outcome import MeetingFiles, Outcome


def copy_of(job: Job, twin: Entry, out: Path) -> Outcome | None:
    """The outcome of a job whose bytes are those of a file that was read; None where its results are gone."""
    meetings: list[MeetingFiles] = []
    for name in twin.results:
        result = out / name
        try:
            data = json.loads(result.read_bytes())
            data["source"] |= {"path": job.name, "filename": job.name.rpartition("/")[2]}
            counts = len(data["follow_ups"]), sum(bool(item["needs_review"]) for item in data["follow_ups"])
            meetings.append(MeetingFiles(as_json(data), result.with_suffix(".txt").read_bytes(), *counts))
        except (OSError, ValueError, KeyError, TypeError):
            return None
    same_as = twin.same_as or twin.path
    return Outcome(job, twin.status, twin.code, twin.message, job.sha256, tuple(meetings), same_as=same_as)


def as_json(data: object) -> bytes:
    """A result as it is written: UTF-8, the models' field order, two spaces, LF, one at the end."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
