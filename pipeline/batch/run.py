"""A whole run over many files, one after the other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from notula.models.manifest import Entry
from notula.pipeline.batch.manifest import entry_of, write_manifest
from notula.pipeline.batch.plan import Job, Plan, make_plan
from notula.pipeline.batch.recognise import recognise
from notula.pipeline.batch.work import Outcome, run_job
from notula.pipeline.batch.write import prepare_folder, write_outcome
from notula.pipeline.errors import DocumentError
from notula.pipeline.lexicon import Lexicon, load_lexicon
from notula.pipeline.settings import Settings

INTERRUPTED = 130
OnProgress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Batch:
    """What a run did: its manifest's lines, the files it left out, and whether it was interrupted."""

    entries: tuple[Entry, ...]
    skipped: tuple[str, ...] = ()
    interrupted: bool = False

    @property
    def exit_code(self) -> int:
        """0 where every document was read, 1 where some failed, 130 after Ctrl-C."""
        if self.interrupted:
            return INTERRUPTED
        return DocumentError.exit_code if any(entry.status == "failed" for entry in self.entries) else 0


def run_batch(
    inputs: Sequence[Path], out: Path, settings: Settings | None = None, on_progress: OnProgress | None = None
) -> Batch:
    """Read files and folders and write their results and a manifest below ``out``.

    Args:
        inputs: files, and folders with all that is below them.
        out: the output folder; made where it does not exist.
        settings: the defaults where None.
        on_progress: called before each file with how many are done, how many there are, and its name.

    Raises:
        NoInputError: there is nothing to read.
        UsageError: the word lists or the paths cannot be used.
        OutputError: results cannot be written; the manifest then tells what was done before.
    """
    settings = settings or Settings()
    lexicon = load_lexicon(settings.lexicon)
    plan = make_plan(inputs, out, recognise)
    prepare_folder(out)
    entries: list[Entry] = []
    interrupted = False
    try:
        for outcome in _outcomes(plan, settings, lexicon, on_progress):
            entries.append(entry_of(outcome, write_outcome(outcome, out)))
    except KeyboardInterrupt:
        interrupted = True
    finally:
        write_manifest(entries, out)
    return Batch(tuple(entries), plan.skipped, interrupted)


def _outcomes(plan: Plan, settings: Settings, lexicon: Lexicon, on_progress: OnProgress | None) -> Iterator[Outcome]:
    """The outcomes of the plan's jobs as they come: the one place that decides where and when a job is done."""
    jobs: tuple[Job, ...] = plan.jobs
    for done, job in enumerate(jobs):
        if on_progress:
            on_progress(done, len(jobs), job.name)
        yield run_job(job, settings, lexicon)
