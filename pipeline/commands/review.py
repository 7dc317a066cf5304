"""``notula review``: the local page on which a person checks what was read."""

import argparse
import os
from contextlib import suppress
from pathlib import Path

from notula.pipeline.commands.console import print_text
from notula.pipeline.commands.parser import Parser, path_argument
from notula.pipeline.messages import Lang, say


def arrange(parser: Parser) -> None:
    """The folder, the address, where source files are."""
    lang = parser.lang
    parser.arguments.add_argument(
        "folder", metavar="DIR", nargs="?", type=path_argument, default=Path("outputs"), help=say("review.folder", lang)
    )
    add = parser.options.add_argument
    add("--port", metavar="N", type=_port, help=say("review.port", lang))
    add("--no-open", action="store_true", help=say("review.no_open", lang))
    add("--source", metavar="DIR", type=path_argument, action="append", default=[], help=say("review.source", lang))
    add("--host", metavar="ADDRESS", default="127.0.0.1", help=say("review.host", lang))
    add("--token", metavar="TEXT", help=say("review.token", lang))


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Serve the page until Ctrl-C; 0."""
    from notula.pipeline.review.serve import ReviewOptions, serve

    chosen = ReviewOptions(
        lang=lang,
        host=options.host,
        port=options.port,
        token=options.token or os.environ.get("NOTULA_TOKEN") or None,
        browser=not options.no_open,
        sources=tuple(options.source),
    )
    with suppress(KeyboardInterrupt):  # the way to end it
        serve(options.folder, chosen, lambda url: print_text(say("review.running", lang, url=url) + "\n"))
    return 0


def _port(text: str) -> int:
    """A port; 0 lets the system choose.

    Raises:
        ValueError: there is no such port.
    """
    port = int(text)
    if not 0 <= port <= 65_535:
        raise ValueError(text)
    return port
