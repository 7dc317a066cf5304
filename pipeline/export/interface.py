"""What an exporter is: a function from a batch to a file or tables, and what its target can take."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from pydantic import Field

from notula.models.base import Model
from notula.models.handover import Batch, MeetingRow, Row, TargetMode
from notula.pipeline.messages import Lang

Kind = Literal["file", "folder", "database"]
Accounts = Literal["email", "user", "login", "name_id"]


class ExportOptions(Model):
    """What a user may choose about an export; each is used by the targets that it makes sense for.

    ``separator`` parts the fields of ``csv``. ``project`` is the tracker's project (Jira's key, Taskwarrior's name).
    ``by_owner`` makes one list per owner, in a folder, of the forms for people. ``events`` adds deadlines as events to
    a calendar. ``rows_per_file`` cuts a tracker's CSV into several files. ``prefix`` begins the names of SQL tables.
    """

    separator: Literal[";", ","] = ";"
    project: str | None = None
    by_owner: bool = False
    events: bool = False
    rows_per_file: int | None = Field(default=None, ge=1)
    prefix: str = Field(default="notula_", pattern=r"^[a-z_][a-z0-9_]{0,30}$")


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the user should know: ``export.note.<code>`` in the messages, and how often it happened."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class Report:
    """What was written: the files (or the database without its password), how many follow-ups, and what to know."""

    paths: tuple[str, ...]
    written: int
    notes: tuple[Note, ...] = ()


Write = Callable[[Batch, str, ExportOptions], Report]
Check = Callable[[Row], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A target.

    ``mode``: a ``snapshot`` is written whole each time, an ``upsert`` takes changed rows and withdrawn ones, ``create``
    can only take rows that are new. ``by_key``: a changed row may only come with the target's own key. ``accounts``
    says what the target calls people (None: their names will do), ``extra`` names the optional dependency. ``limits``
    are the characters a field may have; ``check`` gives the codes (``export.blocked.<code>`` in the messages) of what
    keeps a row from going in.
    """

    name: str
    suffix: str
    mode: TargetMode
    write: Write
    check: Check
    kind: Kind = "file"
    accounts: Accounts | None = None
    by_key: bool = False
    extra: str | None = None
    limits: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Work:
    """One export under way: the batch, its meetings by id, and the notes taken so far."""

    batch: Batch
    options: ExportOptions
    notes: Counter[str] = field(default_factory=Counter)
    meetings: dict[str, MeetingRow] = field(init=False)

    def __post_init__(self) -> None:
        self.meetings = {meeting.id: meeting for meeting in self.batch.meetings}

    @property
    def lang(self) -> Lang:
        """The language of headers and words."""
        return self.batch.lang

    def meeting_of(self, row: Row) -> MeetingRow | None:
        """The meeting that a follow-up comes from, where the batch has it."""
        return self.meetings.get(row.meeting_id)

    def wanted(self) -> Iterable[Row]:
        """The rows that stand in a snapshot: all that are not withdrawn."""
        return (row for row in self.batch.follow_ups if row.status != "withdrawn")

    def snapshot(self) -> "Work":
        """The same work without the rows that are withdrawn."""
        return Work(replace(self.batch, follow_ups=tuple(self.wanted())), self.options, self.notes)

    def new(self) -> Iterable[Row]:
        """The rows that a target which cannot update may get: neither withdrawn nor known to it."""
        return (row for row in self.batch.follow_ups if row.status != "withdrawn" and row.key is None)

    def report(self, paths: Iterable[object], written: int) -> Report:
        """The report of what was done."""
        notes = tuple(Note(code, count) for code, count in sorted(self.notes.items()))
        return Report(tuple(str(path) for path in paths), written, notes)
