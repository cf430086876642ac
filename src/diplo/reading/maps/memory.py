"""What was made of each text, made once; after so many it is forgotten, and made again."""

from collections.abc import Callable
from typing import TypeVar

_MOST = 2**16

Key = TypeVar("Key")
Made = TypeVar("Made")


class Memory(dict[Key, Made]):
    """What is made of keys, by them."""

    def __init__(self, make: Callable[[Key], Made], most: int = _MOST) -> None:
        """Take what makes it, and how many are remembered."""
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, key: Key) -> Made:
        """Make what is not remembered."""
        made = self._make(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = made
        return made
