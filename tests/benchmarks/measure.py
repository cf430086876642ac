"""Measuring programs as whole processes."""

import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Cost(NamedTuple):
    """What a program took: seconds (the median of several runs) and megabytes at its peak."""

    seconds: float
    megabytes: float


def cost(command: Sequence[str], runs: int) -> Cost:
    """Run a program so many times, its output thrown away."""
    return costs({"": command}, runs)[""]


def costs(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, Cost]:
    """Run programs in turn, so many times each, so that all meet the same noise."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    peaks = dict.fromkeys(commands, 0.0)
    for _ in range(runs):
        for name, command in commands.items():
            taken, peak = _once(command)
            seconds[name].append(taken)
            peaks[name] = max(peaks[name], peak)
    return {name: Cost(statistics.median(seconds[name]), peaks[name]) for name in commands}


def _once(command: Sequence[str]) -> tuple[float, float]:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return time.perf_counter() - start, usage.ru_maxrss / 1024
