"""Where output goes, what can be shown there, and that it goes there whole or not at all."""

import functools
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from diplo.terminal.errors import OutputFileError, StandardOutputError
from diplo.terminal.output import Target, _write_all, complain
from tests.conftest import Forks, Run
from tests.terminals import in_terminal

Write = Callable[..., Path]

LINE = "2021-01-02\tcertain\tNOR\ttreaty\tT\ta\n"
ANSWER = "timeline --events ok.yaml"


@pytest.fixture(autouse=True)
def _ok(write: Write) -> None:
    write("ok.yaml")


@pytest.fixture
def nothing_left(tmp_path: Path) -> Iterator[None]:
    """See that no temporary file is left behind."""
    before = set(tmp_path.rglob("*"))
    yield
    assert {path for path in set(tmp_path.rglob("*")) - before if ".diplo" in path.name} == set()


# --- What can be shown


class Terminal:
    """Standard output as a terminal whose size the system does not tell."""

    encoding = "cp1252"

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return -1


@pytest.mark.parametrize(
    ("stated", "width"),
    [
        (None, 80),
        ("", 80),
        ("100", 100),
        ("0", 80),
        ("-1", 80),
        ("abc", 80),
        ("²", 80),
        ("１００", 80),
        ("1e2", 80),
        ("20", 20),
        ("9" * 5000, 80),
    ],
)
def test_the_width_without_a_terminal(stated: str | None, width: int) -> None:
    environment = {} if stated is None else {"COLUMNS": stated}
    assert Target("file").width(environment) == width
    assert Target().width(environment) == width


def test_the_width_of_a_terminal_that_does_not_tell_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert Target().is_terminal
    assert Target().width({"COLUMNS": "90"}) == 90
    assert Target().width({}) == 80


def test_the_terminal_goes_before_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((123, 40)))
    assert Target().width({"COLUMNS": "90"}) == 123
    assert Target("file").width({"COLUMNS": "90"}) == 90


@pytest.mark.parametrize(
    ("environment", "colours"),
    [
        ({}, 16),
        ({"TERM": "xterm"}, 16),
        ({"TERM": "xterm-256color"}, 256),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, 256),
    ],
)
def test_the_number_of_colours(environment: Mapping[str, str], colours: int) -> None:
    assert Target("file").colours("always", environment) == colours
    assert Target("file").colours("never", environment) == 0
    assert Target("file").colours("auto", environment) == 0


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"FORCE_COLOR": "1", "CLICOLOR": "0"}, True),
        ({"CLICOLOR_FORCE": "1", "TERM": "dumb"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"CLICOLOR": "0"}, False),
        ({"CLICOLOR": "1"}, True),
        ({"TERM": "dumb"}, False),
    ],
)
def test_colour_on_a_terminal_unless_the_environment_says_otherwise(
    monkeypatch: pytest.MonkeyPatch,
    environment: Mapping[str, str],
    coloured: bool,  # noqa: FBT001  (pytest gives it by name)
) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert bool(Target().colours("auto", environment)) is coloured


def test_the_encoding_is_that_of_standard_output_and_utf_8_in_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert Target().encoding == "cp1252"
    assert Target("file").encoding == "utf-8"


def test_standard_output_that_is_closed_is_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert not Target().is_terminal
    assert Target().encoding == "utf-8"
    assert Target().width({}) == 80
    with pytest.raises(StandardOutputError):
        Target().write(b"x")


# --- Files


def test_a_file_has_the_format_of_its_extension(run: Run, tmp_path: Path) -> None:
    for name in ("json", "jsonl", "csv", "tsv", "yaml", "html", "svg"):
        assert run(*ANSWER.split(), "-o", f"a.{name}") == (0, "", "")
        assert (tmp_path / f"a.{name}").read_text() == run(*ANSWER.split(), "-f", name).out
    assert run(*ANSWER.split(), "-o", "a.txt", "--color", "always") == (0, "", "")
    assert (tmp_path / "a.txt").read_text() == LINE
    result = run(*ANSWER.split(), "-o", "a.gif")
    assert (result.status, result.out) == (2, "")
    assert (
        "'.gif'; choose from .json, .jsonl, .csv, .tsv, .md, .yaml, .html, .svg, .parquet, .txt"
        in result.err
    )
    assert not (tmp_path / "a.gif").exists()


def test_a_file_is_made(run: Run, tmp_path: Path) -> None:
    assert run(*ANSWER.split(), "-o", "new")[:2] == (0, "")
    assert (tmp_path / "new").read_text() == LINE


