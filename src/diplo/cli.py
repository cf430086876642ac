"""The commands: arguments in, an exit status out.

Nothing inside Typer writes. A command returns what it has to say, and `main` writes it at once,
so that an error leaves standard output empty and a broken pipe or a full disk is noticed.
"""

import contextlib
import io
import os
import traceback
from collections.abc import Callable, Sequence
from typing import Annotated, NamedTuple

import typer

import diplo
from diplo import arguments, loading, reports, selection
from diplo.commands import Command, with_options
from diplo.dates import Window
from diplo.errors import DiploError, UsageError, did_you_mean, suggestion
from diplo.events import Event, Timeline, Vocabulary
from diplo.formats import Stream, writer
from diplo.options import (
    COLUMNS_HELP,
    Arranging,
    Columns,
    CountryArguments,
    ExitStatus,
    Files,
    Selecting,
    Writing,
)
from diplo.output import STANDARD_OUTPUT, Target, complain
from diplo.reports import Names, Report
from diplo.text import shown

NOTHING_MATCHED = 1
FOUND_ERRORS = 1
BUG = 70
INTERRUPTED = 130
READER_WENT_AWAY = 141


class Answer(NamedTuple):
    """What a command has to say: a report to be written in some format, or a text as it is."""

    report: Report | str
    writing: Writing = Writing()
    notes: tuple[str, ...] = ()
    status: int = 0


app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Explore timelines of diplomatic history, with dates as exact as the sources have them.",
    epilog="Start with: diplo timeline norway --since 2021",
)


def command(function: Callable[..., Answer]) -> Callable[..., Answer]:
    """Make a function a command of the program."""
    app.command(cls=Command)(with_options(function))
    return function


@app.callback()
def top(
    ctx: typer.Context,
    version: Annotated[  # noqa: FBT002  (a flag of the command line)
        bool, typer.Option("--version", "-V", help="Print the version and the data's last day.")
    ] = False,
) -> Answer | None:
    """Answer what is asked without a command."""
    if version:
        print(f"diplo {diplo.__version__} (events as of {diplo.EVENTS_AS_OF})")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        print(ctx.get_help())
    return None


class Question(NamedTuple):
    """What was asked, in the terms of what the files declare."""

    names: Names
    asked: arguments.Asked
    query: selection.Query

    def matches(self, timeline: Timeline) -> list[selection.Match]:
        """Return the events that match.

        Raises:
            UsageError: a code that is in no standard is in no event either.

        """
        for code, error in self.asked.doubtful.items():
            if code not in timeline.codes:
                raise UsageError(str(error))
        found = map(selection.matcher(self.query), timeline.events)
        return [match for match in found if match]

    def notes(self, timeline: Timeline) -> tuple[str, ...]:
        """Return a note for each country that no event concerns."""
        missing = sorted(set().union(*self.asked.clauses) - timeline.codes)
        return tuple(f"no event concerns {c} ({self.names.countries.name(c)})" for c in missing)


def put(
    countries: Sequence[str], selecting: Selecting, window: Window | None, known: Vocabulary
) -> Question:
    """Put what was typed as a question about files that declare a vocabulary.

    Raises:
        UsageError: a country, type or source is unknown.

    """
    names = Names(known)
    asked = arguments.asked(countries, names.countries)
    return Question(names, asked, selecting.query(asked.clauses, window, known))


@command
def timeline(
    *,
    country: CountryArguments = None,
    selecting: Selecting,
    files: Files,
    arranging: Arranging,
    writing: Writing,
    columns: Columns = None,
    exit_status: ExitStatus = False,
) -> Answer:
    """Show the events, as a table or for scripts."""
    keys = arguments.columns(columns)
    if keys == [COLUMNS_HELP]:
        listed = "".join(f"{c.key}\n" for c in reports.event_columns(Names(Vocabulary())))
        return Answer(listed, writing)
    window = selecting.window(arguments.today(os.environ))

    def question(known: Vocabulary) -> Question:
        return put(country or [], selecting, window, known)

    def keep(known: Vocabulary) -> Callable[[Event], bool]:
        matches = selection.matcher(question(known).query)
        return lambda event: matches(event) is not None

    loaded = loading.load(files.names(os.environ), keep)
    asked = question(loaded.vocabulary)
    found = asked.matches(loaded)
    matches = selection.arrange(
        found, arranging.sort, reverse=arranging.reverse, limit=arranging.most
    )
    report = reports.timeline(matches, asked.query, arranging.groups, asked.names, len(found))
    return Answer(
        report.only(keys) if keys else report,
        writing,
        asked.notes(loaded),
        NOTHING_MATCHED if exit_status and not found else 0,
    )


