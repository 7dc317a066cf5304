"""The list of changes for a person: what to alter in a tool that cannot take updates."""

from collections.abc import Iterable
from pathlib import Path

from notula.models.ledger import Change, PlanItem, Verdict
from notula.pipeline.export.files import text_file
from notula.pipeline.messages import Lang, say
from notula.pipeline.text import squeeze

_LONGEST = 300  # characters of a value; the whole text stands in the minutes


def write_changes(items: Iterable[PlanItem], path: str, number: int, lang: Lang) -> Path:
    """Write the list beside the target's file; its path, which has the number of the hand-over.

    Raises:
        OutputError: it cannot be written.
    """
    target = Path(f"{path}.{say('handover.changes_name', lang)}-{number:04d}.md")
    with text_file(target) as file:
        file.write(changes_text(items, lang))
    return target


def changes_text(items: Iterable[PlanItem], lang: Lang) -> str:
    """The list in Markdown: withdrawn items and changed fields, each with the tool's key or our id."""
    lines = [f"# {say('handover.changes_title', lang)}", "", say("handover.changes_about", lang), ""]
    for item in items:
        where = f"`{item.row.key}`" if item.row.key else say("handover.find_by_id", lang, id=item.row.id)
        lines += [f"## {_escaped(_shown(item.row.action))}", "", f"- {where}"]
        if item.verdict is Verdict.WITHDRAWN:
            lines.append(f"- {say('handover.close_it', lang)}")
        elif item.entry and item.entry.withdrawn:
            lines.append(f"- {say('handover.reopen_it', lang)}")
        lines += [f"- {_escaped(change_line(change, lang))}" for change in item.changes]
        if item.verdict is Verdict.UPDATE and not item.changes and not (item.entry and item.entry.withdrawn):
            lines.append(f"- {say('handover.compare_it', lang)}")
        lines.append("")
    return "\n".join(lines)


def change_line(change: Change, lang: Lang) -> str:
    """One field: from what to what, in plain words."""
    old, new = (_shown(_worded(change.field, value, lang)) for value in (change.old, change.new))
    return f"{say(f'handover.field.{change.field}', lang)}: {old} → {new}"


def _worded(field: str, value: str | None, lang: Lang) -> str | None:
    """A status or a state of review in the user's words, any other value as it is."""
    return say(f"export.{field}.{value}", lang) if value and field in ("status", "review") else value


def _shown(value: str | None) -> str:
    """A value on one line, cut to a readable length."""
    if value is None:
        return "–"
    line = squeeze(value)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _escaped(line: str) -> str:
    """A line with nothing that Markdown would take for its own."""
    return "".join("\\" + char if char in "\\`*_[]<>#|" else char for char in line)
