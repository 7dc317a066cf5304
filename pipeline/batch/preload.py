"""What a worker has loaded before its first document.

The fork server of :mod:`multiprocessing` imports this module before it forks the first worker: a worker is then ready
in milliseconds. Only there, and in workers, is it imported, so what importing does here is done nowhere else.
"""

import signal

from notula.pipeline.batch import work
from notula.pipeline.language import get_language
from notula.pipeline.lexicon import Lexicon, load_lexicon
from notula.pipeline.read import READERS

__all__ = ["load", "work"]


def load(lexicon: Lexicon) -> None:
    """Load the readers' libraries and build what the word lists are looked up with."""
    get_language(lexicon)
    for reader in READERS:
        reader.load()


# Workers inherit it: Ctrl-C in a terminal reaches every process, and only the supervisor may answer.
signal.signal(signal.SIGINT, signal.SIG_IGN)
load(load_lexicon(None))
