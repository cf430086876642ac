"""Fuzzers: diplo under a rain of inputs that are nearly right.

`python -m tests.fuzz` runs all of them for 20 seconds, `--seconds 3600 yaml` one of them for an
hour, `--times 100` each of them a hundred times. What is run depends on the seed and the number of
the execution alone, so that `--seed 7 --only 1234 yaml` runs a finding again, and shows its input.
"""

import argparse
import mmap
import os
import resource
import secrets
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tests.conftest import environment
from tests.fuzz import (
    commandline,
    dates,
    engines,
    formats,
    loaders,
    matching,
    pictures,
    round_trips,
    states,
    tables,
)
from tests.fuzz.checks import StuckError

_LONGEST = 2000  # characters of an input that are printed
_MOST_ALIKE = 3  # findings of one kind that are printed
_PATIENCE = 300  # seconds of the clock, after which an execution stands still
_ADDRESSES = 4 * 2**30  # bytes that may be mapped, so that no input takes the machine down


class Target(NamedTuple):
    """What is fuzzed: a maker of inputs, and a check that passes or raises."""

    make: Callable[[Random], Any]
    check: Callable[[Any], None]


TARGETS = {
    "yaml": Target(loaders.any_yaml, loaders.check),
    "json": Target(loaders.any_json, loaders.check),
    "dates": Target(dates.any_date, dates.check_date),
    "bounds": Target(dates.any_bound, dates.check_bound),
    "commandline": Target(commandline.any_line, commandline.check),
    "formats": Target(formats.any_report, formats.check),
    "tables": Target(tables.any_table, tables.check),
    "maps": Target(tables.any_mapped, tables.check),
    "wikidata": Target(tables.any_wikidata, tables.check),
    "notes": Target(tables.any_note, tables.check),
    "pictures": Target(pictures.any_picture, pictures.check),
    "roundtrips": Target(round_trips.any_events, round_trips.check),
    "matching": Target(matching.any_window, matching.check),
    "order": Target(matching.any_dates, matching.check_order),
    "states": Target(states.any_states, states.check),
    "engines": Target(engines.any_question, engines.check),
}
if engines.MISSING:
    del TARGETS["engines"]


class Score:
    """What has been done for one target."""

    def __init__(self) -> None:
        self.executions = 0
        self.seconds = 0.0
        self.findings: Counter[str] = Counter()


