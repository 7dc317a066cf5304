"""The list of owners to be mapped, added to an ``owners.csv``."""

from pathlib import Path

from notula.models.review import ReviewState
from notula.pipeline.export.files import replacing
from notula.pipeline.handover.guard import check_list
from notula.pipeline.handover.owners import ANY, Owners, read_lines, template
from notula.pipeline.handover.reading import open_reviewed, read_source
from notula.pipeline.handover.request import exporter_of
from notula.pipeline.handover.rows import unmapped
from notula.pipeline.text import fold


def add_missing(folder: Path, target: str, path: Path, *, pending: bool) -> dict[str, int]:
    """Add a line for each owner that ``path`` has none for; the names, and of how many follow-ups they are.

    Raises:
        UsageError: an unknown target, or a list that cannot be used.
        NoInputError: there is no folder of results.
        OutputError: the list cannot be written.
    """
    name = exporter_of(target).name
    check_list(folder, path)
    lines = read_lines(path) if path.exists() else []
    listed = {(fold(party), own.strip().lower() or ANY) for party, own, _ in lines}
    with open_reviewed(folder) as (store, _):
        wanted = (
            item
            for item in read_source(store, pending=pending).follow_ups
            if pending or item.state is not ReviewState.PENDING
        )
        missing = unmapped(wanted, Owners(lines), name)
    added = {party: count for party, count in missing.items() if not {(fold(party), name), (fold(party), ANY)} & listed}
    if added:
        with replacing(path) as temporary:
            temporary.write_bytes(template([*lines, *((party, name, "") for party in added)]))
    return added
