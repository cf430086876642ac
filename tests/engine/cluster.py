"""A standalone cluster of Spark on this machine: a master and two workers, in processes of ours."""

import contextlib
import io
import os
import select
import subprocess
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

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
# What the master says where the number of its workers or of its applications changes.
_CHANGES = {
    b"Master: Registering worker ": ("workers", 1),
    b"Master: Removing worker ": ("workers", -1),
    b"Master: Registered app ": ("applications", 1),
    b"Master: Removing app ": ("applications", -1),
}
_PATIENCE = 100  # seconds, in which even a busy machine does each of these


class Cluster:
    """Its address and its processes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.master = self._start("Master", "--webui-port", "0", stderr=subprocess.PIPE)
        self._said = self.master.stderr or io.BytesIO()
        self.url = next(
            line.split()[-1].decode() for line in self._said if b"Starting Spark master" in line
        )
        self._now = dict.fromkeys(("workers", "applications"), 0)
        self._changed = threading.Condition()
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()
        limits = ("--cores", "1", "--memory", "1g", "--work-dir", str(folder))
        self.workers = [self._start("Worker", "--webui-port", "0", *limits, self.url) for _ in "ab"]

    def until(self, what: str, number: int) -> None:
        """Wait until there are so many `workers` or `applications`."""
        with self._changed:
            assert self._changed.wait_for(lambda: self._now[what] == number, _PATIENCE)

    def stop(self) -> None:
        """Stop it, without a word to whoever uses it."""
        for process in (self.master, *self.workers):
            process.kill()
            process.wait()
        self._listener.join()
        self._said.close()

    def _start(self, kind: str, *arguments: str, stderr: int | None = None) -> Process:
        wheel = find_spec("pyspark")
        assert wheel
        program = f"{os.path.dirname(str(wheel.origin))}/bin/spark-class"
        name = f"org.apache.spark.deploy.{kind.lower()}.{kind}"
        with open(self._folder / "log", "ab") as log:
            return subprocess.Popen(
                [program, name, "--host", _HERE, "--port", "0", *arguments],
                cwd=self._folder,
                env=environment(QUICK | {"SPARK_LOCAL_DIRS": str(self._folder)}),
                stderr=stderr or log,
                stdout=log,
            )

    def _listen(self) -> None:
        for line in self._said:
            for words, (what, by) in _CHANGES.items():
                if words in line:
                    with self._changed:
                        self._now[what] += by
                        self._changed.notify_all()


@contextlib.contextmanager
def started(folder: Path) -> Iterator[Cluster]:
    """Start a cluster, which keeps its files in a folder, and stop it."""
    cluster = Cluster(folder)
    try:
        cluster.until("workers", 2)
        yield cluster
    finally:
        cluster.stop()


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


def until_gone(process: int) -> None:
    """Wait until a process that another has started has ended."""
    with contextlib.suppress(ProcessLookupError):
        assert select.select([os.pidfd_open(process)], (), (), _PATIENCE)[0]
