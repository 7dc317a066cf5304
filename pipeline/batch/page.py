"""The page that reports a run to people: one HTML file with charts that needs nothing else, neither script nor network.

It has names of files and owners and figures; nothing else that documents say. All of it is escaped.
"""

import datetime as dt
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, get_args
from urllib.parse import quote

from notula.pipeline.addresses import Location, Url
from notula.pipeline.batch import charts
from notula.pipeline.batch.charts import Chart, Part, Row
from notula.pipeline.batch.months import Window, fullest
from notula.pipeline.batch.places import Place
from notula.pipeline.batch.progress import duration
from notula.pipeline.batch.survey import Line, Survey
from notula.pipeline.errors import DocumentCode, OutputError, UsageError, why, writing
from notula.pipeline.messages import Lang, say
from notula.pipeline.text import printable

NAME: Final = "laporan.html"
_MARK: Final = b'<meta name="generator" content="Notula">'  # in the template, too
_HEAD: Final = 1_000  # bytes in which the mark stands
_FOLDER: Final = Path(__file__).parent / "templates"
_STATUSES: Final = (("ok", "good"), ("partial", "warn"), ("failed", "bad"))


@dataclass(frozen=True, slots=True)
class About:
    """What a report says besides the counts: of which folder, by which version, in what language, how it went."""

    out: Location
    version: str
    lang: Lang
    seconds: float
    unchanged: int = 0
    left_out: tuple[int, tuple[str, ...]] = (0, ())
    interrupted: bool = False


def require_page(page: Location, place: Place) -> None:
    """See that a report may be written there, in this place: nothing but an earlier report is replaced.

    Raises:
        UsageError: there is something else.
        OutputError: what is there cannot be looked at.
    """
    try:
        head = place.read(page.name, _HEAD)
    except FileNotFoundError:
        return
    except OSError as trouble:
        raise OutputError("output.write", path=str(page), reason=why(trouble)) from trouble
    if _MARK not in head:
        raise UsageError("usage.report_over", path=str(page))


def write_page(found: Survey, about: About, page: Location, place: Place) -> None:
    """Write the report in one step.

    Raises:
        OutputError: it cannot be written.
    """
    html = render(found, about, page).encode("utf-8", "replace")
    with writing(page):
        place.write(page.name, [html])


def render(found: Survey, about: About, page: Location, now: dt.datetime | None = None) -> str:
    """The report as HTML; links in it are relative to where ``page`` lies."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    words = _Words(about.lang)
    environment = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters.update(number=words.number, shown=printable)
    environment.globals.update(t=words.t, todo=words.todo, share=words.share)
    now = now or dt.datetime.now().astimezone()
    links = _Links(about.out, page)
    return environment.get_template("report.html").render(
        lang=about.lang,
        about=about,
        found=found,
        when=words.moment(now),
        time=duration(about.seconds),
        status=_status_chart(found, words),
        codes=_code_chart(found, words),
        owners=_owner_chart(found, words),
        window=_month_chart(found, words, f"{now:%Y-%m}"),
        ready=_ready_chart(found, words),
        slowest=_slow_chart(found, words),
        links=links.of,
    )


class _Words:
    """Words, figures and months of a language."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._months = say("page.months", lang).split()

    def t(self, name: str, /, **details: str) -> str:
        return say(f"laporan.{name}", self.lang, **details)

    def number(self, count: int) -> str:
        return f"{count:,}".replace(",", "." if self.lang == "id" else ",")

    def decimal(self, value: float) -> str:
        text = f"{value:,.1f}" if value >= 10 else f"{value:.2f}"
        return text.translate(str.maketrans(",.", ".,")) if self.lang == "id" else text

    def month(self, month: str) -> tuple[str, str]:
        """``2023-05`` as ``Mei`` and ``2023``."""
        return self._months[int(month[5:]) - 1], month[:4]

    def share(self, count: int, whole: int) -> str:
        return f"{100 * count / (whole or 1):.0f}%"

    def moment(self, at: dt.datetime) -> str:
        clock = f"{at:%H.%M}" if self.lang == "id" else f"{at:%H:%M}"
        return f"{at.day} {self._months[at.month - 1]} {at.year}, {clock}"

    def todo(self, code: str | None) -> str:
        """What can be done about a failure."""
        return self.t(f"todo_{code}") if code in get_args(DocumentCode) else ""

    def bar(self, name: str, count: int, look: str = "main") -> Row:
        name = printable(name)
        said = self.t("bar", name=name, count=self.number(count))
        return Row(name, (Part(count, look),), self.number(count), said)


