"""Completion of the command line by a shell."""

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperOption

from diplo.cli import arguments
from diplo.cli.completion import SHELLS, script
from diplo.cli.completion.description import (
    FLAG,
    OTHERS,
    Argument,
    Command,
    Kinds,
    Option,
    Program,
    is_plain,
)
from diplo.cli.framework.declare import Words, argument
from diplo.cli.framework.program import Answer, command
from diplo.cli.options import COLUMNS_HELP, Files
from diplo.history.filters import Together, spoken
from diplo.model.events import Timeline, Vocabulary, families
from diplo.model.suggestions import choose
from diplo.reports import Names
from diplo.reports.events import event_columns
from diplo.terminal.errors import UsageError
from diplo.terminal.text import fold_space, slug

_WORDS = re.compile(r"[\w ,–-]+")
MOST_WORDS = 10_000  # of a list, as a shell reads it whenever it starts


@command
def completion(
    ctx: typer.Context,
    *,
    shell: Annotated[str, argument("For this shell.", "|".join(SHELLS), SHELLS)] = "",
    files: Files,
) -> Answer:
    """Print a script with which a shell completes what you type."""
    if not shell:
        message = f"for which shell? choose from {', '.join(SHELLS)}"
        raise UsageError(message)
    choose(shell, SHELLS, "shell")
    lists = _lists(files.load())
    notes = [
        f"there are {len(words)} {name}, of which none will be completed"
        for name, words in lists.items()
        if len(words) > MOST_WORDS
    ]
    kept = {name: words if len(words) <= MOST_WORDS else () for name, words in lists.items()}
    return Answer(script(shell, _program(ctx.find_root(), kept)), notes=tuple(notes))


def _lists(timeline: Timeline) -> dict[str, Sequence[str]]:
    """Return the words that event files give, and the names of columns."""
    names, known = Names(timeline.vocabulary), timeline.vocabulary
    used = [event.type for event in timeline.events if event.type]
    cited = [citation.source for event in timeline.events for citation in event.sources]
    codes = dict.fromkeys((*known.countries, *sorted(timeline.codes)))
    actors = _spoken(actor for event in timeline.events for actor in event.actors)
    places = _spoken(event.place for event in timeline.events if event.place)
    return {
        "countries": list(_countries(codes, names)),
        OTHERS: [w for w in dict.fromkeys(actors + places) if not names.countries.knows(w)],
        "actors": actors,
        "places": places,
        "types": list(dict.fromkeys(f for key in (*known.types, *used) for f in families(key))),
        "sources": list(dict.fromkeys((*known.sources, *cited))),
        "ids": [event.id for event in timeline.events],
        "columns": [*(c.key for c in event_columns(Names(Vocabulary()))), COLUMNS_HELP],
    }


def _countries(codes: Iterable[str], names: Names) -> Iterator[str]:
    """Return a word for each country: its name with hyphens, if that is understood, or the code."""
    for code in codes:
        word = slug(names.countries.name(code))
        yield word if is_plain(word) and _means(word, code, names) else code.lower()


def _spoken(named: Iterable[str]) -> list[str]:
    """Return the words of each name of actors or places with hyphens, if that is understood."""
    words = {name: slug(name) for name in dict.fromkeys(named) if _WORDS.fullmatch(name)}
    meant = (word for name, word in words.items() if spoken(word) == spoken(name))
    return list(dict.fromkeys(filter(is_plain, meant)))


def _means(word: str, code: str, names: Names) -> bool:
    try:
        found = arguments.asked([word], names.countries).arguments
        return found == ((Together(frozenset({code})),),)
    except UsageError:
        return False


def _program(context: Any, lists: Mapping[str, Sequence[str]]) -> Program:  # noqa: ANN401
    """Describe the program of a context, whose commands and options need not tell anybody."""
    kinds = Kinds(lists)
    commands = [
        _command(typer.Context(each, info_name=name, parent=context), kinds)
        for name, each in context.command.commands.items()
    ]
    return Program(_command(context, kinds).options, commands, kinds.lists)


def _command(context: Any, kinds: Kinds) -> Command:  # noqa: ANN401
    completed, name = _completed(context.command.callback), context.info_name
    options, given = [], []
    for parameter in context.command.get_params(context):
        words, between = completed.get(parameter.name, ((), ""))
        if isinstance(parameter, TyperOption):
            names = tuple(sorted(parameter.opts, key="-h".__eq__))  # Typer's come in any order
            kind = (
                FLAG if parameter.is_flag else kinds.of(words, between, names[0].lstrip("-"), name)
            )
            about = _first_sentence(parameter.help)
            options.append(Option(names, about, kind, parameter.multiple))
        else:
            kind = kinds.of(words, between, parameter.name, name)
            given.append(Argument(parameter.name, kind, parameter.nargs < 0))
    return Command(name, _first_sentence(context.command.help), options, given)


def _completed(function: Any) -> dict[str, tuple[Words, str]]:  # noqa: ANN401
    """Return what is declared to complete the parameters of a command."""
    return {
        name: declared.completed
        for name, parameter in inspect.signature(function).parameters.items()
        for declared in getattr(parameter.annotation, "__metadata__", ())
        if hasattr(declared, "completed")
    }


def _first_sentence(text: str | None) -> str:
    first = fold_space(text or "").partition(". ")[0]
    return first if first.endswith("..") else first.removesuffix(".")
