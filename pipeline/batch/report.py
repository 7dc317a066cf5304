"""The summary that closes a run, for people."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from notula.models.manifest import Entry
from notula.pipeline.batch.plan import MANIFEST
from notula.pipeline.batch.run import Batch
from notula.pipeline.messages import Lang, say
from notula.pipeline.tables import columns

_MOST_ROWS = 60  # a longer table helps nobody: files that went well are then only counted
_MOST_SKIPPED = 10
_LONGEST = 61  # of a name in the table; the manifest has it whole
_HEADS = ("file", "status", "meetings", "follow_ups", "to_review", "note")


def summary(batch: Batch, out: Path, lang: Lang = "id") -> str:
    """The run's files, each with its status and counts, the totals, and where the results are."""
    shown = batch.entries
    if len(shown) > _MOST_ROWS:
        shown = tuple(entry for entry in shown if entry.status != "ok")
    parts = [_table(shown, lang)] if shown else []
    if hidden := len(batch.entries) - len(shown):
        parts.append(say("report.hidden", lang, count=str(hidden)))
    parts.append(_totals(batch.entries, lang))
    if batch.skipped:
        parts.append(_skipped(batch.skipped, lang))
    if batch.interrupted:
        parts.append(say("report.interrupted", lang))
    parts.append(say("report.where", lang, path=str(out), manifest=str(out / MANIFEST)))
    return "\n\n".join(parts)


def failure_line(entry: Entry) -> str:
    """A failed file in one line."""
    return f"{printable(entry.path)}: {entry.code}: {entry.message}"


def printable(name: str) -> str:
    """A name in one line: characters that are not printed stand as escapes."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in name)


def _short(name: str) -> str:
    """A name in one line, an over-long one without its middle."""
    shown, half = printable(name), (_LONGEST - 3) // 2
    return shown if len(shown) <= _LONGEST else f"{shown[:half]}...{shown[-half:]}"


def _table(entries: Sequence[Entry], lang: Lang) -> str:
    rows = [_row(entry, lang) for entry in entries]
    return columns(rows, [say(f"report.{name}", lang) for name in _HEADS], right=(2, 3, 4))


def _row(entry: Entry, lang: Lang) -> list[str]:
    counts = [str(count) for count in (entry.meetings, entry.follow_ups, entry.to_review)]
    if entry.status == "failed":
        counts = ["-"] * len(counts)
    note = f"{entry.code}: {entry.message}" if entry.code else ""
    return [_short(entry.path), say(f"report.{entry.status}", lang), *counts, note]


def _totals(entries: Sequence[Entry], lang: Lang) -> str:
    by_status = Counter(entry.status for entry in entries)
    return say(
        "report.totals",
        lang,
        files=str(len(entries)),
        ok=str(by_status["ok"]),
        partial=str(by_status["partial"]),
        failed=str(by_status["failed"]),
        meetings=str(sum(entry.meetings for entry in entries)),
        follow_ups=str(sum(entry.follow_ups for entry in entries)),
        to_review=str(sum(entry.to_review for entry in entries)),
    )


def _skipped(names: Sequence[str], lang: Lang) -> str:
    listed = ", ".join(_short(name) for name in names[:_MOST_SKIPPED]) + (", ..." if len(names) > _MOST_SKIPPED else "")
    return say("report.skipped", lang, count=str(len(names)), names=listed)
