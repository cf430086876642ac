"""A fork server: it loads the program once, and runs it in a fork of itself each time.

The server imports what commands import and the modules named to it, and looks up a country, but
runs no command, so that a fork is like a process that has just started. A request is a line of
JSON, its answer an exit status. Bash starts a client instead, which hands over its own streams.
If earlier runs do not matter, one fork answers many requests, in an eighth of the time: what is
done for the first time takes longest.
"""

import contextlib
import fcntl
import gc
import json
import marshal
import os
import pkgutil
import pty
import resource
import select
import signal
import socket
import struct
import sys
import termios
import time
import traceback
import zlib
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import typer

import diplo
from diplo.model.countries.resolve import Countries
from diplo.reading import shipped, yaml

LATE = ("dateutil.relativedelta", "rapidfuzz.distance", "shlex")  # imported within functions


LINE = 3  # the descriptor of requests in a fork that answers many
READY = b"find"  # stands at the foot of the explorer's screen


def compiled_events() -> ModuleType:
    """Return the module of bundled events that a wheel has; a clone reads them from YAML."""
    content = Path(shipped.path()).read_bytes()
    data, _ = yaml.parse(shipped.path(), content.decode())
    made = ModuleType("diplo.reading.compiled")
    vars(made).update(DATA=data, CHECKSUM=zlib.crc32(content))
    return made


@cache
def make_commands_once() -> None:
    """Let the runs of a process share the commands, which each would make again."""
    from diplo.cli.commands import program  # noqa: PLC0415  (it imports them)

    made = typer.main.get_command(program([]))
    typer.main.get_command = lambda _: made  # type: ignore[assignment]


def load() -> None:
    """Import everything but the commands, as each run imports its own, and large engines."""
    for module in pkgutil.walk_packages(diplo.__path__, "diplo."):
        if not module.name.startswith(("diplo.cli.commands.", "diplo.engine.")):
            with contextlib.suppress(ModuleNotFoundError):  # of an extra that is not installed
                import_module(module.name)
    for name in LATE:
        import_module(name)
    for name in sys.argv[2:]:
        with contextlib.suppress(ModuleNotFoundError):
            import_module(name)
    Countries({}).knows("norwy")  # a slip loads all lists of names, which takes long
    compiled = compiled_events()
    sys.modules[compiled.__name__] = compiled
    gc.freeze()  # or a collection would copy what forks share


def take_over(asked: dict[str, Any], stdin: int, first: int = 3) -> None:
    """Take the streams, folder and environment of a run; close descriptors from `first` on."""
    files = [(2, asked["err"])]
    if asked["keys"] is None:
        os.dup2(stdin, 0)
        files.append((1, asked["out"]))
    for number, name in files:
        is_open = isinstance(name, int)
        os.dup2(name if is_open else os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    os.chdir(asked["folder"])
    os.closerange(first, os.sysconf("SC_OPEN_MAX"))
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(asked["env"])
    signal.alarm(asked["seconds"])


def run(asked: dict[str, Any], stdin: int) -> None:
    """Run the program, and end as it ends."""
    take_over(asked, stdin)
    sys.argv[1:] = asked["arguments"]
    for name, limit in asked["limits"].items():
        resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (limit, limit))
    from diplo.__main__ import main  # noqa: PLC0415  (importing it makes SIGINT fatal)

    try:
        main()
    except BaseException:  # noqa: BLE001  (report it as Python would)
        traceback.print_exc()
    os._exit(1)


