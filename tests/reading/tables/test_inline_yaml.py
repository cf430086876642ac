import pytest

from diplo.reading import yaml
from diplo.reading.tables import inline_yaml


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("W. Germany", "W. Germany"),
        ("Åland (FI)", "Åland (FI)"),
        ("Total*", '"Total*"'),
        ("a: b", '"a: b"'),
        ("NULL", '"NULL"'),
        ("When?", '"When?"'),
        ("ends ", '"ends "'),
        ("7", '"7"'),
        ('\\ "x"', '"\\\\ \\"x\\""'),
        ("a\u202eb", '"a\\u202eb"'),
    ],
)
def test_a_text_is_in_quotes_where_it_must_be(text: str, plain: str) -> None:
    assert inline_yaml.plain(text) == plain
    assert yaml.parse("a", f"{{{plain}: {plain}}}") == ({text: text}, [])


def test_templates_are_in_quotes() -> None:
    made = inline_yaml.quoted({"date": {"start": "{a}"}, "countries": ["{b}", "{c}"]})
    assert made == '{date: {start: "{a}"}, countries: ["{b}", "{c}"]}'
