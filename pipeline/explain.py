"""Why a value is in a result: the rule that found it, what speaks for and against it, where it stands.

What speaks for and against are the features of the confidence model with their weights: how much each shifts the
log-odds that the value is right. All other features of the value weigh nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from notula.models.evidence import Evidence
from notula.models.minutes import FollowUp, Item, Party
from notula.models.result import Result
from notula.pipeline import run
from notula.pipeline.confidence.features import Value, values_of
from notula.pipeline.confidence.model import ConfidenceModel, load_model
from notula.pipeline.errors import NoInputError, UsageError
from notula.pipeline.extract.commit_features import word_features, words_of
from notula.pipeline.extract.stand_ins import DEADLINE, PARTY, StandIn
from notula.pipeline.extract.word_shapes import shape_features
from notula.pipeline.lexicon import load_lexicon
from notula.pipeline.messages import MESSAGES, Lang, place_words, say
from notula.pipeline.settings import Settings
from notula.pipeline.tables import columns

_FAINT = 0.05  # weights below it are not told
_BUILT = ""  # in place of a word: how the sentence is built
_MOST_WORDS = 8
_TALK = ("follow_up_sentence", "follow_up_learned")
_DECIDED = ("follow_up_decision", "follow_up_decision_learned")
_QUOTE = 90  # characters of a quote that are shown


@dataclass(frozen=True, slots=True)
class Reason:
    """A feature of a value and its weight: above 0 it speaks for the value, below against it."""

    feature: str
    weight: float


@dataclass(frozen=True, slots=True)
class Explained:
    """A value of an item: its field, its words, where they stand, its probability and the reasons, weightiest first.

    ``words`` are those of a sentence of the discussion with their weight in judging it a follow-up.
    """

    field: str
    text: str
    evidence: Evidence
    probability: float
    reasons: tuple[Reason, ...]
    words: tuple[Reason, ...] = ()


def results_of(path: Path, settings: Settings) -> tuple[Result, ...]:
    """The results of a file of minutes, or the one that a result file holds.

    Raises:
        DocumentError: the file cannot be read.
        UsageError: a JSON file is no result of this version.
    """
    if path.suffix.lower() == ".json":
        try:
            return (Result.model_validate_json(path.read_bytes()),)
        except (ValidationError, OSError) as trouble:
            raise UsageError("usage.no_result", path=str(path)) from trouble
    return run.process(path, settings).results


def find_item(results: Sequence[Result], item: str) -> tuple[Result, str, int]:
    """The result, the list and the place in it of the item with an id, or with the only id that begins so.

    Raises:
        NoInputError: there is no such item.
    """
    found = [
        (result, name, at) for result in results for name, items in _lists(result) for at, each in enumerate(items)
        if each.id.startswith(item)
    ]  # fmt: skip
    if len(found) != 1:
        raise NoInputError("noinput.item", item=item, count=str(len(found)))
    return found[0]


def explain(result: Result, name: str, at: int, model: ConfidenceModel | None = None) -> tuple[Explained, ...]:
    """Every value of an item explained: the item itself, a follow-up's owners and deadline, and the whole of it.

    Args:
        result: the item's result.
        name: its list: ``agenda``, ``agreements`` or ``follow_ups``.
        at: its place in the list.
        model: the confidence model; the one that the program ships where None.
    """
    model = model or load_model()
    own = [value for value in values_of(result) if value.at[:1] == (at,) and value.field in _FIELDS[name]]
    return tuple(_explained(result, value, model) for value in own)


def explain_item(path: Path, name: str, text: str) -> tuple[Explained, ...]:
    """The item of a result file that stands in a list with a text, explained; empty where it is no longer there.

    Raises:
        UsageError: there is no such result.
    """
    for result in results_of(path, Settings()):
        for at, item in enumerate(dict(_lists(result)).get(name, ())):
            if item.text == text:
                return explain(result, name, at)
    return ()


def items_text(results: Sequence[Result], lang: Lang = "id") -> str:
    """The items of results, a line each with its id."""
    rows = [
        [each.id[:8], say(f"show.{name}", lang), f"{each.confidence:.2f}", _shortened(each.text)]
        for result in results
        for name, items in _lists(result)
        for each in items
    ]
    return columns(rows, [say(f"explain.{head}", lang) for head in ("id", "list", "confidence", "text")])


def items_data(results: Sequence[Result]) -> list[dict[str, str | float]]:
    """The items of results for programs, each with its whole id and text."""
    return [
        {"id": each.id, "list": name, "confidence": each.confidence, "text": each.text}
        for result in results
        for name, items in _lists(result)
        for each in items
    ]


def explained_text(explained: Sequence[Explained], lang: Lang = "id") -> str:
    """Explanations for people."""
    return "\n\n".join("\n".join(_lines(each, lang)) for each in explained)


_FIELDS = {
    "agenda": ("agenda",),
    "agreements": ("agreements",),
    "follow_ups": ("follow_ups", "owners", "due", "ready"),
}


def _lists(result: Result) -> Iterator[tuple[str, tuple[Item, ...]]]:
    yield from (("agenda", result.agenda), ("agreements", result.agreements), ("follow_ups", result.follow_ups))


def _explained(result: Result, value: Value, model: ConfidenceModel) -> Explained:
    weights = model.fields[value.field].weights
    reasons = _weightiest(value.features, weights)
    text, evidence, own = _told(result, value)
    probability = model.probability(value.field, value.features) if own is None else own
    judged = value.field == "follow_ups" and evidence.rule in (*_TALK, *_DECIDED)
    words = _words(result.follow_ups[value.at[0]], model) if judged else ()
    return Explained(value.field, text, evidence, probability, tuple(reasons), words)


def _words(item: FollowUp, model: ConfidenceModel) -> tuple[Reason, ...]:
    """The weightiest words and pairs of words of a judged sentence or decision; a word's roots count with it."""
    learnt = model.learnt.decisions if item.evidence.rule in _DECIDED else model.learnt.sentences
    weights = learnt.weights if learnt else {}
    words = words_of(item.text, sorted(_stand_ins(item)))
    told = {own: sum(weights.get(name, 0.0) for name in names) for own, names in word_features(words).items()}
    told[_BUILT] = sum(weights.get(name, 0.0) for name in set(shape_features(words, load_lexicon())))
    return tuple(_weightiest(told, told)[:_MOST_WORDS])


