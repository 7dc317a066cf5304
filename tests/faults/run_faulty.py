"""``notula`` with the readers of ``fault_readers``, as a program."""

import sys
from functools import partial

import fault_readers

from notula.pipeline.batch import run, supervise
from notula.pipeline.cli import main

if __name__ == "__main__":
    run.supervise = partial(supervise.supervise, work=fault_readers.work)  # type: ignore[assignment]
    sys.exit(main())
