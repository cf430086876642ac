"""Measuring programs as whole processes."""

import math
import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Cost(NamedTuple):
    """What a program took: seconds (the median of several runs) and megabytes at its peak.

    `work` is the least time of a processor, in seconds, on which what else runs has less effect.
    """

    seconds: float
    megabytes: float
    work: float = 0


def cost(command: Sequence[str], runs: int) -> Cost:
    """Run a program so many times, its output thrown away."""
    return costs({"": command}, runs)[""]


def costs(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, Cost]:
    """Run programs in turn, so many times each, so that all meet the same noise."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    peaks = dict.fromkeys(commands, 0.0)
    work = dict.fromkeys(commands, math.inf)
    for _ in range(runs):
        for name, command in commands.items():
            taken, peak, used = _once(command)
            seconds[name].append(taken)
            peaks[name] = max(peaks[name], peak)
            work[name] = min(work[name], used)
    return {
        name: Cost(statistics.median(taken), peaks[name], work[name])
        for name, taken in seconds.items()
    }


def _once(command: Sequence[str]) -> tuple[float, float, float]:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    taken = time.perf_counter() - start
    return taken, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime
