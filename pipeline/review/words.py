"""Values as a person reads them: what the templates' filters say, in one language."""

import datetime as dt
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, Final

from notula.models.evidence import Evidence
from notula.models.minutes import DueKind
from notula.models.review import (
    LogEntry,
    ReviewedDate,
    ReviewedDue,
    ReviewedFollowUp,
    ReviewedHeader,
    ReviewedItem,
    ReviewedParty,
    ReviewedTime,
    ReviewState,
)
from notula.pipeline.messages import MESSAGES, Lang, say
from notula.pipeline.store.items import LOW

SOON: Final = 7  # days
_FINISHED: Final = frozenset({"done", "cancelled"})
Rows = Iterator[tuple[str, str, str]]


def visible(text: object) -> str:
    """Text whose control and direction characters show instead of working; as long as before, so offsets still fit."""
    plain = str(text)
    return plain if plain.isprintable() else "".join(_shown_character(char) for char in plain)


def _shown_character(char: str) -> str:
    if char in "\n\t" or char.isprintable():
        return char
    if char in "\f\v\r":
        return "\n"
    if ord(char) < 0x20:
        return chr(0x2400 + ord(char))  # Unicode's pictures of control characters
    return " " if unicodedata.category(char) == "Zs" else "\ufffd"


class Words:
    """The filters for one language."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self._months = say("page.months", lang).split()

    def t(self, key: str, **details: str) -> str:
        """A message of the page."""
        return say(f"page.{key}", self.lang, **details)

    def filters(self) -> dict[str, Any]:
        """The filters by the names that templates use."""
        own = ("number", "percent", "day", "month", "moment", "due", "party", "parties", "meeting_date", "meeting_time",
               "place", "logged", "doubts", "machine_differs", "shown", "changes", "urgency", "said")  # fmt: skip
        return {"visible": visible, "anchor": anchor} | {name: getattr(self, name) for name in own}

    def number(self, count: int) -> str:
        """A count with its thousands apart."""
        return f"{count:,}".replace(",", "." if self.lang == "id" else ",")

    def percent(self, share: float) -> str:
        """A share in whole percent."""
        return f"{share * 100:.0f}%"

    def day(self, iso: str | None) -> str:
        """An ISO day as ``5 Mei 2023``; empty where there is none."""
        try:
            day = dt.date.fromisoformat(iso or "")
        except ValueError:
            return visible(iso or "")
        return f"{day.day} {self._months[day.month - 1]} {day.year}"

    def month(self, month: str) -> str:
        """``2023-05`` as ``Mei 2023``."""
        year, _, number = month.partition("-")
        known = number.isdigit() and 1 <= int(number) <= 12
        return f"{self._months[int(number) - 1]} {year}" if known else visible(month)

    def moment(self, iso: str | None) -> str:
        """An ISO moment (UTC) as day and time here."""
        try:
            at = dt.datetime.fromisoformat(iso or "").astimezone()
        except ValueError:
            return ""
        return f"{self.day(at.date().isoformat())}, {self._clock(f'{at:%H:%M}')}"

    def due(self, due: ReviewedDue | None) -> str:
        """A deadline's day and, where the day was reckoned from them, its words."""
        if due is None:
            return ""
        day, words = self.day(due.date), visible(due.text)
        if not day or not words:
            return day or words
        return day if due.kind is DueKind.ABSOLUTE else f"{day} (“{words}”)"

    def party(self, party: ReviewedParty) -> str:
        """A party with role and organisation."""
        more = [visible(part) for part in (party.role, party.organization) if part]
        long = party.canonical_name if party.canonical_name and party.canonical_name != party.name else None
        name = visible(party.name) + (f" ({visible(long)})" if long else "")
        return ", ".join([name, *more])

    def parties(self, parties: Sequence[ReviewedParty]) -> str:
        """The names of parties."""
        return "; ".join(visible(party.name) for party in parties)

    def meeting_date(self, date: ReviewedDate | None) -> str:
        """A meeting's day or days, with the words of the document where no day could be told."""
        if date is None:
            return ""
        days = " – ".join(self.day(each) for each in (date.start, date.end) if each)
        return days or visible(date.text)

    def meeting_time(self, time: ReviewedTime | None) -> str:
        """A meeting's time of day."""
        if time is None:
            return ""
        hours = " – ".join(self._clock(each) for each in (time.start, time.end) if each)
        return f"{hours} {time.zone or ''}".strip() or visible(time.text)

    def _clock(self, time: str) -> str:
        return time.replace(":", ".") if self.lang == "id" else time

    def place(self, evidence: Evidence | None) -> str:
        """Where a value stands, in a few words; empty where the format has no such places."""
        if evidence is None:
            return ""
        if evidence.page:
            return self.t("page", page=str(evidence.page))
        words = (evidence.place or "").split()
        if len(words) >= 4 and words[0] == "table":
            return self.t("table", n=words[1], row=words[3])
        return self.t("paragraph", n=words[1]) if len(words) == 2 and words[0] == "paragraph" else ""

    def said(self, entry: ReviewedItem | ReviewedHeader, header: str) -> str:
        """An entry in one line."""
        if isinstance(entry, ReviewedHeader):
            return header
        text = visible(entry.values.action or entry.values.text)
        return text if len(text) <= 120 else text[:119] + "…"

    def doubts(self, entry: ReviewedItem | ReviewedHeader) -> list[str]:
        """Why an entry is doubtful, a sentence each; the surest of readings has none."""
        found = []
        if entry.confidence < LOW:
            found.append(self.t("doubt_low", percent=self.percent(entry.confidence)))
        for reason in entry.review_reasons:
            if reason == "unsure" and found:
                continue  # said above, with the figure
            for key in (f"page.doubt_{reason}", f"review.{reason}"):
                if key in MESSAGES:
                    found.append(say(key, self.lang))
                    break
            else:
                found.append(reason)
        return found

    def machine_differs(self, entry: ReviewedItem | ReviewedHeader) -> list[tuple[str, str]]:
        """The fields that persons have changed, each with what the pipeline read."""
        if entry.machine is None or entry.state is ReviewState.PENDING:
            return []
        skipped = {"status", *(clash.field for clash in entry.conflicts)}  # conflicts are told apart
        found = []
        for name in type(entry.values).model_fields:
            now, was = (self.shown(_plain(getattr(values, name))) for values in (entry.values, entry.machine))
            if now != was and name not in skipped:
                found.append((self.t(f"field_{name}"), was))
        return found

    def shown(self, value: Any) -> str:
        """A field's value as JSON holds it, for people."""
        if value is None or value == "" or value == []:
            return "–"
        if isinstance(value, list | tuple):
            return "; ".join(self.shown(each) for each in value)
        if isinstance(value, dict):
            return self._shown_object(value)
        for family in ("status", "kind", "mode", "state", "list"):
            if f"page.{family}_{value}" in MESSAGES:
                return self.t(f"{family}_{value}")
        return visible(value)

    def _shown_object(self, value: dict[str, Any]) -> str:
        if "name" in value:
            return visible(value["name"])
        if "date" in value:
            kind = DueKind(value["kind"]) if value.get("kind") in set(DueKind) else DueKind.ABSOLUTE
            return self.due(ReviewedDue(date=value["date"], text=value.get("text") or "", kind=kind)) or "–"
        start, end, text = value.get("start"), value.get("end"), visible(value.get("text") or "–")
        if "zone" in value:
            return self.meeting_time(ReviewedTime(start=start, end=end, zone=value["zone"])) or text
        return self.meeting_date(ReviewedDate(start=start, end=end)) or text

    def logged(self, kind: str) -> str:
        """What a line of the log did; the log's own word where there is no message for it."""
        key = f"page.log_{kind}"
        return say(key, self.lang) if key in MESSAGES else kind

    def changes(self, entry: LogEntry) -> Rows:
        """What a line of the log changed: field, before, after; fields without words of their own are left out."""
        for name in dict.fromkeys((*entry.old, *entry.new)):
            key = f"page.field_{name}"
            if key in MESSAGES:
                was, now = self.shown(entry.old.get(name)), self.shown(entry.new.get(name))
                if was != now:
                    yield say(key, self.lang), was, now

    def urgency(self, one: ReviewedFollowUp, today: dt.date) -> str:
        """``late`` or ``soon`` where a follow-up is due and not finished, else empty."""
        if one.status in _FINISHED or one.due is None or one.due.date is None:
            return ""
        try:
            left = (dt.date.fromisoformat(one.due.date) - today).days
        except ValueError:
            return ""
        return "late" if left < 0 else "soon" if left <= SOON else ""


def anchor(evidence: Evidence | None) -> str:
    """The place on the meeting's page that shows the evidence."""
    return f"page-{evidence.page}" if evidence and evidence.page else "lit"


def _plain(value: Any) -> Any:
    """A value as JSON holds it."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.model_dump(mode="json") if hasattr(value, "model_dump") else value
