"""Documents read on a Dask cluster that is there already: an engine for :func:`~notula.pipeline.batch.run.run_batch`.

Rules:

- Jobs go out in parcels, small ones first so that a few files keep all workers busy, then larger ones so that the
  scheduler's part in a document is next to nothing.
- Two parcels a thread are on their way at most, and few are fetched ahead, so memory does not grow with the run.
- Results come back to the caller, who writes them as always: the cluster needs no access to the output folder.
- A worker that dies costs nothing but time: Dask gives its parcels to others. A parcel that Dask gives up (its workers
  have died too often) is sent again document by document, and one that is given up alone has ``crashed``.
- A parcel that comes back incomplete is sent again with what is missing.
"""

import logging
import os
import queue
import time
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from notula.pipeline.batch.dask_task import Report, do_parcel, pack
from notula.pipeline.batch.events import OnEvent
from notula.pipeline.batch.job import Job
from notula.pipeline.batch.outcome import Outcome, Work, refused
from notula.pipeline.batch.stop import Stop
from notula.pipeline.batch.supervise import quarantined
from notula.pipeline.errors import DocumentError, UsageError, WorkerError, why
from notula.pipeline.settings import Settings

if TYPE_CHECKING:
    from distributed import Client, Future

SMALLEST: Final = 4
"""Jobs in the first parcels."""
LARGEST: Final = 128
"""Jobs in a parcel of a large run."""
_AHEAD = 2  # parcels on their way for each thread of the cluster
_FETCHED = 4  # reports fetched before they are taken
_POLL = 0.2  # seconds between looks at the wish to stop
_PATIENCE = 2.0  # seconds in which what is nearly done may come in once a stop is wished for
_CONNECT = 10.0  # seconds that the scheduler has to answer, and a worker to be there
_COUNT = 5.0  # seconds after which the cluster's threads are counted again: clusters grow and shrink


class DaskEngine:
    """A connection to a cluster; use it in a ``with``.

    Args:
        address: ``HOST:PORT`` of the scheduler.
        most: parcels on their way at most; by the size of the cluster where None.
        work: what does a job in a worker; ``run_job`` where None.

    Raises:
        UsageError: Dask is not installed.
        WorkerError: the scheduler does not answer, or has no worker.
    """

    def __init__(self, address: str, most: int | None = None, work: Work | None = None) -> None:
        self._address, self._most, self._work = address, most, work
        self._client = _connect(address)
        self._counted = float("-inf")
        self.threads = 0
        """How many documents the cluster reads at once."""
        try:
            self._client.wait_for_workers(1, timeout=_CONNECT)
            self.count()
        except (OSError, TimeoutError) as trouble:
            self._client.close(timeout=1)
            raise WorkerError("worker.none", address=address) from trouble

    def __enter__(self) -> "DaskEngine":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close(timeout=2)

    def count(self) -> int:
        """How many parcels may be on their way."""
        if time.monotonic() - self._counted > _COUNT:
            self._counted = time.monotonic()
            self.threads = max(1, sum(self._client.nthreads().values()))
        return self._most or _AHEAD * self.threads

    def execute(
        self, jobs: Iterable[Job | None], settings: Settings, workers: int, stop: Stop, on_event: OnEvent
    ) -> Iterator[Outcome]:
        """The outcome of each job, as they come.

        Raises:
            WorkerError: the cluster is gone, or its workers cannot do the work; documents are not to blame.
            UsageError: the word list or the model has gone.
        """
        try:
            load = pack(settings, self._work)
        except OSError as trouble:
            raise UsageError("usage.lexicon", path=str(trouble.filename), reason=why(trouble)) from trouble
        errand = _Errand(self._client, self, load, on_event)
        try:
            yield from errand.outcomes((job for job in jobs if job), stop)
        finally:
            errand.close()


