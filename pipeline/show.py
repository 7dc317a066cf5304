"""Stages and results as readable text for people, or as plain data for programs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel

from notula.models.blocks import Block, Document, Grid
from notula.models.issue import Issue
from notula.models.minutes import Agreement, FollowUp, Item, Meeting, Party
from notula.models.result import Result
from notula.models.sections import Sections
from notula.models.source import Line, Source, Table
from notula.pipeline import run
from notula.pipeline.errors import UsageError
from notula.pipeline.lexicon import load_lexicon
from notula.pipeline.messages import MESSAGES, Lang, say
from notula.pipeline.settings import Settings
from notula.pipeline.tables import grid

Stage = Literal["lines", "blocks", "sections", "result"]
_WIDTH = 110


def load_stage(path: Path, stage: Stage, settings: Settings, part: int | None = None) -> Source | tuple[Any, ...]:
    """What a stage makes of a file.

    ``lines`` gives a Source, the others one value per meeting: ``blocks`` Documents, ``sections`` Sections, ``result``
    Results; only the meeting numbered ``part`` (from 1) where that is not None.

    Raises:
        DocumentError: the file cannot be read.
        UsageError: there is no such part.
    """
    if stage == "result":
        return _only(run.process(path, settings).results, part)
    source = run.read_source(path, settings)
    if stage == "lines":
        if part is not None:
            raise UsageError("usage.part_of_lines")
        return source
    lexicon = load_lexicon(settings.lexicon)
    documents = _only(run.build_documents(source, lexicon), part)
    return documents if stage == "blocks" else tuple(run.find_sections(document, lexicon) for document in documents)


def stage_text(path: Path, stage: Stage, settings: Settings, part: int | None = None) -> str:
    """What a stage makes of a file, as text for people; arguments and errors as for ``load_stage``."""
    return _RENDERERS[stage](load_stage(path, stage, settings, part), settings.lang)


def _only(meetings: tuple[Any, ...], part: int | None) -> tuple[Any, ...]:
    if part is None:
        return meetings
    if not 1 <= part <= len(meetings):
        raise UsageError("usage.part", part=str(part), parts=str(len(meetings)))
    return meetings[part - 1 : part]


def to_plain(value: Any) -> Any:
    """Any stage's output as dicts, lists and plain values; private fields are left out."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_plain(getattr(value, f.name)) for f in fields(value) if not f.name.startswith("_")}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: to_plain(own) for name, own in value._asdict().items()}
    if isinstance(value, tuple | list):
        return [to_plain(own) for own in value]
    return value.value if isinstance(value, Enum) else value


# --- lines -----------------------------------------------------------------------------------------------------------


def source_text(source: Source) -> str:
    """A source's lines, each with its place and looks, and its tables as grids."""
    pages = f", {source.pages} pages" if source.pages is not None else ""
    head = f"{source.media_type}{pages}, text from {source.text_from}, {'wrapped' if source.wrapped else 'whole'} lines"
    body = [_table(part) if isinstance(part, Table) else _line(part) for part in source.content]
    notes = [f"! {note.code} {dict(note.details)}" for note in source.notes]
    return "\n".join([head, "", *body, *notes])


def _line(line: Line) -> str:
    marker = f"{line.marker} " if line.marker else ""
    text = line.text.replace("\t", " -> ")
    return f"{_place(line):<28} {_looks(line):<18} {marker}{text}".rstrip()


def _place(part: Line | Table) -> str:
    shown = part.shown if isinstance(part, Line) else None
    if box := shown or part.box:
        return f"p{box.page} {box.x0:.0f},{box.top:.0f} - {box.x1:.0f},{box.bottom:.0f}"
    return part.place or "-"


def _looks(line: Line) -> str:
    looks = [
        "" if line.origin == "body" else line.origin,
        f"{line.size:g}pt" if line.size else "",
        "bold" if line.bold else "",
        line.align if line.align not in (None, "left") else "",
        f"h{line.outline}" if line.outline is not None else "",
        f"list{line.level}" if line.level is not None else "",
        "struck" if line.struck else "",
        "cont" if line.continues else "",
        "page" if line.new_page else "",
    ]
    return " ".join(look for look in looks if look)


def _table(table: Table) -> str:
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        if cell.row < table.rows and cell.column < table.columns:
            rows[cell.row][cell.column] = "\n".join(_cell_lines(cell.content))
    kind = "ruled" if table.ruled else "unruled"
    return f"{_place(table):<28} table {table.rows}x{table.columns} {kind}\n{grid(rows, _WIDTH, table.header_rows)}"


def _cell_lines(content: Sequence[Line | Table]) -> Iterator[str]:
    for part in content:
        if isinstance(part, Line):
            yield f"{part.marker} {part.text}" if part.marker else part.text
        else:
            for cell in part.cells:
                yield " / ".join(_cell_lines(cell.content))


# --- blocks and sections ---------------------------------------------------------------------------------------------


def blocks_text(documents: Sequence[Document]) -> str:
    """Each meeting's blocks with their kind, marker and level, and what was set apart from the body."""
    parts = []
    for number, document in enumerate(documents, start=1):
        parts.append(_rule(f"meeting {number} of {len(documents)}, {len(document.text)} characters"))
        parts += [_block(block) for block in document.blocks]
        parts += [f"{_span(own.start, own.end)} ({own.kind}) {own.text}" for own in document.furniture]
    return "\n".join(parts)


