"""What a Dask worker does: a parcel of jobs, under the same supervisor and limits as on one machine.

Dask itself has no limit for a task. So the worker reads nothing in its own process: documents that hang, crash or take
too much cost a process of the supervisor's, and the task comes back with an outcome for each job.
"""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from notula.pipeline.batch.job import Job
from notula.pipeline.batch.outcome import Outcome, Work
from notula.pipeline.batch.spool import Spool
from notula.pipeline.batch.stop import Stop
from notula.pipeline.batch.supervise import Incident, supervise
from notula.pipeline.errors import NotulaError
from notula.pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Load:
    """What all parcels of a run have in common: the settings, with the content of the files that they name.

    ``work`` is what does a job, ``run_job`` where None.
    """

    settings: Settings
    version: str
    lexicon: bytes | None = None
    model: bytes | None = None
    work: Work | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a parcel.

    ``unseen`` are jobs whose files are not there on this machine. ``refusal`` is why nothing could be done: the key of
    a message and its details.
    """

    outcomes: tuple[Outcome, ...] = ()
    incidents: tuple[Incident, ...] = ()
    unseen: tuple[Job, ...] = ()
    refusal: tuple[str, dict[str, str]] | None = None


def pack(settings: Settings, work: Work | None = None) -> Load:
    """The settings of a run, ready to travel.

    Raises:
        OSError: the word list or the model cannot be read.
    """
    lexicon, model = (path.read_bytes() if path else None for path in (settings.lexicon, settings.model))
    return Load(settings, version("notula"), lexicon, model, work)


def do_parcel(jobs: tuple[Job, ...], load: Load) -> Report:
    """Do jobs one after the other in a process beside the Dask worker."""
    if load.version != version("notula"):
        return Report(refusal=("worker.version", {"here": load.version, "there": version("notula")}))
    unseen = tuple(job for job in jobs if job.sha256 and not job.remote and not job.path.exists())
    incidents: list[Incident] = []
    try:
        with _unpacked(load) as (settings, spool):
            seen = spool.ahead(job for job in jobs if job not in unseen)
            done = supervise(seen, settings, stop=_Unwanted(), work=load.work, on_incident=incidents.append)
            outcomes = tuple(replace(outcome, job=spool.drop(outcome.job)) for outcome in done)
    except NotulaError as trouble:
        return Report(refusal=(trouble.key, trouble.details))
    return Report(outcomes, tuple(incidents), unseen)


@contextmanager
def _unpacked(load: Load) -> Iterator[tuple[Settings, Spool]]:
    """The settings, with the files that they name where this machine finds them, and a place for copies."""
    with tempfile.TemporaryDirectory(prefix="notula-", ignore_cleanup_errors=True) as folder:
        paths: dict[str, Path | None] = {}
        for name, content in (("lexicon", load.lexicon), ("model", load.model)):
            paths[name] = Path(folder, name) if content is not None else None
            if content is not None:
                Path(folder, name).write_bytes(content)
        with closing(Spool(Path(folder, "copies"), load.settings.max_bytes)) as spool:
            yield load.settings.model_copy(update=paths), spool


class _Unwanted(Stop):
    """Set once nobody wants the task's result any more: the caller has cancelled it, or is gone."""

    def __init__(self) -> None:
        from distributed import get_worker

        super().__init__()
        self._worker = get_worker()
        self._key = self._worker.get_current_task()

    @property
    def requested(self) -> bool:
        """Whether the task is to end."""
        task = self._worker.state.tasks.get(self._key)
        return super().requested or task is None or task.state == "cancelled"
