"""The ``notula`` command: arguments to one call each, exceptions to exit codes.

Only the standard library is imported before a command runs, so that help and wrong calls answer at once.
"""

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol, cast

from notula.pipeline.commands import (
    doctor,
    evaluate,
    explain,
    export,
    feed,
    import_status,
    ledger,
    owners,
    push,
    review,
    run,
    schema,
    show,
    train,
    watch,
)
from notula.pipeline.commands.console import leave_stdout, make_printable, print_text
from notula.pipeline.commands.parser import Parser, Version
from notula.pipeline.errors import DocumentError, NotulaError, UsageError
from notula.pipeline.messages import Lang, say

INTERRUPTED, BROKEN_PIPE = 130, 141
_Run = Callable[[argparse.Namespace, Lang], int]


class Command(Protocol):
    """A module of ``commands``."""

    def arrange(self, parser: Parser) -> None:
        """Add the command's arguments and options."""

    def run(self, options: argparse.Namespace, lang: Lang) -> int:
        """Do it; the exit code."""


COMMANDS: dict[str, Command] = {
    "run": run,
    "watch": watch,
    "show": show,
    "explain": explain,
    "schema": schema,
    "evaluate": evaluate,
    "train": train,
    "export": export,
    "owners": owners,
    "ledger": ledger,
    "feed": feed,
    "push": push,
    "review": review,
    "import-status": import_status,
    "doctor": doctor,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code.

    Raises:
        SystemExit: help or the version was asked for (0), or the call is wrong (2).
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    lang = choose_lang(arguments)
    make_printable()
    _warn_of_language(arguments)
    try:
        options = build_parser(lang).parse_args(arguments)
        command = cast(_Run, options.command)
        code = command(options, lang)
        print_text()
    except NotulaError as trouble:
        if os.environ.get("NOTULA_DEBUG") and trouble.__cause__:
            print(repr(trouble.__cause__), file=sys.stderr)
        return _complain(trouble.message(lang), trouble.exit_code)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe has gone; what is still buffered must not raise again at exit
        leave_stdout()
        return BROKEN_PIPE
    except Exception as trouble:
        if os.environ.get("NOTULA_DEBUG"):
            traceback.print_exc()
        said = say("cli.error", lang, kind=type(trouble).__name__, reason=str(trouble))
        return _complain(f"{said}. {say('cli.debug', lang)}", DocumentError.exit_code)
    return code


def choose_lang(arguments: Sequence[str]) -> Lang:
    """The language of ``--lang``, else of ``NOTULA_LANG``, else Indonesian."""
    wanted = os.environ.get("NOTULA_LANG", "")
    for i, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and i + 1 < len(arguments):
            wanted = arguments[i + 1]
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
    return "en" if wanted == "en" else "id"


def _warn_of_language(arguments: Sequence[str]) -> None:
    wanted = os.environ.get("NOTULA_LANG", "")
    if wanted not in ("", "id", "en") and not any(own == "--lang" or own.startswith("--lang=") for own in arguments):
        print(f"notula: {say('cli.unknown_lang', 'id', value=wanted)}", file=sys.stderr)


def build_parser(lang: Lang) -> argparse.ArgumentParser:
    """The parser of the whole command line, its help in ``lang``."""
    parser = Parser(lang, prog="notula", description=say("cli.about", lang), epilog=say("cli.epilog", lang))
    parser.options.add_argument("--version", action=Version, nargs=0, help=say("cli.version", lang))
    parser.set_defaults(command=partial(_print_help, parser))
    own_class = cast(Any, partial(Parser, lang))
    commands = parser.add_subparsers(
        title=say("cli.commands", lang), metavar=say("cli.command", lang), parser_class=own_class
    )
    for name, command in COMMANDS.items():
        text = say(f"{name}.help", lang)
        sub = cast(Parser, commands.add_parser(name, help=text, description=text))
        command.arrange(sub)
        sub.set_defaults(command=command.run)
    return parser


def _print_help(parser: argparse.ArgumentParser, options: argparse.Namespace, lang: Lang) -> int:
    """No command was given: say which there are."""
    parser.print_help(sys.stderr)
    return UsageError.exit_code


def _complain(text: str, code: int) -> int:
    print(f"notula: {text}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
