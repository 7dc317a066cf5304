"""Files with the same bytes: read once, and the others get results of their own under their own names."""

import json

from pydantic_core import to_json

from notula.models.manifest import Entry
from notula.pipeline.batch.job import Job
from notula.pipeline.batch.outcome import MeetingFiles, Outcome
from notula.pipeline.batch.places import Place


def copy_of(job: Job, twin: Entry, place: Place) -> Outcome | None:
    """The outcome of a job whose bytes are those of a file that was read; None where its results are gone."""
    meetings: list[MeetingFiles] = []
    for name in twin.results:
        try:
            data = json.loads(place.read(name))
            data["source"] |= {"path": job.name, "filename": job.name.rpartition("/")[2]}
            counts = len(data["follow_ups"]), sum(bool(item["needs_review"]) for item in data["follow_ups"])
            meetings.append(MeetingFiles(as_json(data), place.read(name.removesuffix(".json") + ".txt"), *counts))
        except (OSError, ValueError, KeyError, TypeError):
            return None
    same_as = twin.same_as or twin.path
    return Outcome(job, twin.status, twin.code, twin.message, job.sha256, tuple(meetings), same_as=same_as)


def as_json(data: object) -> bytes:
    """A result as it is written: UTF-8, the models' field order, two spaces, LF, one at the end."""
    return to_json(data, indent=2) + b"\n"
