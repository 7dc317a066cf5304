"""A request taken apart, and an answer put together."""

import functools
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from notula.pipeline.messages import Lang
from notula.pipeline.review.desk import LANG_COOKIE, NAME_COOKIE, Desk
from notula.pipeline.review.templating import render

KEYS = (
    ("next", ("j", "↓")), ("previous", ("k", "↑")), ("field", ("←", "→")), ("accept", ("a",)), ("reject", ("x",)),
    ("edit", ("e",)), ("owner", ("o",)), ("due", ("d",)), ("status", ("t",)), ("skip", ("s",)), ("undo", ("u",)),
    ("redo", ("U",)), ("split", ("b",)), ("mark", ("v",)), ("merge", ("m",)), ("promote", ("p",)), ("add", ("n",)),
    ("reopen", ("r",)), ("history", ("h",)), ("source", ("g",)), ("find", ("/",)), ("help", ("?",)),
    ("save", ("Ctrl ↵",)), ("close", ("Esc",)),
)  # fmt: skip
_NAME_LENGTH = 80
_NEW_RESULTS = 0.15  # seconds to wait for results of a run that has just ended: few are in the store by then


@dataclass(frozen=True)
class Asked:
    """A request with what the views ask of it.

    ``loading`` is how far loading was (done, total) before the view looked into the store: a page that shows less than
    all there is must say so, even if the rest has come by the time it is put together.
    """

    request: Request
    desk: Desk
    loading: tuple[int, int] | None = None

    @property
    def lang(self) -> Lang:
        """The language that the browser has chosen, else the command's."""
        chosen = self.request.cookies.get(LANG_COOKIE)
        return "en" if chosen == "en" else "id" if chosen == "id" else self.desk.lang

    @property
    def named(self) -> bool:
        """Whether the reviewer has said who they are."""
        return bool(self.request.cookies.get(NAME_COOKIE))

    @property
    def reviewer(self) -> str:
        """Who decides: as named in this browser, else the system's user."""
        return clean_name(unquote(self.request.cookies.get(NAME_COOKIE, ""))) or self.desk.reviewer

    def get(self, name: str) -> str:
        """A parameter of the address; empty where it is not given."""
        return self.request.query_params.get(name, "").strip()

    def number(self, name: str, default: int = 1) -> int:
        """A parameter that is a count from 1."""
        given = self.get(name)
        return max(int(given), 1) if given.isdecimal() and len(given) < 8 else default

    def page(self, template: str, name: str, values: Mapping[str, Any], status: int = 200) -> Response:
        """A whole page."""
        url = self.request.url
        frame = {
            "page": name, "keys": KEYS, "token": self.desk.guard.token, "reviewer": self.reviewer, "named": self.named,
            "here": url.path + (f"?{url.query}" if url.query else ""), "loading": self.loading,
            "trouble": self.desk.loading.trouble and self.desk.loading.trouble.message(self.lang),
        }  # fmt: skip
        return HTMLResponse(render(template, self.lang, frame | dict(values)), status)

    def fragment(self, template: str, values: Mapping[str, Any]) -> str:
        """A part of a page."""
        return render(template, self.lang, dict(values))


View = Callable[[Asked], Response]


def viewed(view: View, desk: Desk) -> Callable[[Request], Response]:
    """The view as Starlette calls it (in a thread: the views are plain functions)."""

    @functools.wraps(view)
    def endpoint(request: Request) -> Response:
        if desk.loading.start():
            desk.loading.wait(_NEW_RESULTS)
        return view(Asked(request, desk, desk.loading.at))

    return endpoint


def posted(view: Callable[[Asked, dict[str, Any]], Response], desk: Desk) -> Any:
    """A view that gets the JSON object of a request's body; 400 where there is none."""
    from starlette.concurrency import run_in_threadpool

    async def endpoint(request: Request) -> Response:
        try:
            form = json.loads(await request.body())
        except ValueError:
            form = None
        if not isinstance(form, dict):
            return JSONResponse({"said": "JSON?"}, 400)
        return await run_in_threadpool(view, Asked(request, desk), form)

    return endpoint


def clean_name(name: str) -> str:
    """A name fit to be recorded: one line of printable characters."""
    return " ".join("".join(char for char in name if char.isprintable()).split())[:_NAME_LENGTH]


@dataclass(frozen=True)
class Paging:
    """Where in a list a page stands; ``before`` and ``after`` are addresses, empty at its ends."""

    page: int
    pages: int
    before: str
    after: str


def paging(asked: Asked, page: int, total: int, size: int) -> Paging:
    """The paging of a list of ``total`` rows, ``size`` a page."""
    pages = max(-(-total // size), 1)
    given = {key: value for key, value in asked.request.query_params.items() if key != "page" and value}

    def address(number: int) -> str:
        return f"{asked.request.url.path}?{urlencode({**given, 'page': str(number)})}"

    return Paging(page, pages, address(page - 1) if page > 1 else "", address(page + 1) if page < pages else "")
