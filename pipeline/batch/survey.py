"""What is on record of a whole run, counted: of the same size however many documents there are.

The ledger is read row by row. What can have as many values as there are documents (owners) is counted by SQLite.
"""

import heapq
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from notula.pipeline.batch.figures import BINS, NO_DAY, figures_of_files
from notula.pipeline.batch.ledger import Ledger
from notula.pipeline.batch.places import Place

SLOWEST: Final = 10
OWNERS: Final = 20
MOST_FAILED: Final = 200
MOST_LISTED: Final = 500
_ROWS = "SELECT entry, figures FROM documents WHERE run = :run AND entry IS NOT NULL ORDER BY key"
_OWNERS = (
    "SELECT o.key, sum(json_extract(o.value, '$[0]')), sum(json_extract(o.value, '$[1]')), count(*) OVER () "
    "FROM documents, json_each(documents.figures, '$.owners') AS o WHERE run = :run AND entry IS NOT NULL "
    f"GROUP BY o.key ORDER BY 2 DESC, 1 LIMIT {OWNERS}"
)
Line = dict[str, Any]
"""A line of the manifest."""


@dataclass(frozen=True, slots=True)
class Owner:
    """How many follow-ups somebody has, and how many of them are to be reviewed."""

    name: str
    follow_ups: int
    to_review: int


@dataclass(slots=True)
class Survey:
    """The counts of a run, and as many lines of its manifest as a page can show.

    ``months`` counts follow-ups by the month they are due in, ``undated`` those without a day. ``ready`` counts them by
    the probability that they are right, in tenths, ``unsure`` those that have none. ``slowest`` has seconds and lines,
    the longest first. ``owner_count`` is that of all owners, ``owners`` has those with most.
    """

    statuses: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    meetings: int = 0
    follow_ups: int = 0
    to_review: int = 0
    same: int = 0
    months: Counter[str] = field(default_factory=Counter)
    undated: int = 0
    ready: list[int] = field(default_factory=lambda: [0] * BINS)
    unsure: int = 0
    owners: list[Owner] = field(default_factory=list)
    owner_count: int = 0
    slowest: list[tuple[float, Line]] = field(default_factory=list)
    failed: list[Line] = field(default_factory=list)
    partial: list[Line] = field(default_factory=list)
    listed: list[Line] = field(default_factory=list)

    @property
    def files(self) -> int:
        """How many files there are."""
        return self.statuses.total()


def survey(ledger: Ledger, place: Place) -> Survey:
    """The counts of what the ledger's run has on record."""
    ledger.complete(lambda entry: figures_of_files(place, json.loads(entry)["results"]))
    found = Survey()
    found.slowest = heapq.nlargest(SLOWEST, _counted(ledger, found), key=lambda each: each[0])
    for name, follow_ups, to_review, owners in ledger.ask(_OWNERS):
        found.owners.append(Owner(name, follow_ups, to_review))
        found.owner_count = owners
    return found


def _counted(ledger: Ledger, into: Survey) -> Iterator[tuple[float, Line]]:
    """The seconds and line of each document that took time, all of them counted on the way."""
    for entry, figures in ledger.ask(_ROWS):
        line: Line = json.loads(entry)
        _count_line(line, into)
        _count_figures(json.loads(figures), into)
        if seconds := sum(line["seconds"].values()):
            yield seconds, line


def _count_line(line: Line, into: Survey) -> None:
    status = line["status"]
    into.statuses[status] += 1
    into.meetings += line["meetings"]
    into.follow_ups += line["follow_ups"]
    into.to_review += line["to_review"]
    into.same += line["same_as"] is not None
    if status == "failed":
        into.codes[line["code"] or "?"] += 1
    else:
        _keep(line, into.listed, MOST_LISTED)
    if status != "ok":
        _keep(line, into.failed if status == "failed" else into.partial, MOST_FAILED)


def _keep(line: Line, lines: list[Line], most: int) -> None:
    if len(lines) < most:
        lines.append(line)


def _count_figures(figures: dict[str, Any], into: Survey) -> None:
    for month, count in figures["due"].items():
        if month == NO_DAY:
            into.undated += count
        else:
            into.months[month] += count
    for at, count in enumerate(figures["ready"]):
        if at < BINS:
            into.ready[at] += count
        else:
            into.unsure += count
