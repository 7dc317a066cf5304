"""``notula feed``: the changes of follow-ups as CloudEvents."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from notula.pipeline.commands.console import print_text
from notula.pipeline.commands.parser import Parser, path_argument
from notula.pipeline.errors import DocumentError
from notula.pipeline.messages import Lang, say


def arrange(parser: Parser) -> None:
    """What goes into the feed, and where it is written."""
    lang = parser.lang
    add = parser.options.add_argument
    add("-o", "--output", metavar="FILE", type=path_argument, required=True, help=say("feed.output", lang))
    add("--after", metavar="N", type=int, default=0, help=say("feed.after", lang))
    arrange_contents(parser)


def arrange_contents(parser: Parser) -> None:
    """What goes into the feed."""
    lang = parser.lang
    add = parser.options.add_argument
    add("--from", metavar="DIR", dest="folder", type=path_argument, default=Path("outputs"),
        help=say("export.from", lang))  # fmt: skip
    add("--include-pending", action="store_true", help=say("export.include_pending", lang))
    add("--redact", choices=("persons",), help=say("export.redact", lang))


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Renew the feed and write it; 1 where a result cannot be read."""
    from notula.pipeline.handover.feed import write_feed
    from notula.pipeline.handover.feeding import open_feed
    from notula.pipeline.handover.guard import check_output

    check_output(options.folder, options.output)
    pending, redact = options.include_pending, options.redact is not None
    with open_feed(options.folder, datetime.now(UTC), pending=pending, redact=redact, lang=lang) as feed:
        events = write_feed(feed.ledger, feed.name, options.output, options.after)
    print_text(say("feed.written", lang, events=str(events), new=str(feed.new), path=str(options.output)) + "\n")
    return tell_waiting(feed.waiting, feed.unreadable, lang)


def tell_waiting(waiting: int, unreadable: tuple[str, ...], lang: Lang) -> int:
    """Say what is not in the feed; the exit code."""
    if waiting:
        print(f"notula: {say('handover.waiting', lang, count=str(waiting))}", file=sys.stderr)
    for path in unreadable:
        print(f"notula: {say('handover.unreadable', lang, path=path)}", file=sys.stderr)
    return DocumentError.exit_code if unreadable else 0
