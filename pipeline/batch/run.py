"""A whole run over many files: plan, skip what is done, read the rest in worker processes, record, report."""

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import Literal

import psutil

from notula.models.manifest import Entry
from notula.pipeline.addresses import Location
from notula.pipeline.batch.events import DocumentDone, Event, OnEvent, RunBegan, RunEnded
from notula.pipeline.batch.intake import Intake
from notula.pipeline.batch.job import Job
from notula.pipeline.batch.ledger import Ledger, Row
from notula.pipeline.batch.manifest import earlier_lines, entry_of, write_manifest
from notula.pipeline.batch.origins import remember_folders
from notula.pipeline.batch.outcome import Outcome, unreadable
from notula.pipeline.batch.page import About, require_page, write_page
from notula.pipeline.batch.places import Place
from notula.pipeline.batch.plan import Plan, make_plan
from notula.pipeline.batch.recipe import Recipe
from notula.pipeline.batch.recognise import recognise_job
from notula.pipeline.batch.recorder import Recorder
from notula.pipeline.batch.remote_place import place_of
from notula.pipeline.batch.stop import Stop
from notula.pipeline.batch.supervise import TRIES, quarantined, supervise
from notula.pipeline.batch.survey import survey
from notula.pipeline.batch.tally import Tally
from notula.pipeline.batch.twins import copy_of
from notula.pipeline.batch.write import results_stand, sweep, write_outcome
from notula.pipeline.errors import DocumentError, NotulaError, OutputError
from notula.pipeline.settings import Settings

INTERRUPTED = 130
TOO_LONG = "errno.ENAMETOOLONG"
_SMALL = 8  # documents for which one more worker is worth its start
Execute = Callable[[Iterable[Job | None], Settings, int, Stop, OnEvent], Iterator[Outcome]]
"""Where and how jobs are done: takes jobs, settings, how many at once, the wish to stop, and whom to tell.

A job that is None means that the next one is not there yet: there is time for something else."""
Glance = Literal["look", "known", "wait"]
"""What to do about a file: see whether it has to be read; rely on its last outcome; leave it for a later run."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How a run goes about its work; none of it changes a result.

    ``force`` reads everything anew, ``retry_failed`` what failed last time. ``recursive`` goes into the folders of
    folders. ``workers`` is how many documents are read at once (by the machine's size where None). ``execute`` is the
    engine: worker processes on this machine where None. ``glance`` tells from a file's path alone what to do about it.
    ``page`` is where the report for people goes, nowhere where None. ``state`` is the folder that remembers what was
    done where the output folder is behind a URL; one of the user's where None.
    """

    force: bool = False
    retry_failed: bool = False
    recursive: bool = True
    workers: int | None = None
    stop: Stop = field(default_factory=Stop)
    on_event: OnEvent = lambda event: None
    execute: Execute | None = None
    glance: Callable[[Path], Glance] = lambda path: "look"
    page: Location | None = None
    state: Path | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """What a run did: its figures, how many files it left out (with some names), and whether it was interrupted."""

    tally: Tally
    skipped: tuple[int, tuple[str, ...]] = (0, ())
    interrupted: bool = False

    @property
    def exit_code(self) -> int:
        """0 where every document was read, 1 where some failed, 130 after Ctrl-C."""
        if self.interrupted:
            return INTERRUPTED
        return DocumentError.exit_code if self.tally.statuses["failed"] else 0


def run_batch(
    inputs: Sequence[Location], out: Location, settings: Settings | None = None, options: RunOptions | None = None
) -> Batch:
    """Read files and folders and write their results and a manifest below ``out``.

    What an earlier run has done and still holds is not done again; so the same call goes on after any interruption.

    Args:
        inputs: files, folders with all that is below them, patterns, and ``@`` with a file that lists such; as paths
            or as URLs.
        out: the output folder; made where it does not exist.
        settings: the defaults where None.
        options: the defaults where None.

    Raises:
        NoInputError: there is nothing to read, or it cannot be reached.
        UsageError: the word lists, the confidence model or the paths cannot be used.
        OutputError: results cannot be written; the manifest then tells what was done before.
        BusyError: another run is using the output folder.
        WorkerError: no worker process comes to life.
        KeyboardInterrupt: it was stopped before it had begun.
    """
    settings, options = settings or Settings(), options or RunOptions()
    recipe = Recipe(settings)
    place = place_of(out, options.state)
    if options.page:
        require_page(options.page, _place_of_page(options.page, place))
    plan = make_plan(inputs, out, recognise_job, recursive=options.recursive, stop=options.stop)
    place.prepare()
    with closing(Ledger(place.home, recipe.text)) as ledger, place.held(ledger):
        sweep(place, map(os.fsdecode, ledger.suspects()))
        remember_folders(plan.folders, place)
        run = _Run(plan, ledger, recipe, place, settings, options)
        run.tell(RunBegan(len(plan), run.workers, version("notula")))
        try:
            run.work()
        except KeyboardInterrupt:
            options.stop.request()
        except BaseException:
            ledger.make_room()
            run.close(quietly=True)
            raise
        run.close()
        batch = Batch(run.tally, run.left_out(), options.stop.requested)
        run.tell(RunEnded(run.tally, batch.interrupted, batch.exit_code))
    return batch


