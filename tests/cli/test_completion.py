"""Completion as users of bash, zsh and fish meet it: in the real shells, a TAB at a time."""

import contextlib
import functools
import json
import os
import pty
import re
import select
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Self

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from diplo.cli import arguments, completion
from diplo.cli.commands import completion as completing
from diplo.cli.completion import SHELLS
from diplo.cli.completion.description import Argument, Command, Kinds, Option, Program
from diplo.formats import EVENT_FORMATS, FORMATS
from diplo.model.countries.resolve import Countries
from diplo.model.events import Country
from diplo.terminal import text
from tests.conftest import PROGRAM, Forks, Result, Run, environment, run_here

Write = Callable[..., Path]
Ask = Callable[[str], list[str]]

PLAIN = re.compile("[a-z0-9][a-z0-9.-]*")

EVENTS = """\
sources: {blue-book: {title: Blue book}, red-book: {title: Red book}}
countries:
  NOR: {name: Norway}
  CIV: {name: Côte d'Ivoire}
  KOR: {name: Korea (that one)}
types: {mission: {label: M}, mission.closed: {label: C}, treaty.peace: {label: P}}
events:
  - {id: one-event, date: 2021, title: One, countries: [NOR, SWE, QQZ], type: mission.closed,
     actors: [Norges Bank, Sweden, J. Støre, Søren's], place: Łódź}
  - {id: other-1, date: 2021, title: Other, countries: [NOR], sources: [blue-book], place: "東京",
     actors: [Norges Bank, Łódź]}
"""
COUNTRIES = ["cote-divoire", "kor", "norway", "qqz", "sweden"]
ACTORS = ["lodz", "norges-bank", "sweden"]
TYPES = ["mission", "mission.closed", "treaty", "treaty.peace"]
FILE = "it's my file.yaml"

# Keys that insert all that a TAB offers, and that hand the line to the test.
SETUP = {
    "bash": r"""
        bind '"\C-xa": insert-completions'
        bind -x '"\C-xd": printf "%s\0" "$READLINE_LINE" >&$HAND_OVER; READLINE_LINE='
    """,
    "zsh": r"""
        zstyle ':completion:all:*' completer _all_matches _complete
        zstyle ':completion:all:*' insert true
        zle -C all complete-word _generic
        hand-over() { print -rn -- "$BUFFER"$'\0' >&$HAND_OVER; BUFFER= }
        zle -N hand-over
        bindkey '^I' complete-word '^Xa' all '^Xd' hand-over
    """,
}
STARTED = {"bash": ["--noprofile", "--rcfile", ".zshrc", "-i"], "zsh": ["-d", "-i"]}
COMPINIT = "autoload -Uz compinit && compinit -u -D\n"
IN_FISH = """
set PATH bin
source diplo.fish
while read --local line
    complete -C $line | string replace -r '\\t.*' ''
    echo ---
end
"""
IN_BASH = """
. ./diplo.bash
COMP_LINE=$1 COMP_POINT=$2 COMP_WORDS=("${@:3}") COMP_CWORD=$(($# - 3))
_diplo
((${#COMPREPLY[@]} == 0)) || printf '%s\\n' "${COMPREPLY[@]}"
"""


