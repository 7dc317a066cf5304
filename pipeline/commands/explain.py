"""``notula explain``: why an item is in a result."""

import argparse
from dataclasses import asdict

from notula.pipeline.commands.console import print_json, print_text
from notula.pipeline.commands.parser import Parser, path_argument, require_file
from notula.pipeline.commands.reading import arrange_reading, reading_settings
from notula.pipeline.messages import Lang, say


def arrange(parser: Parser) -> None:
    """The file, the item and the form."""
    lang = parser.lang
    parser.arguments.add_argument("file", metavar="FILE", type=path_argument, help=say("explain.file", lang))
    add = parser.options.add_argument
    add("--item", metavar="ID", help=say("explain.item", lang))
    add("--json", action="store_true", help=say("show.json", lang))
    arrange_reading(parser)
    add("--lexicon", metavar="FILE", type=path_argument, help=say("cli.lexicon", lang))
    add("--model", metavar="FILE", type=path_argument, help=say("cli.model", lang))


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print the explanation of the item, or without one the ids of all items; 0."""
    from notula.pipeline.confidence.model import load_model
    from notula.pipeline.explain import explain, explained_text, find_item, items_data, items_text, results_of
    from notula.pipeline.settings import Settings

    require_file(options.file)
    settings = Settings(lang=lang, lexicon=options.lexicon, model=options.model, **reading_settings(options))
    results = results_of(options.file, settings)
    if not options.item:
        if options.json:
            print_json(items_data(results))
        else:
            print_text(items_text(results, lang) + "\n")
        return 0
    explained = explain(*find_item(results, options.item), load_model(options.model))
    if options.json:
        print_json([asdict(each) | {"evidence": each.evidence.model_dump(mode="json")} for each in explained])
    else:
        print_text(explained_text(explained, lang) + "\n")
    return 0
