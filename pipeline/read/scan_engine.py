"""Words of an image by Tesseract, through its command line.

The command line is what every system installs, can be given a time limit, and takes a crash with it; it costs 0.06 s a
page more than the library in the process. The image goes in and hOCR comes out by pipes: no file of a document is
written. One thread per process: more cost a third more CPU time and workers use the other cores.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree
from PIL import Image

from notula.pipeline.programs import ProgramError, find_program, run_program
from notula.pipeline.read.scan_image import Mask
from notula.pipeline.settings import Settings
from notula.pipeline.text import clean

LANGUAGE: Final = "ind"
_SUBSTITUTE: Final = "eng"  # knows more signs, and alone reads Latin letters nearly as well
ONE_COLUMN: Final = "4"
"""Page segmentation: one column of text of varying sizes, the best for tables."""
ONE_BLOCK: Final = "6"
"""Page segmentation: lines of text, nothing left out."""
_XHTML: Final = "{http://www.w3.org/1999/xhtml}"
_VERSION: Final = re.compile(r"tesseract\s+v?(\d[\w.]*)")
_NUMBER: Final = r"(-?\d+(?:\.\d+)?)"
_BOX: Final = re.compile(r"bbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_BASELINE: Final = re.compile(rf"baseline {_NUMBER} {_NUMBER}")
_SIZE: Final = re.compile(rf"x_size {_NUMBER}")
_CONFIDENCE: Final = re.compile(rf"x_wconf {_NUMBER}")
_FULL_HEIGHT: Final = 0.93  # font sizes from descender to ascender in usual text fonts: what x_size measures
_ASK_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Engine:
    """An installed Tesseract: its version and the language data it is to use."""

    program: Path
    version: str
    languages: tuple[str, ...]

    @property
    def language(self) -> str | None:
        """The data for Indonesian, and for the signs it lacks (``q``, ``%``, ``;``); None where neither is there."""
        return "+".join(name for name in (LANGUAGE, _SUBSTITUTE) if name in self.languages) or None

    @property
    def knows_indonesian(self) -> bool:
        """Whether the data for Indonesian is there."""
        return LANGUAGE in self.languages

    @property
    def name(self) -> str:
        """What a result records, as other versions read otherwise."""
        return f"tesseract {self.version} {self.language}"


class SeenWord(NamedTuple):
    """A word as recognised: pixels of the image, its text line's number, confidence from 0 to 1."""

    base: float
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    text: str
    confidence: float
    line: int
    bold: bool = False


@functools.cache
def find_engine() -> Engine | None:
    """The Tesseract of this system; None where there is none that answers. Asked once a process."""
    program = find_program("tesseract")
    if program is None:
        return None
    try:
        said = run_program(program, ["--version"], seconds=_ASK_SECONDS).decode("utf-8", "replace")
        listed = run_program(program, ["--list-langs"], seconds=_ASK_SECONDS).decode("utf-8", "replace")
    except ProgramError:
        return None
    version = _VERSION.search(said)
    return Engine(program, version[1] if version else "?", tuple(listed.split()[1:]))


def usable_engine(settings: Settings) -> Engine | None:
    """The Tesseract to read pictures with; None where that is switched off, or where it or its data is missing."""
    engine = find_engine() if settings.ocr else None
    return engine if engine and engine.language else None


def why_unread(settings: Settings) -> str:
    """The reason why pictures of pages are not read, as a key of messages."""
    engine = find_engine()
    if not settings.ocr:
        return "reason.ocr_off"
    if engine is None:
        return "reason.no_tesseract"
    return "reason.ocr_failed" if engine.language else "reason.no_language_data"


def recognise(engine: Engine, ink: Mask, dpi: float, seconds: float, layout: str = ONE_COLUMN) -> list[SeenWord]:
    """The words of an upright page, line by line, from where it is dark (grey levels take longer and add nothing).

    Raises:
        ProgramError: Tesseract fails or is too slow.
    """
    data = BytesIO()
    Image.fromarray(~ink).save(data, "PPM")
    language = engine.language or _SUBSTITUTE
    arguments = ["stdin", "stdout", "-l", language, "--psm", layout, "--dpi", str(round(dpi)), "hocr"]
    written = run_program(
        engine.program, arguments, data=data.getvalue(), seconds=seconds, environment={"OMP_THREAD_LIMIT": "1"}
    )
    return list(_words(written))


def _words(hocr: bytes) -> Iterator[SeenWord]:
    """The words of Tesseract's hOCR (hOCR 1.2 specification: ``baseline`` is slope and offset from the lower left)."""
    try:
        root = etree.fromstring(hocr, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except etree.XMLSyntaxError:
        return
    if root is None:
        return
    for number, line in enumerate(_spans(root, ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"))):
        title = line.get("title", "")
        left, _, _, foot = _floats(_BOX, title, 4)
        slope, offset = _floats(_BASELINE, title, 2)
        (height,) = _floats(_SIZE, title, 1)
        for word in _spans(line, ("ocrx_word",)):
            text = clean("".join(word.itertext())).strip()
            x0, top, x1, bottom = _floats(_BOX, word.get("title", ""), 4)
            (sure,) = _floats(_CONFIDENCE, word.get("title", ""), 1)
            base = foot + offset + slope * ((x0 + x1) / 2 - left)
            size = (height or bottom - top) / _FULL_HEIGHT
            if text and x1 > x0:
                yield SeenWord(base, x0, x1, top, bottom, size, text, sure / 100, number)


def _spans(root: etree._Element, kinds: tuple[str, ...]) -> Iterator[etree._Element]:
    return (element for element in root.iter(f"{_XHTML}span", "span") if element.get("class") in kinds)


def _floats(pattern: re.Pattern[str], title: str, count: int) -> tuple[float, ...]:
    """The numbers after a property's name; zeros where it is missing."""
    found = pattern.search(title)
    return tuple(float(number) for number in found.groups()) if found else (0.0,) * count