def run_many(line: socket.socket) -> None:
    """Run the program for one request after another; a run beyond a limit ends them."""
    from diplo.cli.main import main  # noqa: PLC0415  (only a fork runs it)

    make_commands_once()
    os.dup2(line.fileno(), LINE)
    with open(LINE, "rb") as requests:
        for asked in map(json.loads, requests):
            take_over(asked, os.open(os.devnull, os.O_RDONLY), LINE + 1)
            spent = {"CPU": round(time.process_time()), "DATA": 0}
            for name, before in spent.items():
                number = getattr(resource, f"RLIMIT_{name}")
                most = resource.getrlimit(number)[1]
                limit = before + asked["limits"][name] if name in asked["limits"] else most
                resource.setrlimit(number, (limit, most))
            status = main(asked["arguments"])
            signal.alarm(0)
            os.write(LINE, b"%d" % status)
    os._exit(0)


class Many:
    """A fork that answers one request after another, and is replaced if it dies."""

    def __init__(self) -> None:
        self._pid = 0

    def answer(self, asked: dict[str, Any]) -> int:
        """Return the exit status of a run, or the negative number of the signal that killed it."""
        if not self._pid:
            self._start()
        self._line.sendall(f"{json.dumps(asked)}\n".encode())
        if status := self._line.recv(9):
            return int(status)
        self._line.close()
        pid, self._pid = self._pid, 0
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

    def _start(self) -> None:
        self._line, theirs = socket.socketpair()
        with theirs:
            self._pid = os.fork()
            if not self._pid:
                run_many(theirs)


many = Many()


def answer(asked: dict[str, Any]) -> int:
    """Run the program in a fork, and return its exit status."""
    if asked["shares"]:
        return many.answer(asked)
    if asked["keys"] is not None:
        return answer_in_terminal(asked)
    stdin, feed = os.pipe()
    pid = os.fork()
    if not pid:
        run(asked, stdin)
    os.close(stdin)
    with contextlib.suppress(BrokenPipeError), open(feed, "wb") as pipe:
        pipe.write(asked["stdin"].encode("latin-1"))
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def answer_in_terminal(asked: dict[str, Any]) -> int:
    """Run the program in a terminal, and press keys once it has drawn its screen."""
    pid, screen = pty.fork()
    if not pid:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        run(asked, 0)
    drawn, pressed = b"", False
    with contextlib.suppress(OSError):  # Linux raises it when the other end is closed
        while part := os.read(screen, 65536):
            drawn += part
            if READY in drawn and not pressed:
                os.write(screen, asked["keys"].encode())
                pressed = True
    os.close(screen)
    with open(asked["out"], "wb") as file:
        file.write(drawn)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def begin(client: socket.socket) -> int:
    """Run the program for a client in a fork, and return the fork's process id."""
    _, handed, _, _ = socket.recv_fds(client, 1, 4)
    stdin, out, err, folder = handed
    with client.makefile("rb") as stream:
        arguments, env, limits = marshal.loads(stream.read())  # noqa: S302  (ours)
    pid = os.fork()
    if not pid:
        asked = {"arguments": arguments, "env": env, "limits": limits, "folder": folder}
        run({**asked, "out": out, "err": err, "keys": None, "seconds": 60}, stdin)
    for each in handed:
        os.close(each)
    return pid


def serve(clients: socket.socket) -> None:
    """Answer requests and clients until the requests end."""
    running: dict[int, socket.socket] = {}
    ended, waker = os.pipe()
    os.set_blocking(waker, False)
    signal.set_wakeup_fd(waker)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    with open(os.dup(0), encoding="ascii") as requests:
        while True:
            watched: list[Any] = [requests, clients, ended]
            ready, _, _ = select.select(watched, [], [])
            if clients in ready:
                client, _ = clients.accept()
                running[begin(client)] = client
            if ended in ready:
                os.read(ended, 4096)
                for pid in list(running):
                    found, status = os.waitpid(pid, os.WNOHANG)
                    if found:
                        with running.pop(pid) as client, contextlib.suppress(BrokenPipeError):
                            client.send(b"%d" % os.waitstatus_to_exitcode(status))
            if requests in ready:
                if not (line := requests.readline()):
                    return
                os.write(1, b"%d\n" % answer(json.loads(line)))


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as clients:
        load()
        serve(clients)
