"""Properties of what exporters share, over generated texts."""

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notula.models.handover import Batch
from notula.pipeline.export.content_lines import component, day_value, parameter, text_value, time_value
from notula.pipeline.export.delimited import guarded, unguarded
from notula.pipeline.export.fences import fenced
from notula.pipeline.export.interface import ExportOptions, Work
from notula.pipeline.export.marks import find_id, id_line
from notula.pipeline.export.words import day, long_date, one_line, plain, shorten

TEXTS = st.text(max_size=400).map(plain)
TRICKY = st.text(alphabet="`~/@\n\\,;:\"'=+- aN\té😀", max_size=200)


@given(TEXTS | TRICKY)
def test_a_calendar_value_comes_back_whole_from_lines_of_75_octets(text: str) -> None:
    data = component("VTODO", [("DESCRIPTION", text_value(text))])
    assert all(len(line) <= 75 and line.decode("utf-8") is not None for line in data.split(b"\r\n"))
    (_, line, _, _) = data.decode("utf-8").replace("\r\n ", "").split("\r\n")
    written = line.removeprefix("DESCRIPTION:")
    assert re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], written) == text


@given(TRICKY)
def test_a_calendar_parameter_has_no_end_inside(text: str) -> None:
    assert re.fullmatch(r'"[^"\x00-\x1f\x7f]*"', parameter(text))


def test_days_and_times_of_a_calendar() -> None:
    assert day_value(date(987, 6, 5)) == "09870605"
    assert time_value(datetime.fromisoformat("2026-05-05T00:30:00+07:00")) == "20260504T173000Z"
    assert time_value(datetime(2026, 5, 5, tzinfo=UTC)) == "20260505T000000Z"


@given(TEXTS | TRICKY)
def test_a_guarded_cell_is_no_formula_and_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not re.match(r"\s*[=+\-@＝＋－＠]", guarded(text))


@given(st.lists(TRICKY.map(one_line), max_size=5))
def test_a_fence_holds_what_is_in_it(lines: list[str]) -> None:
    first, *inside, last = fenced(lines).split("\n")
    fence = first.removesuffix("text")
    assert last == fence and inside == ("\n".join(lines)).split("\n")
    assert not [line for line in inside if re.match(rf" {{0,3}}`{{{len(fence)},}}\s*$", line)]


@given(TRICKY, st.uuids())
def test_our_id_is_found_after_any_text(text: str, own_id: object) -> None:
    assert find_id(f"{text}\n{id_line('00000000-0000-0000-0000-000000000000')}\n{id_line(str(own_id))}") == str(own_id)


@given(st.text(max_size=200))
def test_plain_text_is_one_that_every_target_holds(text: str) -> None:
    kept = plain(text)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", kept) and kept == plain(kept)
    assert kept.encode("utf-8").decode("utf-8") == kept and "\n" not in one_line(text)


@given(st.text(max_size=50), st.integers(min_value=2, max_value=60))
def test_a_text_is_shortened_to_its_room_and_that_is_noted(text: str, limit: int) -> None:
    work = Work(Batch(made_at="2026-03-01T00:00:00+00:00"), ExportOptions())
    short = shorten(text, limit, work)
    assert len(short) <= limit and (short == text) == (work.notes["shortened"] == 0)


@pytest.mark.parametrize(
    ("iso", "found", "words"),
    [
        ("2026-05-05", date(2026, 5, 5), "5 Mei 2026"),
        (None, None, ""),
        ("besok", None, "besok"),
        ("2026-02-30", None, "2026-02-30"),
    ],
)
def test_days_in_words(iso: str | None, found: date | None, words: str) -> None:
    assert day(iso) == found and long_date(iso, "id") == words
