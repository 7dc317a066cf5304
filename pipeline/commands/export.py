"""``notula export``: reviewed follow-ups handed over to another tool."""

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from notula.pipeline.commands.console import print_json, print_text
from notula.pipeline.commands.owners import tell_odd
from notula.pipeline.commands.parser import Parser, path_argument
from notula.pipeline.errors import DocumentError, UsageError
from notula.pipeline.export.names import TARGETS
from notula.pipeline.messages import Lang, say

if TYPE_CHECKING:
    from notula.pipeline.handover.request import Exported, Request


def arrange(parser: Parser) -> None:
    """The target, what goes into it, and the target's own options."""
    lang = parser.lang
    parser.arguments.add_argument("target", metavar="TARGET", nargs="?", help=say("export.target", lang))
    add = parser.options.add_argument
    add("--from", metavar="DIR", dest="folder", type=path_argument, default=Path("outputs"),
        help=say("export.from", lang))  # fmt: skip
    add("-o", "--output", metavar="FILE", help=say("export.output", lang))
    add("--list", action="store_true", help=say("export.list", lang))
    add("--dry-run", action="store_true", help=say("export.dry_run", lang))
    add("--json", action="store_true", help=say("export.json", lang))
    add("--include-pending", action="store_true", help=say("export.include_pending", lang))
    add("--redact", choices=("persons",), help=say("export.redact", lang))
    add("--owners", metavar="FILE", type=path_argument, help=say("export.owners", lang))
    add("--unassigned", action="store_true", help=say("export.unassigned", lang))
    add("--require-due", action="store_true", help=say("export.require_due", lang))
    add("--scope", choices=("changed", "again", "all"), default="changed", help=say("export.scope", lang))
    add("--destination", metavar="NAME", help=say("export.destination", lang))
    add("--separator", choices=(";", ","), default=";", help=say("export.separator", lang))
    add("--project", metavar="NAME", help=say("export.project", lang))
    add("--by-owner", action="store_true", help=say("export.by_owner", lang))
    add("--events", action="store_true", help=say("export.events", lang))
    add("--rows-per-file", metavar="N", type=int, help=say("export.rows_per_file", lang))
    add("--prefix", metavar="NAME", default="notula_", help=say("export.prefix", lang))


def run(options: argparse.Namespace, lang: Lang) -> int:
    """Hand over, or show the plan; 1 where something is blocked or cannot be read."""
    if options.list:
        print_text("".join(f"{name:<14} {say(f'export.about.{name}', lang)}\n" for name in TARGETS))
        return 0
    if options.target is None:
        raise UsageError("usage.no_target")
    from notula.pipeline.handover.owners import OWNERS
    from notula.pipeline.handover.request import export, odd_owners

    exported = export(_request(options, lang), datetime.now(UTC), dry_run=options.dry_run)
    _tell(exported, options, lang)
    tell_odd(odd_owners(options.folder, options.owners), options.owners or options.folder / OWNERS, lang)
    blocked = any(item.blocks for item in exported.done.plan)
    return DocumentError.exit_code if blocked or exported.unreadable else 0


def _request(options: argparse.Namespace, lang: Lang) -> "Request":
    from pydantic import ValidationError

    from notula.pipeline.export.interface import ExportOptions
    from notula.pipeline.handover.request import Request

    own = {name: getattr(options, name) for name in ExportOptions.model_fields}
    try:
        wanted = ExportOptions(**own)
    except ValidationError as trouble:
        name = str(trouble.errors()[0]["loc"][0])
        option = "--" + name.replace("_", "-")
        raise UsageError("argparse.value", name=option, rest=str(own[name])) from trouble
    return Request(
        folder=options.folder,
        target=options.target,
        output=options.output,
        owners=options.owners,
        pending=options.include_pending,
        redact=options.redact is not None,
        unassigned=options.unassigned,
        require_due=options.require_due,
        scope=options.scope,
        destination=options.destination,
        options=wanted,
        lang=lang,
    )


def _tell(exported: "Exported", options: argparse.Namespace, lang: Lang) -> None:
    """Print the plan and what was written; what needs the user's attention goes to standard error."""
    from notula.pipeline.handover.summary import done_text, plan_data, plan_text

    done = exported.done
    if options.json:
        print_json(plan_data(done.plan, lang))
    else:
        print_text(plan_text(done.plan, lang) + done_text(done, lang))
    for line in _warnings(exported, options, lang):
        print(f"notula: {line}", file=sys.stderr)


def _warnings(exported: "Exported", options: argparse.Namespace, lang: Lang) -> Iterator[str]:
    waiting = str(exported.waiting)
    if exported.waiting:
        yield say("handover.waiting" if exported.done.plan else "handover.nothing_reviewed", lang, count=waiting)
    names = {block.about for item in exported.done.plan for block in item.blocks if block.code == "owner_not_mapped"}
    if names:
        yield say("handover.unmapped", lang, count=str(len(names)), target=options.target)
    if exported.replaced:
        number, count = map(str, exported.replaced)
        yield say("handover.replaced", lang, path=options.output, number=number, count=count)
    yield from (say("handover.unreadable", lang, path=path) for path in exported.unreadable)