class Terminal:
    """An interactive bash or zsh in a pseudo-terminal."""

    def __init__(self, shell: str, folder: Path, setup: str) -> None:
        start = f"{SETUP[shell]}\n{setup}\nPATH=bin PS1='READY>'\n"
        (folder / ".zshrc").write_text(start, encoding="utf-8")
        self.screen, child = pty.openpty()
        self.answers, answer = os.pipe()
        home = {"HOME": str(folder), "ZDOTDIR": str(folder), "TERM": "dumb"}
        with (folder / "errors").open("wb") as errors:
            self.process = subprocess.Popen(
                [shutil.which(shell) or shell, *STARTED[shell]],
                cwd=folder,
                env=environment({**home, "HAND_OVER": str(answer)}),
                stdin=child,
                stdout=child,
                stderr=child if shell == "bash" else errors,  # where bash has its prompt
                pass_fds=[answer],
                start_new_session=True,
            )
        os.close(child)
        os.close(answer)
        self.seen = b""
        while b"READY>" not in self.seen:
            self.wait()

    def wait(self) -> bytes:
        """Take what is written to the screen, and return what is handed over."""
        ready, _, _ = select.select([self.screen, self.answers], [], [], 30)
        assert ready, self.seen
        if self.screen in ready:
            self.seen += os.read(self.screen, 65536)
        return os.read(self.answers, 65536) if self.answers in ready else b""

    def line(self, keys: str) -> str:
        """Return the line after some keys."""
        os.write(self.screen, f"{keys}\x18d".encode())
        line = b""
        while not line.endswith(b"\0"):
            line += self.wait()
        return line[:-1].decode()

    def offered(self, line: str) -> list[str]:
        """Return all that a TAB offers for the last word of a line."""
        before = line[: line.rindex(" ") + 1]
        inserted = self.line(f"{line}\x18a")
        assert inserted.startswith(before)
        if inserted == line:
            return []
        return [word.rstrip("=") for word in shlex.split(inserted.removeprefix(before))]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.screen)
        os.close(self.answers)