class _Errand:
    """Jobs on their way through a cluster."""

    def __init__(self, client: "Client", engine: DaskEngine, load: Any, on_event: OnEvent) -> None:
        self._client, self._engine, self._load, self._tell = client, engine, load, on_event
        self._flying: dict[Future[Report], tuple[Job, ...]] = {}
        self._landed: queue.Queue[tuple[Future[Report], Report | BaseException]] = queue.Queue(_FETCHED)
        self._again: deque[tuple[Job, ...]] = deque()
        self._size, self._sent = SMALLEST, 0
        self._closed = False

    def outcomes(self, jobs: Iterator[Job], stop: Stop) -> Iterator[Outcome]:
        """Send jobs as there is room, and take what comes."""
        more = True
        while not stop.requested and (more or self._flying or self._again):
            more = self._send(jobs, more)
            yield from self._receive()
        deadline = time.monotonic() + _PATIENCE
        while stop.requested and self._flying and time.monotonic() < deadline:
            yield from self._receive()

    def close(self) -> None:
        """Take back what is still on its way; workers stop reading within a moment."""
        self._closed = True
        for future in list(self._flying):
            future.cancel()
        self._flying.clear()

    def _send(self, jobs: Iterator[Job], more: bool) -> bool:
        """Fill the room that there is; False where the jobs are at their end."""
        room = self._engine.count()
        while len(self._flying) < room and (more or self._again):
            parcel = self._again.popleft() if self._again else tuple(islice(jobs, self._size))
            if not parcel:
                return False
            # A key of its own for each: a parcel that is sent again is not one that Dask remembers.
            future = self._client.submit(do_parcel, parcel, self._load, pure=False)
            self._flying[future] = parcel
            future.add_done_callback(self._land)
            self._sent += 1
            if self._sent % room == 0:
                self._size = min(2 * self._size, LARGEST)
        return more

    def _land(self, future: "Future[Report]") -> None:
        """Fetch what a parcel has come to, in a thread of Dask's, and lay it down where there is room for it."""
        landed: Report | BaseException
        try:
            landed = future.result()
        except BaseException as trouble:
            landed = trouble
        while not self._closed:
            try:
                self._landed.put((future, landed), timeout=_POLL)
                return
            except queue.Full:
                continue

    def _receive(self) -> Iterator[Outcome]:
        """The outcomes of one parcel, if one comes within a moment."""
        try:
            future, landed = self._landed.get(timeout=_POLL)
        except queue.Empty:
            return
        jobs = self._flying.pop(future, ())
        if isinstance(landed, Report):
            yield from self._unpack(jobs, landed)
        else:
            yield from self._given_up(jobs, landed)

    def _unpack(self, jobs: tuple[Job, ...], report: Report) -> Iterator[Outcome]:
        if report.refusal:
            key, details = report.refusal
            raise WorkerError(key, **details)
        for incident in report.incidents:
            self._tell(incident)
        yield from report.outcomes
        for job in report.unseen:
            if job.path.exists():
                raise WorkerError("worker.unseen", path=str(job.path))
            yield refused(job, DocumentError("unreadable", reason="errno.ENOENT"), self._load.settings.lang)
        told = {outcome.job.key for outcome in report.outcomes} | {job.key for job in report.unseen}
        if missing := tuple(job for job in jobs if job.key not in told):
            self._again.append(missing)

    def _given_up(self, jobs: tuple[Job, ...], trouble: BaseException) -> Iterator[Outcome]:
        """What becomes of a parcel that Dask has given up."""
        kind = type(trouble).__name__
        if kind != "KilledWorker":
            key = "worker.lost" if "Cancelled" in kind else "worker.cluster"
            raise WorkerError(key, reason=f"{kind}: {trouble}".splitlines()[0]) from trouble
        if len(jobs) > 1:
            self._again += [(job,) for job in jobs]
        else:
            for job in jobs:
                yield quarantined(job, "died", self._load.settings, kind)


def _connect(address: str) -> "Client":
    try:
        import distributed
    except ImportError as trouble:
        raise UsageError("usage.dask") from trouble
    if not os.environ.get("NOTULA_DEBUG"):
        for name in ("distributed", "distributed.client", "distributed.comm", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        return distributed.Client(f"tcp://{address}", timeout=_CONNECT, set_as_default=False, name="notula")
    except (OSError, ValueError) as trouble:  # a time-out is an OSError
        raise WorkerError("worker.unreachable", address=address) from trouble
