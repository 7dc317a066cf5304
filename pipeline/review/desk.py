"""What the views work with: the store, the source files, the process that opens them, and how far loading is."""

import datetime as dt
import functools
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast

from notula.pipeline.errors import NotulaError
from notula.pipeline.messages import Lang
from notula.pipeline.review.quality import Quality
from notula.pipeline.review.security import Guard
from notula.pipeline.review.source_process import SourceProcess
from notula.pipeline.review.sources import Sources
from notula.pipeline.store import Store, revision, sync

if TYPE_CHECKING:
    from notula.pipeline.lexicon import Lexicon

_Value = TypeVar("_Value")
MANIFEST = "manifest.jsonl"
NAME_COOKIE, LANG_COOKIE = "notula_name", "notula_lang"


class Loading:
    """Loads results into the store beside the page, at the start and after each run.

    ``at`` is (done, total) while it goes on, else None; ``trouble`` is why the last time failed: the next request tries
    again.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._seen: object = ()
        self._thread: threading.Thread | None = None
        self.at: tuple[int, int] | None = None
        self.trouble: NotulaError | None = None

    def start(self) -> bool:
        """Begin where results have been written since the last time, and say whether; returns at once."""
        with self._lock:
            stamp = self._stamp()
            if self.at is not None or stamp == self._seen:
                return False
            self._seen, self.at = stamp, (0, 0)
            self._thread = threading.Thread(target=self._run, daemon=True, name="notula-loading")
            self._thread.start()
            return True

    def wait(self, seconds: float) -> None:
        """Return when all is loaded, or after so many seconds."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        try:
            sync(self._store, progress=self._note)
            self.trouble = None
        except NotulaError as trouble:
            self.trouble, self._seen = trouble, ()
        finally:
            self.at = None

    def _stamp(self) -> tuple[int, int] | None:
        """What changes with every run: its manifest's time and size."""
        try:
            stat = (self._store.folder / MANIFEST).stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_size

    def _note(self, done: int, total: int) -> None:
        self.at = (done, total)


class Figures:
    """Counts over everything, reckoned once for each state of the store; safe to use from several threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: dict[str, tuple[object, Any]] = {}

    def get(self, name: str, today: dt.date, reckon: Callable[[], _Value]) -> _Value:
        """The figure called ``name``, reckoned where the store or the day is another than the last time."""
        state = (revision(self._store), today)
        kept = self._kept.get(name)
        if kept is None or kept[0] != state:
            kept = self._kept[name] = (state, reckon())
        return cast(_Value, kept[1])


@dataclass(frozen=True)
class Desk:
    """All that a view needs beside its request; ``reviewer`` and ``lang`` hold where the browser says nothing else."""

    store: Store
    sources: Sources
    process: SourceProcess
    loading: Loading
    figures: Figures
    guard: Guard
    lang: Lang
    reviewer: str
    today: Callable[[], dt.date] = dt.date.today

    def lexicon(self) -> "Lexicon":
        """The word lists; loaded when first needed, so that the first page does not wait for them."""
        from notula.pipeline.lexicon import load_lexicon

        return load_lexicon(None)

    @functools.cached_property
    def quality(self) -> Quality:
        """How well the pipeline reads, by what was decided."""
        return Quality(self.store)
