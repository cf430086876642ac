"""Stopping the program: at a line of its code, or after some of its CPU time."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.conftest import environment

AT_LINES = """\
import gc, json, os, shutil, signal, sys
from diplo.terminal import signals
from diplo.cli.main import main

sign, module, first, *sys.argv[1:] = sys.argv[1:]


def run():
    signals.heed()
    return main(sys.argv[1:])


os.mkdir("before")
os.chdir("before")
run()  # so that everything is loaded
os.chdir("..")
shutil.rmtree("before")
module = sys.modules[module].__file__
gc.freeze()  # or a collection would copy what forks share


def stop_at(number):
    passed = 0

    def on_line(frame, event, _):
        nonlocal passed
        if event == "line":
            passed += 1
            if passed == number:
                sys.settrace(None)
                os.kill(os.getpid(), signal.Signals[sign])
        return on_line

    sys.settrace(lambda frame, *_: on_line if frame.f_code.co_filename == module else None)
    status = run()
    sys.settrace(None)
    return status if passed >= number else 99


def child(number):
    folder = f"at-{number}"
    os.mkdir(folder)
    os.chdir(folder)
    with open("out", "w") as old, open("err", "w") as err:
        old.write("old")
        os.dup2(err.fileno(), 2)
    os._exit(stop_at(number))


def left(number, status):
    texts: dict[str, str] = {}
    for name in sorted(os.listdir(f"at-{number}")):
        with open(f"at-{number}/{name}") as file:
            texts[name] = file.read()
    shutil.rmtree(f"at-{number}")
    return os.waitstatus_to_exitcode(status), texts


found = []
while not found or found[-1][0] != 99:
    number = 3 * len(found) + int(first)
    pid = os.fork() or child(number)
    found.append(left(number, os.waitpid(pid, 0)[1]))
print(json.dumps(found[:-1]))
"""
AFTER = """\
import signal, sys
from diplo.__main__ import main
signal.signal(signal.SIGVTALRM, lambda *_: signal.raise_signal(signal.SIGINT))
signal.setitimer(signal.ITIMER_VIRTUAL, float(sys.argv.pop(1)))
main()
"""


class Left(NamedTuple):
    """What is left of a run that was stopped: its status, and the text of each file."""

    status: int
    texts: dict[str, str]


def at_every_third_line(
    first: int, folder: Path, sign: str, module: str, arguments: Sequence[str]
) -> list[Left]:
    """Send a signal at every third line of a module, each in its own process.

    The file `out` has the text "old" before each run.
    """
    done = subprocess.run(
        [sys.executable, "-c", AT_LINES, sign, module, str(first), *arguments],
        capture_output=True,
        check=True,
        cwd=folder,
        env=environment(),
    )
    return [Left(*found) for found in json.loads(done.stdout)]


def after(
    seconds: float, folder: Path, arguments: Sequence[str]
) -> subprocess.CompletedProcess[str]:
    """Interrupt the program after so many seconds of its own CPU time."""
    return subprocess.run(
        [sys.executable, "-c", AFTER, str(seconds), *arguments],
        capture_output=True,
        check=False,
        cwd=folder,
        env=environment(),
        text=True,
    )
