"""Charts of the overview as numbers: the template draws them as SVG without a line of script or style."""

from collections.abc import Sequence
from dataclasses import dataclass

from notula.models.review_views import MonthCount, OwnerCount, Progress
from notula.pipeline.review.words import Words, visible

_WIDTH, _ROW, _NAME, _COUNT = 380, 22, 160, 36
_COLUMNS, _TALL = 14, 120  # months shown at most, height of the tallest column
_LONGEST = 20  # letters of a name


@dataclass(frozen=True)
class Bar:
    """A rectangle; ``title`` says it in words."""

    x: float
    y: float
    width: float
    height: float
    look: str
    title: str


@dataclass(frozen=True)
class Label:
    """A text; ``anchor`` is SVG's text-anchor."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    look: str = ""


@dataclass(frozen=True)
class Chart:
    """A chart; ``text`` says all of it for those who do not see it, ``legend`` whether colours need to be explained."""

    title: str
    width: int
    height: int
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    text: str
    legend: bool = True


def owner_chart(counts: Sequence[OwnerCount], words: Words) -> Chart:
    """A row for each owner: what is not done (what is overdue of it in front), then what is done."""
    most = max((_left(one) + one.done for one in counts), default=0) or 1
    bars: list[Bar] = []
    labels: list[Label] = []
    told = []
    for at, one in enumerate(counts):
        name = visible(one.owner) if one.owner else words.t("nobody")
        y, x = at * _ROW, float(_NAME)
        said = words.t("chart_bar", name=name, open=str(_left(one)), done=str(one.done))
        told.append(said)
        parts = ((one.overdue, "bar late"), (_left(one) - one.overdue, "bar"), (one.done, "bar good"))
        for count, look in parts:
            width = round((_WIDTH - _NAME - _COUNT) * max(count, 0) / most, 1)
            if width:
                bars.append(Bar(x, y + 4, width, _ROW - 8, look, said))
                x += width
        short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
        labels.append(Label(_NAME - 8, y + 15, short, "end"))
        labels.append(Label(x + 6, y + 15, str(_left(one) + one.done), look="soft"))
    return Chart(words.t("chart_owners"), _WIDTH, _ROW * len(counts) or 1, tuple(bars), tuple(labels), ". ".join(told))


def month_chart(counts: Sequence[MonthCount], words: Words, this_month: str) -> Chart:
    """A column for each month, the present one within the window; done below, not done on top."""
    dated = [one for one in counts if one.month]
    shown = _around(dated, this_month)
    most = max((_left(one) + one.done for one in shown), default=0) or 1
    step = _WIDTH / max(len(shown), 6)
    bars: list[Bar] = []
    labels: list[Label] = []
    told = []
    year = ""
    for at, one in enumerate(shown):
        month = one.month or ""
        said = words.t("chart_bar", name=words.month(month), open=str(_left(one)), done=str(one.done))
        told.append(said)
        x, y = round(at * step + step * 0.15, 1), float(_TALL + 18)
        for count, look in ((one.done, "bar good"), (_left(one), "bar late" if month < this_month else "bar")):
            height = round(_TALL * count / most, 1)
            if height:
                y = round(y - height, 1)
                bars.append(Bar(x, y, round(step * 0.7, 1), height, look, said))
        middle = round(at * step + step / 2, 1)
        labels.append(Label(middle, y - 5, str(_left(one) + one.done), "middle", "soft"))
        labels.append(Label(middle, _TALL + 33, words.month(month)[:3], "middle"))
        if month[:4] != year:
            year = month[:4]
            labels.append(Label(middle, _TALL + 47, month[:4], "middle", "soft"))
    return Chart(words.t("chart_months"), _WIDTH, _TALL + 54, tuple(bars), tuple(labels), ". ".join(told))


def progress_chart(state: Progress, words: Words) -> Chart:
    """A row for each state of items."""
    rows = (("accepted", state.accepted, "bar good"), ("edited", state.edited, "bar good"),
            ("rejected", state.rejected, "bar late"), ("pending", state.pending, "bar"))  # fmt: skip
    if not state.items:
        return Chart(words.t("chart_progress"), _WIDTH, 1, (), (), "")
    bars: list[Bar] = []
    labels: list[Label] = []
    told = []
    for at, (name, count, look) in enumerate(rows):
        y, share = at * _ROW, count / state.items
        label = words.t(f"state_{name}")
        said = words.t("chart_share", name=label, count=words.number(count), share=words.percent(share))
        told.append(said)
        wide = _WIDTH - _NAME - 92
        bars.append(Bar(_NAME, y + 4, wide, _ROW - 8, "ground", said))
        bars.append(Bar(_NAME, y + 4, round(wide * share, 1), _ROW - 8, look, said))
        labels.append(Label(_NAME - 8, y + 15, label, "end"))
        labels.append(Label(_WIDTH, y + 15, f"{words.number(count)} ({words.percent(share)})", "end", "soft"))
    text = ". ".join(told)
    return Chart(words.t("chart_progress"), _WIDTH, _ROW * len(rows), tuple(bars), tuple(labels), text, legend=False)


def _left(one: OwnerCount | MonthCount) -> int:
    return one.open + one.in_progress


def _around(counts: Sequence[MonthCount], this_month: str) -> list[MonthCount]:
    """As many months as fit: the last past ones and those to come."""
    past = [one for one in counts if (one.month or "") < this_month]
    ahead = [one for one in counts if (one.month or "") >= this_month]
    room = max(_COLUMNS - len(ahead), 4)
    return (past[-room:] + ahead)[:_COLUMNS]
