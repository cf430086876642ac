"""The line that is typed: its keys, and what completes it."""

from diplo.explore.prompt import QUESTION, Prompt, Typed
from tests.tables import each_of


@each_of(
    ("line", "key", "after"),
    [
        ("ab|c", "backspace", "a|c"),
        ("|c", "backspace", "|c"),
        ("ab|c", "delete", "ab|"),
        ("abc|", "delete", "abc|"),
        ("ab|c", "left", "a|bc"),
        ("|c", "left", "|c"),
        ("ab|c", "right", "abc|"),
        ("abc|", "right", "abc|"),
        ("ab|c", "home", "|abc"),
        ("ab|c", "ctrl+a", "|abc"),
        ("ab|c", "end", "abc|"),
        ("ab|c", "ctrl+e", "abc|"),
        ("ab|c", "ctrl+u", "|c"),
        ("ab cd |e", "ctrl+w", "ab |e"),
        ("ab|e", "ctrl+w", "|e"),
        ("|e", "ctrl+w", "|e"),
    ],
)
def test_keys_change_a_line(line: str, key: str, after: str) -> None:
    before, _, rest = line.partition("|")
    typed = Typed(before + rest, len(before)).pressed(key)
    assert typed is not None
    assert "|".join(typed.halves) == after


def test_what_is_put_in_is_what_can_be_printed() -> None:
    assert Typed("ac", 1).inserted("b\x1b\nd") == Typed("ab dc", 4)
    assert Typed("a", 1).pressed("f5") is None


@each_of(
    ("line", "words", "after", "says"),
    [
        ("no", ["norway"], "norway ", ""),
        ("type mi", ["mission", "mission.closed"], "type mission", "mission  mission.closed"),
        ("x", [], "x", ""),
        ("pal", ["palau", "palestine"], "pal", "palau  palestine"),
        (
            "a ",
            [f"b{n}" for n in range(26)],
            "a ",
            f"{'  '.join(f'b{n}' for n in range(24))}  and 2 more",
        ),
        ("a ", ["b", "c"], "a ", "b  c"),
    ],
)
def test_the_last_word_is_completed(line: str, words: list[str], after: str, says: str) -> None:
    done = Prompt(QUESTION, Typed(line, len(line))).completed(words)
    assert (done.typed.text, done.message) == (after, says)
    assert done.typed.at == len(after)
