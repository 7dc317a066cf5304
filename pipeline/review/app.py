"""The page as a program: its addresses, and what every answer passes through."""

from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from notula.pipeline.errors import NotulaError
from notula.pipeline.messages import say
from notula.pipeline.review import decision_views, item_views, reading_views, source_views
from notula.pipeline.review.asking import Asked, View, posted, viewed
from notula.pipeline.review.desk import Desk
from notula.pipeline.review.security import SecurityMiddleware
from notula.pipeline.review.words import Words
from notula.pipeline.store import NotFoundError

STATIC: Final = Path(__file__).parent / "static"
_PAGES: Final[tuple[tuple[str, View], ...]] = (
    ("/", reading_views.overview),
    ("/follow-ups", reading_views.follow_ups),
    ("/search", reading_views.search_page),
    ("/queue", item_views.queue_page),
    ("/meetings/{meeting}", item_views.meeting),
    ("/meetings/{meeting}/pages/{page:int}.png", source_views.page_picture),
    ("/meetings/{meeting}/lines", source_views.printed_lines),
    ("/meetings/{meeting}/source", source_views.source_file),
    ("/items/{item}", item_views.to_meeting),
    ("/items/{item}/history", item_views.item_history),
    ("/items/{item}/why", item_views.item_reasons),
    ("/parties", item_views.party_choices),
    ("/thresholds", item_views.threshold_choices),
    ("/due", decision_views.due_preview),
    ("/language", decision_views.set_language),
)


def build_app(desk: Desk) -> ASGIApp:
    """The application, its guard around it."""
    routes = [Route(path, viewed(view, desk)) for path, view in _PAGES]
    routes += [
        Route("/decide", posted(decision_views.decide_item, desk), methods=["POST"]),
        Route("/name", posted(decision_views.set_name, desk), methods=["POST"]),
    ]

    def refused(request: Request, trouble: Exception) -> Response:
        return _refused(Asked(request, desk), trouble)

    app = Starlette(
        routes=[*routes, Mount("/static", StaticFiles(directory=STATIC))],
        exception_handlers={404: refused, NotFoundError: refused, NotulaError: refused, Exception: refused},
    )
    return SecurityMiddleware(app, desk.guard)


def _refused(asked: Asked, trouble: Exception) -> Response:
    """The page that says what is wrong; a request of the script gets it as JSON."""
    words = Words(asked.lang)
    missing = isinstance(trouble, NotFoundError | HTTPException)
    status = 404 if missing else 500
    if isinstance(trouble, NotulaError):
        text = trouble.message(asked.lang)
    elif missing:
        text = words.t("not_here_why")
    else:
        text = say("cli.error", asked.lang, kind=type(trouble).__name__, reason=str(trouble))
    if "json" in asked.request.headers.get("accept", ""):
        return JSONResponse({"said": text}, status)
    heading = words.t("not_here" if missing else "trouble")
    return asked.page("message.html", "message", {"heading": heading, "text": text}, status)