@pytest.mark.usefixtures("nothing_left")
def test_a_file_is_replaced_whole_with_its_permissions(run: Run, write: Write) -> None:
    path = write("old", "x" * 10_000)
    path.chmod(0o640)
    with path.open() as reader:
        assert run(*ANSWER.split(), "--output", "old") == (0, "", "")
        # Who reads the old file goes on reading the old content.
        assert reader.read() == "x" * 10_000
    assert path.read_text() == LINE
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_file_is_not_written_over_where_that_would_lose_something(
    run: Run, write: Write, tmp_path: Path
) -> None:
    path = write("a.yaml")
    (tmp_path / "link.yaml").symlink_to(path)
    for name in ("a.yaml", "link.yaml"):
        lost = run("timeline", "--events", "a.yaml", "-o", name)
        assert (lost.status, "is being read too, and would lose" in lost.err) == (73, True)
    write("map.yaml", "event: {date: 2021, title: T, countries: [NO]}\n")
    write("in.csv", "a\n1\n")
    reading = ("timeline", "--events", "in.csv", "--map", "map.yaml", "--json")
    lost = run(*reading, "-o", "map.yaml")
    assert (lost.status, "is being read too, and would lose" in lost.err) == (73, True)
    path.chmod(0o444)
    kept = run("timeline", "--json", "-o", "a.yaml")
    assert (kept.status, "a.yaml is read-only; name another file" in kept.err) == (73, True)


def test_other_names_of_a_file_that_is_replaced_are_told(
    run: Run, write: Write, tmp_path: Path
) -> None:
    (tmp_path / "other").hardlink_to(write("out", "old"))
    told = run("timeline", "--json", "-o", "out")
    said = "diplo: other names (hard links) of out keep what it held before\n"
    assert (told.status, told.err) == (0, said)
    assert (tmp_path / "other").read_text() == "old"


@pytest.mark.parametrize(("umask", "mode"), [("022", 0o644), ("077", 0o600), ("002", 0o664)])
def test_a_new_file_has_the_permissions_that_the_umask_leaves(
    shell: Run, tmp_path: Path, umask: str, mode: int
) -> None:
    assert shell(f"umask {umask}; diplo {ANSWER} -o new").status == 0
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == mode


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such links")
def test_what_leads_to_an_open_file_is_written_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_bytes(b"old\n")
    with path.open("ab", buffering=0) as log:
        (tmp_path / "link").symlink_to(f"/dev/fd/{log.fileno()}")
        for name in (f"/dev/fd/{log.fileno()}", f"/proc/thread-self/fd/{log.fileno()}"):
            Target(name).write(b"new\n")
        Target(str(tmp_path / "link")).write(b"last\n")
    assert path.read_bytes() == b"old\nnew\nnew\nlast\n"