class _Run:
    """A run on its way."""

    def __init__(
        self, plan: Plan, ledger: Ledger, recipe: Recipe, place: Place, settings: Settings, options: RunOptions
    ) -> None:
        self.plan, self.ledger, self.place = plan, ledger, place
        self.settings, self.options = settings, options
        self.tally = Tally()
        self.tell: Callable[[Event], None] = options.on_event
        self.total = len(plan)
        self.workers = options.workers or default_workers(self.total, settings)
        self._recipe = recipe
        self._counting = threading.Lock()
        self._intake = Intake(ledger, place.home, settings.max_bytes, self._is_unchanged, here=options.execute is None)

    def work(self) -> None:
        """Do the jobs of the plan; then those that were put off: bytes that others had, too, and suspects."""
        with closing(self._intake):
            self._execute(self._open_jobs())
            if not self.options.stop.requested:
                self._execute(self._jobs_put_off())

    def close(self, *, quietly: bool = False) -> None:
        """Put the run's end on record: the ledger without open marks, and the manifest.

        A file that the run has not come to keeps the line that it had: its results are still there.
        With ``quietly`` nothing is raised: there is trouble to tell already.
        """
        try:
            self.ledger.release()
            if quietly or self.options.stop.requested:
                self.ledger.keep_earlier(self.plan.jobs(), earlier_lines(self.place))
            write_manifest(self.ledger.lines(), self.place)
            if self.options.page and not quietly:
                found, page = survey(self.ledger, self.place), self.options.page
                write_page(found, self._about(), page, _place_of_page(page, self.place))
        except NotulaError:
            if not quietly:
                raise

    def _about(self) -> About:
        return About(
            out=self.place.where,
            version=version("notula"),
            lang=self.settings.lang,
            seconds=self.tally.seconds,
            unchanged=self.tally.unchanged,
            left_out=self.left_out(),
            interrupted=self.options.stop.requested,
        )

    def left_out(self) -> tuple[int, tuple[str, ...]]:
        """How many files the plan left out, and the first names."""
        names = self.plan.left_out()
        first = tuple(name for name, _ in zip(names, range(10), strict=False))
        return len(first) + sum(1 for _ in names), first

    def _execute(self, jobs: Iterator[Job | None]) -> None:
        first = next((job for job in jobs if job), None)  # with nothing to read no process is started
        if first is None:
            return
        execute = self.options.execute or _locally
        rest = (job for part in ((first,), jobs) for job in part)
        outcomes = execute(self._started(rest), self.settings, self.workers, self.options.stop, self.tell)
        recorder = Recorder(self.record, self.place.threads)
        with closing(outcomes), recorder:  # type: ignore[type-var]  # engines are generators
            for outcome in outcomes:
                recorder.take(replace(outcome, job=self._intake.drop(outcome.job)) if self.plan.remote else outcome)

    def record(self, outcome: Outcome) -> None:
        """Put an outcome's results on the disk, then on record."""
        try:
            results = write_outcome(outcome, self.place)
        except OutputError as trouble:
            if trouble.details["reason"] != TOO_LONG:
                raise
            # The output folder is a longer path than the input: nothing is wrong with it for all other documents.
            outcome = unreadable(replace(outcome.job, trouble=TOO_LONG, sha256=outcome.sha256), self.settings)
            results = ()
        entry = entry_of(outcome, results)
        self.ledger.finish(outcome, entry.model_dump_json(), self._recipe.of(entry))
        self._count(entry)

    def _count(self, entry: Entry, *, unchanged: bool = False, tell: bool = True) -> None:
        with self._counting:
            self.tally.add(entry, unchanged=unchanged)
            if tell:
                self.tell(DocumentDone(entry, self.tally.files, self.total, unchanged))

    def _open_jobs(self) -> Iterator[Job | None]:
        """The jobs to do now; those are put off that were read under another name, or that the last run died over.

        A suspect comes last, so that one that brings down the machine does so when all others are done.
        """
        for bare in self._intake.jobs(job for job in self.plan.jobs() if not self._passed_by(job)):
            if self.options.stop.requested:
                return
            if bare is None:
                yield None
            elif bare.trouble:
                self.record(unreadable(bare, self.settings))
            elif self._is_to_be_read(job := self._intake.with_digest(bare)):
                yield self._intake.given(job)
            else:
                self._intake.drop(job)

    def _is_to_be_read(self, job: Job) -> bool:
        """Whether a job is to be done now; what else becomes of it is seen to."""
        row = self.ledger.find(job)
        if row and self._holds(row, job):
            self._keep(row, job)
        elif row and self._hopeless(row, job):
            self.record(quarantined(self._intake.drop(job), "died", self.settings, "interrupted", row.tries))
        elif self._suspect(row, job) or self.ledger.twin(job):
            self.plan.put_off(job)
        else:
            return True
        return False

    def _passed_by(self, job: Job) -> bool:
        """Whether a job is not to be looked at in this run; what is known of it stays on record."""
        glance = self.options.glance(job.path)
        row = self.ledger.find(job) if glance != "look" else None
        if row and row.state == "done":
            self._keep(row, job, tell=False)
            return True
        return glance == "wait"

    def _jobs_put_off(self) -> Iterator[Job | None]:
        """Record the jobs whose bytes were read under another name; those that have to be read after all."""
        for job in self.plan.put_off_jobs():
            if self.options.stop.requested:
                return
            twin = self.ledger.twin(job)
            done = twin and twin.state == "done" and twin.entry
            copied = copy_of(job, Entry.model_validate_json(done), self.place) if done else None
            if twin and copied:
                self.record(replace(copied, figures=twin.figures))
            else:
                yield self._intake.given(job)

    def _started(self, jobs: Iterable[Job | None]) -> Iterator[Job | None]:
        """The jobs, each marked as started when it is taken."""
        for job in jobs:
            if job is None:
                yield None
                continue
            row = self.ledger.find(job)
            before = row.tries if row and row.sha256 == job.sha256 and not self._anew else 0
            # What is read elsewhere cannot have ended this process, however often it was under way then.
            self.ledger.start(job, before + 1 if self.options.execute is None else 1)
            yield job

    @property
    def _anew(self) -> bool:
        return self.options.force or self.options.retry_failed

    def _is_unchanged(self, job: Job) -> bool:
        """Whether a job with these bytes is not to be read."""
        row = self.ledger.find(job)
        return row is not None and self._holds(row, job)

    def _holds(self, row: Row, job: Job) -> bool:
        """Whether a job's last outcome is still that of these bytes, this program and these settings."""
        if row.entry is None or job.sha256 is None or self.options.force:
            return False
        entry = Entry.model_validate_json(row.entry)
        if (row.state, row.sha256) != ("done", job.sha256) or not self._recipe.holds(row.recipe, entry):
            return False
        if entry.status == "failed":
            return not self.options.retry_failed
        return results_stand(job, entry.meetings, self.place)

    def _keep(self, row: Row, job: Job, *, tell: bool = True) -> None:
        self.ledger.keep(job)
        self._count(Entry.model_validate_json(row.entry or ""), unchanged=True, tell=tell)

    def _suspect(self, row: Row | None, job: Job) -> bool:
        """Whether the last run ended suddenly while it read these bytes."""
        return row is not None and row.suspect and row.sha256 == job.sha256

    def _hopeless(self, row: Row, job: Job) -> bool:
        """Whether runs have ended suddenly over a document as often as it may be tried."""
        return self._suspect(row, job) and row.tries >= TRIES and not self._anew


def default_workers(documents: int, settings: Settings) -> int:
    """As many workers as there are processors, as fit into the memory, and as are worth starting."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    fitting = psutil.virtual_memory().total // settings.memory_bytes
    return int(max(1, min(processors, fitting, -(-documents // _SMALL))))


def _place_of_page(page: Location, place: Place) -> Place:
    """The place that a report is written to: that of the results, or one of its own."""
    return place if page.parent == place.where else place_of(page.parent)


def _locally(
    jobs: Iterable[Job | None], settings: Settings, workers: int, stop: Stop, on_event: OnEvent
) -> Iterator[Outcome]:
    return supervise(jobs, settings, workers=workers, stop=stop, on_incident=on_event)
