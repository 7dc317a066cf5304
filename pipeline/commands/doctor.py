"""``notula doctor``: what of the programs for scans and old documents is there."""

import argparse

from notula.pipeline.commands.console import print_json, print_text
from notula.pipeline.commands.parser import Parser
from notula.pipeline.messages import Lang, say

SOMETHING_MISSING = 1


def arrange(parser: Parser) -> None:
    """The form of the answer."""
    parser.options.add_argument("--json", action="store_true", help=say("doctor.json", parser.lang))


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Print what is there and what is missing; 0, or 1 where something is missing."""
    from notula.pipeline.doctor import examine, missing, report

    findings = examine()
    if options.json:
        print_json([finding.as_plain(lang) for finding in findings])
    else:
        print_text(report(findings, lang) + "\n")
    return SOMETHING_MISSING if missing(findings) else 0
