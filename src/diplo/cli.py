"""The commands: arguments in, an exit status out.

Nothing inside Typer writes. A command returns what it has to say, and `main` writes it at once,
so that an error leaves standard output empty and a broken pipe or a full disk is noticed.
"""

import contextlib
import io
import os
import traceback
from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated, NamedTuple

import typer

import diplo
from diplo import arguments, loading, reports, selection
from diplo.errors import DiploError, UsageError, suggestion
from diplo.events import Event, Timeline, Vocabulary
from diplo.formats import Stream, writer
from diplo.options import (
    COLUMNS_HELP,
    Arranging,
    Columns,
    CountryArguments,
    ExitStatus,
    Reading,
    Selecting,
    Writing,
)
from diplo.output import STANDARD_OUTPUT, Target, complain
from diplo.parsing import Command, with_options
from diplo.reports import Names, Report
from diplo.text import escape, shown

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


class Search:
    """One search through event files, by countries and options."""

    def __init__(self, typed: Sequence[str], selecting: Selecting, today: date) -> None:
        """Take what was typed, and today."""
        self._typed = typed
        self._selecting = selecting
        self._window = selecting.window(today)
        self.names = Names(Vocabulary())
        self.query = selection.Query()
        self._asked = arguments.Asked((), {})

    def keep(self, vocabulary: Vocabulary) -> Callable[[Event], bool]:
        """Return the predicate of what to keep, once it is known what files declare."""
        self.names = Names(vocabulary)
        self._asked = arguments.asked(self._typed, self.names.countries)
        self.query = self._selecting.query(self._asked.clauses, self._window, vocabulary)
        matches = selection.matcher(self.query)
        return lambda event: matches(event) is not None

    def matches(self, timeline: Timeline) -> list[selection.Match]:
        """Return the events that match.

        Raises:
            UsageError: a code that is in no standard is in no event either.

        """
        for code, error in self._asked.doubtful.items():
            if code not in timeline.codes:
                raise UsageError(str(error))
        found = map(selection.matcher(self.query), timeline.events)
        return [match for match in found if match]

    def notes(self, timeline: Timeline) -> tuple[str, ...]:
        """Return a note for each country that no event concerns."""
        asked_for = sorted(set().union(*self._asked.clauses) - timeline.codes)
        return tuple(f"no event concerns {c} ({self.names.countries.name(c)})" for c in asked_for)


@command
def timeline(
    *,
    country: CountryArguments = None,
    selecting: Selecting,
    reading: Reading,
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
    search = Search(country or [], selecting, arguments.today(os.environ))
    loaded = loading.load(reading.files(os.environ), search.keep)
    matches = selection.arrange(
        search.matches(loaded), arranging.sort, reverse=arranging.reverse, limit=arranging.most
    )
    report = reports.timeline(matches, search.query, arranging.groups, search.names)
    status = NOTHING_MATCHED if exit_status and not matches else 0
    return Answer(report.only(keys) if keys else report, writing, search.notes(loaded), status)


@command
def show(
    *,
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids of events.")],
    reading: Reading,
    writing: Writing,
) -> Answer:
    """Show events in full: date, summary, sources and note."""
    loaded = _everything(reading)
    by_id = {event.id: event for event in loaded.events}
    for name in ids:
        if name not in by_id:
            hint = suggestion(name, by_id) or "; 'diplo timeline -f plain' ends each line with one"
            message = f"no event has the id {shown(name)}{hint}"
            raise UsageError(message)
    matches = [selection.Match(by_id[name], "certain") for name in dict.fromkeys(ids)]
    return Answer(reports.show(matches, Names(loaded.vocabulary)), writing)


@command
def countries(*, reading: Reading, writing: Writing) -> Answer:
    """List the countries, with the number of their events."""
    loaded = _everything(reading)
    return Answer(reports.countries(loaded, Names(loaded.vocabulary)), writing)


@command
def types(*, reading: Reading, writing: Writing) -> Answer:
    """List the types of events, with what they mean and how often they occur."""
    loaded = _everything(reading)
    return Answer(reports.types(loaded, Names(loaded.vocabulary)), writing)


@command
def sources(*, reading: Reading, writing: Writing) -> Answer:
    """List the sources, with the number of events that each tells."""
    return Answer(reports.sources(_everything(reading)), writing)


@command
def check(
    *,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE]...", help="Event files, which merge.", show_default=False),
    ] = None,
    writing: Writing,
) -> Answer:
    """Report every problem in event files; exit with 1 where there are errors."""
    found, events = loading.check(Reading(files).files(os.environ))
    wrong = any(problem.severity == "error" for problem in found)
    return Answer(reports.problems(found, events), writing, status=FOUND_ERRORS * wrong)


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
    said = escape(error.format_message()).rstrip(".?")
    path = getattr(getattr(error, "ctx", None), "command_path", "diplo")
    return f"{said[:1].lower()}{said[1:300]}; see '{path} --help'"


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


def _everything(reading: Reading) -> Timeline:
    return loading.load(reading.files(os.environ), lambda _: lambda _: True)


def _bug(error: Exception) -> int:
    if os.environ.get("DIPLO_DEBUG"):
        traceback.print_exception(error)
    reason = escape(f"{type(error).__name__}: {error}")[:200]
    complain(f"this is a bug in diplo ({reason}); DIPLO_DEBUG=1 shows the traceback")
    return BUG
