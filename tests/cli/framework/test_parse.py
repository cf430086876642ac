"""What Typer lacks: options that eat no others; the rest in test_usage and test_help."""

import pytest

from tests.conftest import Run


@pytest.mark.parametrize(
    ("typed", "taker"),
    [
        ("--search --limit", "--search"),
        ("--search --limit=5", "--search"),
        ("--search --json", "--search"),
        ("--output --format=json", "--output"),
        ("--search -h", "--search"),
        ("--search --", "--search"),
        ("-q -fjson", "-q"),
        ("-q -r", "-q"),
        ("-q -ern1", "-q"),
        ("-ro --json", "-o"),
        ("-erq -n 1", "-q"),
    ],
)
def test_an_option_is_no_value_of_another(call: Run, typed: str, taker: str) -> None:
    result = call("timeline", "norway", *typed.split())
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"diplo: {taker} needs a value, but the option '")


@pytest.mark.parametrize(
    "typed",
    [
        *("-q -5", "-q -", "-q --x", "-q -rz", "-q- -r", "--search=--limit -r", "-q=-r -r"),
        *("-r -n 1", "-n1 -r", "-rn1 -e", "--limit=1 --json", "-c id -- norway --json"),
    ],
)
def test_what_is_no_option_may_be_a_value(call: Run, typed: str) -> None:
    assert "needs a value" not in call("timeline", *typed.split()).err
