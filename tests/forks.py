"""A server of forks: the program is loaded once, and each run of it is a fork of that.

The server imports what commands import and looks up a country, but runs nothing, so that a fork is
where Python is once it has started. A request is a line of JSON, the answer its exit status.
"""

import contextlib
import gc
import json
import os
import pkgutil
import resource
import signal
import sys
import traceback
from importlib import import_module
from typing import Any

import diplo
from diplo.__main__ import main
from diplo.model.countries import Countries

LATE = ("dateutil.relativedelta", "rapidfuzz.distance", "shlex")  # within functions of the program


def load() -> None:
    """Import all but the commands, of which a run imports its own."""
    for module in pkgutil.walk_packages(diplo.__path__, "diplo."):
        if not module.name.startswith("diplo.cli.commands."):
            with contextlib.suppress(ModuleNotFoundError):  # of an extra that is not installed
                import_module(module.name)
    for name in LATE:
        import_module(name)
    Countries({}).knows("none")  # the names of all countries take longer than most runs
    gc.freeze()  # or a collection would copy what forks share


def run(asked: dict[str, Any], stdin: int) -> None:
    """Be the program until its end."""
    os.dup2(stdin, 0)
    for number, name in (1, asked["out"]), (2, asked["err"]):
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["env"])
    sys.argv[1:] = asked["arguments"]
    for name, limit in asked["limits"].items():
        resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (limit, limit))
    signal.alarm(asked["seconds"])
    try:
        main()
    except BaseException:  # noqa: BLE001  (it is said and done as Python itself would)
        traceback.print_exc()
    os._exit(1)


def answer(asked: dict[str, Any]) -> int:
    """Run the program in a fork, and return its exit status."""
    stdin, feed = os.pipe()
    pid = os.fork()
    if not pid:
        run(asked, stdin)
    os.close(stdin)
    with contextlib.suppress(BrokenPipeError), open(feed, "wb") as pipe:
        pipe.write(asked["stdin"].encode("latin-1"))
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


if __name__ == "__main__":
    load()
    with open(os.dup(0), encoding="ascii") as requests:
        for line in requests:
            os.write(1, b"%d\n" % answer(json.loads(line)))
