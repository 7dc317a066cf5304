"""The parts of spaCy that are used here, imported without its command line.

``import spacy`` takes in its whole command line for one function, ``spacy.info``: 350 modules, two HTTP clients among
them, and a third of the time. A stand-in for that function is there meanwhile. It asks the real one when it is called,
and is taken away again, so that whoever wants ``spacy.cli`` gets it.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

__all__ = [
    "LOWER", "ORTH", "BaseDefaults", "Doc", "Matcher", "Pipeline", "Tokenizer", "compile_infix_regex",
    "compile_prefix_regex", "compile_suffix_regex",
]  # fmt: skip


def _info(*arguments: Any, **named: Any) -> Any:
    from spacy.cli.info import info

    return info(*arguments, **named)


@contextmanager
def _without_command_line() -> Iterator[None]:
    """Have a stand-in for spaCy's command line where spaCy is not imported yet."""
    package, module = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    vars(module)["info"] = _info
    stand_ins = {} if "spacy" in sys.modules else {each.__name__: each for each in (package, module)}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]


with _without_command_line():
    from spacy.attrs import LOWER
    from spacy.language import BaseDefaults
    from spacy.language import Language as Pipeline
    from spacy.matcher import Matcher
    from spacy.symbols import ORTH
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
