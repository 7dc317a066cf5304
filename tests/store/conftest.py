"""Results written as files from a few words, and a store over them."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_OID, uuid5

import pytest

from notula.models.decisions import Edit, EditHeader, HeaderChanges, ItemChanges
from notula.models.evidence import Evidence
from notula.models.minutes import (
    Agreement,
    AgreementKind,
    DateValue,
    Due,
    DueKind,
    FollowUp,
    Item,
    Meeting,
    Party,
    PartyKind,
    TextValue,
    Where,
)
from notula.models.result import MadeBy, Result, SourceInfo
from notula.models.review import Reviewed, ReviewedHeader, ReviewedItem
from notula.pipeline.store import Store, decide, get_item, meeting_view, open_store, sync


@dataclass(frozen=True)
class Todo:
    """A follow-up in few words: its text and what was read out of it."""

    text: str
    owner: str | None = None
    due: str | None = None
    confidence: float = 0.8
    id: str | None = None


@dataclass
class Minutes:
    """Minutes in few words; ``result`` and ``text`` are what a run would write for them."""

    title: str = "Rapat Air Bersih"
    date: str | None = "2023-05-02"
    todos: Sequence[Todo | tuple[Any, ...]] = ()
    agreements: Sequence[str] = ()
    agenda: Sequence[str] = ()
    suggestions: Sequence[str] = ()
    attendees: Sequence[str] = ()
    sha256: str = "aa"
    id: str | None = None

    def __post_init__(self) -> None:
        self.todos = [todo if isinstance(todo, Todo) else Todo(*todo) for todo in self.todos]

    @property
    def text(self) -> str:
        lines = [self.title, self.date or "", *self.attendees, *self.agenda, *self.agreements, *self.suggestions]
        return "\n".join([*lines, *(" – ".join(filter(None, (t.text, t.owner, t.due))) for t in self.todos)]) + "\n"

    @property
    def meeting_id(self) -> str:
        return self.id or str(uuid5(NAMESPACE_OID, f"{self.date} {self.title}"))

    def item_id(self, text: str) -> str:
        return str(uuid5(NAMESPACE_OID, f"{self.meeting_id} {text}"))

    def result(self, name: str) -> Result:
        source = SourceInfo(path=name, filename=name, sha256=self.sha256, media_type="text/plain")
        return Result(
            id=self.meeting_id,
            source=source,
            made_by=MadeBy(version="0", lexicon="sha256:0"),
            meeting=Meeting(title=self._title(), date=self._date()),
            attendees=tuple(self._party(name) for name in self.attendees),
            agenda=tuple(self._item(text) for text in self.agenda),
            agreements=tuple(
                Agreement(kind=AgreementKind.DECISION, **self._item(text).model_dump()) for text in self.agreements
            ),
            follow_ups=tuple(self._follow_up(todo) for todo in self.todos),
            suggestions=tuple(self._item(text) for text in self.suggestions),
        )

    def evidence(self, quote: str) -> Evidence:
        start = self.text.index(quote)
        return Evidence(page=1, char_start=start, char_end=start + len(quote), quote=quote, rule="test")

    def _title(self) -> TextValue:
        return TextValue(text=self.title, confidence=0.9, evidence=self.evidence(self.title))

    def _date(self) -> DateValue | None:
        if self.date is None:
            return None
        return DateValue(start=self.date, text=self.date, confidence=0.9, evidence=self.evidence(self.date))

    def _party(self, name: str) -> Party:
        kind = PartyKind.ORGANIZATION if name.startswith("Dinas") else PartyKind.PERSON
        return Party(name=name, kind=kind, confidence=0.9, evidence=self.evidence(name))

    def _item(self, text: str) -> Item:
        return Item(id=self.item_id(text), text=text, confidence=0.85, evidence=self.evidence(text))

    def _follow_up(self, todo: Todo) -> FollowUp:
        due = todo.due and Due(date=todo.due, text=todo.due, kind=DueKind.ABSOLUTE, evidence=self.evidence(todo.due))
        return FollowUp(
            id=todo.id or self.item_id(todo.text),
            text=todo.text,
            action=todo.text.lower(),
            confidence=todo.confidence,
            evidence=self.evidence(todo.text),
            owners=(self._party(todo.owner),) if todo.owner else (),
            due=due or None,
            where=Where.SECTION,
            needs_review=not todo.owner,
            review_reasons=() if todo.owner else ("no_owner",),
        )


class Desk:
    """An output folder, its store, and short ways to what a test looks at."""

    minutes, todo = Minutes, Todo

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store: Store = open_store(folder)
        self._clock = 0

    def write(self, minutes: Minutes, name: str = "rapat.txt") -> None:
        """Write a result as a run would; each write has a later time than the one before."""
        path = self.folder / f"{name}.json"
        path.write_text(minutes.result(name).model_dump_json(), "utf-8")
        path.with_suffix(".txt").write_bytes(minutes.text.encode("utf-8"))
        self._clock += 1_000_000_000
        os.utime(path, ns=(self._clock, self._clock))

    def run(self, minutes: Minutes, name: str = "rapat.txt") -> None:
        self.write(minutes, name)
        sync(self.store)

    def remove(self, name: str = "rapat.txt") -> None:
        (self.folder / f"{name}.json").unlink()
        sync(self.store)

    def item(self, text: str) -> ReviewedItem:
        """The one item that says this, or that the pipeline reads so."""
        found = [item for item in self.items() if text in (item.values.text, item.machine and item.machine.text)]
        assert len(found) == 1, [item.values.text for item in self.items()]
        return found[0]

    def items(self) -> list[ReviewedItem]:
        ids = [row["id"] for row in self.store.rows("SELECT id FROM meetings WHERE NOT (vanished AND items = 0)")]
        views = [meeting_view(self.store, meeting_id) for meeting_id in ids]
        return [item for view in views
                for items in (view.agenda, view.agreements, view.follow_ups, view.suggestions)
                for item in items]  # fmt: skip

    def now(self, item: Reviewed) -> Any:
        """An item as it is now."""
        return get_item(self.store, item.id)

    def header(self) -> ReviewedHeader:
        """The header of the only meeting."""
        (row,) = self.store.rows("SELECT id FROM meetings")
        return meeting_view(self.store, row["id"]).header

    def decide(self, item: Reviewed, decision: type[Any], who: str = "Ani", **more: Any) -> Any:
        """Take a decision on an item as it was seen; the item as it is then."""
        return decide(self.store, decision(item_id=item.id, revision=item.revision, **more), who).items[0]

    def edit(self, item: Reviewed, who: str = "Ani", **changes: Any) -> Any:
        """Edit some fields of an item or a header."""
        if isinstance(item, ReviewedHeader):
            return self.decide(item, EditHeader, who, changes=HeaderChanges(**changes))
        return self.decide(item, Edit, who, changes=ItemChanges(**changes))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.store.close()
