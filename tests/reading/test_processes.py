import fcntl
import os
import pickle
import signal
import sys
import time
from collections.abc import Iterator

import pytest

from diplo.reading import processes
from diplo.reading.processes import working

# The runner of these tests has a thread, which Python warns of when it forks.
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")


def numbers(*wanted: int) -> Iterator[int]:
    yield from wanted


def test_processes_make_values_in_their_order() -> None:
    with working([lambda: numbers(1, 2), numbers, lambda: numbers(3)]) as made:
        assert [list(values) for values in made] == [[1, 2], [], [3]]


def test_more_is_made_than_a_pipe_holds() -> None:
    with working([lambda: iter(["x" * 10**6] * 3)] * 2) as made:
        assert [sum(map(len, values)) for values in made] == [3 * 10**6] * 2


def test_another_process_does_the_work() -> None:
    with working([lambda: numbers(os.getpid())]) as made:
        assert list(made[0]) != [os.getpid()]


def failing() -> Iterator[int]:
    yield 1
    raise ValueError


def killed() -> Iterator[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    yield 1


def sleeping() -> Iterator[int]:
    time.sleep(60)
    yield 1


def interrupted() -> Iterator[int]:
    os.kill(os.getpid(), signal.SIGINT)
    yield 1


@pytest.mark.parametrize(("task", "before"), [(failing, [1]), (killed, []), (interrupted, [])])
def test_a_process_that_fails_makes_no_more_and_says_nothing(
    task: processes.Task, before: list[int], capfd: pytest.CaptureFixture[str]
) -> None:
    with working([task, lambda: numbers(2)]) as made:
        assert [list(values) for values in made] == [before, [2]]
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has wider pipes")
def test_a_pipe_holds_much_before_its_writer_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    ends: list[int] = []
    real = os.pipe

    def pipe() -> tuple[int, int]:
        ends.extend(real())
        return ends[-2], ends[-1]

    monkeypatch.setattr(os, "pipe", pipe)
    with working([lambda: numbers(1)]):
        assert fcntl.fcntl(ends[0], fcntl.F_GETPIPE_SZ) == 2**20


def test_without_a_process_nothing_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refuse)
    with working([lambda: numbers(1)]) as made:
        assert list(made[0]) == []


def test_what_is_cut_short_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pickle, "dumps", lambda _: b"\x80\x05\x95\x09\x00")
    with working([lambda: numbers(1)]) as made:
        assert list(made[0]) == []


def test_processes_end_with_the_context(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    real = os.fork

    def fork() -> int:
        started.append(real())
        return started[-1]

    monkeypatch.setattr(os, "fork", fork)
    with pytest.raises(KeyError), working([sleeping]):
        raise KeyError
    with pytest.raises(ProcessLookupError):
        os.kill(started[0], 0)


def test_as_many_processes_as_the_machine_has_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    for there, wanted in ((1, 1), (2, 2), (64, 4)):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _, n=there: set(range(n)))
        assert processes.at_hand() == wanted
    monkeypatch.setattr(sys, "platform", "darwin")
    assert processes.at_hand() == 1
