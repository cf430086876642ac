"""The line at the foot: what is typed into it, and what the answer to it changes."""

import contextlib
from collections.abc import Sequence
from os.path import isfile, lexists

from diplo.explore.list_keys import Lists
from diplo.explore.places import Place, starting_place
from diplo.explore.prompt import DAY, QUESTION, Prompt, Typed, listed
from diplo.explore.session import Session
from diplo.explore.view import View
from diplo.model import dates
from diplo.terminal.errors import DiploError
from diplo.terminal.text import escape


class LineInput:
    """Takes what is typed in a session: a question, a day, or the name of a file."""

    def __init__(self, session: Session, lists: Lists) -> None:
        self._session, self._lists = session, lists
        self._start: Place | None = None  # the place when typing began
        self._to_replace = ""  # the file that a second Enter replaces

    def begin(self, prompt: Prompt) -> None:
        """Begin typing at a prompt."""
        self._session.prompt, self._start, self._to_replace = prompt, self._session.place, ""

    def question(self) -> None:
        """Begin editing the question."""
        line = self._session.view.question.line
        line = f"{line} " if line else ""
        self.begin(Prompt(QUESTION, Typed(line, len(line))))

    def paste(self, text: str) -> None:
        """Insert a text into the line that is typed."""
        if self._session.prompt:
            self._changed(self._session.prompt, self._session.prompt.typed.inserted(text))

    def press(self, prompt: Prompt, key: str, character: str | None) -> None:
        """Do what a key does while a line is typed; `character` is what it types."""
        if key == "escape":
            self._session.prompt = self._session.awaited = None
            self._session.place = self._start or self._session.place
        elif key == "enter":
            self._entered(prompt)
        elif key == "tab":
            self._complete(prompt)
        elif (typed := prompt.typed.pressed(key)) is not None:
            self._changed(prompt, typed)
        elif character and character.isprintable():
            self._changed(prompt, prompt.typed.inserted(character))

    def _changed(self, prompt: Prompt, typed: Typed) -> None:
        if typed.text == prompt.typed.text:
            self._session.prompt = prompt._replace(typed=typed)
            return
        self._session.prompt = prompt._replace(typed=typed, message="", wrong=False, entered=False)
        before, after = typed.halves
        if prompt.key != QUESTION:
            return
        if not after and self._session.answers.may_be_code(before):
            self._session.awaited = None  # the start of a name may be another country's code
            self._suggest(self._session.prompt, self._completions(before))
        else:
            self._session.ask(typed.text, soon=True)

    def _suggest(self, prompt: Prompt, words: Sequence[str]) -> None:
        self._say(prompt, f"Tab: {listed(words)}" if words else "")

    def _say(self, prompt: Prompt, message: str, *, wrong: bool = False) -> None:
        self._session.prompt = prompt._replace(message=message, wrong=wrong)

    def _complete(self, prompt: Prompt) -> None:
        if prompt.key == QUESTION:
            words = self._session.answers.words(prompt.typed.halves[0])
            self._session.prompt = completed = prompt.completed(words)
            self._session.awaited = None  # an answer would be about the unfinished word
            if completed.typed.text != prompt.typed.text:
                self._session.ask(completed.typed.text, soon=True)

    def _entered(self, prompt: Prompt) -> None:
        text = prompt.typed.text.strip()
        try:
            if prompt.key == QUESTION:
                self._session.prompt = prompt._replace(entered=True)
                self._session.ask(prompt.typed.text, soon=False)
            elif prompt.key == DAY:
                self._lists.look_at(self._session.answers.day(text))
                self._session.prompt = None
            else:
                self._export(prompt, text)
        except DiploError as error:
            self._say(prompt, error.messages()[0], wrong=True)

    def _export(self, prompt: Prompt, name: str) -> None:
        if name in ("", "-") or (lexists(name) and not isfile(name)):
            self._say(prompt, "name a file, such as story.html", wrong=True)
        elif isfile(name) and name != self._to_replace:
            self._to_replace = name
            self._say(prompt, f"{escape(name)} is there already; Enter replaces it", wrong=True)
        else:
            self._session.answers.export(self._session.view.question, name)
            self._session.prompt = None
            self._session.message = f"Wrote {escape(name)}"

    def answered(self, line: str) -> View | DiploError:
        """Return the view of a line, or what is wrong with it; this may take a while."""
        try:
            return View(self._session.answers.ask(line), self._session.answers.names)
        except DiploError as error:
            return error

    def answer(self, line: str, outcome: View | DiploError) -> None:
        """Show what a line was answered with, unless something else has been typed since."""
        if line != self._session.awaited:
            return
        session = self._session
        session.awaited = None
        prompt = session.prompt if session.prompt and session.prompt.key == QUESTION else None
        if isinstance(outcome, View):
            self._open(outcome, prompt)
        elif prompt:
            self._unanswered(prompt, outcome.messages()[0])
        else:
            session.message = outcome.messages()[0]

    def _open(self, view: View, prompt: Prompt | None) -> None:
        """Open a view, for good unless its question is still being typed."""
        session = self._session
        before = self._start if prompt and self._start else session.place
        session.place = starting_place(view, session.answers.last, before)
        notes = "\n".join(view.question.notes)
        if prompt and not prompt.entered:
            self._say(prompt, notes or view.story.counts)
            return
        if prompt:
            session.prompt = None
        session.before.append(before)
        session.message = notes

    def _unanswered(self, prompt: Prompt, message: str) -> None:
        """Take a line that is no question: go to its day, suggest completions, or refuse it."""
        place, before = self._dated(prompt.typed.text), prompt.typed.halves[0]
        if place and prompt.entered:
            self._session.prompt = None
            if self._start and place.view is not self._start.view:
                self._session.before.append(self._start)
            self._session.place = place
        elif place:
            self._say(prompt, f"Enter goes to {dates.day_words(place.day)}")
        elif not prompt.entered and (completions := self._completions(before)):
            self._suggest(prompt, completions)
        else:
            self._session.place = self._start or self._session.place
            self._say(prompt._replace(entered=False), message, wrong=True)

    def _completions(self, before: str) -> list[str]:
        """Return the completions of the word that is being typed, if there is one."""
        partial = before.rpartition(" ")[2]
        words = self._session.answers.words(before) if partial else []
        return [word for word in words if word != partial]

    def _dated(self, line: str) -> Place | None:
        """Return the place of the day that a line states, alone or after the question."""
        for place in filter(None, (self._start, self._session.place)):
            with contextlib.suppress(DiploError):
                day = self._session.answers.day(line.removeprefix(place.view.question.line).strip())
                return place.on(day)
        return None