def sure(*words: str | Path, folder: Path, env: Mapping[str, str] | None = None) -> str:
    """Return what a command prints that succeeds without a word of complaint."""
    done = subprocess.run(
        words, capture_output=True, check=False, cwd=folder, env=environment(env), text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def printed_script(shell: str, folder: Path, *options: str) -> str:
    """Return the script for a shell, as the program prints it without a word of complaint."""
    result = run_here(["completion", shell, *options], folder, environment())
    assert (result.status, result.err) == (0, "")
    return result.out


@functools.cache
def script_of(shell: str, events: str = "") -> str:
    """Return the script for a shell with the words of a file, or of the events that ship."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "events.yaml").write_text(events, encoding="utf-8")
        options = ("--events", "events.yaml") if events else ()
        return printed_script(shell, Path(name), *options)


def make(shell: str, folder: Path, *options: str) -> Path:
    """Return a file with the script for a shell."""
    path = folder / f"diplo.{shell}"
    text = printed_script(shell, folder, *options) if options else script_of(shell)
    path.write_text(text, encoding="utf-8")
    return path


@contextlib.contextmanager
def fish(folder: Path) -> Iterator[Ask]:
    """Ask a fish that stays."""
    with (
        (folder / "errors").open("wb") as errors,
        subprocess.Popen(
            [shutil.which("fish") or "fish", "--no-config", "-c", IN_FISH],
            cwd=folder,
            env=environment({"HOME": str(folder)}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        ) as process,
    ):
        assert process.stdin
        assert process.stdout
        given, printed = process.stdin, process.stdout

        def ask(line: str) -> list[str]:
            print(line, file=given, flush=True)
            return sorted(line.rstrip("\n") for line in iter(printed.readline, "---\n"))

        yield ask
    assert (folder / "errors").read_bytes() == b""


@contextlib.contextmanager
def asking(shell: str, folder: Path, *options: str) -> Iterator[Ask]:
    """Give a function that says what a shell offers for a line, and runs no command for it."""
    make(shell, folder, *options)
    (folder / "bin").mkdir()
    (folder / "bin" / "diplo").write_text("#!/bin/sh\necho > ran\n", encoding="utf-8")
    (folder / "bin" / "diplo").chmod(0o755)
    if shell == "fish":
        with fish(folder) as ask:
            yield ask
    else:
        first = COMPINIT if shell == "zsh" else ""
        with Terminal(shell, folder, f"{first}. ./diplo.{shell}") as terminal:
            yield lambda line: sorted(terminal.offered(line))
        assert (folder / "errors").read_bytes() == b""
        assert b"not found" not in terminal.seen
    assert not (folder / "ran").exists()


def needs(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(shell), reason=f"{shell} is not installed")


EACH = [pytest.param(shell, marks=needs(shell)) for shell in SHELLS]


@pytest.fixture(scope="module", params=EACH)
def ask(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Ask a shell that knows the words of `EVENTS`, in a folder with a file."""
    folder = tmp_path_factory.mktemp("shell")
    (folder / "events.yaml").write_text(EVENTS, encoding="utf-8")
    (folder / FILE).touch()
    with asking(request.param, folder, "--events", "events.yaml") as function:
        yield function


@pytest.fixture(scope="module")
def helps(forks: Forks, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The help of each command."""
    folder, env = tmp_path_factory.mktemp("help"), environment()

    def said(*words: str) -> str:
        return forks.run([*words, "--help"], b"", folder, env, 60, {}).out

    names = re.findall("^  ([a-z]+)  ", said().partition("Commands:")[2], re.MULTILINE)
    return {name: said(name) for name in names}


# --- What is offered


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("diplo tim", ["timeline"]),
        ("diplo --v", ["--version"]),
        ("diplo --", ["--help", "--version"]),
        ("diplo timeline ", COUNTRIES),
        ("diplo timeline nor", ["norway"]),
        ("diplo timeline 'nor", ["norway"]),
        ('diplo timeline "nor', ["norway"]),
        ("diplo timeline norway swe", ["sweden"]),
        ("diplo timeline norway,swe", ["norway,sweden"]),
        ("diplo timeline norway,qqz,c", ["norway,qqz,cote-divoire"]),
        ("diplo timeline norway+swe", ["norway+sweden"]),
        ("diplo timeline norway,qqz+swe", ["norway,qqz+sweden"]),
        ("diplo timeline norg", ["norges-bank"]),
        ("diplo timeline norway,norg", ["norway,norges-bank"]),
        ("diplo timeline sweden+l", ["sweden+lodz"]),
        ("diplo compare lo", ["lodz"]),
        ("diplo timeline norway,zz", []),
        ("diplo timeline --type mission+tr", []),
        ("diplo timeline --actor ", ACTORS),
        ("diplo timeline --place ", ["lodz"]),
        ("diplo timeline --except treaty,mission.c", ["treaty,mission.closed"]),
        ("diplo timeline -x tr", ["treaty", "treaty.peace"]),
        ("diplo timeline --fr", []),
        ("diplo timeline --from ", []),
        ("diplo timeline --from 2021 nor", ["norway"]),
        ("diplo timeline --before 2021 --after 2020 nor", ["norway"]),
        ("diplo status --every year --to ", []),
        ("diplo timeline --since 2021 nor", ["norway"]),
        ("diplo timeline --since=2021 nor", ["norway"]),
        ("diplo timeline --json -r nor", ["norway"]),
        ("diplo timeline --since ", []),
        ("diplo timeline -s ", []),
        ("diplo timeline --since=", []),
        ("diplo timeline --search no", []),
        ("diplo timeline --search a:no", []),
        ("diplo timeline --search 'a no", []),
        ("diplo timeline -n ", []),
        ("diplo timeline --type ", TYPES),
        ("diplo timeline --type mis", ["mission", "mission.closed"]),
        ("diplo timeline --type mission.", ["mission.closed"]),
        ("diplo timeline --type treaty,mission.c", ["treaty,mission.closed"]),
        ("diplo timeline --type 'treaty,mission.c", ["treaty,mission.closed"]),
        ("diplo timeline -t tr", ["treaty", "treaty.peace"]),
        ("diplo timeline --source blue-book,r", ["blue-book,red-book"]),
        ("diplo timeline --sort ty", ["type"]),
        ("diplo timeline --group-by ", ["country", "decade", "type", "year"]),
        ("diplo timeline --format js", ["json", "jsonl"]),
        ("diplo timeline --format ", sorted(EVENT_FORMATS)),
        ("diplo types --format ", sorted(FORMATS)),
        ("diplo types -f pl", ["plain"]),
        ("diplo timeline --color al", ["always"]),
        ("diplo timeline --columns id,ti", ["id,title"]),
        ("diplo timeline -c he", ["help"]),
        ("diplo timeline --gr", ["--group-by"]),
        ("diplo timeline --sort id --so", ["--source"]),
        ("diplo timeline --sort=id --so", ["--source"]),
        ("diplo timeline -r --re", []),
        ("diplo timeline --json norway --js", []),
        ("diplo timeline --type a --ty", ["--type"]),
        ("diplo timeline -- nor", ["norway"]),
        ("diplo timeline -- --so", []),
        ("diplo timeline -- --sort ", COUNTRIES),
        ("diplo show ", ["one-event", "other-1"]),
        ("diplo show one-event oth", ["other-1"]),
        ("diplo completion ", sorted(SHELLS)),
        ("diplo completion --events x z", ["zsh"]),
        ("diplo completion bash z", []),
        ("diplo check it", [FILE]),
        ("diplo timeline --events it", [FILE]),
        ("diplo timeline --output it", [FILE]),
        ("diplo timeline > it", [FILE]),
        ("diplo schema on", []),
        ("diplo nothing no", []),
        ("diplo --version ti", []),
        ("A=1 diplo timeline sw", ["sweden"]),
    ],
)
def test_the_words_that_fit_are_offered(ask: Ask, line: str, words: list[str]) -> None:
    assert ask(line) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("diplo timeline --format=js", ["json", "jsonl"]),
        ("diplo timeline --format=", sorted(EVENT_FORMATS)),
        ("diplo timeline --type=mission,t", ["mission,treaty", "mission,treaty.peace"]),
        ("diplo timeline --events=it", [FILE]),
    ],
)
def test_a_value_may_stand_behind_an_equals_sign(ask: Ask, line: str, words: list[str]) -> None:
    assert [word.rpartition("=")[2] for word in ask(line)] == words


def test_every_command_and_every_long_option_is_offered(ask: Ask, helps: dict[str, str]) -> None:
    assert {"timeline", "show", "check", "completion"} < set(helps)
    assert ask("diplo ") == sorted(helps)
    for command, said in helps.items():
        options = re.findall("^  (?:-[a-zA-Z], )?(--[a-z-]+)", said, re.MULTILINE)
        assert ask(f"diplo {command} --") == sorted(options)


def test_a_short_option_takes_what_its_long_one_takes(ask: Ask, helps: dict[str, str]) -> None:
    options = re.findall("^  (-[a-zA-Z]), (--[a-z-]+) [A-Z]", helps["timeline"], re.MULTILINE)
    assert len(options) > 5
    for short, long in options:
        assert ask(f"diplo timeline {short} ") == ask(f"diplo timeline {long} ")


# --- The scripts


@pytest.mark.parametrize("shell", EACH)
def test_a_shell_takes_the_script_for_its_own(shell: str, tmp_path: Path) -> None:
    flag = "--no-execute" if shell == "fish" else "-n"
    script = make(shell, tmp_path)
    assert sure(shell, flag, script, folder=tmp_path) == ""
    assert sure(shell, "-c", f". ./{script.name}", folder=tmp_path, env=home(tmp_path)) == ""


def home(folder: Path) -> dict[str, str]:
    return {"HOME": str(folder), "ZDOTDIR": str(folder)}


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_says_how_to_install_it_and_tells_nothing_of_the_machine(
    shell: str, tmp_path: Path, write: Write
) -> None:
    write("mine.yaml", EVENTS)
    script = make(shell, tmp_path, "--events", str(tmp_path / "mine.yaml"))
    said = script.read_text(encoding="utf-8")
    assert f"diplo completion {shell}" in " ".join(said.splitlines()[:5])
    assert "# <" not in said
    for path in (tmp_path, PROGRAM.parent, Path(__file__).parents[1]):
        assert str(path) not in said


def bash(folder: Path, *words: str, line: str = "", point: int = 0, setup: str = "") -> str:
    """Return what the function offers for the last of some words, as bash splits them."""
    line = line or " ".join(words)
    call = (setup + IN_BASH, "bash", line, str(point or len(line)), *words)
    return sure("bash", "-c", *call, folder=folder).replace("\n", " ").strip()


@needs("bash")
@pytest.mark.parametrize(
    ("words", "line", "offered"),
    [
        (["--format", "=", "js"], "--format=js", "json jsonl"),
        (["--format", "="], "--format=", "csv html json jsonl"),
        (["--format", "=", ""], "--format=", "csv html json jsonl"),
        (["--format=js"], "--format=js", "json jsonl"),  # as bash 3 splits it
        (["--type", "=", "mission,tr"], "--type=mission,tr", "mission,treaty"),
        (["--search", "a", ":", "nor"], "--search a:nor", ""),
        (["--search", "=", "a", "=", "nor"], "--search=a=nor", ""),
        (["a", ":", "nor"], "a:nor", ""),
        (["--format", '"js'], '--format "js', "json jsonl"),
        (["2", ">", "nor"], "2>nor", ""),
        ([">", "nor"], "> nor", ""),
        (["norw"], "\tnorw", "norway"),
    ],
)
def test_bash_splits_words_at_more_than_spaces(
    tmp_path: Path, write: Write, words: list[str], line: str, offered: str
) -> None:
    write("diplo.bash", script_of("bash", EVENTS))
    found = bash(tmp_path, "diplo", "timeline", *words, line=f"diplo  timeline {line}")
    assert found[: len(offered)] == offered
    assert bool(found) == bool(offered)


@needs("bash")
def test_bash_may_split_words_at_other_characters(tmp_path: Path) -> None:
    make("bash", tmp_path)
    words = ("diplo", "timeline", "--type=war,ag")
    for breaks, offered in (
        ("$' \\n'", "--type=war,agreement"),
        ("$' ='", "war,agreement"),
        ("$' =,'", "agreement"),
    ):
        assert bash(tmp_path, *words, setup=f"COMP_WORDBREAKS={breaks}") == offered


@needs("bash")
def test_bash_completes_what_stands_before_the_cursor(tmp_path: Path) -> None:
    make("bash", tmp_path)
    line = "diplo timeline norxx"
    assert bash(tmp_path, *line.split(), point=line.index("xx")) == "norway"
    assert bash(tmp_path, *line.split()) == ""
    assert bash(tmp_path, "diplo") == ""


@needs("bash")
@pytest.mark.parametrize("setup", ["set -u", "set -o posix", "IFS=a", "set -f", "set -eu"])
def test_bash_may_have_other_settings(tmp_path: Path, setup: str) -> None:
    make("bash", tmp_path)
    found = bash(tmp_path, "diplo", "timeline", "--sort", "id", "--type", "war.", setup=setup)
    assert found == "war.attack war.occupation"


@needs("bash")
def test_an_old_bash_completes_names_of_files_wherever_nothing_else_fits(tmp_path: Path) -> None:
    make("bash", tmp_path)
    said = "; . ./diplo.bash; complete -p diplo"
    old = sure("bash", "-c", f"enable -n compopt{said}", folder=tmp_path)
    assert old == "complete -o default -F _diplo diplo\n"
    assert sure("bash", "-c", f":{said}", folder=tmp_path) == "complete -F _diplo diplo\n"
    new = "declare -A|mapfile|readarray|local -n|,,}|\\^\\^}|&>>|\\|&|printf -v .*\\["
    assert not re.search(new, (tmp_path / "diplo.bash").read_text(encoding="utf-8"))


@needs("zsh")
@pytest.mark.parametrize(
    "setup",
    [
        f'{COMPINIT}eval "$(<diplo.zsh)"',
        'eval "$(<diplo.zsh)"',
        f"mkdir own; cp diplo.zsh own/_diplo; fpath=(own $fpath); {COMPINIT}",
        f"alias timeline=x types=x; alias -g json=x norway=x\n{COMPINIT}. ./diplo.zsh",
        *(
            f"{COMPINIT}setopt {name}\n. ./diplo.zsh"
            for name in ("ksharrays", "shwordsplit", "globsubst", "extendedglob")
        ),
    ],
)
def test_zsh_may_load_the_script_in_several_ways(tmp_path: Path, setup: str) -> None:
    make("zsh", tmp_path)
    with Terminal("zsh", tmp_path, setup) as terminal:
        assert terminal.offered("diplo timeline norway,pal") == ["norway,palestine"]
        assert terminal.offered("diplo timeline --format js") == ["json", "jsonl"]
        assert terminal.offered("diplo timeline -fpl") == ["-fplain"]
    assert (tmp_path / "errors").read_bytes() == b""


@needs("bash")
def test_a_tab_completes_the_line_of_an_interactive_bash(tmp_path: Path) -> None:
    make("bash", tmp_path)
    (tmp_path / FILE).touch()
    with Terminal("bash", tmp_path, 'eval "$(< diplo.bash)"') as terminal:
        assert terminal.line("diplo tim\t") == "diplo timeline "
        assert terminal.line("diplo timeline --form\t") == "diplo timeline --format "
        assert terminal.line("diplo timeline --color=al\t") == "diplo timeline --color=always "
        assert terminal.line("diplo timeline norxx\x02\x02\t") == "diplo timeline norwayxx"
        assert shlex.split(terminal.line("diplo check it\t")) == ["diplo", "check", FILE]
        assert shlex.split(terminal.line("diplo show x --events=it\t"))[3] == f"--events={FILE}"
        assert terminal.line("diplo timeline --since \t") == "diplo timeline --since "


# --- Words that a shell could take for code

CODE = [
    *("$(touch x)", "`touch x`", "'; touch x; '", '"; touch x; "', "\\", "* ~ ? [a]", "%s %n"),
    *("--help", "-rf", "a\nb", "a; touch x", "$HOME", "{a,b}", "(touch x)", "& touch x &", "#"),
    *("=touch", "!!", "<(touch x)", "é ß 中", "]", ":", "'", '"', "x'; touch x; '", "\\'"),
]


def hostile_file(folder: Path) -> None:
    """Write an event file with code in every text that may hold any."""
    codes = [f"Q{chr(ord('A') + n // 26)}{chr(ord('A') + n % 26)}" for n in range(len(CODE))]
    wrong = [code.replace("\n", " ") for code in CODE]
    countries = {
        code: {"name": name, "aliases": [f"{name} {number}"]}
        for number, (code, name) in enumerate(zip(codes, wrong, strict=True))
    }
    events = [
        {
            **dict.fromkeys(("summary", "place", "note"), name),
            "date": "2021",
            "title": f"{name} {code}",
            "countries": [code],
            "actors": [name],
            "status": {name: name},
            "sources": [{"source": "book", "locator": name, "title": "T"}],
        }
        for code, name in zip(codes, CODE, strict=True)
    ]
    labels = {f"t{number}": {"label": name} for number, name in enumerate(wrong)}
    titles = {f"s{number}": {"title": name} for number, name in enumerate(wrong)}
    sources = {"book": {"title": "T"}, **titles}
    known = {"title": wrong[0], "countries": countries, "types": labels, "sources": sources}
    (folder / "hostile.json").write_text(json.dumps({**known, "events": events}))


@pytest.mark.parametrize("shell", EACH)
def test_no_text_of_an_event_file_is_run(shell: str, tmp_path: Path) -> None:
    hostile_file(tmp_path)
    with asking(shell, tmp_path, "--events", "hostile.json") as ask:
        for line, least in (
            ("diplo timeline ", len(CODE)),
            ("diplo timeline --type ", len(CODE)),
            ("diplo timeline --source ", len(CODE) + 1),
            ("diplo show ", len(CODE)),
            ("diplo timeline --type=", len(CODE)),
        ):
            words = [word.removeprefix("--type=") for word in ask(line)]
            assert len(words) == least
            assert all(map(PLAIN.fullmatch, words))
    assert not (tmp_path / "x").exists()


TYPED = [
    f"diplo {command} {word}"
    for command in ("timeline", "timeline --type", "show", "timeline --since")
    for word in ("$(touch x),no", "`touch x`,no", "'$(touch x),no", '"`touch x`,no', "$(touch x)")
]


@pytest.mark.parametrize("shell", [shell for shell in EACH if "fish" not in shell.values])
def test_nothing_that_is_typed_is_run(shell: str, tmp_path: Path) -> None:
    make(shell, tmp_path)
    first = COMPINIT if shell == "zsh" else ""
    with Terminal(shell, tmp_path, f"{first}. ./diplo.{shell}") as terminal:
        for line in TYPED:
            found = terminal.line(f"{line}\t")  # zsh leaves out a quote that changes nothing
            assert found.replace('"', "").startswith(line.replace('"', ""))
    assert not (tmp_path / "x").exists()


@needs("fish")
def test_fish_runs_nothing_that_is_typed(tmp_path: Path) -> None:
    with asking("fish", tmp_path) as ask:
        for line in TYPED:
            ask(line)
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    "record",
    [
        {"type": "$(touch x)"},
        {"id": "`touch x`"},
        {"id": "-rf"},
        {"sources": ["a;b"]},
        {"sources": ["a b"]},
    ],
    ids=str,
)
def test_a_file_with_code_for_a_word_is_refused(
    call: Run, write: Write, shell: str, record: dict[str, object]
) -> None:
    event = {"date": "2021", "title": "T", "countries": ["NOR"], **record}
    write("wrong.json", json.dumps([event]))
    result = call("completion", shell, "--events", "wrong.json")
    assert (result.status, result.out) == (65, "")
    assert result.err.startswith("diplo: wrong.json:")


def countries_in(script: str) -> list[str]:
    found = re.search(r"^    countries\)\n      words='(.*?)'", script, re.MULTILINE | re.DOTALL)
    assert found
    return found[1].split()


@needs("bash")
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.text(min_size=1, max_size=12), min_size=2, max_size=2))
@example(names=["Norway", "nor-way"])
@example(names=["NOR", "SWE"])
@example(names=["SWE", "NOR"])
@example(names=["The", "-"])
@example(names=["x" * 79 + " y", "Sweden, Kingdom of"])
def test_a_word_means_its_country_alone(
    call: Run, write: Write, tmp_path: Path, names: list[str]
) -> None:
    names = [text.fold_space(name) for name in names]
    declared = dict(zip(("NOR", "SWE"), names, strict=True))
    known = {"countries": {code: {"name": name} for code, name in declared.items()}, "events": []}
    write("e.json", json.dumps(known))
    result = call("completion", "bash", "--events", "e.json")
    if result.status:
        assert result.status == 65
        return
    countries = Countries({code: Country(code, name) for code, name in declared.items()})
    words = countries_in(result.out)
    assert all(map(PLAIN.fullmatch, words))
    meant = [arguments.parse_parties([word], countries).codes for word in words]
    assert sorted(map(sorted, meant)) == [[code] for code in sorted(declared)]
    write("diplo.bash", result.out)
    assert bash(tmp_path, "diplo", "timeline", "").split() == sorted(words)


def described(about: str) -> Program:
    """Return a program in which all that may be any text is this one."""
    kinds = Kinds({"things": [about, "one", "two"]})
    options = [
        Option(("-x",), about, kinds.assign(("b", "a"), "", "x", "go")),
        Option(
            ("--words", "-w"), about, kinds.assign("things", ",", "words", "go"), repeatable=True
        ),
        Option(("--files",), about, kinds.assign((about, "a"), "", "files", "go")),
        Option(("--free",), about, kinds.assign((), "", "free", "go")),
        Option(("--things",), about, kinds.assign(("c",), "", "things", "go")),
    ]
    given = [
        Argument("first", kinds.assign(("a1", "a2"), "", "first", "go")),
        Argument("rest", "things", repeatable=True),
    ]
    commands = [Command("go", about, options, given), Command("stay", "")]
    return Program([Option(("--help", "-h"), about)], commands, kinds.lists)


@pytest.mark.parametrize("shell", EACH)
def test_a_description_is_never_run(shell: str, tmp_path: Path, write: Write) -> None:
    for about in CODE:
        write(f"diplo.{shell}", completion.script(shell, described(about)))
        flag = "--no-execute" if shell == "fish" else "-n"
        assert sure(shell, flag, f"diplo.{shell}", folder=tmp_path) == ""
        start = f". ./diplo.{shell}"
        assert sure(shell, "-c", start, folder=tmp_path, env=home(tmp_path)) == ""
        assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("shell", EACH)
def test_a_program_of_another_shape_is_completed_too(
    shell: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = " and ".join(code for code in CODE if "\n" not in code)
    script = completion.script(shell, described(about))
    monkeypatch.setattr(
        f"{__name__}.make", lambda *_: (tmp_path / f"diplo.{shell}").write_text(script)
    )
    with asking(shell, tmp_path) as ask:
        assert ask("diplo ") == ["go", "stay"]
        assert ask("diplo go ") == ["a1", "a2"]
        assert ask("diplo go a1 ") == ask("diplo go a1 one ") == ["one", "two"]
        assert ask("diplo go -x ") == ["a", "b"]
        assert ask("diplo go --files ") == ["a"]
        assert ask("diplo go --things ") == ["c"]
        assert ask("diplo go -w one,t") == ["one,two"]
        assert ask("diplo go --free ") == []
    assert not (tmp_path / "x").exists()


# --- Where the words come from


@pytest.mark.parametrize("shell", SHELLS)
def test_words_come_from_the_files_that_are_named(call: Run, write: Write, shell: str) -> None:
    write("e.yaml", EVENTS)
    named = call("completion", shell, "--events", "e.yaml")
    assert (named.status, named.err) == (0, "")
    assert "cote-divoire" in named.out
    assert "palestine" not in named.out
    assert call("completion", shell, env={"DIPLO_EVENTS": "e.yaml"}) == named
    assert "palestine" in call("completion", shell).out


def test_types_and_sources_may_be_used_without_being_declared(call: Run, write: Write) -> None:
    write("e.yaml", "- {date: 2021, title: T, countries: [NOR], type: a.b, sources: [who]}\n")
    out = call("completion", "bash", "--events", "e.yaml").out
    assert "\n        a a.b\n" in out
    assert "\n        who\n" in out


def test_a_country_whose_name_is_that_of_another_goes_by_its_code(call: Run, write: Write) -> None:
    known = "countries: {SWE: {name: Norway}}\n"
    write("e.yaml", f"{known}events: [{{date: 2021, title: T, countries: ['NO']}}]\n")
    result = call("completion", "bash", "--events", "e.yaml")
    assert (result.status, result.err) == (0, "")
    assert countries_in(result.out) == ["nor", "norway"]


def test_countries_of_one_name_go_by_their_codes(call: Run, write: Write) -> None:
    write("e.yaml", "countries: {NOR: {name: Same}, SWE: {name: SAME}}\nevents: []\n")
    result = call("completion", "bash", "--events", "e.yaml")
    assert (result.status, result.err) == (0, "")
    assert countries_in(result.out) == ["nor", "swe"]


def test_names_with_signs_are_not_offered(call: Run, write: Write) -> None:
    event = "{date: 2021, title: T, countries: [NOR], actors: [$(touch x), A.B, Ål-Bu, C – D]}"
    write("e.yaml", f"- {event}\n")
    out = call("completion", "bash", "--events", "e.yaml").out
    assert "\n        al-bu c-d\n" in out
    assert "touch-x" not in out


def test_a_file_of_nothing_offers_nothing(call: Run, write: Write) -> None:
    write("e.yaml", "events: []\n")
    result = call("completion", "bash", "--events", "e.yaml")
    assert (result.status, result.err) == (0, "")
    assert countries_in(result.out) == []


@pytest.mark.parametrize(("most", "noted"), [(2, True), (3, False)])
def test_too_many_words_are_left_out_with_a_note(
    call: Run, write: Write, monkeypatch: pytest.MonkeyPatch, most: int, *, noted: bool
) -> None:
    events = [{"id": f"id-{n}", "date": "2021", "title": "T", "countries": ["NOR"]} for n in "abc"]
    write("e.json", json.dumps(events))
    monkeypatch.setattr(completing, "MOST_WORDS", most)
    result = call("completion", "bash", "--events", "e.json")
    assert result.status == 0
    assert ("id-a" in result.out) is not noted
    assert ("3 ids" in result.err) is noted


@pytest.mark.parametrize(
    ("typed", "status", "says"),
    [
        ([], 2, "bash, zsh, fish"),
        (["tcsh-or-so"], 2, "bash, zsh, fish"),
        (["bsh"], 2, "did you mean 'bash'"),
        (["Bash"], 2, "'bash'"),
        (["bash", "zsh"], 2, "zsh"),
        (["bash", "--json"], 2, "--json"),
        (["bash", "--events", "nothing.yaml"], 66, "nothing.yaml"),
        (["bash", "--events", ""], 2, "--events"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    call: Run, typed: list[str], status: int, says: str
) -> None:
    result = call("completion", *typed)
    assert result == Result(status, "", result.err)
    assert result.err.startswith("diplo: ")
    assert result.err.count("\n") == 1
    assert says in result.err
