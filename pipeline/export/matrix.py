"""The "matriks tindak lanjut" for people: its columns, its cells, and the lists of each owner."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from notula.models.handover import Batch, Row
from notula.pipeline.export.files import filling, text_file
from notula.pipeline.export.interface import ExportOptions, Report, Work
from notula.pipeline.export.words import due_words, long_date, one_line, owner_names, source_words, status_words
from notula.pipeline.messages import say

COLUMNS = ("number", "action", "owners", "due", "status", "source")
WriteForm = Callable[[Path, str, Iterable[Row], Work], int]  # (file, title, rows, work) -> how many rows
_LISTS = ".notula-lists.txt"  # in a folder of lists: those that the last export wrote
_LIST = re.compile(r"tindak-lanjut-[a-z0-9-]+\.(?:md|html|docx)")


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the matrix: the end of its files' names, and the function that writes one."""

    suffix: str
    write: WriteForm


def write_matrix(form: Form, batch: Batch, target: str, options: ExportOptions) -> Report:
    """One matrix of all follow-ups, or with ``by_owner`` a folder with a list for each owner."""
    work, path = Work(batch, options), Path(target)
    if options.by_owner:
        return _write_lists(form, path, work)
    written = form.write(path, options.project or say("export.matrix", work.lang), work.wanted(), work)
    return work.report((path,), written)


def titles(work: Work) -> tuple[str, ...]:
    """The titles of the columns."""
    return tuple(say(f"matrix.{name}", work.lang) for name in COLUMNS)


def cells(number: int, row: Row, work: Work) -> tuple[str, ...]:
    """A follow-up's cells; owners are on a line each."""
    return (
        str(number),
        one_line(row.action or row.text),
        "\n".join(owner_names(row)) or "-",
        due_words(row, work.lang) or "-",
        status_words(row, work.lang),
        source_words(row, work.meeting_of(row), work.lang),
    )


def made_on(work: Work) -> str:
    """The line under the title: when the list was made."""
    return say("export.made_on", work.lang, date=long_date(work.batch.made_at[:10], work.lang))


def by_owner(work: Work) -> Iterator[tuple[str, list[Row]]]:
    """Each owner's name and follow-ups, the soonest due first; those that nobody owns come last."""
    lists: dict[str, tuple[str, list[Row]]] = {}
    nobody: list[Row] = []
    for row in work.wanted():
        for name in dict.fromkeys(owner_names(row)):
            lists.setdefault(name.casefold(), (name, []))[1].append(row)
        if not row.owners:
            nobody.append(row)
    for key in sorted(lists):
        name, rows = lists[key]
        yield name, _soonest_first(rows)
    if nobody:
        yield say("export.nobody", work.lang), _soonest_first(nobody)


def _soonest_first(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row.due_date or "9999-12-31")


def _write_lists(form: Form, folder: Path, work: Work) -> Report:
    names: dict[str, None] = {}
    with filling(folder, last=_LISTS) as fresh:
        for owner, rows in by_owner(work):
            name = _file_name(owner, form.suffix, names)
            names[name] = None
            form.write(fresh / name, f"{say('sheet.follow_ups', work.lang)}: {owner}", rows, work)
        with text_file(fresh / _LISTS) as file:
            file.writelines(f"{name}\n" for name in names)
        _remove_stale(folder, names)
    return work.report((folder / name for name in names), sum(1 for _ in work.wanted()))


def _file_name(owner: str, suffix: str, taken: dict[str, None]) -> str:
    """A name that every file system takes, told apart by a number where two owners would share one."""
    letters = unicodedata.normalize("NFKD", owner.casefold()).encode("ascii", "ignore").decode()
    stem = "tindak-lanjut-" + (re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:60].strip("-") or "lain")
    name, number = stem + suffix, 2
    while name in taken:
        name, number = f"{stem}-{number}{suffix}", number + 1
    return name


def _remove_stale(folder: Path, names: dict[str, None]) -> None:
    """Remove the lists of an earlier export that this one did not write anew."""
    known = (folder / _LISTS).read_text("utf-8").splitlines() if (folder / _LISTS).exists() else []
    for name in known:
        if _LIST.fullmatch(name) and name not in names:
            (folder / name).unlink(missing_ok=True)
