"""The ``notula`` command: arguments to one call each, exceptions to exit codes.

Only the standard library is imported before a command runs, so that help and wrong calls answer at once.
"""

import argparse
import json
import os
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, cast

from notula.pipeline.errors import DocumentError, NoInputError, NotulaError, OutputError, UsageError, why
from notula.pipeline.messages import Lang, say

INTERRUPTED, BROKEN_PIPE = 130, 141
STAGES = ("lines", "blocks", "sections", "result")
_Command = Callable[[argparse.Namespace, Lang], int]

# What argparse says of a wrong call (English only) and the message that says it in the user's language.
_COMPLAINTS = (
    (re.compile(r"the following arguments are required: (?P<rest>.*)"), "argparse.required"),
    (re.compile(r"unrecognized arguments: (?P<rest>.*)"), "argparse.unknown"),
    (re.compile(r"argument (?P<name>.*?): invalid choice: (?P<value>.*?) \(choose from (?P<rest>.*)\)"),
     "argparse.choice"),
    (re.compile(r"argument (?P<name>.*?): expected one argument"), "argparse.one"),
    (re.compile(r"argument (?P<name>.*?): invalid \w+ value: (?P<rest>.*)"), "argparse.value"),
)  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code.

    Raises:
        SystemExit: help or the version was asked for (0), or the call is wrong (2).
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    lang = choose_lang(arguments)
    _make_printable()
    _warn_of_language(arguments)
    try:
        options = build_parser(lang).parse_args(arguments)
        command = cast(_Command, options.command)
        code = command(options, lang)
        _print()
    except NotulaError as trouble:
        if os.environ.get("NOTULA_DEBUG") and trouble.__cause__:
            print(repr(trouble.__cause__), file=sys.stderr)
        return _complain(trouble.message(lang), trouble.exit_code)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe has gone; what is still buffered must not raise again at exit
        _leave_stdout()
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
    parser = _Parser(lang, prog="notula", description=say("cli.about", lang), epilog=say("cli.epilog", lang))
    parser.options.add_argument("--version", action=_Version, nargs=0, help=say("cli.version", lang))
    parser.set_defaults(command=partial(_print_help, parser))
    own_class = cast(Any, partial(_Parser, lang))
    commands = parser.add_subparsers(
        title=say("cli.commands", lang), metavar=say("cli.command", lang), parser_class=own_class
    )
    for name, (arrange, command) in _COMMANDS.items():
        text = say(f"{name}.help", lang)
        sub = cast(_Parser, commands.add_parser(name, help=text, description=text))
        arrange(sub)
        sub.set_defaults(command=command)
    return parser


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the user's language and has two groups: ``arguments`` and ``options``."""

    def __init__(self, lang: Lang, **settings: Any) -> None:
        formatter = partial(_Formatter, lang)
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=cast(Any, formatter), **settings)
        self.lang = lang
        self.arguments = self.add_argument_group(say("cli.arguments", lang))
        self.options = self.add_argument_group(say("cli.options", lang))
        self.options.add_argument("-h", "--help", action="help", help=say("cli.help", lang))
        # Read by choose_lang, before there is a parser; here for help and for refusing other values.
        self.options.add_argument("--lang", choices=("id", "en"), help=say("cli.lang", lang))

    def error(self, message: str) -> NoReturn:
        """Say how the call is wrong and leave."""
        self.print_usage(sys.stderr)
        for pattern, key in _COMPLAINTS:
            if found := pattern.fullmatch(message):
                message = say(key, self.lang, **found.groupdict())
                break
        self.exit(UsageError.exit_code, f"{self.prog}: {message}\n")


class _Formatter(argparse.HelpFormatter):
    """Help whose usage line begins in the user's language."""

    def __init__(self, lang: Lang, prog: str, **settings: Any) -> None:
        super().__init__(prog, **settings)
        self._lang = lang

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, say("cli.usage", self._lang) if prefix is None else prefix)


def _path(text: str) -> Path:
    """A path of the command line; an empty one (a variable that is not set) would mean the current folder.

    Raises:
        ValueError: it is empty.
    """
    if not text:
        raise ValueError(text)
    return Path(text)


