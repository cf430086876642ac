"""Signals at any moment, others that take their time, and two at once: none leaves a mess."""

import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import PROGRAM, Run, environment
from tests.faults.conftest import seen
from tests.faults.fault import OK, ONE
from tests.stopping import after, at_every_third_line
from tests.strangers import ENVIRONMENT

needs_proc = pytest.mark.skipif(
    not Path("/proc/self/wchan").exists(), reason="this system has no /proc"
)

WRITING = ["timeline", "--json", "--events", "../ok.yaml", "-o", "out"]


@pytest.mark.parametrize(
    ("first", "sign", "module"),
    [
        (1, "SIGINT", "diplo.terminal.output"),
        (2, "SIGTERM", "diplo.terminal.output"),
        (3, "SIGHUP", "diplo.terminal.output"),
        (1, "SIGTERM", "diplo.terminal.signals"),
        (2, "SIGKILL", "diplo.terminal.output"),
    ],
)
def test_a_signal_at_any_line_leaves_the_old_file_or_the_new_one(
    folder: Path, run: Run, first: int, sign: str, module: str
) -> None:
    whole = run("timeline", "--json", "--events", "ok.yaml").out
    found = at_every_third_line(first, folder, sign, module, WRITING)
    assert len(found) > 5
    for left in found:
        assert left.status in (-signal.Signals[sign], 0)
        assert left.texts["out"] in ("old", whole)
        assert left.texts["err"] == ""
        assert sign == "SIGKILL" or set(left.texts) == {"out", "err"}
    assert found[0].texts["out"] == "old"


# The moment is the one before the new file takes the place of the old one. Each signal has a fork.
BEFORE = """\
import os, resource, signal, sys
from diplo.__main__ import main
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
names = sys.argv.pop(1).split()
for name in names:
    if not (pid := os.fork()):
        os.replace = lambda *_: os.kill(os.getpid(), signal.Signals[f"SIG{name}"])
        main()
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    print(name, signal.Signals(-status).name, *sorted(os.listdir()))
"""


ENDING = ["QUIT", "ABRT", "ALRM", "VTALRM", "PROF", "USR1", "USR2", "XCPU"]
WRITING_OLD = ["timeline", "--events", "ok.yaml", "-o", "old"]


def test_what_ends_the_program_leaves_the_old_file_alone(folder: Path) -> None:
    before = seen(folder)
    done = subprocess.run(
        [sys.executable, "-c", BEFORE, " ".join(ENDING), *WRITING_OLD],
        capture_output=True,
        check=False,
        cwd=folder,
        env=environment(),
        text=True,
    )
    names = " ".join(sorted(os.listdir(folder)))
    assert done.stdout.splitlines() == [f"{name} SIG{name} {names}" for name in ENDING]
    assert (done.returncode, done.stderr) == (0, "")
    assert seen(folder) == before


def test_an_interrupt_ends_a_loop_of_the_shell_too(folder: Path) -> None:
    script = (
        f"for _ in 1 2; do echo x >>rounds; exec 3<>ff; {PROGRAM} timeline --events - <ff; done"
    )
    os.mkfifo(folder / "ff")
    with subprocess.Popen(
        ["bash", "-c", script],  # noqa: S607  (bash stands elsewhere on each system)
        cwd=folder,
        env=environment(),
        start_new_session=True,
    ) as shell:
        wait_until_it_waits(child_of(shell.pid))
        os.killpg(shell.pid, signal.SIGINT)
        assert shell.wait(timeout=20) == -signal.SIGINT
    assert (folder / "rounds").read_text() == "x\n"


# An interrupt at one line of what runs first, which is told by its number.
FIRST = """\
import signal, sys
from diplo import __file__ as home
last, passed = int(sys.argv.pop(1)), 0
ours = home.replace("__init__", "__main__"), home.replace("__init__", "terminal/signals")

def on_line(frame, event, _):
    global passed
    if event == "line":
        passed += 1
        if passed == last:
            signal.raise_signal(signal.SIGINT)
    return on_line

sys.settrace(lambda frame, *_: on_line if frame.f_code.co_filename in ours else None)
from diplo.__main__ import main
main()
"""


