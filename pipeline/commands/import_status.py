"""``notula import-status``: what another tool says about the state of our items."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from notula.pipeline.commands.console import print_text
from notula.pipeline.commands.parser import Parser, path_argument, require_file
from notula.pipeline.errors import DocumentError
from notula.pipeline.messages import Lang, say

if TYPE_CHECKING:
    from notula.pipeline.handover.import_status import Imported


def arrange(parser: Parser) -> None:
    """The tool's export and the folder of results."""
    lang = parser.lang
    parser.arguments.add_argument("file", metavar="FILE", type=path_argument, help=say("import-status.file", lang))
    add = parser.options.add_argument
    add("--from", metavar="DIR", dest="folder", type=path_argument, default=Path("outputs"),
        help=say("export.from", lang))  # fmt: skip
    add("--target", metavar="NAME", help=say("import-status.target", lang))
    add("--dry-run", action="store_true", help=say("import-status.dry_run", lang))


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Take the statuses over; 1 where something of the export was not taken."""
    from notula.pipeline.handover.coming_back import import_from

    require_file(options.file)
    found = import_from(options.folder, options.file, target=options.target, dry_run=options.dry_run, lang=lang)
    key = "import-status.would" if options.dry_run else "import-status.done"
    lines = [say(key, lang, changed=str(len(found.changed)), same=str(found.same), without=str(found.without))]
    print_text("\n".join([*lines, *_troubles(found, lang)]) + "\n")
    return 0 if found.whole else DocumentError.exit_code


def _troubles(found: "Imported", lang: Lang) -> Iterator[str]:
    yield from (say("import-status.unknown", lang, id=item) for item in found.unknown)
    yield from (say("import-status.word", lang, id=item, word=word) for item, word in found.words)
    yield from (say("import-status.date", lang, id=item, text=text) for item, text in found.dates)
    yield from (say("import-status.disagreeing", lang, id=item) for item in found.disagreeing)
    for item, trouble in found.refused:
        yield say("import-status.refused", lang, id=item, message=trouble.message(lang))
