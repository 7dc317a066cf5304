"""Learning which sentences of a discussion and which decisions are follow-ups, from documents and their annotations.

A sentence is right where a follow-up that the annotation places in the discussion has about its words, a decision where
any follow-up has. Features are
those of ``extract/commit_features.py``; one counts that sentences of a few documents have, so that no weight tells of a
single author. The rules' verdict is no feature: it was made while looking at these minutes, and has a fixed say beside
the model (``extract/judge.py``).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from notula.pipeline.errors import DocumentError, UsageError
from notula.pipeline.evaluate.fitting import folds, learn, vectorizer
from notula.pipeline.evaluate.measure import annotations
from notula.pipeline.evaluate.scorer import TEXT, Json, key_of
from notula.pipeline.extract.judge import Judged
from notula.pipeline.extract.minutes import Minutes, extract_meetings
from notula.pipeline.lexicon import load_lexicon
from notula.pipeline.logistic import Logistic
from notula.pipeline.matching import Bag, text_bag, token_f1
from notula.pipeline.run import build_documents, find_sections, read_source
from notula.pipeline.settings import Settings

_FEWEST = 5  # documents that must have a feature
_PENALTY = 0.5  # the inverse strength of the penalty (scikit-learn's C)


class Sentence(NamedTuple):
    """A judged sentence: its document (left out as one), what rules and features say, and whether it is right.

    ``decided`` tells that it is a decision.
    """

    group: str
    judged: Judged
    right: bool
    decided: bool


class Share(NamedTuple):
    """How many sentences were said to be follow-ups, and the precision, recall and F1 of that."""

    given: int
    precision: float
    recall: float
    f1: float


def sentences_of(documents: Path, gold: Path) -> Iterator[Sentence]:
    """The judged sentences and decisions of the annotated documents of a folder; what cannot be read is passed over.

    Raises:
        UsageError: an annotation cannot be read.
    """
    lexicon, settings = load_lexicon(), Settings()
    notes: dict[str, list[Json]] = defaultdict(list)
    for note in annotations(gold):
        notes[note["doc"]].append(note)
    for name, own in sorted(notes.items()):
        try:
            parts = build_documents(read_source(documents / name, settings), lexicon)
        except DocumentError:
            continue
        meetings = extract_meetings([find_sections(part, lexicon) for part in parts], lexicon)
        for note in own:
            if (number := key_of(note)[1]) <= len(parts):
                minutes = meetings[number - 1]
                wanted = [(bag, each["where"] == "discussion") for each in note["follow_ups"] for bag in _bags(each)]
                for judged, decided in _judged(minutes):
                    bag = text_bag(minutes.scope.text(*judged.span))
                    right = any(token_f1(bag, each) >= TEXT for each, talk in wanted if talk or decided)
                    yield Sentence(Path(name).stem, judged, right, decided)


def _bags(follow_up: Json) -> Iterator[Bag]:
    """The words of an annotated follow-up; and with those who do it, which its text may leave out ("MC = Rina")."""
    action = text_bag(follow_up["text"])
    owners = (owner.split("|")[0] for owner in follow_up["owners"] if isinstance(owner, str))
    yield from (action, action + text_bag(" ".join([*owners, follow_up.get("due_text") or ""])))


def _judged(minutes: Minutes) -> Iterator[tuple[Judged, bool]]:
    """What was judged in minutes, and whether it is a decision."""
    yield from ((each, False) for each in minutes.judged)
    yield from ((each, True) for each in minutes.decided)


def learnable(sentences: Sequence[Sentence]) -> bool:
    """Whether sentences of one sort are enough to learn from, and to try that on documents left out."""
    return len({each.right for each in sentences}) > 1 and len({each.group for each in sentences}) >= 2 * _FEWEST


def fit_sentences(sentences: Sequence[Sentence]) -> Logistic:
    """The model of sentences of one sort.

    Raises:
        UsageError: scikit-learn is not installed, or the sentences are too few to learn from.
    """
    if len({each.right for each in sentences}) < 2 or len({each.group for each in sentences}) < _FEWEST:
        raise UsageError("usage.few_sentences", count=str(len(sentences)))
    authors: dict[str, set[str]] = defaultdict(set)
    for each in sentences:
        for name in each.judged.features:
            authors[name].add(each.group)
    known = {name for name, groups in authors.items() if len(groups) >= _FEWEST}
    vectors = vectorizer()
    table = vectors.fit_transform([dict.fromkeys(sorted(each.judged.features & known), 1) for each in sentences])
    names = [str(name) for name in vectors.get_feature_names_out()]
    return learn(table, names, [each.right for each in sentences], penalty=_PENALTY, digits=2)


def try_sentences(sentences: Sequence[Sentence]) -> dict[str, Share]:
    """What the rules alone, the model alone and both together are worth on documents left out of the fit."""
    told: dict[str, list[tuple[bool, bool]]] = {"rules": [], "model": [], "both": []}
    for fold in folds(sorted({each.group for each in sentences})):
        model = fit_sentences([each for each in sentences if each.group not in fold])
        for each in sentences:
            if each.group in fold:
                told["rules"].append((each.judged.ruled > 0, each.right))
                told["model"].append((model.log_odds(each.judged.features) > 0, each.right))
                told["both"].append((each.judged.commits(model), each.right))
    return {name: _share(own) for name, own in told.items()}


def _share(told: Sequence[tuple[bool, bool]]) -> Share:
    given, wanted = sum(said for said, _ in told), sum(right for _, right in told)
    hit = sum(said and right for said, right in told)
    precision, recall = hit / given if given else 1.0, hit / wanted if wanted else 1.0
    return Share(given, precision, recall, 2 * hit / (given + wanted) if given + wanted else 1.0)
