import json
from pathlib import Path
from typing import Any

import pytest

from notula.pipeline.errors import NoInputError, UsageError
from notula.pipeline.evaluate import (
    Evaluation,
    evaluate,
    figures_table,
    floor_toml,
    load_floor,
    shortfalls,
)
from notula.pipeline.matching import best_pairs, party_similarity, text_similarity

Json = dict[str, Any]


def score(tmp_path: Path, gold: list[Json], results: list[Json], only: str = "") -> Evaluation:
    for folder, data in (("gold", gold), ("out", results)):
        (tmp_path / folder).mkdir(exist_ok=True)
        for number, one in enumerate(data):
            (tmp_path / folder / f"{number}.json").write_text(json.dumps(one), "utf-8")
    return evaluate(tmp_path / "gold", tmp_path / "out", only)


def gold(doc: str = "a.pdf", part: int = 1, meeting: Json | None = None, **rest: Any) -> Json:
    return {"doc": doc, "part": part, "meeting": meeting or {}, **rest}


def result(doc: str = "a.pdf", part: int = 1, **rest: Any) -> Json:
    return {"source": {"filename": doc, "part": part}, **rest}


def counts(evaluation: Evaluation, name: str) -> tuple[int, int, int]:
    figure = evaluation.figures[name]
    return figure.hit, figure.gold, figure.got


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("Menyusun laporan", "menyusun LAPORAN.", 1.0, id="case and punctuation"),
        pytest.param("a b c d", "a b c", 6 / 7, id="one word less"),
        pytest.param("a a b", "a b b", 2 / 3, id="repeated words count"),
        pytest.param("", "", 0.0, id="nothing"),
        pytest.param({"text": "a b"}, {"text": "a b", "id": "1"}, 1.0, id="items"),
        pytest.param({"bag": ["ca978112"]}, "A", 1.0, id="bag of hashes"),
    ],
)
def test_text_similarity(one: Any, other: Any, expected: float) -> None:
    assert text_similarity(one, other) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("wanted", "given", "expected"),
    [
        pytest.param("Bapak Dr. Anwar Halim, M.Si", {"name": "Anwar Halim"}, 1.0, id="honorific and degrees"),
        pytest.param("BKD|Badan Kepegawaian Daerah", "Badan Kepegawaian Daerah", 1.0, id="any spelling"),
        pytest.param("LAN", {"name": "x", "canonical_name": "y", "aliases": ["LAN"]}, 1.0, id="an alias"),
        pytest.param(["Rina", "Seksi Acara"], {"name": "Seksi Acara"}, 1.0, id="list of spellings"),
        pytest.param("Ibu", {"name": "Ibu"}, 1.0, id="nothing but an honorific"),
        pytest.param("Anwar", {"name": "Halim", "canonical_name": None}, 0.0, id="another"),
    ],
)
def test_party_similarity(wanted: Any, given: Any, expected: float) -> None:
    assert party_similarity(wanted, given) == expected


def test_pairs_are_one_to_one_and_the_best_first() -> None:
    assert best_pairs(["a b c", "a b c d"], ["a b c d", "a b c d"], text_similarity, 0.7) == [(1, 1), (0, 0)]


def test_a_meeting_without_a_result_is_all_missed(tmp_path: Path) -> None:
    found = score(tmp_path, [gold(meeting={"date": "2020-01-02"}, agenda=["x", "y"])], [])
    assert found.without_result == ("a.pdf#1",)
    assert (counts(found, "date"), counts(found, "agenda")) == ((0, 1, 0), (0, 2, 0))


def test_a_part_that_nobody_annotated_is_spurious(tmp_path: Path) -> None:
    results = [result(part=part, agenda=[{"text": "x"}]) for part in (1, 2)]
    found = score(tmp_path, [gold(agenda=["x"])], results)
    assert counts(found, "agenda") == (1, 1, 2)
    assert [(miss.doc, miss.kind) for miss in found.misses] == [("a.pdf#2", "spurious")]


def test_other_documents_and_other_json_are_passed_over(tmp_path: Path) -> None:
    found = score(tmp_path, [gold(agenda=["x"])], [result("b.pdf", agenda=[{"text": "x"}]), {"no": "result"}, ["list"]])
    assert counts(found, "agenda") == (0, 1, 0)


def test_the_mean_over_files_pools_their_meetings(tmp_path: Path) -> None:
    wanted = [gold("a", 1, agenda=["x"]), gold("a", 2, agenda=["y"]), gold("b", agenda=["z"])]
    found = score(tmp_path, wanted, [result("a", 1, agenda=[{"text": "x"}]), result("b", agenda=[{"text": "z"}])])
    assert found.figures["agenda"].per_doc_f1 == pytest.approx((2 / 3 + 1) / 2, abs=1e-4)


def test_header_values(tmp_path: Path) -> None:
    meeting = {"date": "2020-01-02", "start_time": "09:00", "timezone": "WIB", "title": "Rapat Air", "place": "Aula"}
    got = {
        "date": {"start": "2020-01-02", "end": "2020-01-03"},
        "time": {"start": "09:30", "zone": "WIB"},
        "title": {"text": "rapat air"},
        "place": None,
        "chair": [{"name": "Sari"}],
    }
    found = score(tmp_path, [gold(meeting=meeting)], [result(meeting=got)])
    assert {name: counts(found, name) for name in found.figures if counts(found, name) != (0, 0, 0)} == {
        "date": (1, 1, 1), "end_date": (0, 0, 1), "start_time": (0, 1, 1), "timezone": (1, 1, 1),
        "title": (1, 1, 1), "place": (0, 1, 0), "chair": (0, 0, 1),
    }  # fmt: skip


