"""Measure the review page of a folder of results: ``python bench/review/measure_page.py OUT [--repeat N]``.

Prints the seconds from the command to the first page (the best of several starts, Python's own start included) and, of
some pages, the median and the worst milliseconds until the answer is complete.
"""

import argparse
import re
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence

PATHS = (
    "/", "/?text=laporan+irigasi", "/?low=1&order=date", "/?organization=Dinas+Irigasi", "/queue", "/follow-ups",
    "/follow-ups?due=overdue", "/follow-ups?owner=Ratna+Kusuma", "/search?q=laporan",
    "/search?q=menyusun+laporan+irigasi", "/thresholds", "/parties?q=ratn",
)  # fmt: skip
STARTS = 3


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    parser.add_argument("--repeat", type=int, default=9)
    options = parser.parse_args(arguments)
    firsts = []
    for start in range(STARTS):
        begin = time.perf_counter()
        process, url = start_page(options.out)
        try:
            fetch(url)
            firsts.append(time.perf_counter() - begin)
            if start == STARTS - 1:
                time.sleep(5)  # new results are taken in, what is needed later is loaded
                measure(url, options.repeat)
        finally:
            process.terminate()
            process.wait()
    print(f"first page after the command: {min(firsts):.2f} s (of {STARTS} starts)")


def start_page(out: str) -> tuple[subprocess.Popen[str], str]:
    """The running server and its address."""
    command = [sys.executable, "-m", "notula.pipeline.cli", "review", out, "--port", "0", "--no-open"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(r"http://\S+", line):
            return process, found[0].rstrip("/")
    raise SystemExit("the page has not started")


def measure(url: str, repeat: int) -> None:
    """Print the milliseconds of each path."""
    print(f"{'ms':>6} {'worst':>6}  page")
    for path in PATHS:
        times = []
        for _ in range(repeat):
            begin = time.perf_counter()
            fetch(url + path)
            times.append(1000 * (time.perf_counter() - begin))
        print(f"{statistics.median(times):6.0f} {max(times):6.0f}  {path}")


def fetch(url: str) -> bytes:
    """The body of an answer."""
    with urllib.request.urlopen(url) as answer:
        return bytes(answer.read())


if __name__ == "__main__":
    main()
