"""``notula run``: files and folders into results."""

import argparse
import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from notula.pipeline.addresses import Location, Url
from notula.pipeline.commands.console import print_text
from notula.pipeline.commands.parser import Parser, location_argument, path_argument, positive, positive_number
from notula.pipeline.commands.reading import arrange_reading, reading_settings
from notula.pipeline.errors import NotulaError
from notula.pipeline.messages import Lang, say

if TYPE_CHECKING:
    from notula.pipeline.batch.events import OnEvent
    from notula.pipeline.batch.run import Batch
    from notula.pipeline.batch.stop import Stop
    from notula.pipeline.settings import Settings

_LOCAL = "local"
_DASK = re.compile(r"dask://(?P<address>(?:[\w.-]+|\[[0-9A-Fa-f:]+\]):(?P<port>\d{1,5}))")
_LAST_PORT = 65_535
_MEGABYTE = 1_000_000
_LEAST = 300  # as in settings, which is not imported before a command runs


def arrange(parser: Parser) -> None:
    """The inputs, where the results go, the word list, and how the work goes about."""
    lang = parser.lang
    parser.arguments.add_argument("paths", metavar="PATH", nargs="+", type=_input, help=say("run.paths", lang))
    arrange_output(parser, location_argument)
    arrange_words(parser)
    add = parser.options.add_argument
    add("--force", action="store_true", help=say("run.force", lang))
    add("--retry-failed", action="store_true", help=say("run.retry_failed", lang))
    arrange_telling(parser)
    add("--state", metavar="DIR", type=path_argument, help=say("run.state", lang))
    add("--engine", metavar="ENGINE", type=_engine, default=_LOCAL, help=say("run.engine", lang))
    arrange_limits(parser)


def arrange_output(parser: Parser, kind: Callable[[str], Location]) -> None:
    """Where the results go, and whether folders are read with what is below them."""
    lang = parser.lang
    add = parser.options.add_argument
    add("-o", "--output", metavar="DIR", type=kind, default=Path("outputs"), help=say("run.output", lang))
    add("--recursive", action=argparse.BooleanOptionalAction, default=True, help=say("run.recursive", lang))


def arrange_words(parser: Parser) -> None:
    """What documents are read with: word list, confidence model, OCR, passwords."""
    lang = parser.lang
    add = parser.options.add_argument
    add("--model", metavar="FILE", type=path_argument, help=say("cli.model", lang))
    add("--lexicon", metavar="FILE", type=path_argument, help=say("cli.lexicon", lang))
    arrange_reading(parser)


def arrange_telling(parser: Parser) -> None:
    """What is told while it goes on, and the report at its end."""
    lang = parser.lang
    add = parser.options.add_argument
    add("--report", metavar="FILE", type=_page, help=say("run.report", lang))
    add("--no-report", action="store_true", help=say("run.no_report", lang))
    add("--quiet", action="store_true", help=say("run.quiet", lang))
    add("--log-format", choices=("text", "json"), default="text", help=say("run.log_format", lang))


def _engine(text: str) -> str:
    """``local``, or ``HOST:PORT`` of a Dask scheduler (``dask://HOST:PORT``)."""
    if text == _LOCAL:
        return text
    if not (found := _DASK.fullmatch(text)) or int(found["port"]) > _LAST_PORT:
        raise ValueError(text)
    return found["address"]


def arrange_limits(parser: Parser) -> None:
    """How many documents are read at once, and what one may take."""
    lang = parser.lang
    add = parser.options.add_argument
    add("--workers", metavar="N", type=positive, help=say("run.workers", lang))
    add("--stall-limit", metavar="S", type=positive_number, default=60.0, help=say("run.stall_limit", lang))
    add("--total-limit", metavar="S", type=positive_number, default=600.0, help=say("run.total_limit", lang))
    add("--memory-limit", metavar="MB", type=_megabytes, default=1000, help=say("run.memory_limit", lang))
    add("--recycle-after", metavar="N", type=positive, default=1000, help=say("run.recycle_after", lang))


