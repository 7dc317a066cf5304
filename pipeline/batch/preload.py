"""What the fork server has loaded before it forks the first worker: a worker is then ready in milliseconds.

Only :mod:`multiprocessing`'s fork server imports this module, so that what importing does here is done nowhere else.
"""

import signal

from notula.pipeline.batch import work
from notula.pipeline.language import get_language
from notula.pipeline.lexicon import load_lexicon
from notula.pipeline.read import READERS

__all__ = ["work"]

# Workers inherit it: Ctrl-C in a terminal reaches every process, and only the supervisor may answer.
signal.signal(signal.SIGINT, signal.SIG_IGN)
get_language(load_lexicon(None))
for reader in READERS:
    reader.load()
