"""Files on their way into a run: with the digest of their bytes, and with a copy where they are reached by URL."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from notula.pipeline.batch.digest import digest
from notula.pipeline.batch.job import STATE, Job
from notula.pipeline.batch.ledger import Ledger
from notula.pipeline.batch.spool import Spool


class Intake:
    """What fetches and digests the files of a run.

    Args:
        ledger: which knows the digests of what stores say is unchanged.
        home: the folder of this machine that copies lie below.
        limit: bytes of a file that is worth reading.
        is_unchanged: whether a job with the digest that it has is not to be read.
        here: whether files are read on this machine, so that their copies are of use.
    """

    def __init__(
        self, ledger: Ledger, home: Path, limit: int, is_unchanged: Callable[[Job], bool], *, here: bool
    ) -> None:
        self._ledger, self._limit, self._is_unchanged, self._here = ledger, limit, is_unchanged, here
        self._spool = Spool(home / STATE / "copies", limit)

    def close(self) -> None:
        """Remove what copies there are."""
        self._spool.close()

    def jobs(self, jobs: Iterator[Job]) -> Iterator[Job | None]:
        """The jobs as they can be looked at; None where the next one is not there yet."""
        return self._spool.ahead(jobs, self._is_news)

    def with_digest(self, job: Job) -> Job:
        """A job with the digest of its bytes, if they can be had."""
        if job.remote is None:
            return replace(job, sha256=digest(job.path, self._limit))
        if job.sha256 is None:
            return replace(job, sha256=self._ledger.digest_of(job))
        self._ledger.remember(job)
        return job

    def given(self, job: Job) -> Job:
        """A job as it is given out: with its copy where it is read on this machine."""
        if job.remote is None:
            return job
        return self._spool.fetched(job) if self._here else self._spool.drop(job)

    def drop(self, job: Job) -> Job:
        """A job whose copy, if it has one, is of no use any more."""
        return self._spool.drop(job)

    def _is_news(self, job: Job) -> bool:
        """Whether a file that is reached by URL has to be fetched to see what becomes of it."""
        known = self._ledger.digest_of(job)
        return known is None or not self._is_unchanged(replace(job, sha256=known))
