"""``manifest.jsonl``: one line per source file of a run, in order of their paths."""

from collections.abc import Sequence
from pathlib import Path

from notula.models.manifest import Entry
from notula.pipeline.batch.plan import MANIFEST
from notula.pipeline.batch.work import Outcome
from notula.pipeline.batch.write import write_atomically
from notula.pipeline.errors import OutputError, why


def entry_of(outcome: Outcome, results: tuple[str, ...]) -> Entry:
    """The line of an outcome whose results were written to these paths."""
    return Entry(
        path=outcome.job.name,
        status=outcome.status,
        code=outcome.code,
        message=outcome.message,
        sha256=outcome.sha256,
        results=results,
        meetings=len(outcome.meetings),
        follow_ups=sum(meeting.follow_ups for meeting in outcome.meetings),
        to_review=sum(meeting.to_review for meeting in outcome.meetings),
        seconds={stage: round(seconds, 3) for stage, seconds in outcome.seconds},
    )


def write_manifest(entries: Sequence[Entry], out: Path) -> None:
    """Write the manifest of a run into its output folder.

    Raises:
        OutputError: it cannot be written.
    """
    lines = [entry.model_dump_json() + "\n" for entry in sorted(entries, key=lambda entry: entry.path)]
    try:
        write_atomically(out / MANIFEST, "".join(lines).encode("utf-8"))
    except OSError as trouble:
        raise OutputError("output.write", path=str(out / MANIFEST), reason=why(trouble)) from trouble


def read_manifest(out: Path) -> tuple[Entry, ...]:
    """The lines of an output folder's manifest; none where there is no manifest.

    Raises:
        ValueError: a line is not of this form.
    """
    path = out / MANIFEST
    if not path.exists():
        return ()
    return tuple(Entry.model_validate_json(line) for line in path.read_text("utf-8").splitlines())
