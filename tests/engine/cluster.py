"""A standalone cluster of Spark on this machine: a master and two workers, in processes of ours."""

import contextlib
import json
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from tests.conftest import environment

_HERE = "127.0.0.1"
# Little is to be read, so that to compile and to plan for much takes longest.
_PLAINLY = {"adaptive.enabled": "false", "codegen.wholeStage": "false", "shuffle.partitions": "1"}
_SETTINGS = " ".join(f"--conf spark.sql.{key}={value}" for key, value in _PLAINLY.items())
QUICK = {
    "JDK_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "PYSPARK_SUBMIT_ARGS": f"{_SETTINGS} pyspark-shell",
    "SPARK_LOCAL_IP": _HERE,
}
Process = subprocess.Popen[bytes]


class Cluster(NamedTuple):
    """Its processes, and the port where the master tells of them."""

    url: str
    port: int
    master: Process
    workers: list[Process]

    def count(self, what: str) -> int:
        """Return how many applications or workers the master knows, if it says so yet."""
        try:
            with urllib.request.urlopen(f"http://{_HERE}:{self.port}/json/") as answer:
                told: Any = json.load(answer)
        except (OSError, ValueError):  # nothing listens, or has anything to say yet
            return 0
        return len([each for each in told[what] if each.get("state", "ALIVE") != "DEAD"])


def until(condition: Callable[[], object], seconds: float = 100) -> None:
    """Wait until something holds."""
    last = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < last
        time.sleep(0.05)


@contextlib.contextmanager
def started(folder: Path) -> Iterator[Cluster]:
    """Start a cluster, which keeps its files in a folder, and stop it."""
    wheel = find_spec("pyspark")
    assert wheel
    program = f"{os.path.dirname(str(wheel.origin))}/bin/spark-class"
    port, web = _free_port(), _free_port()
    url = f"spark://{_HERE}:{port}"
    running: list[Process] = []

    def start(kind: str, *arguments: str) -> Process:
        ports = ["--host", _HERE, "--port", str(port if kind == "Master" else 0)]
        ports += ["--webui-port", str(web if kind == "Master" else 0)]
        name = f"org.apache.spark.deploy.{kind.lower()}.{kind}"
        with open(folder / "log", "ab") as log:
            running.append(
                subprocess.Popen(
                    [program, name, *ports, *arguments],
                    cwd=folder,
                    env=environment(QUICK),
                    stderr=log,
                    stdout=log,
                )
            )
        return running[-1]

    try:
        master = start("Master")
        until(lambda: _answers(port))
        limits = ("--cores", "1", "--memory", "1g", "--work-dir", str(folder))
        cluster = Cluster(url, web, master, [start("Worker", *limits, url) for _ in range(2)])
        until(lambda: cluster.count("workers") == 2)
        yield cluster
    finally:
        for process in running:
            process.kill()
            process.wait()


def children(parent: int) -> list[int]:
    """Return the processes that a process has started."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="],  # noqa: S607  (it stands elsewhere on each system)
        capture_output=True,
        check=True,
        text=True,
    )
    pairs = (map(int, line.split()) for line in listed.stdout.splitlines())
    return [process for process, above in pairs if above == parent]


def is_running(process: int) -> bool:
    """Say whether a process is there, and not just waited for."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    listed = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)],  # noqa: S607
        capture_output=True,
        check=False,
        text=True,
    )
    return listed.stdout.strip()[:1] not in {"", "Z"}


def _free_port() -> int:
    with socket.create_server((_HERE, 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _answers(port: int) -> bool:
    try:
        socket.create_connection((_HERE, port)).close()
    except OSError:
        return False
    return True
