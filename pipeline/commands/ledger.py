"""``notula ledger``: what was handed over where, and what the tools call it."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from notula.pipeline.commands.console import print_json, print_text
from notula.pipeline.commands.parser import Parser, path_argument
from notula.pipeline.errors import DocumentError, NoInputError, UsageError
from notula.pipeline.messages import Lang, say

if TYPE_CHECKING:
    from notula.pipeline.handover.learn import Learnt


def arrange(parser: Parser) -> None:
    """What to do, with which tool's export."""
    lang = parser.lang
    actions = ("show", "learn")
    parser.arguments.add_argument("action", metavar="ACTION", choices=actions, help=say("ledger.action", lang))
    add = parser.options.add_argument
    add("--from", metavar="FILE", dest="file", type=path_argument, help=say("ledger.from", lang))
    add("--target", metavar="NAME", help=say("ledger.target", lang))
    add("--destination", metavar="NAME", help=say("export.destination", lang))
    add("--key-column", metavar="NAME", help=say("ledger.key_column", lang))
    add("--results", metavar="DIR", type=path_argument, default=Path("outputs"), help=say("ledger.results", lang))
    add("--json", action="store_true", help=say("ledger.json", lang))


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print the ledger, or learn; 1 where the export names items that are unknown or stand in the tool twice."""
    return _learn(options, lang) if options.action == "learn" else _show(options, lang)


def _show(options: argparse.Namespace, lang: Lang) -> int:
    from notula.pipeline.handover.ledger import LEDGER, open_ledger
    from notula.pipeline.handover.summary import ledger_data, ledger_text

    if not options.results.is_dir():
        raise NoInputError("noinput.missing", path=str(options.results))
    with open_ledger(options.results / LEDGER, must_exist=True) as ledger:
        wanted = options.target
        found = [name for name in ledger.targets() if wanted in (None, name, name.partition(":")[0])]
        if options.json:
            print_json(ledger_data(ledger, found))
        else:
            print_text(ledger_text(ledger, found, lang, entries_too=wanted is not None))
    return 0


def _learn(options: argparse.Namespace, lang: Lang) -> int:
    from notula.pipeline.handover.coming_back import learn_from

    if options.file is None:
        raise UsageError("argparse.required", rest="--from")
    target, learnt = learn_from(
        options.results, options.file, datetime.now(UTC),
        target=options.target, destination=options.destination, column=options.key_column,
    )  # fmt: skip
    if options.json:
        print_json({"target": target, **learnt.data()})
    else:
        print_text(_learnt_text(target, learnt, lang))
    return DocumentError.exit_code if learnt.unknown or learnt.doubled else 0


def _learnt_text(target: str, learnt: "Learnt", lang: Lang) -> str:
    lines = [say("ledger.learnt", lang, target=target, new=str(len(learnt.new)), changed=str(len(learnt.changed)),
                 same=str(learnt.same), without=str(learnt.without))]  # fmt: skip
    lines += [say("ledger.doubled", lang, id=item, keys=", ".join(keys)) for item, keys in learnt.doubled]
    lines += [say("ledger.unknown", lang, id=item, name=key) for item, key in learnt.unknown]
    return "\n".join(lines) + "\n"
