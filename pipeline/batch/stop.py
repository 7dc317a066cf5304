"""The wish to end a run soon."""

import threading


class Stop:
    """A wish to end a run soon, from a signal handler or another thread."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self.at_once = False
        """Whether who expresses the wish shall raise KeyboardInterrupt: nobody looks at it, and nothing is lost."""

    def request(self) -> None:
        """Give no document out any more."""
        self._event.set()

    @property
    def requested(self) -> bool:
        """Whether the run shall end."""
        return self._event.is_set()

    def wait(self, seconds: float) -> bool:
        """Whether the run shall end, after so many seconds at the latest."""
        return self._event.wait(seconds)
