"""Titles of the parts of a report of work: what is done or being done, and what is planned.

They head lists ("Sudah", "Sedang", "Akan"; "Capaian minggu lalu", "Rencana minggu depan") and columns side by side,
where shorter ones tell enough ("Capaian", "Target").
"""

import re
from enum import StrEnum
from functools import cache

from notula.pipeline.lexicon import Lexicon
from notula.pipeline.structure.wording import normal, options


class Part(StrEnum):
    """A part of a report: what is done or being done, or what is planned."""

    DONE = "done"
    PLAN = "plan"


def report_part(title: str, lexicon: Lexicon, *, column: bool = False) -> Part | None:
    """The part of a report that a heading, or the title of a ``column``, is over; None where it is over none."""
    plain = normal(title)
    for part, pattern in _patterns(lexicon, column).items():
        if pattern.fullmatch(plain):
            return part
    return None


@cache
def _patterns(lexicon: Lexicon, column: bool) -> dict[Part, "re.Pattern[str]"]:
    headings, words = lexicon.headings, lexicon.headings.report
    must, settled, work = options(headings.must), options(headings.settled), options(headings.work)
    told, meant = options(words.told), options(words.meant)
    past, now, ahead = options(words.past), options(words.now), options(words.ahead)
    going = rf"(?:{options(words.going)}) (?:{options((*headings.work, *words.process))})"
    day = r"(?:(?: \w+){0,2} \d{1,2} \w+(?: \d{4})?)?"  # "besok, Jumat 5 Mei"
    done = [options((*words.done, *words.doing)), going, rf"(?:{settled}) (?:{work})",
            rf"(?:{told}) (?:{past})", rf"(?:{meant}) (?:{past})"]  # fmt: skip
    plan = [options(words.plan), rf"(?:{must}) (?:{work})",
            rf"(?:{told}) (?:(?:untuk|buat) )?(?:{ahead})",
            rf"(?:{meant}) (?:(?:untuk|buat) )?(?:{now}|{ahead}){day}"]  # fmt: skip
    if column:
        done += [options(words.title_done), rf"(?:{told}) (?:{now})", past, now]
        plan += [options(words.title_plan), ahead]
    lead = rf"(?:(?:{options(headings.relative)}) ){{0,2}}"
    return {
        part: re.compile(rf"{lead}(?:{'|'.join(forms)})(?: (?:{times}))?")
        for part, forms, times in ((Part.DONE, done, f"{past}|{now}"), (Part.PLAN, plan, f"{now}|{ahead}"))
    }
