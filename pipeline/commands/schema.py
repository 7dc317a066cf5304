"""``notula schema``: the JSON Schema of what is written."""

import argparse

from notula.pipeline.commands.console import print_json
from notula.pipeline.commands.parser import Parser
from notula.pipeline.messages import Lang, say


def arrange(parser: Parser) -> None:
    """What to describe."""
    choices = ("result", "manifest", "feed")
    parser.options.add_argument("--of", choices=choices, default="result", help=say("schema.of", parser.lang))


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print the schema; 0."""
    from notula.pipeline.schema import json_schema

    print_json(json_schema(options.of))
    return 0
