"""Values as people read them, and as the page's scripts do."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from notula.models.evidence import Evidence, PageBox
from notula.models.minutes import DueKind
from notula.models.review import ItemList, ItemValues, ReviewedDate, ReviewedDue, ReviewedItem, ReviewedParty
from notula.models.review_views import MonthCount, OwnerCount, Progress
from notula.pipeline.messages.review_page import REVIEW_PAGE
from notula.pipeline.review.charts import month_chart, owner_chart, progress_chart
from notula.pipeline.review.marks import entry_marks, marks_json, values_json
from notula.pipeline.review.source_view import cut
from notula.pipeline.review.words import Words, visible

REVIEW = Path(__file__).resolve().parents[2] / "pipeline/review"
ID, EN = Words("id"), Words("en")


def evidence(start: int, end: int, page: int | None = None) -> Evidence:
    boxes = (PageBox(page=page, x0=1, top=2, x1=3, bottom=4),) if page else ()
    return Evidence(page=page, char_start=start, char_end=end, quote="x" * (end - start), boxes=boxes, rule="r")


def item(**changes: Any) -> ReviewedItem:
    machine = ItemValues(
        text="Sari menyusun laporan besok", action="menyusun laporan",
        owners=(ReviewedParty(name="Sari", evidence=evidence(0, 4, 1)),),
        due=ReviewedDue(date="2023-05-13", text="besok", kind=DueKind.RELATIVE, evidence=evidence(22, 27, 1)),
    )  # fmt: skip
    fields: dict[str, Any] = {
        "id": "i", "meeting_id": "m", "confidence": 0.4, "revision": 1, "list": ItemList.FOLLOW_UPS, "position": 1,
        "values": machine, "machine": machine, "evidence": evidence(0, 27, 1), "review_reasons": ("from_discussion",),
    }  # fmt: skip
    return ReviewedItem(**fields | changes)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("biasa – “kutip” é", "biasa – “kutip” é"),
        ("a\u202eb", "a\ufffdb"),
        ("a\x00b\x1b[31m", "a\u2400b\u241b[31m"),
        ("a\u200bb\ufeff", "a\ufffdb\ufffd"),
        ("a\nb\tc", "a\nb\tc"),
        ("a\fb\r", "a\nb\n"),
        ("a\u00a0b", "a b"),
    ],
    ids=["plain", "direction", "control", "invisible", "lines", "page breaks", "no-break space"],
)
def test_characters_that_act_are_shown_instead(text: str, shown: str) -> None:
    assert visible(text) == shown and len(shown) == len(text)


@pytest.mark.parametrize(
    ("words", "shown"),
    [(ID.day("2023-05-05"), "5 Mei 2023"), (EN.day("2023-05-05"), "5 May 2023"), (ID.day(None), ""),
     (ID.day("2023-99-05"), "2023-99-05"), (ID.month("2023-12"), "Des 2023"), (ID.month("x"), "x"),
     (ID.number(12345), "12.345"), (EN.number(12345), "12,345"), (ID.percent(0.678), "68%")],
)  # fmt: skip
def test_days_and_numbers_in_both_languages(words: str, shown: str) -> None:
    assert words == shown


@pytest.mark.parametrize(
    ("due", "shown"),
    [
        (None, ""),
        (ReviewedDue(date="2023-05-31", text="akhir bulan", kind=DueKind.RELATIVE), "31 Mei 2023 (“akhir bulan”)"),
        (ReviewedDue(date="2023-05-31", text="paling lambat 31 Mei 2023"), "31 Mei 2023"),
        (ReviewedDue(date=None, text="segera", kind=DueKind.VAGUE), "segera"),
    ],
)
def test_a_deadline_tells_what_it_was_reckoned_from(due: ReviewedDue | None, shown: str) -> None:
    assert ID.due(due) == shown


def test_a_date_that_is_not_understood_shows_its_words() -> None:
    assert ID.meeting_date(ReviewedDate(start=None, text="pekan lalu")) == "pekan lalu"


def test_doubts_are_sentences() -> None:
    assert ID.doubts(item()) == [
        "Keyakinan pembaca hanya 40%.", "Berasal dari pembahasan, bukan dari daftar tindak lanjut."
    ]  # fmt: skip
    assert ID.doubts(item(confidence=0.9, review_reasons=("a_new_reason",))) == ["a_new_reason"]


def test_fields_that_a_person_has_changed_tell_what_was_read() -> None:
    values = item().values.model_copy(update={"due": ReviewedDue(date="2023-06-01"), "action": "menyalin"})
    assert ID.machine_differs(item(values=values, state="edited")) == [
        ("Tindakan", "menyusun laporan"), ("Tenggat", "13 Mei 2023 (“besok”)")
    ]  # fmt: skip
    assert ID.machine_differs(item(values=values, state="pending")) == []


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, "–"), ([], "–"), ("open", "terbuka"), ([{"name": "Sari"}, {"name": "Budi"}], "Sari; Budi"),
     ({"date": None, "text": "segera"}, "segera"), ({"start": "2023-05-05", "end": None, "text": "x"}, "5 Mei 2023"),
     ({"start": "09:00", "end": None, "zone": "WIB", "text": ""}, "09.00 WIB"), ({"text": "Balai"}, "Balai"), (7, "7")],
)  # fmt: skip
def test_a_logged_value_is_shown(value: Any, shown: str) -> None:
    assert ID.shown(value) == shown


# --- for the scripts -------------------------------------------------------------------------------------------------


def test_marks_are_field_by_field_the_widest_first() -> None:
    assert [look for look, _ in entry_marks(item())] == ["action", "owner", "due"]
    rows = json.loads(marks_json(entry_marks(item())))
    assert rows[0] == {"m": "action", "p": 1, "s": 0, "e": 27, "b": [[1, 1.0, 2.0, 3.0, 4.0]]}


def test_a_field_with_a_persons_value_is_marked_where_the_machine_read_it() -> None:
    values = item().values.model_copy(update={"due": ReviewedDue(date="2023-06-01")})
    assert ("due", 22) in [(look, found.char_start) for look, found in entry_marks(item(values=values))]


def test_forms_begin_with_what_would_be_typed() -> None:
    values = json.loads(values_json(item()))
    assert (values["owners"], values["due"], values["status"]) == (["Sari"], "besok", "open")


def test_the_text_is_cut_at_lines_and_marks() -> None:
    marked = [("action", evidence(0, 8)), ("owner", evidence(5, 8)), ("due", evidence(99, 120))]
    pieces = cut("satu dua\ntiga\n", marked)
    assert [(piece.start, piece.text, piece.mark, piece.first) for piece in pieces] == [
        (0, "satu ", "action", True), (5, "dua", "owner", False), (8, "\n", "", False), (9, "tiga\n", "", False)
    ]  # fmt: skip


# --- charts ----------------------------------------------------------------------------------------------------------


def test_an_owners_row_is_as_long_as_its_count() -> None:
    chart = owner_chart([OwnerCount(owner="Sari", open=3, overdue=1, done=1), OwnerCount(owner=None, open=2)], ID)
    late, left, done, nobody = (bar.width for bar in chart.bars)
    assert left == pytest.approx(2 * late, abs=0.2) and done == pytest.approx(late, abs=0.2)
    assert nobody == pytest.approx(2 * late, abs=0.2)
    assert "Sari: 3 belum selesai, 1 selesai" in chart.text and "tidak disebut" in chart.text


def test_months_around_the_present_one_are_shown() -> None:
    months = [MonthCount(month=f"{year}-{month:02}", open=1) for year in (2022, 2023, 2024) for month in range(1, 13)]
    chart = month_chart([MonthCount(month=None, open=9), *months], ID, "2024-11")
    assert "Nov 2024" in chart.text and "Des 2024" in chart.text and "Jan 2022" not in chart.text
    looks = {bar.title[:8]: bar.look for bar in chart.bars}
    assert looks["Okt 2024"] == "bar late" and looks["Nov 2024"] == "bar"


def test_progress_adds_up() -> None:
    chart = progress_chart(Progress(items=10, accepted=4, edited=1, rejected=0, pending=5), ID)
    assert "diterima: 4 butir (40%)" in chart.text
    assert progress_chart(Progress(), ID).bars == ()


# --- the page's sentences --------------------------------------------------------------------------------------------


def test_every_sentence_of_the_page_is_used_and_exists() -> None:
    files = [*REVIEW.rglob("*.py"), *REVIEW.rglob("*.html")]
    code = "\n".join(path.read_text("utf-8") for path in files)
    known = {key.removeprefix("page.") for key in REVIEW_PAGE if key.startswith("page.")}
    named = set(re.findall(r"""\bt\(['"](\w+)['"]""", code))
    families = tuple(re.findall(r"""\bt\(f?['"](\w+_)(?:['"] \+|\{)""", code))
    assert {key for key in named if not key.endswith("_")} <= known
    words = set(re.findall(r"\w+", code))
    unused = {key for key in known - words if not key.startswith((*families, "doubt_", "source_", "log_"))}
    assert not unused


@pytest.mark.parametrize("today", [dt.date(2023, 5, 12)])
def test_urgency(today: dt.date) -> None:
    def of(day: str | None, status: str = "open") -> str:
        one = type("Row", (), {"status": status, "due": ReviewedDue(date=day) if day else None})()
        return ID.urgency(one, today)

    assert [of("2023-05-11"), of("2023-05-12"), of("2023-05-19"), of("2023-05-20")] == ["late", "soon", "soon", ""]
    assert [of(None), of("2023-05-11", "done"), of("2023-05-11", "cancelled")] == ["", "", ""]
