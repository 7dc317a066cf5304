"""``notula run``: files and folders into results."""

import argparse
import sys
from pathlib import Path

from notula.pipeline.commands.console import print_text
from notula.pipeline.commands.parser import Parser, path_argument
from notula.pipeline.messages import Lang, say


def arrange(parser: Parser) -> None:
    """The inputs, where the results go, and the word list."""
    lang = parser.lang
    parser.arguments.add_argument("paths", metavar="PATH", nargs="+", type=path_argument, help=say("run.paths", lang))
    parser.options.add_argument(
        "-o", "--output", metavar="DIR", type=path_argument, default=Path("outputs"), help=say("run.output", lang)
    )
    parser.options.add_argument("--lexicon", metavar="FILE", type=path_argument, help=say("cli.lexicon", lang))
    parser.options.add_argument("--quiet", action="store_true", help=say("run.quiet", lang))


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Read the inputs; the exit code of the batch."""
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
        print_text(summary(batch, options.output, lang) + "\n")
    return batch.exit_code
