"""Mutations: what was right becomes wrong somewhere, in its lines, its words or its bytes."""

import re
from collections.abc import Callable, Sequence
from random import Random

Units = Sequence[bytes]

LARGEST = 2**20  # bytes
_WORDS = rb"\w+|[ \t\r\n]+|."
_UNITS = [re.compile(unit, re.DOTALL) for unit in (rb"[^\n]*\n|[^\n]+", _WORDS, _WORDS, rb".")]
_ROUNDS = (0, 1, 1, 1, 2, 3, 5)
_TIMES = (1, 1, 1, 2, 3, 20, 300, 3000)


def mutated(random: Random, data: bytes, hostile: Units) -> bytes:
    """Return data that may be changed in several places."""
    for _ in range(random.choice(_ROUNDS)):
        units = random.choice(_UNITS).findall(data)
        data = b"".join(changed(random, units, hostile))
    return data


def changed(random: Random, units: Units, hostile: Units) -> Units:
    """Return units of which some are changed in one way."""
    a, c = sorted(random.choices(range(len(units) + 1), k=2))
    b = min(a + 1 + int(random.expovariate(0.4)), len(units))
    c, d = max(b, c), max(b, c) + b - a
    times = min(random.choice(_TIMES), LARGEST // (sum(map(len, units[a:b])) + 1))
    operators: Sequence[Callable[[], Units]] = (
        lambda: [*units[:a], *units[b:]],  # leave out
        lambda: [*units[:b], *(list(units[a:b]) * times), *units[b:]],  # repeat
        lambda: [*units[:a], *units[c:d], *units[b:c], *units[a:b], *units[d:]],  # swap
        lambda: [*units[:c], *units[a:b], *units[c:]],  # copy elsewhere
        lambda: units[:a],  # cut
        lambda: [*units[:a], random.choice(hostile), *units[b:]],  # replace
        lambda: [*units[:a], random.choice(hostile), *units[a:]],  # insert
        lambda: _flipped(random, b"".join(units)),
    )
    return random.choices(operators, weights=(1, 1, 1, 1, 1, 2, 2, 1))[0]()


def _flipped(random: Random, data: bytes) -> Units:
    flipped = bytearray(data)
    if data:
        flipped[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return [bytes(flipped)]
