"""A request to export: from what the user asks for to a hand-over."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from notula.pipeline.errors import UsageError
from notula.pipeline.export.interface import Exporter, ExportOptions
from notula.pipeline.export.redact import redact_persons
from notula.pipeline.export.table import EXPORTERS
from notula.pipeline.handover.deliver import Done, Order, Scope, hand_over, plan_order
from notula.pipeline.handover.guard import check_output
from notula.pipeline.handover.ledger import LEDGER, Ledger, open_ledger
from notula.pipeline.handover.owners import OWNERS, Odd, Owners, odd_lines, read_owners
from notula.pipeline.handover.plan import Wanted
from notula.pipeline.handover.reading import open_reviewed, read_source
from notula.pipeline.handover.rows import Choice, collect
from notula.pipeline.messages import Lang
from notula.pipeline.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the user asks for.

    ``folder`` holds the results; ``output`` is a path, or a database's URL. ``owners`` None takes the folder's own
    ``owners.csv`` where there is one. ``destination`` tells places of the same kind apart in the ledger.
    """

    folder: Path
    target: str
    output: str | None = None
    owners: Path | None = None
    pending: bool = False
    redact: bool = False
    unassigned: bool = False
    require_due: bool = False
    scope: Scope = "changed"
    destination: str | None = None
    options: ExportOptions = field(default_factory=ExportOptions)
    lang: Lang = "id"


@dataclass(frozen=True, slots=True)
class Exported:
    """What came of a request: the hand-over (only its plan in a dry run), and what else the user should know.

    ``waiting`` follow-ups nobody has looked at; ``replaced`` is an earlier hand-over whose file this one replaced
    (number and follow-ups in it); ``unreadable`` are results that cannot be read.
    """

    done: Done
    waiting: int
    unreadable: tuple[str, ...]
    replaced: tuple[int, int] | None = None


def exporter_of(target: str) -> Exporter:
    """The exporter of a name.

    Raises:
        UsageError: there is none of that name.
    """
    if target not in EXPORTERS:
        raise UsageError("usage.unknown_target", target=target, known=", ".join(EXPORTERS))
    return EXPORTERS[target]


def export(request: Request, now: datetime, *, dry_run: bool = False) -> Exported:
    """Do what is asked for at ``now`` (an aware time); in a dry run only plan it.

    Raises:
        UsageError: an unknown target, no place to write to, owners or a ledger that cannot be used.
        NoInputError: there is no folder of results.
        OutputError: the target, the ledger or the store cannot be written.
    """
    order = order_of(request, dry_run=dry_run)
    if request.output and "://" not in request.output:
        spared = [request.owners] if request.owners else []
        check_output(
            request.folder, Path(request.output), spared=spared, tables=order.exporter.kind == "database"
        )
    owners = load_owners(request.folder, request.owners)
    with (
        open_reviewed(request.folder) as (store, unreadable),
        open_ledger(request.folder / LEDGER, must_exist=dry_run) as ledger,
    ):
        wanted = _wanted(store, request, order.exporter, owners, now)
        replaced = None if dry_run else _replaced(order, ledger)
        done = Done(plan_order(order, wanted, ledger)) if dry_run else hand_over(order, wanted, ledger)
    return Exported(done, len(wanted.held), unreadable, replaced)


def order_of(request: Request, *, dry_run: bool) -> Order:
    """The order of a request.

    Raises:
        UsageError: an unknown target, or no place to write to.
    """
    exporter = exporter_of(request.target)
    if request.output is None and not (dry_run and exporter.kind != "database"):
        raise UsageError("usage.no_output")
    place = request.output or ""
    order = Order(exporter, ledger_name(request), place, _shown(place), request.options, request.scope)
    if exporter.kind == "database" and "://" not in place and not Path(place).exists():
        return replace(order, scope="all")  # the database is gone, or new: it holds nothing of what the ledger says
    return order


def ledger_name(request: Request) -> str:
    """What the ledger calls the place: the target, and what tells places of its kind apart."""
    exporter, place = exporter_of(request.target), request.output or ""
    own = request.destination or request.options.project
    if own is None and exporter.kind == "database":
        own = _shown(place) if "://" in place else str(Path(place).resolve())
    return f"{exporter.name}:{own}" if own else exporter.name


def load_owners(folder: Path, path: Path | None) -> Owners:
    """The owners of a file, else of the folder's own, else none.

    Raises:
        UsageError: the file cannot be used.
    """
    if path is None and not (folder / OWNERS).is_file():
        return Owners()
    return read_owners(path or folder / OWNERS)


def odd_owners(folder: Path, path: Path | None = None) -> tuple[Odd, ...]:
    """The lines of the same file that can have no effect."""
    found = path or folder / OWNERS
    return odd_lines(found, EXPORTERS) if found.is_file() else ()


def _wanted(store: Store, request: Request, exporter: Exporter, owners: Owners, now: datetime) -> Wanted:
    choice = Choice(
        target=exporter.name,
        owners=owners,
        pending=request.pending,
        needs_account=exporter.accounts is not None and not request.unassigned,
        needs_due=request.require_due,
        anonymous=request.redact,
        lang=request.lang,
    )
    wanted = collect(read_source(store, pending=request.pending), choice, now)
    return replace(wanted, batch=redact_persons(wanted.batch)) if request.redact else wanted


def _replaced(order: Order, ledger: Ledger) -> tuple[int, int] | None:
    """The hand-over whose file lies where this one goes, and how many follow-ups it held."""
    if order.scope != "changed" or order.exporter.mode == "snapshot":
        return None
    last = next(reversed(ledger.batches(order.ledger_name)), None)
    if last is None or last.path != order.path or order.exporter.kind != "file" or not Path(order.place).exists():
        return None
    held = last.created if order.exporter.mode == "create" else last.created + last.updated + last.withdrawn
    return (last.number, held) if held else None


def _shown(place: str) -> str:
    """A place without the password of a URL."""
    if "://" not in place:
        return place
    parts = urlsplit(place)
    user = f"{parts.username}@" if parts.username else ""
    host = f"{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}"
    return urlunsplit((parts.scheme, user + host, parts.path, "", ""))
