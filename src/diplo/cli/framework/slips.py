"""Slips that are seen once all is typed, and what to type instead."""

import itertools
from collections.abc import Container, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from diplo.terminal.errors import UsageError
from diplo.terminal.shell import quoted
from diplo.terminal.text import shown

if TYPE_CHECKING:  # only mistakes need it
    from diplo.model.countries.resolve import Countries

_COUNTRY = "country"
_LONGEST_DATE = 5  # words: 28 May 2024..2 June 2024
_RANGES = {"--year": "--year {}..{}", "--since": "--since {} --until {}"}
_SHORTEST_NAME, _LONGEST_NAME = 3, 5  # words: Saint Vincent and the Grenadines
_BY = "by"
# What a word says before a date or a kind: the options for it, of which a command has one.
_SAID = {
    **dict.fromkeys(("since", "from", "after"), ("--since",)),
    **dict.fromkeys(("until", "to", "before"), ("--until",)),
    **dict.fromkeys(("in", "on", "during", "year"), ("--on", "--year")),
    _BY: ("--by", "--group-by"),
}
# Words that stand between countries, and what to type in their place.
BETWEEN = dict.fromkeys(("and", "&", "with", "vs", "vs.", "versus", "to", "in"), " ") | {"or": ","}


def refuse_date_apart(option: str, typed: str, words: Sequence[str]) -> None:
    """Refuse a date of several words, or a range of two, that is typed as other words are.

    Raises:
        UsageError: the value of an option and the words after it are one.

    """
    value, *others = words
    after = [*itertools.takewhile(lambda word: not word.startswith("-"), others)]
    if not after:
        return
    if not _is_date(value):
        if said := _date([value, *after]):
            message = f"put a date of several words in quotes: {typed} {quoted(said)}"
            raise UsageError(message)
    elif option in _RANGES:
        last = next((word for word in after[:2] if word not in BETWEEN), "")
        if last[:1].isdigit() and _is_date(last):
            message = f"for a range write {_RANGES[option].format(quoted(value), last)}"
            raise UsageError(message)


def _date(words: Sequence[str]) -> str:
    """Return the date that the first words are, as many as can be; nothing where they are none."""
    sizes = range(min(len(words), _LONGEST_DATE), 0, -1)
    return next(filter(_is_date, (" ".join(words[:size]) for size in sizes)), "")


def _is_date(text: str) -> bool:
    from diplo.model import dates  # noqa: PLC0415  (few commands need it this early)

    return dates.is_window(text)


def refuse_sentence(ctx: Any) -> None:  # noqa: ANN401
    """Refuse words of a sentence among countries: `in 2012`, `and`, which by its code is Andorra.

    Raises:
        UsageError: there is one.

    """
    typed: Sequence[str] = ctx.params.get(_COUNTRY) or ()
    _refuse_said(typed, {name for each in ctx.command.params for name in each.opts})
    _refuse_between(ctx, typed)


def _refuse_said(typed: Sequence[str], options: Container[str]) -> None:
    """Refuse what says in words what one of the options does."""
    for at, word in enumerate(typed):
        option = next((name for name in _SAID.get(word, ()) if name in options), "")
        if option and (value := _value(word, typed[at + 1 :])):
            message = f"for {shown(f'{word} {value}')} write {option} {quoted(value)}"
            raise UsageError(message)


def _value(word: str, after: Sequence[str]) -> str:
    """Return the date or the kind of events that stands behind a word, if one does."""
    if word != _BY:
        return _date(after)
    from diplo.history.groups import KINDS  # noqa: PLC0415  (only mistakes need it)

    return next((kind for kind in after[:1] if kind in KINDS), "")


def _refuse_between(ctx: Any, typed: Sequence[str]) -> None:  # noqa: ANN401
    is_odd = any(not word.strip() or word[:1].isdigit() for word in typed)  # which is told later
    if is_odd or not any(word in BETWEEN for word in typed[1:-1]):
        return
    from diplo.model.countries.resolve import Countries  # noqa: PLC0415  (only mistakes need it)

    countries = Countries({})
    words = _with_names(typed, countries)
    apart = any(each.name == _COUNTRY and each.required for each in ctx.command.params)
    between = {**BETWEEN, "or": " "} if apart else BETWEEN  # two are compared, not either
    line = f"{ctx.command_path} {_joined(words, between)}"
    word = next((each for each in words[1:-1] if each in between), "")
    if not word:
        message = f"a name is one word: {line}"
    elif between[word] == ",":
        message = f"for {shown(word)} write a comma: {line}"
    else:
        message = f"leave out {shown(word)}: {line}{_meant(word.upper(), countries)}"
    raise UsageError(message)


def _with_names(typed: Sequence[str], countries: "Countries") -> list[str]:
    """Return what is typed, a name that has such a word within it being one word."""
    words = list(typed)
    for size in range(_LONGEST_NAME, _SHORTEST_NAME - 1, -1):
        for at in range(len(words) - size + 1):
            run = words[at : at + size]
            if any(word in BETWEEN for word in run[1:-1]) and countries.knows(" ".join(run)):
                words[at : at + size] = ["-".join(run)]
    return words


def _joined(words: Sequence[str], between: Mapping[str, str]) -> str:
    """Return countries as they are typed, without the words between them."""
    line, gap = quoted(words[0]), " "
    for word in words[1:]:
        if word in between:
            gap = between[word]
        else:
            line, gap = f"{line}{gap}{quoted(word)}", " "
    return line


def _meant(code: str, countries: "Countries") -> str:
    """Return whose code it is, if anybody's."""
    return f"; {code} is {countries.name(countries.resolve(code))}" if countries.knows(code) else ""
