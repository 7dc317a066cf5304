"""``notula show``: one file as text for people."""

import argparse

from notula.pipeline.commands.console import print_json, print_text
from notula.pipeline.commands.parser import Parser, path_argument, require_file
from notula.pipeline.commands.reading import arrange_reading, reading_settings
from notula.pipeline.messages import Lang, say

STAGES = ("lines", "blocks", "sections", "result")


def arrange(parser: Parser) -> None:
    """The file, the stage and the form."""
    lang = parser.lang
    parser.arguments.add_argument("file", metavar="FILE", type=path_argument, help=say("show.file", lang))
    parser.options.add_argument("--stage", choices=STAGES, default="result", help=say("show.stage", lang))
    parser.options.add_argument("--part", metavar="N", type=int, help=say("show.part", lang))
    parser.options.add_argument("--json", action="store_true", help=say("show.json", lang))
    arrange_reading(parser)
    parser.options.add_argument("--lexicon", metavar="FILE", type=path_argument, help=say("cli.lexicon", lang))


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print the file; 0."""
    from notula.pipeline.settings import Settings
    from notula.pipeline.show import load_stage, stage_text, to_plain

    require_file(options.file)
    settings = Settings(lang=lang, lexicon=options.lexicon, **reading_settings(options))
    if options.json:
        print_json(to_plain(load_stage(options.file, options.stage, settings, options.part)))
    else:
        print_text(stage_text(options.file, options.stage, settings, options.part) + "\n")
    return 0
