"""The words of an exported item: titles, descriptions, dates and sources as people read them."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

from notula.models.handover import MeetingRow, Row
from notula.pipeline.export.interface import Work
from notula.pipeline.export.marks import id_line
from notula.pipeline.messages import Lang, place_words, say

# What XML and databases do not take: control characters but tab and newline, halves of pairs, non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"\s+")
_SOURCE = 300  # characters of a meeting's title where it only tells the source
_HOURS = {"WIB": 7, "WITA": 8, "WIT": 9}  # ahead of UTC; Indonesia has no summer time
_CITIES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
_MONTHS: dict[Lang, tuple[str, ...]] = {
    "id": ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
           "November", "Desember"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip


def plain(text: str) -> str:
    """The text without characters that no target can hold; line breaks as newlines."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """The text on one line, each run of white space one space."""
    return _SPACES.sub(" ", plain(text)).strip()


def shorten(text: str, limit: int, work: Work) -> str:
    """The text, cut to ``limit`` characters (the last one ``…``) and noted where it is longer."""
    if len(text) <= limit:
        return text
    work.notes["shortened"] += 1
    return text[: limit - 1].rstrip() + "…"


def day(iso: str | None) -> date | None:
    """The day of an ISO date; None where there is none or it is no date."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def moment(iso: str) -> datetime:
    """The time of an ISO time stamp, in UTC; one without a zone is meant in UTC.

    Raises:
        ValueError: it is none.
    """
    found = datetime.fromisoformat(iso)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def zone_of(meeting: MeetingRow | None) -> timezone:
    """The time zone of a meeting: its own where the minutes say one, else that of Jakarta."""
    return timezone(timedelta(hours=_HOURS.get((meeting and meeting.zone) or "WIB", 7)))


def zone_name(meeting: MeetingRow | None) -> str:
    """The name of that time zone in the IANA data base."""
    return _CITIES.get((meeting and meeting.zone) or "WIB", _CITIES["WIB"])


def long_date(iso: str | None, lang: Lang) -> str:
    """``8 Oktober 2020``; the text itself where it is no ISO date, empty for None."""
    found = day(iso)
    return f"{found.day} {_MONTHS[lang][found.month - 1]} {found.year}" if found else plain(iso or "")


def due_words(row: Row, lang: Lang) -> str:
    """The deadline for people: its day, else its words, else empty."""
    return long_date(row.due_date, lang) or one_line(row.due_text or "")


def status_words(row: Row, lang: Lang) -> str:
    """How far a follow-up is, and that nobody has looked at it yet where that is so."""
    said = say(f"export.status.{row.status}", lang)
    return f"{said} ({say('export.pending', lang)})" if row.review == "pending" else said


def source_words(row: Row, meeting: MeetingRow | None, lang: Lang) -> str:
    """Where a follow-up comes from: the meeting's title and day, and the page or place in the file."""
    parts = []
    if meeting:
        title = one_line(meeting.title or meeting.filename)
        parts = [title if len(title) <= _SOURCE else title[: _SOURCE - 1] + "…", long_date(meeting.date, lang)]
    if row.page is not None:
        parts.append(say("export.page", lang, page=str(row.page)))
    elif row.place:
        parts.append(place_words(one_line(row.place), lang))
    return ", ".join(part for part in parts if part)


def owner_names(row: Row) -> list[str]:
    """The owners' names, each on one line."""
    return [one_line(owner.name) for owner in row.owners]


def joined(names: list[str]) -> str:
    """Names in one cell, with ``;`` between them; one inside a name becomes a comma."""
    return "; ".join(name.replace(";", ",") for name in names)


def title_of(row: Row, limit: int, work: Work) -> str:
    """The item's title: the action on one line, marked where it is not reviewed, cut at ``limit`` characters."""
    title = one_line(row.action) or one_line(row.text) or row.id
    if row.review == "pending":
        title = f"[{say('export.pending', work.lang)}] {title}"
    return shorten(title, limit, work)


def description_lines(row: Row, work: Work) -> list[str]:
    """What the item says besides its title, a line each, all of it text of the minutes; without our id."""
    lang = work.lang
    due = due_words(row, lang)
    if row.due_date and row.due_text and one_line(row.due_text) != due:
        due = f"{due} ({one_line(row.due_text)})"
    fields = (
        ("action", one_line(row.action or row.text)),
        ("owners", joined(owner_names(row))),
        ("recipients", joined([one_line(name) for name in row.recipients])),
        ("due", due),
        ("status", status_words(row, lang)),
        ("source", source_words(row, work.meeting_of(row), lang)),
        ("quote", one_line(row.quote)),
    )
    return [f"{say(f'export.line.{name}', lang)}: {text}" for name, text in fields if text]


def description(row: Row, work: Work) -> str:
    """The item's description as plain text: a line a field, and our id on the last line."""
    return "\n".join([*description_lines(row, work), "", id_line(row.id)])


def first_user(row: Row, work: Work, fits: re.Pattern[str] | None = None) -> str:
    """The first owner whom the target knows, for tools that have one owner an item; empty where there is none.

    Owners that are left out are noted; so are names of users that the target cannot have (``fits``).
    """
    users = [owner.user for owner in row.owners if owner.user]
    good = [user for user in users if fits is None or fits.fullmatch(user)]
    if bad := len(users) - len(good):
        work.notes["bad_user"] += bad
    if left := len(row.owners) - len(good[:1]):
        work.notes["owner_left_out"] += left
    return good[0] if good else ""