@command
def show(
    *,
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...", help="Ids of events; 'diplo timeline -c id,title' lists them."
        ),
    ],
    files: Files,
    writing: Writing,
) -> Answer:
    """Show events in full: date, summary, sources and note."""
    loaded = _everything(files)
    by_id = {event.id: event for event in loaded.events}
    for name in ids:
        if name not in by_id:
            hint = suggestion(name, by_id) or "; 'diplo timeline -c id,title' lists them"
            message = f"no event has the id {shown(name)}{hint}"
            raise UsageError(message)
    matches = [selection.Match(by_id[name], "certain") for name in dict.fromkeys(ids)]
    return Answer(reports.show(matches, Names(loaded.vocabulary)), writing)


@command
def countries(*, files: Files, writing: Writing) -> Answer:
    """List the countries, with the number of their events."""
    loaded = _everything(files)
    return Answer(reports.countries(loaded, Names(loaded.vocabulary)), writing)


@command
def types(*, files: Files, writing: Writing) -> Answer:
    """List the types of events, what they mean, how many there are."""
    loaded = _everything(files)
    return Answer(reports.types(loaded, Names(loaded.vocabulary)), writing)


@command
def sources(*, files: Files, writing: Writing) -> Answer:
    """List the sources, with the number of their events."""
    return Answer(reports.sources(_everything(files)), writing)


@command
def check(
    *,
    file: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE]...", help="Event files, which merge.", show_default=False),
    ] = None,
    writing: Writing,
) -> Answer:
    """Report all that is wrong or odd in event files."""
    found, events = loading.check(Files(file).checked().names(os.environ))
    wrong = any(problem.severity == "error" for problem in found)
    return Answer(reports.problems(found, events), writing, status=FOUND_ERRORS if wrong else 0)


@command
def schema() -> Answer:
    """Print the JSON Schema of an event file."""
    from diplo.schema import text  # noqa: PLC0415  (no other command needs it)

    return Answer(text())


def main(typed: Sequence[str]) -> int:
    """Run the program and return its exit status."""
    try:
        return _run(typed)
    except DiploError as error:
        for message in error.messages():
            complain(message)
        return error.exit_status
    except typer.TyperException as error:
        complain(_in_our_words(error))
        return error.exit_code
    except BrokenPipeError:
        return READER_WENT_AWAY
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  (whatever it is, the user sees one line)
        return _bug(error)


def _in_our_words(error: typer.TyperException) -> str:
    """Say what Typer has to say as the rest of the program does."""
    said = error.format_message().replace(". Did you mean", "; did you mean")
    if near := getattr(error, "possibilities", None):
        said = f"{error.message}{did_you_mean(near)}"
    path = getattr(getattr(error, "ctx", None), "command_path", "diplo")
    end = " See" if said.endswith("?") else "; see"
    return f"{said[:1].lower()}{said[1:300].rstrip('.')}{end} '{path} --help'"


def _run(typed: Sequence[str]) -> int:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        program = typer.main.get_command(app)
        answer = program.main(list(typed), prog_name="diplo", standalone_mode=False)
    if isinstance(answer, Answer):
        _deliver(answer)
        return answer.status
    Target().write(said.getvalue().encode())
    return answer or 0


def _deliver(answer: Answer) -> None:
    for note in answer.notes:
        complain(note)
    target = Target(answer.writing.output or STANDARD_OUTPUT)
    if isinstance(answer.report, str):
        target.write(answer.report.encode())
        return
    name = answer.writing.format_for(terminal=target.is_terminal)
    encoding = target.encoding if name == "table" else "utf-8"
    text = io.StringIO()
    colours = target.colours(answer.writing.color, os.environ)
    writer(name)(answer.report, Stream(text.write, target.width(os.environ), colours, encoding))
    target.write(text.getvalue().encode(encoding))


def _everything(files: Files) -> Timeline:
    return loading.load(files.names(os.environ), lambda _: lambda _: True)


def _bug(error: Exception) -> int:
    if os.environ.get("DIPLO_DEBUG"):
        traceback.print_exception(error)
    reason = f"{type(error).__name__}: {error}"[:200]
    complain(f"this is a bug in diplo ({reason}); DIPLO_DEBUG=1 shows the traceback")
    return BUG