def follow_up(text: str, owners: tuple[str, ...] = (), due: str | None = None, **rest: Any) -> Json:
    return {"text": text, "owners": [{"name": o} for o in owners], "due": {"date": due} if due else None, **rest}


def wanted(text: str, owners: tuple[str, ...] = (), due: str | None = None, where: str = "section") -> Json:
    return {"text": text, "owners": list(owners), "due_date": due, "where": where}


@pytest.mark.parametrize(
    ("given", "owners", "dues", "ready"),
    [
        pytest.param(follow_up("a b", ("Rina", "BKD"), "2020-01-02"), (2, 2, 2), (1, 1, 1), 1, id="all right"),
        pytest.param(follow_up("a b", ("Rina",), "2020-01-02"), (1, 2, 1), (1, 1, 1), 0, id="an owner missed"),
        pytest.param(follow_up("a b", ("Rina", "BKD", "X")), (2, 2, 3), (0, 1, 0), 0, id="an owner too many, no date"),
        pytest.param(follow_up("q", ("Rina", "BKD"), "2020-01-02"), (0, 2, 2), (0, 1, 1), 0, id="another action"),
    ],
)
def test_follow_ups(
    tmp_path: Path, given: Json, owners: tuple[int, ...], dues: tuple[int, ...], ready: int
) -> None:
    action = wanted("a b", ("Rina", "BKD"), "2020-01-02")
    found = score(tmp_path, [gold(follow_ups=[action])], [result(follow_ups=[given])])
    assert (counts(found, "owners"), counts(found, "due_dates")) == (owners, dues)
    assert counts(found, "tracker_ready") == (ready, 1, 1)


def test_what_is_done_is_not_held_against_a_result(tmp_path: Path) -> None:
    given = [follow_up("a", status="done"), follow_up("b", status="open")]
    found = score(tmp_path, [gold()], [result(follow_ups=given)])
    assert counts(found, "follow_ups") == (0, 0, 1)


def test_recall_by_place(tmp_path: Path) -> None:
    actions = [wanted("a"), wanted("b", where="decision"), wanted("c", where="decision")]
    found = score(tmp_path, [gold(follow_ups=actions)], [result(follow_ups=[follow_up("c")])])
    places = ("section", "decision", "discussion")
    assert [found.figures[f"follow_ups_in_{place}"].recall for place in places] == [0.0, 0.5, 1.0]


def test_roles_count_where_the_party_is_right(tmp_path: Path) -> None:
    people = [{"name": "Rina", "role": "Ketua"}, {"name": "Budi", "role": "Sekretaris"}]
    got = [{"name": "Rina", "role": "Ketua"}, {"name": "Tono", "role": "Sekretaris"}]
    found = score(tmp_path, [gold(attendees=people)], [result(attendees=got)])
    assert (counts(found, "attendees"), counts(found, "attendee_role")) == ((1, 2, 2), (1, 2, 2))


def test_only_some_documents(tmp_path: Path) -> None:
    found = score(tmp_path, [gold("a.pdf", agenda=["x"]), gold("b.pdf", agenda=["y"])], [], only="b")
    assert (found.meetings, counts(found, "agenda")) == (1, (0, 1, 0))


def test_no_annotations_at_all(tmp_path: Path) -> None:
    with pytest.raises(NoInputError):
        score(tmp_path, [], [])


def test_an_annotation_that_is_no_json(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold/x.json").write_text("{", "utf-8")
    with pytest.raises(UsageError, match=r"x\.json"):
        score(tmp_path, [gold()][:0], [])


@pytest.fixture
def evaluation(tmp_path: Path) -> Evaluation:
    return score(tmp_path, [gold(agenda=["x", "y", "z"])], [result(agenda=[{"text": "x"}, {"text": "y"}])])


def test_a_floor_of_now_is_kept(tmp_path: Path, evaluation: Evaluation) -> None:
    (tmp_path / "floor.toml").write_text(floor_toml(evaluation, "mine"), "utf-8")
    floor = load_floor(tmp_path / "floor.toml", "mine")
    assert floor == {"agenda.f1": 0.8, "agenda.per_doc_f1": 0.8}
    assert shortfalls(evaluation, floor) == ()


def test_a_figure_below_its_floor(evaluation: Evaluation) -> None:
    (short,) = shortfalls(evaluation, {"agenda.f1": 0.8, "agenda.recall": 0.67})
    assert (short.name, short.floor, short.value) == ("agenda.recall", 0.67, 0.6667)


@pytest.mark.parametrize("name", ["agenda.f2", "agendas.f1", "agenda.hit", "f1"])
def test_a_floor_for_a_figure_that_does_not_exist(evaluation: Evaluation, name: str) -> None:
    with pytest.raises(UsageError):
        shortfalls(evaluation, {name: 0.1})


@pytest.mark.parametrize("text", ["[other]\n", "agenda = 1", "[mine]\nagenda.f1 = 'x'", "not toml"])
def test_a_floor_file_of_another_form(tmp_path: Path, text: str) -> None:
    (tmp_path / "floor.toml").write_text(text, "utf-8")
    with pytest.raises(UsageError):
        load_floor(tmp_path / "floor.toml", "mine")


def test_the_table_has_a_row_per_figure(evaluation: Evaluation) -> None:
    lines = figures_table(evaluation, "en").splitlines()
    assert lines[0] == "1 meetings, 0 without a result"
    assert [line.split() for line in lines if line.startswith("agenda")] == [
        ["agenda", "1.000", "0.667", "0.800", "0.800", "3", "2"]
    ]
    assert len(lines) == len(evaluation.figures) + 4
