"""The parser that every command's options are arranged on: it speaks the user's language."""

import argparse
import re
import sys
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, cast

from notula.pipeline.addresses import Location, Url, location
from notula.pipeline.errors import NoInputError, UsageError
from notula.pipeline.messages import MESSAGES, Lang, say

# What argparse says of a wrong call (English only) and the message that says it in the user's language.
_COMPLAINTS = (
    (re.compile(r"the following arguments are required: (?P<rest>.*)"), "argparse.required"),
    (re.compile(r"unrecognized arguments: (?P<rest>.*)"), "argparse.unknown"),
    (re.compile(r"argument (?P<name>.*?): invalid choice: (?P<value>.*?) \(choose from (?P<rest>.*)\)"),
     "argparse.choice"),
    (re.compile(r"argument (?P<name>.*?): expected one argument"), "argparse.one"),
    (re.compile(r"argument (?P<name>.*?): invalid _?(?P<kind>\w+) value: (?P<rest>.*)"), "argparse.value"),
)  # fmt: skip


class Parser(argparse.ArgumentParser):
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
                message = self._say(key, found.groupdict())
                break
        self.exit(UsageError.exit_code, f"{self.prog}: {message}\n")

    def _say(self, key: str, details: dict[str, str]) -> str:
        """The complaint; of a wrong value also what is expected, told by the name of the function that refused it."""
        wanted = f"wanted.{details.get('kind')}"
        if wanted in MESSAGES:
            return say("argparse.wanted", self.lang, wanted=say(wanted, self.lang), **details)
        return say(key, self.lang, **details)


class _Formatter(argparse.HelpFormatter):
    """Help whose usage line begins in the user's language."""

    def __init__(self, lang: Lang, prog: str, **settings: Any) -> None:
        super().__init__(prog, **settings)
        self._lang = lang

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Add the usage line."""
        super().add_usage(usage, actions, groups, say("cli.usage", self._lang) if prefix is None else prefix)


def path_argument(text: str) -> Path:
    """A path of the command line.

    Raises:
        ValueError: it is empty.
        UsageError: it is a URL of another machine.
    """
    path = location_argument(text)
    if isinstance(path, Url):
        raise UsageError("usage.url_given", path=str(path))
    return path


def location_argument(text: str) -> Location:
    """A path or URL of the command line; an empty one (a variable that is not set) would mean the current folder.

    Raises:
        ValueError: it is empty.
    """
    if not text:
        raise ValueError(text)
    return location(text)


def positive(text: str) -> int:
    """A whole number of the command line, 1 or more.

    Raises:
        ValueError: it is none.
    """
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def positive_number(text: str) -> float:
    """A number of the command line over 0.

    Raises:
        ValueError: it is none.
    """
    number = float(text)
    if not 0 < number < float("inf"):
        raise ValueError(text)
    return number


class Version(argparse.Action):
    """Prints the installed version and leaves."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        """Print it and end."""
        from importlib.metadata import version

        print(f"notula {version('notula')}")
        parser.exit()


def require_file(path: Path) -> None:
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
