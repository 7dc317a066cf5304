"""``notula watch``: folders whose files are read as they come."""

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from notula.pipeline.commands.console import print_text
from notula.pipeline.commands.parser import Parser, path_argument, positive_number
from notula.pipeline.commands.run import (
    arrange_limits,
    arrange_output,
    arrange_telling,
    arrange_words,
    page_of,
    settings_of,
    stopping,
    tell_failures,
)
from notula.pipeline.errors import NotulaError
from notula.pipeline.messages import Lang, say

if TYPE_CHECKING:
    from notula.pipeline.batch.events import Event, OnEvent


def arrange(parser: Parser) -> None:
    """The folders, where the results go, how often to look, and the options of a run."""
    lang = parser.lang
    parser.arguments.add_argument("folders", metavar="DIR", nargs="+", type=path_argument, help=say("watch.dirs", lang))
    arrange_output(parser, path_argument)
    add = parser.options.add_argument
    add("--settle", metavar="S", type=positive_number, default=5.0, help=say("watch.settle", lang))
    add("--every", metavar="S", type=positive_number, default=2.0, help=say("watch.every", lang))
    add("--until-idle", action="store_true", help=say("watch.until_idle", lang))
    arrange_words(parser)
    arrange_telling(parser)
    arrange_limits(parser)


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Watch until it is ended; the exit code."""
    from notula.pipeline.batch.log import JsonLog

    if options.log_format == "text":
        return _watch(options, lang, tell_failures if options.quiet else _Lines(lang))
    log = JsonLog(sys.stderr)
    try:
        return _watch(options, lang, log)
    except NotulaError as trouble:
        log.trouble(trouble)
        return trouble.exit_code


def _watch(options: argparse.Namespace, lang: Lang, on_event: "OnEvent") -> int:
    from notula.pipeline.batch.run import RunOptions
    from notula.pipeline.batch.watch import WatchOptions, watch

    tell = _notices(options, lang)
    how = WatchOptions(
        every=options.every,
        settle=options.settle,
        until_idle=options.until_idle,
        on_began=lambda: _greet(options, lang),
        on_folder=lambda folder, there: tell("watch.back" if there else "watch.gone", str(folder)),
        on_busy=lambda trouble: tell("watch.busy", str(options.output)),
    )
    with stopping() as stop:
        work = RunOptions(recursive=options.recursive, workers=options.workers, stop=stop, page=page_of(options))
        return watch(options.folders, options.output, settings_of(options, lang), replace(work, on_event=on_event), how)


def _greet(options: argparse.Namespace, lang: Lang) -> None:
    if not options.quiet and options.log_format == "text":
        print_text(say("watch.began", lang, names=", ".join(map(str, options.folders))) + "\n")


def _notices(options: argparse.Namespace, lang: Lang) -> Callable[[str, str], None]:
    """Tells on standard error what the watch waits for: as an object a line where the log is one."""
    from notula.pipeline.batch.log import JsonLog

    if options.log_format == "json":
        log = JsonLog(sys.stderr)
        return lambda key, path: log.notice(key.replace(".", "_"), path)
    return lambda key, path: print(f"{_clock()}  {say(key, lang, path=path)}", file=sys.stderr)


class _Lines:
    """Prints a line for each file that was read; nothing else."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang

    def __call__(self, event: "Event") -> None:
        """Print the line of a file."""
        from notula.pipeline.batch.events import DocumentDone
        from notula.pipeline.batch.report import failure_line
        from notula.pipeline.text import printable

        if not isinstance(event, DocumentDone) or event.unchanged:
            return
        entry = event.entry
        said = failure_line(entry)
        if entry.status != "failed":
            counts = {name: str(getattr(entry, name)) for name in ("meetings", "follow_ups", "to_review")}
            status = say(f"report.{entry.status}", self._lang)
            said = say("watch.read", self._lang, path=printable(entry.path), status=status, **counts)
        print_text(f"{_clock()}  {said}\n")


def _clock() -> str:
    return time.strftime("%H:%M:%S")
