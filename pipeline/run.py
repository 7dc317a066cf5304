"""The whole way of one file, stage by stage: the program's table of contents."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path

from notula.models.result import Extraction, MadeBy, Processed, Result, ResultStatus, SourceInfo
from notula.models.sections import Sections
from notula.models.source import Source
from notula.pipeline.confidence.apply import with_confidence
from notula.pipeline.confidence.model import load_model
from notula.pipeline.errors import DocumentError
from notula.pipeline.extract.assemble import assemble
from notula.pipeline.extract.minutes import extract_meetings
from notula.pipeline.heartbeat import beat
from notula.pipeline.lexicon import Lexicon, load_lexicon
from notula.pipeline.read import read as read_source
from notula.pipeline.read import read_bytes, read_data
from notula.pipeline.settings import Settings
from notula.pipeline.structure.documents import build_documents
from notula.pipeline.structure.genre import why_no_minutes
from notula.pipeline.structure.sections import find_sections
from notula.pipeline.text import encodable

__all__ = ["INCOMPLETE", "build_documents", "find_sections", "process", "read_source"]
INCOMPLETE = frozenset({"D004", "D007", "P001", "P003"})  # what readers note where they had to leave something out


def process(
    path: Path, settings: Settings | None = None, lexicon: Lexicon | None = None, *, name: str | None = None
) -> Processed:
    """The results of one file: one per meeting it holds, each with its canonical text.

    Args:
        path: the file.
        settings: limits and language; the defaults where None.
        lexicon: the word lists; those of ``settings.lexicon`` over the base where None.
        name: what ``source.path`` says (relative, with ``/``); the file's name where None.

    Raises:
        DocumentError: the file cannot be read or is no minutes; its ``code`` says which.
        UsageError: the user's lexicon or confidence model cannot be used.
    """
    settings = settings or Settings()
    lexicon, model = lexicon or load_lexicon(settings.lexicon), load_model(settings.model)
    clock = _Clock()
    with clock.stage("read"):
        data = read_bytes(path, settings.max_bytes)
        source = read_data(data, path.name, settings)
    with clock.stage("layout"):
        documents = build_documents(source, lexicon)
    with clock.stage("sections"):
        meetings = [find_sections(document, lexicon) for document in documents]
        _refuse_other_papers(meetings, lexicon)
    with clock.stage("extract"):
        minutes = extract_meetings(meetings, lexicon, model.learnt)
    with clock.stage("assemble"):
        origin = _origin(data, source, name or encodable(path.name), len(documents))
        recorded = settings.recorded() | ({"model": model.fingerprint} if settings.model else {}) | dict(source.tools)
        made_by = MadeBy(version=_own_version(), lexicon=lexicon.fingerprint, settings=recorded)
        results = [
            _with_status(
                assemble(each, document, origin.model_copy(update={"part": part}), made_by, source.notes, settings.lang)
            )
            for part, (each, document) in enumerate(zip(minutes, documents, strict=True), start=1)
        ]
    with clock.stage("confidence"):
        sure = [with_confidence(result, model, own) for result, own in zip(results, documents, strict=True)]
    extractions = tuple(Extraction(result, own.text) for result, own in zip(sure, documents, strict=True))
    return Processed(extractions, tuple(clock.seconds.items()))


@cache
def _own_version() -> str:
    """The program's version; looking it up reads files."""
    return version("notula")


def _refuse_other_papers(meetings: list[Sections], lexicon: Lexicon) -> None:
    """Raise ``not_minutes`` where none of the parts reads like minutes."""
    reasons = [why_no_minutes(sections, lexicon) for sections in meetings]
    if all(reason is not None for reason in reasons):
        raise DocumentError("not_minutes", reason=reasons[0] or "")


def _with_status(result: Result) -> Result:
    """The result, ``partial`` where an issue says that something of the file is missing."""
    missing = any(issue.code in INCOMPLETE for issue in result.issues)
    return result.model_copy(update={"status": ResultStatus.PARTIAL}) if missing else result


def _origin(data: bytes, source: Source, name: str, parts: int) -> SourceInfo:
    return SourceInfo(
        path=name,
        filename=name.rsplit("/", 1)[-1],
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=source.media_type,
        pages=source.pages,
        parts=parts,
        text_from=source.text_from,
        page_quality=source.page_quality,
    )


class _Clock:
    """Adds up the seconds of each stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what is done under ``with``."""
        beat()
        begin = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - begin
