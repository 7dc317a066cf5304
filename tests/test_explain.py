"""Why an item is in a result, in words."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from notula.models.result import Extraction, Result
from notula.pipeline import cli
from notula.pipeline.confidence.features import values_of
from notula.pipeline.confidence.model import ConfidenceModel
from notula.pipeline.errors import NoInputError
from notula.pipeline.explain import explain, feature_text, find_item, rule_text, word_text
from notula.pipeline.logistic import Logistic
from notula.pipeline.messages import MESSAGES

FIELDS = ("agenda", "agreements", "follow_ups", "owners", "due", "ready")
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def bench_results(extractions: Callable[[Path], tuple[Extraction, ...]]) -> list[Result]:
    files = [*sorted((ROOT / "samples/docs").iterdir()), *sorted((ROOT / "bench/quality/docs").iterdir())]
    return [each.result for path in files for each in extractions(path)]


def evidence_rules(node: object) -> set[str]:
    if isinstance(node, dict):
        own = {node["rule"]} if "quote" in node and "rule" in node else set()
        return own.union(*(evidence_rules(value) for value in node.values()))
    return set().union(*(evidence_rules(value) for value in node)) if isinstance(node, list) else set()


def test_every_rule_that_finds_something_has_words(bench_results: list[Result]) -> None:
    rules = set().union(*(evidence_rules(result.model_dump(mode="json")) for result in bench_results)) - {"issue"}
    assert len(rules) > 50 and not [rule for rule in rules if rule_text(rule, "en") == f"rule {rule}"]


def test_every_feature_has_words(bench_results: list[Result]) -> None:
    features = {name for result in bench_results for value in values_of(result) for name in value.features}
    assert not [name for name in features if feature_text(name, "en") == name]


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        pytest.param("rule=owner_column", "the column of owners", id="rule"),
        pytest.param("owner rule=owner_column", "owner: the column of owners", id="an owner's rule"),
        pytest.param("due expressed=vague", "deadline: form of the deadline: vague", id="a deadline's form"),
        pytest.param("rule=due_shared_weekday", "said once for several tasks: a weekday", id="shared deadline"),
        pytest.param("reason=no_owner", "note: no owner", id="review reason"),
        pytest.param("has role", "with role", id="what a party has"),
        pytest.param("something new", "something new", id="unknown"),
    ],
)
def test_features_in_words(feature: str, words: str) -> None:
    assert feature_text(feature, "en") == words


def test_reasons_are_the_weights_that_count(make_result: Callable[..., Result]) -> None:
    weights = {"rule=test.rule": -1.5, "where=section": 0.7, "no attendees": 3.0, "words=4-8": 0.01}
    model = ConfidenceModel(fields={name: Logistic(intercept=0, weights=weights) for name in FIELDS}, review_below=0)
    found = {each.field: each for each in explain(make_result(), "follow_ups", 0, model)}
    assert list(found) == ["follow_ups", "owners", "due", "ready"]
    assert [(reason.feature, reason.weight) for reason in found["follow_ups"].reasons] == [
        ("rule=test.rule", -1.5), ("where=section", 0.7),
    ]  # fmt: skip
    assert found["owners"].text == "Ratna Kusuma" and found["due"].text == "5 Mei 2023 = 2023-05-05"


def test_words_of_a_judged_sentence_are_weighed(make_result: Callable[..., Result]) -> None:
    plain = make_result()
    item = plain.follow_ups[0]
    within = {"char_start": item.evidence.char_start, "char_end": item.evidence.char_start + len("Ratna Kusuma")}
    owner = item.owners[0].model_copy(update={"evidence": item.owners[0].evidence.model_copy(update=within)})
    weights = {
        "w=PERSON": 1.2,
        "w=menyusun": -0.2,
        "root=susun": -0.7,
        "w=laporan debit": 0.7,
        "w=– WHEN": 0.5,
        "w=x": 3,
    }
    fields = {name: Logistic(intercept=0, weights={}) for name in FIELDS}
    model = ConfidenceModel(fields=fields, review_below=0, commits=Logistic(intercept=0, weights=weights))
    told = {}
    for rule in ("follow_up_learned", "follow_up_point"):
        evidence = item.evidence.model_copy(update={"rule": rule})
        judged = item.model_copy(update={"evidence": evidence, "owners": (owner,)})
        result = plain.model_copy(update={"follow_ups": (judged,)})
        (own,) = (each for each in explain(result, "follow_ups", 0, model) if each.field == "follow_ups")
        told[rule] = [(word_text(reason.feature, "en"), round(reason.weight, 2)) for reason in own.words]
    words = [("<person>", 1.2), ("menyusun", -0.9), ("laporan debit", 0.7), ("– <deadline>", 0.5)]
    assert told == {"follow_up_learned": words, "follow_up_point": []}


def test_the_probability_is_the_one_that_the_result_gives(make_result: Callable[..., Result]) -> None:
    plain = make_result()
    item = plain.follow_ups[0].model_copy(update={"ready": 0.42})
    found = {each.field: each for each in explain(plain.model_copy(update={"follow_ups": (item,)}), "follow_ups", 0)}
    assert [found[name].probability for name in ("follow_ups", "owners", "ready")] == [0.8, 0.9, 0.42]


@pytest.mark.parametrize("item", [pytest.param("none such", id="none"), pytest.param("", id="several")])
def test_an_id_that_is_not_one_item(item: str, make_result: Callable[..., Result]) -> None:
    with pytest.raises(NoInputError):
        find_item([make_result()], item)


def test_the_command_explains_a_file_and_its_result_alike(
    samples: list[Path],
    tmp_path: Path,
    extractions: Callable[[Path], tuple[Extraction, ...]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = next(path for path in samples if extractions(path)[0].result.follow_ups)
    result = extractions(path)[0].result
    (tmp_path / "hasil.json").write_text(result.model_dump_json(), "utf-8")
    told = []
    for file in (path, tmp_path / "hasil.json"):
        assert cli.main(["explain", str(file), "--item", result.follow_ups[0].id, "--lang", "en"]) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
    assert result.follow_ups[0].evidence.quote[:20] in told[0].replace("\n", " ")


def test_the_command_lists_ids_and_gives_json(
    samples: list[Path], capsys: pytest.CaptureFixture[str], extractions: Callable[[Path], tuple[Extraction, ...]]
) -> None:
    path = next(path for path in samples if extractions(path)[0].result.follow_ups)
    first = extractions(path)[0].result.follow_ups[0]
    assert cli.main(["explain", str(path)]) == 0
    assert first.id[:8] in capsys.readouterr().out
    assert cli.main(["explain", str(path), "--item", first.id, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert cli.main(["explain", str(path), "--json"]) == 0
    assert first.id in {item["id"] for item in json.loads(capsys.readouterr().out)}
    assert told[0]["field"] == "follow_ups" and told[0]["evidence"]["quote"]


def test_a_file_with_a_password_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    canvas = Canvas(str(tmp_path / "x.pdf"), encrypt=StandardEncryption("rahasia"))
    lines = ("NOTULA RAPAT RT", "Tindak Lanjut:", "1. Pak Dodi menagih iuran.", "2. Bu Rani mencatat.")
    for at, text in enumerate(lines):
        canvas.drawString(60, 700 - 20 * at, text)
    canvas.save()
    assert cli.main(["explain", str(tmp_path / "x.pdf")]) == 1
    assert cli.main(["explain", str(tmp_path / "x.pdf"), "--password", "rahasia"]) == 0
    assert "menagih iuran" in capsys.readouterr().out


def test_a_json_file_that_is_no_result(tmp_path: Path) -> None:
    (tmp_path / "lain.json").write_text("{}", "utf-8")
    assert cli.main(["explain", str(tmp_path / "lain.json")]) == 2


def test_what_follows_from_the_probability_does_not_tell_it(make_result: Callable[..., Result]) -> None:
    result = make_result()
    unsure = result.follow_ups[0].model_copy(update={"review_reasons": ("unsure",)})
    values = values_of(result.model_copy(update={"follow_ups": (unsure,)}))
    assert "reason=unsure" not in {name for value in values for name in value.features}


def test_no_rule_is_described_twice_or_for_nothing() -> None:
    assert all(key.count(".") == 1 for key in MESSAGES if key.startswith("rule."))
