"""What comes from source files, asked for by a meeting's id only: page pictures, printed lines, the file itself."""

import hashlib
from pathlib import Path
from typing import Final

from starlette.responses import JSONResponse, Response

from notula.models.review import MeetingSummary
from notula.pipeline.review.asking import Asked
from notula.pipeline.review.source_process import UnavailableError
from notula.pipeline.review.source_view import ref_of
from notula.pipeline.review.words import visible
from notula.pipeline.store import meeting_text, meeting_view

_SCALE: Final = 2.0  # pixels a point: an A4 page is 1190 x 1684
_LARGEST: Final = 200_000_000  # bytes of a file to download


def page_picture(asked: Asked) -> Response:
    """A page of a PDF as PNG."""
    summary = _summary(asked)
    try:
        ref = ref_of(summary, asked.desk.sources)
        picture = asked.desk.process.png(ref, asked.request.path_params["page"], _SCALE)
    except UnavailableError:
        return Response(status_code=404)
    return Response(picture, media_type="image/png")


def printed_lines(asked: Asked) -> Response:
    """The lines of a PDF with their text and place, so that they can be selected on the page pictures."""
    summary = _summary(asked)
    text = meeting_text(asked.desk.store, summary.id)
    try:
        lines = asked.desk.process.lines(ref_of(summary, asked.desk.sources), text)
    except UnavailableError:
        lines = ()
    return JSONResponse([
        {"s": one.start, "p": one.page, "x": one.x0, "y": one.top, "w": round(one.x1 - one.x0, 2),
         "h": round(one.bottom - one.top, 2), "t": visible(text[one.start : one.end])}
        for one in lines
    ])  # fmt: skip


def source_file(asked: Asked) -> Response:
    """The file that a meeting was read from, to be saved, never shown by the browser."""
    summary = _summary(asked)
    try:
        data = _bytes(summary, asked.desk.sources.find(summary.source))
    except (UnavailableError, OSError):
        return Response(status_code=404)
    answer = Response(data, media_type="application/octet-stream")
    answer.headers["Content-Disposition"] = _attachment(summary.source.filename)
    return answer


def _bytes(summary: MeetingSummary, path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST or hashlib.sha256(data).hexdigest() != summary.source.sha256:
        raise UnavailableError("changed")
    return data


def _attachment(name: str) -> str:
    """A Content-Disposition (RFC 6266) that saves under this name."""
    from urllib.parse import quote

    plain = "".join(char if char.isascii() and char.isprintable() and char not in '"\\' else "_" for char in name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _summary(asked: Asked) -> MeetingSummary:
    return meeting_view(asked.desk.store, asked.request.path_params["meeting"]).summary
