"""``notula evaluate``: results compared with annotations, or with what reviewers decided."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from notula.pipeline.commands.parser import Parser, path_argument
from notula.pipeline.errors import DocumentError, UsageError
from notula.pipeline.messages import Lang, say

if TYPE_CHECKING:
    from notula.pipeline.evaluate import Evaluation


def arrange(parser: Parser) -> None:
    """The two folders, or the reviewed one, and what to print."""
    lang = parser.lang
    given = parser.arguments.add_argument
    given("gold", metavar="GOLD", nargs="?", type=path_argument, help=say("evaluate.gold_folder", lang))
    given("out", metavar="OUT", nargs="?", type=path_argument, help=say("evaluate.out_folder", lang))
    add = parser.options.add_argument
    add("--reviewed", metavar="OUT", nargs="?", const=Path("outputs"), type=path_argument,
        help=say("evaluate.reviewed", lang))  # fmt: skip
    add("--json", metavar="FILE", type=path_argument, help=say("evaluate.json", lang))
    add("--misses", action="store_true", help=say("evaluate.misses", lang))
    add("--rules", action="store_true", help=say("evaluate.rules", lang))
    add("--only", metavar="TEXT", default="", help=say("evaluate.only", lang))
    add("--floor", metavar="FILE", type=path_argument, help=say("evaluate.floor", lang))
    add("--section", metavar="NAME", help=say("evaluate.section", lang))
    add("--toml", action="store_true", help=say("evaluate.toml", lang))


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print the figures; 1 where one is below its floor."""
    from notula.pipeline.evaluate import evaluate, figures_table, floor_toml, load_floor, shortfalls

    _check(options)
    floor = load_floor(options.floor, options.section) if options.floor else {}
    if options.reviewed:
        evaluation, table, told = _reviewed(options, lang)
    else:
        evaluation = evaluate(options.gold, options.out, options.only)
        table, told = figures_table(evaluation, lang), evaluation.as_json()
    print(floor_toml(evaluation, options.section) if options.toml else table)
    if options.misses:
        for miss in evaluation.misses:
            print(miss.as_json())
    if options.rules:
        print("\n" + _rules(evaluation, options, lang))
    if options.json:
        options.json.write_text(told, "utf-8")
    below = shortfalls(evaluation, floor)
    for short in below:
        print(say("evaluate.below", lang, name=short.name, value=str(short.value), floor=str(short.floor)))
    return DocumentError.exit_code if below else 0


def _check(options: argparse.Namespace) -> None:
    """Raise ``UsageError`` unless two folders are named, or the reviewed one."""
    named = [folder for folder in (options.gold, options.out) if folder is not None]
    if len(named) != (0 if options.reviewed else 2):
        raise UsageError("usage.gold_or_reviewed")


def _rules(evaluation: "Evaluation", options: argparse.Namespace, lang: Lang) -> str:
    """What each rule brought, as a table."""
    from notula.pipeline.evaluate.by_rule import by_rule, rules_table
    from notula.pipeline.evaluate.calibration import load_results

    return rules_table(by_rule(evaluation, load_results(options.reviewed or options.out)), lang)


def _reviewed(options: argparse.Namespace, lang: Lang) -> "tuple[Evaluation, str, str]":
    """The figures of the reviewed meetings, as a table, and as JSON."""
    from notula.pipeline.evaluate.reviewed import evaluate_reviewed, reviewed_table
    from notula.pipeline.store import open_store, sync

    with open_store(options.reviewed, create=False) as store:
        sync(store)
        found = evaluate_reviewed(store, options.only)
    return found.evaluation, reviewed_table(found, lang), found.as_json()