class _Links:
    """Where results lie, as seen from the report."""

    def __init__(self, out: Location, page: Location) -> None:
        self._way = "./" if page.parent == out else f"{self._to(out, page)}/"

    @staticmethod
    def _to(out: Location, page: Location) -> str:
        """The way from a page to results that are elsewhere."""
        if isinstance(out, Url) or isinstance(page, Url):
            return quote(str(out).rstrip("/"), safe="/:@")
        here, there = page.parent.resolve(), out.resolve()
        try:
            return quote(Path(os.path.relpath(there, here)).as_posix())
        except ValueError:  # on another drive
            return there.as_uri()

    def of(self, line: Line) -> Iterable[tuple[str, str]]:
        """The addresses of a line's results, each with that of its text; none where their names are no text."""
        if not line["raw_path"]:
            for name in line["results"]:
                yield self._way + quote(name), self._way + quote(name.removesuffix(".json") + ".txt")


def _status_chart(found: Survey, words: _Words) -> Chart:
    parts = []
    for status, look in _STATUSES:
        count = found.statuses[status]
        share = words.share(count, found.files)
        said = words.t("share", name=words.t(status), count=words.number(count), share=share)
        parts.append((count, look, said))
    return charts.strip(parts)


def _code_chart(found: Survey, words: _Words) -> Chart:
    return charts.bars([words.bar(code, count, "bad") for code, count in found.codes.most_common()])


def _owner_chart(found: Survey, words: _Words) -> Chart:
    rows = []
    for owner in found.owners:
        name, count = printable(owner.name), words.number(owner.follow_ups)
        parts = (Part(owner.follow_ups - owner.to_review, "main"), Part(owner.to_review, "warn"))
        said = words.t("owner", name=name, count=count, review=words.number(owner.to_review))
        rows.append(Row(name, parts, count, said))
    return charts.bars(rows)


def _month_chart(found: Survey, words: _Words, this_month: str) -> dict[str, Any]:
    """The chart of the months with most, and what lies outside of them in words."""
    window: Window = fullest(found.months)
    rows, year = [], ""
    for month, count in window.months:
        name, of_year = words.month(month)
        look = "late" if month < this_month else "main"
        said = words.t("bar", name=f"{name} {of_year}", count=words.number(count))
        rows.append(Row(name, (Part(count, look),), words.number(count), said, of_year if of_year != year else ""))
        year = of_year
    outside = []
    for name, count, edge in (("before", window.before, 0), ("after", window.after, -1)):
        if count:
            month = " ".join(words.month(window.months[edge][0]))
            outside.append(words.t(name, month=month, count=words.number(count)))
    return {"chart": charts.columns(rows), "outside": outside}


def _ready_chart(found: Survey, words: _Words) -> Chart:
    step = 100 // len(found.ready)
    rows = []
    for at, count in enumerate(found.ready):
        name = f"{at * step}–{(at + 1) * step}"
        said = words.t("bar", name=f"{name}%", count=words.number(count))
        rows.append(Row(name, (Part(count, "main"),), words.number(count), said))
    return charts.columns(rows)


def _slow_chart(found: Survey, words: _Words) -> Chart:
    rows = []
    for seconds, line in found.slowest:
        name, value = printable(line["path"]), words.t("seconds", count=words.decimal(seconds))
        rows.append(Row(name, (Part(seconds, "main"),), value, words.t("bar", name=name, count=value)))
    return charts.bars(rows)
