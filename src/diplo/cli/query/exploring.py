"""What the explorer needs from the command line: answers, completions, exports."""

import functools
import os
import shlex
from collections.abc import Mapping, Sequence
from itertools import chain

from diplo.cli import values
from diplo.cli.completion.words import lists_of, word_for
from diplo.cli.framework.program import Answer
from diplo.cli.framework.run import deliver
from diplo.cli.options.files import Files
from diplo.cli.options.writing import Publishing
from diplo.cli.query import empty
from diplo.cli.query.line import Context, Lines, ParsedLine
from diplo.cli.query.question import concerned, find, story_options, unmatched_notes
from diplo.explore.questions import Answers, Question
from diplo.history import relations
from diplo.history.arrangement import arrange
from diplo.history.parts import STORY
from diplo.model import dates
from diplo.reports import Names
from diplo.reports.selection import Selection
from diplo.reports.timeline import timeline
from diplo.terminal.errors import UsageError
from diplo.terminal.inputs import check_output
from diplo.terminal.text import shown

_COUNTRY = "country"


class Explored:
    """Event files, read once, of which questions are asked as lines."""

    def __init__(self, context: Context, files: Files) -> None:
        """Take the context of the command; read all events.

        Raises:
            ContentError: the content of a file is wrong.
            UnreadableError: a file cannot be read.
        """
        self._files = files
        self._today = values.today()
        self._timeline = files.load()
        self._names = Names(self._timeline.vocabulary)
        self._subjects = relations.subjects(self._timeline.events, self._timeline.last_days)
        self.lines = Lines(context, functools.partial(dates.is_window, today=self._today))
        self.answers = Answers(
            self._names,
            self._timeline,
            values.last_day(self._timeline.vocabulary, self._today),
            self._answer,
            self._narrow,
            lambda typed: self.lines.completions(typed, self._lists),
            self.lines.may_be_code,
            lambda text: values.day("the day", text, self._today),
            self._export,
        )

    @functools.cached_property
    def _lists(self) -> Mapping[str, Sequence[str]]:
        return lists_of(self._timeline)

    def _answer(self, line: str) -> Question:
        """Answer a line; errors speak of its words, not of options."""
        try:
            return self.question(self.lines.read(line))
        except UsageError as error:
            raise UsageError(self.lines.reworded(str(error))) from None

    def question(self, parsed: ParsedLine) -> Question:
        """Return a question with the events that match it.

        Raises:
            UsageError: a country, date, type or source is wrong or unknown.
        """
        found = find(parsed.countries, parsed.selecting, self._files, self._timeline, self._names)
        arranging = parsed.arranging
        options = story_options(arranging, listed=True)
        matches = arrange(
            found.matches, options.order, reverse=options.reverse, limit=arranging.most
        )
        beside = options.has_parts and any(match.part != STORY for match in matches)
        if beside and arranging.most is None:
            parsed = parsed._replace(arranging=arranging._replace(every=True))
        name_of, all_events = self._names.countries.name, self._timeline.events
        return Question(
            line=self.lines.line(parsed._replace(arranging=arranging._replace(every=False))),
            command=self._command("timeline", *self.lines.options(parsed)),
            status_command=self._command("status", *parsed.countries, "--all"),
            query=found.query,
            options=options,
            matches=matches,
            all_matches=found.matches,
            subjects=concerned(self._subjects, found.parties),
            nearest=() if matches else empty.nearest(found.query, name_of, all_events),
            notes=(
                *map(self.lines.reworded, found.party_notes),
                *unmatched_notes(found.parties, self._timeline.codes, self._names),
            ),
        )

    def _command(self, *words: str) -> str:
        """Return a command line that reads the same files."""
        values = {**self._files._asdict(), "events": None}
        files = [("events", name) for name in self._files.events or ()]
        files += [(option, value) for option, value in values.items() if value is not None]
        options = chain.from_iterable((f"--{option}", value) for option, value in files)
        return shlex.join(["diplo", *words, *options])

    def _narrow(self, line: str, option: str, value: str | None) -> str:
        parsed = self.lines.read(line)
        if option != _COUNTRY:
            kinds = None if value is None else [value]
            return self.lines.line(parsed._replace(selecting=parsed.selecting._replace(type=kinds)))
        countries = () if value is None else (*parsed.countries, word_for(value, self._names))
        return self.lines.line(parsed._replace(countries=countries))

    def _export(self, question: Question, name: str) -> None:
        writing = Publishing(output=name)
        try:
            writing = writing.checked()
        except UsageError:
            ending = shown(os.path.splitext(name)[1])
            raise UsageError(
                f"no format has the ending {ending}; these do: {', '.join(writing.endings)}"
            ) from None
        check_output(name, self._files.inputs())
        selection = Selection(question.query, self._names, question.matches, question.all_matches)
        deliver(Answer(timeline(selection, question.options), writing))
