"""Ids, actions, cross-checks and issues."""

from collections.abc import Callable
from uuid import UUID

import pytest

from notula.models.evidence import Evidence
from notula.models.minutes import DateValue, Meeting, TextValue
from notula.models.result import Result
from notula.pipeline.extract.assemble import Ids

Minutes = Callable[..., Result]
WHERE = Evidence(char_start=0, char_end=1, quote="x", rule="test")


def meeting(day: str | None = "2023-03-14", title: str | None = "Rapat Pasar") -> Meeting:
    return Meeting(
        date=DateValue(start=day, text="x", confidence=1, evidence=WHERE) if day else None,
        title=TextValue(text=title, confidence=1, evidence=WHERE) if title else None,
    )


def test_a_meeting_is_told_by_day_and_title_whatever_the_file() -> None:
    assert Ids(meeting(), "one").meeting == Ids(meeting(), "other").meeting
    assert Ids(meeting(), "one").meeting != Ids(meeting(day="2023-03-15"), "one").meeting
    assert Ids(meeting(), "one").meeting != Ids(meeting(title="Rapat Gudang"), "one").meeting


@pytest.mark.parametrize("lacking", [{"day": None}, {"title": None}], ids=["no day", "no title"])
def test_a_meeting_without_day_or_title_is_told_by_its_file(lacking: dict[str, None]) -> None:
    assert Ids(meeting(**lacking), "one").meeting == Ids(meeting(**lacking), "one").meeting
    assert Ids(meeting(**lacking), "one").meeting != Ids(meeting(**lacking), "other").meeting


def test_ids_are_uuids_of_version_five() -> None:
    ids = Ids(meeting(), "one")
    assert {ids.meeting.version, UUID(ids.item("agenda", "Pupuk")).version} == {5}


def test_items_differ_by_list_text_and_number() -> None:
    ids = Ids(meeting(), "one")
    made = [ids.item(*each) for each in (("agenda", "Pupuk"), ("agreement", "Pupuk"), ("agenda", "Bibit"),
                                         ("agenda", "Pupuk"))]  # fmt: skip
    assert len(set(made)) == 4
    assert made[0] == Ids(meeting(), "two").item("agenda", "Pupuk")


def test_spacing_and_case_do_not_change_an_id() -> None:
    assert Ids(meeting(), "x").item("agenda", "Pupuk  urea") == Ids(meeting(), "x").item("agenda", "pupuk urea")


@pytest.mark.parametrize(
    ("point", "action"),
    [
        ("Rina Anggraini akan mencetak spanduk.", "mencetak spanduk"),
        ("Mencetak spanduk (Rina Anggraini) paling lambat 20 Maret 2023", "Mencetak spanduk"),
        ("Mencetak spanduk. PIC: Rina Anggraini", "Mencetak spanduk"),
        ("Mencetak spanduk - Rina Anggraini", "Mencetak spanduk"),
        ("Rina Anggraini diminta segera mencetak spanduk", "mencetak spanduk"),
        ("Rina Anggraini: mencetak spanduk", "mencetak spanduk"),
        ("Sebelum 20 Maret 2023, Rina Anggraini mencetak spanduk", "mencetak spanduk"),
        ("Mencetak spanduk, batas 20 Maret 2023", "Mencetak spanduk"),
        ("Mencetak spanduk", "Mencetak spanduk"),
    ],
)
def test_the_action_is_without_owner_and_deadline(point: str, action: str, under: Minutes) -> None:
    (follow_up,) = under("Tindak Lanjut", f"1. {point}").follow_ups
    assert follow_up.action.rstrip(" .") == action


@pytest.mark.parametrize(
    ("point", "reasons", "review", "issues"),
    [
        ("Rina Anggraini mencetak spanduk paling lambat 20 Maret 2023", (), False, []),
        ("Rina Anggraini mencetak spanduk", ("no_due",), False, []),
        ("Mencetak spanduk paling lambat 20 Maret 2023", ("no_owner",), True, ["F002"]),
        ("Mencetak spanduk", ("no_owner", "no_due"), True, ["F002"]),
        ("Mencetak spanduk (selesai)", ("no_due",), False, []),
    ],
    ids=["all said", "no deadline", "no owner", "neither", "done"],
)
def test_reasons_to_review(
    point: str, reasons: tuple[str, ...], review: bool, issues: list[str], under: Minutes
) -> None:
    result = under("Tindak Lanjut", f"1. {point}")
    (follow_up,) = result.follow_ups
    doubts = set(follow_up.review_reasons) - {"unsure"}
    assert (doubts, follow_up.needs_review) == (set(reasons), review or "unsure" in follow_up.review_reasons)
    assert [issue.code for issue in result.issues] == issues
    assert all(issue.evidence is not None and issue.evidence.quote == point for issue in result.issues)


def test_each_doubt_lowers_the_confidence(under: Minutes) -> None:
    sure, unsure = under("Tindak Lanjut", "1. Rina Anggraini mencetak spanduk", "2. Mendata pedagang").follow_ups
    assert 0 < unsure.confidence < sure.confidence < 1


def test_a_deadline_that_cannot_be_fixed_is_an_issue(minutes: Minutes) -> None:
    text = "NOTULA RAPAT\nRapat Pasar\n\nTempat: Aula\n\nTindak Lanjut\n1. Rina mendata pedagang minggu depan\n"
    issue = next(issue for issue in minutes(text).issues if issue.code == "F001")
    assert issue.evidence is not None and issue.evidence.quote == "minggu depan"
    assert "minggu depan" in issue.message
