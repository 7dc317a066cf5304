"""``notula push``: the feed posted to one receiver, signed."""

import argparse
from datetime import UTC, datetime

from notula.pipeline.commands.console import print_text
from notula.pipeline.commands.feed import arrange_contents, tell_waiting
from notula.pipeline.commands.parser import Parser, path_argument
from notula.pipeline.messages import Lang, say


def arrange(parser: Parser) -> None:
    """The receiver, the secret and how long to try."""
    lang = parser.lang
    add = parser.options.add_argument
    add("--to", metavar="URL", required=True, help=say("push.to", lang))
    add("--secret-file", metavar="FILE", type=path_argument, help=say("push.secret_file", lang))
    add("--tries", metavar="N", type=_positive, default=6, help=say("push.tries", lang))
    add("--timeout", metavar="SECONDS", type=_seconds, default=30.0, help=say("push.timeout", lang))
    add("--allow-http", action="store_true", help=say("push.plain", lang))
    add("--dry-run", action="store_true", help=say("push.dry_run", lang))
    arrange_contents(parser)


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Renew the feed and post what the receiver has not taken; 1 where a result cannot be read."""
    from notula.pipeline.handover.feeding import open_feed
    from notula.pipeline.handover.http_post import parse_address
    from notula.pipeline.handover.push import Patience, push, waiting
    from notula.pipeline.handover.signature import load_secret

    address = parse_address(options.to, plain=options.allow_http)
    secret = b"" if options.dry_run else load_secret(options.secret_file)
    pending, redact = options.include_pending, options.redact is not None
    with open_feed(options.folder, datetime.now(UTC), pending=pending, redact=redact, lang=lang) as feed:
        if options.dry_run:
            key, count = "push.would", waiting(feed.ledger, feed.name, address)
        else:
            patience = Patience(tries=options.tries, timeout=options.timeout)
            key, count = "push.sent", push(feed.ledger, feed.name, address, secret, patience)
    print_text(say(key, lang, count=str(count), url=address.shown) + "\n")
    return tell_waiting(feed.waiting, feed.unreadable, lang)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 < number <= 3600:
        raise ValueError(text)
    return number
