"""What sentences are built like: common words, stand-ins and the forms of all others."""

import pytest

from notula.pipeline.extract.commit_features import Place, words_of
from notula.pipeline.extract.word_shapes import shape_features
from notula.pipeline.lexicon import load_lexicon

LEXICON = load_lexicon()


def shapes(text: str) -> set[str]:
    """The shapes of a sentence, without what marks them as features."""
    return {name.removeprefix("s=") for name in shape_features(words_of(text, ()), LEXICON)}


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("menggambar", "ACTIVE"),
        ("digambar", "PASSIVE"),
        ("nggambar", "SPOKEN"),
        ("ngecek", "SPOKEN"),
        ("denahnya", "ITS"),
        ("pemetaan", "NOUN"),
        ("denah", "x"),
        ("besok", "besok"),
        ("5", "0"),
    ],
)
def test_shape_of_a_word(word: str, shape: str) -> None:
    assert shapes(word) == {f"^ {shape}", f"{shape} $", f"^ {shape} $"}


def test_sentences_built_alike() -> None:
    assert shapes("rini menggambar denah besok") == shapes("dodi mengukur pagar besok")
    assert shapes("denah digambar rini") != shapes("rini menggambar denah")


def test_neighbours_of_one_shape_count_once() -> None:
    assert shapes("denah gudang lama besok") == shapes("denah besok")


def test_where_a_sentence_stands_by_itself() -> None:
    assert Place() == Place(item=False, aside=False, first=True, last=True)
