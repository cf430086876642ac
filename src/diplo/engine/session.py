"""A session of Spark: Java starts silently, and ends with this process."""

import contextlib
import logging
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from typing import IO, Any
from urllib.parse import urlsplit

from pyspark import SparkConf, SparkContext
from pyspark.errors import PySparkRuntimeError
from pyspark.java_gateway import launch_gateway
from pyspark.sql import SparkSession

from diplo.engine.failures import EngineError, engine_failure
from diplo.terminal.text import fold_space, shown

Session = Any  # of PySpark, which has no types for others to use

_MASTER = "spark://"  # before the host:port of a master, or of several with commas
_JAVA = "Java"
_NOTICES = ("NOTE:", "WARNING:")  # begin lines of Java's that are no failure
_SECONDS = 3  # within which a master must answer
_SETTINGS = {
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.caseSensitive": "true",
    "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
}


def start_session(master: str) -> Session:
    """Return a session of Spark on a master.

    Java ends with this process, however that ends: it waits for the end of a pipe.

    Raises:
        EngineError: no master answers, there is no Java, or it does not start.
    """
    if master.startswith(_MASTER):
        _reach(master)
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise EngineError(
            "Spark needs Java, which is not here; install Java 17 or later, or set JAVA_HOME"
        )
    with quiet(), _same_signal(), tempfile.TemporaryFile() as output:
        return _session(master, output)


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Suppress the logs and warnings of PySpark, which are for programmers."""
    for name in ("py4j", "pyspark"):
        logging.getLogger(name).handlers = [logging.NullHandler()]
    with warnings.catch_warnings(action="ignore"):
        yield


def _reach(master: str) -> None:
    """Make sure that some master answers, as Spark would wait a minute for one.

    Raises:
        EngineError: none does.
    """
    reason = ""
    for address in master.removeprefix(_MASTER).split(","):
        try:
            place = urlsplit(f"//{address}")
            socket.create_connection((place.hostname, place.port or 7077), _SECONDS).close()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
        else:
            return
    raise EngineError(
        f"no Spark master answers at {shown(master)}: {reason}; start it or check --engine"
    )


@contextlib.contextmanager
def _same_signal() -> Iterator[None]:
    """Restore the handler of Ctrl-C, which a context of Spark replaces."""
    handler = signal.getsignal(signal.SIGINT)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)


def _session(master: str, output: IO[bytes]) -> Session:
    launch: Any = launch_gateway  # which has no types
    settings = SparkConf(loadDefaults=False).setAll([*_SETTINGS.items()])
    try:
        gateway = launch(settings, {"stdout": subprocess.DEVNULL, "stderr": output})
    except PySparkRuntimeError as error:
        output.seek(0)
        lines = output.read().decode(errors="replace").splitlines()
        first = next((line for line in lines if not line.startswith(_NOTICES)), "without a word")
        raise engine_failure(_JAVA, fold_space(first)) from error
    return SparkSession(SparkContext(master, "diplo", conf=settings, gateway=gateway))
