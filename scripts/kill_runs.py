"""Kills the real program many times while it writes, runs it again, and prints every promise that did not hold.

    python scripts/kill_runs.py [COUNT] [SEED]

300 kills take about ten minutes on two cores. Needs a POSIX system; the jobs with LibreOffice need it on the PATH. The
tests do the same with a small count (`tests/test_kills.py`).
"""

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.kills import kill_many


def main() -> int:
    count, seed = (
        (int(word) for word in [*sys.argv[1:], "300", "0"][:2]) if len(sys.argv) != 2 else (int(sys.argv[1]), 0)
    )
    by_job, by_signal, failed = Counter[str](), Counter[str](), 0
    with TemporaryDirectory() as folder:
        for result in kill_many(Path(folder), count, seed=seed):
            by_job[result.job] += 1
            by_signal[result.signal] += 1
            failed += bool(result.broken)
            if result.broken:
                print(f"{result.job}, {result.signal} at {result.step}: {'; '.join(result.broken)}", flush=True)
    print(f"{count} kills, {failed} with a broken promise; {dict(by_signal)}; {dict(by_job)}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
