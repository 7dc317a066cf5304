"""``notula owners``: a list of the owners that no user is known for, to be filled in."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from notula.pipeline.commands.console import print_text
from notula.pipeline.commands.parser import Parser, path_argument
from notula.pipeline.messages import Lang, say

if TYPE_CHECKING:
    from notula.pipeline.handover.owners import Odd


def arrange(parser: Parser) -> None:
    """The target, the folder of results and the list."""
    lang = parser.lang
    parser.arguments.add_argument("target", metavar="TARGET", help=say("owners.target", lang))
    add = parser.options.add_argument
    add("--from", metavar="DIR", dest="folder", type=path_argument, default=Path("outputs"),
        help=say("export.from", lang))  # fmt: skip
    add("-o", "--output", metavar="FILE", type=path_argument, help=say("owners.output", lang))
    add("--include-pending", action="store_true", help=say("export.include_pending", lang))


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Add what is missing to the list; 0."""
    from notula.pipeline.handover.missing_owners import add_missing
    from notula.pipeline.handover.owners import OWNERS
    from notula.pipeline.handover.request import odd_owners

    path = options.output or options.folder / OWNERS
    added = add_missing(options.folder, options.target, path, pending=options.include_pending)
    lines = [say("owners.line", lang, name=name, count=str(count)) for name, count in added.items()]
    lines.append(say("owners.written" if added else "owners.none", lang, count=str(len(added)), path=str(path)))
    print_text("\n".join(lines) + "\n")
    tell_odd(odd_owners(options.folder, path), path, lang)
    return 0


def tell_odd(lines: "Iterable[Odd]", path: Path, lang: Lang) -> None:
    """Warn of lines of the list that can have no effect."""
    for line in lines:
        place = {"path": str(path), "line": str(line.number)}
        if line.target is None:
            text = say("owners.few_columns", lang, **place)
        else:
            text = say("owners.unknown_target", lang, target=line.target, **place)
        print(f"notula: {text}", file=sys.stderr)