@pytest.mark.usefixtures("nothing_left")
def test_a_link_stays_and_its_target_is_replaced(run: Run, write: Write, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    target = write("folder/old", "x")
    (tmp_path / "link").symlink_to("folder/old")
    (tmp_path / "dangling").symlink_to("folder/new")
    for name in ("link", "dangling"):
        assert run(*ANSWER.split(), "-o", name).status == 0
        assert (tmp_path / name).is_symlink()
    assert target.read_text() == LINE
    assert (tmp_path / "folder/new").read_text() == LINE


def test_nothing_is_a_complete_file_too(run: Run, write: Write) -> None:
    path = write("old", "x")
    assert run(*ANSWER.split(), "-q", "qqq", "-o", "old").status == 0
    assert path.read_text() == ""


@pytest.mark.parametrize("arguments", ["norwey", "--events none.yaml", "--since never"])
@pytest.mark.usefixtures("nothing_left")
def test_an_error_leaves_the_file_alone(run: Run, write: Write, arguments: str) -> None:
    path = write("old", "x")
    assert run("timeline", *arguments.split(), "-o", "old").status in (2, 66)
    assert path.read_text() == "x"


@pytest.mark.parametrize(
    ("output", "says"),
    [
        ("no/such/folder", "No such file"),
        (".", "directory"),
        ("ok.yaml/x", "Not a directory"),
        ("/dev/full", "No space left"),
        ("loop", "symbolic links"),
        ("x" * 300, "too long"),
    ],
)
@pytest.mark.usefixtures("nothing_left")
def test_what_cannot_be_written_is_73(run: Run, tmp_path: Path, output: str, says: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    result = run(*ANSWER.split(), "-o", output)
    assert (result.status, result.out) == (73, "")
    assert result.err.startswith("diplo: ")
    assert result.err.count("\n") == 1
    assert says in result.err


@pytest.mark.usefixtures("nothing_left")
def test_a_limit_on_the_size_of_files_leaves_the_file_alone(shell: Run, write: Write) -> None:
    path = write("old", "x")
    result = shell(f'ulimit -f 0; trap "" XFSZ; diplo {ANSWER} -o old')
    assert (result.status, result.out) == (73, "")
    assert path.read_text() == "x"


@pytest.mark.skipif(not shutil.which("setpriv"), reason="setpriv is missing")
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can take another user's identity")
@pytest.mark.usefixtures("nothing_left")
def test_a_folder_that_is_read_only_is_73(
    shell: Run, write: Write, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = write("old", "x")
    path.chmod(0o666)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.is_relative_to(tmp_path_factory.getbasetemp().parent):
            folder.chmod(0o755)
    other = "setpriv --reuid=65534 --regid=65534 --clear-groups --"
    if shell(f"{other} diplo --version").status != 0:
        pytest.skip("another user cannot reach the program")
    for name in ("old", "new"):
        result = shell(f"{other} diplo {ANSWER} -o {name}")
        assert (result.status, result.out) == (73, "")
        assert "Permission denied" in result.err
    assert path.read_text() == "x"


@pytest.mark.skipif(not shutil.which("mkfifo"), reason="mkfifo is missing")
def test_a_fifo_is_written_to(shell: Run, tmp_path: Path) -> None:
    result = shell(f"mkfifo ff; cat ff & diplo {ANSWER} -o ff; s=$?; wait; exit $s")
    assert result == (0, LINE, "")
    assert (tmp_path / "ff").is_fifo()


def test_a_device_is_written_to(run: Run) -> None:
    assert run(*ANSWER.split(), "-o", "/dev/null") == (0, "", "")
    assert Path("/dev/null").is_char_device()


@pytest.mark.skipif(not shutil.which("mkfifo"), reason="mkfifo is missing")
def test_the_reader_of_a_fifo_that_went_away_is_141_and_silent(shell: Run) -> None:
    result = shell("mkfifo ff; head -c 1 ff & diplo timeline -f html -o ff")
    assert result == (141, "<", "")


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="this system has no /dev/fd")
@pytest.mark.parametrize(
    "command",
    [
        f"diplo {ANSWER} -o /dev/stdout | cat",
        f"diplo {ANSWER} -o /dev/fd/3 3>&1 | cat",
        f"diplo {ANSWER} -o >(cat); s=$?; wait $!; exit $s",
    ],
)
def test_a_pipe_behind_a_name_is_written_to(shell: Run, command: str) -> None:
    assert shell(command) == (0, LINE, "")


def test_a_hyphen_is_standard_output(run: Run, tmp_path: Path) -> None:
    assert run(*ANSWER.split(), "-o", "-") == (0, LINE, "")
    assert not (tmp_path / "-").exists()


@pytest.mark.usefixtures("nothing_left")
def test_a_failure_in_the_middle_leaves_the_file_alone(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("old", "x")

    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OutputFileError, match="old cannot be written"):
        Target(str(path)).write(b"new")
    assert path.read_text() == "x"


def test_what_would_block_is_written_when_it_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    readable, writable = os.pipe()
    answers = iter([BlockingIOError, None])

    def refuse_once(where: int, data: bytes) -> int:
        if error := next(answers, None):
            raise error
        return real(where, data)

    real = os.write
    monkeypatch.setattr(os, "write", refuse_once)
    _write_all(writable, b"text")
    os.close(writable)
    with open(readable, "rb") as pipe:
        assert pipe.read() == b"text"


def test_a_short_write_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda where, data: write(where, data[:3]))
    Target(str(tmp_path / "new")).write(b"more than three")
    assert (tmp_path / "new").read_bytes() == b"more than three"


@pytest.mark.parametrize("name", ["none/", "none/.", "none/../new", "nowhere/", "nowhere/../new"])
def test_a_folder_that_is_not_there_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nowhere").symlink_to("none")
    with pytest.raises(OutputFileError, match="No such file"):
        Target(name).write(b"new")
    assert sorted(os.listdir()) == ["nowhere", "ok.yaml"]


def test_nobody_else_reads_what_is_written_over_a_private_file(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("old")
    path.chmod(0o600)
    modes = []
    monkeypatch.setattr(
        os, "chown", lambda new, *_: modes.append(stat.S_IMODE(os.stat(new).st_mode))
    )
    Target(str(path)).write(b"new")
    assert modes == [0o600]


# --- Standard streams


@pytest.mark.parametrize("command", [ANSWER, f"{ANSWER} --json", "--help", "--version", "schema"])
def test_standard_output_that_is_full_or_closed_is_74(shell: Run, command: str) -> None:
    for where in (">/dev/full", ">&-"):
        result = shell(f"diplo {command} {where}")
        assert (result.status, result.out) == (74, "")
        assert result.err.startswith("diplo: standard output ")
        assert result.err.count("\n") == 1


@pytest.mark.parametrize("command", ["timeline", "timeline --json", "--help", "schema"])
def test_a_reader_that_went_away_is_141_and_silent(shell: Run, command: str) -> None:
    assert shell(f"exec 3> >(:); wait $!; diplo {command} >&3") == (141, "", "")


def test_a_reader_that_takes_one_line_is_silent(shell: Run) -> None:
    result = shell("diplo timeline --json | head -n 1")
    assert result == (0, "[\n", "")


@pytest.mark.parametrize(
    ("command", "status", "out"),
    [
        (f"diplo {ANSWER} 2>&-", 0, LINE),
        ("diplo timeline norwey 2>&-", 2, ""),
        ("diplo timeline norwey 2>/dev/full", 2, ""),
        (f"diplo {ANSWER} iceland 2>&-", 0, ""),
        (f"diplo {ANSWER} >&- 2>&-", 74, ""),
        (f"diplo {ANSWER} <&-", 0, LINE),
        (f"diplo {ANSWER} -o out >&- 2>&- <&-; s=$?; cat out; exit $s", 0, LINE),
    ],
)
def test_closed_streams_change_nothing_else(
    shell: Run, command: str, status: int, out: str
) -> None:
    assert shell(command) == (status, out, "")


def test_output_is_written_at_once_so_that_buffering_does_not_matter(shell: Run) -> None:
    assert shell(f"PYTHONUNBUFFERED=1 diplo {ANSWER} >/dev/full").status == 74


def test_a_complaint_is_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    complain("a\n\tb  c ")
    assert capfd.readouterr() == ("", "diplo: a b c\n")


MANY_WORDS = "timeline norway --since xxx"


def test_a_complaint_breaks_between_words_on_a_terminal(
    forks: Forks, tmp_path: Path, run: Run
) -> None:
    words = run(*MANY_WORDS.split()).err
    complained = functools.partial(in_terminal, folder=tmp_path, forks=forks)
    assert words.count("\n") == 1
    for columns in (40, 80, 300):
        status, shown = complained(f"diplo {MANY_WORDS}", columns=columns)
        assert (status, shown.split()) == (2, words.split())
        assert max(map(len, shown.splitlines())) <= columns
        assert {line[:2] for line in shown.splitlines()[1:]} <= {"  "}
    assert complained(f"diplo {MANY_WORDS} | cat", columns=40)[1].count("\n") > 2
    assert complained(f"diplo {MANY_WORDS} 2>&1 | cat", columns=40)[1] == words
    assert complained(f"diplo {MANY_WORDS}", columns=10)[1] == words


def test_a_complaint_fits_a_terminal_that_does_not_tell_its_width(tmp_path: Path, run: Run) -> None:
    words = run(*MANY_WORDS.split()).err
    _, shown = in_terminal(f"diplo {MANY_WORDS}", tmp_path, 0)
    assert shown.count("\n") > 1
    assert shown.split() == words.split()


def test_a_complaint_is_dropped_where_nobody_can_hear_it(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    complain("a")
    with open(os.devnull, "w", encoding="ascii") as closed:
        monkeypatch.setattr(sys, "stderr", closed)
    complain("b")
    assert capfd.readouterr() == ("", "")


def test_a_complaint_fits_the_encoding() -> None:
    script = "from diplo.terminal.output import complain; complain('Ωß')"
    env = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, env=env)
    assert done.stderr == "diplo: \\u03a9ß\n".encode("latin-1")


def test_a_message_is_short_also_where_its_characters_are_escaped(run: Run) -> None:
    result = run("timeline", "--events", "条" * 80, env={"PYTHONIOENCODING": "ascii"})
    assert "\\u6761" in result.err
    assert len(result.err) <= 401
