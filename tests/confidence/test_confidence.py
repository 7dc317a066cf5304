"""The probability that a value is right: its features, the fitted model, what it does to a result."""

from collections.abc import Callable
from pathlib import Path

import pytest

from notula.models.blocks import Document
from notula.models.minutes import Status
from notula.models.result import Extraction, Result
from notula.pipeline.confidence.apply import with_confidence
from notula.pipeline.confidence.features import values_of
from notula.pipeline.confidence.model import ConfidenceModel, fingerprint_of, load_model, model_text
from notula.pipeline.errors import UsageError
from notula.pipeline.logistic import Logistic

MakeDocument = Callable[..., Document]
FIELDS = (
    "title", "date", "time", "place", "chair", "note_taker", "attendees", "absent", "agenda", "agreements",
    "follow_ups", "owners", "due", "ready",
)  # fmt: skip


@pytest.fixture
def results(samples: list[Path], extractions: Callable[[Path], tuple[Extraction, ...]]) -> list[Result]:
    return [each.result for path in samples for each in extractions(path)]


@pytest.fixture
def result(make_result: Callable[..., Result]) -> Result:
    return make_result()


def model(intercept: float = 0.0, review_below: float = 0.5, **weights: float) -> ConfidenceModel:
    fields = {name: Logistic(intercept=intercept, weights=weights) for name in FIELDS}
    return ConfidenceModel(fields=fields, review_below=review_below)


def test_the_shipped_model_knows_every_field_of_the_samples(results: list[Result]) -> None:
    shipped = load_model()
    values = [value for each in results for value in values_of(each)]
    told = {value.field: shipped.probability(value.field, value.features) for value in values}
    assert set(told) == set(FIELDS) and all(0.02 <= probability <= 0.99 for probability in told.values())


def test_every_value_begins_with_the_rule_that_found_it(results: list[Result]) -> None:
    own = [value for each in results for value in values_of(each) if value.field != "due"]
    assert own and all(value.features[0].startswith("rule=") for value in own)


@pytest.mark.parametrize(
    ("intercept", "features", "probability"),
    [
        pytest.param(0.0, (), 0.5, id="nothing known"),
        pytest.param(0.0, ("good",), 0.88, id="a weight"),
        pytest.param(0.0, ("good", "odd"), 0.88, id="a feature the model does not know"),
        pytest.param(50.0, (), 0.99, id="never certain"),
        pytest.param(-50.0, (), 0.02, id="never impossible"),
    ],
)
def test_probability(intercept: float, features: tuple[str, ...], probability: float) -> None:
    assert model(intercept, good=2.0).probability("title", features) == probability


def test_values_get_the_probabilities_of_their_fields(result: Result, make_document: MakeDocument) -> None:
    told = with_confidence(result, model(2.0), make_document())
    follow_up = told.follow_ups[0]
    assert (follow_up.confidence, follow_up.ready, follow_up.owners[0].confidence) == (0.88, 0.88, 0.88)
    assert told.model_copy(update={"follow_ups": result.follow_ups}).follow_ups == result.follow_ups


@pytest.mark.parametrize(
    ("bound", "certainty", "needed"),
    [
        pytest.param(0.4, None, False, id="above the bound"),
        pytest.param(0.6, None, True, id="below the bound"),
        pytest.param(0.4, 0.81, False, id="read well by OCR"),
        pytest.param(0.4, 0.49, True, id="read badly by OCR"),
    ],
)
def test_a_follow_up_that_is_not_sure_enough_needs_review(
    result: Result, make_document: MakeDocument, bound: float, certainty: float | None, needed: bool
) -> None:
    calm = result.model_copy(update={"follow_ups": (result.follow_ups[0].model_copy(update={"needs_review": False}),)})
    told = with_confidence(calm, model(0.0, bound), make_document(certainty)).follow_ups[0]
    assert (told.needs_review, "unsure" in told.review_reasons) == (needed, needed)


def test_a_follow_up_that_is_done_needs_no_review(result: Result, make_document: MakeDocument) -> None:
    done = result.follow_ups[0].model_copy(update={"needs_review": False, "status": Status.DONE})
    told = with_confidence(result.model_copy(update={"follow_ups": (done,)}), model(0.0, 0.9), make_document())
    assert not told.follow_ups[0].needs_review


def test_a_model_is_read_as_it_was_written(tmp_path: Path) -> None:
    own = model(1.5, good=0.25)
    (tmp_path / "own.json").write_text(model_text(own), "utf-8")
    read = load_model(tmp_path / "own.json")
    assert read == own and read.fingerprint == own.fingerprint != load_model().fingerprint


def test_a_fingerprint_is_told_without_loading_the_model(tmp_path: Path) -> None:
    (tmp_path / "own.json").write_text(model_text(model(1.5, good=0.25)), "utf-8")
    for path in (None, tmp_path / "own.json"):
        assert fingerprint_of(path) == load_model(path).fingerprint


@pytest.mark.parametrize("text", [pytest.param(None, id="missing"), pytest.param("{}", id="of another form")])
def test_a_model_that_cannot_be_used(text: str | None, tmp_path: Path) -> None:
    path = tmp_path / f"{text}.json"
    if text is not None:
        path.write_text(text, "utf-8")
    with pytest.raises(UsageError):
        load_model(path)