class _Version(argparse.Action):
    """Prints the installed version and leaves."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        from importlib.metadata import version

        print(f"notula {version('notula')}")
        parser.exit()


# --- notula run ------------------------------------------------------------------------------------------------------


def _arrange_run(parser: _Parser) -> None:
    lang = parser.lang
    parser.arguments.add_argument("paths", metavar="PATH", nargs="+", type=_path, help=say("run.paths", lang))
    parser.options.add_argument(
        "-o", "--output", metavar="DIR", type=_path, default=Path("outputs"), help=say("run.output", lang)
    )
    parser.options.add_argument("--lexicon", metavar="FILE", type=_path, help=say("cli.lexicon", lang))
    parser.options.add_argument("--quiet", action="store_true", help=say("run.quiet", lang))


def _run(options: argparse.Namespace, lang: Lang) -> int:
    from notula.pipeline.batch.progress import Progress
    from notula.pipeline.batch.report import failure_line, summary
    from notula.pipeline.batch.run import run_batch
    from notula.pipeline.settings import Settings

    progress = Progress(sys.stderr, quiet=options.quiet)
    try:
        batch = run_batch(options.paths, options.output, Settings(lang=lang, lexicon=options.lexicon), progress)
    finally:
        progress.close()
    if options.quiet:
        for entry in batch.entries:
            if entry.status == "failed":
                print(failure_line(entry), file=sys.stderr)
    else:
        _print(summary(batch, options.output, lang) + "\n")
    return batch.exit_code


# --- notula show -----------------------------------------------------------------------------------------------------


def _arrange_show(parser: _Parser) -> None:
    lang = parser.lang
    parser.arguments.add_argument("file", metavar="FILE", type=_path, help=say("show.file", lang))
    parser.options.add_argument("--stage", choices=STAGES, default="result", help=say("show.stage", lang))
    parser.options.add_argument("--part", metavar="N", type=int, help=say("show.part", lang))
    parser.options.add_argument("--json", action="store_true", help=say("show.json", lang))
    parser.options.add_argument("--lexicon", metavar="FILE", type=_path, help=say("cli.lexicon", lang))


def _show(options: argparse.Namespace, lang: Lang) -> int:
    from notula.pipeline.settings import Settings
    from notula.pipeline.show import load_stage, stage_text, to_plain

    _require_file(options.file)
    settings = Settings(lang=lang, lexicon=options.lexicon)
    if options.json:
        _print_json(to_plain(load_stage(options.file, options.stage, settings, options.part)))
    else:
        _print(stage_text(options.file, options.stage, settings, options.part) + "\n")
    return 0


def _require_file(path: Path) -> None:
    """Raise ``NoInputError`` where there is no such file; one that may not be looked at is left to the reader."""
    try:
        if not path.exists():
            raise NoInputError("noinput.missing", path=str(path))
        if not path.is_file():
            raise NoInputError("noinput.no_file", path=str(path))
    except PermissionError:
        return
    except OSError as trouble:  # a name that no file can have
        raise NoInputError("noinput.missing", path=str(path)) from trouble


# --- notula schema ---------------------------------------------------------------------------------------------------


def _arrange_schema(parser: _Parser) -> None:
    choices = ("result", "manifest")
    parser.options.add_argument("--of", choices=choices, default="result", help=say("schema.of", parser.lang))


def _schema(options: argparse.Namespace, lang: Lang) -> int:
    from notula.pipeline.schema import json_schema

    _print_json(json_schema(options.of))
    return 0


# --- notula evaluate -------------------------------------------------------------------------------------------------


def _arrange_evaluate(parser: _Parser) -> None:
    lang = parser.lang
    parser.arguments.add_argument("gold", metavar="GOLD", type=_path, help=say("evaluate.gold_folder", lang))
    parser.arguments.add_argument("out", metavar="OUT", type=_path, help=say("evaluate.out_folder", lang))
    add = parser.options.add_argument
    add("--json", metavar="FILE", type=_path, help=say("evaluate.json", lang))
    add("--misses", action="store_true", help=say("evaluate.misses", lang))
    add("--only", metavar="TEXT", default="", help=say("evaluate.only", lang))
    add("--floor", metavar="FILE", type=_path, help=say("evaluate.floor", lang))
    add("--section", metavar="NAME", help=say("evaluate.section", lang))
    add("--toml", action="store_true", help=say("evaluate.toml", lang))


def _evaluate(options: argparse.Namespace, lang: Lang) -> int:
    from notula.pipeline.evaluate import evaluate, figures_table, floor_toml, load_floor, shortfalls

    floor = load_floor(options.floor, options.section) if options.floor else {}
    evaluation = evaluate(options.gold, options.out, options.only)
    print(floor_toml(evaluation, options.section) if options.toml else figures_table(evaluation, lang))
    if options.misses:
        for miss in evaluation.misses:
            print(miss.as_json())
    if options.json:
        options.json.write_text(evaluation.as_json(), "utf-8")
    below = shortfalls(evaluation, floor)
    for short in below:
        print(say("evaluate.below", lang, name=short.name, value=str(short.value), floor=str(short.floor)))
    return DocumentError.exit_code if below else 0


_COMMANDS: dict[str, tuple[Callable[[_Parser], None], _Command]] = {
    "run": (_arrange_run, _run),
    "show": (_arrange_show, _show),
    "schema": (_arrange_schema, _schema),
    "evaluate": (_arrange_evaluate, _evaluate),
}


def _print_help(parser: argparse.ArgumentParser, options: argparse.Namespace, lang: Lang) -> int:
    """No command was given: say which there are."""
    parser.print_help(sys.stderr)
    return UsageError.exit_code


def _print_json(data: Any) -> None:
    """JSON for programs: UTF-8 with LF, whatever the terminal's own encoding."""
    _print()
    _print(binary=(json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))


def _print(text: str = "", binary: bytes = b"") -> None:
    """Write to standard output and see that it has arrived.

    Raises:
        OutputError: it cannot be written to.
        BrokenPipeError: its reader has gone.
    """
    try:
        sys.stdout.write(text)
        if binary:
            sys.stdout.buffer.write(binary)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as trouble:
        _leave_stdout()
        raise OutputError("output.stdout", reason=why(trouble)) from trouble


def _leave_stdout() -> None:
    """Forget standard output: what is still buffered must not raise again at exit."""
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123  (open until the process ends)


def _make_printable() -> None:
    """Let characters that the terminal's encoding lacks (cp1252 on Windows) print as ``?`` rather than end the run."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace")


def _complain(text: str, code: int) -> int:
    print(f"notula: {text}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
