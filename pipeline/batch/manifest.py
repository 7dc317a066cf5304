"""``manifest.jsonl``: one line per source file of a run, in order of their paths."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from notula.models.manifest import Entry
from notula.pipeline.batch.job import MANIFEST
from notula.pipeline.batch.outcome import Outcome
from notula.pipeline.batch.places import Place
from notula.pipeline.errors import writing


def entry_of(outcome: Outcome, results: tuple[str, ...]) -> Entry:
    """The line of an outcome whose results were written to these paths."""
    meetings, follow_ups, to_review = outcome.totals()
    return Entry(
        path=outcome.job.name,
        raw_path=outcome.job.raw_name,
        status=outcome.status,
        code=outcome.code,
        message=outcome.message,
        sha256=outcome.sha256,
        results=results,
        meetings=meetings,
        follow_ups=follow_ups,
        to_review=to_review,
        seconds={stage: round(seconds, 3) for stage, seconds in outcome.seconds},
        tries=outcome.tries,
        same_as=outcome.same_as,
    )


def write_manifest(lines: Iterable[str], place: Place) -> None:
    """Write the manifest of a run into its place.

    Raises:
        OutputError: it cannot be written.
    """
    with writing(place.where / MANIFEST):
        place.write(MANIFEST, (line.encode("utf-8") + b"\n" for line in lines))


def iter_manifest(out: Path) -> Iterator[Entry]:
    """The lines of an output folder's manifest, one at a time; none where there is no manifest.

    Raises:
        ValueError: a line is not of this form.
    """
    path = out / MANIFEST
    if path.exists():
        with path.open(encoding="utf-8", newline="\n") as file:
            yield from (Entry.model_validate_json(line) for line in file)


def earlier_lines(place: Place) -> dict[bytes, str]:
    """The lines of the manifest that stands there, by the names of files; none where it cannot be read."""
    try:
        entries = map(Entry.model_validate_json, place.read(MANIFEST).splitlines())
        return {_key(entry): entry.model_dump_json() for entry in entries}
    except (OSError, ValueError):
        return {}


def _key(entry: Entry) -> bytes:
    """A file's name as its job has it (:attr:`~notula.pipeline.batch.job.Job.key`)."""
    return bytes.fromhex(entry.raw_path) if entry.raw_path else os.fsencode(entry.path)


def read_manifest(out: Path) -> tuple[Entry, ...]:
    """All lines of a manifest at once; see :func:`iter_manifest`."""
    return tuple(iter_manifest(out))