def _stand_ins(item: FollowUp) -> Iterator[StandIn]:
    """What stood in for the owners and the deadline of a sentence when it was judged, where they stand in it."""
    parts = [(owner.evidence, PARTY[owner.kind]) for owner in item.owners]
    parts += [(item.due.evidence, DEADLINE)] if item.due else []
    for evidence, word in parts:
        start, end = (at - item.evidence.char_start for at in (evidence.char_start, evidence.char_end))
        if 0 <= start < end <= len(item.text):
            yield StandIn(start, end, word)


def _weightiest(names: Iterable[str], weights: Mapping[str, float]) -> list[Reason]:
    """The features that are worth telling, by their weight."""
    reasons = [Reason(name, weights[name]) for name in names if abs(weights.get(name, 0.0)) >= _FAINT]
    return sorted(reasons, key=lambda reason: -abs(reason.weight))


def _told(result: Result, value: Value) -> tuple[str, Evidence, float | None]:
    """The words of a value, where they stand, and the probability that the result itself gives (None: it does not)."""
    item = dict(_lists(result))[value.field if value.field in ("agenda", "agreements") else "follow_ups"][value.at[0]]
    if isinstance(item, FollowUp) and value.field == "owners":
        owner: Party = item.owners[value.at[1]]
        return owner.name, owner.evidence, owner.confidence
    if isinstance(item, FollowUp) and value.field == "due" and item.due is not None:
        return f"{item.due.text} = {item.due.date or '?'}", item.due.evidence, item.due.confidence
    own = item.ready if isinstance(item, FollowUp) and value.field == "ready" else item.confidence
    return item.text, item.evidence, own


def _lines(each: Explained, lang: Lang) -> Iterator[str]:
    yield f"{say(f'explain.{each.field}', lang)}: {_shortened(each.text)}"
    if each.field != "ready":
        yield f"  {say('explain.rule', lang)}: {rule_text(each.evidence.rule, lang)}"
        yield f"  {say('explain.where', lang)}: {place_text(each.evidence, lang)}"
    yield f"  {say('explain.probability', lang)}: {each.probability:.2f}"
    for key, sign in (("explain.for", 1), ("explain.against", -1)):
        told = [reason for reason in each.reasons if reason.weight * sign > 0]
        if told:
            yield f"  {say(key, lang)}:"
            yield from (f"    {reason.weight:+.2f}  {feature_text(reason.feature, lang)}" for reason in told)
    if each.words:
        yield f"  {say('explain.words', lang)}:"
        yield from (f"    {reason.weight:+.2f}  {word_text(reason.feature, lang)}" for reason in each.words)


def place_text(evidence: Evidence, lang: Lang = "id") -> str:
    """Where a value stands: its page or place, its quote and the characters of the canonical text."""
    page, place = evidence.page, evidence.place or ""
    where = say("show.page", lang, page=str(page)) if page else place_words(place, lang)
    quote = f'"{_shortened(evidence.quote)}" ({evidence.char_start}–{evidence.char_end})'
    return f"{where}, {quote}" if where else quote


def rule_text(rule: str, lang: Lang = "id") -> str:
    """What a rule finds its values by, in words."""
    if rule.startswith("due_shared_"):
        return say("rule.shared", lang, own=rule_text("due_" + rule.removeprefix("due_shared_"), lang))
    key = f"rule.{rule}"
    return say(key, lang) if key in MESSAGES else say("rule.unknown", lang, own=rule)


def feature_text(feature: str, lang: Lang = "id") -> str:
    """A feature of the confidence model in words."""
    name, _, own = feature.partition("=")
    if name == "rule":
        return rule_text(own, lang)
    if name.startswith(("owner ", "due ")):
        whose, rest = feature.split(" ", 1)
        return say(f"feature.{whose}", lang, own=feature_text(rest, lang))
    if feature.startswith("has "):
        name, own = "has", feature[4:]
    own = next((say(key, lang) for key in (f"review.{own}", f"word.{own}") if key in MESSAGES), own)
    key = "feature." + re.sub(r"\W", "_", name)
    return say(key, lang, own=own) if key in MESSAGES else say("feature.other", lang, own=feature)


def word_text(words: str, lang: Lang = "id") -> str:
    """A word or a pair of words of a judged sentence, with what stands in for a party or a deadline in words."""
    if words == _BUILT:
        return say("explain.built", lang)
    return " ".join(say(f"stand_in.{word.lower()}", lang) if word.isupper() else word for word in words.split(" "))


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _QUOTE else flat[: _QUOTE - 1] + "…"
