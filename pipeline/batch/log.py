"""What happens in a run as JSON lines, for programs: names, codes and figures, never a word of a document."""

import datetime as dt
import json
from typing import Any, TextIO

from notula.pipeline.batch.events import DocumentDone, Event, RunBegan, RunEnded
from notula.pipeline.batch.supervise import Incident
from notula.pipeline.errors import NotulaError


class JsonLog:
    """Writes each event as an object with ``time`` (UTC), ``event`` and what belongs to it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __call__(self, event: Event) -> None:
        """Write an event."""
        name, details = _told(event)
        self._write(name, details)

    def trouble(self, trouble: NotulaError) -> None:
        """Write why a run ended before its end."""
        self._write("error", {"exit_code": trouble.exit_code, "message": trouble.message("en")})

    def notice(self, event: str, path: str) -> None:
        """Write that something is waited for, or is over, at a path."""
        self._write(event, {"path": path})

    def _write(self, event: str, details: dict[str, Any]) -> None:
        now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
        self._stream.write(json.dumps({"time": now, "event": event, **details}) + "\n")
        self._stream.flush()


def _told(event: Event) -> tuple[str, dict[str, Any]]:
    if isinstance(event, RunBegan):
        return "run_began", {"files": event.total, "workers": event.workers, "version": event.version}
    if isinstance(event, DocumentDone):
        entry = event.entry
        return "document", {
            "path": entry.path,
            "status": entry.status,
            "code": entry.code,
            "seconds": round(sum(entry.seconds.values()), 3),
            "tries": entry.tries,
            "unchanged": event.unchanged,
            "same_as": entry.same_as,
            "done": event.done,
            "files": event.total,
        }
    if isinstance(event, Incident):
        return "worker_lost", {
            "path": event.job.name, "trouble": event.trouble, "how": event.how, "tries": event.tries,
        }  # fmt: skip
    return "run_ended", _figures(event)


def _figures(event: RunEnded) -> dict[str, Any]:
    tally = event.tally
    return {
        "files": tally.files,
        **{status: tally.statuses[status] for status in ("ok", "partial", "failed")},
        "failed_by_code": dict(sorted(tally.codes.items())),
        "unchanged": tally.unchanged,
        "seconds": round(tally.seconds, 3),
        "interrupted": event.interrupted,
        "exit_code": event.exit_code,
    }
