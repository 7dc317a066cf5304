"""The summary that closes a run, for people."""

from collections.abc import Sequence

from notula.models.manifest import Entry
from notula.pipeline.addresses import Location
from notula.pipeline.batch.job import MANIFEST
from notula.pipeline.batch.progress import duration
from notula.pipeline.batch.run import Batch
from notula.pipeline.batch.tally import MOST_ROWS, Tally
from notula.pipeline.messages import Lang, say
from notula.pipeline.tables import columns
from notula.pipeline.text import printable

_LONGEST = 61  # of a name in the table; the manifest has it whole
_SLOW = 1.0  # seconds: what takes less is not called slow
_HEADS = ("file", "status", "meetings", "follow_ups", "to_review", "note")


def summary(batch: Batch, out: Location, lang: Lang = "id", page: Location | None = None) -> str:
    """The run's files, each with its status and counts, the totals, and where the results (and the report) are."""
    tally = batch.tally
    shown = tally.rows()
    parts = [_table(shown, lang)] if shown else []
    if hidden := _hidden(tally, len(shown), lang):
        parts.append(hidden)
    parts.append("\n".join([_totals(tally, lang), *_remarks(tally, lang)]))
    if batch.skipped[0]:
        parts.append(_skipped(*batch.skipped, lang))
    if batch.interrupted:
        parts.append(say("report.interrupted", lang))
    where = say("report.where", lang, path=str(out), manifest=str(out / MANIFEST))
    parts.append(f"{where}\n{say('report.page', lang, path=str(page))}" if page else where)
    return "\n\n".join(parts)


def failure_line(entry: Entry) -> str:
    """A failed file in one line."""
    return f"{printable(entry.path)}: {entry.code}: {entry.message}"


def _short(name: str) -> str:
    """A name in one line, an over-long one without its middle."""
    shown, half = printable(name), (_LONGEST - 3) // 2
    return shown if len(shown) <= _LONGEST else f"{shown[:half]}...{shown[-half:]}"


def _hidden(tally: Tally, shown: int, lang: Lang) -> str:
    """What the table leaves out: files that went well, and others where they are too many."""
    if tally.files <= MOST_ROWS:
        return ""
    well = tally.statuses["ok"]
    rest = tally.files - well - shown
    said = [say("report.hidden", lang, count=str(well))] if well else []
    return "\n".join([*said, say("report.more", lang, count=str(rest))] if rest else said)


def _table(entries: Sequence[Entry], lang: Lang) -> str:
    rows = [_row(entry, lang) for entry in entries]
    return columns(rows, [say(f"report.{name}", lang) for name in _HEADS], right=(2, 3, 4))


def _row(entry: Entry, lang: Lang) -> list[str]:
    counts = [str(count) for count in (entry.meetings, entry.follow_ups, entry.to_review)]
    if entry.status == "failed":
        counts = ["-"] * len(counts)
    note = f"{entry.code}: {entry.message}" if entry.code else ""
    return [_short(entry.path), say(f"report.{entry.status}", lang), *counts, note]


def _totals(tally: Tally, lang: Lang) -> str:
    return say(
        "report.totals",
        lang,
        files=str(tally.files),
        ok=str(tally.statuses["ok"]),
        partial=str(tally.statuses["partial"]),
        failed=str(tally.statuses["failed"]),
        meetings=str(tally.meetings),
        follow_ups=str(tally.follow_ups),
        to_review=str(tally.to_review),
    )


def _remarks(tally: Tally, lang: Lang) -> list[str]:
    """Lines on failures by code, on what was not read, on what was tried twice, and on what took longest."""
    said = []
    if len(tally.codes) > 1:
        codes = ", ".join(f"{code} {count}" for code, count in sorted(tally.codes.items()))
        said.append(say("report.codes", lang, codes=codes))
    for name, count in (("unchanged", tally.unchanged), ("same", tally.same), ("retried", tally.retried)):
        if count:
            said.append(say(f"report.{name}", lang, count=str(count)))
    slow = [(seconds, name) for seconds, name in tally.slowest() if seconds >= _SLOW]
    if slow:
        named = ", ".join(f"{_short(name)} ({seconds:.1f} s)" for seconds, name in slow)
        said.append(say("report.slowest", lang, names=named))
    if tally.seconds >= 1:
        said.append(say("report.time", lang, time=duration(tally.seconds)))
    return said


def _skipped(count: int, names: Sequence[str], lang: Lang) -> str:
    listed = ", ".join(_short(name) for name in names) + (", ..." if count > len(names) else "")
    return say("report.skipped", lang, count=str(count), names=listed)
