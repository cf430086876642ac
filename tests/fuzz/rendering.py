"""Plain data written as JSON and as YAML, in any of the ways in which they may be written."""

import json
import re
from random import Random
from typing import Any

from diplo.terminal.text import refused_at

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9]*([ .-][A-Za-z0-9]+)*|[0-9]{4}(-[0-9]{2}){0,2}[~?]?")
_RAW = re.compile(r"[^\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]+")
_JOINERS = re.compile("[\u200c\u200d]")  # stand between letters that are not escaped
_FOLDABLE = re.compile(r"[^\s#]+( [^\s#]+)*")


def as_json(random: Random, data: object, space: str = " ") -> str:
    """Write data as JSON; `space` is what stands between its marks."""
    escaped = random.random() < 0.2

    def text(value: str) -> str:
        written = json.dumps(value, ensure_ascii=escaped)
        if value and random.random() < 0.03 and not _JOINERS.search(value):
            at = random.randrange(len(value))
            units = value[at].encode("utf-16-be", "surrogatepass").hex()
            code = "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))
            return f"{text(value[:at])[:-1]}{code}{text(value[at + 1 :])[1:]}"
        return written

    def node(value: Any) -> str:  # noqa: ANN401  (any JSON)
        if isinstance(value, str):
            return text(value)
        if isinstance(value, list):
            return f"[{space}{f',{space}'.join(map(node, value))}]"
        if isinstance(value, dict):
            pairs = [f"{text(key)}:{space}{node(item)}" for key, item in value.items()]
            return f"{{{f',{space}'.join(pairs)}{space}}}"
        return json.dumps(value)

    return node(data)


def as_yaml(random: Random, data: Any) -> str:  # noqa: ANN401  (any data)
    """Write data as one YAML document, with blocks, flows, quotes and comments as they come."""
    start = random.choice(("", "", "---\n", "%YAML 1.1\n---\n", "# comment\n\n"))
    if isinstance(data, dict | list) and data:
        return start + "".join(f"{line}\n" for line in _Yaml(random).block(data, 0))
    return f"{start}{_Yaml(random).flow(data)}\n"


class _Yaml:
    def __init__(self, random: Random) -> None:
        self._chance = random.random
        self._choice = random.choice

    def block(self, data: Any, indent: int) -> list[str]:  # noqa: ANN401
        """Return the lines of a mapping or list that is not empty."""
        lines = []
        items = data.items() if isinstance(data, dict) else [(None, item) for item in data]
        for key, value in items:
            mark = "-" if key is None else f"{self._key(key)}:"
            start = " " * indent + mark
            if isinstance(value, dict | list) and value and self._chance() < 0.8:
                below = self.block(value, indent + 2)
                if key is None and self._chance() < 0.8:
                    lines += [f"{start} {below[0].lstrip(' ')}", *below[1:]]
                else:
                    lines += [start + self._comment(), *below]
            else:
                lines += f"{start} {self._inline(value, indent + 2)}".split("\n")
        return lines

    def _inline(self, value: Any, indent: int) -> str:  # noqa: ANN401
        style = self._chance()
        if isinstance(value, str) and _FOLDABLE.fullmatch(value) and _RAW.sub("", value) in "  ":
            margin = "\n" + " " * indent
            if style < 0.1:
                return f"|-{self._comment()}{margin}{value}"
            if style < 0.2:
                words = value.replace(" ", margin) if self._chance() < 0.3 else value
                return f">-{margin}{words}"
        return self.flow(value) + self._comment()

    def flow(self, value: Any) -> str:  # noqa: ANN401
        """Return data on one line."""
        if isinstance(value, str):
            return self._scalar(value)
        if isinstance(value, list):
            return f"[{', '.join(map(self.flow, value))}]"
        if isinstance(value, dict):
            return (
                "{" + ", ".join(f"{self._key(k)}: {self.flow(v)}" for k, v in value.items()) + "}"
            )
        return self._choice(("~", "null")) if value is None else json.dumps(value)

    def _key(self, text: str) -> str:
        return self._scalar(text)

    def _scalar(self, text: str) -> str:
        style = self._chance()
        is_plain = _PLAIN.fullmatch(text) and text != "null"
        if is_plain and style < 0.7:
            return text
        if _RAW.fullmatch(text) and style < 0.5:
            return "'" + text.replace("'", "''") + "'"
        raw = 1 if _JOINERS.search(text) else 0.98
        kept = {'"': '\\"', "\\": "\\\\"}
        written = (
            kept.get(c, c) if _RAW.fullmatch(c) and self._chance() < raw else _escaped(c)
            for c in text
        )
        return f'"{"".join(written)}"'

    def _comment(self) -> str:
        return " # comment" if self._chance() < 0.03 else ""


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\U{code:08x}"


def is_clean(data: Any) -> bool:  # noqa: ANN401  (any data)
    """Say whether data hold texts, lists and mappings alone, and no character that is refused."""
    if isinstance(data, dict):
        return all(map(is_clean, (*data, *data.values())))
    if isinstance(data, list):
        return all(map(is_clean, data))
    return data is None or (isinstance(data, str) and refused_at(data) is None)