@pytest.mark.parametrize("line", [8, 9, 12, 25, 40])
def test_an_interrupt_before_anything_is_heeded_is_silent(folder: Path, line: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST, str(line), "-V"],
        capture_output=True,
        check=False,
        cwd=folder,
        env=environment(),
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")


def test_an_interrupt_at_any_moment_is_silent_and_leaves_nothing(folder: Path) -> None:
    before, statuses = seen(folder), []
    for moment in range(12):
        done = after(0.004 + moment * 0.008, folder, ["timeline", "--json", "-o", "new"])
        # Once the program has ended, the timer of this test ends the interpreter.
        statuses.append(done.returncode)
        assert (done.stdout, done.stderr) == ("", "")
        left = {name: content for name, content in seen(folder).items() if name not in before}
        assert set(left) <= {"new"}
        assert all(str(content).endswith("\\n]\\n'") for content in left.values())
    assert statuses[0] == -signal.SIGINT
    assert set(statuses) <= {-signal.SIGINT, 0, -signal.SIGVTALRM}


def test_an_interrupt_in_a_callback_ends_the_program_too(folder: Path) -> None:
    # A module that the program needs stands in for the moment of its loading.
    interrupt = "weakref.ref(type('Any', (), {})(), lambda _: signal.raise_signal(signal.SIGINT))"
    script = f"import signal, weakref\nreference = {interrupt}\n"
    (folder / "bisect.py").write_text(script)
    done = subprocess.run(
        [sys.executable, "-m", "diplo", "timeline", "-n", "1"],
        capture_output=True,
        check=False,
        cwd=folder,
        env={**ENVIRONMENT, "PYTHONPATH": os.pathsep.join([str(folder), *sys.path])},
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")


WAITING = {
    "standard input": "exec 3<>ff; diplo timeline --events - <ff",
    "a FIFO that nobody writes": "diplo timeline --events ff",
    "half of YAML": "exec 3<>ff; head -c 30 ok.yaml >&3; diplo timeline --events ff",
    "some lines": "exec 3<>ff; head -n 99 many.jsonl >&3; diplo timeline --events - <ff",
    "a check": "exec 3<>ff; head -n 99 many.jsonl >&3; diplo check ff",
    "the opening of the output": "diplo timeline -o ff",
    "a full output": "exec 3<>ff; diplo timeline --events many.jsonl -o ff",
    "a full pipe": "exec 3<>ff; diplo timeline --events many.jsonl --json >ff",
}


def child_of(parent: int) -> int:
    """Return the process that another has started, once it is there."""
    children = Path(f"/proc/{parent}/task/{parent}/children")
    while not (found := children.read_text(encoding="utf-8").split()):
        time.sleep(0.001)
    return int(found[0])


def wait_until_it_waits(process: int) -> None:
    """Wait until the kernel says that a process waits for the other end of a pipe."""
    asleep_in = Path(f"/proc/{process}/wchan")
    for _ in range(20_000):
        place = asleep_in.read_text(encoding="utf-8")
        if any(word in place for word in ("fifo", "partner", "pipe", "poll", "select")):
            return
        time.sleep(0.001)
    pytest.fail("the process never waits")


@needs_proc
@pytest.mark.parametrize(
    ("what", "sign"),
    [
        *((what, signal.SIGINT) for what in WAITING),
        *((what, signal.SIGTERM) for what in ("some lines", "a full output", "a full pipe")),
    ],
)
def test_a_signal_while_the_program_waits(folder: Path, what: str, sign: int) -> None:
    os.mkfifo(folder / "ff")
    before = seen(folder)
    with subprocess.Popen(
        ["bash", "-c", WAITING[what].replace("diplo", f"exec {shlex.quote(str(PROGRAM))}")],  # noqa: S607  (bash stands elsewhere on each system)
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        wait_until_it_waits(process.pid)
        process.send_signal(sign)
        out, err = process.communicate(timeout=20)
    assert process.returncode == -sign
    assert (out, err) == (b"", b"")
    assert seen(folder) == before


def test_a_program_that_shall_ignore_interrupts_does(folder: Path, shell: Run) -> None:
    command = f"trap '' INT; {OK} & while kill -INT $! 2>/dev/null; do :; done; wait $!"
    assert shell(f"cd {shlex.quote(str(folder))}; {command}") == (0, ONE, "")


# --- Others that take their time


def begun(
    folder: Path, *arguments: str, stdin: int = subprocess.DEVNULL, stdout: int = subprocess.PIPE
) -> subprocess.Popen[str]:
    """Start the program, which takes over the ends of pipes that it is given."""
    try:
        return subprocess.Popen(
            [str(PROGRAM), *arguments],
            cwd=folder,
            env=environment(),
            stdin=stdin,
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
        )
    finally:
        for end in (stdin, stdout):
            if end >= 0:
                os.close(end)


@needs_proc
@pytest.mark.parametrize("does_wait", [True, False])
@pytest.mark.parametrize(
    ("file", "at", "lines"),
    [("ok.yaml", 0, 1), ("ok.yaml", 9, 1), ("ok.yaml", -1, 1), ("many.jsonl", 99_999, 1500)],
)
def test_what_comes_slowly_is_waited_for(
    folder: Path, file: str, at: int, lines: int, *, does_wait: bool
) -> None:
    data = (folder / file).read_bytes()
    given, feed = os.pipe()
    os.set_blocking(given, does_wait)
    with (
        begun(folder, "timeline", "--events", "-", stdin=given) as process,
        open(feed, "wb", buffering=0) as pipe,
    ):
        pipe.write(data[:at])
        wait_until_it_waits(process.pid)
        pipe.write(data[at:])
        pipe.close()
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out.count("\n"), err) == (0, lines, "")


@needs_proc
@pytest.mark.parametrize("does_wait", [True, False])
def test_a_reader_that_takes_its_time_gets_all(folder: Path, *, does_wait: bool) -> None:
    end, out = os.pipe()
    os.set_blocking(out, does_wait)
    with (
        begun(folder, "timeline", "--events", "many.jsonl", stdout=out) as process,
        open(end, encoding="utf-8") as pipe,
    ):
        wait_until_it_waits(process.pid)
        assert len(pipe.readlines()) == 1500
        assert process.communicate(timeout=20)[1] == ""
    assert process.returncode == 0


@needs_proc
def test_a_reader_may_leave_while_it_is_written(folder: Path) -> None:
    end, out = os.pipe()
    with begun(folder, "timeline", "--events", "many.jsonl", stdout=out) as process:
        wait_until_it_waits(process.pid)
        assert os.read(end, 5) == b"1000\t"
        os.close(end)
        assert process.communicate(timeout=20)[1] == ""
    assert process.returncode == 141


# --- Two at once


def test_two_at_once_write_one_file_after_the_other(folder: Path, run: Run) -> None:
    sorts = ("date", "title")
    arguments = ("timeline", "--events", "many.jsonl", "--json", "--sort")
    wholes = {run(*arguments, sort).out for sort in sorts}
    assert len(wholes) > 1
    before, path = seen(folder), folder / "new"
    running = [
        subprocess.Popen(
            [PROGRAM, *arguments, sort, "-o", "new"],
            cwd=folder,
            env=environment(),
            stderr=subprocess.PIPE,
        )
        for sort in sorts
    ]
    while any(process.poll() is None for process in running):
        if path.exists():
            assert path.read_text() in wholes
    assert [process.communicate()[1] for process in running] == [b""] * len(sorts)
    assert path.read_text() in wholes
    path.unlink()
    assert seen(folder) == before
