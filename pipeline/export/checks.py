"""What keeps a follow-up from going into a target; codes, for the plan of a hand-over."""

import re
from collections.abc import Callable, Mapping

from notula.models.handover import Row
from notula.pipeline.export.words import day

USER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?")  # GitHub's and GitLab's logins
EMAIL = re.compile(r"[^\s@,;:<>\"]+@[^\s@,;:<>\"]+\.[^\s@,;:<>\"]+")
ONE_LINE = re.compile(r"[^\x00-\x1f\x7f]+")
NAME_ID = re.compile(r"[^\x00-\x1f\x7f]* ?\(\d+\)")
ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def check_dates(row: Row) -> tuple[str, ...]:
    """``bad_date`` where a date is none."""
    return ("bad_date",) if any(iso and not day(iso) for iso in (row.due_date, row.started_on, row.done_on)) else ()


def check_uuid(row: Row) -> tuple[str, ...]:
    """As ``check_dates``, and ``bad_id`` where our id is no UUID."""
    return check_dates(row) + (() if ID.fullmatch(row.id) else ("bad_id",))


def check_users(fits: re.Pattern[str], limits: Mapping[str, int] | None = None) -> Callable[[Row], tuple[str, ...]]:
    """A check of dates, of users (``bad_user`` where the target cannot have one) and of lengths (``too_long``)."""

    def check(row: Row) -> tuple[str, ...]:
        codes = check_dates(row)
        if any(owner.user and not fits.fullmatch(owner.user) for owner in row.owners):
            codes += ("bad_user",)
        room = (limits or {}).get("description")
        if room is not None and _length(row) > room:
            codes += ("too_long",)
        return codes

    return check


def _length(row: Row) -> int:
    """The characters of a description at most: what the minutes say, and room for labels, source and our id."""
    names = sum(len(owner.name) + 2 for owner in row.owners) + sum(len(name) + 2 for name in row.recipients)
    return len(row.action or row.text) + len(row.quote) + len(row.due_text or "") + names + 2_000
