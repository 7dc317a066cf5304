"""Results into their place, so that a reader sees the old or the new one and never half of one.

A job's results are written first; only then go those of an earlier run of the same source that this run did not make
again. A failed job writes and removes nothing.
"""

import json
from collections.abc import Iterable
from pathlib import PurePosixPath

from notula.pipeline.batch.job import Job
from notula.pipeline.batch.outcome import Outcome
from notula.pipeline.batch.places import Place
from notula.pipeline.errors import writing
from notula.pipeline.text import encodable

_SUFFIXES = (".txt", ".json")  # the text first: who sees a result finds its text


def write_outcome(outcome: Outcome, place: Place) -> tuple[str, ...]:
    """Write an outcome's results; their names in the place, in the order of the meetings.

    Raises:
        OutputError: they cannot be written.
    """
    if outcome.written is not None or not outcome.meetings:
        return outcome.written or ()
    stem = place.fit(outcome.job.relative)
    targets = _targets(stem, len(outcome.meetings))
    with writing(place.where / stem):
        for target, meeting in zip(targets, outcome.meetings, strict=True):
            for suffix, data in zip(_SUFFIXES, (meeting.text, meeting.json), strict=True):
                place.write(target + suffix, [data])
        place.settle(stem)
        _remove_stale(stem, targets, outcome.job.name, place)
    return tuple(encodable(target) + ".json" for target in targets)


def sweep(place: Place, suspects: Iterable[str]) -> None:
    """Remove the unfinished files of a run that ended suddenly while it was reading the suspects."""
    place.sweep({"."} | {PurePosixPath(name).parent.as_posix() for name in suspects})


def results_stand(job: Job, meetings: int, place: Place) -> bool:
    """Whether the results of a job with so many meetings are there, each with its text."""
    targets = _targets(place.fit(job.relative), meetings)
    return all(place.stands(target + suffix) for target in targets for suffix in _SUFFIXES)


def _targets(stem: str, meetings: int) -> list[str]:
    """The results' names without ``.json``: the stem, numbered where there are several meetings."""
    return [stem] if meetings == 1 else [f"{stem}.{part:02d}" for part in range(1, meetings + 1)]


def _remove_stale(stem: str, written: list[str], name: str, place: Place) -> None:
    """Remove earlier results of the source called ``name`` that are not among ``written``, each with its text."""
    if stem not in written:
        _remove(stem, name, place)
    part = len(written) + 1 if stem not in written else 1
    while _remove(f"{stem}.{part:02d}", name, place):
        part += 1


def _remove(target: str, name: str, place: Place) -> bool:
    """Remove a result of the source called ``name``; False where there is none."""
    if not (place.stands(target + ".json") and _is_of(target + ".json", name, place)):
        return False
    for suffix in _SUFFIXES:
        place.remove(target + suffix)
    return True


def _is_of(result: str, name: str, place: Place) -> bool:
    """Whether a JSON file is a result of the source called ``name``."""
    try:
        data = json.loads(place.read(result))
    except (OSError, ValueError):
        return False
    source = data.get("source") if isinstance(data, dict) else None
    return isinstance(source, dict) and source.get("path") == name
