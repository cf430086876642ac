"""The names that engines open: of a file, a pattern of several, or an address."""

import re

PATTERN = re.compile(r"[*?\[]")


def is_address(name: str) -> bool:
    """Say whether a name is an address, such as s3://bucket/events."""
    return "://" in name


def names_one(name: str) -> bool:
    """Say whether a name is that of one local file, and not a pattern."""
    return not (is_address(name) or PATTERN.search(name))
