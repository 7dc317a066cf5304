"""The store beside the results, brought up to date and read for a hand-over."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from notula.models.minutes import Meeting
from notula.models.result import MadeBy, Result
from notula.models.review import MeetingView
from notula.pipeline.errors import NoInputError, writing
from notula.pipeline.handover.contract import reviewed_result
from notula.pipeline.handover.rows import Source
from notula.pipeline.store import Store, open_store, reviewed_follow_ups, reviewed_meetings, store_exists, sync


def check_results(folder: Path) -> None:
    """Nothing where there are results in a folder.

    Raises:
        NoInputError: there is no such folder, or nothing in it.
        OutputError: it cannot be listed.
    """
    with writing(folder):
        if not folder.is_dir():
            raise NoInputError("noinput.missing", path=str(folder))
        if not store_exists(folder) and not any(folder.rglob("*.json")):
            raise NoInputError("noinput.no_results", path=str(folder))


@contextmanager
def open_reviewed(folder: Path) -> Iterator[tuple[Store, tuple[str, ...]]]:
    """The store of a folder of results, and the results that cannot be read.

    Raises:
        NoInputError: there is no such folder, or nothing in it.
        OutputError: the store cannot be read or brought up to date.
    """
    check_results(folder)
    with open_store(folder) as store:
        yield store, sync(store).unreadable


def read_source(store: Store, *, pending: bool) -> Source:
    """What can be handed over; ``pending`` takes items that nobody has looked at into the results, too."""
    return Source(
        follow_ups=reviewed_follow_ups(store, pending=True),
        meetings=reviewed_meetings(store),
        results=_results(store, pending=pending),
    )


def _results(store: Store, *, pending: bool) -> Iterator[Result]:
    """The results of all meetings with reviewed values, one in memory at a time."""
    for view in reviewed_meetings(store):
        yield reviewed_result(_result(store.folder, view), view, pending=pending)


def _result(folder: Path, view: MeetingView) -> Result:
    """A meeting's result file, or an empty result where the file is gone and only decisions are left."""
    try:
        return Result.model_validate_json((folder / view.summary.result).read_bytes())
    except (OSError, ValueError):
        made_by = MadeBy(version=version("notula"), lexicon="", settings={})
        return Result(id=view.summary.id, source=view.summary.source, made_by=made_by, meeting=Meeting())
