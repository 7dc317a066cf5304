"""Options of all commands that read documents."""

import argparse
from pathlib import Path
from typing import Any

from notula.pipeline.commands.parser import Parser, path_argument
from notula.pipeline.errors import UsageError, why
from notula.pipeline.messages import say


def arrange_reading(parser: Parser) -> None:
    """Whether scans are read, and passwords."""
    lang = parser.lang
    add = parser.options.add_argument
    add("--no-ocr", action="store_true", help=say("cli.no_ocr", lang))
    add("--password", metavar="TEXT", action="append", default=[], help=say("cli.password", lang))
    add("--password-file", metavar="FILE", type=path_argument, help=say("cli.password_file", lang))


def reading_settings(options: argparse.Namespace) -> dict[str, Any]:
    """These options as settings.

    Raises:
        UsageError: the file of passwords cannot be read.
    """
    passwords = [*options.password, *(_listed(options.password_file) if options.password_file else [])]
    return {"ocr": not options.no_ocr, "passwords": tuple(dict.fromkeys(passwords))}


def _listed(path: Path) -> list[str]:
    """The passwords of a file, one a line; white space may be part of one."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeError) as trouble:
        raise UsageError("usage.passwords", path=str(path), reason=why(trouble)) from trouble
    return [line for line in lines if line]