class Fuzzer:
    """Runs targets, each for the same time, and tells of findings."""

    def __init__(
        self, seed: str, names: Sequence[str], keep: Path | None, board: mmap.mmap
    ) -> None:
        self.scores = {name: Score() for name in names}
        self._seed, self._keep, self._board = seed, keep, board
        self._stopped = False

    def run(self, seconds: float) -> None:
        """Run all targets in turns."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and not self._stopped:
            name = min(self.scores, key=lambda name: self.scores[name].seconds)
            self.once(name, self.scores[name].executions)

    def repeat(self, times: int) -> None:
        """Run each target so many times."""
        for name, number in product(self.scores, range(times)):
            if not self._stopped:
                self.once(name, number)

    def once(self, name: str, number: int, *, shown: bool = False) -> None:
        """Run one execution of a target."""
        score, started = self.scores[name], time.monotonic()
        self._board[:64] = f"{name} {number}".encode().ljust(64)
        given = made(self._seed, name, number)
        if shown:
            print(f"{name} {number}: {given!r}")
        signal.alarm(_PATIENCE)
        try:
            TARGETS[name].check(given)
        except (Exception, StuckError) as error:  # noqa: BLE001  (whatever it is, it is a finding)
            self._tell(name, number, given, error)
        finally:
            signal.alarm(0)
        score.seconds += time.monotonic() - started
        score.executions += 1

    def stop(self, *_: object) -> None:
        """Stop after the current execution."""
        self._stopped = True

    def _tell(self, name: str, number: int, given: object, error: BaseException) -> None:
        last = traceback.extract_tb(error.__traceback__)[-1]
        kind = f"{type(error).__name__} {last.filename}:{last.lineno}"
        found = self.scores[name].findings
        found[kind] += 1
        if found[kind] <= _MOST_ALIKE:
            print("".join(traceback.format_exception(error))[-_LONGEST:])
            tell(self._seed, name, number, given, self._keep)

    def summary(self) -> str:
        """Return a line for each target."""
        return "\n".join(
            f"{name}: {score.executions:,} executions, {score.seconds:.0f} s, "
            f"{score.findings.total()} findings"
            for name, score in self.scores.items()
        )


def made(seed: str, name: str, number: int) -> object:
    """Return the input of an execution."""
    random = Random(f"{seed} {name} {number}")  # noqa: S311  (it must be repeatable)
    return TARGETS[name].make(random)


def stand_still(*_: object) -> None:
    """End an execution that waits for something that never comes."""
    message = f"stands still for {_PATIENCE} seconds"
    raise StuckError(message)


def tell(seed: str, name: str, number: int, given: object, keep: Path | None) -> None:
    """Print how to run an execution again, and its input, which is also kept in a folder."""
    written = repr(given)
    print(f"FINDING --seed {seed} --only {number} {name}: {written[:_LONGEST]}\n", flush=True)
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{name}-{seed}-{number}.txt").write_text(ascii(given), encoding="ascii")


def work(options: argparse.Namespace, board: mmap.mmap) -> int:
    """Fuzz, in a folder of its own; return the exit status."""
    names = options.targets or list(TARGETS)
    fuzzer = Fuzzer(options.seed, names, options.keep, board)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, fuzzer.stop)
    signal.signal(signal.SIGALRM, stand_still)
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, resource.RLIM_INFINITY))
    variables = environment()
    os.environ.clear()
    os.environ.update(variables)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        os.chdir(folder)
        if options.times:
            fuzzer.repeat(options.times)
        elif options.only is None:
            fuzzer.run(options.seconds)
        else:
            for name in names:
                fuzzer.once(name, options.only, shown=True)
        os.chdir("/")
    if engines.MISSING:
        print(f"engines: skipped, as {' and '.join(engines.MISSING)} must be installed")
    print(f"seed {options.seed}\n{fuzzer.summary()}", flush=True)
    return int(any(score.findings or not score.executions for score in fuzzer.scores.values()))


def parsed(typed: Sequence[str]) -> argparse.Namespace:
    """Return the options."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=20, help="in all (default: 20)")
    parser.add_argument("--times", type=int, metavar="N", help="run each target N times instead")
    parser.add_argument(
        "--seed", default=secrets.token_hex(4), help="any text (default: by chance)"
    )
    parser.add_argument("--only", type=int, metavar="N", help="run execution N and show its input")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the inputs of findings")
    options = parser.parse_args(typed)
    if unknown := set(options.targets) - set(TARGETS):
        parser.error(f"no target is named {', '.join(sorted(unknown))}")
    options.keep = options.keep and options.keep.absolute()
    return options


def main(typed: Sequence[str]) -> int:
    """Fuzz in a process of its own, so that what ends even that is told of."""
    options = parsed(typed)
    board = mmap.mmap(-1, 64)  # where the worker says what it runs
    worker = os.fork()
    if not worker:
        os._exit(_status(options, board))
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, lambda *_: os.kill(worker, signal.SIGINT))
    _, status = os.waitpid(worker, 0)
    if os.WIFSIGNALED(status):
        name, number = board[:64].decode().split()
        print(f"the process was ended by {signal.Signals(os.WTERMSIG(status)).name}")
        tell(options.seed, name, int(number), made(options.seed, name, int(number)), options.keep)
        return 1
    return os.waitstatus_to_exitcode(status)


def _status(options: argparse.Namespace, board: mmap.mmap) -> int:
    try:
        return work(options, board)
    except BaseException:  # noqa: BLE001  (the parent has no other way to know)
        traceback.print_exc()
        return 2
    finally:
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
