"""The word lists as one object: however it comes into a process, what was built for it is found again."""

import pickle
from pathlib import Path

from notula.pipeline.language import get_language
from notula.pipeline.lexicon import load_lexicon


def test_a_lexicon_from_another_process_is_the_one_that_is_here() -> None:
    assert pickle.loads(pickle.dumps(load_lexicon())) is load_lexicon()


def test_an_unknown_one_comes_whole(tmp_path: Path) -> None:
    overlay = tmp_path / "kata.toml"
    overlay.write_text('[titles]\nhonorifics = ["Kanda"]\n', "utf-8")
    own = load_lexicon(overlay)
    sent = pickle.loads(pickle.dumps(own))
    assert "Kanda" in sent.titles.honorifics and sent == own != load_lexicon()


def test_equality_looks_at_the_fingerprint_only() -> None:
    lexicon = load_lexicon()
    other = lexicon.model_copy(update={"fingerprint": "sha256:0"})
    assert other != lexicon and lexicon.model_copy() == lexicon
    assert get_language(lexicon.model_copy()) is get_language(lexicon)
