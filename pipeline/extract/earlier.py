"""Tasks of an earlier meeting, told by a day before this one: in a heading, or under the title of a column."""

import datetime as dt
import re

from notula.models.sections import Section
from notula.pipeline.extract.dates import find_dates
from notula.pipeline.extract.drafts import DueRef
from notula.pipeline.extract.due_reckon import last_day
from notula.pipeline.lexicon import Lexicon

_MEETING = re.compile(
    r"\b(?:rapat|pertemuan|sidang|rakor|raker|rapim|rtm|lokmin|musyawarah|meeting|pleno)\b", re.IGNORECASE
)
# The title of a column of days on which tasks were finished, or are to be.
_FINISHED = re.compile(
    r"\W*(?:(?:tgl|tanggal|waktu)\.?\s+)?(?:selesai|penyelesaian|realisasi|terlaksana)\b", re.IGNORECASE
)


def is_of_earlier(section: Section, lexicon: Lexicon, day: dt.date | None) -> bool:
    """Whether a heading dates the meeting that set the tasks before this one ("Tindak lanjut rapat 5 Mei 2023")."""
    heading = section.heading.text if section.heading is not None and not section.inline else ""
    dates = find_dates(heading, lexicon) if day and _MEETING.search(heading) else ()
    days = [last_day(each, day) for each in dates if each.parts.year]
    return bool(days) and all(each and day and each < day for each in days)


def was_finished(title: str, due: DueRef | None, day: dt.date | None) -> bool:
    """Whether a day before the meeting stands under a title that says when a task was finished ("Selesai tgl")."""
    told = due.mention.date if due is not None else None
    return bool(day and told and told < day and _FINISHED.match(title))
