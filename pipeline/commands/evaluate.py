"""``notula evaluate``: results compared with annotations."""

import argparse

from notula.pipeline.commands.parser import Parser, path_argument
from notula.pipeline.errors import DocumentError
from notula.pipeline.messages import Lang, say


def arrange(parser: Parser) -> None:
    """The two folders and what to print."""
    lang = parser.lang
    parser.arguments.add_argument("gold", metavar="GOLD", type=path_argument, help=say("evaluate.gold_folder", lang))
    parser.arguments.add_argument("out", metavar="OUT", type=path_argument, help=say("evaluate.out_folder", lang))
    add = parser.options.add_argument
    add("--json", metavar="FILE", type=path_argument, help=say("evaluate.json", lang))
    add("--misses", action="store_true", help=say("evaluate.misses", lang))
    add("--only", metavar="TEXT", default="", help=say("evaluate.only", lang))
    add("--floor", metavar="FILE", type=path_argument, help=say("evaluate.floor", lang))
    add("--section", metavar="NAME", help=say("evaluate.section", lang))
    add("--toml", action="store_true", help=say("evaluate.toml", lang))


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print the figures; 1 where one is below its floor."""
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
