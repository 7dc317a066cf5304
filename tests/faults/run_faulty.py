"""``notula`` with the readers of ``fault_readers`` in place of the real ones, as a program that starts at once."""

import sys
from functools import partial

import fault_readers

from notula.pipeline.batch import run, supervise
from notula.pipeline.batch.crew import Context
from notula.pipeline.cli import main

if __name__ == "__main__":
    swift = partial(supervise.supervise, work=fault_readers.pretend, context=Context(preload=()))
    run.supervise = swift  # type: ignore[assignment]
    sys.exit(main())
