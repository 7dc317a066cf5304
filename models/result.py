"""The JSON contract: one result per meeting."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from pydantic import Field

from notula.models.base import Model
from notula.models.issue import Issue
from notula.models.minutes import Agreement, Discussion, FollowUp, Item, Meeting, Party
from notula.models.quality import PageQuality

SCHEMA_VERSION: Final = "1.0"


class ResultStatus(StrEnum):
    """Whether the whole document could be read; where it could not, an issue says what is missing."""

    OK = "ok"
    PARTIAL = "partial"


class SourceInfo(Model):
    """The file a result comes from: ``path`` is relative to the input folder, with ``/``; ``filename`` is its end.

    ``page_quality`` says of each page that was read by OCR how well that went.
    """

    path: str
    filename: str
    sha256: str
    media_type: str
    pages: int | None = None
    part: int = 1
    parts: int = 1
    text_from: Literal["text_layer", "ocr", "mixed"] = "text_layer"
    page_quality: tuple[PageQuality, ...] = ()


class MadeBy(Model):
    """The program that made a result: the same three and the same bytes give the same result."""

    version: str
    lexicon: str
    settings: dict[str, bool | int | float | str | None] = Field(default_factory=dict)


class Result(Model):
    """Everything the pipeline read out of one meeting's minutes."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    id: str
    status: ResultStatus = ResultStatus.OK
    source: SourceInfo
    made_by: MadeBy
    meeting: Meeting
    attendees: tuple[Party, ...] = ()
    absent: tuple[Party, ...] = ()
    agenda: tuple[Item, ...] = ()
    discussion: tuple[Discussion, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    suggestions: tuple[Item, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """A meeting's result and the canonical text its evidence points into."""

    result: Result
    text: str


@dataclass(frozen=True, slots=True)
class Processed:
    """What ``process`` gives for one file: its meetings in order, and the seconds each stage took."""

    extractions: tuple[Extraction, ...]
    seconds: tuple[tuple[str, float], ...] = ()

    @property
    def results(self) -> tuple[Result, ...]:
        """The results alone."""
        return tuple(extraction.result for extraction in self.extractions)
