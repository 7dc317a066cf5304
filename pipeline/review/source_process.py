"""The process that opens source files for the page: started once, watched, started again after a crash or a hang."""

import hashlib
import multiprocessing
import threading
from collections import Counter, OrderedDict
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Final, cast

from notula.models.evidence import Evidence
from notula.pipeline.review.source_questions import PlacedText, SourceRef

PATIENCE: Final = 20.0  # seconds for one answer
STARTING: Final = 30.0  # seconds more for the first one: the process has to start
TRIES: Final = 2  # crashes or hangs after which a file is left alone
KEPT: Final = 48  # page pictures in memory, about 15 MB


def _serve(questions: Connection, answers: Connection) -> None:
    """Serve in the process itself: PDFium and the pipeline are loaded there only, so that the page starts at once."""
    from notula.pipeline.review.source_work import serve

    serve(questions, answers)


class UnavailableError(Exception):
    """The source file cannot be shown; the reason is a word (``changed``, ``broken``)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class SourceProcess:
    """Asks the process; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipes: tuple[Connection, Connection] | None = None  # questions out, answers in
        self._crashes: Counter[str] = Counter()
        self._kept: OrderedDict[tuple[str, str, Any], Any] = OrderedDict()
        self._fresh = True

    def start(self) -> None:
        """Have the process started, so that the first question need not wait for it."""
        with self._lock:
            self._started()

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._stop()

    def sizes(self, ref: SourceRef) -> tuple[tuple[float, float], ...]:
        """Width and height of each page of a PDF, in points.

        Raises:
            UnavailableError: the file cannot be shown.
        """
        return cast("tuple[tuple[float, float], ...]", self._ask("sizes", ref))

    def png(self, ref: SourceRef, number: int, scale: float) -> bytes:
        """A page of a PDF as PNG; errors as for :meth:`sizes`."""
        return cast(bytes, self._ask("png", ref, number, scale))

    def lines(self, ref: SourceRef, text: str) -> tuple[PlacedText, ...]:
        """The printed lines of a meeting whose canonical text is this; none where the file gives another text."""
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
        return cast("tuple[PlacedText, ...]", self._ask("lines", ref, digest))

    def evidence(self, ref: SourceRef, start: int, end: int, quote: str) -> Evidence | None:
        """Evidence for a stretch of the canonical text; None where the file does not say ``quote`` there."""
        return cast("Evidence | None", self._ask("evidence", ref, start, end, quote))

    def _ask(self, method: str, ref: SourceRef, *arguments: Any) -> Any:
        key = (method, ref.sha256, (ref.part, *arguments))
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            if self._crashes[ref.sha256] >= TRIES:
                raise UnavailableError("broken")
            ok, value = self._answer(method, ref, arguments)
            if not ok:
                raise UnavailableError("changed" if value == "ChangedError" else "broken")
            self._kept[key] = value
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            return value

    def _answer(self, method: str, ref: SourceRef, arguments: tuple[Any, ...]) -> tuple[bool, Any]:
        questions, answers = self._started()
        try:
            questions.send((method, (ref, *arguments)))
            if answers.poll(PATIENCE + (STARTING if self._fresh else 0.0)):
                answer = cast("tuple[bool, Any]", answers.recv())
                self._fresh = False
                return answer
        except (EOFError, OSError):
            pass
        self._crashes[ref.sha256] += 1
        self._stop()
        return False, "crashed"

    def _started(self) -> tuple[Connection, Connection]:
        if self._pipes is None or self._process is None or not self._process.is_alive():
            self._stop()
            context = multiprocessing.get_context("spawn")
            their_questions, questions = context.Pipe(duplex=False)
            answers, their_answers = context.Pipe(duplex=False)
            theirs = (their_questions, their_answers)
            self._process = context.Process(target=_serve, args=theirs, daemon=True, name="notula-source")
            self._process.start()
            self._pipes = (questions, answers)
            for pipe in theirs:
                pipe.close()
            self._fresh = True
        return self._pipes

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join(5)
            self._process.close()
        for pipe in self._pipes or ():
            pipe.close()
        self._process = self._pipes = None
