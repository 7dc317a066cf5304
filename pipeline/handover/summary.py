"""A plan, a hand-over and a ledger as text for people and as data for programs."""

from collections.abc import Iterable, Iterator
from typing import Any

from notula.models.handover import MeetingRow
from notula.models.ledger import Block, Entry, PlanItem, Verdict
from notula.pipeline.handover.changes import change_line
from notula.pipeline.handover.deliver import Done
from notula.pipeline.handover.ledger import Ledger
from notula.pipeline.handover.plan import count
from notula.pipeline.messages import Lang, say
from notula.pipeline.text import squeeze

_SHOWN, _WIDTH = 20, 90  # items of a verdict, characters of a title
_ORDER = (Verdict.CREATE, Verdict.UPDATE, Verdict.WITHDRAWN, Verdict.BLOCKED, Verdict.UNCHANGED)


def plan_text(plan: tuple[PlanItem, ...], lang: Lang) -> str:
    """The counts, and under them what is not unchanged, with reasons and changes."""
    counts = count(plan)
    lines = [", ".join(f"{counts[verdict]} {say(f'handover.{verdict}', lang)}" for verdict in _ORDER)]
    for verdict in _ORDER[:-1]:
        items = [item for item in plan if item.verdict is verdict]
        for item in items[:_SHOWN]:
            lines.append(f"  {say(f'handover.{verdict}', lang)}: {_title(item, lang)}")
            lines += [f"      {line}" for line in _details(item, lang)]
        if len(items) > _SHOWN:
            lines.append(say("handover.more", lang, count=str(len(items) - _SHOWN)))
    return "\n".join(lines) + "\n"


def plan_data(plan: tuple[PlanItem, ...], lang: Lang) -> dict[str, Any]:
    """The plan for programs."""
    return {
        "counts": {verdict.value: number for verdict, number in count(plan).items()},
        "items": [_item_data(item, lang) for item in plan],
    }


def done_text(done: Done, lang: Lang) -> str:
    """What was written where, and what is left to do by hand."""
    if done.report is None:
        return ""
    paths = done.report.paths
    lines = [say("handover.written", lang, count=str(done.report.written), path=paths[0] if paths else "-")]
    lines += [say("handover.beside", lang, path=path) for path in paths[1:6]]
    if len(paths) > 6:
        lines.append(say("handover.beside", lang, path=f"… ({len(paths) - 6})"))
    lines += [say(f"export.note.{note.code}", lang, count=str(note.count)) for note in done.report.notes]
    if done.changes:
        lines.append(say("handover.by_hand", lang, count=str(done.by_hand), path=str(done.changes)))
    return "\n".join(lines) + "\n"


def ledger_text(ledger: Ledger, targets: Iterable[str], lang: Lang, *, entries_too: bool = False) -> str:
    """Each target's entries counted, and its hand-overs; with ``entries_too`` each entry on a line."""
    lines: list[str] = []
    for target in targets:
        entries = ledger.entries(target).values()
        keys = sum(entry.key is not None for entry in entries)
        withdrawn = sum(bool(entry.withdrawn) for entry in entries)
        lines.append(say("ledger.heading", lang, target=target, count=str(len(entries)), keys=str(keys),
                         withdrawn=str(withdrawn)))  # fmt: skip
        for batch in ledger.batches(target):
            counts = {name: str(getattr(batch, name)) for name in ("number", "created", "updated", "withdrawn")}
            lines.append(say("ledger.batch", lang, at=batch.at, path=batch.path or "-", **counts))
        if entries_too:
            lines += [_entry_line(entry, lang) for entry in entries]
    return "\n".join(lines or [say("ledger.empty", lang)]) + "\n"


def _entry_line(entry: Entry, lang: Lang) -> str:
    state = f" ({say('handover.withdrawn', lang)})" if entry.withdrawn else ""
    return f"  {entry.id}  {entry.key or '-'}  r{entry.revision}  {entry.changed}{state}"


def ledger_data(ledger: Ledger, targets: Iterable[str]) -> dict[str, Any]:
    """The same with every entry, for programs."""
    return {
        target: {
            "entries": [
                {"id": entry.id, "key": entry.key, "revision": entry.revision, "sha256": entry.digest or None,
                 "sent_at": entry.changed, "withdrawn": bool(entry.withdrawn), "batch": entry.batch}
                for entry in ledger.entries(target).values()
            ],
            "batches": [
                {"number": batch.number, "at": batch.at, "path": batch.path, "created": batch.created,
                 "updated": batch.updated, "withdrawn": batch.withdrawn}
                for batch in ledger.batches(target)
            ],
        }
        for target in targets
    }  # fmt: skip


def block_text(block: Block, lang: Lang) -> str:
    """Why something is blocked."""
    return say(f"export.blocked.{block.code}", lang, about=squeeze(block.about))


def _details(item: PlanItem, lang: Lang) -> Iterator[str]:
    yield from (block_text(block, lang) for block in item.blocks)
    yield from (change_line(change, lang) for change in item.changes)


def _title(item: PlanItem, lang: Lang) -> str:
    title = squeeze(item.row.action) or say("handover.untitled", lang)
    title = title if len(title) <= _WIDTH else title[: _WIDTH - 1] + "…"
    return f"{title} [{_meeting(item.meeting)}]"


def _meeting(meeting: MeetingRow) -> str:
    title = squeeze(meeting.title or meeting.filename)
    return f"{meeting.date or '-'}, {title if len(title) <= 50 else title[:49] + '…'}"


def _item_data(item: PlanItem, lang: Lang) -> dict[str, Any]:
    return {
        "id": item.row.id,
        "verdict": item.verdict.value,
        "action": item.row.action,
        "meeting_id": item.row.meeting_id,
        "key": item.row.key,
        "revision": item.row.revision,
        "reasons": [
            {"code": block.code, "about": block.about, "message": block_text(block, lang)} for block in item.blocks
        ],
        "changes": [
            {"field": change.field, "old": change.old, "new": change.new} for change in item.changes
        ],
    }  # fmt: skip
