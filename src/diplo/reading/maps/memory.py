"""A cache of values made of keys, emptied whenever it is full."""

from collections.abc import Callable
from typing import TypeVar

_MOST = 2**16

Key = TypeVar("Key")
Made = TypeVar("Made")


class Memory(dict[Key, Made]):
    """Makes the value of a key when it is first asked for, and keeps it."""

    def __init__(self, make: Callable[[Key], Made], most: int = _MOST) -> None:
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, key: Key) -> Made:
        """Make and keep a missing value."""
        made = self._make(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = made
        return made