def sections_text(meetings: Sequence[Sections]) -> str:
    """Each meeting's sections: kind, rule, heading, and the blocks under it."""
    parts = []
    for number, found in enumerate(meetings, start=1):
        parts.append(_rule(f"meeting {number} of {len(meetings)}"))
        for section in found.sections:
            heading = section.heading.text if section.heading else "-"
            parts.append(f"\n[{section.kind}] {heading}   <{section.rule}>")
            parts += [_block(block) for block in section.blocks]
    return "\n".join(parts)


def _block(block: Block) -> str:
    looks = [f"h{block.outline}" if block.outline is not None else "", "bold" if block.bold else ""]
    kind = " ".join([block.kind, *(look for look in looks if look)])
    indent = "    " * max(block.level, 0)
    marker = f"{block.marker} " if block.marker else ""
    line = f"{_span(block.start, block.end)} {kind:<16} {indent}{marker}"
    return line + (f"\n{_grid(block.table)}" if block.table else block.text)


def _grid(table: Grid) -> str:
    rows = [[f"({cell.text})" if cell.derived and cell.text else cell.text for cell in row] for row in table.rows]
    return grid(rows, _WIDTH, table.header)


def _span(start: int, end: int) -> str:
    return f"{start}:{end}".rjust(13)


def _rule(title: str) -> str:
    return f"--- {title} ".ljust(_WIDTH, "-")


# --- result ----------------------------------------------------------------------------------------------------------


def result_text(result: Result, lang: Lang = "id") -> str:
    """A meeting's result as a page for people."""
    source = result.source
    where = source.path if source.parts == 1 else f"{source.path} ({source.part}/{source.parts})"
    parts = [f"{where}\n{'=' * len(where)}", _header(result.meeting, lang)]
    lists = (
        ("attendees", [_party(party) for party in result.attendees]),
        ("absent", [_party(party) for party in result.absent]),
        ("agenda", _texts(result.agenda)),
        ("agreements", [_agreement(item, lang) for item in result.agreements]),
    )
    parts += [_list(name, entries, lang) for name, entries in lists if entries]
    parts.append(_follow_ups(result.follow_ups, lang))
    if result.suggestions:
        parts.append(_list("suggestions", _texts(result.suggestions), lang))
    if result.issues:
        parts.append(_list("issues", [_issue(issue, lang) for issue in result.issues], lang))
    return "\n\n".join(parts)


def _header(meeting: Meeting, lang: Lang) -> str:
    date, time, place = meeting.date, meeting.time, meeting.place
    mode = f" ({say(f'show.{meeting.mode}', lang)})" if meeting.mode else ""
    iso = f" ({' - '.join(day for day in (date.start, date.end) if day)})" if date and date.start else ""
    rows = (
        ("title", meeting.title.text if meeting.title else "-"),
        ("date", f"{date.text}{iso}" if date else "-"),
        ("time", time.text if time else "-"),
        ("place", (place.text if place else "-") + mode),
        ("chair", "; ".join(party.name for party in meeting.chair) or "-"),
        ("note_taker", "; ".join(party.name for party in meeting.note_taker) or "-"),
    )
    labels = [say(f"show.{name}", lang) for name, _ in rows]
    width = max(len(label) for label in labels)
    return "\n".join(f"{label.ljust(width)} : {value}" for label, (_, value) in zip(labels, rows, strict=True))


def _list(name: str, entries: Sequence[str], lang: Lang) -> str:
    lines = [f"{number:>3}. {entry}" for number, entry in enumerate(entries, start=1)]
    return "\n".join([f"{say(f'show.{name}', lang)} ({len(entries)})", *lines])


def _texts(items: Sequence[Item]) -> list[str]:
    return [item.text for item in items]


def _party(party: Party) -> str:
    return party.name + "".join(f", {more}" for more in (party.role, party.organization) if more)


def _agreement(item: Agreement, lang: Lang) -> str:
    return f"[{say(f'show.{item.kind}', lang)}] {item.text}"


def _issue(issue: Issue, lang: Lang) -> str:
    page = issue.evidence.page if issue.evidence else None
    where = f" ({say('show.page', lang, page=str(page))})" if page else ""
    return f"{say(f'show.{issue.level}', lang)} {issue.code}: {issue.message}{where}"


def _follow_ups(items: Sequence[FollowUp], lang: Lang) -> str:
    title = f"{say('show.follow_ups', lang)} ({len(items)})"
    if not items:
        return title
    heads = [say(f"show.{name}", lang) for name in ("number", "action", "owners", "due", "status", "review")]
    rows = [_follow_up(number, item, lang) for number, item in enumerate(items, start=1)]
    return f"{title}\n{grid([heads, *rows], _WIDTH, header=1)}"


def _follow_up(number: int, item: FollowUp, lang: Lang) -> list[str]:
    due = ""
    if item.due:
        due = f"{item.due.date}\n{item.due.text}" if item.due.date else item.due.text
    owners = "\n".join(owner.name for owner in item.owners)
    review = "\n".join(_reason(reason, lang) for reason in item.review_reasons) if item.needs_review else ""
    return [str(number), item.action, owners, due, say(f"show.{item.status}", lang), review]


def _reason(reason: str, lang: Lang) -> str:
    """A review reason in words; the stable word itself where there are none."""
    return say(f"review.{reason}", lang) if f"review.{reason}" in MESSAGES else reason


_RENDERERS: dict[Stage, Callable[[Any, Lang], str]] = {
    "lines": lambda source, _: source_text(source),
    "blocks": lambda documents, _: blocks_text(documents),
    "sections": lambda meetings, _: sections_text(meetings),
    "result": lambda results, lang: "\n\n\n".join(result_text(result, lang) for result in results),
}
