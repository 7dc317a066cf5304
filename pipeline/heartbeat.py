"""Signs of life while one document is read, for whoever watches over the reading.

What counts as progress is a finished unit of work of which a document has a number: a stage, a page, a paragraph or
table read, a text cut into tokens. One unit that never ends (a pattern that backtracks for ever, a page that a library
hangs on) gives no beat and is found out; work that goes on for ever in small units is left to the limit of the whole
document.
"""

import time
from collections.abc import Callable

_listener: Callable[[], None] | None = None
_every = 1.0
_next = 0.0


def listen(listener: Callable[[], None] | None, every: float = 1.0) -> None:
    """From now on call ``listener`` at beats, at most once in ``every`` seconds; nobody where it is None."""
    global _listener, _every, _next
    _listener, _every, _next = listener, every, 0.0


def beat() -> None:
    """Say that a unit of work is done; cheap enough for every paragraph."""
    global _next
    if _listener is None:
        return
    now = time.monotonic()
    if now >= _next:
        _next = now + _every
        _listener()