def _input(text: str) -> Location:
    """A file, folder, pattern or ``@list``; ``./@file`` is a file, which a path by itself would forget."""
    path = location_argument(text)
    if isinstance(path, Url):
        return path
    return path.absolute() if str(path).startswith("@") and not text.startswith("@") else path


def _page(text: str) -> Location:
    """Where the report goes; another suffix would be a mistake, such as a file of minutes."""
    path = location_argument(text)
    if PurePath(path.name).suffix.lower() not in (".html", ".htm"):
        raise ValueError(text)
    return path


def page_of(options: argparse.Namespace) -> Location | None:
    """Where the report of a run goes: into the output folder unless told otherwise."""
    from notula.pipeline.batch.page import NAME

    if options.no_report:
        return None
    where: Location = options.output
    report: Location | None = options.report
    return report or where / NAME


def _megabytes(text: str) -> int:
    """A number of megabytes that a worker can do with; what it takes by itself is no limit."""
    number = positive(text)
    if number < _LEAST:
        raise ValueError(text)
    return number


def settings_of(options: argparse.Namespace, lang: Lang) -> "Settings":
    """The settings that a call asks for."""
    from notula.pipeline.settings import Settings

    return Settings(
        lang=lang,
        lexicon=options.lexicon,
        **reading_settings(options),
        model=options.model,
        stall_seconds=options.stall_limit,
        total_seconds=options.total_limit,
        memory_bytes=options.memory_limit * _MEGABYTE,
        recycle_after=options.recycle_after,
    )


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Read the inputs; the exit code of the batch."""
    from notula.pipeline.batch.log import JsonLog
    from notula.pipeline.batch.progress import Progress

    if options.log_format == "json":
        log = JsonLog(sys.stderr)
        try:
            return _tell_end(_batch(options, lang, log), options, lang)
        except NotulaError as trouble:
            log.trouble(trouble)
            return trouble.exit_code
    progress = Progress(sys.stderr, lang, quiet=options.quiet)
    try:
        batch = _batch(options, lang, tell_failures if options.quiet else progress)
    finally:
        progress.close()
    return _tell_end(batch, options, lang)


def _batch(options: argparse.Namespace, lang: Lang, on_event: "OnEvent") -> "Batch":
    from notula.pipeline.batch.run import RunOptions, run_batch

    with stopping() as stop:
        how = RunOptions(
            force=options.force,
            retry_failed=options.retry_failed,
            recursive=options.recursive,
            workers=options.workers,
            stop=stop,
            on_event=on_event,
            page=page_of(options),
            state=options.state,
        )
        settings = settings_of(options, lang)
        if options.engine == _LOCAL:
            return run_batch(options.paths, options.output, settings, how)
        from notula.pipeline.batch.dask_engine import DaskEngine

        with DaskEngine(options.engine, options.workers) as engine:
            how = replace(how, workers=options.workers or engine.threads, execute=engine.execute)
            return run_batch(options.paths, options.output, settings, how)


def _tell_end(batch: "Batch", options: argparse.Namespace, lang: Lang) -> int:
    """Print the summary; the exit code."""
    from notula.pipeline.batch.report import summary

    if not options.quiet:
        print_text(summary(batch, options.output, lang, page_of(options)) + "\n")
    return batch.exit_code


def tell_failures(event: Any) -> None:
    """Print a failed file, a line on standard error."""
    from notula.pipeline.batch.events import DocumentDone
    from notula.pipeline.batch.report import failure_line

    if isinstance(event, DocumentDone) and event.entry.status == "failed":
        print(failure_line(event.entry), file=sys.stderr)


@contextmanager
def stopping() -> "Iterator[Stop]":
    """A wish to stop that Ctrl-C, a request of the system to end, or a closed terminal expresses.

    The second Ctrl-C ends the run where it stands.
    """
    from notula.pipeline.batch.stop import Stop

    stop = Stop()

    def ask(number: int, frame: object) -> None:
        if stop.requested or stop.at_once:
            stop.request()
            raise KeyboardInterrupt
        stop.request()

    before: dict[int, Any] = {}
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            before[number] = signal.signal(number, ask)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

